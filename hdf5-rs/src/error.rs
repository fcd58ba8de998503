//! Errors that say what was tried, on which object of which file, and why it failed.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::MissingSource;
use crate::node::ObjectKind;

/// The result of every fallible operation of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why an operation failed, with the numbers and names that a program needs to react.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("kinds.h5"))?;
/// use hdf5::ErrorKind;
///
/// let limit = match file.attrs().get::<f64>("limit") {
///     Ok(limit) => limit,
///     Err(error) if matches!(error.kind(), ErrorKind::NotFound { .. }) => 1.0,
///     Err(error) => return Err(error.into()),
/// };
/// assert_eq!(limit, 1.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[non_exhaustive]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// The file, or the link or attribute, does not exist.
    NotFound {
        /// The path up to and including the first component that is missing.
        missing: String,
    },
    /// A file, link or attribute of that name exists already.
    AlreadyExists,
    /// The file is not an HDF5 file: it has no HDF5 signature, or is empty.
    NotHdf5,
    /// The file is shorter than its own superblock says.
    Truncated,
    /// Another process, or another copy of libhdf5 in this one, holds a lock on the file that excludes this
    /// access.
    Locked,
    /// This process has the file open itself, so that it cannot be opened in this way before it is closed: what
    /// is open for reading is not opened for writing too, and what is open is not replaced.
    AlreadyOpen,
    /// The operating system cannot lock the file, as some file systems of networks and some that are read only
    /// cannot. [`Locking::Off`](crate::Locking::Off) opens it without a lock.
    CannotLock {
        /// Its number for the reason.
        errno: i32,
    },
    /// The file says that it is being written, and nobody writes it: the program that did so ended before it had
    /// closed it. [`hdf5::recover`](crate::recover) repairs the file.
    LeftOpen,
    /// The file that is followed is not at its path any more, or another is in its place.
    Replaced,
    /// A dataset that is followed has become shorter, which no writer may do.
    Shrunk {
        /// The number of rows that it had.
        from: usize,
        /// The number of rows that it has.
        to: usize,
    },
    /// The file cannot be written while others read it, because of one of its objects.
    NotForSwmr {
        /// The path of the object.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// Objects of a file that was to be repaired cannot be read.
    Damaged {
        /// The paths of the objects, each with the reason.
        objects: Vec<(String, ErrorKind)>,
    },
    /// The file was opened for reading only.
    ReadOnly,
    /// A path or call expects one kind of object and found another.
    WrongObject {
        /// The path of the object that was found.
        path: String,
        /// What the operation needs.
        expected: ObjectKind,
        /// What the file has there.
        found: ObjectKind,
    },
    /// The stored type cannot be read as, or written from, the Rust type.
    TypeMismatch {
        /// The type in the file.
        stored: String,
        /// The Rust type asked for.
        requested: &'static str,
    },
    /// The stored compound lacks a field of the struct that is read, and the field has no default.
    MissingField {
        /// The field; in a struct inside the struct it is `outer.inner`.
        missing: String,
        /// The fields that there are.
        stored: Vec<String>,
    },
    /// The data's shape is not the shape that is needed.
    ShapeMismatch {
        /// The shape that the dataset, selection or buffer has.
        expected: Vec<usize>,
        /// The shape that was given.
        found: Vec<usize>,
    },
    /// The maximum shape is not the one that is needed; `None` is an axis without a limit.
    MaximumMismatch {
        /// The maximum shape that the dataset has.
        expected: Vec<Option<usize>>,
        /// The maximum shape that was given.
        found: Vec<Option<usize>>,
    },
    /// The number of dimensions is not the one that is needed.
    RankMismatch {
        /// The rank that the dataset or array has.
        expected: usize,
        /// The rank that was given.
        found: usize,
    },
    /// Something does not have the length of its axis.
    LengthMismatch {
        /// The axis, from 0.
        axis: usize,
        /// The length of the axis.
        expected: usize,
        /// The length that was given.
        found: usize,
    },
    /// An index or range lies outside an axis.
    OutOfBounds {
        /// The axis, from 0.
        axis: usize,
        /// The offending index, as it was given.
        index: isize,
        /// The length of the axis.
        extent: usize,
    },
    /// There are not as many axes.
    NoSuchAxis {
        /// The axis, as it was given; negative numbers count from the end.
        axis: isize,
        /// The number of axes.
        rank: usize,
    },
    /// A dataset cannot grow beyond its maximum shape.
    BeyondMaximum {
        /// The axis, from 0.
        axis: usize,
        /// The length asked for.
        requested: usize,
        /// The maximum length of the axis.
        maximum: usize,
    },
    /// A stored value is not a value of the Rust type, for example a `bool` of 7 or text that is not
    /// UTF-8.
    InvalidValue {
        /// What is wrong with which value.
        reason: String,
    },
    /// A number does not fit in the type that it is converted to, or its fraction does not: 1.5 is no
    /// integer.
    ValueOutOfRange,
    /// A name or path cannot be used, for example because it is empty or holds a NUL byte.
    InvalidName {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// An argument has no meaning for the call.
    InvalidArgument {
        /// What is wrong with it.
        reason: Cow<'static, str>,
    },
    /// The order in which links or attributes were created was asked for, and is not tracked.
    OrderNotTracked,
    /// The attribute does not fit into the header of its object, and the format of the object has no other
    /// place for it. Objects that are created with `track_order(true)` have, and so have those of files with
    /// [`FileOptions::libver`](crate::FileOptions::libver) of [`LibVer::V18`](crate::LibVer::V18) or newer.
    AttributeTooLarge {
        /// The bytes of the value.
        bytes: usize,
    },
    /// The dataset has no elements to read: its dataspace is null (`h5py.Empty`).
    NullDataspace,
    /// The reference is null: it refers to nothing.
    NullReference,
    /// The reference leads to no object: what it led to has been removed, or it is of another file.
    DanglingReference,
    /// The region reference leads to a region of another dataset.
    ForeignRegion,
    /// Links lead from one to the next, in a circle or more often than may be: 16 times, unless
    /// [`LinkAccess`](crate::LinkAccess) says otherwise.
    TooManyLinks,
    /// The user-defined link is of a class that this program has not registered; see
    /// [`LinkClass`](crate::LinkClass).
    LinkClassMissing {
        /// The number of the class.
        class: u8,
    },
    /// The file that an external link leads to cannot be opened.
    ExternalFile {
        /// The file's name, as the link has it.
        file: String,
        /// Why not.
        reason: Box<ErrorKind>,
    },
    /// A dimension scale cannot have scales itself.
    NestedScales {
        /// The path of the dataset that would be a scale and have scales.
        scale: String,
    },
    /// The dataset is not a dimension scale of that axis.
    NotAttached {
        /// The path of the scale.
        scale: String,
        /// The path of the dataset that has the axis.
        dataset: String,
        /// The axis, from 0.
        axis: usize,
    },
    /// The data was stored with a filter that is not available.
    FilterMissing {
        /// The registered filter number.
        id: i32,
        /// The filter's name, as the file gives it.
        name: String,
    },
    /// Virtual datasets are sources of each other, or one is of itself.
    VirtualCycle {
        /// The datasets, each with its file, of which each has the next for a source, and the last the
        /// first.
        datasets: Vec<String>,
    },
    /// Sources of a virtual dataset cannot be opened.
    MissingSources {
        /// Those that cannot.
        sources: Vec<MissingSource>,
    },
    /// Memory for the data could not be allocated.
    OutOfMemory {
        /// The number of bytes that were asked for, if it can be said.
        bytes: Option<usize>,
    },
    /// The linked libhdf5, or this crate, cannot do this.
    Unsupported {
        /// What is not supported.
        what: Cow<'static, str>,
    },
    /// The file was closed with [`File::close`](crate::File::close).
    Closed,
    /// An earlier write to the file failed; what the file holds is not certain, and nothing more is done to
    /// it. The error's [`source`](std::error::Error::source) is that failure.
    Poisoned,
    /// The file is open for writing in the process that this one was forked from, and only there.
    OtherProcess,
    /// The operating system refused.
    Io(io::ErrorKind),
    /// libhdf5 failed in another way; its own words are in the error's frames.
    Library,
}

impl ErrorKind {
    /// The stored type and `T` do not convert.
    pub(crate) fn type_mismatch<T: ?Sized>(stored: &dyn fmt::Display) -> Self {
        Self::TypeMismatch { stored: stored.to_string(), requested: short_type_name::<T>() }
    }
}

/// The name of a type without its module: `String` says as much as `alloc::string::String`.
pub(crate) fn short_type_name<T: ?Sized>() -> &'static str {
    let full = std::any::type_name::<T>();
    if full.contains('<') { full } else { full.rsplit("::").next().unwrap_or(full) }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { missing } => write!(f, "\"{missing}\" does not exist"),
            Self::AlreadyExists => f.write_str("it exists already"),
            Self::NotHdf5 => f.write_str("not an HDF5 file (no HDF5 signature found)"),
            Self::Truncated => f.write_str("the file is truncated, or shorter than it should be"),
            Self::Locked => f.write_str("the file is locked by another process"),
            Self::AlreadyOpen => f.write_str("this process has the file open: close it first"),
            Self::CannotLock { errno } => write!(
                f,
                "the file cannot be locked, {}: if no other program uses it, open it with `Locking::Off`, or set \
                 HDF5_USE_FILE_LOCKING=FALSE",
                io::Error::from_raw_os_error(*errno),
            ),
            Self::LeftOpen => f.write_str(
                "the program that wrote the file ended before it had closed it: `hdf5::recover` repairs it",
            ),
            Self::Replaced => f.write_str("the file is not there any more, or has been replaced"),
            Self::Shrunk { from, to } => write!(f, "it had {from} rows and now has {to}"),
            Self::NotForSwmr { path, reason } => {
                write!(f, "it cannot be written while others read it: \"{path}\" {reason}")
            }
            Self::Damaged { objects } => {
                f.write_str("objects cannot be read: ")?;
                for (index, (path, reason)) in objects.iter().take(3).enumerate() {
                    write!(f, "{}\"{path}\" ({reason})", if index == 0 { "" } else { ", " })?;
                }
                match objects.len().saturating_sub(3) {
                    0 => Ok(()),
                    more => write!(f, ", and {more} more"),
                }
            }
            Self::ReadOnly => f.write_str("the file is open for reading only"),
            Self::WrongObject { path, expected, found } => {
                write!(f, "\"{path}\" is a {found}, not a {expected}")
            }
            Self::TypeMismatch { stored, requested } => {
                write!(f, "the stored type {stored} and the Rust type {requested} do not convert")
            }
            Self::MissingField { missing, stored } => {
                write!(f, "the stored struct has no field \"{missing}\", only ")?;
                for (index, name) in stored.iter().enumerate() {
                    write!(f, "{}\"{name}\"", if index == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Self::ShapeMismatch { expected, found } => {
                write!(f, "the shape is {expected:?}, not {found:?}")
            }
            Self::MaximumMismatch { expected, found } => {
                f.write_str("the maximum shape is ")?;
                fmt_maximum(f, expected)?;
                f.write_str(", not ")?;
                fmt_maximum(f, found)
            }
            Self::RankMismatch { expected, found } => {
                write!(f, "the rank is {expected}, not {found}")
            }
            Self::LengthMismatch { axis, expected, found } => {
                write!(f, "the length along axis {axis} is {expected}, not {found}")
            }
            Self::OutOfBounds { axis, index, extent } => {
                write!(f, "index {index} is out of bounds for axis {axis} of length {extent}")
            }
            Self::NoSuchAxis { axis, rank } => write!(f, "there is no axis {axis} of {rank}"),
            Self::BeyondMaximum { axis, requested, maximum } => {
                write!(f, "axis {axis} has a maximum length of {maximum}, not {requested}")
            }
            Self::InvalidValue { reason } => f.write_str(reason),
            Self::ValueOutOfRange => f.write_str(
                "a number, or its fraction, does not fit the type that it is converted to",
            ),
            Self::InvalidName { reason } => write!(f, "the name {reason}"),
            Self::InvalidArgument { reason } => f.write_str(reason),
            Self::OrderNotTracked => f.write_str("the order of creation is not tracked"),
            Self::AttributeTooLarge { bytes } => write!(
                f,
                "an attribute of {bytes} bytes does not fit into the object's header, which takes 64 KiB: \
                 create the object with `track_order(true)`, or the file with \
                 `File::options().libver(LibVer::V18, LibVer::Latest)`, or store the data as a dataset",
            ),
            Self::NullDataspace => f.write_str("it is empty (its dataspace is null)"),
            Self::NullReference => f.write_str("the reference is null"),
            Self::DanglingReference => f.write_str(
                "the reference leads to no object: it was removed, or is in another file",
            ),
            Self::ForeignRegion => f.write_str("the region reference leads to another dataset"),
            Self::TooManyLinks => f.write_str("too many links lead from one to the next"),
            Self::LinkClassMissing { class } => {
                write!(f, "it needs links of class {class}, which is not registered")
            }
            Self::ExternalFile { file, reason } => {
                write!(f, "the external file \"{file}\" cannot be opened: {reason}")
            }
            Self::NestedScales { scale } => {
                write!(f, "\"{scale}\" would be a dimension scale that has scales itself")
            }
            Self::NotAttached { scale, dataset, axis } => {
                write!(f, "\"{scale}\" is not attached to axis {axis} of \"{dataset}\"")
            }
            Self::FilterMissing { id, name } => {
                write!(f, "the data needs filter {id} ({name}), which is not available")
            }
            Self::VirtualCycle { datasets } => {
                write!(f, "virtual datasets are sources of each other: {}", datasets.join(", "))
            }
            Self::MissingSources { sources } => {
                // A list of hundreds helps nobody in one line.
                let named: Vec<_> = sources.iter().take(3).map(MissingSource::to_string).collect();
                write!(f, "sources cannot be opened: {}", named.join(", "))?;
                match sources.len().checked_sub(named.len()) {
                    None | Some(0) => Ok(()),
                    Some(more) => write!(f, ", and {more} more"),
                }
            }
            Self::OutOfMemory { bytes: Some(n) } => {
                write!(f, "memory for {n} bytes is not available")
            }
            Self::OutOfMemory { bytes: None } => {
                f.write_str("more memory than can be addressed is needed")
            }
            Self::Unsupported { what } => write!(f, "{what} is not supported"),
            Self::Closed => f.write_str("the file has been closed"),
            Self::Poisoned => f.write_str("an earlier write to the file failed"),
            Self::OtherProcess => {
                f.write_str("the file belongs to the process that this one was forked from")
            }
            Self::Io(kind) => write!(f, "{kind}"),
            Self::Library => f.write_str("libhdf5 failed"),
        }
    }
}

/// A maximum shape, in which `..` is an axis without a limit.
fn fmt_maximum(f: &mut fmt::Formatter<'_>, maximum: &[Option<usize>]) -> fmt::Result {
    let axis = |axis: &Option<usize>| axis.map_or(String::from(".."), |length| length.to_string());
    write!(f, "[{}]", maximum.iter().map(axis).collect::<Vec<_>>().join(", "))
}

/// One entry of libhdf5's error stack, copied when the call failed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// The C function that reported the failure.
    pub function: String,
    /// What it said.
    pub description: String,
    /// The major error: the part of the library, for example `Dataset`.
    pub major: String,
    /// The minor error: what went wrong there, for example `Unable to open file`.
    pub minor: String,
    /// The C source file.
    pub file: String,
    /// The line in it.
    pub line: u32,
}

/// A failed operation: a [kind](Error::kind), the file and object, what was being done, and libhdf5's
/// own account.
///
/// It holds no C handle, so it can be kept, sent to another thread and shown at any time. `{}` is one
/// line; `{:#}` adds the error stack of libhdf5.
///
/// ```
/// let error = hdf5::File::open("no/such/file.h5").unwrap_err();
/// assert!(matches!(error.kind(), hdf5::ErrorKind::NotFound { .. }));
/// assert_eq!(
///     error.to_string(),
///     "cannot open file \"no/such/file.h5\": \"no\" does not exist",
/// );
/// ```
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    action: Option<Cow<'static, str>>,
    object: Option<String>,
    file: Option<PathBuf>,
    frames: Vec<Frame>,
    source: Option<Source>,
}

/// What an error comes from, where that is not a call of libhdf5.
#[derive(Clone)]
enum Source {
    Io(Arc<io::Error>),
    Hdf5(Error),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self::with_frames(kind, Vec::new())
    }

    pub(crate) fn with_frames(kind: ErrorKind, frames: Vec<Frame>) -> Self {
        let (action, object, file, source) = (None, None, None, None);
        Self(Box::new(Inner { kind, action, object, file, frames, source }))
    }

    /// What a reader or writer of the user's says, in its own words.
    pub(crate) fn io(source: io::Error) -> Self {
        let mut error = Self::new(ErrorKind::Io(source.kind()));
        error.0.source = Some(Source::Io(Arc::new(source)));
        error
    }

    /// That nothing more is done to a file after a failure.
    pub(crate) fn poisoned(failure: Option<&Self>) -> Self {
        let mut error = Self::new(ErrorKind::Poisoned);
        error.0.source = failure.cloned().map(Source::Hdf5);
        error
    }

    pub(crate) fn invalid_argument(reason: impl Into<Cow<'static, str>>) -> Self {
        ErrorKind::InvalidArgument { reason: reason.into() }.into()
    }

    pub(crate) fn invalid_value(reason: impl Into<String>) -> Self {
        ErrorKind::InvalidValue { reason: reason.into() }.into()
    }

    /// Says what was being done; the caller further out has the last word.
    pub(crate) fn during(mut self, action: impl Into<Cow<'static, str>>) -> Self {
        self.0.action = Some(action.into());
        self
    }

    /// Says which object it was; whoever knew first has the more exact path.
    pub(crate) fn object(mut self, path: impl FnOnce() -> Option<String>) -> Self {
        if self.0.object.is_none() {
            self.0.object = path();
        }
        self
    }

    /// Says which object it was, where it was not known before what will lead to it.
    pub(crate) fn object_is(mut self, path: String) -> Self {
        self.0.object = Some(path);
        self
    }

    /// Says in which file.
    pub(crate) fn file(mut self, path: &Path) -> Self {
        self.0.file.get_or_insert_with(|| path.to_owned());
        self
    }

    /// Replaces the kind by one that is known better, keeping the C library's account.
    pub(crate) fn refine(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Why it failed.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What was being done, for example `open dataset`.
    #[must_use]
    pub fn action(&self) -> Option<&str> {
        self.0.action.as_deref()
    }

    /// The path of the file that was worked on.
    #[must_use]
    pub fn file_path(&self) -> Option<&Path> {
        self.0.file.as_deref()
    }

    /// The path, inside the file, of the object that was worked on.
    #[must_use]
    pub fn object_path(&self) -> Option<&str> {
        self.0.object.as_deref()
    }

    /// libhdf5's error stack, outermost call first; empty where the mistake was found before any call.
    #[must_use]
    pub fn frames(&self) -> &[Frame] {
        &self.0.frames
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { action, object, file, frames, .. } = &*self.0;
        write!(f, "cannot {}", action.as_deref().unwrap_or("use HDF5"))?;
        match (object, file) {
            (Some(object), Some(file)) => write!(f, " \"{object}\" in \"{}\"", file.display())?,
            (Some(object), None) => write!(f, " \"{object}\"")?,
            (None, Some(file)) => write!(f, " \"{}\"", file.display())?,
            (None, None) => {}
        }
        f.write_str(": ")?;
        self.fmt_reason(f)?;
        if f.alternate() {
            for (depth, frame) in frames.iter().enumerate() {
                write!(
                    f,
                    "\n  {depth}: {}: {} ({}: {}, {}:{})",
                    frame.function,
                    frame.description,
                    frame.major,
                    frame.minor,
                    frame.file,
                    frame.line
                )?;
            }
        }
        Ok(())
    }
}

impl Error {
    /// The innermost reason.
    fn fmt_reason(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, frames, source, .. } = &*self.0;
        match (kind, frames.last(), source) {
            (_, _, Some(Source::Io(error))) => write!(f, "{error}"),
            (_, _, Some(Source::Hdf5(error))) => {
                write!(f, "{kind}: ")?;
                error.fmt_reason(f)
            }
            (ErrorKind::Library, Some(innermost), None) => {
                write!(f, "{kind}: {}", innermost.description)
            }
            (kind, _, None) => write!(f, "{kind}"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What `unwrap` and a `main` that returns an error print: the account that a person needs.
        match self.kind() {
            ErrorKind::Library => write!(f, "{self:#}"),
            _ => write!(f, "{self}"),
        }
    }
}

impl std::error::Error for Error {
    /// The error of a stream of the user's, or the failure that [poisoned](ErrorKind::Poisoned) the file.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.0.source.as_ref()? {
            Source::Io(error) => Some(&**error),
            Source::Hdf5(error) => Some(error),
        }
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::ExternalFile { reason, .. } => {
                Self::from(Error::new((**reason).clone())).kind()
            }
            ErrorKind::NotFound { .. } => io::ErrorKind::NotFound,
            ErrorKind::AlreadyExists => io::ErrorKind::AlreadyExists,
            ErrorKind::NotHdf5 | ErrorKind::Truncated | ErrorKind::LeftOpen => {
                io::ErrorKind::InvalidData
            }
            ErrorKind::Locked => io::ErrorKind::WouldBlock,
            ErrorKind::AlreadyOpen => io::ErrorKind::ResourceBusy,
            ErrorKind::CannotLock { errno } => Self::from_raw_os_error(*errno).kind(),
            ErrorKind::ReadOnly => io::ErrorKind::PermissionDenied,
            ErrorKind::Unsupported { .. } => io::ErrorKind::Unsupported,
            ErrorKind::OutOfMemory { .. } => io::ErrorKind::OutOfMemory,
            ErrorKind::Io(kind) => *kind,
            _ => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}
