//! Prints every object of a file and every link, as the HDF Group's `h5ex_g_visit.c` does.
//!
//! The C program comes with the file that it reads; this one writes it first.

mod support;

use std::ffi::{CStr, c_char, c_void};
use std::mem::zeroed;
use std::ptr::null_mut;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_g_visit.h5".as_ptr();

/// Groups some of which are members of themselves, and a dataset that has two names.
fn write_file() {
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));
        let group = |name: &CStr| {
            let group = ok(H5Gcreate(file, name.as_ptr(), default, default, default));
            ok(H5Gclose(group));
        };
        let link = |cur_name: &CStr, new_name: &CStr| {
            let (cur_name, new_name) = (cur_name.as_ptr(), new_name.as_ptr());
            ok(H5Lcreate_hard(file, cur_name, file, new_name, default, default));
        };

        // In the order of the names, which "native" is in old files and not in new ones.
        group(c"/group1");
        let space = ok(H5Screate(H5S_SCALAR));
        let (dset1, le) = (c"/group1/dset1", H5T_STD_I32LE);
        let dset = ok(H5Dcreate(file, dset1.as_ptr(), le, space, default, default, default));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        group(c"/group1/group3");
        link(dset1, c"/group1/group3/dset2");
        group(c"/group1/group3/group4");
        group(c"/group1/group3/group4/group1");
        link(c"/group1/group3", c"/group1/group3/group4/group1/group5");
        group(c"/group1/group3/group4/group2");
        link(c"/group1/group3/group4/group2", c"/group2");
        ok(H5Fclose(file));
    }
}

/// Prints the path of an object and what it is.
unsafe extern "C" fn op_func(
    _loc_id: hid_t,
    name: *const c_char,
    info: *const H5O_info_t,
    _operator_data: *mut c_void,
) -> herr_t {
    // SAFETY: H5Ovisit gives a name that ends with a zero byte and a valid struct.
    let (name, info) = unsafe { (CStr::from_ptr(name).to_string_lossy(), &*info) };
    match info.type_ {
        _ if name == "." => println!("/  (Group)"), // the root group
        H5O_TYPE_GROUP => println!("/{name}  (Group)"),
        H5O_TYPE_DATASET => println!("/{name}  (Dataset)"),
        H5O_TYPE_NAMED_DATATYPE => println!("/{name}  (Datatype)"),
        _ => println!("/{name}  (Unknown)"),
    }
    0
}

/// Prints the path of a link and what it leads to.
unsafe extern "C" fn op_func_l(
    loc_id: hid_t,
    name: *const c_char,
    _info: *const H5L_info_t,
    operator_data: *mut c_void,
) -> herr_t {
    // SAFETY: H5Lvisit calls this while its caller holds the lock, with a name that ends with a zero
    // byte, and an all-zero H5O_info_t is a valid one.
    unsafe {
        let mut infobuf: H5O_info_t = zeroed();
        // Since 1.12 one tells which fields one wants.
        #[cfg(hdf5_ge_1_12)]
        ok(H5Oget_info_by_name(loc_id, name, &mut infobuf, H5O_INFO_ALL, H5P_DEFAULT));
        #[cfg(not(hdf5_ge_1_12))]
        ok(H5Oget_info_by_name(loc_id, name, &mut infobuf, H5P_DEFAULT));
        op_func(loc_id, name, &infobuf, operator_data)
    }
}

fn main() {
    support::enter_folder();
    write_file();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let (index, order, data) = (H5_INDEX_NAME, H5_ITER_NATIVE, null_mut());
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        println!("Objects in the file:");
        #[cfg(hdf5_ge_1_12)]
        ok(H5Ovisit(file, index, order, Some(op_func), data, H5O_INFO_ALL));
        #[cfg(not(hdf5_ge_1_12))]
        ok(H5Ovisit(file, index, order, Some(op_func), data));
        println!("\nLinks in the file:");
        ok(H5Lvisit(file, index, order, Some(op_func_l), data));
        ok(H5Fclose(file));
    }
}
