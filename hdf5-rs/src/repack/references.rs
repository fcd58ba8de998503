//! References, which lead to other places in another file.

use crate::error::{Error, ErrorKind, Result};
use crate::name::{Name, c_path};
use crate::raw::h5o::Token;
use crate::raw::h5r::{self, ObjectReference, ReferenceTarget, RegionReference, StdReference};
use crate::raw::{Handle, h5f};
use crate::reference;
use crate::repack::objects::{Copier, token};
use crate::types::Reference;

impl Copier<'_> {
    /// The reference to the copy of what a reference leads to.
    pub(super) fn counterpart(&self, reference: Reference) -> Result<Reference> {
        let found = match &reference {
            Reference::Object(object) => self.object(*object).map(Reference::Object),
            Reference::Region(_) => self.region(&reference).map(Reference::Region),
            Reference::Std(std) => self.std(&reference, std).map(Reference::Std),
        };
        match found {
            Err(error)
                if self.options.drop_dangling && *error.kind() == ErrorKind::DanglingReference =>
            {
                Ok(match reference {
                    Reference::Object(_) => ObjectReference::default().into(),
                    Reference::Region(_) => RegionReference::default().into(),
                    Reference::Std(_) => StdReference::default().into(),
                })
            }
            found => found,
        }
    }

    /// An object reference is nothing but where the object lies.
    fn object(&self, reference: ObjectReference) -> Result<ObjectReference> {
        let copy = self.copied.get(&Token::of_reference(reference.to_bytes()));
        let copy = copy.ok_or(ErrorKind::DanglingReference)?;
        Ok(ObjectReference::from_bytes(copy.to_reference()))
    }

    fn region(&self, reference: &Reference) -> Result<RegionReference> {
        let object = reference::open(self.source, reference)?;
        let copy = self.copy_of(token(object.object().handle())?)?;
        let space = h5r::region(self.source.handle(), reference).map_err(leads_nowhere)?;
        h5r::create_region(copy.handle(), &space)
    }

    fn std(&self, reference: &Reference, std: &StdReference) -> Result<StdReference> {
        let file = std.file_name()?;
        if file != Name::from(h5f::name(self.source.handle())?) {
            // One to another file leads where it did. libhdf5 writes it only once it has found that file.
            let object = std.open_object().map_err(|error| {
                let what = format!("repacking references to {file}, a file that cannot be opened,");
                error.refine(ErrorKind::Unsupported { what: what.into() })
            })?;
            drop(Handle::new(object));
            return Ok(std.clone());
        }
        let object = reference::open(self.source, reference)?;
        let copy = self.copy_of(token(object.object().handle())?)?;
        match std.target()? {
            ReferenceTarget::Object => StdReference::to_object(copy.handle()),
            ReferenceTarget::Region => {
                let space = std.open_region().map_err(leads_nowhere)?;
                StdReference::to_region(copy.handle(), &space)
            }
            ReferenceTarget::Attribute(name) => {
                StdReference::to_attribute(copy.handle(), &c_path(name.as_bytes())?)
            }
        }
    }
}

fn leads_nowhere(error: Error) -> Error {
    match error.kind() {
        ErrorKind::Library => error.refine(ErrorKind::DanglingReference),
        _ => error,
    }
}
