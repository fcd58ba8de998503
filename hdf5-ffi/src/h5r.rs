//! References: `H5Rpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5R_BADTYPE: H5R_type_t = -1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_OBJECT1: H5R_type_t = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_DATASET_REGION1: H5R_type_t = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_OBJECT2: H5R_type_t = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_DATASET_REGION2: H5R_type_t = 3;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_ATTR: H5R_type_t = 4;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5R_MAXTYPE: H5R_type_t = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_MAXTYPE: H5R_type_t = 5;
pub const H5R_OBJ_REF_BUF_SIZE: usize = 8;
pub const H5R_DSET_REG_REF_BUF_SIZE: usize = 12;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5R_REF_BUF_SIZE: c_uint = 64;
pub const H5R_OBJECT: H5R_type_t = 0;
pub const H5R_DATASET_REGION: H5R_type_t = 1;

pub type H5R_type_t = c_int;

pub type hobj_ref_t = haddr_t;

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub type hdset_reg_ref_t = [c_uchar; 12usize];

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct hdset_reg_ref_t {
    pub __data: [u8; 12usize],
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5R_ref_t {
    pub u: H5R_ref_u_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5R_ref_u_t {
    pub __data: [u8; 64usize],
    pub align: i64,
}

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rcreate_object(
        loc_id: hid_t,
        name: *const c_char,
        oapl_id: hid_t,
        ref_ptr: *mut H5R_ref_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rcreate_region(
        loc_id: hid_t,
        name: *const c_char,
        space_id: hid_t,
        oapl_id: hid_t,
        ref_ptr: *mut H5R_ref_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rcreate_attr(
        loc_id: hid_t,
        name: *const c_char,
        attr_name: *const c_char,
        oapl_id: hid_t,
        ref_ptr: *mut H5R_ref_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rdestroy(ref_ptr: *mut H5R_ref_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rget_type(ref_ptr: *const H5R_ref_t) -> H5R_type_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Requal(ref1_ptr: *const H5R_ref_t, ref2_ptr: *const H5R_ref_t) -> htri_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rcopy(src_ref_ptr: *const H5R_ref_t, dst_ref_ptr: *mut H5R_ref_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_object(ref_ptr: *mut H5R_ref_t, rapl_id: hid_t, oapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_object_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        ref_ptr: *mut H5R_ref_t,
        rapl_id: hid_t,
        oapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_region(ref_ptr: *mut H5R_ref_t, rapl_id: hid_t, oapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_region_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        ref_ptr: *mut H5R_ref_t,
        rapl_id: hid_t,
        oapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_attr(ref_ptr: *mut H5R_ref_t, rapl_id: hid_t, aapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ropen_attr_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        ref_ptr: *mut H5R_ref_t,
        rapl_id: hid_t,
        aapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rget_obj_type3(
        ref_ptr: *mut H5R_ref_t,
        rapl_id: hid_t,
        obj_type: *mut H5O_type_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rget_file_name(ref_ptr: *const H5R_ref_t, name: *mut c_char, size: usize) -> isize;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rget_obj_name(
        ref_ptr: *mut H5R_ref_t,
        rapl_id: hid_t,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Rget_attr_name(ref_ptr: *const H5R_ref_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Rget_obj_type1(id: hid_t, ref_type: H5R_type_t, ref_: *const c_void) -> H5G_obj_t;
    pub fn H5Rdereference1(obj_id: hid_t, ref_type: H5R_type_t, ref_: *const c_void) -> hid_t;
    pub fn H5Rcreate(
        ref_: *mut c_void,
        loc_id: hid_t,
        name: *const c_char,
        ref_type: H5R_type_t,
        space_id: hid_t,
    ) -> herr_t;
    pub fn H5Rget_obj_type2(
        id: hid_t,
        ref_type: H5R_type_t,
        ref_: *const c_void,
        obj_type: *mut H5O_type_t,
    ) -> herr_t;
    pub fn H5Rdereference2(
        obj_id: hid_t,
        oapl_id: hid_t,
        ref_type: H5R_type_t,
        ref_: *const c_void,
    ) -> hid_t;
    pub fn H5Rget_region(dataset: hid_t, ref_type: H5R_type_t, ref_: *const c_void) -> hid_t;
    pub fn H5Rget_name(
        loc_id: hid_t,
        ref_type: H5R_type_t,
        ref_: *const c_void,
        name: *mut c_char,
        size: usize,
    ) -> isize;
}

pub use super::H5Rdereference2 as H5Rdereference;
pub use super::H5Rget_obj_type2 as H5Rget_obj_type;
