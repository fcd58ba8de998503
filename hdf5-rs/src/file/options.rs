//! How files are opened and created.

use std::path::Path;

use fs4::{FileExt, TryLockError};
use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::file::{File, recover};
#[cfg(doc)]
use crate::group::GroupBuilder;
use crate::group::GroupCreation;
use crate::name::path_to_c;
use crate::raw::{Handle, OpenFile, h5f, h5p, lock};

/// The releases of HDF5 whose file format a file may use.
///
/// Newer formats have more abilities; older programs read only older ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum LibVer {
    /// The oldest that can hold what is written.
    Earliest,
    /// HDF5 1.8.
    V18,
    /// HDF5 1.10.
    V110,
    /// HDF5 1.12.
    V112,
    /// HDF5 1.14.
    V114,
    /// HDF5 2.0.
    V200,
    /// The newest that the linked library knows.
    Latest,
}

/// Whether a file is locked against other processes while it is open.
///
/// The environment variable `HDF5_USE_FILE_LOCKING` has the last word, as in every HDF5 program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Locking {
    /// Always; opening fails where the file system has no locks, as NFS and Lustre may.
    Enforce,
    /// Where the file system has locks.
    BestEffort,
    /// Never. Nothing then stops two processes from damaging the file.
    Off,
}

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
    libver: Option<(LibVer, LibVer)>,
    locking: Option<Locking>,
    userblock: Option<u64>,
    core: Option<bool>,
    chunk_cache: Option<(usize, usize, f64)>,
    root: GroupCreation,
}

impl FileOptions {
    /// The oldest format to use, and the newest that is allowed. Without it: the oldest possible,
    /// which every HDF5 program reads.
    #[doc(alias = "H5Pset_libver_bounds")]
    pub fn libver(mut self, oldest: LibVer, newest: LibVer) -> Self {
        self.libver = Some((oldest, newest));
        self
    }

    /// Whether to lock the file. Without it: as the linked libhdf5 does, which is mostly
    /// [`Locking::BestEffort`].
    #[doc(alias = "H5Pset_file_locking")]
    pub fn locking(mut self, locking: Locking) -> Self {
        self.locking = Some(locking);
        self
    }

    /// Bytes to leave free at the start of a new file: 512, or a larger power of two.
    #[doc(alias = "H5Pset_userblock")]
    pub fn userblock(mut self, bytes: u64) -> Self {
        self.userblock = Some(bytes);
        self
    }

    /// Keeps the file in memory: a file that exists is read whole, and changes are written back on
    /// close only with `backing_store`.
    #[doc(alias = "H5Pset_fapl_core")]
    pub fn core(mut self, backing_store: bool) -> Self {
        self.core = Some(backing_store);
        self
    }

    /// The cache of each open dataset: its number of slots, its bytes, and how readily chunks that
    /// have been read whole make room for others, from 0 to 1.
    #[doc(alias = "H5Pset_chunk_cache")]
    pub fn chunk_cache(mut self, slots: usize, bytes: usize, w0: f64) -> Self {
        self.chunk_cache = Some((slots, bytes, w0));
        self
    }

    /// Whether a new file keeps the order in which the links and attributes of its root group are created.
    /// They are then listed in that order. Other groups: [`GroupBuilder::track_order`].
    #[doc(alias("H5Pset_link_creation_order", "H5Pset_attr_creation_order"))]
    pub fn track_order(mut self, track: bool) -> Self {
        self.root.track_order = track;
        self
    }

    /// Whether a new file keeps the times of creation and change of its root group. By default it does not, so
    /// that two runs of a program write the same bytes. Other groups: [`GroupBuilder::track_times`].
    #[doc(alias = "H5Pset_obj_track_times")]
    pub fn track_times(mut self, track: bool) -> Self {
        self.root.track_times = track;
        self
    }

    /// How the root group of a new file stores its links: see [`GroupBuilder::link_phase_change`].
    #[doc(alias = "H5Pset_link_phase_change")]
    pub fn link_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.root.link_phase_change = Some((max_compact, min_dense));
        self
    }

    /// How the root group of a new file stores its attributes: see
    /// [`GroupBuilder::attribute_phase_change`].
    #[doc(alias = "H5Pset_attr_phase_change")]
    pub fn attribute_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.root.attribute_phase_change = Some((max_compact, min_dense));
        self
    }

    /// For how many links the root group of a new file has room from the start: see
    /// [`GroupBuilder::estimated_links`].
    #[doc(alias = "H5Pset_est_link_info")]
    pub fn estimated_links(mut self, count: u16, name_len: u16) -> Self {
        self.root.estimated_links = Some((count, name_len));
        self
    }

    /// For how many bytes of names the root group of a new file has room from the start: see
    /// [`GroupBuilder::local_heap_size_hint`].
    #[doc(alias = "H5Pset_local_heap_size_hint")]
    pub fn local_heap_size_hint(mut self, bytes: u32) -> Self {
        self.root.local_heap_size_hint = Some(bytes);
        self
    }

    /// Opens a file for reading. See [`File::open`].
    ///
    /// # Errors
    ///
    /// As [`File::open`].
    pub fn open(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.open_with(path, H5F_ACC_RDONLY).map_err(|error| explain(error, path, "open file"))
    }

    /// Opens a file that another process writes, and lets this one read meanwhile. See [`File::open_swmr`].
    ///
    /// # Errors
    ///
    /// As [`File::open_swmr`].
    #[doc(alias = "H5F_ACC_SWMR_READ")]
    pub fn open_swmr(&self, path: impl AsRef<Path>) -> Result<File> {
        let path = path.as_ref();
        self.open_with(path, H5F_ACC_RDONLY | H5F_ACC_SWMR_READ)
            .map_err(|error| explain(error, path, "open file"))
    }

    /// The options for a file that is written while others read it.
    pub(crate) fn for_swmr(&self) -> Result<Self> {
        match self.libver {
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
        self.open_with(path, H5F_ACC_RDWR)
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
        let exists = path.symlink_metadata().is_ok();
        let opened = if exists {
            self.open_with(path, H5F_ACC_RDWR)
        } else {
            self.create_with(path, H5F_ACC_EXCL)
        };
        opened.map_err(|error| explain(error, path, "open file for writing"))
    }

    fn open_with(&self, path: &Path, flags: u32) -> Result<File> {
        let c_path = path_to_c(path)?;
        let access = self.access()?;
        let writing = flags & H5F_ACC_RDWR != 0;
        // libhdf5 makes a new HDF5 file of an empty one that is opened for writing.
        if writing
            && path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0)
        {
            return Err(ErrorKind::NotHdf5.into());
        }
        // Until the descriptor is marked: who starts programs under the lock passes no open file on.
        let _lock = lock();
        let id =
            h5f::open(&c_path, flags, &access).map_err(|error| diagnose(error, path, writing))?;
        let file = self.opened(id, path, writing)?;
        // This process has it open as the writer of SWMR, which cannot create objects.
        if writing && h5f::intent(file.handle())? & H5F_ACC_SWMR_WRITE != 0 {
            return Err(ErrorKind::Locked.into());
        }
        if flags & H5F_ACC_SWMR_READ != 0 {
            file.object().file().set_followed();
        }
        Ok(file)
    }

    fn create_with(&self, path: &Path, flags: u32) -> Result<File> {
        let c_path = path_to_c(path)?;
        let (creation, access) = (self.creation()?, self.access()?);
        if flags == H5F_ACC_TRUNC && self.core != Some(false) {
            self.check_replaceable(path)?;
        }
        let _lock = lock();
        let id = h5f::create(&c_path, flags, &creation, &access).map_err(|error| {
            if flags == H5F_ACC_EXCL && path.symlink_metadata().is_ok() {
                return error.refine(ErrorKind::AlreadyExists);
            }
            diagnose(error, path, true)
        })?;
        self.opened(id, path, true)
    }

    /// Takes over the identifier of a file that has just been opened.
    pub(super) fn opened(&self, id: hid_t, path: &Path, writable: bool) -> Result<File> {
        let state = OpenFile::new(path, writable);
        let handle = Handle::in_file(id, &state);
        #[cfg(unix)]
        h5f::close_on_exec(&handle)?;
        File::from_handle(handle, &state)
    }

    /// Checks that a file that exists may be emptied, because libhdf5 empties it before it tries to
    /// lock it.
    pub(super) fn check_replaceable(&self, path: &Path) -> Result<()> {
        let Ok(metadata) = path.metadata() else {
            return Ok(());
        };
        if metadata.is_dir() {
            return Err(ErrorKind::Io(std::io::ErrorKind::IsADirectory).into());
        }
        if !self.locks() || !metadata.is_file() {
            return Ok(());
        }
        let io = |error: std::io::Error| Error::from(ErrorKind::Io(error.kind()));
        let file = std::fs::File::options().write(true).open(path).map_err(io)?;
        match FileExt::try_lock(&file) {
            // The lock goes with `file`, just before libhdf5 takes its own.
            Ok(()) => Ok(()),
            Err(TryLockError::WouldBlock) => Err(ErrorKind::Locked.into()),
            // A file system without locks: libhdf5 decides by its own settings.
            Err(TryLockError::Error(_)) => Ok(()),
        }
    }

    /// Whether the file is to be in memory alone.
    pub(super) fn is_in_memory(&self) -> bool {
        self.core == Some(false)
    }

    /// Whether libhdf5 will lock the file.
    fn locks(&self) -> bool {
        match std::env::var("HDF5_USE_FILE_LOCKING").as_deref() {
            _ if is_locking_disabled() => false,
            Ok("TRUE" | "1" | "BEST_EFFORT") => true,
            _ => self.locking != Some(Locking::Off),
        }
    }

    pub(crate) fn access(&self) -> Result<Handle> {
        let plist = h5p::create_file_access()?;
        let (oldest, newest) = self.libver.unwrap_or((LibVer::Earliest, LibVer::Latest));
        h5p::set_libver_bounds(&plist, c_libver(oldest)?, c_libver(newest)?)?;
        match self.locking {
            None => {}
            Some(Locking::Enforce) => h5p::set_file_locking(&plist, true, false)?,
            Some(Locking::BestEffort) => h5p::set_file_locking(&plist, true, true)?,
            Some(Locking::Off) => h5p::set_file_locking(&plist, false, false)?,
        }
        match self.core {
            // h5py's block size.
            Some(backing_store) => h5p::set_fapl_core(&plist, 64 * 1024, backing_store)?,
            // Said explicitly, so that no environment variable chooses another driver.
            None => h5p::set_fapl_sec2(&plist)?,
        }
        if let Some((slots, bytes, w0)) = self.chunk_cache {
            if !(0.0..=1.0).contains(&w0) {
                return Err(Error::invalid_argument("w0 of a chunk cache lies between 0 and 1"));
            }
            h5p::set_cache(&plist, slots, bytes, w0)?;
        }
        Ok(plist)
    }

    pub(super) fn creation(&self) -> Result<Handle> {
        let plist = h5p::create_file_create()?;
        self.root.set(&plist)?;
        if let Some(bytes) = self.userblock {
            if bytes != 0 && (bytes < 512 || !bytes.is_power_of_two()) {
                let reason =
                    format!("a user block has 0 bytes, or a power of two from 512: not {bytes}");
                return Err(Error::invalid_argument(reason));
            }
            h5p::set_userblock(&plist, bytes)?;
        }
        Ok(plist)
    }
}

/// Whether the environment says that no file is locked.
pub(crate) fn is_locking_disabled() -> bool {
    matches!(std::env::var("HDF5_USE_FILE_LOCKING").as_deref(), Ok("FALSE" | "0"))
}

fn c_libver(version: LibVer) -> Result<H5F_libver_t> {
    match version {
        LibVer::Earliest => Ok(H5F_LIBVER_EARLIEST),
        LibVer::V18 => Ok(H5F_LIBVER_V18),
        LibVer::V110 => Ok(H5F_LIBVER_V110),
        #[cfg(hdf5_ge_1_12)]
        LibVer::V112 => Ok(H5F_LIBVER_V112),
        #[cfg(hdf5_ge_1_14)]
        LibVer::V114 => Ok(H5F_LIBVER_V114),
        #[cfg(hdf5_ge_2_0)]
        LibVer::V200 => Ok(H5F_LIBVER_V200),
        LibVer::Latest => Ok(H5F_LIBVER_LATEST),
        #[cfg(not(hdf5_ge_2_0))]
        newer => {
            let what = format!("the file format {newer:?} in this release of libhdf5");
            Err(ErrorKind::Unsupported { what: what.into() }.into())
        }
    }
}

/// Finds out why a file could not be opened, where libhdf5 only says that it could not.
fn diagnose(error: Error, path: &Path, writing: bool) -> Error {
    if path.is_dir() {
        return error.refine(ErrorKind::Io(std::io::ErrorKind::IsADirectory));
    }
    match error.kind() {
        ErrorKind::Library => {}
        ErrorKind::Io(kind) => {
            let kind = io_kind(*kind, path);
            return error.refine(kind);
        }
        _ => return error,
    }
    if error.frames().iter().any(|frame| frame.description.contains("already open")) {
        // What libhdf5 says of a mark that was left is how to lose the data.
        return match recover::is_left_open(path) {
            true => ErrorKind::LeftOpen.into(),
            false => error.refine(ErrorKind::Locked),
        };
    }
    match std::fs::File::options().read(true).write(writing).open(path) {
        Err(io) => error.refine(io_kind(io.kind(), path)),
        Ok(_) => error,
    }
}

/// The kind of an error of the operating system about a path.
pub(super) fn io_kind(kind: std::io::ErrorKind, path: &Path) -> ErrorKind {
    match kind {
        std::io::ErrorKind::NotFound => {
            // Name the first directory that is missing, if it is not the file itself.
            let exists = |path: &Path| path.as_os_str().is_empty() || path.exists();
            let ancestors: Vec<&Path> = path.ancestors().collect();
            let missing = ancestors.into_iter().rev().find(|ancestor| !exists(ancestor));
            ErrorKind::NotFound { missing: missing.unwrap_or(path).display().to_string() }
        }
        kind => ErrorKind::Io(kind),
    }
}

fn explain(error: Error, path: &Path, action: &'static str) -> Error {
    error.during(action).file(path)
}
