//! What a filter can find wrong.

use std::fmt;

/// Why bytes could not be encoded or decoded, with the numbers.
///
/// Offsets count bytes from the start of the input that was handed to the function. The error
/// knows neither the file nor the chunk nor the filter that was called: the caller does.
///
/// ```
/// use hdf5_codecs::{Error, lzf};
///
/// let error = lzf::decode(&[4, b'a', b'b'], 100).unwrap_err();
/// assert_eq!(error, Error::Truncated { offset: 1, expected: 5, available: 2 });
/// assert_eq!(error.to_string(), "5 bytes expected at offset 1, but the input has 2 left");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The input ends before something that it announced.
    Truncated {
        /// Where in the input the bytes were expected.
        offset: usize,
        /// How many bytes were expected there.
        expected: usize,
        /// How many bytes the input has there.
        available: usize,
    },
    /// The decoded data is longer than the caller allows.
    TooLong {
        /// Where in the input the instruction is that goes over the limit.
        offset: usize,
        /// The caller's limit, in decoded bytes.
        limit: usize,
    },
    /// The input refers back to before the start of the decoded data.
    BackReference {
        /// Where in the input the reference is.
        offset: usize,
        /// How many bytes back it points.
        distance: usize,
        /// How many bytes had been decoded by then.
        available: usize,
    },
    /// The checksum stored with the data is not the data's.
    Checksum {
        /// Where in the input the checksum is.
        offset: usize,
        /// The checksum found there.
        stored: u32,
        /// The checksum of the data in front of it.
        computed: u32,
    },
    /// The output buffer is not as long as the input, which this filter needs.
    OutputLength {
        /// The length needed, in bytes.
        expected: usize,
        /// The length of the buffer given, in bytes.
        actual: usize,
    },
    /// The filter's client data (`cd_values`) has too few values or too many.
    ClientDataLength {
        /// How many values the filter has.
        expected: usize,
        /// How many were given.
        actual: usize,
    },
    /// A value of the filter's client data (`cd_values`) means nothing to the filter.
    ClientData {
        /// Which of the values, counted from 0.
        index: usize,
        /// The value.
        value: u32,
    },
    /// Memory for the output could not be had.
    OutOfMemory {
        /// How many bytes were asked for.
        bytes: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Truncated { offset, expected, available } => write!(
                f,
                "{expected} bytes expected at offset {offset}, but the input has {available} left"
            ),
            Self::TooLong { offset, limit } => write!(
                f,
                "the data decodes to more than the limit of {limit} bytes (at offset {offset})"
            ),
            Self::BackReference { offset, distance, available } => write!(
                f,
                "the reference at offset {offset} points {distance} bytes back, but only \
                 {available} are decoded"
            ),
            Self::Checksum { offset, stored, computed } => write!(
                f,
                "the checksum stored at offset {offset} is {stored:#010x}, but the data's is \
                 {computed:#010x}"
            ),
            Self::OutputLength { expected, actual } => {
                write!(f, "the output buffer has {actual} bytes, but {expected} are needed")
            }
            Self::ClientDataLength { expected, actual } => write!(
                f,
                "the client data has {actual} values, but the filter's has {expected} of them"
            ),
            Self::ClientData { index, value } => {
                write!(f, "value {index} of the client data cannot be {value}")
            }
            Self::OutOfMemory { bytes } => write!(f, "no memory for {bytes} bytes of output"),
        }
    }
}

impl std::error::Error for Error {}
