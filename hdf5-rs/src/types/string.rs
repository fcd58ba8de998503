//! Strings: stored with variable length in UTF-8, read from any HDF5 string.

use std::borrow::Cow;

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::types::element::{Decode, Element, ElementMut, Encode};
use crate::types::{StringType, TypeDescriptor};

impl Encode for str {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::String(StringType::VARIABLE_UTF8)
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        // libhdf5 converts neither between fixed and variable length nor between character sets.
        matches!(stored, TypeDescriptor::String(_)).then(|| stored.clone())
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_string(self)
    }
}

/// The text of a string that is read, if it is UTF-8.
pub(crate) fn text<'a>(element: Element<'a>) -> Result<&'a str> {
    let bytes = element.string()?;
    std::str::from_utf8(bytes).map_err(|error| {
        Error::invalid_value(format!(
            "a string is not UTF-8 at byte {}: {:?}",
            error.valid_up_to(),
            String::from_utf8_lossy(bytes)
        ))
    })
}

/// Implements the traits for types that are text like `str`.
macro_rules! texts {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> Encode for $ty {
            fn dtype() -> TypeDescriptor {
                str::dtype()
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                str::write_form(stored)
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                str::encode(self, element)
            }
        }

        impl<$($generics)*> Decode for $ty {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                str::write_form(stored)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                text(element).map(|text| Self::from(text.to_owned()))
            }
        }

        scalars! { [$($generics)*] $ty; }
    )*};
}

texts! {
    [] String;
    [] Box<str>;
    ['text] Cow<'text, str>;
}
