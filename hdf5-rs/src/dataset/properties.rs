//! What a dataset is: its shape, how its elements are stored, and what they are where none were written.

use std::borrow::Cow;

use hdf5_ffi::*;

use crate::convert::{Conversion, Transfer};
use crate::data::FromData;
use crate::dataset::slab::FillValue;
use crate::dataset::{AllocTime, ChunkCache, Dataset, Dataspace, ExternalFile, FillTime};
use crate::datatype::Datatype;
use crate::error::{ErrorKind, Result};
use crate::filter::{self, Filter};
use crate::object::Object;
use crate::raw::{Handle, chunk, h5d, h5o, h5p, h5t, lock};
use crate::shape::{MAX_RANK, element_count, from_hsize};
use crate::transfer::ReadPlan;

/// How a dataset's elements lie in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// In the object's header; for very small datasets.
    Compact,
    /// In one piece.
    Contiguous,
    /// In files of their own, without any structure.
    External,
    /// In chunks of this shape, which can be compressed.
    Chunked(Vec<usize>),
    /// In other datasets.
    Virtual,
}

/// How much of the room for a dataset's elements there is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SpaceStatus {
    /// None of it.
    NotAllocated,
    /// That of some chunks.
    PartAllocated,
    /// All of it.
    Allocated,
}

/// Properties.
impl Dataset {
    /// The shape and maximum shape, or that the dataset is a scalar or empty.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_space")]
    pub fn space(&self) -> Result<Dataspace> {
        let space = || match self.read_space() {
            // A layout that cannot be stands in the way of elements, not of what the file says about their shape.
            Err(error)
                if matches!(error.kind(), ErrorKind::InvalidValue { .. })
                    && !matches!(self.described_layout()?, Layout::Virtual) =>
            {
                Dataspace::read(&h5d::space(self.object.handle())?)
            }
            space => space.map(Cow::into_owned),
        };
        space().map_err(|error| self.explain(error, "read the shape of dataset"))
    }

    /// The length along each axis, the slowest-varying axis first; empty for a scalar.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullDataspace`] if the dataset is empty in the sense of `h5py.Empty`: it has no
    /// shape. Fails if the file is damaged or closed.
    pub fn shape(&self) -> Result<Vec<usize>> {
        self.current_shape().map_err(|error| self.explain(error, "read the shape of dataset"))
    }

    pub(super) fn current_shape(&self) -> Result<Vec<usize>> {
        match &*self.read_space()? {
            Dataspace::Null => Err(ErrorKind::NullDataspace.into()),
            Dataspace::Scalar => Ok(Vec::new()),
            Dataspace::Simple { shape, .. } => Ok(shape.clone()),
        }
    }

    /// The length that each axis can grow to; `None` is unlimited.
    ///
    /// # Errors
    ///
    /// As [`shape`](Self::shape).
    #[doc(alias = "is_resizable")]
    pub fn max_shape(&self) -> Result<Vec<Option<usize>>> {
        match self.space()? {
            Dataspace::Simple { maximum, .. } => Ok(maximum),
            Dataspace::Scalar => Ok(Vec::new()),
            Dataspace::Null => {
                Err(self.explain(ErrorKind::NullDataspace.into(), "read the shape of dataset"))
            }
        }
    }

    /// The number of axes (`ndim` in h5py): 0 for a scalar.
    ///
    /// # Errors
    ///
    /// As [`shape`](Self::shape).
    #[doc(alias = "ndim")]
    pub fn rank(&self) -> Result<usize> {
        Ok(self.shape()?.len())
    }

    /// The number of elements: 1 for a scalar.
    ///
    /// # Errors
    ///
    /// As [`shape`](Self::shape); [`ErrorKind::OutOfMemory`] if there are more than can be counted.
    #[doc(alias = "len")]
    pub fn size(&self) -> Result<usize> {
        element_count(&self.shape()?)
            .map_err(|error| self.explain(error, "count elements of dataset"))
    }

    /// How the elements lie in the file.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Pget_layout", "H5Pget_chunk"))]
    pub fn layout(&self) -> Result<Layout> {
        self.described_layout().map_err(|error| self.explain(error, "read the layout of dataset"))
    }

    pub(super) fn read_layout(&self) -> Result<Layout> {
        let layout = self.described_layout()?;
        if let Layout::Chunked(_) = layout {
            // Whether the chunks have the dataset's rank.
            self.read_space()?;
        }
        Ok(layout)
    }

    /// The layout that the file says there is, which may be one that cannot be.
    fn described_layout(&self) -> Result<Layout> {
        let creation = h5d::create_plist(self.object.handle())?;
        match h5p::layout(&creation)? {
            H5D_COMPACT => Ok(Layout::Compact),
            H5D_CONTIGUOUS if h5p::external_count(&creation)? > 0 => Ok(Layout::External),
            H5D_CONTIGUOUS => Ok(Layout::Contiguous),
            H5D_CHUNKED => Ok(Layout::Chunked(from_hsize(&h5p::chunk(&creation, MAX_RANK)?)?)),
            H5D_VIRTUAL => Ok(Layout::Virtual),
            other => Err(ErrorKind::Unsupported { what: format!("layout {other}").into() }.into()),
        }
    }

    /// The shape of a chunk; `None` if the dataset is not chunked.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    pub fn chunk(&self) -> Result<Option<Vec<usize>>> {
        Ok(match self.layout()? {
            Layout::Chunked(chunk) => Some(chunk),
            _ => None,
        })
    }

    /// The filters that each chunk goes through when it is written, in that order.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_filter")]
    #[doc(alias = "compression")]
    pub fn filters(&self) -> Result<Vec<Filter>> {
        self.creation_property("read the filters of dataset", filter::pipeline)
    }

    /// The value of elements that have never been written; `None` if it is not defined.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    #[doc(alias = "H5Pget_fill_value")]
    pub fn fill_value<R: FromData>(&self) -> Result<Option<R>> {
        let fill_value = || {
            let creation = h5d::create_plist(self.object.handle())?;
            if h5p::fill_value_defined(&creation)? == H5D_FILL_VALUE_UNDEFINED {
                return Ok(None);
            }
            let (known, transfer) = (self.stored_memory()?, Transfer::Verbatim);
            let conversion = Conversion::default();
            let plan =
                ReadPlan::new::<R::Elem>(&known.ty, Some(known), Vec::new(), transfer, conversion)?;
            R::from_fetched(plan.fetch(&FillValue { creation }, 1)?).map(Some)
        };
        fill_value().map_err(|error| self.explain(error, "read the fill value of dataset"))
    }

    /// Whether somebody has chosen the fill value; otherwise it is zero, or not defined.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pfill_value_defined")]
    pub fn fill_value_is_set(&self) -> Result<bool> {
        self.creation_property("read the fill value of dataset", |creation| {
            Ok(h5p::fill_value_defined(creation)? == H5D_FILL_VALUE_USER_DEFINED)
        })
    }

    /// When elements that have never been written get the fill value.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_fill_time")]
    pub fn fill_time(&self) -> Result<FillTime> {
        self.creation_property("read the fill time of dataset", |creation| {
            FillTime::of_c(h5p::fill_time(creation)?)
        })
    }

    /// When room for the elements is made in the file.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_alloc_time")]
    pub fn alloc_time(&self) -> Result<AllocTime> {
        self.creation_property("read the allocation time of dataset", |creation| {
            AllocTime::of_c(h5p::alloc_time(creation)?)
        })
    }

    /// Whether the file keeps the times of creation and change.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Oget_info", "H5Pget_obj_track_times"))]
    pub fn tracks_times(&self) -> Result<bool> {
        // The property list of a dataset of the older format always says yes.
        h5o::is_dated(self.object.handle())
            .map_err(|error| self.explain(error, "read the times of dataset"))
    }

    /// Whether the file keeps the order in which attributes are created.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_attr_creation_order")]
    pub fn tracks_order(&self) -> Result<bool> {
        self.creation_property("read the creation options of dataset", |creation| {
            Ok(h5p::attr_creation_order(creation)? & H5P_CRT_ORDER_TRACKED != 0)
        })
    }

    /// Whether chunks that reach over the edge of the dataset are stored without filters.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_chunk_opts")]
    pub fn has_unfiltered_edge_chunks(&self) -> Result<bool> {
        self.creation_property("read the layout of dataset", |creation| {
            Ok(h5p::layout(creation)? == H5D_CHUNKED
                && h5p::chunk_opts(creation)? & H5D_CHUNK_DONT_FILTER_PARTIAL_CHUNKS != 0)
        })
    }

    /// The parts of other files in which the elements lie, in their order; none if they lie in this one.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Pget_external")]
    pub fn external_files(&self) -> Result<Vec<ExternalFile>> {
        self.creation_property("read the external files of dataset", ExternalFile::list)
    }

    /// The type of the elements as an object of the file, if it is one that has, or had, a name.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Tcommitted")]
    pub fn committed_type(&self) -> Result<Option<Datatype>> {
        let committed = || {
            let _lock = lock();
            let ty = h5d::datatype(self.object.handle())?;
            let committed = h5t::committed(&ty)?;
            Ok(committed.then(|| Datatype::new(Object::of_handle(ty, self.object.file()))))
        };
        committed().map_err(|error| self.explain(error, "read the type of dataset"))
    }

    /// The cache of chunks that this handle reads and writes through.
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Pget_chunk_cache")]
    pub fn chunk_cache(&self) -> Result<ChunkCache> {
        let (slots, bytes, w0) = h5d::access_plist(self.object.handle())
            .and_then(|access| h5p::chunk_cache(&access))
            .map_err(|error| self.explain(error, "read the chunk cache of dataset"))?;
        Ok(ChunkCache { slots, bytes, w0 })
    }

    /// The byte of the file at which the elements start, if they lie in it in one piece and room has been
    /// made for them.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_offset")]
    pub fn offset(&self) -> Result<Option<u64>> {
        let offset = || match self.read_layout()? {
            Layout::Contiguous => h5d::offset(self.object.handle()),
            _ => Ok(None),
        };
        offset().map_err(|error| self.explain(error, "read the place of dataset"))
    }

    /// How much of the room for the elements there is in the file.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_space_status")]
    pub fn space_status(&self) -> Result<SpaceStatus> {
        let status = || {
            let _lock = lock();
            self.mappings()?;
            if let Layout::Chunked(lengths) = self.read_layout()? {
                // Before 1.14 libhdf5 goes by bytes, which filters and edges change.
                let count = chunk::count(self.object.handle())?;
                let shape = self.current_shape()?;
                let axes = shape.iter().zip(&lengths);
                let chunks = axes.map(|(n, &length)| n.div_ceil(length.max(1)));
                let all = element_count(&chunks.collect::<Vec<_>>())?;
                return Ok(match count {
                    0 => SpaceStatus::NotAllocated,
                    count if count == all as u64 => SpaceStatus::Allocated,
                    _ => SpaceStatus::PartAllocated,
                });
            }
            match h5d::space_status(self.object.handle())? {
                H5D_SPACE_STATUS_NOT_ALLOCATED => Ok(SpaceStatus::NotAllocated),
                H5D_SPACE_STATUS_PART_ALLOCATED => Ok(SpaceStatus::PartAllocated),
                H5D_SPACE_STATUS_ALLOCATED => Ok(SpaceStatus::Allocated),
                other => {
                    let what = format!("space status {other}");
                    Err(ErrorKind::Unsupported { what: what.into() }.into())
                }
            }
        };
        status().map_err(|error| self.explain(error, "read the room of dataset"))
    }

    fn creation_property<R>(
        &self,
        action: &'static str,
        get: impl FnOnce(&Handle) -> Result<R>,
    ) -> Result<R> {
        h5d::create_plist(self.object.handle())
            .and_then(|creation| get(&creation))
            .map_err(|error| self.explain(error, action))
    }

    /// The bytes that the elements take in the file, compressed as they are.
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Dget_storage_size")]
    #[doc(alias = "get_storage_size")]
    pub fn storage_size(&self) -> Result<u64> {
        let _lock = lock();
        self.mappings()
            .and_then(|_| h5d::storage_size(self.object.handle()))
            .map_err(|error| self.explain(error, "read the size of dataset"))
    }
}
