//! The datasets of a group: opened and created.

use std::sync::Arc;

use crate::data::ToData;
use crate::dataset::{Dataset, DatasetAccess, DatasetBuilder};
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::group::{Group, wrong_object};
use crate::name::c_path;
use crate::node::{Node, ObjectKind};
use crate::object::Object;
use crate::raw::{h5d, lock};
use crate::shape::{Extent, PerAxis};
use crate::types::Encode;

/// Datasets.
impl Group {
    /// Opens a dataset.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing of that name, [`ErrorKind::WrongObject`] if it is
    /// not a dataset.
    #[doc(alias = "H5Dopen")]
    pub fn dataset(&self, name: impl AsRef<[u8]>) -> Result<Dataset> {
        let name = name.as_ref();
        self.open_dataset(name)
            .map_err(|error| self.object().explain_at(error, "open dataset", name))
    }

    fn open_dataset(&self, name: &[u8]) -> Result<Dataset> {
        match self.open_node(name)? {
            Node::Dataset(dataset) => Ok(dataset),
            other => Err(wrong_object(name, ObjectKind::Dataset, &other)),
        }
    }

    /// Opens a dataset with options for as long as it is open: a chunk cache of its own, and where the files
    /// are that hold its data.
    ///
    /// # Errors
    ///
    /// As [`dataset`](Self::dataset); [`ErrorKind::InvalidArgument`] if an option has no meaning.
    #[doc(alias = "H5Dopen")]
    pub fn dataset_with(&self, name: impl AsRef<[u8]>, access: &DatasetAccess) -> Result<Dataset> {
        let name = name.as_ref();
        let open = || {
            let plist = access.plist()?;
            let _lock = lock();
            // What is wrong with the name is found without the options.
            self.open_dataset(name)?;
            let id = h5d::open(self.object().handle(), &c_path(name)?, &plist)?;
            Ok(Dataset::with_access(Object::new(id, self.object().file()), Arc::new(plist)))
        };
        open().map_err(|error| self.object().explain_at(error, "open dataset", name))
    }

    /// Starts a dataset with elements of type `T`; see [`DatasetBuilder`].
    pub fn new_dataset<T: Encode>(&self) -> DatasetBuilder<'_, T> {
        DatasetBuilder::new(self)
    }

    /// Creates a dataset of the data's type and shape, with the data in it.
    ///
    /// The data may be a scalar, text, an array, slice, `Vec`, nested lists of equal lengths, or an
    /// ndarray array or view. An integer literal without a suffix is an `i32`.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let path = dir.path().join("data.h5");
    /// let file = hdf5::File::create(&path)?;
    /// file.create_dataset("labels", ["hot", "cold"])?;
    /// let grid = file.create_dataset("grid", ndarray::Array2::<f64>::zeros((4, 6)))?;
    /// assert_eq!(grid.shape()?, [4, 6]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the
    /// file is open for reading only; fails if the data cannot be stored, for example text with a NUL
    /// byte, or lists of different lengths ([`ErrorKind::UnequalLists`]). The file is then as it was.
    #[doc(alias("H5Dcreate", "H5Dwrite"))]
    pub fn create_dataset<D: ToData>(&self, name: impl AsRef<[u8]>, data: D) -> Result<Dataset> {
        let dtype = data.new_dtype();
        let dtype = dtype
            .map_err(|error| self.object().explain_at(error, "create dataset", name.as_ref()))?;
        DatasetBuilder::<u8>::new(self).dtype(dtype).create_with(name, data)
    }

    /// Starts a dataset with elements of type `T` that is like another one: its type in the file, shape,
    /// maximum shape, chunks, filters, fill value and what it tracks. The other may be in another file.
    ///
    /// What is then said to the builder takes the place of what the other has.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("like.h5"))?;
    /// let day = file.new_dataset::<f32>().shape((24, 60)).deflate(4).fill_value(-1.0).create("day")?;
    /// let week = file.new_dataset_like::<f32>(&day)?.shape((7, 24, 60)).chunk((1, 24, 60));
    /// let week = week.create("week")?;
    /// assert_eq!(week.filters()?, day.filters()?);
    /// assert_eq!(week.fill_value::<f32>()?, Some(-1.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the other file is damaged or closed, or its type is not known.
    pub fn new_dataset_like<T: Encode>(&self, other: &Dataset) -> Result<DatasetBuilder<'_, T>> {
        DatasetBuilder::like(self, other)
    }

    /// Creates a dataset that is like another one, but for the data: see
    /// [`new_dataset_like`](Self::new_dataset_like).
    ///
    /// # Errors
    ///
    /// As [`new_dataset_like`](Self::new_dataset_like) and [`DatasetBuilder::create`].
    pub fn create_dataset_like(&self, name: impl AsRef<[u8]>, other: &Dataset) -> Result<Dataset> {
        DatasetBuilder::<u8>::like(self, other)?.create_of_any_type(name.as_ref())
    }

    /// Opens the dataset of that name, if it has this shape and its type takes all values of `T`; or creates
    /// it, if there is none. With more options: [`DatasetBuilder::require`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] or [`ErrorKind::DtypeMismatch`] if there is another dataset of that name,
    /// [`ErrorKind::WrongObject`] if it is no dataset; otherwise as [`DatasetBuilder::create`].
    pub fn require_dataset<T: Encode>(
        &self,
        name: impl AsRef<[u8]>,
        shape: impl PerAxis<Extent>,
    ) -> Result<Dataset> {
        self.new_dataset::<T>().shape(shape).require(name)
    }
}
