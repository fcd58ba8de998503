//! Programs that end while files are open.

use std::process::Command;
use std::thread;
use std::time::Duration;

use hdf5::{File, LibVer};

/// Says in a program that is this test how it is to end.
const ENDING: &str = "ENDING";
const PATH: &str = "ENDING_PATH";
/// Says that the file has the format of HDF5 1.10, in which it is marked as long as it is open for writing.
const NEWER: &str = "ENDING_NEWER";

/// Writes a file, keeps all of it open, and ends.
fn end(ending: &str) {
    let mut options = File::options();
    if std::env::var_os(NEWER).is_some() {
        options = options.libver(LibVer::V110, LibVer::V110);
    }
    let file = options.create(std::env::var_os(PATH).unwrap()).unwrap();
    let plain = file.create_dataset("plain", vec![1.5; 1000]).unwrap();
    let packed =
        file.new_dataset::<f64>().shape(1000).chunk(100).deflate(4).create("packed").unwrap();
    packed.write(vec![2.5; 1000]).unwrap();
    match ending {
        "exit" => std::process::exit(0),
        "leak" => std::mem::forget((file, plain, packed)),
        // The file itself is closed, but not what keeps it open.
        "dataset alone" => {
            drop((file, plain));
            std::mem::forget(packed);
        }
        "another thread" => {
            thread::spawn(move || {
                let _kept = (file, plain, packed);
                loop {
                    thread::park();
                }
            });
        }
        "busy thread" => {
            thread::spawn(move || {
                loop {
                    packed.write(vec![2.5; 1000]).unwrap();
                    plain.write(vec![1.5; 1000]).unwrap();
                    file.flush().unwrap();
                }
            });
            thread::sleep(Duration::from_millis(50));
        }
        "panic" => {
            std::mem::forget((file, plain, packed));
            panic!("as it was told");
        }
        "abort" => {
            file.flush().unwrap();
            packed.write(vec![9.5; 1000]).unwrap();
            std::process::abort();
        }
        other => panic!("no such ending: {other}"),
    }
}

/// Runs the test again in a process of its own, of which this is the whole `main`.
fn ends_with(ending: &str) {
    if std::env::var(ENDING).as_deref() == Ok(ending) {
        return end(ending);
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left.h5");
    let this = thread::current().name().expect("tests have one").to_owned();
    let mut program = Command::new(std::env::current_exe().unwrap());
    program.args(["--exact", &this]).env(ENDING, ending).env(PATH, &path);
    for round in 0..15 {
        // h5py opens no file that is marked as being written, as one is after a program that was aborted.
        if round % 2 == 0 || ending == "abort" {
            program.env_remove(NEWER);
        } else {
            program.env(NEWER, "yes");
        }
        let output = judges::output(&mut program).unwrap();
        assert!(path.exists(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(output.status.success(), !matches!(ending, "panic" | "abort"));
        h5py.file(&path)
            .expect("f['plain'][:].tolist() == [1.5] * 1000", "True")
            .expect("f['packed'][:].tolist() == [2.5] * 1000", "True");
        std::fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_program_that_calls_exit_leaves_its_data() {
    ends_with("exit");
}

#[test]
fn a_program_that_leaks_its_file_leaves_its_data() {
    ends_with("leak");
}

#[test]
fn a_program_that_leaks_one_dataset_leaves_its_data() {
    ends_with("dataset alone");
}

#[test]
fn a_program_whose_threads_hold_the_file_leaves_its_data() {
    ends_with("another thread");
}

#[test]
fn a_program_whose_threads_are_still_writing_leaves_its_data() {
    ends_with("busy thread");
}

#[test]
fn a_program_that_panics_leaves_its_data() {
    ends_with("panic");
}

#[test]
fn a_program_that_aborts_leaves_what_it_has_flushed() {
    ends_with("abort");
}

/// A copy of this process that a fork makes has the same buffers, which are not its to write.
#[cfg(unix)]
#[test]
fn a_fork_that_ends_leaves_the_file_to_its_parent() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("forked.h5");
    let file = File::create(&path).unwrap();
    let plain = file.create_dataset("plain", vec![1.5; 1000]).unwrap();
    let before = std::fs::read(&path).unwrap();
    // SAFETY: the child calls nothing but `exit`, with the lock free or held by a thread that it has not.
    let child = unsafe { libc::fork() };
    if child == 0 {
        // SAFETY: as above.
        unsafe { libc::exit(0) };
    }
    let mut status = 0;
    // SAFETY: the pointer is valid for writes.
    assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
    assert_eq!(status, 0);
    assert!(std::fs::read(&path).unwrap() == before);
    plain.write(vec![3.5; 1000]).unwrap();
    file.close().unwrap();
    h5py.file(&path).expect("f['plain'][:].tolist() == [3.5] * 1000", "True");
}
