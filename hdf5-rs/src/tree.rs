//! Whole trees: maps and structs that are saved and loaded as groups and datasets.

mod branch;
mod draft;
mod map;
mod outline;
mod save;
mod value;

pub use branch::Branch;
pub use draft::Draft;
/// Makes a struct a tree that can be loaded, with a member of a group for each field; see the derive of
/// [`SaveTree`](derive@crate::SaveTree).
#[cfg(feature = "derive")]
#[doc(inline)]
pub use hdf5_derive::LoadTree;
#[cfg(feature = "derive")]
#[doc = include_str!("tree/derive.md")]
#[doc(inline)]
pub use hdf5_derive::SaveTree;
pub use outline::Outline;
pub use value::Tree;

use crate::data::{FromData, ToData};
use crate::error::{ErrorKind, Result};

/// How deep groups of a tree may be nested, counted from the one that is saved or loaded.
///
/// What is nested deeper is refused with [`ErrorKind::Unsupported`], on both ways: files that nest
/// thousands of groups exist only to exhaust a reader's stack.
pub const MAX_TREE_DEPTH: usize = 128;

/// What can be saved as a dataset, or as a group of such things; see [`Group::save`](crate::Group::save).
///
/// | Rust | in the file |
/// |---|---|
/// | all [`ToData`]: numbers, text, lists, arrays, what has `#[derive(H5Type)]` | a dataset |
/// | `HashMap<String, V>`, `BTreeMap<String, V>` | a group with a member for each key |
/// | a struct with [`#[derive(SaveTree)]`](derive@crate::SaveTree) | a group with a member for each field |
/// | [`Tree`](crate::Tree) | whatever it holds |
///
/// A key is the name of a link, so it must not be empty or `.`, and has no slash and no NUL byte in it:
/// [`ErrorKind::InvalidName`], with the path of the key. `..` is a name like any other. `None` of an
/// `Option` of data is an empty dataset here, as it is everywhere; only a field of a derived struct is left
/// out where it is `None`.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("maps.h5"))?;
/// use std::collections::BTreeMap;
///
/// let layers: BTreeMap<String, BTreeMap<String, Vec<f32>>> = BTreeMap::from([
///     ("dense".to_owned(), BTreeMap::from([("bias".to_owned(), vec![0.5, -0.5])])),
///     ("softmax".to_owned(), BTreeMap::new()),
/// ]);
/// file.save("layers", &layers)?;
/// assert_eq!(file.dataset("layers/dense/bias")?.read::<Vec<f32>>()?, [0.5, -0.5]);
/// assert_eq!(file.load::<BTreeMap<String, BTreeMap<String, Vec<f32>>>>("layers")?, layers);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// For a type of your own that the derive does not suit, say to a [`Draft`] what is to be saved:
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("own.h5"))?;
/// use hdf5::{Draft, SaveTree};
///
/// struct Spectrum {
///     counts: Vec<u32>,
///     width: f64,
/// }
///
/// impl SaveTree for Spectrum {
///     fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> hdf5::Result<()> {
///         draft.dataset_with("counts", &self.counts, |new| new.shuffle().deflate(4))?;
///         draft.attr("width", &self.width)
///     }
/// }
///
/// file.save("spectrum", &Spectrum { counts: vec![3; 100_000], width: 0.25 })?;
/// assert_eq!(file.group("spectrum")?.attrs().get::<f64>("width")?, 0.25);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be saved as a tree",
    note = "trees are data (numbers, text, lists and arrays of them, what has `#[derive(hdf5::H5Type)]`), \
            maps whose keys are `String`, and what has `#[derive(hdf5::SaveTree)]`",
    note = "a list of structs that are trees is a field with `#[hdf5(list)]`"
)]
pub trait SaveTree {
    /// Says what is to be saved. The file is not touched yet, and what is already there is not to be seen.
    ///
    /// # Errors
    ///
    /// Fails if something cannot be stored; then nothing is.
    fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> Result<()>;
}

/// What can be loaded from a dataset, or from a group of such things; see
/// [`Group::load`](crate::Group::load).
///
/// It is the other way of [`SaveTree`], and made by [`#[derive(LoadTree)]`](derive@crate::LoadTree). Soft and
/// external links are followed: where one leads nowhere that is [`ErrorKind::NotFound`], with its path.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("own.h5"))?;
/// use hdf5::{Branch, LoadTree};
///
/// struct Spectrum {
///     counts: Vec<u32>,
///     width: f64,
/// }
///
/// impl LoadTree for Spectrum {
///     fn load_tree(branch: &Branch<'_>) -> hdf5::Result<Self> {
///         Ok(Self {
///             counts: branch.member("counts")?,
///             width: branch.optional_attr("width")?.unwrap_or(1.0),
///         })
///     }
/// }
///
/// file.create_dataset("spectrum/counts", [1, 2, 3])?;
/// let spectrum: Spectrum = file.load("spectrum")?;
/// assert_eq!((&spectrum.counts[..], spectrum.width), (&[1, 2, 3][..], 1.0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be loaded from a tree",
    note = "trees are data (numbers, text, lists and arrays of them, what has `#[derive(hdf5::H5Type)]`), \
            maps whose keys are `String`, and what has `#[derive(hdf5::LoadTree)]`",
    note = "a list of structs that are trees is a field with `#[hdf5(list)]`"
)]
pub trait LoadTree: Sized {
    /// Makes the value of what is there.
    ///
    /// # Errors
    ///
    /// Fails if something is missing, or is not what it should be; with its path.
    fn load_tree(branch: &Branch<'_>) -> Result<Self>;
}

/// A dataset.
#[diagnostic::do_not_recommend]
impl<D: ToData + ?Sized> SaveTree for D {
    fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> Result<()> {
        draft.data(self)
    }
}

/// A dataset.
#[diagnostic::do_not_recommend]
impl<R: FromData> LoadTree for R {
    fn load_tree(branch: &Branch<'_>) -> Result<Self> {
        branch.read()
    }
}

/// The error of what is nested deeper than is allowed.
fn too_deep() -> ErrorKind {
    let what = format!("a tree nested more than {MAX_TREE_DEPTH} levels deep");
    ErrorKind::Unsupported { what: what.into() }
}
