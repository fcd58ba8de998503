//! Filters: `H5Zpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5Z_SO_FLOAT_DSCALE: H5Z_SO_scale_type_t = 0;
pub const H5Z_SO_FLOAT_ESCALE: H5Z_SO_scale_type_t = 1;
pub const H5Z_SO_INT: H5Z_SO_scale_type_t = 2;
pub const H5Z_ERROR_EDC: H5Z_EDC_t = -1;
pub const H5Z_DISABLE_EDC: H5Z_EDC_t = 0;
pub const H5Z_ENABLE_EDC: H5Z_EDC_t = 1;
pub const H5Z_NO_EDC: H5Z_EDC_t = 2;
pub const H5Z_CB_ERROR: H5Z_cb_return_t = -1;
pub const H5Z_CB_FAIL: H5Z_cb_return_t = 0;
pub const H5Z_CB_CONT: H5Z_cb_return_t = 1;
pub const H5Z_CB_NO: H5Z_cb_return_t = 2;
pub const H5Z_CLASS_T_VERS: c_uint = 1;
pub const H5Z_FILTER_ERROR: H5Z_filter_t = -1;
pub const H5Z_FILTER_NONE: H5Z_filter_t = 0;
pub const H5Z_FILTER_DEFLATE: H5Z_filter_t = 1;
pub const H5Z_FILTER_SHUFFLE: H5Z_filter_t = 2;
pub const H5Z_FILTER_FLETCHER32: H5Z_filter_t = 3;
pub const H5Z_FILTER_SZIP: H5Z_filter_t = 4;
pub const H5Z_FILTER_NBIT: H5Z_filter_t = 5;
pub const H5Z_FILTER_SCALEOFFSET: H5Z_filter_t = 6;
pub const H5Z_FILTER_RESERVED: H5Z_filter_t = 256;
pub const H5Z_FILTER_MAX: H5Z_filter_t = 65535;
pub const H5Z_FILTER_ALL: H5Z_filter_t = 0;
pub const H5Z_MAX_NFILTERS: c_uint = 32;
pub const H5Z_FLAG_DEFMASK: c_uint = 255;
pub const H5Z_FLAG_MANDATORY: c_uint = 0;
pub const H5Z_FLAG_OPTIONAL: c_uint = 1;
pub const H5Z_FLAG_INVMASK: c_uint = 65280;
pub const H5Z_FLAG_REVERSE: c_uint = 256;
pub const H5Z_FLAG_SKIP_EDC: c_uint = 512;
pub const H5Z_SHUFFLE_USER_NPARMS: c_uint = 0;
pub const H5Z_SHUFFLE_TOTAL_NPARMS: c_uint = 1;
pub const H5Z_SZIP_USER_NPARMS: c_uint = 2;
pub const H5Z_SZIP_TOTAL_NPARMS: c_uint = 4;
pub const H5Z_SZIP_PARM_MASK: c_uint = 0;
pub const H5Z_SZIP_PARM_PPB: c_uint = 1;
pub const H5Z_SZIP_PARM_BPP: c_uint = 2;
pub const H5Z_SZIP_PARM_PPS: c_uint = 3;
pub const H5Z_NBIT_USER_NPARMS: c_uint = 0;
pub const H5Z_SCALEOFFSET_USER_NPARMS: c_uint = 2;
pub const H5Z_SO_INT_MINBITS_DEFAULT: c_int = 0;
pub const H5Z_FILTER_CONFIG_ENCODE_ENABLED: c_uint = 1;
pub const H5Z_FILTER_CONFIG_DECODE_ENABLED: c_uint = 2;

pub type H5Z_filter_t = c_int;

pub type H5Z_SO_scale_type_t = c_int;

pub type H5Z_EDC_t = c_int;

pub type H5Z_cb_return_t = c_int;

pub type H5Z_filter_func_t = Option<
    unsafe extern "C" fn(
        filter: H5Z_filter_t,
        buf: *mut c_void,
        buf_size: usize,
        op_data: *mut c_void,
    ) -> H5Z_cb_return_t,
>;

pub type H5Z_can_apply_func_t =
    Option<unsafe extern "C" fn(dcpl_id: hid_t, type_id: hid_t, space_id: hid_t) -> htri_t>;

pub type H5Z_set_local_func_t =
    Option<unsafe extern "C" fn(dcpl_id: hid_t, type_id: hid_t, space_id: hid_t) -> herr_t>;

pub type H5Z_func_t = Option<
    unsafe extern "C" fn(
        flags: c_uint,
        cd_nelmts: usize,
        cd_values: *const c_uint,
        nbytes: usize,
        buf_size: *mut usize,
        buf: *mut *mut c_void,
    ) -> usize,
>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5Z_cb_t {
    pub func: H5Z_filter_func_t,
    pub op_data: *mut c_void,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5Z_class2_t {
    pub version: c_int,
    pub id: H5Z_filter_t,
    pub encoder_present: c_uint,
    pub decoder_present: c_uint,
    pub name: *const c_char,
    pub can_apply: H5Z_can_apply_func_t,
    pub set_local: H5Z_set_local_func_t,
    pub filter: H5Z_func_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5Z_class1_t {
    pub id: H5Z_filter_t,
    pub name: *const c_char,
    pub can_apply: H5Z_can_apply_func_t,
    pub set_local: H5Z_set_local_func_t,
    pub filter: H5Z_func_t,
}

unsafe extern "C" {
    pub fn H5Zfilter_avail(id: H5Z_filter_t) -> htri_t;
    pub fn H5Zget_filter_info(filter: H5Z_filter_t, filter_config_flags: *mut c_uint) -> herr_t;
    pub fn H5Zregister(cls: *const c_void) -> herr_t;
    pub fn H5Zunregister(id: H5Z_filter_t) -> herr_t;
}

pub use super::H5Z_class2_t as H5Z_class_t;
