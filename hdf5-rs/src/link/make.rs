//! Making links.

use std::ffi::CStr;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::name::{c_path, path_to_c};
use crate::node::Node;
use crate::raw::{Handle, h5l, link_class, lock};

/// A link has two bytes for the length of what it holds.
const MAX_VALUE: usize = u16::MAX as usize;

/// Making links.
impl Group {
    /// Gives an object of the same file another name, or the first one of a dataset that was
    /// [created without](crate::DatasetBuilder::create_anonymous): a hard link (`group[name] = object` in
    /// h5py). Groups on the way to it are made.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("link.h5"))?;
    /// let draft = file.new_dataset::<f64>().create_anonymous_with([0.5, 1.5])?;
    /// assert!(file.is_empty()?);
    /// file.link("runs/1/energy", &draft)?;
    /// file.link("latest", &draft)?;
    /// assert_eq!(file.dataset("latest")?.read::<Vec<f64>>()?, [0.5, 1.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only, [`ErrorKind::InvalidArgument`] if the object is in another file.
    #[doc(alias("H5Olink", "H5Lcreate_hard"))]
    pub fn link(&self, name: impl AsRef<[u8]>, object: impl Into<Node>) -> Result<()> {
        let (name, object) = (name.as_ref(), object.into());
        let link = || {
            let _lock = lock();
            self.object().file().check_writable()?;
            self.object().check_same_file(object.object())?;
            self.check_vacant(name)?;
            self.link_new(object.object(), name)
        };
        link().map_err(|error| self.object().explain_at(error, "link", name))
    }

    /// Makes a link to a path of the same file, which need not exist (`h5py.SoftLink`). Groups on the way to
    /// the link are made.
    ///
    /// The path starts at the group of the link, or at the root if it starts with `/`. It is stored without
    /// slashes that mean nothing.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("soft.h5"))?;
    /// file.create_dataset("runs/2024-01-31", [1.5])?;
    /// file.link_soft("runs/latest", "2024-01-31")?;
    /// assert_eq!(file.dataset("runs/latest")?.read::<Vec<f64>>()?, [1.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only, [`ErrorKind::InvalidName`] if the path is empty or has more than 65,535
    /// bytes.
    #[doc(alias("H5Lcreate_soft", "SoftLink"))]
    pub fn link_soft(&self, name: impl AsRef<[u8]>, path: impl AsRef<[u8]>) -> Result<()> {
        let (name, path) = (name.as_ref(), path.as_ref());
        let link = || {
            let target = c_path(path)?;
            check_length(path.len())?;
            self.make_link(name, |group, link, options| {
                h5l::create_soft(&target, group, link, options)
            })
        };
        link().map_err(|error| self.object().explain_at(error, "make soft link", name))
    }

    /// Makes a link to a path in another file (`h5py.ExternalLink`); neither need exist. Groups on the way to
    /// the link are made.
    ///
    /// A relative file name is looked for in the folder of this file, then in the working directory; see
    /// [`LinkAccess::external_prefix`](crate::LinkAccess::external_prefix). The path starts at the other
    /// file's root. Whoever follows the link opens the other file as this one is open, for reading or
    /// writing; [`open_with`](Self::open_with) can say otherwise.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::File;
    ///
    /// File::create(dir.path().join("january.h5"))?.create_dataset("energy", [1.5, 2.5])?;
    /// let year = File::create(dir.path().join("year.h5"))?;
    /// year.link_external("01/energy", "january.h5", "/energy")?;
    /// assert_eq!(year.dataset("01/energy")?.read::<Vec<f64>>()?, [1.5, 2.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only, [`ErrorKind::InvalidName`] if the file's name or the path is empty, or they
    /// have more than 65,532 bytes together.
    #[doc(alias("H5Lcreate_external", "ExternalLink"))]
    pub fn link_external(
        &self,
        name: impl AsRef<[u8]>,
        file: impl AsRef<Path>,
        path: impl AsRef<[u8]>,
    ) -> Result<()> {
        let (name, path) = (name.as_ref(), path.as_ref());
        let link = || {
            let (file, target) = (path_to_c(file.as_ref())?, c_path(path)?);
            // One byte of version and flags, and one at the end of each name.
            check_length(3 + file.as_bytes().len() + path.len())?;
            self.make_link(name, |group, link, options| {
                h5l::create_external(&file, &target, group, link, options)
            })
        };
        link().map_err(|error| self.object().explain_at(error, "make external link", name))
    }

    /// Makes a link of a class that this program has registered; see [`LinkClass`](crate::LinkClass). Groups
    /// on the way to the link are made.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LinkClassMissing`] if the class is not registered, [`ErrorKind::AlreadyExists`] if there
    /// is something of that name, [`ErrorKind::ReadOnly`] if the file is open for reading only,
    /// [`ErrorKind::InvalidArgument`] if there are more than 65,535 bytes.
    #[doc(alias = "H5Lcreate_ud")]
    pub fn link_user_defined(
        &self,
        name: impl AsRef<[u8]>,
        class: u8,
        data: impl AsRef<[u8]>,
    ) -> Result<()> {
        let (name, data) = (name.as_ref(), data.as_ref());
        let link = || {
            if data.len() > MAX_VALUE {
                let reason = format!("a link holds at most {MAX_VALUE} bytes, not {}", data.len());
                return Err(Error::invalid_argument(reason));
            }
            let _lock = lock();
            if !link_class::is_registered(class)? {
                return Err(ErrorKind::LinkClassMissing { class }.into());
            }
            self.make_link(name, |group, link, options| {
                h5l::create_user_defined(group, link, class, data, options)
            })
        };
        link().map_err(|error| self.object().explain_at(error, "make user-defined link", name))
    }

    /// Makes a link of a name that is vacant.
    fn make_link(
        &self,
        name: &[u8],
        make: impl FnOnce(&Handle, &CStr, &Handle) -> Result<()>,
    ) -> Result<()> {
        let _lock = lock();
        self.object().file().check_writable()?;
        self.check_vacant(name)?;
        self.insert_link(name, make)
    }
}

fn check_length(length: usize) -> Result<()> {
    if length > MAX_VALUE {
        return Err(
            ErrorKind::InvalidName { reason: "of the target is too long for a link" }.into()
        );
    }
    Ok(())
}
