//! Dimension scales: datasets that say what lies along the axes of others, as HDF5's specification of
//! them and netCDF-4 have it.
//!
//! Which scales an axis has is kept twice: the dataset has references to its scales, and each scale has
//! references to the axes that it describes. Both are written together, or neither.

mod attributes;
mod changes;
mod dimension;
mod netcdf;

pub use dimension::Dimension;

use attributes::{CLASS, DIMENSION_LIST, NAME};
use changes::Changes;

use crate::dataset::Dataset;
use crate::error::{Error, ErrorKind, Result};
use crate::raw::lock;
use crate::select::Position;

/// Dimension scales.
impl Dataset {
    /// Makes the dataset a dimension scale, with a name of its own if one is given.
    ///
    /// A scale describes axes of other datasets: [`Dimension::attach_scale`]. It often has their length,
    /// but need not. A scale that has a name already keeps it unless another is given.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("scales.h5"))?;
    /// let temps = file.create_dataset("temps", [[20.5, 20.6, 20.9], [20.4, 20.6, 21.0]])?;
    /// let height = file.create_dataset("height", [2.0, 10.0, 50.0])?;
    /// height.make_scale("height above ground")?;
    ///
    /// temps.dim(1)?.attach_scale(&height)?;
    /// temps.dim(0)?.set_label("day")?;
    ///
    /// for dim in temps.dims()? {
    ///     println!("{}: {} scales", dim.label()?, dim.scales()?.len());
    /// }
    /// assert_eq!(temps.dim(-1)?.scale(0)?.read::<Vec<f64>>()?, [2.0, 10.0, 50.0]);
    /// # assert_eq!(height.scale_name()?.as_deref(), Some("height above ground"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NestedScales`] if the dataset has scales itself, [`ErrorKind::InvalidValue`] if the
    /// name has a NUL byte, [`ErrorKind::ReadOnly`] if the file is open for reading only.
    #[doc(alias = "H5DSset_scale")]
    pub fn make_scale<'n>(&self, name: impl Into<Option<&'n str>>) -> Result<()> {
        let name = name.into();
        let make = || {
            self.object.file().check_writable()?;
            let mut changes = Changes::default();
            changes.set(self, CLASS, attributes::class_of_scales()?);
            if let Some(name) = name {
                changes.set(self, NAME, attributes::text(name)?);
            }
            let _lock = lock();
            self.check_without_scales()?;
            changes.apply()
        };
        make().map_err(|error| self.explain_scales(error, "make a dimension scale of"))
    }

    /// Whether the dataset is a dimension scale.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5DSis_scale")]
    pub fn is_scale(&self) -> Result<bool> {
        let _lock = lock();
        attributes::is_scale(self)
    }

    /// The name that the dataset has as a dimension scale; `None` if it is none, or has no name.
    ///
    /// It need not be the name of a link: that is at the end of its [`path`](Self::path).
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed, and if the name is not UTF-8.
    #[doc(alias = "H5DSget_scale_name")]
    pub fn scale_name(&self) -> Result<Option<String>> {
        let _lock = lock();
        if self.is_scale()? && self.attrs().contains(NAME)? {
            return self.attrs().get(NAME).map(Some);
        }
        Ok(None)
    }

    /// All axes, as what has labels and scales.
    ///
    /// # Errors
    ///
    /// As [`shape`](Self::shape).
    pub fn dims(&self) -> Result<Vec<Dimension>> {
        Ok((0..self.rank()?).map(|axis| Dimension::new(self, axis)).collect())
    }

    /// One axis, as what has a label and scales; negative numbers count from the end.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NoSuchAxis`] if there are not as many; otherwise as [`shape`](Self::shape).
    pub fn dim(&self, axis: impl Into<Position>) -> Result<Dimension> {
        let Position(axis) = axis.into();
        let rank = self.rank()?;
        let from_start =
            if axis < 0 { rank.checked_add_signed(axis) } else { axis.try_into().ok() };
        match from_start.filter(|&axis| axis < rank) {
            Some(axis) => Ok(Dimension::new(self, axis)),
            None => {
                Err(self.explain(ErrorKind::NoSuchAxis { axis, rank }.into(), "find an axis of"))
            }
        }
    }

    /// Scales have no scales themselves.
    fn check_without_scales(&self) -> Result<()> {
        if self.attrs().contains(DIMENSION_LIST)? {
            return Err(self.nested_scales());
        }
        Ok(())
    }

    fn nested_scales(&self) -> Error {
        ErrorKind::NestedScales { scale: self.shown_path() }.into()
    }

    fn shown_path(&self) -> String {
        self.path().unwrap_or_else(|| String::from("(no name)"))
    }

    /// Says what was being done, unless an attribute, perhaps of another dataset, is to blame.
    fn explain_scales(
        &self,
        error: Error,
        action: impl Into<std::borrow::Cow<'static, str>>,
    ) -> Error {
        if error.action().is_some() { error } else { self.object.explain(error, action) }
    }
}
