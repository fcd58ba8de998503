//! Files.

use core::ffi::{CStr, c_int, c_uint};
use std::path::Path;

use hdf5_ffi::*;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::call::{Herr, Hid, Len, call};
use crate::raw::{Handle, h5i, h5p};

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
/// stay locked. A vendored libhdf5 opens files so; others need to be told afterwards.
#[cfg(unix)]
pub(crate) fn close_on_exec(file: &Handle) -> Result<()> {
    use std::os::fd::AsRawFd;

    with_descriptor(file, |descriptor| {
        let Some(descriptor) = descriptor else {
            return Ok(());
        };
        let descriptor = descriptor.as_raw_fd();
        // SAFETY: no pointers.
        unsafe {
            let flags = libc::fcntl(descriptor, libc::F_GETFD);
            if flags >= 0 {
                libc::fcntl(descriptor, libc::F_SETFD, flags | libc::FD_CLOEXEC);
            }
        }
        Ok(())
    })
}

/// The driver by which the file is read and written.
fn driver(file: &Handle) -> Result<hid_t> {
    let access = access_plist(file)?;
    let access = access.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Pget_driver(access) }))
}

/// Lends the descriptor of a file of the drivers `sec2` and `core`, under the lock; there is none where the file
/// is in memory alone.
#[cfg(unix)]
fn with_descriptor<T>(
    file: &Handle,
    use_it: impl FnOnce(Option<&std::fs::File>) -> Result<T>,
) -> Result<T> {
    use std::mem::ManuallyDrop;
    use std::os::fd::FromRawFd;

    let id = file.id()?;
    let _lock = lock();
    let driver = driver(file)?;
    // SAFETY: the lock is held, which has initialised the library.
    if driver != unsafe { H5FD_SEC2() } && driver != unsafe { H5FD_CORE() } {
        let what = "the descriptor of a file that is not one file on the disk";
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    let access = h5p::create_file_access()?;
    h5p::set_want_posix_fd(&access)?;
    let access = access.id()?;
    let mut descriptor = core::ptr::null_mut();
    // SAFETY: the pointer is valid for writes of a pointer.
    call(|| Herr(unsafe { H5Fget_vfd_handle(id, access, &mut descriptor) }))?;
    // SAFETY: the handle of the driver `sec2`, and of `core` with the property that has just been set, is
    // a pointer to its file descriptor, an `int`, which lives as long as the file is open: the lock is held.
    let descriptor = unsafe { *descriptor.cast::<c_int>() };
    if descriptor < 0 {
        return use_it(None);
    }
    // SAFETY: the descriptor is open while the lock is held, and is not closed here.
    let descriptor = ManuallyDrop::new(unsafe { std::fs::File::from_raw_fd(descriptor) });
    use_it(Some(&descriptor))
}

/// Waits until the disk has what the operating system has been given of the file.
pub(crate) fn sync(file: &Handle, path: &Path) -> Result<()> {
    let io = |error: std::io::Error| Error::from(ErrorKind::Io(error.kind()));
    #[cfg(unix)]
    {
        let _ = path;
        with_descriptor(file, |descriptor| {
            descriptor.map_or(Ok(()), |descriptor| descriptor.sync_all().map_err(io))
        })
    }
    #[cfg(not(unix))]
    {
        file.id()?;
        // Of whichever handle: the system writes what it has of the file.
        std::fs::File::options().write(true).open(path).and_then(|file| file.sync_all()).map_err(io)
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
    let _lock = lock();
    // SAFETY: the lock is held, which has initialised the library.
    Ok(driver(file)? == unsafe { H5FD_SEC2() })
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
    call(|| Herr(unsafe { H5Fflush(id, H5F_SCOPE_GLOBAL) }))
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

/// Closes every identifier that was opened through this file, and the file itself last.
///
/// Stops at the first that fails to close: libhdf5 2.x must not be asked to close a file after that.
pub(crate) fn close_everything(file: &Handle) -> Result<()> {
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
            call(|| Herr(unsafe { H5Idec_ref(object) } as c_int))?;
        }
    }
    // References in the form of HDF5 1.12 hold the identifier of the file too.
    // SAFETY: no pointers.
    while unsafe { H5Iget_ref(id) } > 1 {
        // SAFETY: the identifier is valid; references do not use theirs any more once the file is closed.
        call(|| Herr(unsafe { H5Idec_ref(id) } as c_int))?;
    }
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Fclose(id) }))
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

/// Whether a file is open for writing, and by SWMR: the flags to open others in the same way.
pub(crate) fn intent(file: &Handle) -> Result<c_uint> {
    let id = file.id()?;
    let mut flags = 0;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Fget_intent(id, &mut flags) }))?;
    Ok(flags)
}

pub(crate) fn create_plist(file: &Handle) -> Result<Handle> {
    let id = file.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Fget_create_plist(id) })).map(Handle::new)
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
    // SAFETY: the lock is held, which has initialised the library.
    if driver(file)? != unsafe { H5FD_SEC2() } {
        let what = "looking into a file that is not read from the disk";
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    with_descriptor(file, |descriptor| {
        let descriptor = descriptor.ok_or(ErrorKind::Closed)?;
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

/// As many bytes of a file as there are from a place on: there is no way to read them here.
#[cfg(not(unix))]
pub(crate) fn read_bytes(_file: &Handle, _start: u64, _length: usize) -> Result<Vec<u8>> {
    let what = "looking into a file";
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}
