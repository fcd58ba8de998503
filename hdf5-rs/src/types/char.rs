//! `char`, stored as its number: HDF5 has no type of characters.

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::types::TypeDescriptor;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;

impl Encode for char {
    fn dtype() -> TypeDescriptor {
        u32::dtype()
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        matches!(stored, TypeDescriptor::Integer(_)).then(Self::dtype)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        u32::from(*self).encode(element)
    }
}

impl Decode for char {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Self::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let number = u32::decode(element)?;
        Self::from_u32(number)
            .ok_or_else(|| Error::invalid_value(format!("{number} is not a character of Unicode")))
    }
}

scalars! { [] char; }
