//! Maps: groups with a member for each key.

use std::collections::{BTreeMap, HashMap};
use std::hash::BuildHasher;

use crate::error::Result;
use crate::tree::{Branch, Draft, LoadTree, SaveTree};

/// A group; the members are made in the order of their names, so that equal maps make equal files.
impl<V: SaveTree, S: BuildHasher> SaveTree for HashMap<String, V, S> {
    fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> Result<()> {
        let mut members: Vec<_> = self.iter().collect();
        members.sort_unstable_by_key(|(name, _)| *name);
        members.into_iter().try_for_each(|(name, value)| draft.member(name, value))
    }
}

/// A group.
impl<V: SaveTree> SaveTree for BTreeMap<String, V> {
    fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> Result<()> {
        self.iter().try_for_each(|(name, value)| draft.member(name, value))
    }
}

/// A group.
impl<V: LoadTree, S: BuildHasher + Default> LoadTree for HashMap<String, V, S> {
    fn load_tree(branch: &Branch<'_>) -> Result<Self> {
        Ok(branch.members()?.into_iter().collect())
    }
}

/// A group.
impl<V: LoadTree> LoadTree for BTreeMap<String, V> {
    fn load_tree(branch: &Branch<'_>) -> Result<Self> {
        Ok(branch.members()?.into_iter().collect())
    }
}
