//! Filters: what happens to a chunk between memory and file.

use std::fmt;

use hdf5_ffi::H5Z_FLAG_OPTIONAL;

use crate::error::{ErrorKind, Result};
use crate::raw::{Handle, h5p, h5z, lock};

/// One filter of a dataset's pipeline, as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The registered number.
    pub id: i32,
    /// The name that the writer gave, for example `deflate`.
    pub name: String,
    /// The filter's client data (`cd_values`), of which libhdf5 gives at most 256.
    pub parameters: Vec<u32>,
    /// Whether a chunk may be stored without it where it fails.
    pub optional: bool,
}

impl Filter {
    /// The deflate filter, which h5py calls gzip (`H5Z_FILTER_DEFLATE`).
    pub const DEFLATE: i32 = 1;
    /// The byte shuffle (`H5Z_FILTER_SHUFFLE`).
    pub const SHUFFLE: i32 = 2;
    /// The Fletcher checksum (`H5Z_FILTER_FLETCHER32`).
    pub const FLETCHER32: i32 = 3;

    /// Whether this process can apply the filter.
    ///
    /// # Errors
    ///
    /// Fails only if libhdf5 cannot be asked.
    #[doc(alias = "H5Zfilter_avail")]
    pub fn is_available(&self) -> Result<bool> {
        h5z::filter_avail(self.id)
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.id, self.parameters.as_slice()) {
            (Self::DEFLATE, [level, ..]) => write!(f, "deflate({level})"),
            (Self::SHUFFLE, _) => f.write_str("shuffle"),
            (Self::FLETCHER32, _) => f.write_str("fletcher32"),
            (id, _) if self.name.is_empty() => write!(f, "filter {id}"),
            (id, _) => write!(f, "{} (filter {id})", self.name),
        }
    }
}

/// The pipeline of a creation property list.
pub(crate) fn pipeline(creation: &Handle) -> Result<Vec<Filter>> {
    let _lock = lock();
    let filters = (0..h5p::filter_count(creation)?).map(|index| {
        let raw = h5p::filter(creation, index)?;
        Ok(Filter {
            id: raw.id,
            name: String::from_utf8_lossy(&raw.name).into_owned(),
            parameters: raw.parameters,
            optional: raw.flags & H5Z_FLAG_OPTIONAL != 0,
        })
    });
    filters.collect()
}

/// The error for the first filter of a pipeline that this process does not have, if there is one.
pub(crate) fn missing(creation: &Handle) -> Option<ErrorKind> {
    let filters = pipeline(creation).ok()?;
    let missing = filters.into_iter().find(|filter| matches!(filter.is_available(), Ok(false)))?;
    Some(ErrorKind::FilterMissing { id: missing.id, name: missing.name })
}
