//! Creates datasets in the groups that `h5_crtgrpar` made, as the HDF Group's `h5_crtgrpd.c` does.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"groups.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();

    // Each row counts its columns from 1.
    let dset1_data: [[c_int; 3]; 3] = [[1, 2, 3]; 3];
    let dset2_data: [[c_int; 10]; 2] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]; 2];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // its dataset.
    unsafe {
        let file_id = ok(H5Fopen(FILENAME, H5F_ACC_RDWR, H5P_DEFAULT));

        // The first dataset, in "MyGroup", by its absolute name.
        let dims: [hsize_t; 2] = [3, 3];
        let dataspace_id = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let dataset_id = ok(H5Dcreate(
            file_id,
            c"/MyGroup/dset1".as_ptr(),
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));
        ok(H5Dwrite(
            dataset_id,
            H5T_NATIVE_INT,
            H5S_ALL,
            H5S_ALL,
            H5P_DEFAULT,
            dset1_data.as_ptr().cast(),
        ));
        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));

        // The second, by a name relative to the group.
        let group_id = ok(H5Gopen(file_id, c"/MyGroup/Group_A".as_ptr(), H5P_DEFAULT));
        let dims: [hsize_t; 2] = [2, 10];
        let dataspace_id = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let dataset_id = ok(H5Dcreate(
            group_id,
            c"dset2".as_ptr(),
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));
        ok(H5Dwrite(
            dataset_id,
            H5T_NATIVE_INT,
            H5S_ALL,
            H5S_ALL,
            H5P_DEFAULT,
            dset2_data.as_ptr().cast(),
        ));
        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));
        ok(H5Gclose(group_id));
        ok(H5Fclose(file_id));
    }
}
