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
//! | `opaque_dtype` of `datetime64[us]`, `timedelta64[ms]` | [`DateTime64<Microseconds>`](DateTime64), [`TimeDelta64<Milliseconds>`](TimeDelta64) |
//! | `d.ref`, `f[ref]`, `bool(ref)` | `d.reference()?`, `f.dereference(reference)?`, `!reference.is_null()` |
//! | `d.regionref[2:5]`, `d[regref]` | `d.region_reference(2..5)?`, `d.select_region(regref)?.read()?` |
//! | `ref_dtype`, `regionref_dtype` | [`ObjectReference`], [`RegionReference`] |
//!
//! There is no broadcasting in writes, and lists of indices, copying, renaming and links are not made yet.
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
//! # Types of elements
//!
//! | Rust | in the file | h5py |
//! |---|---|---|
//! | `i8` to `i64`, `u8` to `u64`, `isize`, `usize` | integer | `int8` to `uint64` |
//! | `f32`, `f64` | IEEE 754 float | `float32`, `float64` |
//! | `half::f16`, `half::bf16` (feature `half`) | float of two bytes | `float16`, `float32` |
//! | `Complex<f32>`, `Complex<f64>` (feature `num-complex`) | compound of `r` and `i` | `complex64`, `complex128` |
//! | `bool` | enumeration of `FALSE` and `TRUE` | `bool` |
//! | `char` | unsigned integer of 4 bytes | `uint32` |
//! | `String`, `&str`, `Box<str>`, `Cow<str>` | UTF-8 string of variable length | `str` |
//! | [`FixedAscii<N>`](FixedAscii), [`FixedUtf8<N>`](FixedUtf8) | string of `N` bytes | `bytes` |
//! | [`ByteString`] | string of variable length that claims to be ASCII | `bytes`, attributes `str` |
//! | [`Opaque<N>`](Opaque) | opaque of `N` bytes | `void` |
//! | `#[derive(H5Type)]` | compound, enumeration | structured array, integer |
//! | `()`, `Option` of data | null dataspace | `Empty` |
//!
//! Each is read from, and written into, whatever type it converts to: numbers into all numbers that they
//! fit, text into strings of any kind. A complex number is read from a compound of two numbers `r` and
//! `i`, `re` and `im`, or `real` and `imag`, in either order, from the complex type of HDF5 2.0, and from
//! integers and floats, which are real.
//!
//! ```
//! # #[cfg(all(feature = "half", feature = "num-complex"))] {
//! # let dir = tempfile::tempdir()?;
//! # let path = dir.path().join("types.h5");
//! use half::f16;
//! use hdf5::File;
//! use num_complex::{Complex64, c64};
//!
//! let file = File::create(&path)?;
//! file.create_dataset("weights", [f16::from_f32(0.5), f16::ONE])?;
//! file.create_dataset("spectrum", [c64(0.0, 1.0), c64(2.0, -3.5)])?;
//! file.create_dataset("letters", ['h', 'é'])?;
//!
//! assert_eq!(file.dataset("weights")?.read::<Vec<f64>>()?, [0.5, 1.0]);
//! assert_eq!(file.dataset("spectrum")?.dtype()?.to_string(), "struct {r: f64, i: f64}");
//! let spectrum: Vec<Complex64> = file.dataset("spectrum")?.read()?;
//! assert_eq!(spectrum[1], c64(2.0, -3.5));
//! assert_eq!(file.dataset("letters")?.read::<Vec<char>>()?, ['h', 'é']);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
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
//! | `chrono` | | conversions between chrono's times and [`DateTime64`], [`TimeDelta64`] |
//! | `half` | no | `half::f16` and `half::bf16` as elements |
//! | `num-complex` | no | `Complex<f32>` and `Complex<f64>` as elements, and with `half` `Complex<f16>` |

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
mod reference;
mod select;
mod shape;
mod transfer;
mod types;
mod walk;

pub use attribute::Attributes;
pub use convert::Conversion;
pub use data::{DataMut, FromData, Nested, ToData};
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
pub use raw::h5r::{ObjectReference, RegionReference};
pub use reference::{ReferencedRegion, Region};
pub use select::{AxisSelection, Selection};
pub use shape::{Extent, Length, MAX_RANK, Maximum, PerAxis};
pub use types::{
    Ascii, ByteOrder, ByteString, CharSet, CompoundType, DateTime64, Days, Decode, DynArray,
    Element, ElementMut, Encode, Encoding, EnumMember, EnumType, Field, FixedAscii, FixedString,
    FixedUtf8, FloatType, H5Type, Hours, IntegerType, Microseconds, Milliseconds, Minutes,
    Nanoseconds, NullPad, NullTerm, Opaque, Padding, Reference, ReferenceType, Seconds, SpacePad,
    StringArray, StringLength, StringPadding, StringType, Tag, TimeDelta64, TimeUnit,
    TypeDescriptor, Untagged, Utf8, Value, Weeks,
};
pub use walk::Walk;

/// What the code that `derive(H5Type)` writes calls; it may change with every version.
#[doc(hidden)]
pub mod derived {
    pub use crate::data::{encode_items, encode_one, fits, only, push};
    pub use crate::transfer::Target;
    pub use crate::types::buffer::{Encoded, Encoder};
    pub use crate::types::compound::{
        FieldOf, FieldType, Fields, Struct, StructField, c_dtype, field_of, packed_dtype,
        struct_read_error, struct_read_form, struct_write_error, struct_write_form,
    };
    pub use crate::types::enumeration::{Enum, enum_dtype, enum_form, member_name, no_variant};
}
