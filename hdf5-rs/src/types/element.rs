//! One element in memory, and the Rust types that can be one.

use crate::data::{FromData, Nested, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::types::buffer::{Arena, vlen_bytes, vlen_string};
use crate::types::integer::integer_from_bytes;
use crate::types::{
    CharSet, CompoundType, FloatType, StringLength, StringPadding, StringType, TypeDescriptor,
};

/// One element that libhdf5 has read into memory.
///
/// It knows its bytes and their type, and hands out parts that are checked against both. It cannot be
/// made outside this crate.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    bytes: &'a [u8],
    ty: &'a TypeDescriptor,
}

impl<'a> Element<'a> {
    /// # Safety
    ///
    /// Where the type holds pointers, libhdf5 must have filled them in, or they must be null, and what
    /// they point to must live for `'a`.
    pub(crate) unsafe fn new(bytes: &'a [u8], ty: &'a TypeDescriptor) -> Self {
        debug_assert_eq!(Some(bytes.len()), ty.size());
        Self { bytes, ty }
    }

    /// The type of the element in memory.
    #[must_use]
    pub fn descriptor(&self) -> &'a TypeDescriptor {
        self.ty
    }

    /// The bytes of the element. Where the type holds pointers, these are their addresses.
    #[must_use]
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The value of an integer, bit field or enumeration.
    ///
    /// # Errors
    ///
    /// Fails for other types, and for integers of more than 127 bits.
    pub fn integer(&self) -> Result<i128> {
        match self.ty {
            TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) => {
                integer_from_bytes(self.bytes, ty)
            }
            TypeDescriptor::Enum(ty) => integer_from_bytes(self.bytes, &ty.base),
            _ => Err(self.is_not("an integer")),
        }
    }

    /// The value of a single- or double-precision float of this machine.
    ///
    /// # Errors
    ///
    /// Fails for other types.
    pub fn float(&self) -> Result<f64> {
        match self.ty {
            TypeDescriptor::Float(ty) => {
                native_float(ty, self.bytes).ok_or_else(|| self.is_not("a native float"))
            }
            _ => Err(self.is_not("a float")),
        }
    }

    /// The real and the imaginary part of a complex number over a float of this machine.
    ///
    /// # Errors
    ///
    /// Fails for other types.
    pub fn complex(&self) -> Result<[f64; 2]> {
        let TypeDescriptor::Complex(ty) = self.ty else {
            return Err(self.is_not("a complex number"));
        };
        let (re, im) = self.bytes.split_at(self.bytes.len() / 2);
        match (native_float(ty, re), native_float(ty, im)) {
            (Some(re), Some(im)) => Ok([re, im]),
            _ => Err(self.is_not("a native complex number")),
        }
    }

    /// The bytes of a string, without its padding; a null pointer is an empty string.
    ///
    /// # Errors
    ///
    /// Fails for other types.
    pub fn string(&self) -> Result<&'a [u8]> {
        match self.ty {
            TypeDescriptor::String(StringType { length: StringLength::Variable, .. }) => {
                // SAFETY: the element is a variable-length string, whose pointer libhdf5 filled in,
                // and whose target lives for `'a` (promised to `new`).
                Ok(unsafe { vlen_string(self.bytes) })
            }
            TypeDescriptor::String(StringType { padding, .. }) => Ok(trim(self.bytes, *padding)),
            _ => Err(self.is_not("a string")),
        }
    }

    /// The elements of an array, in C order, or of a variable-length sequence.
    ///
    /// # Errors
    ///
    /// Fails for other types, and for sequences that claim more memory than there is.
    pub fn elements(&self) -> Result<impl ExactSizeIterator<Item = Element<'a>> + use<'a>> {
        let (bytes, base) = match self.ty {
            TypeDescriptor::Array { base, .. } => (self.bytes, &**base),
            TypeDescriptor::VarLen(base) => {
                let size = base.size().ok_or_else(|| self.is_not("addressable"))?;
                // SAFETY: the element is a variable-length sequence of elements of that size, whose
                // pointer libhdf5 filled in, and whose target lives for `'a` (promised to `new`).
                (unsafe { vlen_bytes(self.bytes, size) }?, &**base)
            }
            _ => return Err(self.is_not("a sequence")),
        };
        let size = base.size().filter(|&size| size > 0);
        let size = size.ok_or_else(|| self.is_not("addressable"))?;
        // SAFETY: each chunk is one element of the base type, inside this element, for which the same
        // was promised.
        Ok(bytes.chunks_exact(size).map(move |bytes| unsafe { Element::new(bytes, base) }))
    }

    /// The fields of a compound, in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails for other types, and where a field lies outside its compound.
    pub fn fields(&self) -> Result<Vec<Element<'a>>> {
        let TypeDescriptor::Compound(CompoundType { fields, .. }) = self.ty else {
            return Err(self.is_not("a compound"));
        };
        (0..fields.len()).map(|index| self.field(index)).collect()
    }

    /// One field of a compound, counted in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails for other types, and where there is no such field or it lies outside its compound.
    pub fn field(&self, index: usize) -> Result<Element<'a>> {
        let TypeDescriptor::Compound(CompoundType { fields, .. }) = self.ty else {
            return Err(self.is_not("a compound"));
        };
        let field = fields.get(index);
        let field = field.ok_or_else(|| self.is_not("a compound of as many fields"))?;
        let bytes = field.range().and_then(|range| self.bytes.get(range));
        let bytes = bytes.ok_or_else(|| Error::invalid_value("a field outside its compound"))?;
        // SAFETY: the bytes are one element of the field's type, inside this element, for which
        // the same was promised.
        Ok(unsafe { Element::new(bytes, &field.ty) })
    }

    fn is_not(&self, what: &str) -> Error {
        Error::invalid_value(format!("{} is not {what}", self.ty))
    }
}

/// The value of a float of this machine, of single or double precision.
fn native_float(ty: &FloatType, bytes: &[u8]) -> Option<f64> {
    match *bytes {
        [a, b, c, d] if *ty == FloatType::native(4) => {
            Some(f32::from_ne_bytes([a, b, c, d]).into())
        }
        [a, b, c, d, e, f, g, h] if *ty == FloatType::native(8) => {
            Some(f64::from_ne_bytes([a, b, c, d, e, f, g, h]))
        }
        _ => None,
    }
}

/// A fixed-length string without its padding.
fn trim(bytes: &[u8], padding: StringPadding) -> &[u8] {
    match padding {
        StringPadding::NullTerminated => {
            bytes.iter().position(|&byte| byte == 0).map_or(bytes, |end| &bytes[..end])
        }
        StringPadding::NullPadded => trim_end(bytes, 0),
        StringPadding::SpacePadded => trim_end(bytes, b' '),
    }
}

fn trim_end(bytes: &[u8], filler: u8) -> &[u8] {
    let end = bytes.iter().rposition(|&byte| byte != filler).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// Room for one element that is about to be written.
pub struct ElementMut<'a> {
    pub(crate) bytes: &'a mut [u8],
    pub(crate) ty: &'a TypeDescriptor,
    pub(crate) arena: &'a mut Arena,
}

impl ElementMut<'_> {
    /// The type of the element in memory.
    #[must_use]
    pub fn descriptor(&self) -> &TypeDescriptor {
        self.ty
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

    /// Puts a string, padded as its type says.
    ///
    /// # Errors
    ///
    /// Fails if the type is not a string, the text has a NUL byte, has characters that the character
    /// set lacks, or is too long for a fixed length.
    pub fn put_string(&mut self, text: &str) -> Result<()> {
        let ascii =
            matches!(self.ty, TypeDescriptor::String(StringType { charset: CharSet::Ascii, .. }));
        if ascii && !text.is_ascii() {
            return Err(Error::invalid_value(format!("{text:?} has characters outside ASCII")));
        }
        self.put_string_bytes(text.as_bytes())
    }

    /// Puts a string of whatever encoding, padded as its type says.
    ///
    /// # Errors
    ///
    /// Fails if the type is not a string, or if the string has a NUL byte or is too long for a fixed
    /// length.
    pub fn put_string_bytes(&mut self, string: &[u8]) -> Result<()> {
        let TypeDescriptor::String(ty) = self.ty else {
            return Err(Error::invalid_argument("the type is not a string"));
        };
        if string.contains(&0) {
            return Err(Error::invalid_value("the string has a NUL byte, which ends it in HDF5"));
        }
        match ty.length {
            StringLength::Variable => {
                let pointer = self.arena.push_c_string(string)?;
                self.bytes.copy_from_slice(&pointer.to_ne_bytes());
            }
            StringLength::Fixed(length) => {
                let room = length - usize::from(ty.padding == StringPadding::NullTerminated);
                if string.len() > room {
                    return Err(Error::invalid_value(format!(
                        "{:?} has {} bytes, more than the {room} that the type holds",
                        String::from_utf8_lossy(string),
                        string.len()
                    )));
                }
                let filler = if ty.padding == StringPadding::SpacePadded { b' ' } else { 0 };
                self.bytes.fill(filler);
                self.bytes[..string.len()].copy_from_slice(string);
            }
        }
        Ok(())
    }
}

/// A Rust type whose values can be written as elements.
///
/// Provided for all integers, `f32`, `f64`, `bool`, `String`, `str`, and references to them. For
/// structs and enums, `#[derive(H5Type)]` implements it.
pub trait Encode {
    /// The type that a new dataset or attribute of these elements gets in the file.
    fn dtype() -> TypeDescriptor;

    /// The form in memory from which elements are written where the file stores them as `stored`;
    /// `None` where the two types do not convert.
    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor>;

    /// Why [`write_form`](Self::write_form) is `None`.
    fn write_error(stored: &TypeDescriptor) -> ErrorKind {
        ErrorKind::type_mismatch::<Self>(stored)
    }

    /// Puts the value into memory, in the form that [`write_form`](Self::write_form) gave.
    ///
    /// # Errors
    ///
    /// Fails if the value has no such form, for example a string that is too long.
    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()>;

    /// The bytes of values that lie in memory as HDF5 wants them, for types whose bytes are all
    /// significant.
    fn as_bytes(values: &[Self]) -> Option<&[u8]>
    where
        Self: Sized,
    {
        let _ = values;
        None
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn dtype() -> TypeDescriptor {
        T::dtype()
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        T::write_form(stored)
    }

    fn write_error(stored: &TypeDescriptor) -> ErrorKind {
        T::write_error(stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        T::encode(self, element)
    }
}

/// A Rust type whose values can be read from elements.
///
/// No value is ever made of bytes that have not been checked: numbers are read in place, because every
/// pattern of bits is one; all other types are read in a raw form and converted by
/// [`decode`](Self::decode).
///
/// Provided for all integers, `f32`, `f64`, `bool`, `String` and [`Value`](crate::Value). For structs
/// and enums, `#[derive(H5Type)]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type of elements",
    note = "elements are integers, floats, `bool`, `String`, and what has `#[derive(hdf5::H5Type)]`",
    note = "a `Vec` is read flat, in C order; a table is read as `ndarray::Array2`"
)]
pub trait Decode: Sized {
    /// The form in memory to which elements are read where the file stores them as `stored`; `None`
    /// where the two types do not convert.
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor>;

    /// Why [`read_form`](Self::read_form) is `None`.
    fn read_error(stored: &TypeDescriptor) -> ErrorKind {
        ErrorKind::type_mismatch::<Self>(stored)
    }

    /// The value of an element, in the form that [`read_form`](Self::read_form) gave.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) if the element is not a value of
    /// this type, for example a `bool` of 7 or a string that is not UTF-8.
    fn decode(element: Element<'_>) -> Result<Self>;

    /// `len` zeros to read into in place, for types of which every pattern of bits is a value. Called
    /// while the lock of libhdf5 is held, as [`as_bytes_mut`](Self::as_bytes_mut) is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfMemory`](crate::ErrorKind::OutOfMemory) if there is not enough memory.
    fn zeroed(len: usize) -> Option<Result<Vec<Self>>> {
        let _ = len;
        None
    }

    /// The bytes of values that can be read in place.
    fn as_bytes_mut(values: &mut [Self]) -> Option<&mut [u8]> {
        let _ = values;
        None
    }
}

/// A Rust type that can be written and read as elements of datasets and attributes: all integers, `f32`,
/// `f64`, `bool`, `String`, and structs and enums with `#[derive(H5Type)]`.
///
/// It is the one bound that generic code needs:
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{File, H5Type};
///
/// fn round_trip<T: H5Type>(file: &File, name: &str, values: &[T]) -> hdf5::Result<Vec<T>> {
///     file.create_dataset(name, values)?.read()
/// }
///
/// let file = File::create(dir.path().join("generic.h5"))?;
/// assert_eq!(round_trip(&file, "numbers", &[1.5, 2.5])?, [1.5, 2.5]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait H5Type:
    Encode + Decode + Nested<Elem = Self> + ToData<Elem = Self> + FromData<Elem = Self>
{
}

impl<T> H5Type for T where
    T: Encode + Decode + Nested<Elem = T> + ToData<Elem = T> + FromData<Elem = T>
{
}
