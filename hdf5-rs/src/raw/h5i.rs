//! Identifiers.

use core::ffi::c_char;

use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::raw::Handle;
use crate::raw::call::{Code, Len, call};

/// A path of the object in its file; `None` for an object that no link leads to.
///
/// Also for an error that tells of a failure.
pub(crate) fn name(handle: &Handle) -> Result<Option<Vec<u8>>> {
    let id = handle.id_to_name()?;
    // SAFETY: `text` passes a buffer that is as long as it says, or null.
    let name = text(|buffer, size| Len(unsafe { H5Iget_name(id, buffer, size) } as i64))?;
    Ok((!name.is_empty()).then_some(name))
}

/// What the identifier is of, for example `H5I_DATASET`.
pub(crate) fn type_of(handle: &Handle) -> Result<H5I_type_t> {
    let id = handle.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Iget_type(id) }))
}

/// One more reference to an identifier, which whoever takes it closes.
pub(crate) fn inc_ref(handle: &Handle) -> Result<hid_t> {
    let id = handle.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Iinc_ref(id) }))?;
    Ok(id)
}

/// Reads a text of a length that the library tells: asks for the length, then for the text, with the
/// lock held.
pub(crate) fn text(c_call: impl Fn(*mut c_char, usize) -> Len) -> Result<Vec<u8>> {
    let _lock = lock();
    let length = call(|| c_call(core::ptr::null_mut(), 0))?;
    let size = length.checked_add(1).ok_or_else(|| Error::invalid_value("endless text"))?;
    let mut buffer = vec![0_u8; size];
    call(|| c_call(buffer.as_mut_ptr().cast(), size))?;
    buffer.truncate(length);
    Ok(buffer)
}
