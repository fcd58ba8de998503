//! Putting trees into a file, and taking them out.

use crate::attribute::Attributes;
use crate::error::{Error, ErrorKind, Result};
use crate::group::{Group, names_nothing};
use crate::name::{Name, c_path};
use crate::node::{Node, ObjectKind};
use crate::object::Object;
use crate::plist::{link_create, plain_group_create};
use crate::raw::{Handle, h5g, h5l, h5o, h5t, link_class, lock};
use crate::tree::draft::{Content, Draft, Root};
use crate::tree::{Branch, LoadTree, SaveTree};

/// Trees.
impl Group {
    /// Saves a map, struct or [`Tree`](crate::Tree) as a group of groups and datasets, or data as a dataset;
    /// see [`SaveTree`]. Groups on the way to it are made.
    ///
    /// All of it is saved, or nothing: what cannot be stored is found before the file is touched, and the
    /// new group gets its name when it is complete.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("save.h5"))?;
    /// # #[cfg(feature = "derive")] {
    /// use hdf5::{LoadTree, SaveTree};
    ///
    /// #[derive(SaveTree, LoadTree, Debug, PartialEq)]
    /// struct Run {
    ///     #[hdf5(attr)]
    ///     title: String,
    ///     energies: Vec<f64>,
    ///     detector: Detector,
    /// }
    ///
    /// #[derive(SaveTree, LoadTree, Debug, PartialEq)]
    /// struct Detector {
    ///     gain: f32,
    ///     mask: Option<Vec<bool>>,
    /// }
    ///
    /// let detector = Detector { gain: 1.5, mask: None };
    /// let run = Run { title: "first".to_owned(), energies: vec![0.5, 1.5], detector };
    /// file.save("runs/1", &run)?;
    /// assert_eq!(file.group("runs/1")?.names()?, ["detector", "energies"]);
    /// assert_eq!(file.load::<Run>("runs/1")?, run);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only, [`ErrorKind::InvalidName`] if a key cannot be the name of a link,
    /// [`ErrorKind::Unsupported`] for groups that are nested [too deep](crate::MAX_TREE_DEPTH); fails if data
    /// cannot be stored. The error has the path of the part that it is about, and the file is as it was.
    #[doc(alias("H5Gcreate", "dump"))]
    pub fn save<T: SaveTree + ?Sized>(&self, name: impl AsRef<[u8]>, value: &T) -> Result<()> {
        let name = name.as_ref();
        let root = Root::new(self, name);
        let draft = drafted(&root, value).map_err(|error| explain_save(&root, error))?;
        let save = || {
            let _lock = lock();
            self.object().file().check_writable()?;
            self.check_vacant(name)?;
            let object = complete(&root, &draft)?;
            self.link_new(&object, name)
        };
        save().map_err(|error| explain_save(&root, error))
    }

    /// Saves a tree in the place of whatever has the name, which is removed once the new one is complete.
    /// Until then, and if anything fails, the old one stays as it is.
    ///
    /// Nothing of the old one is kept: a member that the new one lacks is gone, and so are attributes.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("overwrite.h5"))?;
    /// use std::collections::HashMap;
    ///
    /// file.save("fit", &HashMap::from([("slope".to_owned(), 0.5), ("offset".to_owned(), 2.0)]))?;
    /// file.overwrite("fit", &HashMap::from([("slope".to_owned(), 0.25)]))?;
    /// assert_eq!(file.group("fit")?.names()?, ["slope"]);
    ///
    /// let odd = HashMap::from([("a/b".to_owned(), 0.25)]);
    /// let error = file.overwrite("fit", &odd).unwrap_err();
    /// assert!(error.to_string().contains("/fit/a/b"));
    /// assert_eq!(file.group("fit")?.names()?, ["slope"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`save`](Self::save), but for [`ErrorKind::AlreadyExists`].
    #[doc(alias("H5Ldelete", "H5Lmove"))]
    pub fn overwrite<T: SaveTree + ?Sized>(&self, name: impl AsRef<[u8]>, value: &T) -> Result<()> {
        let name = name.as_ref();
        let root = Root::new(self, name);
        let draft = drafted(&root, value).map_err(|error| explain_save(&root, error))?;
        let overwrite = || {
            let _lock = lock();
            self.object().file().check_writable()?;
            let exists = self.contains(name)?;
            if exists && names_nothing(name) {
                return Err(ErrorKind::InvalidName { reason: "ends with a slash or a dot" }.into());
            }
            if !exists {
                self.check_vacant(name)?;
            }
            let object = complete(&root, &draft)?;
            if exists { self.relink(&object, name) } else { self.link_new(&object, name) }
        };
        overwrite().map_err(|error| explain_save(&root, error))
    }

    /// Saves the members and attributes of a tree in this group itself, beside what is there: all of them,
    /// or none.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("members.h5"))?;
    /// use std::collections::BTreeMap;
    ///
    /// let settings = BTreeMap::from([("gain".to_owned(), 1.5), ("offset".to_owned(), -0.5)]);
    /// file.save_members(&settings)?;
    /// assert_eq!(file.names()?, ["gain", "offset"]);
    /// assert_eq!(file.load::<BTreeMap<String, f64>>("/")?, settings);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`save`](Self::save); [`ErrorKind::AlreadyExists`] has the path of the member or the name of the
    /// attribute that is there already. [`ErrorKind::InvalidArgument`] if the tree is data and no group.
    pub fn save_members<T: SaveTree + ?Sized>(&self, value: &T) -> Result<()> {
        let root = Root::new(self, b".");
        let root = Root { path: self.path().unwrap_or(root.path), ..root };
        let draft = drafted(&root, value).map_err(|error| explain_save(&root, error))?;
        let save = || {
            let Content::Group(members) = &draft.content else {
                return Err(Error::invalid_argument("data alone has no members to save"));
            };
            let _lock = lock();
            self.object().file().check_writable()?;
            for (name, member) in &members.drafts {
                let vacant = self.check_vacant(name.as_bytes());
                vacant.map_err(|error| error.object_is(root.shown(member.path())))?;
            }
            for (name, _) in &draft.attrs {
                if self.attrs().contains(name)? {
                    let action = format!("save attribute \"{name}\" of");
                    return Err(Error::new(ErrorKind::AlreadyExists).during(action));
                }
            }
            add_members(&root, &draft, self)
        };
        save().map_err(|error| explain_save(&root, error))
    }

    /// Loads a map, a struct, a [`Tree`](crate::Tree), or data, whatever [`LoadTree`] is said to be. The path
    /// `/` is the root of the file, and `.` this group.
    ///
    /// What the file has and the type does not ask for is ignored.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing of that name, or a member is missing,
    /// [`ErrorKind::WrongObject`] for a dataset where a group should be and the other way round,
    /// [`ErrorKind::Unsupported`] for groups that are nested [too deep](crate::MAX_TREE_DEPTH) or are inside
    /// themselves; otherwise as [`Dataset::read`](crate::Dataset::read). The error has the path of the part
    /// that it is about.
    #[doc(alias("H5Oopen"))]
    pub fn load<T: LoadTree>(&self, name: impl AsRef<[u8]>) -> Result<T> {
        let node = self.open(name)?;
        T::load_tree(&Branch::new(node)?)
    }
}

/// What is to be saved. No lock is held: this may run a user's code.
fn drafted<'a, T: SaveTree + ?Sized>(root: &'a Root<'a>, value: &'a T) -> Result<Draft<'a>> {
    let mut draft = Draft::new(root);
    value.save_tree(&mut draft)?;
    Ok(draft)
}

fn explain_save(root: &Root<'_>, error: Error) -> Error {
    let action = match error.action() {
        // What names an attribute says more.
        Some(action) if action.contains("attribute") => action.to_owned(),
        _ => "save".to_owned(),
    };
    let object = || Some(root.path.clone());
    error.during(action).object(object).file(root.group.object().file().path())
}

/// A link to another object of the tree, which is made when all objects are there.
struct Alias<'d> {
    /// `None` is the root of the tree.
    parent: Option<Object>,
    name: &'d Name,
    /// The names that lead from the root to the object.
    path: &'d [u8],
    /// The names that will lead to the link.
    own: &'d [u8],
}

/// The whole tree, with no link to it. If something fails, or nobody links it, it is as if it had never been.
fn complete(root: &Root<'_>, draft: &Draft<'_>) -> Result<Object> {
    let mut aliases = Vec::new();
    let object = create(root, draft, true, &mut aliases)?;
    make_aliases(root, &object, &aliases)?;
    Ok(object)
}

/// An object with all that is in it; what are links to other objects of the tree is put off.
fn create<'d>(
    root: &Root<'_>,
    draft: &'d Draft<'_>,
    is_root: bool,
    aliases: &mut Vec<Alias<'d>>,
) -> Result<Object> {
    let group = root.group.object();
    let at = |error: Error| error.object_is(root.shown(draft.path()));
    let object = match &draft.content {
        Content::Group(_) => {
            let id = h5g::create_anon(group.handle(), &*plain_group_create()?).map_err(at)?;
            Object::new(id, group.file())
        }
        Content::Dataset(new) => {
            let dataset = new.builder.clone().create_anonymous_with(&new.data);
            dataset.map_err(at)?.object().clone()
        }
        Content::Datatype(dtype) => {
            let commit = || {
                let ty = h5t::copy(&*crate::datatype::build(dtype)?)?;
                h5t::commit_anon(group.handle(), &ty)?;
                Ok(Object::of_handle(ty, group.file()))
            };
            commit().map_err(at)?
        }
        Content::Soft { .. }
        | Content::External { .. }
        | Content::UserDefined { .. }
        | Content::Same { .. } => {
            let reason = "a link is saved as a member of a group only";
            return Err(at(Error::invalid_argument(reason)));
        }
    };
    for (name, data) in &draft.attrs {
        Attributes::new(&object).set(name, data).map_err(at)?;
    }
    if let Content::Group(members) = &draft.content {
        for (name, member) in &members.drafts {
            let parent = || (!is_root).then(|| object.clone());
            create_member(root, object.handle(), name, member, parent, aliases)?;
        }
    }
    Ok(object)
}

fn create_member<'d>(
    root: &Root<'_>,
    group: &Handle,
    name: &'d Name,
    draft: &'d Draft<'_>,
    parent: impl FnOnce() -> Option<Object>,
    aliases: &mut Vec<Alias<'d>>,
) -> Result<()> {
    let at = |error: Error| error.object_is(root.shown(draft.path()));
    let (c_name, options) = (c_path(name.as_bytes())?, link_create(name.as_bytes())?);
    match &draft.content {
        Content::Soft { path } => {
            let path = c_path(path.as_bytes()).map_err(at)?;
            h5l::create_soft(&path, group, &c_name, options).map_err(at)
        }
        Content::External { file, path } => {
            let (file, path) = (c_path(file.as_bytes()), c_path(path.as_bytes()));
            let (file, path) = (file.map_err(at)?, path.map_err(at)?);
            h5l::create_external(&file, &path, group, &c_name, options).map_err(at)
        }
        Content::UserDefined { class, data } => link_class::make_known(*class)
            .and_then(|()| h5l::create_user_defined(group, &c_name, *class, data, options))
            .map_err(at),
        Content::Same { path } => {
            aliases.push(Alias { parent: parent(), name, path, own: draft.path() });
            Ok(())
        }
        _ => {
            let object = create(root, draft, false, aliases)?;
            h5o::link(object.handle(), group, &c_name, options).map_err(at)
        }
    }
}

/// Makes the links to objects of the tree that have another name already.
fn make_aliases(root: &Root<'_>, top: &Object, aliases: &[Alias<'_>]) -> Result<()> {
    let mut made = Vec::new();
    for alias in aliases {
        let parent = alias.parent.as_ref().unwrap_or(top);
        let mut make = || {
            let name = c_path(alias.name.as_bytes())?;
            let target = match alias.path {
                [] => top.clone(),
                path => Object::new(h5o::open(top.handle(), &c_path(path)?)?, top.file()),
            };
            let options = link_create(alias.name.as_bytes())?;
            h5o::link(target.handle(), parent.handle(), &name, options)?;
            made.push((parent, name));
            Ok(())
        };
        let linked = make().map_err(|error: Error| error.object_is(root.shown(alias.own)));
        linked.inspect_err(|_| {
            // Groups that are inside themselves would stay. The first error is the one that tells why.
            for (parent, name) in &made {
                let _ = h5l::delete(parent.handle(), name);
            }
        })?;
    }
    Ok(())
}

/// Adds the members and attributes of a draft to a group.
fn add_members(root: &Root<'_>, draft: &Draft<'_>, group: &Group) -> Result<()> {
    let Content::Group(members) = &draft.content else { return Ok(()) };
    let object = group.object();
    // They are complete in a group of their own before the first gets its name.
    let id = h5g::create_anon(object.handle(), &*plain_group_create()?)?;
    let holder = Object::new(id, object.file());
    let mut aliases = Vec::new();
    for (name, member) in &members.drafts {
        create_member(root, holder.handle(), name, member, || None, &mut aliases)?;
    }
    let mut attrs = Vec::new();
    let mut moved = Vec::new();
    let mut add = || {
        for (name, data) in &draft.attrs {
            group.attrs().set(name, data)?;
            attrs.push(name);
        }
        for (name, member) in &members.drafts {
            if matches!(member.content, Content::Same { .. }) {
                continue;
            }
            let c_name = c_path(name.as_bytes())?;
            let options = link_create(name.as_bytes())?;
            h5l::move_to(holder.handle(), &c_name, object.handle(), options)?;
            moved.push(c_name);
        }
        make_aliases(root, object, &aliases)
    };
    add().inspect_err(|_| {
        // The first error is the one that tells why.
        for name in attrs {
            let _ = group.attrs().remove(name);
        }
        for name in moved {
            let _ = h5l::delete(object.handle(), &name);
        }
    })
}

/// The error of an object that is not of the kind that is needed.
pub(super) fn wrong_kind(node: &Node, expected: ObjectKind) -> Error {
    crate::group::wrong_object(b"(no name)", expected, node)
}
