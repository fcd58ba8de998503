//! Functions of the user's that libhdf5 calls, and what they leave for the call that libhdf5 is in.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::error::{Error, ErrorKind, Result};

/// What cannot go through C.
pub(crate) enum Left {
    Panic(Box<dyn Any + Send>),
    /// Why the call fails, even if libhdf5 has succeeded.
    Failure(Error),
    /// Why the call fails, if it does.
    Error(Error),
}

/// As many functions may run within each other as libhdf5 follows links on its own.
const MAX_DEPTH: u32 = 16;

thread_local! {
    static LEFT: Cell<Option<Left>> = const { Cell::new(None) };
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

/// Runs a function of the user's from within a call of libhdf5. `None` if it fails: why is left for
/// [`call`](crate::raw::call::call), which made that call.
///
/// libhdf5 may succeed nevertheless, as it does where it has other ways to go.
pub(crate) fn run<R>(function: impl FnOnce() -> Result<R>) -> Option<R> {
    run_leaving(function, Left::Error)
}

/// Runs one whose failure makes the call that it is in fail, also if libhdf5 is not told of it or does without
/// what it was to do. Whether it has succeeded.
pub(crate) fn run_strictly(function: impl FnOnce() -> Result<()>) -> bool {
    run_leaving(function, Left::Failure).is_some()
}

fn run_leaving<R>(function: impl FnOnce() -> Result<R>, failed: fn(Error) -> Left) -> Option<R> {
    let depth = DEPTH.get();
    // The calls that the function makes have their own.
    let before = take();
    let result = if depth < MAX_DEPTH {
        DEPTH.set(depth + 1);
        let result = catch_unwind(AssertUnwindSafe(function));
        DEPTH.set(depth);
        result
    } else {
        Ok(Err(ErrorKind::TooManyLinks.into()))
    };
    let (value, left) = match result {
        Ok(Ok(value)) => (Some(value), None),
        Ok(Err(error)) => (None, Some(failed(error))),
        Err(panic) => (None, Some(Left::Panic(panic))),
    };
    // A panic goes before all, and the first failure before what it may have caused.
    let left = match (before, left) {
        (Some(Left::Panic(panic)), _) | (_, Some(Left::Panic(panic))) => Some(Left::Panic(panic)),
        (Some(Left::Failure(error)), _) => Some(Left::Failure(error)),
        (before, left) => left.or(before),
    };
    // At the end of a thread, when its variables have gone, nobody asks for it.
    let _ = LEFT.try_with(|place| place.set(left));
    value
}

/// What the functions that a call has run have left.
pub(crate) fn take() -> Option<Left> {
    // At the end of a thread, when its variables have gone, no function has run.
    LEFT.try_with(Cell::take).ok().flatten()
}

/// Whether this thread is in a function that libhdf5 has called: then libhdf5 uses what is open.
pub(crate) fn is_running() -> bool {
    DEPTH.get() > 0
}
