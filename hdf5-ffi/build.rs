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
#[path = "build/library.rs"]
mod library;
#[path = "build/system.rs"]
mod system;

use std::env;
use std::path::PathBuf;

use headers::Headers;
use library::Library;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    match find() {
        Ok(library) => library.announce(),
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
