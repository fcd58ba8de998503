//! Types of users that say of themselves what is not true: errors or wrong values of theirs, never
//! memory that is not.

use hdf5::{Decode, Element, ElementMut, Encode, File, H5Type, TypeDescriptor};
use ndarray::array;

/// Says that the bytes of its values are texts, or sequences: pointers.
struct Forged<const SEQUENCE: bool>([u8; 8]);

impl<const SEQUENCE: bool> Encode for Forged<SEQUENCE> {
    fn dtype() -> TypeDescriptor {
        if SEQUENCE { Vec::<u8>::dtype() } else { String::dtype() }
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(stored.clone())
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> hdf5::Result<()> {
        match SEQUENCE {
            true => element.put_list::<u8>(&self.0),
            false => element.put_string("honest"),
        }
    }

    fn as_bytes(values: &[Self]) -> Option<&[u8]> {
        values.first().map(|first| &first.0[..])
    }
}

#[test]
fn bytes_of_a_type_are_never_taken_for_pointers() {
    let dir = judges::scratch();
    let file = File::create(dir.file("pointers.h5")).unwrap();

    let texts = file.new_dataset::<Vec<String>>().shape(1).create("texts").unwrap();
    texts.write(array![vec![Forged::<false>([1; 8])]]).unwrap();
    assert_eq!(texts.read::<Vec<Vec<String>>>().unwrap(), [["honest"]]);

    let text = file.new_dataset::<String>().shape(1).create("text").unwrap();
    text.write(array![Forged::<false>([1; 8])]).unwrap();
    assert_eq!(text.read::<Vec<String>>().unwrap(), ["honest"]);

    let lists = file.new_dataset::<Vec<Vec<u8>>>().shape(1).create("lists").unwrap();
    lists.write(array![vec![Forged::<true>([1; 8])]]).unwrap();
    assert_eq!(lists.read::<Vec<Vec<Vec<u8>>>>().unwrap(), [[[1; 8]]]);
}

/// Says that many values have few bytes.
struct Short(u64);

impl Encode for Short {
    fn dtype() -> TypeDescriptor {
        u64::dtype()
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        u64::write_form(stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> hdf5::Result<()> {
        self.0.encode(element)
    }

    fn as_bytes(_values: &[Self]) -> Option<&[u8]> {
        Some(&[1])
    }
}

#[test]
fn a_type_with_fewer_bytes_than_elements_is_encoded_one_by_one() {
    let dir = judges::scratch();
    let file = File::create(dir.file("short.h5")).unwrap();
    let lists = file.new_dataset::<Vec<u64>>().shape(1).create("lists").unwrap();
    let values: Vec<Short> = (0..10_000).map(Short).collect();
    lists.write(array![values]).unwrap();
    assert!(lists.read::<Vec<Vec<u64>>>().unwrap()[0].iter().copied().eq(0..10_000));
    // Where all bytes are asked for at once it is an error.
    let flat = file.new_dataset::<u64>().shape(2).create("flat").unwrap();
    flat.write(array![Short(1), Short(2)]).unwrap_err();
}

/// Says that it is written in another type of the size of a pointer.
struct Address(u64);

impl Encode for Address {
    fn dtype() -> TypeDescriptor {
        Self::write_form(&u64::dtype()).unwrap()
    }

    fn write_form(_stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(TypeDescriptor::Opaque { size: 8, tag: "".into() })
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> hdf5::Result<()> {
        element.put_bytes(&self.0.to_ne_bytes())
    }
}

#[derive(H5Type)]
struct Labelled {
    id: u32,
    label: String,
    place: Place,
}

#[derive(H5Type, Debug, PartialEq, Clone, Copy)]
struct Place {
    x: f64,
    level: u8,
}

#[test]
fn a_field_that_is_a_pointer_takes_no_other_bytes() {
    let dir = judges::scratch();
    let file = File::create(dir.file("fields.h5")).unwrap();
    let place = Place { x: 0.5, level: 3 };
    let rows = [Labelled { id: 1, label: "first".to_owned(), place }];
    let rows = file.create_dataset("rows", rows).unwrap();
    let label = rows.field("label").unwrap();
    // Whatever the bytes become, they are looked at as text.
    label.write(array![Address(0x6161_6161_6161_6161)]).unwrap();
    assert_eq!(label.read::<Vec<String>>().unwrap(), ["aaaaaaaa"]);
    label.write(array![Address(1)]).unwrap_err();
    assert_eq!(label.read::<Vec<String>>().unwrap(), ["aaaaaaaa"]);
}

/// Says that it is read as a sequence where numbers are stored, and looks at everything.
#[derive(Debug)]
struct Greedy;

impl Decode for Greedy {
    fn read_form(_stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        Some(Vec::<String>::dtype())
    }

    fn decode(element: Element<'_>) -> hdf5::Result<Self> {
        element.elements()?.try_for_each(|item| item.text().map(drop))?;
        Ok(Self)
    }
}

#[test]
fn numbers_are_not_read_as_pointers() {
    let dir = judges::scratch();
    let file = File::create(dir.file("greedy.h5")).unwrap();
    let numbers = file.create_dataset("numbers", [u64::MAX; 16]).unwrap();
    numbers.read::<Vec<Greedy>>().unwrap_err();
    file.attrs().set("number", u64::MAX).unwrap();
    assert!(file.attrs().get::<Vec<Greedy>>("number").is_err());
    let structs = file.create_dataset("places", [Place { x: 1.0, level: 1 }]).unwrap();
    structs.read::<Vec<Greedy>>().unwrap_err();
}

#[test]
fn the_places_of_fields_are_not_those_that_a_type_says() {
    #[derive(Debug)]
    struct Overlapping;

    impl Decode for Overlapping {
        fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
            let TypeDescriptor::Compound(mut compound) = stored.clone() else { return None };
            compound.fields.iter_mut().for_each(|field| field.offset = 0);
            Some(TypeDescriptor::Compound(compound))
        }

        fn decode(element: Element<'_>) -> hdf5::Result<Self> {
            assert_eq!(element.field(0)?.integer()?, u32::MAX.into());
            assert_eq!(element.field(1)?.text()?, "first");
            Ok(Self)
        }
    }

    let dir = judges::scratch();
    let file = File::create(dir.file("overlap.h5")).unwrap();
    let place = Place { x: 0.5, level: 3 };
    let row = Labelled { id: u32::MAX, label: "first".to_owned(), place };
    let rows = file.create_dataset("rows", [row]).unwrap();
    rows.read::<Vec<Overlapping>>().unwrap();
}

#[test]
fn a_struct_is_written_to_a_field_whose_members_lie_elsewhere() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("aligned.h5");
    h5py.create(
        &path,
        "
        place = np.dtype({'names': ['level', 'x'], 'formats': ['u1', '>f8'], 'offsets': [1, 8], 'itemsize': 24})
        f['rows'] = np.zeros(2, np.dtype([('id', 'i4'), ('place', place)]))
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let places = [Place { x: 0.5, level: 3 }, Place { x: -1.5, level: 4 }];
    let field = file.dataset("rows").unwrap().field("place").unwrap();
    field.write(places).unwrap();
    assert_eq!(field.read::<Vec<Place>>().unwrap(), places);
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['rows']['place']['x'].tolist()", "[0.5, -1.5]")
        .expect("f['rows']['place']['level'].tolist()", "[3, 4]");
}
