//! Every public type may be sent to, and shared with, other threads.

use std::io::Cursor;

use hdf5::swmr::{Follower, NewRows, SwmrBuilder, SwmrDataset, SwmrReader, SwmrWriter};
use hdf5::*;

fn is_send_and_sync<T: Send + Sync>() {}

/// The types that are, with what they are made of where they are generic; checked by the compiler.
macro_rules! types {
    ($($name:ident $(= $full:ty)?,)+) => {
        const TYPES: &[&str] = &[$(stringify!($name)),+];

        #[test]
        fn handles_and_values_are_for_all_threads() {
            $(types!(@ $name $(= $full)?);)+
        }
    };
    (@ $name:ident) => { is_send_and_sync::<$name>() };
    (@ $name:ident = $full:ty) => { is_send_and_sync::<$full>() };
}

types! {
    AllocTime, Ascii, AtomicFile, Attribute, AttributeInfo, AttributeIter, Attributes,
    AutoChunk, AxisSelection, Branch, ByteOrder, ByteString, CharSet, ChunkCache, ChunkInfo,
    ChunkRanges, Chunks, CompoundType, Conversion, CopyOptions, Dataset, DatasetAccess,
    Dataspace, Datatype, Days, Dimension, Draft, Driver, DynArray, Element, ElementMut,
    Ellipsis, EnumMember, EnumType, Error, ErrorKind, Extent, ExternalFile, ExternalMode,
    ExternalTarget, Field, File, FileInfo, FileOptions, FileSettings, FillTime, Filter,
    FloatType, Frame, FreeSection, Group, GroupBuilder, GroupInfo, Hours, Identity, IntegerType,
    Layout, Length, LibVer, Link, LinkAccess, LinkClass, LinkStorage, Links, Locking, Maximum,
    MetadataCache, Microseconds, Milliseconds, Minutes, MissingSource, MultiFiles, Name,
    Nanoseconds, Node, NullPad, NullTerm, ObjectKind, ObjectReference, OpenObjects, Order,
    Outline, PageBuffer, Position, RawChunk, RecoverMode, Recovery, Reference, ReferenceTarget,
    ReferenceType, ReferencedRegion, Region, RegionReference, RepackOptions, Seconds, Selected,
    Selection, SpacePad, SpaceStatus, SpaceStrategy, StdReference, StringArray, StringLength,
    StringPadding, StringType, SwmrBuilder, SwmrReader, SwmrWriter, SzipCoding, Tree,
    TypeDescriptor, Untagged, UserLink, Utf8, Value, VirtualMapping, VirtualSource, VirtualView,
    Walk, WalkEntries, WalkEntry, WalkLinks, Weeks,
    Blocks = Blocks<Vec<f64>>,
    DatasetBuilder = DatasetBuilder<f64>,
    DateTime64 = DateTime64<Seconds>,
    FixedAscii = FixedAscii<4>,
    FixedString = FixedString<4, Utf8>,
    FixedUtf8 = FixedUtf8<4>,
    Follower = Follower<f64>,
    Members = Members<Node>,
    NewRows = NewRows<f64>,
    Opaque = Opaque<4>,
    Rows = Rows<Vec<f64>>,
    StreamError = StreamError<Cursor<Vec<u8>>>,
    StreamFile = StreamFile<Cursor<Vec<u8>>>,
    SwmrDataset = SwmrDataset<f64>,
    TimeDelta64 = TimeDelta64<Seconds>,
}

/// What is public and no type of its own.
const TRAITS: &[&str] = &[
    "CopySource",
    "DataMut",
    "Decode",
    "Encode",
    "Encoding",
    "FixedSize",
    "FromData",
    "H5Type",
    "LoadTree",
    "Nested",
    "Padding",
    "PerAxis",
    "Result",
    "RowsOf",
    "SaveTree",
    "Tag",
    "TimeUnit",
    "ToData",
];

#[test]
fn no_public_type_is_left_out() {
    let sources = [include_str!("../hdf5-rs/src/lib.rs"), include_str!("../hdf5-rs/src/swmr.rs")];
    let mut names = Vec::new();
    for source in sources {
        // What `derive` uses is nobody's to name.
        let source = source.split("pub mod derived").next().unwrap();
        for exports in source.split("\npub use ").skip(1) {
            let exports = exports.split(';').next().unwrap();
            let words = exports.split(|c: char| !c.is_alphanumeric() && c != '_');
            // Modules and functions begin small; constants have no small letter.
            names.extend(words.filter(|word| {
                word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
            }));
        }
    }
    assert!(names.len() > 100);
    for name in names {
        let known = TYPES.contains(&name) || TRAITS.contains(&name);
        assert!(known, "{name} is public: say in this file that it is Send and Sync");
    }
}
