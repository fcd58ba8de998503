//! Decisions of the user's about external links that libhdf5 follows.

use core::ffi::{CStr, c_char, c_uint, c_void};

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::{Handle, callback, h5p, lock};

/// The link that is being followed: the file and group that it is in, and the file and path that it leads to.
pub(crate) struct Target<'a> {
    pub(crate) from_file: &'a CStr,
    pub(crate) from_group: &'a CStr,
    pub(crate) file: &'a CStr,
    pub(crate) path: &'a CStr,
}

/// Decides with which flags the file of a link is opened; `None` for those that libhdf5 has chosen.
pub(crate) type Decide = dyn Fn(&Target<'_>) -> Result<Option<c_uint>> + Send + Sync;

/// Does work in which a function decides about each external link that is followed by way of the list.
pub(crate) fn deciding<R>(
    link_access: &Handle,
    decide: &Decide,
    work: impl FnOnce() -> Result<R>,
) -> Result<R> {
    let _lock = lock();
    let data: *const &Decide = &decide;
    let _until_then = Until(link_access);
    // SAFETY: the list forgets the function when `_until_then` is dropped, before `decide`.
    unsafe { h5p::set_elink_cb(link_access, Some(decide_one), data.cast_mut().cast())? };
    work()
}

/// Makes a list forget its function, also in a panic.
struct Until<'a>(&'a Handle);

impl Drop for Until<'_> {
    fn drop(&mut self) {
        // SAFETY: there is no function.
        let forgotten = unsafe { h5p::set_elink_cb(self.0, None, core::ptr::null_mut()) };
        debug_assert!(forgotten.is_ok(), "the list of the caller is open");
    }
}

/// Called by libhdf5 before it opens the file of an external link.
unsafe extern "C" fn decide_one(
    from_file: *const c_char,
    from_group: *const c_char,
    file: *const c_char,
    path: *const c_char,
    flags: *mut c_uint,
    _file_access: hid_t,
    data: *mut c_void,
) -> herr_t {
    let decided = callback::run(|| {
        // SAFETY: `data` is the reference of `deciding`, which has not returned.
        let decide = unsafe { *data.cast::<&Decide>() };
        // SAFETY: libhdf5 passes NUL-terminated strings, which live as long as this call.
        let text = |pointer| unsafe { CStr::from_ptr(pointer) };
        decide(&Target {
            from_file: text(from_file),
            from_group: text(from_group),
            file: text(file),
            path: text(path),
        })
    });
    let Some(chosen) = decided else { return -1 };
    // SAFETY: libhdf5 passes a valid pointer to the flags.
    let flags = unsafe { &mut *flags };
    // From a file that was created come the flags of its creation, which libhdf5 then refuses.
    *flags = chosen.unwrap_or(*flags & (H5F_ACC_RDWR | H5F_ACC_SWMR_READ | H5F_ACC_SWMR_WRITE));
    0
}
