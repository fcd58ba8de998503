//! Attributes that get another name.

use crate::attribute::new::NewAttribute;
use crate::attribute::stored::{self, Stored};
use crate::attribute::{Attributes, attribute_name, not_found};
use crate::error::{ErrorKind, Result};
use crate::name::{Name, c_path};
use crate::raw::{h5a, lock};
use crate::types::buffer::Encoded;

impl Attributes<'_> {
    /// Gives an attribute another name. Its value stays, and so does its place in the order of creation; with
    /// libhdf5 before 2.0 it becomes the last.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("rename.h5"))?;
    /// file.attrs().set("unit", "K")?;
    /// file.attrs().rename("unit", "units")?;
    /// assert_eq!(file.attrs().names()?, ["units"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is none of the first name, [`ErrorKind::AlreadyExists`] if there is
    /// another one of the second, [`ErrorKind::InvalidName`] if that cannot be a name,
    /// [`ErrorKind::ReadOnly`] if the file is open for reading only. The attribute then has its old name.
    #[doc(alias = "H5Arename")]
    pub fn rename(&self, from: impl AsRef<[u8]>, to: impl AsRef<[u8]>) -> Result<()> {
        let (from, to) = (from.as_ref(), to.as_ref());
        self.rename_data(from, to).map_err(|error| {
            let action = format!("give the name \"{}\" to attribute", Name::from(to));
            self.explain(error, &action, from)
        })
    }

    fn rename_data(&self, from: &[u8], to: &[u8]) -> Result<()> {
        self.check_writable()?;
        let (c_from, c_to) = (c_path(from)?, attribute_name(to)?);
        let object = self.object.handle();
        let _lock = lock();
        if !h5a::exists(object, &c_from)? {
            return Err(not_found(from));
        }
        if from == to {
            return Ok(());
        }
        if h5a::exists(object, &c_to)? {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if from.len() == to.len() && h5a::RENAMES_WELL {
            return h5a::rename(object, &c_from, &c_to);
        }
        // libhdf5 takes the attribute out of the object's header before it looks for a place for the longer
        // or shorter one, and loses it if it finds none.
        let attribute = stored::open(self.object, &c_from)?;
        let stored = Stored::of(&attribute)?;
        let shape = stored.form.space.shape().to_vec();
        let elements = stored.elements.as_ref().map(|old| Encoded::of_buffer(old, shape));
        let copy = NewAttribute::like(&attribute, elements)?;
        copy.check_room(self.object, &c_to)?;
        drop(attribute);
        if !h5a::RENAMES_WELL {
            copy.create(self.object, &c_to)?;
            return h5a::delete(object, &c_from).inspect_err(|_| {
                // The first error is the one that tells why.
                let _ = h5a::delete(object, &c_to);
            });
        }
        let renamed = h5a::rename(object, &c_from, &c_to);
        if renamed.is_ok() || h5a::exists(object, &c_from)? {
            return renamed;
        }
        copy.create(self.object, &c_to).inspect_err(|_| {
            // There is room for it where it has just been.
            let _ = copy.create(self.object, &c_from);
        })
    }
}
