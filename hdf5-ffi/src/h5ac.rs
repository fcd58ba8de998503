//! The metadata cache's configuration: `H5ACpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5AC__CURR_CACHE_CONFIG_VERSION: c_uint = 1;
pub const H5AC__MAX_TRACE_FILE_NAME_LEN: c_uint = 1024;
pub const H5AC_METADATA_WRITE_STRATEGY__PROCESS_0_ONLY: c_uint = 0;
pub const H5AC_METADATA_WRITE_STRATEGY__DISTRIBUTED: c_uint = 1;
pub const H5AC__CURR_CACHE_IMAGE_CONFIG_VERSION: c_uint = 1;
pub const H5AC__CACHE_IMAGE__ENTRY_AGEOUT__NONE: c_int = -1;
pub const H5AC__CACHE_IMAGE__ENTRY_AGEOUT__MAX: c_uint = 100;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5AC_cache_config_t {
    pub version: c_int,
    pub rpt_fcn_enabled: bool,
    pub open_trace_file: bool,
    pub close_trace_file: bool,
    pub trace_file_name: [c_char; 1025usize],
    pub evictions_enabled: bool,
    pub set_initial_size: bool,
    pub initial_size: usize,
    pub min_clean_fraction: f64,
    pub max_size: usize,
    pub min_size: usize,
    pub epoch_length: c_long,
    pub incr_mode: H5C_cache_incr_mode,
    pub lower_hr_threshold: f64,
    pub increment: f64,
    pub apply_max_increment: bool,
    pub max_increment: usize,
    pub flash_incr_mode: H5C_cache_flash_incr_mode,
    pub flash_multiple: f64,
    pub flash_threshold: f64,
    pub decr_mode: H5C_cache_decr_mode,
    pub upper_hr_threshold: f64,
    pub decrement: f64,
    pub apply_max_decrement: bool,
    pub max_decrement: usize,
    pub epochs_before_eviction: c_int,
    pub apply_empty_reserve: bool,
    pub empty_reserve: f64,
    pub dirty_bytes_threshold: usize,
    pub metadata_write_strategy: c_int,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5AC_cache_image_config_t {
    pub version: c_int,
    pub generate_image: bool,
    pub save_resize_status: bool,
    pub entry_ageout: c_int,
}
