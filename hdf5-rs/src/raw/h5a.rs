//! Attributes.

use core::any::Any;
use core::ffi::{CStr, c_char, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hdf5_ffi::*;

use crate::Error;
use crate::error::Result;
use crate::raw::call::{Herr, Hid, Htri, call};
use crate::raw::h5d::check_buffer;
use crate::raw::{Handle, h5t};

pub(crate) fn create(object: &Handle, name: &CStr, ty: &Handle, space: &Handle) -> Result<hid_t> {
    let (id, ty, space) = (object.id()?, ty.id()?, space.id()?);
    // SAFETY: the name is NUL-terminated.
    call(|| Hid(unsafe { H5Acreate2(id, name.as_ptr(), ty, space, H5P_DEFAULT, H5P_DEFAULT) }))
}

pub(crate) fn open(object: &Handle, name: &CStr) -> Result<hid_t> {
    let id = object.id()?;
    // SAFETY: the name is NUL-terminated.
    call(|| Hid(unsafe { H5Aopen(id, name.as_ptr(), H5P_DEFAULT) }))
}

pub(crate) fn exists(object: &Handle, name: &CStr) -> Result<bool> {
    let id = object.id()?;
    // SAFETY: the name is NUL-terminated.
    call(|| Htri(unsafe { H5Aexists(id, name.as_ptr()) }))
}

pub(crate) fn delete(object: &Handle, name: &CStr) -> Result<()> {
    let id = object.id()?;
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Adelete(id, name.as_ptr()) }))
}

pub(crate) fn rename(object: &Handle, from: &CStr, to: &CStr) -> Result<()> {
    let id = object.id()?;
    // SAFETY: both names are NUL-terminated.
    call(|| Herr(unsafe { H5Arename(id, from.as_ptr(), to.as_ptr()) }))
}

pub(crate) fn space(attribute: &Handle) -> Result<Handle> {
    let id = attribute.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Aget_space(id) })).map(Handle::new)
}

pub(crate) fn datatype(attribute: &Handle) -> Result<Handle> {
    let id = attribute.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Aget_type(id) })).map(Handle::new)
}

/// Reads all elements.
pub(crate) fn read(attribute: &Handle, memory: &Handle, buffer: &mut [u8]) -> Result<()> {
    let _lock = lock();
    check_buffer(&space(attribute)?, memory, buffer.len())?;
    let (id, memory) = (attribute.id()?, memory.id()?);
    // SAFETY: the buffer holds every element of the attribute (checked above, with the lock held
    // since).
    call(|| Herr(unsafe { H5Aread(id, memory, buffer.as_mut_ptr().cast()) }))
}

/// Writes all elements, of a type without pointers.
pub(crate) fn write(attribute: &Handle, memory: &Handle, buffer: &[u8]) -> Result<()> {
    if h5t::holds_pointers(memory)? {
        return Err(Error::invalid_argument("the type holds pointers"));
    }
    // SAFETY: the type holds no pointers.
    unsafe { write_pointers(attribute, memory, buffer) }
}

/// Writes all elements.
///
/// # Safety
///
/// Pointers in the buffer, where the memory type has them, must be valid.
pub(crate) unsafe fn write_pointers(
    attribute: &Handle,
    memory: &Handle,
    buffer: &[u8],
) -> Result<()> {
    let _lock = lock();
    check_buffer(&space(attribute)?, memory, buffer.len())?;
    let (id, memory) = (attribute.id()?, memory.id()?);
    // SAFETY: the buffer holds every element of the attribute (checked above, with the lock held
    // since), and the caller vouches for the pointers in it.
    call(|| Herr(unsafe { H5Awrite(id, memory, buffer.as_ptr().cast()) }))
}

/// The names of an object's attributes, in the order of names.
pub(crate) fn names(object: &Handle) -> Result<Vec<Vec<u8>>> {
    struct Names {
        names: Vec<Vec<u8>>,
        panic: Option<Box<dyn Any + Send>>,
    }

    unsafe extern "C" fn push_name(
        _object: hid_t,
        name: *const c_char,
        _info: *const H5A_info_t,
        data: *mut c_void,
    ) -> herr_t {
        // SAFETY: `data` is the `Names` below; libhdf5 passes a NUL-terminated name.
        let (names, name) = unsafe { (&mut *data.cast::<Names>(), CStr::from_ptr(name)) };
        match catch_unwind(AssertUnwindSafe(|| names.names.push(name.to_bytes().to_vec()))) {
            Ok(()) => H5_ITER_CONT as herr_t,
            Err(panic) => {
                names.panic = Some(panic);
                H5_ITER_STOP as herr_t
            }
        }
    }

    let id = object.id()?;
    let mut names = Names { names: Vec::new(), panic: None };
    let data: *mut c_void = (&raw mut names).cast();
    let mut index: hsize_t = 0;
    let result = call(|| {
        // SAFETY: `index` and `data` outlive the call, and `push_name` is given `data` as is.
        Herr(unsafe {
            H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_INC, &mut index, Some(push_name), data)
        })
    });
    if let Some(panic) = names.panic {
        resume_unwind(panic);
    }
    result.map(|()| names.names)
}
