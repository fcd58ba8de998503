//! Where the headers and the library of an installation lie.

use std::env;
use std::path::{Path, PathBuf};

use super::headers::Version;
use super::target::Target;

/// A folder of headers, and the folders in which its library may be.
#[derive(Debug)]
pub(crate) struct Folders {
    pub(crate) include: PathBuf,
    pub(crate) libs: Vec<PathBuf>,
    pub(crate) flavour: Flavour,
}

/// What a library was built for. Distributions that have several at once name them so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// The only one, or the serial one.
    Plain,
    OpenMpi,
    Mpich,
}

impl Flavour {
    /// The flavour that a folder or a package is named after.
    pub(crate) fn of(name: &str) -> Self {
        if name.contains("openmpi") {
            Self::OpenMpi
        } else if name.contains("mpich") {
            Self::Mpich
        } else {
            Self::Plain
        }
    }

    /// This flavour, or else another.
    pub(crate) fn or(self, other: Self) -> Self {
        if self == Self::Plain { other } else { self }
    }
}

/// The layouts that an installation under one folder can have, the serial ones first.
pub(crate) fn under(root: &Path, target: &Target) -> Vec<Folders> {
    let multiarch = target.debian_multiarch();
    let mut libs = vec!["lib64".to_owned(), "lib".to_owned()];
    if !target.arch().contains("64") && target.arch() != "s390x" {
        libs.reverse(); // lib64 is not for this target, where there is one
    }
    libs.extend(multiarch.as_ref().map(|name| format!("lib/{name}")));
    if matches!(target.os.as_str(), "solaris" | "illumos") {
        libs.insert(0, "lib/amd64".to_owned());
    }
    let in_root = |names: &[String]| names.iter().map(|name| root.join(name)).collect::<Vec<_>>();

    let mut layouts = Vec::new();
    let mut layout = |include: PathBuf, libs, flavour| {
        layouts.push(Folders { include, libs, flavour });
    };
    layout(root.join("include"), in_root(&libs), Flavour::Plain);
    // conda on Windows
    if target.os == "windows" {
        let library = root.join("Library");
        layout(library.join("include"), vec![library.join("lib")], Flavour::Plain);
    }
    // Debian
    for name in ["serial", "openmpi", "mpich"] {
        let lib = multiarch.as_ref().map(|arch| root.join(format!("lib/{arch}/hdf5/{name}")));
        let libs = lib.into_iter().collect();
        layout(root.join("include/hdf5").join(name), libs, Flavour::of(name));
    }
    // OpenIndiana
    layout(root.join("include/hdf5"), in_root(&libs), Flavour::Plain);
    layouts
}

/// The layouts in the folders in which distributions and package managers put HDF5.
///
/// `value` looks up a variable of the environment.
pub(crate) fn usual(target: &Target, value: impl Fn(&str) -> Option<PathBuf>) -> Vec<Folders> {
    let mut roots = Vec::new();
    if target.native {
        roots.extend(value("CONDA_PREFIX"));
    }
    roots.extend(vcpkg(target, &value));
    if !target.native {
        // What is left is of this machine, but for the folders that name the target.
        let named = |folders: &Folders| folders.include.starts_with("/usr/include/hdf5");
        let mut layouts: Vec<_> = roots.iter().flat_map(|root| under(root, target)).collect();
        let debian = under(Path::new("/usr"), target).into_iter().filter(named);
        layouts.extend(debian.filter(|folders| !folders.include.ends_with("hdf5")));
        return layouts;
    }
    if target.os == "windows" {
        for variable in ["ProgramFiles", "LOCALAPPDATA"] {
            roots.extend(value(variable).into_iter().flat_map(|folder| hdf_group(&folder)));
        }
    } else {
        roots.extend(value("HOMEBREW_PREFIX"));
        // Homebrew on Apple's own processors, everything else, MacPorts, pkgsrc.
        let common = ["/opt/homebrew", "/usr/local", "/opt/local", "/usr/pkg", "/usr"];
        roots.extend(common.map(PathBuf::from));
    }
    roots.iter().flat_map(|root| under(root, target)).collect()
}

fn vcpkg(target: &Target, value: impl Fn(&str) -> Option<PathBuf>) -> Vec<PathBuf> {
    let installed = value("VCPKG_INSTALLED_DIR").or_else(|| {
        let root = value("VCPKG_ROOT").or_else(|| value("VCPKG_INSTALLATION_ROOT"))?;
        Some(root.join("installed"))
    });
    let chosen = value("VCPKG_TARGET_TRIPLET").or_else(|| value("VCPKG_DEFAULT_TRIPLET"));
    let triplets = match chosen {
        Some(triplet) => vec![triplet],
        None => target.vcpkg_triplets().into_iter().map(PathBuf::from).collect(),
    };
    let folders = |installed: PathBuf| triplets.iter().map(|t| installed.join(t)).collect();
    installed.map(folders).unwrap_or_default()
}

/// What the installers of the HDF Group have left, the newest first.
fn hdf_group(programs: &Path) -> Vec<PathBuf> {
    let folder = programs.join("HDF_Group").join("HDF5");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut versions: Vec<_> = entries
        .map(|entry| entry.path())
        .filter_map(|path| Some((Version::parse(path.file_name()?.to_str()?)?, path)))
        .collect();
    versions.sort();
    versions.into_iter().rev().map(|(_, path)| path).collect()
}

/// The folder above the headers and the library, if that is an installation's.
pub(crate) fn common_root(include: &Path, lib: &Path) -> Option<PathBuf> {
    let root = include.ancestors().skip(1).find(|folder| lib.starts_with(folder))?;
    (root.parent().is_some() && root.join("include").is_dir()).then(|| root.to_owned())
}

/// The value of a variable, if it has one; Cargo runs this again when it changes.
pub(crate) fn env_path(name: &str) -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed={name}");
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
