//! Run-time values, names and strings as serde has them.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::name::Name;
use crate::types::{
    ByteString, Decode, DynArray, Encoding, FixedString, Padding, Reference, Value,
};

/// As JSON would have it: numbers, text, `true`, lists, and maps of the fields of compounds in their
/// order. [`Empty`](Value::Empty) and null references are null, an enumeration is its name, or its number
/// where it has no name, a complex number is a map of `r` and `i`, and bytes, also those of references,
/// are serde's bytes (in JSON, a list of numbers). Names that are not UTF-8 have `\xNN` in the place
/// of such bytes.
///
/// A reference in the form of HDF5 1.12 cannot be serialized.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Integer(value) | Self::Enum { value, name: None } => integer(*value, serializer),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::String(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::Enum { name: Some(name), .. } => serializer.collect_str(name),
            Self::Complex { re, im } => serializer.collect_map([("r", re), ("i", im)]),
            Self::Compound(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(&name.to_string(), value)?;
                }
                map.end()
            }
            Self::Sequence(values) => serializer.collect_seq(values),
            Self::Reference(reference) if reference.is_null() => serializer.serialize_unit(),
            Self::Reference(Reference::Object(reference)) => {
                serializer.serialize_bytes(&reference.to_bytes())
            }
            Self::Reference(Reference::Region(reference)) => {
                serializer.serialize_bytes(&reference.to_bytes())
            }
            Self::Reference(Reference::Std(_)) => {
                Err(S::Error::custom("a reference in the form of HDF5 1.12 cannot be serialized"))
            }
            Self::Empty => serializer.serialize_unit(),
        }
    }
}

/// Most formats have no integers of 128 bits.
fn integer<S: Serializer>(value: i128, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(value) = i64::try_from(value) {
        serializer.serialize_i64(value)
    } else if let Ok(value) = u64::try_from(value) {
        serializer.serialize_u64(value)
    } else {
        serializer.serialize_i128(value)
    }
}

/// From formats that say what a value is, such as JSON: null is [`Empty`](Value::Empty), a list a
/// [`Sequence`](Value::Sequence), and a map a [`Compound`](Value::Compound), or a
/// [`Complex`](Value::Complex) number if it is of two floats, `r` and `i`.
///
/// What has no form of its own comes back as another value: of JSON, an enumeration as text, which can be
/// written to an enumeration again, bytes as a list of numbers, a float that is not finite as
/// [`Empty`](Value::Empty), and an integer beyond 64 bits as a float.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, text, bytes, a bool, a list, a map or nothing")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Integer(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Integer(value.into()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Integer(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Float(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::from(text))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Value, E> {
        Ok(Value::Bytes(bytes.to_vec()))
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Value, E> {
        Ok(Value::Bytes(bytes))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Empty)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = items.next_element()? {
            values.push(value);
        }
        Ok(Value::Sequence(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut fields: Vec<(Name, Value)> = Vec::new();
        while let Some((name, value)) = entries.next_entry()? {
            if fields.iter().any(|(other, _)| *other == name) {
                return Err(de::Error::custom(format!("the field \"{name}\" is there twice")));
            }
            fields.push((name, value));
        }
        Ok(match fields.as_slice() {
            [(r, Value::Float(re)), (i, Value::Float(im))] if *r == "r" && *i == "i" => {
                Value::Complex { re: *re, im: *im }
            }
            _ => Value::Compound(fields),
        })
    }
}

/// As nested lists of its values, one level for each axis: a scalar is its value, a null dataspace is
/// null, and where there are no elements there is one empty list, whatever the shape. The values are as
/// [`Value`]'s are.
impl Serialize for DynArray {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.is_null() {
            true => serializer.serialize_unit(),
            false if self.is_empty() => serializer.collect_seq::<[(); 0]>([]),
            false => Rows { array: self, shape: self.shape(), first: 0 }.serialize(serializer),
        }
    }
}

/// The elements of an array from the first on, as many as a shape has, which is not zero.
struct Rows<'a> {
    array: &'a DynArray,
    shape: &'a [usize],
    first: usize,
}

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some((&length, shape)) = self.shape.split_first() else {
            let element = self.array.element(self.first);
            let element = element.ok_or_else(|| S::Error::custom("an element is missing"))?;
            return Value::decode(element).map_err(S::Error::custom)?.serialize(serializer);
        };
        let stride: usize = shape.iter().product();
        let mut list = serializer.serialize_seq(Some(length))?;
        for index in 0..length {
            let first = self.first + index * stride;
            list.serialize_element(&Rows { array: self.array, shape, first })?;
        }
        list.end()
    }
}

/// As text, or as bytes where it is not UTF-8.
impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match std::str::from_utf8(self.as_bytes()) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => serializer.serialize_bytes(self.as_bytes()),
        }
    }
}

/// From text, bytes or a list of bytes.
impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrBytes(PhantomData))
    }
}

/// As bytes.
impl Serialize for ByteString {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self)
    }
}

/// From bytes, a list of bytes, or text.
impl<'de> Deserialize<'de> for ByteString {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_byte_buf(TextOrBytes(PhantomData))
    }
}

/// What is made of text or bytes.
struct TextOrBytes<T>(PhantomData<T>);

impl<'de, T: From<Vec<u8>>> Visitor<'de> for TextOrBytes<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text or bytes")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(text.as_bytes().to_vec().into())
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<T, E> {
        Ok(bytes.to_vec().into())
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<T, E> {
        Ok(bytes.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<T, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = items.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes.into())
    }
}

/// As text.
impl<const N: usize, E, P> Serialize for FixedString<N, E, P> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

/// From text that fits.
impl<'de, const N: usize, E: Encoding, P: Padding> Deserialize<'de> for FixedString<N, E, P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);

        impl<const N: usize, E: Encoding, P: Padding> Visitor<'_> for Text<FixedString<N, E, P>> {
            type Value = FixedString<N, E, P>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "text of at most {} bytes", FixedString::<N, E, P>::CAPACITY)
            }

            fn visit_str<X: de::Error>(self, text: &str) -> Result<Self::Value, X> {
                text.parse().map_err(X::custom)
            }
        }

        deserializer.deserialize_str(Text(PhantomData))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::{CompoundType, Encode, FixedAscii, TypeDescriptor};

    #[test]
    fn a_value_is_natural_json() {
        let red = Value::Enum { value: 1, name: Some("RED".into()) };
        let value = Value::compound([
            ("z", Value::from(vec![1_u64, u64::MAX])),
            ("big", Value::Integer(i128::MAX)),
            ("a", Value::from(0.1_f32)),
            ("nan", Value::Float(f64::NAN)),
            ("red", red),
            ("none", Value::Enum { value: -7, name: None }),
            ("c", Value::Complex { re: 1.0, im: -0.5 }),
            ("bytes", Value::Bytes(vec![0, 255])),
            ("ok", Value::Bool(true)),
            ("text", Value::from("é\n")),
            ("empty", Value::Empty),
        ]);
        let json = serde_json::to_string(&value).unwrap();
        assert_eq!(
            json,
            "{\"z\":[1,18446744073709551615],\"big\":170141183460469231731687303715884105727,\
             \"a\":0.10000000149011612,\"nan\":null,\"red\":\"RED\",\"none\":-7,\
             \"c\":{\"r\":1.0,\"i\":-0.5},\"bytes\":[0,255],\"ok\":true,\"text\":\"é\\n\",\
             \"empty\":null}"
        );
        let back: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(back.field("z"), value.field("z"));
        assert_eq!(back.field("c"), value.field("c"));
        assert_eq!(back.field("big"), Some(&Value::Float(i128::MAX as f64)));
        assert_eq!(back.field("red"), Some(&Value::from("RED")));
        assert_eq!(back.field("bytes"), Some(&Value::from(vec![0, 255])));
        assert_eq!(back.field("nan"), Some(&Value::Empty));
        assert!(serde_json::from_str::<Value>(r#"{"a": 1, "a": 2}"#).is_err());
    }

    #[test]
    fn names_and_strings_come_back_as_they_were() {
        for name in [Name::from("é"), Name::from(&b"\xff\x00"[..])] {
            let json = serde_json::to_string(&name).unwrap();
            assert_eq!(serde_json::from_str::<Name>(&json).unwrap(), name, "{json}");
        }
        let bytes = ByteString::from(b"caf\xe9");
        let json = serde_json::to_string(&bytes).unwrap();
        assert_eq!(json, "[99,97,102,233]");
        assert_eq!(serde_json::from_str::<ByteString>(&json).unwrap(), bytes);
        let fixed: FixedAscii<4> = serde_json::from_str("\"abcd\"").unwrap();
        assert_eq!(serde_json::to_string(&fixed).unwrap(), "\"abcd\"");
        let error = serde_json::from_str::<FixedAscii<4>>("\"abcde\"").unwrap_err();
        assert!(error.to_string().contains("more than the 4 that fit"), "{error}");
    }

    #[test]
    fn a_type_comes_back_as_it_was() {
        let ty = TypeDescriptor::Compound(CompoundType::packed([
            ("flag".into(), bool::dtype()),
            ("texts".into(), <[String; 3]>::dtype()),
            ("ragged".into(), Vec::<f32>::dtype()),
        ]));
        let json = serde_json::to_string(&ty).unwrap();
        assert_eq!(serde_json::from_str::<TypeDescriptor>(&json).unwrap(), ty, "{json}");
        assert_eq!(
            serde_json::to_string(&u8::dtype()).unwrap(),
            r#"{"integer":{"size":1,"signed":false,"order":"little_endian","precision":8,"offset":0}}"#
        );
    }

    #[test]
    fn an_array_without_elements_is_an_empty_list_however_long_its_axes() {
        for shape in [&[0][..], &[1 << 60, 0], &[1 << 40, 1 << 40, 0]] {
            let array = DynArray::from_values(&u8::dtype(), shape, &[]).unwrap();
            assert_eq!(array.len(), 0);
            assert_eq!(serde_json::to_string(&array).unwrap(), "[]");
            assert_eq!(array.to_string(), "[]");
        }
    }
}
