//! How Rust types and HDF5 types meet.
//!
//! [`TypeDescriptor`] is an HDF5 type as a plain value. [`Encode`] and [`Decode`] say which Rust types
//! can be elements, and how each is checked. [`Element`] is one element in memory, before it is known
//! what it is; [`Value`] is one whose type was only learnt at run time.

mod bool;
pub(crate) mod buffer;
pub(crate) mod compound;
mod descriptor;
mod element;
pub(crate) mod enumeration;
pub(crate) mod integer;
mod number;
mod reference;
mod string;
mod value;

pub use descriptor::{
    ByteOrder, CharSet, CompoundType, EnumMember, EnumType, Field, FloatType, IntegerType,
    ReferenceType, StringLength, StringPadding, StringType, TypeDescriptor,
};
#[cfg(feature = "derive")]
#[doc = include_str!("types/derive.md")]
#[doc(inline)]
pub use hdf5_derive::H5Type;

pub use element::{Decode, Element, ElementMut, Encode, H5Type};
pub use reference::Reference;
pub use value::Value;
