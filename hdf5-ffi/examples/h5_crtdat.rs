//! Creates a dataset of 4 x 6 integers in a new file, as the HDF Group's `h5_crtdat.c` does.
//!
//! Nothing is written to the dataset: it reads as zeros.

mod support;

use std::ffi::c_char;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"dset.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        // A new file with default properties.
        let file_id = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The shape of the dataset.
        let dims: [hsize_t; 2] = [4, 6];
        let dataspace_id = ok(H5Screate_simple(2, dims.as_ptr(), null()));

        // The dataset itself: big-endian integers, whatever the machine has.
        let dataset_id = ok(H5Dcreate(
            file_id,
            c"/dset".as_ptr(),
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));

        // Each identifier is closed by the call of its kind.
        ok(H5Dclose(dataset_id));
        ok(H5Sclose(dataspace_id));
        ok(H5Fclose(file_id));
    }
}
