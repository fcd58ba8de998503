//! Making datasets.

mod filters;
mod like;
mod prepared;
mod space;
mod storage;
mod virtual_layout;

pub use filters::SzipCoding;
pub use storage::{AllocTime, FillTime};

use std::sync::Arc;

use crate::convert::Conversion;
use crate::data::{ToData, encode_one};
use crate::dataset::virtual_sources::NewMapping;
use crate::dataset::{Dataset, DatasetAccess, ExternalFile, require};
use crate::datatype::{self, Datatype};
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::name::path_of;
use crate::plist;
use crate::raw::{Handle, h5f};
use crate::shape::{Extent, Maximum, PerAxis};
use crate::transfer::{Target, check_writable};
use crate::types::buffer::Encoded;
use crate::types::{Encode, TypeDescriptor, Value};
use filters::Filters;
use prepared::Prepared;
use space::NewSpace;
use storage::Storage;

/// A dataset that is about to be created, with elements of type `T`.
///
/// Nothing happens to the file before [`create`](Self::create) or one of its kin, which make the whole
/// dataset or nothing: if the data cannot be stored, there is neither an empty dataset nor a group that was
/// to lead to it.
///
/// | for a dataset that | without data | with data |
/// |---|---|---|
/// | is new | [`create`](Self::create) | [`create_with`](Self::create_with) |
/// | is new, or replaces another | [`replace`](Self::replace) | [`replace_with`](Self::replace_with) |
/// | may be there already | [`require`](Self::require), [`require_exact`](Self::require_exact) | |
/// | gets its [name](Group::link) later | [`create_anonymous`] | [`create_anonymous_with`] |
///
/// [`create_anonymous`]: Self::create_anonymous
/// [`create_anonymous_with`]: Self::create_anonymous_with
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
#[must_use = "nothing is created before `create` or one of its kin is called"]
pub struct DatasetBuilder<'g, T> {
    group: &'g Group,
    space: NewSpace,
    dtype: Option<NewType>,
    fill_value: Option<Fill<T>>,
    storage: Storage,
    filters: Filters,
    sources: Vec<NewMapping>,
    access: DatasetAccess,
}

/// The type in the file, where it is not the one that `T` has.
#[derive(Debug, Clone)]
enum NewType {
    Described(TypeDescriptor),
    Committed(Datatype),
}

/// The value of elements that have never been written.
#[derive(Debug, Clone)]
enum Fill<T> {
    Given(T),
    /// That of another dataset.
    Stored(Value),
}

impl<'g, T: Encode> DatasetBuilder<'g, T> {
    pub(crate) fn new(group: &'g Group) -> Self {
        Self {
            group,
            space: NewSpace::default(),
            dtype: None,
            fill_value: None,
            storage: Storage::default(),
            filters: Filters::default(),
            sources: Vec::new(),
            access: DatasetAccess::default(),
        }
    }

    /// The shape: a length for each axis, or `0..` for an axis that starts with 0 and grows without
    /// limit. Without it, the dataset is a scalar, or has the shape of its data.
    pub fn shape(mut self, shape: impl PerAxis<Extent>) -> Self {
        self.space.shape = shape.per_axis();
        self
    }

    /// The length that each axis can grow to: a number, or `None` for no limit (`maxshape` in h5py).
    ///
    /// `(None, 64)`, `[None, Some(64)]`, or just `None` for a dataset of one axis.
    #[doc(alias = "maxshape")]
    pub fn max_shape(mut self, maximum: impl PerAxis<Maximum>) -> Self {
        self.space.maximum = Some(maximum.per_axis());
        self
    }

    /// The value of elements that have never been written; without it, zero.
    #[doc(alias("H5Pset_fill_value", "fillvalue"))]
    pub fn fill_value(mut self, value: T) -> Self {
        self.fill_value = Some(Fill::Given(value));
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
        self.dtype = Some(NewType::Described(dtype));
        self
    }

    /// The type of the elements is one that has a name in the same file: the dataset refers to it.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("committed.h5"))?;
    /// use hdf5::Encode;
    ///
    /// let celsius = file.commit_datatype("types/celsius", &f32::dtype())?;
    /// let day = file.new_dataset::<f32>().committed_type(&celsius).create_with("day", [21.5_f32, 19.0])?;
    /// assert_eq!(day.committed_type()?.and_then(|ty| ty.path()).as_deref(), Some("/types/celsius"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Tcommit")]
    pub fn committed_type(mut self, datatype: &Datatype) -> Self {
        self.dtype = Some(NewType::Committed(datatype.clone()));
        self
    }

    /// How the dataset is accessed by the handle that creating it gives; nothing of it is stored.
    pub fn access(mut self, access: &DatasetAccess) -> Self {
        self.access = access.clone();
        self
    }

    /// Creates the dataset, and the groups on the way to it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the
    /// file is open for reading only, [`ErrorKind::InvalidArgument`], [`ErrorKind::RankMismatch`],
    /// [`ErrorKind::BeyondMaximum`], [`ErrorKind::ChunkTooLong`] or [`ErrorKind::TooManyChunks`] if the options
    /// contradict each other or have no meaning,
    /// [`ErrorKind::ExternalIsItself`] if an external file is the file itself,
    /// [`ErrorKind::ValueOutOfRange`] and the like if the fill value is no element,
    /// [`ErrorKind::FilterMissing`] if libhdf5 was built without a filter,
    /// [`ErrorKind::Unsupported`] if the file's format or libhdf5 cannot store it so. The file is then as it
    /// was.
    #[doc(alias("H5Dcreate", "H5Dcreate_anon", "H5Olink"))]
    pub fn create(self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        let name = name.as_ref();
        self.prepare().and_then(|new| new.create(name)).map_err(|error| self.explain(error, name))
    }

    /// Creates the dataset with data in it, which gives it its shape.
    ///
    /// The data's type may be another than `T`, as long as it converts. With a [`shape`](Self::shape) of
    /// another rank it is reshaped, as long as there are as many elements.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("data.h5"))?;
    /// let grid = ndarray::Array2::<f64>::zeros((1000, 1000));
    /// file.new_dataset::<f32>().shuffle().deflate(4).create_with("grid", &grid)?;
    ///
    /// let table = file.new_dataset::<i32>().shape((2, 3)).create_with("table", [1, 2, 3, 4, 5, 6])?;
    /// assert_eq!(table.read::<ndarray::Array2<i32>>()?, ndarray::array![[1, 2, 3], [4, 5, 6]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create); [`ErrorKind::TypeMismatch`] and [`ErrorKind::ValueOutOfRange`] if
    /// the data does not fit the type, [`ErrorKind::ShapeMismatch`] if a [`shape`](Self::shape) was
    /// given that the data does not have, apart from axes that grow without limit, and cannot be reshaped
    /// to.
    #[doc(alias = "with_data")]
    pub fn create_with<D: ToData>(mut self, name: impl AsRef<[u8]>, data: D) -> Result<Dataset> {
        let name = name.as_ref();
        let created = self.prepare_with(&data).and_then(|new| new.create(name));
        created.map_err(|error| self.explain(error, name))
    }

    /// Creates the dataset in the place of the one of that name, if there is one, which is removed once the
    /// new one is complete. Until then, and if anything fails, the old one stays as it is.
    ///
    /// Attributes go with the old dataset, and its room in the file is used for what is written next.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("replace.h5"))?;
    /// file.create_dataset("result", [1, 2, 3])?;
    /// file.new_dataset::<f64>().replace_with("result", [0.5, 1.5])?;
    /// assert_eq!(file.dataset("result")?.read::<Vec<f64>>()?, [0.5, 1.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create), but for [`ErrorKind::AlreadyExists`];
    /// [`ErrorKind::WrongObject`] if what has the name is no dataset.
    #[doc(alias("H5Ldelete", "H5Lmove"))]
    pub fn replace(self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        let name = name.as_ref();
        let replaced = self.prepare().and_then(|new| new.replace(name));
        replaced.map_err(|error| self.explain_replace(error, name))
    }

    /// Creates the dataset with data in it in the place of the one of that name; see
    /// [`replace`](Self::replace) and [`create_with`](Self::create_with).
    ///
    /// # Errors
    ///
    /// As both.
    pub fn replace_with<D: ToData>(mut self, name: impl AsRef<[u8]>, data: D) -> Result<Dataset> {
        let name = name.as_ref();
        let replaced = self.prepare_with(&data).and_then(|new| new.replace(name));
        replaced.map_err(|error| self.explain_replace(error, name))
    }

    /// Creates the dataset without a name. It is gone when its last handle is, unless a
    /// [link](Group::link) leads to it by then.
    ///
    /// # Errors
    ///
    /// As [`create`](Self::create).
    #[doc(alias = "H5Dcreate_anon")]
    pub fn create_anonymous(self) -> Result<Dataset> {
        self.prepare().and_then(|new| new.anonymous()).map_err(|error| {
            self.group.object().explain(error, "create a dataset without a name from")
        })
    }

    /// Creates the dataset without a name, with data in it.
    ///
    /// # Errors
    ///
    /// As [`create_with`](Self::create_with).
    pub fn create_anonymous_with<D: ToData>(mut self, data: D) -> Result<Dataset> {
        self.prepare_with(&data).and_then(|new| new.anonymous()).map_err(|error| {
            self.group.object().explain(error, "create a dataset without a name from")
        })
    }

    /// Opens the dataset of that name, if it has this shape and a type that takes all values of the one that
    /// is asked for; or creates it, if there is nothing of that name.
    ///
    /// Where a [`max_shape`](Self::max_shape) is given, a dataset of another shape will do if its maximum
    /// shape is that one. Nothing else is looked at. This is what `require_dataset` of h5py does.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("require.h5"))?;
    /// let log = || file.new_dataset::<f32>().shape((0, 3)).max_shape((None, 3));
    /// log().require("log")?.append([1.0_f32, 2.0, 3.0])?;
    /// log().require("log")?.append([4.0_f32, 5.0, 6.0])?;
    /// assert_eq!(file.dataset("log")?.shape()?, [2, 3]);
    /// assert!(file.new_dataset::<f64>().shape((2, 3)).require("log").is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`], [`ErrorKind::MaximumMismatch`] or [`ErrorKind::DtypeMismatch`] if there
    /// is another dataset of that name, [`ErrorKind::WrongObject`] if it is no dataset; otherwise as
    /// [`create`](Self::create).
    pub fn require(self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        self.require_typed(name.as_ref(), false)
    }

    /// As [`require`](Self::require), with a type that is exactly the one that is asked for.
    ///
    /// # Errors
    ///
    /// As [`require`](Self::require).
    pub fn require_exact(self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        self.require_typed(name.as_ref(), true)
    }

    fn require_typed(&self, name: &[u8], exact: bool) -> Result<Dataset> {
        let open = || {
            let found = self.group.dataset_with(name, &self.access)?;
            let asked = require::Asked {
                shape: self.space.lengths(),
                maximum: self.space.asked_maximums()?,
                dtype: self.descriptor()?,
                exact,
            };
            asked.check(&found)?;
            Ok(found)
        };
        let opened = || {
            open().map_err(|error| self.group.object().explain_at(error, "require dataset", name))
        };
        if self.group.contains(name)? {
            return opened();
        }
        match self.prepare().and_then(|new| new.create(name)) {
            // Somebody else has made it meanwhile.
            Err(error) if *error.kind() == ErrorKind::AlreadyExists => opened(),
            created => created.map_err(|error| self.explain(error, name)),
        }
    }

    fn explain(&self, error: Error, name: &[u8]) -> Error {
        self.group.object().explain_at(error, "create dataset", name)
    }

    fn explain_replace(&self, error: Error, name: &[u8]) -> Error {
        self.group.object().explain_at(error, "replace dataset", name)
    }

    /// The type of the elements in the file.
    pub(crate) fn descriptor(&self) -> Result<TypeDescriptor> {
        match &self.dtype {
            None => Ok(T::dtype()),
            Some(NewType::Described(dtype)) => Ok(dtype.clone()),
            Some(NewType::Committed(datatype)) => datatype.descriptor(),
        }
    }

    /// Creates the dataset, whatever `T` is.
    pub(crate) fn create_of_any_type(self, name: &[u8]) -> Result<Dataset> {
        let prepared = self.descriptor().and_then(|dtype| self.prepare_elements(&dtype, None));
        prepared.and_then(|new| new.create(name)).map_err(|error| self.explain(error, name))
    }

    /// The creation property list of the dataset, whatever `T` is. It may be shared.
    pub(crate) fn creation_of_any_type(&self) -> Result<Arc<Handle>> {
        let dtype = self.descriptor()?;
        self.space.check(dtype.size().unwrap_or(1))?;
        self.creation(&dtype)
    }

    fn prepare(&self) -> Result<Prepared<'_>> {
        let dtype = self.descriptor()?;
        check_writable::<T>(&dtype)?;
        self.prepare_elements(&dtype, None)
    }

    fn prepare_with<'d, D: ToData>(&'d mut self, data: &'d D) -> Result<Prepared<'d>> {
        if self.storage.is_virtual() {
            let reason = "a virtual dataset has no data of its own: its sources have it";
            return Err(Error::invalid_argument(reason));
        }
        let dtype = self.descriptor()?;
        if data.is_null() {
            self.space.null = true;
            return self.prepare_elements(&dtype, None);
        }
        let elements = data.encode_for(Target::new(&dtype, Conversion::default()))?;
        self.space.take_data(elements.shape())?;
        self.prepare_elements(&dtype, Some(elements))
    }

    /// Everything that can be wrong with the arguments is found before the file is touched.
    fn prepare_elements<'d>(
        &'d self,
        dtype: &TypeDescriptor,
        elements: Option<Encoded<'d>>,
    ) -> Result<Prepared<'d>> {
        let object = self.group.object();
        object.file().check_writable()?;
        let ty = match &self.dtype {
            Some(NewType::Committed(datatype)) => {
                object.check_same_file(datatype.object())?;
                datatype.object().shared_handle()
            }
            _ => datatype::build(dtype)?,
        };
        self.space.check(dtype.size().unwrap_or(1))?;
        let creation = self.creation(dtype)?;
        let (space, access) = (self.space.dataspace()?, self.access.shared_plist()?);
        ExternalFile::check_new(self.storage.external(), &self.access, object)?;
        let (group, elsewhere) = (self.group, self.storage.is_elsewhere());
        Ok(Prepared { group, ty, space, creation, access, elements, elsewhere })
    }

    /// The creation property list.
    fn creation(&self, dtype: &TypeDescriptor) -> Result<Arc<Handle>> {
        let Self { group, space, fill_value, storage, filters, .. } = self;
        let plain = storage.is_default() && filters.is_empty() && fill_value.is_none();
        if plain && space.growing()?.is_empty() {
            return plist::plain_dataset_create();
        }
        let creation = storage.creation(group.object().handle(), space, dtype, filters)?;
        if storage.is_virtual() {
            let home = path_of(&h5f::name(group.object().handle())?);
            for mapping in &self.sources {
                mapping.put_into(&creation, &space.full()?, &home)?;
            }
        }
        self.set_fill_value(&creation, dtype)?;
        Ok(Arc::new(creation))
    }

    /// Sets the fill value as it is stored: libhdf5 would clip one that does not fit.
    fn set_fill_value(&self, creation: &Handle, dtype: &TypeDescriptor) -> Result<()> {
        let target = Target::exact(dtype, Conversion::default());
        let encoded = match &self.fill_value {
            None => return Ok(()),
            Some(Fill::Given(value)) => encode_one(value, target)?,
            Some(Fill::Stored(value)) => value.encode_for(target)?,
        };
        encoded.set_fill_value(creation)
    }
}
