//! The room that attributes take in the header of their object.

use std::ffi::CStr;

use crate::error::{ErrorKind, Result};
use crate::object::Object;
use crate::raw::{Handle, h5a, h5o, h5s, h5t};
use crate::shape::{MAX_RANK, element_count};
use crate::types::{StringLength, TypeDescriptor};

/// The bytes that the description of an attribute's type can take.
const LARGEST_TYPE: usize = 65_535;

/// The bytes that an attribute can take in a header of the first format, which counts them in eights.
const LARGEST: usize = 65_528;

/// What an attribute takes beside its value, its name and the description of its type, at most: lengths, and
/// a dataspace.
const OVERHEAD: usize = 16 + 8 + 16 * MAX_RANK;

/// What the description of a type takes where there are no names in it, at most.
const NAMELESS_TYPE: usize = 1_024;

/// How much room a value and its type take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The bytes of the value.
    bytes: usize,
    rank: usize,
    /// Whether the description of its type may be of any length.
    has_names: bool,
}

impl Room {
    /// Of elements of a shape, or of none.
    pub(super) fn of(dtype: &TypeDescriptor, shape: Option<&[usize]>) -> Result<Self> {
        let bytes = match shape {
            None => Some(0),
            Some(shape) => {
                size_in_file(dtype).and_then(|size| size.checked_mul(element_count(shape).ok()?))
            }
        };
        let bytes = bytes.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        let rank = shape.map_or(0, <[usize]>::len);
        Ok(Self { bytes, rank, has_names: dtype.has_names() })
    }

    pub(super) fn of_stored(attribute: &Handle) -> Result<Self> {
        let bytes = usize::try_from(h5a::info(attribute)?.size);
        let bytes = bytes.map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        let rank = h5s::dims(&h5a::space(attribute)?)?.0.len();
        Ok(Self { bytes, rank, has_names: true })
    }

    /// Checks what libhdf5 does not, and writes a file then that cannot be read: it keeps the length of a
    /// type's description in two bytes whatever it is, and in a header of the first format so the number of
    /// bytes of an attribute, after having brought it to a multiple of eight. A committed type is not
    /// described.
    pub(super) fn check(&self, object: &Object, name: &CStr, ty: Option<&Handle>) -> Result<()> {
        let beside_type = self.bytes.saturating_add(name.count_bytes());
        let is_small = beside_type < LARGEST - OVERHEAD - NAMELESS_TYPE;
        if is_small && (ty.is_none() || !self.has_names) {
            return Ok(());
        }
        // What refers to a committed type is no larger.
        let description = ty.map_or(Ok(32), h5t::encoded_size)?;
        if description > LARGEST_TYPE {
            let what = format!(
                "an attribute with a type whose description takes {description} bytes (at most \
                 {LARGEST_TYPE} do)"
            );
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        let eights = |bytes: usize| bytes.next_multiple_of(8);
        let name = eights(name.count_bytes() + 1);
        let beside_value = 16 + name + eights(description) + 8 + 16 * self.rank;
        if self.bytes.saturating_add(beside_value) <= LARGEST {
            return Ok(());
        }
        match h5o::has_first_header(object.handle())? {
            true => Err(self.too_large().into()),
            false => Ok(()),
        }
    }

    pub(super) fn too_large(&self) -> ErrorKind {
        ErrorKind::AttributeTooLarge { bytes: self.bytes }
    }
}

/// The bytes of an element in the file, at most.
fn size_in_file(ty: &TypeDescriptor) -> Option<usize> {
    match ty {
        // A length, an address and an index.
        TypeDescriptor::VarLen(_) => Some(16),
        TypeDescriptor::String(text) if text.length == StringLength::Variable => Some(16),
        TypeDescriptor::Compound(compound) => {
            compound.fields.iter().try_fold(compound.size, |size, field| {
                let grows = size_in_file(&field.ty)?.saturating_sub(field.ty.size()?);
                size.checked_add(grows)
            })
        }
        TypeDescriptor::Array { dims, base } => {
            dims.iter().try_fold(size_in_file(base)?, |size, &length| size.checked_mul(length))
        }
        _ => ty.size(),
    }
}
