//! Each of the 256 values of a byte, read as types that have few values: the value or a typed error.

#![forbid(unsafe_code)]

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use hdf5::{Error, ErrorKind, File, FromData, H5Type};

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(i8)]
enum Signed {
    Lowest = i8::MIN,
    None = 0,
    Some = 7,
}

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(u8)]
enum Unsigned {
    None = 0,
    Some = 7,
    Highest = u8::MAX,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Holder<T> {
    before: u16,
    value: T,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
struct Pair<T> {
    pair: [T; 2],
}

/// A type of few values, and how h5py makes an HDF5 type of one byte for it.
trait FewValues: H5Type + Copy + PartialEq + Debug {
    /// In Python.
    const DTYPE: &'static str;

    /// The value that a byte stands for.
    fn of(byte: u8) -> Option<Self>;
}

impl FewValues for bool {
    const DTYPE: &'static str = "h5py.enum_dtype({'FALSE': 0, 'TRUE': 1}, 'i1')";

    fn of(byte: u8) -> Option<Self> {
        match byte {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl FewValues for Signed {
    const DTYPE: &'static str = "h5py.enum_dtype({'Lowest': -128, 'None': 0, 'Some': 7}, 'i1')";

    fn of(byte: u8) -> Option<Self> {
        match byte {
            0x80 => Some(Self::Lowest),
            0 => Some(Self::None),
            7 => Some(Self::Some),
            _ => None,
        }
    }
}

impl FewValues for Unsigned {
    const DTYPE: &'static str = "h5py.enum_dtype({'None': 0, 'Some': 7, 'Highest': 255}, 'u1')";

    fn of(byte: u8) -> Option<Self> {
        match byte {
            0 => Some(Self::None),
            7 => Some(Self::Some),
            0xff => Some(Self::Highest),
            _ => None,
        }
    }
}

/// Writes every byte in every place that elements have, as the type of `T` or, for `bool`, as integers.
fn create(h5py: judges::H5py, path: &Path, dtype: &str) {
    // In sequences of variable length h5py makes 1 of every other bool: it must not know that it is one.
    let items = dtype.replace("TRUE", "TRUX");
    h5py.create(
        path,
        &format!(
            "
            dtype = np.dtype({dtype})
            every = np.arange(256, dtype='u1').view(dtype.base.str)
            holder = np.dtype([('before', 'u2'), ('value', dtype)])
            held = np.zeros(256, holder)
            held['before'], held['value'] = 0xa5a5, every
            plain = f.create_dataset('every', (256,), dtype)
            plain.write_direct(every)
            f.create_dataset('chunked', data=every.astype(dtype), dtype=dtype, chunks=(100,), shuffle=True)
            f['held'] = held
            pairs = np.zeros(256, [('pair', dtype, (2,))])
            pairs['pair'] = np.stack([every * 0, every], axis=1)
            f['pairs'] = pairs
            items = np.dtype({items})
            lists = f.create_dataset('lists', (256,), h5py.vlen_dtype(items))
            for byte in range(256):
                lists[byte] = np.array([every[byte]], every.dtype).astype(items)
            attrs = f.create_group('attributes').attrs
            for byte in range(256):
                value = every[byte]
                name = str(byte)
                f.create_dataset('scalars/' + name, (), dtype).write_direct(np.array(value))
                attrs.create(name, np.array([value]).view(dtype), (1,), dtype)
                fill = np.array([value], every.dtype).astype(dtype)
                f.create_dataset('filled/' + name, (3,), dtype, fillvalue=fill[0])
            assert bytes(f['every'].astype(every.dtype)[:]) == bytes(range(256))
            assert bytes(f['filled/77'].astype(every.dtype)[:]) == bytes([77] * 3)
            "
        ),
    );
    let mut bytes = fs::read(path).expect("h5py wrote the file");
    for start in 0..bytes.len() {
        if bytes[start..].starts_with(b"TRUX") {
            bytes[start..start + 4].copy_from_slice(b"TRUE");
        }
    }
    fs::write(path, bytes).expect("the file can be changed");
}

/// Checks what was read of a byte.
#[track_caller]
fn check<T: PartialEq + Debug>(byte: u8, what: &str, expected: Option<T>, read: Result<T, Error>) {
    match (expected, read) {
        (Some(expected), Ok(value)) => assert_eq!(value, expected, "{what}: {byte}"),
        (None, Err(error)) => {
            let ErrorKind::InvalidValue { reason } = error.kind() else {
                panic!("{what}: {byte}: {error}")
            };
            let (unsigned, signed) = (byte.to_string(), i8::from_ne_bytes([byte]).to_string());
            let says = |number: &str| reason.contains(&format!("{number} is not "));
            assert!(says(&unsigned) || says(&signed), "{what}: {byte}: {error}");
        }
        (expected, read) => panic!("{what}: {byte} is {read:?} and not {expected:?}"),
    }
}

/// Reads every byte in every place.
fn read_all<T: FewValues>(file: &File) -> Result<(), Error>
where
    Vec<T>: FromData<Elem = T>,
{
    let (every, chunked, held) =
        (file.dataset("every")?, file.dataset("chunked")?, file.dataset("held")?);
    let attributes = file.group("attributes")?;
    let (pairs, lists) = (file.dataset("pairs")?, file.dataset("lists")?);
    let zero = T::of(0).expect("0 is a value of all");
    for byte in 0..=u8::MAX {
        let (index, value) = (usize::from(byte), T::of(byte));
        check(byte, "array", value, every.select(index)?.read::<T>());
        check(byte, "chunk", value, chunked.select(index)?.read::<T>());
        let scalar = file.dataset(format!("scalars/{byte}"))?;
        check(byte, "scalar", value, scalar.read::<T>());
        let attribute = attributes.attrs().get::<Vec<T>>(byte.to_string());
        check(byte, "attribute", value.map(|value| vec![value]), attribute);
        let filled = file.dataset(format!("filled/{byte}"))?;
        check(byte, "fill value", value.map(Some), filled.fill_value::<T>());
        check(byte, "never written", value.map(|value| vec![value; 3]), filled.read::<Vec<T>>());
        let holder = value.map(|value| Holder { before: 0xa5a5, value });
        check(byte, "field", holder, held.select(index)?.read::<Holder<T>>());
        let pair = value.map(|value| Pair { pair: [zero, value] });
        check(byte, "array in a field", pair, pairs.select(index)?.read::<Pair<T>>());
        let list = value.map(|value| vec![vec![value]]);
        let read = lists.select(index..=index)?.read::<Vec<Vec<T>>>();
        check(byte, "variable length", list, read);
    }
    // Among others a wrong byte is found too, and every one that is right is read.
    for dataset in [&every, &chunked] {
        let error = dataset.read::<Vec<T>>().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error}");
        let mut places = vec![zero; 256];
        let error = dataset.read_into(&mut places).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error}");
    }
    let error = held.read::<Vec<Holder<T>>>().unwrap_err();
    assert!(error.to_string().contains("field \"value\""), "{error}");
    Ok(())
}

#[test]
fn every_byte_read_as_a_bool_is_that_bool_or_an_error() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    for (name, dtype) in [
        ("enumeration", bool::DTYPE),
        ("unsigned enumeration", "h5py.enum_dtype({'TRUE': 1, 'FALSE': 0}, 'u1')"),
        ("signed integer", "'i1'"),
        ("unsigned integer", "'u1'"),
    ] {
        let path = dir.file(name);
        create(h5py, &path, dtype);
        read_all::<bool>(&File::open(&path)?)?;
    }
    Ok(())
}

#[test]
fn every_byte_read_as_an_enum_of_three_variants_is_that_variant_or_an_error() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("signed.h5");
    create(h5py, &path, Signed::DTYPE);
    read_all::<Signed>(&File::open(&path)?)?;
    let path = dir.file("unsigned.h5");
    create(h5py, &path, Unsigned::DTYPE);
    read_all::<Unsigned>(&File::open(&path)?)?;
    Ok(())
}
