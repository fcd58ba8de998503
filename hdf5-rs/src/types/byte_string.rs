//! Strings as bytes, whatever their encoding.

use std::fmt;
use std::ops::Deref;

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
use crate::types::{CharSet, StringType, TypeDescriptor};

/// A string as its bytes, which need not be UTF-8.
///
/// It is what `bytes` is to h5py: written as a string of variable length that claims to be ASCII, and
/// read from any string, without a look at its encoding. `String` refuses text that is not UTF-8.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("latin1.h5");
/// use hdf5::{ByteString, File};
///
/// let file = File::create(&path)?;
/// file.attrs().set("place", ByteString::from(b"caf\xe9"))?;
///
/// assert!(file.attrs().get::<String>("place").is_err());
/// let place: ByteString = file.attrs().get("place")?;
/// assert_eq!(*place, *b"caf\xe9");
/// assert_eq!(String::from_utf8_lossy(&place), "caf\u{fffd}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A NUL byte ends a string in HDF5, so that bytes with one inside cannot be written
/// ([`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue)); [`Opaque`](crate::Opaque) can hold them.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteString(Vec<u8>);

impl ByteString {
    /// The bytes, without a copy.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl Deref for ByteString {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for ByteString {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for ByteString {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for ByteString {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for ByteString {
    fn from(bytes: &[u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<String> for ByteString {
    fn from(text: String) -> Self {
        Self(text.into_bytes())
    }
}

impl From<&str> for ByteString {
    fn from(text: &str) -> Self {
        Self(text.as_bytes().to_vec())
    }
}

impl From<ByteString> for Vec<u8> {
    fn from(string: ByteString) -> Self {
        string.0
    }
}

/// The text, if it is UTF-8; otherwise [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue).
impl TryFrom<ByteString> for String {
    type Error = Error;

    fn try_from(string: ByteString) -> Result<Self> {
        String::from_utf8(string.0)
            .map_err(|error| Error::invalid_value(format!("the string is {error}")))
    }
}

/// As a literal of Rust: `b"caf\xe9"`.
impl fmt::Debug for ByteString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

impl Encode for ByteString {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::String(StringType { charset: CharSet::Ascii, ..StringType::VARIABLE_UTF8 })
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        str::write_form(stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_string_bytes(&self.0)
    }
}

impl Decode for ByteString {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        str::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        element.string().map(Self::from)
    }
}

scalars! { [] ByteString; }
