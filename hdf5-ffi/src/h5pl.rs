//! Filter plugins: `H5PLpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_int, c_uint};

use super::*;

pub const H5PL_FILTER_PLUGIN: c_uint = 1;
pub const H5PL_VOL_PLUGIN: c_uint = 2;
pub const H5PL_VFD_PLUGIN: c_uint = 4;
pub const H5PL_ALL_PLUGIN: c_uint = 65535;
pub const H5PL_TYPE_ERROR: H5PL_type_t = -1;
pub const H5PL_TYPE_FILTER: H5PL_type_t = 0;
pub const H5PL_TYPE_VOL: H5PL_type_t = 1;
pub const H5PL_TYPE_VFD: H5PL_type_t = 2;
pub const H5PL_TYPE_NONE: H5PL_type_t = 3;

pub type H5PL_type_t = c_int;

unsafe extern "C" {
    pub fn H5PLset_loading_state(plugin_control_mask: c_uint) -> herr_t;
    pub fn H5PLget_loading_state(plugin_control_mask: *mut c_uint) -> herr_t;
}
