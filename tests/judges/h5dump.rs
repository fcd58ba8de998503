//! h5dump, the HDF Group's own printer of files, as the system has it.

use crate::presence::Rules;
use crate::process::output;
use std::io::stderr;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

const HOW_TO_INSTALL: &str = "install it with `apt install hdf5-tools`, or the like";

/// h5dump; made by [`h5dump!`](crate::h5dump!).
#[derive(Debug, Clone, Copy)]
pub struct H5dump(());

impl H5dump {
    /// h5dump where the system has it; prints that the test is skipped where not.
    ///
    /// # Panics
    ///
    /// Under `CI` when there is no h5dump.
    #[track_caller]
    pub fn find() -> Option<Self> {
        static FOUND: OnceLock<Result<H5dump, String>> = OnceLock::new();
        let found = FOUND.get_or_init(|| look("h5dump")).as_ref();
        Rules::of_environment().apply("h5dump", found, stderr()).copied()
    }

    /// What `h5dump ARGS FILE` prints.
    ///
    /// # Panics
    ///
    /// When h5dump fails, with what it complained of.
    #[track_caller]
    pub fn dump(self, file: impl AsRef<Path>, args: &[&str]) -> String {
        let (file, output) = run(file.as_ref(), args);
        assert!(
            output.status.success(),
            "h5dump {args:?} {}: {}\n{}",
            file.display(),
            output.status,
            String::from_utf8_lossy(&output.stderr),
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// The structure of a file without its data: `h5dump -H`.
    ///
    /// # Panics
    ///
    /// When h5dump fails.
    #[track_caller]
    pub fn header(self, file: impl AsRef<Path>) -> String {
        self.dump(file, &["-H"])
    }

    /// What h5dump complains of when it cannot dump the file.
    ///
    /// # Panics
    ///
    /// When h5dump succeeds.
    #[track_caller]
    pub fn complaint(self, file: impl AsRef<Path>, args: &[&str]) -> String {
        let (file, output) = run(file.as_ref(), args);
        assert!(!output.status.success(), "h5dump {args:?} {} succeeded", file.display());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }
}

fn look(program: &str) -> Result<H5dump, String> {
    match output(Command::new(program).arg("--version")) {
        Ok(output) if output.status.success() => Ok(H5dump(())),
        Ok(output) => Err(format!("`{program} --version` ended with {}", output.status)),
        Err(error) => Err(format!("{program}: {error}; {HOW_TO_INSTALL}")),
    }
}

#[track_caller]
fn run<'f>(file: &'f Path, args: &[&str]) -> (&'f Path, Output) {
    let mut command = Command::new("h5dump");
    let output = output(command.args(args).arg(file));
    (file, output.unwrap_or_else(|error| panic!("h5dump: {error}; {HOW_TO_INSTALL}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_h5dump_tells_how_to_install_it() {
        let absence = look("no-such-h5dump").unwrap_err();
        assert!(absence.contains("apt install hdf5-tools"), "{absence}");
    }

    #[test]
    fn h5dump_shows_what_h5py_wrote() {
        let h5dump = crate::h5dump!();
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("a.h5");
        h5py.create(&path, "f['a'] = np.arange(3, dtype='<i4')");
        assert!(h5dump.header(&path).contains("H5T_STD_I32LE"));
        assert!(h5dump.dump(&path, &["-d", "/a"]).contains("(0): 0, 1, 2"));
        let refused = std::panic::catch_unwind(|| h5dump.dump(dir.file("missing.h5"), &[]));
        assert!(refused.is_err());
        assert!(!h5dump.complaint(dir.file("missing.h5"), &[]).is_empty());
    }
}
