//! Repacking: the same file anew, without the space that has become free.

mod objects;
mod references;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{Dataset, DatasetBuilder};
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::{Error, Result};
use crate::file::{AtomicFile, File, FileOptions, LibVer};
use crate::raw::{h5f, h5o, h5p, lock};
use objects::Copier;

/// Writes everything that a file holds into a new one, which has no free space in it. The paths may be the same:
/// then the file is replaced.
///
/// It is all there: groups, datasets, committed datatypes, attributes, hard, soft, external and user-defined
/// links, each object once however many links lead to it; types, shapes, layouts, chunks, filters and fill
/// values; orders of creation, comments and character sets; references, which lead to the new objects; the user
/// block, and how the file was created. Chunks are copied as they are stored: filters need not be there, unless
/// elements are references or of variable length. What is outside the file stays there: the data of external
/// datasets, sources of virtual ones, targets of external links.
///
/// Datasets and committed datatypes keep their times of creation and change, if the file has them, except where their
/// elements or attributes are references. These have new ones, as groups do.
///
/// The new file appears when it is complete, as with [`File::create_atomic`]. A process that has
/// the old one open goes on reading that.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("results.h5");
/// use hdf5::{File, repack};
///
/// let file = File::create(&path)?;
/// file.create_dataset("raw", vec![0.5; 10_000])?;
/// file.create_dataset("result", 1.5)?;
/// file.remove("raw")?;
/// file.close()?;
///
/// repack(&path, &path)?;
/// assert!(path.metadata()?.len() < 80_000);
/// assert_eq!(File::open(&path)?.dataset("result")?.read::<f64>()?, 1.5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// As [`File::open`] and [`File::create_atomic`]. An error names the object that cannot be copied;
/// [`ErrorKind::DanglingReference`] is one in its data or attributes that leads nowhere, see
/// [`RepackOptions::drop_dangling`]. What is at the new path then stays as it was.
#[doc(alias("h5repack", "H5Ocopy"))]
pub fn repack(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<()> {
    RepackOptions::new().repack(from, to)
}

impl File {
    /// Writes everything that this file holds into a new one, which has no free space in it; see
    /// [`repack`](crate::repack()), by which a file can also replace itself.
    ///
    /// # Errors
    ///
    /// As [`repack`](crate::repack()); [`ErrorKind::Locked`] if the path is that of this file.
    #[doc(alias = "h5repack")]
    pub fn repack_to(&self, path: impl AsRef<Path>) -> Result<()> {
        RepackOptions::new().repack_file(self, path)
    }
}

/// How a file is repacked; see [`repack`].
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let (old, new) = (dir.path().join("old.h5"), dir.path().join("new.h5"));
/// # hdf5::File::create(&old)?.close()?;
/// use hdf5::{LibVer, RepackOptions};
///
/// let options = RepackOptions::new().libver(LibVer::V110, LibVer::Latest);
/// options.repack(&old, &new)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct RepackOptions {
    libver: Option<(LibVer, LibVer)>,
    drop_dangling: bool,
    userblock: Option<u64>,
    storage: Option<Arc<Storage>>,
}

/// Says how a dataset is to be stored, given the builder of one that is like it without chunks and filters.
type Storage = dyn for<'g> Fn(&Dataset, DatasetBuilder<'g, u8>) -> Option<DatasetBuilder<'g, u8>>
    + Send
    + Sync;

impl RepackOptions {
    /// A file that has everything as it was.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The oldest format to use for what is made anew, and the newest that is allowed. Without it: from that of the
    /// old file on.
    #[doc(alias = "H5Pset_libver_bounds")]
    #[must_use]
    pub fn libver(mut self, oldest: LibVer, newest: LibVer) -> Self {
        self.libver = Some((oldest, newest));
        self
    }

    /// Makes references null that lead to no object of the file, as when it has been removed. Without it, they are an
    /// error.
    #[must_use]
    pub fn drop_dangling(mut self, drop: bool) -> Self {
        self.drop_dangling = drop;
        self
    }

    /// Makes the user block that large: 512 bytes, or a larger power of two, and no less than it was. It begins with the
    /// bytes that were there.
    #[doc(alias("H5Pset_userblock", "h5jam"))]
    #[must_use]
    pub fn userblock(mut self, bytes: u64) -> Self {
        self.userblock = Some(bytes);
        self
    }

    /// Stores datasets in another way. The function is given each dataset whose data is in the file, and the builder of
    /// one like it without chunks and filters, whose `u8` is of no account. It returns that builder with the layout,
    /// chunks and filters that the new dataset is to have, or `None` for one that stays as it is. It runs under the
    /// [lock](hdf5_ffi::lock) of the library.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let path = dir.path().join("runs.h5");
    /// use hdf5::{File, RepackOptions};
    ///
    /// let file = File::create(&path)?;
    /// file.create_dataset("samples", vec![0.5; 10_000])?;
    /// file.create_dataset("gain", 1.5)?;
    /// file.close()?;
    ///
    /// let options = RepackOptions::new().storage(|dataset, new| {
    ///     let is_large = dataset.storage_size().is_ok_and(|bytes| bytes > 4096);
    ///     is_large.then(|| new.chunk(1000).shuffle().deflate(6))
    /// });
    /// options.repack(&path, &path)?;
    /// let file = File::open(&path)?;
    /// assert_eq!(file.dataset("samples")?.chunk()?, Some(vec![1000]));
    /// assert_eq!(file.dataset("gain")?.read::<f64>()?, 1.5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Pset_filter")]
    #[must_use]
    pub fn storage<F>(mut self, choose: F) -> Self
    where
        F: for<'g> Fn(&Dataset, DatasetBuilder<'g, u8>) -> Option<DatasetBuilder<'g, u8>>
            + Send
            + Sync
            + 'static,
    {
        self.storage = Some(Arc::new(choose));
        self
    }

    /// Writes everything that a file holds into a new one; see [`repack`].
    ///
    /// # Errors
    ///
    /// As [`repack`].
    pub fn repack(&self, from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<()> {
        let (from, to) = (from.as_ref(), to.as_ref());
        let source = File::open(from)?;
        let draft = match itself(from, to) {
            // It is in use for reading until it has been copied.
            Some(path) => self.options(&source)?.create_draft(&path)?,
            None => self.options(&source)?.create_atomic(to)?,
        };
        self.copy(&source, &draft)?;
        // It is in use until all that takes time is done.
        draft.commit_after(|| source.close())
    }

    /// Writes everything that an open file holds into a new one; see [`File::repack_to`].
    ///
    /// # Errors
    ///
    /// As [`File::repack_to`].
    pub fn repack_file(&self, file: &File, to: impl AsRef<Path>) -> Result<()> {
        let draft = self.options(file)?.create_atomic(to)?;
        self.copy(file, &draft)?;
        draft.commit()
    }

    /// How the new file is created: as the old one was.
    fn options(&self, source: &File) -> Result<FileOptions> {
        let _lock = lock();
        let options = || {
            let creation = h5f::create_plist(source.handle())?;
            objects::create_like(source.object(), &creation)?;
            if let Some(bytes) = self.userblock {
                let there = source.userblock_size()?;
                if bytes < there {
                    let reason =
                        format!("the user block of {there} bytes does not fit into {bytes}");
                    return Err(Error::invalid_argument(reason));
                }
                h5p::set_userblock(&creation, bytes)?;
            }
            let (oldest, newest) = self.libver.unwrap_or((oldest(source)?, LibVer::Latest));
            Ok(File::options().libver(oldest, newest).created_by(creation))
        };
        options().map_err(|error: Error| error.during("repack file").file(source.file_path()))
    }

    fn copy(&self, source: &File, draft: &AtomicFile) -> Result<()> {
        let _lock = lock();
        if source.is_writable() {
            source.flush()?;
        }
        let copy = || {
            Copier::new(source, draft.file(), self).copy()?;
            match source.userblock_size()? {
                0 => Ok(()),
                _ => draft.file().write_userblock(0, &source.read_userblock()?),
            }
        };
        copy().map_err(|error| match error.object_path() {
            Some(_) => error.file(source.file_path()),
            // The new file has no name that means something to who called.
            None => error.during("repack file").file_is(source.file_path()),
        })
    }
}

/// Whether there is a function that chooses how datasets are stored, in the place of that.
impl fmt::Debug for RepackOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { libver, drop_dangling, userblock, storage } = self;
        f.debug_struct("RepackOptions")
            .field("libver", libver)
            .field("drop_dangling", drop_dangling)
            .field("userblock", userblock)
            .field("storage", &storage.is_some())
            .finish()
    }
}

/// The file itself, if both paths lead to it.
fn itself(from: &Path, to: &Path) -> Option<PathBuf> {
    let (from, to) = (from.canonicalize().ok()?, to.canonicalize().ok()?);
    (from == to).then_some(to)
}

/// The oldest release whose format has the superblock and the root group of a file.
fn oldest(source: &File) -> Result<LibVer> {
    if h5o::has_first_header(source.object().handle())? {
        return Ok(LibVer::Earliest);
    }
    Ok(match h5f::info(source.handle())?.super_.version {
        0 | 1 => LibVer::Earliest,
        2 => LibVer::V18,
        _ => LibVer::V110,
    })
}
