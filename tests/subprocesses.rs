//! Processes that are forked, and what they may open.
#![cfg(unix)]

use hdf5::{Error, ErrorKind, File, LibVer, Locking};

/// Runs `child` in a fork, and waits for it to end without an error.
fn fork(child: impl FnOnce() -> Result<(), Error>) {
    // SAFETY: the child makes calls that take no locks but those that a fork cares for, and prints nothing.
    let pid = unsafe { libc::fork() };
    if pid == 0 {
        // A panic would go on in the copy of the test harness.
        let ended = std::panic::catch_unwind(std::panic::AssertUnwindSafe(child));
        let code = match ended {
            Ok(Ok(())) => 0,
            Ok(Err(_)) => 1,
            Err(_) => 2,
        };
        // SAFETY: it ends the child, with all that is done at the end of a program.
        unsafe { libc::exit(code) }
    }
    assert!(pid > 0, "there is no room for another process");
    let mut status = 0;
    // SAFETY: the pointer is valid for writes.
    assert_eq!(unsafe { libc::waitpid(pid, &mut status, 0) }, pid);
    assert_eq!(status, 0, "the child failed or crashed");
}

fn is(result: Result<(), Error>, kind: &ErrorKind) {
    assert_eq!(result.map_err(|error| error.kind().clone()), Err(kind.clone()));
}

/// In one test: what other threads hold at the moment of a fork, but for the lock of HDF5, a child never gets.
#[test]
fn a_fork_opens_what_its_parent_reads_and_never_what_it_writes() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (read, written, other) =
        (dir.file("read.h5"), dir.file("written.h5"), dir.file("other.h5"));
    h5py.create(&read, "f['x'] = [1, 2, 3]");
    h5py.create(&other, "f['x'] = [7, 8, 9]");
    let reading = File::open(&read).unwrap();
    let writing = File::create(&written).unwrap();
    let x = writing.create_dataset("x", [1, 2, 3]).unwrap();
    writing.flush().unwrap();
    // What only the parent has, and must be there once, by the parent.
    x.write([4, 5, 6]).unwrap();
    writing.create_group("buffered").unwrap();
    let before = std::fs::read(&written).unwrap();

    // What the parent reads may be opened once more, and read; not written, as in the parent.
    fork(|| {
        let again = File::open(&read)?;
        assert_eq!(again.dataset("x")?.read::<Vec<i64>>()?, [1, 2, 3]);
        again.close()?;
        is(File::open_rw(&read).map(drop), &ErrorKind::AlreadyOpen);
        assert_eq!(reading.dataset("x")?.read::<Vec<i64>>()?, [1, 2, 3]);
        Ok(())
    });
    // What the parent writes is its own, by whatever name and in whatever way.
    let link = dir.file("link.h5");
    std::os::unix::fs::symlink(&written, &link).unwrap();
    fork(|| {
        for path in [&written, &link] {
            is(File::open(path).map(drop), &ErrorKind::OtherProcess);
            is(File::open_rw(path).map(drop), &ErrorKind::OtherProcess);
            is(File::append(path).map(drop), &ErrorKind::OtherProcess);
            is(File::create_new(path).map(drop), &ErrorKind::AlreadyExists);
            assert!(File::create(path).is_err());
            assert!(File::create_atomic(path).is_err());
            assert!(File::options().locking(Locking::Off).open(path).is_err());
        }
        is(x.write([0, 0, 0]), &ErrorKind::OtherProcess);
        Ok(())
    });
    assert!(std::fs::read(&written).unwrap() == before, "a child has written");
    // A file of nobody's is the child's, and so is what it leaves open at its end.
    fork(|| {
        let file = File::open_rw(&other)?;
        file.dataset("x")?.write([10, 11, 12])?;
        let new = File::options().libver(LibVer::V110, LibVer::V110).create(dir.file("new.h5"))?;
        std::mem::forget(new.create_dataset("x", [13, 14])?);
        std::mem::forget((file, new));
        Ok(())
    });
    h5py.file(&other).expect("f['x'][:].tolist()", "[10, 11, 12]");
    // A file of the newer formats that is not closed would say so, and h5py would not open it.
    h5py.file(dir.file("new.h5")).expect("f['x'][:].tolist()", "[13, 14]");
    // And of the child's child, both others are not.
    fork(|| {
        let file = File::open_rw(&other)?;
        file.dataset("x")?.write([1, 1, 1])?;
        fork(|| {
            is(File::open(&other).map(drop), &ErrorKind::OtherProcess);
            is(File::open(&written).map(drop), &ErrorKind::OtherProcess);
            is(file.flush(), &ErrorKind::OtherProcess);
            Ok(())
        });
        file.close()
    });
    h5py.file(&other).expect("f['x'][:].tolist()", "[1, 1, 1]");
    assert!(std::fs::read(&written).unwrap() == before, "a child has written");

    // A program that is started is not a fork, and is kept out by the lock.
    assert_eq!(h5py.file(&written).error_of("f"), "BlockingIOError");
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [4, 5, 6]);
    writing.close().unwrap();
    h5py.file(&written).expect("f['x'][:].tolist(), list(f)", "([4, 5, 6], ['buffered', 'x'])");
}
