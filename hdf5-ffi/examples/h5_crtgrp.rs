//! Creates a group in a new file, as the HDF Group's `h5_crtgrp.c` does.

mod support;

use std::ffi::c_char;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"group.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let file_id = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The three lists of properties: of the link, of the new group, of the access to it.
        let group_id =
            ok(H5Gcreate(file_id, c"/MyGroup".as_ptr(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));

        ok(H5Gclose(group_id));
        ok(H5Fclose(file_id));
    }
}
