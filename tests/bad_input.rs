//! Bad input: a typed error with the path in it, no panic, nothing lost, nothing printed.

use std::fs;
use std::path::{Path, PathBuf};

use hdf5::{Decode, Error, ErrorKind, File, H5Type, Node, ObjectKind, Value};
use ndarray::{Array1, Array2};

/// Every error names the file that it is about.
#[track_caller]
fn names(error: &Error, path: &Path) {
    assert_eq!(error.file_path(), Some(path), "{error:#}");
    assert!(error.to_string().contains(&*path.to_string_lossy()), "{error}");
}

/// All ways to open a file that exists.
const OPENS: [fn(&Path) -> hdf5::Result<File>; 3] =
    [|path| File::open(path), |path| File::open_rw(path), |path| File::append(path)];

fn sample(path: &Path) -> File {
    let file = File::create(path).unwrap();
    file.create_dataset("group/data", [[1, 2, 3], [4, 5, 6]]).unwrap();
    file.create_dataset("text", "words").unwrap();
    file.attrs().set("title", "sample").unwrap();
    file
}

#[test]
fn a_missing_file_or_directory_is_not_found() {
    let dir = judges::scratch();
    let path = dir.file("missing.h5");
    for open in [OPENS[0], OPENS[1]] {
        let error = open(&path).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::NotFound { missing: path.display().to_string() });
        names(&error, &path);
    }
    assert!(!path.exists());
    let path = dir.file("no/such/directory/x.h5");
    let creates: [fn(&Path) -> hdf5::Result<File>; 3] =
        [|path| File::create(path), |path| File::create_new(path), |path| File::append(path)];
    for create in creates {
        let error = create(&path).unwrap_err();
        let missing = dir.file("no").display().to_string();
        assert_eq!(*error.kind(), ErrorKind::NotFound { missing }, "{error:#}");
        names(&error, &path);
    }
}

#[test]
fn a_directory_is_not_a_file() {
    let dir = judges::scratch();
    for open in OPENS {
        let error = open(dir.path()).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Io(std::io::ErrorKind::IsADirectory), "{error:#}");
        names(&error, dir.path());
    }
    let error = File::create(dir.path()).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Io(std::io::ErrorKind::IsADirectory), "{error:#}");
}

#[test]
fn a_path_that_cannot_be_one_is_an_invalid_name() {
    let nul = PathBuf::from("a\0b.h5");
    for open in OPENS {
        assert!(matches!(open(&nul).unwrap_err().kind(), ErrorKind::InvalidName { .. }));
        assert!(matches!(open(Path::new("")).unwrap_err().kind(), ErrorKind::InvalidName { .. }));
    }
}

#[cfg(unix)]
#[test]
fn a_path_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9.h5"));
    let created = File::create(&path);
    // Some file systems take only UTF-8.
    let Ok(file) = created else {
        assert!(matches!(created.unwrap_err().kind(), ErrorKind::Io(_)));
        return;
    };
    file.create_dataset("x", 1).unwrap();
    file.close().unwrap();
    assert_eq!(File::open(&path).unwrap().names().unwrap(), ["x"]);
    h5py.script(
        "import glob\n[name] = glob.glob(os.fsencode(args[0]) + b'/caf*')\nassert list(h5py.File(name)) == ['x']",
        &[dir.path()],
    );
}

/// A file cut anywhere opens or does not; nothing that is read of it is a crash.
#[test]
fn a_file_cut_at_every_64_bytes_is_an_error_or_what_is_left() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("whole.h5");
    for libver in ["earliest", "latest"] {
        h5py.script(
            "
            with h5py.File(args[0], 'w', libver=args[1]) as f:
                f['a/b'] = np.arange(100)
                f.create_dataset('z', data=np.arange(1000), chunks=(100,), compression=1)
                f['words'] = ['one', 'two']
                f.attrs['title'] = 'text'
            ",
            &[&path, Path::new(libver)],
        );
        let whole = fs::read(&path).unwrap();
        let cut = dir.file("cut.h5");
        let mut opened = 0;
        for length in (0..whole.len()).step_by(64) {
            fs::write(&cut, &whole[..length]).unwrap();
            match File::open(&cut) {
                Ok(file) => {
                    opened += 1;
                    read_everything(&file);
                }
                Err(error) => {
                    names(&error, &cut);
                    let expected = [ErrorKind::NotHdf5, ErrorKind::Truncated];
                    assert!(expected.contains(error.kind()), "{length} bytes: {error:#}");
                }
            }
            assert!(fs::read(&cut).unwrap() == whole[..length]);
        }
        assert_eq!(opened, 0, "a file that lacks its end is told by its superblock");
    }
}

/// Reads what there is; errors are expected and nothing else is.
fn read_everything(file: &File) {
    let Ok(walk) = file.walk() else { return };
    for (_, node) in walk.flatten() {
        let _ = node.to_string();
        for name in node.attrs().raw_names().unwrap_or_default() {
            let _ = node.attrs().get::<Value>(name);
        }
        if let Node::Dataset(dataset) = node {
            let _ = dataset.read::<Value>();
        }
    }
}

#[test]
fn single_bytes_that_are_wrong_are_errors_and_no_crash() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("whole.h5");
    h5py.create(
        &path,
        "
        f['a/b'] = np.arange(10)
        f['pair'] = np.array([(1, b'x')], dtype=[('n', 'i4'), ('s', 'S3')])
        f.create_dataset('z', data=np.arange(100), chunks=(50,), compression=1, shuffle=True)
        f.attrs['title'] = 'text'
        ",
    );
    let whole = fs::read(&path).unwrap();
    let damaged = dir.file("damaged.h5");
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        fs::write(&damaged, bytes).unwrap();
        if let Ok(file) = File::open(&damaged) {
            read_everything(&file);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_must_not_be_written_is_opened_for_reading_only() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const PROTECTED: &str = "A_FILE_THAT_MUST_NOT_BE_WRITTEN";
    if let Some(path) = std::env::var_os(PROTECTED) {
        return refuses_to_write(Path::new(&path));
    }
    let dir = judges::scratch();
    let path = dir.file("protected.h5");
    sample(&path).close().unwrap();
    let permit = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    permit(&path, 0o444).unwrap();
    if fs::File::options().write(true).open(&path).is_err() {
        return refuses_to_write(&path);
    }
    // Whoever may do everything may write this file too: somebody else has to try.
    let program = dir.file("test");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    permit(&program, 0o755).unwrap();
    permit(dir.path(), 0o755).unwrap();
    let nobody = 65_534;
    let test = judges::output(
        std::process::Command::new(&program)
            .args(["--exact", "a_file_that_must_not_be_written_is_opened_for_reading_only"])
            .env(PROTECTED, &path)
            .uid(nobody)
            .gid(nobody),
    )
    .unwrap();
    assert!(test.status.success(), "{}", String::from_utf8_lossy(&test.stdout));
    assert!(String::from_utf8_lossy(&test.stdout).contains("1 passed"));
}

#[cfg(unix)]
fn refuses_to_write(path: &Path) {
    let before = fs::read(path).unwrap();
    assert!(File::open(path).is_ok());
    let denied = ErrorKind::Io(std::io::ErrorKind::PermissionDenied);
    for error in [
        File::open_rw(path).unwrap_err(),
        File::append(path).unwrap_err(),
        File::create(path).unwrap_err(),
        File::create(path.with_file_name("new.h5")).unwrap_err(),
    ] {
        assert_eq!(*error.kind(), denied, "{error:#}");
    }
    assert!(fs::read(path).unwrap() == before);
}

/// libhdf5 2.x crashes when a file is closed after one of its datasets failed to (h5py does too).
#[cfg(unix)]
#[test]
fn a_disk_that_is_full_is_an_error_and_no_crash() {
    const LIMITED: &str = "A_DISK_THAT_IS_FULL";
    if std::env::var_os(LIMITED).is_none() {
        // A limit on the size of files is as good as a full disk.
        let limited = "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\"";
        let test = judges::output(
            std::process::Command::new("sh")
                .args(["-c", limited])
                .arg(std::env::current_exe().unwrap())
                .args(["--exact", "a_disk_that_is_full_is_an_error_and_no_crash"])
                .env(LIMITED, "1"),
        )
        .unwrap();
        let printed = String::from_utf8_lossy(&test.stdout);
        assert!(test.status.success() && printed.contains("1 passed"), "{printed}");
        return;
    }
    let dir = judges::scratch();
    let fill = |name: &str| {
        let file = File::create(dir.file(name)).unwrap();
        let rows =
            file.new_dataset::<f64>().shape((0.., 1000)).chunk((10, 1000)).create("x").unwrap();
        for _ in 0..60 {
            rows.append(vec![1.5; 1000]).unwrap();
        }
        (file, rows)
    };
    let full = ErrorKind::Io(std::io::ErrorKind::FileTooLarge);
    let (file, rows) = fill("closed.h5");
    let error = file.close().unwrap_err();
    assert_eq!(*error.kind(), full, "{error}");
    assert_eq!(*rows.read::<Vec<f64>>().unwrap_err().kind(), ErrorKind::Poisoned);
    drop(rows);
    let (file, rows) = fill("flushed.h5");
    assert_eq!(*rows.flush().unwrap_err().kind(), full);
    // From then on nothing more is written, and that is why.
    let error = file.flush().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Poisoned);
    assert!(error.to_string().contains("file too large"), "{error}");
    drop((rows, file));
    let (file, rows) = fill("dropped.h5");
    drop(rows);
    assert_eq!(*file.names().unwrap_err().kind(), ErrorKind::Poisoned);
    let (file, rows) = fill("file first.h5");
    drop(file);
    drop(rows);
}

#[test]
fn nothing_is_changed_in_a_file_that_is_open_for_reading() {
    let dir = judges::scratch();
    let path = dir.file("reading.h5");
    sample(&path).close().unwrap();
    let before = fs::read(&path).unwrap();
    let file = File::open(&path).unwrap();
    assert!(!file.is_writable());
    let data = file.dataset("group/data").unwrap();
    for error in [
        file.create_group("new").unwrap_err(),
        file.create_dataset("new", 1).unwrap_err(),
        file.new_dataset::<f64>().shape(3).create("new").unwrap_err(),
        file.remove("text").unwrap_err(),
        file.attrs().set("title", "other").unwrap_err(),
        file.attrs().remove("title").unwrap_err(),
        data.write([[0; 3]; 2]).unwrap_err(),
        data.select(0).unwrap().write([0; 3]).unwrap_err(),
        data.resize((4, 3)).unwrap_err(),
        data.append([0; 3]).unwrap_err(),
    ] {
        assert_eq!(*error.kind(), ErrorKind::ReadOnly, "{error:#}");
        names(&error, &path);
    }
    file.close().unwrap();
    assert!(fs::read(&path).unwrap() == before);
}

#[test]
fn a_name_that_exists_stays_what_it_is() {
    let dir = judges::scratch();
    let path = dir.file("exists.h5");
    let file = sample(&path);
    for name in ["group", "text", "group/data", "/", "group/", "."] {
        for error in [
            file.create_group(name).unwrap_err(),
            file.create_dataset(name, [0.5]).unwrap_err(),
            file.new_dataset::<u8>().shape((0.., 2)).create(name).unwrap_err(),
        ] {
            assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{name}: {error:#}");
            names(&error, &path);
        }
    }
    assert_eq!(file.dataset("text").unwrap().read::<String>().unwrap(), "words");
    assert_eq!(file.names().unwrap(), ["group", "text"]);
}

#[test]
fn a_name_that_does_not_exist_is_named_as_far_as_it_is_missing() {
    let dir = judges::scratch();
    let path = dir.file("nope.h5");
    let file = sample(&path);
    let missing = |name: &str| {
        let errors = [
            file.dataset(name).unwrap_err(),
            file.group(name).unwrap_err(),
            file.open(name).map(drop).unwrap_err(),
            file.remove(name).unwrap_err(),
        ];
        let mut kinds = errors.map(|error| {
            names(&error, &path);
            match error.kind() {
                ErrorKind::NotFound { missing } => missing.clone(),
                other => panic!("{other:?}"),
            }
        });
        assert!(kinds.windows(2).all(|pair| pair[0] == pair[1]), "{kinds:?}");
        std::mem::take(&mut kinds[0])
    };
    assert_eq!(missing("nope"), "/nope");
    assert_eq!(missing("group/nope"), "/group/nope");
    assert_eq!(missing("no/such/thing"), "/no");
    assert_eq!(missing(".."), "/..");
    let error = file.group("group").unwrap().dataset("deep/er").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/group/deep".into() });
    assert_eq!(error.object_path(), Some("/group/deep/er"));
    assert_eq!(
        error.to_string(),
        format!(
            "cannot open dataset \"/group/deep/er\" in \"{}\": \"/group/deep\" does not exist",
            path.display()
        )
    );
}

#[test]
fn a_path_through_a_dataset_says_that_it_is_one() {
    let dir = judges::scratch();
    let path = dir.file("through.h5");
    let file = sample(&path);
    let expected = ErrorKind::WrongObject {
        path: "/group/data".into(),
        expected: ObjectKind::Group,
        found: ObjectKind::Dataset,
    };
    for error in [
        file.dataset("group/data/x").unwrap_err(),
        file.group("group/data/x/y").unwrap_err(),
        file.create_group("group/data/x").unwrap_err(),
        file.create_dataset("group/data/x", 1).unwrap_err(),
        file.remove("group/data/x").unwrap_err(),
        file.group("group/data").unwrap_err(),
    ] {
        assert_eq!(*error.kind(), expected, "{error:#}");
        names(&error, &path);
    }
    let error = file.dataset("group").unwrap_err();
    assert!(error.to_string().ends_with("\"/group\" is a group, not a dataset"), "{error}");
}

#[test]
fn a_wrong_type_says_both_types() {
    let dir = judges::scratch();
    let path = dir.file("types.h5");
    let file = sample(&path);
    let (text, data) = (file.dataset("text").unwrap(), file.dataset("group/data").unwrap());
    let mismatch = |error: Error, stored: &str, requested: &'static str| {
        names(&error, &path);
        let stored = stored.to_owned();
        assert_eq!(*error.kind(), ErrorKind::TypeMismatch { stored, requested }, "{error:#}");
    };
    mismatch(text.read::<f64>().unwrap_err(), "string (utf-8)", "f64");
    mismatch(text.read::<bool>().unwrap_err(), "string (utf-8)", "bool");
    mismatch(text.write(1.0).unwrap_err(), "string (utf-8)", "f64");
    mismatch(data.read::<Vec<String>>().unwrap_err(), "i32", "String");
    mismatch(data.write([["a"; 3]; 2]).unwrap_err(), "i32", "str");
    mismatch(data.append(["a"; 3]).unwrap_err(), "i32", "str");
    assert_eq!(text.read::<String>().unwrap(), "words");
}

#[test]
fn a_wrong_shape_says_both_shapes_and_writes_nothing() {
    let dir = judges::scratch();
    let path = dir.file("shapes.h5");
    let file = sample(&path);
    let data = file.dataset("group/data").unwrap();
    let shape = |error: Error| {
        names(&error, &path);
        error.kind().clone()
    };
    let mismatch = |expected: &[usize], found: &[usize]| ErrorKind::ShapeMismatch {
        expected: expected.to_vec(),
        found: found.to_vec(),
    };
    assert_eq!(shape(data.write([[0; 2]; 3]).unwrap_err()), mismatch(&[2, 3], &[3, 2]));
    assert_eq!(shape(data.write([0; 6]).unwrap_err()), mismatch(&[2, 3], &[6]));
    assert_eq!(shape(data.write([0; 2]).unwrap_err()), mismatch(&[2, 3], &[2]));
    let told = |error: Error, expected: &str| {
        let told = format!("the shape in the file is {expected}");
        assert!(error.to_string().ends_with(&told), "{error}");
    };
    told(data.write([[0; 2]; 3]).unwrap_err(), "[2, 3], and the caller's is [3, 2]");
    told(data.read::<i32>().unwrap_err(), "[2, 3], and the caller's is []");
    told(data.read_into(&mut [0; 5]).unwrap_err(), "[2, 3], and the caller's is [5]");
    told(data.select((.., 1)).unwrap().write([0; 3]).unwrap_err(), "[2], and the caller's is [3]");
    told(
        data.select(Array2::from_elem((3, 2), true)).unwrap_err(),
        "[2, 3], and the caller's is [3, 2]",
    );
    let row = data.select(1).unwrap();
    assert_eq!(shape(row.write([0; 2]).unwrap_err()), mismatch(&[3], &[2]));
    assert_eq!(shape(row.read_into(&mut [0; 2]).unwrap_err()), mismatch(&[3], &[2]));
    let mut array = Array2::<i32>::zeros((3, 2));
    assert_eq!(shape(data.read_into(&mut array).unwrap_err()), mismatch(&[2, 3], &[3, 2]));
    assert_eq!(shape(data.read::<i32>().unwrap_err()), mismatch(&[2, 3], &[]));
    let rank = ErrorKind::RankMismatch { expected: 2, found: 1 };
    assert_eq!(shape(data.read::<Array1<i32>>().unwrap_err()), rank);
    let out = ErrorKind::OutOfBounds { axis: 1, index: 3, extent: 3 };
    assert_eq!(shape(data.select((0, 3)).unwrap_err()), out);
    assert_eq!(data.read::<Vec<i32>>().unwrap(), [1, 2, 3, 4, 5, 6]);
}

#[test]
fn options_that_contradict_each_other_leave_nothing_behind() {
    let dir = judges::scratch();
    let path = dir.file("options.h5");
    let file = File::create(&path).unwrap();
    let new = || file.new_dataset::<f32>();
    for error in [
        new().shape((4, 4)).chunk((2, 0)).create("x").unwrap_err(),
        new().shape((4, 4)).chunk((2, 5)).create("x").unwrap_err(),
        new().shape((4, 4)).chunk(2).create("x").unwrap_err(),
        new().shape((4, 4)).deflate(10).create("x").unwrap_err(),
        new().shape((4, 4)).max_shape((3, 4)).create("x").unwrap_err(),
        new().shape((4, 4)).max_shape(4).create("x").unwrap_err(),
        new().deflate(1).create("x").unwrap_err(),
        new().chunk(1).create("x").unwrap_err(),
        new().shape(vec![1; 33]).create("x").unwrap_err(),
        new().shape((usize::MAX, usize::MAX)).create("x").unwrap_err(),
        new().shape(3).create("x/").unwrap_err(),
        new().shape(3).create("x/.").unwrap_err(),
        file.create_group("a/.//").unwrap_err(),
        file.require_group("a/.").unwrap_err(),
        new().shape(3).create("").unwrap_err(),
        file.create_dataset("x", ["a\0b"]).unwrap_err(),
        file.create_dataset("a/b/x", vec![vec![1], vec![2, 3]]).unwrap_err(),
        file.create_group("a/b\0c").unwrap_err(),
        file.create_group("").unwrap_err(),
    ] {
        names(&error, &path);
        assert!(!matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
    }
    assert_eq!(file.names().unwrap(), [""; 0]);
}

#[test]
fn a_value_that_cannot_be_is_an_error_and_not_a_value() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("values.h5");
    h5py.create(
        &path,
        "
        f['flags'] = np.array([0, 1, 7, 255], dtype='u1')
        flag = h5py.h5t.enum_create(h5py.h5t.STD_I8LE)
        flag.enum_insert(b'FALSE', 0); flag.enum_insert(b'TRUE', 1)
        space = h5py.h5s.create_simple((3,))
        broken = h5py.h5d.create(f.id, b'broken flags', flag, space)
        broken.write(space, space, np.array([0, 1, 7], dtype='i1'), mtype=flag)
        f.create_dataset('words', data=[b'fine', b'caf\\xe9'], dtype=h5py.string_dtype('ascii'))
        ",
    );
    let file = File::open(&path).unwrap();
    for name in ["flags", "broken flags"] {
        let error = file.dataset(name).unwrap().read::<Vec<bool>>().unwrap_err();
        assert!(error.to_string().contains("7 is not a bool"), "{error}");
        let fine = file.dataset(name).unwrap().select(..2).unwrap();
        assert_eq!(fine.read::<Vec<bool>>().unwrap(), [false, true]);
    }
    let error = file.dataset("words").unwrap().read::<Vec<String>>().unwrap_err();
    assert!(error.to_string().contains("not UTF-8 at byte 3"), "{error}");
    let values: Value = file.dataset("words").unwrap().read().unwrap();
    assert_eq!(values.to_string(), r#"["fine", "caf\xe9"]"#);
}

/// libhdf5 converts in the caller's buffer: where it fails half way, bytes of the file are left there.
#[test]
fn a_read_that_fails_half_way_frees_nothing_that_is_not_its_own() {
    #[derive(H5Type, Clone)]
    struct Stored {
        text: String,
        n: i32,
    }
    #[derive(H5Type, Debug)]
    struct Narrow {
        text: String,
        n: i8,
    }
    #[derive(H5Type, Debug)]
    struct Wide {
        n: u64,
        text: String,
    }
    let dir = judges::scratch();
    let options = File::options().chunk_cache(hdf5::ChunkCache { slots: 0, bytes: 0, w0: 0.0 });
    let file = options.create(dir.file("half.h5")).unwrap();
    let mut values = vec![Stored { text: "some text".to_owned(), n: 1 }; 10];
    values[5].n = -300;
    for chunked in [false, true] {
        let builder = file.new_dataset::<Stored>().shape(10);
        let builder = if chunked { builder.chunk(10) } else { builder };
        let dataset = builder.create(format!("{chunked}")).unwrap();
        dataset.write(&values).unwrap();
        for _ in 0..3 {
            let narrow = dataset.read::<Vec<Narrow>>().unwrap_err();
            assert!(matches!(*narrow.kind(), ErrorKind::ValueOutOfRange { .. }), "{narrow:#}");
            let wide = dataset.read::<Vec<Wide>>().unwrap_err();
            assert!(matches!(*wide.kind(), ErrorKind::ValueOutOfRange { .. }), "{wide:#}");
        }
        let read: Vec<Stored> = dataset.read().unwrap();
        assert!(read.iter().all(|value| value.text == "some text"));
    }
}

#[test]
fn a_heap_that_is_damaged_is_an_error() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("heap.h5");
    h5py.create(&path, "f['x'] = np.array(['one', 'two', 'three', 'four'], dtype=object)");
    let whole = fs::read(&path).unwrap();
    // Each element is a length, the address of a heap, and an index in it.
    let lengths = [3_u32, 3, 5, 4].map(u32::to_le_bytes);
    let starts_here = |at: usize| {
        lengths.iter().enumerate().all(|(n, length)| whole[at + 16 * n..].starts_with(length))
    };
    let start = (0..whole.len() - 64).find(|&at| starts_here(at)).unwrap();
    for n in 0..4 {
        let mut damaged = whole.clone();
        damaged[start + 16 * n + 12] = 0x77;
        fs::write(&path, damaged).unwrap();
        let file = File::open(&path).unwrap();
        let strings = file.dataset("x").unwrap().read::<Vec<String>>();
        if cfg!(hdf5_ge_1_14) {
            assert!(strings.is_err());
            assert!(file.dataset("x").unwrap().read::<Value>().is_err());
        } else {
            // libhdf5 1.10 does not notice, and takes what is not there from a buffer of its own.
            let strings = strings.unwrap();
            for (at, text) in ["one", "two", "three", "four"].iter().enumerate() {
                assert!(at == n || strings[at] == *text, "{strings:?}");
            }
        }
    }
}

/// A type whose size libhdf5 takes for "of variable length", with a length that is no pointer.
#[test]
fn a_type_that_libhdf5_sees_otherwise_is_refused() {
    use hdf5::{CharSet, CompoundType, StringLength, StringPadding, StringType, TypeDescriptor};
    let dir = judges::scratch();
    let file = File::create(dir.file("types.h5")).unwrap();
    let (charset, padding) = (CharSet::Utf8, StringPadding::NullPadded);
    let length = StringLength::Fixed(usize::MAX);
    let string = TypeDescriptor::String(StringType { length, charset, padding });
    let field = ("s".into(), string.clone());
    let compound =
        TypeDescriptor::Compound(CompoundType { size: 8, ..CompoundType::packed([field]) });
    for dtype in [string, compound] {
        let made = file.new_dataset::<String>().dtype(dtype).shape(1).create("x");
        assert!(made.is_err());
    }
    assert!(file.is_empty().unwrap());
}

#[test]
fn a_decoder_may_wait_for_a_thread_that_uses_hdf5() {
    struct Patient;
    impl Decode for Patient {
        fn read_form(stored: &hdf5::TypeDescriptor) -> Option<hdf5::TypeDescriptor> {
            i32::read_form(stored)
        }
        fn decode(_: hdf5::Element<'_>) -> hdf5::Result<Self> {
            std::thread::spawn(|| drop(hdf5_ffi::lock())).join().unwrap();
            Ok(Self)
        }
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("patient.h5")).unwrap();
    let dataset = file.create_dataset("x", [1, 2]).unwrap();
    file.attrs().set("x", [1, 2]).unwrap();
    assert_eq!(dataset.read::<Vec<Patient>>().unwrap().len(), 2);
    assert_eq!(file.attrs().get::<Vec<Patient>>("x").unwrap().len(), 2);
}

#[test]
fn a_dataset_that_claims_to_be_huge_is_an_error() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("huge.h5");
    h5py.create(
        &path,
        "
        f.create_dataset('huge', (2**62,), dtype='u1', chunks=(1024,))
        f.create_dataset('overflowing', (2**32, 2**31), dtype='f8', chunks=(1024, 1))
        f.create_dataset('long and empty', (2**40, 0), dtype='f8', maxshape=(None, None), chunks=(1024, 1))
        ",
    );
    let file = File::open(&path).unwrap();
    let empty: Value = file.dataset("long and empty").unwrap().read().unwrap();
    assert_eq!(empty, Value::Sequence(Vec::new()));
    for name in ["huge", "overflowing"] {
        let dataset = file.dataset(name).unwrap();
        let error = dataset.read::<Vec<f64>>().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::OutOfMemory { .. }), "{error:#}");
        names(&error, &path);
        assert_eq!(dataset.select(s(&dataset)).unwrap().read::<Vec<f64>>().unwrap(), [0.0; 10]);
    }
    /// Ten elements, whatever the rank.
    fn s(dataset: &hdf5::Dataset) -> hdf5::Selection {
        if dataset.shape().unwrap().len() == 1 { (..10).into() } else { (..10, 0).into() }
    }
}

#[test]
fn a_filter_that_is_missing_is_named() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("filter.h5");
    h5py.create(&path, "f.create_dataset('x', data=np.zeros(1000), compression='lzf')");
    let file = File::open(&path).unwrap();
    let error = file.dataset("x").unwrap().read::<Vec<f64>>().unwrap_err();
    let expected = ErrorKind::FilterMissing { id: 32000, name: "lzf".into() };
    assert_eq!(*error.kind(), expected, "{error:#}");
    names(&error, &path);
}

/// Run in a process of its own: whatever libhdf5 printed would be on its standard error.
#[test]
fn failing_calls_print_nothing() {
    if std::env::var_os("PRINTS_NOTHING").is_some() {
        let dir = judges::scratch();
        let path = dir.file("quiet.h5");
        let file = sample(&path);
        let failures = [
            File::open(dir.file("nope.h5")).is_err(),
            file.dataset("nope").is_err(),
            file.create_group("text/x").is_err(),
            file.attrs().get::<i32>("title").is_err(),
            file.dataset("text").and_then(|text| text.read::<f64>()).is_err(),
            std::thread::scope(|scope| {
                scope.spawn(|| file.group("nope").is_err()).join().unwrap_or(false)
            }),
        ];
        assert_eq!(failures, [true; 6]);
        return;
    }
    let test = judges::output(
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "failing_calls_print_nothing", "--nocapture"])
            .env("PRINTS_NOTHING", "1"),
    )
    .unwrap();
    assert!(test.status.success(), "{}", String::from_utf8_lossy(&test.stdout));
    assert_eq!(String::from_utf8_lossy(&test.stderr), "");
}
