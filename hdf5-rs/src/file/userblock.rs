//! The user block: bytes at the start of a file which are the program's own.

use crate::error::{Error, ErrorKind, Result};
use crate::file::File;
use crate::raw::{h5f, h5p, lock};

/// The user block.
impl File {
    /// How many bytes there are before the HDF5 file proper: see [`FileOptions::userblock`](crate::FileOptions::userblock).
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Pget_userblock")]
    pub fn userblock_size(&self) -> Result<u64> {
        h5f::create_plist(&self.handle)
            .and_then(|creation| h5p::userblock(&creation))
            .map_err(|error| error.during("read the user block of file").file(self.file_path()))
    }

    /// The bytes of the user block, all of them: what was never written is zero.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let path = dir.path().join("script.h5");
    /// use hdf5::File;
    ///
    /// let file = File::options().userblock(512).create(&path)?;
    /// file.write_userblock(0, b"#!/usr/bin/env h5ls\n")?;
    /// assert!(file.read_userblock()?.starts_with(b"#!"));
    /// file.close()?;
    /// assert!(std::fs::read(&path)?.starts_with(b"#!/usr/bin/env h5ls\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Unsupported`](ErrorKind::Unsupported) for a file that is not one file on the disk, and on systems other than
    /// those of Unix: its first bytes can be read when it is closed. Fails if the file is closed.
    #[doc(alias = "h5unjam")]
    pub fn read_userblock(&self) -> Result<Vec<u8>> {
        let read = || {
            let _lock = lock();
            let size = usize::try_from(self.userblock_size()?);
            let size = size.map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
            let mut bytes = h5f::read_bytes(&self.handle, 0, size)?;
            // A file that is new may be shorter.
            bytes.resize(size, 0);
            Ok(bytes)
        };
        read().map_err(|error: Error| {
            error.during("read the user block of file").file(self.file_path())
        })
    }

    /// Writes bytes into the user block, from a place on. The others stay as they are.
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](ErrorKind::InvalidArgument) if they are more than there is room for,
    /// [`ReadOnly`](ErrorKind::ReadOnly), and as [`read_userblock`](Self::read_userblock).
    #[doc(alias = "h5jam")]
    pub fn write_userblock(&self, start: u64, bytes: &[u8]) -> Result<()> {
        let write = || {
            let _lock = lock();
            self.root.object().file().check_writable()?;
            let size = self.userblock_size()?;
            let end = start.checked_add(bytes.len() as u64);
            if size == 0 && !bytes.is_empty() {
                let reason = "the file has no user block: `FileOptions::userblock` gives one to a new file, and \
                              `RepackOptions::userblock` to a copy";
                return Err(Error::invalid_argument(reason));
            }
            if end.is_none_or(|end| end > size) {
                let count = bytes.len();
                let reason =
                    format!("{count} bytes from {start} on do not fit into a user block of {size}");
                return Err(Error::invalid_argument(reason));
            }
            h5f::write_bytes(&self.handle, start, bytes)
        };
        write().map_err(|error: Error| {
            error.during("write the user block of file").file(self.file_path())
        })
    }
}
