//! Attributes: small named values on an object.

use hdf5_ffi::{H5S_NULL, H5S_SCALAR};

use crate::convert::{Conversion, Transfer};
use crate::data::{FromData, ToData};
use crate::dataset::Dataspace;
use crate::datatype::Datatype;
use crate::error::{Error, ErrorKind, Result};
use crate::name::{Name, c_path};
use crate::object::Object;
use crate::raw::arena::Arena;
use crate::raw::h5r::StdReference;
use crate::raw::{Handle, h5a, h5s, lock};
use crate::shape::{element_count, to_hsize};
use crate::transfer::{ReadPlan, Source, Target};
use crate::types::TypeDescriptor;
use crate::types::buffer::{Allocator, Encoded, Memory};

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
/// assert_eq!(file.attrs().names()?, ["limits", "title"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// An attribute that exists is only replaced once the new one has been written, so that it is
    /// not lost if that fails.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only, [`ErrorKind::InvalidValue`] or
    /// [`ErrorKind::ShapeMismatch`] if the data cannot be stored (text with a NUL byte, nested lists of
    /// different lengths), [`ErrorKind::Unsupported`] if it is larger than the 64 KiB that an object's
    /// header holds.
    #[doc(alias("H5Acreate", "H5Awrite"))]
    pub fn set(&self, name: impl AsRef<[u8]>, data: impl ToData) -> Result<()> {
        self.set_explained(name.as_ref(), &data, None)
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
        self.set_explained(name.as_ref(), &data, Some(datatype))
    }

    fn set_explained<D: ToData>(
        &self,
        name: &[u8],
        data: &D,
        datatype: Option<&Datatype>,
    ) -> Result<()> {
        self.set_data(name, data, datatype)
            .map_err(|error| {
                let too_large = "object header message is too large";
                if error.frames().iter().any(|frame| frame.description.contains(too_large)) {
                    let what = "an attribute of more than 64 KiB in this file's format";
                    return error.refine(ErrorKind::Unsupported { what: what.into() });
                }
                error
            })
            .map_err(|error| self.explain(error, "write attribute", name))
    }

    fn set_data<D: ToData>(
        &self,
        name: &[u8],
        data: &D,
        datatype: Option<&Datatype>,
    ) -> Result<()> {
        self.check_writable()?;
        let dtype = match datatype {
            None => data.new_dtype()?,
            Some(datatype) => {
                self.object.check_same_file(datatype.object())?;
                datatype.descriptor()?
            }
        };
        let target = Target::new(&dtype, self.conversion);
        let encoded = (!data.is_null()).then(|| data.encode_for(target)).transpose()?;
        let name_c = c_path(name)?;
        let ty = match datatype {
            None => crate::datatype::build(&dtype)?,
            Some(datatype) => datatype.object().shared_handle(),
        };
        let space = match encoded.as_ref().map(Encoded::shape) {
            None => h5s::create(H5S_NULL)?,
            Some([]) => h5s::create(H5S_SCALAR)?,
            Some(shape) => h5s::create_simple(&to_hsize(shape), None)?,
        };
        let object = self.object.handle();
        let _lock = lock();
        if !h5a::exists(object, &name_c)? {
            return create_and_write(self.object, &name_c, &ty, &space, encoded.as_ref());
        }
        // The new one is complete before the old one goes.
        let mut temporary = c_path(&[name, b" (being replaced)"].concat())?;
        while h5a::exists(object, &temporary)? {
            temporary = c_path(&[temporary.as_bytes(), b"'"].concat())?;
        }
        create_and_write(self.object, &temporary, &ty, &space, encoded.as_ref())?;
        h5a::delete(object, &name_c)?;
        h5a::rename(object, &temporary, &name_c)
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
        let attribute = self.open(name)?;
        let known = Memory::of_file(&h5a::datatype(&attribute.handle)?)?;
        let stored = &known.ty;
        let shape = match attribute.space()? {
            Dataspace::Null => return R::from_null(stored),
            space => space.into_shape(),
        };
        // An attribute's shape never changes, so it can be asked for before the read.
        let count = element_count(&shape)?;
        let (transfer, conversion) = (Transfer::Verbatim, self.conversion);
        let plan = ReadPlan::new::<R::Elem>(stored, Some(&known), shape, transfer, conversion)?;
        R::from_fetched(plan.fetch(&attribute, count)?)
    }

    /// The type that the attribute has in the file.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name; fails if the type is not known.
    #[doc(alias = "H5Aget_type")]
    pub fn dtype(&self, name: impl AsRef<[u8]>) -> Result<TypeDescriptor> {
        let name = name.as_ref();
        self.open(name)
            .and_then(|attribute| attribute.dtype())
            .map_err(|error| self.explain(error, "read the type of attribute", name))
    }

    /// The shape of the attribute, or that it is a scalar or empty.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of that name.
    #[doc(alias = "H5Aget_space")]
    pub fn space(&self, name: impl AsRef<[u8]>) -> Result<Dataspace> {
        let name = name.as_ref();
        self.open(name)
            .and_then(|attribute| attribute.space())
            .map_err(|error| self.explain(error, "read the shape of attribute", name))
    }

    /// The names of all attributes, in the order of their bytes.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged, and if a name is not UTF-8; [`raw_names`](Self::raw_names) takes
    /// those too.
    #[doc(alias = "H5Aiterate")]
    pub fn names(&self) -> Result<Vec<String>> {
        let names = self.raw_names()?.into_iter().map(Name::into_string).collect::<Result<_>>();
        names.map_err(|error| self.object.explain(error, "list the attributes of"))
    }

    /// The names of all attributes as they are stored.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged.
    pub fn raw_names(&self) -> Result<Vec<Name>> {
        let names = h5a::names(self.object.handle())
            .map_err(|error| self.object.explain(error, "list the attributes of"))?;
        Ok(names.into_iter().map(Name::from).collect())
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
        let _lock = lock();
        self.check_writable()
            .and_then(|()| self.check_exists(name))
            .and_then(|()| h5a::delete(self.object.handle(), &c_path(name)?))
            .map_err(|error| self.explain(error, "remove attribute", name))
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
            let _lock = lock();
            self.check_exists(name)?;
            StdReference::to_attribute(self.object.handle(), &c_path(name)?)
        };
        refer().map_err(|error| self.explain(error, "make a reference to attribute", name))
    }

    fn open(&self, name: &[u8]) -> Result<Attribute> {
        let _lock = lock();
        self.check_exists(name)?;
        let id = h5a::open(self.object.handle(), &c_path(name)?)?;
        Ok(Attribute { handle: Handle::in_file(id, self.object.file()) })
    }

    fn check_exists(&self, name: &[u8]) -> Result<()> {
        if h5a::exists(self.object.handle(), &c_path(name)?)? {
            return Ok(());
        }
        let missing = String::from_utf8_lossy(name).into_owned();
        Err(ErrorKind::NotFound { missing }.into())
    }

    fn check_writable(&self) -> Result<()> {
        self.object.file().check_writable()
    }

    fn explain(&self, error: Error, action: &str, name: &[u8]) -> Error {
        let action = format!("{action} \"{}\" of", String::from_utf8_lossy(name));
        self.object.explain(error, action)
    }
}

/// Creates an attribute and writes it; nothing is left if writing fails.
fn create_and_write(
    object: &Object,
    name: &core::ffi::CStr,
    ty: &Handle,
    space: &Handle,
    encoded: Option<&Encoded<'_>>,
) -> Result<()> {
    let attribute = h5a::create(object.handle(), name, ty, space)?;
    let attribute = Handle::in_file(attribute, object.file());
    let written = encoded.map_or(Ok(()), |encoded| encoded.write_to_attribute(&attribute));
    drop(attribute);
    if written.is_err() {
        // The first error is the one that tells why.
        let _ = h5a::delete(object.handle(), name);
    }
    written
}

/// An open attribute.
struct Attribute {
    handle: Handle,
}

impl Attribute {
    fn dtype(&self) -> Result<TypeDescriptor> {
        crate::datatype::describe(&h5a::datatype(&self.handle)?)
    }

    fn space(&self) -> Result<Dataspace> {
        Dataspace::read(&h5a::space(&self.handle)?)
    }
}

impl Source for Attribute {
    const ALLOCATOR: Allocator = Allocator::Library;

    fn read(&self, memory: &Memory, buffer: &mut [u8], _arena: &mut Arena) -> Result<()> {
        h5a::read(&self.handle, &memory.handle, buffer)
    }
}
