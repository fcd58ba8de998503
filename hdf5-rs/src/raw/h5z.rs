//! Filters.

use core::ffi::c_uint;

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Herr, Htri, call};

/// Whether a filter is built in, registered, or found as a plugin.
pub(crate) fn filter_avail(id: H5Z_filter_t) -> Result<bool> {
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Zfilter_avail(id) }))
}

/// What an available filter can do: `H5Z_FILTER_CONFIG_ENCODE_ENABLED` and its like.
pub(crate) fn filter_info(id: H5Z_filter_t) -> Result<c_uint> {
    let mut flags = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Zget_filter_info(id, &mut flags) }))?;
    Ok(flags)
}
