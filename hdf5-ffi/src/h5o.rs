//! Objects: `H5Opublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_ulong, c_void};

use super::*;

pub const H5O_MAX_TOKEN_SIZE: c_uint = 16;
pub const H5O_COPY_SHALLOW_HIERARCHY_FLAG: c_uint = 1;
pub const H5O_COPY_EXPAND_SOFT_LINK_FLAG: c_uint = 2;
pub const H5O_COPY_EXPAND_EXT_LINK_FLAG: c_uint = 4;
pub const H5O_COPY_EXPAND_REFERENCE_FLAG: c_uint = 8;
pub const H5O_COPY_WITHOUT_ATTR_FLAG: c_uint = 16;
pub const H5O_COPY_PRESERVE_NULL_FLAG: c_uint = 32;
pub const H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG: c_uint = 64;
pub const H5O_COPY_ALL: c_uint = 127;
pub const H5O_HDR_CHUNK0_SIZE: c_uint = 3;
pub const H5O_HDR_ATTR_CRT_ORDER_TRACKED: c_uint = 4;
pub const H5O_HDR_ATTR_CRT_ORDER_INDEXED: c_uint = 8;
pub const H5O_HDR_ATTR_STORE_PHASE_CHANGE: c_uint = 16;
pub const H5O_HDR_STORE_TIMES: c_uint = 32;
pub const H5O_HDR_ALL_FLAGS: c_uint = 63;
pub const H5O_INFO_BASIC: c_uint = 1;
pub const H5O_INFO_TIME: c_uint = 2;
pub const H5O_INFO_NUM_ATTRS: c_uint = 4;
pub const H5O_INFO_ALL: c_uint = 31;
pub const H5O_NATIVE_INFO_HDR: c_uint = 8;
pub const H5O_NATIVE_INFO_META_SIZE: c_uint = 16;
pub const H5O_NATIVE_INFO_ALL: c_uint = 24;
pub const H5O_INFO_HDR: c_uint = 8;
pub const H5O_INFO_META_SIZE: c_uint = 16;
pub const H5O_TYPE_UNKNOWN: H5O_type_t = -1;
pub const H5O_TYPE_GROUP: H5O_type_t = 0;
pub const H5O_TYPE_DATASET: H5O_type_t = 1;
pub const H5O_TYPE_NAMED_DATATYPE: H5O_type_t = 2;
pub const H5O_TYPE_MAP: H5O_type_t = 3;
pub const H5O_TYPE_NTYPES: H5O_type_t = 4;

pub type H5O_type_t = c_int;

pub type H5O_msg_crt_idx_t = u32;

pub type H5O_iterate2_t = Option<
    unsafe extern "C" fn(
        obj: hid_t,
        name: *const c_char,
        info: *const H5O_info2_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5O_iterate1_t = Option<
    unsafe extern "C" fn(
        obj: hid_t,
        name: *const c_char,
        info: *const H5O_info1_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

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

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_native_info_t {
    pub hdr: H5O_hdr_info_t,
    pub meta_size: H5O_native_info_meta_size_t,
}

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

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5O_info1_meta_size_t {
    pub obj: H5_ih_info_t,
    pub attr: H5_ih_info_t,
}

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5O_TOKEN_UNDEF_g"]
    pub static H5O_TOKEN_UNDEF: H5O_token_t;

    pub fn H5Oopen(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> hid_t;
    pub fn H5Oexists_by_name(loc_id: hid_t, name: *const c_char, lapl_id: hid_t) -> htri_t;
    pub fn H5Oget_info3(loc_id: hid_t, oinfo: *mut H5O_info2_t, fields: c_uint) -> herr_t;
    pub fn H5Oget_info_by_name3(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info2_t,
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
    pub fn H5Ocopy(
        src_loc_id: hid_t,
        src_name: *const c_char,
        dst_loc_id: hid_t,
        dst_name: *const c_char,
        ocpypl_id: hid_t,
        lcpl_id: hid_t,
    ) -> herr_t;
    pub fn H5Oclose(object_id: hid_t) -> herr_t;
    pub fn H5Oget_info2(loc_id: hid_t, oinfo: *mut H5O_info1_t, fields: c_uint) -> herr_t;
    pub fn H5Oget_info_by_name2(
        loc_id: hid_t,
        name: *const c_char,
        oinfo: *mut H5O_info1_t,
        fields: c_uint,
        lapl_id: hid_t,
    ) -> herr_t;
}
pub use self::H5Oget_info_by_name3 as H5Oget_info_by_name;
pub use self::H5Oget_info3 as H5Oget_info;
