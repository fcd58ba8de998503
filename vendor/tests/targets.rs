//! What `c/H5pubconf.h` says on machines that are not this one.
//!
//! The preprocessor of any compiler can answer that: it is told to forget what it knows of this machine
//! (`-undef -nostdinc`) and given what the compiler and the C library of the other one define, as their headers
//! and `cc -dM -E` show it. Whether the sizes are true, the compiler confirms when the library is compiled for
//! the target (`c/H5build_settings.c`).

// Microsoft's compiler cannot forget. The answers are the same on whatever machine they are asked.
#![cfg(not(target_env = "msvc"))]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// What limits.h and stdint.h define on every machine that libhdf5 runs on, and the values of
/// `__BYTE_ORDER__`.
const EVERYWHERE: &str = "SHRT_MAX=0x7fff INT_MAX=0x7fffffff INT16_MAX=0x7fff INT32_MAX=0x7fffffff \
    UINT32_MAX=0xffffffff __ORDER_LITTLE_ENDIAN__=1234 __ORDER_BIG_ENDIAN__=4321";

const LP64: &str = "LONG_MAX=0x7fffffffffffffff SIZE_MAX=0xffffffffffffffff";
const ILP32: &str = "LONG_MAX=0x7fffffff SIZE_MAX=0xffffffff";
/// Windows with 64 bits.
const LLP64: &str = "LONG_MAX=0x7fffffff SIZE_MAX=0xffffffffffffffff";

const LITTLE: &str = "__BYTE_ORDER__=1234";
const BIG: &str = "__BYTE_ORDER__=4321";

// The width of int_fast16_t and int_fast32_t is the choice of the C library.
const FAST_16_32: &str = "INT_FAST16_MAX=0x7fff INT_FAST32_MAX=0x7fffffff";
const FAST_32_32: &str = "INT_FAST16_MAX=0x7fffffff INT_FAST32_MAX=0x7fffffff";
const FAST_64_64: &str = "INT_FAST16_MAX=0x7fffffffffffffff INT_FAST32_MAX=0x7fffffffffffffff";

const GCC: &str = "__GNUC__=12";
const CLANG: &str = "__clang__=1 __GNUC__=4";
/// Clang in the place of Microsoft's compiler, which defines less.
const CL: &str = "_MSC_VER=1940 _WIN32=1";

const X87: &str = "__LDBL_MANT_DIG__=64 __SIZEOF_LONG_DOUBLE__=16";
const QUAD: &str = "__LDBL_MANT_DIG__=113 __SIZEOF_LONG_DOUBLE__=16";
const IBM: &str = "__LDBL_MANT_DIG__=106 __SIZEOF_LONG_DOUBLE__=16 __LONG_DOUBLE_IBM128__=1";
const NO_WIDER: &str = "__LDBL_MANT_DIG__=53 __SIZEOF_LONG_DOUBLE__=8";

const GLIBC: &str = "__linux__=1 __GLIBC__=2";
const MUSL: &str = "__linux__=1";
const BIONIC: &str = "__linux__=1 __ANDROID__=1";
const FLOAT16: &str = "__FLT16_MANT_DIG__=11";

/// A target: its name, what it defines, and the sizes of its application binary interface.
struct Target {
    name: &'static str,
    defines: &'static [&'static str],
    sizes: Sizes,
}

/// In bytes. `float16` is 0 where libhdf5 shall not use the type.
#[derive(Debug, PartialEq)]
struct Sizes {
    long: u8,
    size_t: u8,
    off_t: u8,
    time_t: u8,
    fast16: u8,
    fast32: u8,
    long_double: u8,
    float16: u8,
}

const fn sizes(all: [u8; 8]) -> Sizes {
    let [long, size_t, off_t, time_t, fast16, fast32, long_double, float16] = all;
    Sizes { long, size_t, off_t, time_t, fast16, fast32, long_double, float16 }
}

#[rustfmt::skip] // a table
const TARGETS: [Target; 20] = [
    Target { name: "x86_64-unknown-linux-gnu",     defines: &[LP64, LITTLE, FAST_64_64, GCC, X87, GLIBC, FLOAT16, "__x86_64__"], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 2]) },
    Target { name: "i686-unknown-linux-gnu",       defines: &[ILP32, LITTLE, FAST_32_32, GCC, "__LDBL_MANT_DIG__=64 __SIZEOF_LONG_DOUBLE__=12", GLIBC, FLOAT16], sizes: sizes([4, 4, 8, 4, 4, 4, 12, 0]) },
    Target { name: "aarch64-unknown-linux-gnu",    defines: &[LP64, LITTLE, FAST_64_64, GCC, QUAD, GLIBC, FLOAT16, "__aarch64__"], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 2]) },
    Target { name: "armv7-unknown-linux-gnueabihf", defines: &[ILP32, LITTLE, FAST_32_32, GCC, NO_WIDER, GLIBC], sizes: sizes([4, 4, 8, 4, 4, 4, 8, 0]) },
    Target { name: "riscv64gc-unknown-linux-gnu",  defines: &[LP64, LITTLE, FAST_64_64, GCC, QUAD, GLIBC], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "loongarch64-unknown-linux-gnu", defines: &[LP64, LITTLE, FAST_64_64, GCC, QUAD, GLIBC], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "s390x-unknown-linux-gnu",      defines: &[LP64, BIG, FAST_64_64, GCC, QUAD, GLIBC], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "powerpc64-unknown-linux-gnu",  defines: &[LP64, BIG, FAST_64_64, GCC, IBM, GLIBC, "__powerpc64__"], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "powerpc64le-unknown-linux-gnu", defines: &[LP64, LITTLE, FAST_64_64, GCC, IBM, GLIBC, "__powerpc64__"], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "x86_64-unknown-linux-musl",    defines: &[LP64, LITTLE, FAST_32_32, GCC, X87, MUSL, FLOAT16, "__x86_64__"], sizes: sizes([8, 8, 8, 8, 4, 4, 16, 0]) },
    Target { name: "aarch64-linux-android",        defines: &[LP64, LITTLE, FAST_64_64, CLANG, QUAD, BIONIC, FLOAT16, "__aarch64__"], sizes: sizes([8, 8, 8, 8, 8, 8, 16, 0]) },
    Target { name: "armv7-linux-androideabi",      defines: &[ILP32, LITTLE, FAST_32_32, CLANG, NO_WIDER, BIONIC, FLOAT16], sizes: sizes([4, 4, 8, 4, 4, 4, 8, 0]) },
    Target { name: "x86_64-apple-darwin",          defines: &[LP64, LITTLE, FAST_16_32, CLANG, X87, FLOAT16, "__APPLE__=1 __x86_64__"], sizes: sizes([8, 8, 8, 8, 2, 4, 16, 0]) },
    Target { name: "aarch64-apple-darwin",         defines: &[LP64, LITTLE, FAST_16_32, CLANG, NO_WIDER, FLOAT16, "__APPLE__=1 __aarch64__"], sizes: sizes([8, 8, 8, 8, 2, 4, 8, 2]) },
    Target { name: "x86_64-unknown-freebsd",       defines: &[LP64, LITTLE, FAST_32_32, CLANG, X87, FLOAT16, "__FreeBSD__=14 __x86_64__"], sizes: sizes([8, 8, 8, 8, 4, 4, 16, 0]) },
    Target { name: "x86_64-pc-windows-msvc",       defines: &[LLP64, FAST_32_32, CL, "_WIN64"], sizes: sizes([4, 8, 4, 8, 4, 4, 8, 0]) },
    Target { name: "i686-pc-windows-msvc",         defines: &[ILP32, FAST_32_32, CL], sizes: sizes([4, 4, 4, 8, 4, 4, 8, 0]) },
    Target { name: "aarch64-pc-windows-msvc",      defines: &[LLP64, FAST_32_32, CL, "_WIN64"], sizes: sizes([4, 8, 4, 8, 4, 4, 8, 0]) },
    Target { name: "x86_64-pc-windows-gnu",        defines: &[LLP64, LITTLE, FAST_16_32, GCC, X87, "_WIN32=1 _WIN64=1 __MINGW32__=1 __x86_64__", FLOAT16], sizes: sizes([4, 8, 8, 8, 2, 4, 16, 0]) },
    Target { name: "i686-pc-windows-gnu",          defines: &[ILP32, LITTLE, FAST_16_32, GCC, "__LDBL_MANT_DIG__=64 __SIZEOF_LONG_DOUBLE__=12 _WIN32=1 __MINGW32__=1"], sizes: sizes([4, 4, 8, 4, 2, 4, 12, 0]) },
];

#[test]
fn sizes_are_those_of_the_targets_binary_interface() {
    for (target, header) in TARGETS.iter().zip(&*HEADERS) {
        let found = Sizes {
            long: header.size("LONG"),
            size_t: header.size("SIZE_T"),
            off_t: header.size("OFF_T"),
            time_t: header.size("TIME_T"),
            fast16: header.size("INT_FAST16_T"),
            fast32: header.size("INT_FAST32_T"),
            long_double: header.size("LONG_DOUBLE"),
            float16: header.size("_FLOAT16"),
        };
        assert_eq!(found, target.sizes, "{}", target.name);
        assert_eq!(header.size("UINT_FAST16_T"), found.fast16, "{}", target.name);
        assert_eq!(header.size("UINT_FAST32_T"), found.fast32, "{}", target.name);
        assert_eq!(header.size("PTRDIFF_T"), found.size_t, "{}", target.name);
        assert_eq!(header.has("H5_HAVE__FLOAT16"), found.float16 > 0, "{}", target.name);
        if header.has("H5_HAVE_C99_COMPLEX_NUMBERS") {
            let complex = header.size("LONG_DOUBLE_COMPLEX");
            assert_eq!(complex, 2 * found.long_double, "{}", target.name);
        }
    }
}

#[test]
fn the_big_endian_targets_are_these() {
    having("WORDS_BIGENDIAN", |name| name.starts_with("s390x") || name.starts_with("powerpc64-"));
}

#[test]
fn conversions_of_double_double_are_special_on_powerpc() {
    let powerpc = |name: &str| name.starts_with("powerpc64");
    having("H5_DISABLE_SOME_LDOUBLE_CONV", powerpc);
    having("H5_LDOUBLE_TO_LONG_SPECIAL", powerpc);
    having("H5_LONG_TO_LDOUBLE_SPECIAL", powerpc);
}

#[test]
fn windows_has_its_own_threads_and_files_and_every_other_target_those_of_unix() {
    let windows = |name: &str| name.contains("windows");
    for macro_ in ["H5_HAVE_WIN32_API", "H5_HAVE_WIN_THREADS", "H5_HAVE_WINDOW_PATH"] {
        having(macro_, windows);
    }
    for macro_ in [
        "H5_HAVE_PTHREAD_H",
        "H5_HAVE_PREADWRITE",
        "H5_HAVE_FCNTL",
        "H5_HAVE_DLFCN_H",
        "H5_HAVE_SYMLINK",
        "H5_HAVE_FORK",
        "H5_HAVE_CLOCK_GETTIME",
        "H5_HAVE_FLOCK",
        "H5_HAVE_STRCASESTR",
        "H5_HAVE_RAND_R",
    ] {
        having(macro_, |name| !windows(name));
    }
    having("H5_HAVE_THREADS", |_| true);
}

#[test]
fn mingw_has_headers_of_unix_that_visual_studio_lacks() {
    for macro_ in ["H5_HAVE_UNISTD_H", "H5_HAVE_DIRENT_H", "H5_HAVE_SYS_TIME_H"] {
        having(macro_, |name| !name.contains("msvc"));
    }
    having("H5_HAVE_MINGW", |name| name.contains("windows-gnu"));
    having("H5_HAVE_VISUAL_STUDIO", |name| name.contains("msvc"));
    // Declared by H5public.h with Visual Studio, by its absence.
    having("H5_SIZEOF_SSIZE_T", |name| !name.contains("msvc"));
    having("H5_HAVE_C99_COMPLEX_NUMBERS", |name| !name.contains("msvc"));
    having("H5_HAVE_STDATOMIC_H", |name| !name.contains("msvc"));
}

#[test]
fn what_only_some_c_libraries_have_is_asked_of_no_other() {
    // musl gained qsort_r late and does not say its version; Android's is younger still.
    having("H5_HAVE_QSORT_REENTRANT", |name| !name.contains("musl") && !name.contains("android"));
    having("H5_HAVE_PTHREAD_BARRIER", |name| {
        (name.contains("linux") && !name.contains("android")) || name.contains("freebsd")
    });
    having("H5_HAVE_FEATURES_H", |name| name.contains("linux"));
    // FreeBSD has a function of that name.
    having("H5_HAVE_TIMEZONE", |name| !name.contains("freebsd"));
    having("H5_HAVE_DARWIN", |name| name.contains("apple"));
}

#[test]
fn a_machine_that_libhdf5_cannot_run_on_is_an_error() {
    let of_16_bits = "SHRT_MAX=0x7fff INT_MAX=0x7fff LONG_MAX=0x7fffffff SIZE_MAX=0xffff";
    let message = preprocess(&[of_16_bits, LITTLE, GCC, NO_WIDER]).unwrap_err();
    assert!(message.contains("an int of 4"), "{message}");
}

#[test]
fn libaec_is_told_of_a_big_endian_machine_and_how_to_count_zeros() {
    let config = |defines: &[&str]| expand("c/aec/config.h", &[EVERYWHERE, &defines.join(" ")]);
    let text = config(&[BIG, GCC]).unwrap();
    assert_eq!(text["WORDS_BIGENDIAN"], "1");
    assert_eq!(text["HAVE_DECL___BUILTIN_CLZLL"], "1");
    let text = config(&[CL, "_WIN64=1"]).unwrap();
    assert_eq!(text["WORDS_BIGENDIAN"], "WORDS_BIGENDIAN");
    assert_eq!((&*text["HAVE_DECL___BUILTIN_CLZLL"], &*text["HAVE_BSR64"]), ("0", "1"));
    assert_eq!(config(&[CL]).unwrap()["HAVE_BSR64"], "HAVE_BSR64");
}

/// Checks that exactly the targets that `expected` picks define the macro.
#[track_caller]
fn having(macro_: &str, expected: impl Fn(&str) -> bool) {
    for (target, header) in TARGETS.iter().zip(&*HEADERS) {
        let found = header.has(macro_);
        assert_eq!(found, expected(target.name), "{macro_} on {}", target.name);
    }
}

/// The header on each target.
static HEADERS: LazyLock<Vec<Header>> = LazyLock::new(|| TARGETS.iter().map(Header::of).collect());

/// The macros of H5pubconf.h and what they stand for.
struct Header(BTreeMap<String, String>);

impl Header {
    fn of(target: &Target) -> Self {
        let defines = [&[EVERYWHERE], target.defines].concat();
        Self(preprocess(&defines).unwrap_or_else(|message| panic!("{}: {message}", target.name)))
    }

    /// Whether the target defines the macro: one that is not defined stands for itself.
    #[track_caller]
    fn has(&self, name: &str) -> bool {
        let value = self.0.get(name).unwrap_or_else(|| panic!("{name} is nowhere in the header"));
        value != name
    }

    #[track_caller]
    fn size(&self, type_: &str) -> u8 {
        let name = format!("H5_SIZEOF_{type_}");
        self.0[&name].parse().unwrap_or_else(|error| panic!("{name} {}: {error}", self.0[&name]))
    }
}

fn preprocess(defines: &[&str]) -> Result<BTreeMap<String, String>, String> {
    expand("c/H5pubconf.h", defines)
}

/// Every macro that the header defines anywhere, and what it stands for on a machine that defines the given
/// macros itself: `NAME` or `NAME=VALUE`, separated by spaces.
fn expand(header: &str, defines: &[&str]) -> Result<BTreeMap<String, String>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(header);
    let text = fs::read_to_string(&path).expect("the header is there");
    let names = text
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("#define ")?.split_whitespace().next());
    // A string is left as it is, a name is replaced.
    let questions: String = names.map(|name| format!("\"{name}\" {name}\n")).collect();
    // What limits.h and stdint.h define is among the given macros.
    let own = text.replace("#include <", "// ");

    let compiler = if cfg!(windows) { "gcc" } else { "cc" };
    let mut child = Command::new(compiler)
        .args(["-E", "-P", "-undef", "-nostdinc", "-x", "c"])
        .args(
            defines.iter().flat_map(|list| list.split_whitespace()).map(|name| format!("-D{name}")),
        )
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{compiler}: {error}"));
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all((own + &questions).as_bytes()).expect("the compiler reads it all");
    drop(stdin);
    let output = child.wait_with_output().expect("the compiler ends");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let answers = String::from_utf8(output.stdout).expect("the header is ASCII");
    Ok(answers
        .lines()
        .filter_map(|line| line.strip_prefix('"')?.split_once("\" "))
        .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
        .collect())
}
