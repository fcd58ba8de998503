//! A part of a dataset: some of its elements, or some of their fields, and how they are converted.

use std::borrow::Cow;

use crate::convert::{Conversion, Transfer};
use crate::data::{DataMut, FromData, ToData};
use crate::dataset::slab::{Slab, resolve};
use crate::dataset::{Dataset, Dataspace};
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::raw::lock;
use crate::reference;
use crate::select::{Resolution, Selection};
use crate::types::{CompoundType, TypeDescriptor};

/// What is read or written of a dataset, and how.
#[derive(Debug, Clone, Default)]
pub(super) struct Access {
    pub(super) selection: Selection,
    pub(super) conversion: Conversion,
    /// A field of the elements, a field of that, and so on.
    pub(super) path: Vec<Name>,
    /// Of the compound there, some fields.
    pub(super) subset: Option<Vec<Name>>,
    /// Whether the sources of a virtual dataset must be there.
    pub(super) require_sources: bool,
}

impl Access {
    /// The type of what is read or written, of elements that are stored as `stored`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`] if a field is not there.
    pub(super) fn part<'a>(&self, stored: &'a TypeDescriptor) -> Result<Cow<'a, TypeDescriptor>> {
        let mut part = stored;
        for name in &self.path {
            part = field(part, name)?;
        }
        let Some(names) = &self.subset else {
            return Ok(Cow::Borrowed(part));
        };
        let fields = names.iter().map(|name| Ok((name.clone(), field(part, name)?.clone())));
        let fields = fields.collect::<Result<Vec<_>>>()?;
        Ok(Cow::Owned(TypeDescriptor::Compound(CompoundType::packed(fields))))
    }

    /// Whether not all of each element is read or written.
    pub(super) fn is_partial(&self) -> bool {
        !self.path.is_empty() || self.subset.is_some()
    }
}

/// A field of a compound.
fn field<'a>(ty: &'a TypeDescriptor, name: &Name) -> Result<&'a TypeDescriptor> {
    let TypeDescriptor::Compound(compound) = ty else {
        let reason = format!("{ty} is no compound and has no field \"{name}\"");
        return Err(Error::invalid_argument(reason));
    };
    let found = compound.fields.iter().find(|field| field.name == *name);
    found.map(|field| &field.ty).ok_or_else(|| {
        let stored = compound.fields.iter().map(|field| field.name.to_string()).collect();
        ErrorKind::MissingField { missing: name.to_string(), stored }.into()
    })
}

/// A part of a dataset, with the same `read`, `read_into` and `write` as the dataset: some of its elements
/// ([`Dataset::select`]), some fields of them ([`Dataset::field`]), or all of them with another
/// treatment of values that do not fit ([`Dataset::clip`]).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("part.h5"))?;
/// use hdf5::H5Type;
///
/// #[derive(H5Type, Clone)]
/// struct Hit {
///     id: u32,
///     energy: f64,
/// }
///
/// let hits = file.create_dataset("hits", vec![Hit { id: 7, energy: 0.5 }; 100])?;
/// hits.select(..10)?.field("energy")?.write([2.5; 10])?;
/// assert_eq!(hits.field("energy")?.read::<Vec<f64>>()?[9..11], [2.5, 0.5]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Selected {
    dataset: Dataset,
    access: Access,
}

impl Selected {
    pub(super) fn new(dataset: Dataset, access: Access) -> Self {
        Self { dataset, access }
    }

    /// The shape of what is selected: without the axes that were selected by an index.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn shape(&self) -> Result<Vec<usize>> {
        let shape = || {
            let _lock = lock();
            let slab = Slab::new(&self.dataset, &self.access.selection, Transfer::Checked)?;
            Ok(slab.shape().to_vec())
        };
        shape().map_err(|error| self.dataset.explain(error, "select from dataset"))
    }

    /// Some of the elements; see [`Dataset::select`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::select`]; [`ErrorKind::InvalidArgument`] if some have been selected already.
    pub fn select<S>(mut self, selection: S) -> Result<Self>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        let check = |selection: Selection| {
            if !self.access.selection.is_all() {
                return Err(Error::invalid_argument("this is a selection already"));
            }
            let space = self.dataset.read_space()?;
            if *space == Dataspace::Null && selection.is_whole() {
                return Ok(selection);
            }
            match resolve(&selection, &space)? {
                Resolution::Placed(_) | Resolution::Combined(..) => Ok(selection),
                Resolution::Region(region) => {
                    reference::locate(&self.dataset, &region).map(|_| selection)
                }
            }
        };
        let checked = selection.try_into().map_err(Error::from).and_then(check);
        self.access.selection =
            checked.map_err(|error| self.dataset.explain(error, "select from dataset"))?;
        Ok(self)
    }

    /// The dataset that this is a part of.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// One field of the elements, which are compounds. See [`Dataset::field`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::field`].
    pub fn field(mut self, name: impl AsRef<[u8]>) -> Result<Self> {
        let name = Name::from(name.as_ref());
        if let Some(names) = self.access.subset.take() {
            if !names.contains(&name) {
                let stored = names.iter().map(Name::to_string).collect();
                let missing = name.to_string();
                return Err(ErrorKind::MissingField { missing, stored }.into());
            }
        }
        self.access.path.push(name);
        self.dataset.check_access(&self.access)?;
        Ok(self)
    }

    /// Some fields of the elements, which are compounds. See [`Dataset::fields`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::fields`].
    pub fn fields(mut self, names: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<Self> {
        let names = names.into_iter().map(|name| Name::from(name.as_ref())).collect();
        self.access.subset = Some(names);
        self.dataset.check_access(&self.access)?;
        Ok(self)
    }

    /// Numbers that do not fit become the nearest that does. See [`Dataset::clip`].
    #[must_use]
    pub fn clip(mut self) -> Self {
        self.access.conversion.clip = true;
        self
    }

    /// Strings that do not fit are cut. See [`Dataset::truncate`].
    #[must_use]
    pub fn truncate(mut self) -> Self {
        self.access.conversion.truncate = true;
        self
    }

    /// What is no UTF-8 in strings is replaced. See [`Dataset::lossy`].
    #[must_use]
    pub fn lossy(mut self) -> Self {
        self.access.conversion.lossy = true;
        self
    }

    /// Reading what a source of a virtual dataset lacks is an error. See [`Dataset::require_sources`].
    #[must_use]
    pub fn require_sources(mut self) -> Self {
        self.access.require_sources = true;
        self
    }

    /// Reads the elements. See [`Dataset::read`].
    ///
    /// # Errors
    ///
    /// As [`Dataset::read`], and
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn read<R: FromData>(&self) -> Result<R> {
        self.dataset.read_access(&self.access)
    }

    /// Reads the elements into a buffer of one's own. See [`Dataset::read_into`].
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read). Numbers may have been read in part if it fails.
    pub fn read_into(&self, buffer: impl DataMut) -> Result<()> {
        self.dataset.read_access_into(&self.access, buffer)
    }

    /// Writes the elements. Data of another shape is stretched to that of the selection; see
    /// [`Dataset::write`]. Of a list that has a position more than once, the last value counts.
    ///
    /// Of fields, the others keep their values: the elements are read, changed and written back.
    ///
    /// # Errors
    ///
    /// As [`Dataset::write`], and
    /// [`ErrorKind::OutOfBounds`](crate::ErrorKind::OutOfBounds) if the dataset has shrunk since.
    pub fn write(&self, data: impl ToData) -> Result<()> {
        self.write_data(&data)
    }

    pub(crate) fn write_data(&self, data: &(impl ToData + ?Sized)) -> Result<()> {
        self.dataset.write_access(&self.access, data)
    }
}
