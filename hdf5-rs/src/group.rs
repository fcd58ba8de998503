//! Groups: what a file is organised by.

mod builder;
mod creation;
mod datasets;
mod info;
mod listing;
mod walk;

use std::ffi::{CStr, CString};
use std::fmt;

pub use builder::GroupBuilder;
pub(crate) use creation::GroupCreation;
pub use info::{GroupInfo, LinkStorage};
pub use listing::{Links, Members};
pub use walk::{Walk, WalkEntries, WalkEntry, WalkLinks};

use crate::attribute::Attributes;
use crate::error::{Error, ErrorKind, Result};
use crate::name::{c_path, join};
use crate::node::{Node, ObjectKind};
use crate::object::{Object, kind_of};
use crate::plist::{link_create, plain_group_create};
use crate::raw::{Handle, h5g, h5l, h5o, lock};

/// A group: a set of named links to other objects (`h5py.Group`).
///
/// Every name is a path: relative to the group, or from the root if it starts with `/`. Groups on the
/// way to something new are made. `..` is a name like any other, as everywhere in HDF5.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("groups.h5");
/// let file = hdf5::File::create(&path)?;
/// let run = file.create_group("runs/2024/january")?;
/// run.create_dataset("energy", [1.5, 2.5])?;
///
/// assert!(file.contains("runs/2024/january/energy")?);
/// assert_eq!(file.group("runs")?.names()?, ["2024"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Group {
    object: Object,
}

impl Group {
    pub(crate) fn new(object: Object) -> Self {
        Self { object }
    }

    pub(crate) fn object(&self) -> &Object {
        &self.object
    }

    /// A path that leads to the group; `None` if no link does, or the file is closed.
    #[doc(alias("H5Iget_name", "name"))]
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.object.path()
    }

    /// The attributes.
    #[must_use]
    pub fn attrs(&self) -> Attributes<'_> {
        Attributes::new(&self.object)
    }

    /// Creates a group, and the groups on the way to it. With options: [`new_group`](Self::new_group).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::WrongObject`] if
    /// the path leads through a dataset, [`ErrorKind::NotFound`] if it leads through a link to nothing,
    /// [`ErrorKind::InvalidName`] if it has no name in it, [`ErrorKind::ReadOnly`] if the file is open for
    /// reading only.
    #[doc(alias = "H5Gcreate")]
    pub fn create_group(&self, name: impl AsRef<[u8]>) -> Result<Group> {
        self.new_group().create(name)
    }

    /// Starts a group with options, or without a name; see [`GroupBuilder`].
    pub fn new_group(&self) -> GroupBuilder<'_> {
        GroupBuilder::new(self)
    }

    /// Opens a group, or creates it, with the groups on the way to it, if there is none.
    ///
    /// # Errors
    ///
    /// As [`group`](Self::group) and [`create_group`](Self::create_group); [`ErrorKind::NotFound`] only if
    /// there is a link of that name that leads nowhere.
    pub fn require_group(&self, name: impl AsRef<[u8]>) -> Result<Group> {
        let name = name.as_ref();
        let _lock = lock();
        if self.contains(name)? { self.group(name) } else { self.create_group(name) }
    }

    /// Opens a group.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing of that name, [`ErrorKind::WrongObject`] if it is
    /// not a group.
    #[doc(alias = "H5Gopen")]
    pub fn group(&self, name: impl AsRef<[u8]>) -> Result<Group> {
        let name = name.as_ref();
        match self.open_node(name) {
            Ok(Node::Group(group)) => Ok(group),
            Ok(other) => Err(wrong_object(name, ObjectKind::Group, &other)),
            Err(error) => Err(error),
        }
        .map_err(|error| self.object.explain_at(error, "open group", name))
    }

    /// Opens whatever object is there.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing of that name, or it is a link that leads nowhere.
    #[doc(alias = "H5Oopen")]
    pub fn open(&self, name: impl AsRef<[u8]>) -> Result<Node> {
        let name = name.as_ref();
        self.open_node(name).map_err(|error| self.object.explain_at(error, "open", name))
    }

    pub(crate) fn open_node(&self, name: &[u8]) -> Result<Node> {
        let path = c_path(name)?;
        let _lock = lock();
        let open = || {
            let object = Object::new(h5o::open(self.object.handle(), &path)?, self.object.file());
            let kind = object.kind()?;
            Ok(Node::new(object, kind))
        };
        open().map_err(|error: Error| self.refine_broken(error, name, None))
    }

    /// Says that a path leads nowhere, if that is why it could not be opened.
    pub(crate) fn refine_not_found(&self, error: Error, name: &[u8]) -> Error {
        match self.why_not_found(name) {
            Some(kind) => error.refine(kind),
            None => error,
        }
    }

    /// Whether there is something of that name. The last link need not lead anywhere.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("contains.h5"))?;
    /// file.create_dataset("a/x", 1.0)?;
    /// assert!(file.contains("a/x")? && file.contains("/")?);
    /// assert!(!file.contains("b/x")? && !file.contains("a/x/y")? && !file.contains("")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed; a path that leads through nothing, or through a
    /// dataset, is no error.
    #[doc(alias = "H5Lexists")]
    #[doc(alias("link_exists", "exists"))]
    pub fn contains(&self, name: impl AsRef<[u8]>) -> Result<bool> {
        let name = name.as_ref();
        let contains = || {
            let _lock = lock();
            self.object.file().check()?;
            if name.is_empty() {
                return Ok(false);
            }
            // A path ends where it begins to fail; without components it is the group itself.
            Ok(matches!(self.follow(name)?, Path::Complete))
        };
        contains().map_err(|error| self.object.explain_at(error, "look for", name))
    }

    /// Removes a link. The object that it leads to goes with the last link to it; the file does not
    /// get smaller.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is no link of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only.
    #[doc(alias("H5Ldelete", "delete", "unlink"))]
    pub fn remove(&self, name: impl AsRef<[u8]>) -> Result<()> {
        let name = name.as_ref();
        let remove = || {
            let path = c_path(name)?;
            let _lock = lock();
            self.object.file().check_writable()?;
            match self.follow(name)? {
                Path::Complete if names_nothing(name) => {
                    Err(ErrorKind::InvalidName { reason: "ends with a slash or a dot" }.into())
                }
                Path::Complete => self.delete_link(&path),
                Path::Broken(kind) | Path::Dangling(kind) => Err(kind.into()),
            }
        };
        remove().map_err(|error| self.object.explain_at(error, "remove", name))
    }

    /// Removes all links; see [`remove`](Self::remove).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("clear.h5"))?;
    /// file.create_dataset("run/energy", 1.5)?;
    /// file.group("run")?.clear()?;
    /// assert!(file.group("run")?.is_empty()?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only; fails if the file is damaged, and then
    /// some links may have been removed.
    #[doc(alias = "H5Ldelete")]
    pub fn clear(&self) -> Result<()> {
        let _lock = lock();
        self.object
            .file()
            .check_writable()
            .map_err(|error| self.object.explain(error, "remove everything from"))?;
        self.raw_names()?.iter().try_for_each(|name| self.remove(name))
    }

    /// Checks that something new can get a name.
    pub(crate) fn check_vacant(&self, name: &[u8]) -> Result<()> {
        let path = c_path(name)?;
        // Most names are of one part, and nothing has them.
        let single = components(name).count() == 1 && !names_nothing(name);
        if single && !link_exists(self.object.handle(), &path)? {
            return Ok(());
        }
        match self.follow(name)? {
            Path::Complete => Err(ErrorKind::AlreadyExists.into()),
            Path::Broken(ErrorKind::NotFound { .. }) if names_nothing(name) => {
                Err(ErrorKind::InvalidName { reason: "ends with a slash or a dot" }.into())
            }
            Path::Broken(ErrorKind::NotFound { .. }) => Ok(()),
            Path::Broken(kind) | Path::Dangling(kind) => Err(kind.into()),
        }
    }

    /// Gives a new object its name, and makes the groups on the way to it.
    ///
    /// Made under one lock with the check that the name is vacant.
    pub(crate) fn link_new(&self, object: &Object, name: &[u8]) -> Result<()> {
        self.insert_link(name, |group, path, options| {
            h5o::link(object.handle(), group, path, options)
        })
    }

    /// Makes the groups on the way to something new, and then that. If it cannot be made, no group has been.
    pub(crate) fn insert_link<T>(
        &self,
        name: &[u8],
        make: impl FnOnce(&Handle, &CStr, &Handle) -> Result<T>,
    ) -> Result<T> {
        let group = self.object.handle();
        let (path, options) = (c_path(name)?, link_create(name)?);
        // Most names have nothing on the way to them.
        let first_new =
            if components(name).nth(1).is_some() { self.first_missing(name)? } else { None };
        let made =
            self.make_way(name, first_new.as_deref()).and_then(|()| make(group, &path, options));
        made.inspect_err(|_| {
            // The first of the new groups holds the others.
            if let Some(first) =
                first_new.filter(|first| h5l::exists(group, first).unwrap_or(false))
            {
                // The first error is the one that tells why.
                let _ = h5l::delete(group, &first);
            }
        })
    }

    /// Makes the groups on the way to something new, of which the first is given if there is any. libhdf5
    /// would make them with their times in the file.
    fn make_way(&self, name: &[u8], first_missing: Option<&CStr>) -> Result<()> {
        let parts: Vec<&[u8]> = components(name).collect();
        let known = first_missing.map_or(parts.len(), |path| components(path.to_bytes()).count());
        let mut at = self.object.clone();
        for end in known..parts.len() {
            let part =
                if end == known { joined(name, &parts[..end]) } else { parts[end - 1].to_vec() };
            let (path, options) = (c_path(&part)?, link_create(&part)?);
            let id = h5g::create(at.handle(), &path, options, &*plain_group_create()?)?;
            at = Object::new(id, self.object.file());
        }
        Ok(())
    }

    /// Gives a new object the name of one that is there, which goes once its name is taken. If something
    /// fails, the old one has its name again.
    pub(crate) fn relink(&self, object: &Object, name: &[u8]) -> Result<()> {
        let group = self.object.handle();
        let (path, options) = (c_path(name)?, link_create(name)?);
        let mut aside = c_path(&[name, b" (being replaced)"].concat())?;
        while h5l::exists(group, &aside)? {
            aside = c_path(&[aside.as_bytes(), b"'"].concat())?;
        }
        h5l::rename(group, &path, &aside, options)?;
        h5o::link(object.handle(), group, &path, options).inspect_err(|_| {
            // The first error is the one that tells why; in the worst case the old object has its new name.
            let _ = h5l::rename(group, &aside, &path, options);
        })?;
        self.delete_link(&aside)
    }

    /// The first part of a path that has no link yet.
    pub(crate) fn first_missing(&self, name: &[u8]) -> Result<Option<CString>> {
        let parts: Vec<&[u8]> = components(name).collect();
        match self.follow_parts(name, &parts)? {
            (_, Path::Complete) => Ok(None),
            (index, _) => c_path(&joined(name, &parts[..=index])).map(Some),
        }
    }

    /// Follows a path link by link, up to the last, and says where it breaks.
    pub(crate) fn follow(&self, name: &[u8]) -> Result<Path> {
        let parts: Vec<&[u8]> = components(name).collect();
        Ok(self.follow_parts(name, &parts)?.1)
    }

    /// Follows the parts of a path, and says at which it ends.
    fn follow_parts(&self, name: &[u8], parts: &[&[u8]]) -> Result<(usize, Path)> {
        let Some(last) = parts.len().checked_sub(1) else {
            return Ok((0, Path::Complete));
        };
        let shown = |index| join(self.object.path().as_deref(), &joined(name, &parts[..=index]));
        let not_found = |index| Path::Broken(ErrorKind::NotFound { missing: shown(index) });
        // What follows the last name has a meaning for a group only.
        let into_last = names_group(name);
        // Most paths lead up to their last link.
        match link_exists(self.object.handle(), &c_path(&joined(name, parts))?) {
            Ok(true) if !into_last => return Ok((last, Path::Complete)),
            Ok(false) => return Ok((last, not_found(last))),
            Err(error) if last == 0 => return Err(error),
            // What is wrong is found link by link.
            Ok(true) | Err(_) => {}
        }
        let mut at = self.object.clone();
        for (index, part) in parts.iter().enumerate() {
            let path = if index == 0 { joined(name, &parts[..1]) } else { part.to_vec() };
            let path = c_path(&path)?;
            if !link_exists(at.handle(), &path)? {
                return Ok((index, not_found(index)));
            }
            if index == last && !into_last {
                break;
            }
            let found = match h5o::info_by_name(at.handle(), &path) {
                Ok(info) => kind_of(&info),
                Err(error) => match self.why_broken(&joined(name, &parts[..=index]))? {
                    Some(kind) => return Ok((index, Path::Dangling(kind))),
                    None => return Err(error),
                },
            };
            if found != ObjectKind::Group {
                let (path, expected) = (shown(index), ObjectKind::Group);
                let wrong = ErrorKind::WrongObject { path, expected, found };
                return Ok((index, Path::Broken(wrong)));
            }
            at = Object::new(h5o::open(at.handle(), &path)?, self.object.file());
        }
        Ok((last, Path::Complete))
    }

    /// What is wrong with a path that could not be opened, if it is the path that is wrong.
    fn why_not_found(&self, name: &[u8]) -> Option<ErrorKind> {
        match self.follow(name).ok()? {
            Path::Broken(kind) | Path::Dangling(kind) => Some(kind),
            Path::Complete => {
                // The last link is there; does it lead anywhere?
                self.why_broken(name).ok()?
            }
        }
    }
}

/// How far a path can be followed.
pub(crate) enum Path {
    /// To its last link.
    Complete,
    /// Not so far, because of this.
    Broken(ErrorKind),
    /// To a link on the way that leads nowhere.
    Dangling(ErrorKind),
}

/// Whether a group has a link of that name.
fn link_exists(group: &Handle, name: &CStr) -> Result<bool> {
    h5l::exists(group, name).map_err(|error| match error.kind() {
        // So libhdf5 says that it could not find out.
        ErrorKind::AlreadyExists => error.refine(ErrorKind::Library),
        _ => error,
    })
}

/// The parts of a path; empty parts and `.` mean nothing.
pub(crate) fn components(path: &[u8]) -> impl Iterator<Item = &[u8]> {
    path.split(|&byte| byte == b'/').filter(|part| !part.is_empty() && *part != b".")
}

/// The first parts of a path, which starts at the root if the path does.
fn joined(path: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let joined = parts.join(&b'/');
    if path.starts_with(b"/") { [b"/", &*joined].concat() } else { joined }
}

/// Whether a path goes on after its last name with a `.`, which is in what has that name.
fn names_group(path: &[u8]) -> bool {
    let mut parts = path.rsplit(|&byte| byte == b'/').filter(|part| !part.is_empty());
    parts.next() == Some(b".")
}

/// Whether a path does not end with a name.
pub(crate) fn names_nothing(path: &[u8]) -> bool {
    matches!(path.rsplit(|&byte| byte == b'/').next(), None | Some(b"" | b"."))
}

pub(crate) fn wrong_object(name: &[u8], expected: ObjectKind, node: &Node) -> Error {
    let path = node.path().unwrap_or_else(|| String::from_utf8_lossy(name).into_owned());
    ErrorKind::WrongObject { path, expected, found: node.kind() }.into()
}

/// The number of links; what cannot be read shows as the error.
impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.len() {
            Ok(1) => f.write_str("group of 1 link"),
            Ok(links) => write!(f, "group of {links} links"),
            Err(error) => write!(f, "group ({error})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::File;

    /// Only libhdf5 refuses the last link here, after everything else has been done.
    #[test]
    fn a_link_that_fails_leaves_all_names_as_they_were() {
        let dir = tempfile::tempdir().unwrap();
        let file = File::create(dir.path().join("here.h5")).unwrap();
        file.create_dataset("a/x", [1, 2]).unwrap();
        let elsewhere = File::create(dir.path().join("elsewhere.h5")).unwrap();
        let foreign = elsewhere.create_dataset("y", 0).unwrap();
        file.link_new(foreign.object(), b"a/new/b/y").unwrap_err();
        file.link_new(foreign.object(), b"/new/b/y").unwrap_err();
        file.relink(foreign.object(), b"a/x").unwrap_err();
        assert_eq!(file.names().unwrap(), ["a"]);
        assert_eq!(file.group("a").unwrap().names().unwrap(), ["x"]);
        assert_eq!(file.dataset("a/x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    }
}
