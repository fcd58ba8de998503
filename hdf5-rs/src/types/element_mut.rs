//! Room for one element in memory, and what can be put there.

use crate::convert::Conversion;
use crate::error::{Error, ErrorKind, Result};
use crate::raw::arena::Arena;
use crate::raw::h5r::{STD_SIZE, StdReference};
use crate::types::buffer::{sequence, zeros};
use crate::types::element::{BYTE, Encode};
use crate::types::float::float_to_bytes;
use crate::types::integer::{clamp_integer, integer_to_bytes, name_of};
use crate::types::{
    CharSet, EnumType, IntegerType, ReferenceType, StringLength, StringPadding, TypeDescriptor,
};

/// Room for one element that is about to be written.
///
/// All of its bytes are zero at first, so that what is left out is too: padding, for example.
pub struct ElementMut<'a> {
    bytes: &'a mut [u8],
    ty: &'a TypeDescriptor,
    /// The axes of an array type that are left out: the element is a part of one.
    outer: usize,
    arena: &'a mut Arena,
    conversion: Conversion,
}

impl<'a> ElementMut<'a> {
    pub(crate) fn new(
        bytes: &'a mut [u8],
        ty: &'a TypeDescriptor,
        arena: &'a mut Arena,
        conversion: Conversion,
    ) -> Self {
        debug_assert_eq!(Some(bytes.len()), ty.size());
        Self { bytes, ty, outer: 0, arena, conversion }
    }

    /// The type of the element in memory.
    #[must_use]
    pub fn descriptor(&self) -> &'a TypeDescriptor {
        self.ty
    }

    /// What becomes of a value that does not fit.
    #[must_use]
    pub fn conversion(&self) -> Conversion {
        self.conversion
    }

    /// Puts the bytes of an element of a type without pointers.
    ///
    /// # Errors
    ///
    /// Fails if the type holds pointers or has another size.
    pub fn put_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        if self.ty.holds_pointers() || bytes.len() != self.bytes.len() {
            return Err(Error::invalid_argument("the bytes are not one element of the type"));
        }
        self.bytes.copy_from_slice(bytes);
        Ok(())
    }

    /// Puts a reference in the form of HDF5 1.12, which lives as long as the element does.
    pub(crate) fn put_std_reference(&mut self, reference: &StdReference) -> Result<()> {
        match (self.ty, <&mut [u8; STD_SIZE]>::try_from(&mut *self.bytes)) {
            (TypeDescriptor::Reference(ReferenceType::Std), Ok(bytes)) => {
                *bytes = reference.bytes();
                self.arena.keep(reference.clone());
                Ok(())
            }
            _ => Err(self.is_not("such a reference")),
        }
    }

    /// Puts a whole number: as an integer, bit field or float of any layout, or as a value that an
    /// enumeration has a name for.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ValueOutOfRange`] if it does not fit, unless clipping was asked for;
    /// [`ErrorKind::InvalidValue`] if an enumeration has no name for it. Fails for other types.
    pub fn put_integer(&mut self, value: i128) -> Result<()> {
        match self.ty {
            TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) => self.put_bits(value, ty),
            TypeDescriptor::Enum(ty) => {
                if !ty.members.iter().any(|member| member.value == value) {
                    let reason = format!("{} has no name for {value}", self.ty);
                    return Err(Error::invalid_value(reason));
                }
                self.put_bits(value, &ty.base)
            }
            TypeDescriptor::Float(_) => self.put_float(value as f64),
            _ => Err(self.is_not("a number")),
        }
    }

    /// Puts a value of an enumeration that may have no name.
    pub(crate) fn put_enum_value(&mut self, value: i128, ty: &EnumType) -> Result<()> {
        self.put_bits(value, &ty.base)
    }

    fn put_bits(&mut self, value: i128, ty: &IntegerType) -> Result<()> {
        let value = if self.conversion.clip { clamp_integer(value, ty) } else { value };
        integer_to_bytes(value, ty, self.bytes)
    }

    /// Puts a number: as a float of any layout, or as an integer if it has no fraction.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ValueOutOfRange`] if it does not fit, unless clipping was asked for. Fails for other
    /// types.
    pub fn put_float(&mut self, value: f64) -> Result<()> {
        let clip = self.conversion.clip;
        match self.ty {
            TypeDescriptor::Float(ty) => float_to_bytes(value, ty, clip, self.bytes),
            TypeDescriptor::Integer(ty) => {
                let whole = whole(value, clip, &|| name_of(ty).to_string())?;
                self.put_bits(whole, ty)
            }
            _ => Err(self.is_not("a number")),
        }
    }

    /// Puts a complex number of HDF5 2.0.
    ///
    /// # Errors
    ///
    /// As [`put_float`](Self::put_float); fails for other types.
    pub fn put_complex(&mut self, [re, im]: [f64; 2]) -> Result<()> {
        let TypeDescriptor::Complex(ty) = self.ty else {
            return Err(self.is_not("a complex number"));
        };
        let clip = self.conversion.clip;
        let (first, second) = self.bytes.split_at_mut(self.bytes.len() / 2);
        float_to_bytes(re, ty, clip, first)?;
        float_to_bytes(im, ty, clip, second)
    }

    /// Puts a string, padded as its type says.
    ///
    /// # Errors
    ///
    /// Fails if the type is not a string, the text has a NUL byte, has characters that the character
    /// set lacks, or is too long for a fixed length, unless truncating was asked for.
    pub fn put_string(&mut self, text: &str) -> Result<()> {
        let TypeDescriptor::String(ty) = self.ty else {
            return Err(self.is_not("a string"));
        };
        if ty.charset == CharSet::Ascii && !text.is_ascii() {
            return Err(Error::invalid_value(format!("{text:?} has characters outside ASCII")));
        }
        self.put_string_bytes(text.as_bytes())
    }

    /// Puts the bytes of a string, whatever its character set, padded as its type says.
    ///
    /// # Errors
    ///
    /// As [`put_string`](Self::put_string), characters apart.
    pub fn put_string_bytes(&mut self, text: &[u8]) -> Result<()> {
        let TypeDescriptor::String(ty) = self.ty else {
            return Err(self.is_not("a string"));
        };
        if text.contains(&0) {
            return Err(Error::invalid_value("the string has a NUL byte, which ends it in HDF5"));
        }
        let StringLength::Fixed(length) = ty.length else {
            let pointer = self.arena.push(&[text, &[0]])?;
            self.bytes.copy_from_slice(&pointer.to_ne_bytes());
            return Ok(());
        };
        let room = length - usize::from(ty.padding == StringPadding::NullTerminated);
        let kept = if text.len() <= room {
            text
        } else if self.conversion.truncate {
            cut(text, room)
        } else {
            return Err(Error::invalid_value(format!(
                "{:?} has {} bytes, more than the {room} that the type holds",
                String::from_utf8_lossy(text),
                text.len()
            )));
        };
        let filler = if ty.padding == StringPadding::SpacePadded { b' ' } else { 0 };
        self.bytes.fill(filler);
        self.bytes[..kept.len()].copy_from_slice(kept);
        Ok(())
    }

    /// Puts the values of an array, of which there must be as many as it has, or of a sequence of
    /// variable length.
    ///
    /// # Errors
    ///
    /// Fails for other types, for an array of another length, and where a value does not fit.
    pub fn put_list<T: Encode>(&mut self, values: &[T]) -> Result<()> {
        self.put_each(values.len(), T::as_bytes(values).map(|bytes| (T::dtype(), bytes)), {
            let mut values = values.iter();
            move |element| values.next().map_or(Ok(()), |value| value.encode(element))
        })
    }

    /// Puts as many values into an array or sequence, by the function; or all of them as they lie in
    /// memory, if that is the type in which they are put.
    pub(crate) fn put_each(
        &mut self,
        length: usize,
        in_place: Option<(TypeDescriptor, &[u8])>,
        mut encode: impl FnMut(&mut ElementMut<'_>) -> Result<()>,
    ) -> Result<()> {
        let conversion = self.conversion;
        match self.ty {
            TypeDescriptor::VarLen(base) => {
                if length == 0 {
                    return Ok(());
                }
                let size = base.size().filter(|&size| size > 0);
                let size = size.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
                let total = size.checked_mul(length);
                let total = total.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
                // Whatever a type says of its bytes, they are neither pointers nor fewer than needed.
                let in_place = in_place.filter(|(ty, bytes)| {
                    ty == &**base && !ty.holds_pointers() && bytes.len() == total
                });
                let address = match in_place {
                    Some((_, bytes)) => self.arena.push(&[bytes])?,
                    None => {
                        let mut bytes = zeros(total)?;
                        for bytes in bytes.chunks_exact_mut(size) {
                            encode(&mut ElementMut::new(bytes, base, self.arena, conversion))?;
                        }
                        self.arena.push(&[&bytes])?
                    }
                };
                self.bytes.copy_from_slice(&sequence(length, address));
                Ok(())
            }
            TypeDescriptor::Array { dims, base } => {
                let (&expected, inner) = dims
                    .get(self.outer..)
                    .and_then(<[usize]>::split_first)
                    .ok_or_else(|| self.is_not("an array"))?;
                if length != expected {
                    let reason = format!("{length} values for the {expected} of {}", self.ty);
                    return Err(Error::invalid_value(reason));
                }
                let size = self.bytes.len() / length.max(1);
                for bytes in self.bytes.chunks_exact_mut(size.max(1)) {
                    let arena = &mut *self.arena;
                    encode(&mut if inner.is_empty() {
                        ElementMut::new(bytes, base, arena, conversion)
                    } else {
                        let (ty, outer) = (self.ty, self.outer + 1);
                        ElementMut { bytes, ty, outer, arena, conversion }
                    })?;
                }
                Ok(())
            }
            TypeDescriptor::Opaque { .. } if length == self.bytes.len() => {
                for byte in self.bytes.chunks_exact_mut(1) {
                    encode(&mut ElementMut::new(byte, &BYTE, self.arena, conversion))?;
                }
                Ok(())
            }
            _ => Err(self.is_not("a list of as many values")),
        }
    }

    /// A field of a compound, counted in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails if there is no such field, or it lies outside its compound.
    pub fn field(&mut self, index: usize) -> Result<ElementMut<'_>> {
        let field = match self.ty {
            TypeDescriptor::Compound(ty) => ty.fields.get(index),
            _ => None,
        };
        let field = field.ok_or_else(|| {
            Error::invalid_argument(format!("{} has no field number {index}", self.ty))
        })?;
        let bytes = field.range().and_then(|range| self.bytes.get_mut(range));
        let bytes = bytes.ok_or_else(|| Error::invalid_argument("a field outside its compound"))?;
        Ok(ElementMut::new(bytes, &field.ty, self.arena, self.conversion))
    }

    fn is_not(&self, what: &str) -> Error {
        Error::invalid_value(format!("{} is not {what}", self.ty))
    }
}

/// A float as a whole number, which is to be of a type.
///
/// # Errors
///
/// [`ErrorKind::ValueOutOfRange`] if it has a fraction or is none, unless clipping was asked for.
pub(crate) fn whole(value: f64, clip: bool, target: &dyn Fn() -> String) -> Result<i128> {
    // What lies beyond an `i128` fits no integer of HDF5.
    if clip || (value.fract() == 0.0 && value.abs() < 2_f64.powi(126)) {
        return Ok(value as i128);
    }
    Err(ErrorKind::out_of_range(&value, &target()).into())
}

/// The beginning of a string that has room, without a part of a character at its end.
pub(crate) fn cut(text: &[u8], room: usize) -> &[u8] {
    if text.len() <= room {
        return text;
    }
    let is_boundary = |&end: &usize| text[end] & 0xc0 != 0x80;
    // No character of UTF-8 has more than four bytes; other text is cut anywhere.
    let end = (room.saturating_sub(3)..=room).rev().find(is_boundary).unwrap_or(room);
    &text[..end]
}
