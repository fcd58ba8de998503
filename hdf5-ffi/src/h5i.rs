//! Identifiers: `H5Ipublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_void};

use super::*;

pub const H5I_INVALID_HID: hid_t = -1;
pub const H5I_UNINIT: H5I_type_t = -2;
pub const H5I_BADID: H5I_type_t = -1;
pub const H5I_FILE: H5I_type_t = 1;
pub const H5I_GROUP: H5I_type_t = 2;
pub const H5I_DATATYPE: H5I_type_t = 3;
pub const H5I_DATASPACE: H5I_type_t = 4;
pub const H5I_DATASET: H5I_type_t = 5;
pub const H5I_MAP: H5I_type_t = 6;
pub const H5I_ATTR: H5I_type_t = 7;
pub const H5I_VFL: H5I_type_t = 8;
pub const H5I_VOL: H5I_type_t = 9;
pub const H5I_GENPROP_CLS: H5I_type_t = 10;
pub const H5I_GENPROP_LST: H5I_type_t = 11;
pub const H5I_ERROR_CLASS: H5I_type_t = 12;
pub const H5I_ERROR_MSG: H5I_type_t = 13;
pub const H5I_ERROR_STACK: H5I_type_t = 14;
pub const H5I_SPACE_SEL_ITER: H5I_type_t = 15;
pub const H5I_EVENTSET: H5I_type_t = 16;
pub const H5I_NTYPES: H5I_type_t = 17;

pub type H5I_type_t = c_int;

pub type hid_t = i64;

/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
pub type H5I_free_t = Option<unsafe extern "C" fn(obj: *mut c_void) -> herr_t>;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5I_free_t =
    Option<unsafe extern "C" fn(obj: *mut c_void, request: *mut *mut c_void) -> herr_t>;

pub type H5I_search_func_t =
    Option<unsafe extern "C" fn(obj: *mut c_void, id: hid_t, key: *mut c_void) -> c_int>;

pub type H5I_iterate_func_t = Option<unsafe extern "C" fn(id: hid_t, udata: *mut c_void) -> herr_t>;

pub type H5I_future_realize_func_t = Option<
    unsafe extern "C" fn(future_object: *mut c_void, actual_object_id: *mut hid_t) -> herr_t,
>;

unsafe extern "C" {
    pub fn H5Iget_type(id: hid_t) -> H5I_type_t;
    pub fn H5Iget_file_id(id: hid_t) -> hid_t;
    pub fn H5Iget_name(id: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Iinc_ref(id: hid_t) -> c_int;
    pub fn H5Idec_ref(id: hid_t) -> c_int;
    pub fn H5Iget_ref(id: hid_t) -> c_int;
    pub fn H5Iis_valid(id: hid_t) -> htri_t;
}
