//! Trees whose shape is only known at run time.

use std::collections::{BTreeMap, HashMap};

use crate::attribute::Attributes;
use crate::data::{FromData, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::link::Link;
use crate::name::Name;
use crate::node::Node;
use crate::raw::h5o::Identity;
use crate::tree::draft::Content;
use crate::tree::{Branch, Draft, LoadTree, MAX_TREE_DEPTH, SaveTree, too_deep};
use crate::types::{DynArray, TypeDescriptor};

/// A whole file or group in memory: whatever it holds, to look at, to change, and to save again.
///
/// Groups, data, types, shapes, attributes and links of every kind are kept. Not kept is how the file stores
/// it: chunks, filters, fill values, maximum shapes, creation orders, and that a dataset refers to a committed
/// type. References are kept as they are, so they lead somewhere only in the file that they are from.
///
/// With the feature `serde` it can be written as JSON and the like: `{"group": {"attrs": {..}, "members": {..}}}`,
/// `{"dataset": {"attrs": {..}, "data": ..}}`, `{"soft": {"path": ..}}` and so on, with data as [`DynArray`] has it.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("in.h5"))?;
/// use hdf5::{File, Tree};
///
/// file.create_dataset("probe/temps", [20.5, 21.0])?.attrs().set("units", "K")?;
/// file.link("latest", &file.dataset("probe/temps")?)?;
///
/// let mut tree: Tree = file.load("/")?;
/// assert_eq!(tree.get("latest"), Some(&Tree::data([20.5, 21.0])?.with_attr("units", "K")?));
/// assert_eq!(tree.get("probe/temps").unwrap().to::<Vec<f32>>()?, [20.5, 21.0]);
///
/// tree.insert("probe/name", Tree::data("north")?)?;
/// let copy = File::create(dir.path().join("out.h5"))?;
/// copy.save_members(&tree)?;
/// assert_eq!(copy.names()?, ["latest", "probe"]);
/// assert_eq!(copy.dataset("probe/temps")?.attrs().get::<String>("units")?, "K");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Tree {
    /// A group.
    Group {
        /// The attributes.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "BTreeMap::is_empty"))]
        attrs: BTreeMap<Name, DynArray>,
        /// What is in it.
        members: BTreeMap<Name, Tree>,
    },
    /// A dataset.
    Dataset {
        /// The attributes.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "BTreeMap::is_empty"))]
        attrs: BTreeMap<Name, DynArray>,
        /// The elements, with type and shape.
        data: DynArray,
    },
    /// A committed datatype.
    Datatype {
        /// The attributes.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "BTreeMap::is_empty"))]
        attrs: BTreeMap<Name, DynArray>,
        /// The type.
        dtype: TypeDescriptor,
    },
    /// Another hard link to an object of the same tree: to a group around it, or to what has been met before,
    /// in the order of links.
    Same {
        /// The path of the object, from the root of the tree, which is `/`.
        path: Name,
    },
    /// A soft link, which is not followed.
    Soft {
        /// The path that it leads to.
        path: Name,
    },
    /// An external link, which is not followed.
    External {
        /// The other file.
        file: Name,
        /// The path in it.
        path: Name,
    },
    /// A link of a class that a program has defined.
    UserDefined {
        /// The number of the class.
        class: u8,
        /// What is stored of the link.
        data: Vec<u8>,
    },
}

impl Tree {
    /// A group without members.
    #[must_use]
    pub fn group() -> Self {
        Self::Group { attrs: BTreeMap::new(), members: BTreeMap::new() }
    }

    /// A dataset.
    ///
    /// # Errors
    ///
    /// Fails if the data cannot be stored.
    pub fn data(data: impl ToData) -> Result<Self> {
        Ok(Self::Dataset { attrs: BTreeMap::new(), data: DynArray::from_data(data)? })
    }

    /// The same with an attribute more, or another in the place of the one of that name.
    ///
    /// # Errors
    ///
    /// Fails if the data cannot be stored; [`ErrorKind::InvalidArgument`] for a link, which has no attributes.
    pub fn with_attr(mut self, name: impl AsRef<[u8]>, data: impl ToData) -> Result<Self> {
        let attrs = match &mut self {
            Self::Group { attrs, .. }
            | Self::Dataset { attrs, .. }
            | Self::Datatype { attrs, .. } => attrs,
            _ => return Err(Error::invalid_argument("a link has no attributes")),
        };
        attrs.insert(Name::from(name.as_ref()), DynArray::from_data(data)?);
        Ok(self)
    }

    /// The attribute of that name.
    #[must_use]
    pub fn attr(&self, name: impl AsRef<[u8]>) -> Option<&DynArray> {
        self.attrs()?.get(&Name::from(name.as_ref()))
    }

    fn attrs(&self) -> Option<&BTreeMap<Name, DynArray>> {
        match self {
            Self::Group { attrs, .. }
            | Self::Dataset { attrs, .. }
            | Self::Datatype { attrs, .. } => Some(attrs),
            _ => None,
        }
    }

    /// What a path leads to, seen from this, the root of the tree. Hard links to objects with another name
    /// are followed, soft and external ones are not.
    #[must_use]
    pub fn get(&self, path: impl AsRef<[u8]>) -> Option<&Self> {
        let mut names: Vec<&[u8]> = components(path.as_ref()).rev().collect();
        let mut found = self;
        // Links that lead to each other would go on for ever.
        let mut links_left = 16;
        loop {
            if let Self::Same { path } = found {
                names.extend(components(path.as_bytes()).rev());
                found = self;
                links_left -= 1;
                if links_left == 0 {
                    return None;
                }
                continue;
            }
            let Some(name) = names.pop() else { return Some(found) };
            let Self::Group { members, .. } = found else { return None };
            found = members.get(&Name::from(name))?;
        }
    }

    /// Puts a member into the group, or replaces the one that is there; groups on the way to it are made.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidName`] if the path has no names in it, [`ErrorKind::InvalidArgument`] if it leads
    /// through what is no group.
    pub fn insert(&mut self, path: impl AsRef<[u8]>, member: Self) -> Result<()> {
        let mut names = components(path.as_ref());
        let last = names.next_back().ok_or(ErrorKind::InvalidName { reason: "is empty" })?;
        let mut group = self;
        let no_group = || Error::invalid_argument("the path leads through what is no group");
        for name in names {
            let Self::Group { members, .. } = group else { return Err(no_group()) };
            group = members.entry(Name::from(name)).or_insert_with(Self::group);
        }
        let Self::Group { members, .. } = group else { return Err(no_group()) };
        members.insert(Name::from(last), member);
        Ok(())
    }

    /// The elements of a dataset as typed data, as if they had been read as that.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if it is no dataset; otherwise as
    /// [`Dataset::read`](crate::Dataset::read).
    pub fn to<R: FromData>(&self) -> Result<R> {
        match self {
            Self::Dataset { data, .. } => data.to(),
            _ => Err(Error::invalid_argument("only datasets have elements")),
        }
    }

    /// Says what is to be saved; `base` is where the root of the tree is in the draft.
    fn draft<'a>(&'a self, root: &'a Self, base: &[u8], draft: &mut Draft<'a>) -> Result<()> {
        for (name, data) in self.attrs().into_iter().flatten() {
            draft.attr(name, data)?;
        }
        match self {
            Self::Group { members, .. } => members.iter().try_for_each(|(name, member)| {
                draft.group(name, |draft| member.draft(root, base, draft))
            }),
            Self::Dataset { data, .. } => draft.data(data),
            Self::Datatype { dtype, .. } => draft.become_content(Content::Datatype(dtype.clone())),
            Self::Same { path } => {
                if !root.has_object(path) {
                    let missing = path.to_string();
                    return Err(ErrorKind::NotFound { missing }.into());
                }
                let names = components(path.as_bytes()).flat_map(|name| [name, b"/"]);
                let path = [base].into_iter().chain(names).collect::<Vec<_>>().concat();
                draft.become_content(Content::Same { path })
            }
            Self::Soft { path } => draft.become_content(Content::Soft { path: path.clone() }),
            Self::External { file, path } => {
                let (file, path) = (file.clone(), path.clone());
                draft.become_content(Content::External { file, path })
            }
            Self::UserDefined { class, data } => {
                draft.become_content(Content::UserDefined { class: *class, data: data.clone() })
            }
        }
    }

    /// Whether a path leads to an object without a link that is followed.
    fn has_object(&self, path: &Name) -> bool {
        let mut found = self;
        for name in components(path.as_bytes()) {
            let Self::Group { members, .. } = found else { return false };
            let Some(member) = members.get(&Name::from(name)) else { return false };
            found = member;
        }
        found.attrs().is_some()
    }
}

impl SaveTree for Tree {
    fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> Result<()> {
        let base = draft.path().to_vec();
        self.draft(self, &base, draft)
    }
}

impl LoadTree for Tree {
    fn load_tree(branch: &Branch<'_>) -> Result<Self> {
        let mut loader = Loader { seen: HashMap::new() };
        loader.object(branch.node(), b"/", branch.depth())
    }
}

/// A tree that is being loaded.
struct Loader {
    /// The path of each object that has been met.
    seen: HashMap<Identity, Name>,
}

impl Loader {
    fn object(&mut self, node: &Node, path: &[u8], depth: usize) -> Result<Tree> {
        let identity = node.identity()?;
        if let Some(path) = self.seen.get(&identity) {
            return Ok(Tree::Same { path: path.clone() });
        }
        if depth > MAX_TREE_DEPTH {
            return Err(node.object().explain(too_deep().into(), "load"));
        }
        self.seen.insert(identity, Name::from(path));
        let attrs = load_attributes(&node.attrs())?;
        Ok(match node {
            Node::Group(group) => {
                let mut members = BTreeMap::new();
                for link in group.links()? {
                    let (name, link) = link?;
                    let member = match link {
                        Link::Hard => {
                            let slash = if path == b"/" { &b""[..] } else { b"/" };
                            let path = [path, slash, name.as_bytes()].concat();
                            self.object(&group.open(&name)?, &path, depth + 1)?
                        }
                        Link::Soft { path } => Tree::Soft { path },
                        Link::External { file, path } => Tree::External { file, path },
                        Link::UserDefined { class, data } => Tree::UserDefined { class, data },
                    };
                    members.insert(name, member);
                }
                Tree::Group { attrs, members }
            }
            Node::Dataset(dataset) => Tree::Dataset { attrs, data: dataset.read()? },
            Node::Datatype(datatype) => Tree::Datatype { attrs, dtype: datatype.descriptor()? },
        })
    }
}

fn load_attributes(attrs: &Attributes<'_>) -> Result<BTreeMap<Name, DynArray>> {
    let names = attrs.raw_names()?;
    names.into_iter().map(|name| Ok((name.clone(), attrs.get(&name)?))).collect()
}

/// The names of a path.
fn components(path: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    path.split(|&byte| byte == b'/').filter(|part| !part.is_empty())
}
