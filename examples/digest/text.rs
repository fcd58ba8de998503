//! The notation of names, types and shapes.

use std::fmt::Display;

use hdf5::{
    ByteOrder, CharSet, Dataspace, EnumType, FloatType, IntegerType, ReferenceType, StringLength,
    StringPadding, StringType, TypeDescriptor,
};

/// A name in which every byte that is no printable ASCII, and `%`, is written `%XX`.
pub(crate) fn escaped(name: &[u8]) -> String {
    name.iter()
        .map(|&byte| match byte {
            b'%' | ..0x21 | 0x7f.. => format!("%{byte:02X}"),
            _ => char::from(byte).to_string(),
        })
        .collect()
}

pub(crate) fn joined(items: impl IntoIterator<Item = impl Display>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(",")
}

pub(crate) fn lengths(lengths: &[usize]) -> String {
    joined(lengths)
}

pub(crate) fn space_text(space: &Dataspace) -> String {
    let (shape, maximum) = match space {
        Dataspace::Null => return "space=null".to_owned(),
        Dataspace::Simple { shape, maximum } => (shape, maximum),
        _ => return "space=scalar".to_owned(),
    };
    let shown = format!("space=[{}]", lengths(shape));
    if shape.iter().zip(maximum).all(|(length, maximum)| Some(*length) == *maximum) {
        return shown;
    }
    let maximum = maximum.iter().map(|maximum| match maximum {
        Some(length) => length.to_string(),
        None => "inf".to_owned(),
    });
    format!("{shown}\tmax=[{}]", joined(maximum))
}

pub(crate) fn type_text(ty: &TypeDescriptor) -> String {
    match ty {
        TypeDescriptor::Integer(ty) => integer(if ty.signed { 'i' } else { 'u' }, ty),
        TypeDescriptor::Bitfield(ty) => integer('b', ty),
        TypeDescriptor::Float(ty) => float(ty),
        TypeDescriptor::Time { size, order: bytes } => {
            format!("time{size}{}", order(*size, *bytes))
        }
        TypeDescriptor::String(ty) => string(ty),
        TypeDescriptor::Opaque { size, tag } => {
            format!("opaque{size}({})", escaped(tag.as_bytes()))
        }
        TypeDescriptor::Enum(ty) => enumeration(ty),
        TypeDescriptor::Compound(ty) => {
            let fields = ty.fields.iter().map(|field| {
                format!("{}:{}", escaped(field.name.as_bytes()), type_text(&field.ty))
            });
            format!("struct{{{}}}", joined(fields))
        }
        TypeDescriptor::Array { dims, base } => {
            format!("array[{}]({})", lengths(dims), type_text(base))
        }
        TypeDescriptor::VarLen(base) => format!("vlen({})", type_text(base)),
        TypeDescriptor::Complex(part) => format!("complex({})", float(part)),
        TypeDescriptor::Reference(ReferenceType::Object) => "ref(object)".to_owned(),
        TypeDescriptor::Reference(ReferenceType::Region) => "ref(region)".to_owned(),
        TypeDescriptor::Reference(_) => "ref(std)".to_owned(),
        _ => "unknown".to_owned(),
    }
}

fn integer(letter: char, ty: &IntegerType) -> String {
    let shown = format!("{letter}{}{}", ty.size, order(ty.size, ty.order));
    if ty.precision == 8 * ty.size && ty.offset == 0 {
        return shown;
    }
    format!("{shown}({},{})", ty.precision, ty.offset)
}

fn float(ty: &FloatType) -> String {
    let shown = format!("f{}{}", ty.size, order(ty.size, ty.order));
    // Whether the first bit is stored is not part of the notation.
    if (FloatType { implied_bit: true, ..*ty }).is_ieee() {
        return shown;
    }
    let fields = [
        ty.sign_position,
        ty.exponent_position,
        ty.exponent_size,
        ty.mantissa_position,
        ty.mantissa_size,
        ty.exponent_bias,
    ];
    format!("{shown}({})", lengths(&fields))
}

fn string(ty: &StringType) -> String {
    let charset = if ty.charset == CharSet::Utf8 { "utf8" } else { "ascii" };
    let padding = match ty.padding {
        StringPadding::NullPadded => "nullpad",
        StringPadding::SpacePadded => "spacepad",
        _ => "nullterm",
    };
    match ty.length {
        StringLength::Fixed(length) => format!("str{length}({charset},{padding})"),
        StringLength::Variable => format!("vstr({charset},{padding})"),
    }
}

/// Each value's stored bytes, the most significant first.
fn enumeration(ty: &EnumType) -> String {
    let members = ty.members.iter().map(|member| {
        let bytes = member.value.to_be_bytes();
        let kept = &bytes[bytes.len().saturating_sub(ty.base.size)..];
        let digits: String = kept.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}={digits}", escaped(member.name.as_bytes()))
    });
    let base = integer(if ty.base.signed { 'i' } else { 'u' }, &ty.base);
    format!("enum({base}){{{}}}", joined(members))
}

fn order(size: usize, order: ByteOrder) -> &'static str {
    match order {
        _ if size < 2 => "",
        ByteOrder::LittleEndian => "le",
        ByteOrder::BigEndian => "be",
        _ => "vax",
    }
}
