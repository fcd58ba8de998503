//! Elements between memory and file, for datasets and attributes alike.

use crate::data::{Elements, ToData};
use crate::error::{ErrorKind, Result};
use crate::raw::Handle;
use crate::types::buffer::{Encoded, Memory, ReadBuffer};
use crate::types::{Decode, Encode, TypeDescriptor};

/// What elements can be read from, all of a memory dataspace at once.
pub(crate) trait Source {
    /// Fills the buffer, which holds every element of the dataspace in the memory type.
    fn read(&self, memory: &Memory, space: &Handle, buffer: &mut [u8]) -> Result<()>;
}

/// How elements of a stored type get to be `T` in memory.
pub(crate) fn read_memory<T: Decode>(stored: &TypeDescriptor) -> Result<Memory> {
    let form = T::read_form(stored).ok_or_else(|| T::read_error(stored))?;
    Memory::new(form)
}

/// Reads `count` elements, the whole of a memory dataspace.
pub(crate) fn read<T: Decode>(
    source: &impl Source,
    memory: Memory,
    space: Handle,
    count: usize,
) -> Result<Vec<T>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    if let Some(values) = T::zeroed(count) {
        let mut values = values?;
        if let Some(buffer) = T::as_bytes_mut(&mut values) {
            source.read(&memory, &space, buffer)?;
            return Ok(values);
        }
    }
    let buffer = ReadBuffer::new(memory, space, count)?
        .fill(|memory, space, bytes| source.read(memory, space, bytes))?;
    let mut values = Vec::new();
    values.try_reserve_exact(count).map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
    for element in buffer.elements() {
        values.push(T::decode(element)?);
    }
    Ok(values)
}

/// Encodes data for a place that stores `stored`; fails before anything is written.
pub(crate) fn encode<'a, D: ToData + ?Sized>(
    data: &'a D,
    stored: &TypeDescriptor,
) -> Result<Encoded<'a>> {
    match data.elements() {
        Elements::Bytes(bytes) => Ok(Encoded::in_place(bytes, write_memory::<D::Elem>(stored)?)),
        Elements::Each(elements) => encode_values(&elements, stored),
    }
}

/// Encodes single values, as [`encode`] does.
pub(crate) fn encode_values<T: Encode + ?Sized>(
    values: &[&T],
    stored: &TypeDescriptor,
) -> Result<Encoded<'static>> {
    Encoded::encode(values, write_memory::<T>(stored)?)
}

/// Checks that elements of a stored type can be written as `T`.
pub(crate) fn check_writable<T: Encode + ?Sized>(stored: &TypeDescriptor) -> Result<()> {
    T::write_form(stored).map(drop).ok_or_else(|| T::write_error(stored).into())
}

/// How `T` in memory gets to be elements of a stored type.
fn write_memory<T: Encode + ?Sized>(stored: &TypeDescriptor) -> Result<Memory> {
    let form = T::write_form(stored).ok_or_else(|| T::write_error(stored))?;
    Memory::new(form)
}
