//! Whether a dataset that is there will do for one that is asked for.

use crate::dataset::Dataset;
use crate::error::{ErrorKind, Result};
use crate::types::{StringLength, TypeDescriptor};

/// What is asked for.
pub(super) struct Asked {
    pub(super) shape: Vec<usize>,
    /// The maximum shape, if it matters.
    pub(super) maximum: Option<Vec<Option<usize>>>,
    pub(super) dtype: TypeDescriptor,
    /// Whether the type must be the same.
    pub(super) exact: bool,
}

impl Asked {
    /// Checks a dataset, as `require_dataset` of h5py does.
    pub(super) fn check(self, found: &Dataset) -> Result<()> {
        let (shape, maximum) = (found.shape()?, found.max_shape()?);
        if shape != self.shape {
            match self.maximum {
                Some(asked) if asked == maximum => {}
                Some(asked) => {
                    let (expected, found) = (maximum, asked);
                    return Err(ErrorKind::MaximumMismatch { expected, found }.into());
                }
                None => {
                    let (expected, found) = (shape, self.shape);
                    return Err(ErrorKind::ShapeMismatch { expected, found }.into());
                }
            }
        }
        let stored = found.dtype()?;
        let will_do =
            if self.exact { self.dtype == stored } else { holds_all(&stored, &self.dtype) };
        if will_do {
            return Ok(());
        }
        let (expected, found) = (stored.to_string(), self.dtype.to_string());
        Err(ErrorKind::DtypeMismatch { expected, found }.into())
    }
}

/// Whether one type takes all values of another, by the rules of `numpy.can_cast`: byte orders make no
/// difference, and a float of 8 bytes takes all integers.
fn holds_all(stored: &TypeDescriptor, asked: &TypeDescriptor) -> bool {
    use TypeDescriptor as T;
    if stored == asked {
        return true;
    }
    match (stored, asked) {
        (T::Integer(to), T::Integer(from)) => match (to.signed, from.signed) {
            (true, false) => to.precision > from.precision,
            (false, true) => false,
            _ => to.precision >= from.precision,
        },
        // Twice the bytes, and no more than 8.
        (T::Float(to), T::Integer(from)) => to.size >= (2 * from.size).min(8),
        (T::Float(to), T::Float(from)) => from.fits(to),
        (T::Complex(to), T::Complex(from) | T::Float(from)) => from.fits(to),
        (T::Integer(_) | T::Float(_), T::Enum(from)) if from.is_bool() => true,
        (T::Enum(to), T::Enum(from)) => to.is_bool() && from.is_bool(),
        (T::String(to), T::String(from)) => match (to.length, from.length) {
            (StringLength::Variable, _) => true,
            (StringLength::Fixed(to), StringLength::Fixed(from)) => to >= from,
            (StringLength::Fixed(_), StringLength::Variable) => false,
        },
        (T::Compound(to), T::Compound(from)) => {
            to.fields.len() == from.fields.len()
                && to
                    .fields
                    .iter()
                    .zip(&from.fields)
                    .all(|(to, from)| to.name == from.name && holds_all(&to.ty, &from.ty))
        }
        (T::Array { dims: to_dims, base: to }, T::Array { dims: from_dims, base: from }) => {
            to_dims == from_dims && holds_all(to, from)
        }
        (T::VarLen(to), T::VarLen(from)) => holds_all(to, from),
        _ => false,
    }
}
