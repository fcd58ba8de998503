//! References to what has been removed while the file is open.

use std::collections::HashSet;

use crate::error::{ErrorKind, Result};
use crate::group::Group;
use crate::object::Object;
use crate::raw::h5o::Identity;
use crate::raw::removed::{self, Fate};
use crate::raw::{h5r, lock};
use crate::types::Reference;

/// Checks that a reference does not lead to what has been removed, before that is opened.
pub(super) fn check_target(location: &Object, reference: &Reference) -> Result<()> {
    let _lock = lock();
    if removed::is_empty() {
        return Ok(());
    }
    let here = location.info()?.identity;
    if !removed::is_known(here.file_number()) {
        return Ok(());
    }
    if let Reference::Std(_) = reference {
        // It does not tell where it leads; libhdf5 looks for a link to there without opening anything.
        let name = h5r::name(location.handle(), reference)?;
        return name.map_or_else(|| Err(ErrorKind::DanglingReference.into()), |_| Ok(()));
    }
    match h5r::target(location.handle(), reference)? {
        Some(target) => check(location, here.beside(target)),
        None => Ok(()),
    }
}

/// Checks that an object has not been removed.
pub(super) fn check(location: &Object, object: Identity) -> Result<()> {
    if matches!(removed::fate(object), Fate::Unknown) {
        search(location)?;
    }
    match removed::fate(object) {
        Fate::Gone => Err(ErrorKind::DanglingReference.into()),
        Fate::Kept | Fate::Unknown => Ok(()),
    }
}

/// Looks for links to what may have been removed from the file: all of it at once, as each is a look at all links.
fn search(location: &Object) -> Result<()> {
    let root = Group::new(location.clone()).root()?;
    let identity = root.object().info()?.identity;
    let mut found = HashSet::from([identity.token()]);
    for entry in root.walk_entries()? {
        // Behind what cannot be read there may be anything.
        let Ok(entry) = entry else { return Ok(()) };
        found.insert(entry.identity().token());
    }
    removed::searched(identity.file_number(), &found);
    Ok(())
}
