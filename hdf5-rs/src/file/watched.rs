//! A file that another process writes, looked at from outside.

use std::fs::{File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::error::{Error, ErrorKind, Result};
use crate::file::superblock::Superblock;

/// How often a superblock is read that the writer may be writing just now.
const ATTEMPTS: usize = 10;

/// A file, and what was last known of it.
#[derive(Debug)]
pub(crate) struct Watched {
    path: PathBuf,
    known: Mutex<Known>,
}

#[derive(Debug)]
struct Known {
    file: File,
    length: u64,
    superblock: Superblock,
}

impl Watched {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let mut file = File::open(path).map_err(io)?;
        let superblock = superblock(&mut file)?;
        let length = file.metadata().map_err(io)?.len();
        // The working directory may change.
        let path = path.canonicalize().map_err(io)?;
        Ok(Self { path, known: Mutex::new(Known { file, length, superblock }) })
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the file says that somebody writes it.
    pub(crate) fn is_marked(&self) -> Result<bool> {
        superblock(&mut self.known().file).map(|superblock| superblock.is_marked())
    }

    /// Checks that the file is still the one that is at its path, and has not been emptied, of which there are more
    /// signs where something has `failed`: it also becomes shorter when it is closed.
    ///
    /// # Errors
    ///
    /// [`Replaced`](ErrorKind::Replaced) otherwise.
    pub(crate) fn check(&self, failed: bool) -> Result<()> {
        let mut known = self.known();
        let here = known.file.metadata().map_err(io)?;
        let is_same = match self.path.metadata() {
            Ok(there) => is_same(&here, &there),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
            Err(error) => return Err(io(error)),
        };
        let shorter = here.len() < known.length;
        let emptied = match (failed || shorter).then(|| superblock(&mut known.file)) {
            None => false,
            Some(Ok(found)) => {
                (shorter && (failed || found.is_marked()))
                    || !found.may_be_of_the_file_of(&known.superblock)
            }
            Some(Err(_)) => shorter,
        };
        if !is_same || emptied {
            return Err(ErrorKind::Replaced.into());
        }
        known.length = here.len();
        Ok(())
    }
}

fn superblock(file: &mut File) -> Result<Superblock> {
    for _ in 1..ATTEMPTS {
        if let Ok(superblock) = Superblock::read(file) {
            return Ok(superblock);
        }
        thread::sleep(Duration::from_millis(1));
    }
    Superblock::read(file)
}

#[cfg(unix)]
pub(super) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// The system does not tell.
#[cfg(not(unix))]
pub(super) fn is_same(_one: &Metadata, _other: &Metadata) -> bool {
    true
}

fn io(error: std::io::Error) -> Error {
    ErrorKind::Io(error.kind()).into()
}
