//! Selections that have met a shape.

use std::ops::Range;
use std::sync::Arc;

use hdf5_ffi::hsize_t;

use super::{AxisSelection, Kind, Mask, Operation, Selection};
use crate::error::{Error, ErrorKind, Result};
use crate::shape::element_count;
use crate::types::Reference;

/// What a selection turns out to be.
#[derive(Debug)]
pub(crate) enum Resolution {
    /// Elements at known places.
    Placed(Resolved),
    /// Elements that only libhdf5 can count: a selection, and what others add to it or take away.
    Combined(Resolved, Vec<(Operation, Resolved)>),
    /// What a region reference refers to.
    Region(Reference),
}

/// Elements at known places within a known shape.
#[derive(Debug)]
pub(crate) struct Resolved {
    /// The shape of the elements as data: without the axes that were selected by an index.
    pub(crate) shape: Vec<usize>,
    /// The number of elements.
    pub(crate) count: usize,
    pub(crate) place: Place,
}

/// Where selected elements are.
#[derive(Debug)]
pub(crate) enum Place {
    /// Everywhere.
    All,
    /// In one hyperslab. Along some axes the data has them from the last to the first.
    Hyperslab(Hyperslab),
    /// At lists of positions along some axes.
    Lists(Lists),
    /// Where a mask of the whole shape is `true`.
    Mask(Arc<Mask>),
    /// At single points: their positions along each axis, one after the other.
    Points(Vec<hsize_t>),
    /// Wherever the dataspace says.
    Dataspace,
}

/// A regular selection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Hyperslab {
    pub(crate) start: Vec<hsize_t>,
    pub(crate) stride: Vec<hsize_t>,
    pub(crate) count: Vec<hsize_t>,
    pub(crate) block: Vec<hsize_t>,
    /// The axes, of the dataset, along which the data runs backwards.
    pub(crate) reversed: Vec<usize>,
}

impl Hyperslab {
    fn push(&mut self, regular: Regular) {
        if regular.reversed {
            self.reversed.push(self.start.len());
        }
        self.start.push(regular.start as hsize_t);
        self.stride.push(regular.stride as hsize_t);
        self.count.push(regular.count as hsize_t);
        self.block.push(regular.block as hsize_t);
    }

    /// The number of positions along each axis.
    pub(crate) fn lengths(&self) -> Vec<usize> {
        let lengths = self.count.iter().zip(&self.block);
        lengths.map(|(count, block)| (count * block) as usize).collect()
    }
}

/// A selection along each axis, of which some are lists.
#[derive(Debug)]
pub(crate) struct Lists {
    pub(crate) axes: Vec<Axis>,
}

impl Lists {
    /// The number of positions along each axis.
    pub(crate) fn lengths(&self) -> Vec<usize> {
        self.axes.iter().map(Axis::len).collect()
    }

    /// For each position along each axis, once and in the order of the file, the index of its element in
    /// the data. Where a list has a position more than once, the last of its elements counts.
    pub(crate) fn in_file_order(&self) -> Vec<Vec<usize>> {
        let order = |axis: &Axis| match axis {
            Axis::Regular(regular) if regular.reversed => (0..axis.len()).rev().collect(),
            Axis::Regular(_) => (0..axis.len()).collect(),
            Axis::List(items) => {
                let positions = items.chunk_by(|one, next| one.0 == next.0);
                positions.map(|same| same[same.len() - 1].1).collect()
            }
        };
        self.axes.iter().map(order).collect()
    }

    /// The axes along which the data runs backwards.
    pub(crate) fn reversed(&self) -> Vec<usize> {
        let is_reversed =
            |axis: &Axis| matches!(axis, Axis::Regular(Regular { reversed: true, .. }));
        (0..self.axes.len()).filter(|&axis| is_reversed(&self.axes[axis])).collect()
    }
}

/// Positions along one axis of a known length.
#[derive(Debug)]
pub(crate) enum Axis {
    Regular(Regular),
    /// Pairs of a position and the index of its element in the data, sorted.
    List(Vec<(usize, usize)>),
}

impl Axis {
    /// The number of positions.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Regular(regular) => regular.count * regular.block,
            Self::List(items) => items.len(),
        }
    }
}

/// Blocks of positions at equal distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Regular {
    pub(crate) start: usize,
    pub(crate) stride: usize,
    pub(crate) count: usize,
    pub(crate) block: usize,
    /// Whether the data has them from the last to the first.
    pub(crate) reversed: bool,
}

impl Regular {
    fn new(start: usize, stride: usize, count: usize) -> Self {
        Self { start, stride, count, block: 1, reversed: false }
    }
}

impl Selection {
    /// Finds the elements in a dataset of that shape.
    pub(crate) fn resolve(&self, shape: &[usize]) -> Result<Resolution> {
        let placed = |shape, count, place| Resolution::Placed(Resolved { shape, count, place });
        match &self.0 {
            Kind::Axes(axes) => resolve_axes(axes, shape).map(Resolution::Placed),
            Kind::Mask(mask) => {
                let selected = &mask.selected;
                if mask.shape != shape {
                    let (expected, found) = (shape.to_vec(), mask.shape.clone());
                    return Err(ErrorKind::ShapeMismatch { expected, found }.into());
                }
                if selected.len() != element_count(shape)? {
                    let (shape, found) = (shape.to_vec(), selected.len());
                    return Err(ErrorKind::CountMismatch { shape, found }.into());
                }
                let count = selected.iter().filter(|&&selected| selected).count();
                Ok(placed(vec![count], count, Place::Mask(Arc::clone(mask))))
            }
            Kind::Points(points) => {
                let other =
                    points.other_rank.or((points.rank != shape.len()).then_some(points.rank));
                if points.positions.is_empty() && points.other_rank.is_none() && points.rank == 0 {
                    return Ok(placed(vec![0], 0, Place::Points(Vec::new())));
                }
                if let Some(found) = other {
                    return Err(ErrorKind::RankMismatch { expected: shape.len(), found }.into());
                }
                if shape.is_empty() {
                    return Err(Error::invalid_argument("a scalar has no points"));
                }
                let axes = points.positions.iter().zip((0..shape.len()).cycle());
                let positions = axes
                    .map(|(&index, axis)| Ok(position(index, axis, shape[axis])? as hsize_t))
                    .collect::<Result<Vec<_>>>()?;
                let count = positions.len() / shape.len();
                Ok(placed(vec![count], count, Place::Points(positions)))
            }
            Kind::Combined(combined) => {
                if shape.is_empty() {
                    return Err(Error::invalid_argument("a scalar has no parts to combine"));
                }
                let rest = combined.rest.iter();
                let rest =
                    rest.map(|(operation, axes)| Ok((*operation, resolve_axes(axes, shape)?)));
                let first = resolve_axes(&combined.first, shape)?;
                Ok(Resolution::Combined(first, rest.collect::<Result<_>>()?))
            }
            Kind::Region(reference) => Ok(Resolution::Region(reference.clone())),
        }
    }
}

/// What is selected along each of so many axes, also those that are not named.
pub(crate) fn each_axis(
    axes: &[AxisSelection],
    rank: usize,
) -> Result<impl Iterator<Item = &AxisSelection>> {
    let is_ellipsis = |axis: &AxisSelection| *axis == AxisSelection::Ellipsis;
    let ellipses = axes.iter().filter(|axis| is_ellipsis(axis)).count();
    if ellipses > 1 {
        return Err(Error::invalid_argument("there can be only one ellipsis in a selection"));
    }
    let named = axes.len() - ellipses;
    let Some(unnamed) = rank.checked_sub(named) else {
        let (expected, found) = (rank, named);
        return Err(ErrorKind::RankMismatch { expected, found }.into());
    };
    // What is not named is where the ellipsis is, or at the end.
    let before = axes.iter().position(is_ellipsis).unwrap_or(axes.len());
    let after = axes.get(before + 1..).unwrap_or_default();
    let all = std::iter::repeat_n(&AxisSelection::ALL, unnamed);
    Ok(axes[..before].iter().chain(all).chain(after))
}

/// Finds what is selected along each axis.
fn resolve_axes(axes: &[AxisSelection], shape: &[usize]) -> Result<Resolved> {
    if axes.is_empty() {
        let count = element_count(shape)?;
        return Ok(Resolved { shape: shape.to_vec(), count, place: Place::All });
    }
    let selected = each_axis(axes, shape.len())?;
    let mut slab = Hyperslab::default();
    let mut lists: Option<Vec<Axis>> = None;
    let mut result = Vec::with_capacity(shape.len());
    for (axis, (selected, &extent)) in selected.zip(shape).enumerate() {
        let found = resolve_axis(selected, axis, extent)?;
        if !matches!(selected, AxisSelection::Index(_)) {
            result.push(found.len());
        }
        match (found, &mut lists) {
            (Axis::Regular(regular), None) => slab.push(regular),
            (found, Some(lists)) => lists.push(found),
            (found, None) => {
                let mut axes: Vec<_> =
                    (0..axis).map(|axis| Axis::Regular(slab.axis(axis))).collect();
                axes.push(found);
                lists = Some(axes);
            }
        }
    }
    let count = element_count(&result)?;
    let place = match lists {
        Some(axes) => Place::Lists(Lists { axes }),
        // A scalar, of which nothing but an ellipsis is named.
        None if shape.is_empty() => Place::All,
        None => Place::Hyperslab(slab),
    };
    Ok(Resolved { shape: result, count, place })
}

impl Hyperslab {
    fn axis(&self, axis: usize) -> Regular {
        Regular {
            start: self.start[axis] as usize,
            stride: self.stride[axis] as usize,
            count: self.count[axis] as usize,
            block: self.block[axis] as usize,
            reversed: self.reversed.contains(&axis),
        }
    }

    /// The positions along each axis.
    pub(crate) fn axes(&self) -> Vec<Axis> {
        (0..self.start.len()).map(|axis| Axis::Regular(self.axis(axis))).collect()
    }
}

fn resolve_axis(selected: &AxisSelection, axis: usize, extent: usize) -> Result<Axis> {
    let regular = match selected {
        AxisSelection::Index(index) => Regular::new(position(*index, axis, extent)?, 1, 1),
        AxisSelection::Slice { start, end, step } => {
            let range = range(*start, *end, axis, extent)?;
            let stride = step.unsigned_abs();
            if stride == 0 {
                return Err(ErrorKind::ZeroStep { axis }.into());
            }
            let count = range.len().div_ceil(stride);
            if *step > 0 {
                Regular::new(range.start, stride, count)
            } else {
                // The last position comes first: the others are found from there.
                let first = range.end - count.saturating_sub(1) * stride - usize::from(count > 0);
                Regular { reversed: count > 1, ..Regular::new(first, stride, count) }
            }
        }
        &AxisSelection::Blocks { start, stride, count, block } => {
            blocks(start, stride, count, block, axis, extent)?
        }
        AxisSelection::List(list) => {
            let mut items = list
                .iter()
                .enumerate()
                .map(|(item, &index)| Ok((position(index, axis, extent)?, item)))
                .collect::<Result<Vec<_>>>()?;
            if !items.is_sorted() {
                items.sort_unstable();
            }
            return Ok(Axis::List(items));
        }
        AxisSelection::Mask(mask) => {
            if mask.len() != extent {
                let (expected, found) = (extent, mask.len());
                return Err(ErrorKind::LengthMismatch { axis, expected, found }.into());
            }
            let positions = mask.iter().enumerate().filter(|&(_, &selected)| selected);
            return Ok(Axis::List(positions.map(|(at, _)| at).zip(0..).collect()));
        }
        AxisSelection::Ellipsis => {
            return Err(Error::invalid_argument("an ellipsis is no selection along one axis"));
        }
    };
    Ok(Axis::Regular(regular))
}

/// The position that an index means.
fn position(index: isize, axis: usize, extent: usize) -> Result<usize> {
    let position = from_end(index, extent).filter(|&position| position < extent);
    position.ok_or_else(|| ErrorKind::OutOfBounds { axis, index, extent }.into())
}

/// The positions that a range means; one that ends before it starts is empty.
fn range(start: isize, end: Option<isize>, axis: usize, extent: usize) -> Result<Range<usize>> {
    let within = |index| {
        from_end(index, extent)
            .filter(|&position| position <= extent)
            .ok_or_else(|| Error::from(ErrorKind::OutOfBounds { axis, index, extent }))
    };
    let start = within(start)?;
    let end = end.map_or(Ok(extent), within)?;
    Ok(start..end.max(start))
}

/// The position that an index means, counting from the end if it is negative.
fn from_end(index: isize, extent: usize) -> Option<usize> {
    if index < 0 { extent.checked_sub(index.unsigned_abs()) } else { usize::try_from(index).ok() }
}

fn blocks(
    start: isize,
    stride: usize,
    count: Option<usize>,
    block: usize,
    axis: usize,
    extent: usize,
) -> Result<Regular> {
    let first = position(start, axis, extent)?;
    if block == 0 || stride < block {
        let reason = format!(
            "blocks of {block} positions every {stride} along axis {axis}: \
             a block has at least one, and the next starts after it"
        );
        return Err(Error::invalid_argument(reason));
    }
    let room = extent - first;
    let fit = if room < block { 0 } else { (room - block) / stride + 1 };
    let count = count.unwrap_or(fit);
    if count == 0 {
        let reason = format!("no block of {block} positions is selected along axis {axis}");
        return Err(Error::invalid_argument(reason));
    }
    if count > fit {
        let last = (count - 1).checked_mul(stride);
        let last = last.and_then(|last| last.checked_add(first)?.checked_add(block - 1));
        let index = last.and_then(|last| isize::try_from(last).ok()).unwrap_or(isize::MAX);
        return Err(ErrorKind::OutOfBounds { axis, index, extent }.into());
    }
    if stride == block {
        return Ok(Regular::new(first, 1, count * block));
    }
    Ok(Regular { block, ..Regular::new(first, stride, count) })
}

/// Turns elements round along an axis of data of that shape, in place.
pub(crate) fn reverse(bytes: &mut [u8], lengths: &[usize], axis: usize, element: usize) {
    let inner = lengths[axis + 1..].iter().product::<usize>() * element;
    let length = lengths[axis];
    if inner == 0 || length < 2 {
        return;
    }
    for group in bytes.chunks_exact_mut(length * inner) {
        let (front, back) = group.split_at_mut(length / 2 * inner);
        let back = back.chunks_exact_mut(inner).rev();
        front.chunks_exact_mut(inner).zip(back).for_each(|(one, other)| one.swap_with_slice(other));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::select::Ellipsis;

    fn resolve(selection: impl Into<Selection>, shape: &[usize]) -> Result<Resolved> {
        match selection.into().resolve(shape)? {
            Resolution::Placed(resolved) => Ok(resolved),
            other => panic!("{other:?}"),
        }
    }

    fn slab(selection: impl Into<Selection>, shape: &[usize]) -> (Hyperslab, Vec<usize>) {
        match resolve(selection, shape).unwrap() {
            Resolved { shape, place: Place::Hyperslab(slab), .. } => (slab, shape),
            other => panic!("{other:?}"),
        }
    }

    fn shape(selection: impl Into<Selection>, within: &[usize]) -> Vec<usize> {
        resolve(selection, within).unwrap().shape
    }

    #[test]
    fn integers_drop_their_axis_and_count_from_the_end() {
        let (slab, shape) = slab((-1, 2..5), &[10, 8]);
        assert_eq!((slab.start, slab.count, shape), (vec![9, 2], vec![1, 3], vec![3]));
    }

    #[test]
    fn axes_that_are_not_named_are_whole() {
        let (slab, result) = slab(3, &[10, 8]);
        assert_eq!((slab.start, slab.count, result), (vec![3, 0], vec![1, 8], vec![8]));
        assert_eq!(shape(.., &[2, 3]), [2, 3]);
        assert_eq!(shape((), &[]), [0; 0]);
        assert_eq!(shape((Ellipsis, 0), &[2, 3, 4]), [2, 3]);
        assert_eq!(shape((0, Ellipsis, 0), &[2, 3, 4]), [3]);
        assert_eq!(shape((0, 1, Ellipsis, 0), &[2, 3, 4]), [0; 0]);
    }

    #[test]
    fn inclusive_ranges_and_negative_ends_are_understood() {
        // Clippy takes these written out for empty loops.
        let (minus_one, start) = (-1, 5);
        assert_eq!(shape(2..=4, &[10]), [3]);
        assert_eq!(shape(..=-1, &[10]), [10]);
        assert_eq!(slab(-3.., &[10]).0.start, [7]);
        assert_eq!(shape(1..minus_one, &[10]), [8]);
        assert_eq!(shape(start..2, &[10]), [0]);
    }

    #[test]
    fn steps_take_every_nth_position_from_either_end() {
        let slice = |start, end, step| AxisSelection::Slice { start, end, step };
        let (forwards, _) = slab(slice(1, None, 3), &[10]);
        assert_eq!((forwards.start, forwards.stride, forwards.count), (vec![1], vec![3], vec![3]));
        // As ndarray: 9, 6, 3 of the range from 1 on, and 8, 5, 2 of that up to 9.
        for (end, first) in [(None, 3), (Some(9), 2)] {
            let (backwards, _) = slab(slice(1, end, -3), &[10]);
            assert_eq!((backwards.start, backwards.count), (vec![first], vec![3]));
            assert_eq!(backwards.reversed, [0]);
        }
        assert_eq!(shape(slice(4, Some(4), -1), &[10]), [0]);
        let error = resolve(slice(0, None, 0), &[10]).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::ZeroStep { axis: 0 });
    }

    #[test]
    fn lists_are_sorted_and_remember_their_order() {
        let resolved = resolve((.., [4, 0, -1, 0]), &[2, 5]).unwrap();
        assert_eq!(resolved.shape, [2, 4]);
        let Place::Lists(lists) = resolved.place else { panic!("no list") };
        let Axis::List(items) = &lists.axes[1] else { panic!("no list") };
        assert_eq!(items, &[(0, 1), (0, 3), (4, 0), (4, 2)]);
        assert_eq!(shape(([true, false], [1, 1, 2]), &[2, 5]), [1, 3]);
        assert_eq!(shape(Vec::<usize>::new(), &[2, 5]), [0, 5]);
    }

    #[test]
    fn what_lies_outside_is_an_error_with_its_numbers() {
        let kind = |selection: Selection| resolve(selection, &[4, 6]).unwrap_err().kind().clone();
        assert_eq!(kind(4.into()), ErrorKind::OutOfBounds { axis: 0, index: 4, extent: 4 });
        assert_eq!(kind((.., -7).into()), ErrorKind::OutOfBounds { axis: 1, index: -7, extent: 6 });
        let beyond = ErrorKind::OutOfBounds { axis: 1, index: 9, extent: 6 };
        assert_eq!(kind((.., 3..9).into()), beyond);
        assert_eq!(kind((.., [0, 9]).into()), beyond);
        assert_eq!(kind(Selection::points([[0, 9]])), beyond);
        assert_eq!(kind((0, 0, 0).into()), ErrorKind::RankMismatch { expected: 2, found: 3 });
        let ragged = Selection::points([vec![0, 0], vec![1]]);
        assert_eq!(kind(ragged), ErrorKind::RankMismatch { expected: 2, found: 1 });
        let short = ErrorKind::LengthMismatch { axis: 1, expected: 6, found: 2 };
        assert_eq!(kind((.., [true, false]).into()), short);
        let huge = ErrorKind::OutOfBounds { axis: 0, index: isize::MAX, extent: 4 };
        assert_eq!(kind(usize::MAX.into()), huge);
        let twice = kind((Ellipsis, Ellipsis).into());
        assert!(matches!(twice, ErrorKind::InvalidArgument { .. }));
    }

    #[test]
    fn blocks_must_fit_and_not_overlap() {
        let blocks = |start, stride, count, block| {
            let selection = AxisSelection::blocks(start, stride, count, block);
            resolve(selection, &[10]).map(|resolved| resolved.shape)
        };
        assert_eq!(blocks(1, 4, Some(2), 2).unwrap(), [4]);
        assert_eq!(blocks(1, 3, None, 2).unwrap(), [6]);
        assert_eq!(blocks(0, 5, None, 5).unwrap(), [10]);
        let beyond = ErrorKind::OutOfBounds { axis: 0, index: 18, extent: 10 };
        assert_eq!(*blocks(1, 4, Some(5), 2).unwrap_err().kind(), beyond);
        let huge = ErrorKind::OutOfBounds { axis: 0, index: isize::MAX, extent: 10 };
        assert_eq!(*blocks(1, usize::MAX, Some(1), usize::MAX).unwrap_err().kind(), huge);
        for (stride, count, block) in [(0, None, 1), (1, None, 2), (1, None, 0), (20, Some(0), 2)] {
            let error = blocks(1, stride, count, block).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        }
    }

    #[test]
    fn elements_are_turned_round_along_any_axis() {
        let mut bytes = [1, 2, 3, 4, 5, 6];
        reverse(&mut bytes, &[2, 3], 1, 1);
        assert_eq!(bytes, [3, 2, 1, 6, 5, 4]);
        reverse(&mut bytes, &[3], 0, 2);
        assert_eq!(bytes, [5, 4, 1, 6, 3, 2]);
    }
}
