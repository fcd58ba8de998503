//! The files of a libhdf5 in the folder of libraries: names, shared or static, version, needs.

use std::fs;
use std::path::{Path, PathBuf};

use super::folders;
use super::headers::{Headers, Version};
use super::target::Target;

/// The libhdf5 in a folder.
#[derive(Clone, Debug)]
pub(crate) struct LibraryFile {
    pub(crate) folder: PathBuf,
    /// The name for the linker: `hdf5`, `hdf5_serial`.
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) shared: bool,
}

/// The names that libhdf5 has: its own, and Debian's for each flavour.
pub(crate) const NAMES: [&str; 4] = ["hdf5", "hdf5_serial", "hdf5_openmpi", "hdf5_mpich"];

/// The file names of a shared library.
fn shared_names(name: &str, target: &Target) -> Vec<String> {
    match target.os.as_str() {
        "windows" if target.msvc() => vec![format!("{name}.lib")],
        "windows" => vec![format!("lib{name}.dll.a")],
        "macos" | "ios" => vec![format!("lib{name}.dylib"), format!("lib{name}.tbd")],
        _ => vec![format!("lib{name}.so")],
    }
}

/// The file name of a static library.
fn static_name(name: &str, target: &Target) -> String {
    // HDF5 itself names it so, as a DLL has a .lib as well.
    let end = if target.msvc() { "lib" } else { "a" };
    format!("lib{name}.{end}")
}

impl LibraryFile {
    /// The libhdf5 in a folder, chosen as the C linker does: the shared one if there are both.
    pub(crate) fn find(folder: &Path, fixed: bool, target: &Target) -> Option<Self> {
        NAMES.iter().find_map(|name| Self::named(folder, name, fixed, target)).or_else(|| {
            let only_static = || NAMES.iter().find_map(|n| Self::named(folder, n, true, target));
            if fixed { None } else { only_static() }
        })
    }

    fn named(folder: &Path, name: &str, fixed: bool, target: &Target) -> Option<Self> {
        let files =
            if fixed { vec![static_name(name, target)] } else { shared_names(name, target) };
        let file = files.into_iter().find(|file| folder.join(file).is_file())?;
        // What the linker is given for libhdf5.lib is `libhdf5`.
        let name = if fixed && target.msvc() { format!("lib{name}") } else { name.to_owned() };
        Some(Self { folder: folder.to_owned(), name, file, shared: !fixed })
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.join(&self.file)
    }

    /// The folder, and the one that it links to: Debian's folder of a flavour holds nothing but links.
    pub(crate) fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.folder.clone()];
        let real = fs::canonicalize(self.path()).ok();
        let real = real.as_deref().and_then(Path::parent);
        folders.extend(real.filter(|real| *real != self.folder).map(Path::to_owned));
        folders
    }

    /// The high-level library beside it, or the name of the file that is not there.
    pub(crate) fn high_level(&self, target: &Target) -> Result<Self, String> {
        let own = self.name.strip_prefix("lib").unwrap_or(&self.name);
        let find =
            |name: &str| Self::named(&self.folder, &format!("{name}_hl"), !self.shared, target);
        // Both may be links, and not both to the plain name.
        [own].iter().chain(&NAMES).find_map(|name| find(name)).ok_or_else(|| {
            let name = format!("{own}_hl");
            let fixed = static_name(&name, target);
            if self.shared { shared_names(&name, target).remove(0) } else { fixed }
        })
    }

    /// As `cargo::rustc-link-lib` wants it.
    pub(crate) fn link_lib(&self) -> String {
        let Self { name, shared, .. } = self;
        if *shared { name.clone() } else { format!("static={name}") }
    }

    /// The file from which the folder tells what was built, if it is there.
    fn settings(&self) -> Option<String> {
        let files = [format!("lib{}.settings", self.name), "libhdf5.settings".to_owned()];
        files.iter().find_map(|file| fs::read_to_string(self.folder.join(file)).ok())
    }

    /// What the files beside the headers say that is not what the headers say.
    pub(crate) fn contradiction(&self, headers: &Headers, target: &Target) -> Option<String> {
        let Headers { version, .. } = headers;
        let stated = self.settings().as_deref().and_then(|text| setting(text, "HDF5 Version"));
        if let Some(stated) = stated.as_deref().and_then(Version::parse) {
            let same = (stated.major, stated.minor) == (version.major, version.minor);
            return (!same).then(|| {
                format!(
                    "the library in {} is HDF5 {stated}, as its settings file says",
                    self.folder.display()
                )
            });
        }
        if target.os == "openbsd" {
            return None; // which numbers the files of its packages by itself
        }
        let path = fs::canonicalize(self.path()).ok()?;
        let file = path.file_name()?.to_str()?;
        let line = release_line(file)?;
        let same = line.0 == version.major && line.1.is_none_or(|minor| minor == version.minor);
        let (major, minor) = (line.0, line.1.map_or("x".to_owned(), |minor| minor.to_string()));
        (!same).then(|| format!("{} is HDF5 {major}.{minor}, as its name says", path.display()))
    }

    /// The compiler with which it was built, if the folder tells.
    pub(crate) fn compiler(&self) -> Option<String> {
        let line = setting(&self.settings()?, "C Compiler")?;
        line.split_whitespace().next().map(str::to_owned)
    }

    /// What a static libhdf5 calls, in the order of linking: a shared one brings these along.
    ///
    /// `package` is what pkg-config states.
    pub(crate) fn needs(
        &self,
        headers: &Headers,
        package: &[String],
        target: &Target,
    ) -> Vec<String> {
        let stated = self.settings().as_deref().and_then(|text| setting(text, "Extra libraries"));
        let mut needs = match stated.as_deref().and_then(libraries_of) {
            Some(stated) => stated,
            None if package.is_empty() => needed_by_abilities(headers, target),
            None => Vec::new(),
        };
        for name in package {
            if !needs.contains(name) {
                needs.push(name.clone());
            }
        }
        // libsz is a face of libaec; a shared libsz loads it by itself.
        let mut folders = self.folders();
        if target.native {
            folders.extend(folders::under(Path::new("/usr"), target).swap_remove(0).libs);
        }
        let has =
            |folder: &PathBuf, name, fixed| Self::named(folder, name, fixed, target).is_some();
        let sz = folders.iter().find(|f| has(f, "sz", false) || has(f, "sz", true));
        let static_only = sz.is_some_and(|folder| !has(folder, "sz", false));
        let aec = folders.iter().any(|f| has(f, "aec", false) || has(f, "aec", true));
        let at = needs.iter().position(|name| name == "sz");
        if let Some(at) = at.filter(|_| static_only && aec && !needs.iter().any(|n| n == "aec")) {
            needs.insert(at + 1, "aec".to_owned());
        }
        needs
    }
}

/// The value of a line `NAME: value` of a settings file.
fn setting(text: &str, name: &str) -> Option<String> {
    let value =
        text.lines().find_map(|line| line.trim_start().strip_prefix(name)?.strip_prefix(':'));
    value.map(|value| value.trim().to_owned())
}

/// The release line that the name of a shared library stands for: all of 1.10 is `libhdf5.so.103`,
/// all of 2 is `libhdf5.so.320`.
pub(crate) fn release_line(file: &str) -> Option<(u32, Option<u32>)> {
    // libhdf5.so.103.3.1, libhdf5.103.dylib
    let mut numbers = file.split('.').filter_map(|part| part.parse::<u32>().ok());
    match numbers.next()? {
        6..=99 => Some((1, Some(8))),
        100..=199 => Some((1, Some(10))),
        200..=299 => Some((1, Some(12))),
        300..=309 => Some((1, Some(13))),
        310..=319 => Some((1, Some(14))),
        320..=399 => Some((2, None)),
        _ => None,
    }
}

/// The libraries in the words of a C compiler or CMake; nothing if one of the words is none.
fn libraries_of(words: &str) -> Option<Vec<String>> {
    let words = words.split([' ', '\t', ';']).filter(|word| !word.is_empty());
    let mut libraries: Vec<String> = Vec::new();
    for word in words {
        if word.starts_with("-L") || word.starts_with("-Wl,") {
            continue;
        }
        let name = if let Some(name) = word.strip_prefix("-l") {
            name
        } else if word == "-pthread" {
            "pthread"
        } else if let Some((_, file)) = word.rsplit_once(['/', '\\']) {
            let stem = file.split('.').next()?;
            stem.strip_prefix("lib").unwrap_or(stem)
        } else {
            word
        };
        let valid = |c: char| c.is_ascii_alphanumeric() || "_-+.".contains(c);
        if name.is_empty() || name.starts_with('-') || !name.chars().all(valid) {
            return None;
        }
        let name = name.strip_suffix(".lib").unwrap_or(name);
        if !libraries.iter().any(|known| known == name) {
            libraries.push(name.to_owned());
        }
    }
    (!libraries.is_empty()).then_some(libraries)
}

fn needed_by_abilities(headers: &Headers, target: &Target) -> Vec<String> {
    let mut needs = Vec::new();
    if headers.have("ROS3_VFD") {
        if headers.version.major >= 2 {
            needs.push("aws-c-s3");
        } else {
            needs.extend(["curl", "crypto"]);
        }
    }
    if headers.have("LIBHDFS") {
        needs.push("hdfs");
    }
    if headers.have("FILTER_SZIP") {
        needs.push("sz");
    }
    if headers.have("FILTER_DEFLATE") {
        needs.push(if target.msvc() { "zlib" } else { "z" });
    }
    needs.extend_from_slice(match target.os.as_str() {
        "windows" => &["shlwapi", "ws2_32"],
        "linux" => &["dl", "pthread", "m"],
        "macos" | "ios" => &[],
        _ => &["pthread", "m"],
    });
    needs.into_iter().map(str::to_owned).collect()
}
