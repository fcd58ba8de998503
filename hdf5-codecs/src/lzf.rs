//! Filter 32000, LZF: the compressor that h5py brings along.
//!
//! The encoded form is a bare stream of liblzf's, without a header, a length or a checksum. It is
//! a sequence of instructions; `c` is the byte that each starts with:
//!
//! | `c` | then | meaning |
//! |---|---|---|
//! | 0 ..= 31 | `c + 1` bytes | these bytes |
//! | 32 ..= 223 | byte `d` | `(c >> 5) + 2` bytes of what is decoded, from `distance` back |
//! | 224 ..= 255 | bytes `n`, `d` | `n + 9` bytes of what is decoded, from `distance` back |
//!
//! where `distance` is `((c & 31) << 8 | d) + 1`; a reference may overlap what it produces
//! (`lzf_d.c` of liblzf). The filter is optional: a chunk that it does not make smaller is stored
//! as it is, with the filter's bit set in the chunk's filter mask.
//!
//! The client data is three values, which h5py fills in: the filter's revision, the version of
//! the LZF format and the chunk's size in bytes; see [`client_data`] and [`size_hint`].
//!
//! ```
//! use hdf5_codecs::{Error, lzf};
//!
//! let data = b"to be, or not to be, that is the question: to be, or not to be".as_slice();
//! let stored = lzf::encode(data).expect("it repeats itself");
//! assert!(stored.len() < data.len());
//! assert_eq!(lzf::decode(&stored, data.len())?, data);
//! # Ok::<(), Error>(())
//! ```

use crate::Error;

/// The number of the filter in HDF5 files, `H5PY_FILTER_LZF` in h5py's `lzf_filter.h`.
pub const ID: u32 = 32000;

/// The longest run of literal bytes, liblzf's `MAX_LIT`.
const MAX_LITERALS: usize = 32;
/// The longest reference, liblzf's `MAX_REF`.
const MAX_LENGTH: usize = 7 + 255 + 2;
/// The furthest reference, liblzf's `MAX_OFF`.
const MAX_DISTANCE: usize = 1 << 13;
/// The number of bits of the encoder's hashes: a table of 2^14 positions.
const HASH_BITS: u32 = 14;

/// The client data (`cd_values`) that h5py stores with the filter, for chunks of `chunk_size`
/// bytes: its filter revision 4, the format's version 1.5 and the size, or 0 if that does not
/// fit (`lzf_filter.c` of h5py).
///
/// ```
/// assert_eq!(hdf5_codecs::lzf::client_data(1600), [4, 0x0105, 1600]);
/// ```
pub fn client_data(chunk_size: usize) -> [u32; 3] {
    [4, 0x0105, u32::try_from(chunk_size).unwrap_or(0)]
}

/// The size of a decoded chunk in bytes, if the client data (`cd_values`) of the filter has it.
///
/// It is a hint, as in `lzf_filter.c` of h5py: with another filter before this one the data may
/// be longer or shorter.
///
/// ```
/// use hdf5_codecs::lzf;
///
/// assert_eq!(lzf::size_hint(&[4, 0x0105, 1600]), Some(1600));
/// assert_eq!(lzf::size_hint(&[4, 0x0105, 0]), None);
/// assert_eq!(lzf::size_hint(&[]), None);
/// ```
pub fn size_hint(client_data: &[u32]) -> Option<usize> {
    match *client_data {
        [_, _, size, ..] if size != 0 => usize::try_from(size).ok(),
        _ => None,
    }
}

/// Decodes a whole stream to a vector of exactly the data's length, at most `limit` bytes.
///
/// The stream is looked through first, so that memory is asked for only when it is known to be
/// right, and never more than the data needs. [`decode_into`] is the faster way when the length
/// is known.
///
/// # Errors
///
/// [`Error::TooLong`] if the data would have a byte more than `limit`, [`Error::Truncated`] if
/// the stream ends inside an instruction, [`Error::BackReference`] if it refers to what is not
/// there, [`Error::OutOfMemory`] if there is none for the data.
///
/// ```
/// use hdf5_codecs::{Error, lzf};
///
/// // A zero, then 264 bytes from 1 byte back.
/// let zeros = [0, 0, 0xe0, 255, 0];
/// assert_eq!(lzf::decode(&zeros, 1 << 20)?, [0; 265]);
/// assert_eq!(lzf::decode(&zeros, 264), Err(Error::TooLong { offset: 2, limit: 264 }));
/// # Ok::<(), Error>(())
/// ```
pub fn decode(src: &[u8], limit: usize) -> Result<Vec<u8>, Error> {
    let mut data = zeroed(decoded_len(src, limit)?)?;
    decode_into(src, &mut data)?;
    Ok(data)
}

/// The length of the data in a stream, which is checked from start to end; at most `limit` bytes.
///
/// # Errors
///
/// As [`decode`], without [`Error::OutOfMemory`].
///
/// ```
/// assert_eq!(hdf5_codecs::lzf::decoded_len(&[0, 0, 0xe0, 255, 0], 1 << 20)?, 265);
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn decoded_len(src: &[u8], limit: usize) -> Result<usize, Error> {
    let mut stream = Stream { src, read: 0, written: 0, limit };
    while stream.next()?.is_some() {}
    Ok(stream.written)
}

/// Decodes a whole stream to the start of `dst` and returns the length of the data.
///
/// `dst` may be longer than the data; what it holds behind the data afterwards is unspecified.
/// If the length is known, so that `dst` has it, compare: a stream that was cut between two
/// instructions gives less, but no error.
///
/// # Errors
///
/// [`Error::TooLong`] if the data would have a byte more than `dst`, [`Error::Truncated`] if the
/// stream ends inside an instruction, [`Error::BackReference`] if it refers to what is not there.
///
/// ```
/// let mut data = [0; 8];
/// let length = hdf5_codecs::lzf::decode_into(&[1, b'a', b'b', 0x60, 1], &mut data)?;
/// assert_eq!(&data[..length], b"abababa");
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn decode_into(src: &[u8], dst: &mut [u8]) -> Result<usize, Error> {
    let mut stream = Stream { src, read: 0, written: 0, limit: dst.len() };
    while let Some(step) = stream.next()? {
        match step {
            Step::Literals { from, to, length } => {
                // Copying as many as there can be is faster than copying as many as there are.
                let all_from = src[from..].first_chunk::<MAX_LITERALS>();
                let all_to = dst[to..].first_chunk_mut::<MAX_LITERALS>();
                if let (Some(all_from), Some(all_to)) = (all_from, all_to) {
                    *all_to = *all_from;
                } else {
                    dst[to..to + length].copy_from_slice(&src[from..from + length]);
                }
            }
            Step::Reference { from, to, length } => copy_within(dst, from, to, length),
        }
    }
    Ok(stream.written)
}

/// Repeats the `length` bytes at `from` at `to`, which is behind `from`, as if one by one: the
/// two may overlap. Bytes behind these may change.
#[inline]
fn copy_within(dst: &mut [u8], from: usize, to: usize, length: usize) {
    const PIECE: usize = 16;
    let end = to + length;
    if to - from >= PIECE && end + PIECE <= dst.len() {
        // Every piece is complete before it is read.
        for at in (0..length).step_by(PIECE) {
            dst.copy_within(from + at..from + at + PIECE, to + at);
        }
    } else if to - from == 1 {
        let byte = dst[from];
        dst[to..end].fill(byte);
    } else {
        // What there is from `from` on has the right period, and grows with every copy.
        let mut to = to;
        while to < end {
            let length = (to - from).min(end - to);
            dst.copy_within(from..from + length, to);
            to += length;
        }
    }
}

/// Reads the instructions of a stream one after the other and checks them.
struct Stream<'a> {
    src: &'a [u8],
    /// How many bytes of the stream are read.
    read: usize,
    /// How many bytes the instructions have produced.
    written: usize,
    /// How many bytes they may produce.
    limit: usize,
}

/// An instruction that can be carried out: its places exist in the input and the output.
enum Step {
    /// Copy these bytes of the input.
    Literals { from: usize, to: usize, length: usize },
    /// Copy these bytes of the output.
    Reference { from: usize, to: usize, length: usize },
}

impl Stream<'_> {
    /// The next instruction, or `None` at the end of the stream.
    #[inline(always)]
    fn next(&mut self) -> Result<Option<Step>, Error> {
        let start = self.read;
        let Some(&control) = self.src.get(start) else { return Ok(None) };
        let control = usize::from(control);
        let to = self.written;
        if control < MAX_LITERALS {
            let (from, length) = (start + 1, control + 1);
            let available = self.src.len() - from;
            if length > available {
                return Err(Error::Truncated { offset: from, expected: length, available });
            }
            self.advance(from + length, length)?;
            return Ok(Some(Step::Literals { from, to, length }));
        }
        let (length, low, end) = match (control >> 5, &self.src[start + 1..]) {
            (7, &[extra, low, ..]) => (usize::from(extra) + 9, low, start + 3),
            (high @ ..7, &[low, ..]) => (high + 2, low, start + 2),
            (high, rest) => {
                let expected = if high == 7 { 2 } else { 1 };
                let available = rest.len();
                return Err(Error::Truncated { offset: start + 1, expected, available });
            }
        };
        let distance = ((control & 31) << 8 | usize::from(low)) + 1;
        let Some(from) = to.checked_sub(distance) else {
            return Err(Error::BackReference { offset: start, distance, available: to });
        };
        self.advance(end, length)?;
        Ok(Some(Step::Reference { from, to, length }))
    }

    /// Goes on to `next` in the stream, behind an instruction that produces `length` bytes.
    #[inline(always)]
    fn advance(&mut self, next: usize, length: usize) -> Result<(), Error> {
        if length > self.limit - self.written {
            return Err(Error::TooLong { offset: self.read, limit: self.limit });
        }
        self.read = next;
        self.written += length;
        Ok(())
    }
}

/// Encodes the data, or returns `None` if that does not make it smaller.
///
/// `None` is what the filter's being optional is for: the chunk is then stored as it is, with
/// the filter's bit set in its filter mask. The same goes if there is no memory for the stream.
/// The bytes may differ from liblzf's, which is free to choose its references, too.
///
/// ```
/// use hdf5_codecs::lzf;
///
/// assert_eq!(lzf::encode(&[0; 265]).as_deref(), Some([0, 0, 0xe0, 255, 0].as_slice()));
/// assert_eq!(lzf::encode(b"abc"), None);
/// ```
pub fn encode(src: &[u8]) -> Option<Vec<u8>> {
    let mut stream = zeroed(src.len().checked_sub(1)?).ok()?;
    let length = encode_into(src, &mut stream)?;
    stream.truncate(length);
    Some(stream)
}

/// Encodes the data to the start of `dst` and returns the length of the stream, or `None` if
/// `dst` is too short for it.
///
/// Nothing is allocated. What `dst` holds behind the stream afterwards is unspecified.
///
/// ```
/// let mut stream = [0; 16];
/// assert_eq!(hdf5_codecs::lzf::encode_into(b"abababa", &mut stream), Some(5));
/// assert_eq!(&stream[..5], [1, b'a', b'b', 0x60, 1]);
/// ```
pub fn encode_into(src: &[u8], dst: &mut [u8]) -> Option<usize> {
    // Where in `src` bytes with the same hash were last seen, modulo 2^16, which is further than
    // a reference can go. Whatever it says is compared, so that an old entry, or one that was
    // never set, does no harm.
    let mut table = [0_u16; 1 << HASH_BITS];
    let mut output = Output { dst, written: 0 };
    let mut literals = 0;
    let mut at = 0;
    while let Some(next) = four_bytes(src, at) {
        let entry = &mut table[hash(next << 8)];
        let distance = usize::from((at as u16).wrapping_sub(*entry));
        *entry = at as u16;
        let Some(length) = match_length(src, at, next, distance) else {
            // The longer nothing was found, the faster it goes on.
            at += 1 + ((at - literals) / 64).min(3);
            continue;
        };
        output.literals(src, literals, at)?;
        output.reference(distance, length)?;
        at += length;
        literals = at;
        // Two more beginnings, at the end of what is behind.
        if let Some(last) = four_bytes(src, at - 2) {
            table[hash(last << 8)] = (at - 2) as u16;
            table[hash(last & !0xff)] = (at - 1) as u16;
        }
    }
    output.literals(src, literals, src.len())?;
    Some(output.written)
}

/// Four bytes from `at` on as a number, the first one lowest, if there are as many.
#[inline(always)]
fn four_bytes(src: &[u8], at: usize) -> Option<u32> {
    src.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
}

/// The place in the encoder's table for three bytes, which are the upper ones of the number. (A
/// reference is for three bytes at least.)
#[inline(always)]
fn hash(three: u32) -> usize {
    (three.wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)) as usize
}

/// How many bytes from `at` on, where the four bytes `next` are, repeat those from `distance`
/// back, if a reference can say it.
#[inline(always)]
fn match_length(src: &[u8], at: usize, next: u32, distance: usize) -> Option<usize> {
    if distance == 0 || distance > MAX_DISTANCE {
        return None;
    }
    let from = at.checked_sub(distance)?;
    if four_bytes(src, from)? << 8 != next << 8 {
        return None;
    }
    let most = MAX_LENGTH.min(src.len() - at);
    let mut length = 3;
    while let (Some(now), Some(before)) =
        (src[at + length..].first_chunk(), src[from + length..].first_chunk())
    {
        let differing = u64::from_le_bytes(*now) ^ u64::from_le_bytes(*before);
        if differing != 0 {
            return Some(most.min(length + differing.trailing_zeros() as usize / 8));
        }
        length += 8;
        if length >= most {
            return Some(most);
        }
    }
    while length < most && src[at + length] == src[from + length] {
        length += 1;
    }
    Some(length)
}

/// The encoder's output, which ends where there is no more room.
struct Output<'a> {
    dst: &'a mut [u8],
    written: usize,
}

impl Output<'_> {
    /// Writes the bytes of `src` from `from` to `to` as literals.
    #[inline(always)]
    fn literals(&mut self, src: &[u8], mut from: usize, to: usize) -> Option<()> {
        while from < to {
            let length = MAX_LITERALS.min(to - from);
            let (control, dst) = self.dst.get_mut(self.written..)?.split_first_mut()?;
            *control = (length - 1) as u8;
            // Copying as many as there can be is faster than copying as many as there are.
            match (src[from..].first_chunk::<MAX_LITERALS>(), dst.first_chunk_mut()) {
                (Some(from), Some(to)) => *to = *from,
                _ => dst.get_mut(..length)?.copy_from_slice(&src[from..from + length]),
            }
            self.written += length + 1;
            from += length;
        }
        Some(())
    }

    /// Writes a reference, whose numbers are within the format's.
    #[inline(always)]
    fn reference(&mut self, distance: usize, length: usize) -> Option<()> {
        let distance = distance - 1;
        let (high, low) = ((distance >> 8) as u8, distance as u8);
        let to = self.dst.get_mut(self.written..)?;
        if length < 9 {
            *to.first_chunk_mut()? = [(length as u8 - 2) << 5 | high, low];
            self.written += 2;
        } else {
            *to.first_chunk_mut()? = [7 << 5 | high, (length - 9) as u8, low];
            self.written += 3;
        }
        Some(())
    }
}

/// A vector of zeros, or an error if there is no memory for it.
fn zeroed(bytes: usize) -> Result<Vec<u8>, Error> {
    let mut vec = Vec::new();
    vec.try_reserve_exact(bytes).map_err(|_| Error::OutOfMemory { bytes })?;
    vec.resize(bytes, 0);
    Ok(vec)
}
