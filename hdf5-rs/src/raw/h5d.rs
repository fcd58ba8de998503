//! Datasets.

use core::ffi::CStr;

use hdf5_ffi::*;

use crate::Error;
use crate::error::Result;
use crate::raw::call::{Always, Code, Herr, Hid, call, call_in_drop};
use crate::raw::{Handle, h5f, h5o, h5p, h5s, h5t, link_access};
use crate::shape::MAX_RANK;

/// Creates a dataset that no link leads to yet.
pub(crate) fn create_anon(
    location: &Handle,
    ty: &Handle,
    space: &Handle,
    creation: &Handle,
    access: &Handle,
) -> Result<hid_t> {
    let (id, ty, space) = (location.id()?, ty.id()?, space.id()?);
    let (creation, access) = (creation.id()?, access.id()?);
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Dcreate_anon(id, ty, space, creation, access) }))
}

pub(crate) fn open(location: &Handle, path: &CStr, access: &Handle) -> Result<hid_t> {
    let (id, mut list) = (location.id()?, access.id()?);
    if list == H5P_DEFAULT {
        list = link_access::default_for_dataset(location)?;
    } else if location.is_divided() {
        link_access::lead_to_the_disk(access)?;
    }
    // SAFETY: the path is NUL-terminated.
    call(|| Hid(unsafe { H5Dopen2(id, path.as_ptr(), list) }))
}

pub(crate) fn space(dataset: &Handle) -> Result<Handle> {
    let id = dataset.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Dget_space(id) })).map(Handle::new)
}

pub(crate) fn datatype(dataset: &Handle) -> Result<Handle> {
    let id = dataset.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Dget_type(id) })).map(Handle::new)
}

pub(crate) fn create_plist(dataset: &Handle) -> Result<Handle> {
    let id = dataset.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Dget_create_plist(id) })).map(Handle::new)
}

/// Checks that the chunks of a chunked dataset have its rank, and that their bytes can be counted, given its creation
/// property list.
///
/// libhdf5 believes what a file says of either: it finds elements by shapes of another rank, and allocates as many
/// bytes as remain of the product of the lengths when that has wrapped around.
pub(crate) fn check_chunks(dataset: &Handle, creation: &Handle) -> Result<()> {
    let _lock = lock();
    let shape = h5s::dims(&space(dataset)?)?.0;
    let chunk = h5p::chunk(creation, MAX_RANK)?;
    if chunk.len() != shape.len() {
        let (rank, found) = (shape.len(), chunk.len());
        return Err(Error::invalid_value(format!(
            "the dataset has {rank} axes, and its chunks have {found}"
        )));
    }
    let element = h5t::size(&datatype(dataset)?)? as u64;
    let bytes = chunk.iter().try_fold(element, |bytes, &length| bytes.checked_mul(length));
    if bytes.is_none_or(|bytes| isize::try_from(bytes).is_err()) {
        return Err(Error::invalid_value(format!(
            "a chunk of {chunk:?} elements of {element} bytes has more than can be addressed"
        )));
    }
    // Without an index, libhdf5 takes all chunks for there, however many.
    if chunk_index_type(dataset)? == H5D_CHUNK_IDX_NONE {
        let axes = shape.into_iter().zip(&chunk);
        let count = axes.map(|(length, chunk)| length.div_ceil(*chunk));
        let all = count.fold(bytes.unwrap_or(0), u64::saturating_mul);
        let end = h5f::end_of_allocation(&h5f::file_of(dataset)?)?;
        if all > end {
            return Err(Error::invalid_value(format!(
                "the chunks have {all} bytes altogether, and the file has {end}"
            )));
        }
    }
    Ok(())
}

/// Checks that the bytes of a dataset whose elements lie in one piece can be counted.
///
/// libhdf5 compares the bytes that there are with what remains of the product of the lengths when that has wrapped
/// around, and then finds elements beyond them.
pub(crate) fn check_extent(dataset: &Handle) -> Result<()> {
    let _lock = lock();
    let shape = h5s::dims(&space(dataset)?)?.0;
    let element = h5t::size(&datatype(dataset)?)? as u64;
    let bytes = shape.iter().try_fold(element, |bytes, &length| bytes.checked_mul(length));
    if shape.contains(&0) || bytes.is_some_and(|bytes| i64::try_from(bytes).is_ok()) {
        return Ok(());
    }
    Err(Error::invalid_value(format!(
        "{shape:?} elements of {element} bytes are more than lie in one piece of a file"
    )))
}

pub(crate) fn access_plist(dataset: &Handle) -> Result<Handle> {
    let id = dataset.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Dget_access_plist(id) })).map(Handle::new)
}

/// Where the data of a contiguous dataset starts in the file.
pub(crate) fn offset(dataset: &Handle) -> Result<Option<haddr_t>> {
    let id = dataset.id()?;
    // SAFETY: no pointers. Not allocated, and a failure, cannot be told apart.
    let offset = call(|| Always(unsafe { H5Dget_offset(id) }))?;
    // `HADDR_UNDEF`, whose type depends on the release.
    Ok((offset != haddr_t::MAX).then_some(offset))
}

/// How much of the room for the elements has been allocated.
pub(crate) fn space_status(dataset: &Handle) -> Result<H5D_space_status_t> {
    let id = dataset.id()?;
    let mut status = H5D_SPACE_STATUS_ERROR;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Dget_space_status(id, &mut status) }))?;
    Ok(status)
}

/// The bytes that the dataset's elements take in the file, as stored.
pub(crate) fn storage_size(dataset: &Handle) -> Result<u64> {
    let id = dataset.id()?;
    // SAFETY: no pointers. Zero is both an empty dataset and a failure, and cannot be told apart.
    call(|| Always(unsafe { H5Dget_storage_size(id) }))
}

pub(crate) fn set_extent(dataset: &Handle, shape: &[hsize_t]) -> Result<()> {
    let _lock = lock();
    if h5s::dims(&space(dataset)?)?.0.len() != shape.len() {
        return Err(Error::invalid_argument("the shape's rank is not the dataset's"));
    }
    let id = dataset.id()?;
    dataset.set_written();
    // SAFETY: `shape` has as many elements as the dataset has dimensions (checked above, with the
    // lock held since).
    call(|| Herr(unsafe { H5Dset_extent(id, shape.as_ptr()) }))
}

/// How the chunks of a chunked dataset are found.
pub(crate) fn chunk_index_type(dataset: &Handle) -> Result<H5D_chunk_index_t> {
    let id = dataset.id()?;
    let mut index = H5D_CHUNK_IDX_BTREE;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Dget_chunk_index_type(id, &mut index) }))?;
    Ok(index)
}

/// Writes everything that is buffered for the dataset to the file.
pub(crate) fn flush(dataset: &Handle) -> Result<()> {
    let id = dataset.id()?;
    // SAFETY: no pointers.
    dataset.poisoned_by(call(|| Herr(unsafe { H5Dflush(id) })))
}

/// Closes the dataset and opens it again under the same identifier, unless its file is open for writing.
///
/// It must not be open under another one: libhdf5 would forget how many chunks there are, and write beyond its
/// memory when the dataset is read the next time.
pub(crate) fn refresh(dataset: &Handle) -> Result<()> {
    let _lock = lock();
    let id = dataset.id()?;
    let file = h5f::file_of(dataset)?;
    if h5f::intent(&file)? & H5F_ACC_RDWR == 0 {
        let identity = h5o::info(dataset)?.identity;
        for other in h5f::open_datasets(&file)? {
            if other != id && h5o::info(&Handle::predefined(other))?.identity == identity {
                let reason = "a dataset that is open twice in this process cannot be refreshed";
                return Err(Error::invalid_argument(reason));
            }
        }
    }
    // SAFETY: the dataset has this identifier only (checked above, with the lock held since).
    call(|| Herr(unsafe { H5Drefresh(id) }))?;
    let creation = create_plist(dataset)?;
    let checked = match h5p::layout(&creation)? {
        H5D_CHUNKED => check_chunks(dataset, &creation),
        H5D_VIRTUAL => Ok(()),
        _ => check_extent(dataset),
    };
    checked.inspect_err(|_| {
        // It is another dataset now, and is not to be used.
        // SAFETY: the lock is held, and the identifier is the dataset's own.
        let _ = call_in_drop(|| Code(unsafe { H5Idec_ref(id) }));
    })
}

/// Which elements of a dataset are transferred.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Elements<'a> {
    /// All of a dataset, which has the extent of the dataspace as long as the lock is held.
    All(&'a Handle),
    /// What the dataspace selects.
    Selected(&'a Handle),
}

impl Elements<'_> {
    /// Runs something with dataspaces of memory and file for as many elements, with the lock held.
    fn with_spaces<R>(
        self,
        count: usize,
        run: impl FnOnce(hid_t, hid_t) -> Result<R>,
    ) -> Result<R> {
        let _lock = lock();
        match self {
            // To libhdf5 it is the shortest way.
            Self::All(extent) if h5s::extent_points(extent)? == count => run(H5S_ALL, H5S_ALL),
            Self::All(_) => Err(Error::invalid_argument("not as many elements as there are")),
            Self::Selected(space) => h5s::with_row(count, |row| run(row.id()?, space.id()?)),
        }
    }
}

/// Reads `count` elements into a row.
pub(crate) fn read(
    dataset: &Handle,
    memory: &Handle,
    count: usize,
    elements: Elements<'_>,
    transfer: &Handle,
    buffer: &mut [u8],
) -> Result<()> {
    elements.with_spaces(count, |row, file_space| {
        check_count(count, memory, buffer.len())?;
        let (id, memory, transfer) = (dataset.id()?, memory.id()?, transfer.id()?);
        call(|| {
            let buffer = buffer.as_mut_ptr().cast();
            // SAFETY: the buffer holds `count` elements (checked above, with the lock held since). The memory
            // dataspace has as many: a row, of which libhdf5 checks that the file selection has as many, or the
            // dataset's own extent (`Elements::All`).
            Herr(unsafe { H5Dread(id, memory, row, file_space, transfer, buffer) })
        })
    })
}

/// Writes `count` elements in a row, of a type without pointers.
pub(crate) fn write(
    dataset: &Handle,
    memory: &Handle,
    count: usize,
    elements: Elements<'_>,
    transfer: &Handle,
    buffer: &[u8],
) -> Result<()> {
    if h5t::holds_pointers(memory)? {
        return Err(Error::invalid_argument("the type holds pointers"));
    }
    // SAFETY: the type holds no pointers.
    unsafe { write_pointers(dataset, memory, count, elements, transfer, buffer) }
}

/// Writes `count` elements in a row.
///
/// # Safety
///
/// Pointers in the buffer, where the memory type has them, must be valid.
pub(crate) unsafe fn write_pointers(
    dataset: &Handle,
    memory: &Handle,
    count: usize,
    elements: Elements<'_>,
    transfer: &Handle,
    buffer: &[u8],
) -> Result<()> {
    elements.with_spaces(count, |row, file_space| {
        check_count(count, memory, buffer.len())?;
        let (id, memory, transfer) = (dataset.id()?, memory.id()?, transfer.id()?);
        dataset.set_written();
        call(|| {
            let buffer = buffer.as_ptr().cast();
            // SAFETY: the buffer holds `count` elements (checked above, with the lock held since), as many as the
            // memory dataspace has, as in `read`; the caller vouches for the pointers in it.
            Herr(unsafe { H5Dwrite(id, memory, row, file_space, transfer, buffer) })
        })
    })
}

/// Frees what the pointers of elements that libhdf5 read point to.
///
/// # Safety
///
/// Every pointer in the buffer must be null, or have been put there by libhdf5 in a transfer of that kind
/// and not freed since. The pointers must not be used afterwards.
pub(crate) unsafe fn reclaim(
    memory: &Handle,
    space: &Handle,
    transfer: &Handle,
    buffer: &mut [u8],
) -> Result<()> {
    let _lock = lock();
    check_buffer(space, memory, buffer.len())?;
    let (memory, space, transfer) = (memory.id()?, space.id()?, transfer.id()?);
    let bytes = buffer.as_mut_ptr().cast();
    // SAFETY: the buffer holds every element of the dataspace (checked above, with the lock held
    // since), and the caller vouches for the pointers in it.
    #[cfg(hdf5_ge_1_12)]
    return call(|| Herr(unsafe { H5Treclaim(memory, space, transfer, bytes) }));
    // SAFETY: as above.
    #[cfg(not(hdf5_ge_1_12))]
    return call(|| Herr(unsafe { H5Dvlen_reclaim(memory, space, transfer, bytes) }));
}

/// Checks that a buffer holds all elements of a dataspace.
pub(crate) fn check_buffer(space: &Handle, memory: &Handle, bytes: usize) -> Result<()> {
    check_count(h5s::extent_points(space)?, memory, bytes)
}

/// Checks that a buffer holds as many elements.
fn check_count(count: usize, memory: &Handle, bytes: usize) -> Result<()> {
    match count.checked_mul(h5t::size(memory)?) {
        Some(needed) if needed <= bytes => Ok(()),
        _ => Err(Error::invalid_argument("the buffer does not hold all elements")),
    }
}
