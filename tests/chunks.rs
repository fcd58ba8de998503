//! Chunks as they are stored: where they are, and their bytes, beside h5py.

use hdf5::{ChunkInfo, Dataset, ErrorKind, File, LibVer};
use ndarray::Array2;

/// Chunks by position, as h5py prints them.
fn as_h5py(chunks: impl Iterator<Item = ChunkInfo>) -> String {
    let tuple = |offset: &[usize]| {
        let numbers: Vec<_> = offset.iter().map(usize::to_string).collect();
        format!("({}{})", numbers.join(", "), if numbers.len() == 1 { "," } else { "" })
    };
    let mut chunks: Vec<_> = chunks.collect();
    chunks.sort_by(|a, b| a.offset.cmp(&b.offset));
    let chunks: Vec<_> = chunks
        .iter()
        .map(|chunk| {
            let ChunkInfo { offset, filter_mask, address, size, .. } = chunk;
            format!("({}, {filter_mask}, {address}, {size})", tuple(offset))
        })
        .collect();
    format!("[{}]", chunks.join(", "))
}

const INFOS: &str = "sorted(tuple(f['x'].id.get_chunk_info(i))
    for i in range(f['x'].id.get_num_chunks()))";

#[test]
fn where_chunks_are_is_what_h5py_says() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("where.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape((10, 7)).chunk((4, 5)).deflate(4).create("x").unwrap();
    let chunks = x.chunks().unwrap();
    assert_eq!((chunks.shape(), chunks.count().unwrap()), (&[4, 5][..], 0));
    assert_eq!(chunks.iter().unwrap().len(), 0);
    assert_eq!(chunks.info(0).unwrap(), None);
    assert_eq!(chunks.info_at((0, 0)).unwrap(), None);
    assert_eq!(chunks.read_raw((0, 0)).unwrap(), None);
    x.select((4..9, 2..7)).unwrap().write(vec![vec![7; 5]; 5]).unwrap();
    // What is still cached is counted and has a place.
    assert_eq!(chunks.count().unwrap(), 4);
    let infos: Vec<_> = chunks.iter().unwrap().collect();
    for (index, info) in infos.iter().enumerate() {
        assert_eq!(chunks.info(index).unwrap().as_ref(), Some(info));
        assert_eq!(chunks.info_at(&info.offset).unwrap().as_ref(), Some(info));
    }
    assert_eq!(chunks.info(4).unwrap(), None);
    assert_eq!(chunks.info_at((0, 5)).unwrap(), None);
    assert_eq!(chunks.read_raw((0, 5)).unwrap(), None);
    file.close().unwrap();
    h5py.file(&path).expect(INFOS, &as_h5py(infos.into_iter()));
}

#[test]
fn addresses_count_from_the_start_of_the_file() {
    let dir = judges::scratch();
    let path = dir.file("userblock.h5");
    let file = File::options().userblock(1024).create(&path).unwrap();
    let x = file.new_dataset::<u8>().shape(8).chunk(4).create("x").unwrap();
    x.write(*b"abcdefgh").unwrap();
    let infos: Vec<_> = x.chunks().unwrap().iter().unwrap().collect();
    assert_eq!(x.chunks().unwrap().info_at(4).unwrap().as_ref(), Some(&infos[1]));
    assert_eq!(x.chunks().unwrap().info(1).unwrap().as_ref(), Some(&infos[1]));
    file.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    for info in infos {
        let address = usize::try_from(info.address).unwrap();
        assert_eq!(bytes[address..][..4], b"abcdefgh"[info.offset[0]..][..4]);
    }
}

#[test]
fn chunks_of_every_kind_of_index_are_listed() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("indices.h5");
    // In this order: one chunk, implicit, fixed array, extensible array, B-tree.
    for libver in ["earliest", "v110"] {
        for options in [
            "chunks=(10, 7)",
            "chunks=(4, 5), dcpl=early",
            "chunks=(4, 5)",
            "chunks=(4, 5), maxshape=(None, 7)",
            "chunks=(4, 5), maxshape=(None, None), compression='gzip'",
        ] {
            let script = format!(
                "
                early = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                early.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
                with h5py.File(args[0], 'w', libver=('{libver}', 'v110')) as f:
                    x = f.create_dataset('x', (10, 7), 'i4', {options})
                    x[...] = np.arange(70).reshape(10, 7)
                "
            );
            h5py.script(&script, &[&path]);
            let file = File::open(&path).unwrap();
            let chunks = file.dataset("x").unwrap().chunks().unwrap();
            h5py.file(&path).expect(INFOS, &as_h5py(chunks.iter().unwrap()));
            for info in chunks.iter().unwrap() {
                let raw = chunks.read_raw(&info.offset).unwrap().unwrap();
                assert_eq!(raw.bytes.len() as u64, info.size, "{libver} {options}");
            }
        }
    }
}

#[test]
fn bytes_that_python_compressed_are_chunks_and_the_reverse() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("zlib.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape((4, 6)).chunk((2, 3)).shuffle().deflate(6);
    let x = x.create("x").unwrap();
    x.select((..2, ..3)).unwrap().write([[1, 2, 3], [4, 5, 6]]).unwrap();
    let stored = x.chunks().unwrap().read_raw((0, 0)).unwrap().unwrap();
    assert_eq!(stored.filter_mask, 0);
    file.close().unwrap();
    h5py.file(&path)
        .expect("list(f['x'].id.read_direct_chunk((0, 0))[1])", &format!("{:?}", stored.bytes));
    h5py.edit(
        &path,
        "
        import zlib
        a = np.arange(7, 13, dtype='<i4')
        shuffled = a.view('u1').reshape(6, 4).T.tobytes()
        f['x'].id.write_direct_chunk((2, 3), zlib.compress(shuffled))
        f['x'].id.write_direct_chunk((2, 0), zlib.compress((a * 10).tobytes()), 1)
        f['x'].id.write_direct_chunk((0, 3), (a * 100).tobytes(), 3)
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let x = file.dataset("x").unwrap();
    assert_eq!(
        x.read::<Vec<i32>>().unwrap(),
        [
            [1, 2, 3, 700, 800, 900],
            [4, 5, 6, 1000, 1100, 1200],
            [70, 80, 90, 7, 8, 9],
            [100, 110, 120, 10, 11, 12]
        ]
        .concat()
    );
    let chunks = x.chunks().unwrap();
    let masks: Vec<_> = [(2, 3), (2, 0), (0, 3)]
        .map(|at| {
            let (info, raw) =
                (chunks.info_at(at).unwrap().unwrap(), chunks.read_raw(at).unwrap().unwrap());
            assert_eq!(info.filter_mask, raw.filter_mask);
            raw.filter_mask
        })
        .into();
    assert_eq!(masks, [0, 1, 3]);

    // The bytes of one chunk are a chunk elsewhere.
    let raw = chunks.read_raw((2, 0)).unwrap().unwrap();
    chunks.write_raw((0, 0), raw.filter_mask, &raw.bytes).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['x'][:2, :3].tolist()", "[[70, 80, 90], [100, 110, 120]]")
        .expect("f['x'].id.read_direct_chunk((0, 0))[0]", "1");
}

fn plain(values: [i32; 4]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_ne_bytes()).collect()
}

/// The four bytes of each value, the first of all first.
fn shuffled(values: [i32; 4]) -> Vec<u8> {
    let bytes = plain(values);
    (0..16).map(|index| bytes[index % 4 * 4 + index / 4]).collect()
}

#[test]
fn another_filter_mask_holds_at_once_and_after_opening_the_file_again() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("mask.h5");
    let (a, b) = ([1, 2, 3, 4], [50_000, 60_000, 70_000, 80_000]);
    for libver in [LibVer::Earliest, LibVer::Latest] {
        for from in [None, Some(0), Some(1)] {
            for to in [0, 1] {
                for cached in [false, true] {
                    let file =
                        File::options().libver(libver, LibVer::Latest).create(&path).unwrap();
                    let x = file.new_dataset::<i32>().shape(12).chunk(4).shuffle();
                    let x = x.create("x").unwrap();
                    let chunks = x.chunks().unwrap();
                    let write = |values, mask| {
                        let bytes = if mask == 0 { shuffled(values) } else { plain(values) };
                        chunks.write_raw(4, mask, &bytes).unwrap();
                    };
                    let read = || x.read::<Vec<i32>>().unwrap()[4..8].to_vec();
                    if let Some(mask) = from {
                        write(a, mask);
                    }
                    if cached {
                        assert_eq!(read(), if from.is_some() { a } else { [0; 4] });
                    }
                    write(b, to);
                    let case = format!("{libver:?} {from:?} {to} {cached}");
                    assert_eq!(chunks.info_at(4).unwrap().unwrap().filter_mask, to, "{case}");
                    assert_eq!(chunks.read_raw(4).unwrap().unwrap().filter_mask, to, "{case}");
                    assert_eq!(read(), b, "{case}");
                    // An ordinary write applies the filters.
                    x.select(4).unwrap().write(7).unwrap();
                    assert_eq!(read(), [7, 60_000, 70_000, 80_000]);
                    write(b, to);
                    file.close().unwrap();
                    h5py.file(&path)
                        .expect("f['x'][4:8].tolist()", &format!("{b:?}"))
                        .expect("f['x'].id.read_direct_chunk((4,))[0]", &to.to_string());
                }
            }
        }
    }
}

#[test]
fn the_only_chunk_of_a_dataset_keeps_its_filter_mask() {
    let dir = judges::scratch();
    let file = File::create(dir.file("only.h5")).unwrap();
    let x = file.new_dataset::<i32>().shape(4).chunk(4).shuffle().create("x").unwrap();
    let chunks = x.chunks().unwrap();
    let bytes = plain([1, 2, 3, 4]);
    let error = chunks.write_raw(0, 1, &bytes).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    assert_eq!(chunks.count().unwrap(), 0);
    for values in [[1, 2, 3, 4], [5, 6, 7, 8]] {
        chunks.write_raw(0, 0, &shuffled(values)).unwrap();
        assert_eq!(x.read::<Vec<i32>>().unwrap(), values);
    }
}

#[test]
fn what_is_no_chunk_is_an_error_and_changes_nothing() {
    let dir = judges::scratch();
    let path = dir.file("errors.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape((10, 7)).chunk((4, 5)).create("x").unwrap();
    let chunks = x.chunks().unwrap();
    let bytes = [0; 80];
    let kinds = |coordinate: &[usize]| {
        let read = chunks.read_raw(coordinate).unwrap_err();
        let info = chunks.info_at(coordinate).unwrap_err();
        let write = chunks.write_raw(coordinate, 0, &bytes).unwrap_err();
        assert_eq!((read.kind(), write.kind()), (info.kind(), info.kind()));
        info.kind().clone()
    };
    assert_eq!(kinds(&[0]), ErrorKind::RankMismatch { expected: 2, found: 1 });
    assert_eq!(kinds(&[0, 0, 0]), ErrorKind::RankMismatch { expected: 2, found: 3 });
    assert_eq!(kinds(&[12, 0]), ErrorKind::OutOfBounds { axis: 0, index: 12, extent: 10 });
    assert_eq!(kinds(&[0, 10]), ErrorKind::OutOfBounds { axis: 1, index: 10, extent: 7 });
    let ErrorKind::InvalidArgument { reason } = kinds(&[4, 4]) else { panic!() };
    assert_eq!(reason, "no chunk of shape [4, 5] starts at [4, 4]");

    // A chunk that is not filtered has exactly its elements: libhdf5 would write beyond it.
    for wrong in [1, 79, 81, 10_000] {
        let error = chunks.write_raw((0, 0), 0, &vec![0; wrong]).unwrap_err();
        let reason = format!("a chunk without filters has 80 bytes, not {wrong}");
        assert_eq!(*error.kind(), ErrorKind::InvalidArgument { reason: reason.into() });
    }
    for (mask, bytes) in [(0, &[][..]), (1, &bytes)] {
        let error = chunks.write_raw((0, 0), mask, bytes).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    }
    let packed = file.new_dataset::<i32>().shape(8).chunk(4).deflate(1).create("packed").unwrap();
    let error = packed.chunks().unwrap().write_raw(0, 1, &[0; 15]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    assert_eq!((chunks.count().unwrap(), packed.chunks().unwrap().count().unwrap()), (0, 0));

    for other in [file.create_dataset("line", [1, 2]), file.create_dataset("one", 1)] {
        let error = other.unwrap().chunks().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    }
    // A dataset that shrinks has fewer chunks.
    let log = file.new_dataset::<u8>().shape(8..).chunk(4).create("log").unwrap();
    let chunks = log.chunks().unwrap();
    log.resize(4).unwrap();
    let error = chunks.write_raw(4, 0, &[1; 4]).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::OutOfBounds { axis: 0, index: 4, extent: 4 });
    file.close().unwrap();
    let error = log.chunks().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Closed);

    let file = File::open(&path).unwrap();
    let error = file.dataset("x").unwrap().chunks().unwrap().write_raw((0, 0), 0, &bytes);
    assert_eq!(*error.unwrap_err().kind(), ErrorKind::ReadOnly);
}

#[test]
fn bytes_that_are_no_compressed_chunk_show_when_it_is_read() {
    let dir = judges::scratch();
    let file = File::create(dir.file("garbage.h5")).unwrap();
    let x = file.new_dataset::<i32>().shape(8).chunk(4).deflate(1).create("x").unwrap();
    x.chunks().unwrap().write_raw(4, 0, b"no zlib").unwrap();
    let error = x.read::<Vec<i32>>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Library, "{error}");
    assert_eq!(x.select(..4).unwrap().read::<Vec<i32>>().unwrap(), [0; 4]);
}

#[test]
fn twenty_thousand_chunks_are_listed_as_one_by_one() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("many.h5");
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<u8>().shape((200, 100)).chunk((1, 1)).shuffle().create("x").unwrap();
    x.write(Array2::from_elem((200, 100), 7_u8)).unwrap();
    let chunks = x.chunks().unwrap();
    let infos: Vec<_> = chunks.iter().unwrap().collect();
    for index in (0..20_000).step_by(1999) {
        assert_eq!(chunks.info(index).unwrap().as_ref(), Some(&infos[index]));
        assert_eq!(chunks.info_at(&infos[index].offset).unwrap().as_ref(), Some(&infos[index]));
    }
    assert_eq!(infos.len(), 20_000);
    file.close().unwrap();
    let theirs = h5py.file(&path).run(
        "
        infos = []
        f['x'].id.chunk_iter(infos.append)
        print(sorted(map(tuple, infos)))
        ",
    );
    assert!(theirs.trim() == as_h5py(infos.into_iter()), "the places are not those of h5py");
}

/// A dataset of that name, with some chunks that were never written.
fn sparse(file: &File) -> Dataset {
    let x = file.new_dataset::<i32>().shape((100, 60)).chunk((16, 16)).shuffle().deflate(6);
    let x = x.fill_value(-1).create("x").unwrap();
    x.select((10..70, 5..30)).unwrap().write(Array2::from_elem((60, 25), 8)).unwrap();
    x.chunks().unwrap().write_raw((80, 48), 3, &[9; 16 * 16 * 4]).unwrap();
    x
}

#[test]
fn chunks_copied_as_they_are_and_values_copied_are_the_same() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (from, to) = (dir.file("from.h5"), dir.file("to.h5"));
    let source = File::create(&from).unwrap();
    let target = File::create(&to).unwrap();
    let x = sparse(&source);
    let values: Array2<i32> = x.read().unwrap();

    let builder = || target.new_dataset::<i32>().shape((100, 60)).chunk((16, 16));
    // The same chunks, with one that was there before and one that was not, another fill value, other
    // filters, other chunks, no chunks, other types.
    let same = builder().shuffle().deflate(6).fill_value(-1).create("same").unwrap();
    same.select((90, 0)).unwrap().write(5).unwrap();
    let filled = builder().shuffle().deflate(6).fill_value(-2).create("filled").unwrap();
    let plain = builder().create("plain").unwrap();
    let packed = builder().deflate(6).create("packed").unwrap();
    let tall = target.new_dataset::<i32>().shape((100, 60)).chunk((64, 3)).create("tall").unwrap();
    let line = target.new_dataset::<i32>().shape((100, 60)).create("line").unwrap();
    let float =
        target.new_dataset::<f64>().shape((100, 60)).chunk((7, 60)).create("float").unwrap();
    for target in [&same, &filled, &plain, &packed, &tall, &line, &float] {
        x.copy_values_to(target).unwrap();
        assert_eq!(target.read::<Array2<i32>>().unwrap(), values, "{target:?}");
    }
    let raw = |dataset: &Dataset| dataset.chunks().unwrap().read_raw((80, 48)).unwrap().unwrap();
    assert_eq!(raw(&same), raw(&x));
    assert_eq!(raw(&filled), raw(&x));
    assert_eq!(raw(&packed).filter_mask, 0);
    // Nothing is made of what was never written.
    assert_eq!(same.chunks().unwrap().count().unwrap(), x.chunks().unwrap().count().unwrap() + 1);
    source.close().unwrap();
    target.close().unwrap();
    h5py.script(
        "
        with h5py.File(args[0]) as a, h5py.File(args[1]) as b:
            for name in b:
                assert (a['x'][:] == b[name][:]).all(), name
        ",
        &[&from, &to],
    );
}

#[test]
fn values_of_every_form_are_copied_into_another_file() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (from, to) = (dir.file("forms.h5"), dir.file("copied.h5"));
    h5py.create(
        &from,
        "
        f['words'] = ['one', 'größer', ''] * 1000
        ragged = f.create_dataset('ragged', (50,), h5py.vlen_dtype('i4'), chunks=(8,))
        for n in range(50):
            ragged[n] = np.arange(n)
        f['table'] = np.array([(1, 2.5, b'ab'), (3, -1, b'')], 'i2,f4,S3')
        f['one'] = 42
        f['none'] = h5py.Empty('f8')
        f.create_dataset('nothing', (0, 5), 'f4', maxshape=(None, 5))
        f['fixed'] = np.array([b'abc', b'd'], 'S5')
        ",
    );
    h5py.script(
        "
        with h5py.File(args[0]) as a, h5py.File(args[1], 'w') as b:
            for name in ['words', 'ragged', 'table', 'one', 'fixed', 'nothing']:
                b.create_dataset(name, a[name].shape, a[name].dtype)
            b['none'] = h5py.Empty('f4')
        ",
        &[&from, &to],
    );
    let source = File::open(&from).unwrap();
    let target = File::open_rw(&to).unwrap();
    for name in ["words", "ragged", "table", "one", "nothing", "fixed", "none"] {
        let (from, to) = (source.dataset(name).unwrap(), target.dataset(name).unwrap());
        from.copy_values_to(&to).unwrap();
    }
    let none = source.dataset("none").unwrap();
    let error = none.copy_values_to(&target.dataset("one").unwrap()).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NullDataspace);
    // Other types that convert.
    let words = source.dataset("fixed").unwrap();
    let copy = target.new_dataset::<String>().shape(2).create("strings").unwrap();
    words.copy_values_to(&copy).unwrap();
    assert_eq!(copy.read::<Vec<String>>().unwrap(), ["abc", "d"]);
    target.close().unwrap();
    h5py.script(
        "
        with h5py.File(args[0]) as a, h5py.File(args[1]) as b:
            for name in ['words', 'table', 'one', 'nothing', 'fixed']:
                assert np.array_equal(a[name][()], b[name][()]), name
            assert [x.tolist() for x in a['ragged']] == [x.tolist() for x in b['ragged']]
            assert len(b['ragged'][49]) == 49
        ",
        &[&from, &to],
    );
}

#[test]
fn values_that_cannot_be_copied_are_typed_errors() {
    let dir = judges::scratch();
    let source = File::create(dir.file("source.h5")).unwrap();
    let target = File::create(dir.file("target.h5")).unwrap();
    let x = source.create_dataset("x", [[1, 2, 3], [4, 5, 600]]).unwrap();
    let kind = |from: &Dataset, to: &Dataset| from.copy_values_to(to).unwrap_err().kind().clone();

    let other = target.create_dataset("other", [[0; 2]; 3]).unwrap();
    let (expected, found) = (vec![2, 3], vec![3, 2]);
    assert_eq!(kind(&x, &other), ErrorKind::ShapeMismatch { expected, found });
    let small = target.create_dataset("small", [[0_u8; 3]; 2]).unwrap();
    assert!(matches!(kind(&x, &small), ErrorKind::ValueOutOfRange { .. }));
    let words = target.create_dataset("words", vec![vec![""; 3]; 2]).unwrap();
    let found = kind(&x, &words);
    assert!(matches!(found, ErrorKind::InvalidValue { .. }), "{found:?}");

    // A reference means something in its own file only.
    let here = source.create_dataset("refs", [x.reference().unwrap(); 3]).unwrap();
    let refs = |file: &File| {
        file.new_dataset::<hdf5::ObjectReference>().shape(3).create("refs 2").unwrap()
    };
    assert!(matches!(kind(&here, &refs(&target)), ErrorKind::Unsupported { .. }));
    let copy = refs(&source);
    here.copy_values_to(&copy).unwrap();
    let reference = copy.read::<Vec<hdf5::ObjectReference>>().unwrap()[2];
    assert_eq!(source.dereference(reference).unwrap().to_string(), x.to_string());
    // Nothing happens to values that are copied onto themselves.
    x.copy_values_to(&source.dataset("x").unwrap()).unwrap();
    assert_eq!(x.read::<Vec<i32>>().unwrap(), [1, 2, 3, 4, 5, 600]);
}

#[test]
fn more_chunks_than_an_index_takes_are_refused_before_anything_changes() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("many.h5");
    let most = 1_usize << 32;
    let file = File::options().libver(LibVer::V110, LibVer::Latest).create(&path).unwrap();
    let one = |length: usize| file.new_dataset::<u8>().shape(length).max_shape(None).chunk(1);
    let wide = |rows: usize, most: usize| {
        file.new_dataset::<u8>().shape((rows, 3)).max_shape((None, most)).chunk((1, 1))
    };
    let refused = |axis, needed: usize, error: hdf5::Error| {
        let (needed, most) = (needed as u64, most as u64);
        assert_eq!(*error.kind(), ErrorKind::TooManyChunks { axis, needed, most }, "{error}");
        assert!(error.frames().is_empty(), "{error:#}");
    };
    refused(0, most + 1, one(most + 1).create("x").unwrap_err());
    refused(0, most + 1, one(1).shape(2 * most + 1).chunk(2).create("x").unwrap_err());
    refused(0, most / 2 * 2 + 3, wide(3, most / 2).create("x").unwrap_err());
    let edges = one(most + 1).unfiltered_edge_chunks();
    refused(0, most + 1, edges.create("x").unwrap_err());
    assert!(file.is_empty().unwrap());

    // The last chunk that there can be.
    let long = one(most - 1).create("long").unwrap();
    long.append([7_u8]).unwrap();
    refused(0, most + 1, long.append([8_u8]).unwrap_err());
    refused(0, most + 2, long.resize(most + 2).unwrap_err());
    refused(0, most + 2, long.resize_axis(0, most + 2).unwrap_err());
    assert_eq!(long.shape().unwrap(), [most]);
    let rows = wide(2, most / 2).create("rows").unwrap();
    rows.select((1, 2)).unwrap().write(9_u8).unwrap();
    refused(0, most / 2 * 2 + 3, rows.append([1_u8, 2, 3]).unwrap_err());
    // Other indices have no such limit.
    let both = file.new_dataset::<u8>().shape((most + 1, 1)).max_shape((None, None)).chunk((1, 1));
    let both = both.create("both").unwrap();
    both.select((most, 0)).unwrap().write(5_u8).unwrap();
    let older = dir.file("older.h5");
    let old = File::options().libver(LibVer::V18, LibVer::V18).create(&older).unwrap();
    let x = old.new_dataset::<u8>().shape(most + 1).max_shape(None).chunk(1).create("x").unwrap();
    x.select(most).unwrap().write(6_u8).unwrap();
    old.close().unwrap();
    h5py.file(&older).expect("(f['x'].shape, f['x'][-1].item())", "((4294967297,), 6)");
    file.close().unwrap();
    h5py.file(&path)
        .expect("(f['long'].shape, f['long'][-1].item())", "((4294967296,), 7)")
        .expect("f['rows'][:].tolist()", "[[0, 0, 0], [0, 0, 9]]")
        .expect("f['both'][-1].tolist()", "[5]");
}
