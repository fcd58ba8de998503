//! Prints what is in a group by iterating over it, as the HDF Group's `h5ex_g_iterate.c` does.
//!
//! The C program comes with the file that it reads; this one writes it first.

mod support;

use std::ffi::{CStr, c_char, c_void};
use std::mem::zeroed;
use std::ptr::null_mut;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_g_iterate.h5".as_ptr();

/// A dataset with two names, a type and a group.
fn write_file() {
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));
        let space = ok(H5Screate(H5S_SCALAR));
        let (ds1, le) = (c"DS1".as_ptr(), H5T_STD_I32LE);
        let dset = ok(H5Dcreate(file, ds1, le, space, default, default, default));
        let dtype = ok(H5Tcopy(H5T_STD_I32LE));
        ok(H5Tcommit(file, c"DT1".as_ptr(), dtype, default, default, default));
        let group = ok(H5Gcreate(file, c"G1".as_ptr(), default, default, default));
        ok(H5Lcreate_hard(file, ds1, group, c"DS2".as_ptr(), default, default));
        ok(H5Lcreate_soft(ds1, file, c"L1".as_ptr(), default, default));
        ok(H5Gclose(group));
        ok(H5Tclose(dtype));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}

/// Prints the kind and the name of the object that a link leads to.
unsafe extern "C" fn op_func(
    loc_id: hid_t,
    name: *const c_char,
    _info: *const H5L_info_t,
    _operator_data: *mut c_void,
) -> herr_t {
    // SAFETY: H5Literate calls this while its caller holds the lock, with a name that ends with a
    // zero byte, and an all-zero H5O_info_t is a valid one.
    let (type_, name) = unsafe {
        let mut infobuf: H5O_info_t = zeroed();
        // Since 1.12 one tells which fields one wants.
        #[cfg(hdf5_ge_1_12)]
        ok(H5Oget_info_by_name(loc_id, name, &mut infobuf, H5O_INFO_ALL, H5P_DEFAULT));
        #[cfg(not(hdf5_ge_1_12))]
        ok(H5Oget_info_by_name(loc_id, name, &mut infobuf, H5P_DEFAULT));
        (infobuf.type_, CStr::from_ptr(name).to_string_lossy())
    };
    match type_ {
        H5O_TYPE_GROUP => println!("  Group: {name}"),
        H5O_TYPE_DATASET => println!("  Dataset: {name}"),
        H5O_TYPE_NAMED_DATATYPE => println!("  Datatype: {name}"),
        _ => println!("  Unknown: {name}"),
    }
    0
}

fn main() {
    support::enter_folder();
    write_file();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        println!("Objects in root group:");
        let (index, order, idx, data) = (H5_INDEX_NAME, H5_ITER_NATIVE, null_mut(), null_mut());
        ok(H5Literate(file, index, order, idx, Some(op_func), data));
        ok(H5Fclose(file));
    }
}
