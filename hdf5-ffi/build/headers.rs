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
    /// The version that a text starts with, whatever follows: `1.14.4-3`, `2.0.0-rc1` and `2.1` too.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.trim().splitn(3, '.').map(leading_number);
        let (major, minor) = (numbers.next()??, numbers.next()??);
        Some(Self { major, minor, release: numbers.next().flatten().unwrap_or(0) })
    }

    /// One number that orders versions: 1.14.6 is 11406 and 2.2.0 is 20200.
    pub(crate) fn number(self) -> u32 {
        self.major * 10_000 + self.minor * 100 + self.release
    }
}

fn leading_number(text: &str) -> Option<u32> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
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
    /// `H5_VERS_SUBRELEASE`, such as `-rc1`; mostly empty.
    pub(crate) subrelease: String,
    /// `H5_VERS_STR`: the version in full.
    pub(crate) text: String,
    /// `H5_VERS_INFO`: a phrase with the version in full.
    pub(crate) info: String,
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
        let number = |name| leading_number(definition(h5public, name)?);
        let version = Version {
            major: number("H5_VERS_MAJOR")?,
            minor: number("H5_VERS_MINOR")?,
            release: number("H5_VERS_RELEASE")?,
        };
        let literal = |name| definition(h5public, name).and_then(|text| string_literal(text));
        let subrelease = literal("H5_VERS_SUBRELEASE").unwrap_or_default().to_owned();
        // Until 1.14 both are literals. Newer headers make them of the numbers and the suffix.
        let text = match literal("H5_VERS_STR") {
            Some(text) => text.to_owned(),
            None => format!("{version}{subrelease}"),
        };
        let info = match definition(h5public, "H5_VERS_INFO") {
            Some(value) if value.contains("H5_VERS_STR") => {
                format!("{}{text}", string_literal(value).unwrap_or_default())
            }
            Some(value) => string_literal(value).unwrap_or_default().to_owned(),
            None => format!("HDF5 library version: {text}"),
        };
        Some(Self { version, subrelease, text, info, config })
    }

    /// Whether the library was configured with `H5_HAVE_<ability>`.
    pub(crate) fn have(&self, ability: &str) -> bool {
        definition(&self.config, &format!("H5_HAVE_{ability}"))
            .is_some_and(|value| !value.is_empty() && leading_number(value) != Some(0))
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

/// What follows `#define NAME` on its line.
fn definition<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let define = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("define")?;
        let value = define.trim_start().strip_prefix(name)?;
        let ends = value.is_empty() || value.starts_with([' ', '\t']);
        (ends && define.starts_with([' ', '\t'])).then(|| value.trim())
    })
}

/// The string literal that a text starts with.
fn string_literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next()
}
