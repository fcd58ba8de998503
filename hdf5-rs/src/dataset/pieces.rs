//! Large selections in pieces: boxes of elements that are read or written at once.

use crate::error::Result;
use crate::select::{Axis, Hyperslab};
use crate::shape::element_count;

/// About as much as is held in memory besides the data itself.
const PIECE: usize = 1 << 20;
/// Chunks are not divided, so that they are decompressed once, unless they are larger than this.
const LARGEST_CHUNKS: usize = 64 << 20;

/// A part of an axis: of which positions there, and which of them go where in the data.
#[derive(Debug)]
pub(super) struct Segment {
    start: usize,
    stride: usize,
    count: usize,
    block: usize,
    pub(super) copies: Vec<Copy>,
}

/// Some of the positions of a segment that are as many in the data, both one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Copy {
    pub(super) in_piece: usize,
    pub(super) in_data: usize,
    pub(super) length: usize,
}

impl Segment {
    /// The number of positions.
    pub(super) fn len(&self) -> usize {
        self.count * self.block
    }
}

/// A selection divided along each axis; the pieces are all combinations of the segments.
#[derive(Debug)]
pub(super) struct Pieces {
    pub(super) axes: Vec<Vec<Segment>>,
}

impl Pieces {
    /// Divides a selection of elements of a size. Where the dataset has chunks, they are divided as
    /// little as possible.
    pub(super) fn new(axes: &[Axis], element: usize, chunk: Option<&[usize]>) -> Self {
        let spans: Vec<_> = axes.iter().map(span).collect();
        let longest = longest(&spans, element, chunk);
        let mut rows = 1_usize;
        let divided = axes.iter().enumerate().map(|(axis, positions)| {
            let inner =
                longest[axis + 1..].iter().fold(element, |bytes, &n| bytes.saturating_mul(n));
            let segments = match positions {
                Axis::Regular(_) => divide_blocks(positions, longest[axis]),
                Axis::List(items) => {
                    // What a transfer costs by itself, and a row of one, as the bytes that are read in
                    // that time.
                    let worth_reading = (800 + 8000 / rows) / inner.max(1);
                    let chunk = chunk.and_then(|chunk| chunk.get(axis)).copied();
                    divide_list(items, longest[axis], worth_reading, chunk)
                }
            };
            rows = rows.saturating_mul(longest[axis]).max(1);
            segments
        });
        Self { axes: divided.collect() }
    }

    /// Every piece, the last axis varying fastest: its segment along each axis.
    pub(super) fn each(&self, mut each: impl FnMut(&[&Segment]) -> Result<()>) -> Result<()> {
        fn inner<'p>(
            axes: &'p [Vec<Segment>],
            chosen: &mut Vec<&'p Segment>,
            each: &mut dyn FnMut(&[&'p Segment]) -> Result<()>,
        ) -> Result<()> {
            let Some((first, rest)) = axes.split_first() else {
                return each(chosen);
            };
            for segment in first {
                chosen.push(segment);
                inner(rest, chosen, each)?;
                chosen.pop();
            }
            Ok(())
        }
        inner(&self.axes, &mut Vec::with_capacity(self.axes.len()), &mut each)
    }
}

/// The number of elements of a piece.
pub(super) fn count(piece: &[&Segment]) -> Result<usize> {
    element_count(&piece.iter().map(|segment| segment.len()).collect::<Vec<_>>())
}

/// The hyperslab of a piece.
pub(super) fn hyperslab(piece: &[&Segment]) -> Hyperslab {
    let along = |part: fn(&Segment) -> usize| piece.iter().map(|&s| part(s) as u64).collect();
    Hyperslab {
        start: along(|segment| segment.start),
        stride: along(|segment| segment.stride),
        count: along(|segment| segment.count),
        block: along(|segment| segment.block),
        reversed: Vec::new(),
    }
}

/// How many positions lie from the first to the last, those between blocks left out.
fn span(axis: &Axis) -> usize {
    match axis {
        Axis::Regular(_) => axis.len(),
        Axis::List(items) => match (items.first(), items.last()) {
            (Some((first, _)), Some((last, _))) => last - first + 1,
            _ => 0,
        },
    }
}

/// How many positions a piece has along each axis at most: all of the inner axes, some of one, and one
/// of those before.
fn longest(spans: &[usize], element: usize, chunk: Option<&[usize]>) -> Vec<usize> {
    let mut longest = spans.to_vec();
    for axis in 0..spans.len() {
        let inner = spans[axis + 1..].iter().fold(element, |bytes, &n| bytes.saturating_mul(n));
        if spans[axis].saturating_mul(inner) <= PIECE {
            break;
        }
        let mut length = (PIECE / inner.max(1)).max(1);
        if let Some(&chunk) = chunk.and_then(|chunk| chunk.get(axis)) {
            if length >= chunk {
                length -= length % chunk.max(1);
            } else if chunk.saturating_mul(inner) <= LARGEST_CHUNKS {
                length = chunk;
            }
        }
        longest[axis] = length.min(spans[axis]);
        if inner <= PIECE || length > 1 {
            break;
        }
    }
    longest
}

fn divide_blocks(axis: &Axis, longest: usize) -> Vec<Segment> {
    let Axis::Regular(regular) = axis else { return Vec::new() };
    let at_most = (longest / regular.block.max(1)).max(1);
    let mut segments = Vec::new();
    let mut done = 0;
    while done < regular.count {
        let start = regular.start + done * regular.stride;
        // Ranges are divided where chunks begin.
        let step = if regular.stride == 1 { at_most - start % at_most } else { at_most };
        let count = step.min(regular.count - done);
        let (in_data, length) = (done * regular.block, count * regular.block);
        let copies = vec![Copy { in_piece: 0, in_data, length }];
        let (stride, block) = (regular.stride, regular.block);
        segments.push(Segment { start, stride, count, block, copies });
        done += count;
    }
    segments
}

/// Divides positions where they are so far apart that what lies between them is not worth reading.
fn divide_list(
    items: &[(usize, usize)],
    longest: usize,
    worth_reading: usize,
    chunk: Option<usize>,
) -> Vec<Segment> {
    // What fits as a whole is not divided where pieces of that length would begin.
    let first = items.first().map_or(0, |&(first, _)| first);
    let whole = items.last().is_none_or(|&(last, _)| last - first < longest);
    let longest = if whole { usize::MAX } else { longest.max(1) };
    let together = |&(one, _): &(usize, usize), &(next, _): &(usize, usize)| {
        let same_chunk = chunk.is_some_and(|chunk| one / chunk.max(1) == next / chunk.max(1));
        one / longest == next / longest && (next - one <= worth_reading + 1 || same_chunk)
    };
    let segments = items.chunk_by(together).map(|items| {
        let start = items[0].0;
        let last = items[items.len() - 1].0;
        let follows = |one: &(usize, usize), next: &(usize, usize)| {
            next.0 == one.0 + 1 && next.1 == one.1 + 1
        };
        let copies = items.chunk_by(follows).map(|run| Copy {
            in_piece: run[0].0 - start,
            in_data: run[0].1,
            length: run.len(),
        });
        let copies = copies.collect();
        Segment { start, stride: 1, count: last - start + 1, block: 1, copies }
    });
    segments.collect()
}

/// Calls `copy` for each run of elements of a piece with its offset in the piece, its offset in data of
/// that shape, and its length, all in elements.
pub(super) fn each_run(
    piece: &[&Segment],
    data: &[usize],
    copy: &mut dyn FnMut(usize, usize, usize),
) {
    // Inner axes that are whole on both sides are one run.
    let mut unit = 1;
    let mut outer = piece.len();
    while let Some(axis) = outer.checked_sub(1) {
        let length = data[axis];
        let whole = [Copy { in_piece: 0, in_data: 0, length }];
        if piece[axis].copies != whole || piece[axis].len() != length {
            break;
        }
        unit *= length;
        outer = axis;
    }
    let shape: Vec<_> = piece.iter().map(|segment| segment.len()).collect();
    let strides = |shape: &[usize]| -> Vec<usize> {
        let inner = (0..outer).map(|axis| shape[axis + 1..outer].iter().product::<usize>() * unit);
        inner.collect()
    };
    let runs = Runs { piece: &piece[..outer], strides: [strides(&shape), strides(data)], unit };
    runs.along(0, 0, 0, copy);
}

struct Runs<'p> {
    piece: &'p [&'p Segment],
    /// The distances of two positions along each axis, in the piece and in the data.
    strides: [Vec<usize>; 2],
    unit: usize,
}

impl Runs<'_> {
    fn along(
        &self,
        axis: usize,
        in_piece: usize,
        in_data: usize,
        copy: &mut dyn FnMut(usize, usize, usize),
    ) {
        let Some(segment) = self.piece.get(axis) else {
            return copy(in_piece, in_data, self.unit);
        };
        let [piece_stride, data_stride] = [self.strides[0][axis], self.strides[1][axis]];
        let innermost = axis + 1 == self.piece.len();
        for part in &segment.copies {
            let from = in_piece + part.in_piece * piece_stride;
            let to = in_data + part.in_data * data_stride;
            if innermost {
                copy(from, to, part.length * self.unit);
                continue;
            }
            for at in 0..part.length {
                self.along(axis + 1, from + at * piece_stride, to + at * data_stride, copy);
            }
        }
    }
}

/// Where the positions of a piece are in data of the selection, along each axis.
pub(super) fn in_data(
    piece: &[&Segment],
    lengths: &[usize],
    reversed: &[usize],
) -> Vec<Vec<usize>> {
    let axes = piece.iter().enumerate().map(|(axis, segment)| {
        let copies = segment.copies.iter();
        let positions = copies.flat_map(|copy| copy.in_data..copy.in_data + copy.length);
        let last = lengths[axis].saturating_sub(1);
        positions.map(|at| if reversed.contains(&axis) { last - at } else { at }).collect()
    });
    axes.collect()
}

/// Turns positions in data of the selection into offsets in data that is stretched to it.
///
/// The selection has `lengths` along each axis of the dataset and the shape `result`, in which some axes
/// of length 1 are left out.
pub(super) fn stretch(
    positions: &mut [Vec<usize>],
    lengths: &[usize],
    result: &[usize],
    data: &[usize],
) {
    // Leading axes of length 1 count for nothing, and missing ones are stretched.
    let data = &data[data.len().saturating_sub(result.len())..];
    let missing = result.len() - data.len();
    let mut strides = vec![0; result.len()];
    let mut stride = 1;
    for (axis, &length) in data.iter().enumerate().rev() {
        if length != 1 {
            strides[missing + axis] = stride;
        }
        stride *= length;
    }
    // Axes longer than 1 are never left out.
    let long = result.iter().zip(strides).filter(|&(&length, _)| length > 1);
    let mut long = long.map(|(_, stride)| stride);
    for (positions, &length) in positions.iter_mut().zip(lengths) {
        let stride = if length > 1 { long.next().unwrap_or(0) } else { 0 };
        positions.iter_mut().for_each(|position| *position *= stride);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::select::{Place, Resolution, Selection};

    fn axes(selection: impl Into<Selection>, shape: &[usize]) -> Vec<Axis> {
        match selection.into().resolve(shape).unwrap() {
            Resolution::Placed(resolved) => match resolved.place {
                Place::Lists(lists) => lists.axes,
                Place::Hyperslab(slab) => slab.axes(),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }

    fn ranges(segments: &[Segment]) -> Vec<(usize, usize)> {
        segments.iter().map(|segment| (segment.start, segment.len())).collect()
    }

    #[test]
    fn positions_near_each_other_are_read_together() {
        let near = Pieces::new(&axes([5, 0, 900], &[1 << 20]), 8, None);
        assert_eq!(ranges(&near.axes[0]), [(0, 901)]);
        let far = Pieces::new(&axes([5, 0, 9000], &[1 << 20]), 8, None);
        assert_eq!(ranges(&far.axes[0]), [(0, 6), (9000, 1)]);
        let chunked = Pieces::new(&axes([5, 0, 9000], &[1 << 20]), 8, Some(&[10_000]));
        assert_eq!(ranges(&chunked.axes[0]), [(0, 9001)]);
    }

    #[test]
    fn large_pieces_are_divided_along_outer_axes_where_chunks_begin() {
        let rows = Pieces::new(&axes((3..3000, ..), &[4000, 1024]), 8, Some(&[100, 1024]));
        assert_eq!(ranges(&rows.axes[0])[..3], [(3, 97), (100, 100), (200, 100)]);
        assert_eq!(ranges(&rows.axes[1]), [(0, 1024)]);
        let rows = Pieces::new(&axes((3.., ..), &[4, 1 << 18]), 8, None);
        assert_eq!(ranges(&rows.axes[0]), [(3, 1)]);
        assert_eq!(rows.axes[1].len(), 2);
    }

    #[test]
    fn runs_are_as_long_as_they_lie_together_on_both_sides() {
        let runs = |selection: Selection, shape: &[usize], data: &[usize]| {
            let pieces = Pieces::new(&axes(selection, shape), 8, None);
            let mut runs = Vec::new();
            let each = |piece: &[&Segment]| {
                each_run(piece, data, &mut |from, to, length| runs.push((from, to, length)));
                Ok(())
            };
            pieces.each(each).unwrap();
            runs
        };
        assert_eq!(runs(([2, 0], ..).into(), &[3, 4], &[2, 4]), [(0, 4, 4), (8, 0, 4)]);
        assert_eq!(runs((.., [1, 2]).into(), &[2, 4], &[2, 2]), [(0, 0, 4)]);
        let columns = runs((.., [0, 2]).into(), &[2, 4], &[2, 2]);
        assert_eq!(columns, [(0, 0, 1), (2, 1, 1), (3, 2, 1), (5, 3, 1)]);
    }
}
