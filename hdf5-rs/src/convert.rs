//! Conversions in which a number that does not fit is an error, where libhdf5 alone would clip it.

use crate::error::{ErrorKind, Result};
use crate::raw::conversion::{checked_transfer, scratch};
use crate::raw::{Handle, h5t};
use crate::types::buffer::Memory;
use crate::types::{FloatType, IntegerType, TypeDescriptor};

/// The elements of one type, without pointers, as elements of another.
pub(crate) fn converted(from: &Memory, to: &Memory, bytes: &[u8], count: usize) -> Result<Vec<u8>> {
    let mut buffer = scratch(count, &[from.size(), to.size()])?;
    buffer[..bytes.len()].copy_from_slice(bytes);
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
    // Nothing is lost on the way to the native form, so that nothing can be clipped.
    if memory.ty == stored.native() {
        return read(&memory.handle, buffer);
    }
    let what = format!("converting {stored} to {} outside a dataset", memory.ty);
    Err(ErrorKind::Unsupported { what: what.into() }.into())
}

/// Converts elements in place. The buffer has room for as many of 8 bytes, and of either type.
fn convert(from: &Memory, to: &Memory, count: usize, buffer: &mut [u8]) -> Result<()> {
    if let Some(step) = step(&from.ty, &to.ty) {
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
pub(crate) fn step(from: &TypeDescriptor, to: &TypeDescriptor) -> Option<TypeDescriptor> {
    let (TypeDescriptor::Float(float), TypeDescriptor::Integer(integer)) = (from, to) else {
        return None;
    };
    let native_float = [4, 8].map(FloatType::native).contains(float);
    let native_integer =
        integer.size <= 8 && *integer == IntegerType::native(integer.size, integer.signed);
    match (native_float, native_integer) {
        (true, true) => None,
        (false, _) => Some(from.native()),
        (true, false) => Some(to.native()).filter(|native| native != to),
    }
}
