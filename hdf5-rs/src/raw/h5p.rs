//! Property lists.

mod file;

use core::ffi::{CStr, c_char, c_int, c_uint, c_void};

pub(crate) use file::*;
use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::raw::Handle;
use crate::raw::call::{Code, Herr, Hid, Htri, Len, call};
use crate::raw::{h5i, h5t};

/// A property list class.
macro_rules! classes {
    ($($name:ident = $id:ident;)*) => {$(
        pub(crate) fn $name() -> Result<Handle> {
            // SAFETY: the lock is held within the call, which has initialised the library; the class
            // ids are constant since.
            call(|| Hid(unsafe { H5Pcreate($id) })).map(Handle::new)
        }
    )*};
}

classes! {
    create_attribute_create = H5P_ATTRIBUTE_CREATE;
    create_dataset_access = H5P_DATASET_ACCESS;
    create_dataset_create = H5P_DATASET_CREATE;
    create_dataset_transfer = H5P_DATASET_XFER;
    create_file_access = H5P_FILE_ACCESS;
    create_file_create = H5P_FILE_CREATE;
    create_group_access = H5P_GROUP_ACCESS;
    create_group_create = H5P_GROUP_CREATE;
    create_link_access = H5P_LINK_ACCESS;
    create_link_create = H5P_LINK_CREATE;
    create_object_copy = H5P_OBJECT_COPY;
}

/// The default property list of whatever class a call asks for.
pub(crate) fn default() -> Handle {
    Handle::predefined(H5P_DEFAULT)
}

/// A setter whose arguments are plain numbers.
macro_rules! setters {
    ($($name:ident($($arg:ident: $ty:ty),*) = $call:ident;)*) => {$(
        pub(crate) fn $name(plist: &Handle, $($arg: $ty),*) -> Result<()> {
            let id = plist.id()?;
            // SAFETY: no pointers.
            call(|| Herr(unsafe { $call(id, $($arg),*) }))
        }
    )*};
}

setters! {
    set_alignment(threshold: hsize_t, interval: hsize_t) = H5Pset_alignment;
    set_alloc_time(time: H5D_alloc_time_t) = H5Pset_alloc_time;
    set_attr_creation_order(flags: c_uint) = H5Pset_attr_creation_order;
    set_attr_phase_change(max_compact: c_uint, min_dense: c_uint) = H5Pset_attr_phase_change;
    set_chunk_cache(slots: usize, bytes: usize, w0: f64) = H5Pset_chunk_cache;
    set_chunk_opts(options: c_uint) = H5Pset_chunk_opts;
    set_copy_object(options: c_uint) = H5Pset_copy_object;
    set_char_encoding(encoding: H5T_cset_t) = H5Pset_char_encoding;
    set_core_write_tracking(track: bool, page_size: usize) = H5Pset_core_write_tracking;
    set_create_intermediate_group(create: c_uint) = H5Pset_create_intermediate_group;
    set_est_link_info(count: c_uint, name_len: c_uint) = H5Pset_est_link_info;
    set_elink_acc_flags(flags: c_uint) = H5Pset_elink_acc_flags;
    set_elink_file_cache_size(files: c_uint) = H5Pset_elink_file_cache_size;
    set_evict_on_close(evict: bool) = H5Pset_evict_on_close;
    set_fill_time(time: H5D_fill_time_t) = H5Pset_fill_time;
    set_deflate(level: c_uint) = H5Pset_deflate;
    set_fapl_core(increment: usize, backing_store: bool) = H5Pset_fapl_core;
    set_fapl_sec2() = H5Pset_fapl_sec2;
    set_fapl_stdio() = H5Pset_fapl_stdio;
    set_file_space_page_size(bytes: hsize_t) = H5Pset_file_space_page_size;
    set_file_space_strategy(strategy: H5F_fspace_strategy_t, persist: bool, threshold: hsize_t)
        = H5Pset_file_space_strategy;
    set_fletcher32() = H5Pset_fletcher32;
    set_layout(layout: H5D_layout_t) = H5Pset_layout;
    set_libver_bounds(low: H5F_libver_t, high: H5F_libver_t) = H5Pset_libver_bounds;
    set_link_creation_order(flags: c_uint) = H5Pset_link_creation_order;
    set_link_phase_change(max_compact: c_uint, min_dense: c_uint) = H5Pset_link_phase_change;
    set_local_heap_size_hint(bytes: usize) = H5Pset_local_heap_size_hint;
    set_meta_block_size(bytes: hsize_t) = H5Pset_meta_block_size;
    set_nbit() = H5Pset_nbit;
    set_nlinks(count: usize) = H5Pset_nlinks;
    set_obj_track_times(track: bool) = H5Pset_obj_track_times;
    set_page_buffer_size(bytes: usize, min_metadata: c_uint, min_raw: c_uint)
        = H5Pset_page_buffer_size;
    set_scaleoffset(scale_type: H5Z_SO_scale_type_t, factor: c_int) = H5Pset_scaleoffset;
    set_sieve_buf_size(bytes: usize) = H5Pset_sieve_buf_size;
    set_small_data_block_size(bytes: hsize_t) = H5Pset_small_data_block_size;
    set_shuffle() = H5Pset_shuffle;
    set_szip(options: c_uint, pixels_per_block: c_uint) = H5Pset_szip;
    set_userblock(bytes: hsize_t) = H5Pset_userblock;
    set_virtual_printf_gap(gap: hsize_t) = H5Pset_virtual_printf_gap;
    set_virtual_view(view: H5D_vds_view_t) = H5Pset_virtual_view;
}

/// A getter of one plain number.
macro_rules! getters {
    ($($name:ident -> $ty:ty = $call:ident from $start:expr;)*) => {$(
        pub(crate) fn $name(plist: &Handle) -> Result<$ty> {
            let id = plist.id()?;
            let mut value: $ty = $start;
            // SAFETY: the pointer is valid for writes.
            call(|| Herr(unsafe { $call(id, &mut value) }))?;
            Ok(value)
        }
    )*};
}

getters! {
    alloc_time -> H5D_alloc_time_t = H5Pget_alloc_time from H5D_ALLOC_TIME_DEFAULT;
    attr_creation_order -> c_uint = H5Pget_attr_creation_order from 0;
    chunk_opts -> c_uint = H5Pget_chunk_opts from 0;
    elink_file_cache_size -> c_uint = H5Pget_elink_file_cache_size from 0;
    file_space_page_size -> hsize_t = H5Pget_file_space_page_size from 0;
    fill_time -> H5D_fill_time_t = H5Pget_fill_time from H5D_FILL_TIME_IFSET;
    local_heap_size_hint -> usize = H5Pget_local_heap_size_hint from 0;
    userblock -> hsize_t = H5Pget_userblock from 0;
    link_creation_order -> c_uint = H5Pget_link_creation_order from 0;
    meta_block_size -> hsize_t = H5Pget_meta_block_size from 0;
    obj_track_times -> bool = H5Pget_obj_track_times from false;
    sieve_buf_size -> usize = H5Pget_sieve_buf_size from 0;
    small_data_block_size -> hsize_t = H5Pget_small_data_block_size from 0;
}

/// A getter of two plain numbers.
macro_rules! pair_getters {
    ($($name:ident = $call:ident;)*) => {$(
        pub(crate) fn $name(plist: &Handle) -> Result<(c_uint, c_uint)> {
            let id = plist.id()?;
            let (mut first, mut second) = (0, 0);
            // SAFETY: the pointers are valid for writes.
            call(|| Herr(unsafe { $call(id, &mut first, &mut second) }))?;
            Ok((first, second))
        }
    )*};
}

pair_getters! {
    attr_phase_change = H5Pget_attr_phase_change;
    est_link_info = H5Pget_est_link_info;
    link_phase_change = H5Pget_link_phase_change;
}

/// The number of slots and bytes of a dataset's chunk cache, and its preemption policy.
pub(crate) fn chunk_cache(plist: &Handle) -> Result<(usize, usize, f64)> {
    let id = plist.id()?;
    let (mut slots, mut bytes, mut w0) = (0, 0, 0.0);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_chunk_cache(id, &mut slots, &mut bytes, &mut w0) }))?;
    Ok((slots, bytes, w0))
}

/// The folder in which external files are looked for.
pub(crate) fn set_efile_prefix(plist: &Handle, prefix: &CStr) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: the prefix is NUL-terminated.
    call(|| Herr(unsafe { H5Pset_efile_prefix(id, prefix.as_ptr()) }))
}

/// The folder in which external files are looked for; empty if none was said.
pub(crate) fn efile_prefix(plist: &Handle) -> Result<Vec<u8>> {
    let id = plist.id()?;
    // SAFETY: `text` passes a buffer that is as long as it says, or null.
    h5i::text(|buffer, size| Len(unsafe { H5Pget_efile_prefix(id, buffer, size) } as i64))
}

/// The folder in which the files of a virtual dataset's sources are looked for.
pub(crate) fn set_virtual_prefix(plist: &Handle, prefix: &CStr) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: the prefix is NUL-terminated.
    call(|| Herr(unsafe { H5Pset_virtual_prefix(id, prefix.as_ptr()) }))
}

/// The folder in which the files of a virtual dataset's sources are looked for; empty if none was said.
pub(crate) fn virtual_prefix(plist: &Handle) -> Result<Vec<u8>> {
    let id = plist.id()?;
    // SAFETY: `text` passes a buffer that is as long as it says, or null.
    h5i::text(|buffer, size| Len(unsafe { H5Pget_virtual_prefix(id, buffer, size) } as i64))
}

/// Says that the elements which one dataspace selects are those that another selects of a dataset.
pub(crate) fn set_virtual(
    plist: &Handle,
    space: &Handle,
    file: &CStr,
    dataset: &CStr,
    source: &Handle,
) -> Result<()> {
    let (id, space, source) = (plist.id()?, space.id()?, source.id()?);
    // SAFETY: the names are NUL-terminated.
    call(|| Herr(unsafe { H5Pset_virtual(id, space, file.as_ptr(), dataset.as_ptr(), source) }))
}

/// The number of sources of a virtual dataset.
pub(crate) fn virtual_count(plist: &Handle) -> Result<usize> {
    let id = plist.id()?;
    let mut count = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Pget_virtual_count(id, &mut count) }))?;
    Ok(count)
}

/// The name of a source's file.
pub(crate) fn virtual_file(plist: &Handle, index: usize) -> Result<Vec<u8>> {
    let id = plist.id()?;
    h5i::text(|buffer, size| {
        // SAFETY: `text` passes a buffer that is as long as it says, or null.
        Len(unsafe { H5Pget_virtual_filename(id, index, buffer, size) } as i64)
    })
}

/// The path of a source in its file.
pub(crate) fn virtual_dataset(plist: &Handle, index: usize) -> Result<Vec<u8>> {
    let id = plist.id()?;
    h5i::text(|buffer, size| {
        // SAFETY: `text` passes a buffer that is as long as it says, or null.
        Len(unsafe { H5Pget_virtual_dsetname(id, index, buffer, size) } as i64)
    })
}

/// The dataspace of the virtual dataset, in which the elements of a source are selected.
pub(crate) fn virtual_space(plist: &Handle, index: usize) -> Result<Handle> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Pget_virtual_vspace(id, index) })).map(Handle::new)
}

/// A dataspace in which the elements are selected that a source contributes.
pub(crate) fn virtual_source_space(plist: &Handle, index: usize) -> Result<Handle> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Pget_virtual_srcspace(id, index) })).map(Handle::new)
}

pub(crate) fn set_chunk(plist: &Handle, chunk: &[hsize_t]) -> Result<()> {
    let id = plist.id()?;
    let rank = c_int::try_from(chunk.len())
        .map_err(|_| Error::invalid_argument("more dimensions than HDF5 has"))?;
    // SAFETY: `chunk` has `rank` elements.
    call(|| Herr(unsafe { H5Pset_chunk(id, rank, chunk.as_ptr()) }))
}

/// The chunk shape of a dataset of that rank.
pub(crate) fn chunk(plist: &Handle, rank: usize) -> Result<Vec<hsize_t>> {
    let id = plist.id()?;
    let mut chunk = vec![0; rank];
    let max = c_int::try_from(rank).map_err(|_| Error::invalid_argument("rank out of range"))?;
    // SAFETY: `chunk` has room for `max` elements.
    let found = call(|| Code(unsafe { H5Pget_chunk(id, max, chunk.as_mut_ptr()) }))?;
    // A damaged file may give the chunk another rank than the dataset.
    chunk.truncate(usize::try_from(found).expect("checked to be positive"));
    Ok(chunk)
}

pub(crate) fn layout(plist: &Handle) -> Result<H5D_layout_t> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Pget_layout(id) }))
}

/// The number of external files that hold a contiguous dataset's data.
pub(crate) fn external_count(plist: &Handle) -> Result<usize> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    let count = call(|| Code(unsafe { H5Pget_external_count(id) }))?;
    Ok(usize::try_from(count).expect("checked to be positive"))
}

/// Adds a part of an external file to those that hold a contiguous dataset's data.
pub(crate) fn set_external(plist: &Handle, name: &CStr, offset: u64, size: hsize_t) -> Result<()> {
    let id = plist.id()?;
    let offset = offset
        .try_into()
        .map_err(|_| Error::invalid_argument("an offset beyond what a file can have"))?;
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Pset_external(id, name.as_ptr(), offset, size) }))
}

/// The name, offset and size of a part of an external file.
pub(crate) fn external(plist: &Handle, index: c_uint) -> Result<(Vec<u8>, u64, hsize_t)> {
    let id = plist.id()?;
    // libhdf5 copies what there is room for, and does not say how much there is.
    let mut room = 256;
    loop {
        let mut name = vec![0_u8; room];
        let (mut offset, mut size) = (0, 0);
        call(|| {
            let name: *mut c_char = name.as_mut_ptr().cast();
            // SAFETY: there is as much room for the name as is said, and the other pointers are valid
            // for writes.
            Herr(unsafe { H5Pget_external(id, index, room, name, &mut offset, &mut size) })
        })?;
        if let Ok(whole) = CStr::from_bytes_until_nul(&name) {
            let offset = u64::try_from(offset)
                .map_err(|_| Error::invalid_value("an external file with a negative offset"))?;
            return Ok((whole.to_bytes().to_vec(), offset, size));
        }
        room *= 2;
    }
}

/// Sets the fill value, one element of a type.
///
/// # Safety
///
/// Pointers in the value, where the type has them, must be valid. What they point to is copied.
pub(crate) unsafe fn set_fill_value(plist: &Handle, ty: &Handle, value: &[u8]) -> Result<()> {
    let _lock = lock();
    if h5t::size(ty)? != value.len() {
        return Err(Error::invalid_argument("the fill value is not one element of its type"));
    }
    let (id, ty) = (plist.id()?, ty.id()?);
    // SAFETY: the value is one element of the type (checked above), and the caller vouches for the
    // pointers in it.
    call(|| Herr(unsafe { H5Pset_fill_value(id, ty, value.as_ptr().cast()) }))
}

/// Whether there is a fill value, and who chose it.
pub(crate) fn fill_value_defined(plist: &Handle) -> Result<H5D_fill_value_t> {
    let id = plist.id()?;
    let mut status = H5D_FILL_VALUE_UNDEFINED;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Pfill_value_defined(id, &mut status) }))?;
    Ok(status)
}

/// Reads the fill value as one element of a type.
pub(crate) fn fill_value(plist: &Handle, ty: &Handle, value: &mut [u8]) -> Result<()> {
    let _lock = lock();
    if h5t::size(ty)? != value.len() {
        return Err(Error::invalid_argument("the buffer is not one element of the type"));
    }
    let (id, ty) = (plist.id()?, ty.id()?);
    // SAFETY: there is room for one element of the type (checked above).
    call(|| Herr(unsafe { H5Pget_fill_value(id, ty, value.as_mut_ptr().cast()) }))
}

/// Adds a filter of any number to a pipeline.
pub(crate) fn set_filter(
    plist: &Handle,
    filter: H5Z_filter_t,
    flags: c_uint,
    parameters: &[c_uint],
) -> Result<()> {
    let id = plist.id()?;
    let (count, parameters) = (parameters.len(), parameters.as_ptr());
    // SAFETY: there are as many parameters as is said.
    call(|| Herr(unsafe { H5Pset_filter(id, filter, flags, count, parameters) }))
}

/// Takes a filter out of a pipeline.
pub(crate) fn remove_filter(plist: &Handle, filter: H5Z_filter_t) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Premove_filter(id, filter) }))
}

/// A copy that can be changed.
pub(crate) fn copy(plist: &Handle) -> Result<Handle> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Pcopy(id) })).map(Handle::new)
}

/// Whether two lists say the same.
pub(crate) fn equal(a: &Handle, b: &Handle) -> Result<bool> {
    let (a, b) = (a.id()?, b.id()?);
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Pequal(a, b) }))
}

/// One filter of a pipeline, with at most 256 parameters.
pub(crate) struct RawFilter {
    pub(crate) id: H5Z_filter_t,
    pub(crate) flags: c_uint,
    pub(crate) parameters: Vec<c_uint>,
    pub(crate) name: Vec<u8>,
}

pub(crate) fn filter_count(plist: &Handle) -> Result<c_uint> {
    let id = plist.id()?;
    // SAFETY: no pointers.
    let count = call(|| Code(unsafe { H5Pget_nfilters(id) }))?;
    Ok(c_uint::try_from(count).expect("checked to be positive"))
}

pub(crate) fn filter(plist: &Handle, index: c_uint) -> Result<RawFilter> {
    let id = plist.id()?;
    let _lock = lock();
    let mut name = [0_u8; 256];
    let mut flags = 0;
    let mut config = 0;
    // libhdf5 takes more for an uninitialised count.
    let mut parameters = vec![0; 256];
    let mut count = parameters.len();
    let filter = call(|| {
        // SAFETY: `parameters` and `name` have as much room as is said; the other pointers are valid
        // for writes.
        Code(unsafe {
            H5Pget_filter2(
                id,
                index,
                &mut flags,
                &mut count,
                parameters.as_mut_ptr(),
                name.len(),
                name.as_mut_ptr().cast::<c_char>(),
                &mut config,
            )
        })
    })?;
    // The count that comes back is how many there are, not how many were copied.
    parameters.truncate(count);
    let name = CStr::from_bytes_until_nul(&name).map_or(&name[..], CStr::to_bytes).to_vec();
    Ok(RawFilter { id: filter, flags, parameters, name })
}

/// Makes conversions of numbers report values that do not fit, through `callback`.
///
/// # Safety
///
/// `callback` must be sound to call from any conversion, with the `data` given here, for as long as
/// the property list lives.
pub(crate) unsafe fn set_type_conv_cb(
    plist: &Handle,
    callback: H5T_conv_except_func_t,
    data: *mut c_void,
) -> Result<()> {
    let id = plist.id()?;
    // SAFETY: promised by the caller.
    call(|| Herr(unsafe { H5Pset_type_conv_cb(id, callback, data) }))
}

/// Makes a transfer allocate memory for data of variable length by functions of ours.
///
/// # Safety
///
/// Both functions must be sound to call from any transfer, without data, for as long as the property
/// list lives. What `allocate` returns must be null or have as many bytes as asked for.
pub(crate) unsafe fn set_vlen_mem_manager(
    plist: &Handle,
    allocate: H5MM_allocate_t,
    free: H5MM_free_t,
) -> Result<()> {
    let id = plist.id()?;
    let none = core::ptr::null_mut();
    // SAFETY: promised by the caller.
    call(|| Herr(unsafe { H5Pset_vlen_mem_manager(id, allocate, none, free, none) }))
}

/// The folder in which the files of external links are looked for.
pub(crate) fn set_elink_prefix(link_access: &Handle, prefix: &CStr) -> Result<()> {
    let id = link_access.id()?;
    // SAFETY: the prefix is NUL-terminated.
    call(|| Herr(unsafe { H5Pset_elink_prefix(id, prefix.as_ptr()) }))
}

/// How the files of external links are opened. The list is copied.
pub(crate) fn set_elink_fapl(link_access: &Handle, file_access: &Handle) -> Result<()> {
    let (id, file_access) = (link_access.id()?, file_access.id()?);
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Pset_elink_fapl(id, file_access) }))
}

/// Lets a function decide about each external link that is followed.
///
/// # Safety
///
/// `callback` must be sound to call, with the `data` given here, from any call that is given the list.
pub(crate) unsafe fn set_elink_cb(
    link_access: &Handle,
    callback: H5L_elink_traverse_t,
    data: *mut c_void,
) -> Result<()> {
    let id = link_access.id()?;
    // SAFETY: promised by the caller.
    call(|| Herr(unsafe { H5Pset_elink_cb(id, callback, data) }))
}

/// Names a committed type, or a group of them, of the file copied to, which may stand for one that is copied.
pub(crate) fn add_merge_committed_dtype_path(object_copy: &Handle, path: &CStr) -> Result<()> {
    let id = object_copy.id()?;
    // SAFETY: the path is NUL-terminated.
    call(|| Herr(unsafe { H5Padd_merge_committed_dtype_path(id, path.as_ptr()) }))
}
