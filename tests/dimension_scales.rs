//! Dimension scales: labels and scales of axes, beside those of h5py and HDF5's own library of them.

use hdf5::{Dataset, DynArray, ErrorKind, File, ObjectReference, Value};
use std::path::Path;

/// Names of scales and the paths where they are, as `dataset.dims[i].items()` in h5py.
fn items(dataset: &Dataset, axis: usize) -> Vec<(String, String)> {
    let scales = dataset.dim(axis).unwrap().scales().unwrap();
    let item =
        |scale: Dataset| (scale.scale_name().unwrap().unwrap_or_default(), scale.path().unwrap());
    scales.into_iter().map(item).collect()
}

fn pairs(items: &[(&str, &str)]) -> Vec<(String, String)> {
    items.iter().map(|&(name, path)| (name.to_owned(), path.to_owned())).collect()
}

/// A table, and two datasets that may become its scales.
fn table(path: &Path) -> (File, Dataset, Dataset, Dataset) {
    let file = File::create(path).unwrap();
    let table = file.create_dataset("table", [[1, 2, 3], [4, 5, 6]]).unwrap();
    let x = file.create_dataset("x", [1.0, 2.0]).unwrap();
    let y = file.create_dataset("y", [1.0, 2.0, 3.0]).unwrap();
    (file, table, x, y)
}

#[test]
fn scales_labels_and_names_are_what_h5py_lists() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("scales.h5");
    let (file, table, x, y) = table(&path);
    x.make_scale("länge").unwrap();
    x.make_scale(None).unwrap();
    let seconds = file.create_dataset("time/s", [0, 60]).unwrap();
    table.dim(0).unwrap().attach_scale(&x).unwrap();
    table.dim(0).unwrap().attach_scale(&seconds).unwrap();
    table.dim(-1).unwrap().attach_scale(&y).unwrap();
    table.dim(0).unwrap().set_label("größe").unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("[d.label for d in f['table'].dims]", "['größe', '']")
        .expect(
            "[[(n, s.name) for n, s in d.items()] for d in f['table'].dims]",
            "[[('länge', '/x'), ('', '/time/s')], [('', '/y')]]",
        )
        .expect("f['table'].dims[0]['länge'][:].tolist()", "[1.0, 2.0]")
        .expect(
            "[f[n].is_scale for n in ('x', 'y', 'time/s', 'table')]",
            "[True, True, True, False]",
        );
}

#[test]
fn scales_of_h5py_are_listed_and_read() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("scales.h5");
    h5py.create(
        &path,
        "
        f['table'] = np.zeros((2, 3))
        f['x'] = [1., 2.]
        f['time/s'] = [0, 60]
        f['y'] = [1, 2, 3]
        f['x'].make_scale('länge')
        f['table'].dims[0].label = 'größe'
        f['table'].dims[0].attach_scale(f['x'])
        f['table'].dims[0].attach_scale(f['time/s'])
        f['table'].dims[1].attach_scale(f['y'])
        f['plain'] = np.zeros((2, 3, 4))
        ",
    );
    let file = File::open(&path).unwrap();
    let table = file.dataset("table").unwrap();
    let labels = |dataset: &Dataset| -> Vec<String> {
        dataset.dims().unwrap().iter().map(|dim| dim.label().unwrap()).collect()
    };
    assert_eq!(labels(&table), ["größe", ""]);
    assert_eq!(items(&table, 0), pairs(&[("länge", "/x"), ("", "/time/s")]));
    assert_eq!(items(&table, 1), pairs(&[("", "/y")]));
    let dim = table.dim(0).unwrap();
    assert_eq!(dim.scale(1).unwrap().read::<Vec<i32>>().unwrap(), [0, 60]);
    assert_eq!(dim.scale_named("länge").unwrap().read::<Vec<f64>>().unwrap(), [1.0, 2.0]);
    assert!(matches!(dim.scale_named("no").unwrap_err().kind(), ErrorKind::NotFound { .. }));
    assert!(matches!(dim.scale(2).unwrap_err().kind(), ErrorKind::NotFound { .. }));
    let (x, y) = (file.dataset("x").unwrap(), file.dataset("y").unwrap());
    assert!(x.is_scale().unwrap() && y.is_scale().unwrap() && !table.is_scale().unwrap());
    assert!(dim.is_attached(&x).unwrap() && !dim.is_attached(&y).unwrap());
    assert_eq!(table.scale_name().unwrap(), None);
    assert_eq!(y.scale_name().unwrap(), None);

    let plain = file.dataset("plain").unwrap();
    assert_eq!(labels(&plain), ["", "", ""]);
    assert_eq!(items(&plain, 2), []);
}

/// What is done with scales, in Python and here.
type Step = (&'static str, fn(&File));

fn dataset(file: &File, name: &str) -> Dataset {
    file.dataset(name).unwrap()
}

fn attach(file: &File, data: &str, axis: usize, scale: &str) {
    dataset(file, data).dim(axis).unwrap().attach_scale(&dataset(file, scale)).unwrap();
}

fn detach(file: &File, data: &str, axis: usize, scale: &str) {
    dataset(file, data).dim(axis).unwrap().detach_scale(&dataset(file, scale)).unwrap();
}

const STEPS: [Step; 18] = [
    ("f['x'].make_scale('länge')", |f| dataset(f, "x").make_scale("länge").unwrap()),
    ("f['y'].make_scale()", |f| dataset(f, "y").make_scale("").unwrap()),
    ("f['t'].dims[0].attach_scale(f['x'])", |f| attach(f, "t", 0, "x")),
    ("f['t'].dims[0].attach_scale(f['z'])", |f| attach(f, "t", 0, "z")),
    ("f['t'].dims[0].attach_scale(f['y'])", |f| attach(f, "t", 0, "y")),
    ("f['t'].dims[1].attach_scale(f['x'])", |f| attach(f, "t", 1, "x")),
    ("f['u'].dims[0].attach_scale(f['x'])", |f| attach(f, "u", 0, "x")),
    ("f['u'].dims[2].attach_scale(f['x'])", |f| attach(f, "u", 2, "x")),
    ("f['t'].dims[1].label = 'breite'", |f| {
        dataset(f, "t").dim(1).unwrap().set_label("breite").unwrap();
    }),
    ("f['t'].dims[1].label = 'größe'", |f| {
        dataset(f, "t").dim(1).unwrap().set_label("größe").unwrap();
    }),
    ("f['u'].dims[0].label = ''", |f| dataset(f, "u").dim(0).unwrap().set_label("").unwrap()),
    ("f['u'].dims[2].label = 'z'", |f| dataset(f, "u").dim(2).unwrap().set_label("z").unwrap()),
    // The last scale takes the place of one that goes, on both sides.
    ("f['t'].dims[0].detach_scale(f['x'])", |f| detach(f, "t", 0, "x")),
    ("f['u'].dims[0].detach_scale(f['x'])", |f| detach(f, "u", 0, "x")),
    ("f['u'].dims[2].detach_scale(f['x'])", |f| detach(f, "u", 2, "x")),
    ("f['t'].dims[1].detach_scale(f['x'])", |f| detach(f, "t", 1, "x")),
    ("f['x'].make_scale('laenge')", |f| dataset(f, "x").make_scale("laenge").unwrap()),
    ("f['t'].dims[0].attach_scale(f['x'])", |f| attach(f, "t", 0, "x")),
];

/// What h5dump says of all attributes, without where objects lie.
fn attributes(h5dump: judges::H5dump, path: &Path) -> String {
    let dump = h5dump.dump(path, &["-A"]);
    let lines = dump.lines().skip(1).map(|line| {
        let words = line.split(' ');
        words.filter(|word| word.parse::<u64>().is_err()).collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn each_step_leaves_what_hdf5s_own_library_leaves() {
    let (h5py, h5dump) = (judges::h5py!(), judges::h5dump!());
    let dir = judges::scratch();
    let paths @ [ours, theirs, both] =
        &["ours.h5", "theirs.h5", "both.h5"].map(|name| dir.file(name));
    for path in paths {
        h5py.create(
            path,
            "
            for name, shape in dict(t=(2, 3), u=(2, 3, 4), x=2, y=2, z=2).items():
                f[name] = np.zeros(shape)
            ",
        );
    }
    for (index, (python, step)) in STEPS.into_iter().enumerate() {
        let take = |path: &Path| {
            let file = File::open_rw(path).unwrap();
            step(&file);
            file.close().unwrap();
        };
        take(ours);
        h5py.edit(theirs, python);
        // The third is edited in turns.
        if index % 2 == 0 {
            take(both)
        } else {
            h5py.edit(both, python)
        }

        let expected = attributes(h5dump, theirs);
        assert_eq!(attributes(h5dump, ours), expected, "after {python}");
        assert_eq!(attributes(h5dump, both), expected, "after {python}, in turns");
        // The types in every detail, and the numbers that are left out above.
        h5py.script(
            "
            def told(path):
                with h5py.File(path) as f:
                    for name in 'tuxyz':
                        for key in sorted(f[name].attrs):
                            attr = f[name].attrs.get_id(key)
                            yield name, key, attr.get_type().encode(), attr.get_space().encode()
                        if 'REFERENCE_LIST' in f[name].attrs:
                            yield [(f[r].name, int(i)) for r, i in f[name].attrs['REFERENCE_LIST']]
            ours, theirs, both = [list(told(path)) for path in args]
            assert theirs
            assert ours == theirs, (ours, theirs)
            assert both == theirs, (both, theirs)
            ",
            &[ours, theirs, both],
        );
    }
}

#[test]
fn what_one_side_attached_the_other_detaches() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("detach.h5");
    let (file, table, x, y) = table(&path);
    for scale in [&x, &y] {
        table.dim(0).unwrap().attach_scale(scale).unwrap();
    }
    file.close().unwrap();
    h5py.edit(
        &path,
        "
        f['table'].dims[0].detach_scale(f['x'])
        assert [s.name for s in f['table'].dims[0].values()] == ['/y']
        assert 'REFERENCE_LIST' not in f['x'].attrs
        f['table'].dims[0].detach_scale(f['y'])
        assert sorted(f['table'].attrs) == [] and f['y'].is_scale
        # Twice: HDF5's library notes it twice.
        f['table'].dims[1].attach_scale(f['x'])
        f['table'].dims[1].attach_scale(f['x'])
        assert len(f['x'].attrs['REFERENCE_LIST']) == 2
        f['table'].dims[1].attach_scale(f['y'])
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let (table, x) = (dataset(&file, "table"), dataset(&file, "x"));
    table.dim(1).unwrap().detach_scale(&x).unwrap();
    assert_eq!(items(&table, 1), pairs(&[("", "/y")]));
    table.dim(1).unwrap().detach_scale(&dataset(&file, "y")).unwrap();
    assert_eq!(table.dim(1).unwrap().scale_count().unwrap(), 0);
    file.close().unwrap();
    h5py.file(&path)
        .expect("[sorted(f[n].attrs) for n in ('table', 'x', 'y')]", "[[], ['CLASS'], ['CLASS']]")
        .assert("f['x'].is_scale and f['y'].is_scale");
}

#[test]
fn a_scale_is_attached_once_and_detached_once() {
    let dir = judges::scratch();
    let (file, table, x, y) = table(&dir.file("once.h5"));
    let dim = table.dim(0).unwrap();
    for _ in 0..3 {
        dim.attach_scale(&x).unwrap();
    }
    assert_eq!(dim.scale_count().unwrap(), 1);
    assert_eq!(x.attrs().space("REFERENCE_LIST").unwrap().to_string(), "(1)");
    // Through another name it is the same scale.
    file.create_group("g").unwrap().link("also x", &x).unwrap();
    dim.attach_scale(&dataset(&file, "g/also x")).unwrap();
    assert_eq!(dim.scale_count().unwrap(), 1);

    dim.detach_scale(&x).unwrap();
    let error = dim.detach_scale(&x).unwrap_err();
    let kind = ErrorKind::NotAttached { scale: "/x".into(), dataset: "/table".into(), axis: 0 };
    assert_eq!(*error.kind(), kind);
    assert!(
        error.to_string().contains("\"/x\" is not attached to axis 0 of \"/table\""),
        "{error}"
    );
    dim.attach_scale(&x).unwrap();
    let error = table.dim(1).unwrap().detach_scale(&x).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotAttached { axis: 1, .. }), "{error}");
    assert!(dim.detach_scale(&y).is_err());
    assert_eq!(dim.scale_count().unwrap(), 1);
}

#[test]
fn a_scale_without_its_half_of_the_notes_is_mended_by_attaching_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("half.h5");
    let (file, table, x, _) = table(&path);
    let dim = table.dim(0).unwrap();
    dim.attach_scale(&x).unwrap();
    x.attrs().remove("REFERENCE_LIST").unwrap();
    assert!(!dim.is_attached(&x).unwrap());
    dim.attach_scale(&x).unwrap();
    assert!(dim.is_attached(&x).unwrap());
    assert_eq!(dim.scale_count().unwrap(), 1);
    x.attrs().remove("REFERENCE_LIST").unwrap();
    dim.detach_scale(&x).unwrap();
    dim.attach_scale(&x).unwrap();
    table.attrs().remove("DIMENSION_LIST").unwrap();
    dim.attach_scale(&x).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect(
            "[(f[r].name, int(i)) for r, i in f['x'].attrs['REFERENCE_LIST']]",
            "[('/table', 0)]",
        )
        .expect("[s.name for s in f['table'].dims[0].values()]", "['/x']");
}

#[test]
fn scales_have_no_scales_and_nothing_is_a_scale_of_itself() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("nested.h5");
    let (file, table, x, y) = table(&path);
    let nested = |scale: &str| ErrorKind::NestedScales { scale: scale.to_owned() };
    y.make_scale("y").unwrap();
    table.dim(0).unwrap().attach_scale(&x).unwrap();
    let other = file.create_dataset("other", [[1, 2], [3, 4]]).unwrap();
    let image = file.create_dataset("image", [[1, 2], [3, 4]]).unwrap();
    image.attrs().set("CLASS", "IMAGE").unwrap();
    let elsewhere = File::create(dir.file("elsewhere.h5")).unwrap();
    let foreign = elsewhere.create_dataset("x", [1, 2]).unwrap();
    let all = [&table, &x, &y, &other, &image];
    let everything = || all.map(attributes_of);
    let before = everything();

    // What has scales becomes none, neither by itself nor by attaching it.
    assert_eq!(*table.make_scale("table").unwrap_err().kind(), nested("/table"));
    let error = other.dim(0).unwrap().attach_scale(&table).unwrap_err();
    assert_eq!(*error.kind(), nested("/table"));
    // What is a scale gets none.
    let error = y.dim(0).unwrap().attach_scale(&other).unwrap_err();
    assert_eq!(*error.kind(), nested("/y"));
    for (data, scale) in [(&other, &other), (&image, &x), (&other, &foreign)] {
        let error = data.dim(0).unwrap().attach_scale(scale).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    }
    assert!(table.dim(0).unwrap().detach_scale(&foreign).is_err());
    assert!(!table.dim(0).unwrap().is_attached(&foreign).unwrap());
    assert!(x.make_scale("a\0b").is_err() && table.dim(0).unwrap().set_label("a\0b").is_err());
    assert_eq!(everything(), before);
    file.close().unwrap();
    h5py.file(&path).expect("[n for n in f if f[n].is_scale]", "['x', 'y']");
}

#[test]
fn axes_are_counted_from_both_ends_and_those_that_are_missing_are_errors() {
    let dir = judges::scratch();
    let (file, table, ..) = table(&dir.file("axes.h5"));
    assert_eq!(table.dim(-2).unwrap().axis(), 0);
    assert_eq!(table.dim(1_usize).unwrap().axis(), 1);
    assert_eq!(table.dim(1_u32).unwrap().length().unwrap(), 3);
    assert_eq!(table.dim(-1).unwrap().dataset().path().as_deref(), Some("/table"));
    for axis in [2, 3, -3, isize::MIN, isize::MAX] {
        let error = table.dim(axis).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::NoSuchAxis { axis, rank: 2 });
    }
    let error = table.dim(2).unwrap_err().to_string();
    assert!(error.contains("\"/table\"") && error.ends_with("there is no axis 2 of 2"), "{error}");

    let scalar = file.create_dataset("scalar", 1).unwrap();
    assert!(scalar.dims().unwrap().is_empty());
    assert_eq!(*scalar.dim(0).unwrap_err().kind(), ErrorKind::NoSuchAxis { axis: 0, rank: 0 });
    let empty = file.create_dataset("empty", None::<i32>).unwrap();
    assert_eq!(*empty.dims().unwrap_err().kind(), ErrorKind::NullDataspace);
    // A scale may have any shape.
    table.dim(0).unwrap().attach_scale(&scalar).unwrap();
    table.dim(0).unwrap().attach_scale(&empty).unwrap();
    assert_eq!(items(&table, 0), pairs(&[("", "/scalar"), ("", "/empty")]));
}

/// Gives a scale as many references to axes as an object's header has room for.
fn fill(scale: &Dataset) {
    let full = (3900..4096).rev().find(|&count| {
        let list: DynArray = scale.attrs().get("REFERENCE_LIST").unwrap();
        let other = Value::Reference(ObjectReference::from_bytes([7; 8]).into());
        let other = Value::compound([("dataset", other), ("dimension", Value::Integer(0))]);
        let list = DynArray::from_values(list.dtype(), &[count], &vec![other; count]).unwrap();
        scale.attrs().set("REFERENCE_LIST", list).is_ok()
    });
    assert!(full.is_some());
}

#[test]
fn a_scale_without_room_for_another_axis_leaves_the_dataset_as_it_was() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("full.h5");
    let (file, table, x, y) = table(&path);
    let other = file.create_dataset("other", [[1, 2, 3]]).unwrap();
    table.dim(0).unwrap().attach_scale(&x).unwrap();
    table.dim(1).unwrap().attach_scale(&y).unwrap();
    fill(&y);
    // The first has a list already, which is restored, and the second none.
    for dim in [table.dim(0).unwrap(), other.dim(1).unwrap()] {
        let before = attributes_of(dim.dataset());
        let error = dim.attach_scale(&y).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::AttributeTooLarge { .. }), "{error}");
        assert!(error.to_string().contains("\"REFERENCE_LIST\" of \"/y\""), "{error}");
        assert_eq!(attributes_of(dim.dataset()), before);
    }
    file.close().unwrap();
    h5py.file(&path)
        .expect("[[s.name for s in d.values()] for d in f['table'].dims]", "[['/x'], ['/y']]")
        .expect("list(f['other'].attrs)", "[]")
        .assert("len(f['y'].attrs['REFERENCE_LIST']) > 3900");
}

#[test]
fn a_scale_that_was_removed_is_reported_and_can_be_forgotten() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("removed.h5");
    let (file, table, _, y) = table(&path);
    let dim = table.dim(0).unwrap();
    let gone = file.create_dataset("gone", [2.5, 3.5]).unwrap();
    dim.attach_scale(&gone).unwrap();
    dim.attach_scale(&y).unwrap();
    let z = file.create_dataset("z", [0.5, 1.5]).unwrap();
    drop(gone);
    file.remove("gone").unwrap();
    assert_eq!(*dim.scales().unwrap_err().kind(), ErrorKind::DanglingReference);
    assert_eq!(*dim.scale(0).unwrap_err().kind(), ErrorKind::DanglingReference);
    assert_eq!(dim.scale(1).unwrap().path().as_deref(), Some("/y"));
    assert_eq!(dim.scale_count().unwrap(), 2);
    // Neither does it stand in the way of others.
    dim.attach_scale(&z).unwrap();
    dim.detach_scale(&y).unwrap();
    assert_eq!(dim.forget_removed().unwrap(), 1);
    assert_eq!(dim.forget_removed().unwrap(), 0);
    assert_eq!(items(&table, 0), pairs(&[("", "/z")]));
    file.close().unwrap();
    h5py.file(&path).expect("[s.name for s in f['table'].dims[0].values()]", "['/z']");
}

#[test]
fn attributes_that_are_no_lists_of_scales_are_errors() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("malformed.h5");
    h5py.create(
        &path,
        "
        refs = h5py.special_dtype(vlen=h5py.ref_dtype)
        def lists(n):
            return np.array([np.array([], dtype=h5py.ref_dtype)] * n + [None], dtype=object)[:n]
        for name in ('short', 'long', 'numbers', 'text', 'back', 'labels'):
            f[name] = np.zeros((2, 3))
        f['short'].attrs.create('DIMENSION_LIST', lists(1), shape=(1,), dtype=refs)
        f['long'].attrs.create('DIMENSION_LIST', lists(3), shape=(3,), dtype=refs)
        f['numbers'].attrs['DIMENSION_LIST'] = [1, 2]
        f['text'].attrs['DIMENSION_LIST'] = 'text'
        f['back'].attrs['REFERENCE_LIST'] = [1, 2]
        f['labels'].attrs['DIMENSION_LABELS'] = ['only one']
        f['x'] = [1, 2]
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let names = file.names().unwrap();
    let everything =
        || -> Vec<_> { names.iter().map(|name| attributes_of(&dataset(&file, name))).collect() };
    let before = everything();
    let x = dataset(&file, "x");
    for name in ["short", "long", "numbers", "text"] {
        let dim = dataset(&file, name).dim(1).unwrap();
        let error = dim.scales().unwrap_err();
        let told = error.to_string();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. } | ErrorKind::TypeMismatch { .. }),
            "{told}"
        );
        assert!(told.contains("DIMENSION_LIST"), "{told}");
        assert!(dim.attach_scale(&x).is_err() && dim.detach_scale(&x).is_err());
    }
    let error = dataset(&file, "short").dim(0).unwrap().attach_scale(&dataset(&file, "back"));
    assert!(error.unwrap_err().to_string().contains("DIMENSION_LIST"));
    let labels = dataset(&file, "labels").dim(1).unwrap();
    let error = labels.attach_scale(&dataset(&file, "back")).unwrap_err();
    assert!(error.to_string().contains("REFERENCE_LIST"), "{error}");
    assert!(labels.label().unwrap_err().to_string().contains("DIMENSION_LABELS"));
    assert!(labels.set_label("b").is_err());
    assert_eq!(everything(), before);
}

fn attributes_of(dataset: &Dataset) -> Vec<(String, DynArray)> {
    let names = dataset.attrs().names().unwrap();
    let attribute = |name: String| (name.clone(), dataset.attrs().get(name).unwrap());
    names.into_iter().map(attribute).collect()
}

#[test]
fn what_is_no_scale_for_h5py_is_none_here() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("class.h5");
    h5py.create(
        &path,
        "
        term, null = h5py.h5t.STR_NULLTERM, h5py.h5t.STR_NULLPAD
        for name, (length, text, padding) in dict(
            scale=(16, b'DIMENSION_SCALE', term),
            padded=(16, b'DIMENSION_SCALE', null),
            long=(20, b'DIMENSION_SCALE', term),
            other=(16, b'DIMENSION_OTHER', term),
        ).items():
            f[name] = [1, 2]
            tid = h5py.h5t.C_S1.copy()
            tid.set_size(length)
            tid.set_strpad(padding)
            space = h5py.h5s.create(h5py.h5s.SCALAR)
            attr = h5py.h5a.create(f[name].id, b'CLASS', tid, space)
            attr.write(np.array(text, dtype=f'S{length}'), mtype=tid)
        f['number'] = [1, 2]
        f['number'].attrs['CLASS'] = 7
        f['empty'] = [1, 2]
        f['empty'].attrs['CLASS'] = h5py.Empty('S16')
        f['variable'] = [1, 2]
        f['variable'].attrs['CLASS'] = 'DIMENSION_SCALE'
        f['table'] = np.zeros((2, 3))
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let names = ["scale", "padded", "long", "other", "number", "empty", "variable", "table"];
    let scales: Vec<_> =
        names.into_iter().filter(|name| dataset(&file, name).is_scale().unwrap()).collect();
    // h5py's libhdf5 2.0 does not take the second, but that of 2.2 does.
    assert_eq!(scales, ["scale", "variable"]);
    // They become scales for everyone, whatever they were.
    for name in ["padded", "long", "number", "empty", "variable"] {
        attach(&file, "table", 0, name);
        assert!(dataset(&file, name).is_scale().unwrap());
    }
    // libhdf5 2.0 crashes if it is asked of this one.
    file.remove("other").unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect(
            "[n for n in f if f[n].is_scale]",
            "['empty', 'long', 'number', 'padded', 'scale', 'variable']",
        )
        .assert("len(f['table'].dims[0]) == 5");
}

#[test]
fn files_that_cannot_be_changed_are_told_of() {
    let dir = judges::scratch();
    let path = dir.file("closed.h5");
    let (file, table, x, y) = table(&path);
    table.dim(0).unwrap().attach_scale(&x).unwrap();
    let dim = table.dim(0).unwrap();
    file.close().unwrap();
    assert_eq!(*dim.scales().unwrap_err().kind(), ErrorKind::Closed);
    assert_eq!(*dim.label().unwrap_err().kind(), ErrorKind::Closed);
    assert_eq!(*dim.attach_scale(&y).unwrap_err().kind(), ErrorKind::Closed);
    assert_eq!(*x.is_scale().unwrap_err().kind(), ErrorKind::Closed);
    let file = File::open(&path).unwrap();
    let (table, x) = (dataset(&file, "table"), dataset(&file, "x"));
    let dim = table.dim(0).unwrap();
    for refused in [
        dim.attach_scale(&x),
        dim.detach_scale(&x),
        dim.set_label("a"),
        dim.forget_removed().map(drop),
        x.make_scale("x"),
        file.create_dimension("z", 3).map(drop),
    ] {
        assert_eq!(*refused.unwrap_err().kind(), ErrorKind::ReadOnly);
    }
}
