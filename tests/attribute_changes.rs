//! Attributes that are modified, renamed and removed, and what cannot be done with them, beside h5py.

use std::thread;

use hdf5::{ErrorKind, File, FixedUtf8, Value};

#[test]
fn modifying_keeps_type_and_shape_as_in_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let create = "
        f.attrs['scalar'] = np.float32(1)
        f.attrs['one'] = np.array([[1]], 'i2')
        f.attrs['pair'] = np.array([1, 2], '>i8')
        f.attrs['text'] = 'old'
        f.attrs['texts'] = ['a', 'b']
        f.attrs['fixed'] = np.bytes_('12345')
        f.attrs['empty'] = h5py.Empty('f4')
    ";
    h5py.create(&ours, create);
    h5py.create(&theirs, create);
    h5py.edit(
        &theirs,
        "
        f.attrs.modify('scalar', np.array([2.5]))
        f.attrs.modify('one', 7)
        f.attrs.modify('pair', [3, 4])
        f.attrs.modify('text', 'new and longer')
        f.attrs.modify('texts', ['longer', ''])
        f.attrs.modify('fixed', np.bytes_('123'))
        f.attrs.modify('missing', 'created')
        ",
    );
    let file = File::open_rw(&ours).unwrap();
    let attrs = file.attrs();
    attrs.modify("scalar", [2.5]).unwrap();
    attrs.modify("one", 7).unwrap();
    attrs.modify("pair", [3_u8, 4]).unwrap();
    attrs.modify("text", "new and longer").unwrap();
    attrs.modify("texts", ["longer", ""]).unwrap();
    attrs.modify("fixed", "123").unwrap();
    attrs.modify("missing", "created").unwrap();
    attrs.modify("empty", None::<f32>).unwrap();

    for (name, error) in [
        ("pair", attrs.modify("pair", [1, 2, 3]).unwrap_err()),
        ("scalar", attrs.modify("scalar", [1, 2]).unwrap_err()),
    ] {
        assert!(matches!(error.kind(), ErrorKind::ShapeMismatch { .. }), "{name}: {error}");
    }
    let error = attrs.modify("one", 40_000).unwrap_err();
    assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }), "{error}");
    let error = attrs.modify("one", "text").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error}");
    let error = attrs.modify("empty", 1.0).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NullDataspace, "{error}");
    assert!(error.to_string().contains("modify attribute \"empty\" of \"/\""), "{error}");
    // h5py cuts what is too long; we do if we are asked to.
    let error = attrs.modify("fixed", "1234567").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error}");
    attrs.truncate().modify("fixed", "1234567").unwrap();
    assert_eq!(attrs.get::<String>("fixed").unwrap(), "12345");
    attrs.modify("fixed", "123").unwrap();
    file.close().unwrap();

    let shown = "{n: (str(v), getattr(v, 'dtype', None), getattr(v, 'shape', None)) \
                  for n, v in f.attrs.items()}";
    h5py.file(&ours).expect(shown, &h5py.file(&theirs).eval(shown));
}

#[test]
fn an_attribute_is_written_through_its_handle_as_long_as_it_has_its_name() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("handle.h5");
    let file = File::create(&path).unwrap();
    file.attrs().set("x", [1, 2]).unwrap();
    let x = file.attrs().open("x").unwrap();
    x.write([3, 4]).unwrap();
    assert_eq!(x.read::<[i64; 2]>().unwrap(), [3, 4]);
    assert_eq!(x.dtype().unwrap().to_string(), "i32");
    let error = x.write([1, 2, 3]).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ShapeMismatch { expected: vec![2], found: vec![3] });

    // Another one of that name: the handle is of this one, and does not write into what was before.
    file.attrs().set("x", vec![7_u8; 10_000]).unwrap();
    assert_eq!(x.read::<Vec<u8>>().unwrap(), [7; 10_000]);
    file.attrs().remove("x").unwrap();
    file.attrs().set("x", 1_u8).unwrap();
    assert!(x.write(vec![8_u8; 10_000]).is_err());
    x.write(9).unwrap();
    assert_eq!(file.attrs().get::<u8>("x").unwrap(), 9);

    file.attrs().rename("x", "y").unwrap();
    let missing = || ErrorKind::NotFound { missing: "x".into() };
    assert_eq!(*x.read::<Value>().unwrap_err().kind(), missing());
    assert_eq!(*x.write(1).unwrap_err().kind(), missing());
    assert_eq!(*file.attrs().open("x").unwrap_err().kind(), missing());
    file.close().unwrap();
    h5py.file(&path).expect("dict(f.attrs)", "{'y': 9}".replace('9', "np.uint8(9)").as_str());
    assert_eq!(*x.read::<Value>().unwrap_err().kind(), ErrorKind::Closed);
}

#[test]
fn renaming_never_loses_an_attribute() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("rename.h5");
    let file = File::create(&path).unwrap();
    let datatype = file.commit_datatype("type", &hdf5::TypeDescriptor::boolean()).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    let attrs = dataset.attrs();
    attrs.set("text", "größer").unwrap();
    attrs.set("numbers", [1.5, 2.5]).unwrap();
    attrs.set("empty", None::<i8>).unwrap();
    attrs.set_with_type("flag", true, &datatype).unwrap();
    for (from, to) in [
        ("text", "länger als vorher"),
        ("numbers", "n"),
        ("empty", "emptY"),
        ("flag", "a flag with a committed type"),
    ] {
        attrs.rename(from, to).unwrap();
    }
    attrs.rename("n", "n").unwrap();
    let error = attrs.rename("n", "emptY").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AlreadyExists);
    assert!(
        error.to_string().contains("give the name \"emptY\" to attribute \"n\" of \"/d\""),
        "{error}"
    );
    let error = attrs.rename("numbers", "m").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "numbers".into() });
    let error = attrs.rename("numbers", "numbers").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "numbers".into() });
    let error = attrs.rename("n", "").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::InvalidName { reason: "is empty" });
    file.close().unwrap();
    h5py.file(&path)
        .expect(
            "list(f['d'].attrs)",
            "['länger als vorher', 'n', 'emptY', 'a flag with a committed type']",
        )
        .expect("f['d'].attrs['länger als vorher']", "'größer'")
        .expect("f['d'].attrs['n'].tolist()", "[1.5, 2.5]")
        .expect("f['d'].attrs['emptY']", "Empty(dtype=dtype('int8'))")
        .expect("bool(f['d'].attrs['a flag with a committed type'])", "True")
        .assert("f['d'].attrs.get_id('a flag with a committed type').get_type().committed()");
}

#[test]
fn attributes_of_committed_types_are_like_all_others() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("committed.h5");
    h5py.create(&path, "f['t'] = np.dtype('f4')\nf['t'].attrs['theirs'] = 'text'");
    let file = File::open_rw(&path).unwrap();
    let datatype = file.datatype("t").unwrap();
    let attrs = datatype.attrs();
    assert_eq!(attrs.get::<String>("theirs").unwrap(), "text");
    attrs.set("ours", [1, 2]).unwrap();
    attrs.modify("theirs", "other text").unwrap();
    attrs.rename("ours", "mine").unwrap();
    attrs.set_with_type("typed", 2.5, &datatype).unwrap();
    assert_eq!(attrs.names().unwrap(), ["mine", "theirs", "typed"]);
    file.close().unwrap();
    h5py.file(&path)
        .expect("sorted(f['t'].attrs)", "['mine', 'theirs', 'typed']")
        .expect("f['t'].attrs['theirs'], f['t'].attrs['mine'].tolist()", "('other text', [1, 2])")
        .expect("float(f['t'].attrs['typed'])", "2.5")
        .assert("f['t'].attrs.get_id('typed').get_type().committed()");
}

#[test]
fn names_that_cannot_be_are_refused_and_odd_ones_are_not() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("names.h5");
    let file = File::create(&path).unwrap();
    let attrs = file.attrs();
    for (name, reason) in [("", "is empty"), ("a\0b", "has a NUL byte")] {
        let invalid = ErrorKind::InvalidName { reason };
        assert_eq!(*attrs.set(name, 1).unwrap_err().kind(), invalid);
        assert_eq!(*attrs.modify(name, 1).unwrap_err().kind(), invalid);
        assert_eq!(*attrs.get::<i32>(name).unwrap_err().kind(), invalid);
        assert_eq!(*attrs.remove(name).unwrap_err().kind(), invalid);
        assert_eq!(*attrs.open(name).unwrap_err().kind(), invalid);
        assert_eq!(*attrs.info(name).unwrap_err().kind(), invalid);
    }
    assert!(attrs.is_empty().unwrap());
    let odd = ["/", ".", "a/b", " ", "日本", "a\nb", "\u{1}"];
    for (value, name) in odd.iter().enumerate() {
        attrs.set(name, value as i64).unwrap();
        attrs.set(name, format!("{value}")).unwrap();
    }
    let latin = b"caf\xe9";
    attrs.set(latin, 1).unwrap();
    attrs.set(latin, "latin").unwrap();
    assert_eq!(attrs.get::<String>(latin).unwrap(), "latin");
    let error = attrs.names().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::InvalidName { reason: "is not UTF-8" });
    assert_eq!(attrs.raw_names().unwrap().len(), odd.len() + 1);
    let error = attrs.get::<i32>(b"th\xe9").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "th\\xe9".into() });
    file.close().unwrap();
    h5py.file(&path)
        .assert("[f.attrs[n] for n in ['/', '.', 'a/b', ' ', '日本', 'a\\nb', '\\x01']] == list('0123456')")
        .expect("f.attrs[b'caf\\xe9']", "'latin'");
}

#[test]
fn files_for_reading_only_and_closed_files_say_so() {
    let dir = judges::scratch();
    let path = dir.file("closed.h5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("g").unwrap();
    group.attrs().set("x", 1).unwrap();
    let attribute = group.attrs().open("x").unwrap();
    let mut all = group.attrs().iter().unwrap();
    file.close().unwrap();
    let attrs = group.attrs();
    let errors = [
        attrs.set("x", 2).unwrap_err(),
        attrs.modify("x", 2).unwrap_err(),
        attrs.get::<i32>("x").unwrap_err(),
        attrs.remove("x").unwrap_err(),
        attrs.rename("x", "y").unwrap_err(),
        attrs.contains("x").unwrap_err(),
        attrs.names().unwrap_err(),
        attrs.iter().unwrap_err(),
        attrs.len().unwrap_err(),
        attrs.info("x").unwrap_err(),
        attrs.dtype("x").unwrap_err(),
        attrs.open("x").unwrap_err(),
        attribute.read::<i32>().unwrap_err(),
        attribute.write(1).unwrap_err(),
        attribute.space().unwrap_err(),
        all.next().unwrap().1.read::<i32>().unwrap_err(),
    ];
    for error in errors {
        assert_eq!(*error.kind(), ErrorKind::Closed, "{error}");
    }

    let file = File::open(&path).unwrap();
    let attrs = file.group("g").unwrap();
    let attrs = attrs.attrs();
    let attribute = attrs.open("x").unwrap();
    let errors = [
        attrs.set("x", 2).unwrap_err(),
        attrs.set("y", 2).unwrap_err(),
        attrs.modify("x", 2).unwrap_err(),
        attrs.remove("x").unwrap_err(),
        attrs.rename("x", "y").unwrap_err(),
        attribute.write(1).unwrap_err(),
    ];
    for error in errors {
        assert_eq!(*error.kind(), ErrorKind::ReadOnly, "{error}");
    }
    assert_eq!(attribute.read::<i32>().unwrap(), 1);
}

#[test]
fn threads_that_replace_one_attribute_see_whole_values() {
    let dir = judges::scratch();
    let file = File::create(dir.file("threads.h5")).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    dataset.attrs().set("x", vec![0_u8; 10]).unwrap();
    let is_whole =
        |value: &[u8]| value.iter().all(|byte| usize::from(*byte) * 100 + 10 == value.len());
    thread::scope(|scope| {
        for thread in 0..4_u8 {
            let dataset = &dataset;
            scope.spawn(move || {
                let attribute = dataset.attrs().open("x").unwrap();
                for _ in 0..300 {
                    let length = usize::from(thread) * 100 + 10;
                    dataset.attrs().set("x", vec![thread; length]).unwrap();
                    let read: Vec<u8> = attribute.read().unwrap();
                    assert!(is_whole(&read), "{read:?}");
                    // Where it has another length by now, this is refused.
                    let _ = attribute.write(vec![thread; length]);
                    dataset.attrs().modify("text", "x".repeat(length)).unwrap();
                    dataset.attrs().get::<String>("text").unwrap();
                }
            });
        }
    });
    assert!(is_whole(&dataset.attrs().get::<Vec<u8>>("x").unwrap()));
    let mut names = dataset.attrs().names().unwrap();
    names.sort();
    assert_eq!(names, ["text", "x"]);
}

#[test]
fn a_fixed_text_takes_what_fits() {
    let dir = judges::scratch();
    let file = File::create(dir.file("fixed.h5")).unwrap();
    let word: FixedUtf8<4> = "word".parse().unwrap();
    file.attrs().set("word", word).unwrap();
    file.attrs().modify("word", "new").unwrap();
    assert_eq!(file.attrs().get::<String>("word").unwrap(), "new");
    assert!(file.attrs().modify("word", "longer").is_err());
    assert_eq!(file.attrs().get::<String>("word").unwrap(), "new");
}
