//! Filter 3, fletcher32: a checksum of 4 bytes behind the data.
//!
//! The encoded form is the data, then its checksum as a little-endian `u32` (`H5Zfletcher32.c`
//! of libhdf5). The filter has no client data.
//!
//! ```
//! use hdf5_codecs::{Error, fletcher32};
//!
//! let mut chunk = b"abcde".to_vec();
//! fletcher32::append(&mut chunk)?;
//! assert_eq!(chunk, b"abcde\xc7\x29\xf0\x4f");
//! assert_eq!(fletcher32::verify_and_strip(&chunk)?, b"abcde");
//! # Ok::<(), Error>(())
//! ```

use crate::Error;

/// The number of the filter in HDF5 files, `H5Z_FILTER_FLETCHER32` of libhdf5.
pub const ID: u32 = 3;

/// How many bytes the filter adds to the data, `FLETCHER_LEN` in `H5Zfletcher32.c` of libhdf5.
pub const CHECKSUM_LEN: usize = 4;

/// The modulus of Fletcher's sums of 16-bit words.
const MODULUS: u64 = 0xffff;

/// How many sums run side by side, so that the compiler can use vector instructions.
const LANES: usize = 16;

/// How many words a lane adds up before the sums are reduced: with 360 words of 0xffff a lane's
/// second sum is 360 * 361 / 2 * 0xffff, just below 2^32.
const ROUNDS: usize = 360;

/// The checksum of the data.
///
/// It is Fletcher's over the data as big-endian 16-bit words, with both sums starting at 0 and
/// an odd byte at the end counting as the high byte of a word; the first sum is in the low half
/// of the value (`H5_checksum_fletcher32` in `H5checksum.c` of libhdf5). No data has checksum 0.
///
/// ```
/// assert_eq!(hdf5_codecs::fletcher32::checksum(b"abcdefgh"), 0xe1eb_9195);
/// ```
pub fn checksum(data: &[u8]) -> u32 {
    let (mut sum1, mut sum2) = (0, 0);
    for block in data.chunks(2 * LANES * ROUNDS) {
        let rows = block.chunks_exact(2 * LANES);
        let rest = rows.remainder();
        add_rows(rows, &mut sum1, &mut sum2);

        let mut words = rest.chunks_exact(2);
        for word in &mut words {
            sum1 += u64::from(u16::from_be_bytes([word[0], word[1]]));
            sum2 += sum1;
        }
        if let [high] = *words.remainder() {
            sum1 += u64::from(high) << 8;
            sum2 += sum1;
        }
        sum1 = reduce(sum1);
        sum2 = reduce(sum2);
    }
    // `reduce` leaves 16 bits of each.
    (sum2 as u32) << 16 | sum1 as u32
}

/// Adds rows of `LANES` words, `ROUNDS` rows at the most, to the two sums.
///
/// A lane has sums of its own: `first` of its words, `second` of the values that `first` had. In
/// the sums over all words, the word in row `r` and lane `l` of `n` rows is in the second sum
/// `(n - r) * LANES - l` times, and `n - r` times in the lane's.
fn add_rows(rows: std::slice::ChunksExact<'_, u8>, sum1: &mut u64, sum2: &mut u64) {
    let count = rows.len() as u64;
    let mut first = [0_u32; LANES];
    let mut second = [0_u32; LANES];
    for row in rows {
        for ((word, first), second) in row.chunks_exact(2).zip(&mut first).zip(&mut second) {
            *first += u32::from(u16::from_be_bytes([word[0], word[1]]));
            *second += *first;
        }
    }
    *sum2 += *sum1 * count * LANES as u64;
    for ((lane, first), second) in (0..).zip(first).zip(second) {
        *sum1 += u64::from(first);
        *sum2 += u64::from(second) * LANES as u64 - u64::from(first) * lane;
    }
}

/// Folds a sum to 16 bits the way libhdf5 does: only 0 becomes 0, other multiples of the modulus
/// become the modulus.
fn reduce(sum: u64) -> u64 {
    if sum == 0 { 0 } else { (sum - 1) % MODULUS + 1 }
}

/// Appends the data's checksum to it: the filter's encoder.
///
/// # Errors
///
/// [`Error::OutOfMemory`] if the vector cannot grow by [`CHECKSUM_LEN`]; it is unchanged then.
///
/// ```
/// let mut chunk = vec![1, 2];
/// hdf5_codecs::fletcher32::append(&mut chunk)?;
/// assert_eq!(chunk, [1, 2, 0x02, 0x01, 0x02, 0x01]);
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn append(data: &mut Vec<u8>) -> Result<(), Error> {
    let checksum = checksum(data);
    data.try_reserve(CHECKSUM_LEN).map_err(|_| Error::OutOfMemory { bytes: CHECKSUM_LEN })?;
    data.extend_from_slice(&checksum.to_le_bytes());
    Ok(())
}

/// Returns the data in front of the checksum, if the checksum is the data's: the filter's decoder.
///
/// Versions of libhdf5 before 1.6.3 stored the checksum with the two bytes of each 16-bit half
/// exchanged when they ran on a little-endian machine. Like `H5Zfletcher32.c` of libhdf5, this
/// accepts that value, too.
///
/// # Errors
///
/// [`Error::Truncated`] if there is no room for a checksum, [`Error::Checksum`] if the data is
/// not what was written.
///
/// ```
/// use hdf5_codecs::{Error, fletcher32};
///
/// assert_eq!(fletcher32::verify_and_strip(&[1, 2, 0x02, 0x01, 0x02, 0x01])?, [1, 2]);
/// assert_eq!(fletcher32::verify_and_strip(&[1, 2, 0x01, 0x02, 0x01, 0x02])?, [1, 2]);
/// assert_eq!(
///     fletcher32::verify_and_strip(&[1, 3, 0x02, 0x01, 0x02, 0x01]),
///     Err(Error::Checksum { offset: 2, stored: 0x0102_0102, computed: 0x0103_0103 })
/// );
/// # Ok::<(), Error>(())
/// ```
pub fn verify_and_strip(stored: &[u8]) -> Result<&[u8], Error> {
    let (data, found) = split(stored)?;
    let computed = checksum(data);
    if found == computed || found == swap_bytes_of_halves(computed) {
        Ok(data)
    } else {
        Err(Error::Checksum { offset: data.len(), stored: found, computed })
    }
}

/// Returns the data in front of the checksum without looking at the checksum.
///
/// This is what libhdf5 does when error detection is off (`H5Pset_edc_check`), for whoever wants
/// the speed, or whatever is left of damaged data.
///
/// # Errors
///
/// [`Error::Truncated`] if there is no room for a checksum.
///
/// ```
/// assert_eq!(hdf5_codecs::fletcher32::strip(&[1, 2, 0xff, 0xff, 0xff, 0xff])?, [1, 2]);
/// # Ok::<(), hdf5_codecs::Error>(())
/// ```
pub fn strip(stored: &[u8]) -> Result<&[u8], Error> {
    split(stored).map(|(data, _)| data)
}

/// The data, and the checksum that is stored behind it.
fn split(stored: &[u8]) -> Result<(&[u8], u32), Error> {
    match stored.split_last_chunk::<CHECKSUM_LEN>() {
        Some((data, checksum)) => Ok((data, u32::from_le_bytes(*checksum))),
        None => {
            Err(Error::Truncated { offset: 0, expected: CHECKSUM_LEN, available: stored.len() })
        }
    }
}

/// Exchanges the two bytes of each 16-bit half.
fn swap_bytes_of_halves(value: u32) -> u32 {
    value.swap_bytes().rotate_left(16)
}
