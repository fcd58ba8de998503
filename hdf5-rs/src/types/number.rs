//! Integers and floats: read and written in place.

use crate::data::scalars;
use crate::error::{Error, ErrorKind, Result};
use crate::types::element::{Decode, Element, ElementMut, Encode};
use crate::types::{FloatType, IntegerType, TypeDescriptor};

/// Implements the traits for a number; the table of numbers is at the end of the file.
macro_rules! numbers {
    ($($ty:ty = $descriptor:expr;)*) => {$(
        impl Encode for $ty {
            fn dtype() -> TypeDescriptor {
                $descriptor
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                // Unlike in reading, libhdf5 converts no number to an enumeration.
                let converts =
                    matches!(stored, TypeDescriptor::Integer(_) | TypeDescriptor::Float(_));
                converts.then(Self::dtype)
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                element.put_bytes(&self.to_ne_bytes())
            }

            fn as_bytes(values: &[Self]) -> Option<&[u8]> {
                Some(bytemuck::cast_slice(values))
            }
        }

        impl Decode for $ty {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                stored.is_number().then(Self::dtype)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                let bytes = element.bytes().try_into();
                bytes.map(Self::from_ne_bytes).map_err(|_| wrong_size())
            }

            fn zeroed(len: usize) -> Option<Result<Vec<Self>>> {
                let bytes = len.checked_mul(size_of::<Self>());
                Some(
                    bytemuck::allocation::try_zeroed_slice_box(len)
                        .map(Vec::from)
                        .map_err(|()| ErrorKind::OutOfMemory { bytes }.into()),
                )
            }

            fn as_bytes_mut(values: &mut [Self]) -> Option<&mut [u8]> {
                Some(bytemuck::cast_slice_mut(values))
            }
        }
    )*};
}

fn wrong_size() -> Error {
    Error::invalid_value("the element is not a number of this size")
}

numbers! {
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
    f32 = TypeDescriptor::Float(FloatType::native(4));
    f64 = TypeDescriptor::Float(FloatType::native(8));
}

scalars! {
    [] i8; [] i16; [] i32; [] i64; [] isize;
    [] u8; [] u16; [] u32; [] u64; [] usize;
    [] f32; [] f64;
}
