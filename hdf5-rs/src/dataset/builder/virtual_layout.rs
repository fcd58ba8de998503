//! Virtual datasets that are about to be created.

use super::DatasetBuilder;
use crate::dataset::virtual_sources::{NewMapping, VirtualSource};
use crate::error::Error;
use crate::select::Selection;
use crate::types::Encode;

/// Virtual datasets: the elements are those of other datasets.
impl<T: Encode> DatasetBuilder<'_, T> {
    /// The elements that are selected are those of a source (`layout[selection] = source` in h5py). Elements
    /// that no source has are the fill value.
    ///
    /// What is selected has the shape of what is selected of the source, or another rank and as many
    /// elements. Of both sides it is blocks in ascending order; other kinds of selections are errors.
    ///
    /// A range without an end, along an axis without a limit, goes on for as long as the source does, if
    /// that has such a range, too: the virtual dataset grows with it. With `%b` in the name of the source,
    /// there is a source for each block: see [`VirtualSource`].
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("virtual.h5"))?;
    /// use hdf5::{AxisSelection, VirtualSource};
    ///
    /// // Two series that grow, as two columns.
    /// let log = file.new_dataset::<f64>().shape((0..,)).create("log")?;
    /// let columns = file.new_dataset::<f64>().shape((0.., 2));
    /// let columns = columns
    ///     .virtual_source((.., 0), VirtualSource::of(&log)?)
    ///     .virtual_source((.., 1), VirtualSource::in_same_file("log2", (0..,)))
    ///     .create("columns")?;
    /// log.append([1.0, 2.0, 3.0])?;
    /// assert_eq!(columns.shape()?, [3, 2]);
    ///
    /// // Ten elements of each file that there is.
    /// let files = VirtualSource::new("part-%b.h5", "x", 10);
    /// let parts = file.new_dataset::<f64>().shape((0..,));
    /// let parts = parts.virtual_source(AxisSelection::blocks(0, 10, None, 10), files).create("parts")?;
    /// assert_eq!(parts.shape()?, [0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// What is wrong is said when the dataset is created: [`ErrorKind::ShapeMismatch`],
    /// [`ErrorKind::OutOfBounds`] and the like for selections that do not fit,
    /// [`ErrorKind::InvalidName`] for names that are empty, [`ErrorKind::InvalidArgument`] with chunks,
    /// filters or data.
    ///
    /// [`ErrorKind::ShapeMismatch`]: crate::ErrorKind::ShapeMismatch
    /// [`ErrorKind::OutOfBounds`]: crate::ErrorKind::OutOfBounds
    /// [`ErrorKind::InvalidName`]: crate::ErrorKind::InvalidName
    /// [`ErrorKind::InvalidArgument`]: crate::ErrorKind::InvalidArgument
    #[doc(alias("H5Pset_virtual", "VirtualLayout"))]
    #[doc(alias = "create_virtual_dataset")]
    pub fn virtual_source<S>(mut self, selection: S, source: VirtualSource) -> Self
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let selection = selection.try_into().map_err(Error::from);
        self.sources.push(NewMapping { selection, source });
        self.virtual_layout()
    }

    /// The dataset has no elements of its own, also if it has no sources: all are the fill value then.
    pub fn virtual_layout(mut self) -> Self {
        self.storage.set_virtual();
        self
    }
}
