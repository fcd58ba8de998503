//! Datasets that only the file can still refuse.

use std::sync::Arc;

use crate::dataset::Dataset;
use crate::error::{ErrorKind, Result};
use crate::group::Group;
use crate::node::ObjectKind;
use crate::object::Object;
use crate::raw::{Handle, h5d, h5p, lock};
use crate::types::buffer::Encoded;

/// Options that have been checked, and data that has been encoded.
pub(super) struct Prepared<'a> {
    pub(super) group: &'a Group,
    pub(super) ty: Arc<Handle>,
    pub(super) space: Handle,
    pub(super) creation: Arc<Handle>,
    pub(super) access: Option<Arc<Handle>>,
    pub(super) elements: Option<Encoded<'a>>,
    /// Whether the elements will lie elsewhere than in the dataset.
    pub(super) elsewhere: bool,
}

impl Prepared<'_> {
    /// The dataset, complete, with no link to it. If something fails, or nobody links it, it is as if it
    /// had never been.
    pub(super) fn anonymous(&self) -> Result<Dataset> {
        let object = self.group.object();
        let _lock = lock();
        let default = h5p::default();
        let access = self.access.as_deref().unwrap_or(&default);
        let id = h5d::create_anon(object.handle(), &self.ty, &self.space, &self.creation, access)?;
        let new = Object::new(id, object.file());
        let dataset = match &self.access {
            Some(access) => Dataset::with_access(new, Arc::clone(access)),
            None => Dataset::new(new),
        };
        if !self.elsewhere {
            dataset.set_not_elsewhere();
        }
        if let Some(elements) = &self.elements {
            dataset.write_everything(elements, &self.space)?;
        }
        Ok(dataset)
    }

    /// The dataset with a name, and the groups on the way to it.
    pub(super) fn create(&self, name: &[u8]) -> Result<Dataset> {
        let _lock = lock();
        self.group.check_vacant(name)?;
        let dataset = self.anonymous()?;
        self.group.link_new(dataset.object(), name)?;
        Ok(dataset)
    }

    /// The dataset in the place of the one of that name, if there is one.
    pub(super) fn replace(&self, name: &[u8]) -> Result<Dataset> {
        let _lock = lock();
        if !self.group.contains(name)? {
            return self.create(name);
        }
        let old = self.group.open(name)?;
        if old.kind() != ObjectKind::Dataset {
            let path = old.path().unwrap_or_else(|| String::from_utf8_lossy(name).into_owned());
            let (expected, found) = (ObjectKind::Dataset, old.kind());
            return Err(ErrorKind::WrongObject { path, expected, found }.into());
        }
        let dataset = self.anonymous()?;
        self.group.relink(dataset.object(), name)?;
        Ok(dataset)
    }
}
