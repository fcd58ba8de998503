//! The interface without a library: all that documentation and `cargo check` need.

use std::fs;
use std::path::PathBuf;

use super::folders::env_path;
use super::headers::Headers;
use super::library::Library;
use super::milestones::MILESTONES;
use super::system::Wanted;

/// Whether nothing will be linked, as on docs.rs, which sets `DOCS_RS`. An installation that `HDF5_DIR` names
/// is meant to be there nevertheless.
pub(crate) fn is_enough() -> bool {
    env_path("DOCS_RS").is_some() && env_path("HDF5_DIR").is_none()
}

/// The newest interface that is declared, of a library that has what is wanted and nothing else. Its headers,
/// which say so, are written into the folder `root`.
pub(crate) fn newest(root: PathBuf, wanted: &Wanted) -> Result<Library, String> {
    let include = root.join("include");
    let (major, minor, release) = MILESTONES.iter().max().ok_or("no version is declared")?;
    let version = format!(
        "#define H5_VERS_MAJOR {major}\n#define H5_VERS_MINOR {minor}\n\
         #define H5_VERS_RELEASE {release}\n#define H5_VERS_SUBRELEASE \"\"\n"
    );
    let abilities = [(wanted.szip, "FILTER_SZIP"), (wanted.threadsafe, "THREADSAFE")];
    let abilities = abilities.iter().filter(|(wanted, _)| *wanted);
    let config: String = abilities.map(|(_, name)| format!("#define H5_HAVE_{name} 1\n")).collect();
    let write = |name: &str, text: &str| fs::write(include.join(name), text);
    fs::create_dir_all(&include)
        .and_then(|()| write("H5public.h", &version))
        .and_then(|()| write("H5pubconf.h", &config))
        .map_err(|error| format!("{}: {error}", include.display()))?;
    Ok(Library {
        headers: Headers::read(&include)?,
        root: Some(root),
        include,
        folder: None,
        link_search: Vec::new(),
        link_libs: Vec::new(),
        shared: false,
        high_level: wanted.high_level,
        mpi: None,
    })
}
