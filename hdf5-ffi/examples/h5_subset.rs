//! Writes a rectangle of 3 x 4 into a dataset of 8 x 10, as the HDF Group's `h5_subset.c` does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"subset.h5".as_ptr();
const DATASETNAME: *const c_char = c"IntArray".as_ptr();
const RANK: c_int = 2;
const DIM0_SUB: usize = 3;
const DIM1_SUB: usize = 4;
const DIM0: usize = 8;
const DIM1: usize = 10;

fn print(rows: &[[c_int; DIM1]; DIM0]) {
    for row in rows {
        row.iter().for_each(|value| print!(" {value}"));
        println!();
    }
}

fn main() {
    support::enter_folder();
    let _lock = lock();

    // Ones in the left half, twos in the right.
    let data: [[c_int; DIM1]; DIM0] = [from_fn(|i| if i < DIM1 / 2 { 1 } else { 2 }); DIM0];
    let sdata = [[5 as c_int; DIM1_SUB]; DIM0_SUB];
    let mut rdata = [[0 as c_int; DIM1]; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataspace it is read or written with.
    unsafe {
        let file_id = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
        let dataspace_id = ok(H5Screate_simple(RANK, dims.as_ptr(), null()));
        let dataset_id = ok(H5Dcreate(
            file_id,
            DATASETNAME,
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));
        let buf = data.as_ptr().cast();
        ok(H5Dwrite(dataset_id, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nData Written to File:");
        print(&data);
        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));
        ok(H5Fclose(file_id));

        // The file is opened again, to overwrite a part of the dataset.
        let file_id = ok(H5Fopen(FILENAME, H5F_ACC_RDWR, H5P_DEFAULT));
        let dataset_id = ok(H5Dopen(file_id, DATASETNAME, H5P_DEFAULT));

        let offset: [hsize_t; 2] = [1, 2];
        let count = [DIM0_SUB as hsize_t, DIM1_SUB as hsize_t];
        let stride: [hsize_t; 2] = [1, 1];
        let block: [hsize_t; 2] = [1, 1];

        // In memory the part is all there is; in the file it is selected.
        let dimsm = [DIM0_SUB as hsize_t, DIM1_SUB as hsize_t];
        let memspace_id = ok(H5Screate_simple(RANK, dimsm.as_ptr(), null()));
        let dataspace_id = ok(H5Dget_space(dataset_id));
        ok(H5Sselect_hyperslab(
            dataspace_id,
            H5S_SELECT_SET,
            offset.as_ptr(),
            stride.as_ptr(),
            count.as_ptr(),
            block.as_ptr(),
        ));

        println!("\nWrite subset to file specifying:");
        println!("    offset=1x2 stride=1x1 count=3x4 block=1x1");
        let buf = sdata.as_ptr().cast();
        ok(H5Dwrite(dataset_id, H5T_NATIVE_INT, memspace_id, dataspace_id, H5P_DEFAULT, buf));
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dataset_id, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        println!("\nData in File after Subset is Written:");
        print(&rdata);

        ok(H5Sclose(memspace_id));
        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));
        ok(H5Fclose(file_id));
    }
}
