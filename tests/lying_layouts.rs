//! Files that say of a dataset's layout what cannot be, and would have libhdf5 read and write beyond its memory.

use std::path::{Path, PathBuf};

use hdf5::{AllocTime, Dataset, ErrorKind, File, LibVer, Result};

/// Little-endian numbers, as they lie in a file.
fn words(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn long_words(numbers: &[u64]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// A file whose dataset is `/x`, with some bytes replaced wherever they are.
fn changed(file: &Path, changes: &[(Vec<u8>, Vec<u8>)]) -> PathBuf {
    let mut bytes = std::fs::read(file).unwrap();
    for (old, new) in changes {
        assert_eq!(old.len(), new.len());
        let places: Vec<_> = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(old)).collect();
        assert!(!places.is_empty(), "{old:?}");
        for at in places {
            bytes[at..at + new.len()].copy_from_slice(new);
        }
    }
    let path = file.with_extension("changed.h5");
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Everything that looks at elements is refused, and says why.
fn assert_refused(path: &Path, part: &str, at: &[usize]) {
    let file = File::options().open_rw(path).unwrap();
    let x = file.dataset("x").unwrap();
    // What the file says is told all the same.
    assert_eq!(x.space().unwrap().rank(), at.len());
    x.layout().unwrap();
    let select = |x: &Dataset| x.select(hdf5::Selection::points([at]));
    let tries: [(&str, Result<()>); 6] = [
        ("shape", x.shape().map(drop)),
        ("read", x.read::<Vec<u8>>().map(drop)),
        ("read a point", select(&x).and_then(|x| x.read::<Vec<u8>>()).map(drop)),
        ("write a point", select(&x).and_then(|x| x.write([7_u8]))),
        ("append", x.append([7_u8])),
        ("rows", x.rows::<Vec<u8>>().map(drop)),
    ];
    for (what, tried) in tries {
        let error = tried.expect_err(what);
        assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{what}: {error}");
        assert!(error.to_string().contains(part), "{what}: {error}");
    }
}

#[test]
fn chunks_of_another_rank_than_their_dataset_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<u8>().shape((6, 7)).chunk((6, 7)).create("x").unwrap();
    x.write(5_u8).unwrap();
    file.close().unwrap();
    // The rank of the chunks, and of the elements in them, comes before the address of their index.
    let index = std::fs::read(&path).unwrap();
    let dims = words(&[6, 7, 1]);
    let at = (0..index.len()).find(|&at| index[at..].starts_with(&dims)).unwrap();
    let old = index[at - 9..at + 12].to_vec();
    let mut fewer = old.clone();
    fewer[0] = 2;
    fewer[9..17].copy_from_slice(&words(&[42, 1]));
    let path = changed(&path, &[(old, fewer)]);
    assert_refused(&path, "2 axes, and its chunks have 1", &[5, 6]);
    let x = File::open(&path).unwrap().dataset("x").unwrap();
    assert!(x.chunks().is_err());
    assert!(x.storage_size().is_err());
    assert!(x.space_status().is_err());
}

/// Their product is 2^64 - 1.
const FACTORS: [u32; 3] = [65_535, 42_009_217, 6_700_417];

#[test]
fn chunks_whose_bytes_cannot_be_counted_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.h5");
    let file = File::create(&path).unwrap();
    let shape = [[2; 3], [2; 3]].concat();
    let mut x = file.new_dataset::<u8>().shape([&shape[..], &[16]].concat());
    x = x.chunk([&shape[..], &[16]].concat());
    x.create("x").unwrap().write(5_u8).unwrap();
    file.close().unwrap();
    // Of all of these, 16 bytes remain when the product has wrapped around.
    let old = [2, 2, 2, 2, 2, 2, 16, 1];
    let new = [&FACTORS[..], &FACTORS, &[16, 1]].concat();
    let long =
        |words: &[u32]| long_words(&words.iter().map(|&word| word.into()).collect::<Vec<_>>());
    let path = changed(
        &path,
        &[
            // The shape, the first chunk in the index, and where the index ends.
            (words(&old), words(&new)),
            (
                [words(&[1024, 0]), long(&[0; 8])].concat(),
                [words(&[16, 0]), long(&[0; 8])].concat(),
            ),
            (long(&[2, 2, 2, 2, 2, 2, 16, 1]), long(&new)),
        ],
    );
    assert_refused(&path, "has more than can be addressed", &[1; 7]);
}

#[test]
fn elements_in_one_piece_that_cannot_be_counted_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let most = u64::MAX >> 1;
    for compact in [true, false] {
        let path = dir.path().join("a.h5");
        let file = File::create(&path).unwrap();
        let mut x = file.new_dataset::<u8>().shape((1, 1, 16));
        if compact {
            x = x.compact();
        }
        x.create("x").unwrap().write(5_u8).unwrap();
        file.close().unwrap();
        let change = (long_words(&[1, 1, 16]), long_words(&[most, most, 16]));
        let path = changed(&path, &[change]);
        assert_refused(&path, "more than lie in one piece", &[0, 1 << 40, 0]);
    }
}

/// The checksum of metadata in the newer formats: Bob Jenkins's lookup3, for what is no multiple of 12 bytes.
fn checksum(bytes: &[u8]) -> u32 {
    let word = |bytes: &[u8]| {
        let mut word = [0; 4];
        word[..bytes.len()].copy_from_slice(bytes);
        u32::from_le_bytes(word)
    };
    let [mut a, mut b, mut c] = [0xdead_beef_u32.wrapping_add(bytes.len() as u32); 3];
    let blocks: Vec<_> = bytes.chunks(12).collect();
    for (index, block) in blocks.iter().enumerate() {
        let mut words = block.chunks(4).map(word);
        a = a.wrapping_add(words.next().unwrap_or(0));
        b = b.wrapping_add(words.next().unwrap_or(0));
        c = c.wrapping_add(words.next().unwrap_or(0));
        if index + 1 == blocks.len() {
            break;
        }
        for turn in [[4, 6, 8], [16, 19, 4]] {
            (a, c) = (a.wrapping_sub(c) ^ c.rotate_left(turn[0]), c.wrapping_add(b));
            (b, a) = (b.wrapping_sub(a) ^ a.rotate_left(turn[1]), a.wrapping_add(c));
            (c, b) = (c.wrapping_sub(b) ^ b.rotate_left(turn[2]), b.wrapping_add(a));
        }
    }
    c = (c ^ b).wrapping_sub(b.rotate_left(14));
    a = (a ^ c).wrapping_sub(c.rotate_left(11));
    b = (b ^ a).wrapping_sub(a.rotate_left(25));
    c = (c ^ b).wrapping_sub(b.rotate_left(16));
    a = (a ^ c).wrapping_sub(c.rotate_left(4));
    b = (b ^ a).wrapping_sub(a.rotate_left(14));
    (c ^ b).wrapping_sub(b.rotate_left(24))
}

/// Where there is no index, libhdf5 lists as many chunks as the shape says, until there is no memory.
#[test]
fn chunks_without_an_index_that_a_file_has_no_room_for_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.h5");
    let file = File::options().libver(LibVer::V110, LibVer::Latest).create(&path).unwrap();
    let x = file.new_dataset::<u8>().shape((16, 16)).chunk((1, 1)).alloc_time(AllocTime::Early);
    let x = x.create("x").unwrap();
    assert_eq!(x.chunks().unwrap().iter().unwrap().len(), 256);
    drop(x);
    file.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let (old, new) = (long_words(&[16, 16]), long_words(&[1 << 20, 1 << 20]));
    let headers = (0..bytes.len()).filter(|&at| bytes[at..].starts_with(b"OHDR"));
    let changes = headers.filter_map(|start| {
        // Without times and other options, the length is a number of 1 to 8 bytes.
        let width = 1 << (bytes[start + 5] & 3);
        let mut length = [0; 8];
        length[..width].copy_from_slice(&bytes[start + 6..start + 6 + width]);
        let end = start + 6 + width + u64::from_le_bytes(length) as usize;
        let header = bytes[start..end].to_vec();
        assert_eq!(checksum(&header).to_le_bytes(), bytes[end..end + 4]);
        let mut changed = header.clone();
        for at in 0..header.len() {
            if header[at..].starts_with(&old) {
                changed[at..at + new.len()].copy_from_slice(&new);
            }
        }
        let with_checksum = |header: Vec<u8>| {
            let checksum = checksum(&header).to_le_bytes();
            [header, checksum.to_vec()].concat()
        };
        (changed != header).then(|| (with_checksum(header), with_checksum(changed)))
    });
    let path = changed(&path, &changes.collect::<Vec<_>>());
    assert_refused(&path, "the chunks have 1099511627776 bytes altogether", &[15, 15]);
}
