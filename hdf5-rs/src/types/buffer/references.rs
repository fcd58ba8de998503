//! Elements with other references.

use std::sync::Arc;

use crate::convert::Conversion;
use crate::error::{Error, Result};
use crate::raw::arena::Arena;
use crate::types::buffer::{Allocator, Buffer, sequence};
use crate::types::{CompoundType, Decode, Element, Reference, TypeDescriptor};

/// What becomes of each reference that is not null.
type Change<'a> = dyn FnMut(Reference) -> Result<Reference> + 'a;

impl Buffer {
    /// The elements of a buffer with other references in the place of theirs, and null where theirs is null.
    pub(crate) fn with_references(buffer: &Arc<Self>, change: &mut Change<'_>) -> Result<Self> {
        let memory = buffer.memory.clone();
        let (mut bytes, mut arena) = (buffer.bytes.clone(), Arena::default());
        for (index, place) in bytes.chunks_exact_mut(memory.size()).enumerate() {
            let start = index * memory.size();
            // SAFETY: the buffer has whole elements of its memory type at these places.
            let element = unsafe { buffer.element(start, &memory.ty, Conversion::default()) };
            put(element.ok_or_else(too_short)?, place, &mut arena, change)?;
        }
        // Other pointers are those of the buffer, which lives on.
        let (allocator, other) = (Allocator::Other, Some(Arc::clone(buffer)));
        Ok(Self { bytes, memory, allocator, _arena: arena, _other: other })
    }
}

/// Changes the references in the copy of an element. Types are nested only as deep as they can be described.
fn put(
    element: Element<'_>,
    place: &mut [u8],
    arena: &mut Arena,
    change: &mut Change<'_>,
) -> Result<()> {
    match element.descriptor() {
        TypeDescriptor::Reference(_) => {
            let reference = Reference::decode(element)?;
            if reference.is_null() {
                place.fill(0);
                return Ok(());
            }
            let bytes: &[u8] = match &change(reference)? {
                Reference::Object(reference) => &reference.to_bytes(),
                Reference::Region(reference) => &reference.to_bytes(),
                Reference::Std(reference) => {
                    arena.keep(reference.clone());
                    &reference.bytes()
                }
            };
            if bytes.len() != place.len() {
                return Err(Error::invalid_argument("a reference of another kind"));
            }
            place.copy_from_slice(bytes);
        }
        TypeDescriptor::Compound(CompoundType { fields, .. }) => {
            for (index, field) in fields.iter().enumerate() {
                let range = field.range().ok_or_else(too_short)?;
                let place = place.get_mut(range).ok_or_else(too_short)?;
                put(element.field(index)?, place, arena, change)?;
            }
        }
        TypeDescriptor::Array { base, .. } if base.holds_references() => {
            put_each(&element, base, place, arena, change)?;
        }
        TypeDescriptor::VarLen(base) if base.holds_references() => {
            let mut copy = element.flat()?.0.to_vec();
            let length = element.elements()?.len();
            put_each(&element, base, &mut copy, arena, change)?;
            place.copy_from_slice(&sequence(length, arena.push(&[&copy])?));
        }
        _ => {}
    }
    Ok(())
}

fn put_each(
    element: &Element<'_>,
    base: &TypeDescriptor,
    places: &mut [u8],
    arena: &mut Arena,
    change: &mut Change<'_>,
) -> Result<()> {
    let size = base.size().filter(|&size| size > 0).ok_or_else(too_short)?;
    let mut places = places.chunks_exact_mut(size);
    element
        .elements()?
        .try_for_each(|part| put(part, places.next().ok_or_else(too_short)?, arena, change))
}

fn too_short() -> Error {
    Error::invalid_value("an element that is not as long as its type says")
}
