//! How links are followed where nobody says how.
//!
//! libhdf5 opens the file of an external link by the driver of the file that the link is in. A driver that makes
//! names of files would make some of whatever name stands in the link: those of files that consist of several lead to
//! whole files on the disk instead.

use std::sync::OnceLock;

use hdf5_ffi::{H5P_DEFAULT, hid_t};

use crate::error::Result;
use crate::raw::{Handle, h5p};

/// The list for links, and for groups, which are reached by them.
pub(crate) fn default_for(location: &Handle) -> Result<hid_t> {
    static TO_THE_DISK: OnceLock<Handle> = OnceLock::new();
    list_for(location, &TO_THE_DISK, h5p::create_group_access)
}

/// The list for datasets, where `access` does not say more.
pub(crate) fn default_for_dataset(location: &Handle) -> Result<hid_t> {
    static TO_THE_DISK: OnceLock<Handle> = OnceLock::new();
    list_for(location, &TO_THE_DISK, h5p::create_dataset_access)
}

fn list_for(
    location: &Handle,
    place: &'static OnceLock<Handle>,
    create: fn() -> Result<Handle>,
) -> Result<hid_t> {
    if !location.is_divided() {
        return Ok(H5P_DEFAULT);
    }
    if let Some(list) = place.get() {
        return list.id();
    }
    let list = create()?;
    lead_to_the_disk(&list)?;
    place.get_or_init(|| list).id()
}

/// Lets external links lead to whole files on the disk.
pub(crate) fn lead_to_the_disk(list: &Handle) -> Result<()> {
    let disk = h5p::create_file_access()?;
    h5p::set_fapl_sec2(&disk)?;
    h5p::set_elink_fapl(list, &disk)
}
