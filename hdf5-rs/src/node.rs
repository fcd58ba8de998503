//! An object of any kind.

use std::fmt;

use crate::attribute::Attributes;
use crate::dataset::Dataset;
use crate::datatype::Datatype;
use crate::error::Result;
use crate::group::Group;
use crate::object::Object;
use crate::raw::h5o::Identity;

/// The kinds of object that a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ObjectKind {
    /// A group.
    Group,
    /// A dataset.
    Dataset,
    /// A committed datatype.
    Datatype,
}

impl fmt::Display for ObjectKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Group => "group",
            Self::Dataset => "dataset",
            Self::Datatype => "datatype",
        })
    }
}

/// An object of any kind, as [`Group::open`] and [`Group::walk`] find it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Node {
    /// A group.
    Group(Group),
    /// A dataset.
    Dataset(Dataset),
    /// A committed datatype.
    Datatype(Datatype),
}

impl Node {
    pub(crate) fn new(object: Object, kind: ObjectKind) -> Self {
        match kind {
            ObjectKind::Group => Self::Group(Group::new(object)),
            ObjectKind::Dataset => Self::Dataset(Dataset::new(object)),
            ObjectKind::Datatype => Self::Datatype(Datatype::new(object)),
        }
    }

    pub(crate) fn object(&self) -> &Object {
        match self {
            Self::Group(group) => group.object(),
            Self::Dataset(dataset) => dataset.object(),
            Self::Datatype(datatype) => datatype.object(),
        }
    }

    /// What kind of object it is.
    #[must_use]
    pub fn kind(&self) -> ObjectKind {
        match self {
            Self::Group(_) => ObjectKind::Group,
            Self::Dataset(_) => ObjectKind::Dataset,
            Self::Datatype(_) => ObjectKind::Datatype,
        }
    }

    /// The attributes.
    #[must_use]
    pub fn attrs(&self) -> Attributes<'_> {
        Attributes::new(self.object())
    }

    /// What tells whether two nodes are the same object, however they were reached.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Oget_info", "H5Otoken_cmp"))]
    pub fn identity(&self) -> Result<Identity> {
        match self.object().info() {
            Ok(info) => Ok(info.identity),
            Err(error) => Err(self.object().explain(error, "identify")),
        }
    }

    /// A path that leads to the object; `None` if no link does, or the file is closed.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.object().path()
    }
}

/// Another handle to the same object.
macro_rules! nodes {
    ($($kind:ident)*) => {$(
        impl From<&$kind> for Node {
            fn from(object: &$kind) -> Self {
                Self::$kind(object.clone())
            }
        }
    )*};
}

nodes! { Group Dataset Datatype }

impl From<&Node> for Node {
    fn from(node: &Node) -> Self {
        node.clone()
    }
}

/// What the object itself shows.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(group) => group.fmt(f),
            Self::Dataset(dataset) => dataset.fmt(f),
            Self::Datatype(datatype) => datatype.fmt(f),
        }
    }
}
