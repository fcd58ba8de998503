//! Datasets: `H5Dpublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::*;

pub const H5D_CHUNK_CACHE_NSLOTS_DEFAULT: usize = usize::MAX;
pub const H5D_CHUNK_CACHE_NBYTES_DEFAULT: usize = usize::MAX;
pub const H5D_CHUNK_CACHE_W0_DEFAULT: f64 = -1.0;
pub const H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS: c_uint = 2;
pub const H5D_LAYOUT_ERROR: H5D_layout_t = -1;
pub const H5D_COMPACT: H5D_layout_t = 0;
pub const H5D_CONTIGUOUS: H5D_layout_t = 1;
pub const H5D_CHUNKED: H5D_layout_t = 2;
pub const H5D_VIRTUAL: H5D_layout_t = 3;
pub const H5D_NLAYOUTS: H5D_layout_t = 4;
pub const H5D_CHUNK_IDX_BTREE: H5D_chunk_index_t = 0;
pub const H5D_CHUNK_IDX_SINGLE: H5D_chunk_index_t = 1;
pub const H5D_CHUNK_IDX_NONE: H5D_chunk_index_t = 2;
pub const H5D_CHUNK_IDX_FARRAY: H5D_chunk_index_t = 3;
pub const H5D_CHUNK_IDX_EARRAY: H5D_chunk_index_t = 4;
pub const H5D_CHUNK_IDX_BT2: H5D_chunk_index_t = 5;
pub const H5D_CHUNK_IDX_NTYPES: H5D_chunk_index_t = 6;
pub const H5D_ALLOC_TIME_ERROR: H5D_alloc_time_t = -1;
pub const H5D_ALLOC_TIME_DEFAULT: H5D_alloc_time_t = 0;
pub const H5D_ALLOC_TIME_EARLY: H5D_alloc_time_t = 1;
pub const H5D_ALLOC_TIME_LATE: H5D_alloc_time_t = 2;
pub const H5D_ALLOC_TIME_INCR: H5D_alloc_time_t = 3;
pub const H5D_SPACE_STATUS_ERROR: H5D_space_status_t = -1;
pub const H5D_SPACE_STATUS_NOT_ALLOCATED: H5D_space_status_t = 0;
pub const H5D_SPACE_STATUS_PART_ALLOCATED: H5D_space_status_t = 1;
pub const H5D_SPACE_STATUS_ALLOCATED: H5D_space_status_t = 2;
pub const H5D_FILL_TIME_ERROR: H5D_fill_time_t = -1;
pub const H5D_FILL_TIME_ALLOC: H5D_fill_time_t = 0;
pub const H5D_FILL_TIME_NEVER: H5D_fill_time_t = 1;
pub const H5D_FILL_TIME_IFSET: H5D_fill_time_t = 2;
pub const H5D_FILL_VALUE_ERROR: H5D_fill_value_t = -1;
pub const H5D_FILL_VALUE_UNDEFINED: H5D_fill_value_t = 0;
pub const H5D_FILL_VALUE_DEFAULT: H5D_fill_value_t = 1;
pub const H5D_FILL_VALUE_USER_DEFINED: H5D_fill_value_t = 2;
pub const H5D_VDS_ERROR: H5D_vds_view_t = -1;
pub const H5D_VDS_FIRST_MISSING: H5D_vds_view_t = 0;
pub const H5D_VDS_LAST_AVAILABLE: H5D_vds_view_t = 1;

pub type H5D_layout_t = c_int;

pub type H5D_chunk_index_t = c_int;

pub type H5D_alloc_time_t = c_int;

pub type H5D_space_status_t = c_int;

pub type H5D_fill_time_t = c_int;

pub type H5D_fill_value_t = c_int;

pub type H5D_vds_view_t = c_int;

pub type H5D_operator_t = Option<
    unsafe extern "C" fn(
        elem: *mut c_void,
        type_id: hid_t,
        ndim: c_uint,
        point: *const hsize_t,
        operator_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5D_chunk_iter_op_t = Option<
    unsafe extern "C" fn(
        offset: *const hsize_t,
        filter_mask: c_uint,
        addr: haddr_t,
        size: hsize_t,
        op_data: *mut c_void,
    ) -> c_int,
>;

unsafe extern "C" {
    pub fn H5Dcreate2(
        loc_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        space_id: hid_t,
        lcpl_id: hid_t,
        dcpl_id: hid_t,
        dapl_id: hid_t,
    ) -> hid_t;
    pub fn H5Dcreate_anon(
        loc_id: hid_t,
        type_id: hid_t,
        space_id: hid_t,
        dcpl_id: hid_t,
        dapl_id: hid_t,
    ) -> hid_t;
    pub fn H5Dopen2(loc_id: hid_t, name: *const c_char, dapl_id: hid_t) -> hid_t;
    pub fn H5Dget_space(dset_id: hid_t) -> hid_t;
    pub fn H5Dget_space_status(dset_id: hid_t, allocation: *mut H5D_space_status_t) -> herr_t;
    pub fn H5Dget_type(dset_id: hid_t) -> hid_t;
    pub fn H5Dget_create_plist(dset_id: hid_t) -> hid_t;
    pub fn H5Dget_access_plist(dset_id: hid_t) -> hid_t;
    pub fn H5Dget_storage_size(dset_id: hid_t) -> hsize_t;
    pub fn H5Dget_chunk_storage_size(
        dset_id: hid_t,
        offset: *const hsize_t,
        chunk_bytes: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Dget_num_chunks(dset_id: hid_t, fspace_id: hid_t, nchunks: *mut hsize_t) -> herr_t;
    pub fn H5Dget_chunk_info_by_coord(
        dset_id: hid_t,
        offset: *const hsize_t,
        filter_mask: *mut c_uint,
        addr: *mut haddr_t,
        size: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Dget_chunk_info(
        dset_id: hid_t,
        fspace_id: hid_t,
        chk_idx: hsize_t,
        offset: *mut hsize_t,
        filter_mask: *mut c_uint,
        addr: *mut haddr_t,
        size: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Dget_offset(dset_id: hid_t) -> haddr_t;
    pub fn H5Dread(
        dset_id: hid_t,
        mem_type_id: hid_t,
        mem_space_id: hid_t,
        file_space_id: hid_t,
        dxpl_id: hid_t,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5Dwrite(
        dset_id: hid_t,
        mem_type_id: hid_t,
        mem_space_id: hid_t,
        file_space_id: hid_t,
        dxpl_id: hid_t,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5Dwrite_chunk(
        dset_id: hid_t,
        dxpl_id: hid_t,
        filters: u32,
        offset: *const hsize_t,
        data_size: usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5Diterate(
        buf: *mut c_void,
        type_id: hid_t,
        space_id: hid_t,
        op: H5D_operator_t,
        operator_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Dvlen_get_buf_size(
        dset_id: hid_t,
        type_id: hid_t,
        space_id: hid_t,
        size: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Dfill(
        fill: *const c_void,
        fill_type_id: hid_t,
        buf: *mut c_void,
        buf_type_id: hid_t,
        space_id: hid_t,
    ) -> herr_t;
    pub fn H5Dset_extent(dset_id: hid_t, size: *const hsize_t) -> herr_t;
    pub fn H5Dflush(dset_id: hid_t) -> herr_t;
    pub fn H5Drefresh(dset_id: hid_t) -> herr_t;
    pub fn H5Dclose(dset_id: hid_t) -> herr_t;
    pub fn H5Dvlen_reclaim(
        type_id: hid_t,
        space_id: hid_t,
        dxpl_id: hid_t,
        buf: *mut c_void,
    ) -> herr_t;
}
pub use self::H5Dcreate2 as H5Dcreate;
pub use self::H5Dopen2 as H5Dopen;
