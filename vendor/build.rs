//! Compiles libhdf5 from source with a C compiler alone; the crate's documentation says how to steer it.

#[path = "build/compile.rs"]
mod compile;
#[path = "build/install.rs"]
mod install;
#[path = "build/source.rs"]
mod source;
#[path = "build/target.rs"]
mod target;
#[path = "build/version.rs"]
mod version;

use std::env;
use std::path::{Path, PathBuf};

use target::Target;

fn main() {
    if let Err(message) = run() {
        // Cargo stops the build for these and shows nothing but them; an exit code would add a dump.
        message.lines().for_each(|line| println!("cargo::error={line}"));
    }
}

fn run() -> Result<(), String> {
    println!("cargo::rerun-if-changed=c");
    if is_set("HDF5_DIR").is_some()
        || is_set("HDF5_NO_VENDOR").is_some_and(|value| value != Path::new("0"))
    {
        println!("cargo::metadata=skipped=1");
        return Ok(());
    }

    let source_dir = is_set("HDF5_SOURCE_DIR");
    let bundled = cargo_path("CARGO_MANIFEST_DIR")?.join("hdf5");
    let source = source::find(source_dir.as_deref(), &bundled, || {
        source::locate_package(&cargo_path("CARGO")?, Path::new("Cargo.toml"))
    })?;
    if source_dir.is_some() {
        println!("cargo::rerun-if-changed={}", source.src().display());
    }
    for name in compile::environment() {
        println!("cargo::rerun-if-env-changed={name}");
    }

    let root = cargo_path("OUT_DIR")?;
    let (include, lib, objects) = (root.join("include"), root.join("lib"), root.join("objects"));
    let target = Target::from_cargo();
    let deflate = cfg!(feature = "zlib");
    let zlib = env::var_os("DEP_Z_INCLUDE").map(PathBuf::from);
    install::headers(&source, deflate, &include)?;
    compile::library(&source, &target, &include, zlib.as_deref(), &objects)?;
    install::library(&objects, &lib)?;

    println!("cargo::metadata=version={}", source.version);
    println!("cargo::metadata=root={}", root.display());
    println!("cargo::metadata=include={}", include.display());
    println!("cargo::metadata=lib={}", lib.display());
    println!("cargo::metadata=have_deflate={}", u8::from(deflate));
    export_link(&target, lib, deflate);
    Ok(())
}

/// Tells dependents what to link, in the words of `cargo::rustc-link-lib`, users before the used.
///
/// Linking is left to the crate that declares the functions (hdf5-ffi): a library given here would
/// only reach a program whose code names this crate.
fn export_link(target: &Target, lib: PathBuf, deflate: bool) {
    let mut folders = vec![lib];
    let mut libraries = vec!["static=hdf5"];
    if deflate {
        // libz-sys says where its static zlib is, unless it was told to take the system's.
        match env::var_os("DEP_Z_ROOT") {
            Some(root) => {
                folders.push(Path::new(&root).join("lib"));
                libraries.push("static=z");
            }
            None => libraries.push("z"),
        }
    }
    libraries.extend(target.system_libraries());
    let folders: Vec<_> = folders.iter().map(|folder| folder.display().to_string()).collect();
    println!("cargo::metadata=link_search={}", folders.join(";"));
    println!("cargo::metadata=link_libs={}", libraries.join(";"));
}

/// The value of a variable of ours, if there is one; Cargo runs this again when it changes.
fn is_set(name: &str) -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed={name}");
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// A path that Cargo gives to every build script.
fn cargo_path(name: &str) -> Result<PathBuf, String> {
    env::var_os(name)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{name} is not set: run this through Cargo"))
}
