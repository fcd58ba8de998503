//! Type handles: from a file's type to a [`TypeDescriptor`] and back.

use core::ffi::c_uint;
use std::fmt;
use std::sync::Arc;

use hdf5_ffi::*;

use crate::attribute::Attributes;
use crate::error::{Error, ErrorKind, Result};
use crate::group::{Group, wrong_object};
use crate::name::{Name, c_path};
use crate::node::{Node, ObjectKind};
use crate::object::Object;
use crate::raw::{Handle, h5t};
use crate::types::integer::{integer_from_bytes, integer_to_bytes};
use crate::types::{
    ByteOrder, CharSet, CompoundType, EnumMember, EnumType, Field, FloatType, IntegerType,
    ReferenceType, StringLength, StringPadding, StringType, TypeDescriptor,
};

/// How deep types may be nested. libhdf5 has no limit, and files that nest thousands of levels exist
/// only to exhaust a reader's stack.
const MAX_DEPTH: usize = 64;

/// A committed datatype: a type that has a name in the file (`h5py.Datatype`).
#[derive(Debug, Clone)]
pub struct Datatype {
    object: Object,
}

impl Datatype {
    pub(crate) fn new(object: Object) -> Self {
        Self { object }
    }

    pub(crate) fn object(&self) -> &Object {
        &self.object
    }

    /// A path that leads to the datatype; `None` if no link does, or the file is closed.
    #[doc(alias = "H5Iget_name")]
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.object.path()
    }

    /// The attributes.
    #[must_use]
    pub fn attrs(&self) -> Attributes<'_> {
        Attributes::new(&self.object)
    }

    /// The type.
    ///
    /// # Errors
    ///
    /// Fails if the type cannot be described, for example because it is nested too deeply.
    pub fn descriptor(&self) -> Result<TypeDescriptor> {
        describe(self.object.handle())
            .map_err(|error| self.object.explain(error, "read the datatype"))
    }
}

/// Datatypes.
impl Group {
    /// Gives a type a name in the file, so that datasets can [refer](crate::DatasetBuilder::committed_type) to
    /// it, and so that it can have attributes (`group[name] = dtype` in h5py).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::AlreadyExists`] if there is something of that name, [`ErrorKind::ReadOnly`] if the file
    /// is open for reading only, [`ErrorKind::InvalidArgument`] if the type is not possible.
    #[doc(alias = "H5Tcommit")]
    pub fn commit_datatype(
        &self,
        name: impl AsRef<[u8]>,
        dtype: &TypeDescriptor,
    ) -> Result<Datatype> {
        let name = name.as_ref();
        let commit = || {
            self.object().file().check_writable()?;
            let _lock = lock();
            let built = build(dtype)?;
            let ty = h5t::copy(&built)?;
            self.check_vacant(name)?;
            h5t::commit_anon(self.object().handle(), &ty)?;
            let datatype = Datatype::new(Object::of_handle(ty, self.object().file()));
            self.link_new(datatype.object(), name)?;
            Ok(datatype)
        };
        commit().map_err(|error| self.object().explain_at(error, "commit datatype", name))
    }

    /// Opens a committed datatype.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if there is nothing of that name, [`ErrorKind::WrongObject`] if it is no
    /// datatype.
    #[doc(alias = "H5Topen")]
    pub fn datatype(&self, name: impl AsRef<[u8]>) -> Result<Datatype> {
        let name = name.as_ref();
        let open = || match self.open_node(name)? {
            Node::Datatype(datatype) => Ok(datatype),
            other => Err(wrong_object(name, ObjectKind::Datatype, &other)),
        };
        open().map_err(|error: Error| self.object().explain_at(error, "open datatype", name))
    }
}

/// What a type handle says, as a plain value.
pub(crate) fn describe(ty: &Handle) -> Result<TypeDescriptor> {
    let _lock = lock();
    describe_at(ty, 0)
}

fn describe_at(ty: &Handle, depth: usize) -> Result<TypeDescriptor> {
    if depth > MAX_DEPTH {
        let what = format!("a type nested more than {MAX_DEPTH} levels deep");
        return Err(ErrorKind::Unsupported { what: what.into() }.into());
    }
    let base = || describe_at(&h5t::base(ty)?, depth + 1);
    Ok(match h5t::class(ty)? {
        H5T_INTEGER => TypeDescriptor::Integer(describe_integer(ty)?),
        H5T_BITFIELD => TypeDescriptor::Bitfield(describe_bits(ty, false)?),
        H5T_FLOAT => TypeDescriptor::Float(describe_float(ty)?),
        H5T_TIME => TypeDescriptor::Time { size: h5t::size(ty)?, order: describe_order(ty)? },
        H5T_STRING => TypeDescriptor::String(describe_string(ty)?),
        H5T_OPAQUE => {
            TypeDescriptor::Opaque { size: h5t::size(ty)?, tag: Name::from(h5t::tag(ty)?) }
        }
        H5T_ENUM => TypeDescriptor::Enum(describe_enum(ty)?),
        H5T_COMPOUND => TypeDescriptor::Compound(describe_compound(ty, depth)?),
        H5T_ARRAY => {
            let dims = h5t::array_dims(ty)?.into_iter().map(to_usize).collect::<Result<_>>()?;
            TypeDescriptor::Array { dims, base: Box::new(base()?) }
        }
        H5T_VLEN => TypeDescriptor::VarLen(Box::new(base()?)),
        h5t::COMPLEX => TypeDescriptor::Complex(describe_float(&h5t::base(ty)?)?),
        H5T_REFERENCE => TypeDescriptor::Reference(describe_reference(ty)?),
        class => {
            let what = format!("datatype class {class}");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
    })
}

fn describe_order(ty: &Handle) -> Result<ByteOrder> {
    match h5t::order(ty)? {
        H5T_ORDER_LE | H5T_ORDER_NONE => Ok(ByteOrder::LittleEndian),
        H5T_ORDER_BE => Ok(ByteOrder::BigEndian),
        H5T_ORDER_VAX => Ok(ByteOrder::Vax),
        order => Err(ErrorKind::Unsupported { what: format!("byte order {order}").into() }.into()),
    }
}

fn describe_integer(ty: &Handle) -> Result<IntegerType> {
    describe_bits(ty, h5t::sign(ty)? != H5T_SGN_NONE)
}

fn describe_bits(ty: &Handle, signed: bool) -> Result<IntegerType> {
    Ok(IntegerType {
        size: h5t::size(ty)?,
        signed,
        order: describe_order(ty)?,
        precision: h5t::precision(ty)?,
        offset: h5t::offset(ty)?,
    })
}

fn describe_float(ty: &Handle) -> Result<FloatType> {
    let [sign_position, exponent_position, exponent_size, mantissa_position, mantissa_size] =
        h5t::fields(ty)?;
    Ok(FloatType {
        size: h5t::size(ty)?,
        order: describe_order(ty)?,
        precision: h5t::precision(ty)?,
        offset: h5t::offset(ty)?,
        sign_position,
        exponent_position,
        exponent_size,
        mantissa_position,
        mantissa_size,
        exponent_bias: h5t::ebias(ty)?,
        implied_bit: h5t::norm(ty)? == H5T_NORM_IMPLIED,
    })
}

fn describe_string(ty: &Handle) -> Result<StringType> {
    let length = if h5t::is_variable_string(ty)? {
        StringLength::Variable
    } else {
        StringLength::Fixed(h5t::size(ty)?)
    };
    let charset = match h5t::cset(ty)? {
        H5T_CSET_ASCII => CharSet::Ascii,
        H5T_CSET_UTF8 => CharSet::Utf8,
        set => {
            let what = format!("character set {set}");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
    };
    let padding = match h5t::strpad(ty)? {
        H5T_STR_NULLTERM => StringPadding::NullTerminated,
        H5T_STR_NULLPAD => StringPadding::NullPadded,
        H5T_STR_SPACEPAD => StringPadding::SpacePadded,
        padding => {
            let what = format!("string padding {padding}");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
    };
    Ok(StringType { length, charset, padding })
}

fn describe_enum(ty: &Handle) -> Result<EnumType> {
    let base = describe_integer(&h5t::base(ty)?)?;
    let members = member_indices(ty)?.map(|index| {
        let value = integer_from_bytes(&h5t::member_value(ty, index)?, &base)?;
        Ok(EnumMember { name: Name::from(h5t::member_name(ty, index)?), value })
    });
    Ok(EnumType { base, members: members.collect::<Result<_>>()? })
}

fn describe_compound(ty: &Handle, depth: usize) -> Result<CompoundType> {
    let fields = member_indices(ty)?.map(|index| {
        Ok(Field {
            name: Name::from(h5t::member_name(ty, index)?),
            offset: h5t::member_offset(ty, index)?,
            ty: describe_at(&h5t::member_type(ty, index)?, depth + 1)?,
        })
    });
    Ok(CompoundType { fields: fields.collect::<Result<_>>()?, size: h5t::size(ty)? })
}

fn describe_reference(ty: &Handle) -> Result<ReferenceType> {
    if h5t::equal(ty, &h5t::reference_object())? {
        Ok(ReferenceType::Object)
    } else if h5t::equal(ty, &h5t::reference_region())? {
        Ok(ReferenceType::Region)
    } else {
        Ok(ReferenceType::Std)
    }
}

fn member_indices(ty: &Handle) -> Result<std::ops::Range<c_uint>> {
    Ok(0..c_uint::try_from(h5t::member_count(ty)?).expect("checked to be positive"))
}

fn to_usize(size: hsize_t) -> Result<usize> {
    usize::try_from(size).map_err(|_| ErrorKind::OutOfMemory { bytes: None }.into())
}

/// A type handle for a descriptor, with exactly its layout.
pub(crate) fn build(descriptor: &TypeDescriptor) -> Result<Arc<Handle>> {
    let _lock = lock();
    let handle = build_handle(descriptor)?;
    // Which elements hold pointers is decided by descriptors, so the library must agree.
    if h5t::holds_pointers(&handle)? != descriptor.holds_pointers() {
        return Err(impossible(descriptor));
    }
    Ok(Arc::new(handle))
}

fn build_handle(descriptor: &TypeDescriptor) -> Result<Handle> {
    let handle = build_class(descriptor)?;
    // Offsets into elements are computed from descriptors, so the library must agree on the size of
    // every part.
    if Some(h5t::size(&handle)?) != descriptor.size() {
        return Err(impossible(descriptor));
    }
    Ok(handle)
}

fn impossible(descriptor: &TypeDescriptor) -> Error {
    Error::invalid_argument(format!("the layout of {descriptor} is not possible"))
}

fn build_class(descriptor: &TypeDescriptor) -> Result<Handle> {
    match descriptor {
        TypeDescriptor::Integer(ty) => build_integer(ty),
        TypeDescriptor::Bitfield(ty) => {
            let handle = h5t::copy(&h5t::std_b8le())?;
            set_bits(&handle, ty)?;
            Ok(handle)
        }
        TypeDescriptor::Float(ty) => build_float(ty),
        TypeDescriptor::Time { size: 4, order: ByteOrder::BigEndian } => Ok(h5t::unix_d32be()),
        TypeDescriptor::Time { size: 4, .. } => Ok(h5t::unix_d32le()),
        TypeDescriptor::Time { size: 8, order: ByteOrder::BigEndian } => Ok(h5t::unix_d64be()),
        TypeDescriptor::Time { size: 8, .. } => Ok(h5t::unix_d64le()),
        TypeDescriptor::Time { size, .. } => {
            Err(ErrorKind::Unsupported { what: format!("a time of {size} bytes").into() }.into())
        }
        TypeDescriptor::String(ty) => build_string(ty),
        TypeDescriptor::Opaque { size, tag } => {
            let handle = h5t::create(H5T_OPAQUE, *size)?;
            let tag = std::ffi::CString::new(tag.as_bytes())
                .map_err(|_| ErrorKind::InvalidName { reason: "has a NUL byte" })?;
            h5t::set_tag(&handle, &tag)?;
            Ok(handle)
        }
        TypeDescriptor::Enum(ty) => build_enum(ty),
        TypeDescriptor::Compound(ty) => build_compound(ty),
        TypeDescriptor::Array { dims, base } => {
            let dims: Vec<hsize_t> = dims.iter().map(|&dim| dim as hsize_t).collect();
            h5t::array_create(&build_handle(base)?, &dims)
        }
        TypeDescriptor::VarLen(base) => h5t::vlen_create(&build_handle(base)?),
        TypeDescriptor::Complex(ty) => h5t::complex_create(&build_float(ty)?),
        TypeDescriptor::Reference(ReferenceType::Object) => Ok(h5t::reference_object()),
        TypeDescriptor::Reference(ReferenceType::Region) => Ok(h5t::reference_region()),
        TypeDescriptor::Reference(ReferenceType::Std) => h5t::reference_std(),
    }
}

fn build_integer(ty: &IntegerType) -> Result<Handle> {
    if *ty == IntegerType::native(ty.size, ty.signed) {
        match (ty.size, ty.signed) {
            (1, true) => return Ok(h5t::native_i8()),
            (1, false) => return Ok(h5t::native_u8()),
            (2, true) => return Ok(h5t::native_i16()),
            (2, false) => return Ok(h5t::native_u16()),
            (4, true) => return Ok(h5t::native_i32()),
            (4, false) => return Ok(h5t::native_u32()),
            (8, true) => return Ok(h5t::native_i64()),
            (8, false) => return Ok(h5t::native_u64()),
            _ => {}
        }
    }
    let handle = h5t::copy(&h5t::std_i8le())?;
    set_bits(&handle, ty)?;
    h5t::set_sign(&handle, if ty.signed { H5T_SGN_2 } else { H5T_SGN_NONE })?;
    Ok(handle)
}

fn build_float(ty: &FloatType) -> Result<Handle> {
    if *ty == FloatType::native(4) {
        return Ok(h5t::native_f32());
    }
    if *ty == FloatType::native(8) {
        return Ok(h5t::native_f64());
    }
    // Every field is checked against the others when it is set, so the float is first made large
    // enough for whatever comes, and brought to its size last.
    let handle = h5t::copy(&h5t::ieee_f64le())?;
    let current = h5t::size(&handle)?;
    if ty.size > current {
        h5t::set_size(&handle, ty.size)?;
        h5t::set_precision(&handle, 8 * ty.size)?;
    }
    h5t::set_fields(
        &handle,
        [
            ty.sign_position,
            ty.exponent_position,
            ty.exponent_size,
            ty.mantissa_position,
            ty.mantissa_size,
        ],
    )?;
    h5t::set_ebias(&handle, ty.exponent_bias)?;
    h5t::set_norm(&handle, if ty.implied_bit { H5T_NORM_IMPLIED } else { H5T_NORM_NONE })?;
    h5t::set_offset(&handle, ty.offset)?;
    h5t::set_precision(&handle, ty.precision)?;
    h5t::set_size(&handle, ty.size)?;
    h5t::set_order(&handle, c_order(ty.order))?;
    Ok(handle)
}

/// Sets the size, order and significant bits of an integer or bit field that has 8 bits so far.
fn set_bits(handle: &Handle, ty: &IntegerType) -> Result<()> {
    if ty.order == ByteOrder::Vax {
        return Err(ErrorKind::Unsupported { what: "an integer in VAX order".into() }.into());
    }
    h5t::set_size(handle, ty.size)?;
    h5t::set_order(handle, c_order(ty.order))?;
    h5t::set_precision(handle, ty.precision)?;
    h5t::set_offset(handle, ty.offset)
}

fn build_string(ty: &StringType) -> Result<Handle> {
    let handle = h5t::copy(&h5t::c_s1())?;
    h5t::set_size(
        &handle,
        match ty.length {
            StringLength::Fixed(length) => length,
            StringLength::Variable => H5T_VARIABLE,
        },
    )?;
    h5t::set_cset(
        &handle,
        match ty.charset {
            CharSet::Ascii => H5T_CSET_ASCII,
            CharSet::Utf8 => H5T_CSET_UTF8,
        },
    )?;
    h5t::set_strpad(
        &handle,
        match ty.padding {
            StringPadding::NullTerminated => H5T_STR_NULLTERM,
            StringPadding::NullPadded => H5T_STR_NULLPAD,
            StringPadding::SpacePadded => H5T_STR_SPACEPAD,
        },
    )?;
    Ok(handle)
}

fn build_enum(ty: &EnumType) -> Result<Handle> {
    let handle = h5t::enum_create(&build_integer(&ty.base)?)?;
    for member in &ty.members {
        let mut value = vec![0; ty.base.size.min(16)];
        integer_to_bytes(member.value, &ty.base, &mut value)?;
        h5t::enum_insert(&handle, &c_path(member.name.as_bytes())?, &value)?;
    }
    Ok(handle)
}

fn build_compound(ty: &CompoundType) -> Result<Handle> {
    let handle = h5t::create(H5T_COMPOUND, ty.size)?;
    for field in &ty.fields {
        let name = c_path(field.name.as_bytes())?;
        h5t::insert(&handle, &name, field.offset, &build_handle(&field.ty)?)?;
    }
    Ok(handle)
}

fn c_order(order: ByteOrder) -> H5T_order_t {
    match order {
        ByteOrder::LittleEndian => H5T_ORDER_LE,
        ByteOrder::BigEndian => H5T_ORDER_BE,
        ByteOrder::Vax => H5T_ORDER_VAX,
    }
}

/// The type; what cannot be read shows as the error.
impl fmt::Display for Datatype {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.descriptor() {
            Ok(dtype) => write!(f, "datatype {dtype}"),
            Err(error) => write!(f, "datatype ({error})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_type_is_built_and_described_alike() {
        let name = |name: &str| Name::from(name);
        let f16 = FloatType { order: ByteOrder::BigEndian, ..FloatType::native(2) };
        let types = [
            TypeDescriptor::Integer(IntegerType::native(4, true)),
            TypeDescriptor::Integer(IntegerType {
                size: 3,
                signed: false,
                order: ByteOrder::BigEndian,
                precision: 20,
                offset: 2,
            }),
            TypeDescriptor::Bitfield(IntegerType::native(2, false)),
            TypeDescriptor::Float(FloatType::native(8)),
            TypeDescriptor::Float(f16),
            TypeDescriptor::Time { size: 8, order: ByteOrder::BigEndian },
            TypeDescriptor::String(StringType::VARIABLE_UTF8),
            TypeDescriptor::String(StringType {
                length: StringLength::Fixed(7),
                charset: CharSet::Ascii,
                padding: StringPadding::SpacePadded,
            }),
            TypeDescriptor::Opaque { size: 5, tag: name("five") },
            TypeDescriptor::boolean(),
            TypeDescriptor::Array {
                dims: vec![2, 3],
                base: Box::new(TypeDescriptor::VarLen(Box::new(TypeDescriptor::Float(f16)))),
            },
            TypeDescriptor::Float(FloatType {
                order: ByteOrder::Vax,
                exponent_bias: 1025,
                ..FloatType::native(8)
            }),
            TypeDescriptor::Reference(ReferenceType::Object),
            TypeDescriptor::Reference(ReferenceType::Region),
            TypeDescriptor::Compound(CompoundType {
                size: 16,
                fields: vec![
                    Field {
                        name: name("a"),
                        offset: 1,
                        ty: TypeDescriptor::Integer(IntegerType::native(1, false)),
                    },
                    Field {
                        name: name("b"),
                        offset: 4,
                        ty: TypeDescriptor::Float(FloatType::native(4)),
                    },
                ],
            }),
        ];
        for ty in types {
            let handle = build(&ty).unwrap_or_else(|error| panic!("{ty}: {error:#}"));
            assert_eq!(describe(&handle).unwrap(), ty);
        }
    }
}
