//! Options of new datasets that have no meaning, or contradict each other: typed errors, and a file that
//! is as it was.

use hdf5::{
    AllocTime, AutoChunk, ChunkCache, Dataset, DatasetAccess, DatasetBuilder, ErrorKind,
    ExternalFile, File, FillTime, Result, SzipCoding, TypeDescriptor,
};

/// Checks that each dataset is refused, in words that name what is wrong, and that the file stays empty.
fn refused<'a>(
    file: &'a File,
    cases: impl IntoIterator<Item = (DatasetBuilder<'a, f32>, &'static str)>,
) {
    for (new, told) in cases {
        let error = new.create("a/x").unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
        assert_eq!(error.action(), Some("create dataset"));
        assert_eq!(error.object_path(), Some("/a/x"));
        assert!(error.frames().is_empty(), "libhdf5 has been asked: {error:#}");
    }
    assert!(file.is_empty().unwrap());
}

#[test]
fn chunks_that_cannot_be_are_refused() {
    let dir = judges::scratch();
    let file = File::create(dir.file("chunks.h5")).unwrap();
    let new = || file.new_dataset::<f32>().shape((10, 20));
    let grows = || new().max_shape((None, 30));
    refused(
        &file,
        [
            (new().chunk((5, 0)), "no length along axis 1"),
            (grows().chunk((1 << 26, 30)), "has 4 GiB or more"),
            (grows().chunk((usize::MAX, 30)), "has 4 GiB or more"),
            (file.new_dataset().chunk(()), "a scalar or empty dataset can have neither"),
            (file.new_dataset().auto_chunk(AutoChunk::Rows), "a scalar or empty dataset"),
            (new().contiguous().chunk((5, 5)), "either in chunks or in one piece"),
            (new().contiguous().deflate(1), "or in one piece: filters, and axes that grow, need"),
            (new().contiguous().max_shape((None, 20)), "either in chunks or in one piece"),
            (new().compact().chunk((5, 5)), "either in chunks or in the object's header"),
            (new().compact().contiguous(), "either in the object's header or in one piece"),
            (new().unfiltered_edge_chunks(), "without chunks there are no edge chunks"),
        ],
    );
    for (new, axis, chunk, maximum) in
        [(new().chunk((11, 5)), 0, 11, 10), (grows().chunk((99, 31)), 1, 31, 30)]
    {
        let error = new.create("a/x").unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::ChunkTooLong { axis, chunk, maximum });
        let told =
            format!("is {chunk} long along axis {axis}, which is never longer than {maximum}");
        assert!(error.to_string().ends_with(&told), "{error}");
    }
    assert!(file.is_empty().unwrap());
    grows().chunk((99, 30)).create("longer than an axis that grows").unwrap();
    for chunk in [&[5][..], &[5, 5, 5]] {
        let error = new().chunk(chunk).create("a/x").unwrap_err();
        let expected = ErrorKind::RankMismatch { expected: 2, found: chunk.len() };
        assert_eq!(*error.kind(), expected);
    }
}

#[test]
fn shapes_that_cannot_be_are_refused() {
    let dir = judges::scratch();
    let file = File::create(dir.file("shapes.h5")).unwrap();
    let new = |shape: &[usize]| file.new_dataset::<f32>().shape(shape);
    let kind = |new: DatasetBuilder<'_, f32>| new.create("a/x").unwrap_err().kind().clone();
    let smaller = new(&[3, 5]).max_shape((None, 4));
    let expected = ErrorKind::BeyondMaximum { axis: 1, requested: 5, maximum: 4 };
    assert_eq!(kind(smaller), expected);
    let rank = new(&[3, 5]).max_shape(None);
    assert_eq!(kind(rank), ErrorKind::RankMismatch { expected: 2, found: 1 });
    let scalar = new(&[]).max_shape(None);
    assert_eq!(kind(scalar), ErrorKind::RankMismatch { expected: 0, found: 1 });
    refused(
        &file,
        [
            (new(&[1; 33]), "HDF5 has at most 32 axes"),
            (new(&[1 << 40, 1 << 40]), "more than a file holds"),
            (new(&[1 << 62]), "more than a file holds"),
            (new(&[usize::MAX, 2]).chunk((1, 1)), "more than a file holds"),
            (new(&[usize::MAX, 0]), "more than a file holds"),
        ],
    );
    let empty = file.new_dataset::<f32>().max_shape(None).create_with("a/x", None::<f32>);
    let expected = ErrorKind::RankMismatch { expected: 0, found: 1 };
    assert_eq!(*empty.unwrap_err().kind(), expected);
    let empty = file.new_dataset::<f32>().deflate(4).create_with("a/x", None::<f32>);
    assert!(matches!(empty.unwrap_err().kind(), ErrorKind::InvalidArgument { .. }));
    assert!(file.is_empty().unwrap());
}

#[test]
fn filters_that_cannot_be_are_refused() {
    let dir = judges::scratch();
    let file = File::create(dir.file("filters.h5")).unwrap();
    let new = || file.new_dataset::<f32>().shape(100);
    let integers = |size| TypeDescriptor::Integer(hdf5::IntegerType::native(size, true));
    let string = TypeDescriptor::String(hdf5::StringType::VARIABLE_UTF8);
    let nn = SzipCoding::NearestNeighbor;
    refused(
        &file,
        [
            (new().deflate(10), "levels from 0 to 9, not 10"),
            (new().szip(nn, 3), "an even number up to 32, not 3"),
            (new().szip(nn, 0), "an even number up to 32, not 0"),
            (new().szip(nn, 34), "an even number up to 32, not 34"),
            (
                new().szip(nn, 32).chunk(20),
                "a chunk of 20 elements is less than a szip block of 32",
            ),
            (new().filter(0, &[]), "numbers from 1 to 65535, not 0"),
            (new().filter(-1, &[]), "numbers from 1 to 65535, not -1"),
            (new().filter(65_536, &[]).allow_unknown_filters(), "numbers from 1 to 65535"),
            (new().compression("zip"), "\"zip\" is no compression"),
            (new().compression(""), "\"\" is no compression"),
            (new().scale_offset(2).fletcher32(), "a checksum does not go together"),
            (new().scale_offset(2).nbit(), "both pack the numbers"),
            (new().scale_offset(u32::MAX), "decimal digits are too many"),
            (new().dtype(integers(2)).scale_offset(17), "with 17 bits, of 16"),
            (new().dtype(integers(3)).scale_offset(0), "takes integers, f32 and f64, not"),
            (file.new_dataset().deflate(4), "neither chunks nor filters"),
            (file.new_dataset().shuffle(), "neither chunks nor filters"),
            (file.new_dataset().fletcher32(), "neither chunks nor filters"),
            (new().compact().shuffle(), "either in chunks or in the object's header"),
        ],
    );
    let text = || file.new_dataset::<String>().dtype(string.clone()).shape(100);
    for new in [text().scale_offset(0), text().szip(nn, 8)] {
        let error = new.create("a/x").unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");
    }
    assert!(file.is_empty().unwrap());
}

#[test]
fn storage_that_cannot_be_is_refused() {
    let dir = judges::scratch();
    let file = File::create(dir.file("storage.h5")).unwrap();
    let new = || file.new_dataset::<f32>().shape(100);
    let part = |size| ExternalFile::new("raw.bin", 0, size);
    let whole = || [part(None)];
    let one_axis = "only axis 0 can grow, not 1";
    refused(
        &file,
        [
            (new().shape(16_384).compact(), "at most 65532 bytes, not 65536"),
            (new().compact().max_shape(None), "either in chunks or in the object's header"),
            (
                new().compact().alloc_time(AllocTime::Late),
                "room for a compact dataset is made early",
            ),
            (new().external(whole()).chunk(10), "either in chunks or in external files"),
            (new().external(whole()).deflate(1), "either in chunks or in external files"),
            (new().external(whole()).compact(), "the object's header or in external files"),
            (new().external([part(None), part(None)]), "only the last external file has no size"),
            (new().external([part(Some(0))]), "an external file of no bytes"),
            (new().external([part(Some(100)), part(Some(299))]), "hold 399 bytes, not 400"),
            (new().max_shape(200).external([part(Some(400))]), "hold 400 bytes, not 800"),
            (new().max_shape(None).external([part(Some(400))]), "must have no size"),
            (new().external([part(Some(1 << 63)), part(Some(1 << 63))]), "are too large"),
            (new().external([ExternalFile::new("raw.bin", u64::MAX, None)]), "an offset beyond"),
            (new().shape((2, 2)).max_shape((2, None)).external(whole()), one_axis),
        ],
    );
    let text = || file.new_dataset::<String>().shape(3);
    let access = DatasetAccess::new().chunk_cache(ChunkCache { slots: 1, bytes: 1, w0: -0.5 });
    // As many pointers as this take one byte in 64 bits.
    let slots = 1 + usize::MAX / size_of::<usize>();
    let huge = DatasetAccess::new().chunk_cache(ChunkCache { slots, bytes: 1, w0: 0.5 });
    let failures: [(Result<Dataset>, &str); 6] = [
        (new().chunk(1).access(&huge).create("a/x"), "has no room in memory"),
        (text().external(whole()).create("a/x"), "not in external ones"),
        (text().fill_time(FillTime::Never).create("a/x"), "would be garbage"),
        (new().access(&access).create("a/x"), "between 0 and 1"),
        (
            new().access(&DatasetAccess::new().external_prefix("a\0b")).create("a/x"),
            "has a NUL byte",
        ),
        (new().external([ExternalFile::new("", 0, None)]).create("a/x"), "is empty"),
    ];
    for (failed, told) in failures {
        let error = failed.unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
        assert!(error.frames().is_empty(), "{error:#}");
    }
    assert!(file.is_empty().unwrap());
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_file_for_reading_takes_no_datasets() {
    let dir = judges::scratch();
    let path = dir.file("read.h5");
    File::create(&path).unwrap().create_dataset("x", [1, 2]).unwrap();
    let before = std::fs::read(&path).unwrap();
    let file = File::open(&path).unwrap();
    let x = file.dataset("x").unwrap();
    let new = || file.new_dataset::<i32>().shape(2);
    for failed in [
        new().create("y"),
        new().create_with("y", [1, 2]),
        new().replace("x"),
        new().replace_with("x", [1, 2]),
        new().create_anonymous(),
        new().create_anonymous_with([1, 2]),
        new().require("y"),
        file.create_dataset("y", 1),
        file.create_dataset_like("y", &x),
        file.require_dataset::<i32>("a/y", 2),
    ] {
        assert_eq!(*failed.unwrap_err().kind(), ErrorKind::ReadOnly);
    }
    let committed = file.commit_datatype("t", &x.dtype().unwrap()).unwrap_err();
    assert_eq!(*committed.kind(), ErrorKind::ReadOnly);
    // One that is there is found.
    assert_eq!(new().require("x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before);
}
