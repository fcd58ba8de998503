//! References, in the form that every version of HDF5 has.
//!
//! Newer versions call these functions deprecated, but they are the only ones for the references that
//! files hold. The form of HDF5 1.12 is in [`standard`].

mod standard;

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::call::{Herr, Hid, Len, call};
use crate::raw::h5i::text;
use crate::raw::h5o::Token;
use crate::raw::{Handle, global_heap};
use crate::types::Reference;

pub(crate) use standard::SIZE as STD_SIZE;
pub use standard::{ReferenceTarget, StdReference};

/// A reference to an object of the same file: a group, dataset or committed datatype.
///
/// It is a plain value of 8 bytes that can be an element of datasets and attributes, a field of a
/// struct, and be compared. [`Default`] is the null reference, which leads nowhere. A reference is made
/// with `reference()` of the object, and followed with [`Group::dereference`](crate::Group::dereference)
/// of any group of its file.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{File, Node, ObjectReference};
///
/// let file = File::create(dir.path().join("references.h5"))?;
/// let energy = file.create_dataset("runs/1/energy", [1.5, 2.5])?;
/// file.create_dataset("best", [energy.reference()?, ObjectReference::default()])?;
///
/// let best: Vec<ObjectReference> = file.dataset("best")?.read()?;
/// assert!(best[1].is_null());
/// let Node::Dataset(found) = file.dereference(best[0])? else { panic!("not a dataset") };
/// assert_eq!(found.read::<Vec<f64>>()?, [1.5, 2.5]);
/// assert_eq!(file.reference_name(best[0])?.as_deref(), Some("/runs/1/energy"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Nothing keeps a reference alive: when the object is removed, it leads nowhere, or to whatever takes
/// the object's place in the file.
#[doc(alias("hobj_ref_t", "H5R_OBJECT"))]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(transparent)]
pub struct ObjectReference(pub(crate) [u8; H5R_OBJ_REF_BUF_SIZE]);

/// A reference to some elements of a dataset of the same file.
///
/// It is a plain value of 12 bytes, as [`ObjectReference`] is of 8. It is made with
/// [`Dataset::region_reference`](crate::Dataset::region_reference), and followed with
/// [`Group::region`](crate::Group::region) or
/// [`Dataset::select_region`](crate::Dataset::select_region). Which elements they are is kept in the
/// file, so that making one writes to it.
#[doc(alias("hdset_reg_ref_t", "H5R_DATASET_REGION"))]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
#[repr(transparent)]
pub struct RegionReference(pub(crate) [u8; H5R_DSET_REG_REF_BUF_SIZE]);

// SAFETY: it is an array of bytes, of which every pattern is a value.
unsafe impl bytemuck::Zeroable for ObjectReference {}
// SAFETY: as above; it has no padding.
unsafe impl bytemuck::Pod for ObjectReference {}
// SAFETY: it is an array of bytes, of which every pattern is a value.
unsafe impl bytemuck::Zeroable for RegionReference {}
// SAFETY: as above; it has no padding.
unsafe impl bytemuck::Pod for RegionReference {}

/// The bytes of a reference, where the library reads and writes a number too.
#[repr(align(8))]
struct Buffer([u8; H5R_DSET_REG_REF_BUF_SIZE]);

/// A reference as the library takes it.
enum Parts<'a> {
    /// What the library calls its kind, and its bytes.
    Classic(H5R_type_t, Buffer),
    Std(&'a StdReference),
}

fn parts(reference: &Reference) -> Parts<'_> {
    match reference {
        Reference::Object(ObjectReference(bytes)) => {
            let mut buffer = Buffer([0; H5R_DSET_REG_REF_BUF_SIZE]);
            buffer.0[..bytes.len()].copy_from_slice(bytes);
            Parts::Classic(H5R_OBJECT, buffer)
        }
        Reference::Region(reference) => Parts::Classic(H5R_DATASET_REGION, Buffer(reference.0)),
        Reference::Std(reference) => Parts::Std(reference),
    }
}

fn create(object: &Handle, kind: H5R_type_t, space: hid_t) -> Result<Buffer> {
    let id = object.id()?;
    let mut buffer = Buffer([0; H5R_DSET_REG_REF_BUF_SIZE]);
    let bytes = buffer.0.as_mut_ptr().cast();
    // SAFETY: the path is NUL-terminated, and the buffer has room for either kind of reference, and is
    // aligned for both.
    call(|| Herr(unsafe { H5Rcreate(bytes, id, c".".as_ptr(), kind, space) }))?;
    Ok(buffer)
}

pub(crate) fn create_object(object: &Handle) -> Result<ObjectReference> {
    let Buffer(bytes) = create(object, H5R_OBJECT, H5I_INVALID_HID)?;
    let (bytes, _) = bytes.split_first_chunk().expect("a region reference is the longer one");
    Ok(ObjectReference(*bytes))
}

/// A reference to what a dataspace of the dataset selects.
pub(crate) fn create_region(dataset: &Handle, space: &Handle) -> Result<RegionReference> {
    let Buffer(bytes) = create(dataset, H5R_DATASET_REGION, space.id()?)?;
    Ok(RegionReference(bytes))
}

/// Where the object lies that a reference leads to, without a look at it; `None` if that cannot be told.
pub(crate) fn target(location: &Handle, reference: &Reference) -> Result<Option<Token>> {
    match reference {
        Reference::Object(ObjectReference(bytes)) => Ok(Some(Token::of_reference(*bytes))),
        Reference::Region(RegionReference(bytes)) => {
            let _lock = lock();
            check(location, reference)?;
            global_heap::dataset(location, bytes)
        }
        Reference::Std(_) => Ok(None),
    }
}

/// Opens the object that a reference leads to, from any object of its file.
pub(crate) fn dereference(location: &Handle, reference: &Reference) -> Result<hid_t> {
    let _lock = lock();
    check(location, reference)?;
    let (kind, buffer) = match parts(reference) {
        Parts::Classic(kind, buffer) => (kind, buffer),
        Parts::Std(reference) => return reference.open_object(),
    };
    let (id, bytes) = (location.id()?, buffer.0.as_ptr().cast());
    // SAFETY: the buffer holds a reference of that kind, and is aligned for it; its place in the heap
    // has been checked where the library does not do so.
    call(|| Hid(unsafe { H5Rdereference2(id, H5P_DEFAULT, kind, bytes) }))
}

/// The kind of the object that a reference leads to.
pub(crate) fn object_type(location: &Handle, reference: &Reference) -> Result<H5O_type_t> {
    let _lock = lock();
    check(location, reference)?;
    let (kind, buffer) = match parts(reference) {
        Parts::Classic(kind, buffer) => (kind, buffer),
        Parts::Std(reference) => return reference.object_type(),
    };
    let (id, bytes) = (location.id()?, buffer.0.as_ptr().cast());
    let mut object_type = H5O_TYPE_UNKNOWN;
    // SAFETY: as in `dereference`; the pointer is valid for writes.
    call(|| Herr(unsafe { H5Rget_obj_type2(id, kind, bytes, &mut object_type) }))?;
    Ok(object_type)
}

/// A path of the object that a reference leads to; `None` if no link leads there.
pub(crate) fn name(location: &Handle, reference: &Reference) -> Result<Option<Vec<u8>>> {
    let _lock = lock();
    check(location, reference)?;
    let (kind, buffer) = match parts(reference) {
        Parts::Classic(kind, buffer) => (kind, buffer),
        Parts::Std(reference) => return reference.object_name(),
    };
    let (id, bytes) = (location.id()?, buffer.0.as_ptr().cast());
    let name = text(|name, size| {
        // SAFETY: as in `dereference`; `text` passes a buffer that is as long as it says, or null.
        Len(unsafe { H5Rget_name(id, kind, bytes, name, size) } as i64)
    })?;
    Ok((!name.is_empty()).then_some(name))
}

/// The dataspace of the dataset that a reference leads to, in which the region is selected.
pub(crate) fn region(location: &Handle, reference: &Reference) -> Result<Handle> {
    let _lock = lock();
    check(location, reference)?;
    let (kind, buffer) = match parts(reference) {
        Parts::Classic(kind, buffer) => (kind, buffer),
        Parts::Std(reference) => return reference.open_region(),
    };
    let (id, bytes) = (location.id()?, buffer.0.as_ptr().cast());
    // SAFETY: as in `dereference`; a reference of another kind is an error.
    call(|| Hid(unsafe { H5Rget_region(id, kind, bytes) })).map(Handle::new)
}

/// Checks that a region reference leads to a place in the heap that the library may look at.
fn check(location: &Handle, reference: &Reference) -> Result<()> {
    if let Reference::Region(RegionReference(bytes)) = reference {
        global_heap::check(location, bytes)?;
    }
    Ok(())
}
