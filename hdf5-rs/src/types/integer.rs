//! Integers as their stored bytes.

use crate::error::{Error, ErrorKind, Result};
use crate::types::{ByteOrder, IntegerType, TypeDescriptor, bits};

/// The value of an integer in its stored bytes.
pub(crate) fn integer_from_bytes(bytes: &[u8], ty: &IntegerType) -> Result<i128> {
    if ty.size == bytes.len() && ty.precision == 8 * ty.size && ty.offset == 0 {
        if let Some(word) = bits::word(bytes, ty.order) {
            let unused = 64 - 8 * bytes.len();
            let signed = || ((word << unused) as i64) >> unused;
            return Ok(if ty.signed { signed().into() } else { word.into() });
        }
    }
    check(ty, bytes.len())?;
    let bits = bits::from_bytes(bytes, ty.order)? >> ty.offset & bits::ones(ty.precision);
    if ty.signed {
        let unused = 128 - ty.precision;
        Ok(((bits << unused) as i128) >> unused)
    } else {
        i128::try_from(bits).map_err(|_| {
            ErrorKind::Unsupported { what: "an unsigned integer over 127 bits".into() }.into()
        })
    }
}

/// Puts the stored bytes of an integer.
///
/// Fails with [`ErrorKind::ValueOutOfRange`] if the type does not hold the value.
pub(crate) fn integer_to_bytes(value: i128, ty: &IntegerType, bytes: &mut [u8]) -> Result<()> {
    check(ty, bytes.len())?;
    if clamp_integer(value, ty) != value {
        return Err(ErrorKind::out_of_range(&value, &name_of(ty)).into());
    }
    let placed = (value as u128 & bits::ones(ty.precision)) << ty.offset;
    bits::to_bytes(placed, ty.order, bytes)
}

/// The name of a type of which the order of bytes makes no difference.
pub(crate) fn name_of(ty: &IntegerType) -> TypeDescriptor {
    TypeDescriptor::Integer(IntegerType { order: ByteOrder::NATIVE, ..*ty })
}

/// The value that the type holds and that is closest to this one, as HDF5 clips.
pub(crate) fn clamp_integer(value: i128, ty: &IntegerType) -> i128 {
    // The sign takes a bit here too, because an `i128` has one.
    let digits = ty.precision.min(128).saturating_sub(usize::from(ty.signed)).min(127);
    let largest = bits::ones(digits) as i128;
    value.clamp(if ty.signed { -largest - 1 } else { 0 }, largest)
}

/// Checks that the significant bits lie in the bytes of the element, of which there are up to 16.
fn check(ty: &IntegerType, len: usize) -> Result<()> {
    if ty.size > 16 {
        let what = format!("an integer of {} bytes", ty.size);
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    let end = ty.offset.checked_add(ty.precision);
    let inside = ty.precision > 0 && end.is_some_and(|end| end <= 8 * ty.size);
    if len != ty.size || !inside || ty.order == ByteOrder::Vax {
        return Err(Error::invalid_value(format!("{len} bytes are no integer {ty:?}")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORDERS: [ByteOrder; 2] = [ByteOrder::LittleEndian, ByteOrder::BigEndian];

    fn bytes_of(value: i128, ty: &IntegerType) -> Result<Vec<u8>> {
        let mut bytes = vec![0; ty.size];
        integer_to_bytes(value, ty, &mut bytes).map(|()| bytes)
    }

    #[test]
    fn integers_are_read_from_their_bytes() {
        let plain = IntegerType { order: ByteOrder::LittleEndian, ..IntegerType::native(2, true) };
        assert_eq!(integer_from_bytes(&[0xfe, 0xff], &plain).unwrap(), -2);
        let big = IntegerType { order: ByteOrder::BigEndian, signed: false, ..plain };
        assert_eq!(integer_from_bytes(&[0x01, 0x02], &big).unwrap(), 0x102);
        let shifted = IntegerType { precision: 4, offset: 4, ..plain };
        assert_eq!(integer_from_bytes(&[0x7f, 0xff], &shifted).unwrap(), 7);
        assert_eq!(integer_from_bytes(&[0xff, 0x00], &shifted).unwrap(), -1);
        assert_eq!(bytes_of(-1, &shifted).unwrap(), [0xf0, 0x00]);
    }

    #[test]
    fn integers_of_every_size_and_order_are_written_and_read_alike() {
        for size in 1..=16 {
            for (order, signed) in ORDERS.into_iter().flat_map(|o| [(o, true), (o, false)]) {
                let full = IntegerType { order, ..IntegerType::native(size, signed) };
                let narrow = IntegerType { precision: 8 * size - 3, offset: 2, ..full };
                for ty in [full, narrow] {
                    let ends = [clamp_integer(i128::MIN, &ty), clamp_integer(i128::MAX, &ty)];
                    for value in ends.into_iter().chain([0, 1, ends[0] / 3, ends[1] / 3]) {
                        let bytes = bytes_of(value, &ty).unwrap();
                        assert_eq!(integer_from_bytes(&bytes, &ty).unwrap(), value, "{ty:?}");
                    }
                }
            }
        }
        for order in ORDERS {
            let ty = IntegerType { order, ..IntegerType::native(4, true) };
            let mut bytes = (-5_i32).to_le_bytes();
            if order == ByteOrder::BigEndian {
                bytes.reverse();
            }
            assert_eq!(bytes_of(-5, &ty).unwrap(), bytes);
        }
    }

    #[test]
    fn values_that_an_integer_does_not_hold_are_refused_or_clamped() {
        let i4 = IntegerType { precision: 4, ..IntegerType::native(1, true) };
        let u4 = IntegerType { signed: false, ..i4 };
        let (i128_, u128_) = (IntegerType::native(16, true), IntegerType::native(16, false));
        for (ty, value, clamped) in [
            (i4, 8, 7),
            (i4, -9, -8),
            (u4, 16, 15),
            (u4, -1, 0),
            (u128_, -1, 0),
            (IntegerType::native(8, false), i128::MAX, u64::MAX.into()),
        ] {
            assert_eq!(clamp_integer(value, &ty), clamped);
            let error = bytes_of(value, &ty).unwrap_err();
            let expected = ErrorKind::out_of_range(&value, &name_of(&ty));
            assert_eq!(*error.kind(), expected);
            assert_eq!(integer_from_bytes(&bytes_of(clamped, &ty).unwrap(), &ty).unwrap(), clamped);
        }
        for value in [i128::MIN, i128::MAX] {
            assert_eq!(clamp_integer(value, &i128_), value);
        }
        assert!(integer_from_bytes(&[0xff; 16], &u128_).is_err());
    }

    #[test]
    fn layouts_that_are_not_possible_are_errors() {
        let ty = IntegerType::native(4, true);
        let impossible = [
            IntegerType { size: 0, precision: 0, ..ty },
            IntegerType { precision: 0, ..ty },
            IntegerType { precision: 33, ..ty },
            IntegerType { precision: usize::MAX, ..ty },
            IntegerType { offset: 1, ..ty },
            IntegerType { offset: usize::MAX, ..ty },
            IntegerType { order: ByteOrder::Vax, ..ty },
            IntegerType::native(17, true),
        ];
        for ty in impossible {
            assert!(integer_from_bytes(&vec![0; ty.size], &ty).is_err(), "{ty:?}");
            assert!(bytes_of(0, &ty).is_err(), "{ty:?}");
            clamp_integer(1000, &ty);
        }
        assert!(integer_from_bytes(&[0; 3], &ty).is_err());
        assert!(integer_to_bytes(0, &ty, &mut [0; 5]).is_err());
    }
}
