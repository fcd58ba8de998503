//! The machine that the library is compiled for.

use std::env;

/// What Cargo says about the target, as far as compiling and linking C depends on it.
pub(crate) struct Target {
    os: String,
    env: String,
    arch: String,
}

impl Target {
    /// The target of this run of the build script.
    pub(crate) fn from_cargo() -> Self {
        let cfg = |name: &str| env::var(format!("CARGO_CFG_TARGET_{name}")).unwrap_or_default();
        Self { os: cfg("OS"), env: cfg("ENV"), arch: cfg("ARCH") }
    }

    pub(crate) fn is_windows(&self) -> bool {
        self.os == "windows"
    }

    pub(crate) fn is_msvc(&self) -> bool {
        self.env == "msvc"
    }

    pub(crate) fn is_linux(&self) -> bool {
        matches!(self.os.as_str(), "linux" | "android")
    }

    /// Whether the C library has all that code with stack protection calls. On 32-bit x86 and PowerPC,
    /// musl lacks a function (`__stack_chk_fail_local`) that GCC takes from a library of its own.
    pub(crate) fn has_stack_protector(&self) -> bool {
        !(self.env == "musl" && matches!(self.arch.as_str(), "x86" | "powerpc"))
    }

    /// The system libraries that libhdf5 calls.
    pub(crate) fn system_libraries(&self) -> &'static [&'static str] {
        match self.os.as_str() {
            "windows" => &["shlwapi", "ws2_32"],
            "linux" => &["m", "dl", "pthread"],
            "android" => &["m", "dl"],
            "freebsd" | "netbsd" | "openbsd" | "dragonfly" => &["m", "pthread"],
            // macOS has them all in the library that every program is linked with.
            _ => &["m"],
        }
    }
}
