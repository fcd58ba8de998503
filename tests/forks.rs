//! Forks of a process that has files open.
#![cfg(unix)]

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use hdf5::{Error, ErrorKind, File};

/// Runs `child` in a fork, which ends with whether it returns without an error.
fn fork(child: impl FnOnce() -> Result<(), Error>) -> libc::pid_t {
    // SAFETY: the child makes calls that take no locks but those that a fork cares for, and prints nothing.
    match unsafe { libc::fork() } {
        0 => {
            let code = i32::from(child().is_err());
            // SAFETY: it ends the child, with all that is done at the end of a program.
            unsafe { libc::exit(code) }
        }
        pid => {
            assert!(pid > 0, "there is no room for another process");
            pid
        }
    }
}

/// Waits for a child that ends by itself with success, for at most a minute.
fn join(pid: libc::pid_t) {
    let start = Instant::now();
    let mut status = 0;
    loop {
        // SAFETY: the pointer is valid for writes.
        match unsafe { libc::waitpid(pid, &mut status, libc::WNOHANG) } {
            0 => {}
            found => {
                assert_eq!(found, pid);
                assert_eq!(status, 0, "the child failed or crashed");
                return;
            }
        }
        if start.elapsed() > Duration::from_secs(60) {
            // SAFETY: no pointers; it is a child of this process.
            unsafe { libc::kill(pid, libc::SIGKILL) };
            panic!("the child hangs");
        }
        thread::sleep(Duration::from_micros(200));
    }
}

fn check(holds: bool) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(File::open("the child found something wrong").unwrap_err()) }
}

/// In a test binary of its own: what the threads of other tests do would be in the way of forks.
#[test]
fn a_thousand_forks_under_eight_readers_neither_hang_nor_change_anything() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (read, written) = (dir.file("read.h5"), dir.file("written.h5"));
    let values: Vec<f64> = (0..10_000).map(f64::from).collect();
    {
        let file = File::create(&read).unwrap();
        let packed = file.new_dataset::<f64>().chunk(1000).deflate(1);
        packed.create_with("x", &values).unwrap();
        file.close().unwrap();
    }
    let reading = File::open(&read).unwrap();
    let writing = File::create(&written).unwrap();
    let buffered = writing.create_dataset("x", &values).unwrap();
    writing.flush().unwrap();
    buffered.select(0).unwrap().write(-1.0).unwrap();
    let before = std::fs::read(&written).unwrap();

    /// Ends the readers, also when the test fails.
    struct End<'a>(&'a AtomicBool);
    impl Drop for End<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let _end = End(&done);
        for _ in 0..8 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let x = reading.dataset("x").unwrap();
                    assert_eq!(x.read::<Vec<f64>>().unwrap()[9_999], 9_999.0);
                }
            });
        }
        for round in 0..1000 {
            let child = fork(|| {
                // It reads what is open for reading, also in a file of its own.
                let x: Vec<f64> = reading.dataset("x")?.select(10..12)?.read()?;
                check(x == [10.0, 11.0])?;
                if round % 10 == 0 {
                    let own = File::in_memory()?;
                    own.create_dataset("y", &x)?;
                    check(own.dataset("y")?.read::<Vec<f64>>()? == x)?;
                    own.close()?;
                }
                // It touches nothing that its parent is writing.
                let kind = |result: Result<(), Error>| result.map_err(|error| error.kind().clone());
                let refused = Err(ErrorKind::OtherProcess);
                check(kind(buffered.write(&values)) == refused)?;
                check(kind(writing.flush()) == refused)?;
                check(kind(writing.create_group("g").map(drop)) == refused)?;
                // Nor does it when handles are dropped.
                drop(writing.group("/"));
                Ok(())
            });
            join(child);
        }
    });
    let (mut open, mut handles) = (Some(writing), Some((buffered, reading)));
    let child = fork(|| {
        drop(handles.take());
        let closed = open.take().expect("it is open").close();
        check(closed.map_err(|error| error.kind().clone()) == Err(ErrorKind::OtherProcess))
    });
    join(child);
    assert!(std::fs::read(&written).unwrap() == before, "a child has written");
    open.expect("it is open here").close().unwrap();
    h5py.file(&written).expect("f['x'][:3].tolist(), list(f)", "([-1.0, 1.0, 2.0], ['x'])");
}
