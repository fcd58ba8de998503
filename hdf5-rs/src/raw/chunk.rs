//! Chunks as they are stored.

use core::ffi::c_uint;
#[cfg(hdf5_ge_1_14)]
use core::ffi::{c_int, c_void};

use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::raw::call::{Herr, call};
#[cfg(not(hdf5_ge_1_14))]
use crate::raw::chunk_tree;
#[cfg(not(hdf5_ge_1_14_4))]
use crate::raw::h5f;
use crate::raw::{Handle, h5d, h5s};

/// What the index says of a chunk.
pub(crate) struct Info {
    /// Its first element.
    pub(crate) offset: Vec<hsize_t>,
    pub(crate) filter_mask: u32,
    /// Where it lies in the file, user block included.
    pub(crate) address: u64,
    pub(crate) size: u64,
}

/// So many chunks are found sooner by the library, one by one, than in the file.
#[cfg(not(hdf5_ge_1_14))]
const FEW: u64 = 256;

/// The number of chunks that are stored.
pub(crate) fn count(dataset: &Handle) -> Result<u64> {
    let _lock = lock();
    let space = h5d::space(dataset)?;
    let (id, space) = (dataset.id()?, space.id()?);
    let mut count = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Dget_num_chunks(id, space, &mut count) }))?;
    Ok(count)
}

/// The chunk that is met at that place when the index is gone through; `None` if there are fewer.
pub(crate) fn info(dataset: &Handle, index: u64) -> Result<Option<Info>> {
    let _lock = lock();
    let space = h5d::space(dataset)?;
    let mut offset = vec![0; h5s::dims(&space)?.0.len()];
    let (id, space) = (dataset.id()?, space.id()?);
    let (mut filter_mask, mut address, mut size): (c_uint, _, _) = (0, HADDR_UNDEF, 0);
    call(|| {
        let offset = offset.as_mut_ptr();
        // SAFETY: the offset has as many elements as the dataset has dimensions, the lock is held since
        // they were counted, and the other pointers are valid for writes.
        Herr(unsafe {
            H5Dget_chunk_info(id, space, index, offset, &mut filter_mask, &mut address, &mut size)
        })
    })?;
    if address == HADDR_UNDEF {
        return Ok(None);
    }
    let address = address.saturating_add(base_address(dataset)?);
    Ok(Some(Info { offset, filter_mask, address, size }))
}

/// The chunk whose first element is at `offset`; `None` if it is not stored.
pub(crate) fn info_at(dataset: &Handle, offset: &[hsize_t]) -> Result<Option<Info>> {
    let _lock = lock();
    check_rank(dataset, offset)?;
    let id = dataset.id()?;
    let (mut filter_mask, mut address, mut size): (c_uint, _, _) = (0, HADDR_UNDEF, 0);
    call(|| {
        // SAFETY: the offset has as many elements as the dataset has dimensions (checked above, with
        // the lock held since), and the other pointers are valid for writes.
        Herr(unsafe {
            H5Dget_chunk_info_by_coord(
                id,
                offset.as_ptr(),
                &mut filter_mask,
                &mut address,
                &mut size,
            )
        })
    })?;
    if address == HADDR_UNDEF {
        return Ok(None);
    }
    let address = address.saturating_add(base_address(dataset)?);
    Ok(Some(Info { offset: offset.to_vec(), filter_mask, address, size }))
}

/// All chunks that are stored, in the order of the index.
#[cfg(hdf5_ge_1_14)]
pub(crate) fn infos(dataset: &Handle) -> Result<Vec<Info>> {
    struct Found {
        rank: usize,
        base: u64,
        infos: Vec<Info>,
    }

    unsafe extern "C" fn found(
        offset: *const hsize_t,
        filter_mask: c_uint,
        address: haddr_t,
        size: hsize_t,
        data: *mut c_void,
    ) -> c_int {
        // SAFETY: `data` is the `Found` below, and nothing else uses it during the call.
        let Found { rank, base, infos } = unsafe { &mut *data.cast::<Found>() };
        // SAFETY: libhdf5 passes one position for each dimension.
        let offset = unsafe { core::slice::from_raw_parts(offset, *rank) }.to_vec();
        let address = address.saturating_add(*base);
        infos.push(Info { offset, filter_mask, address, size });
        H5_ITER_CONT as c_int
    }

    let _lock = lock();
    let (id, rank) = (dataset.id()?, h5s::dims(&h5d::space(dataset)?)?.0.len());
    let mut all = Found { rank, base: base_address(dataset)?, infos: Vec::new() };
    let data: *mut c_void = (&raw mut all).cast();
    // SAFETY: `data` outlives the call, and `found` is given it as it is; the lock is held since the
    // dimensions were counted.
    call(|| Herr(unsafe { H5Dchunk_iter(id, H5P_DEFAULT, Some(found), data) }))?;
    Ok(all.infos)
}

/// All chunks that are stored, in the order of the index.
///
/// The library goes through the index from its start for each chunk: many are found without it.
#[cfg(not(hdf5_ge_1_14))]
pub(crate) fn infos(dataset: &Handle) -> Result<Vec<Info>> {
    let _lock = lock();
    let count = count(dataset)?;
    if count > FEW {
        if let Some(infos) = chunk_tree::infos(dataset, count)? {
            return Ok(infos);
        }
    }
    let mut infos = Vec::new();
    for index in 0..count {
        match info(dataset, index)? {
            Some(info) => infos.push(info),
            None => break,
        }
    }
    Ok(infos)
}

/// What addresses of chunks are relative to, where the library does not add it itself.
#[cfg(hdf5_ge_1_14_4)]
fn base_address(_dataset: &Handle) -> Result<u64> {
    Ok(0)
}

/// What addresses of chunks are relative to, where the library does not add it itself.
#[cfg(not(hdf5_ge_1_14_4))]
fn base_address(dataset: &Handle) -> Result<u64> {
    let file = h5f::file_of(dataset)?;
    let id = file.id()?;
    // SAFETY: no pointers.
    let creation = call(|| crate::raw::call::Hid(unsafe { H5Fget_create_plist(id) }))?;
    let creation = Handle::new(creation);
    let id = creation.id()?;
    let mut size = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Pget_userblock(id, &mut size) }))?;
    Ok(size)
}

/// The bytes that a chunk takes in the file.
///
/// A chunk that is not stored is an error or zero, which depends on the version.
pub(crate) fn storage_size(dataset: &Handle, offset: &[hsize_t]) -> Result<u64> {
    let _lock = lock();
    check_rank(dataset, offset)?;
    let id = dataset.id()?;
    let mut size = 0;
    // SAFETY: the offset has as many elements as the dataset has dimensions (checked above, with the
    // lock held since), and the size is valid for writes.
    call(|| Herr(unsafe { H5Dget_chunk_storage_size(id, offset.as_ptr(), &mut size) }))?;
    Ok(size)
}

/// Reads a chunk as it is stored, into a buffer of exactly its size; its filter mask.
pub(crate) fn read(dataset: &Handle, offset: &[hsize_t], bytes: &mut [u8]) -> Result<u32> {
    let _lock = lock();
    let stored = storage_size(dataset, offset)?;
    if stored == 0 || stored != bytes.len() as u64 {
        return Err(Error::invalid_argument("the buffer is not as long as the chunk"));
    }
    #[cfg(not(hdf5_ge_2_0))]
    check_unfiltered_size(dataset, offset, bytes.len())?;
    let id = dataset.id()?;
    let mut filter_mask = 0;
    let (offset, buffer) = (offset.as_ptr(), bytes.as_mut_ptr().cast());
    #[cfg(hdf5_ge_2_0)]
    {
        let mut size = bytes.len();
        call(|| {
            // SAFETY: the offset has as many elements as the dataset has dimensions (checked above), the
            // buffer is as long as it is said to be, and the other pointers are valid for writes.
            Herr(unsafe {
                H5Dread_chunk2(id, H5P_DEFAULT, offset, &mut filter_mask, buffer, &mut size)
            })
        })?;
        if size != bytes.len() {
            return Err(Error::invalid_argument("the chunk has another size than its index says"));
        }
    }
    #[cfg(not(hdf5_ge_2_0))]
    // SAFETY: the offset has as many elements as the dataset has dimensions, and the buffer is as long
    // as the index says that the chunk is (both checked above, with the lock held since); the mask is
    // valid for writes.
    call(|| Herr(unsafe { H5Dread_chunk1(id, H5P_DEFAULT, offset, &mut filter_mask, buffer) }))?;
    Ok(filter_mask)
}

/// Looks for a chunk that is not stored, which is also taken out of the cache.
pub(crate) fn look_for_missing(dataset: &Handle, offset: &[hsize_t]) -> Result<()> {
    let _lock = lock();
    if info_at(dataset, offset)?.is_some() {
        return Err(Error::invalid_argument("the chunk is stored"));
    }
    let id = dataset.id()?;
    let (mut filter_mask, mut nothing) = (0, [0_u8; 1]);
    let (offset, buffer) = (offset.as_ptr(), nothing.as_mut_ptr().cast());
    #[cfg(hdf5_ge_2_0)]
    let looked = {
        let mut size = nothing.len();
        call(|| {
            // SAFETY: the offset has as many elements as the dataset has dimensions (checked above), the
            // buffer is as long as it is said to be, and the other pointers are valid for writes.
            Herr(unsafe {
                H5Dread_chunk2(id, H5P_DEFAULT, offset, &mut filter_mask, buffer, &mut size)
            })
        })
    };
    #[cfg(not(hdf5_ge_2_0))]
    // SAFETY: the offset has as many elements as the dataset has dimensions, and nothing is read, as the
    // chunk is not stored (both checked above, with the lock held since); the mask is valid for writes.
    let looked =
        call(|| Herr(unsafe { H5Dread_chunk1(id, H5P_DEFAULT, offset, &mut filter_mask, buffer) }));
    match looked {
        // That the chunk is not there is an error.
        Err(_) => Ok(()),
        Ok(()) => Err(Error::invalid_argument("a chunk that is not stored was read")),
    }
}

/// Checks that the index says of a chunk without filters what the library says: it reads as much as
/// the index says, which of a damaged file may be more.
#[cfg(not(hdf5_ge_2_0))]
fn check_unfiltered_size(dataset: &Handle, offset: &[hsize_t], size: usize) -> Result<()> {
    if crate::raw::h5p::filter_count(&h5d::create_plist(dataset)?)? > 0 {
        return Ok(());
    }
    match info_at(dataset, offset)? {
        Some(info) if info.size == size as u64 => Ok(()),
        _ => Err(Error::invalid_argument("the chunk has another size than its index says")),
    }
}

/// Writes a chunk as it is to be stored.
pub(crate) fn write(
    dataset: &Handle,
    offset: &[hsize_t],
    filter_mask: u32,
    bytes: &[u8],
) -> Result<()> {
    let _lock = lock();
    check_rank(dataset, offset)?;
    let id = dataset.id()?;
    call(|| {
        let (offset, buffer) = (offset.as_ptr(), bytes.as_ptr().cast());
        // SAFETY: the offset has as many elements as the dataset has dimensions (checked above, with
        // the lock held since), and the buffer is as long as it is said to be.
        Herr(unsafe { H5Dwrite_chunk(id, H5P_DEFAULT, filter_mask, offset, bytes.len(), buffer) })
    })
}

/// Whether chunks that lie at the edge in part are stored without filters.
pub(crate) fn edges_are_unfiltered(creation: &Handle) -> Result<bool> {
    let id = creation.id()?;
    let mut options = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Pget_chunk_opts(id, &mut options) }))?;
    Ok(options & H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS != 0)
}

fn check_rank(dataset: &Handle, offset: &[hsize_t]) -> Result<()> {
    if h5s::dims(&h5d::space(dataset)?)?.0.len() == offset.len() {
        return Ok(());
    }
    Err(Error::invalid_argument("the chunk's rank is not the dataset's"))
}
