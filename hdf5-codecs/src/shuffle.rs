//! Filter 2, shuffle: the bytes of the elements, sorted by their place in the element.
//!
//! The encoded form of elements `abcd efgh` is `ae bf cg dh`: the first byte of every element,
//! then the second byte of every element, and so on. Bytes at the end that are no whole element
//! follow as they are, and the length stays the same (`H5Zshuffle.c` of libhdf5). It compresses
//! nothing itself, but compressors do better on its output.
//!
//! The client data is one value, the size of an element in bytes: [`element_size`] reads it.
//!
//! ```
//! use hdf5_codecs::{Error, shuffle};
//!
//! let mut shuffled = [0; 10];
//! shuffle::encode(4, b"abcdefgh__", &mut shuffled)?;
//! assert_eq!(&shuffled, b"aebfcgdh__");
//!
//! let mut data = [0; 10];
//! shuffle::decode(4, &shuffled, &mut data)?;
//! assert_eq!(&data, b"abcdefgh__");
//! # Ok::<(), Error>(())
//! ```

use crate::Error;

/// The number of the filter in HDF5 files, `H5Z_FILTER_SHUFFLE` of libhdf5.
pub const ID: u32 = 2;

/// How many bytes of elements are moved at a time, so that they stay in the nearest cache.
const BLOCK: usize = 8192;

/// How many bytes are moved at a time by vector instructions: as many as their registers hold.
const TILE: usize = 128;

/// The size of an element in bytes, from the client data (`cd_values`) of the filter.
///
/// # Errors
///
/// As in `H5Zshuffle.c` of libhdf5, [`Error::ClientDataLength`] if it is not one value and
/// [`Error::ClientData`] if that value is 0.
///
/// ```
/// use hdf5_codecs::{Error, shuffle};
///
/// assert_eq!(shuffle::element_size(&[8])?, 8);
/// assert_eq!(shuffle::element_size(&[0]), Err(Error::ClientData { index: 0, value: 0 }));
/// # Ok::<(), Error>(())
/// ```
pub fn element_size(client_data: &[u32]) -> Result<usize, Error> {
    match *client_data {
        [0] => Err(Error::ClientData { index: 0, value: 0 }),
        // A size that no address can have is one that no chunk reaches: the same as the largest.
        [size] => Ok(usize::try_from(size).unwrap_or(usize::MAX)),
        _ => Err(Error::ClientDataLength { expected: 1, actual: client_data.len() }),
    }
}

/// Shuffles elements of `element_size` bytes from `src` to `dst`.
///
/// `src` may have any length, also less than an element; `dst` has the same.
///
/// # Errors
///
/// [`Error::ClientData`] if `element_size` is 0, [`Error::OutputLength`] if the lengths differ;
/// `dst` is untouched then.
///
/// ```
/// let mut shuffled = [0; 6];
/// hdf5_codecs::shuffle::encode(2, &[1, 10, 2, 20, 3, 30], &mut shuffled)?;
/// assert_eq!(shuffled, [1, 2, 3, 10, 20, 30]);
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn encode(element_size: usize, src: &[u8], dst: &mut [u8]) -> Result<(), Error> {
    let whole = whole_elements(element_size, src, dst)?;
    let (elements, rest) = src.split_at(whole);
    let (planes, rest_dst) = dst.split_at_mut(whole);
    rest_dst.copy_from_slice(rest);
    // The words that an element is made of. Where it is a single one, the compiler knows the size.
    let done = match element_size {
        2 => encode_tiles::<2>(2, elements, planes),
        4 => encode_tiles::<4>(4, elements, planes),
        8 => encode_tiles::<8>(8, elements, planes),
        size if size % 8 == 0 => encode_tiles::<8>(size, elements, planes),
        size if size % 4 == 0 => encode_tiles::<4>(size, elements, planes),
        size if size % 2 == 0 => encode_tiles::<2>(size, elements, planes),
        _ => 0,
    };
    encode_from(done, element_size, elements, planes);
    Ok(())
}

/// Puts the elements of `element_size` bytes that [`encode`] shuffled together again, from `src`
/// to `dst`.
///
/// `src` may have any length, also less than an element; `dst` has the same.
///
/// # Errors
///
/// [`Error::ClientData`] if `element_size` is 0, [`Error::OutputLength`] if the lengths differ;
/// `dst` is untouched then.
///
/// ```
/// let mut elements = [0; 6];
/// hdf5_codecs::shuffle::decode(2, &[1, 2, 3, 10, 20, 30], &mut elements)?;
/// assert_eq!(elements, [1, 10, 2, 20, 3, 30]);
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn decode(element_size: usize, src: &[u8], dst: &mut [u8]) -> Result<(), Error> {
    let whole = whole_elements(element_size, src, dst)?;
    let (planes, rest) = src.split_at(whole);
    let (elements, rest_dst) = dst.split_at_mut(whole);
    rest_dst.copy_from_slice(rest);
    // The words that an element is made of. Where it is a single one, the compiler knows the size.
    let done = match element_size {
        2 => decode_tiles::<2>(2, planes, elements),
        4 => decode_tiles::<4>(4, planes, elements),
        8 => decode_tiles::<8>(8, planes, elements),
        size if size % 8 == 0 => decode_tiles::<8>(size, planes, elements),
        size if size % 4 == 0 => decode_tiles::<4>(size, planes, elements),
        size if size % 2 == 0 => decode_tiles::<2>(size, planes, elements),
        _ => 0,
    };
    decode_from(done, element_size, planes, elements);
    Ok(())
}

/// How many bytes of `src` are whole elements, once the arguments are checked.
fn whole_elements(element_size: usize, src: &[u8], dst: &[u8]) -> Result<usize, Error> {
    if element_size == 0 {
        return Err(Error::ClientData { index: 0, value: 0 });
    }
    if src.len() != dst.len() {
        return Err(Error::OutputLength { expected: src.len(), actual: dst.len() });
    }
    Ok(src.len() - src.len() % element_size)
}

/// Shuffles the elements from number `first` on, of any size, byte by byte.
fn encode_from(first: usize, size: usize, elements: &[u8], planes: &mut [u8]) {
    let count = elements.len() / size;
    let step = (BLOCK / size).max(1);
    for start in (first..count).step_by(step) {
        let end = count.min(start + step);
        let block = &elements[start * size..end * size];
        for (k, plane) in planes.chunks_exact_mut(count).enumerate() {
            for (to, element) in plane[start..end].iter_mut().zip(block.chunks_exact(size)) {
                *to = element[k];
            }
        }
    }
}

/// Puts the elements from number `first` on, of any size, together again byte by byte.
fn decode_from(first: usize, size: usize, planes: &[u8], elements: &mut [u8]) {
    let count = elements.len() / size;
    let step = (BLOCK / size).max(1);
    for start in (first..count).step_by(step) {
        let end = count.min(start + step);
        let block = &mut elements[start * size..end * size];
        for (k, plane) in planes.chunks_exact(count).enumerate() {
            for (element, from) in block.chunks_exact_mut(size).zip(&plane[start..end]) {
                element[k] = *from;
            }
        }
    }
}

/// Shuffles elements that consist of words of `WORD` bytes, as many as whole tiles can be made
/// of, and returns how many elements these are. `WORD` is a power of two.
///
/// A tile is the same word of neighbouring elements. The place of a byte in it is a number of
/// log2(TILE) bits: the element's number, then the byte's number in the word. Shuffling exchanges
/// the two, and [`riffle`] moves the uppermost bit to the end, so that shuffling is
/// log2(TILE / WORD) times `riffle` and the opposite is log2(WORD) times `riffle`. Compilers make
/// a few vector instructions of it, on any machine.
#[inline(always)]
fn encode_tiles<const WORD: usize>(size: usize, elements: &[u8], planes: &mut [u8]) -> usize {
    let count = elements.len() / size;
    let in_tile = TILE / WORD;
    let mut done = 0;
    for elements in elements.chunks_exact(size.saturating_mul(in_tile)) {
        for first in (0..size).step_by(WORD) {
            let mut tile = [0; TILE];
            if size == WORD {
                tile.copy_from_slice(elements);
            } else {
                let elements = elements.chunks_exact(size);
                for (word, element) in tile.chunks_exact_mut(WORD).zip(elements) {
                    word.copy_from_slice(&element[first..first + WORD]);
                }
            }
            for _ in 0..in_tile.ilog2() {
                tile = riffle(&tile);
            }
            let planes = planes[first * count..].chunks_exact_mut(count);
            for (plane, bytes) in planes.zip(tile.chunks_exact(in_tile)) {
                plane[done..done + in_tile].copy_from_slice(bytes);
            }
        }
        done += in_tile;
    }
    done
}

/// Puts elements that consist of words of `WORD` bytes together again, as many as whole tiles
/// can be made of, and returns how many elements these are; see [`encode_tiles`].
#[inline(always)]
fn decode_tiles<const WORD: usize>(size: usize, planes: &[u8], elements: &mut [u8]) -> usize {
    let count = elements.len() / size;
    let in_tile = TILE / WORD;
    let mut done = 0;
    for elements in elements.chunks_exact_mut(size.saturating_mul(in_tile)) {
        for first in (0..size).step_by(WORD) {
            let mut tile = [0; TILE];
            let planes = planes[first * count..].chunks_exact(count);
            for (plane, bytes) in planes.zip(tile.chunks_exact_mut(in_tile)) {
                bytes.copy_from_slice(&plane[done..done + in_tile]);
            }
            for _ in 0..WORD.ilog2() {
                tile = riffle(&tile);
            }
            if size == WORD {
                elements.copy_from_slice(&tile);
            } else {
                let elements = elements.chunks_exact_mut(size);
                for (word, element) in tile.chunks_exact(WORD).zip(elements) {
                    element[first..first + WORD].copy_from_slice(word);
                }
            }
        }
        done += in_tile;
    }
    done
}

/// Takes bytes from the first half and from the second half in turn, like the halves of a deck
/// of cards.
#[inline(always)]
fn riffle(tile: &[u8; TILE]) -> [u8; TILE] {
    let mut riffled = [0; TILE];
    let (first, second) = tile.split_at(TILE / 2);
    for ((pair, a), b) in riffled.chunks_exact_mut(2).zip(first).zip(second) {
        pair[0] = *a;
        pair[1] = *b;
    }
    riffled
}
