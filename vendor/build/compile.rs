//! Compiling the C files into static libraries.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{env, fs};

use super::source::{AEC_VERSION, Source};
use super::target::Target;

/// Programs that HDF5's own build would run to write C files; they are no part of the library.
const GENERATORS: [&str; 2] = ["H5detect.c", "H5make_libsettings.c"];

/// The library of libaec. Its own name would let the linker take another libaec of the program.
pub(crate) const AEC_LIBRARY: &str = "hdf5_aec";

/// Files of libaec that are programs.
const AEC_PROGRAMS: [&str; 2] = ["graec.c", "utime.c"];

/// How each library is compiled.
pub(crate) struct Compiler {
    target: Target,
    /// Where libraries and object files go.
    out: PathBuf,
}

impl Compiler {
    /// A compiler that puts what it makes into the folder `out`; the error says how to get one.
    pub(crate) fn new(target: Target, out: PathBuf) -> Result<Self, String> {
        check_compiler()?;
        Ok(Self { target, out })
    }

    /// Compiles libhdf5. `include` holds H5pubconf.h, `filters` are the folders of zlib.h and szlib.h where
    /// these are none of the compiler's own.
    pub(crate) fn hdf5(
        &self,
        source: &Source,
        include: &Path,
        filters: &[PathBuf],
    ) -> Result<(), String> {
        let src = source.src();
        let mut build = self.build(&src);
        hdf5_folders(&mut build, &src, include);
        build.includes(filters);
        // Files are closed in programs that this process starts. Without that a child that lives on keeps
        // the lock of every file that was open when it was started.
        if !self.target.is_windows() {
            build.define("HDopen(F,FLAGS,...)", "open(F,(FLAGS)|O_CLOEXEC,##__VA_ARGS__)");
        }
        build.files(c_files(&src, &GENERATORS)?);
        build.file(Path::new("c").join("H5build_settings.c"));
        compile(&build, "hdf5", &format!("libhdf5 {}", source.version))
    }

    /// Compiles the high-level library, which uses libhdf5's own headers.
    pub(crate) fn high_level(&self, source: &Source, include: &Path) -> Result<(), String> {
        let high_level = source.high_level();
        let mut build = self.build(&high_level);
        hdf5_folders(&mut build, &source.src(), include);
        build.include(&high_level).files(c_files(&high_level, &[])?);
        compile(&build, "hdf5_hl", &format!("the high-level library of HDF5 {}", source.version))
    }

    /// Compiles libaec with its interface of szlib. `include` holds libaec.h.
    pub(crate) fn aec(&self, aec: &Path, include: &Path) -> Result<(), String> {
        let src = aec.join("src");
        let mut build = self.build(&src);
        build.include(Path::new("c").join("aec")).include(include).include(aec.join("include"));
        build.files(c_files(&src, &AEC_PROGRAMS)?);
        compile(&build, AEC_LIBRARY, &format!("libaec {}", AEC_VERSION.join(".")))
    }

    /// The flags of every library.
    fn build(&self, src: &Path) -> cc::Build {
        let mut build = cc::Build::new();
        // Always optimised: a debug libhdf5 is several times slower and asserts on damaged files.
        build.opt_level(2).debug(false).define("NDEBUG", None);
        build.out_dir(&self.out).cargo_metadata(false).warnings(false);
        if self.target.is_msvc() {
            msvc_flags(&mut build, src);
        } else {
            gnu_flags(&mut build, &self.target, src);
        }
        build
    }
}

/// The library's own folders come first, so that no installed HDF5 headers are picked up.
fn hdf5_folders(build: &mut cc::Build, src: &Path, include: &Path) {
    build.include(include).include(src);
    let subfiling = src.join("H5FDsubfiling");
    if subfiling.is_dir() {
        build.include(subfiling);
    }
}

fn compile(build: &cc::Build, name: &str, what: &str) -> Result<(), String> {
    build.try_compile(name).map_err(|error| failure(what, &error))
}

/// Flags of GCC and Clang.
fn gnu_flags(build: &mut cc::Build, target: &Target, src: &Path) {
    build.pic(!target.is_windows()).flag("-std=gnu11");
    build.define("_FILE_OFFSET_BITS", "64");
    if target.is_linux() || target.is_windows() {
        build.define("_GNU_SOURCE", None);
    }
    // __FILE__ is part of every HDF5 error: without the folder it is H5F.c on everyone's machine.
    build.flag_if_supported(format!("-ffile-prefix-map={}/=", src.display()));

    // The file that libhdf5 parses may come from anyone.
    if target.is_windows() {
        return; // MinGW's checks need a library (libssp) that rustc does not link
    }
    build.flag_if_supported("-fstack-clash-protection");
    if target.has_stack_protector() {
        build.flag_if_supported("-fstack-protector-strong");
    }
    build.flag_if_supported("-U_FORTIFY_SOURCE").flag_if_supported("-D_FORTIFY_SOURCE=2");
}

/// Flags of Microsoft's compiler, and of Clang in its place.
fn msvc_flags(build: &mut cc::Build, src: &Path) {
    build.flag_if_supported("/std:c11").flag_if_supported("/Zc:preprocessor");
    build.define("_CRT_SECURE_NO_WARNINGS", None);
    build.flag_if_supported(format!("/d1trimfile:{}\\", src.display()));
}

/// Finds out now whether the compiler runs: a failure on the first of 372 files says much less.
fn check_compiler() -> Result<(), String> {
    let mut build = cc::Build::new();
    build.cargo_metadata(false).cargo_warnings(false);
    let compiler = build.try_get_compiler().map_err(|error| no_compiler(&error.to_string()))?;
    let mut command = compiler.to_command();
    if !compiler.is_like_msvc() {
        command.arg("--version");
    }
    command
        .stdin(Stdio::null())
        .output()
        .map(drop)
        .map_err(|error| no_compiler(&format!("{}: {error}", compiler.path().display())))
}

fn failure(what: &str, error: &cc::Error) -> String {
    // The rest of cc's text is the command, which cc has shown with the compiler's own messages.
    let error = error.to_string();
    let reason = error.split(": \"").next().unwrap_or_default();
    format!("{what} could not be compiled ({reason}): the compiler's messages are above")
}

fn no_compiler(reason: &str) -> String {
    format!(
        "libhdf5 is compiled from source, which needs a C compiler, and none was found ({reason})\n\
         install one:\n\
         \x20 Debian, Ubuntu: apt install gcc libc6-dev\n\
         \x20 Fedora, RHEL:   dnf install gcc\n\
         \x20 Alpine:         apk add gcc musl-dev\n\
         \x20 macOS:          xcode-select --install\n\
         \x20 Windows:        the Visual Studio Build Tools with \"Desktop development with C++\"; for the -gnu \
         targets, MSYS2 with the package mingw-w64-x86_64-gcc\n\
         or set CC to the one to use; or set HDF5_DIR to an installed HDF5 to compile nothing"
    )
}

/// Every C file of a folder but those of the given names, in a fixed order so that the archive is the same
/// on each build.
fn c_files(src: &Path, without: &[&str]) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(src).map_err(|error| format!("{}: {error}", src.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("c")))
        .filter(|path| !without.iter().any(|name| path.ends_with(name)))
        .collect();
    files.sort();
    Ok(files)
}

/// The variables that choose the compiler and its flags, in the order in which `cc` looks at them.
pub(crate) fn environment() -> Vec<String> {
    let target = env::var("TARGET").unwrap_or_default();
    let kind = if env::var("HOST").is_ok_and(|host| host == target) { "HOST" } else { "TARGET" };
    let underscored = target.replace('-', "_");
    ["CC", "CFLAGS", "AR", "ARFLAGS"]
        .iter()
        .flat_map(|name| {
            [
                format!("{name}_{target}"),
                format!("{name}_{underscored}"),
                format!("{kind}_{name}"),
                name.to_string(),
            ]
        })
        .collect()
}
