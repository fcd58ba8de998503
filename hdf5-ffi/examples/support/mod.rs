//! What every example here shares: the folder it writes into, and the check of what C returned.

use std::fmt::Display;

use hdf5_ffi::{H5E_DEFAULT, H5Eprint};

/// Works in the folder that the first argument names, or else in the current one, so that file
/// names are those of the C program.
pub(crate) fn enter_folder() {
    if let Some(folder) = std::env::args_os().nth(1) {
        std::env::set_current_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    }
}

/// The value that C returned; a negative one means failure, and ends the program with what the
/// library has to say about it.
#[track_caller]
pub(crate) fn ok<T: Copy + Display + Default + PartialOrd>(returned: T) -> T {
    if returned < T::default() {
        // SAFETY: the caller still holds the lock under which the call failed; without a stream
        // the error stack goes to the standard error.
        unsafe { H5Eprint(H5E_DEFAULT, std::ptr::null_mut()) };
        panic!("the call returned {returned}");
    }
    returned
}
