//! Links: `H5Lpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5L_TYPE_ERROR: H5L_type_t = -1;
pub const H5L_TYPE_HARD: H5L_type_t = 0;
pub const H5L_TYPE_SOFT: H5L_type_t = 1;
pub const H5L_TYPE_EXTERNAL: H5L_type_t = 64;
pub const H5L_TYPE_MAX: H5L_type_t = 255;
pub const H5L_LINK_CLASS_T_VERS: c_uint = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5L_EXT_VERSION: c_uint = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5L_EXT_FLAGS_ALL: c_uint = 0;
pub const H5L_LINK_CLASS_T_VERS_0: c_uint = 0;
pub const H5L_MAX_LINK_NAME_LEN: c_uint = 4294967295;
pub const H5L_SAME_LOC: hid_t = 0;
pub const H5L_TYPE_BUILTIN_MAX: H5L_type_t = 1;
pub const H5L_TYPE_UD_MIN: H5L_type_t = 64;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5L_TYPE_UD_MAX: H5L_type_t = 255;

pub type H5L_type_t = c_int;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5L_iterate2_t = Option<
    unsafe extern "C" fn(
        group: hid_t,
        name: *const c_char,
        info: *const H5L_info2_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5L_elink_traverse_t = Option<
    unsafe extern "C" fn(
        parent_file_name: *const c_char,
        parent_group_name: *const c_char,
        child_file_name: *const c_char,
        child_object_name: *const c_char,
        acc_flags: *mut c_uint,
        fapl_id: hid_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5L_iterate1_t = Option<
    unsafe extern "C" fn(
        group: hid_t,
        name: *const c_char,
        info: *const H5L_info1_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5L_create_func_t = Option<
    unsafe extern "C" fn(
        link_name: *const c_char,
        loc_group: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
        lcpl_id: hid_t,
    ) -> herr_t,
>;

pub type H5L_move_func_t = Option<
    unsafe extern "C" fn(
        new_name: *const c_char,
        new_loc: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
    ) -> herr_t,
>;

pub type H5L_copy_func_t = Option<
    unsafe extern "C" fn(
        new_name: *const c_char,
        new_loc: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
    ) -> herr_t,
>;

pub type H5L_traverse_func_t = Option<
    unsafe extern "C" fn(
        link_name: *const c_char,
        cur_group: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
        lapl_id: hid_t,
        dxpl_id: hid_t,
    ) -> hid_t,
>;

pub type H5L_delete_func_t = Option<
    unsafe extern "C" fn(
        link_name: *const c_char,
        file: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
    ) -> herr_t,
>;

pub type H5L_query_func_t = Option<
    unsafe extern "C" fn(
        link_name: *const c_char,
        lnkdata: *const c_void,
        lnkdata_size: usize,
        buf: *mut c_void,
        buf_size: usize,
    ) -> isize,
>;

pub type H5L_traverse_0_func_t = Option<
    unsafe extern "C" fn(
        link_name: *const c_char,
        cur_group: hid_t,
        lnkdata: *const c_void,
        lnkdata_size: usize,
        lapl_id: hid_t,
    ) -> hid_t,
>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5L_info2_t {
    pub type_: H5L_type_t,
    pub corder_valid: bool,
    pub corder: i64,
    pub cset: H5T_cset_t,
    pub u: H5L_info2_u_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5L_info2_u_t {
    pub token: H5O_token_t,
    pub val_size: usize,
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5L_info1_t {
    pub type_: H5L_type_t,
    pub corder_valid: bool,
    pub corder: i64,
    pub cset: H5T_cset_t,
    pub u: H5L_info_u_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5L_info1_t {
    pub type_: H5L_type_t,
    pub corder_valid: bool,
    pub corder: i64,
    pub cset: H5T_cset_t,
    pub u: H5L_info1_u_t,
}

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5L_info1_u_t {
    pub address: haddr_t,
    pub val_size: usize,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5L_class_t {
    pub version: c_int,
    pub id: H5L_type_t,
    pub comment: *const c_char,
    pub create_func: H5L_create_func_t,
    pub move_func: H5L_move_func_t,
    pub copy_func: H5L_copy_func_t,
    pub trav_func: H5L_traverse_func_t,
    pub del_func: H5L_delete_func_t,
    pub query_func: H5L_query_func_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5L_class_0_t {
    pub version: c_int,
    pub id: H5L_type_t,
    pub comment: *const c_char,
    pub create_func: H5L_create_func_t,
    pub move_func: H5L_move_func_t,
    pub copy_func: H5L_copy_func_t,
    pub trav_func: H5L_traverse_0_func_t,
    pub del_func: H5L_delete_func_t,
    pub query_func: H5L_query_func_t,
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5L_info_u_t {
    pub address: haddr_t,
    pub val_size: usize,
}

unsafe extern "C" {
    pub fn H5Lmove(
        src_loc: hid_t,
        src_name: *const c_char,
        dst_loc: hid_t,
        dst_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lcopy(
        src_loc: hid_t,
        src_name: *const c_char,
        dst_loc: hid_t,
        dst_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lcreate_hard(
        cur_loc: hid_t,
        cur_name: *const c_char,
        dst_loc: hid_t,
        dst_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lcreate_hard_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        cur_loc_id: hid_t,
        cur_name: *const c_char,
        new_loc_id: hid_t,
        new_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Lcreate_soft(
        link_target: *const c_char,
        link_loc_id: hid_t,
        link_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lcreate_soft_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        link_target: *const c_char,
        link_loc_id: hid_t,
        link_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Ldelete(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ldelete_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Ldelete_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Ldelete_by_idx_async(
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
    ) -> herr_t;
    pub fn H5Lget_val(
        loc_id: hid_t,
        name: *const c_char,
        buf: *mut c_void,
        size: usize,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lget_val_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        buf: *mut c_void,
        size: usize,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lexists(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> htri_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lexists_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        exists: *mut bool,
        lapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lget_info2(
        loc_id: hid_t,
        name: *const c_char,
        linfo: *mut H5L_info2_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lget_info_by_idx2(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        linfo: *mut H5L_info2_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lget_name_by_idx(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        name: *mut c_char,
        size: usize,
        lapl_id: hid_t,
    ) -> isize;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Literate2(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Literate_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        group_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx_p: *mut hsize_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Literate_by_name2(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lvisit2(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lvisit_by_name2(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lcreate_ud(
        link_loc_id: hid_t,
        link_name: *const c_char,
        link_type: H5L_type_t,
        udata: *const c_void,
        udata_size: usize,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lis_registered(id: H5L_type_t) -> htri_t;
    pub fn H5Lunpack_elink_val(
        ext_linkval: *const c_void,
        link_size: usize,
        flags: *mut c_uint,
        filename: *mut *const c_char,
        obj_path: *mut *const c_char,
    ) -> herr_t;
    pub fn H5Lcreate_external(
        file_name: *const c_char,
        obj_name: *const c_char,
        link_loc_id: hid_t,
        link_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Lget_info"]
    pub fn H5Lget_info1(
        loc_id: hid_t,
        name: *const c_char,
        linfo: *mut H5L_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lget_info1(
        loc_id: hid_t,
        name: *const c_char,
        linfo: *mut H5L_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Lget_info_by_idx"]
    pub fn H5Lget_info_by_idx1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        linfo: *mut H5L_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lget_info_by_idx1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        n: hsize_t,
        linfo: *mut H5L_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Literate"]
    pub fn H5Literate1(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Literate1(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Literate_by_name"]
    pub fn H5Literate_by_name1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Literate_by_name1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Lvisit"]
    pub fn H5Lvisit1(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lvisit1(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Lvisit_by_name"]
    pub fn H5Lvisit_by_name1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Lvisit_by_name1(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lregister(cls: *const H5L_class_t) -> herr_t;
    pub fn H5Lunregister(id: H5L_type_t) -> herr_t;
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5L_info1_t as H5L_info_t;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5L_info2_t as H5L_info_t;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5L_iterate1_t as H5L_iterate_t;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5L_iterate2_t as H5L_iterate_t;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Lget_info_by_idx1 as H5Lget_info_by_idx;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Lget_info_by_idx2 as H5Lget_info_by_idx;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Lget_info1 as H5Lget_info;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Lget_info2 as H5Lget_info;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Literate_by_name1 as H5Literate_by_name;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Literate_by_name2 as H5Literate_by_name;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Literate1 as H5Literate;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Literate2 as H5Literate;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Lvisit_by_name1 as H5Lvisit_by_name;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Lvisit_by_name2 as H5Lvisit_by_name;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Lvisit1 as H5Lvisit;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Lvisit2 as H5Lvisit;
