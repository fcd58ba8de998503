//! Filters.

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Htri, call};

/// Whether a filter is built in, registered, or found as a plugin.
pub(crate) fn filter_avail(id: H5Z_filter_t) -> Result<bool> {
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Zfilter_avail(id) }))
}
