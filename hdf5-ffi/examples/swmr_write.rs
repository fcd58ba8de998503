//! Appends to a dataset while others may read it: the writer of the programming model in the HDF
//! Group's introduction to SWMR (single writer, multiple readers). `swmr_read` is the reader.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::null;
use std::thread::sleep;
use std::time::Duration;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"swmr.h5".as_ptr();
const DATASET: *const c_char = c"data".as_ptr();
const NUMBERS: usize = 20;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let (dims, maxdims, chunk): ([hsize_t; 1], _, [hsize_t; 1]) = ([0], [H5S_UNLIMITED], [4]);

    // SAFETY: the lock is held, every pointer outlives its call, and the buffer is the one element
    // that is written.
    unsafe {
        // Readers need the format of 1.10 or a newer one; 1.10 is what the oldest of them know.
        let fapl = ok(H5Pcreate(H5P_FILE_ACCESS));
        ok(H5Pset_libver_bounds(fapl, H5F_LIBVER_V110, H5F_LIBVER_LATEST));
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, fapl));

        // All there will be in the file is made before the readers come.
        let space = ok(H5Screate_simple(1, dims.as_ptr(), maxdims.as_ptr()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(dcpl, 1, chunk.as_ptr()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, dcpl, dapl));
        ok(H5Sclose(space));
        ok(H5Pclose(dcpl));
        ok(H5Pclose(fapl));

        ok(H5Fstart_swmr_write(file));
        println!("Readers may open the file");

        // Each number is an append of its own, which readers see once it is flushed.
        let count: [hsize_t; 1] = [1];
        let memspace = ok(H5Screate_simple(1, count.as_ptr(), null()));
        for i in 0..NUMBERS {
            let (size, offset) = ([i as hsize_t + 1], [i as hsize_t]);
            ok(H5Dset_extent(dset, size.as_ptr()));
            let filespace = ok(H5Dget_space(dset));
            let (start, count) = (offset.as_ptr(), count.as_ptr());
            ok(H5Sselect_hyperslab(filespace, H5S_SELECT_SET, start, null(), count, null()));
            let number = (i * i) as c_int;
            let buf = (&raw const number).cast();
            ok(H5Dwrite(dset, H5T_NATIVE_INT, memspace, filespace, H5P_DEFAULT, buf));
            ok(H5Sclose(filespace));
            ok(H5Dflush(dset));
            sleep(Duration::from_millis(10));
        }

        ok(H5Sclose(memspace));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
