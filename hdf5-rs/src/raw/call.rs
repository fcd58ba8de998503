//! The one helper through which every C call goes.

use core::ffi::c_int;
use std::any::Any;
use std::io;

use hdf5_ffi::{H5Idec_ref, hid_t, lock};

use crate::error::{Error, ErrorKind, Result};
use crate::raw::callback::{self, Left};
use crate::raw::{exit, stack};

/// What a C function returned, and how that says whether it failed.
///
/// The check belongs to the function, not to the C type: a `c_int` may be a status, a truth value or
/// an enum.
pub(crate) trait Status {
    type Output;

    /// The value, or `None` where the call failed.
    fn check(self) -> Option<Self::Output>;

    /// Gives back a value that nobody gets.
    fn discard(_output: Self::Output) {}
}

/// A status: negative is failure.
pub(crate) struct Herr(pub(crate) c_int);

impl Status for Herr {
    type Output = ();

    fn check(self) -> Option<()> {
        (self.0 >= 0).then_some(())
    }
}

/// A truth value: negative is failure.
pub(crate) struct Htri(pub(crate) c_int);

impl Status for Htri {
    type Output = bool;

    fn check(self) -> Option<bool> {
        (self.0 >= 0).then_some(self.0 > 0)
    }
}

/// A new identifier: negative is failure.
pub(crate) struct Hid(pub(crate) hid_t);

impl Status for Hid {
    type Output = hid_t;

    fn check(self) -> Option<hid_t> {
        (self.0 >= 0).then_some(self.0)
    }

    fn discard(id: hid_t) {
        // SAFETY: the lock is held by the call that has just made the identifier.
        if unsafe { H5Idec_ref(id) } < 0 {
            stack::clear();
            exit::half_closed(id);
        }
    }
}

/// A value of a C enum or a small count: negative is failure.
pub(crate) struct Code(pub(crate) c_int);

impl Status for Code {
    type Output = c_int;

    fn check(self) -> Option<c_int> {
        (self.0 >= 0).then_some(self.0)
    }
}

/// A length or count: negative is failure.
pub(crate) struct Len(pub(crate) i64);

impl Status for Len {
    type Output = usize;

    fn check(self) -> Option<usize> {
        usize::try_from(self.0).ok()
    }
}

/// A size in bytes or bits: zero is failure.
pub(crate) struct Size(pub(crate) usize);

impl Status for Size {
    type Output = usize;

    fn check(self) -> Option<usize> {
        (self.0 > 0).then_some(self.0)
    }
}

/// A value that cannot tell of a failure.
pub(crate) struct Always<T>(pub(crate) T);

impl<T> Status for Always<T> {
    type Output = T;

    fn check(self) -> Option<T> {
        Some(self.0)
    }
}

/// Takes the lock, makes a call, and on failure copies the error stack before the lock is released.
///
/// Where libhdf5 has called a function of the user's, its panic goes on here, and its error is why the call
/// failed, also where libhdf5 does not know it.
///
/// Nothing is called in a libhdf5 that does not go with the headers: every identifier comes from a call
/// that went through here.
pub(crate) fn call<S: Status>(c_call: impl FnOnce() -> S) -> Result<S::Output> {
    let lock = lock();
    lock.check_version()
        .map_err(|mismatch| ErrorKind::Unsupported { what: mismatch.to_string().into() })?;
    outcome(c_call()).unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Makes a call that closes something while a handle is dropped, where nothing may panic: a panic of a function
/// of the user's is an error here. The lock must be held.
pub(crate) fn call_in_drop<S: Status>(c_call: impl FnOnce() -> S) -> Result<S::Output> {
    outcome(c_call()).unwrap_or_else(|_panic| Err(Error::io(io::Error::other("a panic"))))
}

/// What a call has come to, or the panic of a function that libhdf5 has called in it.
fn outcome<S: Status>(status: S) -> Result<Result<S::Output>, Box<dyn Any + Send>> {
    let output = status.check();
    match (output, callback::take()) {
        (output, Some(Left::Panic(panic))) => {
            if output.is_none() {
                stack::clear();
            }
            Err(panic)
        }
        (Some(output), Some(Left::Failure(error))) => {
            S::discard(output);
            callback::take();
            Ok(Err(error))
        }
        (None, Some(Left::Error(error) | Left::Failure(error))) => {
            stack::clear();
            Ok(Err(error))
        }
        (output, _) => Ok(output.ok_or_else(stack::take_error)),
    }
}
