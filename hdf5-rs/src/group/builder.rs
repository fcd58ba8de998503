//! Making groups with options.

use std::sync::Arc;

#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::group::Group;
use crate::group::creation::GroupCreation;
use crate::object::Object;
use crate::plist::plain_group_create;
use crate::raw::{Handle, h5g, h5p, lock};

/// A group that is yet to be made, as [`Group::new_group`] starts it.
///
/// Options first, then [`create`](Self::create) or [`create_anonymous`](Self::create_anonymous).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// let file = hdf5::File::create(dir.path().join("builder.h5"))?;
/// let steps = file.new_group().track_order(true).create("runs/steps")?;
/// steps.create_dataset("second", 2)?;
/// steps.create_dataset("first", 1)?;
/// assert_eq!(steps.names()?, ["second", "first"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use = "no group is made before `create` or `create_anonymous` is called"]
pub struct GroupBuilder<'a> {
    parent: &'a Group,
    creation: GroupCreation,
}

impl<'a> GroupBuilder<'a> {
    pub(crate) fn new(parent: &'a Group) -> Self {
        Self { parent, creation: GroupCreation::default() }
    }

    /// Whether the file keeps the order in which the group's links and attributes are created. They are then
    /// listed in that order.
    #[doc(alias("H5Pset_link_creation_order", "H5Pset_attr_creation_order"))]
    pub fn track_order(mut self, track: bool) -> Self {
        self.creation.track_order = track;
        self
    }

    /// Whether the file keeps the times of creation and change. By default it does not, so that two runs of
    /// a program write the same bytes. Groups in the oldest format have no times: see
    /// [`FileOptions::libver`](crate::FileOptions::libver).
    #[doc(alias = "H5Pset_obj_track_times")]
    pub fn track_times(mut self, track: bool) -> Self {
        self.creation.track_times = track;
        self
    }

    /// Up to how many links are stored in the group's header, and down to how many in an index of their own
    /// once there have been more. Without it: 8 and 6.
    ///
    /// It has a meaning for groups that track the order, and all groups of files whose
    /// [oldest format](crate::FileOptions::libver) is not the earliest; others always have an index.
    #[doc(alias = "H5Pset_link_phase_change")]
    pub fn link_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.creation.link_phase_change = Some((max_compact, min_dense));
        self
    }

    /// Up to how many attributes are stored in the group's header, and down to how many in an index of their
    /// own once there have been more. Without it: 8 and 6. It has a meaning where
    /// [`link_phase_change`](Self::link_phase_change) has.
    #[doc(alias = "H5Pset_attr_phase_change")]
    pub fn attribute_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.creation.attribute_phase_change = Some((max_compact, min_dense));
        self
    }

    /// How many links the group will have, and how many bytes their names: for them there is room from the
    /// start. Without it: 4 links with names of 8 bytes.
    #[doc(alias = "H5Pset_est_link_info")]
    pub fn estimated_links(mut self, count: u16, name_len: u16) -> Self {
        self.creation.estimated_links = Some((count, name_len));
        self
    }

    /// How many bytes the names of a group in the oldest format have room for from the start. Without it, or
    /// with 0: as many as [`estimated_links`](Self::estimated_links) says.
    #[doc(alias = "H5Pset_local_heap_size_hint")]
    pub fn local_heap_size_hint(mut self, bytes: u32) -> Self {
        self.creation.local_heap_size_hint = Some(bytes);
        self
    }

    /// Creates the group, and the groups on the way to it, which are as
    /// [`create_group`](Group::create_group) makes them.
    ///
    /// # Errors
    ///
    /// As [`Group::create_group`]; [`ErrorKind::InvalidArgument`] if an option has no meaning. The file is
    /// then as it was.
    #[doc(alias = "H5Gcreate")]
    pub fn create(self, name: impl AsRef<[u8]>) -> Result<Group> {
        let name = name.as_ref();
        let create = || {
            let plist = self.plist()?;
            let _lock = lock();
            self.parent.object().file().check_writable()?;
            self.parent.check_vacant(name)?;
            let id = self.parent.insert_link(name, |parent, path, options| {
                h5g::create(parent, path, options, &plist)
            })?;
            Ok(Group::new(Object::new(id, self.parent.object().file())))
        };
        create().map_err(|error| self.parent.object().explain_at(error, "create group", name))
    }

    /// Creates the group without a name, to be given one by [`link`](Group::link). Nothing remains of a group
    /// that is never linked.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("anonymous.h5"))?;
    /// let run = file.new_group().create_anonymous()?;
    /// run.create_dataset("energy", [1.5, 2.5])?;
    /// // Only now, when it is complete, does anybody see it.
    /// file.link("run", &run)?;
    /// assert_eq!(file.group("run")?.names()?, ["energy"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only; [`ErrorKind::InvalidArgument`] if an
    /// option has no meaning.
    #[doc(alias = "H5Gcreate_anon")]
    pub fn create_anonymous(self) -> Result<Group> {
        let create = || {
            let plist = self.plist()?;
            let _lock = lock();
            self.parent.object().file().check_writable()?;
            let parent = self.parent.object();
            let id = h5g::create_anon(parent.handle(), &plist)?;
            Ok(Group::new(Object::new(id, parent.file())))
        };
        create().map_err(|error| self.parent.object().explain(error, "create a group in"))
    }

    fn plist(&self) -> Result<Arc<Handle>> {
        if self.creation == GroupCreation::default() {
            return plain_group_create();
        }
        let plist = h5p::create_group_create()?;
        self.creation.set(&plist)?;
        Ok(Arc::new(plist))
    }
}
