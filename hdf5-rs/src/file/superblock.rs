//! The superblock: where a file says how large it is, and whether somebody writes it.

use std::io::{Read, Seek, SeekFrom, Write};

use crate::error::{Error, ErrorKind, Result};
use crate::file::signature;

/// Consistency flags: the file is open for writing, and readers may follow (the format specification, II.A).
const WRITING: u8 = 1;
const SWMR: u8 = 4;

/// The fields of a superblock that are of use here.
#[derive(Debug, Clone)]
pub(super) struct Superblock {
    /// Where it begins, after a user block.
    start: u64,
    pub(super) version: u8,
    /// Its bytes, up to the end-of-file address, or the checksum after it.
    bytes: Vec<u8>,
    flags_at: usize,
    end_at: usize,
    address_size: usize,
    /// What the file takes for `start`; another number if the user block came later.
    base: u64,
    checksum_at: Option<usize>,
}

impl Superblock {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// [`NotHdf5`](ErrorKind::NotHdf5) if there is none, [`Truncated`](ErrorKind::Truncated) if it is not all there,
    /// [`InvalidValue`](ErrorKind::InvalidValue) if it is damaged.
    pub(super) fn read(file: &mut (impl Read + Seek)) -> Result<Self> {
        let start = signature::find(file)?.ok_or(ErrorKind::NotHdf5)?;
        file.seek(SeekFrom::Start(start)).map_err(io)?;
        let mut head = [0; 16];
        file.read_exact(&mut head).map_err(io)?;
        let version = head[8];
        let size = |at: usize| match usize::from(head[at]) {
            size @ (2 | 4 | 8) => Ok(size),
            size => {
                Err(Error::invalid_value(format!("a superblock with addresses of {size} bytes")))
            }
        };
        // The base address, another one, and that of the end of the file follow each other.
        let (address_size, flags_at, base_at, has_checksum) = match version {
            0 => (size(13)?, 20, 24, false),
            1 => (size(13)?, 20, 28, false),
            2 | 3 => (size(9)?, 11, 12, true),
            _ => return Err(Error::invalid_value(format!("a superblock of version {version}"))),
        };
        let end_at = base_at + 2 * address_size;
        // The address of the root group comes before the checksum.
        let checksum_at = has_checksum.then_some(end_at + 2 * address_size);
        let length = checksum_at.map_or(end_at + address_size, |at| at + 4);
        let mut bytes = vec![0; length];
        file.seek(SeekFrom::Start(start)).map_err(io)?;
        file.read_exact(&mut bytes).map_err(io)?;
        let base = address(&bytes[base_at..base_at + address_size]);
        let superblock =
            Self { start, version, bytes, flags_at, end_at, address_size, base, checksum_at };
        match superblock.checksum_at {
            Some(at)
                if superblock.bytes[at..] != lookup3(&superblock.bytes[..at]).to_le_bytes() =>
            {
                Err(Error::invalid_value("the checksum of the superblock is wrong"))
            }
            _ => Ok(superblock),
        }
    }

    /// Whether it says that somebody writes the file. Only files of HDF5 1.10 and newer formats say so.
    pub(super) fn is_marked(&self) -> bool {
        self.version >= 3 && self.bytes[self.flags_at] & (WRITING | SWMR) != 0
    }

    /// Whether it says that somebody writes the file, and that others may read it meanwhile.
    pub(super) fn is_marked_swmr(&self) -> bool {
        self.version >= 3 && self.bytes[self.flags_at] & SWMR != 0
    }

    /// Where the file ends, as the superblock has it, in bytes from the start of the file.
    pub(super) fn end(&self) -> u64 {
        let end = address(&self.bytes[self.end_at..self.end_at + self.address_size]);
        end.wrapping_sub(self.base).saturating_add(self.start)
    }

    /// Whether what never changes is the same in both: the version, and where the root group is.
    pub(super) fn may_be_of_the_file_of(&self, other: &Self) -> bool {
        let root = |superblock: &Self| {
            let start = superblock.end_at + superblock.address_size;
            superblock.checksum_at.map(|end| superblock.bytes[start..end].to_vec())
        };
        (self.version, self.start, root(self)) == (other.version, other.start, root(other))
    }

    /// Says that nobody writes the file, and where it ends.
    pub(super) fn set_closed(&mut self, end: u64) -> Result<()> {
        if self.version >= 3 {
            self.bytes[self.flags_at] &= !(WRITING | SWMR);
        }
        let stored = end.wrapping_sub(self.start).wrapping_add(self.base).to_le_bytes();
        let (low, high) = stored.split_at(self.address_size);
        if high.iter().any(|&byte| byte != 0) {
            return Err(Error::invalid_value("the file is larger than its addresses reach"));
        }
        self.bytes[self.end_at..self.end_at + self.address_size].copy_from_slice(low);
        if let Some(at) = self.checksum_at {
            let checksum = lookup3(&self.bytes[..at]).to_le_bytes();
            self.bytes[at..].copy_from_slice(&checksum);
        }
        Ok(())
    }

    /// Writes it where it was read.
    pub(super) fn write(&self, file: &mut (impl Write + Seek)) -> Result<()> {
        file.seek(SeekFrom::Start(self.start)).map_err(io)?;
        file.write_all(&self.bytes).map_err(io)
    }
}

fn io(error: std::io::Error) -> Error {
    match error.kind() {
        std::io::ErrorKind::UnexpectedEof => ErrorKind::Truncated.into(),
        kind => ErrorKind::Io(kind).into(),
    }
}

/// An address of at most 8 bytes.
fn address(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |address, &byte| address << 8 | u64::from(byte))
}

/// The checksum of metadata: Bob Jenkins's lookup3, which is in the public domain.
fn lookup3(bytes: &[u8]) -> u32 {
    let word = |bytes: &[u8]| {
        let mut word = [0; 4];
        word[..bytes.len()].copy_from_slice(bytes);
        u32::from_le_bytes(word)
    };
    let words = |block: &[u8]| {
        let mut words = [0; 3];
        block.chunks(4).zip(&mut words).for_each(|(bytes, place)| *place = word(bytes));
        words
    };
    let start = 0xdead_beef_u32.wrapping_add(bytes.len() as u32);
    let [mut a, mut b, mut c] = [start; 3];
    let add = |block: &[u8], a: &mut u32, b: &mut u32, c: &mut u32| {
        let [x, y, z] = words(block);
        (*a, *b, *c) = (a.wrapping_add(x), b.wrapping_add(y), c.wrapping_add(z));
    };
    let mut rest = bytes;
    while rest.len() > 12 {
        let (block, after) = rest.split_at(12);
        add(block, &mut a, &mut b, &mut c);
        for turn in [[4, 6, 8], [16, 19, 4]] {
            (a, c) = (a.wrapping_sub(c) ^ c.rotate_left(turn[0]), c.wrapping_add(b));
            (b, a) = (b.wrapping_sub(a) ^ a.rotate_left(turn[1]), a.wrapping_add(c));
            (c, b) = (c.wrapping_sub(b) ^ b.rotate_left(turn[2]), b.wrapping_add(a));
        }
        rest = after;
    }
    if rest.is_empty() {
        return c;
    }
    add(rest, &mut a, &mut b, &mut c);
    c = (c ^ b).wrapping_sub(b.rotate_left(14));
    a = (a ^ c).wrapping_sub(c.rotate_left(11));
    b = (b ^ a).wrapping_sub(a.rotate_left(25));
    c = (c ^ b).wrapping_sub(b.rotate_left(16));
    a = (a ^ c).wrapping_sub(c.rotate_left(4));
    b = (b ^ a).wrapping_sub(a.rotate_left(14));
    (c ^ b).wrapping_sub(b.rotate_left(24))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::file::{File, LibVer};

    #[test]
    fn the_checksum_is_the_published_one() {
        assert_eq!(lookup3(b"Four score and seven years ago"), 0x1777_0551);
    }

    #[test]
    fn superblocks_of_all_versions_say_where_files_end() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.h5");
        for (oldest, userblock) in [
            (LibVer::Earliest, 0),
            (LibVer::Earliest, 512),
            (LibVer::V18, 1024),
            (LibVer::V110, 0),
            (LibVer::V110, 2048),
        ] {
            let options = File::options().libver(oldest, LibVer::Latest).userblock(userblock);
            options.create(&path).unwrap().close().unwrap();
            let bytes = std::fs::read(&path).unwrap();
            let mut superblock = Superblock::read(&mut Cursor::new(&bytes)).unwrap();
            assert_eq!(superblock.end(), bytes.len() as u64, "{superblock:?}");
            assert!(!superblock.is_marked());
            let mut again = Cursor::new(bytes.clone());
            superblock.set_closed(bytes.len() as u64).unwrap();
            superblock.write(&mut again).unwrap();
            assert!(again.into_inner() == bytes, "{superblock:?}");
        }
    }

    #[test]
    fn damaged_superblocks_are_errors() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.h5");
        let options = File::options().libver(LibVer::V110, LibVer::Latest);
        options.create(&path).unwrap().close().unwrap();
        let bytes = std::fs::read(&path).unwrap();
        for end in 0..48 {
            assert!(Superblock::read(&mut Cursor::new(&bytes[..end])).is_err(), "{end}");
        }
        for at in 0..48 {
            let mut bytes = bytes.clone();
            bytes[at] ^= 0x55;
            assert!(Superblock::read(&mut Cursor::new(&bytes)).is_err(), "{at}");
        }
    }
}
