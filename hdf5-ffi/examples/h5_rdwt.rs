//! Writes the dataset that `h5_crtdat` made and reads it back, as the HDF Group's `h5_rdwt.c` does.

mod support;

use std::ffi::{c_char, c_int};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"dset.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();

    // 1 to 24, row by row.
    let mut dset_data = [[0 as c_int; 6]; 4];
    for (i, value) in dset_data.as_flattened_mut().iter_mut().enumerate() {
        *value = i as c_int + 1;
    }

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the 24 elements
    // of the dataset.
    unsafe {
        // The file and the dataset exist already.
        let file_id = ok(H5Fopen(FILE, H5F_ACC_RDWR, H5P_DEFAULT));
        let dataset_id = ok(H5Dopen(file_id, c"/dset".as_ptr(), H5P_DEFAULT));

        // The library converts from the machine's integers to those of the file, and back.
        ok(H5Dwrite(
            dataset_id,
            H5T_NATIVE_INT,
            H5S_ALL,
            H5S_ALL,
            H5P_DEFAULT,
            dset_data.as_ptr().cast(),
        ));
        ok(H5Dread(
            dataset_id,
            H5T_NATIVE_INT,
            H5S_ALL,
            H5S_ALL,
            H5P_DEFAULT,
            dset_data.as_mut_ptr().cast(),
        ));

        ok(H5Dclose(dataset_id));
        ok(H5Fclose(file_id));
    }
}
