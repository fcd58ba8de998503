//! Files that are opened, used and closed ten thousand times: no identifier is left, and no memory.
//!
//! The tests have a process of their own because they count what all of it has open.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hdf5::{ErrorKind, File, H5Type, StdReference};

/// What a round may do: everything that allocates identifiers or memory, with errors half the way.
#[derive(H5Type, Clone, Debug, PartialEq, Default)]
struct Record {
    number: i32,
    name: String,
    samples: Vec<f64>,
}

/// The tests count what the whole process has.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The identifiers that the process has of files and what is in them, and of datatypes, be they in files or not.
fn open_identifiers() -> (isize, isize) {
    use hdf5_ffi::{H5F_OBJ_ALL, H5F_OBJ_DATATYPE, H5Fget_obj_count};

    let _lock = hdf5_ffi::lock();
    let all_files = H5F_OBJ_ALL.into();
    // SAFETY: no pointers; the lock is held. In the place of a file, `H5F_OBJ_ALL` means all files.
    let count = |kinds| unsafe { H5Fget_obj_count(all_files, kinds) };
    (count(H5F_OBJ_ALL & !H5F_OBJ_DATATYPE), count(H5F_OBJ_DATATYPE))
}

/// The bytes of memory that the process has in use, where the system tells.
fn resident() -> Option<u64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096)
}

/// How many descriptors the process has, where the system tells.
fn descriptors() -> Option<usize> {
    std::fs::read_dir("/proc/self/fd").ok().map(Iterator::count)
}

fn write_and_read(path: &Path) -> hdf5::Result<()> {
    let file = File::create(path)?;
    let group = file.create_group("g")?;
    let x = group.new_dataset::<f64>().shape(0..).chunk(8).shuffle().create("x")?;
    x.append([0.5; 16])?;
    x.attrs().set("units", "K")?;
    let records = vec![Record { name: "long ".repeat(50), samples: vec![1.5; 100], number: 1 }; 4];
    let table = file.create_dataset("table", &records)?;
    file.create_dataset("texts", ["a", "b"])?.attrs().set("list", vec!["c"; 3])?;
    file.create_dataset("reference", x.reference()?)?;
    file.attrs().set("region", x.region_reference(1..3)?)?;
    assert_eq!(table.read::<Vec<Record>>()?, records);
    file.close()?;

    let file = File::open_rw(path)?;
    assert_eq!(file.dataset("g/x")?.select(2..5)?.read::<Vec<f64>>()?, [0.5; 3]);
    assert_eq!(file.dataset("texts")?.read::<Vec<String>>()?, ["a", "b"]);
    assert_eq!(file.dataset("table")?.read::<hdf5::DynArray>()?.len(), 4);
    assert_eq!(file.walk()?.count(), 5);
    file.remove("texts")?;
    // Dropped with handles to what is in it.
    let _kept = (file.dataset("table")?, file.attrs().open("region")?);
    Ok(())
}

/// Calls that fail, each at another point.
fn fail(path: &Path) -> hdf5::Result<()> {
    let file = File::open(path)?;
    let kind = |error: hdf5::Error| error.kind().clone();
    assert!(matches!(kind(file.dataset("g/none").unwrap_err()), ErrorKind::NotFound { .. }));
    assert!(matches!(kind(file.group("g/x").unwrap_err()), ErrorKind::WrongObject { .. }));
    assert_eq!(kind(file.create_group("new").unwrap_err()), ErrorKind::ReadOnly);
    let table = file.dataset("table")?;
    assert!(matches!(kind(table.read::<Vec<i8>>().unwrap_err()), ErrorKind::TypeMismatch { .. }));
    let x = file.dataset("g/x")?;
    assert!(x.select(2..99).and_then(|part| part.read::<Vec<f64>>()).is_err());
    assert!(matches!(kind(x.read::<Vec<i8>>().unwrap_err()), ErrorKind::ValueOutOfRange { .. }));
    assert!(file.attrs().get::<f64>("none").is_err());
    assert_eq!(
        kind(file.dereference(StdReference::default()).unwrap_err()),
        ErrorKind::NullReference
    );
    assert_eq!(kind(File::open(path.with_extension("txt")).unwrap_err()), ErrorKind::NotHdf5);
    assert!(File::create_new(path).is_err());
    Ok(())
}

#[test]
fn ten_thousand_rounds_leave_nothing_behind() {
    let _alone = alone();
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    std::fs::write(dir.file("a.txt"), "no HDF5").unwrap();
    // Types that are allocated once and kept.
    write_and_read(&path).and_then(|()| fail(&path)).unwrap();
    let (open, types) = open_identifiers();
    assert_eq!(open, 0);
    let files = descriptors();
    let mut before = None;
    for round in 0..10_000 {
        // Most rounds open a file, read, fail and close.
        if round % 50 == 0 {
            write_and_read(&path).unwrap();
        }
        if round % 10 == 0 {
            fail(&path).unwrap();
        }
        let file = File::open_rw(&path).unwrap();
        assert_eq!(file.dataset("g/x").unwrap().shape().unwrap(), [16]);
        assert!(file.dataset("none").is_err());
        file.close().unwrap();
        assert_eq!(open_identifiers(), (0, types), "in round {round}");
        if round == 1000 {
            before = resident();
        }
    }
    assert_eq!(descriptors(), files);
    if let Some((before, after)) = before.zip(resident()) {
        assert!(after < before + (8 << 20), "{before} bytes became {after}");
    }
}

#[test]
fn data_of_variable_length_is_given_back() {
    let _alone = alone();
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5")).unwrap();
    let records =
        vec![Record { name: "long ".repeat(1000), samples: vec![1.5; 1000], number: 1 }; 10];
    let table = file.create_dataset("table", &records).unwrap();
    table.attrs().set("texts", vec!["long ".repeat(1000); 10]).unwrap();
    let mut before = None;
    for round in 0..2000 {
        // 130 KB a round: 260 MB in all.
        assert_eq!(table.read::<Vec<Record>>().unwrap().len(), 10);
        let array: hdf5::DynArray = table.attrs().get("texts").unwrap();
        assert_eq!(array.len(), 10);
        // The last string is no number: what has been read before is given back too.
        assert!(table.attrs().get::<Vec<f64>>("texts").is_err());
        if round == 200 {
            before = resident();
        }
    }
    if let Some((before, after)) = before.zip(resident()) {
        assert!(after < before + (32 << 20), "{before} bytes became {after}");
    }
}

/// A chunk may have millions of rows, of which each takes more memory by itself than its elements.
#[test]
fn rows_that_have_been_read_take_no_more_memory_than_their_elements() {
    let _alone = alone();
    let file = File::in_memory().unwrap();
    let many = 16 << 20;
    let x = file.new_dataset::<u8>().shape(many).chunk(many).create("x").unwrap();
    let none = file.new_dataset::<u8>().shape((many, 0)).max_shape((None, None)).chunk((many, 1));
    let none = none.create("none").unwrap();
    let before = resident();
    let mut rows = x.rows::<u8>().unwrap();
    assert_eq!(rows.next().unwrap().unwrap(), 0);
    let mut empty = none.rows::<Vec<u8>>().unwrap();
    assert_eq!(empty.next().unwrap().unwrap(), [0; 0]);
    if let (Some(before), Some(after)) = (before, resident()) {
        // Also what libhdf5 keeps of a chunk.
        let most = 4 * many as u64;
        assert!(after < before + most, "{before} bytes before and {after} after");
    }
    assert_eq!(rows.size_hint().1, Some(many - 1));
}
