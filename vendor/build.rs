//! Compiles libhdf5 from source with a C compiler alone; the crate's documentation says how to steer it.

#[path = "build/compile.rs"]
mod compile;
#[path = "build/features.rs"]
mod features;
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

use compile::Compiler;
use features::Features;
use target::Target;
use version::Version;

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

    let features = Features::from_cargo();
    let source_dir = is_set("HDF5_SOURCE_DIR");
    let own = cargo_path("CARGO_MANIFEST_DIR")?;
    let locate = |package| source::locate(package, &cargo_path("CARGO")?, Path::new("Cargo.toml"));
    let source = source::find(source_dir.as_deref(), &own.join("hdf5"), || locate(&source::HDF5))?;
    if source_dir.is_some() {
        println!("cargo::rerun-if-changed={}", source.src().display());
        if features.hl {
            println!("cargo::rerun-if-changed={}", source.high_level().display());
        }
    }
    for name in compile::environment() {
        println!("cargo::rerun-if-env-changed={name}");
    }

    let root = cargo_path("OUT_DIR")?;
    let (include, lib, objects) = (root.join("include"), root.join("lib"), root.join("objects"));
    let target = Target::from_cargo();
    let link = link(&target, features, &lib);

    install::headers(&source, features, &include)?;
    announce(&source.version, features, &root, &include, &lib);
    // Documentation and `cargo check` need to know what the library is, and not the library.
    if is_set("DOCS_RS").is_some() {
        println!("cargo::metadata=link_search=");
        println!("cargo::metadata=link_libs=");
        return Ok(());
    }
    let compiler = Compiler::new(target, objects.clone())?;
    let mut filters: Vec<PathBuf> =
        env::var_os("DEP_Z_INCLUDE").map(PathBuf::from).into_iter().collect();
    if features.szip {
        let aec = source::find_aec(&own.join("libaec"), || locate(&source::AEC))?;
        let generated = root.join("aec");
        install::aec_header(&aec, &generated)?;
        compiler.aec(&aec, &generated)?;
        filters.extend([generated, aec.join("include")]);
    }
    compiler.hdf5(&source, &include, &filters)?;
    if features.hl {
        compiler.high_level(&source, &include)?;
    }
    install::libraries(&objects, &lib)?;

    println!("cargo::metadata=link_search={}", link.folders.join(";"));
    println!("cargo::metadata=link_libs={}", link.libraries.join(";"));
    Ok(())
}

/// Tells dependents what the library is and where.
fn announce(version: &Version, features: Features, root: &Path, include: &Path, lib: &Path) {
    println!("cargo::metadata=version={version}");
    println!("cargo::metadata=root={}", root.display());
    println!("cargo::metadata=include={}", include.display());
    println!("cargo::metadata=lib={}", lib.display());
    for (ability, on, _) in features.abilities() {
        println!("cargo::metadata=have_{ability}={}", u8::from(on));
    }
}

/// What dependents must link, in the words of `cargo::rustc-link-lib`.
struct Link {
    folders: Vec<String>,
    /// Users before the used.
    libraries: Vec<String>,
}

/// Linking is left to the crate that declares the functions (hdf5-ffi): a library given here would
/// only reach a program whose code names this crate.
fn link(target: &Target, features: Features, lib: &Path) -> Link {
    let mut folders = vec![lib.display().to_string()];
    let mut libraries = Vec::new();
    if features.hl {
        libraries.push("static=hdf5_hl".to_owned());
    }
    libraries.push("static=hdf5".to_owned());
    if features.szip {
        libraries.push(format!("static={}", compile::AEC_LIBRARY));
    }
    if features.zlib {
        // libz-sys says where its static zlib is, unless it was told to take the system's.
        match env::var_os("DEP_Z_ROOT") {
            Some(root) => {
                folders.push(Path::new(&root).join("lib").display().to_string());
                libraries.push("static=z".to_owned());
            }
            None => libraries.push("z".to_owned()),
        }
    }
    libraries.extend(target.system_libraries().iter().map(|&name| name.to_owned()));
    Link { folders, libraries }
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
