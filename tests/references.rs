//! References to objects and regions: exchanged with h5py, followed, and led astray.

use std::collections::HashSet;

use hdf5::{
    Error, ErrorKind, File, H5Type, LibVer, Node, ObjectKind, ObjectReference, Reference, Region,
    RegionReference,
};
use ndarray::{Array2, arr2, array, s};

#[derive(H5Type, Debug, Clone, PartialEq, Default)]
struct Run {
    number: i16,
    data: ObjectReference,
    peak: RegionReference,
}

/// `(i, j)` holds `10 * i + j`.
fn table() -> Array2<i32> {
    Array2::from_shape_fn((6, 10), |(i, j)| (10 * i + j) as i32)
}

const THEIR_TABLE: &str = "d = f.create_dataset('g/d', data=np.arange(60).reshape(6, 10))\n";

/// The newest format that the linked libhdf5 knows.
const NEWEST: &str = if cfg!(hdf5_ge_1_12) { "latest" } else { "v110" };

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

#[test]
fn h5py_follows_the_object_references_that_we_make() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let data = file.create_dataset("g/d", table())?;
    let (group, null) = (file.group("g")?.reference()?, ObjectReference::default());
    file.create_dataset("refs", [[data.reference()?, group], [file.reference()?, null]])?;
    file.create_dataset("one", data.reference()?)?;
    file.attrs().set("ref", group)?;
    file.attrs().set("refs", [data.reference()?, null])?;
    let run = |number, data| Run { number, data, peak: RegionReference::default() };
    file.create_dataset("runs", [run(1, data.reference()?), run(2, null)])?;
    file.close()?;

    h5py.file(&path)
        .assert("h5py.check_ref_dtype(f['refs'].dtype) is h5py.Reference")
        .expect("f['refs'].id.get_type().get_size()", "8")
        .expect("[[r and f[r].name for r in row] for row in f['refs'][()]][0]", "['/g/d', '/g']")
        .expect("f[f['refs'][1, 0]].name", "'/'")
        .expect("bool(f['refs'][1, 1])", "False")
        .expect("f[f['one'][()]][5, 9]", "np.int32(59)")
        .expect("f[f.attrs['ref']].name", "'/g'")
        .expect("[bool(r) for r in f.attrs['refs']]", "[True, False]")
        .expect("f[f['runs'][0]['data']].name", "'/g/d'")
        .expect("bool(f['runs'][1]['data'])", "False")
        .expect("bool(f['runs'][0]['peak'])", "False");
    Ok(())
}

#[test]
fn we_follow_the_object_references_that_h5py_makes() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        &(THEIR_TABLE.to_owned()
            + "f['t'] = np.dtype('i4')\n\
               refs = f.create_dataset('refs', (2, 2), dtype=h5py.ref_dtype)\n\
               refs[0] = d.ref, f['g'].ref\n\
               refs[1, 0] = f['t'].ref\n\
               f.attrs['ref'] = f.ref\n\
               f.attrs.create('refs', [d.ref, h5py.Reference()], dtype=h5py.ref_dtype)\n\
               runs = f.create_dataset('runs', (2,), dtype=[('number', 'i2'), \
               ('data', h5py.ref_dtype), ('peak', h5py.regionref_dtype)])\n\
               runs[0] = 7, d.ref, d.regionref[2, 3:5]\n"),
    );
    let file = File::open(&path)?;
    let refs: Array2<ObjectReference> = file.dataset("refs")?.read()?;
    let Node::Dataset(data) = file.dereference(refs[(0, 0)])? else { panic!("no dataset") };
    assert_eq!(data.read::<Array2<i32>>()?, table());
    let kinds = refs.iter().take(3).map(|reference| file.reference_kind(reference));
    let expected = [ObjectKind::Dataset, ObjectKind::Group, ObjectKind::Datatype];
    assert_eq!(kinds.collect::<Result<Vec<_>, _>>()?, expected);
    for (reference, expected) in refs.iter().zip(expected) {
        assert_eq!(file.dereference(reference)?.kind(), expected);
    }
    assert!(refs[(1, 1)].is_null());

    // From any group of the file, and to the same value however it was made.
    let group = file.group("g")?;
    assert_eq!(group.reference_name(refs[(1, 0)])?.as_deref(), Some("/t"));
    assert_eq!(group.reference()?, refs[(0, 1)]);
    assert_eq!(file.open("t")?.reference()?, refs[(1, 0)]);
    assert_eq!(group.dereference(refs[(0, 1)])?.identity()?, file.open("g")?.identity()?);
    assert_eq!(refs.iter().collect::<HashSet<_>>().len(), 4);

    let root: ObjectReference = file.attrs().get("ref")?;
    assert_eq!(file.reference_name(root)?.as_deref(), Some("/"));
    let refs: Vec<Reference> = file.attrs().get("refs")?;
    assert_eq!(refs[0], Reference::from(data.reference()?));
    assert!(refs[1].is_null());

    let runs: Vec<Run> = file.dataset("runs")?.read()?;
    assert_eq!((runs[0].number, runs[0].data), (7, data.reference()?));
    assert_eq!(file.region(runs[0].peak)?.read::<Array2<i32>>()?, array![[23, 24]]);
    assert_eq!(runs[1], Run::default());
    Ok(())
}

#[test]
fn h5py_reads_the_regions_that_we_refer_to() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let data = file.create_dataset("d", table())?;
    let scalar = file.create_dataset("s", 4.5)?;
    let line = file.create_dataset("line", [1_u8, 2, 3])?;
    let regions = [
        data.region_reference(s![1..3, 2..8;2])?,
        data.region_reference(..)?,
        data.region_reference((-1, 3))?,
        data.region_reference(2..2)?,
        scalar.region_reference(())?,
        line.region_reference(1..)?,
        RegionReference::default(),
    ];
    file.create_dataset("regions", regions)?;
    file.attrs().set("spot", regions[0])?;
    file.close()?;

    h5py.file(&path)
        .assert("h5py.check_ref_dtype(f['regions'].dtype) is h5py.RegionReference")
        .expect("f['regions'].id.get_type().get_size()", "12")
        .expect("f['d'][f['regions'][0]].tolist()", "[[12, 14, 16], [22, 24, 26]]")
        .expect("f['d'][f.attrs['spot']].tolist()", "[[12, 14, 16], [22, 24, 26]]")
        .assert("(f['d'][f['regions'][1]] == f['d'][()]).all()")
        .expect("f['d'][f['regions'][2]].tolist()", "[[53]]")
        .expect("f['d'][f['regions'][3]].shape", "(0, 0)")
        .expect("f['s'][f['regions'][4]][()]", "np.float64(4.5)")
        .expect("f['line'][f['regions'][5]].tolist()", "[2, 3]")
        .expect("bool(f['regions'][6])", "False")
        .expect("f[f['regions'][5]].name", "'/line'");
    Ok(())
}

#[test]
fn we_read_the_regions_that_h5py_refers_to() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    for libver in ["earliest", NEWEST] {
        let path = dir.file(libver);
        h5py.script(
            "
            with h5py.File(args[0], 'w', libver=args[1]) as f:
                d = f.create_dataset('g/d', data=np.arange(60).reshape(6, 10))
                mask = np.zeros((6, 10), bool)
                mask[2, 3] = mask[2, 4] = mask[5, 0] = True
                points = d.id.get_space()
                points.select_elements([(5, 9), (0, 0), (5, 9)])
                points = h5py.h5r.create(d.id, b'.', h5py.h5r.DATASET_REGION, points)
                two = h5py.MultiBlockSlice(0, 4, 2, 2)
                s = f.create_dataset('s', data=2)
                ref = d.regionref
                refs = [ref[1:3, 2:8:2], ref[...], ref[[0, 2, 5], 1:3], ref[mask], points]
                refs += [ref[two, 4], ref[0:0], s.regionref[()]]
                f.create_dataset('r', (9,), dtype=h5py.regionref_dtype)
                for i, r in enumerate(refs):
                    f['r'][i] = r
            ",
            &[&path, libver.as_ref()],
        );
        let file = File::open(&path)?;
        let refs: Vec<RegionReference> = file.dataset("r")?.read()?;
        let found = refs[..8].iter().map(|&reference| file.region(reference));
        let found = found.collect::<Result<Vec<_>, _>>()?;
        let regions: Vec<_> = found.iter().map(|found| found.region().clone()).collect();
        let hyperslab = |start: [_; 2], stride: [_; 2], count: [_; 2], block: [_; 2]| {
            let [start, stride] = [start, stride].map(|axes| axes.to_vec());
            Region::Hyperslab { start, stride, count: count.to_vec(), block: block.to_vec() }
        };
        assert_eq!(regions[0], hyperslab([1, 2], [1, 2], [2, 3], [1, 1]), "{libver}");
        assert_eq!(regions[1], Region::All);
        let rows = [0, 2, 5].map(|row| vec![row..row + 1, 1..3]);
        assert_eq!(regions[2], Region::Blocks(rows.to_vec()));
        let masked = vec![vec![2, 3], vec![2, 4], vec![5, 0]];
        assert_eq!(regions[3], Region::Points(masked));
        assert_eq!(regions[4], Region::Points(vec![vec![5, 9], vec![0, 0], vec![5, 9]]));
        assert_eq!(regions[5], hyperslab([0, 4], [4, 1], [2, 1], [2, 1]));
        assert_eq!(regions[6], Region::Empty);
        assert_eq!(regions[7], Region::All);

        let read = |index: usize| found[index].read::<Array2<i32>>();
        assert_eq!(read(0)?, arr2(&[[12, 14, 16], [22, 24, 26]]));
        assert_eq!(read(1)?, table());
        assert_eq!(read(2)?, arr2(&[[1, 2], [21, 22], [51, 52]]));
        assert_eq!(found[3].read::<Vec<i32>>()?, [23, 24, 50]);
        assert_eq!(found[4].read::<Vec<f64>>()?, [59.0, 0.0, 59.0]);
        assert_eq!(read(5)?, arr2(&[[4], [14], [44], [54]]));
        assert_eq!((read(6)?.dim(), found[6].shape()?), ((0, 0), vec![0, 0]));
        assert_eq!(found[7].read::<i32>()?, 2);
        assert!(refs[8].is_null());

        // What has a Selection is one; of the others, the elements alone are at hand.
        let data = file.dataset("g/d")?;
        assert_eq!(data.select(&regions[0])?.read::<Array2<i32>>()?, read(0)?);
        assert_eq!(data.select(&regions[1])?.read::<Array2<i32>>()?, table());
        for region in &regions[2..7] {
            let error = kind(data.select(region.clone()));
            assert!(matches!(error, ErrorKind::Unsupported { .. }), "{region:?}: {error}");
        }
        assert_eq!(data.select_region(refs[3])?.read::<Vec<i32>>()?, [23, 24, 50]);
    }
    Ok(())
}

#[test]
fn a_region_is_written_through_its_reference() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        &(THEIR_TABLE.to_owned()
            + "f.attrs['points'] = d.regionref[d[()] % 25 == 0]\n\
               f.attrs['block'] = d.regionref[4:, 8:]\n"),
    );
    let file = File::open_rw(&path)?;
    let points = file.region(file.attrs().get::<RegionReference>("points")?)?;
    points.write([-1_i64, -2, -3])?;
    let block = file.region(file.attrs().get::<RegionReference>("block")?)?;
    block.write([[-4, -5], [-6, -7]])?;
    let (expected, found) = (vec![2, 2], vec![4]);
    assert_eq!(kind(block.write([0; 4])), ErrorKind::ShapeMismatch { expected, found });
    file.close()?;
    h5py.file(&path)
        .expect("f['g/d'][()].reshape(60)[::25].tolist()", "[-1, -2, -3]")
        .expect("f['g/d'][4:, 8:].tolist()", "[[-4, -5], [-6, -7]]")
        .expect("int(f['g/d'][()].sum())", &(1770 - 75 - 6 - 48 - 49 - 58 - 59 - 22).to_string());

    let file = File::open(&path)?;
    let points = file.region(file.attrs().get::<RegionReference>("points")?)?;
    assert_eq!(kind(points.write([0; 3])), ErrorKind::ReadOnly);
    let data = file.dataset("g/d")?;
    assert_eq!(kind(data.region_reference(0)), ErrorKind::ReadOnly);
    Ok(())
}

#[test]
fn null_references_lead_nowhere() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let data = file.create_dataset("d", table())?;
    let (object, region) = (ObjectReference::default(), RegionReference::default());
    // Elements that were never written are null.
    file.new_dataset::<ObjectReference>().shape(3).create("refs")?;
    assert_eq!(file.dataset("refs")?.read::<Vec<ObjectReference>>()?, [object; 3]);

    assert_eq!(kind(file.dereference(object)), ErrorKind::NullReference);
    assert_eq!(kind(file.dereference(region)), ErrorKind::NullReference);
    assert_eq!(kind(file.region(region)), ErrorKind::NullReference);
    assert_eq!(kind(data.select_region(region)), ErrorKind::NullReference);
    assert_eq!(kind(file.reference_kind(object)), ErrorKind::NullReference);
    assert_eq!(kind(file.reference_name(object)), ErrorKind::NullReference);
    let error = file.dereference(object).unwrap_err();
    let path = dir.file("a.h5");
    let expected =
        format!("cannot follow a reference \"{}\": the reference is null", path.display());
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{object:?} {region:?}"), "ObjectReference(null) RegionReference(null)");
    Ok(())
}

#[test]
fn a_reference_to_what_was_removed_leads_nowhere() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let removed = file.create_dataset("removed", [4, 5, 6])?;
    let kept = file.create_dataset("kept", [1, 2, 3])?;
    let reference = removed.reference()?;
    let region = removed.region_reference(1..)?;
    file.remove("removed")?;
    // As long as a handle keeps it, and afterwards.
    for handle in [Some(removed), None] {
        assert_eq!(kind(file.dereference(reference)), ErrorKind::DanglingReference);
        assert_eq!(kind(file.dereference(region)), ErrorKind::DanglingReference);
        assert_eq!(kind(file.region(region)), ErrorKind::DanglingReference);
        assert_eq!(kind(kept.select_region(region)), ErrorKind::DanglingReference);
        assert_eq!(kind(file.reference_name(reference)), ErrorKind::DanglingReference);
        drop(handle);
    }
    // A reference follows the object, not its name.
    let reference = kept.reference()?;
    file.create_group("g")?;
    assert_eq!(file.reference_name(reference)?.as_deref(), Some("/kept"));
    Ok(())
}

/// The header of what was removed is still in the file, where libhdf5 by itself would open it, and then fail to make
/// anything in its room.
#[test]
fn what_takes_the_room_of_what_was_removed_is_not_taken_for_it() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    for oldest in [LibVer::Earliest, LibVer::Latest] {
        let path = dir.file("a.h5");
        let file = File::options().libver(oldest, LibVer::Latest).create(&path)?;
        let mut references = Vec::new();
        for i in 0..10 {
            references.push(file.create_dataset(format!("g/{i}"), vec![i; 1000])?.reference()?);
        }
        references.push(file.group("g")?.reference()?);
        let kept = file.dataset("g/3")?;
        file.link("kept", &kept)?;
        let replaced = file.create_dataset("replaced", [1, 2])?.reference()?;
        file.new_dataset::<f64>().replace_with("replaced", [3.5])?;
        file.flush()?;
        file.remove("g")?;

        for (i, &reference) in references.iter().enumerate() {
            match i {
                3 => assert_eq!(file.reference_name(reference)?.as_deref(), Some("/kept")),
                _ => {
                    assert_eq!(kind(file.dereference(reference)), ErrorKind::DanglingReference);
                    assert_eq!(kind(file.reference_kind(reference)), ErrorKind::DanglingReference);
                }
            }
        }
        assert_eq!(kind(file.dereference(replaced)), ErrorKind::DanglingReference);
        // Now everything is made where the others were.
        let mut made = Vec::new();
        for i in 0..12 {
            made.push(file.create_dataset(format!("new {i}"), vec![-i; 900])?.reference()?);
        }
        for (i, &reference) in made.iter().enumerate() {
            assert_eq!(file.reference_name(reference)?, Some(format!("/new {i}")));
        }
        assert!(references.iter().any(|old| made.contains(old)), "no room was used again");
        file.close()?;
        h5py.file(&path)
            .expect("len(f)", "14")
            .assert("all((f[f'new {i}'][()] == [-i] * 900).all() for i in range(12))")
            .assert("(f['kept'][()] == [3] * 1000).all()");
    }
    Ok(())
}

#[test]
fn what_gets_a_link_again_is_found_again() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let data = file.create_dataset("g/d", [1, 2, 3])?;
    let (reference, region) = (data.reference()?, data.region_reference(1..)?);
    file.flush()?;
    file.remove("g")?;
    assert_eq!(kind(file.dereference(reference)), ErrorKind::DanglingReference);
    file.link("back", &data)?;
    assert_eq!(file.reference_name(reference)?.as_deref(), Some("/back"));
    assert_eq!(file.region(region)?.read::<Vec<i32>>()?, [2, 3]);
    // A name is not what matters.
    file.rename("back", "elsewhere")?;
    assert_eq!(file.reference_name(reference)?.as_deref(), Some("/elsewhere"));
    Ok(())
}

#[test]
fn what_was_removed_from_a_file_on_disk_has_no_name() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(&path, "f['x'] = [1, 2]\nf['y'] = [3]\nf['x'].attrs['to'] = f['y'].ref\n");
    h5py.edit(&path, "del f['y']\n");
    let file = File::open(&path)?;
    let reference: ObjectReference = file.dataset("x")?.attrs().get("to")?;
    // Its bytes are still there, and nothing says that they are no object any more.
    match file.reference_name(reference) {
        Ok(name) => assert_eq!(name, None),
        Err(error) => assert_eq!(*error.kind(), ErrorKind::DanglingReference),
    }
    Ok(())
}

#[test]
fn a_region_of_another_dataset_is_refused() -> Result<(), Error> {
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let data = file.create_dataset("d", table())?;
    let other = file.create_dataset("other", table())?;
    let region = data.region_reference(2)?;
    assert_eq!(kind(other.select_region(region)), ErrorKind::ForeignRegion);
    assert_eq!(data.select_region(region)?.shape()?, [1, 10]);
    assert_eq!(file.dataset("d")?.select_region(region)?.dataset().path().unwrap(), "/d");
    Ok(())
}

#[test]
fn a_region_that_the_dataset_no_longer_reaches_is_out_of_bounds() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "d = f.create_dataset('d', data=np.arange(60).reshape(6, 10), maxshape=(None, None))\n\
         f.attrs['rows'] = d.regionref[1:5]\n\
         f.attrs['points'] = d.regionref[d[()] > 57]\n\
         f.attrs['all'] = d.regionref[...]\n",
    );
    let file = File::open_rw(&path)?;
    let region = |name| file.region(file.attrs().get::<RegionReference>(name)?);
    let (rows, points, all) = (region("rows")?, region("points")?, region("all")?);
    file.dataset("d")?.resize((4, 10))?;
    let outside = |index| ErrorKind::OutOfBounds { axis: 0, index, extent: 4 };
    assert_eq!(kind(rows.read::<Vec<i32>>()), outside(4));
    assert_eq!(kind(rows.write(Array2::<i32>::zeros((4, 10)))), outside(4));
    assert_eq!(kind(points.shape()), outside(5));
    assert_eq!(all.read::<Array2<i32>>()?.dim(), (4, 10));
    assert_eq!(*region("rows")?.region(), *rows.region());
    Ok(())
}

#[test]
fn references_of_another_file_or_type_are_refused() -> Result<(), Error> {
    let dir = judges::scratch();
    let (small, large) = (File::create(dir.file("a.h5"))?, File::create(dir.file("b.h5"))?);
    (0..100).try_for_each(|i| large.create_dataset(format!("filler{i}"), i).map(drop))?;
    let data = large.create_dataset("d", table())?;
    let (reference, region) = (data.reference()?, data.region_reference(0)?);
    small.create_dataset("refs", [reference])?;
    small.create_dataset("regions", [region])?;
    assert_eq!(kind(small.dereference(reference)), ErrorKind::DanglingReference);
    assert_eq!(kind(small.reference_kind(reference)), ErrorKind::DanglingReference);
    assert_eq!(kind(small.region(region)), ErrorKind::DanglingReference);

    let is_mismatch = |kind| matches!(kind, ErrorKind::TypeMismatch { .. });
    assert!(is_mismatch(kind(small.dataset("refs")?.read::<Vec<RegionReference>>())));
    assert!(is_mismatch(kind(small.dataset("regions")?.read::<Vec<ObjectReference>>())));
    assert!(is_mismatch(kind(small.dataset("refs")?.read::<Vec<u64>>())));
    assert!(is_mismatch(kind(data.read::<Vec<ObjectReference>>())));
    assert!(is_mismatch(kind(small.dataset("refs")?.write([region]))));

    small.close()?;
    let node = large.dereference(reference)?;
    large.close()?;
    assert_eq!(kind(node.reference()), ErrorKind::Closed);
    Ok(())
}

#[test]
#[cfg(not(hdf5_ge_1_12))]
fn a_region_of_a_newer_format_is_no_dangling_reference() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.script(
        "
        with h5py.File(args[0], 'w', libver='latest') as f:
            f['d'] = [1, 2, 3]
            f.attrs['r'] = f['d'].regionref[:2]
        ",
        &[&path],
    );
    let file = File::open(&path)?;
    let reference: RegionReference = file.attrs().get("r")?;
    let error = file.region(reference).unwrap_err();
    assert!(error.to_string().contains("bad version number"), "{error}");
    assert_eq!(file.reference_name(reference)?.as_deref(), Some("/d"));
    Ok(())
}

#[test]
fn no_bytes_taken_for_a_reference_do_harm() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    for libver in ["earliest", NEWEST] {
        let path = dir.file(libver);
        h5py.script(
            "
            with h5py.File(args[0], 'w', libver=args[1]) as f:
                d = f.create_dataset('g/d', data=np.arange(60).reshape(6, 10))
                f['t'] = np.dtype('f8')
                f['words'] = ['w' * (i % 40) for i in range(300)]
                f['g/h'] = 1
                r = f.create_dataset('r', (900,), dtype=h5py.regionref_dtype)
                for i in range(900):
                    r[i] = d.regionref[i % 6, i % 4:4]
            ",
            &[&path, libver.as_ref()],
        );
        let bytes = std::fs::read(&path).unwrap();
        let file = File::open(&path)?;
        // Each place in the file, and places that cannot be.
        let places =
            (0..bytes.len() as u64 + 100).chain([1 << 40, 1 << 63, u64::MAX - 1, u64::MAX]);
        let mut objects = HashSet::new();
        for place in places {
            let reference = ObjectReference::from_bytes(place.to_ne_bytes());
            match file.dereference(reference) {
                Ok(node) => drop(objects.insert(node.identity()?)),
                Err(error) => match error.kind() {
                    ErrorKind::NullReference => assert_eq!(place, 0),
                    kind => assert_eq!(*kind, ErrorKind::DanglingReference, "{place}"),
                },
            }
        }
        let real = file.walk()?.map(|item| item?.1.identity());
        let real: HashSet<_> = real.collect::<Result<_, _>>()?;
        assert!(objects.is_superset(&real));

        // Every object of every heap, and many that are none.
        let known: Vec<RegionReference> = file.dataset("r")?.read()?;
        let known: HashSet<_> = known.into_iter().collect();
        let heaps = bytes.windows(5).enumerate().filter(|(_, bytes)| bytes == b"GCOL\x01");
        let heaps: Vec<_> = heaps.map(|(place, _)| place as u64).collect();
        assert!(heaps.len() > 1);
        let mut followed = HashSet::new();
        for place in heaps.into_iter().chain([0, 8, bytes.len() as u64, u64::MAX]) {
            for index in (0..1500).chain((0..32).map(|bit| 1 << bit)).chain([65_537, u32::MAX]) {
                let mut bytes = [0; 12];
                bytes[..8].copy_from_slice(&place.to_le_bytes());
                bytes[8..].copy_from_slice(&index.to_le_bytes());
                let reference = RegionReference::from_bytes(bytes);
                match file.region(reference) {
                    Ok(region) => {
                        region.read::<Vec<i32>>()?;
                        followed.insert(reference);
                    }
                    Err(error) => match error.kind() {
                        ErrorKind::NullReference => assert_eq!(bytes, [0; 12]),
                        kind => assert_eq!(*kind, ErrorKind::DanglingReference, "{bytes:?}"),
                    },
                }
            }
        }
        assert_eq!(followed, known);
    }
    Ok(())
}

/// Old versions of libhdf5 take every description of a region for a whole one.
#[test]
#[cfg(hdf5_ge_1_14_4)]
fn no_bytes_taken_for_a_region_do_harm() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        d = f.create_dataset('d', data=np.arange(60).reshape(6, 10))
        address = h5py.h5o.get_info(d.id).addr.to_bytes(8, 'little')
        random = np.random.default_rng(1)
        few = [0, 1, 2, 3, 4, 8, 60, 255]
        forged = f.create_dataset('forged', (3000,), dtype=h5py.vlen_dtype('u1'))
        for i in range(3000):
            words = [1 + i % 3, 1 + random.integers(3), random.choice([0, 1, 2**24]), 24, 2]
            words += list(random.choice(few, random.integers(12)))
            region = np.array(words, '<u4').tobytes()
            if i % 3 == 1 and i % 2:
                # The newer forms of a hyperslab.
                region = region[:4] + bytes([2 + i % 4 // 2, 0, 0, 0, 1, random.choice([2, 4, 8])])
                region += np.array([2, *random.choice(few, 16)], '<u4').tobytes()
            element = address + region
            forged[i] = np.frombuffer(element[:random.integers(1, len(element))], 'u1')
        ",
    );
    let file = File::open(&path)?;
    let bytes = std::fs::read(&path).unwrap();
    let heaps = bytes.windows(5).enumerate().filter(|(_, bytes)| bytes == b"GCOL\x01");
    let (mut found, mut read, mut refused) = (0, 0, 0);
    for (place, _) in heaps {
        for index in 0..3001_u32 {
            let mut bytes = [0; 12];
            bytes[..8].copy_from_slice(&(place as u64).to_le_bytes());
            bytes[8..].copy_from_slice(&index.to_le_bytes());
            match file.region(RegionReference::from_bytes(bytes)) {
                Ok(region) => {
                    found += 1;
                    read += usize::from(region.read::<Vec<i32>>().is_ok());
                }
                Err(error) => {
                    refused += usize::from(*error.kind() != ErrorKind::DanglingReference);
                }
            }
        }
    }
    assert!(found > 100 && read > 20 && refused > 500, "{found} {read} {refused}");
    Ok(())
}

#[test]
fn a_file_with_a_user_block_has_regions_too() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::options().userblock(1024).create(&path)?;
    let data = file.create_dataset("d", table())?;
    // More than what one piece of the heap holds.
    let regions = (0..700).map(|i| data.region_reference((i % 6, i % 4..=5)));
    let regions = regions.collect::<Result<Vec<_>, _>>()?;
    file.create_dataset("r", &regions)?;
    for (i, &region) in regions.iter().enumerate() {
        let first = file.region(region)?.read::<Vec<usize>>()?[0];
        assert_eq!(first, i % 6 * 10 + i % 4);
    }
    file.close()?;
    h5py.file(&path).expect("f.userblock_size", "1024").assert(
        "all(f['d'][r].tolist() == [[*range(i % 6 * 10 + i % 4, i % 6 * 10 + 6)]] \
                 for i, r in enumerate(f['r'][()]))",
    );
    Ok(())
}
