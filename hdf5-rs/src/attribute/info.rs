//! What is known of an attribute beside its type, shape and value.

use std::ffi::CStr;

use hdf5_ffi::{H5T_CSET_ASCII, H5T_CSET_UTF8};

use crate::attribute::stored;
use crate::error::{ErrorKind, Result};
use crate::object::Object;
use crate::raw::{h5a, h5o, lock};
use crate::types::CharSet;

/// What is known of an attribute beside its type, shape and value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct AttributeInfo {
    /// Its place in the order in which the attributes were created, if the object keeps that; places of
    /// attributes that were removed stay vacant.
    pub creation_order: Option<u32>,
    /// The character set that the file says the name has.
    pub charset: CharSet,
    /// The bytes of the value in the file. Text and lists of variable length lie elsewhere: only where, and
    /// how long they are, counts here.
    pub size: u64,
}

impl AttributeInfo {
    pub(super) fn read(object: &Object, name: &CStr) -> Result<Self> {
        let _lock = lock();
        let info = h5a::info(&stored::open(object, name)?)?;
        let charset = match info.charset {
            H5T_CSET_ASCII => CharSet::Ascii,
            H5T_CSET_UTF8 => CharSet::Utf8,
            set => {
                let what = format!("character set {set}");
                return Err(ErrorKind::Unsupported { what: what.into() }.into());
            }
        };
        // Without one, libhdf5 tells where it has come across the attribute.
        let tracked = h5o::tracks_attribute_order(object.handle())?;
        let creation_order = info.creation_order.filter(|_| tracked);
        Ok(Self { creation_order, charset, size: info.size })
    }
}
