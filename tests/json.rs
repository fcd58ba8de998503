//! Data of any type as JSON: what h5py writes is the JSON that Python makes of it.

use hdf5::{DynArray, File, TypeDescriptor, Value};

/// What Python's `json` makes of each dataset: bytes are lists of numbers, complex numbers maps.
const AS_JSON: &str = "
    import json, math
    def plain(value, dtype):
        if isinstance(value, h5py.Empty): return None
        if dtype.subdtype is not None:
            return [plain(item, dtype.subdtype[0]) for item in value]
        names = h5py.check_enum_dtype(dtype)
        if dtype.names is not None:
            return {name: plain(value[name], dtype[name]) for name in dtype.names}
        if isinstance(value, np.ndarray) and dtype.kind == 'O' and h5py.check_vlen_dtype(dtype) not in (None, str, bytes):
            return [plain(item, h5py.check_vlen_dtype(dtype)) for item in value]
        if names is not None and dtype.kind != 'b':
            named = [name for name, number in names.items() if number == value]
            return named[0] if named else int(value)
        if dtype.kind == 'V': return list(value.tobytes())
        if isinstance(value, bytes): return value.decode()
        value = value.item() if hasattr(value, 'item') else value
        if isinstance(value, bytes): return value.decode()
        if isinstance(value, complex): return {'r': value.real, 'i': value.imag}
        if isinstance(value, float) and not math.isfinite(value): return None
        return value
    def nested(array, dtype):
        if isinstance(array, np.ndarray) and array.shape:
            return [nested(array[i], dtype) for i in range(len(array))]
        return plain(array, dtype)
    with h5py.File(args[0]) as f:
        print(json.dumps({name: nested(f[name][()], f[name].dtype) for name in f}))
    ";

#[test]
fn what_h5py_writes_is_the_json_that_python_makes_of_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("json.h5");
    h5py.create(
        &path,
        "
        f['integers'] = np.array([[1, -2, 3], [2**62, -2**63, 0]])
        f['unsigned'] = np.array([2**64 - 1], 'u8')
        f['singles'] = np.array([0.1, -1e30, np.inf, np.nan], '>f4')
        f['scalar'] = 2.5
        f['bools'] = np.array([True, False])
        f['texts'] = ['hot', 'wärm', '', 'a\"b\\n']
        f['bytes'] = np.array([b'abc', b'd'], 'S3')
        f['complex'] = np.array([1+2j, -0.5j])
        f['opaque'] = np.frombuffer(bytes(range(6)), 'V3')
        f['none'] = h5py.Empty('f8')
        colours = h5py.enum_dtype({'RED': 0, 'BLUE': 5}, basetype='i2')
        f.create_dataset('colours', data=np.array([0, 5, 3], 'i2'), dtype=colours)
        ragged = f.create_dataset('ragged', (3,), h5py.vlen_dtype('i4'))
        ragged[0], ragged[2] = [1, 2, 3], [4]
        nested = np.dtype([('z', 'f8'), ('a', [('label', h5py.string_dtype()), ('v', 'i2', (2,))])])
        rows = np.zeros(2, nested)
        rows['z'], rows['a']['label'], rows['a']['v'] = [1.5, -0.0], ['x', 'y'], [[1, 2], [3, 4]]
        f['rows'] = rows
        ",
    );
    let expected: serde_json::Value =
        serde_json::from_str(&h5py.script(AS_JSON, &[&path])).expect("Python prints JSON");
    let file = File::open(&path).unwrap();
    let expected = expected.as_object().unwrap();
    assert_eq!(expected.len(), 13);
    for (name, expected) in expected {
        let data: DynArray = file.dataset(name).unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(&data).unwrap(), *expected, "{name}");
        let value: Value = file.dataset(name).unwrap().read().unwrap();
        assert_eq!(serde_json::to_value(&value).unwrap(), *expected, "{name}, as a value");
    }
}

#[test]
fn fields_keep_the_order_of_the_file() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("order.h5");
    h5py.create(&path, "f['x'] = np.array((1, 2.5, 3), [('z', 'u1'), ('m', 'f8'), ('a', 'i8')])");
    let data: DynArray = File::open(&path).unwrap().dataset("x").unwrap().read().unwrap();
    assert_eq!(serde_json::to_string(&data).unwrap(), r#"{"z":1,"m":2.5,"a":3}"#);
}

#[test]
fn json_is_written_to_a_type_that_was_kept_as_json() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (source, copy) = (dir.file("source.h5"), dir.file("copy.h5"));
    h5py.create(
        &source,
        "
        state = h5py.enum_dtype({'OFF': 0, 'ON': 1}, basetype='u1')
        dtype = np.dtype([('id', '>i4'), ('state', state), ('label', h5py.string_dtype()), ('c', 'c16')])
        f.create_dataset('x', data=np.array([(7, 1, 'é', 1-2j), (-8, 0, '', 0)], dtype), dtype=dtype)
        ",
    );
    let stored: DynArray = File::open(&source).unwrap().dataset("x").unwrap().read().unwrap();
    let dtype = serde_json::to_string(stored.dtype()).unwrap();
    let values = serde_json::to_string(&stored).unwrap();

    let dtype: TypeDescriptor = serde_json::from_str(&dtype).unwrap();
    let values: Vec<Value> = serde_json::from_str(&values).unwrap();
    let array = DynArray::from_values(&dtype, &[2], &values).unwrap();
    assert_eq!(array, stored);
    let file = File::create(&copy).unwrap();
    file.create_dataset("x", &array).unwrap();
    file.close().unwrap();
    h5py.file(&copy)
        .expect("f['x'].dtype['id'].str", "'>i4'")
        .expect("h5py.check_enum_dtype(f['x'].dtype['state'])", "{'OFF': 0, 'ON': 1}")
        .expect("f['x'][0].tolist()", "(7, 1, b'\\xc3\\xa9', (1-2j))");
}
