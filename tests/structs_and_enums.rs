//! Structs and enums: what `derive(H5Type)` writes, h5py reads, and the other way round.

#![forbid(unsafe_code)]

use std::path::Path;

use hdf5::{Error, ErrorKind, File, H5Type};
use ndarray::{Array2, arr2};

#[derive(H5Type, Debug, Clone, PartialEq, Default)]
struct Position {
    x: f32,
    y: f32,
}

#[derive(H5Type, Debug, Clone, PartialEq, Default)]
struct Reading {
    id: u8,
    value: f64,
    valid: bool,
    label: String,
    at: Position,
}

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(i16)]
enum State {
    Idle,
    #[hdf5(rename = "run")]
    Running = 300,
    Failed = -1,
}

fn readings() -> Vec<Reading> {
    let reading = |id: u8, label: &str| Reading {
        id,
        value: f64::from(id) / 2.0,
        valid: id == 1,
        label: label.to_owned(),
        at: Position { x: f32::from(id), y: -1.0 },
    };
    vec![reading(1, "süd"), reading(2, "")]
}

fn open(path: &Path) -> Result<hdf5::Dataset, Error> {
    File::open(path)?.dataset("a")
}

/// The message of a read that fails, from the reason on, and its kind.
fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> (ErrorKind, String) {
    let error = result.unwrap_err();
    (error.kind().clone(), error.kind().to_string())
}

#[test]
fn a_vec_of_structs_is_a_packed_compound_to_h5py() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    file.create_dataset("a", readings())?;
    assert_eq!(file.dataset("a")?.read::<Vec<Reading>>()?, readings());
    file.close()?;

    h5py.file(&path)
        .expect("f['a'].shape", "(2,)")
        .expect("f['a'].dtype.names", "('id', 'value', 'valid', 'label', 'at')")
        .expect("f['a'].dtype['at'].names", "('x', 'y')")
        .expect("[f['a'].dtype.fields[n][1] for n in f['a'].dtype.names]", "[0, 1, 9, 10, 18]")
        .assert("f['a'].dtype['id'] == np.uint8 and f['a'].dtype['value'] == np.float64")
        .assert("f['a'].dtype['valid'] == bool and f['a'].dtype['at']['y'] == np.float32")
        .assert("h5py.check_string_dtype(f['a'].dtype['label']).length is None")
        .assert("f['a'].dtype.itemsize == 26")
        .expect(
            "f['a'][()].tolist()",
            r"[(1, 0.5, True, b's\xc3\xbcd', (1.0, -1.0)), (2, 1.0, False, b'', (2.0, -1.0))]",
        );
    Ok(())
}

#[test]
fn h5dump_sees_the_same_fields() -> Result<(), Error> {
    let h5dump = judges::h5dump!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    file.create_dataset("a", &[Position { x: 1.0, y: 2.0 }])?;
    file.create_dataset("b", [State::Failed])?;
    file.close()?;
    let text = h5dump.dump(&path, &[]);
    assert!(text.contains("H5T_IEEE_F32LE \"x\";"), "{text}");
    assert!(text.contains("H5T_STD_I16LE;"), "{text}");
    assert!(text.contains("\"run\"              300;"), "{text}");
    Ok(())
}

#[test]
fn fields_are_read_by_name_in_any_order_size_and_company() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        at = np.dtype([('y', '>f8'), ('z', 'f8'), ('x', 'i4')])
        dtype = np.dtype([
            ('extra', h5py.string_dtype()), ('label', 'S4'), ('at', at), ('valid', bool),
            ('more', 'f4', (2, 2)), ('id', '>i8'), ('value', 'f2'),
        ], align=True)
        a = np.zeros(2, dtype)
        a['extra'] = ['long', 'text']
        a['label'] = [b'abcd', b'']
        a['at']['x'], a['at']['y'] = [3, 4], [0.5, 0.25]
        a['valid'] = [False, True]
        a['id'], a['value'] = [200, 7], [1.5, -2]
        f['a'] = a
        ",
    );
    let read: Vec<Reading> = open(&path)?.read()?;
    let expected = [
        (200, 1.5, false, "abcd", Position { x: 3.0, y: 0.5 }),
        (7, -2.0, true, "", Position { x: 4.0, y: 0.25 }),
    ];
    let expected = expected.map(|(id, value, valid, label, at)| Reading {
        id,
        value,
        valid,
        label: label.to_owned(),
        at,
    });
    assert_eq!(read, expected);
    let mut places = vec![Reading::default(); 2];
    open(&path)?.read_into(&mut places)?;
    assert_eq!(places, expected);
    Ok(())
}

#[test]
fn a_missing_field_is_an_error_that_lists_what_there_is() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        inner = np.dtype([('x', 'f4'), ('z', 'f4')])
        f['a'] = np.zeros(2, [('id', 'u1'), ('at', inner)])
        f['b'] = np.zeros(2, [('x', 'f4'), ('y', 'S3')])
        ",
    );
    #[derive(H5Type, Debug)]
    struct Outer {
        id: u8,
        at: Position,
    }
    let (kind, message) = refusal(open(&path)?.read::<Vec<Position>>());
    let stored = vec!["id".to_owned(), "at".to_owned()];
    assert_eq!(kind, ErrorKind::MissingField { missing: "x".to_owned(), stored });
    assert_eq!(message, r#"the stored struct has no field "x", only "id", "at""#);
    let (_, message) = refusal(open(&path)?.read::<Vec<Outer>>());
    assert_eq!(message, r#"the stored struct has no field "at.y", only "at.x", "at.z""#);

    let (kind, message) = refusal(File::open(&path)?.dataset("b")?.read::<Vec<Position>>());
    assert!(matches!(kind, ErrorKind::TypeMismatch { requested: "f32", .. }));
    assert_eq!(
        message,
        r#"the stored type string[3] (ascii) of field "y" and the Rust type f32 do not convert"#
    );
    Ok(())
}

#[test]
fn a_field_may_have_a_default_another_name_or_no_place_in_the_file() -> Result<(), Error> {
    #[derive(H5Type, Debug, PartialEq, Default)]
    struct Settings {
        #[hdf5(default)]
        first: Vec2,
        #[hdf5(rename = "a b/ü")]
        r#type: i32,
        #[hdf5(skip)]
        cache: Option<String>,
        #[hdf5(default, rename = "last")]
        other: String,
    }
    #[derive(H5Type, Debug, PartialEq, Default)]
    struct Vec2(f64, #[hdf5(default)] f64);

    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(&path, "f['a'] = np.array([(5,)], [('a b/ü', 'i2')])");
    let expected = Settings { r#type: 5, ..Settings::default() };
    assert_eq!(open(&path)?.read::<Vec<Settings>>()?, [expected]);

    h5py.create(
        &path,
        "f['a'] = np.array([(5, (2,))], [('a b/ü', 'i2'), ('first', [('0', 'f4')])])",
    );
    let expected = Settings { r#type: 5, first: Vec2(2.0, 0.0), ..Settings::default() };
    assert_eq!(open(&path)?.read::<Vec<Settings>>()?, [expected]);

    // With nothing in common, it is something else.
    h5py.create(
        &path,
        "f['a'] = np.array([(5, (2,))], [('a b/ü', 'i2'), ('first', [('9', 'f4')])])",
    );
    let (kind, _) = refusal(open(&path)?.read::<Vec<Settings>>());
    let stored = vec!["first.9".to_owned()];
    assert_eq!(kind, ErrorKind::MissingField { missing: "first.0".to_owned(), stored });

    let file = File::create(&path)?;
    let settings = Settings {
        first: Vec2(1.0, 2.0),
        r#type: 3,
        cache: Some("lost".to_owned()),
        other: "kept".to_owned(),
    };
    file.create_dataset("a", &settings)?;
    let read: Settings = file.dataset("a")?.read()?;
    assert_eq!(read, Settings { cache: None, ..settings });
    file.close()?;
    h5py.file(&path).expect("f['a'].dtype.names", "('first', 'a b/ü', 'last')");
    h5py.file(&path).expect("f['a'][()].item()", "((1.0, 2.0), 3, b'kept')");
    Ok(())
}

#[test]
fn a_default_is_any_expression_of_the_fields_type() -> Result<(), Error> {
    const LIMIT: i64 = 40;
    fn fields() -> Position {
        Position { x: 1.0, y: 2.0 }
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Settings {
        id: u8,
        #[hdf5(default = f64::NEG_INFINITY)]
        value: f64,
        #[hdf5(default = -1, rename = "stored as")]
        count: i32,
        #[hdf5(default = if LIMIT > 9 { LIMIT } else { 0 })]
        limit: i64,
        #[hdf5(default = "none".to_owned())]
        label: String,
        #[hdf5(default = fields())]
        at: Position,
        #[hdf5(default = State::Running)]
        state: State,
        #[hdf5(skip, default = Self::FRESH)]
        cache: Option<u8>,
    }
    impl Settings {
        const FRESH: Option<u8> = Some(9);
    }

    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        f['a'] = np.zeros(2, [('id', 'u1')])
        f['b'] = np.array([(1, 2.5, 3)], [('id', 'u1'), ('value', 'f4'), ('stored as', 'i2')])
        ",
    );
    let expected = || Settings {
        id: 0,
        value: f64::NEG_INFINITY,
        count: -1,
        limit: 40,
        label: "none".to_owned(),
        at: Position { x: 1.0, y: 2.0 },
        state: State::Running,
        cache: Some(9),
    };
    assert_eq!(open(&path)?.read::<Vec<Settings>>()?, [expected(), expected()]);
    let read: Vec<Settings> = File::open(&path)?.dataset("b")?.read()?;
    assert_eq!(read, [Settings { id: 1, value: 2.5, count: 3, ..expected() }]);
    Ok(())
}

#[test]
fn a_mismatch_names_the_field_however_deep() -> Result<(), Error> {
    #[derive(H5Type, Debug)]
    struct Outer {
        id: u8,
        middle: Middle,
    }
    #[derive(H5Type, Debug)]
    struct Middle {
        at: Position,
        valid: bool,
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        def make(name, y, valid):
            at = np.dtype([('x', 'f4'), y])
            f[name] = np.zeros(1, [('id', 'u1'), ('middle', [('at', at), ('valid', valid)])])
        make('text', ('y', 'S3'), '?')
        make('array', ('y', 'f4', (2,)), '?')
        make('missing', ('z', 'f4'), '?')
        make('byte', ('y', 'f4'), 'u1')
        make('float', ('y', 'f4'), 'f4')
        f['byte'][0] = (1, ((2, 3), 4))
        f['more'] = np.zeros(1, [('x', 'f4'), ('y', 'f4'), ('z', 'f4'), ('t', 'f4')])
        ",
    );
    let file = File::open_rw(&path)?;
    let read = |name| refusal(file.dataset(name).and_then(|ds| ds.read::<Outer>())).1;
    for (name, message) in [
        (
            "text",
            r#"the stored type string[3] (ascii) of field "y" of field "at" of field "middle" and the Rust type f32 do not convert"#,
        ),
        (
            "array",
            r#"the stored type [f32; 2] of field "y" of field "at" of field "middle" and the Rust type f32 do not convert"#,
        ),
        (
            "float",
            r#"the stored type f32 of field "valid" of field "middle" and the Rust type bool do not convert"#,
        ),
        (
            "missing",
            r#"the stored struct has no field "middle.at.y", only "middle.at.x", "middle.at.z""#,
        ),
        ("byte", r#"field "middle": field "valid": 4 is not a bool"#),
    ] {
        assert_eq!(read(name), message);
    }
    let (_, message) = refusal(file.dataset("more")?.write([Position { x: 0.0, y: 0.0 }]));
    assert!(message.contains(r#"which has more fields ("z", "t"),"#), "{message}");
    Ok(())
}

#[test]
fn values_are_written_by_name_into_a_dataset_that_exists() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        at = np.dtype([('y', '>f8'), ('x', 'f4')])
        dtype = np.dtype([
            ('label', h5py.string_dtype()), ('at', at), ('valid', bool), ('id', '>i8'), ('value', 'f4'),
        ], align=True)
        a = np.zeros(3, dtype)
        a['label'] = ['old'] * 3
        for name, layout in ('a', {}), ('chunked', dict(chunks=(2,), compression='gzip')):
            f.create_dataset(name, data=a, **layout)
        ",
    );
    let file = File::open_rw(&path)?;
    for name in ["a", "chunked"] {
        file.dataset(name)?.select(1..)?.write(readings())?;
    }
    file.close()?;
    for name in ["a", "chunked"] {
        h5py.file(&path)
            .expect(&format!("f['{name}']['label'].tolist()"), r"[b'old', b's\xc3\xbcd', b'']")
            .expect(&format!("f['{name}']['id'].tolist()"), "[0, 1, 2]")
            .expect(&format!("f['{name}']['value'].tolist()"), "[0.0, 0.5, 1.0]")
            .expect(&format!("f['{name}']['valid'].tolist()"), "[False, True, False]")
            .expect(
                &format!("f['{name}']['at'].tolist()"),
                "[(0.0, 0.0), (-1.0, 1.0), (-1.0, 2.0)]",
            );
    }
    Ok(())
}

#[test]
fn members_that_the_struct_lacks_are_not_lost() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    // As large in the file as the packed struct is in memory: libhdf5 would zero the mark.
    h5py.create(
        &path,
        "
        a = np.zeros(4, [('x', 'f2'), ('mark', 'i4'), ('y', 'f2')])
        a['mark'] = [1, 2, 3, 4]
        f.create_dataset('a', data=a, chunks=(2,))
        ",
    );
    let file = File::open_rw(&path)?;
    let error = file.dataset("a")?.write(vec![Position { x: 0.0, y: 0.0 }; 4]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error}");
    assert!(error.to_string().contains("which has more fields"), "{error}");
    file.close()?;
    h5py.file(&path).expect("f['a']['mark'].tolist()", "[1, 2, 3, 4]");
    Ok(())
}

#[test]
fn no_field_is_dropped_in_writing() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        f['a'] = np.ones(2, [('x', 'f4'), ('z', 'f4')])
        f['b'] = np.ones(2, [('x', 'f4'), ('y', 'S3')])
        f['c'] = np.ones(2)
        ",
    );
    let file = File::open_rw(&path)?;
    let refused = |name| {
        refusal(
            file.dataset(name).and_then(|ds| ds.write([Position::default(), Position::default()])),
        )
    };
    for (name, message) in [
        (
            "a",
            r#"the stored type struct {x: f32, z: f32} without a field "y" and the Rust type Position do not convert"#,
        ),
        (
            "b",
            r#"the stored type string[3] (ascii) of field "y" and the Rust type f32 do not convert"#,
        ),
        ("c", "the stored type f64 and the Rust type Position do not convert"),
    ] {
        let (kind, found) = refused(name);
        assert!(matches!(kind, ErrorKind::TypeMismatch { .. }), "{kind:?}");
        assert_eq!(found, message);
    }
    file.close()?;
    h5py.file(&path).assert("(f['a']['x'] == 1).all()");
    Ok(())
}

#[test]
fn a_wrong_value_is_told_with_its_field() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(&path, "f['a'] = np.array([(-1, b'\\xff')], [('n', 'i1'), ('text', 'S2')])");
    #[derive(H5Type, Debug)]
    struct Named {
        text: String,
    }
    let (kind, message) = refusal(open(&path)?.read::<Vec<Named>>());
    assert!(matches!(kind, ErrorKind::InvalidValue { .. }), "{kind:?}");
    assert!(message.starts_with("field \"text\": a string is not UTF-8"), "{message}");

    let file = File::open_rw(&path)?;
    #[derive(H5Type, Debug)]
    struct Whole {
        n: i8,
        text: String,
    }
    let whole = Whole { n: 1, text: "too long".to_owned() };
    let (_, message) = refusal(file.dataset("a")?.write([whole]));
    assert!(message.starts_with("field \"text\": "), "{message}");
    #[derive(H5Type, Debug)]
    struct Unsigned {
        n: u8,
    }
    let (kind, _) = refusal(file.dataset("a")?.read::<Vec<Unsigned>>());
    assert!(matches!(kind, ErrorKind::ValueOutOfRange { .. }));
    Ok(())
}

#[test]
fn enums_are_enumerations_to_h5py() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let states = [State::Failed, State::Idle, State::Running];
    let file = File::create(&path)?;
    file.create_dataset("a", states)?;
    assert_eq!(file.dataset("a")?.read::<Vec<State>>()?, states);
    file.close()?;
    h5py.file(&path)
        .expect("f['a'][()].tolist()", "[-1, 0, 300]")
        .assert("f['a'].dtype == np.int16")
        .assert("h5py.check_enum_dtype(f['a'].dtype) == {'Idle': 0, 'run': 300, 'Failed': -1}");
    Ok(())
}

#[test]
fn every_integer_can_be_the_repr_with_its_extremes() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    macro_rules! check {
        ($($repr:ident)*) => {$({
            #[derive(H5Type, Debug, PartialEq)]
            #[repr($repr)]
            enum Extreme {
                Low = $repr::MIN,
                High = $repr::MAX,
            }
            let name = stringify!($repr);
            file.create_dataset(name, &[Extreme::Low, Extreme::High])?;
            let read: Vec<Extreme> = file.dataset(name)?.read()?;
            assert_eq!(read, [Extreme::Low, Extreme::High]);
        })*};
    }
    check!(i8 i16 i32 i64 u8 u16 u32 u64);
    file.close()?;
    h5py.file(&path).run(
        "
        for name, ds in f.items():
            dtype = np.dtype({'i': 'int', 'u': 'uint'}[name[0]] + name[1:])
            info = np.iinfo(dtype)
            assert ds.dtype == dtype, name
            assert ds[()].tolist() == [info.min, info.max], name
        ",
    );
    Ok(())
}

#[test]
fn variants_are_matched_by_name_whatever_the_value_and_integer() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        names = {'run': 0, 'Idle': 1, 'unknown': 70000, 'Failed': 3}
        f.create_dataset('a', data=[0, 1, 3], dtype=h5py.enum_dtype(names, '>u4'))
        f['in struct'] = np.array([(1,), (0,)], [('state', h5py.enum_dtype(names, 'u4'))])
        ",
    );
    assert_eq!(open(&path)?.read::<Vec<State>>()?, [State::Running, State::Idle, State::Failed]);
    #[derive(H5Type, Debug, PartialEq)]
    struct Holder {
        state: State,
    }
    let file = File::open_rw(&path)?;
    let read: Vec<Holder> = file.dataset("in struct")?.read()?;
    assert_eq!(read, [Holder { state: State::Idle }, Holder { state: State::Running }]);

    file.dataset("a")?.write([State::Failed, State::Running, State::Idle])?;
    file.dataset("in struct")?
        .write([Holder { state: State::Failed }, Holder { state: State::Running }])?;
    file.close()?;
    h5py.file(&path)
        .expect("f['a'][()].tolist()", "[3, 0, 1]")
        .assert("f['a'].dtype == np.dtype('>u4')")
        .expect("f['in struct'][()].tolist()", "[(3,), (0,)]");
    Ok(())
}

#[test]
fn a_value_without_a_variant_is_an_error_with_its_number() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        names = {'Idle': 0, 'paused': 4}
        enum = h5py.enum_dtype(names, 'i1')
        f.create_dataset('a', data=[0, 4], dtype=enum)
        f.create_dataset('b', data=[0, 77], dtype=enum)
        f.create_dataset('c', data=[0, 1], dtype='i1')
        f.create_dataset('d', data=[0, 1], dtype=h5py.enum_dtype({'other': 0, 'one': 1}))
        ",
    );
    let file = File::open_rw(&path)?;
    let read = |name| refusal(file.dataset(name).and_then(|ds| ds.read::<Vec<State>>()));
    assert_eq!(read("a").1, "4 (paused) is not a variant of State");
    assert!(matches!(read("a").0, ErrorKind::InvalidValue { .. }));
    assert_eq!(read("b").1, "77 is not a variant of State");
    assert!(matches!(read("b").0, ErrorKind::InvalidValue { .. }));
    assert!(matches!(read("c").0, ErrorKind::TypeMismatch { .. }));
    assert!(matches!(read("d").0, ErrorKind::TypeMismatch { .. }));

    let (kind, message) = refusal(file.dataset("a")?.write([State::Idle, State::Running]));
    assert!(matches!(kind, ErrorKind::InvalidValue { .. }), "{kind:?}");
    assert!(message.contains("no name \"run\""), "{message}");
    Ok(())
}

#[test]
fn structs_and_enums_are_attributes_too() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    file.attrs().set("one", &readings()[0])?;
    file.attrs().set("several", readings())?;
    file.attrs().set("state", State::Running)?;
    assert_eq!(file.attrs().get::<Reading>("one")?, readings()[0]);
    assert_eq!(file.attrs().get::<Vec<Reading>>("several")?, readings());
    assert_eq!(file.attrs().get::<State>("state")?, State::Running);
    let (kind, _) = refusal(file.attrs().get::<Reading>("several"));
    assert!(matches!(kind, ErrorKind::ShapeMismatch { .. }), "{kind:?}");
    file.close()?;
    h5py.file(&path)
        .expect("f.attrs['one'].item()", r"(1, 0.5, True, b's\xc3\xbcd', (1.0, -1.0))")
        .expect("f.attrs['several'].shape", "(2,)")
        .expect("int(f.attrs['state'])", "300");
    Ok(())
}

#[test]
fn arrays_of_structs_have_any_shape_and_order() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let at = |x, y| Position { x, y };
    let array = arr2(&[
        [at(0.0, 0.0), at(0.0, 1.0), at(0.0, 2.0)],
        [at(1.0, 0.0), at(1.0, 1.0), at(1.0, 2.0)],
    ]);
    let file = File::create(&path)?;
    file.create_dataset("a", &array)?;
    file.create_dataset("transposed", array.t())?;
    file.create_dataset("nested", &[vec![at(5.0, 6.0)], vec![at(7.0, 8.0)]])?;
    let grows =
        file.new_dataset::<Position>().shape((0.., 3)).chunk((2, 3)).deflate(1).create("grows")?;
    grows.append(&array)?;
    assert_eq!(grows.read::<Array2<Position>>()?, array);
    assert_eq!(file.dataset("a")?.read::<Array2<Position>>()?, array);
    assert_eq!(file.dataset("transposed")?.read::<Array2<Position>>()?, array.t());
    let middle: Vec<Position> = file.dataset("a")?.select((.., 1))?.read()?;
    assert_eq!(middle, [at(0.0, 1.0), at(1.0, 1.0)]);
    file.close()?;
    h5py.file(&path)
        .expect("f['a'].shape", "(2, 3)")
        .expect("f['a']['y'].tolist()", "[[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]")
        .expect("f['transposed']['y'].tolist()", "[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]]")
        .expect("f['nested'][()].tolist()", "[[(5.0, 6.0)], [(7.0, 8.0)]]")
        .expect("f['grows']['x'].tolist()", "[[0.0, 0.0, 0.0], [1.0, 1.0, 1.0]]");
    Ok(())
}

#[test]
fn generic_structs_store_what_their_parameters_are() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Pair<A, B = A>
    where
        A: Clone,
    {
        first: A,
        #[hdf5(default)]
        second: B,
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Tagged<T, const N: usize>(T, #[hdf5(skip)] std::marker::PhantomData<[T; N]>);

    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let pairs = [Pair { first: Position { x: 1.0, y: 2.0 }, second: "two".to_owned() }];
    file.create_dataset("a", &pairs)?;
    assert_eq!(file.dataset("a")?.read::<Vec<Pair<Position, String>>>()?, pairs);
    let (kind, message) = refusal(file.dataset("a")?.read::<Vec<Pair<u8>>>());
    assert!(matches!(kind, ErrorKind::TypeMismatch { .. }), "{kind:?}");
    assert!(message.contains("of field \"first\""), "{message}");
    let tagged = Tagged::<_, 3>(1_u16, std::marker::PhantomData);
    file.create_dataset("b", &tagged)?;
    assert_eq!(file.dataset("b")?.dtype()?.to_string(), "struct {0: u16}");
    assert_eq!(file.dataset("b")?.read::<Tagged<u16, 3>>()?, tagged);
    Ok(())
}

#[test]
fn generic_structs_nest_and_need_of_a_parameter_what_their_fields_need() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Range<T> {
        low: T,
        high: T,
    }
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Cell<T, U> {
        range: Range<T>,
        #[hdf5(skip)]
        unit: std::marker::PhantomData<U>,
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct First<I: Iterator> {
        item: I::Item,
    }
    /// No type of elements, which a parameter that is only skipped need not be.
    #[derive(Debug, Clone, PartialEq)]
    struct Metres;

    fn round_trip<T: H5Type + Clone>(
        file: &File,
        name: &str,
        cell: &Cell<T, Metres>,
    ) -> Result<Cell<T, Metres>, Error> {
        file.create_dataset(name, [cell.clone()])?.read()
    }

    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let unit = std::marker::PhantomData;
    let numbers = Cell { range: Range { low: -1.5, high: 2.0 }, unit };
    assert_eq!(round_trip(&file, "numbers", &numbers)?, numbers);
    let words = Cell { range: Range { low: "a".to_owned(), high: "b".to_owned() }, unit };
    assert_eq!(round_trip(&file, "words", &words)?, words);
    let first: First<std::ops::Range<u16>> = First { item: 3 };
    file.create_dataset("first", &first)?;
    assert_eq!(file.dataset("first")?.dtype()?.to_string(), "struct {item: u16}");
    Ok(())
}

#[test]
fn two_runs_write_the_same_bytes() -> Result<(), Error> {
    let dir = judges::scratch();
    let write = |name: &str| {
        let path = dir.file(name);
        let file = File::create(&path)?;
        file.create_dataset("readings", readings())?;
        file.create_dataset("states", [State::Idle, State::Failed])?;
        file.attrs().set("first", &readings()[0])?;
        file.close()?;
        Ok::<_, Error>(std::fs::read(path).expect("the file was written"))
    };
    assert!(write("a.h5")? == write("b.h5")?);
    Ok(())
}

/// Scenario of every kind of field at once: what is written is a structured array to h5py, and what
/// h5py writes, in another order and with more fields, is read.
#[test]
fn structs_of_every_kind_of_field_are_exchanged_with_h5py() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Event {
        at: Position,
        momentum: [f32; 3],
        matrix: [[i16; 2]; 2],
        label: String,
        valid: bool,
        phase: num_complex::Complex<f64>,
        hits: Vec<u16>,
        state: State,
    }
    let event = |n: u8| Event {
        at: Position { x: f32::from(n), y: -1.5 },
        momentum: [1.0, 2.0, f32::from(n)],
        matrix: [[1, 2], [3, i16::from(n)]],
        label: "süd".repeat(n.into()),
        valid: n % 2 == 0,
        phase: num_complex::Complex::new(0.5, f64::from(n)),
        hits: (0..n.into()).collect(),
        state: State::Running,
    };
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let events = vec![event(0), event(1), event(2)];
    let file = File::create(&ours)?;
    file.create_dataset("a", &events)?;
    file.attrs().set("first", &events[2])?;
    file.close()?;
    h5py.file(&ours)
        .expect("f['a'].dtype['momentum'].shape, f['a'].dtype['matrix'].shape", "((3,), (2, 2))")
        .expect("f['a'][2]['momentum'].tolist()", "[1.0, 2.0, 2.0]")
        .expect("f['a'][2]['matrix'].tolist()", "[[1, 2], [3, 2]]")
        .expect("f['a'][2]['label'].decode()", "'südsüd'")
        .expect("f['a']['valid'].tolist()", "[True, False, True]")
        .expect(
            "f['a']['phase'].tolist()",
            "[0.5j, (0.5+1j), (0.5+2j)]".replace("[0.5j", "[(0.5+0j)").as_str(),
        )
        .expect("[h.tolist() for h in f['a']['hits']]", "[[], [0], [0, 1]]")
        .expect("f['a']['at']['y'].tolist()", "[-1.5, -1.5, -1.5]")
        .expect("f.attrs['first']['phase'].item()", "(0.5+2j)");

    // The same rows in another order of fields, with one more, other numbers and padding.
    h5py.create(
        &theirs,
        "
        at = np.dtype([('y', '>f8'), ('x', '<f4')], align=True)
        state = h5py.enum_dtype({'Idle': 0, 'run': 300, 'Failed': -1}, basetype='i4')
        kind = np.dtype([('state', state), ('extra', 'i4'), ('hits', h5py.vlen_dtype('>u4')),
                         ('phase', 'c8'), ('valid', '?'), ('label', 'S8'), ('matrix', 'i8', (2, 2)),
                         ('momentum', 'f8', (3,)), ('at', at)])
        rows = np.zeros(2, dtype=kind)
        for n, row in enumerate(rows):
            row['state'], row['extra'], row['phase'] = 300, 7, complex(0.5, n)
            row['hits'] = np.arange(n, dtype='>u4')
            row['valid'], row['label'] = n % 2 == 0, 'süd'.encode() * n
            row['matrix'], row['momentum'], row['at'] = [[1, 2], [3, n]], [1, 2, n], (-1.5, n)
        f['a'] = rows
        f.attrs['one'] = rows[1]
        ",
    );
    let file = File::open(&theirs)?;
    assert_eq!(file.dataset("a")?.read::<Vec<Event>>()?, [event(0), event(1)]);
    assert_eq!(file.attrs().get::<Event>("one")?, event(1));
    assert_eq!(file.dataset("a")?.field("momentum")?.read::<Vec<[f64; 3]>>()?[1], [1.0, 2.0, 1.0]);
    Ok(())
}
