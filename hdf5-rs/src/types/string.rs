//! Strings: stored with variable length in UTF-8, read from any HDF5 string.

use std::borrow::Cow;

use crate::data::scalars;
use crate::error::Result;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
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
                element.text().map(|text| Self::from(text.into_owned()))
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
