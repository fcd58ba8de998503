//! What the headers of an HDF5 say about its library, read as text: nothing is compiled or run.

use std::path::Path;
use std::{fmt, fs};

/// The oldest libhdf5 whose interface hdf5-ffi declares.
const OLDEST: Version = Version { major: 1, minor: 10, release: 5 };

/// `H5_VERS_MAJOR`, `H5_VERS_MINOR` and `H5_VERS_RELEASE`. A suffix such as `-3` or `-rc1` is not part
/// of it: it never changes the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) release: u32,
}

impl Version {
    /// One number that orders versions: 1.14.6 is 11406 and 2.2.0 is 20200.
    pub(crate) fn number(self) -> u32 {
        self.major * 10_000 + self.minor * 100 + self.release
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.release)
    }
}

/// The version and the abilities of a libhdf5.
#[derive(Debug)]
pub(crate) struct Headers {
    pub(crate) version: Version,
    config: String,
}

impl Headers {
    /// Reads the headers in a folder; the error says what is wrong with them.
    pub(crate) fn read(include: &Path) -> Result<Self, String> {
        let read = |name: &str| {
            let path = include.join(name);
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let headers = Self::parse(&read("H5public.h")?, read_config(read)?)
            .ok_or_else(|| format!("{} states no version", include.join("H5public.h").display()))?;
        if headers.version < OLDEST {
            return Err(format!(
                "{} holds the headers of HDF5 {}; {OLDEST} is the oldest that is supported",
                include.display(),
                headers.version
            ));
        }
        Ok(headers)
    }

    fn parse(h5public: &str, config: String) -> Option<Self> {
        let number = |name| macro_value(h5public, name)?.parse().ok();
        let version = Version {
            major: number("H5_VERS_MAJOR")?,
            minor: number("H5_VERS_MINOR")?,
            release: number("H5_VERS_RELEASE")?,
        };
        Some(Self { version, config })
    }

    /// Whether the library was configured with `H5_HAVE_<ability>`.
    pub(crate) fn have(&self, ability: &str) -> bool {
        macro_value(&self.config, &format!("H5_HAVE_{ability}")).is_some_and(|value| value != "0")
    }
}

/// The text of H5pubconf.h. Fedora keeps one for each word size (H5pubconf-64.h) and chooses in
/// H5pubconf.h by macro; both are the same in what is asked here.
fn read_config(read: impl Fn(&str) -> Result<String, String>) -> Result<String, String> {
    let config = read("H5pubconf.h")?;
    if config.contains("H5pubconf-64.h") {
        return read("H5pubconf-64.h").or_else(|_| read("H5pubconf-32.h"));
    }
    Ok(config)
}

/// The first word that `#define NAME` stands for.
fn macro_value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let mut words = line.trim_start().strip_prefix('#')?.split_whitespace();
        let found = words.next() == Some("define") && words.next() == Some(name);
        found.then(|| words.next()).flatten()
    })
}
