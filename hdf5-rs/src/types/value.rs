//! Values whose type is only known at run time.

use std::fmt;

use crate::error::Result;
use crate::name::Name;
use crate::types::element::{Decode, Element};
use crate::types::{EnumType, TypeDescriptor};

/// One element of whatever type the file has.
///
/// `Display` is short and JSON-like.
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
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Value {
    /// An integer or bit field.
    Integer(i128),
    /// A float; single precision is widened.
    Float(f64),
    /// A `bool` as h5py stores it.
    Bool(bool),
    /// A string that is UTF-8.
    String(String),
    /// The bytes of a string that is not UTF-8, of an opaque value, a time, or a number too wide to
    /// be one here.
    Bytes(Vec<u8>),
    /// An enumeration: its value, and its name where it has one.
    Enum {
        /// The value.
        value: i128,
        /// The name that the type gives to this value.
        name: Option<Name>,
    },
    /// A complex number.
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
    /// A reference, which is not followed.
    Reference,
    /// There is no value: the dataspace is null (`h5py.Empty`).
    Empty,
}

impl Decode for Value {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(stored.native())
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let bytes = || Self::Bytes(element.bytes().to_vec());
        Ok(match element.descriptor() {
            TypeDescriptor::Integer(ty) | TypeDescriptor::Bitfield(ty) if ty.size > 8 => bytes(),
            TypeDescriptor::Integer(_) | TypeDescriptor::Bitfield(_) => {
                Self::Integer(element.integer()?)
            }
            TypeDescriptor::Float(_) => Self::Float(element.float()?),
            TypeDescriptor::Enum(ty) => enum_value(ty, element.integer()?),
            TypeDescriptor::String(_) => match std::str::from_utf8(element.string()?) {
                Ok(text) => Self::String(text.to_owned()),
                Err(_) => Self::Bytes(element.string()?.to_vec()),
            },
            TypeDescriptor::Complex(_) => {
                let [re, im] = element.complex()?;
                Self::Complex { re, im }
            }
            TypeDescriptor::Compound(ty) => {
                let names = ty.fields.iter().map(|field| field.name.clone());
                let values = element.fields()?.into_iter().map(Self::decode);
                let fields = names.zip(values).map(|(name, value)| Ok((name, value?)));
                Self::Compound(fields.collect::<Result<_>>()?)
            }
            TypeDescriptor::Array { .. } | TypeDescriptor::VarLen(_) => {
                Self::Sequence(element.elements()?.map(Self::decode).collect::<Result<_>>()?)
            }
            TypeDescriptor::Opaque { .. } | TypeDescriptor::Time { .. } => bytes(),
            TypeDescriptor::Reference(_) => Self::Reference,
        })
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
            Self::Reference => f.write_str("<reference>"),
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
