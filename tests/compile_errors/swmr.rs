use hdf5::swmr::SwmrReader;
use hdf5::{File, H5Type, ObjectReference};

#[derive(H5Type)]
struct Note {
    time: f64,
    text: String,
}

fn main() -> hdf5::Result<()> {
    let writer = File::create_swmr("run.h5")?.start()?;
    writer.create_group("late")?;
    writer.file().create_dataset("late", 1)?;
    let x = writer.dataset::<f64>("x")?;
    x.resize(0)?;
    x.attrs().set("units", "K")?;
    writer.dataset::<String>("names")?;
    writer.dataset::<Note>("notes")?;
    let reader = SwmrReader::open("run.h5")?;
    reader.follow::<String>("names")?;
    reader.follow::<ObjectReference>("references")?;
    Ok(())
}
