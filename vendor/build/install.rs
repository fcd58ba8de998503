//! Laying out the headers as an installed HDF5 would have them.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use super::features::Features;
use super::source::{AEC_VERSION, Source};

/// What programs include by name: the library, the interface of plugins, and the high-level library.
const ENTRY_HEADERS: [&str; 2] = ["hdf5.h", "H5PLextern.h"];
const HIGH_LEVEL_HEADER: &str = "hdf5_hl.h";

/// Where the build's choices go in c/H5pubconf.h.
const CHOICES: &str = "/* @build-choices@ */";

/// Writes into `include` the entry headers, whatever they include, and H5pubconf.h.
pub(crate) fn headers(source: &Source, features: Features, include: &Path) -> Result<(), String> {
    let wrap = |error: io::Error| format!("{}: {error}", include.display());
    // Another version, compiled here before, may have had headers that this one has not.
    if include.is_dir() {
        fs::remove_dir_all(include).map_err(wrap)?;
    }
    fs::create_dir_all(include).map_err(wrap)?;
    copy_closure(source, features.hl, include).map_err(wrap)?;
    let template =
        fs::read_to_string("c/H5pubconf.h").map_err(|error| format!("c/H5pubconf.h: {error}"))?;
    let text = template.replace(CHOICES, &choices(&source.version.to_string(), features));
    fs::write(include.join("H5pubconf.h"), text).map_err(wrap)
}

/// Writes libaec.h, which libaec keeps as a template, into the folder `include`.
///
/// The folder is not the one of HDF5's headers: an installed HDF5 has no headers of libaec.
pub(crate) fn aec_header(aec: &Path, include: &Path) -> Result<(), String> {
    let template = aec.join("include/libaec.h.in");
    let text = fs::read_to_string(&template)
        .map_err(|error| format!("{}: {error}", template.display()))?;
    fs::create_dir_all(include)
        .and_then(|()| fs::write(include.join("libaec.h"), with_aec_version(&text)))
        .map_err(|error| format!("{}: {error}", include.display()))
}

fn with_aec_version(template: &str) -> String {
    let [major, minor, patch] = AEC_VERSION;
    template
        .replace("@PROJECT_VERSION_MAJOR@", major)
        .replace("@PROJECT_VERSION_MINOR@", minor)
        .replace("@PROJECT_VERSION_PATCH@", patch)
}

/// Moves the libraries from the folder where they were compiled into `lib`, and removes the object files.
pub(crate) fn libraries(compiled: &Path, lib: &Path) -> Result<(), String> {
    move_archives(compiled, lib).map_err(|error| format!("{}: {error}", lib.display()))
}

fn move_archives(compiled: &Path, lib: &Path) -> io::Result<()> {
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
fn choices(version: &str, features: Features) -> String {
    let mut text = format!(
        "#define H5_VERSION         \"{version}\"\n\
         #define H5_PACKAGE_VERSION \"{version}\"\n\
         #define H5_PACKAGE_STRING  \"HDF5 {version}\"\n"
    );
    for (_, on, macros) in features.abilities() {
        if on {
            text += "\n";
            macros.iter().for_each(|name| text += &format!("#define {name} 1\n"));
        }
    }
    text
}

/// Copies the entry headers and, transitively, every header they include that is HDF5's. Following the
/// includes gives exactly the public headers of whatever version this is.
fn copy_closure(source: &Source, high_level: bool, include: &Path) -> io::Result<()> {
    let src = source.src();
    let mut folders = vec![src.join("H5FDsubfiling"), src];
    let mut pending: Vec<String> = ENTRY_HEADERS.map(str::to_owned).to_vec();
    if high_level {
        folders.push(source.high_level());
        pending.push(HIGH_LEVEL_HEADER.to_owned());
    }
    let mut seen = BTreeSet::new();
    while let Some(name) = pending.pop() {
        let found = folders.iter().map(|folder| folder.join(&name)).find(|path| path.is_file());
        let Some(path) = found else { continue };
        if seen.insert(name.clone()) {
            let text = fs::read_to_string(&path)?;
            fs::write(include.join(&name), &text)?;
            pending.extend(included(&text).map(str::to_owned));
        }
    }
    Ok(())
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
    fn a_feature_configures_its_own_ability_and_no_other() {
        let all = Features { zlib: true, szip: true, hl: true, threadsafe: true };
        let none = choices("2.2.0", Features::default());
        for (_, _, macros) in all.abilities() {
            for name in macros {
                assert!(!none.contains(name), "{name} is in: {none}");
                assert!(choices("2.2.0", all).contains(&format!("#define {name} 1\n")));
            }
        }
        let szip = choices("2.2.0", Features { szip: true, ..Features::default() });
        assert!(szip.contains("H5_HAVE_FILTER_SZIP 1"), "{szip}");
        assert!(!szip.contains("DEFLATE") && !szip.contains("THREADSAFE"), "{szip}");
    }

    #[test]
    fn the_version_of_libaec_fills_the_holes_of_its_header() {
        let text = with_aec_version(
            "\"@PROJECT_VERSION_MAJOR@.@PROJECT_VERSION_MINOR@.@PROJECT_VERSION_PATCH@\"",
        );
        assert_eq!(text, format!("\"{}\"", AEC_VERSION.join(".")));
    }

    #[test]
    fn the_header_has_a_place_for_the_choices() {
        assert_eq!(include_str!("../c/H5pubconf.h").matches(CHOICES).count(), 1);
    }
}
