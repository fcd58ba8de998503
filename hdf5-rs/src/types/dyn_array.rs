//! Arrays whose type is only known at run time.

use std::fmt;
use std::sync::Arc;

use crate::convert::{Conversion, Transfer};
use crate::data::{FromData, ToData};
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::shape::element_count;
use crate::transfer::{Fetched, ReadPlan, Target};
use crate::types::buffer::{Buffer, Encoded, Memory};
use crate::types::value::{Value, encode_values};
use crate::types::{Decode, Element, Reference, TypeDescriptor};

/// Elements of whatever type, with their shape: what any dataset or attribute can be read as, and written
/// from again without loss.
///
/// The elements stay as they are stored until they are looked at: one by one as a [`Value`] or
/// [`Element`], or all together as typed data.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("dynamic.h5"))?;
/// # #[derive(hdf5::H5Type)]
/// # struct Hit { id: u32, energy: f64 }
/// use hdf5::{DynArray, Value};
///
/// file.create_dataset("hits", [Hit { id: 1, energy: 0.5 }, Hit { id: 2, energy: 1.5 }])?;
/// let hits: DynArray = file.dataset("hits")?.read()?;
/// assert_eq!(hits.shape(), [2]);
/// assert_eq!(hits.dtype().to_string(), "struct {id: u32, energy: f64}");
/// assert_eq!(hits.get(&[1])?.to_string(), "{id: 2, energy: 1.5}");
/// assert_eq!(hits.field("energy")?.to::<Vec<f32>>()?, [0.5, 1.5]);
///
/// file.create_dataset("copy", &hits)?;
/// # assert_eq!(file.dataset("copy")?.read::<DynArray>()?, hits);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct DynArray {
    dtype: TypeDescriptor,
    /// `None` if there is not even a shape.
    shape: Option<Vec<usize>>,
    /// `None` if there are no elements.
    elements: Option<Elements>,
}

/// Elements among those of a buffer.
#[derive(Clone)]
struct Elements {
    buffer: Arc<Buffer>,
    /// Where the first starts; the others follow at the distance of the buffer's own elements.
    offset: usize,
}

impl DynArray {
    /// Data of whatever kind, with the type that a new dataset of it gets.
    ///
    /// # Errors
    ///
    /// Fails if the data cannot be stored, for example text with a NUL byte.
    pub fn from_data(data: impl ToData) -> Result<Self> {
        let dtype = data.new_dtype()?;
        if data.is_null() {
            return Ok(Self { dtype, shape: None, elements: None });
        }
        let encoded = data.encode_for(Target::exact(&dtype, Conversion::default()))?;
        Self::from_encoded(encoded)
    }

    /// Values of a type, in C order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::CountMismatch`] if there are not as many as the shape says,
    /// [`ErrorKind::InvalidValue`] or [`ErrorKind::ValueOutOfRange`] if one is not a value of the type.
    pub fn from_values(dtype: &TypeDescriptor, shape: &[usize], values: &[Value]) -> Result<Self> {
        if element_count(shape)? != values.len() {
            let (shape, found) = (shape.to_vec(), values.len());
            return Err(ErrorKind::CountMismatch { shape, found }.into());
        }
        let target = Target::exact(dtype, Conversion::default());
        Self::from_encoded(encode_values(shape, values.iter(), target)?)
    }

    pub(crate) fn from_encoded(encoded: Encoded<'_>) -> Result<Self> {
        let (dtype, shape) = (encoded.memory().ty.clone(), Some(encoded.shape().to_vec()));
        let buffer = encoded.into_buffer()?;
        let elements = Some(Elements { buffer: Arc::new(buffer), offset: 0 });
        Ok(Self { dtype, shape, elements })
    }

    /// The same with other references, each of them in the place of the one that it is made of. Null stays null.
    pub(crate) fn with_references(
        self,
        change: &mut dyn FnMut(Reference) -> Result<Reference>,
    ) -> Result<Self> {
        let changed = self.elements.as_ref().map(|Elements { buffer, offset }| {
            let buffer = Arc::new(Buffer::with_references(buffer, change)?);
            Ok::<_, Error>(Elements { buffer, offset: *offset })
        });
        Ok(Self { elements: changed.transpose()?, ..self })
    }

    /// The type of the elements.
    #[must_use]
    pub fn dtype(&self) -> &TypeDescriptor {
        &self.dtype
    }

    /// The length along each axis; empty for a scalar, and where there is nothing at all.
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        self.shape.as_deref().unwrap_or_default()
    }

    /// Whether there is not even a shape: the dataspace is null (`h5py.Empty`).
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.shape.is_none()
    }

    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        // A shape may be long along one axis and empty along another: then nothing is multiplied.
        match &self.shape {
            Some(shape) if !shape.contains(&0) => shape.iter().product(),
            _ => 0,
        }
    }

    /// Whether there are no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements in C order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Element<'_>> {
        (0..self.len()).map(|index| self.element(index).expect("the buffer has all elements"))
    }

    pub(super) fn element(&self, index: usize) -> Option<Element<'_>> {
        let Elements { buffer, offset } = self.elements.as_ref()?;
        let start = index.checked_mul(buffer.memory().size())?.checked_add(*offset)?;
        // SAFETY: elements of this type are at these places: whole elements of the buffer, or a field
        // of them.
        unsafe { buffer.element(start, &self.dtype, Conversion::default()) }
    }

    /// One element: its index along each axis.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::RankMismatch`] or [`ErrorKind::OutOfBounds`] if there is no such element; fails if
    /// it has no value.
    pub fn get(&self, index: &[usize]) -> Result<Value> {
        let shape = self.shape();
        if index.len() != shape.len() {
            let (expected, found) = (shape.len(), index.len());
            return Err(ErrorKind::RankMismatch { expected, found }.into());
        }
        let mut flat = 0;
        for (axis, (&index, &extent)) in index.iter().zip(shape).enumerate() {
            if index >= extent {
                let index = isize::try_from(index).unwrap_or(isize::MAX);
                return Err(ErrorKind::OutOfBounds { axis, index, extent }.into());
            }
            flat = flat * extent + index;
        }
        match self.element(flat) {
            Some(element) => Value::decode(element),
            None => Err(ErrorKind::NullDataspace.into()),
        }
    }

    /// One field of elements that are compounds; nothing is copied.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::MissingField`], which lists the fields that there are;
    /// [`ErrorKind::InvalidArgument`] if the elements are no compounds.
    pub fn field(&self, name: impl AsRef<[u8]>) -> Result<Self> {
        let name = Name::from(name.as_ref());
        let TypeDescriptor::Compound(compound) = &self.dtype else {
            let reason = format!("{} is no compound and has no field \"{name}\"", self.dtype);
            return Err(Error::invalid_argument(reason));
        };
        let Some(field) = compound.fields.iter().find(|field| field.name == name) else {
            let stored = compound.fields.iter().map(|field| field.name.to_string()).collect();
            return Err(ErrorKind::MissingField { missing: name.to_string(), stored }.into());
        };
        let elements = self.elements.as_ref().map(|elements| Elements {
            buffer: Arc::clone(&elements.buffer),
            offset: elements.offset + field.offset,
        });
        Ok(Self { dtype: field.ty.clone(), shape: self.shape.clone(), elements })
    }

    /// All elements as typed data, as if they had been read as that.
    ///
    /// # Errors
    ///
    /// As [`Dataset::read`](crate::Dataset::read).
    pub fn to<R: FromData>(&self) -> Result<R> {
        let Some(shape) = self.shape.clone() else {
            return R::from_null(&self.dtype);
        };
        let (transfer, conversion) = (Transfer::AsStored, Conversion::default());
        let plan = ReadPlan::new::<R::Elem>(&self.dtype, None, shape, transfer, conversion)?;
        let elements = self.elements.as_ref().filter(|_| !self.is_empty());
        let buffer = elements.map(|Elements { buffer, offset }| {
            Buffer::part(buffer, *offset, Memory::new(self.dtype.clone())?)
        });
        R::from_fetched(plan.fetched(buffer.transpose()?)?)
    }

    /// The elements as values, in C order.
    ///
    /// # Errors
    ///
    /// Fails if one has no value.
    pub fn values(&self) -> Result<Vec<Value>> {
        self.iter().map(Value::decode).collect()
    }
}

impl FromData for DynArray {
    type Elem = Value;

    fn from_data(shape: &[usize], elements: Vec<Value>) -> Result<Self> {
        Self::from_data(&Value::from_data(shape, elements)?)
    }

    fn from_fetched(fetched: Fetched<Value>) -> Result<Self> {
        let (shape, dtype, buffer) = fetched.into_buffer()?;
        let elements = buffer.map(|buffer| Elements { buffer: Arc::new(buffer), offset: 0 });
        Ok(Self { dtype, shape: Some(shape), elements })
    }

    fn from_null(stored: &TypeDescriptor) -> Result<Self> {
        Ok(Self { dtype: stored.clone(), shape: None, elements: None })
    }
}

impl ToData for DynArray {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Err(Error::invalid_argument("nothing says of which type the elements are"))
    }

    fn new_dtype(&self) -> Result<TypeDescriptor> {
        Ok(self.dtype.clone())
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        match &self.elements {
            Some(Elements { buffer, offset: 0 })
                if target.lent
                    && !(target.exact && self.dtype.has_padding())
                    && self.dtype == *target.stored
                    && buffer.memory().ty == *target.stored =>
            {
                Ok(Encoded::of_buffer(buffer, self.shape().to_vec()))
            }
            _ => encode_values(self.shape(), self.values()?.iter(), target),
        }
    }

    fn is_null(&self) -> bool {
        self.shape.is_none()
    }
}

/// Equal if type, shape and values are.
impl PartialEq for DynArray {
    fn eq(&self, other: &Self) -> bool {
        self.dtype == other.dtype
            && self.shape == other.shape
            && match (self.values(), other.values()) {
                (Ok(values), Ok(others)) => values == others,
                _ => false,
            }
    }
}

/// Short and JSON-like.
impl fmt::Display for DynArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// The elements from `start` on, as many as a shape has.
        fn write(
            f: &mut fmt::Formatter<'_>,
            array: &DynArray,
            shape: &[usize],
            start: usize,
        ) -> fmt::Result {
            let Some((&length, inner)) = shape.split_first() else {
                let value = array.element(start).map(Value::decode);
                return match value {
                    Some(Ok(value)) => write!(f, "{value}"),
                    Some(Err(error)) => write!(f, "<{error}>"),
                    None => f.write_str("<empty>"),
                };
            };
            let size: usize = inner.iter().product();
            f.write_str("[")?;
            for index in 0..length {
                f.write_str(if index == 0 { "" } else { ", " })?;
                write(f, array, inner, start + index * size)?;
            }
            f.write_str("]")
        }
        match &self.shape {
            Some(_) if self.is_empty() => f.write_str("[]"),
            Some(shape) => write(f, self, shape, 0),
            None => f.write_str("<empty>"),
        }
    }
}

/// Its type and shape.
impl fmt::Debug for DynArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DynArray({}, {:?})", self.dtype, self.shape)
    }
}
