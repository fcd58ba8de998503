//! Dataspaces: how many elements, arranged how.

use std::fmt;

use hdf5_ffi::{H5S_NULL, H5S_SCALAR};

use crate::error::Result;
use crate::raw::{Handle, h5s, lock};
use crate::shape::{from_hsize, maximum_from_hsize};

/// How the elements of a dataset or attribute are arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dataspace {
    /// There are none, and no shape either (`h5py.Empty`).
    Null,
    /// There is one, without an axis.
    Scalar,
    /// They form an array.
    Simple {
        /// The length along each axis, the slowest-varying axis first.
        shape: Vec<usize>,
        /// The length that each axis can grow to; `None` is unlimited.
        maximum: Vec<Option<usize>>,
    },
}

impl Dataspace {
    pub(crate) fn read(space: &Handle) -> Result<Self> {
        let _lock = lock();
        Ok(match h5s::class(space)? {
            H5S_NULL => Self::Null,
            H5S_SCALAR => Self::Scalar,
            _ => {
                let (shape, maximum) = h5s::dims(space)?;
                Self::Simple {
                    shape: from_hsize(&shape)?,
                    maximum: maximum.into_iter().map(maximum_from_hsize).collect(),
                }
            }
        })
    }

    /// The number of axes.
    #[must_use]
    pub fn rank(&self) -> usize {
        match self {
            Self::Simple { shape, .. } => shape.len(),
            Self::Null | Self::Scalar => 0,
        }
    }

    /// The length along each axis; none where there is no axis.
    pub(crate) fn shape(&self) -> &[usize] {
        match self {
            Self::Simple { shape, .. } => shape,
            Self::Null | Self::Scalar => &[],
        }
    }

    pub(crate) fn into_shape(self) -> Vec<usize> {
        match self {
            Self::Simple { shape, .. } => shape,
            Self::Null | Self::Scalar => Vec::new(),
        }
    }
}

/// The shape as a tuple; axes that can grow show how far.
impl fmt::Display for Dataspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Simple { shape, maximum } = self else {
            return f.write_str(if *self == Self::Null { "empty" } else { "scalar" });
        };
        f.write_str("(")?;
        for (axis, (length, maximum)) in shape.iter().zip(maximum).enumerate() {
            write!(f, "{}{length}", if axis == 0 { "" } else { ", " })?;
            match maximum {
                None => f.write_str("..")?,
                Some(maximum) if maximum != length => write!(f, "..={maximum}")?,
                Some(_) => {}
            }
        }
        f.write_str(")")
    }
}
