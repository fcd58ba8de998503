//! The version of the headers for which this crate was built, and how another library compares to it.

use core::ffi::{CStr, c_uint};
use core::fmt;

use crate::{H5check_version, herr_t};

/// The major version of the headers.
pub const H5_VERS_MAJOR: c_uint = number(env!("HDF5_FFI_VERS_MAJOR"));
/// The minor version of the headers.
pub const H5_VERS_MINOR: c_uint = number(env!("HDF5_FFI_VERS_MINOR"));
/// The release of the headers.
pub const H5_VERS_RELEASE: c_uint = number(env!("HDF5_FFI_VERS_RELEASE"));
/// The suffix of a release that is none, such as `-rc1`; mostly empty.
pub const H5_VERS_SUBRELEASE: &CStr = text(concat!(env!("HDF5_FFI_VERS_SUBRELEASE"), "\0"));
/// The version of the headers in full. C has this from 1.14.5 on.
pub const H5_VERS_STR: &CStr = text(concat!(env!("HDF5_FFI_VERS_STR"), "\0"));
/// A phrase with the version of the headers in full.
pub const H5_VERS_INFO: &CStr = text(concat!(env!("HDF5_FFI_VERS_INFO"), "\0"));

/// Major, minor and release.
type Numbers = (c_uint, c_uint, c_uint);

/// The version of the headers.
pub(crate) const HEADERS: Numbers = (H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE);

const fn number(digits: &str) -> c_uint {
    match c_uint::from_str_radix(digits, 10) {
        Ok(number) => number,
        Err(_) => panic!("the build script sets a number"),
    }
}

const fn text(terminated: &str) -> &CStr {
    match CStr::from_bytes_with_nul(terminated.as_bytes()) {
        Ok(text) => text,
        Err(_) => panic!("the build script sets no NUL"),
    }
}

/// Whether the headers are of this version or a newer one: C's macro as a function.
#[must_use]
pub const fn H5_VERSION_GE(major: c_uint, minor: c_uint, release: c_uint) -> bool {
    at_least(HEADERS, (major, minor, release))
}

/// Whether the headers are of this version or an older one: C's macro as a function.
#[must_use]
pub const fn H5_VERSION_LE(major: c_uint, minor: c_uint, release: c_uint) -> bool {
    at_least((major, minor, release), HEADERS)
}

const fn at_least(version: Numbers, least: Numbers) -> bool {
    version.0 > least.0
        || (version.0 == least.0 && version.1 > least.1)
        || (version.0 == least.0 && version.1 == least.1 && version.2 >= least.2)
}

/// Ends the process unless the library that is loaded goes with the headers, as C's macro does.
///
/// [`Lock::check_version`](crate::Lock::check_version) returns an error instead.
///
/// # Safety
///
/// As for every call: [`lock`](crate::lock) is held.
pub unsafe fn H5check() -> herr_t {
    // SAFETY: the caller holds the lock; the call takes no pointers.
    unsafe { H5check_version(H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE) }
}

/// The libhdf5 that is loaded is of another release line than the headers for which this was built.
///
/// Structures, constants and functions differ between release lines: calling on would be undefined
/// behaviour. Until 1.14 a line is a minor version: any 1.10 goes with any other. From 2.0 on it is the
/// major version, in which a newer library goes with older headers.
///
/// `HDF5_DISABLE_VERSION_CHECK=1` in the environment turns the check off, as it does libhdf5's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct VersionMismatch {
    /// Major, minor and release of the headers.
    pub headers: (c_uint, c_uint, c_uint),
    /// Major, minor and release of the library that is loaded.
    pub library: (c_uint, c_uint, c_uint),
}

impl fmt::Display for VersionMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (major, minor, release) = self.library;
        write!(f, "libhdf5 {major}.{minor}.{release} in a program that was built for HDF5 ")?;
        let (major, minor, release) = self.headers;
        write!(f, "{major}.{minor}.{release}")
    }
}

impl core::error::Error for VersionMismatch {}

impl VersionMismatch {
    /// Compares the library that is loaded with the headers.
    pub(crate) fn check(headers: Numbers, library: Numbers) -> Result<(), Self> {
        let same_line = match headers.0 {
            0 | 1 => (headers.0, headers.1) == (library.0, library.1),
            _ => headers.0 == library.0 && headers.1 <= library.1,
        };
        if same_line { Ok(()) } else { Err(Self { headers, library }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headers_compare_to_versions_as_in_c() {
        let (major, minor, release) = (H5_VERS_MAJOR, H5_VERS_MINOR, H5_VERS_RELEASE);
        assert!(H5_VERSION_GE(major, minor, release) && H5_VERSION_LE(major, minor, release));
        assert!(
            !H5_VERSION_GE(major, minor, release + 1) && H5_VERSION_LE(major, minor, release + 1)
        );
        assert!(!H5_VERSION_GE(major, minor + 1, 0) && H5_VERSION_LE(major, minor + 1, 0));
        assert!(!H5_VERSION_GE(major + 1, 0, 0) && H5_VERSION_LE(major + 1, 0, 0));
        assert!(H5_VERSION_GE(major - 1, 99, 99) && !H5_VERSION_LE(major - 1, 99, 99));
    }

    #[test]
    fn the_texts_hold_the_numbers() {
        let numbers = format!("{H5_VERS_MAJOR}.{H5_VERS_MINOR}.{H5_VERS_RELEASE}");
        assert!(H5_VERS_STR.to_str().unwrap().starts_with(&numbers));
        let info = format!("HDF5 library version: {}", H5_VERS_STR.to_str().unwrap());
        assert_eq!(H5_VERS_INFO.to_str().unwrap(), info);
    }

    #[test]
    fn a_minor_version_is_a_release_line_until_1_14() {
        let check = VersionMismatch::check;
        assert_eq!(check((1, 10, 8), (1, 10, 5)), Ok(()));
        assert_eq!(check((1, 10, 5), (1, 10, 11)), Ok(()));
        assert!(check((1, 10, 8), (1, 12, 0)).is_err());
        assert!(check((1, 14, 6), (1, 12, 3)).is_err());
        assert!(check((1, 14, 6), (2, 0, 0)).is_err());
    }

    #[test]
    fn a_newer_library_of_the_same_major_version_goes_with_headers_from_2_on() {
        let check = VersionMismatch::check;
        assert_eq!(check((2, 0, 1), (2, 0, 0)), Ok(()));
        assert_eq!(check((2, 0, 0), (2, 2, 0)), Ok(()));
        assert!(check((2, 2, 0), (2, 0, 0)).is_err());
        assert!(check((2, 0, 0), (1, 14, 6)).is_err());
        assert!(check((2, 2, 0), (3, 0, 0)).is_err());
    }

    #[test]
    fn a_mismatch_names_both_versions() {
        let mismatch = VersionMismatch::check((2, 2, 0), (1, 10, 8)).unwrap_err();
        assert_eq!(
            mismatch.to_string(),
            "libhdf5 1.10.8 in a program that was built for HDF5 2.2.0"
        );
    }
}
