//! What becomes of values that do not fit, and who converts which numbers: libhdf5 or this crate.

use crate::types::{FloatType, IntegerType, TypeDescriptor};

/// What becomes of values that do not fit their new type. By default they are an error.
///
/// [`Dataset::clip`](crate::Dataset::clip) and its kind ask for one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Conversion {
    /// Numbers become the nearest that fits, and lose their fraction where the new type has none, as
    /// libhdf5 does it; not-a-number becomes 0 as an integer.
    pub clip: bool,
    /// Strings that are longer than their new type are cut, between two characters.
    pub truncate: bool,
    /// What is no UTF-8 in a string is replaced by U+FFFD, the replacement character.
    pub lossy: bool,
}

/// What happens to numbers in a transfer by libhdf5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transfer {
    /// It converts them, and one that does not fit is an error.
    Checked,
    /// It converts them, and clips those that do not fit.
    Clipping,
    /// It would clip without being asked: it must not convert. So it is with attributes and fill values,
    /// whose calls take no transfer property list.
    Verbatim,
    /// There is none: the elements are in memory, and stay as they are.
    AsStored,
}

/// The memory type to read elements into: the form that is wanted, in which numbers are left as they
/// are stored where libhdf5 would lose something. This crate then converts them.
pub(crate) fn settle_read(
    stored: &TypeDescriptor,
    form: TypeDescriptor,
    transfer: Transfer,
) -> TypeDescriptor {
    if transfer == Transfer::AsStored {
        return stored.clone();
    }
    settle(&form, stored, &|form, stored| {
        let library = match transfer {
            Transfer::Verbatim | Transfer::AsStored => false,
            Transfer::Checked => converts_well(stored, form),
            // What it makes of not-a-number is not defined between native types.
            Transfer::Clipping => match (stored, form) {
                (TypeDescriptor::Float(float), TypeDescriptor::Integer(_)) => {
                    !float.fits(&FloatType::native(8))
                }
                _ => converts_well(stored, form),
            },
        };
        if library { form.clone() } else { stored.clone() }
    })
}

/// The memory type to write elements from: the form that is wanted, in which numbers are already as they
/// are stored unless all of them fit. So nothing has been written when one does not.
///
/// With `exact`, numbers are always as they are stored; so they are beside padding, which is zero in what
/// this crate lays out, and in what libhdf5 converts the bytes that were in the file.
pub(crate) fn settle_write(
    form: TypeDescriptor,
    stored: &TypeDescriptor,
    exact: bool,
) -> TypeDescriptor {
    let exact = exact || stored.has_padding();
    settle(&form, stored, &|form, stored| {
        if !exact && widens(form, stored) && converts_well(form, stored) {
            form.clone()
        } else {
            stored.clone()
        }
    })
}

/// A form in which each number is chosen between that of the form and the stored one.
fn settle(
    form: &TypeDescriptor,
    stored: &TypeDescriptor,
    choose: &dyn Fn(&TypeDescriptor, &TypeDescriptor) -> TypeDescriptor,
) -> TypeDescriptor {
    if form == stored {
        return form.clone();
    }
    match (form, stored) {
        (TypeDescriptor::Compound(form), TypeDescriptor::Compound(stored)) => {
            let fields = form.fields.iter().map(|field| {
                let source = stored.fields.iter().find(|source| source.name == field.name);
                let ty = match source {
                    Some(source) => settle(&field.ty, &source.ty, choose),
                    None => field.ty.clone(),
                };
                (field.name.clone(), ty)
            });
            TypeDescriptor::Compound(stored.form_of(fields.collect()))
        }
        (TypeDescriptor::Array { dims, base }, TypeDescriptor::Array { base: stored, .. }) => {
            let base = Box::new(settle(base, stored, choose));
            TypeDescriptor::Array { dims: dims.clone(), base }
        }
        (TypeDescriptor::VarLen(base), TypeDescriptor::VarLen(stored)) => {
            TypeDescriptor::VarLen(Box::new(settle(base, stored, choose)))
        }
        (TypeDescriptor::Integer(_) | TypeDescriptor::Float(_) | TypeDescriptor::Complex(_), _) => {
            choose(form, stored)
        }
        _ => form.clone(),
    }
}

/// Whether libhdf5 converts numbers of one type to the other as IEEE 754 says, and tells of those that do
/// not fit.
///
/// Between floats and integers of which one is not native, it makes 0 of what is less than 1 and tells
/// nobody (`H5T__conv_f_i` of 2.2). Where it has no conversion of the compiler's to use, it rounds ties
/// away from zero, and loses digits of subnormal numbers and of floats whose first bit is stored
/// (`H5T__conv_f_f`, `H5T__conv_i_f`).
fn converts_well(from: &TypeDescriptor, to: &TypeDescriptor) -> bool {
    let is_native_float = |ty: &FloatType| [4, 8].map(FloatType::native).contains(ty);
    let is_exact =
        |from: &FloatType, to: &FloatType| from.fits(to) && from.implied_bit && to.implied_bit;
    let is_native_integer =
        |ty: &IntegerType| ty.size <= 8 && *ty == IntegerType::native(ty.size, ty.signed);
    match (from, to) {
        (TypeDescriptor::Float(from), TypeDescriptor::Integer(to)) => {
            is_native_float(from) && is_native_integer(to)
        }
        (TypeDescriptor::Integer(from), TypeDescriptor::Float(to)) => {
            let is_exact = from.precision <= to.mantissa_size + usize::from(to.implied_bit);
            is_native_float(to) && (is_exact || is_native_integer(from))
        }
        (TypeDescriptor::Enum(from), TypeDescriptor::Float(_)) => {
            converts_well(&TypeDescriptor::Integer(from.base), to)
        }
        (TypeDescriptor::Float(from), TypeDescriptor::Float(to)) => {
            is_exact(from, to) || (is_native_float(from) && is_native_float(to))
        }
        // Of a complex number, it does not tell which of the two parts does not fit.
        (TypeDescriptor::Complex(from), TypeDescriptor::Complex(to)) => is_exact(from, to),
        _ => true,
    }
}

/// Whether every number of one type is one of the other, apart from digits of an integer that a float
/// does not have.
fn widens(from: &TypeDescriptor, to: &TypeDescriptor) -> bool {
    match (from, to) {
        (TypeDescriptor::Integer(from), TypeDescriptor::Integer(to)) => {
            let bits = |ty: &IntegerType| ty.precision - usize::from(ty.signed && ty.precision > 0);
            bits(from) <= bits(to) && (to.signed || !from.signed)
        }
        (TypeDescriptor::Integer(from), TypeDescriptor::Float(to)) => {
            // The largest exponent that is not an infinity's.
            let largest = (1_u128 << to.exponent_size.min(64)).saturating_sub(2);
            largest.checked_sub(to.exponent_bias as u128) >= Some(from.precision as u128)
        }
        (TypeDescriptor::Float(from), TypeDescriptor::Float(to))
        | (TypeDescriptor::Complex(from), TypeDescriptor::Complex(to)) => from.fits(to),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_type_widens_where_all_its_values_fit() {
        let integer = |size, signed| TypeDescriptor::Integer(IntegerType::native(size, signed));
        let float = |size| TypeDescriptor::Float(FloatType::native(size));
        for (from, to, expected) in [
            (integer(1, true), integer(2, true), true),
            (integer(1, false), integer(2, true), true),
            (integer(1, false), integer(1, true), false),
            (integer(1, true), integer(8, false), false),
            (integer(8, true), integer(4, true), false),
            (integer(8, false), float(4), true),
            (integer(2, false), float(2), false),
            (float(4), float(8), true),
            (float(8), float(4), false),
            (float(8), integer(8, true), false),
        ] {
            assert_eq!(widens(&from, &to), expected, "{from} to {to}");
        }
    }

    #[test]
    fn attributes_leave_numbers_as_they_are_stored() {
        let stored = TypeDescriptor::VarLen(Box::new(TypeDescriptor::Float(FloatType::native(8))));
        let form = TypeDescriptor::VarLen(Box::new(TypeDescriptor::Float(FloatType::native(4))));
        assert_eq!(settle_read(&stored, form.clone(), Transfer::Verbatim), stored);
        assert_eq!(settle_read(&stored, form.clone(), Transfer::Checked), form);
    }
}
