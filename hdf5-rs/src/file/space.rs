//! What a file holds beside its objects: free space, its own structures; and what of it is open.

use hdf5_ffi::{
    H5F_OBJ_ATTR, H5F_OBJ_DATASET, H5F_OBJ_DATATYPE, H5F_OBJ_FILE, H5F_OBJ_GROUP, H5F_info2_t,
};

use crate::error::{Error, Result};
use crate::file::File;
use crate::raw::{h5f, lock};

/// What a file keeps beside its objects: for [`File::file_info`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct FileInfo {
    /// The version of the superblock, with which the file begins: 0 or 1 for files that HDF5 before 1.8
    /// reads, 2 for those of 1.8, 3 for those of 1.10 and newer.
    pub superblock_version: u32,
    /// The bytes of the superblock.
    pub superblock_size: u64,
    /// The bytes of what extends the superblock.
    pub superblock_extension_size: u64,
    /// The version of how free space is kept.
    pub free_space_version: u32,
    /// The bytes that the list of free space takes.
    pub free_space_metadata_size: u64,
    /// The bytes that are free, as [`File::free_space`] tells.
    pub free_space: u64,
    /// The version of the table of messages that objects share.
    pub shared_message_version: u32,
    /// The bytes of that table.
    pub shared_message_table_size: u64,
    /// The bytes of the indices of shared messages.
    pub shared_message_index_size: u64,
    /// The bytes of the heaps with the shared messages.
    pub shared_message_heap_size: u64,
}

impl From<H5F_info2_t> for FileInfo {
    fn from(H5F_info2_t { super_, free, sohm }: H5F_info2_t) -> Self {
        Self {
            superblock_version: super_.version,
            superblock_size: super_.super_size,
            superblock_extension_size: super_.super_ext_size,
            free_space_version: free.version,
            free_space_metadata_size: free.meta_size,
            free_space: free.tot_space,
            shared_message_version: sohm.version,
            shared_message_table_size: sohm.hdr_size,
            shared_message_index_size: sohm.msgs_info.index_size,
            shared_message_heap_size: sohm.msgs_info.heap_size,
        }
    }
}

/// A place in a file where nothing is: for [`File::free_sections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct FreeSection {
    /// Where it starts.
    pub address: u64,
    /// Its bytes.
    pub size: u64,
}

/// How many identifiers this process holds of what is in a file: for [`File::open_objects`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct OpenObjects {
    /// The times that it is open.
    pub files: usize,
    /// Groups. Each [`File`] holds the root group.
    pub groups: usize,
    /// Datasets.
    pub datasets: usize,
    /// Committed datatypes.
    pub datatypes: usize,
    /// Attributes.
    pub attributes: usize,
}

/// Space, and what takes it.
impl File {
    /// The size of the file in bytes.
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Fget_filesize")]
    #[doc(alias = "get_filesize")]
    pub fn size(&self) -> Result<u64> {
        h5f::size(&self.handle).map_err(|error| self.explain(error, "read the size of file"))
    }

    /// The bytes of the file in which nothing is, as after something has been removed.
    ///
    /// What is written next takes the place of what was removed while the file is open. When it is closed, most
    /// files forget where there was room; then only [`repack`](crate::repack) gives it back.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("free.h5"))?;
    /// file.create_dataset("raw", vec![0.5; 10_000])?;
    /// file.create_dataset("result", 1.5)?;
    /// file.remove("raw")?;
    /// assert!(file.free_space()? >= 80_000);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Fget_freespace")]
    #[doc(alias = "get_freespace")]
    pub fn free_space(&self) -> Result<u64> {
        h5f::free_space(&self.handle)
            .map_err(|error| self.explain(error, "read the free space of file"))
    }

    /// The places where the file has [free space](Self::free_space). The library tells only of those that it
    /// keeps track of: none in a file that has just been opened, unless it was created to keep them.
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Fget_free_sections")]
    pub fn free_sections(&self) -> Result<Vec<FreeSection>> {
        let sections = h5f::free_sections(&self.handle)
            .map_err(|error| self.explain(error, "read the free space of file"))?;
        Ok(sections.into_iter().map(|(address, size)| FreeSection { address, size }).collect())
    }

    /// What the file keeps beside its objects: its format, free space and shared messages. Of its root group
    /// tells [`info`](crate::Group::info).
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Fget_info")]
    pub fn file_info(&self) -> Result<FileInfo> {
        h5f::info(&self.handle)
            .map(FileInfo::from)
            .map_err(|error| self.explain(error, "read the structure of file"))
    }

    /// What this process has open in the file, through whichever [`File`]: to find out what keeps it open.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("open.h5"))?;
    /// let x = file.create_dataset("x", [1, 2])?;
    /// let open = file.open_objects()?;
    /// assert_eq!((open.files, open.groups, open.datasets, open.attributes), (1, 1, 1, 0));
    /// drop(x);
    /// assert_eq!(file.open_objects()?.datasets, 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias("H5Fget_obj_count", "H5Fget_obj_ids"))]
    #[doc(alias("get_obj_count", "get_obj_ids"))]
    pub fn open_objects(&self) -> Result<OpenObjects> {
        let _lock = lock();
        let count = |kind| h5f::object_count(&self.handle, kind);
        let count_all = || {
            Ok(OpenObjects {
                files: count(H5F_OBJ_FILE)?,
                groups: count(H5F_OBJ_GROUP)?,
                datasets: count(H5F_OBJ_DATASET)?,
                datatypes: count(H5F_OBJ_DATATYPE)?,
                attributes: count(H5F_OBJ_ATTR)?,
            })
        };
        count_all().map_err(|error| self.explain(error, "count what is open of file"))
    }

    fn explain(&self, error: Error, action: &'static str) -> Error {
        error.during(action).file(self.file_path())
    }
}
