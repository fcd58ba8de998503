//! Attributes as they are in the file.
//!
//! An attribute is closed before the lock is released. While one is open, libhdf5 takes its value for that
//! of every attribute of the same name that is opened, even after it has been replaced; and writing to one
//! that has been replaced writes beyond the end of a smaller one.

use std::ffi::CStr;

use crate::attribute::not_found;
use crate::dataset::Dataspace;
use crate::error::Result;
use crate::object::Object;
use crate::raw::{Handle, h5a, h5t, lock};
use crate::shape::element_count;
use crate::types::TypeDescriptor;
use crate::types::buffer::{Allocator, Buffer, Encoded, Memory};

/// Opens an attribute. The lock is held until it is closed.
pub(super) fn open(object: &Object, name: &CStr) -> Result<Handle> {
    match h5a::open(object.handle(), name) {
        Ok(id) => Ok(Handle::in_file(id, object.file())),
        // What is there is the rule, so that it is only asked for when something is wrong.
        Err(error) => match h5a::exists(object.handle(), name)? {
            true => Err(error),
            false => Err(not_found(name.to_bytes())),
        },
    }
}

pub(super) fn dtype(object: &Object, name: &CStr) -> Result<TypeDescriptor> {
    let _lock = lock();
    crate::datatype::describe(&h5a::datatype(&open(object, name)?)?)
}

pub(super) fn space(object: &Object, name: &CStr) -> Result<Dataspace> {
    let _lock = lock();
    Dataspace::read(&h5a::space(&open(object, name)?)?)
}

/// The type and shape of an attribute.
pub(super) struct StoredForm {
    pub(super) memory: Memory,
    pub(super) space: Dataspace,
}

impl StoredForm {
    pub(super) fn read(object: &Object, name: &CStr) -> Result<Self> {
        let _lock = lock();
        Self::of(&open(object, name)?)
    }

    fn of(attribute: &Handle) -> Result<Self> {
        let memory = Memory::of_file(h5a::datatype(attribute)?)?;
        let space = Dataspace::read(&h5a::space(attribute)?)?;
        Ok(Self { memory, space })
    }

    /// All elements, or `None` if there are none.
    fn elements(&self, attribute: &Handle) -> Result<Option<Buffer>> {
        let count = match &self.space {
            Dataspace::Null => 0,
            space => element_count(space.shape())?,
        };
        let read = |memory: &Memory, bytes: &mut [u8], _: &mut _| {
            h5a::read(attribute, &memory.handle, bytes)
        };
        let buffer = || Buffer::read(self.memory.clone(), count, Allocator::Library, read);
        (count > 0).then(buffer).transpose()
    }

    /// Writes over the value of the attribute, if its type and shape are these. The elements are as many, in
    /// its type.
    ///
    /// libhdf5 gives up what the old value points to before it stores what the new one does. If that fails
    /// the old value is stored once more, in the place that has just become free.
    pub(super) fn write_over(
        &self,
        object: &Object,
        name: &CStr,
        elements: &Encoded<'_>,
    ) -> Result<bool> {
        let _lock = lock();
        let attribute = open(object, name)?;
        let current = Self::of(&attribute)?;
        if current.memory.ty != self.memory.ty || current.space != self.space {
            return Ok(false);
        }
        let old = match self.memory.ty.holds_pointers() {
            // A value that cannot be read is not kept.
            true => current.elements(&attribute).ok().flatten(),
            false => None,
        };
        elements.write_to_attribute(&attribute).inspect_err(|_| {
            if let Some(old) = &old {
                let shape = current.space.shape().to_vec();
                // The first error is the one that tells why.
                let _ = Encoded::of_buffer(old, shape).write_to_attribute(&attribute);
            }
        })?;
        Ok(true)
    }
}

/// An attribute with its value.
pub(super) struct Stored {
    pub(super) form: StoredForm,
    pub(super) elements: Option<Buffer>,
}

impl Stored {
    pub(super) fn read(object: &Object, name: &CStr) -> Result<Self> {
        let _lock = lock();
        Self::of(&open(object, name)?)
    }

    pub(super) fn of(attribute: &Handle) -> Result<Self> {
        let form = StoredForm::of(attribute)?;
        let elements = form.elements(attribute)?;
        Ok(Self { form, elements })
    }
}

/// Whether an attribute has a type that is not an object of the file.
pub(super) fn has_type(attribute: &Handle, ty: &Handle) -> Result<bool> {
    let stored = h5a::datatype(attribute)?;
    Ok(h5t::equal(&stored, ty)? && !h5t::committed(&stored)?)
}
