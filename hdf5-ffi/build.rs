//! Chooses the libhdf5 to link: the vendored one, or an installed one.
//!
//! Everything is learned from files as text, never by running or loading the library, so that
//! cross-compiling works.
//!
//! # What is linked
//!
//! The vendored library, unless the feature `vendored` is off, or `HDF5_DIR` or `HDF5_NO_VENDOR` is set.
//! Then the first usable HDF5, 1.10.5 or newer, of:
//!
//! 1. `HDF5_DIR`, and nothing else if it is set: the folder that holds `include/hdf5.h` and `lib/`. Debian's
//!    layouts are known too: `/usr`, `/usr/lib/x86_64-linux-gnu/hdf5/openmpi`.
//! 2. pkg-config: `hdf5`, `hdf5-serial`, the names with a version that old builds have, `hdf5-openmpi`,
//!    `hdf5-mpich`. When cross-compiling it must be allowed, as the crate `pkg-config` says.
//! 3. the usual folders: `CONDA_PREFIX`; vcpkg (`VCPKG_INSTALLED_DIR` or `VCPKG_ROOT`, with
//!    `VCPKG_TARGET_TRIPLET` or the triplets of the target); `HOMEBREW_PREFIX`, `/opt/homebrew`, `/usr/local`,
//!    `/opt/local`, `/usr/pkg`, `/usr`; on Windows what the HDF Group's installers left. When
//!    cross-compiling only those that name the target: vcpkg's and Debian's.
//!
//! A serial library is preferred to a parallel one. Parallel ones for two MPIs without a serial one are an
//! error. If a usual folder has another version than the one that is linked, a warning says so. Headers
//! and library of different versions are an error.
//!
//! `HDF5_STATIC=1` takes a static library or none. What it needs is read from pkg-config or from the
//! `libhdf5.settings` beside it, or concluded from its abilities.
//!
//! The features `hl`, `szip` and `threadsafe` are demands: an installed library that does not have it is an error.
//!
//! For a parallel library `mpi.h` is read too. `MPI_INCLUDE` names its folder, where it is not found.
//!
//! With `DOCS_RS`, which docs.rs sets, there need be no library, as `cargo doc` and `cargo check` link none: the
//! vendored one is not compiled, and where nothing is installed the newest interface is declared.
//!
//! # What dependents get
//!
//! In the environment of their build scripts:
//!
//! - `DEP_HDF5_INCLUDE`: the folder of `hdf5.h`
//! - `DEP_HDF5_LIBRARY`: the folder of the library; `DEP_HDF5_HL_LIBRARY`: the folder of the high-level
//!   library, with the feature `hl`
//! - `DEP_HDF5_ROOT`: the folder above all these, where there is one
//! - `DEP_HDF5_VERSION`: such as `1.14.6`; `DEP_HDF5_VERSION_NUMBER`: the same as one number, 11406
//! - `DEP_HDF5_HAVE_DEFLATE`, `_SZIP`, `_PARALLEL`, `_THREADSAFE`, `_DIRECT`, `_ROS3`, `_HDFS`, `_MIRROR`,
//!   `_SUBFILING`, `_IOC`, `_MAP_API`, `_WINDOWS`: `1` or `0`

#[path = "build/documented.rs"]
mod documented;
#[path = "build/files.rs"]
mod files;
#[path = "build/folders.rs"]
mod folders;
#[path = "build/headers.rs"]
mod headers;
#[path = "build/library.rs"]
mod library;
#[path = "build/milestones.rs"]
mod milestones;
#[path = "build/mpi.rs"]
mod mpi;
#[path = "build/packages.rs"]
mod packages;
#[path = "build/system.rs"]
mod system;
#[path = "build/target.rs"]
mod target;

use std::env;
use std::path::PathBuf;

use headers::Headers;
use library::Library;
use system::Wanted;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    match find(&Wanted::from_cargo()) {
        Ok(library) => library.announce(),
        // Cargo stops the build for these and shows nothing but them; an exit code would add a dump.
        Err(message) => message.lines().for_each(|line| println!("cargo::error={line}")),
    }
}

fn find(wanted: &Wanted) -> Result<Library, String> {
    match env::var_os("DEP_HDF5_VENDOR_ROOT") {
        Some(root) => vendored(root.into(), wanted),
        None if documented::is_enough() => system::find(wanted).or_else(|_| {
            let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run this through Cargo")?;
            documented::newest(out.into(), wanted)
        }),
        None => system::find(wanted),
    }
}

/// The library that hdf5-vendor has compiled, with the features that it was told to have.
fn vendored(root: PathBuf, wanted: &Wanted) -> Result<Library, String> {
    let list = |name| {
        let text =
            env::var(name).map_err(|error| format!("hdf5-vendor gave no {name}: {error}"))?;
        let parts = text.split(';').filter(|part| !part.is_empty()).map(str::to_owned);
        Ok::<Vec<String>, String>(parts.collect())
    };
    let include = root.join("include");
    Ok(Library {
        headers: Headers::read(&include)?,
        folder: Some(root.join("lib")),
        root: Some(root),
        include,
        link_search: list("DEP_HDF5_VENDOR_LINK_SEARCH")?.into_iter().map(PathBuf::from).collect(),
        link_libs: list("DEP_HDF5_VENDOR_LINK_LIBS")?,
        shared: false,
        high_level: wanted.high_level,
        mpi: None,
    })
}
