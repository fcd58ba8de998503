//! Attributes: small named values on an object.

mod copy;
mod handle;
mod info;
mod listing;
mod new;
mod rename;
mod room;
mod stored;

use std::ffi::CString;

use crate::convert::{Conversion, Transfer};
use crate::data::{FromData, ToData};
use crate::dataset::Dataspace;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::name::{Name, c_path};
use crate::object::Object;
use crate::raw::h5r::StdReference;
use crate::raw::{h5a, lock};
use crate::transfer::{ReadPlan, Target};
use crate::types::TypeDescriptor;

pub(crate) use copy::Counterparts;
pub use handle::Attribute;
pub use info::AttributeInfo;
pub use listing::AttributeIter;

use new::NewAttribute;
use stored::{Stored, StoredForm};

/// The longest name that an attribute can have, in bytes.
const LONGEST_NAME: usize = 65_534;

/// The attributes of a group, dataset, committed datatype or file (`h5py`'s `attrs`).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("attributes.h5");
/// let file = hdf5::File::create(&path)?;
/// file.attrs().set("title", "first run")?;
/// file.attrs().set("limits", [0.5, 2.5])?;
///
/// assert_eq!(file.attrs().get::<String>("title")?, "first run");
/// assert_eq!(file.attrs().get::<Vec<f64>>("limits")?, [0.5, 2.5]);
/// for (name, attribute) in file.attrs().iter()? {
///     println!("{name}: {}", attribute.read::<hdf5::Value>()?);
/// }
/// # assert_eq!(file.attrs().names()?, ["limits", "title"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Size
///
/// The values of an object's attributes together with its other properties are its header. In the oldest
/// format, which is that of files that are created without options, one value takes 64 KiB there at most;
/// of text and lists of variable length, 16 bytes each. Objects that are
/// created with `track_order(true)`, and files with
/// [`FileOptions::libver`](crate::FileOptions::libver) of [`LibVer::V18`](crate::LibVer::V18) or newer,
/// have another place for what is larger, and for many attributes. It is used without being asked for.
#[derive(Debug, Clone, Copy)]
pub struct Attributes<'a> {
    object: &'a Object,
    conversion: Conversion,
}

impl<'a> Attributes<'a> {
    pub(crate) fn new(object: &'a Object) -> Self {
        Self { object, conversion: Conversion::default() }
    }

    /// The attributes, where numbers that do not fit become the nearest that does when they are read.
    /// See [`Dataset::clip`](crate::Dataset::clip).
    #[must_use]
    pub fn clip(mut self) -> Self {
        self.conversion.clip = true;
        self
    }

    /// The attributes, where strings that do not fit are cut. See
    /// [`Dataset::truncate`](crate::Dataset::truncate).
    #[must_use]
    pub fn truncate(mut self) -> Self {
        self.conversion.truncate = true;
        self
    }

    /// The attributes, where what is no UTF-8 in strings is replaced. See
    /// [`Dataset::lossy`](crate::Dataset::lossy).
    #[must_use]
    pub fn lossy(mut self) -> Self {
        self.conversion.lossy = true;
        self
    }

    /// Creates the attribute, or replaces the one of that name, whatever its type and shape were.
    ///
    /// The old value is there until the new one is, and stays if that cannot be written. If both are of the
    /// same type and shape, without text or lists of variable length, the new value takes the old one's
    /// place; otherwise the attribute goes to the end in the order of creation, as in h5py.
    /// [`modify`](Self::modify) always leaves it where it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only, [`ErrorKind::InvalidName`] if the name
    /// is empty, has a NUL byte or more than 65,534 bytes, [`ErrorKind::InvalidValue`] or
    /// [`ErrorKind::UnequalLists`] if the data cannot be stored (text with a NUL byte, nested lists of
    /// different lengths), [`ErrorKind::AttributeTooLarge`] if it is larger than [the object can
    /// hold](Self#size).
    #[doc(alias("H5Acreate", "H5Awrite"))]
    pub fn set(&self, name: impl AsRef<[u8]>, data: impl ToData) -> Result<()> {
        let name = name.as_ref();
        self.put(name, &data, None).map_err(|error| self.explain(error, "write attribute", name))
    }

    /// As [`set`](Self::set), with a type that has a name in the same file: the attribute refers to it.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("typed.h5"))?;
    /// use hdf5::Encode;
    ///
    /// let celsius = file.commit_datatype("celsius", &f32::dtype())?;
    /// file.attrs().set_with_type("limit", 40.0, &celsius)?;
    /// assert_eq!(file.attrs().dtype("limit")?, f32::dtype());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`set`](Self::set); [`ErrorKind::InvalidArgument`] if the type is in another file,
    /// [`ErrorKind::TypeMismatch`] and [`ErrorKind::ValueOutOfRange`] if the data does not fit it.
    #[doc(alias("H5Acreate", "H5Tcommit"))]
    pub fn set_with_type(
        &self,
        name: impl AsRef<[u8]>,
        data: impl ToData,
        datatype: &Datatype,
    ) -> Result<()> {
        let name = name.as_ref();
        self.put(name, &data, Some(datatype))
            .map_err(|error| self.explain(error, "write attribute", name))
    }

    fn put<D: ToData>(&self, name: &[u8], data: &D, datatype: Option<&Datatype>) -> Result<()> {
        self.check_writable()?;
        let c_name = attribute_name(name)?;
        let dtype = match datatype {
            None => data.new_dtype()?,
            Some(datatype) => {
                self.object.check_same_file(datatype.object())?;
                datatype.descriptor()?
            }
        };
        let target = Target::as_stored(&dtype, self.conversion);
        let encoded = (!data.is_null()).then(|| data.encode_for(target)).transpose()?;
        NewAttribute::new(&dtype, datatype, encoded)?.put(self.object, &c_name)
    }

    /// Writes over the value of an attribute, which keeps its type, its shape and its place in the order of
    /// creation; creates it if there is none of that name.
    ///
    /// A single element is the same whether it is stored as a scalar or in an array of one.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("modify.h5"))?;
    /// file.attrs().set("gain", 0.5_f32)?;
    /// file.attrs().modify("gain", 2)?;
    /// assert_eq!(file.attrs().get::<f32>("gain")?, 2.0);
    /// assert!(file.attrs().modify("gain", [1.0, 2.0]).is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`], [`ErrorKind::TypeMismatch`] and [`ErrorKind::ValueOutOfRange`] if the
    /// data does not fit the attribute, [`ErrorKind::NullDataspace`] if that is empty; otherwise as
    /// [`set`](Self::set).
    #[doc(alias = "H5Awrite")]
    pub fn modify(&self, name: impl AsRef<[u8]>, data: impl ToData) -> Result<()> {
        let name = name.as_ref();
        let modify = || match self.overwrite(name, &data) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound { .. }) => {
                self.put(name, &data, None)
            }
            result => result,
        };
        modify().map_err(|error| self.explain(error, "modify attribute", name))
    }

    /// Writes over the value of an attribute that exists.
    fn overwrite<D: ToData>(&self, name: &[u8], data: &D) -> Result<()> {
        self.check_writable()?;
        let c_name = c_path(name)?;
        loop {
            // Encoding runs code that is not ours, so the lock is released in between.
            let form = StoredForm::read(self.object, &c_name)?;
            let shape = match &form.space {
                Dataspace::Null if data.is_null() => return Ok(()),
                Dataspace::Null => return Err(ErrorKind::NullDataspace.into()),
                space => space.shape(),
            };
            let encoded = data.encode_for(Target::as_stored(&form.memory.ty, self.conversion))?;
            let found = encoded.shape();
            let is_single = |shape: &[usize]| shape.iter().all(|&length| length == 1);
            if found != shape && !(is_single(found) && is_single(shape)) {
                let (expected, found) = (shape.to_vec(), found.to_vec());
                return Err(ErrorKind::ShapeMismatch { expected, found }.into());
            }
            if form.write_over(self.object, &c_name, &encoded)? {
                return Ok(());
            }
            // Another thread has replaced it meanwhile.
        }
    }

    /// Reads the attribute as `R`: a scalar, `String`, `Vec`, ndarray's `Array`, or
    /// [`Value`](crate::Value) for whatever it is.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name, [`ErrorKind::TypeMismatch`] or
    /// [`ErrorKind::ShapeMismatch`] if it is not an `R`, [`ErrorKind::ValueOutOfRange`] if a number
    /// does not fit, [`ErrorKind::NullDataspace`] if it is empty.
    #[doc(alias("H5Aopen", "H5Aread"))]
    pub fn get<R: FromData>(&self, name: impl AsRef<[u8]>) -> Result<R> {
        let name = name.as_ref();
        self.get_data(name).map_err(|error| self.explain(error, "read attribute", name))
    }

    fn get_data<R: FromData>(&self, name: &[u8]) -> Result<R> {
        let Stored { form, elements } = Stored::read(self.object, &c_path(name)?)?;
        let StoredForm { memory, space } = form;
        if space == Dataspace::Null {
            return R::from_null(&memory.ty);
        }
        // The elements are in memory as they are stored: what is still to be done is done without libhdf5,
        // which would clip numbers, as its call for attributes cannot be told not to.
        let (transfer, conversion) = (Transfer::AsStored, self.conversion);
        let (ty, shape) = (&memory.ty, space.into_shape());
        let plan = ReadPlan::new::<R::Elem>(ty, Some(&memory), shape, transfer, conversion)?;
        R::from_fetched(plan.fetched(elements)?)
    }

    /// Finds an attribute, to work with it without saying its name again.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("open.h5"))?;
    /// file.attrs().set("position", [1.5, 2.5])?;
    /// let position = file.attrs().open("position")?;
    /// assert_eq!(position.space()?.to_string(), "(2)");
    /// position.write([3.5, 4.5])?;
    /// assert_eq!(position.read::<[f64; 2]>()?, [3.5, 4.5]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name.
    #[doc(alias("H5Aopen", "get_id"))]
    pub fn open(&self, name: impl AsRef<[u8]>) -> Result<Attribute> {
        let name = name.as_ref();
        let open = || match h5a::exists(self.object.handle(), &c_path(name)?)? {
            true => Ok(Attribute::new(self.object, Name::from(name), self.conversion)),
            false => Err(not_found(name)),
        };
        open().map_err(|error| self.explain(error, "open attribute", name))
    }

    /// The type that the attribute has in the file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name; fails if the type is not known.
    #[doc(alias = "H5Aget_type")]
    pub fn dtype(&self, name: impl AsRef<[u8]>) -> Result<TypeDescriptor> {
        let name = name.as_ref();
        let dtype = || stored::dtype(self.object, &c_path(name)?);
        dtype().map_err(|error| self.explain(error, "read the type of attribute", name))
    }

    /// The shape of the attribute, or that it is a scalar or empty.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name.
    #[doc(alias = "H5Aget_space")]
    pub fn space(&self, name: impl AsRef<[u8]>) -> Result<Dataspace> {
        let name = name.as_ref();
        let space = || stored::space(self.object, &c_path(name)?);
        space().map_err(|error| self.explain(error, "read the shape of attribute", name))
    }

    /// Its place in the order of creation, the character set of its name, and its size.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name.
    #[doc(alias = "H5Aget_info")]
    pub fn info(&self, name: impl AsRef<[u8]>) -> Result<AttributeInfo> {
        let name = name.as_ref();
        let info = || AttributeInfo::read(self.object, &c_path(name)?);
        info().map_err(|error| self.explain(error, "read what is known of attribute", name))
    }

    /// Whether there is an attribute of that name.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Aexists")]
    pub fn contains(&self, name: impl AsRef<[u8]>) -> Result<bool> {
        let name = name.as_ref();
        if name.is_empty() {
            return Ok(false);
        }
        c_path(name)
            .and_then(|name| h5a::exists(self.object.handle(), &name))
            .map_err(|error| self.explain(error, "look for attribute", name))
    }

    /// Removes the attribute.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name, [`ErrorKind::ReadOnly`] if the file is
    /// open for reading only.
    #[doc(alias = "H5Adelete")]
    pub fn remove(&self, name: impl AsRef<[u8]>) -> Result<()> {
        let name = name.as_ref();
        let remove = || {
            self.check_writable()?;
            let c_name = c_path(name)?;
            let _lock = lock();
            if !h5a::exists(self.object.handle(), &c_name)? {
                return Err(not_found(name));
            }
            h5a::delete(self.object.handle(), &c_name)
        };
        remove().map_err(|error| self.explain(error, "remove attribute", name))
    }

    /// A reference to the attribute in the form of HDF5 1.12; see [`StdReference`].
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name, [`ErrorKind::Unsupported`] with libhdf5 1.10.
    #[doc(alias = "H5Rcreate_attr")]
    pub fn std_reference(&self, name: impl AsRef<[u8]>) -> Result<StdReference> {
        let name = name.as_ref();
        let refer = || {
            let c_name = c_path(name)?;
            let _lock = lock();
            if !h5a::exists(self.object.handle(), &c_name)? {
                return Err(not_found(name));
            }
            StdReference::to_attribute(self.object.handle(), &c_name)
        };
        refer().map_err(|error| self.explain(error, "make a reference to attribute", name))
    }

    fn check_writable(&self) -> Result<()> {
        self.object.file().check_writable()
    }

    fn explain(&self, error: Error, action: &str, name: &[u8]) -> Error {
        let action = format!("{action} \"{}\" of", Name::from(name));
        self.object.explain(error, action)
    }
}

/// The name of an attribute that is to be, for C.
fn attribute_name(name: &[u8]) -> Result<CString> {
    if name.len() > LONGEST_NAME {
        // libhdf5 would store the rest of the length divided by 65,536.
        return Err(ErrorKind::InvalidName { reason: "has more than 65,534 bytes" }.into());
    }
    c_path(name)
}

fn not_found(name: &[u8]) -> Error {
    ErrorKind::NotFound { missing: Name::from(name).to_string() }.into()
}
