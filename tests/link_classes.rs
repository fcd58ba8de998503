//! Links of classes that this program defines. Classes are known to the whole process.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hdf5::{Error, ErrorKind, File, Group, Link, LinkClass, Node};

/// The tests share the numbers of the classes.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A class whose links are paths in the same file.
fn paths(number: u8) -> LinkClass {
    LinkClass::register(number, |link| link.group.open(link.data)).unwrap()
}

#[test]
fn a_function_decides_what_a_link_leads_to() {
    let _alone = alone();
    let dir = judges::scratch();
    let file = File::create(dir.file("class.h5")).unwrap();
    file.create_dataset("g/x", [1, 2]).unwrap();
    let class = LinkClass::register(100, |link| {
        assert_eq!(link.group.path().as_deref(), Some("/g/links"));
        assert_eq!(link.name, "to x");
        assert_eq!(link.group.names()?, ["to x"]);
        link.group.open(link.data)
    })
    .unwrap();
    assert_eq!(class.number(), 100);
    assert!(LinkClass::is_registered(100).unwrap() && !LinkClass::is_registered(101).unwrap());
    file.link_user_defined("g/links/to x", 100, "/g/x").unwrap();
    let x = file.dataset("g/links/to x").unwrap();
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2]);
    x.write([3, 4]).unwrap();
    assert_eq!(file.dataset("g/x").unwrap().read::<Vec<i32>>().unwrap(), [3, 4]);
    let link = Link::UserDefined { class: 100, data: b"/g/x".to_vec() };
    assert_eq!(file.read_link("g/links/to x").unwrap(), link);
    assert_eq!(link.to_string(), "user-defined link of class 100");
    class.unregister().unwrap();
}

#[test]
fn a_link_can_lead_to_objects_of_other_files() {
    let _alone = alone();
    let dir = judges::scratch();
    let path = dir.file("other.h5");
    File::create(&path).unwrap().create_dataset("a/x", [5, 6]).unwrap();
    let class = LinkClass::register(100, move |link| {
        // The file stays open as long as the object is.
        File::open(&path)?.open(link.data)
    })
    .unwrap();
    let file = File::create(dir.file("here.h5")).unwrap();
    file.link_user_defined("out", 100, "a").unwrap();
    assert_eq!(file.dataset("out/x").unwrap().read::<Vec<i32>>().unwrap(), [5, 6]);
    let a = file.group("out").unwrap();
    assert_eq!(a.path().as_deref(), Some("/a"));
    file.close().unwrap();
    assert_eq!(*a.names().unwrap_err().kind(), ErrorKind::Closed);
    class.unregister().unwrap();
}

#[test]
fn links_of_a_class_that_nobody_registered_are_there_but_lead_nowhere() {
    let _alone = alone();
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("unknown.h5");
    let class = paths(200);
    let file = File::create(&path).unwrap();
    file.create_dataset("x", 7).unwrap();
    file.link_user_defined("g/link", 200, b"\x00\xff x").unwrap();
    file.link_user_defined("empty", 200, "").unwrap();
    file.link_soft("soft", "g/link").unwrap();
    class.unregister().unwrap();
    assert_eq!(*class.unregister().unwrap_err().kind(), ErrorKind::LinkClassMissing { class: 200 });

    let link = Link::UserDefined { class: 200, data: b"\x00\xff x".to_vec() };
    assert_eq!(file.read_link("g/link").unwrap(), link);
    assert_eq!(file.read_link("empty").unwrap(), Link::UserDefined { class: 200, data: vec![] });
    for name in ["g/link", "g/link/x", "soft", "empty"] {
        let error = file.open(name).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::LinkClassMissing { class: 200 }, "{error:#}");
        assert_eq!(error.object_path(), Some(format!("/{name}").as_str()));
    }
    assert!(file.contains("g/link").unwrap() && !file.contains("g/link/x").unwrap());
    let error = file.create_group("g/link/x").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::LinkClassMissing { class: 200 }, "{error:#}");
    let error = file.link_user_defined("new/link", 200, "").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::LinkClassMissing { class: 200 }, "{error:#}");
    assert!(!file.contains("new").unwrap());

    // They can be listed, renamed, copied and removed.
    file.rename("g/link", "new/name").unwrap();
    assert_eq!(file.read_link("new/name").unwrap(), link);
    assert!(!file.contains("g/link").unwrap());
    file.copy("new", "copy").unwrap();
    assert_eq!(file.read_link("copy/name").unwrap(), link);
    file.remove("empty").unwrap();
    file.remove("copy").unwrap();
    assert_eq!(file.links().unwrap().count(), 4);
    assert_eq!(file.walk().unwrap().map(Result::unwrap).count(), 3);
    assert!(!LinkClass::is_registered(200).unwrap());
    file.close().unwrap();
    h5py.file(&path)
        .expect("f.id.links.get_info(b'new/name').type", "200")
        .expect("sorted(f)", "['g', 'new', 'soft', 'x']");
}

#[test]
fn classes_have_numbers_of_their_own() {
    let _alone = alone();
    for number in [0, 1, 63, 64] {
        let never = |_: &hdf5::UserLink<'_>| -> hdf5::Result<Node> { unreachable!() };
        for error in [
            LinkClass::register(number, never).unwrap_err(),
            LinkClass::is_registered(number).unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        }
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("numbers.h5")).unwrap();
    for number in [65, 255] {
        let class = paths(number);
        file.create_group(format!("g{number}")).unwrap();
        file.link_user_defined(format!("l{number}"), number, format!("/g{number}")).unwrap();
        let leads_to = file.group(format!("l{number}")).unwrap();
        leads_to.create_group("inside").unwrap();
        assert!(file.contains(format!("g{number}/inside")).unwrap());
        class.unregister().unwrap();
    }
    let class = paths(65);
    let error = file.link_user_defined("long", 65, vec![1; 65_536]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    file.link_user_defined("long", 65, vec![1; 65_535]).unwrap();
    let long = Link::UserDefined { class: 65, data: vec![1; 65_535] };
    assert_eq!(file.read_link("long").unwrap(), long);
    let error = file.link_user_defined("long", 65, "/g65").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AlreadyExists);
    class.unregister().unwrap();
}

#[test]
fn errors_and_panics_of_the_function_are_those_of_the_call() {
    let _alone = alone();
    let dir = judges::scratch();
    let file = File::create(dir.file("fails.h5")).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    let class = LinkClass::register(100, |link| match link.data {
        b"panic" => panic!("no way to {}", link.name),
        b"error" => Err(ErrorKind::ForeignRegion.into()),
        path => link.group.open(path),
    })
    .unwrap();
    for what in ["panic", "error", "nope"] {
        file.link_user_defined(what, 100, what.replace("nope", "/no/pe")).unwrap();
    }
    let error = file.open("error").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ForeignRegion, "{error:#}");
    let error = file.open("error/x").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ForeignRegion, "{error:#}");
    let error = file.open("nope").unwrap_err();
    let missing = ErrorKind::NotFound { missing: "/no".into() };
    assert_eq!(*error.kind(), missing, "{error:#}");
    assert!(file.contains("error").unwrap() && !file.contains("error/x").unwrap());

    for name in ["panic", "panic/x"] {
        let open = std::panic::AssertUnwindSafe(|| file.open(name));
        let panic = std::panic::catch_unwind(open).unwrap_err();
        assert_eq!(panic.downcast_ref::<String>().unwrap(), "no way to panic");
    }
    // All is as before.
    assert_eq!(file.dataset("x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    class.unregister().unwrap();
    file.close().unwrap();
}

#[test]
fn a_link_to_itself_ends() {
    let _alone = alone();
    let dir = judges::scratch();
    let file = File::create(dir.file("cycle.h5")).unwrap();
    let class = paths(100);
    file.link_user_defined("self", 100, "/self").unwrap();
    file.link_user_defined("a", 100, "/b").unwrap();
    file.link_soft("b", "a").unwrap();
    for name in ["self", "a", "b", "a/x"] {
        let error = file.open(name).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::TooManyLinks, "{error:#}");
    }
    file.create_dataset("0", 7).unwrap();
    for hop in 1..=17 {
        file.link_user_defined(hop.to_string(), 100, (hop - 1).to_string()).unwrap();
    }
    assert_eq!(file.dataset("16").unwrap().read::<i32>().unwrap(), 7);
    assert_eq!(*file.open("17").unwrap_err().kind(), ErrorKind::TooManyLinks);
    class.unregister().unwrap();
}

#[test]
fn what_the_function_keeps_or_returns_may_be_closed() {
    let _alone = alone();
    let dir = judges::scratch();
    let other = File::create(dir.file("closed.h5")).unwrap();
    let closed = other.create_group("g").unwrap();
    other.close().unwrap();
    static KEPT: Mutex<Option<Group>> = Mutex::new(None);
    let class = LinkClass::register(100, move |link| {
        *KEPT.lock().unwrap() = Some(link.group.clone());
        Ok(Node::from(&closed))
    })
    .unwrap();
    let file = File::create(dir.file("here.h5")).unwrap();
    file.link_user_defined("a/link", 100, "").unwrap();
    let error = file.open("a/link").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Closed, "{error:#}");
    let kept = KEPT.lock().unwrap().take().unwrap();
    assert_eq!(kept.names().unwrap(), ["link"]);
    assert_eq!(kept.path().as_deref(), Some("/a"));
    kept.create_group("made by it").unwrap();
    file.close().unwrap();
    kept.names().unwrap_err();
    drop(kept);
    class.unregister().unwrap();
}

#[test]
fn the_file_of_a_link_is_not_closed_while_it_is_followed() {
    let _alone = alone();
    let dir = judges::scratch();
    static FILE: Mutex<Option<File>> = Mutex::new(None);
    let class = LinkClass::register(100, |link| {
        let file = FILE.lock().unwrap().take().unwrap();
        let error = file.close().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        link.group.open(link.data)
    })
    .unwrap();
    let file = File::create(dir.file("close.h5")).unwrap();
    let a = file.create_group("a").unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    a.link_user_defined("link", 100, "/x").unwrap();
    *FILE.lock().unwrap() = Some(file);
    let x = a.dataset("link").unwrap();
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2]);
    class.unregister().unwrap();
}

#[test]
fn links_can_be_changed_while_they_are_followed() {
    let _alone = alone();
    let dir = judges::scratch();
    let class = LinkClass::register(100, |link| {
        // Lazily made, in the place of the link.
        link.group.remove(&link.name)?;
        let made = link.group.create_dataset(&link.name, link.data.to_vec())?;
        LinkClass::register(100, |_| Err(ErrorKind::ForeignRegion.into()))?;
        Ok(Node::from(&made))
    })
    .unwrap();
    let file = File::create(dir.file("lazy.h5")).unwrap();
    file.link_user_defined("a/lazy", 100, [1, 2, 3]).unwrap();
    file.link_user_defined("a/late", 100, [1, 2, 3]).unwrap();
    assert_eq!(file.dataset("a/lazy").unwrap().read::<Vec<u8>>().unwrap(), [1, 2, 3]);
    assert_eq!(file.read_link("a/lazy").unwrap(), Link::Hard);
    assert_eq!(*file.open("a/late").unwrap_err().kind(), ErrorKind::ForeignRegion);
    class.unregister().unwrap();
    file.close().unwrap();
}

#[test]
fn a_class_lives_as_long_as_it_is_registered() {
    struct Counted;
    static LIVING: AtomicUsize = AtomicUsize::new(0);
    impl Drop for Counted {
        fn drop(&mut self) {
            LIVING.fetch_sub(1, Ordering::Relaxed);
        }
    }
    let _alone = alone();
    let register = || {
        LIVING.fetch_add(1, Ordering::Relaxed);
        let counted = Counted;
        LinkClass::register(100, move |_| {
            let _counted = &counted;
            Err(Error::from(ErrorKind::ForeignRegion))
        })
        .unwrap()
    };
    register();
    let class = register();
    assert_eq!(LIVING.load(Ordering::Relaxed), 1);
    class.unregister().unwrap();
    assert_eq!(LIVING.load(Ordering::Relaxed), 0);
}

#[test]
fn threads_follow_links_at_the_same_time() {
    let _alone = alone();
    let dir = judges::scratch();
    let file = File::create(dir.file("threads.h5")).unwrap();
    file.create_dataset("x", 7).unwrap();
    let class = paths(100);
    file.link_user_defined("link", 100, "/x").unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_eq!(file.dataset("link").unwrap().read::<i32>().unwrap(), 7);
                }
            });
        }
    });
    class.unregister().unwrap();
}
