//! The metadata cache: `H5Cpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5C_incr__off: H5C_cache_incr_mode = 0;
pub const H5C_incr__threshold: H5C_cache_incr_mode = 1;
pub const H5C_flash_incr__off: H5C_cache_flash_incr_mode = 0;
pub const H5C_flash_incr__add_space: H5C_cache_flash_incr_mode = 1;
pub const H5C_decr__off: H5C_cache_decr_mode = 0;
pub const H5C_decr__threshold: H5C_cache_decr_mode = 1;
pub const H5C_decr__age_out: H5C_cache_decr_mode = 2;
pub const H5C_decr__age_out_with_threshold: H5C_cache_decr_mode = 3;

pub type H5C_cache_incr_mode = c_int;

pub type H5C_cache_flash_incr_mode = c_int;

pub type H5C_cache_decr_mode = c_int;
