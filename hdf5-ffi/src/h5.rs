//! The library itself: `H5public.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_int, c_uint, c_void};

pub type hbool_t = bool;

/// The address of nothing, as `HADDR_UNDEF` in C.
pub const HADDR_UNDEF: haddr_t = haddr_t::MAX;
/// The size of nothing, as `HSIZE_UNDEF` in C.
pub const HSIZE_UNDEF: hsize_t = hsize_t::MAX;

pub const H5_ITER_ERROR: c_int = -1;
pub const H5_ITER_CONT: c_uint = 0;
pub const H5_ITER_STOP: c_uint = 1;
pub const H5_SZIP_ALLOW_K13_OPTION_MASK: c_uint = 1;
pub const H5_SZIP_CHIP_OPTION_MASK: c_uint = 2;
pub const H5_SZIP_EC_OPTION_MASK: c_uint = 4;
pub const H5_SZIP_NN_OPTION_MASK: c_uint = 32;
pub const H5_SZIP_MAX_PIXELS_PER_BLOCK: c_uint = 32;
pub const H5_ITER_UNKNOWN: H5_iter_order_t = -1;
pub const H5_ITER_INC: H5_iter_order_t = 0;
pub const H5_ITER_DEC: H5_iter_order_t = 1;
pub const H5_ITER_NATIVE: H5_iter_order_t = 2;
pub const H5_ITER_N: H5_iter_order_t = 3;
pub const H5_INDEX_UNKNOWN: H5_index_t = -1;
pub const H5_INDEX_NAME: H5_index_t = 0;
pub const H5_INDEX_CRT_ORDER: H5_index_t = 1;
pub const H5_INDEX_N: H5_index_t = 2;

pub type herr_t = c_int;

pub type htri_t = c_int;

pub type hsize_t = u64;

pub type hssize_t = i64;

pub type haddr_t = u64;

pub type H5_iter_order_t = c_int;

pub type H5_index_t = c_int;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5_ih_info_t {
    pub index_size: hsize_t,
    pub heap_size: hsize_t,
}

unsafe extern "C" {
    pub fn H5open() -> herr_t;
    pub fn H5close() -> herr_t;
    pub fn H5dont_atexit() -> herr_t;
    pub fn H5garbage_collect() -> herr_t;
    pub fn H5get_libversion(
        majnum: *mut c_uint,
        minnum: *mut c_uint,
        relnum: *mut c_uint,
    ) -> herr_t;
    pub fn H5check_version(majnum: c_uint, minnum: c_uint, relnum: c_uint) -> herr_t;
    pub fn H5is_library_threadsafe(is_ts: *mut bool) -> herr_t;
    pub fn H5free_memory(mem: *mut c_void) -> herr_t;
    pub fn H5allocate_memory(size: usize, clear: bool) -> *mut c_void;
    pub fn H5resize_memory(mem: *mut c_void, size: usize) -> *mut c_void;
}
