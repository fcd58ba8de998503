//! Why a file could not be opened.

use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::file::recover;

/// Checks that a path is not one of something that is no file: who opens a FIFO, for example, waits for
/// another program to open it too.
pub(super) fn check_regular(path: &Path) -> Result<()> {
    let Ok(metadata) = path.metadata() else {
        return Ok(());
    };
    if metadata.is_dir() {
        return Err(ErrorKind::Io(std::io::ErrorKind::IsADirectory).into());
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;

        let kind = metadata.file_type();
        let what = if kind.is_fifo() {
            "an HDF5 file in a pipe"
        } else if kind.is_socket() {
            "an HDF5 file in a socket"
        } else if kind.is_char_device() {
            "an HDF5 file in a device without a size, as /dev/null,"
        } else {
            return Ok(());
        };
        Err(ErrorKind::Unsupported { what: what.into() }.into())
    }
    #[cfg(not(unix))]
    Ok(())
}

/// The part of libhdf5's account of an error that has those words.
pub(super) fn says<'a>(error: &'a Error, words: &str) -> Option<&'a str> {
    let mut descriptions = error.frames().iter().map(|frame| frame.description.as_str());
    descriptions.find(|description| description.contains(words))
}

pub(super) fn open_part(path: &Path, writing: bool) -> std::io::Result<std::fs::File> {
    std::fs::File::options().read(true).write(writing).open(path)
}

/// Finds out why a file could not be opened, where libhdf5 only says that it could not.
pub(super) fn diagnose(error: Error, path: &Path, writing: bool) -> Error {
    if path.is_dir() {
        return error.refine(ErrorKind::Io(std::io::ErrorKind::IsADirectory));
    }
    match error.kind() {
        ErrorKind::Library => {}
        ErrorKind::Io(kind) => {
            let kind = io_kind(*kind, path);
            return error.refine(kind);
        }
        _ => return error,
    }
    if let Some(said) = says(&error, "Family member size should be") {
        let reason = said.to_owned().into();
        return error.refine(ErrorKind::InvalidArgument { reason });
    }
    if says(&error, "already open for read-only")
        .or_else(|| says(&error, "truncate a file which is already open"))
        .is_some()
    {
        return error.refine(ErrorKind::AlreadyOpen);
    }
    if says(&error, "flag values don't match").is_some() {
        let reason = "this process has the file open with another choice of `Locking`";
        return error.refine(ErrorKind::InvalidArgument { reason: reason.into() });
    }
    if says(&error, "already open").is_some() {
        // What libhdf5 says of a mark that was left is how to lose the data.
        return match recover::is_left_open(path) {
            true => ErrorKind::LeftOpen.into(),
            false => error.refine(ErrorKind::Locked),
        };
    }
    match open_part(path, writing) {
        Err(io) => error.refine(io_kind(io.kind(), path)),
        Ok(_) => error,
    }
}

/// The kind of an error of the operating system about a path.
pub(in crate::file) fn io_kind(kind: std::io::ErrorKind, path: &Path) -> ErrorKind {
    match kind {
        std::io::ErrorKind::NotFound => {
            // Name the first directory that is missing, if it is not the file itself.
            let exists = |path: &Path| path.as_os_str().is_empty() || path.exists();
            let ancestors: Vec<&Path> = path.ancestors().collect();
            let missing = ancestors.into_iter().rev().find(|ancestor| !exists(ancestor));
            let missing = missing.unwrap_or(path);
            // A link that leads nowhere is there itself.
            let missing = match missing.read_link() {
                Ok(target) => missing.with_file_name(target),
                Err(_) => missing.to_owned(),
            };
            ErrorKind::NotFound { missing: missing.display().to_string() }
        }
        kind => ErrorKind::Io(kind),
    }
}
