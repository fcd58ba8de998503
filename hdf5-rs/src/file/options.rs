//! How files are opened and created.

pub(super) mod access;
mod creation;
mod locking;
pub(super) mod refusal;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hdf5_ffi::*;

use access::Access;
pub use access::{LibVer, Locking, MetadataCache, PageBuffer};
use creation::Creation;
pub use creation::SpaceStrategy;
pub(crate) use locking::{is_locking_disabled, patiently};

use crate::error::{Error, ErrorKind, Result};
use crate::file::driver::stored;
use crate::file::{Driver, File, image};
use crate::name::path_to_c;
use crate::raw::{Handle, OpenFile, h5f, lock};

/// How to open or create a file: options first, then one of [`open`](Self::open),
/// [`open_rw`](Self::open_rw), [`create`](Self::create), [`create_new`](Self::create_new) and
/// [`append`](Self::append).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("new.h5");
/// use hdf5::{File, LibVer};
///
/// let file = File::options().libver(LibVer::V110, LibVer::V110).create(&path)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "nothing is opened before `open` or one of its kin is called"]
pub struct FileOptions {
    access: Access,
    creation: Creation,
    /// Instead of everything else that is said of the creation.
    created_by: Option<Arc<Handle>>,
}

impl FileOptions {
    /// Creates files by a property list, whatever else is said of how they are created.
    pub(crate) fn created_by(mut self, creation: Handle) -> Self {
        self.created_by = Some(Arc::new(creation));
        self
    }

    /// Opens a file for reading. See [`File::open`].
    ///
    /// # Errors
    ///
    /// As [`File::open`].
    pub fn open(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.open_existing(path, H5F_ACC_RDONLY).map_err(|error| explain(error, path, "open file"))
    }

    /// Opens a file that another process writes, and lets this one read meanwhile. See [`File::open_swmr`].
    ///
    /// # Errors
    ///
    /// As [`File::open_swmr`].
    #[doc(alias = "H5F_ACC_SWMR_READ")]
    pub fn open_swmr(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.open_existing(path, H5F_ACC_RDONLY | H5F_ACC_SWMR_READ)
            .map_err(|error| explain(error, path, "open file"))
    }

    /// The options for a file that is written while others read it.
    pub(crate) fn for_swmr(&self) -> Result<Self> {
        match self.access.libver {
            None => Ok(self.clone().libver(LibVer::V110, LibVer::Latest)),
            Some((oldest, _)) if oldest >= LibVer::V110 => Ok(self.clone()),
            Some((oldest, _)) => Err(Error::invalid_argument(format!(
                "a file that others read while it is written has the format of HDF5 1.10 or newer: the oldest \
                 format to use cannot be {oldest:?}"
            ))),
        }
    }

    /// Opens a file that exists for reading and writing. See [`File::open_rw`].
    ///
    /// # Errors
    ///
    /// As [`File::open_rw`].
    pub fn open_rw(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.open_existing(path, H5F_ACC_RDWR)
            .map_err(|error| explain(error, path, "open file for writing"))
    }

    /// Creates a file, or replaces the one that is there. See [`File::create`].
    ///
    /// # Errors
    ///
    /// As [`File::create`].
    pub fn create(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.create_with(path, H5F_ACC_TRUNC).map_err(|error| explain(error, path, "create file"))
    }

    /// Creates a file that does not exist yet. See [`File::create_new`].
    ///
    /// # Errors
    ///
    /// As [`File::create_new`].
    pub fn create_new(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.create_with(path, H5F_ACC_EXCL).map_err(|error| explain(error, path, "create file"))
    }

    /// Opens a file for reading and writing, or creates it if there is none. See [`File::append`].
    ///
    /// # Errors
    ///
    /// As [`File::append`].
    pub fn append(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        // Only a file that is not there is created; any other reason not to open it is the error.
        let exists = self.first_file(path).symlink_metadata().is_ok();
        let opened = if exists {
            self.open_with(path, H5F_ACC_RDWR)
        } else {
            self.create_with(path, H5F_ACC_EXCL)
        };
        opened.map_err(|error| explain(error, path, "open file for writing"))
    }

    fn open_existing(&self, path: &Path, flags: u32) -> Result<File> {
        self.creation.check_no_space()?;
        self.open_with(path, flags)
    }

    fn open_with(&self, path: &Path, flags: u32) -> Result<File> {
        patiently(|| self.try_to_open(path, flags))
    }

    fn try_to_open(&self, path: &Path, flags: u32) -> Result<File> {
        let c_path = path_to_c(path)?;
        self.access.driver.check_path(path)?;
        self.access.driver.files(path).iter().try_for_each(|file| refusal::check_regular(file))?;
        let writing = flags & H5F_ACC_RDWR != 0;
        self.access.driver.check_stored(path)?;
        let first = self.first_file(path);
        // libhdf5 makes a new HDF5 file of an empty one that is opened for writing.
        if writing
            && first.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
        {
            return Err(ErrorKind::NotHdf5.into());
        }
        // Until the descriptor is marked: who starts programs under the lock passes no open file on.
        let _lock = lock();
        let opened = self.open_locked(&c_path, flags);
        let id = opened.map_err(|error| self.diagnose(error, path, writing))?;
        let file = self.opened(id, path, writing)?;
        self.creation.check_existing(|| file.userblock_size())?;
        // This process has it open as the writer of SWMR, which cannot create objects.
        if writing && h5f::intent(file.handle())? & H5F_ACC_SWMR_WRITE != 0 {
            return Err(ErrorKind::AlreadyOpen.into());
        }
        if flags & H5F_ACC_SWMR_READ != 0 {
            file.object().file().set_followed();
        }
        Ok(file)
    }

    pub(super) fn create_with(&self, path: &Path, flags: u32) -> Result<File> {
        patiently(|| self.try_to_create(path, flags))
    }

    fn try_to_create(&self, path: &Path, flags: u32) -> Result<File> {
        let c_path = path_to_c(path)?;
        self.access.driver.check_path(path)?;
        let (creation, access) = (self.creation()?, self.access()?);
        let files = match self.is_in_memory() {
            true => Vec::new(),
            false => self.access.driver.files(path),
        };
        if flags == H5F_ACC_TRUNC {
            files.iter().try_for_each(|file| self.check_replaceable(file))?;
            if files.iter().any(|file| file.exists()) {
                self.rehearse(&creation)?;
            }
        } else if files.len() > 1 && files.iter().any(|file| file.symlink_metadata().is_ok()) {
            // libhdf5 looks at the first only, and writes over the others.
            return Err(ErrorKind::AlreadyExists.into());
        }
        let _lock = lock();
        let id = h5f::create(&c_path, flags, &creation, &access).map_err(|error| {
            let first = self.first_file(path);
            if flags == H5F_ACC_EXCL && first.symlink_metadata().is_ok() {
                return error.refine(ErrorKind::AlreadyExists);
            }
            self.diagnose(error, path, true)
        })?;
        self.opened(id, path, true)
    }

    /// Creates a file in memory in the same way: libhdf5 empties the one that is there before it finds out that options
    /// do not go together.
    fn rehearse(&self, creation: &Handle) -> Result<()> {
        let access = self.clone().core(false).access()?;
        let name = path_to_c(&image::unique_path())?;
        h5f::create(&name, H5F_ACC_EXCL, creation, &access).map(Handle::new).map(drop)
    }

    /// Takes over the identifier of a file that has just been opened.
    pub(super) fn opened(&self, id: hid_t, path: &Path, writable: bool) -> Result<File> {
        let state = match self.access.driver.is_divided() {
            true => OpenFile::divided(path, writable, Some(self.access.driver.clone())),
            false => OpenFile::new(path, writable),
        };
        let handle = Handle::in_file(id, &state);
        #[cfg(unix)]
        h5f::close_on_exec(&handle, &self.access.driver.files(path))?;
        File::from_handle(handle, &state)
    }

    pub(crate) fn chosen_driver(&self) -> &Driver {
        &self.access.driver
    }

    pub(super) fn chosen_locking(&self) -> Option<Locking> {
        self.access.locking
    }

    /// The bytes of a new file's user block.
    pub(super) fn userblock_room(&self) -> u64 {
        self.creation.userblock.unwrap_or(0)
    }

    /// The file that says whether there is one of that path.
    fn first_file(&self, path: &Path) -> PathBuf {
        self.access.driver.files(path).into_iter().next().unwrap_or_else(|| path.to_owned())
    }

    /// Finds out why a file could not be opened, of the first of its parts that cannot be.
    fn diagnose(&self, error: Error, path: &Path, writing: bool) -> Error {
        let fails = |file: &PathBuf| refusal::open_part(file, writing).is_err();
        let culprit = self.access.driver.files(path).into_iter().find(fails);
        let culprit = culprit.unwrap_or_else(|| self.first_file(path));
        let error = refusal::diagnose(error, &culprit, writing);
        let by_itself = !self.access.driver.is_divided();
        if by_itself && matches!(error.kind(), ErrorKind::Truncated | ErrorKind::Library) {
            if let Some(remedy) = stored::remedy(&culprit) {
                return error.refine(ErrorKind::InvalidArgument { reason: remedy.into() });
            }
        }
        error
    }

    /// Whether the file is one file on a disk.
    pub(super) fn is_one_file(&self) -> bool {
        !self.is_in_memory() && !self.access.driver.is_divided()
    }

    /// Whether the file is to be in memory alone.
    pub(super) fn is_in_memory(&self) -> bool {
        self.access.driver.is_in_memory()
    }

    pub(crate) fn access(&self) -> Result<Handle> {
        self.access.plist()
    }

    /// What a new file is like, which must go with how it is opened.
    pub(super) fn creation(&self) -> Result<Arc<Handle>> {
        if let Some(creation) = &self.created_by {
            return Ok(Arc::clone(creation));
        }
        let newer = self.access.libver.is_some_and(|(oldest, _)| oldest >= LibVer::V18);
        self.access.driver.check_creation(newer || self.creation.asks_for_space())?;
        if self.access.driver.is_divided() && self.creation.asks_for_space() {
            let reason = "a file that consists of several finds room in the usual way";
            return Err(Error::invalid_argument(reason));
        }
        let buffer = self.access.page_buffer;
        if let (Some(buffer), pages) = (buffer, self.creation.pages()) {
            let page = pages.ok_or_else(|| {
                Error::invalid_argument("a page buffer is one of files with `SpaceStrategy::Page`")
            })?;
            if (buffer.size as u64) < page {
                let size = buffer.size;
                let reason = format!("a page buffer holds a page of {page} bytes: not {size}");
                return Err(Error::invalid_argument(reason));
            }
        }
        self.creation.plist().map(Arc::new)
    }
}

fn explain(error: Error, path: &Path, action: &'static str) -> Error {
    error.during(action).file(path)
}
