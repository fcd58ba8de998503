//! What converts to what: exactly, or as an error, or clipped, cut and replaced where that is asked for.

use hdf5::{
    CharSet, DynArray, Error, ErrorKind, File, FillTime, FixedAscii, FixedUtf8, H5Type, SpacePad,
    StringPadding, TypeDescriptor, Value,
};

fn kind<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorKind {
    result.unwrap_err().kind().clone()
}

#[track_caller]
fn is_invalid<T: std::fmt::Debug>(result: Result<T, Error>) {
    let kind = kind(result);
    assert!(matches!(kind, ErrorKind::InvalidValue { .. }), "{kind}");
}

#[track_caller]
fn is_misfit<T: std::fmt::Debug>(result: Result<T, Error>) {
    assert!(matches!(kind(result), ErrorKind::ValueOutOfRange { .. }));
}

/// Makes datasets of types that numpy lacks.
const LOW: &str = "
def low(name, tid, values, memory=None):
    values = np.asarray(values)
    d = h5py.h5d.create(f.id, name.encode(), tid, h5py.h5s.create_simple(values.shape))
    d.write(h5py.h5s.ALL, h5py.h5s.ALL, values, memory or h5py.h5t.py_create(values.dtype))
";

#[test]
fn integers_are_written_into_enums_only_as_named_values() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        enum = h5py.enum_dtype({'A': 1, 'B': -2, 'big': 300}, '>i2')
        f.create_dataset('enum', data=np.array([1, 7, 300], '>i2'), dtype=enum)
        f['flags'] = np.array([True, False, True])
        f['wide'] = np.zeros(3, 'i8')
        ",
    );
    let file = File::open_rw(&path)?;
    let (enums, flags) = (file.dataset("enum")?, file.dataset("flags")?);
    // Read as integers they are what they are, named or not.
    assert_eq!(enums.read::<Vec<i32>>()?, [1, 7, 300]);
    assert_eq!(enums.read::<Vec<f64>>()?, [1.0, 7.0, 300.0]);
    is_misfit(enums.read::<Vec<u8>>());
    assert_eq!(enums.clip().read::<Vec<u8>>()?, [1, 7, 255]);
    for refused in [7_i64, 0, 65_537] {
        is_invalid(enums.write([1, 1, refused]));
        is_invalid(enums.clip().write([1, 1, refused]));
    }
    assert!(matches!(kind(enums.write([1.0, 1.0, 1.0])), ErrorKind::TypeMismatch { .. }));
    assert_eq!(enums.read::<Vec<i32>>()?, [1, 7, 300]);
    enums.write([-2_i8, 1, -2])?;
    enums.select(1)?.write(300_u64)?;

    assert_eq!(flags.read::<Vec<u8>>()?, [1, 0, 1]);
    is_invalid(flags.write([0, 1, 2]));
    flags.write([0_u64, 1, 0])?;
    file.dataset("wide")?.write([true, false, true])?;
    assert_eq!(file.dataset("wide")?.read::<Vec<bool>>()?, [true, false, true]);
    file.create_dataset("two", [0, 1, 2])?;
    is_invalid(file.dataset("two")?.read::<Vec<bool>>());
    assert_eq!(file.dataset("two")?.select(..2)?.read::<Vec<bool>>()?, [false, true]);
    file.close()?;
    h5py.file(&path)
        .expect("f['enum'][()].tolist()", "[-2, 300, -2]")
        .expect("h5py.check_enum_dtype(f['enum'].dtype)", "{'A': 1, 'B': -2, 'big': 300}")
        .expect(
            "f['flags'].dtype, f['flags'][()].tolist()",
            "(dtype('bool'), [False, True, False])",
        )
        .expect("f['wide'][()].tolist()", "[1, 0, 1]");
    Ok(())
}

#[test]
fn bitfields_and_integers_convert_both_ways() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        &format!(
            "{LOW}
for name in ('B8LE', 'B16BE', 'B32LE', 'B64BE'):
    tid = getattr(h5py.h5t, 'STD_' + name)
    size = tid.get_size()
    bits = getattr(h5py.h5t, f'NATIVE_B{{8 * size}}')
    low(name, tid, np.array([0, 1, 2 ** (8 * size) - 1], f'u{{size}}'), bits)
"
        ),
    );
    let file = File::open_rw(&path)?;
    for (name, size) in [("B8LE", 1), ("B16BE", 2), ("B32LE", 4), ("B64BE", 8)] {
        let data = file.dataset(name)?;
        let largest = u64::MAX >> (64 - 8 * size);
        assert_eq!(data.read::<Vec<u64>>()?, [0, 1, largest], "{name}");
        assert_eq!(data.select(..2)?.read::<Vec<i8>>()?, [0, 1]);
        assert_eq!(data.select(..2)?.read::<Vec<bool>>()?, [false, true]);
        is_misfit(data.read::<Vec<i8>>());
        is_invalid(data.read::<Vec<bool>>());
        assert_eq!(data.clip().read::<Vec<u8>>()?, [0, 1, 255]);
        assert_eq!(data.read::<Vec<Value>>()?[2], Value::Integer(largest.into()));
        is_misfit(data.write([0, 1, -1]));
        if size < 8 {
            is_misfit(data.write([0, 1, largest + 1]));
        }
        assert_eq!(data.read::<Vec<u64>>()?, [0, 1, largest]);
        data.write([largest, 2, 0])?;
        data.select(2)?.write(true)?;
        let copy: DynArray = data.read()?;
        file.attrs().set(name, &copy)?;
        assert_eq!(file.attrs().get::<Vec<u64>>(name)?, [largest, 2, 1]);
    }
    file.close()?;
    for (name, size) in [("B8LE", 1), ("B16BE", 2), ("B32LE", 4), ("B64BE", 8)] {
        h5py.file(&path).assert(&format!(
            "f[{name:?}][()].tolist() == [2 ** {} - 1, 2, 1] == f.attrs[{name:?}].tolist()",
            8 * size
        ));
    }
    Ok(())
}

#[test]
fn strings_of_every_length_and_character_set_convert() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        for charset in ('ascii', 'utf-8'):
            for length in (None, 4):
                name = f'{charset} {length}'
                dtype = h5py.string_dtype(charset, length)
                f.create_dataset(name, data=np.array([b'ab', b''], dtype), dtype=dtype)
                f.attrs.create(name, np.array([b'ab', b''], dtype), dtype=dtype)
        ",
    );
    let file = File::open_rw(&path)?;
    for name in ["ascii None", "ascii 4", "utf-8 None", "utf-8 4"] {
        let data = file.dataset(name)?;
        assert_eq!(data.read::<Vec<String>>()?, ["ab", ""], "{name}");
        assert_eq!(data.read::<Vec<FixedAscii<2>>>()?, ["ab", ""]);
        assert_eq!(data.read::<Vec<FixedUtf8<9, SpacePad>>>()?, ["ab", ""]);
        assert_eq!(file.attrs().get::<Vec<String>>(name)?, ["ab", ""]);
        is_invalid(data.read::<Vec<FixedAscii<1>>>());
        let cut = data.truncate().read::<Vec<FixedAscii<1>>>()?;
        assert_eq!(cut, ["a", ""]);
        assert_eq!(file.attrs().truncate().get::<Vec<FixedAscii<1>>>(name)?, ["a", ""]);
        let refused = ["ü", "xyzzy", "a\0b"];
        for (text, refused) in
            refused.into_iter().zip([name.starts_with("ascii"), name.ends_with('4'), true])
        {
            if refused {
                is_invalid(data.write(["ok", text]));
                assert_eq!(data.read::<Vec<String>>()?, ["ab", ""], "{name}: {text}");
            }
        }
        let short: FixedUtf8<4> = "q".parse()?;
        data.write([short, "rst".parse()?])?;
        // Four bytes are room for one ü and a half.
        if name == "utf-8 4" {
            data.truncate().write(["aüüü", "€€"])?;
            assert_eq!(data.read::<Vec<String>>()?, ["aü", "€"]);
        }
    }
    file.close()?;
    h5py.file(&path)
        .expect("f['ascii None'][()].tolist()", "[b'q', b'rst']")
        .expect("f['ascii 4'][()].tolist()", "[b'q', b'rst']")
        .expect("f['utf-8 4'][()].tolist()", r"[b'a\xc3\xbc', b'\xe2\x82\xac']")
        .expect(
            "h5py.check_string_dtype(f['ascii None'].dtype)",
            "string_info(encoding='ascii', length=None)",
        );
    Ok(())
}

#[test]
fn text_is_cut_at_a_character_and_replaced_where_asked_for() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        bad = np.array([b'ok', b'a\\xff\\xfeb', b'\\xe2\\x82'], 'S6')
        f['fixed'] = bad
        f.create_dataset('vlen', data=bad.astype(object), dtype=h5py.string_dtype())
        f.attrs['bad'] = bad
        f.create_dataset('lists', (1,), h5py.vlen_dtype(h5py.string_dtype()))
        f['lists'][0] = bad.astype(object)
        ",
    );
    let file = File::open(&path)?;
    let replaced = ["ok", "a\u{fffd}\u{fffd}b", "\u{fffd}"];
    for name in ["fixed", "vlen"] {
        let data = file.dataset(name)?;
        is_invalid(data.read::<Vec<String>>());
        assert_eq!(data.select(0)?.read::<String>()?, "ok");
        assert_eq!(data.lossy().read::<Vec<String>>()?, replaced);
        assert_eq!(data.select(1..)?.lossy().read::<Vec<String>>()?, replaced[1..]);
        assert_eq!(data.read::<Vec<Value>>()?[1], Value::Bytes(b"a\xff\xfeb".to_vec()));
        let mut mine = vec![String::new(); 3];
        data.lossy().read_into(&mut mine)?;
        assert_eq!(mine, replaced);
        // Replacing makes text longer; what is then too long can be cut as well.
        is_invalid(data.lossy().read::<Vec<FixedUtf8<4>>>());
        let cut: Vec<FixedUtf8<4>> = data.lossy().truncate().read()?;
        assert_eq!(cut, ["ok", "a\u{fffd}", "\u{fffd}"]);
    }
    is_invalid(file.attrs().get::<Vec<String>>("bad"));
    assert_eq!(file.attrs().lossy().get::<Vec<String>>("bad")?, replaced);
    is_invalid(file.dataset("lists")?.read::<Vec<Vec<String>>>());
    assert_eq!(file.dataset("lists")?.lossy().read::<Vec<Vec<String>>>()?, [replaced]);

    let file = File::create(dir.file("ours.h5"))?;
    for (padding, kept) in [
        (StringPadding::NullPadded, "Kä"),
        (StringPadding::SpacePadded, "Kä"),
        (StringPadding::NullTerminated, "K"),
    ] {
        let short = TypeDescriptor::fixed_string(3, CharSet::Utf8, padding);
        let name = format!("{padding:?}");
        let data = file.new_dataset::<String>().dtype(short).shape(2).create(&name)?;
        data.write(["", "x"])?;
        is_invalid(data.write(["K", "Käthe"]));
        assert_eq!(data.read::<Vec<String>>()?, ["", "x"]);
        data.truncate().write(["K", "Käthe"])?;
        assert_eq!(data.read::<Vec<String>>()?, ["K", kept]);
        data.select(0)?.truncate().write("\u{1f600}")?;
        assert_eq!(data.select(0)?.read::<String>()?, "");
    }
    Ok(())
}

/// Numbers at and beyond the ends of what there is.
const EXTREMES: &str = "
floats = np.array([-np.inf, -1e300, -129.7, -1.5, -0.5, 0.5, 1.9, 254.9, 255.5, 1e10, 1e300, np.inf, np.nan])
ints = np.array([-2**63, -2**31 - 1, -129, -128, -1, 0, 1, 127, 128, 255, 256, 2**31, 2**63 - 1])
def clipped(values, dtype):
    info = np.iinfo(dtype)
    def one(x):
        if x != x:
            return 0
        return info.max if x >= info.max else info.min if x <= info.min else int(x)
    return [one(x) for x in values.tolist()]
";

/// Reads the extremes clipped to an integer type, in every way, and compares them with Python's.
fn clipped<T>(h5py: judges::H5py, file: &File, path: &std::path::Path, code: &str)
where
    T: H5Type + PartialEq + std::fmt::Debug + Copy + Default + std::str::FromStr,
    T::Err: std::fmt::Debug,
{
    for source in ["<f8", ">f8", "<i8", ">i8"] {
        let expected = h5py
            .file(path)
            .run(&format!("{EXTREMES}\nprint(*clipped(f[{source:?}][()], {code:?}))"));
        let expected: Vec<T> =
            expected.split_whitespace().map(|number| number.parse().unwrap()).collect();
        let data = file.dataset(source).unwrap();
        let case = format!("{source} as {code}");
        is_misfit(data.read::<Vec<T>>());
        assert_eq!(data.clip().read::<Vec<T>>().unwrap(), expected, "{case}");
        let some: Vec<T> = data.select(2..).unwrap().clip().read().unwrap();
        assert_eq!(some, expected[2..], "{case} of a selection");
        let mut mine = vec![T::default(); expected.len()];
        data.clip().read_into(&mut mine).unwrap();
        assert_eq!(mine, expected, "{case} into a buffer");
        let attrs = file.attrs();
        is_misfit(attrs.get::<Vec<T>>(source));
        assert_eq!(attrs.clip().get::<Vec<T>>(source).unwrap(), expected, "{case} of an attribute");
    }
}

#[test]
fn numbers_are_clipped_to_the_nearest_in_reading() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        &format!(
            "{EXTREMES}
for order in '<>':
    f[order + 'f8'] = f.attrs[order + 'f8'] = floats.astype(order + 'f8')
    f[order + 'i8'] = f.attrs[order + 'i8'] = ints.astype(order + 'i8')
"
        ),
    );
    let file = File::open(&path)?;
    clipped::<u8>(h5py, &file, &path, "u1");
    clipped::<i8>(h5py, &file, &path, "i1");
    clipped::<u16>(h5py, &file, &path, "u2");
    clipped::<i16>(h5py, &file, &path, "i2");
    clipped::<u32>(h5py, &file, &path, "u4");
    clipped::<i32>(h5py, &file, &path, "i4");
    for source in ["<f8", ">f8"] {
        let floats: Vec<f32> = file.dataset(source)?.clip().read()?;
        assert_eq!(floats[..3], [f32::NEG_INFINITY, f32::NEG_INFINITY, -129.7]);
        assert_eq!(floats[10..12], [f32::INFINITY; 2]);
        assert!(floats[12].is_nan());
        let attr: Vec<f32> = file.attrs().clip().get(source)?;
        assert_eq!(attr[..12], floats[..12]);
        let integers: Vec<i64> = file.dataset(source)?.clip().read()?;
        assert_eq!(integers[..4], [i64::MIN, i64::MIN, -129, -1]);
        assert_eq!(integers[9..], [10_000_000_000, i64::MAX, i64::MAX, 0]);
        let integers: Vec<u64> = file.dataset(source)?.clip().read()?;
        assert_eq!(integers[..5], [0; 5]);
        assert_eq!(integers[9..], [10_000_000_000, u64::MAX, u64::MAX, 0]);
    }
    Ok(())
}

#[test]
fn numbers_are_clipped_to_the_nearest_in_writing() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        for order in '<>':
            for code in ('u1', 'i1', 'u2', 'i2', 'u4', 'i4', 'i8', 'u8'):
                f[f'float {order}{code}'] = np.full(13, 7, order + code)
                f[f'int {order}{code}'] = np.full(13, 7, order + code)
        f['half'] = np.full(4, 7, '>f2')
        f['lists'] = np.zeros(1)
        f.create_dataset('ragged', (2,), h5py.vlen_dtype('u1'))
        f['points'] = np.zeros(2, [('x', 'i1'), ('y', 'f4')])
        ",
    );
    let floats = [
        f64::NEG_INFINITY,
        -1e300,
        -129.7,
        -1.5,
        -0.5,
        0.5,
        1.9,
        254.9,
        255.5,
        1e10,
        1e300,
        f64::INFINITY,
        f64::NAN,
    ];
    let ints =
        [i64::MIN, -(1 << 31) - 1, -129, -128, -1, 0, 1, 127, 128, 255, 256, 1 << 31, i64::MAX];
    let file = File::open_rw(&path)?;
    for order in ["<", ">"] {
        for code in ["u1", "i1", "u2", "i2", "u4", "i4", "i8", "u8"] {
            let data = file.dataset(format!("float {order}{code}"))?;
            is_misfit(data.write(floats));
            assert_eq!(data.read::<Vec<u8>>()?, [7; 13], "{code}");
            data.clip().write(floats)?;
            let data = file.dataset(format!("int {order}{code}"))?;
            if code != "i8" {
                is_misfit(data.write(ints));
                assert_eq!(data.read::<Vec<u8>>()?, [7; 13], "{code}");
            }
            data.select(..5)?.clip().write(&ints[..5])?;
            data.select(5..)?.clip().write(&ints[5..])?;
        }
    }
    is_misfit(file.dataset("half")?.write([1e6, -1e6, 0.1, 65504.0]));
    file.dataset("half")?.clip().write([1e6, -1e6, 0.1, 65504.0])?;
    file.dataset("ragged")?.clip().write([vec![-1, 300], vec![2]])?;
    let point = |x: f64, y| Value::compound([("x", x.into()), ("y", Value::Float(y))]);
    let points = Value::Sequence(vec![point(-1000.0, 1e300), point(1.5, 0.1)]);
    is_misfit(file.dataset("points")?.write(&points));
    file.dataset("points")?.clip().write(&points)?;
    file.close()?;
    h5py.file(&path).run(&format!(
        "{EXTREMES}
for order in '<>':
    for code in ('u1', 'i1', 'u2', 'i2', 'u4', 'i4', 'i8', 'u8'):
        for name, values in (('float', floats), ('int', ints)):
            written = f[f'{{name}} {{order}}{{code}}'][()].tolist()
            assert written == clipped(values, code), (name, order, code, written)
assert f['half'][()].tolist() == [np.inf, -np.inf, float(np.float16(0.1)), 65504]
assert [r.tolist() for r in f['ragged'][()]] == [[0, 255], [2]]
assert f['points']['x'].tolist() == [-128, 1]
assert f['points']['y'].tolist() == [np.inf, float(np.float32(0.1))]
"
    ));
    Ok(())
}

#[test]
fn compounds_and_sequences_are_clipped_inside() -> Result<(), Error> {
    #[derive(H5Type, Debug, PartialEq)]
    struct Narrow {
        x: u8,
        y: [i8; 2],
        z: Vec<u8>,
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        dtype = np.dtype([('z', h5py.vlen_dtype('i8')), ('x', '>f8'), ('y', 'i4', (2,))])
        a = np.zeros(2, dtype)
        a[0] = (np.array([-1, 256, 5]), 300.5, [1000, -1000])
        a[1] = (np.array([], 'i8'), np.nan, [1, 2])
        f['a'] = a
        ",
    );
    let file = File::open(&path)?;
    let data = file.dataset("a")?;
    is_misfit(data.read::<Vec<Narrow>>());
    let clipped: Vec<Narrow> = data.clip().read()?;
    assert_eq!(clipped[0], Narrow { x: 255, y: [127, -128], z: vec![0, 255, 5] });
    assert_eq!(clipped[1], Narrow { x: 0, y: [1, 2], z: vec![] });
    Ok(())
}

#[test]
fn a_write_that_fails_at_the_last_element_changes_nothing() -> Result<(), Error> {
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path)?;
    let before: Vec<u16> = (0..10_000).collect();
    let mut after: Vec<i64> = (0..10_000).rev().collect();
    after[9_999] = 1 << 16;
    let plain = file.create_dataset("plain", &before)?;
    let chunks = file.new_dataset::<u16>().chunk(100).deflate(1).create_with("chunks", &before)?;
    let floats = after.iter().map(|&x| x as f64).collect::<Vec<_>>();
    for data in [&plain, &chunks] {
        is_misfit(data.write(&after));
        is_misfit(data.write(&floats));
        is_misfit(data.select(5_000..)?.write(&after[5_000..]));
        assert_eq!(data.read::<Vec<u16>>()?, before);
    }
    let texts = file.create_dataset("texts", vec!["x"; 100])?;
    let mut wrong = vec!["y"; 100];
    wrong[99] = "nul\0";
    is_invalid(texts.write(&wrong));
    assert_eq!(texts.read::<Vec<String>>()?, ["x"; 100]);
    Ok(())
}

#[test]
fn numbers_of_odd_sizes_and_formats_are_read_and_written() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        &format!(
            "{LOW}
for order in ('LE', 'BE'):
    for size in (3, 5, 7):
        tid = getattr(h5py.h5t, 'STD_I64' + order).copy()
        tid.set_size(size)
        low(f'i{{size}} {{order}}', tid, np.array([-2 ** (8 * size - 1), -1, 0, 2 ** (8 * size - 1) - 1]))
        tid.set_sign(h5py.h5t.SGN_NONE)
        low(f'u{{size}} {{order}}', tid, np.array([0, 1, 2 ** (8 * size) - 1]))
twelve = h5py.h5t.STD_U16LE.copy()
twelve.set_precision(12)
twelve.set_offset(2)
low('12 bits', twelve, np.array([0, 1, 4095]))
def small(name, exponent, mantissa, bias, values):
    tid = h5py.h5t.IEEE_F16LE.copy()
    tid.set_fields(exponent + mantissa, mantissa, exponent, 0, mantissa)
    tid.set_precision(8)
    tid.set_ebias(bias)
    tid.set_size(1)
    low(name, tid, np.array(values))
small('e4m3', 4, 3, 7, [0.5, -1.5, 240, 2 ** -9])
small('e5m2', 5, 2, 15, [0.5, -1.5, 57344, 2 ** -16])
f['quad'] = np.array([0.5, -1.5, 2.0 ** 1000, np.inf], np.longdouble)
f['half'] = np.array([0.5, -1.5, 65504, 2 ** -24], '>f2')
"
        ),
    );
    let file = File::open_rw(&path)?;
    for order in ["LE", "BE"] {
        for size in [3, 5, 7] {
            let data = file.dataset(format!("i{size} {order}"))?;
            let end = 1_i64 << (8 * size - 1);
            assert_eq!(data.read::<Vec<i64>>()?, [-end, -1, 0, end - 1]);
            assert_eq!(data.read::<Vec<f64>>()?, [-end as f64, -1.0, 0.0, (end - 1) as f64]);
            is_misfit(data.read::<Vec<i16>>());
            assert_eq!(data.clip().read::<Vec<i16>>()?, [i16::MIN, -1, 0, i16::MAX]);
            is_misfit(data.write([0, 0, 0, end]));
            assert_eq!(data.select(3)?.read::<i64>()?, end - 1);
            data.write([end - 1, 5, -5, -end])?;
            assert_eq!(data.read::<Vec<i64>>()?, [end - 1, 5, -5, -end]);
            data.select(..2)?.clip().write([i64::MIN, i64::MAX])?;
            assert_eq!(data.read::<Vec<Value>>()?[..2], [(-end).into(), (end - 1).into()]);
            let data = file.dataset(format!("u{size} {order}"))?;
            assert_eq!(data.read::<Vec<u64>>()?, [0, 1, 2 * end as u64 - 1]);
            is_misfit(data.write([0, 0, -1]));
        }
    }
    let bits = file.dataset("12 bits")?;
    assert_eq!(bits.read::<Vec<u16>>()?, [0, 1, 4095]);
    is_misfit(bits.write([0, 0, 4096]));
    bits.clip().write([-1, 4096, 7])?;
    assert_eq!(bits.read::<Vec<i32>>()?, [0, 4095, 7]);
    for (name, largest, smallest) in
        [("e4m3", 240.0, -9), ("e5m2", 57344.0, -16), ("half", 65504.0, -24)]
    {
        let data = file.dataset(name)?;
        let expected = [0.5, -1.5, largest, 2_f32.powi(smallest)];
        assert_eq!(data.read::<Vec<f32>>()?, expected, "{name}");
        assert_eq!(data.read::<Vec<f64>>()?, expected.map(f64::from), "{name}");
        assert_eq!(data.select(2)?.read::<u16>()?, largest as u16);
        is_misfit(data.read::<Vec<i32>>());
        is_misfit(data.write([0.0, 0.0, 0.0, 1e6]));
        data.write([1.0, 2.0, -largest, 0.0])?;
        data.select(3)?.clip().write(-1e6)?;
        assert_eq!(data.read::<Vec<f32>>()?, [1.0, 2.0, -largest, f32::NEG_INFINITY], "{name}");
    }
    let quad = file.dataset("quad")?;
    assert_eq!(quad.read::<Vec<f64>>()?, [0.5, -1.5, 2_f64.powi(1000), f64::INFINITY]);
    is_misfit(quad.read::<Vec<f32>>());
    assert_eq!(quad.clip().read::<Vec<f32>>()?[2..], [f32::INFINITY; 2]);
    quad.write([0.1_f64, -2.5, 3.0, f64::NEG_INFINITY])?;
    file.close()?;
    h5py.file(&path)
        .expect("f['quad'][()].astype('f8').tolist()", "[0.1, -2.5, 3.0, -inf]")
        .expect("f['e4m3'][()].tolist()", "[1.0, 2.0, -240.0, -inf]")
        .expect("f['e5m2'][()].tolist()", "[1.0, 2.0, -57344.0, -inf]")
        .expect("f['half'][()].tolist()", "[1.0, 2.0, -65504.0, -inf]");
    h5py.file(&path).run(
        "
        for order in ('LE', 'BE'):
            for size in (3, 5, 7):
                a = np.zeros(4, 'i8')
                f[f'i{size} {order}'].id.read(h5py.h5s.ALL, h5py.h5s.ALL, a)
                end = 2 ** (8 * size - 1)
                assert a.tolist() == [-end, end - 1, -5, -end], a
        a = np.zeros(3, 'u2')
        f['12 bits'].id.read(h5py.h5s.ALL, h5py.h5s.ALL, a)
        assert a.tolist() == [0, 4095, 7]
        ",
    );
    Ok(())
}

#[test]
fn attributes_and_fill_values_are_converted_exactly() -> Result<(), Error> {
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        f.attrs['large'] = np.array(2**53 + 1)
        f.attrs['small'] = np.array([7, -1], '>i2')
        f.attrs['half'] = np.array(1.5, '>f2')
        f.attrs['flag'] = True
        f.create_dataset('a', (2,), '>i4', fillvalue=-70000)
        f.create_dataset('b', (2,), 'f8', fillvalue=0.1)
        f.create_dataset('c', (2,), 'S4', fillvalue=b'none')
        f.create_dataset('d', (2,), [('x', 'u1'), ('y', '>f4')], fillvalue=np.array((7, 0.5), [('x', 'u1'), ('y', '>f4')]))
        ",
    );
    let file = File::open(&path)?;
    let attrs = file.attrs();
    assert_eq!(attrs.get::<i64>("large")?, (1 << 53) + 1);
    assert_eq!(attrs.get::<f64>("large")?, 2_f64.powi(53));
    is_misfit(attrs.get::<i32>("large"));
    assert_eq!(attrs.clip().get::<i32>("large")?, i32::MAX);
    assert_eq!(attrs.get::<Vec<i8>>("small")?, [7, -1]);
    assert_eq!(attrs.clip().get::<Vec<u64>>("small")?, [7, 0]);
    is_misfit(attrs.get::<Vec<u64>>("small"));
    is_misfit(attrs.get::<i32>("half"));
    assert_eq!(attrs.clip().get::<i32>("half")?, 1);
    assert_eq!(attrs.get::<u8>("flag")?, 1);
    let data = |name: &str| file.dataset(name).unwrap();
    assert_eq!(data("a").fill_value::<i64>()?, Some(-70_000));
    is_misfit(data("a").fill_value::<i16>());
    assert_eq!(data("b").fill_value::<f64>()?, Some(0.1));
    is_misfit(data("b").fill_value::<i64>());
    assert_eq!(data("b").fill_value::<f32>()?, Some(0.1));
    assert_eq!(data("c").fill_value::<String>()?.as_deref(), Some("none"));
    assert_eq!(data("c").read::<Vec<String>>()?, ["none", "none"]);
    let fill: Option<Value> = data("d").fill_value()?;
    assert_eq!(fill.map(|fill| fill.to_string()).as_deref(), Some("{x: 7, y: 0.5}"));
    Ok(())
}

#[test]
fn what_was_never_written_and_has_no_fill_value_is_zero() -> Result<(), Error> {
    #[derive(H5Type, Debug, Clone, PartialEq)]
    struct Row {
        text: String,
        flag: bool,
        list: Vec<u16>,
        number: f64,
    }
    let h5py = judges::h5py!(Ok(()));
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(
        &path,
        "
        def undefined(name, dtype, chunk=None, early=False):
            creation = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
            creation.set_fill_time(h5py.h5d.FILL_TIME_NEVER)
            if chunk:
                creation.set_chunk((chunk,))
            if early:
                creation.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
            tid, space = h5py.h5t.py_create(np.dtype(dtype), logical=True), h5py.h5s.create_simple((500,))
            h5py.h5d.create(f.id, name.encode(), tid, space, creation)
        row = [('text', h5py.string_dtype('utf-8', 8)), ('flag', bool), ('number', '>f8')]
        for chunk in (None, 100):
            undefined(f'number {chunk}', '>i4', chunk)
            undefined(f'text {chunk}', 'S8', chunk)
            undefined(f'row {chunk}', row, chunk)
        ",
    );
    // Memory that would show if it were handed out as it is.
    let litter = || drop(std::hint::black_box(vec![0xa5_u8; 1 << 20]));
    let file = File::open(&path)?;
    for chunk in ["None", "100"] {
        for _ in 0..20 {
            litter();
            let data = |name: &str| file.dataset(format!("{name} {chunk}"));
            assert_eq!(data("number")?.read::<Vec<i64>>()?, [0; 500], "{chunk}");
            assert_eq!(data("number")?.read::<Vec<f32>>()?, [0.0; 500]);
            assert_eq!(data("text")?.read::<Vec<String>>()?, [""; 500]);
            let rows: DynArray = data("row")?.select(..3)?.read()?;
            let zero = r#"{text: "", flag: false, number: 0.0}"#;
            assert_eq!(rows.to_string(), format!("[{zero}, {zero}, {zero}]"));
            let mut mine = [7_i32; 500];
            data("number")?.read_into(&mut mine)?;
            assert!(mine == [0; 500] || mine == [7; 500]);
        }
    }
    let file = File::create(dir.file("ours.h5"))?;
    let new = || file.new_dataset::<Row>().shape(50);
    let zero = Row { text: String::new(), flag: false, list: vec![], number: 0.0 };
    for (name, dataset) in [
        ("plain", new().create("plain")?),
        ("chunks", new().chunk(7).create("chunks")?),
        ("numbers never", new().fill_time(FillTime::Alloc).create("alloc")?),
    ] {
        litter();
        assert_eq!(dataset.read::<Vec<Row>>()?, vec![zero.clone(); 50], "{name}");
    }
    Ok(())
}
