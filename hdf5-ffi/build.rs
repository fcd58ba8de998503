//! Chooses the libhdf5 to link: the vendored one, or an installed one.
//!
//! Everything is learned from headers as text, never by running the library, so that cross-compiling
//! works. Dependents' build scripts get, in their environment:
//!
//! - `DEP_HDF5_INCLUDE`: the folder of `hdf5.h`
//! - `DEP_HDF5_LIBRARY`: the folder of the library; `DEP_HDF5_ROOT`: the folder above both, where
//!   there is one. Neither is set if the compiler finds the library by itself
//! - `DEP_HDF5_VERSION`: such as `1.14.6`; `DEP_HDF5_VERSION_NUMBER`: the same as one number, 11406
//! - `DEP_HDF5_HAVE_DEFLATE`, `_SZIP`, `_PARALLEL`, `_THREADSAFE`, `_DIRECT`, `_ROS3`: `1` or `0`

#[path = "build/headers.rs"]
mod headers;
#[path = "build/system.rs"]
mod system;

use std::env;
use std::path::PathBuf;

use headers::{Headers, Version};

/// The versions that change what hdf5-ffi declares: 2.0 sets `cfg(hdf5_ge_2_0)`.
const MILESTONES: [(u32, u32); 4] = [(1, 12), (1, 14), (2, 0), (2, 2)];

/// The abilities that dependents are told, and the macro of each in `H5pubconf.h`.
const ABILITIES: [(&str, &str); 6] = [
    ("deflate", "FILTER_DEFLATE"),
    ("szip", "FILTER_SZIP"),
    ("parallel", "PARALLEL"),
    ("threadsafe", "THREADSAFE"),
    ("direct", "DIRECT"),
    ("ros3", "ROS3_VFD"),
];

/// A libhdf5 to link.
struct Library {
    headers: Headers,
    /// The folder that holds `include/` and the library's folder, if they lie so.
    root: Option<PathBuf>,
    include: PathBuf,
    link_search: Vec<PathBuf>,
    link_libs: Vec<String>,
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    match find() {
        Ok(library) => announce(&library),
        // Cargo stops the build for these and shows nothing but them; an exit code would add a dump.
        Err(message) => message.lines().for_each(|line| println!("cargo::error={line}")),
    }
}

fn find() -> Result<Library, String> {
    match env::var_os("DEP_HDF5_VENDOR_ROOT") {
        Some(root) => vendored(root.into()),
        None => system::find(),
    }
}

/// The library that hdf5-vendor has compiled.
fn vendored(root: PathBuf) -> Result<Library, String> {
    let list =
        |name| env::var(name).map_err(|error| format!("hdf5-vendor gave no {name}: {error}"));
    let include = root.join("include");
    Ok(Library {
        headers: Headers::read(&include)?,
        root: Some(root),
        include,
        link_search: list("DEP_HDF5_VENDOR_LINK_SEARCH")?.split(';').map(PathBuf::from).collect(),
        link_libs: list("DEP_HDF5_VENDOR_LINK_LIBS")?.split(';').map(str::to_owned).collect(),
    })
}

/// Tells Cargo, this crate and its dependents about the library.
fn announce(library: &Library) {
    for folder in &library.link_search {
        println!("cargo::rustc-link-search=native={}", folder.display());
    }
    for name in &library.link_libs {
        println!("cargo::rustc-link-lib={name}");
    }
    set_version_cfgs(library.headers.version);
    find_at_run_time(library);

    let metadata =
        |name: &str, value: &dyn std::fmt::Display| println!("cargo::metadata={name}={value}");
    if let Some(root) = &library.root {
        metadata("root", &root.display());
    }
    metadata("include", &library.include.display());
    if let Some(folder) = library.link_search.first() {
        metadata("library", &folder.display());
    }
    metadata("version", &library.headers.version);
    metadata("version_number", &library.headers.version.number());
    for (ability, name) in ABILITIES {
        metadata(&format!("have_{ability}"), &u8::from(library.headers.have(name)));
    }
}

fn set_version_cfgs(version: Version) {
    for (major, minor) in MILESTONES {
        println!("cargo::rustc-check-cfg=cfg(hdf5_ge_{major}_{minor})");
        if (version.major, version.minor) >= (major, minor) {
            println!("cargo::rustc-cfg=hdf5_ge_{major}_{minor}");
        }
    }
}

/// Lets this crate's own tests load a shared libhdf5 from `HDF5_DIR`. Programs of dependents choose for
/// themselves, as Cargo hands no linker arguments on.
fn find_at_run_time(library: &Library) {
    let unix = env::var_os("CARGO_CFG_UNIX").is_some();
    let given = env_path("HDF5_DIR").is_some_and(|root| library.root == Some(root));
    if unix && given {
        for folder in &library.link_search {
            println!("cargo::rustc-link-arg=-Wl,-rpath,{}", folder.display());
        }
    }
}

/// The value of a variable, if it has one; Cargo runs this again when it changes.
fn env_path(name: &str) -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed={name}");
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
