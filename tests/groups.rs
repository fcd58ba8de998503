//! Groups and paths, beside h5py.

use hdf5::{ErrorKind, File, LibVer, Link, Name, Node, ObjectKind};

#[test]
fn nested_groups_are_made_at_once_and_walked_in_h5pys_order() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("groups.h5");
    let file = File::create(&path).unwrap();
    let c = file.create_group("a/b/c").unwrap();
    assert_eq!(c.path().as_deref(), Some("/a/b/c"));
    c.create_group("/z/from the root").unwrap();
    c.create_dataset("x", [1.0, 2.0]).unwrap();
    file.create_dataset("a/data", 3).unwrap();

    let walked: Vec<String> = file.walk().unwrap().map(|item| item.unwrap().0).collect();
    file.close().unwrap();
    let expected = ["a", "a/b", "a/b/c", "a/b/c/x", "a/data", "z", "z/from the root"];
    assert_eq!(walked, expected);
    let visited = h5py.file(&path).run(
        "
        names = []
        f.visit(lambda name: names.append(name))
        print('\\n'.join(names), end='')
        ",
    );
    assert_eq!(visited.lines().collect::<Vec<_>>(), walked);
}

#[test]
fn membership_is_h5pys_truth_table() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("contains.h5");
    h5py.create(
        &path,
        "
        f['a/x'] = [1, 2]
        f['dangling'] = h5py.SoftLink('/nowhere')
        f['outside'] = h5py.ExternalLink('no such file.h5', '/x')
        f['to a'] = h5py.SoftLink('/a')
        ",
    );
    let file = File::open(&path).unwrap();
    for name in [
        "",
        "/",
        ".",
        "a",
        "/a",
        "a/",
        "/a/",
        "a//x",
        "a/./x",
        "a/x",
        "a/y",
        "b",
        "b/x",
        "//",
        "./",
        "/.",
        "a///x/",
        "/a/.//x",
        "a/x/.",
        "a/x//",
        "0",
        "a/x/y",
        "dangling",
        "dangling/x",
        "outside",
        "outside/x",
        "to a",
        "to a/x",
        "to a/y",
        "..",
        "a/..",
        "../a",
    ] {
        let expected = h5py.file(&path).eval(&format!("{name:?} in f")) == "True";
        assert_eq!(file.contains(name).unwrap(), expected, "{name:?} in f");
    }
    let group = file.group("a").unwrap();
    for name in ["x", "/a", "/x", ".", "a"] {
        let expected = h5py.file(&path).eval(&format!("{name:?} in f['a']")) == "True";
        assert_eq!(group.contains(name).unwrap(), expected, "{name:?} in f['a']");
    }
}

#[test]
fn links_of_every_kind_are_told_apart() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("links.h5");
    h5py.create(
        &path,
        "
        f['hard'] = [1, 2]
        f['again'] = f['hard']
        f['soft'] = h5py.SoftLink('/hard')
        f['external'] = h5py.ExternalLink('other.h5', '/x/y')
        ",
    );
    let file = File::open(&path).unwrap();
    let links: Vec<_> = file.links().unwrap().map(Result::unwrap).collect();
    let expected = [
        ("again", Link::Hard),
        ("external", Link::External { file: "other.h5".into(), path: "/x/y".into() }),
        ("hard", Link::Hard),
        ("soft", Link::Soft { path: "/hard".into() }),
    ];
    assert_eq!(links, expected.map(|(name, link)| (name.into(), link)));
    // Two links to one object are one object, which is walked through once.
    let identity = |name: &str| file.open(name).unwrap().identity().unwrap();
    assert_eq!(identity("hard"), identity("again"));
    assert_eq!(identity("hard"), identity("soft"));
    let walked: Vec<String> = file.walk().unwrap().map(|item| item.unwrap().0).collect();
    assert_eq!(walked, ["again"]);
    assert!(matches!(file.open("soft"), Ok(Node::Dataset(_))));
}

#[test]
fn a_group_is_required_as_often_as_one_likes() {
    let dir = judges::scratch();
    let file = File::create(dir.file("require.h5")).unwrap();
    let group = file.require_group("a/b").unwrap();
    group.create_dataset("x", 1).unwrap();
    assert_eq!(file.require_group("a/b").unwrap().names().unwrap(), ["x"]);
    assert!(matches!(file.remove("a/.").unwrap_err().kind(), ErrorKind::InvalidName { .. }));
    let error = file.require_group("a/b/x").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { .. }), "{error}");
    assert_eq!(group.to_string(), "group of 1 link");
    assert_eq!(group.dataset("x").unwrap().to_string(), "dataset i32 scalar");
    assert!(format!("{group:?}").contains("\"/a/b\" in"), "{group:?}");
}

#[test]
fn nothing_is_made_behind_a_link_that_leads_nowhere() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("dangling.h5");
    h5py.create(&path, "f['dangling'] = h5py.SoftLink('/nowhere')");
    let file = File::open_rw(&path).unwrap();
    for error in [
        file.create_group("dangling/x").unwrap_err(),
        file.create_dataset("dangling/x", 1).unwrap_err(),
        file.require_group("dangling").unwrap_err(),
    ] {
        assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
    }
    let error = file.create_group("dangling").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AlreadyExists);
    assert_eq!(file.names().unwrap(), ["dangling"]);
}

#[test]
fn a_group_that_contains_itself_is_walked_once() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("cycle.h5");
    h5py.create(&path, "f['a/back'] = f['/']; f['a/self'] = f['a']; f['a/x'] = 1");
    let file = File::open(&path).unwrap();
    let walked: Vec<String> = file.walk().unwrap().map(|item| item.unwrap().0).collect();
    assert_eq!(walked, ["a", "a/x"]);
}

#[test]
fn what_is_removed_is_gone_for_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("removed.h5");
    h5py.create(&path, "f['a/x'] = 1; f['a/y'] = 2; f['b'] = 3");
    let file = File::open_rw(&path).unwrap();
    file.remove("a/x").unwrap();
    file.group("a").unwrap().remove("/b").unwrap();
    assert_eq!(file.len().unwrap(), 1);
    assert!(!file.is_empty().unwrap());
    let cleared = file.new_group().track_order(true).create("cleared").unwrap();
    for name in ["z", "a", "y"] {
        cleared.create_group(name).unwrap();
    }
    cleared.clear().unwrap();
    assert_eq!(cleared.info().unwrap().next_creation_order, Some(0));
    file.close().unwrap();
    h5py.file(&path)
        .expect("[list(f), list(f['a'])]", "[['a', 'cleared'], ['y']]")
        .expect("list(f['cleared'])", "[]");
    let file = File::open(&path).unwrap();
    assert_eq!(*file.clear().unwrap_err().kind(), ErrorKind::ReadOnly);
}

#[test]
fn names_may_be_any_text_and_even_bytes_that_are_none() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("names.h5");
    let long = "n".repeat(200);
    let names = ["größe", "Научные данные", "a.b", " space ", "...", "\u{1f600}", long.as_str()];
    let file = File::create(&path).unwrap();
    for name in names {
        file.create_dataset(name, 1).unwrap();
    }
    let bytes = b"caf\xe9";
    file.create_dataset(bytes, 2).unwrap();
    assert_eq!(file.dataset(bytes).unwrap().read::<i32>().unwrap(), 2);
    assert!(file.names().is_err(), "one name is not text");
    let raw: Vec<_> = file.links().unwrap().map(|link| link.unwrap().0).collect();
    assert!(raw.iter().any(|name| name.as_bytes() == bytes && format!("{name}") == r"caf\xe9"));
    for name in raw {
        assert!(file.open(&name).is_ok(), "{name} can be opened by what it is");
    }
    file.close().unwrap();
    for name in names {
        h5py.file(&path).assert(&format!("{name:?} in f and isinstance(list(f)[0], str)"));
    }
    h5py.file(&path).assert("b'caf\\xe9' in list(f)");
}

/// What h5py shows of the objects in a group: `{name: kind}`, in its order.
const ITEMS: &str = "[(n, type(o).__name__) for n, o in f.items() if o is not None]";

#[test]
fn objects_come_in_h5pys_order_by_kind_forwards_and_back() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("objects.h5");
    let other = dir.file("other.h5");
    h5py.create(&other, "f['there'] = 5");
    for track_order in ["False", "True"] {
        h5py.script(
            &format!(
                "
                with h5py.File(args[0], 'w', track_order={track_order}) as f:
                    f['x'] = [1, 2]
                    f.create_group('group')
                    f['type'] = np.dtype('f4')
                    f['a soft'] = h5py.SoftLink('/x')
                    f['dangling'] = h5py.SoftLink('/nowhere')
                    f['absent'] = h5py.ExternalLink('no such file.h5', '/x')
                    f['external'] = h5py.ExternalLink('other.h5', '/there')
                    f['Group'] = f['group']
                "
            ),
            &[&path],
        );
        let file = File::open(&path).unwrap();
        let kind = |node: &Node| match node {
            Node::Group(_) => "Group",
            Node::Dataset(_) => "Dataset",
            _ => "Datatype",
        };
        let shown = |(name, node): &(Name, Node)| format!("('{name}', '{}')", kind(node));
        let nodes: Vec<_> = file.nodes().unwrap().map(Result::unwrap).collect();
        let ours = format!("[{}]", nodes.iter().map(shown).collect::<Vec<_>>().join(", "));
        assert_eq!(ours, h5py.file(&path).eval(ITEMS));
        let mut back: Vec<_> = file.nodes().unwrap().rev().map(|item| item.unwrap().0).collect();
        back.reverse();
        assert!(back.iter().eq(nodes.iter().map(|(name, _)| name)));
        let of_kind = |kind| -> Vec<&Name> {
            nodes.iter().filter(|(_, node)| node.kind() == kind).map(|(name, _)| name).collect()
        };
        let groups: Vec<_> = file.groups().unwrap().map(|item| item.unwrap().0).collect();
        assert!(groups.iter().eq(of_kind(ObjectKind::Group)), "{groups:?}");
        let datasets: Vec<_> = file.datasets().unwrap().map(Result::unwrap).collect();
        assert!(datasets.iter().map(|(name, _)| name).eq(of_kind(ObjectKind::Dataset)));
        let values = datasets.iter().map(|(name, dataset)| (name, dataset.size().unwrap()));
        assert_eq!(values.filter(|(name, size)| *name == "external" && *size == 1).count(), 1);
        let types: Vec<_> = file.datatypes().unwrap().map(Result::unwrap).collect();
        assert!(types.iter().map(|(name, _)| name).eq(of_kind(ObjectKind::Datatype)));
        assert_eq!((groups.len(), datasets.len(), types.len()), (2, 3, 1));
    }
}

#[test]
fn odd_names_are_taken_as_h5py_takes_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let names =
        ["0", "-1", "007", "..", "../up", "a/../b", "x//y", "./z/./w", "/abs", "~", "*", "\\"];
    let file = File::create(&ours).unwrap();
    for name in names {
        file.create_group(name).unwrap();
    }
    let group = file.group("..").unwrap();
    assert_eq!(group.names().unwrap(), ["up"], "`..` is a name like any other");
    file.close().unwrap();
    h5py.create(&theirs, &format!("for name in {names:?}: f.create_group(name)"));
    let tree = "sorted((n, len(o)) for n, o in {n: f[n] for n in [p for p in NAMES]}.items())";
    let tree = tree.replace("NAMES", &format!("{names:?}"));
    assert_eq!(h5py.file(&ours).eval(&tree), h5py.file(&theirs).eval(&tree));
    h5py.file(&ours).assert(&format!("list(f) == {}", h5py.file(&theirs).eval("list(f)")));
}

#[test]
fn what_is_no_name_is_an_error_that_makes_nothing() {
    let dir = judges::scratch();
    let path = dir.file("no names.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("data", [1, 2]).unwrap();
    let group = file.create_group("group").unwrap();
    let invalid: [&[u8]; 9] = [
        b"",
        b"\0",
        b"new/a\0b",
        b"new/",
        b"new/.",
        b"new/x/",
        b"new/x/.",
        b"new//",
        b"group/new/",
    ];
    for name in invalid {
        for error in [
            file.create_group(name).unwrap_err(),
            file.require_group(name).unwrap_err(),
            file.create_dataset(name, 1).unwrap_err(),
            file.new_group().track_order(true).create(name).unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{name:?}: {error}");
            assert_eq!(error.file_path(), Some(&*path));
        }
    }
    for name in ["/", ".", "./", "//", "/.", "data", "/data", "./data", "group/", "group/."] {
        let error = file.create_group(name).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{name:?}: {error}");
    }
    for name in ["data/new", "data/new/deeper", "/data/./new", "group/../data/new"] {
        let (create, require) = (file.create_group(name), file.require_group(name));
        if name.contains("..") {
            // A new group of this name, in which there is a new group `data`.
            create.unwrap();
            file.remove("group/..").unwrap();
            continue;
        }
        for error in [create.unwrap_err(), require.unwrap_err()] {
            let expected = ErrorKind::WrongObject {
                path: String::from("/data"),
                expected: ObjectKind::Group,
                found: ObjectKind::Dataset,
            };
            assert_eq!(*error.kind(), expected.clone(), "{name:?}: {error}");
        }
    }
    let error = group.group("/data").unwrap_err();
    assert!(error.to_string().contains("\"/data\" is a dataset, not a group"), "{error}");
    let error = file.group("group/none/x").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { missing } if missing == "/group/none"));
    assert_eq!(file.names().unwrap(), ["data", "group"]);
    assert!(group.is_empty().unwrap());
}

#[test]
fn names_may_be_very_long() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("long.h5");
    for oldest in [LibVer::Earliest, LibVer::V18] {
        let file = File::options().libver(oldest, LibVer::V110).create(&path).unwrap();
        for length in [255, 256, 5_000, 65_000, 70_000, 1_000_000] {
            let name = "n".repeat(length);
            let group = file.create_group(&name).unwrap();
            group.create_group(&name).unwrap();
            assert!(file.contains(format!("{name}/{name}")).unwrap());
        }
        let lengths: Vec<usize> = file.names().unwrap().iter().map(String::len).collect();
        assert_eq!(lengths, [255, 256, 5_000, 65_000, 70_000, 1_000_000]);
        file.close().unwrap();
        h5py.file(&path)
            .expect("[len(n) for n in f]", "[255, 256, 5000, 65000, 70000, 1000000]")
            .assert("all(list(f[n]) == [n] for n in f)");
    }
}

#[test]
fn links_that_lead_in_circles_are_errors() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("circles.h5");
    h5py.create(
        &path,
        "
        f['a'] = h5py.SoftLink('/b')
        f['b'] = h5py.SoftLink('/a')
        f['self'] = h5py.SoftLink('/self/x')
        f['outside'] = h5py.ExternalLink('circles.h5', '/outside')
        f['group/x'] = 1
        ",
    );
    let file = File::open_rw(&path).unwrap();
    for name in ["a", "b", "self", "outside"] {
        assert!(file.contains(name).unwrap(), "the link is there");
        for error in [
            file.open(name).unwrap_err(),
            file.group(name).unwrap_err(),
            file.create_group(format!("{name}/new")).unwrap_err(),
        ] {
            let object = error.object_path().unwrap();
            assert!(object.starts_with(&format!("/{name}")), "{error:#}");
            assert_eq!(error.file_path(), Some(&*path));
        }
        assert_eq!(*file.create_group(name).unwrap_err().kind(), ErrorKind::AlreadyExists);
    }
    assert_eq!(file.len().unwrap(), 5);
    assert_eq!(file.walk().unwrap().count(), 2);
    assert_eq!(file.walk_links().unwrap().count(), 6);
}

#[test]
fn groups_that_were_made_are_found_by_every_way_of_writing_their_path() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("paths.h5");
    let file = File::create(&path).unwrap();
    let b = file.create_group("/a//b/./c").unwrap();
    assert_eq!(b.path().as_deref(), Some("/a/b/c"));
    let a = file.group("a").unwrap();
    a.create_group("b/d").unwrap();
    a.create_group("/b").unwrap();
    a.require_group("./b//c").unwrap();
    a.require_group("/a/b/c/e").unwrap();
    let by_other_ways = ["a/b/c", "/a/b/c", "a//b//c", "./a/./b/./c", "a/b/c/", "a/b/c/."];
    for name in by_other_ways {
        assert_eq!(file.group(name).unwrap().names().unwrap(), ["e"], "{name:?}");
        assert_eq!(a.open(format!("/{name}")).unwrap().kind(), ObjectKind::Group);
    }
    file.close().unwrap();
    h5py.file(&path).run(
        "
        names = []
        f.visit(names.append)
        assert names == ['a', 'a/b', 'a/b/c', 'a/b/c/e', 'a/b/d', 'b'], names
        ",
    );
}

#[test]
fn groups_are_made_in_the_file_that_an_external_link_leads_to() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, other) = (dir.file("here.h5"), dir.file("there.h5"));
    h5py.create(&other, "f.create_group('g')");
    h5py.create(
        &path,
        "f['out'] = h5py.ExternalLink('there.h5', '/g'); f['soft'] = h5py.SoftLink('/out')",
    );
    let file = File::open_rw(&path).unwrap();
    file.create_group("out/a/b").unwrap().create_dataset("x", 1).unwrap();
    file.create_group("soft/c").unwrap();
    file.require_group("soft/a/d").unwrap();
    file.close().unwrap();
    h5py.file(&other).expect("[list(f['g']), list(f['g/a'])]", "[['a', 'c'], ['b', 'd']]");
}

/// Only libhdf5 refuses the last link here, when the groups on the way to it have been made.
#[test]
fn what_cannot_be_made_leaves_no_group_on_the_way_to_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, other) = (dir.file("here.h5"), dir.file("there.h5"));
    h5py.create(&other, "f.create_group('g')");
    h5py.create(&path, "f['out'] = h5py.ExternalLink('there.h5', '/g')");
    let file = File::open_rw(&path).unwrap();
    let group = file.create_group("here").unwrap();
    file.link("out/new/x", &group).unwrap_err();
    assert!(file.group("out").unwrap().is_empty().unwrap());
}
