//! How a new dataset is stored.

use hdf5_ffi::*;

use super::DatasetBuilder;
use super::filters::Filters;
use super::space::NewSpace;
use crate::dataset::chunk_index::check_count;
use crate::dataset::chunking::AutoChunk;
use crate::dataset::external::ExternalFile;
use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5f, h5p};
use crate::shape::{self, Length, PerAxis, to_hsize};
use crate::types::{Encode, TypeDescriptor};

/// The most bytes of a compact dataset: what a message of an object header holds, without the four that say
/// what it is.
const MAX_COMPACT: usize = 65_536 - 4;

/// When elements that have never been written get the fill value in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum FillTime {
    /// When room for them is made, if a fill value was given; otherwise they are zero when read.
    #[default]
    IfSet,
    /// When room for them is made.
    Alloc,
    /// Never. What they are when read is not defined; chunks that do not exist are zero here.
    Never,
}

impl FillTime {
    pub(in crate::dataset) fn of_c(time: H5D_fill_time_t) -> Result<Self> {
        match time {
            H5D_FILL_TIME_IFSET => Ok(Self::IfSet),
            H5D_FILL_TIME_ALLOC => Ok(Self::Alloc),
            H5D_FILL_TIME_NEVER => Ok(Self::Never),
            other => {
                Err(ErrorKind::Unsupported { what: format!("fill time {other}").into() }.into())
            }
        }
    }
}

/// When room for the elements is made in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AllocTime {
    /// When the dataset is created, for all; and when it grows.
    Early,
    /// When the first element is written, for all. So it is with data in one piece.
    Late,
    /// When the first element of a chunk is written, for that chunk. So it is with chunks.
    Incremental,
}

impl AllocTime {
    pub(in crate::dataset) fn of_c(time: H5D_alloc_time_t) -> Result<Self> {
        match time {
            H5D_ALLOC_TIME_EARLY => Ok(Self::Early),
            H5D_ALLOC_TIME_LATE => Ok(Self::Late),
            H5D_ALLOC_TIME_INCR => Ok(Self::Incremental),
            other => {
                let what = format!("allocation time {other}");
                Err(ErrorKind::Unsupported { what: what.into() }.into())
            }
        }
    }
}

/// What was asked for; some of it may contradict the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Storage {
    chunk: Option<Chunks>,
    contiguous: bool,
    compact: bool,
    external: Vec<ExternalFile>,
    unfiltered_edges: bool,
    fill_time: FillTime,
    alloc_time: Option<AllocTime>,
    track_times: bool,
    track_order: bool,
    virtual_layout: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum Chunks {
    Of(Vec<usize>),
    Auto(AutoChunk),
}

/// Storage: where the elements lie, and when room is made for them.
impl<T: Encode> DatasetBuilder<'_, T> {
    /// The shape of a chunk. Without it, datasets that grow or have filters get chunks of a shape that
    /// h5py would choose.
    #[doc(alias("H5Pset_chunk", "chunks"))]
    pub fn chunk(mut self, chunk: impl PerAxis<Length>) -> Self {
        self.storage.chunk = Some(Chunks::Of(shape::lengths(chunk)));
        self
    }

    /// Chunks of a shape that is chosen in this way (`chunks=True` in h5py, which is [`AutoChunk::H5py`]).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("auto.h5"))?;
    /// use hdf5::AutoChunk;
    ///
    /// let log = file.new_dataset::<f64>().shape((0.., 64));
    /// let ours = log.clone().auto_chunk(AutoChunk::Rows).create("ours")?;
    /// assert_eq!(ours.chunk()?, Some(vec![2048, 64]));
    /// let h5pys = log.auto_chunk(AutoChunk::H5py).create("h5py's")?;
    /// assert_eq!(h5pys.chunk()?, Some(vec![128, 16]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "guess_chunk")]
    pub fn auto_chunk(mut self, choice: AutoChunk) -> Self {
        self.storage.chunk = Some(Chunks::Auto(choice));
        self
    }

    /// Demands that the elements lie in one piece (`chunks=False` in h5py): with anything that needs chunks
    /// it is an error. Without it, a dataset that needs none has none.
    pub fn contiguous(mut self) -> Self {
        self.storage.contiguous = true;
        self
    }

    /// Stores the elements in the object's header, where they are read with it. At most 65,532 bytes.
    #[doc(alias = "H5Pset_layout")]
    pub fn compact(mut self) -> Self {
        self.storage.compact = true;
        self
    }

    /// Stores the elements in these parts of other files, one after the other, as numpy's `tofile` would.
    ///
    /// The files are made when they are first written. See [`ExternalFile`] for where they are looked for.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("external.h5"))?;
    /// use hdf5::{DatasetAccess, ExternalFile};
    ///
    /// let access = DatasetAccess::new().external_prefix(dir.path());
    /// let raw = file.new_dataset::<u16>().external([ExternalFile::new("raw.bin", 0, None)]);
    /// raw.access(&access).create_with("raw", [1_u16, 2, 3])?;
    /// file.close()?;
    /// assert_eq!(std::fs::read(dir.path().join("raw.bin"))?.len(), 6);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "H5Pset_external")]
    pub fn external(mut self, files: impl IntoIterator<Item = ExternalFile>) -> Self {
        self.storage.external = files.into_iter().collect();
        self
    }

    /// Leaves chunks that reach over the edge of the dataset as they are, without filters, so that they need
    /// not be compressed anew whenever it grows.
    ///
    /// HDF5 before 1.10 cannot read such a dataset.
    #[doc(alias("H5Pset_chunk_opts", "H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS"))]
    pub fn unfiltered_edge_chunks(mut self) -> Self {
        self.storage.unfiltered_edges = true;
        self
    }

    /// When elements that have never been written get the fill value.
    #[doc(alias = "H5Pset_fill_time")]
    pub fn fill_time(mut self, time: FillTime) -> Self {
        self.storage.fill_time = time;
        self
    }

    /// When room for the elements is made; without it, as each [`AllocTime`] says.
    #[doc(alias = "H5Pset_alloc_time")]
    pub fn alloc_time(mut self, time: AllocTime) -> Self {
        self.storage.alloc_time = Some(time);
        self
    }

    /// Whether the file keeps the times of creation and change. By default it does not, so that two runs of
    /// a program write the same bytes.
    #[doc(alias = "H5Pset_obj_track_times")]
    pub fn track_times(mut self, track: bool) -> Self {
        self.storage.track_times = track;
        self
    }

    /// Whether the file keeps the order in which attributes are created.
    #[doc(alias = "H5Pset_attr_creation_order")]
    pub fn track_order(mut self, track: bool) -> Self {
        self.storage.track_order = track;
        self
    }
}

impl Storage {
    /// Whether the elements are those of other datasets.
    pub(super) fn is_virtual(&self) -> bool {
        self.virtual_layout
    }

    pub(super) fn external(&self) -> &[ExternalFile] {
        &self.external
    }

    /// Whether the elements lie elsewhere than in the dataset.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.virtual_layout || !self.external.is_empty()
    }

    pub(super) fn set_virtual(&mut self) {
        self.virtual_layout = true;
    }

    /// Whether nothing was asked for.
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The creation property list of a dataset: what was asked for, checked.
    pub(super) fn creation(
        &self,
        file: &Handle,
        space: &NewSpace,
        dtype: &TypeDescriptor,
        filters: &Filters,
    ) -> Result<Handle> {
        let plist = h5p::create_dataset_create()?;
        h5p::set_obj_track_times(&plist, self.track_times)?;
        if self.track_order {
            h5p::set_attr_creation_order(&plist, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED)?;
        }
        match self.fill_time {
            FillTime::IfSet => {}
            FillTime::Alloc => h5p::set_fill_time(&plist, H5D_FILL_TIME_ALLOC)?,
            FillTime::Never if dtype.holds_pointers() => {
                let reason = "without a fill value, data of variable length would be garbage";
                return Err(Error::invalid_argument(reason));
            }
            FillTime::Never => h5p::set_fill_time(&plist, H5D_FILL_TIME_NEVER)?,
        }
        let bytes = space.bytes(dtype.size().unwrap_or(1))?;
        let chunk = self.chunk_shape(space, dtype, filters)?;
        self.check_place(chunk.is_some())?;
        match chunk {
            Some(chunk) => {
                let is_array = || self.has_newer_index(file);
                check_count(&space.lengths(), &space.maximums()?, &chunk, is_array)?;
                h5p::set_chunk(&plist, &to_hsize(&chunk))?;
                if self.unfiltered_edges {
                    check_format(file, "edge chunks without filters")?;
                    h5p::set_chunk_opts(&plist, H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS)?;
                }
                filters.put_into(&plist, dtype, &chunk)?;
            }
            None => {
                if self.compact {
                    self.set_compact(&plist, bytes)?;
                }
                if self.virtual_layout {
                    self.check_virtual(file, space)?;
                    h5p::set_layout(&plist, H5D_VIRTUAL)?;
                }
                if !self.external.is_empty() {
                    self.set_external(&plist, space, dtype)?;
                }
            }
        }
        if let Some(time) = self.alloc_time {
            h5p::set_alloc_time(
                &plist,
                match time {
                    AllocTime::Early => H5D_ALLOC_TIME_EARLY,
                    AllocTime::Late => H5D_ALLOC_TIME_LATE,
                    AllocTime::Incremental => H5D_ALLOC_TIME_INCR,
                },
            )?;
        }
        Ok(plist)
    }

    /// Whether the index of chunks is one of those that came with HDF5 1.10.
    fn has_newer_index(&self, file: &Handle) -> Result<bool> {
        let (oldest, _) = h5p::libver_bounds(&h5f::access_plist(&h5f::file_of(file)?)?)?;
        Ok(self.unfiltered_edges || oldest >= H5F_LIBVER_V110)
    }

    /// Checks that the elements lie in one place.
    fn check_place(&self, chunked: bool) -> Result<()> {
        let external = !self.external.is_empty();
        let places = [
            ("chunks", chunked),
            ("the object's header", self.compact),
            ("one piece", self.contiguous && !external),
            ("external files", external),
            ("other datasets", self.virtual_layout),
        ];
        let mut asked = places.into_iter().filter(|(_, asked)| *asked);
        if let (Some((one, _)), Some((other, _))) = (asked.next(), asked.next()) {
            let why = match chunked && self.chunk.is_none() {
                true => ": filters, and axes that grow, need chunks",
                false => "",
            };
            let reason = format!("the elements lie either in {one} or in {other}{why}");
            return Err(Error::invalid_argument(reason));
        }
        if self.unfiltered_edges && !chunked {
            return Err(Error::invalid_argument("without chunks there are no edge chunks"));
        }
        Ok(())
    }

    /// Checks that a dataset can be virtual.
    fn check_virtual(&self, file: &Handle, space: &NewSpace) -> Result<()> {
        if space.null {
            return Err(Error::invalid_argument("an empty dataset has no elements of others"));
        }
        if self.alloc_time.is_some() {
            return Err(Error::invalid_argument("no room is made for a virtual dataset"));
        }
        check_format(file, "a virtual dataset")
    }

    fn set_compact(&self, plist: &Handle, bytes: usize) -> Result<()> {
        if bytes > MAX_COMPACT {
            let reason = format!("a compact dataset has at most {MAX_COMPACT} bytes, not {bytes}");
            return Err(Error::invalid_argument(reason));
        }
        if self.alloc_time.is_some_and(|time| time != AllocTime::Early) {
            return Err(Error::invalid_argument("room for a compact dataset is made early"));
        }
        h5p::set_layout(plist, H5D_COMPACT)
    }

    fn set_external(&self, plist: &Handle, space: &NewSpace, dtype: &TypeDescriptor) -> Result<()> {
        if dtype.holds_pointers() {
            let reason = "data of variable length lies in the file itself, not in external ones";
            return Err(Error::invalid_argument(reason));
        }
        let mut largest = space.clone();
        let maximum = space.maximums()?;
        for (extent, &maximum) in largest.shape.iter_mut().zip(&maximum) {
            extent.length = maximum.unwrap_or(extent.length);
        }
        let endless = maximum.contains(&None);
        let bytes = largest.bytes(dtype.size().unwrap_or(1))?;
        ExternalFile::put_into(&self.external, plist, (!endless).then_some(bytes))
    }

    /// The shape of a chunk; `None` for a dataset without.
    fn chunk_shape(
        &self,
        space: &NewSpace,
        dtype: &TypeDescriptor,
        filters: &Filters,
    ) -> Result<Option<Vec<usize>>> {
        if self.virtual_layout && self.chunk.is_none() {
            return match filters.is_empty() {
                true => Ok(None),
                false => {
                    let reason = "a virtual dataset has no filters: its sources may";
                    Err(Error::invalid_argument(reason))
                }
            };
        }
        let growing = space.growing()?;
        let external = !self.external.is_empty();
        if let (true, Some(axis)) = (external, growing.iter().find(|&&axis| axis > 0)) {
            let reason = format!("with external files only axis 0 can grow, not {axis}");
            return Err(Error::invalid_argument(reason));
        }
        let grows = !growing.is_empty() && !external;
        if self.chunk.is_none() && !grows && filters.is_empty() {
            return Ok(None);
        }
        if space.has_no_axes() {
            return Err(Error::invalid_argument(
                "a scalar or empty dataset can have neither chunks nor filters",
            ));
        }
        let (shape, maximum) = (space.lengths(), space.maximums()?);
        let size = dtype.size().unwrap_or(1);
        let chunk = match &self.chunk {
            Some(Chunks::Of(chunk)) => {
                check_chunk(chunk, &maximum)?;
                chunk.clone()
            }
            Some(Chunks::Auto(choice)) => choice.choose(&shape, &maximum, size),
            None => AutoChunk::default().choose(&shape, &maximum, size),
        };
        let bytes = chunk.iter().try_fold(size as u64, |bytes, &length| {
            bytes.checked_mul(length as u64).filter(|&bytes| bytes <= u32::MAX.into())
        });
        match bytes {
            Some(_) => Ok(Some(chunk)),
            None => {
                let reason =
                    format!("a chunk of {chunk:?} elements of {size} bytes has 4 GiB or more");
                Err(Error::invalid_argument(reason))
            }
        }
    }
}

/// Checks a chunk shape that was given.
fn check_chunk(chunk: &[usize], maximum: &[Option<usize>]) -> Result<()> {
    if chunk.len() != maximum.len() {
        let (expected, found) = (maximum.len(), chunk.len());
        return Err(ErrorKind::RankMismatch { expected, found }.into());
    }
    for (axis, (&length, &maximum)) in chunk.iter().zip(maximum).enumerate() {
        if length == 0 {
            let reason = format!("the chunk has no length along axis {axis}");
            return Err(Error::invalid_argument(reason));
        }
        if let Some(maximum) = maximum.filter(|&maximum| length > maximum) {
            return Err(ErrorKind::ChunkTooLong { axis, chunk: length, maximum }.into());
        }
    }
    Ok(())
}

/// Checks that a file may have what came with HDF5 1.10.
fn check_format(file: &Handle, what: &str) -> Result<()> {
    let (_, newest) = h5p::libver_bounds(&h5f::access_plist(&h5f::file_of(file)?)?)?;
    if newest < H5F_LIBVER_V110 {
        let what = format!("{what}, which came with HDF5 1.10, in a file of older format");
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    Ok(())
}
