//! The basic pattern: write an array, a units attribute and a subgroup; read back only a part.
//!
//! `cargo run --release --example quickstart`

use hdf5::File;
use ndarray::{Array2, s};

fn main() -> hdf5::Result<()> {
    let path = std::env::temp_dir().join(format!("quickstart-{}.h5", std::process::id()));

    let data = Array2::from_shape_fn((100, 100), |(row, column)| (row * 100 + column) as f64);
    let file = File::create(&path)?;
    let main_data = file.create_dataset("main_data", &data)?;
    main_data.attrs().set("units", "meters")?;
    let subgroup = file.create_group("subgroup")?;
    subgroup.create_dataset("results", [1, 2, 3])?;
    file.close()?;
    println!("wrote main_data, 100 x 100, with an attribute, and the group subgroup");

    let file = File::open(&path)?;
    let main_data = file.dataset("main_data")?;
    let slab: Array2<f64> = main_data.select(s![0..10, 0..10])?.read()?;
    println!(
        "read only a {} x {} slab of it; its sum is {}",
        slab.nrows(),
        slab.ncols(),
        slab.sum()
    );
    assert_eq!(slab, data.slice(s![0..10, 0..10]));

    let units: String = main_data.attrs().get("units")?;
    println!("the units are {units}");
    println!("subgroup holds {:?}", file.group("subgroup")?.names()?);
    file.close()?;

    if let Err(error) = std::fs::remove_file(&path) {
        eprintln!("{} is left over: {error}", path.display());
    }
    Ok(())
}
