//! Property lists: `H5Ppublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5P_CRT_ORDER_TRACKED: c_uint = 1;
pub const H5P_CRT_ORDER_INDEXED: c_uint = 2;
pub const H5P_DEFAULT: hid_t = 0;

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

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub type H5P_prp_encode_func_t = Option<
    unsafe extern "C" fn(value: *const c_void, buf: *mut *mut c_void, size: *mut usize) -> herr_t,
>;

/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
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
    #[link_name = "H5P_CLS_ROOT_ID_g"]
    pub static mut H5P_ROOT: hid_t;
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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5P_CLS_MAP_CREATE_ID_g"]
    pub static mut H5P_MAP_CREATE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5P_CLS_VOL_INITIALIZE_ID_g"]
    pub static mut H5P_VOL_INITIALIZE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5P_LST_MAP_CREATE_ID_g"]
    pub static mut H5P_MAP_CREATE_DEFAULT: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
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
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5P_LST_VOL_INITIALIZE_ID_g"]
    pub static mut H5P_VOL_INITIALIZE_DEFAULT: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5P_LST_REFERENCE_ACCESS_ID_g"]
    pub static mut H5P_REFERENCE_ACCESS_DEFAULT: hid_t;
    pub fn H5Pclose(plist_id: hid_t) -> herr_t;
    pub fn H5Pclose_class(plist_id: hid_t) -> herr_t;
    pub fn H5Pcopy(plist_id: hid_t) -> hid_t;
    pub fn H5Pcopy_prop(dst_id: hid_t, src_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5Pcreate(cls_id: hid_t) -> hid_t;
    pub fn H5Pcreate_class(
        parent: hid_t,
        name: *const c_char,
        create: H5P_cls_create_func_t,
        create_data: *mut c_void,
        copy: H5P_cls_copy_func_t,
        copy_data: *mut c_void,
        close: H5P_cls_close_func_t,
        close_data: *mut c_void,
    ) -> hid_t;
    pub fn H5Pdecode(buf: *const c_void) -> hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Pencode2(
        plist_id: hid_t,
        buf: *mut c_void,
        nalloc: *mut usize,
        fapl_id: hid_t,
    ) -> herr_t;
    pub fn H5Pequal(id1: hid_t, id2: hid_t) -> htri_t;
    pub fn H5Pexist(plist_id: hid_t, name: *const c_char) -> htri_t;
    pub fn H5Pget(plist_id: hid_t, name: *const c_char, value: *mut c_void) -> herr_t;
    pub fn H5Pget_class(plist_id: hid_t) -> hid_t;
    pub fn H5Pget_class_name(pclass_id: hid_t) -> *mut c_char;
    pub fn H5Pget_class_parent(pclass_id: hid_t) -> hid_t;
    pub fn H5Pget_nprops(id: hid_t, nprops: *mut usize) -> herr_t;
    pub fn H5Pget_size(id: hid_t, name: *const c_char, size: *mut usize) -> herr_t;
    pub fn H5Pinsert2(
        plist_id: hid_t,
        name: *const c_char,
        size: usize,
        value: *mut c_void,
        set: H5P_prp_set_func_t,
        get: H5P_prp_get_func_t,
        prp_del: H5P_prp_delete_func_t,
        copy: H5P_prp_copy_func_t,
        compare: H5P_prp_compare_func_t,
        close: H5P_prp_close_func_t,
    ) -> herr_t;
    pub fn H5Pisa_class(plist_id: hid_t, pclass_id: hid_t) -> htri_t;
    pub fn H5Piterate(
        id: hid_t,
        idx: *mut c_int,
        iter_func: H5P_iterate_t,
        iter_data: *mut c_void,
    ) -> c_int;
    pub fn H5Pregister2(
        cls_id: hid_t,
        name: *const c_char,
        size: usize,
        def_value: *mut c_void,
        create: H5P_prp_create_func_t,
        set: H5P_prp_set_func_t,
        get: H5P_prp_get_func_t,
        prp_del: H5P_prp_delete_func_t,
        copy: H5P_prp_copy_func_t,
        compare: H5P_prp_compare_func_t,
        close: H5P_prp_close_func_t,
    ) -> herr_t;
    pub fn H5Premove(plist_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5Pset(plist_id: hid_t, name: *const c_char, value: *const c_void) -> herr_t;
    pub fn H5Punregister(pclass_id: hid_t, name: *const c_char) -> herr_t;
    pub fn H5Pall_filters_avail(plist_id: hid_t) -> htri_t;
    pub fn H5Pget_attr_creation_order(plist_id: hid_t, crt_order_flags: *mut c_uint) -> herr_t;
    pub fn H5Pget_attr_phase_change(
        plist_id: hid_t,
        max_compact: *mut c_uint,
        min_dense: *mut c_uint,
    ) -> herr_t;
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
    pub fn H5Pget_filter_by_id2(
        plist_id: hid_t,
        filter_id: H5Z_filter_t,
        flags: *mut c_uint,
        cd_nelmts: *mut usize,
        cd_values: *mut c_uint,
        namelen: usize,
        name: *mut c_char,
        filter_config: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_nfilters(plist_id: hid_t) -> c_int;
    pub fn H5Pget_obj_track_times(plist_id: hid_t, track_times: *mut bool) -> herr_t;
    pub fn H5Pmodify_filter(
        plist_id: hid_t,
        filter: H5Z_filter_t,
        flags: c_uint,
        cd_nelmts: usize,
        cd_values: *const c_uint,
    ) -> herr_t;
    pub fn H5Premove_filter(plist_id: hid_t, filter: H5Z_filter_t) -> herr_t;
    pub fn H5Pset_attr_creation_order(plist_id: hid_t, crt_order_flags: c_uint) -> herr_t;
    pub fn H5Pset_attr_phase_change(
        plist_id: hid_t,
        max_compact: c_uint,
        min_dense: c_uint,
    ) -> herr_t;
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
    pub fn H5Pget_file_space_page_size(plist_id: hid_t, fsp_size: *mut hsize_t) -> herr_t;
    pub fn H5Pget_file_space_strategy(
        plist_id: hid_t,
        strategy: *mut H5F_fspace_strategy_t,
        persist: *mut bool,
        threshold: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Pget_istore_k(plist_id: hid_t, ik: *mut c_uint) -> herr_t;
    pub fn H5Pget_shared_mesg_index(
        plist_id: hid_t,
        index_num: c_uint,
        mesg_type_flags: *mut c_uint,
        min_mesg_size: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_shared_mesg_nindexes(plist_id: hid_t, nindexes: *mut c_uint) -> herr_t;
    pub fn H5Pget_shared_mesg_phase_change(
        plist_id: hid_t,
        max_list: *mut c_uint,
        min_btree: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_sizes(
        plist_id: hid_t,
        sizeof_addr: *mut usize,
        sizeof_size: *mut usize,
    ) -> herr_t;
    pub fn H5Pget_sym_k(plist_id: hid_t, ik: *mut c_uint, lk: *mut c_uint) -> herr_t;
    pub fn H5Pget_userblock(plist_id: hid_t, size: *mut hsize_t) -> herr_t;
    pub fn H5Pset_file_space_page_size(plist_id: hid_t, fsp_size: hsize_t) -> herr_t;
    pub fn H5Pset_file_space_strategy(
        plist_id: hid_t,
        strategy: H5F_fspace_strategy_t,
        persist: bool,
        threshold: hsize_t,
    ) -> herr_t;
    pub fn H5Pset_istore_k(plist_id: hid_t, ik: c_uint) -> herr_t;
    pub fn H5Pset_shared_mesg_index(
        plist_id: hid_t,
        index_num: c_uint,
        mesg_type_flags: c_uint,
        min_mesg_size: c_uint,
    ) -> herr_t;
    pub fn H5Pset_shared_mesg_nindexes(plist_id: hid_t, nindexes: c_uint) -> herr_t;
    pub fn H5Pset_shared_mesg_phase_change(
        plist_id: hid_t,
        max_list: c_uint,
        min_btree: c_uint,
    ) -> herr_t;
    pub fn H5Pset_sizes(plist_id: hid_t, sizeof_addr: usize, sizeof_size: usize) -> herr_t;
    pub fn H5Pset_sym_k(plist_id: hid_t, ik: c_uint, lk: c_uint) -> herr_t;
    pub fn H5Pset_userblock(plist_id: hid_t, size: hsize_t) -> herr_t;
    pub fn H5Pget_alignment(
        fapl_id: hid_t,
        threshold: *mut hsize_t,
        alignment: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Pget_cache(
        plist_id: hid_t,
        mdc_nelmts: *mut c_int,
        rdcc_nslots: *mut usize,
        rdcc_nbytes: *mut usize,
        rdcc_w0: *mut f64,
    ) -> herr_t;
    pub fn H5Pget_core_write_tracking(
        fapl_id: hid_t,
        is_enabled: *mut bool,
        page_size: *mut usize,
    ) -> herr_t;
    pub fn H5Pget_driver(plist_id: hid_t) -> hid_t;
    pub fn H5Pget_driver_info(plist_id: hid_t) -> *const c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pget_driver_config_str(
        fapl_id: hid_t,
        config_buf: *mut c_char,
        buf_size: usize,
    ) -> isize;
    pub fn H5Pget_elink_file_cache_size(plist_id: hid_t, efc_size: *mut c_uint) -> herr_t;
    pub fn H5Pget_evict_on_close(fapl_id: hid_t, evict_on_close: *mut bool) -> herr_t;
    pub fn H5Pget_family_offset(fapl_id: hid_t, offset: *mut hsize_t) -> herr_t;
    pub fn H5Pget_fclose_degree(fapl_id: hid_t, degree: *mut H5F_close_degree_t) -> herr_t;
    pub fn H5Pget_file_image(
        fapl_id: hid_t,
        buf_ptr_ptr: *mut *mut c_void,
        buf_len_ptr: *mut usize,
    ) -> herr_t;
    pub fn H5Pget_file_image_callbacks(
        fapl_id: hid_t,
        callbacks_ptr: *mut H5FD_file_image_callbacks_t,
    ) -> herr_t;
    /// Since HDF5 1.10.7.
    #[cfg(hdf5_ge_1_10_7)]
    pub fn H5Pget_file_locking(
        fapl_id: hid_t,
        use_file_locking: *mut bool,
        ignore_when_disabled: *mut bool,
    ) -> herr_t;
    pub fn H5Pget_gc_references(fapl_id: hid_t, gc_ref: *mut c_uint) -> herr_t;
    pub fn H5Pget_libver_bounds(
        plist_id: hid_t,
        low: *mut H5F_libver_t,
        high: *mut H5F_libver_t,
    ) -> herr_t;
    pub fn H5Pget_mdc_config(plist_id: hid_t, config_ptr: *mut H5AC_cache_config_t) -> herr_t;
    pub fn H5Pget_mdc_image_config(
        plist_id: hid_t,
        config_ptr: *mut H5AC_cache_image_config_t,
    ) -> herr_t;
    pub fn H5Pget_mdc_log_options(
        plist_id: hid_t,
        is_enabled: *mut bool,
        location: *mut c_char,
        location_size: *mut usize,
        start_on_access: *mut bool,
    ) -> herr_t;
    pub fn H5Pget_meta_block_size(fapl_id: hid_t, size: *mut hsize_t) -> herr_t;
    pub fn H5Pget_metadata_read_attempts(plist_id: hid_t, attempts: *mut c_uint) -> herr_t;
    pub fn H5Pget_multi_type(fapl_id: hid_t, type_: *mut H5FD_mem_t) -> herr_t;
    pub fn H5Pget_object_flush_cb(
        plist_id: hid_t,
        func: *mut H5F_flush_cb_t,
        udata: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pget_page_buffer_size(
        plist_id: hid_t,
        buf_size: *mut usize,
        min_meta_perc: *mut c_uint,
        min_raw_perc: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_sieve_buf_size(fapl_id: hid_t, size: *mut usize) -> herr_t;
    pub fn H5Pget_small_data_block_size(fapl_id: hid_t, size: *mut hsize_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Pget_vol_id(plist_id: hid_t, vol_id: *mut hid_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Pget_vol_info(plist_id: hid_t, vol_info: *mut *mut c_void) -> herr_t;
    pub fn H5Pset_alignment(fapl_id: hid_t, threshold: hsize_t, alignment: hsize_t) -> herr_t;
    pub fn H5Pset_cache(
        plist_id: hid_t,
        mdc_nelmts: c_int,
        rdcc_nslots: usize,
        rdcc_nbytes: usize,
        rdcc_w0: f64,
    ) -> herr_t;
    pub fn H5Pset_core_write_tracking(fapl_id: hid_t, is_enabled: bool, page_size: usize)
    -> herr_t;
    pub fn H5Pset_driver(plist_id: hid_t, driver_id: hid_t, driver_info: *const c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pset_driver_by_name(
        plist_id: hid_t,
        driver_name: *const c_char,
        driver_config: *const c_char,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pset_driver_by_value(
        plist_id: hid_t,
        driver_value: H5FD_class_value_t,
        driver_config: *const c_char,
    ) -> herr_t;
    pub fn H5Pset_elink_file_cache_size(plist_id: hid_t, efc_size: c_uint) -> herr_t;
    pub fn H5Pset_evict_on_close(fapl_id: hid_t, evict_on_close: bool) -> herr_t;
    pub fn H5Pset_family_offset(fapl_id: hid_t, offset: hsize_t) -> herr_t;
    pub fn H5Pset_fclose_degree(fapl_id: hid_t, degree: H5F_close_degree_t) -> herr_t;
    pub fn H5Pset_file_image(fapl_id: hid_t, buf_ptr: *mut c_void, buf_len: usize) -> herr_t;
    pub fn H5Pset_file_image_callbacks(
        fapl_id: hid_t,
        callbacks_ptr: *mut H5FD_file_image_callbacks_t,
    ) -> herr_t;
    /// Since HDF5 1.10.7.
    #[cfg(hdf5_ge_1_10_7)]
    pub fn H5Pset_file_locking(
        fapl_id: hid_t,
        use_file_locking: bool,
        ignore_when_disabled: bool,
    ) -> herr_t;
    pub fn H5Pset_gc_references(fapl_id: hid_t, gc_ref: c_uint) -> herr_t;
    pub fn H5Pset_libver_bounds(plist_id: hid_t, low: H5F_libver_t, high: H5F_libver_t) -> herr_t;
    pub fn H5Pset_mdc_config(plist_id: hid_t, config_ptr: *mut H5AC_cache_config_t) -> herr_t;
    pub fn H5Pset_mdc_log_options(
        plist_id: hid_t,
        is_enabled: bool,
        location: *const c_char,
        start_on_access: bool,
    ) -> herr_t;
    pub fn H5Pset_meta_block_size(fapl_id: hid_t, size: hsize_t) -> herr_t;
    pub fn H5Pset_metadata_read_attempts(plist_id: hid_t, attempts: c_uint) -> herr_t;
    pub fn H5Pset_multi_type(fapl_id: hid_t, type_: H5FD_mem_t) -> herr_t;
    pub fn H5Pset_object_flush_cb(
        plist_id: hid_t,
        func: H5F_flush_cb_t,
        udata: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_sieve_buf_size(fapl_id: hid_t, size: usize) -> herr_t;
    pub fn H5Pset_small_data_block_size(fapl_id: hid_t, size: hsize_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Pset_vol(plist_id: hid_t, new_vol_id: hid_t, new_vol_info: *const c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pget_vol_cap_flags(plist_id: hid_t, cap_flags: *mut u64) -> herr_t;
    pub fn H5Pset_mdc_image_config(
        plist_id: hid_t,
        config_ptr: *mut H5AC_cache_image_config_t,
    ) -> herr_t;
    pub fn H5Pset_page_buffer_size(
        plist_id: hid_t,
        buf_size: usize,
        min_meta_per: c_uint,
        min_raw_per: c_uint,
    ) -> herr_t;
    /// Since HDF5 1.14.4.
    #[cfg(hdf5_ge_1_14_4)]
    pub fn H5Pset_relax_file_integrity_checks(plist_id: hid_t, flags: u64) -> herr_t;
    /// Since HDF5 1.14.4.
    #[cfg(hdf5_ge_1_14_4)]
    pub fn H5Pget_relax_file_integrity_checks(plist_id: hid_t, flags: *mut u64) -> herr_t;
    pub fn H5Pfill_value_defined(plist: hid_t, status: *mut H5D_fill_value_t) -> herr_t;
    pub fn H5Pget_alloc_time(plist_id: hid_t, alloc_time: *mut H5D_alloc_time_t) -> herr_t;
    pub fn H5Pget_chunk(plist_id: hid_t, max_ndims: c_int, dim: *mut hsize_t) -> c_int;
    pub fn H5Pget_chunk_opts(plist_id: hid_t, opts: *mut c_uint) -> herr_t;
    pub fn H5Pget_dset_no_attrs_hint(dcpl_id: hid_t, minimize: *mut bool) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Pget_virtual_spatial_tree(dcpl_id: hid_t, use_tree: *mut bool) -> herr_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5Pget_external(
        plist_id: hid_t,
        idx: c_uint,
        name_size: usize,
        name: *mut c_char,
        offset: *mut libc::off_t,
        size: *mut hsize_t,
    ) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Pget_external(
        plist_id: hid_t,
        idx: c_uint,
        name_size: usize,
        name: *mut c_char,
        offset: *mut HDoff_t,
        size: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Pget_external_count(plist_id: hid_t) -> c_int;
    pub fn H5Pget_fill_time(plist_id: hid_t, fill_time: *mut H5D_fill_time_t) -> herr_t;
    pub fn H5Pget_fill_value(plist_id: hid_t, type_id: hid_t, value: *mut c_void) -> herr_t;
    pub fn H5Pget_layout(plist_id: hid_t) -> H5D_layout_t;
    pub fn H5Pget_virtual_count(dcpl_id: hid_t, count: *mut usize) -> herr_t;
    pub fn H5Pget_virtual_dsetname(
        dcpl_id: hid_t,
        index: usize,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    pub fn H5Pget_virtual_filename(
        dcpl_id: hid_t,
        index: usize,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    pub fn H5Pget_virtual_srcspace(dcpl_id: hid_t, index: usize) -> hid_t;
    pub fn H5Pget_virtual_vspace(dcpl_id: hid_t, index: usize) -> hid_t;
    pub fn H5Pset_alloc_time(plist_id: hid_t, alloc_time: H5D_alloc_time_t) -> herr_t;
    pub fn H5Pset_chunk(plist_id: hid_t, ndims: c_int, dim: *const hsize_t) -> herr_t;
    pub fn H5Pset_chunk_opts(plist_id: hid_t, opts: c_uint) -> herr_t;
    pub fn H5Pset_dset_no_attrs_hint(dcpl_id: hid_t, minimize: bool) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Pset_virtual_spatial_tree(dcpl_id: hid_t, use_tree: bool) -> herr_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5Pset_external(
        plist_id: hid_t,
        name: *const c_char,
        offset: libc::off_t,
        size: hsize_t,
    ) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5Pset_external(
        plist_id: hid_t,
        name: *const c_char,
        offset: HDoff_t,
        size: hsize_t,
    ) -> herr_t;
    pub fn H5Pset_fill_time(plist_id: hid_t, fill_time: H5D_fill_time_t) -> herr_t;
    pub fn H5Pset_fill_value(plist_id: hid_t, type_id: hid_t, value: *const c_void) -> herr_t;
    pub fn H5Pset_shuffle(plist_id: hid_t) -> herr_t;
    pub fn H5Pset_layout(plist_id: hid_t, layout: H5D_layout_t) -> herr_t;
    pub fn H5Pset_nbit(plist_id: hid_t) -> herr_t;
    pub fn H5Pset_scaleoffset(
        plist_id: hid_t,
        scale_type: H5Z_SO_scale_type_t,
        scale_factor: c_int,
    ) -> herr_t;
    pub fn H5Pset_szip(plist_id: hid_t, options_mask: c_uint, pixels_per_block: c_uint) -> herr_t;
    pub fn H5Pset_virtual(
        dcpl_id: hid_t,
        vspace_id: hid_t,
        src_file_name: *const c_char,
        src_dset_name: *const c_char,
        src_space_id: hid_t,
    ) -> herr_t;
    pub fn H5Pget_append_flush(
        dapl_id: hid_t,
        dims: c_uint,
        boundary: *mut hsize_t,
        func: *mut H5D_append_cb_t,
        udata: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pget_chunk_cache(
        dapl_id: hid_t,
        rdcc_nslots: *mut usize,
        rdcc_nbytes: *mut usize,
        rdcc_w0: *mut f64,
    ) -> herr_t;
    pub fn H5Pget_efile_prefix(dapl_id: hid_t, prefix: *mut c_char, size: usize) -> isize;
    pub fn H5Pget_virtual_prefix(dapl_id: hid_t, prefix: *mut c_char, size: usize) -> isize;
    pub fn H5Pget_virtual_printf_gap(dapl_id: hid_t, gap_size: *mut hsize_t) -> herr_t;
    pub fn H5Pget_virtual_view(dapl_id: hid_t, view: *mut H5D_vds_view_t) -> herr_t;
    pub fn H5Pset_append_flush(
        dapl_id: hid_t,
        ndims: c_uint,
        boundary: *const hsize_t,
        func: H5D_append_cb_t,
        udata: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_chunk_cache(
        dapl_id: hid_t,
        rdcc_nslots: usize,
        rdcc_nbytes: usize,
        rdcc_w0: f64,
    ) -> herr_t;
    pub fn H5Pset_efile_prefix(dapl_id: hid_t, prefix: *const c_char) -> herr_t;
    pub fn H5Pset_virtual_prefix(dapl_id: hid_t, prefix: *const c_char) -> herr_t;
    pub fn H5Pset_virtual_printf_gap(dapl_id: hid_t, gap_size: hsize_t) -> herr_t;
    pub fn H5Pset_virtual_view(dapl_id: hid_t, view: H5D_vds_view_t) -> herr_t;
    pub fn H5Pget_btree_ratios(
        plist_id: hid_t,
        left: *mut f64,
        middle: *mut f64,
        right: *mut f64,
    ) -> herr_t;
    pub fn H5Pget_buffer(plist_id: hid_t, tconv: *mut *mut c_void, bkg: *mut *mut c_void) -> usize;
    pub fn H5Pget_data_transform(plist_id: hid_t, expression: *mut c_char, size: usize) -> isize;
    pub fn H5Pget_edc_check(plist_id: hid_t) -> H5Z_EDC_t;
    pub fn H5Pget_hyper_vector_size(fapl_id: hid_t, size: *mut usize) -> herr_t;
    pub fn H5Pget_preserve(plist_id: hid_t) -> c_int;
    pub fn H5Pget_type_conv_cb(
        dxpl_id: hid_t,
        op: *mut H5T_conv_except_func_t,
        operate_data: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pget_vlen_mem_manager(
        plist_id: hid_t,
        alloc_func: *mut H5MM_allocate_t,
        alloc_info: *mut *mut c_void,
        free_func: *mut H5MM_free_t,
        free_info: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_btree_ratios(plist_id: hid_t, left: f64, middle: f64, right: f64) -> herr_t;
    pub fn H5Pset_buffer(
        plist_id: hid_t,
        size: usize,
        tconv: *mut c_void,
        bkg: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_data_transform(plist_id: hid_t, expression: *const c_char) -> herr_t;
    pub fn H5Pset_edc_check(plist_id: hid_t, check: H5Z_EDC_t) -> herr_t;
    pub fn H5Pset_filter_callback(
        plist_id: hid_t,
        func: H5Z_filter_func_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_hyper_vector_size(plist_id: hid_t, size: usize) -> herr_t;
    pub fn H5Pset_preserve(plist_id: hid_t, status: bool) -> herr_t;
    pub fn H5Pset_type_conv_cb(
        dxpl_id: hid_t,
        op: H5T_conv_except_func_t,
        operate_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_vlen_mem_manager(
        plist_id: hid_t,
        alloc_func: H5MM_allocate_t,
        alloc_info: *mut c_void,
        free_func: H5MM_free_t,
        free_info: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pset_dataset_io_hyperslab_selection(
        plist_id: hid_t,
        rank: c_uint,
        op: H5S_seloper_t,
        start: *const hsize_t,
        stride: *const hsize_t,
        count: *const hsize_t,
        block: *const hsize_t,
    ) -> herr_t;
    /// Since HDF5 1.14.1.
    #[cfg(hdf5_ge_1_14_1)]
    pub fn H5Pset_selection_io(
        plist_id: hid_t,
        selection_io_mode: H5D_selection_io_mode_t,
    ) -> herr_t;
    /// Since HDF5 1.14.1.
    #[cfg(hdf5_ge_1_14_1)]
    pub fn H5Pget_selection_io(
        plist_id: hid_t,
        selection_io_mode: *mut H5D_selection_io_mode_t,
    ) -> herr_t;
    /// Since HDF5 1.14.1.
    #[cfg(hdf5_ge_1_14_1)]
    pub fn H5Pget_no_selection_io_cause(plist_id: hid_t, no_selection_io_cause: *mut u32)
    -> herr_t;
    /// Since HDF5 1.14.3.
    #[cfg(hdf5_ge_1_14_3)]
    pub fn H5Pget_actual_selection_io_mode(
        plist_id: hid_t,
        actual_selection_io_mode: *mut u32,
    ) -> herr_t;
    /// Since HDF5 1.14.1.
    #[cfg(hdf5_ge_1_14_1)]
    pub fn H5Pset_modify_write_buf(plist_id: hid_t, modify_write_buf: bool) -> herr_t;
    /// Since HDF5 1.14.1.
    #[cfg(hdf5_ge_1_14_1)]
    pub fn H5Pget_modify_write_buf(plist_id: hid_t, modify_write_buf: *mut bool) -> herr_t;
    pub fn H5Pget_create_intermediate_group(plist_id: hid_t, crt_intmd: *mut c_uint) -> herr_t;
    pub fn H5Pset_create_intermediate_group(plist_id: hid_t, crt_intmd: c_uint) -> herr_t;
    pub fn H5Pget_est_link_info(
        plist_id: hid_t,
        est_num_entries: *mut c_uint,
        est_name_len: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_link_creation_order(plist_id: hid_t, crt_order_flags: *mut c_uint) -> herr_t;
    pub fn H5Pget_link_phase_change(
        plist_id: hid_t,
        max_compact: *mut c_uint,
        min_dense: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pget_local_heap_size_hint(plist_id: hid_t, size_hint: *mut usize) -> herr_t;
    pub fn H5Pset_est_link_info(
        plist_id: hid_t,
        est_num_entries: c_uint,
        est_name_len: c_uint,
    ) -> herr_t;
    pub fn H5Pset_link_creation_order(plist_id: hid_t, crt_order_flags: c_uint) -> herr_t;
    pub fn H5Pset_link_phase_change(
        plist_id: hid_t,
        max_compact: c_uint,
        min_dense: c_uint,
    ) -> herr_t;
    pub fn H5Pset_local_heap_size_hint(plist_id: hid_t, size_hint: usize) -> herr_t;
    pub fn H5Pget_char_encoding(plist_id: hid_t, encoding: *mut H5T_cset_t) -> herr_t;
    pub fn H5Pset_char_encoding(plist_id: hid_t, encoding: H5T_cset_t) -> herr_t;
    pub fn H5Pget_elink_acc_flags(lapl_id: hid_t, flags: *mut c_uint) -> herr_t;
    pub fn H5Pget_elink_cb(
        lapl_id: hid_t,
        func: *mut H5L_elink_traverse_t,
        op_data: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pget_elink_fapl(lapl_id: hid_t) -> hid_t;
    pub fn H5Pget_elink_prefix(plist_id: hid_t, prefix: *mut c_char, size: usize) -> isize;
    pub fn H5Pget_nlinks(plist_id: hid_t, nlinks: *mut usize) -> herr_t;
    pub fn H5Pset_elink_acc_flags(lapl_id: hid_t, flags: c_uint) -> herr_t;
    pub fn H5Pset_elink_cb(
        lapl_id: hid_t,
        func: H5L_elink_traverse_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_elink_fapl(lapl_id: hid_t, fapl_id: hid_t) -> herr_t;
    pub fn H5Pset_elink_prefix(plist_id: hid_t, prefix: *const c_char) -> herr_t;
    pub fn H5Pset_nlinks(plist_id: hid_t, nlinks: usize) -> herr_t;
    pub fn H5Padd_merge_committed_dtype_path(plist_id: hid_t, path: *const c_char) -> herr_t;
    pub fn H5Pfree_merge_committed_dtype_paths(plist_id: hid_t) -> herr_t;
    pub fn H5Pget_copy_object(plist_id: hid_t, copy_options: *mut c_uint) -> herr_t;
    pub fn H5Pget_mcdt_search_cb(
        plist_id: hid_t,
        func: *mut H5O_mcdt_search_cb_t,
        op_data: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Pset_copy_object(plist_id: hid_t, copy_options: c_uint) -> herr_t;
    pub fn H5Pset_mcdt_search_cb(
        plist_id: hid_t,
        func: H5O_mcdt_search_cb_t,
        op_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Pregister1(
        cls_id: hid_t,
        name: *const c_char,
        size: usize,
        def_value: *mut c_void,
        prp_create: H5P_prp_create_func_t,
        prp_set: H5P_prp_set_func_t,
        prp_get: H5P_prp_get_func_t,
        prp_del: H5P_prp_delete_func_t,
        prp_copy: H5P_prp_copy_func_t,
        prp_close: H5P_prp_close_func_t,
    ) -> herr_t;
    pub fn H5Pinsert1(
        plist_id: hid_t,
        name: *const c_char,
        size: usize,
        value: *mut c_void,
        prp_set: H5P_prp_set_func_t,
        prp_get: H5P_prp_get_func_t,
        prp_delete: H5P_prp_delete_func_t,
        prp_copy: H5P_prp_copy_func_t,
        prp_close: H5P_prp_close_func_t,
    ) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5Pencode"]
    pub fn H5Pencode1(plist_id: hid_t, buf: *mut c_void, nalloc: *mut usize) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    pub fn H5Pencode1(plist_id: hid_t, buf: *mut c_void, nalloc: *mut usize) -> herr_t;
    pub fn H5Pget_filter1(
        plist_id: hid_t,
        filter: c_uint,
        flags: *mut c_uint,
        cd_nelmts: *mut usize,
        cd_values: *mut c_uint,
        namelen: usize,
        name: *mut c_char,
    ) -> H5Z_filter_t;
    pub fn H5Pget_filter_by_id1(
        plist_id: hid_t,
        id: H5Z_filter_t,
        flags: *mut c_uint,
        cd_nelmts: *mut usize,
        cd_values: *mut c_uint,
        namelen: usize,
        name: *mut c_char,
    ) -> herr_t;
    pub fn H5Pget_version(
        plist_id: hid_t,
        boot: *mut c_uint,
        freelist: *mut c_uint,
        stab: *mut c_uint,
        shhdr: *mut c_uint,
    ) -> herr_t;
    pub fn H5Pset_file_space(
        plist_id: hid_t,
        strategy: H5F_file_space_type_t,
        threshold: hsize_t,
    ) -> herr_t;
    pub fn H5Pget_file_space(
        plist_id: hid_t,
        strategy: *mut H5F_file_space_type_t,
        threshold: *mut hsize_t,
    ) -> herr_t;
    pub fn H5Pset_fapl_core(fapl_id: hid_t, increment: usize, backing_store: bool) -> herr_t;
    pub fn H5Pget_fapl_core(
        fapl_id: hid_t,
        increment: *mut usize,
        backing_store: *mut bool,
    ) -> herr_t;
    pub fn H5Pset_fapl_family(fapl_id: hid_t, memb_size: hsize_t, memb_fapl_id: hid_t) -> herr_t;
    pub fn H5Pget_fapl_family(
        fapl_id: hid_t,
        memb_size: *mut hsize_t,
        memb_fapl_id: *mut hid_t,
    ) -> herr_t;
    pub fn H5Pset_fapl_log(
        fapl_id: hid_t,
        logfile: *const c_char,
        flags: c_ulonglong,
        buf_size: usize,
    ) -> herr_t;
    pub fn H5Pset_fapl_multi(
        fapl_id: hid_t,
        memb_map: *const H5FD_mem_t,
        memb_fapl: *const hid_t,
        memb_name: *const *const c_char,
        memb_addr: *const haddr_t,
        relax: bool,
    ) -> herr_t;
    pub fn H5Pget_fapl_multi(
        fapl_id: hid_t,
        memb_map: *mut H5FD_mem_t,
        memb_fapl: *mut hid_t,
        memb_name: *mut *mut c_char,
        memb_addr: *mut haddr_t,
        relax: *mut bool,
    ) -> herr_t;
    pub fn H5Pset_fapl_split(
        fapl: hid_t,
        meta_ext: *const c_char,
        meta_plist_id: hid_t,
        raw_ext: *const c_char,
        raw_plist_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pget_fapl_onion(fapl_id: hid_t, fa_out: *mut H5FD_onion_fapl_info_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Pset_fapl_onion(fapl_id: hid_t, fa: *const H5FD_onion_fapl_info_t) -> herr_t;
    pub fn H5Pset_fapl_sec2(fapl_id: hid_t) -> herr_t;
    pub fn H5Pset_fapl_splitter(
        fapl_id: hid_t,
        config_ptr: *mut H5FD_splitter_vfd_config_t,
    ) -> herr_t;
    pub fn H5Pget_fapl_splitter(
        fapl_id: hid_t,
        config_ptr: *mut H5FD_splitter_vfd_config_t,
    ) -> herr_t;
    pub fn H5Pset_fapl_stdio(fapl_id: hid_t) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_all_coll_metadata_ops(plist_id: hid_t, is_collective: bool) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_all_coll_metadata_ops(plist_id: hid_t, is_collective: *mut bool) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_coll_metadata_write(plist_id: hid_t, is_collective: bool) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_coll_metadata_write(plist_id: hid_t, is_collective: *mut bool) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_parallel))]
    pub fn H5Pget_mpi_params(fapl_id: hid_t, comm: *mut MPI_Comm, info: *mut MPI_Info) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_parallel))]
    pub fn H5Pset_mpi_params(fapl_id: hid_t, comm: MPI_Comm, info: MPI_Info) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_mpio_actual_chunk_opt_mode(
        plist_id: hid_t,
        actual_chunk_opt_mode: *mut H5D_mpio_actual_chunk_opt_mode_t,
    ) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_mpio_actual_io_mode(
        plist_id: hid_t,
        actual_io_mode: *mut H5D_mpio_actual_io_mode_t,
    ) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_mpio_no_collective_cause(
        plist_id: hid_t,
        local_no_collective_cause: *mut u32,
        global_no_collective_cause: *mut u32,
    ) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_fapl_mpio(fapl_id: hid_t, comm: MPI_Comm, info: MPI_Info) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_fapl_mpio(fapl_id: hid_t, comm: *mut MPI_Comm, info: *mut MPI_Info) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_dxpl_mpio(dxpl_id: hid_t, xfer_mode: H5FD_mpio_xfer_t) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pget_dxpl_mpio(dxpl_id: hid_t, xfer_mode: *mut H5FD_mpio_xfer_t) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_dxpl_mpio_collective_opt(
        dxpl_id: hid_t,
        opt_mode: H5FD_mpio_collective_opt_t,
    ) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_dxpl_mpio_chunk_opt(dxpl_id: hid_t, opt_mode: H5FD_mpio_chunk_opt_t) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_dxpl_mpio_chunk_opt_num(dxpl_id: hid_t, num_chunk_per_proc: c_uint) -> herr_t;
    #[cfg(hdf5_have_parallel)]
    pub fn H5Pset_dxpl_mpio_chunk_opt_ratio(
        dxpl_id: hid_t,
        percent_num_proc_per_chunk: c_uint,
    ) -> herr_t;
    #[cfg(hdf5_have_direct)]
    pub fn H5Pset_fapl_direct(
        fapl_id: hid_t,
        alignment: usize,
        block_size: usize,
        cbuf_size: usize,
    ) -> herr_t;
    #[cfg(hdf5_have_direct)]
    pub fn H5Pget_fapl_direct(
        fapl_id: hid_t,
        boundary: *mut usize,
        block_size: *mut usize,
        cbuf_size: *mut usize,
    ) -> herr_t;
    /// Since HDF5 1.10.6, until before 1.12.0.
    #[cfg(all(hdf5_ge_1_10_6, not(hdf5_ge_1_12)))]
    pub fn H5Pset_fapl_hdfs(fapl_id: hid_t, fa: *mut H5FD_hdfs_fapl_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_hdfs))]
    pub fn H5Pset_fapl_hdfs(fapl_id: hid_t, fa: *mut H5FD_hdfs_fapl_t) -> herr_t;
    /// Since HDF5 1.10.6, until before 1.12.0.
    #[cfg(all(hdf5_ge_1_10_6, not(hdf5_ge_1_12)))]
    pub fn H5Pget_fapl_hdfs(fapl_id: hid_t, fa_out: *mut H5FD_hdfs_fapl_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_hdfs))]
    pub fn H5Pget_fapl_hdfs(fapl_id: hid_t, fa_out: *mut H5FD_hdfs_fapl_t) -> herr_t;
    /// Since HDF5 1.10.7.
    #[cfg(all(hdf5_ge_1_10_7, hdf5_have_mirror))]
    pub fn H5Pget_fapl_mirror(fapl_id: hid_t, fa_out: *mut H5FD_mirror_fapl_t) -> herr_t;
    /// Since HDF5 1.10.7.
    #[cfg(all(hdf5_ge_1_10_7, hdf5_have_mirror))]
    pub fn H5Pset_fapl_mirror(fapl_id: hid_t, fa: *mut H5FD_mirror_fapl_t) -> herr_t;
    #[cfg(hdf5_have_ros3)]
    pub fn H5Pget_fapl_ros3(fapl_id: hid_t, fa_out: *mut H5FD_ros3_fapl_t) -> herr_t;
    /// Before HDF5 1.12.0.
    #[cfg(all(not(hdf5_ge_1_12), hdf5_have_ros3))]
    pub fn H5Pset_fapl_ros3(fapl_id: hid_t, fa: *mut H5FD_ros3_fapl_t) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_ros3))]
    pub fn H5Pset_fapl_ros3(fapl_id: hid_t, fa: *const H5FD_ros3_fapl_t) -> herr_t;
    /// Since HDF5 1.14.2.
    #[cfg(all(hdf5_ge_1_14_2, hdf5_have_ros3))]
    pub fn H5Pget_fapl_ros3_token(fapl_id: hid_t, size: usize, token: *mut c_char) -> herr_t;
    /// Since HDF5 1.14.2.
    #[cfg(all(hdf5_ge_1_14_2, hdf5_have_ros3))]
    pub fn H5Pset_fapl_ros3_token(fapl_id: hid_t, token: *const c_char) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
    pub fn H5Pget_fapl_ros3_endpoint(fapl_id: hid_t, size: usize, endpoint: *mut c_char) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
    pub fn H5Pset_fapl_ros3_endpoint(fapl_id: hid_t, endpoint: *const c_char) -> herr_t;
    /// Since HDF5 2.2.0.
    #[cfg(all(hdf5_ge_2_2, hdf5_have_ros3))]
    pub fn H5Pget_fapl_ros3_block_caching(
        fapl_id: hid_t,
        block_size: *mut usize,
        block_cache_size: *mut usize,
        lock_superblock: *mut bool,
    ) -> herr_t;
    /// Since HDF5 2.2.0.
    #[cfg(all(hdf5_ge_2_2, hdf5_have_ros3))]
    pub fn H5Pset_fapl_ros3_block_caching(
        fapl_id: hid_t,
        block_size: usize,
        block_cache_size: usize,
        lock_superblock: bool,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
    pub fn H5Pset_fapl_subfiling(
        fapl_id: hid_t,
        vfd_config: *const H5FD_subfiling_config_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
    pub fn H5Pget_fapl_subfiling(
        fapl_id: hid_t,
        config_out: *mut H5FD_subfiling_config_t,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_map_api))]
    pub fn H5Pset_map_iterate_hints(
        mapl_id: hid_t,
        key_prefetch_size: usize,
        key_alloc_size: usize,
    ) -> herr_t;
    /// Since HDF5 1.12.0.
    #[cfg(all(hdf5_ge_1_12, hdf5_have_map_api))]
    pub fn H5Pget_map_iterate_hints(
        mapl_id: hid_t,
        key_prefetch_size: *mut usize,
        key_alloc_size: *mut usize,
    ) -> herr_t;
}

pub use super::H5P_ROOT as H5P_NO_CLASS;
/// Before HDF5 1.12.0.
#[cfg(not(hdf5_ge_1_12))]
pub use super::H5Pencode1 as H5Pencode;
/// Since HDF5 1.12.0.
#[cfg(hdf5_ge_1_12)]
pub use super::H5Pencode2 as H5Pencode;
pub use super::H5Pget_filter_by_id2 as H5Pget_filter_by_id;
pub use super::H5Pget_filter2 as H5Pget_filter;
pub use super::H5Pinsert2 as H5Pinsert;
pub use super::H5Pregister2 as H5Pregister;
