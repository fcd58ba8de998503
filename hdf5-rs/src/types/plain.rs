//! Plain types: every pattern of bits is a value, and values lie in memory as HDF5 wants them.

use bytemuck::Zeroable;

use crate::error::{ErrorKind, Result};

/// `len` zeros, or an error where there is not enough memory.
pub(crate) fn zeros<T: Zeroable>(len: usize) -> Result<Vec<T>> {
    let bytes = len.checked_mul(size_of::<T>());
    bytemuck::allocation::try_zeroed_slice_box(len)
        .map(Vec::from)
        .map_err(|()| ErrorKind::OutOfMemory { bytes }.into())
}
