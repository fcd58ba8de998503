//! The Rust of a C type, as hdf5-ffi is expected to have it.

use std::fmt::Write as _;

use super::conditions::digits;
use super::declarations::{Signature, Type};
use super::tokens::Token;

/// Types of C and of its library, which are not HDF5's.
const FOREIGN: [(&str, &str); 29] = [
    ("void", "core::ffi::c_void"),
    ("char", "core::ffi::c_char"),
    ("signed char", "core::ffi::c_schar"),
    ("unsigned char", "core::ffi::c_uchar"),
    ("short", "core::ffi::c_short"),
    ("unsigned short", "core::ffi::c_ushort"),
    ("int", "core::ffi::c_int"),
    ("unsigned int", "core::ffi::c_uint"),
    ("long", "core::ffi::c_long"),
    ("unsigned long", "core::ffi::c_ulong"),
    ("long long", "core::ffi::c_longlong"),
    ("unsigned long long", "core::ffi::c_ulonglong"),
    ("float", "f32"),
    ("double", "f64"),
    ("bool", "bool"),
    ("int8_t", "i8"),
    ("uint8_t", "u8"),
    ("int16_t", "i16"),
    ("uint16_t", "u16"),
    ("int32_t", "i32"),
    ("uint32_t", "u32"),
    ("int64_t", "i64"),
    ("uint64_t", "u64"),
    ("size_t", "usize"),
    ("ssize_t", "isize"),
    ("time_t", "libc::time_t"),
    ("off_t", "libc::off_t"),
    ("FILE", "libc::FILE"),
    ("SSIZE_T", "isize"),
];

/// Words that Rust keeps for itself; a field with such a name has an underscore after it.
const KEYWORDS: [&str; 29] = [
    "as", "box", "crate", "dyn", "final", "fn", "impl", "in", "let", "loop", "match", "mod",
    "move", "mut", "macro", "override", "priv", "pub", "ref", "self", "super", "try", "unsafe",
    "virtual", "yield", "trait", "type", "use", "where",
];

/// The name of a field.
pub(crate) fn field(name: &str) -> String {
    let underscore = if KEYWORDS.contains(&name) { "_" } else { "" };
    format!("{name}{underscore}")
}

/// The path of what hdf5-ffi calls by this name.
pub(crate) fn path(name: &str) -> String {
    format!("hdf5_ffi::{name}")
}

/// The Rust of a type. An error says what hdf5-ffi could not express.
pub(crate) fn kind(kind: &Type) -> Result<String, String> {
    Ok(match kind {
        Type::Named { name, .. } => match FOREIGN.iter().find(|(c, _)| c == name) {
            Some((_, rust)) => (*rust).to_owned(),
            None => path(name),
        },
        Type::Tagged { tag, .. } => path(tag),
        Type::Pointer { to, .. } => match &**to {
            Type::Function(signature) => format!("Option<{}>", function(signature)?),
            to if to.is_const() => format!("*const {}", self::kind(to)?),
            to => format!("*mut {}", self::kind(to)?),
        },
        Type::Array { of, length } => format!("[{}; {}]", self::kind(of)?, self::length(length)?),
        Type::Function(signature) => function(signature)?,
        Type::Enum(_) => "core::ffi::c_int".to_owned(),
        Type::Record(_) => return Err("a struct without a name has no type in Rust".to_owned()),
    })
}

/// The type of a pointer to a function.
pub(crate) fn function(signature: &Signature) -> Result<String, String> {
    let mut parameters: Vec<_> = signature.parameters.iter().map(kind).collect::<Result<_, _>>()?;
    if signature.variadic {
        parameters.push("...".to_owned());
    }
    let mut text = format!("unsafe extern \"C\" fn({})", parameters.join(", "));
    if !matches!(&signature.returns, Type::Named { name, .. } if name == "void") {
        let _ = write!(text, " -> {}", kind(&signature.returns)?);
    }
    Ok(text)
}

/// The length of an array, which C writes with constants of HDF5.
fn length(length: &[Token]) -> Result<String, String> {
    if let [Token::Word(name)] = length {
        return Ok(format!("{} as usize", path(name)));
    }
    let mut text = String::new();
    for token in length {
        match token {
            Token::Word(name) => {
                let _ = write!(text, "({} as usize)", path(name));
            }
            Token::Number(number) => text.push_str(digits(number)),
            Token::Sign(sign @ ("+" | "-" | "*" | "/" | "(" | ")")) => text.push_str(sign),
            token => return Err(format!("{token} in the length of an array is not understood")),
        }
    }
    if text.is_empty() { Err("an array without a length".to_owned()) } else { Ok(text) }
}
