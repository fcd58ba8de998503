//! The only module that calls C.
//!
//! One function for one function of libhdf5, with checked arguments and a [`Result`](crate::Result);
//! no logic. [`call::call`] takes the lock, makes the call and checks its status while the lock is
//! held; [`handle::Handle`] owns an identifier. Several calls that must see the same state are made
//! with [`lock`] held around them.

pub(crate) mod arena;
pub(crate) mod call;
pub(crate) mod callback;
pub(crate) mod chunk;
#[cfg(any(all(test, unix), not(hdf5_ge_1_14)))]
mod chunk_tree;
pub(crate) mod conversion;
pub(crate) mod exit;
pub(crate) mod external_link;
mod global_heap;
pub(crate) mod handle;
pub(crate) mod lease;
pub(crate) mod link_access;
pub(crate) mod link_class;
pub(crate) mod removed;
mod single;
pub(crate) mod stack;
pub(crate) mod vfd;

pub(crate) mod h5a;
pub(crate) mod h5d;
pub(crate) mod h5f;
pub(crate) mod h5g;
pub(crate) mod h5i;
pub(crate) mod h5l;
pub(crate) mod h5o;
pub(crate) mod h5p;
pub(crate) mod h5r;
pub(crate) mod h5s;
pub(crate) mod h5t;
pub(crate) mod h5z;

pub(crate) use handle::{Handle, OpenFile};
pub(crate) use hdf5_ffi::lock;
pub(crate) use single::single;
