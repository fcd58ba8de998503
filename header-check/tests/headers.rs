//! hdf5-ffi against the headers of the libhdf5 that is linked.
//!
//! The build script reads the headers as text and writes what they declare into two tables. That this
//! file compiles proves that hdf5-ffi has every function, type and constant with the type that C gives it;
//! the test compares values, sizes, offsets and addresses with those of a table that C's compiler filled.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::fmt;
use std::io::Write as _;

#[expect(
    unused_imports,
    non_camel_case_types,
    clippy::type_complexity,
    clippy::undocumented_unsafe_blocks,
    clippy::unnecessary_cast,
    clippy::upper_case_acronyms,
    reason = "generated: each line is a proof by being compiled"
)]
mod generated {
    use super::{Row, Value};
    include!(concat!(env!("OUT_DIR"), "/headers.rs"));

    /// How many names of each kind there are.
    pub(super) const NAMES: &[(&str, usize)] = COUNTS;
    /// Conditions that this build of the library does not meet, and how many functions each hides.
    pub(super) const HIDDEN: &[(&str, usize)] = ABSENT;
    /// How many names the table of exclusions holds back.
    pub(super) const EXCLUDED: usize = LEFT_OUT;

    /// What hdf5-ffi says.
    pub(super) fn rows() -> Vec<Row> {
        let mut rows = Vec::new();
        all(&mut rows);
        rows
    }
}

/// A name, and what Rust or C says of it.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    name: CString,
    value: Value,
}

impl Row {
    fn new(name: &CStr, value: Value) -> Self {
        Self { name: name.to_owned(), value }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Integer(i128),
    Real(f64),
    Text(CString),
}

impl Value {
    fn address(pointer: *const ()) -> Self {
        Self::from(pointer as usize)
    }
}

/// Integers of every size are one kind of value.
macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Value {
            fn from(value: $integer) -> Self {
                Self::Integer(value as i128)
            }
        }
    )*};
}

from_integers!(i8 u8 i16 u16 i32 u32 i64 u64 isize usize bool);

impl From<f32> for Value {
    fn from(value: f32) -> Self {
        Self::Real(value.into())
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Real(value)
    }
}

impl From<&CStr> for Value {
    fn from(value: &CStr) -> Self {
        Self::Text(value.to_owned())
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            Self::Real(value) => value.fmt(f),
            Self::Text(value) => value.to_string_lossy().fmt(f),
        }
    }
}

/// `struct row` of table.c.
#[repr(C)]
struct RowOfC {
    name: *const c_char,
    kind: c_int,
    integer: i64,
    natural: u64,
    real: f64,
    text: *const c_char,
}

unsafe extern "C" {
    fn hdf5_header_check(
        tell: unsafe extern "C" fn(to: *mut c_void, row: *const RowOfC),
        to: *mut c_void,
    );
}

unsafe extern "C" fn listen(to: *mut c_void, row: *const RowOfC) {
    // SAFETY: `to` is the vector that rows_of_c gave, and C keeps the row until this returns.
    let (rows, row) = unsafe { (&mut *to.cast::<Vec<Row>>(), &*row) };
    // SAFETY: a name is a literal of C.
    let name = unsafe { CStr::from_ptr(row.name) };
    let value = match row.kind {
        0 => Value::from(row.integer),
        1 => Value::from(row.natural),
        2 => Value::from(row.real),
        // SAFETY: a row of this kind has a literal of C.
        _ => Value::from(unsafe { CStr::from_ptr(row.text) }),
    };
    rows.push(Row::new(name, value));
}

/// What C says.
fn rows_of_c() -> Vec<Row> {
    let mut rows = Vec::<Row>::new();
    // SAFETY: the caller holds the lock around libhdf5, and the vector outlives the call.
    unsafe { hdf5_header_check(listen, (&raw mut rows).cast()) };
    rows
}

#[test]
fn hdf5_ffi_has_all_that_the_linked_headers_declare_and_it_is_the_same() {
    let _lock = hdf5_ffi::lock();
    let (c, rust) = (rows_of_c(), generated::rows());
    assert_eq!(c.len(), rust.len(), "both tables have a row for each name");
    let different: Vec<_> = c
        .iter()
        .zip(&rust)
        .filter(|(c, rust)| c != rust)
        .map(|(c, rust)| {
            format!("{:?}: C {}, {:?}: Rust {}", c.name, c.value, rust.name, rust.value)
        })
        .collect();

    // Written past the test harness, which would keep it back from a test that passes.
    let mut report = std::io::stdout().lock();
    let version = env!("HDF5_HEADER_CHECK_VERSION");
    writeln!(report, "\nhdf5-ffi has of the headers of HDF5 {version}:").unwrap();
    for (what, count) in generated::NAMES {
        writeln!(report, "{count:>6} of {count} {what}").unwrap();
    }
    let same = rust.len() - different.len();
    writeln!(report, "{same:>6} of {} values, addresses, sizes and offsets", rust.len()).unwrap();
    let excluded = generated::EXCLUDED;
    writeln!(report, "and none of the {excluded} names that exclusions.rs gives a reason for.")
        .unwrap();
    for (condition, count) in generated::HIDDEN {
        writeln!(report, "{count:>6} more functions are declared only if {condition}").unwrap();
    }
    drop(report);
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n"));
}
