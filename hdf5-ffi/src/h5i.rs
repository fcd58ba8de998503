//! Identifiers: `H5Ipublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5I_UNINIT: H5I_type_t = -2;
pub const H5I_BADID: H5I_type_t = -1;
pub const H5I_FILE: H5I_type_t = 1;
pub const H5I_GROUP: H5I_type_t = 2;
pub const H5I_DATATYPE: H5I_type_t = 3;
pub const H5I_DATASPACE: H5I_type_t = 4;
pub const H5I_DATASET: H5I_type_t = 5;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_MAP: H5I_type_t = 6;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_ATTR: H5I_type_t = 6;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_ATTR: H5I_type_t = 7;
pub const H5I_VFL: H5I_type_t = 8;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_VOL: H5I_type_t = 9;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_GENPROP_CLS: H5I_type_t = 9;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_GENPROP_CLS: H5I_type_t = 10;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_GENPROP_LST: H5I_type_t = 10;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_GENPROP_LST: H5I_type_t = 11;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_ERROR_CLASS: H5I_type_t = 11;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_ERROR_CLASS: H5I_type_t = 12;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_ERROR_MSG: H5I_type_t = 12;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_ERROR_MSG: H5I_type_t = 13;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_ERROR_STACK: H5I_type_t = 13;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_ERROR_STACK: H5I_type_t = 14;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_SPACE_SEL_ITER: H5I_type_t = 15;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_EVENTSET: H5I_type_t = 16;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_NTYPES: H5I_type_t = 14;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5I_NTYPES: H5I_type_t = 17;
pub const H5I_INVALID_HID: hid_t = -1;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5I_REFERENCE: H5I_type_t = 7;

pub type H5I_type_t = c_int;

pub type hid_t = i64;

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub type H5I_free_t = Option<unsafe extern "C" fn(arg1: *mut c_void) -> herr_t>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5I_free_t =
    Option<unsafe extern "C" fn(obj: *mut c_void, request: *mut *mut c_void) -> herr_t>;

pub type H5I_search_func_t =
    Option<unsafe extern "C" fn(obj: *mut c_void, id: hid_t, key: *mut c_void) -> c_int>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5I_iterate_func_t = Option<unsafe extern "C" fn(id: hid_t, udata: *mut c_void) -> herr_t>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5I_future_realize_func_t = Option<
    unsafe extern "C" fn(future_object: *mut c_void, actual_object_id: *mut hid_t) -> herr_t,
>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5I_future_discard_func_t =
    Option<unsafe extern "C" fn(future_object: *mut c_void) -> herr_t>;

unsafe extern "C" {
    pub fn H5Iregister(type_: H5I_type_t, object: *const c_void) -> hid_t;
    pub fn H5Iobject_verify(id: hid_t, type_: H5I_type_t) -> *mut c_void;
    pub fn H5Iremove_verify(id: hid_t, type_: H5I_type_t) -> *mut c_void;
    pub fn H5Iget_type(id: hid_t) -> H5I_type_t;
    pub fn H5Iget_file_id(id: hid_t) -> hid_t;
    pub fn H5Iget_name(id: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Iinc_ref(id: hid_t) -> c_int;
    pub fn H5Idec_ref(id: hid_t) -> c_int;
    pub fn H5Iget_ref(id: hid_t) -> c_int;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Iregister_type2(reserved: c_uint, free_func: H5I_free_t) -> H5I_type_t;
    pub fn H5Iclear_type(type_: H5I_type_t, force: bool) -> herr_t;
    pub fn H5Idestroy_type(type_: H5I_type_t) -> herr_t;
    pub fn H5Iinc_type_ref(type_: H5I_type_t) -> c_int;
    pub fn H5Idec_type_ref(type_: H5I_type_t) -> c_int;
    pub fn H5Iget_type_ref(type_: H5I_type_t) -> c_int;
    pub fn H5Isearch(type_: H5I_type_t, func: H5I_search_func_t, key: *mut c_void) -> *mut c_void;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Iiterate(type_: H5I_type_t, op: H5I_iterate_func_t, op_data: *mut c_void) -> herr_t;
    pub fn H5Inmembers(type_: H5I_type_t, num_members: *mut hsize_t) -> herr_t;
    pub fn H5Itype_exists(type_: H5I_type_t) -> htri_t;
    pub fn H5Iis_valid(id: hid_t) -> htri_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    #[link_name = "H5Iregister_type"]
    pub fn H5Iregister_type1(
        hash_size: usize,
        reserved: c_uint,
        free_func: H5I_free_t,
    ) -> H5I_type_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Iregister_type1(
        hash_size: usize,
        reserved: c_uint,
        free_func: H5I_free_t,
    ) -> H5I_type_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Iregister_future(
        type_: H5I_type_t,
        object: *const c_void,
        realize_cb: H5I_future_realize_func_t,
        discard_cb: H5I_future_discard_func_t,
    ) -> hid_t;
}

/// Before HDF5 2.0.0.
#[cfg(not(hdf5_ge_2_0))]
pub use super::H5Iregister_type1 as H5Iregister_type;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub use super::H5Iregister_type2 as H5Iregister_type;
