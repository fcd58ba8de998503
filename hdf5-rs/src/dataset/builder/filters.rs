//! The filters of a new dataset.

use hdf5_ffi::{
    H5_SZIP_EC_OPTION_MASK, H5_SZIP_NN_OPTION_MASK, H5Z_FLAG_OPTIONAL, H5Z_SO_FLOAT_DSCALE,
    H5Z_SO_INT,
};

use super::DatasetBuilder;
use crate::error::{Error, ErrorKind, Result};
use crate::filter::{self, Filter, check_encoder};
use crate::raw::{Handle, h5p, h5z};
use crate::types::{ByteOrder, Encode, TypeDescriptor};

/// h5py's level of deflate, where none is said.
const DEFAULT_DEFLATE: u8 = 4;
/// h5py's szip, where nothing is said of it.
const DEFAULT_SZIP: (SzipCoding, u32) = (SzipCoding::NearestNeighbor, 8);
/// The highest number that a filter can have (`H5Z_FILTER_MAX`).
const MAX_ID: i32 = 65_535;

/// How szip prepares numbers before it packs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SzipCoding {
    /// Not at all (`ec` in h5py).
    Entropy,
    /// By their differences from their neighbours (`nn`): mostly better.
    NearestNeighbor,
}

/// What was asked for, in no order yet.
#[derive(Debug, Clone, Default)]
pub(super) struct Filters {
    scale_offset: Option<u32>,
    nbit: bool,
    shuffle: bool,
    compressors: Vec<Compressor>,
    fletcher32: bool,
    allow_unknown: bool,
}

#[derive(Debug, Clone)]
enum Compressor {
    Deflate(u8),
    Szip(SzipCoding, u32),
    Other(i32, Vec<u32>),
    UnknownName(String),
}

impl Compressor {
    /// The number; `None` for a name that no number is known of.
    fn id(&self) -> Option<i32> {
        match self {
            Self::Deflate(_) => Some(Filter::DEFLATE),
            Self::Szip(..) => Some(Filter::SZIP),
            Self::Other(id, _) => Some(*id),
            Self::UnknownName(_) => None,
        }
    }
}

/// Filters: what each chunk goes through when it is written.
///
/// Whatever the order of the calls, numbers are first packed by their range or bits, then shuffled, then
/// compressed, and a checksum comes last, as in h5py. All but the checksum are optional for libhdf5: a chunk
/// that a filter fails on, or that gets no smaller, is stored without it.
impl<T: Encode> DatasetBuilder<'_, T> {
    /// Compresses each chunk with deflate, which h5py calls gzip, at a level from 0 (fast) to 9
    /// (small). h5py's default is 4.
    #[doc(alias("H5Pset_deflate", "gzip"))]
    pub fn deflate(mut self, level: u8) -> Self {
        self.filters.put(Compressor::Deflate(level));
        self
    }

    /// Compresses each chunk with szip, in blocks of an even number of elements up to 32. h5py's default are
    /// blocks of 8 by [`SzipCoding::NearestNeighbor`].
    ///
    /// Elements are integers or floats of at most 4 bytes, or of 8. Not every libhdf5 has szip; the vendored
    /// one does with the feature `szip`.
    #[doc(alias = "H5Pset_szip")]
    pub fn szip(mut self, coding: SzipCoding, block: u32) -> Self {
        self.filters.put(Compressor::Szip(coding, block));
        self
    }

    /// Compresses each chunk with any filter that libhdf5 has or finds as a plugin, by its
    /// [registered number](https://github.com/HDFGroup/hdf5_plugins/blob/master/docs/RegisteredFilterPlugins.md)
    /// and with its parameters (`cd_values`). Several are applied in the order of the calls.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("filter.h5"))?;
    /// use hdf5::ErrorKind;
    ///
    /// // Zstandard, at level 3.
    /// match file.new_dataset::<f32>().filter(32015, &[3]).create_with("x", vec![0.5; 1000]) {
    ///     Ok(dataset) => println!("{} bytes", dataset.storage_size()?),
    ///     Err(error) if matches!(error.kind(), ErrorKind::FilterMissing { .. }) => println!("{error}"),
    ///     Err(error) => return Err(error.into()),
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias("H5Pset_filter", "compression_opts"))]
    pub fn filter(mut self, id: i32, parameters: &[u32]) -> Self {
        self.filters.put(Compressor::Other(id, parameters.to_vec()));
        self
    }

    /// Compresses each chunk as the name says, with the default parameters: `"gzip"`, `"szip"`, `"lzf"`, or
    /// that of a filter in wide use, such as `"zstd"`, `"lz4"` or `"blosc"`.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("compression.h5"))?;
    /// file.new_dataset::<f64>().compression("gzip").create_with("x", vec![0.5; 1000])?;
    /// let error = file.new_dataset::<f64>().compression("zip").shape(9).create("y").unwrap_err();
    /// assert!(error.to_string().contains("gzip, deflate, szip, lzf"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn compression(mut self, name: &str) -> Self {
        self.filters.put(match filter::compression(name) {
            Some(Filter::DEFLATE) => Compressor::Deflate(DEFAULT_DEFLATE),
            Some(Filter::SZIP) => Compressor::Szip(DEFAULT_SZIP.0, DEFAULT_SZIP.1),
            Some(id) => Compressor::Other(id, Vec::new()),
            None => Compressor::UnknownName(name.to_owned()),
        });
        self
    }

    /// Allows filters by number that libhdf5 does not have (`allow_unknown_filter` in h5py). What is written
    /// is then stored without them; chunks can be compressed by oneself.
    #[doc(alias = "allow_unknown_filter")]
    pub fn allow_unknown_filters(mut self) -> Self {
        self.filters.allow_unknown = true;
        self
    }

    /// Reorders the bytes of each chunk before compression, which mostly makes numbers smaller.
    #[doc(alias = "H5Pset_shuffle")]
    pub fn shuffle(mut self) -> Self {
        self.filters.shuffle = true;
        self
    }

    /// Stores a checksum with each chunk, so that damage is found when it is read.
    #[doc(alias = "H5Pset_fletcher32")]
    pub fn fletcher32(mut self) -> Self {
        self.filters.fletcher32 = true;
        self
    }

    /// Stores numbers by their distance from the smallest of their chunk (`scaleoffset` in h5py).
    ///
    /// For integers, `factor` is the bits that each takes: 0 for as many as the chunk needs, which loses
    /// nothing; with less, larger numbers are lost without an error. For `f32` and `f64` it is the decimal
    /// digits after the point to which the distance is rounded: with 2, a number is read as itself to within 0.01,
    /// once its chunk is read from the file. Because of what is lost, it does not go together with a checksum.
    #[doc(alias("H5Pset_scaleoffset", "scaleoffset"))]
    pub fn scale_offset(mut self, factor: u32) -> Self {
        self.filters.scale_offset = Some(factor);
        self
    }

    /// Stores only the significant bits of numbers that have fewer than their bytes: those of a
    /// [`dtype`](Self::dtype) with a smaller `precision`.
    #[doc(alias = "H5Pset_nbit")]
    pub fn nbit(mut self) -> Self {
        self.filters.nbit = true;
        self
    }

    /// The same filters as a dataset has.
    pub(super) fn filters_like(mut self, filters: &[Filter]) -> Self {
        for filter in filters {
            self = match (filter.id, &filter.parameters[..]) {
                (Filter::SCALE_OFFSET, &[_, factor, ..]) => self.scale_offset(factor),
                (Filter::NBIT, _) => self.nbit(),
                (Filter::SHUFFLE, _) => self.shuffle(),
                (Filter::FLETCHER32, _) => self.fletcher32(),
                (Filter::DEFLATE, &[level]) => self.deflate(level.try_into().unwrap_or(u8::MAX)),
                (Filter::SZIP, &[mask, block, ..]) if mask & H5_SZIP_EC_OPTION_MASK != 0 => {
                    self.szip(SzipCoding::Entropy, block)
                }
                (Filter::SZIP, &[_, block, ..]) => self.szip(SzipCoding::NearestNeighbor, block),
                (id, parameters) => self.filter(id, parameters),
            };
        }
        self
    }
}

impl Filters {
    pub(super) fn is_empty(&self) -> bool {
        let Self { scale_offset, nbit, shuffle, compressors, fletcher32, allow_unknown: _ } = self;
        scale_offset.is_none() && !nbit && !shuffle && compressors.is_empty() && !fletcher32
    }

    /// Adds a compressor; what has been said of the same one is forgotten.
    fn put(&mut self, compressor: Compressor) {
        self.compressors.retain(|other| other.id() != compressor.id());
        self.compressors.push(compressor);
    }

    /// Puts the filters, checked, into a creation property list.
    pub(super) fn put_into(
        &self,
        plist: &Handle,
        dtype: &TypeDescriptor,
        chunk: &[usize],
    ) -> Result<()> {
        if let Some(factor) = self.scale_offset {
            self.check_scale_offset(factor, dtype)?;
            let scale = match dtype {
                TypeDescriptor::Integer(_) => H5Z_SO_INT,
                _ => H5Z_SO_FLOAT_DSCALE,
            };
            check_encoder(Filter::SCALE_OFFSET)?;
            let factor = i32::try_from(factor).map_err(|_| {
                Error::invalid_argument(format!("{factor} decimal digits are too many"))
            })?;
            h5p::set_scaleoffset(plist, scale, factor)?;
        }
        if self.nbit {
            check_encoder(Filter::NBIT)?;
            h5p::set_nbit(plist)?;
        }
        if self.shuffle {
            check_encoder(Filter::SHUFFLE)?;
            h5p::set_shuffle(plist)?;
        }
        for compressor in &self.compressors {
            self.put_compressor(compressor, plist, dtype, chunk)?;
        }
        if self.fletcher32 {
            check_encoder(Filter::FLETCHER32)?;
            h5p::set_fletcher32(plist)?;
        }
        Ok(())
    }

    fn check_scale_offset(&self, factor: u32, dtype: &TypeDescriptor) -> Result<()> {
        if self.fletcher32 {
            let reason = "a checksum does not go together with scale-offset, which loses digits";
            return Err(Error::invalid_argument(reason));
        }
        if self.nbit {
            return Err(Error::invalid_argument("scale-offset and n-bit both pack the numbers"));
        }
        match dtype {
            TypeDescriptor::Integer(ty) if matches!(ty.size, 1 | 2 | 4 | 8) => {
                if factor as usize > 8 * ty.size {
                    let reason = format!("scale-offset with {factor} bits, of {}", 8 * ty.size);
                    return Err(Error::invalid_argument(reason));
                }
                Ok(())
            }
            TypeDescriptor::Float(ty) if ty.is_ieee() && ty.size > 2 => Ok(()),
            _ => {
                let reason = format!("scale-offset takes integers, f32 and f64, not {dtype}");
                Err(Error::invalid_argument(reason))
            }
        }
    }

    fn put_compressor(
        &self,
        compressor: &Compressor,
        plist: &Handle,
        dtype: &TypeDescriptor,
        chunk: &[usize],
    ) -> Result<()> {
        match compressor {
            &Compressor::Deflate(level) => {
                if level > 9 {
                    let reason = format!("deflate has levels from 0 to 9, not {level}");
                    return Err(Error::invalid_argument(reason));
                }
                check_encoder(Filter::DEFLATE)?;
                h5p::set_deflate(plist, level.into())
            }
            &Compressor::Szip(coding, block) => {
                check_szip(block, dtype, chunk)?;
                check_encoder(Filter::SZIP)?;
                let options = match coding {
                    SzipCoding::Entropy => H5_SZIP_EC_OPTION_MASK,
                    SzipCoding::NearestNeighbor => H5_SZIP_NN_OPTION_MASK,
                };
                h5p::set_szip(plist, options, block)
            }
            &Compressor::Other(id, ref parameters) => {
                if !(1..=MAX_ID).contains(&id) {
                    let reason = format!("filters have numbers from 1 to {MAX_ID}, not {id}");
                    return Err(Error::invalid_argument(reason));
                }
                if !self.allow_unknown || h5z::filter_avail(id)? {
                    check_encoder(id)?;
                }
                h5p::set_filter(plist, id, H5Z_FLAG_OPTIONAL, parameters)
            }
            Compressor::UnknownName(name) => {
                let known = filter::compression_names();
                let reason = format!("\"{name}\" is no compression: {known} are");
                Err(ErrorKind::InvalidArgument { reason: reason.into() }.into())
            }
        }
    }
}

/// Checks what szip needs: libhdf5 reports some of it only when a chunk is written, or never.
fn check_szip(block: u32, dtype: &TypeDescriptor, chunk: &[usize]) -> Result<()> {
    if block % 2 != 0 || !(2..=32).contains(&block) {
        let reason = format!("szip has blocks of an even number up to 32, not {block}");
        return Err(Error::invalid_argument(reason));
    }
    let (size, order) = match dtype {
        TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) => (ty.size, ty.order),
        TypeDescriptor::Enum(ty) => (ty.base.size, ty.base.order),
        TypeDescriptor::Float(ty) => (ty.size, ty.order),
        _ => (0, ByteOrder::NATIVE),
    };
    if !matches!(size, 1..=4 | 8) || order == ByteOrder::Vax {
        let reason = format!("szip takes numbers of at most 4 bytes, or of 8, not {dtype}");
        return Err(Error::invalid_argument(reason));
    }
    let elements = chunk.iter().fold(1_usize, |count, &length| count.saturating_mul(length));
    if elements < block as usize {
        let reason = format!("a chunk of {elements} elements is less than a szip block of {block}");
        return Err(Error::invalid_argument(reason));
    }
    Ok(())
}
