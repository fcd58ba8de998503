//! Going through all objects below a group.

use std::collections::HashSet;
use std::vec;

use hdf5_ffi::H5L_TYPE_HARD;

use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::link;
use crate::name::{Name, c_path};
use crate::node::Node;
use crate::object::{Object, kind_of};
use crate::raw::h5o::{self, Identity};
use crate::raw::lock;

/// An iterator over the objects below a group; see [`Group::walk`].
///
/// Paths are relative to the group where the walk began. It holds one list of names for each level of
/// groups, and no lock between two items.
#[derive(Debug)]
pub struct Walk {
    levels: Vec<Level>,
    seen: HashSet<Identity>,
    /// The error of the group that was the last item: what is in it could not be listed.
    unlisted: Option<Error>,
}

/// A group that is being gone through.
#[derive(Debug)]
struct Level {
    group: Group,
    /// The path of the group, with a `/` at the end, or empty where the walk began.
    prefix: String,
    names: vec::IntoIter<Name>,
}

impl Walk {
    pub(crate) fn new(group: &Group) -> Result<Self> {
        let _lock = lock();
        let mut walk = Self { levels: Vec::new(), seen: HashSet::new(), unlisted: None };
        walk.seen.insert(group.object().info()?.identity);
        if let Err(error) = walk.enter(group.clone(), String::new()) {
            if walk.levels.iter().all(|level| level.names.len() == 0) {
                return Err(error);
            }
            walk.unlisted = Some(group.object().explain(error, "list"));
        }
        Ok(walk)
    }

    /// Goes into a group: through its hard links, which lead to objects of this file for certain.
    fn enter(&mut self, group: Group, prefix: String) -> Result<()> {
        let (links, error) = link::list(group.object().handle());
        let hard = links.into_iter().filter(|(_, info)| info.class == H5L_TYPE_HARD);
        let names: Vec<Name> = hard.map(|(name, _)| name).collect();
        self.levels.push(Level { group, prefix, names: names.into_iter() });
        error.map_or(Ok(()), Err)
    }

    /// The object of a link, unless it has been seen before.
    fn visit(
        &mut self,
        group: &Group,
        prefix: &str,
        name: &Name,
    ) -> Result<Option<(String, Node)>> {
        let _lock = lock();
        let explain = |error| group.object().explain_at(error, "open", name.as_bytes());
        let path = format!("{prefix}{}", name.to_str().map_err(explain)?);
        let open = || {
            let link = c_path(name.as_bytes())?;
            let info = h5o::info_by_name(group.object().handle(), &link)?;
            if !self.seen.insert(info.identity) {
                return Ok(None);
            }
            let id = h5o::open(group.object().handle(), &link)?;
            let node = Node::new(Object::new(id, group.object().file()), kind_of(&info));
            Ok(Some((path, node)))
        };
        open()
            .map_err(|error: Error| match error.kind() {
                ErrorKind::Library => group.refine_not_found(error, name.as_bytes()),
                _ => error,
            })
            .map_err(explain)
    }
}

impl Iterator for Walk {
    type Item = Result<(String, Node)>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.unlisted.take() {
            return Some(Err(error));
        }
        loop {
            let level = self.levels.last_mut()?;
            let Some(name) = level.names.next() else {
                self.levels.pop();
                continue;
            };
            let (group, prefix) = (level.group.clone(), level.prefix.clone());
            match self.visit(&group, &prefix, &name) {
                Ok(None) => {}
                Err(error) => return Some(Err(error)),
                Ok(Some((path, node))) => {
                    if let Node::Group(inner) = &node {
                        if let Err(error) = self.enter(inner.clone(), format!("{path}/")) {
                            self.unlisted = Some(inner.object().explain(error, "list"));
                        }
                    }
                    return Some(Ok((path, node)));
                }
            }
        }
    }
}
