//! Datatypes: `H5Tpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5T_NO_CLASS: H5T_class_t = -1;
pub const H5T_INTEGER: H5T_class_t = 0;
pub const H5T_FLOAT: H5T_class_t = 1;
pub const H5T_TIME: H5T_class_t = 2;
pub const H5T_STRING: H5T_class_t = 3;
pub const H5T_BITFIELD: H5T_class_t = 4;
pub const H5T_OPAQUE: H5T_class_t = 5;
pub const H5T_COMPOUND: H5T_class_t = 6;
pub const H5T_REFERENCE: H5T_class_t = 7;
pub const H5T_ENUM: H5T_class_t = 8;
pub const H5T_VLEN: H5T_class_t = 9;
pub const H5T_ARRAY: H5T_class_t = 10;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5T_COMPLEX: H5T_class_t = 11;
/// Before HDF5 2.0.0.
#[cfg(not(hdf5_ge_2_0))]
pub const H5T_NCLASSES: H5T_class_t = 11;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub const H5T_NCLASSES: H5T_class_t = 12;
pub const H5T_ORDER_ERROR: H5T_order_t = -1;
pub const H5T_ORDER_LE: H5T_order_t = 0;
pub const H5T_ORDER_BE: H5T_order_t = 1;
pub const H5T_ORDER_VAX: H5T_order_t = 2;
pub const H5T_ORDER_MIXED: H5T_order_t = 3;
pub const H5T_ORDER_NONE: H5T_order_t = 4;
pub const H5T_SGN_ERROR: H5T_sign_t = -1;
pub const H5T_SGN_NONE: H5T_sign_t = 0;
pub const H5T_SGN_2: H5T_sign_t = 1;
pub const H5T_NSGN: H5T_sign_t = 2;
pub const H5T_NORM_ERROR: H5T_norm_t = -1;
pub const H5T_NORM_IMPLIED: H5T_norm_t = 0;
pub const H5T_NORM_MSBSET: H5T_norm_t = 1;
pub const H5T_NORM_NONE: H5T_norm_t = 2;
pub const H5T_CSET_ERROR: H5T_cset_t = -1;
pub const H5T_CSET_ASCII: H5T_cset_t = 0;
pub const H5T_CSET_UTF8: H5T_cset_t = 1;
pub const H5T_CSET_RESERVED_2: H5T_cset_t = 2;
pub const H5T_CSET_RESERVED_3: H5T_cset_t = 3;
pub const H5T_CSET_RESERVED_4: H5T_cset_t = 4;
pub const H5T_CSET_RESERVED_5: H5T_cset_t = 5;
pub const H5T_CSET_RESERVED_6: H5T_cset_t = 6;
pub const H5T_CSET_RESERVED_7: H5T_cset_t = 7;
pub const H5T_CSET_RESERVED_8: H5T_cset_t = 8;
pub const H5T_CSET_RESERVED_9: H5T_cset_t = 9;
pub const H5T_CSET_RESERVED_10: H5T_cset_t = 10;
pub const H5T_CSET_RESERVED_11: H5T_cset_t = 11;
pub const H5T_CSET_RESERVED_12: H5T_cset_t = 12;
pub const H5T_CSET_RESERVED_13: H5T_cset_t = 13;
pub const H5T_CSET_RESERVED_14: H5T_cset_t = 14;
pub const H5T_CSET_RESERVED_15: H5T_cset_t = 15;
pub const H5T_STR_ERROR: H5T_str_t = -1;
pub const H5T_STR_NULLTERM: H5T_str_t = 0;
pub const H5T_STR_NULLPAD: H5T_str_t = 1;
pub const H5T_STR_SPACEPAD: H5T_str_t = 2;
pub const H5T_STR_RESERVED_3: H5T_str_t = 3;
pub const H5T_STR_RESERVED_4: H5T_str_t = 4;
pub const H5T_STR_RESERVED_5: H5T_str_t = 5;
pub const H5T_STR_RESERVED_6: H5T_str_t = 6;
pub const H5T_STR_RESERVED_7: H5T_str_t = 7;
pub const H5T_STR_RESERVED_8: H5T_str_t = 8;
pub const H5T_STR_RESERVED_9: H5T_str_t = 9;
pub const H5T_STR_RESERVED_10: H5T_str_t = 10;
pub const H5T_STR_RESERVED_11: H5T_str_t = 11;
pub const H5T_STR_RESERVED_12: H5T_str_t = 12;
pub const H5T_STR_RESERVED_13: H5T_str_t = 13;
pub const H5T_STR_RESERVED_14: H5T_str_t = 14;
pub const H5T_STR_RESERVED_15: H5T_str_t = 15;
pub const H5T_PAD_ERROR: H5T_pad_t = -1;
pub const H5T_PAD_ZERO: H5T_pad_t = 0;
pub const H5T_PAD_ONE: H5T_pad_t = 1;
pub const H5T_PAD_BACKGROUND: H5T_pad_t = 2;
pub const H5T_NPAD: H5T_pad_t = 3;
pub const H5T_DIR_DEFAULT: H5T_direction_t = 0;
pub const H5T_DIR_ASCEND: H5T_direction_t = 1;
pub const H5T_DIR_DESCEND: H5T_direction_t = 2;
pub const H5T_CONV_EXCEPT_RANGE_HI: H5T_conv_except_t = 0;
pub const H5T_CONV_EXCEPT_RANGE_LOW: H5T_conv_except_t = 1;
pub const H5T_CONV_EXCEPT_PRECISION: H5T_conv_except_t = 2;
pub const H5T_CONV_EXCEPT_TRUNCATE: H5T_conv_except_t = 3;
pub const H5T_CONV_EXCEPT_PINF: H5T_conv_except_t = 4;
pub const H5T_CONV_EXCEPT_NINF: H5T_conv_except_t = 5;
pub const H5T_CONV_EXCEPT_NAN: H5T_conv_except_t = 6;
pub const H5T_CONV_ABORT: H5T_conv_ret_t = -1;
pub const H5T_CONV_UNHANDLED: H5T_conv_ret_t = 0;
pub const H5T_CONV_HANDLED: H5T_conv_ret_t = 1;
pub const H5T_CONV_INIT: H5T_cmd_t = 0;
pub const H5T_CONV_CONV: H5T_cmd_t = 1;
pub const H5T_CONV_FREE: H5T_cmd_t = 2;
pub const H5T_BKG_NO: H5T_bkg_t = 0;
pub const H5T_BKG_TEMP: H5T_bkg_t = 1;
pub const H5T_BKG_YES: H5T_bkg_t = 2;
pub const H5T_PERS_DONTCARE: H5T_pers_t = -1;
pub const H5T_PERS_HARD: H5T_pers_t = 0;
pub const H5T_PERS_SOFT: H5T_pers_t = 1;
pub const H5T_NCSET: H5T_cset_t = 2;
pub const H5T_NSTR: H5T_str_t = 3;
pub const H5T_VARIABLE: usize = usize::MAX;
pub const H5T_OPAQUE_TAG_MAX: c_uint = 256;

pub type H5T_class_t = c_int;

pub type H5T_order_t = c_int;

pub type H5T_sign_t = c_int;

pub type H5T_norm_t = c_int;

pub type H5T_cset_t = c_int;

pub type H5T_str_t = c_int;

pub type H5T_pad_t = c_int;

pub type H5T_direction_t = c_int;

pub type H5T_conv_except_t = c_int;

pub type H5T_conv_ret_t = c_int;

pub type H5T_conv_except_func_t = Option<
    unsafe extern "C" fn(
        except_type: H5T_conv_except_t,
        src_id: hid_t,
        dst_id: hid_t,
        src_buf: *mut c_void,
        dst_buf: *mut c_void,
        user_data: *mut c_void,
    ) -> H5T_conv_ret_t,
>;

pub type H5T_cmd_t = c_int;

pub type H5T_bkg_t = c_int;

pub type H5T_pers_t = c_int;

pub type H5T_conv_t = Option<
    unsafe extern "C" fn(
        src_id: hid_t,
        dst_id: hid_t,
        cdata: *mut H5T_cdata_t,
        nelmts: usize,
        buf_stride: usize,
        bkg_stride: usize,
        buf: *mut c_void,
        bkg: *mut c_void,
        dset_xfer_plist: hid_t,
    ) -> herr_t,
>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct hvl_t {
    pub len: usize,
    pub p: *mut c_void,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5T_cdata_t {
    pub command: H5T_cmd_t,
    pub need_bkg: H5T_bkg_t,
    pub recalc: bool,
    pub priv_: *mut c_void,
}

unsafe extern "C" {
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5T_IEEE_F16BE_g"]
    pub static mut H5T_IEEE_F16BE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5T_IEEE_F16LE_g"]
    pub static mut H5T_IEEE_F16LE: hid_t;
    #[link_name = "H5T_IEEE_F32BE_g"]
    pub static mut H5T_IEEE_F32BE: hid_t;
    #[link_name = "H5T_IEEE_F32LE_g"]
    pub static mut H5T_IEEE_F32LE: hid_t;
    #[link_name = "H5T_IEEE_F64BE_g"]
    pub static mut H5T_IEEE_F64BE: hid_t;
    #[link_name = "H5T_IEEE_F64LE_g"]
    pub static mut H5T_IEEE_F64LE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_FLOAT_BFLOAT16BE_g"]
    pub static mut H5T_FLOAT_BFLOAT16BE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_FLOAT_BFLOAT16LE_g"]
    pub static mut H5T_FLOAT_BFLOAT16LE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_FLOAT_F8E4M3_g"]
    pub static mut H5T_FLOAT_F8E4M3: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_FLOAT_F8E5M2_g"]
    pub static mut H5T_FLOAT_F8E5M2: hid_t;
    /// Since HDF5 2.1.0.
    #[cfg(hdf5_ge_2_1)]
    #[link_name = "H5T_FLOAT_F6E2M3_g"]
    pub static mut H5T_FLOAT_F6E2M3: hid_t;
    /// Since HDF5 2.1.0.
    #[cfg(hdf5_ge_2_1)]
    #[link_name = "H5T_FLOAT_F6E3M2_g"]
    pub static mut H5T_FLOAT_F6E3M2: hid_t;
    /// Since HDF5 2.1.0.
    #[cfg(hdf5_ge_2_1)]
    #[link_name = "H5T_FLOAT_F4E2M1_g"]
    pub static mut H5T_FLOAT_F4E2M1: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F16BE_g"]
    pub static mut H5T_COMPLEX_IEEE_F16BE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F16LE_g"]
    pub static mut H5T_COMPLEX_IEEE_F16LE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F32BE_g"]
    pub static mut H5T_COMPLEX_IEEE_F32BE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F32LE_g"]
    pub static mut H5T_COMPLEX_IEEE_F32LE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F64BE_g"]
    pub static mut H5T_COMPLEX_IEEE_F64BE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_COMPLEX_IEEE_F64LE_g"]
    pub static mut H5T_COMPLEX_IEEE_F64LE: hid_t;
    #[link_name = "H5T_STD_I8BE_g"]
    pub static mut H5T_STD_I8BE: hid_t;
    #[link_name = "H5T_STD_I8LE_g"]
    pub static mut H5T_STD_I8LE: hid_t;
    #[link_name = "H5T_STD_I16BE_g"]
    pub static mut H5T_STD_I16BE: hid_t;
    #[link_name = "H5T_STD_I16LE_g"]
    pub static mut H5T_STD_I16LE: hid_t;
    #[link_name = "H5T_STD_I32BE_g"]
    pub static mut H5T_STD_I32BE: hid_t;
    #[link_name = "H5T_STD_I32LE_g"]
    pub static mut H5T_STD_I32LE: hid_t;
    #[link_name = "H5T_STD_I64BE_g"]
    pub static mut H5T_STD_I64BE: hid_t;
    #[link_name = "H5T_STD_I64LE_g"]
    pub static mut H5T_STD_I64LE: hid_t;
    #[link_name = "H5T_STD_U8BE_g"]
    pub static mut H5T_STD_U8BE: hid_t;
    #[link_name = "H5T_STD_U8LE_g"]
    pub static mut H5T_STD_U8LE: hid_t;
    #[link_name = "H5T_STD_U16BE_g"]
    pub static mut H5T_STD_U16BE: hid_t;
    #[link_name = "H5T_STD_U16LE_g"]
    pub static mut H5T_STD_U16LE: hid_t;
    #[link_name = "H5T_STD_U32BE_g"]
    pub static mut H5T_STD_U32BE: hid_t;
    #[link_name = "H5T_STD_U32LE_g"]
    pub static mut H5T_STD_U32LE: hid_t;
    #[link_name = "H5T_STD_U64BE_g"]
    pub static mut H5T_STD_U64BE: hid_t;
    #[link_name = "H5T_STD_U64LE_g"]
    pub static mut H5T_STD_U64LE: hid_t;
    #[link_name = "H5T_STD_B8BE_g"]
    pub static mut H5T_STD_B8BE: hid_t;
    #[link_name = "H5T_STD_B8LE_g"]
    pub static mut H5T_STD_B8LE: hid_t;
    #[link_name = "H5T_STD_B16BE_g"]
    pub static mut H5T_STD_B16BE: hid_t;
    #[link_name = "H5T_STD_B16LE_g"]
    pub static mut H5T_STD_B16LE: hid_t;
    #[link_name = "H5T_STD_B32BE_g"]
    pub static mut H5T_STD_B32BE: hid_t;
    #[link_name = "H5T_STD_B32LE_g"]
    pub static mut H5T_STD_B32LE: hid_t;
    #[link_name = "H5T_STD_B64BE_g"]
    pub static mut H5T_STD_B64BE: hid_t;
    #[link_name = "H5T_STD_B64LE_g"]
    pub static mut H5T_STD_B64LE: hid_t;
    #[link_name = "H5T_STD_REF_OBJ_g"]
    pub static mut H5T_STD_REF_OBJ: hid_t;
    #[link_name = "H5T_STD_REF_DSETREG_g"]
    pub static mut H5T_STD_REF_DSETREG: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5T_STD_REF_g"]
    pub static mut H5T_STD_REF: hid_t;
    #[link_name = "H5T_UNIX_D32BE_g"]
    pub static mut H5T_UNIX_D32BE: hid_t;
    #[link_name = "H5T_UNIX_D32LE_g"]
    pub static mut H5T_UNIX_D32LE: hid_t;
    #[link_name = "H5T_UNIX_D64BE_g"]
    pub static mut H5T_UNIX_D64BE: hid_t;
    #[link_name = "H5T_UNIX_D64LE_g"]
    pub static mut H5T_UNIX_D64LE: hid_t;
    #[link_name = "H5T_C_S1_g"]
    pub static mut H5T_C_S1: hid_t;
    #[link_name = "H5T_FORTRAN_S1_g"]
    pub static mut H5T_FORTRAN_S1: hid_t;
    #[link_name = "H5T_VAX_F32_g"]
    pub static mut H5T_VAX_F32: hid_t;
    #[link_name = "H5T_VAX_F64_g"]
    pub static mut H5T_VAX_F64: hid_t;
    #[link_name = "H5T_NATIVE_SCHAR_g"]
    pub static mut H5T_NATIVE_SCHAR: hid_t;
    #[link_name = "H5T_NATIVE_UCHAR_g"]
    pub static mut H5T_NATIVE_UCHAR: hid_t;
    #[link_name = "H5T_NATIVE_SHORT_g"]
    pub static mut H5T_NATIVE_SHORT: hid_t;
    #[link_name = "H5T_NATIVE_USHORT_g"]
    pub static mut H5T_NATIVE_USHORT: hid_t;
    #[link_name = "H5T_NATIVE_INT_g"]
    pub static mut H5T_NATIVE_INT: hid_t;
    #[link_name = "H5T_NATIVE_UINT_g"]
    pub static mut H5T_NATIVE_UINT: hid_t;
    #[link_name = "H5T_NATIVE_LONG_g"]
    pub static mut H5T_NATIVE_LONG: hid_t;
    #[link_name = "H5T_NATIVE_ULONG_g"]
    pub static mut H5T_NATIVE_ULONG: hid_t;
    #[link_name = "H5T_NATIVE_LLONG_g"]
    pub static mut H5T_NATIVE_LLONG: hid_t;
    #[link_name = "H5T_NATIVE_ULLONG_g"]
    pub static mut H5T_NATIVE_ULLONG: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5T_NATIVE_FLOAT16_g"]
    pub static mut H5T_NATIVE_FLOAT16: hid_t;
    #[link_name = "H5T_NATIVE_FLOAT_g"]
    pub static mut H5T_NATIVE_FLOAT: hid_t;
    #[link_name = "H5T_NATIVE_DOUBLE_g"]
    pub static mut H5T_NATIVE_DOUBLE: hid_t;
    #[link_name = "H5T_NATIVE_LDOUBLE_g"]
    pub static mut H5T_NATIVE_LDOUBLE: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_NATIVE_FLOAT_COMPLEX_g"]
    pub static mut H5T_NATIVE_FLOAT_COMPLEX: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_NATIVE_DOUBLE_COMPLEX_g"]
    pub static mut H5T_NATIVE_DOUBLE_COMPLEX: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5T_NATIVE_LDOUBLE_COMPLEX_g"]
    pub static mut H5T_NATIVE_LDOUBLE_COMPLEX: hid_t;
    #[link_name = "H5T_NATIVE_B8_g"]
    pub static mut H5T_NATIVE_B8: hid_t;
    #[link_name = "H5T_NATIVE_B16_g"]
    pub static mut H5T_NATIVE_B16: hid_t;
    #[link_name = "H5T_NATIVE_B32_g"]
    pub static mut H5T_NATIVE_B32: hid_t;
    #[link_name = "H5T_NATIVE_B64_g"]
    pub static mut H5T_NATIVE_B64: hid_t;
    #[link_name = "H5T_NATIVE_OPAQUE_g"]
    pub static mut H5T_NATIVE_OPAQUE: hid_t;
    #[link_name = "H5T_NATIVE_HADDR_g"]
    pub static mut H5T_NATIVE_HADDR: hid_t;
    #[link_name = "H5T_NATIVE_HSIZE_g"]
    pub static mut H5T_NATIVE_HSIZE: hid_t;
    #[link_name = "H5T_NATIVE_HSSIZE_g"]
    pub static mut H5T_NATIVE_HSSIZE: hid_t;
    #[link_name = "H5T_NATIVE_HERR_g"]
    pub static mut H5T_NATIVE_HERR: hid_t;
    #[link_name = "H5T_NATIVE_HBOOL_g"]
    pub static mut H5T_NATIVE_HBOOL: hid_t;
    #[link_name = "H5T_NATIVE_INT8_g"]
    pub static mut H5T_NATIVE_INT8: hid_t;
    #[link_name = "H5T_NATIVE_UINT8_g"]
    pub static mut H5T_NATIVE_UINT8: hid_t;
    #[link_name = "H5T_NATIVE_INT_LEAST8_g"]
    pub static mut H5T_NATIVE_INT_LEAST8: hid_t;
    #[link_name = "H5T_NATIVE_UINT_LEAST8_g"]
    pub static mut H5T_NATIVE_UINT_LEAST8: hid_t;
    #[link_name = "H5T_NATIVE_INT_FAST8_g"]
    pub static mut H5T_NATIVE_INT_FAST8: hid_t;
    #[link_name = "H5T_NATIVE_UINT_FAST8_g"]
    pub static mut H5T_NATIVE_UINT_FAST8: hid_t;
    #[link_name = "H5T_NATIVE_INT16_g"]
    pub static mut H5T_NATIVE_INT16: hid_t;
    #[link_name = "H5T_NATIVE_UINT16_g"]
    pub static mut H5T_NATIVE_UINT16: hid_t;
    #[link_name = "H5T_NATIVE_INT_LEAST16_g"]
    pub static mut H5T_NATIVE_INT_LEAST16: hid_t;
    #[link_name = "H5T_NATIVE_UINT_LEAST16_g"]
    pub static mut H5T_NATIVE_UINT_LEAST16: hid_t;
    #[link_name = "H5T_NATIVE_INT_FAST16_g"]
    pub static mut H5T_NATIVE_INT_FAST16: hid_t;
    #[link_name = "H5T_NATIVE_UINT_FAST16_g"]
    pub static mut H5T_NATIVE_UINT_FAST16: hid_t;
    #[link_name = "H5T_NATIVE_INT32_g"]
    pub static mut H5T_NATIVE_INT32: hid_t;
    #[link_name = "H5T_NATIVE_UINT32_g"]
    pub static mut H5T_NATIVE_UINT32: hid_t;
    #[link_name = "H5T_NATIVE_INT_LEAST32_g"]
    pub static mut H5T_NATIVE_INT_LEAST32: hid_t;
    #[link_name = "H5T_NATIVE_UINT_LEAST32_g"]
    pub static mut H5T_NATIVE_UINT_LEAST32: hid_t;
    #[link_name = "H5T_NATIVE_INT_FAST32_g"]
    pub static mut H5T_NATIVE_INT_FAST32: hid_t;
    #[link_name = "H5T_NATIVE_UINT_FAST32_g"]
    pub static mut H5T_NATIVE_UINT_FAST32: hid_t;
    #[link_name = "H5T_NATIVE_INT64_g"]
    pub static mut H5T_NATIVE_INT64: hid_t;
    #[link_name = "H5T_NATIVE_UINT64_g"]
    pub static mut H5T_NATIVE_UINT64: hid_t;
    #[link_name = "H5T_NATIVE_INT_LEAST64_g"]
    pub static mut H5T_NATIVE_INT_LEAST64: hid_t;
    #[link_name = "H5T_NATIVE_UINT_LEAST64_g"]
    pub static mut H5T_NATIVE_UINT_LEAST64: hid_t;
    #[link_name = "H5T_NATIVE_INT_FAST64_g"]
    pub static mut H5T_NATIVE_INT_FAST64: hid_t;
    #[link_name = "H5T_NATIVE_UINT_FAST64_g"]
    pub static mut H5T_NATIVE_UINT_FAST64: hid_t;
    pub fn H5Tcreate(type_: H5T_class_t, size: usize) -> hid_t;
    pub fn H5Tcopy(type_id: hid_t) -> hid_t;
    pub fn H5Tclose(type_id: hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Tclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        type_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Tequal(type1_id: hid_t, type2_id: hid_t) -> htri_t;
    pub fn H5Tlock(type_id: hid_t) -> herr_t;
    pub fn H5Tcommit2(
        loc_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        lcpl_id: hid_t,
        tcpl_id: hid_t,
        tapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Tcommit_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        lcpl_id: hid_t,
        tcpl_id: hid_t,
        tapl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    pub fn H5Topen2(loc_id: hid_t, name: *const c_char, tapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Topen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        tapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    pub fn H5Tcommit_anon(loc_id: hid_t, type_id: hid_t, tcpl_id: hid_t, tapl_id: hid_t) -> herr_t;
    pub fn H5Tget_create_plist(type_id: hid_t) -> hid_t;
    pub fn H5Tcommitted(type_id: hid_t) -> htri_t;
    pub fn H5Tencode(obj_id: hid_t, buf: *mut c_void, nalloc: *mut usize) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Tdecode2(buf: *const c_void, buf_size: usize) -> hid_t;
    pub fn H5Tflush(type_id: hid_t) -> herr_t;
    pub fn H5Trefresh(type_id: hid_t) -> herr_t;
    pub fn H5Tinsert(
        parent_id: hid_t,
        name: *const c_char,
        offset: usize,
        member_id: hid_t,
    ) -> herr_t;
    pub fn H5Tpack(type_id: hid_t) -> herr_t;
    pub fn H5Tenum_create(base_id: hid_t) -> hid_t;
    pub fn H5Tenum_insert(type_: hid_t, name: *const c_char, value: *const c_void) -> herr_t;
    pub fn H5Tenum_nameof(
        type_: hid_t,
        value: *const c_void,
        name: *mut c_char,
        size: usize,
    ) -> herr_t;
    pub fn H5Tenum_valueof(type_: hid_t, name: *const c_char, value: *mut c_void) -> herr_t;
    pub fn H5Tvlen_create(base_id: hid_t) -> hid_t;
    pub fn H5Tarray_create2(base_id: hid_t, ndims: c_uint, dim: *const hsize_t) -> hid_t;
    pub fn H5Tget_array_ndims(type_id: hid_t) -> c_int;
    pub fn H5Tget_array_dims2(type_id: hid_t, dims: *mut hsize_t) -> c_int;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Tcomplex_create(base_type_id: hid_t) -> hid_t;
    pub fn H5Tset_tag(type_: hid_t, tag: *const c_char) -> herr_t;
    pub fn H5Tget_tag(type_: hid_t) -> *mut c_char;
    pub fn H5Tget_super(type_: hid_t) -> hid_t;
    pub fn H5Tget_class(type_id: hid_t) -> H5T_class_t;
    pub fn H5Tdetect_class(type_id: hid_t, cls: H5T_class_t) -> htri_t;
    pub fn H5Tget_size(type_id: hid_t) -> usize;
    pub fn H5Tget_order(type_id: hid_t) -> H5T_order_t;
    pub fn H5Tget_precision(type_id: hid_t) -> usize;
    pub fn H5Tget_offset(type_id: hid_t) -> c_int;
    pub fn H5Tget_pad(type_id: hid_t, lsb: *mut H5T_pad_t, msb: *mut H5T_pad_t) -> herr_t;
    pub fn H5Tget_sign(type_id: hid_t) -> H5T_sign_t;
    pub fn H5Tget_fields(
        type_id: hid_t,
        spos: *mut usize,
        epos: *mut usize,
        esize: *mut usize,
        mpos: *mut usize,
        msize: *mut usize,
    ) -> herr_t;
    pub fn H5Tget_ebias(type_id: hid_t) -> usize;
    pub fn H5Tget_norm(type_id: hid_t) -> H5T_norm_t;
    pub fn H5Tget_inpad(type_id: hid_t) -> H5T_pad_t;
    pub fn H5Tget_strpad(type_id: hid_t) -> H5T_str_t;
    pub fn H5Tget_nmembers(type_id: hid_t) -> c_int;
    pub fn H5Tget_member_name(type_id: hid_t, membno: c_uint) -> *mut c_char;
    pub fn H5Tget_member_index(type_id: hid_t, name: *const c_char) -> c_int;
    pub fn H5Tget_member_offset(type_id: hid_t, membno: c_uint) -> usize;
    pub fn H5Tget_member_class(type_id: hid_t, membno: c_uint) -> H5T_class_t;
    pub fn H5Tget_member_type(type_id: hid_t, membno: c_uint) -> hid_t;
    pub fn H5Tget_member_value(type_id: hid_t, membno: c_uint, value: *mut c_void) -> herr_t;
    pub fn H5Tget_cset(type_id: hid_t) -> H5T_cset_t;
    pub fn H5Tis_variable_str(type_id: hid_t) -> htri_t;
    pub fn H5Tget_native_type(type_id: hid_t, direction: H5T_direction_t) -> hid_t;
    pub fn H5Tset_size(type_id: hid_t, size: usize) -> herr_t;
    pub fn H5Tset_order(type_id: hid_t, order: H5T_order_t) -> herr_t;
    pub fn H5Tset_precision(type_id: hid_t, prec: usize) -> herr_t;
    pub fn H5Tset_offset(type_id: hid_t, offset: usize) -> herr_t;
    pub fn H5Tset_pad(type_id: hid_t, lsb: H5T_pad_t, msb: H5T_pad_t) -> herr_t;
    pub fn H5Tset_sign(type_id: hid_t, sign: H5T_sign_t) -> herr_t;
    pub fn H5Tset_fields(
        type_id: hid_t,
        spos: usize,
        epos: usize,
        esize: usize,
        mpos: usize,
        msize: usize,
    ) -> herr_t;
    pub fn H5Tset_ebias(type_id: hid_t, ebias: usize) -> herr_t;
    pub fn H5Tset_norm(type_id: hid_t, norm: H5T_norm_t) -> herr_t;
    pub fn H5Tset_inpad(type_id: hid_t, pad: H5T_pad_t) -> herr_t;
    pub fn H5Tset_cset(type_id: hid_t, cset: H5T_cset_t) -> herr_t;
    pub fn H5Tset_strpad(type_id: hid_t, strpad: H5T_str_t) -> herr_t;
    pub fn H5Tconvert(
        src_id: hid_t,
        dst_id: hid_t,
        nelmts: usize,
        buf: *mut c_void,
        background: *mut c_void,
        plist_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.10.8.
    #[cfg(hdf5_ge_1_10_8)]
    pub fn H5Treclaim(type_id: hid_t, space_id: hid_t, plist_id: hid_t, buf: *mut c_void)
    -> herr_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    #[link_name = "H5Tdecode"]
    pub fn H5Tdecode1(buf: *const c_void) -> hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Tdecode1(buf: *const c_void) -> hid_t;
    pub fn H5Tcommit1(loc_id: hid_t, name: *const c_char, type_id: hid_t) -> herr_t;
    pub fn H5Topen1(loc_id: hid_t, name: *const c_char) -> hid_t;
    pub fn H5Tarray_create1(
        base_id: hid_t,
        ndims: c_int,
        dim: *const hsize_t,
        perm: *const c_int,
    ) -> hid_t;
    pub fn H5Tget_array_dims1(type_id: hid_t, dims: *mut hsize_t, perm: *mut c_int) -> c_int;
    pub fn H5Tregister(
        pers: H5T_pers_t,
        name: *const c_char,
        src_id: hid_t,
        dst_id: hid_t,
        func: H5T_conv_t,
    ) -> herr_t;
    pub fn H5Tunregister(
        pers: H5T_pers_t,
        name: *const c_char,
        src_id: hid_t,
        dst_id: hid_t,
        func: H5T_conv_t,
    ) -> herr_t;
    pub fn H5Tfind(src_id: hid_t, dst_id: hid_t, pcdata: *mut *mut H5T_cdata_t) -> H5T_conv_t;
    pub fn H5Tcompiler_conv(src_id: hid_t, dst_id: hid_t) -> htri_t;
}

pub use super::H5T_IEEE_F32BE as H5T_MIPS_F32;
pub use super::H5T_IEEE_F32LE as H5T_INTEL_F32;
pub use super::H5T_IEEE_F32LE as H5T_ALPHA_F32;
pub use super::H5T_IEEE_F64BE as H5T_MIPS_F64;
pub use super::H5T_IEEE_F64LE as H5T_INTEL_F64;
pub use super::H5T_IEEE_F64LE as H5T_ALPHA_F64;
pub use super::H5T_STD_B8BE as H5T_MIPS_B8;
pub use super::H5T_STD_B8LE as H5T_INTEL_B8;
pub use super::H5T_STD_B8LE as H5T_ALPHA_B8;
pub use super::H5T_STD_B16BE as H5T_MIPS_B16;
pub use super::H5T_STD_B16LE as H5T_INTEL_B16;
pub use super::H5T_STD_B16LE as H5T_ALPHA_B16;
pub use super::H5T_STD_B32BE as H5T_MIPS_B32;
pub use super::H5T_STD_B32LE as H5T_INTEL_B32;
pub use super::H5T_STD_B32LE as H5T_ALPHA_B32;
pub use super::H5T_STD_B64BE as H5T_MIPS_B64;
pub use super::H5T_STD_B64LE as H5T_INTEL_B64;
pub use super::H5T_STD_B64LE as H5T_ALPHA_B64;
pub use super::H5T_STD_I8BE as H5T_MIPS_I8;
pub use super::H5T_STD_I8LE as H5T_INTEL_I8;
pub use super::H5T_STD_I8LE as H5T_ALPHA_I8;
pub use super::H5T_STD_I16BE as H5T_MIPS_I16;
pub use super::H5T_STD_I16LE as H5T_INTEL_I16;
pub use super::H5T_STD_I16LE as H5T_ALPHA_I16;
pub use super::H5T_STD_I32BE as H5T_MIPS_I32;
pub use super::H5T_STD_I32LE as H5T_INTEL_I32;
pub use super::H5T_STD_I32LE as H5T_ALPHA_I32;
pub use super::H5T_STD_I64BE as H5T_MIPS_I64;
pub use super::H5T_STD_I64LE as H5T_INTEL_I64;
pub use super::H5T_STD_I64LE as H5T_ALPHA_I64;
pub use super::H5T_STD_U8BE as H5T_MIPS_U8;
pub use super::H5T_STD_U8LE as H5T_INTEL_U8;
pub use super::H5T_STD_U8LE as H5T_ALPHA_U8;
pub use super::H5T_STD_U16BE as H5T_MIPS_U16;
pub use super::H5T_STD_U16LE as H5T_INTEL_U16;
pub use super::H5T_STD_U16LE as H5T_ALPHA_U16;
pub use super::H5T_STD_U32BE as H5T_MIPS_U32;
pub use super::H5T_STD_U32LE as H5T_INTEL_U32;
pub use super::H5T_STD_U32LE as H5T_ALPHA_U32;
pub use super::H5T_STD_U64BE as H5T_MIPS_U64;
pub use super::H5T_STD_U64LE as H5T_INTEL_U64;
pub use super::H5T_STD_U64LE as H5T_ALPHA_U64;
pub use super::H5Tarray_create2 as H5Tarray_create;
pub use super::H5Tcommit2 as H5Tcommit;
/// Before HDF5 2.0.0.
#[cfg(not(hdf5_ge_2_0))]
pub use super::H5Tdecode1 as H5Tdecode;
/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
pub use super::H5Tdecode2 as H5Tdecode;
pub use super::H5Tget_array_dims2 as H5Tget_array_dims;
pub use super::H5Topen2 as H5Topen;
