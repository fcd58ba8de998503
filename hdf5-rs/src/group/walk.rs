//! Going through all that is below a group.

use std::collections::HashSet;
use std::fmt;
use std::iter::FusedIterator;
use std::vec;

use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::group::listing::{Listing, read_target};
use crate::link::Link;
use crate::name::{Name, c_path};
use crate::node::{Node, ObjectKind};
use crate::object::{Object, kind_of};
use crate::raw::h5o::{self, Identity};
use crate::raw::{h5l, lock};

/// Walking.
impl Group {
    /// Goes through every object below this group: each once, however many links lead to it, in the
    /// order of names, a group before what is in it. Soft and external links are not followed.
    ///
    /// What cannot be opened is an item with the error, and the walk goes on; so is what has a path that is
    /// not UTF-8. Where only paths and kinds are of interest, or paths may be any bytes,
    /// [`walk_entries`](Self::walk_entries) opens nothing but groups, and takes them as they are.
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
    #[doc(alias("visititems", "visit", "H5Ovisit"))]
    pub fn walk(&self) -> Result<Walk> {
        Ok(Walk { descent: self.descend()?, seen: self.seen()? })
    }

    /// Goes through every object below this group as [`walk`](Self::walk) does, and tells paths and kinds,
    /// which takes a fraction of the time. An entry is opened by [`WalkEntry::open`].
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("entries.h5"))?;
    /// # file.create_dataset("a/x", [1.0, 2.0])?;
    /// use hdf5::ObjectKind;
    ///
    /// let mut datasets = 0;
    /// for entry in file.walk_entries()? {
    ///     let entry = entry?;
    ///     println!("{}: {}", entry.path(), entry.kind());
    ///     datasets += usize::from(entry.kind() == ObjectKind::Dataset);
    /// }
    /// assert_eq!(datasets, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if this group cannot be listed.
    #[doc(alias("visititems", "H5Ovisit", "H5Oget_info_by_name"))]
    pub fn walk_entries(&self) -> Result<WalkEntries> {
        Ok(WalkEntries { descent: self.descend()?, seen: self.seen()? })
    }

    /// Goes through every link in this group and in the groups below it: also the second one to an object,
    /// and soft, external and user-defined ones, which are not followed. Each group is gone through once,
    /// in the order of names, after the first link to it.
    ///
    /// What cannot be read is an item with the error, and the walk goes on.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("walk_links.h5"))?;
    /// let x = file.create_dataset("a/x", [1.0, 2.0])?;
    /// file.link("also x", &x)?;
    /// for item in file.walk_links()? {
    ///     let (path, link) = item?;
    ///     println!("{path}: {link}");
    /// }
    /// assert_eq!(file.walk_links()?.count(), 3);
    /// assert_eq!(file.walk()?.count(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if this group cannot be listed.
    #[doc(alias("visititems_links", "visit_links", "H5Lvisit"))]
    pub fn walk_links(&self) -> Result<WalkLinks> {
        Ok(WalkLinks { descent: self.descend()?, seen: self.seen()? })
    }

    fn descend(&self) -> Result<Descent> {
        Descent::new(self).map_err(|error| self.object().explain(error, "walk through"))
    }

    /// The objects that a walk has seen when it begins.
    fn seen(&self) -> Result<HashSet<Identity>> {
        let info = self.object().info();
        let info = info.map_err(|error| self.object().explain(error, "walk through"))?;
        Ok(HashSet::from([info.identity]))
    }
}

/// The way down through groups: a stack of its own, so that a file may nest them as deep as it likes.
#[derive(Debug)]
struct Descent {
    levels: Vec<Level>,
    /// The path of the last link, relative to where the walk began.
    path: Vec<u8>,
    /// The error of the group that was entered last: what is in it could not be listed.
    unlisted: Option<Error>,
}

/// A group that is being gone through.
#[derive(Debug)]
struct Level {
    group: Group,
    identity: Identity,
    /// How much of the path is the group's, with a `/` at the end.
    prefix: usize,
    links: vec::IntoIter<(Name, h5l::Info)>,
}

/// A link on the way, in the group that is the last level.
struct Step {
    group: Object,
    name: Name,
    info: h5l::Info,
    /// What a hard link leads to.
    target: Option<Identity>,
}

impl Descent {
    fn new(group: &Group) -> Result<Self> {
        let _lock = lock();
        let mut descent = Self { levels: Vec::new(), path: Vec::new(), unlisted: None };
        descent.enter(group.clone(), group.object().info()?.identity);
        match descent.unlisted.take() {
            Some(error) if descent.levels.iter().all(|level| level.links.len() == 0) => Err(error),
            unlisted => Ok(Self { unlisted, ..descent }),
        }
    }

    /// Goes into a group, to which the path leads.
    fn enter(&mut self, group: Group, identity: Identity) {
        let listing = Listing::by_name(group.object().handle());
        self.unlisted = listing.error.map(|error| group.object().explain(error, "list"));
        if !self.levels.is_empty() {
            self.path.push(b'/');
        }
        let (prefix, links) = (self.path.len(), listing.links.into_iter());
        self.levels.push(Level { group, identity, prefix, links });
    }

    /// The next link, to which the path then leads.
    fn next(&mut self) -> Option<Step> {
        loop {
            let level = self.levels.last_mut()?;
            let Some((name, info)) = level.links.next() else {
                self.levels.pop();
                continue;
            };
            self.path.truncate(level.prefix);
            self.path.extend_from_slice(name.as_bytes());
            let target = info.target.map(|token| level.identity.beside(token));
            return Some(Step { group: level.group.object().clone(), name, info, target });
        }
    }

    /// The next link to an object that has not been seen.
    fn next_unseen(&mut self, seen: &mut HashSet<Identity>) -> Option<(Step, Identity)> {
        loop {
            let step = self.next()?;
            match step.target {
                Some(target) if seen.insert(target) => return Some((step, target)),
                _ => {}
            }
        }
    }

    fn path(&self) -> Name {
        Name::from(self.path.as_slice())
    }
}

impl Step {
    fn open(&self) -> Result<Node> {
        open(&self.group, self.name.as_bytes())
    }

    fn info(&self) -> Result<h5o::Info> {
        h5o::info_by_name(self.group.handle(), &c_path(self.name.as_bytes())?)
    }

    fn explain(&self, error: Error) -> Error {
        explain(&self.group, error, self.name.as_bytes())
    }
}

fn open(group: &Object, name: &[u8]) -> Result<Node> {
    let object = Object::new(h5o::open(group.handle(), &c_path(name)?)?, group.file());
    let kind = object.kind()?;
    Ok(Node::new(object, kind))
}

fn explain(group: &Object, error: Error, name: &[u8]) -> Error {
    let error = match error.kind() {
        ErrorKind::Library => Group::new(group.clone()).refine_not_found(error, name),
        _ => error,
    };
    group.explain_at(error, "open", name)
}

/// An iterator over the objects below a group; see [`Group::walk`].
///
/// Paths are relative to the group where the walk began. It holds one list of names for each level of
/// groups, and no lock between two items.
#[derive(Debug)]
pub struct Walk {
    descent: Descent,
    seen: HashSet<Identity>,
}

impl Iterator for Walk {
    type Item = Result<(String, Node)>;

    fn next(&mut self) -> Option<Self::Item> {
        let _lock = lock();
        if let Some(error) = self.descent.unlisted.take() {
            return Some(Err(error));
        }
        let (step, identity) = self.descent.next_unseen(&mut self.seen)?;
        let path = self.descent.path();
        let item = || {
            let node = step.open()?;
            if let Node::Group(group) = &node {
                self.descent.enter(group.clone(), identity);
            }
            Ok((path.into_string()?, node))
        };
        Some(item().map_err(|error| step.explain(error)))
    }
}

impl FusedIterator for Walk {}

/// An iterator over the objects below a group, which does not open them; see [`Group::walk_entries`].
///
/// It holds one list of names for each level of groups, and no lock between two items.
#[derive(Debug)]
pub struct WalkEntries {
    descent: Descent,
    seen: HashSet<Identity>,
}

impl Iterator for WalkEntries {
    type Item = Result<WalkEntry>;

    fn next(&mut self) -> Option<Self::Item> {
        let _lock = lock();
        if let Some(error) = self.descent.unlisted.take() {
            return Some(Err(error));
        }
        let (step, identity) = self.descent.next_unseen(&mut self.seen)?;
        let path = self.descent.path();
        let mut item = || {
            let info = step.info()?;
            let kind = kind_of(&info);
            if kind == ObjectKind::Group {
                if let Node::Group(group) = step.open()? {
                    self.descent.enter(group, identity);
                }
            }
            Ok((kind, info))
        };
        Some(match item() {
            Ok((kind, info)) => {
                let name_start = path.as_bytes().len() - step.name.as_bytes().len();
                Ok(WalkEntry { group: step.group, path, name_start, kind, info })
            }
            Err(error) => Err(step.explain(error)),
        })
    }
}

impl FusedIterator for WalkEntries {}

/// An object that [`Group::walk_entries`] found, which need not be opened.
#[derive(Debug, Clone)]
pub struct WalkEntry {
    group: Object,
    path: Name,
    /// Where in the path the name of the last link starts.
    name_start: usize,
    kind: ObjectKind,
    info: h5o::Info,
}

impl WalkEntry {
    /// The path, relative to the group where the walk began, as it is stored.
    #[must_use]
    pub fn path(&self) -> &Name {
        &self.path
    }

    /// What kind of object it is.
    #[must_use]
    pub fn kind(&self) -> ObjectKind {
        self.kind
    }

    /// What tells whether two entries, or an entry and a [`Node`], are the same object.
    #[must_use]
    pub fn identity(&self) -> Identity {
        self.info.identity
    }

    /// The number of hard links that lead to the object, in the whole file.
    #[must_use]
    pub fn hard_links(&self) -> usize {
        self.info.links as usize
    }

    /// Opens the object.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if its link has been removed since; fails if the object is damaged, or the
    /// file is closed.
    #[doc(alias = "H5Oopen")]
    pub fn open(&self) -> Result<Node> {
        let name = &self.path.as_bytes()[self.name_start..];
        let _lock = lock();
        open(&self.group, name).map_err(|error| explain(&self.group, error, name))
    }
}

/// Its path and kind.
impl fmt::Display for WalkEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

/// An iterator over the links below a group; see [`Group::walk_links`].
///
/// Paths are relative to the group where the walk began. It holds one list of names for each level of
/// groups, and no lock between two items.
#[derive(Debug)]
pub struct WalkLinks {
    descent: Descent,
    seen: HashSet<Identity>,
}

impl WalkLinks {
    /// Goes into what a link leads to, if that is a group that has not been gone through.
    fn follow(&mut self, step: &Step) {
        let Some(target) = step.target else { return };
        if !self.seen.insert(target) {
            return;
        }
        let mut enter = || {
            if kind_of(&step.info()?) == ObjectKind::Group {
                if let Node::Group(group) = step.open()? {
                    self.descent.enter(group, target);
                }
            }
            Ok(())
        };
        if let Err(error) = enter() {
            self.descent.unlisted = Some(step.explain(error));
        }
    }
}

impl Iterator for WalkLinks {
    type Item = Result<(Name, Link)>;

    fn next(&mut self) -> Option<Self::Item> {
        let _lock = lock();
        if let Some(error) = self.descent.unlisted.take() {
            return Some(Err(error));
        }
        let step = self.descent.next()?;
        let path = self.descent.path();
        let link = read_target(&step.group, &step.name, &step.info);
        self.follow(&step);
        Some(link.map(|link| (path, link)))
    }
}

impl FusedIterator for WalkLinks {}
