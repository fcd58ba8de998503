//! One axis of a dataset: its label, and the scales that describe it.

use std::borrow::Cow;

use super::attributes::{
    BackReferences, CLASS, DIMENSION_LABELS, DIMENSION_LIST, Label, REFERENCE_LIST, ScaleLists,
    check_class_of_data, class_of_scales, has_class_of_scales,
};
use super::changes::Changes;
use crate::dataset::Dataset;
use crate::error::{Error, ErrorKind, Result};
use crate::group::wrong_object;
use crate::node::{Node, ObjectKind};
use crate::raw::h5r::ObjectReference;
use crate::raw::lock;
use crate::reference;
use crate::types::DynArray;

/// One axis of a dataset, as what has a label and scales (`dataset.dims[i]` in h5py).
///
/// It is made by [`Dataset::dim`] and [`Dataset::dims`]. What it tells is asked of the file each time.
#[derive(Debug, Clone)]
pub struct Dimension {
    dataset: Dataset,
    axis: usize,
}

impl Dimension {
    pub(super) fn new(dataset: &Dataset, axis: usize) -> Self {
        Self { dataset: dataset.clone(), axis }
    }

    /// The dataset.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The number of the axis, from 0.
    #[must_use]
    pub fn axis(&self) -> usize {
        self.axis
    }

    /// The length of the axis.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    pub fn length(&self) -> Result<usize> {
        // The rank of a dataset never changes.
        Ok(self.dataset.shape()?[self.axis])
    }

    /// The label; empty if there is none.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidValue`] if it is not UTF-8, or there are not as many labels as axes; fails if the
    /// file is damaged or closed.
    #[doc(alias = "H5DSget_label")]
    pub fn label(&self) -> Result<String> {
        let _lock = lock();
        let read = || Ok(Label::read_all(&self.dataset)?.swap_remove(self.axis).0);
        let label = read().map_err(|error| self.explain(error, "read the label"))?;
        Ok(label.unwrap_or_default())
    }

    /// Sets the label.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidValue`] if it has a NUL byte, [`ErrorKind::ReadOnly`] if the file is open for
    /// reading only.
    #[doc(alias = "H5DSset_label")]
    pub fn set_label(&self, label: impl Into<String>) -> Result<()> {
        let label = Label(Some(label.into()));
        let set = || {
            let _lock = lock();
            self.check_writable()?;
            let mut labels = Label::read_all(&self.dataset)?;
            labels[self.axis] = label;
            let mut changes = Changes::default();
            changes.set(&self.dataset, DIMENSION_LABELS, DynArray::from_data(&labels)?);
            changes.apply()
        };
        set().map_err(|error| self.explain(error, "set the label"))
    }

    /// The scales, in the order in which they were attached.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::DanglingReference`] if one has been removed from the file while it was attached: the
    /// others are found with [`scale`](Self::scale), and [`forget_removed`](Self::forget_removed) helps.
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5DSiterate_scales", "items", "values"))]
    pub fn scales(&self) -> Result<Vec<Dataset>> {
        let _lock = lock();
        let follow = |scale| self.follow(scale);
        let scales = || self.references()?.into_iter().map(follow).collect::<Result<_>>();
        scales().map_err(|error| self.explain(error, "open the scales"))
    }

    /// The number of scales, whether or not all of them are still there.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5DSget_num_scales")]
    pub fn scale_count(&self) -> Result<usize> {
        let _lock = lock();
        let references = self.references();
        Ok(references.map_err(|error| self.explain(error, "count the scales"))?.len())
    }

    /// One of the scales, counted from 0 in the order in which they were attached.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there are not as many, [`ErrorKind::DanglingReference`] if it has been
    /// removed from the file.
    pub fn scale(&self, index: usize) -> Result<Dataset> {
        let _lock = lock();
        let scale = || match self.references()?.get(index) {
            Some(&scale) => self.follow(scale),
            None => Err(ErrorKind::NotFound { missing: format!("scale {index}") }.into()),
        };
        scale().map_err(|error| self.explain(error, "open a scale"))
    }

    /// The first of the scales that has this name; see [`Dataset::scale_name`].
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("named.h5"))?;
    /// let spectrum = file.create_dataset("spectrum", [0.1, 0.7, 0.2])?;
    /// let energy = file.create_dataset("energy", [1.0, 2.0, 3.0])?;
    /// energy.make_scale("keV")?;
    /// spectrum.dim(0)?.attach_scale(&energy)?;
    /// assert_eq!(spectrum.dim(0)?.scale_named("keV")?.path().as_deref(), Some("/energy"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if none has; otherwise as [`scales`](Self::scales).
    pub fn scale_named(&self, name: &str) -> Result<Dataset> {
        let _lock = lock();
        for scale in self.scales()? {
            if scale.scale_name()?.as_deref() == Some(name) {
                return Ok(scale);
            }
        }
        let missing = ErrorKind::NotFound { missing: name.to_owned() };
        Err(self.explain(missing.into(), "find a scale"))
    }

    /// Whether a dataset is one of the scales, and knows of it.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5DSis_attached")]
    pub fn is_attached(&self, scale: &Dataset) -> Result<bool> {
        let _lock = lock();
        let is_attached = || {
            if !self.is_in_file_of(scale)? || !self.references()?.contains(&scale.reference()?) {
                return Ok(false);
            }
            Ok(BackReferences::read(scale)?.contains(self.dataset.reference()?, self.axis))
        };
        is_attached().map_err(|error| self.explain(error, "look for a scale"))
    }

    /// Attaches a scale after those that there are. A dataset that is none becomes one, without a name.
    /// A scale that is attached already stays where it is.
    ///
    /// Its length is not compared with that of the axis. If something fails, both datasets are as they
    /// were.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NestedScales`] if this dataset is a scale itself, or the other one has scales;
    /// [`ErrorKind::InvalidArgument`] if both are the same, or in different files, or this one is an image,
    /// a palette or a table; [`ErrorKind::ReadOnly`] if the file is open for reading only;
    /// [`ErrorKind::Unsupported`] if the scale is attached to so many axes already, about 4000, that it has
    /// no room for another one in this file's format.
    #[doc(alias = "H5DSattach_scale")]
    pub fn attach_scale(&self, scale: &Dataset) -> Result<()> {
        let attach = || {
            let _lock = lock();
            self.check_pair(scale)?;
            scale.check_without_scales()?;
            check_class_of_data(&self.dataset)?;
            let (data_ref, scale_ref) = (self.dataset.reference()?, scale.reference()?);
            let mut lists = ScaleLists::read(&self.dataset)?;
            let mut axes = BackReferences::read(scale)?;
            let mut changes = Changes::default();
            if !lists.0[self.axis].contains(&scale_ref) {
                lists.0[self.axis].push(scale_ref);
                changes.put(&self.dataset, DIMENSION_LIST, lists.to_data()?);
            }
            if !axes.contains(data_ref, self.axis) {
                axes.add(data_ref, self.axis);
                changes.put(scale, REFERENCE_LIST, axes.to_data()?);
            }
            if !has_class_of_scales(scale)? {
                changes.set(scale, CLASS, class_of_scales()?);
            }
            changes.apply()
        };
        attach().map_err(|error| self.explain(error, "attach a scale"))
    }

    /// Detaches a scale; the last one takes its place. The dataset stays a scale, also if it is attached to
    /// no other axis.
    ///
    /// If something fails, both datasets are as they were.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotAttached`] if it is not attached to this axis; [`ErrorKind::InvalidArgument`] if both
    /// are in different files; [`ErrorKind::ReadOnly`] if the file is open for reading only.
    #[doc(alias = "H5DSdetach_scale")]
    pub fn detach_scale(&self, scale: &Dataset) -> Result<()> {
        let detach = || {
            let _lock = lock();
            self.check_pair(scale)?;
            let (data_ref, scale_ref) = (self.dataset.reference()?, scale.reference()?);
            let mut lists = ScaleLists::read(&self.dataset)?;
            let mut axes = BackReferences::read(scale)?;
            let list = &mut lists.0[self.axis];
            let Some(index) = list.iter().position(|&attached| attached == scale_ref) else {
                let (scale, dataset) = (scale.shown_path(), self.dataset.shown_path());
                return Err(ErrorKind::NotAttached { scale, dataset, axis: self.axis }.into());
            };
            list.swap_remove(index);
            axes.remove(data_ref, self.axis);
            let mut changes = Changes::default();
            changes.put(&self.dataset, DIMENSION_LIST, lists.to_data()?);
            changes.put(scale, REFERENCE_LIST, axes.to_data()?);
            changes.apply()
        };
        detach().map_err(|error| self.explain(error, "detach a scale"))
    }

    /// Detaches all scales that have been removed from the file while they were attached; how many it
    /// were. Others, h5py among them, cannot list the scales of an axis before this is done.
    ///
    /// What was removed before the file was opened may still be found in it, as by
    /// [`dereference`](crate::Group::dereference).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("removed.h5"))?;
    /// let data = file.create_dataset("data", [1, 2, 3])?;
    /// data.dim(0)?.attach_scale(&file.create_dataset("old", [0.0, 0.5, 1.0])?)?;
    /// data.dim(0)?.attach_scale(&file.create_dataset("new", [1.0, 2.0, 3.0])?)?;
    /// file.remove("old")?;
    /// assert!(data.dim(0)?.scales().is_err());
    /// assert_eq!(data.dim(0)?.forget_removed()?, 1);
    /// assert_eq!(data.dim(0)?.scales()?[0].path().as_deref(), Some("/new"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only; fails if it is damaged or closed.
    pub fn forget_removed(&self) -> Result<usize> {
        let forget = || {
            let _lock = lock();
            self.check_writable()?;
            let mut lists = ScaleLists::read(&self.dataset)?;
            let (mut kept, mut removed) = (Vec::new(), 0);
            for &scale in &lists.0[self.axis] {
                match self.follow(scale) {
                    Ok(_) => kept.push(scale),
                    Err(error) => match error.kind() {
                        ErrorKind::DanglingReference
                        | ErrorKind::NullReference
                        | ErrorKind::WrongObject { .. } => removed += 1,
                        _ => return Err(error),
                    },
                }
            }
            if removed > 0 {
                lists.0[self.axis] = kept;
                let mut changes = Changes::default();
                changes.put(&self.dataset, DIMENSION_LIST, lists.to_data()?);
                changes.apply()?;
            }
            Ok(removed)
        };
        forget().map_err(|error| self.explain(error, "detach removed scales"))
    }

    fn references(&self) -> Result<Vec<ObjectReference>> {
        Ok(ScaleLists::read(&self.dataset)?.0.swap_remove(self.axis))
    }

    fn follow(&self, scale: ObjectReference) -> Result<Dataset> {
        match reference::open(&self.dataset.object, &scale.into())? {
            Node::Dataset(scale) => Ok(scale),
            other => Err(wrong_object(b"(no name)", ObjectKind::Dataset, &other)),
        }
    }

    fn check_writable(&self) -> Result<()> {
        self.dataset.object.file().check_writable()
    }

    fn is_in_file_of(&self, scale: &Dataset) -> Result<bool> {
        let (own, other) = (self.dataset.object.info()?, scale.object.info()?);
        Ok(own.identity.is_in_file_of(&other.identity))
    }

    /// Checks that both datasets can be changed, and refer to each other.
    fn check_pair(&self, scale: &Dataset) -> Result<()> {
        self.check_writable()?;
        scale.object.file().check_writable()?;
        self.dataset.object.check_same_file(&scale.object)?;
        if self.dataset.object.info()?.identity == scale.object.info()?.identity {
            return Err(Error::invalid_argument("a dataset cannot be a scale of itself"));
        }
        Ok(())
    }

    fn explain(&self, error: Error, action: &str) -> Error {
        let action: Cow<'static, str> = format!("{action} of axis {} of", self.axis).into();
        self.dataset.explain_scales(error, action)
    }
}
