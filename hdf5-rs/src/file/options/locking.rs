//! Locks on files: whether there is one, and what holds it.

use std::ffi::CStr;
use std::path::Path;
use std::thread;
use std::time::Duration;

use fs4::{FileExt, TryLockError};
use hdf5_ffi::{H5F_ACC_RDWR, hid_t};

use super::{FileOptions, Locking, refusal};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::h5f;

impl FileOptions {
    /// Opens a file: without a lock if it is only read, cannot be locked, and need not be.
    pub(super) fn open_locked(&self, path: &CStr, flags: u32) -> Result<hid_t> {
        let opened = h5f::open(path, flags, &self.access()?);
        let may_do_without = flags & H5F_ACC_RDWR == 0 && self.locks() == Locking::BestEffort;
        match opened {
            Err(error) if may_do_without && has_no_lock(&error) => {
                let unlocked = self.clone().locking(Locking::Off);
                h5f::open(path, flags, &unlocked.access()?)
            }
            opened => opened,
        }
    }

    /// Checks that a file that exists may be emptied, because libhdf5 empties it before it tries to
    /// lock it.
    pub(in crate::file) fn check_replaceable(&self, path: &Path) -> Result<()> {
        // The lock goes just before libhdf5 takes its own.
        self.lock_to_replace(path).map(drop)
    }

    /// The same, with the lock that nobody else can open the file with, as long as the file that is returned lives.
    pub(in crate::file) fn lock_to_replace(&self, path: &Path) -> Result<Option<std::fs::File>> {
        refusal::check_regular(path)?;
        if self.locks() == Locking::Off || !path.is_file() {
            return Ok(None);
        }
        let io = |error: std::io::Error| Error::from(ErrorKind::Io(error.kind()));
        let file = std::fs::File::options().write(true).open(path).map_err(io)?;
        match FileExt::try_lock(&file) {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) if h5f::is_open_here(path) => {
                Err(ErrorKind::AlreadyOpen.into())
            }
            Err(TryLockError::WouldBlock) => Err(ErrorKind::Locked.into()),
            Err(TryLockError::Error(error)) => match error.raw_os_error() {
                // The one error that libhdf5 passes over, too.
                Some(libc::ENOSYS) if self.locks() == Locking::BestEffort => Ok(None),
                Some(errno) => Err(ErrorKind::CannotLock { errno }.into()),
                None => Err(io(error)),
            },
        }
    }

    /// Whether libhdf5 will lock the file.
    fn locks(&self) -> Locking {
        match std::env::var("HDF5_USE_FILE_LOCKING").as_deref() {
            _ if is_locking_disabled() => Locking::Off,
            Ok("TRUE" | "1") => Locking::Enforce,
            Ok("BEST_EFFORT") => Locking::BestEffort,
            _ => self.access.locking.unwrap_or(Locking::BestEffort),
        }
    }
}

/// Tries again for a while if the file is locked. A program that is being started holds the locks of all files that
/// are open until it runs, even those that this process closes meanwhile; who tries to open a file holds a lock
/// until that fails.
pub(crate) fn patiently<T>(take: impl Fn() -> Result<T>) -> Result<T> {
    for _ in 0..100 {
        match take() {
            Err(error) if *error.kind() == ErrorKind::Locked => {
                thread::sleep(Duration::from_millis(1));
            }
            done => return done,
        }
    }
    take()
}

/// Whether the environment says that no file is locked.
pub(crate) fn is_locking_disabled() -> bool {
    matches!(std::env::var("HDF5_USE_FILE_LOCKING").as_deref(), Ok("FALSE" | "0"))
}

/// Whether a file could not be opened because it cannot be locked, or because this process has it open
/// without a lock.
fn has_no_lock(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::CannotLock { .. })
        || refusal::says(error, "file locking flag values don't match").is_some()
}
