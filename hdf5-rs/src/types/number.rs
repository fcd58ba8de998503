//! Integers and floats: read and written in place, or converted from and to whatever is stored.

use crate::data::scalars;
use crate::error::{ErrorKind, Result, short_type_name};
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::{ElementMut, whole};
use crate::types::plain::zeros;
use crate::types::{FloatType, IntegerType, TypeDescriptor};

/// Implements the traits for numbers: `$kind` says what is particular to integers or floats. The
/// tables of numbers are at the end of the file.
macro_rules! numbers {
    ($kind:ident: $($ty:ty = $descriptor:expr;)*) => {$(
        impl Encode for $ty {
            const IS_BYTE: bool = matches!((size_of::<$ty>(), <$ty>::MIN as i8), (1, 0));

            fn dtype() -> TypeDescriptor {
                $descriptor
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                $kind::write_form(stored, Self::dtype)
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                if *element.descriptor() == $descriptor {
                    return element.put_bytes(&self.to_ne_bytes());
                }
                $kind::encode(*self as $kind::Widest, element)
            }

            fn as_bytes(values: &[Self]) -> Option<&[u8]> {
                Some(bytemuck::cast_slice(values))
            }
        }

        impl Decode for $ty {
            const IS_BYTE: bool = matches!((size_of::<$ty>(), <$ty>::MIN as i8), (1, 0));

            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                $kind::read_form(stored, <Self as Encode>::dtype)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                if *element.descriptor() == $descriptor {
                    if let Ok(bytes) = element.bytes().try_into() {
                        return Ok(Self::from_ne_bytes(bytes));
                    }
                }
                let wide = $kind::decode(element, short_type_name::<Self>)?;
                let value = wide as Self;
                if element.conversion().clip {
                    return Ok($kind::clip(wide, Self::MIN as _, Self::MAX as _) as Self);
                }
                if $kind::is_same(wide, value as $kind::Widest) {
                    return Ok(value);
                }
                Err(ErrorKind::out_of_range(&wide, &short_type_name::<Self>()).into())
            }

            fn plain() -> Option<TypeDescriptor> {
                Some($descriptor)
            }

            fn zeroed(len: usize) -> Option<Result<Vec<Self>>> {
                Some(zeros(len))
            }

            fn as_bytes_mut(values: &mut [Self]) -> Option<&mut [u8]> {
                Some(bytemuck::cast_slice_mut(values))
            }
        }

        scalars! { [] $ty; }
    )*};
}

/// What integers have in common: an `i128` holds all of them.
mod integers {
    use super::*;

    pub(super) type Widest = i128;

    pub(super) fn write_form(
        stored: &TypeDescriptor,
        own: impl Fn() -> TypeDescriptor,
    ) -> Option<TypeDescriptor> {
        match stored {
            TypeDescriptor::Integer(_) | TypeDescriptor::Float(_) => Some(own()),
            // libhdf5 converts no integer to these.
            TypeDescriptor::Enum(_) | TypeDescriptor::Bitfield(_) => Some(stored.clone()),
            _ => None,
        }
    }

    pub(super) fn read_form(
        stored: &TypeDescriptor,
        own: impl Fn() -> TypeDescriptor,
    ) -> Option<TypeDescriptor> {
        match stored {
            _ if stored.is_number() => Some(own()),
            // libhdf5 does not convert these.
            TypeDescriptor::Bitfield(_) => Some(stored.clone()),
            _ => None,
        }
    }

    pub(super) fn encode(value: i128, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_integer(value)
    }

    pub(super) fn decode(element: Element<'_>, target: fn() -> &'static str) -> Result<i128> {
        match element.descriptor() {
            // What an `f64` does not hold exactly is not read as an integer by way of one.
            ty @ TypeDescriptor::Float(float) if !float.fits(&FloatType::native(8)) => {
                let what = format!("converting {ty} to an integer");
                Err(ErrorKind::Unsupported { what: what.into() }.into())
            }
            TypeDescriptor::Float(_) => {
                whole(element.float()?, element.conversion().clip, &|| target().into())
            }
            _ => element.integer(),
        }
    }

    pub(super) fn clip(value: i128, min: i128, max: i128) -> i128 {
        value.clamp(min, max)
    }

    pub(super) fn is_same(wide: i128, narrow: i128) -> bool {
        wide == narrow
    }
}

/// What floats have in common: an `f64` holds all of them. Rounding is no misfit.
mod floats {
    use super::*;

    pub(super) type Widest = f64;

    pub(super) fn write_form(
        stored: &TypeDescriptor,
        own: impl Fn() -> TypeDescriptor,
    ) -> Option<TypeDescriptor> {
        matches!(stored, TypeDescriptor::Integer(_) | TypeDescriptor::Float(_)).then(own)
    }

    pub(super) fn read_form(
        stored: &TypeDescriptor,
        own: impl Fn() -> TypeDescriptor,
    ) -> Option<TypeDescriptor> {
        stored.is_number().then(own)
    }

    pub(super) fn encode(value: f64, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_float(value)
    }

    pub(super) fn decode(element: Element<'_>, _target: fn() -> &'static str) -> Result<f64> {
        match element.descriptor() {
            TypeDescriptor::Float(_) => element.float(),
            _ => Ok(element.integer()? as f64),
        }
    }

    /// A float that is too large becomes infinite, which is what a cast makes of it.
    pub(super) fn clip(value: f64, _min: f64, _max: f64) -> f64 {
        value
    }

    pub(super) fn is_same(wide: f64, narrow: f64) -> bool {
        wide.is_finite() == narrow.is_finite()
    }
}

numbers! { integers:
    i8 = TypeDescriptor::Integer(IntegerType::native(1, true));
    i16 = TypeDescriptor::Integer(IntegerType::native(2, true));
    i32 = TypeDescriptor::Integer(IntegerType::native(4, true));
    i64 = TypeDescriptor::Integer(IntegerType::native(8, true));
    isize = TypeDescriptor::Integer(IntegerType::native(size_of::<isize>(), true));
    u8 = TypeDescriptor::Integer(IntegerType::native(1, false));
    u16 = TypeDescriptor::Integer(IntegerType::native(2, false));
    u32 = TypeDescriptor::Integer(IntegerType::native(4, false));
    u64 = TypeDescriptor::Integer(IntegerType::native(8, false));
    usize = TypeDescriptor::Integer(IntegerType::native(size_of::<usize>(), false));
}

numbers! { floats:
    f32 = TypeDescriptor::Float(FloatType::native(4));
    f64 = TypeDescriptor::Float(FloatType::native(8));
}
