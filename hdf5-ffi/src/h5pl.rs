//! Plugins: `H5PLpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5PL_TYPE_ERROR: H5PL_type_t = -1;
pub const H5PL_TYPE_FILTER: H5PL_type_t = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5PL_TYPE_VOL: H5PL_type_t = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5PL_TYPE_VFD: H5PL_type_t = 2;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5PL_TYPE_NONE: H5PL_type_t = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5PL_TYPE_NONE: H5PL_type_t = 3;
pub const H5PL_NO_PLUGIN: &CStr = c"::";
pub const H5PL_FILTER_PLUGIN: c_uint = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5PL_VOL_PLUGIN: c_uint = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5PL_VFD_PLUGIN: c_uint = 4;
pub const H5PL_ALL_PLUGIN: c_uint = 65535;

pub type H5PL_type_t = c_int;

unsafe extern "C" {
    pub fn H5PLset_loading_state(plugin_control_mask: c_uint) -> herr_t;
    pub fn H5PLget_loading_state(plugin_control_mask: *mut c_uint) -> herr_t;
    pub fn H5PLappend(search_path: *const c_char) -> herr_t;
    pub fn H5PLprepend(search_path: *const c_char) -> herr_t;
    pub fn H5PLreplace(search_path: *const c_char, index: c_uint) -> herr_t;
    pub fn H5PLinsert(search_path: *const c_char, index: c_uint) -> herr_t;
    pub fn H5PLremove(index: c_uint) -> herr_t;
    pub fn H5PLget(index: c_uint, path_buf: *mut c_char, buf_size: usize) -> isize;
    pub fn H5PLsize(num_paths: *mut c_uint) -> herr_t;
}
