//! What the examples call and `hdf5_ffi` does not declare yet.
//!
//! The unversioned names mean here what they mean in C: the version that the headers of the linked
//! library choose.

#![expect(dead_code, unused_imports, reason = "each example takes what it needs")]
#![expect(non_camel_case_types, reason = "the names are C's")]

use std::ffi::{c_char, c_int, c_uint, c_void};

use hdf5_ffi::*;

pub(crate) use hdf5_ffi::H5R_DATASET_REGION1 as H5R_DATASET_REGION;
pub(crate) use hdf5_ffi::H5R_OBJECT1 as H5R_OBJECT;
pub(crate) use hdf5_ffi::H5T_NATIVE_SCHAR as H5T_NATIVE_CHAR;

pub(crate) const H5F_UNLIMITED: hsize_t = hsize_t::MAX;

pub(crate) type H5S_sel_type = c_int;
pub(crate) type hobj_ref_t = haddr_t;
pub(crate) type hdset_reg_ref_t = [u8; 12];

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub(crate) struct hvl_t {
    pub(crate) len: usize,
    pub(crate) p: *mut c_void,
}

#[cfg(hdf5_ge_1_12)]
mod chosen {
    pub(crate) use hdf5_ffi::H5L_info2_t as H5L_info_t;
    pub(crate) use hdf5_ffi::H5L_iterate2_t as H5L_iterate_t;
    pub(crate) use hdf5_ffi::H5O_info2_t as H5O_info_t;
    pub(crate) use hdf5_ffi::H5Oget_info_by_name3 as H5Oget_info_by_name;
    pub(crate) use hdf5_ffi::H5Oget_info3 as H5Oget_info;
}

#[cfg(not(hdf5_ge_1_12))]
mod chosen {
    use super::{c_char, herr_t, hid_t};

    pub(crate) use hdf5_ffi::H5L_info1_t as H5L_info_t;
    pub(crate) use hdf5_ffi::H5L_iterate1_t as H5L_iterate_t;
    pub(crate) use hdf5_ffi::H5O_info1_t as H5O_info_t;

    unsafe extern "C" {
        pub(crate) fn H5Oget_info(loc_id: hid_t, oinfo: *mut H5O_info_t) -> herr_t;
        pub(crate) fn H5Oget_info_by_name(
            loc_id: hid_t,
            name: *const c_char,
            oinfo: *mut H5O_info_t,
            lapl_id: hid_t,
        ) -> herr_t;
    }
}

pub(crate) use chosen::{H5L_info_t, H5L_iterate_t, H5O_info_t, H5Oget_info, H5Oget_info_by_name};

pub(crate) type H5O_iterate_t = Option<
    unsafe extern "C" fn(
        obj: hid_t,
        name: *const c_char,
        info: *const H5O_info_t,
        op_data: *mut c_void,
    ) -> herr_t,
>;

unsafe extern "C" {
    #[cfg_attr(hdf5_ge_2_0, link_name = "H5Dread_chunk2")]
    pub(crate) fn H5Dread_chunk(
        dset_id: hid_t,
        dxpl_id: hid_t,
        offset: *const hsize_t,
        filters: *mut u32,
        buf: *mut c_void,
        #[cfg(hdf5_ge_2_0)] buf_size: *mut usize,
    ) -> herr_t;
    pub(crate) fn H5Fmount(loc: hid_t, name: *const c_char, child: hid_t, plist: hid_t) -> herr_t;
    pub(crate) fn H5Funmount(loc: hid_t, name: *const c_char) -> herr_t;
    #[cfg_attr(hdf5_ge_1_12, link_name = "H5Literate2")]
    pub(crate) fn H5Literate(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate_t,
        op_data: *mut c_void,
    ) -> herr_t;
    #[cfg_attr(hdf5_ge_1_12, link_name = "H5Literate_by_name2")]
    pub(crate) fn H5Literate_by_name(
        loc_id: hid_t,
        group_name: *const c_char,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        idx: *mut hsize_t,
        op: H5L_iterate_t,
        op_data: *mut c_void,
        lapl_id: hid_t,
    ) -> herr_t;
    #[cfg_attr(hdf5_ge_1_12, link_name = "H5Lvisit2")]
    pub(crate) fn H5Lvisit(
        grp_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5L_iterate_t,
        op_data: *mut c_void,
    ) -> herr_t;
    #[cfg_attr(hdf5_ge_1_12, link_name = "H5Ovisit3")]
    pub(crate) fn H5Ovisit(
        obj_id: hid_t,
        idx_type: H5_index_t,
        order: H5_iter_order_t,
        op: H5O_iterate_t,
        op_data: *mut c_void,
        #[cfg(hdf5_ge_1_12)] fields: c_uint,
    ) -> herr_t;
    pub(crate) fn H5Pget_external(
        plist_id: hid_t,
        idx: c_uint,
        name_size: usize,
        name: *mut c_char,
        offset: *mut i64,
        size: *mut hsize_t,
    ) -> herr_t;
    pub(crate) fn H5Pget_virtual_dsetname(
        dcpl_id: hid_t,
        index: usize,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    pub(crate) fn H5Pget_virtual_filename(
        dcpl_id: hid_t,
        index: usize,
        name: *mut c_char,
        size: usize,
    ) -> isize;
    pub(crate) fn H5Pget_virtual_srcspace(dcpl_id: hid_t, index: usize) -> hid_t;
    pub(crate) fn H5Pget_virtual_vspace(dcpl_id: hid_t, index: usize) -> hid_t;
    pub(crate) fn H5Pset_data_transform(plist_id: hid_t, expression: *const c_char) -> herr_t;
    pub(crate) fn H5Pset_elink_prefix(plist_id: hid_t, prefix: *const c_char) -> herr_t;
    pub(crate) fn H5Pset_external(
        plist_id: hid_t,
        name: *const c_char,
        offset: i64,
        size: hsize_t,
    ) -> herr_t;
    pub(crate) fn H5Pset_nbit(plist_id: hid_t) -> herr_t;
    pub(crate) fn H5Pset_scaleoffset(
        plist_id: hid_t,
        scale_type: H5Z_SO_scale_type_t,
        scale_factor: c_int,
    ) -> herr_t;
    pub(crate) fn H5Pset_virtual(
        dcpl_id: hid_t,
        vspace_id: hid_t,
        src_file_name: *const c_char,
        src_dset_name: *const c_char,
        src_space_id: hid_t,
    ) -> herr_t;
    pub(crate) fn H5Rget_region(dset: hid_t, ref_type: H5R_type_t, ref_: *const c_void) -> hid_t;
    pub(crate) fn H5Sget_regular_hyperslab(
        spaceid: hid_t,
        start: *mut hsize_t,
        stride: *mut hsize_t,
        count: *mut hsize_t,
        block: *mut hsize_t,
    ) -> herr_t;
    pub(crate) fn H5Sget_select_hyper_blocklist(
        spaceid: hid_t,
        startblock: hsize_t,
        numblocks: hsize_t,
        buf: *mut hsize_t,
    ) -> herr_t;
    pub(crate) fn H5Sget_select_hyper_nblocks(spaceid: hid_t) -> hssize_t;
    pub(crate) fn H5Sget_select_type(spaceid: hid_t) -> H5S_sel_type;
    pub(crate) fn H5Sis_regular_hyperslab(spaceid: hid_t) -> htri_t;
    pub(crate) fn H5Tenum_nameof(
        type_id: hid_t,
        value: *const c_void,
        name: *mut c_char,
        size: usize,
    ) -> herr_t;
}
