//! Lists: ragged rows of variable length, array types of one and several axes, and what they are to h5py.

use std::path::Path;

use hdf5::{
    DynArray, Error, ErrorKind, File, H5Type, ObjectReference, Opaque, TypeDescriptor, Value,
};
use ndarray::{Array1, Array2, Array3, arr2};

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(i8)]
enum Phase {
    Ice,
    Water,
    Steam,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Step {
    x: f32,
    label: String,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Track {
    id: u16,
    hits: Vec<f64>,
    matrix: [[f32; 3]; 2],
    names: Vec<String>,
    steps: Vec<Step>,
}

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

fn vlen(base: TypeDescriptor) -> TypeDescriptor {
    TypeDescriptor::VarLen(Box::new(base))
}

fn tracks() -> Vec<Track> {
    let step = |x, label: &str| Step { x, label: label.to_owned() };
    vec![
        Track {
            id: 1,
            hits: vec![0.5, 1.5],
            matrix: [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]],
            names: vec!["süd".to_owned(), String::new()],
            steps: vec![step(1.0, "first"), step(2.0, "")],
        },
        Track { id: 2, hits: vec![], matrix: [[0.0; 3]; 2], names: vec![], steps: vec![] },
    ]
}

#[test]
fn ragged_rows_of_everything_are_sequences_to_h5py() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let group = file.reference()?;
    let ints = vec![vec![1, -2, 3], vec![], vec![4]];
    file.new_dataset::<Vec<i32>>().create_with("ints", &ints)?;
    let floats = [vec![], vec![0.5], vec![]];
    file.new_dataset::<Vec<f64>>().shape(3).chunk(2).deflate(4).create_with("floats", &floats)?;
    let texts = [vec!["a", "süd"], vec![], vec![""]];
    file.new_dataset::<Vec<String>>().create_with("texts", texts)?;
    let flags = [vec![true, false], vec![]];
    file.new_dataset::<Vec<bool>>().create_with("flags", flags)?;
    let phases = [vec![Phase::Steam, Phase::Ice], vec![Phase::Water]];
    file.new_dataset::<Vec<Phase>>().create_with("phases", phases)?;
    let refs = [vec![], vec![group, ObjectReference::default()]];
    file.new_dataset::<Vec<ObjectReference>>().create_with("refs", refs)?;
    let nested = vec![vec![vec![1_u8, 2], vec![]], vec![], vec![vec![3]]];
    file.new_dataset::<Vec<Vec<u8>>>().create_with("nested", &nested)?;
    file.new_dataset::<Vec<i64>>().create_with("one", vec![7_i64, 8])?;
    file.create_dataset("tracks", tracks())?;

    assert_eq!(file.dataset("ints")?.read::<Vec<Vec<i32>>>()?, ints);
    assert_eq!(file.dataset("nested")?.read::<Vec<Vec<Vec<u8>>>>()?, nested);
    assert_eq!(file.dataset("tracks")?.read::<Vec<Track>>()?, tracks());
    assert_eq!(file.dataset("phases")?.read::<Vec<Vec<Phase>>>()?, phases_back());
    file.close()?;

    h5py.file(&path)
        .assert("h5py.check_vlen_dtype(f['ints'].dtype) == np.int32")
        .expect("[r.tolist() for r in f['ints'][()]]", "[[1, -2, 3], [], [4]]")
        .expect("[r.tolist() for r in f['floats'][()]]", "[[], [0.5], []]")
        .expect("f['floats'].compression", "'gzip'")
        .expect("[r.tolist() for r in f['texts'][()]]", r"[[b'a', b's\xc3\xbcd'], [], [b'']]")
        .assert(
            "h5py.check_string_dtype(h5py.check_vlen_dtype(f['texts'].dtype)).encoding == 'utf-8'",
        )
        .assert("h5py.check_vlen_dtype(f['flags'].dtype) == bool")
        .expect("[r.tolist() for r in f['flags'][()]]", "[[True, False], []]")
        .expect(
            "h5py.check_enum_dtype(h5py.check_vlen_dtype(f['phases'].dtype))",
            "{'Ice': 0, 'Water': 1, 'Steam': 2}",
        )
        .expect("[r.tolist() for r in f['phases'][()]]", "[[2, 0], [1]]")
        .expect("[[bool(r) for r in row] for row in f['refs'][()]]", "[[], [True, False]]")
        .expect("f[f['refs'][1][0]].name", "'/'")
        .expect(
            "[[r.tolist() for r in row] for row in f['nested'][()]]",
            "[[[1, 2], []], [], [[3]]]",
        )
        .expect("f['one'].shape, f['one'][()].tolist()", "((), [7, 8])")
        .expect("f['tracks'].dtype['matrix'].shape", "(2, 3)")
        .expect("f['tracks'][0]['hits'].tolist()", "[0.5, 1.5]")
        .expect("f['tracks'][0]['matrix'].tolist()", "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]")
        .expect("f['tracks'][0]['names'].tolist()", r"[b's\xc3\xbcd', b'']")
        .expect("f['tracks'][0]['steps'].tolist()", "[(1.0, b'first'), (2.0, b'')]")
        .expect("[f['tracks'].fields(n)[1].size for n in ('hits', 'names')]", "[0, 0]");
    Ok(())
}

fn phases_back() -> Vec<Vec<Phase>> {
    vec![vec![Phase::Steam, Phase::Ice], vec![Phase::Water]]
}

/// Ragged data of every kind that h5py can write, with a row that is never written in each.
const THEIRS: &str = "
def ragged(name, dtype, rows, **kw):
    d = f.create_dataset(name, (len(rows),), h5py.vlen_dtype(dtype), **kw)
    for i, row in enumerate(rows):
        if row is not None:
            d[i] = np.array(row, dtype)
ragged('ints', '>i2', [[1, -2], None, [], [3]])
ragged('floats', 'f4', [None, [0.5, 1.5]], chunks=(1,), compression='gzip')
ragged('texts', h5py.string_dtype(), [['a', 'süd'], None, ['']])
ragged('ascii', h5py.string_dtype('ascii'), [['a', 'b'], None])
ragged('fixed', 'S3', [[b'ab', b'abc'], None])
ragged('flags', bool, [[True, False], None])
ragged('phases', h5py.enum_dtype({'Ice': 0, 'Water': 1, 'Steam': 2}, 'i1'), [[2, 0], None, [1]])
ragged('refs', h5py.ref_dtype, [[f.ref, f['ints'].ref], None])
ragged('points', np.dtype([('y', 'f8'), ('x', 'i4')]), [[(0.5, 1), (1.5, 2)], None])
nested = f.create_dataset('nested', (2,), h5py.vlen_dtype(h5py.vlen_dtype('i4')))
inner = np.empty(2, object)
inner[0], inner[1] = np.array([1, 2], 'i4'), np.array([], 'i4')
nested[0] = inner
grid = f.create_dataset('grid', (2, 2), h5py.vlen_dtype('f8'))
grid[0, 1], grid[1, 0] = [1.0, 2.0], [3.0]
one = f.create_dataset('one', (), h5py.vlen_dtype('i4'))
one[()] = np.array([1, 2, 3], 'i4')
dtype = np.dtype([('hits', h5py.vlen_dtype('f8')), ('id', 'u1'), ('matrix', '>f4', (2, 3))])
records = f.create_dataset('records', (3,), dtype, chunks=(2,))
a = np.empty(2, dtype)
a[0] = (np.array([0.5, 1.5]), 7, np.arange(6).reshape(2, 3))
a[1] = (np.array([]), 8, np.zeros((2, 3)))
records[:2] = a
rows = np.empty(3, object)
rows[:] = [np.array([1, 2], 'i4'), np.array([], 'i4'), np.array([3], 'i4')]
f.attrs.create('ragged', rows, dtype=h5py.vlen_dtype('i4'))
f.attrs.create('empty', np.empty((0,), object), dtype=h5py.vlen_dtype('i4'))
";

#[derive(H5Type, Debug, Clone, PartialEq, Default)]
struct Point {
    x: i64,
    y: f32,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Record {
    id: u32,
    matrix: [[f64; 3]; 2],
    hits: Vec<f32>,
}

#[test]
fn ragged_rows_of_h5py_are_read_with_those_never_written_empty() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(&path, THEIRS);
    let file = File::open(&path)?;
    let data = |name: &str| file.dataset(name).unwrap();
    let ints = [vec![1, -2], vec![], vec![], vec![3]];
    assert_eq!(data("ints").read::<Vec<Vec<i16>>>()?, ints);
    assert_eq!(
        data("ints").read::<Vec<Vec<f64>>>()?,
        ints.map(|row| row.into_iter().map(f64::from).collect::<Vec<_>>())
    );
    assert_eq!(data("ints").select(2..)?.read::<Vec<Vec<i64>>>()?, [vec![], vec![3]]);
    assert_eq!(data("ints").select(3)?.read::<Vec<i8>>()?, [3]);
    assert_eq!(data("ints").select(1)?.read::<Vec<i8>>()?, []);
    assert!(matches!(kind(data("ints").read::<Vec<Vec<u8>>>()), ErrorKind::ValueOutOfRange { .. }));
    assert_eq!(data("floats").read::<Array1<Vec<f32>>>()?.to_vec(), [vec![], vec![0.5, 1.5]]);
    let texts = [vec!["a", "süd"], vec![], vec![""]];
    assert_eq!(data("texts").read::<Vec<Vec<String>>>()?, texts);
    assert_eq!(data("ascii").read::<Vec<Vec<String>>>()?, [vec!["a", "b"], vec![]]);
    assert_eq!(
        data("fixed").read::<Vec<Vec<Box<str>>>>()?,
        [vec!["ab".into(), "abc".into()], vec![]]
    );
    assert_eq!(data("flags").read::<Vec<Vec<bool>>>()?, [vec![true, false], vec![]]);
    let phases = [vec![Phase::Steam, Phase::Ice], vec![], vec![Phase::Water]];
    assert_eq!(data("phases").read::<Vec<Vec<Phase>>>()?, phases);
    let refs: Vec<Vec<ObjectReference>> = data("refs").read()?;
    assert_eq!(file.reference_name(refs[0][1])?.as_deref(), Some("/ints"));
    assert_eq!(refs[1], []);
    let points = [vec![Point { x: 1, y: 0.5 }, Point { x: 2, y: 1.5 }], vec![]];
    assert_eq!(data("points").read::<Vec<Vec<Point>>>()?, points);
    assert_eq!(data("nested").read::<Vec<Vec<Vec<i32>>>>()?, [vec![vec![1, 2], vec![]], vec![]]);
    let grid = arr2(&[[vec![], vec![1.0, 2.0]], [vec![3.0], vec![]]]);
    assert_eq!(data("grid").read::<Array2<Vec<f64>>>()?, grid);
    let mut mine = Array2::from_elem((2, 2), vec![9.0_f64]);
    data("grid").read_into(&mut mine)?;
    assert_eq!(mine, grid);
    assert_eq!(data("one").read::<Vec<i32>>()?, [1, 2, 3]);
    assert_eq!(data("one").read::<Array1<u8>>()?.to_vec(), [1, 2, 3]);
    let record = |id, hits, matrix| Record { id, matrix, hits };
    let records: Vec<Record> = data("records").read()?;
    let counting = [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]];
    assert_eq!(records[0], record(7, vec![0.5, 1.5], counting));
    assert_eq!(records[1..], [record(8, vec![], [[0.0; 3]; 2]), record(0, vec![], [[0.0; 3]; 2])]);
    assert_eq!(file.attrs().get::<Vec<Vec<u8>>>("ragged")?, [vec![1, 2], vec![], vec![3]]);
    assert_eq!(file.attrs().get::<Vec<Vec<u8>>>("empty")?, Vec::<Vec<u8>>::new());
    // A sequence is no number, and a list of them no list of numbers.
    assert!(matches!(kind(data("ints").read::<Vec<i32>>()), ErrorKind::TypeMismatch { .. }));
    assert!(matches!(kind(data("ints").read::<Vec<[i32; 2]>>()), ErrorKind::TypeMismatch { .. }));
    Ok(())
}

#[test]
fn lists_are_written_into_sequences_of_h5py_that_exist() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(&path, THEIRS);
    let file = File::open_rw(&path)?;
    let data = |name: &str| file.dataset(name).unwrap();
    data("ints").write([vec![7_i64], vec![8, 9], vec![], vec![-1]])?;
    data("ints").select(2)?.write([5_u8, 6])?;
    // The second row of four does not fit: nothing is written.
    let misfit = data("ints").write([vec![0], vec![40_000], vec![0], vec![0]]);
    assert!(matches!(kind(misfit), ErrorKind::ValueOutOfRange { .. }));
    let wrong = kind(data("ints").write([vec![0], vec![1]]));
    assert_eq!(wrong, ErrorKind::ShapeMismatch { expected: vec![4], found: vec![2] });
    data("texts").write([vec![], vec!["new".to_owned()], vec![]])?;
    data("fixed").write([vec!["x"], vec!["abc", "de"]])?;
    assert!(matches!(
        kind(data("fixed").write([vec!["long!"], vec![]])),
        ErrorKind::InvalidValue { .. }
    ));
    data("flags").write([vec![], vec![true]])?;
    data("phases").write([vec![1_u8], vec![2], vec![0, 0]])?;
    assert!(matches!(
        kind(data("phases").write([vec![1], vec![2], vec![3]])),
        ErrorKind::InvalidValue { .. }
    ));
    data("points").select(1)?.write([Point { x: -1, y: 2.5 }])?;
    data("nested").write([vec![vec![5_u8]], vec![vec![], vec![6, 7]]])?;
    data("grid").select(0)?.write([vec![0.25], vec![]])?;
    data("one").write([4_u8, 5])?;
    data("records").field("hits")?.write([vec![1_i32], vec![2, 3], vec![]])?;
    file.close()?;
    h5py.file(&path)
        // h5py forgets the byte order of the items.
        .expect("[r.view('>i2').tolist() for r in f['ints'][()]]", "[[7], [8, 9], [5, 6], [-1]]")
        .assert("h5py.check_vlen_dtype(f['ints'].dtype).str == '>i2'")
        .expect("[r.tolist() for r in f['texts'][()]]", "[[], [b'new'], []]")
        .expect("[r.tolist() for r in f['fixed'][()]]", "[[b'x'], [b'abc', b'de']]")
        .expect("[r.tolist() for r in f['flags'][()]]", "[[], [True]]")
        .expect("[r.tolist() for r in f['phases'][()]]", "[[1], [2], [0, 0]]")
        .expect("[r.tolist() for r in f['points'][()]]", "[[(0.5, 1), (1.5, 2)], [(2.5, -1)]]")
        .expect("[[r.tolist() for r in row] for row in f['nested'][()]]", "[[[5]], [[], [6, 7]]]")
        .expect(
            "[[r.tolist() for r in row] for row in f['grid'][()]]",
            "[[[0.25], []], [[3.0], []]]",
        )
        .expect("f['one'][()].tolist()", "[4, 5]")
        .expect("[r['hits'].tolist() for r in f['records'][()]]", "[[1.0], [2.0, 3.0], []]")
        .expect("f['records']['id'].tolist()", "[7, 8, 0]");
    Ok(())
}

#[test]
fn ragged_rows_are_appended_and_selected() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let log = file.new_dataset::<Vec<u16>>().shape(0..).chunk(3).deflate(1).create("log")?;
    for length in 0..10_u16 {
        log.append((0..length).collect::<Vec<_>>())?;
    }
    log.append([vec![1_i64, 2], vec![]])?;
    assert!(matches!(kind(log.append([vec![-1]])), ErrorKind::ValueOutOfRange { .. }));
    assert_eq!(log.shape()?, [12]);
    let every: Vec<Vec<u16>> = log.select(ndarray::s![1..;4])?.read()?;
    assert_eq!(every, [vec![0], vec![0, 1, 2, 3, 4], (0..9).collect()]);
    log.resize(14)?;
    log.select(-1)?.write([5_u16])?;
    let last: Vec<Vec<u16>> = log.select(10..)?.read()?;
    assert_eq!(last, [vec![1, 2], vec![], vec![], vec![5]]);
    file.close()?;
    h5py.file(&path)
        .expect("[len(r) for r in f['log'][()]]", "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 0, 0, 1]");
    Ok(())
}

#[test]
fn array_types_are_axes_or_lists_as_one_likes() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        "
        d = f.create_dataset('rows', (2,), np.dtype(('>i4', (3,))))
        d[...] = [[1, 2, 3], [4, 5, 6]]
        d = f.create_dataset('blocks', (2,), np.dtype(('i4', (2, 3))))
        d[...] = np.arange(12).reshape(2, 2, 3)
        d = f.create_dataset('one', (), np.dtype(('f4', (2,))))
        d[...] = [0.5, 1.5]
        f['table'] = np.arange(6.0).reshape(2, 3)
        f['words'] = np.array([[b'a', b'b'], [b'c', b'd']])
        f['cube'] = np.arange(12).reshape(2, 2, 3)
        ",
    );
    let file = File::open_rw(&path)?;
    let data = |name: &str| file.dataset(name).unwrap();
    assert_eq!(data("rows").shape()?, [2]);
    assert_eq!(data("rows").read::<Vec<[i32; 3]>>()?, [[1, 2, 3], [4, 5, 6]]);
    assert_eq!(data("rows").read::<Vec<Vec<u8>>>()?, [[1, 2, 3], [4, 5, 6]]);
    assert_eq!(data("rows").read::<Array2<f32>>()?, arr2(&[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]));
    assert_eq!(data("rows").read::<Vec<i64>>()?, [1, 2, 3, 4, 5, 6]);
    assert_eq!(data("rows").select(1)?.read::<[i32; 3]>()?, [4, 5, 6]);
    assert!(matches!(kind(data("rows").read::<Vec<[i32; 2]>>()), ErrorKind::TypeMismatch { .. }));
    let mut mine = Array2::<i32>::zeros((2, 3));
    data("rows").read_into(&mut mine)?;
    assert_eq!(mine[[1, 2]], 6);

    let blocks: Vec<[[i32; 3]; 2]> = data("blocks").read()?;
    assert_eq!(blocks, [[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]]);
    assert_eq!(data("blocks").read::<Vec<Vec<Vec<i8>>>>()?[1][0], [6, 7, 8]);
    assert_eq!(data("blocks").read::<Vec<Vec<[i8; 3]>>>()?[1][0], [6, 7, 8]);
    assert_eq!(data("blocks").read::<Array3<i64>>()?[[1, 1, 2]], 11);
    assert_eq!(data("one").read::<[f64; 2]>()?, [0.5, 1.5]);
    assert_eq!(data("one").read::<Vec<f64>>()?, [0.5, 1.5]);

    assert_eq!(data("table").read::<Vec<[f64; 3]>>()?, [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]);
    assert_eq!(data("table").read::<Vec<Vec<f64>>>()?, [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]);
    assert_eq!(data("table").read::<Vec<[u8; 3]>>()?, [[0, 1, 2], [3, 4, 5]]);
    assert!(data("table").read::<Vec<[f64; 2]>>().is_err());
    assert_eq!(data("table").select(1..)?.read::<Vec<Vec<f32>>>()?, [[3.0, 4.0, 5.0]]);
    assert_eq!(data("words").read::<Vec<Vec<String>>>()?, [["a", "b"], ["c", "d"]]);
    assert_eq!(data("words").read::<Vec<[String; 2]>>()?, [["a", "b"], ["c", "d"]]);
    assert_eq!(data("cube").read::<Vec<[[i64; 3]; 2]>>()?[1], [[6, 7, 8], [9, 10, 11]]);
    assert_eq!(data("cube").read::<Array2<[i64; 3]>>()?[[1, 0]], [6, 7, 8]);
    assert_eq!(data("cube").read::<Vec<Vec<Vec<i64>>>>()?[0][1], [3, 4, 5]);

    data("rows").write([[7_i64, 8, 9], [10, 11, 12]])?;
    data("rows").select(0)?.write(vec![1_u8, 0, 1])?;
    let short = kind(data("rows").write([[7, 8], [9, 10]]));
    assert_eq!(short, ErrorKind::ShapeMismatch { expected: vec![2, 3], found: vec![2, 2] });
    data("blocks").write(Array3::from_elem((2, 2, 3), 5_i16))?;
    data("blocks").select(1)?.write([[1, 2, 3], [4, 5, 6]])?;
    data("one").write([2.5, 3.5])?;
    file.close()?;
    h5py.file(&path)
        .expect("f['rows'][()].tolist()", "[[1, 0, 1], [10, 11, 12]]")
        .expect("f['blocks'][()].tolist()", "[[[5, 5, 5], [5, 5, 5]], [[1, 2, 3], [4, 5, 6]]]")
        .expect("f['one'][()].tolist()", "[2.5, 3.5]");
    Ok(())
}

#[test]
fn array_types_are_made_only_when_asked_for() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    file.create_dataset("table", vec![[1, 2, 3], [4, 5, 6]])?;
    let rows = file.new_dataset::<[i32; 3]>().create_with("rows", vec![[1, 2, 3], [4, 5, 6]])?;
    assert_eq!(rows.shape()?, [2]);
    let blocks = file.new_dataset::<[[f32; 3]; 2]>().shape(4).fill_value([[1.5; 3]; 2]);
    let blocks = blocks.create("blocks")?;
    blocks.select(1)?.write([[1, 2, 3], [4, 5, 6]])?;
    assert_eq!(blocks.read::<Vec<[[f32; 3]; 2]>>()?[0], [[1.5; 3]; 2]);
    assert_eq!(blocks.fill_value::<[[f32; 3]; 2]>()?, Some([[1.5; 3]; 2]));
    let flags = [[true, false], [false, false]];
    file.new_dataset::<[bool; 2]>().create_with("flags", flags)?;
    file.new_dataset::<[String; 2]>().create_with("words", [["a", "b"]])?;
    file.new_dataset::<[Vec<u8>; 2]>().create_with("ragged", [[vec![1_u8], vec![2, 3]]])?;
    let steps = [Step { x: 1.0, label: "l".into() }, Step { x: 2.0, label: "m".into() }];
    file.new_dataset::<[Step; 2]>().create_with("steps", [steps.clone()])?;
    let pairs = vec![vec![[1_u8, 2], [3, 4]], vec![]];
    let pairs_of = file.new_dataset::<Vec<[u8; 2]>>().create_with("pairs", &pairs)?;
    assert_eq!(pairs_of.read::<Vec<Vec<[u8; 2]>>>()?, pairs);
    assert_eq!(pairs_of.read::<Vec<Vec<Vec<u8>>>>()?[0][1], [3, 4]);
    let data = |name: &str| file.dataset(name).unwrap();
    assert_eq!(data("flags").read::<Vec<[bool; 2]>>()?, flags);
    assert_eq!(data("words").read::<Vec<[String; 2]>>()?, [["a", "b"]]);
    assert_eq!(data("ragged").read::<Vec<[Vec<u8>; 2]>>()?, [[vec![1], vec![2, 3]]]);
    assert_eq!(data("steps").read::<Vec<[Step; 2]>>()?, [steps]);
    file.attrs().set("pairs", [[1, 2], [3, 4]])?;
    file.close()?;
    h5py.file(&path)
        .expect("f['table'].shape, f['table'].dtype.subdtype", "((2, 3), None)")
        .expect("f['rows'].dtype", "dtype(('<i4', (3,)))")
        .expect("f['rows'][()].tolist()", "[[1, 2, 3], [4, 5, 6]]")
        .expect("f['blocks'].dtype", "dtype(('<f4', (2, 3)))")
        .expect("f['blocks'][1:3].tolist()[0]", "[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]")
        .expect("f['blocks'][3].tolist()", "[[1.5, 1.5, 1.5], [1.5, 1.5, 1.5]]")
        .expect("f['flags'][()].tolist()", "[[True, False], [False, False]]")
        .expect("f['words'][()].tolist()", "[[b'a', b'b']]")
        .expect("f['pairs'].dtype.metadata['vlen']", "dtype(('u1', (2,)))")
        .expect("f['pairs'][0].tolist()", "[[1, 2], [3, 4]]")
        .expect("f.attrs['pairs'].tolist()", "[[1, 2], [3, 4]]");
    Ok(())
}

#[test]
fn bytes_are_opaque_values_arrays_and_sequences() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        "
        f['blobs'] = np.array([b'abc', b'\\x00\\xff\\x01'], 'V3')
        d = f.create_dataset('vlen', (2,), h5py.vlen_dtype('u1'))
        d[0] = np.array([1, 255], 'u1')
        ",
    );
    let file = File::open_rw(&path)?;
    let blobs = file.dataset("blobs")?;
    assert_eq!(blobs.read::<Vec<[u8; 3]>>()?, [*b"abc", [0, 255, 1]]);
    assert_eq!(blobs.read::<Vec<Vec<u8>>>()?, [*b"abc", [0, 255, 1]]);
    assert_eq!(blobs.read::<Array2<u8>>()?, arr2(&[*b"abc", [0, 255, 1]]));
    assert_eq!(*blobs.select(0)?.read::<Opaque<3>>()?, *b"abc");
    assert!(blobs.read::<Vec<[u8; 2]>>().is_err());
    assert!(blobs.read::<Vec<[i8; 3]>>().is_err());
    blobs.write([*b"xyz", *b"\0\0\0"])?;
    assert!(blobs.write([*b"xy", *b"zz"]).is_err());
    assert_eq!(file.dataset("vlen")?.read::<Vec<Vec<u8>>>()?, [vec![1, 255], vec![]]);
    file.close()?;
    h5py.file(&path).expect("[v.tobytes() for v in f['blobs'][()]]", r"[b'xyz', b'\x00\x00\x00']");
    Ok(())
}

#[test]
fn ndarrays_of_lists_are_written_in_any_order() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let grid = Array2::from_shape_fn((2, 3), |(i, j)| vec![(10 * i + j) as f64; j]);
    // ndarray's elements are elements: a new dataset of lists has sequences.
    file.create_dataset("grid", &grid)?;
    file.create_dataset("turned", grid.t())?;
    file.create_dataset("rows", Array1::from_vec(vec![[1, 2], [3, 4]]))?;
    file.attrs().set("grid", &grid)?;
    assert_eq!(file.dataset("grid")?.read::<Array2<Vec<f64>>>()?, grid);
    assert_eq!(file.dataset("turned")?.read::<Array2<Vec<f64>>>()?, grid.t());
    assert_eq!(file.attrs().get::<Array2<Vec<f64>>>("grid")?, grid);
    file.close()?;
    h5py.file(&path)
        .expect("f['grid'].shape, f['turned'].shape", "((2, 3), (3, 2))")
        .expect("f['turned'][2, 1].tolist()", "[12.0, 12.0]")
        .expect("f.attrs['grid'][1, 2].tolist()", "[12.0, 12.0]")
        .expect("f['rows'].shape, f['rows'][()].tolist()", "((2,), [[1, 2], [3, 4]])");
    Ok(())
}

#[test]
fn lists_of_different_lengths_are_no_table_unless_a_type_says_so() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let ragged = vec![vec![1, 2], vec![3]];
    let refused = kind(file.create_dataset("a", &ragged));
    assert_eq!(refused, ErrorKind::UnequalLists { first: vec![2], other: vec![1] });
    assert_eq!(kind(file.attrs().set("a", &ragged)), refused);
    assert!(!file.contains("a")? && !file.attrs().contains("a")?);
    let values = ragged.iter().map(|row| Value::from(row.clone())).collect::<Vec<_>>();
    let of_type = DynArray::from_values(&vlen(i64_type()), &[2], &values)?;
    file.attrs().set("a", of_type)?;
    file.create_dataset("a", Value::from(ragged.clone()))?;
    assert_eq!(file.attrs().get::<Vec<Vec<i32>>>("a")?, ragged);
    file.close()?;
    h5py.file(&path)
        .expect("[r.tolist() for r in f.attrs['a']]", "[[1, 2], [3]]")
        .expect("[r.tolist() for r in f['a'][()]]", "[[1, 2], [3]]");
    Ok(())
}

fn i64_type() -> TypeDescriptor {
    <i64 as hdf5::Encode>::dtype()
}

#[test]
fn lists_of_nothing_are_as_empty_as_they_were() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let none: Vec<Vec<i32>> = vec![];
    file.new_dataset::<Vec<i32>>().create_with("none", &none)?;
    file.new_dataset::<Vec<i32>>().create_with("empty", vec![none_of::<i32>(); 3])?;
    file.new_dataset::<Vec<Vec<String>>>()
        .create_with("nested", vec![vec![Vec::<String>::new(); 2]])?;
    file.new_dataset::<[i32; 2]>().create_with("rows", Vec::<[i32; 2]>::new())?;
    file.new_dataset::<[i32; 2]>().shape((0.., 3)).create("wide")?;
    file.new_dataset::<Vec<u8>>().create("one")?;
    file.create_dataset("table", Array2::<f32>::zeros((3, 0)))?;
    assert_eq!(file.dataset("none")?.read::<Vec<Vec<i32>>>()?, none);
    assert_eq!(file.dataset("empty")?.read::<Vec<Vec<i32>>>()?, vec![none_of::<i32>(); 3]);
    assert_eq!(
        file.dataset("nested")?.read::<Vec<Vec<Vec<String>>>>()?,
        [vec![none_of::<String>(); 2]]
    );
    assert_eq!(file.dataset("rows")?.read::<Vec<[i32; 2]>>()?, Vec::<[i32; 2]>::new());
    assert_eq!(file.dataset("rows")?.read::<Array2<i32>>()?.dim(), (0, 2));
    assert_eq!(file.dataset("wide")?.read::<Array3<i32>>()?.dim(), (0, 3, 2));
    assert_eq!(file.dataset("one")?.read::<Vec<u8>>()?, none_of::<u8>());
    assert_eq!(file.dataset("table")?.read::<Vec<Vec<f32>>>()?, vec![none_of::<f32>(); 3]);
    assert_eq!(file.dataset("table")?.read::<Vec<[f32; 0]>>()?, [[]; 3]);
    // An array type of no elements has no bytes: HDF5 has none.
    assert!(file.new_dataset::<[i32; 0]>().shape(2).create("zero").is_err());
    assert!(!file.contains("zero")?);
    file.close()?;
    h5py.file(&path)
        .expect("f['none'].shape, f['rows'].shape, f['wide'].shape", "((0,), (0,), (0, 3))")
        .expect("[r.tolist() for r in f['empty'][()]]", "[[], [], []]")
        .expect("f['one'][()].tolist()", "[]");
    Ok(())
}

fn none_of<T>() -> Vec<T> {
    Vec::new()
}

/// Makes a dataset of sequences in which row `i` is the one byte `i`, as a `bool` or an enumeration.
fn every_byte(h5py: judges::H5py, path: &Path) {
    h5py.create(
        path,
        "
        def every(name, names):
            item = h5py.h5t.enum_create(h5py.h5t.STD_U8LE)
            for key, value in names.items():
                item.enum_insert(key, value)
            space = h5py.h5s.create_simple((256,))
            d = h5py.h5d.create(f.id, name, h5py.h5t.vlen_create(item), space)
            memory = h5py.h5t.py_create(h5py.vlen_dtype(h5py.enum_dtype(
                {k.decode(): v for k, v in names.items()}, 'u1')))
            rows = np.empty(256, h5py.vlen_dtype('u1'))
            for i in range(256):
                rows[i] = np.array([i], 'u1')
            d.write(h5py.h5s.ALL, h5py.h5s.ALL, rows, memory)
        every(b'bools', {b'FALSE': 0, b'TRUE': 1})
        every(b'phases', {b'Ice': 0, b'Water': 1, b'Steam': 2})
        ",
    );
}

#[test]
fn every_byte_in_a_sequence_is_the_right_value_or_an_error() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("bytes.h5");
    every_byte(h5py, &path);
    h5py.file(&path).expect("int(f['phases'][255][0]), len(f['bools'][7])", "(255, 1)");
    let file = File::open(&path)?;
    let (bools, phases) = (file.dataset("bools")?, file.dataset("phases")?);
    for byte in 0..256 {
        let read: Result<Vec<bool>, _> = bools.select(byte)?.read();
        match byte {
            0 | 1 => assert_eq!(read?, [byte == 1]),
            _ => assert!(matches!(kind(read), ErrorKind::InvalidValue { .. }), "{byte}"),
        }
        let read: Result<Vec<Vec<Phase>>, _> = phases.select(byte..byte + 1)?.read();
        match usize::try_from(byte)
            .ok()
            .and_then(|byte| [Phase::Ice, Phase::Water, Phase::Steam].get(byte).copied())
        {
            Some(phase) => assert_eq!(read?, [[phase]]),
            None => {
                let ErrorKind::InvalidValue { reason } = kind(read) else { panic!("{byte}") };
                assert!(reason.contains(&byte.to_string()), "{reason}");
            }
        }
        // As they are stored, all of them can be read.
        let value: Value = bools.select(byte)?.read()?;
        let expected = match byte {
            0 | 1 => Value::Bool(byte == 1),
            _ => Value::Enum { value: byte as i128, name: None },
        };
        assert_eq!(value, Value::Sequence(vec![expected]));
    }
    assert!(matches!(kind(bools.read::<Vec<Vec<bool>>>()), ErrorKind::InvalidValue { .. }));
    assert!(matches!(kind(phases.read::<Vec<Vec<Phase>>>()), ErrorKind::InvalidValue { .. }));
    Ok(())
}

/// The memory of this process that is in use, in bytes.
#[cfg(target_os = "linux")]
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

#[cfg(target_os = "linux")]
#[test]
fn reading_sequences_loses_no_memory_whether_it_succeeds_or_fails() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone)]
    struct Wide {
        text: String,
        number: i64,
        flags: Vec<u8>,
    }
    #[derive(H5Type, Debug, Clone)]
    struct Narrow {
        text: String,
        number: i16,
        flags: Vec<bool>,
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let row = |number, flag| Wide { text: "t".repeat(100), number, flags: vec![flag; 100] };
    let rows = |middle: Wide| {
        let mut rows: Vec<Vec<Wide>> = (0..20).map(|_| vec![row(1, 1); 10]).collect();
        rows[10][5] = middle;
        rows
    };
    let new = || file.new_dataset::<Vec<Wide>>();
    let good = new().create_with("good", rows(row(2, 0)))?;
    // What stops libhdf5 half-way, and what stops us after it.
    let large = new().create_with("large", rows(row(100_000, 0)))?;
    let wrong = new().create_with("wrong", rows(row(2, 7)))?;
    let values = vec![Value::from(vec!["x".repeat(1000); 10]); 3];
    let texts = vlen(<String as hdf5::Encode>::dtype());
    file.attrs().set("texts", DynArray::from_values(&texts, &[3], &values)?)?;
    let flat = file.create_dataset("flat", vec![row(3, 1); 200])?;
    let read = |times: usize| -> Result<(), Error> {
        for _ in 0..times {
            assert_eq!(good.read::<Vec<Vec<Narrow>>>()?.len(), 20);
            assert!(matches!(
                kind(large.read::<Vec<Vec<Narrow>>>()),
                ErrorKind::ValueOutOfRange { .. }
            ));
            let wrong = kind(wrong.read::<Vec<Vec<Narrow>>>());
            assert!(matches!(wrong, ErrorKind::InvalidValue { .. }));
            good.select(3..5)?.read::<DynArray>()?.to::<Vec<Vec<Wide>>>()?;
            assert_eq!(file.attrs().get::<Vec<Vec<String>>>("texts")?.len(), 3);
            assert!(file.attrs().get::<Vec<Vec<bool>>>("texts").is_err());
            flat.fields(["text", "flags"])?.read::<Value>()?;
        }
        Ok(())
    };
    read(200)?;
    let before = resident();
    read(2000)?;
    let grown = resident().saturating_sub(before);
    // A single lost row of each read would be 20 MB. libhdf5 1.10 itself loses some 5 KB each time when
    // a conversion is stopped.
    let most = if cfg!(hdf5_ge_2_0) { 8 << 20 } else { 16 << 20 };
    assert!(grown < most, "{grown} bytes more");
    Ok(())
}
