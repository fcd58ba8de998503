//! Floats of every layout as their stored bytes.

use crate::error::{Error, ErrorKind, Result};
use crate::types::{ByteOrder, FloatType, TypeDescriptor, bits};

/// The value of a float in its stored bytes, rounded to the nearest double.
///
/// As in libhdf5, an exponent of all ones is an infinity or NaN in every layout.
pub(crate) fn float_from_bytes(bytes: &[u8], ty: &FloatType) -> Result<f64> {
    if bytes.len() == ty.size && ty.is_ieee() {
        match (bits::word(bytes, ty.order), ty.size) {
            (Some(word), 4) => return Ok(f32::from_bits(word as u32).into()),
            (Some(word), 8) => return Ok(f64::from_bits(word)),
            _ => {}
        }
    }
    let layout = Layout::new(ty, bytes.len())?;
    let bits = bits::from_bytes(bytes, ty.order)?;
    let exponent = bits >> ty.exponent_position & layout.exponents;
    let mantissa = bits >> ty.mantissa_position & layout.mantissas;
    let magnitude = if exponent == layout.exponents {
        if mantissa == 0 || mantissa == layout.infinity { f64::INFINITY } else { f64::NAN }
    } else {
        // Subnormal numbers have the exponent of the smallest normal ones.
        let implied = if ty.implied_bit && exponent > 0 { layout.mantissas + 1 } else { 0 };
        compose(mantissa | implied, exponent.max(1) as i128 - 1 + layout.lowest)
    };
    let negative = bits >> ty.sign_position & 1 == 1;
    Ok(if negative { -magnitude } else { magnitude })
}

/// Whether a float in its stored bytes is neither infinite nor NaN.
pub(crate) fn is_finite(bytes: &[u8], ty: &FloatType) -> Result<bool> {
    let exponents = Layout::new(ty, bytes.len())?.exponents;
    Ok(bits::from_bytes(bytes, ty.order)? >> ty.exponent_position & exponents != exponents)
}

/// Puts the stored bytes of the float that is closest to a value; of two, the even one.
///
/// A finite value that rounds to more than the layout holds is an infinity where `clip` is set, as in
/// libhdf5; otherwise it fails with [`ErrorKind::ValueOutOfRange`].
pub(crate) fn float_to_bytes(
    value: f64,
    ty: &FloatType,
    clip: bool,
    bytes: &mut [u8],
) -> Result<()> {
    if bytes.len() == ty.size && ty.is_ieee() && ty.order != ByteOrder::Vax {
        if let Ok(place) = bytes.try_into() {
            let native: &mut [u8; 8] = place;
            *native = match ty.order {
                ByteOrder::BigEndian => value.to_be_bytes(),
                _ => value.to_le_bytes(),
            };
            return Ok(());
        }
        if let Ok(place) = bytes.try_into() {
            let native: &mut [u8; 4] = place;
            let single = value as f32;
            if single.is_infinite() && value.is_finite() && !clip {
                return Err(misfit(value, ty));
            }
            *native = match ty.order {
                ByteOrder::BigEndian => single.to_be_bytes(),
                _ => single.to_le_bytes(),
            };
            return Ok(());
        }
    }
    let layout = Layout::new(ty, bytes.len())?;
    let (exponent, mantissa) = if value.is_nan() {
        (layout.exponents, layout.mantissas)
    } else if value.is_infinite() {
        (layout.exponents, layout.infinity)
    } else {
        match layout.split(value) {
            Some(parts) => parts,
            None if clip => (layout.exponents, layout.infinity),
            None => return Err(misfit(value, ty)),
        }
    };
    let sign = u128::from(value.is_sign_negative());
    let bits = sign << ty.sign_position
        | exponent << ty.exponent_position
        | mantissa << ty.mantissa_position;
    bits::to_bytes(bits, ty.order, bytes)
}

fn misfit(value: f64, ty: &FloatType) -> Error {
    let target = TypeDescriptor::Float(FloatType { order: ByteOrder::NATIVE, ..*ty });
    ErrorKind::out_of_range(&value, &target).into()
}

/// What follows from a float type whose fields lie in its bytes, apart from each other.
struct Layout {
    /// The largest exponent, which is that of infinities and NaN.
    exponents: u128,
    /// The largest mantissa.
    mantissas: u128,
    /// The mantissa of an infinity: a first bit that is stored is set. Read, it may be zero too.
    infinity: u128,
    /// The bits of precision: of the mantissa, and the one that is implied.
    digits: i128,
    /// The exponent, to the base of 2, of the smallest subnormal number.
    ///
    /// Where no bit is implied, libhdf5 writes subnormal numbers in this way too, as processors do with
    /// their extended precision, but reads half the value.
    lowest: i128,
}

impl Layout {
    fn new(ty: &FloatType, len: usize) -> Result<Self> {
        if ty.size > 16 || ty.exponent_size > 63 {
            let what =
                format!("a float of {} bytes, {} for the exponent", ty.size, ty.exponent_size);
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        let field = |position: usize, size: usize| {
            let end = position.checked_add(size)?;
            (size > 0 && end <= 8 * ty.size).then(|| bits::ones(size) << position)
        };
        let apart = || {
            field(ty.offset, ty.precision)?;
            let sign = field(ty.sign_position, 1)?;
            let exponent = field(ty.exponent_position, ty.exponent_size)?;
            let mantissa = field(ty.mantissa_position, ty.mantissa_size)?;
            Some(sign & exponent == 0 && sign & mantissa == 0 && exponent & mantissa == 0)
        };
        if len != ty.size || apart() != Some(true) {
            return Err(Error::invalid_value(format!("{len} bytes are no float {ty:?}")));
        }
        let digits = ty.mantissa_size as i128 + i128::from(ty.implied_bit);
        Ok(Self {
            exponents: bits::ones(ty.exponent_size),
            mantissas: bits::ones(ty.mantissa_size),
            infinity: if ty.implied_bit { 0 } else { 1 << (ty.mantissa_size - 1) },
            digits,
            lowest: 2 - ty.exponent_bias as i128 - digits,
        })
    }

    /// The exponent and mantissa of a finite value; `None` if it is too large.
    fn split(&self, value: f64) -> Option<(u128, u128)> {
        let (significand, exponent) = decompose(value);
        if significand == 0 {
            return Some((0, 0));
        }
        let top = exponent + i128::from(significand.ilog2());
        let mut lowest = (top + 1 - self.digits).max(self.lowest);
        let mut rounded = scale(significand, exponent - lowest);
        if rounded >> self.digits != 0 {
            rounded >>= 1;
            lowest += 1;
        }
        let normal = rounded >> (self.digits - 1) != 0;
        let exponent = if normal { (lowest - self.lowest + 1) as u128 } else { 0 };
        (exponent < self.exponents).then_some((exponent, rounded & self.mantissas))
    }
}

/// A finite double's magnitude as an integer times a power of two, of which this is the exponent.
fn decompose(value: f64) -> (u128, i128) {
    let bits = value.to_bits();
    let (exponent, mantissa) = (bits >> 52 & 0x7ff, bits & ((1 << 52) - 1));
    let implied = u64::from(exponent > 0) << 52;
    ((mantissa | implied).into(), i128::from(exponent.max(1)) - 1075)
}

/// The double that is closest to an integer times a power of two.
fn compose(significand: u128, exponent: i128) -> f64 {
    const SMALLEST: i128 = -1074;
    let Some(digits) = significand.checked_ilog2() else {
        return 0.0;
    };
    let top = exponent + i128::from(digits);
    if top > 1023 {
        return f64::INFINITY;
    }
    let lowest = (top - 52).max(SMALLEST);
    let rounded = scale(significand, exponent - lowest);
    // The implied bit, and a carry from rounding, add to the exponent.
    f64::from_bits((((lowest - SMALLEST) as u64) << 52) + rounded as u64)
}

/// An integer times a power of two, rounded to the nearest integer; of two, to the even one.
///
/// The result must fit.
fn scale(integer: u128, exponent: i128) -> u128 {
    if exponent >= 0 {
        return integer << exponent;
    }
    let shift = u32::try_from(-exponent).unwrap_or(u32::MAX);
    let Some(whole) = integer.checked_shr(shift) else {
        // Such integers have fewer than 128 bits, so that this is less than one half.
        return 0;
    };
    let rest = integer & ((1 << shift) - 1);
    let half = 1 << (shift - 1);
    whole + u128::from(rest > half || (rest == half && whole & 1 == 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::datatype::build;
    use crate::raw::{Handle, h5p, h5t};
    use crate::types::TypeDescriptor;

    const ORDERS: [ByteOrder; 2] = [ByteOrder::LittleEndian, ByteOrder::BigEndian];

    /// A float with the sign first, then the exponent, and no gaps.
    fn float(size: usize, exponent: usize, mantissa: usize) -> FloatType {
        FloatType {
            size,
            order: ByteOrder::LittleEndian,
            precision: 1 + exponent + mantissa,
            offset: 0,
            sign_position: exponent + mantissa,
            exponent_position: mantissa,
            exponent_size: exponent,
            mantissa_position: 0,
            mantissa_size: mantissa,
            exponent_bias: (1 << (exponent - 1)) - 1,
            implied_bit: true,
        }
    }

    fn extended(size: usize) -> FloatType {
        FloatType { implied_bit: false, ..float(size, 15, 64) }
    }

    fn bytes_of(value: f64, ty: &FloatType, clip: bool) -> Result<Vec<u8>> {
        let mut bytes = vec![0; ty.size];
        float_to_bytes(value, ty, clip, &mut bytes).map(|()| bytes)
    }

    /// Equal with their signs, or both NaN.
    fn same(a: f64, b: f64) -> bool {
        a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
    }

    #[test]
    fn every_number_of_one_or_two_bytes_is_what_its_fields_say_and_is_written_back() {
        for (size, exponents, mantissas) in
            [(2, 5, 10), (2, 8, 7), (1, 4, 3), (1, 5, 2), (1, 3, 2), (1, 2, 1)]
        {
            let ty = float(size, exponents, mantissas);
            let largest = (1 << exponents) - 1;
            for bits in 0..1_u16 << ty.sign_position {
                let (exponent, mantissa) = (bits >> mantissas, bits & ((1 << mantissas) - 1));
                let fraction = f64::from(mantissa) / f64::from(1 << mantissas);
                let power = |exponent: u16| {
                    2.0_f64.powi(i32::from(exponent) - i32::try_from(ty.exponent_bias).unwrap())
                };
                let expected = match exponent {
                    0 => fraction * power(1),
                    _ if exponent == largest && mantissa == 0 => f64::INFINITY,
                    _ if exponent == largest => f64::NAN,
                    _ => (1.0 + fraction) * power(exponent),
                };
                for (order, sign) in ORDERS.into_iter().flat_map(|o| [(o, 0), (o, 1_u16)]) {
                    let ty = FloatType { order, ..ty };
                    let bits = bits | sign << ty.sign_position;
                    let expected = if sign == 1 { -expected } else { expected };
                    let mut bytes = bits.to_le_bytes()[..size].to_vec();
                    if order == ByteOrder::BigEndian {
                        bytes.reverse();
                    }
                    let read = float_from_bytes(&bytes, &ty).unwrap();
                    assert!(same(read, expected), "{bits:#x} in {ty:?}: {read}, not {expected}");
                    if !read.is_nan() {
                        assert_eq!(bytes_of(read, &ty, false).unwrap(), bytes, "{read} in {ty:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn singles_and_doubles_are_those_of_rust() {
        let mut random = Random(7);
        for _ in 0..20_000 {
            let bits = random.next();
            let (single, double) = (f32::from_bits(bits as u32), f64::from_bits(bits));
            for order in ORDERS {
                let swap = |mut bytes: Vec<u8>| {
                    if order == ByteOrder::BigEndian {
                        bytes.reverse();
                    }
                    bytes
                };
                let ty = FloatType { order, ..FloatType::native(4) };
                let bytes = swap(single.to_bits().to_le_bytes().to_vec());
                assert!(same(float_from_bytes(&bytes, &ty).unwrap(), single.into()));
                assert!(single.is_nan() || bytes_of(single.into(), &ty, false).unwrap() == bytes);
                let ty = FloatType { order, ..FloatType::native(8) };
                let bytes = swap(bits.to_le_bytes().to_vec());
                assert!(same(float_from_bytes(&bytes, &ty).unwrap(), double));
                assert!(bytes_of(double, &ty, false).unwrap() == bytes);
            }
            // The general way to the same bytes: the fields of a single, at the end of 5 bytes.
            let wide = float(5, 8, 23);
            let near = f64::from(single) * (1.0 + f64::from(random.next() as u32) * 1e-17);
            let rounded = bytes_of(near, &wide, true).unwrap();
            assert!(same(float_from_bytes(&rounded, &wide).unwrap(), (near as f32).into()));
            // And of a double.
            let wide = float(9, 11, 52);
            let bytes = bytes_of(double, &wide, false).unwrap();
            assert!(double.is_nan() || bytes[..8] == bits.to_le_bytes());
            assert!(same(float_from_bytes(&bytes, &wide).unwrap(), double));
        }
    }

    #[test]
    fn ties_round_to_even_and_what_rounds_too_far_is_refused_or_infinite() {
        let half = FloatType { order: ByteOrder::BigEndian, ..FloatType::native(2) };
        let smallest = 2.0_f64.powi(-24);
        for (value, bits) in [
            (1.0 + 2.0_f64.powi(-11), 0x3c00_u16),
            (1.0 + 3.0 * 2.0_f64.powi(-11), 0x3c02),
            (1.0 + 2.0_f64.powi(-11) + 1e-9, 0x3c01),
            (2.0 - 2.0_f64.powi(-11), 0x4000),
            (smallest, 1),
            (smallest / 2.0, 0),
            (smallest * 0.500_001, 1),
            (smallest * 1.5, 2),
            (smallest * 1023.75, 0x400),
            (-1e-300, 0x8000),
            (-f64::from_bits(1), 0x8000),
            (65504.0, 0x7bff),
            (65519.9, 0x7bff),
            (f64::NEG_INFINITY, 0xfc00),
        ] {
            assert_eq!(bytes_of(value, &half, false).unwrap(), bits.to_be_bytes(), "{value}");
        }
        let single = FloatType::native(4);
        for (value, ty) in [(65520.0, &half), (-1e300, &half), (1e39, &single)] {
            let error = bytes_of(value, ty, false).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::ValueOutOfRange { .. }), "{error}");
            let clipped = float_from_bytes(&bytes_of(value, ty, true).unwrap(), ty).unwrap();
            assert_eq!(clipped, f64::INFINITY.copysign(value));
        }
    }

    #[test]
    fn extended_precision_has_its_first_bit_stored() {
        let read = |bits: u128| float_from_bytes(&bits.to_le_bytes()[..10], &extended(10)).unwrap();
        for (bits, value) in [
            (0x3fff_8000_0000_0000_0000, 1.0),
            (0xc000_c000_0000_0000_0000, -3.0),
            (0x3ffd_aaaa_aaaa_aaaa_aaab, 1.0 / 3.0),
            (0x43fe_ffff_ffff_ffff_f800, f64::MAX),
            (0x3bcd_8000_0000_0000_0000, f64::from_bits(1)),
            (0x0000_0000_0000_0000_0000, 0.0),
            (0x8000_0000_0000_0000_0000, -0.0),
            (0x7fff_8000_0000_0000_0000, f64::INFINITY),
            (0xffff_0000_0000_0000_0000, f64::NEG_INFINITY),
            (0x7fff_c000_0000_0000_0000, f64::NAN),
            // Too large or too small for a double, or only just.
            (0x43fe_ffff_ffff_ffff_fc00, f64::INFINITY),
            (0x43fe_ffff_ffff_ffff_fbff, f64::MAX),
            (0xc3ff_8000_0000_0000_0000, f64::NEG_INFINITY),
            (0x3bcc_8000_0000_0000_0000, 0.0),
            (0x3bcc_8000_0000_0000_0001, f64::from_bits(1)),
            (0x8000_0000_0000_0000_0001, -0.0),
            // Bits that are lost round to even.
            (0x3fff_8000_0000_0000_0400, 1.0),
            (0x3fff_8000_0000_0000_0401, 1.0 + f64::EPSILON),
            (0x3fff_8000_0000_0000_0c00, 1.0 + 2.0 * f64::EPSILON),
        ] {
            assert!(same(read(bits), value), "{bits:#x}: {}, not {value}", read(bits));
        }
        for value in [1.0, -3.0, 1.0 / 3.0, f64::MAX, f64::from_bits(1), f64::INFINITY, -0.0] {
            for (size, order) in [10, 12, 16].into_iter().flat_map(|size| ORDERS.map(|o| (size, o)))
            {
                let ty = FloatType { order, ..extended(size) };
                let bytes = bytes_of(value, &ty, false).unwrap();
                assert!(same(float_from_bytes(&bytes, &ty).unwrap(), value), "{value}");
            }
        }
        assert_eq!(
            bytes_of(1.0, &extended(10), false).unwrap(),
            [0, 0, 0, 0, 0, 0, 0, 0x80, 0xff, 0x3f]
        );
    }

    #[test]
    fn floats_of_a_vax_have_their_words_in_order_of_significance() {
        let vax = FloatType { order: ByteOrder::Vax, exponent_bias: 0x81, ..float(4, 8, 23) };
        for (value, bytes) in [(1.0, [0x80, 0x40, 0, 0]), (-6.25, [0xc8, 0xc1, 0, 0])] {
            assert_eq!(float_from_bytes(&bytes, &vax).unwrap(), value);
            assert_eq!(bytes_of(value, &vax, false).unwrap(), bytes);
        }
        let double = FloatType { order: ByteOrder::Vax, exponent_bias: 0x401, ..float(8, 11, 52) };
        let bytes = bytes_of(std::f64::consts::PI, &double, false).unwrap();
        assert_eq!(bytes, [0x29, 0x40, 0xfb, 0x21, 0x44, 0x54, 0x18, 0x2d]);
        assert_eq!(float_from_bytes(&bytes, &double).unwrap(), std::f64::consts::PI);
    }

    #[test]
    fn layouts_whose_fields_do_not_fit_are_errors() {
        let ty = FloatType::native(4);
        let huge = usize::MAX;
        for impossible in [
            FloatType { size: 0, ..ty },
            FloatType { size: 3, ..ty },
            FloatType { size: 17, ..ty },
            FloatType { precision: 0, ..ty },
            FloatType { precision: huge, offset: 2, ..ty },
            FloatType { offset: huge, ..ty },
            FloatType { sign_position: 32, ..ty },
            FloatType { sign_position: huge, ..ty },
            FloatType { sign_position: 0, ..ty },
            FloatType { exponent_position: 25, ..ty },
            FloatType { exponent_position: huge, ..ty },
            FloatType { exponent_size: 0, ..ty },
            FloatType { exponent_size: huge, ..ty },
            FloatType { exponent_size: 64, ..float(16, 14, 100) },
            FloatType { mantissa_position: 1, ..ty },
            FloatType { mantissa_size: 0, ..ty },
            FloatType { mantissa_size: 24, ..ty },
            FloatType { mantissa_size: huge, ..ty },
            FloatType { order: ByteOrder::Vax, ..float(3, 8, 15) },
        ] {
            let bytes = vec![0xff; impossible.size];
            assert!(float_from_bytes(&bytes, &impossible).is_err(), "{impossible:?}");
            assert!(bytes_of(1.0, &impossible, true).is_err(), "{impossible:?}");
        }
        assert!(float_from_bytes(&[0; 8], &ty).is_err());
        assert!(float_to_bytes(1.0, &ty, true, &mut [0; 8]).is_err());
    }

    #[test]
    fn no_layout_makes_reading_or_writing_panic() {
        let mut random = Random(3);
        for _ in 0..100_000 {
            let mut below = |limit: u64| (random.next() % limit) as usize;
            let size = 1 + below(16);
            let limit = 8 * size as u64 + 1;
            let ty = FloatType {
                size,
                order: [ByteOrder::LittleEndian, ByteOrder::BigEndian, ByteOrder::Vax][below(3)],
                precision: 8 * size,
                offset: 0,
                sign_position: [8 * size - 1, below(limit)][below(2)],
                exponent_position: below(limit),
                exponent_size: below(limit),
                mantissa_position: [0, below(limit)][below(2)],
                mantissa_size: below(limit),
                exponent_bias: [0, 7, 1023, usize::MAX, below(1 << 20), below(1 << 63)][below(6)],
                implied_bit: below(2) == 0,
            };
            let bytes: Vec<u8> = (0..size).map(|_| [0, 0xff, below(256) as u8][below(3)]).collect();
            let Ok(value) = float_from_bytes(&bytes, &ty) else {
                continue;
            };
            // What was read exactly is written as it was, or at least as the same value.
            let Ok(written) = bytes_of(value, &ty, false) else {
                let may_differ = ty.mantissa_size >= 53 || ty.exponent_size == 1;
                assert!(value.is_finite() && may_differ, "{value} in {ty:?}");
                continue;
            };
            let again = float_from_bytes(&written, &ty).unwrap();
            assert!(same(again, value), "{value}, not {again}, in {ty:?}");
        }
    }

    #[test]
    fn libhdf5_reads_and_writes_the_same_values() {
        let shifted = FloatType {
            size: 5,
            precision: 24,
            offset: 9,
            sign_position: 9,
            mantissa_position: 10,
            exponent_position: 25,
            ..float(5, 8, 15)
        };
        let stored_first = FloatType { implied_bit: false, ..float(4, 9, 22) };
        let quad = float(16, 15, 112);
        let vax = FloatType { exponent_bias: 0x401, order: ByteOrder::Vax, ..float(8, 11, 52) };
        let layouts = [
            float(2, 5, 10),
            float(2, 8, 7),
            float(1, 4, 3),
            float(1, 5, 2),
            float(1, 2, 1),
            float(4, 8, 23),
            float(6, 11, 36),
            shifted,
            stored_first,
            extended(12),
            quad,
            vax,
        ];
        for ty in layouts {
            compare_with_libhdf5(&ty);
            if ty.order != ByteOrder::Vax {
                compare_with_libhdf5(&FloatType { order: ByteOrder::BigEndian, ..ty });
            }
        }
    }

    fn compare_with_libhdf5(ty: &FloatType) {
        let little = FloatType { order: ByteOrder::LittleEndian, ..*ty };
        let is_vax = ty.order == ByteOrder::Vax;
        let handle = build(&TypeDescriptor::Float(if is_vax { little } else { *ty })).unwrap();
        if is_vax {
            h5t::set_order(&handle, hdf5_ffi::H5T_ORDER_VAX).unwrap();
        }
        let double = h5t::native_f64();
        let transfer = h5p::create_dataset_transfer().unwrap();
        let convert = |from: &Handle, to: &Handle, bytes: &[u8], size: usize| {
            let mut buffer = bytes.to_vec();
            buffer.resize(16, 0);
            h5t::convert(from, to, &mut buffer, &transfer).unwrap();
            buffer.truncate(size);
            buffer
        };
        let smallest_normal = 2.0_f64.powi(1 - i32::try_from(ty.exponent_bias).unwrap());
        let mut random = Random(11);
        for _ in 0..4_000 {
            // Doubles of every magnitude, those that the layout can hold more often.
            let bits = random.next();
            let powers = 1 << ty.exponent_size.min(10);
            let power = (bits % (powers + 4)) as i32 - powers as i32 / 2 - 2;
            let value = match bits >> 60 {
                0 => f64::from_bits(random.next()),
                _ => {
                    f64::from_bits(random.next() & !(0x7ff << 52) | 1023 << 52)
                        * 2.0_f64.powi(power)
                }
            };
            let mut bytes = bytes_of(value, ty, true).unwrap();
            if !is_vax {
                let theirs = convert(&double, &handle, &value.to_ne_bytes(), ty.size);
                let (our, their) =
                    (float_from_bytes(&bytes, ty).unwrap(), float_from_bytes(&theirs, ty).unwrap());
                // It rounds ties away from zero, what is less than the next power of two to the largest
                // finite number, loses the carry of a mantissa of ones that rounds to a subnormal, and
                // sets the first bit in zeros that are too small where that bit is stored.
                let alike = same(our, their)
                    || (our - value).abs() == (their - value).abs()
                    || (our.is_infinite() && their.abs() < value.abs())
                    || (our == 2.0 * their && our.abs() <= smallest_normal)
                    || (our == 0.0 && !ty.implied_bit);
                assert!(alike, "{value:e} is {our:e}, not {their:e}, in {ty:?}");
            }
            // Digits that a double lacks.
            let last = if ty.order == ByteOrder::BigEndian { ty.size - 1 } else { 0 };
            bytes[last] ^= bits as u8;
            let our = float_from_bytes(&bytes, ty).unwrap();
            let their = convert(&handle, &double, &bytes, 8);
            let their = f64::from_ne_bytes(their.try_into().unwrap());
            let halved = !ty.implied_bit && our == 2.0 * their && our.abs() < smallest_normal;
            let alike = same(our, their) || halved;
            assert!(alike, "{bytes:x?} is {our:e}, not {their:e}, in {ty:?}");
        }
    }

    /// Numbers without a pattern: xorshift.
    struct Random(u64);

    impl Random {
        fn next(&mut self) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0
        }
    }
}
