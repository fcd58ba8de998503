//! Gives an object more names, moves and copies them, and copies the object itself: the calls on
//! links of the HDF5 reference manual (`H5L`, `H5Ocopy`).

mod support;

use std::ffi::{CStr, c_char, c_int};
use std::mem::zeroed;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"links.h5".as_ptr();
const DATASET: *const c_char = c"/data/original".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    let wdata: [c_int; 3] = [7, 8, 9];
    let dims = [wdata.len() as hsize_t];

    // SAFETY: the lock is held, every pointer outlives its call, the buffers have the elements of
    // the dataset and the room that is told, and an all-zero H5G_info_t is a valid one.
    unsafe {
        let (lcpl, lapl, default) = (ok(H5Pcreate(H5P_LINK_CREATE)), H5P_DEFAULT, H5P_DEFAULT);
        ok(H5Pset_create_intermediate_group(lcpl, 1));
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, default, default));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_I32LE, space, lcpl, default, default));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, default, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));

        // A second name of the dataset, a path to it, and a path to nothing.
        ok(H5Lcreate_hard(file, DATASET, file, c"/data/same".as_ptr(), lcpl, lapl));
        ok(H5Lcreate_soft(DATASET, file, c"/paths/soft".as_ptr(), lcpl, lapl));
        ok(H5Lcreate_soft(c"/nowhere".as_ptr(), file, c"/paths/dangling".as_ptr(), lcpl, lapl));

        // A link is moved or copied; what it leads to stays where it is.
        ok(H5Lmove(file, c"/data/same".as_ptr(), file, c"/data/moved".as_ptr(), lcpl, lapl));
        ok(H5Lcopy(file, c"/paths/soft".as_ptr(), file, c"/paths/again".as_ptr(), lcpl, lapl));

        // The object is copied.
        ok(H5Ocopy(file, DATASET, file, c"/data/copy".as_ptr(), default, lcpl));

        // The path leads to where it says, so it dangles once that name is gone.
        ok(H5Ldelete(file, DATASET, lapl));
        let mut target = [0_u8; 32];
        let buf = target.as_mut_ptr().cast();
        ok(H5Lget_val(file, c"/paths/soft".as_ptr(), buf, target.len(), lapl));
        let path = CStr::from_bytes_until_nul(&target).expect("it ends with a zero");
        let exists = ok(H5Lexists(file, path.as_ptr(), lapl)) != 0;
        println!("/paths/soft leads to {}, which exists: {exists}", path.to_string_lossy());

        let mut ginfo: H5G_info_t = zeroed();
        ok(H5Gget_info_by_name(file, c"/data".as_ptr(), &mut ginfo, lapl));
        println!("/data has {} members", ginfo.nlinks);

        ok(H5Pclose(lcpl));
        ok(H5Fclose(file));
    }
}
