//! Enums as enumerations: values are matched by name, and kept as the file has them.

use crate::error::{Error, Result};
use crate::name::Name;
use crate::types::{
    Element, ElementMut, EnumMember, EnumType, H5Type, IntegerType, TypeDescriptor,
};

impl EnumType {
    /// The member of that name.
    fn member(&self, name: &str) -> Option<&EnumMember> {
        self.members.iter().find(|member| member.name == name)
    }
}

impl<'a> Element<'a> {
    /// The name that an enumeration gives to its value; `None` if it gives none.
    ///
    /// # Errors
    ///
    /// Fails for other types, and for integers of more than 127 bits.
    pub fn member(&self) -> Result<Option<&'a Name>> {
        let TypeDescriptor::Enum(ty) = self.descriptor() else {
            return Err(Error::invalid_value(format!("{} is no enumeration", self.descriptor())));
        };
        let value = self.integer()?;
        let member = ty.members.iter().find(|member| member.value == value);
        Ok(member.map(|member| &member.name))
    }
}

impl ElementMut<'_> {
    /// Puts the value to which an enumeration gives that name.
    ///
    /// # Errors
    ///
    /// Fails if the type is no enumeration, or has no member of that name.
    pub fn put_member(&mut self, name: &str) -> Result<()> {
        let TypeDescriptor::Enum(ty) = self.descriptor() else {
            return Err(Error::invalid_argument("the type is no enumeration"));
        };
        match ty.member(name) {
            Some(member) => self.put_enum_value(member.value, ty),
            None => {
                let reason = format!("{} has no name {name:?}", self.descriptor());
                Err(Error::invalid_value(reason))
            }
        }
    }
}

/// An enum that is stored as an enumeration.
pub trait Enum: H5Type {
    /// The integer of its values.
    const BASE: IntegerType;
    /// The names and values of its variants.
    const MEMBERS: &'static [(&'static str, i128)];
}

/// The type of a new dataset of enums.
#[must_use]
pub fn enum_dtype<E: Enum>() -> TypeDescriptor {
    let member = |&(name, value): &(&str, _)| EnumMember { name: Name::from(name), value };
    TypeDescriptor::Enum(EnumType {
        base: E::BASE,
        members: E::MEMBERS.iter().map(member).collect(),
    })
}

/// The form in which enums are read and written: as stored, because libhdf5 replaces values without
/// a name when it converts. An enumeration that shares no name is another one.
#[must_use]
pub fn enum_form<E: Enum>(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
    let TypeDescriptor::Enum(ty) = stored else {
        return None;
    };
    let shares_a_name = E::MEMBERS.iter().any(|(name, _)| ty.member(name).is_some());
    shares_a_name.then(|| stored.clone())
}

/// The name of a value that is read.
///
/// # Errors
///
/// Fails if the value has no name.
pub fn member_name<'a, E: Enum>(element: Element<'a>) -> Result<&'a Name> {
    element.member()?.ok_or_else(|| no_variant::<E>(element))
}

/// The error for a value that is read and has no variant.
#[must_use]
pub fn no_variant<E: Enum>(element: Element<'_>) -> Error {
    let value = match element.integer() {
        Ok(value) => value,
        Err(error) => return error,
    };
    let requested = crate::error::short_type_name::<E>();
    let name = element.member().ok().flatten();
    let name = name.map(|name| format!(" ({name})")).unwrap_or_default();
    Error::invalid_value(format!("{value}{name} is not a variant of {requested}"))
}
