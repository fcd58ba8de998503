//! Transfers: those that report numbers which do not fit, and those that clip them as libhdf5 does.

use core::ffi::c_void;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::arena::Arena;
use crate::raw::{Handle, arena, h5p, stack};

/// Whether a number did not fit, in the conversion that runs under the lock.
static DOES_NOT_FIT: AtomicBool = AtomicBool::new(false);

/// That number, and the name of the type that it did not fit, if they are known.
static MISFIT: Mutex<Option<(Option<String>, String)>> = Mutex::new(None);

/// A transfer in which a number that does not fit stops the transfer, instead of being clipped.
///
/// `transfer` runs under the lock. What libhdf5 allocates is in the arena.
pub(crate) fn checked_transfer<R>(
    arena: &mut Arena,
    transfer: impl FnOnce(&Handle) -> Result<R>,
) -> Result<R> {
    static CHECKED: OnceLock<Handle> = OnceLock::new();
    let _lock = lock();
    let plist = get_or_create(&CHECKED, |plist| {
        // SAFETY: the callback needs no data and touches only what libhdf5 gives it.
        unsafe { h5p::set_type_conv_cb(plist, Some(stop_at_misfit), core::ptr::null_mut()) }
    })?;
    DOES_NOT_FIT.store(false, Ordering::Relaxed);
    arena::lend(arena, || transfer(plist)).map_err(|error: Error| {
        if DOES_NOT_FIT.load(Ordering::Relaxed) {
            let misfit = MISFIT.lock().unwrap_or_else(PoisonError::into_inner).take();
            let (value, target) = misfit.unzip();
            error.refine(ErrorKind::ValueOutOfRange { value: value.flatten(), target })
        } else {
            error
        }
    })
}

/// A transfer in which numbers that do not fit are clipped.
///
/// `transfer` runs under the lock. What libhdf5 allocates is in the arena.
pub(crate) fn clipping_transfer<R>(
    arena: &mut Arena,
    transfer: impl FnOnce(&Handle) -> Result<R>,
) -> Result<R> {
    let _lock = lock();
    let plist = clipping_plist()?;
    arena::lend(arena, || transfer(plist))
}

/// The transfer property list of [`clipping_transfer`].
pub(crate) fn clipping_plist() -> Result<&'static Handle> {
    static CLIPPING: OnceLock<Handle> = OnceLock::new();
    get_or_create(&CLIPPING, |_| Ok(()))
}

/// A transfer property list that is made once; libhdf5 allocates from the arena that is lent.
fn get_or_create(
    place: &'static OnceLock<Handle>,
    set_up: impl FnOnce(&Handle) -> Result<()>,
) -> Result<&'static Handle> {
    if let Some(plist) = place.get() {
        return Ok(plist);
    }
    let plist = h5p::create_dataset_transfer()?;
    // SAFETY: the functions need no data, and what they allocate is not given back one by one.
    unsafe { h5p::set_vlen_mem_manager(&plist, Some(arena::allocate), Some(arena::keep))? };
    set_up(&plist)?;
    Ok(place.get_or_init(|| plist))
}

/// Called by libhdf5 for each number that a conversion cannot represent, or says it cannot.
///
/// Rounding is no misfit: an integer that loses digits as a float, or a double that becomes a single.
/// Nor is an infinity or NaN that stays one. Everything else is.
unsafe extern "C" fn stop_at_misfit(
    exception: H5T_conv_except_t,
    from: hid_t,
    to: hid_t,
    value: *mut c_void,
    _converted: *mut c_void,
    _data: *mut c_void,
) -> H5T_conv_ret_t {
    // SAFETY: the lock is held during a transfer; what is no valid identifier is told apart first.
    let known = unsafe { H5Iget_type(from) == H5I_DATATYPE && H5Iget_type(to) == H5I_DATATYPE };
    if !known {
        // libhdf5 names no types if it first met this pair of compounds in a transfer of other code.
        stack::clear();
        let fits = exception == H5T_CONV_EXCEPT_PRECISION;
        DOES_NOT_FIT.store(!fits, Ordering::Relaxed);
        *MISFIT.lock().unwrap_or_else(PoisonError::into_inner) = None;
        return if fits { H5T_CONV_UNHANDLED } else { H5T_CONV_ABORT };
    }
    // SAFETY: the lock is held, and `to` is the identifier of a type.
    let to_float = unsafe { H5Tget_class(to) == H5T_FLOAT };
    // SAFETY: `value` points to an element of the type `from`, as libhdf5 promises.
    let as_double = || unsafe { as_native(from, value, H5T_NATIVE_DOUBLE) }.map(f64::from_ne_bytes);
    let fits = match exception {
        H5T_CONV_EXCEPT_PRECISION => true,
        H5T_CONV_EXCEPT_PINF | H5T_CONV_EXCEPT_NINF | H5T_CONV_EXCEPT_NAN => to_float,
        // A conversion between native floats calls an infinity too large.
        H5T_CONV_EXCEPT_RANGE_HI | H5T_CONV_EXCEPT_RANGE_LOW => {
            to_float && as_double().is_some_and(f64::is_infinite)
        }
        // A conversion to an integer in the other byte order says this of whole numbers too.
        H5T_CONV_EXCEPT_TRUNCATE => as_double().is_some_and(|value| value.fract() == 0.0),
        _ => false,
    };
    if fits {
        return H5T_CONV_UNHANDLED;
    }
    DOES_NOT_FIT.store(true, Ordering::Relaxed);
    // SAFETY: as for the number as a double; `to` is the identifier of a type.
    let misfit = unsafe { (as_text(from, value), name_of(to)) };
    *MISFIT.lock().unwrap_or_else(PoisonError::into_inner) = Some(misfit);
    H5T_CONV_ABORT
}

/// The value of a number as it is written in Rust; `None` for one with more digits than can be told.
///
/// # Safety
///
/// As for [`as_native`].
unsafe fn as_text(ty: hid_t, value: *const c_void) -> Option<String> {
    // SAFETY: the lock is held, and `ty` is the identifier of a type, as the caller promises.
    let (class, size) = unsafe { (H5Tget_class(ty), H5Tget_size(ty)) };
    // SAFETY: as before.
    let is_unsigned = || unsafe { H5Tget_sign(ty) } == H5T_SGN_NONE;
    // SAFETY: as the caller promises; the types of the library's own are set while it is initialised.
    unsafe {
        Some(match class {
            H5T_INTEGER if size > 8 => return None,
            H5T_INTEGER if is_unsigned() => {
                u64::from_ne_bytes(as_native(ty, value, H5T_NATIVE_UINT64)?).to_string()
            }
            H5T_INTEGER => i64::from_ne_bytes(as_native(ty, value, H5T_NATIVE_INT64)?).to_string(),
            _ => {
                format!("{:?}", f64::from_ne_bytes(as_native(ty, value, H5T_NATIVE_DOUBLE)?))
            }
        })
    }
}

/// What Rust calls a number type.
///
/// # Safety
///
/// The lock must be held, and `ty` must be the identifier of a type.
unsafe fn name_of(ty: hid_t) -> String {
    // SAFETY: as the caller promises.
    let (class, bits) = unsafe { (H5Tget_class(ty), 8 * H5Tget_size(ty)) };
    // SAFETY: as the caller promises.
    let is_unsigned = || unsafe { H5Tget_sign(ty) } == H5T_SGN_NONE;
    let letter = match class {
        H5T_FLOAT => 'f',
        _ if is_unsigned() => 'u',
        _ => 'i',
    };
    format!("{letter}{bits}")
}

/// The value of a number of at most 16 bytes, as a native one of 8.
///
/// # Safety
///
/// The lock must be held, and `value` must point to an element of the type, which need not be aligned.
unsafe fn as_native(ty: hid_t, value: *const c_void, native: hid_t) -> Option<[u8; 8]> {
    let mut bytes = [0_u8; 16];
    // SAFETY: the lock is held, and `ty` is the identifier of a type.
    let size = unsafe { H5Tget_size(ty) };
    let room = bytes.get_mut(..size)?;
    // SAFETY: an element has `size` bytes, and so has the room for it.
    unsafe { value.cast::<u8>().copy_to_nonoverlapping(room.as_mut_ptr(), size) };
    // SAFETY: the buffer holds one element of either type; numbers need no background buffer.
    let status = unsafe {
        let (buffer, none) = (bytes.as_mut_ptr().cast(), core::ptr::null_mut());
        H5Tconvert(ty, native, 1, buffer, none, H5P_DEFAULT)
    };
    let (converted, _) = bytes.split_first_chunk()?;
    (status >= 0).then_some(*converted)
}
