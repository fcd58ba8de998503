//! An HDF5 that is installed already.

use std::env;
use std::path::{Path, PathBuf};

use super::headers::Headers;
use super::library::Library;

/// The names under which distributions give the serial library to pkg-config.
const PKG_CONFIG_NAMES: [&str; 2] = ["hdf5", "hdf5-serial"];

/// The HDF5 in `HDF5_DIR`, or else that of pkg-config, or else one in a usual folder.
pub(crate) fn find() -> Result<Library, String> {
    if let Some(root) = env_path("HDF5_DIR") {
        return in_root(&root).map_err(|reason| {
            format!(
                "HDF5_DIR={} is no usable HDF5: {reason}\n\
                 set it to the folder that holds include/hdf5.h and lib/, or unset it",
                root.display()
            )
        });
    }
    let mut tried = Vec::new();
    for name in PKG_CONFIG_NAMES {
        match from_pkg_config(name) {
            Ok(library) => return Ok(library),
            Err(reason) => tried.push(format!("pkg-config {name}: {reason}")),
        }
    }
    for (include, lib) in usual_folders() {
        if include.join("hdf5.h").is_file() {
            match in_folders(&include, &[lib]) {
                Ok(library) => return Ok(library),
                Err(reason) => tried.push(reason),
            }
        }
    }
    Err(not_found(&tried))
}

fn not_found(tried: &[String]) -> String {
    format!(
        "no usable installed HDF5 was found:\n\x20 {}\n\
         set HDF5_DIR to the folder that holds include/hdf5.h and lib/; or install HDF5 with its headers (Debian, \
         Ubuntu: apt install libhdf5-dev; Fedora: dnf install hdf5-devel; Alpine: apk add hdf5-dev; macOS: brew \
         install hdf5; conda install hdf5); or enable the feature `vendored`, which compiles it",
        tried.join("\n\x20 ")
    )
}

/// The HDF5 installed under one folder.
pub(crate) fn in_root(root: &Path) -> Result<Library, String> {
    if !root.is_dir() {
        return Err("there is no such folder".to_owned());
    }
    let libs = ["lib", "lib64"].map(|name| root.join(name));
    let mut library = in_folders(&root.join("include"), &libs)?;
    library.root = Some(root.to_owned());
    Ok(library)
}

/// The HDF5 whose headers are in `include` and whose library is in the first folder of `libs` that has it.
fn in_folders(include: &Path, libs: &[PathBuf]) -> Result<Library, String> {
    let headers = Headers::read(include)?;
    let link = libs.iter().find_map(|lib| linkable(lib).map(|found| (lib, found)));
    let Some((lib, (name, shared))) = link else {
        let libs: Vec<_> = libs.iter().map(|lib| lib.display().to_string()).collect();
        return Err(format!(
            "{} holds the headers of HDF5 {}, but no library is in {}",
            include.display(),
            headers.version,
            libs.join(" or ")
        ));
    };
    let mut link_libs = vec![name.to_owned()];
    if !shared {
        link_libs.extend(needed_by_static(&headers));
    }
    Ok(Library {
        headers,
        root: None,
        include: include.to_owned(),
        link_search: vec![lib.clone()],
        link_libs,
    })
}

/// The name of the libhdf5 in a folder and whether it is shared, chosen as the C linker does.
fn linkable(lib: &Path) -> Option<(&'static str, bool)> {
    const FILES: [(&str, &str, bool); 7] = [
        ("libhdf5.so", "hdf5", true),
        ("libhdf5.dylib", "hdf5", true),
        ("libhdf5.dll.a", "hdf5", true),
        ("hdf5.lib", "hdf5", true),
        ("libhdf5_serial.so", "hdf5_serial", true),
        ("libhdf5.a", "hdf5", false),
        ("libhdf5_serial.a", "hdf5_serial", false),
    ];
    let (_, name, shared) = FILES.into_iter().find(|(file, ..)| lib.join(file).is_file())?;
    Some((name, shared))
}

/// What a static libhdf5 calls: a shared one brings these along.
fn needed_by_static(headers: &Headers) -> Vec<String> {
    let deflate = headers.have("FILTER_DEFLATE").then_some("z");
    let szip = headers.have("FILTER_SZIP").then_some("sz");
    let system: &[&str] = match env::var("CARGO_CFG_TARGET_OS").as_deref() {
        Ok("windows") => &["shlwapi", "ws2_32"],
        Ok("linux") => &["m", "dl", "pthread"],
        _ => &["m"],
    };
    deflate.into_iter().chain(szip).chain(system.iter().copied()).map(str::to_owned).collect()
}

fn from_pkg_config(name: &str) -> Result<Library, String> {
    let found = pkg_config::Config::new()
        .cargo_metadata(false)
        .env_metadata(true)
        .probe(name)
        .map_err(|error| first_line(&error.to_string()))?;
    // A package in the compiler's own folder names no include folder.
    let folders = found.include_paths.iter().cloned().chain([PathBuf::from("/usr/include")]);
    let include = folders
        .into_iter()
        .find(|folder| folder.join("hdf5.h").is_file())
        .ok_or("its folders hold no hdf5.h: the headers are not installed")?;
    Ok(Library {
        headers: Headers::read(&include)?,
        root: None,
        include,
        link_search: found.link_paths,
        link_libs: found.libs,
    })
}

/// The first line that says something: pkg-config's errors start with blank ones, and end with advice.
fn first_line(text: &str) -> String {
    text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

/// The include and library folders in which distributions and package managers put HDF5.
fn usual_folders() -> Vec<(PathBuf, PathBuf)> {
    let mut folders = Vec::new();
    // Debian has a library for each flavour, in the folder of the architecture.
    if let Some(multiarch) = env::var("TARGET").ok().as_deref().and_then(debian_multiarch) {
        let lib = Path::new("/usr/lib").join(multiarch);
        folders.push(("/usr/include/hdf5/serial".into(), lib.join("hdf5/serial")));
    }
    // The others hold libraries of this machine, which are of no use when compiling for another.
    if env::var_os("HOST") != env::var_os("TARGET") {
        return folders;
    }
    let prefixes = ["/usr/local", "/opt/homebrew", "/opt/local"].map(PathBuf::from);
    for prefix in env_path("CONDA_PREFIX").into_iter().chain(prefixes) {
        folders.push((prefix.join("include"), prefix.join("lib")));
    }
    folders.push(("/usr/include".into(), "/usr/lib64".into()));
    folders.push(("/usr/include".into(), "/usr/lib".into()));
    folders
}

/// Debian's name of the target, such as `aarch64-linux-gnu`: Rust's without the vendor.
pub(crate) fn debian_multiarch(target: &str) -> Option<String> {
    let (arch, rest) = target.split_once('-')?;
    let system = rest.strip_prefix("unknown-").unwrap_or(rest);
    // Rust tells more processors apart than Debian.
    let arch = match arch {
        "i586" | "i686" => "i386",
        "riscv64gc" => "riscv64",
        _ if arch.starts_with("armv") || arch.starts_with("thumbv") => "arm",
        _ => arch,
    };
    Some(format!("{arch}-{system}"))
}

/// The value of a variable, if it has one; Cargo runs this again when it changes.
pub(crate) fn env_path(name: &str) -> Option<PathBuf> {
    println!("cargo::rerun-if-env-changed={name}");
    env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}
