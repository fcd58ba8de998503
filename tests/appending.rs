//! Data added at the end of any axis, beside what numpy makes of the same pieces.

use hdf5::{Dataset, ErrorKind, File, H5Type};
use ndarray::{Array2, ArrayD, IxDyn, ShapeBuilder, array, s};

/// An array of a shape with the numbers from `first` on.
fn numbers(shape: &[usize], first: i32) -> ArrayD<i32> {
    let count: usize = shape.iter().product();
    ArrayD::from_shape_vec(shape, (first..).take(count).collect()).unwrap()
}

#[test]
fn pieces_are_added_along_each_axis_as_by_numpy() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("axes.h5");
    h5py.create(
        &path,
        "
        for axis in range(3):
            for options in ({}, {'compression': 1, 'shuffle': True}):
                f.create_dataset(f'{axis} {len(options)}', dtype='i2', fillvalue=-9, chunks=(2, 2, 3),
                    data=np.arange(24).reshape(2, 3, 4), maxshape=(None,) * 3, **options)
        ",
    );
    let file = File::open_rw(&path).unwrap();
    for axis in 0..3 {
        for options in [0, 2] {
            let x = file.dataset(format!("{axis} {options}")).unwrap();
            for (length, first) in [(1, 100), (5, 200), (0, 0), (2, 300)] {
                let mut shape = [2, 3, 4];
                shape[axis] = length;
                let piece = numbers(&shape, first);
                match length {
                    // From memory in another order, and of another type.
                    2 => {
                        let mut fortran = ArrayD::<f64>::zeros(IxDyn(&shape).f());
                        fortran.assign(&piece.mapv(f64::from));
                        x.append_axis(axis, &fortran).unwrap();
                    }
                    5 => {
                        let mut backwards = piece.clone();
                        backwards.invert_axis(ndarray::Axis(axis));
                        let backwards = backwards.as_standard_layout().into_owned();
                        let forwards = backwards
                            .slice_axis(ndarray::Axis(axis), ndarray::Slice::new(0, None, -1));
                        x.append_axis(axis, forwards).unwrap();
                    }
                    _ => x.append_axis(axis, &piece).unwrap(),
                }
            }
            // At one position: the data lacks the axis.
            let others: Vec<_> = (0..3).filter(|&other| other != axis).collect();
            let flat: Vec<_> = others.iter().map(|&other| [2, 3, 4][other]).collect();
            x.append_axis(axis, numbers(&flat, 400)).unwrap();
            let mut expected = vec![2, 3, 4];
            expected[axis] += 1 + 5 + 2 + 1;
            assert_eq!(x.shape().unwrap(), expected);
        }
    }
    file.close().unwrap();
    h5py.file(&path).run(
        "
        for name, d in f.items():
            axis = int(name[0])
            def piece(length, first):
                shape = [2, 3, 4]
                shape[axis] = length
                return np.arange(first, first + np.prod(shape)).reshape(shape)
            pieces = [np.arange(24).reshape(2, 3, 4)]
            pieces += [piece(*p) for p in ((1, 100), (5, 200), (2, 300))]
            flat = [n for i, n in enumerate((2, 3, 4)) if i != axis]
            last = np.arange(400, 400 + np.prod(flat)).reshape(flat)
            expected = np.concatenate([*pieces, np.expand_dims(last, axis)], axis)
            assert d.shape == expected.shape, (name, d.shape)
            assert (d[()] == expected).all(), (name, d[()], expected)
        ",
    );
}

#[test]
fn elements_of_every_sort_are_added_to_what_h5py_made() {
    #[derive(H5Type, Debug, Clone)]
    struct Hit {
        x: f32,
        name: String,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("sorts.h5");
    h5py.create(
        &path,
        "
        text = h5py.string_dtype()
        f.create_dataset('words', (1, 2), text, data=[['a', 'b']], maxshape=(None, None), chunks=(2, 2))
        f.create_dataset('hits', (0, 2), [('x', 'f4'), ('name', text)], maxshape=(None, None))
        f.create_dataset('lists', (0,), h5py.vlen_dtype('i4'), maxshape=(None,))
        f.create_dataset('flags', (0,), bool, maxshape=(None,))
        f.create_dataset('line', (0,), 'f8', maxshape=(4,))
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    dataset("words").append_axis(1, ["größer"]).unwrap();
    dataset("words").append(["d", "e", ""]).unwrap();
    let hit = |x, name: &str| Hit { x, name: name.into() };
    dataset("hits").append([hit(0.5, "left"), hit(1.5, "right")]).unwrap();
    dataset("hits").append_axis(1, [[hit(2.5, "far")]]).unwrap();
    dataset("lists").append(vec![1, 2, 3]).unwrap();
    dataset("lists").append([vec![], vec![4]]).unwrap();
    dataset("flags").append(true).unwrap();
    dataset("flags").append([false, true]).unwrap();
    let line = dataset("line");
    line.append(1).unwrap();
    line.append([2.0, 3.0, 4.0]).unwrap();
    let full = line.append(5).unwrap_err();
    assert_eq!(*full.kind(), ErrorKind::BeyondMaximum { axis: 0, requested: 5, maximum: 4 });
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['words'].asstr()[()].tolist()", "[['a', 'b', 'größer'], ['d', 'e', '']]")
        .expect("f['hits'][()].tolist()", "[[(0.5, b'left'), (1.5, b'right'), (2.5, b'far')]]")
        .expect("[x.tolist() for x in f['lists'][()]]", "[[1, 2, 3], [], [4]]")
        .expect("f['flags'][()].tolist()", "[True, False, True]")
        .expect("f['line'][()].tolist()", "[1.0, 2.0, 3.0, 4.0]");
}

#[test]
fn what_cannot_be_added_changes_no_byte() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("refused.h5");
    h5py.create(
        &path,
        "
        x = np.arange(6).reshape(2, 3)
        f.create_dataset('grows', data=x, dtype='i2', maxshape=(None, 5), chunks=(2, 2))
        f['fixed'] = x
        f['scalar'] = 1
        f['empty'] = h5py.Empty('i4')
        f.create_dataset('words', (2,), h5py.string_dtype(), maxshape=(None,))
        ",
    );
    let before = std::fs::read(&path).unwrap();
    let file = File::open_rw(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    let grows = dataset("grows");
    let kind = |x: &Dataset, axis, data: Array2<i32>| {
        x.append_axis(axis, data).unwrap_err().kind().clone()
    };
    // What is needed is as many rows, or columns, as were given.
    let mismatch = |expected: [usize; 2], found: &[usize]| ErrorKind::ShapeMismatch {
        expected: expected.to_vec(),
        found: found.to_vec(),
    };
    for (axis, found, expected) in [
        (0, [1, 2], [1, 3]),
        (0, [3, 2], [3, 3]),
        (0, [2, 4], [2, 3]),
        (1, [1, 1], [2, 1]),
        (1, [3, 2], [2, 2]),
    ] {
        let kind = kind(&grows, axis, Array2::zeros(found));
        assert_eq!(kind, mismatch(expected, &found), "{axis} {found:?}");
    }
    let line = |axis, length, expected: usize| {
        let error = grows.append_axis(axis, vec![0; length]).unwrap_err();
        let (expected, found) = (vec![expected], vec![length]);
        assert_eq!(*error.kind(), ErrorKind::ShapeMismatch { expected, found });
    };
    line(0, 2, 3);
    line(1, 3, 2);
    let expected = ErrorKind::ShapeMismatch { expected: vec![3], found: vec![] };
    assert_eq!(*grows.append(1).unwrap_err().kind(), expected);
    let cube = grows.append(ArrayD::<i32>::zeros(IxDyn(&[1, 1, 3]))).unwrap_err();
    assert_eq!(*cube.kind(), mismatch([1, 3], &[1, 1, 3]));
    let no_axis = ErrorKind::RankMismatch { expected: 2, found: 3 };
    assert_eq!(kind(&grows, 2, Array2::zeros((2, 3))), no_axis);
    let beyond = ErrorKind::BeyondMaximum { axis: 1, requested: 6, maximum: 5 };
    assert_eq!(kind(&grows, 1, Array2::zeros((2, 3))), beyond);
    // The last of the values does not fit.
    assert!(matches!(kind(&grows, 0, array![[1, 2, 40_000]]), ErrorKind::ValueOutOfRange { .. }));
    let words = dataset("words").append(["fine", "nul\0"]).unwrap_err();
    assert!(matches!(words.kind(), ErrorKind::InvalidValue { .. }), "{words}");
    let words = grows.append(["a", "b", "c"]).unwrap_err();
    assert!(matches!(words.kind(), ErrorKind::TypeMismatch { .. }), "{words}");

    let beyond = ErrorKind::BeyondMaximum { axis: 0, requested: 3, maximum: 2 };
    assert_eq!(*dataset("fixed").append([1, 2, 3]).unwrap_err().kind(), beyond);
    let scalar = dataset("scalar").append(1).unwrap_err();
    assert!(matches!(scalar.kind(), ErrorKind::Unsupported { .. }), "{scalar}");
    assert_eq!(*dataset("empty").append(1).unwrap_err().kind(), ErrorKind::NullDataspace);
    for name in ["grows", "fixed"] {
        assert_eq!(dataset(name).read::<Array2<i32>>().unwrap(), array![[0, 1, 2], [3, 4, 5]]);
    }
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");

    let file = File::open(&path).unwrap();
    let error = file.dataset("grows").unwrap().append_axis(1, [[1], [2]]).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ReadOnly);
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");
}

/// Steps of a simulation, of which some are looked at before the next is written.
#[test]
fn what_was_added_is_there_at_once() {
    let dir = judges::scratch();
    let file = File::create(dir.file("at once.h5")).unwrap();
    let x = file.new_dataset::<i32>().shape((3, 0..)).chunk((3, 4)).create("x").unwrap();
    for step in 0..10 {
        x.append_axis(1, [step, 10 * step, 100 * step]).unwrap();
        let last: Vec<i32> = x.select(s![.., -1]).unwrap().read().unwrap();
        assert_eq!(last, [step, 10 * step, 100 * step]);
    }
    let row: Vec<i32> = x.select(2).unwrap().read().unwrap();
    assert_eq!(row, [0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
}
