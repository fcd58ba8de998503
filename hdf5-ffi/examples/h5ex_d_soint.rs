//! Writes integers in as few bits as each chunk needs, as the HDF Group's `h5ex_d_soint.c` does.

#[path = "support/filters.rs"]
mod filters;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use filters::{filter_name, need};
use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"h5ex_d_soint.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 32;
const DIM1: usize = 64;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let chunk: [hsize_t; 2] = [4, 8];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let mut rdata = [[0 as c_int; DIM1]; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        need(H5Z_FILTER_SCALEOFFSET, "Scale-Offset");
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_scaleoffset(dcpl, H5Z_SO_INT, H5Z_SO_INT_MINBITS_DEFAULT as c_int));
        ok(H5Pset_chunk(dcpl, 2, chunk.as_ptr()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and asked for the filters of the dataset.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dcpl = ok(H5Dget_create_plist(dset));
        println!("Filter type is: {}", filter_name(dcpl, 0));

        // Reading decodes.
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        let max = rdata.as_flattened().iter().max().expect("there are elements");
        println!("Maximum value in DS1 is: {max}");

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
