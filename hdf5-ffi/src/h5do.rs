//! High level: optimised datasets: `H5DOpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

unsafe extern "C" {
    pub fn H5DOappend(
        dset_id: hid_t,
        dxpl_id: hid_t,
        axis: c_uint,
        extension: usize,
        memtype: hid_t,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5DOwrite_chunk(
        dset_id: hid_t,
        dxpl_id: hid_t,
        filters: u32,
        offset: *const hsize_t,
        data_size: usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5DOread_chunk(
        dset_id: hid_t,
        dxpl_id: hid_t,
        offset: *const hsize_t,
        filters: *mut u32,
        buf: *mut c_void,
    ) -> herr_t;
}
