//! What a group tells of itself.

use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::group::{Group, creation};
use crate::raw::{h5g, h5p, lock};

/// How a group stores its links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LinkStorage {
    /// In a B-tree and a heap of names: the oldest format, whatever their number.
    SymbolTable,
    /// In the group's header: few links, since HDF5 1.8.
    Compact,
    /// In a heap with an index: many links, since HDF5 1.8.
    Dense,
}

/// What a group tells of itself; see [`Group::info`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupInfo {
    /// The number of links.
    pub links: usize,
    /// How the links are stored.
    pub storage: LinkStorage,
    /// Whether the order in which links are created is kept.
    pub tracks_link_order: bool,
    /// Whether the order in which attributes are created is kept.
    pub tracks_attribute_order: bool,
    /// Whether times are kept. Groups in the oldest format have none.
    pub tracks_times: bool,
    /// The number that the next link gets in the order of creation, where it is kept: more than that of
    /// any link. It is 0 again when there are no links.
    pub next_creation_order: Option<u64>,
    /// Up to how many links are stored compactly, and down to how many densely.
    pub link_phase_change: (u32, u32),
    /// Up to how many attributes are stored compactly, and down to how many densely.
    pub attribute_phase_change: (u32, u32),
    /// How many links, with names of how many bytes, there was room for from the start.
    pub estimated_links: (u32, u32),
    /// Whether another file is mounted on the group.
    pub mounted: bool,
}

impl Group {
    /// The number of links, how they are stored, and what the group keeps of them.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// use hdf5::LinkStorage;
    ///
    /// let file = hdf5::File::create(dir.path().join("info.h5"))?;
    /// let group = file.new_group().track_order(true).create("tracked")?;
    /// group.create_dataset("x", 1)?;
    /// let info = group.info()?;
    /// assert_eq!((info.links, info.storage), (1, LinkStorage::Compact));
    /// assert!(info.tracks_link_order && !file.info()?.tracks_link_order);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Gget_info", "H5Gget_create_plist", "H5Pget_link_creation_order"))]
    pub fn info(&self) -> Result<GroupInfo> {
        self.read_info().map_err(|error| self.object().explain(error, "get information on"))
    }

    fn read_info(&self) -> Result<GroupInfo> {
        let _lock = lock();
        let info = h5g::info(self.object().handle())?;
        let plist = h5g::create_plist(self.object().handle())?;
        let tracks_link_order = creation::tracks_links(&plist)?;
        let storage = match info.storage_type {
            H5G_STORAGE_TYPE_SYMBOL_TABLE => LinkStorage::SymbolTable,
            H5G_STORAGE_TYPE_COMPACT => LinkStorage::Compact,
            H5G_STORAGE_TYPE_DENSE => LinkStorage::Dense,
            other => return Err(Error::invalid_value(format!("a group of storage type {other}"))),
        };
        let next_creation_order = u64::try_from(info.max_corder)
            .map_err(|_| Error::invalid_value("a negative number in the order of creation"))?;
        Ok(GroupInfo {
            links: usize::try_from(info.nlinks).unwrap_or(usize::MAX),
            storage,
            tracks_link_order,
            tracks_attribute_order: creation::tracks_attributes(&plist)?,
            tracks_times: h5p::obj_track_times(&plist)?,
            next_creation_order: tracks_link_order.then_some(next_creation_order),
            link_phase_change: h5p::link_phase_change(&plist)?,
            attribute_phase_change: h5p::attr_phase_change(&plist)?,
            estimated_links: h5p::est_link_info(&plist)?,
            mounted: info.mounted,
        })
    }

    /// The number of links.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Gget_info")]
    pub fn len(&self) -> Result<usize> {
        let info = h5g::info(self.object().handle())
            .map_err(|error| self.object().explain(error, "count the links of"))?;
        Ok(usize::try_from(info.nlinks).unwrap_or(usize::MAX))
    }

    /// Whether there are no links.
    ///
    /// # Errors
    ///
    /// As [`len`](Self::len).
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.len()? == 0)
    }
}
