//! Maps: `H5Mpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5M_iterate_t =
    Option<unsafe extern "C" fn(map_id: hid_t, key: *const c_void, op_data: *mut c_void) -> herr_t>;

unsafe extern "C" {
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mcreate(
        loc_id: hid_t,
        name: *const c_char,
        key_type_id: hid_t,
        val_type_id: hid_t,
        lcpl_id: hid_t,
        mcpl_id: hid_t,
        mapl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mcreate_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        key_type_id: hid_t,
        val_type_id: hid_t,
        lcpl_id: hid_t,
        mcpl_id: hid_t,
        mapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mcreate_anon(
        loc_id: hid_t,
        key_type_id: hid_t,
        val_type_id: hid_t,
        mcpl_id: hid_t,
        mapl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mopen(loc_id: hid_t, name: *const c_char, mapl_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mopen_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        mapl_id: hid_t,
        es_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mclose(map_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mclose_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        map_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_key_type(map_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_val_type(map_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_create_plist(map_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_access_plist(map_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_count(map_id: hid_t, count: *mut hsize_t, dxpl_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mput(
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        val_mem_type_id: hid_t,
        value: *const c_void,
        dxpl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mput_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        val_mem_type_id: hid_t,
        value: *const c_void,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget(
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        val_mem_type_id: hid_t,
        value: *mut c_void,
        dxpl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mget_async(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        val_mem_type_id: hid_t,
        value: *mut c_void,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mexists(
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        exists: *mut bool,
        dxpl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Miterate(
        map_id: hid_t,
        idx: *mut hsize_t,
        key_mem_type_id: hid_t,
        op: H5M_iterate_t,
        op_data: *mut c_void,
        dxpl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Miterate_by_name(
        loc_id: hid_t,
        map_name: *const c_char,
        idx: *mut hsize_t,
        key_mem_type_id: hid_t,
        op: H5M_iterate_t,
        op_data: *mut c_void,
        dxpl_id: hid_t,
        lapl_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(all(hdf5_ge_1_14, hdf5_have_map_api))]
    pub fn H5Mdelete(
        map_id: hid_t,
        key_mem_type_id: hid_t,
        key: *const c_void,
        dxpl_id: hid_t,
    ) -> herr_t;
}
