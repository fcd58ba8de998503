//! Files.

use core::ffi::{CStr, c_int, c_uint};
#[cfg(unix)]
use std::fs::Metadata;
#[cfg(unix)]
use std::os::{fd::AsRawFd, unix::fs::MetadataExt};
use std::path::{Path, PathBuf};

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::name::path_of;
use crate::raw::call::{Herr, Hid, Len, call};
use crate::raw::{Handle, OpenFile, exit, h5i, h5p};

pub(crate) fn open(path: &CStr, flags: c_uint, access: &Handle) -> Result<hid_t> {
    let access = access.id()?;
    // SAFETY: the path is NUL-terminated.
    call(|| Hid(unsafe { H5Fopen(path.as_ptr(), flags, access) }))
}

pub(crate) fn create(
    path: &CStr,
    flags: c_uint,
    creation: &Handle,
    access: &Handle,
) -> Result<hid_t> {
    let (creation, access) = (creation.id()?, access.id()?);
    // SAFETY: the path is NUL-terminated.
    call(|| Hid(unsafe { H5Fcreate(path.as_ptr(), flags, creation, access) }))
}

/// Lets programs that this process starts not inherit the file: as long as one lives, the file would
/// stay locked. A vendored libhdf5 opens files so; others need to be told afterwards. `parts` are what the file
/// consists of, if its driver does not tell the one descriptor.
#[cfg(unix)]
pub(crate) fn close_on_exec(file: &Handle, parts: &[PathBuf]) -> Result<()> {
    if has_descriptor(file)? {
        return with_descriptor(file, |descriptor| {
            if let Some(descriptor) = descriptor {
                mark_close_on_exec(descriptor.as_raw_fd());
            }
            Ok(())
        });
    }
    let identity = |metadata: Metadata| (metadata.dev(), metadata.ino());
    let parts: Vec<_> =
        parts.iter().filter_map(|part| part.metadata().ok().map(identity)).collect();
    // The descriptors that this process has. Where they cannot be listed, programs inherit them as libhdf5 has it.
    for entry in std::fs::read_dir("/dev/fd").into_iter().flatten().flatten() {
        let descriptor = entry.file_name().to_str().and_then(|number| number.parse().ok());
        let is_part = entry.path().metadata().is_ok_and(|open| parts.contains(&identity(open)));
        if let Some(descriptor) = descriptor.filter(|_| is_part) {
            mark_close_on_exec(descriptor);
        }
    }
    Ok(())
}

#[cfg(unix)]
fn mark_close_on_exec(descriptor: c_int) {
    // SAFETY: no pointers; of a descriptor that is not open, the flags are negative.
    unsafe {
        let flags = libc::fcntl(descriptor, libc::F_GETFD);
        if flags >= 0 {
            libc::fcntl(descriptor, libc::F_SETFD, flags | libc::FD_CLOEXEC);
        }
    }
}

/// The name of a file's driver, as h5py has it.
pub(crate) fn driver_name(file: &Handle) -> Result<&'static str> {
    // It passes for one of `sec2`, so that what is in it leads to the disk.
    if file.is_in_stream() {
        return file.id().map(|_| "stream");
    }
    let access = access_plist(file)?;
    let access = access.id()?;
    let _lock = lock();
    // SAFETY: no pointers.
    let driver = call(|| Hid(unsafe { H5Pget_driver(access) }))?;
    // SAFETY: the lock is held, which has initialised the library.
    let known = unsafe {
        [
            (H5FD_SEC2(), "sec2"),
            (H5FD_STDIO(), "stdio"),
            (H5FD_CORE(), "core"),
            (H5FD_FAMILY(), "family"),
            (H5FD_MULTI(), "multi"),
            (H5FD_LOG(), "log"),
            #[cfg(hdf5_have_direct)]
            (H5FD_DIRECT(), "direct"),
        ]
    };
    let name = known.into_iter().find_map(|(id, name)| (id == driver).then_some(name));
    Ok(name.unwrap_or("other"))
}

/// Whether the driver of a file has one descriptor, which it tells.
#[cfg(unix)]
fn has_descriptor(file: &Handle) -> Result<bool> {
    Ok(matches!(driver_name(file)?, "sec2" | "core" | "log" | "direct"))
}

/// Lends the descriptor of a file of a driver that has one, under the lock; there is none where the file is in
/// memory alone.
#[cfg(unix)]
fn with_descriptor<T>(
    file: &Handle,
    use_it: impl FnOnce(Option<&std::fs::File>) -> Result<T>,
) -> Result<T> {
    use std::mem::ManuallyDrop;
    use std::os::fd::FromRawFd;

    let id = file.id()?;
    let _lock = lock();
    if !has_descriptor(file)? {
        let what = "the descriptor of a file that is not one file on the disk";
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    let access = h5p::create_file_access()?;
    h5p::set_want_posix_fd(&access)?;
    let access = access.id()?;
    let mut descriptor = core::ptr::null_mut();
    // SAFETY: the pointer is valid for writes of a pointer.
    call(|| Herr(unsafe { H5Fget_vfd_handle(id, access, &mut descriptor) }))?;
    // SAFETY: the handle of the drivers `sec2`, `log` and `direct`, and of `core` with the property that has just
    // been set, is a pointer to its file descriptor, an `int`, which lives as long as the file is open: the lock is held.
    let descriptor = unsafe { *descriptor.cast::<c_int>() };
    if descriptor < 0 {
        return use_it(None);
    }
    // SAFETY: the descriptor is open while the lock is held, and is not closed here.
    let descriptor = ManuallyDrop::new(unsafe { std::fs::File::from_raw_fd(descriptor) });
    use_it(Some(&descriptor))
}

/// Whether a path leads to an open file, or to one of the parts that it consists of, if its driver does not tell the
/// one descriptor.
pub(crate) fn is_at(file: &Handle, parts: &[PathBuf], path: &Path) -> Result<bool> {
    // What is not there will be another file.
    let Ok(there) = path.metadata() else {
        return Ok(false);
    };
    #[cfg(unix)]
    {
        let is_same = |other: &Metadata| (other.dev(), other.ino()) == (there.dev(), there.ino());
        if has_descriptor(file)? {
            return with_descriptor(file, |descriptor| {
                Ok(descriptor.and_then(|file| file.metadata().ok()).is_some_and(|it| is_same(&it)))
            });
        }
        Ok(parts.iter().filter_map(|part| part.metadata().ok()).any(|part| is_same(&part)))
    }
    #[cfg(not(unix))]
    {
        let _ = (file, there);
        let path = path.canonicalize().ok();
        Ok(path.is_some() && parts.iter().any(|part| part.canonicalize().ok() == path))
    }
}

/// Waits until the disk has what the operating system has been given of the file, and its name.
pub(crate) fn sync(file: &Handle, path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        with_descriptor(file, |descriptor| {
            let Some(descriptor) = descriptor else {
                return Ok(());
            };
            descriptor.sync_all().and_then(|()| sync_name(path)).map_err(io_error)
        })
    }
    #[cfg(not(unix))]
    {
        file.id()?;
        sync_path(path)
    }
}

/// The same of a file whose descriptor is not known: the system writes what it has been given by whichever.
pub(crate) fn sync_path(path: &Path) -> Result<()> {
    // To wait, Windows asks that the file may be written.
    let file = std::fs::File::options().read(true).write(cfg!(windows)).open(path);
    file.and_then(|file| file.sync_all()).and_then(|()| sync_name(path)).map_err(io_error)
}

fn io_error(error: std::io::Error) -> Error {
    ErrorKind::Io(error.kind()).into()
}

/// Waits until the disk has the name of a file, which is in its directory. A file that has been removed has none.
pub(crate) fn sync_name(path: &Path) -> std::io::Result<()> {
    let path = match path.canonicalize() {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        path => path?,
    };
    directory_of(&path).and_then(sync_directory)
}

/// The directory that a file is in, or is to be, for [`sync_directory`].
pub(crate) fn directory_of(path: &Path) -> std::io::Result<Option<std::fs::File>> {
    if !cfg!(unix) {
        return Ok(None);
    }
    let path = std::path::absolute(path)?;
    path.parent().map(std::fs::File::open).transpose()
}

/// Waits until the disk has the names in a directory.
pub(crate) fn sync_directory(directory: Option<std::fs::File>) -> std::io::Result<()> {
    match directory.map_or(Ok(()), |directory| directory.sync_all()) {
        // File systems that do not buffer directories say that they are no argument for this.
        Err(error) if error.kind() == std::io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Another identifier of the same open file, which has its own objects.
pub(crate) fn reopen(file: &Handle) -> Result<hid_t> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Freopen(id) }))
}

/// Lets others read the file while it is written, from now on. Nothing in it may be open.
pub(crate) fn start_swmr_write(file: &Handle) -> Result<()> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Fstart_swmr_write(id) }))
}

/// Where the part of the file that is used ends.
pub(crate) fn end_of_allocation(file: &Handle) -> Result<u64> {
    let id = file.id()?;
    let mut end = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Fget_eoa(id, &mut end) }))?;
    Ok(end)
}

/// The version of the file's superblock.
pub(crate) fn superblock_version(file: &Handle) -> Result<c_uint> {
    let id = file.id()?;
    let mut info = core::mem::MaybeUninit::<H5F_info2_t>::zeroed();
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Fget_info2(id, info.as_mut_ptr()) }))?;
    // SAFETY: all-zero bytes are a valid value of this struct of numbers.
    Ok(unsafe { info.assume_init() }.super_.version)
}

/// Whether the file is one that several processes can read while it is written: of the driver `sec2`.
pub(crate) fn supports_swmr(file: &Handle) -> Result<bool> {
    Ok(driver_name(file)? == "sec2")
}

/// Locks the file so that others may read it and nobody else can write it. The lock ends when the file is closed.
///
/// Where the file system has no locks, nothing happens.
#[cfg(unix)]
pub(crate) fn lock_shared(file: &Handle) -> Result<()> {
    use fs4::{FileExt, TryLockError};

    with_descriptor(file, |descriptor| match descriptor.map(FileExt::try_lock_shared) {
        Some(Err(TryLockError::WouldBlock)) => Err(ErrorKind::Locked.into()),
        Some(Ok(()) | Err(TryLockError::Error(_))) | None => Ok(()),
    })
}

/// There is no descriptor to lock here.
#[cfg(not(unix))]
pub(crate) fn lock_shared(_file: &Handle) -> Result<()> {
    Ok(())
}

/// Writes everything that is buffered for the file to the operating system.
pub(crate) fn flush(file: &Handle) -> Result<()> {
    let id = file.id()?;
    // SAFETY: no pointers.
    let flushed = call(|| Herr(unsafe { H5Fflush(id, H5F_SCOPE_GLOBAL) }));
    file.poisoned_by(flushed)
}

/// All bytes of the file, which must have been flushed.
pub(crate) fn image(file: &Handle) -> Result<Vec<u8>> {
    let id = file.id()?;
    let _lock = lock();
    // SAFETY: no buffer is given, so that only the size is told.
    let size = call(|| Len(unsafe { H5Fget_file_image(id, core::ptr::null_mut(), 0) } as i64))?;
    let mut image = Vec::new();
    image.try_reserve_exact(size).map_err(|_| ErrorKind::OutOfMemory { bytes: Some(size) })?;
    image.resize(size, 0_u8);
    // SAFETY: the buffer has as many bytes as are said.
    call(|| Len(unsafe { H5Fget_file_image(id, image.as_mut_ptr().cast(), size) } as i64))?;
    Ok(image)
}

/// The size of the file in bytes.
pub(crate) fn size(file: &Handle) -> Result<u64> {
    let id = file.id()?;
    let mut size = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Fget_filesize(id, &mut size) }))?;
    Ok(size)
}

/// The bytes that the file has room for between what it holds.
pub(crate) fn free_space(file: &Handle) -> Result<u64> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Len(unsafe { H5Fget_freespace(id) })).map(|bytes| bytes as u64)
}

/// The places where the file has room: the start and the bytes of each.
pub(crate) fn free_sections(file: &Handle) -> Result<Vec<(u64, u64)>> {
    let id = file.id()?;
    let _lock = lock();
    let none = core::ptr::null_mut();
    // SAFETY: no array is given, so that only their number is told.
    let sections = |room, array| unsafe { H5Fget_free_sections(id, H5FD_MEM_DEFAULT, room, array) };
    let count = call(|| Len(sections(0, none) as i64))?;
    let mut found = vec![H5F_sect_info_t { addr: 0, size: 0 }; count];
    if count > 0 {
        // There is room for as many as were counted; the lock is held since.
        call(|| Len(sections(count, found.as_mut_ptr()) as i64))?;
    }
    Ok(found.into_iter().map(|section| (section.addr, section.size)).collect())
}

/// What the file keeps beside its objects.
pub(crate) fn info(file: &Handle) -> Result<H5F_info2_t> {
    let id = file.id()?;
    let mut info = core::mem::MaybeUninit::<H5F_info2_t>::zeroed();
    // SAFETY: the pointer is valid for writes of an `H5F_info2_t`.
    call(|| Herr(unsafe { H5Fget_info2(id, info.as_mut_ptr()) }))?;
    // SAFETY: all-zero bytes are a valid value of this struct of numbers, and the call has filled it.
    Ok(unsafe { info.assume_init() })
}

/// How many identifiers of some kinds the process has of what is in the file.
pub(crate) fn object_count(file: &Handle, kinds: c_uint) -> Result<usize> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Len(unsafe { H5Fget_obj_count(id, kinds) } as i64))
}

/// How the file was created.
pub(crate) fn create_plist(file: &Handle) -> Result<Handle> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Fget_create_plist(id) })).map(Handle::new)
}

/// Closes every identifier that was opened through this file, and the file itself last.
///
/// Stops at the first that fails to close, and poisons the file.
pub(crate) fn close_everything(file: &Handle, state: &OpenFile) -> Result<()> {
    let _lock = lock();
    let id = file.id()?;
    let kinds = H5F_OBJ_LOCAL | H5F_OBJ_DATASET | H5F_OBJ_GROUP | H5F_OBJ_DATATYPE | H5F_OBJ_ATTR;
    // SAFETY: no pointers.
    let open = call(|| Len(unsafe { H5Fget_obj_count(id, kinds) } as i64))?;
    let mut ids = vec![0; open];
    // SAFETY: there is room for `open` identifiers; the lock is held since they were counted.
    let found = call(|| Len(unsafe { H5Fget_obj_ids(id, kinds, open, ids.as_mut_ptr()) } as i64))?;
    ids.truncate(found);
    for object in ids {
        // Attributes may have gone with the object that they belong to.
        // SAFETY: no pointers.
        while unsafe { H5Iis_valid(object) } > 0 && unsafe { H5Iget_ref(object) } > 0 {
            // SAFETY: the identifier is valid; handles to it are told that the file is closed.
            call(|| Herr(unsafe { H5Idec_ref(object) } as c_int))
                .inspect_err(|error| state.poison_half_closed(object, error))?;
        }
    }
    // References in the form of HDF5 1.12 hold the identifier of the file too.
    // SAFETY: no pointers.
    while unsafe { H5Iget_ref(id) } > 1 {
        // SAFETY: the identifier is valid; references do not use theirs any more once the file is closed.
        call(|| Herr(unsafe { H5Idec_ref(id) } as c_int))?;
    }
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Fclose(id) })).inspect_err(|error| state.poison_half_closed(id, error))
}

/// The identifiers of all datasets of the file that are open, through whatever handle of it.
pub(crate) fn open_datasets(file: &Handle) -> Result<Vec<hid_t>> {
    let _lock = lock();
    let (id, kinds) = (file.id()?, H5F_OBJ_DATASET);
    // SAFETY: no pointers.
    let open = call(|| Len(unsafe { H5Fget_obj_count(id, kinds) } as i64))?;
    let mut ids = vec![0; open];
    // SAFETY: there is room for `open` identifiers; the lock is held since they were counted.
    let found = call(|| Len(unsafe { H5Fget_obj_ids(id, kinds, open, ids.as_mut_ptr()) } as i64))?;
    ids.truncate(found);
    Ok(ids)
}

/// The identifiers of all datasets of all files that are open. The lock must be held.
pub(crate) fn all_open_datasets() -> Vec<hid_t> {
    let mut ids = exit::open_ids();
    // SAFETY: no pointers.
    ids.retain(|&id| unsafe { H5Iget_type(id) } == H5I_DATASET);
    ids
}

/// How many identifiers of the file, and of what is in it, are open, through whatever handle of it.
pub(crate) fn open_count(file: &Handle) -> Result<usize> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Len(unsafe { H5Fget_obj_count(id, H5F_OBJ_ALL) } as i64))
}

/// The file that an object is in, which is not always the one that it was opened through.
pub(crate) fn file_of(object: &Handle) -> Result<Handle> {
    let id = object.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Iget_file_id(id) })).map(Handle::new)
}

/// The path by which the file of an object was opened.
pub(crate) fn name(object: &Handle) -> Result<Vec<u8>> {
    let id = object.id()?;
    // SAFETY: `text` passes a buffer that is as long as it says, or null.
    h5i::text(|buffer, size| Len(unsafe { H5Fget_name(id, buffer, size) } as i64))
}

/// Whether this process has the file of that path open, through this libhdf5.
pub(crate) fn is_open_here(path: &Path) -> bool {
    let _lock = lock();
    let Ok(path) = path.canonicalize() else {
        return false;
    };
    exit::open_ids().into_iter().any(|id| {
        let opened = name(&Handle::predefined(id)).map(|name| path_of(&name).canonicalize());
        opened.is_ok_and(|opened| opened.is_ok_and(|opened| opened == path))
    })
}

/// Whether a file is open for writing, and by SWMR: the flags to open others in the same way.
pub(crate) fn intent(file: &Handle) -> Result<c_uint> {
    let id = file.id()?;
    let mut flags = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Fget_intent(id, &mut flags) }))?;
    Ok(flags)
}

pub(crate) fn access_plist(file: &Handle) -> Result<Handle> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Fget_access_plist(id) })).map(Handle::new)
}

/// As many bytes of a file as there are from a place on, without libhdf5, for its driver `sec2` alone.
#[cfg(unix)]
pub(crate) fn read_bytes(file: &Handle, start: u64, length: usize) -> Result<Vec<u8>> {
    use std::os::unix::fs::FileExt;

    let _lock = lock();
    if driver_name(file)? != "sec2" {
        return Err(not_on_the_disk());
    }
    with_descriptor(file, |descriptor| {
        let descriptor = descriptor.ok_or_else(not_on_the_disk)?;
        let io = |error: std::io::Error| ErrorKind::Io(error.kind());
        let end = descriptor.metadata().map_err(io)?.len();
        let rest = usize::try_from(end.saturating_sub(start));
        let length = rest.map_or(length, |rest| length.min(rest));
        let mut bytes = Vec::new();
        bytes
            .try_reserve_exact(length)
            .map_err(|_| ErrorKind::OutOfMemory { bytes: Some(length) })?;
        bytes.resize(length, 0);
        descriptor.read_exact_at(&mut bytes, start).map_err(io)?;
        Ok(bytes)
    })
}

/// Writes bytes of a file, without libhdf5, for its driver `sec2` alone: only where it never does.
#[cfg(unix)]
pub(crate) fn write_bytes(file: &Handle, start: u64, bytes: &[u8]) -> Result<()> {
    use std::os::unix::fs::FileExt;

    let _lock = lock();
    if driver_name(file)? != "sec2" {
        return Err(not_on_the_disk());
    }
    with_descriptor(file, |descriptor| {
        let descriptor = descriptor.ok_or_else(not_on_the_disk)?;
        let io = |error: std::io::Error| ErrorKind::Io(error.kind()).into();
        descriptor.write_all_at(bytes, start).map_err(io)
    })
}

/// Writes bytes of a file: there is no way to do it here.
#[cfg(not(unix))]
pub(crate) fn write_bytes(_file: &Handle, _start: u64, _bytes: &[u8]) -> Result<()> {
    let what = "writing beside libhdf5 into a file";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}

#[cfg(unix)]
fn not_on_the_disk() -> Error {
    let what = "looking into a file that is not one file on the disk, beside libhdf5,";
    ErrorKind::Unsupported { what: what.into() }.into()
}

/// As many bytes of a file as there are from a place on: there is no way to read them here.
#[cfg(not(unix))]
pub(crate) fn read_bytes(_file: &Handle, _start: u64, _length: usize) -> Result<Vec<u8>> {
    let what = "looking into a file";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}
