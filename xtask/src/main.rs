//! Tasks of developers; `cargo xtask` lists them.

mod emit;
mod extract;
mod macros;
mod merge;
mod releases;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "cargo xtask bindings [--check]

    Writes the declarations of hdf5-ffi (src/h5*.rs, build/milestones.rs) from the headers of each release in
    src/releases.rs. With --check nothing is written: it fails if a file would change.

    Needs libclang (LIBCLANG_PATH; `pip install libclang` has one), a C compiler, rustfmt, and for the headers
    of Debian's HDF5 apt-get and dpkg.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["bindings"] => bindings(false),
        ["bindings", "--check"] => bindings(true),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn bindings(check: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no parent folder")?;
    let work = &root.join("target/xtask/headers");
    // Each release in a thread of its own: clang takes its time over some eighty headers.
    let mut interfaces = std::thread::scope(|scope| {
        let read = move |release: &'static releases::Release| {
            let include = release.headers(root, work)?;
            extract::interface(release, &include)
        };
        let threads: Vec<_> =
            releases::RELEASES.iter().map(|release| scope.spawn(move || read(release))).collect();
        let results =
            threads.into_iter().map(|thread| thread.join().expect("extraction does not panic"));
        results.collect::<Result<Vec<_>, String>>()
    })?;
    extract::unify_names(&mut interfaces);
    let merged = merge::merge(&interfaces);
    emit::write(root, &merged, check)
}
