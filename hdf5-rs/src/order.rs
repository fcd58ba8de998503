//! The orders in which links and attributes are listed.

/// An order of links or attributes.
///
/// Lists without one are in the order of creation where that is tracked, and else by name, as in h5py.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// By the bytes of the names.
    Name,
    /// As they were created. It is known where the object was made to track it.
    Creation,
}
