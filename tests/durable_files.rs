//! Files that are on the disk, and files that appear whole or not at all.

use hdf5::{ErrorKind, File, Locking};

fn names(dir: &std::path::Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn what_is_synced_is_there_for_others_while_the_file_is_open() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("synced.h5");
    let file = File::options().locking(Locking::Off).create(&path).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    file.sync_all().unwrap();
    let copy = dir.file("copy.h5");
    std::fs::copy(&path, &copy).unwrap();
    h5py.file(&copy).expect("f['x'][:].tolist()", "[1, 2]");
    // There is nothing to wait for in memory.
    File::in_memory().unwrap().sync_all().unwrap();
    file.group("/").unwrap();
    file.close().unwrap();
}

#[test]
fn an_atomic_file_replaces_another_only_when_it_is_complete() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("results.h5");
    h5py.create(&path, "f['old'] = 1");
    let draft = File::create_atomic(&path).unwrap();
    draft.file().create_dataset("new", 2).unwrap();
    h5py.file(&path).expect("list(f)", "['old']");
    draft.commit().unwrap();
    h5py.file(&path).expect("list(f)", "['new']");
    assert_eq!(names(dir.path()), ["results.h5"]);

    let draft = File::create_atomic(&path).unwrap();
    draft.file().create_dataset("never", 3).unwrap();
    drop(draft);
    h5py.file(&path).expect("list(f)", "['new']");
    assert_eq!(names(dir.path()), ["results.h5"]);
}

#[cfg(unix)]
#[test]
fn an_atomic_file_passes_permissions_on() {
    use std::os::unix::fs::PermissionsExt;

    let dir = judges::scratch();
    let path = dir.file("private.h5");
    File::create(&path).unwrap().close().unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    File::create_atomic(&path).unwrap().commit().unwrap();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_file_in_use_is_not_replaced() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("used.h5");
    h5py.create(&path, "f['old'] = 1");
    let script = "
        f = h5py.File(args[0], 'r+')
        say('open')
        hear()
        f.close()
    ";
    let draft = File::create_atomic(&path).unwrap();
    let mut writer = h5py.spawn(script, &[&path]);
    writer.wait_for("open");
    assert_eq!(*File::create_atomic(&path).unwrap_err().kind(), ErrorKind::Locked);
    let error = draft.commit().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Locked);
    assert!(error.to_string().contains("used.h5"), "{error}");
    writer.say("close");
    writer.finish();
    h5py.file(&path).expect("list(f)", "['old']");
    assert_eq!(names(dir.path()), ["used.h5"]);
    let error = File::create_atomic(dir.file("none/x.h5")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
}

/// Between the look whether a file is in use and the moment when it is replaced, nobody can open it: what is written
/// then would be lost.
#[test]
#[cfg(unix)]
fn a_file_that_is_in_use_is_never_replaced() {
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::MetadataExt;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    let dir = judges::scratch();
    let path = dir.file("used.h5");
    File::create(&path).unwrap().close().unwrap();
    let (done, lost) = (AtomicBool::new(false), AtomicBool::new(false));
    let number = |metadata: std::fs::Metadata| metadata.ino();
    std::thread::scope(|scope| {
        // Another program, as libhdf5 opens files for writing.
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let Ok(file) = std::fs::File::options().write(true).open(&path) else { continue };
                // SAFETY: no pointers.
                let locked =
                    unsafe { libc::flock(file.as_raw_fd(), libc::LOCK_EX | libc::LOCK_NB) };
                let is_there = || {
                    let there = std::fs::metadata(&path).map(number);
                    there.is_ok_and(|there| there == number(file.metadata().unwrap()))
                };
                if locked == 0 && is_there() {
                    std::thread::sleep(Duration::from_micros(500));
                    lost.fetch_or(!is_there(), Ordering::Relaxed);
                }
                drop(file);
                std::thread::sleep(Duration::from_micros(100));
            }
        });
        let mut replaced = 0;
        for round in 0..5000 {
            let Ok(draft) = File::create_atomic(&path) else { continue };
            draft.file().create_dataset("x", round).unwrap();
            replaced += usize::from(draft.commit().is_ok());
            if replaced == 200 {
                break;
            }
        }
        done.store(true, Ordering::Relaxed);
        assert!(replaced > 0);
    });
    assert!(!lost.load(Ordering::Relaxed));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}
