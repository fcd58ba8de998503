//! Dataspaces: `H5Spublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

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
pub const H5S_ALL: hid_t = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5S_BLOCK: hid_t = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5S_PLIST: hid_t = 2;
pub const H5S_MAX_RANK: c_int = 32;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5S_SEL_ITER_GET_SEQ_LIST_SORTED: c_uint = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5S_SEL_ITER_SHARE_WITH_DATASPACE: c_uint = 2;
/// Before HDF5 1.10.8.
#[cfg(not(hdf5_ge_1_10_8))]
pub const H5S_UNLIMITED: hsize_t = hsize_t::MAX;
/// Since HDF5 1.10.8, until before 1.12.0.
#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_1_12)))]
pub const H5S_UNLIMITED: c_ulonglong = 18446744073709551615;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5S_UNLIMITED: hsize_t = hsize_t::MAX;

pub type H5S_class_t = c_int;

pub type H5S_seloper_t = c_int;

pub type H5S_sel_type = c_int;

unsafe extern "C" {
    pub fn H5Sclose(space_id: hid_t) -> herr_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Scombine_hyperslab(
        space_id: hid_t,
        op: H5S_seloper_t,
        start: *const hsize_t,
        stride: *const hsize_t,
        count: *const hsize_t,
        block: *const hsize_t,
    ) -> hid_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Scombine_select(space1_id: hid_t, op: H5S_seloper_t, space2_id: hid_t) -> hid_t;
    pub fn H5Scopy(space_id: hid_t) -> hid_t;
    pub fn H5Screate(type_: H5S_class_t) -> hid_t;
    pub fn H5Screate_simple(rank: c_int, dims: *const hsize_t, maxdims: *const hsize_t) -> hid_t;
    pub fn H5Sdecode(buf: *const c_void) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Sencode2(obj_id: hid_t, buf: *mut c_void, nalloc: *mut usize, fapl: hid_t) -> herr_t;
    pub fn H5Sextent_copy(dst_id: hid_t, src_id: hid_t) -> herr_t;
    pub fn H5Sextent_equal(space1_id: hid_t, space2_id: hid_t) -> htri_t;
    pub fn H5Sget_regular_hyperslab(
        spaceid: hid_t,
        start: *mut hsize_t,
        stride: *mut hsize_t,
        count: *mut hsize_t,
        block: *mut hsize_t,
    ) -> htri_t;
    pub fn H5Sget_select_bounds(spaceid: hid_t, start: *mut hsize_t, end: *mut hsize_t) -> herr_t;
    pub fn H5Sget_select_elem_npoints(spaceid: hid_t) -> hssize_t;
    pub fn H5Sget_select_elem_pointlist(
        spaceid: hid_t,
        startpoint: hsize_t,
        numpoints: hsize_t,
        buf: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Sget_select_hyper_blocklist(
        spaceid: hid_t,
        startblock: hsize_t,
        numblocks: hsize_t,
        buf: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Sget_select_hyper_nblocks(spaceid: hid_t) -> hssize_t;
    pub fn H5Sget_select_npoints(spaceid: hid_t) -> hssize_t;
    pub fn H5Sget_select_type(spaceid: hid_t) -> H5S_sel_type;
    pub fn H5Sget_simple_extent_dims(
        space_id: hid_t,
        dims: *mut hsize_t,
        maxdims: *mut hsize_t,
    ) -> c_int;
    pub fn H5Sget_simple_extent_ndims(space_id: hid_t) -> c_int;
    pub fn H5Sget_simple_extent_npoints(space_id: hid_t) -> hssize_t;
    pub fn H5Sget_simple_extent_type(space_id: hid_t) -> H5S_class_t;
    pub fn H5Sis_regular_hyperslab(spaceid: hid_t) -> htri_t;
    pub fn H5Sis_simple(space_id: hid_t) -> htri_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Smodify_select(space1_id: hid_t, op: H5S_seloper_t, space2_id: hid_t) -> herr_t;
    pub fn H5Soffset_simple(space_id: hid_t, offset: *const hssize_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ssel_iter_close(sel_iter_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ssel_iter_create(spaceid: hid_t, elmt_size: usize, flags: c_uint) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ssel_iter_get_seq_list(
        sel_iter_id: hid_t,
        maxseq: usize,
        maxelmts: usize,
        nseq: *mut usize,
        nelmts: *mut usize,
        off: *mut hsize_t,
        len: *mut usize,
    ) -> herr_t;
    /// Since HDF5 1.12.1.
    #[cfg(hdf5_ge_1_12_1)]
    pub fn H5Ssel_iter_reset(sel_iter_id: hid_t, space_id: hid_t) -> herr_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Sselect_adjust(spaceid: hid_t, offset: *const hssize_t) -> herr_t;
    pub fn H5Sselect_all(spaceid: hid_t) -> herr_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Sselect_copy(dst_id: hid_t, src_id: hid_t) -> herr_t;
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
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Sselect_intersect_block(
        space_id: hid_t,
        start: *const hsize_t,
        end: *const hsize_t,
    ) -> htri_t;
    pub fn H5Sselect_none(spaceid: hid_t) -> herr_t;
    /// Since HDF5 1.10.6.
    #[cfg(hdf5_ge_1_10_6)]
    pub fn H5Sselect_project_intersection(
        src_space_id: hid_t,
        dst_space_id: hid_t,
        src_intersect_space_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.10.7.
    #[cfg(hdf5_ge_1_10_7)]
    pub fn H5Sselect_shape_same(space1_id: hid_t, space2_id: hid_t) -> htri_t;
    pub fn H5Sselect_valid(spaceid: hid_t) -> htri_t;
    pub fn H5Sset_extent_none(space_id: hid_t) -> herr_t;
    pub fn H5Sset_extent_simple(
        space_id: hid_t,
        rank: c_int,
        dims: *const hsize_t,
        max: *const hsize_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Sencode"]
    pub fn H5Sencode1(obj_id: hid_t, buf: *mut c_void, nalloc: *mut usize) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Sencode1(obj_id: hid_t, buf: *mut c_void, nalloc: *mut usize) -> herr_t;
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Sencode1 as H5Sencode;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Sencode2 as H5Sencode;
