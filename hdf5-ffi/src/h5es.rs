//! Event sets of asynchronous calls: `H5ESpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_STATUS_IN_PROGRESS: H5ES_status_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_STATUS_SUCCEED: H5ES_status_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_STATUS_CANCELED: H5ES_status_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_STATUS_FAIL: H5ES_status_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_NONE: hid_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_WAIT_FOREVER: u64 = u64::MAX;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5ES_WAIT_NONE: u64 = 0;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5ES_status_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5ES_event_insert_func_t =
    Option<unsafe extern "C" fn(op_info: *const H5ES_op_info_t, ctx: *mut c_void) -> c_int>;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5ES_event_complete_func_t = Option<
    unsafe extern "C" fn(
        op_info: *const H5ES_op_info_t,
        status: H5ES_status_t,
        err_stack: hid_t,
        ctx: *mut c_void,
    ) -> c_int,
>;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5ES_op_info_t {
    pub api_name: *const c_char,
    pub api_args: *mut c_char,
    pub app_file_name: *const c_char,
    pub app_func_name: *const c_char,
    pub app_line_num: c_uint,
    pub op_ins_count: u64,
    pub op_ins_ts: u64,
    pub op_exec_ts: u64,
    pub op_exec_time: u64,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5ES_err_info_t {
    pub api_name: *mut c_char,
    pub api_args: *mut c_char,
    pub app_file_name: *mut c_char,
    pub app_func_name: *mut c_char,
    pub app_line_num: c_uint,
    pub op_ins_count: u64,
    pub op_ins_ts: u64,
    pub op_exec_ts: u64,
    pub op_exec_time: u64,
    pub err_stack_id: hid_t,
}

unsafe extern "C" {
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5EScreate() -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESwait(
        es_id: hid_t,
        timeout: u64,
        num_in_progress: *mut usize,
        err_occurred: *mut bool,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5EScancel(
        es_id: hid_t,
        num_not_canceled: *mut usize,
        err_occurred: *mut bool,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_count(es_id: hid_t, count: *mut usize) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_op_counter(es_id: hid_t, counter: *mut u64) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_err_status(es_id: hid_t, err_occurred: *mut bool) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_err_count(es_id: hid_t, num_errs: *mut usize) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_err_info(
        es_id: hid_t,
        num_err_info: usize,
        err_info: *mut H5ES_err_info_t,
        err_cleared: *mut usize,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESfree_err_info(num_err_info: usize, err_info: *mut H5ES_err_info_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESregister_insert_func(
        es_id: hid_t,
        func: H5ES_event_insert_func_t,
        ctx: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESregister_complete_func(
        es_id: hid_t,
        func: H5ES_event_complete_func_t,
        ctx: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESclose(es_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESinsert_request(es_id: hid_t, connector_id: hid_t, request: *mut c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5ESget_requests(
        es_id: hid_t,
        order: H5_iter_order_t,
        connector_ids: *mut hid_t,
        requests: *mut *mut c_void,
        array_len: usize,
        count: *mut usize,
    ) -> herr_t;
}
