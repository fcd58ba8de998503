//! Datasets: `H5Dpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

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
pub const H5D_MPIO_NO_CHUNK_OPTIMIZATION: H5D_mpio_actual_chunk_opt_mode_t = 0;
pub const H5D_MPIO_LINK_CHUNK: H5D_mpio_actual_chunk_opt_mode_t = 1;
pub const H5D_MPIO_MULTI_CHUNK: H5D_mpio_actual_chunk_opt_mode_t = 2;
pub const H5D_MPIO_NO_COLLECTIVE: H5D_mpio_actual_io_mode_t = 0;
pub const H5D_MPIO_CHUNK_INDEPENDENT: H5D_mpio_actual_io_mode_t = 1;
pub const H5D_MPIO_CHUNK_COLLECTIVE: H5D_mpio_actual_io_mode_t = 2;
pub const H5D_MPIO_CHUNK_MIXED: H5D_mpio_actual_io_mode_t = 3;
pub const H5D_MPIO_CONTIGUOUS_COLLECTIVE: H5D_mpio_actual_io_mode_t = 4;
pub const H5D_MPIO_COLLECTIVE: H5D_mpio_no_collective_cause_t = 0;
pub const H5D_MPIO_SET_INDEPENDENT: H5D_mpio_no_collective_cause_t = 1;
pub const H5D_MPIO_DATATYPE_CONVERSION: H5D_mpio_no_collective_cause_t = 2;
pub const H5D_MPIO_DATA_TRANSFORMS: H5D_mpio_no_collective_cause_t = 4;
pub const H5D_MPIO_MPI_OPT_TYPES_ENV_VAR_DISABLED: H5D_mpio_no_collective_cause_t = 8;
pub const H5D_MPIO_NOT_SIMPLE_OR_SCALAR_DATASPACES: H5D_mpio_no_collective_cause_t = 16;
pub const H5D_MPIO_NOT_CONTIGUOUS_OR_CHUNKED_DATASET: H5D_mpio_no_collective_cause_t = 32;
pub const H5D_MPIO_PARALLEL_FILTERED_WRITES_DISABLED: H5D_mpio_no_collective_cause_t = 64;
pub const H5D_MPIO_ERROR_WHILE_CHECKING_COLLECTIVE_POSSIBLE: H5D_mpio_no_collective_cause_t = 128;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_MPIO_NO_SELECTION_IO: H5D_mpio_no_collective_cause_t = 256;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5D_MPIO_NO_COLLECTIVE_MAX_CAUSE: H5D_mpio_no_collective_cause_t = 256;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_MPIO_NO_COLLECTIVE_MAX_CAUSE: H5D_mpio_no_collective_cause_t = 512;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SELECTION_IO_MODE_DEFAULT: H5D_selection_io_mode_t = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SELECTION_IO_MODE_OFF: H5D_selection_io_mode_t = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SELECTION_IO_MODE_ON: H5D_selection_io_mode_t = 2;
pub const H5D_CHUNK_CACHE_NSLOTS_DEFAULT: usize = usize::MAX;
pub const H5D_CHUNK_CACHE_NBYTES_DEFAULT: usize = usize::MAX;
pub const H5D_CHUNK_CACHE_W0_DEFAULT: f64 = -1.0;
pub const H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS: c_uint = 2;
pub const H5D_CHUNK_BTREE: H5D_chunk_index_t = 0;
pub const H5D_XFER_DIRECT_CHUNK_WRITE_FLAG_NAME: &CStr = c"direct_chunk_flag";
pub const H5D_XFER_DIRECT_CHUNK_WRITE_FILTERS_NAME: &CStr = c"direct_chunk_filters";
pub const H5D_XFER_DIRECT_CHUNK_WRITE_OFFSET_NAME: &CStr = c"direct_chunk_offset";
pub const H5D_XFER_DIRECT_CHUNK_WRITE_DATASIZE_NAME: &CStr = c"direct_chunk_datasize";
pub const H5D_XFER_DIRECT_CHUNK_READ_FLAG_NAME: &CStr = c"direct_chunk_read_flag";
pub const H5D_XFER_DIRECT_CHUNK_READ_OFFSET_NAME: &CStr = c"direct_chunk_read_offset";
pub const H5D_XFER_DIRECT_CHUNK_READ_FILTERS_NAME: &CStr = c"direct_chunk_read_filters";
pub const H5D_ONE_LINK_CHUNK_IO_THRESHOLD: c_uint = 0;
pub const H5D_MULTI_CHUNK_IO_COL_THRESHOLD: c_uint = 60;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_DISABLE_BY_API: c_uint = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_NOT_CONTIGUOUS_OR_CHUNKED_DATASET: c_uint = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_CONTIGUOUS_SIEVE_BUFFER: c_uint = 4;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_NO_VECTOR_OR_SELECTION_IO_CB: c_uint = 8;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_PAGE_BUFFER: c_uint = 16;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_DATASET_FILTER: c_uint = 32;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_CHUNK_CACHE: c_uint = 64;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_TCONV_BUF_TOO_SMALL: c_uint = 128;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_BKG_BUF_TOO_SMALL: c_uint = 256;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SEL_IO_DEFAULT_OFF: c_uint = 512;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_MPIO_NO_SELECTION_IO_CAUSES: c_uint = 481;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SCALAR_IO: c_uint = 1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_VECTOR_IO: c_uint = 2;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5D_SELECTION_IO: c_uint = 4;

pub type H5D_layout_t = c_int;

pub type H5D_chunk_index_t = c_int;

pub type H5D_alloc_time_t = c_int;

pub type H5D_space_status_t = c_int;

pub type H5D_fill_time_t = c_int;

pub type H5D_fill_value_t = c_int;

pub type H5D_vds_view_t = c_int;

pub type H5D_append_cb_t = Option<
    unsafe extern "C" fn(dataset_id: hid_t, cur_dims: *mut hsize_t, op_data: *mut c_void) -> herr_t,
>;

pub type H5D_operator_t = Option<
    unsafe extern "C" fn(
        elem: *mut c_void,
        type_id: hid_t,
        ndim: c_uint,
        point: *const hsize_t,
        operator_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5D_scatter_func_t = Option<
    unsafe extern "C" fn(
        src_buf: *mut *const c_void,
        src_buf_bytes_used: *mut usize,
        op_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5D_gather_func_t = Option<
    unsafe extern "C" fn(
        dst_buf: *const c_void,
        dst_buf_bytes_used: usize,
        op_data: *mut c_void,
    ) -> herr_t,
>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5D_chunk_iter_op_t = Option<
    unsafe extern "C" fn(
        offset: *const hsize_t,
        filter_mask: c_uint,
        addr: haddr_t,
        size: hsize_t,
        op_data: *mut c_void,
    ) -> c_int,
>;

pub type H5D_mpio_actual_chunk_opt_mode_t = c_int;

pub type H5D_mpio_actual_io_mode_t = c_int;

pub type H5D_mpio_no_collective_cause_t = c_int;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5D_selection_io_mode_t = c_int;

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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dcreate_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        space_id: hid_t,
        lcpl_id: hid_t,
        dcpl_id: hid_t,
        dapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Dcreate_anon(
        loc_id: hid_t,
        type_id: hid_t,
        space_id: hid_t,
        dcpl_id: hid_t,
        dapl_id: hid_t,
    ) -> hid_t;
    pub fn H5Dopen2(loc_id: hid_t, name: *const c_char, dapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        dapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Dget_space(dset_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dget_space_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
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
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Dchunk_iter(
        dset_id: hid_t,
        dxpl_id: hid_t,
        cb: H5D_chunk_iter_op_t,
        op_data: *mut c_void,
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
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Dread_multi(
        count: usize,
        dset_id: *mut hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        dxpl_id: hid_t,
        buf: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dread_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        mem_type_id: hid_t,
        mem_space_id: hid_t,
        file_space_id: hid_t,
        dxpl_id: hid_t,
        buf: *mut c_void,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dread_multi_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        count: usize,
        dset_id: *mut hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        dxpl_id: hid_t,
        buf: *mut *mut c_void,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Dwrite(
        dset_id: hid_t,
        mem_type_id: hid_t,
        mem_space_id: hid_t,
        file_space_id: hid_t,
        dxpl_id: hid_t,
        buf: *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Dwrite_multi(
        count: usize,
        dset_id: *mut hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        dxpl_id: hid_t,
        buf: *mut *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dwrite_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        mem_type_id: hid_t,
        mem_space_id: hid_t,
        file_space_id: hid_t,
        dxpl_id: hid_t,
        buf: *const c_void,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dwrite_multi_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        count: usize,
        dset_id: *mut hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        dxpl_id: hid_t,
        buf: *mut *const c_void,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Dwrite_chunk(
        dset_id: hid_t,
        dxpl_id: hid_t,
        filters: u32,
        offset: *const hsize_t,
        data_size: usize,
        buf: *const c_void,
    ) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Dread_chunk2(
        dset_id: hid_t,
        dxpl_id: hid_t,
        offset: *const hsize_t,
        filters: *mut u32,
        buf: *mut c_void,
        buf_size: *mut usize,
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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dset_extent_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        size: *const hsize_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Dflush(dset_id: hid_t) -> herr_t;
    pub fn H5Drefresh(dset_id: hid_t) -> herr_t;
    pub fn H5Dscatter(
        op: H5D_scatter_func_t,
        op_data: *mut c_void,
        type_id: hid_t,
        dst_space_id: hid_t,
        dst_buf: *mut c_void,
    ) -> herr_t;
    pub fn H5Dgather(
        src_space_id: hid_t,
        src_buf: *const c_void,
        type_id: hid_t,
        dst_buf_size: usize,
        dst_buf: *mut c_void,
        op: H5D_gather_func_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Dclose(dset_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Dclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Ddebug(dset_id: hid_t) -> herr_t;
    pub fn H5Dformat_convert(dset_id: hid_t) -> herr_t;
    pub fn H5Dget_chunk_index_type(did: hid_t, idx_type: *mut H5D_chunk_index_t) -> herr_t;
    pub fn H5Dcreate1(
        loc_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        space_id: hid_t,
        dcpl_id: hid_t,
    ) -> hid_t;
    pub fn H5Dopen1(loc_id: hid_t, name: *const c_char) -> hid_t;
    pub fn H5Dextend(dset_id: hid_t, size: *const hsize_t) -> herr_t;
    pub fn H5Dvlen_reclaim(
        type_id: hid_t,
        space_id: hid_t,
        dxpl_id: hid_t,
        buf: *mut c_void,
    ) -> herr_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    #[link_name = "H5Dread_chunk"]
    pub fn H5Dread_chunk1(
        dset_id: hid_t,
        dxpl_id: hid_t,
        offset: *const hsize_t,
        filters: *mut u32,
        buf: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Dread_chunk1(
        dset_id: hid_t,
        dxpl_id: hid_t,
        offset: *const hsize_t,
        filters: *mut u32,
        buf: *mut c_void,
    ) -> herr_t;
}

pub use super::H5Dcreate2 as H5Dcreate;
pub use super::H5Dopen2 as H5Dopen;
/// Before HDF5 2.0.0.
#[cfg(not(hdf5_ge_2_0))]
pub use super::H5Dread_chunk1 as H5Dread_chunk;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub use super::H5Dread_chunk2 as H5Dread_chunk;
