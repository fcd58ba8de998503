//! The C library libhdf5, as it is: every call, type, constant and predefined id under its C name.
//!
//! Code that calls HDF5 in C ports to Rust line by line. What C writes as
//!
//! ```c
//! hid_t file  = H5Fcreate("a.h5", H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
//! hid_t space = H5Screate_simple(1, dims, NULL);
//! hid_t dset  = H5Dcreate(file, "x", H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
//! ```
//!
//! is the same in Rust, inside `unsafe` and with the process-wide lock held:
//!
//! ```
//! use hdf5_ffi::*;
//! # let dir = tempfile::tempdir().unwrap();
//! # let path = std::ffi::CString::new(dir.path().join("a.h5").to_str().unwrap()).unwrap();
//! let _lock = lock();
//! let dims = [3];
//! // SAFETY: the lock is held, and every pointer outlives its call.
//! unsafe {
//!     let file = H5Fcreate(path.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
//!     let space = H5Screate_simple(1, dims.as_ptr(), std::ptr::null());
//!     let dset = H5Dcreate(
//!         file, c"x".as_ptr(), H5T_NATIVE_DOUBLE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT,
//!     );
//!     assert!(dset >= 0);
//!     H5Dclose(dset);
//!     H5Sclose(space);
//!     H5Fclose(file);
//! }
//! ```
//!
//! # The lock
//!
//! libhdf5 may be called by one thread at a time. [`lock`] takes the one lock of the process, which
//! every crate that shares this libhdf5 must hold around its calls. It is re-entrant, and the first
//! call initialises the library while it holds the lock: see [`lock`].
//!
//! # Predefined ids
//!
//! `H5T_NATIVE_DOUBLE`, `H5P_DATASET_CREATE` or `H5E_NOTFOUND` are variables of the C library that
//! hold a value once the library is initialised, and -1 before. C's macros call `H5open` at each use;
//! here [`lock`] has done so. Read them, never assign to them.
//!
//! # Naming
//!
//! Names are C's. Where C's headers choose the newest version of a call by macro (`H5Dcreate` for
//! `H5Dcreate2`), both names exist. C enums are integer constants with a type alias, so that a value
//! from a newer library is never an invalid Rust enum. Everything is at the root.
//!
//! Macros with arguments are functions (`H5_VERSION_GE(1, 12, 0)`). So are those of the file drivers and
//! connectors, which are a call in some versions and a variable in others: `H5FD_SEC2()`. C's `HOFFSET` is
//! `core::mem::offset_of!`; `H5E_BEGIN_TRY` and the macros that push errors and leave a function have no
//! counterpart.
//!
//! What the linked version has is here, no more: items say since when they are there, and build scripts of
//! dependents get the version in `DEP_HDF5_VERSION_NUMBER`. `H5Literate1` and the other calls that 1.12 gave a
//! number are there under it in 1.10 too.
//!
//! # Building
//!
//! With the feature `vendored` (on by default) libhdf5 is built from source with a C compiler alone,
//! by the crate `hdf5-vendor`. With `HDF5_DIR` or `HDF5_NO_VENDOR=1` in the environment, or without
//! the feature, the system's libhdf5 is linked: `build.rs` says where it is looked for. Dependents find
//! it through `DEP_HDF5_INCLUDE`, `DEP_HDF5_LIBRARY`, `DEP_HDF5_VERSION` and the other variables that
//! `build.rs` lists.
//!
//! # Versions
//!
//! [`H5_VERS_MAJOR`] and the like are of the headers. A shared libhdf5 may be replaced afterwards:
//! [`Lock::check_version`] tells whether the one that is loaded still goes with them.

#![expect(
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    reason = "the names are C's"
)]

mod lock;
mod macros;
#[cfg(hdf5_have_parallel)]
mod mpi;
mod version;

pub use lock::{Lock, lock, try_lock_for};
pub use macros::*;
#[cfg(hdf5_have_parallel)]
pub use mpi::{MPI_Comm, MPI_Info};
pub use version::{
    H5_VERS_INFO, H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE, H5_VERS_STR, H5_VERS_SUBRELEASE,
    H5_VERSION_GE, H5_VERSION_LE, H5check, VersionMismatch,
};

// One module for each prefix of names, written by `cargo xtask bindings`.
mod h5;
mod h5a;
mod h5ac;
mod h5c;
mod h5d;
mod h5e;
#[cfg(hdf5_ge_1_14)]
mod h5es;
mod h5f;
mod h5fd;
mod h5g;
mod h5i;
mod h5l;
#[cfg(hdf5_ge_1_14)]
mod h5m;
mod h5mm;
mod h5o;
mod h5p;
mod h5pl;
mod h5r;
mod h5s;
mod h5t;
#[cfg(hdf5_ge_1_14)]
mod h5ts;
#[cfg(hdf5_ge_1_14)]
mod h5vl;
mod h5z;

// The high-level library.
#[cfg(feature = "hl")]
mod h5do;
#[cfg(feature = "hl")]
mod h5ds;
#[cfg(feature = "hl")]
mod h5im;
#[cfg(feature = "hl")]
mod h5ld;
#[cfg(feature = "hl")]
mod h5lt;
#[cfg(feature = "hl")]
mod h5pt;
#[cfg(feature = "hl")]
mod h5tb;

pub use h5::*;
pub use h5a::*;
pub use h5ac::*;
pub use h5c::*;
pub use h5d::*;
pub use h5e::*;
#[cfg(hdf5_ge_1_14)]
pub use h5es::*;
pub use h5f::*;
pub use h5fd::*;
pub use h5g::*;
pub use h5i::*;
pub use h5l::*;
#[cfg(hdf5_ge_1_14)]
pub use h5m::*;
pub use h5mm::*;
pub use h5o::*;
pub use h5p::*;
pub use h5pl::*;
pub use h5r::*;
pub use h5s::*;
pub use h5t::*;
#[cfg(hdf5_ge_1_14)]
pub use h5ts::*;
#[cfg(hdf5_ge_1_14)]
pub use h5vl::*;
pub use h5z::*;

#[cfg(feature = "hl")]
pub use h5do::*;
#[cfg(feature = "hl")]
pub use h5ds::*;
#[cfg(feature = "hl")]
pub use h5im::*;
#[cfg(feature = "hl")]
pub use h5ld::*;
#[cfg(feature = "hl")]
pub use h5lt::*;
#[cfg(feature = "hl")]
pub use h5pt::*;
#[cfg(feature = "hl")]
pub use h5tb::*;
