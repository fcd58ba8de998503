//! Creates an extendible dataset, extends it and writes the new part, as the HDF Group's
//! `h5_extend.c` does.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"extend.h5".as_ptr();
const DATASETNAME: *const c_char = c"ExtendibleArray".as_ptr();
const RANK: c_int = 2;

fn main() {
    support::enter_folder();
    let _lock = lock();

    let dims: [hsize_t; 2] = [3, 3]; // of the dataset when it is created
    let maxdims: [hsize_t; 2] = [H5S_UNLIMITED, H5S_UNLIMITED];
    let chunk_dims: [hsize_t; 2] = [2, 5];
    let data: [[c_int; 3]; 3] = [[1, 1, 1]; 3];
    let dimsext: [hsize_t; 2] = [7, 3]; // of what is added
    let dataext: [[c_int; 3]; 7] = [[2, 3, 4]; 7];
    let mut chunk_dimsr: [hsize_t; 2] = [0; 2];
    let mut dimsr: [hsize_t; 2] = [0; 2];
    let mut rdata = [[0 as c_int; 3]; 10];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataspace it is read or written with.
    unsafe {
        // A dataset that may grow must be chunked.
        let dataspace = ok(H5Screate_simple(RANK, dims.as_ptr(), maxdims.as_ptr()));
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let prop = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(prop, RANK, chunk_dims.as_ptr()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dataset = ok(H5Dcreate(file, DATASETNAME, H5T_NATIVE_INT, dataspace, lcpl, prop, dapl));
        let buf = data.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));

        // It becomes 10 x 3.
        let size = [dims[0] + dimsext[0], dims[1]];
        ok(H5Dset_extent(dataset, size.as_ptr()));

        // The part that is new is selected in the file, and written.
        let filespace = ok(H5Dget_space(dataset));
        let (offset, count): ([hsize_t; 2], _) = ([3, 0], dimsext);
        ok(H5Sselect_hyperslab(
            filespace,
            H5S_SELECT_SET,
            offset.as_ptr(),
            null(),
            count.as_ptr(),
            null(),
        ));
        let memspace = ok(H5Screate_simple(RANK, dimsext.as_ptr(), null()));
        let buf = dataext.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));

        ok(H5Dclose(dataset));
        ok(H5Pclose(prop));
        ok(H5Sclose(dataspace));
        ok(H5Sclose(memspace));
        ok(H5Sclose(filespace));
        ok(H5Fclose(file));

        // The file is opened again, and the whole dataset read.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dataset = ok(H5Dopen(file, DATASETNAME, H5P_DEFAULT));
        let filespace = ok(H5Dget_space(dataset));
        let rank = ok(H5Sget_simple_extent_ndims(filespace));
        ok(H5Sget_simple_extent_dims(filespace, dimsr.as_mut_ptr(), null_mut()));
        let prop = ok(H5Dget_create_plist(dataset));
        if H5D_CHUNKED == ok(H5Pget_layout(prop)) {
            ok(H5Pget_chunk(prop, rank, chunk_dimsr.as_mut_ptr()));
        }
        assert_eq!(dimsr, [10, 3], "what the buffer has room for");
        let memspace = ok(H5Screate_simple(rank, dimsr.as_ptr(), null()));
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dataset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));

        println!("\nDataset: ");
        for row in rdata {
            row.iter().for_each(|value| print!("{value} "));
            println!();
        }

        ok(H5Pclose(prop));
        ok(H5Dclose(dataset));
        ok(H5Sclose(filespace));
        ok(H5Sclose(memspace));
        ok(H5Fclose(file));
    }
}
