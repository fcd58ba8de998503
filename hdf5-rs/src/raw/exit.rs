//! What becomes of open files when the program ends.
//!
//! libhdf5 would close them itself, while other threads still use it; it is told not to. So what is buffered is
//! written here, and nothing is closed.

use core::ffi::{c_uint, c_ulong};
use std::collections::HashSet;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

use hdf5_ffi::*;

use crate::raw::{Handle, h5o, stack};

/// How long a thread that is inside the library is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The process that opened files: a copy of it, which a fork makes, has nothing to write.
static PROCESS: AtomicU32 = AtomicU32::new(0);

/// Numbers of files that must not be touched any more.
static POISONED: Mutex<Vec<c_ulong>> = Mutex::new(Vec::new());

/// Lets all files that are open when the program ends be flushed: when `main` returns, and with
/// [`process::exit`]. Who aborts writes nothing.
///
/// From then on threads wait for the lock for ever, but for the one that ends the program.
pub(crate) fn flush_files_at_exit() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        PROCESS.store(process::id(), Ordering::Relaxed);
        // SAFETY: the function lives as long as the program, or the library that it is in: then it runs when
        // that is unloaded. Without room for it, files are left as they are.
        unsafe { libc::atexit(flush_files) };
    });
}

/// Leaves a file alone from now on.
pub(crate) fn spare(file: c_ulong) {
    POISONED.lock().unwrap_or_else(PoisonError::into_inner).push(file);
}

extern "C" fn flush_files() {
    if PROCESS.load(Ordering::Relaxed) != process::id() {
        return;
    }
    let Some(lock) = try_lock_for(PATIENCE) else {
        return;
    };
    // Never released: threads that are still there must not begin to write what they cannot finish.
    core::mem::forget(lock);
    let mut done: HashSet<_> =
        POISONED.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect();
    // A file is also open as long as something in it is. What belongs to a poisoned file must not even be asked
    // for that.
    let kinds = if done.is_empty() { H5F_OBJ_ALL } else { H5F_OBJ_FILE };
    for id in open_ids(kinds) {
        let file = h5o::info(&Handle::predefined(id)).map(|info| info.identity.file_number());
        // There is nobody left to tell of a failure.
        // SAFETY: the lock is held, and the identifier has just been valid.
        if file.is_ok_and(|file| done.insert(file)) && unsafe { H5Fflush(id, H5F_SCOPE_GLOBAL) } < 0
        {
            stack::clear();
        }
    }
}

/// All identifiers of those kinds, of whatever file. The lock must be held.
fn open_ids(kinds: c_uint) -> Vec<hid_t> {
    let all = hid_t::from(H5F_OBJ_ALL);
    // SAFETY: the lock is held; no pointers.
    let count = usize::try_from(unsafe { H5Fget_obj_count(all, kinds) }).unwrap_or(0);
    let mut ids = vec![0; count];
    // SAFETY: there is room for `count` identifiers, and the lock is held since they were counted.
    let found = unsafe { H5Fget_obj_ids(all, kinds, count, ids.as_mut_ptr()) };
    ids.truncate(usize::try_from(found).unwrap_or(0));
    ids
}
