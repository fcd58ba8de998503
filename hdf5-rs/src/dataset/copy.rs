//! Copying the values of one dataset into another, of the same file or not.

use std::ops::Range;

use hdf5_ffi::H5D_SPACE_STATUS_NOT_ALLOCATED;

use crate::dataset::blocks::ChunkRanges;
use crate::dataset::chunks::Chunks;
use crate::dataset::{Dataset, Dataspace, Layout};
use crate::error::{ErrorKind, Result};
use crate::raw::{chunk, h5d, h5t, lock};
use crate::types::{DynArray, Value};

/// About as many bytes are copied at once, unless a chunk has more.
const BLOCK: usize = 1 << 20;

impl Dataset {
    /// Copies all values into another dataset of the same shape, in this file or another one.
    ///
    /// Values are converted where the types differ, as in [`write`](Self::write) of what
    /// [`read`](Self::read) gives; attributes stay as they are. Memory for about one chunk, or 1 MiB, is
    /// taken at once. Where the type, the chunks and the filters are the same, chunks are copied as they
    /// are stored: no filter need be there, and chunks that were never written are not made.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::File;
    ///
    /// let old = File::create(dir.path().join("old.h5"))?.create_dataset("x", [[1, 2], [3, 4]])?;
    /// let file = File::create(dir.path().join("new.h5"))?;
    /// let new = file.new_dataset::<f64>().shape((2, 2)).deflate(6).create("x")?;
    /// old.copy_values_to(&new)?;
    /// assert_eq!(new.read::<Vec<f64>>()?, [1.0, 2.0, 3.0, 4.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] if the shapes differ, [`ErrorKind::Unsupported`] for references and
    /// another file, where they mean nothing; nothing has been written then. Otherwise as reading and
    /// writing, where a part may have been written before.
    pub fn copy_values_to(&self, target: &Self) -> Result<()> {
        self.copy_to(target).map_err(|error| self.explain(error, "copy the values of dataset"))
    }

    fn copy_to(&self, target: &Self) -> Result<()> {
        target.object.file().check_writable()?;
        let (source, other) = (self.object.info()?.identity, target.object.info()?.identity);
        if source == other {
            return Ok(());
        }
        let shape = match (self.read_space()?.into_owned(), target.read_space()?.into_owned()) {
            (Dataspace::Null, Dataspace::Null) => return Ok(()),
            (Dataspace::Null, _) | (_, Dataspace::Null) => {
                return Err(ErrorKind::NullDataspace.into());
            }
            (source, target) => {
                let (expected, found) = (source.into_shape(), target.into_shape());
                if found != expected {
                    return Err(ErrorKind::ShapeMismatch { expected, found }.into());
                }
                found
            }
        };
        if self.stored()?.holds_references() && !source.is_in_file_of(&other) {
            let what = "copying references into another file";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        if shape.is_empty() {
            return target.write(self.read::<DynArray>()?);
        }
        match self.alike(target)? {
            Some((from, to)) => self.copy_chunks(target, &shape, &from, &to),
            None => {
                for part in parts(self, target, shape)? {
                    self.copy_part(target, &part)?;
                }
                Ok(())
            }
        }
    }

    /// Copies what is stored of the values into a new dataset of the same type and shape, changed on the way.
    pub(crate) fn copy_stored_to(
        &self,
        target: &Self,
        mut change: impl FnMut(DynArray) -> Result<DynArray>,
    ) -> Result<()> {
        let space = self.space()?;
        let status = h5d::space_status(self.object.handle())?;
        let is_null = matches!(space, Dataspace::Null);
        let shape = space.into_shape();
        if is_null || status == H5D_SPACE_STATUS_NOT_ALLOCATED || shape.contains(&0) {
            return Ok(());
        }
        if shape.is_empty() {
            return target.write(change(self.read()?)?);
        }
        let mut copy =
            |part: &[Range<usize>]| target.select(part)?.write(change(self.select(part)?.read()?)?);
        if let Some(parts) = self.stored_parts()? {
            return parts.iter().try_for_each(|part| copy(part));
        }
        for part in parts(self, target, shape)? {
            copy(&part)?;
        }
        Ok(())
    }

    /// What the chunks are of the dataset that are stored, if it is chunked.
    pub(crate) fn stored_parts(&self) -> Result<Option<Vec<Vec<Range<usize>>>>> {
        let _lock = lock();
        let Layout::Chunked(chunk) = self.read_layout()? else {
            return Ok(None);
        };
        let shape = self.current_shape()?;
        let parts = self.chunks()?.iter()?.map(|info| -> Vec<_> {
            let axes = info.offset.iter().zip(&chunk).zip(&shape);
            axes.map(|((&start, &length), &end)| start..start.saturating_add(length).min(end))
                .collect()
        });
        // A chunk may lie beyond the end, where the dataset has been before it shrank.
        let inside = |part: &Vec<Range<usize>>| part.iter().all(|range| range.start < range.end);
        Ok(Some(parts.filter(inside).collect()))
    }

    fn copy_part(&self, target: &Self, part: &[Range<usize>]) -> Result<()> {
        target.select(part)?.write(self.select(part)?.read::<DynArray>()?)
    }

    /// The chunks of both datasets, if they can be copied as they are stored.
    fn alike(&self, target: &Self) -> Result<Option<(Chunks, Chunks)>> {
        let _lock = lock();
        let (Layout::Chunked(from), Layout::Chunked(to)) =
            (self.read_layout()?, target.read_layout()?)
        else {
            return Ok(None);
        };
        let (source, stored) = (self.stored_memory()?, target.stored_memory()?);
        // Descriptions lack some details of types.
        let same_type = source.ty == stored.ty && h5t::equal(&source.handle, &stored.handle)?;
        // What pointers and references are in a file is owned by the one chunk that has them.
        let plain = !stored.ty.holds_pointers() && !stored.ty.holds_references();
        if from != to || !same_type || !plain {
            return Ok(None);
        }
        let edges = |dataset: &Self| {
            chunk::edges_are_unfiltered(&h5d::create_plist(dataset.object.handle())?)
        };
        if self.filters()? != target.filters()? || edges(self)? != edges(target)? {
            return Ok(None);
        }
        Ok(Some((self.chunks()?, target.chunks()?)))
    }

    fn copy_chunks(
        &self,
        target: &Self,
        shape: &[usize],
        from: &Chunks,
        to: &Chunks,
    ) -> Result<()> {
        let whole = shape.iter().map(|&length| 0..length).collect();
        let same_fill = self.fill_value::<Value>()? == target.fill_value::<Value>()?;
        for part in ChunkRanges::new(whole, from.shape().to_vec()) {
            let corner: Vec<usize> = part.iter().map(|range| range.start).collect();
            match from.read_raw(&corner)? {
                Some(chunk) => match to.write_raw(&corner, chunk.filter_mask, &chunk.bytes) {
                    // The filter mask cannot be changed there, so that the filters do their work.
                    Err(error) if matches!(error.kind(), ErrorKind::Unsupported { .. }) => {
                        self.copy_part(target, &part)?;
                    }
                    written => written?,
                },
                None if same_fill && to.read_raw(&corner)?.is_none() => {}
                // It has the fill value of its dataset.
                None => self.copy_part(target, &part)?,
            }
        }
        Ok(())
    }
}

/// The parts in which values are copied: whole chunks of the target if it has some, else of the source.
fn parts(source: &Dataset, target: &Dataset, shape: Vec<usize>) -> Result<ChunkRanges> {
    let chunk = match (target.read_layout()?, source.read_layout()?) {
        (Layout::Chunked(chunk), _) | (_, Layout::Chunked(chunk)) => chunk,
        _ => vec![1; shape.len()],
    };
    let element = source.stored_memory()?.size().max(target.stored_memory()?.size());
    let part = part_shape(&shape, chunk, element);
    Ok(ChunkRanges::new(shape.into_iter().map(|length| 0..length).collect(), part))
}

/// Makes a chunk larger by multiples, the last axis first, as long as it has no more than a block.
fn part_shape(shape: &[usize], mut part: Vec<usize>, element: usize) -> Vec<usize> {
    for axis in (0..part.len()).rev() {
        let size = |part: &[usize]| {
            let lengths = part.iter().zip(shape).map(|(&part, &length)| part.min(length.max(1)));
            lengths.fold(element.max(1), usize::saturating_mul)
        };
        let room = BLOCK / size(&part);
        let needed = shape[axis].div_ceil(part[axis]);
        part[axis] = part[axis].saturating_mul(needed.min(room).max(1));
        if room < needed {
            break;
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::part_shape;

    #[test]
    fn parts_are_whole_chunks_of_about_a_mebibyte() {
        assert_eq!(part_shape(&[10_000], vec![1], 8), [10_000]);
        assert_eq!(part_shape(&[10_000_000], vec![1000], 8), [131_000]);
        assert_eq!(part_shape(&[1000, 1000], vec![10, 10], 8), [130, 1000]);
        assert_eq!(part_shape(&[1000, 100_000_000], vec![10, 10], 8), [10, 13_100]);
        // A chunk is not divided.
        assert_eq!(part_shape(&[10_000, 10_000], vec![5000, 5000], 8), [5000, 5000]);
        assert_eq!(part_shape(&[0, 3], vec![5, 2], 8).len(), 2);
    }
}
