//! Turns the version and abilities of the linked libhdf5 into cfgs for tests, examples and benchmarks.

#[path = "hdf5-ffi/build/milestones.rs"]
mod milestones;

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=hdf5-ffi/build/milestones.rs");
    let number = env::var("DEP_HDF5_VERSION_NUMBER").unwrap_or_default();
    let number: u32 = number.parse().expect("hdf5-ffi exports the version of libhdf5");
    for &(major, minor, release) in milestones::MILESTONES {
        let cfg = match release {
            0 => format!("hdf5_ge_{major}_{minor}"),
            _ => format!("hdf5_ge_{major}_{minor}_{release}"),
        };
        println!("cargo::rustc-check-cfg=cfg({cfg})");
        if number >= major * 10_000 + minor * 100 + release {
            println!("cargo::rustc-cfg={cfg}");
        }
    }
    // hdf5-ffi gives all the abilities that it knows, each as 1 or 0.
    for (variable, value) in env::vars_os() {
        let Some(ability) = variable.to_str().and_then(|name| name.strip_prefix("DEP_HDF5_HAVE_"))
        else {
            continue;
        };
        let ability = ability.to_lowercase();
        println!("cargo::rustc-check-cfg=cfg(hdf5_have_{ability})");
        if value == "1" {
            println!("cargo::rustc-cfg=hdf5_have_{ability}");
        }
    }
    // A shared library outside the loader's path, as HDF5_DIR may name, is found at run time too.
    let unix = env::var_os("CARGO_CFG_UNIX").is_some();
    if let Some(library) = env::var_os("DEP_HDF5_LIBRARY").filter(|_| unix) {
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", library.to_string_lossy());
    }
}
