//! Where the fields of a struct lie in the file: packed, or as C has them with zeros in between.

#![forbid(unsafe_code)]

use std::fs;
use std::mem::offset_of;
use std::path::Path;

use hdf5::{ByteOrder, CompoundType, Encode, Error, File, FloatType, H5Type, Name, TypeDescriptor};

#[derive(H5Type, Debug, Clone, Copy, PartialEq)]
#[repr(i16)]
enum State {
    Idle = -1,
    Busy = 7,
}

/// The same layout in Rust and in the file, because Rust's `repr(C)` is C's.
#[derive(H5Type, Debug, Clone, PartialEq)]
#[hdf5(repr(C))]
#[repr(C)]
struct Numbers {
    flag: bool,
    value: f64,
    state: State,
    inner: Inner,
    count: u32,
    last: u8,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
#[hdf5(repr(C))]
#[repr(C)]
struct Inner {
    small: i8,
    wide: f32,
    short: u16,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
#[hdf5(repr(C))]
struct Labelled {
    flag: bool,
    label: String,
    count: u16,
}

#[derive(H5Type, Debug, Clone, PartialEq)]
#[hdf5(repr(packed))]
struct Packed {
    flag: bool,
    value: f64,
}

fn numbers() -> Vec<Numbers> {
    let one = |count| Numbers {
        flag: count % 2 == 1,
        value: f64::from(count) / 4.0,
        state: if count == 0 { State::Idle } else { State::Busy },
        inner: Inner { small: -1, wide: 0.5, short: 0xffff },
        count,
        last: 0xff,
    };
    (0..5).map(one).collect()
}

fn labelled() -> Vec<Labelled> {
    let one = |(count, label): (u16, &str)| Labelled { flag: true, label: label.to_owned(), count };
    [(1, "north"), (0xffff, ""), (3, "süd")].map(one).to_vec()
}

fn compound(file: &File, name: &str) -> Result<CompoundType, Error> {
    match file.dataset(name)?.dtype()? {
        TypeDescriptor::Compound(ty) => Ok(ty),
        other => panic!("{other} is no compound"),
    }
}

/// The bytes of a contiguous dataset in its file, element by element.
fn stored_elements(h5py: judges::H5py, path: &Path, name: &str) -> Vec<Vec<u8>> {
    let ask = |question: &str| -> usize {
        let answer = h5py.file(path).eval(&format!("f['{name}'].{question}"));
        answer.parse().expect("h5py answers with a number")
    };
    let (offset, size, count) = (ask("id.get_offset()"), ask("id.get_storage_size()"), ask("size"));
    let bytes = fs::read(path).expect("the file was written");
    bytes[offset..offset + size].chunks_exact(size / count).map(<[u8]>::to_vec).collect()
}

#[test]
fn repr_c_gives_the_offsets_of_a_c_compiler_and_of_numpy() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    file.create_dataset("numbers", numbers())?;
    file.create_dataset("labelled", labelled())?;
    file.create_dataset("packed", [Packed { flag: true, value: 1.0 }])?;
    file.attrs().set("numbers", numbers())?;

    let ty = compound(&file, "numbers")?;
    let offsets: Vec<_> = ty.fields.iter().map(|field| field.offset).collect();
    assert_eq!(
        offsets,
        [
            offset_of!(Numbers, flag),
            offset_of!(Numbers, value),
            offset_of!(Numbers, state),
            offset_of!(Numbers, inner),
            offset_of!(Numbers, count),
            offset_of!(Numbers, last),
        ]
    );
    assert_eq!(ty.size, size_of::<Numbers>());
    assert_eq!(file.dataset("numbers")?.read::<Vec<Numbers>>()?, numbers());
    assert_eq!(file.attrs().get::<Vec<Numbers>>("numbers")?, numbers());
    assert_eq!(file.dataset("labelled")?.read::<Vec<Labelled>>()?, labelled());
    file.close()?;

    h5py.file(&path).run(
        "
        def layout(dtype):
            fields = [(name, dtype.fields[name]) for name in dtype.names]
            return dtype.itemsize, [
                (name, offset, layout(ty) if ty.names else ty.itemsize) for name, (ty, offset) in fields
            ]
        inner = np.dtype([('small', 'i1'), ('wide', 'f4'), ('short', 'u2')], align=True)
        numbers = np.dtype([
            ('flag', '?'), ('value', 'f8'), ('state', 'i2'), ('inner', inner), ('count', 'u4'), ('last', 'u1'),
        ], align=True)
        labelled = np.dtype([('flag', '?'), ('label', h5py.string_dtype()), ('count', 'u2')], align=True)
        packed = np.dtype([('flag', '?'), ('value', 'f8')])
        assert layout(f['numbers'].dtype) == layout(numbers), f['numbers'].dtype
        assert layout(f.attrs['numbers'].dtype) == layout(numbers)
        assert layout(f['labelled'].dtype) == layout(labelled), f['labelled'].dtype
        assert layout(f['packed'].dtype) == layout(packed), f['packed'].dtype
        ",
    );
    h5py.file(&path)
        .expect("f['numbers'][3].item()", "(True, 0.75, 7, (-1, 0.5, 65535), 3, 255)")
        .expect(
            "f['labelled'][()].tolist()",
            r"[(True, b'north', 1), (True, b'', 65535), (True, b's\xc3\xbcd', 3)]",
        );
    Ok(())
}

#[test]
fn a_packed_struct_in_one_with_repr_c_starts_where_a_packed_one_does_in_numpy() -> Result<(), Error>
{
    #[derive(H5Type)]
    #[hdf5(repr(C))]
    struct Outer {
        first: u8,
        packed: Packed,
        aligned: Inner,
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let inner = Inner { small: 1, wide: 2.0, short: 3 };
    let outer = Outer { first: 1, packed: Packed { flag: true, value: 0.5 }, aligned: inner };
    file.create_dataset("a", outer)?;
    file.close()?;
    h5py.file(&path).run(
        "
        packed = np.dtype([('flag', '?'), ('value', 'f8')])
        inner = np.dtype([('small', 'i1'), ('wide', 'f4'), ('short', 'u2')], align=True)
        outer = np.dtype([('first', 'u1'), ('packed', packed), ('aligned', inner)], align=True)
        found = f['a'].dtype
        assert [found.fields[n][1] for n in found.names] == [outer.fields[n][1] for n in outer.names]
        assert found.itemsize == outer.itemsize
        assert f['a'][()].item() == (1, (True, 0.5), (1, 2.0, 3))
        ",
    );
    Ok(())
}

#[test]
fn a_file_written_by_numpy_with_align_is_read_and_written_in_its_layout() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        inner = np.dtype([('small', 'i1'), ('wide', 'f4'), ('short', 'u2')], align=True)
        state = h5py.enum_dtype({'Idle': -1, 'Busy': 7}, 'i2')
        for name, count in ('a', 'u4'), ('b', '>u8'):
            numbers = np.dtype([
                ('flag', '?'), ('value', 'f8'), ('state', state), ('inner', inner), ('count', count), ('last', 'u1'),
            ], align=True)
            a = np.zeros(5, numbers)
            a['state'], a['value'], a['count'], a['inner']['wide'] = 7, 2.5, 9, 1.5
            f[name] = a
        ",
    );
    let file = File::open_rw(&path)?;
    for name in ["a", "b"] {
        let read: Vec<Numbers> = file.dataset(name)?.read()?;
        assert_eq!((read[4].value, read[4].count, read[4].inner.wide), (2.5, 9, 1.5));
        file.dataset(name)?.write(numbers())?;
        assert_eq!(file.dataset(name)?.read::<Vec<Numbers>>()?, numbers());
    }
    file.close()?;
    for name in ["a", "b"] {
        h5py.file(&path)
            .expect(&format!("f['{name}']['count'].tolist()"), "[0, 1, 2, 3, 4]")
            .expect(&format!("f['{name}']['state'].tolist()"), "[-1, 7, 7, 7, 7]")
            .assert(&format!("(f['{name}']['inner']['short'] == 65535).all()"));
    }
    Ok(())
}

#[test]
fn padding_is_zero_even_in_space_that_was_used_before() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    // What is removed leaves its bytes in the file, where the next dataset goes.
    for name in ["numbers", "labelled"] {
        let used = file.create_dataset("used", vec![0xff_u8; 100_000])?;
        drop(used);
        file.remove("used")?;
        match name {
            "numbers" => drop(file.create_dataset(name, numbers())?),
            _ => drop(file.create_dataset(name, labelled())?),
        }
    }
    file.close()?;

    let elements = stored_elements(h5py, &path, "numbers");
    assert_eq!((elements.len(), elements[0].len()), (5, size_of::<Numbers>()));
    for bytes in elements {
        let value = offset_of!(Numbers, value);
        let state = offset_of!(Numbers, state);
        let inner = offset_of!(Numbers, inner);
        let padding = [
            1..value,
            state + 2..inner,
            inner + 1..inner + offset_of!(Inner, wide),
            inner + offset_of!(Inner, short) + 2..inner + size_of::<Inner>(),
            offset_of!(Numbers, last) + 1..size_of::<Numbers>(),
        ];
        for range in padding {
            assert!(bytes[range.clone()].iter().all(|&byte| byte == 0), "{range:?} of {bytes:x?}");
        }
        assert_eq!(bytes[offset_of!(Numbers, last)], 0xff);
    }
    let elements = stored_elements(h5py, &path, "labelled");
    assert_eq!(elements.len(), 3);
    for bytes in elements {
        assert_eq!(bytes[..8], [1, 0, 0, 0, 0, 0, 0, 0], "{bytes:x?}");
        assert_eq!(bytes[bytes.len() - 6..], [0; 6], "{bytes:x?}");
    }
    Ok(())
}

#[test]
fn padding_is_zero_where_numbers_are_converted() -> Result<(), Error> {
    #[derive(H5Type)]
    struct Sample {
        flag: bool,
        value: f64,
        count: u16,
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    drop(file.create_dataset("used", vec![0xff_u8; 100_000])?);
    file.remove("used")?;
    let big_endian = |ty| match ty {
        TypeDescriptor::Float(ty) => {
            TypeDescriptor::Float(FloatType { order: ByteOrder::BigEndian, ..ty })
        }
        other => other,
    };
    let fields = [("flag", bool::dtype()), ("value", f64::dtype()), ("count", u16::dtype())];
    let fields = fields.map(|(name, ty)| (Name::from(name), big_endian(ty)));
    let dtype = TypeDescriptor::Compound(CompoundType::c_layout(fields));
    let sample = Sample { flag: true, value: 1.0, count: 0xffff };
    file.new_dataset::<Sample>().dtype(dtype).create_with("a", [sample])?;
    file.close()?;
    let mut expected = vec![0; 24];
    expected[0] = 1;
    expected[8..16].copy_from_slice(&1_f64.to_be_bytes());
    expected[16..18].fill(0xff);
    assert_eq!(stored_elements(h5py, &path, "a"), [expected]);
    Ok(())
}

#[test]
fn two_runs_write_the_same_bytes_in_either_layout() -> Result<(), Error> {
    let dir = judges::scratch();
    let write = |name: &str| {
        let path = dir.file(name);
        let file = File::create(&path)?;
        file.create_dataset("numbers", numbers())?;
        file.create_dataset("labelled", labelled())?;
        file.create_dataset("packed", [Packed { flag: true, value: 1.0 }])?;
        file.new_dataset::<Numbers>()
            .shape((0.., 5))
            .chunk((2, 3))
            .fill_value(numbers()[4].clone())
            .create("chunked")?
            .append(numbers())?;
        file.new_dataset::<Labelled>()
            .shape(0..)
            .chunk(2)
            .deflate(1)
            .create("labelled chunks")?
            .append(labelled())?;
        file.attrs().set("numbers", numbers())?;
        file.attrs().set("labelled", &labelled()[0])?;
        file.close()?;
        Ok::<_, Error>(fs::read(path).expect("the file was written"))
    };
    let first = write("a.h5")?;
    // Memory that is not cleared would hold something else by now.
    let filler: Vec<_> = (0..100).map(|size| vec![0xa5_u8; size * 64]).collect();
    drop(filler);
    assert!(first == write("b.h5")?);
    Ok(())
}
