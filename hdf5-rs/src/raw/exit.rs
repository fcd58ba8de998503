//! What becomes of open files when the program ends or forks.
//!
//! libhdf5 would close them itself, while other threads still use it; it is told not to. So what is buffered is
//! written here, and closed only after that, when no other thread can use libhdf5 any more.

use core::ffi::c_ulong;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use hdf5_ffi::*;

use crate::raw::call::{Code, Herr, call_in_drop};
use crate::raw::{Handle, h5o, removed};

/// How long a thread that is inside the library is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many forks this process is away from the first: files belong to the process that opened them.
static GENERATION: AtomicU32 = AtomicU32::new(0);

/// The files that are open for writing, by their numbers. Only touched with the lock held, without which no fork
/// takes place.
static WRITTEN: Mutex<BTreeMap<c_ulong, Written>> = Mutex::new(BTreeMap::new());

/// How often a file is open for writing, and in which process: that is to flush it.
struct Written {
    times: usize,
    generation: u32,
}

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
    let generation = generation();
    written().entry(file).or_insert(Written { times: 0, generation }).times += 1;
}

/// Takes back a [`flush_at_exit`]: the file is closed.
pub(crate) fn closed(file: c_ulong) {
    let _lock = lock();
    if let Entry::Occupied(mut written) = written().entry(file) {
        written.get_mut().times -= 1;
        if written.get().times == 0 {
            written.remove();
            removed::forget(file);
        }
    }
}

/// Whether a process that this one was forked from has the file open for writing: what it buffers is here too.
pub(crate) fn is_inherited(file: c_ulong) -> bool {
    let _lock = lock();
    written().get(&file).is_some_and(|written| written.generation != generation())
}

/// Leaves a file alone from now on, and all that is in it.
pub(crate) fn leave(file: c_ulong) {
    let _lock = lock();
    written().remove(&file);
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

fn written() -> MutexGuard<'static, BTreeMap<c_ulong, Written>> {
    WRITTEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What tells this process from those that it was forked from.
pub(crate) fn generation() -> u32 {
    GENERATION.load(Ordering::Relaxed)
}

/// What was open is the other process's.
#[cfg(unix)]
unsafe extern "C" fn forked() {
    GENERATION.fetch_add(1, Ordering::Relaxed);
}

extern "C" fn flush_files() {
    let Some(lock) = try_lock_for(PATIENCE) else {
        return;
    };
    // Never released: threads that are still there must not begin to write what they cannot finish.
    core::mem::forget(lock);
    let generation = generation();
    let mut ours = core::mem::take(&mut *written());
    ours.retain(|_, written| written.generation == generation);
    let mut files = BTreeMap::<c_ulong, Vec<hid_t>>::new();
    for id in open_ids() {
        let file = h5o::info(&Handle::predefined(id)).map(|info| info.identity.file_number());
        if let Some(file) = file.ok().filter(|file| ours.contains_key(file)) {
            files.entry(file).or_default().push(id);
        }
    }
    let nothing_is_half_closed = unsound().is_empty();
    for ids in files.values() {
        // There is nobody left to tell of a failure, or of a panic.
        // SAFETY: the lock is held, and the identifier has just been valid.
        let flushed = call_in_drop(|| Herr(unsafe { H5Fflush(ids[0], H5F_SCOPE_GLOBAL) }));
        if flushed.is_ok() && nothing_is_half_closed {
            close(ids);
        }
    }
}

/// Closes all that is open of a file, which has been flushed. Files of the newer formats say as long as they are open
/// that they are being written.
fn close(ids: &[hid_t]) {
    // SAFETY: no pointers.
    let is_file = |id: hid_t| unsafe { H5Iget_type(id) } == H5I_FILE;
    let (last, first): (Vec<_>, Vec<_>) = ids.iter().copied().partition(|&id| is_file(id));
    for id in first.into_iter().chain(last) {
        // SAFETY: no pointers. Attributes may have gone with the object that they belong to.
        while unsafe { H5Iis_valid(id) } > 0 {
            // SAFETY: the identifier is valid, and the lock is never released: nobody uses it after this.
            if call_in_drop(|| Code(unsafe { H5Idec_ref(id) })).is_err() {
                return;
            }
        }
    }
}

/// The identifiers of all that is open, of whatever file. The lock must be held.
pub(crate) fn open_ids() -> Vec<hid_t> {
    // A file is also open as long as something in it is. What has failed to close must not even be asked for its
    // file.
    let half_closed = unsound();
    let kinds = if half_closed.is_empty() { H5F_OBJ_ALL } else { H5F_OBJ_FILE };
    let all = hid_t::from(H5F_OBJ_ALL);
    // SAFETY: the lock is held; no pointers.
    let count = usize::try_from(unsafe { H5Fget_obj_count(all, kinds) }).unwrap_or(0);
    let mut ids = vec![0; count];
    // SAFETY: there is room for `count` identifiers, and the lock is held since they were counted.
    let found = unsafe { H5Fget_obj_ids(all, kinds, count, ids.as_mut_ptr()) };
    ids.truncate(usize::try_from(found).unwrap_or(0));
    ids.retain(|id| !half_closed.contains(id));
    ids
}
