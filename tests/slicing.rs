//! What each index expression of h5py reads, and what the same selection reads here.

use hdf5::{AxisSelection, Dataset, Ellipsis, Error, ErrorKind, File, Selected, Selection};
use ndarray::{Array2, ArrayD, IxDyn, NewAxis, arr0, arr2, s};
use serde_json::{Value, json};

/// A selection, and the same in h5py.
struct Case {
    /// What stands between the brackets in Python.
    index: &'static str,
    select: fn(&Dataset) -> Result<Selected, Error>,
    outcome: Outcome,
}

/// What becomes of it.
enum Outcome {
    /// Both read the same.
    Same,
    /// h5py refuses; here it is this expression on the whole dataset, the numpy array `d`.
    Better(&'static str),
    /// Both refuse, we with a kind of error that this accepts.
    Refused(fn(&ErrorKind) -> bool),
    /// h5py reads a part; here what lies outside is an error, which this accepts.
    Strict(fn(&ErrorKind) -> bool),
}

macro_rules! case {
    ($index:literal, $selection:expr, Same) => {
        case!(@ $index, $selection, Outcome::Same)
    };
    ($index:literal, $selection:expr, Better($expression:literal)) => {
        case!(@ $index, $selection, Outcome::Better($expression))
    };
    ($index:literal, $selection:expr, $outcome:ident($kind:pat)) => {
        case!(@ $index, $selection, Outcome::$outcome(|kind| matches!(kind, $kind)))
    };
    (@ $index:literal, $selection:expr, $outcome:expr) => {
        Case { index: $index, select: |dataset| dataset.select($selection), outcome: $outcome }
    };
}

/// Evaluates lists of expressions on `d`, which is first the dataset and then, in the second list, a
/// numpy array of it: for each its shape and elements, or the class of the exception.
const EVALUATE: &str = "
import json
def told(expression, d):
    try:
        value = np.asarray(eval(expression, {'np': np, 'h5py': h5py, 'd': d, 'S': np.s_}))
        return [list(value.shape), value.ravel().tolist()]
    except Exception as error:
        return type(error).__name__
theirs, ours, name = json.loads(QUESTIONS)
array = f[name][()]
print(json.dumps([[told(e, f[name]) for e in theirs], [e and told(e, array) for e in ours]]))
";

/// Shape and elements, as `EVALUATE` tells them.
fn told(array: &ArrayD<i64>) -> Value {
    json!([array.shape(), array.iter().collect::<Vec<_>>()])
}

#[track_caller]
fn check(name: &str, shape: &[usize], cases: &[Case]) {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    let statements = format!(
        "x = np.arange({}).reshape({shape:?})\n\
         f.create_dataset('contiguous', data=x)\n\
         rank = {}\n\
         f.create_dataset('chunked', data=x, chunks=(2,) * rank, maxshape=(100,) * rank)",
        shape.iter().product::<usize>(),
        shape.len(),
    );
    h5py.create(&path, &statements);
    let theirs: Vec<_> = cases.iter().map(|case| format!("d[{}]", case.index)).collect();
    let better = cases.iter().map(|case| match case.outcome {
        Outcome::Better(expression) => Some(expression),
        _ => None,
    });
    let questions = json!([theirs, better.collect::<Vec<_>>(), "contiguous"]).to_string();
    let script = EVALUATE.replace("QUESTIONS", &json!(questions).to_string());
    let answers = h5py.file(&path).run(&script);
    let (theirs, better): (Vec<Value>, Vec<Value>) = serde_json::from_str(&answers).unwrap();

    let file = File::open(&path).unwrap();
    for layout in ["contiguous", "chunked"] {
        let dataset = file.dataset(layout).unwrap();
        for ((case, theirs), better) in cases.iter().zip(&theirs).zip(&better) {
            let ours = (case.select)(&dataset).and_then(|part| {
                let read = part.read::<ArrayD<i64>>()?;
                assert_eq!(part.shape()?, read.shape(), "{name}[{}]", case.index);
                Ok(read)
            });
            let about = format!("{name}[{}], {layout}: h5py {theirs}, ours {ours:?}", case.index);
            match (&case.outcome, &ours) {
                (Outcome::Same, Ok(ours)) => assert_eq!(told(ours), *theirs, "{about}"),
                (Outcome::Better(_), Ok(ours)) => {
                    assert!(theirs.is_string(), "{about}");
                    assert_eq!(told(ours), *better, "{about}");
                }
                (Outcome::Refused(expected), Err(error)) => {
                    assert!(theirs.is_string() && expected(error.kind()), "{about}");
                }
                (Outcome::Strict(expected), Err(error)) => {
                    assert!(theirs.is_array() && expected(error.kind()), "{about}");
                }
                _ => panic!("{about}"),
            }
        }
    }
}

/// A mask of the positions for which `selected` is true.
fn mask(length: usize, selected: fn(usize) -> bool) -> Vec<bool> {
    (0..length).map(selected).collect()
}

fn thirds() -> Array2<bool> {
    Array2::from_shape_fn((4, 5), |(i, j)| (5 * i + j) % 3 == 0)
}

/// No constants, because clippy takes empty ranges for mistakes.
fn five() -> i32 {
    5
}

#[test]
fn one_axis_is_sliced_as_by_h5py() {
    use ErrorKind::{
        InvalidArgument, LengthMismatch, OutOfBounds, RankMismatch, Unsupported, ZeroStep,
    };
    check(
        "d",
        &[10],
        &[
            case!("3", 3, Same),
            case!("-1", -1, Same),
            case!("10", 10, Refused(OutOfBounds { axis: 0, index: 10, extent: 10 })),
            case!("-11", -11, Refused(OutOfBounds { axis: 0, index: -11, extent: 10 })),
            case!("np.array(3)", 3_u32, Same),
            case!("2:5", 2..5, Same),
            case!("2:5", 2_usize..=4, Same),
            case!("2:100", 2..100, Strict(OutOfBounds { axis: 0, index: 100, extent: 10 })),
            case!("50:60", 50..60, Strict(OutOfBounds { axis: 0, index: 50, extent: 10 })),
            case!("5:2", five()..2, Same),
            case!("5:5", 5..5, Same),
            case!("10:", 10.., Same),
            case!("::3", s![..;3], Same),
            case!("::3", AxisSelection::from(..).step_by(3), Same),
            case!("1:9:4", AxisSelection::from(1..9).step_by(4), Same),
            case!("::11", s![..;11], Same),
            case!("-4:-1", -4..five() - 6, Same),
            case!(":-8", ..-8, Same),
            case!("-3:", -3.., Same),
            case!("::-1", s![..;-1], Better("d[::-1]")),
            case!("8:1:-3", s![2..9;-3], Better("d[2:9][::-3]")),
            case!("::0", AxisSelection::from(..).step_by(0), Refused(ZeroStep { axis: 0 })),
            case!("None", s![NewAxis], Refused(Unsupported { .. })),
            case!("...", .., Same),
            case!("...", Ellipsis, Same),
            case!("()", (), Same),
            case!(":,...", (.., Ellipsis), Same),
            case!("3,...", (3, Ellipsis), Same),
            case!("..., 3", (Ellipsis, 3), Same),
            case!("...,...", (Ellipsis, Ellipsis), Refused(InvalidArgument { .. })),
            case!("1,2", (1, 2), Refused(RankMismatch { expected: 1, found: 2 })),
            case!("[1,3,8]", [1, 3, 8], Same),
            case!("(1,3),", ([1, 3],), Same),
            case!("[1],...", ([1], Ellipsis), Same),
            case!("[3,1]", [3, 1], Better("d[[3, 1]]")),
            case!("[1,1]", [1, 1], Better("d[[1, 1]]")),
            case!("[-3,-1]", [-3, -1], Same),
            case!("[-1,2]", [-1, 2], Better("d[[-1, 2]]")),
            case!("[9,0,9,5,5]", vec![9_u64, 0, 9, 5, 5], Better("d[[9, 0, 9, 5, 5]]")),
            case!("[10]", [10], Refused(OutOfBounds { axis: 0, index: 10, extent: 10 })),
            case!("[11]", [11], Refused(OutOfBounds { axis: 0, index: 11, extent: 10 })),
            case!("[-11]", [-11], Refused(OutOfBounds { axis: 0, index: -11, extent: 10 })),
            case!("[]", [0_usize; 0], Same),
            case!("np.ones(10, bool)", mask(10, |_| true), Same),
            case!("np.zeros(10, bool)", mask(10, |_| false), Same),
            case!("np.arange(10) > 6", mask(10, |i| i > 6), Same),
            case!("(np.arange(10) > 6,)", (mask(10, |i| i > 6),), Same),
            case!("[True] * 3 + [False] * 7", mask(10, |i| i < 3), Better("d[:3]")),
            case!(
                "np.ones(9, bool)",
                mask(9, |_| true),
                Refused(LengthMismatch { axis: 0, expected: 10, found: 9 })
            ),
            case!(
                "h5py.MultiBlockSlice(1, 4, 2, 2)",
                AxisSelection::blocks(1, 4, Some(2), 2),
                Same
            ),
            case!(
                "h5py.MultiBlockSlice(1, 4, 5, 2)",
                AxisSelection::blocks(1, 4, Some(5), 2),
                Refused(OutOfBounds { axis: 0, extent: 10, .. })
            ),
            case!(
                "h5py.MultiBlockSlice(start=1, stride=3, block=2)",
                AxisSelection::blocks(1, 3, None, 2),
                Same
            ),
        ],
    );
}

#[test]
fn two_axes_are_sliced_as_by_h5py() {
    use ErrorKind::{LengthMismatch, OutOfBounds, RankMismatch, ShapeMismatch};
    check(
        "d2",
        &[4, 5],
        &[
            case!("1", 1, Same),
            case!("1,2", (1, 2), Same),
            case!("1:3,2", (1..3, 2), Same),
            case!("1:2,2:3", (1..2, 2..3), Same),
            case!("...,2", (Ellipsis, 2), Same),
            case!("1,...", (1, Ellipsis), Same),
            case!(":,[0,2]", (.., [0, 2]), Same),
            case!("1,[0,2]", (1, [0, 2]), Same),
            case!("[0,2],:", ([0, 2], ..), Same),
            case!("[0,2]", [0, 2], Same),
            case!("[0,1],[0,1]", ([0, 1], [0, 1]), Better("d[np.ix_([0, 1], [0, 1])]")),
            case!("[3,0],[4,4,1]", ([3, 0], [4, 4, 1]), Better("d[np.ix_([3, 0], [4, 4, 1])]")),
            case!(":,[]", (.., Vec::<usize>::new()), Same),
            case!("np.arange(20).reshape(4,5) % 3 == 0", &thirds(), Same),
            case!("np.array([1,0,1,0], bool)", [true, false, true, false], Same),
            case!(":,np.array([1,0,1,0,1], bool)", (.., mask(5, |j| j % 2 == 0)), Same),
            case!(
                "np.array([1,0,1], bool)",
                [true, false, true],
                Refused(LengthMismatch { axis: 0, expected: 4, found: 3 })
            ),
            case!(
                ":,np.array([1,0], bool)",
                (.., [true, false]),
                Refused(LengthMismatch { axis: 1, expected: 5, found: 2 })
            ),
            case!(
                "np.ones((5,4), bool)",
                &Array2::from_elem((5, 4), true),
                Refused(ShapeMismatch { .. })
            ),
            case!(
                "np.array([1,0,1,0], bool),np.array([1,0,1,0,1], bool)",
                (mask(4, |i| i % 2 == 0), mask(5, |j| j % 2 == 0)),
                Better("d[::2, ::2]")
            ),
            case!("1,2,3", (1, 2, 3), Refused(RankMismatch { expected: 2, found: 3 })),
            case!("4", 4, Refused(OutOfBounds { axis: 0, index: 4, extent: 4 })),
            case!("0,-6", (0, -6), Refused(OutOfBounds { axis: 1, index: -6, extent: 5 })),
            case!("::2,::2", s![..;2, ..;2], Same),
            case!("::-1,::-2", s![..;-1, ..;-2], Better("d[::-1, ::-2]")),
            case!(
                "[[3,4],[0,0]]",
                Selection::points([[3, 4], [0, 0], [-1, -1], [1, 2]]),
                Better("d[[3, 0, 3, 1], [4, 0, 4, 2]]")
            ),
            case!(
                "[[4,0]]",
                Selection::points([[4, 0]]),
                Refused(OutOfBounds { axis: 0, index: 4, extent: 4 })
            ),
            case!(
                "[[1,2,3]]",
                Selection::points([[1, 2, 3]]),
                Refused(RankMismatch { expected: 2, found: 3 })
            ),
        ],
    );
}

#[test]
fn three_axes_are_sliced_as_by_h5py() {
    use ErrorKind::ShapeMismatch;
    check(
        "d3",
        &[3, 4, 5],
        &[
            // Each list stays at its axis; numpy would move it to the front.
            case!("0,:,[1,2]", (0, .., [1, 2]), Same),
            case!("[0,2],1", ([0, 2], 1), Same),
            case!("...,0", (Ellipsis, 0), Same),
            case!("0,...,0", (0, Ellipsis, 0), Same),
            case!(":,1", (.., 1), Same),
            case!("0,1,2", (0, 1, 2), Same),
            case!("[0],[0],0", ([0], [0], 0), Better("d[[0]][:, [0], 0]")),
            case!(
                "[2,0],[3,3,1],[4,0]",
                ([2, 0], [3, 3, 1], [4, 0]),
                Better("d[np.ix_([2, 0], [3, 3, 1], [4, 0])]")
            ),
            case!("[2,0],1,[4,0]", ([2, 0], 1, [4, 0]), Better("d[:, 1][np.ix_([2, 0], [4, 0])]")),
            case!(
                "np.ones((3,4), bool)",
                &Array2::from_elem((3, 4), true),
                Refused(ShapeMismatch { .. })
            ),
            case!(
                "np.arange(60).reshape(3,4,5) % 7 == 0",
                &ndarray::Array3::from_shape_fn((3, 4, 5), |(i, j, k)| {
                    (20 * i + 5 * j + k) % 7 == 0
                }),
                Same
            ),
            case!(
                "1:,h5py.MultiBlockSlice(0,2,2,1),::2",
                (1.., AxisSelection::blocks(0, 2, Some(2), 1), AxisSelection::from(..).step_by(2)),
                Same
            ),
        ],
    );
}

#[test]
fn axes_without_length_are_sliced_as_by_h5py() {
    use ErrorKind::OutOfBounds;
    check(
        "z",
        &[0],
        &[
            case!(":", .., Same),
            case!("...", Ellipsis, Same),
            case!("()", (), Same),
            case!("0", 0, Refused(OutOfBounds { axis: 0, index: 0, extent: 0 })),
            case!("[]", [0_usize; 0], Same),
            case!("[0]", [0], Refused(OutOfBounds { axis: 0, index: 0, extent: 0 })),
            case!("[1]", [1], Refused(OutOfBounds { axis: 0, index: 1, extent: 0 })),
            case!("np.ones(0, bool)", [true; 0], Same),
            case!("0:3", 0..3, Strict(OutOfBounds { axis: 0, index: 3, extent: 0 })),
            case!("::-1", s![..;-1], Better("d")),
        ],
    );
    check(
        "z2",
        &[0, 5],
        &[
            case!(":,1", (.., 1), Same),
            case!(":", .., Same),
            case!("0", 0, Refused(OutOfBounds { axis: 0, index: 0, extent: 0 })),
            case!(":,[0,3]", (.., [0, 3]), Same),
            case!(":,[3,0]", (.., [3, 0]), Better("d[:, [3, 0]]")),
        ],
    );
}

/// What does not compile here and fails there is left out: `d[1.5]`, `d[[1.5]]`, index arrays of two axes.
#[test]
fn a_scalar_has_no_axes_to_slice() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("scalar.h5");
    h5py.create(&path, "f['s'] = 3.5");
    for index in ["0", ":", "[0]", "np.array(True)"] {
        assert_eq!(h5py.file(&path).error_of(&format!("f['s'][{index}]")), "ValueError");
    }
    let file = File::open_rw(&path).unwrap();
    let scalar = file.dataset("s").unwrap();
    assert_eq!(scalar.select(()).unwrap().read::<f64>().unwrap(), 3.5);
    let array: ArrayD<f64> = scalar.select(Ellipsis).unwrap().read().unwrap();
    assert_eq!(array, ArrayD::from_elem(IxDyn(&[]), 3.5));
    let refused = |selection: Selection| scalar.select(selection).unwrap_err().kind().clone();
    let no_axis = ErrorKind::RankMismatch { expected: 0, found: 1 };
    assert_eq!(refused(0.into()), no_axis);
    assert_eq!(refused((..,).into()), no_axis);
    assert_eq!(refused([0].into()), no_axis);
    assert_eq!(refused([true].into()), no_axis);
    // h5py refuses this mask, which has the shape of the dataset; it is numpy's.
    let masked: Vec<f64> = scalar.select(arr0(true)).unwrap().read().unwrap();
    assert_eq!(masked, [3.5]);
    assert!(scalar.select(arr0(false)).unwrap().read::<Vec<f64>>().unwrap().is_empty());
    assert!(matches!(scalar.field("x").unwrap_err().kind(), ErrorKind::InvalidArgument { .. }));
    scalar.select(arr0(true)).unwrap().write([4.5]).unwrap();
    assert_eq!(scalar.read::<f64>().unwrap(), 4.5);
    scalar.select(arr0(false)).unwrap().write(5.5).unwrap();
    scalar.select(arr0(true)).unwrap().write(6.5).unwrap();
    file.close().unwrap();
    h5py.file(&path).expect("float(f['s'][()])", "6.5");
}

#[test]
fn an_empty_dataset_has_nothing_to_slice() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("empty.h5");
    h5py.create(&path, "f['e'] = h5py.Empty('f4')");
    let file = File::open(&path).unwrap();
    let empty = file.dataset("e").unwrap();
    assert_eq!(empty.read::<Option<Vec<f32>>>().unwrap(), None);
    // h5py's `[()]` and `[...]`, and nothing else.
    for whole in [Selection::from(()), Selection::from(Ellipsis), Selection::from(..)] {
        let whole = empty.select(whole).unwrap();
        assert_eq!(whole.read::<Option<Vec<f32>>>().unwrap(), None);
        assert_eq!(*whole.read::<Vec<f32>>().unwrap_err().kind(), ErrorKind::NullDataspace);
        assert_eq!(*whole.shape().unwrap_err().kind(), ErrorKind::NullDataspace);
    }
    h5py.file(&path).assert("f['e'][()] == f['e'][...] == h5py.Empty('f4')");
    assert_eq!(*empty.rows::<f32>().unwrap_err().kind(), ErrorKind::NullDataspace);
    assert_eq!(*empty.read::<Vec<f32>>().unwrap_err().kind(), ErrorKind::NullDataspace);
    for selection in [Selection::from(0), Selection::from([0]), Selection::from(1..2)] {
        assert_eq!(*empty.select(selection).unwrap_err().kind(), ErrorKind::NullDataspace);
    }
    assert_eq!(*empty.read_into(&mut [0.0_f32][..]).unwrap_err().kind(), ErrorKind::NullDataspace);
    assert_eq!(h5py.file(&path).error_of("f['e'][0]"), "ValueError");
}

#[test]
fn lists_may_come_from_anything_that_holds_indices() {
    let dir = judges::scratch();
    let file = File::create(dir.file("lists.h5")).unwrap();
    let table =
        file.create_dataset("table", arr2(&[[0, 1, 2], [10, 11, 12], [20, 21, 22]])).unwrap();
    let read = |selection: Selection| table.select(selection).unwrap().read::<Vec<i32>>().unwrap();
    let (vector, array) = (vec![2_usize, 0], ndarray::arr1(&[2_i64, 0]));
    for rows in [
        Selection::from([2, 0]),
        Selection::from(&[2_usize, 0]),
        Selection::from(&vector),
        Selection::from(vector.clone()),
        Selection::from(&vector[..]),
        Selection::from(&array),
        Selection::from(array.view()),
        Selection::from((&vector, ..)),
    ] {
        assert_eq!(read(rows), [20, 21, 22, 0, 1, 2]);
    }
    assert_eq!(read((&array, [true, false, true]).into()), [20, 22, 0, 2]);
}
