//! Files: `H5Fpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::*;

pub const H5F_ACC_RDONLY: c_uint = 0;
pub const H5F_ACC_RDWR: c_uint = 1;
pub const H5F_ACC_TRUNC: c_uint = 2;
pub const H5F_ACC_EXCL: c_uint = 4;
pub const H5F_ACC_CREAT: c_uint = 16;
pub const H5F_ACC_SWMR_WRITE: c_uint = 32;
pub const H5F_ACC_SWMR_READ: c_uint = 64;
pub const H5F_ACC_DEFAULT: c_uint = 65535;
pub const H5F_OBJ_FILE: c_uint = 1;
pub const H5F_OBJ_DATASET: c_uint = 2;
pub const H5F_OBJ_GROUP: c_uint = 4;
pub const H5F_OBJ_DATATYPE: c_uint = 8;
pub const H5F_OBJ_ATTR: c_uint = 16;
pub const H5F_OBJ_ALL: c_uint = 31;
pub const H5F_OBJ_LOCAL: c_uint = 32;
pub const H5F_FAMILY_DEFAULT: hsize_t = 0;
pub const H5F_PAGE_BUFFER_SIZE_DEFAULT: usize = usize::MAX;
pub const H5F_SCOPE_LOCAL: H5F_scope_t = 0;
pub const H5F_SCOPE_GLOBAL: H5F_scope_t = 1;
pub const H5F_CLOSE_DEFAULT: H5F_close_degree_t = 0;
pub const H5F_CLOSE_WEAK: H5F_close_degree_t = 1;
pub const H5F_CLOSE_SEMI: H5F_close_degree_t = 2;
pub const H5F_CLOSE_STRONG: H5F_close_degree_t = 3;
pub const H5F_LIBVER_ERROR: H5F_libver_t = -1;
pub const H5F_LIBVER_EARLIEST: H5F_libver_t = 0;
pub const H5F_LIBVER_V18: H5F_libver_t = 1;
pub const H5F_LIBVER_V110: H5F_libver_t = 2;
pub const H5F_LIBVER_V112: H5F_libver_t = 3;
pub const H5F_LIBVER_V114: H5F_libver_t = 4;
pub const H5F_LIBVER_V200: H5F_libver_t = 5;
/// The newest format that the library writes.
pub const H5F_LIBVER_LATEST: H5F_libver_t = if cfg!(hdf5_ge_2_0) {
    H5F_LIBVER_V200
} else if cfg!(hdf5_ge_1_14) {
    H5F_LIBVER_V114
} else if cfg!(hdf5_ge_1_12) {
    H5F_LIBVER_V112
} else {
    H5F_LIBVER_V110
};
pub const H5F_FSPACE_STRATEGY_FSM_AGGR: H5F_fspace_strategy_t = 0;
pub const H5F_FSPACE_STRATEGY_PAGE: H5F_fspace_strategy_t = 1;
pub const H5F_FSPACE_STRATEGY_AGGR: H5F_fspace_strategy_t = 2;
pub const H5F_FSPACE_STRATEGY_NONE: H5F_fspace_strategy_t = 3;
pub const H5F_FSPACE_STRATEGY_NTYPES: H5F_fspace_strategy_t = 4;
pub const H5F_FILE_SPACE_DEFAULT: H5F_file_space_type_t = 0;
pub const H5F_FILE_SPACE_ALL_PERSIST: H5F_file_space_type_t = 1;
pub const H5F_FILE_SPACE_ALL: H5F_file_space_type_t = 2;
pub const H5F_FILE_SPACE_AGGR_VFD: H5F_file_space_type_t = 3;
pub const H5F_FILE_SPACE_VFD: H5F_file_space_type_t = 4;
pub const H5F_FILE_SPACE_NTYPES: H5F_file_space_type_t = 5;

pub type H5F_scope_t = c_int;

pub type H5F_close_degree_t = c_int;

pub type H5F_mem_t = c_int;

pub type H5F_libver_t = c_int;

pub type H5F_fspace_strategy_t = c_int;

pub type H5F_file_space_type_t = c_int;

unsafe extern "C" {
    pub fn H5Fis_accessible(container_name: *const c_char, fapl_id: hid_t) -> htri_t;
    pub fn H5Fcreate(
        filename: *const c_char,
        flags: c_uint,
        fcpl_id: hid_t,
        fapl_id: hid_t,
    ) -> hid_t;
    pub fn H5Fopen(filename: *const c_char, flags: c_uint, fapl_id: hid_t) -> hid_t;
    pub fn H5Freopen(file_id: hid_t) -> hid_t;
    pub fn H5Fflush(object_id: hid_t, scope: H5F_scope_t) -> herr_t;
    pub fn H5Fclose(file_id: hid_t) -> herr_t;
    pub fn H5Fget_create_plist(file_id: hid_t) -> hid_t;
    pub fn H5Fget_access_plist(file_id: hid_t) -> hid_t;
    pub fn H5Fget_intent(file_id: hid_t, intent: *mut c_uint) -> herr_t;
    pub fn H5Fget_obj_count(file_id: hid_t, types: c_uint) -> isize;
    pub fn H5Fget_obj_ids(
        file_id: hid_t,
        types: c_uint,
        max_objs: usize,
        obj_id_list: *mut hid_t,
    ) -> isize;
    pub fn H5Fget_vfd_handle(file_id: hid_t, fapl: hid_t, file_handle: *mut *mut c_void) -> herr_t;
    pub fn H5Fget_freespace(file_id: hid_t) -> hssize_t;
    pub fn H5Fget_filesize(file_id: hid_t, size: *mut hsize_t) -> herr_t;
    pub fn H5Fget_file_image(file_id: hid_t, buf_ptr: *mut c_void, buf_len: usize) -> isize;
    pub fn H5Fget_name(obj_id: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Fstart_swmr_write(file_id: hid_t) -> herr_t;
}
