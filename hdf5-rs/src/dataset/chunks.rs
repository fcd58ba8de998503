//! The chunks of a dataset, as they are stored.

use std::fmt;

use hdf5_ffi::hsize_t;

use crate::dataset::{Dataset, Layout};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::{chunk, h5d, h5p, lock};
use crate::shape::{Length, PerAxis, element_count, from_hsize, lengths, to_hsize};
use crate::types::buffer::zeros;

/// Where a chunk is stored, and what was done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ChunkInfo {
    /// The position of its first element along each axis.
    pub offset: Vec<usize>,
    /// The filters that it did not go through: bit 0 for the first of [`Dataset::filters`], and so on.
    pub filter_mask: u32,
    /// Where its bytes start in the file, user block included.
    pub address: u64,
    /// The number of bytes that it takes in the file.
    pub size: u64,
}

/// A chunk as it is stored: compressed, if the dataset is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RawChunk {
    /// The bytes in the file.
    pub bytes: Vec<u8>,
    /// The filters that it did not go through: bit 0 for the first of [`Dataset::filters`], and so on.
    pub filter_mask: u32,
}

/// The chunks of a dataset: where they are, and their bytes as they are stored.
///
/// A chunk is named by the position of its first element. Those that were never written do not exist:
/// they are `None`.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("chunks.h5"))?;
/// let plane = file.new_dataset::<u8>().shape((6, 8)).chunk((2, 4)).create("plane")?;
/// plane.select((2..4, 4..8))?.write([[7; 4]; 2])?;
///
/// let chunks = plane.chunks()?;
/// assert_eq!(chunks.count()?, 1);
/// for info in chunks.iter()? {
///     println!("{:?}: {} bytes at {}", info.offset, info.size, info.address);
/// }
/// let stored = chunks.read_raw((2, 4))?.expect("it was written");
/// assert_eq!((stored.bytes, stored.filter_mask), (vec![7; 8], 0));
/// assert_eq!(chunks.read_raw((0, 0))?, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Chunks {
    dataset: Dataset,
    /// The shape of a chunk.
    shape: Vec<usize>,
    /// The bytes of a chunk before any filter.
    bytes: usize,
    filters: usize,
    /// Whether chunks that lie in the dataset in part have no filters.
    edges_are_unfiltered: bool,
}

impl Dataset {
    /// The chunks, as they are stored.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unsupported`] if the dataset is not chunked.
    pub fn chunks(&self) -> Result<Chunks> {
        let chunks = || {
            let _lock = lock();
            let shape = self.chunk_shape()?;
            let element = self.stored_memory()?.size();
            let bytes = element_count(&shape)?.checked_mul(element);
            let creation = h5d::create_plist(self.object.handle())?;
            Ok(Chunks {
                dataset: self.clone(),
                bytes: bytes.ok_or(ErrorKind::OutOfMemory { bytes: None })?,
                shape,
                filters: h5p::filter_count(&creation)? as usize,
                edges_are_unfiltered: chunk::edges_are_unfiltered(&creation)?,
            })
        };
        chunks().map_err(|error| self.explain(error, "look at the chunks of dataset"))
    }

    /// The shape of a chunk, which the dataset must have.
    pub(super) fn chunk_shape(&self) -> Result<Vec<usize>> {
        match self.read_layout()? {
            Layout::Chunked(shape) => Ok(shape),
            _ => {
                let what = "going by chunks through a dataset without them (`blocks()` goes through any by rows)";
                Err(ErrorKind::Unsupported { what: what.into() }.into())
            }
        }
    }
}

impl Chunks {
    /// The shape of a chunk.
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The number of chunks that are stored.
    ///
    /// The whole index is gone through, each time.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_num_chunks")]
    #[doc(alias = "get_num_chunks")]
    pub fn count(&self) -> Result<usize> {
        chunk::count(self.dataset.object.handle())
            .and_then(|count| {
                usize::try_from(count).map_err(|_| ErrorKind::OutOfMemory { bytes: None }.into())
            })
            .map_err(|error| self.explain(error, "count the chunks of dataset"))
    }

    /// The chunk that is met at that place when the index is gone through; `None` if there are fewer.
    ///
    /// The index is gone through up to the chunk: [`iter`](Self::iter) is the way to see all.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_chunk_info")]
    #[doc(alias = "get_chunk_info")]
    pub fn info(&self, index: usize) -> Result<Option<ChunkInfo>> {
        let info = || {
            let _lock = lock();
            let (dataset, index) = (self.dataset.object.handle(), index as u64);
            // Versions differ in whether an index beyond the last is an error.
            if index >= chunk::count(dataset)? {
                return Ok(None);
            }
            chunk::info(dataset, index)?.map(ChunkInfo::new).transpose()
        };
        info().map_err(|error| self.explain(error, "look at a chunk of dataset"))
    }

    /// The chunk whose first element is at a position; `None` if it is not stored.
    ///
    /// libhdf5 goes through the index up to the chunk.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::RankMismatch`], [`ErrorKind::OutOfBounds`] if the position is outside the dataset,
    /// [`ErrorKind::InvalidArgument`] if no chunk starts there.
    #[doc(alias = "H5Dget_chunk_info_by_coord")]
    #[doc(alias = "get_chunk_info_by_coord")]
    pub fn info_at(&self, coordinate: impl PerAxis<Length>) -> Result<Option<ChunkInfo>> {
        let coordinate = lengths(coordinate);
        let info = || {
            let _lock = lock();
            let offset = self.check(&coordinate)?;
            chunk::info_at(self.dataset.object.handle(), &offset)?.map(ChunkInfo::new).transpose()
        };
        info().map_err(|error| self.explain(error, "look at a chunk of dataset"))
    }

    /// All chunks that are stored at this moment, in the order of the index.
    ///
    /// The index is gone through once. A libhdf5 older than 1.14 cannot do it: what it has of more than 256 chunks
    /// is written out, if the file is open for writing, and the index is read from the file. That works for
    /// files on the disk whose format is of HDF5 1.8 or older, as it is by default. For others, that libhdf5
    /// starts anew for each chunk, which takes four times as long for twice as many: some 4 seconds for 20,000.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dchunk_iter")]
    pub fn iter(&self) -> Result<std::vec::IntoIter<ChunkInfo>> {
        chunk::infos(self.dataset.object.handle())
            .and_then(|infos| infos.into_iter().map(ChunkInfo::new).collect::<Result<Vec<_>>>())
            .map(Vec::into_iter)
            .map_err(|error| self.explain(error, "list the chunks of dataset"))
    }

    /// The bytes of a chunk as they are in the file (h5py's `read_direct_chunk`); `None` if it is not
    /// stored.
    ///
    /// No filter is applied, so that none need be there. What is read of elements of variable length and
    /// of references are places in this file, which mean nothing elsewhere.
    ///
    /// # Errors
    ///
    /// As [`info_at`](Self::info_at), and [`ErrorKind::OutOfMemory`].
    #[doc(alias = "H5Dread_chunk")]
    #[doc(alias = "read_direct_chunk")]
    pub fn read_raw(&self, coordinate: impl PerAxis<Length>) -> Result<Option<RawChunk>> {
        let coordinate = lengths(coordinate);
        let read = || {
            let _lock = lock();
            self.read_at(&self.check(&coordinate)?)
        };
        read().map_err(|error| self.explain(error, "read a chunk of dataset"))
    }

    pub(crate) fn read_at(&self, offset: &[hsize_t]) -> Result<Option<RawChunk>> {
        let Some(size) = self.stored_size(offset)? else {
            return Ok(None);
        };
        let size = usize::try_from(size).map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        let mut bytes = zeros(size)?;
        let dataset = self.dataset.object.handle();
        match chunk::read(dataset, offset, &mut bytes) {
            Ok(filter_mask) => Ok(Some(RawChunk { bytes, filter_mask })),
            // A chunk of fill values may be in the cache and not be stored.
            Err(error) => match chunk::info_at(dataset, offset)? {
                None => Ok(None),
                Some(_) => Err(error),
            },
        }
    }

    /// Whether chunks have filters.
    pub(crate) fn are_filtered(&self) -> bool {
        self.filters > 0
    }

    /// The bytes that a chunk takes in the file; `None` if it is not stored.
    pub(crate) fn stored_size(&self, offset: &[hsize_t]) -> Result<Option<u64>> {
        let dataset = self.dataset.object.handle();
        match chunk::storage_size(dataset, offset) {
            Ok(size) if size > 0 => Ok(Some(size)),
            Ok(_) => Ok(None),
            // That is how a chunk that is missing is told of.
            Err(error)
                if error.frames().iter().any(|frame| MISSING.contains(&&*frame.description)) =>
            {
                Ok(None)
            }
            Err(error) => match chunk::info_at(dataset, offset)? {
                None => Ok(None),
                Some(_) => Err(error),
            },
        }
    }

    /// Writes the bytes of a chunk as they are to be in the file (h5py's `write_direct_chunk`).
    ///
    /// The bytes have gone through all [filters](Dataset::filters) but those of the mask: 0 for all, bit
    /// 0 without the first, and so on. What is wrong with them shows when the chunk is read. A chunk that
    /// no filter was applied to has as many bytes as its elements.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("raw.h5"))?;
    /// let bytes = file.new_dataset::<u8>().shape(8).chunk(4).shuffle().create("bytes")?;
    /// bytes.chunks()?.write_raw(4, 1, &[1, 2, 3, 4])?;
    /// assert_eq!(bytes.read::<Vec<u8>>()?, [0, 0, 0, 0, 1, 2, 3, 4]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`info_at`](Self::info_at); [`ErrorKind::ReadOnly`]; [`ErrorKind::InvalidArgument`] if a
    /// chunk without filters has another number of bytes, if there are no bytes, or 4 GiB and more, or the mask
    /// leaves out a filter of a dataset that has none.
    /// [`ErrorKind::Unsupported`] for another filter mask of the only chunk that there is room for, which
    /// libhdf5 would take for the old one until the file is closed.
    #[doc(alias = "H5Dwrite_chunk")]
    #[doc(alias = "write_direct_chunk")]
    pub fn write_raw(
        &self,
        coordinate: impl PerAxis<Length>,
        filter_mask: u32,
        bytes: &[u8],
    ) -> Result<()> {
        let coordinate = lengths(coordinate);
        let write = || {
            let _lock = lock();
            self.dataset.object.file().check_writable()?;
            let offset = self.check(&coordinate)?;
            self.check_bytes(&coordinate, filter_mask, bytes)?;
            self.write_at(&offset, filter_mask, bytes)
        };
        write().map_err(|error| self.explain(error, "write a chunk of dataset"))
    }

    fn write_at(&self, offset: &[hsize_t], filter_mask: u32, bytes: &[u8]) -> Result<()> {
        let dataset = self.dataset.object.handle();
        if self.filters == 0 {
            return chunk::write(dataset, offset, filter_mask, bytes);
        }
        // libhdf5 writes a filter mask to the index only together with another size, and keeps in mind
        // the mask that the chunk had, or none, until it has looked for another chunk.
        let old = self.read_at(offset)?;
        let remembered = old.as_ref().map_or(0, |old| old.filter_mask);
        if remembered == filter_mask {
            return chunk::write(dataset, offset, filter_mask, bytes);
        }
        let Some(other) = self.other_chunk(offset)? else {
            let what = "another filter mask of the only chunk of a dataset";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        };
        if old.is_some_and(|old| old.bytes.len() == bytes.len()) {
            let longer = [bytes, &[0]].concat();
            chunk::write(dataset, offset, filter_mask, &longer)?;
        }
        chunk::write(dataset, offset, filter_mask, bytes)?;
        // Reading takes the other chunk out of the cache, without which it is looked for.
        match self.read_at(&other)? {
            Some(_) => Ok(()),
            None => chunk::look_for_missing(dataset, &other),
        }
    }

    /// Some other chunk, whether it is stored or not; `None` if the dataset has room for one only.
    fn other_chunk(&self, offset: &[hsize_t]) -> Result<Option<Vec<hsize_t>>> {
        let extent = self.dataset.current_shape()?;
        let axis = (0..extent.len()).find(|&axis| extent[axis] > self.shape[axis]);
        Ok(axis.map(|axis| {
            let mut other = offset.to_vec();
            other[axis] = if offset[axis] == 0 { self.shape[axis] as hsize_t } else { 0 };
            other
        }))
    }

    /// Checks that a chunk starts at a position.
    fn check(&self, coordinate: &[usize]) -> Result<Vec<hsize_t>> {
        self.dataset.object.file().check()?;
        let extent = self.dataset.current_shape()?;
        if coordinate.len() != extent.len() {
            let (expected, found) = (extent.len(), coordinate.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        for (axis, (&position, &extent)) in coordinate.iter().zip(&extent).enumerate() {
            if position >= extent {
                let index = isize::try_from(position).unwrap_or(isize::MAX);
                return Err(ErrorKind::OutOfBounds { axis, index, extent }.into());
            }
        }
        if coordinate.iter().zip(&self.shape).any(|(&position, &length)| position % length != 0) {
            let shape = &self.shape;
            let reason = format!("no chunk of shape {shape:?} starts at {coordinate:?}");
            return Err(Error::invalid_argument(reason));
        }
        Ok(to_hsize(coordinate))
    }

    /// Checks that as many bytes can be a chunk: libhdf5 would write and read beyond it.
    fn check_bytes(&self, coordinate: &[usize], filter_mask: u32, bytes: &[u8]) -> Result<()> {
        if self.filters == 0 && filter_mask != 0 {
            return Err(Error::invalid_argument("there is no filter that could be left out"));
        }
        if bytes.is_empty() || u32::try_from(bytes.len()).is_err() {
            return Err(Error::invalid_argument("a chunk has from 1 byte to 4 GiB"));
        }
        let all = u32::MAX.checked_shr(32_u32.saturating_sub(self.filters as u32)).unwrap_or(0);
        let unfiltered = filter_mask & all == all
            || self.edges_are_unfiltered && self.is_at_the_edge(coordinate)?;
        if unfiltered && bytes.len() != self.bytes {
            let (all, found) = (self.bytes, bytes.len());
            let reason = format!("a chunk without filters has {all} bytes, not {found}");
            return Err(Error::invalid_argument(reason));
        }
        Ok(())
    }

    /// Whether a chunk lies in the dataset in part.
    fn is_at_the_edge(&self, coordinate: &[usize]) -> Result<bool> {
        let extent = self.dataset.current_shape()?;
        let room = extent.iter().zip(coordinate).map(|(&extent, &position)| extent - position);
        Ok(room.zip(&self.shape).any(|(room, &length)| room < length))
    }

    fn explain(&self, error: Error, action: &'static str) -> Error {
        self.dataset.explain(error, action)
    }
}

/// What libhdf5 says of a chunk that is not stored, depending on its version.
const MISSING: [&str; 3] =
    ["chunk storage is not allocated", "chunk address isn't defined", "storage is not initialized"];

impl ChunkInfo {
    fn new(info: chunk::Info) -> Result<Self> {
        let chunk::Info { offset, filter_mask, address, size } = info;
        Ok(Self { offset: from_hsize(&offset)?, filter_mask, address, size })
    }
}

/// The dataset and the shape of a chunk.
impl fmt::Debug for Chunks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks")
            .field("dataset", &self.dataset)
            .field("shape", &self.shape)
            .finish()
    }
}
