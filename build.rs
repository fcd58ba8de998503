//! Turns the version and abilities of the linked libhdf5 into cfgs for tests, examples and benchmarks.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let number = env::var("DEP_HDF5_VERSION_NUMBER").unwrap_or_default();
    let number: u32 = number.parse().expect("hdf5-ffi exports the version of libhdf5");
    for (cfg, least) in [("1_12", 1_12_00), ("1_14", 1_14_00), ("2_0", 2_00_00)] {
        println!("cargo::rustc-check-cfg=cfg(hdf5_ge_{cfg})");
        if number >= least {
            println!("cargo::rustc-cfg=hdf5_ge_{cfg}");
        }
    }
    for ability in ["deflate", "szip", "parallel", "threadsafe", "direct", "ros3"] {
        println!("cargo::rustc-check-cfg=cfg(hdf5_have_{ability})");
        let variable = format!("DEP_HDF5_HAVE_{}", ability.to_uppercase());
        if env::var(variable).is_ok_and(|value| value == "1") {
            println!("cargo::rustc-cfg=hdf5_have_{ability}");
        }
    }
    // A shared library outside the loader's path, as HDF5_DIR may name, is found at run time too.
    let unix = env::var_os("CARGO_CFG_UNIX").is_some();
    if let Some(library) = env::var_os("DEP_HDF5_LIBRARY").filter(|_| unix) {
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", library.to_string_lossy());
    }
}
