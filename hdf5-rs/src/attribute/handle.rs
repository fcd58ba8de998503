//! One attribute, which has been found.

use crate::attribute::{AttributeInfo, Attributes};
use crate::convert::Conversion;
use crate::data::{FromData, ToData};
use crate::dataset::Dataspace;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::name::Name;
use crate::object::Object;
use crate::types::TypeDescriptor;

/// An attribute of an object: [`Attributes::open`] and [`Attributes::iter`] give it.
///
/// It keeps the object open and remembers the name. What it tells is always of the attribute that has the
/// name now: once that is removed or has another name, everything fails with [`ErrorKind::NotFound`].
// An identifier of libhdf5 would go stale: after the attribute has been replaced it has the old value,
// which libhdf5 then also finds when the attribute is opened anew, and what is written with it goes to a
// place of another size.
#[derive(Debug, Clone)]
pub struct Attribute {
    object: Object,
    name: Name,
    conversion: Conversion,
}

impl Attribute {
    pub(super) fn new(object: &Object, name: Name, conversion: Conversion) -> Self {
        Self { object: object.clone(), name, conversion }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// Reads the value; see [`Attributes::get`].
    ///
    /// # Errors
    ///
    /// As [`Attributes::get`].
    #[doc(alias = "H5Aread")]
    pub fn read<R: FromData>(&self) -> Result<R> {
        self.attributes().get(&self.name)
    }

    /// Writes over the value; the attribute keeps its type and its shape. A single element is the same
    /// whether it is stored as a scalar or in an array of one.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`], [`ErrorKind::TypeMismatch`] and [`ErrorKind::ValueOutOfRange`] if the
    /// data does not fit, [`ErrorKind::NullDataspace`] if the attribute is empty, [`ErrorKind::ReadOnly`] if
    /// the file is open for reading only.
    #[doc(alias = "H5Awrite")]
    pub fn write(&self, data: impl ToData) -> Result<()> {
        let attributes = self.attributes();
        let written = attributes.overwrite(self.name.as_bytes(), &data);
        written.map_err(|error| attributes.explain(error, "write attribute", self.name.as_bytes()))
    }

    /// The type in the file.
    ///
    /// # Errors
    ///
    /// As [`Attributes::dtype`].
    #[doc(alias = "H5Aget_type")]
    pub fn dtype(&self) -> Result<TypeDescriptor> {
        self.attributes().dtype(&self.name)
    }

    /// The shape, or that it is a scalar or empty.
    ///
    /// # Errors
    ///
    /// As [`Attributes::space`].
    #[doc(alias = "H5Aget_space")]
    pub fn space(&self) -> Result<Dataspace> {
        self.attributes().space(&self.name)
    }

    /// Its place in the order of creation, the character set of its name, and its size.
    ///
    /// # Errors
    ///
    /// As [`Attributes::info`].
    #[doc(alias = "H5Aget_info")]
    pub fn info(&self) -> Result<AttributeInfo> {
        self.attributes().info(&self.name)
    }

    fn attributes(&self) -> Attributes<'_> {
        Attributes { object: &self.object, conversion: self.conversion }
    }
}
