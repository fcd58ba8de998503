//! Owned identifiers, and the state of the open file that they belong to.

use core::ffi::c_ulong;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use hdf5_ffi::{H5Idec_ref, H5Iis_valid, hid_t, lock};

use crate::error::{ErrorKind, Result};
use crate::raw::{exit, stack};

const OPEN: u8 = 0;
const CLOSED: u8 = 1;
const POISONED: u8 = 2;

/// How many files this process has open for writing.
static WRITABLE: AtomicUsize = AtomicUsize::new(0);

/// A file as this process opened it, shared by every handle to something inside it.
#[derive(Debug)]
pub(crate) struct OpenFile {
    path: PathBuf,
    writable: bool,
    /// Whether another process may write it meanwhile.
    followed: AtomicBool,
    state: AtomicU8,
    /// Its number among the files that are open, once that is known.
    number: OnceLock<c_ulong>,
    /// The process that opened it.
    generation: u32,
}

impl OpenFile {
    pub(crate) fn new(path: &Path, writable: bool) -> Arc<Self> {
        WRITABLE.fetch_add(usize::from(writable), Ordering::AcqRel);
        let (state, number) = (AtomicU8::new(OPEN), OnceLock::new());
        let generation = exit::generation();
        let (path, followed) = (path.to_owned(), AtomicBool::new(false));
        Arc::new(Self { path, writable, followed, state, number, generation })
    }

    /// Says that another process may write the file meanwhile.
    pub(crate) fn set_followed(&self) {
        self.followed.store(true, Ordering::Release);
    }

    pub(crate) fn is_followed(&self) -> bool {
        self.followed.load(Ordering::Acquire)
    }

    /// Says which file it is; it stays that.
    pub(crate) fn set_number(&self, number: c_ulong) {
        let number = *self.number.get_or_init(|| number);
        if self.writable {
            exit::flush_at_exit(number);
        }
    }

    /// Checks that no fork is between this process and the one that opened the file.
    pub(crate) fn check_process(&self) -> Result<()> {
        if self.is_inherited() { Err(ErrorKind::OtherProcess.into()) } else { Ok(()) }
    }

    fn is_inherited(&self) -> bool {
        self.generation != exit::generation()
    }

    /// Whether this process has any file open for writing.
    pub(crate) fn any_is_writable() -> bool {
        WRITABLE.load(Ordering::Acquire) > 0
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn is_writable(&self) -> bool {
        self.writable
    }

    /// Whether the file can be changed: it is open, and not for reading only.
    pub(crate) fn check_writable(&self) -> Result<()> {
        self.check()?;
        if self.writable { Ok(()) } else { Err(ErrorKind::ReadOnly.into()) }
    }

    /// All identifiers of the file have been closed: the handles that remain own nothing.
    pub(crate) fn set_closed(&self) {
        if self.state.swap(CLOSED, Ordering::AcqRel) != CLOSED {
            WRITABLE.fetch_sub(usize::from(self.writable), Ordering::AcqRel);
        }
    }

    /// Data could not be written back. From here on no identifier of the file is closed, because
    /// libhdf5 2.x crashes when a file is closed after one of its datasets failed to.
    pub(crate) fn poison(&self) {
        self.state.store(POISONED, Ordering::Release);
        if let Some(&number) = self.number.get() {
            exit::poison(number);
        }
    }

    pub(crate) fn check(&self) -> Result<()> {
        match self.state.load(Ordering::Acquire) {
            // What two processes buffer of one file would destroy it.
            OPEN if self.writable => self.check_process(),
            OPEN => Ok(()),
            CLOSED => Err(ErrorKind::Closed.into()),
            _ => Err(ErrorKind::Poisoned.into()),
        }
    }
}

/// Everything in the file is closed.
impl Drop for OpenFile {
    fn drop(&mut self) {
        if *self.state.get_mut() != CLOSED {
            WRITABLE.fetch_sub(usize::from(self.writable), Ordering::AcqRel);
        }
        if let Some(&number) = self.number.get().filter(|_| self.writable && !self.is_inherited()) {
            exit::closed(number);
        }
    }
}

/// An identifier of libhdf5 that is closed when the handle is dropped.
///
/// Not `Clone`: objects that share one identifier share the handle.
#[derive(Debug)]
pub(crate) struct Handle {
    id: hid_t,
    owned: bool,
    file: Option<Arc<OpenFile>>,
}

impl Handle {
    /// Takes over an identifier that is not tied to a file (a dataspace, type or property list).
    pub(crate) fn new(id: hid_t) -> Self {
        Self { id, owned: true, file: None }
    }

    /// Takes over the identifier of a file, or of an object or attribute in one.
    pub(crate) fn in_file(id: hid_t, file: &Arc<OpenFile>) -> Self {
        Self { id, owned: true, file: Some(Arc::clone(file)) }
    }

    /// Refers to an identifier that the library owns, for example a predefined type.
    pub(crate) fn predefined(id: hid_t) -> Self {
        Self { id, owned: false, file: None }
    }

    /// The same identifier, which has turned out to be of an object in a file.
    pub(crate) fn now_in_file(mut self, file: &Arc<OpenFile>) -> Self {
        self.file = Some(Arc::clone(file));
        self
    }

    /// The identifier, as long as the file that it belongs to is open.
    pub(crate) fn id(&self) -> Result<hid_t> {
        if let Some(file) = &self.file {
            file.check()?;
        }
        Ok(self.id)
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        if !self.owned {
            return;
        }
        // Closing would write what the other process buffers, and end its lock.
        if self.file.as_ref().is_some_and(|file| file.is_inherited()) {
            return;
        }
        let _lock = lock();
        // Under the lock, so that the file cannot be closed in between. Closing it has closed what is in it, but
        // not what was reached through an external link.
        let state = self.file.as_ref().map_or(Ok(()), |file| file.check());
        if state.is_err_and(|error| *error.kind() != ErrorKind::Closed) {
            return;
        }
        // A dataset that could not be refreshed is closed too. Identifiers are not used twice.
        // SAFETY: the lock is held; an identifier that is not valid is no error here.
        if unsafe { H5Iis_valid(self.id) } <= 0 {
            stack::clear();
            return;
        }
        // SAFETY: the lock is held, and this handle owns one reference to the identifier.
        if unsafe { H5Idec_ref(self.id) } < 0 {
            stack::clear();
            if let Some(file) = &self.file {
                file.poison();
            }
        }
    }
}
