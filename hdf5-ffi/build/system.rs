//! An HDF5 that is installed already.
//!
//! The first usable one is taken, of `HDF5_DIR` alone if that is set, else of pkg-config's and then of the
//! usual folders. Where one place has several flavours, the serial one comes first; between two MPIs
//! nobody but the user can choose.

use std::collections::HashSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::files::LibraryFile;
use super::folders::{self, Flavour, Folders, env_path};
use super::headers::Headers;
use super::library::Library;
use super::mpi;
use super::packages::{self, Failure, PACKAGES, Package};
use super::target::Target;

/// What the library must be.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    pub(crate) target: Target,
    /// Static, and nothing else: `HDF5_STATIC=1`.
    pub(crate) fixed: bool,
    /// With the high-level library: the feature `hl`.
    pub(crate) high_level: bool,
    /// With the szip filter: the feature `szip`.
    pub(crate) szip: bool,
    /// Thread-safe: the feature `threadsafe`.
    pub(crate) threadsafe: bool,
}

impl Wanted {
    /// As the features and the environment say.
    pub(crate) fn from_cargo() -> Self {
        let feature = |name: &str| env::var_os(format!("CARGO_FEATURE_{name}")).is_some();
        Self {
            target: Target::from_cargo(),
            fixed: env_path("HDF5_STATIC").is_some_and(|value| value != Path::new("0")),
            high_level: feature("HL"),
            szip: feature("SZIP"),
            threadsafe: feature("THREADSAFE"),
        }
    }
}

/// The HDF5 in `HDF5_DIR`, or else that of pkg-config, or else one in a usual folder.
pub(crate) fn find(wanted: &Wanted) -> Result<Library, String> {
    if let Some(root) = env_path("HDF5_DIR") {
        return in_root(&root, wanted).map_err(|reason| {
            format!(
                "HDF5_DIR={} is no usable HDF5: {reason}\n\
                 HDF5_DIR is the folder that holds include/hdf5.h and lib/; unset it to link what else is found",
                root.display()
            )
        });
    }
    let mut tried = Vec::new();
    let usual = folders::usual(&wanted.target, env_path);
    let found = match from_pkg_config(wanted, &mut tried)? {
        Some(library) => Some(library),
        None => first(&usual, wanted, &mut tried)?,
    };
    let library = found.ok_or_else(|| not_found(&tried))?;
    for other in other_versions(&library, &usual, wanted) {
        println!("cargo::warning={other}");
    }
    Ok(library)
}

fn not_found(tried: &[String]) -> String {
    format!(
        "no usable installed HDF5 was found:\n\x20 {}\n\
         set HDF5_DIR to the folder that holds include/hdf5.h and lib/; or install HDF5 with its headers (Debian, \
         Ubuntu: apt install libhdf5-dev; Fedora: dnf install hdf5-devel; Alpine: apk add hdf5-dev; macOS: brew \
         install hdf5; conda install hdf5; vcpkg install hdf5); or enable the feature `vendored`, which compiles it",
        tried.join("\n\x20 ")
    )
}

/// The HDF5 installed under one folder.
pub(crate) fn in_root(root: &Path, wanted: &Wanted) -> Result<Library, String> {
    if root.is_relative() {
        return Err("a relative path means another folder to every build script".to_owned());
    }
    if !root.is_dir() {
        return Err("there is no such folder".to_owned());
    }
    let layouts = folders::under(root, &wanted.target);
    let mut tried = Vec::new();
    if let Some(mut library) = first(&layouts, wanted, &mut tried)? {
        library.root = Some(root.to_owned());
        return Ok(library);
    }
    if !tried.is_empty() {
        return Err(tried.join("; "));
    }
    let includes: Vec<_> = layouts.iter().map(|layout| layout.include.clone()).collect();
    let mut libs = layouts.iter().flat_map(|layout| &layout.libs);
    let library = libs.find_map(|lib| LibraryFile::find(lib, false, &wanted.target));
    Err(match library {
        Some(library) => format!(
            "{} is there, but no H5public.h is in {}: its headers are not installed",
            library.path().display(),
            list(&includes)
        ),
        None => format!("no H5public.h is in {}", list(&includes)),
    })
}

/// The first usable HDF5 of several layouts. Those that are there, but of no use, are added to `tried`.
pub(crate) fn first(
    layouts: &[Folders],
    wanted: &Wanted,
    tried: &mut Vec<String>,
) -> Result<Option<Library>, String> {
    let mut parallel = Vec::new();
    for Folders { include, libs, flavour } in layouts {
        if !include.join("H5public.h").is_file() {
            continue;
        }
        let library = Headers::read(include).and_then(|headers| {
            assemble(headers, include, libs, *flavour, &Package::default(), wanted)
        });
        match library {
            Ok(library) if *flavour == Flavour::Plain => return Ok(Some(library)),
            Ok(library) => parallel.push(library),
            Err(reason) => tried.push(reason),
        }
    }
    the_only(parallel)
}

fn from_pkg_config(wanted: &Wanted, tried: &mut Vec<String>) -> Result<Option<Library>, String> {
    let mut parallel = Vec::new();
    let mut known = false;
    for name in PACKAGES {
        match packages::probe(name, wanted) {
            // Debian's `hdf5` is another name of whichever flavour the administrator chose, or of the last
            // that was installed.
            Ok(library) if library.mpi.is_none() => return Ok(Some(library)),
            Ok(library) => {
                if parallel.iter().all(|known: &Library| known.include != library.include) {
                    parallel.push(library);
                }
            }
            Err(Failure::Unknown) => continue,
            Err(Failure::Unusable(reason)) => tried.push(reason),
            Err(Failure::NoPkgConfig(reason)) => {
                tried.push(reason);
                return Ok(None);
            }
        }
        known = true;
    }
    if !known {
        tried.push(format!("pkg-config: it knows none of {}", PACKAGES.join(", ")));
    }
    the_only(parallel)
}

/// The parallel library, if there are not several: a program for one MPI crashes with another.
fn the_only(mut parallel: Vec<Library>) -> Result<Option<Library>, String> {
    if parallel.len() < 2 {
        return Ok(parallel.pop());
    }
    let folders: Vec<_> =
        parallel.into_iter().map(|library| library.link_search[0].clone()).collect();
    Err(format!(
        "there are several parallel HDF5, for different MPIs, and no serial one: {}\n\
         set HDF5_DIR to the one to link, or install the serial one",
        list(&folders)
    ))
}

/// Says which other versions there are in the usual folders.
pub(crate) fn other_versions(chosen: &Library, usual: &[Folders], wanted: &Wanted) -> Vec<String> {
    let mut seen = HashSet::from([fs::canonicalize(&chosen.include).ok()]);
    let mut others = Vec::new();
    for Folders { include, libs, .. } in usual {
        let Ok(headers) = Headers::read(include) else { continue };
        let linkable =
            libs.iter().any(|lib| LibraryFile::find(lib, wanted.fixed, &wanted.target).is_some());
        let new = seen.insert(fs::canonicalize(include).ok());
        if linkable && new && headers.version != chosen.headers.version {
            others.push(format!(
                "HDF5 {} of {} is linked; HDF5 {} of {} is there too: HDF5_DIR chooses",
                chosen.headers.version,
                chosen.include.display(),
                headers.version,
                include.display()
            ));
        }
    }
    others
}

/// The library of the headers in `include` that is in the first folder of `libs` that has one.
pub(crate) fn assemble(
    headers: Headers,
    include: &Path,
    libs: &[PathBuf],
    flavour: Flavour,
    package: &Package,
    wanted: &Wanted,
) -> Result<Library, String> {
    let target = &wanted.target;
    let headers_are =
        format!("{} holds the headers of HDF5 {}", include.display(), headers.version);
    let file = libs.iter().find_map(|lib| LibraryFile::find(lib, wanted.fixed, target));
    let Some(file) = file else {
        let shared = libs.iter().find_map(|lib| LibraryFile::find(lib, false, target));
        return Err(match shared {
            Some(shared) => format!(
                "HDF5_STATIC is set, but {} holds {} and no static library; install one, or unset HDF5_STATIC",
                shared.folder.display(),
                shared.file
            ),
            None => format!("{headers_are}, but no library is in {}", list(libs)),
        });
    };
    if let Some(contradiction) = file.contradiction(&headers, target) {
        return Err(format!("{headers_are}, but {contradiction}"));
    }
    for (feature, asked, macro_name) in
        [("szip", wanted.szip, "FILTER_SZIP"), ("threadsafe", wanted.threadsafe, "THREADSAFE")]
    {
        if asked && !headers.have(macro_name) {
            return Err(format!(
                "the feature `{feature}` is on, but the library of {} was built without: its H5pubconf.h does not \
                 define H5_HAVE_{macro_name}; turn the feature off, or link a library that has it",
                include.display()
            ));
        }
    }
    let mut link_libs = Vec::new();
    if wanted.high_level {
        let high_level = file.high_level(target).map_err(|name| {
            format!(
                "the feature `hl` is on, but {} has no high-level library {name} beside {}; turn the feature off, or \
                 install the library",
                file.folder.display(),
                file.file
            )
        })?;
        link_libs.push(high_level.link_lib());
    }
    link_libs.push(file.link_lib());
    // Where the layout does not tell, the names of folders and files often do.
    let flavour = flavour.or(Flavour::of(&real(include))).or(Flavour::of(&real(&file.path())));
    let parallel = headers.have("PARALLEL");
    let mpi = if parallel {
        let compiler = file.compiler();
        let handles =
            mpi::handles(include, flavour, &package.include_paths, compiler.as_deref(), target);
        Some(handles.map_err(|reason| format!("{headers_are}: {reason}"))?)
    } else {
        None
    };
    if file.shared {
        link_libs.extend(package.libs.iter().cloned());
    } else {
        link_libs.extend(file.needs(&headers, &package.libs, target));
        // The compiler of an MPI links it without being told.
        if parallel && package.libs.is_empty() {
            link_libs.push(if flavour == Flavour::Mpich { "mpich" } else { "mpi" }.to_owned());
        }
    }
    // What a static library needs is often beside it.
    let mut link_search = if file.shared { vec![file.folder.clone()] } else { file.folders() };
    link_search.extend(package.link_paths.iter().filter(|path| **path != file.folder).cloned());
    Ok(Library {
        headers,
        root: folders::common_root(include, &file.folder),
        include: include.to_owned(),
        folder: Some(file.folder),
        link_search,
        link_libs,
        shared: file.shared,
        high_level: wanted.high_level,
        mpi,
    })
}

fn real(path: &Path) -> String {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

pub(crate) fn list(folders: &[PathBuf]) -> String {
    let folders: Vec<_> = folders.iter().map(|folder| folder.display().to_string()).collect();
    folders.join(", ")
}
