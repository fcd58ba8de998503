//! What is known of an open dataset, so that it is asked for only once.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use crate::dataset::elsewhere::Elsewhere;
use crate::dataset::virtual_sources::Mappings;
use crate::dataset::{Dataset, Dataspace};
use crate::error::Result;
use crate::raw::{Handle, h5d, h5p, lock};
use crate::shape::element_count;
use crate::types::TypeDescriptor;
use crate::types::buffer::Memory;

/// Shared by all clones of a dataset.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// A dataset's type never changes.
    stored: OnceLock<Memory>,
    /// The shape, where it cannot change.
    fixed: OnceLock<Dataspace>,
    /// Where the elements lie, which never changes either.
    elsewhere: OnceLock<Elsewhere>,
    /// The access property list, if it is not the default one.
    access: Option<Arc<Handle>>,
    /// A dataspace of the shape that cannot change, while nobody uses it.
    spare: Mutex<Option<Handle>>,
}

impl Known {
    pub(super) fn with_access(access: Arc<Handle>) -> Self {
        Self { access: Some(access), ..Self::default() }
    }

    fn spare(&self) -> std::sync::MutexGuard<'_, Option<Handle>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The dataspace of a dataset at this moment, in which elements can be selected.
pub(super) struct FileSpace<'a> {
    handle: Option<Handle>,
    /// Where it goes when it is not used any more, if it can be used again.
    spare: Option<&'a Known>,
}

impl FileSpace<'_> {
    /// A dataspace that is used once.
    pub(super) fn new(handle: Handle) -> Self {
        Self { handle: Some(handle), spare: None }
    }

    pub(super) fn handle(&self) -> &Handle {
        self.handle.as_ref().expect("taken only when it is dropped")
    }

    /// Whether the dataset always has this shape.
    pub(super) fn is_fixed(&self) -> bool {
        self.spare.is_some()
    }
}

impl Drop for FileSpace<'_> {
    fn drop(&mut self) {
        if let Some(known) = self.spare {
            *known.spare() = self.handle.take();
        }
    }
}

impl Dataset {
    pub(super) fn stored(&self) -> Result<&TypeDescriptor> {
        self.stored_memory().map(|memory| &memory.ty)
    }

    /// The type of an element in the file, to read it as it is.
    pub(super) fn stored_memory(&self) -> Result<&Memory> {
        self.object.file().check()?;
        if let Some(memory) = self.known.stored.get() {
            return Ok(memory);
        }
        let _lock = lock();
        let memory = Memory::of_file(h5d::datatype(self.object.handle())?)?;
        Ok(self.known.stored.get_or_init(|| memory))
    }

    /// The shape at this moment.
    pub(super) fn read_space(&self) -> Result<Cow<'_, Dataspace>> {
        self.object.file().check()?;
        if let Some(space) = self.known.fixed.get() {
            return Ok(Cow::Borrowed(space));
        }
        let _lock = lock();
        let _sources = self.check_growing_sources()?;
        self.describe(&h5d::space(self.object.handle())?)
    }

    /// The dataspace, and its description. The lock must be held as long as it is used.
    pub(super) fn file_space(&self) -> Result<(FileSpace<'_>, Cow<'_, Dataspace>)> {
        self.object.file().check()?;
        if let Some(space) = self.known.fixed.get() {
            // Another transfer may be using it, if this one runs within it.
            let spare = self.known.spare().take();
            let handle = spare.map_or_else(|| h5d::space(self.object.handle()), Ok)?;
            let space = Cow::Borrowed(space);
            return Ok((FileSpace { handle: Some(handle), spare: Some(&self.known) }, space));
        }
        let _sources = self.check_growing_sources()?;
        let handle = h5d::space(self.object.handle())?;
        let space = self.describe(&handle)?;
        Ok((FileSpace::new(handle), space))
    }

    /// What the dataset consists of, if it is virtual.
    pub(super) fn mappings(&self) -> Result<Option<&Mappings>> {
        Ok(match self.elsewhere()? {
            Elsewhere::Sources(mappings) => Some(mappings),
            Elsewhere::Nowhere | Elsewhere::Files(_) => None,
        })
    }

    /// Where the elements lie, if not in the dataset.
    pub(super) fn elsewhere(&self) -> Result<&Elsewhere> {
        if let Some(known) = self.known.elsewhere.get() {
            return Ok(known);
        }
        let elsewhere = Elsewhere::of(self.object.handle())?;
        Ok(self.known.elsewhere.get_or_init(|| elsewhere))
    }

    /// Says of a new dataset that its elements lie in it, so that nobody needs to look.
    pub(super) fn set_not_elsewhere(&self) {
        self.known.elsewhere.get_or_init(|| Elsewhere::Nowhere);
    }

    /// The property list that the dataset was opened with.
    pub(super) fn access(&self) -> &Handle {
        static DEFAULT: LazyLock<Handle> = LazyLock::new(h5p::default);
        self.known.access.as_deref().unwrap_or(&DEFAULT)
    }

    fn describe(&self, space: &Handle) -> Result<Cow<'_, Dataspace>> {
        let described = Dataspace::read(space)?;
        // Only what lies in the file in one piece has an address, and its shape cannot change.
        let fixed = match described {
            Dataspace::Null | Dataspace::Scalar => true,
            Dataspace::Simple { .. } => h5d::offset(self.object.handle())?.is_some(),
        };
        if fixed && element_count(described.shape()).is_err() {
            h5d::check_extent(self.object.handle())?;
        }
        Ok(match fixed {
            true => Cow::Borrowed(self.known.fixed.get_or_init(|| described)),
            false => Cow::Owned(described),
        })
    }
}
