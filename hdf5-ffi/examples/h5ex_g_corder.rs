//! Lists the groups in a group by name and in the order of their creation, as the HDF Group's
//! `h5ex_g_corder.c` does.

mod support;

use std::ffi::{CStr, c_char};
use std::mem::zeroed;
use std::ptr::null_mut;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_g_corder.h5".as_ptr();

/// Prints the names of the links of a group, in the order of an index.
///
/// # Safety
///
/// The lock is held.
unsafe fn print_names(group: hid_t, nlinks: hsize_t, index: H5_index_t) {
    let (dot, order, lapl) = (c".".as_ptr(), H5_ITER_INC, H5P_DEFAULT);
    for i in 0..nlinks {
        // SAFETY: the caller holds the lock, and the name has the room that is told: its length,
        // which is asked for first, and a zero byte.
        let name = unsafe {
            let size = 1 + ok(H5Lget_name_by_idx(group, dot, index, order, i, null_mut(), 0, lapl));
            let mut name = vec![0_u8; size as usize];
            let buf = name.as_mut_ptr().cast();
            ok(H5Lget_name_by_idx(group, dot, index, order, i, buf, name.len(), lapl));
            name
        };
        let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");
        println!("Index {i}: {}", name.to_string_lossy());
    }
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, every pointer outlives its call, and an all-zero H5G_info_t is a
    // valid one.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));

        // Only a group that tracks the order can be listed in it.
        let gcpl = ok(H5Pcreate(H5P_GROUP_CREATE));
        ok(H5Pset_link_creation_order(gcpl, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED));
        let group = ok(H5Gcreate(file, c"index_group".as_ptr(), default, gcpl, default));

        // The groups in it need not track anything.
        for name in [c"H", c"D", c"F", c"5"] {
            let subgroup = ok(H5Gcreate(group, name.as_ptr(), default, default, default));
            ok(H5Gclose(subgroup));
        }

        let mut ginfo: H5G_info_t = zeroed();
        ok(H5Gget_info(group, &mut ginfo));
        println!("Traversing group using alphabetical indices:\n");
        print_names(group, ginfo.nlinks, H5_INDEX_NAME);
        println!("\nTraversing group using creation order indices:\n");
        print_names(group, ginfo.nlinks, H5_INDEX_CRT_ORDER);

        ok(H5Pclose(gcpl));
        ok(H5Gclose(group));
        ok(H5Fclose(file));
    }
}
