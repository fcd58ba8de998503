//! Writes a file anew, without the space that has become free in it, and prints what that saved.
//!
//! `cargo run --release --example repack -- IN OUT`
//!
//! IN and OUT may be the same. The new file is there only once it is complete.

use std::path::Path;
use std::process::ExitCode;

use hdf5::{File, RepackOptions, Result};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    let [from, to] = &args[..] else {
        eprintln!("usage: repack IN OUT");
        return ExitCode::FAILURE;
    };
    match run(Path::new(from), Path::new(to)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(from: &Path, to: &Path) -> Result<()> {
    let before = File::open(from)?.size()?;
    // A reference to what was removed leads nowhere; it is written as null, and is no reason to give up.
    RepackOptions::new().drop_dangling(true).repack(from, to)?;
    let file = File::open(to)?;
    let (after, info) = (file.size()?, file.file_info()?);
    println!("{}: {before} bytes", from.display());
    println!("{}: {after} bytes, superblock version {}", to.display(), info.superblock_version);
    match before.checked_sub(after) {
        Some(saved) => println!("saved {saved} bytes, {}%", saved * 100 / before.max(1)),
        None => println!("grew by {} bytes", after - before),
    }
    Ok(())
}
