//! The versions of libhdf5 that change what this crate declares; written by `cargo xtask bindings`.

/// Each sets `cfg(hdf5_ge_<major>_<minor>)`, with `_<release>` appended where that is not 0.
pub(crate) const MILESTONES: &[(u32, u32, u32)] = &[(1, 12, 0), (1, 14, 0), (2, 0, 0), (2, 2, 0)];
