//! User-defined links.

use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::name::{Name, path_of};
use crate::node::Node;
use crate::object::Object;
use crate::raw::{Handle, OpenFile, h5f, link_class, lock};

/// A class of user-defined links: a function of the program decides what a link of the class leads to.
///
/// The file holds the number of the class and some bytes for each link. Programs that have not registered the
/// class can list, rename and remove its links, but not follow them. A class is registered for all files of
/// the process, those that C code opens too, and until it is [unregistered](Self::unregister).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{File, LinkClass};
///
/// // Leads to the last of the names that start with what the link holds.
/// let newest = LinkClass::register(200, |link| {
///     let names = link.group.names()?;
///     let prefix = String::from_utf8_lossy(link.data);
///     let newest = names.iter().rfind(|name| name.starts_with(&*prefix));
///     link.group.open(newest.map_or("", String::as_str))
/// })?;
///
/// let file = File::create(dir.path().join("newest.h5"))?;
/// file.create_dataset("run 1", [1, 2])?;
/// file.link_user_defined("newest", newest.number(), "run")?;
/// file.create_dataset("run 2", [3, 4])?;
/// assert_eq!(file.dataset("newest")?.read::<Vec<i32>>()?, [3, 4]);
/// newest.unregister()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LinkClass {
    number: u8,
}

/// A user-defined link that is being followed: what the function of its [`LinkClass`] is given.
#[derive(Debug)]
#[non_exhaustive]
pub struct UserLink<'a> {
    /// The group that the link is in.
    pub group: Group,
    /// The name of the link in the group.
    pub name: Name,
    /// What was stored when the link was made.
    pub data: &'a [u8],
}

impl LinkClass {
    /// Registers a class of a number from 65 to 255, in the place of the one that has it.
    ///
    /// Numbers are not assigned by anyone. 64 are external links.
    ///
    /// `follow` is called whenever a path leads through a link of the class, by any thread, with the
    /// [lock](hdf5_ffi::lock) of libhdf5 held: other threads wait for it, and it must not wait for them. It
    /// may use HDF5; within one path, 16 of such functions may lead on to each other. It cannot close a file. What it
    /// fails with is what the call that led to it fails with, and so it is with a panic.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if the number is not from 65 to 255.
    #[doc(alias = "H5Lregister")]
    pub fn register<F>(number: u8, follow: F) -> Result<Self>
    where
        F: Fn(&UserLink<'_>) -> Result<Node> + Send + Sync + 'static,
    {
        let register = || {
            check_number(number)?;
            let traverse = move |group: Handle, name: &[u8], data: &[u8]| {
                let file = file_of(&group)?;
                let group = Group::new(Object::of_handle(group, &file));
                let node = follow(&UserLink { group, name: Name::from(name), data })?;
                Ok(node.object().shared_handle())
            };
            link_class::register(number, Arc::new(traverse))?;
            Ok(Self { number })
        };
        register().map_err(|error: Error| error.during("register a class of links"))
    }

    /// The number of the class.
    #[must_use]
    pub fn number(self) -> u8 {
        self.number
    }

    /// Forgets the class: its links cannot be followed any more.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LinkClassMissing`] if it is not registered.
    #[doc(alias = "H5Lunregister")]
    pub fn unregister(self) -> Result<()> {
        let class = self.number;
        let unregister = || {
            let _lock = lock();
            if !link_class::is_registered(class)? {
                return Err(ErrorKind::LinkClassMissing { class }.into());
            }
            link_class::unregister(class)
        };
        unregister().map_err(|error: Error| error.during("unregister a class of links"))
    }

    /// Whether a class of that number is registered, by this crate or by other code of the process.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if the number is not from 65 to 255.
    #[doc(alias = "H5Lis_registered")]
    pub fn is_registered(number: u8) -> Result<bool> {
        check_number(number)
            .and_then(|()| link_class::is_registered(number))
            .map_err(|error| error.during("look for a class of links"))
    }
}

fn check_number(number: u8) -> Result<()> {
    match number {
        65.. => Ok(()),
        64 => Err(Error::invalid_argument("64 is the class of external links")),
        _ => Err(Error::invalid_argument(format!(
            "classes of user-defined links have numbers from 65 to 255, not {number}"
        ))),
    }
}

/// The file of a group that libhdf5 has opened to follow a link.
fn file_of(group: &Handle) -> Result<Arc<OpenFile>> {
    let path = path_of(&h5f::name(group)?);
    let file = h5f::file_of(group)?;
    #[cfg(unix)]
    h5f::close_on_exec(&file, std::slice::from_ref(&path))?;
    let writable = h5f::intent(&file)? & hdf5_ffi::H5F_ACC_RDWR != 0;
    Ok(match h5f::driver_name(&file)? {
        "family" | "multi" => OpenFile::divided(&path, writable, None),
        _ => OpenFile::new(&path, writable),
    })
}
