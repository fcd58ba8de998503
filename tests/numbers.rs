//! Numbers of every type and byte order: exchanged with h5py, and converted or refused.

use hdf5::{ByteOrder, ErrorKind, File, FloatType, H5Type, IntegerType, TypeDescriptor};

/// Writes and reads the extremes of a number type, and has h5py read and write them too.
macro_rules! number_is_exchanged {
    ($($name:ident: $ty:ty = $code:literal;)*) => {$(
        #[test]
        fn $name() {
            let h5py = judges::h5py!();
            let dir = judges::scratch();
            let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
            let values = [<$ty>::MIN, 0 as $ty, 1 as $ty, 100 as $ty, <$ty>::MAX];
            let file = File::create(&ours).unwrap();
            file.create_dataset("x", values).unwrap();
            file.close().unwrap();

            let expected = format!("np.array({}, dtype={:?})", python(&values), $code);
            h5py.file(&ours)
                .expect("f['x'].dtype.str", &format!("'{}'", $code.replace("<i1", "|i1").replace("<u1", "|u1")))
                .assert(&format!("(f['x'][:] == {expected}).all()"));

            for order in ["<", ">"] {
                let dtype = $code.replace('<', order);
                h5py.create(&theirs, &format!("f['x'] = {expected}.astype({dtype:?})"));
                let read: Vec<$ty> = File::open(&theirs).unwrap().dataset("x").unwrap().read().unwrap();
                assert_eq!(read, values, "{dtype}");
            }
        }
    )*};
}

/// Checks that an error says which number does not fit what, for example `300 in u8`.
#[track_caller]
fn misfit(error: hdf5::Error, told: &str) {
    let (value, target) = told.split_once(" in ").unwrap();
    let (value, target) = (Some(value.to_owned()), Some(target.to_owned()));
    let expected = ErrorKind::ValueOutOfRange { value, target };
    assert_eq!(*error.kind(), expected, "{error:#}");
    assert!(error.to_string().contains(&told.replace(" in ", " does not fit ")), "{error}");
}

fn python<T: std::fmt::Debug>(values: &[T]) -> String {
    format!("{values:?}")
}

number_is_exchanged! {
    i8_is_exchanged_with_h5py: i8 = "<i1";
    i16_is_exchanged_with_h5py: i16 = "<i2";
    i32_is_exchanged_with_h5py: i32 = "<i4";
    i64_is_exchanged_with_h5py: i64 = "<i8";
    u8_is_exchanged_with_h5py: u8 = "<u1";
    u16_is_exchanged_with_h5py: u16 = "<u2";
    u32_is_exchanged_with_h5py: u32 = "<u4";
    u64_is_exchanged_with_h5py: u64 = "<u8";
    f32_is_exchanged_with_h5py: f32 = "<f4";
    f64_is_exchanged_with_h5py: f64 = "<f8";
}

#[test]
fn types_that_rust_lacks_are_written_by_their_description() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("described.h5");
    let big = ByteOrder::BigEndian;
    let little = ByteOrder::LittleEndian;
    let f16 = FloatType { order: little, ..FloatType::native(2) };
    // bfloat16: the upper half of a single.
    let bf16 = FloatType {
        exponent_position: 7,
        exponent_size: 8,
        mantissa_size: 7,
        exponent_bias: 127,
        ..f16
    };
    let i32 = IntegerType { order: big, ..IntegerType::native(4, true) };
    let file = File::create(&path).unwrap();
    let write = |name: &str, dtype: TypeDescriptor| {
        let dataset = file.new_dataset::<f32>().dtype(dtype.clone()).shape(3).create(name).unwrap();
        dataset
            .write([-2.0_f32, 0.5, 96.0].map(|x| if name == "i4" { x.round() } else { x }))
            .unwrap();
        assert_eq!(dataset.dtype().unwrap(), dtype);
    };
    write("f2", TypeDescriptor::Float(f16));
    write("f2 big", TypeDescriptor::Float(FloatType { order: big, ..f16 }));
    write("bf16", TypeDescriptor::Float(bf16));
    write("f8 big", TypeDescriptor::Float(FloatType { order: big, ..FloatType::native(8) }));
    write("i4", TypeDescriptor::Integer(i32));
    file.close().unwrap();

    let judged = h5py.file(&path);
    for (name, dtype) in
        [("f2", "<f2"), ("f2 big", ">f2"), ("bf16", "<f4"), ("f8 big", ">f8"), ("i4", ">i4")]
    {
        judged.expect(&format!("f[{name:?}].dtype.str"), &format!("'{dtype}'"));
        let values = if name == "i4" { "[-2, 1, 96]" } else { "[-2.0, 0.5, 96.0]" };
        judged.expect(&format!("f[{name:?}][:].tolist()"), values);
    }
}

#[test]
fn numbers_convert_where_they_fit_and_are_an_error_where_they_do_not() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("convert.h5");
    h5py.create(
        &path,
        "
        f['small'] = np.array([1, -2, 100], dtype='>i8')
        f['large'] = np.array([1, 300])
        f['negative'] = np.array([-1])
        f['whole'] = np.array([1.0, -3.0], dtype='>f4')
        f['broken'] = np.array([1.5])
        f['special'] = np.array([np.inf, -np.inf, np.nan])
        f['special half'] = np.array([np.inf, -np.inf, np.nan], dtype='>f2')
        f['huge'] = np.array([1e300])
        f.attrs['large'] = np.array([1, 300])
        f.attrs['small'] = np.array([1, 30], dtype='>u2')
        ",
    );
    let file = File::open(&path).unwrap();
    let data = |name: &str| file.dataset(name).unwrap();
    assert_eq!(data("small").read::<Vec<i8>>().unwrap(), [1, -2, 100]);
    assert_eq!(data("small").read::<Vec<f32>>().unwrap(), [1.0, -2.0, 100.0]);
    misfit(data("large").read::<Vec<u8>>().unwrap_err(), "300 in u8");
    misfit(data("large").read_into(&mut [0_u8; 2]).unwrap_err(), "300 in u8");
    misfit(data("negative").read::<Vec<u64>>().unwrap_err(), "-1 in u64");
    assert_eq!(data("whole").read::<Vec<i16>>().unwrap(), [1, -3]);
    misfit(data("broken").read::<Vec<i32>>().unwrap_err(), "1.5 in i32");
    for name in ["special", "special half"] {
        let special: Vec<f32> = data(name).read().unwrap();
        assert_eq!(special[..2], [f32::INFINITY, f32::NEG_INFINITY]);
        assert!(special[2].is_nan());
        misfit(data(name).read::<Vec<i64>>().unwrap_err(), "inf in i64");
    }
    misfit(data("huge").read::<Vec<f32>>().unwrap_err(), "1e300 in f32");
    misfit(file.attrs().get::<Vec<u8>>("large").unwrap_err(), "300 in u8");
    assert_eq!(file.attrs().get::<Vec<i64>>("small").unwrap(), [1, 30]);

    let file = File::create(dir.file("ours.h5")).unwrap();
    let bytes = file.new_dataset::<u8>().shape(2).create("bytes").unwrap();
    bytes.write([250_i64, 7]).unwrap();
    misfit(bytes.write([256_i64, 8]).unwrap_err(), "256 in u8");
    misfit(bytes.write([0.5, 8.0]).unwrap_err(), "0.5 in u8");
}

#[test]
fn nothing_is_clipped_in_attributes_compounds_and_fill_values() {
    #[derive(H5Type, Debug, PartialEq)]
    struct Wide {
        x: i64,
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Narrow {
        x: i32,
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Double {
        x: f64,
    }
    #[derive(H5Type, Debug, PartialEq)]
    struct Single {
        x: f32,
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("clip.h5")).unwrap();
    let large = || Wide { x: 5_000_000_000 };
    file.attrs().set("struct", large()).unwrap();
    misfit(file.attrs().get::<Narrow>("struct").unwrap_err(), "5000000000 in i32");
    assert_eq!(file.attrs().get::<Wide>("struct").unwrap(), large());
    let data = file.create_dataset("struct", [large()]).unwrap();
    misfit(data.read::<Vec<Narrow>>().unwrap_err(), "5000000000 in i32");

    let fill = file.new_dataset::<i64>().shape(2).fill_value(5_000_000_000).create("fill").unwrap();
    misfit(fill.fill_value::<i32>().unwrap_err(), "5000000000 in i32");
    misfit(fill.read::<Vec<i32>>().unwrap_err(), "5000000000 in i32");
    let byte = TypeDescriptor::Integer(IntegerType::native(1, false));
    let narrow = file.new_dataset::<i32>().shape(2).dtype(byte);
    misfit(narrow.clone().fill_value(300).create("narrow").unwrap_err(), "300 in u8");
    assert!(!file.contains("narrow").unwrap());
    let narrow = narrow.fill_value(200).create("narrow").unwrap();
    assert_eq!(narrow.fill_value::<i64>().unwrap(), Some(200));

    // What was read before, and by which call, makes no difference.
    file.attrs().set("infinite", Double { x: f64::INFINITY }).unwrap();
    let read: Single = file.attrs().get("infinite").unwrap();
    assert_eq!(read, Single { x: f32::INFINITY });
    let data = file.create_dataset("infinite", [Double { x: f64::INFINITY }]).unwrap();
    assert_eq!(data.read::<Vec<Single>>().unwrap(), [Single { x: f32::INFINITY }]);
}

#[test]
fn fractions_are_no_integers_in_either_byte_order() {
    let dir = judges::scratch();
    let file = File::create(dir.file("fractions.h5")).unwrap();
    for order in [ByteOrder::BigEndian, ByteOrder::LittleEndian] {
        let float = TypeDescriptor::Float(FloatType { order, ..FloatType::native(8) });
        let floats = file.new_dataset::<f64>().dtype(float).shape(3);
        let floats = floats.create(format!("floats {order:?}")).unwrap();
        floats.write([0.25, -0.5, 3.0]).unwrap();
        misfit(floats.read::<Vec<i32>>().unwrap_err(), "0.25 in i32");
        misfit(floats.select(1).unwrap().read::<i64>().unwrap_err(), "-0.5 in i64");
        assert_eq!(floats.select(2).unwrap().read::<u8>().unwrap(), 3);
        let integer =
            TypeDescriptor::Integer(IntegerType { order, ..IntegerType::native(2, true) });
        let integers = file.new_dataset::<i16>().dtype(integer).shape(2);
        let integers = integers.create(format!("integers {order:?}")).unwrap();
        misfit(integers.write([0.25, 1.0]).unwrap_err(), "0.25 in i16");
        integers.write([-7.0, 1.0]).unwrap();
        assert_eq!(integers.read::<Vec<f32>>().unwrap(), [-7.0, 1.0]);
    }
}

#[test]
fn fractions_are_no_integers_inside_structs_either() {
    #[derive(H5Type, Debug, PartialEq, Clone)]
    struct Float {
        label: i8,
        x: f64,
    }
    #[derive(H5Type, Debug, PartialEq, Clone)]
    struct Integer {
        x: i32,
        label: i8,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("structs.h5");
    h5py.create(
        &path,
        "
        f['x'] = np.array([(1, 0.5), (2, 3)], dtype=[('label', 'i1'), ('x', '>f8')])
        f['n'] = np.array([(1, 5)], dtype=[('label', 'i1'), ('x', '>i4')])
        f['long'] = np.array([2.0**53 + 1, 0.5], dtype=np.longdouble)
        f.create_dataset('wide', (1,), dtype='i8')
        ",
    );
    let file = File::open_rw(&path).unwrap();
    let data = |name: &str| file.dataset(name).unwrap();
    misfit(data("x").read::<Vec<Integer>>().unwrap_err(), "0.5 in i32");
    let whole: Integer = data("x").select(1).unwrap().read().unwrap();
    assert_eq!(whole, Integer { x: 3, label: 2 });
    misfit(data("n").write([Float { label: 3, x: 0.5 }]).unwrap_err(), "0.5 in i32");
    data("n").write([Float { label: 3, x: -4.0 }]).unwrap();
    assert_eq!(data("n").read::<Vec<Integer>>().unwrap(), [Integer { x: -4, label: 3 }]);
    // What a double does not hold exactly is not read as an integer by way of one.
    let error = data("long").read::<Vec<i64>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error:#}");
    assert_eq!(data("long").read::<Vec<f64>>().unwrap()[1], 0.5);
}

#[test]
fn floats_of_other_formats_are_read_as_the_nearest_float() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("floats.h5");
    h5py.create(
        &path,
        "
        f['half'] = np.array([0.5, -1.5, 65504], dtype='<f2')
        f['extended'] = np.array([0.5, -1.5, 2.0**100], dtype=np.longdouble)
        e4m3 = h5py.h5t.IEEE_F16LE.copy()
        e4m3.set_fields(7, 3, 4, 0, 3)
        e4m3.set_precision(8)
        e4m3.set_ebias(7)
        e4m3.set_size(1)
        space = h5py.h5s.create_simple((3,))
        small = h5py.h5d.create(f.id, b'e4m3', e4m3, space)
        small.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([0.5, -1.5, 240], dtype='<f4'))
        ",
    );
    let file = File::open(&path).unwrap();
    let read = |name: &str| file.dataset(name).unwrap().read::<Vec<f32>>().unwrap();
    assert_eq!(read("half"), [0.5, -1.5, 65504.0]);
    assert_eq!(read("e4m3"), [0.5, -1.5, 240.0]);
    let extended: Vec<f64> = file.dataset("extended").unwrap().read().unwrap();
    assert_eq!(extended, [0.5, -1.5, 2.0_f64.powi(100)]);
}
