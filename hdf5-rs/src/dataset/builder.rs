//! Making datasets.

use hdf5_ffi::{
    H5D_ALLOC_TIME_INCR, H5D_FILL_TIME_ALLOC, H5D_FILL_TIME_IFSET, H5D_FILL_TIME_NEVER, H5S_NULL,
    H5S_SCALAR,
};

use crate::convert::Conversion;
use crate::data::{ToData, encode_one};
use crate::dataset::{Dataset, chunking};
use crate::error::{Error, ErrorKind, Result};
use crate::filter::Filter;
use crate::group::Group;
use crate::object::Object;
use crate::raw::{Handle, h5d, h5p, h5s, h5z, lock};
use crate::shape::{self, Extent, Length, MAX_RANK, Maximum, PerAxis, maximum_to_hsize, to_hsize};
use crate::transfer::{Target, check_writable};
use crate::types::buffer::Encoded;
use crate::types::{Encode, TypeDescriptor};

/// A dataset that is about to be created, with elements of type `T`.
///
/// Nothing happens to the file before [`create`](Self::create), which makes the whole dataset or
/// nothing.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("builder.h5"))?;
/// let grid = file
///     .new_dataset::<f64>()
///     .shape((0.., 512))
///     .chunk((64, 512))
///     .shuffle()
///     .deflate(4)
///     .fill_value(f64::NAN)
///     .create("model/grid")?;
/// assert_eq!(grid.chunk()?, Some(vec![64, 512]));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "nothing is created before `create` is called"]
pub struct DatasetBuilder<'g, T> {
    group: &'g Group,
    null: bool,
    shape: Vec<Extent>,
    maximum: Option<Vec<Maximum>>,
    chunk: Option<Vec<usize>>,
    deflate: Option<u8>,
    shuffle: bool,
    fletcher32: bool,
    fill_value: Option<T>,
    fill_time: FillTime,
    dtype: Option<TypeDescriptor>,
}

impl<'g, T: Encode> DatasetBuilder<'g, T> {
    pub(crate) fn new(group: &'g Group) -> Self {
        Self {
            group,
            null: false,
            shape: Vec::new(),
            maximum: None,
            chunk: None,
            deflate: None,
            shuffle: false,
            fletcher32: false,
            fill_value: None,
            fill_time: FillTime::default(),
            dtype: None,
        }
    }

    /// The shape: a length for each axis, or `0..` for an axis that starts with 0 and grows without
    /// limit. Without it, the dataset is a scalar.
    pub fn shape(mut self, shape: impl PerAxis<Extent>) -> Self {
        self.shape = shape.per_axis();
        self
    }

    /// The length that each axis can grow to: a number, or `None` for no limit (`maxshape` in h5py).
    ///
    /// `(None, 64)`, `[None, Some(64)]`, or just `None` for a dataset of one axis.
    #[doc(alias = "maxshape")]
    pub fn max_shape(mut self, maximum: impl PerAxis<Maximum>) -> Self {
        self.maximum = Some(maximum.per_axis());
        self
    }

    /// The shape of a chunk. Without it, datasets that grow or have filters get chunks of a shape that
    /// h5py would choose.
    #[doc(alias("H5Pset_chunk", "chunks"))]
    pub fn chunk(mut self, chunk: impl PerAxis<Length>) -> Self {
        self.chunk = Some(shape::lengths(chunk));
        self
    }

    /// Compresses each chunk with deflate, which h5py calls gzip, at a level from 0 (fast) to 9
    /// (small). h5py's default is 4.
    #[doc(alias("H5Pset_deflate", "gzip", "compression"))]
    pub fn deflate(mut self, level: u8) -> Self {
        self.deflate = Some(level);
        self
    }

    /// Reorders the bytes of each chunk before compression, which mostly makes numbers smaller.
    #[doc(alias = "H5Pset_shuffle")]
    pub fn shuffle(mut self) -> Self {
        self.shuffle = true;
        self
    }

    /// Stores a checksum with each chunk, so that damage is found when it is read.
    #[doc(alias = "H5Pset_fletcher32")]
    pub fn fletcher32(mut self) -> Self {
        self.fletcher32 = true;
        self
    }

    /// The value of elements that have never been written; without it, zero.
    #[doc(alias = "H5Pset_fill_value")]
    pub fn fill_value(mut self, value: T) -> Self {
        self.fill_value = Some(value);
        self
    }

    /// When elements that have never been written get the fill value.
    #[doc(alias = "H5Pset_fill_time")]
    pub fn fill_time(mut self, time: FillTime) -> Self {
        self.fill_time = time;
        self
    }

    /// The type of the elements in the file, if it is not the one that `T` has.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("dtype.h5"))?;
    /// use hdf5::{ByteOrder, FloatType, TypeDescriptor};
    ///
    /// let half = FloatType { order: ByteOrder::BigEndian, ..FloatType::native(2) };
    /// let small = file.new_dataset::<f32>().dtype(TypeDescriptor::Float(half)).shape(2).create("x")?;
    /// small.write([0.5_f32, 1.5])?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn dtype(mut self, dtype: TypeDescriptor) -> Self {
        self.dtype = Some(dtype);
        self
    }

    /// Creates the dataset, and the groups on the way to it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the
    /// file is open for reading only, [`ErrorKind::InvalidArgument`] or [`ErrorKind::RankMismatch`] if
    /// the options contradict each other, [`ErrorKind::FilterMissing`] if libhdf5 was built without a
    /// filter. The file is then as it was.
    #[doc(alias("H5Dcreate", "H5Dcreate_anon", "H5Olink"))]
    pub fn create(self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        let dtype = self.dtype.clone().unwrap_or_else(T::dtype);
        check_writable::<T>(&dtype).map_err(|error| {
            self.group.object().explain_at(error, "create dataset", name.as_ref())
        })?;
        self.create_elements(name.as_ref(), None)
    }

    /// Creates the dataset with data in it, which gives it its shape.
    ///
    /// The data's type may be another than `T`, as long as it converts.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("data.h5"))?;
    /// let grid = ndarray::Array2::<f64>::zeros((1000, 1000));
    /// file.new_dataset::<f32>().shuffle().deflate(4).create_with("grid", &grid)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create); [`ErrorKind::TypeMismatch`] and [`ErrorKind::ValueOutOfRange`] if
    /// the data does not fit the type, [`ErrorKind::ShapeMismatch`] if a [`shape`](Self::shape) was
    /// given and is another, apart from axes that grow without limit.
    pub fn create_with<D: ToData>(mut self, name: impl AsRef<[u8]>, data: D) -> Result<Dataset> {
        let (name, group) = (name.as_ref(), self.group);
        if data.is_null() {
            self.null = true;
            return self.create_elements(name, None);
        }
        let dtype = self.dtype.clone().unwrap_or_else(T::dtype);
        let prepare = || {
            let elements = data.encode_for(Target::new(&dtype, Conversion::default()))?;
            Ok((self.shape_of(elements.shape())?, elements))
        };
        let (shape, elements) = prepare()
            .map_err(|error: Error| group.object().explain_at(error, "create dataset", name))?;
        self.shape = shape;
        self.create_elements(name, Some(elements))
    }

    /// The shape that the dataset gets with data of that shape: axes that grow without limit still do.
    fn shape_of(&self, found: &[usize]) -> Result<Vec<Extent>> {
        if self.shape.is_empty() {
            return Ok(found.iter().copied().map(Extent::from).collect());
        }
        let fits = |(extent, &length): (&Extent, &usize)| match extent.maximum {
            None => Some(Extent { length, maximum: None }),
            Some(_) => Some(*extent).filter(|extent| extent.length == length),
        };
        let same_rank = self.shape.len() == found.len();
        let shape: Option<_> = self.shape.iter().zip(found).map(fits).collect();
        shape.filter(|_| same_rank).ok_or_else(|| {
            let (expected, found) = (self.lengths(), found.to_vec());
            ErrorKind::ShapeMismatch { expected, found }.into()
        })
    }

    /// Creates the dataset with these elements, as many as its shape says.
    fn create_elements(self, name: &[u8], elements: Option<Encoded<'_>>) -> Result<Dataset> {
        self.create_linked(name, elements)
            .map_err(|error| self.group.object().explain_at(error, "create dataset", name))
    }

    fn create_linked(&self, name: &[u8], elements: Option<Encoded<'_>>) -> Result<Dataset> {
        let object = self.group.object();
        object.file().check_writable()?;
        // Everything that can be wrong with the arguments is found before the file is touched.
        let dtype = self.dtype.clone().unwrap_or_else(T::dtype);
        let (space, creation) = (self.dataspace()?, self.creation(&dtype)?);
        let ty = crate::datatype::build(&dtype)?;
        let _lock = lock();
        self.group.check_vacant(name)?;
        // No link leads to the dataset before it is complete: if something fails, it is as if it had
        // never been.
        let access = h5p::default();
        let id = h5d::create_anon(object.handle(), &ty, &space, &creation, &access)?;
        let dataset = Dataset::new(Object::new(id, object.file()));
        if let Some(elements) = elements {
            dataset.write_everything(&elements)?;
        }
        self.group.link_new(dataset.object(), name)?;
        Ok(dataset)
    }

    fn dataspace(&self) -> Result<Handle> {
        if self.null {
            return h5s::create(H5S_NULL);
        }
        if self.shape.is_empty() && self.maximum.is_none() {
            return h5s::create(H5S_SCALAR);
        }
        if self.shape.len() > MAX_RANK {
            let reason = format!("HDF5 has at most {MAX_RANK} axes");
            return Err(Error::invalid_argument(reason));
        }
        let shape = self.lengths();
        let maximum = self.maximums()?;
        for (axis, (&length, &maximum)) in shape.iter().zip(&maximum).enumerate() {
            if let Some(maximum) = maximum.filter(|&maximum| length > maximum) {
                return Err(ErrorKind::BeyondMaximum { axis, requested: length, maximum }.into());
            }
        }
        let maximum: Vec<_> = maximum.into_iter().map(maximum_to_hsize).collect();
        h5s::create_simple(&to_hsize(&shape), Some(&maximum))
    }

    fn lengths(&self) -> Vec<usize> {
        self.shape.iter().map(|extent| extent.length).collect()
    }

    fn maximums(&self) -> Result<Vec<Option<usize>>> {
        let Some(maximum) = &self.maximum else {
            return Ok(self.shape.iter().map(|extent| extent.maximum).collect());
        };
        if maximum.len() != self.shape.len() {
            let (expected, found) = (self.shape.len(), maximum.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        Ok(maximum.iter().map(|maximum| maximum.0).collect())
    }

    /// The creation property list: what was asked for, checked.
    fn creation(&self, dtype: &TypeDescriptor) -> Result<Handle> {
        let plist = h5p::create_dataset_create()?;
        // Two runs of a program write the same bytes, as with h5py.
        h5p::set_obj_track_times(&plist, false)?;
        if let Some(value) = &self.fill_value {
            set_fill_value(&plist, value, dtype)?;
        }
        h5p::set_fill_time(
            &plist,
            match self.fill_time {
                FillTime::IfSet => H5D_FILL_TIME_IFSET,
                FillTime::Alloc => H5D_FILL_TIME_ALLOC,
                FillTime::Never => H5D_FILL_TIME_NEVER,
            },
        )?;
        if let Some(chunk) = self.chunk_shape(dtype)? {
            h5p::set_chunk(&plist, &to_hsize(&chunk))?;
            h5p::set_alloc_time(&plist, H5D_ALLOC_TIME_INCR)?;
        }
        if self.shuffle {
            h5p::set_shuffle(&plist)?;
        }
        if let Some(level) = self.deflate {
            if level > 9 {
                let reason = format!("deflate has levels from 0 to 9, not {level}");
                return Err(Error::invalid_argument(reason));
            }
            if !h5z::filter_avail(Filter::DEFLATE)? {
                let name = String::from("deflate");
                return Err(ErrorKind::FilterMissing { id: Filter::DEFLATE, name }.into());
            }
            h5p::set_deflate(&plist, level.into())?;
        }
        if self.fletcher32 {
            h5p::set_fletcher32(&plist)?;
        }
        Ok(plist)
    }

    /// The shape of a chunk; `None` for a dataset in one piece.
    fn chunk_shape(&self, dtype: &TypeDescriptor) -> Result<Option<Vec<usize>>> {
        let shape = self.lengths();
        let maximum = self.maximums()?;
        let grows = shape.iter().zip(&maximum).any(|(&length, &maximum)| maximum != Some(length));
        let filters = self.shuffle || self.fletcher32 || self.deflate.is_some();
        let Some(chunk) = &self.chunk else {
            if !grows && !filters {
                return Ok(None);
            }
            if shape.is_empty() {
                return Err(Error::invalid_argument(
                    "a scalar can have neither chunks nor filters",
                ));
            }
            let size = dtype.size().unwrap_or(1);
            return Ok(Some(chunking::guess(&shape, size)));
        };
        if shape.is_empty() {
            return Err(Error::invalid_argument("a scalar can have neither chunks nor filters"));
        }
        if chunk.len() != shape.len() {
            let (expected, found) = (shape.len(), chunk.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        for (axis, (&length, &maximum)) in chunk.iter().zip(&maximum).enumerate() {
            if length == 0 {
                let reason = format!("the chunk has no length along axis {axis}");
                return Err(Error::invalid_argument(reason));
            }
            if let Some(maximum) = maximum.filter(|&maximum| length > maximum) {
                let reason = format!(
                    "the chunk is {length} long along axis {axis}, which is never longer than {maximum}"
                );
                return Err(Error::invalid_argument(reason));
            }
        }
        Ok(Some(chunk.clone()))
    }
}

/// Sets the fill value as it is stored: libhdf5 would clip one that does not fit.
fn set_fill_value<T: Encode>(plist: &Handle, value: &T, dtype: &TypeDescriptor) -> Result<()> {
    encode_one(value, Target::exact(dtype, Conversion::default()))?.set_fill_value(plist)
}

/// When elements that have never been written get the fill value in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum FillTime {
    /// When room for them is made, if a fill value was given; otherwise they are zero when read.
    #[default]
    IfSet,
    /// When room for them is made.
    Alloc,
    /// Never. What they are when read is not defined; chunks that do not exist are zero here.
    Never,
}
