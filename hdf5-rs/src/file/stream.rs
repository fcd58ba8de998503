//! Files in whatever can be read, written and sought in.

use std::fmt;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use hdf5_ffi::{H5F_ACC_RDONLY, H5F_ACC_RDWR, H5F_ACC_TRUNC};

use super::signature;
use crate::error::{Error, ErrorKind, Result};
use crate::file::{Driver, File, FileOptions, Locking};
use crate::name::path_to_c;
use crate::raw::vfd::{self, Medium, Stream};
use crate::raw::{Handle, OpenFile, h5f, lock};

/// Files in streams: in a `Cursor`, in a part of another file, behind a cipher, on another machine.
impl File {
    /// Opens for reading a file that is in a stream, from the stream's position 0 on (`h5py.File(fileobj)`).
    ///
    /// See [`StreamFile`] for what is asked of streams.
    ///
    /// ```
    /// # let file = hdf5::File::in_memory()?;
    /// # file.create_dataset("x", [1.5, 2.5])?;
    /// # let bytes = file.to_bytes()?;
    /// use std::io::Cursor;
    ///
    /// let stream = hdf5::File::open_stream(Cursor::new(bytes))?;
    /// assert_eq!(stream.file().dataset("x")?.read::<Vec<f64>>()?, [1.5, 2.5]);
    /// # Ok::<(), hdf5::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`NotHdf5`](ErrorKind::NotHdf5), [`Truncated`](ErrorKind::Truncated), and [`Io`](ErrorKind::Io) for what the
    /// stream says. The stream comes back with the error.
    #[doc(alias("H5FDregister", "fileobj"))]
    pub fn open_stream<S>(stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Seek + Send + 'static,
    {
        Self::options().open_stream(stream)
    }

    /// Opens for reading and writing a file that is in a stream.
    ///
    /// # Errors
    ///
    /// As [`open_stream`](Self::open_stream).
    #[doc(alias("H5FDregister", "fileobj"))]
    pub fn open_rw_stream<S>(stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Write + Seek + Send + 'static,
    {
        Self::options().open_rw_stream(stream)
    }

    /// Creates a file in a stream, which must be empty.
    ///
    /// ```
    /// use std::io::Cursor;
    ///
    /// let stream = hdf5::File::create_stream(Cursor::new(Vec::new()))?;
    /// stream.file().create_dataset("x", [1.5, 2.5])?;
    /// let bytes = stream.close()?.into_inner();
    /// assert_eq!(bytes[..4], *b"\x89HDF");
    /// # Ok::<(), hdf5::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`InvalidArgument`](ErrorKind::InvalidArgument) if there is anything in the stream but what has room in the
    /// [user block](FileOptions::userblock), which stays; [`Io`](ErrorKind::Io) for what the stream says. The
    /// stream comes back with the error.
    #[doc(alias("H5FDregister", "fileobj"))]
    pub fn create_stream<S>(stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Write + Seek + Send + 'static,
    {
        Self::options().create_stream(stream)
    }
}

/// Files in streams.
///
/// A stream is not locked, and is a driver of its own: with [`Locking::Enforce`] and another
/// [`driver`](FileOptions::driver) they give
/// [`InvalidArgument`](ErrorKind::InvalidArgument).
impl FileOptions {
    /// Opens for reading a file that is in a stream. See [`File::open_stream`].
    ///
    /// # Errors
    ///
    /// As [`File::open_stream`].
    pub fn open_stream<S>(&self, stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Seek + Send + 'static,
    {
        self.in_stream(Medium::read_only(stream), H5F_ACC_RDONLY, "open file")
    }

    /// Opens for reading and writing a file that is in a stream. See [`File::open_rw_stream`].
    ///
    /// # Errors
    ///
    /// As [`File::open_rw_stream`].
    pub fn open_rw_stream<S>(&self, stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Write + Seek + Send + 'static,
    {
        self.in_stream(Medium::read_write(stream), H5F_ACC_RDWR, "open file for writing")
    }

    /// Creates a file in a stream. See [`File::create_stream`].
    ///
    /// # Errors
    ///
    /// As [`File::create_stream`].
    pub fn create_stream<S>(&self, stream: S) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Write + Seek + Send + 'static,
    {
        self.in_stream(Medium::read_write(stream), H5F_ACC_TRUNC, "create file")
    }

    fn in_stream<S>(
        &self,
        medium: Medium<S>,
        flags: u32,
        action: &'static str,
    ) -> Result<StreamFile<S>, StreamError<S>>
    where
        S: Read + Seek + Send + 'static,
    {
        let name = unique_name();
        let stream = Arc::new(Stream::new(medium));
        let erased: Arc<Stream> = Arc::clone(&stream) as _;
        let open = || {
            if *self.chosen_driver() != Driver::Sec2 {
                return Err(Error::invalid_argument("a file in a stream has no other driver"));
            }
            if self.chosen_locking() == Some(Locking::Enforce) {
                return Err(Error::invalid_argument("a stream cannot be locked"));
            }
            let (creation, access) = (self.creation()?, self.access()?);
            let _lock = lock();
            let id = if flags == H5F_ACC_TRUNC {
                self.check_empty(&stream)?;
                let create = || h5f::create(&path_to_c(&name)?, flags, &creation, &access);
                vfd::lending(&erased, &access, create)?
            } else {
                // Of no bytes libhdf5 makes a new file.
                if stream.with(signature::find)?.is_none() {
                    return Err(ErrorKind::NotHdf5.into());
                }
                let open = || h5f::open(&path_to_c(&name)?, flags, &access);
                vfd::lending(&erased, &access, open)?
            };
            let state = OpenFile::in_stream(&name, flags != H5F_ACC_RDONLY, erased);
            File::from_handle(Handle::in_file(id, &state), &state)
        };
        match open() {
            Ok(file) => Ok(StreamFile { file, stream: Lent(stream) }),
            Err(error) => {
                let error = error.during(action).file(&name);
                Err(StreamError { error, stream: stream.take() })
            }
        }
    }

    /// Checks that a new file in the stream replaces nothing.
    fn check_empty<S: Read + Seek + Send>(&self, stream: &Stream<Medium<S>>) -> Result<()> {
        let length = stream.with(|bytes| bytes.seek(SeekFrom::End(0)).map_err(Error::io))?;
        let room = self.userblock_room();
        if length <= room {
            return Ok(());
        }
        let reason = format!(
            "the stream holds {length} bytes, which a new file would replace: it must be empty, or \
             have no more than the {room} bytes of the user block"
        );
        Err(Error::invalid_argument(reason))
    }
}

/// The name that a file in a stream has in errors.
fn unique_name() -> PathBuf {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    PathBuf::from(format!("(stream {})", NEXT.fetch_add(1, Ordering::Relaxed)))
}

/// An HDF5 file that is in a stream: see [`File::open_stream`], [`File::open_rw_stream`] and
/// [`File::create_stream`].
///
/// A stream is whatever can be read, sought in and, to write the file, written: an [`std::fs::File`], a
/// [`Cursor`](std::io::Cursor), a value of one's own. The file begins at its position 0. It need not be at any
/// position when it is given; it is expected to return what was written, and zeros for what was skipped by
/// seeking beyond its end, as those do. A stream can be made longer only: what a file that shrinks no longer
/// needs stays after its end. Nothing is locked, and two files that are opened in one and the same thing know
/// nothing of each other. Links and virtual datasets lead from it to files on the disk, relative to the working
/// directory.
///
/// Its methods run while the library is locked, on whatever thread makes the call: they should not wait for
/// another thread that uses HDF5. They may use other HDF5 files themselves, but not the one that is in them,
/// which is [`InvalidArgument`](ErrorKind::InvalidArgument), and they close none. Their errors are
/// [`ErrorKind::Io`], and [`source`](std::error::Error::source) is what they returned. Their panics go on
/// after the call of libhdf5.
///
/// When the stream has failed to write, or panicked in it, nothing more is written:
/// the file is [`Poisoned`](ErrorKind::Poisoned). An error of reading concerns that call alone, which may be made
/// again. Only a libhdf5 before 2.0 does not get over it: there it poisons the file too.
///
/// In a process that was forked from the one that opened it, it cannot be used.
///
/// Dropped, the file is closed as every [`File`] is: when the last handle to something in it has gone. The stream is
/// then flushed and dropped; what fails then, nobody is told.
pub struct StreamFile<S> {
    file: File,
    stream: Lent<S>,
}

/// A stream that libhdf5 uses, and keeps for ever if it has failed: then it is taken back here.
struct Lent<S>(Arc<Stream<Medium<S>>>);

impl<S> Drop for Lent<S> {
    fn drop(&mut self) {
        if self.0.failure().is_some() {
            let _lock = lock();
            drop(self.0.take());
        }
    }
}

impl<S> StreamFile<S> {
    /// The file.
    #[must_use]
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Closes the file and everything in it, as [`File::close`] does, and gives the stream back.
    ///
    /// A stream that has been written is flushed, and at the position where the file ends: what follows it in a
    /// container can be written next, or what was there before cut off.
    ///
    /// # Errors
    ///
    /// As [`File::close`], and [`Io`](ErrorKind::Io) for what the stream says. The stream comes back with the error;
    /// libhdf5 does not use it any more.
    #[doc(alias = "H5Fclose")]
    pub fn close(self) -> Result<S, StreamError<S>> {
        let Self { file, stream } = self;
        // Until the stream has been taken no other thread uses it.
        let _lock = lock();
        let name = file.file_path().to_owned();
        let closed = file.close();
        match (closed, stream.0.take()) {
            (Ok(()), Some(stream)) => Ok(stream),
            (Err(error), stream) => Err(StreamError { error, stream }),
            (Ok(()), None) => {
                let error = Error::invalid_argument("the stream is in use");
                let error = error.during("close file").file(&name);
                Err(StreamError { error, stream: None })
            }
        }
    }
}

/// The file.
impl<S> fmt::Debug for StreamFile<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StreamFile").field(&self.file.file_path()).finish()
    }
}

/// Why a file in a stream could not be opened or closed, and the stream.
///
/// It turns into its [`Error`] with `?`, which drops the stream.
pub struct StreamError<S> {
    error: Error,
    stream: Option<S>,
}

impl<S> StreamError<S> {
    /// Why it failed.
    #[must_use]
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// Why, and the stream: `None` only if it is one of its own methods that wanted the file to be closed.
    #[must_use]
    pub fn into_parts(self) -> (Error, Option<S>) {
        (self.error, self.stream)
    }
}

impl<S> From<StreamError<S>> for Error {
    fn from(error: StreamError<S>) -> Self {
        error.error
    }
}

impl<S> fmt::Display for StreamError<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<S> fmt::Debug for StreamError<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.error, f)
    }
}

impl<S> std::error::Error for StreamError<S> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error.source()
    }
}
