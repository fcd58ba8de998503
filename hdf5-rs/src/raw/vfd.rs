//! A virtual file driver: files in streams of the user's.

mod stream;

use core::cell::Cell;
use core::ffi::{c_char, c_int, c_uint, c_ulong, c_void};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use hdf5_ffi::*;

pub(crate) use stream::{Medium, Stream};

use crate::error::{Error, ErrorKind, Result};
use crate::raw::call::{Always, Herr, Hid, call};
use crate::raw::{Handle, callback, exit, lock};

/// An open file, which libhdf5 knows by the address of its first field.
#[repr(C)]
struct OpenStream {
    public: H5FD_t,
    /// What is told as the handle of the file: that it has no descriptor.
    descriptor: c_int,
    writable: bool,
    eoa: Cell<haddr_t>,
    stream: Arc<Stream>,
}

/// The streams that files are being opened in, by the numbers that the lists for that hold. Lists are copied
/// and kept as libhdf5 likes: a number that is no longer here opens nothing.
static OFFERED: Mutex<BTreeMap<u64, Arc<Stream>>> = Mutex::new(BTreeMap::new());

fn offered() -> MutexGuard<'static, BTreeMap<u64, Arc<Stream>>> {
    OFFERED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does work in which a file that is opened or created with the list is in the stream.
pub(crate) fn lending<R>(
    stream: &Arc<Stream>,
    file_access: &Handle,
    work: impl FnOnce() -> Result<R>,
) -> Result<R> {
    static NEXT: AtomicU64 = AtomicU64::new(1);

    /// Takes the offer back, also in a panic.
    struct Until(u64);
    impl Drop for Until {
        fn drop(&mut self) {
            let stream = offered().remove(&self.0);
            drop(stream);
        }
    }

    let _lock = lock();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let (id, driver) = (file_access.id()?, driver()?);
    offered().insert(number, Arc::clone(stream));
    let _until_then = Until(number);
    // SAFETY: libhdf5 copies as many bytes as the class says, which are those of the number.
    call(|| Herr(unsafe { H5Pset_driver(id, driver, (&raw const number).cast()) }))?;
    work()
}

/// The driver, which is registered once and for good. The lock must be held.
fn driver() -> Result<hid_t> {
    static DRIVER: OnceLock<hid_t> = OnceLock::new();
    if let Some(&driver) = DRIVER.get() {
        return Ok(driver);
    }
    let class = H5FD_class_t {
        #[cfg(hdf5_ge_1_14)]
        version: H5FD_CLASS_VERSION,
        // One of those for drivers that are not registered with The HDF Group.
        #[cfg(hdf5_ge_1_14)]
        value: 0x5253,
        name: c"stream".as_ptr(),
        maxaddr: haddr_t::MAX >> 1,
        fc_degree: H5F_CLOSE_WEAK,
        terminate: None,
        sb_size: None,
        sb_encode: None,
        sb_decode: None,
        fapl_size: size_of::<u64>(),
        fapl_get: None,
        fapl_copy: None,
        fapl_free: None,
        dxpl_size: 0,
        dxpl_copy: None,
        dxpl_free: None,
        open: Some(open),
        close: Some(close),
        cmp: Some(cmp),
        query: Some(query),
        get_type_map: None,
        alloc: None,
        free: None,
        get_eoa: Some(get_eoa),
        set_eoa: Some(set_eoa),
        get_eof: Some(get_eof),
        get_handle: Some(get_handle),
        read: Some(read),
        write: Some(write),
        #[cfg(hdf5_ge_1_14)]
        read_vector: None,
        #[cfg(hdf5_ge_1_14)]
        write_vector: None,
        #[cfg(hdf5_ge_1_14)]
        read_selection: None,
        #[cfg(hdf5_ge_1_14)]
        write_selection: None,
        flush: Some(flush),
        truncate: Some(truncate),
        lock: None,
        unlock: None,
        #[cfg(hdf5_ge_1_14)]
        del: None,
        #[cfg(hdf5_ge_1_14)]
        ctl: None,
        // As in files on the disk.
        fl_map: H5FD_FLMAP_DICHOTOMY,
    };
    // SAFETY: libhdf5 copies the class; the name and the functions live as long as the process.
    let driver = call(|| Hid(unsafe { H5FDregister(&class) }))?;
    Ok(*DRIVER.get_or_init(|| driver))
}

/// # Safety
///
/// The file must be one that `open` has made and `close` has not yet been given.
unsafe fn opened<'a>(file: *const H5FD_t) -> &'a OpenStream {
    // SAFETY: it is the first field of an `OpenStream`, of which the pointer came from all of it.
    unsafe { &*file.cast() }
}

unsafe extern "C" fn open(
    _name: *const c_char,
    flags: c_uint,
    file_access: hid_t,
    _maxaddr: haddr_t,
) -> *mut H5FD_t {
    let file = callback::run(|| {
        // SAFETY: libhdf5 passes a list that it keeps open during the call.
        let number = call(|| Always(unsafe { H5Pget_driver_info(file_access) }))?;
        // SAFETY: the list holds this driver's information, a copy of a number, or none.
        let number = unsafe { number.cast::<u64>().as_ref() }.copied();
        let stream = number.and_then(|number| offered().get(&number).cloned());
        let stream = stream.ok_or_else(|| Error::invalid_argument("the stream is not there"))?;
        let writable = flags & H5F_ACC_RDWR != 0;
        if flags & H5F_ACC_TRUNC != 0 {
            stream.begin()
        } else {
            stream.find_end()?
        }
        // libhdf5 fills it in.
        let public = H5FD_t {
            driver_id: H5I_INVALID_HID,
            cls: core::ptr::null(),
            fileno: 0,
            access_flags: 0,
            feature_flags: 0,
            maxaddr: 0,
            base_addr: 0,
            threshold: 0,
            alignment: 0,
            paged_aggr: false,
        };
        let (descriptor, eoa) = (-1, Cell::new(0));
        Ok(Box::into_raw(Box::new(OpenStream { public, descriptor, writable, eoa, stream })))
    });
    file.map_or(core::ptr::null_mut(), |file| file.cast())
}

unsafe extern "C" fn close(file: *mut H5FD_t) -> herr_t {
    // SAFETY: `open` has made it, and libhdf5 does not use it any more.
    let file = unsafe { Box::from_raw(file.cast::<OpenStream>()) };
    callback::run_strictly(|| {
        let left = if file.writable { file.stream.leave(file.eoa.get()) } else { Ok(()) };
        // The stream may be dropped with it.
        drop(file);
        left
    });
    0
}

/// Each file is one of its own.
unsafe extern "C" fn cmp(one: *const H5FD_t, other: *const H5FD_t) -> c_int {
    one.cmp(&other) as c_int
}

unsafe extern "C" fn query(file: *const H5FD_t, flags: *mut c_ulong) -> herr_t {
    // As the driver of files on the disk, but for what needs a descriptor, and for H5FD_FEAT_DATA_SIEVE: after a
    // failed read, libhdf5 takes what it did not read into that buffer for data.
    let features = H5FD_FEAT_AGGREGATE_METADATA
        | H5FD_FEAT_ACCUMULATE_METADATA
        | H5FD_FEAT_AGGREGATE_SMALLDATA
        | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
    // SAFETY: libhdf5 passes a valid pointer, or null.
    if let Some(flags) = unsafe { flags.as_mut() } {
        *flags = features.into();
    }
    if file.is_null() {
        return 0;
    }
    callback::run(|| lead_to_the_disk(file.cast_mut())).map_or(-1, |()| 0)
}

/// Lets links and virtual datasets lead from a file in a stream to files on the disk: libhdf5 opens them with the
/// driver that it finds in the file, which no file of that name has a stream for.
///
/// What the file itself is read with is its class, which stays. libhdf5 counts how often the identifier of the
/// other driver is used, and counts down when the file is closed; this one's is never closed.
fn lead_to_the_disk(file: *mut H5FD_t) -> Result<()> {
    // SAFETY: the lock is held, which has initialised the library.
    let disk = unsafe { H5FD_SEC2() };
    // SAFETY: the file is one of `open`'s, and nobody else has a reference to it.
    let driver = unsafe { &raw mut (*file).driver_id };
    // SAFETY: as above.
    if unsafe { *driver } != disk {
        // SAFETY: no pointers.
        call(|| Herr(unsafe { H5Iinc_ref(disk) }))?;
        // SAFETY: as above.
        unsafe { *driver = disk };
    }
    Ok(())
}

unsafe extern "C" fn get_eoa(file: *const H5FD_t, _kind: H5FD_mem_t) -> haddr_t {
    // SAFETY: libhdf5 passes an open file.
    unsafe { opened(file) }.eoa.get()
}

unsafe extern "C" fn set_eoa(file: *mut H5FD_t, _kind: H5FD_mem_t, eoa: haddr_t) -> herr_t {
    // SAFETY: libhdf5 passes an open file.
    unsafe { opened(file) }.eoa.set(eoa);
    0
}

unsafe extern "C" fn get_eof(file: *const H5FD_t, _kind: H5FD_mem_t) -> haddr_t {
    // SAFETY: libhdf5 passes an open file.
    unsafe { opened(file) }.stream.end()
}

unsafe extern "C" fn get_handle(
    file: *mut H5FD_t,
    _file_access: hid_t,
    handle: *mut *mut c_void,
) -> herr_t {
    // SAFETY: libhdf5 passes an open file.
    let descriptor = &raw const unsafe { opened(file) }.descriptor;
    // SAFETY: libhdf5 passes a valid pointer.
    unsafe { *handle = descriptor.cast_mut().cast() };
    0
}

unsafe extern "C" fn read(
    file: *mut H5FD_t,
    _kind: H5FD_mem_t,
    _transfer: hid_t,
    address: haddr_t,
    size: usize,
    buffer: *mut c_void,
) -> herr_t {
    if size == 0 {
        return 0;
    }
    // SAFETY: libhdf5 passes an open file.
    let file = unsafe { opened(file) };
    // SAFETY: libhdf5 passes room for as many bytes, which nobody else uses during the call.
    let buffer = unsafe {
        buffer.cast::<u8>().write_bytes(0, size);
        core::slice::from_raw_parts_mut(buffer.cast(), size)
    };
    let read = callback::run_strictly(|| {
        file.stream.read_at(address, buffer).inspect_err(|error| {
            // Releases like 1.10 keep objects that they have read by half, and take them for whole.
            if cfg!(not(hdf5_ge_2_0)) {
                file.stream.fail(error.clone());
                exit::leave(file.public.fileno);
            }
        })
    });
    if read { 0 } else { -1 }
}

unsafe extern "C" fn write(
    file: *mut H5FD_t,
    _kind: H5FD_mem_t,
    _transfer: hid_t,
    address: haddr_t,
    size: usize,
    buffer: *const c_void,
) -> herr_t {
    if size == 0 {
        return 0;
    }
    // SAFETY: libhdf5 passes an open file.
    let file = unsafe { opened(file) };
    // SAFETY: libhdf5 passes as many bytes, which stay as they are during the call.
    let data = unsafe { core::slice::from_raw_parts(buffer.cast(), size) };
    written(file, || file.stream.write_at(address, data))
}

unsafe extern "C" fn flush(file: *mut H5FD_t, _transfer: hid_t, _closing: bool) -> herr_t {
    // SAFETY: libhdf5 passes an open file.
    let file = unsafe { opened(file) };
    written(file, || if file.writable { file.stream.flush() } else { Ok(()) })
}

unsafe extern "C" fn truncate(file: *mut H5FD_t, _transfer: hid_t, _closing: bool) -> herr_t {
    // SAFETY: libhdf5 passes an open file.
    let file = unsafe { opened(file) };
    written(file, || if file.writable { file.stream.extend(file.eoa.get()) } else { Ok(()) })
}

/// Runs a method that writes. libhdf5 is not told of a failure: it frees what it cannot write, and goes on to use
/// it. The stream knows, nothing more is written to it, and whoever uses the file next is told.
fn written(file: &OpenStream, method: impl FnOnce() -> Result<()>) -> herr_t {
    if !callback::run_strictly(method) {
        // Where the method has not even been run, the stream does not know.
        file.stream.fail(ErrorKind::TooManyLinks.into());
    }
    if file.stream.failure().is_some() {
        exit::leave(file.public.fileno);
    }
    0
}
