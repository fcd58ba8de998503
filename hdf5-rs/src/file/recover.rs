//! Files that a program left open when it was killed.

use std::fmt;
use std::fs;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};
use hdf5_ffi::H5F_ACC_RDWR;

use crate::dataset::{Layout, SpaceStatus};
use crate::error::{Error, ErrorKind, Result};
use crate::file::options::refusal::io_kind;
use crate::file::superblock::Superblock;
use crate::file::watched::is_same;
use crate::file::{File, durable};
use crate::name::path_to_c;
use crate::node::Node;
use crate::raw::{Handle, OpenFile, h5f, h5p, lease, lock};
use crate::types::DynArray;

/// What [`recover`] does with a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum RecoverMode {
    /// Looks at the file, and changes nothing.
    Inspect,
    /// Repairs a copy beside the file, reads all of it, and then lets it take the file's place, at once.
    #[default]
    CopyThenRepair,
    /// The same, and the file as it was gets another name, which must be free and on the same file system.
    CopyThenRepairKeeping(PathBuf),
    /// Repairs the file itself, and reads all of it. It is repaired even if not all can be read.
    InPlace,
}

/// What [`recover`] has found and done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Recovery {
    /// Whether the file said that it was being written.
    pub was_marked: bool,
    /// Whether it said so of a file that others may read meanwhile.
    pub was_swmr: bool,
    /// Whether somebody has the file open for writing.
    pub in_use: bool,
    /// Where the file ended as it said itself, in bytes.
    pub end: u64,
    /// Where it ended.
    pub size: u64,
    /// Whether something has been repaired; if not, the file has not been touched.
    pub repaired: bool,
    /// The objects that cannot be read, and why. Empty where nothing has been repaired.
    pub damaged: Vec<(String, ErrorKind)>,
    version: u8,
}

impl Recovery {
    /// Whether there is something to repair, or was.
    ///
    /// A file of a format before HDF5 1.10 does not say that it is being written: all that can be seen is that it
    /// is longer than it says.
    #[must_use]
    pub fn is_needed(&self) -> bool {
        self.was_marked || (self.version < 3 && self.end < self.size)
    }
}

/// What was wrong, in one line.
impl fmt::Display for Recovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = match (self.was_marked, self.was_swmr) {
            (true, true) => "left open by a SWMR writer",
            (true, false) => "left open by a writer",
            _ if self.is_needed() => "longer than it says",
            _ => "nothing to repair",
        };
        let Self { end, size, damaged, .. } = self;
        write!(f, "{mark}: {size} bytes, of which it knows {end}")?;
        match (self.repaired, damaged.len()) {
            (true, 0) => f.write_str("; repaired"),
            (true, damaged) => {
                write!(f, "; repaired, but for {damaged} objects that cannot be read")
            }
            _ => Ok(()),
        }
    }
}

/// Repairs a file that a program left open when it was killed: [`File::open`] gives
/// [`LeftOpen`](ErrorKind::LeftOpen) for it.
///
/// The file says again that it is closed, and that it ends where it ends. Unlike `h5clear -s`, which cuts off
/// what was written since the file last noted its size, that never makes a file shorter. All that a
/// [`SwmrWriter`](crate::swmr::SwmrWriter) has appended is there afterwards; of other writers, what they have
/// flushed, if they did not change groups or remove anything since.
///
/// A file that needs nothing is left as it is: [`repaired`](Recovery::repaired) is false.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("left.h5");
/// # hdf5::File::create(&path)?.close()?;
/// use hdf5::{ErrorKind, File, RecoverMode};
///
/// let file = match File::open(&path) {
///     Err(error) if *error.kind() == ErrorKind::LeftOpen => {
///         println!("{}", hdf5::recover(&path, &RecoverMode::CopyThenRepair)?);
///         File::open(&path)?
///     }
///     opened => opened?,
/// };
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A writer of SWMR that is not of this crate holds no lock. On Linux it is found all the same, if the file is
/// one's own; elsewhere only you can know that it has ended.
///
/// # Errors
///
/// [`Locked`](ErrorKind::Locked), or [`AlreadyOpen`](ErrorKind::AlreadyOpen) in this process, if the file is being written; [`Damaged`](ErrorKind::Damaged) if
/// objects of the repaired copy cannot be read: the file is then as it was. [`NotHdf5`](ErrorKind::NotHdf5),
/// [`Truncated`](ErrorKind::Truncated) and [`InvalidValue`](ErrorKind::InvalidValue) for files that are beyond
/// repair; [`AlreadyExists`](ErrorKind::AlreadyExists) if the name for the old file is taken.
#[doc(alias("h5clear", "H5Fincrement_filesize"))]
pub fn recover(path: impl AsRef<Path>, mode: &RecoverMode) -> Result<Recovery> {
    let path = path.as_ref();
    recover_at(path, mode).map_err(|error| error.during("recover file").file(path))
}

fn recover_at(path: &Path, mode: &RecoverMode) -> Result<Recovery> {
    let io = |error: io::Error| Error::from(io_kind(error.kind(), path));
    // The file itself, not a link to it, is what is repaired and replaced.
    let path = &path.canonicalize().map_err(io)?;
    let open = |write| fs::File::options().read(true).write(write).open(path).map_err(io);
    let mut file = open(false)?;
    // Before it is opened for writing here.
    let written = lease::is_open_for_writing(&file);
    if *mode == RecoverMode::InPlace {
        file = open(true)?;
    }
    // Held until the end. Readers are not in the way, where they can be told from a writer of SWMR.
    let locked = match written {
        Some(_) => FileExt::try_lock_shared(&file),
        None => FileExt::try_lock(&file),
    };
    let in_use = written == Some(true) || matches!(locked, Err(TryLockError::WouldBlock));
    let superblock = Superblock::read(&mut file)?;
    let mut recovery = Recovery {
        was_marked: superblock.is_marked(),
        was_swmr: superblock.is_marked_swmr(),
        in_use,
        end: superblock.end(),
        size: file.metadata().map_err(io_error)?.len(),
        repaired: false,
        damaged: Vec::new(),
        version: superblock.version,
    };
    if *mode == RecoverMode::Inspect {
        return Ok(recovery);
    }
    if in_use {
        let ours = h5f::is_open_here(path);
        return Err(if ours { ErrorKind::AlreadyOpen } else { ErrorKind::Locked }.into());
    }
    if !recovery.is_needed() {
        // A part of it is missing, which nobody can bring back.
        return if recovery.end > recovery.size {
            Err(ErrorKind::Truncated.into())
        } else {
            Ok(recovery)
        };
    }
    match mode {
        RecoverMode::Inspect => {}
        RecoverMode::CopyThenRepair => {
            repair_copy(&mut file, path, superblock, &mut recovery, None)?;
        }
        RecoverMode::CopyThenRepairKeeping(old) => {
            repair_copy(&mut file, path, superblock, &mut recovery, Some(old))?;
        }
        RecoverMode::InPlace => {
            repair(&mut file, superblock.clone(), recovery.size)?;
            // libhdf5 is to read it now, and then to write it.
            FileExt::unlock(&file).map_err(io_error)?;
            let finish = || {
                let damaged = verify(path)?;
                forget_free_space(path)?;
                Ok(damaged)
            };
            recovery.damaged = finish().inspect_err(|_: &Error| {
                // It is not repaired. The first error is the one that tells why.
                let _ = superblock.write(&mut file);
            })?;
        }
    }
    recovery.repaired = true;
    Ok(recovery)
}

/// Makes the file say that it is closed, and ends where it ends, or further out.
fn repair(file: &mut fs::File, mut superblock: Superblock, size: u64) -> Result<()> {
    let end = superblock.end().max(size);
    // What was allocated and not yet written when the program was killed.
    if end > size {
        file.set_len(end).map_err(io_error)?;
    }
    superblock.set_closed(end)?;
    superblock.write(file)?;
    file.sync_all().map_err(io_error)
}

fn repair_copy(
    original: &mut fs::File,
    path: &Path,
    superblock: Superblock,
    recovery: &mut Recovery,
    keep: Option<&PathBuf>,
) -> Result<()> {
    let (copy, mut file) = create_draft(path)?;
    let make = || {
        original.seek(SeekFrom::Start(0)).map_err(io_error)?;
        io::copy(original, &mut file).map_err(io_error)?;
        // What another process has appended to the copied file since, in spite of all, is not in the copy.
        let size = file.metadata().map_err(io_error)?.len();
        repair(&mut file, superblock, size)?;
        recovery.damaged = verify(&copy)?;
        if !recovery.damaged.is_empty() {
            let objects = std::mem::take(&mut recovery.damaged);
            return Err(ErrorKind::Damaged { objects }.into());
        }
        forget_free_space(&copy)?;
        if let Some(old) = keep {
            fs::hard_link(path, old).map_err(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Error::from(ErrorKind::AlreadyExists),
                _ => io_error(error),
            })?;
            h5f::sync_name(old).map_err(io_error)?;
        }
        // Somebody else may have repaired it meanwhile, and gone on writing.
        let (here, there) = (original.metadata(), path.metadata());
        if !is_same(&here.map_err(io_error)?, &there.map_err(io_error)?) {
            return Err(ErrorKind::Replaced.into());
        }
        durable::replace(&copy, path).map_err(io_error)
    };
    let made = make();
    if made.is_err() {
        // Otherwise it has taken the file's place. If it cannot be removed its name tells what it is.
        let _ = fs::remove_file(&copy);
    }
    made
}

/// A new file beside another, which is to take its place.
fn create_draft(path: &Path) -> Result<(PathBuf, fs::File)> {
    for attempt in 0..1000 {
        let draft = durable::draft_name(path, attempt)?;
        match fs::File::options().read(true).write(true).create_new(true).open(&draft) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (draft, file)).map_err(io_error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Reads everything; the objects that cannot be read.
fn verify(path: &Path) -> Result<Vec<(String, ErrorKind)>> {
    let file = File::open(path)?;
    let size = file.size()?;
    let mut damaged = Vec::new();
    let root = Node::Group(file.group("/")?);
    if let Err(error) = verify_node(&root, size) {
        damaged.push(("/".to_owned(), error.kind().clone()));
    }
    for item in file.walk()? {
        match item {
            Ok((path, node)) => {
                if let Err(error) = verify_node(&node, size) {
                    damaged.push((path.to_string(), error.kind().clone()));
                }
            }
            Err(error) => {
                let path = error.object_path().unwrap_or("?").to_owned();
                damaged.push((path, error.kind().clone()));
            }
        }
    }
    file.close()?;
    Ok(damaged)
}

fn verify_node(node: &Node, size: u64) -> Result<()> {
    for (_, attribute) in node.attrs().iter()? {
        readable(attribute.read::<DynArray>())?;
    }
    let Node::Dataset(dataset) = node else {
        return Ok(());
    };
    if let Ok(chunks) = dataset.chunks() {
        for chunk in chunks.iter()? {
            if chunk.address.checked_add(chunk.size).is_none_or(|end| end > size) {
                return Err(ErrorKind::Truncated.into());
            }
        }
    }
    // What was never written is not there, however much that is.
    if let Some(parts) = dataset.stored_parts()? {
        for part in parts {
            readable(dataset.select(part)?.read::<DynArray>())?;
        }
        return Ok(());
    }
    match dataset.layout()? {
        Layout::Contiguous if dataset.space_status()? == SpaceStatus::NotAllocated => return Ok(()),
        // The elements are in files that may be elsewhere.
        Layout::External => return Ok(()),
        _ => {}
    }
    if dataset.shape().is_ok_and(|shape| !shape.is_empty()) {
        for block in dataset.blocks::<DynArray>()? {
            readable(block)?;
        }
        return Ok(());
    }
    readable(dataset.read::<DynArray>())
}

/// Whether it was read, or could be elsewhere: what this program cannot decode may be sound.
fn readable(read: Result<DynArray>) -> Result<()> {
    match read {
        Ok(_) => Ok(()),
        Err(error) => match error.kind() {
            ErrorKind::FilterMissing { .. }
            | ErrorKind::Unsupported { .. }
            | ErrorKind::MissingSources { .. }
            | ErrorKind::OutOfMemory { .. } => Ok(()),
            _ => Err(error),
        },
    }
}

/// Lets a file that notes its free space forget it: some of it may have been used since.
fn forget_free_space(path: &Path) -> Result<()> {
    let _lock = lock();
    let file = File::open(path)?;
    let (_, keeps, _) = h5p::file_space_strategy(&h5f::create_plist(file.handle())?)?;
    file.close()?;
    if !keeps {
        return Ok(());
    }
    let access = File::options().access()?;
    h5p::set_null_fsm_addr(&access)?;
    let id = h5f::open(&path_to_c(path)?, H5F_ACC_RDWR, &access)?;
    let state = OpenFile::new(path, true);
    let file = Handle::in_file(id, &state);
    h5f::close_everything(&file, &state)?;
    state.set_closed();
    Ok(())
}

/// Whether a file that cannot be opened is marked as being written, and nobody writes it.
pub(super) fn is_left_open(path: &Path) -> bool {
    let Ok(mut file) = fs::File::open(path) else {
        return false;
    };
    if !Superblock::read(&mut file).is_ok_and(|superblock| superblock.is_marked()) {
        return false;
    }
    match lease::is_open_for_writing(&file) {
        Some(in_use) => !in_use,
        None => !matches!(FileExt::try_lock(&file), Err(TryLockError::WouldBlock)),
    }
}

fn io_error(error: io::Error) -> Error {
    ErrorKind::Io(error.kind()).into()
}
