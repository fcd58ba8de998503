//! Writes a compressed dataset, and asks the file how it is compressed, as the HDF Group's
//! `h5_cmprss.c` does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int, c_uint};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"cmprss.h5".as_ptr();
const DATASET: *const c_char = c"Compressed_Data".as_ptr();
const RANK: c_int = 2;
const DIM0: usize = 100;
const DIM1: usize = 20;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let buf: [[c_int; DIM1]; DIM0] = from_fn(|i| from_fn(|j| (i + j) as c_int));
    let mut rbuf = [[0 as c_int; DIM1]; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        let file_id = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let dims = [DIM0 as hsize_t, DIM1 as hsize_t];
        let dataspace_id = ok(H5Screate_simple(RANK, dims.as_ptr(), null()));

        // What is compressed are chunks.
        let plist_id = ok(H5Pcreate(H5P_DATASET_CREATE));
        let cdims: [hsize_t; 2] = [20, 20];
        ok(H5Pset_chunk(plist_id, 2, cdims.as_ptr()));
        ok(H5Pset_deflate(plist_id, 6));
        let dataset_id = ok(H5Dcreate(
            file_id,
            DATASET,
            H5T_STD_I32BE,
            dataspace_id,
            H5P_DEFAULT,
            plist_id,
            H5P_DEFAULT,
        ));
        let data = buf.as_ptr().cast();
        ok(H5Dwrite(dataset_id, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, data));

        ok(H5Sclose(dataspace_id));
        ok(H5Dclose(dataset_id));
        ok(H5Pclose(plist_id));
        ok(H5Fclose(file_id));

        // The file is opened again.
        let file_id = ok(H5Fopen(FILE, H5F_ACC_RDWR, H5P_DEFAULT));
        let dataset_id = ok(H5Dopen(file_id, DATASET, H5P_DEFAULT));

        // Which filters does the dataset have?
        let plist_id = ok(H5Dget_create_plist(dataset_id));
        let numfilt = ok(H5Pget_nfilters(plist_id));
        println!("Number of filters associated with dataset: {numfilt}");
        for i in 0..numfilt as c_uint {
            let (mut flags, mut filter_info) = (0, 0);
            let mut nelmts = 0;
            let filter_type = ok(H5Pget_filter(
                plist_id,
                i,
                &mut flags,
                &mut nelmts,
                null_mut(),
                0,
                null_mut(),
                &mut filter_info,
            ));
            print!("Filter Type: ");
            match filter_type {
                H5Z_FILTER_DEFLATE => println!("H5Z_FILTER_DEFLATE"),
                H5Z_FILTER_SZIP => println!("H5Z_FILTER_SZIP"),
                _ => println!("Other filter type included."),
            }
        }

        let data = rbuf.as_mut_ptr().cast();
        ok(H5Dread(dataset_id, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, data));
        assert_eq!(rbuf, buf);

        ok(H5Dclose(dataset_id));
        ok(H5Pclose(plist_id));
        ok(H5Fclose(file_id));
    }
}
