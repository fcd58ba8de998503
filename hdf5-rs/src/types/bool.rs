//! `bool`, stored as h5py stores it: an enumeration of `FALSE` and `TRUE`.

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::types::TypeDescriptor;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;

impl Encode for bool {
    fn dtype() -> TypeDescriptor {
        TypeDescriptor::boolean()
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        match stored {
            // libhdf5 converts no integer to an enumeration, so each is written and read as itself.
            TypeDescriptor::Enum(ty) if ty.is_bool() => Some(stored.clone()),
            TypeDescriptor::Integer(_) | TypeDescriptor::Bitfield(_) => Some(stored.clone()),
            _ => None,
        }
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_integer((*self).into())
    }
}

impl Decode for bool {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Self::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        match element.integer()? {
            0 => Ok(false),
            1 => Ok(true),
            other => Err(Error::invalid_value(format!("{other} is not a bool"))),
        }
    }
}

scalars! { [] bool; }
