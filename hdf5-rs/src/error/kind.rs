//! Why operations fail.

use std::borrow::Cow;
use std::fmt;
use std::io;

use crate::dataset::MissingSource;
use crate::node::ObjectKind;

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
    /// A value, buffer, mask or source has not the shape of what it is for.
    ShapeMismatch {
        /// The shape in the file: that of the dataset, attribute or selection, or of data that could be appended.
        expected: Vec<usize>,
        /// The caller's: the shape of the value, buffer, mask or source. A single value has no axes.
        found: Vec<usize>,
    },
    /// There are not as many values as a shape has elements.
    CountMismatch {
        /// The shape that was given.
        shape: Vec<usize>,
        /// The number of values that were given.
        found: usize,
    },
    /// Lists in a list have different lengths, so that they are no axis. Lists of any lengths are elements of a dataset or
    /// attribute that is created with the type `Vec<T>`.
    UnequalLists {
        /// The lengths of the first, and of the lists in it.
        first: Vec<usize>,
        /// Those of another.
        other: Vec<usize>,
    },
    /// The type of the elements is not the one that is required, or does not hold all its values.
    DtypeMismatch {
        /// The type in the file.
        expected: String,
        /// The type that was given.
        found: String,
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
    /// A range has a step of 0.
    ZeroStep {
        /// The axis, from 0.
        axis: usize,
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
    /// A chunk is longer than the dataset can ever be.
    ChunkTooLong {
        /// The axis, from 0.
        axis: usize,
        /// The length of the chunk.
        chunk: usize,
        /// The maximum length of the axis.
        maximum: usize,
    },
    /// A dataset would have more chunks than the index of them takes, which in newer formats a dataset has of
    /// which one axis grows without limit.
    TooManyChunks {
        /// The axis without a limit, from 0.
        axis: usize,
        /// The chunks that would be needed, counted up to the maximum length of the other axes.
        needed: u64,
        /// The chunks that there can be.
        most: u64,
    },
    /// A stored value is not a value of the Rust type, for example a `bool` of 7 or text that is not
    /// UTF-8.
    InvalidValue {
        /// What is wrong with which value.
        reason: String,
    },
    /// A number does not fit in the type that it is converted to, or its fraction does not: 1.5 is no
    /// integer.
    ValueOutOfRange {
        /// The number, as a time or duration with its unit; `None` where that is not known.
        value: Option<String>,
        /// The type that it does not fit, for example `u8`; `None` where that is not known.
        target: Option<String>,
    },
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
    /// The file that an external link leads to, or that holds the elements of a dataset, cannot be opened.
    ExternalFile {
        /// The file's name, as the link or dataset has it.
        file: String,
        /// Why not.
        reason: Box<ErrorKind>,
    },
    /// An external file that is to hold elements of a dataset is the file that the dataset is in.
    ExternalIsItself {
        /// The path at which the external file is looked for.
        file: String,
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
    /// A number does not fit a type. It is written as in Rust: a float has a point or an exponent.
    pub(crate) fn out_of_range(value: &dyn fmt::Debug, target: &dyn fmt::Display) -> Self {
        Self::ValueOutOfRange {
            value: Some(format!("{value:?}")),
            target: Some(target.to_string()),
        }
    }

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
                write!(f, "the shape in the file is {expected:?}, and the caller's is {found:?}")
            }
            Self::CountMismatch { shape, found } => {
                write!(f, "{found} values are not the elements of an array of shape {shape:?}")
            }
            Self::UnequalLists { first, other } => write!(
                f,
                "lists of lengths {first:?} and {other:?} are no axis: as elements, they are stored by what is created \
                 with the type `Vec<T>`",
            ),
            Self::DtypeMismatch { expected, found } => {
                write!(f, "the type is {expected}, not {found}")
            }
            Self::MaximumMismatch { expected, found } => {
                f.write_str("the maximum shape is ")?;
                fmt_maximum(f, expected)?;
                f.write_str(", not ")?;
                fmt_maximum(f, found)
            }
            Self::RankMismatch { expected: 0, found } => {
                write!(f, "the rank is 0, as that of a scalar, not {found}")
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
            Self::ZeroStep { axis } => write!(f, "the step along axis {axis} is 0"),
            Self::NoSuchAxis { axis, rank } => write!(f, "there is no axis {axis} of {rank}"),
            Self::BeyondMaximum { axis, requested, maximum } => {
                write!(
                    f,
                    "axis {axis} cannot be {requested} long: its maximum length is {maximum}, as `max_shape` says when \
                     a dataset is created",
                )
            }
            Self::ChunkTooLong { axis, chunk, maximum } => write!(
                f,
                "the chunk is {chunk} long along axis {axis}, which is never longer than {maximum}",
            ),
            Self::TooManyChunks { axis, needed, most } => write!(
                f,
                "the index takes {most} chunks where only axis {axis} grows without limit, not {needed}, up to the \
                 maximum length of the other axes: larger chunks are fewer",
            ),
            Self::InvalidValue { reason } => f.write_str(reason),
            Self::ValueOutOfRange { value, target } => {
                let value = value.as_deref().unwrap_or("a number, or its fraction,");
                let target = target.as_deref().unwrap_or("the type that it is converted to");
                write!(
                    f,
                    "{value} does not fit {target} (with `clip()`, the nearest that fits is taken)",
                )
            }
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
            Self::ExternalIsItself { file } => write!(
                f,
                "the external file \"{file}\" is the HDF5 file itself, which its data would overwrite",
            ),
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
