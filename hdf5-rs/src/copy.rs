//! Copying objects, with everything that belongs to them.

use std::collections::HashSet;
use std::ffi::{CStr, c_uint};

use hdf5_ffi::{
    H5O_COPY_EXPAND_EXT_LINK_FLAG, H5O_COPY_EXPAND_REFERENCE_FLAG, H5O_COPY_EXPAND_SOFT_LINK_FLAG,
    H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG, H5O_COPY_SHALLOW_HIERARCHY_FLAG,
    H5O_COPY_WITHOUT_ATTR_FLAG,
};

use crate::dataset::Dataset;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::file::File;
use crate::group::{Group, components, wrong_object};
use crate::link;
use crate::name::{Name, c_path, join};
use crate::node::{Node, ObjectKind};
use crate::object::Object;
use crate::plist::link_create;
use crate::raw::{Handle, h5l, h5o, h5p, lock};

/// What comes with the copy of an object: for [`Group::copy_with`].
///
/// Without any options, a group is copied with all that is in it, an object once however many links lead to
/// it, and soft and external links as they are. References in the data of datasets lead to what they led to if
/// the copy is in the same file; all others become null.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{CopyOptions, File};
///
/// let file = File::create(dir.path().join("raw.h5"))?;
/// file.create_dataset("runs/1", [1.5])?;
/// file.link_soft("best/run", "/runs/1")?;
///
/// let paper = File::create(dir.path().join("paper.h5"))?;
/// paper.copy_with(file.group("best")?, "best", &CopyOptions::new().expand_soft(true))?;
/// assert_eq!(paper.dataset("best/run")?.read::<Vec<f64>>()?, [1.5]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CopyOptions {
    shallow: bool,
    expand_soft: bool,
    expand_external: bool,
    expand_references: bool,
    without_attributes: bool,
    merge_datatypes: bool,
    datatypes: Vec<Name>,
}

impl CopyOptions {
    /// A copy of everything as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Of a group, copy only what it has links to: groups in it stay empty.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_SHALLOW_HIERARCHY_FLAG"))]
    #[must_use]
    pub fn shallow(mut self, shallow: bool) -> Self {
        self.shallow = shallow;
        self
    }

    /// In the place of soft links, copy what they lead to. Links that lead nowhere are copied as they are.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_EXPAND_SOFT_LINK_FLAG"))]
    #[must_use]
    pub fn expand_soft(mut self, expand: bool) -> Self {
        self.expand_soft = expand;
        self
    }

    /// In the place of external links, copy what they lead to. Links that lead nowhere are copied as they are.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_EXPAND_EXT_LINK_FLAG"))]
    #[must_use]
    pub fn expand_external(mut self, expand: bool) -> Self {
        self.expand_external = expand;
        self
    }

    /// Copy what those references lead to that would become null. What has no other place in the copy is linked
    /// in the root group, as `~obj_pointed_by_` and a number.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_EXPAND_REFERENCE_FLAG", "expand_refs"))]
    #[must_use]
    pub fn expand_references(mut self, expand: bool) -> Self {
        self.expand_references = expand;
        self
    }

    /// Copy no attributes.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_WITHOUT_ATTR_FLAG", "without_attrs"))]
    #[must_use]
    pub fn without_attributes(mut self, without: bool) -> Self {
        self.without_attributes = without;
        self
    }

    /// Where the file that is copied to has a committed type which is equal to one that would be copied, use
    /// that one.
    #[doc(alias("H5Pset_copy_object", "H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG"))]
    #[must_use]
    pub fn merge_datatypes(mut self, merge: bool) -> Self {
        self.merge_datatypes = merge;
        self
    }

    /// A committed type of the file that is copied to, or an object with data or attributes of one, which is
    /// tried before all other objects of the file are searched. The path starts at the root. Implies [`merge_datatypes`](Self::merge_datatypes).
    #[doc(alias = "H5Padd_merge_committed_dtype_path")]
    #[must_use]
    pub fn suggest_datatype(mut self, path: impl AsRef<[u8]>) -> Self {
        self.merge_datatypes = true;
        self.datatypes.push(Name::from(path.as_ref()));
        self
    }

    /// Checks that suggested types exist in the file of a group: libhdf5 ignores some that do not.
    fn check_datatypes(&self, group: &Group) -> Result<()> {
        if self.datatypes.is_empty() {
            return Ok(());
        }
        let root = group.root()?;
        self.datatypes.iter().try_for_each(|path| {
            let opened = root.open_node(path.as_bytes());
            opened
                .map(drop)
                .map_err(|error| error.object(|| Some(join(Some("/"), path.as_bytes()))))
        })
    }

    fn plist(&self) -> Result<Handle> {
        let flags: [(bool, c_uint); 6] = [
            (self.shallow, H5O_COPY_SHALLOW_HIERARCHY_FLAG),
            (self.expand_soft, H5O_COPY_EXPAND_SOFT_LINK_FLAG),
            (self.expand_external, H5O_COPY_EXPAND_EXT_LINK_FLAG),
            (self.expand_references, H5O_COPY_EXPAND_REFERENCE_FLAG),
            (self.without_attributes, H5O_COPY_WITHOUT_ATTR_FLAG),
            (self.merge_datatypes, H5O_COPY_MERGE_COMMITTED_DTYPE_FLAG),
        ];
        let plist = h5p::create_object_copy()?;
        let chosen = flags.iter().filter(|(on, _)| *on).fold(0, |all, (_, flag)| all | flag);
        h5p::set_copy_object(&plist, chosen)?;
        for path in &self.datatypes {
            h5p::add_merge_committed_dtype_path(&plist, &c_path(path.as_bytes())?)?;
        }
        Ok(plist)
    }
}

/// What can be copied: a path, which starts at the group that is copied to, or an object of any file.
///
/// It cannot be implemented for other types.
pub trait CopySource: sealed::Sealed {}

mod sealed {
    use super::{Error, Group, Node};

    pub trait Sealed {
        /// The object, seen from the group that is copied to.
        fn object(self, group: &Group) -> Result<Node, Error>;
    }
}

impl<P: AsRef<[u8]>> CopySource for P {}

impl<P: AsRef<[u8]>> sealed::Sealed for P {
    fn object(self, group: &Group) -> Result<Node> {
        let path = self.as_ref();
        let opened = group.open_node(path);
        opened.map_err(|error| group.object().explain_at(error, "copy", path))
    }
}

macro_rules! objects {
    ($($object:ty => $node:expr;)*) => {$(
        impl CopySource for $object {}

        impl sealed::Sealed for $object {
            fn object(self, _group: &Group) -> Result<Node> {
                let node: fn(Self) -> Node = $node;
                Ok(node(self))
            }
        }
    )*};
}

objects! {
    &Group => Node::from;
    &Dataset => Node::from;
    &Datatype => Node::from;
    &Node => Node::from;
    &File => |file| Node::from(&**file);
    Group => Node::Group;
    Dataset => Node::Dataset;
    Datatype => Node::Datatype;
    Node => |node| node;
}

/// Copying.
impl Group {
    /// Copies an object with all that belongs to it: the links in a group and what they lead to, the data of
    /// a dataset, all attributes. The object is one of this or any other file, or a path that starts at this
    /// group. Groups on the way to the copy are made.
    ///
    /// Data is copied as it is stored: no filter need be there.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::File;
    ///
    /// let file = File::create(dir.path().join("copy.h5"))?;
    /// file.create_dataset("run/x", [1, 2])?.attrs().set("units", "K")?;
    /// file.copy("run", "backup/run")?;
    ///
    /// let other = File::create(dir.path().join("other.h5"))?;
    /// other.copy(file.dataset("run/x")?, "x")?;
    /// assert_eq!(other.dataset("x")?.attrs().get::<String>("units")?, "K");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing at the path, [`ErrorKind::AlreadyExists`] if there is
    /// something of the new name, [`ErrorKind::ReadOnly`] if this file is open for reading only, and as
    /// libhdf5 fails, for example where the formats that this file may use lack something. No part of the
    /// copy is left then.
    #[doc(alias = "H5Ocopy")]
    pub fn copy(&self, from: impl CopySource, to: impl AsRef<[u8]>) -> Result<()> {
        self.copy_with(from, to, &CopyOptions::new())
    }

    /// As [`copy`](Self::copy), with a say in what comes with the copy.
    ///
    /// # Errors
    ///
    /// As [`copy`](Self::copy).
    #[doc(alias = "H5Ocopy")]
    pub fn copy_with(
        &self,
        from: impl CopySource,
        to: impl AsRef<[u8]>,
        options: &CopyOptions,
    ) -> Result<()> {
        let to = to.as_ref();
        let explain = |error| self.object().explain_at(error, "copy to", to);
        let _lock = lock();
        let check = || {
            c_path(to)?;
            self.object().file().check_writable()?;
            options.plist()
        };
        let plist = check().map_err(explain)?;
        let source = from.object(self)?;
        let copy = || {
            if options.expand_external && source.object().handle().is_divided() {
                let what =
                    "copying what external links lead to from a file that consists of several";
                return Err(ErrorKind::Unsupported { what: what.into() }.into());
            }
            self.check_vacant(to)?;
            let (group, name) = self.where_it_goes(to)?;
            options.check_datatypes(&group)?;
            if options.expand_references {
                check_is_no_root(source.object(), &group)?;
            }
            let copy = || group.insert_copy(source.object(), &name, &plist);
            if options.expand_references { group.without_leftovers(copy) } else { copy() }
        };
        copy().map_err(explain)
    }

    /// Copies an object to a path that starts at this group.
    ///
    /// The groups on the way are made when the copy is there, which could else be a copy of them too.
    fn insert_copy(&self, source: &Object, name: &[u8], plist: &Handle) -> Result<()> {
        let copy_to = |group: &Handle, name: &CStr, link_create: &Handle| {
            h5o::copy(source.handle(), group, name, plist, link_create)
        };
        if components(name).count() == 1 {
            return self.insert_link(name, copy_to);
        }
        let group = self.object().handle();
        let mut aside = c_path(b"(being copied)")?;
        while h5l::exists(group, &aside)? {
            aside = c_path(&[aside.as_bytes(), b"'"].concat())?;
        }
        copy_to(group, &aside, link_create(aside.as_bytes())?)?;
        let moved = self.insert_link(name, |group, name, link_create| {
            h5l::rename(group, &aside, name, link_create)
        });
        moved.inspect_err(|_| {
            // The first error is the one that tells why.
            let _ = h5l::delete(group, &aside);
        })
    }

    /// The last group on the way to something new that exists, and the path from there. It may be in another
    /// file: libhdf5 makes copies in the file of the group that it is given.
    fn where_it_goes(&self, to: &[u8]) -> Result<(Group, Vec<u8>)> {
        let missing = self.first_missing(to)?;
        let known = missing.map_or(0, |path| components(path.as_bytes()).count() - 1);
        let parts: Vec<&[u8]> = components(to).collect();
        let (before, after) = parts.split_at(known);
        let root: &[u8] = if to.starts_with(b"/") { b"/" } else { b"" };
        let parent = [root, &before.join(&b'/')[..]].concat();
        let group = match parent.as_slice() {
            b"" => self.clone(),
            parent => match self.open_node(parent)? {
                Node::Group(group) => group,
                other => return Err(wrong_object(parent, ObjectKind::Group, &other)),
            },
        };
        Ok((group, after.join(&b'/')))
    }

    /// The root of the file that the group is in.
    pub(crate) fn root(&self) -> Result<Group> {
        let id = h5o::open(self.object().handle(), c"/")?;
        Ok(Group::new(Object::new(id, self.object().file())))
    }

    /// Does what makes links in the root group for what references lead to, and removes them if it fails.
    fn without_leftovers(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let root = self.root()?;
        let expanded = || -> Result<HashSet<Name>> {
            let (links, error) = link::list(root.object().handle());
            error.map_or(Ok(()), Err)?;
            let names = links.into_iter().map(|(name, _)| name);
            Ok(names.filter(|name| name.as_bytes().starts_with(b"~obj_pointed_by_")).collect())
        };
        let before = expanded()?;
        let remove = |name: &Name| h5l::delete(root.object().handle(), &c_path(name.as_bytes())?);
        work().inspect_err(|_| {
            // The first error is the one that tells why.
            let _ = expanded().and_then(|after| after.difference(&before).try_for_each(remove));
        })
    }
}

/// Checks that libhdf5 need not change a root group while it copies it: for what references lead to.
fn check_is_no_root(source: &Object, group: &Group) -> Result<()> {
    if source.info()?.identity == group.root()?.object().info()?.identity {
        let what = "expanding references of a root group that is copied into its own file";
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    Ok(())
}
