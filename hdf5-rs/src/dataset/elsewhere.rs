//! Where the elements of a dataset lie, if that is not in the dataset itself.

use std::path::PathBuf;

use hdf5_ffi::{H5D_CHUNKED, H5D_VIRTUAL};

use crate::dataset::external::ExternalFile;
use crate::dataset::virtual_sources::Mappings;
use crate::error::Result;
use crate::name::path_of;
use crate::raw::{Handle, h5d, h5p};

/// Where elements lie.
#[derive(Debug)]
pub(super) enum Elsewhere {
    /// In the dataset.
    Nowhere,
    /// In other datasets.
    Sources(Mappings),
    /// In external files, by the paths at which libhdf5 looks for them.
    Files(Vec<PathBuf>),
}

impl Elsewhere {
    /// Finds out. Before it is read or written, every dataset comes by here: what libhdf5 would believe of its layout
    /// is checked.
    pub(super) fn of(dataset: &Handle) -> Result<Self> {
        // What has an address lies in the file itself, in one piece.
        if h5d::offset(dataset)?.is_some() {
            return Ok(Self::Nowhere);
        }
        let creation = h5d::create_plist(dataset)?;
        match h5p::layout(&creation)? {
            H5D_VIRTUAL => return Mappings::read(&creation).map(Self::Sources),
            H5D_CHUNKED => return h5d::check_chunks(dataset, &creation).map(|()| Self::Nowhere),
            _ => h5d::check_extent(dataset)?,
        }
        if h5p::external_count(&creation)? == 0 {
            return Ok(Self::Nowhere);
        }
        let folder = path_of(&h5p::efile_prefix(&h5d::access_plist(dataset)?)?);
        let parts = ExternalFile::list(&creation)?;
        Ok(Self::Files(parts.iter().map(|part| folder.join(&part.path)).collect()))
    }
}
