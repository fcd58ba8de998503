//! Going through all that is in a file, beside h5py.

use std::fs;
use std::thread;

use hdf5::{ErrorKind, File, Group, Link, Node, ObjectKind};

fn walked(group: &Group) -> Vec<String> {
    group.walk().unwrap().map(|item| item.unwrap().0).collect()
}

fn walked_links(group: &Group) -> Vec<String> {
    group.walk_links().unwrap().map(|item| item.unwrap().0.to_string()).collect()
}

/// What h5py's `visit` or `visit_links` tells.
fn visited(judged: &judges::Judged, method: &str) -> Vec<String> {
    let printed = judged.run(&format!(
        "
        names = []
        f.{method}(lambda name: names.append(name))
        print('\\n'.join(names), end='')
        "
    ));
    printed.lines().map(str::to_owned).collect()
}

#[test]
fn objects_and_links_are_found_in_h5pys_order() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("walk.h5");
    for libver in ["earliest", "latest"] {
        for track_order in ["False", "True"] {
            h5py.script(
                &format!(
                    "
                    with h5py.File(args[0], 'w', libver='{libver}', track_order={track_order}) as f:
                        f['z'] = [1, 2]
                        b = f.create_group('b', track_order={track_order})
                        b['z again'] = f['z']
                        b['inner/x'] = 1
                        b['inner/back'] = f['/']
                        b['Inner/y'] = np.dtype('f4')
                        b['inner.x'] = 2
                        b['soft'] = h5py.SoftLink('/b/inner')
                        f['a dangling'] = h5py.SoftLink('nowhere')
                        f['external'] = h5py.ExternalLink('no such file.h5', '/x')
                        f['Größe/ä'] = 3
                        f['a'] = f['b/inner']
                    "
                ),
                &[&path],
            );
            let file = File::open(&path).unwrap();
            let judged = h5py.file(&path);
            let objects = walked(&file);
            assert_eq!(objects, visited(&judged, "visit"), "{libver}, {track_order}");
            assert_eq!(objects.len(), 9, "{objects:?}");
            let links = walked_links(&file);
            assert_eq!(links, visited(&judged, "visit_links"), "{libver}, {track_order}");
            assert!(links.len() > objects.len());
            // Each entry is the object that the walk opens.
            let entries = file.walk_entries().unwrap().map(Result::unwrap);
            for (entry, item) in entries.zip(file.walk().unwrap()) {
                let (path, node) = item.unwrap();
                assert_eq!(entry.path(), &*path);
                assert_eq!(
                    (entry.kind(), entry.identity()),
                    (node.kind(), node.identity().unwrap())
                );
                assert_eq!(entry.open().unwrap().identity().unwrap(), entry.identity());
            }
            assert_eq!(file.walk_entries().unwrap().count(), objects.len());
            // Below a group too, from where the root is found by a link back. h5py then tells of the group
            // itself as well, unless it is the root.
            let below = file.group("b").unwrap();
            let mut expected = visited(&judged, "get('b').visit");
            expected.retain(|path| path != "inner/back/b");
            assert_eq!(walked(&below), expected);
            assert_eq!(walked_links(&below), visited(&judged, "get('b').visit_links"));
        }
    }
}

#[test]
fn an_object_with_two_names_is_walked_once_and_has_two_links() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("twice.h5");
    let file = File::create(&path).unwrap();
    let x = file.create_dataset("x", [1, 2]).unwrap();
    file.link("group/also x", &x).unwrap();
    assert_eq!(walked(&file), ["group", "group/also x"]);
    assert_eq!(walked_links(&file), ["group", "group/also x", "x"]);
    let entries: Vec<_> = file.walk_entries().unwrap().map(Result::unwrap).collect();
    assert_eq!((entries[0].hard_links(), entries[1].hard_links()), (1, 2));
    assert_eq!(entries[1].identity(), Node::from(&x).identity().unwrap());
    assert_eq!(entries[1].to_string(), "group/also x: dataset");
    let nodes = ["x", "group/also x"].map(|name| file.open(name).unwrap().identity().unwrap());
    assert_eq!(nodes[0], nodes[1]);
    file.close().unwrap();
    let judged = h5py.file(&path);
    assert_eq!(visited(&judged, "visit"), ["group", "group/also x"]);
    assert_eq!(visited(&judged, "visit_links"), ["group", "group/also x", "x"]);
    judged.assert("f['x'] == f['group/also x']");
}

#[test]
fn the_targets_of_all_links_are_told() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("targets.h5");
    h5py.create(
        &path,
        "
        f['g/soft'] = h5py.SoftLink('../x')
        f['g/external'] = h5py.ExternalLink('other.h5', '/y')
        f['g/loop'] = f['g']
        ",
    );
    let file = File::open(&path).unwrap();
    let links: Vec<_> = file.walk_links().unwrap().map(Result::unwrap).collect();
    let expected = [
        ("g", Link::Hard),
        ("g/external", Link::External { file: "other.h5".into(), path: "/y".into() }),
        ("g/loop", Link::Hard),
        ("g/soft", Link::Soft { path: "../x".into() }),
    ];
    assert_eq!(links, expected.map(|(name, link)| (name.into(), link)));
}

#[test]
fn groups_that_contain_each_other_are_gone_through_once() {
    let dir = judges::scratch();
    let file = File::create(dir.file("cycles.h5")).unwrap();
    let groups: Vec<Group> = (0..5).map(|i| file.create_group(format!("{i}")).unwrap()).collect();
    for (i, group) in groups.iter().enumerate() {
        for (j, other) in groups.iter().enumerate() {
            group.link(format!("{i} to {j}"), other).unwrap();
        }
        group.link("root", &*file).unwrap();
    }
    assert_eq!(walked(&file).len(), 5);
    // Every link of each group, and none twice.
    assert_eq!(walked_links(&file).len(), 5 + 5 * 6);
    // Below one of them the others and the root are found, and it itself is not.
    assert_eq!(walked(&groups[3]).len(), 5);
}

#[test]
fn a_walk_may_stop_and_an_adaptor_may_take_over() {
    let dir = judges::scratch();
    let file = File::create(dir.file("stop.h5")).unwrap();
    for name in ["a/1", "a/2", "b/1", "c"] {
        file.create_dataset(name, 1).unwrap();
    }
    let found = file.walk().unwrap().flatten().find(|(path, _)| path.ends_with('2'));
    assert_eq!(found.unwrap().0, "a/2");
    let kinds: Vec<_> =
        file.walk_entries().unwrap().map(|entry| entry.unwrap().kind()).take(2).collect();
    assert_eq!(kinds, [ObjectKind::Group, ObjectKind::Dataset]);
    // No lock is held between two items, and what is removed meanwhile is an error or not there.
    let mut walk = file.walk().unwrap();
    assert_eq!(walk.next().unwrap().unwrap().0, "a");
    for name in ["a/1", "b"] {
        file.remove(name).unwrap();
    }
    let error = walk.next().unwrap().unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::NotFound { missing } if missing == "/a/1"),
        "{error}"
    );
    assert_eq!(walk.next().unwrap().unwrap().0, "a/2");
    let error = walk.next().unwrap().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { missing } if missing == "/b"), "{error}");
    assert_eq!(walk.next().unwrap().unwrap().0, "c");
    assert!(walk.next().is_none() && walk.next().is_none());
    let entry = file.walk_entries().unwrap().last().unwrap().unwrap();
    file.remove("c").unwrap();
    let error = entry.open().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { missing } if missing == "/c"), "{error}");
}

#[test]
fn twenty_thousand_links_are_listed_as_h5py_lists_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("many.h5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("g").unwrap();
    let name = |i: usize| format!("link {} of {}", (i * 7_919) % 20_000, "n".repeat(i % 200));
    for i in 0..20_000 {
        group.link(name(i), &group).unwrap();
    }
    assert_eq!(group.len().unwrap(), 20_000);
    let names = group.names().unwrap();
    let mut expected: Vec<String> = (0..20_000).map(name).collect();
    expected.sort_unstable();
    assert!(names == expected);
    let links = group.links().unwrap();
    assert_eq!(links.len(), 20_000);
    assert!(links.map(Result::unwrap).all(|(_, link)| link == Link::Hard));
    assert_eq!(file.walk().unwrap().count(), 1);
    assert_eq!(file.walk_links().unwrap().count(), 20_001);
    file.close().unwrap();
    h5py.file(&path)
        .expect("len(f['g'])", "20000")
        .assert("sorted(f['g']) == list(f['g'])")
        .assert(
            "set(f['g']) == {f'link {i * 7919 % 20000} of ' + 'n' * (i % 200) for i in range(20000)}",
        );
}

/// Each level would take a part of the stack if the walk called itself.
#[test]
fn groups_may_be_nested_as_deep_as_one_likes() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("deep.h5");
    let depth = 3_000;
    let file = File::create(&path).unwrap();
    let way = vec!["g"; depth].join("/");
    file.create_group(&way).unwrap();
    let deepest = file.group(&way).unwrap();
    deepest.create_dataset("x", 7).unwrap();
    let in_little_room = thread::Builder::new().stack_size(256 * 1024);
    let walk = move || {
        let (path, node) = file.walk().unwrap().last().unwrap().unwrap();
        assert_eq!(path.len(), way.len() + "/x".len());
        assert_eq!(node.kind(), ObjectKind::Dataset);
        assert_eq!(file.walk_entries().unwrap().count(), depth + 1);
        assert_eq!(file.walk_links().unwrap().count(), depth + 1);
        assert!(file.contains(&path).unwrap() && !file.contains(format!("{path}/y")).unwrap());
        file.close().unwrap();
    };
    in_little_room.spawn(walk).unwrap().join().unwrap();
    h5py.file(&path).expect("int(f['/'.join(['g'] * 3000)]['x'][()])", "7");
}

#[test]
fn names_that_are_no_text_are_walked_by_their_bytes() {
    let dir = judges::scratch();
    let file = File::create(dir.file("bytes.h5")).unwrap();
    file.create_dataset(b"caf\xe9/x", 1).unwrap();
    file.create_dataset("tea/x", 2).unwrap();
    let entries: Vec<_> = file.walk_entries().unwrap().map(Result::unwrap).collect();
    let paths: Vec<&[u8]> = entries.iter().map(|entry| entry.path().as_bytes()).collect();
    assert_eq!(paths, [&b"caf\xe9"[..], b"caf\xe9/x", b"tea", b"tea/x"]);
    assert_eq!(entries[1].to_string(), r"caf\xe9/x: dataset");
    for entry in &entries {
        assert_eq!(entry.open().unwrap().kind(), entry.kind());
        assert_eq!(file.open(entry.path()).unwrap().kind(), entry.kind());
    }
    let links = file.walk_links().unwrap().map(|item| item.unwrap().0);
    assert!(links.eq(entries.iter().map(|entry| entry.path().clone())));
    // Where the paths are to be text, such a one is an error, and all else is found.
    let walk: Vec<_> = file.walk().unwrap().collect();
    let [Err(first), Err(second), Ok(tea), Ok(x)] = &walk[..] else { panic!("{walk:?}") };
    for error in [first, second] {
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    }
    assert_eq!((&*tea.0, &*x.0), ("tea", "tea/x"));
}

#[test]
fn a_group_that_is_damaged_is_an_error_and_the_walk_goes_on() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("damaged.h5");
    h5py.create(&path, "f['a/x'] = 1; f['b/y'] = 2; f['c'] = 3");
    let mut bytes = fs::read(&path).unwrap();
    // The second B-tree is that of the group `a`.
    let trees: Vec<usize> =
        (0..bytes.len()).filter(|&at| bytes[at..].starts_with(b"TREE")).collect();
    bytes[trees[1]] = b'X';
    fs::write(&path, bytes).unwrap();
    let file = File::open(&path).unwrap();
    let walk: Vec<_> = file.walk().unwrap().map(|item| item.map(|(path, _)| path)).collect();
    let links: Vec<_> =
        file.walk_links().unwrap().map(|item| item.map(|(path, _)| path.to_string())).collect();
    let entries: Vec<_> = file
        .walk_entries()
        .unwrap()
        .map(|item| item.map(|entry| entry.path().to_string()))
        .collect();
    for items in [walk, links, entries] {
        let [Ok(a), Err(error), Ok(b), Ok(y), Ok(c)] = &items[..] else { panic!("{items:?}") };
        assert_eq!([a, b, y, c], ["a", "b", "b/y", "c"]);
        assert_eq!(error.object_path(), Some("/a"), "{error}");
        assert_eq!(error.file_path(), Some(&*path), "{error}");
    }
    let a = file.group("a").unwrap();
    assert!(a.names().is_err() && a.links().is_err() && a.walk().is_err() && a.datasets().is_err());
}

#[test]
fn walks_end_when_the_file_is_closed() {
    let dir = judges::scratch();
    let path = dir.file("closed.h5");
    let file = File::create(&path).unwrap();
    for name in ["a/x", "b", "c"] {
        file.create_dataset(name, 1).unwrap();
    }
    let group = Group::clone(&file);
    let mut walk = file.walk().unwrap();
    let mut entries = file.walk_entries().unwrap();
    let mut nodes = file.nodes().unwrap();
    let soft = file.walk_links().unwrap();
    walk.next().unwrap().unwrap();
    entries.next().unwrap().unwrap();
    nodes.next().unwrap().unwrap();
    file.close().unwrap();
    let errors = [
        walk.map(Result::unwrap_err).last().unwrap(),
        entries.map(Result::unwrap_err).last().unwrap(),
        nodes.map(Result::unwrap_err).last().unwrap(),
        soft.filter_map(Result::err).last().unwrap(),
        group.walk().unwrap_err(),
        group.walk_entries().unwrap_err(),
        group.walk_links().unwrap_err(),
        group.names().unwrap_err(),
        group.links().unwrap_err(),
        group.datasets().unwrap_err(),
        group.info().unwrap_err(),
        group.len().unwrap_err(),
        group.contains("b").unwrap_err(),
        group.contains("a/x").unwrap_err(),
        group.create_group("d").unwrap_err(),
        group.require_group("d").unwrap_err(),
        group.new_group().create_anonymous().unwrap_err(),
    ];
    for error in errors {
        assert_eq!(*error.kind(), ErrorKind::Closed, "{error}");
        assert_eq!(error.file_path(), Some(&*path), "{error}");
    }
}
