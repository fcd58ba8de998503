//! Tasks of developers; `cargo xtask` lists them.

mod emit;
mod extract;
mod macros;
mod merge;
mod releases;

use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "cargo xtask source VERSION

    Prints the folder of the C source of a release in src/releases.rs, for HDF5_SOURCE_DIR; downloads it if needed.

cargo xtask bindings [--check]

    Writes the declarations of hdf5-ffi (src/h5*.rs, build/milestones.rs) from the headers of each release in
    src/releases.rs. With --check nothing is written: it fails if a file would change.

    Needs libclang (LIBCLANG_PATH; `pip install libclang` has one), a C compiler, rustfmt, and for the headers
    of Debian's HDF5 apt-get and dpkg.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["source", version] => source(version),
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

fn root() -> Result<&'static Path, String> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or_else(|| "no parent folder".to_owned())
}

fn source(version: &str) -> Result<(), String> {
    let release = releases::RELEASES
        .iter()
        .find(|release| release.version.to_string() == version)
        .ok_or_else(|| format!("no release {version} in xtask/src/releases.rs"))?;
    println!("{}", release.source(&root()?.join("target/xtask/headers"))?.display());
    Ok(())
}

fn bindings(check: bool) -> Result<(), String> {
    let root = root()?;
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
