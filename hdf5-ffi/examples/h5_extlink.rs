//! External links, plain and with a prefix, as in the first two functions of the HDF Group's
//! `h5_extlink.c`.

mod support;

use std::ffi::c_char;

use hdf5_ffi::*;
use support::ok;

const SOURCE_FILE: *const c_char = c"extlink_source.h5".as_ptr();
const TARGET_FILE: *const c_char = c"extlink_target.h5".as_ptr();
const PREFIX_SOURCE_FILE: *const c_char = c"extlink_prefix_source.h5".as_ptr();

/// A group with default properties, which is closed again by whoever asked for it.
///
/// # Safety
///
/// The lock is held, and `name` ends with a zero byte.
unsafe fn create_group(loc_id: hid_t, name: *const c_char) -> hid_t {
    // SAFETY: as the caller promises.
    ok(unsafe { H5Gcreate(loc_id, name, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT) })
}

/// A link from one file to a group of another.
fn extlink_example() {
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let source_file_id = ok(H5Fcreate(SOURCE_FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let targ_file_id = ok(H5Fcreate(TARGET_FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        let (target_group, ext_link) = (c"target_group".as_ptr(), c"ext_link".as_ptr());
        let group_id = create_group(targ_file_id, target_group);
        ok(H5Gclose(group_id));
        let (lcpl, lapl) = (H5P_DEFAULT, H5P_DEFAULT);
        ok(H5Lcreate_external(TARGET_FILE, target_group, source_file_id, ext_link, lcpl, lapl));

        // A group created through the link lies in the other file.
        let group_id = create_group(source_file_id, c"ext_link/new_group".as_ptr());
        let new_group = c"target_group/new_group".as_ptr();
        let group2_id = ok(H5Gopen(targ_file_id, new_group, H5P_DEFAULT));

        ok(H5Gclose(group2_id));
        ok(H5Gclose(group_id));
        ok(H5Fclose(targ_file_id));
        ok(H5Fclose(source_file_id));
    }
}

/// The same link leads to a file in the folder "red" or "blue", by the prefix it is opened with.
fn extlink_prefix_example() {
    // The C program asks its user to make these.
    std::fs::create_dir_all("red").expect("a folder can be made");
    std::fs::create_dir_all("blue").expect("a folder can be made");

    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let create = |name| ok(H5Fcreate(name, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let source_file_id = create(PREFIX_SOURCE_FILE);
        let red_file_id = create(c"red/prefix_target.h5".as_ptr());
        let blue_file_id = create(c"blue/prefix_target.h5".as_ptr());

        let (target, ext_link) = (c"prefix_target.h5".as_ptr(), c"ext_link".as_ptr());
        let (lcpl, lapl) = (H5P_DEFAULT, H5P_DEFAULT);
        ok(H5Lcreate_external(target, c"/".as_ptr(), source_file_id, ext_link, lcpl, lapl));

        // The prefix is a property of the access, and can be changed between two of them.
        let gapl_id = ok(H5Pcreate(H5P_GROUP_ACCESS));
        for (prefix, name) in [(c"red/", c"pink"), (c"blue/", c"sky blue")] {
            ok(H5Pset_elink_prefix(gapl_id, prefix.as_ptr()));
            let group_id = ok(H5Gopen(source_file_id, ext_link, gapl_id));
            let group2_id = create_group(group_id, name.as_ptr());
            ok(H5Gclose(group2_id));
            ok(H5Gclose(group_id));
        }

        // Each file has got its group.
        let group_id = ok(H5Gopen(red_file_id, c"pink".as_ptr(), H5P_DEFAULT));
        let group2_id = ok(H5Gopen(blue_file_id, c"sky blue".as_ptr(), H5P_DEFAULT));

        ok(H5Gclose(group2_id));
        ok(H5Gclose(group_id));
        ok(H5Pclose(gapl_id));
        ok(H5Fclose(blue_file_id));
        ok(H5Fclose(red_file_id));
        ok(H5Fclose(source_file_id));
    }
}

fn main() {
    support::enter_folder();
    extlink_example();
    extlink_prefix_example();
}
