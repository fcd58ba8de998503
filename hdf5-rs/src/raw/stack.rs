//! The C library's error stack as an [`Error`]. The lock must be held since the call that failed.

use core::ffi::{c_char, c_uint, c_void};
use std::panic::AssertUnwindSafe;

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Frame};

/// What the frames say, by the library's own codes.
#[derive(Default)]
struct Stack {
    frames: Vec<Frame>,
    kind: Option<ErrorKind>,
}

/// Copies the error stack of the call that just failed, and empties it.
pub(crate) fn take_error() -> Error {
    let mut stack = Stack::default();
    let data: *mut Stack = &mut stack;
    // SAFETY: the lock is held; `push_frame` is given the pointer to `stack`, which outlives the walk.
    unsafe {
        H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, Some(push_frame), data.cast());
        H5Eclear2(H5E_DEFAULT);
    }
    Error::with_frames(stack.kind.unwrap_or(ErrorKind::Library), stack.frames)
}

/// Empties the error stack after a failure that is not reported.
pub(crate) fn clear() {
    // SAFETY: the lock is held.
    unsafe { H5Eclear2(H5E_DEFAULT) };
}

unsafe extern "C" fn push_frame(
    _depth: c_uint,
    entry: *const H5E_error2_t,
    data: *mut c_void,
) -> herr_t {
    let pushed = std::panic::catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: libhdf5 passes a valid entry, and `data` is the `Stack` of `take_error`.
        let (entry, stack) = unsafe { (&*entry, &mut *data.cast::<Stack>()) };
        let frame = Frame {
            function: text(entry.func_name),
            description: text(entry.desc),
            major: message(entry.maj_num),
            minor: message(entry.min_num),
            file: text(entry.file_name),
            line: entry.line,
        };
        // The innermost code that says something definite decides.
        if let Some(kind) = definite_kind(entry.min_num, &frame) {
            stack.kind = Some(kind);
        }
        stack.frames.push(frame);
    }));
    if pushed.is_ok() { 0 } else { -1 }
}

/// The kinds that the library's minor codes decide on their own.
fn definite_kind(minor: hid_t, frame: &Frame) -> Option<ErrorKind> {
    // SAFETY: the lock is held; the codes are set when the library is initialised and then constant.
    unsafe {
        if minor == H5E_EXISTS || minor == H5E_FILEEXISTS {
            Some(ErrorKind::AlreadyExists)
        } else if minor == H5E_NOTHDF5 {
            Some(ErrorKind::NotHdf5)
        } else if minor == H5E_TRUNCATED {
            Some(ErrorKind::Truncated)
        } else if minor == H5E_CANTLOCKFILE || frame.description.starts_with("unable to lock file")
        {
            // The driver `core` has another code for it.
            Some(match errno(&frame.description) {
                // No lock can be had at all, where it is not that another holds it.
                Some(errno) if system_kind(errno) != std::io::ErrorKind::WouldBlock => {
                    ErrorKind::CannotLock { errno }
                }
                _ => ErrorKind::Locked,
            })
        } else if minor == H5E_NLINKS {
            Some(ErrorKind::TooManyLinks)
        } else if minor == H5E_CANTALLOC && frame.description.contains("memory") {
            Some(ErrorKind::OutOfMemory { bytes: None })
        } else if frame.description.contains("no write intent") {
            Some(ErrorKind::ReadOnly)
        } else {
            system_error(&frame.description)
        }
    }
}

/// What the operating system said, where libhdf5 repeats it in its own words.
fn system_error(description: &str) -> Option<ErrorKind> {
    errno(description).map(|errno| ErrorKind::Io(system_kind(errno)))
}

fn errno(description: &str) -> Option<i32> {
    let (_, number) = description.split_once("errno = ")?;
    let end = number.find(|character: char| !character.is_ascii_digit());
    number[..end.unwrap_or(number.len())].parse().ok()
}

fn system_kind(errno: i32) -> std::io::ErrorKind {
    std::io::Error::from_raw_os_error(errno).kind()
}

fn message(id: hid_t) -> String {
    let mut buffer = [0; 80];
    // SAFETY: the lock is held, and the buffer is as long as it is said to be.
    let length =
        unsafe { H5Eget_msg(id, core::ptr::null_mut(), buffer.as_mut_ptr(), buffer.len()) };
    if length <= 0 {
        return String::from("?");
    }
    text(buffer.as_ptr())
}

/// Copies a NUL-terminated string of the library; null counts as empty.
fn text(pointer: *const c_char) -> String {
    if pointer.is_null() {
        return String::new();
    }
    // SAFETY: the library's messages are NUL-terminated and live while the lock is held.
    unsafe { core::ffi::CStr::from_ptr(pointer) }.to_string_lossy().into_owned()
}
