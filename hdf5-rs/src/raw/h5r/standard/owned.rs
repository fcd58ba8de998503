//! `H5R_ref_t`.

use core::ffi::CStr;
use std::cell::UnsafeCell;

use hdf5_ffi::*;

use super::{ReferenceTarget, SIZE};
use crate::error::{Error, Result};
use crate::raw::Handle;
use crate::raw::call::{Code, Herr, Hid, Htri, Len, call};
use crate::raw::h5i::text;

/// A reference that is not null, with its own copy of all that it points to.
pub(super) struct Owned(UnsafeCell<H5R_ref_t>);

// SAFETY: the reference is only looked at and changed by calls of libhdf5, which are made with the lock held,
// and copied with the lock held; it belongs to no thread.
unsafe impl Send for Owned {}
// SAFETY: as above.
unsafe impl Sync for Owned {}

impl Owned {
    /// A new reference that `fill` makes of a null one.
    fn make(fill: impl FnOnce(*mut H5R_ref_t) -> herr_t) -> Result<Self> {
        let mut made = null();
        call(|| Herr(fill(&mut made)))?;
        Ok(Self(UnsafeCell::new(made)))
    }

    pub(super) fn to_object(object: &Handle) -> Result<Self> {
        let id = object.id()?;
        // SAFETY: the path is NUL-terminated, and the pointer valid for writes of a reference.
        Self::make(|made| unsafe { H5Rcreate_object(id, c".".as_ptr(), H5P_DEFAULT, made) })
    }

    pub(super) fn to_region(dataset: &Handle, space: &Handle) -> Result<Self> {
        let (id, space) = (dataset.id()?, space.id()?);
        // SAFETY: as in `to_object`.
        Self::make(|made| unsafe { H5Rcreate_region(id, c".".as_ptr(), space, H5P_DEFAULT, made) })
    }

    pub(super) fn to_attribute(object: &Handle, name: &CStr) -> Result<Self> {
        let (id, name) = (object.id()?, name.as_ptr());
        // SAFETY: as in `to_object`; the name is NUL-terminated.
        Self::make(|made| unsafe { H5Rcreate_attr(id, c".".as_ptr(), name, H5P_DEFAULT, made) })
    }

    /// # Safety
    ///
    /// The bytes must be an `H5R_ref_t` that libhdf5 has made and not destroyed yet.
    pub(super) unsafe fn copy(bytes: &[u8; SIZE]) -> Result<Self> {
        let mut original = null();
        original.u.__data = *bytes;
        // SAFETY: the first is a reference (promised by the caller), the second is valid for writes of one.
        Self::make(|made| unsafe { H5Rcopy(&original, made) })
    }

    pub(super) fn bytes(&self) -> [u8; SIZE] {
        let _lock = lock();
        // SAFETY: the lock is held, so that nobody changes it; all bytes of the union are initialised.
        unsafe { (*self.0.get()).u.__data }
    }

    fn pointer(&self) -> *mut H5R_ref_t {
        self.0.get()
    }

    pub(super) fn target(&self) -> Result<ReferenceTarget> {
        // SAFETY: the pointer is to a reference that has been made by the library.
        match call(|| Code(unsafe { H5Rget_type(self.pointer()) }))? {
            H5R_OBJECT1 | H5R_OBJECT2 => Ok(ReferenceTarget::Object),
            H5R_DATASET_REGION1 | H5R_DATASET_REGION2 => Ok(ReferenceTarget::Region),
            H5R_ATTR => {
                let name = text(|name, size| {
                    // SAFETY: as above; `text` passes a buffer that is as long as it says, or null.
                    Len(unsafe { H5Rget_attr_name(self.pointer(), name, size) } as i64)
                })?;
                Ok(ReferenceTarget::Attribute(name.into()))
            }
            other => Err(Error::invalid_value(format!("a reference of type {other}"))),
        }
    }

    pub(super) fn file_name(&self) -> Result<Vec<u8>> {
        // SAFETY: as in `target`.
        let name =
            text(|name, size| Len(unsafe { H5Rget_file_name(self.pointer(), name, size) } as i64))?;
        // The library counts the byte that ends the name of another file, which a reference was read with.
        Ok(name.strip_suffix(&[0]).map(<[u8]>::to_vec).unwrap_or(name))
    }

    pub(super) fn open_object(&self) -> Result<hid_t> {
        // SAFETY: the pointer is to a reference that has been made by the library.
        call(|| Hid(unsafe { H5Ropen_object(self.pointer(), H5P_DEFAULT, H5P_DEFAULT) }))
    }

    pub(super) fn open_region(&self) -> Result<Handle> {
        // SAFETY: as in `open_object`.
        call(|| Hid(unsafe { H5Ropen_region(self.pointer(), H5P_DEFAULT, H5P_DEFAULT) }))
            .map(Handle::new)
    }

    pub(super) fn object_type(&self) -> Result<H5O_type_t> {
        let mut object_type = H5O_TYPE_UNKNOWN;
        // SAFETY: as in `open_object`; the pointer is valid for writes.
        call(|| Herr(unsafe { H5Rget_obj_type3(self.pointer(), H5P_DEFAULT, &mut object_type) }))?;
        Ok(object_type)
    }

    pub(super) fn object_name(&self) -> Result<Vec<u8>> {
        text(|name, size| {
            // SAFETY: as in `target`.
            Len(unsafe { H5Rget_obj_name(self.pointer(), H5P_DEFAULT, name, size) } as i64)
        })
    }

    pub(super) fn equals(&self, other: &Self) -> Result<bool> {
        // SAFETY: both pointers are to references that have been made by the library.
        call(|| Htri(unsafe { H5Requal(self.pointer(), other.pointer()) }))
    }
}

fn null() -> H5R_ref_t {
    H5R_ref_t { u: H5R_ref_u_t { __data: [0; SIZE] } }
}

impl Drop for Owned {
    fn drop(&mut self) {
        // It fails where the file has been closed meanwhile, which has given back what matters.
        // SAFETY: the reference was made by the library, and nobody uses it any more.
        let _ = call(|| Herr(unsafe { H5Rdestroy(self.pointer()) }));
    }
}
