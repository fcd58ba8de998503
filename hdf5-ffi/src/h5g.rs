//! Groups: `H5Gpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5G_STORAGE_TYPE_UNKNOWN: H5G_storage_type_t = -1;
pub const H5G_STORAGE_TYPE_SYMBOL_TABLE: H5G_storage_type_t = 0;
pub const H5G_STORAGE_TYPE_COMPACT: H5G_storage_type_t = 1;
pub const H5G_STORAGE_TYPE_DENSE: H5G_storage_type_t = 2;
pub const H5G_UNKNOWN: H5G_obj_t = -1;
pub const H5G_GROUP: H5G_obj_t = 0;
pub const H5G_DATASET: H5G_obj_t = 1;
pub const H5G_TYPE: H5G_obj_t = 2;
pub const H5G_LINK: H5G_obj_t = 3;
pub const H5G_UDLINK: H5G_obj_t = 4;
pub const H5G_RESERVED_5: H5G_obj_t = 5;
pub const H5G_RESERVED_6: H5G_obj_t = 6;
pub const H5G_RESERVED_7: H5G_obj_t = 7;
pub const H5G_LINK_ERROR: H5L_type_t = -1;
pub const H5G_LINK_HARD: H5L_type_t = 0;
pub const H5G_LINK_SOFT: H5L_type_t = 1;
pub const H5G_NTYPES: c_uint = 256;
pub const H5G_NLIBTYPES: c_uint = 8;
pub const H5G_NUSERTYPES: c_uint = 248;
pub const H5G_SAME_LOC: hid_t = 0;

pub type H5G_storage_type_t = c_int;

pub type H5G_obj_t = c_int;

pub type H5G_iterate_t =
    Option<unsafe extern "C" fn(group: hid_t, name: *const c_char, op_data: *mut c_void) -> herr_t>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5G_info_t {
    pub storage_type: H5G_storage_type_t,
    pub nlinks: hsize_t,
    pub max_corder: i64,
    pub mounted: bool,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5G_stat_t {
    pub fileno: [c_ulong; 2usize],
    pub objno: [c_ulong; 2usize],
    pub nlink: c_uint,
    pub type_: H5G_obj_t,
    pub mtime: libc::time_t,
    pub linklen: usize,
    pub ohdr: H5O_stat_t,
}

unsafe extern "C" {
    pub fn H5Gcreate2(
        loc_id: hid_t,
        name: *const c_char,
        lcpl_id: hid_t,
        gcpl_id: hid_t,
        gapl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gcreate_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        lcpl_id: hid_t,
        gcpl_id: hid_t,
        gapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Gcreate_anon(loc_id: hid_t, gcpl_id: hid_t, gapl_id: hid_t) -> hid_t;
    pub fn H5Gopen2(loc_id: hid_t, name: *const c_char, gapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        gapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Gget_create_plist(group_id: hid_t) -> hid_t;
    pub fn H5Gget_info(loc_id: hid_t, ginfo: *mut H5G_info_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gget_info_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        ginfo: *mut H5G_info_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Gget_info_by_name(
        loc_id: hid_t,
        name: *const c_char,
        ginfo: *mut H5G_info_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gget_info_by_name_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        ginfo: *mut H5G_info_t,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Gget_info_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        ginfo: *mut H5G_info_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gget_info_by_idx_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        ginfo: *mut H5G_info_t,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Gflush(group_id: hid_t) -> herr_t;
    pub fn H5Grefresh(group_id: hid_t) -> herr_t;
    pub fn H5Gclose(group_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Gclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        group_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Gcreate1(loc_id: hid_t, name: *const c_char, size_hint: usize) -> hid_t;
    pub fn H5Gopen1(loc_id: hid_t, name: *const c_char) -> hid_t;
    pub fn H5Glink(
        cur_loc_id: hid_t,
        type_: H5L_type_t,
        cur_name: *const c_char,
        new_name: *const c_char,
    ) -> herr_t;
    pub fn H5Glink2(
        cur_loc_id: hid_t,
        cur_name: *const c_char,
        type_: H5L_type_t,
        new_loc_id: hid_t,
        new_name: *const c_char,
    ) -> herr_t;
    pub fn H5Gmove(src_loc_id: hid_t, src_name: *const c_char, dst_name: *const c_char) -> herr_t;
    pub fn H5Gmove2(
        src_loc_id: hid_t,
        src_name: *const c_char,
        dst_loc_id: hid_t,
        dst_name: *const c_char,
    ) -> herr_t;
    pub fn H5Gunlink(loc_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5Gget_linkval(
        loc_id: hid_t,
        name: *const c_char,
        size: usize,
        buf: *mut c_char,
    ) -> herr_t;
    pub fn H5Gset_comment(loc_id: hid_t, name: *const c_char, comment: *const c_char) -> herr_t;
    pub fn H5Gget_comment(
        loc_id: hid_t,
        name: *const c_char,
        bufsize: usize,
        buf: *mut c_char,
    ) -> c_int;
    pub fn H5Giterate(
        loc_id: hid_t,
        name: *const c_char,
        idx: *mut c_int,
        op: H5G_iterate_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Gget_num_objs(loc_id: hid_t, num_objs: *mut hsize_t) -> herr_t;
    pub fn H5Gget_objinfo(
        loc_id: hid_t,
        name: *const c_char,
        follow_link: bool,
        statbuf: *mut H5G_stat_t,
    ) -> herr_t;
    pub fn H5Gget_objname_by_idx(
        loc_id: hid_t,
        idx: hsize_t,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    pub fn H5Gget_objtype_by_idx(loc_id: hid_t, idx: hsize_t) -> H5G_obj_t;
}

pub use super::H5Gcreate2 as H5Gcreate;
pub use super::H5Gopen2 as H5Gopen;
pub use super::H5L_type_t as H5G_link_t;
