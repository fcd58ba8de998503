//! Shapes: how many elements along each axis, now and at most.

use std::ops::RangeFrom;

use hdf5_ffi::{H5S_UNLIMITED, hsize_t};

use crate::error::{Error, ErrorKind, Result};

/// The most axes that a dataspace can have (`H5S_MAX_RANK`).
pub const MAX_RANK: usize = 32;

/// The length of one axis of a new dataset: now, and at most.
///
/// `64` is fixed; `0..` starts with 0 and grows without limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The length now.
    pub length: usize,
    /// The length that it can grow to; `None` is unlimited.
    pub maximum: Option<usize>,
}

impl From<usize> for Extent {
    fn from(length: usize) -> Self {
        Self { length, maximum: Some(length) }
    }
}

impl From<RangeFrom<usize>> for Extent {
    fn from(range: RangeFrom<usize>) -> Self {
        Self { length: range.start, maximum: None }
    }
}

/// The most that an axis can grow to: a length, or `None` for no limit, as in h5py's `maxshape`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Maximum(pub Option<usize>);

impl From<usize> for Maximum {
    fn from(length: usize) -> Self {
        Self(Some(length))
    }
}

impl From<Option<usize>> for Maximum {
    fn from(length: Option<usize>) -> Self {
        Self(length)
    }
}

/// The length of one axis, of a chunk or of a dataset that is resized.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length(pub usize);

impl From<usize> for Length {
    fn from(length: usize) -> Self {
        Self(length)
    }
}

/// What can say something of each axis: a single value, a tuple, an array, a slice or a `Vec`.
///
/// `T` is [`Extent`] for shapes, [`Maximum`] for maximum shapes, and [`Length`] for chunk shapes and new
/// shapes.
///
/// ```
/// use hdf5::{Extent, PerAxis};
///
/// let shape: Vec<Extent> = (0.., 64).per_axis();
/// assert_eq!(shape[0], Extent { length: 0, maximum: None });
/// assert_eq!(shape[1], Extent { length: 64, maximum: Some(64) });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say the lengths of axes",
    note = "a length is a `usize` (`n as usize`); several are a tuple, an array, a slice or a `Vec`",
    note = "`0..` in a shape, and `None` in a maximum shape, is an axis without a limit"
)]
pub trait PerAxis<T> {
    /// One value for each axis, the slowest-varying axis first.
    fn per_axis(self) -> Vec<T>;
}

impl<T> PerAxis<T> for () {
    fn per_axis(self) -> Vec<T> {
        Vec::new()
    }
}

impl<T: From<usize>> PerAxis<T> for usize {
    fn per_axis(self) -> Vec<T> {
        vec![T::from(self)]
    }
}

impl<T: From<Option<usize>>> PerAxis<T> for Option<usize> {
    fn per_axis(self) -> Vec<T> {
        vec![T::from(self)]
    }
}

impl<T: From<RangeFrom<usize>>> PerAxis<T> for RangeFrom<usize> {
    fn per_axis(self) -> Vec<T> {
        vec![T::from(self)]
    }
}

impl<T, A: Into<T>, const N: usize> PerAxis<T> for [A; N] {
    fn per_axis(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}

impl<T, A: Into<T> + Clone> PerAxis<T> for &[A] {
    fn per_axis(self) -> Vec<T> {
        self.iter().cloned().map(Into::into).collect()
    }
}

impl<T, A: Into<T>> PerAxis<T> for Vec<A> {
    fn per_axis(self) -> Vec<T> {
        self.into_iter().map(Into::into).collect()
    }
}

impl<T, A: Into<T> + Clone> PerAxis<T> for &Vec<A> {
    fn per_axis(self) -> Vec<T> {
        self.as_slice().per_axis()
    }
}

/// Tuples of up to six axes.
macro_rules! tuples {
    ($(($($name:ident)+))*) => {$(
        impl<T, $($name: Into<T>),+> PerAxis<T> for ($($name,)+) {
            fn per_axis(self) -> Vec<T> {
                #[expect(non_snake_case, reason = "a type and its value share a name")]
                let ($($name,)+) = self;
                vec![$($name.into()),+]
            }
        }
    )*};
}

tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

/// The plain lengths along each axis.
pub(crate) fn lengths(shape: impl PerAxis<Length>) -> Vec<usize> {
    shape.per_axis().into_iter().map(|length| length.0).collect()
}

/// Whether data of a shape can be stretched to another as numpy does: axes are compared from the last,
/// one of length 1 becomes as long as it must, and those that are missing are added.
pub(crate) fn stretches(data: &[usize], to: &[usize]) -> bool {
    let (leading, data) = data.split_at(data.len().saturating_sub(to.len()));
    let pairs = data.iter().rev().zip(to.iter().rev());
    leading.iter().all(|&length| length == 1)
        && pairs.into_iter().all(|(&length, &to)| length == to || length == 1)
}

/// The number of elements of a shape.
pub(crate) fn element_count(shape: &[usize]) -> Result<usize> {
    // Other axes may be longer than can be multiplied.
    if shape.contains(&0) {
        return Ok(0);
    }
    shape
        .iter()
        .try_fold(1_usize, |count, &length| count.checked_mul(length))
        .ok_or_else(|| Error::new(ErrorKind::OutOfMemory { bytes: None }))
}

/// The bytes of the elements of a shape, if a file can hold as many.
pub(crate) fn bytes_in_file(shape: &[usize], element_size: usize) -> Result<usize> {
    let lengths_fit = shape.iter().all(|&length| i64::try_from(length).is_ok());
    let count = element_count(shape).ok().filter(|_| lengths_fit);
    let bytes = count.and_then(|count| count.checked_mul(element_size));
    bytes.filter(|&bytes| i64::try_from(bytes).is_ok()).ok_or_else(|| {
        Error::invalid_argument(format!("{shape:?} elements are more than a file holds"))
    })
}

pub(crate) fn to_hsize(lengths: &[usize]) -> Vec<hsize_t> {
    lengths.iter().map(|&length| length as hsize_t).collect()
}

pub(crate) fn from_hsize(lengths: &[hsize_t]) -> Result<Vec<usize>> {
    lengths
        .iter()
        .map(|&length| {
            usize::try_from(length).map_err(|_| ErrorKind::OutOfMemory { bytes: None }.into())
        })
        .collect()
}

pub(crate) fn maximum_to_hsize(maximum: Option<usize>) -> hsize_t {
    maximum.map_or(H5S_UNLIMITED, |length| length as hsize_t)
}

pub(crate) fn maximum_from_hsize(maximum: hsize_t) -> Option<usize> {
    (maximum != H5S_UNLIMITED).then(|| usize::try_from(maximum).unwrap_or(usize::MAX))
}
