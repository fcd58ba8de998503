//! One identifier for each dataset that another process may write meanwhile.
//!
//! libhdf5 cannot refresh a dataset that is open under two: it forgets how many chunks there are, and writes beyond
//! its memory when it is read the next time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use hdf5_ffi::H5I_DATASET;

use crate::raw::h5o::Identity;
use crate::raw::{Handle, OpenFile, h5i, h5o, lock};

/// The identifiers of the datasets that are open in such files. Only touched with the lock held.
static OPEN: Mutex<Option<HashMap<Identity, Weak<Handle>>>> = Mutex::new(None);

/// The handle by which the dataset is open already, if it is, instead of one that has just been opened.
pub(crate) fn single(handle: Handle, file: &OpenFile) -> Arc<Handle> {
    let handle = Arc::new(handle);
    if !file.is_followed() {
        return handle;
    }
    let _lock = lock();
    // What cannot be asked is not used either.
    if !h5i::type_of(&handle).is_ok_and(|found| found == H5I_DATASET) {
        return handle;
    }
    let Ok(identity) = h5o::info(&handle).map(|info| info.identity) else {
        return handle;
    };
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    let open = open.get_or_insert_default();
    open.retain(|_, handle| handle.strong_count() > 0);
    // The file through which it was opened may have been closed.
    if let Some(first) =
        open.get(&identity).and_then(Weak::upgrade).filter(|first| first.id().is_ok())
    {
        return first;
    }
    open.insert(identity, Arc::downgrade(&handle));
    handle
}
