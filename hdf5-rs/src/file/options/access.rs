//! How libhdf5 works on a file while it is open: options that the file does not keep.

use hdf5_ffi::*;

use super::FileOptions;
use crate::dataset::ChunkCache;
use crate::error::{Error, ErrorKind, Result};
use crate::file::Driver;
use crate::raw::{Handle, h5p};

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

impl LibVer {
    const ALL: [Self; 7] =
        [Self::Earliest, Self::V18, Self::V110, Self::V112, Self::V114, Self::V200, Self::Latest];

    pub(crate) fn to_c(self) -> Result<H5F_libver_t> {
        let bound = h5p::LIBVERS[self as usize];
        bound.ok_or_else(|| {
            let what = format!("the file format {self:?} in this release of libhdf5");
            ErrorKind::Unsupported { what: what.into() }.into()
        })
    }

    /// The release of a bound; of one that is newer than this crate, the latest.
    pub(crate) fn from_c(bound: H5F_libver_t) -> Self {
        let is_it = |version: &Self| h5p::LIBVERS[*version as usize] == Some(bound);
        Self::ALL.into_iter().find(is_it).unwrap_or(Self::Latest)
    }
}

/// Whether a file is locked against other processes while it is open: who writes shuts all others out, and who
/// reads shuts those out who would write.
///
/// A file that another process has locked is [`Locked`](ErrorKind::Locked), after a tenth of a second in which it is
/// tried again: programs that are just being started hold the locks of this one for a moment. One that the operating system cannot
/// lock is [`CannotLock`](ErrorKind::CannotLock), with its reason. What one process opens more than once must be
/// opened with the same choice.
///
/// The environment variable `HDF5_USE_FILE_LOCKING` has the last word, as in every HDF5 program: `TRUE` is
/// `Enforce`, `BEST_EFFORT` is `BestEffort`, and `FALSE` is `Off`. libhdf5 reads it when it is first used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Locking {
    /// Always; opening fails where the file system has no locks, as NFS and Lustre may.
    Enforce,
    /// Where there are locks. Where the operating system has none at all (`ENOSYS`), files are used without, and
    /// where a file cannot be locked for another reason, it is still read without, but not written.
    BestEffort,
    /// Never. Nothing then stops two processes from damaging the file.
    Off,
}

/// How large the cache of a file's metadata is: for [`FileOptions::metadata_cache`].
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{File, MetadataCache};
///
/// let cache = MetadataCache::between(1 << 20, 64 << 20).initial_size(8 << 20);
/// let file = File::options().metadata_cache(cache).create(dir.path().join("many.h5"))?;
/// assert_eq!(file.settings()?.metadata_cache.max_size, 64 << 20);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct MetadataCache {
    /// Its bytes at first.
    pub initial_size: usize,
    /// Its least number of bytes.
    pub min_size: usize,
    /// Its greatest number of bytes.
    pub max_size: usize,
    /// The part of it, from 0 to 1, that is to be free of what is not yet written.
    pub min_clean_fraction: f64,
}

/// What libhdf5 allows (`H5C__MIN_MAX_CACHE_SIZE` and `H5C__MAX_MAX_CACHE_SIZE` in its `H5Cprivate.h`).
const METADATA_CACHE: std::ops::RangeInclusive<usize> = 1024..=128 * 1024 * 1024;

impl MetadataCache {
    /// One that has as many bytes as are needed, from so many up to so many.
    ///
    /// libhdf5 begins with 2 MiB, goes from 1 MiB to 32 MiB by default, and takes 1 KiB to 128 MiB.
    #[must_use]
    pub fn between(min_size: usize, max_size: usize) -> Self {
        // libhdf5's defaults (`H5AC__DEFAULT_CACHE_CONFIG` in its `H5ACprivate.h`).
        let initial_size = (2 * 1024 * 1024).max(min_size).min(max_size);
        Self { initial_size, min_size, max_size, min_clean_fraction: 0.01 }
    }

    /// One that always has so many bytes.
    #[must_use]
    pub fn fixed(size: usize) -> Self {
        Self::between(size, size)
    }

    /// How many bytes it has at first.
    #[must_use]
    pub fn initial_size(mut self, size: usize) -> Self {
        self.initial_size = size;
        self
    }

    /// Which part of it, from 0 to 1, is to be free of what is not yet written. By default 0.01.
    #[must_use]
    pub fn min_clean_fraction(mut self, fraction: f64) -> Self {
        self.min_clean_fraction = fraction;
        self
    }

    fn check(self) -> Result<()> {
        let (min, max) = (METADATA_CACHE.start(), METADATA_CACHE.end());
        let sizes = [self.min_size, self.initial_size, self.max_size];
        if !sizes.is_sorted() || sizes.iter().any(|size| !METADATA_CACHE.contains(size)) {
            let reason = format!(
                "the least, first and greatest size of a metadata cache go up, from {min} to {max}: not {sizes:?}"
            );
            return Err(Error::invalid_argument(reason));
        }
        if (0.0..=1.0).contains(&self.min_clean_fraction) {
            return Ok(());
        }
        Err(Error::invalid_argument("the clean part of a metadata cache lies between 0 and 1"))
    }
}

/// The buffer of a file's pages: for [`FileOptions::page_buffer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PageBuffer {
    /// Its bytes.
    pub size: usize,
    /// How many percent of it are kept for metadata.
    pub min_metadata_percent: u32,
    /// How many percent of it are kept for raw data.
    pub min_raw_percent: u32,
}

/// The options that become a file access property list.
#[derive(Debug, Clone, Default)]
pub(super) struct Access {
    pub(super) libver: Option<(LibVer, LibVer)>,
    pub(super) locking: Option<Locking>,
    pub(super) driver: Driver,
    chunk_cache: Option<ChunkCache>,
    alignment: Option<(u64, u64)>,
    metadata_block_size: Option<u64>,
    small_data_block_size: Option<u64>,
    sieve_buffer_size: Option<usize>,
    pub(super) page_buffer: Option<PageBuffer>,
    metadata_cache: Option<MetadataCache>,
    evict_on_close: bool,
    external_link_cache: Option<u32>,
}

/// Options of files that are open.
impl FileOptions {
    /// The oldest format to use, and the newest that is allowed. Without it: the oldest possible,
    /// which every HDF5 program reads.
    #[doc(alias = "H5Pset_libver_bounds")]
    pub fn libver(mut self, oldest: LibVer, newest: LibVer) -> Self {
        self.access.libver = Some((oldest, newest));
        self
    }

    /// Whether to lock the file. Without it: as the linked libhdf5 does, which is mostly
    /// [`Locking::BestEffort`].
    #[doc(alias = "H5Pset_file_locking")]
    pub fn locking(mut self, locking: Locking) -> Self {
        self.access.locking = Some(locking);
        self
    }

    /// By which means the bytes of the file are read and written: one file on a disk, in memory, many files ...
    #[doc(alias("H5Pset_driver", "H5Pset_fapl_stdio", "H5Pset_fapl_family", "H5Pset_fapl_split"))]
    #[doc(alias("H5Pset_fapl_multi", "H5Pset_fapl_direct", "H5Pset_fapl_log"))]
    #[doc(alias("H5Pset_core_write_tracking", "memb_size", "meta_ext"))]
    pub fn driver(mut self, driver: Driver) -> Self {
        self.access.driver = driver;
        self
    }

    /// Keeps the file in memory: a file that exists is read whole, and changes are written back on
    /// close only with `backing_store`. [`Driver::Core`] has more options.
    #[doc(alias = "H5Pset_fapl_core")]
    pub fn core(self, backing_store: bool) -> Self {
        // h5py's increment.
        self.driver(Driver::Core { increment: 64 * 1024, backing_store, write_tracking: None })
    }

    /// The cache of each open dataset that is not opened with one of its own. Without it: 8,191 slots and 8 MiB with
    /// libhdf5 2, 521 slots and 1 MiB before, and a `w0` of 0.75.
    #[doc(alias("H5Pset_cache", "rdcc_nbytes", "rdcc_nslots", "rdcc_w0"))]
    pub fn chunk_cache(mut self, cache: ChunkCache) -> Self {
        self.access.chunk_cache = Some(cache);
        self
    }

    /// Lets everything that has at least `threshold` bytes begin at a multiple of `interval` bytes.
    #[doc(alias("H5Pset_alignment", "alignment_threshold", "alignment_interval"))]
    pub fn alignment(mut self, threshold: u64, interval: u64) -> Self {
        self.access.alignment = Some((threshold, interval));
        self
    }

    /// In blocks of how many bytes room for metadata is taken. Without it: 2,048; 0 takes no blocks.
    #[doc(alias("H5Pset_meta_block_size", "meta_block_size"))]
    pub fn metadata_block_size(mut self, bytes: u64) -> Self {
        self.access.metadata_block_size = Some(bytes);
        self
    }

    /// In blocks of how many bytes room for small raw data is taken. Without it: 2,048; 0 takes no blocks.
    #[doc(alias = "H5Pset_small_data_block_size")]
    pub fn small_data_block_size(mut self, bytes: u64) -> Self {
        self.access.small_data_block_size = Some(bytes);
        self
    }

    /// The bytes of the buffer by which parts of contiguous datasets are read and written. Without it: 65,536.
    #[doc(alias = "H5Pset_sieve_buf_size")]
    pub fn sieve_buffer_size(mut self, bytes: usize) -> Self {
        self.access.sieve_buffer_size = Some(bytes);
        self
    }

    /// Reads and writes whole pages, of a file that [consists of pages](super::SpaceStrategy::Page), by way of a buffer of
    /// so many bytes, at least one page. So many percent of it are kept for metadata, and so many for raw data.
    ///
    /// A file of another kind is opened without such a buffer from libhdf5 1.14.4 on, and is not opened by older ones.
    #[doc(alias("H5Pset_page_buffer_size", "page_buf_size", "min_meta_keep", "min_raw_keep"))]
    pub fn page_buffer(
        mut self,
        size: usize,
        min_metadata_percent: u32,
        min_raw_percent: u32,
    ) -> Self {
        let buffer = PageBuffer { size, min_metadata_percent, min_raw_percent };
        self.access.page_buffer = Some(buffer);
        self
    }

    /// How large the cache of the file's metadata is. Without it: from 1 MiB up to 32 MiB, as needed.
    #[doc(alias("H5Pset_mdc_config", "H5AC_cache_config_t"))]
    pub fn metadata_cache(mut self, cache: MetadataCache) -> Self {
        self.access.metadata_cache = Some(cache);
        self
    }

    /// Whether the metadata of an object leaves the cache when the last handle to it is dropped.
    #[doc(alias = "H5Pset_evict_on_close")]
    pub fn evict_on_close(mut self, evict: bool) -> Self {
        self.access.evict_on_close = evict;
        self
    }

    /// How many files that external links lead to stay open after they were followed. Without it: none.
    #[doc(alias = "H5Pset_elink_file_cache_size")]
    pub fn external_link_cache(mut self, files: u32) -> Self {
        self.access.external_link_cache = Some(files);
        self
    }
}

/// Of what is larger libhdf5 finds out that there is no room for it when a file that is replaced has been emptied.
const LARGEST: u64 = 1 << 40;

/// Checks the bytes of something that is to be in a file, or of memory for it.
pub(in crate::file) fn check_bytes(what: &str, bytes: u64) -> Result<()> {
    if bytes <= LARGEST {
        return Ok(());
    }
    Err(Error::invalid_argument(format!("{what} has up to 2^40 bytes: not {bytes}")))
}

impl Access {
    pub(super) fn plist(&self) -> Result<Handle> {
        let plist = h5p::create_file_access()?;
        let (oldest, newest) = self.libver.unwrap_or((LibVer::Earliest, LibVer::Latest));
        let (low, high) = (oldest.to_c()?, newest.to_c()?);
        if newest == LibVer::Earliest {
            let reason =
                "the newest format that is allowed is at least `LibVer::V18`, not the earliest";
            return Err(Error::invalid_argument(reason));
        }
        if low > high {
            let reason = format!(
                "the oldest format, {oldest:?}, is newer than the newest that is allowed, {newest:?}"
            );
            return Err(Error::invalid_argument(reason));
        }
        h5p::set_libver_bounds(&plist, low, high)?;
        match self.locking {
            None => {}
            Some(Locking::Enforce) => h5p::set_file_locking(&plist, true, false)?,
            Some(Locking::BestEffort) => h5p::set_file_locking(&plist, true, true)?,
            Some(Locking::Off) => h5p::set_file_locking(&plist, false, false)?,
        }
        self.driver.put_into(&plist)?;
        if let Some(cache) = self.chunk_cache {
            cache.check()?;
            let ChunkCache { slots, bytes, w0 } = cache;
            h5p::set_cache(&plist, slots, bytes, w0)?;
        }
        if let Some((threshold, interval)) = self.alignment {
            if interval == 0 {
                return Err(Error::invalid_argument("an alignment has at least one byte"));
            }
            check_bytes("an alignment", interval)?;
            h5p::set_alignment(&plist, threshold, interval)?;
        }
        if let Some(bytes) = self.metadata_block_size {
            check_bytes("a block of metadata", bytes)?;
            h5p::set_meta_block_size(&plist, bytes)?;
        }
        if let Some(bytes) = self.small_data_block_size {
            check_bytes("a block of small raw data", bytes)?;
            h5p::set_small_data_block_size(&plist, bytes)?;
        }
        if let Some(bytes) = self.sieve_buffer_size {
            h5p::set_sieve_buf_size(&plist, bytes)?;
        }
        if let Some(buffer) = self.page_buffer {
            let (metadata, raw) = (buffer.min_metadata_percent, buffer.min_raw_percent);
            if metadata.checked_add(raw).is_none_or(|percent| percent > 100) {
                let reason = format!(
                    "a page buffer keeps up to 100 percent for data: not {metadata} and {raw}"
                );
                return Err(Error::invalid_argument(reason));
            }
            h5p::set_page_buffer_size(&plist, buffer.size, metadata, raw)?;
        }
        if let Some(cache) = self.metadata_cache {
            cache.check()?;
            h5p::set_metadata_cache(&plist, cache)?;
        }
        if self.evict_on_close {
            h5p::set_evict_on_close(&plist, true)?;
        }
        if let Some(files) = self.external_link_cache {
            h5p::set_elink_file_cache_size(&plist, files)?;
        }
        Ok(plist)
    }
}
