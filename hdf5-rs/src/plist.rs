//! Property lists that several operations share. Their public face is options on builders.

use std::sync::{Arc, OnceLock};

use hdf5_ffi::{H5T_CSET_ASCII, H5T_CSET_UTF8, H5T_cset_t};

use crate::error::Result;
use crate::group::GroupCreation;
use crate::raw::{Handle, h5p};

/// How a link is created: with all groups on the way to it, and its name marked as UTF-8 if it is
/// more than ASCII, as h5py does.
pub(crate) fn link_create(name: &[u8]) -> Result<&'static Handle> {
    let is_ascii = name.is_ascii() || std::str::from_utf8(name).is_err();
    link_create_in(if is_ascii { H5T_CSET_ASCII } else { H5T_CSET_UTF8 })
}

/// The same where the character set of the name is known.
pub(crate) fn link_create_in(charset: H5T_cset_t) -> Result<&'static Handle> {
    static ASCII: OnceLock<Handle> = OnceLock::new();
    static UTF8: OnceLock<Handle> = OnceLock::new();
    let made = if charset == H5T_CSET_UTF8 { &UTF8 } else { &ASCII };
    made_once(made, || {
        let plist = h5p::create_link_create()?;
        h5p::set_create_intermediate_group(&plist, 1)?;
        h5p::set_char_encoding(&plist, charset)?;
        Ok(plist)
    })
}

/// How an attribute is created: its name is marked as UTF-8 if it is more than ASCII.
pub(crate) fn attribute_create(name: &[u8]) -> Result<Arc<Handle>> {
    static ASCII: OnceLock<Arc<Handle>> = OnceLock::new();
    static UTF8: OnceLock<Arc<Handle>> = OnceLock::new();
    if name.is_ascii() || std::str::from_utf8(name).is_err() {
        return made_once(&ASCII, || Ok(Arc::new(h5p::default()))).cloned();
    }
    let make = || {
        let plist = h5p::create_attribute_create()?;
        h5p::set_char_encoding(&plist, H5T_CSET_UTF8)?;
        Ok(Arc::new(plist))
    };
    made_once(&UTF8, make).cloned()
}

/// How a dataset without any options is created. Two runs of a program write the same bytes, as with h5py.
pub(crate) fn plain_dataset_create() -> Result<Arc<Handle>> {
    static PLAIN: OnceLock<Arc<Handle>> = OnceLock::new();
    let make = || {
        let plist = h5p::create_dataset_create()?;
        h5p::set_obj_track_times(&plist, false)?;
        Ok(Arc::new(plist))
    };
    made_once(&PLAIN, make).cloned()
}

/// How a group without any options is created, to the same end.
pub(crate) fn plain_group_create() -> Result<Arc<Handle>> {
    static PLAIN: OnceLock<Arc<Handle>> = OnceLock::new();
    let make = || {
        let plist = h5p::create_group_create()?;
        GroupCreation::default().set(&plist)?;
        Ok(Arc::new(plist))
    };
    made_once(&PLAIN, make).cloned()
}

/// What is made at most once, and never changes.
fn made_once<T>(
    place: &'static OnceLock<T>,
    make: impl FnOnce() -> Result<T>,
) -> Result<&'static T> {
    match place.get() {
        Some(plist) => Ok(plist),
        None => {
            let plist = make()?;
            Ok(place.get_or_init(|| plist))
        }
    }
}
