//! Types beside the usual numbers, exchanged with h5py: halves, complex numbers, characters, opaque
//! values, and no value at all.

use half::{bf16, f16};
use hdf5::{
    ByteString, Dataspace, Encode, ErrorKind, File, FixedAscii, FixedUtf8, FromData, H5Type,
    Opaque, Tag, ToData, Value,
};
use ndarray::{Array1, Array2, array};
use num_complex::{Complex, Complex32, Complex64, c32, c64};

#[track_caller]
fn mismatch<T: std::fmt::Debug>(result: hdf5::Result<T>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error:#}");
    error.kind().to_string()
}

#[track_caller]
fn misfit<T: std::fmt::Debug>(result: hdf5::Result<T>) {
    let error = result.unwrap_err();
    assert!(matches!(*error.kind(), ErrorKind::ValueOutOfRange { .. }), "{error:#}");
}

#[track_caller]
fn is_invalid<T: std::fmt::Debug>(result: hdf5::Result<T>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
    error.kind().to_string()
}

/// Makes a dataset of 0, 1, 2 and 96 in every number type that h5py can make, and some of libhdf5.
const EVERY_NUMBER: &str = "
    values = np.array([0, 1, 2, 96])
    for order in '<>':
        for code in 'i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 g'.split():
            dtype = np.dtype(code).newbyteorder(order)
            f[f'{order}{code}'] = values.astype(dtype)
    def custom(name, fields, bias, size, order):
        ty = h5py.h5t.IEEE_F64LE.copy()
        ty.set_fields(*fields)
        ty.set_ebias(bias)
        ty.set_precision(8 * size)
        ty.set_size(size)
        ty.set_order(order)
        ds = h5py.h5d.create(f.id, name.encode(), ty, h5py.h5s.create_simple((4,)))
        ds.write(h5py.h5s.ALL, h5py.h5s.ALL, values.astype('f4'))
    for order, number in ('<', h5py.h5t.ORDER_LE), ('>', h5py.h5t.ORDER_BE):
        custom(order + 'bf16', (15, 7, 8, 0, 7), 127, 2, number)
    custom('e4m3', (7, 3, 4, 0, 3), 7, 1, h5py.h5t.ORDER_LE)
    custom('e5m2', (7, 2, 5, 0, 2), 15, 1, h5py.h5t.ORDER_LE)
    ";

#[test]
fn every_number_of_h5py_is_read_as_every_number_of_rust() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("numbers.h5");
    h5py.create(&path, EVERY_NUMBER);
    let file = File::open(&path).unwrap();
    macro_rules! read_as {
        ($($ty:ty, $from:expr;)*) => {$(
            for name in file.names().unwrap() {
                // libhdf5 drops fractions of what is wider than a double, so it is not asked to.
                if name.ends_with('g') && <$ty>::dtype().to_string().starts_with(['i', 'u']) {
                    continue;
                }
                let expected = [0_u8, 1, 2, 96].map($from).to_vec();
                let read = file.dataset(&name).unwrap().read::<Vec<$ty>>();
                let read = read.unwrap_or_else(|error| {
                    panic!("{name} as {}: {error:#}", stringify!($ty))
                });
                assert_eq!(read, expected, "{name} as {}", stringify!($ty));
            }
        )*};
    }
    read_as! {
        i8, |x| x as i8; i16, i16::from; i32, i32::from; i64, i64::from; isize, isize::from;
        u8, u8::from; u16, u16::from; u32, u32::from; u64, u64::from; usize, usize::from;
        f16, f16::from; bf16, |x| bf16::from_f32(x.into()); f32, f32::from; f64, f64::from;
    }
}

#[test]
fn every_number_of_rust_is_written_into_every_number_of_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("numbers.h5");
    macro_rules! write_from {
        ($($ty:ty, $from:expr;)*) => {$({
            h5py.create(&path, EVERY_NUMBER);
            let file = File::open_rw(&path).unwrap();
            for name in file.names().unwrap() {
                let written = file.dataset(&name).unwrap().write([3_u8, 0, 1, 64].map($from));
                written.unwrap_or_else(|error| {
                    panic!("{} into {name}: {error:#}", stringify!($ty))
                });
            }
            file.close().unwrap();
            h5py.file(&path).run("
                for name, ds in f.items():
                    assert ds[:].tolist() == [3, 0, 1, 64], (name, ds[:])
            ");
        })*};
    }
    write_from! {
        i8, |x| x as i8; i16, i16::from; i32, i32::from; i64, i64::from; isize, isize::from;
        u8, u8::from; u16, u16::from; u32, u32::from; u64, u64::from; usize, usize::from;
        f16, f16::from; bf16, |x| bf16::from_f32(x.into()); f32, f32::from; f64, f64::from;
    }
}

#[test]
fn halves_are_exchanged_with_h5py() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("halves.h5");
    let special = [0.5, -1.5, 65504.0, f32::INFINITY, f32::NEG_INFINITY, 6e-8, f32::NAN];
    let halves = special.map(f16::from_f32);
    let brains = special.map(bf16::from_f32);
    let file = File::create(&path).unwrap();
    file.create_dataset("f16", halves).unwrap();
    file.create_dataset("bf16", brains).unwrap();
    file.create_dataset("table", array![[halves[0], halves[1]], [halves[2], halves[3]]]).unwrap();
    file.attrs().set("half", halves[0]).unwrap();
    file.attrs().set("brain", brains[0]).unwrap();
    let bits: Vec<u16> = file
        .dataset("f16")
        .unwrap()
        .read::<Vec<f16>>()
        .unwrap()
        .iter()
        .map(|x| x.to_bits())
        .collect();
    assert_eq!(bits, halves.map(f16::to_bits));
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['f16'].dtype.str, f['bf16'].dtype.str", "('<f2', '<f4')")
        .expect("f['f16'][:6].tolist()", "[0.5, -1.5, 65504.0, inf, -inf, 5.960464477539063e-08]")
        .expect("f['bf16'][:5].tolist()", "[0.5, -1.5, 65536.0, inf, -inf]")
        .assert("np.isnan(f['f16'][6]) and np.isnan(f['bf16'][6])")
        .expect("f['table'].shape, f['table'][1, 0].item()", "((2, 2), 65504.0)")
        .expect("f.attrs['half'], f.attrs['brain']", "(np.float16(0.5), np.float32(0.5))")
        .assert("f['bf16'].id.get_type().get_fields() == (15, 7, 8, 0, 7)")
        .assert("f['bf16'].id.get_type().get_ebias() == 127");

    h5py.create(
        &path,
        "
        halves = np.array([0.5, -1.5, 65504, np.inf, -np.inf, 6e-8, np.nan], 'f2')
        for order in '<>':
            f[order] = halves.astype(order + 'f2')
        f['single'] = halves.astype('f4')
        f['struct'] = np.array([(1.5, 2.5)], [('half', '>f2'), ('brain', 'f4')])
        f['fraction'] = np.array([0.5], 'f2')
        f.create_dataset('integers', (1,), 'i4')
        f['state'] = np.array(3, h5py.enum_dtype({'a': 3}))
        ",
    );
    let file = File::open_rw(&path).unwrap();
    for name in ["<", ">", "single"] {
        let read: Array1<f16> = file.dataset(name).unwrap().read().unwrap();
        let bits = |x: f16| if x.is_nan() { 0 } else { x.to_bits() };
        assert_eq!(read.mapv(bits), Array1::from_iter(halves).mapv(bits), "{name}");
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Pair {
        brain: bf16,
        half: f16,
    }
    let read: Vec<Pair> = file.dataset("struct").unwrap().read().unwrap();
    assert_eq!(read, [Pair { brain: bf16::from_f32(2.5), half: f16::from_f32(1.5) }]);
    assert_eq!(file.dataset("state").unwrap().read::<f16>().unwrap(), f16::from_f32(3.0));
    misfit(file.dataset("fraction").unwrap().read::<Vec<u8>>());
    misfit(file.dataset("integers").unwrap().write([f16::from_f32(0.5)]));
    misfit(file.dataset("integers").unwrap().write([bf16::INFINITY]));
    file.dataset("integers").unwrap().write([bf16::from_f32(-64.0)]).unwrap();
    assert_eq!(file.dataset("integers").unwrap().read::<Vec<f16>>().unwrap()[0].to_f32(), -64.0);
    let large = file.create_dataset("large", [70_000]).unwrap();
    misfit(large.read::<Vec<f16>>());
    assert_eq!(large.read::<Vec<bf16>>().unwrap()[0], bf16::from_f32(70_000.0));
    let text = mismatch(file.create_dataset("text", "a").unwrap().read::<f16>());
    assert_eq!(text, "the stored type string (utf-8) and the Rust type f16 do not convert");
}

/// Reads singles as halves, and writes them into halves, where h5py says which bits they must have.
fn check_rounding<T: H5Type>(h5py: judges::H5py, statements: &str, bits: fn(&T) -> u16) {
    let dir = judges::scratch();
    let path = dir.file("rounding.h5");
    h5py.create(&path, statements);
    let file = File::open_rw(&path).unwrap();
    let singles: Vec<f32> = file.dataset("singles").unwrap().read().unwrap();
    let expected: Vec<u16> = file.dataset("halves").unwrap().read().unwrap();
    let halves = file.new_dataset::<T>().shape(singles.len()).create("written").unwrap();
    halves.write(&singles).unwrap();
    for (name, found) in [
        ("read", file.dataset("singles").unwrap().read::<Vec<T>>().unwrap()),
        ("written", halves.read().unwrap()),
    ] {
        let wrong: Vec<String> = found
            .iter()
            .map(bits)
            .zip(&expected)
            .zip(&singles)
            .filter(|((found, expected), _)| found != *expected)
            .map(|((found, expected), single)| format!("{single:e}: {found:x}, not {expected:x}"))
            .collect();
        assert!(wrong.is_empty(), "{name}: {}, {:?}", wrong.len(), &wrong[..wrong.len().min(9)]);
    }
}

#[test]
fn singles_are_rounded_to_halves_as_numpy_rounds_them() {
    // All halves, the middles between them, and what is just beside the middles.
    let statements = "
        bits = np.arange(0x7bff, dtype='u2')
        low, high = bits.view('f2').astype('f4'), (bits + 1).astype('u2').view('f2').astype('f4')
        middle = (low + high) / 2
        singles = np.concatenate([
            low, middle, np.nextafter(middle, high), np.nextafter(middle, low), -middle,
        ])
        f['singles'] = singles
        f['halves'] = singles.astype('f2').view('u2')
        ";
    check_rounding::<f16>(judges::h5py!(), statements, |half| half.to_bits());
}

#[test]
fn singles_are_rounded_to_the_nearest_brain_floats() {
    // The upper half of a single, after half of its last bit was added.
    let statements = "
        low = np.concatenate([np.arange(0x7f7f), np.arange(0x8000, 0xff7f)]).astype('u4') << 16
        bits = np.concatenate([low, low + 0x7fff, low + 0x8000, low + 0x8001])
        f['singles'] = bits.view('f4')
        f['halves'] = ((bits + 0x7fff + ((bits >> 16) & 1)) >> 16).astype('u2')
        ";
    check_rounding::<bf16>(judges::h5py!(), statements, |half| half.to_bits());
}

#[test]
fn complex_numbers_are_numpys_own() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("complex.h5");
    let singles = [c32(1.0, 2.0), c32(-0.5, f32::INFINITY)];
    let doubles = array![[c64(1.0, -2.0), c64(0.1, 0.2)], [c64(0.0, 0.0), c64(1e300, -1e-300)]];
    #[derive(H5Type, Debug, PartialEq, Clone)]
    struct Sample {
        id: i16,
        value: Complex64,
    }
    let file = File::create(&path).unwrap();
    file.create_dataset("c8", singles).unwrap();
    file.create_dataset("c16", &doubles).unwrap();
    file.create_dataset("transposed", doubles.t()).unwrap();
    file.create_dataset("scalar", c64(3.0, 4.0)).unwrap();
    file.create_dataset("struct", [Sample { id: 1, value: c64(5.0, 6.0) }]).unwrap();
    file.create_dataset("half", [Complex::new(f16::from_f32(0.5), f16::from_f32(-2.0))]).unwrap();
    let growing = file.new_dataset::<Complex32>().shape(0..).deflate(1).create("growing").unwrap();
    growing.append(singles).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['c8'].dtype.str, f['c16'].dtype.str", "('<c8', '<c16')")
        .expect("f['c8'][0].item()", "(1+2j)")
        .assert("f['c8'][1] == np.complex64(complex(-0.5, np.inf))")
        .expect("f['c16'][:].tolist()", "[[(1-2j), (0.1+0.2j)], [0j, (1e+300-1e-300j)]]")
        .assert("(f['transposed'][:] == f['c16'][:].T).all()")
        .expect("f['scalar'][()].item()", "(3+4j)")
        .expect("f['struct'][:].tolist()", "[(1, (5+6j))]")
        .expect("f['half'].dtype.descr", "[('r', '<f2'), ('i', '<f2')]")
        .assert("(f['growing'][:] == f['c8'][:]).all()");

    let file = File::open(&path).unwrap();
    let data = |name: &str| file.dataset(name).unwrap();
    assert_eq!(data("c8").read::<Vec<Complex32>>().unwrap(), singles);
    assert_eq!(data("c8").read::<Vec<Complex64>>().unwrap()[0], c64(1.0, 2.0));
    assert_eq!(data("c16").read::<Array2<Complex64>>().unwrap(), doubles);
    assert_eq!(data("c16").select((0, 1)).unwrap().read::<Complex64>().unwrap(), c64(0.1, 0.2));
    let mut two = [Complex64::default(); 2];
    data("c16").select((.., 1)).unwrap().read_into(&mut two).unwrap();
    assert_eq!(two, [c64(0.1, 0.2), c64(1e300, -1e-300)]);
    misfit(data("c16").read::<Vec<Complex32>>());
    assert_eq!(data("half").read::<Vec<Complex32>>().unwrap(), [c32(0.5, -2.0)]);
    let read: Vec<Sample> = data("struct").read().unwrap();
    assert_eq!(read, [Sample { id: 1, value: c64(5.0, 6.0) }]);
}

#[test]
fn complex_numbers_are_read_and_written_whatever_their_parts_are_called() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("complex.h5");
    h5py.create(
        &path,
        "
        f['big'] = np.array([1+2j, -3-4j], '>c16')
        f['wide'] = np.array([1+2j, -3-4j], np.clongdouble)
        for re, im in ('r', 'i'), ('re', 'im'), ('real', 'imag'):
            for code in '<f4', '>f8', '<f2', '>i2', 'i1':
                parts = [(re, code), (im, code)]
                f[f'{re} {code}'] = np.array([(1, 2), (-3, -4)], parts)
                f[f'{im} {code}'] = np.array([(2, 1), (-4, -3)], parts[::-1])
        f['padded'] = np.array([(2, 1), (-4, -3)], {'names': ['i', 'r'], 'formats': ['f4', 'f8'],
                                                      'offsets': [4, 16], 'itemsize': 40})
        f['real'] = np.array([(1.5,), (-2,)], [('z', '>f4')])
        f['nested'] = np.array([(7, (1, 2)), (8, (-3, -4))], [('id', 'i1'), ('z', [('r', 'f4'), ('i', 'f4')])])
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let names: Vec<String> = file
        .names()
        .unwrap()
        .into_iter()
        .filter(|name| name != "nested" && name != "real")
        .collect();
    for name in &names {
        let data = file.dataset(name).unwrap();
        fn check<T: H5Type + PartialEq + std::fmt::Debug>(data: &hdf5::Dataset, expected: [T; 2]) {
            assert_eq!(data.read::<Vec<T>>().unwrap_or_else(|error| panic!("{error:#}")), expected);
        }
        check(&data, [c32(1.0, 2.0), c32(-3.0, -4.0)]);
        check(&data, [c64(1.0, 2.0), c64(-3.0, -4.0)]);
        let half = |re, im| Complex::new(f16::from_f32(re), f16::from_f32(im));
        check(&data, [half(1.0, 2.0), half(-3.0, -4.0)]);
        data.select(0).unwrap().write(c64(10.0, 20.0)).unwrap();
        data.select(1).unwrap().write(c32(30.0, 40.0)).unwrap();
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Nested {
        z: Complex64,
    }
    let read: Vec<Nested> = file.dataset("real").unwrap().read().unwrap();
    assert_eq!(read, [Nested { z: c64(1.5, 0.0) }, Nested { z: c64(-2.0, 0.0) }]);
    let read: Vec<Nested> = file.dataset("nested").unwrap().read().unwrap();
    assert_eq!(read, [Nested { z: c64(1.0, 2.0) }, Nested { z: c64(-3.0, -4.0) }]);
    file.close().unwrap();
    h5py.file(&path).run(
        "
        for name, ds in f.items():
            if name in ('nested', 'real'):
                continue
            if ds.dtype.names:
                re, im = [next(n for n in names if n in ds.dtype.names)
                          for names in (('r', 're', 'real'), ('i', 'im', 'imag'))]
                values = list(zip(ds[re].tolist(), ds[im].tolist()))
            else:
                values = [(z.real, z.imag) for z in ds[:]]
            assert values == [(10, 20), (30, 40)], (name, values)
        ",
    );
}

#[test]
fn what_is_no_complex_number_is_told_so() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("wrong.h5");
    h5py.create(
        &path,
        "
        f['xy'] = np.zeros(1, [('x', 'f4'), ('y', 'f4')])
        f['mixed'] = np.zeros(1, [('r', 'f4'), ('imag', 'f4')])
        f['three'] = np.zeros(1, [('r', 'f4'), ('i', 'f4'), ('j', 'f4')])
        f['one'] = np.zeros(1, [('r', 'f4')])
        f['text'] = np.zeros(1, [('r', 'f4'), ('i', 'S2')])
        f['floats'] = np.zeros(1)
        f['words'] = ['a']
        f['whole'] = np.zeros(1, [('r', 'i1'), ('i', 'i1')])
        ",
    );
    let file = File::open_rw(&path).unwrap();
    for name in ["xy", "mixed", "three", "one", "text"] {
        let data = file.dataset(name).unwrap();
        let message = mismatch(data.read::<Vec<Complex64>>());
        assert!(message.contains("which is not a compound of two numbers r and i"), "{message}");
        let message = mismatch(data.write([c32(1.0, 2.0)]));
        assert!(message.contains("which is not a compound of two numbers r and i"), "{message}");
    }
    mismatch(file.dataset("words").unwrap().read::<Vec<Complex64>>());
    // The imaginary part would be lost.
    mismatch(file.dataset("floats").unwrap().write([c64(1.0, 0.0)]));
    misfit(file.dataset("whole").unwrap().write([c64(1.0, 0.5)]));
    misfit(file.dataset("whole").unwrap().write([c64(200.0, 0.0)]));
    mismatch(file.create_dataset("complex", [c64(1.0, 2.0)]).unwrap().read::<Vec<f64>>());
}

#[cfg(hdf5_ge_2_0)]
#[test]
fn complex_numbers_of_hdf5_2_are_read_and_written() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("native.h5");
    h5py.create(
        &path,
        "
        for size in 32, 64:
            for order in 'LE', 'BE':
                ty = getattr(h5py.h5t, f'COMPLEX_IEEE_F{size}{order}')
                f.create_dataset(f'{size}{order}', data=[1+2j, -3-4j], dtype=ty)
        f.create_dataset('huge', data=[1e300j], dtype=h5py.h5t.COMPLEX_IEEE_F64LE)
        f.create_dataset('tiny', data=[1e-300j, complex(np.inf, 0.1)], dtype=h5py.h5t.COMPLEX_IEEE_F64LE)
        f.attrs.create('one', 5-6j, dtype=h5py.h5t.COMPLEX_IEEE_F64LE)
        ",
    );
    #[derive(H5Type, Debug, PartialEq)]
    struct Holder {
        z: Complex32,
    }
    let file = File::open_rw(&path).unwrap();
    for name in ["32LE", "32BE", "64LE", "64BE"] {
        let data = file.dataset(name).unwrap();
        assert!(data.dtype().unwrap().to_string().starts_with("complex f"), "{name}");
        let read: Vec<Complex32> = data.read().unwrap();
        assert_eq!(read, [c32(1.0, 2.0), c32(-3.0, -4.0)], "{name}");
        let read: Vec<Complex64> = data.read().unwrap();
        assert_eq!(read, [c64(1.0, 2.0), c64(-3.0, -4.0)], "{name}");
        data.select(0).unwrap().write(c32(0.5, 7.0)).unwrap();
        data.select(1).unwrap().write(c64(0.25, -8.0)).unwrap();
    }
    misfit(file.dataset("huge").unwrap().read::<Vec<Complex32>>());
    let tiny: Vec<Complex32> = file.dataset("tiny").unwrap().read().unwrap();
    assert_eq!(tiny, [c32(0.0, 0.0), c32(f32::INFINITY, 0.1)]);
    misfit(file.dataset("32LE").unwrap().select(0).unwrap().write(c64(0.0, 1e300)));
    assert_eq!(file.attrs().get::<Complex64>("one").unwrap(), c64(5.0, -6.0));
    let dtype = file.dataset("64LE").unwrap().dtype().unwrap();
    let holder = hdf5::CompoundType::packed([("z".into(), dtype)]);
    let holder = hdf5::TypeDescriptor::Compound(holder);
    let holder = file.new_dataset::<Holder>().dtype(holder).shape(1).create("holder").unwrap();
    holder.write([Holder { z: c32(1.5, 2.5) }]).unwrap();
    assert_eq!(holder.read::<Vec<Holder>>().unwrap(), [Holder { z: c32(1.5, 2.5) }]);
    file.close().unwrap();
    for name in ["32LE", "32BE", "64LE", "64BE"] {
        h5py.file(&path).expect(&format!("f['{name}'][:].tolist()"), "[(0.5+7j), (0.25-8j)]");
    }
}

#[test]
fn characters_are_their_numbers_and_checked() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("characters.h5");
    let characters = ['\0', 'a', 'é', '\u{d7ff}', '\u{e000}', char::MAX];
    let file = File::create(&path).unwrap();
    file.create_dataset("x", characters).unwrap();
    assert_eq!(file.dataset("x").unwrap().read::<Vec<char>>().unwrap(), characters);
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['x'].dtype.str", "'<u4'")
        .expect("f['x'][:].tolist()", "[0, 97, 233, 55295, 57344, 1114111]");

    h5py.create(
        &path,
        "
        f['numbers'] = np.array([0xd7ff, 0xd800, 0xdfff, 0xe000, 0x10ffff, 0x110000, 0xffffffff], '>u4')
        f['bytes'] = np.arange(256, dtype='u1')
        f['negative'] = [-1]
        f['wide'] = [2**40 + 97]
        f['float'] = [97.0]
        f['random'] = np.random.default_rng(24).integers(0, 2**32, 500, dtype='u4') >> np.arange(500) % 16
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let data = |name: &str| file.dataset(name).unwrap();
    for name in ["numbers", "random"] {
        let numbers: Vec<u32> = data(name).read().unwrap();
        for (index, &number) in numbers.iter().enumerate() {
            let read = data(name).select(index).unwrap().read::<char>();
            match char::from_u32(number) {
                Some(expected) => assert_eq!(read.unwrap(), expected),
                None => {
                    assert_eq!(is_invalid(read), format!("{number} is not a character of Unicode"))
                }
            }
        }
    }
    assert!(data("bytes").read::<Vec<char>>().unwrap().into_iter().eq('\0'..='\u{ff}'));
    misfit(data("negative").read::<Vec<char>>());
    misfit(data("wide").read::<Vec<char>>());
    mismatch(data("float").read::<Vec<char>>());
    data("negative").write(['z']).unwrap();
    misfit(data("bytes").write(['語'; 256]));
    file.close().unwrap();
    h5py.file(&path).expect("f['negative'][:].tolist()", "[122]");
}

enum Uuid {}

impl Tag for Uuid {
    const TAG: &'static str = "RFC 9562 UUID";
}

#[test]
fn opaque_values_are_numpys_void() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("opaque.h5");
    #[derive(H5Type, Debug, PartialEq)]
    struct Record {
        id: Opaque<3, Uuid>,
        blob: Opaque<2>,
    }
    let record = || Record { id: [1, 2, 3].into(), blob: Opaque::new(*b"\0x") };
    let file = File::create(&path).unwrap();
    file.create_dataset("x", [Opaque::new(*b"a\0\xff"), Opaque::default()]).unwrap();
    file.create_dataset("id", Opaque::<3, Uuid>::tagged([1, 2, 3])).unwrap();
    file.create_dataset("record", record()).unwrap();
    file.attrs().set("blob", Opaque::new([0; 5])).unwrap();
    assert_eq!(file.dataset("record").unwrap().read::<Record>().unwrap(), record());
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['x'].dtype.str, f['x'][0].tobytes()", r"('|V3', b'a\x00\xff')")
        .expect("f['x'].id.get_type().get_tag()", "b''")
        .expect("f.attrs['blob'].tobytes()", r"b'\x00\x00\x00\x00\x00'")
        .expect("f['id'].id.get_type().get_tag()", "b'RFC 9562 UUID'")
        .run(
            "
            # Of an opaque type with a tag, h5py reads nothing but times by itself.
            for name, size, start in ('id', 3, b'\\1\\2\\3'), ('record', 5, b'\\1\\2\\3\\0x'):
                raw = np.zeros((), f'V{size}')
                f[name].id.read(h5py.h5s.ALL, h5py.h5s.ALL, raw, f[name].id.get_type())
                assert raw.tobytes() == start, (name, raw)
            ",
        );

    h5py.create(
        &path,
        "
        f['void'] = np.array([b'abc', b'\\0\\0\\xff'], 'V3')
        f.attrs['void'] = np.void(b'\\0attr')
        f['time'] = np.array(['2020-02-02'], 'M8[s]').astype(h5py.opaque_dtype('M8[s]'))
        f['text'] = np.array([b'abc'])
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let void = file.dataset("void").unwrap();
    assert_eq!(void.read::<Vec<Opaque<3>>>().unwrap(), [b"abc", b"\0\0\xff"].map(|x| (*x).into()));
    assert_eq!(*file.attrs().get::<Opaque<5>>("void").unwrap(), *b"\0attr");
    let time: Vec<Opaque<8>> = file.dataset("time").unwrap().read().unwrap();
    assert_eq!(i64::from_le_bytes(*time[0]), 1_580_601_600);
    mismatch(void.read::<Vec<Opaque<4>>>());
    let tagged = mismatch(void.read::<Vec<Opaque<3, Uuid>>>());
    assert!(tagged.starts_with("the stored type opaque[3] and the Rust type"), "{tagged}");
    mismatch(file.dataset("time").unwrap().read::<Vec<Opaque<8, Uuid>>>());
    mismatch(file.dataset("text").unwrap().read::<Vec<Opaque<3>>>());
    mismatch(void.write([Opaque::<3, Uuid>::tagged([0; 3]); 2]));
    void.select(1).unwrap().write(Opaque::new(*b"new")).unwrap();
    file.close().unwrap();
    h5py.file(&path).expect("f['void'][:].tobytes()", "b'abcnew'");
}

#[test]
fn no_data_is_h5pys_empty() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("empty.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", ()).unwrap();
    file.attrs().set("x", ()).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .assert("f['x'][()] == h5py.Empty('f') and f['x'].shape is None")
        .assert("f.attrs['x'] == h5py.Empty('f')");

    h5py.create(
        &path,
        "
        f['x'] = h5py.Empty(h5py.string_dtype())
        f.attrs['x'] = h5py.Empty([('a', 'i4')])
        f['full'] = [1, 2]
        f.attrs['scalar'] = 5
        f['no rows'] = np.zeros((0, 3))
        ",
    );
    let file = File::open(&path).unwrap();
    file.dataset("x").unwrap().read::<()>().unwrap();
    file.attrs().get::<()>("x").unwrap();
    assert_eq!(file.dataset("x").unwrap().read::<Option<String>>().unwrap(), None);
    for full in [
        file.dataset("full").unwrap().read::<()>(),
        file.attrs().get::<()>("scalar"),
        file.dataset("no rows").unwrap().read::<()>(),
    ] {
        assert!(is_invalid(full).starts_with("there is data, of shape ["));
    }
    let error = file.dataset("x").unwrap().read::<String>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NullDataspace);
}

#[derive(H5Type, Debug, PartialEq, Clone)]
struct Everything {
    id: i64,
    name: String,
    boxed: Box<str>,
    code: FixedAscii<4>,
    raw: ByteString,
    letter: char,
    half: f16,
    z: Complex64,
    blob: Opaque<3>,
    valid: bool,
}

#[derive(H5Type, Debug, PartialEq, Clone, Copy)]
#[repr(u8)]
enum Colour {
    Red = 1,
    Green = 200,
}

fn everything() -> Everything {
    Everything {
        id: -1,
        name: "größer".into(),
        boxed: "box".into(),
        code: FixedAscii::new("CPH").unwrap(),
        raw: ByteString::from(b"\xff"),
        letter: 'é',
        half: f16::from_f32(0.5),
        z: c64(1.0, -2.0),
        blob: Opaque::new([1, 0, 2]),
        valid: true,
    }
}

#[test]
fn attributes_of_every_type_are_python_values() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("attributes.h5");
    let file = File::create(&path).unwrap();
    /// Sets an attribute, and reads it back as the same type.
    #[track_caller]
    fn set<D: ToData + FromData + PartialEq + std::fmt::Debug>(file: &File, name: &str, data: D) {
        file.attrs().set(name, &data).unwrap();
        assert_eq!(file.attrs().get::<D>(name).unwrap(), data, "{name}");
    }
    set(&file, "int", -7_i64);
    set(&file, "float", 2.5_f64);
    set(&file, "bool", true);
    set(&file, "str", String::from("größer"));
    set(&file, "array", array![[1_u16, 2], [3, 4]]);
    set(&file, "table", array![[String::from("a"), String::new()], ["ü".into(), "d".into()]]);
    set(&file, "bytes", ByteString::from("ascii"));
    set(&file, "fixed", FixedUtf8::<5>::new("né").unwrap());
    set(&file, "blob", Opaque::new([0, 255]));
    set(&file, "empty", ());
    set(&file, "no float", None::<f64>);
    set(&file, "enum", Colour::Green);
    set(&file, "enums", vec![Colour::Red, Colour::Green]);
    set(&file, "complex", c64(0.5, -1.0));
    set(&file, "complexes", vec![c32(0.5, -1.0), c32(0.0, 2.0)]);
    set(&file, "half", f16::from_f32(1.5));
    set(&file, "char", 'é');
    set(&file, "compound", everything());
    set(&file, "compounds", vec![everything(), everything()]);
    file.close().unwrap();

    h5py.file(&path)
        .expect("f.attrs['int']", "np.int64(-7)")
        .expect("f.attrs['float']", "np.float64(2.5)")
        .expect("f.attrs['bool']", "np.True_")
        .expect("f.attrs['str']", "'größer'")
        .expect("f.attrs['array'].dtype.str, f.attrs['array'].tolist()", "('<u2', [[1, 2], [3, 4]])")
        .expect("f.attrs['table'].tolist()", "[['a', ''], ['ü', 'd']]")
        .expect("f.attrs['bytes']", "'ascii'")
        .expect("f.attrs['fixed']", r"np.bytes_(b'n\xc3\xa9')")
        .expect("f.attrs['blob'].tobytes()", r"b'\x00\xff'")
        .expect("f.attrs['empty']", "Empty(dtype=dtype('<f4'))")
        .expect("f.attrs['no float']", "Empty(dtype=dtype('<f8'))")
        .expect("f.attrs['enum'], f.attrs['enums'].tolist()", "(np.uint8(200), [1, 200])")
        .expect(
            "h5py.check_enum_dtype(f.attrs.get_id('enum').dtype)",
            "{'Red': 1, 'Green': 200}",
        )
        .expect("f.attrs['complex']", "np.complex128(0.5-1j)")
        .expect("f.attrs['complexes'].tolist()", "[(0.5-1j), 2j]")
        .expect("f.attrs['half']", "np.float16(1.5)")
        .expect("f.attrs['char']", "np.uint32(233)")
        .expect(
            "f.attrs['compound'].item()",
            r"(-1, b'gr\xc3\xb6\xc3\x9fer', b'box', b'CPH', b'\xff', 233, 0.5, (1-2j), b'\x01\x00\x02', True)",
        )
        .expect("f.attrs['compounds'].shape", "(2,)");
}

#[test]
fn attributes_of_h5py_of_every_type_are_read() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("attributes.h5");
    h5py.create(
        &path,
        "
        a = f.attrs
        a['int'] = 7
        a['float'] = 2.5
        a['bool'] = True
        a['str'] = 'größer'
        a['table'] = np.array([['a', ''], ['ü', 'd']], object)
        a['bytes'] = b'ascii'
        a['bad utf-8'] = b'caf\\xe9'
        a['fixed'] = np.bytes_(b'CPH')
        a['blob'] = np.void(b'\\0\\xff')
        a['empty'] = h5py.Empty('i2')
        a['enum'] = np.array(200, h5py.enum_dtype({'Green': 200, 'Red': 1}, 'u1'))
        a['complex'] = 0.5 - 1j
        a['half'] = np.float16(1.5)
        a['char'] = 233
        string = h5py.string_dtype()
        dtype = [('id', 'i8'), ('name', string), ('boxed', string), ('code', 'S9'),
                 ('raw', h5py.string_dtype('ascii')), ('letter', 'u4'), ('half', 'f2'), ('z', 'c16'),
                 ('blob', 'V3'), ('valid', bool)]
        a['compound'] = np.array(
            (-1, 'größer', 'box', b'CPH', b'\\xff', 233, .5, 1-2j, b'\\1\\0\\2', True), dtype)
        f['compound'] = np.array(
            [(True, b'\\1\\0\\2', 1-2j, .5, 233, b'\\xff', b'CPH', 'box', 'größer', -1)],
            [('valid', bool), ('blob', 'V3'), ('z', 'c8'), ('half', '>f2'), ('letter', '>u2'),
             ('raw', h5py.string_dtype('ascii')), ('code', 'S9'), ('boxed', string),
             ('name', string), ('id', 'i2')])
        ",
    );
    let file = File::open(&path).unwrap();
    #[track_caller]
    fn get<D: FromData + PartialEq + std::fmt::Debug>(file: &File, name: &str, expected: D) {
        assert_eq!(file.attrs().get::<D>(name).unwrap(), expected, "{name}");
    }
    get(&file, "int", 7_u8);
    get(&file, "float", f16::from_f32(2.5));
    get(&file, "bool", true);
    get(&file, "str", Box::<str>::from("größer"));
    get(&file, "table", array![[String::from("a"), String::new()], ["ü".into(), "d".into()]]);
    get(&file, "bytes", String::from("ascii"));
    get(&file, "bytes", ByteString::from("ascii"));
    get(&file, "bad utf-8", ByteString::from(b"caf\xe9"));
    is_invalid(file.attrs().get::<FixedUtf8<9>>("bad utf-8"));
    get(&file, "fixed", FixedAscii::<3>::new("CPH").unwrap());
    get(&file, "blob", Opaque::new([0, 255]));
    get(&file, "empty", ());
    get(&file, "enum", Colour::Green);
    get(&file, "complex", c64(0.5, -1.0));
    get(&file, "half", f16::from_f32(1.5));
    get(&file, "char", 'é');
    get(&file, "compound", everything());
    let converted: Vec<Everything> = file.dataset("compound").unwrap().read().unwrap();
    assert_eq!(converted, [everything()]);
    assert_eq!(file.attrs().space("empty").unwrap(), Dataspace::Null);
    assert_eq!(file.attrs().get::<Value>("complex").unwrap().to_string(), "0.5-1.0i");
}

#[test]
fn numbers_are_read_as_complex_numbers_that_are_real() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("real.h5");
    h5py.create(&path, EVERY_NUMBER);
    let file = File::open(&path).unwrap();
    for name in file.names().unwrap() {
        let data = file.dataset(&name).unwrap();
        let expected = [0.0, 1.0, 2.0, 96.0].map(|re| c64(re, 0.0));
        assert_eq!(data.read::<Vec<Complex64>>().unwrap(), expected, "{name}");
        let mut buffer = [Complex32::default(); 4];
        data.read_into(&mut buffer).unwrap();
        assert_eq!(buffer[3], c32(96.0, 0.0), "{name}");
    }
}

#[test]
fn structs_in_attributes_are_converted_beside_text() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("attribute.h5");
    h5py.create(
        &path,
        "
        string = h5py.string_dtype()
        f.attrs['x'] = np.array(
            (True, b'\\1\\0\\2', 1-2j, .5, 233, b'\\xff', b'CPH', 'box', 'größer', -1),
            [('valid', bool), ('blob', 'V3'), ('z', 'c8'), ('half', '>f2'), ('letter', '>u2'),
             ('raw', h5py.string_dtype('ascii')), ('code', 'S9'), ('boxed', string),
             ('name', string), ('id', 'i2')])
        ",
    );
    let read: Everything = File::open(&path).unwrap().attrs().get("x").unwrap();
    assert_eq!(read, everything());
}

#[test]
fn doubles_of_the_other_byte_order_are_rounded_to_singles_as_numpy_rounds_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("doubles.h5");
    h5py.create(
        &path,
        "
        low = np.random.default_rng(1).integers(0, 0x7f7fffff, 20_000, 'u4')
        low, high = low.view('f4'), (low + 1).view('f4')
        middle = (low.astype('f8') + high) / 2
        doubles = np.concatenate([middle, -middle, np.nextafter(middle, 0), np.arange(1, 99) * 1e-46])
        f['>'] = doubles.astype('>f8')
        f['<'] = doubles
        f['singles'] = doubles.astype('f4')
        ",
    );
    let file = File::open(&path).unwrap();
    let read = |name: &str| file.dataset(name).unwrap().read::<Vec<f32>>().unwrap();
    assert!(read(">") == read("singles"));
    assert!(read("<") == read("singles"));
}
