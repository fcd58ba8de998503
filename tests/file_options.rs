//! What files are made of, and how they are worked on, beside h5py.

use hdf5::{Driver, ErrorKind, File, FileOptions, LibVer, MetadataCache, SpaceStrategy};

#[test]
fn the_bounds_of_the_format_are_those_that_h5py_reports() {
    let (h5py, h5dump) = (judges::h5py!(), judges::h5dump!());
    let dir = judges::scratch();
    for (oldest, newest, names, superblock, old_tools) in [
        (LibVer::Earliest, LibVer::V18, "('earliest', 'v108')", 0, true),
        (LibVer::V110, LibVer::V110, "('v110', 'v110')", 3, true),
        (LibVer::Latest, LibVer::Latest, "", 3, false),
    ] {
        let path = dir.file("bounds.h5");
        let file = File::options().libver(oldest, newest).create(&path).unwrap();
        file.create_dataset("x", [1.5, 2.5]).unwrap();
        if newest != LibVer::Latest {
            assert_eq!(file.settings().unwrap().libver, (oldest, newest));
        }
        file.close().unwrap();
        h5py.file(&path).expect("f['x'][:].tolist()", "[1.5, 2.5]");
        if !names.is_empty() {
            let opened = format!("'r', libver={names}");
            h5py.file(&path).opened(&opened).expect("f.libver", names);
        }
        assert!(std::fs::read(&path).unwrap()[8] >= superblock);
        if old_tools {
            assert!(h5dump.dump(&path, &["-d", "/x"]).contains("1.5, 2.5"));
        }
    }
}

#[test]
fn room_is_found_as_h5py_says_it_was_to_be() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("space.h5");
    let told = |options: FileOptions| {
        options.create(&path).unwrap().create_dataset("x", [1, 2, 3]).unwrap();
        let settings = File::open(&path).unwrap().settings().unwrap();
        let judged = h5py.file(&path).eval(
            "(lambda p: (p.get_file_space_strategy()[0], bool(p.get_file_space_strategy()[1]), \
             p.get_file_space_strategy()[2], p.get_file_space_page_size()))(f.id.get_create_plist())",
        );
        let strategy = match settings.space_strategy {
            SpaceStrategy::FreeSpaceManagers => 0,
            SpaceStrategy::Page => 1,
            SpaceStrategy::Aggregate => 2,
            SpaceStrategy::None => 3,
            other => panic!("{other:?}"),
        };
        let persist = if settings.persist_free_space { "True" } else { "False" };
        let (threshold, page) = (settings.free_space_threshold, settings.page_size);
        let ours = format!("({strategy}, {persist}, {threshold}, {page})");
        assert_eq!(ours, judged);
        ours
    };
    let options = File::options;
    assert_eq!(told(options()), "(0, False, 1, 4096)");
    let paged = options().space_strategy(SpaceStrategy::Page).page_size(8192);
    assert_eq!(told(paged.clone()), "(1, False, 1, 8192)");
    assert_eq!(
        told(paged.persist_free_space(true).free_space_threshold(64)),
        "(1, True, 64, 8192)"
    );
    assert_eq!(told(options().persist_free_space(true)), "(0, True, 1, 4096)");
    assert_eq!(told(options().space_strategy(SpaceStrategy::Aggregate)), "(2, False, 1, 4096)");
    assert_eq!(told(options().space_strategy(SpaceStrategy::None)), "(3, False, 1, 4096)");
}

#[test]
fn how_a_file_finds_room_is_decided_once() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("there.h5");
    h5py.create(&path, "f['x'] = 1");
    for options in [
        File::options().space_strategy(SpaceStrategy::Page),
        File::options().persist_free_space(true),
        File::options().free_space_threshold(1),
        File::options().page_size(512),
    ] {
        for error in [options.open(&path).unwrap_err(), options.open_rw(&path).unwrap_err()] {
            assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        }
    }
    let error = h5py.file(&path).opened("'r+', fs_strategy='page'").error_of("1");
    assert!(error.contains("ValueError"), "{error}");
    let appended = File::options().space_strategy(SpaceStrategy::Page).append(&path).unwrap();
    assert!(appended.contains("x").unwrap());
}

#[test]
fn free_room_that_is_remembered_is_used_again() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let size_after = |name: &str, persist: bool| {
        let path = dir.file(name);
        let options = File::options().persist_free_space(persist);
        let file = options.create(&path).unwrap();
        file.create_dataset("large", vec![1_u8; 500_000]).unwrap();
        // So that the free room is not at the end, where it would be cut off.
        file.create_dataset("last", 1).unwrap();
        file.remove("large").unwrap();
        file.close().unwrap();
        let file = File::open_rw(&path).unwrap();
        file.create_dataset("again", vec![2_u8; 500_000]).unwrap();
        file.close().unwrap();
        h5py.file(&path).expect("int(f['again'][:].sum())", "1000000");
        path.metadata().unwrap().len()
    };
    assert!(size_after("kept.h5", true) < 600_000);
    assert!(size_after("lost.h5", false) > 1_000_000);
}

#[test]
fn a_file_of_pages_is_read_by_way_of_a_buffer_of_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let paged = File::options().space_strategy(SpaceStrategy::Page).page_size(4096);
    let file = paged.clone().page_buffer(16 * 1024, 50, 0).create(&ours).unwrap();
    file.create_dataset("x", vec![1.5; 10_000]).unwrap();
    let buffer = file.settings().unwrap().page_buffer.unwrap();
    assert_eq!((buffer.size, buffer.min_metadata_percent, buffer.min_raw_percent), (16384, 50, 0));
    file.close().unwrap();
    h5py.file(&ours)
        .opened("'r', page_buf_size=16384, min_meta_keep=25")
        .expect("float(f['x'][:].sum())", "15000.0")
        .expect("f.id.get_access_plist().get_page_buffer_size()[0]", "16384");
    h5py.script(
        "
        with h5py.File(args[0], 'w', fs_strategy='page', fs_page_size=512) as f:
            f['x'] = np.arange(10000)
        ",
        &[&theirs],
    );
    let file = File::options().page_buffer(4096, 0, 75).open(&theirs).unwrap();
    let x: Vec<i64> = file.dataset("x").unwrap().read().unwrap();
    assert_eq!(x, (0..10_000).collect::<Vec<_>>());
    assert_eq!(file.settings().unwrap().page_size, 512);
}

#[test]
fn what_is_set_for_an_open_file_is_what_it_has() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("set.h5");
    let cache = MetadataCache::between(1 << 19, 1 << 23).initial_size(1 << 20);
    let options = File::options()
        .alignment(1000, 4096)
        .metadata_block_size(8192)
        .small_data_block_size(16_384)
        .sieve_buffer_size(100_000)
        .chunk_cache(hdf5::ChunkCache { slots: 101, bytes: 1 << 20, w0: 0.5 })
        .metadata_cache(cache.min_clean_fraction(0.25))
        .evict_on_close(true)
        .external_link_cache(8);
    let file = options.create(&path).unwrap();
    let aligned = file.create_dataset("aligned", vec![1_u8; 5000]).unwrap();
    let small = file.create_dataset("small", vec![1_u8; 500]).unwrap();
    assert_eq!(aligned.offset().unwrap().unwrap() % 4096, 0);
    assert_ne!(small.offset().unwrap().unwrap() % 4096, 0);

    let there = file.settings().unwrap();
    assert_eq!(there.driver, "sec2");
    assert_eq!(there.alignment, (1000, 4096));
    assert_eq!(there.metadata_block_size, 8192);
    assert_eq!(there.small_data_block_size, 16_384);
    assert_eq!(there.sieve_buffer_size, 100_000);
    let chunks = there.chunk_cache;
    assert_eq!((chunks.slots, chunks.bytes, chunks.w0), (101, 1 << 20, 0.5));
    let sizes = there.metadata_cache;
    assert_eq!((sizes.min_size, sizes.initial_size, sizes.max_size), (1 << 19, 1 << 20, 1 << 23));
    assert_eq!(sizes.min_clean_fraction, 0.25);
    assert_eq!(there.external_link_cache, 8);
    assert_eq!(there.page_buffer, None);
    drop((aligned, small));
    file.close().unwrap();
    // None of it is in the file, but for the place of what was aligned.
    h5py.file(&path)
        .expect("f['aligned'].id.get_offset() % 4096", "0")
        .expect("int(f['aligned'][:].sum() + f['small'][:].sum())", "5500");

    let fixed = File::options().metadata_cache(MetadataCache::fixed(1 << 22)).open(&path).unwrap();
    let sizes = fixed.settings().unwrap().metadata_cache;
    assert_eq!((sizes.min_size, sizes.max_size), (1 << 22, 1 << 22));
    let names: Vec<String> = fixed.names().unwrap().iter().map(|name| name.to_string()).collect();
    assert_eq!(names, ["aligned", "small"]);
}

/// As h5py's `test_reproducible_file` does: no option brings a time or a stray byte into the file.
#[test]
fn every_option_makes_the_same_bytes_twice() {
    let dir = judges::scratch();
    let write = |name: &str, options: &FileOptions| {
        let path = dir.file(name);
        let file = options.create(&path).unwrap();
        let rows = file.new_dataset::<f32>().shape((0.., 3)).deflate(6).create("a/rows").unwrap();
        rows.append([[1.0_f32, 2.0, 3.0]]).unwrap();
        rows.attrs().set("units", "K").unwrap();
        file.create_dataset("words", ["one", "two"]).unwrap();
        file.create_dataset("gone", [0; 100]).unwrap();
        file.remove("gone").unwrap();
        file.close().unwrap();
        std::fs::read(path).unwrap()
    };
    let all = [
        File::options(),
        File::options().libver(LibVer::V18, LibVer::Latest),
        File::options().libver(LibVer::Latest, LibVer::Latest).track_order(true),
        File::options().userblock(1024),
        File::options().space_strategy(SpaceStrategy::Page).page_buffer(65536, 0, 0),
        File::options().space_strategy(SpaceStrategy::Page).persist_free_space(true),
        File::options().space_strategy(SpaceStrategy::None),
        File::options().alignment(100, 512).metadata_block_size(0),
        File::options().core(true),
    ];
    let first = all.each_ref().map(|options| write("first.h5", options));
    std::thread::sleep(std::time::Duration::from_millis(1100));
    for (number, (options, first)) in all.iter().zip(first).enumerate() {
        assert!(write("second.h5", options) == first, "options {number}");
    }
}

#[test]
fn times_are_kept_by_whoever_asks_for_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("times.h5");
    let options = File::options().libver(LibVer::V18, LibVer::Latest).track_times(true);
    let file = options.create(&path).unwrap();
    file.new_dataset::<u8>().shape(3).track_times(true).create("timed").unwrap();
    file.new_dataset::<u8>().shape(3).create("timeless").unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .assert("h5py.h5g.get_objinfo(f['timed'].id).mtime != 0")
        .assert("h5py.h5g.get_objinfo(f['timeless'].id).mtime == 0")
        .assert("f.id.get_create_plist().get_obj_track_times()");
}

#[test]
fn bounds_of_formats_that_are_the_wrong_way_round_are_refused() {
    let dir = judges::scratch();
    let path = dir.file("bounds.h5");
    for (oldest, newest, reason) in [
        (LibVer::V110, LibVer::V18, "the oldest format, V110, is newer than"),
        (LibVer::Latest, LibVer::V18, "the oldest format, Latest, is newer than"),
        (LibVer::Earliest, LibVer::Earliest, "is at least `LibVer::V18`"),
    ] {
        let error = File::options().libver(oldest, newest).create(&path).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
        assert!(error.to_string().contains(reason), "{error}");
    }
    assert!(!path.exists());
}

#[test]
fn the_user_block_is_the_programs_own() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("block.h5");
    let file = File::options().userblock(1024).create(&path).unwrap();
    file.write_userblock(0, b"#!/bin/sh\n").unwrap();
    file.create_dataset("x", [7, 8]).unwrap();
    file.write_userblock(1020, b"last").unwrap();
    let error = file.write_userblock(1021, b"last").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert!(
        error.to_string().contains("4 bytes from 1021 on do not fit into a user block of 1024"),
        "{error}"
    );
    file.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"#!/bin/sh\n\0") && bytes[1020..].starts_with(b"last\x89HDF"));
    h5py.file(&path).expect("f.userblock_size", "1024").expect("f['x'][:].tolist()", "[7, 8]");

    let file = File::open(&path).unwrap();
    assert_eq!(file.userblock_size().unwrap(), 1024);
    assert_eq!(file.read_userblock().unwrap(), bytes[..1024]);
    assert_eq!(*file.write_userblock(0, b"x").unwrap_err().kind(), ErrorKind::ReadOnly);
    drop(file);
    let without = File::create(dir.file("without.h5")).unwrap();
    let error = without.write_userblock(0, b"x").unwrap_err();
    assert!(error.to_string().contains("`FileOptions::userblock` gives one to a new"), "{error}");

    // h5py's, which has no way to write the block itself.
    let theirs = dir.file("theirs.h5");
    h5py.script(
        "
        with h5py.File(args[0], 'w', userblock_size=512) as f: f['x'] = 1
        with open(args[0], 'r+b') as raw: raw.write(b'hello')
        ",
        &[&theirs],
    );
    let file = File::options().userblock(512).open_rw(&theirs).unwrap();
    assert!(file.read_userblock().unwrap().starts_with(b"hello\0"));
    file.write_userblock(5, b", world").unwrap();
    file.close().unwrap();
    assert!(std::fs::read(&theirs).unwrap().starts_with(b"hello, world\0"));
    h5py.file(&theirs).expect("int(f['x'][()])", "1");
    // And another size than there is is a mistake, as in h5py.
    for options in [File::options().userblock(1024), File::options().userblock(0)] {
        let error = options.open(&theirs).unwrap_err();
        assert!(error.to_string().contains("user block has 512 bytes"), "{error}");
        assert!(options.append(&theirs).is_err());
    }

    let plain = File::create(dir.file("plain.h5")).unwrap();
    assert_eq!(plain.read_userblock().unwrap(), []);
    assert!(plain.write_userblock(0, b"x").is_err());
}

fn split() -> Driver {
    Driver::Split { metadata_extension: String::new(), raw_extension: "-r".into() }
}

#[test]
fn options_that_make_no_sense_are_refused_before_anything_is_touched() {
    let dir = judges::scratch();
    let path = dir.file("kept.h5");
    std::fs::write(&path, "precious").unwrap();
    let options = File::options;
    let page = || options().space_strategy(SpaceStrategy::Page);
    for (bad, says) in [
        (options().userblock(513), "513"),
        (options().userblock(256), "256"),
        (options().page_size(4096), "SpaceStrategy::Page"),
        (page().page_size(511), "512"),
        (page().page_size((1 << 30) + 1), "2^30"),
        (options().page_buffer(65_536, 0, 0), "SpaceStrategy::Page"),
        (page().page_buffer(4095, 0, 0), "4096"),
        (page().page_buffer(65_536, 60, 50), "100 percent"),
        (page().page_buffer(65_536, u32::MAX, 1), "100 percent"),
        (options().space_strategy(SpaceStrategy::None).persist_free_space(true), "None"),
        (options().space_strategy(SpaceStrategy::Aggregate).free_space_threshold(9), "Aggregate"),
        (options().alignment(1, 0), "at least one byte"),
        (
            options().chunk_cache(hdf5::ChunkCache { slots: 7, bytes: 7, w0: 1.5 }),
            "between 0 and 1",
        ),
        (
            options().chunk_cache(hdf5::ChunkCache { slots: 1 << 61, bytes: 7, w0: 0.5 }),
            "no room in memory",
        ),
        (options().metadata_cache(MetadataCache::between(4096, 2048)), "go up"),
        (options().metadata_cache(MetadataCache::fixed(100)), "1024"),
        (options().metadata_cache(MetadataCache::fixed(1 << 30)), "134217728"),
        (
            options().metadata_cache(MetadataCache::fixed(4096).min_clean_fraction(f64::NAN)),
            "between 0 and 1",
        ),
        (options().libver(LibVer::Latest, LibVer::Earliest), ""),
        (options().alignment(1, 1 << 62), "2^40"),
        (options().metadata_block_size(1 << 63), "2^40"),
        (options().small_data_block_size(1 << 62), "2^40"),
        (
            options().driver(Driver::Core {
                increment: 1 << 62,
                backing_store: true,
                write_tracking: None,
            }),
            "2^40",
        ),
        (options().link_phase_change(4, 8), "8"),
        // What libhdf5 finds out after it has emptied the file.
        (options().userblock(512).alignment(1, 4096), ""),
        (page().userblock(512), ""),
        (options().driver(split()).persist_free_space(true), "usual way"),
        (page().libver(LibVer::Earliest, LibVer::V18), ""),
    ] {
        let error = bad.create(&path).unwrap_err();
        let text = error.to_string();
        assert!(text.contains(says) && text.contains("kept.h5"), "{text}");
        assert_eq!(std::fs::read(&path).unwrap(), b"precious", "{text}");
    }
}
