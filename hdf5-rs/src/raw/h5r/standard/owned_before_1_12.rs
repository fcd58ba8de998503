//! In place of `H5R_ref_t`, which the library does not have: there are no such references.

use core::ffi::CStr;

use hdf5_ffi::{H5O_type_t, hid_t};

use super::{ReferenceTarget, SIZE};
use crate::error::{ErrorKind, Result};
use crate::raw::Handle;

pub(super) enum Owned {}

fn unsupported<T>() -> Result<T> {
    let what = "a reference in the form of HDF5 1.12";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}

impl Owned {
    pub(super) fn to_object(_object: &Handle) -> Result<Self> {
        unsupported()
    }

    pub(super) fn to_region(_dataset: &Handle, _space: &Handle) -> Result<Self> {
        unsupported()
    }

    pub(super) fn to_attribute(_object: &Handle, _name: &CStr) -> Result<Self> {
        unsupported()
    }

    /// # Safety
    ///
    /// None is needed: nothing is done with the bytes.
    pub(super) unsafe fn copy(_bytes: &[u8; SIZE]) -> Result<Self> {
        unsupported()
    }

    pub(super) fn bytes(&self) -> [u8; SIZE] {
        match *self {}
    }

    pub(super) fn target(&self) -> Result<ReferenceTarget> {
        match *self {}
    }

    pub(super) fn file_name(&self) -> Result<Vec<u8>> {
        match *self {}
    }

    pub(super) fn open_object(&self) -> Result<hid_t> {
        match *self {}
    }

    pub(super) fn open_region(&self) -> Result<Handle> {
        match *self {}
    }

    pub(super) fn object_type(&self) -> Result<H5O_type_t> {
        match *self {}
    }

    pub(super) fn object_name(&self) -> Result<Vec<u8>> {
        match *self {}
    }

    pub(super) fn equals(&self, _other: &Self) -> Result<bool> {
        match *self {}
    }
}
