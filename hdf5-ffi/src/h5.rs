//! The library itself: `H5public.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5_ITER_UNKNOWN: H5_iter_order_t = -1;
pub const H5_ITER_INC: H5_iter_order_t = 0;
pub const H5_ITER_DEC: H5_iter_order_t = 1;
pub const H5_ITER_NATIVE: H5_iter_order_t = 2;
pub const H5_ITER_N: H5_iter_order_t = 3;
pub const H5_INDEX_UNKNOWN: H5_index_t = -1;
pub const H5_INDEX_NAME: H5_index_t = 0;
pub const H5_INDEX_CRT_ORDER: H5_index_t = 1;
pub const H5_INDEX_N: H5_index_t = 2;
pub const DIMENSION_SCALE_CLASS: &CStr = c"DIMENSION_SCALE";
pub const DIMENSION_LIST: &CStr = c"DIMENSION_LIST";
pub const REFERENCE_LIST: &CStr = c"REFERENCE_LIST";
pub const DIMENSION_LABELS: &CStr = c"DIMENSION_LABELS";
/// Before HDF5 1.12.0.
#[cfg(all(not(hdf5_ge_1_12), hdf5_have_direct))]
pub const MBOUNDARY_DEF: c_uint = 4096;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const MBOUNDARY_DEF: c_uint = 4096;
/// Before HDF5 1.12.0.
#[cfg(all(not(hdf5_ge_1_12), hdf5_have_direct))]
pub const FBSIZE_DEF: c_uint = 4096;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const FBSIZE_DEF: c_uint = 4096;
/// Before HDF5 1.12.0.
#[cfg(all(not(hdf5_ge_1_12), hdf5_have_direct))]
pub const CBSIZE_DEF: c_uint = 16777216;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const CBSIZE_DEF: c_uint = 16777216;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_INVALID: H5FD_class_value_t = -1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_SEC2: H5FD_class_value_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_CORE: H5FD_class_value_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_LOG: H5FD_class_value_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_FAMILY: H5FD_class_value_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_MULTI: H5FD_class_value_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_STDIO: H5FD_class_value_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_SPLITTER: H5FD_class_value_t = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_MPIO: H5FD_class_value_t = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_DIRECT: H5FD_class_value_t = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_MIRROR: H5FD_class_value_t = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_HDFS: H5FD_class_value_t = 10;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_ROS3: H5FD_class_value_t = 11;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_SUBFILING: H5FD_class_value_t = 12;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_IOC: H5FD_class_value_t = 13;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_ONION: H5FD_class_value_t = 14;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_RESERVED: c_uint = 256;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5_VFD_MAX: c_uint = 65535;
pub const H5_SIZEOF_HID_T: c_uint = 8;
/// Since HDF5 2.2.0.
#[cfg(hdf5_ge_2_2)]
pub const HLTB_MAX_FIELD_LEN: c_uint = 255;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5_VOL_INVALID: c_int = -1;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5_VOL_NATIVE: c_uint = 0;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5_VOL_RESERVED: c_uint = 256;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5_VOL_MAX: c_uint = 65535;
pub const H5_SZIP_ALLOW_K13_OPTION_MASK: c_uint = 1;
pub const H5_SZIP_CHIP_OPTION_MASK: c_uint = 2;
pub const H5_SZIP_EC_OPTION_MASK: c_uint = 4;
pub const H5_SZIP_NN_OPTION_MASK: c_uint = 32;
pub const H5_SZIP_MAX_PIXELS_PER_BLOCK: c_uint = 32;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_DRIVER: &CStr = c"HDF5_DRIVER";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_DRIVER_CONFIG: &CStr = c"HDF5_DRIVER_CONFIG";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_VOL_CONNECTOR: &CStr = c"HDF5_VOL_CONNECTOR";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_PLUGIN_PATH: &CStr = c"HDF5_PLUGIN_PATH";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_PLUGIN_PRELOAD: &CStr = c"HDF5_PLUGIN_PRELOAD";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_USE_FILE_LOCKING: &CStr = c"HDF5_USE_FILE_LOCKING";
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HDF5_NOCLEANUP: &CStr = c"HDF5_NOCLEANUP";
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const HDF5_PREFER_WINDOWS_CODE_PAGE: &CStr = c"HDF5_PREFER_WINDOWS_CODE_PAGE";
pub const H5_SIZEOF_HSIZE_T: c_uint = 8;
pub const H5_SIZEOF_HSSIZE_T: c_uint = 8;
/// Before HDF5 1.10.8.
#[cfg(not(hdf5_ge_1_10_8))]
pub const HSIZE_UNDEF: hsize_t = hsize_t::MAX;
/// Since HDF5 1.10.8, until before 1.12.0.
#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_1_12)))]
pub const HSIZE_UNDEF: c_ulonglong = 18446744073709551615;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HSIZE_UNDEF: hsize_t = hsize_t::MAX;
pub const H5_SIZEOF_HADDR_T: c_uint = 8;
/// Before HDF5 1.10.8.
#[cfg(not(hdf5_ge_1_10_8))]
pub const HADDR_UNDEF: haddr_t = haddr_t::MAX;
/// Since HDF5 1.10.8, until before 1.12.0.
#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_1_12)))]
pub const HADDR_UNDEF: c_ulong = 18446744073709551615;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const HADDR_UNDEF: haddr_t = haddr_t::MAX;
pub const HADDR_MAX: haddr_t = 18446744073709551614;
pub const H5_ITER_ERROR: c_int = -1;
pub const H5_ITER_CONT: c_uint = 0;
pub const H5_ITER_STOP: c_uint = 1;
/// Since HDF5 2.0.0.
#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_DEBUG: &CStr = c"HDF5_ROS3_VFD_DEBUG";
/// Since HDF5 2.0.0.
#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_LOG_LEVEL: &CStr = c"HDF5_ROS3_VFD_LOG_LEVEL";
/// Since HDF5 2.0.0.
#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_LOG_FILE: &CStr = c"HDF5_ROS3_VFD_LOG_FILE";
/// Since HDF5 2.0.0.
#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_FORCE_PATH_STYLE: &CStr = c"HDF5_ROS3_VFD_FORCE_PATH_STYLE";
/// Since HDF5 2.2.0.
#[cfg(all(hdf5_ge_2_2, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_DEFAULT_BLOCK_SIZE: c_uint = 16777216;
/// Since HDF5 2.2.0.
#[cfg(all(hdf5_ge_2_2, hdf5_have_ros3))]
pub const HDF5_ROS3_VFD_DEFAULT_BLOCK_CACHE_SIZE: c_uint = 134217728;
/// Since HDF5 1.12.0.
#[cfg(all(hdf5_ge_1_12, hdf5_have_subfiling))]
pub const SELECT_IOC_ONE_PER_NODE: H5FD_subfiling_ioc_select_t = 0;
/// Since HDF5 1.12.0.
#[cfg(all(hdf5_ge_1_12, hdf5_have_subfiling))]
pub const SELECT_IOC_EVERY_NTH_RANK: H5FD_subfiling_ioc_select_t = 1;
/// Since HDF5 1.12.0.
#[cfg(all(hdf5_ge_1_12, hdf5_have_subfiling))]
pub const SELECT_IOC_WITH_CONFIG: H5FD_subfiling_ioc_select_t = 2;
/// Since HDF5 1.12.0.
#[cfg(all(hdf5_ge_1_12, hdf5_have_subfiling))]
pub const SELECT_IOC_TOTAL: H5FD_subfiling_ioc_select_t = 3;
/// Since HDF5 1.12.0.
#[cfg(all(hdf5_ge_1_12, hdf5_have_subfiling))]
pub const ioc_selection_options: H5FD_subfiling_ioc_select_t = 4;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5_HAVE_VFL: c_uint = 1;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5_SIZEOF_INT64_T: c_uint = 8;
/// Since HDF5 1.10.8, until before 1.12.0.
#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_1_12)))]
pub const UINT64_MAX: c_ulong = 18446744073709551615;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5_SIZEOF_UINT64_T: c_uint = 8;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5_SIZEOF_UINT32_T: c_uint = 4;

pub type herr_t = c_int;

pub type hbool_t = bool;

pub type htri_t = c_int;

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub type hsize_t = c_ulonglong;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type hsize_t = u64;

/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub type HDoff_t = libc::off_t;

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub type hssize_t = c_longlong;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type hssize_t = i64;

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub type haddr_t = c_ulong;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type haddr_t = u64;

pub type H5_iter_order_t = c_int;

pub type H5_index_t = c_int;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5_atclose_func_t = Option<unsafe extern "C" fn(ctx: *mut c_void)>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5_ih_info_t {
    pub index_size: hsize_t,
    pub heap_size: hsize_t,
}

#[cfg(hdf5_have_parallel)]
#[repr(C)]
#[derive(Debug)]
pub struct xtask_comm {
    _unused: [u8; 0],
}

#[cfg(hdf5_have_parallel)]
#[repr(C)]
#[derive(Debug)]
pub struct xtask_info {
    _unused: [u8; 0],
}

/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5_alloc_stats_t {
    pub total_alloc_bytes: c_ulonglong,
    pub curr_alloc_bytes: usize,
    pub peak_alloc_bytes: usize,
    pub max_block_size: usize,
    pub total_alloc_blocks_count: usize,
    pub curr_alloc_blocks_count: usize,
    pub peak_alloc_blocks_count: usize,
}

unsafe extern "C" {
    pub fn H5open() -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5atclose(func: H5_atclose_func_t, ctx: *mut c_void) -> herr_t;
    pub fn H5close() -> herr_t;
    pub fn H5dont_atexit() -> herr_t;
    pub fn H5garbage_collect() -> herr_t;
    pub fn H5set_free_list_limits(
        reg_global_lim: c_int,
        reg_list_lim: c_int,
        arr_global_lim: c_int,
        arr_list_lim: c_int,
        blk_global_lim: c_int,
        blk_list_lim: c_int,
    ) -> herr_t;
    /// Since HDF5 1.10.7.
    #[cfg(hdf5_ge_1_10_7)]
    pub fn H5get_free_list_sizes(
        reg_size: *mut usize,
        arr_size: *mut usize,
        blk_size: *mut usize,
        fac_size: *mut usize,
    ) -> herr_t;
    pub fn H5get_libversion(
        majnum: *mut c_uint,
        minnum: *mut c_uint,
        relnum: *mut c_uint,
    ) -> herr_t;
    pub fn H5check_version(majnum: c_uint, minnum: c_uint, relnum: c_uint) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5is_library_terminating(is_terminating: *mut bool) -> herr_t;
    pub fn H5is_library_threadsafe(is_ts: *mut bool) -> herr_t;
    pub fn H5free_memory(mem: *mut c_void) -> herr_t;
    pub fn H5allocate_memory(size: usize, clear: bool) -> *mut c_void;
    pub fn H5resize_memory(mem: *mut c_void, size: usize) -> *mut c_void;
    /// Since HDF5 1.10.7, until before 1.12.0.
    #[cfg(all(hdf5_ge_1_10_7, not(hdf5_ge_1_12)))]
    pub fn H5get_alloc_stats(stats: *mut H5_alloc_stats_t) -> herr_t;
}
