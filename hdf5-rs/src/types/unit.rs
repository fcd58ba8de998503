//! `()`: data without elements.

use crate::data::{FromData, ToData};
use crate::error::{Error, Result};
use crate::transfer::Target;
use crate::types::buffer::Encoded;
use crate::types::{Encode, TypeDescriptor, Value};

/// No data: it is stored with a null dataspace, as `h5py.Empty('f')`.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("empty.h5");
/// let file = hdf5::File::create(&path)?;
/// file.attrs().set("flagged", ())?;
/// file.attrs().get::<()>("flagged")?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl ToData for () {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Ok(f32::dtype())
    }

    fn encode_for(&self, _target: Target<'_>) -> Result<Encoded<'_>> {
        Err(Error::invalid_argument("there is no data to write"))
    }

    fn is_null(&self) -> bool {
        true
    }
}

/// A null dataspace, of whatever type. What has data is [`InvalidValue`](crate::ErrorKind::InvalidValue).
impl FromData for () {
    type Elem = Value;

    fn from_data(shape: &[usize], _elements: Vec<Value>) -> Result<Self> {
        Err(Error::invalid_value(format!("there is data, of shape {shape:?}, and not none")))
    }

    fn from_null(_stored: &TypeDescriptor) -> Result<Self> {
        Ok(())
    }
}
