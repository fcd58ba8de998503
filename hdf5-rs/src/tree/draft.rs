//! What is going to be saved, complete in memory.

use std::collections::HashSet;

use crate::convert::Conversion;
use crate::data::ToData;
use crate::dataset::DatasetBuilder;
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::name::{Name, c_path, join};
use crate::transfer::Target;
use crate::tree::{MAX_TREE_DEPTH, SaveTree, too_deep};
use crate::types::TypeDescriptor;
use crate::types::buffer::Encoded;

/// A group or dataset that is going to be saved; see [`SaveTree`].
///
/// It is a group without members until something else is said. Data is encoded at once, or borrowed where
/// it lies in memory as it is stored, and the file is only touched when all of the tree is here.
#[derive(Debug)]
pub struct Draft<'a> {
    root: &'a Root<'a>,
    /// The names that lead here from the root, with a slash after each.
    path: Vec<u8>,
    depth: usize,
    pub(super) content: Content<'a>,
    pub(super) attrs: Vec<(Name, Ready<'a>)>,
}

/// Where the whole tree is going to be.
#[derive(Debug)]
pub(super) struct Root<'a> {
    /// The group that is asked to save it.
    pub(super) group: &'a Group,
    /// The path that it will have.
    pub(super) path: String,
}

#[derive(Debug)]
pub(super) enum Content<'a> {
    Group(Members<'a>),
    Dataset(Box<NewDataset<'a>>),
    Datatype(TypeDescriptor),
    Soft {
        path: Name,
    },
    External {
        file: Name,
        path: Name,
    },
    UserDefined {
        class: u8,
        data: Vec<u8>,
    },
    /// The object that these names lead to from the root.
    Same {
        path: Vec<u8>,
    },
}

#[derive(Debug, Default)]
pub(super) struct Members<'a> {
    pub(super) drafts: Vec<(Name, Draft<'a>)>,
    names: HashSet<Name>,
}

#[derive(Debug)]
pub(super) struct NewDataset<'a> {
    pub(super) builder: DatasetBuilder<'a, u8>,
    pub(super) data: Ready<'a>,
}

/// Data with its type, encoded.
pub(super) struct Ready<'a> {
    dtype: TypeDescriptor,
    /// `None` if there is no data, and not even a shape.
    encoded: Option<Encoded<'a>>,
}

impl<'a> Ready<'a> {
    fn new<D: ToData + ?Sized>(data: &'a D, dtype: TypeDescriptor) -> Result<Self> {
        let target = Target::new(&dtype, Conversion::default());
        let encoded = (!data.is_null()).then(|| data.encode_for(target)).transpose()?;
        Ok(Self { dtype, encoded })
    }
}

impl std::fmt::Debug for Ready<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Ready({}, {:?})", self.dtype, self.encoded.as_ref().map(Encoded::shape))
    }
}

impl ToData for Ready<'_> {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Err(Error::invalid_argument("the type is known with the data only"))
    }

    fn new_dtype(&self) -> Result<TypeDescriptor> {
        Ok(self.dtype.clone())
    }

    fn encode_for(&self, _target: Target<'_>) -> Result<Encoded<'_>> {
        // It was encoded for the type that it says.
        let encoded = self.encoded.as_ref().map(Encoded::borrowed);
        encoded.ok_or_else(|| Error::invalid_argument("there is no data to write"))
    }

    fn is_null(&self) -> bool {
        self.encoded.is_none()
    }
}

impl<'a> Draft<'a> {
    pub(super) fn new(root: &'a Root<'a>) -> Self {
        let content = Content::Group(Members::default());
        Self { root, path: Vec::new(), depth: 0, content, attrs: Vec::new() }
    }

    /// Adds a member to the group.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidName`] if it is no name of a link, [`ErrorKind::AlreadyExists`] if it is there
    /// already, [`ErrorKind::Unsupported`] if it is nested too [deep](MAX_TREE_DEPTH),
    /// [`ErrorKind::InvalidArgument`] if this is no group; fails if the member cannot be stored.
    pub fn member<T: SaveTree + ?Sized>(
        &mut self,
        name: impl AsRef<[u8]>,
        value: &'a T,
    ) -> Result<()> {
        self.add(name.as_ref(), |draft| value.save_tree(draft))
    }

    /// Adds a group with members of its own.
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member).
    pub fn group(
        &mut self,
        name: impl AsRef<[u8]>,
        fill: impl FnOnce(&mut Draft<'a>) -> Result<()>,
    ) -> Result<()> {
        self.add(name.as_ref(), |draft| fill(draft))
    }

    /// Adds a group with a member for each item, named `0`, `1` and so on.
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member).
    pub fn list<T: SaveTree>(&mut self, name: impl AsRef<[u8]>, items: &'a [T]) -> Result<()> {
        self.group(name, |list| {
            let mut items = items.iter().enumerate();
            items.try_for_each(|(index, item)| list.member(index.to_string(), item))
        })
    }

    /// Adds a dataset with options: chunks, filters, a maximum shape, another type in the file.
    ///
    /// # Errors
    ///
    /// As [`member`](Self::member).
    pub fn dataset_with<D: ToData + ?Sized>(
        &mut self,
        name: impl AsRef<[u8]>,
        data: &'a D,
        options: impl FnOnce(DatasetBuilder<'a, u8>) -> DatasetBuilder<'a, u8>,
    ) -> Result<()> {
        self.add(name.as_ref(), |draft| draft.data_with(data, options))
    }

    /// Makes this a dataset instead of a group.
    ///
    /// # Errors
    ///
    /// Fails if the data cannot be stored; [`ErrorKind::InvalidArgument`] if this has members already, or
    /// is something else.
    pub fn data<D: ToData + ?Sized>(&mut self, data: &'a D) -> Result<()> {
        self.data_with(data, |new| new)
    }

    /// Makes this a dataset with options.
    ///
    /// # Errors
    ///
    /// As [`data`](Self::data).
    pub fn data_with<D: ToData + ?Sized>(
        &mut self,
        data: &'a D,
        options: impl FnOnce(DatasetBuilder<'a, u8>) -> DatasetBuilder<'a, u8>,
    ) -> Result<()> {
        let draft = || {
            let dtype = data.new_dtype()?;
            let builder = options(DatasetBuilder::new(self.root.group).dtype(dtype));
            let data = Ready::new(data, builder.descriptor()?)?;
            Ok(Content::Dataset(Box::new(NewDataset { builder, data })))
        };
        let content = draft().map_err(|error| self.explain(error))?;
        self.become_content(content)
    }

    /// Adds an attribute.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if it is there already; fails if the data cannot be stored.
    pub fn attr<D: ToData + ?Sized>(&mut self, name: impl AsRef<[u8]>, data: &'a D) -> Result<()> {
        let name = Name::from(name.as_ref());
        let draft = || {
            c_path(name.as_bytes())?;
            if self.attrs.iter().any(|(other, _)| *other == name) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            Ready::new(data, data.new_dtype()?)
        };
        let data = draft().map_err(|error| {
            let action = format!("save attribute \"{name}\" of");
            self.explain(error).during(action)
        })?;
        self.attrs.push((name, data));
        Ok(())
    }

    /// Makes this something else than a group, if nothing has been said yet.
    pub(super) fn become_content(&mut self, content: Content<'a>) -> Result<()> {
        match &self.content {
            Content::Group(members) if members.drafts.is_empty() => {
                self.content = content;
                Ok(())
            }
            _ => {
                let reason = "it is one thing already, and cannot be another too";
                Err(self.explain(Error::invalid_argument(reason)))
            }
        }
    }

    fn add(&mut self, name: &[u8], fill: impl FnOnce(&mut Draft<'a>) -> Result<()>) -> Result<()> {
        let depth = self.depth + 1;
        let path = [&self.path, name, b"/"].concat();
        let content = Content::Group(Members::default());
        let mut draft = Self { root: self.root, path, depth, content, attrs: Vec::new() };
        let name = Name::from(name);
        let check = || {
            check_name(name.as_bytes())?;
            if depth > MAX_TREE_DEPTH {
                return Err(too_deep().into());
            }
            match &self.content {
                Content::Group(members) if members.names.contains(&name) => {
                    Err(ErrorKind::AlreadyExists.into())
                }
                Content::Group(_) => Ok(()),
                _ => Err(Error::invalid_argument("only groups have members")),
            }
        };
        check().map_err(|error| draft.explain(error))?;
        fill(&mut draft).map_err(|error| draft.explain(error))?;
        if let Content::Group(members) = &mut self.content {
            members.names.insert(name.clone());
            members.drafts.push((name, draft));
        }
        Ok(())
    }

    /// The names that lead here from the root, with a slash after each.
    pub(super) fn path(&self) -> &[u8] {
        &self.path
    }

    /// Says in an error where in the tree it is.
    fn explain(&self, error: Error) -> Error {
        let file = self.root.group.object().file();
        error.during("save").object(|| Some(self.root.shown(&self.path))).file(file.path())
    }
}

impl Root<'_> {
    /// The path that something below will have.
    pub(super) fn shown(&self, path: &[u8]) -> String {
        match path.strip_suffix(b"/").unwrap_or(path) {
            [] => self.path.clone(),
            // A name that is refused may start with a slash.
            names => format!("{}/{}", self.path.trim_end_matches('/'), Name::from(names)),
        }
    }

    /// What a tree of that name in a group is.
    pub(super) fn new<'g>(group: &'g Group, name: &[u8]) -> Root<'g> {
        Root { group, path: join(group.path().as_deref(), name) }
    }
}

/// Checks that a link can have this name.
fn check_name(name: &[u8]) -> Result<()> {
    c_path(name)?;
    if name == b"." {
        return Err(
            ErrorKind::InvalidName { reason: "is a dot, which means the group itself" }.into()
        );
    }
    if name.contains(&b'/') {
        return Err(ErrorKind::InvalidName { reason: "has a slash, which parts names" }.into());
    }
    Ok(())
}
