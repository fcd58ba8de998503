//! Files that say of a dataset's layout what cannot be, and would have libhdf5 read and write beyond its memory.

use std::path::{Path, PathBuf};

use hdf5::{Dataset, ErrorKind, File, Result};

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
