//! The shape of a new dataset, checked.

use hdf5_ffi::{H5S_NULL, H5S_SCALAR};

use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5s};
use crate::shape::{
    Extent, MAX_RANK, Maximum, bytes_in_file, element_count, maximum_to_hsize, to_hsize,
};

/// The shape that was asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct NewSpace {
    pub(super) null: bool,
    pub(super) shape: Vec<Extent>,
    pub(super) maximum: Option<Vec<Maximum>>,
}

impl NewSpace {
    pub(super) fn lengths(&self) -> Vec<usize> {
        self.shape.iter().map(|extent| extent.length).collect()
    }

    /// Whether there are no axes: the dataset is a scalar, or empty.
    pub(super) fn has_no_axes(&self) -> bool {
        self.null || (self.shape.is_empty() && self.maximum.is_none())
    }

    /// The length that each axis can grow to.
    pub(super) fn maximums(&self) -> Result<Vec<Option<usize>>> {
        let Some(maximum) = &self.maximum else {
            return Ok(self.shape.iter().map(|extent| extent.maximum).collect());
        };
        if maximum.len() != self.shape.len() {
            let (expected, found) = (self.shape.len(), maximum.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        Ok(maximum.iter().map(|maximum| maximum.0).collect())
    }

    /// The length that each axis can grow to, if anything was said of it.
    pub(super) fn asked_maximums(&self) -> Result<Option<Vec<Option<usize>>>> {
        let asked = self.maximum.is_some() || !self.growing()?.is_empty();
        asked.then(|| self.maximums()).transpose()
    }

    /// Each axis with its length and the one that it can grow to.
    pub(super) fn full(&self) -> Result<Vec<Extent>> {
        let axes = self.lengths().into_iter().zip(self.maximums()?);
        Ok(axes.map(|(length, maximum)| Extent { length, maximum }).collect())
    }

    /// The axes that can grow.
    pub(super) fn growing(&self) -> Result<Vec<usize>> {
        let (shape, maximum) = (self.lengths(), self.maximums()?);
        Ok((0..shape.len()).filter(|&axis| maximum[axis] != Some(shape[axis])).collect())
    }

    /// The bytes of all elements.
    pub(super) fn bytes(&self, element_size: usize) -> Result<usize> {
        if self.null { Ok(0) } else { bytes_in_file(&self.lengths(), element_size) }
    }

    /// Takes the shape from data: axes that grow without limit take its length and still do, all others
    /// must have it. Data of another rank is reshaped, if it has as many elements; of the same rank it is
    /// more likely to be transposed by mistake.
    pub(super) fn take_data(&mut self, found: &[usize]) -> Result<()> {
        if self.shape.is_empty() {
            self.shape = found.iter().copied().map(Extent::from).collect();
            return Ok(());
        }
        let expected = self.lengths();
        let mismatch =
            || ErrorKind::ShapeMismatch { expected: expected.clone(), found: found.to_vec() };
        if expected.len() != found.len() {
            let same = element_count(&expected)? == element_count(found)?;
            return if same { Ok(()) } else { Err(mismatch().into()) };
        }
        for (extent, &length) in self.shape.iter_mut().zip(found) {
            match extent.maximum {
                None => extent.length = length,
                Some(_) if extent.length == length => {}
                Some(_) => return Err(mismatch().into()),
            }
        }
        Ok(())
    }

    /// Checks that a dataset can have this shape, and that its elements can be counted.
    pub(super) fn check(&self, element_size: usize) -> Result<()> {
        let (shape, maximum) = (self.lengths(), self.maximums()?);
        if shape.len() > MAX_RANK {
            let reason = format!("HDF5 has at most {MAX_RANK} axes");
            return Err(Error::invalid_argument(reason));
        }
        for (axis, (&length, &maximum)) in shape.iter().zip(&maximum).enumerate() {
            if let Some(maximum) = maximum.filter(|&maximum| length > maximum) {
                return Err(ErrorKind::BeyondMaximum { axis, requested: length, maximum }.into());
            }
        }
        self.bytes(element_size).map(drop)
    }

    /// The dataspace.
    pub(super) fn dataspace(&self) -> Result<Handle> {
        if self.null {
            return h5s::create(H5S_NULL);
        }
        if self.has_no_axes() {
            return h5s::create(H5S_SCALAR);
        }
        let maximum: Vec<_> = self.maximums()?.into_iter().map(maximum_to_hsize).collect();
        h5s::create_simple(&to_hsize(&self.lengths()), Some(&maximum))
    }
}
