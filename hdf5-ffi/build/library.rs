//! The libhdf5 that was chosen, and what Cargo and dependents are told about it.

use std::env;
use std::fmt::Display;
use std::path::PathBuf;

use super::headers::{Headers, Version};
use super::milestones::MILESTONES;
use super::mpi::Handles;

/// The abilities that this crate and its dependents are told, and the macro of each in `H5pubconf.h`:
/// what users ask for, and what the public headers make declarations depend on.
const ABILITIES: [(&str, &str); 12] = [
    ("deflate", "FILTER_DEFLATE"),
    ("szip", "FILTER_SZIP"),
    ("parallel", "PARALLEL"),
    ("threadsafe", "THREADSAFE"),
    ("direct", "DIRECT"),
    ("ros3", "ROS3_VFD"),
    ("hdfs", "LIBHDFS"),
    ("mirror", "MIRROR_VFD"),
    ("subfiling", "SUBFILING_VFD"),
    ("ioc", "IOC_VFD"),
    ("map_api", "MAP_API"),
    ("windows", "WINDOWS"),
];

/// A libhdf5 to link.
#[derive(Debug)]
pub(crate) struct Library {
    pub(crate) headers: Headers,
    /// The folder that holds `include/` and the library's folder, if they lie so.
    pub(crate) root: Option<PathBuf>,
    pub(crate) include: PathBuf,
    /// The folder of the library, if it is known.
    pub(crate) folder: Option<PathBuf>,
    pub(crate) link_search: Vec<PathBuf>,
    pub(crate) link_libs: Vec<String>,
    pub(crate) shared: bool,
    /// Whether the high-level library is linked too.
    pub(crate) high_level: bool,
    /// What the handles of MPI are, in a parallel library.
    pub(crate) mpi: Option<Handles>,
}

impl Library {
    /// Tells Cargo, this crate and its dependents about it.
    pub(crate) fn announce(&self) {
        // An upgrade of the installation shows in these files.
        for header in ["H5public.h", "H5pubconf.h"] {
            println!("cargo::rerun-if-changed={}", self.include.join(header).display());
        }
        for folder in &self.link_search {
            println!("cargo::rustc-link-search=native={}", folder.display());
        }
        for name in &self.link_libs {
            println!("cargo::rustc-link-lib={name}");
        }
        self.set_cfgs();
        self.set_constants();
        self.set_metadata();
        self.find_at_run_time();
    }

    fn set_cfgs(&self) {
        let set = |name: &str, is_set: bool| {
            println!("cargo::rustc-check-cfg=cfg({name})");
            if is_set {
                println!("cargo::rustc-cfg={name}");
            }
        };
        for &(major, minor, release) in MILESTONES {
            let milestone = Version { major, minor, release };
            set(&milestone_cfg(milestone), self.headers.version >= milestone);
        }
        for (ability, name) in ABILITIES {
            set(&format!("hdf5_have_{ability}"), self.headers.have(name));
        }
        set("hdf5_mpi_pointer_handles", self.mpi == Some(Handles::Pointers));
    }

    /// What `src/version.rs` makes into constants.
    fn set_constants(&self) {
        let Headers { version, subrelease, text, info, .. } = &self.headers;
        let constant =
            |name: &str, value: &dyn Display| println!("cargo::rustc-env=HDF5_FFI_{name}={value}");
        constant("VERS_MAJOR", &version.major);
        constant("VERS_MINOR", &version.minor);
        constant("VERS_RELEASE", &version.release);
        constant("VERS_SUBRELEASE", subrelease);
        constant("VERS_STR", text);
        constant("VERS_INFO", info);
    }

    fn set_metadata(&self) {
        let metadata = |name: &str, value: &dyn Display| println!("cargo::metadata={name}={value}");
        if let Some(root) = &self.root {
            metadata("root", &root.display());
        }
        metadata("include", &self.include.display());
        if let Some(folder) = &self.folder {
            metadata("library", &folder.display());
            if self.high_level {
                metadata("hl_library", &folder.display());
            }
        }
        metadata("version", &self.headers.version);
        metadata("version_number", &self.headers.version.number());
        for (ability, name) in ABILITIES {
            metadata(&format!("have_{ability}"), &u8::from(self.headers.have(name)));
        }
    }

    /// Lets this crate's own tests load a shared libhdf5 that lies outside the loader's path. Programs of
    /// dependents choose for themselves, as Cargo hands no linker arguments on.
    fn find_at_run_time(&self) {
        let unix = env::var_os("CARGO_CFG_UNIX").is_some();
        if let Some(folder) = self.folder.as_ref().filter(|_| unix && self.shared) {
            println!("cargo::rustc-link-arg=-Wl,-rpath,{}", folder.display());
        }
    }
}

/// The name of the cfg for a version and newer: `hdf5_ge_1_12`, `hdf5_ge_1_10_7`.
pub(crate) fn milestone_cfg(Version { major, minor, release }: Version) -> String {
    match release {
        0 => format!("hdf5_ge_{major}_{minor}"),
        _ => format!("hdf5_ge_{major}_{minor}_{release}"),
    }
}
