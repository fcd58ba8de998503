//! References in the form of HDF5 1.12: exchanged with another libhdf5, followed, and led astray.
//!
//! h5py does not know them, but it has a libhdf5 2.0 with it, of which the C calls are made from Python.

#[cfg(not(hdf5_ge_1_12))]
#[test]
fn a_library_without_them_says_so() {
    use hdf5::{ErrorKind, File, StdReference};

    let dir = judges::scratch();
    let file = File::create(dir.file("old.h5")).unwrap();
    let data = file.create_dataset("x", [1, 2]).unwrap();
    for result in [data.std_reference(), file.std_reference(), data.std_region_reference(..)] {
        let error = result.unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error:#}");
    }
    let error = file.create_dataset("r", [StdReference::default()]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error:#}");
    assert_eq!(file.names().unwrap(), ["x"]);
}

#[cfg(hdf5_ge_1_12)]
mod since_1_12 {
    use hdf5::{
        DynArray, Error, ErrorKind, File, H5Type, Node, ObjectKind, Reference, ReferenceTarget,
        Region, StdReference, Value,
    };

    /// The C calls of h5py's own libhdf5; `refs(name)` reads references from a dataset of the file.
    const CALLS: &str = "
import ctypes, glob
folder = os.path.join(os.path.dirname(os.path.dirname(h5py.__file__)), 'h5py.libs')
lib = ctypes.CDLL(glob.glob(os.path.join(folder, 'libhdf5-*.so*'))[0])
hid, size, buf = ctypes.c_int64, ctypes.c_size_t, ctypes.c_char_p
STD_REF = hid.in_dll(lib, 'H5T_STD_REF_g')
class Ref(ctypes.Structure):
    _fields_ = [('data', ctypes.c_int64 * 8)]
for name, args, result in [
        ('H5Dread', [hid] * 5 + [ctypes.c_void_p], ctypes.c_int),
        ('H5Dwrite', [hid] * 5 + [ctypes.c_void_p], ctypes.c_int),
        ('H5Dcreate2', [hid, buf] + [hid] * 5, hid), ('H5Dclose', [hid], ctypes.c_int),
        ('H5Rget_type', [ctypes.c_void_p], ctypes.c_int),
        ('H5Rget_obj_name', [ctypes.c_void_p, hid, buf, size], ctypes.c_ssize_t),
        ('H5Rget_attr_name', [ctypes.c_void_p, buf, size], ctypes.c_ssize_t),
        ('H5Ropen_region', [ctypes.c_void_p, hid, hid], hid),
        ('H5Sget_select_npoints', [hid], ctypes.c_int64), ('H5Sclose', [hid], ctypes.c_int),
        ('H5Rcreate_object', [hid, buf, hid, ctypes.c_void_p], ctypes.c_int),
        ('H5Rcreate_region', [hid, buf, hid, hid, ctypes.c_void_p], ctypes.c_int),
        ('H5Rcreate_attr', [hid, buf, buf, hid, ctypes.c_void_p], ctypes.c_int),
        ('H5Rdestroy', [ctypes.c_void_p], ctypes.c_int)]:
    call = getattr(lib, name)
    call.argtypes, call.restype = args, result
def made(status):
    assert status >= 0
    return status
def refs(name):
    d = h5py.h5d.open(f.id, name.encode())
    found = (Ref * d.get_space().get_simple_extent_npoints())()
    made(lib.H5Dread(d.id, STD_REF, 0, 0, 0, found))
    told = []
    for ref in found:
        if not any(ref.data):
            told.append(None)
            continue
        text = ctypes.create_string_buffer(200)
        made(lib.H5Rget_obj_name(ctypes.byref(ref), 0, text, 200))
        one = [text.value.decode()]
        kind = made(lib.H5Rget_type(ctypes.byref(ref)))
        if kind == 4:
            made(lib.H5Rget_attr_name(ctypes.byref(ref), text, 200))
            one.append(text.value.decode())
        elif kind == 3:
            space = made(lib.H5Ropen_region(ctypes.byref(ref), 0, 0))
            one.append(lib.H5Sget_select_npoints(space))
            lib.H5Sclose(space)
        told.append(one)
        lib.H5Rdestroy(ctypes.byref(ref))
    return told
";

    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Run {
        number: i16,
        data: StdReference,
        parts: Vec<StdReference>,
    }

    fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
        result.unwrap_err().kind().clone()
    }

    #[test]
    fn another_libhdf5_follows_what_we_make() -> Result<(), Error> {
        let h5py = judges::h5py!(Ok(()));
        let dir = judges::scratch();
        let path = dir.file("ours.h5");
        let file = File::create(&path)?;
        let data = file.create_dataset("g/d", [[1, 2, 3], [4, 5, 6]])?;
        data.attrs().set("units", "K")?;
        let references = [
            data.std_reference()?,
            file.group("g")?.std_reference()?,
            data.std_region_reference((.., 1..))?,
            data.attrs().std_reference("units")?,
            StdReference::default(),
        ];
        file.create_dataset("refs", &references)?;
        // As they come back, they are written again: in a list, from run-time values, and as they are stored.
        let back: Vec<StdReference> = file.dataset("refs")?.read()?;
        assert_eq!(back, references);
        file.create_dataset("again", &back)?;
        let values: Value = file.dataset("refs")?.read()?;
        file.new_dataset::<StdReference>().create_with("values", &values)?;
        let stored: DynArray = file.dataset("refs")?.read()?;
        file.create_dataset("stored", &stored)?;
        file.close()?;
        for name in ["refs", "again", "values", "stored"] {
            let told = h5py.file(&path).run(&format!("{CALLS}\nprint(refs('{name}'), end='')"));
            let expected = "[['/g/d'], ['/g'], ['/g/d', 4], ['/g/d', 'units'], None]";
            assert_eq!(told, expected, "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_another_libhdf5_made_is_followed() -> Result<(), Error> {
        let h5py = judges::h5py!(Ok(()));
        let dir = judges::scratch();
        let path = dir.file("theirs.h5");
        h5py.create(
            &path,
            &format!(
                "{CALLS}
f['g/d'] = np.arange(60).reshape(6, 10)
f['g/d'].attrs['units'] = 'K'
space = f['g/d'].id.get_space()
space.select_hyperslab((1, 2), (2, 3))
made_refs = (Ref * 5)()
at = lambda i: ctypes.byref(made_refs, 64 * i)
made(lib.H5Rcreate_object(f.id.id, b'g/d', 0, at(0)))
made(lib.H5Rcreate_object(f.id.id, b'g', 0, at(1)))
made(lib.H5Rcreate_region(f.id.id, b'g/d', space.id, 0, at(2)))
made(lib.H5Rcreate_attr(f.id.id, b'g/d', b'units', 0, at(3)))
length = h5py.h5s.create_simple((5,))
d = made(lib.H5Dcreate2(f.id.id, b'refs', STD_REF, length.id, 0, 0, 0))
made(lib.H5Dwrite(d, STD_REF, 0, 0, 0, made_refs))
lib.H5Dclose(d)
for i in range(4):
    lib.H5Rdestroy(at(i))
"
            ),
        );
        let file = File::open(&path)?;
        let references: Vec<Reference> = file.dataset("refs")?.read()?;
        let names = references[..4].iter().map(|reference| file.reference_name(reference));
        let names = names.map(|name| Ok(name?.expect("it has one")));
        assert_eq!(names.collect::<Result<Vec<_>, Error>>()?, ["/g/d", "/g", "/g/d", "/g/d"]);
        let Node::Dataset(data) = file.dereference(&references[0])? else {
            panic!("it is a dataset");
        };
        assert_eq!(data.shape()?, [6, 10]);
        assert_eq!(file.reference_kind(&references[1])?, ObjectKind::Group);
        let region = file.region(&references[2])?;
        let expected = Region::Hyperslab {
            start: vec![1, 2],
            stride: vec![1, 1],
            count: vec![2, 3],
            block: vec![1, 1],
        };
        assert_eq!(*region.region(), expected);
        assert_eq!(region.read::<Vec<i64>>()?, [12, 13, 14, 22, 23, 24]);
        assert_eq!(data.select(&references[2])?.shape()?, [2, 3]);
        assert_eq!(data.select_region(&references[2])?.read::<Vec<i64>>()?.len(), 6);
        let references: Vec<StdReference> = file.dataset("refs")?.read()?;
        assert_eq!(references[3].target()?, ReferenceTarget::Attribute("units".into()));
        assert_eq!(references[2].target()?, ReferenceTarget::Region);
        assert!(references[3].file_name()?.to_str()?.ends_with("theirs.h5"));
        assert!(references[4].is_null());
        assert_eq!(kind(file.dereference(&references[4])), ErrorKind::NullReference);
        assert_eq!(kind(references[4].target()), ErrorKind::NullReference);
        assert_eq!(kind(file.region(&references[4])), ErrorKind::NullReference);
        for wrong in [&references[0], &references[3]] {
            assert!(matches!(kind(file.region(wrong)), ErrorKind::InvalidArgument { .. }));
            assert!(matches!(kind(data.select_region(wrong)), ErrorKind::InvalidArgument { .. }));
        }
        Ok(())
    }

    #[test]
    fn they_are_fields_items_of_lists_and_attributes() -> Result<(), Error> {
        let dir = judges::scratch();
        let file = File::create(dir.file("nested.h5"))?;
        let (a, b) = (file.create_dataset("a", 1)?, file.create_dataset("b", 2)?);
        let (a, b, null) = (a.std_reference()?, b.std_reference()?, StdReference::default());
        assert!(a != b && a == a.clone() && a != null);
        let run = |number, data: &StdReference, parts: &[&StdReference]| Run {
            number,
            data: data.clone(),
            parts: parts.iter().map(|&part| part.clone()).collect(),
        };
        let runs = vec![run(1, &a, &[&a, &b]), run(2, &null, &[])];
        file.create_dataset("runs", &runs)?;
        file.attrs().set("run", &runs[0])?;
        file.attrs().set("best", &b)?;
        assert_eq!(file.dataset("runs")?.read::<Vec<Run>>()?, runs);
        assert_eq!(file.attrs().get::<Run>("run")?, runs[0]);
        assert_eq!(file.attrs().get::<StdReference>("best")?, b);
        let best = file.dereference(file.attrs().get::<Reference>("best")?)?;
        assert_eq!(best.path().as_deref(), Some("/b"));
        Ok(())
    }

    #[test]
    fn they_do_not_outlive_their_file_nor_keep_it_open_when_it_is_closed() -> Result<(), Error> {
        let h5py = judges::h5py!(Ok(()));
        let dir = judges::scratch();
        let path = dir.file("closed.h5");
        let file = File::create(&path)?;
        let data = file.create_dataset("d", [1, 2])?;
        let made = data.std_reference()?;
        let refs = file.create_dataset("refs", [made.clone(), made.clone()])?;
        let (read, stored) = (refs.read::<Vec<StdReference>>()?, refs.read::<DynArray>()?);
        let group = file.group("/")?;
        file.close()?;
        // Only a file that nobody has open can be opened like this.
        h5py.edit(&path, "f['more'] = 1");
        for reference in [&made, &read[0]] {
            assert_eq!(kind(group.dereference(reference)), ErrorKind::Closed);
        }
        drop((made, read, stored));
        let file = File::open_rw(&path)?;
        assert_eq!(file.names()?, ["d", "more", "refs"]);
        Ok(())
    }

    #[test]
    fn what_was_removed_and_what_is_elsewhere_is_told_apart() -> Result<(), Error> {
        let dir = judges::scratch();
        let file = File::create(dir.file("here.h5"))?;
        let elsewhere = File::create(dir.file("elsewhere.h5"))?;
        let gone = file.create_dataset("gone", [1, 2])?;
        let (whole, part) = (gone.std_reference()?, gone.std_region_reference(1..)?);
        drop(gone);
        file.remove("gone")?;
        assert_eq!(kind(file.dereference(&whole)), ErrorKind::DanglingReference);
        assert_eq!(kind(file.region(&part)), ErrorKind::DanglingReference);
        assert_eq!(kind(file.reference_name(&whole)), ErrorKind::DanglingReference);

        let foreign = elsewhere.create_dataset("x", [1, 2, 3])?;
        let error = file.dereference(foreign.std_reference()?).unwrap_err();
        assert!(error.to_string().contains("elsewhere.h5"), "{error}");
        let kept = file.create_dataset("kept", [1, 2, 3])?;
        let other = file.create_dataset("other", [1, 2, 3])?;
        let part = other.std_region_reference(..2)?;
        assert_eq!(kind(kept.select_region(&part)), ErrorKind::ForeignRegion);
        let error = kept.attrs().std_reference("none").unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
        Ok(())
    }
}
