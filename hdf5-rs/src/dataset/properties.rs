//! What a dataset is: its shape, how its elements are stored, and what they are where none were written.

use std::borrow::Cow;

use hdf5_ffi::{H5D_CHUNKED, H5D_COMPACT, H5D_CONTIGUOUS, H5D_FILL_VALUE_UNDEFINED, H5D_VIRTUAL};

use crate::convert::{Conversion, Transfer};
use crate::data::FromData;
use crate::dataset::slab::FillValue;
use crate::dataset::{Dataset, Dataspace};
use crate::error::{ErrorKind, Result};
use crate::filter::{self, Filter};
use crate::raw::{h5d, h5p};
use crate::shape::from_hsize;
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

/// Properties.
impl Dataset {
    /// The shape and maximum shape, or that the dataset is a scalar or empty.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Dget_space")]
    pub fn space(&self) -> Result<Dataspace> {
        self.read_space()
            .map(Cow::into_owned)
            .map_err(|error| self.explain(error, "read the shape of dataset"))
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
    pub fn max_shape(&self) -> Result<Vec<Option<usize>>> {
        match self.space()? {
            Dataspace::Simple { maximum, .. } => Ok(maximum),
            Dataspace::Scalar => Ok(Vec::new()),
            Dataspace::Null => {
                Err(self.explain(ErrorKind::NullDataspace.into(), "read the shape of dataset"))
            }
        }
    }

    /// How the elements lie in the file.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Pget_layout", "H5Pget_chunk"))]
    pub fn layout(&self) -> Result<Layout> {
        self.read_layout().map_err(|error| self.explain(error, "read the layout of dataset"))
    }

    pub(super) fn read_layout(&self) -> Result<Layout> {
        let creation = h5d::create_plist(self.object.handle())?;
        match h5p::layout(&creation)? {
            H5D_COMPACT => Ok(Layout::Compact),
            H5D_CONTIGUOUS if h5p::external_count(&creation)? > 0 => Ok(Layout::External),
            H5D_CONTIGUOUS => Ok(Layout::Contiguous),
            H5D_CHUNKED => {
                let rank = self.read_space()?.rank();
                Ok(Layout::Chunked(from_hsize(&h5p::chunk(&creation, rank)?)?))
            }
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
    pub fn filters(&self) -> Result<Vec<Filter>> {
        h5d::create_plist(self.object.handle())
            .and_then(|creation| filter::pipeline(&creation))
            .map_err(|error| self.explain(error, "read the filters of dataset"))
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

    /// The bytes that the elements take in the file, compressed as they are.
    ///
    /// # Errors
    ///
    /// Fails if the file is closed.
    #[doc(alias = "H5Dget_storage_size")]
    pub fn storage_size(&self) -> Result<u64> {
        h5d::storage_size(self.object.handle())
            .map_err(|error| self.explain(error, "read the size of dataset"))
    }
}
