//! Errors that say what was tried, on which object of which file, and why it failed.

mod kind;

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use kind::ErrorKind;
pub(crate) use kind::short_type_name;

/// The result of every fallible operation of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

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

    /// Says in which file, where another one was named before.
    pub(crate) fn file_is(mut self, path: &Path) -> Self {
        self.0.file = Some(path.to_owned());
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
        // What was wrong before there was a file to work on says it all.
        if action.is_some() || object.is_some() || file.is_some() {
            write!(f, "cannot {}", action.as_deref().unwrap_or("use HDF5"))?;
            match (object, file) {
                (Some(object), Some(file)) => write!(f, " \"{object}\" in \"{}\"", file.display())?,
                (Some(object), None) => write!(f, " \"{object}\"")?,
                (None, Some(file)) => write!(f, " \"{}\"", file.display())?,
                (None, None) => {}
            }
            f.write_str(": ")?;
        }
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
