//! The index of chunks as it is in the file: a B-tree of version 1, which is what all formats before 1.10 have.
//!
//! A libhdf5 before 1.14 goes through the index from its start for each chunk that it is asked for, whether by
//! number or by position; only the size of a chunk it looks up. So the places of many chunks are read from the
//! file, without it, and believed only if it knows as many chunks, each with the size that was found.

use hdf5_ffi::*;

use crate::error::Result;
use crate::raw::chunk::{self, Info};
use crate::raw::global_heap::{Sizes, number, sizes};
use crate::raw::h5f::{self, file_of, flush, read_bytes};
use crate::raw::{Handle, h5d, h5o, h5s};

/// Types of messages in the header of an object.
const LAYOUT: u64 = 0x08;
const CONTINUATION: u64 = 0x10;

/// As many blocks of messages are looked through; libhdf5 makes few.
const BLOCKS: usize = 256;

/// All chunks, as many as `count`, in the order of the index; `None` if the index is another one, or not in
/// the file as the library has it.
pub(super) fn infos(dataset: &Handle, count: u64) -> Result<Option<Vec<Info>>> {
    let _lock = lock();
    let file = file_of(dataset)?;
    if h5f::driver_name(&file)? != "sec2" {
        return Ok(None);
    }
    if h5f::intent(&file)? & H5F_ACC_RDWR != 0 {
        flush(&file)?;
    }
    let rank = h5s::dims(&h5d::space(dataset)?)?.0.len();
    let walk = Walk { sizes: sizes(&file)?, file, rank, count, nodes: 0, infos: Vec::new() };
    let header = h5o::info(dataset)?.identity.token().address();
    // What cannot be read, for example beyond the end of a file that is damaged, the library shall judge.
    let Some(infos) = walk.all(header).unwrap_or(None) else {
        return Ok(None);
    };
    let in_order = infos.windows(2).all(|pair| pair[0].offset < pair[1].offset);
    let known = in_order && infos.len() as u64 == count;
    let is_known = |info: &Info| {
        chunk::storage_size(dataset, &info.offset).is_ok_and(|size| size == info.size)
    };
    Ok((known && infos.iter().all(is_known)).then_some(infos))
}

/// The way through the tree.
struct Walk {
    file: Handle,
    sizes: Sizes,
    rank: usize,
    /// The number of chunks that there should be.
    count: u64,
    /// The number of nodes that have been visited.
    nodes: u64,
    infos: Vec<Info>,
}

impl Walk {
    /// The chunks of the dataset whose header is at that address.
    fn all(mut self, header: u64) -> Result<Option<Vec<Info>>> {
        let Some(tree) = self.tree(header)? else {
            return Ok(None);
        };
        Ok(self.visit(tree, None)?.map(|()| self.infos))
    }

    fn read(&self, address: u64, length: usize) -> Result<Vec<u8>> {
        read_bytes(&self.file, self.sizes.base.saturating_add(address), length)
    }

    /// The address of the root of the tree, which the header of the dataset says.
    fn tree(&self, header: u64) -> Result<Option<u64>> {
        let head = self.read(header, 32)?;
        let second = head.starts_with(b"OHDR\x02");
        let (start, length, tracked) = match head.as_slice() {
            [b'O', b'H', b'D', b'R', 2, flags, ..] => {
                let times = if flags & 0x20 != 0 { 16 } else { 0 };
                let phases = if flags & 0x10 != 0 { 4 } else { 0 };
                let (at, width) = (6 + times + phases, 1 << (flags & 3));
                (at + width, number(&head, at, width), flags & 4 != 0)
            }
            [1, ..] => (16, number(&head, 8, 4), false),
            _ => return Ok(None),
        };
        let Some(length) = length else { return Ok(None) };
        let mut blocks = vec![(header.saturating_add(start as u64), length, 0)];
        let prefix = if !second {
            8
        } else if tracked {
            6
        } else {
            4
        };
        let mut next = 0;
        while let Some(&(address, length, skip)) = blocks.get(next) {
            next += 1;
            let Ok(length) = usize::try_from(length) else { return Ok(None) };
            let block = self.read(address, length)?;
            let mut at = skip;
            while let Some((kind, size)) = message(&block, at, second) {
                let body = at + prefix;
                let Some(data) = block.get(body..body + size) else { break };
                match kind {
                    LAYOUT => return Ok(self.root(data)),
                    CONTINUATION if blocks.len() < BLOCKS => {
                        let address = number(data, 0, self.sizes.address);
                        let length = number(data, self.sizes.address, self.sizes.length);
                        let (Some(address), Some(length)) = (address, length) else {
                            return Ok(None);
                        };
                        // `OCHK`
                        blocks.push((address, length, if second { 4 } else { 0 }));
                    }
                    _ => {}
                }
                at = body + size;
            }
        }
        Ok(None)
    }

    /// The root of the tree that a layout message of version 3 names: its class is 2 for chunks.
    fn root(&self, message: &[u8]) -> Option<u64> {
        let is_tree = message.starts_with(&[3, 2])
            && message.get(2).is_some_and(|&axes| usize::from(axes) == self.rank + 1);
        number(message, 3, self.sizes.address).filter(|_| is_tree)
    }

    /// Goes through a node and what is below it; its level must be the one that is said.
    fn visit(&mut self, address: u64, level: Option<u8>) -> Result<Option<()>> {
        self.nodes += 1;
        // Each node has a chunk at least, and a tree is not high.
        if self.nodes > 2 * self.count + 64 {
            return Ok(None);
        }
        let head = self.read(address, 8)?;
        let &[b'T', b'R', b'E', b'E', 1, found, low, high] = head.as_slice() else {
            return Ok(None);
        };
        if level.is_some_and(|level| level != found) {
            return Ok(None);
        }
        let entries = usize::from(u16::from_le_bytes([low, high]));
        let key = 8 + 8 * (self.rank + 1);
        let entry = key + self.sizes.address;
        let start = address.saturating_add(8 + 2 * self.sizes.address as u64);
        let bytes = self.read(start, entries * entry)?;
        if bytes.len() != entries * entry {
            return Ok(None);
        }
        for entry in bytes.chunks_exact(entry) {
            let (key, child) = entry.split_at(key);
            let Some(child) = number(child, 0, child.len()) else { return Ok(None) };
            let done = match found.checked_sub(1) {
                Some(below) => self.visit(child, Some(below))?,
                None => self.add(key, child),
            };
            if done.is_none() {
                return Ok(None);
            }
        }
        Ok(Some(()))
    }

    /// Adds the chunk of a key.
    fn add(&mut self, key: &[u8], address: u64) -> Option<()> {
        if self.infos.len() as u64 >= self.count {
            return None;
        }
        let offset = (0..self.rank).map(|axis| number(key, 8 + 8 * axis, 8));
        self.infos.push(Info {
            offset: offset.collect::<Option<_>>()?,
            filter_mask: u32::try_from(number(key, 4, 4)?).ok()?,
            address: address.checked_add(self.sizes.base)?,
            size: number(key, 0, 4)?,
        });
        Some(())
    }
}

/// The type of the message at a position of a block, and the size of what follows its prefix.
fn message(block: &[u8], at: usize, second: bool) -> Option<(u64, usize)> {
    let kind = if second { 1 } else { 2 };
    Some((number(block, at, kind)?, number(block, at + kind, 2)? as usize))
}

#[cfg(all(test, unix))]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::file::{File, LibVer};
    use crate::{Dataset, DatasetBuilder};

    type Told = (Vec<hsize_t>, u32, u64, u64);

    fn told(info: &Info) -> Told {
        (info.offset.clone(), info.filter_mask, info.address, info.size)
    }

    /// What the library says of all chunks.
    fn asked(dataset: &Dataset) -> Vec<Told> {
        let handle = dataset.object().handle();
        let count = chunk::count(handle).unwrap();
        (0..count).map(|index| told(&chunk::info(handle, index).unwrap().unwrap())).collect()
    }

    /// What is in the file.
    fn found(dataset: &Dataset) -> Option<Vec<Told>> {
        let handle = dataset.object().handle();
        let infos = infos(handle, chunk::count(handle).unwrap()).unwrap();
        infos.map(|infos| infos.iter().map(told).collect())
    }

    fn squares(file: &File) -> DatasetBuilder<'_, i32> {
        file.new_dataset::<i32>().shape((60, 60)).max_shape((None, 60)).chunk((2, 2))
    }

    fn fill(dataset: &Dataset) {
        let rows = (0..60).map(|row| (row * 60..row * 60 + 60).collect());
        dataset.write(rows.collect::<Vec<Vec<i32>>>()).unwrap();
    }

    fn create(path: &Path, oldest: LibVer, userblock: u64) -> File {
        let options = File::options().libver(oldest, LibVer::V110).userblock(userblock);
        options.create(path).unwrap()
    }

    #[test]
    fn trees_say_what_the_library_says() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.h5");
        for (oldest, userblock, tracked) in
            [(LibVer::Earliest, 0, false), (LibVer::Earliest, 512, true), (LibVer::V18, 0, false)]
        {
            let file = create(&path, oldest, userblock);
            let x = squares(&file).deflate(4).shuffle().track_order(tracked).create("x").unwrap();
            assert_eq!(found(&x), None, "there is no tree");
            x.select((..10, ..)).unwrap().write(1).unwrap();
            // More blocks of the header.
            for number in 0..40 {
                x.attrs().set(format!("{number}"), vec![0_u8; 200]).unwrap();
            }
            assert_eq!(found(&x).unwrap(), asked(&x));
            fill(&x);
            x.chunks().unwrap().write_raw((4, 6), 1, &[7; 99]).unwrap();
            let all = found(&x).unwrap();
            assert_eq!(all.len(), 900);
            assert!(all.iter().any(|chunk| chunk.1 == 1) && all == asked(&x));
            let cube = file.new_dataset::<u8>().shape((7, 8, 9)).chunk((1, 1, 1));
            let cube = cube.create("cube").unwrap();
            cube.write(5).unwrap();
            x.resize((41, 60)).unwrap();
            for dataset in [&x, &cube] {
                assert_eq!(found(dataset).unwrap(), asked(dataset));
            }
            file.close().unwrap();
            let file = File::open(&path).unwrap();
            let x = file.dataset("x").unwrap();
            assert_eq!(found(&x).unwrap(), asked(&x));
            assert_eq!(found(&x).unwrap().len(), 21 * 30);
        }
    }

    #[test]
    fn what_is_no_tree_is_left_to_the_library() {
        let dir = tempfile::tempdir().unwrap();
        let file = create(&dir.path().join("new.h5"), LibVer::V110, 0);
        let x = squares(&file).create("x").unwrap();
        fill(&x);
        assert_eq!(found(&x), None);
        let file = File::options().core(false).create("memory").unwrap();
        let x = squares(&file).create("x").unwrap();
        fill(&x);
        assert_eq!(found(&x), None);
    }

    #[test]
    fn a_tree_that_is_damaged_is_not_believed() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("damaged.h5");
        let file = create(&path, LibVer::Earliest, 0);
        let x = squares(&file).create("x").unwrap();
        fill(&x);
        file.close().unwrap();
        let whole = std::fs::read(&path).unwrap();
        let file = File::open(&path).unwrap();
        let x = file.dataset("x").unwrap();
        let all = asked(&x);
        assert_eq!(found(&x).unwrap(), all);
        let places: Vec<_> =
            (0..whole.len() - 4).filter(|&at| whole[at..].starts_with(b"TREE")).collect();
        let [.., node] = places[..] else { panic!("no tree") };
        // The library keeps in mind what it has read: it still has the whole tree.
        for at in (0..2000).step_by(7).chain(node..node + 60) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            std::fs::write(&path, &bytes).unwrap();
            if let Some(found) = found(&x) {
                let same = found.iter().zip(&all).filter(|(one, other)| one.0 == other.0);
                assert_eq!(same.count(), all.len(), "{at}");
            }
        }
        for end in [0, 800, node, node + 20, whole.len() - 1] {
            std::fs::write(&path, &whole[..end]).unwrap();
            found(&x);
        }
    }
}
