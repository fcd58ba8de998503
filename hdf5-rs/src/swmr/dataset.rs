//! Datasets that grow while others read them.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::data::ToData;
use crate::dataset::Dataset;
use crate::error::{Error, Result};
use crate::raw::{h5d, h5o, lock};
use crate::select::Selection;
use crate::swmr::writer::Writing;
use crate::types::{FixedSize, H5Type};

/// Data whose elements are `T`: a single one, slices, arrays and `Vec`, nested ones, and ndarray's arrays.
#[diagnostic::on_unimplemented(message = "`{Self}` is not data with elements of type `{T}`")]
pub trait RowsOf<T>: ToData {}

impl<T, R: RowsOf<T>> RowsOf<T> for [R] where Self: ToData {}
impl<T, R: RowsOf<T>> RowsOf<T> for Vec<R> where Self: ToData {}
impl<T, R: RowsOf<T>, const N: usize> RowsOf<T> for [R; N] where Self: ToData {}

#[cfg(feature = "ndarray")]
impl<T, S, D> RowsOf<T> for ndarray::ArrayBase<S, D>
where
    Self: ToData,
    S: ndarray::Data<Elem = T>,
    D: ndarray::Dimension,
{
}

/// A dataset of a file that others read meanwhile, from [`SwmrWriter::dataset`](crate::swmr::SwmrWriter::dataset).
///
/// When a method returns, other processes see what it has written. Clones refer to the same dataset.
pub struct SwmrDataset<T> {
    dataset: Dataset,
    writing: Arc<Writing>,
    of: PhantomData<fn(T)>,
}

impl<T> Clone for SwmrDataset<T> {
    fn clone(&self) -> Self {
        Self { dataset: self.dataset.clone(), writing: Arc::clone(&self.writing), of: PhantomData }
    }
}

impl<T: H5Type + FixedSize> SwmrDataset<T> {
    pub(super) fn new(dataset: &Dataset, writing: &Arc<Writing>) -> Result<Self> {
        let stored = dataset.dtype()?;
        if T::write_form(&stored).is_none() {
            return Err(T::write_error(&stored).into());
        }
        Ok(Self { dataset: dataset.clone(), writing: Arc::clone(writing), of: PhantomData })
    }

    /// Adds rows at the end of the first axis, and lets others see them.
    ///
    /// The data has the dataset's rank and its lengths along the other axes; or one axis less, for a single row.
    /// Nobody sees the dataset longer than its data. Many rows in one call are much faster than many calls;
    /// for compressed datasets, whole chunks are best.
    ///
    /// # Errors
    ///
    /// As [`Dataset::append`]; and if the data cannot be written, for example because the disk is full.
    #[doc(alias("H5Dset_extent", "H5Dwrite", "H5Dflush"))]
    pub fn append(&self, rows: &(impl RowsOf<T> + ?Sized)) -> Result<()> {
        let append = || {
            // Code of the user that encodes elements runs outside the lock.
            let encoded = self.dataset.encode_to_append(rows)?;
            let _lock = lock();
            let handle = self.dataset.object().handle();
            // The metadata cache may write what it holds at any time that it needs room; what it has of this
            // dataset it may not, until the data is in the file. The flush writes the data first.
            h5o::disable_mdc_flushes(handle)?;
            let written =
                self.dataset.append_encoded(0, &encoded).and_then(|()| h5d::flush(handle));
            let enabled = h5o::enable_mdc_flushes(handle);
            written.and(enabled)?;
            self.writing.keep_end()
        };
        append().map_err(|error| self.explain(error, "append to dataset"))
    }

    /// Writes elements that there are already, and lets others see them. A reader may see an element half
    /// old and half new, and a [`Follower`](crate::swmr::Follower) that has passed them does not come back.
    ///
    /// # Errors
    ///
    /// As [`Dataset::select`] and [`Selected::write`](crate::Selected::write).
    #[doc(alias("H5Dwrite", "H5Dflush"))]
    pub fn overwrite<S>(&self, selection: S, data: &(impl RowsOf<T> + ?Sized)) -> Result<()>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let selected = self.dataset.select(selection)?;
        selected.write_data(data)?;
        h5d::flush(self.dataset.object().handle())
            .and_then(|()| self.writing.keep_end())
            .map_err(|error| self.explain(error, "write dataset"))
    }

    /// Hands what is buffered of this dataset to the operating system, which the other methods have done.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full or the file is closed.
    #[doc(alias = "H5Dflush")]
    pub fn flush(&self) -> Result<()> {
        self.dataset.flush()
    }

    /// The length along each axis.
    ///
    /// # Errors
    ///
    /// [`Closed`](crate::ErrorKind::Closed).
    pub fn shape(&self) -> Result<Vec<usize>> {
        self.dataset.shape()
    }

    /// A path that leads to the dataset; `None` if the file is closed.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.dataset.path()
    }

    fn explain(&self, error: Error, action: &'static str) -> Error {
        self.dataset.object().explain(error, action)
    }
}

/// Its path and its file.
impl<T> fmt::Debug for SwmrDataset<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SwmrDataset").field(self.dataset.object()).finish()
    }
}
