//! Creating datasets: shapes, chunks and types, as `create_dataset` of h5py does it.

use hdf5::{
    AutoChunk, DatasetBuilder, Encode, EnumMember, EnumType, ErrorKind, File, FixedAscii, H5Type,
    IntegerType, Layout, Name, Opaque, TypeDescriptor, Untagged,
};
use ndarray::{Array2, array};

/// A Python tuple, in which `None` is no limit.
fn tuple<N: Copy + Into<Option<usize>>>(lengths: &[N]) -> String {
    let axis = |&length: &N| length.into().map_or(String::from("None"), |n| n.to_string());
    let comma = if lengths.len() == 1 { "," } else { "" };
    format!("({}{comma})", lengths.iter().map(axis).collect::<Vec<_>>().join(", "))
}

#[test]
fn chunks_that_nobody_chose_are_those_of_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let file = File::create(dir.file("auto.h5")).unwrap();
    let cases: [(&[usize], usize); 27] = [
        (&[10], 4),
        (&[10_000], 8),
        (&[1_000_000], 8),
        (&[65_535], 1),
        (&[1 << 40], 8),
        (&[0], 8),
        (&[0, 5], 4),
        (&[0, 3], 8),
        (&[0, 512, 512], 8),
        (&[0, 512, 512], 4),
        (&[100, 100], 8),
        (&[1000, 1000], 8),
        (&[1000, 1000], 4),
        (&[10_000, 10_000], 4),
        (&[100_000, 100_000], 8),
        (&[60_000, 28, 28], 1),
        (&[60_000, 784], 4),
        (&[50_000, 32, 32, 3], 1),
        (&[1024, 1024, 1024], 4),
        (&[3, 5, 7, 11], 8),
        (&[10, 10], 2 << 20),
        (&[1], 1),
        (&[7, 0, 0], 16),
        (&[1 << 20, 2], 3),
        (&[2, 1 << 33], 2),
        (&[12_345, 678], 32),
        (&[6, 6, 6, 6, 6], 40),
    ];
    for (shape, size) in cases {
        let dtype = TypeDescriptor::Opaque { size, tag: Name::from("") };
        let new = file.new_dataset::<u8>().dtype(dtype).shape(shape).auto_chunk(AutoChunk::H5py);
        let chunk = new.create_anonymous().unwrap().chunk().unwrap().unwrap();
        let new = format!("create_dataset('x', {}, 'V{size}', chunks=True)", tuple(shape));
        let theirs = h5py.eval(&format!("h5py.File.in_memory().{new}.chunks"));
        assert_eq!(tuple(&chunk), theirs, "{shape:?} of {size} bytes");
    }
}

#[test]
fn a_dataset_gets_chunks_exactly_where_h5py_gives_it_some() {
    type Change = fn(DatasetBuilder<'_, i32>) -> DatasetBuilder<'_, i32>;
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let file = File::create(dir.file("triggers.h5")).unwrap();
    let cases: [(&str, Change); 10] = [
        ("", |new| new),
        ("chunks=(7, 9)", |new| new.chunk((7, 9))),
        ("chunks=True", |new| new.auto_chunk(AutoChunk::H5py)),
        ("shuffle=True", |new| new.shuffle()),
        ("fletcher32=True", |new| new.fletcher32()),
        ("compression='gzip'", |new| new.compression("gzip")),
        ("scaleoffset=0", |new| new.scale_offset(0)),
        ("maxshape=(None, 30)", |new| new.max_shape((None, 30))),
        ("maxshape=(40, 30)", |new| new.max_shape((40, 30))),
        ("maxshape=(20, 30)", |new| new.max_shape((20, 30))),
    ];
    for (number, (options, change)) in cases.into_iter().enumerate() {
        let new = change(file.new_dataset::<i32>().shape((20, 30)));
        let chunk = new.create(number.to_string()).unwrap().chunk().unwrap();
        let ours = chunk.map_or(String::from("None"), |chunk| tuple(&chunk));
        let call = format!("h5py.File.in_memory().create_dataset('x', (20, 30), 'i4', {options})");
        let theirs = h5py.eval(&format!("{call}.chunks"));
        // A maximum shape that is the shape gives h5py chunks; there is no use for them.
        let theirs = if options == "maxshape=(20, 30)" { "None".into() } else { theirs };
        assert_eq!(ours, theirs, "{options}");
    }
    let one_piece = file.new_dataset::<i32>().shape((20, 30)).contiguous().create("one piece");
    assert_eq!(one_piece.unwrap().layout().unwrap(), Layout::Contiguous);
}

#[test]
fn whole_rows_are_chosen_by_name_and_read_by_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("rows.h5");
    let file = File::create(&path).unwrap();
    let log = file.new_dataset::<f64>().shape((0.., 64)).auto_chunk(AutoChunk::Rows);
    let log = log.create("log").unwrap();
    log.append(Array2::from_shape_fn((5000, 64), |(i, _)| i as f64)).unwrap();
    let image = file.new_dataset::<u8>().shape((3000, 4000)).auto_chunk(AutoChunk::Rows);
    assert_eq!(image.create("image").unwrap().chunk().unwrap(), Some(vec![250, 4000]));
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['log'].chunks, f['log'].maxshape", "((2048, 64), (None, 64))")
        .assert("(f['log'][:] == np.arange(5000)[:, None]).all()");
}

#[test]
fn data_is_reshaped_to_the_shape_asked_for() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("reshape.h5");
    let file = File::create(&path).unwrap();
    let new = |shape: &[usize]| file.new_dataset::<i64>().shape(shape);
    new(&[2, 3]).create_with("table", [1, 2, 3, 4, 5, 6]).unwrap();
    new(&[6]).create_with("flat", array![[1, 2], [3, 4], [5, 6]].t()).unwrap();
    new(&[3, 1, 2]).max_shape((None, 1, 4)).create_with("grows", vec![1, 2, 3, 4, 5, 6]).unwrap();
    new(&[1]).create_with("one", 7).unwrap();
    new(&[0, 4]).create_with("none", Vec::<i64>::new()).unwrap();
    for (shape, data) in [(&[2, 2][..], vec![vec![1; 3]; 2]), (&[5], vec![vec![1; 3]; 2])] {
        let error = new(shape).create_with("a/b", data).unwrap_err();
        let expected = ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: vec![2, 3] };
        assert_eq!(*error.kind(), expected);
    }
    // As many elements, but h5py would mix up rows and columns.
    let error = new(&[2, 3]).create_with("a/b", array![[1, 2], [3, 4], [5, 6]]).unwrap_err();
    let expected = ErrorKind::ShapeMismatch { expected: vec![2, 3], found: vec![3, 2] };
    assert_eq!(*error.kind(), expected);
    file.close().unwrap();
    h5py.file(&path)
        .expect("sorted(f)", "['flat', 'grows', 'none', 'one', 'table']")
        .expect("f['table'][:].tolist()", "[[1, 2, 3], [4, 5, 6]]")
        .expect("f['flat'][:].tolist()", "[1, 3, 5, 2, 4, 6]")
        .expect("f['grows'][:].tolist()", "[[[1, 2]], [[3, 4]], [[5, 6]]]")
        .expect("f['grows'].maxshape", "(None, 1, 4)")
        .expect("f['one'][:].tolist(), f['none'].shape", "([7], (0, 4))");
}

#[test]
fn scalars_empty_data_and_shapes_of_nothing_go_both_ways() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("nothing.h5");
    let file = File::create(&path).unwrap();
    file.new_dataset::<f32>().create("unwritten").unwrap();
    file.create_dataset("scalar", 1.5_f32).unwrap();
    file.create_dataset("empty", None::<f32>).unwrap();
    file.new_dataset::<i16>().shape(0).create("none").unwrap();
    file.new_dataset::<i16>().shape((3, 0)).deflate(1).create("packed").unwrap();
    file.close().unwrap();
    let values = "f['unwritten'][()] == 0 and f['scalar'][()] == 1.5 and f['scalar'].shape == ()";
    h5py.file(&path)
        .assert(values)
        .expect("f['empty'][()], f['empty'].shape", "(Empty(dtype=dtype('<f4')), None)")
        .expect("f['none'].shape, f['none'].chunks", "((0,), None)")
        .expect("f['packed'].shape, f['packed'].chunks", "((3, 0), (3, 1024))");

    h5py.create(
        &path,
        "
        f['scalar'] = np.float32(1.5)
        f['empty'] = h5py.Empty('f4')
        f.create_dataset('none', (0,), 'i2')
        f.create_dataset('packed', (3, 0), 'i2', compression='gzip')
        ",
    );
    let file = File::open(&path).unwrap();
    let open = |name: &str| file.dataset(name).unwrap();
    assert_eq!(open("scalar").read::<f64>().unwrap(), 1.5);
    assert_eq!((open("scalar").rank().unwrap(), open("scalar").size().unwrap()), (0, 1));
    assert_eq!(open("empty").read::<Option<f64>>().unwrap(), None);
    assert_eq!(*open("empty").size().unwrap_err().kind(), ErrorKind::NullDataspace);
    assert_eq!(open("none").read::<Vec<i16>>().unwrap(), []);
    assert_eq!((open("packed").rank().unwrap(), open("packed").size().unwrap()), (2, 0));
    assert_eq!(open("packed").layout().unwrap(), Layout::Chunked(vec![3, 1024]));
}

#[test]
fn maximum_shapes_are_those_that_h5py_sees() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("maximum.h5");
    let file = File::create(&path).unwrap();
    let endless = file.new_dataset::<f32>().shape(0..).create("endless").unwrap();
    let rows = file.new_dataset::<f32>().shape((2, 512)).max_shape((None, 512)).fill_value(3.0);
    let rows = rows.create("rows").unwrap();
    let some = file.new_dataset::<f32>().shape((2, 5)).max_shape((8, 5)).create("some").unwrap();
    endless.resize(10).unwrap();
    rows.resize((4, 512)).unwrap();
    rows.resize((3, 512)).unwrap();
    assert_eq!(
        *some.resize((9, 5)).unwrap_err().kind(),
        ErrorKind::BeyondMaximum { axis: 0, requested: 9, maximum: 8 }
    );
    some.resize((8, 5)).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['endless'].shape, f['endless'].maxshape", "((10,), (None,))")
        .expect("f['rows'].shape, f['rows'].maxshape", "((3, 512), (None, 512))")
        .expect("f['some'].shape, f['some'].maxshape", "((8, 5), (8, 5))")
        .assert("(f['rows'][:] == 3).all() and (f['endless'][:] == 0).all()");
}

#[test]
fn committed_types_are_referred_to_by_datasets_of_both() {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Hit {
        x: f32,
        channel: u16,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("committed.h5");
    let file = File::create(&path).unwrap();
    let hit = file.commit_datatype("types/hit", &Hit::dtype()).unwrap();
    hit.attrs().set("version", 2).unwrap();
    let hits = [Hit { x: 0.5, channel: 7 }, Hit { x: 1.5, channel: 8 }];
    file.new_dataset::<Hit>().committed_type(&hit).create_with("hits", &hits).unwrap();
    file.new_dataset::<Hit>().create_with("own", &hits).unwrap();
    file.attrs().set_with_type("best", &hits[1], &hit).unwrap();
    let number = file.attrs().set_with_type("number", 1, &hit).unwrap_err();
    assert!(matches!(number.kind(), ErrorKind::TypeMismatch { .. }), "{number}");
    let again = file.commit_datatype("types/hit", &Hit::dtype()).unwrap_err();
    assert_eq!(*again.kind(), ErrorKind::AlreadyExists);
    let other = File::create(dir.file("other.h5")).unwrap();
    let foreign = other.new_dataset::<Hit>().committed_type(&hit).shape(1).create("a/x");
    assert!(matches!(foreign.unwrap_err().kind(), ErrorKind::InvalidArgument { .. }));
    assert!(other.is_empty().unwrap());
    let foreign = other.attrs().set_with_type("best", &hits[1], &hit).unwrap_err();
    assert!(matches!(foreign.kind(), ErrorKind::InvalidArgument { .. }), "{foreign}");
    file.close().unwrap();
    h5py.file(&path)
        .expect("f.attrs.get_id('best').get_type().committed(), list(f.attrs)", "(True, ['best'])")
        .expect("f.attrs['best'].tolist()", "(1.5, 8)")
        .expect(
            "type(f['types/hit']).__name__, int(f['types/hit'].attrs['version'])",
            "('Datatype', 2)",
        )
        .expect("h5py.h5t.TypeID.committed(f['hits'].id.get_type())", "True")
        .assert("f['hits'].id.get_type() == f['types/hit'].id")
        .expect("f['own'].id.get_type().committed()", "False")
        .expect("f['hits'][:].tolist()", "[(0.5, 7), (1.5, 8)]");

    h5py.edit(&path, "f['seconds'] = np.dtype('>f8'); f.create_dataset('t', (2,), f['seconds'])");
    let file = File::open(&path).unwrap();
    let seconds = file.dataset("t").unwrap().committed_type().unwrap().unwrap();
    assert_eq!(seconds.path().as_deref(), Some("/seconds"));
    let named = file.datatype("seconds").unwrap().descriptor().unwrap();
    assert_eq!(seconds.descriptor().unwrap(), named);
    assert!(file.dataset("own").unwrap().committed_type().unwrap().is_none());
    let wrong = file.datatype("own").unwrap_err();
    assert!(matches!(wrong.kind(), ErrorKind::WrongObject { .. }), "{wrong}");
}

#[test]
fn fill_values_of_every_type_are_read_by_h5py() {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Sample {
        name: String,
        at: [i16; 2],
        ok: bool,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("fill.h5");
    let file = File::create(&path).unwrap();
    fn make<T: Encode>(file: &File, name: &str, value: T, dtype: Option<TypeDescriptor>) {
        let new = file.new_dataset::<T>().shape(2).chunk(2).fill_value(value);
        dtype.into_iter().fold(new, |new, dtype| new.dtype(dtype)).create(name).unwrap();
    }
    let big = IntegerType { order: hdf5::ByteOrder::BigEndian, ..IntegerType::native(2, true) };
    let colors = TypeDescriptor::Enum(EnumType {
        base: IntegerType::native(1, false),
        members: ["red", "green"]
            .into_iter()
            .zip([3, 5])
            .map(|(name, value)| EnumMember { name: Name::from(name), value })
            .collect(),
    });
    make(&file, "number", -7_i64, Some(TypeDescriptor::Integer(big)));
    make(&file, "flag", true, None);
    make(&file, "color", 5_u8, Some(colors));
    make(&file, "text", String::from("größer"), None);
    make(&file, "short", FixedAscii::<4>::new("none").unwrap(), None);
    make(&file, "array", [1.5_f32, 2.5, 3.5], None);
    make(&file, "list", vec![1_i32, 2, 3], None);
    make(&file, "blob", Opaque::<3, Untagged>::new([1, 2, 3]), None);
    let sample = Sample { name: "x".into(), at: [4, 5], ok: true };
    make(&file, "struct", sample.clone(), None);
    let read: Vec<Sample> = file.dataset("struct").unwrap().read().unwrap();
    assert_eq!(read, vec![sample.clone(); 2]);
    let fill = file.dataset("struct").unwrap().fill_value::<Sample>().unwrap();
    assert_eq!(fill, Some(sample));
    assert_eq!(file.dataset("list").unwrap().read::<Vec<Vec<i32>>>().unwrap(), vec![[1, 2, 3]; 2]);
    let error = file.new_dataset::<i64>().dtype(u8::dtype()).shape(2).fill_value(256);
    assert!(matches!(*error.create("a/x").unwrap_err().kind(), ErrorKind::ValueOutOfRange { .. }));
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['number'].dtype.str, f['number'][:].tolist()", "('>i2', [-7, -7])")
        .expect("f['flag'][:].tolist(), bool(f['flag'].fillvalue)", "([True, True], True)")
        .expect("f['color'][:].tolist()", "[5, 5]")
        .expect("f['text'].asstr()[:].tolist()", "['größer', 'größer']")
        .expect("f['short'][:].tolist()", "[b'none', b'none']")
        .expect("f['array'][:].tolist()", "[[1.5, 2.5, 3.5], [1.5, 2.5, 3.5]]")
        .expect("[x.tolist() for x in f['list'][:]]", "[[1, 2, 3], [1, 2, 3]]")
        .expect("f['blob'][0].tobytes()", "b'\\x01\\x02\\x03'")
        .expect("f['struct'][0]['name'], f['struct'][1]['at'].tolist()", "(b'x', [4, 5])");
}
