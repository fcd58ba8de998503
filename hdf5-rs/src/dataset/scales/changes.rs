//! Attributes of one or two datasets that are changed together.

use crate::convert::Conversion;
use crate::data::ToData;
use crate::dataset::Dataset;
use crate::error::Result;
use crate::name::c_path;
use crate::raw::{Handle, h5a};
use crate::transfer::Target;
use crate::types::DynArray;

/// Changes that are made one after the other: all of them, or none.
#[derive(Default)]
pub(super) struct Changes<'a>(Vec<Change<'a>>);

struct Change<'a> {
    dataset: &'a Dataset,
    name: &'static str,
    /// `None` if the attribute is removed.
    data: Option<DynArray>,
}

impl<'a> Changes<'a> {
    /// Creates the attribute, or replaces it.
    pub(super) fn set(&mut self, dataset: &'a Dataset, name: &'static str, data: DynArray) {
        self.put(dataset, name, Some(data));
    }

    /// Gives the attribute these contents, or removes it if there are none.
    pub(super) fn put(&mut self, dataset: &'a Dataset, name: &'static str, data: Option<DynArray>) {
        self.0.push(Change { dataset, name, data });
    }

    /// Makes the changes in their order. If one cannot be made, those before it are undone.
    ///
    /// The lock must be held.
    pub(super) fn apply(self) -> Result<()> {
        let old = self.0.iter().map(|change| read(change.dataset, change.name));
        let old = old.collect::<Result<Vec<_>>>()?;
        for (index, Change { dataset, name, data }) in self.0.iter().enumerate() {
            if let Err(error) = write(dataset, name, data.as_ref()) {
                for (change, old) in self.0[..index].iter().zip(&old).rev() {
                    // The first error is the one that tells why.
                    let _ = write(change.dataset, change.name, old.as_ref());
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

fn read(dataset: &Dataset, name: &str) -> Result<Option<DynArray>> {
    let attrs = dataset.attrs();
    if attrs.contains(name)? { attrs.get(name).map(Some) } else { Ok(None) }
}

fn write(dataset: &Dataset, name: &str, data: Option<&DynArray>) -> Result<()> {
    let attrs = dataset.attrs();
    let exists = attrs.contains(name)?;
    match data {
        Some(data) if exists && has_form_of(dataset, name, data)? => overwrite(dataset, name, data),
        Some(data) => attrs.set(name, data),
        None if exists => attrs.remove(name),
        None => Ok(()),
    }
}

/// Whether an attribute has the type and the shape of data.
fn has_form_of(dataset: &Dataset, name: &str, data: &DynArray) -> Result<bool> {
    let attrs = dataset.attrs();
    Ok(attrs.dtype(name)? == *data.dtype()
        && !data.is_null()
        && attrs.space(name)?.into_shape() == data.shape())
}

/// Writes over the elements of an attribute, which keeps its place among the others.
fn overwrite(dataset: &Dataset, name: &str, data: &DynArray) -> Result<()> {
    let encoded = data.encode_for(Target::new(data.dtype(), Conversion::default()))?;
    let id = h5a::open(dataset.object.handle(), &c_path(name.as_bytes())?)?;
    encoded.write_to_attribute(&Handle::in_file(id, dataset.object.file()))
}
