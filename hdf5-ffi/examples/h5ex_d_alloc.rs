//! Shows when a dataset gets its space in the file, as the HDF Group's `h5ex_d_alloc.c` does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"h5ex_d_alloc.h5".as_ptr();
const DATASET1: *const c_char = c"DS1".as_ptr();
const DATASET2: *const c_char = c"DS2".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;

/// Prints whether the dataset has its space, and how much.
///
/// # Safety
///
/// The lock is held.
unsafe fn print_space(name: &str, dset: hid_t) {
    let mut space_status = H5D_SPACE_STATUS_ERROR;
    // SAFETY: the caller holds the lock, and the pointer outlives its call.
    let storage_size = unsafe {
        ok(H5Dget_space_status(dset, &mut space_status));
        H5Dget_storage_size(dset)
    };
    let not = if space_status == H5D_SPACE_STATUS_ALLOCATED { " " } else { " not " };
    println!("Space for {name} has{not}been allocated.");
    println!("Storage size for {name} is: {storage_size} bytes.");
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the elements of
    // the datasets.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));

        // "Early" is when the dataset is created, so that reading it at once gives the fill value.
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_alloc_time(dcpl, H5D_ALLOC_TIME_EARLY));
        println!("Creating datasets...");
        println!("DS1 has allocation time H5D_ALLOC_TIME_LATE");
        println!("DS2 has allocation time H5D_ALLOC_TIME_EARLY\n");

        let (le, lcpl, dapl) = (H5T_STD_I32LE, H5P_DEFAULT, H5P_DEFAULT);
        let dset1 = ok(H5Dcreate(file, DATASET1, le, space, lcpl, H5P_DEFAULT, dapl));
        let dset2 = ok(H5Dcreate(file, DATASET2, le, space, lcpl, dcpl, dapl));
        print_space("DS1", dset1);
        print_space("DS2", dset2);

        println!("\nWriting data...\n");
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset1, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Dwrite(dset2, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        print_space("DS1", dset1);
        print_space("DS2", dset2);

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset1));
        ok(H5Dclose(dset2));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
