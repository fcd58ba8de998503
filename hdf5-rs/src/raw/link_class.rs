//! Classes of user-defined links, which libhdf5 keeps for the whole process.

use core::ffi::{CStr, c_char, c_int, c_void};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::call::{Herr, Htri, call};
use crate::raw::{Handle, callback, h5i, h5l, lock};

/// Finds what a link leads to: is given the group that the link is in, the link's name and its data.
pub(crate) type Traverse = dyn Fn(Handle, &[u8], &[u8]) -> Result<Arc<Handle>> + Send + Sync;

/// The classes that this crate has registered. The lock of libhdf5 is taken before this one.
static CLASSES: Mutex<BTreeMap<u8, Arc<Traverse>>> = Mutex::new(BTreeMap::new());

/// The classes that have the functions of this module, unless other code has replaced them. Set under the
/// lock of libhdf5.
static OURS: [AtomicBool; 256] = [const { AtomicBool::new(false) }; 256];

fn classes() -> MutexGuard<'static, BTreeMap<u8, Arc<Traverse>>> {
    CLASSES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether links of a class can be followed, by a function of this crate or of other code.
pub(crate) fn is_registered(class: u8) -> Result<bool> {
    let _lock = lock();
    Ok(classes().contains_key(&class)
        || (is_known(class)? && !OURS[usize::from(class)].load(Ordering::Relaxed)))
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

/// Forgets a class that is registered. libhdf5 still knows it, as one whose links lead nowhere.
pub(crate) fn unregister(class: u8) -> Result<()> {
    let _lock = lock();
    register_functions(class)?;
    let removed = classes().remove(&class);
    drop(removed);
    Ok(())
}

/// Makes libhdf5 know a class, as one whose links lead nowhere if nobody has registered it: of other links,
/// it neither tells the data nor gives them other names.
pub(crate) fn make_known(class: u8) -> Result<()> {
    let _lock = lock();
    if is_known(class)? { Ok(()) } else { register_functions(class) }
}

/// Makes libhdf5 know all classes, as it removes no group with links of others in it.
pub(crate) fn make_all_known() -> Result<()> {
    static ALL_KNOWN: OnceLock<()> = OnceLock::new();
    if ALL_KNOWN.get().is_none() {
        (H5L_TYPE_EXTERNAL as u8 + 1..=u8::MAX).try_for_each(make_known)?;
        ALL_KNOWN.get_or_init(|| ());
    }
    Ok(())
}

fn is_known(class: u8) -> Result<bool> {
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Lis_registered(class.into()) }))
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
    call(|| Herr(unsafe { H5Lregister(&functions) }))?;
    OURS[usize::from(class)].store(true, Ordering::Relaxed);
    Ok(())
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
        if object.is_in_stream() {
            // What is reached by the link would not know that it is, nor what becomes of the stream.
            let what = "a link that leads into a stream";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        h5i::inc_ref(&object)
    });
    // No identifier is negative.
    object.unwrap_or(-1)
}
