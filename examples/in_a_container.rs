//! Keeps HDF5 data in a file of one's own format: a header, then the HDF5 file, then a trailer.
//!
//! `cargo run --release --example in_a_container`

use std::io::{self, Read, Seek, SeekFrom, Write};

use hdf5::File;

const HEADER: &[u8; 16] = b"measurement  1\r\n";

/// What follows the header, as a stream of its own.
struct Body(std::fs::File);

impl Read for Body {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Body {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for Body {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(position) => SeekFrom::Start(position + HEADER.len() as u64),
            from_elsewhere => from_elsewhere,
        };
        Ok(self.0.seek(to)? - HEADER.len() as u64)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let dir = tempfile::tempdir()?;
    let path = dir.path().join("today.measurement");

    let mut file = std::fs::File::options().read(true).write(true).create_new(true).open(&path)?;
    file.write_all(HEADER)?;
    let stream = File::create_stream(Body(file))?;
    let volts = stream.file().create_dataset("volts", [[1.0, 1.5], [2.0, 2.5]])?;
    volts.attrs().set("channel", "left")?;
    // The stream comes back at the end of the HDF5 file, with all of it written.
    let mut body = stream.close()?;
    body.write_all(b"the end\r\n")?;
    body.0.sync_all()?;

    let stream = File::open_stream(Body(std::fs::File::open(&path)?))?;
    let volts = stream.file().dataset("volts")?;
    println!("{volts}: {:?}", volts.read::<Vec<f64>>()?);
    Ok(())
}
