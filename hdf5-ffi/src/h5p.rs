//! Property lists: `H5Ppublic.h`.

#![expect(missing_docs, reason = "documented in the HDF5 reference manual")]

use core::ffi::{c_char, c_int, c_uint, c_void};

use super::*;

/// The default property list of whatever class a call asks for.
pub const H5P_DEFAULT: hid_t = 0;
pub const H5P_CRT_ORDER_TRACKED: c_uint = 0x0001;
pub const H5P_CRT_ORDER_INDEXED: c_uint = 0x0002;

pub type H5P_cls_create_func_t =
    Option<unsafe extern "C" fn(prop_id: hid_t, create_data: *mut c_void) -> herr_t>;

pub type H5P_cls_copy_func_t = Option<
    unsafe extern "C" fn(new_prop_id: hid_t, old_prop_id: hid_t, copy_data: *mut c_void) -> herr_t,
>;

pub type H5P_cls_close_func_t =
    Option<unsafe extern "C" fn(prop_id: hid_t, close_data: *mut c_void) -> herr_t>;

pub type H5P_prp_cb1_t =
    Option<unsafe extern "C" fn(name: *const c_char, size: usize, value: *mut c_void) -> herr_t>;

pub type H5P_prp_cb2_t = Option<
    unsafe extern "C" fn(
        prop_id: hid_t,
        name: *const c_char,
        size: usize,
        value: *mut c_void,
    ) -> herr_t,
>;

pub type H5P_prp_create_func_t = H5P_prp_cb1_t;

pub type H5P_prp_set_func_t = H5P_prp_cb2_t;

pub type H5P_prp_get_func_t = H5P_prp_cb2_t;

pub type H5P_prp_encode_func_t = Option<
    unsafe extern "C" fn(value: *const c_void, buf: *mut *mut c_void, size: *mut usize) -> herr_t,
>;

pub type H5P_prp_decode_func_t =
    Option<unsafe extern "C" fn(buf: *mut *const c_void, value: *mut c_void) -> herr_t>;

pub type H5P_prp_delete_func_t = H5P_prp_cb2_t;

pub type H5P_prp_copy_func_t = H5P_prp_cb1_t;

pub type H5P_prp_compare_func_t = Option<
    unsafe extern "C" fn(value1: *const c_void, value2: *const c_void, size: usize) -> c_int,
>;

pub type H5P_prp_close_func_t = H5P_prp_cb1_t;

pub type H5P_iterate_t =
    Option<unsafe extern "C" fn(id: hid_t, name: *const c_char, iter_data: *mut c_void) -> herr_t>;

unsafe extern "C" {
    #[link_name = "H5P_CLS_OBJECT_CREATE_ID_g"]
    pub static mut H5P_OBJECT_CREATE: hid_t;
    #[link_name = "H5P_CLS_FILE_CREATE_ID_g"]
    pub static mut H5P_FILE_CREATE: hid_t;
    #[link_name = "H5P_CLS_FILE_ACCESS_ID_g"]
    pub static mut H5P_FILE_ACCESS: hid_t;
    #[link_name = "H5P_CLS_DATASET_CREATE_ID_g"]
    pub static mut H5P_DATASET_CREATE: hid_t;
    #[link_name = "H5P_CLS_DATASET_ACCESS_ID_g"]
    pub static mut H5P_DATASET_ACCESS: hid_t;
    #[link_name = "H5P_CLS_DATASET_XFER_ID_g"]
    pub static mut H5P_DATASET_XFER: hid_t;
    #[link_name = "H5P_CLS_FILE_MOUNT_ID_g"]
    pub static mut H5P_FILE_MOUNT: hid_t;
    #[link_name = "H5P_CLS_GROUP_CREATE_ID_g"]
    pub static mut H5P_GROUP_CREATE: hid_t;
    #[link_name = "H5P_CLS_GROUP_ACCESS_ID_g"]
    pub static mut H5P_GROUP_ACCESS: hid_t;
    #[link_name = "H5P_CLS_DATATYPE_CREATE_ID_g"]
    pub static mut H5P_DATATYPE_CREATE: hid_t;
    #[link_name = "H5P_CLS_DATATYPE_ACCESS_ID_g"]
    pub static mut H5P_DATATYPE_ACCESS: hid_t;
    #[link_name = "H5P_CLS_MAP_CREATE_ID_g"]
    pub static mut H5P_MAP_CREATE: hid_t;
    #[link_name = "H5P_CLS_MAP_ACCESS_ID_g"]
    pub static mut H5P_MAP_ACCESS: hid_t;
    #[link_name = "H5P_CLS_STRING_CREATE_ID_g"]
    pub static mut H5P_STRING_CREATE: hid_t;
    #[link_name = "H5P_CLS_ATTRIBUTE_CREATE_ID_g"]
    pub static mut H5P_ATTRIBUTE_CREATE: hid_t;
    #[link_name = "H5P_CLS_ATTRIBUTE_ACCESS_ID_g"]
    pub static mut H5P_ATTRIBUTE_ACCESS: hid_t;
    #[link_name = "H5P_CLS_OBJECT_COPY_ID_g"]
    pub static mut H5P_OBJECT_COPY: hid_t;
    #[link_name = "H5P_CLS_LINK_CREATE_ID_g"]
    pub static mut H5P_LINK_CREATE: hid_t;
    #[link_name = "H5P_CLS_LINK_ACCESS_ID_g"]
    pub static mut H5P_LINK_ACCESS: hid_t;
    #[link_name = "H5P_CLS_VOL_INITIALIZE_ID_g"]
    pub static mut H5P_VOL_INITIALIZE: hid_t;
    #[link_name = "H5P_CLS_REFERENCE_ACCESS_ID_g"]
    pub static mut H5P_REFERENCE_ACCESS: hid_t;
    #[link_name = "H5P_LST_FILE_CREATE_ID_g"]
    pub static mut H5P_FILE_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_FILE_ACCESS_ID_g"]
    pub static mut H5P_FILE_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_DATASET_CREATE_ID_g"]
    pub static mut H5P_DATASET_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_DATASET_ACCESS_ID_g"]
    pub static mut H5P_DATASET_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_DATASET_XFER_ID_g"]
    pub static mut H5P_DATASET_XFER_DEFAULT: hid_t;
    #[link_name = "H5P_LST_FILE_MOUNT_ID_g"]
    pub static mut H5P_FILE_MOUNT_DEFAULT: hid_t;
    #[link_name = "H5P_LST_GROUP_CREATE_ID_g"]
    pub static mut H5P_GROUP_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_GROUP_ACCESS_ID_g"]
    pub static mut H5P_GROUP_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_DATATYPE_CREATE_ID_g"]
    pub static mut H5P_DATATYPE_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_DATATYPE_ACCESS_ID_g"]
    pub static mut H5P_DATATYPE_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_MAP_CREATE_ID_g"]
    pub static mut H5P_MAP_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_MAP_ACCESS_ID_g"]
    pub static mut H5P_MAP_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_ATTRIBUTE_CREATE_ID_g"]
    pub static mut H5P_ATTRIBUTE_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_ATTRIBUTE_ACCESS_ID_g"]
    pub static mut H5P_ATTRIBUTE_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_OBJECT_COPY_ID_g"]
    pub static mut H5P_OBJECT_COPY_DEFAULT: hid_t;
    #[link_name = "H5P_LST_LINK_CREATE_ID_g"]
    pub static mut H5P_LINK_CREATE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_LINK_ACCESS_ID_g"]
    pub static mut H5P_LINK_ACCESS_DEFAULT: hid_t;
    #[link_name = "H5P_LST_VOL_INITIALIZE_ID_g"]
    pub static mut H5P_VOL_INITIALIZE_DEFAULT: hid_t;
    #[link_name = "H5P_LST_REFERENCE_ACCESS_ID_g"]
    pub static mut H5P_REFERENCE_ACCESS_DEFAULT: hid_t;

    pub fn H5Pclose(plist_id: hid_t) -> herr_t;
    pub fn H5Pcopy(plist_id: hid_t) -> hid_t;
    pub fn H5Pcreate(cls_id: hid_t) -> hid_t;
    pub fn H5Pequal(id1: hid_t, id2: hid_t) -> htri_t;
    pub fn H5Pget_class(plist_id: hid_t) -> hid_t;
    pub fn H5Pget_filter2(
        plist_id: hid_t,
        idx: c_uint,
        flags: *mut c_uint,
        cd_nelmts: *mut usize,
        cd_values: *mut c_uint,
        namelen: usize,
        name: *mut c_char,
        filter_config: *mut c_uint,
    ) -> H5Z_filter_t;
    pub fn H5Pget_nfilters(plist_id: hid_t) -> c_int;
    pub fn H5Pset_attr_creation_order(plist_id: hid_t, crt_order_flags: c_uint) -> herr_t;
    pub fn H5Pset_deflate(plist_id: hid_t, level: c_uint) -> herr_t;
    pub fn H5Pset_filter(
        plist_id: hid_t,
        filter: H5Z_filter_t,
        flags: c_uint,
        cd_nelmts: usize,
        cd_values: *const c_uint,
    ) -> herr_t;
    pub fn H5Pset_fletcher32(plist_id: hid_t) -> herr_t;
    pub fn H5Pset_obj_track_times(plist_id: hid_t, track_times: bool) -> herr_t;
    pub fn H5Pget_userblock(plist_id: hid_t, size: *mut hsize_t) -> herr_t;
    pub fn H5Pset_userblock(plist_id: hid_t, size: hsize_t) -> herr_t;
    pub fn H5Pget_cache(
        plist_id: hid_t,
        mdc_nelmts: *mut c_int,
        rdcc_nslots: *mut usize,
        rdcc_nbytes: *mut usize,
        rdcc_w0: *mut f64,
    ) -> herr_t;
    pub fn H5Pget_libver_bounds(
        plist_id: hid_t,
        low: *mut H5F_libver_t,
        high: *mut H5F_libver_t,
    ) -> herr_t;
    pub fn H5Pset_cache(
        plist_id: hid_t,
        mdc_nelmts: c_int,
        rdcc_nslots: usize,
        rdcc_nbytes: usize,
        rdcc_w0: f64,
    ) -> herr_t;
    pub fn H5Pset_fclose_degree(fapl_id: hid_t, degree: H5F_close_degree_t) -> herr_t;
    pub fn H5Pset_file_image(fapl_id: hid_t, buf_ptr: *mut c_void, buf_len: usize) -> herr_t;
    pub fn H5Pset_file_locking(
        fapl_id: hid_t,
        use_file_locking: bool,
        ignore_when_disabled: bool,
    ) -> herr_t;
    pub fn H5Pset_libver_bounds(plist_id: hid_t, low: H5F_libver_t, high: H5F_libver_t) -> herr_t;
    pub fn H5Pfill_value_defined(plist: hid_t, status: *mut H5D_fill_value_t) -> herr_t;
    pub fn H5Pget_alloc_time(plist_id: hid_t, alloc_time: *mut H5D_alloc_time_t) -> herr_t;
    pub fn H5Pget_chunk(plist_id: hid_t, max_ndims: c_int, dim: *mut hsize_t) -> c_int;
    pub fn H5Pget_external_count(plist_id: hid_t) -> c_int;
    pub fn H5Pget_fill_time(plist_id: hid_t, fill_time: *mut H5D_fill_time_t) -> herr_t;
    pub fn H5Pget_fill_value(plist_id: hid_t, type_id: hid_t, value: *mut c_void) -> herr_t;
    pub fn H5Pget_layout(plist_id: hid_t) -> H5D_layout_t;
    pub fn H5Pget_virtual_count(dcpl_id: hid_t, count: *mut usize) -> herr_t;
    pub fn H5Pset_alloc_time(plist_id: hid_t, alloc_time: H5D_alloc_time_t) -> herr_t;
    pub fn H5Pset_chunk(plist_id: hid_t, ndims: c_int, dim: *const hsize_t) -> herr_t;
    pub fn H5Pset_fill_time(plist_id: hid_t, fill_time: H5D_fill_time_t) -> herr_t;
    pub fn H5Pset_fill_value(plist_id: hid_t, type_id: hid_t, value: *const c_void) -> herr_t;
    pub fn H5Pset_shuffle(plist_id: hid_t) -> herr_t;
    pub fn H5Pset_szip(plist_id: hid_t, options_mask: c_uint, pixels_per_block: c_uint) -> herr_t;
    pub fn H5Pset_layout(plist_id: hid_t, layout: H5D_layout_t) -> herr_t;
    pub fn H5Pget_chunk_cache(
        dapl_id: hid_t,
        rdcc_nslots: *mut usize,
        rdcc_nbytes: *mut usize,
        rdcc_w0: *mut f64,
    ) -> herr_t;
    pub fn H5Pset_chunk_cache(
        dapl_id: hid_t,
        rdcc_nslots: usize,
        rdcc_nbytes: usize,
        rdcc_w0: f64,
    ) -> herr_t;
    pub fn H5Pset_buffer(
        plist_id: hid_t,
        size: usize,
        tconv: *mut c_void,
        bkg: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_type_conv_cb(
        dxpl_id: hid_t,
        op: H5T_conv_except_func_t,
        operate_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_create_intermediate_group(plist_id: hid_t, crt_intmd: c_uint) -> herr_t;
    pub fn H5Pget_link_creation_order(plist_id: hid_t, crt_order_flags: *mut c_uint) -> herr_t;
    pub fn H5Pset_link_creation_order(plist_id: hid_t, crt_order_flags: c_uint) -> herr_t;
    pub fn H5Pget_char_encoding(plist_id: hid_t, encoding: *mut H5T_cset_t) -> herr_t;
    pub fn H5Pset_char_encoding(plist_id: hid_t, encoding: H5T_cset_t) -> herr_t;
    pub fn H5Pset_fapl_core(fapl_id: hid_t, increment: usize, backing_store: bool) -> herr_t;
    pub fn H5Pset_fapl_sec2(fapl_id: hid_t) -> herr_t;
    pub fn H5Pset_fapl_stdio(fapl_id: hid_t) -> herr_t;
}
pub use self::H5Pget_filter2 as H5Pget_filter;
