//! Extends a compressed dataset and writes only what is new, as the HDF Group's
//! `h5ex_d_unlimgzip.c` does.

#[path = "support/filters.rs"]
mod filters;
#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};

use filters::{filter_name, need};
use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILENAME: *const c_char = c"h5ex_d_unlimgzip.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;
const EDIM0: usize = 6;
const EDIM1: usize = 10;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let extdims = [EDIM0 as hsize_t, EDIM1 as hsize_t];
    let chunk: [hsize_t; 2] = [4, 4];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let wdata2: [[c_int; EDIM1]; EDIM0] = [from_fn(|j| j as c_int); EDIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements
    // that the dataset has at the time.
    unsafe {
        need(H5Z_FILTER_DEFLATE, "gzip");

        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let maxdims = [H5S_UNLIMITED, H5S_UNLIMITED];
        let space = ok(H5Screate_simple(2, dims.as_ptr(), maxdims.as_ptr()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_deflate(dcpl, 9));
        ok(H5Pset_chunk(dcpl, 2, chunk.as_ptr()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again; the dataset tells how large a buffer it takes.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDWR, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0 as c_int; (dims[0] * dims[1]) as usize];
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("Dataset before extension:");
        print_rows(rdata.chunks(dims[1] as usize));
        ok(H5Sclose(space));

        // Of the extended dataset all is selected but what was there before.
        ok(H5Dset_extent(dset, extdims.as_ptr()));
        let space = ok(H5Dget_space(dset));
        ok(H5Sselect_all(space));
        let start: [hsize_t; 2] = [0, 0];
        let (start, count) = (start.as_ptr(), dims.as_ptr());
        ok(H5Sselect_hyperslab(space, H5S_SELECT_NOTB, start, null(), count, null()));
        let buf = wdata2.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, space, H5P_DEFAULT, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened once more, and read.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dcpl = ok(H5Dget_create_plist(dset));
        println!("\nFilter type is: {}", filter_name(dcpl, 0));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0 as c_int; (dims[0] * dims[1]) as usize];
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("Dataset after extension:");
        print_rows(rdata.chunks(dims[1] as usize));

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
