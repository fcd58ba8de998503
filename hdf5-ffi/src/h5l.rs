//! Links: `H5Lpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::*;

pub const H5L_SAME_LOC: c_uint = 0;
pub const H5L_LINK_CLASS_T_VERS: c_uint = 1;
pub const H5L_EXT_VERSION: c_uint = 0;
pub const H5L_EXT_FLAGS_ALL: c_uint = 0;
pub const H5L_LINK_CLASS_T_VERS_0: c_uint = 0;
pub const H5L_TYPE_ERROR: H5L_type_t = -1;
pub const H5L_TYPE_HARD: H5L_type_t = 0;
pub const H5L_TYPE_SOFT: H5L_type_t = 1;
pub const H5L_TYPE_EXTERNAL: H5L_type_t = 64;
pub const H5L_TYPE_MAX: H5L_type_t = 255;

pub type H5L_type_t = c_int;

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

#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5L_info2_t {
    pub type_: H5L_type_t,
    pub corder_valid: bool,
    pub corder: i64,
    pub cset: H5T_cset_t,
    pub u: H5L_info2_u_t,
}

#[repr(C)]
#[derive(Copy, Clone)]
pub union H5L_info2_u_t {
    pub token: H5O_token_t,
    pub val_size: usize,
}

#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5L_info1_t {
    pub type_: H5L_type_t,
    pub corder_valid: bool,
    pub corder: i64,
    pub cset: H5T_cset_t,
    pub u: H5L_info1_u_t,
}

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
    pub fn H5Lcreate_soft(
        link_target: *const c_char,
        link_loc_id: hid_t,
        link_name: *const c_char,
        lcpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Ldelete(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> herr_t;
    pub fn H5Lget_val(
        loc_id: hid_t,
        name: *const c_char,
        buf: *mut c_void,
        size: usize,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Lexists(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> htri_t;
    pub fn H5Lget_info2(
        loc_id: hid_t,
        name: *const c_char,
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
    pub fn H5Literate2(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate2_t,
        op_data: *mut c_void,
    ) -> herr_t;
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
    #[cfg_attr(not(hdf5_ge_1_12), link_name = "H5Lget_info")]
    pub fn H5Lget_info1(
        loc_id: hid_t,
        name: *const c_char,
        linfo: *mut H5L_info1_t,
        lapl_id: hid_t,
    ) -> herr_t;
    #[cfg_attr(not(hdf5_ge_1_12), link_name = "H5Literate")]
    pub fn H5Literate1(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate1_t,
        op_data: *mut c_void,
    ) -> herr_t;
}
pub use self::H5Lget_info2 as H5Lget_info;
pub use self::H5Literate2 as H5Literate;
