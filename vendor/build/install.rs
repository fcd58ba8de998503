//! Laying out the headers as an installed HDF5 would have them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::source::Source;

/// What programs include by name: the library, and the interface of plugins.
const ENTRY_HEADERS: [&str; 2] = ["hdf5.h", "H5PLextern.h"];

/// Where the build's choices go in c/H5pubconf.h.
const CHOICES: &str = "/* @build-choices@ */";

/// Writes into `include` the entry headers, whatever they include, and H5pubconf.h.
pub(crate) fn headers(source: &Source, deflate: bool, include: &Path) -> Result<(), String> {
    let wrap = |error: io::Error| format!("{}: {error}", include.display());
    fs::create_dir_all(include).map_err(wrap)?;
    copy_closure(&source.src(), include).map_err(wrap)?;
    let template =
        fs::read_to_string("c/H5pubconf.h").map_err(|error| format!("c/H5pubconf.h: {error}"))?;
    let text = template.replace(CHOICES, &choices(&source.version.to_string(), deflate));
    fs::write(include.join("H5pubconf.h"), text).map_err(wrap)
}

/// Moves the library from the folder where it was compiled into `lib`, and removes the object files.
pub(crate) fn library(compiled: &Path, lib: &Path) -> Result<(), String> {
    move_archive(compiled, lib).map_err(|error| format!("{}: {error}", lib.display()))
}

fn move_archive(compiled: &Path, lib: &Path) -> io::Result<()> {
    fs::create_dir_all(lib)?;
    for entry in fs::read_dir(compiled)? {
        let path = entry?.path();
        // cc names it libhdf5.a, and hdf5.lib with Microsoft's tools.
        if path.extension().is_some_and(|extension| extension == "a" || extension == "lib") {
            fs::rename(&path, lib.join(path.file_name().unwrap_or_default()))?;
        }
    }
    fs::remove_dir_all(compiled)
}

/// The part of H5pubconf.h that depends on how the library is built rather than where.
fn choices(version: &str, deflate: bool) -> String {
    let mut text = format!(
        "#define H5_VERSION         \"{version}\"\n\
         #define H5_PACKAGE_VERSION \"{version}\"\n\
         #define H5_PACKAGE_STRING  \"HDF5 {version}\"\n"
    );
    if deflate {
        text += "\n#define H5_HAVE_FILTER_DEFLATE 1\n#define H5_HAVE_LIBZ           1\n#define H5_HAVE_ZLIB_H         1\n";
    }
    text
}

/// Copies the entry headers and, transitively, every header they include that is HDF5's. Following the
/// includes gives exactly the public headers of whatever version this is.
fn copy_closure(src: &Path, include: &Path) -> io::Result<()> {
    let mut seen = BTreeSet::new();
    let mut pending: Vec<String> = ENTRY_HEADERS.map(str::to_owned).to_vec();
    while let Some(name) = pending.pop() {
        let Some(path) = locate(src, &name) else { continue };
        if seen.insert(name.clone()) {
            let text = fs::read_to_string(&path)?;
            fs::write(include.join(&name), &text)?;
            pending.extend(included(&text).map(str::to_owned));
        }
    }
    Ok(())
}

fn locate(src: &Path, name: &str) -> Option<PathBuf> {
    [src.join(name), src.join("H5FDsubfiling").join(name)].into_iter().find(|path| path.is_file())
}

/// The names in the `#include "name"` lines of a header.
fn included(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let rest = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("include")?;
        rest.trim_start().strip_prefix('"')?.split('"').next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quoted_includes_are_followed() {
        let text = "#include <stdio.h>\n# include \"H5public.h\" /* first */\n  #include\t\"H5Apublic.h\"\n// include \"x\"\n";
        assert_eq!(included(text).collect::<Vec<_>>(), ["H5public.h", "H5Apublic.h"]);
    }

    #[test]
    fn the_filter_is_configured_only_when_it_is_built() {
        assert!(choices("2.2.0", true).contains("H5_HAVE_FILTER_DEFLATE 1"));
        assert!(!choices("2.2.0", false).contains("DEFLATE"));
    }

    #[test]
    fn the_header_has_a_place_for_the_choices() {
        assert_eq!(include_str!("../c/H5pubconf.h").matches(CHOICES).count(), 1);
    }
}
