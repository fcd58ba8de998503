//! Property lists that several operations share. Their public face is options on builders.

use hdf5_ffi::H5T_CSET_UTF8;

use crate::error::Result;
use crate::raw::{Handle, h5p};

/// How a link is created: with all groups on the way to it, and its name marked as UTF-8 if it is
/// more than ASCII, as h5py does.
pub(crate) fn link_create(name: &[u8]) -> Result<Handle> {
    let plist = h5p::create_link_create()?;
    h5p::set_create_intermediate_group(&plist, 1)?;
    if !name.is_ascii() && std::str::from_utf8(name).is_ok() {
        h5p::set_char_encoding(&plist, H5T_CSET_UTF8)?;
    }
    Ok(plist)
}
