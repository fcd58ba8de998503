//! Files that one process writes while others read them.

use std::thread;
use std::time::Duration;

use hdf5::swmr::{NewRows, SwmrReader, SwmrWriter};
use hdf5::{
    AllocTime, ChunkCache, DatasetAccess, ErrorKind, File, FixedUtf8, H5Type, LibVer, Locking,
};
use judges::Scratch;

const SECOND: Duration = Duration::from_secs(10);

/// A file with a growing dataset `x` of numbers in chunks of 4.
fn started(dir: &Scratch) -> (std::path::PathBuf, SwmrWriter) {
    let path = dir.file("run.h5");
    let builder = File::create_swmr(&path).unwrap();
    let x = builder.file().new_dataset::<i64>().shape((0..,)).chunk(4).create("group/x").unwrap();
    x.attrs().set("units", "K").unwrap();
    (path, builder.start().unwrap())
}

#[test]
fn h5py_sees_the_dataset_grow() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, writer) = started(&dir);
    let x = writer.dataset::<i64>("group/x").unwrap();
    let script = "
        f = h5py.File(args[0], 'r', swmr=True)
        x = f['group/x']
        say(x.attrs['units'])
        while hear() == 'look':
            x.refresh()
            say(str(x[:].tolist()))
    ";
    let mut reader = h5py.spawn(script, &[&path]);
    reader.wait_for("K");
    let mut all = Vec::new();
    for round in 0..5 {
        let rows: Vec<i64> = (0..3).map(|row| 10 * round + row).collect();
        x.append(&rows).unwrap();
        all.extend(rows);
        reader.say("look");
        reader.wait_for(&format!("{all:?}"));
    }
    x.overwrite(1..3, &[-1, -2]).unwrap();
    (all[1], all[2]) = (-1, -2);
    reader.say("look");
    reader.wait_for(&format!("{all:?}"));
    reader.say("end");
    reader.finish();
    assert_eq!(x.shape().unwrap(), [15]);
    writer.close().unwrap();
    assert_eq!(*x.append(&1).unwrap_err().kind(), ErrorKind::Closed);
    h5py.file(&path).expect("f['group/x'][:].tolist()", &format!("{all:?}"));
}

/// h5py looks as often as it can, at rows of several chunks.
#[test]
fn h5py_never_sees_a_row_without_its_data() {
    const ROWS: i32 = 3000;
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let builder = File::create_swmr(&path).unwrap();
    let new = || builder.file().new_dataset::<i32>().shape((0.., 40)).chunk((7, 10));
    new().create("plain").unwrap();
    new().alloc_time(AllocTime::Early).create("early").unwrap();
    let writer = builder.start().unwrap();
    let names = ["plain", "early"];
    let datasets = names.map(|name| writer.dataset::<i32>(name).unwrap());
    let script = "
        f = h5py.File(args[0], 'r', swmr=True)
        say('open')
        seen = {'plain': 0, 'early': 0}
        looks = 0
        while min(seen.values()) < 3000:
            for name in seen:
                x = f[name]
                x.refresh()
                end = len(x)
                assert end >= seen[name]
                rows = x[max(seen[name] - 8, 0):end]
                assert (rows[:, ::3] == np.arange(end - len(rows), end)[:, None] + 1).all(), (name, end, rows)
                looks += end > seen[name]
                seen[name] = end
        say('enough' if looks > 20 else f'only {looks} looks')
    ";
    let mut reader = h5py.spawn(script, &[&path]);
    reader.wait_for("open");
    let mut next = 0;
    while next < ROWS {
        let end = (next + next % 5 + 1).min(ROWS);
        let rows: Vec<[i32; 40]> = (next..end).map(|row| [row + 1; 40]).collect();
        datasets.iter().for_each(|dataset| dataset.append(&rows).unwrap());
        next = end;
        thread::sleep(Duration::from_micros(500));
    }
    reader.wait_for("enough");
    reader.finish();
    writer.close().unwrap();
}

/// Rows that h5py appends, as a script with one of `in` for how it does so.
const H5PY_WRITER: &str = "
    f = h5py.File(args[0], 'w', libver=('v110', 'v110'))
    x = f.create_dataset('x', (0, 3), 'f8', maxshape=(None, 3), chunks=(4, 2))
    z = f.create_dataset('z', (0, 3), 'f8', maxshape=(None, 3), chunks=(4, 2), compression='gzip')
    f.swmr_mode = True
    say('started')
    while True:
        how = hear()
        if how == 'end':
            break
        for d in x, z:
            n = len(d)
            if how in ('rows', 'extent'):
                d.resize(n + 3, axis=0)
            if how in ('rows', 'data'):
                first = n if how == 'rows' else n - 3
                d[first:] = np.arange(3 * first, 3 * first + 9).reshape(3, 3)
            d.flush()
        say(how)
    f.close()
    say('closed')
";

fn numbers(rows: &NewRows<f64>) -> (usize, Vec<f64>) {
    (rows.first(), rows.elements().to_vec())
}

fn counted(rows: std::ops::Range<usize>) -> (usize, Vec<f64>) {
    (rows.start, (3 * rows.start..3 * rows.end).map(|number| number as f64).collect())
}

#[test]
fn what_h5py_appends_is_followed_row_by_row() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let mut writer = h5py.spawn(H5PY_WRITER, &[&path]);
    writer.wait_for("started");
    let reader = SwmrReader::open(&path).unwrap();
    assert!(reader.is_being_written().unwrap());
    assert!(!reader.file().is_writable());
    for name in ["x", "z"] {
        let mut rows = reader.follow::<f64>(name).unwrap();
        assert!(rows.poll().unwrap().is_none());
    }
    let (mut x, mut z) = (reader.follow::<f64>("x").unwrap(), reader.follow::<f64>("z").unwrap());
    for round in 0..5 {
        writer.say("rows");
        writer.wait_for("rows");
        for rows in [&mut x, &mut z] {
            let new = rows.wait(SECOND).unwrap().unwrap();
            assert_eq!(numbers(&new), counted(3 * round..3 * round + 3));
            assert_eq!(new.shape(), [3, 3]);
            assert!(rows.poll().unwrap().is_none());
        }
    }
    // From the start again, in parts.
    let parts = reader.follow::<f64>("x").unwrap().from_row(2).batch_rows(5);
    let parts: Vec<_> =
        { parts }.batches(Duration::ZERO).map(|rows| numbers(&rows.unwrap())).collect();
    assert_eq!(parts, [counted(2..7), counted(7..12), counted(12..15)]);
    writer.say("end");
    writer.wait_for("closed");
    writer.finish();
    assert!(!reader.is_being_written().unwrap());
    // Nobody is waited for who has gone.
    assert!(x.wait(Duration::from_secs(600)).unwrap().is_none());
    assert_eq!(x.position(), 15);
}

/// 15 rows are in chunks of 4: the new chunks of an extent are not in the file before their data is.
#[test]
fn rows_whose_data_is_not_there_yet_are_not_given() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let mut writer = h5py.spawn(H5PY_WRITER, &[&path]);
    writer.wait_for("started");
    let reader = SwmrReader::open(&path).unwrap();
    for (name, settled) in [("x", false), ("z", false), ("x", true), ("z", true)] {
        let mut rows = reader.follow::<f64>(name).unwrap().settled(settled);
        assert!(rows.poll().unwrap().is_none());
    }
    let (mut x, mut z) = (reader.follow::<f64>("x").unwrap(), reader.follow::<f64>("z").unwrap());
    let mut settled = reader.follow::<f64>("x").unwrap().settled(true);
    for step in ["extent", "data"] {
        for rows in [&mut x, &mut z, &mut settled] {
            assert!(rows.poll().unwrap().is_none());
        }
        writer.say(step);
        writer.wait_for(step);
    }
    for rows in [&mut x, &mut z] {
        assert_eq!(numbers(&rows.poll().unwrap().unwrap()), counted(0..3));
    }
    assert!(settled.poll().unwrap().is_none());
    // Row 3 would be in the first chunk, which is there; rows 4 and 5 are not.
    writer.say("extent");
    writer.wait_for("extent");
    assert_eq!(numbers(&settled.poll().unwrap().unwrap()), counted(0..3));
    assert!(settled.poll().unwrap().is_none());
    writer.say("data");
    writer.wait_for("data");
    assert!(settled.poll().unwrap().is_none());
    writer.say("end");
    writer.wait_for("closed");
    assert_eq!(numbers(&settled.poll().unwrap().unwrap()), counted(3..6));
    writer.finish();
}

#[test]
fn a_file_that_exists_is_appended_to() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let created = h5py.file(&path).opened("'w', libver=('v110', 'v110')");
    created.run("f.create_dataset('x', (2,), 'i4', maxshape=(None,))");
    let writer = File::open_swmr_writer(&path).unwrap();
    let access =
        DatasetAccess::new().chunk_cache(ChunkCache { slots: 11, bytes: 1 << 22, w0: 0.5 });
    writer.dataset_with::<i32>("x", &access).unwrap().append(&[5, 6]).unwrap();
    // The second is in the way, and readers are not.
    assert_eq!(*File::open_swmr_writer(&path).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    assert_eq!(h5py.file(&path).opened("'r+'").error_of("1"), "BlockingIOError");
    writer.close().unwrap();
    h5py.file(&path).expect("f['x'][:].tolist()", "[0, 0, 5, 6]");
    let file = File::options().libver(LibVer::V110, LibVer::Latest).open_rw(&path).unwrap();
    let x = file.dataset("x").unwrap();
    let writer = file.start_swmr().unwrap();
    assert_eq!(*x.shape().unwrap_err().kind(), ErrorKind::Closed);
    writer.dataset::<i32>("x").unwrap().append(&7).unwrap();
    writer.close().unwrap();
    h5py.file(&path).expect("f['x'][:].tolist()", "[0, 0, 5, 6, 7]");
}

#[test]
fn a_file_of_an_old_format_is_refused() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("old.h5");
    let error = File::options().libver(LibVer::V18, LibVer::Latest).create_swmr(&path).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }));
    assert!(
        error.to_string().contains("HDF5 1.10") && error.to_string().contains("V18"),
        "{error}"
    );
    assert!(!path.exists());
    h5py.create(&path, "f.create_dataset('x', (2,), 'i4', maxshape=(None,))");
    let before = std::fs::read(&path).unwrap();
    let error = File::open_swmr_writer(&path).unwrap_err();
    assert!(error.to_string().contains("before HDF5 1.10"), "{error}");
    assert!(matches!(error.kind(), ErrorKind::NotForSwmr { .. }), "{error}");
    assert!(std::fs::read(&path).unwrap() == before);
    let error = File::in_memory().unwrap().start_swmr().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    let error = File::open(&path).unwrap().start_swmr().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ReadOnly);
}

#[test]
fn datasets_whose_elements_lie_elsewhere_are_named() {
    #[derive(H5Type)]
    struct Event {
        time: f64,
        notes: [String; 2],
    }
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    type Make = fn(&File);
    let makes: [(Make, &str); 4] = [
        (|file| drop(file.create_dataset("log/x", ["a"]).unwrap()), "variable length"),
        (
            |file| drop(file.new_dataset::<Vec<u8>>().shape(1).create("log/x").unwrap()),
            "variable length",
        ),
        (
            |file| drop(file.new_dataset::<Event>().shape((0..,)).create("log/x").unwrap()),
            "variable length",
        ),
        (
            |file| {
                let reference = file.create_dataset("a", 1).unwrap().reference().unwrap();
                file.create_dataset("log/x", reference).unwrap();
            },
            "references",
        ),
    ];
    for (make, reason) in makes {
        let builder = File::create_swmr(&path).unwrap();
        builder.file().create_dataset("numbers", [1, 2]).unwrap();
        // Attributes may be of any type: they stay as they are.
        builder.file().attrs().set("names", ["a", "b"]).unwrap();
        make(builder.file());
        let error = builder.start().unwrap_err();
        let ErrorKind::NotForSwmr { path: name, .. } = error.kind() else { panic!("{error}") };
        assert_eq!(name, "log/x");
        assert!(error.to_string().contains(reason), "{error}");
        // It is closed, and nobody is told to follow it.
        assert!(File::open(&path).unwrap().contains("numbers").unwrap());
        let error = SwmrReader::open(&path).unwrap().follow::<f64>("log/x").unwrap_err();
        assert!(matches!(
            error.kind(),
            ErrorKind::NotForSwmr { .. } | ErrorKind::Unsupported { .. }
        ));
    }
}

#[test]
fn only_data_of_the_type_and_shape_is_appended() {
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let builder = File::create_swmr(&path).unwrap();
    let file = builder.file();
    file.new_dataset::<i16>().shape((0, 2)).max_shape((5, 2)).create("pairs").unwrap();
    file.create_dataset("fixed", [1, 2, 3]).unwrap();
    let writer = builder.start().unwrap();
    let error = writer.dataset::<FixedUtf8<4>>("pairs").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error}");
    let error = writer.dataset::<i16>("none").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
    let pairs = writer.dataset::<i64>("pairs").unwrap();
    pairs.append(&[[1, 2], [3, 4]]).unwrap();
    pairs.append(&ndarray::array![5_i64, 6]).unwrap();
    assert!(matches!(
        *pairs.append(&[1, 70_000]).unwrap_err().kind(),
        ErrorKind::ValueOutOfRange { .. }
    ));
    let error = pairs.append(&[1, 2, 3]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::ShapeMismatch { .. }), "{error}");
    let error = pairs.append(&[[0; 2]; 3]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::BeyondMaximum { .. }), "{error}");
    let error = pairs.overwrite(2..4, &[[0; 2]; 2]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::OutOfBounds { .. }), "{error}");
    assert_eq!(pairs.shape().unwrap(), [3, 2]);
    let fixed = writer.dataset::<i32>("fixed").unwrap();
    assert!(matches!(fixed.append(&4).unwrap_err().kind(), ErrorKind::BeyondMaximum { .. }));
    fixed.overwrite(1, &-2).unwrap();
    writer.close().unwrap();
    let file = File::open(&path).unwrap();
    assert_eq!(file.dataset("pairs").unwrap().read::<Vec<i32>>().unwrap(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(file.dataset("fixed").unwrap().read::<Vec<i32>>().unwrap(), [1, -2, 3]);
}

#[test]
fn structs_are_followed_in_datasets_of_all_kinds() {
    #[derive(H5Type, Clone, Copy, PartialEq, Debug)]
    struct Event {
        name: FixedUtf8<6>,
        at: [f32; 2],
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let builder = File::create_swmr(&path).unwrap();
    let file = builder.file();
    let new = || file.new_dataset::<Event>().shape((0.., 2)).chunk((3, 1));
    new().create("plain").unwrap();
    new().deflate(1).fletcher32().create("packed").unwrap();
    new().alloc_time(AllocTime::Early).create("early").unwrap();
    file.new_dataset::<Event>()
        .shape((0, 2))
        .max_shape((10, 2))
        .chunk((3, 1))
        .create("limited")
        .unwrap();
    file.new_dataset::<Event>().shape((0.., 2..)).chunk((3, 1)).create("both axes").unwrap();
    file.new_dataset::<Event>()
        .shape((0, 2))
        .max_shape((10, 2))
        .chunk((10, 2))
        .create("one chunk")
        .unwrap();
    let names: Vec<String> = file.names().unwrap().iter().map(ToString::to_string).collect();
    // Datasets that do not grow may be beside.
    file.create_dataset("table", vec![1.5; 1000]).unwrap();
    let writer = builder.start().unwrap();
    let event =
        |row: usize| Event { name: format!("e{row}").parse().unwrap(), at: [row as f32, 0.5] };
    let script = "
        f = h5py.File(args[0], 'r', swmr=True)
        f['table'][999]
        for name in f:
            f[name][...]
        while hear() == 'look':
            for name in f:
                f[name].refresh()
            say(str([len(f[name]) for name in f if name != 'table']))
            assert all((f[name]['at'][:, 1, 0] == np.arange(len(f[name]))).all() for name in f if name != 'table')
            assert f['table'][999] == 1.5
    ";
    let mut other = h5py.spawn(script, &[&path]);
    let reader = SwmrReader::open(&path).unwrap();
    for round in 0..5 {
        for name in &names {
            let rows = [2 * round, 2 * round + 1].map(|row| [event(row); 2]);
            writer.dataset::<Event>(name).unwrap().append(&rows).unwrap();
        }
        other.say("look");
        other.wait_for(&format!("{:?}", vec![2 * round + 2; 6]));
    }
    for name in &names {
        let mut rows = reader.follow::<Event>(name).unwrap();
        let new = rows.poll().unwrap().unwrap();
        let expected: Vec<_> = (0..10).flat_map(|row| [event(row); 2]).collect();
        assert_eq!(new.elements(), expected, "{name}");
        assert_eq!(new.iter().nth(9).unwrap(), [event(9); 2]);
        assert_eq!(new.into_array().shape(), [10, 2]);
    }
    other.say("end");
    other.finish();
}

#[test]
fn others_are_told_whether_the_file_is_in_use() {
    let dir = judges::scratch();
    let (path, writer) = started(&dir);
    // This process may.
    assert!(File::open(&path).unwrap().contains("group/x").unwrap());
    let h5py = judges::h5py!();
    let judge = h5py.file(&path);
    assert_eq!(judge.error_of("1"), "OSError");
    assert_eq!(judge.opened("'r+'").error_of("1"), "BlockingIOError");
    let seen = hdf5::recover(&path, &hdf5::RecoverMode::Inspect).unwrap();
    assert!(seen.in_use && seen.was_swmr && !seen.repaired, "{seen}");
    writer.close().unwrap();
    let seen = hdf5::recover(&path, &hdf5::RecoverMode::Inspect).unwrap();
    assert!(!seen.in_use && !seen.is_needed(), "{seen}");
}

/// What `h5py` opens cannot be opened by this process otherwise.
#[test]
fn a_file_that_h5py_writes_is_not_opened_otherwise() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let mut writer = h5py.spawn(H5PY_WRITER, &[&path]);
    writer.wait_for("started");
    assert_eq!(*File::open(&path).unwrap_err().kind(), ErrorKind::Locked);
    assert_eq!(*File::open_rw(&path).unwrap_err().kind(), ErrorKind::Locked);
    if cfg!(target_os = "linux") {
        let error = hdf5::recover(&path, &hdf5::RecoverMode::InPlace).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Locked);
    }
    writer.kill();
    for options in [File::options(), File::options().locking(Locking::Off)] {
        for error in [options.open(&path).unwrap_err(), options.open_rw(&path).unwrap_err()] {
            assert_eq!(*error.kind(), ErrorKind::LeftOpen);
            let told = format!("{error:#}\n{error:?}");
            assert!(told.contains("hdf5::recover") && !told.contains("h5clear"), "{told}");
        }
    }
    // As it is, it can be read.
    let reader = SwmrReader::open(&path).unwrap();
    assert!(reader.is_being_written().unwrap());
    assert!(reader.follow::<f64>("x").unwrap().poll().unwrap().is_none());
}

#[test]
fn a_follower_tells_of_a_dataset_that_shrinks() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let script = "
        f = h5py.File(args[0], 'w', libver=('v110', 'v110'))
        x = f.create_dataset('x', (8,), 'i4', maxshape=(None,), chunks=(4,))
        f.swmr_mode = True
        say('started')
        hear()
        x.resize(3, axis=0)
        x.flush()
        say('shrunk')
        hear()
    ";
    let mut writer = h5py.spawn(script, &[&path]);
    writer.wait_for("started");
    let mut rows = SwmrReader::open(&path).unwrap().follow::<i32>("x").unwrap();
    // Nothing was written; filler is not given.
    assert!(rows.poll().unwrap().is_none());
    writer.say("shrink");
    writer.wait_for("shrunk");
    let error = rows.poll().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Shrunk { from: 8, to: 3 });
    assert!(error.to_string().contains("\"/x\" in"), "{error}");
    writer.kill();
}

#[test]
fn a_follower_tells_of_a_file_that_is_replaced() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let mut writer = h5py.spawn(H5PY_WRITER, &[&path]);
    writer.wait_for("started");
    writer.say("rows");
    writer.wait_for("rows");
    let mut rows = SwmrReader::open(&path).unwrap().follow::<f64>("x").unwrap();
    assert!(rows.poll().unwrap().is_some());
    writer.kill();
    h5py.file(&path).opened("'w', locking=False").run("f['x'] = 1");
    assert_eq!(*rows.poll().unwrap_err().kind(), ErrorKind::Replaced);
    drop(rows);
    for way in ["os.remove(args[0])", "os.rename(args[1], args[0])"] {
        let (path, writer) = started(&dir);
        let x = writer.dataset::<i64>("group/x").unwrap();
        x.append(&[1, 2, 3]).unwrap();
        let mut rows = SwmrReader::open(&path).unwrap().follow::<i64>("group/x").unwrap();
        assert!(rows.poll().unwrap().is_some());
        assert!(rows.poll().unwrap().is_none());
        let other = dir.file("other.h5");
        h5py.create(&other, "f['group/x'] = [1, 2, 3]");
        h5py.script(&format!("import os; {way}"), &[&path, &other]);
        let error = rows.poll().unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Replaced, "{way}: {error}");
        drop((x, writer));
    }
}

#[test]
fn threads_append_and_follow_in_one_process() {
    const ROWS: i64 = 2000;
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let builder = File::create_swmr(&path).unwrap();
    for name in ["a", "b"] {
        builder.file().new_dataset::<i64>().shape((0..,)).chunk(64).create(name).unwrap();
    }
    let writer = builder.start().unwrap();
    thread::scope(|scope| {
        for name in ["a", "b"] {
            let rows = writer.dataset::<i64>(name).unwrap();
            scope.spawn(move || {
                let mut next = 0;
                while next < ROWS {
                    let end = (next + next % 7 + 1).min(ROWS);
                    rows.append(&(next..end).collect::<Vec<_>>()).unwrap();
                    next = end;
                }
            });
            let mut rows = SwmrReader::open(&path).unwrap().follow::<i64>(name).unwrap();
            scope.spawn(move || {
                let mut next = 0;
                while next < ROWS {
                    let new = rows.wait(SECOND).unwrap().expect("the writer goes on");
                    assert_eq!(new.first() as i64, next);
                    for &row in new.elements() {
                        assert_eq!(row, next);
                        next += 1;
                    }
                }
            });
        }
    });
    writer.close().unwrap();
}

#[test]
fn the_file_always_says_where_it_ends() {
    let dir = judges::scratch();
    let (path, writer) = started(&dir);
    let x = writer.dataset::<i64>("group/x").unwrap();
    let inspect = || hdf5::recover(&path, &hdf5::RecoverMode::Inspect).unwrap();
    for row in 0..500_i64 {
        x.append(&row).unwrap();
        let seen = inspect();
        assert!(seen.end >= seen.size, "{row}: {seen}");
    }
    // Unless somebody has no need for it.
    writer.set_end_interval(Duration::from_secs(3600));
    x.append(&vec![1; 5000]).unwrap();
    assert!(inspect().end < inspect().size);
    writer.flush().unwrap();
    assert!(inspect().end >= inspect().size);
}

/// libhdf5 crashes when it reads a dataset that was refreshed while it was open twice.
#[test]
fn a_dataset_is_refreshed_however_often_it_is_open() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("run.h5");
    let mut writer = h5py.spawn(H5PY_WRITER, &[&path]);
    writer.wait_for("started");
    let files = [File::open_swmr(&path).unwrap(), File::open_swmr(&path).unwrap()];
    let open: Vec<_> = files
        .iter()
        .flat_map(|file| [file.dataset("x").unwrap(), file.dataset("x").unwrap()])
        .collect();
    for round in 1..5 {
        writer.say("rows");
        writer.wait_for("rows");
        for x in &open {
            x.refresh().unwrap();
            assert_eq!(x.read::<Vec<f64>>().unwrap(), counted(0..3 * round).1);
        }
    }
    writer.say("end");
    writer.wait_for("closed");
    writer.finish();
    drop((files, open));
    // Nobody writes it now; it may be opened in the usual way.
    let file = File::open(&path).unwrap();
    let (one, two) = (file.dataset("x").unwrap(), file.dataset("x").unwrap());
    assert!(matches!(one.refresh().unwrap_err().kind(), ErrorKind::InvalidArgument { .. }));
    drop(two);
    one.refresh().unwrap();
    assert_eq!(one.shape().unwrap(), [12, 3]);
}

/// Rows that were never written have no chunks: while the file is written they may still come.
#[test]
fn rows_that_nobody_has_written_are_given_once_the_file_is_closed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("hole.h5");
    let script = "
        f = h5py.File(args[0], 'w', libver=('v110', 'v110'))
        x = f.create_dataset('holes', (8,), 'i4', maxshape=(None,), chunks=(4,), fillvalue=-1)
        f.swmr_mode = True
        x.resize(10, axis=0)
        x[8:] = [5, 6]
        x.flush()
        say('written')
        hear()
        f.close()
    ";
    let mut writer = h5py.spawn(script, &[&path]);
    writer.wait_for("written");
    let reader = SwmrReader::open(&path).unwrap();
    let mut rows = reader.follow::<i32>("holes").unwrap();
    assert!(rows.poll().unwrap().is_none());
    writer.say("close");
    writer.finish();
    let found = rows.wait(Duration::from_secs(1)).unwrap().unwrap();
    assert_eq!(found.elements(), [-1, -1, -1, -1, -1, -1, -1, -1, 5, 6]);
    assert!(rows.wait(Duration::ZERO).unwrap().is_none());
}

#[test]
fn another_handle_of_this_process_cannot_create_either() {
    let dir = judges::scratch();
    let (path, writer) = started(&dir);
    assert_eq!(*File::open_rw(&path).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    assert_eq!(*File::append(&path).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    writer.close().unwrap();
    let options = File::options().libver(LibVer::V110, LibVer::Latest);
    let (file, other) = (options.open_rw(&path).unwrap(), options.open_rw(&path).unwrap());
    assert_eq!(*file.start_swmr().unwrap_err().kind(), ErrorKind::AlreadyOpen);
    other.create_group("still works").unwrap();
    other.close().unwrap();
    assert!(File::open(&path).unwrap().contains("still works").unwrap());
}

/// A row has as many chunks as the file says, most of which are not there.
#[test]
fn a_row_of_very_many_chunks_takes_neither_memory_nor_time() {
    let dir = judges::scratch();
    let path = dir.file("wide.h5");
    let builder = File::create_swmr(&path).unwrap();
    let x = builder.file().new_dataset::<u8>().shape((4.., 1 << 30)).chunk((1, 1));
    x.create("x").unwrap();
    let writer = builder.start().unwrap();
    let mut rows = SwmrReader::open(&path).unwrap().follow::<u8>("x").unwrap();
    assert!(rows.poll().unwrap().is_none());
    writer.close().unwrap();
}
