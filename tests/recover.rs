//! Files that a program left open when it was killed.

use std::path::Path;

use hdf5::{ErrorKind, File, LibVer, RecoverMode, recover};
use judges::{H5py, Scratch};

/// Has h5py write a file, and kills it when it says that all is flushed.
fn left_by(h5py: H5py, path: &Path, statements: &str) {
    let script = format!("{statements}\nsay('flushed')\nhear()\n");
    let mut writer = h5py.spawn(&script, &[path]);
    writer.wait_for("flushed");
    writer.kill();
}

/// Rows beyond what the superblock says that the file has: they are flushed, and it is not.
const SWMR: &str = "
f = h5py.File(args[0], 'w', libver=('v110', 'v110'))
x = f.create_dataset('g/x', (0, 100), 'i4', maxshape=(None, 100), chunks=(10, 100))
f['table'] = np.arange(1000)
f['table'].attrs['units'] = 'K'
f.swmr_mode = True
for n in range(1, 201):
    x.resize(n, axis=0)
    x[n - 1] = n
    x.flush()
";

/// What is to be in the file that [`SWMR`] leaves.
fn check_swmr(h5py: H5py, path: &Path) {
    h5py.file(path)
        .assert("f['g/x'].shape == (200, 100)")
        .assert("(f['g/x'][:] == np.arange(1, 201)[:, None]).all()")
        .assert("f['table'][999] == 999")
        .expect("f['table'].attrs['units']", "'K'");
    h5py.edit(path, "f['g/x'].resize(201, axis=0); f['new'] = 1");
}

fn names(dir: &Scratch) -> Vec<String> {
    let entries = std::fs::read_dir(dir.path()).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn size(path: &Path) -> u64 {
    path.metadata().unwrap().len()
}

#[test]
fn a_file_is_repaired_by_way_of_a_copy() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    left_by(h5py, &path, SWMR);
    let before = std::fs::read(&path).unwrap();
    assert_eq!(*File::open(&path).unwrap_err().kind(), ErrorKind::LeftOpen);
    let seen = recover(&path, &RecoverMode::Inspect).unwrap();
    assert!(seen.was_marked && seen.was_swmr && seen.is_needed(), "{seen}");
    assert!(!seen.in_use && !seen.repaired, "{seen}");
    assert!(seen.end < seen.size && seen.size == before.len() as u64, "{seen}");
    assert!(std::fs::read(&path).unwrap() == before);

    let repaired = recover(&path, &RecoverMode::default()).unwrap();
    assert!(repaired.repaired && repaired.damaged.is_empty(), "{repaired}");
    assert!(size(&path) >= seen.size);
    assert_eq!(names(&dir), ["left.h5"]);
    check_swmr(h5py, &path);

    // A file that needs nothing is left as it is.
    let before = (std::fs::read(&path).unwrap(), path.metadata().unwrap().modified().unwrap());
    for mode in [RecoverMode::CopyThenRepair, RecoverMode::InPlace] {
        let nothing = recover(&path, &mode).unwrap();
        assert!(!nothing.repaired && !nothing.is_needed(), "{nothing}");
    }
    assert!(std::fs::read(&path).unwrap() == before.0);
    assert_eq!(path.metadata().unwrap().modified().unwrap(), before.1);
}

#[test]
fn the_old_file_may_be_kept() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, old) = (dir.file("left.h5"), dir.file("old.h5"));
    left_by(h5py, &path, SWMR);
    let before = std::fs::read(&path).unwrap();
    std::fs::write(&old, "mine").unwrap();
    let keeping = RecoverMode::CopyThenRepairKeeping(old.clone());
    assert_eq!(*recover(&path, &keeping).unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert_eq!(names(&dir), ["left.h5", "old.h5"]);
    assert!(std::fs::read(&path).unwrap() == before);
    std::fs::remove_file(&old).unwrap();
    assert!(recover(&path, &keeping).unwrap().repaired);
    assert!(std::fs::read(&old).unwrap() == before);
    assert_eq!(names(&dir), ["left.h5", "old.h5"]);
    check_swmr(h5py, &path);
}

#[test]
fn a_file_is_repaired_in_place() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    left_by(h5py, &path, SWMR);
    let before = size(&path);
    let repaired = recover(&path, &RecoverMode::InPlace).unwrap();
    assert!(repaired.repaired && repaired.damaged.is_empty(), "{repaired}");
    assert!(size(&path) >= before);
    check_swmr(h5py, &path);
}

#[test]
fn files_of_all_formats_are_repaired() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let modes = [RecoverMode::CopyThenRepair, RecoverMode::InPlace];
    for ((arguments, marked), mode) in [
        ("libver=('v110', 'v110')", true),
        ("libver=('v110', 'v110'), userblock_size=1024", true),
        ("libver=('v110', 'v110'), fs_strategy='page', fs_page_size=4096", true),
        ("libver=('v108', 'v108')", false),
        ("libver='earliest'", false),
        ("libver='earliest', userblock_size=512", false),
    ]
    .into_iter()
    .zip(modes.iter().cycle())
    {
        let path = dir.file("left.h5");
        let statements = format!(
            "
f = h5py.File(args[0], 'w', {arguments})
x = f.create_dataset('g/x', (0,), 'f8', maxshape=(None,), chunks=(100,), compression='gzip')
f.flush()
for n in range(100, 10100, 100):
    x.resize(n, axis=0)
    x[n - 100:] = np.random.default_rng(n).random(100)
    x.flush()
"
        );
        left_by(h5py, &path, &statements);
        let before = size(&path);
        let seen = recover(&path, &RecoverMode::Inspect).unwrap();
        assert_eq!((seen.was_marked, seen.was_swmr), (marked, false), "{arguments}");
        // Older formats do not say that they are open, and cannot be read.
        let opened = File::open(&path).and_then(|file| file.dataset("g/x")?.read::<Vec<f64>>());
        assert_eq!(*opened.unwrap_err().kind() == ErrorKind::LeftOpen, marked, "{arguments}");
        let repaired = recover(&path, mode).unwrap();
        assert!(repaired.repaired && repaired.damaged.is_empty(), "{arguments}: {repaired}");
        assert!(size(&path) >= before, "{arguments}");
        h5py.file(&path)
            .assert("len(f['g/x']) == 10000")
            .assert("(f['g/x'][9900:] == np.random.default_rng(10000).random(100)).all()");
        h5py.edit(&path, "f['more'] = np.arange(10000)");
        h5py.file(&path)
            .assert("(f['g/x'][:100] == np.random.default_rng(100).random(100)).all()")
            .assert("f['more'][9999] == 9999");
        std::fs::remove_file(&path).unwrap();
    }
}

/// What was noted to be free has been used since.
#[test]
fn space_that_a_killed_program_has_used_is_not_given_away_again() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    let statements = "
with h5py.File(args[0], 'w', libver=('v110', 'v110'), fs_strategy='fsm', fs_persist=True) as f:
    f['first'] = np.arange(5000)
    f['kept'] = np.arange(100)
    del f['first']
f = h5py.File(args[0], 'r+', libver=('v110', 'v110'))
f['second'] = np.arange(5000) + 7
f.flush()
";
    left_by(h5py, &path, statements);
    assert_eq!(*File::open_rw(&path).unwrap_err().kind(), ErrorKind::LeftOpen);
    assert!(recover(&path, &RecoverMode::CopyThenRepair).unwrap().repaired);
    h5py.edit(&path, "f['third'] = np.arange(5000) + 9");
    h5py.file(&path)
        .assert("(f['second'][:] == np.arange(5000) + 7).all()")
        .assert("(f['third'][:] == np.arange(5000) + 9).all()")
        .assert("(f['kept'][:] == np.arange(100)).all()");
}

#[test]
fn what_is_lost_is_told() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    left_by(h5py, &path, SWMR);
    // Of the last chunks nothing has come to the disk.
    let whole = std::fs::read(&path).unwrap();
    let part = &whole[..whole.len() - 20_000];
    std::fs::write(&path, part).unwrap();
    let error = recover(&path, &RecoverMode::CopyThenRepair).unwrap_err();
    let ErrorKind::Damaged { objects } = error.kind() else { panic!("{error}") };
    assert!(objects.iter().any(|(path, _)| path == "g/x"), "{error}");
    assert!(error.to_string().contains("left.h5") && error.to_string().contains("g/x"), "{error}");
    assert!(std::fs::read(&path).unwrap() == part);
    assert_eq!(names(&dir), ["left.h5"]);
    let repaired = recover(&path, &RecoverMode::InPlace).unwrap();
    assert_eq!(repaired.damaged.len(), 1, "{repaired}");
    h5py.file(&path).assert("(f['g/x'][:100] == np.arange(1, 101)[:, None]).all()");
}

#[cfg(unix)]
#[test]
fn a_link_still_leads_to_the_file_that_was_repaired() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, link) = (dir.file("run.h5"), dir.file("latest.h5"));
    let script = "
        import os, signal
        f = h5py.File(args[0], 'w', libver=('v110', 'v110'))
        f['x'] = [1, 2, 3]
        f.flush()
        say('flushed')
        os.kill(os.getpid(), signal.SIGKILL)
    ";
    h5py.spawn(script, &[&path]).wait_for("flushed");
    std::os::unix::fs::symlink("run.h5", &link).unwrap();
    while *File::open(&path).unwrap_err().kind() == ErrorKind::Locked {}
    assert!(recover(&link, &RecoverMode::CopyThenRepair).unwrap().repaired);
    assert!(link.is_symlink() && !path.is_symlink());
    assert_eq!(names(&dir), ["latest.h5", "run.h5"]);
    h5py.file(&path).expect("f['x'][:].tolist()", "[1, 2, 3]");
}

#[test]
fn a_file_in_use_is_not_repaired() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("used.h5");
    let options = File::options().libver(LibVer::V110, LibVer::Latest);
    let file = options.create(&path).unwrap();
    file.flush().unwrap();
    let modes = [RecoverMode::CopyThenRepair, RecoverMode::InPlace];
    for mode in &modes {
        assert_eq!(*recover(&path, mode).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    }
    assert!(recover(&path, &RecoverMode::Inspect).unwrap().in_use);
    file.close().unwrap();
    let script = "
        f = h5py.File(args[0], 'r+')
        f.flush()
        say('open')
        hear()
        f.close()
    ";
    let mut writer = h5py.spawn(script, &[&path]);
    writer.wait_for("open");
    for mode in &modes {
        assert_eq!(*recover(&path, mode).unwrap_err().kind(), ErrorKind::Locked);
    }
    // Not one that was left.
    assert_eq!(*File::open(&path).unwrap_err().kind(), ErrorKind::Locked);
    writer.say("close");
    writer.finish();
    assert_eq!(names(&dir), ["used.h5"]);
    assert!(!recover(&path, &RecoverMode::InPlace).unwrap().repaired);
}

#[test]
fn what_is_no_left_file_is_told() {
    let dir = judges::scratch();
    let path = dir.file("x.h5");
    let error = recover(&path, &RecoverMode::InPlace).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
    std::fs::write(&path, "text").unwrap();
    assert_eq!(*recover(&path, &RecoverMode::InPlace).unwrap_err().kind(), ErrorKind::NotHdf5);
    let file = File::create(&path).unwrap();
    file.create_dataset("x", vec![1; 1000]).unwrap();
    file.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 100]).unwrap();
    for mode in [RecoverMode::CopyThenRepair, RecoverMode::InPlace] {
        assert_eq!(*recover(&path, &mode).unwrap_err().kind(), ErrorKind::Truncated);
    }
    assert_eq!(std::fs::read(&path).unwrap().len(), bytes.len() - 100);
}

/// A dataset may be longer than all disks of the world, as long as nobody writes it.
#[test]
fn what_was_never_written_is_not_read() {
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    let file = File::options().libver(LibVer::V110, LibVer::Latest).create(dir.file("a.h5"));
    let file = file.unwrap();
    let x = file.new_dataset::<f64>().shape((0..,)).chunk(1000).shuffle().create("x").unwrap();
    x.resize(1 << 30).unwrap();
    x.select(5..1005).unwrap().write(vec![1.5; 1000]).unwrap();
    x.select(-1).unwrap().write(2.5).unwrap();
    file.new_dataset::<f64>().shape(1 << 50).create("nothing").unwrap();
    file.flush().unwrap();
    // As if the program had been killed here.
    std::fs::copy(dir.file("a.h5"), &path).unwrap();
    assert!(recover(&path, &RecoverMode::CopyThenRepair).unwrap().repaired);
    let x = File::open(&path).unwrap().dataset("x").unwrap();
    assert_eq!(x.select(1003..1007).unwrap().read::<Vec<f64>>().unwrap(), [1.5, 1.5, 0.0, 0.0]);
    assert_eq!(x.select(-1).unwrap().read::<f64>().unwrap(), 2.5);
}
