//! Writes a dataset whose elements lie in a file of their own, as the HDF Group's `h5ex_d_extern.c`
//! does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{CStr, c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILENAME: *const c_char = c"h5ex_d_extern.h5".as_ptr();
const EXTERNAL: *const c_char = c"h5ex_d_extern.data".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;
const NAME_BUF_SIZE: usize = 32;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let mut name = [0_u8; NAME_BUF_SIZE];
    let wdata: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i * j) as c_int - j as c_int));
    let mut rdata = [[0 as c_int; DIM1]; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, both buffers have the elements of
    // the dataset, and the name has the room that is told.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));

        // From the start of that file on, and as much of it as it takes.
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_external(dcpl, EXTERNAL, 0, H5F_UNLIMITED));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and asked where the elements are.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dcpl = ok(H5Dget_create_plist(dset));
        let (offset, size) = (null_mut(), null_mut());
        ok(H5Pget_external(dcpl, 0, NAME_BUF_SIZE, name.as_mut_ptr().cast(), offset, size));
        name[NAME_BUF_SIZE - 1] = 0; // a name that is longer than the buffer has no end
        let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");
        println!("DS1 is stored in file: {}", name.to_string_lossy());

        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("DS1:");
        print_rows(rdata);

        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
