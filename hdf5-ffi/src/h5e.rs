//! Errors: `H5Epublic.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5E_MAJOR: H5E_type_t = 0;
pub const H5E_MINOR: H5E_type_t = 1;
pub const H5E_WALK_UPWARD: H5E_direction_t = 0;
pub const H5E_WALK_DOWNWARD: H5E_direction_t = 1;
pub const H5E_DEFAULT: hid_t = 0;

pub type H5E_type_t = c_int;

pub type H5E_direction_t = c_int;

pub type H5E_walk2_t = Option<
    unsafe extern "C" fn(
        n: c_uint,
        err_desc: *const H5E_error2_t,
        client_data: *mut c_void,
    ) -> herr_t,
>;

pub type H5E_auto2_t =
    Option<unsafe extern "C" fn(estack: hid_t, client_data: *mut c_void) -> herr_t>;

pub type H5E_major_t = hid_t;

pub type H5E_minor_t = hid_t;

pub type H5E_walk1_t = Option<
    unsafe extern "C" fn(n: c_int, err_desc: *mut H5E_error1_t, client_data: *mut c_void) -> herr_t,
>;

pub type H5E_auto1_t = Option<unsafe extern "C" fn(client_data: *mut c_void) -> herr_t>;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5E_error2_t {
    pub cls_id: hid_t,
    pub maj_num: hid_t,
    pub min_num: hid_t,
    pub line: c_uint,
    pub func_name: *const c_char,
    pub file_name: *const c_char,
    pub desc: *const c_char,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5E_error1_t {
    pub maj_num: H5E_major_t,
    pub min_num: H5E_minor_t,
    pub func_name: *const c_char,
    pub file_name: *const c_char,
    pub line: c_uint,
    pub desc: *const c_char,
}

unsafe extern "C" {
    #[link_name = "H5E_ARGS_g"]
    pub static mut H5E_ARGS: hid_t;
    #[link_name = "H5E_ATTR_g"]
    pub static mut H5E_ATTR: hid_t;
    #[link_name = "H5E_BTREE_g"]
    pub static mut H5E_BTREE: hid_t;
    #[link_name = "H5E_CACHE_g"]
    pub static mut H5E_CACHE: hid_t;
    #[link_name = "H5E_CONTEXT_g"]
    pub static mut H5E_CONTEXT: hid_t;
    #[link_name = "H5E_DATASET_g"]
    pub static mut H5E_DATASET: hid_t;
    #[link_name = "H5E_DATASPACE_g"]
    pub static mut H5E_DATASPACE: hid_t;
    #[link_name = "H5E_DATATYPE_g"]
    pub static mut H5E_DATATYPE: hid_t;
    #[link_name = "H5E_EARRAY_g"]
    pub static mut H5E_EARRAY: hid_t;
    #[link_name = "H5E_EFL_g"]
    pub static mut H5E_EFL: hid_t;
    #[link_name = "H5E_ERROR_g"]
    pub static mut H5E_ERROR: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_EVENTSET_g"]
    pub static mut H5E_EVENTSET: hid_t;
    #[link_name = "H5E_FARRAY_g"]
    pub static mut H5E_FARRAY: hid_t;
    #[link_name = "H5E_FILE_g"]
    pub static mut H5E_FILE: hid_t;
    #[link_name = "H5E_FSPACE_g"]
    pub static mut H5E_FSPACE: hid_t;
    #[link_name = "H5E_FUNC_g"]
    pub static mut H5E_FUNC: hid_t;
    #[link_name = "H5E_HEAP_g"]
    pub static mut H5E_HEAP: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_ID_g"]
    pub static mut H5E_ID: hid_t;
    #[link_name = "H5E_INTERNAL_g"]
    pub static mut H5E_INTERNAL: hid_t;
    #[link_name = "H5E_IO_g"]
    pub static mut H5E_IO: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_LIB_g"]
    pub static mut H5E_LIB: hid_t;
    #[link_name = "H5E_LINK_g"]
    pub static mut H5E_LINK: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_MAP_g"]
    pub static mut H5E_MAP: hid_t;
    #[link_name = "H5E_NONE_MAJOR_g"]
    pub static mut H5E_NONE_MAJOR: hid_t;
    #[link_name = "H5E_OHDR_g"]
    pub static mut H5E_OHDR: hid_t;
    #[link_name = "H5E_PAGEBUF_g"]
    pub static mut H5E_PAGEBUF: hid_t;
    #[link_name = "H5E_PLINE_g"]
    pub static mut H5E_PLINE: hid_t;
    #[link_name = "H5E_PLIST_g"]
    pub static mut H5E_PLIST: hid_t;
    #[link_name = "H5E_PLUGIN_g"]
    pub static mut H5E_PLUGIN: hid_t;
    #[link_name = "H5E_REFERENCE_g"]
    pub static mut H5E_REFERENCE: hid_t;
    #[link_name = "H5E_RESOURCE_g"]
    pub static mut H5E_RESOURCE: hid_t;
    #[link_name = "H5E_RS_g"]
    pub static mut H5E_RS: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5E_RTREE_g"]
    pub static mut H5E_RTREE: hid_t;
    #[link_name = "H5E_SLIST_g"]
    pub static mut H5E_SLIST: hid_t;
    #[link_name = "H5E_SOHM_g"]
    pub static mut H5E_SOHM: hid_t;
    #[link_name = "H5E_STORAGE_g"]
    pub static mut H5E_STORAGE: hid_t;
    #[link_name = "H5E_SYM_g"]
    pub static mut H5E_SYM: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    #[link_name = "H5E_THREADSAFE_g"]
    pub static mut H5E_THREADSAFE: hid_t;
    #[link_name = "H5E_TST_g"]
    pub static mut H5E_TST: hid_t;
    #[link_name = "H5E_VFL_g"]
    pub static mut H5E_VFL: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_VOL_g"]
    pub static mut H5E_VOL: hid_t;
    #[link_name = "H5E_BADRANGE_g"]
    pub static mut H5E_BADRANGE: hid_t;
    #[link_name = "H5E_BADTYPE_g"]
    pub static mut H5E_BADTYPE: hid_t;
    #[link_name = "H5E_BADVALUE_g"]
    pub static mut H5E_BADVALUE: hid_t;
    #[link_name = "H5E_UNINITIALIZED_g"]
    pub static mut H5E_UNINITIALIZED: hid_t;
    #[link_name = "H5E_UNSUPPORTED_g"]
    pub static mut H5E_UNSUPPORTED: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_CANTCANCEL_g"]
    pub static mut H5E_CANTCANCEL: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_CANTWAIT_g"]
    pub static mut H5E_CANTWAIT: hid_t;
    #[link_name = "H5E_CANTDECODE_g"]
    pub static mut H5E_CANTDECODE: hid_t;
    #[link_name = "H5E_CANTENCODE_g"]
    pub static mut H5E_CANTENCODE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_CANTFIND_g"]
    pub static mut H5E_CANTFIND: hid_t;
    #[link_name = "H5E_CANTINSERT_g"]
    pub static mut H5E_CANTINSERT: hid_t;
    #[link_name = "H5E_CANTLIST_g"]
    pub static mut H5E_CANTLIST: hid_t;
    #[link_name = "H5E_CANTMODIFY_g"]
    pub static mut H5E_CANTMODIFY: hid_t;
    #[link_name = "H5E_CANTREDISTRIBUTE_g"]
    pub static mut H5E_CANTREDISTRIBUTE: hid_t;
    #[link_name = "H5E_CANTREMOVE_g"]
    pub static mut H5E_CANTREMOVE: hid_t;
    #[link_name = "H5E_CANTSPLIT_g"]
    pub static mut H5E_CANTSPLIT: hid_t;
    #[link_name = "H5E_CANTSWAP_g"]
    pub static mut H5E_CANTSWAP: hid_t;
    #[link_name = "H5E_EXISTS_g"]
    pub static mut H5E_EXISTS: hid_t;
    #[link_name = "H5E_NOTFOUND_g"]
    pub static mut H5E_NOTFOUND: hid_t;
    #[link_name = "H5E_CANTCLEAN_g"]
    pub static mut H5E_CANTCLEAN: hid_t;
    #[link_name = "H5E_CANTCORK_g"]
    pub static mut H5E_CANTCORK: hid_t;
    #[link_name = "H5E_CANTDEPEND_g"]
    pub static mut H5E_CANTDEPEND: hid_t;
    #[link_name = "H5E_CANTDIRTY_g"]
    pub static mut H5E_CANTDIRTY: hid_t;
    #[link_name = "H5E_CANTEXPUNGE_g"]
    pub static mut H5E_CANTEXPUNGE: hid_t;
    #[link_name = "H5E_CANTFLUSH_g"]
    pub static mut H5E_CANTFLUSH: hid_t;
    #[link_name = "H5E_CANTINS_g"]
    pub static mut H5E_CANTINS: hid_t;
    #[link_name = "H5E_CANTLOAD_g"]
    pub static mut H5E_CANTLOAD: hid_t;
    #[link_name = "H5E_CANTMARKCLEAN_g"]
    pub static mut H5E_CANTMARKCLEAN: hid_t;
    #[link_name = "H5E_CANTMARKDIRTY_g"]
    pub static mut H5E_CANTMARKDIRTY: hid_t;
    #[link_name = "H5E_CANTMARKSERIALIZED_g"]
    pub static mut H5E_CANTMARKSERIALIZED: hid_t;
    #[link_name = "H5E_CANTMARKUNSERIALIZED_g"]
    pub static mut H5E_CANTMARKUNSERIALIZED: hid_t;
    #[link_name = "H5E_CANTNOTIFY_g"]
    pub static mut H5E_CANTNOTIFY: hid_t;
    #[link_name = "H5E_CANTPIN_g"]
    pub static mut H5E_CANTPIN: hid_t;
    #[link_name = "H5E_CANTPROTECT_g"]
    pub static mut H5E_CANTPROTECT: hid_t;
    #[link_name = "H5E_CANTRESIZE_g"]
    pub static mut H5E_CANTRESIZE: hid_t;
    #[link_name = "H5E_CANTSERIALIZE_g"]
    pub static mut H5E_CANTSERIALIZE: hid_t;
    #[link_name = "H5E_CANTTAG_g"]
    pub static mut H5E_CANTTAG: hid_t;
    #[link_name = "H5E_CANTUNCORK_g"]
    pub static mut H5E_CANTUNCORK: hid_t;
    #[link_name = "H5E_CANTUNDEPEND_g"]
    pub static mut H5E_CANTUNDEPEND: hid_t;
    #[link_name = "H5E_CANTUNPIN_g"]
    pub static mut H5E_CANTUNPIN: hid_t;
    #[link_name = "H5E_CANTUNPROTECT_g"]
    pub static mut H5E_CANTUNPROTECT: hid_t;
    #[link_name = "H5E_CANTUNSERIALIZE_g"]
    pub static mut H5E_CANTUNSERIALIZE: hid_t;
    #[link_name = "H5E_LOGGING_g"]
    pub static mut H5E_LOGGING: hid_t;
    #[link_name = "H5E_NOTCACHED_g"]
    pub static mut H5E_NOTCACHED: hid_t;
    #[link_name = "H5E_PROTECT_g"]
    pub static mut H5E_PROTECT: hid_t;
    #[link_name = "H5E_SYSTEM_g"]
    pub static mut H5E_SYSTEM: hid_t;
    #[link_name = "H5E_BADSELECT_g"]
    pub static mut H5E_BADSELECT: hid_t;
    #[link_name = "H5E_CANTAPPEND_g"]
    pub static mut H5E_CANTAPPEND: hid_t;
    #[link_name = "H5E_CANTCLIP_g"]
    pub static mut H5E_CANTCLIP: hid_t;
    #[link_name = "H5E_CANTCOMPARE_g"]
    pub static mut H5E_CANTCOMPARE: hid_t;
    #[link_name = "H5E_CANTCOUNT_g"]
    pub static mut H5E_CANTCOUNT: hid_t;
    #[link_name = "H5E_CANTNEXT_g"]
    pub static mut H5E_CANTNEXT: hid_t;
    #[link_name = "H5E_CANTSELECT_g"]
    pub static mut H5E_CANTSELECT: hid_t;
    #[link_name = "H5E_INCONSISTENTSTATE_g"]
    pub static mut H5E_INCONSISTENTSTATE: hid_t;
    #[link_name = "H5E_CLOSEERROR_g"]
    pub static mut H5E_CLOSEERROR: hid_t;
    #[link_name = "H5E_FCNTL_g"]
    pub static mut H5E_FCNTL: hid_t;
    #[link_name = "H5E_OVERFLOW_g"]
    pub static mut H5E_OVERFLOW: hid_t;
    #[link_name = "H5E_READERROR_g"]
    pub static mut H5E_READERROR: hid_t;
    #[link_name = "H5E_SEEKERROR_g"]
    pub static mut H5E_SEEKERROR: hid_t;
    #[link_name = "H5E_WRITEERROR_g"]
    pub static mut H5E_WRITEERROR: hid_t;
    #[link_name = "H5E_BADFILE_g"]
    pub static mut H5E_BADFILE: hid_t;
    #[link_name = "H5E_CANTCLOSEFILE_g"]
    pub static mut H5E_CANTCLOSEFILE: hid_t;
    #[link_name = "H5E_CANTCREATE_g"]
    pub static mut H5E_CANTCREATE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_CANTDELETEFILE_g"]
    pub static mut H5E_CANTDELETEFILE: hid_t;
    #[link_name = "H5E_CANTLOCKFILE_g"]
    pub static mut H5E_CANTLOCKFILE: hid_t;
    #[link_name = "H5E_CANTOPENFILE_g"]
    pub static mut H5E_CANTOPENFILE: hid_t;
    #[link_name = "H5E_CANTUNLOCKFILE_g"]
    pub static mut H5E_CANTUNLOCKFILE: hid_t;
    #[link_name = "H5E_FILEEXISTS_g"]
    pub static mut H5E_FILEEXISTS: hid_t;
    #[link_name = "H5E_FILEOPEN_g"]
    pub static mut H5E_FILEOPEN: hid_t;
    #[link_name = "H5E_MOUNT_g"]
    pub static mut H5E_MOUNT: hid_t;
    #[link_name = "H5E_NOTHDF5_g"]
    pub static mut H5E_NOTHDF5: hid_t;
    #[link_name = "H5E_TRUNCATED_g"]
    pub static mut H5E_TRUNCATED: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_UNMOUNT_g"]
    pub static mut H5E_UNMOUNT: hid_t;
    #[link_name = "H5E_CANTMERGE_g"]
    pub static mut H5E_CANTMERGE: hid_t;
    #[link_name = "H5E_CANTREVIVE_g"]
    pub static mut H5E_CANTREVIVE: hid_t;
    #[link_name = "H5E_CANTSHRINK_g"]
    pub static mut H5E_CANTSHRINK: hid_t;
    #[link_name = "H5E_ALREADYINIT_g"]
    pub static mut H5E_ALREADYINIT: hid_t;
    #[link_name = "H5E_CANTINIT_g"]
    pub static mut H5E_CANTINIT: hid_t;
    #[link_name = "H5E_CANTRELEASE_g"]
    pub static mut H5E_CANTRELEASE: hid_t;
    #[link_name = "H5E_CANTCLOSEOBJ_g"]
    pub static mut H5E_CANTCLOSEOBJ: hid_t;
    #[link_name = "H5E_CANTOPENOBJ_g"]
    pub static mut H5E_CANTOPENOBJ: hid_t;
    #[link_name = "H5E_COMPLEN_g"]
    pub static mut H5E_COMPLEN: hid_t;
    #[link_name = "H5E_PATH_g"]
    pub static mut H5E_PATH: hid_t;
    #[link_name = "H5E_CANTATTACH_g"]
    pub static mut H5E_CANTATTACH: hid_t;
    #[link_name = "H5E_CANTCOMPUTE_g"]
    pub static mut H5E_CANTCOMPUTE: hid_t;
    #[link_name = "H5E_CANTEXTEND_g"]
    pub static mut H5E_CANTEXTEND: hid_t;
    #[link_name = "H5E_CANTOPERATE_g"]
    pub static mut H5E_CANTOPERATE: hid_t;
    #[link_name = "H5E_CANTRESTORE_g"]
    pub static mut H5E_CANTRESTORE: hid_t;
    #[link_name = "H5E_CANTUPDATE_g"]
    pub static mut H5E_CANTUPDATE: hid_t;
    #[link_name = "H5E_BADGROUP_g"]
    pub static mut H5E_BADGROUP: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_BADID_g"]
    pub static mut H5E_BADID: hid_t;
    #[link_name = "H5E_CANTDEC_g"]
    pub static mut H5E_CANTDEC: hid_t;
    #[link_name = "H5E_CANTINC_g"]
    pub static mut H5E_CANTINC: hid_t;
    #[link_name = "H5E_CANTREGISTER_g"]
    pub static mut H5E_CANTREGISTER: hid_t;
    #[link_name = "H5E_NOIDS_g"]
    pub static mut H5E_NOIDS: hid_t;
    #[link_name = "H5E_CANTMOVE_g"]
    pub static mut H5E_CANTMOVE: hid_t;
    #[link_name = "H5E_CANTSORT_g"]
    pub static mut H5E_CANTSORT: hid_t;
    #[link_name = "H5E_NLINKS_g"]
    pub static mut H5E_NLINKS: hid_t;
    #[link_name = "H5E_NOTREGISTERED_g"]
    pub static mut H5E_NOTREGISTERED: hid_t;
    #[link_name = "H5E_TRAVERSE_g"]
    pub static mut H5E_TRAVERSE: hid_t;
    /// Since HDF5 1.12.0.
    #[cfg(hdf5_ge_1_12)]
    #[link_name = "H5E_CANTPUT_g"]
    pub static mut H5E_CANTPUT: hid_t;
    #[link_name = "H5E_CANTGATHER_g"]
    pub static mut H5E_CANTGATHER: hid_t;
    #[link_name = "H5E_CANTRECV_g"]
    pub static mut H5E_CANTRECV: hid_t;
    #[link_name = "H5E_MPI_g"]
    pub static mut H5E_MPI: hid_t;
    #[link_name = "H5E_MPIERRSTR_g"]
    pub static mut H5E_MPIERRSTR: hid_t;
    #[link_name = "H5E_NO_INDEPENDENT_g"]
    pub static mut H5E_NO_INDEPENDENT: hid_t;
    #[link_name = "H5E_NONE_MINOR_g"]
    pub static mut H5E_NONE_MINOR: hid_t;
    #[link_name = "H5E_ALIGNMENT_g"]
    pub static mut H5E_ALIGNMENT: hid_t;
    #[link_name = "H5E_BADITER_g"]
    pub static mut H5E_BADITER: hid_t;
    #[link_name = "H5E_BADMESG_g"]
    pub static mut H5E_BADMESG: hid_t;
    #[link_name = "H5E_CANTDELETE_g"]
    pub static mut H5E_CANTDELETE: hid_t;
    #[link_name = "H5E_CANTPACK_g"]
    pub static mut H5E_CANTPACK: hid_t;
    #[link_name = "H5E_CANTRENAME_g"]
    pub static mut H5E_CANTRENAME: hid_t;
    #[link_name = "H5E_CANTRESET_g"]
    pub static mut H5E_CANTRESET: hid_t;
    #[link_name = "H5E_LINKCOUNT_g"]
    pub static mut H5E_LINKCOUNT: hid_t;
    #[link_name = "H5E_VERSION_g"]
    pub static mut H5E_VERSION: hid_t;
    #[link_name = "H5E_CALLBACK_g"]
    pub static mut H5E_CALLBACK: hid_t;
    #[link_name = "H5E_CANAPPLY_g"]
    pub static mut H5E_CANAPPLY: hid_t;
    #[link_name = "H5E_CANTFILTER_g"]
    pub static mut H5E_CANTFILTER: hid_t;
    #[link_name = "H5E_NOENCODER_g"]
    pub static mut H5E_NOENCODER: hid_t;
    #[link_name = "H5E_NOFILTER_g"]
    pub static mut H5E_NOFILTER: hid_t;
    #[link_name = "H5E_SETLOCAL_g"]
    pub static mut H5E_SETLOCAL: hid_t;
    #[link_name = "H5E_CANTGET_g"]
    pub static mut H5E_CANTGET: hid_t;
    #[link_name = "H5E_CANTSET_g"]
    pub static mut H5E_CANTSET: hid_t;
    #[link_name = "H5E_DUPCLASS_g"]
    pub static mut H5E_DUPCLASS: hid_t;
    #[link_name = "H5E_SETDISALLOWED_g"]
    pub static mut H5E_SETDISALLOWED: hid_t;
    #[link_name = "H5E_OPENERROR_g"]
    pub static mut H5E_OPENERROR: hid_t;
    #[link_name = "H5E_ALREADYEXISTS_g"]
    pub static mut H5E_ALREADYEXISTS: hid_t;
    #[link_name = "H5E_CANTALLOC_g"]
    pub static mut H5E_CANTALLOC: hid_t;
    #[link_name = "H5E_CANTCOPY_g"]
    pub static mut H5E_CANTCOPY: hid_t;
    #[link_name = "H5E_CANTFREE_g"]
    pub static mut H5E_CANTFREE: hid_t;
    #[link_name = "H5E_CANTGC_g"]
    pub static mut H5E_CANTGC: hid_t;
    #[link_name = "H5E_CANTGETSIZE_g"]
    pub static mut H5E_CANTGETSIZE: hid_t;
    #[link_name = "H5E_CANTLOCK_g"]
    pub static mut H5E_CANTLOCK: hid_t;
    #[link_name = "H5E_CANTUNLOCK_g"]
    pub static mut H5E_CANTUNLOCK: hid_t;
    #[link_name = "H5E_NOSPACE_g"]
    pub static mut H5E_NOSPACE: hid_t;
    #[link_name = "H5E_OBJOPEN_g"]
    pub static mut H5E_OBJOPEN: hid_t;
    #[link_name = "H5E_SYSERRSTR_g"]
    pub static mut H5E_SYSERRSTR: hid_t;
    #[link_name = "H5E_BADSIZE_g"]
    pub static mut H5E_BADSIZE: hid_t;
    #[link_name = "H5E_CANTCONVERT_g"]
    pub static mut H5E_CANTCONVERT: hid_t;
    #[link_name = "H5E_ERR_CLS_g"]
    pub static mut H5E_ERR_CLS: hid_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5E_ATOM_g"]
    pub static mut H5E_ATOM: hid_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5E_BADATOM_g"]
    pub static mut H5E_BADATOM: hid_t;
    /// Before HDF5 1.12.0.
    #[cfg(not(hdf5_ge_1_12))]
    #[link_name = "H5E_LOGFAIL_g"]
    pub static mut H5E_LOGFAIL: hid_t;
    pub fn H5Eregister_class(
        cls_name: *const c_char,
        lib_name: *const c_char,
        version: *const c_char,
    ) -> hid_t;
    pub fn H5Eunregister_class(class_id: hid_t) -> herr_t;
    pub fn H5Eclose_msg(err_id: hid_t) -> herr_t;
    pub fn H5Ecreate_msg(cls: hid_t, msg_type: H5E_type_t, msg: *const c_char) -> hid_t;
    pub fn H5Ecreate_stack() -> hid_t;
    pub fn H5Eget_current_stack() -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5Eappend_stack(
        dst_stack_id: hid_t,
        src_stack_id: hid_t,
        close_source_stack: bool,
    ) -> herr_t;
    /// Since HDF5 1.14.5.
    #[cfg(hdf5_ge_1_14_5)]
    pub fn H5Eis_paused(stack_id: hid_t, is_paused: *mut bool) -> herr_t;
    /// Since HDF5 1.14.5.
    #[cfg(hdf5_ge_1_14_5)]
    pub fn H5Epause_stack(stack_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.5.
    #[cfg(hdf5_ge_1_14_5)]
    pub fn H5Eresume_stack(stack_id: hid_t) -> herr_t;
    pub fn H5Eclose_stack(stack_id: hid_t) -> herr_t;
    pub fn H5Eget_class_name(class_id: hid_t, name: *mut c_char, size: usize) -> isize;
    pub fn H5Eset_current_stack(err_stack_id: hid_t) -> herr_t;
    pub fn H5Epush2(
        err_stack: hid_t,
        file: *const c_char,
        func: *const c_char,
        line: c_uint,
        cls_id: hid_t,
        maj_id: hid_t,
        min_id: hid_t,
        msg: *const c_char,
        ...
    ) -> herr_t;
    pub fn H5Epop(err_stack: hid_t, count: usize) -> herr_t;
    pub fn H5Eprint2(err_stack: hid_t, stream: *mut libc::FILE) -> herr_t;
    pub fn H5Ewalk2(
        err_stack: hid_t,
        direction: H5E_direction_t,
        func: H5E_walk2_t,
        client_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Eget_auto2(
        estack_id: hid_t,
        func: *mut H5E_auto2_t,
        client_data: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5Eset_auto2(estack_id: hid_t, func: H5E_auto2_t, client_data: *mut c_void) -> herr_t;
    pub fn H5Eclear2(err_stack: hid_t) -> herr_t;
    pub fn H5Eauto_is_v2(err_stack: hid_t, is_stack: *mut c_uint) -> herr_t;
    pub fn H5Eget_msg(
        msg_id: hid_t,
        type_: *mut H5E_type_t,
        msg: *mut c_char,
        size: usize,
    ) -> isize;
    pub fn H5Eget_num(error_stack_id: hid_t) -> isize;
    pub fn H5Eclear1() -> herr_t;
    pub fn H5Eget_auto1(func: *mut H5E_auto1_t, client_data: *mut *mut c_void) -> herr_t;
    pub fn H5Epush1(
        file: *const c_char,
        func: *const c_char,
        line: c_uint,
        maj: H5E_major_t,
        min: H5E_minor_t,
        str_: *const c_char,
    ) -> herr_t;
    pub fn H5Eprint1(stream: *mut libc::FILE) -> herr_t;
    pub fn H5Eset_auto1(func: H5E_auto1_t, client_data: *mut c_void) -> herr_t;
    pub fn H5Ewalk1(
        direction: H5E_direction_t,
        func: H5E_walk1_t,
        client_data: *mut c_void,
    ) -> herr_t;
    pub fn H5Eget_major(maj: H5E_major_t) -> *mut c_char;
    pub fn H5Eget_minor(min: H5E_minor_t) -> *mut c_char;
}

pub use super::H5E_auto2_t as H5E_auto_t;
pub use super::H5E_error2_t as H5E_error_t;
pub use super::H5E_walk2_t as H5E_walk_t;
pub use super::H5Eclear2 as H5Eclear;
pub use super::H5Eget_auto2 as H5Eget_auto;
pub use super::H5Eprint2 as H5Eprint;
pub use super::H5Epush2 as H5Epush;
pub use super::H5Eset_auto2 as H5Eset_auto;
pub use super::H5Ewalk2 as H5Ewalk;
