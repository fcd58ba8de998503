//! Structs as compounds: their forms in file and memory, and the way of each field.
//!
//! Fields are matched by name. A form lists the struct's fields in the order of their declaration, so
//! that encoding and decoding walk along it; libhdf5 puts each where the file has it.

use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::types::{CompoundType, Decode, Element, ElementMut, Encode, Field, TypeDescriptor};

mod layout;

impl CompoundType {
    /// The type of a field.
    fn field(&self, name: &str) -> Option<&TypeDescriptor> {
        self.fields.iter().find(|field| field.name == name).map(|field| &field.ty)
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

    /// A form of some of its fields in memory: where they lie here if it has no more and none is
    /// converted, so that libhdf5 copies elements as they are, padding too; else without padding.
    pub(crate) fn form_of(&self, fields: Vec<(Name, TypeDescriptor)>) -> Self {
        let as_stored = |(name, ty): &(Name, TypeDescriptor)| {
            self.fields.iter().find(|field| field.name == *name && field.ty == *ty).cloned()
        };
        if fields.len() == self.fields.len() && self.is_disjoint() {
            if let Some(fields) = fields.iter().map(as_stored).collect() {
                return Self { size: self.size, fields };
            }
        }
        Self::packed(fields)
    }
}

impl ElementMut<'_> {
    /// Puts a value into a field of a compound, which is counted in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails if there is no such field, it lies outside its compound, or it cannot take the value.
    pub fn put_field<T: Encode + ?Sized>(&mut self, index: usize, value: &T) -> Result<()> {
        self.with_field(index, |element| value.encode(element))
    }

    fn with_field(
        &mut self,
        index: usize,
        put: impl FnOnce(&mut ElementMut<'_>) -> Result<()>,
    ) -> Result<()> {
        let name = match self.descriptor() {
            TypeDescriptor::Compound(ty) => ty.fields.get(index).map(|field| &field.name),
            _ => None,
        };
        self.field(index).and_then(|mut field| put(&mut field)).map_err(|error| match name {
            Some(name) => in_field(name, error),
            None => error,
        })
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

/// A type that a field of a struct can have: any type of elements.
///
/// It is what the compiler names where a field has another type, so that it is told once what to do,
/// instead of all that it is not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a struct with `#[derive(H5Type)]`",
    label = "there is no HDF5 type for it",
    note = "fields are integers, floats, `bool`, `String`, arrays `[T; N]` and `Vec<T>` of them, and what \
            has `#[derive(hdf5::H5Type)]` itself",
    note = "`#[hdf5(skip)]` on the field leaves it out of the file"
)]
pub trait FieldType: Encode + Decode {}

#[diagnostic::do_not_recommend]
impl<T: Encode + Decode> FieldType for T {}

/// What is stored of a field of type `T`, and how.
///
/// The code that `derive(H5Type)` writes names the bound on the type where it makes one of these, and
/// nowhere else: a type that is no element is one error, not one for each use.
pub struct FieldOf<T> {
    forms: Forms,
    encode: fn(&T, &mut ElementMut<'_>) -> Result<()>,
    decode: fn(Element<'_>) -> Result<T>,
}

/// What a type says of its forms in file and memory.
#[derive(Debug, Clone, Copy)]
struct Forms {
    dtype: fn() -> TypeDescriptor,
    write_form: fn(&TypeDescriptor) -> Option<TypeDescriptor>,
    write_error: fn(&TypeDescriptor) -> ErrorKind,
    read_form: fn(&TypeDescriptor) -> Option<TypeDescriptor>,
    read_error: fn(&TypeDescriptor) -> ErrorKind,
}

/// A field of that type.
#[must_use]
pub const fn field_of<T: FieldType>() -> FieldOf<T> {
    let forms = Forms {
        dtype: T::dtype,
        write_form: T::write_form,
        write_error: T::write_error,
        read_form: T::read_form,
        read_error: T::read_error,
    };
    FieldOf { forms, encode: T::encode, decode: T::decode }
}

impl<T> FieldOf<T> {
    /// Puts the field's value into a struct's element, where it is counted in the order of its type.
    ///
    /// # Errors
    ///
    /// Fails if there is no such field, or it cannot take the value.
    pub fn put(&self, element: &mut ElementMut<'_>, index: usize, value: &T) -> Result<()> {
        element.with_field(index, |element| (self.encode)(value, element))
    }

    /// The field of that name, if there is one.
    ///
    /// # Errors
    ///
    /// Fails if the field has no value of the type.
    pub fn optional(&self, fields: &mut Fields<'_>, name: &str) -> Result<Option<T>> {
        // In the form of the struct it is the next one; as stored, fields are in any order.
        let next = fields.names.get(fields.next).filter(|field| field.name == name);
        let index = match next {
            Some(_) => Some(fields.next),
            None => fields.names.iter().position(|field| field.name == name),
        };
        let Some(index) = index else {
            return Ok(None);
        };
        fields.next = index + 1;
        let element = fields.element.field(index)?;
        (self.decode)(element).map(Some).map_err(|error| in_field(&fields.names[index].name, error))
    }

    /// The field of that name, which must be there.
    ///
    /// # Errors
    ///
    /// Fails if it is not, or has no value of the type.
    pub fn required(&self, fields: &mut Fields<'_>, name: &str) -> Result<T> {
        self.optional(fields, name)?.ok_or_else(|| {
            let stored = fields.names.iter().map(|field| field.name.to_string()).collect();
            ErrorKind::MissingField { missing: name.to_owned(), stored }.into()
        })
    }
}

/// A struct that is stored as a compound.
pub trait Struct {
    /// Its fields, in the order of their declaration.
    const FIELDS: &'static [StructField];
}

/// A field of a struct: its name, and what its type says of its forms.
#[derive(Debug)]
pub struct StructField {
    name: &'static str,
    has_default: bool,
    forms: Forms,
}

impl StructField {
    /// A field of that name and type.
    #[must_use]
    pub const fn new<T>(name: &'static str, ty: &FieldOf<T>) -> Self {
        Self { name, has_default: false, forms: ty.forms }
    }

    /// The same, for a field that the file may lack.
    #[must_use]
    pub const fn or_default(self) -> Self {
        Self { has_default: true, ..self }
    }
}

fn dtypes<S: Struct>() -> impl Iterator<Item = (Name, TypeDescriptor)> {
    S::FIELDS.iter().map(|field| (Name::from(field.name), (field.forms.dtype)()))
}

/// The type of a new dataset of structs: packed, in the order of the fields.
#[must_use]
pub fn packed_dtype<S: Struct>() -> TypeDescriptor {
    TypeDescriptor::Compound(CompoundType::packed(dtypes::<S>()))
}

/// The type of a new dataset of structs with `#[hdf5(repr(C))]`.
#[must_use]
pub fn c_dtype<S: Struct>() -> TypeDescriptor {
    TypeDescriptor::Compound(CompoundType::c_layout(dtypes::<S>()))
}

/// The form that is written where the file stores `stored`, which must have every field and no other.
#[must_use]
pub fn struct_write_form<S: Struct>(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
    let TypeDescriptor::Compound(compound) = stored else {
        return None;
    };
    let forms = S::FIELDS.iter().map(|field| {
        let form = (field.forms.write_form)(compound.field(field.name)?)?;
        Some((Name::from(field.name), form))
    });
    let forms = forms.collect::<Option<Vec<_>>>()?;
    // Members that the form lacks would be lost: libhdf5 keeps them by reading them first, but takes
    // a chunk of which all elements are written for overwritten if the sizes are equal.
    (forms.len() == compound.fields.len())
        .then(|| TypeDescriptor::Compound(compound.form_of(forms)))
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
            Some(ty) if (field.forms.write_form)(ty).is_some() => {}
            Some(ty) => return of_field(field.name, (field.forms.write_error)(ty)),
            None => return mismatch(&format_args!("{stored} without a field \"{}\"", field.name)),
        }
    }
    let has = |stored: &&Field| S::FIELDS.iter().any(|field| stored.name == field.name);
    let more = compound.fields.iter().filter(|stored| !has(stored));
    let more: Vec<_> = more.map(|field| format!("\"{}\"", field.name)).collect();
    mismatch(&format_args!("{stored}, which has more fields ({}),", more.join(", ")))
}

/// The form that is read where the file stores `stored`: of its fields those that the struct has.
#[must_use]
pub fn struct_read_form<S: Struct>(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
    let TypeDescriptor::Compound(compound) = stored else {
        return None;
    };
    let mut forms = Vec::with_capacity(S::FIELDS.len());
    for field in S::FIELDS {
        match compound.field(field.name) {
            Some(ty) => forms.push((Name::from(field.name), (field.forms.read_form)(ty)?)),
            None if field.has_default => {}
            None => return None,
        }
    }
    // With nothing in common it is another struct, even if all fields have defaults.
    (!forms.is_empty()).then(|| TypeDescriptor::Compound(compound.form_of(forms)))
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
            Some(ty) if (field.forms.read_form)(ty).is_some() => {}
            Some(ty) => return of_field(field.name, (field.forms.read_error)(ty)),
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
}
