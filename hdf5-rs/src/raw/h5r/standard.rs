//! References in the form of HDF5 1.12 and newer, which a program without them knows only as null.

#[cfg_attr(not(hdf5_ge_1_12), path = "standard/owned_before_1_12.rs")]
mod owned;

use std::fmt;
use std::sync::Arc;

use hdf5_ffi::{H5O_type_t, hid_t};

use crate::error::{ErrorKind, Result};
use crate::name::Name;
use crate::raw::Handle;
use owned::Owned;

/// The bytes of an `H5R_ref_t`.
pub(crate) const SIZE: usize = 64;

/// A reference in the form that HDF5 has since 1.12: to an object, a region or an attribute.
///
/// It is made with `std_reference()` of an object, [`Dataset::std_region_reference`] and
/// [`Attributes::std_reference`], and followed as the others are: with
/// [`Group::dereference`](crate::Group::dereference), [`Group::region`](crate::Group::region) or
/// [`Dataset::select_region`](crate::Dataset::select_region). h5py and libhdf5 before 1.12 do not read files
/// that hold such references; [`ObjectReference`](crate::ObjectReference) and
/// [`RegionReference`](crate::RegionReference) are read by all.
///
/// It remembers its file, and keeps it open as a dataset does, until the file is
/// [closed](crate::File::close). Clones share what the library allocated for it. [`Default`] is the null
/// reference.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{ErrorKind, File, ReferenceTarget, StdReference};
///
/// let file = File::create(dir.path().join("std_references.h5"))?;
/// let run = file.create_dataset("run", [0.5, 1.5, 2.5])?;
/// run.attrs().set("units", "K")?;
/// let references = match run.std_reference() {
///     Ok(whole) => [whole, run.std_region_reference(1..)?, run.attrs().std_reference("units")?],
///     // With libhdf5 1.10.
///     Err(error) => return Ok(assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }))),
/// };
/// file.create_dataset("references", &references)?;
///
/// let back: Vec<StdReference> = file.dataset("references")?.read()?;
/// assert_eq!(file.dereference(&back[0])?.path().as_deref(), Some("/run"));
/// assert_eq!(file.region(&back[1])?.read::<Vec<f64>>()?, [1.5, 2.5]);
/// assert_eq!(back[2].target()?, ReferenceTarget::Attribute("units".into()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`Dataset::std_region_reference`]: crate::Dataset::std_region_reference
/// [`Attributes::std_reference`]: crate::Attributes::std_reference
#[doc(alias("H5R_ref_t", "H5T_STD_REF"))]
#[derive(Clone, Default)]
pub struct StdReference(Option<Arc<Owned>>);

/// What a [`StdReference`] refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReferenceTarget {
    /// An object.
    Object,
    /// Some elements of a dataset.
    Region,
    /// The attribute of that name of an object.
    Attribute(Name),
}

impl StdReference {
    pub(crate) fn to_object(object: &Handle) -> Result<Self> {
        Owned::to_object(object).map(Self::of)
    }

    /// To what a dataspace of the dataset selects.
    pub(crate) fn to_region(dataset: &Handle, space: &Handle) -> Result<Self> {
        Owned::to_region(dataset, space).map(Self::of)
    }

    pub(crate) fn to_attribute(object: &Handle, name: &core::ffi::CStr) -> Result<Self> {
        Owned::to_attribute(object, name).map(Self::of)
    }

    /// Copies a reference that the library has put into memory.
    ///
    /// # Safety
    ///
    /// The bytes must be null, or an `H5R_ref_t` that libhdf5 has made and not destroyed yet.
    pub(crate) unsafe fn copy(bytes: &[u8; SIZE]) -> Result<Self> {
        if bytes.iter().all(|&byte| byte == 0) {
            return Ok(Self::default());
        }
        // SAFETY: promised by the caller.
        unsafe { Owned::copy(bytes) }.map(Self::of)
    }

    fn of(owned: Owned) -> Self {
        Self(Some(Arc::new(owned)))
    }

    fn owned(&self) -> Result<&Owned> {
        self.0.as_deref().ok_or_else(|| ErrorKind::NullReference.into())
    }

    /// The bytes of the `H5R_ref_t`, which are valid as long as this value or a clone of it lives.
    pub(crate) fn bytes(&self) -> [u8; SIZE] {
        self.0.as_ref().map_or([0; SIZE], |owned| owned.bytes())
    }

    /// Whether it refers to nothing. Elements that have never been written are such references.
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.0.is_none()
    }

    /// What kind of thing it refers to.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullReference`] if it is null.
    #[doc(alias("H5Rget_type", "H5Rget_attr_name"))]
    pub fn target(&self) -> Result<ReferenceTarget> {
        self.owned()?.target()
    }

    /// The name of the file that it was made in, as the library remembers it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullReference`] if it is null.
    #[doc(alias = "H5Rget_file_name")]
    pub fn file_name(&self) -> Result<Name> {
        Ok(self.owned()?.file_name()?.into())
    }

    /// Opens the object; of a region the dataset, of an attribute the object that has it.
    pub(crate) fn open_object(&self) -> Result<hid_t> {
        self.owned()?.open_object()
    }

    /// The dataspace of the dataset, in which the region is selected.
    pub(crate) fn open_region(&self) -> Result<Handle> {
        self.owned()?.open_region()
    }

    pub(crate) fn object_type(&self) -> Result<H5O_type_t> {
        self.owned()?.object_type()
    }

    /// A path of the object; `None` if no link leads there.
    pub(crate) fn object_name(&self) -> Result<Option<Vec<u8>>> {
        let name = self.owned()?.object_name()?;
        Ok((!name.is_empty()).then_some(name))
    }
}

/// Whether both refer to the same object, region or attribute; references that cannot be compared are not
/// equal.
impl PartialEq for StdReference {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(other)) => {
                Arc::ptr_eq(one, other) || one.equals(other).unwrap_or(false)
            }
            _ => false,
        }
    }
}

impl Eq for StdReference {}

/// What it refers to.
impl fmt::Debug for StdReference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.target() {
            Ok(target) => write!(f, "StdReference({target:?})"),
            Err(_) if self.is_null() => f.write_str("StdReference(null)"),
            Err(error) => write!(f, "StdReference({error})"),
        }
    }
}
