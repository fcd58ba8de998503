//! Files that are in memory alone, from and to bytes.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use hdf5_ffi::{H5F_ACC_EXCL, H5F_ACC_RDWR};

use super::signature;
use crate::error::{Error, ErrorKind, Result};
use crate::file::{File, FileOptions};
use crate::name::path_to_c;
use crate::raw::{h5f, h5p, lock};

/// Files in memory.
impl File {
    /// Creates a file that is in memory alone (`h5py.File.in_memory()`).
    ///
    /// # Errors
    ///
    /// Fails if there is no memory.
    #[doc(alias = "H5Pset_fapl_core")]
    pub fn in_memory() -> Result<Self> {
        Self::options().in_memory()
    }

    /// Opens a file that is in memory: the bytes of a whole HDF5 file, which are copied. What is written to it
    /// stays in memory, until [`to_bytes`](Self::to_bytes) returns it.
    ///
    /// ```
    /// let file = hdf5::File::in_memory()?;
    /// file.create_dataset("x", [1.5, 2.5])?;
    /// let bytes = file.to_bytes()?;
    ///
    /// let copy = hdf5::File::from_bytes(&bytes)?;
    /// assert_eq!(copy.dataset("x")?.read::<Vec<f64>>()?, [1.5, 2.5]);
    /// # Ok::<(), hdf5::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotHdf5`](ErrorKind::NotHdf5) and [`Truncated`](ErrorKind::Truncated) as for files.
    #[doc(alias("H5Pset_file_image", "H5LTopen_file_image", "file_image"))]
    pub fn from_bytes(bytes: impl AsRef<[u8]>) -> Result<Self> {
        Self::options().from_bytes(bytes)
    }

    /// The bytes that the file would have on a disk, now: everything is flushed first.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full, if the file is closed, and if there is no memory for its bytes.
    #[doc(alias = "H5Fget_file_image")]
    #[doc(alias = "get_file_image")]
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let _lock = lock();
        h5f::flush(&self.handle)
            .and_then(|()| h5f::image(&self.handle))
            .map_err(|error| error.during("copy the bytes of file").file(self.file_path()))
    }
}

/// Files in memory.
impl FileOptions {
    /// Creates a file that is in memory alone. See [`File::in_memory`].
    ///
    /// # Errors
    ///
    /// As [`File::in_memory`].
    pub fn in_memory(&self) -> Result<File> {
        let path = unique_path();
        let options = self.clone().core(false);
        let create = || {
            let (creation, access) = (options.creation()?, options.access()?);
            let _lock = lock();
            let id = h5f::create(&path_to_c(&path)?, H5F_ACC_EXCL, &creation, &access)?;
            options.opened(id, &path, true)
        };
        create().map_err(|error: Error| error.during("create file").file(&path))
    }

    /// Opens a file that is in memory. See [`File::from_bytes`].
    ///
    /// # Errors
    ///
    /// As [`File::from_bytes`].
    pub fn from_bytes(&self, bytes: impl AsRef<[u8]>) -> Result<File> {
        let (path, bytes) = (unique_path(), bytes.as_ref());
        let options = self.clone().core(false);
        let open = || {
            // Of no bytes libhdf5 makes a new file.
            if signature::find(&mut std::io::Cursor::new(bytes))?.is_none() {
                return Err(ErrorKind::NotHdf5.into());
            }
            let access = options.access()?;
            h5p::set_file_image(&access, bytes)?;
            let _lock = lock();
            let id = h5f::open(&path_to_c(&path)?, H5F_ACC_RDWR, &access)?;
            options.opened(id, &path, true)
        };
        open().map_err(|error: Error| error.during("open file").file(&path))
    }
}

/// A name that no other file has: to libhdf5, two files of one name in memory are the same.
pub(super) fn unique_path() -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    PathBuf::from(format!("(in memory {})", NEXT.fetch_add(1, Ordering::Relaxed)))
}
