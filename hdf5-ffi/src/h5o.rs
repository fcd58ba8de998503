//! Objects: `H5Opublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5O_TYPE_UNKNOWN: H5O_type_t = -1;
pub const H5O_TYPE_GROUP: H5O_type_t = 0;
pub const H5O_TYPE_DATASET: H5O_type_t = 1;
pub const H5O_TYPE_NAMED_DATATYPE: H5O_type_t = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_TYPE_MAP: H5O_type_t = 3;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5O_TYPE_NTYPES: H5O_type_t = 3;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_TYPE_NTYPES: H5O_type_t = 4;
pub const H5O_MCDT_SEARCH_ERROR: H5O_mcdt_search_ret_t = -1;
pub const H5O_MCDT_SEARCH_CONT: H5O_mcdt_search_ret_t = 0;
pub const H5O_MCDT_SEARCH_STOP: H5O_mcdt_search_ret_t = 1;
pub const H5O_COPY_SHALLOW_HIERARCHY_FLAG: c_uint = 1;
pub const H5O_COPY_EXPAND_SOFT_LINK_FLAG: c_uint = 2;
pub const H5O_COPY_EXPAND_EXT_LINK_FLAG: c_uint = 4;
pub const H5O_COPY_EXPAND_REFERENCE_FLAG: c_uint = 8;
pub const H5O_COPY_WITHOUT_ATTR_FLAG: c_uint = 16;
pub const H5O_COPY_PRESERVE_NULL_FLAG: c_uint = 32;
pub const H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG: c_uint = 64;
pub const H5O_COPY_ALL: c_uint = 127;
pub const H5O_SHMESG_NONE_FLAG: c_uint = 0;
pub const H5O_SHMESG_SDSPACE_FLAG: c_uint = 2;
pub const H5O_SHMESG_DTYPE_FLAG: c_uint = 8;
pub const H5O_SHMESG_FILL_FLAG: c_uint = 32;
pub const H5O_SHMESG_PLINE_FLAG: c_uint = 2048;
pub const H5O_SHMESG_ATTR_FLAG: c_uint = 4096;
pub const H5O_SHMESG_ALL_FLAG: c_uint = 6186;
pub const H5O_HDR_CHUNK0_SIZE: c_uint = 3;
pub const H5O_HDR_ATTR_CRT_ORDER_TRACKED: c_uint = 4;
pub const H5O_HDR_ATTR_CRT_ORDER_INDEXED: c_uint = 8;
pub const H5O_HDR_ATTR_STORE_PHASE_CHANGE: c_uint = 16;
pub const H5O_HDR_STORE_TIMES: c_uint = 32;
pub const H5O_HDR_ALL_FLAGS: c_uint = 63;
pub const H5O_SHMESG_MAX_NINDEXES: c_uint = 8;
pub const H5O_SHMESG_MAX_LIST_SIZE: c_uint = 5000;
pub const H5O_INFO_BASIC: c_uint = 1;
pub const H5O_INFO_TIME: c_uint = 2;
pub const H5O_INFO_NUM_ATTRS: c_uint = 4;
pub const H5O_INFO_ALL: c_uint = 31;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_NATIVE_INFO_HDR: c_uint = 8;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_NATIVE_INFO_META_SIZE: c_uint = 16;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_NATIVE_INFO_ALL: c_uint = 24;
pub const H5O_INFO_HDR: c_uint = 8;
pub const H5O_INFO_META_SIZE: c_uint = 16;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5O_MAX_TOKEN_SIZE: c_uint = 16;

pub type H5O_type_t = c_int;

pub type H5O_msg_crt_idx_t = u32;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5O_iterate2_t = Option<
    unsafe extern "C" fn(
        obj: hid_t,
        name: *const c_char,
        info: *const H5O_info2_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5O_mcdt_search_ret_t = c_int;

pub type H5O_mcdt_search_cb_t =
    Option<unsafe extern "C" fn(op_data: *mut c_void) -> H5O_mcdt_search_ret_t>;

pub type H5O_iterate1_t = Option<
    unsafe extern "C" fn(
        obj: hid_t,
        name: *const c_char,
        info: *const H5O_info1_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_token_t {
    pub __data: [u8; 16usize],
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_hdr_info_t {
    pub version: c_uint,
    pub nmesgs: c_uint,
    pub nchunks: c_uint,
    pub flags: c_uint,
    pub space: H5O_hdr_info_space_t,
    pub mesg: H5O_hdr_info_mesg_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_hdr_info_space_t {
    pub total: hsize_t,
    pub meta: hsize_t,
    pub mesg: hsize_t,
    pub free: hsize_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_hdr_info_mesg_t {
    pub present: u64,
    pub shared: u64,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info2_t {
    pub fileno: c_ulong,
    pub token: H5O_token_t,
    pub type_: H5O_type_t,
    pub rc: c_uint,
    pub atime: libc::time_t,
    pub mtime: libc::time_t,
    pub ctime: libc::time_t,
    pub btime: libc::time_t,
    pub num_attrs: hsize_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_native_info_t {
    pub hdr: H5O_hdr_info_t,
    pub meta_size: H5O_native_info_meta_size_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_native_info_meta_size_t {
    pub obj: H5_ih_info_t,
    pub attr: H5_ih_info_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_stat_t {
    pub size: hsize_t,
    pub free: hsize_t,
    pub nmesgs: c_uint,
    pub nchunks: c_uint,
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info1_t {
    pub fileno: c_ulong,
    pub addr: haddr_t,
    pub type_: H5O_type_t,
    pub rc: c_uint,
    pub atime: libc::time_t,
    pub mtime: libc::time_t,
    pub ctime: libc::time_t,
    pub btime: libc::time_t,
    pub num_attrs: hsize_t,
    pub hdr: H5O_hdr_info_t,
    pub meta_size: H5O_info_meta_size_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info1_t {
    pub fileno: c_ulong,
    pub addr: haddr_t,
    pub type_: H5O_type_t,
    pub rc: c_uint,
    pub atime: libc::time_t,
    pub mtime: libc::time_t,
    pub ctime: libc::time_t,
    pub btime: libc::time_t,
    pub num_attrs: hsize_t,
    pub hdr: H5O_hdr_info_t,
    pub meta_size: H5O_info1_meta_size_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info1_meta_size_t {
    pub obj: H5_ih_info_t,
    pub attr: H5_ih_info_t,
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info_meta_size_t {
    pub obj: H5_ih_info_t,
    pub attr: H5_ih_info_t,
}

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5O_TOKEN_UNDEF_g"]
    pub static mut H5O_TOKEN_UNDEF: H5O_token_t;
    pub fn H5Oopen(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oopen_by_token(loc_id: hid_t, token: H5O_token_t) -> hid_t;
    pub fn H5Oopen_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        lapl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oopen_by_idx_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Oexists_by_name(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> htri_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_info3(loc_id: hid_t, oinfo: *mut H5O_info2_t, fields: c_uint) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_info_by_name3(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info2_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_info_by_name_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info2_t,
        fields: c_uint,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_info_by_idx3(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        oinfo: *mut H5O_info2_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_native_info(
        loc_id: hid_t,
        oinfo: *mut H5O_native_info_t,
        fields: c_uint,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_native_info_by_name(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_native_info_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oget_native_info_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        oinfo: *mut H5O_native_info_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Olink(
        obj_id: hid_t,
        new_loc_id: hid_t,
        new_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oincr_refcount(object_id: hid_t) -> herr_t;
    pub fn H5Odecr_refcount(object_id: hid_t) -> herr_t;
    pub fn H5Ocopy(
        src_loc_id: hid_t,
        src_name: *const c_char,
        dst_loc_id: hid_t,
        dst_name: *const c_char,
        ocpypl_id: hid_t,
        lcpl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ocopy_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        src_loc_id: hid_t,
        src_name: *const c_char,
        dst_loc_id: hid_t,
        dst_name: *const c_char,
        ocpypl_id: hid_t,
        lcpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Oset_comment(obj_id: hid_t, comment: *const c_char) -> herr_t;
    pub fn H5Oset_comment_by_name(
        loc_id: hid_t,
        name: *const c_char,
        comment: *const c_char,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oget_comment(obj_id: hid_t, comment: *mut c_char, bufsize: usize) -> isize;
    pub fn H5Oget_comment_by_name(
        loc_id: hid_t,
        name: *const c_char,
        comment: *mut c_char,
        bufsize: usize,
        lapl_id: hid_t,
    ) -> isize;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ovisit3(
        obj_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate2_t,
        op_data: *mut c_void,
        fields: c_uint,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ovisit_by_name3(
        loc_id: hid_t,
        obj_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate2_t,
        op_data: *mut c_void,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oclose(object_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        object_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Oflush(obj_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Oflush_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        obj_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Orefresh(oid: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Orefresh_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        oid: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Odisable_mdc_flushes(object_id: hid_t) -> herr_t;
    pub fn H5Oenable_mdc_flushes(object_id: hid_t) -> herr_t;
    pub fn H5Oare_mdc_flushes_disabled(object_id: hid_t, are_disabled: *mut bool) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Otoken_cmp(
        loc_id: hid_t,
        token1: *const H5O_token_t,
        token2: *const H5O_token_t,
        cmp_value: *mut c_int,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Otoken_to_str(
        loc_id: hid_t,
        token: *const H5O_token_t,
        token_str: *mut *mut c_char,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Otoken_from_str(
        loc_id: hid_t,
        token_str: *const c_char,
        token: *mut H5O_token_t,
    ) -> herr_t;
    pub fn H5Oopen_by_addr(loc_id: hid_t, addr: haddr_t) -> hid_t;
    pub fn H5Oget_info1(loc_id: hid_t, oinfo: *mut H5O_info1_t) -> herr_t;
    pub fn H5Oget_info_by_name1(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oget_info_by_idx1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        oinfo: *mut H5O_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oget_info2(loc_id: hid_t, oinfo: *mut H5O_info1_t, fields: c_uint) -> herr_t;
    pub fn H5Oget_info_by_name2(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info1_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oget_info_by_idx2(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        oinfo: *mut H5O_info1_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Ovisit1(
        obj_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Ovisit_by_name1(
        loc_id: hid_t,
        obj_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Ovisit2(
        obj_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
        fields: c_uint,
    ) -> herr_t;
    pub fn H5Ovisit_by_name2(
        loc_id: hid_t,
        obj_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Oget_info(loc_id: hid_t, oinfo: *mut H5O_info1_t) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Oget_info_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        oinfo: *mut H5O_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Oget_info_by_name(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Ovisit(
        obj_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Ovisit_by_name(
        loc_id: hid_t,
        obj_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5O_info1_t as H5O_info_t;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5O_info2_t as H5O_info_t;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5O_iterate1_t as H5O_iterate_t;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5O_iterate2_t as H5O_iterate_t;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Oget_info_by_idx3 as H5Oget_info_by_idx;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Oget_info_by_name3 as H5Oget_info_by_name;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Oget_info3 as H5Oget_info;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Ovisit_by_name3 as H5Ovisit_by_name;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Ovisit3 as H5Ovisit;
