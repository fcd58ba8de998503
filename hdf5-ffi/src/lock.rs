//! The one lock around libhdf5, and the library's initialisation inside it.

use core::cell::{Cell, UnsafeCell};
use core::marker::PhantomData;
use std::env;
use std::time::Duration;

use parking_lot::{ReentrantMutex, ReentrantMutexGuard};

use crate::version::{HEADERS, VersionMismatch};
use crate::{H5E_DEFAULT, H5Eset_auto2, H5dont_atexit, H5get_libversion, H5open};

/// Once the library has been initialised, whether it goes with the headers.
type State = Cell<Option<Result<(), VersionMismatch>>>;

/// The state is only read and set by the thread that holds the lock.
static LOCK: Replaceable = Replaceable(UnsafeCell::new(ReentrantMutex::new(Cell::new(None))));

/// The lock, which a fork replaces in the new process.
struct Replaceable(UnsafeCell<ReentrantMutex<State>>);

// SAFETY: the mutex itself may be shared, and it is only replaced while there is one thread.
unsafe impl Sync for Replaceable {}

impl Replaceable {
    fn get(&'static self) -> &'static ReentrantMutex<State> {
        // SAFETY: it is only replaced where no other thread exists and no guard of this one does.
        unsafe { &*self.0.get() }
    }
}

thread_local! {
    /// Whether this thread's error stack has been told not to print. A thread-safe build of libhdf5
    /// has one error stack for each thread, other builds have a single one.
    static SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Proof that this thread may call libhdf5; returned by [`lock`], released when dropped.
#[must_use = "the lock is released as soon as this value is dropped"]
pub struct Lock {
    state: ReentrantMutexGuard<'static, State>,
    /// A guard stays on the thread that took it.
    _not_send: PhantomData<*const ()>,
}

impl Lock {
    /// Whether the libhdf5 that is loaded goes with the headers for which this crate was built.
    ///
    /// The dynamic loader may find another libhdf5 than the one that was linked. Calling one of another
    /// release line is undefined behaviour; [`VersionMismatch`] says what that is. The versions are
    /// compared once, at the first [`lock`]: to ask costs nothing.
    ///
    /// # Errors
    ///
    /// [`VersionMismatch`] with both versions.
    ///
    /// ```
    /// hdf5_ffi::lock().check_version()?;
    /// # Ok::<(), hdf5_ffi::VersionMismatch>(())
    /// ```
    pub fn check_version(&self) -> Result<(), VersionMismatch> {
        self.state.get().unwrap_or(Ok(()))
    }
}

impl core::fmt::Debug for Lock {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Lock")
    }
}

/// Takes the process-wide lock around libhdf5, and initialises the library at the first call.
///
/// Hold it for every call to a function of this crate, and for as long as several calls must see
/// nothing change in between. It is re-entrant: a thread that holds it may take it again, as a
/// callback from C does.
///
/// The first call initialises the library *while it holds the lock*, so that a thread which holds the
/// lock from outside and a thread that makes the very first call cannot wait for each other:
///
/// - `H5dont_atexit`: libhdf5 installs no exit handler, which would run while other threads still use
///   the library;
/// - `H5get_libversion`, whose answer [`Lock::check_version`] gives;
/// - `H5open`: the predefined ids get their values;
/// - `H5Eset_auto2(H5E_DEFAULT, NULL, NULL)`, once for each thread: failing calls print nothing. Turn
///   printing on again with `H5Eset_auto2` afterwards if you want it.
///
/// Where the initialisation fails, for example because `HDF5_VOL_CONNECTOR` names a connector that is
/// missing, the calls that follow fail and say why on the error stack.
///
/// ```
/// let _lock = hdf5_ffi::lock();
/// let (mut major, mut minor, mut release) = (0, 0, 0);
/// // SAFETY: the lock is held and the pointers are valid for writes.
/// unsafe { hdf5_ffi::H5get_libversion(&mut major, &mut minor, &mut release) };
/// assert!(major >= 1);
/// ```
pub fn lock() -> Lock {
    initialised(LOCK.get().lock())
}

/// As [`lock`], but gives up after that time: `None` if another thread has held the lock all along.
///
/// ```
/// let lock = hdf5_ffi::try_lock_for(std::time::Duration::from_secs(1));
/// assert!(lock.is_some());
/// ```
pub fn try_lock_for(timeout: Duration) -> Option<Lock> {
    LOCK.get().try_lock_for(timeout).map(initialised)
}

fn initialised(guard: ReentrantMutexGuard<'static, State>) -> Lock {
    if guard.get().is_none() {
        // Before anything else: a callback of the library may take the lock again.
        guard.set(Some(Ok(())));
        #[cfg(unix)]
        forks::prepare();
        // SAFETY: this thread holds the lock; the call takes no arguments.
        unsafe { H5dont_atexit() };
        guard.set(Some(compare_versions()));
        // SAFETY: as above.
        unsafe { H5open() };
    }
    if !SILENT.replace(true) {
        // SAFETY: this thread holds the lock, and no function means no data for it either.
        unsafe { H5Eset_auto2(H5E_DEFAULT, None, core::ptr::null_mut()) };
    }
    Lock { state: guard, _not_send: PhantomData }
}

/// What a fork does with the lock: it waits for the library to come to rest, and the new process begins with a
/// lock that is free, whoever waited for it before.
#[cfg(unix)]
mod forks {
    use core::cell::Cell;
    use core::sync::atomic::{AtomicBool, Ordering};

    use super::{LOCK, ReentrantMutex};

    /// Whether the thread that forks had the lock before; only touched by who has it.
    static HELD_BEFORE: AtomicBool = AtomicBool::new(false);

    pub(super) fn prepare() {
        // SAFETY: the functions live as long as the program, or the library that they are in. Without room
        // for them, forks are as they were.
        unsafe { libc::pthread_atfork(Some(before), Some(after_here), Some(after_there)) };
    }

    unsafe extern "C" fn before() {
        let held = LOCK.get().is_owned_by_current_thread();
        core::mem::forget(LOCK.get().lock());
        HELD_BEFORE.store(held, Ordering::Relaxed);
    }

    unsafe extern "C" fn after_here() {
        // SAFETY: this thread has taken the lock in `before`, and kept no guard.
        unsafe { LOCK.get().force_unlock() };
    }

    unsafe extern "C" fn after_there() {
        if HELD_BEFORE.load(Ordering::Relaxed) {
            // Guards of this thread are still there.
            // SAFETY: as in `after_here`.
            return unsafe { LOCK.get().force_unlock() };
        }
        // Unlocking might hand the lock to a thread that was not copied.
        let mut state = None;
        // SAFETY: this thread has the lock, and is the only one of the new process; it has no guard.
        unsafe {
            if let Some(guard) = LOCK.get().try_lock() {
                state = guard.get();
                core::mem::forget(guard);
            }
            LOCK.0.get().write(ReentrantMutex::new(Cell::new(state)));
        }
    }
}

/// Compares the library that is loaded with the headers. The lock must be held.
fn compare_versions() -> Result<(), VersionMismatch> {
    // libhdf5's own switch, for those who know that their libraries go together.
    if env::var_os("HDF5_DISABLE_VERSION_CHECK").is_some_and(|value| value != "0") {
        return Ok(());
    }
    let (mut major, mut minor, mut release) = (0, 0, 0);
    // SAFETY: the lock is held and the pointers are valid for writes.
    if unsafe { H5get_libversion(&mut major, &mut minor, &mut release) } < 0 {
        return Ok(()); // It cannot be initialised: every call fails, and says why.
    }
    VersionMismatch::check(HEADERS, (major, minor, release))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_is_reentrant_and_initialises_the_predefined_ids() {
        let _outer = lock();
        let _inner = lock();
        // SAFETY: the lock is held.
        assert!(unsafe { crate::H5T_NATIVE_DOUBLE } > 0);
    }

    #[test]
    #[cfg(hdf5_ge_1_12)]
    fn the_undefined_token_is_a_token_of_the_library() {
        let _lock = lock();
        // SAFETY: the lock is held, so the library is initialised; the variable is read as a copy.
        let undefined = unsafe { crate::H5O_TOKEN_UNDEF };
        assert_eq!(undefined.__data, [255; 16]);
    }

    #[test]
    fn the_library_that_was_linked_goes_with_its_headers() {
        assert_eq!(lock().check_version(), Ok(()));
    }

    #[test]
    fn who_does_not_get_the_lock_in_time_gives_up() {
        let held = lock();
        let other = || std::thread::spawn(|| try_lock_for(Duration::from_millis(10)).is_some());
        assert!(!other().join().unwrap());
        assert!(try_lock_for(Duration::ZERO).is_some(), "this thread has it");
        drop(held);
    }

    #[test]
    fn a_thread_that_holds_the_lock_does_not_deadlock_with_first_calls_of_others() {
        let held = lock();
        let other = std::thread::spawn(|| drop(lock()));
        // SAFETY: the lock is held.
        assert!(unsafe { H5open() } >= 0);
        drop(held);
        other.join().expect("the other thread gets the lock once it is free");
    }
}
