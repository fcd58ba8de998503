//! Tests of what build.rs concludes from the files of an installation.
#![expect(dead_code, reason = "only the build script uses all of it")]

mod headers;
mod library;
mod system;

use std::fs;
use std::path::Path;

use headers::Headers;
use tempfile::TempDir;

/// Writes the headers of HDF5 `version` (`major minor release`) and its configuration.
fn write_headers(include: &Path, version: [u32; 3], config: &str) {
    let [major, minor, release] = version;
    let h5public = format!(
        "#define H5_VERS_MAJOR {major} /* x */\n#define H5_VERS_MINOR {minor}\n\
         #define H5_VERS_RELEASE {release}\n#define H5_VERS_SUBRELEASE \"-rc1\"\n"
    );
    fs::create_dir_all(include).unwrap();
    fs::write(include.join("H5public.h"), h5public).unwrap();
    fs::write(include.join("H5pubconf.h"), config).unwrap();
}

/// An installation of HDF5 `version` with the given files in lib/.
fn installation(version: [u32; 3], config: &str, libs: &[&str]) -> TempDir {
    let root = tempfile::tempdir().unwrap();
    write_headers(&root.path().join("include"), version, config);
    fs::create_dir(root.path().join("lib")).unwrap();
    for name in libs {
        fs::write(root.path().join("lib").join(name), "").unwrap();
    }
    root
}

#[test]
fn versions_become_numbers_that_order_them() {
    let number = |version| {
        let root = installation(version, "", &[]);
        Headers::read(&root.path().join("include")).unwrap().version.number()
    };
    assert_eq!(number([1, 14, 6]), 11_406);
    assert_eq!(number([2, 2, 0]), 20_200);
    assert_eq!(number([3, 0, 1]), 30_001);
}

#[test]
fn a_library_older_than_the_floor_is_refused_by_name() {
    let root = installation([1, 10, 4], "", &["libhdf5.so"]);
    let message = system::in_root(root.path()).unwrap_err();
    assert!(message.contains("1.10.4") && message.contains("1.10.5"), "{message}");
}

#[test]
fn abilities_are_the_macros_that_are_defined() {
    let config = "#define H5_HAVE_FILTER_DEFLATE 1\n/* #undef H5_HAVE_PARALLEL */\n# define H5_HAVE_THREADSAFE 1\n";
    let root = installation([1, 14, 6], config, &[]);
    let headers = Headers::read(&root.path().join("include")).unwrap();
    assert!(headers.have("FILTER_DEFLATE") && headers.have("THREADSAFE"));
    assert!(!headers.have("PARALLEL") && !headers.have("FILTER_SZIP") && !headers.have("FILTER"));
}

#[test]
fn fedora_keeps_the_configuration_in_a_file_per_word_size() {
    let root = installation([1, 12, 1], "#if x\n#include \"H5pubconf-64.h\"\n#endif\n", &[]);
    let include = root.path().join("include");
    fs::write(include.join("H5pubconf-64.h"), "#define H5_HAVE_PARALLEL 1\n").unwrap();
    assert!(Headers::read(&include).unwrap().have("PARALLEL"));
}

#[test]
fn a_shared_library_is_preferred_and_brings_its_own_dependencies() {
    let config = "#define H5_HAVE_FILTER_DEFLATE 1\n";
    let shared = installation([1, 14, 6], config, &["libhdf5.a", "libhdf5.so"]);
    assert_eq!(system::in_root(shared.path()).unwrap().link_libs, ["hdf5"]);
    let fixed = installation([1, 14, 6], config, &["libhdf5.a"]);
    assert_eq!(system::in_root(fixed.path()).unwrap().link_libs[..2], ["hdf5", "z"]);
}

#[test]
fn headers_without_a_library_and_a_library_without_headers_are_told_apart() {
    let root = installation([1, 14, 6], "", &["libhdf5_hl.so"]);
    let message = system::in_root(root.path()).unwrap_err();
    assert!(message.contains("but no library"), "{message}");
    let root = installation([1, 14, 6], "", &["libhdf5.so"]);
    fs::remove_dir_all(root.path().join("include")).unwrap();
    let message = system::in_root(root.path()).unwrap_err();
    assert!(message.contains("H5public.h"), "{message}");
}

#[test]
fn debian_names_a_target_without_its_vendor() {
    let name = |target| system::debian_multiarch(target).unwrap();
    assert_eq!(name("x86_64-unknown-linux-gnu"), "x86_64-linux-gnu");
    assert_eq!(name("i686-unknown-linux-gnu"), "i386-linux-gnu");
    assert_eq!(name("armv7-unknown-linux-gnueabihf"), "arm-linux-gnueabihf");
    assert_eq!(name("riscv64gc-unknown-linux-gnu"), "riscv64-linux-gnu");
}
