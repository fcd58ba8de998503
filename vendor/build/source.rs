//! Where the C sources of libhdf5 and libaec are found.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::version::Version;

/// A Rust package that carries C source. Cargo.toml pins its version.
pub(crate) struct Package {
    name: &'static str,
    /// The folder of the C source in it.
    folder: &'static str,
    /// The feature of this crate that has it as a dependency, if it is not one at all times.
    feature: Option<&'static str>,
}

/// Where libhdf5 comes from.
pub(crate) const HDF5: Package =
    Package { name: "hdf5-metno-src", folder: "ext/hdf5", feature: None };

/// Where libaec comes from; the folder is named after [`AEC_VERSION`].
pub(crate) const AEC: Package =
    Package { name: "libaec-sys", folder: "libaec-1.1.4", feature: Some("szip") };

/// The version of libaec, whose sources say it only to CMake.
pub(crate) const AEC_VERSION: [&str; 3] = ["1", "1", "4"];

/// A source tree of libhdf5.
#[derive(Debug, PartialEq)]
pub(crate) struct Source {
    /// The folder that holds `src/`.
    pub(crate) root: PathBuf,
    /// What `src/H5public.h` says.
    pub(crate) version: Version,
}

impl Source {
    /// The source tree at `root`, or why there is none.
    fn at(root: &Path) -> Result<Self, String> {
        let header = root.join("src/H5public.h");
        let text = fs::read_to_string(&header)
            .map_err(|error| format!("{}: {error}", header.display()))?;
        let version = Version::from_h5public(&text)
            .ok_or_else(|| format!("{} does not state a version of HDF5", header.display()))?;
        Ok(Self { root: root.to_owned(), version })
    }

    /// The folder of the C files and headers.
    pub(crate) fn src(&self) -> PathBuf {
        self.root.join("src")
    }

    /// The folder of the C files and headers of the high-level library.
    pub(crate) fn high_level(&self) -> PathBuf {
        self.root.join("hl").join("src")
    }
}

/// The first source tree there is: `source_dir` (`HDF5_SOURCE_DIR`), `bundled` (the folder that the
/// published crate carries), or the one in the package that `locate` finds.
///
/// A `source_dir` that is set but unusable is an error: falling back would hide the mistake.
pub(crate) fn find(
    source_dir: Option<&Path>,
    bundled: &Path,
    locate: impl FnOnce() -> Result<PathBuf, String>,
) -> Result<Source, String> {
    let source = match source_dir {
        Some(dir) => Source::at(dir).map_err(|reason| {
            format!(
                "HDF5_SOURCE_DIR is no source tree of HDF5 ({reason})\n\
                 set HDF5_SOURCE_DIR to the full path of an unpacked HDF5 source release, the folder that holds \
                 src/H5public.h, or unset it"
            )
        })?,
        None if bundled.is_dir() => Source::at(bundled)?,
        None => locate()
            .and_then(|root| Source::at(&root))
            .map_err(|reason| not_found(bundled, &reason))?,
    };
    if source.version.at_least(1, 14) {
        return Ok(source);
    }
    Err(format!(
        "the source in {} is HDF5 {}; 1.14 is the oldest that can be compiled without its own build system",
        source.root.display(),
        source.version
    ))
}

/// The folder of libaec: `bundled`, which the published crate carries, or the one that `locate` finds.
pub(crate) fn find_aec(
    bundled: &Path,
    locate: impl FnOnce() -> Result<PathBuf, String>,
) -> Result<PathBuf, String> {
    let root = if bundled.is_dir() { Ok(bundled.to_owned()) } else { locate() };
    root.and_then(|root| {
        let header = root.join("include/libaec.h.in");
        header.is_file().then_some(root).ok_or_else(|| format!("{} is missing", header.display()))
    })
    .map_err(|reason| {
        format!(
            "the C source of libaec, which the feature `szip` compiles, was not found. It was looked for in:\n\
             \x20 1. {}: no such folder\n\
             \x20 2. the Rust package {}: {reason}\n\
             run `cargo fetch` once with network access, or do without the feature",
            bundled.display(),
            AEC.name
        )
    })
}

fn not_found(bundled: &Path, reason: &str) -> String {
    format!(
        "the C source of HDF5 was not found. It was looked for in:\n\
         \x20 1. HDF5_SOURCE_DIR: not set\n\
         \x20 2. {}: no such folder\n\
         \x20 3. the Rust package {}: {reason}\n\
         run `cargo fetch` once with network access, or set HDF5_SOURCE_DIR to the full path of an unpacked HDF5 \
         source release, or HDF5_DIR to an installed HDF5",
        bundled.display(),
        HDF5.name
    )
}

/// Asks Cargo where it keeps the package, and gives the folder of its C source.
///
/// The package belongs to no target, so a plain build does not download it; `cargo metadata` does.
/// The first try is offline, which is quick and works on a machine without network after `cargo fetch`.
pub(crate) fn locate(package: &Package, cargo: &Path, manifest: &Path) -> Result<PathBuf, String> {
    let text = metadata(package, cargo, manifest, &["--offline"])
        .or_else(|_| metadata(package, cargo, manifest, &[]))?;
    let metadata: serde_json::Value = serde_json::from_slice(&text)
        .map_err(|error| format!("`cargo metadata` gave no JSON: {error}"))?;
    source_dir(package, &metadata)
        .ok_or_else(|| format!("`cargo metadata` does not list {}", package.name))
}

fn metadata(
    package: &Package,
    cargo: &Path,
    manifest: &Path,
    more: &[&str],
) -> Result<Vec<u8>, String> {
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(manifest)
        .args(package.feature.map(|feature| format!("--features={feature}")))
        .args(more)
        .output()
        .map_err(|error| format!("{}: {error}", cargo.display()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let complaint = String::from_utf8_lossy(&output.stderr);
    Err(format!("`cargo metadata` failed: {}", complaint.trim().replace('\n', "; ")))
}

fn source_dir(package: &Package, metadata: &serde_json::Value) -> Option<PathBuf> {
    let listed =
        metadata["packages"].as_array()?.iter().find(|listed| listed["name"] == package.name)?;
    let manifest = Path::new(listed["manifest_path"].as_str()?);
    Some(manifest.parent()?.join(package.folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for one test, with the trees `names` in it, all of the given version.
    fn trees(test: &str, version: (u32, u32), names: &[&str]) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("hdf5-vendor-{test}-{}", std::process::id()));
        let (major, minor) = version;
        for name in names {
            let src = dir.join(name).join("src");
            fs::create_dir_all(&src).unwrap();
            let text = format!(
                "#define H5_VERS_MAJOR {major}\n#define H5_VERS_MINOR {minor}\n#define H5_VERS_RELEASE 0\n"
            );
            fs::write(src.join("H5public.h"), text).unwrap();
        }
        dir
    }

    fn nowhere() -> Result<PathBuf, String> {
        Err("no network".to_owned())
    }

    #[test]
    fn the_environment_wins_over_the_bundled_folder_and_that_over_the_package() {
        let dir = trees("order", (2, 2), &["env", "bundled", "package"]);
        let package = || Ok(dir.join("package"));
        let root = |source: Result<Source, String>| source.unwrap().root;
        assert_eq!(
            root(find(Some(&dir.join("env")), &dir.join("bundled"), package)),
            dir.join("env")
        );
        assert_eq!(root(find(None, &dir.join("bundled"), package)), dir.join("bundled"));
        assert_eq!(root(find(None, &dir.join("absent"), package)), dir.join("package"));
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn a_wrong_source_dir_is_an_error_even_when_there_is_another_source() {
        let dir = trees("wrong", (2, 2), &["bundled"]);
        let message = find(Some(&dir.join("typo")), &dir.join("bundled"), nowhere).unwrap_err();
        assert!(message.starts_with("HDF5_SOURCE_DIR is no source tree of HDF5"), "{message}");
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn without_any_source_the_message_lists_every_place() {
        let message = find(None, Path::new("absent"), nowhere).unwrap_err();
        for part in ["HDF5_SOURCE_DIR", "absent", "no network", "cargo fetch", "HDF5_DIR"] {
            assert!(message.contains(part), "{part} is not in: {message}");
        }
    }

    #[test]
    fn a_source_that_needs_its_own_build_system_is_refused() {
        let dir = trees("old", (1, 12), &["env"]);
        let message = find(Some(&dir.join("env")), Path::new("absent"), nowhere).unwrap_err();
        assert!(message.contains("HDF5 1.12.0") && message.contains("1.14"), "{message}");
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn the_c_source_is_beside_the_manifest_of_its_package() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "cc", "manifest_path": "/r/cc/Cargo.toml" },
            { "name": "hdf5-metno-src", "manifest_path": "/r/src/Cargo.toml" },
        ]});
        assert_eq!(source_dir(&HDF5, &metadata), Some(PathBuf::from("/r/src/ext/hdf5")));
        assert_eq!(source_dir(&AEC, &metadata), None);
    }

    #[test]
    fn the_folder_of_libaec_bears_its_version() {
        assert_eq!(AEC.folder, format!("libaec-{}", AEC_VERSION.join(".")));
    }

    #[test]
    fn without_libaec_the_message_lists_every_place() {
        let message = find_aec(Path::new("absent"), nowhere).unwrap_err();
        for part in ["`szip`", "absent", "libaec-sys", "no network", "cargo fetch"] {
            assert!(message.contains(part), "{part} is not in: {message}");
        }
    }

    #[test]
    fn a_folder_that_is_not_libaec_is_an_error() {
        let dir = trees("aec", (2, 2), &["bundled"]);
        let message = find_aec(&dir.join("bundled"), nowhere).unwrap_err();
        assert!(message.contains("libaec.h.in is missing"), "{message}");
        fs::remove_dir_all(dir).unwrap();
    }
}
