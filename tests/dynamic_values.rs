//! Values whose type is only known at run time: read from anything, and written back without loss.

use hdf5::{DynArray, Encode, Error, ErrorKind, File, H5Type, TypeDescriptor, Value};
use ndarray::{Array2, arr2};

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

fn is_invalid<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match kind(result) {
        ErrorKind::InvalidValue { reason } => reason,
        other => panic!("{other:?}"),
    }
}

/// A dataset and an attribute of each type that h5py can write, most of them nested.
const EVERYTHING: &str = "
def low(name, tid, values, memory=None):
    space = h5py.h5s.create_simple((len(values),))
    d = h5py.h5d.create(f.id, name.encode(), tid, space)
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, values, memory or h5py.h5t.py_create(values.dtype))
for code in '<i1 >i2 <i4 >i8 |u1 >u2 <u4 <u8 <f2 >f4 <f8 >f8 <c8 >c16'.split():
    f['number ' + code] = np.array([[0, 1, 2], [3, 4, 100]], code)
f['long double'] = np.array([0.5, -3], np.longdouble)
f['special'] = np.array([np.nan, np.inf, -np.inf, -0.0])
odd = h5py.h5t.STD_I32BE.copy()
odd.set_size(3)
low('3 bytes', odd, np.array([-5, 70000], 'i4'))
low('bits', h5py.h5t.STD_B16BE, np.array([1, 0xABCD], 'u2'), h5py.h5t.NATIVE_B16)
f['bool'] = np.array([True, False])
enum = h5py.enum_dtype({'A': 1, 'B': 2, 'big': 300}, '>i2')
f.create_dataset('enum', data=np.array([1, 300, 7], '>i2'), dtype=enum)
f['text'] = 'süd'
f.create_dataset('texts', data=[['a', ''], ['b', 'ünï']], dtype=h5py.string_dtype())
f.create_dataset('ascii', data=['a', 'b'], dtype=h5py.string_dtype('ascii'))
f['fixed'] = np.array([b'abc', b'', b'a'], 'S5')
f.create_dataset('fixed utf-8', data=['ä'.encode()], dtype=h5py.string_dtype('utf-8', 4))
f['opaque'] = np.array([b'ab\\x00', b'\\xff\\x00\\x01'], 'V3')
times = np.array(['2020-01-01T00:00:01', 'NaT'], 'M8[us]')
f.create_dataset('time', data=times.astype(h5py.opaque_dtype(times.dtype)))
refs = f.create_dataset('refs', (3,), h5py.ref_dtype)
refs[0], refs[1] = f.ref, f['text'].ref
regions = f.create_dataset('regions', (2,), h5py.regionref_dtype)
regions[0] = f['bool'].regionref[1:]
array = f.create_dataset('array', (2,), np.dtype(('>i4', (2, 3))))
array[...] = np.arange(12).reshape(2, 2, 3)
ragged = f.create_dataset('ragged', (2, 2), h5py.vlen_dtype('>f4'))
ragged[0, 1] = np.array([0.5, 1.5], '>f4')
lists = f.create_dataset('vlen texts', (3,), h5py.vlen_dtype(h5py.string_dtype()))
lists[0] = np.array(['x', 'ü'], object)
nested = f.create_dataset('nested', (3,), h5py.vlen_dtype(h5py.vlen_dtype('u2')))
inner = np.empty(2, object)
inner[0], inner[1] = np.array([1, 2], 'u2'), np.array([], 'u2')
nested[1] = inner
point = np.dtype([('x', '>f4'), ('ok', bool), ('id', 'u1')])
record = np.dtype([
    ('pad', 'i1'), ('name', h5py.string_dtype()), ('at', point), ('grid', 'i2', (2, 2)), ('z', 'c8'),
    ('kind', enum), ('code', 'S3'), ('raw', 'V2'), ('hits', h5py.vlen_dtype('f8')),
    ('link', h5py.ref_dtype), ('points', point, (2,)),
])
records = np.zeros(2, record)
records[0] = (
    -1, 'n', (0.5, True, 3), [[1, 2], [3, 4]], 1 - 2j, 300, b'abc', b'\\x01\\x02', np.array([1.5, 2]),
    f.ref, [(1, False, 4), (2, True, 5)],
)
records['name'][1], records['hits'][1], records['link'][1] = '', np.array([]), h5py.Reference()
f['records'] = records
tracks = f.create_dataset('tracks', (2,), h5py.vlen_dtype(np.dtype([('x', 'f8'), ('n', 'i2')])))
tracks[0] = np.array([(0.5, 1), (1.5, 2)], [('x', 'f8'), ('n', 'i2')])
f['scalar'] = 42
f['empty'] = h5py.Empty('>f4')
f['no rows'] = np.zeros((0, 3), 'i2')
f['no columns'] = np.zeros((3, 0), record['at'])
f['type'] = np.dtype([('a', 'i4')])
f.create_dataset('committed', data=np.zeros(2, [('a', 'i4')]), dtype=f['type'])
f.create_dataset('chunks', data=np.arange(100).reshape(10, 10), chunks=(3, 4), compression='gzip')
";

/// Compares copies with what they are copies of: type by type, and byte by byte where there are no
/// pointers.
const COMPARE: &str = "
def same(a, b):
    if isinstance(b, str):  # as which h5py reads text in attributes
        b = b.encode()
    if isinstance(a, h5py.Empty):
        return isinstance(b, h5py.Empty) and a.dtype == b.dtype
    if isinstance(a, (h5py.Reference, h5py.RegionReference)):
        return bool(a) == bool(b) and (not a or f[a].name == f[b].name)
    if isinstance(a, np.void) and a.dtype.names:
        return all(same(a[n], b[n]) for n in a.dtype.names)
    if isinstance(a, np.ndarray) and (a.dtype == object or a.dtype.names):
        return a.shape == b.shape and all(same(x, y) for x, y in zip(a.ravel(), b.ravel()))
    if isinstance(a, np.ndarray) and a.dtype == np.longdouble:  # of which six bytes mean nothing
        return a.dtype == b.dtype and np.array_equal(a, b)
    if isinstance(a, (np.ndarray, np.generic)):
        return a.dtype == b.dtype and a.tobytes() == b.tobytes()
    return a == b
names = [n for n in f if isinstance(f[n], h5py.Dataset)]
assert len(names) == len(f['copies']), list(f['copies'])
for n in names:
    one, two = f[n], f['copies'][n]
    assert one.id.get_type().equal(two.id.get_type()), n
    assert one.shape == two.shape, n
    if n in ('3 bytes',):
        native = [np.zeros(2, 'i4'), np.zeros(2, 'i4')]
        one.id.read(h5py.h5s.ALL, h5py.h5s.ALL, native[0])
        two.id.read(h5py.h5s.ALL, h5py.h5s.ALL, native[1])
        assert (native[0] == native[1]).all() and native[0].tolist() == [-5, 70000]
        continue
    assert same(one[()], two[()]), (n, one[()], two[()])
    a = f['copies'].attrs.get_id(n)
    assert one.id.get_type().equal(a.get_type()), n
    assert same(one[()], f['copies'].attrs[n]) or n == 'array', (n, one[()], f['copies'].attrs[n])
";

#[test]
fn a_copy_of_whatever_h5py_writes_is_the_same_to_h5py() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let file = File::open_rw(&path)?;
    let names = datasets(&file)?;
    assert!(names.len() > 35);
    let copies = file.create_group("copies")?;
    for name in &names {
        let data: DynArray = file.dataset(name)?.read()?;
        copies.create_dataset(name, &data)?;
        copies.attrs().set(name, &data)?;
        assert_eq!(copies.dataset(name)?.dtype()?, file.dataset(name)?.dtype()?, "{name}");
        let copied: DynArray = copies.attrs().get(name)?;
        // NaN is not itself.
        assert!(copied == data || name == "special", "{name}: {copied} {data}");
        // Written over what is there, by the values alone: these change nothing.
        if !data.is_null() {
            copies.dataset(name)?.write(DynArray::from_values(
                data.dtype(),
                data.shape(),
                &data.values()?,
            )?)?;
        }
    }
    file.close()?;
    h5py.file(&path).run(COMPARE);
    Ok(())
}

fn datasets(file: &File) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for found in file.walk()? {
        let (name, node) = found?;
        if matches!(node, hdf5::Node::Dataset(_)) {
            names.push(name);
        }
    }
    Ok(names)
}

#[test]
fn values_are_written_over_what_they_were_read_from() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let file = File::open_rw(&path)?;
    file.create_group("copies")?;
    for name in datasets(&file)? {
        let (data, dataset) = (file.dataset(&name)?.read::<DynArray>()?, file.dataset(&name)?);
        file.group("copies")?.create_dataset(&name, &data)?;
        file.group("copies")?.attrs().set(&name, &data)?;
        let value: Value = dataset.read()?;
        // An empty list does not say how many axes it has.
        if data.is_empty() {
            continue;
        }
        let copy = file.dataset(format!("copies/{name}"))?;
        copy.write(&value).unwrap_or_else(|error| panic!("{name}: {error:#}"));
    }
    file.close()?;
    h5py.file(&path).run(COMPARE);
    Ok(())
}

#[test]
fn values_of_every_class_are_shown_like_json() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let file = File::open(&path)?;
    let show = |name: &str| -> String {
        let dataset = file.dataset(name).unwrap();
        let (array, value) =
            (dataset.read::<DynArray>().unwrap(), dataset.read::<Value>().unwrap());
        if name != "no columns" && name != "no rows" {
            assert_eq!(array.to_string(), value.to_string(), "{name}");
        }
        array.to_string()
    };
    for (name, shown) in [
        ("number >i2", "[[0, 1, 2], [3, 4, 100]]"),
        ("number <f2", "[[0.0, 1.0, 2.0], [3.0, 4.0, 100.0]]"),
        ("long double", "[0.5, -3.0]"),
        ("special", "[NaN, inf, -inf, -0.0]"),
        ("3 bytes", "[-5, 70000]"),
        ("bits", "[1, 43981]"),
        ("bool", "[true, false]"),
        ("enum", "[A, big, 7]"),
        ("text", "\"süd\""),
        ("texts", r#"[["a", ""], ["b", "ünï"]]"#),
        ("fixed", r#"["abc", "", "a"]"#),
        ("opaque", r#"["ab\x00", "\xff\x00\x01"]"#),
        ("refs", "[<reference>, <reference>, <null reference>]"),
        ("array", "[[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]]"),
        ("ragged", "[[[], [0.5, 1.5]], [[], []]]"),
        ("vlen texts", r#"[["x", "ü"], [], []]"#),
        ("nested", "[[], [[1, 2], []], []]"),
        ("tracks", "[[{x: 0.5, n: 1}, {x: 1.5, n: 2}], []]"),
        ("scalar", "42"),
        ("empty", "<empty>"),
        ("no rows", "[]"),
        ("no columns", "[]"),
    ] {
        assert_eq!(show(name), shown, "{name}");
    }
    assert_eq!(
        file.dataset("records")?.select(0)?.read::<DynArray>()?.to_string(),
        r#"{pad: -1, name: "n", at: {x: 0.5, ok: true, id: 3}, grid: [[1, 2], [3, 4]], z: 1.0-2.0i, kind: big, code: "abc", raw: "\x01\x02", hits: [1.5, 2.0], link: <reference>, points: [{x: 1.0, ok: false, id: 4}, {x: 2.0, ok: true, id: 5}]}"#,
    );
    Ok(())
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct At {
    id: i64,
    x: f64,
}

#[test]
fn arrays_become_typed_data_where_they_fit() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let file = File::open(&path)?;
    let array = |name: &str| file.dataset(name).unwrap().read::<DynArray>().unwrap();
    let value = |name: &str| file.dataset(name).unwrap().read::<Value>().unwrap();
    let table = arr2(&[[0.0, 1.0, 2.0], [3.0, 4.0, 100.0]]);
    assert_eq!(array("number >i2").to::<Array2<f64>>()?, table);
    assert_eq!(array("number <f2").to::<Vec<u8>>()?, [0, 1, 2, 3, 4, 100]);
    assert_eq!(value("number >i2").to::<Array2<f64>>()?, table);
    assert_eq!(value("number >i2").to::<Vec<Vec<u8>>>()?, [[0, 1, 2], [3, 4, 100]]);
    assert!(matches!(kind(array("3 bytes").to::<Vec<i16>>()), ErrorKind::ValueOutOfRange { .. }));
    assert!(matches!(kind(value("3 bytes").to::<Vec<i16>>()), ErrorKind::ValueOutOfRange { .. }));
    assert!(matches!(kind(value("special").to::<Vec<i32>>()), ErrorKind::ValueOutOfRange { .. }));
    assert_eq!(array("bits").to::<Vec<u16>>()?, [1, 43981]);
    assert_eq!(array("bool").to::<Vec<bool>>()?, [true, false]);
    assert_eq!(array("text").to::<String>()?, "süd");
    assert_eq!(value("texts").to::<Array2<String>>()?[[1, 1]], "ünï");
    assert_eq!(array("fixed").to::<Vec<String>>()?, ["abc", "", "a"]);
    assert_eq!(array("array").to::<Vec<[[i8; 3]; 2]>>()?[1][0], [6, 7, 8]);
    assert_eq!(array("array").to::<ndarray::Array3<u64>>()?[[1, 1, 2]], 11);
    assert_eq!(array("ragged").to::<Array2<Vec<f64>>>()?[[0, 1]], [0.5, 1.5]);
    assert_eq!(array("nested").to::<Vec<Vec<Vec<u8>>>>()?[1], [vec![1, 2], vec![]]);
    assert_eq!(array("scalar").to::<u8>()?, 42);
    assert_eq!(array("scalar").to::<Value>()?, Value::Integer(42));
    assert_eq!(array("empty").to::<Option<f32>>()?, None);
    assert_eq!(kind(array("empty").to::<f32>()), ErrorKind::NullDataspace);
    assert_eq!(array("no rows").to::<Array2<i64>>()?.dim(), (0, 3));
    let records = array("records");
    let at = [At { id: 3, x: 0.5 }, At { id: 0, x: 0.0 }];
    assert_eq!(records.field("at")?.to::<Vec<At>>()?, at);
    assert_eq!(records.field("at")?.field("x")?.to::<Vec<f32>>()?, [0.5, 0.0]);
    assert_eq!(records.field("hits")?.to::<Vec<Vec<f32>>>()?, [vec![1.5, 2.0], vec![]]);
    assert_eq!(records.field("name")?.to::<Vec<String>>()?, ["n", ""]);
    assert_eq!(records.field("grid")?.to::<ndarray::Array3<i16>>()?[[0, 1, 0]], 3);
    assert_eq!(records.field("points")?.to::<Vec<[At; 2]>>()?[0][1], At { id: 5, x: 2.0 });
    assert_eq!(records.get(&[0])?.field("kind").and_then(Value::as_integer), Some(300));
    let ErrorKind::MissingField { missing, stored } = kind(records.field("nome")) else {
        panic!("another error")
    };
    assert_eq!((missing.as_str(), stored[1].as_str()), ("nome", "name"));
    assert!(matches!(kind(array("bool").field("x")), ErrorKind::InvalidArgument { .. }));
    let expected = ErrorKind::RankMismatch { expected: 1, found: 0 };
    assert_eq!(kind(records.get(&[])), expected);
    let expected = ErrorKind::OutOfBounds { axis: 0, index: 2, extent: 2 };
    assert_eq!(kind(records.get(&[2])), expected);
    assert_eq!(kind(array("empty").get(&[])), ErrorKind::NullDataspace);
    Ok(())
}

#[test]
fn fields_of_an_array_are_written_as_datasets() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let file = File::open_rw(&path)?;
    let records: DynArray = file.dataset("records")?.read()?;
    for name in ["name", "at", "grid", "z", "kind", "code", "raw", "hits", "link", "points"] {
        file.create_dataset(format!("fields/{name}"), records.field(name)?)?;
    }
    file.create_dataset("fields/x", records.field("at")?.field("x")?)?;
    file.close()?;
    h5py.file(&path)
        .expect("f['fields/name'][()].tolist()", "[b'n', b'']")
        .expect("f['fields/at'][()].tolist()", "[(0.5, True, 3), (0.0, False, 0)]")
        .expect("f['fields/grid'][0].tolist()", "[[1, 2], [3, 4]]")
        .expect("f['fields/z'][()].tolist()", "[(1-2j), 0j]")
        .expect("h5py.check_enum_dtype(f['fields/kind'].dtype)", "{'A': 1, 'B': 2, 'big': 300}")
        .expect("f['fields/kind'][()].tolist()", "[300, 0]")
        .expect("f['fields/code'][()].tolist()", "[b'abc', b'']")
        .expect("[r.tolist() for r in f['fields/hits'][()]]", "[[1.5, 2.0], []]")
        .expect("f[f['fields/link'][0]].name", "'/'")
        .expect("f['fields/points'][0].tolist()", "[(1.0, False, 4), (2.0, True, 5)]")
        .expect("f['fields/x'].dtype.str", "'>f4'");
    Ok(())
}

#[test]
fn values_without_a_type_get_the_one_they_have_in_common() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let list = |values: Vec<Value>| Value::Sequence(values);
    let set = |name: &str, value: Value| {
        file.create_dataset(name, &value).unwrap();
        file.attrs().set(name, &value).unwrap();
        let (data, attr): (Value, Value) =
            (file.dataset(name).unwrap().read().unwrap(), file.attrs().get(name).unwrap());
        assert_eq!(data, attr, "{name}");
        data
    };
    assert_eq!(set("int", 5.into()), 5.into());
    set("large", u64::MAX.into());
    assert_eq!(set("mixed", list(vec![1.into(), 2.5.into()])).to_string(), "[1.0, 2.5]");
    set("text", "süd".into());
    set("flags", vec![true, false].into());
    set("table", vec![vec![1, 2], vec![3, 4]].into());
    set("ragged", vec![vec![1, 2], vec![]].into());
    set("ragged floats", list(vec![vec![1].into(), vec![0.5].into()]));
    set("bytes", Value::Bytes(b"a\0b".to_vec()));
    set("complex", Value::Complex { re: 1.0, im: -2.0 });
    set("empty", Value::Sequence(vec![Value::Float(0.5); 0]).to_string().into());
    let record = |id: i64, tags: Vec<&str>| {
        Value::compound([
            ("id", id.into()),
            ("tags", tags.into()),
            ("at", Value::compound([("x", 0.5.into())])),
        ])
    };
    let records = list(vec![record(1, vec!["a", "b"]), record(2, vec!["c", "d"])]);
    assert_eq!(set("records", records.clone()), records);
    assert!(matches!(
        kind(file.create_dataset("n", Value::from(vec![0_u8; 0]))),
        ErrorKind::InvalidArgument { .. }
    ));
    let unlike = list(vec![1.into(), "a".into()]);
    assert!(matches!(kind(file.create_dataset("n", &unlike)), ErrorKind::InvalidArgument { .. }));
    assert!(matches!(
        kind(file.create_dataset("n", Value::Empty)),
        ErrorKind::InvalidArgument { .. }
    ));
    assert!(!file.contains("n")?);
    file.close()?;
    h5py.file(&path)
        .expect("f['int'].dtype, int(f['int'][()])", "(dtype('int64'), 5)")
        .expect("f['large'].dtype, int(f['large'][()])", "(dtype('uint64'), 18446744073709551615)")
        .expect("f['mixed'][()].tolist()", "[1.0, 2.5]")
        .expect("f.attrs['text']", "'süd'")
        .assert("f['flags'].dtype == bool")
        .expect("f['table'][()].tolist()", "[[1, 2], [3, 4]]")
        .expect("[r.tolist() for r in f['ragged'][()]]", "[[1, 2], []]")
        .expect("[r.tolist() for r in f['ragged floats'][()]]", "[[1.0], [0.5]]")
        .expect("f['bytes'][()].tobytes()", r"b'a\x00b'")
        .expect("f['complex'][()].tolist()", "(1-2j)")
        .expect("f['records'].dtype.names", "('id', 'tags', 'at')")
        .expect("f['records']['tags'].tolist()", "[[b'a', b'b'], [b'c', b'd']]")
        .expect("f['records']['at']['x'].tolist()", "[0.5, 0.5]");
    Ok(())
}

#[test]
fn values_that_do_not_fit_are_errors_and_change_nothing() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("everything.h5");
    h5py.create(&path, EVERYTHING);
    let before = std::fs::read(&path).unwrap();
    let file = File::open_rw(&path)?;
    let write = |name: &str, value: Value| file.dataset(name).unwrap().write(&value);
    let list = |values: Vec<Value>| Value::Sequence(values);
    let out_of_range = |result| assert!(matches!(kind(result), ErrorKind::ValueOutOfRange { .. }));
    out_of_range(write("number <i1", vec![vec![1, 2, 3], vec![4, 5, 128]].into()));
    out_of_range(write("number |u1", vec![vec![1, 2, 3], vec![4, 5, -1]].into()));
    out_of_range(write("3 bytes", vec![1, 1 << 23].into()));
    out_of_range(write("bits", vec![1, 1 << 16].into()));
    out_of_range(write("scalar", 0.5.into()));
    out_of_range(write("number >f4", vec![vec![0.0, 0.0, 1e300]; 2].into()));
    is_invalid(write("bool", list(vec![true.into(), 2.into()])));
    is_invalid(write("enum", vec![1, 2, 3].into()));
    is_invalid(write("enum", vec!["A", "B", "C"].into()));
    is_invalid(write("scalar", "text".into()));
    is_invalid(write("text", 5.into()));
    is_invalid(write("fixed", vec!["a", "b", "longer"].into()));
    is_invalid(write("ascii", vec!["a", "ü"].into()));
    is_invalid(write("texts", vec![vec!["a", "b"], vec!["c", "nul\0"]].into()));
    // A reference, bytes of another length, and a time of no date.
    is_invalid(write("refs", vec![1, 2, 3].into()));
    assert!(
        write("opaque", list(vec![Value::Bytes(vec![1, 2, 3]), Value::Bytes(vec![1])])).is_err()
    );
    assert!(write("time", vec![1, 2].into()).is_err());
    is_invalid(write("array", list(vec![vec![vec![1, 2, 3]].into(), vec![vec![1, 2, 3]].into()])));
    is_invalid(write("nested", list(vec![5.into(), 6.into(), 7.into()])));
    let wrong = ErrorKind::ShapeMismatch { expected: vec![2, 3], found: vec![2] };
    assert_eq!(kind(write("number <i1", vec![1, 2].into())), wrong);
    let ragged = list(vec![vec![1, 2, 3].into(), vec![4].into()]);
    assert!(matches!(kind(write("number <i1", ragged)), ErrorKind::UnequalLists { .. }));
    let reason = is_invalid(write(
        "tracks",
        list(vec![list(vec![Value::compound([("x", 0.5.into()), ("m", 1.into())])]), list(vec![])]),
    ));
    assert!(reason.contains("no field \"m\""), "{reason}");
    let reason = is_invalid(write(
        "tracks",
        list(vec![list(vec![Value::compound([("x", 0.5.into())])]), list(vec![])]),
    ));
    assert!(reason.contains("no field \"n\""), "{reason}");
    assert!(file.dataset("empty")?.write(Value::Empty).is_err());
    file.close()?;
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");
    Ok(())
}

#[test]
fn arrays_are_made_of_values_and_of_data() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let pair = <(u8, f32)>::dtype_of();
    let row = |n: i64| Value::compound([("n", n.into()), ("x", (n as f64 / 2.0).into())]);
    let made = DynArray::from_values(&pair, &[2, 1], &[row(1), row(255)])?;
    assert_eq!(made.to_string(), "[[{n: 1, x: 0.5}], [{n: 255, x: 127.5}]]");
    file.create_dataset("made", &made)?;
    assert!(matches!(
        kind(DynArray::from_values(&pair, &[1], &[row(256)])),
        ErrorKind::ValueOutOfRange { .. }
    ));
    let expected = ErrorKind::CountMismatch { shape: vec![3], found: 1 };
    assert_eq!(kind(DynArray::from_values(&pair, &[3], &[row(1)])), expected);
    is_invalid(DynArray::from_values(&pair, &[1], &[5.into()]));

    let of_data = DynArray::from_data(arr2(&[["a", "b"]]))?;
    assert_eq!((of_data.shape(), of_data.len()), (&[1, 2][..], 2));
    file.create_dataset("data", &of_data)?;
    let ragged = vec![vec![1_u8], vec![]];
    let of_lists = DynArray::from_data(ndarray::Array1::from_vec(ragged))?;
    assert_eq!(of_lists.dtype().to_string(), "vlen [u8]");
    file.create_dataset("lists", of_lists)?;
    file.create_dataset("none", DynArray::from_data(None::<Array2<f32>>)?)?;
    file.create_dataset("scalar", DynArray::from_data(7_u16)?)?;
    file.create_dataset("no values", DynArray::from_values(&pair, &[0, 4], &[])?)?;
    assert!(DynArray::from_data("nul\0").is_err());
    file.close()?;
    h5py.file(&path)
        .expect("f['made'].dtype.str, f['made'].shape", "('|V5', (2, 1))")
        .expect("f['made'][()].tolist()", "[[(1, 0.5)], [(255, 127.5)]]")
        .expect("f['data'][()].tolist()", "[[b'a', b'b']]")
        .expect("[r.tolist() for r in f['lists'][()]]", "[[1], []]")
        .expect("f['none'][()]", "Empty(dtype=dtype('<f4'))")
        .expect("f['scalar'].shape, int(f['scalar'][()])", "((), 7)")
        .expect("f['no values'].shape, f['no values'].dtype.names", "((0, 4), ('n', 'x'))");
    Ok(())
}

/// The type of a compound of two numbers.
trait Pair {
    fn dtype_of() -> TypeDescriptor;
}

impl<A: Encode, B: Encode> Pair for (A, B) {
    fn dtype_of() -> TypeDescriptor {
        let fields = [("n".into(), A::dtype()), ("x".into(), B::dtype())];
        TypeDescriptor::Compound(hdf5::CompoundType::packed(fields))
    }
}
