//! High level: tables: `H5TBpublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

unsafe extern "C" {
    pub fn H5TBmake_table(
        table_title: *const c_char,
        loc_id: hid_t,
        dset_name: *const c_char,
        nfields: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_names: *mut *const c_char,
        field_offset: *const usize,
        field_types: *const hid_t,
        chunk_size: hsize_t,
        fill_data: *mut c_void,
        compress: c_int,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBappend_records(
        loc_id: hid_t,
        dset_name: *const c_char,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBwrite_records(
        loc_id: hid_t,
        dset_name: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBwrite_fields_name(
        loc_id: hid_t,
        dset_name: *const c_char,
        field_names: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBwrite_fields_index(
        loc_id: hid_t,
        dset_name: *const c_char,
        nfields: hsize_t,
        field_index: *const c_int,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBread_table(
        loc_id: hid_t,
        dset_name: *const c_char,
        dst_size: usize,
        dst_offset: *const usize,
        dst_sizes: *const usize,
        dst_buf: *mut c_void,
    ) -> herr_t;
    pub fn H5TBread_fields_name(
        loc_id: hid_t,
        dset_name: *const c_char,
        field_names: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5TBread_fields_index(
        loc_id: hid_t,
        dset_name: *const c_char,
        nfields: hsize_t,
        field_index: *const c_int,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        field_offset: *const usize,
        dst_sizes: *const usize,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5TBread_records(
        loc_id: hid_t,
        dset_name: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
        type_size: usize,
        dst_offset: *const usize,
        dst_sizes: *const usize,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5TBget_table_info(
        loc_id: hid_t,
        dset_name: *const c_char,
        nfields: *mut hsize_t,
        nrecords: *mut hsize_t,
    ) -> herr_t;
    pub fn H5TBget_field_info(
        loc_id: hid_t,
        dset_name: *const c_char,
        field_names: *mut *mut c_char,
        field_sizes: *mut usize,
        field_offsets: *mut usize,
        type_size: *mut usize,
    ) -> herr_t;
    pub fn H5TBdelete_record(
        loc_id: hid_t,
        dset_name: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
    ) -> herr_t;
    pub fn H5TBinsert_record(
        loc_id: hid_t,
        dset_name: *const c_char,
        start: hsize_t,
        nrecords: hsize_t,
        dst_size: usize,
        dst_offset: *const usize,
        dst_sizes: *const usize,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5TBadd_records_from(
        loc_id: hid_t,
        dset_name1: *const c_char,
        start1: hsize_t,
        nrecords: hsize_t,
        dset_name2: *const c_char,
        start2: hsize_t,
    ) -> herr_t;
    pub fn H5TBcombine_tables(
        loc_id1: hid_t,
        dset_name1: *const c_char,
        loc_id2: hid_t,
        dset_name2: *const c_char,
        dset_name3: *const c_char,
    ) -> herr_t;
    pub fn H5TBinsert_field(
        loc_id: hid_t,
        dset_name: *const c_char,
        field_name: *const c_char,
        field_type: hid_t,
        position: hsize_t,
        fill_data: *const c_void,
        buf: *const c_void,
    ) -> herr_t;
    pub fn H5TBdelete_field(
        loc_id: hid_t,
        dset_name: *const c_char,
        field_name: *const c_char,
    ) -> herr_t;
    pub fn H5TBAget_title(loc_id: hid_t, table_title: *mut c_char) -> herr_t;
    pub fn H5TBAget_fill(
        loc_id: hid_t,
        dset_name: *const c_char,
        dset_id: hid_t,
        dst_buf: *mut c_uchar,
    ) -> htri_t;
}
