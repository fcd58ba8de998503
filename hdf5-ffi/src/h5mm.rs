//! Memory management: `H5MMpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub type H5MM_allocate_t =
    Option<unsafe extern "C" fn(size: usize, alloc_info: *mut c_void) -> *mut c_void>;

pub type H5MM_free_t = Option<unsafe extern "C" fn(mem: *mut c_void, free_info: *mut c_void)>;
