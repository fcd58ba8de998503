//! References: `H5Rpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::*;

pub const H5R_REF_BUF_SIZE: c_uint = 64;
pub const H5R_BADTYPE: H5R_type_t = -1;
pub const H5R_OBJECT1: H5R_type_t = 0;
pub const H5R_DATASET_REGION1: H5R_type_t = 1;
pub const H5R_OBJECT2: H5R_type_t = 2;
pub const H5R_DATASET_REGION2: H5R_type_t = 3;
pub const H5R_ATTR: H5R_type_t = 4;
pub const H5R_MAXTYPE: H5R_type_t = 5;

pub type H5R_type_t = c_int;

#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5R_ref_t {
    pub u: H5R_ref_u_t,
}

#[repr(C)]
#[derive(Copy, Clone)]
pub union H5R_ref_u_t {
    pub __data: [u8; 64usize],
    pub align: i64,
}

unsafe extern "C" {
    pub fn H5Rdestroy(ref_ptr: *mut H5R_ref_t) -> herr_t;
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
    pub fn H5Rget_name(
        loc_id: hid_t,
        ref_type: H5R_type_t,
        ref_: *const c_void,
        name: *mut c_char,
        size: usize,
    ) -> isize;
}
pub use self::H5Rdereference2 as H5Rdereference;
pub use self::H5Rget_obj_type2 as H5Rget_obj_type;
