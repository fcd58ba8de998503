//! The checksum of values, whatever their type.

use crc32fast::Hasher;
use hdf5::{DynArray, Element, Result, StringLength, StringType, TypeDescriptor};

/// The CRC-32 of all elements in C order, each in a form that does not depend on how it lies in memory.
pub(crate) fn checksum(array: &DynArray) -> Result<u32> {
    let mut crc = Hasher::new();
    for element in array.iter() {
        feed(&mut crc, element)?;
    }
    Ok(crc.finalize())
}

/// Numbers, opaque bytes and fixed strings as they are stored; what has a variable length after that
/// length, as four bytes; compounds without their padding; a reference as the byte `R`.
fn feed(crc: &mut Hasher, element: Element<'_>) -> Result<()> {
    match element.descriptor() {
        TypeDescriptor::String(StringType { length: StringLength::Variable, .. }) => {
            let text = element.string()?;
            feed_length(crc, text.len());
            crc.update(text);
        }
        TypeDescriptor::Compound(_) => {
            for field in element.fields()? {
                feed(crc, field)?;
            }
        }
        TypeDescriptor::Array { .. } => {
            for item in element.elements()? {
                feed(crc, item)?;
            }
        }
        TypeDescriptor::VarLen(_) => {
            let items = element.elements()?;
            feed_length(crc, items.len());
            for item in items {
                feed(crc, item)?;
            }
        }
        TypeDescriptor::Reference(_) => crc.update(b"R"),
        _ => crc.update(element.bytes()),
    }
    Ok(())
}

fn feed_length(crc: &mut Hasher, length: usize) {
    let [a, b, c, d, ..] = length.to_le_bytes();
    crc.update(&[a, b, c, d]);
}
