//! The libhdf5 that was chosen, and what Cargo and dependents are told about it.

use std::env;
use std::fmt::Display;
use std::path::PathBuf;

use super::headers::{Headers, Version};
use super::system::env_path;

/// The versions that change what hdf5-ffi declares: 2.0 sets `cfg(hdf5_ge_2_0)`.
const MILESTONES: [(u32, u32); 4] = [(1, 12), (1, 14), (2, 0), (2, 2)];

/// The abilities that dependents are told, and the macro of each in `H5pubconf.h`.
const ABILITIES: [(&str, &str); 6] = [
    ("deflate", "FILTER_DEFLATE"),
    ("szip", "FILTER_SZIP"),
    ("parallel", "PARALLEL"),
    ("threadsafe", "THREADSAFE"),
    ("direct", "DIRECT"),
    ("ros3", "ROS3_VFD"),
];

/// A libhdf5 to link.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) headers: Headers,
    /// The folder that holds `include/` and the library's folder, if they lie so.
    pub(crate) root: Option<PathBuf>,
    pub(crate) include: PathBuf,
    pub(crate) link_search: Vec<PathBuf>,
    pub(crate) link_libs: Vec<String>,
}

impl Library {
    /// Tells Cargo, this crate and its dependents about it.
    pub(crate) fn announce(&self) {
        // An upgrade of the installation shows in this file.
        println!("cargo::rerun-if-changed={}", self.include.join("H5public.h").display());
        for folder in &self.link_search {
            println!("cargo::rustc-link-search=native={}", folder.display());
        }
        for name in &self.link_libs {
            println!("cargo::rustc-link-lib={name}");
        }
        set_version_cfgs(self.headers.version);
        self.find_at_run_time();

        let metadata = |name: &str, value: &dyn Display| println!("cargo::metadata={name}={value}");
        if let Some(root) = &self.root {
            metadata("root", &root.display());
        }
        metadata("include", &self.include.display());
        if let Some(folder) = self.link_search.first() {
            metadata("library", &folder.display());
        }
        metadata("version", &self.headers.version);
        metadata("version_number", &self.headers.version.number());
        for (ability, name) in ABILITIES {
            metadata(&format!("have_{ability}"), &u8::from(self.headers.have(name)));
        }
    }

    /// Lets this crate's own tests load a shared libhdf5 from `HDF5_DIR`. Programs of dependents choose for
    /// themselves, as Cargo hands no linker arguments on.
    fn find_at_run_time(&self) {
        let unix = env::var_os("CARGO_CFG_UNIX").is_some();
        let given = env_path("HDF5_DIR").is_some_and(|root| self.root == Some(root));
        if unix && given {
            for folder in &self.link_search {
                println!("cargo::rustc-link-arg=-Wl,-rpath,{}", folder.display());
            }
        }
    }
}

fn set_version_cfgs(version: Version) {
    for (major, minor) in MILESTONES {
        println!("cargo::rustc-check-cfg=cfg(hdf5_ge_{major}_{minor})");
        if (version.major, version.minor) >= (major, minor) {
            println!("cargo::rustc-cfg=hdf5_ge_{major}_{minor}");
        }
    }
}
