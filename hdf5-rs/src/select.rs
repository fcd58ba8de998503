//! Selections: which elements of a dataset.

mod from;
mod resolve;

use std::sync::Arc;

pub use from::Ellipsis;
pub(crate) use resolve::{Axis, Hyperslab, Lists, Place, Resolution, Resolved, each_axis, reverse};

use crate::error::{Error, Result};
use crate::types::Reference;

/// What is selected along one axis.
///
/// Negative numbers count from the end of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        /// The distance of two positions. If it is negative, the positions of the range are taken from
        /// its last to its first, as by ndarray's `s![]`.
        step: isize,
    },
    /// Blocks of equal length at equal distances (`h5py.MultiBlockSlice`).
    Blocks {
        /// The first position of the first block.
        start: isize,
        /// The distance between the starts of two blocks, at least `block`.
        stride: usize,
        /// The number of blocks; `None` is as many as fit.
        count: Option<usize>,
        /// The length of a block.
        block: usize,
    },
    /// Positions in any order; one may be there more than once.
    List(Vec<isize>),
    /// The positions that are `true`; there is one value for each position of the axis.
    Mask(Vec<bool>),
    /// As many whole axes as are not named otherwise, also none.
    Ellipsis,
}

impl AxisSelection {
    const ALL: Self = Self::Slice { start: 0, end: None, step: 1 };

    /// Of a range, every `step`-th position; a negative step takes them from the last to the first.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("steps.h5"))?;
    /// use hdf5::AxisSelection;
    ///
    /// let digits = file.create_dataset("digits", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])?;
    /// let even = digits.select(AxisSelection::from(..).step_by(2))?;
    /// assert_eq!(even.read::<Vec<i32>>()?, [0, 2, 4, 6, 8]);
    /// let backwards = digits.select(AxisSelection::from(..4).step_by(-1))?;
    /// assert_eq!(backwards.read::<Vec<i32>>()?, [3, 2, 1, 0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// What is no range is left as it is.
    #[must_use]
    pub fn step_by(self, step: isize) -> Self {
        match self {
            Self::Slice { start, end, .. } => Self::Slice { start, end, step },
            other => other,
        }
    }

    /// Blocks of `block` positions, of which each begins `stride` after the one before; `None` is as many
    /// as fit (`h5py.MultiBlockSlice`).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("blocks.h5"))?;
    /// use hdf5::AxisSelection;
    ///
    /// let digits = file.create_dataset("digits", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])?;
    /// let pairs = digits.select(AxisSelection::blocks(1, 4, None, 2))?;
    /// assert_eq!(pairs.read::<Vec<i32>>()?, [1, 2, 5, 6]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    #[doc(alias = "MultiBlockSlice")]
    pub fn blocks(start: isize, stride: usize, count: Option<usize>, block: usize) -> Self {
        Self::Blocks { start, stride, count, block }
    }
}

/// Which elements of a dataset, before it is known how large the dataset is.
///
/// Made from what is selected along each axis: integers, ranges, lists, masks, and tuples of them, and
/// ndarray's `s![]`, which adds steps.
///
/// | selection | h5py | elements |
/// |---|---|---|
/// | `..` or `()` | `[...]`, `[()]` | all |
/// | `3`, `-1` | `[3]`, `[-1]` | one row; the axis disappears |
/// | `10..20`, `10..`, `-3..` | `[10:20]` ... | a range of rows |
/// | `(.., 0)` | `[:, 0]` | the first column |
/// | `(Ellipsis, 0)` | `[..., 0]` | the first position along the last axis |
/// | `s![.., ..;2]` | `[:, ::2]` | every second column |
/// | `[7, 2, 2]`, `&rows` | none | the rows of a list, in any order |
/// | `([0, 2], [1, 3])` | none | rows 0 and 2, of them columns 1 and 3: each list is along its axis |
/// | `[true, false, true]` | `[mask]` | the rows of a mask |
/// | `&array2 of bool` | `[mask]` | the elements of a mask of the whole shape, as one axis |
/// | [`AxisSelection::blocks`] | `MultiBlockSlice` | blocks at equal distances |
/// | [`Selection::points`] | none | single elements, as one axis |
/// | [`union`](Self::union), [`difference`](Self::difference) | none | several selections, as one axis |
/// | a [`RegionReference`](crate::RegionReference) | `[regref]` | the elements that it refers to |
///
/// Axes that are not named are whole. Data of a list has its order, and an element as often as the list.
/// An index or range outside the dataset is an error; h5py cuts ranges short instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection(Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Axes(Vec<AxisSelection>),
    Mask(Arc<Mask>),
    Points(Arc<Points>),
    Combined(Arc<Combined>),
    Region(Reference),
}

/// For each element, whether it is selected, in C order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mask {
    pub(crate) shape: Vec<usize>,
    pub(crate) selected: Vec<bool>,
}

#[derive(Debug, PartialEq, Eq)]
struct Points {
    rank: usize,
    /// Along each axis, for one point after the other.
    positions: Vec<isize>,
    /// The rank of a point that has another.
    other_rank: Option<usize>,
}

/// A selection with others added or taken away, in turn.
#[derive(Debug, PartialEq, Eq)]
struct Combined {
    first: Vec<AxisSelection>,
    rest: Vec<(Operation, Vec<AxisSelection>)>,
}

/// What another selection does to one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Union,
    Difference,
}

/// All elements.
impl Default for Selection {
    fn default() -> Self {
        Self(Kind::Axes(Vec::new()))
    }
}

impl Selection {
    /// A selection by what is selected along each axis.
    #[must_use]
    pub fn new(axes: impl Into<Vec<AxisSelection>>) -> Self {
        Self(Kind::Axes(axes.into()))
    }

    /// Single elements, by their position along each axis. They are data of one axis, in this order; a
    /// point may be there more than once.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("points.h5"))?;
    /// use hdf5::Selection;
    ///
    /// let table = file.create_dataset("table", [[1, 2, 3], [4, 5, 6]])?;
    /// let points = Selection::points([[1, 2], [0, 0], [1, -1]]);
    /// assert_eq!(table.select(points)?.read::<Vec<i32>>()?, [6, 1, 6]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Sselect_elements")]
    #[must_use]
    pub fn points<P, I>(points: impl IntoIterator<Item = P>) -> Self
    where
        P: AsRef<[I]>,
        I: Copy + Into<Position>,
    {
        let mut rank = None;
        let (mut positions, mut other_rank) = (Vec::new(), None);
        for point in points {
            let point = point.as_ref();
            if *rank.get_or_insert(point.len()) != point.len() {
                other_rank = Some(point.len());
            }
            positions.extend(point.iter().map(|&index| index.into().0));
        }
        let rank = rank.unwrap_or(0);
        Self(Kind::Points(Arc::new(Points { rank, positions, other_rank })))
    }

    /// A mask of a whole dataset in C order: the elements that are `true`, as data of one axis. An
    /// ndarray of `bool` with more than one axis is one, too.
    ///
    /// A mask for one axis is a list of `bool`.
    #[must_use]
    pub fn mask(shape: impl Into<Vec<usize>>, selected: impl Into<Vec<bool>>) -> Self {
        Self(Kind::Mask(Arc::new(Mask { shape: shape.into(), selected: selected.into() })))
    }

    /// The elements of this selection and those of another, each once, as data of one axis in C order.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("union.h5"))?;
    /// use hdf5::Selection;
    ///
    /// let table = file.create_dataset("table", [[1, 2, 3], [4, 5, 6], [7, 8, 9]])?;
    /// let border = Selection::from(..).difference((1, 1))?;
    /// assert_eq!(table.select(border)?.read::<Vec<i32>>()?, [1, 2, 3, 4, 6, 7, 8, 9]);
    /// let cross = Selection::from(1).union((.., 1))?;
    /// assert_eq!(table.select(cross)?.read::<Vec<i32>>()?, [2, 4, 5, 6, 8]);
    /// // ndarray's `s![]` may hold what is no selection, a new axis.
    /// let corners = Selection::try_from(ndarray::s![..;2, ..;2])?;
    /// assert_eq!(table.select(corners)?.read::<Vec<i32>>()?, [1, 3, 7, 9]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`](crate::ErrorKind::InvalidArgument) unless both say what is selected
    /// along each axis, or are unions or differences of such selections on the left.
    #[doc(alias = "H5S_SELECT_OR")]
    pub fn union<S>(self, other: S) -> Result<Self>
    where
        S: TryInto<Self>,
        Error: From<S::Error>,
    {
        self.combine(Operation::Union, other.try_into()?)
    }

    /// The elements of this selection that are not in another, as data of one axis in C order.
    ///
    /// # Errors
    ///
    /// As [`union`](Self::union).
    #[doc(alias = "H5S_SELECT_NOTB")]
    pub fn difference<S>(self, other: S) -> Result<Self>
    where
        S: TryInto<Self>,
        Error: From<S::Error>,
    {
        self.combine(Operation::Difference, other.try_into()?)
    }

    fn combine(self, operation: Operation, other: Self) -> Result<Self> {
        let refused = || {
            Error::invalid_argument(
                "a union or difference is one of selections along each axis, not of points, masks or regions",
            )
        };
        let Kind::Axes(other) = other.0 else {
            return Err(refused());
        };
        let (first, mut rest) = match self.0 {
            Kind::Axes(first) => (first, Vec::new()),
            Kind::Combined(combined) => (combined.first.clone(), combined.rest.clone()),
            Kind::Mask(_) | Kind::Points(_) | Kind::Region(_) => return Err(refused()),
        };
        rest.push((operation, other));
        Ok(Self(Kind::Combined(Arc::new(Combined { first, rest }))))
    }

    /// What is selected along each axis that is named, if that says everything.
    pub(crate) fn axes(&self) -> Option<&[AxisSelection]> {
        match &self.0 {
            Kind::Axes(axes) => Some(axes),
            Kind::Mask(_) | Kind::Points(_) | Kind::Combined(_) | Kind::Region(_) => None,
        }
    }

    /// Whether everything is selected where there are no axes too: no axis is named.
    pub(crate) fn is_whole(&self) -> bool {
        self.axes().is_some_and(|axes| matches!(axes, [] | [AxisSelection::Ellipsis]))
    }

    /// Whether everything is selected, whatever the shape.
    pub(crate) fn is_all(&self) -> bool {
        self.axes().is_some_and(<[_]>::is_empty)
    }
}

/// A position along an axis; negative ones count from the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position(pub isize);
