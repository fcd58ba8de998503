//! Files: opening, creating, flushing, closing.

mod driver;
mod durable;
mod image;
mod options;
mod recover;
mod settings;
mod signature;
mod space;
mod stream;
mod superblock;
mod userblock;
mod watched;

use std::fmt;
use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

pub use driver::{Driver, MultiFiles};
pub use durable::AtomicFile;
pub use options::{FileOptions, LibVer, Locking, MetadataCache, PageBuffer, SpaceStrategy};
pub(crate) use options::{is_locking_disabled, patiently};
pub use recover::{RecoverMode, Recovery, recover};
pub use settings::FileSettings;
pub use space::{FileInfo, FreeSection, OpenObjects};
pub use stream::{StreamError, StreamFile};
pub(crate) use watched::Watched;

use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::object::Object;
use crate::raw::{Handle, OpenFile, callback, exit, h5f, h5o, lock};

/// An HDF5 file; it is its root group.
///
/// | h5py mode | here | a file that exists | no such file |
/// |---|---|---|---|
/// | `'r'` | [`File::open`] | opened for reading | error |
/// | `'r+'` | [`File::open_rw`] | opened | error |
/// | `'w'` | [`File::create`] | replaced | created |
/// | `'x'` | [`File::create_new`] | error | created |
/// | `'a'` | [`File::append`] | opened | created |
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("data.h5");
/// use hdf5::File;
///
/// let file = File::create(&path)?;
/// file.create_dataset("x", [1.0, 2.0, 3.0])?;
/// file.close()?;
///
/// let file = File::open(&path)?;
/// let x: Vec<f64> = file.dataset("x")?.read()?;
/// assert_eq!(x, [1.0, 2.0, 3.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A file that goes out of scope is closed when the last handle to anything in it is gone; an error of
/// that is lost. [`close`](Self::close) closes it at once and tells. What is still open when the program ends
/// by itself, or with [`std::process::exit`], is flushed and closed; when it is aborted or killed, it is not.
///
/// A process that was forked may read from the files that its parent has open for reading. Those that it has open
/// for writing are [`OtherProcess`](crate::ErrorKind::OtherProcess) there, and stay as the parent leaves them; they
/// cannot be opened anew either, for libhdf5 finds them open.
pub struct File {
    root: Group,
    handle: Arc<Handle>,
}

impl File {
    /// Opens a file for reading.
    ///
    /// # Errors
    ///
    /// [`NotFound`](crate::ErrorKind::NotFound), [`NotHdf5`](crate::ErrorKind::NotHdf5),
    /// [`Truncated`](crate::ErrorKind::Truncated), or [`Locked`](crate::ErrorKind::Locked) if another
    /// process is writing it ([`open_swmr`](Self::open_swmr) opens it if that lets others read meanwhile); this process
    /// may open a file that it is writing once more.
    /// [`LeftOpen`](crate::ErrorKind::LeftOpen) if a program that wrote it was killed.
    #[doc(alias = "H5Fopen")]
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().open(path)
    }

    /// Opens a file for reading that another process may be writing meanwhile (h5py's `swmr=True`).
    ///
    /// What it has written is seen after [`Dataset::refresh`](crate::Dataset::refresh); to get each new row once,
    /// see [`swmr`](crate::swmr). The file that a writer left when it was killed can be read in this way.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open); [`Locked`](crate::ErrorKind::Locked) if the file is being written, and not so that
    /// others can read it.
    #[doc(alias = "H5F_ACC_SWMR_READ")]
    pub fn open_swmr(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().open_swmr(path)
    }

    /// Opens a file that exists for reading and writing.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open), and [`Io`](crate::ErrorKind::Io) if it must not be written;
    /// [`AlreadyOpen`](crate::ErrorKind::AlreadyOpen) if this process has it open for reading only.
    #[doc(alias = "H5Fopen")]
    pub fn open_rw(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().open_rw(path)
    }

    /// Creates a file, or replaces the one that is there.
    ///
    /// A file that another process has locked is left as it is; libhdf5 and h5py empty it before they
    /// find that out.
    ///
    /// # Errors
    ///
    /// [`Locked`](crate::ErrorKind::Locked) if the file that is there is in use, and
    /// [`AlreadyOpen`](crate::ErrorKind::AlreadyOpen) if it is in this process;
    /// [`NotFound`](crate::ErrorKind::NotFound) if the directory does not exist,
    /// [`Io`](crate::ErrorKind::Io) if it must not be written.
    #[doc(alias = "H5Fcreate")]
    pub fn create(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().create(path)
    }

    /// Creates a file that does not exist yet.
    ///
    /// # Errors
    ///
    /// [`AlreadyExists`](crate::ErrorKind::AlreadyExists) if there is a file of that name.
    #[doc(alias = "H5Fcreate")]
    pub fn create_new(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().create_new(path)
    }

    /// Opens a file for reading and writing, or creates it if there is none.
    ///
    /// # Errors
    ///
    /// As [`open_rw`](Self::open_rw), and [`create_new`](Self::create_new).
    pub fn append(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().append(path)
    }

    /// How to open or create a file in another way than the usual; see [`FileOptions`].
    #[doc(alias = "with_options")]
    pub fn options() -> FileOptions {
        FileOptions::default()
    }

    pub(crate) fn handle(&self) -> &Handle {
        &self.handle
    }

    /// The handle, for who keeps it.
    pub(crate) fn shared_handle(&self) -> Arc<Handle> {
        Arc::clone(&self.handle)
    }

    /// Takes over the handle of a file that has just been opened.
    pub(crate) fn from_handle(handle: Handle, state: &Arc<OpenFile>) -> Result<Self> {
        let handle = Arc::new(handle);
        let root = Object::new(h5o::open(&handle, c"/")?, state);
        let number = root.info()?.identity.file_number();
        if exit::is_inherited(number) {
            // To close it would write what the other process buffers.
            std::mem::forget((handle, root));
            return Err(ErrorKind::OtherProcess.into());
        }
        state.set_number(number);
        Ok(Self { root: Group::new(root), handle })
    }

    /// The path that the file was opened by.
    #[must_use]
    #[doc(alias = "filename")]
    pub fn file_path(&self) -> &Path {
        self.root.object().file().path()
    }

    /// Whether the file can be written.
    #[must_use]
    #[doc(alias = "mode")]
    pub fn is_writable(&self) -> bool {
        self.root.object().file().is_writable()
    }

    /// Hands everything that is buffered to the operating system.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full. It cannot be tried again: what the file then holds is not certain, nothing more
    /// is written to it, and everything in it gives [`Poisoned`](crate::ErrorKind::Poisoned). To keep on disks that
    /// may become full what was there, write to a copy, as [`File::create_atomic`] does.
    #[doc(alias = "H5Fflush")]
    pub fn flush(&self) -> Result<()> {
        h5f::flush(&self.handle).map_err(|error| error.during("flush file").file(self.file_path()))
    }

    /// Closes the file and everything in it, and tells whether all has been written.
    ///
    /// Groups, datasets and attributes that were opened through this `File` and are still held give
    /// [`Closed`](crate::ErrorKind::Closed) from then on. Objects of other files, which were reached
    /// through external links, do so too; their own file stays open until the last of them is dropped.
    ///
    /// Where this process has opened the file once more, all that was written is in it, but until that other `File` is
    /// closed too, it stays locked, and in the newer formats marked as being written, as a program that is killed
    /// leaves it.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full. What the file then holds is not certain, and the handles that are
    /// left give [`Poisoned`](crate::ErrorKind::Poisoned). A function that libhdf5 calls while it follows a link
    /// cannot close files: [`InvalidArgument`](crate::ErrorKind::InvalidArgument).
    /// [`OtherProcess`](crate::ErrorKind::OtherProcess) in a fork of the process that opened it.
    #[doc(alias = "H5Fclose")]
    pub fn close(self) -> Result<()> {
        let _lock = lock();
        let state = self.root.object().file();
        state.check_process().map_err(|error| error.during("close file").file(state.path()))?;
        if callback::is_running() {
            let reason = "a file cannot be closed in a function that libhdf5 calls";
            return Err(Error::invalid_argument(reason).during("close file").file(state.path()));
        }
        // Flushing first finds a full disk while nothing has been closed: see `OpenFile::poison`.
        let closed =
            h5f::flush(&self.handle).and_then(|()| h5f::close_everything(&self.handle, state));
        if closed.is_ok() {
            state.set_closed();
        }
        let closed = closed.and_then(|()| state.check_stream());
        closed.map_err(|error| error.during("close file").file(state.path()))
    }
}

/// The path, and whether the file can be written.
impl fmt::Display for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mode = if self.is_writable() { "read and write" } else { "read only" };
        write!(f, "file {} ({mode})", self.file_path().display())
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("File").field(&self.file_path()).finish()
    }
}

impl Deref for File {
    type Target = Group;

    fn deref(&self) -> &Group {
        &self.root
    }
}
