//! Follows a dataset that `swmr_write` appends to: the reader of the programming model in the HDF
//! Group's introduction to SWMR (single writer, multiple readers).

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};
use std::thread::sleep;
use std::time::{Duration, Instant};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"swmr.h5".as_ptr();
const DATASET: *const c_char = c"data".as_ptr();
const NUMBERS: hsize_t = 20;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut numbers: Vec<c_int> = Vec::new();

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer has the elements
    // that are selected.
    unsafe {
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY | H5F_ACC_SWMR_READ, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let start = Instant::now();
        let mut dims: [hsize_t; 1] = [0];
        while dims[0] < NUMBERS {
            assert!(start.elapsed() < Duration::from_secs(60), "the writer has stopped");

            // What the file says now, and not what this program has cached of it.
            ok(H5Drefresh(dset));
            let filespace = ok(H5Dget_space(dset));
            ok(H5Sget_simple_extent_dims(filespace, dims.as_mut_ptr(), null_mut()));
            let (offset, count) =
                ([numbers.len() as hsize_t], [dims[0] - numbers.len() as hsize_t]);
            if count[0] == 0 {
                ok(H5Sclose(filespace));
                sleep(Duration::from_millis(5));
                continue;
            }

            // Only what is new is read.
            let memspace = ok(H5Screate_simple(1, count.as_ptr(), null()));
            let (set, start, count_) = (H5S_SELECT_SET, offset.as_ptr(), count.as_ptr());
            ok(H5Sselect_hyperslab(filespace, set, start, null(), count_, null()));
            let mut rdata = vec![-1 as c_int; count[0] as usize];
            let buf = rdata.as_mut_ptr().cast();
            ok(H5Dread(dset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));
            numbers.append(&mut rdata);
            ok(H5Sclose(memspace));
            ok(H5Sclose(filespace));
        }
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
    numbers.iter().for_each(|number| println!("{number}"));
}
