//! Leaves room for a text at the start of a file, as the HDF5 User Guide describes
//! `H5Pset_userblock`.

mod support;

use std::ffi::{c_char, c_int};
use std::fs;
use std::io::Write;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"userblock.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const SIZE: hsize_t = 512;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let wdata: [c_int; 4] = [1, 2, 4, 8];
    let dims = [wdata.len() as hsize_t];

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the elements of
    // the dataset.
    unsafe {
        // The size is a power of two, and at least 512.
        let fcpl = ok(H5Pcreate(H5P_FILE_CREATE));
        ok(H5Pset_userblock(fcpl, SIZE));
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, fcpl, H5P_DEFAULT));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Pclose(fcpl));
        ok(H5Fclose(file));
    }

    // The block is the program's: the library neither reads nor writes it.
    let mut file = fs::OpenOptions::new().write(true).open("userblock.h5").expect("it is there");
    file.write_all(b"This text is no part of HDF5.\n").expect("the block can be written");
    drop(file);

    // SAFETY: as above.
    unsafe {
        // The file is opened again, and asked for the size of the block.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let fcpl = ok(H5Fget_create_plist(file));
        let mut size: hsize_t = 0;
        ok(H5Pget_userblock(fcpl, &mut size));
        println!("The user block has {size} bytes");
        ok(H5Pclose(fcpl));
        ok(H5Fclose(file));
    }
}
