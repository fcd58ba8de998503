//! What a new file is like: options that the file keeps.

use hdf5_ffi::*;

use super::FileOptions;
use crate::error::{Error, Result};
#[cfg(doc)]
use crate::group::GroupBuilder;
use crate::group::GroupCreation;
use crate::raw::{Handle, h5p};

/// How a file finds room for new data: for [`FileOptions::space_strategy`].
///
/// The names in brackets are h5py's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpaceStrategy {
    /// In room that has become free, then in blocks at the end of the file (`'fsm'`): the usual one.
    FreeSpaceManagers,
    /// In pages of one size, each for metadata or for raw data (`'page'`).
    Page,
    /// In blocks at the end of the file alone (`'aggregate'`). Room that becomes free is lost.
    Aggregate,
    /// At the end of the file (`'none'`). Room that becomes free is lost.
    None,
}

impl SpaceStrategy {
    fn to_c(self) -> H5F_fspace_strategy_t {
        match self {
            Self::FreeSpaceManagers => H5F_FSPACE_STRATEGY_FSM_AGGR,
            Self::Page => H5F_FSPACE_STRATEGY_PAGE,
            Self::Aggregate => H5F_FSPACE_STRATEGY_AGGR,
            Self::None => H5F_FSPACE_STRATEGY_NONE,
        }
    }

    /// `None` of the outer option for a strategy that no release of libhdf5 has had.
    pub(in crate::file) fn from_c(strategy: H5F_fspace_strategy_t) -> Option<Self> {
        let all = [Self::FreeSpaceManagers, Self::Page, Self::Aggregate, Self::None];
        all.into_iter().find(|known| known.to_c() == strategy)
    }

    /// Whether room that becomes free is used again.
    fn reuses(self) -> bool {
        matches!(self, Self::FreeSpaceManagers | Self::Page)
    }
}

/// The options that become a file creation property list.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Creation {
    pub(super) userblock: Option<u64>,
    root: GroupCreation,
    space: Option<SpaceStrategy>,
    persist: bool,
    threshold: Option<u64>,
    page_size: Option<u64>,
}

/// Options of new files.
impl FileOptions {
    /// Bytes to leave free at the start of a new file: 512, or a larger power of two. What is in them is up to
    /// the program: see [`File::read_userblock`](crate::File::read_userblock).
    ///
    /// A file that is opened must have as many.
    #[doc(alias("H5Pset_userblock", "userblock_size"))]
    pub fn userblock(mut self, bytes: u64) -> Self {
        self.creation.userblock = Some(bytes);
        self
    }

    /// How a new file finds room for data. Without it: [`SpaceStrategy::FreeSpaceManagers`].
    ///
    /// This option, and the three that follow, are an error where a file is opened that exists, but for
    /// [`append`](Self::append).
    #[doc(alias("H5Pset_file_space_strategy", "fs_strategy"))]
    pub fn space_strategy(mut self, strategy: SpaceStrategy) -> Self {
        self.creation.space = Some(strategy);
        self
    }

    /// Whether a new file remembers, when it is closed, which of its room is free. Without it, room that was free
    /// is lost then.
    #[doc(alias("H5Pset_file_space_strategy", "fs_persist"))]
    pub fn persist_free_space(mut self, persist: bool) -> Self {
        self.creation.persist = persist;
        self
    }

    /// Pieces of free room with fewer bytes are forgotten. Without it: none, as it is 1.
    #[doc(alias("H5Pset_file_space_strategy", "fs_threshold"))]
    pub fn free_space_threshold(mut self, bytes: u64) -> Self {
        self.creation.threshold = Some(bytes);
        self
    }

    /// The bytes of a page of [`SpaceStrategy::Page`], from 512 to 2^30. Without it: 4,096.
    #[doc(alias("H5Pset_file_space_page_size", "fs_page_size"))]
    pub fn page_size(mut self, bytes: u64) -> Self {
        self.creation.page_size = Some(bytes);
        self
    }

    /// Whether a new file keeps the order in which the links and attributes of its root group are created.
    /// They are then listed in that order. Other groups: [`GroupBuilder::track_order`].
    #[doc(alias("H5Pset_link_creation_order", "H5Pset_attr_creation_order"))]
    pub fn track_order(mut self, track: bool) -> Self {
        self.creation.root.track_order = track;
        self
    }

    /// Whether a new file keeps the times of creation and change of its root group. By default it does not, so
    /// that two runs of a program write the same bytes. Other groups: [`GroupBuilder::track_times`].
    #[doc(alias = "H5Pset_obj_track_times")]
    pub fn track_times(mut self, track: bool) -> Self {
        self.creation.root.track_times = track;
        self
    }

    /// How the root group of a new file stores its links: see [`GroupBuilder::link_phase_change`].
    #[doc(alias = "H5Pset_link_phase_change")]
    pub fn link_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.creation.root.link_phase_change = Some((max_compact, min_dense));
        self
    }

    /// How the root group of a new file stores its attributes: see
    /// [`GroupBuilder::attribute_phase_change`].
    #[doc(alias = "H5Pset_attr_phase_change")]
    pub fn attribute_phase_change(mut self, max_compact: u16, min_dense: u16) -> Self {
        self.creation.root.attribute_phase_change = Some((max_compact, min_dense));
        self
    }

    /// For how many links the root group of a new file has room from the start: see
    /// [`GroupBuilder::estimated_links`].
    #[doc(alias = "H5Pset_est_link_info")]
    pub fn estimated_links(mut self, count: u16, name_len: u16) -> Self {
        self.creation.root.estimated_links = Some((count, name_len));
        self
    }

    /// For how many bytes of names the root group of a new file has room from the start: see
    /// [`GroupBuilder::local_heap_size_hint`].
    #[doc(alias = "H5Pset_local_heap_size_hint")]
    pub fn local_heap_size_hint(mut self, bytes: u32) -> Self {
        self.creation.root.local_heap_size_hint = Some(bytes);
        self
    }
}

impl Creation {
    /// Checks that a file which exists has the user block that was asked for; `userblock` is its size.
    pub(super) fn check_existing(&self, userblock: impl FnOnce() -> Result<u64>) -> Result<()> {
        let Some(asked) = self.userblock else { return Ok(()) };
        let there = userblock()?;
        if asked == there {
            return Ok(());
        }
        let reason = format!("its user block has {there} bytes, not {asked}");
        Err(Error::invalid_argument(reason))
    }

    /// Whether anything is said of how the file finds room.
    pub(super) fn asks_for_space(&self) -> bool {
        let asks = self.space.is_some() || self.persist;
        asks || self.threshold.is_some() || self.page_size.is_some()
    }

    /// Checks that a file which exists is not asked to find room in another way.
    pub(super) fn check_no_space(&self) -> Result<()> {
        if self.asks_for_space() {
            let reason = "how a file finds room is decided when it is created";
            return Err(Error::invalid_argument(reason));
        }
        Ok(())
    }

    /// The bytes of the new file's pages, if it consists of pages.
    pub(super) fn pages(&self) -> Option<u64> {
        let pages = self.space == Some(SpaceStrategy::Page);
        pages.then(|| self.page_size.unwrap_or(4096))
    }

    pub(super) fn plist(&self) -> Result<Handle> {
        let plist = h5p::create_file_create()?;
        self.root.set(&plist)?;
        if let Some(bytes) = self.userblock {
            if bytes != 0 && (bytes < 512 || !bytes.is_power_of_two()) {
                let reason =
                    format!("a user block has 0 bytes, or a power of two from 512: not {bytes}");
                return Err(Error::invalid_argument(reason));
            }
            h5p::set_userblock(&plist, bytes)?;
        }
        let strategy = self.space.unwrap_or(SpaceStrategy::FreeSpaceManagers);
        if (self.persist || self.threshold.is_some()) && !strategy.reuses() {
            let reason = format!("free room is not remembered with the strategy {strategy:?}");
            return Err(Error::invalid_argument(reason));
        }
        if self.space.is_some() || self.persist || self.threshold.is_some() {
            let threshold = self.threshold.unwrap_or(1);
            h5p::set_file_space_strategy(&plist, strategy.to_c(), self.persist, threshold)?;
        }
        if let Some(bytes) = self.page_size {
            if strategy != SpaceStrategy::Page {
                let reason = "a page size is one of `SpaceStrategy::Page`";
                return Err(Error::invalid_argument(reason));
            }
            if !(512..=1 << 30).contains(&bytes) {
                let reason = format!("a page has 512 to 2^30 bytes: not {bytes}");
                return Err(Error::invalid_argument(reason));
            }
            h5p::set_file_space_page_size(&plist, bytes)?;
        }
        Ok(plist)
    }
}
