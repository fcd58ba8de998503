//! Structs as compounds: their forms in file and memory, and the way of each field.
//!
//! Fields are matched by name. A form lists the struct's fields in the order of their declaration, so
//! that encoding and decoding walk along it; libhdf5 puts each where the file has it.

use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::types::{
    CompoundType, Decode, Element, ElementMut, Encode, Field, H5Type, TypeDescriptor,
};

impl CompoundType {
    /// A compound of these fields, in this order, without padding.
    #[must_use]
    pub fn packed(fields: impl IntoIterator<Item = (Name, TypeDescriptor)>) -> Self {
        let mut size = 0_usize;
        let fields = fields.into_iter().map(|(name, ty)| {
            let offset = size;
            // What cannot be addressed is refused when the type is built.
            size = size.saturating_add(ty.size().unwrap_or(usize::MAX));
            Field { name, offset, ty }
        });
        let fields = fields.collect();
        Self { size, fields }
    }

    /// Whether it is how h5py stores a complex number: two floats of one type, `r` and `i`.
    #[must_use]
    pub fn is_complex(&self) -> bool {
        match &self.fields[..] {
            [re, im] => {
                re.name == "r"
                    && im.name == "i"
                    && re.ty == im.ty
                    && matches!(re.ty, TypeDescriptor::Float(_))
            }
            _ => false,
        }
    }

    /// The type of a field.
    fn field(&self, name: &str) -> Option<&TypeDescriptor> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.ty)
    }
}

impl ElementMut<'_> {
    /// Puts a value into a field of a compound, which is counted in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails if there is no such field, it lies outside its compound, or it cannot take the value.
    pub fn put_field<T: Encode + ?Sized>(&mut self, index: usize, value: &T) -> Result<()> {
        let name = match self.descriptor() {
            TypeDescriptor::Compound(ty) => ty.fields.get(index).map(|field| &field.name),
            _ => None,
        };
        let encoded = self.field(index).and_then(|mut field| value.encode(&mut field));
        encoded.map_err(|error| name.map_or(error.clone(), |name| in_field(name, error)))
    }
}

/// Says in which field a value is wrong.
fn in_field(name: &Name, error: Error) -> Error {
    let ErrorKind::InvalidValue { reason } = error.kind() else {
        return error;
    };
    let reason = format!("field \"{name}\": {reason}");
    error.refine(ErrorKind::InvalidValue { reason })
}

/// A struct that is stored as a compound.
pub trait Struct: H5Type {
    /// Its fields, in the order of their declaration.
    const FIELDS: &'static [StructField];
}

/// A field of a struct: its name, and what its type says of its forms.
#[derive(Debug)]
pub struct StructField {
    name: &'static str,
    has_default: bool,
    dtype: fn() -> TypeDescriptor,
    write_form: fn(&TypeDescriptor) -> Option<TypeDescriptor>,
    write_error: fn(&TypeDescriptor) -> ErrorKind,
    read_form: fn(&TypeDescriptor) -> Option<TypeDescriptor>,
    read_error: fn(&TypeDescriptor) -> ErrorKind,
}

impl StructField {
    /// A field of type `T`.
    #[must_use]
    pub const fn new<T: Encode + Decode>(name: &'static str) -> Self {
        Self {
            name,
            has_default: false,
            dtype: T::dtype,
            write_form: T::write_form,
            write_error: T::write_error,
            read_form: T::read_form,
            read_error: T::read_error,
        }
    }

    /// The same, for a field that the file may lack.
    #[must_use]
    pub const fn or_default(self) -> Self {
        Self { has_default: true, ..self }
    }
}

/// The type of a new dataset of structs: packed, in the order of the fields.
#[must_use]
pub fn struct_dtype<S: Struct>() -> TypeDescriptor {
    let fields = S::FIELDS.iter().map(|field| (Name::from(field.name), (field.dtype)()));
    TypeDescriptor::Compound(CompoundType::packed(fields))
}

/// The form that is written where the file stores `stored`, which must have every field and no other.
#[must_use]
pub fn struct_write_form<S: Struct>(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
    let TypeDescriptor::Compound(compound) = stored else {
        return None;
    };
    let fields = S::FIELDS.iter().map(|field| {
        let form = (field.write_form)(compound.field(field.name)?)?;
        Some((Name::from(field.name), form))
    });
    let form = CompoundType::packed(fields.collect::<Option<Vec<_>>>()?);
    // Members that the form lacks would be lost: libhdf5 keeps them by reading them first, but takes
    // a chunk of which all elements are written for overwritten if the sizes are equal.
    covers(&form, compound).then_some(TypeDescriptor::Compound(form))
}

/// Whether a form has all members of the stored type, which has all of the form.
fn covers(form: &CompoundType, stored: &CompoundType) -> bool {
    fn covers_type(form: &TypeDescriptor, stored: &TypeDescriptor) -> bool {
        match (form, stored) {
            (TypeDescriptor::Compound(form), TypeDescriptor::Compound(stored)) => {
                covers(form, stored)
            }
            (
                TypeDescriptor::Array { base: form, .. },
                TypeDescriptor::Array { base: stored, .. },
            ) => covers_type(form, stored),
            _ => true,
        }
    }
    form.fields.len() == stored.fields.len()
        && stored.fields.iter().all(|field| {
            form.fields.iter().any(|own| own.name == field.name && covers_type(&own.ty, &field.ty))
        })
}

/// Why [`struct_write_form`] gave no form.
#[must_use]
pub fn struct_write_error<S: Struct>(stored: &TypeDescriptor) -> ErrorKind {
    let mismatch = ErrorKind::type_mismatch::<S>;
    let TypeDescriptor::Compound(compound) = stored else {
        return mismatch(stored);
    };
    for field in S::FIELDS {
        match compound.field(field.name) {
            Some(ty) if (field.write_form)(ty).is_some() => {}
            Some(ty) => return of_field(field.name, (field.write_error)(ty)),
            None => return mismatch(&format_args!("{stored} without a field \"{}\"", field.name)),
        }
    }
    mismatch(&format_args!("{stored}, which has more fields,"))
}

/// The form that is read where the file stores `stored`: of its fields those that the struct has.
#[must_use]
pub fn struct_read_form<S: Struct>(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
    let TypeDescriptor::Compound(stored) = stored else {
        return None;
    };
    let mut fields = Vec::with_capacity(S::FIELDS.len());
    for field in S::FIELDS {
        match stored.field(field.name) {
            Some(ty) => fields.push((Name::from(field.name), (field.read_form)(ty)?)),
            None if field.has_default => {}
            None => return None,
        }
    }
    // With nothing in common it is another struct, even if all fields have defaults.
    (!fields.is_empty()).then(|| TypeDescriptor::Compound(CompoundType::packed(fields)))
}

/// Why [`struct_read_form`] gave no form.
#[must_use]
pub fn struct_read_error<S: Struct>(stored: &TypeDescriptor) -> ErrorKind {
    let TypeDescriptor::Compound(compound) = stored else {
        return ErrorKind::type_mismatch::<S>(stored);
    };
    let missing = |field: &StructField| ErrorKind::MissingField {
        missing: field.name.to_owned(),
        stored: compound.fields.iter().map(|field| field.name.to_string()).collect(),
    };
    for field in S::FIELDS {
        match compound.field(field.name) {
            Some(ty) if (field.read_form)(ty).is_some() => {}
            Some(ty) => return of_field(field.name, (field.read_error)(ty)),
            None if field.has_default => {}
            None => return missing(field),
        }
    }
    S::FIELDS.first().map_or_else(|| ErrorKind::type_mismatch::<S>(stored), missing)
}

/// Says in which field types do not meet.
fn of_field(name: &str, error: ErrorKind) -> ErrorKind {
    match error {
        ErrorKind::TypeMismatch { stored, requested } => {
            ErrorKind::TypeMismatch { stored: format!("{stored} of field \"{name}\""), requested }
        }
        ErrorKind::MissingField { missing, stored } => ErrorKind::MissingField {
            missing: format!("{name}.{missing}"),
            stored: stored.iter().map(|field| format!("{name}.{field}")).collect(),
        },
        other => other,
    }
}

/// The fields of an element, which are asked for in the order of the struct.
pub struct Fields<'a> {
    element: Element<'a>,
    names: &'a [Field],
    next: usize,
}

impl<'a> Fields<'a> {
    /// The fields of a compound.
    ///
    /// # Errors
    ///
    /// Fails for other types.
    pub fn of(element: Element<'a>) -> Result<Self> {
        let TypeDescriptor::Compound(ty) = element.descriptor() else {
            return Err(Error::invalid_value(format!("{} is no compound", element.descriptor())));
        };
        Ok(Self { element, names: &ty.fields, next: 0 })
    }

    /// The field of that name, if there is one.
    ///
    /// # Errors
    ///
    /// Fails if the field has no value of the type.
    pub fn optional<T: Decode>(&mut self, name: &str) -> Result<Option<T>> {
        // In the form of the struct it is the next one; as stored, fields are in any order.
        let next = self.names.get(self.next).filter(|field| field.name == name);
        let index = match next {
            Some(_) => self.next,
            None => match self.names.iter().position(|field| field.name == name) {
                Some(index) => index,
                None => return Ok(None),
            },
        };
        self.next = index + 1;
        let field = &self.names[index];
        let element = self.element.field(index)?;
        T::decode(element).map(Some).map_err(|error| in_field(&field.name, error))
    }

    /// The field of that name, which must be there.
    ///
    /// # Errors
    ///
    /// Fails if it is not, or has no value of the type.
    pub fn required<T: Decode>(&mut self, name: &str) -> Result<T> {
        self.optional(name)?.ok_or_else(|| {
            let stored = self.names.iter().map(|field| field.name.to_string()).collect();
            ErrorKind::MissingField { missing: name.to_owned(), stored }.into()
        })
    }
}
