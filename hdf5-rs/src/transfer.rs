//! Elements between memory and file, for datasets and attributes alike.

use crate::data::{Elements, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::Handle;
use crate::shape::element_count;
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

/// Elements that have been read and not been checked yet.
pub(crate) enum Fetched<T> {
    /// Every pattern of bits is a value: they are done.
    Values(Vec<T>),
    /// They need to be looked at.
    Raw(ReadBuffer),
}

/// Reads `count` elements, the whole of a memory dataspace. The lock may be held; it must not be while
/// they are decoded.
pub(crate) fn fetch<T: Decode>(
    source: &impl Source,
    memory: Memory,
    space: Handle,
    count: usize,
) -> Result<Fetched<T>> {
    if count == 0 {
        return Ok(Fetched::Values(Vec::new()));
    }
    if let Some(values) = T::zeroed(count).filter(|_| !memory.ty.holds_pointers()) {
        let mut values = values?;
        if let Some(buffer) = T::as_bytes_mut(&mut values) {
            source.read(&memory, &space, whole(buffer, &memory, count)?)?;
            return Ok(Fetched::Values(values));
        }
    }
    let buffer = ReadBuffer::new(memory, space, count)?;
    buffer.fill(|memory, space, bytes| source.read(memory, space, bytes)).map(Fetched::Raw)
}

/// The bytes of `count` elements that are read in place, if they are as many as that.
pub(crate) fn whole<'a>(
    bytes: &'a mut [u8],
    memory: &Memory,
    count: usize,
) -> Result<&'a mut [u8]> {
    if Some(bytes.len()) == count.checked_mul(memory.size()) {
        return Ok(bytes);
    }
    Err(Error::invalid_argument("the type's bytes are not those of its elements"))
}

impl<T: Decode> Fetched<T> {
    /// The values of the elements.
    pub(crate) fn decode(self) -> Result<Vec<T>> {
        let buffer = match self {
            Self::Values(values) => return Ok(values),
            Self::Raw(buffer) => buffer,
        };
        let elements = buffer.elements();
        let mut values = Vec::new();
        values
            .try_reserve_exact(elements.len())
            .map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        for element in elements {
            values.push(T::decode(element)?);
        }
        Ok(values)
    }
}

/// Encodes data of that shape for a place that stores `stored`; fails before anything is written.
pub(crate) fn encode<'a, D: ToData + ?Sized>(
    data: &'a D,
    shape: &[usize],
    stored: &TypeDescriptor,
) -> Result<Encoded<'a>> {
    if data.is_null() {
        return encode_values::<D::Elem>(&[], stored);
    }
    let encoded = match data.elements() {
        Elements::Bytes(bytes) => Encoded::in_place(bytes, write_memory::<D::Elem>(stored)?),
        Elements::Each(elements) => encode_values(&elements, stored)?,
    };
    let count = element_count(shape)?;
    if Some(encoded.bytes().len()) != count.checked_mul(encoded.memory().size()) {
        return Err(Error::invalid_argument("the data has not as many elements as its shape says"));
    }
    Ok(encoded)
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
