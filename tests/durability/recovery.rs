//! What becomes of images when they are recovered: in a process of its own, for a damaged file may crash libhdf5.

use std::path::{Path, PathBuf};

use hdf5::{ErrorKind, File, RecoverMode};

/// The files, one in a line, and the first of them that it is about.
const FILES: &str = "DURABILITY_RECOVERS";
const FIRST: &str = "DURABILITY_RECOVERS_FROM";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recovered {
    /// It did not say that it was left open.
    NotNeeded,
    /// It did. Whether it is repaired, h5py will find.
    WasLeftOpen,
    /// libhdf5 crashed.
    Crashed,
}

/// Recovers what has been left open.
pub(crate) fn recover_all(paths: &[(usize, PathBuf)]) -> Vec<Recovered> {
    let dir = judges::scratch();
    let list = dir.file("list");
    let lines: Vec<_> = paths.iter().map(|(_, path)| path.to_str().unwrap()).collect();
    std::fs::write(&list, lines.join("\n")).unwrap();
    let mut all = Vec::new();
    while all.len() < paths.len() {
        let mut command = judges::again();
        command.env(FILES, &list).env(FIRST, all.len().to_string());
        let output = judges::output(&mut command).unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        all.extend(said.lines().filter_map(|line| match line.strip_prefix("says: ") {
            Some("not needed") => Some(Recovered::NotNeeded),
            Some("left open") => Some(Recovered::WasLeftOpen),
            _ => None,
        }));
        if all.len() < paths.len() {
            assert!(!output.status.success(), "{said}");
            all.push(Recovered::Crashed);
        }
    }
    all
}

/// Recovers the files, and does not return, if this process is to do that.
pub(crate) fn run_if_told() {
    let Some(list) = std::env::var_os(FILES) else { return };
    let first = std::env::var(FIRST).unwrap().parse().unwrap();
    for path in std::fs::read_to_string(list).unwrap().lines().skip(first) {
        let path = Path::new(path);
        let left_open = File::open(path).is_err_and(|error| *error.kind() == ErrorKind::LeftOpen);
        if left_open {
            // What cannot be repaired is damaged, as h5py will find.
            let _ = hdf5::recover(path, &RecoverMode::InPlace);
        }
        judges::say(if left_open { "left open" } else { "not needed" });
    }
    std::process::exit(0);
}
