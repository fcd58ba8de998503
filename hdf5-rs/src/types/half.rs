//! `half::f16` and `half::bf16`: floats of two bytes, read and written in place.

use half::{bf16, f16};

use crate::convert::Conversion;
use crate::data::scalars;
use crate::error::Result;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
use crate::types::float::float_to_bytes;
use crate::types::plain::zeros;
use crate::types::{FloatType, TypeDescriptor};

/// IEEE 754 half precision: 5 bits of exponent, 10 of mantissa.
pub(crate) const F16: FloatType = FloatType::native(2);

/// The upper half of a single: 8 bits of exponent, 7 of mantissa.
const BF16: FloatType = FloatType {
    exponent_position: 7,
    exponent_size: 8,
    mantissa_size: 7,
    exponent_bias: 127,
    ..F16
};

/// The bytes of the half that is nearest to a double. The conversions of the crate `half` look at half of
/// the double's bits.
pub(crate) fn nearest(wide: f64, half: FloatType, conversion: Conversion) -> Result<[u8; 2]> {
    let mut bytes = [0; 2];
    float_to_bytes(wide, &half, conversion.clip, &mut bytes)?;
    Ok(bytes)
}

/// Implements the traits for a float of two bytes.
macro_rules! halves {
    ($($ty:ty = $float:expr;)*) => {$(
        impl Encode for $ty {
            fn dtype() -> TypeDescriptor {
                TypeDescriptor::Float($float)
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                f32::write_form(stored).map(|_| Self::dtype())
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                if *element.descriptor() == Self::dtype() {
                    return element.put_bytes(&self.to_ne_bytes());
                }
                self.to_f64().encode(element)
            }

            fn as_bytes(values: &[Self]) -> Option<&[u8]> {
                Some(bytemuck::cast_slice(values))
            }
        }

        impl Decode for $ty {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                f32::read_form(stored).map(|_| Self::dtype())
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                if let ([a, b], true) = (element.bytes(), *element.descriptor() == Self::dtype()) {
                    return Ok(Self::from_ne_bytes([*a, *b]));
                }
                nearest(f64::decode(element)?, $float, element.conversion()).map(Self::from_ne_bytes)
            }

            fn plain() -> Option<TypeDescriptor> {
                Some(Self::dtype())
            }

            fn zeroed(len: usize) -> Option<Result<Vec<Self>>> {
                Some(zeros(len))
            }

            fn as_bytes_mut(values: &mut [Self]) -> Option<&mut [u8]> {
                Some(bytemuck::cast_slice_mut(values))
            }
        }
    )*};
}

halves! {
    f16 = F16;
    bf16 = BF16;
}

scalars! { [] f16; [] bf16; }
