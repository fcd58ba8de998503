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
//! | `h5py.File.in_memory()`, `in_memory(image)`, `f.id.get_file_image()` | `File::in_memory()?`, `File::from_bytes(&image)?`, `f.to_bytes()?` |
//! | `h5py.File(io.BytesIO(image))`, any file object | `File::open_stream(Cursor::new(image))?`, `open_rw_stream`, `create_stream`; see [`StreamFile`] |
//! | `h5py.is_hdf5(p)` | `File::is_hdf5(p)?` |
//! | `driver='core'`, `'family'`, `'split'`, `'stdio'`, `'direct'` | `File::options().driver(Driver::Family { member_size: n }).open("run-%d.h5")?`; see [`Driver`] |
//! | `libver='v110'`, `locking=False` | `File::options().libver(LibVer::V110, LibVer::Latest).locking(Locking::Off)` |
//! | `userblock_size=512`, `f.userblock_size` | `File::options().userblock(512)`, `f.userblock_size()?`, `f.write_userblock(0, b"#!")?` |
//! | `fs_strategy='page', fs_page_size=n`, `page_buf_size=m` | `File::options().space_strategy(SpaceStrategy::Page).page_size(n).page_buffer(m, 0, 0)` |
//! | `f.driver`, `f.libver`, `f.meta_block_size` | `f.settings()?`; see [`FileSettings`] |
//! | `f.flush()`, `f.close()` | `f.flush()?`, `f.sync_all()?`, `f.close()?`; see [`durability`] |
//! | `f.swmr_mode = True`, `h5py.File(p, 'r', swmr=True)` | `File::create_swmr(p)?`, `f.start_swmr()?`, `SwmrReader::open(p)?`; see [`swmr`] |
//! | `h5clear -s` | [`recover`]`(p, &RecoverMode::default())?`, which loses nothing |
//! | `f.id.get_freespace()`, `h5py.h5f.get_obj_count(f.id)` | `f.free_space()?`, `f.open_objects()?` |
//! | `h5repack p q`, `h5repack -f GZIP=6 p q` | [`repack`]`(p, q)?`, [`RepackOptions::storage`] |
//! | `f.create_dataset('x', data=a)` | `f.create_dataset("x", &a)?` |
//! | `..., data=a, chunks=(64, 64), compression='gzip'` | `f.new_dataset::<f64>().chunk((64, 64)).deflate(4).create_with("x", &a)?` |
//! | `..., shape=(100,), maxshape=(None,), dtype='f4'` | `f.new_dataset::<f32>().shape(100).max_shape(None).create("x")?` |
//! | `..., chunks=True`, `compression='szip'`, `compression=32015` | `.auto_chunk(AutoChunk::H5py)`, `.compression("szip")`, `.filter(32015, &[3])` |
//! | `..., fillvalue=v`, `fill_time='never'`, `external=[('a', 0, 8)]` | `.fill_value(v)`, `.fill_time(FillTime::Never)`, `.external([ExternalFile::new("a", 0, Some(8))])` |
//! | `..., rdcc_nbytes=n`, `efile_prefix=p` | `.access(&DatasetAccess::new().chunk_cache(..).external_prefix(p))`, also for [`dataset_with`](Group::dataset_with) |
//! | `f.require_dataset('x', (5,), 'f4')`, `exact=True` | `f.require_dataset::<f32>("x", 5)?`, `f.new_dataset::<f32>().shape(5).require_exact("x")?` |
//! | `f.create_dataset_like('y', d, chunks=(9,))` | `f.new_dataset_like::<f32>(&d)?.chunk(9).create("y")?` |
//! | `d = f.create_dataset(None, ...)`, `f['x'] = d` | `let d = f.new_dataset::<f32>()...create_anonymous()?`, `f.link("x", &d)?` |
//! | `del f['x']; f['x'] = a` | `f.new_dataset::<f64>().replace_with("x", &a)?` |
//! | `f['t'] = np.dtype('f4')`, `dtype=f['t']` | `let t = f.commit_datatype("t", &f32::dtype())?`, `.committed_type(&t)` |
//! | `d.chunks`, `d.compression`, `d.fillvalue`, `d.external` | `d.chunk()?`, `d.filters()?`, `d.fill_value::<f32>()?`, `d.external_files()?` |
//! | `f['a/x'][()]` | `f.dataset("a/x")?.read::<Array2<f64>>()?` |
//! | `f['x'][10:20, ::2]`, `d[0] = row` | `f.dataset("x")?.select(s![10..20, ..;2])?.read()?`, `d.select(0)?.write(&row)?` |
//! | `d[[1, 5]]`, `d[mask]`, `d[..., 0]` | `d.select([1, 5])?`, `d.select(&mask)?`, `d.select((Ellipsis, 0))?`; see [`Selection`] |
//! | `d[...] = 0`, `d[:] = row` | `d.write(0)?`, `d.write(&row)?`: shapes are stretched as by numpy |
//! | `d.resize(n, axis=0); d[-1] = row` | `d.append(&row)?` |
//! | `d.resize(n, axis=0)`, `d.refresh()` | `d.resize_axis(0, n)?`, `d.refresh()?` |
//! | `for row in d`, `d.iter_chunks()` | `d.rows::<Vec<f64>>()?`, also `d.blocks()`, `d.iter_chunks()?` |
//! | `d.id.get_chunk_info(i)`, `d.id.get_num_chunks()` | `d.chunks()?.iter()?`, `info(i)`, `info_at((0, 64))`, `count()` |
//! | `d.id.read_direct_chunk(at)`, `write_direct_chunk` | `d.chunks()?.read_raw(at)?`, `write_raw(at, mask, &bytes)?` |
//! | `d2[...] = d1[...]` | `d1.copy_values_to(&d2)?`, in parts |
//! | `d.attrs['units']`, `d.attrs['units'] = 'K'` | `d.attrs().get::<String>("units")?`, `d.attrs().set("units", "K")?` |
//! | `f.create_group('a/b')`, `f.require_group('a')` | `f.create_group("a/b")?`, `f.require_group("a")?` |
//! | `'x' in f`, `list(f)`, `del f['x']` | `f.contains("x")?`, `f.names()?`, `f.remove("x")?` |
//! | `f.create_group('g', track_order=True)`, `create_group(None)` | `f.new_group().track_order(true).create("g")?`, `.create_anonymous()?` |
//! | `h5py.File(p, 'w', track_order=True)` | `File::options().track_order(true).create(p)?` |
//! | `f.items()`, `reversed(f)`, `f.clear()` | `f.nodes()?`, `f.links()?.rev()`, `f.clear()?` |
//! | `f.visititems(...)`, `f.visititems_links(...)` | `f.walk()?`, `f.walk_links()?` |
//! | `f['s'] = h5py.SoftLink(p)`, `f['e'] = h5py.ExternalLink(file, p)` | `f.link_soft("s", p)?`, `f.link_external("e", file, p)?` |
//! | `f.get('s', getlink=True)` | `f.read_link("s")?` |
//! | `f.get('e', elink_mode='r')` | `f.open_with("e", &LinkAccess::new().external_mode(ExternalMode::ReadOnly))?` |
//! | `f.move('a', 'b')` | `f.rename("a", "b")?` |
//! | `f.copy('a', 'b')`, `f.copy('a', g, expand_soft=True)` | `f.copy("a", "b")?`, `g.copy_with(f.open("a")?, "a", &CopyOptions::new().expand_soft(true))?` |
//! | `d.attrs.modify('k', v)`, `attrs.items()`, `len(attrs)` | `d.attrs().modify("k", v)?`, `attrs().iter()?`, `attrs().len()?` |
//! | `d.attrs.get_id('k')` | `d.attrs().open("k")?` |
//! | `x.make_scale('x')`, `d.dims[0].attach_scale(x)`, `d.dims[0].label = 'km'` | `x.make_scale("x")?`, `d.dim(0)?.attach_scale(&x)?`, `d.dim(0)?.set_label("km")?` |
//! | `VirtualLayout`, `VirtualSource`, `create_virtual_dataset` | `f.new_dataset::<f64>().shape(n).virtual_source(selection, VirtualSource::new(file, "x", n))` |
//! | `d.is_virtual`, `d.virtual_sources()` | `d.layout()? == Layout::Virtual`, `d.virtual_sources()?` |
//! | one's own recursion over `dict`s | `f.save("run", &map)?`, `f.load::<HashMap<String, f64>>("run")?`; see [`SaveTree`] |
//! | `f.visititems(print)` | `println!("{:#}", f.outline())` |
//! | structured dtype, `enum_dtype` | `#[derive(H5Type)]` |
//! | `opaque_dtype` of `datetime64[us]`, `timedelta64[ms]` | [`DateTime64<Microseconds>`](DateTime64), [`TimeDelta64<Milliseconds>`](TimeDelta64) |
//! | `d.ref`, `f[ref]`, `bool(ref)` | `d.reference()?`, `f.dereference(reference)?`, `!reference.is_null()` |
//! | `d.regionref[2:5]`, `d[regref]` | `d.region_reference(2..5)?`, `d.select_region(regref)?.read()?` |
//! | `ref_dtype`, `regionref_dtype` | [`ObjectReference`], [`RegionReference`] |
//!
//! # Where things are
//!
//! - [`File`] opens and creates; it is its root [`Group`]. Groups hold [`Dataset`]s and other groups.
//! - [`FileOptions`] say how: in which format, by which [`Driver`], locked or not. [`swmr`] is for files that are
//!   read while they are written, and [`durability`] tells what survives a crash.
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
//! | Rust | in the file | what h5py sees |
//! |---|---|---|
//! | `i8` to `i64`, `u8` to `u64`, `isize`, `usize` | `H5T_INTEGER` of that size, in this machine's order | `int8` to `uint64` |
//! | `f32`, `f64` | `H5T_FLOAT`, IEEE 754 | `float32`, `float64` |
//! | `half::f16` (feature `half`) | `H5T_FLOAT` of 2 bytes, IEEE 754 | `float16` |
//! | `half::bf16` (feature `half`) | `H5T_FLOAT` of 2 bytes, 8 of exponent | `float32` |
//! | `Complex<f32>`, `Complex<f64>` (feature `num-complex`) | `H5T_COMPOUND` of `r` and `i` | `complex64`, `complex128` |
//! | `bool` | `H5T_ENUM` of `FALSE` = 0 and `TRUE` = 1 over `i8` | `bool` |
//! | `char` | `H5T_INTEGER`, unsigned, 4 bytes | `uint32` |
//! | `String`, `&str`, `Box<str>`, `Cow<str>` | `H5T_STRING` of variable length, UTF-8 | `object` of `bytes`, `str` by `asstr()`; attributes `str` |
//! | [`FixedAscii<N>`](FixedAscii) | `H5T_STRING` of `N` bytes, ASCII, filled up with NUL | `S<N>` |
//! | [`FixedUtf8<N>`](FixedUtf8) | the same in UTF-8 | `S<N>`, `str` by `asstr()` |
//! | [`ByteString`] | `H5T_STRING` of variable length, ASCII | `object` of `bytes`; attributes `str` |
//! | [`Opaque<N>`](Opaque) | `H5T_OPAQUE` of `N` bytes, with or without a tag | `V<N>` |
//! | [`DateTime64<U>`](DateTime64), [`TimeDelta64<U>`](TimeDelta64) | `H5T_OPAQUE` of 8 bytes, tag `NUMPY:<M8[us]` | `datetime64`, `timedelta64` |
//! | `[T; N]` in a list or struct | `H5T_ARRAY` as a field, an axis of the data elsewhere | subarray, axis |
//! | `Vec<T>` as the type of elements | `H5T_VLEN` | `object` of arrays |
//! | `struct` with `#[derive(H5Type)]` | `H5T_COMPOUND`, packed | structured array |
//! | `enum` with `#[derive(H5Type)]` | `H5T_ENUM` over its integer | integers, `check_enum_dtype` |
//! | [`ObjectReference`], [`RegionReference`] | `H5T_REFERENCE` | `h5py.Reference`, `h5py.RegionReference` |
//! | [`StdReference`] | `H5T_STD_REF`, since HDF5 1.12 | cannot read it |
//! | `()`, `None` of `Option` of data | null dataspace | `h5py.Empty` |
//! | [`Value`], [`DynArray`] | whatever it is | whatever it is |
//!
//! Each is read from, and written into, whatever type it converts to: numbers into all numbers that they
//! fit, text into strings of any kind. A complex number is read from a compound of two numbers `r` and
//! `i`, `re` and `im`, or `real` and `imag`, in either order, from the complex type of HDF5 2.0, and, as a
//! field of a struct, from a number that is real. A type of your own is made an element by
//! `#[derive(H5Type)]`, or by hand: see [`impl_h5type`].
//!
//! # What does not fit
//!
//! A value that its new type cannot hold is an error, and nothing is written. Who wants another thing says
//! so, of a dataset or a part of one:
//!
//! | | by default | otherwise |
//! |---|---|---|
//! | a number too large, or with a fraction | [`ErrorKind::ValueOutOfRange`] | the nearest that fits: [`clip()`](Dataset::clip) |
//! | a text longer than a string of `N` bytes | [`ErrorKind::InvalidValue`] | cut between characters: [`truncate()`](Dataset::truncate) |
//! | a string that is not UTF-8 | [`ErrorKind::InvalidValue`] | U+FFFD for what is not: [`lossy()`](Dataset::lossy); all bytes: [`ByteString`] |
//! | a source of a virtual dataset that is missing | the fill value | an error: [`require_sources()`](Dataset::require_sources) |
//!
//! ```
//! # let dir = tempfile::tempdir()?;
//! # let file = hdf5::File::create(dir.path().join("options.h5"))?;
//! let wide = file.create_dataset("wide", [-1, 255, 300])?;
//! assert!(wide.read::<Vec<u8>>().is_err());
//! assert_eq!(wide.clip().read::<Vec<u8>>()?, [0, 255, 255]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Lists: axes or elements
//!
//! Lists in lists are axes of the data, which must be of equal lengths: `vec![vec![1, 2], vec![3, 4]]` has
//! the shape `[2, 2]`. Lists of different lengths are elements of variable length, and that is said when the
//! dataset is made: `file.new_dataset::<Vec<i32>>()`. In a struct, `[T; N]` and `Vec<T>` are always parts of
//! the element. Read, a `Vec<T>` has all elements in C order whatever the shape; ndarray's arrays keep it.
//!
//! # Types that are only known at run time
//!
//! [`DynArray`] is all data of a dataset or attribute, with type and shape, as it is stored: to copy it, to
//! look at some of its elements, or to turn it [`to`](DynArray::to) typed data later. [`Value`] is one
//! element, a tree to match on and to build by hand. With the feature `serde` both are natural JSON:
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! # let dir = tempfile::tempdir()?;
//! # let file = hdf5::File::create(dir.path().join("json.h5"))?;
//! use hdf5::{DynArray, Value};
//!
//! let run: Value = serde_json::from_str(r#"{"name": "first", "gains": [0.5, 2.0]}"#)?;
//! file.create_dataset("run", &run)?;
//! let run: DynArray = file.dataset("run")?.read()?;
//! assert_eq!(serde_json::to_string(&run)?, r#"{"name":"first","gains":[0.5,2.0]}"#);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Halves, complex numbers and characters
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
//! | `chrono` | no | conversions between chrono's times and [`DateTime64`], [`TimeDelta64`] |
//! | `half` | no | `half::f16` and `half::bf16` as elements |
//! | `num-complex` | no | `Complex<f32>` and `Complex<f64>` as elements, and with `half` `Complex<f16>` |
//! | `serde` | no | [`Value`], [`DynArray`], [`Name`], strings and [`TypeDescriptor`] as JSON and the like |

#![deny(unsafe_op_in_unsafe_fn)]

mod attribute;
mod convert;
mod copy;
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
mod order;
mod plist;
mod raw;
mod reference;
mod repack;
mod select;
mod shape;
pub mod swmr;
mod transfer;
mod tree;
mod types;

pub use attribute::{Attribute, AttributeInfo, AttributeIter, Attributes};
pub use convert::Conversion;
pub use copy::{CopyOptions, CopySource};
pub use data::{DataMut, FromData, Nested, ToData};
pub use dataset::{
    AllocTime, AutoChunk, Blocks, ChunkCache, ChunkInfo, ChunkRanges, Chunks, Dataset,
    DatasetAccess, DatasetBuilder, Dataspace, Dimension, ExternalFile, FillTime, Layout,
    MissingSource, RawChunk, Rows, Selected, SpaceStatus, SzipCoding, VirtualMapping,
    VirtualSource, VirtualView,
};
pub use datatype::Datatype;
pub use error::{Error, ErrorKind, Frame, Result};
pub use file::{
    AtomicFile, Driver, File, FileInfo, FileOptions, FileSettings, FreeSection, LibVer, Locking,
    MetadataCache, MultiFiles, OpenObjects, PageBuffer, RecoverMode, Recovery, SpaceStrategy,
    StreamError, StreamFile, recover,
};
pub use filter::Filter;
pub use group::{
    Group, GroupBuilder, GroupInfo, LinkStorage, Links, Members, Walk, WalkEntries, WalkEntry,
    WalkLinks,
};
pub use link::{ExternalMode, ExternalTarget, Link, LinkAccess, LinkClass, UserLink};
pub use name::Name;
pub use node::{Node, ObjectKind};
pub use order::Order;
pub use raw::h5o::Identity;
pub use raw::h5r::{ObjectReference, ReferenceTarget, RegionReference, StdReference};
pub use reference::{ReferencedRegion, Region};
pub use repack::{RepackOptions, repack};
pub use select::{AxisSelection, Ellipsis, Position, Selection};
pub use shape::{Extent, Length, MAX_RANK, Maximum, PerAxis};
pub use tree::{Branch, Draft, LoadTree, MAX_TREE_DEPTH, Outline, SaveTree, Tree};
pub use types::{
    Ascii, ByteOrder, ByteString, CharSet, CompoundType, DateTime64, Days, Decode, DynArray,
    Element, ElementMut, Encode, Encoding, EnumMember, EnumType, Field, FixedAscii, FixedSize,
    FixedString, FixedUtf8, FloatType, H5Type, Hours, IntegerType, Microseconds, Milliseconds,
    Minutes, Nanoseconds, NullPad, NullTerm, Opaque, Padding, Reference, ReferenceType, Seconds,
    SpacePad, StringArray, StringLength, StringPadding, StringType, Tag, TimeDelta64, TimeUnit,
    TypeDescriptor, Untagged, Utf8, Value, Weeks,
};

#[doc = include_str!("durability.md")]
pub mod durability {}

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
