//! Writes a dataset that lies in its own header, as the HDF Group's `h5ex_d_compact.c` does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILE: *const c_char = c"h5ex_d_compact.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let mut rdata = [[0 as c_int; DIM1]; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_layout(dcpl, H5D_COMPACT));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and asked for the layout of the dataset.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dcpl = ok(H5Dget_create_plist(dset));
        let layout = H5Pget_layout(dcpl);
        print!("Storage layout for DS1 is: ");
        match layout {
            H5D_COMPACT => println!("H5D_COMPACT"),
            H5D_CONTIGUOUS => println!("H5D_CONTIGUOUS"),
            H5D_CHUNKED => println!("H5D_CHUNKED"),
            H5D_VIRTUAL => println!("H5D_VIRTUAL"),
            _ => println!("H5D_LAYOUT_ERROR"),
        }

        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("DS1:");
        print_rows(rdata);

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
