//! Owned identifiers, and the state of the open file that they belong to.

use core::ffi::c_ulong;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use hdf5_ffi::{H5Dflush, H5F_SCOPE_GLOBAL, H5Fflush, H5Idec_ref, H5Iis_valid, hid_t, lock};

use crate::error::{Error, ErrorKind, Result};
use crate::file::Driver;
use crate::raw::call::{Code, Herr, call_in_drop};
use crate::raw::vfd::Stream;
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
    /// The path from the root, where the working directory plays no part any more.
    place: PathBuf,
    writable: bool,
    /// Whether another process may write it meanwhile.
    followed: AtomicBool,
    state: AtomicU8,
    /// Its number among the files that are open, once that is known.
    number: OnceLock<c_ulong>,
    /// The process that opened it.
    generation: u32,
    /// Whether it consists of several files, whose names its driver makes.
    divided: bool,
    /// That driver, if it is known.
    driver: Option<Driver>,
    /// Where it is, if not on the disk.
    stream: Option<Arc<Stream>>,
    /// How many identifiers of it, and of what is in it, are held.
    handles: AtomicUsize,
    /// Why it is poisoned.
    failure: OnceLock<Error>,
}

impl OpenFile {
    pub(crate) fn new(path: &Path, writable: bool) -> Arc<Self> {
        Arc::new(Self::with(path, writable))
    }

    /// A file that consists of several, by a driver that may be known.
    pub(crate) fn divided(path: &Path, writable: bool, driver: Option<Driver>) -> Arc<Self> {
        let mut file = Self::with(path, writable);
        (file.divided, file.driver) = (true, driver);
        Arc::new(file)
    }

    /// A file in a stream, by the name that it has in errors.
    pub(crate) fn in_stream(name: &Path, writable: bool, stream: Arc<Stream>) -> Arc<Self> {
        let mut file = Self::with(name, writable);
        file.stream = Some(stream);
        Arc::new(file)
    }

    fn with(path: &Path, writable: bool) -> Self {
        WRITABLE.fetch_add(usize::from(writable), Ordering::AcqRel);
        Self {
            path: path.to_owned(),
            place: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            writable,
            divided: false,
            driver: None,
            followed: AtomicBool::new(false),
            state: AtomicU8::new(OPEN),
            number: OnceLock::new(),
            generation: exit::generation(),
            stream: None,
            handles: AtomicUsize::new(0),
            failure: OnceLock::new(),
        }
    }

    /// The files that it consists of, if those are several; `None` if their driver is not known either.
    pub(crate) fn parts(&self) -> Option<Vec<PathBuf>> {
        self.driver.as_ref().map(|driver| driver.files(&self.place))
    }

    /// Whether the file is in a stream of the user's.
    pub(crate) fn is_in_stream(&self) -> bool {
        self.stream.is_some()
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

    pub(crate) fn place(&self) -> &Path {
        &self.place
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

    /// Data could not be written back. From here on no identifier of the file is closed: libhdf5 frees what fails to
    /// close, but keeps its identifier, and looks at what it was of when the file is closed, when an object of
    /// whatever file is renamed or removed, and when the program ends.
    pub(crate) fn poison(&self, failure: Error) {
        // The first is what the others come from.
        self.failure.get_or_init(|| failure);
        self.state.store(POISONED, Ordering::Release);
        if let Some(&number) = self.number.get() {
            exit::leave(number);
        }
    }

    /// The same after something has failed to close.
    pub(crate) fn poison_half_closed(&self, id: hid_t, failure: &Error) {
        exit::half_closed(id);
        self.poison(failure.clone());
    }

    /// Why the stream could not be written that the file is in, also if libhdf5 has not told.
    pub(crate) fn check_stream(&self) -> Result<()> {
        let failure = self.stream.as_ref().and_then(|stream| stream.failure());
        failure.map_or(Ok(()), |failure| Err(failure.clone()))
    }

    pub(crate) fn check(&self) -> Result<()> {
        match self.state.load(Ordering::Acquire) {
            // What two processes buffer of one file would destroy it, and a stream's position may be common to
            // both.
            OPEN if self.writable || self.is_in_stream() => self.check_process()?,
            OPEN => {}
            CLOSED => return Err(ErrorKind::Closed.into()),
            _ => return Err(Error::poisoned(self.failure.get())),
        }
        let Some(stream) = &self.stream else {
            return Ok(());
        };
        if let Some(failure) = stream.failure() {
            // Whoever comes first is told what it was.
            self.poison(failure.clone());
            return Err(failure.clone());
        }
        stream.check_idle()
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
    written: AtomicBool,
}

impl Handle {
    fn with_file(id: hid_t, owned: bool, file: Option<Arc<OpenFile>>) -> Self {
        if let Some(file) = &file {
            file.handles.fetch_add(1, Ordering::AcqRel);
        }
        Self { id, owned, file, written: AtomicBool::new(false) }
    }

    /// Takes over an identifier that is not tied to a file (a dataspace, type or property list).
    pub(crate) fn new(id: hid_t) -> Self {
        Self::with_file(id, true, None)
    }

    /// Takes over the identifier of a file, or of an object or attribute in one.
    pub(crate) fn in_file(id: hid_t, file: &Arc<OpenFile>) -> Self {
        Self::with_file(id, true, Some(Arc::clone(file)))
    }

    /// Refers to an identifier that the library owns, for example a predefined type.
    pub(crate) fn predefined(id: hid_t) -> Self {
        Self::with_file(id, false, None)
    }

    /// The same identifier, which has turned out to be of an object in a file.
    pub(crate) fn now_in_file(mut self, file: &Arc<OpenFile>) -> Self {
        file.handles.fetch_add(1, Ordering::AcqRel);
        self.file = Some(Arc::clone(file));
        self
    }

    /// Whether it belongs to a file that consists of several.
    pub(crate) fn is_divided(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.divided)
    }

    /// Whether it belongs to a file in a stream.
    pub(crate) fn is_in_stream(&self) -> bool {
        self.file.as_ref().is_some_and(|file| file.is_in_stream())
    }

    /// The identifier, as long as the file that it belongs to is open.
    pub(crate) fn id(&self) -> Result<hid_t> {
        if let Some(file) = &self.file {
            file.check()?;
        }
        Ok(self.id)
    }

    /// The identifier, also if the file is poisoned, as long as there is something behind it.
    pub(crate) fn id_to_name(&self) -> Result<hid_t> {
        let Some(file) = &self.file else {
            return Ok(self.id);
        };
        match file.state.load(Ordering::Acquire) {
            CLOSED => Err(ErrorKind::Closed.into()),
            _ if exit::is_half_closed(self.id) => Err(Error::poisoned(file.failure.get())),
            _ => {
                file.check_process()?;
                file.stream.as_ref().map_or(Ok(()), |stream| stream.check_idle())?;
                Ok(self.id)
            }
        }
    }

    /// Says that data has been written by way of the identifier, of a dataset, which libhdf5 may hold back.
    pub(crate) fn set_written(&self) {
        self.written.store(true, Ordering::Release);
    }

    /// Writes what is held back, while a failure leaves everything as it is. The lock must be held.
    fn flush_before_closing(&self, file: &OpenFile) -> Result<()> {
        if !file.is_writable() {
            return Ok(());
        }
        if file.handles.load(Ordering::Acquire) == 0 {
            // The file is closed with it.
            // SAFETY: no pointers; the identifier is of a file, or of something in one.
            return call_in_drop(|| Herr(unsafe { H5Fflush(self.id, H5F_SCOPE_GLOBAL) }));
        }
        if self.written.load(Ordering::Acquire) {
            // SAFETY: no pointers; data is written to datasets only.
            return call_in_drop(|| Herr(unsafe { H5Dflush(self.id) }));
        }
        Ok(())
    }

    /// The outcome of a call that has flushed the file, which a failure poisons; and of writing to a stream,
    /// which libhdf5 may not have told.
    pub(crate) fn poisoned_by(&self, flushed: Result<()>) -> Result<()> {
        let Some(file) = &self.file else {
            return flushed;
        };
        flushed
            .and_then(|()| file.check_stream())
            .inspect_err(|failure| file.poison(failure.clone()))
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
        if let Some(file) = &self.file {
            file.handles.fetch_sub(1, Ordering::AcqRel);
        }
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
        let Some(file) = &self.file else {
            // SAFETY: the lock is held, and this handle owns one reference to the identifier. Outside of files
            // nothing fails to close.
            let _ = call_in_drop(|| Code(unsafe { H5Idec_ref(self.id) }));
            return;
        };
        if let Err(error) = self.flush_before_closing(file) {
            return file.poison(error);
        }
        // SAFETY: as above.
        if let Err(error) = call_in_drop(|| Code(unsafe { H5Idec_ref(self.id) })) {
            file.poison_half_closed(self.id, &error);
        }
    }
}
