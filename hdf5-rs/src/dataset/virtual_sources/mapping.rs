//! New mappings: elements of a virtual dataset, and those of a source that they are.

use std::path::Path;

use hdf5_ffi::{H5S_SCALAR, H5S_SELECT_SET, H5S_UNLIMITED};

use super::{SourceFile, VirtualSource, pattern};
use crate::dataset::{combine, locate};
use crate::error::{Error, ErrorKind, Result};
use crate::name::{c_path, path_of, path_to_c};
use crate::raw::{Handle, h5p, h5s};
use crate::select::{
    Axis, AxisSelection, Lists, Place, Resolution, Resolved, Selection, each_axis,
};
use crate::shape::{Extent, element_count, maximum_to_hsize, to_hsize};

/// What is selected of a new virtual dataset, and the source of those elements.
#[derive(Debug, Clone)]
pub(in crate::dataset) struct NewMapping {
    pub(in crate::dataset) selection: Result<Selection>,
    pub(in crate::dataset) source: VirtualSource,
}

impl NewMapping {
    /// Checks the mapping for a dataset of that shape, which will be in the file of that name, and puts it
    /// into a creation property list.
    pub(in crate::dataset) fn put_into(
        &self,
        plist: &Handle,
        shape: &[Extent],
        home: &Path,
    ) -> Result<()> {
        let selection = self.selection.as_ref().map_err(Error::clone)?;
        let selected = self.source.selection.as_ref().map_err(Error::clone)?;
        let (file, dataset) = (self.source.file.name(home)?, c_path(&self.source.dataset)?);
        let file_has_blocks = pattern::has_blocks(file.as_bytes())?;
        let blocks = pattern::has_blocks(dataset.as_bytes())? || file_has_blocks;

        let here = Growth::of(selection, shape)?;
        let there = Growth::of(selected, &self.source.shape)?;
        let (here, there) = match blocks {
            true if here.is_empty() => {
                let reason =
                    "the name of a source has %b, but no axis grows on which its blocks could lie";
                return Err(Error::invalid_argument(reason));
            }
            true => (Some(only(here)?), None),
            false if here.is_empty() || there.is_empty() => (None, None),
            false => (Some(only(here)?), Some(only(there)?)),
        };
        let (here, there) = (
            Side::new(selection, shape, here.as_ref(), blocks)?,
            Side::new(selected, &self.source.shape, there.as_ref(), false)?,
        );
        // Of the same rank, data is more likely to be transposed by mistake.
        let (expected, found) = (here.shape, there.shape);
        let agree = match expected.len() == found.len() {
            true => expected == found,
            false => element_count(&expected)? == element_count(&found)?,
        };
        if !agree {
            return Err(ErrorKind::ShapeMismatch { expected, found }.into());
        }
        h5p::set_virtual(plist, &here.space, &file, &dataset, &there.space)
    }
}

impl SourceFile {
    /// The name that is stored: `.` is the file itself.
    fn name(&self, home: &Path) -> Result<std::ffi::CString> {
        let name = match self {
            Self::Same => return c_path(b"."),
            Self::Pattern(path) => path_to_c(path)?,
            Self::Named(path) => c_path(&pattern::escape(path_to_c(path)?.as_bytes()))?,
        };
        let is_home = !pattern::has_blocks(name.as_bytes())?
            && is_same(&path_of(&pattern::expand(name.as_bytes(), 0)), home);
        if is_home { c_path(b".") } else { Ok(name) }
    }
}

/// Whether a source's file is the file itself: libhdf5 looks for it beside that first.
fn is_same(path: &Path, home: &Path) -> bool {
    let beside = home.parent().map(|folder| folder.join(path));
    let found = beside.iter().map(std::path::PathBuf::as_path).chain([path]);
    let found = found.map(Path::canonicalize).find_map(std::io::Result::ok);
    path == home || (found.is_some() && found == home.canonicalize().ok())
}

/// An axis along which a selection goes on for as long as the dataset does.
struct Growth {
    axis: usize,
    start: usize,
    stride: usize,
    block: usize,
}

impl Growth {
    /// The axes without a limit along which the selection does not end.
    fn of(selection: &Selection, shape: &[Extent]) -> Result<Vec<Self>> {
        let Some(axes) = selection.axes() else {
            return Ok(Vec::new());
        };
        let mut found = Vec::new();
        for (axis, (selected, extent)) in each_axis(axes, shape.len())?.zip(shape).enumerate() {
            let (start, stride, block) = match *selected {
                AxisSelection::Slice { start, end: None, step } if step > 0 => {
                    (start, step.unsigned_abs(), 1)
                }
                AxisSelection::Blocks { start, stride, count: None, block } => {
                    (start, stride, block)
                }
                _ => continue,
            };
            // What counts from the end is fixed where it is now.
            if let (None, Ok(start)) = (extent.maximum, usize::try_from(start)) {
                found.push(Self { axis, start, stride, block });
            }
        }
        Ok(found)
    }
}

fn only(growths: Vec<Growth>) -> Result<Growth> {
    let count = growths.len();
    growths.into_iter().next().filter(|_| count == 1).ok_or_else(|| {
        let reason = "a selection can grow along one axis only: say where it ends along the others";
        Error::invalid_argument(reason)
    })
}

/// One side of a mapping.
struct Side {
    space: Handle,
    /// The shape of the elements as data, without the axis along which it grows; with one block of it
    /// where each block has a source of its own.
    shape: Vec<usize>,
}

impl Side {
    fn new(
        selection: &Selection,
        extents: &[Extent],
        growth: Option<&Growth>,
        by_block: bool,
    ) -> Result<Self> {
        let lengths: Vec<_> = extents.iter().map(|extent| extent.length).collect();
        let maximum: Vec<_> =
            extents.iter().map(|extent| maximum_to_hsize(extent.maximum)).collect();
        let space = match extents {
            [] => h5s::create(H5S_SCALAR)?,
            _ => h5s::create_simple(&to_hsize(&lengths), Some(&maximum))?,
        };
        let shape = match growth {
            Some(growth) => growth.select(&space, selection, &lengths, by_block)?,
            None => select(&space, selection, &lengths)?,
        };
        Ok(Self { space, shape })
    }
}

/// Selects elements, and returns their shape as data.
fn select(space: &Handle, selection: &Selection, lengths: &[usize]) -> Result<Vec<usize>> {
    match selection.resolve(lengths)? {
        Resolution::Placed(resolved) => {
            check_order(&resolved)?;
            locate::select_blocks(space, &resolved)?;
            Ok(resolved.shape)
        }
        Resolution::Combined(first, rest) => Ok(vec![combine::combine(space, &first, &rest)?]),
        Resolution::Region(_) => Err(unsupported("a region")),
    }
}

impl Growth {
    /// Selects elements without an end.
    fn select(
        &self,
        space: &Handle,
        selection: &Selection,
        lengths: &[usize],
        by_block: bool,
    ) -> Result<Vec<usize>> {
        let Self { axis, start, stride, block } = *self;
        if block == 0 || stride < block {
            let reason = format!("blocks of {block} positions every {stride} along axis {axis}");
            return Err(Error::invalid_argument(reason));
        }
        let named = selection.axes().unwrap_or_default();
        let mut axes: Vec<_> = each_axis(named, lengths.len())?.cloned().collect();
        let dropped = axes[..axis].iter().filter(|axis| matches!(axis, AxisSelection::Index(_)));
        let place = axis - dropped.count();
        axes[axis] = AxisSelection::Slice { start: 0, end: Some(0), step: 1 };
        let Resolution::Placed(mut resolved) = Selection::new(axes).resolve(lengths)? else {
            return Err(unsupported("this"));
        };
        check_order(&resolved)?;
        let Place::Hyperslab(slab) = &mut resolved.place else {
            return Err(unsupported("a list beside an axis that grows"));
        };
        slab.start[axis] = start as u64;
        slab.stride[axis] = stride as u64;
        slab.count[axis] = H5S_UNLIMITED;
        slab.block[axis] = block as u64;
        locate::select_slab(space, H5S_SELECT_SET, slab)?;
        match by_block {
            true => resolved.shape[place] = block,
            false => drop(resolved.shape.remove(place)),
        }
        Ok(resolved.shape)
    }
}

/// Checks that elements are blocks in the order of the file: a mapping has no other.
fn check_order(resolved: &Resolved) -> Result<()> {
    let reversed = match &resolved.place {
        Place::All | Place::Dataspace => false,
        Place::Hyperslab(slab) => !slab.reversed.is_empty(),
        Place::Lists(lists) => !lists.reversed().is_empty() || !ascend(lists),
        Place::Mask(_) => return Err(unsupported("a mask of a whole dataset")),
        Place::Points(_) => return Err(unsupported("single elements")),
    };
    if reversed {
        let reason = "elements of a virtual dataset and its source are in the same order: \
                      steps are positive, and lists ascend";
        return Err(Error::invalid_argument(reason));
    }
    Ok(())
}

/// Whether all lists have each position once, and the later ones later.
fn ascend(lists: &Lists) -> bool {
    lists.axes.iter().all(|axis| match axis {
        Axis::Regular(_) => true,
        Axis::List(items) => items.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1),
    })
}

fn unsupported(what: &str) -> Error {
    let what = format!("selecting {what} for a source of a virtual dataset");
    ErrorKind::Unsupported { what: what.into() }.into()
}
