//! Dimensions of netCDF-4, which are dimension scales.

use crate::dataset::Dataset;
#[cfg(doc)]
use crate::error::ErrorKind;
use crate::error::Result;
use crate::group::Group;
use crate::shape::Extent;
use crate::types::{ByteOrder, FloatType, TypeDescriptor};

/// What the name of a scale begins with that is a dimension and no variable.
const NO_VARIABLE: &str = "This is a netCDF dimension but not a netCDF variable.";

/// Dimensions of netCDF-4.
impl Group {
    /// Creates a dimension as netCDF-4 has it: a dimension scale with a length and no values. `0..` is an
    /// unlimited one.
    ///
    /// netCDF finds the dimensions of a variable by the scales that are attached to its axes, and calls
    /// them by the names of the scales' links. A dimension with values is a variable of one axis with
    /// its own name, and needs no more than [`Dataset::make_scale`]:
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// let file = hdf5::File::create(dir.path().join("weather.nc"))?;
    /// let time = file.new_dataset::<f64>().shape(0..).chunk(512).create("time")?;
    /// time.make_scale("time")?;
    /// time.attrs().set("units", "hours since 2024-01-01")?;
    /// let station = file.create_dimension("station", 3)?;
    ///
    /// let temp = file.new_dataset::<f32>().shape((0.., 3)).chunk((512, 3)).create("temp")?;
    /// temp.dim(0)?.attach_scale(&time)?;
    /// temp.dim(1)?.attach_scale(&station)?;
    ///
    /// time.append(0.5)?;
    /// temp.append([20.5, 20.6, 20.9])?;
    /// # assert_eq!(temp.dim(1)?.scale(0)?.path().as_deref(), Some("/station"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// netCDF reads any file, but changes only those whose root group keeps the order in which its links
    /// were made: `FileOptions::track_order`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only.
    pub fn create_dimension(
        &self,
        name: impl AsRef<[u8]>,
        extent: impl Into<Extent>,
    ) -> Result<Dataset> {
        let (name, extent) = (name.as_ref(), extent.into());
        // No value is ever stored, and the type is what netCDF writes.
        let dtype = TypeDescriptor::Float(FloatType {
            order: ByteOrder::BigEndian,
            ..FloatType::native(4)
        });
        let scale = self.new_dataset::<f32>().dtype(dtype).shape([extent]).create(name)?;
        match scale.make_scale(format!("{NO_VARIABLE}{:10}", extent.length).as_str()) {
            Ok(()) => Ok(scale),
            Err(error) => {
                // The first error is the one that tells why.
                let _ = self.remove(name);
                Err(error)
            }
        }
    }
}
