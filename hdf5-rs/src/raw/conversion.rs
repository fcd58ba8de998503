//! Transfers that report numbers which do not fit, instead of clipping them as libhdf5 does.

use core::ffi::c_void;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5p};

/// Whether a number did not fit, in the conversion that runs under the lock.
static DOES_NOT_FIT: AtomicBool = AtomicBool::new(false);

/// A transfer in which a number that does not fit stops the transfer, instead of being clipped.
///
/// `transfer` runs under the lock.
pub(crate) fn checked_transfer<R>(transfer: impl FnOnce(&Handle) -> Result<R>) -> Result<R> {
    static CHECKED: OnceLock<Handle> = OnceLock::new();
    let _lock = lock();
    let plist = match CHECKED.get() {
        Some(plist) => plist,
        None => {
            let plist = h5p::create_dataset_transfer()?;
            // SAFETY: the callback needs no data and touches only what libhdf5 gives it.
            unsafe {
                h5p::set_type_conv_cb(&plist, Some(stop_at_misfit), core::ptr::null_mut())?;
            }
            CHECKED.get_or_init(|| plist)
        }
    };
    DOES_NOT_FIT.store(false, Ordering::Relaxed);
    transfer(plist).map_err(|error: Error| {
        if DOES_NOT_FIT.load(Ordering::Relaxed) {
            error.refine(ErrorKind::ValueOutOfRange)
        } else {
            error
        }
    })
}

/// Called by libhdf5 for each number that a conversion cannot represent.
///
/// Rounding is no misfit: an integer that loses digits as a float, or a double that becomes a single.
/// Nor is an infinity that stays one. Everything else is.
unsafe extern "C" fn stop_at_misfit(
    exception: H5T_conv_except_t,
    from: hid_t,
    to: hid_t,
    value: *mut c_void,
    _converted: *mut c_void,
    _data: *mut c_void,
) -> H5T_conv_ret_t {
    if exception == H5T_CONV_EXCEPT_PRECISION {
        return H5T_CONV_UNHANDLED;
    }
    // SAFETY: the lock is held during a transfer, and both are the identifiers of types.
    let between_floats =
        unsafe { H5Tget_class(from) == H5T_FLOAT && H5Tget_class(to) == H5T_FLOAT };
    // SAFETY: the lock is held, both are the identifiers of types, and `value` points to an element
    // of the type `from`, perhaps not aligned.
    let infinite = between_floats
        && unsafe {
            if H5Tequal(from, H5T_NATIVE_DOUBLE) > 0 {
                value.cast::<f64>().read_unaligned().is_infinite()
            } else {
                H5Tequal(from, H5T_NATIVE_FLOAT) > 0
                    && value.cast::<f32>().read_unaligned().is_infinite()
            }
        };
    if infinite {
        return H5T_CONV_UNHANDLED;
    }
    DOES_NOT_FIT.store(true, Ordering::Relaxed);
    H5T_CONV_ABORT
}
