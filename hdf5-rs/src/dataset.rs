//! Datasets: arrays of elements of one type.

mod access;
mod blocks;
mod builder;
mod chunk_index;
mod chunking;
mod chunks;
mod combine;
mod copy;
mod elsewhere;
mod extent;
mod external;
mod known;
pub(crate) mod locate;
mod pieces;
mod properties;
mod require;
mod scales;
mod selected;
mod slab;
mod space;
mod virtual_sources;

use std::fmt;
use std::sync::Arc;

pub use access::{ChunkCache, DatasetAccess, VirtualView};
pub use blocks::{Blocks, ChunkRanges, Rows};
pub use builder::{AllocTime, DatasetBuilder, FillTime, SzipCoding};
pub use chunking::AutoChunk;
pub use chunks::{ChunkInfo, Chunks, RawChunk};
pub use external::ExternalFile;
use known::Known;
pub use properties::{Layout, SpaceStatus};
pub use scales::Dimension;
use selected::Access;
pub use selected::Selected;
use slab::Slab;
pub use space::Dataspace;
pub use virtual_sources::{MissingSource, VirtualMapping, VirtualSource};

use crate::attribute::Attributes;
use crate::convert::Transfer;
use crate::data::{DataMut, FromData, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::object::Object;
use crate::raw::{Handle, lock};
use crate::select::Selection;
use crate::transfer::{ReadPlan, Target};
use crate::types::{Decode, TypeDescriptor};

/// An array of elements of one type in a file (`h5py.Dataset`).
///
/// Reading and writing the whole dataset, or a [selection](Self::select) of it, takes the element type
/// from the Rust value: numbers are converted, and one that does not fit is an error.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("datasets.h5");
/// use hdf5::File;
///
/// let file = File::create(&path)?;
/// let temps = file.new_dataset::<f32>().shape((0.., 3)).deflate(4).create("probe/temps")?;
/// temps.append(&[[20.5_f32, 20.6, 20.9], [20.4, 20.6, 21.0]])?;
///
/// assert_eq!(temps.shape()?, [2, 3]);
/// let last: Vec<f64> = temps.select(-1)?.read()?;
/// assert_eq!(last.len(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Clones refer to the same dataset. All methods take `&self`, may be called from any thread, and see
/// the dataset as it is at that moment.
#[derive(Clone)]
pub struct Dataset {
    object: Object,
    known: Arc<Known>,
}

impl Dataset {
    pub(crate) fn new(object: Object) -> Self {
        Self { object, known: Arc::default() }
    }

    /// The same, opened with an access property list.
    pub(crate) fn with_access(object: Object, access: Arc<Handle>) -> Self {
        Self { object, known: Arc::new(Known::with_access(access)) }
    }

    pub(crate) fn object(&self) -> &Object {
        &self.object
    }

    fn explain(&self, error: Error, action: &'static str) -> Error {
        self.object.explain(self.name_external_file(error), action)
    }

    /// A path that leads to the dataset; `None` if no link does, or the file is closed.
    #[doc(alias = "H5Iget_name")]
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.object.path()
    }

    /// The attributes.
    #[must_use]
    pub fn attrs(&self) -> Attributes<'_> {
        Attributes::new(&self.object)
    }

    /// The type of an element in the file.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed, or the type is of a kind that is not known.
    #[doc(alias = "H5Dget_type")]
    pub fn dtype(&self) -> Result<TypeDescriptor> {
        self.stored().cloned().map_err(|error| self.explain(error, "read the type of dataset"))
    }

    /// Selects elements: by indices, ranges, lists, masks, a tuple of them, or ndarray's `s![]` for steps.
    ///
    /// Nothing is read yet. Integers drop their axis; axes that are not named are whole. All that can be
    /// selected is listed at [`Selection`].
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let path = dir.path().join("select.h5");
    /// # use ndarray::{Array2, s};
    /// # let file = hdf5::File::create(&path)?;
    /// let table = file.create_dataset("table", [[1, 2, 3], [4, 5, 6]])?;
    /// let row: Vec<i32> = table.select(1)?.read()?;
    /// let ends: Array2<i32> = table.select(s![.., ..;2])?.read()?;
    /// assert_eq!(row, [4, 5, 6]);
    /// assert_eq!(ends, ndarray::array![[1, 3], [4, 6]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::OutOfBounds`] if an index or range lies outside its axis,
    /// [`ErrorKind::RankMismatch`] if more axes are named than there are, [`ErrorKind::LengthMismatch`]
    /// or [`ErrorKind::ShapeMismatch`] for a mask of another length or shape,
    /// [`ErrorKind::ZeroStep`] for a step of 0, [`ErrorKind::InvalidArgument`] for blocks that make no sense.
    #[doc(alias = "H5Sselect_hyperslab")]
    #[doc(alias("read_slice", "write_slice"))]
    pub fn select<S>(&self, selection: S) -> Result<Selected>
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        self.part(Access::default()).select(selection)
    }

    fn part(&self, access: Access) -> Selected {
        Selected::new(self.clone(), access)
    }

    /// One field of the elements, which are compounds: it is read and written like a dataset of its own.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("field.h5"))?;
    /// # #[derive(hdf5::H5Type)]
    /// # struct Point { x: f32, y: f32 }
    /// let points = file.create_dataset("points", [Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: 4.0 }])?;
    /// points.field("y")?.write([-1.0, -2.0])?;
    /// assert_eq!(points.field("x")?.read::<Vec<f32>>()?, [1.0, 3.0]);
    /// assert_eq!(points.field("y")?.read::<Vec<f64>>()?, [-1.0, -2.0]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`], which lists the fields that there are;
    /// [`ErrorKind::InvalidArgument`] if the elements are no compounds.
    pub fn field(&self, name: impl AsRef<[u8]>) -> Result<Selected> {
        self.part(Access::default()).field(name)
    }

    /// Some fields of the elements, which are compounds: they are read as a struct that has them, or as
    /// run-time values, and written, where the other fields keep their values.
    ///
    /// # Errors
    ///
    /// As [`field`](Self::field).
    pub fn fields(&self, names: impl IntoIterator<Item = impl AsRef<[u8]>>) -> Result<Selected> {
        self.part(Access::default()).fields(names)
    }

    fn check_access(&self, access: &Access) -> Result<()> {
        self.stored()
            .and_then(|stored| access.part(stored).map(drop))
            .map_err(|error| self.explain(error, "choose fields of dataset"))
    }

    /// The dataset, where numbers that do not fit become the nearest that does and lose their fraction, as
    /// libhdf5 does it; without this, they are an error.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("clip.h5"))?;
    /// let counts = file.create_dataset("counts", [-5, 7, 1000])?;
    /// assert!(counts.read::<Vec<u8>>().is_err());
    /// assert_eq!(counts.clip().read::<Vec<u8>>()?, [0, 7, 255]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn clip(&self) -> Selected {
        self.part(Access::default()).clip()
    }

    /// The dataset, where strings that are longer than their new type are cut, between two characters;
    /// without this, they are an error.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("truncate.h5"))?;
    /// use hdf5::{CharSet, StringPadding, TypeDescriptor};
    ///
    /// let short = TypeDescriptor::fixed_string(4, CharSet::Utf8, StringPadding::NullPadded);
    /// let names = file.new_dataset::<String>().dtype(short).shape(1).create("names")?;
    /// assert!(names.write(["Käthe"]).is_err());
    /// names.truncate().write(["Käthe"])?;
    /// assert_eq!(names.read::<Vec<String>>()?, ["Kät"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn truncate(&self) -> Selected {
        self.part(Access::default()).truncate()
    }

    /// The dataset, where what is no UTF-8 in strings is replaced by U+FFFD, the replacement character;
    /// without this, it is an error.
    #[must_use]
    pub fn lossy(&self) -> Selected {
        self.part(Access::default()).lossy()
    }

    /// The dataset, where reading what a source of a virtual dataset lacks is an error; without this, it
    /// is the fill value.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("require_sources.h5"))?;
    /// use hdf5::{ErrorKind, VirtualSource};
    ///
    /// let x = VirtualSource::new("nowhere.h5", "x", 3);
    /// let data = file.new_dataset::<i32>().shape(3).virtual_source(.., x).create("x")?;
    /// assert_eq!(data.read::<Vec<i32>>()?, [0; 3]);
    /// let error = data.require_sources().read::<Vec<i32>>().unwrap_err();
    /// assert!(matches!(error.kind(), ErrorKind::MissingSources { .. }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn require_sources(&self) -> Selected {
        self.part(Access::default()).require_sources()
    }

    /// Reads all elements as `R`: ndarray's `Array`, a `Vec` in C order, a scalar, a `String`, or
    /// [`Value`](crate::Value) for whatever it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TypeMismatch`], [`ErrorKind::RankMismatch`] or [`ErrorKind::ShapeMismatch`] if it
    /// is not an `R`, [`ErrorKind::ValueOutOfRange`] if a number does not fit,
    /// [`ErrorKind::InvalidValue`] if an element is not a value of the type,
    /// [`ErrorKind::FilterMissing`] if the data cannot be decompressed.
    #[doc(alias = "H5Dread")]
    #[doc(alias("read_raw", "read_1d", "read_2d", "read_dyn", "read_scalar", "astype", "asstr"))]
    pub fn read<R: FromData>(&self) -> Result<R> {
        self.read_access(&Access::default())
    }

    fn read_access<R: FromData>(&self, access: &Access) -> Result<R> {
        let fetch = || -> Result<_> {
            // The extent, the buffer and the read are of one moment. Whatever code of a user decodes
            // the elements runs afterwards.
            let _lock = lock();
            let (slab, plan) = self.plan_read::<R::Elem>(access)?;
            plan.fetch(&slab, slab.count())
        };
        let read = || match fetch() {
            Ok(fetched) => R::from_fetched(fetched),
            Err(error) if *error.kind() == ErrorKind::NullDataspace => R::from_null(self.stored()?),
            Err(error) => Err(error),
        };
        read().map_err(|error| self.explain(error, "read dataset"))
    }

    /// What is selected at this moment, and how it is read.
    fn plan_read<T: Decode>(&self, access: &Access) -> Result<(Slab<'_>, ReadPlan)> {
        let known = self.stored_memory()?;
        let stored = access.part(&known.ty)?;
        let transfer = if access.conversion.clip { Transfer::Clipping } else { Transfer::Checked };
        let mut slab = Slab::new(self, &access.selection, transfer)?;
        slab.require_sources = access.require_sources;
        let shape = slab.shape().to_vec();
        let plan = ReadPlan::new::<T>(&stored, Some(known), shape, transfer, access.conversion)?;
        Ok((slab, plan.in_fields(&access.path)?))
    }

    /// Reads all elements into a buffer of one's own: a slice or `Vec` of as many elements, or an
    /// ndarray array or view of the same shape.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read). Numbers may have been read in part if it fails.
    #[doc(alias = "read_direct")]
    pub fn read_into(&self, buffer: impl DataMut) -> Result<()> {
        self.read_access_into(&Access::default(), buffer)
    }

    fn read_access_into<B: DataMut>(&self, access: &Access, mut buffer: B) -> Result<()> {
        let mut read = || {
            let shape = self.plan_read::<B::Elem>(access)?.1.shape;
            // Whatever code of a user the buffer brings runs outside the lock.
            buffer.check_shape(&shape)?;
            let place = buffer.as_mut_slice();
            let locked = lock();
            let (slab, plan) = self.plan_read::<B::Elem>(access)?;
            if plan.shape != shape {
                let (expected, found) = (plan.shape, shape);
                return Err(ErrorKind::ShapeMismatch { expected, found }.into());
            }
            if slab.count() == 0 {
                return Ok(());
            }
            if let Some(values) = place {
                if plan.fetch_into(&slab, values)? {
                    return Ok(());
                }
            }
            let fetched = plan.fetch(&slab, slab.count())?;
            drop(locked);
            buffer.assign(fetched.decode()?.1);
            Ok(())
        };
        read().map_err(|error| self.explain(error, "read dataset"))
    }

    /// Writes all elements. Data of another shape is stretched to the dataset's as numpy does: axes are
    /// compared from the last, those of length 1 and those that are missing become as long as they must.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("write.h5"))?;
    /// let table = file.new_dataset::<i32>().shape((2, 3)).create("table")?;
    /// table.write([1, 2, 3])?;
    /// table.select((1, ..2))?.write(0)?;
    /// assert_eq!(table.read::<Vec<i32>>()?, [1, 2, 3, 0, 0, 3]);
    /// assert!(table.write([[0; 2]; 3]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] or [`ErrorKind::TypeMismatch`] if it is other data,
    /// [`ErrorKind::ValueOutOfRange`] if a number does not fit, [`ErrorKind::InvalidValue`] if another
    /// value does not, for example a string that is too long; nothing has been written then.
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only.
    #[doc(alias = "H5Dwrite")]
    #[doc(alias("write_direct", "write_raw", "write_scalar"))]
    pub fn write(&self, data: impl ToData) -> Result<()> {
        self.write_access(&Access::default(), &data)
    }

    fn write_access<D: ToData + ?Sized>(&self, access: &Access, data: &D) -> Result<()> {
        let write = || {
            self.object.file().check_writable()?;
            check_not_null(data)?;
            let stored = access.part(self.stored()?)?;
            let mut target = Target::new(&stored, access.conversion);
            target.exact = access.is_partial() || self.takes_exact_elements()?;
            let mut encoded = data.encode_for(target)?;
            if target.exact {
                // Structs come in a form of their own, and these bytes take the place of stored ones.
                encoded = encoded.in_type(&stored, access.conversion)?;
            }
            let _lock = lock();
            let slab = Slab::new(self, &access.selection, Transfer::Checked)?;
            if access.is_partial() {
                slab.write_fields(access, &encoded)
            } else {
                slab.write(&encoded)
            }
        };
        write().map_err(|error| self.explain(error, "write dataset"))
    }
}

/// There is nothing to write of empty data: a dataset is empty from its creation on, or never.
fn check_not_null(data: &(impl ToData + ?Sized)) -> Result<()> {
    if data.is_null() {
        return Err(Error::invalid_argument("there is no data to write"));
    }
    Ok(())
}

/// The type and the shape; what cannot be read shows as the error.
impl fmt::Display for Dataset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.dtype(), self.space()) {
            (Ok(dtype), Ok(space)) => write!(f, "dataset {dtype} {space}"),
            (Err(error), _) | (_, Err(error)) => write!(f, "dataset ({error})"),
        }
    }
}

impl fmt::Debug for Dataset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Dataset").field(&self.object).finish()
    }
}
