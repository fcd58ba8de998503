//! What C declares: functions, variables, typedefs, structs, unions and enums.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::Token;

/// A type as C writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// A built-in type such as `unsigned long`, or a typedef's name.
    Named {
        name: String,
        constant: bool,
    },
    /// `struct T`, `union T` or `enum T`.
    Tagged {
        kind: Kind,
        tag: String,
        constant: bool,
    },
    Pointer {
        to: Box<Type>,
        constant: bool,
    },
    /// The length is empty where C leaves it out.
    Array {
        of: Box<Type>,
        length: Vec<Token>,
    },
    Function(Box<Signature>),
    /// A struct or union without a tag, written where it is used.
    Record(Record),
    /// An enum without a tag: its constants.
    Enum(Vec<String>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signature {
    pub(crate) returns: Type,
    pub(crate) parameters: Vec<Type>,
    pub(crate) variadic: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Struct,
    Union,
    Enum,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Record {
    pub(crate) union: bool,
    pub(crate) fields: Vec<(String, Type)>,
}

/// All that a text declares.
#[derive(Debug, Default)]
pub(crate) struct Declarations {
    pub(crate) functions: BTreeMap<String, Signature>,
    pub(crate) variables: BTreeMap<String, Type>,
    pub(crate) typedefs: BTreeMap<String, Type>,
    /// Structs and unions with a tag and fields.
    pub(crate) records: BTreeMap<String, Record>,
    /// The constants of enums with a tag.
    pub(crate) enums: BTreeMap<String, Vec<String>>,
    /// The constants of enums without a tag that name no type either.
    pub(crate) loose_constants: Vec<String>,
    /// Tags that are mentioned at file scope, with fields or without.
    pub(crate) tags: BTreeSet<(Kind, String)>,
    /// Functions that a plugin defines and the library calls.
    pub(crate) plugin_functions: BTreeSet<String>,
    /// How many marks of export were read.
    pub(crate) exports: usize,
}

impl Declarations {
    /// Whether the name, without a tag, is that of a type.
    pub(crate) fn is_type(&self, name: &str) -> bool {
        self.typedefs.contains_key(name)
    }

    /// Whether a type has no size that C knows.
    pub(crate) fn is_opaque(&self, kind: &Type) -> bool {
        match kind {
            Type::Tagged { kind: Kind::Enum, .. } => false,
            Type::Tagged { tag, .. } => !self.records.contains_key(tag),
            Type::Named { name, .. } => match self.typedefs.get(name) {
                Some(kind) => self.is_opaque(kind),
                None => name == "void",
            },
            Type::Function(_) => true,
            _ => false,
        }
    }

    /// Every struct and union that has fields, including those within others.
    pub(crate) fn all_records(&self) -> Vec<&Record> {
        let typedefs = self.typedefs.values().filter_map(|kind| match kind {
            Type::Record(record) => Some(record),
            _ => None,
        });
        let mut all: Vec<_> = self.records.values().chain(typedefs).collect();
        let mut at = 0;
        while at < all.len() {
            all.extend(all[at].fields.iter().filter_map(|(_, kind)| match kind {
                Type::Record(record) => Some(record),
                _ => None,
            }));
            at += 1;
        }
        all
    }
}

impl Type {
    pub(crate) fn is_const(&self) -> bool {
        match self {
            Self::Named { constant, .. }
            | Self::Tagged { constant, .. }
            | Self::Pointer { constant, .. } => *constant,
            Self::Array { of, .. } => of.is_const(),
            Self::Function(_) | Self::Record(_) | Self::Enum(_) => false,
        }
    }

    pub(crate) fn with_const(mut self, more: bool) -> Self {
        if let Self::Named { constant, .. }
        | Self::Tagged { constant, .. }
        | Self::Pointer { constant, .. } = &mut self
        {
            *constant |= more;
        }
        self
    }

    /// C passes an array as a pointer to its first element, and a function as a pointer to it.
    pub(crate) fn into_parameter(self) -> Self {
        match self {
            Self::Array { of, .. } => Self::Pointer { to: of, constant: false },
            function @ Self::Function(_) => {
                Self::Pointer { to: Box::new(function), constant: false }
            }
            other => other,
        }
    }
}
