//! Selections: which elements of a dataset.

use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use hdf5_ffi::hsize_t;

use crate::error::{ErrorKind, Result};

/// What is selected along one axis.
///
/// Negative numbers count from the end of the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AxisSelection {
    /// One position; the axis does not appear in the result.
    Index(isize),
    /// Every `step`-th position from `start` up to, and without, `end`.
    Slice {
        /// The first position.
        start: isize,
        /// The position after the last; `None` is the end of the axis.
        end: Option<isize>,
        /// The distance of two positions, at least 1.
        step: isize,
    },
}

impl AxisSelection {
    const ALL: Self = Self::Slice { start: 0, end: None, step: 1 };
}

/// A selection that has not met a dataset yet: one entry for each axis, the rest whole.
///
/// Made from integers, ranges and tuples of them, and from ndarray's `s![]`, which adds steps:
///
/// | selection | elements |
/// |---|---|
/// | `..` or `()` | all |
/// | `3` | row 3; the axis disappears |
/// | `10..20` | ten rows |
/// | `(.., 0)` | the first column |
/// | `(-1, ..)` | the last row |
/// | `s![.., ..;2]` | every second column |
///
/// Lists of indices and masks are not selections yet: read the range that they lie in and index that.
///
/// Axes that are not named are whole. An index or range outside the dataset is an error; h5py cuts
/// ranges short instead.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection(Vec<AxisSelection>);

impl Selection {
    /// A selection by what is selected along each axis.
    #[must_use]
    pub fn new(axes: impl Into<Vec<AxisSelection>>) -> Self {
        Self(axes.into())
    }

    /// What is selected along each axis that is named.
    #[must_use]
    pub fn axes(&self) -> &[AxisSelection] {
        &self.0
    }

    /// Finds the elements in a dataset of that shape.
    pub(crate) fn resolve(&self, shape: &[usize]) -> Result<Hyperslab> {
        if self.0.len() > shape.len() {
            let (expected, found) = (shape.len(), self.0.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        let mut slab = Hyperslab::default();
        for (axis, &extent) in shape.iter().enumerate() {
            let selected = self.0.get(axis).copied().unwrap_or(AxisSelection::ALL);
            slab.push(axis, extent, selected)?;
        }
        Ok(slab)
    }
}

/// A regular selection within a known shape.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Hyperslab {
    pub(crate) start: Vec<hsize_t>,
    pub(crate) stride: Vec<hsize_t>,
    pub(crate) count: Vec<hsize_t>,
    /// The shape of the result: axes that were selected by an index are left out.
    pub(crate) shape: Vec<usize>,
}

impl Hyperslab {
    fn push(&mut self, axis: usize, extent: usize, selected: AxisSelection) -> Result<()> {
        let out_of_bounds = |index| ErrorKind::OutOfBounds { axis, index, extent };
        let (start, stride, count) = match selected {
            AxisSelection::Index(index) => {
                let position = from_end(index, extent).filter(|&position| position < extent);
                (position.ok_or_else(|| out_of_bounds(index))?, 1, 1)
            }
            AxisSelection::Slice { start, end, step } => {
                let Some(step) = usize::try_from(step).ok().filter(|&step| step > 0) else {
                    let reason = "the step of a selection must be at least 1";
                    return Err(ErrorKind::InvalidArgument { reason: reason.into() }.into());
                };
                let within = |index| {
                    from_end(index, extent)
                        .filter(|&position| position <= extent)
                        .ok_or_else(|| out_of_bounds(index))
                };
                let first = within(start)?;
                let end = end.map_or(Ok(extent), within)?;
                let count = end.saturating_sub(first).div_ceil(step);
                self.shape.push(count);
                (first, step, count)
            }
        };
        self.start.push(start as hsize_t);
        self.stride.push(stride as hsize_t);
        self.count.push(count as hsize_t);
        Ok(())
    }
}

/// The position that an index means, counting from the end if it is negative.
fn from_end(index: isize, extent: usize) -> Option<usize> {
    if index < 0 { extent.checked_sub(index.unsigned_abs()) } else { usize::try_from(index).ok() }
}

/// Integers and ranges of them, for each integer type that is used for indexing.
macro_rules! indices {
    ($($int:ty)*) => {$(
        impl From<$int> for AxisSelection {
            fn from(index: $int) -> Self {
                Self::Index(clamp(index as i128))
            }
        }

        impl From<Range<$int>> for AxisSelection {
            fn from(range: Range<$int>) -> Self {
                slice(range.start as i128, Some(range.end as i128))
            }
        }

        impl From<RangeInclusive<$int>> for AxisSelection {
            fn from(range: RangeInclusive<$int>) -> Self {
                slice(*range.start() as i128, after(*range.end() as i128))
            }
        }

        impl From<RangeFrom<$int>> for AxisSelection {
            fn from(range: RangeFrom<$int>) -> Self {
                slice(range.start as i128, None)
            }
        }

        impl From<RangeTo<$int>> for AxisSelection {
            fn from(range: RangeTo<$int>) -> Self {
                slice(0, Some(range.end as i128))
            }
        }

        impl From<RangeToInclusive<$int>> for AxisSelection {
            fn from(range: RangeToInclusive<$int>) -> Self {
                slice(0, after(range.end as i128))
            }
        }
    )*};
}

indices! { usize isize i32 i64 u32 u64 }

impl From<RangeFull> for AxisSelection {
    fn from(_: RangeFull) -> Self {
        Self::ALL
    }
}

fn slice(start: i128, end: Option<i128>) -> AxisSelection {
    AxisSelection::Slice { start: clamp(start), end: end.map(clamp), step: 1 }
}

/// The end of a range that includes `last`; -1 is the last position, so nothing ends after it.
fn after(last: i128) -> Option<i128> {
    (last != -1).then_some(last + 1)
}

/// Indices beyond `isize` are out of bounds in any case.
fn clamp(index: i128) -> isize {
    isize::try_from(index).unwrap_or(if index < 0 { isize::MIN } else { isize::MAX })
}

impl From<()> for Selection {
    fn from((): ()) -> Self {
        Self::default()
    }
}

/// A single index or range selects along the first axis.
macro_rules! first_axis {
    ($($ty:ty)*) => {$(
        impl From<$ty> for Selection {
            fn from(selected: $ty) -> Self {
                Self(vec![selected.into()])
            }
        }
    )*};
}

first_axis! {
    AxisSelection usize isize i32 i64 u32 u64
    Range<usize> Range<isize> Range<i32> Range<i64> Range<u32> Range<u64>
    RangeInclusive<usize> RangeInclusive<isize> RangeInclusive<i32> RangeInclusive<i64> RangeInclusive<u32> RangeInclusive<u64>
    RangeFrom<usize> RangeFrom<isize> RangeFrom<i32> RangeFrom<i64> RangeFrom<u32> RangeFrom<u64>
    RangeTo<usize> RangeTo<isize> RangeTo<i32> RangeTo<i64> RangeTo<u32> RangeTo<u64>
    RangeToInclusive<usize> RangeToInclusive<isize> RangeToInclusive<i32> RangeToInclusive<i64> RangeToInclusive<u32> RangeToInclusive<u64>
}

impl From<RangeFull> for Selection {
    fn from(_: RangeFull) -> Self {
        Self::default()
    }
}

/// Tuples of up to six axes.
macro_rules! tuples {
    ($(($($name:ident)+))*) => {$(
        impl<$($name: Into<AxisSelection>),+> From<($($name,)+)> for Selection {
            fn from(axes: ($($name,)+)) -> Self {
                #[expect(non_snake_case, reason = "a type and its value share a name")]
                let ($($name,)+) = axes;
                Self(vec![$($name.into()),+])
            }
        }
    )*};
}

tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

#[cfg(feature = "ndarray")]
mod from_ndarray {
    use ndarray::{Dimension, SliceInfo, SliceInfoElem};

    use super::{AxisSelection, Selection};
    use crate::error::{Error, ErrorKind};

    /// ndarray's `s![]`, without new axes and negative steps.
    impl<T, Din, Dout> TryFrom<SliceInfo<T, Din, Dout>> for Selection
    where
        T: AsRef<[SliceInfoElem]>,
        Din: Dimension,
        Dout: Dimension,
    {
        type Error = Error;

        fn try_from(info: SliceInfo<T, Din, Dout>) -> Result<Self, Error> {
            let elements: &[SliceInfoElem] = info.as_ref();
            let axes = elements.iter().map(|&element| match element {
                SliceInfoElem::Index(index) => Ok(AxisSelection::Index(index)),
                SliceInfoElem::Slice { start, end, step } => {
                    Ok(AxisSelection::Slice { start, end, step })
                }
                SliceInfoElem::NewAxis => {
                    let what = "a new axis in the selection of a dataset";
                    Err(ErrorKind::Unsupported { what: what.into() }.into())
                }
            });
            axes.collect::<Result<_, Error>>().map(Self)
        }
    }
}

impl From<std::convert::Infallible> for crate::Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(selection: impl Into<Selection>, shape: &[usize]) -> Result<Hyperslab> {
        selection.into().resolve(shape)
    }

    #[test]
    fn integers_drop_their_axis_and_count_from_the_end() {
        let slab = resolve((-1, 2..5), &[10, 8]).unwrap();
        assert_eq!((slab.start, slab.count, slab.shape), (vec![9, 2], vec![1, 3], vec![3]));
    }

    #[test]
    fn axes_that_are_not_named_are_whole() {
        let slab = resolve(3, &[10, 8]).unwrap();
        assert_eq!((slab.start, slab.count, slab.shape), (vec![3, 0], vec![1, 8], vec![8]));
        assert_eq!(resolve(.., &[2, 3]).unwrap().shape, [2, 3]);
        assert_eq!(resolve((), &[]).unwrap().shape, [0; 0]);
    }

    #[test]
    fn inclusive_ranges_and_negative_ends_are_understood() {
        // Clippy takes these written out for empty loops.
        let (minus_one, start) = (-1, 5);
        assert_eq!(resolve(2..=4, &[10]).unwrap().shape, [3]);
        assert_eq!(resolve(..=-1, &[10]).unwrap().shape, [10]);
        assert_eq!(resolve(-3.., &[10]).unwrap().start, [7]);
        assert_eq!(resolve(1..minus_one, &[10]).unwrap().shape, [8]);
        assert_eq!(resolve(start..2, &[10]).unwrap().shape, [0]);
    }

    #[test]
    fn steps_take_every_nth_position() {
        let slice = AxisSelection::Slice { start: 1, end: None, step: 3 };
        let slab = resolve(slice, &[10]).unwrap();
        assert_eq!((slab.start, slab.stride, slab.count), (vec![1], vec![3], vec![3]));
        for step in [0, -1] {
            let slice = AxisSelection::Slice { start: 0, end: None, step };
            let error = resolve(slice, &[10]).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }));
        }
    }

    #[test]
    fn what_lies_outside_is_an_error_with_its_numbers() {
        let kind = |selection: Selection| resolve(selection, &[4, 6]).unwrap_err().kind().clone();
        assert_eq!(kind(4.into()), ErrorKind::OutOfBounds { axis: 0, index: 4, extent: 4 });
        assert_eq!(kind((.., -7).into()), ErrorKind::OutOfBounds { axis: 1, index: -7, extent: 6 });
        assert_eq!(
            kind((.., 3..9).into()),
            ErrorKind::OutOfBounds { axis: 1, index: 9, extent: 6 }
        );
        assert_eq!(kind((0, 0, 0).into()), ErrorKind::RankMismatch { expected: 2, found: 3 });
        let huge = ErrorKind::OutOfBounds { axis: 0, index: isize::MAX, extent: 4 };
        assert_eq!(kind(usize::MAX.into()), huge);
    }
}
