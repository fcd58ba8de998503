//! A stream of the user's as a file that has addresses, and what has become of it.

use std::any::Any;
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, TryLockError};

use crate::error::{Error, Result};
use crate::raw::callback;

/// What the driver needs of a stream.
pub(crate) trait Bytes: Read + Write + Seek + Send {}

impl<B: Read + Write + Seek + Send> Bytes for B {}

/// A stream of the user's, until it is taken back; and how it is written, if it can be.
pub(crate) struct Medium<S> {
    stream: Option<S>,
    write: fn(&mut S, &[u8]) -> io::Result<usize>,
    flush: fn(&mut S) -> io::Result<()>,
}

impl<S> Medium<S> {
    /// A stream that is only read.
    pub(crate) fn read_only(stream: S) -> Self {
        let write = |_: &mut S, _: &[u8]| Err(io::ErrorKind::PermissionDenied.into());
        Self { stream: Some(stream), write, flush: |_| Ok(()) }
    }

    pub(crate) fn read_write(stream: S) -> Self
    where
        S: Write,
    {
        Self { stream: Some(stream), write: S::write, flush: S::flush }
    }

    fn stream(&mut self) -> io::Result<&mut S> {
        self.stream.as_mut().ok_or_else(|| io::Error::other("the stream has been taken back"))
    }
}

impl<S: Read> Read for Medium<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream()?.read(buffer)
    }
}

impl<S> Write for Medium<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        (self.write)(self.stream()?, bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        (self.flush)(self.stream()?)
    }
}

impl<S: Seek> Seek for Medium<S> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.stream()?.seek(to)
    }
}

/// A stream that a file is in. It is used with the lock of libhdf5 held only.
pub(crate) struct Stream<B: ?Sized = dyn Bytes> {
    /// Where the file ends.
    end: AtomicU64,
    /// Why it could not be written: from then on nothing is.
    failure: OnceLock<Error>,
    /// Whether a method of the stream is running.
    busy: AtomicBool,
    place: Mutex<Place<B>>,
}

struct Place<B: ?Sized> {
    /// Where the next byte is read or written, if that is known.
    position: Option<u64>,
    bytes: B,
}

impl<S> Stream<Medium<S>> {
    pub(crate) fn new(bytes: Medium<S>) -> Self {
        let (end, failure, busy) = (AtomicU64::new(0), OnceLock::new(), AtomicBool::new(false));
        Self { end, failure, busy, place: Mutex::new(Place { position: None, bytes }) }
    }

    /// Takes the stream back, whatever has become of the file. `None` if one of its methods is running.
    pub(crate) fn take(&self) -> Option<S> {
        self.place().ok()?.bytes.stream.take()
    }
}

impl<B: ?Sized> Stream<B> {
    /// Why the stream could not be written.
    pub(crate) fn failure(&self) -> Option<&Error> {
        self.failure.get()
    }

    fn place(&self) -> Result<MutexGuard<'_, Place<B>>> {
        match self.place.try_lock() {
            Ok(place) => Ok(place),
            Err(TryLockError::Poisoned(place)) => Ok(place.into_inner()),
            Err(TryLockError::WouldBlock) => Err(Error::invalid_argument(IN_USE)),
        }
    }
}

impl<B: Bytes + ?Sized> Stream<B> {
    /// Lets a function read, write and seek in the stream, from wherever it is.
    pub(crate) fn with<R>(&self, function: impl FnOnce(&mut B) -> Result<R>) -> Result<R> {
        self.at(None, |bytes| function(bytes).map(|value| (value, None)))
    }

    /// The same from a position in it; the function says how far it has come.
    fn at<R>(
        &self,
        position: Option<u64>,
        function: impl FnOnce(&mut B) -> Result<(R, Option<u64>)>,
    ) -> Result<R> {
        let place = &mut *self.place()?;
        let _busy = Busy::new(&self.busy);
        let before = place.position.take();
        if let Some(position) = position.filter(|_| before != position) {
            place.bytes.seek(SeekFrom::Start(position)).map_err(Error::io)?;
        }
        let (value, after) = function(&mut place.bytes)?;
        place.position = after;
        Ok(value)
    }

    /// Fails in a method of the stream: what libhdf5 has of its file is in use.
    pub(crate) fn check_idle(&self) -> Result<()> {
        // Other threads wait for the lock.
        if callback::is_running() && self.busy.load(Ordering::Relaxed) {
            return Err(Error::invalid_argument(IN_USE));
        }
        Ok(())
    }

    pub(super) fn end(&self) -> u64 {
        self.end.load(Ordering::Relaxed)
    }

    /// Finds out where the stream ends.
    pub(super) fn find_end(&self) -> Result<()> {
        let end = self.with(|bytes| bytes.seek(SeekFrom::End(0)).map_err(Error::io))?;
        self.end.store(end, Ordering::Relaxed);
        Ok(())
    }

    /// Begins a new file, whatever is there.
    pub(super) fn begin(&self) {
        self.end.store(0, Ordering::Relaxed);
    }

    /// Reads bytes into a buffer of zeros, which remain beyond the end.
    pub(super) fn read_at(&self, address: u64, buffer: &mut [u8]) -> Result<()> {
        self.at(Some(address), |bytes| {
            let mut rest = &mut *buffer;
            while !rest.is_empty() {
                match bytes.read(rest) {
                    // Where the end is found may move.
                    Ok(0) => return Ok(((), None)),
                    Ok(count) => rest = &mut rest[count..],
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(Error::io(error)),
                }
            }
            Ok(((), address.checked_add(buffer.len() as u64)))
        })
    }

    pub(super) fn write_at(&self, address: u64, data: &[u8]) -> Result<()> {
        let end = address.checked_add(data.len() as u64);
        let end = end.ok_or_else(|| Error::io(io::ErrorKind::FileTooLarge.into()))?;
        self.writing(|| {
            self.at(Some(address), |bytes| {
                bytes.write_all(data).map_err(Error::io)?;
                Ok(((), Some(end)))
            })
        })?;
        self.end.fetch_max(end, Ordering::Relaxed);
        Ok(())
    }

    /// Makes the stream as long as the file is. It may be longer.
    pub(super) fn extend(&self, length: u64) -> Result<()> {
        match length.checked_sub(1) {
            Some(last) if length > self.end() => self.write_at(last, &[0]),
            _ => Ok(()),
        }
    }

    pub(super) fn flush(&self) -> Result<()> {
        self.writing(|| self.with(|bytes| bytes.flush().map_err(Error::io)))
    }

    /// Leaves a stream that has been written where the file ends, so that what follows can be written there, or
    /// cut off.
    pub(super) fn leave(&self, length: u64) -> Result<()> {
        self.writing(|| {
            self.at(Some(length), |bytes| {
                bytes.flush().map_err(Error::io)?;
                Ok(((), Some(length)))
            })
        })
    }

    /// Writes, unless that has failed before: what is written after a failure would hide it, or spoil what is
    /// there.
    fn writing(&self, write: impl FnOnce() -> Result<()>) -> Result<()> {
        if let Some(failure) = self.failure() {
            return Err(failure.clone());
        }
        let written = catch_unwind(AssertUnwindSafe(write));
        let failure = match &written {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => error.clone(),
            Err(panic) => Error::io(io::Error::other(message(&**panic))),
        };
        self.failure.get_or_init(|| failure);
        written.unwrap_or_else(|panic| resume_unwind(panic))
    }
}

const IN_USE: &str = "a stream cannot use the file that is in it";

/// What a panic says.
fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    format!("the stream panicked: {}", text.unwrap_or("it does not say why"))
}

/// Marks that a method of the stream is running, also in a panic.
struct Busy<'a>(&'a AtomicBool);

impl<'a> Busy<'a> {
    fn new(busy: &'a AtomicBool) -> Self {
        busy.store(true, Ordering::Relaxed);
        Self(busy)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}

impl<B: ?Sized> fmt::Debug for Stream<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("end", &self.end).finish_non_exhaustive()
    }
}
