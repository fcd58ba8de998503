//! Mounts one file on a group of another and reads through it, as the HDF Group's `h5_mount.c`
//! does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILENAME1: *const c_char = c"mount1.h5".as_ptr();
const FILENAME2: *const c_char = c"mount2.h5".as_ptr();
const G: *const c_char = c"/G".as_ptr();
const RANK: c_int = 2;
const NX: usize = 4;
const NY: usize = 5;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let dims = [NX as hsize_t, NY as hsize_t];
    let bm: [[c_int; NY]; NX] = from_fn(|i| from_fn(|j| (i + j) as c_int));
    let mut bm_out = [[0 as c_int; NY]; NX];

    // SAFETY: the lock is held, every pointer outlives its call, and both buffers have the elements
    // of the dataset.
    unsafe {
        let default = H5P_DEFAULT;

        // The first file has a group.
        let fid1 = ok(H5Fcreate(FILENAME1, H5F_ACC_TRUNC, default, default));
        let gid = ok(H5Gcreate(fid1, G, default, default, default));
        ok(H5Gclose(gid));
        ok(H5Fclose(fid1));

        // The second has a dataset.
        let fid2 = ok(H5Fcreate(FILENAME2, H5F_ACC_TRUNC, default, default));
        let sid = ok(H5Screate_simple(RANK, dims.as_ptr(), null()));
        let (name, int) = (c"D".as_ptr(), H5T_NATIVE_INT);
        let did = ok(H5Dcreate(fid2, name, int, sid, default, default, default));
        ok(H5Dwrite(did, int, H5S_ALL, H5S_ALL, default, bm.as_ptr().cast()));
        ok(H5Sclose(sid));
        ok(H5Dclose(did));
        ok(H5Fclose(fid2));

        // The second file is mounted on the group of the first.
        let fid1 = ok(H5Fopen(FILENAME1, H5F_ACC_RDONLY, default));
        let fid2 = ok(H5Fopen(FILENAME2, H5F_ACC_RDONLY, default));
        ok(H5Fmount(fid1, G, fid2, default));

        // The dataset is read through the first.
        let did = ok(H5Dopen(fid1, c"/G/D".as_ptr(), default));
        let tid = ok(H5Dget_type(did));
        assert!(ok(H5Tequal(tid, H5T_NATIVE_INT)) > 0);
        ok(H5Dread(did, tid, H5S_ALL, H5S_ALL, default, bm_out.as_mut_ptr().cast()));
        for row in bm_out {
            row.iter().for_each(|value| print!("  {value}"));
            println!();
        }

        ok(H5Tclose(tid));
        ok(H5Dclose(did));
        ok(H5Funmount(fid1, G));
        ok(H5Fclose(fid1));
        ok(H5Fclose(fid2));
    }
}
