//! Attributes that are copied into another file.

use std::ffi::CStr;
use std::sync::Arc;

use hdf5_ffi::H5T_REFERENCE;

use crate::attribute::{Attributes, stored};
use crate::error::Result;
use crate::name::c_path;
use crate::object::Object;
use crate::raw::{Handle, h5a, h5t, lock};
use crate::types::Reference;
use crate::types::buffer::{Buffer, Encoded};

/// What stands in another file for what attributes lead to in theirs.
pub(crate) trait Counterparts {
    /// The datatype of the other file that stands for a committed one.
    fn datatype(&mut self, committed: &Handle) -> Result<Handle>;

    /// The reference in the other file that stands for one that is not null.
    fn reference(&mut self, reference: Reference) -> Result<Reference>;
}

impl Attributes<'_> {
    /// Whether libhdf5 can copy all of them into another file: it loses what references lead to, and which
    /// committed type is meant.
    pub(crate) fn are_plain(&self) -> Result<bool> {
        let _lock = lock();
        for name in self.raw_names()? {
            let ty = h5a::datatype(&stored::open(self.object, &c_path(name.as_bytes())?)?)?;
            if h5t::committed(&ty)? || h5t::detect_class(&ty, H5T_REFERENCE)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Copies all of them to an object of another file, which has none.
    pub(crate) fn copy_to(
        &self,
        target: &Object,
        counterparts: &mut dyn Counterparts,
    ) -> Result<()> {
        let _lock = lock();
        let mut attributes = h5a::iterate(self.object.handle())?;
        // Where no order is kept, the library counts them as they are stored.
        attributes.sort_by_key(|(_, info)| info.creation_order);
        attributes.iter().try_for_each(|(name, _)| {
            let copied =
                c_path(name).and_then(|name| copy(self.object, target, &name, counterparts));
            copied.map_err(|error| self.object.explain_at(error, "repack attribute", name))
        })
    }
}

fn copy(
    object: &Object,
    target: &Object,
    name: &CStr,
    counterparts: &mut dyn Counterparts,
) -> Result<()> {
    let attribute = stored::open(object, name)?;
    let stored::Stored { form, elements } = stored::Stored::of(&attribute)?;
    let mut ty = h5a::datatype(&attribute)?;
    if h5t::committed(&ty)? {
        ty = counterparts.datatype(&ty)?;
    }
    let (space, creation) = (h5a::space(&attribute)?, h5a::create_plist(&attribute)?);
    let id = h5a::create(target.handle(), name, &ty, &space, &creation)?;
    let copy = Handle::in_file(id, target.file());
    let Some(mut buffer) = elements else {
        return Ok(());
    };
    if form.memory.ty.holds_references() {
        let mut change = |reference| counterparts.reference(reference);
        buffer = Buffer::with_references(&Arc::new(buffer), &mut change)?;
    }
    let shape = form.space.shape().to_vec();
    Encoded::of_buffer(&buffer, shape).write_to_attribute(&copy)
}
