//! Fields of compounds, read and written as if each were a dataset of its own.

use hdf5::{DynArray, Error, ErrorKind, File, H5Type, Value};
use ndarray::{Array2, arr2, s};

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

/// Events with fields of every sort, in a compressed and a plain dataset, and a table of points.
const THEIRS: &str = "
at = np.dtype([('x', '>f4'), ('y', 'f8'), ('name', h5py.string_dtype())])
event = np.dtype([
    ('id', 'u4'), ('label', h5py.string_dtype()), ('at', at), ('hits', h5py.vlen_dtype('i2')),
    ('ok', bool), ('code', 'S4'), ('grid', 'i2', (2, 2)), ('z', 'c8'),
    ('kind', h5py.enum_dtype({'A': 1, 'B': 2}, 'u1')),
])
a = np.zeros(20, event)
for i in range(20):
    a[i] = (
        i, f'event {i}', (i / 2, -i, f'at {i}'), np.arange(i % 3, dtype='i2'), i % 2,
        f'c{i}'.encode(), [[i, 1], [2, 3]], i + 1j, 1 + i % 2,
    )
f.create_dataset('events', data=a, chunks=(6,), maxshape=(None,), compression='gzip', shuffle=True)
f['plain'] = a
f.create_dataset('unwritten', (4,), event, chunks=(3,))
f['one'] = a[3]
point = np.dtype([('x', 'f4'), ('y', 'f4')])
f['table'] = np.array([[(i, 10 * j) for j in range(4)] for i in range(3)], point)
f['number'] = 5
";

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Part {
    ok: bool,
    id: u64,
    label: String,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct At {
    y: f64,
    name: String,
}

#[test]
fn a_field_is_read_like_a_dataset_of_its_own() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("events.h5");
    h5py.create(&path, THEIRS);
    let file = File::open(&path)?;
    for name in ["events", "plain"] {
        let events = file.dataset(name)?;
        let ids: Vec<u8> = events.field("id")?.read()?;
        assert_eq!(ids, (0..20).collect::<Vec<_>>());
        let labels: Vec<String> = events.field("label")?.read()?;
        assert_eq!(labels[19], "event 19");
        assert_eq!(events.field("ok")?.read::<Vec<bool>>()?[..3], [false, true, false]);
        assert_eq!(events.field("code")?.read::<Vec<String>>()?[7], "c7");
        let hits: Vec<Vec<i64>> = events.field("hits")?.read()?;
        assert_eq!(hits[..4], [vec![], vec![0], vec![0, 1], vec![]]);
        assert_eq!(events.field("grid")?.read::<ndarray::Array3<i32>>()?[[5, 0, 0]], 5);
        assert_eq!(events.field("grid")?.read::<Vec<[[i16; 2]; 2]>>()?[5], [[5, 1], [2, 3]]);
        // A field of a field, of what is selected, in whichever order it is said.
        let x: Vec<f32> = events.field("at")?.field("x")?.read()?;
        assert_eq!(x[..3], [0.0, 0.5, 1.0]);
        let at: At = events.select(4)?.field("at")?.read()?;
        assert_eq!(at, At { y: -4.0, name: "at 4".to_owned() });
        let names = events.select(s![1..;6])?.field("at")?.field("name")?;
        assert_eq!(names.shape()?, [4]);
        assert_eq!(names.read::<Vec<String>>()?, ["at 1", "at 7", "at 13", "at 19"]);
        let mut mine = [0_i16; 2];
        events.select(5..7)?.field("id")?.read_into(&mut mine)?;
        assert_eq!(mine, [5, 6]);
        assert!(matches!(
            kind(events.field("at")?.field("y")?.read::<Vec<u8>>()),
            ErrorKind::ValueOutOfRange { .. }
        ));
        assert_eq!(events.field("at")?.field("y")?.clip().read::<Vec<u8>>()?, [0; 20]);
        assert!(matches!(
            kind(events.field("label")?.read::<Vec<i32>>()),
            ErrorKind::TypeMismatch { .. }
        ));
    }
    assert_eq!(file.dataset("one")?.field("id")?.read::<u32>()?, 3);
    assert_eq!(file.dataset("unwritten")?.field("label")?.read::<Vec<String>>()?, [""; 4]);
    let table = file.dataset("table")?;
    let columns = arr2(&[[0.0, 20.0], [0.0, 20.0]]);
    assert_eq!(table.select(s![1.., ..;2])?.field("y")?.read::<Array2<f64>>()?, columns);
    Ok(())
}

#[test]
fn some_fields_are_read_as_a_struct_or_at_run_time() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("events.h5");
    h5py.create(&path, THEIRS);
    let file = File::open(&path)?;
    for name in ["events", "plain"] {
        let events = file.dataset(name)?;
        let part = |id: u64| Part { ok: id % 2 == 1, id, label: format!("event {id}") };
        let parts: Vec<Part> = events.fields(["label", "id", "ok"])?.read()?;
        assert_eq!(parts, (0..20).map(part).collect::<Vec<_>>());
        let parts: DynArray = events.select(18..)?.fields(["label", "hits"])?.read()?;
        assert_eq!(
            parts.to_string(),
            r#"[{label: "event 18", hits: []}, {label: "event 19", hits: [0]}]"#
        );
        let value: Value = events.select(2)?.fields(["kind", "z", "ok"])?.read()?;
        assert_eq!(value.to_string(), "{kind: A, z: 2.0+1.0i, ok: false}");
        let inner: Value = events.select(2)?.field("at")?.fields(["name", "x"])?.read()?;
        assert_eq!(inner.to_string(), r#"{name: "at 2", x: 1.0}"#);
        let chosen: Vec<i16> = events.fields(["id", "ok"])?.field("id")?.read()?;
        assert_eq!(chosen.len(), 20);
        assert_eq!(
            events
                .fields(Vec::<String>::from(["id".to_owned()]))?
                .read::<Value>()?
                .item(1)
                .map(Value::to_string)
                .as_deref(),
            Some("{id: 1}")
        );
    }
    Ok(())
}

#[test]
fn a_field_that_is_not_there_is_an_error_that_lists_those_that_are() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("events.h5");
    h5py.create(&path, THEIRS);
    let file = File::open(&path)?;
    let events = file.dataset("events")?;
    let all = ["id", "label", "at", "hits", "ok", "code", "grid", "z", "kind"];
    let missing = |name: &str, stored: &[&str]| ErrorKind::MissingField {
        missing: name.to_owned(),
        stored: stored.iter().map(|&name| name.to_owned()).collect(),
    };
    assert_eq!(kind(events.field("energy")), missing("energy", &all));
    assert_eq!(kind(events.fields(["id", "Label"])), missing("Label", &all));
    assert_eq!(kind(events.field("at")?.field("z")), missing("z", &["x", "y", "name"]));
    assert_eq!(kind(events.fields(["id", "ok"])?.field("at")), missing("at", &["id", "ok"]));
    let error = events.select(..2)?.field("energy").unwrap_err().to_string();
    assert!(
        error.contains("/events") && error.contains("\"energy\"") && error.contains("\"kind\""),
        "{error}"
    );
    for name in ["number", "table"] {
        let dataset = file.dataset(name)?;
        let error = match name {
            "number" => dataset.field("x"),
            _ => dataset.field("x")?.field("y"),
        };
        assert!(matches!(kind(error), ErrorKind::InvalidArgument { .. }));
    }
    assert!(events.fields(Vec::<&str>::new()).and_then(|none| none.read::<Value>()).is_err());
    // Twice the same field is no compound.
    assert!(events.fields(["id", "id"]).and_then(|twice| twice.read::<Value>()).is_err());
    Ok(())
}

/// Compares two datasets field by field, apart from some.
const UNCHANGED: &str = "
def same(a, b, but=(), path=''):
    for n in a.dtype.names:
        if path + n in but:
            continue
        if a.dtype[n].names:
            same(a[n], b[n], but, path + n + '.')
        elif a.dtype[n] == object:
            assert [np.array(x).tolist() for x in a[n]] == [np.array(x).tolist() for x in b[n]], path + n
        else:
            assert a[n].tobytes() == b[n].tobytes(), path + n
";

#[test]
fn writing_a_field_keeps_the_others() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("events.h5");
    h5py.create(&path, &format!("{THEIRS}\nf['before'] = a"));
    let file = File::open_rw(&path)?;
    for name in ["events", "plain"] {
        let events = file.dataset(name)?;
        events.field("id")?.write((100..120).collect::<Vec<i64>>())?;
        let labels: Vec<String> = (0..20).map(|i| "ü".repeat(i)).collect();
        events.field("label")?.write(&labels)?;
        events.select(s![1..;6])?.field("at")?.field("x")?.write([1.5, 2.5, 3.5, 4.5])?;
        events.select(..2)?.field("hits")?.write([vec![7, 8, 9], vec![]])?;
        events.select(3)?.field("grid")?.write([[9, 8], [7, 6]])?;
        events.select(4)?.field("kind")?.write(2_u8)?;
        let part = |id| Part { ok: true, id, label: format!("new {id}") };
        events.select(10..12)?.fields(["ok", "id", "label"])?.write([part(1), part(2)])?;
        let at = Value::compound([("name", "here".into()), ("y", 0.25.into())]);
        events.select(19)?.field("at")?.fields(["name", "y"])?.write(&at)?;
    }
    file.dataset("one")?.field("code")?.write("abcd")?;
    file.dataset("table")?.select(s![.., 1])?.field("x")?.write([-1, -2, -3])?;
    let unwritten = file.dataset("unwritten")?;
    unwritten.select(1..3)?.field("label")?.write(["a", "b"])?;
    unwritten.select(0)?.field("hits")?.write([1_u8, 2])?;
    file.close()?;
    let judged = h5py.file(&path);
    judged.run(&format!(
        "{UNCHANGED}
for name in ('events', 'plain'):
    same(f[name][()], f['before'][()], ('id', 'label', 'at', 'hits', 'grid', 'kind', 'ok'))
    same(f[name][5:7], f['before'][5:7], ('id', 'label'))
    same(f[name][19:], f['before'][19:], ('id', 'label', 'at.x', 'at.y', 'at.name'))
    same(f[name][4:5], f['before'][4:5], ('id', 'label', 'kind'))
    a = f[name][()]
    assert a['id'].tolist() == [*range(100, 110), 1, 2, *range(112, 120)]
    assert [l.decode() for l in a['label']] == [
        f'new {{i - 9}}' if i in (10, 11) else 'ü' * i for i in range(20)]
    assert a['at']['x'].tolist() == [
        {{1: 1.5, 7: 2.5, 13: 3.5, 19: 4.5}}.get(i, i / 2) for i in range(20)]
    assert a['at']['y'].tolist() == [-i if i < 19 else 0.25 for i in range(20)]
    assert a['at']['name'].tolist() == [f'at {{i}}'.encode() for i in range(19)] + [b'here']
    assert [h.tolist() for h in a['hits'][:3]] == [[7, 8, 9], [], [0, 1]]
    assert a['grid'][3].tolist() == [[9, 8], [7, 6]] and a['grid'][4].tolist() == [[4, 1], [2, 3]]
    assert a['kind'][:6].tolist() == [1, 2, 1, 2, 2, 2]
    assert a['ok'][9:13].tolist() == [True, True, True, False]
same(f['one'][()].reshape(1), f['before'][3:4], ('code',))
assert f['one'][()]['code'] == b'abcd'
assert f['table']['x'].tolist() == [[0, -1, 0, 0], [1, -2, 1, 1], [2, -3, 2, 2]]
assert f['table']['y'].tolist() == [[0, 10, 20, 30]] * 3
assert f['unwritten'].fields('label')[()].tolist() == [b'', b'a', b'b', b'']
assert [h.tolist() for h in f['unwritten'].fields('hits')[()]] == [[1, 2], [], [], []]
assert f['events'].compression == 'gzip' and f['events'].chunks == (6,)
"
    ));
    Ok(())
}

#[test]
fn a_field_that_does_not_fit_changes_nothing() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("events.h5");
    h5py.create(&path, THEIRS);
    let before = std::fs::read(&path).unwrap();
    let file = File::open_rw(&path)?;
    for name in ["events", "plain"] {
        let events = file.dataset(name)?;
        let of = |field| events.select(..2).and_then(|two| two.field(field));
        assert!(matches!(kind(of("id")?.write([1, -1])), ErrorKind::ValueOutOfRange { .. }));
        assert!(matches!(
            kind(of("hits")?.write([vec![1], vec![40_000]])),
            ErrorKind::ValueOutOfRange { .. }
        ));
        let fifth = kind(of("code")?.write(["abcd", "abcde"]));
        assert!(matches!(fifth, ErrorKind::InvalidValue { .. }));
        assert!(matches!(kind(of("kind")?.write([1, 3])), ErrorKind::InvalidValue { .. }));
        assert!(matches!(kind(of("label")?.write([1, 3])), ErrorKind::TypeMismatch { .. }));
        let shape = ErrorKind::ShapeMismatch { expected: vec![2], found: vec![3] };
        assert_eq!(kind(of("id")?.write([1, 2, 3])), shape);
        let short = events.select(0)?.field("at")?.write(Value::compound([("x", 1.into())]));
        assert!(matches!(kind(short), ErrorKind::InvalidValue { .. }));
        // The struct lacks a field of what is chosen: it would be lost.
        let part = Part { ok: true, id: 1, label: String::new() };
        let lacking = events.select(0)?.fields(["ok", "id", "label", "code"])?.write(&part);
        assert!(matches!(kind(lacking), ErrorKind::TypeMismatch { .. }));
        let beyond = events.select(0)?.fields(["ok", "id"])?.write(&part);
        assert!(matches!(kind(beyond), ErrorKind::TypeMismatch { .. }));
    }
    file.close()?;
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");
    Ok(())
}
