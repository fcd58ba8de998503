//! Opening, creating and closing files, beside h5py.

use std::fs;
use std::path::Path;

use hdf5::{ErrorKind, File, Locking};

/// One of the ways to open a file.
type Open = fn(&Path) -> hdf5::Result<File>;
const OPEN: Open = |path| File::open(path);
const OPEN_RW: Open = |path| File::open_rw(path);
const CREATE: Open = |path| File::create(path);
const CREATE_NEW: Open = |path| File::create_new(path);
const APPEND: Open = |path| File::append(path);

#[test]
fn a_new_file_is_read_by_h5py_and_by_the_oldest_tools() {
    let (h5py, h5dump) = (judges::h5py!(), judges::h5dump!());
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let data = ndarray::Array2::from_shape_fn((3, 4), |(i, j)| i as f64 + 0.25 * j as f64);
    let file = File::create(&path).unwrap();
    file.create_dataset("a", &data).unwrap();
    file.close().unwrap();

    h5py.file(&path)
        .assert("f['a'].shape == (3, 4)")
        .expect("f['a'].dtype.str", "'<f8'")
        .assert("(f['a'][()] == np.arange(3)[:, None] + 0.25 * np.arange(4)).all()")
        .expect("f.libver[0]", "'earliest'");
    // The version of the superblock: 0 is the one that every release of HDF5 reads.
    assert_eq!(fs::read(&path).unwrap()[8], 0);
    assert!(h5dump.dump(&path, &["-d", "/a"]).contains("H5T_IEEE_F64LE"));
}

#[test]
fn modes_do_what_h5py_does_with_files_that_exist_and_files_that_do_not() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let modes = [("r", OPEN), ("r+", OPEN_RW), ("w", CREATE), ("x", CREATE_NEW), ("a", APPEND)];
    for (mode, open) in modes {
        for exists in [false, true] {
            let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
            for path in [&ours, &theirs] {
                let _ = fs::remove_file(path);
                if exists {
                    h5py.create(path, "f['old'] = 1");
                }
            }
            // What can be told of the outcome: an error, or whether the old content is there and
            // something can be added.
            let outcome = match open(&ours) {
                Err(error) => match error.kind() {
                    ErrorKind::NotFound { .. } => "FileNotFoundError".to_owned(),
                    ErrorKind::AlreadyExists => "FileExistsError".to_owned(),
                    other => format!("{other:?}"),
                },
                Ok(file) => {
                    let old = file.contains("old").unwrap();
                    let writes = file.create_group("new").is_ok();
                    format!("old {old}, writes {writes}")
                }
            };
            let expected = h5py.script(
                "
                try:
                    with h5py.File(args[0], args[1]) as f:
                        old = 'old' in f
                        try:
                            f.create_group('new')
                            writes = True
                        except ValueError:
                            writes = False
                        print(f'old {str(old).lower()}, writes {str(writes).lower()}', end='')
                except OSError as error:
                    print(type(error).__name__, end='')
                ",
                &[&theirs, Path::new(mode)],
            );
            assert_eq!(outcome, expected, "mode {mode}, exists: {exists}");
            assert_eq!(ours.exists(), theirs.exists(), "mode {mode}, exists: {exists}");
        }
    }
}

#[test]
fn what_is_not_a_whole_hdf5_file_is_told_apart() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("whole.h5");
    h5py.create(&path, "f['a'] = np.arange(1000)");
    let whole = fs::read(&path).unwrap();

    for (content, expected) in [
        (b"this is a text file\n".as_slice(), ErrorKind::NotHdf5),
        (b"", ErrorKind::NotHdf5),
        (&whole[..whole.len() - 100], ErrorKind::Truncated),
    ] {
        let path = dir.file("part.h5");
        fs::write(&path, content).unwrap();
        for open in [OPEN, OPEN_RW, APPEND] {
            let error = open(&path).unwrap_err();
            assert_eq!(*error.kind(), expected);
            assert!(error.to_string().contains("part.h5"), "{error}");
            assert_eq!(error.file_path(), Some(path.as_path()));
        }
        assert_eq!(
            fs::read(&path).unwrap(),
            content,
            "a file that cannot be opened stays as it is"
        );
    }
}

#[test]
fn a_user_block_is_left_free_and_h5py_finds_the_file_behind_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("block.h5");
    let file = File::options().userblock(512).create(&path).unwrap();
    file.create_dataset("x", 7).unwrap();
    file.close().unwrap();

    let mut bytes = fs::read(&path).unwrap();
    bytes[..10].copy_from_slice(b"#!/bin/sh\n");
    fs::write(&path, bytes).unwrap();
    h5py.file(&path).expect("f.userblock_size", "512").expect("int(f['x'][()])", "7");
    assert_eq!(File::open(&path).unwrap().dataset("x").unwrap().read::<i32>().unwrap(), 7);

    let error = File::options().userblock(513).create(dir.file("no.h5")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert!(!dir.file("no.h5").exists());
}

#[test]
fn a_file_that_is_being_written_is_locked_for_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("locked.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", 1).unwrap();
    file.flush().unwrap();
    let attempt = |statements: &str| h5py.spawn(statements, &[&path]).finish();
    let reads = "
        try:
            with h5py.File(args[0], 'r') as f: say('opened')
        except OSError as error: say(type(error).__name__)
    ";
    assert_eq!(attempt(reads), ["BlockingIOError"]);
    assert_eq!(
        attempt("with h5py.File(args[0], 'r', locking=False) as f: say('opened')"),
        ["opened"]
    );
    file.close().unwrap();
    assert_eq!(attempt(reads), ["opened"]);
}

#[test]
fn a_file_that_h5py_is_writing_is_locked_for_us() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("locked.h5");
    h5py.create(&path, "f['x'] = np.arange(100)");
    let mut writer = h5py.spawn(
        "
        f = h5py.File(args[0], 'r+')
        say('open'); hear(); f.close()
        ",
        &[&path],
    );
    writer.wait_for("open");
    let before = fs::read(&path).unwrap();
    for open in [OPEN, OPEN_RW, APPEND, CREATE] {
        let error = open(&path).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Locked, "{error:#}");
    }
    let error = File::options().core(true).create(&path).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Locked, "{error:#}");
    // h5py empties a locked file before it finds out.
    assert!(fs::read(&path).unwrap() == before, "a locked file stays as it is");
    writer.say("close");
    writer.finish();
    h5py.file(&path).expect("f['x'].shape", "(100,)");
    File::create(&path).unwrap().close().unwrap();
    h5py.file(&path).expect("list(f)", "[]");
}

#[test]
fn a_lock_is_passed_over_by_whoever_asks_for_it() {
    let h5py = judges::h5py!();
    const HELD: &str = "A_FILE_THAT_IS_HELD";
    let reads = |file: hdf5::Result<File>| file.unwrap().dataset("x").unwrap().shape().unwrap();
    if let Some(path) = std::env::var_os(HELD) {
        // Here HDF5_USE_FILE_LOCKING is FALSE, and has the last word.
        assert_eq!(reads(File::open(&path)), [100]);
        assert_eq!(reads(File::options().locking(Locking::Enforce).open(&path)), [100]);
        return;
    }
    let dir = judges::scratch();
    let path = dir.file("held.h5");
    h5py.create(&path, "f['x'] = np.arange(100)");
    let mut writer = h5py.spawn(
        "
        f = h5py.File(args[0], 'r+')
        say('open'); hear(); f.close()
        ",
        &[&path],
    );
    writer.wait_for("open");
    for locking in [Locking::Enforce, Locking::BestEffort] {
        let error = File::options().locking(locking).open(&path).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Locked, "{locking:?}: {error:#}");
    }
    assert_eq!(reads(File::options().locking(Locking::Off).open(&path)), [100]);
    let test = judges::output(
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "a_lock_is_passed_over_by_whoever_asks_for_it"])
            .env(HELD, &path)
            .env("HDF5_USE_FILE_LOCKING", "FALSE"),
    )
    .unwrap();
    let printed = String::from_utf8_lossy(&test.stdout);
    assert!(test.status.success() && printed.contains("1 passed"), "{printed}");
    writer.say("close");
    writer.finish();
    // And the reverse: what we opened without a lock keeps nobody out.
    let file = File::options().locking(Locking::Off).open_rw(&path).unwrap();
    let judged = h5py.spawn("with h5py.File(args[0], 'r') as f: say('opened')", &[&path]).finish();
    assert_eq!(judged, ["opened"]);
    file.close().unwrap();
}

#[test]
fn two_runs_of_a_program_write_the_same_bytes() {
    let dir = judges::scratch();
    let write = |name: &str| {
        let path = dir.file(name);
        let file = File::create(&path).unwrap();
        let data = file.new_dataset::<f32>().shape((0.., 3)).deflate(6).create("a/b").unwrap();
        data.append([[1.0_f32, 2.0, 3.0]]).unwrap();
        data.attrs().set("units", "K").unwrap();
        file.close().unwrap();
        fs::read(path).unwrap()
    };
    let first = write("first.h5");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == write("second.h5"));
}

#[test]
fn closing_a_file_ends_every_handle_to_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("closed.h5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("g").unwrap();
    let dataset = group.create_dataset("x", [1, 2, 3]).unwrap();
    let selected = dataset.select(0..2).unwrap();
    file.close().unwrap();

    let kinds = [
        dataset.read::<Vec<i32>>().unwrap_err(),
        dataset.write([4, 5, 6]).unwrap_err(),
        dataset.attrs().set("a", 1).unwrap_err(),
        selected.read::<Vec<i32>>().unwrap_err(),
        group.names().unwrap_err(),
        group.create_group("h").unwrap_err(),
        group.contains("x").unwrap_err(),
    ]
    .map(|error| error.kind().clone());
    assert_eq!(kinds, [const { ErrorKind::Closed }; 7]);
    drop((group, dataset, selected));
    h5py.file(&path).expect("f['g/x'][:].tolist()", "[1, 2, 3]");
    // Nothing keeps it open: it can be replaced.
    File::create(&path).unwrap().close().unwrap();
}

#[cfg(unix)]
#[test]
fn a_program_that_is_started_meanwhile_does_not_keep_the_file_locked() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for (name, options) in [("sec2.h5", File::options()), ("core.h5", File::options().core(true))] {
        let path = dir.file(name);
        let file = options.create(&path).unwrap();
        let mut child = judges::spawn(std::process::Command::new("sleep").arg("60")).unwrap();
        file.close().unwrap();
        let judged =
            h5py.spawn("with h5py.File(args[0], 'r+') as f: say('opened')", &[&path]).finish();
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(judged, ["opened"], "{name}");
    }
}

#[test]
fn a_dataset_keeps_its_file_open_when_the_file_goes_out_of_scope() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("weak.h5");
    let dataset = File::create(&path).unwrap().create_dataset("x", [0.5, 1.5]).unwrap();
    dataset.write([2.5, 3.5]).unwrap();
    drop(dataset);
    h5py.file(&path).expect("f['x'][:].tolist()", "[2.5, 3.5]");
}

#[test]
fn a_file_that_was_reached_through_a_link_is_closed_with_its_last_handle() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, other) = (dir.file("main.h5"), dir.file("other.h5"));
    h5py.create(&other, "f['x'] = [1, 2, 3]");
    h5py.create(&path, "f['link'] = h5py.ExternalLink('other.h5', '/x')");
    let file = File::open_rw(&path).unwrap();
    let linked = file.dataset("link").unwrap();
    linked.write([7, 8, 9]).unwrap();
    file.close().unwrap();
    assert_eq!(*linked.read::<Vec<i64>>().unwrap_err().kind(), ErrorKind::Closed);
    drop(linked);
    h5py.file(&other).expect("f['x'][:].tolist()", "[7, 8, 9]");
}

#[test]
fn a_file_can_live_in_memory() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (kept, gone) = (dir.file("kept.h5"), dir.file("gone.h5"));
    for (path, backing_store) in [(&kept, true), (&gone, false)] {
        let file = File::options().core(backing_store).create(path).unwrap();
        file.create_dataset("x", [1_u8, 2]).unwrap();
        file.close().unwrap();
    }
    h5py.file(&kept).expect("f['x'][:].tolist()", "[1, 2]");
    assert!(!gone.exists());
}
