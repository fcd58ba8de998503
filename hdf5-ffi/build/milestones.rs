//! The versions of HDF5 in which declarations come or go. Written by `cargo xtask bindings`.

pub(crate) const MILESTONES: &[(u32, u32, u32)] = &[
    (1, 10, 6),
    (1, 10, 7),
    (1, 10, 8),
    (1, 12, 0),
    (1, 12, 1),
    (1, 14, 0),
    (1, 14, 1),
    (1, 14, 2),
    (1, 14, 3),
    (1, 14, 4),
    (1, 14, 5),
    (2, 0, 0),
    (2, 1, 0),
    (2, 2, 0),
];
