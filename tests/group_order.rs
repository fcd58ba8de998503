//! What groups keep of their links: the order of creation, times, and how the links are stored; beside h5py.

use std::fs;

use hdf5::{ErrorKind, File, Group, LibVer, LinkStorage, Order};

/// The names of the links in the order of an iterator.
fn listed(links: impl Iterator<Item = hdf5::Result<(hdf5::Name, hdf5::Link)>>) -> Vec<String> {
    links.map(|link| link.unwrap().0.to_string()).collect()
}

#[track_caller]
fn assert_listed_as_created(group: &Group) {
    let created = ["z", "a", "y"];
    assert_eq!(group.names().unwrap(), created);
    assert_eq!(group.raw_names().unwrap(), created.map(hdf5::Name::from));
    assert_eq!(group.names_by(Order::Creation).unwrap(), created);
    assert_eq!(group.names_by(Order::Name).unwrap(), ["a", "y", "z"]);
    assert_eq!(listed(group.links().unwrap()), created);
    assert_eq!(listed(group.links().unwrap().rev()), ["y", "a", "z"]);
    assert_eq!(listed(group.links_by(Order::Creation).unwrap()), created);
    assert_eq!(listed(group.links_by(Order::Name).unwrap()), ["a", "y", "z"]);
    let datasets: Vec<_> = group.datasets().unwrap().rev().map(|item| item.unwrap().0).collect();
    assert_eq!(datasets, ["y", "a", "z"]);
    // A walk is in the order of names, as h5py's.
    let walked: Vec<_> = group.walk().unwrap().map(|item| item.unwrap().0).collect();
    assert_eq!(walked, ["a", "y", "z"]);
}

#[test]
fn h5py_lists_what_we_made_in_the_order_of_creation() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("order.h5");
    let file = File::options().track_order(true).create(&path).unwrap();
    let tracked = file.new_group().track_order(true).create("tracked").unwrap();
    let plain = file.create_group("plain").unwrap();
    for group in [&tracked, &plain] {
        for name in ["z", "a", "y"] {
            group.create_dataset(name, 1).unwrap();
            group.attrs().set(name, 1).unwrap();
        }
    }
    file.attrs().set("z", 1).unwrap();
    file.attrs().set("a", 1).unwrap();
    assert_listed_as_created(&tracked);
    assert_eq!(plain.names().unwrap(), ["a", "y", "z"]);
    assert_eq!(file.names().unwrap(), ["tracked", "plain"]);
    file.close().unwrap();
    h5py.file(&path)
        .expect("list(f)", "['tracked', 'plain']")
        .expect("list(f.attrs)", "['z', 'a']")
        .expect("list(f['tracked'])", "['z', 'a', 'y']")
        .expect("list(reversed(f['tracked']))", "['y', 'a', 'z']")
        .expect("list(f['tracked'].attrs)", "['z', 'a', 'y']")
        .expect("list(f['plain'])", "['a', 'y', 'z']")
        .expect("list(f['plain'].attrs)", "['a', 'y', 'z']");
}

#[test]
fn we_list_what_h5py_made_in_the_order_of_creation() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("order.h5");
    h5py.script(
        "
        with h5py.File(args[0], 'w', track_order=True) as f:
            for where in f, f.create_group('few', track_order=True), f.create_group('many', track_order=True):
                for name in 'zay':
                    where[name] = 1
            for i in range(100, 0, -1):
                f['many'][f'{i}'] = h5py.SoftLink('/nowhere')
            for i in range(1, 101):
                del f['many'][f'{i}']
            del f['few'], f['z'], f['a']
            few = f.create_group('few', track_order=True)
            for name in 'zay':
                few[name] = 1
        ",
        &[&path],
    );
    let file = File::open(&path).unwrap();
    assert_listed_as_created(&file.group("few").unwrap());
    assert_listed_as_created(&file.group("many").unwrap());
    // A name that is given again comes last.
    assert_eq!(file.names().unwrap(), ["many", "y", "few"]);
    let items = h5py.file(&path).eval("list(f)");
    assert_eq!(items, "['many', 'y', 'few']");
}

#[test]
fn many_links_are_in_the_order_of_creation_too() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("many.h5");
    let file = File::create(&path).unwrap();
    let group = file.new_group().track_order(true).create("g").unwrap();
    let names: Vec<String> = (0..300).map(|i| format!("{}", (i * 7) % 300)).collect();
    for name in &names {
        group.create_group(name).unwrap();
    }
    assert_eq!(group.info().unwrap().storage, LinkStorage::Dense);
    assert_eq!(group.info().unwrap().next_creation_order, Some(300));
    assert_eq!(group.names().unwrap(), names);
    let mut sorted = names.clone();
    sorted.sort_unstable();
    assert_eq!(group.names_by(Order::Name).unwrap(), sorted);
    file.close().unwrap();
    h5py.file(&path).assert("list(f['g']) == [str(i * 7 % 300) for i in range(300)]");
}

#[test]
fn the_order_of_creation_is_an_error_where_it_is_not_kept() {
    let dir = judges::scratch();
    for oldest in [LibVer::Earliest, LibVer::V18] {
        let path = dir.file("untracked.h5");
        let file = File::options().libver(oldest, LibVer::Latest).create(&path).unwrap();
        for links in 0..3 {
            for error in [
                file.names_by(Order::Creation).unwrap_err(),
                file.links_by(Order::Creation).unwrap_err(),
            ] {
                assert_eq!(*error.kind(), ErrorKind::OrderNotTracked, "{links} links: {error}");
                assert_eq!((error.object_path(), error.file_path()), (Some("/"), Some(&*path)));
            }
            file.create_group(format!("{links}")).unwrap();
        }
        let empty = file.new_group().track_order(true).create("empty").unwrap();
        assert!(empty.names_by(Order::Creation).unwrap().is_empty());
        assert_eq!(empty.links_by(Order::Creation).unwrap().len(), 0);
        file.close().unwrap();
    }
}

#[test]
fn a_group_tells_what_it_keeps_and_how_it_stores_links() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("info.h5");
    let file = File::create(&path).unwrap();
    let old = file.create_group("old").unwrap();
    let info = old.info().unwrap();
    assert_eq!((info.links, info.storage), (0, LinkStorage::SymbolTable));
    assert!(!info.tracks_link_order && !info.tracks_attribute_order && !info.mounted);
    assert_eq!(info.next_creation_order, None);
    let new = file
        .new_group()
        .track_order(true)
        .link_phase_change(3, 2)
        .attribute_phase_change(5, 4)
        .estimated_links(20, 30)
        .create("new")
        .unwrap();
    let mut stored = Vec::new();
    for i in 0..4 {
        new.create_group(format!("{i}")).unwrap();
        stored.push(new.info().unwrap().storage);
    }
    for i in 0..4 {
        new.remove(format!("{i}")).unwrap();
        stored.push(new.info().unwrap().storage);
    }
    let (few, many) = (LinkStorage::Compact, LinkStorage::Dense);
    assert_eq!(stored, [few, few, few, many, many, many, few, few]);
    new.create_group("last").unwrap();
    let info = new.info().unwrap();
    assert!(info.tracks_link_order && info.tracks_attribute_order && !info.tracks_times);
    assert_eq!((info.link_phase_change, info.attribute_phase_change), ((3, 2), (5, 4)));
    assert_eq!((info.estimated_links, info.next_creation_order), ((20, 30), Some(1)));
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['new'].id.get_create_plist().get_attr_phase_change()", "(5, 4)")
        .expect("f['new'].id.get_create_plist().get_link_creation_order()", "3")
        .expect("f['new'].id.get_create_plist().get_attr_creation_order()", "3")
        .expect("list(f['new'])", "['last']");
}

#[test]
fn the_root_group_has_the_options_of_its_file() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("root.h5");
    let file = File::options()
        .libver(LibVer::V18, LibVer::V110)
        .link_phase_change(2, 1)
        .attribute_phase_change(3, 0)
        .estimated_links(7, 9)
        .create(&path)
        .unwrap();
    let mut stored = Vec::new();
    for name in ["b", "a", "c"] {
        file.create_group(name).unwrap();
        stored.push(file.info().unwrap().storage);
    }
    assert_eq!(stored, [LinkStorage::Compact, LinkStorage::Compact, LinkStorage::Dense]);
    assert_eq!(file.names().unwrap(), ["a", "b", "c"]);
    file.close().unwrap();
    let file = File::open(&path).unwrap();
    let info = file.info().unwrap();
    assert_eq!((info.link_phase_change, info.attribute_phase_change), ((2, 1), (3, 0)));
    assert_eq!((info.estimated_links, info.tracks_link_order), ((7, 9), false));
    h5py.file(&path).expect("list(f)", "['a', 'b', 'c']");
}

/// The size of a file with one group.
fn size(make: impl Fn(&File)) -> u64 {
    let dir = judges::scratch();
    let path = dir.file("size.h5");
    let file = File::create(&path).unwrap();
    make(&file);
    file.close().unwrap();
    fs::metadata(path).unwrap().len()
}

#[test]
fn names_have_the_room_that_was_asked_for() {
    let plain = size(|file| drop(file.create_group("g").unwrap()));
    let hinted = size(|file| drop(file.new_group().local_heap_size_hint(10_000).create("g")));
    assert!((plain + 9_000..plain + 12_000).contains(&hinted), "{plain} and {hinted} bytes");
    let estimated = size(|file| drop(file.new_group().estimated_links(100, 99).create("g")));
    assert!((plain + 9_000..plain + 12_000).contains(&estimated), "{plain} and {estimated} bytes");
    let dir = judges::scratch();
    let path = dir.file("root.h5");
    File::options().local_heap_size_hint(10_000).create(&path).unwrap().close().unwrap();
    assert!(fs::metadata(path).unwrap().len() > 10_000);
}

#[test]
fn two_runs_write_the_same_bytes_unless_times_are_kept() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (first, second) = (dir.file("first.h5"), dir.file("second.h5"));
    let write = |path| {
        let options = File::options().libver(LibVer::V18, LibVer::V110).track_order(true);
        let file = options.create(path).unwrap();
        file.create_group("a/b").unwrap();
        file.new_group().track_order(true).create("c/d").unwrap();
        file.close().unwrap();
    };
    write(&first);
    std::thread::sleep(std::time::Duration::from_millis(1_100));
    write(&second);
    let same = fs::read(&first).unwrap() == fs::read(&second).unwrap();
    assert!(same, "a time is in one of the files");

    let times = dir.file("times.h5");
    let options = File::options().libver(LibVer::V18, LibVer::V110).track_times(true);
    let file = options.create(&times).unwrap();
    let dated = file.new_group().track_times(true).create("dated").unwrap();
    let plain = file.create_group("plain").unwrap();
    assert!(dated.info().unwrap().tracks_times && file.info().unwrap().tracks_times);
    assert!(!plain.info().unwrap().tracks_times);
    file.close().unwrap();
    h5py.file(&times)
        .assert("h5py.h5o.get_info(f['dated'].id).ctime > 1_600_000_000")
        .assert("h5py.h5o.get_info(f['/'].id).ctime > 1_600_000_000")
        .assert("h5py.h5o.get_info(f['plain'].id).ctime == 0");
}

#[test]
fn a_group_without_a_name_gets_one_or_leaves_nothing() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("anonymous.h5");
    let file = File::create(&path).unwrap();
    let group = file.new_group().track_order(true).create_anonymous().unwrap();
    group.create_dataset("z", 1).unwrap();
    group.create_dataset("a", 2).unwrap();
    assert_eq!(group.path(), None);
    assert!(file.is_empty().unwrap());
    file.link("way/to/it", &group).unwrap();
    assert_eq!(group.path().as_deref(), Some("/way/to/it"));
    let forgotten = file.new_group().create_anonymous().unwrap();
    forgotten.create_dataset("big", vec![1.0; 10_000]).unwrap();
    drop(forgotten);
    drop(group);
    file.close().unwrap();
    assert!(fs::metadata(&path).unwrap().len() < 40_000, "what has no name is not kept");
    h5py.file(&path).expect("list(f['way/to/it'])", "['z', 'a']").expect("list(f)", "['way']");
}

#[test]
fn options_without_a_meaning_change_nothing() {
    let dir = judges::scratch();
    let path = dir.file("options.h5");
    let file = File::create(&path).unwrap();
    for error in [
        file.new_group().link_phase_change(3, 4).create("new/g").unwrap_err(),
        file.new_group().attribute_phase_change(3, 4).create("new/g").unwrap_err(),
        file.new_group().link_phase_change(0, 1).create_anonymous().unwrap_err(),
    ] {
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        assert!(error.to_string().contains(" are more than the most "), "{error}");
        assert_eq!(error.file_path(), Some(&*path));
    }
    assert!(file.is_empty().unwrap());
    file.new_group().link_phase_change(0, 0).track_order(true).create("g").unwrap();
    let other = dir.file("none.h5");
    let error = File::options().link_phase_change(1, 2).create(&other).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert!(!other.exists());
    file.close().unwrap();
    let file = File::open(&path).unwrap();
    let error = file.new_group().track_order(true).create("h").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ReadOnly);
    let error = file.new_group().create_anonymous().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ReadOnly);
}

#[test]
fn groups_on_the_way_are_as_plain_as_others() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("way.h5");
    let options = File::options().libver(LibVer::V18, LibVer::V110);
    let file = options.create(&path).unwrap();
    file.new_group().track_order(true).track_times(true).create("a/b/ünï/d").unwrap();
    file.create_dataset("/e/f/x", 1).unwrap();
    for name in ["a", "a/b", "a/b/ünï", "e", "e/f"] {
        let info = file.group(name).unwrap().info().unwrap();
        assert!(!info.tracks_link_order && !info.tracks_times, "{name}");
    }
    file.close().unwrap();
    h5py.file(&path)
        .assert("list(f['a/b']) == ['ünï'] and list(f['a/b/ünï']) == ['d']")
        .assert("all(h5py.h5o.get_info(f[n].id).ctime == 0 for n in ['a', 'a/b', 'e/f'])");
}
