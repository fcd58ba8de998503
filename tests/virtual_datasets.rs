//! Virtual datasets: made for h5py and read from it, with sources that grow, repeat and are missing.

use std::path::{Path, PathBuf};

use hdf5::{
    AxisSelection, Dataset, DatasetAccess, Error, ErrorKind, File, Layout, Region, Selection,
    VirtualSource, VirtualView,
};
use ndarray::{Array2, arr2, s};

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

/// The newest format that the linked libhdf5 knows.
const NEWEST: &str = if cfg!(hdf5_ge_1_12) { "latest" } else { "v110" };

/// Four files of five numbers, and the virtual dataset that h5py makes of them.
const STACK: &str = "
    folder = os.path.dirname(args[0])
    for n in range(4):
        with h5py.File(f'{folder}/{n}.h5', 'w') as f:
            f['data'] = np.arange(5) + 10 * n
    layout = h5py.VirtualLayout((5, 5), 'i8')
    for n in range(4):
        layout[n] = h5py.VirtualSource(f'{n}.h5', 'data', (5,))
    with h5py.File(args[0], 'w', libver=args[1]) as f:
        f.create_virtual_dataset('stack', layout, fillvalue=-5)
        f['x'] = np.arange(6).reshape(2, 3)
        same = h5py.VirtualLayout((3,), 'i8', filename=args[0])
        same[0:2] = h5py.VirtualSource(f['x'])[1, 1:3]
        f.create_virtual_dataset('same', same)
        f.create_virtual_dataset('none', h5py.VirtualLayout((2,), 'f4'), fillvalue=0.5)
";

fn stacked() -> Array2<i64> {
    Array2::from_shape_fn((5, 5), |(n, i)| if n == 4 { -5 } else { (10 * n + i) as i64 })
}

#[test]
fn we_read_what_h5py_makes_of_four_files() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("stack.h5");
    h5py.script(STACK, &[&path, Path::new(NEWEST)]);
    let file = File::open(&path)?;
    let stack = file.dataset("stack")?;
    assert_eq!(stack.layout()?, Layout::Virtual);
    assert_eq!(stack.read::<Array2<i64>>()?, stacked());
    assert_eq!(stack.select((1..3, 2))?.read::<Vec<i64>>()?, [12, 22]);
    let sources = stack.virtual_sources()?;
    assert_eq!(sources.len(), 4);
    assert_eq!((sources[2].file.to_str(), sources[2].dataset.to_str()?), (Some("2.h5"), "data"));
    let Region::Hyperslab { start, count, .. } = &sources[2].region else { panic!("{sources:?}") };
    assert_eq!((&start[..], &count[..]), (&[2, 0][..], &[1, 5][..]));
    assert_eq!(sources[2].source_region, Region::All);
    assert_eq!(stack.missing_sources()?, []);

    assert_eq!(file.dataset("same")?.read::<Vec<i32>>()?, [4, 5, 0]);
    assert_eq!(file.dataset("same")?.virtual_sources()?[0].file, PathBuf::from("."));
    let none = file.dataset("none")?;
    assert_eq!((none.layout()?, none.virtual_sources()?), (Layout::Virtual, vec![]));
    assert_eq!(none.require_sources().read::<Vec<f32>>()?, [0.5, 0.5]);
    assert_eq!(file.dataset("x")?.virtual_sources()?, []);
    Ok(())
}

#[test]
fn h5py_reads_what_we_make_of_four_files() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("stack.h5");
    let file = File::create(&path)?;
    let mut stack = file.new_dataset::<i64>().shape((5, 5)).fill_value(-5);
    for n in 0..4 {
        let name = format!("{n}.h5");
        let part = File::create(dir.file(&name))?;
        part.create_dataset("data", stacked().row(n).to_owned())?;
        part.close()?;
        stack = stack.virtual_source(n, VirtualSource::new(name, "data", 5));
    }
    let stack = stack.create("deep/stack")?;
    assert_eq!(stack.read::<Array2<i64>>()?, stacked());
    let x = file.create_dataset("x", [[0, 1, 2], [3, 4, 5]])?;
    let same = VirtualSource::of(&x)?.select((1, 1..));
    file.new_dataset::<i64>().shape(3).virtual_source(..2, same).create("same")?;
    let named = VirtualSource::new(&path, "/x", (2, 3)).select((0, s_even()));
    file.new_dataset::<i64>().shape(2).virtual_source(.., named).create("named")?;
    file.new_dataset::<f32>().shape(2).fill_value(0.5).virtual_layout().create("none")?;
    file.close()?;
    h5py.file(&path)
        .expect("f['deep/stack'][()].tolist()[1:]", "[[10, 11, 12, 13, 14], [20, 21, 22, 23, 24], [30, 31, 32, 33, 34], [-5, -5, -5, -5, -5]]")
        .expect("f['deep/stack'].fillvalue", "np.int64(-5)")
        .expect("[(s.file_name, s.dset_name) for s in f['deep/stack'].virtual_sources()][3]", "('3.h5', 'data')")
        .expect("f['deep/stack'].virtual_sources()[3].vspace.get_regular_hyperslab()[0]", "(3, 0)")
        .expect("f['same'][()].tolist()", "[4, 5, 0]")
        .expect("f['named'][()].tolist()", "[0, 2]")
        .expect("[f[n].virtual_sources()[0].file_name for n in ('same', 'named')]", "['.', '.']")
        .assert("f['none'].is_virtual and f['none'].virtual_sources() == []")
        .expect("f['none'][()].tolist()", "[0.5, 0.5]");
    Ok(())
}

fn s_even() -> AxisSelection {
    AxisSelection::from(..).step_by(2)
}

#[test]
fn h5dump_shows_the_sources() -> Result<(), Error> {
    let h5dump = judges::h5dump!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("dump.h5");
    let file = File::create(&path)?;
    let x = file.create_dataset("x", [1, 2, 3])?;
    file.new_dataset::<i32>().shape(3).virtual_source(.., VirtualSource::of(&x)?).create("v")?;
    file.close()?;
    let shown = h5dump.dump(&path, &["-p", "-d", "/v"]);
    for part in ["VIRTUAL", "FILE \".\"", "DATASET \"/x\"", "(0): 1, 2, 3"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    Ok(())
}

#[test]
fn a_virtual_dataset_grows_with_its_source_on_both_sides() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("grow.h5");
    h5py.script(
        "
        with h5py.File(args[0], 'w', libver=args[1]) as f:
            d = f.create_dataset('log', (2, 3), maxshape=(None, 3), dtype='i4', chunks=(2, 3))
            d[:] = [[1, 2, 3], [4, 5, 6]]
            layout = h5py.VirtualLayout((2, 2), 'i4', maxshape=(None, 2), filename=args[0])
            source = h5py.VirtualSource(d)
            layout[:h5py.h5s.UNLIMITED, 1] = source[:h5py.h5s.UNLIMITED, 2]
            f.create_virtual_dataset('theirs', layout, fillvalue=-5)
        ",
        &[&path, Path::new(NEWEST)],
    );
    let file = File::open_rw(&path)?;
    let (log, theirs) = (file.dataset("log")?, file.dataset("theirs")?);
    assert_eq!(theirs.read::<Array2<i32>>()?, arr2(&[[-5, 3], [-5, 6]]));
    let source = VirtualSource::of(&log)?.select((.., 2));
    let ours = file.new_dataset::<i32>().shape((0.., 2)).fill_value(-5);
    let ours = ours.virtual_source((.., 1), source).create("ours")?;
    assert_eq!(ours.max_shape()?, [None, Some(2)]);
    assert_eq!(ours.virtual_sources()?[0].region, theirs.virtual_sources()?[0].region);
    let Region::Growing { count, .. } = &ours.virtual_sources()?[0].source_region else {
        panic!("{:?}", ours.virtual_sources()?)
    };
    assert_eq!(count[..], [None, Some(1)]);
    log.append([7, 8, 9])?;
    for grown in [&ours, &theirs] {
        assert_eq!(grown.shape()?, [3, 2]);
        assert_eq!(grown.read::<Array2<i32>>()?, arr2(&[[-5, 3], [-5, 6], [-5, 9]]));
        assert_eq!(grown.select((-1, 1))?.read::<i32>()?, 9);
    }
    file.close()?;
    h5py.file(&path)
        .expect("f['ours'][()].tolist()", "[[-5, 3], [-5, 6], [-5, 9]]")
        .expect("f['ours'].maxshape", "(None, 2)");
    h5py.edit(&path, "f['log'].resize((4, 3)); f['log'][3] = 10");
    assert_eq!(File::open(&path)?.dataset("ours")?.shape()?, [4, 2]);
    Ok(())
}

#[test]
fn sources_named_by_a_pattern_come_one_after_the_other() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("parts.h5");
    let file = File::create(&path)?;
    let blocks = AxisSelection::blocks(0, 3, None, 3);
    let files = VirtualSource::new("part-%b 100%%.h5", "x%b", 3);
    let parts = file.new_dataset::<i32>().shape((0..,)).fill_value(-5);
    parts.virtual_source(blocks, files).create("parts")?;
    // One row for each dataset of this file.
    let rows = VirtualSource::in_same_file("row%b", 2);
    file.new_dataset::<i32>().shape((0.., 2)).virtual_source(.., rows).create("rows")?;
    file.create_dataset("row0", [1, 2])?;
    file.create_dataset("row1", [3, 4])?;
    let part = |n: i32| {
        let part = File::create(dir.file(&format!("part-{n} 100%.h5")))?;
        part.create_dataset(format!("x{n}"), [3 * n, 3 * n + 1, 3 * n + 2])?;
        part.close()
    };
    for n in [0, 1, 3] {
        part(n)?;
    }
    assert_eq!(file.dataset("rows")?.read::<Array2<i32>>()?, arr2(&[[1, 2], [3, 4]]));
    assert_eq!(file.dataset("parts")?.read::<Vec<i32>>()?, [0, 1, 2, 3, 4, 5]);
    assert_eq!(file.dataset("parts")?.missing_sources()?, []);
    let parts = file.dataset_with("parts", &DatasetAccess::new().virtual_gap(1))?;
    assert_eq!(parts.read::<Vec<i32>>()?, [0, 1, 2, 3, 4, 5, -5, -5, -5, 9, 10, 11]);
    let missing = parts.missing_sources()?;
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].to_string(), "\"x2\" in \"part-2 100%.h5\"");
    assert_eq!(
        kind(parts.require_sources().read::<Vec<i32>>()),
        ErrorKind::MissingSources { sources: missing }
    );
    assert_eq!(parts.select(8..10)?.read::<Vec<i32>>()?, [-5, 9]);
    assert_eq!(parts.require_sources().select(9..)?.read::<Vec<i32>>()?, [9, 10, 11]);
    drop(parts);
    let first = DatasetAccess::new().virtual_gap(1).virtual_view(VirtualView::FirstMissing);
    assert_eq!(file.dataset_with("parts", &first)?.shape()?, [6]);
    part(2)?;
    assert_eq!(file.dataset("parts")?.shape()?, [12]);
    file.close()?;
    h5py.file(&path)
        .expect("f['parts'][()].tolist()", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]")
        .expect("f['rows'][()].tolist()", "[[1, 2], [3, 4]]")
        .expect("f['parts'].virtual_sources()[0].file_name", "'part-%b 100%%.h5'");
    Ok(())
}

#[test]
fn a_missing_source_is_the_fill_value_or_an_error_where_one_asks() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("stack.h5");
    h5py.script(STACK, &[&path, Path::new(NEWEST)]);
    std::fs::remove_file(dir.file("1.h5")).unwrap();
    let other = File::create(dir.file("2.h5"))?;
    other.create_dataset("other", 1)?;
    other.close()?;
    let file = File::open(&path)?;
    let stack = file.dataset("stack")?;
    let mut expected = stacked();
    expected.slice_mut(s![1..3, ..]).fill(-5);
    assert_eq!(stack.read::<Array2<i64>>()?, expected);
    let missing = stack.missing_sources()?;
    let names: Vec<_> = missing.iter().map(ToString::to_string).collect();
    assert_eq!(names, ["\"data\" in \"1.h5\"", "\"data\" in \"2.h5\""]);
    let error = stack.require_sources().read::<Array2<i64>>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::MissingSources { sources: missing });
    assert!(error.to_string().contains("\"data\" in \"1.h5\", \"data\" in \"2.h5\""), "{error}");
    // Of what is there, nothing is missing.
    assert_eq!(stack.require_sources().select(3)?.read::<Vec<i64>>()?, [30, 31, 32, 33, 34]);
    let mut row = [0_i64; 5];
    assert!(stack.require_sources().select(1)?.read_into(&mut row[..]).is_err());
    // They come back while the dataset is open.
    for n in [1, 2] {
        let back = File::create(dir.file(&format!("{n}.h5")))?;
        back.create_dataset("data", stacked().row(n).to_owned())?;
    }
    assert_eq!(stack.require_sources().read::<Array2<i64>>()?, stacked());
    Ok(())
}

#[test]
fn what_is_written_goes_to_the_sources() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("stack.h5");
    h5py.script(STACK, &[&path, Path::new(NEWEST)]);
    let file = File::open_rw(&path)?;
    let stack = file.dataset("stack")?;
    stack.select((..4, 1..3))?.write([[100, 200]; 4])?;
    stack.select((0, 0))?.write(7)?;
    let words = file.new_dataset::<String>().shape(1);
    let words = words.virtual_source(.., VirtualSource::in_same_file("words", 1)).create("w")?;
    file.create_dataset("words", ["one"])?;
    assert!(matches!(kind(words.write(["two"])), ErrorKind::Unsupported { .. }));
    assert!(matches!(kind(stack.append([[0; 5]])), ErrorKind::Unsupported { .. }));
    // The last row has no source.
    assert!(stack.write(0).is_err());
    std::fs::remove_file(dir.file("3.h5")).unwrap();
    let refused = kind(stack.select(..4)?.write(0));
    assert!(matches!(refused, ErrorKind::MissingSources { .. }), "{refused:?}");
    file.close()?;
    h5py.file(dir.file("0.h5")).expect("f['data'][()].tolist()", "[7, 100, 200, 3, 4]");
    h5py.file(dir.file("2.h5")).expect("f['data'][()].tolist()", "[20, 100, 200, 23, 24]");
    Ok(())
}

#[test]
fn sources_are_found_in_a_folder_that_is_said() -> Result<(), Error> {
    let dir = judges::scratch();
    std::fs::create_dir(dir.file("sub")).unwrap();
    File::create(dir.file("sub/x.h5"))?.create_dataset("x", [1, 2])?;
    let file = File::create(dir.file("v.h5"))?;
    let x = VirtualSource::new("x.h5", "x", 2);
    let new = file.new_dataset::<i32>().shape(2).virtual_source(.., x);
    assert_eq!(new.create("v")?.read::<Vec<i32>>()?, [0, 0]);
    for folder in [dir.file("sub"), PathBuf::from("${ORIGIN}/sub")] {
        let access = DatasetAccess::new().virtual_prefix(&folder);
        let found = file.dataset_with("v", &access)?;
        assert_eq!(found.require_sources().read::<Vec<i32>>()?, [1, 2], "{}", folder.display());
    }
    Ok(())
}

#[test]
fn selections_of_both_sides_may_be_any_blocks() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("blocks.h5");
    let file = File::create(&path)?;
    let table = Array2::from_shape_fn((6, 10), |(i, j)| (10 * i + j) as i32);
    let table = file.create_dataset("table", &table)?;
    let source = |selection: Selection| VirtualSource::of(&table).map(|all| all.select(selection));
    let new = |shape: usize| file.new_dataset::<i32>().shape(shape).fill_value(-5);
    new(8)
        .virtual_source(..4, source((1, AxisSelection::blocks(0, 5, None, 2)).into())?)
        .virtual_source([5, 7], source((2, [3, 9]).into())?)
        .create("blocks")?;
    let border = Selection::from((..3, ..3)).difference((1, 1))?;
    new(8).virtual_source(.., source(border)?).create("border")?;
    file.new_dataset::<i32>()
        .shape((2, 3))
        .virtual_source((.., ..2), source((s_even(), 0..2).into())?.select((..2, 4..6)))
        .virtual_source((.., 2), source(([0, 5], -1).into())?)
        .create("columns")?;
    let scalar = VirtualSource::in_same_file("table", (6, 10)).select((3, 3));
    file.new_dataset::<i32>().virtual_source((), scalar).create("scalar")?;
    file.close()?;
    let file = File::open(&path)?;
    let read = |name: &str| file.dataset(name)?.read::<Vec<i32>>();
    assert_eq!(read("blocks")?, [10, 11, 15, 16, -5, 23, -5, 29]);
    assert_eq!(read("border")?, [0, 1, 2, 10, 12, 20, 21, 22]);
    assert_eq!(read("columns")?, [4, 5, 9, 14, 15, 59]);
    assert_eq!(file.dataset("scalar")?.read::<i32>()?, 33);
    h5py.file(&path)
        .expect("f['blocks'][()].tolist()", "[10, 11, 15, 16, -5, 23, -5, 29]")
        .expect("f['border'][()].tolist()", "[0, 1, 2, 10, 12, 20, 21, 22]")
        .expect("f['columns'][()].tolist()", "[[4, 5, 9], [14, 15, 59]]");
    Ok(())
}

#[test]
fn numbers_of_a_source_that_do_not_fit_are_an_error() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("types.h5"))?;
    let wide = file.create_dataset("wide", [1, 300])?;
    let narrow = file.new_dataset::<u8>().shape(2).virtual_source(.., VirtualSource::of(&wide)?);
    let narrow = narrow.create("narrow")?;
    assert_eq!(narrow.select(0)?.read::<u8>()?, 1);
    assert!(matches!(kind(narrow.read::<Vec<u8>>()), ErrorKind::ValueOutOfRange { .. }));
    assert_eq!(narrow.clip().read::<Vec<u8>>()?, [1, 255]);
    let bytes = file.create_dataset("bytes", [1_u8, 2])?;
    let broad = file.new_dataset::<i32>().shape(2).virtual_source(.., VirtualSource::of(&bytes)?);
    let broad = broad.create("broad")?;
    broad.write([7, 8])?;
    assert!(matches!(kind(broad.write([7, 256])), ErrorKind::ValueOutOfRange { .. }));
    assert_eq!(bytes.read::<Vec<u8>>()?[0], 7);
    let words = file.create_dataset("words", ["one", "two"])?;
    let words =
        file.new_dataset::<String>().shape(2).virtual_source(.., VirtualSource::of(&words)?);
    assert_eq!(words.create("more words")?.read::<Vec<String>>()?, ["one", "two"]);
    Ok(())
}

#[test]
fn a_dataset_like_a_virtual_one_has_elements_of_its_own() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("like.h5"))?;
    let x = file.create_dataset("x", [1, 2, 3])?;
    let v = file.new_dataset::<i32>().shape(5).fill_value(-5);
    let v = v.virtual_source(1..4, VirtualSource::of(&x)?).create("v")?;
    let copy = file.create_dataset_like("copy", &v)?;
    assert_eq!(copy.layout()?, Layout::Contiguous);
    v.copy_values_to(&copy)?;
    x.write(0)?;
    assert_eq!(copy.read::<Vec<i32>>()?, [-5, 1, 2, 3, -5]);
    let rows: Vec<i32> = v.rows::<i32>()?.collect::<Result<_, _>>()?;
    assert_eq!(rows, [-5, 0, 0, 0, -5]);
    Ok(())
}

/// libhdf5 frees what it has of a source that a virtual dataset is using.
#[test]
fn what_a_virtual_dataset_uses_is_not_refreshed_with_it_or_without() -> Result<(), Error> {
    let dir = judges::scratch();
    let path = dir.file("refresh.h5");
    let file = File::options().libver(hdf5::LibVer::V110, hdf5::LibVer::Latest).create(&path)?;
    let x = file.new_dataset::<i32>().shape((0.., 0..)).chunk((10, 10)).create("x")?;
    x.resize((50, 50))?;
    x.write(3)?;
    for name in ["v", "w"] {
        let v = file.new_dataset::<i32>().shape((50, 50));
        v.virtual_source(.., VirtualSource::of(&x)?).create(name)?;
    }
    let v = VirtualSource::in_same_file("v", (50, 50));
    file.new_dataset::<i32>().shape((50, 50)).virtual_source(.., v).create("of v")?;
    file.create_dataset("other", [1])?;
    drop(x);
    file.close()?;
    let sum = |x: &Dataset| x.read::<Vec<i32>>().map(|values| values.iter().sum::<i32>());
    for followed in [false, true] {
        let file = if followed { File::open_swmr(&path)? } else { File::open(&path)? };
        let other = file.dataset("other")?;
        for (one, two) in [("x", "v"), ("v", "w"), ("v", "of v"), ("x", "of v")] {
            let datasets = [file.dataset(one)?, file.dataset(two)?];
            for x in &datasets {
                sum(x)?;
            }
            for x in &datasets {
                let error = x.refresh().unwrap_err();
                assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
                other.refresh()?;
            }
            for x in &datasets {
                assert_eq!(sum(x)?, 7500);
            }
            let [one, two] = datasets;
            drop(one);
            two.refresh()?;
            assert_eq!(sum(&two)?, 7500);
        }
    }
    Ok(())
}
