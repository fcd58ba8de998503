//! Attributes that are large, many, or have long names: stored where the file has room for them.

use hdf5::{
    DynArray, Encode, EnumMember, EnumType, ErrorKind, File, IntegerType, LibVer, Name,
    TypeDescriptor, Value,
};

const HEADER: usize = 65_536;

#[test]
fn what_is_larger_than_a_header_is_stored_where_the_format_has_a_place() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("large.h5");
    let numbers: Vec<i32> = (0..100_000).collect();

    let file = File::create(&path).unwrap();
    let plain = file.create_dataset("plain", 1).unwrap();
    plain.attrs().set("x", "old").unwrap();
    for attrs in [plain.attrs(), file.attrs(), file.create_group("g").unwrap().attrs()] {
        let error = attrs.set("x", &numbers).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::AttributeTooLarge { bytes: 400_000 });
        for remedy in ["400000 bytes", "`track_order(true)`", "LibVer::V18", "as a dataset"] {
            assert!(error.to_string().contains(remedy), "{error}");
        }
    }
    assert_eq!(plain.attrs().get::<String>("x").unwrap(), "old");
    assert_eq!(file.attrs().len().unwrap(), 0);
    // The remedies.
    let tracked = file.new_dataset::<i32>().track_order(true).create("tracked").unwrap();
    tracked.attrs().set("small", 1).unwrap();
    tracked.attrs().set("x", &numbers).unwrap();
    tracked.attrs().set("x", numbers.iter().rev().copied().collect::<Vec<_>>()).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("dict(f['plain'].attrs)", "{'x': 'old'}")
        .expect("list(f['tracked'].attrs)", "['small', 'x']")
        .assert("(f['tracked'].attrs['x'] == np.arange(100_000)[::-1]).all()");

    let path = dir.file("newer.h5");
    let file = File::options().libver(LibVer::V18, LibVer::Latest).create(&path).unwrap();
    let dtype = file.commit_datatype("type", &i32::dtype()).unwrap();
    let group = file.create_group("group").unwrap();
    let dataset = group.create_dataset("dataset", 1).unwrap();
    for attrs in [file.attrs(), group.attrs(), dataset.attrs(), dtype.attrs()] {
        attrs.set("before", "text").unwrap();
        attrs.set("x", &numbers).unwrap();
        attrs.set("after", 2).unwrap();
        assert_eq!(attrs.get::<Vec<i32>>("x").unwrap(), numbers);
        attrs.rename("x", "y").unwrap();
        attrs.set("y", "small again").unwrap();
        attrs.set("x", &numbers).unwrap();
    }
    file.close().unwrap();
    h5py.file(&path)
        .assert("all((f[o].attrs['x'] == np.arange(100_000)).all() for o in ['/', 'group', 'group/dataset', 'type'])")
        .expect("f['group/dataset'].attrs['y'], sorted(f.attrs)", "('small again', ['after', 'before', 'x', 'y'])");
}

#[test]
fn large_attributes_of_h5py_are_read_and_changed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("large.h5");
    h5py.create(
        &path,
        "
        d = f.create_dataset('d', data=1, track_order=True)
        d.attrs['x'] = np.arange(50_000)
        f.attrs['long'] = 'x' * 1_000_000
        f.attrs.create('strings', [f'string {i}' for i in range(4_000)])
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let attrs = file.attrs();
    assert_eq!(attrs.get::<String>("long").unwrap().len(), 1_000_000);
    assert_eq!(attrs.get::<Vec<String>>("strings").unwrap()[3_999], "string 3999");
    let dataset = file.dataset("d").unwrap();
    let x: Vec<i64> = dataset.attrs().get("x").unwrap();
    assert_eq!((x.len(), x[49_999]), (50_000, 49_999));
    dataset.attrs().modify("x", x.iter().map(|x| x + 1).collect::<Vec<_>>()).unwrap();
    file.close().unwrap();
    h5py.file(&path).assert("(f['d'].attrs['x'] == np.arange(50_000) + 1).all()");
}

#[test]
fn five_thousand_strings_are_one_attribute_where_h5py_needs_to_be_told() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("strings.h5");
    let strings: Vec<_> = (0..5_000).map(|i| format!("string {i}")).collect();
    let file = File::create(&path).unwrap();
    // Each takes 16 bytes in the attribute.
    let error = file.attrs().set("strings", &strings).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AttributeTooLarge { bytes: 80_000 });
    file.attrs().set("strings", &strings[..4_000]).unwrap();
    file.attrs().set("one", "x".repeat(1_000_000)).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    dataset.attrs().set("strings", &strings).unwrap();
    assert_eq!(dataset.attrs().get::<Vec<String>>("strings").unwrap(), strings);
    file.close().unwrap();
    h5py.file(&path)
        .expect("len(f.attrs['strings']), len(f.attrs['one'])", "(4000, 1000000)")
        .assert("f['d'].attrs['strings'].tolist() == [f'string {i}' for i in range(5_000)]");
}

#[test]
fn hundreds_of_attributes_are_listed_replaced_and_removed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("many.h5");
    let file = File::create(&path).unwrap();
    let header = file.create_dataset("in the header", 0).unwrap();
    let index = file.new_dataset::<i32>().track_order(true).create("in an index").unwrap();
    for dataset in [&header, &index] {
        let attrs = dataset.attrs();
        for i in 0..300 {
            attrs.set(format!("{i:03}"), i).unwrap();
        }
        for i in (0..300).step_by(3) {
            attrs.set(format!("{i:03}"), format!("text {i}")).unwrap();
            attrs.remove(format!("{:03}", i + 1)).unwrap();
            attrs.rename(format!("{:03}", i + 2), format!("{:03} renamed", i + 2)).unwrap();
        }
        assert_eq!(attrs.len().unwrap(), 200);
        assert_eq!(attrs.get::<String>("297").unwrap(), "text 297");
        assert_eq!(attrs.get::<i32>("299 renamed").unwrap(), 299);
    }
    // What was replaced is the last; so is what was renamed, but for newer libraries.
    let renames_well = cfg!(hdf5_ge_2_0);
    let first = if renames_well { ["002 renamed", "005 renamed"] } else { ["000", "002 renamed"] };
    assert_eq!(index.attrs().names().unwrap()[..2], first);
    file.close().unwrap();
    let expected = "{f'{i:03}': f'text {i}' for i in range(0, 300, 3)} | \
                    {f'{i:03} renamed': i for i in range(2, 300, 3)}";
    h5py.file(&path)
        .assert(&format!("dict(f['in the header'].attrs) == {expected}"))
        .assert(&format!("dict(f['in an index'].attrs) == {expected}"));
}

#[test]
fn names_are_as_long_as_the_format_lets_them_be() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("names.h5");
    let file = File::options().libver(LibVer::V18, LibVer::Latest).create(&path).unwrap();
    let longest = "n".repeat(65_534);
    let too_long = "n".repeat(65_535);
    file.attrs().set("short", 1).unwrap();
    file.attrs().set(&longest, 2).unwrap();
    for error in [
        file.attrs().set(&too_long, 3).unwrap_err(),
        file.attrs().rename("short", &too_long).unwrap_err(),
        file.attrs().modify(&too_long, 3).unwrap_err(),
    ] {
        let expected = ErrorKind::InvalidName { reason: "has more than 65,534 bytes" };
        assert_eq!(*error.kind(), expected);
    }
    assert!(!file.attrs().contains(&too_long).unwrap());
    assert_eq!(file.attrs().len().unwrap(), 2);
    file.close().unwrap();
    h5py.file(&path)
        .expect("sorted((len(n), int(v)) for n, v in f.attrs.items())", "[(5, 1), (65534, 2)]");

    // An object's header in the oldest format has no room for it.
    let file = File::create(dir.file("old.h5")).unwrap();
    let error = file.attrs().set(&longest, 2).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AttributeTooLarge { bytes: 4 });
}

#[test]
fn a_type_with_a_description_that_the_file_cannot_measure_is_refused() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("type.h5");
    let member =
        |i: i128| EnumMember { name: Name::from(format!("member {i}").as_str()), value: i };
    let members = (0..6_000).map(member).collect();
    let large = TypeDescriptor::Enum(EnumType { base: IntegerType::native(4, true), members });
    let file = File::options().libver(LibVer::V18, LibVer::Latest).create(&path).unwrap();
    file.attrs().set("x", "old").unwrap();
    let value = DynArray::from_values(&large, &[], &[Value::Integer(7)]).unwrap();
    let error = file.attrs().set("x", &value).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    assert!(error.to_string().contains("whose description takes"), "{error}");
    assert_eq!(file.attrs().get::<String>("x").unwrap(), "old");
    file.close().unwrap();
    h5py.file(&path).expect("dict(f.attrs)", "{'x': 'old'}");
}

#[test]
fn an_attribute_that_fills_the_header_survives_a_longer_name() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("full.h5");
    // As large as possible, with a name of one letter.
    let file = File::create(&path).unwrap();
    let group = file.create_group("g").unwrap();
    let fits = |bytes: usize| group.attrs().set("x", vec![1_u8; bytes]).is_ok();
    let largest = (HEADER - 200..HEADER).rev().find(|&bytes| fits(bytes)).unwrap();
    assert!(largest > HEADER - 100, "{largest}");
    let tracked = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    for (attrs, longer) in [(group.attrs(), None), (tracked.attrs(), Some("a longer name"))] {
        attrs.set("x", vec![1_u8; largest]).unwrap();
        attrs.set("x", vec![2_i8; largest]).unwrap();
        attrs.rename("x", "y").unwrap();
        let renamed = attrs.rename("y", "a longer name");
        assert_eq!(renamed.is_ok(), longer.is_some(), "{renamed:?}");
        assert_eq!(attrs.names().unwrap(), [longer.unwrap_or("y")]);
        let value: Vec<i8> = attrs.get(longer.unwrap_or("y")).unwrap();
        assert_eq!(value, vec![2; largest]);
    }
    file.close().unwrap();
    h5py.file(&path)
        .expect("{n: set(v.tolist()) for n, v in f['g'].attrs.items()}", "{'y': {2}}")
        .expect("{n: set(v.tolist()) for n, v in f['d'].attrs.items()}", "{'a longer name': {2}}");
}
