//! The releases of HDF5 whose headers make the bindings, and where their headers come from.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::extract::ABILITIES;

/// `major.minor.release`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('.').map(|part| part.parse().ok());
        Some(Self(parts.next()??, parts.next()??, parts.next().flatten().unwrap_or(0)))
    }

    /// The name of the cfg that is set for this version and newer ones.
    pub fn cfg(self) -> String {
        match self {
            Self(major, minor, 0) => format!("hdf5_ge_{major}_{minor}"),
            Self(major, minor, release) => format!("hdf5_ge_{major}_{minor}_{release}"),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// The oldest version that hdf5-ffi links.
pub const FLOOR: Version = Version(1, 10, 5);

#[derive(Debug)]
pub struct Release {
    pub version: Version,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    /// The source in this version of the Rust package `hdf5-metno-src`.
    Crate(&'static str),
    /// The headers in this package of Debian.
    Debian(&'static str),
}

/// In the order of their versions.
pub const RELEASES: &[Release] = &[
    Release { version: Version(1, 10, 7), origin: Origin::Crate("0.9.3") },
    Release { version: Version(1, 10, 8), origin: Origin::Debian("libhdf5-dev") },
    Release { version: Version(1, 14, 4), origin: Origin::Crate("0.9.2") },
    Release { version: Version(1, 14, 5), origin: Origin::Crate("0.9.4") },
    Release { version: Version(1, 14, 6), origin: Origin::Crate("0.9.5") },
    Release { version: Version(2, 0, 0), origin: Origin::Crate("0.10.1") },
    Release { version: Version(2, 1, 0), origin: Origin::Crate("0.10.2") },
    Release { version: Version(2, 2, 0), origin: Origin::Crate("0.10.4") },
];

/// What H5pubconf.h of 1.10 says beyond what newer versions ask.
const OLDER_CONFIG: &str = "
#define H5_STDC_HEADERS 1
#define H5_SIZEOF_BOOL 1
#define H5_SIZEOF_INT64_T 8
#define H5_SIZEOF_UINT64_T 8
#define H5_SIZEOF_UINT32_T 4
";

impl Release {
    /// The folder of the C source.
    pub fn source(&self, work: &Path) -> Result<PathBuf, String> {
        match self.origin {
            Origin::Crate(version) => Ok(fetch(version, work)?.join("ext/hdf5")),
            Origin::Debian(_) => Err(format!("{} is here as Debian's headers only", self.version)),
        }
    }

    /// The folder with all public headers of this release, laid out as an installation has them.
    pub fn headers(&self, root: &Path, work: &Path) -> Result<PathBuf, String> {
        let include = work.join(self.version.to_string());
        let folders = match self.origin {
            Origin::Crate(_) => {
                let source = self.source(work)?;
                vec![source.join("src"), source.join("src/H5FDsubfiling"), source.join("hl/src")]
            }
            Origin::Debian(package) => vec![debian(package, self.version, work)?],
        };
        let _ = fs::remove_dir_all(&include);
        fs::create_dir_all(&include).map_err(|error| format!("{}: {error}", include.display()))?;
        copy_public(&folders, &include)?;
        let template = root.join("vendor/c/H5pubconf.h");
        let mut config = without_abilities(&read(&template)?.replace("/* @build-choices@ */", ""));
        if self.version < Version(1, 12, 0) {
            config += OLDER_CONFIG;
        }
        write(&include.join("H5pubconf.h"), &config)?;
        // Only the types of MPI's handles matter: hdf5-ffi has its own in mpi.rs.
        write(&include.join("mpi.h"), MPI)?;
        write(&include.join("mpio.h"), "")?;
        let found = read(&include.join("H5public.h"))?;
        let number = |name: &str| {
            found.lines().find_map(|line| {
                let mut words = line.trim_start().strip_prefix("#define")?.split_whitespace();
                (words.next()? == name).then(|| words.next()?.parse::<u32>().ok()).flatten()
            })
        };
        let found = (number("H5_VERS_MAJOR"), number("H5_VERS_MINOR"), number("H5_VERS_RELEASE"));
        let Version(major, minor, release) = self.version;
        if found != (Some(major), Some(minor), Some(release)) {
            return Err(format!("the headers of {} are those of {found:?}", self.version));
        }
        Ok(include)
    }
}

const MPI: &str = "#pragma once
typedef struct xtask_comm *MPI_Comm;
typedef struct xtask_info *MPI_Info;
typedef struct xtask_datatype *MPI_Datatype;
typedef long long MPI_Offset;
#define MPI_LONG_LONG_INT 0
#define MPI_UNSIGNED_LONG_LONG 0
#define MPI_LONG 0
";

/// The configuration without the abilities that the vendored library has: the extraction chooses them,
/// one at a time.
fn without_abilities(config: &str) -> String {
    let ability = |line: &&str| {
        let mut words = line.split_whitespace();
        words.next() == Some("#define")
            && words
                .next()
                .is_some_and(|name| ABILITIES.iter().any(|(_, defined)| *defined == name))
    };
    config.lines().filter(|line| !ability(line)).map(|line| format!("{line}\n")).collect()
}

/// Copies every public header and what those include.
fn copy_public(folders: &[PathBuf], include: &Path) -> Result<(), String> {
    let mut pending: Vec<String> = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_public(&name) {
                pending.push(name);
            }
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(name) = pending.pop() {
        let Some(path) =
            folders.iter().map(|folder| folder.join(&name)).find(|path| path.is_file())
        else {
            continue;
        };
        if seen.insert(name.clone()) {
            let text = read(&path)?;
            write(&include.join(&name), &text)?;
            pending.extend(text.lines().filter_map(|line| {
                let rest =
                    line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("include")?;
                Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned())
            }));
        }
    }
    Ok(())
}

/// Whether a header is for programs rather than for the library's own files.
pub fn is_public(name: &str) -> bool {
    const OTHERS: [&str; 10] = [
        "hdf5.h",
        "hdf5_hl.h",
        "H5PLextern.h",
        "H5VLconnector.h",
        "H5VLconnector_passthru.h",
        "H5VLnative.h",
        "H5VLpassthru.h",
        "H5version.h",
        "H5FDsubfiling.h",
        "H5FDioc.h",
    ];
    OTHERS.contains(&name)
        || name.starts_with("H5") && (name.ends_with("public.h") || name.ends_with("develop.h"))
}

/// The folder of `hdf5-metno-src`, which Cargo downloads as the dependency of a package made for that.
fn fetch(version: &str, work: &Path) -> Result<PathBuf, String> {
    let package = work.join(format!("fetch-{version}"));
    fs::create_dir_all(package.join("src")).map_err(|error| error.to_string())?;
    write(&package.join("src/lib.rs"), "")?;
    write(
        &package.join("Cargo.toml"),
        &format!(
            "[package]\nname = \"fetch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\nhdf5-metno-src = \"={version}\"\n"
        ),
    )?;
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    metadata["packages"]
        .as_array()
        .and_then(|all| all.iter().find(|package| package["name"] == "hdf5-metno-src"))
        .and_then(|package| Path::new(package["manifest_path"].as_str()?).parent())
        .map(Path::to_owned)
        .ok_or_else(|| "cargo metadata does not list hdf5-metno-src".to_owned())
}

/// The include folder in a package of Debian, or `HDF5_HEADERS_<version>` where there is no apt-get.
fn debian(package: &str, version: Version, work: &Path) -> Result<PathBuf, String> {
    let Version(major, minor, release) = version;
    let variable = format!("HDF5_HEADERS_{major}_{minor}_{release}");
    if let Some(folder) = env::var_os(&variable) {
        return Ok(folder.into());
    }
    let folder = work.join(format!("debian-{version}"));
    let unpacked = folder.join("usr/include/hdf5/serial");
    if !unpacked.is_dir() {
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let run = |command: &mut Command| match command.current_dir(&folder).status() {
            Ok(status) if status.success() => Ok(()),
            problem => {
                Err(format!("{command:?}: {problem:?}; or set {variable} to the headers' folder"))
            }
        };
        run(Command::new("apt-get").args(["download", "-q", package]))?;
        run(Command::new("sh").args(["-c", "dpkg -x libhdf5-dev_*.deb ."]))?;
    }
    Ok(unpacked)
}

pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

pub fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
