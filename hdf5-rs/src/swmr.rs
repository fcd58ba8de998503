//! A file that one process writes while others read it: SWMR, "single writer, multiple readers".
//!
//! ```
//! # let dir = tempfile::tempdir()?;
//! # let path = dir.path().join("run.h5");
//! use std::time::Duration;
//! use hdf5::File;
//! use hdf5::swmr::SwmrReader;
//!
//! // The writer creates all that there will be, and starts.
//! let builder = File::create_swmr(&path)?;
//! let temps = builder.file().new_dataset::<f32>().shape((0.., 3)).chunk((1024, 3)).create("temps")?;
//! temps.attrs().set("units", "K")?;
//! let writer = builder.start()?;
//! let temps = writer.dataset::<f32>("temps")?;
//!
//! // A reader, mostly in another process, gets each row once.
//! let reader = SwmrReader::open(&path)?;
//! let mut new_temps = reader.follow::<f32>("temps")?;
//!
//! temps.append(&[[20.5, 20.6, 20.9], [20.4, 20.6, 21.0]])?;
//! let rows = new_temps.wait(Duration::from_secs(1))?.expect("rows have been appended");
//! assert_eq!((rows.first(), rows.shape()), (0, &[2, 3][..]));
//! assert_eq!(rows.elements()[5], 21.0);
//! assert!(new_temps.poll()?.is_none());
//!
//! writer.close()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Readers and writers can be programs of other languages too: h5py writes with `f.swmr_mode = True` and reads with
//! `h5py.File(path, swmr=True)`.
//!
//! # The contract
//!
//! What libhdf5 asks for, and does not check, is checked here:
//!
//! | | |
//! |---|---|
//! | the format is that of HDF5 1.10 or newer | [`File::create_swmr`] chooses it; [`start`](SwmrBuilder::start) refuses others |
//! | all groups, datasets, attributes and links are there before | a [`SwmrWriter`] creates, removes and renames nothing |
//! | datasets have no elements of variable length, and no references | `start` refuses; [`SwmrDataset<T>`] takes [`FixedSize`] types |
//! | no attribute or committed datatype is open when it starts | `start` closes all: handles give [`Closed`](crate::ErrorKind::Closed) |
//! | attributes stay as they are | there is no way to change them |
//! | datasets never shrink | [`append`](SwmrDataset::append) and [`overwrite`](SwmrDataset::overwrite) are all there is |
//! | extent, data and flush come in this order | `append` does them |
//! | one writer | it locks the file against others, which libhdf5 alone does not |
//!
//! What nobody can check: the file must be on a local file system, or another one on which what a process writes is
//! seen by others in the order in which it was written. NFS and SMB are none; Lustre and GPFS are at your own risk.
//!
//! # What a reader sees
//!
//! libhdf5 lets a reader never come upon metadata that lead to what is not yet there. But it may see a dataset
//! longer than its data: the new extent is metadata as any other, and is written when the cache needs room. So:
//!
//! - A [`SwmrDataset`] holds back the extent, and the index of the chunks, until the data is written. Who
//!   sees a row's place sees the row, also with h5py.
//! - A [`Follower`] gives rows only from chunks that are in the file: where another program has been caught between
//!   the extent and the data of new chunks, its rows come later. It cannot tell of the chunk that was the last
//!   already: it is in the file, with fill values where the new rows will be. Where the writer is not of this
//!   crate and that matters, [`Follower::settled`] gives each row only when there are others after it.
//! - Chunks that were never written are passed by once the file is closed; until then their rows may still come.
//!   In the process of the writer, the file is closed only when its readers are, too.
//! - Datasets are not in step with each other: of two that grow together, one may be longer.
//! - A chunk that is compressed and not yet full is compressed anew with each append. If it then needs as many
//!   bytes as before it is written over the old one, and a reader may meet half of each. A `Follower` reads until
//!   the bytes stay the same; [`fletcher32`](crate::DatasetBuilder::fletcher32) makes sure. Otherwise it takes a
//!   new place, and the old one is lost: append whole chunks to compressed datasets.
//! - A row that is [overwritten](SwmrDataset::overwrite) may be seen half old and half new.
//!
//! Each reader holds a lock until it closes the file, which keeps others from opening it for writing: a file is
//! first opened by its writer. In the process of the writer a reader works too, but the file is then not closed
//! before both have done so.
//!
//! # When the writer is killed
//!
//! Readers keep what they have, and may go on reading. The file stays marked: to open it otherwise is
//! [`LeftOpen`](crate::ErrorKind::LeftOpen), until [`recover`](crate::recover) has repaired it, which keeps every
//! row for which `append` has returned. By way of a copy the repaired file takes the place of the old one, which
//! is [`Replaced`](crate::ErrorKind::Replaced) for readers; repaired in place, it ends for them. A power cut is
//! another matter: call [`sync_all`](SwmrWriter::sync_all) as often as rows may be lost.

mod check;
mod dataset;
mod follow;
mod writer;

pub use dataset::{RowsOf, SwmrDataset};
pub use follow::{Follower, NewRows, SwmrReader};
pub use writer::{SwmrBuilder, SwmrWriter};

#[cfg(doc)]
use crate::{File, FixedSize};
