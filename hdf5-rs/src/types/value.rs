//! Values whose type is only known at run time.

use std::fmt;

use crate::data::{FromData, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::transfer::Target;
use crate::types::buffer::Encoded;
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
use crate::types::{DynArray, EnumType, Reference, ReferenceType, TypeDescriptor};

mod infer;

/// One element of whatever type the file has.
///
/// It is read from anything, and written to anything that it fits: fields of compounds by name, numbers
/// to numbers of any kind, and so on. [`DynArray`] has many of them, with a shape and a type. `Display`
/// is short and JSON-like.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("values.h5");
/// use hdf5::{File, Value};
///
/// let file = File::create(&path)?;
/// file.attrs().set("answer", 42)?;
/// let value: Value = file.attrs().get("answer")?;
/// assert_eq!(value, Value::Integer(42));
/// assert_eq!(value.to::<f32>()?, 42.0);
///
/// let point = Value::compound([("x", Value::from(0.5)), ("label", Value::from("north"))]);
/// file.create_dataset("point", &point)?;
/// let read: Value = file.dataset("point")?.read()?;
/// assert_eq!(read.field("label").and_then(Value::as_str), Some("north"));
/// assert_eq!(read.to_string(), r#"{x: 0.5, label: "north"}"#);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// An integer or bit field.
    Integer(i128),
    /// A float; single precision is widened, and digits that an `f64` does not have are rounded.
    Float(f64),
    /// A `bool` as h5py stores it.
    Bool(bool),
    /// A string that is UTF-8.
    String(String),
    /// The bytes of a string that is not UTF-8, of an opaque value, a time, or a number that fits neither
    /// an `i128` nor an `f64`.
    Bytes(Vec<u8>),
    /// An enumeration: its value, and its name where it has one.
    Enum {
        /// The value.
        value: i128,
        /// The name that the type gives to this value.
        name: Option<Name>,
    },
    /// A complex number: of HDF5 2.0, or a compound of `r` and `i` as h5py stores it.
    Complex {
        /// The real part.
        re: f64,
        /// The imaginary part.
        im: f64,
    },
    /// A compound: names and values of its fields, in the order of its type.
    Compound(Vec<(Name, Value)>),
    /// An array, in C order, or a sequence of variable length.
    Sequence(Vec<Value>),
    /// A reference.
    Reference(Reference),
    /// There is no value: the dataspace is null (`h5py.Empty`).
    Empty,
}

impl Value {
    /// A compound of these fields.
    pub fn compound<'n>(fields: impl IntoIterator<Item = (&'n str, Value)>) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (Name::from(name), value));
        Self::Compound(fields.collect())
    }

    /// The field of a compound.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Value> {
        match self {
            Self::Compound(fields) => {
                fields.iter().find(|(own, _)| own == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// An item of a sequence.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<&Value> {
        match self {
            Self::Sequence(values) => values.get(index),
            _ => None,
        }
    }

    /// The integer, also of an enumeration.
    #[must_use]
    pub fn as_integer(&self) -> Option<i128> {
        match *self {
            Self::Integer(value) | Self::Enum { value, .. } => Some(value),
            Self::Bool(value) => Some(value.into()),
            _ => None,
        }
    }

    /// The number as a float, rounded if it has more digits.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match *self {
            Self::Float(value) => Some(value),
            Self::Integer(value) => Some(value as f64),
            _ => None,
        }
    }

    /// The `bool`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match *self {
            Self::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The value as typed data, as if it had been read as that.
    ///
    /// ```
    /// use hdf5::Value;
    ///
    /// let values = Value::Sequence(vec![Value::from(1), Value::from(2.5)]);
    /// assert_eq!(values.to::<Vec<f32>>()?, [1.0, 2.5]);
    /// assert!(values.to::<Vec<u8>>().is_err());
    /// # Ok::<(), hdf5::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Dataset::read`](crate::Dataset::read).
    pub fn to<R: FromData>(&self) -> Result<R> {
        match self {
            Self::Empty => Err(ErrorKind::NullDataspace.into()),
            _ => DynArray::from_data(self)?.to(),
        }
    }

    /// Puts the value into an element of whatever type, which it must fit.
    pub(crate) fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        let ty = element.descriptor();
        match (ty, self) {
            (TypeDescriptor::Enum(ty), Self::Enum { value, name: None }) => {
                element.put_enum_value(*value, ty)
            }
            (TypeDescriptor::Enum(_), Self::Enum { name: Some(name), .. }) => {
                element.put_member(name.to_str()?)
            }
            (TypeDescriptor::Enum(_), Self::String(name)) => element.put_member(name),
            (TypeDescriptor::Complex(_), Self::Complex { re, im }) => {
                element.put_complex([*re, *im])
            }
            (TypeDescriptor::Compound(ty), Self::Complex { re, im }) if ty.is_complex() => {
                element.field(0)?.put_float(*re)?;
                element.field(1)?.put_float(*im)
            }
            (TypeDescriptor::String(_), Self::String(text)) => element.put_string(text),
            (TypeDescriptor::String(_), Self::Bytes(bytes)) => element.put_string_bytes(bytes),
            (
                TypeDescriptor::Opaque { .. }
                | TypeDescriptor::Time { .. }
                | TypeDescriptor::Integer(_)
                | TypeDescriptor::Bitfield(_)
                | TypeDescriptor::Float(_),
                Self::Bytes(bytes),
            ) => element.put_bytes(bytes),
            (TypeDescriptor::Compound(ty), Self::Compound(fields)) => {
                if let Some((name, _)) = fields
                    .iter()
                    .find(|(name, _)| !ty.fields.iter().any(|field| field.name == *name))
                {
                    let reason = format!("{} has no field \"{name}\"", element.descriptor());
                    return Err(Error::invalid_value(reason));
                }
                for (index, field) in ty.fields.iter().enumerate() {
                    let value = fields.iter().find(|(name, _)| *name == field.name);
                    let Some((_, value)) = value else {
                        let reason = format!("the value has no field \"{}\"", field.name);
                        return Err(Error::invalid_value(reason));
                    };
                    value.encode(&mut element.field(index)?)?;
                }
                Ok(())
            }
            (TypeDescriptor::Array { .. } | TypeDescriptor::VarLen(_), Self::Sequence(values)) => {
                let mut items = values.iter();
                element.put_each(values.len(), None, |element| {
                    items.next().map_or(Ok(()), |value| value.encode(element))
                })
            }
            (
                TypeDescriptor::Reference(ReferenceType::Object),
                Self::Reference(Reference::Object(reference)),
            ) => reference.encode(element),
            (
                TypeDescriptor::Reference(ReferenceType::Region),
                Self::Reference(Reference::Region(reference)),
            ) => reference.encode(element),
            (
                TypeDescriptor::Reference(ReferenceType::Std),
                Self::Reference(Reference::Std(reference)),
            ) => reference.encode(element),
            (_, Self::Float(value)) => element.put_float(*value),
            (_, Self::Integer(value) | Self::Enum { value, .. }) => element.put_integer(*value),
            (_, Self::Bool(value)) => element.put_integer((*value).into()),
            _ => Err(Error::invalid_value(format!("{self} is not a value of {ty}"))),
        }
    }
}

/// The innermost values along some axes of nested sequences, and their lengths, which must be alike.
fn flatten<'a>(value: &'a Value, ty: &TypeDescriptor) -> Result<(Vec<usize>, Vec<&'a Value>)> {
    /// How deep lists are nested in a value.
    fn depth(value: &Value) -> usize {
        match value {
            Value::Sequence(values) => 1 + values.iter().map(depth).max().unwrap_or(0),
            _ => 0,
        }
    }
    /// How deep lists are nested in an element of a type.
    fn depth_of(ty: &TypeDescriptor) -> usize {
        match ty {
            TypeDescriptor::Array { dims, base } => dims.len() + depth_of(base),
            TypeDescriptor::VarLen(base) => 1 + depth_of(base),
            _ => 0,
        }
    }
    fn push<'a>(
        value: &'a Value,
        axes: usize,
        shape: &mut [Option<usize>],
        values: &mut Vec<&'a Value>,
    ) -> Result<()> {
        let Some(inner) = axes.checked_sub(1) else {
            values.push(value);
            return Ok(());
        };
        let Value::Sequence(parts) = value else {
            return Err(Error::invalid_value(format!("{value} is not a list, as others are")));
        };
        let (length, rest) = shape.split_first_mut().expect("one length for each axis");
        let first = *length.get_or_insert(parts.len());
        if first != parts.len() {
            let (first, other) = (vec![first], vec![parts.len()]);
            return Err(ErrorKind::UnequalLists { first, other }.into());
        }
        parts.iter().try_for_each(|part| push(part, inner, rest, values))
    }
    // What is nested deeper than an element are axes.
    let axes = depth(value).saturating_sub(depth_of(ty));
    let (mut shape, mut values) = (vec![None; axes], Vec::new());
    push(value, axes, &mut shape, &mut values)?;
    Ok((shape.into_iter().map(Option::unwrap_or_default).collect(), values))
}

/// Its type is the one that its parts have in common; integers are `i64`, and what is empty has no type.
impl ToData for Value {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Err(Error::invalid_argument("nothing says of which type the empty value is"))
    }

    fn new_dtype(&self) -> Result<TypeDescriptor> {
        infer::dtype(self)
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        let (shape, values) = flatten(self, target.stored)?;
        encode_values(&shape, values.into_iter(), target)
    }

    fn is_null(&self) -> bool {
        *self == Self::Empty
    }
}

/// Encodes values of a shape as elements of what is stored.
pub(crate) fn encode_values<'v>(
    shape: &[usize],
    values: impl Iterator<Item = &'v Value>,
    target: Target<'_>,
) -> Result<Encoded<'static>> {
    let mut encoder = target.encoder(shape)?;
    for value in values {
        encoder.push_with(|element| value.encode(element))?;
    }
    encoder.finish(shape.to_vec())
}

impl FromData for Value {
    type Elem = Value;

    /// One element is itself; several are a sequence, nested as the shape says.
    fn from_data(shape: &[usize], elements: Vec<Value>) -> Result<Self> {
        fn nest(shape: &[usize], elements: &mut impl Iterator<Item = Value>) -> Option<Value> {
            match shape.split_first() {
                None => elements.next(),
                Some((&length, inner)) => (0..length)
                    .map(|_| nest(inner, elements))
                    .collect::<Option<_>>()
                    .map(Value::Sequence),
            }
        }
        // A shape may be long along one axis and empty along another.
        if elements.is_empty() {
            return Ok(Self::Sequence(Vec::new()));
        }
        nest(shape, &mut elements.into_iter()).ok_or_else(|| {
            ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: Vec::new() }.into()
        })
    }

    fn from_null(_stored: &TypeDescriptor) -> Result<Self> {
        Ok(Self::Empty)
    }
}

impl Decode for Value {
    /// As it is stored: nothing is lost on the way.
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(stored.clone())
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let bytes = || Self::Bytes(element.bytes().to_vec());
        Ok(match element.descriptor() {
            TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) => match element.integer() {
                Ok(value) => Self::Integer(value),
                Err(_) if ty.size >= 16 => bytes(),
                Err(error) => return Err(error),
            },
            TypeDescriptor::Float(ty) if ty.size > 16 => bytes(),
            TypeDescriptor::Float(_) => match element.float() {
                Ok(value) => Self::Float(value),
                Err(error) if matches!(error.kind(), ErrorKind::ValueOutOfRange { .. }) => bytes(),
                Err(error) => return Err(error),
            },
            TypeDescriptor::Enum(ty) => enum_value(ty, element.integer()?),
            TypeDescriptor::String(_) => match element.text() {
                Ok(text) => Self::String(text.into_owned()),
                Err(_) => Self::Bytes(element.string()?.to_vec()),
            },
            TypeDescriptor::Complex(_) => {
                let [re, im] = element.complex()?;
                Self::Complex { re, im }
            }
            TypeDescriptor::Compound(ty) if ty.is_complex() => {
                let [re, im] = [element.field(0)?.float()?, element.field(1)?.float()?];
                Self::Complex { re, im }
            }
            TypeDescriptor::Compound(ty) => {
                let names = ty.fields.iter().map(|field| field.name.clone());
                let values = element.fields()?.into_iter().map(Self::decode);
                let fields = names.zip(values).map(|(name, value)| Ok((name, value?)));
                Self::Compound(fields.collect::<Result<_>>()?)
            }
            TypeDescriptor::Array { .. } => match element.rows() {
                Some(rows) => Self::Sequence(rows.map(Self::decode).collect::<Result<_>>()?),
                None => {
                    Self::Sequence(element.elements()?.map(Self::decode).collect::<Result<_>>()?)
                }
            },
            TypeDescriptor::VarLen(_) => {
                Self::Sequence(element.elements()?.map(Self::decode).collect::<Result<_>>()?)
            }
            TypeDescriptor::Opaque { .. } | TypeDescriptor::Time { .. } => bytes(),
            TypeDescriptor::Reference(_) => Self::Reference(Reference::decode(element)?),
        })
    }
}

/// Values of a Rust type.
macro_rules! from_values {
    ($($ty:ty => $value:expr;)*) => {$(
        impl From<$ty> for Value {
            fn from(value: $ty) -> Self {
                $value(value.into())
            }
        }
    )*};
}

from_values! {
    i8 => Self::Integer;
    i16 => Self::Integer;
    i32 => Self::Integer;
    i64 => Self::Integer;
    u8 => Self::Integer;
    u16 => Self::Integer;
    u32 => Self::Integer;
    u64 => Self::Integer;
    f32 => Self::Float;
    f64 => Self::Float;
    bool => Self::Bool;
    String => Self::String;
    &str => Self::String;
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(values: Vec<T>) -> Self {
        Self::Sequence(values.into_iter().map(Into::into).collect())
    }
}

fn enum_value(ty: &EnumType, value: i128) -> Value {
    if ty.is_bool() && (value == 0 || value == 1) {
        return Value::Bool(value == 1);
    }
    let member = ty.members.iter().find(|member| member.value == value);
    Value::Enum { value, name: member.map(|member| member.name.clone()) }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            Self::Float(value) => write!(f, "{value:?}"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::String(text) => write!(f, "{text:?}"),
            Self::Bytes(bytes) => write!(f, "\"{}\"", bytes.escape_ascii()),
            Self::Enum { name: Some(name), .. } => write!(f, "{name}"),
            Self::Enum { value, name: None } => write!(f, "{value}"),
            Self::Complex { re, im } => write!(f, "{re:?}{im:+?}i"),
            Self::Compound(fields) => {
                let fields = fields.iter().map(|(name, value)| format!("{name}: {value}"));
                write_list(f, "{", fields, "}")
            }
            Self::Sequence(values) => write_list(f, "[", values.iter(), "]"),
            Self::Reference(reference) if reference.is_null() => f.write_str("<null reference>"),
            Self::Reference(_) => f.write_str("<reference>"),
            Self::Empty => f.write_str("<empty>"),
        }
    }
}

fn write_list(
    f: &mut fmt::Formatter<'_>,
    open: &str,
    items: impl Iterator<Item = impl fmt::Display>,
    close: &str,
) -> fmt::Result {
    f.write_str(open)?;
    for (index, item) in items.enumerate() {
        write!(f, "{}{item}", if index == 0 { "" } else { ", " })?;
    }
    f.write_str(close)
}
