//! HDF5 types as plain values.

use std::fmt;
use std::ops::Range;

use crate::name::Name;

/// The order of the bytes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ByteOrder {
    /// Least significant byte first.
    LittleEndian,
    /// Most significant byte first.
    BigEndian,
    /// The mixed order of VAX floats.
    Vax,
}

impl ByteOrder {
    /// The order of this machine.
    pub const NATIVE: Self =
        if cfg!(target_endian = "little") { Self::LittleEndian } else { Self::BigEndian };
}

/// An integer or bit field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct IntegerType {
    /// The bytes of one element.
    pub size: usize,
    /// Whether it is in two's complement, rather than without a sign.
    pub signed: bool,
    /// The byte order.
    pub order: ByteOrder,
    /// The number of significant bits.
    pub precision: usize,
    /// The position of the lowest significant bit.
    pub offset: usize,
}

impl IntegerType {
    /// An integer of `size` bytes as this machine has it.
    #[must_use]
    pub const fn native(size: usize, signed: bool) -> Self {
        Self { size, signed, order: ByteOrder::NATIVE, precision: 8 * size, offset: 0 }
    }

    fn is_full(&self) -> bool {
        self.precision == 8 * self.size && self.offset == 0
    }
}

/// A floating-point number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FloatType {
    /// The bytes of one element.
    pub size: usize,
    /// The byte order.
    pub order: ByteOrder,
    /// The number of significant bits.
    pub precision: usize,
    /// The position of the lowest significant bit.
    pub offset: usize,
    /// The position of the sign bit.
    pub sign_position: usize,
    /// The position of the exponent's lowest bit.
    pub exponent_position: usize,
    /// The bits of the exponent.
    pub exponent_size: usize,
    /// The position of the mantissa's lowest bit.
    pub mantissa_position: usize,
    /// The bits of the mantissa as stored.
    pub mantissa_size: usize,
    /// What is added to the exponent.
    pub exponent_bias: usize,
    /// Whether the mantissa's first bit is left out because it is always 1, as in IEEE 754.
    pub implied_bit: bool,
}

impl FloatType {
    /// IEEE 754 single precision (`size` 4) or double precision (8), as this machine has it.
    #[must_use]
    pub const fn native(size: usize) -> Self {
        let (exponent, mantissa, bias) = match size {
            2 => (5, 10, 15),
            4 => (8, 23, 127),
            _ => (11, 52, 1023),
        };
        Self {
            size,
            order: ByteOrder::NATIVE,
            precision: 8 * size,
            offset: 0,
            sign_position: 8 * size - 1,
            exponent_position: mantissa,
            exponent_size: exponent,
            mantissa_position: 0,
            mantissa_size: mantissa,
            exponent_bias: bias,
            implied_bit: true,
        }
    }

    /// Whether another float has as many digits and reaches as far up and down.
    pub(crate) fn fits(&self, other: &Self) -> bool {
        let largest = |ty: &Self| (1_i128 << ty.exponent_size.min(64)) - ty.exponent_bias as i128;
        self.mantissa_size + usize::from(self.implied_bit) <= other.mantissa_size + 1
            && largest(self) <= largest(other)
            && self.exponent_bias <= other.exponent_bias
    }

    /// Whether it is one of the IEEE 754 layouts of 2, 4 or 8 bytes, in either byte order.
    #[must_use]
    pub fn is_ieee(&self) -> bool {
        matches!(self.size, 2 | 4 | 8)
            && *self == Self { order: self.order, ..Self::native(self.size) }
    }
}

/// The character set that a string type claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CharSet {
    /// US-ASCII; files in the wild have other bytes too.
    Ascii,
    /// UTF-8.
    Utf8,
}

/// How a fixed-length string fills its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum StringPadding {
    /// Ends at the first NUL byte, which is always there, as in C.
    NullTerminated,
    /// Filled up with NUL bytes, as numpy does.
    NullPadded,
    /// Filled up with spaces, as in Fortran.
    SpacePadded,
}

/// How long a string is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum StringLength {
    /// Each as long as that many bytes.
    Fixed(usize),
    /// Each as long as it is.
    Variable,
}

/// A string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct StringType {
    /// Fixed or variable length.
    pub length: StringLength,
    /// The character set.
    pub charset: CharSet,
    /// The padding.
    pub padding: StringPadding,
}

impl StringType {
    /// What a Rust `String` is stored as: of variable length, in UTF-8.
    pub const VARIABLE_UTF8: Self = Self {
        length: StringLength::Variable,
        charset: CharSet::Utf8,
        padding: StringPadding::NullTerminated,
    };
}

/// One name of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EnumMember {
    /// The name.
    pub name: Name,
    /// The value.
    pub value: i128,
}

/// An enumeration: an integer of which some values have names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EnumType {
    /// The integer.
    pub base: IntegerType,
    /// The names, in the order of the file.
    pub members: Vec<EnumMember>,
}

impl EnumType {
    /// Whether it is how h5py stores a `bool`: `FALSE` is 0 and `TRUE` is 1, over any integer.
    #[must_use]
    pub fn is_bool(&self) -> bool {
        let has = |name: &str, value| {
            self.members.iter().any(|member| member.name == name && member.value == value)
        };
        self.members.len() == 2 && has("FALSE", 0) && has("TRUE", 1)
    }
}

/// One field of a compound.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Field {
    /// The name.
    pub name: Name,
    /// The byte at which it starts.
    pub offset: usize,
    /// The type.
    pub ty: TypeDescriptor,
}

impl Field {
    /// The bytes of the field in those of its compound; `None` where they cannot be addressed.
    pub(crate) fn range(&self) -> Option<Range<usize>> {
        Some(self.offset..self.offset.checked_add(self.ty.size()?)?)
    }
}

/// A compound: a struct of named fields.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CompoundType {
    /// The bytes of one element, padding included.
    pub size: usize,
    /// The fields, in the order of the file.
    pub fields: Vec<Field>,
}

/// What a reference refers to, and in which form it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum ReferenceType {
    /// An object (`H5T_STD_REF_OBJ`).
    Object,
    /// A region of a dataset (`H5T_STD_REF_DSETREG`).
    Region,
    /// An object, region or attribute in the form of HDF5 1.12 (`H5T_STD_REF`).
    Std,
}

/// An HDF5 type as a plain value, with every detail that decides how an element is stored.
///
/// [`Dataset::dtype`](crate::Dataset::dtype) gives the one that a dataset has in its file. `Display`
/// is a short notation, with Rust's names where they fit.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum TypeDescriptor {
    /// An integer.
    Integer(IntegerType),
    /// A floating-point number.
    Float(FloatType),
    /// Bits without a numeric meaning; `signed` is always `false`.
    Bitfield(IntegerType),
    /// A time; libhdf5 converts it to nothing else.
    Time {
        /// The bytes of one element: 4 or 8.
        size: usize,
        /// The byte order.
        order: ByteOrder,
    },
    /// A string.
    String(StringType),
    /// Bytes without a meaning to HDF5.
    Opaque {
        /// The bytes of one element.
        size: usize,
        /// What the writer says they are.
        tag: Name,
    },
    /// An enumeration.
    Enum(EnumType),
    /// A compound.
    Compound(CompoundType),
    /// An array of fixed shape.
    Array {
        /// The shape.
        dims: Vec<usize>,
        /// The type of its elements.
        base: Box<TypeDescriptor>,
    },
    /// A sequence of variable length.
    VarLen(Box<TypeDescriptor>),
    /// A complex number over a float type, in the form of HDF5 2.0.
    Complex(FloatType),
    /// A reference.
    Reference(ReferenceType),
}

/// The bytes that a variable-length sequence takes in memory: a length and a pointer (`hvl_t`).
pub(crate) const VLEN_SIZE: usize = 2 * size_of::<usize>();

impl TypeDescriptor {
    /// How h5py stores a `bool`: an enumeration of `FALSE` and `TRUE` over a byte.
    #[must_use]
    pub fn boolean() -> Self {
        let member = |name: &str, value| EnumMember { name: Name::from(name), value };
        Self::Enum(EnumType {
            base: IntegerType::native(1, true),
            members: vec![member("FALSE", 0), member("TRUE", 1)],
        })
    }

    /// A string of `length` bytes.
    #[must_use]
    pub const fn fixed_string(length: usize, charset: CharSet, padding: StringPadding) -> Self {
        Self::String(StringType { length: StringLength::Fixed(length), charset, padding })
    }

    /// The bytes of one element in memory. In a file, only variable-length data and references have
    /// another size.
    ///
    /// `None` where the size cannot be addressed.
    #[must_use]
    pub fn size(&self) -> Option<usize> {
        match self {
            Self::Integer(ty) | Self::Bitfield(ty) => Some(ty.size),
            Self::Enum(ty) => Some(ty.base.size),
            Self::Float(ty) => Some(ty.size),
            Self::Complex(ty) => ty.size.checked_mul(2),
            Self::Time { size, .. } | Self::Opaque { size, .. } => Some(*size),
            Self::String(ty) => match ty.length {
                StringLength::Fixed(length) => Some(length),
                StringLength::Variable => Some(size_of::<usize>()),
            },
            Self::Compound(ty) => Some(ty.size),
            Self::Array { dims, base } => {
                dims.iter().try_fold(base.size()?, |size: usize, &dim| size.checked_mul(dim))
            }
            Self::VarLen(_) => Some(VLEN_SIZE),
            Self::Reference(ReferenceType::Object) => Some(8),
            Self::Reference(ReferenceType::Region) => Some(12),
            Self::Reference(ReferenceType::Std) => Some(64),
        }
    }

    /// Whether an element in memory holds pointers.
    pub(crate) fn holds_pointers(&self) -> bool {
        match self {
            Self::String(ty) => ty.length == StringLength::Variable,
            Self::VarLen(_) | Self::Reference(ReferenceType::Std) => true,
            Self::Compound(ty) => ty.fields.iter().any(|field| field.ty.holds_pointers()),
            Self::Array { base, .. } => base.holds_pointers(),
            _ => false,
        }
    }

    /// Whether an element holds references.
    pub(crate) fn holds_references(&self) -> bool {
        match self {
            Self::Reference(_) => true,
            Self::Compound(ty) => ty.fields.iter().any(|field| field.ty.holds_references()),
            Self::Array { base, .. } | Self::VarLen(base) => base.holds_references(),
            _ => false,
        }
    }

    /// Whether its description has names of its own, of which there may be any number.
    pub(crate) fn has_names(&self) -> bool {
        match self {
            Self::Compound(_) | Self::Enum(_) => true,
            Self::Array { base, .. } | Self::VarLen(base) => base.has_names(),
            _ => false,
        }
    }

    /// Whether an element in memory holds what libhdf5 must be asked to give back, besides memory.
    pub(crate) fn holds_resources(&self) -> bool {
        match self {
            Self::Reference(ReferenceType::Std) => true,
            Self::Compound(ty) => ty.fields.iter().any(|field| field.ty.holds_resources()),
            Self::Array { base, .. } | Self::VarLen(base) => base.holds_resources(),
            _ => false,
        }
    }

    /// Whether it is an integer, a float, or an enumeration, which converts to both.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, Self::Integer(_) | Self::Float(_) | Self::Enum(_))
    }

    /// The form in which an element is read when nothing is known of it: numbers as this machine has
    /// them, compounds without padding, the rest as stored.
    ///
    /// An enumeration stays as it is stored, because libhdf5 replaces values without a name when it
    /// converts between enumerations.
    #[must_use]
    pub fn native(&self) -> Self {
        match self {
            Self::Integer(ty) => native_integer(ty),
            Self::Float(ty) => Self::Float(native_float(ty)),
            Self::Complex(ty) => Self::Complex(native_float(ty)),
            Self::Compound(ty) => {
                let fields = ty.fields.iter();
                let fields = fields.map(|field| (field.name.clone(), field.ty.native()));
                Self::Compound(CompoundType::packed(fields))
            }
            Self::Array { dims, base } => {
                Self::Array { dims: dims.clone(), base: Box::new(base.native()) }
            }
            Self::VarLen(base) => Self::VarLen(Box::new(base.native())),
            Self::Bitfield(_)
            | Self::Enum(_)
            | Self::Time { .. }
            | Self::String(_)
            | Self::Opaque { .. }
            | Self::Reference(_) => self.clone(),
        }
    }
}

fn native_integer(ty: &IntegerType) -> TypeDescriptor {
    TypeDescriptor::Integer(match ty.size {
        size @ 1..=8 => IntegerType::native(size.next_power_of_two(), ty.signed),
        // There is no native integer as large; its bytes are read as they are.
        _ => *ty,
    })
}

fn native_float(ty: &FloatType) -> FloatType {
    FloatType::native(if ty.fits(&FloatType::native(4)) { 4 } else { 8 })
}

impl fmt::Display for TypeDescriptor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(ty) => write_integer(f, if ty.signed { "i" } else { "u" }, ty),
            Self::Bitfield(ty) => write_integer(f, "bits", ty),
            Self::Float(ty) => write_float(f, ty),
            Self::Time { size, order } => {
                write!(f, "time{}", 8 * size)?;
                write_order(f, *order)
            }
            Self::String(ty) => {
                let charset = match ty.charset {
                    CharSet::Ascii => "ascii",
                    CharSet::Utf8 => "utf-8",
                };
                match ty.length {
                    StringLength::Fixed(length) => write!(f, "string[{length}] ({charset})"),
                    StringLength::Variable => write!(f, "string ({charset})"),
                }
            }
            Self::Opaque { size, tag } if tag.as_bytes().is_empty() => write!(f, "opaque[{size}]"),
            Self::Opaque { size, tag } => write!(f, "opaque[{size}] ({tag})"),
            Self::Enum(ty) if ty.is_bool() => f.write_str("bool"),
            Self::Enum(ty) => {
                f.write_str("enum ")?;
                write_integer(f, if ty.base.signed { "i" } else { "u" }, &ty.base)?;
                f.write_str(" {")?;
                for (index, EnumMember { name, value }) in ty.members.iter().enumerate() {
                    write!(f, "{}{name} = {value}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str("}")
            }
            Self::Compound(ty) => {
                f.write_str("struct {")?;
                for (index, Field { name, ty, .. }) in ty.fields.iter().enumerate() {
                    write!(f, "{}{name}: {ty}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str("}")
            }
            Self::Array { dims, base } => {
                write!(f, "[{base}; ")?;
                for (index, dim) in dims.iter().enumerate() {
                    write!(f, "{}{dim}", if index == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Self::VarLen(base) => write!(f, "vlen [{base}]"),
            Self::Complex(ty) => {
                f.write_str("complex ")?;
                write_float(f, ty)
            }
            Self::Reference(ReferenceType::Object) => f.write_str("object reference"),
            Self::Reference(ReferenceType::Region) => f.write_str("region reference"),
            Self::Reference(ReferenceType::Std) => f.write_str("reference"),
        }
    }
}

fn write_integer(f: &mut fmt::Formatter<'_>, letter: &str, ty: &IntegerType) -> fmt::Result {
    write!(f, "{letter}{}", 8 * ty.size)?;
    if ty.size > 1 {
        write_order(f, ty.order)?;
    }
    if !ty.is_full() {
        write!(f, " ({} bits at {})", ty.precision, ty.offset)?;
    }
    Ok(())
}

fn write_float(f: &mut fmt::Formatter<'_>, ty: &FloatType) -> fmt::Result {
    write!(f, "f{}", 8 * ty.size)?;
    write_order(f, ty.order)?;
    if !ty.is_ieee() {
        write!(f, " ({} exponent, {} mantissa bits)", ty.exponent_size, ty.mantissa_size)?;
    }
    Ok(())
}

/// The order is only worth a word where it is not this machine's.
fn write_order(f: &mut fmt::Formatter<'_>, order: ByteOrder) -> fmt::Result {
    if order == ByteOrder::NATIVE {
        return Ok(());
    }
    f.write_str(match order {
        ByteOrder::LittleEndian => " little-endian",
        ByteOrder::BigEndian => " big-endian",
        ByteOrder::Vax => " vax",
    })
}
