//! The type of values that nobody has given one.

use crate::error::{Error, Result};
use crate::raw::h5r::{ObjectReference, RegionReference, StdReference};
use crate::types::value::Value;
use crate::types::{CompoundType, Encode, Reference, TypeDescriptor};

/// The type of the elements of a value: of a sequence, whose lengths are axes, that of its items.
pub(super) fn dtype(value: &Value) -> Result<TypeDescriptor> {
    match value {
        Value::Sequence(values) => {
            if is_regular(value) {
                common(values)
            } else {
                // Lists of different lengths are elements of variable length.
                let lists: Vec<&Value> = lists(values)?;
                let items = lists.iter().flat_map(|list| match list {
                    Value::Sequence(items) => &items[..],
                    _ => &[],
                });
                Ok(TypeDescriptor::VarLen(Box::new(common(items)?)))
            }
        }
        Value::Integer(value) if i64::try_from(*value).is_ok() => Ok(i64::dtype()),
        Value::Integer(value) if u64::try_from(*value).is_ok() => Ok(u64::dtype()),
        Value::Float(_) => Ok(f64::dtype()),
        Value::Bool(_) => Ok(bool::dtype()),
        Value::String(_) => Ok(String::dtype()),
        Value::Bytes(bytes) if !bytes.is_empty() => {
            Ok(TypeDescriptor::Opaque { size: bytes.len(), tag: "".into() })
        }
        Value::Complex { .. } => Ok(TypeDescriptor::Compound(CompoundType::packed(
            ["r", "i"].map(|name| (name.into(), f64::dtype())),
        ))),
        Value::Compound(fields) if !fields.is_empty() => {
            let fields = fields.iter().map(|(name, value)| Ok((name.clone(), field(value)?)));
            Ok(TypeDescriptor::Compound(CompoundType::packed(fields.collect::<Result<Vec<_>>>()?)))
        }
        Value::Reference(Reference::Object(_)) => Ok(ObjectReference::dtype()),
        Value::Reference(Reference::Region(_)) => Ok(RegionReference::dtype()),
        Value::Reference(Reference::Std(_)) => Ok(StdReference::dtype()),
        other => Err(Error::invalid_argument(format!("nothing says of which type {other} is"))),
    }
}

/// The type of a field: lists are array types, or sequences if their lengths differ.
fn field(value: &Value) -> Result<TypeDescriptor> {
    let Value::Sequence(values) = value else {
        return dtype(value);
    };
    if values.is_empty() || !is_regular(value) {
        let inner = values.iter().map(field).reduce(unify);
        let inner =
            inner.unwrap_or_else(|| Err(Error::invalid_argument("an empty list has no type")))?;
        return Ok(TypeDescriptor::VarLen(Box::new(inner)));
    }
    let base = Box::new(common(values)?);
    Ok(TypeDescriptor::Array { dims: shape(value), base })
}

/// The type that all values have in common, which are items, or lists of them of equal lengths.
fn common<'v>(values: impl IntoIterator<Item = &'v Value>) -> Result<TypeDescriptor> {
    let types = values.into_iter().map(|value| match value {
        Value::Sequence(values) => common(values),
        value => dtype(value),
    });
    types.reduce(unify).unwrap_or_else(|| {
        Err(Error::invalid_argument("nothing says of which type an empty list is"))
    })
}

/// The type that has room for values of both: integers and floats together are floats.
fn unify(a: Result<TypeDescriptor>, b: Result<TypeDescriptor>) -> Result<TypeDescriptor> {
    let (a, b) = (a?, b?);
    match (&a, &b) {
        _ if a == b => Ok(a),
        (TypeDescriptor::Float(_), TypeDescriptor::Integer(_)) => Ok(a),
        (TypeDescriptor::Integer(_), TypeDescriptor::Float(_)) => Ok(b),
        _ => Err(Error::invalid_argument(format!("the values have different types: {a} and {b}"))),
    }
}

fn shape(value: &Value) -> Vec<usize> {
    match value {
        Value::Sequence(values) => {
            let inner = values.first().map(shape).unwrap_or_default();
            [vec![values.len()], inner].concat()
        }
        _ => Vec::new(),
    }
}

/// Whether lists at the same depth have the same length.
fn is_regular(value: &Value) -> bool {
    match value {
        Value::Sequence(values) => {
            let first = values.first().map(shape);
            values.iter().all(|value| is_regular(value) && Some(shape(value)) == first)
        }
        _ => true,
    }
}

/// The innermost lists of lists.
fn lists(values: &[Value]) -> Result<Vec<&Value>> {
    let mut lists = Vec::new();
    for value in values {
        match value {
            Value::Sequence(inner) if inner.iter().any(|v| matches!(v, Value::Sequence(_))) => {
                lists.extend(self::lists(inner)?);
            }
            Value::Sequence(_) => lists.push(value),
            other => {
                let reason = format!("{other} stands beside lists");
                return Err(Error::invalid_argument(reason));
            }
        }
    }
    Ok(lists)
}
