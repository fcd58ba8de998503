//! An HDF5 that pkg-config knows.

use std::path::{Path, PathBuf};

use super::folders::{self, Flavour};
use super::headers::{Headers, Version};
use super::library::Library;
use super::system::{Wanted, assemble};

/// What pkg-config says of a package and of those that it requires.
#[derive(Debug, Default)]
pub(crate) struct Package {
    pub(crate) version: String,
    pub(crate) include_paths: Vec<PathBuf>,
    pub(crate) link_paths: Vec<PathBuf>,
    /// The libraries besides libhdf5 itself.
    pub(crate) libs: Vec<String>,
}

impl Package {
    fn new(name: &str, found: pkg_config::Library) -> Self {
        let mut link_paths = found.link_paths;
        // One that needs no -L may say where it is nevertheless.
        if link_paths.is_empty() {
            link_paths.extend(pkg_config::get_variable(name, "libdir").map(PathBuf::from).ok());
        }
        let mut include_paths = found.include_paths;
        // The compiler's own folder need not be named.
        include_paths.push("/usr/include".into());
        let is_hdf5 = |lib: &str| lib.starts_with("hdf5") || lib.starts_with("libhdf5");
        Self {
            version: found.version,
            include_paths,
            link_paths,
            libs: found.libs.into_iter().filter(|lib| !is_hdf5(lib)).collect(),
        }
    }
}

/// The names of HDF5 in distributions: nearly everywhere `hdf5`, which on Debian and its like is the
/// alternative that the administrator has chosen; there also one for each flavour. Until 1.12.0 and
/// 1.10.7 a build with CMake installed a name with the version.
pub(crate) const PACKAGES: [&str; 8] = [
    "hdf5",
    "hdf5-serial",
    "hdf5-1.12.0",
    "hdf5-1.10.7",
    "hdf5-1.10.6",
    "hdf5-1.10.5",
    "hdf5-openmpi",
    "hdf5-mpich",
];

/// Why a package is not used.
pub(crate) enum Failure {
    /// pkg-config cannot be asked at all: the reason is the same for every name.
    NoPkgConfig(String),
    /// It does not know the package.
    Unknown,
    /// The package is of no use.
    Unusable(String),
}

pub(crate) fn probe(name: &str, wanted: &Wanted) -> Result<Library, Failure> {
    let found = pkg_config::Config::new()
        .cargo_metadata(false)
        .env_metadata(true)
        .statik(wanted.fixed)
        .probe(name)
        .map_err(failure)?;
    library(&Package::new(name, found), wanted)
        .map_err(|reason| Failure::Unusable(format!("pkg-config {name}: {reason}")))
}

fn failure(error: pkg_config::Error) -> Failure {
    use pkg_config::Error;
    match error {
        Error::EnvNoPkgConfig(variable) => {
            Failure::NoPkgConfig(format!("pkg-config: {variable} is set"))
        }
        Error::CrossCompilation => Failure::NoPkgConfig(
            "pkg-config: not asked, as this compiles for another machine; PKG_CONFIG_ALLOW_CROSS=1 allows it, with \
             PKG_CONFIG_SYSROOT_DIR or PKG_CONFIG_LIBDIR set to that machine's"
                .to_owned(),
        ),
        Error::Command { cause, .. } => {
            Failure::NoPkgConfig(format!("pkg-config: it cannot be run: {cause}"))
        }
        Error::ProbeFailure { output, .. } | Error::Failure { output, .. } => {
            let text = String::from_utf8_lossy(&output.stderr);
            // It says so too if a package that this one requires is missing: that is told.
            let of_package = |line: &&str| line.contains("required by") && !line.contains("virtual:");
            match text.lines().find(of_package) {
                Some(line) => Failure::Unusable(format!("pkg-config: {}", line.trim())),
                None => Failure::Unknown,
            }
        }
        other => Failure::Unusable(first_line(&other.to_string())),
    }
}

/// The library that a package describes.
pub(crate) fn library(package: &Package, wanted: &Wanted) -> Result<Library, String> {
    let mut includes = package.include_paths.iter();
    let include = includes
        .find(|folder| folder.join("hdf5.h").is_file())
        .ok_or("its folders hold no hdf5.h: the headers are not installed")?;
    let headers = Headers::read(include)?;
    let version = headers.version;
    let stated = Version::parse(&package.version).unwrap_or(version);
    if (stated.major, stated.minor) != (version.major, version.minor) {
        return Err(format!(
            "it says that it is HDF5 {stated}, but {} holds the headers of HDF5 {version}",
            include.display()
        ));
    }
    let usual = folders::under(Path::new("/usr"), &wanted.target).swap_remove(0).libs;
    let libs = if package.link_paths.is_empty() { &usual } else { &package.link_paths };
    assemble(headers, include, libs, Flavour::Plain, package, wanted)
}

/// The first line that says something: pkg-config's errors start with blank ones, and end with advice.
fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}
