//! Tests of what build.rs concludes from the files of an installation.
#![expect(dead_code, reason = "only the build script uses all of it")]

mod documented;
mod files;
mod folders;
mod headers;
mod library;
mod milestones;
mod mpi;
mod packages;
mod system;
mod target;

use std::fs;
use std::path::{Path, PathBuf};

use folders::Flavour;
use headers::{Headers, Version};
use library::Library;
use milestones::MILESTONES;
use mpi::Handles;
use packages::Package;
use system::Wanted;
use target::Target;
use tempfile::TempDir;

const LINUX: &str = "x86_64-unknown-linux-gnu";
const DEFLATE: &str = "#define H5_HAVE_FILTER_DEFLATE 1\n";
const PARALLEL: &str = "#define H5_HAVE_PARALLEL 1\n";

fn target(triple: &str) -> Target {
    let part = |name: &str| triple.contains(name);
    let os = if part("darwin") {
        "macos"
    } else {
        let known = ["windows", "linux", "freebsd", "openbsd", "illumos"];
        known.into_iter().find(|os| part(os)).unwrap_or_default()
    };
    let env = ["gnu", "musl", "msvc"].into_iter().find(|env| part(env)).unwrap_or_default();
    Target { triple: triple.to_owned(), os: os.to_owned(), env: env.to_owned(), native: true }
}

/// No demands on a library for a target.
fn any(triple: &str) -> Wanted {
    let target = target(triple);
    Wanted { target, fixed: false, high_level: false, szip: false, threadsafe: false }
}

fn fixed(triple: &str) -> Wanted {
    Wanted { fixed: true, ..any(triple) }
}

/// A folder in which a test lays out an installation.
struct Disk(TempDir);

impl Disk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn file(&self, path: &str, text: &str) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// The headers of HDF5 `version` and its configuration.
    fn headers(&self, include: &str, version: &str, config: &str) -> &Self {
        let Version { major, minor, release } = Version::parse(version).unwrap();
        let text = format!(
            "#define H5_VERS_MAJOR {major} /* x */\n#define H5_VERS_MINOR {minor}\n\
             # define  H5_VERS_RELEASE\t{release}\n#define H5_VERS_SUBRELEASE \"\" /* for snap0 */\n"
        );
        self.file(&format!("{include}/hdf5.h"), "")
            .file(&format!("{include}/H5public.h"), &text)
            .file(&format!("{include}/H5pubconf.h"), config)
    }

    /// Headers and empty library files of a flavour, as Debian lays them out under usr/.
    fn debian(&self, flavour: &str, config: &str) -> &Self {
        let lib = format!("usr/lib/x86_64-linux-gnu/hdf5/{flavour}");
        self.headers(&format!("usr/include/hdf5/{flavour}"), "1.10.8", config)
            .file(&format!("{lib}/libhdf5.so"), "")
            .file(&format!("{lib}/libhdf5.a"), "")
    }

    fn find(&self, root: &str, wanted: &Wanted) -> Result<Library, String> {
        system::in_root(&self.path(root), wanted)
    }
}

/// An installation of HDF5 `version` with the given files in lib/.
fn installation(version: &str, config: &str, libs: &[&str]) -> Disk {
    let disk = Disk::new();
    disk.headers("include", version, config);
    fs::create_dir(disk.path("lib")).unwrap();
    for name in libs {
        disk.file(&format!("lib/{name}"), "");
    }
    disk
}

fn assert_says(message: &str, parts: &[&str]) {
    for part in parts {
        assert!(message.contains(part), "{part:?} is not in {message:?}");
    }
}

// What the headers say.

#[test]
fn versions_become_numbers_that_order_them() {
    let number = |version| {
        let disk = installation(version, "", &[]);
        Headers::read(&disk.path("include")).unwrap().version.number()
    };
    assert_eq!(number("1.14.6"), 11_406);
    assert_eq!(number("2.2.0"), 20_200);
    assert_eq!(number("3.0.1"), 30_001);
}

#[test]
fn a_version_may_have_any_suffix_or_be_short() {
    let number = |text| Version::parse(text).map(Version::number);
    for (text, expected) in [
        ("1.14.4-3", 11_404),
        ("1.14.4.3", 11_404),
        ("2.0.0-rc1", 20_000),
        ("1.15.0-of20240101", 11_500),
        ("2.1", 20_100),
        ("2.1-develop", 20_100),
        (" 1.10.8\n", 11_008),
    ] {
        assert_eq!(number(text), Some(expected), "{text}");
    }
    assert_eq!(number("unknown"), None);
    assert_eq!(number("2"), None);
}

#[test]
fn a_library_older_than_the_floor_is_refused_by_name() {
    for old in ["1.10.4", "1.8.23"] {
        let disk = installation(old, "", &["libhdf5.so"]);
        assert_says(&disk.find("", &any(LINUX)).unwrap_err(), &[old, "1.10.5 is the oldest"]);
    }
    assert!(installation("1.10.5", "", &["libhdf5.so"]).find("", &any(LINUX)).is_ok());
}

#[test]
fn the_texts_of_the_version_are_the_literals_of_old_headers() {
    let disk = installation("1.10.8", "", &[]);
    let text = "#define H5_VERS_MAJOR 1\n#define H5_VERS_MINOR 14\n#define H5_VERS_RELEASE 4\n\
                #define H5_VERS_SUBRELEASE \"3\" /* For pre-releases */\n\
                #define H5_VERS_STR \"1.14.4-3\"\n#define H5_VERS_INFO \"HDF5 library version: 1.14.4-3\"\n";
    disk.file("include/H5public.h", text);
    let headers = Headers::read(&disk.path("include")).unwrap();
    assert_eq!(headers.subrelease, "3");
    assert_eq!(headers.text, "1.14.4-3");
    assert_eq!(headers.info, "HDF5 library version: 1.14.4-3");
}

#[test]
fn the_texts_of_the_version_are_put_together_as_new_headers_do() {
    let disk = installation("2.2.0", "", &[]);
    let text = "#define H5_VERS_MAJOR 2\n#define H5_VERS_MINOR 3\n#define H5_VERS_RELEASE 0\n\
                #define H5_VERS_SUBRELEASE \"-rc1\"\n\
                #define H5_VERS_STR_HELPER(major, minor, release) #major \".\" #minor\n\
                #define H5_VERS_STR  H5_VERS_STR_CONCAT(H5_VERS_MAJOR, H5_VERS_MINOR)\n\
                #define H5_VERS_INFO \"HDF5 library version: \" H5_VERS_STR\n";
    disk.file("include/H5public.h", text);
    let headers = Headers::read(&disk.path("include")).unwrap();
    assert_eq!(headers.text, "2.3.0-rc1");
    assert_eq!(headers.info, "HDF5 library version: 2.3.0-rc1");
}

#[test]
fn abilities_are_the_macros_that_are_defined() {
    let config = "#define H5_HAVE_FILTER_DEFLATE 1\n/* #undef H5_HAVE_PARALLEL */\n\
                  # define H5_HAVE_THREADSAFE 1\n#define H5_HAVE_DIRECT 0\n#define H5_HAVE_MAP_API\n";
    let disk = installation("1.14.6", config, &[]);
    let headers = Headers::read(&disk.path("include")).unwrap();
    assert!(headers.have("FILTER_DEFLATE") && headers.have("THREADSAFE"));
    for not in ["PARALLEL", "FILTER_SZIP", "FILTER", "DIRECT"] {
        assert!(!headers.have(not), "{not}");
    }
}

#[test]
fn fedora_keeps_the_configuration_in_a_file_per_word_size() {
    let disk = installation("1.12.1", "#if x\n#include \"H5pubconf-64.h\"\n#endif\n", &[]);
    disk.file("include/H5pubconf-64.h", PARALLEL);
    assert!(Headers::read(&disk.path("include")).unwrap().have("PARALLEL"));
}

#[test]
fn a_milestone_names_the_release_only_where_it_is_not_the_first() {
    let cfg = |text| library::milestone_cfg(Version::parse(text).unwrap());
    assert_eq!(cfg("2.0.0"), "hdf5_ge_2_0");
    assert_eq!(cfg("1.10.7"), "hdf5_ge_1_10_7");
}

// What is linked.

#[test]
fn a_shared_library_is_preferred_and_brings_its_own_dependencies() {
    let shared = installation("1.14.6", DEFLATE, &["libhdf5.a", "libhdf5.so"]);
    assert_eq!(shared.find("", &any(LINUX)).unwrap().link_libs, ["hdf5"]);
    let only = installation("1.14.6", DEFLATE, &["libhdf5.a"]);
    let library = only.find("", &any(LINUX)).unwrap();
    assert_eq!(library.link_libs, ["static=hdf5", "z", "dl", "pthread", "m"]);
    assert!(!library.shared);
}

#[test]
fn a_static_library_is_taken_on_demand_and_nothing_else() {
    let both = installation("1.14.6", "", &["libhdf5.a", "libhdf5.so"]);
    assert_eq!(both.find("", &fixed(LINUX)).unwrap().link_libs[0], "static=hdf5");
    let shared = installation("1.14.6", "", &["libhdf5.so"]);
    let message = shared.find("", &fixed(LINUX)).unwrap_err();
    assert_says(&message, &["HDF5_STATIC", "libhdf5.so", "no static library", "unset"]);
    let neither = installation("1.14.6", "", &[]).find("", &fixed(LINUX)).unwrap_err();
    assert_says(&neither, &["no library is in"]);
}

#[test]
fn what_a_static_library_needs_is_in_its_settings() {
    let needs = |words: &str| {
        let disk = installation("1.10.8", DEFLATE, &["libhdf5.a"]);
        let settings =
            format!("  HDF5 Version: 1.10.8\n  Extra libraries: {words}\n  Archiver: ar\n");
        disk.file("lib/libhdf5.settings", &settings);
        disk.find("", &any(LINUX)).unwrap().link_libs.split_off(1)
    };
    let debian = needs("-lcrypto -lcurl -lpthread -lsz -lz -ldl -lm ");
    assert_eq!(debian, ["crypto", "curl", "pthread", "sz", "z", "dl", "m"]);
    assert_eq!(needs("m;dl;/opt/lib/libz.so.1;-pthread"), ["m", "dl", "z", "pthread"]);
    assert_eq!(needs("-L/opt/lib -lz"), ["z"]);
    // The names that CMake has for things are none of libraries: the abilities tell.
    assert_eq!(needs("ZLIB::ZLIB m"), ["z", "dl", "pthread", "m"]);
    assert_eq!(needs(""), ["z", "dl", "pthread", "m"]);
}

#[test]
fn what_a_static_library_needs_follows_from_its_abilities() {
    let config = "#define H5_HAVE_ROS3_VFD 1\n#define H5_HAVE_FILTER_SZIP 1\n";
    let old = installation("1.14.6", config, &["libhdf5.a", "libsz.a", "libaec.a"]);
    let needs = old.find("", &any(LINUX)).unwrap().link_libs;
    assert_eq!(needs, ["static=hdf5", "curl", "crypto", "sz", "aec", "dl", "pthread", "m"]);
    let new = installation("2.0.0", config, &["libhdf5.a", "libsz.so", "libaec.so"]);
    let needs = new.find("", &any(LINUX)).unwrap().link_libs;
    assert_eq!(needs, ["static=hdf5", "aws-c-s3", "sz", "dl", "pthread", "m"]);
}

#[test]
fn the_names_of_the_files_are_those_of_the_target() {
    let libs = |triple, files: &[&str], wanted: fn(&str) -> Wanted| {
        let library = installation("2.0.0", "", files).find("", &wanted(triple));
        library.map(|library| library.link_libs)
    };
    let mac = "aarch64-apple-darwin";
    assert_eq!(libs(mac, &["libhdf5.dylib", "libhdf5.a"], any).unwrap(), ["hdf5"]);
    assert_eq!(libs(mac, &["libhdf5.dylib", "libhdf5.a"], fixed).unwrap(), ["static=hdf5"]);
    let msvc = "x86_64-pc-windows-msvc";
    assert_eq!(libs(msvc, &["hdf5.lib", "libhdf5.lib"], any).unwrap(), ["hdf5"]);
    let fixed_msvc = libs(msvc, &["hdf5.lib", "libhdf5.lib"], fixed).unwrap();
    assert_eq!(fixed_msvc, ["static=libhdf5", "shlwapi", "ws2_32"]);
    let mingw = "x86_64-pc-windows-gnu";
    assert_eq!(libs(mingw, &["libhdf5.dll.a", "libhdf5.a"], any).unwrap(), ["hdf5"]);
    assert_eq!(libs(mingw, &["libhdf5.a"], any).unwrap()[0], "static=hdf5");
    assert!(libs(LINUX, &["libhdf5.dylib", "hdf5.lib"], any).is_err());
}

#[test]
fn the_high_level_library_is_linked_before_the_one_it_calls() {
    let wanted = Wanted { high_level: true, ..any(LINUX) };
    let find = |files: &[&str], wanted: &Wanted| {
        installation("1.14.6", "", files).find("", wanted).map(|library| library.link_libs)
    };
    assert_eq!(find(&["libhdf5.so", "libhdf5_hl.so"], &wanted).unwrap(), ["hdf5_hl", "hdf5"]);
    let serial = ["libhdf5_serial.so", "libhdf5_serial_hl.so"];
    assert_eq!(find(&serial, &wanted).unwrap(), ["hdf5_serial_hl", "hdf5_serial"]);
    let openmpi = ["libhdf5_openmpi.so", "libhdf5_openmpi_hl.so"];
    assert_eq!(find(&openmpi, &wanted).unwrap(), ["hdf5_openmpi_hl", "hdf5_openmpi"]);
    let mixed = ["libhdf5.so", "libhdf5_serial_hl.so"];
    assert_eq!(find(&mixed, &wanted).unwrap(), ["hdf5_serial_hl", "hdf5"]);
    let both = ["libhdf5.a", "libhdf5_hl.a", "libhdf5.so", "libhdf5_hl.so"];
    let static_libs = find(&both, &Wanted { high_level: true, ..fixed(LINUX) }).unwrap();
    assert_eq!(static_libs[..2], ["static=hdf5_hl", "static=hdf5"]);
    let msvc = Wanted { high_level: true, ..fixed("x86_64-pc-windows-msvc") };
    let libs = find(&["libhdf5.lib", "libhdf5_hl.lib"], &msvc).unwrap();
    assert_eq!(libs[..2], ["static=libhdf5_hl", "static=libhdf5"]);
    let message = find(&["libhdf5.so", "libhdf5_hl.a"], &wanted).unwrap_err();
    assert_says(&message, &["feature `hl`", "no high-level library libhdf5_hl.so", "install"]);
}

#[test]
fn what_a_feature_demands_the_library_must_have() {
    let find = |config, wanted: &Wanted| {
        installation("1.14.6", config, &["libhdf5.so"]).find("", wanted).map(|_| ())
    };
    let szip = Wanted { szip: true, ..any(LINUX) };
    assert_eq!(find("#define H5_HAVE_FILTER_SZIP 1\n", &szip), Ok(()));
    assert_says(&find("", &szip).unwrap_err(), &["feature `szip`", "H5_HAVE_FILTER_SZIP", "turn"]);
    let threadsafe = Wanted { threadsafe: true, ..any(LINUX) };
    assert_eq!(find("#define H5_HAVE_THREADSAFE 1\n", &threadsafe), Ok(()));
    assert_says(
        &find("", &threadsafe).unwrap_err(),
        &["feature `threadsafe`", "H5_HAVE_THREADSAFE"],
    );
}

// Where it lies.

#[test]
fn the_folder_of_64_bit_libraries_is_for_targets_of_64_bits() {
    let disk = installation("1.14.6", "", &["libhdf5.so"]);
    disk.file("lib64/libhdf5.so", "");
    let folder = |triple| disk.find("", &any(triple)).unwrap().folder.unwrap();
    assert_eq!(folder(LINUX), disk.path("lib64"));
    assert_eq!(folder("s390x-unknown-linux-gnu"), disk.path("lib64"));
    assert_eq!(folder("i686-unknown-linux-gnu"), disk.path("lib"));
    assert_eq!(folder("armv7-unknown-linux-gnueabihf"), disk.path("lib"));
}

#[test]
fn a_library_may_be_in_the_folder_of_the_architecture() {
    let disk = installation("1.14.6", "", &[]);
    disk.file("lib/aarch64-linux-gnu/libhdf5.so", "");
    assert!(disk.find("", &any("aarch64-unknown-linux-gnu")).is_ok());
    assert!(disk.find("", &any(LINUX)).is_err());
}

#[test]
fn debian_keeps_a_folder_for_each_flavour() {
    let disk = Disk::new();
    disk.debian("serial", "").debian("openmpi", PARALLEL).debian("mpich", PARALLEL);
    let library = disk.find("usr", &any(LINUX)).unwrap();
    assert_eq!(library.include, disk.path("usr/include/hdf5/serial"));
    assert_eq!(library.folder, Some(disk.path("usr/lib/x86_64-linux-gnu/hdf5/serial")));
    assert_eq!(library.root, Some(disk.path("usr")));
    assert!(disk.find("usr", &any("aarch64-unknown-linux-gnu")).is_err());
}

#[test]
fn debian_has_headers_and_library_of_one_flavour_in_one_folder_by_links() {
    let disk = Disk::new();
    disk.headers("openmpi/include", "1.10.8", "").file("openmpi/lib/libhdf5.so", "");
    let library = disk.find("openmpi", &any(LINUX)).unwrap();
    assert_eq!(library.include, disk.path("openmpi/include"));
    assert_eq!(library.folder, Some(disk.path("openmpi/lib")));
}

#[test]
fn one_parallel_flavour_is_linked_and_two_are_the_users_choice() {
    let disk = Disk::new();
    disk.debian("openmpi", PARALLEL);
    let mpi = "usr/lib/x86_64-linux-gnu/openmpi/include/mpi.h";
    disk.file(mpi, "typedef struct ompi_communicator_t *MPI_Comm;\n");
    let library = disk.find("usr", &any(LINUX)).unwrap();
    assert_eq!(library.include, disk.path("usr/include/hdf5/openmpi"));
    assert_eq!(library.mpi, Some(Handles::Pointers));
    disk.debian("mpich", PARALLEL);
    disk.file("usr/include/x86_64-linux-gnu/mpich/mpi.h", "typedef int MPI_Comm;\n");
    let message = disk.find("usr", &any(LINUX)).unwrap_err();
    let parts = ["several parallel", "hdf5/openmpi", "hdf5/mpich", "set HDF5_DIR", "no serial"];
    assert_says(&message, &parts);
}

#[test]
fn conda_on_windows_and_openindiana_have_a_folder_of_their_own() {
    let disk = Disk::new();
    disk.headers("Library/include", "1.14.6", "").file("Library/lib/hdf5.lib", "");
    let library = disk.find("", &any("x86_64-pc-windows-msvc")).unwrap();
    assert_eq!(library.include, disk.path("Library/include"));
    let disk = Disk::new();
    disk.headers("include/hdf5", "1.14.6", "").file("lib/amd64/libhdf5.so", "");
    let library = disk.find("", &any("x86_64-unknown-illumos")).unwrap();
    assert_eq!(library.folder, Some(disk.path("lib/amd64")));
}

#[test]
fn debian_names_a_target_without_its_vendor() {
    for (rust, debian) in [
        ("x86_64-unknown-linux-gnu", "x86_64-linux-gnu"),
        ("x86_64-unknown-linux-gnux32", "x86_64-linux-gnux32"),
        ("aarch64-unknown-linux-gnu", "aarch64-linux-gnu"),
        ("i586-unknown-linux-gnu", "i386-linux-gnu"),
        ("i686-unknown-linux-gnu", "i386-linux-gnu"),
        ("arm-unknown-linux-gnueabi", "arm-linux-gnueabi"),
        ("armv7-unknown-linux-gnueabihf", "arm-linux-gnueabihf"),
        ("thumbv7neon-unknown-linux-gnueabihf", "arm-linux-gnueabihf"),
        ("riscv64gc-unknown-linux-gnu", "riscv64-linux-gnu"),
        ("loongarch64-unknown-linux-gnu", "loongarch64-linux-gnu"),
        ("powerpc-unknown-linux-gnu", "powerpc-linux-gnu"),
        ("powerpc64-unknown-linux-gnu", "powerpc64-linux-gnu"),
        ("powerpc64le-unknown-linux-gnu", "powerpc64le-linux-gnu"),
        ("s390x-unknown-linux-gnu", "s390x-linux-gnu"),
        ("sparc64-unknown-linux-gnu", "sparc64-linux-gnu"),
        ("m68k-unknown-linux-gnu", "m68k-linux-gnu"),
        ("mips64el-unknown-linux-gnuabi64", "mips64el-linux-gnuabi64"),
        ("mipsel-unknown-linux-gnu", "mipsel-linux-gnu"),
        ("i686-unknown-hurd-gnu", "i386-gnu"),
        ("x86_64-unknown-hurd-gnu", "x86_64-gnu"),
    ] {
        assert_eq!(target(rust).debian_multiarch().as_deref(), Some(debian), "{rust}");
    }
}

#[test]
fn vcpkg_names_a_target_by_triplets() {
    let first = |triple| target(triple).vcpkg_triplets().into_iter().next();
    for (rust, vcpkg) in [
        ("x86_64-pc-windows-msvc", "x64-windows"),
        ("i686-pc-windows-msvc", "x86-windows"),
        ("aarch64-pc-windows-msvc", "arm64-windows"),
        ("x86_64-pc-windows-gnu", "x64-mingw-dynamic"),
        ("aarch64-apple-darwin", "arm64-osx"),
        ("x86_64-unknown-linux-gnu", "x64-linux"),
    ] {
        assert_eq!(first(rust).as_deref(), Some(vcpkg), "{rust}");
    }
}

/// The folders of headers that are looked into, with variables of the environment.
fn usual(target: &Target, variables: &[(&str, &str)]) -> Vec<PathBuf> {
    let value = |name: &str| {
        let found = variables.iter().find(|(variable, _)| *variable == name);
        found.map(|(_, value)| PathBuf::from(value))
    };
    folders::usual(target, value).into_iter().map(|folders| folders.include).collect()
}

#[test]
fn the_usual_folders_are_those_of_package_managers() {
    let mac = usual(&target("aarch64-apple-darwin"), &[("CONDA_PREFIX", "/conda")]);
    let place = |folder: &str| mac.iter().position(|include| include == Path::new(folder));
    let order =
        ["/conda/include", "/opt/homebrew/include", "/usr/local/include", "/opt/local/include"];
    let places: Vec<_> = order.iter().map(|folder| place(folder).expect(folder)).collect();
    assert!(places.is_sorted(), "{mac:?}");
    let linux = usual(&target(LINUX), &[]);
    for folder in ["/usr/include", "/usr/include/hdf5/serial", "/usr/local/include"] {
        assert!(linux.iter().any(|include| include == Path::new(folder)), "{folder}");
    }
}

#[test]
fn vcpkg_is_looked_into_where_it_says_it_is() {
    let windows = target("x86_64-pc-windows-msvc");
    let has = |variables: &[(&str, &str)], folder: &str| {
        usual(&windows, variables).iter().any(|include| include == Path::new(folder))
    };
    assert!(has(&[("VCPKG_ROOT", "/vcpkg")], "/vcpkg/installed/x64-windows/include"));
    assert!(has(&[("VCPKG_ROOT", "/vcpkg")], "/vcpkg/installed/x64-windows-static-md/include"));
    let chosen = [("VCPKG_ROOT", "/vcpkg"), ("VCPKG_DEFAULT_TRIPLET", "x64-windows-static")];
    assert!(has(&chosen, "/vcpkg/installed/x64-windows-static/include"));
    assert!(!has(&chosen, "/vcpkg/installed/x64-windows/include"));
    assert!(has(&[("VCPKG_INSTALLED_DIR", "/i")], "/i/x64-windows/include"));
}

#[test]
fn cross_compiling_looks_only_into_folders_that_name_the_target() {
    let cross = Target { native: false, ..target("aarch64-unknown-linux-gnu") };
    let found = folders::usual(&cross, |name| (name == "CONDA_PREFIX").then(|| "/conda".into()));
    assert!(!found.is_empty());
    for folders in found {
        assert_ne!(folders.include, Path::new("/usr/include"));
        for lib in folders.libs {
            assert!(lib.starts_with("/usr/lib/aarch64-linux-gnu"), "{}", lib.display());
        }
    }
}

#[test]
fn of_the_hdf_groups_installations_the_newest_comes_first() {
    let disk = Disk::new();
    for version in ["1.14.6", "2.0.0", "1.10.11", "1.14.10"] {
        disk.file(&format!("HDF_Group/HDF5/{version}/include/hdf5.h"), "");
    }
    let programs = disk.path("").to_str().unwrap().to_owned();
    let found = usual(&target("x86_64-pc-windows-msvc"), &[("ProgramFiles", &programs)]);
    let mut versions: Vec<_> = found
        .iter()
        .filter(|include| include.ends_with("include") && !include.ends_with("Library/include"))
        .filter_map(|include| Some(include.parent()?.file_name()?.to_str()?.to_owned()))
        .collect();
    versions.dedup();
    assert_eq!(versions, ["2.0.0", "1.14.10", "1.14.6", "1.10.11"]);
}

#[test]
fn another_version_in_a_usual_folder_is_told_of() {
    let disk = Disk::new();
    for (root, version) in [("a", "1.14.6"), ("b", "1.10.8"), ("c", "1.14.6"), ("d", "1.12.0")] {
        disk.headers(&format!("{root}/include"), version, "");
    }
    for root in ["a", "b", "c"] {
        disk.file(&format!("{root}/lib/libhdf5.so"), "");
    }
    let wanted = any(LINUX);
    let roots = ["a", "b", "c", "d"].map(|root| disk.path(root));
    let layouts: Vec<_> =
        roots.iter().flat_map(|root| folders::under(root, &wanted.target)).collect();
    let chosen = disk.find("a", &wanted).unwrap();
    let others = system::other_versions(&chosen, &layouts, &wanted);
    assert_eq!(others.len(), 1, "{others:?}");
    assert_says(&others[0], &["1.14.6", "a/include", "1.10.8", "b/include", "HDF5_DIR"]);
}

// What is wrong.

#[test]
fn headers_without_a_library_and_a_library_without_headers_are_told_apart() {
    let message = installation("1.14.6", "", &["libhdf5_hl.so"]).find("", &any(LINUX)).unwrap_err();
    assert_says(&message, &["headers of HDF5 1.14.6", "but no library is in", "lib64"]);
    let disk = Disk::new();
    disk.file("lib/libhdf5.so", "");
    let message = disk.find("", &any(LINUX)).unwrap_err();
    assert_says(
        &message,
        &["libhdf5.so is there", "no H5public.h is in", "headers are not installed"],
    );
    let message = Disk::new().find("", &any(LINUX)).unwrap_err();
    assert_says(&message, &["no H5public.h is in", "include/hdf5/serial"]);
}

#[test]
fn a_folder_that_is_not_there_or_relative_is_told() {
    let message = Disk::new().find("nowhere", &any(LINUX)).unwrap_err();
    assert_says(&message, &["there is no such folder"]);
    let message = system::in_root(Path::new("some/folder"), &any(LINUX)).unwrap_err();
    assert_says(&message, &["relative path"]);
}

#[test]
fn headers_that_state_no_version_are_told() {
    let disk = installation("1.14.6", "", &["libhdf5.so"]);
    disk.file("include/H5public.h", "");
    assert_says(&disk.find("", &any(LINUX)).unwrap_err(), &["H5public.h states no version"]);
    let disk = installation("1.14.6", "", &["libhdf5.so"]);
    fs::remove_file(disk.path("include/H5pubconf.h")).unwrap();
    assert_says(&disk.find("", &any(LINUX)).unwrap_err(), &["H5pubconf.h"]);
}

#[test]
fn headers_of_another_version_than_the_settings_of_the_library_are_told() {
    let disk = installation("1.14.6", "", &["libhdf5.so"]);
    disk.file("lib/libhdf5.settings", "    HDF5 Version: 1.10.8\n");
    let message = disk.find("", &any(LINUX)).unwrap_err();
    assert_says(&message, &["headers of HDF5 1.14.6", "HDF5 1.10.8", "settings"]);
    disk.file("lib/libhdf5.settings", "    HDF5 Version: 1.14.4-3\n");
    assert!(disk.find("", &any(LINUX)).is_ok());
}

#[cfg(unix)]
#[test]
fn headers_of_another_version_than_the_name_of_the_library_are_told() {
    let find = |version, triple, link: &str, file: &str| {
        let disk = installation(version, "", &[file]);
        std::os::unix::fs::symlink(file, disk.path("lib").join(link)).unwrap();
        disk.find("", &any(triple)).map(|_| ())
    };
    let mac = "aarch64-apple-darwin";
    assert_eq!(find("1.10.8", LINUX, "libhdf5.so", "libhdf5_serial.so.103.3.1"), Ok(()));
    assert_eq!(find("1.14.6", LINUX, "libhdf5.so", "libhdf5.so.310.5.1"), Ok(()));
    assert_eq!(find("2.1.0", LINUX, "libhdf5.so", "libhdf5.so.320.1.0"), Ok(()));
    assert_eq!(find("1.14.6", mac, "libhdf5.dylib", "libhdf5.310.dylib"), Ok(()));
    let message = find("1.14.6", LINUX, "libhdf5.so", "libhdf5.so.103.3.1").unwrap_err();
    assert_says(&message, &["headers of HDF5 1.14.6", "libhdf5.so.103.3.1 is HDF5 1.10"]);
    let message = find("1.14.6", LINUX, "libhdf5.so", "libhdf5.so.10.1.0").unwrap_err();
    assert_says(&message, &["is HDF5 1.8"]);
    let message = find("1.14.6", mac, "libhdf5.dylib", "libhdf5.320.dylib").unwrap_err();
    assert_says(&message, &["is HDF5 2.x"]);
    // OpenBSD numbers the libraries of its packages by itself.
    assert_eq!(find("1.14.6", "x86_64-unknown-openbsd", "libhdf5.so", "libhdf5.so.10.0"), Ok(()));
}

// What pkg-config says.

/// A package of an installation.
fn package(disk: &Disk, version: &str, libs: &[&str]) -> Package {
    Package {
        version: version.to_owned(),
        include_paths: vec![disk.path("include")],
        link_paths: vec![disk.path("lib")],
        libs: libs.iter().map(|&lib| lib.to_owned()).collect(),
    }
}

#[test]
fn a_package_has_headers_a_library_and_a_root() {
    let disk = installation("1.14.4", "", &["libhdf5.so"]);
    let library = packages::library(&package(&disk, "1.14.4-3", &["mpi"]), &any(LINUX)).unwrap();
    assert_eq!(library.link_libs, ["hdf5", "mpi"]);
    assert_eq!(library.root, Some(disk.path("")));
    assert_eq!(library.folder, Some(disk.path("lib")));
}

#[test]
fn a_package_of_another_version_than_its_headers_is_told() {
    let disk = installation("1.10.8", "", &["libhdf5.so"]);
    let message = packages::library(&package(&disk, "1.14.6", &[]), &any(LINUX)).unwrap_err();
    assert_says(&message, &["it says that it is HDF5 1.14.6", "headers of HDF5 1.10.8"]);
}

#[test]
fn a_package_without_headers_is_told() {
    let disk = Disk::new();
    disk.file("lib/libhdf5.so", "");
    let message = packages::library(&package(&disk, "1.14.6", &[]), &any(LINUX)).unwrap_err();
    assert_says(&message, &["no hdf5.h", "headers are not installed"]);
}

#[test]
fn a_static_package_states_what_it_needs() {
    let disk = installation("1.14.6", DEFLATE, &["libhdf5.a", "libhdf5.so"]);
    let stated = packages::library(&package(&disk, "1.14.6", &["z-ng"]), &fixed(LINUX)).unwrap();
    assert_eq!(stated.link_libs, ["static=hdf5", "z-ng"]);
    // Debian's states nothing of its own, but what MPI needs.
    disk.file("lib/libhdf5.settings", "Extra libraries: -lsz -lz -lm\n");
    let debian =
        packages::library(&package(&disk, "1.14.6", &["mpi", "m"]), &fixed(LINUX)).unwrap();
    assert_eq!(debian.link_libs, ["static=hdf5", "sz", "z", "m", "mpi"]);
}

// MPI.

#[test]
fn the_handles_of_mpi_are_pointers_or_integers() {
    let open_mpi = "typedef struct ompi_communicator_t *MPI_Comm;\n";
    assert_eq!(mpi::declared(open_mpi), Some(Handles::Pointers));
    let standard = "  typedef struct MPI_ABI_Comm* MPI_Comm;\n";
    assert_eq!(mpi::declared(standard), Some(Handles::Pointers));
    let mpich = "typedef int (MPI_Comm_copy_attr_function)(MPI_Comm, int, void *);\ntypedef int MPI_Comm;\n";
    assert_eq!(mpi::declared(mpich), Some(Handles::Integers));
    assert_eq!(mpi::declared("typedef struct x *OTHER_MPI_Comm;\nMPI_Comm c;\n"), None);
}

#[test]
fn mpi_h_may_include_the_header_that_says_it() {
    let disk = Disk::new();
    disk.file("mpi.h", "#include <stddef.h>\n# include \"mpi_abi.h\"\n");
    disk.file("mpi_abi.h", "typedef struct MPI_ABI_Comm* MPI_Comm;\n");
    assert_eq!(mpi::in_folders(&[disk.path("")]), Ok(Handles::Pointers));
    disk.file("mpi_abi.h", "");
    assert_says(
        &mpi::in_folders(&[disk.path("")]).unwrap_err(),
        &["does not say what MPI_Comm is"],
    );
}

#[test]
fn a_parallel_library_without_mpi_h_is_told_with_what_to_set() {
    let disk = Disk::new();
    let message = mpi::in_folders(&[disk.path("one"), disk.path("two")]).unwrap_err();
    assert_says(&message, &["parallel", "mpi.h", "one", "two", "set MPI_INCLUDE"]);
}

#[test]
fn mpi_h_is_that_of_the_mpi_beside_the_library() {
    let handles = |flavour, root: &Disk, include: &str, compiler: Option<&str>| {
        mpi::handles(&root.path(include), flavour, &[], compiler, &target(LINUX))
    };
    let usr = Disk::new();
    usr.file("include/mpich-x86_64/mpi.h", "typedef int MPI_Comm;\n");
    usr.file("include/openmpi-x86_64/mpi.h", "typedef struct c *MPI_Comm;\n");
    usr.file("include/hdf5/mpich/hdf5.h", "").file("include/hdf5/openmpi/hdf5.h", "");
    let mpich = handles(Flavour::Mpich, &usr, "include/hdf5/mpich", None);
    assert_eq!(mpich, Ok(Handles::Integers));
    let open_mpi = handles(Flavour::OpenMpi, &usr, "include/hdf5/openmpi", None);
    assert_eq!(open_mpi, Ok(Handles::Pointers));
    // Where the compiler that built it has its own.
    let opt = Disk::new();
    opt.file("include/mpi.h", "typedef int MPI_Comm;\n");
    opt.file("hdf5/include/hdf5.h", "");
    let compiler = opt.path("bin/mpicc");
    let built = handles(Flavour::Plain, &opt, "hdf5/include", compiler.to_str());
    assert_eq!(built, Ok(Handles::Integers));
}

#[test]
fn documentation_needs_no_library_and_shows_the_newest_interface() {
    let disk = Disk::new();
    let wanted = Wanted { threadsafe: true, high_level: true, ..any(LINUX) };
    let library = documented::newest(disk.path("out"), &wanted).unwrap();
    let newest = MILESTONES.iter().max().unwrap();
    let Version { major, minor, release } = library.headers.version;
    assert_eq!((major, minor, release), *newest);
    assert!(library.headers.have("THREADSAFE") && !library.headers.have("FILTER_SZIP"));
    assert!(library.high_level && library.link_libs.is_empty() && library.link_search.is_empty());
}
