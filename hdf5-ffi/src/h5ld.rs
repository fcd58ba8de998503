//! High level: watching datasets: `H5LDpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

unsafe extern "C" {
    pub fn H5LDget_dset_dims(did: hid_t, cur_dims: *mut hsize_t) -> herr_t;
    pub fn H5LDget_dset_type_size(did: hid_t, fields: *const c_char) -> usize;
    pub fn H5LDget_dset_elmts(
        did: hid_t,
        prev_dims: *const hsize_t,
        cur_dims: *const hsize_t,
        fields: *const c_char,
        buf: *mut c_void,
    ) -> herr_t;
}
