//! Files that are more, or less, than one file on a disk, beside h5py.

use std::path::Path;
use std::process::{Command, Stdio};

use hdf5::{Driver, ErrorKind, File, FileOptions, LibVer, Locking, MultiFiles};

fn split() -> Driver {
    Driver::Split { metadata_extension: "-m.h5".into(), raw_extension: "-r.h5".into() }
}

fn family(member_size: u64) -> FileOptions {
    File::options().driver(Driver::Family { member_size })
}

/// What each driver has to be good for.
fn write(file: &File) {
    file.create_dataset("plain", vec![1.5; 3000]).unwrap();
    let packed = file.new_dataset::<i32>().shape(5000).chunk(500).deflate(4);
    packed.create_with("group/packed", (0..5000).collect::<Vec<i32>>()).unwrap();
    let words: Vec<String> = (0..100).map(|number| format!("word {number}")).collect();
    file.create_dataset("words", &words).unwrap().attrs().set("units", "m").unwrap();
}

fn check(file: &File) {
    assert_eq!(file.dataset("plain").unwrap().read::<Vec<f64>>().unwrap(), [1.5; 3000]);
    let packed: Vec<i32> = file.dataset("group/packed").unwrap().read().unwrap();
    assert!(packed.into_iter().eq(0..5000));
    let words = file.dataset("words").unwrap();
    assert_eq!(words.read::<Vec<String>>().unwrap()[99], "word 99");
    assert_eq!(words.attrs().get::<String>("units").unwrap(), "m");
}

/// The same for h5py.
const WRITE: &str = "
    f['plain'] = np.full(3000, 1.5)
    f.create_dataset('group/packed', data=np.arange(5000, dtype='i4'), chunks=(500,), compression=4)
    f.create_dataset('words', data=[f'word {n}' for n in range(100)], dtype=h5py.string_dtype())
    f['words'].attrs['units'] = 'm'
";

fn judge(judged: &judges::Judged) {
    judged
        .assert("(f['plain'][:] == 1.5).all() and f['plain'].shape == (3000,)")
        .assert("(f['group/packed'][:] == np.arange(5000)).all()")
        .expect("f['words'].asstr()[99]", "'word 99'")
        .expect("f['words'].attrs['units']", "'m'");
}

#[test]
fn h5py_reads_the_files_of_each_driver_and_we_read_its() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let core = Driver::Core { increment: 4096, backing_store: true, write_tracking: Some(512) };
    for (driver, name, theirs, path) in [
        (Driver::Sec2, "sec2", "driver='sec2'", "sec2.h5"),
        (Driver::Stdio, "stdio", "driver='stdio'", "stdio.h5"),
        (core, "core", "driver='core'", "core.h5"),
        (
            Driver::Family { member_size: 10_000 },
            "family",
            "driver='family', memb_size=10000",
            "family-%d.h5",
        ),
        (split(), "multi", "driver='split'", "split"),
    ] {
        let options = File::options().driver(driver);
        let ours = dir.file(path);
        let file = options.create(&ours).unwrap();
        write(&file);
        assert_eq!(file.settings().unwrap().driver, name);
        check(&file);
        file.close().unwrap();
        judge(&h5py.file(&ours).opened(&format!("'r', {theirs}")));
        check(&options.open(&ours).unwrap());

        let path = dir.file(&format!("theirs-{path}"));
        h5py.file(&path).opened(&format!("'w', {theirs}")).run(WRITE);
        check(&options.open(&path).unwrap());
        let file = options.open_rw(&path).unwrap();
        file.create_dataset("more", 5).unwrap();
        file.close().unwrap();
        h5py.file(&path).opened(&format!("'r', {theirs}")).expect("int(f['more'][()])", "5");
        let file = options.append(&path).unwrap();
        assert!(file.contains("more").unwrap());
        drop(file);
        let error = options.create_new(&path).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{name}: {error:#}");
        options.create(&path).unwrap().close().unwrap();
        let judged = h5py.file(&path).opened(&format!("'r', {theirs}"));
        judged.expect("list(f)", "[]");
    }
}

#[test]
fn a_family_knows_the_size_of_its_members() {
    let dir = judges::scratch();
    let path = dir.file("run-%03d.h5");
    let file = family(10_000).create(&path).unwrap();
    write(&file);
    file.close().unwrap();
    for (member, exists) in [("run-000.h5", true), ("run-004.h5", true), ("run-099.h5", false)] {
        assert_eq!(dir.file(member).exists(), exists, "{member}");
    }
    assert_eq!(dir.file("run-000.h5").metadata().unwrap().len(), 10_000);
    check(&family(0).open(&path).unwrap());
    let error = family(20_000).open(&path).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
    assert!(error.to_string().contains("10000") && error.to_string().contains("20000"), "{error}");
    let error = family(10_000).open(dir.file("none-%d.h5")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
    assert!(error.to_string().contains("none-0.h5"), "{error}");
    for bad in ["run.h5", "run-%s.h5", "run-%n", "run-%d-%d"] {
        for outcome in [family(10_000).open(dir.file(bad)), family(10_000).create(dir.file(bad))] {
            let error = outcome.unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{bad}: {error:#}");
        }
    }
    let error = family(0).create(dir.file("none-%d.h5")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
    assert!(!dir.file("none-0.h5").exists());
}

#[test]
fn one_of_the_files_of_a_driver_says_how_it_is_opened() {
    let dir = judges::scratch();
    for libver in [LibVer::Earliest, LibVer::V110] {
        let cases = [
            (Driver::Family { member_size: 4096 }, "run-%d.h5", "run-0.h5", "`Driver::Family`"),
            (split(), "x", "x-m.h5", "`Driver::Split`"),
        ];
        for (driver, path, part, remedy) in cases {
            let options = File::options().driver(driver).libver(libver, LibVer::Latest);
            let file = options.create(dir.file(path)).unwrap();
            write(&file);
            file.close().unwrap();
            for opened in [File::open(dir.file(part)), File::open_rw(dir.file(part))] {
                let error = opened.unwrap_err();
                assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
                assert!(error.to_string().contains(remedy), "{error}");
            }
            check(&options.open(dir.file(path)).unwrap());
        }
    }
}

#[test]
fn each_kind_of_data_can_have_a_file_of_its_own() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let kinds = ["s", "b", "r", "g", "l", "o"];
    let all = File::options().driver(Driver::Multi(MultiFiles::default()));
    let path = dir.file("all");
    let file = all.create(&path).unwrap();
    write(&file);
    file.close().unwrap();
    let size = |kind| dir.file(&format!("all-{kind}.h5")).metadata().unwrap().len();
    // libhdf5 has taken elements of variable length for raw data so far.
    for kind in kinds.into_iter().filter(|&kind| kind != "g") {
        assert!(size(kind) > 0, "{kind}");
    }
    assert!(size("r") > 3000 * 8 && size("o") < 3000 * 8);
    check(&all.open(&path).unwrap());

    // Metadata in one file and the rest in another is what `split` does, for h5py too.
    let metadata = String::from("-m.h5");
    let raw = String::from("-r.h5");
    let two = MultiFiles {
        superblock: metadata.clone(),
        b_tree: metadata.clone(),
        raw: raw.clone(),
        global_heap: raw,
        local_heap: metadata.clone(),
        object_header: metadata,
    };
    let two = File::options().driver(Driver::Multi(two));
    let path = dir.file("two");
    let file = two.create(&path).unwrap();
    write(&file);
    file.close().unwrap();
    judge(&h5py.file(&path).opened("'r', driver='split'"));
    assert!(!dir.file("two-s.h5").exists());
    check(&two.open(&path).unwrap());
}

#[test]
fn extensions_never_reach_printf() {
    let dir = judges::scratch();
    for bad in ["%s", "-%n.h5", "%"] {
        let split = Driver::Split { metadata_extension: bad.into(), raw_extension: "-r".into() };
        let multi = Driver::Multi(MultiFiles { raw: bad.into(), ..MultiFiles::default() });
        for driver in [split, multi] {
            let error = File::options().driver(driver).create(dir.file("x")).unwrap_err();
            assert!(error.to_string().contains("has no `%`"), "{error}");
        }
    }
    let same = Driver::Split { metadata_extension: "-x".into(), raw_extension: "-x".into() };
    assert!(File::options().driver(same).create(dir.file("x")).is_err());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    // A path may have what it likes.
    let path = dir.file("100%s %n");
    write(&File::options().driver(split()).create(&path).unwrap());
    check(&File::options().driver(split()).open(&path).unwrap());
}

#[test]
fn a_file_can_go_past_the_cache_of_the_system() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("direct.h5");
    let direct = Driver::Direct { alignment: 0, block_size: 0, copy_buffer_size: 0 };
    let options = File::options().driver(direct);
    match options.create(&path) {
        Ok(file) => {
            write(&file);
            assert_eq!(file.settings().unwrap().driver, "direct");
            check(&file);
            file.sync_all().unwrap();
            file.close().unwrap();
            judge(&h5py.file(&path));
            check(&options.open(&path).unwrap());
        }
        Err(error) => {
            let lacks = matches!(error.kind(), ErrorKind::Unsupported { .. });
            assert!(lacks && cfg!(not(hdf5_have_direct)), "{error:#}");
            assert!(!path.exists());
        }
    }
}

#[test]
fn what_is_done_is_logged() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, log) = (dir.file("logged.h5"), dir.file("what.log"));
    let flags = u64::from(hdf5_ffi::H5FD_LOG_LOC_WRITE | hdf5_ffi::H5FD_LOG_ALLOC);
    let driver = Driver::Log { log_file: log.clone(), flags };
    let file = File::options().driver(driver).create(&path).unwrap();
    write(&file);
    assert_eq!(file.settings().unwrap().driver, "log");
    file.close().unwrap();
    judge(&h5py.file(&path));
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("Written") && log.contains("Allocated"), "{log}");
}

/// libhdf5 empties the file of the log when it is opened.
#[test]
fn a_file_is_not_its_own_log() {
    let dir = judges::scratch();
    let path = dir.file("data.h5");
    File::create(&path).unwrap().create_dataset("x", [1, 2]).unwrap();
    let link = dir.file("link");
    std::fs::hard_link(&path, &link).unwrap();
    let new = dir.file("new.h5");
    let with_log = |log: &Path| {
        let flags = hdf5_ffi::H5FD_LOG_TRUNCATE.into();
        File::options().driver(Driver::Log { log_file: log.to_owned(), flags })
    };
    let mut errors = vec![
        with_log(&new).create(&new).unwrap_err(),
        with_log(&new).create_new(&new).unwrap_err(),
        with_log(&new).append(&new).unwrap_err(),
    ];
    for log in [&path, &dir.path().join(".").join("data.h5"), &link] {
        errors.push(with_log(log).open(&path).unwrap_err());
        errors.push(with_log(log).open_rw(&path).unwrap_err());
        errors.push(with_log(log).create(&path).unwrap_err());
        errors.push(with_log(log).append(&path).unwrap_err());
        errors.push(with_log(log).create_atomic(&path).unwrap_err());
    }
    for error in errors {
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    }
    assert!(!new.exists());
    let x = File::open(&path).unwrap().dataset("x").unwrap();
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2]);
}

#[test]
fn only_pages_that_change_are_written_back_where_that_is_asked_for() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("tracked.h5");
    h5py.create(&path, "f['x'] = np.zeros(100000)");
    let tracked =
        Driver::Core { increment: 65536, backing_store: true, write_tracking: Some(1024) };
    let file = File::options().driver(tracked).open_rw(&path).unwrap();
    file.dataset("x").unwrap().select(500..510).unwrap().write(vec![1.0; 10]).unwrap();
    file.close().unwrap();
    h5py.file(&path).expect("f['x'][:].sum(), f['x'].shape", "(np.float64(10.0), (100000,))");
    let none = Driver::Core { increment: 65536, backing_store: true, write_tracking: Some(0) };
    assert!(File::options().driver(none).open_rw(&path).is_err());
}

#[test]
fn a_file_of_several_that_is_in_use_is_left_as_it_is() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for (options, theirs, name, member) in [
        (File::options().driver(split()), "driver='split'", "split", "split-r.h5"),
        (family(10_000), "driver='family', memb_size=10000", "family-%d", "family-1"),
    ] {
        let path = dir.file(name);
        h5py.file(&path).opened(&format!("'w', {theirs}")).run(WRITE);
        let before = std::fs::read(dir.file(member)).unwrap();
        let script = format!(
            "
            f = h5py.File(args[0], 'r+', {theirs})
            say('open'); hear(); f.close()
            "
        );
        let mut writer = h5py.spawn(&script, &[&path]);
        writer.wait_for("open");
        for outcome in [options.open(&path), options.create(&path)] {
            let error = outcome.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::Locked, "{name}: {error:#}");
        }
        check(&options.clone().locking(Locking::Off).open(&path).unwrap());
        writer.say("close");
        writer.finish();
        assert!(std::fs::read(dir.file(member)).unwrap() == before, "{name}");
    }
}

#[test]
fn files_of_several_are_neither_drafts_nor_bytes() {
    let dir = judges::scratch();
    for (options, name) in [(File::options().driver(split()), "x"), (family(5000), "x-%d")] {
        let error = options.create_atomic(dir.file(name)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        let file = options.create(dir.file(name)).unwrap();
        write(&file);
        let error = file.read_userblock().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
        file.close().unwrap();
    }
    let names = std::fs::read_dir(dir.path()).unwrap();
    assert!(names.flatten().all(|entry| !entry.file_name().to_string_lossy().starts_with('.')));
}

#[test]
fn every_file_of_several_is_waited_for() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for (options, theirs, name, part) in [
        (File::options().driver(split()), "driver='split'", "split", "split-r.h5"),
        (family(10_000), "driver='family', memb_size=10000", "family-%d", "family-1"),
        (File::options().driver(Driver::Stdio), "driver='stdio'", "stdio", "stdio"),
    ] {
        let path = dir.file(name);
        let file = options.create(&path).unwrap();
        write(&file);
        file.sync_all().unwrap();
        // It is all in the files.
        judge(&h5py.file(&path).opened(&format!("'r', {theirs}, locking=False")));
        std::fs::rename(dir.file(part), dir.file("elsewhere")).unwrap();
        let synced = file.sync_all();
        // A family ends before the first file that is not there.
        if name != "family-%d" {
            let error = synced.unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::Io(std::io::ErrorKind::NotFound)), "{error}");
            assert!(error.to_string().contains(name), "{error}");
        }
        std::fs::rename(dir.file("elsewhere"), dir.file(part)).unwrap();
        file.close().unwrap();
    }
}

#[test]
fn a_missing_half_is_named() {
    let dir = judges::scratch();
    let options = File::options().driver(split());
    options.create(dir.file("x")).unwrap().close().unwrap();
    std::fs::remove_file(dir.file("x-r.h5")).unwrap();
    let error = options.open_rw(dir.file("x")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
    assert!(error.to_string().contains("x-r.h5"), "{error}");
    let error = options.open(Path::new("no such folder/x")).unwrap_err();
    assert!(error.to_string().contains("no such folder"), "{error}");
}

/// libhdf5 gives the names of the files that a file notes to `printf`, and looks for their ends without a limit.
#[test]
fn what_a_file_says_about_its_division_is_not_believed() {
    let dir = judges::scratch();
    for (libver, format) in [(LibVer::Earliest, "old"), (LibVer::V110, "new")] {
        let options = File::options().driver(split()).libver(libver, LibVer::V110);
        let file = options.create(dir.file(format)).unwrap();
        write(&file);
        file.close().unwrap();
        check(&options.open(dir.file(format)).unwrap());
        let metadata = dir.file(&format!("{format}-m.h5"));
        let whole = std::fs::read(&metadata).unwrap();
        let at = whole.windows(8).position(|bytes| bytes == b"%s-m.h5\0").expect("it is noted");
        for bad in [b"%n-m.h5\0", b"%s%s%s%s", b"%s-m.h5x", b"/etc/pas"] {
            let mut bytes = whole.clone();
            bytes[at..at + 8].copy_from_slice(bad);
            std::fs::write(&metadata, bytes).unwrap();
            let error = options.open(dir.file(format)).unwrap_err();
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
            assert!(error.to_string().contains("-m.h5, -r.h5"), "{error}");
        }
        // Kinds of data that there are not.
        for kind in [7, 255] {
            let mut bytes = whole.clone();
            let map = at - 2 * 16 - 8;
            assert_eq!(bytes[map..map + 6], [1, 1, 3, 3, 1, 1]);
            bytes[map + 2] = kind;
            std::fs::write(&metadata, bytes).unwrap();
            assert!(options.open(dir.file(format)).is_err());
        }
        // Cut off everywhere, it is refused or opened, and nothing else.
        for length in 0..at + 16 {
            std::fs::write(&metadata, &whole[..length]).unwrap();
            assert!(options.open(dir.file(format)).is_err(), "{length}");
        }
        std::fs::write(&metadata, &whole).unwrap();
        check(&options.open(dir.file(format)).unwrap());
        let other =
            Driver::Split { metadata_extension: "-m.h5".into(), raw_extension: "-r".into() };
        std::fs::copy(dir.file(&format!("{format}-r.h5")), dir.file(&format!("{format}-r")))
            .unwrap();
        let error = File::options().driver(other).open(dir.file(format)).unwrap_err();
        assert!(error.to_string().contains("%s-r.h5"), "{error}");
    }
}

/// libhdf5 opens what a link leads to by the driver of the file that it is in, which would give the name to `printf`.
#[test]
fn links_lead_from_files_of_several_to_whole_files() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let there = dir.file("there %s%n.h5");
    h5py.create(&there, "f['a/x'] = [1, 2, 3]");
    let options = [family(10_000), File::options().driver(split())];
    for (options, name) in options.into_iter().zip(["family-%d", "split"]) {
        let file = options.create(dir.file(name)).unwrap();
        file.link_external("link", "there %s%n.h5", "/a").unwrap();
        file.link_external("self", name, "/").unwrap();
        file.link_soft("soft", "/link/x").unwrap();
        file.close().unwrap();

        let file = options.open_rw(dir.file(name)).unwrap();
        let read = |dataset: hdf5::Dataset| dataset.read::<Vec<i64>>().unwrap();
        assert_eq!(read(file.dataset("link/x").unwrap()), [1, 2, 3]);
        assert_eq!(read(file.dataset("soft").unwrap()), [1, 2, 3]);
        let cache = hdf5::DatasetAccess::new().chunk_cache(hdf5::ChunkCache {
            slots: 11,
            bytes: 1000,
            w0: 0.5,
        });
        assert_eq!(read(file.dataset_with("link/x", &cache).unwrap()), [1, 2, 3]);
        let access = hdf5::LinkAccess::new();
        let hdf5::Node::Dataset(dataset) = file.open_with("link/x", &access).unwrap() else {
            panic!("it is one");
        };
        assert_eq!(read(dataset), [1, 2, 3]);
        assert!(file.contains("link/x").unwrap() && !file.contains("link/y").unwrap());
        assert!(file.read_link("link/x").is_ok());
        assert!(!file.contains("self/link").unwrap());
        let error = file.group("self").unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
        file.create_group(format!("link/new {name}")).unwrap();
        file.group("link").unwrap().link_soft(format!("number {name}"), "/a/x").unwrap();
        file.rename(format!("link/number {name}"), format!("link/named {name}")).unwrap();
        file.remove(format!("link/new {name}")).unwrap();
        assert_eq!(file.walk().unwrap().count(), 0);

        let access = hdf5::LinkAccess::new().external_options(options.clone());
        assert!(file.open_with("link", &access).is_err());
        let expand = hdf5::CopyOptions::new().expand_external(true);
        let error = file.copy_with("/", "copy", &expand).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error:#}");
        let source = hdf5::VirtualSource::new("there.h5", "a/x", 3);
        let made = file.new_dataset::<i64>().shape(3).virtual_source(.., source).create("virtual");
        let error = made.and_then(|made| made.read::<Vec<i64>>()).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error:#}");
        file.close().unwrap();
    }
    h5py.file(&there).expect("sorted(f['a'])", "['named family-%d', 'named split', 'x']");
}

/// libhdf5 divides by the size that a family notes, and counts down by it.
#[test]
fn a_family_that_notes_another_size_than_it_has_is_refused() {
    let dir = judges::scratch();
    for (libver, format) in [(LibVer::Earliest, "old"), (LibVer::V110, "new")] {
        let options = family(10_000).libver(libver, LibVer::V110);
        let path = dir.file(&format!("{format}-%d"));
        let file = options.create(&path).unwrap();
        write(&file);
        file.close().unwrap();
        let first = dir.file(&format!("{format}-0"));
        let whole = std::fs::read(&first).unwrap();
        let at = whole.windows(8).position(|bytes| bytes == 10_000_u64.to_le_bytes()).unwrap();
        for size in [0_u64, 1, 9_999, 10_001, u64::MAX] {
            let mut bytes = whole.clone();
            bytes[at..at + 8].copy_from_slice(&size.to_le_bytes());
            std::fs::write(&first, bytes).unwrap();
            let before = std::fs::read_dir(dir.path()).unwrap().count();
            for options in [&options, &family(0)] {
                let error = options.open(&path).unwrap_err();
                assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
            }
            assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), before);
        }
        std::fs::write(&first, &whole).unwrap();
        check(&options.open(&path).unwrap());
    }
}

#[test]
fn parts_that_are_there_are_not_written_over_by_who_creates() {
    let dir = judges::scratch();
    for (options, name, left) in
        [(family(5000), "run-%d", "run-1"), (File::options().driver(split()), "x", "x-r.h5")]
    {
        std::fs::write(dir.file(left), "precious").unwrap();
        for outcome in [options.create_new(dir.file(name)), options.append(dir.file(name))] {
            let error = outcome.unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{error:#}");
        }
        assert_eq!(std::fs::read(dir.file(left)).unwrap(), b"precious");
    }
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
}

/// Each would make libhdf5 write beyond its memory.
#[test]
fn what_libhdf5_has_no_room_for_is_refused() {
    let dir = judges::scratch();
    let long = |letter: char| format!("-{}.h5", letter.to_string().repeat(120));
    let multi = MultiFiles { raw: long('r'), b_tree: long('b'), ..MultiFiles::default() };
    let split = Driver::Split { metadata_extension: long('m'), raw_extension: "-r".into() };
    let log = |flags: u32| Driver::Log { log_file: dir.file("log"), flags: flags.into() };
    let logs = [
        hdf5_ffi::H5FD_LOG_FILE_READ,
        hdf5_ffi::H5FD_LOG_FILE_WRITE,
        hdf5_ffi::H5FD_LOG_FLAVOR,
        hdf5_ffi::H5FD_LOG_ALL,
    ];
    for driver in [Driver::Multi(multi), split].into_iter().chain(logs.map(log)) {
        let error = File::options().driver(driver).create(dir.file("x")).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
    }
    // libhdf5 would look for the extension of the superblock in the file of the headers before it knows which that is.
    let newer = File::options().libver(LibVer::V110, LibVer::V110);
    let multi = newer.driver(Driver::Multi(MultiFiles::default()));
    assert!(multi.create(dir.file("x")).is_err());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
}

/// Who starts a program while a file is open can close the file and open it again while the program runs.
#[test]
#[cfg(unix)]
fn programs_that_are_started_meanwhile_keep_no_file_locked() {
    let dir = judges::scratch();
    let core = Driver::Core { increment: 4096, backing_store: true, write_tracking: None };
    let log = Driver::Log { log_file: dir.file("log"), flags: 0 };
    for (name, driver) in [
        ("sec2", Driver::Sec2),
        ("stdio", Driver::Stdio),
        ("core", core),
        ("family-%d", Driver::Family { member_size: 10_000 }),
        ("split", split()),
        ("multi", Driver::Multi(MultiFiles::default())),
        ("logged", log),
    ] {
        let path = dir.file(name);
        let options = File::options().driver(driver);
        let file = options.create(&path).unwrap();
        write(&file);
        let mut program = judges::spawn(Command::new("cat").stdin(Stdio::piped())).unwrap();
        file.close().unwrap();
        let file = options.open_rw(&path).unwrap_or_else(|error| panic!("{name}: {error:#}"));
        check(&file);
        assert!(program.try_wait().unwrap().is_none(), "{name}");
        drop(program.stdin.take());
        assert!(program.wait().unwrap().success());
    }
}
