//! How datasets are stored, and what they say of it: layouts, external files, fill and allocation times,
//! tracking, and how they are accessed.

use hdf5::{
    AllocTime, AutoChunk, ChunkCache, DatasetAccess, ErrorKind, ExternalFile, File, FillTime,
    Layout, LibVer, SpaceStatus,
};

#[test]
fn an_external_file_that_is_missing_is_named() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, raw, gone) = (dir.file("missing.h5"), dir.file("raw.bin"), dir.file("no/raw.bin"));
    h5py.script(
        "
        with h5py.File(args[0], 'w') as f:
            f.create_dataset('x', data=[1, 2, 3], external=args[1])
            files = [(args[1], 0, 8), (args[2], 0, 16)]
            f.create_dataset('y', (3,), 'i8', external=files)
        ",
        &[&path, &raw, &gone],
    );
    let file = File::open_rw(&path).unwrap();
    let named = |gone: &std::path::Path, error: hdf5::Error| {
        let gone = gone.display().to_string();
        let reason = Box::new(ErrorKind::NotFound { missing: gone.clone() });
        assert_eq!(*error.kind(), ErrorKind::ExternalFile { file: gone, reason }, "{error:#}");
    };
    let y = file.dataset("y").unwrap();
    named(&gone, y.read::<Vec<i64>>().unwrap_err());
    named(&gone, y.select(2).unwrap().write(3).unwrap_err());
    std::fs::remove_file(&raw).unwrap();
    let x = file.dataset("x").unwrap();
    named(&raw, x.select(..2).unwrap().read::<Vec<i64>>().unwrap_err());
}

#[test]
fn an_external_file_that_is_the_file_itself_is_never_written() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, other) = (dir.file("self.h5"), dir.file("other.h5"));
    h5py.create(&path, "f['kept'] = np.arange(100)");
    h5py.create(&other, "f['kept'] = np.arange(100)");
    let (hard, soft) = (dir.file("hard.h5"), dir.file("soft.h5"));
    std::fs::hard_link(&path, &hard).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&path, &soft).unwrap();
    #[cfg(not(unix))]
    std::fs::hard_link(&path, &soft).unwrap();
    let origin = |rest: &str| DatasetAccess::new().external_prefix(format!("${{ORIGIN}}{rest}"));
    std::fs::create_dir(dir.file("below")).unwrap();
    let itself = |error: hdf5::Error| {
        assert!(matches!(error.kind(), ErrorKind::ExternalIsItself { .. }), "{error:#}");
        assert!(error.to_string().contains("is the HDF5 file itself"), "{error}");
        assert!(error.frames().is_empty(), "{error:#}");
    };

    let file = File::open_rw(&path).unwrap();
    let new = |name: &std::path::Path, access: &DatasetAccess| {
        let parts = [ExternalFile::new(other.with_file_name("raw.bin"), 0, Some(4))];
        let parts = parts.into_iter().chain([ExternalFile::new(name, 0, None)]);
        file.new_dataset::<i32>().external(parts).access(access).create_with("x", [7; 1000])
    };
    for name in [&path, &hard, &soft] {
        itself(new(name, &DatasetAccess::new()).unwrap_err());
    }
    for (name, access) in [
        ("self.h5", origin("")),
        ("self.h5", origin("/")),
        ("self.h5", origin("/below/..")),
        ("../self.h5", origin("/below")),
        ("self.h5", DatasetAccess::new().external_prefix(dir.path())),
    ] {
        itself(new(name.as_ref(), &access).unwrap_err());
    }
    let early = file.new_dataset::<i32>().shape(9).external([ExternalFile::new(&hard, 0, None)]);
    itself(early.fill_value(5).alloc_time(AllocTime::Early).create("x").unwrap_err());
    assert_eq!(file.names().unwrap(), ["kept"]);
    assert!(!dir.file("raw.bin").exists());
    file.close().unwrap();

    // One that another program has made, and one whose file came to be the external one later.
    h5py.script(
        "
        with h5py.File(args[0], 'r+') as f:
            f.create_dataset('x', (2, 3), 'i4', external=args[1])
            f.create_dataset('y', (4,), 'i4', external='self.h5')
            f.create_dataset('z', (4,), 'i4', external='later.h5')
        ",
        &[&path, &hard],
    );
    std::fs::hard_link(&path, dir.file("later.h5")).unwrap();
    let file = File::open_rw(&path).unwrap();
    let x = file.dataset("x").unwrap();
    itself(x.write([[1; 3]; 2]).unwrap_err());
    itself(x.write(1).unwrap_err());
    itself(x.select((0, ..2)).unwrap().write([1, 2]).unwrap_err());
    itself(x.select((.., [2, 0])).unwrap().write(3).unwrap_err());
    assert_eq!(x.select((0, 0)).unwrap().read::<u32>().unwrap().to_le_bytes(), *b"\x89HDF");
    for name in ["y", "z"] {
        let dataset = file.dataset_with(name, &origin("")).unwrap();
        itself(dataset.write([1, 2, 3, 4]).unwrap_err());
    }
    // Elsewhere it is another file.
    let y = file.new_dataset::<i32>().external([ExternalFile::new("self.h5", 0, None)]);
    let below = origin("/below");
    y.access(&below).replace_with("y", [1, 2, 3, 4]).unwrap();
    assert_eq!(std::fs::metadata(dir.file("below/self.h5")).unwrap().len(), 16);
    file.close().unwrap();
    for file in [&path, &other] {
        h5py.file(file).expect("f['kept'][:].sum().item()", "4950");
    }
}

#[test]
fn external_files_hold_what_numpy_would_write() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, folder) = (dir.file("external.h5"), dir.file("raw"));
    std::fs::create_dir(&folder).unwrap();
    let access = DatasetAccess::new().external_prefix(&folder);
    let file = File::create(&path).unwrap();
    let one = file.new_dataset::<f64>().external([ExternalFile::new("one.bin", 0, None)]);
    let one = one.access(&access).create_with("one", [[0.5, 1.5], [2.5, 3.5]]).unwrap();
    let parts =
        [ExternalFile::new("two.bin", 8, Some(12)), ExternalFile::new("one.bin", 32, Some(8))];
    let two = file.new_dataset::<i32>().external(parts.clone()).access(&access);
    let two = two.create_with("two", [1, 2, 3, 4, 5]).unwrap();
    let grows = file.new_dataset::<u8>().shape(3).max_shape(None);
    let grows = grows.external([ExternalFile::new("grows.bin", 0, None)]).access(&access);
    let grows = grows.create("grows").unwrap();
    grows.write([7_u8, 8, 9]).unwrap();
    assert_eq!(one.layout().unwrap(), Layout::External);
    assert_eq!(two.external_files().unwrap(), parts);
    assert_eq!((one.offset().unwrap(), two.filters().unwrap().len()), (None, 0));
    assert_eq!(two.read::<Vec<i32>>().unwrap(), [1, 2, 3, 4, 5]);
    file.close().unwrap();
    h5py.script(
        "
        import os
        os.chdir(args[1])
        with h5py.File(args[0]) as f:
            assert f['one'].external == [('one.bin', 0, h5py.h5f.UNLIMITED)], f['one'].external
            assert f['two'].external == [('two.bin', 8, 12), ('one.bin', 32, 8)], f['two'].external
            assert f['one'][:].tolist() == [[0.5, 1.5], [2.5, 3.5]]
            assert f['two'][:].tolist() == [1, 2, 3, 4, 5]
            assert f['grows'].maxshape == (None,) and f['grows'][:].tolist() == [7, 8, 9]
        np.array([[0.5, 1.5], [2.5, 3.5]]).tofile('numpy.bin')
        raw = open('one.bin', 'rb').read()
        assert raw[:32] == open('numpy.bin', 'rb').read()
        assert raw[32:] == np.array([4, 5], 'i4').tobytes()
        assert open('two.bin', 'rb').read()[8:] == np.array([1, 2, 3], 'i4').tobytes()
        os.chdir('/')
        ",
        &[&path, &folder],
    );

    h5py.script(
        "
        with h5py.File(args[0], 'w') as f:
            files = [('a.bin', 0, 16), ('b.bin', 4, h5py.h5f.UNLIMITED)]
            d = f.create_dataset('x', (5,), 'i8', external=files, efile_prefix=args[1])
            d[:] = range(5)
        ",
        &[&path, &folder],
    );
    let file = File::open(&path).unwrap();
    let x = file.dataset_with("x", &access).unwrap();
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [0, 1, 2, 3, 4]);
    let parts = [ExternalFile::new("a.bin", 0, Some(16)), ExternalFile::new("b.bin", 4, None)];
    assert_eq!(x.external_files().unwrap(), parts);
}

#[test]
fn compact_datasets_lie_in_their_header() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("compact.h5");
    let file = File::create(&path).unwrap();
    let small = file.new_dataset::<i16>().compact().create_with("small", [1_i16, 2, 3]).unwrap();
    let most = file.new_dataset::<u8>().shape(65_532 - 500).compact().fill_value(7);
    most.create("most").unwrap();
    file.new_dataset::<String>().compact().create_with("text", ["a", "größer"]).unwrap();
    assert_eq!(small.layout().unwrap(), Layout::Compact);
    assert_eq!(small.alloc_time().unwrap(), AllocTime::Early);
    assert_eq!(small.space_status().unwrap(), SpaceStatus::Allocated);
    assert_eq!((small.storage_size().unwrap(), small.offset().unwrap()), (6, None));
    file.close().unwrap();
    h5py.file(&path)
        .assert("all(d.id.get_create_plist().get_layout() == h5py.h5d.COMPACT for d in f.values())")
        .expect(
            "f['small'][:].tolist(), f['text'].asstr()[:].tolist()",
            "([1, 2, 3], ['a', 'größer'])",
        )
        .assert("(f['most'][:] == 7).all()");

    h5py.create(
        &path,
        "
        p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
        p.set_layout(h5py.h5d.COMPACT)
        f.create_dataset('x', data=np.arange(3), dcpl=p)
        ",
    );
    let x = File::open(&path).unwrap().dataset("x").unwrap();
    assert_eq!(x.layout().unwrap(), Layout::Compact);
    assert_eq!(x.read::<Vec<i64>>().unwrap(), [0, 1, 2]);
}

#[test]
fn room_is_made_and_filled_when_it_was_asked_for() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("times.h5");
    let file = File::create(&path).unwrap();
    let allocs = [
        ("default", None),
        ("EARLY", Some(AllocTime::Early)),
        ("LATE", Some(AllocTime::Late)),
        ("INCR", Some(AllocTime::Incremental)),
    ];
    let fills =
        [("IFSET", FillTime::IfSet), ("ALLOC", FillTime::Alloc), ("NEVER", FillTime::Never)];
    for (alloc_name, alloc) in allocs {
        for (fill_name, fill) in fills {
            for chunked in [false, true] {
                let new = file.new_dataset::<i32>().shape((4, 6)).fill_time(fill).fill_value(5);
                let new = if chunked { new.chunk((2, 3)) } else { new };
                let new = alloc.into_iter().fold(new, |new, alloc| new.alloc_time(alloc));
                let name = format!("{alloc_name} {fill_name} {chunked}");
                let made = new.create(&name).unwrap();
                assert_eq!(made.fill_time().unwrap(), fill);
                let default = if chunked { AllocTime::Incremental } else { AllocTime::Late };
                assert_eq!(made.alloc_time().unwrap(), alloc.unwrap_or(default));
                let early = alloc == Some(AllocTime::Early);
                let all = (SpaceStatus::Allocated, 96);
                let expected = if early { all } else { (SpaceStatus::NotAllocated, 0) };
                let found = (made.space_status().unwrap(), made.storage_size().unwrap());
                assert_eq!(found, expected, "{name}");
                assert_eq!(made.offset().unwrap().is_some(), early && !chunked);
                made.select((0, 0)).unwrap().write(9).unwrap();
                let part = chunked && !early && alloc != Some(AllocTime::Late);
                let part = if part { (SpaceStatus::PartAllocated, 24) } else { all };
                let found = (made.space_status().unwrap(), made.storage_size().unwrap());
                assert_eq!(found, part, "{name}");
                assert!(made.fill_value_is_set().unwrap());
                assert_eq!(made.fill_value::<i32>().unwrap(), Some(5));
                if fill != FillTime::Never {
                    let read: Vec<i32> = made.read().unwrap();
                    assert!(read[0] == 9 && read[1..].iter().all(|&n| n == 5), "{name}");
                }
            }
        }
    }
    let plain = file.new_dataset::<f32>().shape(2).create("plain").unwrap();
    assert!(!plain.fill_value_is_set().unwrap());
    assert_eq!(plain.fill_value::<f32>().unwrap(), Some(0.0));
    file.close().unwrap();
    h5py.file(&path).run(
        "
        for name in f:
            if name == 'plain':
                continue
            alloc, fill, chunked = name.split()
            p = f[name].id.get_create_plist()
            assert p.get_fill_time() == getattr(h5py.h5d, 'FILL_TIME_' + fill), name
            if alloc == 'default':
                alloc = 'INCR' if chunked == 'true' else 'LATE'
            assert p.get_alloc_time() == getattr(h5py.h5d, 'ALLOC_TIME_' + alloc), name
            assert f[name][0, 0] == 9 and (fill == 'NEVER' or f[name][3, 5] == 5), name
        ",
    );
}

#[test]
fn what_is_tracked_is_tracked_and_nothing_else() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("tracked.h5");
    let file = File::create(&path).unwrap();
    let plain = file.new_dataset::<i8>().create("plain").unwrap();
    let tracked = file.new_dataset::<i8>().track_times(true).track_order(true);
    let tracked = tracked.create("tracked").unwrap();
    for name in ["z", "a", "m"] {
        tracked.attrs().set(name, 1).unwrap();
    }
    assert!(tracked.tracks_times().unwrap() && tracked.tracks_order().unwrap());
    assert!(!plain.tracks_times().unwrap() && !plain.tracks_order().unwrap());
    // The header of one with times alone is of another format.
    let dated = file.new_dataset::<i8>().track_times(true).create("dated").unwrap();
    let like = file.create_dataset_like("like", &dated).unwrap();
    for dataset in [&dated, &like] {
        assert!(dataset.tracks_times().unwrap() && !dataset.tracks_order().unwrap());
    }
    file.close().unwrap();
    h5py.file(&path)
        .assert("all(h5py.h5g.get_objinfo(f[n].id).mtime > 0 for n in ('dated', 'like'))")
        .expect("list(f['tracked'].attrs)", "['z', 'a', 'm']")
        .assert("h5py.h5g.get_objinfo(f['tracked'].id).mtime > 1_500_000_000")
        .expect("h5py.h5g.get_objinfo(f['plain'].id).mtime", "0");

    h5py.create(
        &path,
        "
        f.create_dataset('plain', (2,))
        f.create_dataset('tracked', (2,), track_times=True, track_order=True)
        ",
    );
    let file = File::open(&path).unwrap();
    for (name, expected) in [("plain", false), ("tracked", true)] {
        let dataset = file.dataset(name).unwrap();
        assert_eq!(dataset.tracks_times().unwrap(), expected);
        assert_eq!(dataset.tracks_order().unwrap(), expected);
    }
}

#[test]
fn edge_chunks_can_be_left_without_filters() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("edges.h5");
    for format in [LibVer::Earliest, LibVer::V110] {
        let file = File::options().libver(format, LibVer::Latest).create(&path).unwrap();
        let new = || file.new_dataset::<i32>().shape((0.., 5)).chunk((10, 5)).deflate(9);
        let left = new().unfiltered_edge_chunks().create("left").unwrap();
        let packed = new().create("packed").unwrap();
        for dataset in [&left, &packed] {
            dataset.append(vec![vec![3; 5]; 15]).unwrap();
        }
        assert!(left.has_unfiltered_edge_chunks().unwrap());
        assert!(!packed.has_unfiltered_edge_chunks().unwrap());
        file.flush().unwrap();
        // One chunk is whole and one is not.
        assert!(left.storage_size().unwrap() > 200, "{}", left.storage_size().unwrap());
        assert!(packed.storage_size().unwrap() < 100, "{}", packed.storage_size().unwrap());
        file.close().unwrap();
        h5py.file(&path).assert("(f['left'][:] == 3).all() and f['left'].shape == (15, 5)");
    }
    let file = File::options().libver(LibVer::Earliest, LibVer::V18).create(&path).unwrap();
    let new = file.new_dataset::<i32>().shape(5).chunk(2).deflate(9).unfiltered_edge_chunks();
    let error = new.create("x").unwrap_err();
    let told = "edge chunks without filters, which came with HDF5 1.10, in a file of older format";
    assert!(error.to_string().contains(told), "{error}");
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }));
}

#[test]
fn a_dataset_has_the_chunk_cache_that_it_was_opened_with() {
    let dir = judges::scratch();
    let path = dir.file("cache.h5");
    let file = File::options()
        .chunk_cache(ChunkCache { slots: 1009, bytes: 2 << 20, w0: 0.25 })
        .create(&path)
        .unwrap();
    let cache = ChunkCache { slots: 12_421, bytes: 16 << 20, w0: 1.0 };
    let access = DatasetAccess::new().chunk_cache(cache).virtual_prefix(dir.path());
    let new = file.new_dataset::<f32>().shape((0.., 64)).auto_chunk(AutoChunk::Rows);
    let made = new.access(&access).create("x").unwrap();
    assert_eq!(made.chunk_cache().unwrap(), cache);
    drop(made);
    let files = ChunkCache { slots: 1009, bytes: 2 << 20, w0: 0.25 };
    assert_eq!(file.dataset("x").unwrap().chunk_cache().unwrap(), files);
    assert_eq!(file.dataset_with("x", &access).unwrap().chunk_cache().unwrap(), cache);
    let wrong = DatasetAccess::new().chunk_cache(ChunkCache { w0: 1.5, ..cache });
    let error = file.dataset_with("x", &wrong).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    let error = file.dataset_with("y", &access).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/y".into() });
    let error = file.dataset_with("/", &access).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { .. }), "{error}");
}

#[test]
fn what_h5py_says_of_its_datasets_is_said_here_too() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("properties.h5");
    h5py.create(
        &path,
        "
        f['plain'] = np.arange(6).reshape(2, 3)
        f.create_dataset('late', (2, 3), 'f4')
        d = f.create_dataset('chunks', (10, 10), 'i2', chunks=(4, 4), maxshape=(None, 20))
        d[0, 0] = 1
        f['scalar'] = 1.5
        ",
    );
    let file = File::open(&path).unwrap();
    for name in ["plain", "late", "chunks", "scalar"] {
        let dataset = file.dataset(name).unwrap();
        let status = match dataset.space_status().unwrap() {
            SpaceStatus::NotAllocated => "NOT_ALLOCATED",
            SpaceStatus::PartAllocated => "PART_ALLOCATED",
            SpaceStatus::Allocated => "ALLOCATED",
            other => panic!("{other:?}"),
        };
        let offset = dataset.offset().unwrap().map_or(String::from("None"), |n| n.to_string());
        let (rank, size) = (dataset.rank().unwrap(), dataset.size().unwrap());
        let stored = dataset.storage_size().unwrap();
        h5py.file(&path)
            .expect(&format!("f['{name}'].ndim, f['{name}'].size"), &format!("({rank}, {size})"))
            .expect(&format!("f['{name}'].id.get_storage_size()"), &stored.to_string())
            .expect(&format!("f['{name}'].id.get_offset()"), &offset)
            .assert(&format!(
                "f['{name}'].id.get_space_status() == h5py.h5d.SPACE_STATUS_{status}"
            ));
    }
}

/// Every property as h5py tells it of what h5py made.
#[test]
fn properties_that_h5py_chose_are_told_as_h5py_tells_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("chosen.h5");
    h5py.create(
        &path,
        "
        fill = {'alloc': h5py.h5d.FILL_TIME_ALLOC, 'never': h5py.h5d.FILL_TIME_NEVER}
        n = 0
        for fill_time in ('alloc', 'never', 'ifset'):
            for time in ('EARLY', 'LATE', 'INCR'):
                for options in (
                    dict(chunks=(4, 5), maxshape=(None, 20)),
                    dict(chunks=(3, 3), compression='gzip', compression_opts=7, shuffle=True,
                         fletcher32=True, track_times=True, fillvalue=-3),
                    dict(chunks=(5, 5), scaleoffset=6, track_order=True, maxshape=(10, 10)),
                    dict(fillvalue=8),
                ):
                    p = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                    p.set_alloc_time(getattr(h5py.h5d, 'ALLOC_TIME_' + time))
                    if time == 'INCR' and 'chunks' not in options:
                        continue
                    f.create_dataset(f'd{n}', (10, 10), '>i4', fill_time=fill_time, dcpl=p, **options)
                    n += 1
        f.attrs['n'] = n
        ",
    );
    let file = File::open(&path).unwrap();
    let judged = h5py.file(&path);
    let count: usize = file.attrs().get("n").unwrap();
    assert_eq!(count, 33);
    let mut all = Vec::new();
    for number in 0..count {
        let x = file.dataset(format!("d{number}")).unwrap();
        let maximum = x.max_shape().unwrap();
        let maximum: Vec<_> =
            maximum.iter().map(|m| m.map_or("None".into(), |m| m.to_string())).collect();
        let chunk = x.chunk().unwrap().map_or("None".into(), |c| format!("({}, {})", c[0], c[1]));
        let filters: Vec<_> = x
            .filters()
            .unwrap()
            .iter()
            .map(|filter| format!("({}, {:?})", filter.id, filter.parameters))
            .collect();
        let python = |truth| if truth { "True" } else { "False" };
        let shape = x.shape().unwrap();
        all.push(format!(
            "(({}, {}), ({}), {chunk}, [{}], {}, {}, '{:?}', '{:?}', {}, {}, {}, {:?}, {})",
            shape[0],
            shape[1],
            maximum.join(", "),
            filters.join(", "),
            x.fill_value::<i32>().unwrap().unwrap(),
            python(x.fill_value_is_set().unwrap()),
            x.fill_time().unwrap(),
            x.alloc_time().unwrap(),
            python(x.tracks_times().unwrap()),
            python(x.tracks_order().unwrap()),
            x.storage_size().unwrap(),
            x.space_status().unwrap() as u8,
            x.offset().unwrap().map_or("None".into(), |offset| offset.to_string()),
        ));
    }
    judged.run(&format!(
        "
        fill = {{h5py.h5d.FILL_TIME_ALLOC: 'Alloc', h5py.h5d.FILL_TIME_NEVER: 'Never',
                 h5py.h5d.FILL_TIME_IFSET: 'IfSet'}}
        alloc = {{h5py.h5d.ALLOC_TIME_EARLY: 'Early', h5py.h5d.ALLOC_TIME_LATE: 'Late',
                  h5py.h5d.ALLOC_TIME_INCR: 'Incremental'}}
        status = [h5py.h5d.SPACE_STATUS_NOT_ALLOCATED, h5py.h5d.SPACE_STATUS_PART_ALLOCATED,
                  h5py.h5d.SPACE_STATUS_ALLOCATED]
        ours = [{}]
        for n in range(f.attrs['n']):
            d = f[f'd{{n}}']
            p = d.id.get_create_plist()
            filters = [(i, list(o)) for i, _, o, _ in map(p.get_filter, range(p.get_nfilters()))]
            theirs = (d.shape, d.maxshape, d.chunks, filters, int(d.fillvalue),
                      p.fill_value_defined() == h5py.h5d.FILL_VALUE_USER_DEFINED,
                      fill[p.get_fill_time()], alloc[p.get_alloc_time()],
                      h5py.h5g.get_objinfo(d.id).mtime != 0,
                      p.get_attr_creation_order() != 0, d.id.get_storage_size(),
                      status.index(d.id.get_space_status()), d.id.get_offset())
            assert theirs == ours[n], (n, theirs, ours[n])
        ",
        all.join(",\n            ")
    ));
}
