//! Conversions in which a number that does not fit is an error, where libhdf5 alone would clip it.

use crate::error::{Error, ErrorKind, Result};
use crate::raw::conversion::{checked_transfer, scratch};
use crate::raw::{Handle, h5t};
use crate::types::buffer::Memory;
use crate::types::{CompoundType, FloatType, IntegerType, TypeDescriptor};

/// The elements of one type, without pointers, as elements of another.
pub(crate) fn converted(from: &Memory, to: &Memory, bytes: &[u8], count: usize) -> Result<Vec<u8>> {
    let mut buffer = scratch(count, &[from.size(), to.size()])?;
    let place = buffer.get_mut(..bytes.len()).filter(|place| place.len() == count * from.size());
    place
        .ok_or_else(|| Error::invalid_argument("not as many elements as there should be"))?
        .copy_from_slice(bytes);
    convert(from, to, count, &mut buffer)?;
    buffer.truncate(count * to.size());
    Ok(buffer)
}

/// Reads elements as `memory`, of which `read` fills a buffer with elements of any type, by calls that
/// take no transfer property list: of attributes and fill values.
pub(crate) fn read_converted(
    stored: &TypeDescriptor,
    memory: &Memory,
    buffer: &mut [u8],
    read: impl Fn(&Handle, &mut [u8]) -> Result<()>,
) -> Result<()> {
    if *stored == memory.ty {
        return read(&memory.handle, buffer);
    }
    if !stored.holds_pointers() && !memory.ty.holds_pointers() {
        if let Ok(stored) = Memory::new(stored.clone()) {
            let count = buffer.len() / memory.size();
            let mut elements = scratch(count, &[stored.size()])?;
            elements.truncate(count * stored.size());
            read(&stored.handle, &mut elements)?;
            let elements = converted(&stored, memory, &elements, count)?;
            let place = buffer.get_mut(..elements.len());
            place.ok_or(ErrorKind::OutOfMemory { bytes: None })?.copy_from_slice(&elements);
            return Ok(());
        }
    }
    // The native form has room for every number, so that none can be clipped.
    if memory.ty == stored.native() && stored.fits_native() {
        return read(&memory.handle, buffer);
    }
    Err(unsupported(stored, &memory.ty))
}

/// Converts elements in place. The buffer has room for as many of 8 bytes, and of either type.
fn convert(from: &Memory, to: &Memory, count: usize, buffer: &mut [u8]) -> Result<()> {
    if let Some(step) = step(&from.ty, &to.ty)? {
        let step = Memory::new(step)?;
        convert(from, &step, count, buffer)?;
        return convert(&step, to, count, buffer);
    }
    checked_transfer(|transfer| h5t::convert(&from.handle, &to.handle, count, buffer, transfer))
}

/// A type to convert to on the way, where libhdf5 loses something on the direct one.
///
/// Between floats and integers of which one is not native, it makes 0 of what is less than 1 and tells
/// nobody (`H5T__conv_f_i` of 2.2); its conversions between native numbers do tell.
///
/// # Errors
///
/// [`ErrorKind::Unsupported`] if there is no such type: for floats wider than a double, integers wider
/// than 8 bytes, and what holds pointers.
pub(crate) fn step(from: &TypeDescriptor, to: &TypeDescriptor) -> Result<Option<TypeDescriptor>> {
    let step = part_step(from, to)?;
    if step.is_some() && (from.holds_pointers() || to.holds_pointers()) {
        return Err(unsupported(from, to));
    }
    Ok(step)
}

/// The same for a part of the types, at any depth.
fn part_step(from: &TypeDescriptor, to: &TypeDescriptor) -> Result<Option<TypeDescriptor>> {
    match (from, to) {
        (TypeDescriptor::Float(float), TypeDescriptor::Integer(integer)) => {
            let native_float = [4, 8].map(FloatType::native).contains(float);
            let native_integer =
                integer.size <= 8 && *integer == IntegerType::native(integer.size, integer.signed);
            match (native_float, native_integer) {
                (true, true) => Ok(None),
                (false, _) if float.fits_double() => Ok(Some(from.native())),
                (true, false) if integer.size <= 8 => Ok(Some(to.native())),
                _ => Err(unsupported(from, to)),
            }
        }
        (TypeDescriptor::Compound(from), TypeDescriptor::Compound(to)) => {
            let mut fields = Vec::with_capacity(to.fields.len());
            let mut steps = false;
            for field in &to.fields {
                let source = from.fields.iter().find(|source| source.name == field.name);
                let step = match source {
                    Some(source) => part_step(&source.ty, &field.ty)?,
                    None => None,
                };
                steps |= step.is_some();
                fields.push((field.name.clone(), step.unwrap_or_else(|| field.ty.clone())));
            }
            Ok(steps.then(|| TypeDescriptor::Compound(CompoundType::packed(fields))))
        }
        (TypeDescriptor::Array { base: from, .. }, TypeDescriptor::Array { dims, base: to }) => {
            let step = part_step(from, to)?.map(Box::new);
            Ok(step.map(|base| TypeDescriptor::Array { dims: dims.clone(), base }))
        }
        (TypeDescriptor::VarLen(from), TypeDescriptor::VarLen(to)) => {
            Ok(part_step(from, to)?.map(|base| TypeDescriptor::VarLen(Box::new(base))))
        }
        _ => Ok(None),
    }
}

fn unsupported(from: &TypeDescriptor, to: &TypeDescriptor) -> Error {
    ErrorKind::Unsupported { what: format!("converting {from} to {to}").into() }.into()
}
