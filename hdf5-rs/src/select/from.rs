//! What selections are made from.

use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

use super::{AxisSelection, Kind, Position, Selection};
use crate::error::Error;
use crate::raw::h5r::{RegionReference, StdReference};
use crate::types::Reference;

/// As many whole axes as are not named otherwise, in a tuple: `(Ellipsis, 0)` is h5py's `[..., 0]`.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("ellipsis.h5"))?;
/// use hdf5::Ellipsis;
///
/// let cube = file.create_dataset("cube", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]])?;
/// assert_eq!(cube.select((Ellipsis, 0))?.read::<Vec<i32>>()?, [1, 3, 5, 7]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ellipsis;

impl From<Ellipsis> for AxisSelection {
    fn from(_: Ellipsis) -> Self {
        Self::Ellipsis
    }
}

/// Lists of integers, and masks: `Vec`s, arrays, slices, and one-dimensional arrays of ndarray.
macro_rules! lists {
    ($item:ty => $variant:ident, |$value:ident| $convert:expr) => {
        lists! { @$item => $variant, |$value| $convert;
            [] Vec<$item>; [] &Vec<$item>; [] &[$item];
            [const N: usize] [$item; N]; [const N: usize] &[$item; N];
        }
        #[cfg(feature = "ndarray")]
        lists! { @$item => $variant, |$value| $convert;
            [] ndarray::Array1<$item>; [] &ndarray::Array1<$item>; [] ndarray::ArrayView1<'_, $item>;
        }
    };
    (@$item:ty => $variant:ident, |$value:ident| $convert:expr; $([$($generics:tt)*] $list:ty;)*) => {$(
        impl<$($generics)*> From<$list> for AxisSelection {
            fn from(list: $list) -> Self {
                Self::$variant(list.into_iter().map(|item| -> $item { item.to_owned() }).map(|$value| $convert).collect())
            }
        }

        impl<$($generics)*> From<$list> for Selection {
            fn from(list: $list) -> Self {
                Self::new([AxisSelection::from(list)])
            }
        }
    )*};
}

lists! { bool => Mask, |selected| selected }

/// Integers and ranges and lists of them, for each integer type that is used for indexing.
macro_rules! indices {
    ($($int:ty)*) => {$(
        impl From<$int> for AxisSelection {
            fn from(index: $int) -> Self {
                Self::Index(clamp(index as i128))
            }
        }

        impl From<$int> for Position {
            fn from(index: $int) -> Self {
                Self(clamp(index as i128))
            }
        }

        lists! { $int => List, |index| clamp(index as i128) }

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
                Self::new([selected.into()])
            }
        }
    )*};
}

first_axis! {
    AxisSelection Ellipsis usize isize i32 i64 u32 u64
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
                Self::new([$($name.into()),+])
            }
        }
    )*};
}

tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

/// The elements that a region reference refers to.
macro_rules! references {
    ($($reference:ty),+) => {$(
        impl From<$reference> for Selection {
            fn from(reference: $reference) -> Self {
                Self(Kind::Region(reference.into()))
            }
        }
    )+};
}

references! { RegionReference, &RegionReference, StdReference, &StdReference, Reference, &Reference }

impl From<std::convert::Infallible> for Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

#[cfg(feature = "ndarray")]
mod from_ndarray {
    use ndarray::{ArrayBase, Data, Dimension, SliceInfo, SliceInfoElem};

    use super::{AxisSelection, Selection};
    use crate::error::{Error, ErrorKind};

    impl TryFrom<SliceInfoElem> for AxisSelection {
        type Error = Error;

        fn try_from(element: SliceInfoElem) -> Result<Self, Error> {
            match element {
                SliceInfoElem::Index(index) => Ok(Self::Index(index)),
                SliceInfoElem::Slice { start, end, step } => Ok(Self::Slice { start, end, step }),
                SliceInfoElem::NewAxis => {
                    let what = "a new axis in the selection of a dataset";
                    Err(ErrorKind::Unsupported { what: what.into() }.into())
                }
            }
        }
    }

    /// ndarray's `s![]`, without new axes.
    impl<T, Din, Dout> TryFrom<SliceInfo<T, Din, Dout>> for Selection
    where
        T: AsRef<[SliceInfoElem]>,
        Din: Dimension,
        Dout: Dimension,
    {
        type Error = Error;

        fn try_from(info: SliceInfo<T, Din, Dout>) -> Result<Self, Error> {
            let elements: &[SliceInfoElem] = info.as_ref();
            let axes = elements.iter().map(|&element| AxisSelection::try_from(element));
            axes.collect::<Result<Vec<_>, Error>>().map(Self::new)
        }
    }

    /// A range with a step, as ndarray has it: `Slice::from(2..9).step_by(3)`.
    impl From<ndarray::Slice> for AxisSelection {
        fn from(slice: ndarray::Slice) -> Self {
            let ndarray::Slice { start, end, step } = slice;
            Self::Slice { start, end, step }
        }
    }

    impl From<ndarray::Slice> for Selection {
        fn from(slice: ndarray::Slice) -> Self {
            Self::new([slice.into()])
        }
    }

    /// A mask of the whole dataset.
    macro_rules! masks {
        ($($dim:ident)*) => {$(
            impl<S: Data<Elem = bool>> From<&ArrayBase<S, ndarray::$dim>> for Selection {
                fn from(mask: &ArrayBase<S, ndarray::$dim>) -> Self {
                    Self::mask(mask.shape(), mask.iter().copied().collect::<Vec<_>>())
                }
            }

            impl From<ndarray::Array<bool, ndarray::$dim>> for Selection {
                fn from(mask: ndarray::Array<bool, ndarray::$dim>) -> Self {
                    Self::from(&mask)
                }
            }
        )*};
    }

    masks! { Ix0 Ix2 Ix3 Ix4 Ix5 Ix6 IxDyn }
}
