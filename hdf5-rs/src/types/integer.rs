//! Integers as their stored bytes.

use crate::error::{ErrorKind, Result};
use crate::types::{ByteOrder, IntegerType};

/// The value of an integer in its stored bytes.
pub(crate) fn integer_from_bytes(bytes: &[u8], ty: &IntegerType) -> Result<i128> {
    if bytes.len() > 16 || ty.precision == 0 || ty.precision > 8 * bytes.len() {
        let what = format!("an integer of {} bytes", bytes.len());
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    let mut wide = [0_u8; 16];
    wide[..bytes.len()].copy_from_slice(bytes);
    if ty.order == ByteOrder::BigEndian {
        wide[..bytes.len()].reverse();
    }
    let bits = u128::from_le_bytes(wide).checked_shr(ty.offset as u32).unwrap_or(0);
    let unused = 128 - ty.precision as u32;
    if ty.signed {
        Ok(((bits << unused) as i128) >> unused)
    } else if unused == 0 && bits > i128::MAX as u128 {
        Err(ErrorKind::Unsupported { what: "an unsigned integer over 127 bits".into() }.into())
    } else {
        Ok(((bits << unused) >> unused) as i128)
    }
}

/// The stored bytes of an integer, of which as many bits are kept as the type has.
pub(crate) fn integer_to_bytes(value: i128, ty: &IntegerType) -> Vec<u8> {
    let unused = 128_u32.saturating_sub(ty.precision as u32);
    let kept = (value as u128).checked_shl(unused).unwrap_or(0) >> unused.min(127);
    let placed = kept.checked_shl(ty.offset as u32).unwrap_or(0);
    let mut bytes = placed.to_le_bytes()[..ty.size.min(16)].to_vec();
    if ty.order == ByteOrder::BigEndian {
        bytes.reverse();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_read_from_their_bytes() {
        let plain = IntegerType { order: ByteOrder::LittleEndian, ..IntegerType::native(2, true) };
        assert_eq!(integer_from_bytes(&[0xfe, 0xff], &plain).unwrap(), -2);
        let big = IntegerType { order: ByteOrder::BigEndian, signed: false, ..plain };
        assert_eq!(integer_from_bytes(&[0x01, 0x02], &big).unwrap(), 0x102);
        let shifted = IntegerType { precision: 4, offset: 4, ..plain };
        assert_eq!(integer_from_bytes(&[0x7f, 0xff], &shifted).unwrap(), 7);
        assert_eq!(integer_from_bytes(&[0xff, 0x00], &shifted).unwrap(), -1);
        assert!(integer_from_bytes(&[0; 17], &plain).is_err());
        for ty in [plain, big, shifted] {
            for value in [0, 1, 7, -1, -8] {
                let read = integer_from_bytes(&integer_to_bytes(value, &ty), &ty).unwrap();
                let expected = if ty.signed || value >= 0 { value } else { value + 65_536 };
                assert_eq!(read, expected, "{value} as {ty:?}");
            }
        }
    }
}
