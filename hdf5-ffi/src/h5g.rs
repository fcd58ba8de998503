//! Groups: `H5Gpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_ulong, c_void};

use super::*;

pub const H5G_SAME_LOC: c_uint = 0;
pub const H5G_NTYPES: c_uint = 256;
pub const H5G_NLIBTYPES: c_uint = 8;
pub const H5G_NUSERTYPES: c_uint = 248;
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
    pub fn H5Gcreate_anon(loc_id: hid_t, gcpl_id: hid_t, gapl_id: hid_t) -> hid_t;
    pub fn H5Gopen2(loc_id: hid_t, name: *const c_char, gapl_id: hid_t) -> hid_t;
    pub fn H5Gget_create_plist(group_id: hid_t) -> hid_t;
    pub fn H5Gget_info(loc_id: hid_t, ginfo: *mut H5G_info_t) -> herr_t;
    pub fn H5Gget_info_by_name(
        loc_id: hid_t,
        name: *const c_char,
        ginfo: *mut H5G_info_t,
        lapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Gclose(group_id: hid_t) -> herr_t;
}
pub use self::H5Gcreate2 as H5Gcreate;
pub use self::H5Gopen2 as H5Gopen;
