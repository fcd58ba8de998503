//! Safe HDF5 for Rust: everything a person does with h5py, typed, with Rust's guarantees.
//!
//! ```
//! # let dir = tempfile::tempdir()?;
//! # let path = dir.path().join("run.h5");
//! use hdf5::File;
//! use ndarray::{Array2, s};
//!
//! let file = File::create(&path)?;
//! let temps = file.new_dataset::<f32>().shape((0.., 64)).deflate(4).create("probe/temps")?;
//! temps.attrs().set("units", "K")?;
//! temps.append(&Array2::<f32>::zeros((1000, 64)))?;
//! file.create_dataset("labels", ["hot", "cold"])?;
//! file.close()?;
//!
//! let file = File::open(&path)?;
//! let hot: Array2<f32> = file.dataset("probe/temps")?.select(s![900.., ..;2])?.read()?;
//! let units: String = file.dataset("probe/temps")?.attrs().get("units")?;
//! for item in file.walk()? {
//!     let (path, node) = item?;
//!     println!("{path}: {node}");
//! }
//! # assert_eq!((hot.shape(), units.as_str()), (&[100, 32][..], "K"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Questions to the file can fail, so they take `?`: `dataset.shape()?[0]`.
//!
//! # Coming from h5py
//!
//! | h5py | hdf5-rs |
//! |---|---|
//! | `h5py.File(p, 'r')`, `'r+'`, `'w'`, `'x'`, `'a'` | `File::open(p)?`, `open_rw`, `create`, `create_new`, `append` |
//! | `f.create_dataset('x', data=a)` | `f.create_dataset("x", &a)?` |
//! | `..., data=a, chunks=(64, 64), compression='gzip'` | `f.new_dataset::<f64>().chunk((64, 64)).deflate(4).create_with("x", &a)?` |
//! | `..., shape=(100,), maxshape=(None,), dtype='f4'` | `f.new_dataset::<f32>().shape(100).max_shape(None).create("x")?` |
//! | `f['a/x'][()]` | `f.dataset("a/x")?.read::<Array2<f64>>()?` |
//! | `f['x'][10:20, ::2]`, `d[0] = row` | `f.dataset("x")?.select(s![10..20, ..;2])?.read()?`, `d.select(0)?.write(&row)?` |
//! | `d.resize(n, axis=0); d[-1] = row` | `d.append(&row)?` |
//! | `d.attrs['units']`, `d.attrs['units'] = 'K'` | `d.attrs().get::<String>("units")?`, `d.attrs().set("units", "K")?` |
//! | `f.create_group('a/b')`, `f.require_group('a')` | `f.create_group("a/b")?`, `f.require_group("a")?` |
//! | `'x' in f`, `list(f)`, `del f['x']` | `f.contains("x")?`, `f.names()?`, `f.remove("x")?` |
//! | `f.visititems(...)` | `f.walk()?` |
//! | structured dtype, `enum_dtype` | `#[derive(H5Type)]` |
//!
//! There is no broadcasting in writes, and lists of indices, copying, renaming, links and references are
//! not made yet.
//!
//! # Where things are
//!
//! - [`File`] opens and creates; it is its root [`Group`]. Groups hold [`Dataset`]s and other groups.
//! - [`Dataset`] reads and writes, whole or by [selection](Dataset::select); [`DatasetBuilder`] makes
//!   one with chunks and filters.
//! - [`Attributes`] are small named values on any object: `obj.attrs()`.
//! - [`Error`] says what was tried, on which object of which file, and why it failed; [`ErrorKind`] is
//!   the reason for programs.
//! - What can be written is [`ToData`], what can be read is [`FromData`]; which Rust types can be
//!   elements is [`H5Type`].
//!
//! # Threads
//!
//! libhdf5 can be called by one thread at a time. Every call of this crate takes the one lock of the
//! process ([`hdf5_ffi::lock`]), so all types can be shared between threads, and an operation sees the
//! file as no other thread can change it in between.
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `vendored` | yes | builds libhdf5 from source with a C compiler; without it the system's is linked |
//! | `zlib` | yes | deflate compression in a vendored libhdf5 |
//! | `derive` | yes | `#[derive(H5Type)]` for structs and enums |
//! | `ndarray` | yes | ndarray's arrays as data, and `s![]` as selections |

#![deny(unsafe_op_in_unsafe_fn)]

mod attribute;
mod convert;
mod data;
mod dataset;
mod datatype;
mod error;
mod file;
mod filter;
mod group;
mod link;
mod name;
mod node;
mod object;
mod plist;
mod raw;
mod select;
mod shape;
mod transfer;
mod types;
mod walk;

pub use attribute::Attributes;
pub use data::{DataMut, Elements, FromData, Nested, ToData};
pub use dataset::{Dataset, DatasetBuilder, Dataspace, FillTime, Layout, Selected};
pub use datatype::Datatype;
pub use error::{Error, ErrorKind, Frame, Result};
pub use file::{File, FileOptions, LibVer, Locking};
pub use filter::Filter;
pub use group::Group;
pub use link::{Link, Links};
pub use name::Name;
pub use node::{Node, ObjectKind};
pub use raw::h5o::Identity;
pub use select::{AxisSelection, Selection};
pub use shape::{Extent, Length, MAX_RANK, Maximum, PerAxis};
pub use types::{
    ByteOrder, CharSet, CompoundType, Decode, Element, ElementMut, Encode, EnumMember, EnumType,
    Field, FloatType, H5Type, IntegerType, ReferenceType, StringLength, StringPadding, StringType,
    TypeDescriptor, Value,
};
pub use walk::Walk;

/// What the code that `derive(H5Type)` writes calls; it may change with every version.
#[doc(hidden)]
pub mod derived {
    pub use crate::data::only;
    pub use crate::types::compound::{
        FieldOf, FieldType, Fields, Struct, StructField, c_dtype, field_of, packed_dtype,
        struct_read_error, struct_read_form, struct_write_error, struct_write_form,
    };
    pub use crate::types::enumeration::{Enum, enum_dtype, enum_form, member_name, no_variant};
}
