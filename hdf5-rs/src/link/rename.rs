//! Giving links other names.

use std::ffi::CStr;

use crate::error::{Error, ErrorKind, Result};
use crate::group::{Group, components};
use crate::link::broken::beside;
use crate::link::{Link, read};
use crate::name::{c_path, join};
use crate::node::ObjectKind;
use crate::object::kind_of;
use crate::raw::h5o::{self, Identity};
use crate::raw::{h5i, h5l, link_class, lock};

/// What tells links from each other: the group that a link is in, and its name there.
#[derive(PartialEq, Eq)]
struct Place {
    group: Identity,
    name: Vec<u8>,
}

/// Other names.
impl Group {
    /// Gives a link another name, in the same group or in another of the file (`Group.move` in h5py). Groups
    /// on the way to the new name are made. What the link leads to stays as it is, but for a soft link with a
    /// relative path, which then starts at another group.
    ///
    /// If both are names of the same link, nothing is done. Groups below the link that are open know their new
    /// [`path`](Self::path); libhdf5 tells datasets below it the old one.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("rename.h5"))?;
    /// file.create_dataset("draft", [1, 2])?;
    /// file.rename("draft", "runs/2024/final")?;
    /// assert_eq!(file.names()?, ["runs"]);
    /// assert_eq!(file.dataset("runs/2024/final")?.read::<Vec<i32>>()?, [1, 2]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is no link of the old name, [`ErrorKind::AlreadyExists`] if there is
    /// something of the new one, [`ErrorKind::ReadOnly`] if the file is open for reading only,
    /// [`ErrorKind::InvalidArgument`] if a group would move into itself, where no link would lead to it any
    /// more, or an object into another file. Everything is then as it was.
    #[doc(alias("H5Lmove", "move"))]
    pub fn rename(&self, from: impl AsRef<[u8]>, to: impl AsRef<[u8]>) -> Result<()> {
        let (from, to) = (from.as_ref(), to.as_ref());
        let action = || format!("give the name \"{}\" to", String::from_utf8_lossy(to));
        let rename = || {
            let (old, new) = (c_path(from)?, c_path(to)?);
            let _lock = lock();
            self.object().file().check_writable()?;
            self.check_link(from)?;
            let place = self.place(from)?;
            if self.place(to).is_ok_and(|other| other == place) {
                return Ok(());
            }
            self.check_vacant(to).map_err(|error| {
                error.object(|| Some(join(self.object().path().as_deref(), to)))
            })?;
            let link = read(self.object().handle(), from)?;
            if link == Link::Hard {
                self.check_moves_to(to, &old, &place)?;
            }
            if let Link::UserDefined { class, .. } = link {
                // libhdf5 finds out in the middle that it does not know a class.
                link_class::make_known(class)?;
            }
            self.insert_link(to, |group, _, options| h5l::rename(group, &old, &new, options))
        };
        rename().map_err(|error| self.object().explain_at(error, action(), from))
    }

    /// Checks that an object can move to a name: in the same file, and not into itself.
    fn check_moves_to(&self, to: &[u8], old: &CStr, place: &Place) -> Result<()> {
        let on_the_way = self.places(to)?;
        let last = on_the_way.last().map_or(place.group, |last| last.group);
        if !place.group.is_in_file_of(&last) {
            return Err(Error::invalid_argument("an object cannot move into another file"));
        }
        let handle = self.object().handle();
        let object = match h5o::info_by_name(handle, old) {
            Ok(info) if kind_of(&info) == ObjectKind::Group => info,
            Ok(_) => return Ok(()),
            // A damaged object has no place for anything.
            Err(error) if *error.kind() == ErrorKind::Library => return Ok(()),
            Err(error) => return Err(error),
        };
        let before = match h5i::name(handle)? {
            Some(own) if !to.starts_with(b"/") => self.places(&own)?,
            _ => Vec::new(),
        };
        // Whichever way it goes, a path through a group with one link goes through that link.
        let inside =
            |other: &Place| other == place || (object.links <= 1 && other.group == object.identity);
        if before.iter().chain(&on_the_way).any(inside) {
            return Err(Error::invalid_argument("a group cannot move into itself"));
        }
        Ok(())
    }

    /// The places of the links that a path leads through, up to the first that does not exist.
    fn places(&self, path: &[u8]) -> Result<Vec<Place>> {
        let handle = self.object().handle();
        let (mut prefix, start) = match path.first() {
            Some(b'/') => (b"/".to_vec(), c"/"),
            _ => (Vec::new(), c"."),
        };
        let mut group = h5o::info_by_name(handle, start)?.identity;
        let mut places = Vec::new();
        for name in components(path) {
            places.push(Place { group, name: name.to_vec() });
            prefix.extend_from_slice(name);
            let link = c_path(&prefix)?;
            if !h5l::exists(handle, &link)? {
                break;
            }
            // libhdf5 has followed the path, so that this ends.
            if let Link::Soft { path } = read(handle, &prefix)? {
                places.extend(self.places(&beside(&prefix, path.as_bytes()))?);
            }
            group = h5o::info_by_name(handle, &link)?.identity;
            prefix.push(b'/');
        }
        Ok(places)
    }

    /// The place of a link whose group exists.
    fn place(&self, name: &[u8]) -> Result<Place> {
        let end = name.iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1);
        let parent = if end == 0 { b".".as_slice() } else { &name[..end] };
        let group = h5o::info_by_name(self.object().handle(), &c_path(parent)?)?.identity;
        Ok(Place { group, name: name[end..].to_vec() })
    }
}
