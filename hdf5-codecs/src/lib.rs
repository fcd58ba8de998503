//! The filters of HDF5 as safe functions on bytes.
//!
//! A chunk of an HDF5 dataset is stored the way its *filter pipeline* left it: shuffled,
//! compressed, with a checksum behind it. This crate has the filters themselves and nothing else:
//! no libhdf5, no lock, no global state, no `unsafe`, so that any number of threads can decode
//! chunks at the same time.
//!
//! | module | filter number | what it does | `cd_values` |
//! |---|---|---|---|
//! | [`shuffle`] | 2 | puts the first bytes of all elements together, then the second ones, .. | element size |
//! | [`fletcher32`] | 3 | appends a checksum | none |
//! | [`lzf`] | 32000 | compresses, h5py's fast way | revision, LZF version, chunk size |
//!
//! Every module has the filter's number as `ID`, the functions that encode and decode, and what
//! turns the filter's client data (`cd_values`, the numbers stored in the file with the filter)
//! into their arguments and back.
//!
//! The bytes may come from anyone. Whatever they are, a decoder returns data or an [`Error`]: it
//! does not panic, and it neither writes nor allocates more than the caller allows.
//!
//! # Example
//!
//! A chunk of four `f32` values, written with shuffle, LZF and fletcher32 in this order, is read
//! by undoing them in the opposite order:
//!
//! ```
//! use hdf5_codecs::{Error, fletcher32, lzf, shuffle};
//!
//! let size = 4 * 16; // a chunk of 16 elements of 4 bytes
//! let data: Vec<u8> = (0..16).flat_map(|i| (i as f32).to_le_bytes()).collect();
//!
//! // Write.
//! let mut shuffled = vec![0; size];
//! shuffle::encode(4, &data, &mut shuffled)?;
//! let mut stored = lzf::encode(&shuffled).expect("the zeros compress");
//! fletcher32::append(&mut stored)?;
//! assert!(stored.len() < size);
//!
//! // Read.
//! let compressed = fletcher32::verify_and_strip(&stored)?;
//! let shuffled = lzf::decode(compressed, size)?;
//! let mut read = vec![0; shuffled.len()];
//! shuffle::decode(4, &shuffled, &mut read)?;
//! assert_eq!(read, data);
//! # Ok::<(), Error>(())
//! ```

#![forbid(unsafe_code)]

mod error;
pub mod fletcher32;
pub mod lzf;
pub mod shuffle;

pub use error::Error;
