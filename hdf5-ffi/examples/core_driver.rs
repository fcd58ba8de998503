//! Keeps a file in memory and writes it to disk when it is closed: the core driver with a backing
//! store, as the HDF5 User Guide describes `H5Pset_fapl_core`.

mod support;

use std::ffi::{c_char, c_int};
use std::path::Path;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"core_driver.h5".as_ptr();
const DATASET: *const c_char = c"Squares".as_ptr();
const INCREMENT: usize = 64 * 1024; // by how much the memory grows

/// Writes a file that lives in memory, and on disk afterwards if it is asked for.
fn write(backing_store: bool) {
    let _lock = lock();
    let wdata: [c_int; 6] = [0, 1, 4, 9, 16, 25];
    let dims = [wdata.len() as hsize_t];

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the elements of
    // the dataset.
    unsafe {
        let fapl = ok(H5Pcreate(H5P_FILE_ACCESS));
        ok(H5Pset_fapl_core(fapl, INCREMENT, backing_store));
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, fapl));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Pclose(fapl));
        ok(H5Fclose(file));
    }
}

fn main() {
    support::enter_folder();
    for backing_store in [false, true] {
        write(backing_store);
        let there = Path::new("core_driver.h5").exists();
        println!("Backing store: {backing_store}, file on disk: {there}");
    }
}
