//! Lists as elements: `[T; N]` is an array type, `Vec<T>` a sequence of variable length.

use crate::error::{Error, Result};
use crate::types::TypeDescriptor;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;

/// The form of a list whose items have the form that `item` says, where an array or sequence is stored;
/// an array of several axes is a list of arrays if the items are lists.
fn form(
    stored: &TypeDescriptor,
    items_are_lists: bool,
    length: Option<usize>,
    item: impl Fn(&TypeDescriptor) -> Option<TypeDescriptor>,
) -> Option<TypeDescriptor> {
    let fits = |found: usize| length.is_none_or(|length| length == found);
    match stored {
        TypeDescriptor::Array { dims, base } => {
            let (&first, inner) = dims.split_first()?;
            let base = if inner.is_empty() || !items_are_lists {
                let all = dims.iter().try_fold(1_usize, |all, &dim| all.checked_mul(dim))?;
                fits(if inner.is_empty() { first } else { all }).then(|| item(base))??
            } else {
                let row = TypeDescriptor::Array { dims: inner.to_vec(), base: base.clone() };
                match fits(first).then(|| item(&row))?? {
                    TypeDescriptor::Array { base, .. } => *base,
                    _ => return None,
                }
            };
            Some(TypeDescriptor::Array { dims: dims.clone(), base: Box::new(base) })
        }
        TypeDescriptor::VarLen(base) if length.is_none() => {
            Some(TypeDescriptor::VarLen(Box::new(item(base)?)))
        }
        _ => None,
    }
}

/// The same, where lists of bytes are opaque values too.
fn form_or_opaque(
    stored: &TypeDescriptor,
    (items_are_lists, items_are_bytes): (bool, bool),
    length: Option<usize>,
    item: impl Fn(&TypeDescriptor) -> Option<TypeDescriptor>,
) -> Option<TypeDescriptor> {
    match stored {
        TypeDescriptor::Opaque { size, .. } if items_are_bytes => {
            length.is_none_or(|length| length == *size).then(|| stored.clone())
        }
        _ => form(stored, items_are_lists, length, item),
    }
}

/// The items of a list.
fn decode_items<T: Decode>(element: Element<'_>) -> Result<Vec<T>> {
    if T::IS_LIST {
        if let Some(rows) = element.rows() {
            return rows.map(T::decode).collect();
        }
    }
    let (bytes, base) = element.flat()?;
    if T::plain().as_ref() == Some(base) {
        let length = bytes.len() / base.size().unwrap_or(1).max(1);
        if let Some(items) = T::zeroed(length) {
            let mut items = items?;
            if let Some(place) = T::as_bytes_mut(&mut items) {
                if place.len() == bytes.len() {
                    place.copy_from_slice(bytes);
                    return Ok(items);
                }
            }
        }
    }
    element.elements()?.map(T::decode).collect()
}

impl<T: Encode> Encode for Vec<T> {
    const IS_LIST: bool = true;

    fn dtype() -> TypeDescriptor {
        TypeDescriptor::VarLen(Box::new(T::dtype()))
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        form_or_opaque(stored, (T::IS_LIST, T::IS_BYTE), None, T::write_form)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_list(self)
    }
}

/// Read from a sequence of variable length, and from an array of whatever length.
impl<T: Decode> Decode for Vec<T> {
    const IS_LIST: bool = true;

    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        form_or_opaque(stored, (T::IS_LIST, T::IS_BYTE), None, T::read_form)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        decode_items(element)
    }
}

impl<T: Encode, const N: usize> Encode for [T; N] {
    const IS_LIST: bool = true;

    fn dtype() -> TypeDescriptor {
        match T::dtype() {
            // An array of arrays is an array of more axes, as numpy has it.
            TypeDescriptor::Array { dims, base } if T::IS_LIST => {
                TypeDescriptor::Array { dims: [vec![N], dims].concat(), base }
            }
            base => TypeDescriptor::Array { dims: vec![N], base: Box::new(base) },
        }
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        match stored {
            // A sequence may have any length.
            TypeDescriptor::VarLen(_) => Vec::<T>::write_form(stored),
            _ => form_or_opaque(stored, (T::IS_LIST, T::IS_BYTE), Some(N), T::write_form),
        }
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_list(self)
    }

    fn as_bytes(values: &[Self]) -> Option<&[u8]> {
        T::as_bytes(values.as_flattened())
    }
}

impl<T: Decode, const N: usize> Decode for [T; N] {
    const IS_LIST: bool = true;

    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        form_or_opaque(stored, (T::IS_LIST, T::IS_BYTE), Some(N), T::read_form)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let items: Vec<T> = decode_items(element)?;
        let found = items.len();
        items.try_into().map_err(|_| {
            Error::invalid_value(format!("an array has {found} elements, not the {N} of the type"))
        })
    }
}
