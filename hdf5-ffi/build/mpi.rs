//! How the MPI of a parallel HDF5 represents its handles, read from `mpi.h` as text.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::folders::{Flavour, env_path};
use super::system::list;
use super::target::Target;

/// What `MPI_Comm` and `MPI_Info` are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handles {
    /// Pointers, as in Open MPI and the ABI of MPI 5.
    Pointers,
    /// `int`, as in MPICH and what comes of it: Intel, MVAPICH, Cray, Microsoft.
    Integers,
}

/// Finds `mpi.h` and reads it; the error says where it was looked for.
///
/// `include` holds the headers of HDF5, `package` is the include folders of its pkg-config package and
/// of those it requires, `compiler` built the library: often `/where/MPI/is/bin/mpicc`.
pub(crate) fn handles(
    include: &Path,
    flavour: Flavour,
    package: &[PathBuf],
    compiler: Option<&str>,
    target: &Target,
) -> Result<Handles, String> {
    if let Some(folder) = env_path("MPI_INCLUDE") {
        return read(&folder)
            .map_err(|reason| format!("MPI_INCLUDE={}: {reason}", folder.display()));
    }
    let mut looked = package.to_vec();
    looked.extend(beside(include, flavour, target));
    looked.extend(installed(flavour, compiler, target));
    let mut seen = HashSet::new();
    looked.retain(|folder| seen.insert(folder.clone()));
    in_folders(&looked)
}

/// Reads the first `mpi.h` in some folders.
pub(crate) fn in_folders(folders: &[PathBuf]) -> Result<Handles, String> {
    match folders.iter().find(|folder| folder.join("mpi.h").is_file()) {
        Some(folder) => read(folder),
        None => Err(format!(
            "the library is parallel, but mpi.h is in none of {}; set MPI_INCLUDE to the folder that holds the mpi.h \
             of its MPI",
            list(folders)
        )),
    }
}

/// The folders above the headers of HDF5 in which the MPI that was installed with them has its own.
fn beside(include: &Path, flavour: Flavour, target: &Target) -> Vec<PathBuf> {
    let include = fs::canonicalize(include).unwrap_or_else(|_| include.to_owned());
    let mut folders = vec![include.clone()];
    for above in include.ancestors().skip(1) {
        folders.extend(of_flavour(above, flavour, target));
    }
    folders.retain(|folder| folder.is_dir());
    folders
}

/// The folders of an MPI below `/usr` or the like: Debian's, Fedora's, SUSE's.
fn of_flavour(usr: &Path, flavour: Flavour, target: &Target) -> Vec<PathBuf> {
    let arch = target.arch();
    let multiarch = target.debian_multiarch().unwrap_or_default();
    let names = match flavour {
        Flavour::OpenMpi => vec![
            format!("lib/{multiarch}/openmpi/include"),
            format!("include/openmpi-{arch}"),
            "lib64/mpi/gcc/openmpi4/include".to_owned(),
            "lib64/mpi/gcc/openmpi5/include".to_owned(),
        ],
        Flavour::Mpich => vec![
            format!("include/{multiarch}/mpich"),
            format!("include/mpich-{arch}"),
            "lib64/mpi/gcc/mpich/include".to_owned(),
        ],
        Flavour::Plain => vec![format!("include/{multiarch}/mpi")],
    };
    names.into_iter().map(|name| usr.join(name)).collect()
}

/// The folders of the MPI that this machine has.
fn installed(flavour: Flavour, compiler: Option<&str>, target: &Target) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let bin = compiler.map(Path::new).and_then(Path::parent);
    let built_with = bin.filter(|bin| bin.ends_with("bin")).and_then(Path::parent);
    folders.extend(built_with.map(|root| root.join("include")));
    for variable in ["MPI_HOME", "MPI_ROOT", "I_MPI_ROOT", "MPICH_DIR", "CONDA_PREFIX"] {
        folders.extend(env_path(variable).map(|root| root.join("include")));
    }
    folders.extend(env_path("MSMPI_INC"));
    let flavours = match flavour {
        Flavour::Plain => vec![Flavour::Plain, Flavour::OpenMpi, Flavour::Mpich],
        known => vec![known],
    };
    for flavour in flavours {
        let packages: &[&str] = match flavour {
            Flavour::OpenMpi => &["ompi-c", "ompi"],
            Flavour::Mpich => &["mpich"],
            Flavour::Plain => &["mpi", "mpi-c"],
        };
        let mut pkg_config = pkg_config::Config::new();
        pkg_config.cargo_metadata(false);
        let found = packages.iter().find_map(|name| pkg_config.probe(name).ok());
        folders.extend(found.into_iter().flat_map(|library| library.include_paths));
        folders.extend(of_flavour(Path::new("/usr"), flavour, target));
    }
    let common =
        ["/opt/homebrew/include", "/usr/local/include", "/usr/pkg/include", "/usr/include"];
    folders.extend(common.map(PathBuf::from));
    folders
}

/// Reads the mpi.h in a folder, and the headers beside it that it includes.
fn read(folder: &Path) -> Result<Handles, String> {
    let path = folder.join("mpi.h");
    let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    if let Some(handles) = declared(&text) {
        return Ok(handles);
    }
    let included = text.lines().filter_map(|line| {
        let name = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("include")?;
        let name = name.trim().trim_matches(['"', '<', '>']);
        fs::read_to_string(folder.join(name)).ok()
    });
    let found = included.into_iter().find_map(|text| declared(&text));
    found.ok_or_else(|| format!("{} does not say what MPI_Comm is", path.display()))
}

/// What `typedef ... MPI_Comm;` declares.
pub(crate) fn declared(text: &str) -> Option<Handles> {
    let line = text.lines().map(str::trim).find(|line| {
        let name = line.strip_prefix("typedef").and_then(|line| line.split(';').next());
        name.is_some_and(|name| name.ends_with("MPI_Comm") && !name.ends_with("_MPI_Comm"))
    })?;
    Some(if line.contains('*') { Handles::Pointers } else { Handles::Integers })
}
