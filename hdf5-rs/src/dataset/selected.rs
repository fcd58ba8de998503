//! A selection of a dataset.

use crate::data::{DataMut, FromData, ToData};
use crate::dataset::Dataset;
use crate::error::Result;
use crate::select::Selection;

/// Some elements of a dataset, as [`Dataset::select`] selected them, with the same `read`,
/// `read_into` and `write` as the dataset.
#[derive(Debug, Clone)]
pub struct Selected {
    dataset: Dataset,
    selection: Selection,
}

impl Selected {
    pub(crate) fn new(dataset: Dataset, selection: Selection) -> Self {
        Self { dataset, selection }
    }

    /// The shape of what is selected: without the axes that were selected by an index.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn shape(&self) -> Result<Vec<usize>> {
        self.dataset.shape().and_then(|shape| Ok(self.selection.resolve(&shape)?.shape))
    }

    /// Reads the elements. See [`Dataset::read`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::read`], and
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn read<R: FromData>(&self) -> Result<R> {
        self.dataset.read_selection(&self.selection)
    }

    /// Reads the elements into a buffer of one's own. See [`Dataset::read_into`].
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read). Numbers may have been read in part if it fails.
    pub fn read_into(&self, buffer: impl DataMut) -> Result<()> {
        self.dataset.read_selection_into(&self.selection, buffer)
    }

    /// Writes the elements. The data must have the shape of the selection.
    ///
    /// # Errors
    ///
    /// As [`Dataset::write`], and
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn write(&self, data: impl ToData) -> Result<()> {
        self.dataset.write_selection(&self.selection, &data)
    }
}
