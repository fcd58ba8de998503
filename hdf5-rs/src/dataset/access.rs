//! How a dataset is accessed while it is open; nothing of it is stored.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hdf5_ffi::H5D_VDS_FIRST_MISSING;

use crate::error::{Error, Result};
use crate::name::path_to_c;
use crate::raw::{Handle, h5p};

/// The cache of a dataset's chunks, which lives as long as the dataset is open.
///
/// libhdf5 keeps chunks that were read or written, decompressed, until there is no more room for them, or
/// two fall into one slot. A chunk with more bytes than the cache is read and decompressed anew for every
/// selection that touches it. What a dataset has is told by [`Dataset::chunk_cache`](crate::Dataset::chunk_cache), and
/// what libhdf5 gives it by itself at [`FileOptions::chunk_cache`](crate::FileOptions::chunk_cache).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChunkCache {
    /// The number of slots: for speed a prime, some hundred times as many as chunks that fit.
    pub slots: usize,
    /// The bytes of all chunks together.
    pub bytes: usize,
    /// How readily chunks that have been read or written whole make room for others: 0 for not at all, 1
    /// for always first.
    pub w0: f64,
}

impl ChunkCache {
    /// libhdf5 makes a table of pointers, whose bytes it counts without looking whether they can be.
    const MOST_SLOTS: usize = isize::MAX as usize / 2 / size_of::<usize>();

    pub(crate) fn check(self) -> Result<()> {
        if self.slots > Self::MOST_SLOTS {
            let reason = format!("a chunk cache of {} slots has no room in memory", self.slots);
            return Err(Error::invalid_argument(reason));
        }
        if (0.0..=1.0).contains(&self.w0) {
            return Ok(());
        }
        Err(Error::invalid_argument("w0 of a chunk cache lies between 0 and 1"))
    }
}

/// How long a virtual dataset is along an axis that grows with its sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum VirtualView {
    /// Up to the last element that any source has; where others lack theirs, elements have the fill
    /// value.
    #[default]
    LastAvailable,
    /// Up to the first element that a source lacks.
    FirstMissing,
}

/// How a dataset is accessed while it is open: for [`Group::dataset_with`](crate::Group::dataset_with) and
/// [`DatasetBuilder::access`](crate::DatasetBuilder::access).
///
/// Nothing of this is stored in the file. What the first handle says that a dataset is opened with holds
/// for all others that are opened while it is open.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("access.h5"))?;
/// # file.new_dataset::<f32>().shape((0.., 64)).create("frames")?;
/// use hdf5::{ChunkCache, DatasetAccess};
///
/// let access = DatasetAccess::new().chunk_cache(ChunkCache { slots: 12_421, bytes: 64 << 20, w0: 0.75 });
/// let frames = file.dataset_with("frames", &access)?;
/// assert_eq!(frames.chunk_cache()?.bytes, 64 << 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DatasetAccess {
    cache: Option<ChunkCache>,
    external_prefix: Option<PathBuf>,
    virtual_prefix: Option<PathBuf>,
    virtual_view: VirtualView,
    virtual_gap: u64,
}

impl DatasetAccess {
    /// Access without any wishes: with the file's chunk cache, and external files found as libhdf5 does.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A chunk cache of the dataset's own, instead of one as the file's options say.
    #[doc(alias("H5Pset_chunk_cache", "rdcc_nbytes", "rdcc_nslots", "rdcc_w0"))]
    #[must_use]
    pub fn chunk_cache(mut self, cache: ChunkCache) -> Self {
        self.cache = Some(cache);
        self
    }

    /// The folder in which external files with relative names are; without it they are looked for in the
    /// working directory. `${ORIGIN}` at its start is the folder of the HDF5 file.
    #[doc(alias("H5Pset_efile_prefix", "efile_prefix"))]
    #[must_use]
    pub fn external_prefix(mut self, folder: impl AsRef<Path>) -> Self {
        self.external_prefix = Some(folder.as_ref().to_owned());
        self
    }

    /// The folder in which the source files of a virtual dataset are; `${ORIGIN}` at its start is the folder
    /// of the HDF5 file.
    #[doc(alias = "H5Pset_virtual_prefix")]
    #[must_use]
    pub fn virtual_prefix(mut self, folder: impl AsRef<Path>) -> Self {
        self.virtual_prefix = Some(folder.as_ref().to_owned());
        self
    }

    /// How long a virtual dataset is along an axis that grows with its sources.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("view.h5"))?;
    /// use hdf5::{DatasetAccess, VirtualSource, VirtualView};
    ///
    /// let left = file.new_dataset::<i32>().shape((0..,)).create("left")?;
    /// let right = file.new_dataset::<i32>().shape((0..,)).create("right")?;
    /// let both = file.new_dataset::<i32>().shape((0.., 2)).fill_value(-1);
    /// both.virtual_source((.., 0), VirtualSource::of(&left)?)
    ///     .virtual_source((.., 1), VirtualSource::of(&right)?)
    ///     .create("both")?;
    /// left.append([1, 2, 3])?;
    /// right.append([4])?;
    /// assert_eq!(file.dataset("both")?.read::<Vec<i32>>()?, [1, 4, 2, -1, 3, -1]);
    /// let whole = DatasetAccess::new().virtual_view(VirtualView::FirstMissing);
    /// assert_eq!(file.dataset_with("both", &whole)?.read::<Vec<i32>>()?, [1, 4]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Pset_virtual_view")]
    #[must_use]
    pub fn virtual_view(mut self, view: VirtualView) -> Self {
        self.virtual_view = view;
        self
    }

    /// How many sources in a row may be missing, of those whose names are made of a pattern, before they
    /// are taken to end: 0 without this. Not for [`VirtualView::FirstMissing`].
    #[doc(alias = "H5Pset_virtual_printf_gap")]
    #[must_use]
    pub fn virtual_gap(mut self, sources: u64) -> Self {
        self.virtual_gap = sources;
        self
    }

    /// The folder in which external files are looked for, if anything has been said of it: the environment has the
    /// last word.
    pub(super) fn external_folder(&self) -> Option<PathBuf> {
        let environment = std::env::var_os("HDF5_EXTFILE_PREFIX").filter(|it| !it.is_empty());
        environment.map(PathBuf::from).or_else(|| self.external_prefix.clone())
    }

    /// The access property list, if it is not the default one.
    pub(super) fn shared_plist(&self) -> Result<Option<Arc<Handle>>> {
        let wishes = *self != Self::default();
        wishes.then(|| self.plist().map(Arc::new)).transpose()
    }

    /// The access property list.
    pub(crate) fn plist(&self) -> Result<Handle> {
        if *self == Self::default() {
            return Ok(h5p::default());
        }
        let plist = h5p::create_dataset_access()?;
        if let Some(cache) = self.cache {
            cache.check()?;
            let ChunkCache { slots, bytes, w0 } = cache;
            h5p::set_chunk_cache(&plist, slots, bytes, w0)?;
        }
        if let Some(folder) = &self.external_prefix {
            h5p::set_efile_prefix(&plist, &path_to_c(folder)?)?;
        }
        if let Some(folder) = &self.virtual_prefix {
            h5p::set_virtual_prefix(&plist, &path_to_c(folder)?)?;
        }
        if self.virtual_view == VirtualView::FirstMissing {
            h5p::set_virtual_view(&plist, H5D_VDS_FIRST_MISSING)?;
        }
        if self.virtual_gap == u64::MAX {
            return Err(Error::invalid_argument("a gap of endlessly many sources"));
        }
        if self.virtual_gap > 0 {
            h5p::set_virtual_printf_gap(&plist, self.virtual_gap)?;
        }
        Ok(plist)
    }
}
