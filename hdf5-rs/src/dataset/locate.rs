//! From resolved selections to those of dataspaces.

use hdf5_ffi::{H5S_SELECT_AND, H5S_SELECT_OR, H5S_SELECT_SET, H5S_seloper_t, hsize_t};

use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5s};
use crate::select::{Axis, Hyperslab, Lists, Place, Resolved};

/// A position selected by itself costs libhdf5 about as much as this many in blocks.
const POINTS_FOR_A_BLOCK: usize = 8;

/// Selects elements in a dataspace of the dataset, in the order in which the file has them.
pub(crate) fn select(space: &Handle, resolved: &Resolved) -> Result<()> {
    if resolved.count == 0 {
        return h5s::select_none(space);
    }
    match &resolved.place {
        Place::All => h5s::select_all(space),
        Place::Hyperslab(slab) => select_slab(space, H5S_SELECT_SET, slab),
        Place::Lists(lists) => select_lists(space, lists),
        Place::Points(positions) => h5s::select_elements(space, positions),
        Place::Mask(mask) => {
            let shape = h5s::dims(space)?.0;
            if shape.is_empty() {
                return h5s::select_all(space);
            }
            let chosen = mask.selected.iter().enumerate().filter(|&(_, &selected)| selected);
            let mut positions = reserve(resolved.count.checked_mul(shape.len()))?;
            for (index, _) in chosen {
                let start = positions.len();
                positions.resize(start + shape.len(), 0);
                let mut rest = index as hsize_t;
                for (position, length) in positions[start..].iter_mut().zip(&shape).rev() {
                    (*position, rest) = (rest % length, rest / length);
                }
            }
            h5s::select_elements(space, &positions)
        }
        Place::Dataspace => Ok(()),
    }
}

/// Selects elements as hyperslabs, whatever they are.
pub(super) fn select_blocks(space: &Handle, resolved: &Resolved) -> Result<()> {
    match &resolved.place {
        Place::All if resolved.count > 0 && !resolved.shape.is_empty() => {
            select_slab(space, H5S_SELECT_SET, &whole(&resolved.shape))
        }
        Place::Lists(lists) if resolved.count > 0 && h5s::CAN_COMBINE => {
            select_unions(space, lists)
        }
        _ => select(space, resolved),
    }
}

pub(super) fn select_slab(
    space: &Handle,
    operation: H5S_seloper_t,
    slab: &Hyperslab,
) -> Result<()> {
    if slab.start.is_empty() {
        // A scalar has no hyperslabs, only itself.
        return h5s::select_all(space);
    }
    let Hyperslab { start, stride, count, block, .. } = slab;
    h5s::select_hyperslab(space, operation, start, stride, count, block)
}

/// Selects lists of positions, each once and in the order of the file.
fn select_lists(space: &Handle, lists: &Lists) -> Result<()> {
    let too_many = || Error::new(ErrorKind::OutOfMemory { bytes: None });
    let (mut elements, mut blocks) = (1_usize, 1_usize);
    for axis in &lists.axes {
        elements = elements.checked_mul(axis.len()).ok_or_else(too_many)?;
        if let Axis::List(items) = axis {
            let follows = |one: &(usize, usize), next: &(usize, usize)| next.0 <= one.0 + 1;
            blocks = blocks.saturating_mul(items.chunk_by(follows).count());
        }
    }
    if h5s::CAN_COMBINE && elements / POINTS_FOR_A_BLOCK > blocks {
        return select_unions(space, lists);
    }
    let axes: Vec<Vec<hsize_t>> = lists.axes.iter().map(positions).collect();
    let count = axes.iter().map(Vec::len).product::<usize>();
    let mut points = reserve(count.checked_mul(axes.len()))?;
    let mut point = vec![0; axes.len()];
    for index in 0..count {
        let mut rest = index;
        for (position, axis) in point.iter_mut().zip(&axes).rev() {
            (*position, rest) = (axis[rest % axis.len()], rest / axis.len());
        }
        points.extend_from_slice(&point);
    }
    h5s::select_elements(space, &points)
}

/// All positions along an axis, each once and in order.
fn positions(axis: &Axis) -> Vec<hsize_t> {
    match axis {
        Axis::Regular(regular) => {
            let starts = (0..regular.count).map(|block| regular.start + block * regular.stride);
            let blocks = starts.flat_map(|start| start..start + regular.block);
            blocks.map(|position| position as hsize_t).collect()
        }
        Axis::List(items) => {
            let positions = items.chunk_by(|one, next| one.0 == next.0);
            positions.map(|same| same[0].0 as hsize_t).collect()
        }
    }
}

/// Selects, along each axis, the union of the list's blocks, and of them what all axes have.
fn select_unions(space: &Handle, lists: &Lists) -> Result<()> {
    let shape = h5s::dims(space)?.0;
    for (axis, positions) in lists.axes.iter().enumerate() {
        let select_axis = |space: &Handle| match positions {
            Axis::Regular(regular) => {
                let parts = (regular.start, regular.stride, regular.count, regular.block);
                select_slab(space, H5S_SELECT_SET, &along(&shape, axis, parts))
            }
            Axis::List(items) => {
                let follows = |one: &(usize, usize), next: &(usize, usize)| next.0 <= one.0 + 1;
                let runs = items.chunk_by(follows).map(|run| (run[0].0, run[run.len() - 1].0 + 1));
                select_union(space, &shape, axis, &runs.collect::<Vec<_>>())
            }
        };
        if axis == 0 {
            select_axis(space)?;
        } else {
            let operand = h5s::copy(space)?;
            select_axis(&operand)?;
            h5s::modify_select(space, H5S_SELECT_AND, &operand)?;
        }
    }
    Ok(())
}

/// Selects ranges of positions along one axis. Halves are made by themselves and put together, because
/// libhdf5 goes through all blocks so far for each that is added.
fn select_union(
    space: &Handle,
    shape: &[hsize_t],
    axis: usize,
    runs: &[(usize, usize)],
) -> Result<()> {
    if runs.len() > 16 {
        let (front, back) = runs.split_at(runs.len() / 2);
        // What was selected before would be copied each time.
        h5s::select_none(space)?;
        let operand = h5s::copy(space)?;
        select_union(space, shape, axis, front)?;
        select_union(&operand, shape, axis, back)?;
        return h5s::modify_select(space, H5S_SELECT_OR, &operand);
    }
    for (index, &(start, end)) in runs.iter().enumerate() {
        let operation = if index == 0 { H5S_SELECT_SET } else { H5S_SELECT_OR };
        select_slab(space, operation, &along(shape, axis, (start, 1, 1, end - start)))?;
    }
    Ok(())
}

/// All positions along each axis.
pub(super) fn whole(shape: &[usize]) -> Hyperslab {
    Hyperslab {
        start: vec![0; shape.len()],
        stride: vec![1; shape.len()],
        count: shape.iter().map(|&length| length as hsize_t).collect(),
        block: vec![1; shape.len()],
        reversed: Vec::new(),
    }
}

/// Some positions along one axis, all along the others.
fn along(
    shape: &[hsize_t],
    axis: usize,
    (start, stride, count, block): (usize, usize, usize, usize),
) -> Hyperslab {
    let mut slab = Hyperslab {
        start: vec![0; shape.len()],
        stride: vec![1; shape.len()],
        count: vec![1; shape.len()],
        block: shape.to_vec(),
        reversed: Vec::new(),
    };
    slab.start[axis] = start as hsize_t;
    slab.stride[axis] = stride as hsize_t;
    slab.count[axis] = count as hsize_t;
    slab.block[axis] = block as hsize_t;
    slab
}

fn reserve(length: Option<usize>) -> Result<Vec<hsize_t>> {
    let length = length.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
    let mut positions = Vec::new();
    positions
        .try_reserve_exact(length)
        .map_err(|_| ErrorKind::OutOfMemory { bytes: length.checked_mul(size_of::<hsize_t>()) })?;
    Ok(positions)
}
