//! The szip filter, in a libhdf5 that has it: `cargo test -p hdf5-ffi --features szip`.
//!
//! That others read what it writes is shown by the workspace's tests, which have h5dump.

#![cfg(hdf5_have_szip)]

use std::ffi::{CString, c_uint, c_void};
use std::path::Path;
use std::ptr::null_mut;

use hdf5_ffi::*;

/// `H5Z_FILTER_SZIP`, as it is written in files.
const SZIP: H5Z_filter_t = 4;

/// Values that grow slowly, as szip likes them.
const LEN: usize = 10_000;
const CHUNK: hsize_t = 1_000;

#[test]
fn szip_compresses_and_decompresses() {
    let _lock = lock();
    let mut config: c_uint = 0;
    // SAFETY: the lock is held and the pointer is valid for a write.
    let status = unsafe { H5Zget_filter_info(SZIP, &mut config) };
    assert!(status >= 0);
    assert_eq!(config, H5Z_FILTER_CONFIG_ENCODE_ENABLED | H5Z_FILTER_CONFIG_DECODE_ENABLED);
}

#[test]
fn integers_of_every_width_and_floats_come_back_from_szip_and_are_smaller_in_the_file() {
    let dir = tempfile::tempdir().expect("a folder for the test's files");
    let path = dir.path().join("szip.h5");
    // SAFETY: each type is a predefined one that describes the element type beside it.
    unsafe {
        lock_and_open();
        round_trip(&path, H5T_NATIVE_UCHAR, |i| (i / 97) as u8);
        round_trip(&path, H5T_NATIVE_SHORT, |i| (i / 7) as i16 - 500);
        round_trip(&path, H5T_NATIVE_INT, |i| i as i32 * 3 - 10_000);
        round_trip(&path, H5T_NATIVE_LLONG, |i| (i as i64 / 5) << 3);
        round_trip(&path, H5T_NATIVE_FLOAT, |i| (i / 50) as f32);
        round_trip(&path, H5T_NATIVE_DOUBLE, |i| (i / 50) as f64);
    }
}

#[test]
fn szip_wants_an_even_number_of_pixels_for_each_block() {
    let _lock = lock();
    // SAFETY: the lock is held; the list is closed once.
    unsafe {
        let list = H5Pcreate(H5P_DATASET_CREATE);
        assert!(H5Pset_szip(list, H5_SZIP_NN_OPTION_MASK, 15) < 0);
        assert!(H5Pset_szip(list, H5_SZIP_NN_OPTION_MASK, 16) >= 0);
        assert!(H5Pclose(list) >= 0);
    }
}

/// The predefined types have their ids once the library is open.
fn lock_and_open() {
    drop(lock());
}

/// Writes `LEN` values into a new file with szip, and reads them from the file that was closed.
///
/// # Safety
///
/// `mem_type` describes `T`.
unsafe fn round_trip<T: Copy + PartialEq + std::fmt::Debug + Default>(
    path: &Path,
    mem_type: hid_t,
    value: impl Fn(usize) -> T,
) {
    let _lock = lock();
    let written: Vec<T> = (0..LEN).map(value).collect();
    let mut read = vec![T::default(); LEN];
    let name = CString::new(path.to_str().expect("a path in UTF-8")).expect("no zero in it");
    let dims = [LEN as hsize_t];
    // SAFETY: the lock is held; strings end in a zero; both buffers hold LEN elements of `mem_type`, which is
    // what the dataset has; every id is closed once.
    unsafe {
        let file = H5Fcreate(name.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
        let space = H5Screate_simple(1, dims.as_ptr(), std::ptr::null());
        let list = H5Pcreate(H5P_DATASET_CREATE);
        assert!(H5Pset_chunk(list, 1, &CHUNK) >= 0);
        assert!(H5Pset_szip(list, H5_SZIP_NN_OPTION_MASK, 16) >= 0);
        let data =
            H5Dcreate2(file, c"data".as_ptr(), mem_type, space, H5P_DEFAULT, list, H5P_DEFAULT);
        let from: *const c_void = written.as_ptr().cast();
        assert!(H5Dwrite(data, mem_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, from) >= 0);
        let stored = H5Dget_storage_size(data) as usize;
        assert!(stored > 0 && stored < size_of_val(&written[..]) / 2, "{stored} bytes are stored");
        for closed in [H5Dclose(data), H5Pclose(list), H5Sclose(space), H5Fclose(file)] {
            assert!(closed >= 0);
        }

        let file = H5Fopen(name.as_ptr(), H5F_ACC_RDONLY, H5P_DEFAULT);
        let data = H5Dopen2(file, c"data".as_ptr(), H5P_DEFAULT);
        let into: *mut c_void = read.as_mut_ptr().cast();
        assert!(H5Dread(data, mem_type, H5S_ALL, H5S_ALL, H5P_DEFAULT, into) >= 0);
        let list = H5Dget_create_plist(data);
        let (mut flags, mut values) = (0, 0);
        let filter =
            H5Pget_filter2(list, 0, &mut flags, &mut values, null_mut(), 0, null_mut(), null_mut());
        assert_eq!(filter, SZIP);
        for closed in [H5Pclose(list), H5Dclose(data), H5Fclose(file)] {
            assert!(closed >= 0);
        }
    }
    assert_eq!(read, written);
}
