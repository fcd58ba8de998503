//! What has been removed from files while they are open.
//!
//! HDF5 keeps no account of references, and the header of what is removed stays in the file until something else
//! takes its room. Opened there, it would seem to be an object still: what is written to it destroys what has
//! taken its room, and what is created there fails, because the metadata cache has that place already. So what may
//! have been removed is remembered, and a reference is followed to it only where a search finds a link to it.

use core::ffi::c_ulong;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::raw::h5o::{Identity, Token};

/// What may have been removed, by the numbers of the files: where it was, and what [`LINKS`] was when a search last
/// found no link to it. Only touched with the lock of the library held.
static REMOVED: Mutex<BTreeMap<c_ulong, HashMap<Token, Option<u64>>>> = Mutex::new(BTreeMap::new());

/// How many links have been made: each may be to what was removed, or to what has taken its room.
static LINKS: AtomicU64 = AtomicU64::new(0);

/// What is known of an object.
pub(crate) enum Fate {
    /// Nothing has removed it.
    Kept,
    /// It has been removed, and no link leads to it.
    Gone,
    /// It may have been removed, and a link to it, or to what has taken its room, may have been made.
    Unknown,
}

fn removed() -> MutexGuard<'static, BTreeMap<c_ulong, HashMap<Token, Option<u64>>>> {
    REMOVED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether nothing has been removed from any open file.
pub(crate) fn is_empty() -> bool {
    removed().is_empty()
}

/// Whether something has been removed from the file.
pub(crate) fn is_known(file: c_ulong) -> bool {
    removed().contains_key(&file)
}

/// The object is about to lose a link that may be its last.
pub(crate) fn remember(object: Identity) {
    removed().entry(object.file_number()).or_default().insert(object.token(), None);
}

/// A link is being made.
pub(crate) fn link_is_made() {
    LINKS.fetch_add(1, Ordering::Relaxed);
}

pub(crate) fn fate(object: Identity) -> Fate {
    match removed().get(&object.file_number()).and_then(|file| file.get(&object.token())) {
        None => Fate::Kept,
        Some(&Some(links)) if links == LINKS.load(Ordering::Relaxed) => Fate::Gone,
        Some(_) => Fate::Unknown,
    }
}

/// All links of a file have been searched: these objects are there, so that the others are gone.
pub(crate) fn searched(file: c_ulong, found: &HashSet<Token>) {
    let links = LINKS.load(Ordering::Relaxed);
    if let Some(objects) = removed().get_mut(&file) {
        objects.retain(|object, _| !found.contains(object));
        objects.values_mut().for_each(|searched| *searched = Some(links));
    }
}

/// The file is closed; its number will not be given again.
pub(crate) fn forget(file: c_ulong) {
    removed().remove(&file);
}
