//! Whether anybody has a file open for writing, whatever locks there are.

use std::fs::File;

/// Whether any process, this one too, has the file open for writing; `None` where the system does not tell.
///
/// Linux tells the owner of a file: it gives a lease for reading only while nobody writes.
#[cfg(target_os = "linux")]
pub(crate) fn is_open_for_writing(file: &File) -> Option<bool> {
    use std::os::fd::AsRawFd;

    /// `F_SETSIG` of Linux, which the crate libc lacks: the same on all machines that Rust has.
    const F_SETSIG: i32 = 10;

    let descriptor = file.as_raw_fd();
    // Who opens the file for writing just now waits for the lease to end, and the kernel tells us with this
    // signal, which is ignored unless somebody listens to it.
    // SAFETY: no pointers.
    if unsafe { libc::fcntl(descriptor, F_SETSIG, libc::SIGURG) } < 0 {
        return None;
    }
    // SAFETY: no pointers.
    if unsafe { libc::fcntl(descriptor, libc::F_SETLEASE, libc::F_RDLCK) } == 0 {
        // SAFETY: no pointers.
        unsafe { libc::fcntl(descriptor, libc::F_SETLEASE, libc::F_UNLCK) };
        return Some(false);
    }
    let error = std::io::Error::last_os_error();
    (error.kind() == std::io::ErrorKind::WouldBlock).then_some(true)
}

/// Whether any process has the file open for writing: this system does not tell.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_open_for_writing(_file: &File) -> Option<bool> {
    None
}
