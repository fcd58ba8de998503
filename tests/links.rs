//! Links of every kind: made, read, followed, renamed and removed, beside h5py.

use hdf5::{ErrorKind, ExternalMode, File, Link, LinkAccess, Node};

fn missing(error: &hdf5::Error) -> &str {
    match error.kind() {
        ErrorKind::NotFound { missing } => missing,
        _ => panic!("{error:#}"),
    }
}

/// What the error is about: its kind, and the path of the object.
fn about(error: &hdf5::Error) -> (&ErrorKind, &str) {
    (error.kind(), error.object_path().unwrap())
}

#[test]
fn h5py_reads_the_links_that_we_make() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("links.h5");
    let file = File::create(&path).unwrap();
    let x = file.create_dataset("x", [1, 2]).unwrap();
    file.link("deep/hard", &x).unwrap();
    file.link_soft("deep/er/soft", "/x").unwrap();
    file.link_soft("deep/relative", "hard").unwrap();
    file.link_soft("dangling", "/no/where").unwrap();
    file.link_external("outside", "other.h5", "/y").unwrap();
    file.link_external("no file", "no such file.h5", "/y").unwrap();
    file.link_soft("größe", "/ähm").unwrap();
    File::create(dir.file("other.h5")).unwrap().create_dataset("y", 7).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("type(f.get('deep/hard', getlink=True)).__name__", "'HardLink'")
        .expect("f.get('deep/er/soft', getlink=True).path", "'/x'")
        .expect("f.get('deep/relative', getlink=True).path", "'hard'")
        .expect("f.get('dangling', getlink=True).path", "'/no/where'")
        .expect("f.get('outside', getlink=True).filename", "'other.h5'")
        .expect("f.get('outside', getlink=True).path", "'/y'")
        .expect("f.get('größe', getlink=True).path", "'/ähm'")
        .expect("f.id.links.get_info('größe'.encode()).cset == h5py.h5t.CSET_UTF8", "True")
        .expect("f.id.links.get_info(b'dangling').cset == h5py.h5t.CSET_ASCII", "True")
        .assert("f['deep/hard'] == f['x'] and f['deep/er/soft'] == f['x']")
        .assert("f['deep/relative'] == f['x']")
        .expect("f['outside'][()].item()", "7")
        .expect(
            "sorted(name for name, item in f.items() if item is None)",
            "['dangling', 'größe', 'no file']",
        );
    assert_eq!(h5py.file(&path).error_of("f['dangling']"), "KeyError");
}

#[test]
fn the_links_that_h5py_makes_are_read() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("links.h5");
    h5py.create(
        &path,
        "
        f['x'] = [1, 2]
        f['a/hard'] = f['x']
        f['a/soft'] = h5py.SoftLink('/x')
        f['a/external'] = h5py.ExternalLink('other.h5', 'y/z')
        f['größe'] = h5py.SoftLink('höhe')
        ",
    );
    let file = File::open(&path).unwrap();
    assert_eq!(file.read_link("a/hard").unwrap(), Link::Hard);
    assert_eq!(file.read_link("a/soft").unwrap(), Link::Soft { path: "/x".into() });
    assert_eq!(file.read_link("größe").unwrap(), Link::Soft { path: "höhe".into() });
    let external = Link::External { file: "other.h5".into(), path: "y/z".into() };
    assert_eq!(file.group("a").unwrap().read_link("external").unwrap(), external);
    assert_eq!(missing(&file.read_link("b").unwrap_err()), "/b");
    assert_eq!(missing(&file.read_link("b/c").unwrap_err()), "/b");
    assert_eq!(file.read_link("/a/hard").unwrap(), Link::Hard);
    for nameless in ["/", ".", "", "a/", "a/."] {
        let error = file.read_link(nameless).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    }
    let error = file.read_link("x/y").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { path, .. } if path == "/x"), "{error}");
}

#[test]
fn names_and_targets_need_not_be_text() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("bytes.h5");
    let file = File::create(&path).unwrap();
    file.link_soft(b"soft \xff", b"\xfe/x").unwrap();
    file.create_group(b"\xfe").unwrap().create_dataset("x", 5).unwrap();
    file.rename(b"\xfe", b"\xfd\xfc").unwrap();
    file.rename(b"\xfd\xfc", b"\xfe").unwrap();
    file.link_external("external", "other.h5", b"/\xff").unwrap();
    let mut links = file.links().unwrap();
    let (name, link) =
        links.find(|link| link.as_ref().unwrap().0.as_bytes() == b"soft \xff").unwrap().unwrap();
    assert_eq!(link, Link::Soft { path: b"\xfe/x".as_slice().into() });
    assert_eq!(file.dataset(&name).unwrap().read::<i32>().unwrap(), 5);
    let Link::External { path: target, .. } = file.read_link("external").unwrap() else { panic!() };
    assert_eq!(target.as_bytes(), b"/\xff");
    file.copy(b"\xfe", b"copy \xfe").unwrap();
    assert_eq!(file.dataset(b"copy \xfe/x").unwrap().read::<i32>().unwrap(), 5);
    #[cfg(unix)]
    {
        let name: &std::ffi::OsStr = std::os::unix::ffi::OsStrExt::from_bytes(b"\xe9.h5");
        file.link_external("latin", name, "/").unwrap();
        let Link::External { file: name, .. } = file.read_link("latin").unwrap() else { panic!() };
        assert_eq!(name.as_bytes(), b"\xe9.h5");
        File::create(dir.path().join(name.to_path())).unwrap().create_group("inside").unwrap();
        assert!(file.contains("latin/inside").unwrap());
    }
    file.close().unwrap();
    h5py.file(&path).expect(r"f.id.links.get_val(b'soft \xff')", r"b'\xfe/x'");
}

#[test]
fn a_link_holds_up_to_64_kib() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("long.h5");
    let file = File::create(&path).unwrap();
    let long = "x".repeat(65_535);
    file.link_soft("soft", &long).unwrap();
    let error = file.link_soft("longer", format!("{long}x")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    // Links of this size make the group a new one, with all the links that it has.
    file.link_external("external", "f.h5", &long[..65_528]).unwrap();
    let error = file.link_external("longer", "f.h5", &long[..65_529]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    file.link_soft(&long, "short").unwrap();
    assert_eq!(file.read_link("soft").unwrap(), Link::Soft { path: long.as_str().into() });
    file.close().unwrap();
    h5py.file(&path)
        .expect("len(f.get('soft', getlink=True).path)", "65535")
        .expect("len(f.get('external', getlink=True).path)", "65528")
        .expect("f.get('x' * 65535, getlink=True).path", "'short'");
}

#[test]
fn a_link_is_made_where_nothing_is() {
    let dir = judges::scratch();
    let path = dir.file("vacant.h5");
    let file = File::create(&path).unwrap();
    let x = file.create_dataset("x", [1, 2]).unwrap();
    file.link_soft("dangling", "/nowhere").unwrap();
    for taken in ["x", "dangling", "/", "."] {
        for error in [
            file.link(taken, &x).unwrap_err(),
            file.link_soft(taken, "/x").unwrap_err(),
            file.link_external(taken, "f.h5", "/x").unwrap_err(),
        ] {
            assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{taken}: {error}");
        }
    }
    for error in [
        file.link_soft("", "/x").unwrap_err(),
        file.link_soft("new/", "/x").unwrap_err(),
        file.link_soft("new\0", "/x").unwrap_err(),
        file.link_soft("new/y", "").unwrap_err(),
        file.link_soft("new/y", "a\0b").unwrap_err(),
        file.link_external("new/y", "", "/x").unwrap_err(),
        file.link_external("new/y", "f.h5", "").unwrap_err(),
        file.link_external("new/y", "f\0.h5", "/x").unwrap_err(),
    ] {
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    }
    let error = file.link_soft("x/y", "/x").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { path, .. } if path == "/x"), "{error}");
    let error = file.link_soft("dangling/y", "/x").unwrap_err();
    assert_eq!(missing(&error), "/nowhere");
    assert_eq!(file.names().unwrap(), ["dangling", "x"]);
    // A component of two dots is a name like any other.
    file.link_soft("..", "x").unwrap();
    assert_eq!(file.dataset("..").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    file.close().unwrap();

    let file = File::open(&path).unwrap();
    let x = file.dataset("x").unwrap();
    for error in [
        file.link("new", &x).unwrap_err(),
        file.link_soft("new", "/x").unwrap_err(),
        file.link_external("new", "f.h5", "/x").unwrap_err(),
        file.rename("x", "new").unwrap_err(),
        file.remove("x").unwrap_err(),
        file.copy("x", "new").unwrap_err(),
    ] {
        assert_eq!(*error.kind(), ErrorKind::ReadOnly, "{error}");
    }
}

#[test]
fn an_object_of_another_file_is_not_linked() {
    let dir = judges::scratch();
    let file = File::create(dir.file("here.h5")).unwrap();
    let other = File::create(dir.file("there.h5")).unwrap();
    let x = other.create_dataset("x", 1).unwrap();
    let error = file.link("new/x", &x).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert!(file.is_empty().unwrap());
    other.close().unwrap();
    assert_eq!(*file.link("new/x", &x).unwrap_err().kind(), ErrorKind::Closed);
    assert!(file.is_empty().unwrap());
}

#[test]
fn a_broken_soft_link_says_what_is_missing() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("broken.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    file.create_group("a").unwrap();
    file.link_soft("dangling", "/a/b/c").unwrap();
    file.link_soft("a/dangling", "b/c").unwrap();
    file.link_soft("to dangling", "dangling").unwrap();
    file.link_soft("through", "/x/y").unwrap();
    for name in ["dangling", "a/dangling", "to dangling", "dangling/d", "to dangling/d"] {
        let error = file.open(name).unwrap_err();
        assert_eq!(missing(&error), "/a/b", "{error}");
        assert_eq!(error.object_path().unwrap(), format!("/{name}"));
    }
    let error = file.open("through").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { path, .. } if path == "/x"), "{error}");
    file.close().unwrap();
    h5py.file(&path).assert("'dangling' in f and f.get('dangling') is None");
}

#[test]
fn soft_links_that_lead_back_to_each_other_are_too_many() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("cycle.h5");
    let file = File::create(&path).unwrap();
    file.link_soft("a", "/b").unwrap();
    file.link_soft("b", "/a").unwrap();
    file.link_soft("self", "self").unwrap();
    file.link_soft("into", "into/x").unwrap();
    for name in ["a", "b", "self", "into", "a/x", "into/y"] {
        let path = format!("/{name}");
        for error in [
            file.open(name).unwrap_err(),
            file.dataset(name).unwrap_err(),
            file.copy(name, "copy").unwrap_err(),
        ] {
            assert_eq!(about(&error), (&ErrorKind::TooManyLinks, path.as_str()), "{error:#}");
        }
    }
    let error = file.create_group("a/x").unwrap_err();
    assert_eq!(about(&error), (&ErrorKind::TooManyLinks, "/a/x"), "{error:#}");
    let error = file.rename("a/x", "y").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::TooManyLinks, "{error:#}");
    assert_eq!(file.read_link("self").unwrap(), Link::Soft { path: "self".into() });
    assert!(file.contains("a").unwrap());
    assert!(!file.contains("a/x").unwrap());
    file.rename("a", "c").unwrap();
    file.remove("self").unwrap();
    assert_eq!(file.names().unwrap(), ["b", "c", "into"]);
    file.close().unwrap();
    h5py.file(&path).assert("'b' in f and 'b/x' not in f");
}

#[test]
fn as_many_links_are_followed_as_one_likes() {
    let dir = judges::scratch();
    let file = File::create(dir.file("hops.h5")).unwrap();
    file.create_dataset("0", 7).unwrap();
    for hop in 1..=40 {
        file.link_soft(hop.to_string(), (hop - 1).to_string()).unwrap();
    }
    assert!(file.open("16").is_ok());
    assert_eq!(*file.open("17").unwrap_err().kind(), ErrorKind::TooManyLinks);
    let access = LinkAccess::new().max_links(40);
    let Node::Dataset(zero) = file.open_with("40", &access).unwrap() else { panic!() };
    assert_eq!(zero.read::<i32>().unwrap(), 7);
    let few = LinkAccess::new().max_links(2);
    assert!(file.open_with("2", &few).is_ok());
    let error = file.open_with("3", &few).unwrap_err();
    assert_eq!(about(&error), (&ErrorKind::TooManyLinks, "/3"));
    let error = file.open_with("2", &LinkAccess::new().max_links(0)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
}

#[test]
fn a_broken_external_link_says_whether_it_is_the_file_or_the_path() {
    let dir = judges::scratch();
    let file = File::create(dir.file("here.h5")).unwrap();
    let external = |name: &str, other: &str, path: &str| {
        file.link_external(name, other, path).unwrap();
    };
    external("no file", "no such file.h5", "/x");
    external("no file there", "no such folder/f.h5", "/x");
    external("text", "text.txt", "/x");
    external("empty", "empty.h5", "/x");
    external("short", "short.h5", "/x");
    external("folder", "folder", "/x");
    external("no path", "other.h5", "/a/y");
    external("through", "other.h5", "/x/y");
    external("self", "here.h5", "/self");
    external("to soft", "other.h5", "/soft");
    external("there and back", "other.h5", "/back");
    std::fs::write(dir.file("text.txt"), "no HDF5 here").unwrap();
    std::fs::write(dir.file("empty.h5"), "").unwrap();
    std::fs::create_dir(dir.file("folder")).unwrap();
    let other = File::create(dir.file("other.h5")).unwrap();
    other.create_dataset("x", [1, 2]).unwrap();
    other.link_soft("soft", "/nowhere").unwrap();
    other.link_external("back", "here.h5", "/there and back").unwrap();
    other.close().unwrap();
    let bytes = std::fs::read(dir.file("other.h5")).unwrap();
    std::fs::write(dir.file("short.h5"), &bytes[..bytes.len() - 100]).unwrap();

    let outside = |file: &str, reason| ErrorKind::ExternalFile {
        file: file.into(),
        reason: Box::new(reason),
    };
    let missing = |missing: &str| ErrorKind::NotFound { missing: missing.into() };
    let is_directory = ErrorKind::Io(std::io::ErrorKind::IsADirectory);
    for (name, kind) in [
        ("no file", missing("no such file.h5")),
        ("no file there", missing("no such folder/f.h5")),
        ("text", outside("text.txt", ErrorKind::NotHdf5)),
        ("short", outside("short.h5", ErrorKind::Truncated)),
        ("folder", outside("folder", is_directory)),
        ("no path", missing("/a/y in other.h5")),
        ("through", missing("/x/y in other.h5")),
        ("self", ErrorKind::TooManyLinks),
        ("to soft", missing("/soft in other.h5")),
        ("there and back", ErrorKind::TooManyLinks),
    ] {
        for inside in [name.to_owned(), format!("{name}/inside")] {
            let error = file.open(&inside).unwrap_err();
            assert_eq!(about(&error), (&kind, format!("/{inside}").as_str()), "{error:#}");
        }
        assert!(file.contains(name).unwrap());
        assert!(!file.contains(format!("{name}/inside")).unwrap());
    }
    file.close().unwrap();

    // Opened for writing, libhdf5 takes an empty file for a new one.
    let file = File::open(dir.file("here.h5")).unwrap();
    let error = file.open("empty").unwrap_err();
    assert_eq!(*error.kind(), outside("empty.h5", ErrorKind::NotHdf5), "{error:#}");
    let error = file.open("text").unwrap_err();
    assert_eq!(*error.kind(), outside("text.txt", ErrorKind::NotHdf5), "{error:#}");
    let text = "the external file \"text.txt\" cannot be opened: not an HDF5 file";
    assert!(error.to_string().contains(text), "{error}");
}

#[test]
fn an_external_link_is_followed_from_where_its_file_is() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    std::fs::create_dir_all(dir.file("here/below")).unwrap();
    std::fs::create_dir(dir.file("elsewhere")).unwrap();
    h5py.create(dir.file("here/below/target.h5"), "f['a/x'] = [1, 2]; f['a/x'].attrs['u'] = 'K'");
    h5py.create(dir.file("elsewhere/moved.h5"), "f['x'] = 7");
    h5py.create(
        dir.file("here/links.h5"),
        "
        f['below'] = h5py.ExternalLink('below/target.h5', '/a')
        f['moved'] = h5py.ExternalLink('moved.h5', '/x')
        ",
    );
    let file = File::open(dir.file("here/links.h5")).unwrap();
    let x = file.dataset("below/x").unwrap();
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [1, 2]);
    assert_eq!(x.attrs().get::<String>("u").unwrap(), "K");
    assert_eq!(x.path().as_deref(), Some("/a/x"));
    assert_eq!(missing(&file.open("moved").unwrap_err()), "moved.h5");
    let access = LinkAccess::new().external_prefix(dir.file("elsewhere"));
    let Node::Dataset(moved) = file.open_with("moved", &access).unwrap() else { panic!() };
    assert_eq!(moved.read::<i64>().unwrap(), 7);
    assert!(file.open_with("below/x", &access).is_ok());
    assert_eq!(missing(&file.open_with("nope", &access).unwrap_err()), "/nope");
}

#[test]
fn the_file_of_an_external_link_is_opened_as_one_says() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    h5py.create(dir.file("target.h5"), "f['x'] = [1, 2]");
    h5py.create(dir.file("links.h5"), "f['x'] = h5py.ExternalLink('target.h5', '/x')");
    let reading = LinkAccess::new().external_mode(ExternalMode::ReadOnly);
    let writing = LinkAccess::new().external_mode(ExternalMode::ReadWrite);

    // This process reads the target already: it cannot be opened for writing.
    let target = File::open(dir.file("target.h5")).unwrap();
    let file = File::open_rw(dir.file("links.h5")).unwrap();
    for error in [file.open("x").unwrap_err(), file.open_with("x", &writing).unwrap_err()] {
        let open = Box::new(ErrorKind::AlreadyOpen);
        let kind = ErrorKind::ExternalFile { file: "target.h5".into(), reason: open };
        assert_eq!(about(&error), (&kind, "/x"), "{error:#}");
    }
    let Node::Dataset(x) = file.open_with("x", &reading).unwrap() else { panic!() };
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [1, 2]);
    let error = x.write([3_i64, 4]).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ReadOnly, "{error:#}");
    drop(x);
    target.close().unwrap();
    let Node::Dataset(x) = file.open_with("x", &writing).unwrap() else { panic!() };
    x.write([3_i64, 4]).unwrap();
    drop(x);
    file.close().unwrap();

    let file = File::open(dir.file("links.h5")).unwrap();
    assert_eq!(*file.open_with("x", &writing).unwrap_err().kind(), ErrorKind::ReadOnly);
    assert_eq!(file.dataset("x").unwrap().read::<Vec<i64>>().unwrap(), [3, 4]);
    let options = LinkAccess::new().external_options(File::options().core(false));
    let Node::Dataset(x) = file.open_with("x", &options).unwrap() else { panic!() };
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [3, 4]);
    let options =
        LinkAccess::new().external_options(File::options().chunk_cache(hdf5::ChunkCache {
            slots: 1,
            bytes: 1,
            w0: 7.0,
        }));
    let error = file.open_with("x", &options).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    file.close().unwrap();
    h5py.file(dir.file("target.h5")).expect("f['x'][()].tolist()", "[3, 4]");
}

#[test]
fn a_function_decides_about_each_external_link() {
    let dir = judges::scratch();
    File::create(dir.file("target.h5")).unwrap().create_dataset("a/x", [1, 2]).unwrap();
    let middle = File::create(dir.file("middle.h5")).unwrap();
    middle.link_external("group/on", "target.h5", "/a").unwrap();
    middle.close().unwrap();
    let file = File::create(dir.file("links.h5")).unwrap();
    file.link_external("to middle", "middle.h5", "/group").unwrap();

    let seen = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let access = LinkAccess::new().decide({
        let seen = std::sync::Arc::clone(&seen);
        move |link| {
            let from = link.from_file.file_name().unwrap().to_str().unwrap().to_owned();
            let (group, file, path) = (&link.from_group, &link.file, &link.path);
            seen.lock().unwrap().push(format!("{from}:{group} -> {file}:{path}"));
            Ok((*file == "target.h5").then_some(ExternalMode::ReadOnly))
        }
    });
    let Node::Dataset(x) = file.open_with("to middle/on/x", &access).unwrap() else { panic!() };
    assert_eq!(
        *seen.lock().unwrap(),
        ["links.h5:/ -> middle.h5:/group", "middle.h5:/group -> target.h5:/a"]
    );
    assert_eq!(*x.write([3, 4]).unwrap_err().kind(), ErrorKind::ReadOnly);
    drop(x);

    // Its errors and panics are those of the call, and what was opened is closed.
    let no = |_: &hdf5::ExternalTarget| Err(ErrorKind::ForeignRegion.into());
    let error = file.open_with("to middle/on", &LinkAccess::new().decide(no)).unwrap_err();
    assert_eq!(about(&error), (&ErrorKind::ForeignRegion, "/to middle/on"), "{error:#}");
    let panics = LinkAccess::new().decide(|link| panic!("no {}", link.file));
    let open = std::panic::AssertUnwindSafe(|| file.open_with("to middle", &panics));
    let panic = std::panic::catch_unwind(open).unwrap_err();
    assert_eq!(panic.downcast_ref::<String>().unwrap(), "no middle.h5");
    assert!(file.open("to middle").is_ok());
    assert!(!format!("{panics:?}").is_empty());

    // The file is in use: it cannot be closed.
    let held = std::sync::Mutex::new(Some(File::create(dir.file("held.h5")).unwrap()));
    let closes = LinkAccess::new().decide(move |_| {
        let held = held.lock().unwrap().take().unwrap();
        held.close().map(|()| None)
    });
    let error = file.open_with("to middle", &closes).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
}

#[test]
fn links_get_other_names() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let make = |path: &std::path::Path| {
        h5py.create(
            path,
            "
            f['x'] = [1, 2]
            f['soft'] = h5py.SoftLink('/z')
            f['external'] = h5py.ExternalLink('other.h5', '/x')
            f['g/inner/x'] = f['x']
            ",
        );
    };
    let (path, theirs) = (dir.file("rename.h5"), dir.file("theirs.h5"));
    make(&path);
    make(&theirs);
    let file = File::open_rw(&path).unwrap();
    let opened = file.open("g/inner").unwrap();
    for (from, to) in [
        ("x", "y"),
        ("y", "new/group/y"),
        ("new/group/y", "/z"),
        ("soft", "new/soft"),
        ("external", "new/external"),
        ("g", "new/g"),
        ("z", "z"),
        ("new/g/inner", "größe"),
    ] {
        file.rename(from, to).unwrap();
        h5py.edit(&theirs, &format!("f.move({from:?}, {to:?})"));
    }
    assert_eq!(opened.path().as_deref(), Some("/größe"));
    file.close().unwrap();
    h5py.file(&path).assert("f.id.links.get_info('größe'.encode()).cset == h5py.h5t.CSET_UTF8");
    let listing = "
        links = []
        f.visit_links(lambda name: links.append((name, f.get(name, getlink=True))))
        for name, link in links:
            print(name, type(link).__name__, sorted(vars(link).items()))
        print(f['z'][()].tolist(), f['new/soft'] == f['z'])
        ";
    let (ours, theirs) = (h5py.file(&path).run(listing), h5py.file(&theirs).run(listing));
    assert_eq!(ours, theirs);
    assert!(ours.contains("ExternalLink") && ours.contains("[1, 2] True"), "{ours}");
}

#[test]
fn a_name_that_cannot_change_stays() {
    let dir = judges::scratch();
    let file = File::create(dir.file("stays.h5")).unwrap();
    let x = file.create_dataset("x", [1, 2]).unwrap();
    file.create_dataset("g/y", 1).unwrap();
    file.link_soft("dangling", "/nowhere").unwrap();
    file.link_soft("to g", "/g").unwrap();
    let names = || [file.names().unwrap(), file.group("g").unwrap().names().unwrap()].concat();
    let before = names();

    assert_eq!(missing(&file.rename("nope", "y").unwrap_err()), "/nope");
    assert_eq!(missing(&file.rename("nope", "nope").unwrap_err()), "/nope");
    assert_eq!(missing(&file.rename("g/nope", "new/y").unwrap_err()), "/g/nope");
    let error = file.rename("x/y", "new/y").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { .. }), "{error}");
    for taken in ["/g", "/g/y", "/dangling", "/to g/y", "/"] {
        let error = file.rename("x", taken).unwrap_err();
        assert_eq!(about(&error), (&ErrorKind::AlreadyExists, taken), "{error}");
    }
    assert_eq!(missing(&file.rename("x", "dangling/y").unwrap_err()), "/nowhere");
    let error = file.rename("g/y", "x/y").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { path, .. } if path == "/x"), "{error}");
    for (from, to) in [
        ("/", "y"),
        (".", "y"),
        ("", "y"),
        ("g/", "new/z"),
        ("x", ""),
        ("x", "new/"),
        ("x", "new/a\0"),
    ] {
        let error = file.rename(from, to).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{from} {to}: {error}");
    }
    // The same link, however it is written.
    for (from, to) in [("x", "x"), ("x", "/x"), ("/x", "./x"), ("g/y", "to g//y")] {
        file.rename(from, to).unwrap();
    }
    file.rename("dangling", "dangling").unwrap();
    // Two links to one object are two links.
    file.link("x again", &x).unwrap();
    assert_eq!(*file.rename("x", "x again").unwrap_err().kind(), ErrorKind::AlreadyExists);
    file.remove("x again").unwrap();
    assert_eq!(names(), before);
    file.close().unwrap();
    assert_eq!(*x.attrs().get::<i32>("a").unwrap_err().kind(), ErrorKind::Closed);
}

#[test]
fn a_group_does_not_move_into_itself() {
    let dir = judges::scratch();
    let file = File::create(dir.file("into.h5")).unwrap();
    let c = file.create_group("a/b/c").unwrap();
    c.create_dataset("x", [1, 2]).unwrap();
    file.link_soft("to b", "/a/b").unwrap();
    for (from, to) in [
        ("a", "a/a"),
        ("a", "a/b/a"),
        ("a", "a/b/new/a"),
        ("a", "to b/a"),
        ("a/b", "a/b/c/b"),
        ("/a", "./a/b/c/d"),
    ] {
        let error = file.rename(from, to).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{from} {to}: {error}");
    }
    // From inside, too.
    let error = c.rename("/a", "d").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert_eq!(file.dataset("a/b/c/x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);

    // With another link to it, nothing gets lost.
    file.link("also a", &file.group("a").unwrap()).unwrap();
    let error = file.rename("a", "a/b/a").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    file.rename("a", "also a/b/a").unwrap();
    assert!(file.contains("also a/b/a/b/c/x").unwrap());
    // Beside itself it can go.
    file.rename("also a/b", "b").unwrap();
    file.rename("b/c", "c").unwrap();
    file.rename("b", "c/b").unwrap();
    assert_eq!(file.dataset("c/x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
}

#[test]
fn an_object_does_not_move_to_another_file() {
    let dir = judges::scratch();
    let other = File::create(dir.file("other.h5")).unwrap();
    other.create_dataset("g/y", 1).unwrap();
    let file = File::create(dir.file("here.h5")).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    file.create_group("empty").unwrap();
    file.link_external("out", "other.h5", "/g").unwrap();
    file.link_soft("soft", "/x").unwrap();
    for (from, to) in [("x", "out/x"), ("x", "out/new/x"), ("empty", "out/e"), ("out/y", "y")] {
        let error = file.rename(from, to).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{from} {to}: {error}");
    }
    assert_eq!(other.group("g").unwrap().names().unwrap(), ["y"]);
    // Within the other file it can, and a link that is only a path can go anywhere.
    file.rename("out/y", "out/new/z").unwrap();
    file.rename("soft", "out/soft").unwrap();
    assert_eq!(other.dataset("g/new/z").unwrap().read::<i32>().unwrap(), 1);
    assert_eq!(other.read_link("g/soft").unwrap(), Link::Soft { path: "/x".into() });
    assert_eq!(file.names().unwrap(), ["empty", "out", "x"]);
}

#[test]
fn a_removed_link_takes_its_object_along_only_if_it_was_the_last() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let make = |path: &std::path::Path| {
        h5py.create(
            path,
            "
            f['x'] = [1, 2]
            f['g/again'] = f['x']
            f['g/soft'] = h5py.SoftLink('/x')
            f['external'] = h5py.ExternalLink('other.h5', '/x')
            f['gone/inner/y'] = 3
            f['dangling'] = h5py.SoftLink('/nowhere')
            ",
        );
    };
    let (path, theirs) = (dir.file("remove.h5"), dir.file("theirs.h5"));
    make(&path);
    make(&theirs);
    let file = File::open_rw(&path).unwrap();
    let y = file.dataset("gone/inner/y").unwrap();
    for name in ["x", "external", "dangling", "gone"] {
        file.remove(name).unwrap();
        h5py.edit(&theirs, &format!("del f[{name:?}]"));
    }
    assert_eq!(missing(&file.open("g/soft").unwrap_err()), "/x");
    assert_eq!(missing(&file.remove("x").unwrap_err()), "/x");
    // What is open can be used until it is closed, or get a name again.
    assert_eq!(y.read::<i64>().unwrap(), 3);
    file.link("y", &y).unwrap();
    h5py.edit(&theirs, "f['y'] = 3");
    file.close().unwrap();
    let listing = "
        f.visit_links(lambda name: print(name, type(f.get(name, getlink=True)).__name__))
        print(f['g/again'][()].tolist(), int(f['y'][()]))
        ";
    assert_eq!(h5py.file(&path).run(listing), h5py.file(&theirs).run(listing));
}

#[test]
fn a_link_leads_to_a_file_that_another_process_writes() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let target = dir.file("target.h5");
    h5py.create(dir.file("links.h5"), "f['x'] = h5py.ExternalLink('target.h5', '/x')");
    let script = "
        f = h5py.File(args[0], 'w', libver='latest')
        f.create_dataset('x', data=[1, 2], chunks=(2,), maxshape=(None,))
        f.swmr_mode = True
        say('writing')
        hear()
        f.close()
    ";
    let mut writer = h5py.spawn(script, &[&target]);
    writer.wait_for("writing");
    let file = File::open(dir.file("links.h5")).unwrap();
    assert!(file.open("x").is_err());
    let access = LinkAccess::new().external_mode(ExternalMode::SwmrRead);
    let Node::Dataset(x) = file.open_with("x", &access).unwrap() else { panic!() };
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [1, 2]);
    let writing = LinkAccess::new().external_mode(ExternalMode::SwmrWrite);
    assert_eq!(*file.open_with("x", &writing).unwrap_err().kind(), ErrorKind::ReadOnly);
    drop(x);
    writer.say("close");
    writer.finish();
    file.close().unwrap();
    let file = File::open_rw(dir.file("links.h5")).unwrap();
    let options = File::options().libver(hdf5::LibVer::Latest, hdf5::LibVer::Latest);
    let Node::Dataset(x) = file.open_with("x", &writing.external_options(options)).unwrap() else {
        panic!()
    };
    x.write([3_i64, 4]).unwrap();
    drop(x);
    file.close().unwrap();
    h5py.file(&target).expect("f['x'][()].tolist()", "[3, 4]");
}
