//! One element in memory, and the Rust types that can be one.

use std::borrow::Cow;

use crate::convert::Conversion;
use crate::data::{FromData, Nested, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::h5r::StdReference;
use crate::types::buffer::{vlen_bytes, vlen_string};
use crate::types::float::{float_from_bytes, is_finite};
use crate::types::integer::integer_from_bytes;
use crate::types::{
    CompoundType, ElementMut, IntegerType, ReferenceType, StringLength, StringPadding, StringType,
    TypeDescriptor,
};

/// One element that libhdf5 has read into memory.
///
/// It knows its bytes and their type, and hands out parts that are checked against both. It cannot be
/// made outside this crate.
#[derive(Clone, Copy)]
pub struct Element<'a> {
    bytes: &'a [u8],
    ty: &'a TypeDescriptor,
    /// The axes of an array type that are left out: the element is a part of one.
    outer: usize,
    conversion: Conversion,
}

/// What the elements of an opaque value are.
pub(crate) static BYTE: TypeDescriptor = TypeDescriptor::Integer(IntegerType::native(1, false));

impl<'a> Element<'a> {
    /// # Safety
    ///
    /// Where the type holds pointers, libhdf5 must have filled them in, or they must be null, and what
    /// they point to must live for `'a`.
    pub(crate) unsafe fn new(
        bytes: &'a [u8],
        ty: &'a TypeDescriptor,
        conversion: Conversion,
    ) -> Self {
        debug_assert_eq!(Some(bytes.len()), ty.size());
        Self { bytes, ty, outer: 0, conversion }
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

    /// What becomes of a value that does not fit.
    #[must_use]
    pub fn conversion(&self) -> Conversion {
        self.conversion
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

    /// The value of a float of any layout; digits that an `f64` does not have are rounded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ValueOutOfRange`] if it is finite and too large for an `f64`, unless clipping was
    /// asked for. Fails for other types, and for floats of more than 16 bytes.
    pub fn float(&self) -> Result<f64> {
        match self.ty {
            TypeDescriptor::Float(ty) => {
                let value = float_from_bytes(self.bytes, ty)?;
                if value.is_infinite() && !self.conversion.clip && is_finite(self.bytes, ty)? {
                    let target = Some("f64".into());
                    return Err(ErrorKind::ValueOutOfRange { value: None, target }.into());
                }
                Ok(value)
            }
            _ => Err(self.is_not("a float")),
        }
    }

    /// The real and the imaginary part of a complex number of HDF5 2.0.
    ///
    /// # Errors
    ///
    /// Fails for other types.
    pub fn complex(&self) -> Result<[f64; 2]> {
        let TypeDescriptor::Complex(ty) = self.ty else {
            return Err(self.is_not("a complex number"));
        };
        let (re, im) = self.bytes.split_at(self.bytes.len() / 2);
        Ok([float_from_bytes(re, ty)?, float_from_bytes(im, ty)?])
    }

    /// A reference in the form of HDF5 1.12; `None` for other types.
    pub(crate) fn std_reference(&self) -> Result<Option<StdReference>> {
        match (self.ty, self.bytes.try_into()) {
            (TypeDescriptor::Reference(ReferenceType::Std), Ok(bytes)) => {
                // SAFETY: the element is such a reference, which libhdf5 filled in and which lives for `'a`,
                // or null (promised to `new`).
                unsafe { StdReference::copy(bytes) }.map(Some)
            }
            _ => Ok(None),
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

    /// A string as text.
    ///
    /// # Errors
    ///
    /// Fails for other types, and where a string is not UTF-8, unless
    /// [`lossy`](crate::Dataset::lossy) text was asked for.
    pub fn text(&self) -> Result<Cow<'a, str>> {
        let bytes = self.string()?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(_) if self.conversion.lossy => Ok(String::from_utf8_lossy(bytes)),
            Err(error) => Err(Error::invalid_value(format!(
                "a string is not UTF-8 at byte {}: {:?}",
                error.valid_up_to(),
                String::from_utf8_lossy(bytes)
            ))),
        }
    }

    /// The elements of an array, in C order, of a variable-length sequence, or the bytes of an opaque
    /// value.
    ///
    /// # Errors
    ///
    /// Fails for other types, and for sequences that claim more memory than there is.
    pub fn elements(&self) -> Result<impl ExactSizeIterator<Item = Element<'a>> + use<'a>> {
        let (bytes, base) = self.flat()?;
        let size = base.size().filter(|&size| size > 0);
        let size = size.ok_or_else(|| self.is_not("addressable"))?;
        let conversion = self.conversion;
        // SAFETY: each chunk is one element of the base type, inside this element, for which the same
        // was promised.
        let part = move |bytes| unsafe { Element::new(bytes, base, conversion) };
        Ok(bytes.chunks_exact(size).map(part))
    }

    /// The bytes of the elements of an array or sequence, and their type.
    pub(crate) fn flat(&self) -> Result<(&'a [u8], &'a TypeDescriptor)> {
        match self.ty {
            TypeDescriptor::Array { base, .. } => Ok((self.bytes, base)),
            TypeDescriptor::Opaque { .. } => Ok((self.bytes, &BYTE)),
            TypeDescriptor::VarLen(base) => {
                let size = base.size().ok_or_else(|| self.is_not("addressable"))?;
                // SAFETY: the element is a variable-length sequence of elements of that size, whose
                // pointer libhdf5 filled in, and whose target lives for `'a` (promised to `new`).
                Ok((unsafe { vlen_bytes(self.bytes, size) }?, base))
            }
            _ => Err(self.is_not("a sequence")),
        }
    }

    /// The parts of an array of several axes along the first of them, each an array of the others;
    /// `None` for other types.
    pub(crate) fn rows(&self) -> Option<impl ExactSizeIterator<Item = Element<'a>> + use<'a>> {
        let TypeDescriptor::Array { dims, .. } = self.ty else {
            return None;
        };
        let (&length, inner) = dims.get(self.outer..)?.split_first()?;
        if inner.is_empty() {
            return None;
        }
        let (row, bytes) = (self.bytes.len() / length.max(1), self.bytes);
        let this = *self;
        Some((0..length).map(move |index| Element {
            bytes: &bytes[index * row..(index + 1) * row],
            outer: this.outer + 1,
            ..this
        }))
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
        Ok(unsafe { Element::new(bytes, &field.ty, self.conversion) })
    }

    fn is_not(&self, what: &str) -> Error {
        Error::invalid_value(format!("{} is not {what}", self.ty))
    }
}

/// A fixed-length string without its padding.
fn trim(bytes: &[u8], padding: StringPadding) -> &[u8] {
    match padding {
        StringPadding::NullTerminated => {
            bytes.iter().position(|&byte| byte == 0).map_or(bytes, |end| &bytes[..end])
        }
        StringPadding::NullPadded => trim_end(bytes, 0),
        // What has never been written is NUL bytes here too.
        StringPadding::SpacePadded if bytes.iter().all(|&byte| byte == 0) => &[],
        StringPadding::SpacePadded => trim_end(bytes, b' '),
    }
}

fn trim_end(bytes: &[u8], filler: u8) -> &[u8] {
    let end = bytes.iter().rposition(|&byte| byte != filler).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// A Rust type whose values can be written as elements.
///
/// Provided for all integers, floats, `bool`, `char`, text, arrays `[T; N]` and `Vec<T>` of elements, and
/// references to them. For structs and enums, `#[derive(H5Type)]` implements it.
///
/// By hand it is implemented where another type already says how: [`impl_h5type`](crate::impl_h5type)
/// shows a newtype over a number that hands on each method. One of a kind of its own starts from a
/// [`TypeDescriptor`], and puts its parts with the methods of [`ElementMut`]:
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{Decode, Element, ElementMut, Encode, ErrorKind, File, TypeDescriptor};
///
/// /// A version such as 1.14, as text.
/// #[derive(Debug, PartialEq)]
/// struct Version(u32, u32);
///
/// impl Encode for Version {
///     fn dtype() -> TypeDescriptor {
///         String::dtype()
///     }
///
///     // Any string that is stored will do, as it is.
///     fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
///         matches!(stored, TypeDescriptor::String(_)).then(|| stored.clone())
///     }
///
///     fn encode(&self, element: &mut ElementMut<'_>) -> hdf5::Result<()> {
///         element.put_string(&format!("{}.{}", self.0, self.1))
///     }
/// }
///
/// impl Decode for Version {
///     fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
///         Self::write_form(stored)
///     }
///
///     fn decode(element: Element<'_>) -> hdf5::Result<Self> {
///         let text = element.text()?;
///         let parts = text.split_once('.').and_then(|(major, minor)| {
///             Some(Self(major.parse().ok()?, minor.parse().ok()?))
///         });
///         let reason = || format!("{text:?} is no version");
///         parts.ok_or_else(|| ErrorKind::InvalidValue { reason: reason() }.into())
///     }
/// }
///
/// hdf5::impl_h5type!(Version);
///
/// let file = File::create(dir.path().join("version.h5"))?;
/// file.attrs().set("version", Version(1, 14))?;
/// assert_eq!(file.attrs().get::<String>("version")?, "1.14");
/// assert_eq!(file.attrs().get::<Version>("version")?, Version(1, 14));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What an implementation says need not be true for the program to stay sound: forms are compared with
/// what libhdf5 makes of them, and no bytes are taken for pointers.
pub trait Encode {
    /// Whether it is `u8`, of which lists are opaque values too.
    #[doc(hidden)]
    const IS_BYTE: bool = false;
    /// Whether it is a list, of which each axis of an array type is one.
    #[doc(hidden)]
    const IS_LIST: bool = false;

    /// The type that a new dataset or attribute of these elements gets in the file.
    fn dtype() -> TypeDescriptor;

    /// The form in memory from which elements are written where the file stores them as `stored`;
    /// `None` where the two types do not convert.
    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor>;

    /// Why [`write_form`](Self::write_form) is `None`.
    fn write_error(stored: &TypeDescriptor) -> ErrorKind {
        ErrorKind::type_mismatch::<Self>(stored)
    }

    /// Puts the value into memory, in the form that [`write_form`](Self::write_form) gave, in which
    /// numbers may be as they are stored instead.
    ///
    /// # Errors
    ///
    /// Fails if the value has no such form, for example a string that is too long.
    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()>;

    /// The bytes of values that lie in memory as elements of [`dtype`](Self::dtype) do, for types whose
    /// bytes are all significant.
    fn as_bytes(values: &[Self]) -> Option<&[u8]>
    where
        Self: Sized,
    {
        let _ = values;
        None
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    const IS_BYTE: bool = T::IS_BYTE;
    const IS_LIST: bool = T::IS_LIST;

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
/// Provided for all integers, floats, `bool`, `char`, text, arrays `[T; N]` and `Vec<T>` of elements, and
/// [`Value`](crate::Value). For structs and enums, `#[derive(H5Type)]` implements it; [`Encode`] and
/// [`impl_h5type`](crate::impl_h5type) show how it is done by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a type of elements",
    note = "elements are integers, floats, `bool`, `char`, `String`, arrays and `Vec`s of them, and \
            what has `#[derive(hdf5::H5Type)]`"
)]
pub trait Decode: Sized {
    /// Whether it is `u8`, of which lists are opaque values too.
    #[doc(hidden)]
    const IS_BYTE: bool = false;
    /// Whether it is a list, of which each axis of an array type is one.
    #[doc(hidden)]
    const IS_LIST: bool = false;

    /// The form in memory to which elements are read where the file stores them as `stored`; `None`
    /// where the two types do not convert.
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor>;

    /// Why [`read_form`](Self::read_form) is `None`.
    fn read_error(stored: &TypeDescriptor) -> ErrorKind {
        ErrorKind::type_mismatch::<Self>(stored)
    }

    /// The value of an element, in the form that [`read_form`](Self::read_form) gave, in which numbers
    /// may be as they are stored instead: of another size, byte order or format.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) if the element is not a value of
    /// this type, for example a `bool` of 7 or a string that is not UTF-8.
    fn decode(element: Element<'_>) -> Result<Self>;

    /// The type whose elements lie in memory as these values do, for types of which every pattern of bits
    /// is a value. They are read in place, and [`zeroed`](Self::zeroed) and
    /// [`as_bytes_mut`](Self::as_bytes_mut) say where.
    fn plain() -> Option<TypeDescriptor> {
        None
    }

    /// `len` zeros to read into in place. Called while the lock of libhdf5 is held, as
    /// [`as_bytes_mut`](Self::as_bytes_mut) is.
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

/// A Rust type that can be written and read as elements of datasets and attributes: all integers and
/// floats, `bool`, `char`, text, and structs and enums with `#[derive(H5Type)]`.
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
pub trait H5Type: Encode + Decode + Nested<Elem = Self> + ToData + FromData<Elem = Self> {}

impl<T> H5Type for T where T: Encode + Decode + Nested<Elem = T> + ToData + FromData<Elem = T> {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::raw::arena::Arena;
    use crate::types::buffer::sequence;

    #[test]
    fn lists_of_texts_come_back_from_the_pointers_that_were_put() {
        let lists = [vec!["é".to_owned(), String::new()], vec![], vec!["long ".repeat(1000)]];
        let ty = <[Vec<String>; 3]>::dtype();
        let (mut bytes, mut arena) = (vec![0; ty.size().unwrap()], Arena::default());
        let conversion = Conversion::default();
        lists.encode(&mut ElementMut::new(&mut bytes, &ty, &mut arena, conversion)).unwrap();
        // The arena does not keep its pieces where it is itself.
        let _arena = Box::new(arena);
        // SAFETY: the pointers were put by an `ElementMut`, and the arena lives on.
        let element = unsafe { Element::new(&bytes, &ty, conversion) };
        assert_eq!(<[Vec<String>; 3]>::decode(element).unwrap(), lists);
    }

    #[test]
    fn null_pointers_are_empty_whatever_the_length_says() {
        let ty = Vec::<String>::dtype();
        let bytes = sequence(usize::MAX, 0);
        // SAFETY: the pointer is null.
        let element = unsafe { Element::new(&bytes, &ty, Conversion::default()) };
        assert_eq!(Vec::<String>::decode(element).unwrap(), [""; 0]);
    }
}
