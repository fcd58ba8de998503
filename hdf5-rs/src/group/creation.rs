//! How groups are created: what they keep of their links and attributes, and how.

use hdf5_ffi::{H5P_CRT_ORDER_INDEXED, H5P_CRT_ORDER_TRACKED};

use crate::error::{Error, Result};
use crate::raw::{Handle, h5p};

/// The properties of a new group; the root group gets its from the options of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct GroupCreation {
    pub(crate) track_order: bool,
    pub(crate) track_times: bool,
    pub(crate) link_phase_change: Option<(u16, u16)>,
    pub(crate) attribute_phase_change: Option<(u16, u16)>,
    pub(crate) estimated_links: Option<(u16, u16)>,
    pub(crate) local_heap_size_hint: Option<u32>,
}

impl GroupCreation {
    /// Sets the properties in a list of the class of groups, or of files, which includes it.
    pub(crate) fn set(&self, plist: &Handle) -> Result<()> {
        // Without times two runs of a program write the same bytes, as with h5py.
        h5p::set_obj_track_times(plist, self.track_times)?;
        if self.track_order {
            let flags = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
            h5p::set_link_creation_order(plist, flags)?;
            h5p::set_attr_creation_order(plist, flags)?;
        }
        if let Some((max_compact, min_dense)) = checked(self.link_phase_change)? {
            h5p::set_link_phase_change(plist, max_compact, min_dense)?;
        }
        if let Some((max_compact, min_dense)) = checked(self.attribute_phase_change)? {
            h5p::set_attr_phase_change(plist, max_compact, min_dense)?;
        }
        if let Some((count, name_len)) = self.estimated_links {
            h5p::set_est_link_info(plist, count.into(), name_len.into())?;
        }
        if let Some(bytes) = self.local_heap_size_hint {
            h5p::set_local_heap_size_hint(plist, bytes as usize)?;
        }
        Ok(())
    }
}

/// Up to how many are stored compactly, and down to how many densely: not more.
fn checked(change: Option<(u16, u16)>) -> Result<Option<(u32, u32)>> {
    match change {
        Some((max_compact, min_dense)) if min_dense > max_compact => {
            let reason = format!(
                "the least that are stored densely, {min_dense}, are more than the most that are stored \
                 compactly, {max_compact}"
            );
            Err(Error::invalid_argument(reason))
        }
        change => Ok(change.map(|(max_compact, min_dense)| (max_compact.into(), min_dense.into()))),
    }
}

/// Whether a group that was created so tracks the order of its links.
pub(crate) fn tracks_links(plist: &Handle) -> Result<bool> {
    Ok(h5p::link_creation_order(plist)? & H5P_CRT_ORDER_TRACKED != 0)
}

/// Whether an object that was created so tracks the order of its attributes.
pub(crate) fn tracks_attributes(plist: &Handle) -> Result<bool> {
    Ok(h5p::attr_creation_order(plist)? & H5P_CRT_ORDER_TRACKED != 0)
}
