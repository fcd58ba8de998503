//! The version of an HDF5 source tree, read from its `H5public.h`.

use std::fmt;

/// A version such as `2.2.0` or `1.14.4-3`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) release: u32,
    subrelease: String,
}

impl Version {
    /// Reads the version from the text of `H5public.h`; `None` if this is not HDF5's header.
    pub(crate) fn from_h5public(text: &str) -> Option<Self> {
        let number = |name| macro_value(text, name)?.parse().ok();
        Some(Self {
            major: number("H5_VERS_MAJOR")?,
            minor: number("H5_VERS_MINOR")?,
            release: number("H5_VERS_RELEASE")?,
            subrelease: macro_value(text, "H5_VERS_SUBRELEASE")
                .map(|value| value.trim_matches('"').trim_start_matches('-').to_owned())
                .unwrap_or_default(),
        })
    }

    /// Whether this is `major.minor` or newer.
    pub(crate) fn at_least(&self, major: u32, minor: u32) -> bool {
        (self.major, self.minor) >= (major, minor)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.release)?;
        match self.subrelease.as_str() {
            "" => Ok(()),
            subrelease => write!(f, "-{subrelease}"),
        }
    }
}

/// The first word that `#define NAME` stands for.
fn macro_value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let mut words = line.trim_start().strip_prefix('#')?.split_whitespace();
        let found = words.next() == Some("define") && words.next() == Some(name);
        found.then(|| words.next()).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(release: u32, subrelease: &str) -> String {
        format!(
            "#define H5_VERS_MAJOR 1\n/** doc */\n# define H5_VERS_MINOR  14\n\
             #define H5_VERS_RELEASE {release} /* comment */\n\
             #define H5_VERS_SUBRELEASE \"{subrelease}\"\n\
             #define H5_VERS_MAJOR_HELPER 7\n"
        )
    }

    #[test]
    fn a_release_is_read_from_the_header() {
        let version = Version::from_h5public(&header(6, "")).unwrap();
        assert_eq!(version.to_string(), "1.14.6");
        assert!(version.at_least(1, 14) && !version.at_least(2, 0));
    }

    #[test]
    fn a_subrelease_keeps_one_dash_however_it_is_spelled() {
        for spelling in ["3", "-3"] {
            let version = Version::from_h5public(&header(4, spelling)).unwrap();
            assert_eq!(version.to_string(), "1.14.4-3");
        }
    }

    #[test]
    fn a_header_of_something_else_has_no_version() {
        assert_eq!(Version::from_h5public("#define H5_VERS_MAJOR 2\n"), None);
        assert_eq!(Version::from_h5public(""), None);
    }
}
