//! Complex numbers, stored as h5py and numpy store them: a compound of `r` and `i`.

#[cfg(feature = "half")]
use half::f16;
use num_complex::Complex;

use crate::convert::Conversion;
use crate::data::scalars;
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
#[cfg(feature = "half")]
use crate::types::half::{F16, nearest};
use crate::types::plain::zeros;
use crate::types::{CompoundType, FloatType, TypeDescriptor};

/// The names that the real and the imaginary part have in the wild: of h5py, PyTables and Julia, of
/// some C++ libraries, of MATLAB and Octave. The first is what is written.
const NAMES: [[&str; 2]; 3] = [["r", "i"], ["re", "im"], ["real", "imag"]];

/// A compound of a real and an imaginary part, one after the other.
fn compound([re, im]: [(&str, TypeDescriptor); 2]) -> TypeDescriptor {
    let fields = [re, im].map(|(name, ty)| (Name::from(name), ty));
    TypeDescriptor::Compound(CompoundType::packed(fields))
}

/// The names and types of the real and the imaginary part of a compound, in this order, if it is a
/// complex number: if it has these two fields and no others.
fn parts(ty: &CompoundType) -> Option<[(&'static str, &TypeDescriptor); 2]> {
    let [first, second] = ty.fields.as_slice() else {
        return None;
    };
    NAMES.iter().find_map(|&[re, im]| {
        if first.name == re && second.name == im {
            Some([(re, &first.ty), (im, &second.ty)])
        } else if first.name == im && second.name == re {
            Some([(re, &second.ty), (im, &first.ty)])
        } else {
            None
        }
    })
}

/// The form of a compound that is a complex number: of its names, with the forms of its parts.
fn compound_form(
    stored: &CompoundType,
    part_form: fn(&TypeDescriptor) -> Option<TypeDescriptor>,
) -> Option<TypeDescriptor> {
    let [(re, re_ty), (im, im_ty)] = parts(stored)?;
    Some(compound([(re, part_form(re_ty)?), (im, part_form(im_ty)?)]))
}

/// Why a stored type and a complex number do not convert.
fn mismatch<T>(stored: &TypeDescriptor) -> ErrorKind {
    match stored {
        TypeDescriptor::Compound(_) => ErrorKind::type_mismatch::<T>(&format_args!(
            "{stored}, which is not a compound of two numbers r and i,"
        )),
        _ => ErrorKind::type_mismatch::<T>(stored),
    }
}

/// Implements the traits for complex numbers over a float.
macro_rules! complex {
    ($($part:ty, $from_double:expr;)*) => {$(
        impl Encode for Complex<$part> {
            fn dtype() -> TypeDescriptor {
                compound(NAMES[0].map(|name| (name, <$part>::dtype())))
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                match stored {
                    TypeDescriptor::Compound(ty) => compound_form(ty, <$part>::write_form),
                    TypeDescriptor::Complex(_) => Some(TypeDescriptor::Complex(
                        FloatType::native(size_of::<$part>()),
                    )),
                    _ => None,
                }
            }

            fn write_error(stored: &TypeDescriptor) -> ErrorKind {
                mismatch::<Self>(stored)
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                match element.descriptor() {
                    TypeDescriptor::Complex(_) => {
                        element.put_complex([self.re, self.im].map(f64::from))
                    }
                    _ => {
                        element.put_field(0, &self.re)?;
                        element.put_field(1, &self.im)
                    }
                }
            }

            fn as_bytes(values: &[Self]) -> Option<&[u8]> {
                Some(bytemuck::cast_slice(values))
            }
        }

        impl Decode for Complex<$part> {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                match stored {
                    TypeDescriptor::Compound(ty) => compound_form(ty, <$part>::read_form),
                    TypeDescriptor::Complex(_) => Self::write_form(stored),
                    TypeDescriptor::Integer(_) | TypeDescriptor::Float(_) => {
                        <$part>::read_form(stored)
                    }
                    _ => None,
                }
            }

            fn read_error(stored: &TypeDescriptor) -> ErrorKind {
                mismatch::<Self>(stored)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                match element.descriptor() {
                    // As it is stored, the imaginary part may come first.
                    TypeDescriptor::Compound(ty) => {
                        let [first, second] = [element.field(0)?, element.field(1)?];
                        let swapped = parts(ty).is_some_and(|[(re, _), _]| ty.fields[0].name != re);
                        let [re, im] = if swapped { [second, first] } else { [first, second] };
                        Ok(Self { re: <$part>::decode(re)?, im: <$part>::decode(im)? })
                    }
                    TypeDescriptor::Complex(_) => {
                        let conversion = element.conversion();
                        let [re, im] = element.complex()?.map(|part| $from_double(part, conversion));
                        Ok(Self { re: re?, im: im? })
                    }
                    _ => Ok(Self { re: <$part>::decode(element)?, im: <$part>::default() }),
                }
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

        scalars! { [] Complex<$part>; }
    )*};
}

/// The nearest single; rounding is no error, a number that became infinite is.
fn single(wide: f64, conversion: Conversion) -> Result<f32> {
    let single = wide as f32;
    if wide.is_finite() && !single.is_finite() && !conversion.clip {
        return Err(ErrorKind::out_of_range(&wide, &"f32").into());
    }
    Ok(single)
}

complex! {
    f32, single;
    f64, |wide, _| Ok::<f64, Error>(wide);
}

#[cfg(feature = "half")]
complex! {
    f16, |wide, conversion| nearest(wide, F16, conversion).map(f16::from_ne_bytes);
}
