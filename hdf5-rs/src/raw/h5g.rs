//! Groups.

use core::ffi::CStr;

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::Handle;
use crate::raw::call::{Herr, Hid, call};

pub(crate) fn create(parent: &Handle, name: &CStr, link_create: &Handle) -> Result<hid_t> {
    let (id, link_create) = (parent.id()?, link_create.id()?);
    // SAFETY: the name is NUL-terminated.
    call(|| Hid(unsafe { H5Gcreate2(id, name.as_ptr(), link_create, H5P_DEFAULT, H5P_DEFAULT) }))
}

/// Creates a group to which no link leads.
pub(crate) fn create_anon(location: &Handle) -> Result<hid_t> {
    let id = location.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Gcreate_anon(id, H5P_DEFAULT, H5P_DEFAULT) }))
}

/// The number of links in a group.
pub(crate) fn link_count(group: &Handle) -> Result<u64> {
    let id = group.id()?;
    let mut info = core::mem::MaybeUninit::<H5G_info_t>::zeroed();
    // SAFETY: the pointer is valid for writes of an `H5G_info_t`.
    call(|| Herr(unsafe { H5Gget_info(id, info.as_mut_ptr()) }))?;
    // SAFETY: the call succeeded and has filled it.
    Ok(unsafe { info.assume_init() }.nlinks)
}
