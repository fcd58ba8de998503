//! Threads: `H5TSpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

unsafe extern "C" {
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5TSmutex_acquire(lock_count: c_uint, acquired: *mut bool) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5TSmutex_release(lock_count: *mut c_uint) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5TSmutex_get_attempt_count(count: *mut c_uint) -> herr_t;
}
