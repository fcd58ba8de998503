//! Compiling the C files into one static library.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::{env, fs};

use super::source::Source;
use super::target::Target;
use super::version::Version;

/// Programs that HDF5's own build would run to write C files; they are no part of the library.
const GENERATORS: [&str; 2] = ["H5detect.c", "H5make_libsettings.c"];

/// Compiles the library into the folder `out`. `include` holds H5pubconf.h, `zlib` is the folder of
/// zlib.h when that is none of the compiler's own.
pub(crate) fn library(
    source: &Source,
    target: &Target,
    include: &Path,
    zlib: Option<&Path>,
    out: &Path,
) -> Result<(), String> {
    check_compiler()?;
    let src = source.src();
    let mut build = cc::Build::new();
    // The library's own folders come first, so that no installed HDF5 headers are picked up.
    build.include(include).include(&src);
    let subfiling = src.join("H5FDsubfiling");
    if subfiling.is_dir() {
        build.include(subfiling);
    }
    build.includes(zlib);

    // Always optimised: a debug libhdf5 is several times slower and asserts on damaged files.
    build.opt_level(2).debug(false).define("NDEBUG", None);
    build.out_dir(out).cargo_metadata(false).warnings(false);
    if target.is_msvc() {
        msvc_flags(&mut build, &src);
    } else {
        gnu_flags(&mut build, target, &src);
    }

    build.files(c_files(&src)?);
    build.file(Path::new("c").join("H5build_settings.c"));
    build.try_compile("hdf5").map_err(|error| failure(&source.version, &error))
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

    // Files are closed in programs that this process starts. Without that a child that lives on keeps
    // the lock of every file that was open when it was started.
    if !target.is_windows() {
        build.define("HDopen(F,FLAGS,...)", "open(F,(FLAGS)|O_CLOEXEC,##__VA_ARGS__)");
    }

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

fn failure(version: &Version, error: &cc::Error) -> String {
    // The rest of cc's text is the command, which cc has shown with the compiler's own messages.
    let error = error.to_string();
    let reason = error.split(": \"").next().unwrap_or_default();
    format!("libhdf5 {version} could not be compiled ({reason}): the compiler's messages are above")
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

/// Every C file of the library, in a fixed order so that the archive is the same on each build.
fn c_files(src: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(src).map_err(|error| format!("{}: {error}", src.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension() == Some(OsStr::new("c")))
        .filter(|path| !GENERATORS.iter().any(|name| path.ends_with(name)))
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
