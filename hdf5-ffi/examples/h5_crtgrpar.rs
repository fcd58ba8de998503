//! Creates groups by absolute and by relative names, as the HDF Group's `h5_crtgrpar.c` does.

mod support;

use std::ffi::c_char;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"groups.h5".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let file_id = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // "MyGroup" in the root group, by its absolute name.
        let group1_id =
            ok(H5Gcreate(file_id, c"/MyGroup".as_ptr(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));

        // "Group_A" in "MyGroup", by its absolute name: any identifier in the file will do.
        let group2_id = ok(H5Gcreate(
            file_id,
            c"/MyGroup/Group_A".as_ptr(),
            H5P_DEFAULT,
            H5P_DEFAULT,
            H5P_DEFAULT,
        ));

        // "Group_B" in "MyGroup", by a name relative to the identifier of "MyGroup".
        let group3_id =
            ok(H5Gcreate(group1_id, c"Group_B".as_ptr(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));

        ok(H5Gclose(group1_id));
        ok(H5Gclose(group2_id));
        ok(H5Gclose(group3_id));
        ok(H5Fclose(file_id));
    }
}
