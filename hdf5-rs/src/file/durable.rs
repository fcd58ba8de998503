//! Files that survive a power cut, and files that appear whole or not at all.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use hdf5_ffi::H5F_ACC_EXCL;

use crate::error::{Error, ErrorKind, Result};
use crate::file::{File, FileOptions, patiently};
use crate::name::path_to_c;
use crate::raw::{h5f, lock};

/// Durability.
impl File {
    /// Hands everything that is buffered to the operating system, as [`flush`](Self::flush) does, and waits
    /// until the disk has it, and the name of the file. What that is worth is told in
    /// [`durability`](crate::durability). A file in a stream has it once the stream is
    /// flushed.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full or broken; [`Unsupported`](ErrorKind::Unsupported) for a file that a
    /// [`LinkClass`](crate::LinkClass) has opened as several.
    #[doc(alias("H5Fflush", "fsync"))]
    pub fn sync_all(&self) -> Result<()> {
        let _lock = lock();
        h5f::flush(&self.handle)
            .and_then(|()| self.sync())
            .map_err(|error| error.during("write to the disk file").file(self.file_path()))
    }

    fn sync(&self) -> Result<()> {
        let file = self.root.object().file();
        if file.is_in_stream() {
            // It has been told to flush, which is all that there is.
            return Ok(());
        }
        if let Some(parts) = file.parts() {
            return parts.iter().try_for_each(|part| h5f::sync_path(part));
        }
        match h5f::driver_name(&self.handle)? {
            // It does not tell its descriptor.
            "stdio" => h5f::sync_path(file.place()),
            _ => h5f::sync(&self.handle, file.place()),
        }
    }

    /// Creates a file that takes its name, and the place of a file that has it, only once it is complete: at
    /// [`commit`](AtomicFile::commit). Until then, and if the program ends before, what was there stays.
    ///
    /// Until then it lies beside it, as a hidden file `.NAME.PID.N.draft`; a program that is killed leaves that
    /// behind. A symbolic link stays, and what it leads to is replaced.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let path = dir.path().join("results.h5");
    /// use hdf5::File;
    ///
    /// let draft = File::create_atomic(&path)?;
    /// draft.file().create_dataset("x", [1.0, 2.0])?;
    /// assert!(!path.exists());
    /// draft.commit()?;
    /// assert_eq!(File::open(&path)?.dataset("x")?.read::<Vec<f64>>()?, [1.0, 2.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`File::create`]: the file that is there must be one that may be replaced.
    pub fn create_atomic(path: impl AsRef<Path>) -> Result<AtomicFile> {
        Self::options().create_atomic(path)
    }
}

impl FileOptions {
    /// Creates a file that takes its name once it is complete. See [`File::create_atomic`].
    ///
    /// # Errors
    ///
    /// As [`File::create_atomic`]; [`InvalidArgument`](ErrorKind::InvalidArgument) for files in memory,
    /// and those of several files.
    pub fn create_atomic(&self, path: impl AsRef<Path>) -> Result<AtomicFile> {
        let target = path.as_ref();
        let check = || {
            if !self.is_one_file() {
                let reason = "only what is one file on a disk takes the place of another at once";
                return Err(Error::invalid_argument(reason));
            }
            path_to_c(target)?;
            let place = place_of(target).map_err(io)?;
            patiently(|| self.check_replaceable(&place))
        };
        check().map_err(|error| error.during("create file").file(target))?;
        self.create_draft(target)
    }

    /// Creates a file that takes the place of another once it is complete, whether or not that one is in use yet.
    pub(crate) fn create_draft(&self, target: &Path) -> Result<AtomicFile> {
        let create = || {
            path_to_c(target)?;
            let target = place_of(target).map_err(io)?;
            self.chosen_driver().check_path(&target)?;
            for attempt in 0..1000 {
                let draft = draft_name(&target, attempt)?;
                match self.create_with(&draft, H5F_ACC_EXCL) {
                    Err(error) if *error.kind() == ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(error),
                    Ok(file) => {
                        let options = self.clone();
                        return Ok(AtomicFile { file: Some(file), draft, target, options });
                    }
                }
            }
            Err(ErrorKind::AlreadyExists.into())
        };
        create().map_err(|error| error.during("create file").file(target))
    }
}

/// Where a file is or would be, whatever becomes of links and of the working directory.
pub(super) fn place_of(path: &Path) -> io::Result<PathBuf> {
    match path.canonicalize() {
        // A link may lead to where there is no file yet.
        Err(error) if error.kind() == io::ErrorKind::NotFound => match path.read_link() {
            Ok(target) => place_of(&path.with_file_name(target)),
            Err(_) => std::path::absolute(path),
        },
        place => place,
    }
}

/// A name beside the target, for a file moves at once only within a file system.
pub(super) fn draft_name(target: &Path, attempt: u32) -> Result<PathBuf> {
    /// What file systems take as a name.
    const LONGEST: usize = 255;

    let name = target.file_name().ok_or(ErrorKind::InvalidName { reason: "is no file" })?;
    let end = format!(".{}.{attempt}.draft", std::process::id());
    let mut draft = std::ffi::OsString::from(".");
    if name.len() + end.len() < LONGEST {
        draft.push(name);
    } else {
        draft.push("hdf5");
    }
    draft.push(end);
    Ok(target.with_file_name(draft))
}

fn io(error: io::Error) -> Error {
    ErrorKind::Io(error.kind()).into()
}

/// A file that has another name until it is complete; see [`File::create_atomic`].
///
/// Dropped without [`commit`](Self::commit), it is removed.
pub struct AtomicFile {
    /// None once it is complete.
    file: Option<File>,
    draft: PathBuf,
    target: PathBuf,
    options: FileOptions,
}

impl AtomicFile {
    /// The file, to put into it what it is to hold.
    #[must_use]
    pub fn file(&self) -> &File {
        self.file.as_ref().expect("it is there until `commit`, which takes the value")
    }

    /// Closes the file, waits until the disk has it, and gives it its name, at which it replaces what is there.
    ///
    /// A file that is replaced passes its permissions on.
    ///
    /// # Errors
    ///
    /// As [`File::close`] and [`File::sync_all`]; [`Locked`](ErrorKind::Locked) if the file that is there has
    /// come into use. What is there then stays, and the new file is removed.
    #[doc(alias("rename", "fsync"))]
    pub fn commit(self) -> Result<()> {
        self.commit_after(|| Ok(()))
    }

    /// The same, after what keeps the file that is there in use has been closed, at the last moment.
    pub(crate) fn commit_after(mut self, close: impl FnOnce() -> Result<()>) -> Result<()> {
        let mut close = Some(close);
        let mut commit = || {
            self.file().sync_all()?;
            let file = self.file.take().expect("it is there until now");
            file.close()?;
            close.take().map_or(Ok(()), |close| close())?;
            // Whoever opened the file that is there before it has been replaced would write to one that nobody sees.
            let held = patiently(|| self.options.lock_to_replace(&self.target))?;
            let replaced = replace(&self.draft, &self.target).map_err(io);
            drop(held);
            replaced
        };
        let committed = commit();
        if committed.is_err() {
            self.remove();
        }
        committed.map_err(|error| error.during("replace file").file(&self.target))
    }

    /// Removes the draft. If that fails it stays beside the target, which tells what it was.
    fn remove(&self) {
        let _ = std::fs::remove_file(&self.draft);
    }
}

impl Drop for AtomicFile {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            // What it holds is not wanted.
            let _ = file.close();
            self.remove();
        }
    }
}

/// Gives a file, once the disk has it, the name of another, whose permissions it takes over.
pub(super) fn replace(draft: &Path, target: &Path) -> io::Result<()> {
    match target.metadata() {
        Ok(there) => std::fs::set_permissions(draft, there.permissions())?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    std::fs::File::open(draft)?.sync_all()?;
    // What keeps the name from being synced is to be known before it is changed.
    let directory = h5f::directory_of(target)?;
    std::fs::rename(draft, target)?;
    h5f::sync_directory(directory)
}

/// The path that it will have.
impl fmt::Debug for AtomicFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AtomicFile").field(&self.target).finish()
    }
}
