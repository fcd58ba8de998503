//! A libhdf5 that takes a lock of its own in every call: `cargo test -p hdf5-ffi --features threadsafe`.

#![cfg(hdf5_have_threadsafe)]

use std::ffi::{CStr, CString, c_char, c_uint, c_void};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};
use std::sync::Barrier;

use hdf5_ffi::*;

const THREADS: usize = 4;
const ROUNDS: usize = 1000;

#[test]
fn the_library_says_that_it_is_thread_safe() {
    let mut safe = false;
    // SAFETY: the pointer is valid for a write.
    assert!(unsafe { H5is_library_threadsafe(&mut safe) } >= 0);
    assert!(safe);
}

#[test]
fn threads_work_in_one_file_at_once_without_a_lock_of_ours() {
    drop(lock()); // the library is initialised, the lock is free
    let dir = tempfile::tempdir().expect("a folder for the test's files");
    let path = dir.path().join("threads.h5");
    let path = CString::new(path.to_str().expect("a path in UTF-8")).expect("no zero in it");
    // SAFETY: the string ends in a zero.
    let file = unsafe { H5Fcreate(path.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT) };
    assert!(file >= 0);

    let start = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                for round in 0..ROUNDS {
                    let name = CString::new(format!("t{thread}-{round}")).expect("no zero in it");
                    // SAFETY: the file stays open until all threads have ended.
                    unsafe { write_and_read(file, &name, (thread * ROUNDS + round) as i32) };
                }
            });
        }
    });

    let mut info = MaybeUninit::<H5G_info_t>::uninit();
    // SAFETY: the pointer is valid for a write, and the call writes all of it; the file is closed once.
    let links = unsafe {
        assert!(H5Gget_info(file, info.as_mut_ptr()) >= 0);
        assert!(H5Fclose(file) >= 0);
        info.assume_init().nlinks
    };
    assert_eq!(links, (THREADS * ROUNDS) as hsize_t);
}

#[test]
fn every_thread_has_its_own_error_stack() {
    drop(lock());
    let step = &Barrier::new(THREADS);
    // What each thread was told is judged at the end: a thread that fails here would leave the others waiting.
    let told: Vec<Vec<String>> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..THREADS).map(|thread| scope.spawn(move || fail(&missing(thread), step))).collect();
        threads.into_iter().map(|thread| thread.join().expect("it does not panic")).collect()
    });
    for (thread, stacks) in told.iter().enumerate() {
        for stack in stacks {
            assert!(stack.contains(&missing(thread)), "{} is not in: {stack}", missing(thread));
            assert_eq!(
                stack.matches("no-such-file").count(),
                stack.matches(&missing(thread)).count()
            );
        }
    }
}

/// A file that does not exist, another for each thread.
fn missing(thread: usize) -> String {
    format!("no-such-file-{thread}.h5")
}

/// Fails to open the file again and again, in step with the other threads, and gives what the error stack
/// said after all had failed.
fn fail(file: &str, step: &Barrier) -> Vec<String> {
    let name = CString::new(file).expect("no zero in it");
    // SAFETY: no function means no data for it either.
    unsafe { H5Eset_auto2(H5E_DEFAULT, None, null_mut()) };
    let attempts = (0..ROUNDS).map(|_| {
        step.wait();
        // SAFETY: the string ends in a zero.
        let opened = unsafe { H5Fopen(name.as_ptr(), H5F_ACC_RDONLY, H5P_DEFAULT) };
        step.wait();
        if opened < 0 { descriptions() } else { "it was opened".to_owned() }
    });
    attempts.collect()
}

/// Makes a dataset of 64 numbers in `file`, and reads it back.
///
/// # Safety
///
/// `file` is open for writing, and stays so.
unsafe fn write_and_read(file: hid_t, name: &CStr, first: i32) {
    let written: Vec<i32> = (first..first + 64).collect();
    let mut read = vec![0; written.len()];
    let dims = [written.len() as hsize_t];
    let from: *const c_void = written.as_ptr().cast();
    let into: *mut c_void = read.as_mut_ptr().cast();
    // SAFETY: libhdf5 locks itself; the strings end in a zero; both buffers hold as many native integers as the
    // dataset; every id is closed once, by the thread that opened it.
    unsafe {
        let int = H5T_NATIVE_INT;
        let space = H5Screate_simple(1, dims.as_ptr(), null());
        let data =
            H5Dcreate2(file, name.as_ptr(), int, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        assert!(H5Dwrite(data, int, H5S_ALL, H5S_ALL, H5P_DEFAULT, from) >= 0);
        assert!(H5Dread(data, int, H5S_ALL, H5S_ALL, H5P_DEFAULT, into) >= 0);
        assert!(H5Dclose(data) >= 0 && H5Sclose(space) >= 0);
    }
    assert_eq!(read, written);
}

/// The descriptions on this thread's error stack, one a line.
fn descriptions() -> String {
    unsafe extern "C" fn collect(
        _: c_uint,
        error: *const H5E_error2_t,
        lines: *mut c_void,
    ) -> herr_t {
        // SAFETY: H5Ewalk2 gives an error that lives during the call, and the pointer that it was given.
        let (error, lines) = unsafe { (&*error, &mut *lines.cast::<String>()) };
        let text: *const c_char = error.desc;
        // SAFETY: a description is a string that ends in a zero.
        *lines += &unsafe { CStr::from_ptr(text) }.to_string_lossy();
        *lines += "\n";
        0
    }
    let mut lines = String::new();
    // SAFETY: the function expects a String, which is not used otherwise until the call ends.
    let status =
        unsafe { H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, Some(collect), (&raw mut lines).cast()) };
    if status < 0 { "the stack cannot be walked".to_owned() } else { lines }
}
