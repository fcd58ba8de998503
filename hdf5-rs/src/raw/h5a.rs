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

/// What is known of an attribute beside its type, shape and value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Info {
    /// It means something only where the object keeps the order of its attributes.
    pub(crate) creation_order: Option<u32>,
    pub(crate) charset: H5T_cset_t,
    /// The bytes of the value as it is stored in the attribute itself.
    pub(crate) size: u64,
}

impl From<&H5A_info_t> for Info {
    fn from(info: &H5A_info_t) -> Self {
        let creation_order = info.corder_valid.then_some(info.corder);
        Self { creation_order, charset: info.cset, size: info.data_size }
    }
}

pub(crate) fn create(
    object: &Handle,
    name: &CStr,
    ty: &Handle,
    space: &Handle,
    creation: &Handle,
) -> Result<hid_t> {
    let (id, ty, space, creation) = (object.id()?, ty.id()?, space.id()?, creation.id()?);
    // SAFETY: the name is NUL-terminated.
    call(|| Hid(unsafe { H5Acreate2(id, name.as_ptr(), ty, space, creation, H5P_DEFAULT) }))
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

/// Whether `H5Arename` leaves every object as it should. Up to 1.14.4 at least, libhdf5 takes the attribute out of
/// the index of the order of creation, where there is one.
pub(crate) const RENAMES_WELL: bool = cfg!(hdf5_ge_2_0);

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

/// How an attribute was created: the character set of its name.
pub(crate) fn create_plist(attribute: &Handle) -> Result<Handle> {
    let id = attribute.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Aget_create_plist(id) })).map(Handle::new)
}

pub(crate) fn info(attribute: &Handle) -> Result<Info> {
    let id = attribute.id()?;
    let mut info =
        H5A_info_t { corder_valid: false, corder: 0, cset: H5T_CSET_ASCII, data_size: 0 };
    // SAFETY: `info` is valid for writes.
    call(|| Herr(unsafe { H5Aget_info(id, &mut info) }))?;
    Ok(Info::from(&info))
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

/// The names of an object's attributes and what is known of them, in the order that costs least.
pub(crate) fn iterate(object: &Handle) -> Result<Vec<(Vec<u8>, Info)>> {
    #[derive(Default)]
    struct Attributes {
        found: Vec<(Vec<u8>, Info)>,
        panic: Option<Box<dyn Any + Send>>,
    }

    unsafe extern "C" fn push(
        _object: hid_t,
        name: *const c_char,
        info: *const H5A_info_t,
        data: *mut c_void,
    ) -> herr_t {
        // SAFETY: `data` is the `Attributes` below; libhdf5 passes a NUL-terminated name and valid
        // info.
        let (attributes, name, info) =
            unsafe { (&mut *data.cast::<Attributes>(), CStr::from_ptr(name), &*info) };
        let push = || attributes.found.push((name.to_bytes().to_vec(), Info::from(info)));
        match catch_unwind(AssertUnwindSafe(push)) {
            Ok(()) => H5_ITER_CONT as herr_t,
            Err(panic) => {
                attributes.panic = Some(panic);
                H5_ITER_STOP as herr_t
            }
        }
    }

    let id = object.id()?;
    let mut attributes = Attributes::default();
    let data: *mut c_void = (&raw mut attributes).cast();
    let mut index: hsize_t = 0;
    let result = call(|| {
        // SAFETY: `index` and `data` outlive the call, and `push` is given `data` as is.
        Herr(unsafe {
            H5Aiterate2(id, H5_INDEX_NAME, H5_ITER_NATIVE, &mut index, Some(push), data)
        })
    });
    if let Some(panic) = attributes.panic {
        resume_unwind(panic);
    }
    result.map(|()| attributes.found)
}
