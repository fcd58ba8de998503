//! Structs within lists within structs, and what they are generic over.

#![forbid(unsafe_code)]

use hdf5::{Error, ErrorKind, File, H5Type};

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Track {
    id: u32,
    ends: [Hit; 2],
    hits: Vec<Hit>,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Hit {
    layer: u8,
    energy: f32,
}

fn tracks() -> Vec<Track> {
    let hit = |layer| Hit { layer, energy: f32::from(layer) / 2.0 };
    let track = |id, hits| Track { id, ends: [hit(0), hit(9)], hits: (0..hits).map(hit).collect() };
    vec![track(1, 3), track(2, 0)]
}

#[test]
fn lists_of_structs_are_fields_to_h5py_too() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
    let file = File::create(&ours)?;
    file.create_dataset("a", tracks())?;
    assert_eq!(file.dataset("a")?.read::<Vec<Track>>()?, tracks());
    file.close()?;
    h5py.file(&ours)
        .expect("f['a']['id'].tolist()", "[1, 2]")
        .expect("f['a']['ends'].tolist()", "[[(0, 0.0), (9, 4.5)], [(0, 0.0), (9, 4.5)]]")
        .expect(
            "[hits.tolist() for hits in f['a']['hits']]",
            "[[(0, 0.0), (1, 0.5), (2, 1.0)], []]",
        );
    h5py.create(
        &theirs,
        "
        hit = np.dtype([('energy', '>f8'), ('mark', 'i8'), ('layer', 'i2')], align=True)
        item = np.dtype([('layer', 'u1'), ('energy', 'f4')])
        a = np.zeros(2, [('hits', h5py.vlen_dtype(item)), ('ends', hit, (2,)), ('id', '>i8')])
        a['id'] = [1, 2]
        a['ends']['layer'], a['ends']['energy'] = [0, 9], [0, 4.5]
        hits = np.array([(0, 0), (1, 0.5), (2, 1)], item)
        a['hits'][0], a['hits'][1] = hits, hits[:0]
        f['a'] = a
        ",
    );
    assert_eq!(File::open(&theirs)?.dataset("a")?.read::<Vec<Track>>()?, tracks());
    Ok(())
}

#[test]
fn an_array_field_of_another_length_is_an_error_that_names_it() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        hit = np.dtype([('layer', 'u1'), ('energy', 'f4')])
        f['a'] = np.zeros(1, [('id', 'u4'), ('ends', hit, (3,))])
        ",
    );
    let error = File::open(&path)?.dataset("a")?.read::<Vec<Track>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error}");
    let message = error.to_string();
    assert!(message.contains(r#"; 3] of field "ends""#), "{message}");
    Ok(())
}

#[test]
fn generic_structs_hold_arrays_and_lists_of_their_parameter() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Samples<T, const N: usize> {
        first: T,
        fixed: [T; N],
        any: Vec<T>,
    }
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Pair<T> {
        left: Samples<T, 2>,
        right: [Samples<T, 1>; 2],
    }
    fn round_trip<T: H5Type>(file: &File, name: &str, value: &T) -> Result<T, Error> {
        file.create_dataset(name, value)?.read()
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("a.h5"))?;
    let samples = Samples { first: 1_u16, fixed: [2, 3], any: vec![4, 5, 6] };
    assert_eq!(round_trip(&file, "samples", &samples)?, samples);
    let right = Samples { first: 7, fixed: [8], any: vec![] };
    let pair = Pair { left: samples, right: [right.clone(), right] };
    assert_eq!(round_trip(&file, "pair", &pair)?, pair);
    let words = |count| vec!["a".to_owned(); count];
    let text =
        Samples { first: "x".to_owned(), fixed: ["y".to_owned(), String::new()], any: words(3) };
    assert_eq!(round_trip(&file, "text", &text)?, text);
    Ok(())
}
