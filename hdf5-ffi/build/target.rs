//! What is compiled for, in the words of Cargo, Debian and vcpkg.

use std::env;

/// The target of the build.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// Rust's name of it.
    pub(crate) triple: String,
    /// As `target_os`: `linux`, `macos`, `windows`.
    pub(crate) os: String,
    /// As `target_env`: `gnu`, `musl`, `msvc`.
    pub(crate) env: String,
    /// Whether it is the machine that compiles.
    pub(crate) native: bool,
}

impl Target {
    /// As Cargo tells build scripts.
    pub(crate) fn from_cargo() -> Self {
        let value = |name| env::var(name).unwrap_or_default();
        Self {
            triple: value("TARGET"),
            os: value("CARGO_CFG_TARGET_OS"),
            env: value("CARGO_CFG_TARGET_ENV"),
            native: value("HOST") == value("TARGET"),
        }
    }

    /// The processor, as Rust names it.
    pub(crate) fn arch(&self) -> &str {
        self.triple.split('-').next().unwrap_or_default()
    }

    pub(crate) fn msvc(&self) -> bool {
        self.env == "msvc"
    }

    /// Debian's name, such as `aarch64-linux-gnu`: Rust's without the vendor.
    pub(crate) fn debian_multiarch(&self) -> Option<String> {
        let (arch, rest) = self.triple.split_once('-')?;
        let system = rest.strip_prefix("unknown-").unwrap_or(rest);
        // The Hurd is the GNU system itself.
        let system = system.strip_prefix("hurd-").unwrap_or(system);
        let arch = match arch {
            // Rust tells more processors apart than Debian.
            "i486" | "i586" | "i686" => "i386",
            _ if arch.starts_with("riscv64") => "riscv64",
            _ if arch.starts_with("arm") || arch.starts_with("thumb") => "arm",
            _ => arch,
        };
        Some(format!("{arch}-{system}"))
    }

    /// vcpkg's names, the usual one first.
    pub(crate) fn vcpkg_triplets(&self) -> Vec<String> {
        let arch = match self.arch() {
            "x86_64" => "x64",
            "i586" | "i686" => "x86",
            "aarch64" => "arm64",
            arch if arch.starts_with("armv7") => "arm",
            arch => arch,
        };
        let kinds: &[&str] = match (self.os.as_str(), self.env.as_str()) {
            ("windows", "msvc") => &["windows", "windows-static-md", "windows-static"],
            ("windows", _) => &["mingw-dynamic", "mingw-static"],
            ("macos", _) => &["osx", "osx-dynamic"],
            ("linux", _) => &["linux", "linux-dynamic"],
            ("freebsd", _) => &["freebsd"],
            _ => &[],
        };
        kinds.iter().map(|kind| format!("{arch}-{kind}")).collect()
    }
}
