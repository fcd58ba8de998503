//! Strings of every kind that HDF5 has, exchanged with h5py; and bytes that are no text.

use std::borrow::Cow;

use hdf5::{
    ByteString, CharSet, Dataset, Decode, ErrorKind, File, FixedAscii, FixedUtf8, FromData,
    NullTerm, SpacePad, StringLength, StringPadding, StringType, ToData, TypeDescriptor,
};

const RUSSIAN: &str = "Научные данные";

fn string_type(length: StringLength, charset: CharSet, padding: StringPadding) -> TypeDescriptor {
    TypeDescriptor::String(StringType { length, charset, padding })
}

#[track_caller]
fn is_invalid<T: std::fmt::Debug>(result: hdf5::Result<T>) -> String {
    let error = result.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error:#}");
    error.kind().to_string()
}

#[test]
fn text_of_any_length_is_h5pys_str() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("variable.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("scalar", RUSSIAN).unwrap();
    file.create_dataset("list", ["", RUSSIAN, "plain"]).unwrap();
    file.create_dataset("table", [["a", "b"], ["", RUSSIAN]]).unwrap();
    file.create_dataset("boxed", [Box::from("a"), Box::<str>::from(RUSSIAN)]).unwrap();
    file.create_dataset("cow", [Cow::Borrowed("a"), Cow::Owned(RUSSIAN.to_owned())]).unwrap();
    file.create_dataset("bytes", [ByteString::from("a"), ByteString::from(b"caf\xe9")]).unwrap();
    let ascii = string_type(StringLength::Variable, CharSet::Ascii, StringPadding::NullTerminated);
    let ascii = file.new_dataset::<String>().dtype(ascii).shape(2).create("ascii").unwrap();
    ascii.write(["plain", ""]).unwrap();
    assert!(is_invalid(ascii.write(["é", ""])).contains("outside ASCII"));
    file.close().unwrap();

    h5py.file(&path)
        .expect("f['scalar'].asstr()[()]", &format!("'{RUSSIAN}'"))
        .expect("f['list'].asstr()[:].tolist()", &format!("['', '{RUSSIAN}', 'plain']"))
        .expect("f['table'].asstr()[:].tolist()", &format!("[['a', 'b'], ['', '{RUSSIAN}']]"))
        .expect("f['boxed'].asstr()[:].tolist()", &format!("['a', '{RUSSIAN}']"))
        .expect("f['cow'].asstr()[:].tolist()", &format!("['a', '{RUSSIAN}']"))
        .expect("f['bytes'][:].tolist()", r"[b'a', b'caf\xe9']")
        .expect("f['ascii'].asstr()[:].tolist()", "['plain', '']")
        .run(
            "
            for name in f:
                encoding = 'ascii' if name in ('ascii', 'bytes') else 'utf-8'
                assert h5py.check_string_dtype(f[name].dtype) == (encoding, None), name
            ",
        );
}

#[test]
fn text_of_h5py_is_read_as_every_type_of_text() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        "
        russian = 'Научные данные'
        f.create_dataset('utf-8', data=['a', russian, ''], dtype=h5py.string_dtype())
        f.create_dataset('ascii', data=[b'a', russian.encode(), b''], dtype=h5py.string_dtype('ascii'))
        f.create_dataset('null pointers', (3,), dtype=h5py.string_dtype())
        f['null pointers'][1] = russian
        f.create_dataset('fixed', data=[b'a', russian.encode(), b''], dtype=h5py.string_dtype('utf-8', 40))
        padded = h5py.h5t.C_S1.copy()
        padded.set_size(40)
        padded.set_cset(h5py.h5t.CSET_UTF8)
        for name, padding in ('term', h5py.h5t.STR_NULLTERM), ('space', h5py.h5t.STR_SPACEPAD):
            padded.set_strpad(padding)
            space = h5py.h5s.create_simple((3,))
            ds = h5py.h5d.create(f.id, name.encode(), padded, space)
            ds.write(h5py.h5s.ALL, h5py.h5s.ALL, f['fixed'][:])
        f.attrs['scalar'] = russian
        f.attrs['numpy'] = np.bytes_(b'padded')
        ",
    );
    let file = File::open(&path).unwrap();
    fn check<T: Decode + Into<String>>(file: &File) {
        for (name, first) in [
            ("utf-8", "a"),
            ("ascii", "a"),
            ("null pointers", ""),
            ("fixed", "a"),
            ("term", "a"),
            ("space", "a"),
        ] {
            let read: Vec<T> = file.dataset(name).unwrap().read().unwrap();
            let read: Vec<String> = read.into_iter().map(Into::into).collect();
            assert_eq!(read, [first, RUSSIAN, ""], "{name}");
        }
    }
    check::<String>(&file);
    check::<Box<str>>(&file);
    check::<Cow<'static, str>>(&file);
    check::<FixedUtf8<27>>(&file);
    check::<FixedUtf8<28, NullTerm>>(&file);
    check::<FixedUtf8<27, SpacePad>>(&file);
    let bytes: Vec<ByteString> = file.dataset("fixed").unwrap().read().unwrap();
    assert_eq!(bytes, ["a", RUSSIAN, ""].map(ByteString::from));
    assert_eq!(file.attrs().get::<Box<str>>("scalar").unwrap(), Box::from(RUSSIAN));
    assert_eq!(file.attrs().get::<FixedAscii<6>>("numpy").unwrap(), "padded");

    let long = file.dataset("utf-8").unwrap().read::<Vec<FixedUtf8<26>>>();
    assert!(is_invalid(long).contains("has 27 bytes, more than the 26 that fit"));
    let long = file.dataset("fixed").unwrap().read::<Vec<FixedUtf8<27, NullTerm>>>();
    assert!(is_invalid(long).contains("more than the 26 that fit"));
    let not_ascii = file.dataset("ascii").unwrap().read::<Vec<FixedAscii<40>>>();
    assert!(is_invalid(not_ascii).contains("outside ASCII"));
    let error = file.dataset("fixed").unwrap().read::<Vec<char>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::TypeMismatch { .. }), "{error}");
}

#[test]
fn fixed_strings_have_the_bytes_of_their_padding() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("fixed.h5");
    let file = File::create(&path).unwrap();
    fn texts<T: for<'a> TryFrom<&'a str, Error = hdf5::Error>>(texts: [&str; 3]) -> [T; 3] {
        texts.map(|text| T::try_from(text).unwrap())
    }
    let ascii = ["", "ab", "12345"];
    let utf8 = ["", "é", "12é"];
    file.create_dataset("ascii null", texts::<FixedAscii<6>>(ascii)).unwrap();
    file.create_dataset("ascii term", texts::<FixedAscii<6, NullTerm>>(ascii)).unwrap();
    file.create_dataset("ascii space", texts::<FixedAscii<6, SpacePad>>(ascii)).unwrap();
    file.create_dataset("utf-8 null", texts::<FixedUtf8<6>>(utf8)).unwrap();
    file.create_dataset("utf-8 term", texts::<FixedUtf8<6, NullTerm>>(utf8)).unwrap();
    file.create_dataset("utf-8 space", texts::<FixedUtf8<6, SpacePad>>(utf8)).unwrap();
    file.create_dataset("full", FixedAscii::<6>::new("123456").unwrap()).unwrap();
    file.attrs().set("code", FixedAscii::<3>::new("CPH").unwrap()).unwrap();
    for (name, expected) in [("ascii space", ascii), ("utf-8 term", utf8)] {
        let data = file.dataset(name).unwrap();
        assert_eq!(data.read::<Vec<FixedUtf8<6>>>().unwrap(), texts::<FixedUtf8<6>>(expected));
    }
    file.close().unwrap();

    h5py.file(&path).run(
        "
            paddings = {'null': h5py.h5t.STR_NULLPAD, 'term': h5py.h5t.STR_NULLTERM,
                        'space': h5py.h5t.STR_SPACEPAD}
            charsets = {'ascii': h5py.h5t.CSET_ASCII, 'utf-8': h5py.h5t.CSET_UTF8}
            for charset in charsets:
                last = '12345' if charset == 'ascii' else '12é'
                middle = 'ab' if charset == 'ascii' else 'é'
                texts = [text.encode() for text in ('', middle, last)]
                for padding in paddings:
                    ds = f[f'{charset} {padding}']
                    ty = ds.id.get_type()
                    assert ty.get_strpad() == paddings[padding], ds
                    assert ty.get_cset() == charsets[charset], ds
                    assert ty.get_size() == 6 and not ty.is_variable_str(), ds
                    assert h5py.check_string_dtype(ds.dtype) == (charset, 6), ds
                    assert ds[:].tolist() == texts, ds
                    raw = np.zeros(3, 'V6')
                    ds.id.read(h5py.h5s.ALL, h5py.h5s.ALL, raw, ty)
                    fill = b' ' if padding == 'space' else b'\\0'
                    assert raw.tobytes() == b''.join(t.ljust(6, fill) for t in texts), (ds, raw)
            ",
    );
    h5py.file(&path)
        .expect("f['full'][()]", "np.bytes_(b'123456')")
        .expect("f.attrs['code']", "np.bytes_(b'CPH')");
}

fn put(data: &Dataset, index: usize, value: impl ToData) -> hdf5::Result<()> {
    data.select(index)?.write(value)
}

#[test]
fn text_is_written_into_strings_of_every_type_that_exist() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("existing.h5");
    let file = File::create(&path).unwrap();
    let mut names = Vec::new();
    for length in [StringLength::Variable, StringLength::Fixed(5)] {
        for charset in [CharSet::Ascii, CharSet::Utf8] {
            for padding in [
                StringPadding::NullPadded,
                StringPadding::NullTerminated,
                StringPadding::SpacePadded,
            ] {
                let name = format!("{length:?} {charset:?} {padding:?}");
                let dtype = string_type(length, charset, padding);
                let data = file.new_dataset::<String>().dtype(dtype.clone()).shape(7).create(&name);
                let data = data.unwrap();
                put(&data, 0, "str").unwrap();
                put(&data, 1, String::from("text")).unwrap();
                put(&data, 2, Box::<str>::from("box")).unwrap();
                put(&data, 3, Cow::Borrowed("cow")).unwrap();
                put(&data, 4, ByteString::from(b"\xff")).unwrap();
                put(&data, 5, FixedAscii::<4>::new("abcd").unwrap()).unwrap();
                let umlaut: FixedUtf8<2, SpacePad> = "ü".parse().unwrap();
                if charset == CharSet::Utf8 {
                    put(&data, 6, umlaut).unwrap();
                } else {
                    assert!(is_invalid(put(&data, 6, umlaut)).contains("outside ASCII"));
                    put(&data, 6, ByteString::from("ü")).unwrap();
                }
                assert_eq!(data.dtype().unwrap(), dtype);

                is_invalid(put(&data, 0, "nul\0"));
                is_invalid(put(&data, 0, ByteString::from(b"\0")));
                if let StringLength::Fixed(_) = length {
                    let long = is_invalid(put(&data, 0, "123456"));
                    assert!(long.contains("\"123456\" has 6 bytes, more than the"), "{long}");
                    is_invalid(put(&data, 0, ByteString::from("123456")));
                    let full = put(&data, 0, "12345");
                    if padding == StringPadding::NullTerminated {
                        is_invalid(full);
                    } else {
                        full.unwrap();
                        put(&data, 0, "str").unwrap();
                    }
                }
                let read: Vec<ByteString> = data.read().unwrap();
                let expected: [&[u8]; 7] =
                    [b"str", b"text", b"box", b"cow", b"\xff", b"abcd", "ü".as_bytes()];
                assert_eq!(read, expected.map(ByteString::from), "{name}");
                names.push(name);
            }
        }
    }
    file.close().unwrap();
    for name in names {
        h5py.file(&path).expect(
            &format!("f['{name}'][:].tolist()"),
            r"[b'str', b'text', b'box', b'cow', b'\xff', b'abcd', b'\xc3\xbc']",
        );
    }
}

#[test]
fn text_with_a_nul_byte_is_refused_before_anything_is_written() {
    let dir = judges::scratch();
    let file = File::create(dir.file("nul.h5")).unwrap();
    is_invalid(file.create_dataset("x", ["fine", "a\0b"]));
    is_invalid(file.create_dataset("x", [ByteString::from(b"a\0b")]));
    is_invalid(file.attrs().set("x", Box::<str>::from("\0")));
    assert!(!file.contains("x").unwrap());
    assert!(!file.attrs().contains("x").unwrap());
}

/// Numbers without a pattern, the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// A byte, of which many are padding, text, or parts of characters.
    fn byte(&mut self) -> u8 {
        let likely = [0, 0, b' ', b' ', b'a', b'~', 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xff];
        let random = self.next();
        likely.get(random as usize % 16).copied().unwrap_or((random >> 8) as u8)
    }

    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| self.byte()).collect()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hex_literals(strings: &[Vec<u8>]) -> String {
    strings.iter().map(|bytes| format!("'{}',", hex(bytes))).collect()
}

/// Reads every string as each type, and compares with what its bytes are.
#[track_caller]
fn check_strings(file: &File, name: &str, expected: &[Vec<u8>]) {
    #[track_caller]
    fn check<T>(data: &Dataset, expected: &[Option<&str>])
    where
        T: FromData<Elem = T> + Decode + Into<String>,
    {
        for (index, &expected) in expected.iter().enumerate() {
            let read = data.select(index).unwrap().read::<T>();
            match expected {
                Some(text) => assert_eq!(read.unwrap().into(), text, "element {index}"),
                None => drop(is_invalid(read.map(Into::into))),
            }
        }
    }
    let data = file.dataset(name).unwrap();
    let bytes: Vec<ByteString> = data.read().unwrap();
    assert_eq!(bytes.into_iter().map(ByteString::into_bytes).collect::<Vec<_>>(), expected);

    let texts: Vec<_> = expected.iter().map(|bytes| std::str::from_utf8(bytes).ok()).collect();
    let filtered = |holds: &dyn Fn(&str) -> bool| -> Vec<Option<&str>> {
        texts.iter().map(|text| text.filter(|text| !text.contains('\0') && holds(text))).collect()
    };
    check::<String>(&data, &texts);
    check::<Box<str>>(&data, &texts);
    check::<Cow<'static, str>>(&data, &texts);
    check::<FixedUtf8<6>>(&data, &filtered(&|text| text.len() <= 6));
    check::<FixedUtf8<4>>(&data, &filtered(&|text| text.len() <= 4));
    check::<FixedUtf8<4, NullTerm>>(&data, &filtered(&|text| text.len() <= 3));
    check::<FixedAscii<6>>(&data, &filtered(&|text| text.len() <= 6 && text.is_ascii()));
    let spaced: Vec<_> =
        texts.iter().map(|text| text.map(|text| text.trim_end_matches(' '))).collect();
    let spaced: Vec<_> = spaced
        .into_iter()
        .map(|text| text.filter(|text| !text.contains('\0') && text.len() <= 4 && text.is_ascii()))
        .collect();
    check::<FixedAscii<4, SpacePad>>(&data, &spaced);
}

#[test]
fn random_bytes_in_fixed_strings_are_their_value_or_an_error() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("random.h5");
    let mut random = Random(48);
    let raw: Vec<Vec<u8>> = (0..150).map(|_| random.bytes(6)).collect();
    h5py.create(
        &path,
        &format!(
            "
            raw = np.frombuffer(bytes.fromhex('{}'), 'V6')
            ty = h5py.h5t.C_S1.copy()
            ty.set_size(6)
            for charset in range(2):
                for padding in range(3):
                    ty.set_cset(charset)
                    ty.set_strpad(padding)
                    space = h5py.h5s.create_simple((len(raw),))
                    ds = h5py.h5d.create(f.id, f'{{charset}} {{padding}}'.encode(), ty, space)
                    ds.write(h5py.h5s.ALL, h5py.h5s.ALL, raw, ty)
            ",
            hex(&raw.concat())
        ),
    );
    let file = File::open(&path).unwrap();
    for charset in 0..2 {
        for padding in 0..3 {
            // NULLTERM, NULLPAD and SPACEPAD, in the order of their numbers in HDF5.
            let text = |bytes: &Vec<u8>| match padding {
                0 => bytes.split(|&byte| byte == 0).next().unwrap_or(&[]).to_vec(),
                _ => {
                    let filler = if padding == 1 { 0 } else { b' ' };
                    let end = bytes.iter().rposition(|&byte| byte != filler);
                    bytes[..end.map_or(0, |last| last + 1)].to_vec()
                }
            };
            let expected: Vec<Vec<u8>> = raw.iter().map(text).collect();
            let name = format!("{charset} {padding}");
            check_strings(&file, &name, &expected);
            // numpy drops NUL bytes at the end of any string.
            h5py.file(&path).run(&format!(
                "
                ours = [bytes.fromhex(x).rstrip(b'\\0') for x in [{}]]
                assert ours == f['{name}'][:].tolist()
                ",
                hex_literals(&expected)
            ));
        }
    }
}

#[test]
fn random_bytes_in_variable_strings_are_their_value_or_an_error() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("random.h5");
    let mut random = Random(49);
    let strings: Vec<Vec<u8>> = (0..150)
        .map(|_| {
            let length = random.next() as usize % 8;
            let mut bytes = random.bytes(length);
            bytes.retain(|&byte| byte != 0);
            bytes
        })
        .collect();
    h5py.create(
        &path,
        &format!(
            "
            strings = [bytes.fromhex(x) for x in [{}]]
            for charset in 'ascii', 'utf-8':
                f.create_dataset(charset, data=strings, dtype=h5py.string_dtype(charset))
            ",
            hex_literals(&strings)
        ),
    );
    let file = File::open(&path).unwrap();
    check_strings(&file, "ascii", &strings);
    check_strings(&file, "utf-8", &strings);
}

#[test]
fn strings_that_were_never_written_are_empty_whatever_their_padding() {
    let dir = judges::scratch();
    let file = File::create(dir.file("unwritten.h5")).unwrap();
    for padding in
        [StringPadding::NullTerminated, StringPadding::NullPadded, StringPadding::SpacePadded]
    {
        let name = format!("{padding:?}");
        let dtype = TypeDescriptor::fixed_string(4, CharSet::Ascii, padding);
        file.new_dataset::<String>().dtype(dtype).shape(2).create(&name).unwrap();
        assert_eq!(file.dataset(&name).unwrap().read::<Vec<String>>().unwrap(), ["", ""]);
    }
}
