//! How Rust types and HDF5 types meet.
//!
//! [`TypeDescriptor`] is an HDF5 type as a plain value. [`Encode`] and [`Decode`] say which Rust types
//! can be elements, and how each is checked. [`Element`] is one element in memory, before it is known
//! what it is; [`Value`] is one whose type was only learnt at run time.

mod bits;
mod bool;
pub(crate) mod buffer;
mod byte_string;
mod char;
#[cfg(feature = "num-complex")]
mod complex;
pub(crate) mod compound;
mod descriptor;
mod dyn_array;
pub(crate) mod element;
pub(crate) mod element_mut;
pub(crate) mod enumeration;
mod fixed_size;
mod fixed_string;
pub(crate) mod float;
#[cfg(feature = "half")]
mod half;
pub(crate) mod integer;
mod list;
mod number;
mod opaque;
mod plain;
mod reference;
mod string;
mod string_array;
mod time;
mod unit;
pub(crate) mod value;
#[cfg(feature = "serde")]
mod with_serde;

pub use descriptor::{
    ByteOrder, CharSet, CompoundType, EnumMember, EnumType, Field, FloatType, IntegerType,
    ReferenceType, StringLength, StringPadding, StringType, TypeDescriptor,
};
#[cfg(feature = "derive")]
#[doc = include_str!("types/derive.md")]
#[doc(inline)]
pub use hdf5_derive::H5Type;

pub use byte_string::ByteString;
pub use dyn_array::DynArray;
pub use element::{Decode, Element, Encode, H5Type};
pub use element_mut::ElementMut;
pub use fixed_size::FixedSize;
pub use fixed_string::{
    Ascii, Encoding, FixedAscii, FixedString, FixedUtf8, NullPad, NullTerm, Padding, SpacePad, Utf8,
};
pub use opaque::{Opaque, Tag, Untagged};
pub use reference::Reference;
pub use string_array::StringArray;
pub use time::{
    DateTime64, Days, Hours, Microseconds, Milliseconds, Minutes, Nanoseconds, Seconds,
    TimeDelta64, TimeUnit, Weeks,
};
pub use value::Value;
