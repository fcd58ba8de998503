//! Writes and reads a chunked dataset by hyperslabs, as the HDF Group's `h5ex_d_chunk.c` does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILE: *const c_char = c"h5ex_d_chunk.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 6;
const DIM1: usize = 8;

/// `H5Sselect_hyperslab`, with arrays in place of pointers to them.
///
/// # Safety
///
/// The lock is held, and the dataspace has two dimensions.
unsafe fn select(space: hid_t, op: H5S_seloper_t, slab: [[hsize_t; 2]; 4]) {
    let [start, stride, count, block] = slab.each_ref().map(|numbers| numbers.as_ptr());
    // SAFETY: the caller holds the lock, and each array has an element for each dimension.
    ok(unsafe { H5Sselect_hyperslab(space, op, start, stride, count, block) });
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let chunk: [hsize_t; 2] = [4, 4];
    let wdata = [[1 as c_int; DIM1]; DIM0]; // ones, to see what is selected
    let mut rdata = [[0 as c_int; DIM1]; DIM0];
    println!("Original Data:");
    print_rows(wdata);

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(dcpl, 2, chunk.as_ptr()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));

        // Blocks of 2 x 2, without the first element of each.
        select(space, H5S_SELECT_SET, [[0, 0], [3, 3], [2, 3], [2, 2]]);
        select(space, H5S_SELECT_NOTB, [[0, 0], [3, 3], [2, 3], [1, 1]]);
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, space, H5P_DEFAULT, buf));
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and all of the dataset read.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dcpl = ok(H5Dget_create_plist(dset));
        let layout = H5Pget_layout(dcpl);
        print!("\nStorage layout for DS1 is: ");
        match layout {
            H5D_COMPACT => println!("H5D_COMPACT"),
            H5D_CONTIGUOUS => println!("H5D_CONTIGUOUS"),
            H5D_CHUNKED => println!("H5D_CHUNKED"),
            H5D_VIRTUAL => println!("H5D_VIRTUAL"),
            _ => println!("H5D_LAYOUT_ERROR"),
        }
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nData as written to disk by hyberslabs:");
        print_rows(rdata);

        // Then blocks of 2 x 3, each to its place in an empty matrix.
        rdata = [[0; DIM1]; DIM0];
        let space = ok(H5Dget_space(dset));
        select(space, H5S_SELECT_SET, [[0, 1], [4, 4], [2, 2], [2, 3]]);
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, space, H5P_DEFAULT, buf));
        println!("\nData as read from disk by hyperslab:");
        print_rows(rdata);
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
