//! Links: how a group names what is in it.

use std::fmt;

use hdf5_ffi::{H5L_TYPE_EXTERNAL, H5L_TYPE_HARD, H5L_TYPE_SOFT};

#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::{Error, Result};
use crate::group::Group;
use crate::name::{Name, c_path};
use crate::node::Node;
use crate::raw::{Handle, h5l, lock};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Link {
    /// An object of the same file.
    Hard,
    /// A path in the same file, which need not exist.
    Soft {
        /// The path, relative to the group of the link unless it starts with `/`.
        path: Name,
    },
    /// A path in another file; neither need exist.
    External {
        /// The other file's name, relative to the directory of this one.
        file: Name,
        /// The path in it.
        path: Name,
    },
    /// A link of a class that a program has defined.
    UserDefined {
        /// The number of the class.
        class: i32,
    },
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hard => f.write_str("hard link"),
            Self::Soft { path } => write!(f, "soft link to {path}"),
            Self::External { file, path } => write!(f, "external link to {path} in {file}"),
            Self::UserDefined { class } => write!(f, "user-defined link of class {class}"),
        }
    }
}

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
}

/// The names and classes of a group's links, and why there are no more, if there should be.
pub(crate) fn list(group: &Handle) -> (Vec<(Name, h5l::Info)>, Option<Error>) {
    let mut links = Vec::new();
    let listed = h5l::iterate(group, &mut |name, info| {
        links.push((Name::from(name.to_bytes()), info));
        true
    });
    (links, listed.err())
}

/// The link of that name in a group.
pub(crate) fn read(group: &Handle, name: &[u8]) -> Result<Link> {
    let name = c_path(name)?;
    let info = h5l::info(group, &name)?;
    Ok(match info.class {
        H5L_TYPE_HARD => Link::Hard,
        H5L_TYPE_SOFT => {
            let value = h5l::value(group, &name, &info)?;
            let (path, _) = split_at_nul(&value);
            Link::Soft { path: path.to_vec().into() }
        }
        H5L_TYPE_EXTERNAL => {
            // One byte of version and flags, then the file's name and the path, each with a NUL byte
            // at its end (the format specification, IV.A.2.g "The Link Message").
            let value = h5l::value(group, &name, &info)?;
            let (_, names) = value
                .split_first()
                .ok_or_else(|| Error::invalid_value("an empty external link"))?;
            let (file, rest) = split_at_nul(names);
            let (path, _) = split_at_nul(rest);
            Link::External { file: file.to_vec().into(), path: path.to_vec().into() }
        }
        class => Link::UserDefined { class },
    })
}

/// What comes before and after the first NUL byte.
fn split_at_nul(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|&byte| byte == 0) {
        Some(nul) => (&bytes[..nul], &bytes[nul + 1..]),
        None => (bytes, &[]),
    }
}
