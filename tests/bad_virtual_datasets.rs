//! Virtual datasets that make no sense: cycles, sources that are not as they were said to be, and options
//! that contradict each other. Typed errors, and nothing left behind.

use hdf5::{
    AxisSelection, Dataset, DatasetBuilder, DynArray, Error, ErrorKind, File, LibVer, Selection,
    Value, VirtualSource,
};

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

/// All ways to get at the elements, or the shape, of a dataset.
fn every_way(dataset: &Dataset) -> Vec<Result<(), Error>> {
    let mut buffer = [0; 4];
    vec![
        dataset.read::<Vec<i32>>().map(drop),
        dataset.read::<Value>().map(drop),
        dataset.read::<DynArray>().map(drop),
        dataset.read_into(&mut buffer[..]),
        dataset.select(..2).and_then(|part| part.read::<Vec<i32>>()).map(drop),
        dataset.select([0, 1]).and_then(|part| part.read::<Vec<i32>>()).map(drop),
        dataset.rows::<i32>().and_then(|mut rows| rows.next().unwrap_or(Ok(0))).map(drop),
        dataset.blocks::<Vec<i32>>().and_then(|mut b| b.next().unwrap_or(Ok(vec![]))).map(drop),
        dataset.write([1; 4]),
        dataset.missing_sources().map(drop),
    ]
}

#[track_caller]
fn is_a_cycle_of(dataset: &Dataset, count: usize) {
    for (way, result) in every_way(dataset).into_iter().enumerate() {
        let error = result.unwrap_err();
        let ErrorKind::VirtualCycle { datasets } = error.kind() else { panic!("{way}: {error:#}") };
        assert_eq!(datasets.len(), count, "{way}: {error}");
        assert!(error.object_path().is_some() && error.file_path().is_some());
    }
}

#[test]
fn a_dataset_that_is_its_own_source_is_a_cycle() -> Result<(), Error> {
    let dir = judges::scratch();
    let path = dir.file("self.h5");
    let file = File::create(&path)?;
    let own = |name: &str| VirtualSource::in_same_file(name, 4);
    let new = || file.new_dataset::<i32>().shape(4);
    let direct = new().virtual_source(.., own("direct")).create("direct")?;
    is_a_cycle_of(&direct, 1);
    let named = new().virtual_source(.., VirtualSource::new(&path, "named", 4)).create("named")?;
    is_a_cycle_of(&named, 1);
    // By another name, which came later.
    let alias = new().virtual_source(.., own("alias")).create("soon")?;
    assert_eq!(alias.read::<Vec<i32>>()?, [0; 4]);
    file.link("alias", &alias)?;
    is_a_cycle_of(&alias, 1);
    let a = new().virtual_source(.., own("b")).create("a")?;
    assert_eq!(a.read::<Vec<i32>>()?, [0; 4]);
    new().virtual_source(..2, own("c").select(..2)).create("b")?;
    new().virtual_source(.., own("a")).create("c")?;
    is_a_cycle_of(&a, 3);
    drop((direct, named, alias, a));
    file.close()?;
    // Nothing keeps the file open.
    File::open_rw(&path)?.close()?;
    is_a_cycle_of(&File::open_rw(&path)?.dataset("b")?, 3);
    Ok(())
}

#[test]
fn a_cycle_may_lead_through_other_files() -> Result<(), Error> {
    let dir = judges::scratch();
    let names = ["a.h5", "b.h5", "c.h5"];
    for (index, name) in names.iter().enumerate() {
        let next = VirtualSource::new(names[(index + 1) % 3], "v", 4);
        let file = File::create(dir.file(name))?;
        file.new_dataset::<i32>().shape(4).virtual_source(.., next).create("v")?;
        file.close()?;
    }
    let file = File::open_rw(dir.file("b.h5"))?;
    let v = file.dataset("v")?;
    is_a_cycle_of(&v, 3);
    let error = v.read::<Vec<i32>>().unwrap_err().to_string();
    assert!(error.contains("a.h5") && error.contains("c.h5"), "{error}");
    Ok(())
}

#[test]
fn a_cycle_of_datasets_that_grow_is_found_before_their_length_is() -> Result<(), Error> {
    let dir = judges::scratch();
    let path = dir.file("grow.h5");
    let file = File::create(&path)?;
    let own = |name: &str| VirtualSource::in_same_file(name, (0..,));
    let new = || file.new_dataset::<i32>().shape((0..,));
    for (name, source, count) in [("self", "self", 1), ("a", "b", 2)] {
        new().virtual_source(.., own("a")).create("b").map(drop).or_else(|error| {
            if *error.kind() == ErrorKind::AlreadyExists { Ok(()) } else { Err(error) }
        })?;
        let cyclic = new().virtual_source(.., own(source)).create(name)?;
        for error in [cyclic.shape().map(drop), cyclic.read::<Vec<i32>>().map(drop)] {
            let kind = kind(error);
            assert!(
                matches!(&kind, ErrorKind::VirtualCycle { datasets } if datasets.len() == count),
                "{kind:?}"
            );
        }
    }
    let blocks = AxisSelection::blocks(0, 2, None, 2);
    let rows = VirtualSource::in_same_file("p%b", 2);
    let p0 = new().virtual_source(blocks, rows).create("p0")?;
    assert!(matches!(kind(p0.read::<Vec<i32>>()), ErrorKind::VirtualCycle { .. }));
    drop(p0);
    file.close()?;
    File::open_rw(&path)?.close()
}

#[test]
fn a_chain_may_be_long_but_not_endless() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("chain.h5"))?;
    file.create_dataset("v0", [1, 2, 3, 4])?;
    let link = |level: usize| {
        let source = VirtualSource::in_same_file(format!("v{}", level - 1), 4);
        file.new_dataset::<i32>().shape(4).virtual_source(.., source).create(format!("v{level}"))
    };
    for level in 1..=32 {
        assert_eq!(link(level)?.read::<Vec<i32>>()?, [1, 2, 3, 4], "{level}");
    }
    let endless = link(33)?;
    assert!(matches!(kind(endless.read::<Vec<i32>>()), ErrorKind::Unsupported { .. }));
    for level in 34..=1000 {
        link(level)?;
    }
    let error = kind(file.dataset("v1000")?.read::<Vec<i32>>());
    assert!(matches!(error, ErrorKind::Unsupported { .. }), "{error:?}");
    Ok(())
}

#[test]
fn sides_that_do_not_agree_are_refused_before_anything_is_made() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("sides.h5"))?;
    let new = || file.new_dataset::<i32>().shape((4, 6));
    let x = |shape: [usize; 2]| VirtualSource::new("x.h5", "x", shape);
    let refused = |builder: DatasetBuilder<'_, i32>| {
        let error = builder.create("new/v").unwrap_err();
        assert_eq!(error.object_path(), Some("/new/v"));
        assert_eq!(file.names().unwrap(), [""; 0]);
        error.kind().clone()
    };
    let shapes = |expected: &[usize], found: &[usize]| {
        let (expected, found) = (expected.to_vec(), found.to_vec());
        ErrorKind::ShapeMismatch { expected, found }
    };
    assert_eq!(refused(new().virtual_source(.., x([4, 5]))), shapes(&[4, 6], &[4, 5]));
    assert_eq!(refused(new().virtual_source(.., x([6, 4]))), shapes(&[4, 6], &[6, 4]));
    assert_eq!(refused(new().virtual_source(0, x([4, 6]).select((.., 0)))), shapes(&[6], &[4]));
    let rank = ErrorKind::RankMismatch { expected: 2, found: 3 };
    assert_eq!(refused(new().virtual_source((0, 0, 0), x([1, 1]))), rank);
    assert_eq!(refused(new().virtual_source((0, 0), x([1, 1]).select((0, 0, 0)))), rank);
    let beyond = ErrorKind::OutOfBounds { axis: 1, index: 7, extent: 6 };
    assert_eq!(refused(new().virtual_source((.., 3..7), x([4, 4]))), beyond);

    let argument = |builder| {
        let kind = refused(builder);
        assert!(matches!(kind, ErrorKind::InvalidArgument { .. }), "{kind:?}");
    };
    let all = || new().virtual_source(.., x([4, 6]));
    argument(all().chunk((2, 2)));
    argument(all().deflate(1));
    argument(all().compact());
    argument(all().contiguous());
    argument(all().alloc_time(hdf5::AllocTime::Early));
    let backwards = AxisSelection::from(..).step_by(-1);
    argument(new().virtual_source(backwards.clone(), x([4, 6])));
    argument(new().virtual_source([1, 0], x([2, 6])));
    argument(new().virtual_source(.., VirtualSource::new("%d.h5", "x", (4, 6))));
    argument(new().virtual_source(.., VirtualSource::new("%b.h5", "x", (4, 6))));
    argument(
        file.new_dataset()
            .shape((0.., 0..))
            .virtual_source(.., VirtualSource::new("x.h5", "x", (0.., 0..))),
    );
    for (name, dataset) in [("", "x"), ("x.h5", ""), ("x\0.h5", "x"), ("x.h5", "x\0")] {
        let source = VirtualSource::new(name, dataset, (4, 6));
        assert!(matches!(refused(new().virtual_source(.., source)), ErrorKind::InvalidName { .. }));
    }
    for selection in [Selection::points([[0, 0]]), Selection::mask([4, 6], vec![true; 24])] {
        let kind = refused(new().virtual_source(selection, x([4, 6])));
        assert!(matches!(kind, ErrorKind::Unsupported { .. }), "{kind:?}");
    }
    assert!(matches!(kind(all().create_with("v", [[1; 6]; 4])), ErrorKind::InvalidArgument { .. }));
    assert_eq!(file.names()?, [""; 0]);
    Ok(())
}

#[test]
fn an_old_format_has_no_virtual_datasets() -> Result<(), Error> {
    let dir = judges::scratch();
    let oldest =
        File::options().libver(LibVer::Earliest, LibVer::V18).create(dir.file("old.h5"))?;
    let made = oldest.new_dataset::<i32>().shape(2).virtual_layout().create("v");
    assert!(matches!(kind(made), ErrorKind::Unsupported { .. }));
    Ok(())
}

#[test]
fn a_source_that_is_not_as_it_was_said_to_be_is_an_error_that_names_it() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("v.h5"))?;
    let new = |source: &str, shape: usize| {
        let source = VirtualSource::in_same_file(source, shape);
        file.new_dataset::<i32>().shape(shape).virtual_source(.., source)
    };
    file.create_dataset("short", [1, 2, 3])?;
    let error = new("short", 5).create("beyond")?.read::<Vec<i32>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
    assert!(error.to_string().contains("\"short\""), "{error}");
    file.create_dataset("table", [[1, 2], [3, 4]])?;
    let error = new("table", 4).create("flat")?.read::<Vec<i32>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
    file.create_dataset("words", ["one", "two"])?;
    assert!(new("words", 2).create("numbers")?.read::<Vec<i32>>().is_err());
    // What is no dataset, or lies where nothing is, is missing.
    file.create_group("group")?;
    for (at, name) in ["group", "no/such/thing", "short/x"].into_iter().enumerate() {
        let v = new(name, 2).create(format!("missing-{at}"))?;
        assert_eq!(v.missing_sources()?.len(), 1, "{name}");
        let error = kind(v.require_sources().read::<Vec<i32>>());
        assert!(matches!(error, ErrorKind::MissingSources { .. }), "{name}: {error:?}");
        // Of a source that cannot be looked for, libhdf5 makes an error in any case.
        match v.read::<Vec<i32>>() {
            Ok(filled) => assert_eq!(filled, [0, 0], "{name}"),
            Err(error) => assert!(
                matches!(error.kind(), ErrorKind::MissingSources { .. }),
                "{name}: {error:#}"
            ),
        }
    }
    Ok(())
}

#[test]
fn a_source_that_is_open_for_reading_only_cannot_be_had_for_writing() -> Result<(), Error> {
    let dir = judges::scratch();
    let path = dir.file("x.h5");
    File::create(&path)?.create_dataset("x", [1, 2])?;
    let file = File::create(dir.file("v.h5"))?;
    let v = file.new_dataset::<i32>().shape(2);
    let v = v.virtual_source(.., VirtualSource::new(&path, "x", 2)).create("v")?;
    let reader = File::open(&path)?;
    let missing = v.missing_sources()?;
    assert_eq!(missing.len(), 1);
    assert!(v.require_sources().read::<Vec<i32>>().is_err());
    reader.close()?;
    let writer = File::open_rw(&path)?;
    writer.dataset("x")?.write([3, 4])?;
    assert_eq!(v.require_sources().read::<Vec<i32>>()?, [3, 4]);
    Ok(())
}
