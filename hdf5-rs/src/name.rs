//! Names as the file stores them.

use std::ffi::CString;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, Result};

/// The name of a link, attribute, compound field or enum member: bytes that are nearly always UTF-8.
///
/// HDF5 does not check what encoding a name has. A name that is not UTF-8 can still be used to open
/// what it names, because every path argument of this crate takes bytes as well as text.
///
/// ```
/// use hdf5::Name;
///
/// let name = Name::from("temperature");
/// assert_eq!(name.to_str()?, "temperature");
/// assert_eq!(name, "temperature");
/// # Ok::<(), hdf5::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<[u8]>);

impl Name {
    /// The bytes as they are stored.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The name as text.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidName`] if it is not UTF-8.
    pub fn to_str(&self) -> Result<&str> {
        std::str::from_utf8(&self.0)
            .map_err(|_| ErrorKind::InvalidName { reason: "is not UTF-8" }.into())
    }

    /// The name as the path of a file: that of an external link, for example. On Unix its bytes, elsewhere
    /// text, in which what is not UTF-8 is replaced.
    #[must_use]
    pub fn to_path(&self) -> PathBuf {
        path_of(&self.0)
    }

    pub(crate) fn into_string(self) -> Result<String> {
        String::from_utf8(self.0.into_vec())
            .map_err(|_| ErrorKind::InvalidName { reason: "is not UTF-8" }.into())
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.as_bytes().into())
    }
}

impl From<&[u8]> for Name {
    fn from(name: &[u8]) -> Self {
        Self(name.into())
    }
}

impl From<Vec<u8>> for Name {
    fn from(name: Vec<u8>) -> Self {
        Self(name.into())
    }
}

impl AsRef<[u8]> for Name {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other.as_bytes()
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        *self == **other
    }
}

/// Shows bytes that are not UTF-8 as `\xNN`, so that distinct names look distinct.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for chunk in self.0.utf8_chunks() {
            f.write_str(chunk.valid())?;
            for byte in chunk.invalid() {
                write!(f, "\\x{byte:02x}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// A path or name for C.
pub(crate) fn c_path(path: &[u8]) -> Result<CString> {
    if path.is_empty() {
        return Err(ErrorKind::InvalidName { reason: "is empty" }.into());
    }
    CString::new(path).map_err(|_| Error::new(ErrorKind::InvalidName { reason: "has a NUL byte" }))
}

/// A path as libhdf5 takes it: the bytes of the name on Unix, UTF-8 elsewhere.
pub(crate) fn path_to_c(path: &Path) -> Result<CString> {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str());
    #[cfg(not(unix))]
    let bytes =
        path.to_str().ok_or(ErrorKind::InvalidName { reason: "is not Unicode" })?.as_bytes();
    c_path(bytes)
}

/// The path that libhdf5 was given as bytes.
pub(crate) fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    return PathBuf::from(String::from_utf8_lossy(bytes).into_owned());
}

/// The path of what `name` means seen from `parent`, for messages.
pub(crate) fn join(parent: Option<&str>, name: &[u8]) -> String {
    let name = String::from_utf8_lossy(name);
    match parent {
        _ if name.starts_with('/') => name.into_owned(),
        Some(parent) => format!("{}/{name}", parent.trim_end_matches('/')),
        None => name.into_owned(),
    }
}
