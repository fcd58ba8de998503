//! Attributes, beside h5py.

use hdf5::{Dataspace, ErrorKind, File, Value};
use ndarray::{Array2, array};

#[test]
fn attributes_are_python_values_to_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("attributes.h5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("group").unwrap();
    let data = group.create_dataset("data", [1, 2, 3]).unwrap();
    file.attrs().set("int", 3).unwrap();
    file.attrs().set("wide", u64::MAX).unwrap();
    file.attrs().set("float", 0.5).unwrap();
    file.attrs().set("bool", true).unwrap();
    file.attrs().set("bools", [true, false]).unwrap();
    file.attrs().set("text", "größer").unwrap();
    file.attrs().set("texts", vec!["a", "bc"]).unwrap();
    file.attrs().set("table of text", [["a", "b"], ["c", "d"]]).unwrap();
    file.attrs().set("numbers", array![[1.5, 2.5], [3.5, 4.5]]).unwrap();
    file.attrs().set("none", None::<f32>).unwrap();
    file.attrs().set("no rows", Vec::<i32>::new()).unwrap();
    group.attrs().set("of the group", 1_i8).unwrap();
    data.attrs().set("units", "K").unwrap();
    file.close().unwrap();

    h5py.file(&path)
        .expect("type(f.attrs['int']).__name__, int(f.attrs['int'])", "('int32', 3)")
        .expect("int(f.attrs['wide'])", "18446744073709551615")
        .expect("float(f.attrs['float'])", "0.5")
        .expect("type(f.attrs['bool']).__name__, bool(f.attrs['bool'])", "('bool', True)")
        .expect("f.attrs['bools'].tolist()", "[True, False]")
        .expect("f.attrs['text']", "'größer'")
        .expect("f.attrs['texts'].tolist()", "['a', 'bc']")
        .expect("f.attrs['table of text'].tolist()", "[['a', 'b'], ['c', 'd']]")
        .expect("f.attrs['numbers'].tolist()", "[[1.5, 2.5], [3.5, 4.5]]")
        .expect("f.attrs['none']", "Empty(dtype=dtype('<f4'))")
        .expect("f.attrs['no rows'].shape", "(0,)")
        .expect("f['group'].attrs['of the group'].dtype.str", "'|i1'")
        .expect("dict(f['group/data'].attrs)", "{'units': 'K'}");
}

#[test]
fn attributes_of_h5py_are_read_typed_and_as_values() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("attributes.h5");
    h5py.create(
        &path,
        "
        a = f.attrs
        a['int'] = 7
        a['big'] = np.array([1, 2], dtype='>i2')
        a['float'] = 2.5
        a['bool'] = True
        a['text'] = 'größer'
        a['texts'] = ['a', 'bc']
        a['fixed'] = np.bytes_(b'padded')
        a['array'] = np.arange(6).reshape(2, 3)
        a['empty'] = h5py.Empty('f4')
        a['complex'] = 1 + 2j
        a['struct'] = np.array((1, 2.5), dtype=[('n', '<i4'), ('x', '<f8')])
        a['bytes'] = np.void(b'\\x00\\xff')
        a['colour'] = np.array(1, dtype=h5py.enum_dtype({'RED': 0, 'GREEN': 1}))
        a['ref'] = f.ref
        a.create('not utf-8', b'caf\\xe9', dtype=h5py.string_dtype('ascii'))
        ",
    );
    let file = File::open(&path).unwrap();
    let attrs = file.attrs();
    assert_eq!(attrs.get::<i32>("int").unwrap(), 7);
    assert_eq!(attrs.get::<f64>("int").unwrap(), 7.0);
    assert_eq!(attrs.get::<Vec<u8>>("big").unwrap(), [1, 2]);
    assert_eq!(attrs.get::<f32>("float").unwrap(), 2.5);
    assert!(attrs.get::<bool>("bool").unwrap());
    assert_eq!(attrs.get::<String>("text").unwrap(), "größer");
    assert_eq!(attrs.get::<Vec<String>>("texts").unwrap(), ["a", "bc"]);
    assert_eq!(attrs.get::<String>("fixed").unwrap(), "padded");
    assert_eq!(attrs.get::<Array2<i64>>("array").unwrap(), array![[0, 1, 2], [3, 4, 5]]);
    assert_eq!(attrs.get::<Option<f32>>("empty").unwrap(), None);
    assert_eq!(attrs.space("empty").unwrap(), Dataspace::Null);
    let error = attrs.get::<String>("not utf-8").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error}");

    let shown = |name: &str| attrs.get::<Value>(name).unwrap().to_string();
    assert_eq!(shown("int"), "7");
    assert_eq!(shown("array"), "[[0, 1, 2], [3, 4, 5]]");
    assert_eq!(shown("bool"), "true");
    assert_eq!(shown("texts"), r#"["a", "bc"]"#);
    assert_eq!(shown("complex"), "1.0+2.0i");
    assert_eq!(shown("struct"), "{n: 1, x: 2.5}");
    assert_eq!(shown("bytes"), r#""\x00\xff""#);
    assert_eq!(shown("colour"), "GREEN");
    assert_eq!(shown("ref"), "<reference>");
    assert_eq!(attrs.get::<Value>("empty").unwrap(), Value::Empty);
    assert_eq!(shown("not utf-8"), r#""caf\xe9""#);
}

#[test]
fn setting_replaces_whatever_type_and_shape_there_was() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("replace.h5");
    let file = File::create(&path).unwrap();
    file.attrs().set("x", 1).unwrap();
    file.attrs().set("x", "text").unwrap();
    file.attrs().set("x", [[1.0, 2.0]]).unwrap();
    file.attrs().set("y", 5).unwrap();
    // A name that one might think of while the old one is still there.
    file.attrs().set("\u{1}", "mine").unwrap();
    file.attrs().set("y", "six").unwrap();
    assert_eq!(file.attrs().get::<String>("\u{1}").unwrap(), "mine");
    file.attrs().remove("\u{1}").unwrap();
    for n in 0..20 {
        file.attrs().set(format!("{n}"), n).unwrap();
    }
    file.attrs().remove("3").unwrap();
    assert_eq!(file.attrs().names().unwrap().len(), 21);
    file.close().unwrap();
    h5py.file(&path)
        .expect("f.attrs['x'].tolist()", "[[1.0, 2.0]]")
        .expect("sorted(f.attrs, key=str)[-2:]", "['x', 'y']")
        .expect("len(f.attrs), '3' in f.attrs", "(21, False)");
}

#[test]
fn an_attribute_survives_a_replacement_that_fails() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("survive.h5");
    let file = File::create(&path).unwrap();
    file.attrs().set("x", "old").unwrap();
    let nul = file.attrs().set("x", "NUL \0 inside").unwrap_err();
    assert!(matches!(nul.kind(), ErrorKind::InvalidValue { .. }), "{nul}");
    let ragged = file.attrs().set("x", vec![vec![1, 2], vec![3]]).unwrap_err();
    assert!(matches!(ragged.kind(), ErrorKind::UnequalLists { .. }), "{ragged}");
    assert!(ragged.to_string().contains("of lengths [2] and [1]"), "{ragged}");
    let large = file.attrs().set("x", vec![0_u8; 100_000]).unwrap_err();
    assert_eq!(*large.kind(), ErrorKind::AttributeTooLarge { bytes: 100_000 });
    assert!(large.to_string().contains("create the object with `track_order(true)`"), "{large}");
    assert!(large.to_string().contains("write attribute \"x\" of \"/\""), "{large}");
    assert!(large.to_string().contains("survive.h5"), "{large}");
    assert_eq!(file.attrs().names().unwrap(), ["x"]);
    file.close().unwrap();
    h5py.file(&path).expect("dict(f.attrs)", "{'x': 'old'}");
}

#[test]
fn what_is_not_there_or_not_so_is_an_error_with_its_name() {
    let dir = judges::scratch();
    let file = File::create(dir.file("missing.h5")).unwrap();
    let group = file.create_group("g").unwrap();
    group.attrs().set("text", "x").unwrap();
    group.attrs().set("pair", [1, 2]).unwrap();

    let error = group.attrs().get::<i32>("nope").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "nope".into() });
    let path = file.file_path().display().to_string();
    assert_eq!(
        error.to_string(),
        format!("cannot read attribute \"nope\" of \"/g\" in \"{path}\": \"nope\" does not exist")
    );
    let error = group.attrs().get::<i32>("text").unwrap_err();
    let expected = ErrorKind::TypeMismatch { stored: "string (utf-8)".into(), requested: "i32" };
    assert_eq!(*error.kind(), expected);
    let error = group.attrs().get::<i32>("pair").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ShapeMismatch { expected: vec![2], found: vec![] });
    assert!(group.attrs().remove("nope").is_err());
    assert!(group.attrs().get::<i32>("").is_err());
    assert!(!group.attrs().contains("").unwrap());
    assert!(group.attrs().contains("pair").unwrap());
}
