//! What is being loaded.

use crate::data::FromData;
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::name::Name;
use crate::node::{Node, ObjectKind};
use crate::raw::h5o::Identity;
use crate::tree::save::wrong_kind;
use crate::tree::{LoadTree, MAX_TREE_DEPTH, too_deep};

/// An object of a file of which a value is being loaded; see [`LoadTree`].
#[derive(Debug)]
pub struct Branch<'b> {
    node: Node,
    identity: Identity,
    /// The group that leads here.
    parent: Option<&'b Branch<'b>>,
    depth: usize,
}

impl Branch<'_> {
    pub(super) fn new(node: Node) -> Result<Self> {
        Ok(Self { identity: node.identity()?, node, parent: None, depth: 0 })
    }

    /// The object.
    #[must_use]
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// The object, which must be a group.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::WrongObject`] if it is not.
    pub fn group(&self) -> Result<&Group> {
        match &self.node {
            Node::Group(group) => Ok(group),
            node => Err(self.explain(wrong_kind(node, ObjectKind::Group))),
        }
    }

    /// Reads the object, which must be a dataset.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::WrongObject`] if it is not; otherwise as [`Dataset::read`](crate::Dataset::read).
    pub fn read<R: FromData>(&self) -> Result<R> {
        match &self.node {
            Node::Dataset(dataset) => dataset.read().map_err(|error| self.explain(error)),
            node => Err(self.explain(wrong_kind(node, ObjectKind::Dataset))),
        }
    }

    /// Loads a member of the group.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name; otherwise as
    /// [`Group::load`](crate::Group::load).
    pub fn member<T: LoadTree>(&self, name: impl AsRef<[u8]>) -> Result<T> {
        T::load_tree(&self.branch(name.as_ref())?)
    }

    /// Loads a member of the group, if there is one of that name. An empty dataset (`h5py.Empty`) is none,
    /// where a `T` cannot be empty.
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member); also for a link that leads nowhere.
    pub fn optional<T: LoadTree>(&self, name: impl AsRef<[u8]>) -> Result<Option<T>> {
        let name = name.as_ref();
        if !self.group()?.contains(name)? {
            return Ok(None);
        }
        let member = self.branch(name)?;
        match T::load_tree(&member) {
            Err(error) if member.is_empty_data(&error) => Ok(None),
            loaded => loaded.map(Some),
        }
    }

    /// Whether this is what has no data.
    fn is_empty_data(&self, error: &Error) -> bool {
        *error.kind() == ErrorKind::NullDataspace
            && matches!(&self.node, Node::Dataset(dataset)
                if dataset.space().is_ok_and(|space| space == crate::dataset::Dataspace::Null))
    }

    /// Loads all members of the group, in the order of its [`names`](Group::names).
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member); [`ErrorKind::InvalidName`] if a name is not UTF-8.
    pub fn members<T: LoadTree>(&self) -> Result<Vec<(String, T)>> {
        let names = self.group()?.names()?;
        names.into_iter().map(|name| Ok((name.clone(), self.member(&name)?))).collect()
    }

    /// Loads a member of the group that is a list: a group whose members are named `0`, `1` and so on. Others
    /// that it may have are ignored.
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member); [`ErrorKind::NotFound`] with the path of the item that is missing.
    pub fn list<T: LoadTree>(&self, name: impl AsRef<[u8]>) -> Result<Vec<T>> {
        let list = self.branch(name.as_ref())?;
        let is_index = |name: &Name| {
            let name = name.as_bytes();
            name == b"0" || (name.first() != Some(&b'0') && name.iter().all(u8::is_ascii_digit))
        };
        let length = list.group()?.raw_names()?.iter().filter(|name| is_index(name)).count();
        (0..length).map(|index| list.member(index.to_string())).collect()
    }

    /// Loads a list, if there is a member of that name.
    ///
    /// # Errors
    ///
    /// As [`list`](Self::list).
    pub fn optional_list<T: LoadTree>(&self, name: impl AsRef<[u8]>) -> Result<Option<Vec<T>>> {
        let name = name.as_ref();
        self.group()?.contains(name)?.then(|| self.list(name)).transpose()
    }

    /// Reads an attribute.
    ///
    /// # Errors
    ///
    /// As [`Attributes::get`](crate::Attributes::get).
    pub fn attr<R: FromData>(&self, name: impl AsRef<[u8]>) -> Result<R> {
        self.node.attrs().get(name)
    }

    /// Reads an attribute, if there is one of that name.
    ///
    /// # Errors
    ///
    /// As [`Attributes::get`](crate::Attributes::get).
    pub fn optional_attr<R: FromData>(&self, name: impl AsRef<[u8]>) -> Result<Option<R>> {
        let (attrs, name) = (self.node.attrs(), name.as_ref());
        if !attrs.contains(name)? {
            return Ok(None);
        }
        match attrs.get(name) {
            Err(error) if *error.kind() == ErrorKind::NullDataspace => Ok(None),
            read => read.map(Some),
        }
    }

    fn branch(&self, name: &[u8]) -> Result<Branch<'_>> {
        let node = self.group()?.open(name)?;
        let branch =
            Branch { identity: node.identity()?, node, parent: Some(self), depth: self.depth + 1 };
        if branch.depth > MAX_TREE_DEPTH {
            return Err(branch.explain(too_deep().into()));
        }
        let mut outer = Some(self);
        while let Some(group) = outer {
            if group.identity == branch.identity {
                let what = "a group that is inside itself".into();
                return Err(branch.explain(ErrorKind::Unsupported { what }.into()));
            }
            outer = group.parent;
        }
        Ok(branch)
    }

    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    fn explain(&self, error: Error) -> Error {
        self.node.object().explain(error, "load")
    }
}
