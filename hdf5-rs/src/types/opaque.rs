//! Opaque values: bytes without a meaning to HDF5, with a tag that says what they are.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::name::Name;
use crate::types::TypeDescriptor;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;

/// What the bytes of an [`Opaque`] are: a type of one's own that has no values.
///
/// [`Opaque`] has an example.
pub trait Tag {
    /// The tag in the file, of up to 255 bytes. The empty tag stands for any.
    const TAG: &'static str;
}

/// No tag: it is written as h5py writes `np.void`, and whatever tag is read.
pub enum Untagged {}

impl Tag for Untagged {
    const TAG: &'static str = "";
}

/// `N` bytes without a meaning to HDF5 (`H5T_OPAQUE`, numpy's `void`).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("opaque.h5");
/// use hdf5::{File, Opaque, Tag};
///
/// enum Uuid {}
///
/// impl Tag for Uuid {
///     const TAG: &'static str = "RFC 9562 UUID";
/// }
///
/// let file = File::create(&path)?;
/// file.create_dataset("blob", [Opaque::new(*b"any\0"), Opaque::new([0xff; 4])])?;
/// file.create_dataset("id", Opaque::<16, Uuid>::tagged([7; 16]))?;
///
/// let id: Opaque<16, Uuid> = file.dataset("id")?.read()?;
/// assert_eq!(id.into_bytes(), [7; 16]);
/// assert_eq!(file.dataset("id")?.dtype()?.to_string(), "opaque[16] (RFC 9562 UUID)");
///
/// // Without a tag, bytes of any tag are read; with one, of this alone.
/// assert_eq!(*file.dataset("id")?.read::<Opaque<16>>()?, [7; 16]);
/// assert!(file.dataset("blob")?.read::<Vec<Opaque<4, Uuid>>>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// The stored type must have `N` bytes too; what does not is
/// [`ErrorKind::TypeMismatch`](crate::ErrorKind::TypeMismatch). To read opaque values of any size, use
/// [`Value`](crate::Value).
#[doc(alias("H5T_OPAQUE", "H5Tset_tag"))]
pub struct Opaque<const N: usize, T = Untagged> {
    bytes: [u8; N],
    tag: PhantomData<fn() -> T>,
}

impl<const N: usize> Opaque<N> {
    /// Bytes without a tag.
    #[must_use]
    pub const fn new(bytes: [u8; N]) -> Self {
        Self::tagged(bytes)
    }
}

impl<const N: usize, T> Opaque<N, T> {
    /// Bytes with the tag of the type: `Opaque::<16, Uuid>::tagged(bytes)`.
    #[must_use]
    pub const fn tagged(bytes: [u8; N]) -> Self {
        const { assert!(N > 0, "an opaque value has at least one byte") };
        Self { bytes, tag: PhantomData }
    }

    /// The bytes.
    #[must_use]
    pub const fn into_bytes(self) -> [u8; N] {
        self.bytes
    }
}

impl<const N: usize, T> Deref for Opaque<N, T> {
    type Target = [u8; N];

    fn deref(&self) -> &[u8; N] {
        &self.bytes
    }
}

impl<const N: usize, T> From<[u8; N]> for Opaque<N, T> {
    fn from(bytes: [u8; N]) -> Self {
        Self::tagged(bytes)
    }
}

impl<const N: usize, T> From<Opaque<N, T>> for [u8; N] {
    fn from(opaque: Opaque<N, T>) -> Self {
        opaque.bytes
    }
}

impl<const N: usize, T> AsRef<[u8]> for Opaque<N, T> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

// Derived, these would ask the same of the tag, which has no values.

impl<const N: usize, T> Clone for Opaque<N, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<const N: usize, T> Copy for Opaque<N, T> {}

/// Zeros.
impl<const N: usize, T> Default for Opaque<N, T> {
    fn default() -> Self {
        Self::tagged([0; N])
    }
}

impl<const N: usize, T> PartialEq for Opaque<N, T> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<const N: usize, T> Eq for Opaque<N, T> {}

impl<const N: usize, T> Hash for Opaque<N, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl<const N: usize, T> fmt::Debug for Opaque<N, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opaque(b\"{}\")", self.bytes.escape_ascii())
    }
}

impl<const N: usize, T: Tag> Encode for Opaque<N, T> {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::Opaque { size: N, tag: Name::from(T::TAG) }
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        // libhdf5 converts nothing between tags.
        match stored {
            TypeDescriptor::Opaque { size, tag }
                if *size == N && (T::TAG.is_empty() || *tag == T::TAG) =>
            {
                Some(stored.clone())
            }
            _ => None,
        }
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_bytes(&self.bytes)
    }
}

impl<const N: usize, T: Tag> Decode for Opaque<N, T> {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Self::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let bytes = element.bytes().try_into().map(Self::tagged);
        bytes.map_err(|_| Error::invalid_value(format!("an opaque value has not {N} bytes")))
    }
}

scalars! { [const N: usize, T: Tag] Opaque<N, T>; }
