//! What each assignment of h5py writes, and what the same assignment writes here; and conversions.

use hdf5::{AxisSelection, Dataset, Error, ErrorKind, File, H5Type};
use ndarray::{Array1, Array2, Array4, ArrayD, IxDyn, ShapeBuilder, array, s};
use num_complex::Complex;
use serde_json::{Value, json};

/// An assignment, and the same in h5py.
struct Case {
    /// The statement in Python, where `d` is a dataset of 4 by 5 zeros.
    statement: &'static str,
    write: fn(&Dataset) -> Result<(), Error>,
    outcome: Outcome,
}

/// What becomes of it.
enum Outcome {
    /// Both write the same.
    Same,
    /// h5py refuses; here it is this statement on a numpy array `d`.
    Better(&'static str),
    /// Both refuse, we with a kind of error that this accepts.
    Refused(fn(&ErrorKind) -> bool),
    /// h5py changes the value or cuts the range; here it is an error, which this accepts.
    Strict(fn(&ErrorKind) -> bool),
}

macro_rules! case {
    ($statement:literal, $selection:expr, $data:expr, Same) => {
        case!(@ $statement, $selection, $data, Outcome::Same)
    };
    ($statement:literal, $selection:expr, $data:expr, Better($numpy:literal)) => {
        case!(@ $statement, $selection, $data, Outcome::Better($numpy))
    };
    ($statement:literal, $selection:expr, $data:expr, $outcome:ident($kind:pat)) => {
        case!(@ $statement, $selection, $data, Outcome::$outcome(|kind| matches!(kind, $kind)))
    };
    (@ $statement:literal, $selection:expr, $data:expr, $outcome:expr) => {
        Case {
            statement: $statement,
            write: |dataset| dataset.select($selection)?.write($data),
            outcome: $outcome,
        }
    };
}

/// For each case what h5py makes of 4 by 5 zeros, or the class of its exception; what numpy makes of
/// them, where it is asked; and what is in the file.
const EVALUATE: &str = "
import json
answers = []
with h5py.File('theirs', 'w', driver='core', backing_store=False) as theirs:
    for number, (statement, better) in enumerate(json.loads(CASES)):
        options = dict(chunks=(2, 2)) if name == 'chunked' else {}
        d = theirs.create_dataset(str(number), data=np.zeros((4, 5), 'i4'), **options)
        try:
            exec(statement, {'d': d, 'np': np, 'h5py': h5py})
            answer = d[()].ravel().tolist()
        except Exception as error:
            answer = type(error).__name__
        d = np.zeros((4, 5), 'i4')
        exec(better, {'d': d, 'np': np})
        answers.append([answer, d.ravel().tolist(), f[name][str(number)][()].ravel().tolist()])
print(json.dumps(answers))
";

fn eye() -> Array2<bool> {
    Array2::from_shape_fn((4, 5), |(i, j)| i == j)
}

fn ones(shape: &[usize]) -> ArrayD<f64> {
    ArrayD::ones(IxDyn(shape))
}

fn cases() -> Vec<Case> {
    use ErrorKind::{
        InvalidArgument, OutOfBounds, RankMismatch, ShapeMismatch, TypeMismatch, ValueOutOfRange,
    };
    vec![
        case!("d[...] = 1", .., 1, Same),
        case!("d[:] = np.arange(5)", .., [0, 1, 2, 3, 4], Same),
        case!("d[:,0] = np.arange(4)", (.., 0), [0, 1, 2, 3], Same),
        case!("d[:] = np.arange(4)", .., [0, 1, 2, 3], Refused(ShapeMismatch { .. })),
        case!("d[0] = np.ones((1,5))", 0, ones(&[1, 5]), Same),
        case!("d[:] = np.arange(4).reshape(4,1)", .., array![[0], [1], [2], [3]], Same),
        case!("d[:] = np.ones((1,1,4,5))", .., Array4::<f64>::ones((1, 1, 4, 5)), Same),
        case!("d[:] = np.ones((2,1,4,5))", .., ones(&[2, 1, 4, 5]), Refused(ShapeMismatch { .. })),
        case!("d[0:2] = np.ones((4,5))", 0..2, ones(&[4, 5]), Refused(ShapeMismatch { .. })),
        case!("d[0,0] = np.ones((1,1))", (0, 0), ones(&[1, 1]), Same),
        case!("d[0,0] = np.ones((2,))", (0, 0), ones(&[2]), Refused(ShapeMismatch { .. })),
        case!("d[1:3,1:] = [[1],[2]]", (1..3, 1..), [[1], [2]], Same),
        case!("d[1:3,1:] = [1,2,3,4]", (1..3, 1..), vec![1, 2, 3, 4], Same),
        case!("d[[0,2]] = 1", [0, 2], 1, Better("d[[0, 2]] = 1")),
        case!("d[[0,2]] = np.ones((2,5))", [0, 2], ones(&[2, 5]), Same),
        case!("d[[0,2]] = np.ones((2,4))", [0, 2], ones(&[2, 4]), Refused(ShapeMismatch { .. })),
        case!("d[[0,2],1] = [7,8]", ([0, 2], 1), [7, 8], Same),
        case!(
            "d[[2,0]] = [[1] * 5, [2] * 5]",
            [2, 0],
            [[1; 5], [2; 5]],
            Better("d[[2, 0]] = [[1] * 5, [2] * 5]")
        ),
        case!(
            "d[[3,0],[4,1,2]] = [[1,2,3],[4,5,6]]",
            ([3, 0], [4, 1, 2]),
            [[1, 2, 3], [4, 5, 6]],
            Better("d[np.ix_([3, 0], [4, 1, 2])] = [[1, 2, 3], [4, 5, 6]]")
        ),
        case!(
            "d[::-1] = np.arange(20).reshape(4,5)",
            s![..;-1, ..],
            Array1::from_iter(0..20).into_shape_with_order((4, 5)).unwrap(),
            Better("d[::-1] = np.arange(20).reshape(4, 5)")
        ),
        case!("d[1,::-2] = [1,2,3]", s![1, ..;-2], [1, 2, 3], Better("d[1, ::-2] = [1, 2, 3]")),
        case!("d[np.eye(4,5,dtype=bool)] = 1", &eye(), 1, Same),
        case!("d[np.eye(4,5,dtype=bool)] = np.arange(4)", &eye(), [0, 1, 2, 3], Same),
        case!(
            "d[np.eye(4,5,dtype=bool)] = np.arange(3)",
            &eye(),
            [0, 1, 2],
            Refused(ShapeMismatch { .. })
        ),
        case!("d[np.eye(4,5,dtype=bool)] = [1,2,3,4]", &eye(), vec![1, 2, 3, 4], Same),
        case!("d[9] = 1", 9, 1, Refused(OutOfBounds { axis: 0, index: 9, extent: 4 })),
        case!("d[0,0,0] = 1", (0, 0, 0), 1, Refused(RankMismatch { expected: 2, found: 3 })),
        // A fraction or a number that does not fit is never dropped in silence.
        case!("d[0,0] = 1.9", (0, 0), 1.9, Strict(ValueOutOfRange { .. })),
        case!("d[0,0] = 1e12", (0, 0), 1e12, Refused(ValueOutOfRange { .. })),
        case!("d[0,0] = 2**40", (0, 0), 1_i64 << 40, Refused(ValueOutOfRange { .. })),
        case!("d[0,0] = np.array(1e12)", (0, 0), 1e12, Strict(ValueOutOfRange { .. })),
        case!("d[0,0] = np.array(2**40)", (0, 0), 1_i64 << 40, Strict(ValueOutOfRange { .. })),
        case!("d[0,0] = np.array(2**64-1, 'u8')", (0, 0), u64::MAX, Strict(ValueOutOfRange { .. })),
        case!("d[0,0] = np.array(np.nan)", (0, 0), f64::NAN, Strict(ValueOutOfRange { .. })),
        case!("d[0,0] = 'x'", (0, 0), "x", Refused(TypeMismatch { .. })),
        case!("d[0,0] = 1j", (0, 0), Complex::new(0.0, 1.0), Refused(TypeMismatch { .. })),
        case!("d[0,0] = None", (0, 0), None::<i32>, Refused(_)),
        case!("d[0,0] = np.array(True)", (0, 0), true, Same),
        case!("d[0,0] = np.array(7, 'u1')", (0, 0), 7_u8, Same),
        case!("d[0,0] = np.array(2.0)", (0, 0), 2.0, Same),
        case!("d[::2,1:3] = [[0,1],[2,3]]", s![..;2, 1..3], [[0, 1], [2, 3]], Same),
        case!("d[5:,:] = 1", (5.., ..), 1, Strict(OutOfBounds { axis: 0, index: 5, extent: 4 })),
        case!("d[4:,:] = 1", (4.., ..), 1, Same),
        case!("d[4:] = np.ones((0,5))", 4.., ones(&[0, 5]), Same),
        case!("d[4:] = np.ones((3,5))", 4.., ones(&[3, 5]), Refused(ShapeMismatch { .. })),
        case!("d[[]] = np.ones((0,5))", [0_usize; 0], ones(&[0, 5]), Same),
        case!("d[np.zeros(4, bool)] = np.ones((0,5))", [false; 4], ones(&[0, 5]), Same),
        case!(
            "d[h5py.MultiBlockSlice(0,2,2,1),0] = [1,2]",
            (AxisSelection::blocks(0, 2, Some(2), 1), 0),
            [1, 2],
            Same
        ),
        Case {
            statement: "d['f'] = 1",
            write: |dataset| dataset.field("f")?.write(1),
            outcome: Outcome::Refused(|kind| matches!(kind, InvalidArgument { .. })),
        },
    ]
}

#[test]
fn assignments_are_written_as_by_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let cases = cases();
    let file = File::create(&path).unwrap();
    let mut results = Vec::new();
    for (number, case) in cases.iter().enumerate() {
        for layout in ["contiguous", "chunked"] {
            let builder = file.new_dataset::<i32>();
            let builder = if layout == "chunked" { builder.chunk((2, 2)) } else { builder };
            let dataset = builder.create_with(format!("{layout}/{number}"), [[0; 5]; 4]).unwrap();
            results.push((case.write)(&dataset));
        }
    }
    file.close().unwrap();
    let statements = cases.iter().map(|case| match case.outcome {
        Outcome::Better(numpy) => json!([case.statement, numpy]),
        _ => json!([case.statement, "pass"]),
    });
    let statements = json!(statements.collect::<Vec<_>>()).to_string();
    for (offset, layout) in ["contiguous", "chunked"].into_iter().enumerate() {
        let script = EVALUATE.replace("CASES", &json!(statements).to_string());
        let answers = h5py.file(&path).run(&format!("name = '{layout}'\n{script}"));
        let answers: Vec<(Value, Value, Value)> = serde_json::from_str(&answers).unwrap();
        assert_eq!(answers.len(), cases.len());
        let untouched = json!(vec![0; 20]);
        for (number, (case, (theirs, better, ours))) in cases.iter().zip(&answers).enumerate() {
            let result = &results[2 * number + offset];
            let about =
                format!("{}, {layout}: h5py {theirs}, ours {ours}, {result:?}", case.statement);
            match (&case.outcome, result) {
                (Outcome::Same, Ok(())) => assert_eq!(ours, theirs, "{about}"),
                (Outcome::Better(_), Ok(())) => {
                    assert!(theirs.is_string(), "{about}");
                    assert_eq!(ours, better, "{about}");
                }
                (Outcome::Refused(expected), Err(error)) => {
                    assert!(theirs.is_string() && expected(error.kind()), "{about}");
                    assert_eq!(*ours, untouched, "{about}");
                }
                (Outcome::Strict(expected), Err(error)) => {
                    assert!(theirs.is_array() && expected(error.kind()), "{about}");
                    assert_eq!(*ours, untouched, "{about}");
                }
                _ => panic!("{about}"),
            }
        }
    }
}

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
enum Letter {
    A = 0,
    B = 1,
}

/// h5py's astype is [`Dataset::clip`] here; without it, values that do not fit are errors.
#[test]
fn numbers_are_read_as_another_type_as_by_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        "
        f['u'] = np.array([0, 255, 256, 70000, -5], 'i4')
        f['fl'] = np.array([1.5, -1.5, 1e20, np.nan, np.inf])
        f['b'] = np.array([True, False])
        f['c'] = np.array([1 + 2j])
        f.create_dataset('en', (3,), dtype=h5py.enum_dtype({'A': 0, 'B': 1}))
        f['en'][0] = 5
        ",
    );
    let judged = h5py.file(&path);
    let file = File::open(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    let (integers, floats) = (dataset("u"), dataset("fl"));
    let as_by_h5py = |ours: String, expression: &str| {
        let ours = ours.replace("NaN", "np.nan").replace("inf", "np.inf");
        judged.assert(&format!("np.array_equal(np.array({ours}), {expression}, equal_nan=True)"));
    };
    let bytes: Vec<u8> = integers.clip().read().unwrap();
    as_by_h5py(format!("{bytes:?}"), "f['u'].astype('u1')[:]");
    let singles: Vec<f32> = integers.read().unwrap();
    as_by_h5py(format!("{singles:?}"), "f['u'].astype('f4')[:]");
    // What NaN becomes as an integer depends on the processor: it is left out.
    let no_nan = floats.select([0, 1, 2, 4]).unwrap().clip();
    let ints: Vec<i32> = no_nan.read().unwrap();
    as_by_h5py(format!("{ints:?}"), "f['fl'].astype('i4')[[0, 1, 2, 4]]");
    let bytes: Vec<u8> = no_nan.read().unwrap();
    as_by_h5py(format!("{bytes:?}"), "f['fl'].astype('u1')[[0, 1, 2, 4]]");
    let halves: Vec<half::f16> = floats.clip().read().unwrap();
    as_by_h5py(format!("{halves:?}"), "f['fl'].astype('f2')[:]");
    let singles: Vec<f32> = floats.read().unwrap();
    let ours = format!("{singles:?}.astype('f4')").replace('[', "np.array([").replace(']', "])");
    as_by_h5py(ours, "f['fl'].astype('f4')[:]");
    let part: Vec<i16> = floats.select(s![2..;2]).unwrap().clip().read().unwrap();
    as_by_h5py(format!("{part:?}"), "f['fl'].astype('i2')[2::2]");
    for error in [
        integers.read::<Vec<u8>>().unwrap_err(),
        floats.read::<Vec<i32>>().unwrap_err(),
        floats.select(..2).unwrap().read::<Vec<i32>>().unwrap_err(),
        floats.select([0, 1]).unwrap().read::<Vec<i32>>().unwrap_err(),
    ] {
        assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }));
    }
    assert_eq!(integers.select([1, 0]).unwrap().read::<Vec<u8>>().unwrap(), [255, 0]);

    let mismatch = |error: Error| matches!(error.kind(), ErrorKind::TypeMismatch { .. });
    assert!(mismatch(integers.read::<Vec<String>>().unwrap_err()));
    // h5py cannot.
    let real: Vec<Complex<f64>> = integers.select([4, 1]).unwrap().read().unwrap();
    assert_eq!(real, [Complex::new(-5.0, 0.0), Complex::new(255.0, 0.0)]);
    // To h5py every number that is not 0 is true.
    let flags = integers.read::<Vec<bool>>().unwrap_err();
    assert!(matches!(flags.kind(), ErrorKind::InvalidValue { .. }), "{flags}");
    let complex = dataset("c");
    assert_eq!(complex.read::<Vec<Complex<f32>>>().unwrap(), [Complex::new(1.0, 2.0)]);
    assert!(mismatch(complex.read::<Vec<f64>>().unwrap_err()));
    let flags = dataset("b");
    assert_eq!(flags.read::<Vec<bool>>().unwrap(), [true, false]);
    let numbers: (Vec<i32>, Vec<f32>) = (flags.read().unwrap(), flags.read().unwrap());
    as_by_h5py(format!("{:?}", numbers.0), "f['b'].astype('i4')[:]");
    as_by_h5py(format!("{:?}", numbers.1), "f['b'].astype('f4')[:]");
    assert_eq!(judged.error_of("f['u'].astype('S3')[:]"), "OSError");
    assert_eq!(judged.error_of("f['u'].astype('c16')[:]"), "OSError");
    assert_eq!(judged.error_of("f['c'].astype('f8')[:]"), "OSError");

    let letters = dataset("en");
    let invalid = letters.read::<Vec<Letter>>().unwrap_err();
    assert!(matches!(invalid.kind(), ErrorKind::InvalidValue { .. }), "{invalid}");
    assert_eq!(letters.select(1..).unwrap().read::<Vec<Letter>>().unwrap(), [Letter::A; 2]);
    let numbers: Vec<f64> = letters.read().unwrap();
    as_by_h5py(format!("{numbers:?}"), "f['en'].astype('f8')[:]");

    // Of numbers, 0 and 1 are truth values; h5py takes all but 0 for true. An enum has no other values
    // than those that are named; h5py writes any.
    file.close().unwrap();
    let file = File::open_rw(&path).unwrap();
    let (flags, letters) = (file.dataset("b").unwrap(), file.dataset("en").unwrap());
    flags.write([0, 1]).unwrap();
    let two = flags.write([2, 0]).unwrap_err();
    assert!(matches!(two.kind(), ErrorKind::InvalidValue { .. }), "{two}");
    let five = letters.select(1).unwrap().write(5).unwrap_err();
    assert!(matches!(five.kind(), ErrorKind::InvalidValue { .. }), "{five}");
    letters.select(1).unwrap().write(1).unwrap();
    file.close().unwrap();
    judged.expect("f['b'][:].tolist(), f['en'][:].tolist()", "([False, True], [5, 1, 0])");
}

/// `read_direct` and `write_direct` of h5py: [`Dataset::read_into`] and [`Dataset::write`], which also take
/// memory in any order.
#[test]
fn arrays_of_ones_own_are_filled_and_written_in_any_order() {
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let file = File::create(&path).unwrap();
    let numbers = Array2::from_shape_fn((4, 5), |(i, j)| (5 * i + j) as i32);
    let table = file.create_dataset("table", &numbers).unwrap();
    let fractions = file.create_dataset("fractions", [1.5, -1.5, 1e20]).unwrap();

    let mut fortran = Array2::<f64>::zeros((4, 5).f());
    table.read_into(&mut fortran).unwrap();
    assert_eq!(fortran, numbers.mapv(f64::from));
    let mut wrong = Array2::<f64>::zeros((3, 5));
    let (expected, found) = (vec![4, 5], vec![3, 5]);
    let refused = ErrorKind::ShapeMismatch { expected, found };
    assert_eq!(*table.read_into(&mut wrong).unwrap_err().kind(), refused);
    assert_eq!(wrong.sum(), 0.0);
    let mut row = [0_i64; 10];
    table.select(0).unwrap().read_into(&mut row[2..7]).unwrap();
    assert_eq!(row, [0, 0, 0, 1, 2, 3, 4, 0, 0, 0]);
    let mut large = Array2::<i32>::from_elem((9, 9), -1);
    let corner = table.select((1..3, [4, 0])).unwrap();
    corner.read_into(large.slice_mut(s![2..6;2, 8..;-3])).unwrap_err();
    assert!(large.iter().all(|&x| x == -1));
    corner.read_into(large.slice_mut(s![2..6;2, 5..;-3])).unwrap();
    let mut expected = Array2::<i32>::from_elem((9, 9), -1);
    expected.slice_mut(s![2..6;2, 5..;-3]).assign(&array![[9, 5], [14, 10]]);
    assert_eq!(large, expected);
    let mut shorts = [7_i16; 3];
    let error = fractions.read_into(&mut shorts).unwrap_err();
    assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }));
    fractions.clip().read_into(&mut shorts).unwrap();
    assert_eq!(shorts, [1, -1, 32767]);

    let twice = Array2::from_shape_fn((5, 4), |(j, i)| 2 * (5 * i + j) as i64);
    table.write(twice.t()).unwrap();
    table.select((2.., ..)).unwrap().write(twice.slice(s![.., ..2]).t()).unwrap();
    table.write(ArrayD::<f64>::ones(IxDyn(&[3, 5]))).unwrap_err();
    let narrow = file.new_dataset::<i16>().shape(4).create("narrow").unwrap();
    narrow.write([1.0, -2.0, 3.0, 1e4]).unwrap();
    narrow.select([3, 0]).unwrap().write([32767.0, 8.0]).unwrap();
    for data in [[0.5, 0.0], [0.0, 32768.0], [f64::NAN, 0.0]] {
        let error = narrow.select([1, 2]).unwrap().write(data).unwrap_err();
        assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }));
    }
    narrow.select([2]).unwrap().clip().write([-1e9]).unwrap();
    file.close().unwrap();
    let h5py = judges::h5py!();
    h5py.file(&path)
        .expect("f['narrow'][:].tolist()", "[8, -2, -32768, 32767]")
        .assert("(f['table'][:2] == 2 * np.arange(10).reshape(2, 5)).all()")
        .assert("(f['table'][2:] == 2 * np.arange(10).reshape(2, 5)).all()");
}
