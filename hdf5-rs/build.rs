//! Turns the version of the linked libhdf5 into cfgs, for `raw/` alone.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let number = env::var("DEP_HDF5_VERSION_NUMBER").unwrap_or_default();
    let number: u32 = number.parse().expect("hdf5-ffi exports the version of libhdf5");
    for (cfg, least) in [
        ("hdf5_ge_1_10_6", 1_10_06),
        ("hdf5_ge_1_10_7", 1_10_07),
        ("hdf5_ge_1_12", 1_12_00),
        ("hdf5_ge_1_12_1", 1_12_01),
        ("hdf5_ge_1_14", 1_14_00),
        ("hdf5_ge_1_14_4", 1_14_04),
        ("hdf5_ge_2_0", 2_00_00),
    ] {
        println!("cargo::rustc-check-cfg=cfg({cfg})");
        if number >= least {
            println!("cargo::rustc-cfg={cfg}");
        }
    }
    println!("cargo::rustc-check-cfg=cfg(hdf5_have_direct)");
    if env::var("DEP_HDF5_HAVE_DIRECT").is_ok_and(|have| have == "1") {
        println!("cargo::rustc-cfg=hdf5_have_direct");
    }
    // This crate's own tests find a shared library outside the loader's path, as HDF5_DIR may name.
    let unix = env::var_os("CARGO_CFG_UNIX").is_some();
    if let Some(library) = env::var_os("DEP_HDF5_LIBRARY").filter(|_| unix) {
        println!("cargo::rustc-link-arg=-Wl,-rpath,{}", library.to_string_lossy());
    }
}
