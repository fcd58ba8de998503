//! Gets a file as bytes, opens the bytes as a file and adds to it: the calls of the HDF Group's
//! guide to file image operations.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"file_image.h5".as_ptr();
const COPY: *const c_char = c"file_image_copy.h5".as_ptr();

/// Adds a dataset of integers to a file.
///
/// # Safety
///
/// The lock is held, and the name ends with a zero byte.
unsafe fn add(file: hid_t, name: *const c_char, wdata: &[c_int]) {
    let dims = [wdata.len() as hsize_t];
    // SAFETY: the caller holds the lock, every pointer outlives its call, and the buffer has the
    // elements of the dataset.
    unsafe {
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, name, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
    }
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the size that is
    // told; the library copies the image.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        add(file, c"First".as_ptr(), &[1, 2, 3]);

        // All of it must be in the file before it is copied; its size is asked for first.
        ok(H5Fflush(file, H5F_SCOPE_GLOBAL));
        let size = ok(H5Fget_file_image(file, null_mut(), 0));
        let mut image = vec![0_u8; size as usize];
        ok(H5Fget_file_image(file, image.as_mut_ptr().cast(), image.len()));
        ok(H5Fclose(file));
        println!(
            "The image starts with the signature: {}",
            image.starts_with(b"\x89HDF\r\n\x1a\n")
        );

        // The image is opened under another name, in memory, and is written under it when closed.
        let fapl = ok(H5Pcreate(H5P_FILE_ACCESS));
        ok(H5Pset_fapl_core(fapl, 64 * 1024, true));
        ok(H5Pset_file_image(fapl, image.as_mut_ptr().cast(), image.len()));
        let file = ok(H5Fopen(COPY, H5F_ACC_RDWR, fapl));
        add(file, c"Second".as_ptr(), &[4, 5, 6, 7]);
        ok(H5Pclose(fapl));
        ok(H5Fclose(file));
    }
}
