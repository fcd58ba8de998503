//! Reads all, one column and one chunk of the dataset that `h5_extend_write` wrote, as the HDF
//! Group's `h5_chunk_read.c` does.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"SDSextendible.h5".as_ptr();
const DATASETNAME: *const c_char = c"ExtendibleArray".as_ptr();
const RANK: c_int = 2;
const RANKC: c_int = 1;
const NX: usize = 10;
const NY: usize = 5;

fn print(rows: &[[c_int; NY]]) {
    for row in rows {
        row.iter().for_each(|value| print!("{value} "));
        println!();
    }
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims: [hsize_t; 2] = [0; 2];
    let mut chunk_dims: [hsize_t; 2] = [0; 2];
    let mut data_out = [[0 as c_int; NY]; NX];
    let mut chunk_out = [[0 as c_int; 5]; 2];
    let mut column = [0 as c_int; 10];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataspace it is read with: the sizes that come from the file are checked.
    unsafe {
        let set = H5S_SELECT_SET;
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dataset = ok(H5Dopen(file, DATASETNAME, H5P_DEFAULT));

        // The rank and the dimensions.
        let filespace = ok(H5Dget_space(dataset));
        let rank = ok(H5Sget_simple_extent_ndims(filespace));
        ok(H5Sget_simple_extent_dims(filespace, dims.as_mut_ptr(), null_mut()));
        println!("dataset rank {rank}, dimensions {} x {}", dims[0], dims[1]);
        assert_eq!(dims, [NX as hsize_t, NY as hsize_t]);

        // All of it.
        let memspace = ok(H5Screate_simple(RANK, dims.as_ptr(), null()));
        let buf = data_out.as_mut_ptr().cast();
        ok(H5Dread(dataset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));
        println!("\nDataset: ");
        print(&data_out);
        ok(H5Sclose(memspace));

        // The third column.
        let col_dims: [hsize_t; 1] = [10];
        let memspace = ok(H5Screate_simple(RANKC, col_dims.as_ptr(), null()));
        let (offset, count): ([hsize_t; 2], [hsize_t; 2]) = ([0, 2], [10, 1]);
        ok(H5Sselect_hyperslab(filespace, set, offset.as_ptr(), null(), count.as_ptr(), null()));
        let buf = column.as_mut_ptr().cast();
        ok(H5Dread(dataset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));
        println!("\nThird column: ");
        column.iter().for_each(|value| println!("{value} "));
        ok(H5Sclose(memspace));

        // The second chunk, whose size the creation properties tell.
        let cparms = ok(H5Dget_create_plist(dataset));
        if H5D_CHUNKED == ok(H5Pget_layout(cparms)) {
            let rank_chunk = ok(H5Pget_chunk(cparms, 2, chunk_dims.as_mut_ptr()));
            let [chunk0, chunk1] = chunk_dims;
            println!("chunk rank {rank_chunk}, dimensions {chunk0} x {chunk1}");
            assert_eq!(chunk_dims, [2, 5]);
            let memspace = ok(H5Screate_simple(rank_chunk, chunk_dims.as_ptr(), null()));
            let (offset, count): ([hsize_t; 2], _) = ([2, 0], chunk_dims);
            ok(H5Sselect_hyperslab(
                filespace,
                set,
                offset.as_ptr(),
                null(),
                count.as_ptr(),
                null(),
            ));
            let buf = chunk_out.as_mut_ptr().cast();
            ok(H5Dread(dataset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));
            println!("\nChunk: ");
            print(&chunk_out);
            ok(H5Sclose(memspace));
        }

        ok(H5Pclose(cparms));
        ok(H5Dclose(dataset));
        ok(H5Sclose(filespace));
        ok(H5Fclose(file));
    }
}
