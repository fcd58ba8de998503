//! Going through data that is larger than memory: row by row, in blocks of rows, and chunk by chunk.

use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;
use std::ops::Range;

use crate::convert::{Conversion, Transfer};
use crate::data::FromData;
use crate::dataset::slab::Slab;
use crate::dataset::{Dataset, Layout};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::lock;
use crate::select::{AxisSelection, Selection};
use crate::transfer::{FetchedRows, ReadPlan};

/// About as many bytes are read at once where nobody says otherwise.
const BLOCK: usize = 1 << 20;

/// Never more than that are, unless a single row has more.
const LARGEST_BLOCK: usize = 64 << 20;

/// Going through the data in parts.
impl Dataset {
    /// Goes through the rows: what `select(0)`, `select(1)` and so on would read.
    ///
    /// Underneath, rows are read in blocks of about 1 MiB that begin where chunks do, so that no chunk is
    /// read twice. Rows that are added meanwhile are not seen; one that has been removed is an error. After
    /// an error there is nothing more.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("rows.h5"))?;
    /// let table = file.create_dataset("table", [[1, 2, 3], [4, 5, 6]])?;
    /// let mut sums = Vec::new();
    /// for row in table.rows::<Vec<i32>>()? {
    ///     sums.push(row?.iter().sum::<i32>());
    /// }
    /// assert_eq!(sums, [6, 15]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::RankMismatch`] if the dataset is a scalar, [`ErrorKind::NullDataspace`] if it is empty.
    /// Each row is an error as [`read`](Self::read) of it is.
    pub fn rows<R: FromData>(&self) -> Result<Rows<R>> {
        self.row_ranges(None)
            .map(|ranges| Rows { dataset: self.clone(), ranges, read: None })
            .map_err(|error| self.explain(error, "go through the rows of dataset"))
    }

    /// Goes through blocks of rows of about 1 MiB, which begin where chunks do, so that no chunk is read
    /// twice. The last has the rows that remain.
    ///
    /// Rows that are added meanwhile are not seen; if one has been removed, its block is an error. After
    /// an error there is nothing more.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("blocks.h5"))?;
    /// let samples = file.create_dataset("samples", vec![1_u8; 3_000_000])?;
    /// let mut sum = 0;
    /// for block in samples.blocks::<Vec<u64>>()? {
    ///     sum += block?.iter().sum::<u64>();
    /// }
    /// assert_eq!(sum, 3_000_000);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`rows`](Self::rows).
    pub fn blocks<R: FromData>(&self) -> Result<Blocks<R>> {
        self.make_blocks(None)
    }

    /// Goes through blocks of that many rows, as [`blocks`](Self::blocks) does.
    ///
    /// Multiples of the rows of a [chunk](Self::chunk) are read fastest.
    ///
    /// # Errors
    ///
    /// As [`rows`](Self::rows), and [`ErrorKind::InvalidArgument`] for blocks of no rows.
    pub fn blocks_of<R: FromData>(&self, rows: usize) -> Result<Blocks<R>> {
        self.make_blocks(Some(rows))
    }

    fn make_blocks<R: FromData>(&self, rows: Option<usize>) -> Result<Blocks<R>> {
        self.row_ranges(rows)
            .map(|ranges| Blocks { dataset: self.clone(), ranges, of: PhantomData })
            .map_err(|error| self.explain(error, "go through the rows of dataset"))
    }

    fn row_ranges(&self, rows: Option<usize>) -> Result<RowRanges> {
        let _lock = lock();
        let shape = self.current_shape()?;
        let Some((&end, row)) = shape.split_first() else {
            return Err(ErrorKind::RankMismatch { expected: 0, found: 1 }.into());
        };
        let step = match rows {
            Some(0) => return Err(Error::invalid_argument("a block has at least one row")),
            Some(rows) => rows,
            None => {
                let chunk = match self.read_layout()? {
                    Layout::Chunked(chunk) => chunk[0],
                    _ => 1,
                };
                rows_of_block(row, chunk, self.stored_memory()?.size())
            }
        };
        Ok(RowRanges { next: 0, end, step })
    }

    fn read_rows<R: FromData>(&self, rows: Range<usize>) -> Result<FetchedRows<R::Elem>> {
        let count = rows.len();
        let transfer = Transfer::Checked;
        // The extent, the buffers and the read are of one moment.
        let _lock = lock();
        let slab = Slab::new(self, &Selection::new([axis(rows)?]), transfer)?;
        let row = slab.shape()[1..].to_vec();
        let stored = self.stored_memory()?;
        let conversion = Conversion::default();
        let plan = ReadPlan::new::<R::Elem>(&stored.ty, Some(stored), row, transfer, conversion)?;
        plan.fetch_rows(&slab, slab.count(), count)
    }

    /// Goes through the chunks: yields what each is of the dataset, in C order, to be
    /// [selected](Self::select).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("iter_chunks.h5"))?;
    /// # use ndarray::Array2;
    /// let plane = file.new_dataset::<f64>().shape((100, 60)).chunk((64, 60)).create("plane")?;
    /// for part in plane.iter_chunks()? {
    ///     let values: Array2<f64> = plane.select(&part)?.read()?;
    ///     plane.select(&part)?.write(values + 1.0)?;
    /// }
    /// let parts: Vec<_> = plane.iter_chunks()?.collect();
    /// assert_eq!(parts, [[0..64, 0..60], [64..100, 0..60]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// Chunks that were never written are among them: they have the fill value.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unsupported`] if the dataset is not chunked.
    pub fn iter_chunks(&self) -> Result<ChunkRanges> {
        let ranges = || {
            let _lock = lock();
            let chunk = self.chunk_shape()?;
            let whole = self.current_shape()?.into_iter().map(|length| 0..length).collect();
            Ok(ChunkRanges::new(whole, chunk))
        };
        ranges().map_err(|error| self.explain(error, "go through the chunks of dataset"))
    }

    /// Goes through the chunks that a selection touches, cut to it, as [`iter_chunks`](Self::iter_chunks)
    /// does.
    ///
    /// The selection is a range or an index for every axis; none drops its axis here.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("iter_chunks_in.h5"))?;
    /// let plane = file.new_dataset::<f64>().shape((100, 60)).chunk((64, 60)).create("plane")?;
    /// let parts: Vec<_> = plane.iter_chunks_in((50..80, 7))?.collect();
    /// assert_eq!(parts, [[50..64, 7..8], [64..80, 7..8]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::RankMismatch`] if not every axis is named, [`ErrorKind::OutOfBounds`],
    /// [`ErrorKind::InvalidArgument`] for other selections, [`ErrorKind::Unsupported`] if the dataset is not
    /// chunked.
    pub fn iter_chunks_in<S>(&self, selection: S) -> Result<ChunkRanges>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let selection = selection.try_into().map_err(Error::from);
        let ranges = || {
            let selection = selection?;
            let _lock = lock();
            let chunk = self.chunk_shape()?;
            let refused =
                || Error::invalid_argument("chunks are gone through by ranges and indices");
            let axes = selection.axes().ok_or_else(refused)?;
            let shape = self.current_shape()?;
            if axes.len() != shape.len() {
                let (expected, found) = (shape.len(), axes.len());
                return Err(ErrorKind::RankMismatch { expected, found }.into());
            }
            let ranges = axes.iter().zip(&shape).enumerate();
            let ranges = ranges.map(|(axis, (selected, &extent))| range(selected, axis, extent));
            Ok(ChunkRanges::new(ranges.collect::<Result<_>>()?, chunk))
        };
        ranges().map_err(|error| self.explain(error, "go through the chunks of dataset"))
    }
}

/// The positions that an axis of a length selects, which follow each other.
fn range(selected: &AxisSelection, axis: usize, extent: usize) -> Result<Range<usize>> {
    let position = |index: isize| {
        let position = match usize::try_from(index) {
            Ok(position) => Some(position).filter(|&position| position <= extent),
            Err(_) => extent.checked_sub(index.unsigned_abs()),
        };
        position.ok_or(ErrorKind::OutOfBounds { axis, index, extent })
    };
    match selected {
        AxisSelection::Index(index) => match position(*index)? {
            position if position < extent => Ok(position..position + 1),
            _ => Err(ErrorKind::OutOfBounds { axis, index: *index, extent }.into()),
        },
        AxisSelection::Slice { start, end, step: 1 } => {
            let start = position(*start)?;
            Ok(start..end.map_or(Ok(extent), position)?.max(start))
        }
        _ => Err(Error::invalid_argument("chunks are gone through by ranges and indices")),
    }
}

/// How many rows make up a block.
fn rows_of_block(row: &[usize], chunk: usize, element: usize) -> usize {
    let size = row.iter().fold(element, |size, &length| size.saturating_mul(length)).max(1);
    let chunks = (BLOCK / size.saturating_mul(chunk)).max(1);
    chunks.saturating_mul(chunk).min((LARGEST_BLOCK / size).max(1))
}

/// Positions along an axis that follow each other.
pub(super) fn axis(range: Range<usize>) -> Result<AxisSelection> {
    let index = |position| {
        isize::try_from(position).map_err(|_| Error::from(ErrorKind::OutOfMemory { bytes: None }))
    };
    Ok(AxisSelection::Slice { start: index(range.start)?, end: Some(index(range.end)?), step: 1 })
}

/// Blocks of rows, one after the other.
#[derive(Debug, Clone)]
struct RowRanges {
    next: usize,
    end: usize,
    step: usize,
}

impl RowRanges {
    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.next;
        if start >= self.end {
            return None;
        }
        self.next = start.saturating_add(self.step).min(self.end);
        Some(start..self.next)
    }

    /// There is nothing more after an error.
    fn stop(&mut self) {
        self.next = self.end;
    }
}

/// An iterator over the rows of a dataset; see [`Dataset::rows`].
pub struct Rows<R: FromData> {
    dataset: Dataset,
    ranges: RowRanges,
    /// Rows that have been read already.
    read: Option<FetchedRows<R::Elem>>,
}

impl<R: FromData> Iterator for Rows<R> {
    type Item = Result<R>;

    fn next(&mut self) -> Option<Result<R>> {
        loop {
            match self.read.as_mut().and_then(Iterator::next) {
                Some(row) => {
                    let row = row.and_then(R::from_fetched);
                    return Some(row.or_else(|error| self.fail(error)));
                }
                None => match self.dataset.read_rows::<R>(self.ranges.next()?) {
                    Ok(rows) => self.read = Some(rows),
                    Err(error) => return Some(self.fail(error)),
                },
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let read = self.read.as_ref().map_or(0, FetchedRows::len);
        let most = read.saturating_add(self.ranges.end - self.ranges.next);
        (0, Some(most))
    }
}

impl<R: FromData> Rows<R> {
    fn fail(&mut self, error: Error) -> Result<R> {
        self.ranges.stop();
        self.read = None;
        Err(self.dataset.explain(error, "read a row of dataset"))
    }
}

impl<R: FromData> FusedIterator for Rows<R> {}

impl<R: FromData> fmt::Debug for Rows<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("dataset", &self.dataset).finish_non_exhaustive()
    }
}

/// An iterator over blocks of rows of a dataset; see [`Dataset::blocks`].
pub struct Blocks<R> {
    dataset: Dataset,
    ranges: RowRanges,
    of: PhantomData<fn() -> R>,
}

impl<R> Blocks<R> {
    /// The row at which the next block starts.
    #[must_use]
    pub fn position(&self) -> usize {
        self.ranges.next
    }
}

impl<R: FromData> Iterator for Blocks<R> {
    type Item = Result<R>;

    fn next(&mut self) -> Option<Result<R>> {
        let rows = self.ranges.next()?;
        let block = axis(rows)
            .map_err(|error| self.dataset.explain(error, "read rows of dataset"))
            .and_then(|axis| self.dataset.select(axis)?.read());
        if block.is_err() {
            self.ranges.stop();
        }
        Some(block)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let RowRanges { next, end, step } = self.ranges;
        (0, Some((end - next).div_ceil(step)))
    }
}

impl<R: FromData> FusedIterator for Blocks<R> {}

impl<R> fmt::Debug for Blocks<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut blocks = f.debug_struct("Blocks");
        blocks.field("dataset", &self.dataset).field("rows", &self.ranges.step);
        blocks.finish_non_exhaustive()
    }
}

/// An iterator over what the chunks of a dataset are of it, in C order; see [`Dataset::iter_chunks`].
#[derive(Debug, Clone)]
pub struct ChunkRanges {
    /// What is gone through along each axis.
    within: Vec<Range<usize>>,
    chunk: Vec<usize>,
    /// Where the next chunk starts, before it is cut; `None` after the last.
    next: Option<Vec<usize>>,
}

impl ChunkRanges {
    pub(super) fn new(within: Vec<Range<usize>>, chunk: Vec<usize>) -> Self {
        let some = !within.is_empty() && within.iter().all(|range| range.start < range.end);
        let mut chunks = Self { within, chunk, next: None };
        chunks.next =
            some.then(|| (0..chunks.within.len()).map(|axis| chunks.first(axis)).collect());
        chunks
    }

    /// Where the first chunk starts along an axis.
    fn first(&self, axis: usize) -> usize {
        let start = self.within[axis].start;
        start - start % self.chunk[axis]
    }
}

impl Iterator for ChunkRanges {
    type Item = Vec<Range<usize>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut starts = self.next.take()?;
        let ends = |axis: usize, start: usize| start.saturating_add(self.chunk[axis]);
        let part = self.within.iter().enumerate().map(|(axis, within)| {
            starts[axis].max(within.start)..ends(axis, starts[axis]).min(within.end)
        });
        let part = part.collect();
        for axis in (0..starts.len()).rev() {
            let end = ends(axis, starts[axis]);
            if end < self.within[axis].end {
                starts[axis] = end;
                self.next = Some(starts);
                break;
            }
            starts[axis] = self.first(axis);
        }
        Some(part)
    }
}

impl FusedIterator for ChunkRanges {}

/// Ranges along each axis.
impl From<&[Range<usize>]> for Selection {
    fn from(ranges: &[Range<usize>]) -> Self {
        Self::new(ranges.iter().cloned().map(AxisSelection::from).collect::<Vec<_>>())
    }
}

/// Ranges along each axis.
impl From<&Vec<Range<usize>>> for Selection {
    fn from(ranges: &Vec<Range<usize>>) -> Self {
        Self::from(ranges.as_slice())
    }
}

/// Ranges along each axis.
impl From<Vec<Range<usize>>> for Selection {
    fn from(ranges: Vec<Range<usize>>) -> Self {
        Self::from(ranges.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_multiples_of_chunks_of_about_a_mebibyte() {
        assert_eq!(rows_of_block(&[1000], 64, 8), 128);
        assert_eq!(rows_of_block(&[1000], 1, 8), 131);
        assert_eq!(rows_of_block(&[], 10_000_000, 1), 10_000_000);
        // Chunks of many long rows are not read as a whole.
        assert_eq!(rows_of_block(&[1 << 20], 1000, 8), 8);
        assert_eq!(rows_of_block(&[usize::MAX, 2], 1, 8), 1);
        assert_eq!(rows_of_block(&[0], 7, 8), BLOCK / 7 * 7);
    }

    #[test]
    fn chunks_are_cut_to_what_is_selected() {
        let parts = |within: &[Range<usize>], chunk: &[usize]| -> Vec<_> {
            ChunkRanges::new(within.to_vec(), chunk.to_vec()).collect()
        };
        let cut = [[3..4, 0..1], [4..8, 0..1], [8..9, 0..1]];
        assert_eq!(parts(&[3..9, 0..1], &[4, 1]), cut);
        assert_eq!(parts(&[0..2, 4..6], &[4, 5]), [[0..2, 4..5], [0..2, 5..6]]);
        assert_eq!(parts(&[0..0, 4..6], &[4, 5]), Vec::<Vec<Range<usize>>>::new());
        assert_eq!(parts(&[], &[]), Vec::<Vec<Range<usize>>>::new());
    }
}
