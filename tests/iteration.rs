//! Data larger than memory, in parts: rows, blocks of rows, chunks.

use hdf5::{DynArray, ErrorKind, File, StringArray, Value};
use ndarray::{Array1, Array2, Array3};

#[test]
fn chunks_come_in_h5pys_order_and_with_its_edges() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("iter.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape((10, 7)).chunk((4, 5)).create("x").unwrap();
    let cube = file.new_dataset::<i32>().shape((3, 4, 5)).chunk((2, 4, 3)).create("c").unwrap();
    let line = file.new_dataset::<i32>().shape(9).chunk(3).create("l").unwrap();
    let python = |parts: hdf5::ChunkRanges| {
        let tuples = parts.map(|part| {
            let slices = part.iter().map(|r| format!("({}, {}, 1)", r.start, r.end));
            format!("[{}]", slices.collect::<Vec<_>>().join(", "))
        });
        format!("[{}]", tuples.collect::<Vec<_>>().join(", "))
    };
    let cases = [
        (python(x.iter_chunks().unwrap()), "x", "None"),
        (python(cube.iter_chunks().unwrap()), "c", "None"),
        (python(line.iter_chunks().unwrap()), "l", "None"),
        (python(x.iter_chunks_in((2..9, 1..6)).unwrap()), "x", "np.s_[2:9, 1:6]"),
        (python(x.iter_chunks_in((4..8, 5..)).unwrap()), "x", "np.s_[4:8, 5:]"),
        (python(x.iter_chunks_in((.., 6)).unwrap()), "x", "np.s_[:, 6]"),
        (python(x.iter_chunks_in((9, 0)).unwrap()), "x", "np.s_[9, 0]"),
        (python(x.iter_chunks_in((..1, ..)).unwrap()), "x", "np.s_[:1, :]"),
        (python(cube.iter_chunks_in((1.., 1..3, 2..)).unwrap()), "c", "np.s_[1:, 1:3, 2:]"),
        (python(line.iter_chunks_in(4..8).unwrap()), "l", "np.s_[4:8]"),
        (python(line.iter_chunks_in(8).unwrap()), "l", "8"),
    ];
    file.close().unwrap();
    for (ours, name, selection) in cases {
        let parts = format!("f['{name}'].iter_chunks({selection})");
        let theirs = format!("[[(s.start, s.stop, s.step) for s in part] for part in {parts}]");
        h5py.file(&path).expect(&theirs, &ours);
    }
}

#[test]
fn chunks_cannot_be_gone_through_where_h5py_refuses_too() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("refused.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape((10, 7)).chunk((4, 5)).create("x").unwrap();
    let line = file.create_dataset("line", [1, 2, 3]).unwrap();
    let one = file.create_dataset("one", 1).unwrap();
    for dataset in [line, one] {
        let error = dataset.iter_chunks().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    }
    let kind = |selection: hdf5::Selection| x.iter_chunks_in(selection).unwrap_err().kind().clone();
    assert_eq!(kind((..4).into()), ErrorKind::RankMismatch { expected: 2, found: 1 });
    assert_eq!(kind((0, 0, 0).into()), ErrorKind::RankMismatch { expected: 2, found: 3 });
    let beyond = ErrorKind::OutOfBounds { axis: 1, index: 8, extent: 7 };
    assert_eq!(kind((.., 2..8).into()), beyond);
    assert_eq!(kind((10, ..).into()), ErrorKind::OutOfBounds { axis: 0, index: 10, extent: 10 });
    let stepped = hdf5::AxisSelection::Slice { start: 0, end: None, step: 2 };
    let stepped = hdf5::Selection::new([stepped, (0..7).into()]);
    assert!(matches!(kind(stepped), ErrorKind::InvalidArgument { .. }));
    // h5py refuses what is empty; here there is nothing to go through.
    assert_eq!(x.iter_chunks_in((3..3, ..)).unwrap().count(), 0);
    let none = file.new_dataset::<u8>().shape((0.., 3)).create("none").unwrap();
    assert_eq!(none.iter_chunks().unwrap().count(), 0);
    file.close().unwrap();
    for (expression, error) in [
        ("f['line'].iter_chunks()", "TypeError"),
        ("f['one'].iter_chunks()", "TypeError"),
        ("f['x'].iter_chunks(np.s_[:4])", "ValueError"),
        ("f['x'].iter_chunks(np.s_[:, 2:8])", "ValueError"),
        ("f['x'].iter_chunks(np.s_[10, :])", "ValueError"),
        ("f['x'].iter_chunks(np.s_[3:3, :])", "ValueError"),
        ("f['none'].iter_chunks()", "ValueError"),
    ] {
        let raised = h5py.file(&path).error_of(expression);
        assert!(raised.starts_with(error), "{expression}: {raised}");
    }
}

#[test]
fn what_chunk_iteration_yields_selects_every_element_once() {
    let dir = judges::scratch();
    let file = File::create(dir.file("cover.h5")).unwrap();
    let x = file.new_dataset::<u32>().shape((10, 7, 5)).chunk((4, 5, 2)).create("x").unwrap();
    for part in x.iter_chunks().unwrap() {
        let selected = x.select(&part).unwrap();
        let values: Array3<u32> = selected.read().unwrap();
        selected.write(values + 1).unwrap();
    }
    assert_eq!(x.read::<Vec<u32>>().unwrap(), [1; 350]);
}

#[test]
fn rows_and_blocks_are_what_is_selected_one_after_the_other() {
    let dir = judges::scratch();
    let file = File::create(dir.file("rows.h5")).unwrap();
    let data = Array3::from_shape_fn((1000, 30, 40), |(i, j, k)| (i * 1200 + j * 40 + k) as f64);
    let builder = || file.new_dataset::<f64>().shape((1000, 30, 40));
    for (name, builder) in [
        ("line", builder()),
        ("chunks", builder().chunk((64, 30, 40)).deflate(1)),
        ("flat", builder().chunk((1000, 5, 5))),
    ] {
        let x = builder.create(name).unwrap();
        x.write(&data).unwrap();
        let mut count = 0;
        for (row, expected) in x.rows::<Array2<f32>>().unwrap().zip(data.outer_iter()) {
            assert_eq!(row.unwrap().mapv(f64::from), expected);
            count += 1;
        }
        assert_eq!(count, 1000);
        for blocks in [x.blocks::<Vec<f64>>().unwrap(), x.blocks_of(1).unwrap()] {
            let all: Vec<_> = blocks.map(Result::unwrap).collect();
            assert_eq!(all.concat(), data.as_slice().unwrap());
        }
    }
    // A block is whole chunks of about a mebibyte: 109 rows of 9600 bytes.
    let chunks = file.dataset("chunks").unwrap();
    let rows: Vec<_> =
        chunks.blocks::<Array3<f64>>().unwrap().map(|b| b.unwrap().dim().0).collect();
    assert_eq!(rows[..2], [64, 64]);
    let mut blocks = chunks.blocks_of::<Vec<u32>>(300).unwrap();
    assert_eq!((blocks.size_hint().1, blocks.position()), (Some(4), 0));
    assert_eq!(blocks.next().unwrap().unwrap().len(), 300 * 1200);
    assert_eq!(blocks.position(), 300);
    assert_eq!(blocks.last().unwrap().unwrap().len(), 100 * 1200);
}

#[test]
fn rows_are_read_as_whatever_a_row_can_be_read_as() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("forms.h5");
    h5py.create(
        &path,
        "
        f['words'] = np.array([['a', 'bc'], ['größer', '']], dtype=h5py.string_dtype())
        ragged = f.create_dataset('ragged', (40,), h5py.vlen_dtype('i4'), chunks=(8,))
        for n in range(40):
            ragged[n] = np.arange(n)
        f['points'] = np.array([(1, 2.5), (3, -1)], [('x', 'i2'), ('y', 'f4')])
        f['triples'] = np.arange(6).reshape(2, 3)
        f['line'] = np.arange(5)
        f['flags'] = np.array([[True, False], [False, True]])
        f.create_dataset('narrow', (4, 0), 'f8')
        f.create_dataset('none', (0, 3), 'f8')
        ",
    );
    let file = File::open(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    let words: Vec<Vec<String>> =
        dataset("words").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!(words, [["a", "bc"], ["größer", ""]]);
    let words: Vec<StringArray> =
        dataset("words").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!((&words[1][0], words[1].shape()), ("größer", &[2][..]));
    // Each row is one sequence.
    for (n, row) in dataset("ragged").rows::<Vec<u64>>().unwrap().enumerate() {
        assert_eq!(row.unwrap(), (0..n as u64).collect::<Vec<_>>());
    }

    #[derive(hdf5::H5Type, Debug, PartialEq)]
    struct Point {
        x: i16,
        y: f32,
    }
    let points: Vec<Point> =
        dataset("points").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!(points, [Point { x: 1, y: 2.5 }, Point { x: 3, y: -1.0 }]);
    let triples: Vec<[u8; 3]> =
        dataset("triples").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!(triples, [[0, 1, 2], [3, 4, 5]]);
    let numbers: Vec<f32> = dataset("line").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!(numbers, [0.0, 1.0, 2.0, 3.0, 4.0]);
    let flags: Vec<Array1<bool>> =
        dataset("flags").rows().unwrap().collect::<hdf5::Result<_>>().unwrap();
    assert_eq!(flags[1].to_vec(), [false, true]);
    for name in ["words", "ragged", "points", "triples", "line", "flags", "narrow"] {
        let dataset = dataset(name);
        let rows = dataset.rows::<Value>().unwrap().zip(dataset.rows::<DynArray>().unwrap());
        let mut count = 0;
        for (row, (value, array)) in rows.enumerate() {
            let select = || dataset.select(row).unwrap();
            assert_eq!(value.unwrap(), select().read::<Value>().unwrap());
            let (array, expected) = (array.unwrap(), select().read::<DynArray>().unwrap());
            assert_eq!((array.shape(), array.dtype()), (expected.shape(), expected.dtype()));
            assert_eq!(array.values().unwrap(), expected.values().unwrap());
            count += 1;
        }
        assert_eq!(count, dataset.shape().unwrap()[0], "{name}");
    }
    assert_eq!(dataset("none").rows::<Vec<f64>>().unwrap().count(), 0);
    assert_eq!(dataset("none").blocks::<Vec<f64>>().unwrap().count(), 0);
}

#[test]
fn rows_removed_meanwhile_are_an_error_and_then_nothing() {
    let dir = judges::scratch();
    let file = File::create(dir.file("removed.h5")).unwrap();
    let x = file.new_dataset::<i32>().shape((100.., 2)).chunk((4, 2)).create("x").unwrap();
    let mut rows = x.rows::<Vec<i32>>().unwrap();
    let mut blocks = x.blocks_of::<Vec<i32>>(10).unwrap();
    assert_eq!(blocks.next().unwrap().unwrap().len(), 20);
    x.resize_axis(0, 15).unwrap();
    let beyond = |index| ErrorKind::OutOfBounds { axis: 0, index, extent: 15 };
    assert_eq!(*blocks.next().unwrap().unwrap_err().kind(), beyond(20));
    assert!(blocks.next().is_none());
    assert_eq!(*rows.next().unwrap().unwrap_err().kind(), beyond(100));
    assert!(rows.next().is_none() && rows.next().is_none());
    // Rows that are added are not seen.
    let rows = x.rows::<Vec<i32>>().unwrap();
    x.resize_axis(0, 50).unwrap();
    assert_eq!(rows.map(Result::unwrap).count(), 15);
    // What a row is not ends the iteration too.
    let mut rows = x.rows::<Array2<i32>>().unwrap();
    let kind = rows.next().unwrap().unwrap_err().kind().clone();
    assert_eq!(kind, ErrorKind::RankMismatch { expected: 1, found: 2 });
    assert!(rows.next().is_none());
    let mut words = x.rows::<Vec<String>>().unwrap();
    assert!(matches!(words.next().unwrap().unwrap_err().kind(), ErrorKind::TypeMismatch { .. }));
    assert!(words.next().is_none());

    let one = file.create_dataset("one", 1).unwrap();
    let error = one.rows::<i32>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::RankMismatch { expected: 0, found: 1 });
    let error = x.blocks_of::<Vec<i32>>(0).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    let mut rows = x.rows::<Vec<i32>>().unwrap();
    file.close().unwrap();
    assert_eq!(*rows.next().unwrap().unwrap_err().kind(), ErrorKind::Closed);
}

#[test]
fn a_thousand_steps_are_written_row_by_row() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("steps.h5");
    let file = File::create(&path).unwrap();
    let appended = file.new_dataset::<f64>().shape((0.., 64)).chunk((1, 64)).create("a").unwrap();
    let resized = file.new_dataset::<f64>().shape((0.., 64)).chunk((1, 64)).create("r").unwrap();
    for step in 0..1000 {
        let row = Array1::from_shape_fn(64, |column| (step * 64 + column) as f64);
        appended.append(&row).unwrap();
        resized.resize_axis(0, step + 1).unwrap();
        resized.select(step).unwrap().write(&row).unwrap();
        if step % 100 == 0 {
            resized.flush().unwrap();
        }
    }
    file.close().unwrap();
    h5py.file(&path)
        .expect("[f[n].shape for n in 'ar']", "[(1000, 64), (1000, 64)]")
        .assert("all((f[n][:] == np.arange(64000.).reshape(1000, 64)).all() for n in 'ar')");
    let size = std::fs::metadata(&path).unwrap().len();
    assert!((size as f64) < 1.2 * 2.0 * 64_000.0 * 8.0, "{size}");
}

#[test]
fn one_axis_is_resized_as_h5py_does_and_not_beyond_its_maximum() {
    let dir = judges::scratch();
    let path = dir.file("axis.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<u8>().shape((2, 3)).max_shape((Some(4), None)).create("x").unwrap();
    x.resize_axis(1, 7).unwrap();
    x.resize_axis(0, 4).unwrap();
    assert_eq!(x.shape().unwrap(), [4, 7]);
    let kind = |axis, length| x.resize_axis(axis, length).unwrap_err().kind().clone();
    assert_eq!(kind(0, 5), ErrorKind::BeyondMaximum { axis: 0, requested: 5, maximum: 4 });
    assert!(matches!(kind(2, 5), ErrorKind::InvalidArgument { .. }));
    assert_eq!(x.shape().unwrap(), [4, 7]);
    let line = file.create_dataset("line", [1, 2]).unwrap();
    assert!(line.resize_axis(0, 1).is_err());
    file.close().unwrap();
    let x = File::open(&path).unwrap().dataset("x").unwrap();
    assert_eq!(*x.resize_axis(0, 1).unwrap_err().kind(), ErrorKind::ReadOnly);
}

#[test]
fn a_dataset_is_refreshed_where_it_is_open_for_reading_or_writing() {
    let dir = judges::scratch();
    let path = dir.file("refresh.h5");
    let file = File::create(&path).unwrap();
    let x = file.create_dataset("x", [1, 2, 3]).unwrap();
    x.refresh().unwrap();
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2, 3]);
    file.close().unwrap();
    assert_eq!(*x.refresh().unwrap_err().kind(), ErrorKind::Closed);
    let file = File::open(&path).unwrap();
    let x = file.dataset("x").unwrap();
    let again = x.clone();
    for _ in 0..3 {
        x.refresh().unwrap();
        assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2, 3]);
        assert_eq!(again.select(1).unwrap().read::<i64>().unwrap(), 2);
    }
    file.close().unwrap();
}

#[test]
fn what_was_flushed_is_in_the_file_while_it_is_open() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("flush.h5");
    let file = File::create(&path).unwrap();
    let line = file.create_dataset("line", [0; 6]).unwrap();
    let log = file.new_dataset::<i32>().shape((4.., 3)).chunk((2, 3)).create("log").unwrap();
    log.write(0).unwrap();
    let seen = || {
        let script = "
            with h5py.File(args[0], 'r', locking=False) as f:
                print(f['line'][:].tolist(), f['log'][:].tolist())
            ";
        h5py.script(script, &[&path]).trim().to_owned()
    };
    // The room that was made since the last time is the file's matter.
    file.flush().unwrap();
    let nothing = "[0, 0, 0, 0, 0, 0] [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]]";
    log.write([[1], [2], [3], [4]]).unwrap();
    assert_eq!(seen(), nothing);
    log.flush().unwrap();
    let rows = "[[1, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4]]";
    assert_eq!(seen(), format!("[0, 0, 0, 0, 0, 0] {rows}"));
    line.write([1, 2, 3, 4, 5, 6]).unwrap();
    log.resize_axis(0, 1).unwrap();
    line.flush().unwrap();
    assert_eq!(seen(), format!("[1, 2, 3, 4, 5, 6] {rows}"));
    log.flush().unwrap();
    assert_eq!(seen(), "[1, 2, 3, 4, 5, 6] [[1, 1, 1]]");
    log.append([[7, 8, 9]; 3]).unwrap();
    file.flush().unwrap();
    let rows = "[[1, 1, 1], [7, 8, 9], [7, 8, 9], [7, 8, 9]]";
    assert_eq!(seen(), format!("[1, 2, 3, 4, 5, 6] {rows}"));
}
