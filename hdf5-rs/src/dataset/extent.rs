//! Datasets that change their shape.

use hdf5_ffi::H5D_CHUNK_IDX_EARRAY;

use crate::convert::{Conversion, Transfer};
use crate::data::ToData;
use crate::dataset::chunk_index::check_count;
use crate::dataset::slab::Slab;
use crate::dataset::{Dataset, Dataspace, Layout, check_not_null};
use crate::error::{Error, ErrorKind, Result};
use crate::raw::{h5d, h5t, lock};
use crate::select::{AxisSelection, Selection};
use crate::shape::{self, Length, PerAxis, to_hsize};
use crate::transfer::Target;
use crate::types::buffer::Encoded;

/// Changes of the shape.
impl Dataset {
    /// Changes the shape. What is cut off is lost; what is new has the fill value.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("resize.h5"))?;
    /// let log = file.new_dataset::<u8>().shape((2.., 3)).create("log")?;
    /// log.resize((5, 3))?;
    /// assert_eq!(log.shape()?, [5, 3]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BeyondMaximum`] if an axis cannot grow as far, [`ErrorKind::RankMismatch`] if the
    /// rank differs, [`ErrorKind::Unsupported`] if the dataset is not chunked,
    /// [`ErrorKind::InvalidArgument`] for more elements than a file holds, [`ErrorKind::TooManyChunks`] for more
    /// chunks than its index takes.
    #[doc(alias = "H5Dset_extent")]
    pub fn resize(&self, shape: impl PerAxis<Length>) -> Result<()> {
        let shape = shape::lengths(shape);
        let _lock = lock();
        self.check_resize(&shape)
            .and_then(|()| h5d::set_extent(self.object.handle(), &to_hsize(&shape)))
            .map_err(|error| self.explain(error, "resize dataset"))
    }

    /// Changes the length along one axis (h5py's `resize(length, axis=axis)`).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("resize_axis.h5"))?;
    /// let log = file.new_dataset::<u8>().shape((2.., 3)).create("log")?;
    /// log.resize_axis(0, 5)?;
    /// assert_eq!(log.shape()?, [5, 3]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidArgument`] if there is no such axis; otherwise as [`resize`](Self::resize).
    #[doc(alias = "H5Dset_extent")]
    pub fn resize_axis(&self, axis: usize, length: usize) -> Result<()> {
        let resize = || {
            // The other axes stay as they are at this moment.
            let _lock = lock();
            let mut shape = self.current_shape()?;
            let rank = shape.len();
            *shape.get_mut(axis).ok_or_else(|| {
                Error::invalid_argument(format!("there is no axis {axis} of {rank}"))
            })? = length;
            self.check_resize(&shape)?;
            h5d::set_extent(self.object.handle(), &to_hsize(&shape))
        };
        resize().map_err(|error| self.explain(error, "resize dataset"))
    }

    fn check_resize(&self, shape: &[usize]) -> Result<()> {
        self.object.file().check_writable()?;
        let Dataspace::Simple { shape: current, maximum } = self.read_space()?.into_owned() else {
            let what = "resizing a scalar or empty dataset";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        };
        if current.len() != shape.len() {
            let (expected, found) = (current.len(), shape.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        for (axis, (&requested, &maximum)) in shape.iter().zip(&maximum).enumerate() {
            if let Some(maximum) = maximum.filter(|&maximum| requested > maximum) {
                return Err(ErrorKind::BeyondMaximum { axis, requested, maximum }.into());
            }
        }
        match self.read_layout()? {
            Layout::Chunked(chunk) => check_count(shape, &maximum, &chunk, || {
                Ok(h5d::chunk_index_type(self.object.handle())? == H5D_CHUNK_IDX_EARRAY)
            })?,
            Layout::Virtual => {}
            _ => {
                let what = "resizing a dataset that is not chunked";
                return Err(ErrorKind::Unsupported { what: what.into() }.into());
            }
        }
        // libhdf5 would do it, and could then not open the dataset any more.
        let element = h5t::size(&h5d::datatype(self.object.handle())?)?;
        shape::bytes_in_file(shape, element).map(drop)
    }

    /// Adds rows at the end of the first axis, which grows by as many.
    ///
    /// The data has the dataset's rank and its lengths along the other axes; or one axis less, for a
    /// single row.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`], [`ErrorKind::TypeMismatch`], [`ErrorKind::BeyondMaximum`] or
    /// [`ErrorKind::TooManyChunks`] before anything changes; [`ErrorKind::Unsupported`] for a virtual dataset. If
    /// writing fails, the dataset gets its old shape back, as far as the file can still be changed.
    pub fn append(&self, data: impl ToData) -> Result<()> {
        self.append_axis(0, data)
    }

    /// Adds data at the end of any axis, which grows by as much.
    ///
    /// The data has the dataset's rank and its lengths along the other axes; or it lacks the axis, and is
    /// added at one position.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("append_axis.h5"))?;
    /// let table = file.new_dataset::<i32>().shape((2, 0..)).create("table")?;
    /// table.append_axis(1, [[1, 2], [4, 5]])?;
    /// table.append_axis(1, [3, 6])?;
    /// assert_eq!(table.read::<Vec<i32>>()?, [1, 2, 3, 4, 5, 6]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`append`](Self::append); [`ErrorKind::RankMismatch`] if there is no such axis.
    pub fn append_axis(&self, axis: usize, data: impl ToData) -> Result<()> {
        self.append_data(axis, &data).map_err(|error| self.explain(error, "append to dataset"))
    }

    fn append_data<D: ToData>(&self, axis: usize, data: &D) -> Result<()> {
        let encoded = self.encode_to_append(data)?;
        self.append_encoded(axis, &encoded)
    }

    /// What data is in the file, for [`append_encoded`](Self::append_encoded).
    pub(crate) fn encode_to_append<'a, D: ToData + ?Sized>(
        &self,
        data: &'a D,
    ) -> Result<Encoded<'a>> {
        self.object.file().check_writable()?;
        check_not_null(data)?;
        if self.mappings()?.is_some() {
            let what = "appending to a virtual dataset, which grows with its sources,";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        data.encode_for(Target::new(self.stored()?, Conversion::default()))
    }

    /// Adds what has been encoded at the end of an axis, which grows by as much.
    pub(crate) fn append_encoded(&self, axis: usize, encoded: &Encoded<'_>) -> Result<()> {
        let found = encoded.shape().to_vec();
        let _lock = lock();
        let old = self.current_shape()?;
        if old.is_empty() {
            let what = "appending to a scalar";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        let Some(&length) = old.get(axis) else {
            let (expected, found) = (old.len(), axis.saturating_add(1));
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        };
        let without = |shape: &[usize]| [&shape[..axis], &shape[axis + 1..]].concat();
        let others = without(&old);
        let added = if found == others {
            1
        } else if found.len() == old.len() && without(&found) == others {
            found[axis]
        } else {
            // The shape that as many rows would have.
            let mut several = old.clone();
            several[axis] = if found.len() == old.len() { found[axis] } else { 1 };
            let expected = if found.len() < old.len() { others } else { several };
            return Err(ErrorKind::ShapeMismatch { expected, found }.into());
        };
        let mut new = old.clone();
        new[axis] = length.checked_add(added).ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        self.check_resize(&new)?;
        let start = isize::try_from(length).map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        // An axis that the data lacks is one that a position selects, also where it is not the first.
        let end = match found.len() < old.len() {
            true => AxisSelection::Index(start),
            false => AxisSelection::Slice { start, end: None, step: 1 },
        };
        let all = AxisSelection::Slice { start: 0, end: None, step: 1 };
        let mut axes = vec![all; axis];
        axes.push(end);
        h5d::set_extent(self.object.handle(), &to_hsize(&new))?;
        let written = Slab::new(self, &Selection::new(axes), Transfer::Checked)
            .and_then(|slab| slab.write(encoded));
        if written.is_err() {
            // The first error is the one that tells why.
            let _ = h5d::set_extent(self.object.handle(), &to_hsize(&old));
        }
        written
    }

    /// Writes what is buffered for this dataset to the file.
    ///
    /// Who opens the file meanwhile sees it if no new room was taken for it: where the file ends, and what
    /// leads to the dataset, [`File::flush`](crate::File::flush) writes.
    ///
    /// # Errors
    ///
    /// Fails if the disk is full or the file is closed.
    #[doc(alias = "H5Dflush")]
    pub fn flush(&self) -> Result<()> {
        h5d::flush(self.object.handle()).map_err(|error| self.explain(error, "flush dataset"))
    }

    /// Forgets what is known of the dataset, so that what another process has written since is seen.
    ///
    /// The other process must have flushed it, and the file must be open for reading only, as a reader
    /// of SWMR has it: a file that is open for writing knows best, and nothing happens. If it fails, this
    /// dataset and its clones cannot be used any more; open it anew.
    ///
    /// # Errors
    ///
    /// Fails if the dataset is not there any more, or the file is damaged or closed. [`ErrorKind::InvalidArgument`] if
    /// the dataset, or a source of it, has been opened a second time, also by a virtual dataset that is open, other than through a file of
    /// [`File::open_swmr`](crate::File::open_swmr): libhdf5 would then crash.
    #[doc(alias = "H5Drefresh")]
    pub fn refresh(&self) -> Result<()> {
        let refresh = || {
            let _lock = lock();
            self.check_unshared()?;
            h5d::refresh(self.object.handle())
        };
        refresh().map_err(|error| self.explain(error, "refresh dataset"))
    }
}
