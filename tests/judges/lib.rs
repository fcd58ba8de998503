//! The independent readers that judge what hdf5-rs writes, and write what it must read.
//!
//! A scenario in `tests/` never believes hdf5-rs about hdf5-rs: it asks h5py and h5dump.
//!
//! ```no_run
//! let h5py = judges::h5py!();
//! let dir = judges::scratch();
//! let path = dir.file("run.h5");
//! // ... write the file with hdf5-rs ...
//! h5py.file(&path).assert("f['a'].shape == (3, 4)");
//! h5py.file(&path).expect("f['a'][0].tolist()", "[1, 2, 3, 4]");
//! ```
//!
//! Where a judge is missing, [`h5py!`] and [`h5dump!`] print a line that says so and return from
//! the test. Under `CI` (set, not empty, not `false`) they panic instead, unless
//! `JUDGES_WITHOUT` names the judge (`JUDGES_WITHOUT=h5dump` on a system that has none).

mod cc;
mod corpus;
mod h5dump;
mod presence;
mod process;
mod python;

pub use cc::cc;
pub use corpus::corpus;
pub use h5dump::H5dump;
pub use process::{Process, again, output, say, spawn};
pub use python::{H5py, Judged};

use std::path::{Path, PathBuf};

/// h5py, as a [`H5py`]; returns from the test, with the value given if any, where there is none.
///
/// `let h5py = h5py!();`, or `let h5py = h5py!(Ok(()));` in a test that returns a `Result`.
///
/// # Panics
///
/// Under `CI` when there is no h5py.
#[macro_export]
macro_rules! h5py {
    ($($otherwise:expr)?) => {
        match $crate::H5py::find() {
            ::std::option::Option::Some(judge) => judge,
            ::std::option::Option::None => return $($otherwise)?,
        }
    };
}

/// h5dump, as a [`H5dump`]; returns from the test, with the value given if any, where there is
/// none.
///
/// # Panics
///
/// Under `CI` when there is no h5dump.
#[macro_export]
macro_rules! h5dump {
    ($($otherwise:expr)?) => {
        match $crate::H5dump::find() {
            ::std::option::Option::Some(judge) => judge,
            ::std::option::Option::None => return $($otherwise)?,
        }
    };
}

/// A new folder for a test's files, removed when the value is dropped.
///
/// # Panics
///
/// When the folder cannot be made.
#[track_caller]
pub fn scratch() -> Scratch {
    let made = tempfile::Builder::new().prefix("hdf5-rs-").tempdir();
    Scratch(made.unwrap_or_else(|error| panic!("no folder for the test's files: {error}")))
}

/// A folder for the files of one test; see [`scratch`].
#[derive(Debug)]
pub struct Scratch(tempfile::TempDir);

impl Scratch {
    /// The path that a file of this name has in the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
