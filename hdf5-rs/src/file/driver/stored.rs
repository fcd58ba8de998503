//! What a file itself says about its driver.
//!
//! The drivers `family` and `multi` note in the file how it is divided. libhdf5 believes it: it gives names from there
//! to `printf`, and looks for their ends without a limit. So it is read here first, and what is not as the
//! program says is refused.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use crate::error::{Error, Result};
use crate::file::signature;

/// What a driver notes, in the form in which it does.
pub(super) enum Expected {
    /// The size of a member, by which libhdf5 divides: that of the first, unless it is the only one.
    Family,
    /// Which kind of data is in the file of which, and what the names of those files end in.
    Multi { map: [u8; 6], extensions: Vec<String> },
}

/// No more parts of a header are followed.
const MOST_PARTS: usize = 32;
const CONTINUATION: u8 = 0x10;
const DRIVER_INFO: u8 = 0x14;

/// What a driver noted in a file.
struct Noted {
    /// The name by which libhdf5 knows it.
    driver: [u8; 8],
    info: Vec<u8>,
}

/// How a file is opened that is only a part of one, if it says so.
pub(in crate::file) fn remedy(path: &Path) -> Option<&'static str> {
    let mut file = File::open(path).ok()?;
    let start = signature::find(&mut file).ok()??;
    let noted = Bytes { file, start }.driver_info().ok()??;
    match &noted.driver {
        b"NCSAfami" => Some(
            "the file is the first of a family: `Driver::Family` opens it, by a path with `%d` where its number is",
        ),
        b"NCSAmult" => Some(
            "the file is one of several: `Driver::Split` or `Driver::Multi` opens it, by their common path",
        ),
        _ => None,
    }
}

/// Checks what the file that begins with the superblock says about its driver. A file that cannot be read, or is none
/// of HDF5, is libhdf5's to refuse.
///
/// `parts` is the number of files that there are.
pub(super) fn check(path: &Path, parts: usize, expected: &Expected) -> Result<()> {
    let Ok(mut file) = File::open(path) else { return Ok(()) };
    let Ok(Some(start)) = signature::find(&mut file) else { return Ok(()) };
    let length = file.metadata().map_err(Error::io)?.len();
    let mut bytes = Bytes { file, start };
    match bytes.driver_info()? {
        Some(Noted { info, .. }) => expected.check(&info, length, parts),
        None => Ok(()),
    }
}

impl Expected {
    fn check(&self, info: &[u8], length: u64, parts: usize) -> Result<()> {
        match self {
            Self::Family => match info.get(..8).and_then(number) {
                Some(size) if size == length || (size > length && parts == 1) => Ok(()),
                _ => Err(damaged()),
            },
            Self::Multi { map, extensions } => {
                let (stored, names) = info.split_at_checked(8).ok_or_else(damaged)?;
                // Two addresses for each file.
                let names = names.get(16 * extensions.len()..).ok_or_else(damaged)?;
                let stored =
                    stored.iter().zip(1..).map(|(&kind, own)| if kind == 0 { own } else { kind });
                let stored: Vec<u8> = stored.take(map.len()).collect();
                let names = extensions.iter().try_fold(names, |names, extension| {
                    let rest = names.strip_prefix(b"%s")?.strip_prefix(extension.as_bytes())?;
                    let length = 2 + extension.len() + 1;
                    rest.first().filter(|&&end| end == 0)?;
                    // Each is filled up to eight bytes.
                    Some(names.get(length.next_multiple_of(8)..).unwrap_or(&[]))
                });
                if stored == map && names.is_some() {
                    return Ok(());
                }
                let reason = format!(
                    "the file was not divided into files with the extensions {}: it notes \"{}\"",
                    extensions.join(", "),
                    info.escape_ascii()
                );
                Err(Error::invalid_argument(reason))
            }
        }
    }
}

/// The file, from its superblock on.
struct Bytes {
    file: File,
    start: u64,
}

impl Bytes {
    fn read(&mut self, address: u64, length: usize) -> Result<Vec<u8>> {
        let at = self.start.checked_add(address).ok_or_else(damaged)?;
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(at)).map_err(Error::io)?;
        (&mut self.file).take(length as u64).read_to_end(&mut bytes).map_err(Error::io)?;
        if bytes.len() == length { Ok(bytes) } else { Err(damaged()) }
    }

    /// What is noted about the driver (the format specification, II.A and II.B "Disk Format: Level 0A" and "0B",
    /// and IV.A.2.u "The Driver Info Message").
    fn driver_info(&mut self) -> Result<Option<Noted>> {
        let superblock = self.read(0, 16)?;
        let (version, sizes) = match superblock[8] {
            version @ (0 | 1) => (version, Sizes::new(superblock[13], superblock[14])?),
            version @ (2 | 3) => (version, Sizes::new(superblock[9], superblock[10])?),
            // libhdf5 knows no other.
            _ => return Ok(None),
        };
        // After the base address and another: of the free space, and then the end of the file, or of the extension.
        let (addresses, place) = match version {
            0 => (24, 3),
            1 => (28, 3),
            _ => (12, 1),
        };
        let addresses = self.read(addresses, 4 * sizes.offset)?;
        let address = number(&addresses[place * sizes.offset..][..sizes.offset]);
        let Some(address) = address.filter(|address| *address != sizes.undefined()) else {
            return Ok(None);
        };
        if version < 2 {
            let head = self.read(address, 16)?;
            let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]);
            // As much as a message can hold, and more than any driver has to say.
            if length > u16::MAX.into() {
                return Err(damaged());
            }
            let start = address.checked_add(16).ok_or_else(damaged)?;
            let mut driver = [0; 8];
            driver.copy_from_slice(&head[8..]);
            let info = self.read(start, length as usize)?;
            return Ok(Some(Noted { driver, info }));
        }
        self.extension(address, sizes)
    }

    /// The message of the superblock's extension.
    fn extension(&mut self, address: u64, sizes: Sizes) -> Result<Option<Noted>> {
        let head = self.read(address, 6)?;
        if head[..5] != *b"OHDR\x02" {
            return Err(damaged());
        }
        let flags = head[5];
        let times = if flags & 0x20 == 0 { 0 } else { 16 };
        let phase_change = if flags & 0x10 == 0 { 0 } else { 4 };
        let at = address.checked_add(6 + times + phase_change).ok_or_else(damaged)?;
        let width = 1_usize << (flags & 3);
        let length = number(&self.read(at, width)?).ok_or_else(damaged)?;
        let order = if flags & 0x04 == 0 { 0 } else { 2 };
        let mut parts = vec![(at + width as u64, length)];
        let mut found = None;
        for next in 0..MOST_PARTS {
            let Some(&(at, length)) = parts.get(next) else { return Ok(found) };
            let length = u16::try_from(length).map_err(|_| damaged())?;
            let part = self.read(at, length.into())?;
            let mut rest = &part[..];
            // What is too short for a message is a gap.
            while let Some((head, after)) = rest.split_at_checked(4 + order) {
                let length = usize::from(u16::from_le_bytes([head[1], head[2]]));
                let (body, after) = after.split_at_checked(length).ok_or_else(damaged)?;
                rest = after;
                match head[0] {
                    CONTINUATION => {
                        let (at, rest) = body.split_at_checked(sizes.offset).ok_or_else(damaged)?;
                        let length = rest.get(..sizes.length).and_then(number);
                        let length = length.and_then(|length| length.checked_sub(8));
                        let at = number(at).and_then(|at| at.checked_add(4));
                        parts.push(at.zip(length).ok_or_else(damaged)?);
                    }
                    DRIVER_INFO if found.is_some() => return Err(damaged()),
                    // A version, a name of eight bytes, and a length.
                    DRIVER_INFO => {
                        let length = body.get(9..11).ok_or_else(damaged)?;
                        let length = usize::from(u16::from_le_bytes([length[0], length[1]]));
                        let info = body.get(11..11 + length).ok_or_else(damaged)?.to_vec();
                        let mut driver = [0; 8];
                        driver.copy_from_slice(&body[1..9]);
                        found = Some(Noted { driver, info });
                    }
                    _ => {}
                }
            }
        }
        Err(damaged())
    }
}

/// How many bytes addresses and lengths have.
#[derive(Clone, Copy)]
struct Sizes {
    offset: usize,
    length: usize,
}

impl Sizes {
    fn new(offset: u8, length: u8) -> Result<Self> {
        let known = |size: u8| matches!(size, 2 | 4 | 8);
        if !known(offset) || !known(length) {
            return Err(damaged());
        }
        Ok(Self { offset: offset.into(), length: length.into() })
    }

    fn undefined(self) -> u64 {
        u64::MAX >> (64 - 8 * self.offset)
    }
}

fn number(bytes: &[u8]) -> Option<u64> {
    let mut eight = [0; 8];
    eight.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(eight))
}

fn damaged() -> Error {
    Error::invalid_value("what the file says about its driver is damaged")
}
