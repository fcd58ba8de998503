//! Filters: what happens to a chunk between memory and file.

use std::fmt;

use hdf5_ffi::{H5Z_FILTER_CONFIG_ENCODE_ENABLED, H5Z_FLAG_OPTIONAL};

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
    /// The szip compression (`H5Z_FILTER_SZIP`).
    pub const SZIP: i32 = 4;
    /// The packing of numbers with fewer bits than their bytes have (`H5Z_FILTER_NBIT`).
    pub const NBIT: i32 = 5;
    /// The packing of numbers by their range in a chunk (`H5Z_FILTER_SCALEOFFSET`).
    pub const SCALE_OFFSET: i32 = 6;
    /// The LZF compression of h5py and PyTables.
    pub const LZF: i32 = 32000;

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
            (Self::SZIP, [_, pixels, ..]) => write!(f, "szip({pixels})"),
            (Self::NBIT, _) => f.write_str("nbit"),
            (Self::SCALE_OFFSET, [_, factor, ..]) => write!(f, "scale_offset({factor})"),
            (id, _) if self.name.is_empty() => write!(f, "filter {id}"),
            (id, _) => write!(f, "{} (filter {id})", self.name),
        }
    }
}

/// The compressions that have a name, and their numbers: those of libhdf5, and those of its registry that
/// are in wide use.
const COMPRESSIONS: [(&str, i32); 11] = [
    ("gzip", Filter::DEFLATE),
    ("deflate", Filter::DEFLATE),
    ("szip", Filter::SZIP),
    ("lzf", Filter::LZF),
    ("bzip2", 307),
    ("blosc", 32001),
    ("lz4", 32004),
    ("bitshuffle", 32008),
    ("zfp", 32013),
    ("zstd", 32015),
    ("blosc2", 32026),
];

/// The number of the compression that a name means.
pub(crate) fn compression(name: &str) -> Option<i32> {
    COMPRESSIONS.iter().find(|(known, _)| *known == name).map(|&(_, id)| id)
}

/// All names that mean a compression, for a message.
pub(crate) fn compression_names() -> String {
    COMPRESSIONS.map(|(name, _)| name).join(", ")
}

/// The name of a filter, for messages; empty if it is not known.
fn name(id: i32) -> &'static str {
    match id {
        Filter::DEFLATE => "deflate",
        Filter::SHUFFLE => "shuffle",
        Filter::FLETCHER32 => "fletcher32",
        Filter::NBIT => "nbit",
        Filter::SCALE_OFFSET => "scaleoffset",
        _ => COMPRESSIONS.iter().find(|(_, known)| *known == id).map_or("", |(name, _)| name),
    }
}

/// Checks that this process can apply a filter to what is written.
pub(crate) fn check_encoder(id: i32) -> Result<()> {
    let _lock = lock();
    if !h5z::filter_avail(id)? {
        return Err(ErrorKind::FilterMissing { id, name: name(id).to_owned() }.into());
    }
    if h5z::filter_info(id)? & H5Z_FILTER_CONFIG_ENCODE_ENABLED == 0 {
        let what =
            format!("compression by filter {id} ({}), which only decompresses here,", name(id));
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    Ok(())
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
