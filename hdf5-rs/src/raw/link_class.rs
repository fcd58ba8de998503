//! Classes of user-defined links, which libhdf5 keeps for the whole process.

use core::ffi::{CStr, c_char, c_int, c_void};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::call::{Herr, Htri, call};
use crate::raw::{Handle, callback, h5i, h5l, lock};

/// Finds what a link leads to: is given the group that the link is in, the link's name and its data.
pub(crate) type Traverse = dyn Fn(Handle, &[u8], &[u8]) -> Result<Arc<Handle>> + Send + Sync;

/// The classes that this crate has registered. The lock of libhdf5 is taken before this one.
static CLASSES: Mutex<BTreeMap<u8, Arc<Traverse>>> = Mutex::new(BTreeMap::new());

fn classes() -> MutexGuard<'static, BTreeMap<u8, Arc<Traverse>>> {
    CLASSES.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn is_registered(class: u8) -> Result<bool> {
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Lis_registered(class.into()) }))
}

/// Registers a class, in the place of the one with that number if there is one.
pub(crate) fn register(class: u8, traverse: Arc<Traverse>) -> Result<()> {
    let _lock = lock();
    register_functions(class)?;
    let replaced = classes().insert(class, traverse);
    // Code of the user's, which may register classes.
    drop(replaced);
    Ok(())
}

/// Forgets a class that is registered.
pub(crate) fn unregister(class: u8) -> Result<()> {
    let _lock = lock();
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Lunregister(class.into()) }))?;
    let removed = classes().remove(&class);
    drop(removed);
    Ok(())
}

/// Does what libhdf5 does only with links of registered classes, whether this one is registered or not.
pub(crate) fn with_class<R>(class: u8, work: impl FnOnce() -> Result<R>) -> Result<R> {
    let _lock = lock();
    if is_registered(class)? {
        return work();
    }
    register_functions(class)?;
    let result = work();
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Lunregister(class.into()) }))?;
    result
}

fn register_functions(class: u8) -> Result<()> {
    let functions = H5L_class_t {
        version: H5L_LINK_CLASS_T_VERS as c_int,
        id: class.into(),
        comment: c"defined by a program in Rust".as_ptr(),
        create_func: None,
        move_func: None,
        copy_func: None,
        trav_func: Some(traverse),
        del_func: None,
        query_func: Some(query),
    };
    // SAFETY: libhdf5 copies the class; the comment and the functions live as long as the process.
    call(|| Herr(unsafe { H5Lregister(&functions) }))
}

/// Called by libhdf5 for the data of a link: how much there is, and as much of it as there is room for.
unsafe extern "C" fn query(
    _name: *const c_char,
    data: *const c_void,
    size: usize,
    buffer: *mut c_void,
    room: usize,
) -> isize {
    if !buffer.is_null() && !data.is_null() {
        // SAFETY: libhdf5 passes `size` bytes of data, and a buffer with as much room as it says.
        unsafe { data.cast::<u8>().copy_to(buffer.cast(), size.min(room)) };
    }
    // The data of a link has less than 64 KiB.
    isize::try_from(size).unwrap_or(-1)
}

/// Called by libhdf5 to follow a link: a new identifier, which it closes, or a negative value.
unsafe extern "C" fn traverse(
    name: *const c_char,
    group: hid_t,
    data: *const c_void,
    size: usize,
    _link_access: hid_t,
    _transfer: hid_t,
) -> hid_t {
    let object = callback::run(|| {
        // SAFETY: libhdf5 passes a NUL-terminated name.
        let name = unsafe { CStr::from_ptr(name) };
        let data = match size {
            0 => &[],
            // SAFETY: libhdf5 passes `size` bytes of data, which live as long as this call.
            _ => unsafe { core::slice::from_raw_parts(data.cast::<u8>(), size) },
        };
        let group = Handle::predefined(group);
        // libhdf5 does not say of which class the link is that it has found.
        let class = h5l::info(&group, name)?.class;
        let class = u8::try_from(class).map_err(|_| Error::invalid_value("no link class"))?;
        let known = classes().get(&class).cloned();
        let follow = known.ok_or(ErrorKind::LinkClassMissing { class })?;
        let group = Handle::new(h5i::inc_ref(&group)?);
        let object = follow(group, name.to_bytes(), data)?;
        h5i::inc_ref(&object)
    });
    // No identifier is negative.
    object.unwrap_or(-1)
}
