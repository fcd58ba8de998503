//! Where an HDF5 file begins.

use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use crate::error::{Error, Result};
use crate::file::File;

/// The first bytes of a superblock (the format specification, II.A "Disk Format: Level 0A").
const SIGNATURE: [u8; 8] = *b"\x89HDF\r\n\x1a\n";

impl File {
    /// Whether there is a file of that path that begins as HDF5 files do, perhaps after a user block
    /// (`h5py.is_hdf5`). Whether it can be opened is another question.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let (data, text) = (dir.path().join("data.h5"), dir.path().join("notes.txt"));
    /// hdf5::File::create(&data)?.close()?;
    /// std::fs::write(&text, "not yet")?;
    /// assert!(hdf5::File::is_hdf5(&data)?);
    /// assert!(!hdf5::File::is_hdf5(&text)?);
    /// assert!(!hdf5::File::is_hdf5(dir.path().join("none.h5"))?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Io`](crate::ErrorKind::Io) if there is such a file and it cannot be read.
    #[doc(alias("H5Fis_hdf5", "H5Fis_accessible"))]
    pub fn is_hdf5(path: impl AsRef<Path>) -> Result<bool> {
        let path = path.as_ref();
        let look = || match path.metadata() {
            // Who opens a FIFO waits for another program to open it too.
            Ok(metadata) if metadata.is_file() => {
                let file = std::fs::File::open(path).map_err(Error::io);
                Ok(find(&mut file?)?.is_some())
            }
            Ok(_) => Ok(false),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(Error::io(error)),
        };
        look().map_err(|error: Error| error.during("look into file").file(path))
    }
}

/// Where the superblock is: at the start, or at 512 or a larger power of two, after a user block.
pub(super) fn find(file: &mut (impl Read + Seek)) -> Result<Option<u64>> {
    let mut at = 0;
    loop {
        file.seek(SeekFrom::Start(at)).map_err(Error::io)?;
        let mut bytes = [0; SIGNATURE.len()];
        match file.read_exact(&mut bytes) {
            Ok(()) if bytes == SIGNATURE => return Ok(Some(at)),
            // A stream may be endless.
            Ok(()) => match at.max(256).checked_mul(2) {
                Some(next) => at = next,
                None => return Ok(None),
            },
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(Error::io(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_superblock_is_found_where_one_may_be_and_nowhere_else() {
        for (at, found) in
            [(0, true), (512, true), (1024, true), (4096, true), (8, false), (1536, false)]
        {
            let mut bytes = vec![0; at];
            bytes.extend(SIGNATURE);
            let expected = found.then_some(at as u64);
            assert_eq!(find(&mut Cursor::new(bytes)).unwrap(), expected, "{at}");
        }
        assert_eq!(find(&mut Cursor::new(&SIGNATURE[..7])).unwrap(), None);
    }

    #[test]
    fn a_stream_without_an_end_has_no_superblock() {
        struct Endless;

        impl Read for Endless {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                buffer.fill(0);
                Ok(buffer.len())
            }
        }

        impl Seek for Endless {
            fn seek(&mut self, _: SeekFrom) -> std::io::Result<u64> {
                Ok(0)
            }
        }

        assert_eq!(find(&mut Endless).unwrap(), None);
    }
}
