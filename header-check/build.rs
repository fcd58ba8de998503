//! Reads the headers of the libhdf5 that is linked, and writes the comparison with hdf5-ffi that
//! `tests/headers.rs` compiles and runs: one table in C, one in Rust.

#[path = "build/ask.rs"]
mod ask;
#[path = "build/check.rs"]
mod check;
#[path = "build/conditions.rs"]
mod conditions;
#[path = "build/declarations.rs"]
mod declarations;
#[path = "build/exclusions.rs"]
mod exclusions;
#[path = "build/interface.rs"]
mod interface;
#[path = "build/parse.rs"]
mod parse;
#[path = "build/preprocess.rs"]
mod preprocess;
#[path = "build/rust.rs"]
mod rust;
#[path = "build/tokens.rs"]
mod tokens;

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    if let Err(message) = run() {
        // Cargo stops the build for these and shows nothing but them; an exit code would add a dump.
        message.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn run() -> Result<(), String> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=tests/table.c");
    let include = PathBuf::from(variable("DEP_HDF5_INCLUDE")?);
    let version = variable("DEP_HDF5_VERSION_NUMBER")?;
    let version = version.parse().map_err(|_| format!("{version} is no version number"))?;
    let hl = env::var_os("CARGO_FEATURE_HL").is_some();
    let folder = PathBuf::from(variable("OUT_DIR")?);

    let interface = interface::read(&include, hl, version, exclusions::EXCLUSIONS, |names| {
        let file = folder.join("question.c");
        save(&file, &ask::question(names))?;
        let answers = cc::Build::new().file(&file).include(&include).try_expand();
        ask::answers(&String::from_utf8_lossy(&answers.map_err(|error| error.to_string())?))
    })?;
    for file in interface.files.iter().map(String::as_str).chain([preprocess::CONFIGURATION]) {
        println!("cargo::rerun-if-changed={}", include.join(file).display());
    }
    let check = check::write(&interface)?;
    save(&folder.join("headers.rs"), &check.rust)?;
    save(&folder.join("headers.c"), &check.c)?;
    compile(&folder.join("headers.c"), &include)?;
    println!("cargo::rustc-env=HDF5_HEADER_CHECK_VERSION={}", variable("DEP_HDF5_VERSION")?);

    // A shared library outside the loader's path, as HDF5_DIR may name, is found at run time too.
    let unix = env::var_os("CARGO_CFG_UNIX").is_some();
    if let Some(library) = env::var_os("DEP_HDF5_LIBRARY").filter(|_| unix) {
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", library.to_string_lossy());
    }
    Ok(())
}

/// Compiles the table of C into a library that the tests are linked with.
fn compile(file: &Path, include: &Path) -> Result<(), String> {
    let mut build = cc::Build::new();
    // The headers of a parallel HDF5 include mpi.h, which the compiler of MPI finds.
    if env::var("DEP_HDF5_HAVE_PARALLEL").is_ok_and(|value| value == "1")
        && env::var_os("CC").is_none()
    {
        build.compiler("mpicc");
    }
    build
        .file(file)
        .include(include)
        .include("tests")
        .flag_if_supported("/std:c11")
        .try_compile("hdf5_header_check")
        .map_err(|error| error.to_string())
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|error| format!("{name}: {error}"))
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
