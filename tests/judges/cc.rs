//! The C compiler, for libraries that watch what a program asks of the system.

use std::io::stderr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::presence::Rules;
use crate::process::output;

/// Compiles a text in C to a library at that path, to be loaded before all others; prints that the test is
/// skipped where there is no C compiler.
///
/// # Panics
///
/// When the text does not compile, and under `CI` when there is no compiler.
#[track_caller]
pub fn cc(text: &str, library: &Path) -> Option<PathBuf> {
    let source = library.with_extension("c");
    std::fs::write(&source, text).unwrap_or_else(|error| panic!("{}: {error}", source.display()));
    let mut compiler = Command::new("cc");
    compiler.args(["-O1", "-shared", "-fPIC", "-o"]).args([library, &source]).arg("-ldl");
    let compiled = Rules::of_environment().apply("cc", output(&mut compiler), stderr())?;
    let complaints = String::from_utf8_lossy(&compiled.stderr);
    assert!(compiled.status.success(), "cc ended with {}\n{complaints}", compiled.status);
    Some(library.to_owned())
}
