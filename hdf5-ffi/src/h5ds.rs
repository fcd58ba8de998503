//! High level: dimension scales: `H5DSpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub type H5DS_iterate_t = Option<
    unsafe extern "C" fn(
        dset: hid_t,
        dim: c_uint,
        scale: hid_t,
        visitor_data: *mut c_void,
    ) -> herr_t,
>;

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5DSwith_new_ref(obj_id: hid_t, with_new_ref: *mut bool) -> herr_t;
    pub fn H5DSattach_scale(did: hid_t, dsid: hid_t, idx: c_uint) -> herr_t;
    pub fn H5DSdetach_scale(did: hid_t, dsid: hid_t, idx: c_uint) -> herr_t;
    pub fn H5DSset_scale(dsid: hid_t, dimname: *const c_char) -> herr_t;
    pub fn H5DSget_num_scales(did: hid_t, idx: c_uint) -> c_int;
    pub fn H5DSset_label(did: hid_t, idx: c_uint, label: *const c_char) -> herr_t;
    pub fn H5DSget_label(did: hid_t, idx: c_uint, label: *mut c_char, size: usize) -> isize;
    pub fn H5DSget_scale_name(did: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5DSis_scale(did: hid_t) -> htri_t;
    pub fn H5DSiterate_scales(
        did: hid_t,
        dim: c_uint,
        idx: *mut c_int,
        visitor: H5DS_iterate_t,
        visitor_data: *mut c_void,
    ) -> herr_t;
    pub fn H5DSis_attached(did: hid_t, dsid: hid_t, idx: c_uint) -> htri_t;
}
