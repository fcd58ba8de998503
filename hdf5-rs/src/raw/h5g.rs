//! Groups.

use core::ffi::CStr;
use core::mem::MaybeUninit;

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Herr, Hid, call};
use crate::raw::{Handle, link_access, removed};

pub(crate) fn create(
    parent: &Handle,
    name: &CStr,
    link_create: &Handle,
    creation: &Handle,
) -> Result<hid_t> {
    let access = link_access::default_for(parent)?;
    let (id, link_create, creation) = (parent.id()?, link_create.id()?, creation.id()?);
    removed::link_is_made();
    // SAFETY: the name is NUL-terminated.
    call(|| Hid(unsafe { H5Gcreate2(id, name.as_ptr(), link_create, creation, access) }))
}

/// Creates a group to which no link leads.
pub(crate) fn create_anon(location: &Handle, creation: &Handle) -> Result<hid_t> {
    let (id, creation) = (location.id()?, creation.id()?);
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Gcreate_anon(id, creation, H5P_DEFAULT) }))
}

pub(crate) fn info(group: &Handle) -> Result<H5G_info_t> {
    let id = group.id()?;
    let mut info = MaybeUninit::<H5G_info_t>::zeroed();
    // SAFETY: the pointer is valid for writes of an `H5G_info_t`.
    call(|| Herr(unsafe { H5Gget_info(id, info.as_mut_ptr()) }))?;
    // SAFETY: the call succeeded and has filled it.
    Ok(unsafe { info.assume_init() })
}

/// How the group was created.
pub(crate) fn create_plist(group: &Handle) -> Result<Handle> {
    let id = group.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Gget_create_plist(id) })).map(Handle::new)
}
