//! Adds one to each element on its way into the file, and takes one away on its way out, as the HDF
//! Group's `h5ex_d_transform.c` does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILE: *const c_char = c"h5ex_d_transform.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;
const TRANSFORM: *const c_char = c"x+1".as_ptr();
const RTRANSFORM: *const c_char = c"x-1".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let mut rdata = [[0 as c_int; DIM1]; DIM0];
    println!("Original Data:");
    print_rows(wdata);

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));

        // The expression is a property of the transfer.
        let dxpl = ok(H5Pcreate(H5P_DATASET_XFER));
        ok(H5Pset_data_transform(dxpl, TRANSFORM));

        // It works on elements of the type that they have in memory, so the file has that type too.
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_NATIVE_INT, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, dxpl, buf));
        ok(H5Pclose(dxpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and read as it is ...
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nData as written with transform \"x+1\":");
        print_rows(rdata);

        // ... and with the opposite expression.
        let dxpl = ok(H5Pcreate(H5P_DATASET_XFER));
        ok(H5Pset_data_transform(dxpl, RTRANSFORM));
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, dxpl, buf));
        println!("\nData as written with transform \"x+1\" and read with transform \"x-1\":");
        print_rows(rdata);

        ok(H5Pclose(dxpl));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
