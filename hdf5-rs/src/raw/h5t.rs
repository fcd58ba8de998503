//! Datatypes.

use core::ffi::{CStr, c_char, c_int, c_uint};

use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::raw::Handle;
use crate::raw::call::{Always, Code, Herr, Hid, Htri, Size, call};

/// `H5T_COMPLEX`, which libhdf5 declares from 2.0 on. No type of an older one has this class.
pub(crate) const COMPLEX: H5T_class_t = 11;
#[cfg(hdf5_ge_2_0)]
const _: () = assert!(COMPLEX == H5T_COMPLEX);

/// The class, for example `H5T_INTEGER`.
pub(crate) fn class(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_class(id) }))
}

/// The size of one element in bytes.
pub(crate) fn size(ty: &Handle) -> Result<usize> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Size(unsafe { H5Tget_size(id) }))
}

/// The byte order.
pub(crate) fn order(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_order(id) }))
}

/// Whether an integer has a sign.
pub(crate) fn sign(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_sign(id) }))
}

/// The number of significant bits.
pub(crate) fn precision(ty: &Handle) -> Result<usize> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Size(unsafe { H5Tget_precision(id) }))
}

/// How a fixed-length string is padded.
pub(crate) fn strpad(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_strpad(id) }))
}

/// The character set of a string.
pub(crate) fn cset(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_cset(id) }))
}

/// How a float's mantissa is normalised.
pub(crate) fn norm(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_norm(id) }))
}

/// A float's exponent bias.
pub(crate) fn ebias(ty: &Handle) -> Result<usize> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Size(unsafe { H5Tget_ebias(id) }))
}

/// The number of fields of a compound, or of members of an enum.
pub(crate) fn member_count(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_nmembers(id) }))
}

/// The number of dimensions of an array type.
pub(crate) fn array_rank(ty: &Handle) -> Result<c_int> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Code(unsafe { H5Tget_array_ndims(id) }))
}

pub(crate) fn set_size(ty: &Handle, value: usize) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_size(id, value) }))
}

pub(crate) fn set_order(ty: &Handle, value: H5T_order_t) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_order(id, value) }))
}

pub(crate) fn set_sign(ty: &Handle, value: H5T_sign_t) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_sign(id, value) }))
}

pub(crate) fn set_precision(ty: &Handle, value: usize) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_precision(id, value) }))
}

pub(crate) fn set_offset(ty: &Handle, value: usize) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_offset(id, value) }))
}

pub(crate) fn set_strpad(ty: &Handle, value: H5T_str_t) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_strpad(id, value) }))
}

pub(crate) fn set_cset(ty: &Handle, value: H5T_cset_t) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_cset(id, value) }))
}

pub(crate) fn set_norm(ty: &Handle, value: H5T_norm_t) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_norm(id, value) }))
}

pub(crate) fn set_ebias(ty: &Handle, value: usize) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_ebias(id, value) }))
}

/// A copy that can be changed.
pub(crate) fn copy(ty: &Handle) -> Result<Handle> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tcopy(id) })).map(Handle::new)
}

/// A new compound, opaque or enum type of `size` bytes.
pub(crate) fn create(class: H5T_class_t, size: usize) -> Result<Handle> {
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tcreate(class, size) })).map(Handle::new)
}

/// Puts a type into a file, as an object that no link leads to yet.
pub(crate) fn commit_anon(location: &Handle, ty: &Handle) -> Result<()> {
    let (location, ty) = (location.id()?, ty.id()?);
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tcommit_anon(location, ty, H5P_DEFAULT, H5P_DEFAULT) }))
}

/// Whether a type is an object of a file.
pub(crate) fn committed(ty: &Handle) -> Result<bool> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Tcommitted(id) }))
}

/// The bytes that a type's description takes.
pub(crate) fn encoded_size(ty: &Handle) -> Result<usize> {
    let id = ty.id()?;
    let mut size = 0;
    // SAFETY: without a buffer nothing but the size is written, which is valid for writes.
    call(|| Herr(unsafe { H5Tencode(id, core::ptr::null_mut(), &mut size) }))?;
    Ok(size)
}

/// Whether two types are the same.
pub(crate) fn equal(a: &Handle, b: &Handle) -> Result<bool> {
    let (a, b) = (a.id()?, b.id()?);
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Tequal(a, b) }))
}

/// Whether the type, at any depth, has a part of a class.
pub(crate) fn detect_class(ty: &Handle, class: H5T_class_t) -> Result<bool> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Tdetect_class(id, class) }))
}

/// The bit offset of the significant bits.
pub(crate) fn offset(ty: &Handle) -> Result<usize> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    let offset = call(|| Code(unsafe { H5Tget_offset(id) }))?;
    Ok(usize::try_from(offset).expect("checked to be positive"))
}

/// A float's bit positions and sizes: sign position, exponent position and size, mantissa position
/// and size.
pub(crate) fn fields(ty: &Handle) -> Result<[usize; 5]> {
    let id = ty.id()?;
    let mut fields = [0; 5];
    let [spos, epos, esize, mpos, msize] = &mut fields;
    // SAFETY: five valid pointers.
    call(|| Herr(unsafe { H5Tget_fields(id, spos, epos, esize, mpos, msize) }))?;
    Ok(fields)
}

pub(crate) fn set_fields(ty: &Handle, fields: [usize; 5]) -> Result<()> {
    let id = ty.id()?;
    let [spos, epos, esize, mpos, msize] = fields;
    // SAFETY: no pointers.
    call(|| Herr(unsafe { H5Tset_fields(id, spos, epos, esize, mpos, msize) }))
}

pub(crate) fn is_variable_string(ty: &Handle) -> Result<bool> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Htri(unsafe { H5Tis_variable_str(id) }))
}

/// The base type of an enum, array, variable-length or complex type.
pub(crate) fn base(ty: &Handle) -> Result<Handle> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tget_super(id) })).map(Handle::new)
}

/// The tag of an opaque type.
pub(crate) fn tag(ty: &Handle) -> Result<Vec<u8>> {
    let id = ty.id()?;
    // SAFETY: no pointers; the string that is returned is ours.
    owned_text(|| unsafe { H5Tget_tag(id) })
}

pub(crate) fn set_tag(ty: &Handle, tag: &CStr) -> Result<()> {
    let id = ty.id()?;
    // SAFETY: the tag is NUL-terminated.
    call(|| Herr(unsafe { H5Tset_tag(id, tag.as_ptr()) }))
}

/// The name of a compound's field or an enum's member.
pub(crate) fn member_name(ty: &Handle, index: c_uint) -> Result<Vec<u8>> {
    let id = ty.id()?;
    // SAFETY: no pointers; the string that is returned is ours.
    owned_text(|| unsafe { H5Tget_member_name(id, index) })
}

/// The type of a compound's field.
pub(crate) fn member_type(ty: &Handle, index: c_uint) -> Result<Handle> {
    let id = ty.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tget_member_type(id, index) })).map(Handle::new)
}

/// The byte offset of a compound's field.
pub(crate) fn member_offset(ty: &Handle, index: c_uint) -> Result<usize> {
    let id = ty.id()?;
    // SAFETY: no pointers. Zero is a valid offset, and the library reports no other failure than an
    // index that is out of range.
    call(|| Always(unsafe { H5Tget_member_offset(id, index) }))
}

/// The value of an enum's member, in the bytes of the enum's base type.
pub(crate) fn member_value(ty: &Handle, index: c_uint) -> Result<Vec<u8>> {
    let id = ty.id()?;
    let _lock = lock();
    let mut value = vec![0_u8; size(ty)?];
    // SAFETY: the buffer is as long as one element of the type, and the lock is held since its size
    // was asked for.
    call(|| Herr(unsafe { H5Tget_member_value(id, index, value.as_mut_ptr().cast()) }))?;
    Ok(value)
}

/// Adds a field to a compound.
pub(crate) fn insert(ty: &Handle, name: &CStr, offset: usize, field: &Handle) -> Result<()> {
    let (id, field) = (ty.id()?, field.id()?);
    // SAFETY: the name is NUL-terminated.
    call(|| Herr(unsafe { H5Tinsert(id, name.as_ptr(), offset, field) }))
}

/// A new enum over an integer type.
pub(crate) fn enum_create(base: &Handle) -> Result<Handle> {
    let id = base.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tenum_create(id) })).map(Handle::new)
}

/// Adds a member to an enum; the value is in the bytes of the enum's base type.
pub(crate) fn enum_insert(ty: &Handle, name: &CStr, value: &[u8]) -> Result<()> {
    let id = ty.id()?;
    let _lock = lock();
    if value.len() != size(ty)? {
        return Err(Error::invalid_argument("an enum value needs as many bytes as the enum"));
    }
    // SAFETY: the value is as long as one element (checked above); the name is NUL-terminated.
    call(|| Herr(unsafe { H5Tenum_insert(id, name.as_ptr(), value.as_ptr().cast()) }))
}

pub(crate) fn array_create(base: &Handle, dims: &[hsize_t]) -> Result<Handle> {
    let id = base.id()?;
    let rank = c_uint::try_from(dims.len())
        .map_err(|_| Error::invalid_argument("more dimensions than HDF5 has"))?;
    // SAFETY: `dims` has `rank` elements.
    call(|| Hid(unsafe { H5Tarray_create2(id, rank, dims.as_ptr()) })).map(Handle::new)
}

/// The shape of an array type.
pub(crate) fn array_dims(ty: &Handle) -> Result<Vec<hsize_t>> {
    let id = ty.id()?;
    let _lock = lock();
    let rank = usize::try_from(array_rank(ty)?).expect("checked to be positive");
    let mut dims = vec![0; rank];
    // SAFETY: `dims` has as many elements as the type has dimensions.
    call(|| Code(unsafe { H5Tget_array_dims2(id, dims.as_mut_ptr()) }))?;
    Ok(dims)
}

pub(crate) fn vlen_create(base: &Handle) -> Result<Handle> {
    let id = base.id()?;
    // SAFETY: no pointers.
    call(|| Hid(unsafe { H5Tvlen_create(id) })).map(Handle::new)
}

/// A complex number type over a float type.
pub(crate) fn complex_create(base: &Handle) -> Result<Handle> {
    let id = base.id()?;
    #[cfg(hdf5_ge_2_0)]
    // SAFETY: no pointers.
    return call(|| Hid(unsafe { H5Tcomplex_create(id) })).map(Handle::new);
    #[cfg(not(hdf5_ge_2_0))]
    Err(crate::ErrorKind::Unsupported {
        what: format!("a complex type (over type {id}) before HDF5 2.0").into(),
    }
    .into())
}

/// Converts one element in place, for tests that compare conversions with libhdf5's; the buffer has room
/// for either type. Neither type may hold pointers.
#[cfg(test)]
pub(crate) fn convert(
    from: &Handle,
    to: &Handle,
    buffer: &mut [u8],
    transfer: &Handle,
) -> Result<()> {
    let _lock = lock();
    for ty in [from, to] {
        if size(ty)? > buffer.len() || holds_pointers(ty)? {
            return Err(Error::invalid_argument("the buffer does not fit the conversion"));
        }
    }
    let mut background = vec![0_u8; buffer.len()];
    let (from, to, transfer) = (from.id()?, to.id()?, transfer.id()?);
    let (bytes, background) = (buffer.as_mut_ptr().cast(), background.as_mut_ptr().cast());
    // SAFETY: both buffers hold one element of either type, which have no pointers (checked above).
    call(|| Herr(unsafe { H5Tconvert(from, to, 1, bytes, background, transfer) }))
}

/// Whether an element in memory holds pointers to other memory, at any depth.
pub(crate) fn holds_pointers(ty: &Handle) -> Result<bool> {
    let _lock = lock();
    // Most types are numbers.
    if matches!(class(ty)?, H5T_INTEGER | H5T_FLOAT) {
        return Ok(false);
    }
    // `H5Tdetect_class` counts variable-length strings as variable-length data in compounds only in
    // part of the versions, so strings are looked at on their own.
    Ok(detect_class(ty, H5T_VLEN)?
        || (detect_class(ty, H5T_STRING)? && has_variable_string(ty)?)
        || (detect_class(ty, H5T_REFERENCE)? && !is_plain_reference(ty)?))
}

fn has_variable_string(ty: &Handle) -> Result<bool> {
    match class(ty)? {
        H5T_STRING => is_variable_string(ty),
        H5T_COMPOUND => any_member(ty, has_variable_string),
        H5T_ARRAY => has_variable_string(&base(ty)?),
        _ => Ok(false),
    }
}

/// Whether every reference in the type is of the classic kind, which is bytes and nothing else.
fn is_plain_reference(ty: &Handle) -> Result<bool> {
    match class(ty)? {
        // SAFETY: the lock is held by the caller; predefined ids are constant once initialised.
        H5T_REFERENCE => unsafe {
            let (object, region) = (H5T_STD_REF_OBJ, H5T_STD_REF_DSETREG);
            Ok(equal(ty, &Handle::predefined(object))? || equal(ty, &Handle::predefined(region))?)
        },
        H5T_COMPOUND => Ok(!any_member(ty, |member| Ok(!is_plain_reference(member)?))?),
        H5T_ARRAY => is_plain_reference(&base(ty)?),
        _ => Ok(true),
    }
}

fn any_member(ty: &Handle, has: impl Fn(&Handle) -> Result<bool>) -> Result<bool> {
    for index in 0..c_uint::try_from(member_count(ty)?).expect("checked to be positive") {
        if has(&member_type(ty, index)?)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Copies a string that the library allocated, and gives it back.
fn owned_text(c_call: impl FnOnce() -> *mut c_char) -> Result<Vec<u8>> {
    let _lock = lock();
    let pointer = c_call();
    if pointer.is_null() {
        return Err(crate::raw::stack::take_error());
    }
    // SAFETY: the library returned a NUL-terminated string of its own allocation, which is copied
    // and then freed once, with the library's own function.
    unsafe {
        let text = CStr::from_ptr(pointer).to_bytes().to_vec();
        H5free_memory(pointer.cast());
        Ok(text)
    }
}

/// A predefined type.
macro_rules! predefined {
    ($($name:ident = $id:ident;)*) => {$(
        pub(crate) fn $name() -> Handle {
            let _lock = lock();
            // SAFETY: the lock is held, which has initialised the library; the id is constant since.
            Handle::predefined(unsafe { $id })
        }
    )*};
}

predefined! {
    native_i8 = H5T_NATIVE_INT8;
    native_u8 = H5T_NATIVE_UINT8;
    native_i16 = H5T_NATIVE_INT16;
    native_u16 = H5T_NATIVE_UINT16;
    native_i32 = H5T_NATIVE_INT32;
    native_u32 = H5T_NATIVE_UINT32;
    native_i64 = H5T_NATIVE_INT64;
    native_u64 = H5T_NATIVE_UINT64;
    native_f32 = H5T_NATIVE_FLOAT;
    native_f64 = H5T_NATIVE_DOUBLE;
    std_i8le = H5T_STD_I8LE;
    ieee_f64le = H5T_IEEE_F64LE;
    std_b8le = H5T_STD_B8LE;
    unix_d32le = H5T_UNIX_D32LE;
    unix_d32be = H5T_UNIX_D32BE;
    unix_d64le = H5T_UNIX_D64LE;
    unix_d64be = H5T_UNIX_D64BE;
    c_s1 = H5T_C_S1;
    reference_object = H5T_STD_REF_OBJ;
    reference_region = H5T_STD_REF_DSETREG;
}

/// The reference type of HDF5 1.12 and newer.
pub(crate) fn reference_std() -> Result<Handle> {
    #[cfg(hdf5_ge_1_12)]
    {
        let _lock = lock();
        // SAFETY: the lock is held, which has initialised the library; the id is constant since.
        Ok(Handle::predefined(unsafe { H5T_STD_REF }))
    }
    #[cfg(not(hdf5_ge_1_12))]
    Err(crate::ErrorKind::Unsupported { what: "the reference type of HDF5 1.12".into() }.into())
}
