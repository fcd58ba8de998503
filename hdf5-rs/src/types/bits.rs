//! The bits of a number, apart from the order of its bytes.

use crate::error::{Error, ErrorKind, Result};
use crate::types::ByteOrder;

/// The bits of a number of up to 16 bytes.
pub(super) fn from_bytes(bytes: &[u8], order: ByteOrder) -> Result<u128> {
    let mut wide = [0_u8; 16];
    let place = wide.get_mut(..bytes.len()).ok_or_else(|| too_wide(bytes.len()))?;
    place.copy_from_slice(bytes);
    reorder(place, order)?;
    Ok(u128::from_le_bytes(wide))
}

/// Puts the bits of a number of up to 16 bytes.
pub(super) fn to_bytes(bits: u128, order: ByteOrder, bytes: &mut [u8]) -> Result<()> {
    let wide = bits.to_le_bytes();
    bytes.copy_from_slice(wide.get(..bytes.len()).ok_or_else(|| too_wide(bytes.len()))?);
    reorder(bytes, order)
}

/// The bits of a number of 1, 2, 4 or 8 bytes.
pub(super) fn word(bytes: &[u8], order: ByteOrder) -> Option<u64> {
    let little = match *bytes {
        [a] => a.into(),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => return None,
    };
    match order {
        ByteOrder::LittleEndian => Some(little),
        ByteOrder::BigEndian => Some(little.swap_bytes() >> (64 - 8 * bytes.len())),
        ByteOrder::Vax => None,
    }
}

/// From a byte order to little-endian, and back.
fn reorder(bytes: &mut [u8], order: ByteOrder) -> Result<()> {
    match order {
        ByteOrder::LittleEndian => {}
        ByteOrder::BigEndian => bytes.reverse(),
        // Little-endian words of 16 bits, the most significant first.
        ByteOrder::Vax if bytes.len() % 2 == 0 => {
            bytes.reverse();
            bytes.chunks_exact_mut(2).for_each(<[u8]>::reverse);
        }
        ByteOrder::Vax => return Err(Error::invalid_value("an odd number of bytes in VAX order")),
    }
    Ok(())
}

/// The lowest bits of a number, all set; at most 128.
pub(super) fn ones(count: usize) -> u128 {
    let unset = 128_u32.saturating_sub(u32::try_from(count).unwrap_or(u32::MAX));
    u128::MAX.checked_shr(unset).unwrap_or(0)
}

fn too_wide(size: usize) -> Error {
    ErrorKind::Unsupported { what: format!("a number of {size} bytes").into() }.into()
}
