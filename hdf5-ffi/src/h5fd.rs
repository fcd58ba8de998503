//! File drivers: `H5FDpublic.h` and the headers of the drivers, `H5FD*.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

pub const H5FD_MEM_NOLIST: H5F_mem_t = -1;
pub const H5FD_MEM_DEFAULT: H5F_mem_t = 0;
pub const H5FD_MEM_SUPER: H5F_mem_t = 1;
pub const H5FD_MEM_BTREE: H5F_mem_t = 2;
pub const H5FD_MEM_DRAW: H5F_mem_t = 3;
pub const H5FD_MEM_GHEAP: H5F_mem_t = 4;
pub const H5FD_MEM_LHEAP: H5F_mem_t = 5;
pub const H5FD_MEM_OHDR: H5F_mem_t = 6;
pub const H5FD_MEM_NTYPES: H5F_mem_t = 7;
pub const H5FD_FILE_IMAGE_OP_NO_OP: H5FD_file_image_op_t = 0;
pub const H5FD_FILE_IMAGE_OP_PROPERTY_LIST_SET: H5FD_file_image_op_t = 1;
pub const H5FD_FILE_IMAGE_OP_PROPERTY_LIST_COPY: H5FD_file_image_op_t = 2;
pub const H5FD_FILE_IMAGE_OP_PROPERTY_LIST_GET: H5FD_file_image_op_t = 3;
pub const H5FD_FILE_IMAGE_OP_PROPERTY_LIST_CLOSE: H5FD_file_image_op_t = 4;
pub const H5FD_FILE_IMAGE_OP_FILE_OPEN: H5FD_file_image_op_t = 5;
pub const H5FD_FILE_IMAGE_OP_FILE_RESIZE: H5FD_file_image_op_t = 6;
pub const H5FD_FILE_IMAGE_OP_FILE_CLOSE: H5FD_file_image_op_t = 7;
pub const H5FD_MPIO_INDEPENDENT: H5FD_mpio_xfer_t = 0;
pub const H5FD_MPIO_COLLECTIVE: H5FD_mpio_xfer_t = 1;
pub const H5FD_MPIO_CHUNK_DEFAULT: H5FD_mpio_chunk_opt_t = 0;
pub const H5FD_MPIO_CHUNK_ONE_IO: H5FD_mpio_chunk_opt_t = 1;
pub const H5FD_MPIO_CHUNK_MULTI_IO: H5FD_mpio_chunk_opt_t = 2;
pub const H5FD_MPIO_COLLECTIVE_IO: H5FD_mpio_collective_opt_t = 0;
pub const H5FD_MPIO_INDIVIDUAL_IO: H5FD_mpio_collective_opt_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_STORE_TARGET_ONION: H5FD_onion_target_file_constant_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CLASS_VERSION: c_uint = 1;
pub const H5FD_MEM_FHEAP_HDR: H5F_mem_t = 6;
pub const H5FD_MEM_FHEAP_IBLOCK: H5F_mem_t = 6;
pub const H5FD_MEM_FHEAP_DBLOCK: H5F_mem_t = 5;
pub const H5FD_MEM_FHEAP_HUGE_OBJ: H5F_mem_t = 3;
pub const H5FD_MEM_FSPACE_HDR: H5F_mem_t = 6;
pub const H5FD_MEM_FSPACE_SINFO: H5F_mem_t = 5;
pub const H5FD_MEM_SOHM_TABLE: H5F_mem_t = 6;
pub const H5FD_MEM_SOHM_INDEX: H5F_mem_t = 2;
pub const H5FD_MEM_EARRAY_HDR: H5F_mem_t = 6;
pub const H5FD_MEM_EARRAY_IBLOCK: H5F_mem_t = 6;
pub const H5FD_MEM_EARRAY_SBLOCK: H5F_mem_t = 2;
pub const H5FD_MEM_EARRAY_DBLOCK: H5F_mem_t = 5;
pub const H5FD_MEM_EARRAY_DBLK_PAGE: H5F_mem_t = 5;
pub const H5FD_MEM_FARRAY_HDR: H5F_mem_t = 6;
pub const H5FD_MEM_FARRAY_DBLOCK: H5F_mem_t = 5;
pub const H5FD_MEM_FARRAY_DBLK_PAGE: H5F_mem_t = 5;
pub const H5FD_FLMAP_SINGLE: [H5F_mem_t; 7] = [
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
];
pub const H5FD_FLMAP_DICHOTOMY: [H5F_mem_t; 7] = [
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
    H5FD_MEM_DRAW,
    H5FD_MEM_DRAW,
    H5FD_MEM_SUPER,
    H5FD_MEM_SUPER,
];
pub const H5FD_FLMAP_DEFAULT: [H5F_mem_t; 7] = [
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
    H5FD_MEM_DEFAULT,
];
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_IOC_NAME: &CStr = c"ioc";
pub const H5FD_LOG_TRUNCATE: c_uint = 1;
pub const H5FD_LOG_LOC_READ: c_uint = 2;
pub const H5FD_LOG_LOC_WRITE: c_uint = 4;
pub const H5FD_LOG_LOC_SEEK: c_uint = 8;
pub const H5FD_LOG_LOC_IO: c_uint = 14;
pub const H5FD_LOG_FILE_READ: c_uint = 16;
pub const H5FD_LOG_FILE_WRITE: c_uint = 32;
pub const H5FD_LOG_FILE_IO: c_uint = 48;
pub const H5FD_LOG_FLAVOR: c_uint = 64;
pub const H5FD_LOG_NUM_READ: c_uint = 128;
pub const H5FD_LOG_NUM_WRITE: c_uint = 256;
pub const H5FD_LOG_NUM_SEEK: c_uint = 512;
pub const H5FD_LOG_NUM_TRUNCATE: c_uint = 1024;
pub const H5FD_LOG_NUM_IO: c_uint = 1920;
pub const H5FD_LOG_TIME_OPEN: c_uint = 2048;
pub const H5FD_LOG_TIME_STAT: c_uint = 4096;
pub const H5FD_LOG_TIME_READ: c_uint = 8192;
pub const H5FD_LOG_TIME_WRITE: c_uint = 16384;
pub const H5FD_LOG_TIME_SEEK: c_uint = 32768;
pub const H5FD_LOG_TIME_TRUNCATE: c_uint = 65536;
pub const H5FD_LOG_TIME_CLOSE: c_uint = 131072;
pub const H5FD_LOG_TIME_IO: c_uint = 260096;
pub const H5FD_LOG_ALLOC: c_uint = 262144;
pub const H5FD_LOG_FREE: c_uint = 524288;
pub const H5FD_LOG_ALL: c_uint = 1048575;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_FAPL_INFO_VERSION_CURR: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_FAPL_INFO_CREATE_FLAG_ENABLE_PAGE_ALIGNMENT: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_FAPL_INFO_COMMENT_MAX_LEN: c_uint = 255;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_FAPL_INFO_REVISION_ID_LATEST: u64 = u64::MAX;
pub const H5FD_VFD_DEFAULT: c_uint = 0;
pub const H5FD_FEAT_AGGREGATE_METADATA: c_uint = 1;
pub const H5FD_FEAT_ACCUMULATE_METADATA_WRITE: c_uint = 2;
pub const H5FD_FEAT_ACCUMULATE_METADATA_READ: c_uint = 4;
pub const H5FD_FEAT_ACCUMULATE_METADATA: c_uint = 6;
pub const H5FD_FEAT_DATA_SIEVE: c_uint = 8;
pub const H5FD_FEAT_AGGREGATE_SMALLDATA: c_uint = 16;
pub const H5FD_FEAT_IGNORE_DRVRINFO: c_uint = 32;
pub const H5FD_FEAT_DIRTY_DRVRINFO_LOAD: c_uint = 64;
pub const H5FD_FEAT_POSIX_COMPAT_HANDLE: c_uint = 128;
pub const H5FD_FEAT_HAS_MPI: c_uint = 256;
pub const H5FD_FEAT_ALLOCATE_EARLY: c_uint = 512;
pub const H5FD_FEAT_ALLOW_FILE_IMAGE: c_uint = 1024;
pub const H5FD_FEAT_CAN_USE_FILE_IMAGE_CALLBACKS: c_uint = 2048;
pub const H5FD_FEAT_SUPPORTS_SWMR_IO: c_uint = 4096;
pub const H5FD_FEAT_USE_ALLOC_SIZE: c_uint = 8192;
pub const H5FD_FEAT_PAGED_AGGR: c_uint = 16384;
pub const H5FD_FEAT_DEFAULT_VFD_COMPATIBLE: c_uint = 32768;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_FEAT_MEMMANAGE: c_uint = 65536;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_OPC_RESERVED: c_uint = 512;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_OPC_EXPER_MAX: c_uint = 1023;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_INVALID_OPCODE: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_TEST_OPCODE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_GET_MPI_COMMUNICATOR_OPCODE: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_GET_MPI_INFO_OPCODE: c_uint = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_GET_MPI_RANK_OPCODE: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_GET_MPI_SIZE_OPCODE: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_MEM_ALLOC: c_uint = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_MEM_FREE: c_uint = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_MEM_COPY: c_uint = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_GET_MPI_FILE_SYNC_OPCODE: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_FAIL_IF_UNKNOWN_FLAG: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_ROUTE_TO_TERMINAL_VFD_FLAG: c_uint = 2;
pub const H5FD_CURR_SPLITTER_VFD_CONFIG_VERSION: c_uint = 1;
pub const H5FD_SPLITTER_PATH_MAX: c_uint = 4096;
pub const H5FD_SPLITTER_MAGIC: c_uint = 730949760;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_SUBFILING_NAME: &CStr = c"subfiling";
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CORE_VALUE: H5FD_class_value_t = 1;
/// Before HDF5 1.10.8.
#[cfg(all(not(hdf5_ge_1_10_8), not(hdf5_have_direct)))]
pub const H5FD_DIRECT: c_int = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_have_direct)))]
pub const H5FD_DIRECT_VALUE: H5FD_class_value_t = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_direct))]
pub const H5FD_DIRECT_VALUE: H5FD_class_value_t = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_FAMILY_VALUE: H5FD_class_value_t = 3;
/// Before HDF5 1.10.8.
#[cfg(all(not(hdf5_ge_1_10_8), not(hdf5_have_hdfs)))]
pub const H5FD_HDFS: c_int = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_have_hdfs)))]
pub const H5FD_HDFS_VALUE: H5FD_class_value_t = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
pub const H5FD_HDFS_VALUE: H5FD_class_value_t = 10;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_LOG_VALUE: H5FD_class_value_t = 2;
pub const H5FD_LOG_META_IO: c_uint = 1;
/// Before HDF5 1.10.8.
#[cfg(all(not(hdf5_ge_1_10_8), not(hdf5_have_parallel)))]
pub const H5FD_MPIO: c_int = -1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_ONION_VALUE: H5FD_class_value_t = 14;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_CTL_OPC_EXPER_MIN: c_uint = 512;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_have_ros3)))]
pub const H5FD_ROS3_VALUE: H5FD_class_value_t = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_ros3))]
pub const H5FD_ROS3_VALUE: H5FD_class_value_t = 11;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_SEC2_VALUE: H5FD_class_value_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5FD_SPLITTER_VALUE: H5FD_class_value_t = 6;
/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
pub const H5FD__CURR_HDFS_FAPL_T_VERSION: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
pub const H5FD__CURR_HDFS_FAPL_T_VERSION: c_uint = 1;
/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
pub const H5FD__HDFS_NODE_NAME_SPACE: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
pub const H5FD__HDFS_NODE_NAME_SPACE: c_uint = 128;
/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
pub const H5FD__HDFS_USER_NAME_SPACE: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
pub const H5FD__HDFS_USER_NAME_SPACE: c_uint = 128;
/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
pub const H5FD__HDFS_KERB_CACHE_PATH_SPACE: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
pub const H5FD__HDFS_KERB_CACHE_PATH_SPACE: c_uint = 128;
#[cfg(hdf5_have_mirror)]
pub const H5FD_MIRROR_FAPL_MAGIC: c_uint = 4175253836;
#[cfg(hdf5_have_mirror)]
pub const H5FD_MIRROR_CURR_FAPL_T_VERSION: c_uint = 1;
/// Before HDF5 1.14.0.
#[cfg(all(not(hdf5_ge_1_14), hdf5_have_mirror))]
pub const H5FD_MIRROR_MAX_IP_LEN: c_uint = 32;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_mirror))]
pub const H5FD_MIRROR_MAX_IP_LEN: c_uint = 45;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_mirror))]
pub const H5FD_MIRROR_VALUE: H5FD_class_value_t = 9;
#[cfg(hdf5_have_ros3)]
pub const H5FD_CURR_ROS3_FAPL_T_VERSION: c_uint = 1;
#[cfg(hdf5_have_ros3)]
pub const H5FD_ROS3_MAX_REGION_LEN: c_uint = 32;
#[cfg(hdf5_have_ros3)]
pub const H5FD_ROS3_MAX_SECRET_ID_LEN: c_uint = 128;
#[cfg(hdf5_have_ros3)]
pub const H5FD_ROS3_MAX_SECRET_KEY_LEN: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_ros3))]
pub const H5FD_ROS3_MAX_SECRET_TOK_LEN: c_uint = 4096;
/// Since HDF5 2.0.0.
#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
pub const H5FD_ROS3_VFD_DEFAULT_LOG_FILE: &CStr = c"hdf5_ros3_vfd.log";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_CURR_FAPL_VERSION: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_FAPL_MAGIC: c_uint = 4275049265;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_DEFAULT_STRIPE_SIZE: c_uint = 33554432;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_DEFAULT_STRIPE_COUNT: c_int = -1;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_FILENAME_TEMPLATE: &CStr = c"%s.subfile_%lu_%0*d_of_%d";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_CONFIG_FILENAME_TEMPLATE: &CStr = c"%s.subfile_%lu.config";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_STRIPE_SIZE: &CStr = c"H5FD_SUBFILING_STRIPE_SIZE";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_IOC_PER_NODE: &CStr = c"H5FD_SUBFILING_IOC_PER_NODE";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_IOC_SELECTION_CRITERIA: &CStr = c"H5FD_SUBFILING_IOC_SELECTION_CRITERIA";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_SUBFILE_PREFIX: &CStr = c"H5FD_SUBFILING_SUBFILE_PREFIX";
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub const H5FD_SUBFILING_CONFIG_FILE_PREFIX: &CStr = c"H5FD_SUBFILING_CONFIG_FILE_PREFIX";

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5FD_class_value_t = c_int;

pub type H5FD_file_image_op_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5FD_init_t = Option<unsafe extern "C" fn() -> hid_t>;

pub type H5FD_mpio_xfer_t = c_int;

pub type H5FD_mpio_chunk_opt_t = c_int;

pub type H5FD_mpio_collective_opt_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5FD_onion_target_file_constant_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
pub type H5FD_subfiling_ioc_select_t = c_int;

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_file_image_callbacks_t {
    pub image_malloc: Option<
        unsafe extern "C" fn(
            size: usize,
            file_image_op: H5FD_file_image_op_t,
            udata: *mut c_void,
        ) -> *mut c_void,
    >,
    pub image_memcpy: Option<
        unsafe extern "C" fn(
            dest: *mut c_void,
            src: *const c_void,
            size: usize,
            file_image_op: H5FD_file_image_op_t,
            udata: *mut c_void,
        ) -> *mut c_void,
    >,
    pub image_realloc: Option<
        unsafe extern "C" fn(
            ptr: *mut c_void,
            size: usize,
            file_image_op: H5FD_file_image_op_t,
            udata: *mut c_void,
        ) -> *mut c_void,
    >,
    pub image_free: Option<
        unsafe extern "C" fn(
            ptr: *mut c_void,
            file_image_op: H5FD_file_image_op_t,
            udata: *mut c_void,
        ) -> herr_t,
    >,
    pub udata_copy: Option<unsafe extern "C" fn(udata: *mut c_void) -> *mut c_void>,
    pub udata_free: Option<unsafe extern "C" fn(udata: *mut c_void) -> herr_t>,
    pub udata: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_ctl_memcpy_args_t {
    pub dstbuf: *mut c_void,
    pub dst_off: hsize_t,
    pub srcbuf: *const c_void,
    pub src_off: hsize_t,
    pub len: usize,
}

/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_class_t {
    pub name: *const c_char,
    pub maxaddr: haddr_t,
    pub fc_degree: H5F_close_degree_t,
    pub terminate: Option<unsafe extern "C" fn() -> herr_t>,
    pub sb_size: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> hsize_t>,
    pub sb_encode: Option<
        unsafe extern "C" fn(file: *mut H5FD_t, name: *mut c_char, p: *mut c_uchar) -> herr_t,
    >,
    pub sb_decode: Option<
        unsafe extern "C" fn(f: *mut H5FD_t, name: *const c_char, p: *const c_uchar) -> herr_t,
    >,
    pub fapl_size: usize,
    pub fapl_get: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> *mut c_void>,
    pub fapl_copy: Option<unsafe extern "C" fn(fapl: *const c_void) -> *mut c_void>,
    pub fapl_free: Option<unsafe extern "C" fn(fapl: *mut c_void) -> herr_t>,
    pub dxpl_size: usize,
    pub dxpl_copy: Option<unsafe extern "C" fn(dxpl: *const c_void) -> *mut c_void>,
    pub dxpl_free: Option<unsafe extern "C" fn(dxpl: *mut c_void) -> herr_t>,
    pub open: Option<
        unsafe extern "C" fn(
            name: *const c_char,
            flags: c_uint,
            fapl: hid_t,
            maxaddr: haddr_t,
        ) -> *mut H5FD_t,
    >,
    pub close: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> herr_t>,
    pub cmp: Option<unsafe extern "C" fn(f1: *const H5FD_t, f2: *const H5FD_t) -> c_int>,
    pub query: Option<unsafe extern "C" fn(f1: *const H5FD_t, flags: *mut c_ulong) -> herr_t>,
    pub get_type_map:
        Option<unsafe extern "C" fn(file: *const H5FD_t, type_map: *mut H5FD_mem_t) -> herr_t>,
    pub alloc: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            size: hsize_t,
        ) -> haddr_t,
    >,
    pub free: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            addr: haddr_t,
            size: hsize_t,
        ) -> herr_t,
    >,
    pub get_eoa: Option<unsafe extern "C" fn(file: *const H5FD_t, type_: H5FD_mem_t) -> haddr_t>,
    pub set_eoa:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, type_: H5FD_mem_t, addr: haddr_t) -> herr_t>,
    pub get_eof: Option<unsafe extern "C" fn(file: *const H5FD_t, type_: H5FD_mem_t) -> haddr_t>,
    pub get_handle: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            fapl: hid_t,
            file_handle: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub read: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl: hid_t,
            addr: haddr_t,
            size: usize,
            buffer: *mut c_void,
        ) -> herr_t,
    >,
    pub write: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl: hid_t,
            addr: haddr_t,
            size: usize,
            buffer: *const c_void,
        ) -> herr_t,
    >,
    pub flush:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t>,
    pub truncate:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t>,
    pub lock: Option<unsafe extern "C" fn(file: *mut H5FD_t, rw: bool) -> herr_t>,
    pub unlock: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> herr_t>,
    pub fl_map: [H5FD_mem_t; 7usize],
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_class_t {
    pub version: c_uint,
    pub value: H5FD_class_value_t,
    pub name: *const c_char,
    pub maxaddr: haddr_t,
    pub fc_degree: H5F_close_degree_t,
    pub terminate: Option<unsafe extern "C" fn() -> herr_t>,
    pub sb_size: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> hsize_t>,
    pub sb_encode: Option<
        unsafe extern "C" fn(file: *mut H5FD_t, name: *mut c_char, p: *mut c_uchar) -> herr_t,
    >,
    pub sb_decode: Option<
        unsafe extern "C" fn(f: *mut H5FD_t, name: *const c_char, p: *const c_uchar) -> herr_t,
    >,
    pub fapl_size: usize,
    pub fapl_get: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> *mut c_void>,
    pub fapl_copy: Option<unsafe extern "C" fn(fapl: *const c_void) -> *mut c_void>,
    pub fapl_free: Option<unsafe extern "C" fn(fapl: *mut c_void) -> herr_t>,
    pub dxpl_size: usize,
    pub dxpl_copy: Option<unsafe extern "C" fn(dxpl: *const c_void) -> *mut c_void>,
    pub dxpl_free: Option<unsafe extern "C" fn(dxpl: *mut c_void) -> herr_t>,
    pub open: Option<
        unsafe extern "C" fn(
            name: *const c_char,
            flags: c_uint,
            fapl: hid_t,
            maxaddr: haddr_t,
        ) -> *mut H5FD_t,
    >,
    pub close: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> herr_t>,
    pub cmp: Option<unsafe extern "C" fn(f1: *const H5FD_t, f2: *const H5FD_t) -> c_int>,
    pub query: Option<unsafe extern "C" fn(f1: *const H5FD_t, flags: *mut c_ulong) -> herr_t>,
    pub get_type_map:
        Option<unsafe extern "C" fn(file: *const H5FD_t, type_map: *mut H5FD_mem_t) -> herr_t>,
    pub alloc: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            size: hsize_t,
        ) -> haddr_t,
    >,
    pub free: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            addr: haddr_t,
            size: hsize_t,
        ) -> herr_t,
    >,
    pub get_eoa: Option<unsafe extern "C" fn(file: *const H5FD_t, type_: H5FD_mem_t) -> haddr_t>,
    pub set_eoa:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, type_: H5FD_mem_t, addr: haddr_t) -> herr_t>,
    pub get_eof: Option<unsafe extern "C" fn(file: *const H5FD_t, type_: H5FD_mem_t) -> haddr_t>,
    pub get_handle: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            fapl: hid_t,
            file_handle: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub read: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl: hid_t,
            addr: haddr_t,
            size: usize,
            buffer: *mut c_void,
        ) -> herr_t,
    >,
    pub write: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl: hid_t,
            addr: haddr_t,
            size: usize,
            buffer: *const c_void,
        ) -> herr_t,
    >,
    pub read_vector: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            dxpl: hid_t,
            count: u32,
            types: *mut H5FD_mem_t,
            addrs: *mut haddr_t,
            sizes: *mut usize,
            bufs: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub write_vector: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            dxpl: hid_t,
            count: u32,
            types: *mut H5FD_mem_t,
            addrs: *mut haddr_t,
            sizes: *mut usize,
            bufs: *mut *const c_void,
        ) -> herr_t,
    >,
    pub read_selection: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            count: usize,
            mem_spaces: *mut hid_t,
            file_spaces: *mut hid_t,
            offsets: *mut haddr_t,
            element_sizes: *mut usize,
            bufs: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub write_selection: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            type_: H5FD_mem_t,
            dxpl_id: hid_t,
            count: usize,
            mem_spaces: *mut hid_t,
            file_spaces: *mut hid_t,
            offsets: *mut haddr_t,
            element_sizes: *mut usize,
            bufs: *mut *const c_void,
        ) -> herr_t,
    >,
    pub flush:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t>,
    pub truncate:
        Option<unsafe extern "C" fn(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t>,
    pub lock: Option<unsafe extern "C" fn(file: *mut H5FD_t, rw: bool) -> herr_t>,
    pub unlock: Option<unsafe extern "C" fn(file: *mut H5FD_t) -> herr_t>,
    pub del: Option<unsafe extern "C" fn(name: *const c_char, fapl: hid_t) -> herr_t>,
    pub ctl: Option<
        unsafe extern "C" fn(
            file: *mut H5FD_t,
            op_code: u64,
            flags: u64,
            input: *const c_void,
            output: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub fl_map: [H5FD_mem_t; 7usize],
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_free_t {
    pub addr: haddr_t,
    pub size: hsize_t,
    pub next: *mut H5FD_free_t,
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_t {
    pub driver_id: hid_t,
    pub cls: *const H5FD_class_t,
    pub fileno: c_ulong,
    pub access_flags: c_uint,
    pub feature_flags: c_ulong,
    pub maxaddr: haddr_t,
    pub base_addr: haddr_t,
    pub threshold: hsize_t,
    pub alignment: hsize_t,
    pub paged_aggr: bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_onion_fapl_info_t {
    pub version: u8,
    pub backing_fapl_id: hid_t,
    pub page_size: u32,
    pub store_target: H5FD_onion_target_file_constant_t,
    pub revision_num: u64,
    pub force_write_open: u8,
    pub creation_flags: u8,
    pub comment: [c_char; 256usize],
}

#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_splitter_vfd_config_t {
    pub magic: i32,
    pub version: c_uint,
    pub rw_fapl_id: hid_t,
    pub wo_fapl_id: hid_t,
    pub wo_path: [c_char; 4097usize],
    pub log_file_path: [c_char; 4097usize],
    pub ignore_wo_errs: bool,
}

/// Before HDF5 1.14.0.
#[cfg(not(hdf5_ge_1_14))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_hdfs_fapl_t {
    pub version: i32,
    pub namenode_name: [c_char; 129usize],
    pub namenode_port: i32,
    pub user_name: [c_char; 129usize],
    pub kerberos_ticket_cache: [c_char; 129usize],
    pub stream_buffer_size: i32,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_hdfs))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_hdfs_fapl_t {
    pub version: i32,
    pub namenode_name: [c_char; 129usize],
    pub namenode_port: i32,
    pub user_name: [c_char; 129usize],
    pub kerberos_ticket_cache: [c_char; 129usize],
    pub stream_buffer_size: i32,
}

/// Before HDF5 1.14.0.
#[cfg(all(not(hdf5_ge_1_14), hdf5_have_mirror))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_mirror_fapl_t {
    pub magic: u32,
    pub version: u32,
    pub handshake_port: c_int,
    pub remote_ip: [c_char; 33usize],
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_mirror))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_mirror_fapl_t {
    pub magic: u32,
    pub version: u32,
    pub handshake_port: c_int,
    pub remote_ip: [c_char; 46usize],
}

#[cfg(hdf5_have_ros3)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_ros3_fapl_t {
    pub version: i32,
    pub authenticate: bool,
    pub aws_region: [c_char; 33usize],
    pub secret_id: [c_char; 129usize],
    pub secret_key: [c_char; 129usize],
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_subfiling_params_t {
    pub ioc_selection: H5FD_subfiling_ioc_select_t,
    pub stripe_size: i64,
    pub stripe_count: i32,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_subfiling))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5FD_subfiling_config_t {
    pub magic: u32,
    pub version: u32,
    pub ioc_fapl_id: hid_t,
    pub require_ioc: bool,
    pub shared_cfg: H5FD_subfiling_params_t,
}

unsafe extern "C" {
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_CORE_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_FAMILY_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_LOG_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_MULTI_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_ONION_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_SEC2_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_SPLITTER_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5FD_STDIO_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_parallel))]
    pub static mut H5FD_MPIO_id_g: hid_t;
    #[cfg(hdf5_have_parallel)]
    pub static mut H5FD_mpi_opt_types_g: bool;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_direct))]
    pub static mut H5FD_DIRECT_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_hdfs))]
    pub static mut H5FD_HDFS_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_mirror))]
    pub static mut H5FD_MIRROR_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
    pub static mut H5FD_ROS3_id_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_subfiling))]
    pub static mut H5FD_SUBFILING_id_g: hid_t;
    pub fn H5FDdriver_query(driver_id: hid_t, flags: *mut c_ulong) -> herr_t;
    pub fn H5FDregister(cls: *const H5FD_class_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDis_driver_registered_by_name(driver_name: *const c_char) -> htri_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDis_driver_registered_by_value(driver_value: H5FD_class_value_t) -> htri_t;
    pub fn H5FDunregister(driver_id: hid_t) -> herr_t;
    pub fn H5FDopen(
        name: *const c_char,
        flags: c_uint,
        fapl_id: hid_t,
        maxaddr: haddr_t,
    ) -> *mut H5FD_t;
    pub fn H5FDclose(file: *mut H5FD_t) -> herr_t;
    pub fn H5FDcmp(f1: *const H5FD_t, f2: *const H5FD_t) -> c_int;
    /// Before HDF5 1.14.5.
    #[cfg(not(hdf5_ge_1_14_5))]
    pub fn H5FDquery(f: *const H5FD_t, flags: *mut c_ulong) -> c_int;
    /// Since HDF5 1.14.5.
    #[cfg(hdf5_ge_1_14_5)]
    pub fn H5FDquery(f: *const H5FD_t, flags: *mut c_ulong) -> herr_t;
    pub fn H5FDalloc(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        size: hsize_t,
    ) -> haddr_t;
    pub fn H5FDfree(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        addr: haddr_t,
        size: hsize_t,
    ) -> herr_t;
    pub fn H5FDget_eoa(file: *mut H5FD_t, type_: H5FD_mem_t) -> haddr_t;
    pub fn H5FDset_eoa(file: *mut H5FD_t, type_: H5FD_mem_t, eoa: haddr_t) -> herr_t;
    pub fn H5FDget_eof(file: *mut H5FD_t, type_: H5FD_mem_t) -> haddr_t;
    pub fn H5FDget_vfd_handle(
        file: *mut H5FD_t,
        fapl: hid_t,
        file_handle: *mut *mut c_void,
    ) -> herr_t;
    pub fn H5FDread(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        addr: haddr_t,
        size: usize,
        buf: *mut c_void,
    ) -> herr_t;
    pub fn H5FDwrite(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        addr: haddr_t,
        size: usize,
        buf: *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDread_vector(
        file: *mut H5FD_t,
        dxpl_id: hid_t,
        count: u32,
        types: *mut H5FD_mem_t,
        addrs: *mut haddr_t,
        sizes: *mut usize,
        bufs: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDwrite_vector(
        file: *mut H5FD_t,
        dxpl_id: hid_t,
        count: u32,
        types: *mut H5FD_mem_t,
        addrs: *mut haddr_t,
        sizes: *mut usize,
        bufs: *mut *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDread_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_spaces: *mut hid_t,
        file_spaces: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDwrite_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_spaces: *mut hid_t,
        file_spaces: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDread_vector_from_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_spaces: *mut hid_t,
        file_spaces: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDwrite_vector_from_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_spaces: *mut hid_t,
        file_spaces: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDread_from_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_space_ids: *mut hid_t,
        file_space_ids: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDwrite_from_selection(
        file: *mut H5FD_t,
        type_: H5FD_mem_t,
        dxpl_id: hid_t,
        count: u32,
        mem_space_ids: *mut hid_t,
        file_space_ids: *mut hid_t,
        offsets: *mut haddr_t,
        element_sizes: *mut usize,
        bufs: *mut *const c_void,
    ) -> herr_t;
    pub fn H5FDflush(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t;
    pub fn H5FDtruncate(file: *mut H5FD_t, dxpl_id: hid_t, closing: bool) -> herr_t;
    pub fn H5FDlock(file: *mut H5FD_t, rw: bool) -> herr_t;
    pub fn H5FDunlock(file: *mut H5FD_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDdelete(name: *const c_char, fapl_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDctl(
        file: *mut H5FD_t,
        op_code: u64,
        flags: u64,
        input: *const c_void,
        output: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5FDonion_get_revision_count(
        filename: *const c_char,
        fapl_id: hid_t,
        revision_count: *mut u64,
    ) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(all(hdf5_ge_2_0, hdf5_have_subfiling))]
    pub fn H5FDsubfiling_get_file_mapping(
        file_id: hid_t,
        filenames: *mut *mut *mut c_char,
        len: *mut usize,
    ) -> herr_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5FDperform_init(op: H5FD_init_t) -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_core_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_family_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_log_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_multi_init() -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5FD_onion_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_sec2_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_splitter_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(not(hdf5_ge_2_0))]
    pub fn H5FD_stdio_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(all(not(hdf5_ge_2_0), hdf5_have_parallel))]
    pub fn H5FD_mpio_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(all(not(hdf5_ge_2_0), hdf5_have_direct))]
    pub fn H5FD_direct_init() -> hid_t;
    /// Before HDF5 1.14.0.
    #[cfg(not(hdf5_ge_1_14))]
    pub fn H5FD_hdfs_init() -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0), hdf5_have_hdfs))]
    pub fn H5FD_hdfs_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(all(not(hdf5_ge_2_0), hdf5_have_mirror))]
    pub fn H5FD_mirror_init() -> hid_t;
    /// Before HDF5 2.0.0.
    #[cfg(all(not(hdf5_ge_2_0), hdf5_have_ros3))]
    pub fn H5FD_ros3_init() -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0), hdf5_have_subfiling))]
    pub fn H5FD_subfiling_init() -> hid_t;
}

pub use super::H5F_mem_t as H5FD_mem_t;

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_CORE` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_CORE() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_core_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_CORE` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_CORE() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_CORE_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_FAMILY` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_FAMILY() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_family_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_FAMILY` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_FAMILY() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_FAMILY_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_LOG` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_LOG() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_log_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_LOG` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_LOG() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_LOG_id_g }
}

#[cfg(all(not(hdf5_ge_2_0), not(hdf5_have_mirror)))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_MIRROR` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MIRROR() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(not(hdf5_ge_2_0), hdf5_have_mirror))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_MIRROR` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MIRROR() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_mirror_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_mirror)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_MIRROR` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MIRROR() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_mirror))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_MIRROR` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MIRROR() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_MIRROR_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_MULTI` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MULTI() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_multi_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_MULTI` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MULTI() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_MULTI_id_g }
}

#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
/// Since HDF5 1.14.0, until before 2.0.0.
///
/// What the macro `H5FD_ONION` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ONION() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_onion_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_ONION` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ONION() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_ONION_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_SEC2` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SEC2() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_sec2_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_SEC2` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SEC2() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_SEC2_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_SPLITTER` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SPLITTER() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_splitter_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_SPLITTER` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SPLITTER() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_SPLITTER_id_g }
}

#[cfg(not(hdf5_ge_2_0))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_STDIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_STDIO() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_stdio_init() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_STDIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_STDIO() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_STDIO_id_g }
}

#[cfg(all(not(hdf5_ge_1_10_8), hdf5_have_direct))]
/// Before HDF5 1.10.8.
///
/// What the macro `H5FD_DIRECT` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_DIRECT() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_direct_init() }
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), not(hdf5_have_direct)))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_DIRECT` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_DIRECT() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), hdf5_have_direct))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_DIRECT` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_DIRECT() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_direct_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_direct)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_DIRECT` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_DIRECT() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_direct))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_DIRECT` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_DIRECT() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_DIRECT_id_g }
}

#[cfg(all(not(hdf5_ge_1_10_8), hdf5_have_hdfs))]
/// Before HDF5 1.10.8.
///
/// What the macro `H5FD_HDFS` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_HDFS() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_hdfs_init() }
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), not(hdf5_have_hdfs)))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_HDFS` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_HDFS() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), hdf5_have_hdfs))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_HDFS` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_HDFS() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_hdfs_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_hdfs)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_HDFS` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_HDFS() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_hdfs))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_HDFS` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_HDFS() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_HDFS_id_g }
}

#[cfg(hdf5_ge_1_14)]
/// Since HDF5 1.14.0.
///
/// What the macro `H5FD_IOC` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_IOC() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(not(hdf5_ge_1_10_8), hdf5_have_parallel))]
/// Before HDF5 1.10.8.
///
/// What the macro `H5FD_MPIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MPIO() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_mpio_init() }
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), not(hdf5_have_parallel)))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_MPIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MPIO() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_1_10_8, not(hdf5_ge_2_0), hdf5_have_parallel))]
/// Since HDF5 1.10.8, until before 2.0.0.
///
/// What the macro `H5FD_MPIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MPIO() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_mpio_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_parallel)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_MPIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MPIO() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_parallel))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_MPIO` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_MPIO() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_MPIO_id_g }
}

#[cfg(all(not(hdf5_ge_2_0), not(hdf5_have_ros3)))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_ROS3` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ROS3() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(not(hdf5_ge_2_0), hdf5_have_ros3))]
/// Before HDF5 2.0.0.
///
/// What the macro `H5FD_ROS3` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ROS3() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_ros3_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_ros3)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_ROS3` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ROS3() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_ros3))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_ROS3` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_ROS3() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_ROS3_id_g }
}

#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0), not(hdf5_have_subfiling)))]
/// Since HDF5 1.14.0, until before 2.0.0.
///
/// What the macro `H5FD_SUBFILING` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SUBFILING() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0), hdf5_have_subfiling))]
/// Since HDF5 1.14.0, until before 2.0.0.
///
/// What the macro `H5FD_SUBFILING` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SUBFILING() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_subfiling_init() }
}

#[cfg(all(hdf5_ge_2_0, not(hdf5_have_subfiling)))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_SUBFILING` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SUBFILING() -> hid_t {
    H5I_INVALID_HID
}

#[cfg(all(hdf5_ge_2_0, hdf5_have_subfiling))]
/// Since HDF5 2.0.0.
///
/// What the macro `H5FD_SUBFILING` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5FD_SUBFILING() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5FD_SUBFILING_id_g }
}
