//! Attributes that are created, perhaps in the place of others.

use std::ffi::{CStr, CString};
use std::sync::Arc;

use hdf5_ffi::H5S_NULL;

use crate::attribute::room::Room;
use crate::attribute::stored;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::name::c_path;
use crate::object::Object;
use crate::plist;
use crate::raw::{Handle, h5a, h5s, h5t, lock};
use crate::shape::to_hsize;
use crate::types::TypeDescriptor;
use crate::types::buffer::Encoded;

/// An attribute that only the file can still refuse.
pub(super) struct NewAttribute<'a> {
    ty: Arc<Handle>,
    /// Whether the attribute refers to a committed type.
    committed: bool,
    space: Arc<Handle>,
    elements: Option<Encoded<'a>>,
    room: Room,
}

impl<'a> NewAttribute<'a> {
    /// Elements in a type, which may have a name in the file; without elements the dataspace is null.
    pub(super) fn new(
        dtype: &TypeDescriptor,
        datatype: Option<&Datatype>,
        elements: Option<Encoded<'a>>,
    ) -> Result<Self> {
        let ty = match datatype {
            Some(datatype) => datatype.object().shared_handle(),
            None => {
                let elements = elements.as_ref().map(Encoded::memory);
                match elements.filter(|elements| elements.ty == *dtype) {
                    Some(elements) => Arc::clone(&elements.handle),
                    None => crate::datatype::build(dtype)?,
                }
            }
        };
        let space = match elements.as_ref().map(Encoded::shape) {
            None => Arc::new(h5s::create(H5S_NULL)?),
            Some([]) => h5s::scalar()?,
            Some(shape) => Arc::new(h5s::create_simple(&to_hsize(shape), None)?),
        };
        let room = Room::of(dtype, elements.as_ref().map(Encoded::shape))?;
        Ok(Self { ty, committed: datatype.is_some(), space, elements, room })
    }

    /// An attribute with the type and shape of another one, and elements in its type.
    pub(super) fn like(attribute: &Handle, elements: Option<Encoded<'a>>) -> Result<Self> {
        let (ty, space) = (h5a::datatype(attribute)?, h5a::space(attribute)?);
        let committed = h5t::committed(&ty)?;
        let room = Room::of_stored(attribute)?;
        Ok(Self { ty: Arc::new(ty), committed, space: Arc::new(space), elements, room })
    }

    /// Creates the attribute or replaces the one of that name, which stays if that fails.
    pub(super) fn put(&self, object: &Object, name: &CStr) -> Result<()> {
        let _lock = lock();
        if !h5a::exists(object.handle(), name)? {
            return self.create(object, name);
        }
        match self.write_over(object, name)? {
            true => Ok(()),
            false => self.replace(object, name),
        }
    }

    /// Checks that the attribute can have a name.
    pub(super) fn check_room(&self, object: &Object, name: &CStr) -> Result<()> {
        let ty = (!self.committed).then_some(&*self.ty);
        self.room.check(object, name, ty)
    }

    /// Creates the attribute and writes it; nothing is left if that fails.
    pub(super) fn create(&self, object: &Object, name: &CStr) -> Result<()> {
        self.check_room(object, name)?;
        let creation = plist::attribute_create(name.to_bytes())?;
        let id = h5a::create(object.handle(), name, &self.ty, &self.space, &creation)
            .map_err(|error| self.refused(error))?;
        let attribute = Handle::in_file(id, object.file());
        let Some(elements) = &self.elements else {
            return Ok(());
        };
        let written = elements.write_to_attribute(&attribute);
        drop(attribute);
        written.inspect_err(|_| {
            // The first error is the one that tells why.
            let _ = h5a::delete(object.handle(), name);
        })
    }

    /// Writes over the attribute, if it has the same type and shape. Then nothing can fail half-way: the
    /// bytes are copied as they are.
    fn write_over(&self, object: &Object, name: &CStr) -> Result<bool> {
        let Some(elements) = self.elements.as_ref().filter(|_| !self.committed) else {
            return Ok(false);
        };
        if elements.memory().ty.holds_pointers() {
            return Ok(false);
        }
        let attribute = stored::open(object, name)?;
        let is_alike = stored::has_type(&attribute, &self.ty)?
            && h5s::extent_equal(&h5a::space(&attribute)?, &self.space)?;
        if is_alike {
            elements.write_to_attribute(&attribute)?;
        }
        Ok(is_alike)
    }

    /// Takes the place of the attribute.
    ///
    /// The new one is complete before the old one goes, and at every step there is a way back. The names
    /// in between are as long as the real one, so that renaming needs no other place in an object's header:
    /// libhdf5 takes an attribute out before it looks for one, and loses it if there is none.
    fn replace(&self, object: &Object, name: &CStr) -> Result<()> {
        let handle = object.handle();
        let new = vacant_name(handle, name)?;
        self.create(object, &new)?;
        let exchange = || {
            if !h5a::RENAMES_WELL {
                // Where the new one fitted beside the old one, it fits in its place.
                h5a::delete(handle, name)?;
                self.create(object, name).inspect_err(|_| {
                    let _ = h5a::rename(handle, &new, name);
                })?;
                return h5a::delete(handle, &new);
            }
            let old = vacant_name(handle, &new)?;
            h5a::rename(handle, name, &old)?;
            h5a::rename(handle, &new, name).inspect_err(|_| {
                let _ = h5a::rename(handle, &old, name);
            })?;
            h5a::delete(handle, &old).inspect_err(|_| {
                let _ = h5a::rename(handle, name, &new);
                let _ = h5a::rename(handle, &old, name);
            })
        };
        exchange().inspect_err(|_| {
            let _ = h5a::delete(handle, &new);
        })
    }

    /// What it means that libhdf5 did not create the attribute.
    fn refused(&self, error: Error) -> Error {
        let says = |words| error.frames().iter().any(|frame| frame.description.contains(words));
        if says("object header message is too large") {
            return error.refine(self.room.too_large());
        }
        if says("attribute creation index can't be incremented") {
            let what = "creating more than 65,535 attributes, counting those that were replaced or \
                        removed, on an object that keeps their order (`modify` creates none, but)";
            return error.refine(ErrorKind::Unsupported { what: what.into() });
        }
        error
    }
}

/// A name of the same length that no attribute of the object has: the last bytes are counted up.
fn vacant_name(object: &Handle, like: &CStr) -> Result<CString> {
    let mut bytes = like.to_bytes().to_vec();
    if let Some(last) = bytes.last_mut() {
        // Hardly any name ends with a control character.
        *last = 1;
    }
    loop {
        let name = c_path(&bytes)?;
        if name.as_c_str() != like && !h5a::exists(object, &name)? {
            return Ok(name);
        }
        let next = bytes.iter_mut().rev().find_map(|byte| {
            *byte = byte.checked_add(1).unwrap_or(1);
            (*byte > 1).then_some(())
        });
        if next.is_none() {
            // All names of one byte are taken, and so on.
            bytes.push(1);
        }
    }
}
