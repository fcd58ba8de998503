//! Dataspaces: `H5Spublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_int, c_uint};

use super::*;

/// The whole dataspace.
pub const H5S_ALL: hid_t = 0;
/// A dimension without a maximum size.
pub const H5S_UNLIMITED: hsize_t = hsize_t::MAX;
pub const H5S_MAX_RANK: c_int = 32;

pub const H5S_BLOCK: c_uint = 1;
pub const H5S_PLIST: c_uint = 2;
pub const H5S_SEL_ITER_GET_SEQ_LIST_SORTED: c_uint = 1;
pub const H5S_SEL_ITER_SHARE_WITH_DATASPACE: c_uint = 2;
pub const H5S_NO_CLASS: H5S_class_t = -1;
pub const H5S_SCALAR: H5S_class_t = 0;
pub const H5S_SIMPLE: H5S_class_t = 1;
pub const H5S_NULL: H5S_class_t = 2;
pub const H5S_SELECT_NOOP: H5S_seloper_t = -1;
pub const H5S_SELECT_SET: H5S_seloper_t = 0;
pub const H5S_SELECT_OR: H5S_seloper_t = 1;
pub const H5S_SELECT_AND: H5S_seloper_t = 2;
pub const H5S_SELECT_XOR: H5S_seloper_t = 3;
pub const H5S_SELECT_NOTB: H5S_seloper_t = 4;
pub const H5S_SELECT_NOTA: H5S_seloper_t = 5;
pub const H5S_SELECT_APPEND: H5S_seloper_t = 6;
pub const H5S_SELECT_PREPEND: H5S_seloper_t = 7;
pub const H5S_SELECT_INVALID: H5S_seloper_t = 8;
pub const H5S_SEL_ERROR: H5S_sel_type = -1;
pub const H5S_SEL_NONE: H5S_sel_type = 0;
pub const H5S_SEL_POINTS: H5S_sel_type = 1;
pub const H5S_SEL_HYPERSLABS: H5S_sel_type = 2;
pub const H5S_SEL_ALL: H5S_sel_type = 3;
pub const H5S_SEL_N: H5S_sel_type = 4;

pub type H5S_class_t = c_int;

pub type H5S_seloper_t = c_int;

pub type H5S_sel_type = c_int;

unsafe extern "C" {
    pub fn H5Sclose(space_id: hid_t) -> herr_t;
    pub fn H5Scopy(space_id: hid_t) -> hid_t;
    pub fn H5Screate(type_: H5S_class_t) -> hid_t;
    pub fn H5Screate_simple(rank: c_int, dims: *const hsize_t, maxdims: *const hsize_t) -> hid_t;
    pub fn H5Sget_select_npoints(spaceid: hid_t) -> hssize_t;
    pub fn H5Sget_simple_extent_dims(
        space_id: hid_t,
        dims: *mut hsize_t,
        maxdims: *mut hsize_t,
    ) -> c_int;
    pub fn H5Sget_simple_extent_ndims(space_id: hid_t) -> c_int;
    pub fn H5Sget_simple_extent_npoints(space_id: hid_t) -> hssize_t;
    pub fn H5Sget_simple_extent_type(space_id: hid_t) -> H5S_class_t;
    pub fn H5Sis_simple(space_id: hid_t) -> htri_t;
    pub fn H5Sselect_all(spaceid: hid_t) -> herr_t;
    pub fn H5Sselect_elements(
        space_id: hid_t,
        op: H5S_seloper_t,
        num_elem: usize,
        coord: *const hsize_t,
    ) -> herr_t;
    pub fn H5Sselect_hyperslab(
        space_id: hid_t,
        op: H5S_seloper_t,
        start: *const hsize_t,
        stride: *const hsize_t,
        count: *const hsize_t,
        block: *const hsize_t,
    ) -> herr_t;
    pub fn H5Sselect_none(spaceid: hid_t) -> herr_t;
    pub fn H5Sselect_valid(spaceid: hid_t) -> htri_t;
    pub fn H5Sset_extent_simple(
        space_id: hid_t,
        rank: c_int,
        dims: *const hsize_t,
        max: *const hsize_t,
    ) -> herr_t;
}
