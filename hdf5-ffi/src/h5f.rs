//! Files: `H5Fpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

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
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5F_LIBVER_V112: H5F_libver_t = 3;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5F_LIBVER_V114: H5F_libver_t = 4;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5F_LIBVER_V200: H5F_libver_t = 5;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5F_LIBVER_LATEST: H5F_libver_t = 2;
/// Since HDF5 1.12.0, until before 2.0.0.
#[cfg(all(hdf5_ge_1_12, not(hdf5_ge_2_0)))]
pub const H5F_LIBVER_LATEST: H5F_libver_t = 4;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5F_LIBVER_LATEST: H5F_libver_t = 5;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub const H5F_LIBVER_NBOUNDS: H5F_libver_t = 3;
/// Since HDF5 1.12.0, until before 2.0.0.
#[cfg(all(hdf5_ge_1_12, not(hdf5_ge_2_0)))]
pub const H5F_LIBVER_NBOUNDS: H5F_libver_t = 5;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5F_LIBVER_NBOUNDS: H5F_libver_t = 6;
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
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5F_PAGE_BUFFER_SIZE_DEFAULT: usize = usize::MAX;
pub const H5F_NUM_METADATA_READ_RETRY_TYPES: c_uint = 21;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5F_RFIC_UNUSUAL_NUM_UNUSED_NUMERIC_BITS: c_uint = 1;
pub const H5F_ACC_DEBUG: c_uint = 0;
/// Before HDF5 1.10.8.
#[cfg(not(hdf5_ge_1_10_8))]
pub const H5F_UNLIMITED: hsize_t = hsize_t::MAX;
/// Since HDF5 1.10.8, until before 1.12.0.
#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_1_12)))]
pub const H5F_UNLIMITED: c_ulonglong = 18446744073709551615;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5F_UNLIMITED: hsize_t = hsize_t::MAX;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub const H5F_RFIC_ALL: c_uint = 1;
#[cfg(hdf5_have_parallel)]
pub const H5F_MPIO_DEBUG_KEY: &CStr = c"H5F_mpio_debug_key";

pub type H5F_scope_t = c_int;

pub type H5F_close_degree_t = c_int;

pub type H5F_mem_t = c_int;

pub type H5F_libver_t = c_int;

pub type H5F_fspace_strategy_t = c_int;

pub type H5F_file_space_type_t = c_int;

pub type H5F_flush_cb_t =
    Option<unsafe extern "C" fn(object_id: hid_t, udata: *mut c_void) -> herr_t>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info2_t {
    pub super_: H5F_info2_super__t,
    pub free: H5F_info2_free_t,
    pub sohm: H5F_info2_sohm_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info2_super__t {
    pub version: c_uint,
    pub super_size: hsize_t,
    pub super_ext_size: hsize_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info2_free_t {
    pub version: c_uint,
    pub meta_size: hsize_t,
    pub tot_space: hsize_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info2_sohm_t {
    pub version: c_uint,
    pub hdr_size: hsize_t,
    pub msgs_info: H5_ih_info_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_sect_info_t {
    pub addr: haddr_t,
    pub size: hsize_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_retry_info_t {
    pub nbins: c_uint,
    pub retries: [*mut u32; 21usize],
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info1_t {
    pub super_ext_size: hsize_t,
    pub sohm: H5F_info1_sohm_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5F_info1_sohm_t {
    pub hdr_size: hsize_t,
    pub msgs_info: H5_ih_info_t,
}

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fis_accessible(container_name: *const c_char, fapl_id: hid_t) -> htri_t;
    pub fn H5Fcreate(
        filename: *const c_char,
        flags: c_uint,
        fcpl_id: hid_t,
        fapl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fcreate_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        filename: *const c_char,
        flags: c_uint,
        fcpl_id: hid_t,
        fapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Fopen(filename: *const c_char, flags: c_uint, fapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        filename: *const c_char,
        flags: c_uint,
        access_plist: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Freopen(file_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Freopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        file_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Fflush(object_id: hid_t, scope: H5F_scope_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fflush_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        object_id: hid_t,
        scope: H5F_scope_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Fclose(file_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        file_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fdelete(filename: *const c_char, fapl_id: hid_t) -> herr_t;
    pub fn H5Fget_create_plist(file_id: hid_t) -> hid_t;
    pub fn H5Fget_access_plist(file_id: hid_t) -> hid_t;
    pub fn H5Fget_intent(file_id: hid_t, intent: *mut c_uint) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fget_fileno(file_id: hid_t, fileno: *mut c_ulong) -> herr_t;
    pub fn H5Fget_obj_count(file_id: hid_t, types: c_uint) -> isize;
    pub fn H5Fget_obj_ids(
        file_id: hid_t,
        types: c_uint,
        max_objs: usize,
        obj_id_list: *mut hid_t,
    ) -> isize;
    pub fn H5Fget_vfd_handle(file_id: hid_t, fapl: hid_t, file_handle: *mut *mut c_void) -> herr_t;
    pub fn H5Fmount(loc_id: hid_t, name: *const c_char, child: hid_t, plist: hid_t) -> herr_t;
    pub fn H5Funmount(loc_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5Fget_freespace(file_id: hid_t) -> hssize_t;
    pub fn H5Fget_filesize(file_id: hid_t, size: *mut hsize_t) -> herr_t;
    pub fn H5Fget_eoa(file_id: hid_t, eoa: *mut haddr_t) -> herr_t;
    pub fn H5Fincrement_filesize(file_id: hid_t, increment: hsize_t) -> herr_t;
    pub fn H5Fget_file_image(file_id: hid_t, buf_ptr: *mut c_void, buf_len: usize) -> isize;
    pub fn H5Fget_mdc_config(file_id: hid_t, config_ptr: *mut H5AC_cache_config_t) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    pub fn H5Fset_mdc_config(file_id: hid_t, config_ptr: *mut H5AC_cache_config_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Fset_mdc_config(file_id: hid_t, config_ptr: *const H5AC_cache_config_t) -> herr_t;
    pub fn H5Fget_mdc_hit_rate(file_id: hid_t, hit_rate_ptr: *mut f64) -> herr_t;
    pub fn H5Fget_mdc_size(
        file_id: hid_t,
        max_size_ptr: *mut usize,
        min_clean_size_ptr: *mut usize,
        cur_size_ptr: *mut usize,
        cur_num_entries_ptr: *mut c_int,
    ) -> herr_t;
    pub fn H5Freset_mdc_hit_rate_stats(file_id: hid_t) -> herr_t;
    pub fn H5Fget_name(obj_id: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Fget_info2(obj_id: hid_t, file_info: *mut H5F_info2_t) -> herr_t;
    pub fn H5Fget_metadata_read_retry_info(file_id: hid_t, info: *mut H5F_retry_info_t) -> herr_t;
    pub fn H5Fstart_swmr_write(file_id: hid_t) -> herr_t;
    pub fn H5Fget_free_sections(
        file_id: hid_t,
        type_: H5F_mem_t,
        nsects: usize,
        sect_info: *mut H5F_sect_info_t,
    ) -> isize;
    pub fn H5Fclear_elink_file_cache(file_id: hid_t) -> herr_t;
    pub fn H5Fset_libver_bounds(file_id: hid_t, low: H5F_libver_t, high: H5F_libver_t) -> herr_t;
    pub fn H5Fstart_mdc_logging(file_id: hid_t) -> herr_t;
    pub fn H5Fstop_mdc_logging(file_id: hid_t) -> herr_t;
    pub fn H5Fget_mdc_logging_status(
        file_id: hid_t,
        is_enabled: *mut bool,
        is_currently_logging: *mut bool,
    ) -> herr_t;
    pub fn H5Freset_page_buffering_stats(file_id: hid_t) -> herr_t;
    pub fn H5Fget_page_buffering_stats(
        file_id: hid_t,
        accesses: *mut c_uint,
        hits: *mut c_uint,
        misses: *mut c_uint,
        evictions: *mut c_uint,
        bypasses: *mut c_uint,
    ) -> herr_t;
    pub fn H5Fget_mdc_image_info(
        file_id: hid_t,
        image_addr: *mut haddr_t,
        image_size: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Fget_dset_no_attrs_hint(file_id: hid_t, minimize: *mut bool) -> herr_t;
    pub fn H5Fset_dset_no_attrs_hint(file_id: hid_t, minimize: bool) -> herr_t;
    pub fn H5Fformat_convert(fid: hid_t) -> herr_t;
    pub fn H5Fget_info1(obj_id: hid_t, file_info: *mut H5F_info1_t) -> herr_t;
    pub fn H5Fset_latest_format(file_id: hid_t, latest_format: bool) -> herr_t;
    pub fn H5Fis_hdf5(file_name: *const c_char) -> htri_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Fset_mpi_atomicity(file_id: hid_t, flag: bool) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Fget_mpi_atomicity(file_id: hid_t, flag: *mut bool) -> herr_t;
}

pub use super::H5F_info2_t as H5F_info_t;
pub use super::H5Fget_info2 as H5Fget_info;
