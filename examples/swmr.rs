//! A measurement that is watched while it runs: this program writes, and starts itself a second time to read.
//!
//!     cargo run --release --example swmr
//!
//! `swmr write PATH` and `swmr follow PATH` are its two halves, for two terminals.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use hdf5::swmr::SwmrReader;
use hdf5::{File, H5Type};

#[derive(H5Type, Clone, Copy)]
struct Reading {
    seconds: f64,
    celsius: [f32; 3],
}

/// Creates all that the file is to hold, and then appends to it.
fn write(path: &Path, started: impl FnOnce() -> std::io::Result<()>) -> hdf5::Result<()> {
    let builder = File::create_swmr(path)?;
    let readings = builder.file().new_dataset::<Reading>().shape((0..,)).chunk(256);
    readings.create("oven/readings")?.attrs().set("place", "left")?;
    let writer = builder.start()?;
    let readings = writer.dataset::<Reading>("oven/readings")?;
    started().expect("the reader starts");
    for second in 0..50 {
        let reading = |tenth| {
            let seconds = f64::from(second) + f64::from(tenth) / 10.0;
            Reading { seconds, celsius: [200.0, 201.5, 199.0 + seconds.sin() as f32] }
        };
        // Others see the rows when `append` returns.
        readings.append(&(0..10).map(reading).collect::<Vec<_>>())?;
        std::thread::sleep(Duration::from_millis(20));
    }
    writer.close()
}

/// Prints each row as it comes, until the writer closes the file.
fn follow(path: &Path) -> hdf5::Result<()> {
    let reader = SwmrReader::open(path)?;
    let mut readings = reader.follow::<Reading>("oven/readings")?;
    for rows in readings.batches(Duration::from_secs(10)) {
        let rows = rows?;
        let last = rows.elements().last().expect("there is at least one");
        println!("{} new rows: {:.1} s, {:?} °C", rows.len(), last.seconds, last.celsius);
    }
    println!("{} rows in all", readings.position());
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    match arguments.as_slice() {
        [role, path] if role == "write" => write(path.as_ref(), || Ok(()))?,
        [role, path] if role == "follow" => follow(path.as_ref())?,
        [] => {
            let path: PathBuf = std::env::temp_dir().join("oven.h5");
            let mut reader = None;
            write(&path, || {
                let mut again = Command::new(std::env::current_exe()?);
                reader = Some(again.arg("follow").arg(&path).spawn()?);
                Ok(())
            })?;
            reader.expect("it was started").wait()?;
            std::fs::remove_file(&path)?;
        }
        _ => return Err("usage: swmr [write PATH | follow PATH]".into()),
    }
    Ok(())
}
