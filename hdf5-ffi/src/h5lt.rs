//! High level: datasets and attributes in one call: `H5LTpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5LT_LANG_ERR: H5LT_lang_t = -1;
pub const H5LT_DDL: H5LT_lang_t = 0;
pub const H5LT_C: H5LT_lang_t = 1;
pub const H5LT_FORTRAN: H5LT_lang_t = 2;
pub const H5LT_NO_LANG: H5LT_lang_t = 3;
pub const H5LT_FILE_IMAGE_OPEN_RW: c_uint = 1;
pub const H5LT_FILE_IMAGE_DONT_COPY: c_uint = 2;
pub const H5LT_FILE_IMAGE_DONT_RELEASE: c_uint = 4;
pub const H5LT_FILE_IMAGE_ALL: c_uint = 7;

pub type H5LT_lang_t = c_int;

unsafe extern "C" {
    pub fn H5LTmake_dataset(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        type_id: hid_t,
        buffer: *const c_void,
    ) -> herr_t;
    pub fn H5LTmake_dataset_char(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const c_char,
    ) -> herr_t;
    pub fn H5LTmake_dataset_short(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const c_short,
    ) -> herr_t;
    pub fn H5LTmake_dataset_int(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const c_int,
    ) -> herr_t;
    pub fn H5LTmake_dataset_long(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const c_long,
    ) -> herr_t;
    pub fn H5LTmake_dataset_float(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const f32,
    ) -> herr_t;
    pub fn H5LTmake_dataset_double(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: c_int,
        dims: *const hsize_t,
        buffer: *const f64,
    ) -> herr_t;
    pub fn H5LTmake_dataset_string(
        loc_id: hid_t,
        dset_name: *const c_char,
        buf: *const c_char,
    ) -> herr_t;
    pub fn H5LTread_dataset(
        loc_id: hid_t,
        dset_name: *const c_char,
        type_id: hid_t,
        buffer: *mut c_void,
    ) -> herr_t;
    pub fn H5LTread_dataset_char(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut c_char,
    ) -> herr_t;
    pub fn H5LTread_dataset_short(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut c_short,
    ) -> herr_t;
    pub fn H5LTread_dataset_int(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut c_int,
    ) -> herr_t;
    pub fn H5LTread_dataset_long(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut c_long,
    ) -> herr_t;
    pub fn H5LTread_dataset_float(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut f32,
    ) -> herr_t;
    pub fn H5LTread_dataset_double(
        loc_id: hid_t,
        dset_name: *const c_char,
        buffer: *mut f64,
    ) -> herr_t;
    pub fn H5LTread_dataset_string(
        loc_id: hid_t,
        dset_name: *const c_char,
        buf: *mut c_char,
    ) -> herr_t;
    pub fn H5LTget_dataset_ndims(
        loc_id: hid_t,
        dset_name: *const c_char,
        rank: *mut c_int,
    ) -> herr_t;
    pub fn H5LTget_dataset_info(
        loc_id: hid_t,
        dset_name: *const c_char,
        dims: *mut hsize_t,
        type_class: *mut H5T_class_t,
        type_size: *mut usize,
    ) -> herr_t;
    pub fn H5LTfind_dataset(loc_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5LTset_attribute_string(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        attr_data: *const c_char,
    ) -> herr_t;
    pub fn H5LTset_attribute_char(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_char,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_uchar(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_uchar,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_short(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_short,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_ushort(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_ushort,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_int(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_int,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_uint(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_uint,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_long(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_long,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_long_long(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_longlong,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_ulong(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_ulong,
        size: usize,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5LTset_attribute_ullong(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const c_ulonglong,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_float(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const f32,
        size: usize,
    ) -> herr_t;
    pub fn H5LTset_attribute_double(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        buffer: *const f64,
        size: usize,
    ) -> herr_t;
    pub fn H5LTget_attribute(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        mem_type_id: hid_t,
        data: *mut c_void,
    ) -> herr_t;
    pub fn H5LTget_attribute_string(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_char,
    ) -> herr_t;
    pub fn H5LTget_attribute_char(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_char,
    ) -> herr_t;
    pub fn H5LTget_attribute_uchar(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_uchar,
    ) -> herr_t;
    pub fn H5LTget_attribute_short(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_short,
    ) -> herr_t;
    pub fn H5LTget_attribute_ushort(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_ushort,
    ) -> herr_t;
    pub fn H5LTget_attribute_int(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_int,
    ) -> herr_t;
    pub fn H5LTget_attribute_uint(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_uint,
    ) -> herr_t;
    pub fn H5LTget_attribute_long(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_long,
    ) -> herr_t;
    pub fn H5LTget_attribute_long_long(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_longlong,
    ) -> herr_t;
    pub fn H5LTget_attribute_ulong(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_ulong,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5LTget_attribute_ullong(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut c_ulonglong,
    ) -> herr_t;
    pub fn H5LTget_attribute_float(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut f32,
    ) -> herr_t;
    pub fn H5LTget_attribute_double(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        data: *mut f64,
    ) -> herr_t;
    pub fn H5LTget_attribute_ndims(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        rank: *mut c_int,
    ) -> herr_t;
    pub fn H5LTget_attribute_info(
        loc_id: hid_t,
        obj_name: *const c_char,
        attr_name: *const c_char,
        dims: *mut hsize_t,
        type_class: *mut H5T_class_t,
        type_size: *mut usize,
    ) -> herr_t;
    pub fn H5LTtext_to_dtype(text: *const c_char, lang_type: H5LT_lang_t) -> hid_t;
    pub fn H5LTdtype_to_text(
        dtype: hid_t,
        str_: *mut c_char,
        lang_type: H5LT_lang_t,
        len: *mut usize,
    ) -> herr_t;
    pub fn H5LTfind_attribute(loc_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5LTpath_valid(loc_id: hid_t, path: *const c_char, check_object_valid: bool) -> htri_t;
    pub fn H5LTopen_file_image(buf_ptr: *mut c_void, buf_size: usize, flags: c_uint) -> hid_t;
}
