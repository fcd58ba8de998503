//! Links: how a group names what is in it.

mod access;
mod broken;
mod class;
mod make;
mod rename;

use std::ffi::CStr;
use std::fmt;

use hdf5_ffi::{H5L_TYPE_EXTERNAL, H5L_TYPE_HARD, H5L_TYPE_SOFT};

pub use access::{ExternalMode, ExternalTarget, LinkAccess};
pub use class::{LinkClass, UserLink};

use crate::error::{Error, ErrorKind, Result};
use crate::group::{Group, Path, names_nothing};
use crate::name::{Name, c_path};
use crate::node::ObjectKind;
use crate::object::{Object, kind_of};
use crate::raw::{Handle, h5l, h5o, link_class, lock, removed};

/// What a link leads to, as [`Group::read_link`] and [`Group::links`] tell.
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
    /// A link of a class that a program has defined: see [`LinkClass`].
    UserDefined {
        /// The number of the class.
        class: u8,
        /// What is stored of the link, which only programs with the class understand.
        data: Vec<u8>,
    },
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hard => f.write_str("hard link"),
            Self::Soft { path } => write!(f, "soft link to {path}"),
            Self::External { file, path } => write!(f, "external link to {path} in {file}"),
            Self::UserDefined { class, .. } => write!(f, "user-defined link of class {class}"),
        }
    }
}

/// Reading links.
impl Group {
    /// The link of that name itself: its kind, and the path that it leads to. Whether there is anything at
    /// that path does not matter. As `std::fs::read_link`, and `get(name, getlink=True)` in h5py.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::{File, Link};
    ///
    /// let file = File::create(dir.path().join("read_link.h5"))?;
    /// file.create_dataset("runs/1", [1.5])?;
    /// file.link_soft("latest", "/runs/1")?;
    /// assert_eq!(file.read_link("latest")?, Link::Soft { path: "/runs/1".into() });
    /// assert_eq!(file.read_link("runs/1")?, Link::Hard);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is no link of that name, [`ErrorKind::InvalidName`] if the path does
    /// not end with a name: no link leads to `/`.
    #[doc(alias("H5Lget_info", "H5Lget_val", "getlink", "SoftLink", "ExternalLink", "HardLink"))]
    pub fn read_link(&self, name: impl AsRef<[u8]>) -> Result<Link> {
        let name = name.as_ref();
        let read_link = || {
            let _lock = lock();
            self.check_link(name)?;
            read(self.object().handle(), name)
        };
        read_link().map_err(|error| self.object().explain_at(error, "read link", name))
    }

    /// Removes a link that is there.
    pub(crate) fn delete_link(&self, name: &CStr) -> Result<()> {
        let group = self.object().handle();
        // What is in a group goes with the last link to it.
        link_class::make_all_known()?;
        self.remember(name);
        h5l::delete(group, name)
    }

    /// Remembers what goes with a link, if that is the last one, so that no reference is followed to it. What
    /// cannot be read cannot be followed either.
    fn remember(&self, name: &CStr) {
        let group = self.object().handle();
        let leads_to_it = |info: h5l::Info| info.class == H5L_TYPE_HARD;
        if !h5l::info(group, name).is_ok_and(leads_to_it) {
            return;
        }
        let Ok(info) = h5o::info_by_name(group, name) else { return };
        if info.links > 1 {
            return;
        }
        removed::remember(info.identity);
        if kind_of(&info) != ObjectKind::Group {
            return;
        }
        // What is in a group goes with it; what has other links is found by them.
        let Ok(id) = h5o::open(group, name) else { return };
        let below = Self::new(Object::new(id, self.object().file()));
        for entry in below.walk_entries().into_iter().flatten().flatten() {
            removed::remember(entry.identity());
        }
    }

    /// Checks that there is a link of that name.
    fn check_link(&self, name: &[u8]) -> Result<()> {
        c_path(name)?;
        match self.follow(name)? {
            Path::Complete if names_nothing(name) => {
                Err(ErrorKind::InvalidName { reason: "ends with a slash or a dot" }.into())
            }
            Path::Complete => Ok(()),
            Path::Broken(kind) | Path::Dangling(kind) => Err(kind.into()),
        }
    }
}

/// The names and classes of a group's links, by name, and why there are no more, if there should be.
pub(crate) fn list(group: &Handle) -> (Vec<(Name, h5l::Info)>, Option<Error>) {
    let mut links = Vec::new();
    let listed = h5l::iterate(group, &mut |name, info| {
        links.push((Name::from(name.to_bytes()), info));
        true
    });
    links.sort_unstable_by(|(one, _), (other, _)| one.as_bytes().cmp(other.as_bytes()));
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
        class => {
            let class = u8::try_from(class)
                .map_err(|_| Error::invalid_value(format!("a link of class {class}")))?;
            // libhdf5 asks the class for the data, and gives none where there is no class.
            link_class::make_known(class)?;
            let info = h5l::info(group, &name)?;
            let data = h5l::value(group, &name, &info)?;
            Link::UserDefined { class, data }
        }
    })
}

/// What comes before and after the first NUL byte.
fn split_at_nul(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|&byte| byte == 0) {
        Some(nul) => (&bytes[..nul], &bytes[nul + 1..]),
        None => (bytes, &[]),
    }
}
