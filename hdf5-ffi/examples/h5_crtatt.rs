//! Adds the attribute `Units` to the dataset that `h5_crtdat` made, as the HDF Group's
//! `h5_crtatt.c` does.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"dset.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    let attr_data: [c_int; 2] = [100, 200];

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the two elements
    // of the attribute.
    unsafe {
        // The file and the dataset exist already.
        let file_id = ok(H5Fopen(FILENAME, H5F_ACC_RDWR, H5P_DEFAULT));
        let dataset_id = ok(H5Dopen(file_id, c"/dset".as_ptr(), H5P_DEFAULT));

        // An attribute has a shape of its own.
        let dims: hsize_t = 2;
        let dataspace_id = ok(H5Screate_simple(1, &dims, null()));
        let attribute_id = ok(H5Acreate(
            dataset_id,
            c"Units".as_ptr(),
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));
        ok(H5Awrite(attribute_id, H5T_NATIVE_INT, attr_data.as_ptr().cast()));

        ok(H5Aclose(attribute_id));
        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));
        ok(H5Fclose(file_id));
    }
}
