//! How links are followed.

use std::ffi::{CStr, c_uint};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hdf5_ffi::{H5F_ACC_RDONLY, H5F_ACC_RDWR, H5F_ACC_SWMR_READ, H5F_ACC_SWMR_WRITE};

#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::{Error, Result};
use crate::file::FileOptions;
use crate::group::Group;
use crate::name::{Name, c_path, path_of, path_to_c};
use crate::node::Node;
use crate::object::Object;
use crate::raw::external_link::{self, Decide, Target};
use crate::raw::{Handle, h5o, h5p, link_access, lock};

/// How the file of an external link is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExternalMode {
    /// For reading only.
    ReadOnly,
    /// For reading and writing.
    ReadWrite,
    /// For reading, while another process writes it (single writer, multiple readers).
    SwmrRead,
    /// For writing, while other processes read it (single writer, multiple readers).
    SwmrWrite,
}

impl ExternalMode {
    fn flags(self) -> c_uint {
        match self {
            Self::ReadOnly => H5F_ACC_RDONLY,
            Self::ReadWrite => H5F_ACC_RDWR,
            Self::SwmrRead => H5F_ACC_RDONLY | H5F_ACC_SWMR_READ,
            Self::SwmrWrite => H5F_ACC_RDWR | H5F_ACC_SWMR_WRITE,
        }
    }

    fn writes(self) -> bool {
        matches!(self, Self::ReadWrite | Self::SwmrWrite)
    }
}

/// An external link that is being followed: what the function of [`LinkAccess::decide`] is given.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExternalTarget {
    /// The file that the link is in, by the path that it was opened with.
    pub from_file: PathBuf,
    /// The path of the group that the link is in.
    pub from_group: Name,
    /// The file that the link leads to, as the link has it.
    pub file: Name,
    /// The path in that file.
    pub path: Name,
}

impl From<&Target<'_>> for ExternalTarget {
    fn from(target: &Target<'_>) -> Self {
        let name = |text: &CStr| Name::from(text.to_bytes());
        Self {
            from_file: path_of(target.from_file.to_bytes()),
            from_group: name(target.from_group),
            file: name(target.file),
            path: name(target.path),
        }
    }
}

/// How the links on the way to an object are followed: for [`Group::open_with`].
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{ErrorKind, ExternalMode, File, LinkAccess, Node};
///
/// std::fs::create_dir(dir.path().join("archive"))?;
/// File::create(dir.path().join("archive/2023.h5"))?.create_dataset("energy", [1.5])?;
/// let file = File::create(dir.path().join("all.h5"))?;
/// file.link_external("2023", "2023.h5", "/energy")?;
///
/// let access = LinkAccess::new()
///     .external_prefix(dir.path().join("archive"))
///     .external_mode(ExternalMode::ReadOnly);
/// let Node::Dataset(energy) = file.open_with("2023", &access)? else { unreachable!() };
/// assert_eq!(energy.read::<Vec<f64>>()?, [1.5]);
/// assert_eq!(*energy.write([2.5]).unwrap_err().kind(), ErrorKind::ReadOnly);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Default)]
pub struct LinkAccess {
    prefix: Option<PathBuf>,
    mode: Option<ExternalMode>,
    options: Option<FileOptions>,
    decide: Option<Arc<Decide>>,
    max_links: Option<usize>,
}

impl LinkAccess {
    /// Links are followed as everywhere else.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A folder in which the files of external links with relative names are looked for first; then in the
    /// folder of the file that the link is in, and in the working directory. Folders in the environment
    /// variable `HDF5_EXT_PREFIX` come before all of them.
    #[doc(alias("H5Pset_elink_prefix", "elink_prefix"))]
    #[must_use]
    pub fn external_prefix(mut self, folder: impl AsRef<Path>) -> Self {
        self.prefix = Some(folder.as_ref().to_owned());
        self
    }

    /// How the files of external links are opened. Without it: as the file that the link is in.
    ///
    /// A file that is open for reading only leads to no file that is open for writing.
    #[doc(alias("H5Pset_elink_acc_flags", "elink_mode"))]
    #[must_use]
    pub fn external_mode(mut self, mode: ExternalMode) -> Self {
        self.mode = Some(mode);
        self
    }

    /// With which options the files of external links are opened. Without it: with those of the file that
    /// the link is in; but from a file that consists of several, a link leads to a whole file on the disk.
    #[doc(alias("H5Pset_elink_fapl", "elink_locking"))]
    #[must_use]
    pub fn external_options(mut self, options: FileOptions) -> Self {
        self.options = Some(options);
        self
    }

    /// A function that decides about each external link before its file is opened: how, or `None` for what
    /// would be without it. If it fails, the link is not followed, and its error is why.
    ///
    /// It runs with the [lock](hdf5_ffi::lock) of libhdf5 held: other threads wait for it, and it must not
    /// wait for them. It cannot close a file.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::{ErrorKind, File, LinkAccess};
    ///
    /// let file = File::create(dir.path().join("untrusted.h5"))?;
    /// file.link_external("secret", "/etc/secret.h5", "/key")?;
    /// let inside = LinkAccess::new().decide(|link| {
    ///     let inside = link.file.to_path().is_relative();
    ///     let reason = "links to files elsewhere are not followed".into();
    ///     if inside { Ok(None) } else { Err(ErrorKind::InvalidArgument { reason }.into()) }
    /// });
    /// let error = file.open_with("secret", &inside).unwrap_err();
    /// assert!(error.to_string().ends_with("not followed"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Pset_elink_cb")]
    #[must_use]
    pub fn decide<F>(mut self, decide: F) -> Self
    where
        F: Fn(&ExternalTarget) -> Result<Option<ExternalMode>> + Send + Sync + 'static,
    {
        self.decide = Some(Arc::new(move |target: &Target<'_>| {
            Ok(decide(&ExternalTarget::from(target))?.map(ExternalMode::flags))
        }));
        self
    }

    /// How many soft, external and user-defined links may lead on to each other. Without it: 16.
    #[doc(alias = "H5Pset_nlinks")]
    #[must_use]
    pub fn max_links(mut self, count: usize) -> Self {
        self.max_links = Some(count);
        self
    }

    /// The access property list, without the function.
    fn plist(&self) -> Result<Handle> {
        let plist = h5p::create_link_access()?;
        if let Some(folder) = &self.prefix {
            h5p::set_elink_prefix(&plist, &path_to_c(folder)?)?;
        }
        if let Some(mode) = self.mode {
            h5p::set_elink_acc_flags(&plist, mode.flags())?;
        }
        if let Some(options) = &self.options {
            if options.chosen_driver().is_divided() {
                let reason = "an external link leads to a file that is not divided into several";
                return Err(Error::invalid_argument(reason));
            }
            h5p::set_elink_fapl(&plist, &options.access()?)?;
        }
        if let Some(count) = self.max_links {
            if count == 0 {
                return Err(Error::invalid_argument("at least one link may be followed"));
            }
            h5p::set_nlinks(&plist, count)?;
        }
        Ok(plist)
    }
}

impl fmt::Debug for LinkAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LinkAccess")
            .field("prefix", &self.prefix)
            .field("mode", &self.mode)
            .field("options", &self.options)
            .field("decide", &self.decide.is_some())
            .field("max_links", &self.max_links)
            .finish()
    }
}

/// Following links.
impl Group {
    /// Opens whatever object is there, and says how the links on the way to it are followed.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open); [`ErrorKind::TooManyLinks`] if more than
    /// [`max_links`](LinkAccess::max_links) lead on to each other, [`ErrorKind::ReadOnly`] if this file is
    /// open for reading only and those of external links would not be, [`ErrorKind::InvalidArgument`] if an
    /// option has no meaning, and the error of [`decide`](LinkAccess::decide).
    #[doc(alias = "H5Oopen")]
    pub fn open_with(&self, name: impl AsRef<[u8]>, access: &LinkAccess) -> Result<Node> {
        let name = name.as_ref();
        let open = || {
            let path = c_path(name)?;
            self.object().file().check()?;
            if access.mode.is_some_and(ExternalMode::writes) {
                self.object().file().check_writable()?;
            }
            let plist = access.plist()?;
            if self.object().handle().is_divided() && access.options.is_none() {
                link_access::lead_to_the_disk(&plist)?;
            }
            let _lock = lock();
            let open = || h5o::open_with(self.object().handle(), &path, &plist);
            let opened = match access.decide.as_deref() {
                Some(decide) => external_link::deciding(&plist, decide, open),
                None => open(),
            };
            let object = Object::new(opened?, self.object().file());
            let kind = object.kind()?;
            Ok(Node::new(object, kind))
        };
        open()
            .map_err(|error: Error| self.refine_broken(error, name, access.prefix.as_deref()))
            .map_err(|error| self.object().explain_at(error, "open", name))
    }
}
