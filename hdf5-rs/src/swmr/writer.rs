//! The one process that writes.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::dataset::DatasetAccess;
use crate::error::{ErrorKind, Result};
use crate::file::{File, FileOptions, is_locking_disabled, patiently};
use crate::raw::{Handle, OpenFile, h5f, h5p, lock};
use crate::swmr::check::{check, obstacle_of_dataset};
use crate::swmr::dataset::SwmrDataset;
use crate::types::{FixedSize, H5Type};

/// SWMR: one process writes, others read meanwhile; see [`swmr`](crate::swmr).
impl File {
    /// Creates a file, or replaces the one that is there, that others will read while it is written.
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create).
    pub fn create_swmr(path: impl AsRef<Path>) -> Result<SwmrBuilder> {
        Self::options().create_swmr(path)
    }

    /// Opens a file that exists, to append to its datasets while others read it.
    ///
    /// # Errors
    ///
    /// As [`open_rw`](Self::open_rw) and [`start_swmr`](Self::start_swmr).
    #[doc(alias = "H5F_ACC_SWMR_WRITE")]
    pub fn open_swmr_writer(path: impl AsRef<Path>) -> Result<SwmrWriter> {
        Self::options().open_swmr_writer(path)
    }

    /// Lets others read the file from now on (h5py's `f.swmr_mode = True`). All handles to the file and what is in it
    /// are closed: they give [`Closed`](ErrorKind::Closed).
    ///
    /// [`create_swmr`](Self::create_swmr) creates a file that is fit for it.
    ///
    /// # Errors
    ///
    /// [`NotForSwmr`](ErrorKind::NotForSwmr) if the file has another format, or a dataset has elements of variable
    /// length or references; it names the object. [`Unsupported`](ErrorKind::Unsupported) for files in memory, and
    /// of other drivers; [`ReadOnly`](ErrorKind::ReadOnly); [`AlreadyOpen`](ErrorKind::AlreadyOpen) if this process has
    /// opened the file a second time. The file is then closed.
    #[doc(alias("H5Fstart_swmr_write", "swmr_mode"))]
    pub fn start_swmr(self) -> Result<SwmrWriter> {
        let path = self.file_path().to_owned();
        start(self).map_err(|error| error.during("start SWMR writing of file").file(&path))
    }
}

fn start(file: File) -> Result<SwmrWriter> {
    let _lock = lock();
    file.object().file().check_writable()?;
    if let Err(error) = check(&file) {
        file.close()?;
        return Err(error);
    }
    // Another identifier keeps the file open, and locked, while everything else is closed.
    let state = OpenFile::new(file.file_path(), true);
    let locks = h5p::file_locking(&h5f::access_plist(file.handle())?)? && !is_locking_disabled();
    let handle = Handle::in_file(h5f::reopen(file.handle())?, &state);
    if let Err(error) = file.close() {
        // libhdf5 2.x crashes when it is closed after that.
        state.poison(error.clone());
        return Err(error);
    }
    // By another handle this process could go on to create objects.
    if h5f::open_count(&handle)? > 1 {
        return Err(ErrorKind::AlreadyOpen.into());
    }
    patiently(|| h5f::start_swmr_write(&handle))?;
    // libhdf5 has just taken its lock away, so that readers can open the file.
    if locks {
        patiently(|| h5f::lock_shared(&handle))?;
    }
    let file = File::from_handle(handle, &state)?;
    let end = h5f::end_of_allocation(file.handle())?;
    let writing = Writing {
        file: file.shared_handle(),
        end: Mutex::new(End { written: end, at: Instant::now(), interval: Duration::ZERO }),
    };
    Ok(SwmrWriter { file, writing: Arc::new(writing) })
}

impl FileOptions {
    /// Creates a file that others will read while it is written. See [`File::create_swmr`].
    ///
    /// The format is that of HDF5 1.10 or newer.
    ///
    /// # Errors
    ///
    /// As [`File::create_swmr`]; [`InvalidArgument`](ErrorKind::InvalidArgument) if [`libver`](Self::libver) asks
    /// for an older format.
    pub fn create_swmr(&self, path: impl AsRef<Path>) -> Result<SwmrBuilder> {
        let path = path.as_ref();
        let options = self.for_swmr().map_err(|error| error.during("create file").file(path))?;
        Ok(SwmrBuilder { file: options.create(path)? })
    }

    /// Opens a file that exists, to append to its datasets while others read it. See [`File::open_swmr_writer`].
    ///
    /// # Errors
    ///
    /// As [`File::open_swmr_writer`], and [`create_swmr`](Self::create_swmr).
    pub fn open_swmr_writer(&self, path: impl AsRef<Path>) -> Result<SwmrWriter> {
        let path = path.as_ref();
        let options =
            self.for_swmr().map_err(|error| error.during("open file for writing").file(path))?;
        options.open_rw(path)?.start_swmr()
    }
}

/// A new file that is being prepared; see [`File::create_swmr`].
///
/// Everything that the file is to hold is created here. Until [`start`](Self::start), nobody else can open it.
#[derive(Debug)]
#[must_use = "others can read the file only after `start`"]
pub struct SwmrBuilder {
    file: File,
}

impl SwmrBuilder {
    /// The file, to create its groups, datasets and attributes.
    #[must_use]
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Lets others read the file from now on. All handles to the file and what is in it are closed.
    ///
    /// # Errors
    ///
    /// As [`File::start_swmr`].
    #[doc(alias = "H5Fstart_swmr_write")]
    pub fn start(self) -> Result<SwmrWriter> {
        self.file.start_swmr()
    }
}

/// A file that this process writes while others read it; see [`swmr`](crate::swmr).
///
/// It gives its datasets, to append to and to overwrite. All else of the file stays as it is until
/// [`close`](Self::close).
pub struct SwmrWriter {
    file: File,
    writing: Arc<Writing>,
}

/// What a writer shares with its datasets.
#[derive(Debug)]
pub(super) struct Writing {
    file: Arc<Handle>,
    end: Mutex<End>,
}

/// What the superblock says about where the file ends.
#[derive(Debug)]
struct End {
    written: u64,
    /// When it was last written.
    at: Instant,
    /// How long it may be older than the file.
    interval: Duration,
}

impl Writing {
    /// Writes where the file ends, if it has grown.
    pub(super) fn keep_end(&self) -> Result<()> {
        let _lock = lock();
        let mut end = self.end.lock().unwrap_or_else(PoisonError::into_inner);
        if h5f::end_of_allocation(&self.file)? == end.written || end.at.elapsed() < end.interval {
            return Ok(());
        }
        h5f::flush(&self.file)?;
        (end.written, end.at) = (h5f::end_of_allocation(&self.file)?, Instant::now());
        Ok(())
    }
}

impl SwmrWriter {
    /// A dataset of the file, to append to and to overwrite.
    ///
    /// # Errors
    ///
    /// As [`Group::dataset`](crate::Group::dataset); [`TypeMismatch`](ErrorKind::TypeMismatch) if no `T` can be
    /// written into it.
    pub fn dataset<T: H5Type + FixedSize>(&self, name: impl AsRef<[u8]>) -> Result<SwmrDataset<T>> {
        self.dataset_with(name, &DatasetAccess::new())
    }

    /// A dataset of the file, with options for as long as it is open: a chunk cache of its own.
    ///
    /// # Errors
    ///
    /// As [`dataset`](Self::dataset), and [`Group::dataset_with`](crate::Group::dataset_with).
    pub fn dataset_with<T: H5Type + FixedSize>(
        &self,
        name: impl AsRef<[u8]>,
        access: &DatasetAccess,
    ) -> Result<SwmrDataset<T>> {
        let name = name.as_ref();
        let dataset = self.file.dataset_with(name, access)?;
        let open = || {
            // A link may lead to another file.
            if let Some(reason) = obstacle_of_dataset(&dataset)? {
                let path = String::from_utf8_lossy(name).into_owned();
                return Err(ErrorKind::NotForSwmr { path, reason }.into());
            }
            SwmrDataset::new(&dataset, &self.writing)
        };
        open().map_err(|error| self.file.object().explain_at(error, "open dataset", name))
    }

    /// Hands everything that is buffered to the operating system.
    ///
    /// [`append`](SwmrDataset::append) and [`overwrite`](SwmrDataset::overwrite) have done so for their data.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full.
    #[doc(alias = "H5Fflush")]
    pub fn flush(&self) -> Result<()> {
        self.file.flush()
    }

    /// Hands everything that is buffered to the operating system, and waits until the disk has it.
    ///
    /// # Errors
    ///
    /// As [`File::sync_all`].
    pub fn sync_all(&self) -> Result<()> {
        self.file.sync_all()
    }

    /// How long the file may be larger than it says: for no time at all without this.
    ///
    /// Each append for which the file has grown writes its size into the superblock, so that tools that
    /// know of nothing else repair it after a crash. With a longer interval, and many small appends,
    /// only [`recover`](crate::recover) does.
    pub fn set_end_interval(&self, interval: Duration) {
        self.writing.end.lock().unwrap_or_else(PoisonError::into_inner).interval = interval;
    }

    /// The path that the file was opened by.
    #[must_use]
    pub fn file_path(&self) -> &Path {
        self.file.file_path()
    }

    /// Closes the file, and tells whether all has been written. Its datasets give
    /// [`Closed`](ErrorKind::Closed) from then on. While a reader in this same process has it open, it stays marked as
    /// being written: see [`File::close`].
    ///
    /// # Errors
    ///
    /// As [`File::close`].
    #[doc(alias = "H5Fclose")]
    pub fn close(self) -> Result<()> {
        self.file.close()
    }
}

/// The path of the file.
impl fmt::Debug for SwmrWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SwmrWriter").field(&self.file_path()).finish()
    }
}
