//! References as elements.

use std::fmt;

use crate::data::{FromData, only, scalars};
use crate::error::{Error, Result};
use crate::raw::h5r::{ObjectReference, RegionReference, StdReference};
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
use crate::types::plain::zeros;
use crate::types::{ReferenceType, TypeDescriptor};

/// A reference of which only the file says what form it has, and whether it is to an object or to a region.
///
/// It can be read from all, and whatever follows references takes each kind as it is, because they convert to
/// this one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reference {
    /// To an object.
    Object(ObjectReference),
    /// To some elements of a dataset.
    Region(RegionReference),
    /// In the form of HDF5 1.12, which says itself what it leads to.
    Std(StdReference),
}

impl Reference {
    /// Whether it refers to nothing.
    #[must_use]
    pub fn is_null(&self) -> bool {
        match self {
            Self::Object(reference) => reference.is_null(),
            Self::Region(reference) => reference.is_null(),
            Self::Std(reference) => reference.is_null(),
        }
    }
}

/// Implements the traits for a kind of reference.
macro_rules! references {
    ($($reference:ident = $kind:ident, $size:literal bytes;)*) => {$(
        impl $reference {
            /// A reference of the bytes that another one had. Any are one, and where it leads is only
            /// looked at when it is followed.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $size]) -> Self {
                Self(bytes)
            }

            /// The bytes, as HDF5 has them in memory.
            #[must_use]
            pub const fn to_bytes(self) -> [u8; $size] {
                self.0
            }

            /// Whether it refers to nothing. Elements that have never been written are such references.
            #[must_use]
            pub fn is_null(&self) -> bool {
                *self == Self::default()
            }
        }

        /// What it is, and its bytes.
        impl fmt::Debug for $reference {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                if self.is_null() {
                    return f.write_str(concat!(stringify!($reference), "(null)"));
                }
                f.write_str(concat!(stringify!($reference), "("))?;
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
                f.write_str(")")
            }
        }

        impl From<$reference> for Reference {
            fn from(reference: $reference) -> Self {
                Self::$kind(reference)
            }
        }

        impl From<&$reference> for Reference {
            fn from(reference: &$reference) -> Self {
                Self::$kind(*reference)
            }
        }

        impl Encode for $reference {
            fn dtype() -> TypeDescriptor {
                TypeDescriptor::Reference(ReferenceType::$kind)
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                Some(Self::dtype()).filter(|dtype| dtype == stored)
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                element.put_bytes(&self.0)
            }

            fn as_bytes(values: &[Self]) -> Option<&[u8]> {
                Some(bytemuck::cast_slice(values))
            }
        }

        impl Decode for $reference {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                Self::write_form(stored)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                match (element.descriptor(), element.bytes().try_into()) {
                    (TypeDescriptor::Reference(ReferenceType::$kind), Ok(bytes)) => Ok(Self(bytes)),
                    _ => Err(not_a_reference(element)),
                }
            }

            fn plain() -> Option<TypeDescriptor> {
                Some(Self::dtype())
            }

            fn zeroed(len: usize) -> Option<Result<Vec<Self>>> {
                Some(zeros(len))
            }

            fn as_bytes_mut(values: &mut [Self]) -> Option<&mut [u8]> {
                Some(bytemuck::cast_slice_mut(values))
            }
        }
    )*};
}

references! {
    ObjectReference = Object, 8 bytes;
    RegionReference = Region, 12 bytes;
}

scalars! { [] ObjectReference; [] RegionReference; [] StdReference; }

impl From<&Reference> for Reference {
    fn from(reference: &Reference) -> Self {
        reference.clone()
    }
}

impl From<StdReference> for Reference {
    fn from(reference: StdReference) -> Self {
        Self::Std(reference)
    }
}

impl From<&StdReference> for Reference {
    fn from(reference: &StdReference) -> Self {
        Self::Std(reference.clone())
    }
}

impl Encode for StdReference {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::Reference(ReferenceType::Std)
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(Self::dtype()).filter(|dtype| dtype == stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_std_reference(self)
    }
}

impl Decode for StdReference {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Self::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        element.std_reference()?.ok_or_else(|| not_a_reference(element))
    }
}

impl Decode for Reference {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        ObjectReference::read_form(stored)
            .or_else(|| RegionReference::read_form(stored))
            .or_else(|| StdReference::read_form(stored))
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        match element.descriptor() {
            TypeDescriptor::Reference(ReferenceType::Object) => {
                ObjectReference::decode(element).map(Self::Object)
            }
            TypeDescriptor::Reference(ReferenceType::Region) => {
                RegionReference::decode(element).map(Self::Region)
            }
            TypeDescriptor::Reference(ReferenceType::Std) => {
                StdReference::decode(element).map(Self::Std)
            }
            _ => Err(not_a_reference(element)),
        }
    }
}

impl FromData for Reference {
    type Elem = Self;

    fn from_data(shape: &[usize], elements: Vec<Self>) -> Result<Self> {
        only(shape, elements)
    }
}

fn not_a_reference(element: Element<'_>) -> Error {
    Error::invalid_value(format!("{} is not such a reference", element.descriptor()))
}
