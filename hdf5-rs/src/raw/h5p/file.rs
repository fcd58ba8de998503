//! Property lists of files: how they are created, and by which means and with which caches they are worked on.

use core::ffi::{CStr, c_int, c_uint};
use std::ffi::CString;

use hdf5_ffi::*;

use crate::error::Result;
use crate::file::MetadataCache;
use crate::raw::Handle;
use crate::raw::call::{Herr, call};

/// The bounds of the format, from the earliest to the latest; `None` for those that came later.
pub(crate) const LIBVERS: [Option<H5F_libver_t>; 7] = [
    Some(H5F_LIBVER_EARLIEST),
    Some(H5F_LIBVER_V18),
    Some(H5F_LIBVER_V110),
    #[cfg(hdf5_ge_1_12)]
    Some(H5F_LIBVER_V112),
    #[cfg(not(hdf5_ge_1_12))]
    None,
    #[cfg(hdf5_ge_1_14)]
    Some(H5F_LIBVER_V114),
    #[cfg(not(hdf5_ge_1_14))]
    None,
    #[cfg(hdf5_ge_2_0)]
    Some(H5F_LIBVER_V200),
    #[cfg(not(hdf5_ge_2_0))]
    None,
    Some(H5F_LIBVER_LATEST),
];

/// The oldest format that a file uses, and the newest that it may.
pub(crate) fn libver_bounds(plist: &Handle) -> Result<(H5F_libver_t, H5F_libver_t)> {
    let id = plist.id()?;
    let (mut low, mut high) = (H5F_LIBVER_EARLIEST, H5F_LIBVER_LATEST);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_libver_bounds(id, &mut low, &mut high) }))?;
    Ok((low, high))
}

/// The number of slots and bytes of the chunk caches of a file's datasets, and their preemption policy.
pub(crate) fn cache(plist: &Handle) -> Result<(usize, usize, f64)> {
    let id = plist.id()?;
    let (mut metadata, mut slots, mut bytes, mut w0) = (0, 0, 0, 0.0);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_cache(id, &mut metadata, &mut slots, &mut bytes, &mut w0) }))?;
    Ok((slots, bytes, w0))
}

/// How many bytes must have what is aligned, and to multiples of how many.
pub(crate) fn alignment(plist: &Handle) -> Result<(u64, u64)> {
    let id = plist.id()?;
    let (mut threshold, mut interval) = (0, 0);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_alignment(id, &mut threshold, &mut interval) }))?;
    Ok((threshold, interval))
}

/// The bytes of the page buffer, and how many percent of it are kept for metadata and raw data.
pub(crate) fn page_buffer_size(plist: &Handle) -> Result<(usize, c_uint, c_uint)> {
    let id = plist.id()?;
    let (mut bytes, mut metadata, mut raw) = (0, 0, 0);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_page_buffer_size(id, &mut bytes, &mut metadata, &mut raw) }))?;
    Ok((bytes, metadata, raw))
}

/// How a file finds room, whether it remembers what is free, and the least piece that it remembers.
pub(crate) fn file_space_strategy(
    plist: &Handle,
) -> Result<(H5F_fspace_strategy_t, bool, hsize_t)> {
    let id = plist.id()?;
    let (mut strategy, mut persist, mut threshold) = (H5F_FSPACE_STRATEGY_FSM_AGGR, false, 0);
    call(|| {
        // SAFETY: the pointers are valid for writes.
        Herr(unsafe { H5Pget_file_space_strategy(id, &mut strategy, &mut persist, &mut threshold) })
    })?;
    Ok((strategy, persist, threshold))
}

fn mdc_config(plist: &Handle) -> Result<H5AC_cache_config_t> {
    let id = plist.id()?;
    let mut config = core::mem::MaybeUninit::<H5AC_cache_config_t>::zeroed();
    // SAFETY: the version is a field of the struct, which is valid for writes.
    unsafe { (*config.as_mut_ptr()).version = H5AC__CURR_CACHE_CONFIG_VERSION as c_int };
    // SAFETY: the pointer is valid for writes, and says which version of the struct it is.
    call(|| Herr(unsafe { H5Pget_mdc_config(id, config.as_mut_ptr()) }))?;
    // SAFETY: the call has succeeded, which sets all fields.
    Ok(unsafe { config.assume_init() })
}

/// The size of the cache of a file's metadata.
pub(crate) fn metadata_cache(plist: &Handle) -> Result<MetadataCache> {
    let config = mdc_config(plist)?;
    let cache = MetadataCache::between(config.min_size, config.max_size);
    Ok(cache.initial_size(config.initial_size).min_clean_fraction(config.min_clean_fraction))
}

/// Sets the size of the cache of a file's metadata, which must have been checked.
pub(crate) fn set_metadata_cache(plist: &Handle, cache: MetadataCache) -> Result<()> {
    let mut config = mdc_config(plist)?;
    config.set_initial_size = true;
    config.initial_size = cache.initial_size;
    config.min_size = cache.min_size;
    config.max_size = cache.max_size;
    config.min_clean_fraction = cache.min_clean_fraction;
    let id = plist.id()?;
    // SAFETY: the struct is one that libhdf5 has filled.
    call(|| Herr(unsafe { H5Pset_mdc_config(id, &mut config) }))
}

/// Files of one size, which are opened with a list of their own. The list is copied.
pub(crate) fn set_fapl_family(
    plist: &Handle,
    member_size: hsize_t,
    members: &Handle,
) -> Result<()> {
    let (id, members) = (plist.id()?, members.id()?);
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Pset_fapl_family(id, member_size, members) }))
}

/// Metadata and raw data in files of their own, whose names have these extensions, without `%`.
pub(crate) fn set_fapl_split(
    plist: &Handle,
    metadata: &CStr,
    metadata_access: &Handle,
    raw: &CStr,
    raw_access: &Handle,
) -> Result<()> {
    let (id, metadata_access, raw_access) = (plist.id()?, metadata_access.id()?, raw_access.id()?);
    let (metadata, raw) = (metadata.as_ptr(), raw.as_ptr());
    // SAFETY: the extensions are NUL-terminated, and nothing for `printf` to convert.
    call(|| Herr(unsafe { H5Pset_fapl_split(id, metadata, metadata_access, raw, raw_access) }))
}

/// Each kind of data in the file of the kind that it is mapped to. The names have one `%s`, for the path, and
/// no other `%`.
pub(crate) fn set_fapl_multi(
    plist: &Handle,
    map: &[H5FD_mem_t; H5FD_MEM_NTYPES as usize],
    members: &Handle,
    names: &[CString],
) -> Result<()> {
    let (id, members) = (plist.id()?, members.id()?);
    assert_eq!(names.len(), map.len());
    let members = [members; H5FD_MEM_NTYPES as usize];
    let names: Vec<_> = names.iter().map(|name| name.as_ptr()).collect();
    let (map, members, names) = (map.as_ptr(), members.as_ptr(), names.as_ptr());
    // Without addresses, each kind gets an equal part of all addresses.
    let addresses = core::ptr::null();
    // SAFETY: each list has an entry for each kind of data; the names are NUL-terminated.
    call(|| Herr(unsafe { H5Pset_fapl_multi(id, map, members, names, addresses, false) }))
}

/// Without the cache of the operating system.
#[cfg(hdf5_have_direct)]
pub(crate) fn set_fapl_direct(
    plist: &Handle,
    alignment: usize,
    block_size: usize,
    buffer_size: usize,
) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Pset_fapl_direct(id, alignment, block_size, buffer_size) }))
}

/// Without the cache of the operating system, which this libhdf5 cannot do.
#[cfg(not(hdf5_have_direct))]
pub(crate) fn set_fapl_direct(_: &Handle, _: usize, _: usize, _: usize) -> Result<()> {
    let what = "the driver `direct`, which this libhdf5 was built without,";
    Err(crate::ErrorKind::Unsupported { what: what.into() }.into())
}

/// With a log of what is done.
pub(crate) fn set_fapl_log(plist: &Handle, log_file: &CStr, flags: u64) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: the path is NUL-terminated; the flags are none for which there must be a buffer.
    call(|| Herr(unsafe { H5Pset_fapl_log(id, log_file.as_ptr(), flags, 0) }))
}

/// The chunk cache of each dataset of a file. libhdf5 ignores the number of metadata elements.
pub(crate) fn set_cache(plist: &Handle, slots: usize, bytes: usize, w0: f64) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Pset_cache(id, 0, slots, bytes, w0) }))
}

/// Whether files are locked, and whether a file system that has no locks is an error.
#[cfg(any(hdf5_ge_1_12_1, all(hdf5_ge_1_10_7, not(hdf5_ge_1_12))))]
pub(crate) fn set_file_locking(plist: &Handle, lock: bool, ignore_missing: bool) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Pset_file_locking(id, lock, ignore_missing) }))
}

#[cfg(not(any(hdf5_ge_1_12_1, all(hdf5_ge_1_10_7, not(hdf5_ge_1_12)))))]
pub(crate) fn set_file_locking(_plist: &Handle, _lock: bool, _ignore_missing: bool) -> Result<()> {
    let what = "a choice of file locking, which came with HDF5 1.10.7 and 1.12.1,";
    Err(crate::ErrorKind::Unsupported { what: what.into() }.into())
}

/// Whether files are locked.
#[cfg(any(hdf5_ge_1_12_1, all(hdf5_ge_1_10_7, not(hdf5_ge_1_12))))]
pub(crate) fn file_locking(plist: &Handle) -> Result<bool> {
    let id = plist.id()?;
    let (mut lock, mut ignore_missing) = (true, false);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_file_locking(id, &mut lock, &mut ignore_missing) }))?;
    Ok(lock)
}

#[cfg(not(any(hdf5_ge_1_12_1, all(hdf5_ge_1_10_7, not(hdf5_ge_1_12)))))]
pub(crate) fn file_locking(_plist: &Handle) -> Result<bool> {
    Ok(true)
}

/// Lets the driver `core` tell the descriptor of the file behind its memory. The property has no function
/// of its own: libhdf5 registers it for all lists, and sets it itself where it needs the descriptor.
#[cfg(unix)]
pub(crate) fn set_want_posix_fd(file_access: &Handle) -> Result<()> {
    let id = file_access.id()?;
    let wanted: hbool_t = true;
    // SAFETY: the name is NUL-terminated, and the property's value is an `hbool_t`.
    call(|| Herr(unsafe { H5Pset(id, c"want_posix_fd".as_ptr(), (&raw const wanted).cast()) }))
}

/// Makes a file forget, when it is opened for writing, which space it has noted to be free. The property has no
/// function of its own: libhdf5 registers it for all lists, for its tool h5clear.
pub(crate) fn set_null_fsm_addr(file_access: &Handle) -> Result<()> {
    let id = file_access.id()?;
    let forget: hbool_t = true;
    // SAFETY: the name is NUL-terminated, and the property's value is an `hbool_t`.
    call(|| Herr(unsafe { H5Pset(id, c"null_fsm_addr".as_ptr(), (&raw const forget).cast()) }))
}

/// The bytes of the file that the driver `core` is to open, which are copied.
pub(crate) fn set_file_image(file_access: &Handle, image: &[u8]) -> Result<()> {
    let id = file_access.id()?;
    // SAFETY: the library reads as many bytes as are said, and copies them.
    call(|| Herr(unsafe { H5Pset_file_image(id, image.as_ptr().cast_mut().cast(), image.len()) }))
}
