//! References: made of objects and selections, and followed.

mod region;
mod removed;

use crate::dataset::Dataset;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::node::{Node, ObjectKind};
use crate::object::{Object, kind_of, kind_of_type};
use crate::raw::h5r::{ObjectReference, StdReference};
use crate::raw::{h5r, lock};
use crate::types::Reference;

pub(crate) use region::locate;
pub use region::{ReferencedRegion, Region};

/// Objects to which references can be made.
macro_rules! referenced {
    ($($object:ident)*) => {$(
        /// References to it.
        impl $object {
            /// A reference to it, which can be stored in datasets and attributes of the same file; see
            /// [`ObjectReference`].
            ///
            /// # Errors
            ///
            /// Fails if the file is closed.
            #[doc(alias("H5Rcreate", "ref"))]
            pub fn reference(&self) -> Result<ObjectReference> {
                h5r::create_object(self.object().handle())
                    .map_err(|error| self.object().explain(error, "make a reference to"))
            }

            /// A reference to it in the form of HDF5 1.12; see [`StdReference`].
            ///
            /// # Errors
            ///
            /// [`ErrorKind::Unsupported`] with libhdf5 1.10; fails if the file is closed.
            #[doc(alias = "H5Rcreate_object")]
            pub fn std_reference(&self) -> Result<StdReference> {
                StdReference::to_object(self.object().handle())
                    .map_err(|error| self.object().explain(error, "make a reference to"))
            }
        }
    )*};
}

referenced! { Group Dataset Datatype Node }

/// Following references: from any group of the file that they were made in. [`File`](crate::File) is
/// its root group.
///
/// HDF5 keeps no account of references. One to an object that has been removed leads nowhere as long as the file
/// is open, or to what has taken its place. In a file that was opened later it may find what is left of the object,
/// and one of another file finds whatever is at the same place of this one. Whether links lead to what was found,
/// only a search tells: [`reference_name`](Group::reference_name).
impl Group {
    /// Opens the object that a reference leads to; for a region the dataset, for an attribute the object
    /// that has it. As `f[ref]` in h5py.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("dereference.h5"))?;
    /// let calibration = file.create_group("calibration")?;
    /// file.attrs().set("used", calibration.reference()?)?;
    ///
    /// let used: hdf5::ObjectReference = file.attrs().get("used")?;
    /// let node = file.dereference(used)?;
    /// assert_eq!(node.to_string(), "group of 0 links");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// A reference is a place in the file. Once something has been removed from it, the first reference to what may
    /// have gone costs a look at all links of the file, and so does the first after a link has been made.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullReference`] if it is null, [`ErrorKind::DanglingReference`] if it leads to no
    /// object, [`ErrorKind::InvalidArgument`] if it says that it is of another file.
    #[doc(alias("H5Rdereference", "H5Ropen_object"))]
    pub fn dereference(&self, reference: impl Into<Reference>) -> Result<Node> {
        open(self.object(), &reference.into())
            .map_err(|error| explain(self.object(), error, "follow a reference"))
    }

    /// Opens the dataset whose elements a region reference refers to, with the elements selected.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("regions.h5"))?;
    /// let image = file.create_dataset("image", [[1, 2, 3], [4, 5, 6]])?;
    /// file.attrs().set("spot", image.region_reference((.., 1..))?)?;
    ///
    /// let spot: hdf5::RegionReference = file.attrs().get("spot")?;
    /// let spot = file.region(spot)?;
    /// let values: ndarray::Array2<i32> = spot.read()?;
    /// assert_eq!(values, ndarray::array![[2, 3], [5, 6]]);
    /// assert_eq!(spot.dataset().path().as_deref(), Some("/image"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullReference`] if it is null, [`ErrorKind::DanglingReference`] if it leads to no
    /// region of a dataset.
    #[doc(alias("H5Rget_region", "H5Ropen_region"))]
    pub fn region(&self, reference: impl Into<Reference>) -> Result<ReferencedRegion> {
        region::find(self.object(), reference.into())
            .map_err(|error| explain(self.object(), error, "follow a region reference"))
    }

    /// The kind of the object that a reference leads to, without opening it.
    ///
    /// # Errors
    ///
    /// As [`dereference`](Self::dereference); bytes that are no object may be taken for one.
    #[doc(alias = "H5Rget_obj_type")]
    pub fn reference_kind(&self, reference: impl Into<Reference>) -> Result<ObjectKind> {
        let reference = reference.into();
        if let Reference::Std(_) = reference {
            // Its file is known only once it is open.
            return self.dereference(reference).map(|node| node.kind());
        }
        follow(self.object(), &reference, || {
            let object_type = h5r::object_type(self.object().handle(), &reference)?;
            match object_type {
                0.. => Ok(kind_of_type(object_type)),
                _ => Err(ErrorKind::DanglingReference.into()),
            }
        })
        .map_err(|error| explain(self.object(), error, "follow a reference"))
    }

    /// A path of the object that a reference leads to; `None` if no link leads there, as when the
    /// object has been removed.
    ///
    /// The path is searched for: through every link of the file, if it must be.
    ///
    /// # Errors
    ///
    /// As [`dereference`](Self::dereference).
    #[doc(alias = "H5Rget_name")]
    pub fn reference_name(&self, reference: impl Into<Reference>) -> Result<Option<String>> {
        let reference = reference.into();
        let name = || {
            let _lock = lock();
            // The library finds no name for what is no object, too.
            open(self.object(), &reference)?;
            follow(self.object(), &reference, || h5r::name(self.object().handle(), &reference))
        };
        let name = name().map_err(|error| explain(self.object(), error, "follow a reference"))?;
        Ok(name.map(|name| String::from_utf8_lossy(&name).into_owned()))
    }
}

/// Opens the object that a reference leads to.
pub(crate) fn open(location: &Object, reference: &Reference) -> Result<Node> {
    let _lock = lock();
    follow(location, reference, || {
        let id = h5r::dereference(location.handle(), reference)?;
        let object = Object::new(id, location.file());
        if let Reference::Std(reference) = reference {
            if let Err(error) = object.check_same_file(location) {
                let file = reference.file_name()?;
                return Err(match error.kind() {
                    ErrorKind::InvalidArgument { .. } => {
                        Error::invalid_argument(format!("the reference is of another file, {file}"))
                    }
                    _ => error,
                });
            }
        }
        let info = object.info()?;
        removed::check(location, info.identity)?;
        // Some versions of libhdf5 look for this themselves, and call the object deleted.
        if info.links == 0 {
            return Err(ErrorKind::DanglingReference.into());
        }
        Ok(Node::new(object, kind_of(&info)))
    })
}

/// Checks that there is something to follow, and somewhere to follow it to.
fn check(location: &Object, reference: &Reference) -> Result<()> {
    location.file().check()?;
    if reference.is_null() {
        return Err(ErrorKind::NullReference.into());
    }
    removed::check_target(location, reference)
}

/// Follows a reference to its object, and says of a failure what it means.
fn follow<T>(
    location: &Object,
    reference: &Reference,
    step: impl FnOnce() -> Result<T>,
) -> Result<T> {
    check(location, reference)?;
    step().map_err(|error| match error.kind() {
        // What is read at a place where no object is can seem to be anything.
        ErrorKind::Library
        | ErrorKind::NotHdf5
        | ErrorKind::Truncated
        | ErrorKind::AlreadyExists
        | ErrorKind::OutOfMemory { .. } => error.refine(ErrorKind::DanglingReference),
        _ => error,
    })
}

/// Says in an error that a reference was followed, which has no path of its own.
fn explain(location: &Object, error: Error, action: &'static str) -> Error {
    error.during(action).file(location.file().path())
}
