//! `()`: data without elements.

use crate::data::{Elements, FromData, ToData};
use crate::error::{Error, Result};
use crate::types::Value;

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
    type Elem = f32;

    fn shape(&self) -> Result<Vec<usize>> {
        Ok(Vec::new())
    }

    fn elements(&self) -> Elements<'_, f32> {
        Elements::Each(Vec::new())
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

    fn from_null() -> Result<Self> {
        Ok(())
    }
}
