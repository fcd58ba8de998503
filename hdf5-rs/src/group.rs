//! Groups: what a file is organised by.

mod datasets;

use std::ffi::CString;
use std::fmt;

use crate::attribute::Attributes;
use crate::error::{Error, ErrorKind, Result};
use crate::link::{self, Links};
use crate::name::{Name, c_path, join};
use crate::node::{Node, ObjectKind};
use crate::object::{Object, kind_of};
use crate::plist::link_create;
use crate::raw::{h5g, h5l, h5o, lock};
use crate::walk::Walk;

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

    /// Creates a group, and the groups on the way to it.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::WrongObject`] if
    /// the path leads through a dataset, [`ErrorKind::ReadOnly`] if the file is open for reading only.
    #[doc(alias = "H5Gcreate")]
    pub fn create_group(&self, name: impl AsRef<[u8]>) -> Result<Group> {
        let name = name.as_ref();
        let create = || {
            let _lock = lock();
            self.object.file().check_writable()?;
            self.check_vacant(name)?;
            let id = h5g::create(self.object.handle(), &c_path(name)?, link_create(name)?)?;
            Ok(Group::new(Object::new(id, self.object.file())))
        };
        create().map_err(|error| self.object.explain_at(error, "create group", name))
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
        open().map_err(|error: Error| match error.kind() {
            ErrorKind::Library => self.refine_not_found(error, name),
            _ => error,
        })
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

    /// The names of all links, in the order of their bytes.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged, and if a name is not UTF-8; [`raw_names`](Self::raw_names) takes
    /// those too.
    #[doc(alias("H5Literate", "keys"))]
    pub fn names(&self) -> Result<Vec<String>> {
        let names = self.raw_names()?.into_iter().map(Name::into_string).collect::<Result<_>>();
        names.map_err(|error| self.object.explain(error, "list"))
    }

    /// The names of all links as they are stored.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged.
    pub fn raw_names(&self) -> Result<Vec<Name>> {
        let (links, error) = link::list(self.object.handle());
        match error {
            Some(error) => Err(self.object.explain(error, "list")),
            None => Ok(links.into_iter().map(|(name, _)| name).collect()),
        }
    }

    /// The names and targets of all links, in the order of the names' bytes.
    ///
    /// Where the file is damaged, what can be read comes first, and then the error.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("links.h5"))?;
    /// # file.create_group("a")?;
    /// for link in file.links()? {
    ///     let (name, link) = link?;
    ///     println!("{name}: {link}");
    /// }
    /// # assert_eq!(file.links()?.count(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if no link can be read, or the file is closed.
    #[doc(alias("H5Literate", "H5Lget_info", "H5Lget_val"))]
    pub fn links(&self) -> Result<Links> {
        Links::new(self).map_err(|error| self.object.explain(error, "list the links of"))
    }

    /// The number of links.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Gget_info")]
    pub fn len(&self) -> Result<usize> {
        let count = h5g::link_count(self.object.handle())
            .map_err(|error| self.object.explain(error, "count the links of"))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Whether there are no links.
    ///
    /// # Errors
    ///
    /// As [`len`](Self::len).
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
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
                Path::Complete => h5l::delete(self.object.handle(), &path),
                Path::Broken(kind) | Path::Dangling(kind) => Err(kind.into()),
            }
        };
        remove().map_err(|error| self.object.explain_at(error, "remove", name))
    }

    /// Goes through every object below this group: each once, however many links lead to it, in the
    /// order of names, a group before what is in it. Soft and external links are not followed.
    ///
    /// What cannot be opened is an item with the error, and the walk goes on.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("walk.h5"))?;
    /// # file.create_dataset("a/x", [1.0, 2.0])?;
    /// for item in file.walk()? {
    ///     let (path, node) = item?;
    ///     println!("{path}: {node}");
    /// }
    /// # let paths: Vec<_> = file.walk()?.map(|item| item.unwrap().0).collect();
    /// # assert_eq!(paths, ["a", "a/x"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if this group cannot be listed.
    #[doc(alias("visititems", "H5Ovisit"))]
    pub fn walk(&self) -> Result<Walk> {
        Walk::new(self).map_err(|error| self.object.explain(error, "walk through"))
    }

    /// Checks that something new can get a name.
    pub(crate) fn check_vacant(&self, name: &[u8]) -> Result<()> {
        c_path(name)?;
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
        let group = self.object.handle();
        let (path, options) = (c_path(name)?, link_create(name)?);
        // If the last link cannot be made, the groups before it have been, and the first holds the others.
        let first_new = self.first_missing(name)?;
        h5o::link(object.handle(), group, &path, options).inspect_err(|_| {
            if let Some(first) =
                first_new.filter(|first| h5l::exists(group, first).unwrap_or(false))
            {
                // The first error is the one that tells why.
                let _ = h5l::delete(group, &first);
            }
        })
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
        h5l::delete(group, &aside)
    }

    /// The first part of a path that has no link yet.
    fn first_missing(&self, name: &[u8]) -> Result<Option<CString>> {
        let mut prefix: Vec<u8> = if name.starts_with(b"/") { b"/".to_vec() } else { Vec::new() };
        for component in components(name) {
            prefix.extend_from_slice(component);
            let path = c_path(&prefix)?;
            if !h5l::exists(self.object.handle(), &path)? {
                return Ok(Some(path));
            }
            prefix.push(b'/');
        }
        Ok(None)
    }

    /// Follows a path link by link, up to the last, and says where it breaks.
    fn follow(&self, name: &[u8]) -> Result<Path> {
        let mut prefix: Vec<u8> = if name.starts_with(b"/") { b"/".to_vec() } else { Vec::new() };
        let mut rest = components(name).peekable();
        while let Some(component) = rest.next() {
            prefix.extend_from_slice(component);
            let path = c_path(&prefix)?;
            let shown = || join(self.object.path().as_deref(), &prefix);
            if !h5l::exists(self.object.handle(), &path)? {
                return Ok(Path::Broken(ErrorKind::NotFound { missing: shown() }));
            }
            if rest.peek().is_some() {
                match h5o::exists_by_name(self.object.handle(), &path) {
                    Ok(true) => {}
                    // A dangling external link is an error of libhdf5, a soft one is not.
                    Ok(false) => {
                        return Ok(Path::Dangling(ErrorKind::NotFound { missing: shown() }));
                    }
                    Err(error) if *error.kind() == ErrorKind::Library => {
                        return Ok(Path::Dangling(ErrorKind::NotFound { missing: shown() }));
                    }
                    Err(error) => return Err(error),
                }
                let found = kind_of(&h5o::info_by_name(self.object.handle(), &path)?);
                if found != ObjectKind::Group {
                    let (path, expected) = (shown(), ObjectKind::Group);
                    return Ok(Path::Broken(ErrorKind::WrongObject { path, expected, found }));
                }
            }
            prefix.push(b'/');
        }
        Ok(Path::Complete)
    }

    /// What is wrong with a path that could not be opened, if it is the path that is wrong.
    fn why_not_found(&self, name: &[u8]) -> Option<ErrorKind> {
        match self.follow(name).ok()? {
            Path::Broken(kind) | Path::Dangling(kind) => Some(kind),
            Path::Complete => {
                // The last link is there; does it lead anywhere?
                let leads = h5o::exists_by_name(self.object.handle(), &c_path(name).ok()?);
                let missing = || join(self.object.path().as_deref(), name);
                matches!(leads, Ok(false)).then(|| ErrorKind::NotFound { missing: missing() })
            }
        }
    }
}

/// How far a path can be followed.
enum Path {
    /// To its last link.
    Complete,
    /// Not so far, because of this.
    Broken(ErrorKind),
    /// To a link on the way that leads nowhere.
    Dangling(ErrorKind),
}

/// The parts of a path; empty parts and `.` mean nothing.
fn components(path: &[u8]) -> impl Iterator<Item = &[u8]> {
    path.split(|&byte| byte == b'/').filter(|part| !part.is_empty() && *part != b".")
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
