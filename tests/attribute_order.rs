//! The order of attributes, what is known of each, and going through all of them, beside h5py.

use hdf5::{Attributes, CharSet, ErrorKind, File, Order, Value};

/// Three attributes, whose order of creation is not that of their names.
fn set_three(attrs: Attributes<'_>) {
    attrs.set("z", 1).unwrap();
    attrs.set("a", "two").unwrap();
    attrs.set("y", [3.0, 4.0]).unwrap();
}

#[test]
fn attributes_are_listed_as_h5py_lists_them_in_our_files() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("order.h5");
    let file = File::create(&path).unwrap();
    let tracked = file.new_dataset::<i32>().track_order(true).create("tracked").unwrap();
    set_three(tracked.attrs());
    set_three(file.attrs());
    assert_eq!(tracked.attrs().names().unwrap(), ["z", "a", "y"]);
    assert_eq!(file.attrs().names().unwrap(), ["a", "y", "z"]);
    file.close().unwrap();
    h5py.file(&path)
        .expect("list(f['tracked'].attrs)", "['z', 'a', 'y']")
        .expect("list(f.attrs)", "['a', 'y', 'z']");
}

#[test]
fn attributes_of_h5py_are_listed_in_its_order_and_in_the_one_that_is_asked_for() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("order.h5");
    h5py.create(
        &path,
        "
        for track in [True, False]:
            g = f.create_group(f'group {track}', track_order=track)
            d = f.create_dataset(f'dataset {track}', data=1, track_order=track)
            for o in [g, d]:
                for name in 'zay':
                    o.attrs[name] = 1
            many = f.create_dataset(f'many {track}', data=1, track_order=track)
            for i in range(20):
                many.attrs[f'{19 - i:02}'] = i
        ",
    );
    let file = File::open(&path).unwrap();
    for name in ["group True", "dataset True"] {
        let node = file.open(name).unwrap();
        assert_eq!(node.attrs().names().unwrap(), ["z", "a", "y"], "{name}");
        assert_eq!(node.attrs().names_by(Order::Creation).unwrap(), ["z", "a", "y"], "{name}");
        assert_eq!(node.attrs().names_by(Order::Name).unwrap(), ["a", "y", "z"], "{name}");
    }
    for name in ["group False", "dataset False"] {
        let node = file.open(name).unwrap();
        assert_eq!(node.attrs().names().unwrap(), ["a", "y", "z"], "{name}");
        let error = node.attrs().names_by(Order::Creation).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::OrderNotTracked, "{name}");
        assert!(error.to_string().contains(name), "{error}");
    }
    // More than a header holds in one place.
    let names: Vec<_> = (0..20).map(|i| format!("{i:02}")).collect();
    let backwards: Vec<_> = names.iter().rev().cloned().collect();
    assert_eq!(file.open("many True").unwrap().attrs().names().unwrap(), backwards);
    assert_eq!(file.open("many False").unwrap().attrs().names().unwrap(), names);
}

#[test]
fn iteration_gives_each_attribute_forwards_and_back() {
    let dir = judges::scratch();
    let file = File::create(dir.file("iterate.h5")).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    set_three(dataset.attrs());
    let attributes = dataset.attrs().iter().unwrap();
    assert_eq!(attributes.len(), 3);
    let shown = attributes.map(|(name, attribute)| {
        assert_eq!(attribute.name(), &name);
        format!("{name}: {}", attribute.read::<Value>().unwrap())
    });
    assert_eq!(shown.collect::<Vec<_>>(), ["z: 1", "a: \"two\"", "y: [3.0, 4.0]"]);
    let mut both_ends = dataset.attrs().iter().unwrap();
    assert_eq!(both_ends.next_back().unwrap().0, "y");
    assert_eq!(both_ends.next().unwrap().0, "z");
    assert_eq!(both_ends.next_back().unwrap().0, "a");
    assert!(both_ends.next().is_none());
    assert!(both_ends.next_back().is_none());

    // What is changed meanwhile is no danger.
    for (name, attribute) in dataset.attrs().iter().unwrap() {
        dataset.attrs().remove(&name).unwrap();
        let error = attribute.read::<Value>().unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::NotFound { missing: name.to_string() });
    }
    assert!(dataset.attrs().is_empty().unwrap());
}

#[test]
fn a_value_of_the_same_form_leaves_an_attribute_in_its_place() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("place.h5");
    let file = File::create(&path).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    let attrs = dataset.attrs();
    set_three(attrs);
    attrs.set("z", 7).unwrap();
    assert_eq!(attrs.names().unwrap(), ["z", "a", "y"]);
    attrs.modify("z", 8_i64).unwrap();
    attrs.modify("a", "text of another length").unwrap();
    attrs.open("y").unwrap().write([5, 6]).unwrap();
    assert_eq!(attrs.names().unwrap(), ["z", "a", "y"]);
    attrs.rename("a", "a longer name").unwrap();
    // Only newer libraries rename well; else it is another attribute.
    let keeps = cfg!(hdf5_ge_2_0);
    let names = if keeps { ["z", "a longer name", "y"] } else { ["z", "y", "a longer name"] };
    assert_eq!(attrs.names().unwrap(), names);
    // Another form is another attribute, to h5py too.
    attrs.set("z", [9]).unwrap();
    let names = [names[1], names[2], "z"];
    assert_eq!(attrs.names().unwrap(), names);
    file.close().unwrap();
    h5py.file(&path)
        .expect("', '.join(f['d'].attrs)", &format!("'{}'", names.join(", ")))
        .expect("f['d'].attrs['a longer name']", "'text of another length'")
        .expect("f['d'].attrs['y'].tolist()", "[5.0, 6.0]")
        .expect("f['d'].attrs['z'].tolist()", "[9]");
}

#[test]
fn info_tells_the_place_the_character_set_and_the_size() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("info.h5");
    let file = File::create(&path).unwrap();
    let dataset = file.new_dataset::<i32>().track_order(true).create("d").unwrap();
    for attrs in [dataset.attrs(), file.attrs()] {
        attrs.set("numbers", [1_i16, 2, 3]).unwrap();
        attrs.set("größe", 1.5).unwrap();
    }
    let info = dataset.attrs().info("größe").unwrap();
    assert_eq!((info.creation_order, info.charset, info.size), (Some(1), CharSet::Utf8, 8));
    let info = dataset.attrs().open("numbers").unwrap().info().unwrap();
    assert_eq!((info.creation_order, info.charset, info.size), (Some(0), CharSet::Ascii, 6));
    // libhdf5 would tell a place where none is kept.
    assert_eq!(file.attrs().info("größe").unwrap().creation_order, None);
    assert_eq!(file.attrs().len().unwrap(), 2);
    file.close().unwrap();
    let charset = |name: &str| format!("h5py.h5a.get_info(f.id, {name}.encode()).cset");
    h5py.file(&path)
        .expect("sorted(f.attrs)", "['größe', 'numbers']")
        .expect(&charset("'größe'"), "1")
        .expect(&charset("'numbers'"), "0");
}
