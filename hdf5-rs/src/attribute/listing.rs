//! The attributes of an object, in one order or the other.

use std::iter::FusedIterator;
use std::vec;

use crate::attribute::{Attribute, Attributes};
use crate::convert::Conversion;
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::object::Object;
use crate::order::Order;
use crate::raw::{h5a, h5o, lock};

impl Attributes<'_> {
    /// The number of attributes.
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias = "H5Oget_info")]
    pub fn len(&self) -> Result<usize> {
        let count = h5o::attribute_count(self.object.handle());
        let count = count.map_err(|error| self.object.explain(error, "count the attributes of"))?;
        Ok(usize::try_from(count).expect("each has a header in memory"))
    }

    /// Whether there are none.
    ///
    /// # Errors
    ///
    /// As [`len`](Self::len).
    pub fn is_empty(&self) -> Result<bool> {
        self.len().map(|count| count == 0)
    }

    /// The names of all attributes: in the order of creation where the object keeps that, and else in the
    /// order of their bytes.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("order.h5"))?;
    /// let tracked = file.new_dataset::<f64>().track_order(true).shape(3).create("tracked")?;
    /// for attrs in [file.attrs(), tracked.attrs()] {
    ///     attrs.set("units", "K")?;
    ///     attrs.set("author", "me")?;
    /// }
    /// assert_eq!(file.attrs().names()?, ["author", "units"]);
    /// assert_eq!(tracked.attrs().names()?, ["units", "author"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged, and if a name is not UTF-8; [`raw_names`](Self::raw_names) takes
    /// those too.
    #[doc(alias("H5Aiterate", "keys"))]
    pub fn names(&self) -> Result<Vec<String>> {
        into_text(self.listing(None)).map_err(|error| self.cannot_list(error))
    }

    /// The names of all attributes in the order that is asked for.
    ///
    /// # Errors
    ///
    /// As [`names`](Self::names); [`ErrorKind::OrderNotTracked`] if the object does not keep the order of
    /// creation.
    #[doc(alias("H5Aiterate", "H5_index_t"))]
    pub fn names_by(&self, order: Order) -> Result<Vec<String>> {
        into_text(self.listing(Some(order))).map_err(|error| self.cannot_list(error))
    }

    /// The names of all attributes as they are stored, in the order of [`names`](Self::names).
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    pub fn raw_names(&self) -> Result<Vec<Name>> {
        self.listing(None).map_err(|error| self.cannot_list(error))
    }

    /// All attributes with their names, in the order of [`names`](Self::names), forwards or back.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("iter.h5"))?;
    /// file.attrs().set("gain", 2.5)?;
    /// file.attrs().set("title", "first run")?;
    /// let mut all = Vec::new();
    /// for (name, attribute) in file.attrs().iter()? {
    ///     all.push(format!("{name} = {}", attribute.read::<hdf5::Value>()?));
    /// }
    /// assert_eq!(all, ["gain = 2.5", "title = \"first run\""]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Aiterate", "items", "values"))]
    pub fn iter(&self) -> Result<AttributeIter> {
        let names = self.raw_names()?.into_iter();
        Ok(AttributeIter { object: self.object.clone(), conversion: self.conversion, names })
    }

    /// All names in an order; without one, as h5py lists them.
    fn listing(&self, order: Option<Order>) -> Result<Vec<Name>> {
        let object = self.object.handle();
        let _lock = lock();
        let mut found = h5a::iterate(object)?;
        let by_creation = match order {
            Some(Order::Name) => false,
            // With fewer there is one order only.
            None if found.len() < 2 => false,
            None => h5o::tracks_attribute_order(object)?,
            Some(Order::Creation) => match h5o::tracks_attribute_order(object)? {
                true => true,
                false => return Err(ErrorKind::OrderNotTracked.into()),
            },
        };
        match by_creation {
            true => found.sort_by_key(|(_, info)| info.creation_order),
            false => found.sort_by(|(a, _), (b, _)| a.cmp(b)),
        }
        Ok(found.into_iter().map(|(name, _)| Name::from(name)).collect())
    }

    fn cannot_list(&self, error: Error) -> Error {
        self.object.explain(error, "list the attributes of")
    }
}

fn into_text(names: Result<Vec<Name>>) -> Result<Vec<String>> {
    names?.into_iter().map(Name::into_string).collect()
}

/// The attributes of an object with their names: [`Attributes::iter`].
///
/// The names are those at the time of the call; an attribute that is removed meanwhile fails when it is
/// used.
#[derive(Debug, Clone)]
pub struct AttributeIter {
    object: Object,
    conversion: Conversion,
    names: vec::IntoIter<Name>,
}

impl AttributeIter {
    fn attribute(&self, name: Name) -> (Name, Attribute) {
        (name.clone(), Attribute::new(&self.object, name, self.conversion))
    }
}

impl Iterator for AttributeIter {
    type Item = (Name, Attribute);

    fn next(&mut self) -> Option<Self::Item> {
        let name = self.names.next()?;
        Some(self.attribute(name))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.names.size_hint()
    }
}

impl DoubleEndedIterator for AttributeIter {
    fn next_back(&mut self) -> Option<Self::Item> {
        let name = self.names.next_back()?;
        Some(self.attribute(name))
    }
}

impl ExactSizeIterator for AttributeIter {}

impl FusedIterator for AttributeIter {}
