//! What becomes of open files when the program ends or forks.
//!
//! libhdf5 would close them itself, while other threads still use it; it is told not to. So what is buffered is
//! written here, and nothing is closed.

use core::ffi::{c_uint, c_ulong};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use hdf5_ffi::*;

use crate::raw::call::{Herr, call_in_drop};
use crate::raw::{Handle, h5o};

/// How long a thread that is inside the library is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many forks this process is away from the first: files belong to the process that opened them.
static GENERATION: AtomicU32 = AtomicU32::new(0);

/// The numbers of the files that are this process's to flush, and how often each is open. Only touched with the
/// lock held, without which no fork takes place.
static OURS: Mutex<BTreeMap<c_ulong, usize>> = Mutex::new(BTreeMap::new());

/// What has failed to close: identifiers that libhdf5 has kept, of nothing.
static HALF_CLOSED: Mutex<BTreeSet<hid_t>> = Mutex::new(BTreeSet::new());

/// Lets a file be flushed if it is still open when the program ends: when `main` returns, or with
/// [`std::process::exit`]. Who aborts writes nothing.
///
/// At that end threads wait for the lock for ever, but for the one that ends the program.
pub(crate) fn flush_at_exit(file: c_ulong) {
    static ONCE: Once = Once::new();
    let _lock = lock();
    ONCE.call_once(|| {
        #[cfg(unix)]
        // SAFETY: the function lives as long as the program, or the library that it is in.
        unsafe {
            libc::pthread_atfork(None, None, Some(forked))
        };
        // SAFETY: as above: then it runs when that is unloaded. Without room for it, files are left as they are.
        unsafe { libc::atexit(flush_files) };
    });
    *ours().entry(file).or_default() += 1;
}

/// Takes back a [`flush_at_exit`]: the file is closed.
pub(crate) fn closed(file: c_ulong) {
    let _lock = lock();
    if let Entry::Occupied(mut times) = ours().entry(file) {
        *times.get_mut() -= 1;
        if *times.get() == 0 {
            times.remove();
        }
    }
}

/// Leaves a file alone from now on, and all that is in it.
pub(crate) fn leave(file: c_ulong) {
    let _lock = lock();
    ours().remove(&file);
}

/// Something has failed to close: libhdf5 may have kept its identifier, but not what it was of.
pub(crate) fn half_closed(id: hid_t) {
    unsound().insert(id);
}

pub(crate) fn is_half_closed(id: hid_t) -> bool {
    unsound().contains(&id)
}

fn unsound() -> MutexGuard<'static, BTreeSet<hid_t>> {
    HALF_CLOSED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn ours() -> MutexGuard<'static, BTreeMap<c_ulong, usize>> {
    OURS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What tells this process from those that it was forked from.
pub(crate) fn generation() -> u32 {
    GENERATION.load(Ordering::Relaxed)
}

/// What was open is the other process's.
#[cfg(unix)]
unsafe extern "C" fn forked() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
    ours().clear();
}

extern "C" fn flush_files() {
    let Some(lock) = try_lock_for(PATIENCE) else {
        return;
    };
    // Never released: threads that are still there must not begin to write what they cannot finish.
    core::mem::forget(lock);
    // A file is also open as long as something in it is. What has failed to close must not even be asked for its
    // file.
    let half_closed = unsound();
    let mut ours = ours();
    let ids = open_ids(if half_closed.is_empty() { H5F_OBJ_ALL } else { H5F_OBJ_FILE });
    for id in ids.into_iter().filter(|id| !half_closed.contains(id)) {
        let file = h5o::info(&Handle::predefined(id)).map(|info| info.identity.file_number());
        if !file.is_ok_and(|file| ours.remove(&file).is_some()) {
            continue;
        }
        // There is nobody left to tell of a failure, or of a panic.
        // SAFETY: the lock is held, and the identifier has just been valid.
        let _ = call_in_drop(|| Herr(unsafe { H5Fflush(id, H5F_SCOPE_GLOBAL) }));
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
