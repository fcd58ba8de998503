//! Reads what was never written: the fill value, as the HDF Group's `h5ex_d_fillval.c` does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILENAME: *const c_char = c"h5ex_d_fillval.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;
const EDIM0: usize = 6;
const EDIM1: usize = 10;
const FILLVAL: c_int = 99;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let extdims = [EDIM0 as hsize_t, EDIM1 as hsize_t];
    let maxdims = [H5S_UNLIMITED, H5S_UNLIMITED];
    let chunk: [hsize_t; 2] = [4, 4];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let mut rdata = [[0 as c_int; DIM1]; DIM0];
    let mut rdata2 = [[0 as c_int; EDIM1]; EDIM0]; // of the extended dataset

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements
    // that the dataset has at the time.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), maxdims.as_ptr()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(dcpl, 2, chunk.as_ptr()));
        let fillval = FILLVAL;
        ok(H5Pset_fill_value(dcpl, H5T_NATIVE_INT, (&raw const fillval).cast()));

        // Space is allocated, and filled, when the dataset is created.
        ok(H5Pset_alloc_time(dcpl, H5D_ALLOC_TIME_EARLY));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));

        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("Dataset before being written to:");
        print_rows(rdata);

        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nDataset after being written to:");
        print_rows(rdata);

        ok(H5Dset_extent(dset, extdims.as_ptr()));
        let buf = rdata2.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nDataset after extension:");
        print_rows(rdata2);

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
