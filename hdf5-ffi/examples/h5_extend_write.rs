//! Writes a dataset that grows twice, as the HDF Group's `h5_extend_write.c` does; `h5_chunk_read`
//! reads it.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"SDSextendible.h5".as_ptr();
const DATASETNAME: *const c_char = c"ExtendibleArray".as_ptr();
const RANK: c_int = 2;

fn main() {
    support::enter_folder();
    let _lock = lock();

    let mut dims: [hsize_t; 2] = [3, 3]; // of the dataset when it is created
    let dims1: [hsize_t; 2] = [3, 3]; // of data1
    let dims2: [hsize_t; 2] = [7, 1]; // of data2
    let dims3: [hsize_t; 2] = [2, 2]; // of data3
    let maxdims: [hsize_t; 2] = [H5S_UNLIMITED, H5S_UNLIMITED];
    let chunk_dims: [hsize_t; 2] = [2, 5];
    let data1 = [[1 as c_int; 3]; 3];
    let data2 = [2 as c_int; 7];
    let data3 = [[3 as c_int; 2]; 2];
    let fillvalue: c_int = 0;

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataspace it is written with.
    unsafe {
        let set = H5S_SELECT_SET;
        let dataspace = ok(H5Screate_simple(RANK, dims.as_ptr(), maxdims.as_ptr()));
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let cparms = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(cparms, RANK, chunk_dims.as_ptr()));
        ok(H5Pset_fill_value(cparms, H5T_NATIVE_INT, (&raw const fillvalue).cast()));
        let dataset = ok(H5Dcreate(
            file,
            DATASETNAME,
            H5T_NATIVE_INT,
            dataspace,
            H5P_DEFAULT,
            cparms,
            H5P_DEFAULT,
        ));

        // At least 3 x 3, and data1 in the corner.
        let size: [hsize_t; 2] = [3, 3];
        ok(H5Dset_extent(dataset, size.as_ptr()));
        let filespace = ok(H5Dget_space(dataset));
        let offset: [hsize_t; 2] = [0, 0];
        ok(H5Sselect_hyperslab(filespace, set, offset.as_ptr(), null(), dims1.as_ptr(), null()));
        let buf = data1.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, dataspace, filespace, H5P_DEFAULT, buf));
        ok(H5Sclose(filespace));
        ok(H5Sclose(dataspace));

        // 10 x 3, and data2 below.
        dims[0] = dims1[0] + dims2[0];
        let size = dims;
        ok(H5Dset_extent(dataset, size.as_ptr()));
        let filespace = ok(H5Dget_space(dataset));
        let offset: [hsize_t; 2] = [3, 0];
        ok(H5Sselect_hyperslab(filespace, set, offset.as_ptr(), null(), dims2.as_ptr(), null()));
        let dataspace = ok(H5Screate_simple(RANK, dims2.as_ptr(), null()));
        let buf = data2.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, dataspace, filespace, H5P_DEFAULT, buf));
        ok(H5Sclose(filespace));
        ok(H5Sclose(dataspace));

        // 10 x 5, and data3 to the right.
        dims[1] = dims1[1] + dims3[1];
        let size = dims;
        ok(H5Dset_extent(dataset, size.as_ptr()));
        let filespace = ok(H5Dget_space(dataset));
        let offset: [hsize_t; 2] = [0, 3];
        ok(H5Sselect_hyperslab(filespace, set, offset.as_ptr(), null(), dims3.as_ptr(), null()));
        let dataspace = ok(H5Screate_simple(RANK, dims3.as_ptr(), null()));
        let buf = data3.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, dataspace, filespace, H5P_DEFAULT, buf));

        ok(H5Dclose(dataset));
        ok(H5Sclose(dataspace));
        ok(H5Sclose(filespace));
        ok(H5Pclose(cparms));
        ok(H5Fclose(file));
    }
}
