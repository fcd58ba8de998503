//! Regions: the elements that a region reference refers to.

use std::ops::Range;

use hdf5_ffi::{
    H5S_SEL_ALL, H5S_SEL_HYPERSLABS, H5S_SEL_NONE, H5S_SEL_POINTS, H5S_UNLIMITED, hsize_t,
};

use crate::data::{DataMut, FromData, ToData};
use crate::dataset::{Dataset, Dataspace, Selected};
use crate::error::{Error, ErrorKind, Result};
use crate::node::Node;
use crate::object::Object;
use crate::raw::h5r::{self, ReferenceTarget, RegionReference, StdReference};
use crate::raw::{Handle, h5s, lock};
use crate::reference::{check, open};
use crate::select::{AxisSelection, Selection};
use crate::shape::{element_count, from_hsize};
use crate::types::Reference;

/// Which elements of a dataset a region reference refers to.
///
/// Where every axis is a range with a step, [`Dataset::select`] takes it as it takes a [`Selection`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Region {
    /// All, however many there are.
    All,
    /// None.
    Empty,
    /// Blocks of equal size, at equal distances along each axis.
    Hyperslab {
        /// The first position along each axis.
        start: Vec<usize>,
        /// The distance between the starts of two blocks.
        stride: Vec<usize>,
        /// The number of blocks.
        count: Vec<usize>,
        /// The length of a block; it is 1 where blocks would touch each other.
        block: Vec<usize>,
    },
    /// Blocks of equal size at equal distances, which go on along one axis for as long as the dataset
    /// does: of a virtual dataset that grows, or its source.
    Growing {
        /// The first position along each axis.
        start: Vec<usize>,
        /// The distance between the starts of two blocks.
        stride: Vec<usize>,
        /// The number of blocks; `None` is as many as there are.
        count: Vec<Option<usize>>,
        /// The length of a block.
        block: Vec<usize>,
    },
    /// Blocks that do not overlap: the range of each along each axis.
    Blocks(Vec<Vec<Range<usize>>>),
    /// Single elements, in this order: the position of each along each axis.
    Points(Vec<Vec<usize>>),
}

impl Region {
    pub(crate) fn read(space: &Handle) -> Result<Self> {
        let _lock = lock();
        match h5s::select_type(space)? {
            H5S_SEL_ALL => Ok(Self::All),
            H5S_SEL_NONE => Ok(Self::Empty),
            H5S_SEL_POINTS => {
                let rank = h5s::dims(space)?.0.len().max(1);
                let points = from_hsize(&h5s::points(space)?)?;
                Ok(Self::Points(points.chunks_exact(rank).map(<[usize]>::to_vec).collect()))
            }
            H5S_SEL_HYPERSLABS => match h5s::regular_hyperslab(space)? {
                Some(parts) => regular(parts),
                None => {
                    let rank = h5s::dims(space)?.0.len().max(1);
                    let blocks = from_hsize(&h5s::hyperslab_blocks(space)?)?;
                    let blocks = blocks.chunks_exact(2 * rank).map(|block| {
                        let (first, last) = block.split_at(rank);
                        let ranges = first.iter().zip(last);
                        ranges.map(|(&first, &last)| first..last.saturating_add(1)).collect()
                    });
                    Ok(Self::Blocks(blocks.collect()))
                }
            },
            other => {
                let what = format!("a region of selection type {other}");
                Err(ErrorKind::Unsupported { what: what.into() }.into())
            }
        }
    }

    /// The shape of the elements as data, in a dataset of that shape: that of the block which they
    /// are, if rows and columns without any of them are left out, else one axis.
    fn shape(&self, extent: &[usize]) -> Result<Vec<usize>> {
        Ok(match self {
            Self::All => extent.to_vec(),
            Self::Empty => vec![0; extent.len()],
            Self::Hyperslab { count, block, .. } => {
                count.iter().zip(block).map(|(count, block)| count * block).collect()
            }
            Self::Growing { .. } => {
                let what = "data of a region without an end";
                return Err(ErrorKind::Unsupported { what: what.into() }.into());
            }
            Self::Blocks(blocks) => {
                let sizes = blocks.iter().map(|ranges| {
                    element_count(&ranges.iter().map(Range::len).collect::<Vec<_>>())
                });
                let count: usize = sizes.sum::<Result<_>>()?;
                let shape: Vec<_> = (0..extent.len()).map(|axis| covered(blocks, axis)).collect();
                if element_count(&shape)? == count { shape } else { vec![count] }
            }
            Self::Points(points) => vec![points.len()],
        })
    }
}

/// How many positions along an axis the blocks cover.
fn covered(blocks: &[Vec<Range<usize>>], axis: usize) -> usize {
    let mut ranges: Vec<_> = blocks.iter().filter_map(|ranges| ranges.get(axis)).collect();
    ranges.sort_by_key(|range| range.start);
    let (mut covered, mut end) = (0, 0);
    for range in ranges {
        covered += range.end.saturating_sub(range.start.max(end));
        end = end.max(range.end);
    }
    covered
}

/// A regular hyperslab in the one form that it has here, however it was made.
fn regular([start, stride, count, block]: [Vec<hsize_t>; 4]) -> Result<Region> {
    if let Some(axis) =
        (0..count.len()).find(|&axis| count[axis] == H5S_UNLIMITED || block[axis] == H5S_UNLIMITED)
    {
        return growing([start, stride, count, block], axis);
    }
    let start = from_hsize(&start)?;
    let (mut stride, mut count) = (from_hsize(&stride)?, from_hsize(&count)?);
    let mut block = from_hsize(&block)?;
    for ((stride, count), block) in stride.iter_mut().zip(&mut count).zip(&mut block) {
        if *count > 1 && *stride < *block {
            return Err(Error::invalid_value("the blocks of the region overlap"));
        }
        if *count <= 1 || *stride == *block {
            *count = count.checked_mul(*block).ok_or(ErrorKind::OutOfMemory { bytes: None })?;
            (*stride, *block) = (1, 1);
        }
        // The number of elements is needed more than once.
        count.checked_mul(*block).ok_or(ErrorKind::OutOfMemory { bytes: None })?;
    }
    Ok(Region::Hyperslab { start, stride, count, block })
}

/// A hyperslab that has no end along an axis.
fn growing(parts: [Vec<hsize_t>; 4], axis: usize) -> Result<Region> {
    let [start, mut stride, mut count, mut block] = parts;
    if block[axis] == H5S_UNLIMITED {
        // One block without an end is as many of one position each.
        (stride[axis], block[axis]) = (1, 1);
    }
    count[axis] = 1;
    let regular = regular([start, stride.clone(), count, block.clone()])?;
    let Region::Hyperslab { start, stride: mut strides, count, block: mut blocks } = regular else {
        return Ok(regular);
    };
    strides[axis] = from_hsize(&stride[axis..=axis])?[0];
    blocks[axis] = from_hsize(&block[axis..=axis])?[0];
    let count = count.into_iter().enumerate();
    let count = count.map(|(at, count)| (at != axis).then_some(count)).collect();
    Ok(Region::Growing { start, stride: strides, count, block: blocks })
}

impl TryFrom<&Region> for Selection {
    type Error = Error;

    /// Fails for regions that are not a range with a step along each axis.
    fn try_from(region: &Region) -> Result<Self> {
        match region {
            Region::All => return Ok(Self::default()),
            Region::Hyperslab { start, stride, count, block }
                if block.iter().all(|&block| block == 1) =>
            {
                let ranges = start.iter().zip(stride).zip(count);
                let axes = ranges.map(|((&start, &stride), &count)| slice(start, stride, count));
                if let Some(axes) = axes.collect::<Option<Vec<_>>>() {
                    return Ok(Self::new(axes));
                }
            }
            _ => {}
        }
        let what = "selecting what is not a range with a step along each axis";
        Err(ErrorKind::Unsupported { what: what.into() }.into())
    }
}

impl TryFrom<Region> for Selection {
    type Error = Error;

    fn try_from(region: Region) -> Result<Self> {
        Self::try_from(&region)
    }
}

fn slice(start: usize, stride: usize, count: usize) -> Option<AxisSelection> {
    let length = count.checked_sub(1)?.checked_mul(stride)?.checked_add(1)?;
    let end = isize::try_from(start.checked_add(length)?).ok()?;
    Some(AxisSelection::Slice {
        start: isize::try_from(start).ok()?,
        end: Some(end),
        step: isize::try_from(stride).ok()?,
    })
}

/// The elements that a region reference refers to, as [`Group::region`](crate::Group::region) and
/// [`Dataset::select_region`] find them.
///
/// As data they have the shape of the block that they form when what lies between them is left out;
/// elements that form none are data of one axis, as in h5py.
#[derive(Debug, Clone)]
pub struct ReferencedRegion {
    dataset: Dataset,
    reference: Reference,
    region: Region,
}

impl ReferencedRegion {
    /// The dataset.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// Which of its elements.
    #[must_use]
    pub fn region(&self) -> &Region {
        &self.region
    }

    /// The shape of the elements as data.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfBounds`] if the dataset has shrunk since the reference was made.
    pub fn shape(&self) -> Result<Vec<usize>> {
        self.selected()?.shape()
    }

    /// Reads the elements; see [`Dataset::read`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::read`], and [`ErrorKind::OutOfBounds`] if the dataset has shrunk since the
    /// reference was made.
    #[doc(alias = "H5Dread")]
    pub fn read<R: FromData>(&self) -> Result<R> {
        self.selected()?.read()
    }

    /// Writes the elements. The data must have their shape.
    ///
    /// # Errors
    ///
    /// As [`Dataset::write`], and [`ErrorKind::OutOfBounds`] if the dataset has shrunk since the
    /// reference was made.
    #[doc(alias = "H5Dwrite")]
    pub fn write(&self, data: impl ToData) -> Result<()> {
        self.selected()?.write(data)
    }

    /// Reads the elements into a buffer of one's own; see [`Dataset::read_into`].
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read). Numbers may have been read in part if it fails.
    pub fn read_into(&self, buffer: impl DataMut) -> Result<()> {
        self.selected()?.read_into(buffer)
    }

    fn selected(&self) -> Result<Selected> {
        self.dataset.select(&self.reference)
    }
}

/// The dataset's dataspace as it is now, with the elements that a reference to it refers to selected, and
/// their shape.
pub(crate) fn locate(dataset: &Dataset, reference: &Reference) -> Result<(Handle, Vec<usize>)> {
    let _lock = lock();
    check_region(reference)?;
    // The region first: only this looks whether the heap holds as much as a region takes.
    let space = space_of(dataset.object(), reference);
    let found = open(dataset.object(), reference)?;
    let Node::Dataset(found) = found else {
        return Err(ErrorKind::DanglingReference.into());
    };
    if found.object().info()?.identity != dataset.object().info()?.identity {
        return Err(ErrorKind::ForeignRegion.into());
    }
    let space = space?;
    let extent = match Dataspace::read(&space)? {
        Dataspace::Null => return Err(ErrorKind::NullDataspace.into()),
        space => space.into_shape(),
    };
    if !h5s::select_valid(&space)? {
        let end = from_hsize(&h5s::select_end(&space)?)?;
        let outside = end.into_iter().zip(extent).enumerate();
        let axes = outside.map(|(axis, (last, extent))| (axis, last, extent));
        return Err(match axes.into_iter().find(|&(_, last, extent)| last >= extent) {
            Some((axis, last, extent)) => {
                let index = isize::try_from(last).unwrap_or(isize::MAX);
                ErrorKind::OutOfBounds { axis, index, extent }.into()
            }
            None => Error::invalid_value("the region does not lie in its dataset"),
        });
    }
    let shape = Region::read(&space)?.shape(&extent)?;
    if element_count(&shape)? != h5s::select_points(&space)? {
        return Err(Error::invalid_value("the region's elements cannot be counted"));
    }
    Ok((space, shape))
}

/// Follows a region reference to its dataset.
pub(super) fn find(location: &Object, reference: Reference) -> Result<ReferencedRegion> {
    let _lock = lock();
    check_region(&reference)?;
    // The region first: only this looks whether the heap holds as much as a region takes.
    let space = space_of(location, &reference);
    let Node::Dataset(dataset) = open(location, &reference)? else {
        return Err(ErrorKind::DanglingReference.into());
    };
    Ok(ReferencedRegion { dataset, reference, region: Region::read(&space?)? })
}

/// The dataspace of the dataset that a reference leads to, with the region selected.
fn space_of(location: &Object, reference: &Reference) -> Result<Handle> {
    check(location, reference)?;
    h5r::region(location.handle(), reference)
}

/// Checks that a reference is to a region, before anything is opened.
fn check_region(reference: &Reference) -> Result<()> {
    let is_region = match reference {
        Reference::Object(_) => false,
        Reference::Region(_) => true,
        Reference::Std(reference) if reference.is_null() => true,
        Reference::Std(reference) => reference.target()? == ReferenceTarget::Region,
    };
    if is_region {
        return Ok(());
    }
    Err(Error::invalid_argument("the reference is not to a region"))
}

/// References to regions.
impl Dataset {
    /// A reference to some elements, which can be stored in datasets and attributes of the same file;
    /// see [`RegionReference`]. What can be selected is said at [`select`](Self::select); an axis that
    /// is selected by an index stays, with the length 1.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("region_references.h5"))?;
    /// let series = file.create_dataset("series", [0.5, 1.5, 2.5, 3.5])?;
    /// let events = [series.region_reference(..2)?, series.region_reference(3)?];
    /// file.create_dataset("events", events)?;
    ///
    /// let events: Vec<hdf5::RegionReference> = file.dataset("events")?.read()?;
    /// assert_eq!(file.region(events[0])?.read::<Vec<f64>>()?, [0.5, 1.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfBounds`] or [`ErrorKind::RankMismatch`] as [`select`](Self::select),
    /// [`ErrorKind::NullDataspace`] if there is nothing to select, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only.
    #[doc(alias("H5Rcreate", "regionref"))]
    pub fn region_reference<S>(&self, selection: S) -> Result<RegionReference>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let refer = || {
            let selection = selection.try_into()?;
            let _lock = lock();
            self.object().file().check_writable()?;
            self.with_selected(&selection, |space| {
                h5r::create_region(self.object().handle(), space)
            })
        };
        refer().map_err(|error: Error| {
            self.object().explain(error, "make a reference to a region of dataset")
        })
    }

    /// A reference to some elements in the form of HDF5 1.12; see [`StdReference`].
    ///
    /// # Errors
    ///
    /// As [`region_reference`](Self::region_reference), but the file may be open for reading only;
    /// [`ErrorKind::Unsupported`] with libhdf5 1.10.
    #[doc(alias = "H5Rcreate_region")]
    pub fn std_region_reference<S>(&self, selection: S) -> Result<StdReference>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let refer = || {
            let selection = selection.try_into()?;
            let _lock = lock();
            self.with_selected(&selection, |space| {
                StdReference::to_region(self.object().handle(), space)
            })
        };
        refer().map_err(|error: Error| {
            self.object().explain(error, "make a reference to a region of dataset")
        })
    }

    /// Selects the elements of this dataset that a region reference refers to. As `d[regref]` in h5py.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ForeignRegion`] if it refers to another dataset, [`ErrorKind::NullReference`] if it
    /// is null, [`ErrorKind::DanglingReference`] if it leads to no region of a dataset.
    #[doc(alias = "H5Rget_region")]
    pub fn select_region(&self, reference: impl Into<Reference>) -> Result<ReferencedRegion> {
        let reference = reference.into();
        let select = || {
            let _lock = lock();
            let found = find(self.object(), reference)?;
            if found.dataset.object().info()?.identity != self.object().info()?.identity {
                return Err(ErrorKind::ForeignRegion.into());
            }
            Ok(ReferencedRegion { dataset: self.clone(), ..found })
        };
        select().map_err(|error| self.object().explain(error, "select a region of dataset"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_that_form_a_grid_have_its_shape_and_others_are_a_list() {
        let grid = vec![vec![0..2, 1..2], vec![0..2, 4..7], vec![5..6, 1..2], vec![5..6, 4..7]];
        assert_eq!(Region::Blocks(grid).shape(&[8, 8]).unwrap(), [3, 4]);
        let corner = vec![vec![0..1, 0..4], vec![1..3, 0..2]];
        assert_eq!(Region::Blocks(corner).shape(&[8, 8]).unwrap(), [8]);
        assert_eq!(Region::Points(vec![vec![1, 2], vec![1, 2]]).shape(&[8, 8]).unwrap(), [2]);
    }

    #[test]
    fn the_same_hyperslab_is_always_described_alike() {
        let one = regular([vec![3], vec![1], vec![1], vec![6]]).unwrap();
        for same in [[3, 7, 1, 6], [3, 2, 3, 2], [3, 1, 6, 1]] {
            assert_eq!(regular(same.map(|part| vec![part])).unwrap(), one, "{same:?}");
        }
        let selection = Selection::try_from(one).unwrap();
        assert_eq!(selection, Selection::from(3..9));
        let apart = regular([vec![3], vec![4], vec![2], vec![3]]).unwrap();
        assert_eq!(apart.shape(&[10]).unwrap(), [6]);
        assert!(Selection::try_from(apart).is_err());
        let endless = regular([vec![3], vec![1], vec![H5S_UNLIMITED], vec![1]]).unwrap();
        assert_eq!(regular([vec![3], vec![1], vec![1], vec![H5S_UNLIMITED]]).unwrap(), endless);
        let Region::Growing { start, stride, count, block } = &endless else {
            panic!("it has an end")
        };
        assert_eq!((&start[..], &stride[..], &block[..]), (&[3][..], &[1][..], &[1][..]));
        assert_eq!(count[..], [None]);
        assert!(endless.shape(&[10]).is_err());
        for wrong in [[0, 2, 2, 3], [0, 1 << 40, 1 << 40, 1 << 39]] {
            assert!(regular(wrong.map(|part| vec![part])).is_err(), "{wrong:?}");
        }
    }
}
