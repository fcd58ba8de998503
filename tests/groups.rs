//! Groups and paths, beside h5py.

use hdf5::{ErrorKind, File, Link, Node};

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
    file.close().unwrap();
    h5py.file(&path).expect("[list(f), list(f['a'])]", "[['a'], ['y']]");
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
