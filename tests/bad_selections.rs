//! What cannot be selected, written or resized: an error that says what is wrong, before libhdf5 is asked, and
//! a file that is as it was to the last byte.

use hdf5::{AxisSelection, Dataset, Ellipsis, ErrorKind, File, Result, Selection};
use ndarray::{Array2, Array3};

const THEIRS: &str = "
x = np.arange(6).reshape(2, 3)
f['plain'] = x.astype('i2')
f.create_dataset('chunks', data=x, dtype='i2', chunks=(1, 2), maxshape=(None, 5), compression=1)
f['points'] = np.array([(1, 2.5), (3, 4.5)], [('x', 'i2'), ('y', 'f4')])
f.create_dataset('endless', (2, 3), 'f8', chunks=(2, 3), maxshape=(None, None))
f['one'] = 1
f['empty'] = h5py.Empty('i2')
";

/// Something that is refused, and how.
struct Case {
    about: &'static str,
    refused: fn(&Dataset) -> Result<()>,
    expected: fn(&ErrorKind) -> bool,
}

macro_rules! cases {
    ($($about:literal: |$dataset:ident| $refused:expr => $kind:pat,)*) => {
        [$(Case {
            about: $about,
            refused: |$dataset| $refused,
            expected: |kind| matches!(kind, $kind),
        }),*]
    };
}

/// Reads and writes what is selected, of which neither may succeed.
fn both(dataset: &Dataset, selection: impl Into<Selection>) -> Result<()> {
    let selection = selection.into();
    if dataset.select(selection.clone()).is_ok() {
        return Ok(());
    }
    dataset.select(selection).and_then(|part| part.write(1))
}

#[test]
fn what_is_wrong_with_selections_and_data_is_told_and_changes_no_byte() {
    use ErrorKind::{
        BeyondMaximum, CountMismatch, InvalidArgument, LengthMismatch, OutOfBounds, RankMismatch,
        ShapeMismatch, TypeMismatch, ValueOutOfRange, ZeroStep,
    };
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("bad.h5");
    h5py.create(&path, THEIRS);
    let before = std::fs::read(&path).unwrap();
    let file = File::open_rw(&path).unwrap();
    let cases = cases! {
        "a row": |x| both(x, 2) => OutOfBounds { axis: 0, index: 2, extent: 2 },
        "from the end": |x| both(x, (.., -4)) => OutOfBounds { axis: 1, index: -4, extent: 3 },
        "a range": |x| both(x, (.., 1..4)) => OutOfBounds { axis: 1, index: 4, extent: 3 },
        "a list": |x| both(x, ([0, 1], [0, 2, 3])) => OutOfBounds { axis: 1, index: 3, extent: 3 },
        "a point": |x| both(x, Selection::points([[0, 0], [2, 0]]))
            => OutOfBounds { axis: 0, index: 2, extent: 2 },
        "blocks": |x| both(x, (.., AxisSelection::blocks(0, 2, Some(2), 2)))
            => OutOfBounds { axis: 1, index: 3, extent: 3 },
        "a huge index": |x| both(x, usize::MAX) => OutOfBounds { axis: 0, .. },
        "a huge range": |x| both(x, 0..usize::MAX) => OutOfBounds { axis: 0, .. },
        "an index far below": |x| both(x, isize::MIN) => OutOfBounds { axis: 0, .. },
        "huge blocks": |x| both(x, AxisSelection::blocks(1, usize::MAX, Some(1), usize::MAX))
            => OutOfBounds { axis: 0, .. },
        "huge steps": |x| both(x, AxisSelection::blocks(1, usize::MAX, Some(usize::MAX), 1))
            => OutOfBounds { axis: 0, .. },
        "many blocks": |x| both(x, AxisSelection::blocks(0, 1, Some(usize::MAX), 1))
            => OutOfBounds { axis: 0, .. },
        "too many axes": |x| both(x, (0, 0, 0)) => RankMismatch { expected: 2, found: 3 },
        "too many axes and an ellipsis": |x| both(x, (0, Ellipsis, 0, 0))
            => RankMismatch { expected: 2, found: 3 },
        "points of three axes": |x| both(x, Selection::points([[0, 0, 0]]))
            => RankMismatch { expected: 2, found: 3 },
        "points of two ranks": |x| both(x, Selection::points([vec![0, 0], vec![0]]))
            => RankMismatch { expected: 2, found: 1 },
        "the rest twice": |x| both(x, (Ellipsis, Ellipsis)) => InvalidArgument { .. },
        "no step": |x| both(x, (.., AxisSelection::from(..).step_by(0))) => ZeroStep { axis: 1 },
        "blocks that overlap": |x| both(x, AxisSelection::blocks(0, 1, None, 2))
            => InvalidArgument { .. },
        "no blocks": |x| both(x, AxisSelection::blocks(0, 1, Some(0), 1)) => InvalidArgument { .. },
        "a short mask": |x| both(x, [true])
            => LengthMismatch { axis: 0, expected: 2, found: 1 },
        "a long mask": |x| both(x, (.., [true; 4]))
            => LengthMismatch { axis: 1, expected: 3, found: 4 },
        "a mask turned round": |x| both(x, Array2::from_elem((3, 2), true)) => ShapeMismatch { .. },
        "a mask of three axes": |x| both(x, Array3::from_elem((2, 3, 1), true))
            => ShapeMismatch { .. },
        "a mask that lacks elements": |x| both(x, Selection::mask([2, 3], [true; 5]))
            => CountMismatch { found: 5, .. },
        "a union beyond": |x| both(x, Selection::from(0).union(2)?)
            => OutOfBounds { axis: 0, index: 2, extent: 2 },
        "selected twice": |x| x.select(0)?.select(0).map(drop) => InvalidArgument { .. },

        "3x2 into 2x3": |x| x.write([[1; 2]; 3]) => ShapeMismatch { .. },
        "3x2 into all": |x| x.select(..)?.write([[1; 2]; 3]) => ShapeMismatch { .. },
        "3x2 into a list": |x| x.select([1, 0])?.write([[1; 2]; 3]) => ShapeMismatch { .. },
        "3x2 backwards": |x| x.select(AxisSelection::from(..).step_by(-1))?.write([[1; 2]; 3])
            => ShapeMismatch { .. },
        "two into a mask of three": |x| x.select([true, false])?.write([1, 2]) => ShapeMismatch { .. },
        "two into three points": |x| {
            x.select(Selection::points([[0, 0], [1, 1], [1, 2]]))?.write([1, 2])
        } => ShapeMismatch { .. },
        "two into a union of four": |x| x.select(Selection::from(0).union((1, 1))?)?.write([1, 2])
            => ShapeMismatch { .. },
        "nothing into all": |x| x.write(Vec::<i32>::new()) => ShapeMismatch { .. },
        "empty data": |x| x.write(None::<i32>) => InvalidArgument { .. },
        "the last does not fit": |x| x.write([[1, 2, 3], [4, 5, 40_000]]) => ValueOutOfRange { .. },
        "a fraction": |x| x.select([1, 0])?.write(0.5) => ValueOutOfRange { .. },
        "words": |x| x.select((0, 0))?.write("one") => TypeMismatch { .. },
        "a field": |x| x.field("x")?.write(1) => InvalidArgument { .. },

        "another rank": |x| x.resize(6) => RankMismatch { expected: 2, found: 1 },
        "no such axis": |x| x.resize_axis(2, 1) => InvalidArgument { .. },
        "axis 1 beyond": |x| x.resize((2, 6)) => BeyondMaximum { axis: 1, requested: 6, .. },
        "axis 1 alone beyond": |x| x.resize_axis(1, usize::MAX)
            => BeyondMaximum { axis: 1, requested: usize::MAX, .. },
        "too large": |x| x.resize((usize::MAX, 3))
            => BeyondMaximum { axis: 0, maximum: 2, .. } | InvalidArgument { .. },
        "other rows": |x| x.append([1, 2]) => ShapeMismatch { .. },
    };
    for name in ["plain", "chunks"] {
        let dataset = file.dataset(name).unwrap();
        for Case { about, refused, expected } in &cases {
            let Err(error) = refused(&dataset) else { panic!("{name}, {about}: no error") };
            assert!(expected(error.kind()), "{name}, {about}: {error:?}");
            assert_eq!(error.object_path(), Some(&*format!("/{name}")), "{about}: {error}");
            assert!(error.frames().is_empty(), "{name}, {about}: libhdf5 was asked: {error:#}");
        }
    }
    let endless = file.dataset("endless").unwrap();
    for refused in [
        endless.resize((usize::MAX, usize::MAX)),
        endless.resize((usize::MAX, 1)),
        endless.resize((1 << 40, 1 << 40)),
        endless.resize_axis(1, 1 << 62),
        endless.resize_axis(0, usize::MAX),
    ] {
        let error = refused.unwrap_err();
        assert!(error.to_string().contains("more than a file holds"), "{error}");
        assert!(error.frames().is_empty(), "{error:#}");
    }
    assert_eq!(endless.shape().unwrap(), [2, 3]);
    let points = file.dataset("points").unwrap();
    let error = points.field("y").unwrap().write([1.0, 2.0, 3.0]).unwrap_err();
    assert!(matches!(error.kind(), ShapeMismatch { .. }), "{error}");
    let error = points.select([1, 0]).unwrap().field("x").unwrap().write([1, 40_000]).unwrap_err();
    assert!(matches!(*error.kind(), ValueOutOfRange { .. }));
    for name in ["one", "empty"] {
        let error = file.dataset(name).unwrap().resize(()).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    }
    for refused in [
        file.dataset("empty").unwrap().write(1),
        file.dataset("empty").unwrap().write([1]),
        file.dataset("empty").unwrap().read_into(&mut [0_i16]),
    ] {
        assert_eq!(*refused.unwrap_err().kind(), ErrorKind::NullDataspace);
    }
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");
}

#[test]
fn no_way_to_write_works_in_a_file_that_is_open_for_reading() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("reading.h5");
    h5py.create(&path, THEIRS);
    let before = std::fs::read(&path).unwrap();
    let file = File::open(&path).unwrap();
    let dataset = |name: &str| file.dataset(name).unwrap();
    let (chunks, points) = (dataset("chunks"), dataset("points"));
    for refused in [
        chunks.write(1),
        chunks.select([1, 0]).unwrap().write(1),
        chunks.select(Selection::points([[0, 0]])).unwrap().write([1]),
        chunks.select(Array2::from_elem((2, 3), true)).unwrap().write(1),
        chunks.select(Selection::from(0).union(1).unwrap()).unwrap().write(1),
        chunks.clip().write(1e9),
        points.field("x").unwrap().write(1),
        points.fields(["y"]).unwrap().write(hdf5::Value::compound([("y", 1.into())])),
        chunks.resize((3, 3)),
        chunks.resize_axis(0, 1),
        chunks.append([1, 2, 3]),
        chunks.append_axis(1, [1, 2]),
        chunks.chunks().unwrap().write_raw((0, 0), 0, &[1; 4]),
        dataset("plain").copy_values_to(&chunks),
        file.new_dataset::<i16>().shape((2, 3)).replace("chunks").map(drop),
        file.link("again", &chunks),
    ] {
        assert_eq!(*refused.unwrap_err().kind(), ErrorKind::ReadOnly);
    }
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before, "the file has changed");
}
