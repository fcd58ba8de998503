//! Dataspaces.

use core::ffi::c_int;
use core::ptr::null;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::Handle;
use crate::raw::call::{Code, Herr, Hid, Htri, Len, call};

pub(crate) fn create(class: H5S_class_t) -> Result<Handle> {
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Screate(class) })).map(Handle::new)
}

/// The dataspace of a single element, which everyone shares.
pub(crate) fn scalar() -> Result<Arc<Handle>> {
    static SCALAR: OnceLock<Arc<Handle>> = OnceLock::new();
    match SCALAR.get() {
        Some(space) => Ok(Arc::clone(space)),
        None => {
            let space = Arc::new(create(H5S_SCALAR)?);
            Ok(Arc::clone(SCALAR.get_or_init(|| space)))
        }
    }
}

/// Whether two dataspaces are of the same kind, shape and maximum shape.
pub(crate) fn extent_equal(a: &Handle, b: &Handle) -> Result<bool> {
    let (a, b) = (a.id()?, b.id()?);
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Sextent_equal(a, b) }))
}

/// A simple dataspace; without `maximum` the shape is fixed.
pub(crate) fn create_simple(shape: &[hsize_t], maximum: Option<&[hsize_t]>) -> Result<Handle> {
    if maximum.is_some_and(|m| m.len() != shape.len()) {
        return Err(Error::invalid_argument("shape and maximum shape differ in rank"));
    }
    let rank = c_int::try_from(shape.len())
        .map_err(|_| Error::invalid_argument("more dimensions than HDF5 has"))?;
    let maximum = maximum.map_or(null(), <[hsize_t]>::as_ptr);
    // SAFETY: both arrays have `rank` elements (checked above), or the second is null.
    call(|| Hid(unsafe { H5Screate_simple(rank, shape.as_ptr(), maximum) })).map(Handle::new)
}

pub(crate) fn class(space: &Handle) -> Result<H5S_class_t> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Sget_simple_extent_type(id) }))
}

/// The current and the maximum shape.
pub(crate) fn dims(space: &Handle) -> Result<(Vec<hsize_t>, Vec<hsize_t>)> {
    let id = space.id()?;
    let _lock = lock();
    // SAFETY: no pointers.
    let rank = call(|| Code(unsafe { H5Sget_simple_extent_ndims(id) }))?;
    let rank = usize::try_from(rank).expect("checked to be positive");
    let (mut shape, mut maximum) = (vec![0; rank], vec![0; rank]);
    call(|| {
        // SAFETY: both arrays have as many elements as the dataspace has dimensions; the lock is held
        // since the rank was asked for.
        Code(unsafe { H5Sget_simple_extent_dims(id, shape.as_mut_ptr(), maximum.as_mut_ptr()) })
    })?;
    Ok((shape, maximum))
}

/// The number of elements of the whole extent.
pub(crate) fn extent_points(space: &Handle) -> Result<usize> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Len(unsafe { H5Sget_simple_extent_npoints(id) }))
}

pub(crate) fn select_none(space: &Handle) -> Result<()> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Sselect_none(id) }))
}

pub(crate) fn select_all(space: &Handle) -> Result<()> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Sselect_all(id) }))
}

/// The number of axes.
fn rank(space: &Handle) -> Result<usize> {
    let id = space.id()?;
    // SAFETY: no pointers.
    let rank = call(|| Code(unsafe { H5Sget_simple_extent_ndims(id) }))?;
    Ok(usize::try_from(rank).expect("checked to be positive"))
}

/// Selects `count` blocks along each axis, `stride` apart from `start` on, instead of what was selected
/// or as well as that.
pub(crate) fn select_hyperslab(
    space: &Handle,
    operation: H5S_seloper_t,
    start: &[hsize_t],
    stride: &[hsize_t],
    count: &[hsize_t],
    block: &[hsize_t],
) -> Result<()> {
    let id = space.id()?;
    let _lock = lock();
    if [start.len(), stride.len(), count.len(), block.len()] != [rank(space)?; 4] {
        return Err(Error::invalid_argument("the hyperslab's rank is not the dataspace's"));
    }
    let (start, stride) = (start.as_ptr(), stride.as_ptr());
    let (count, block) = (count.as_ptr(), block.as_ptr());
    // SAFETY: the arrays have as many elements as the dataspace has dimensions (checked above, with
    // the lock held since).
    call(|| Herr(unsafe { H5Sselect_hyperslab(id, operation, start, stride, count, block) }))
}

/// Selects single points, by their positions along each axis, one after the other.
pub(crate) fn select_elements(space: &Handle, positions: &[hsize_t]) -> Result<()> {
    let id = space.id()?;
    let _lock = lock();
    let rank = rank(space)?;
    if rank == 0 || positions.len() % rank != 0 {
        return Err(Error::invalid_argument("the points' rank is not the dataspace's"));
    }
    let count = positions.len() / rank;
    // SAFETY: the array has `count` positions along each axis (checked above, with the lock held
    // since).
    call(|| Herr(unsafe { H5Sselect_elements(id, H5S_SELECT_SET, count, positions.as_ptr()) }))
}

/// Whether hyperslabs of two dataspaces can be combined, which came with HDF5 1.10.6.
pub(crate) const CAN_COMBINE: bool = cfg!(hdf5_ge_1_10_6);

/// Adds the hyperslab that another dataspace selects, takes it away, or keeps what both select.
#[cfg(hdf5_ge_1_10_6)]
pub(crate) fn modify_select(
    space: &Handle,
    operation: H5S_seloper_t,
    other: &Handle,
) -> Result<()> {
    let (id, other) = (space.id()?, other.id()?);
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Smodify_select(id, operation, other) }))
}

#[cfg(not(hdf5_ge_1_10_6))]
pub(crate) fn modify_select(
    _space: &Handle,
    _operation: H5S_seloper_t,
    _other: &Handle,
) -> Result<()> {
    let what = "a union or difference of selections, which came with HDF5 1.10.6,";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}

pub(crate) fn copy(space: &Handle) -> Result<Handle> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Scopy(id) })).map(Handle::new)
}

/// Runs something with a dataspace of as many elements in a row. The lock is held, and the dataspace is
/// used again by whoever comes next.
pub(crate) fn with_row<R>(count: usize, run: impl FnOnce(&Handle) -> Result<R>) -> Result<R> {
    // Taken out while it is in use: a transfer may run within another, in a driver or filter.
    static SPARE: Mutex<Option<Handle>> = Mutex::new(None);
    let spare = || SPARE.lock().unwrap_or_else(PoisonError::into_inner);
    let _lock = lock();
    let length = count as hsize_t;
    let row = match spare().take() {
        Some(row) => {
            let id = row.id()?;
            // SAFETY: one dimension, whose length is read; no maximum means a fixed length.
            call(|| Herr(unsafe { H5Sset_extent_simple(id, 1, &length, null()) }))?;
            row
        }
        None => create_simple(&[length], None)?,
    };
    let result = run(&row);
    *spare() = Some(row);
    result
}

/// Which form the selection has.
pub(crate) fn select_type(space: &Handle) -> Result<H5S_sel_type> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Sget_select_type(id) }))
}

/// The number of elements selected.
pub(crate) fn select_points(space: &Handle) -> Result<usize> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Len(unsafe { H5Sget_select_npoints(id) }))
}

/// Whether the selection lies inside the extent.
pub(crate) fn select_valid(space: &Handle) -> Result<bool> {
    let id = space.id()?;
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Sselect_valid(id) }))
}

/// The last position selected along each axis.
pub(crate) fn select_end(space: &Handle) -> Result<Vec<hsize_t>> {
    select_bounds(space).map(|(_, end)| end)
}

/// The first and the last position selected along each axis, of which there must be some.
pub(crate) fn select_bounds(space: &Handle) -> Result<(Vec<hsize_t>, Vec<hsize_t>)> {
    let id = space.id()?;
    let _lock = lock();
    let rank = dims(space)?.0.len();
    let (mut start, mut end) = (vec![0; rank], vec![0; rank]);
    // SAFETY: both arrays have as many elements as the dataspace has dimensions; the lock is held since
    // they were counted.
    call(|| Herr(unsafe { H5Sget_select_bounds(id, start.as_mut_ptr(), end.as_mut_ptr()) }))?;
    Ok((start, end))
}

/// Start, stride, count and block of what is selected, if it is a hyperslab that is regular.
pub(crate) fn selected_regularly(space: &Handle) -> Result<Option<[Vec<hsize_t>; 4]>> {
    let _lock = lock();
    match select_type(space)? {
        H5S_SEL_HYPERSLABS => regular_hyperslab(space),
        _ => Ok(None),
    }
}

/// Start, stride, count and block of a hyperslab that is regular; `None` if it is not.
pub(crate) fn regular_hyperslab(space: &Handle) -> Result<Option<[Vec<hsize_t>; 4]>> {
    let id = space.id()?;
    let _lock = lock();
    // SAFETY: no pointers.
    if !call(|| Htri(unsafe { H5Sis_regular_hyperslab(id) }))? {
        return Ok(None);
    }
    let rank = dims(space)?.0.len();
    let mut parts = [(); 4].map(|()| vec![0; rank]);
    let [start, stride, count, block] = parts.each_mut().map(Vec::as_mut_ptr);
    // SAFETY: the arrays have as many elements as the dataspace has dimensions; the lock is held since
    // they were counted.
    call(|| Herr(unsafe { H5Sget_regular_hyperslab(id, start, stride, count, block) }))?;
    Ok(Some(parts))
}

/// The blocks of a hyperslab: the first position of each along each axis, then the last.
pub(crate) fn hyperslab_blocks(space: &Handle) -> Result<Vec<hsize_t>> {
    let id = space.id()?;
    let _lock = lock();
    // SAFETY: no pointers.
    let count = call(|| Len(unsafe { H5Sget_select_hyper_nblocks(id) }))?;
    let mut blocks = coordinates(space, count, 2)?;
    if count > 0 {
        let (count, buffer) = (count as hsize_t, blocks.as_mut_ptr());
        // SAFETY: there is room for two positions of each block; the lock is held since they were
        // counted.
        call(|| Herr(unsafe { H5Sget_select_hyper_blocklist(id, 0, count, buffer) }))?;
    }
    Ok(blocks)
}

/// The positions of points, along each axis, in the order of their selection.
pub(crate) fn points(space: &Handle) -> Result<Vec<hsize_t>> {
    let id = space.id()?;
    let _lock = lock();
    // SAFETY: no pointers.
    let count = call(|| Len(unsafe { H5Sget_select_elem_npoints(id) }))?;
    let mut points = coordinates(space, count, 1)?;
    if count > 0 {
        let (count, buffer) = (count as hsize_t, points.as_mut_ptr());
        // SAFETY: there is room for each point; the lock is held since they were counted.
        call(|| Herr(unsafe { H5Sget_select_elem_pointlist(id, 0, count, buffer) }))?;
    }
    Ok(points)
}

/// Room for `count` times `positions` positions along each axis.
fn coordinates(space: &Handle, count: usize, positions: usize) -> Result<Vec<hsize_t>> {
    let length = count.checked_mul(positions * dims(space)?.0.len());
    let length = length.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
    let bytes = length.checked_mul(size_of::<hsize_t>());
    bytemuck::allocation::try_zeroed_slice_box(length)
        .map(Vec::from)
        .map_err(|()| ErrorKind::OutOfMemory { bytes }.into())
}
