//! What is asked of an open file: how it was made, and how it is worked on.

use super::{LibVer, MetadataCache, PageBuffer, SpaceStrategy};
use crate::dataset::ChunkCache;
use crate::error::{Error, Result};
use crate::file::File;
use crate::raw::{h5f, h5p, lock};

/// How a file was made, and how it is worked on while it is open: see [`File::settings`].
///
/// The fields are what the options of the same names set: see [`FileOptions`](crate::FileOptions).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FileSettings {
    /// The name of the driver: `sec2`, `stdio`, `core`, `family`, `multi` (which is that of split files too),
    /// `direct`, `log`, `stream` of a file in a stream, or `other`.
    pub driver: &'static str,
    /// The oldest format that is used, and the newest that may be.
    pub libver: (LibVer, LibVer),
    /// The cache of each dataset, if it has none of its own.
    pub chunk_cache: ChunkCache,
    /// How many bytes has what is aligned, and to multiples of how many bytes.
    pub alignment: (u64, u64),
    /// In blocks of how many bytes room for metadata is taken.
    pub metadata_block_size: u64,
    /// In blocks of how many bytes room for small raw data is taken.
    pub small_data_block_size: u64,
    /// The bytes of the buffer for parts of contiguous datasets.
    pub sieve_buffer_size: usize,
    /// The buffer of pages.
    pub page_buffer: Option<PageBuffer>,
    /// The cache of the file's metadata, as it was to be when the file was opened.
    pub metadata_cache: MetadataCache,
    /// How many files that external links lead to stay open.
    pub external_link_cache: u32,
    /// The bytes that are free for the program's use at the start of the file.
    pub userblock: u64,
    /// How room is found for new data.
    pub space_strategy: SpaceStrategy,
    /// Whether free room is remembered when the file is closed.
    pub persist_free_space: bool,
    /// The least piece of free room that is remembered.
    pub free_space_threshold: u64,
    /// The bytes of a page, if the file consists of pages.
    pub page_size: u64,
}

/// Properties.
impl File {
    /// How the file was made, and how it is worked on.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::{File, SpaceStrategy};
    ///
    /// let paged = File::options().space_strategy(SpaceStrategy::Page).page_size(8192);
    /// let file = paged.create(dir.path().join("paged.h5"))?;
    /// let settings = file.settings()?;
    /// assert_eq!((settings.driver, settings.page_size), ("sec2", 8192));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias("H5Fget_access_plist", "H5Fget_create_plist", "meta_block_size"))]
    pub fn settings(&self) -> Result<FileSettings> {
        let settings = || {
            let _lock = lock();
            let access = h5f::access_plist(&self.handle)?;
            let creation = h5f::create_plist(&self.handle)?;
            let (oldest, newest) = h5p::libver_bounds(&access)?;
            let (slots, bytes, w0) = h5p::cache(&access)?;
            let (size, min_metadata_percent, min_raw_percent) = h5p::page_buffer_size(&access)?;
            let page_buffer = PageBuffer { size, min_metadata_percent, min_raw_percent };
            let (strategy, persist, threshold) = h5p::file_space_strategy(&creation)?;
            let space_strategy = SpaceStrategy::from_c(strategy)
                .ok_or_else(|| Error::invalid_value("no strategy for finding room"))?;
            Ok(FileSettings {
                driver: h5f::driver_name(&self.handle)?,
                libver: (LibVer::from_c(oldest), LibVer::from_c(newest)),
                chunk_cache: ChunkCache { slots, bytes, w0 },
                alignment: h5p::alignment(&access)?,
                metadata_block_size: h5p::meta_block_size(&access)?,
                small_data_block_size: h5p::small_data_block_size(&access)?,
                sieve_buffer_size: h5p::sieve_buf_size(&access)?,
                page_buffer: Some(page_buffer).filter(|buffer| buffer.size > 0),
                metadata_cache: h5p::metadata_cache(&access)?,
                external_link_cache: h5p::elink_file_cache_size(&access)?,
                userblock: h5p::userblock(&creation)?,
                space_strategy,
                persist_free_space: persist,
                free_space_threshold: threshold,
                page_size: h5p::file_space_page_size(&creation)?,
            })
        };
        settings().map_err(|error: Error| {
            error.during("read the settings of file").file(self.file_path())
        })
    }
}
