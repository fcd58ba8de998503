//! The virtual object layer: `H5VLpublic.h` and `H5VLconnector.h`.
//!
//! Written by `cargo xtask bindings`; not to be edited.

#![allow(missing_docs, reason = "documented in the HDF5 reference manual")]
#![allow(unused_imports, reason = "depends on the version and abilities")]

use core::ffi::*;

use super::*;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_NONE: H5VL_subclass_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_INFO: H5VL_subclass_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_WRAP: H5VL_subclass_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_ATTR: H5VL_subclass_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_DATASET: H5VL_subclass_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_DATATYPE: H5VL_subclass_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_FILE: H5VL_subclass_t = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_GROUP: H5VL_subclass_t = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_LINK: H5VL_subclass_t = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_OBJECT: H5VL_subclass_t = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_REQUEST: H5VL_subclass_t = 10;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_BLOB: H5VL_subclass_t = 11;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_SUBCLS_TOKEN: H5VL_subclass_t = 12;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_BY_SELF: H5VL_loc_type_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_BY_NAME: H5VL_loc_type_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_BY_IDX: H5VL_loc_type_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_BY_TOKEN: H5VL_loc_type_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_ACPL: H5VL_attr_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_INFO: H5VL_attr_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_NAME: H5VL_attr_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_SPACE: H5VL_attr_get_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_STORAGE_SIZE: H5VL_attr_get_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_GET_TYPE: H5VL_attr_get_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_DELETE: H5VL_attr_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_DELETE_BY_IDX: H5VL_attr_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_EXISTS: H5VL_attr_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_ITER: H5VL_attr_specific_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_ATTR_RENAME: H5VL_attr_specific_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_DAPL: H5VL_dataset_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_DCPL: H5VL_dataset_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_SPACE: H5VL_dataset_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_SPACE_STATUS: H5VL_dataset_get_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_STORAGE_SIZE: H5VL_dataset_get_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_GET_TYPE: H5VL_dataset_get_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_SET_EXTENT: H5VL_dataset_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_FLUSH: H5VL_dataset_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATASET_REFRESH: H5VL_dataset_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATATYPE_GET_BINARY_SIZE: H5VL_datatype_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATATYPE_GET_BINARY: H5VL_datatype_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATATYPE_GET_TCPL: H5VL_datatype_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATATYPE_FLUSH: H5VL_datatype_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_DATATYPE_REFRESH: H5VL_datatype_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_CONT_INFO: H5VL_file_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_FAPL: H5VL_file_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_FCPL: H5VL_file_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_FILENO: H5VL_file_get_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_INTENT: H5VL_file_get_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_NAME: H5VL_file_get_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_OBJ_COUNT: H5VL_file_get_t = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_GET_OBJ_IDS: H5VL_file_get_t = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_FLUSH: H5VL_file_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_REOPEN: H5VL_file_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_IS_ACCESSIBLE: H5VL_file_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_DELETE: H5VL_file_specific_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_FILE_IS_EQUAL: H5VL_file_specific_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_GET_GCPL: H5VL_group_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_GET_INFO: H5VL_group_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_MOUNT: H5VL_group_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_UNMOUNT: H5VL_group_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_FLUSH: H5VL_group_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GROUP_REFRESH: H5VL_group_specific_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_CREATE_HARD: H5VL_link_create_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_CREATE_SOFT: H5VL_link_create_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_CREATE_UD: H5VL_link_create_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_GET_INFO: H5VL_link_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_GET_NAME: H5VL_link_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_GET_VAL: H5VL_link_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_DELETE: H5VL_link_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_EXISTS: H5VL_link_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_LINK_ITER: H5VL_link_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_GET_FILE: H5VL_object_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_GET_NAME: H5VL_object_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_GET_TYPE: H5VL_object_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_GET_INFO: H5VL_object_get_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_CHANGE_REF_COUNT: H5VL_object_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_EXISTS: H5VL_object_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_LOOKUP: H5VL_object_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_VISIT: H5VL_object_specific_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_FLUSH: H5VL_object_specific_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OBJECT_REFRESH: H5VL_object_specific_t = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_STATUS_IN_PROGRESS: H5VL_request_status_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_STATUS_SUCCEED: H5VL_request_status_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_STATUS_FAIL: H5VL_request_status_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_STATUS_CANT_CANCEL: H5VL_request_status_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_STATUS_CANCELED: H5VL_request_status_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_GET_ERR_STACK: H5VL_request_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_REQUEST_GET_EXEC_TIME: H5VL_request_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_BLOB_DELETE: H5VL_blob_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_BLOB_ISNULL: H5VL_blob_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_BLOB_SETNULL: H5VL_blob_specific_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GET_CONN_LVL_CURR: H5VL_get_conn_lvl_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_GET_CONN_LVL_TERM: H5VL_get_conn_lvl_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_MAPL: H5VL_map_get_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_MCPL: H5VL_map_get_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_KEY_TYPE: H5VL_map_get_t = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_VAL_TYPE: H5VL_map_get_t = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_COUNT: H5VL_map_get_t = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_ITER: H5VL_map_specific_t = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_DELETE: H5VL_map_specific_t = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_CREATE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_OPEN: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET_VAL: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_EXISTS: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_PUT: c_uint = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_GET: c_uint = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_SPECIFIC: c_uint = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_OPTIONAL: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAP_CLOSE: c_uint = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CONTAINER_INFO_VERSION: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_MAX_BLOB_ID_SIZE: c_uint = 16;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_RESERVED_NATIVE_OPTIONAL: c_uint = 1024;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_NAME: &CStr = c"native";
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_VERSION: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_ATTR_ITERATE_OLD: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_FORMAT_CONVERT: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_CHUNK_INDEX_TYPE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_CHUNK_STORAGE_SIZE: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_NUM_CHUNKS: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_CHUNK_INFO_BY_IDX: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_CHUNK_INFO_BY_COORD: c_uint = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_CHUNK_READ: c_uint = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_CHUNK_WRITE: c_uint = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_VLEN_BUF_SIZE: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_GET_OFFSET: c_uint = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_DATASET_CHUNK_ITER: c_uint = 10;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_CLEAR_ELINK_CACHE: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_FILE_IMAGE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_FREE_SECTIONS: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_FREE_SPACE: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_INFO: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MDC_CONF: c_uint = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MDC_HR: c_uint = 6;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MDC_SIZE: c_uint = 7;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_SIZE: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_VFD_HANDLE: c_uint = 9;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_RESET_MDC_HIT_RATE: c_uint = 10;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_SET_MDC_CONFIG: c_uint = 11;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_METADATA_READ_RETRY_INFO: c_uint = 12;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_START_SWMR_WRITE: c_uint = 13;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_START_MDC_LOGGING: c_uint = 14;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_STOP_MDC_LOGGING: c_uint = 15;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MDC_LOGGING_STATUS: c_uint = 16;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_FORMAT_CONVERT: c_uint = 17;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_RESET_PAGE_BUFFERING_STATS: c_uint = 18;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_PAGE_BUFFERING_STATS: c_uint = 19;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MDC_IMAGE_INFO: c_uint = 20;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_EOA: c_uint = 21;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_INCR_FILESIZE: c_uint = 22;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_SET_LIBVER_BOUNDS: c_uint = 23;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_GET_MIN_DSET_OHDR_FLAG: c_uint = 24;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_SET_MIN_DSET_OHDR_FLAG: c_uint = 25;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_FILE_POST_OPEN: c_uint = 28;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_GROUP_ITERATE_OLD: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_GROUP_GET_OBJINFO: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_GET_COMMENT: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_SET_COMMENT: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_DISABLE_MDC_FLUSHES: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_ENABLE_MDC_FLUSHES: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_ARE_MDC_FLUSHES_DISABLED: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_OBJECT_GET_NATIVE_INFO: c_uint = 5;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_PASSTHRU_NAME: &CStr = c"pass_through";
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_PASSTHRU_VALUE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_PASSTHRU_VERSION: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_VERSION: c_uint = 3;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_NONE: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_THREADSAFE: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_ASYNC: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_NATIVE_FILES: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_ATTR_BASIC: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_ATTR_MORE: c_uint = 16;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_DATASET_BASIC: c_uint = 32;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_DATASET_MORE: c_uint = 64;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_FILE_BASIC: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_FILE_MORE: c_uint = 256;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_GROUP_BASIC: c_uint = 512;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_GROUP_MORE: c_uint = 1024;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_LINK_BASIC: c_uint = 2048;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_LINK_MORE: c_uint = 4096;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_MAP_BASIC: c_uint = 8192;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_MAP_MORE: c_uint = 16384;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_OBJECT_BASIC: c_uint = 32768;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_OBJECT_MORE: c_uint = 65536;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_REF_BASIC: c_uint = 131072;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_REF_MORE: c_uint = 262144;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_OBJ_REF: c_uint = 524288;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_REG_REF: c_uint = 1048576;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_ATTR_REF: c_uint = 2097152;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_STORED_DATATYPES: c_uint = 4194304;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_CREATION_ORDER: c_uint = 8388608;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_ITERATE: c_uint = 16777216;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_STORAGE_SIZE: c_uint = 33554432;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_BY_IDX: c_uint = 67108864;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_GET_PLIST: c_uint = 134217728;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_FLUSH_REFRESH: c_uint = 268435456;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_EXTERNAL_LINKS: c_uint = 536870912;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_HARD_LINKS: c_uint = 1073741824;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_SOFT_LINKS: c_uint = 2147483648;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_UD_LINKS: c_long = 4294967296;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_TRACK_TIMES: c_long = 8589934592;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_MOUNT: c_long = 17179869184;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_FILTERS: c_long = 34359738368;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_CAP_FLAG_FILL_VALUES: c_long = 68719476736;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_SUPPORTED: c_uint = 1;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_READ_DATA: c_uint = 2;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_WRITE_DATA: c_uint = 4;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_QUERY_METADATA: c_uint = 8;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_MODIFY_METADATA: c_uint = 16;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_COLLECTIVE: c_uint = 32;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_NO_ASYNC: c_uint = 64;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_OPT_QUERY_MULTI_OBJ: c_uint = 128;
/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub const H5VL_NATIVE_VALUE: c_uint = 0;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_parallel))]
pub const H5VL_NATIVE_FILE_GET_MPI_ATOMICITY: c_uint = 26;
/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_parallel))]
pub const H5VL_NATIVE_FILE_SET_MPI_ATOMICITY: c_uint = 27;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_class_value_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_subclass_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_loc_type_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_loc_by_name_t = H5VL_loc_by_name;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_loc_by_idx_t = H5VL_loc_by_idx;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_loc_by_token_t = H5VL_loc_by_token;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_attr_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_attr_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_attr_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_dataset_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_dataset_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_dataset_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_datatype_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_datatype_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_datatype_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_file_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_file_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_file_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_group_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_group_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_group_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_link_create_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_link_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_link_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_link_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_object_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_object_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_object_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_request_status_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_request_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_request_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_blob_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_blob_optional_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_request_notify_t =
    Option<unsafe extern "C" fn(ctx: *mut c_void, status: H5VL_request_status_t) -> herr_t>;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_get_conn_lvl_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_map_get_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
pub type H5VL_map_specific_t = c_int;

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_loc_by_name {
    pub name: *const c_char,
    pub lapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_loc_by_idx {
    pub name: *const c_char,
    pub idx_type: H5_index_t,
    pub order: H5_iter_order_t,
    pub n: hsize_t,
    pub lapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_loc_by_token {
    pub token: *mut H5O_token_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_loc_params_t {
    pub obj_type: H5I_type_t,
    pub type_: H5VL_loc_type_t,
    pub loc_data: H5VL_loc_params_loc_data_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_loc_params_loc_data_t {
    pub loc_by_token: H5VL_loc_by_token_t,
    pub loc_by_name: H5VL_loc_by_name_t,
    pub loc_by_idx: H5VL_loc_by_idx_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_optional_args_t {
    pub op_type: c_int,
    pub args: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_attr_get_name_args_t {
    pub loc_params: H5VL_loc_params_t,
    pub buf_size: usize,
    pub buf: *mut c_char,
    pub attr_name_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_attr_get_info_args_t {
    pub loc_params: H5VL_loc_params_t,
    pub attr_name: *const c_char,
    pub ainfo: *mut H5A_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_attr_get_args_t {
    pub op_type: H5VL_attr_get_t,
    pub args: H5VL_attr_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_attr_get_args_args_t {
    pub get_acpl: H5VL_attr_get_args_args_get_acpl_t,
    pub get_info: H5VL_attr_get_info_args_t,
    pub get_name: H5VL_attr_get_name_args_t,
    pub get_space: H5VL_attr_get_args_args_get_space_t,
    pub get_storage_size: H5VL_attr_get_args_args_get_storage_size_t,
    pub get_type: H5VL_attr_get_args_args_get_type_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_get_args_args_get_acpl_t {
    pub acpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_get_args_args_get_space_t {
    pub space_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_get_args_args_get_storage_size_t {
    pub data_size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_get_args_args_get_type_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_iterate_args_t {
    pub idx_type: H5_index_t,
    pub order: H5_iter_order_t,
    pub idx: *mut hsize_t,
    pub op: H5A_operator2_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_delete_by_idx_args_t {
    pub idx_type: H5_index_t,
    pub order: H5_iter_order_t,
    pub n: hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_attr_specific_args_t {
    pub op_type: H5VL_attr_specific_t,
    pub args: H5VL_attr_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_attr_specific_args_args_t {
    pub del: H5VL_attr_specific_args_args_del_t,
    pub delete_by_idx: H5VL_attr_delete_by_idx_args_t,
    pub exists: H5VL_attr_specific_args_args_exists_t,
    pub iterate: H5VL_attr_iterate_args_t,
    pub rename: H5VL_attr_specific_args_args_rename_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_specific_args_args_del_t {
    pub name: *const c_char,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_specific_args_args_exists_t {
    pub name: *const c_char,
    pub exists: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_specific_args_args_rename_t {
    pub old_name: *const c_char,
    pub new_name: *const c_char,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_dataset_get_args_t {
    pub op_type: H5VL_dataset_get_t,
    pub args: H5VL_dataset_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_dataset_get_args_args_t {
    pub get_dapl: H5VL_dataset_get_args_args_get_dapl_t,
    pub get_dcpl: H5VL_dataset_get_args_args_get_dcpl_t,
    pub get_space: H5VL_dataset_get_args_args_get_space_t,
    pub get_space_status: H5VL_dataset_get_args_args_get_space_status_t,
    pub get_storage_size: H5VL_dataset_get_args_args_get_storage_size_t,
    pub get_type: H5VL_dataset_get_args_args_get_type_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_dapl_t {
    pub dapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_dcpl_t {
    pub dcpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_space_t {
    pub space_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_space_status_t {
    pub status: *mut H5D_space_status_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_storage_size_t {
    pub storage_size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_get_args_args_get_type_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_dataset_specific_args_t {
    pub op_type: H5VL_dataset_specific_t,
    pub args: H5VL_dataset_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_dataset_specific_args_args_t {
    pub set_extent: H5VL_dataset_specific_args_args_set_extent_t,
    pub flush: H5VL_dataset_specific_args_args_flush_t,
    pub refresh: H5VL_dataset_specific_args_args_refresh_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_specific_args_args_set_extent_t {
    pub size: *const hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_specific_args_args_flush_t {
    pub dset_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_specific_args_args_refresh_t {
    pub dset_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_datatype_get_args_t {
    pub op_type: H5VL_datatype_get_t,
    pub args: H5VL_datatype_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_datatype_get_args_args_t {
    pub get_binary_size: H5VL_datatype_get_args_args_get_binary_size_t,
    pub get_binary: H5VL_datatype_get_args_args_get_binary_t,
    pub get_tcpl: H5VL_datatype_get_args_args_get_tcpl_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_get_args_args_get_binary_size_t {
    pub size: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_get_args_args_get_binary_t {
    pub buf: *mut c_void,
    pub buf_size: usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_get_args_args_get_tcpl_t {
    pub tcpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_datatype_specific_args_t {
    pub op_type: H5VL_datatype_specific_t,
    pub args: H5VL_datatype_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_datatype_specific_args_args_t {
    pub flush: H5VL_datatype_specific_args_args_flush_t,
    pub refresh: H5VL_datatype_specific_args_args_refresh_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_specific_args_args_flush_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_specific_args_args_refresh_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_cont_info_t {
    pub version: c_uint,
    pub feature_flags: u64,
    pub token_size: usize,
    pub blob_id_size: usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_name_args_t {
    pub type_: H5I_type_t,
    pub buf_size: usize,
    pub buf: *mut c_char,
    pub file_name_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_obj_ids_args_t {
    pub types: c_uint,
    pub max_objs: usize,
    pub oid_list: *mut hid_t,
    pub count: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_file_get_args_t {
    pub op_type: H5VL_file_get_t,
    pub args: H5VL_file_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_file_get_args_args_t {
    pub get_cont_info: H5VL_file_get_args_args_get_cont_info_t,
    pub get_fapl: H5VL_file_get_args_args_get_fapl_t,
    pub get_fcpl: H5VL_file_get_args_args_get_fcpl_t,
    pub get_fileno: H5VL_file_get_args_args_get_fileno_t,
    pub get_intent: H5VL_file_get_args_args_get_intent_t,
    pub get_name: H5VL_file_get_name_args_t,
    pub get_obj_count: H5VL_file_get_args_args_get_obj_count_t,
    pub get_obj_ids: H5VL_file_get_obj_ids_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_cont_info_t {
    pub info: *mut H5VL_file_cont_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_fapl_t {
    pub fapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_fcpl_t {
    pub fcpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_fileno_t {
    pub fileno: *mut c_ulong,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_intent_t {
    pub flags: *mut c_uint,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_get_args_args_get_obj_count_t {
    pub types: c_uint,
    pub count: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_file_specific_args_t {
    pub op_type: H5VL_file_specific_t,
    pub args: H5VL_file_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_file_specific_args_args_t {
    pub flush: H5VL_file_specific_args_args_flush_t,
    pub reopen: H5VL_file_specific_args_args_reopen_t,
    pub is_accessible: H5VL_file_specific_args_args_is_accessible_t,
    pub del: H5VL_file_specific_args_args_del_t,
    pub is_equal: H5VL_file_specific_args_args_is_equal_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_specific_args_args_flush_t {
    pub obj_type: H5I_type_t,
    pub scope: H5F_scope_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_specific_args_args_reopen_t {
    pub file: *mut *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_specific_args_args_is_accessible_t {
    pub filename: *const c_char,
    pub fapl_id: hid_t,
    pub accessible: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_specific_args_args_del_t {
    pub filename: *const c_char,
    pub fapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_specific_args_args_is_equal_t {
    pub obj2: *mut c_void,
    pub same_file: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_group_get_info_args_t {
    pub loc_params: H5VL_loc_params_t,
    pub ginfo: *mut H5G_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_group_get_args_t {
    pub op_type: H5VL_group_get_t,
    pub args: H5VL_group_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_group_get_args_args_t {
    pub get_gcpl: H5VL_group_get_args_args_get_gcpl_t,
    pub get_info: H5VL_group_get_info_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_get_args_args_get_gcpl_t {
    pub gcpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_spec_mount_args_t {
    pub name: *const c_char,
    pub child_file: *mut c_void,
    pub fmpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_group_specific_args_t {
    pub op_type: H5VL_group_specific_t,
    pub args: H5VL_group_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_group_specific_args_args_t {
    pub mount: H5VL_group_spec_mount_args_t,
    pub unmount: H5VL_group_specific_args_args_unmount_t,
    pub flush: H5VL_group_specific_args_args_flush_t,
    pub refresh: H5VL_group_specific_args_args_refresh_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_specific_args_args_unmount_t {
    pub name: *const c_char,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_specific_args_args_flush_t {
    pub grp_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_specific_args_args_refresh_t {
    pub grp_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_link_create_args_t {
    pub op_type: H5VL_link_create_t,
    pub args: H5VL_link_create_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_link_create_args_args_t {
    pub hard: H5VL_link_create_args_args_hard_t,
    pub soft: H5VL_link_create_args_args_soft_t,
    pub ud: H5VL_link_create_args_args_ud_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_link_create_args_args_hard_t {
    pub curr_obj: *mut c_void,
    pub curr_loc_params: H5VL_loc_params_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_create_args_args_soft_t {
    pub target: *const c_char,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_create_args_args_ud_t {
    pub type_: H5L_type_t,
    pub buf: *const c_void,
    pub buf_size: usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_link_get_args_t {
    pub op_type: H5VL_link_get_t,
    pub args: H5VL_link_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_link_get_args_args_t {
    pub get_info: H5VL_link_get_args_args_get_info_t,
    pub get_name: H5VL_link_get_args_args_get_name_t,
    pub get_val: H5VL_link_get_args_args_get_val_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_get_args_args_get_info_t {
    pub linfo: *mut H5L_info2_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_get_args_args_get_name_t {
    pub name_size: usize,
    pub name: *mut c_char,
    pub name_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_get_args_args_get_val_t {
    pub buf_size: usize,
    pub buf: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_iterate_args_t {
    pub recursive: bool,
    pub idx_type: H5_index_t,
    pub order: H5_iter_order_t,
    pub idx_p: *mut hsize_t,
    pub op: H5L_iterate2_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_link_specific_args_t {
    pub op_type: H5VL_link_specific_t,
    pub args: H5VL_link_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_link_specific_args_args_t {
    pub exists: H5VL_link_specific_args_args_exists_t,
    pub iterate: H5VL_link_iterate_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_specific_args_args_exists_t {
    pub exists: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_object_get_args_t {
    pub op_type: H5VL_object_get_t,
    pub args: H5VL_object_get_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_object_get_args_args_t {
    pub get_file: H5VL_object_get_args_args_get_file_t,
    pub get_name: H5VL_object_get_args_args_get_name_t,
    pub get_type: H5VL_object_get_args_args_get_type_t,
    pub get_info: H5VL_object_get_args_args_get_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_get_args_args_get_file_t {
    pub file: *mut *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_get_args_args_get_name_t {
    pub buf_size: usize,
    pub buf: *mut c_char,
    pub name_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_get_args_args_get_type_t {
    pub obj_type: *mut H5O_type_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_get_args_args_get_info_t {
    pub fields: c_uint,
    pub oinfo: *mut H5O_info2_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_visit_args_t {
    pub idx_type: H5_index_t,
    pub order: H5_iter_order_t,
    pub fields: c_uint,
    pub op: H5O_iterate2_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_object_specific_args_t {
    pub op_type: H5VL_object_specific_t,
    pub args: H5VL_object_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_object_specific_args_args_t {
    pub change_rc: H5VL_object_specific_args_args_change_rc_t,
    pub exists: H5VL_object_specific_args_args_exists_t,
    pub lookup: H5VL_object_specific_args_args_lookup_t,
    pub visit: H5VL_object_visit_args_t,
    pub flush: H5VL_object_specific_args_args_flush_t,
    pub refresh: H5VL_object_specific_args_args_refresh_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_specific_args_args_change_rc_t {
    pub delta: c_int,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_specific_args_args_exists_t {
    pub exists: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_specific_args_args_lookup_t {
    pub token_ptr: *mut H5O_token_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_specific_args_args_flush_t {
    pub obj_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_specific_args_args_refresh_t {
    pub obj_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_request_specific_args_t {
    pub op_type: H5VL_request_specific_t,
    pub args: H5VL_request_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_request_specific_args_args_t {
    pub get_err_stack: H5VL_request_specific_args_args_get_err_stack_t,
    pub get_exec_time: H5VL_request_specific_args_args_get_exec_time_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_request_specific_args_args_get_err_stack_t {
    pub err_stack_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_request_specific_args_args_get_exec_time_t {
    pub exec_ts: *mut u64,
    pub exec_time: *mut u64,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_blob_specific_args_t {
    pub op_type: H5VL_blob_specific_t,
    pub args: H5VL_blob_specific_args_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_blob_specific_args_args_t {
    pub is_null: H5VL_blob_specific_args_args_is_null_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_blob_specific_args_args_is_null_t {
    pub isnull: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_info_class_t {
    pub size: usize,
    pub copy: Option<unsafe extern "C" fn(info: *const c_void) -> *mut c_void>,
    pub cmp: Option<
        unsafe extern "C" fn(
            cmp_value: *mut c_int,
            info1: *const c_void,
            info2: *const c_void,
        ) -> herr_t,
    >,
    pub free: Option<unsafe extern "C" fn(info: *mut c_void) -> herr_t>,
    pub to_str: Option<unsafe extern "C" fn(info: *const c_void, str_: *mut *mut c_char) -> herr_t>,
    pub from_str:
        Option<unsafe extern "C" fn(str_: *const c_char, info: *mut *mut c_void) -> herr_t>,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_wrap_class_t {
    pub get_object: Option<unsafe extern "C" fn(obj: *const c_void) -> *mut c_void>,
    pub get_wrap_ctx:
        Option<unsafe extern "C" fn(obj: *const c_void, wrap_ctx: *mut *mut c_void) -> herr_t>,
    pub wrap_object: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            obj_type: H5I_type_t,
            wrap_ctx: *mut c_void,
        ) -> *mut c_void,
    >,
    pub unwrap_object: Option<unsafe extern "C" fn(obj: *mut c_void) -> *mut c_void>,
    pub free_wrap_ctx: Option<unsafe extern "C" fn(wrap_ctx: *mut c_void) -> herr_t>,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_attr_class_t {
    pub create: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            attr_name: *const c_char,
            type_id: hid_t,
            space_id: hid_t,
            acpl_id: hid_t,
            aapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub open: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            attr_name: *const c_char,
            aapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub read: Option<
        unsafe extern "C" fn(
            attr: *mut c_void,
            mem_type_id: hid_t,
            buf: *mut c_void,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub write: Option<
        unsafe extern "C" fn(
            attr: *mut c_void,
            mem_type_id: hid_t,
            buf: *const c_void,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_attr_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_attr_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub close: Option<
        unsafe extern "C" fn(attr: *mut c_void, dxpl_id: hid_t, req: *mut *mut c_void) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_dataset_class_t {
    pub create: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            lcpl_id: hid_t,
            type_id: hid_t,
            space_id: hid_t,
            dcpl_id: hid_t,
            dapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub open: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            dapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub read: Option<
        unsafe extern "C" fn(
            count: usize,
            dset: *mut *mut c_void,
            mem_type_id: *mut hid_t,
            mem_space_id: *mut hid_t,
            file_space_id: *mut hid_t,
            dxpl_id: hid_t,
            buf: *mut *mut c_void,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub write: Option<
        unsafe extern "C" fn(
            count: usize,
            dset: *mut *mut c_void,
            mem_type_id: *mut hid_t,
            mem_space_id: *mut hid_t,
            file_space_id: *mut hid_t,
            dxpl_id: hid_t,
            buf: *mut *const c_void,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_dataset_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_dataset_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub close: Option<
        unsafe extern "C" fn(dset: *mut c_void, dxpl_id: hid_t, req: *mut *mut c_void) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_datatype_class_t {
    pub commit: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            type_id: hid_t,
            lcpl_id: hid_t,
            tcpl_id: hid_t,
            tapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub open: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            tapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_datatype_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_datatype_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub close: Option<
        unsafe extern "C" fn(dt: *mut c_void, dxpl_id: hid_t, req: *mut *mut c_void) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_file_class_t {
    pub create: Option<
        unsafe extern "C" fn(
            name: *const c_char,
            flags: c_uint,
            fcpl_id: hid_t,
            fapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub open: Option<
        unsafe extern "C" fn(
            name: *const c_char,
            flags: c_uint,
            fapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_file_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_file_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub close: Option<
        unsafe extern "C" fn(file: *mut c_void, dxpl_id: hid_t, req: *mut *mut c_void) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_group_class_t {
    pub create: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            lcpl_id: hid_t,
            gcpl_id: hid_t,
            gapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub open: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            name: *const c_char,
            gapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_group_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_group_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub close: Option<
        unsafe extern "C" fn(grp: *mut c_void, dxpl_id: hid_t, req: *mut *mut c_void) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_link_class_t {
    pub create: Option<
        unsafe extern "C" fn(
            args: *mut H5VL_link_create_args_t,
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            lcpl_id: hid_t,
            lapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub copy: Option<
        unsafe extern "C" fn(
            src_obj: *mut c_void,
            loc_params1: *const H5VL_loc_params_t,
            dst_obj: *mut c_void,
            loc_params2: *const H5VL_loc_params_t,
            lcpl_id: hid_t,
            lapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub move_: Option<
        unsafe extern "C" fn(
            src_obj: *mut c_void,
            loc_params1: *const H5VL_loc_params_t,
            dst_obj: *mut c_void,
            loc_params2: *const H5VL_loc_params_t,
            lcpl_id: hid_t,
            lapl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_link_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_link_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_object_class_t {
    pub open: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            opened_type: *mut H5I_type_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> *mut c_void,
    >,
    pub copy: Option<
        unsafe extern "C" fn(
            src_obj: *mut c_void,
            loc_params1: *const H5VL_loc_params_t,
            src_name: *const c_char,
            dst_obj: *mut c_void,
            loc_params2: *const H5VL_loc_params_t,
            dst_name: *const c_char,
            ocpypl_id: hid_t,
            lcpl_id: hid_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_object_get_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_object_specific_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            loc_params: *const H5VL_loc_params_t,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_introspect_class_t {
    pub get_conn_cls: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            lvl: H5VL_get_conn_lvl_t,
            conn_cls: *mut *const H5VL_class_t,
        ) -> herr_t,
    >,
    pub get_cap_flags:
        Option<unsafe extern "C" fn(info: *const c_void, cap_flags: *mut u64) -> herr_t>,
    pub opt_query: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            cls: H5VL_subclass_t,
            opt_type: c_int,
            flags: *mut u64,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_request_class_t {
    pub wait: Option<
        unsafe extern "C" fn(
            req: *mut c_void,
            timeout: u64,
            status: *mut H5VL_request_status_t,
        ) -> herr_t,
    >,
    pub notify: Option<
        unsafe extern "C" fn(
            req: *mut c_void,
            cb: H5VL_request_notify_t,
            ctx: *mut c_void,
        ) -> herr_t,
    >,
    pub cancel: Option<
        unsafe extern "C" fn(req: *mut c_void, status: *mut H5VL_request_status_t) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(req: *mut c_void, args: *mut H5VL_request_specific_args_t) -> herr_t,
    >,
    pub optional:
        Option<unsafe extern "C" fn(req: *mut c_void, args: *mut H5VL_optional_args_t) -> herr_t>,
    pub free: Option<unsafe extern "C" fn(req: *mut c_void) -> herr_t>,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_blob_class_t {
    pub put: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            buf: *const c_void,
            size: usize,
            blob_id: *mut c_void,
            ctx: *mut c_void,
        ) -> herr_t,
    >,
    pub get: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            blob_id: *const c_void,
            buf: *mut c_void,
            size: usize,
            ctx: *mut c_void,
        ) -> herr_t,
    >,
    pub specific: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            blob_id: *mut c_void,
            args: *mut H5VL_blob_specific_args_t,
        ) -> herr_t,
    >,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            blob_id: *mut c_void,
            args: *mut H5VL_optional_args_t,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_token_class_t {
    pub cmp: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            token1: *const H5O_token_t,
            token2: *const H5O_token_t,
            cmp_value: *mut c_int,
        ) -> herr_t,
    >,
    pub to_str: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            obj_type: H5I_type_t,
            token: *const H5O_token_t,
            token_str: *mut *mut c_char,
        ) -> herr_t,
    >,
    pub from_str: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            obj_type: H5I_type_t,
            token_str: *const c_char,
            token: *mut H5O_token_t,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_class_t {
    pub version: c_uint,
    pub value: H5VL_class_value_t,
    pub name: *const c_char,
    pub conn_version: c_uint,
    pub cap_flags: u64,
    pub initialize: Option<unsafe extern "C" fn(vipl_id: hid_t) -> herr_t>,
    pub terminate: Option<unsafe extern "C" fn() -> herr_t>,
    pub info_cls: H5VL_info_class_t,
    pub wrap_cls: H5VL_wrap_class_t,
    pub attr_cls: H5VL_attr_class_t,
    pub dataset_cls: H5VL_dataset_class_t,
    pub datatype_cls: H5VL_datatype_class_t,
    pub file_cls: H5VL_file_class_t,
    pub group_cls: H5VL_group_class_t,
    pub link_cls: H5VL_link_class_t,
    pub object_cls: H5VL_object_class_t,
    pub introspect_cls: H5VL_introspect_class_t,
    pub request_cls: H5VL_request_class_t,
    pub blob_cls: H5VL_blob_class_t,
    pub token_cls: H5VL_token_class_t,
    pub optional: Option<
        unsafe extern "C" fn(
            obj: *mut c_void,
            args: *mut H5VL_optional_args_t,
            dxpl_id: hid_t,
            req: *mut *mut c_void,
        ) -> herr_t,
    >,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_map_args_t {
    pub create: H5VL_map_args_create_t,
    pub open: H5VL_map_args_open_t,
    pub get_val: H5VL_map_args_get_val_t,
    pub exists: H5VL_map_args_exists_t,
    pub put: H5VL_map_args_put_t,
    pub get: H5VL_map_args_get_t,
    pub specific: H5VL_map_args_specific_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_create_t {
    pub loc_params: H5VL_loc_params_t,
    pub name: *const c_char,
    pub lcpl_id: hid_t,
    pub key_type_id: hid_t,
    pub val_type_id: hid_t,
    pub mcpl_id: hid_t,
    pub mapl_id: hid_t,
    pub map: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_open_t {
    pub loc_params: H5VL_loc_params_t,
    pub name: *const c_char,
    pub mapl_id: hid_t,
    pub map: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_val_t {
    pub key_mem_type_id: hid_t,
    pub key: *const c_void,
    pub value_mem_type_id: hid_t,
    pub value: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_exists_t {
    pub key_mem_type_id: hid_t,
    pub key: *const c_void,
    pub exists: bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_put_t {
    pub key_mem_type_id: hid_t,
    pub key: *const c_void,
    pub value_mem_type_id: hid_t,
    pub value: *const c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_get_t {
    pub get_type: H5VL_map_get_t,
    pub args: H5VL_map_args_get_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_map_args_get_args_t {
    pub get_mapl: H5VL_map_args_get_args_get_mapl_t,
    pub get_mcpl: H5VL_map_args_get_args_get_mcpl_t,
    pub get_key_type: H5VL_map_args_get_args_get_key_type_t,
    pub get_val_type: H5VL_map_args_get_args_get_val_type_t,
    pub get_count: H5VL_map_args_get_args_get_count_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_args_get_mapl_t {
    pub mapl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_args_get_mcpl_t {
    pub mcpl_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_args_get_key_type_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_args_get_val_type_t {
    pub type_id: hid_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_map_args_get_args_get_count_t {
    pub count: hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_specific_t {
    pub specific_type: H5VL_map_specific_t,
    pub args: H5VL_map_args_specific_args_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_map_args_specific_args_t {
    pub iterate: H5VL_map_args_specific_args_iterate_t,
    pub del: H5VL_map_args_specific_args_del_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_specific_args_iterate_t {
    pub loc_params: H5VL_loc_params_t,
    pub idx: hsize_t,
    pub key_mem_type_id: hid_t,
    pub op: H5M_iterate_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_map_args_specific_args_del_t {
    pub loc_params: H5VL_loc_params_t,
    pub key_mem_type_id: hid_t,
    pub key: *const c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_attr_iterate_old_t {
    pub loc_id: hid_t,
    pub attr_num: *mut c_uint,
    pub op: H5A_operator1_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_attr_optional_args_t {
    pub iterate_old: H5VL_native_attr_iterate_old_t,
}

/// Since HDF5 1.14.0, until before 2.0.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_chunk_read_t {
    pub offset: *const hsize_t,
    pub filters: u32,
    pub buf: *mut c_void,
}

/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_chunk_read_t {
    pub offset: *const hsize_t,
    pub filters: u32,
    pub buf: *mut c_void,
    pub buf_size: *mut usize,
}

/// Since HDF5 1.14.0, until before 2.0.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_chunk_write_t {
    pub offset: *const hsize_t,
    pub filters: u32,
    pub size: u32,
    pub buf: *const c_void,
}

/// Since HDF5 2.0.0.
#[cfg(hdf5_ge_2_0)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_chunk_write_t {
    pub offset: *const hsize_t,
    pub filters: u32,
    pub size: usize,
    pub buf: *const c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_get_vlen_buf_size_t {
    pub type_id: hid_t,
    pub space_id: hid_t,
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_get_chunk_storage_size_t {
    pub offset: *const hsize_t,
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_get_num_chunks_t {
    pub space_id: hid_t,
    pub nchunks: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_get_chunk_info_by_idx_t {
    pub space_id: hid_t,
    pub chk_index: hsize_t,
    pub offset: *mut hsize_t,
    pub filter_mask: *mut c_uint,
    pub addr: *mut haddr_t,
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_get_chunk_info_by_coord_t {
    pub offset: *const hsize_t,
    pub filter_mask: *mut c_uint,
    pub addr: *mut haddr_t,
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_dataset_optional_args_t {
    pub get_chunk_idx_type: H5VL_native_dataset_optional_args_get_chunk_idx_type_t,
    pub get_chunk_storage_size: H5VL_native_dataset_get_chunk_storage_size_t,
    pub get_num_chunks: H5VL_native_dataset_get_num_chunks_t,
    pub get_chunk_info_by_idx: H5VL_native_dataset_get_chunk_info_by_idx_t,
    pub get_chunk_info_by_coord: H5VL_native_dataset_get_chunk_info_by_coord_t,
    pub chunk_read: H5VL_native_dataset_chunk_read_t,
    pub chunk_write: H5VL_native_dataset_chunk_write_t,
    pub get_vlen_buf_size: H5VL_native_dataset_get_vlen_buf_size_t,
    pub get_offset: H5VL_native_dataset_optional_args_get_offset_t,
    pub chunk_iter: H5VL_native_dataset_optional_args_chunk_iter_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_optional_args_get_chunk_idx_type_t {
    pub idx_type: *mut H5D_chunk_index_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_optional_args_get_offset_t {
    pub offset: *mut haddr_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_dataset_optional_args_chunk_iter_t {
    pub op: H5D_chunk_iter_op_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_file_image_t {
    pub buf_size: usize,
    pub buf: *mut c_void,
    pub image_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_free_sections_t {
    pub type_: H5F_mem_t,
    pub sect_info: *mut H5F_sect_info_t,
    pub nsects: usize,
    pub sect_count: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_freespace_t {
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_info_t {
    pub type_: H5I_type_t,
    pub finfo: *mut H5F_info2_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_mdc_size_t {
    pub max_size: *mut usize,
    pub min_clean_size: *mut usize,
    pub cur_size: *mut usize,
    pub cur_num_entries: *mut u32,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_vfd_handle_t {
    pub fapl_id: hid_t,
    pub file_handle: *mut *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_mdc_logging_status_t {
    pub is_enabled: *mut bool,
    pub is_currently_logging: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_page_buffering_stats_t {
    pub accesses: *mut c_uint,
    pub hits: *mut c_uint,
    pub misses: *mut c_uint,
    pub evictions: *mut c_uint,
    pub bypasses: *mut c_uint,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_get_mdc_image_info_t {
    pub addr: *mut haddr_t,
    pub len: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_set_libver_bounds_t {
    pub low: H5F_libver_t,
    pub high: H5F_libver_t,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, not(hdf5_have_parallel)))]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_file_optional_args_t {
    pub get_file_image: H5VL_native_file_get_file_image_t,
    pub get_free_sections: H5VL_native_file_get_free_sections_t,
    pub get_freespace: H5VL_native_file_get_freespace_t,
    pub get_info: H5VL_native_file_get_info_t,
    pub get_mdc_config: H5VL_native_file_optional_args_get_mdc_config_t,
    pub get_mdc_hit_rate: H5VL_native_file_optional_args_get_mdc_hit_rate_t,
    pub get_mdc_size: H5VL_native_file_get_mdc_size_t,
    pub get_size: H5VL_native_file_optional_args_get_size_t,
    pub get_vfd_handle: H5VL_native_file_get_vfd_handle_t,
    pub set_mdc_config: H5VL_native_file_optional_args_set_mdc_config_t,
    pub get_metadata_read_retry_info: H5VL_native_file_optional_args_get_metadata_read_retry_info_t,
    pub get_mdc_logging_status: H5VL_native_file_get_mdc_logging_status_t,
    pub get_page_buffering_stats: H5VL_native_file_get_page_buffering_stats_t,
    pub get_mdc_image_info: H5VL_native_file_get_mdc_image_info_t,
    pub get_eoa: H5VL_native_file_optional_args_get_eoa_t,
    pub increment_filesize: H5VL_native_file_optional_args_increment_filesize_t,
    pub set_libver_bounds: H5VL_native_file_set_libver_bounds_t,
    pub get_min_dset_ohdr_flag: H5VL_native_file_optional_args_get_min_dset_ohdr_flag_t,
    pub set_min_dset_ohdr_flag: H5VL_native_file_optional_args_set_min_dset_ohdr_flag_t,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_parallel))]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_file_optional_args_t {
    pub get_file_image: H5VL_native_file_get_file_image_t,
    pub get_free_sections: H5VL_native_file_get_free_sections_t,
    pub get_freespace: H5VL_native_file_get_freespace_t,
    pub get_info: H5VL_native_file_get_info_t,
    pub get_mdc_config: H5VL_native_file_optional_args_get_mdc_config_t,
    pub get_mdc_hit_rate: H5VL_native_file_optional_args_get_mdc_hit_rate_t,
    pub get_mdc_size: H5VL_native_file_get_mdc_size_t,
    pub get_size: H5VL_native_file_optional_args_get_size_t,
    pub get_vfd_handle: H5VL_native_file_get_vfd_handle_t,
    pub set_mdc_config: H5VL_native_file_optional_args_set_mdc_config_t,
    pub get_metadata_read_retry_info: H5VL_native_file_optional_args_get_metadata_read_retry_info_t,
    pub get_mdc_logging_status: H5VL_native_file_get_mdc_logging_status_t,
    pub get_page_buffering_stats: H5VL_native_file_get_page_buffering_stats_t,
    pub get_mdc_image_info: H5VL_native_file_get_mdc_image_info_t,
    pub get_eoa: H5VL_native_file_optional_args_get_eoa_t,
    pub increment_filesize: H5VL_native_file_optional_args_increment_filesize_t,
    pub set_libver_bounds: H5VL_native_file_set_libver_bounds_t,
    pub get_min_dset_ohdr_flag: H5VL_native_file_optional_args_get_min_dset_ohdr_flag_t,
    pub set_min_dset_ohdr_flag: H5VL_native_file_optional_args_set_min_dset_ohdr_flag_t,
    pub get_mpi_atomicity: H5VL_native_file_optional_args_get_mpi_atomicity_t,
    pub set_mpi_atomicity: H5VL_native_file_optional_args_set_mpi_atomicity_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_mdc_config_t {
    pub config: *mut H5AC_cache_config_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_mdc_hit_rate_t {
    pub hit_rate: *mut f64,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_size_t {
    pub size: *mut hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_set_mdc_config_t {
    pub config: *const H5AC_cache_config_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_metadata_read_retry_info_t {
    pub info: *mut H5F_retry_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_eoa_t {
    pub eoa: *mut haddr_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_increment_filesize_t {
    pub increment: hsize_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_min_dset_ohdr_flag_t {
    pub minimize: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_set_min_dset_ohdr_flag_t {
    pub minimize: bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_native_group_iterate_old_t {
    pub loc_params: H5VL_loc_params_t,
    pub idx: hsize_t,
    pub last_obj: *mut hsize_t,
    pub op: H5G_iterate_t,
    pub op_data: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub struct H5VL_native_group_get_objinfo_t {
    pub loc_params: H5VL_loc_params_t,
    pub follow_link: bool,
    pub statbuf: *mut H5G_stat_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_group_optional_args_t {
    pub iterate_old: H5VL_native_group_iterate_old_t,
    pub get_objinfo: H5VL_native_group_get_objinfo_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_object_get_comment_t {
    pub buf_size: usize,
    pub buf: *mut c_void,
    pub comment_len: *mut usize,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_object_get_native_info_t {
    pub fields: c_uint,
    pub ninfo: *mut H5O_native_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Copy, Clone)]
pub union H5VL_native_object_optional_args_t {
    pub get_comment: H5VL_native_object_get_comment_t,
    pub set_comment: H5VL_native_object_optional_args_set_comment_t,
    pub are_mdc_flushes_disabled: H5VL_native_object_optional_args_are_mdc_flushes_disabled_t,
    pub get_native_info: H5VL_native_object_get_native_info_t,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_object_optional_args_set_comment_t {
    pub comment: *const c_char,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_object_optional_args_are_mdc_flushes_disabled_t {
    pub flag: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(hdf5_ge_1_14)]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_pass_through_info_t {
    pub under_vol_id: hid_t,
    pub under_vol_info: *mut c_void,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_parallel))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_get_mpi_atomicity_t {
    pub flag: *mut bool,
}

/// Since HDF5 1.14.0.
#[cfg(all(hdf5_ge_1_14, hdf5_have_parallel))]
#[repr(C)]
#[derive(Debug, Copy, Clone)]
pub struct H5VL_native_file_optional_args_set_mpi_atomicity_t {
    pub flag: bool,
}

unsafe extern "C" {
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5VL_NATIVE_g: hid_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub static mut H5VL_PASSTHRU_g: hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLregister_connector_by_name(connector_name: *const c_char, vipl_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLregister_connector_by_value(
        connector_value: H5VL_class_value_t,
        vipl_id: hid_t,
    ) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLis_connector_registered_by_name(name: *const c_char) -> htri_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLis_connector_registered_by_value(connector_value: H5VL_class_value_t) -> htri_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_connector_id(obj_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_connector_id_by_name(name: *const c_char) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_connector_id_by_value(connector_value: H5VL_class_value_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_connector_name(id: hid_t, name: *mut c_char, size: usize) -> isize;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLclose(connector_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLunregister_connector(connector_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLquery_optional(
        obj_id: hid_t,
        subcls: H5VL_subclass_t,
        opt_type: c_int,
        flags: *mut u64,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_is_native(obj_id: hid_t, is_native: *mut bool) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLregister_connector(cls: *const H5VL_class_t, vipl_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject(obj_id: hid_t) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_file_type(file_obj: *mut c_void, connector_id: hid_t, dtype_id: hid_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLregister_opt_operation(
        subcls: H5VL_subclass_t,
        op_name: *const c_char,
        op_val: *mut c_int,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfind_opt_operation(
        subcls: H5VL_subclass_t,
        op_name: *const c_char,
        op_val: *mut c_int,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLunregister_opt_operation(subcls: H5VL_subclass_t, op_name: *const c_char) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        attr_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        dset_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        type_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        file_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        group_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        lapl_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_optional_op(
        app_file: *const c_char,
        app_func: *const c_char,
        app_line: c_uint,
        loc_id: hid_t,
        name: *const c_char,
        lapl_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        es_id: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_optional_op(
        req: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLcmp_connector_cls(
        cmp: *mut c_int,
        connector_id1: hid_t,
        connector_id2: hid_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLwrap_register(obj: *mut c_void, type_: H5I_type_t) -> hid_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLretrieve_lib_state(state: *mut *mut c_void) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5VLopen_lib_context(context: *mut *mut c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrestore_lib_state(state: *const c_void) -> herr_t;
    /// Since HDF5 2.0.0.
    #[cfg(hdf5_ge_2_0)]
    pub fn H5VLclose_lib_context(context: *mut c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfree_lib_state(state: *mut c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_object(obj: *mut c_void, connector_id: hid_t) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_wrap_ctx(
        obj: *mut c_void,
        connector_id: hid_t,
        wrap_ctx: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLwrap_object(
        obj: *mut c_void,
        obj_type: H5I_type_t,
        connector_id: hid_t,
        wrap_ctx: *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLunwrap_object(obj: *mut c_void, connector_id: hid_t) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfree_wrap_ctx(wrap_ctx: *mut c_void, connector_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLinitialize(connector_id: hid_t, vipl_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLterminate(connector_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_cap_flags(connector_id: hid_t, cap_flags: *mut u64) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLget_value(connector_id: hid_t, conn_value: *mut H5VL_class_value_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLcopy_connector_info(
        connector_id: hid_t,
        dst_vol_info: *mut *mut c_void,
        src_vol_info: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLcmp_connector_info(
        cmp: *mut c_int,
        connector_id: hid_t,
        info1: *const c_void,
        info2: *const c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfree_connector_info(connector_id: hid_t, vol_info: *mut c_void) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLconnector_info_to_str(
        info: *const c_void,
        connector_id: hid_t,
        str_: *mut *mut c_char,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLconnector_str_to_info(
        str_: *const c_char,
        connector_id: hid_t,
        info: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_create(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        attr_name: *const c_char,
        type_id: hid_t,
        space_id: hid_t,
        acpl_id: hid_t,
        aapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_open(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        aapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_read(
        attr: *mut c_void,
        connector_id: hid_t,
        dtype_id: hid_t,
        buf: *mut c_void,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_write(
        attr: *mut c_void,
        connector_id: hid_t,
        dtype_id: hid_t,
        buf: *const c_void,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_get(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_attr_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_specific(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_attr_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLattr_close(
        attr: *mut c_void,
        connector_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_create(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        lcpl_id: hid_t,
        type_id: hid_t,
        space_id: hid_t,
        dcpl_id: hid_t,
        dapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_open(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        dapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_read(
        count: usize,
        dset: *mut *mut c_void,
        connector_id: hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        plist_id: hid_t,
        buf: *mut *mut c_void,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_write(
        count: usize,
        dset: *mut *mut c_void,
        connector_id: hid_t,
        mem_type_id: *mut hid_t,
        mem_space_id: *mut hid_t,
        file_space_id: *mut hid_t,
        plist_id: hid_t,
        buf: *mut *const c_void,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_get(
        dset: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_dataset_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_specific(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_dataset_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdataset_close(
        dset: *mut c_void,
        connector_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_commit(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        type_id: hid_t,
        lcpl_id: hid_t,
        tcpl_id: hid_t,
        tapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_open(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        tapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_get(
        dt: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_datatype_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_specific(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_datatype_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLdatatype_close(
        dt: *mut c_void,
        connector_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_create(
        name: *const c_char,
        flags: c_uint,
        fcpl_id: hid_t,
        fapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_open(
        name: *const c_char,
        flags: c_uint,
        fapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_get(
        file: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_file_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_specific(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_file_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLfile_close(
        file: *mut c_void,
        connector_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_create(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        lcpl_id: hid_t,
        gcpl_id: hid_t,
        gapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_open(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        name: *const c_char,
        gapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_get(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_group_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_specific(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_group_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLgroup_close(
        grp: *mut c_void,
        connector_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_create(
        args: *mut H5VL_link_create_args_t,
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        lcpl_id: hid_t,
        lapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_copy(
        src_obj: *mut c_void,
        loc_params1: *const H5VL_loc_params_t,
        dst_obj: *mut c_void,
        loc_params2: *const H5VL_loc_params_t,
        connector_id: hid_t,
        lcpl_id: hid_t,
        lapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_move(
        src_obj: *mut c_void,
        loc_params1: *const H5VL_loc_params_t,
        dst_obj: *mut c_void,
        loc_params2: *const H5VL_loc_params_t,
        connector_id: hid_t,
        lcpl_id: hid_t,
        lapl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_get(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_link_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_specific(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_link_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLlink_optional(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_open(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        opened_type: *mut H5I_type_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> *mut c_void;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_copy(
        src_obj: *mut c_void,
        loc_params1: *const H5VL_loc_params_t,
        src_name: *const c_char,
        dst_obj: *mut c_void,
        loc_params2: *const H5VL_loc_params_t,
        dst_name: *const c_char,
        connector_id: hid_t,
        ocpypl_id: hid_t,
        lcpl_id: hid_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_get(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_object_get_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_specific(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_object_specific_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLobject_optional(
        obj: *mut c_void,
        loc_params: *const H5VL_loc_params_t,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLintrospect_get_conn_cls(
        obj: *mut c_void,
        connector_id: hid_t,
        lvl: H5VL_get_conn_lvl_t,
        conn_cls: *mut *const H5VL_class_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLintrospect_get_cap_flags(
        info: *const c_void,
        connector_id: hid_t,
        cap_flags: *mut u64,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLintrospect_opt_query(
        obj: *mut c_void,
        connector_id: hid_t,
        subcls: H5VL_subclass_t,
        opt_type: c_int,
        flags: *mut u64,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_wait(
        req: *mut c_void,
        connector_id: hid_t,
        timeout: u64,
        status: *mut H5VL_request_status_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_notify(
        req: *mut c_void,
        connector_id: hid_t,
        cb: H5VL_request_notify_t,
        ctx: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_cancel(
        req: *mut c_void,
        connector_id: hid_t,
        status: *mut H5VL_request_status_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_specific(
        req: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_request_specific_args_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_optional(
        req: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLrequest_free(req: *mut c_void, connector_id: hid_t) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLblob_put(
        obj: *mut c_void,
        connector_id: hid_t,
        buf: *const c_void,
        size: usize,
        blob_id: *mut c_void,
        ctx: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLblob_get(
        obj: *mut c_void,
        connector_id: hid_t,
        blob_id: *const c_void,
        buf: *mut c_void,
        size: usize,
        ctx: *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLblob_specific(
        obj: *mut c_void,
        connector_id: hid_t,
        blob_id: *mut c_void,
        args: *mut H5VL_blob_specific_args_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLblob_optional(
        obj: *mut c_void,
        connector_id: hid_t,
        blob_id: *mut c_void,
        args: *mut H5VL_optional_args_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLtoken_cmp(
        obj: *mut c_void,
        connector_id: hid_t,
        token1: *const H5O_token_t,
        token2: *const H5O_token_t,
        cmp_value: *mut c_int,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLtoken_to_str(
        obj: *mut c_void,
        obj_type: H5I_type_t,
        connector_id: hid_t,
        token: *const H5O_token_t,
        token_str: *mut *mut c_char,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLtoken_from_str(
        obj: *mut c_void,
        obj_type: H5I_type_t,
        connector_id: hid_t,
        token_str: *const c_char,
        token: *mut H5O_token_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLoptional(
        obj: *mut c_void,
        connector_id: hid_t,
        args: *mut H5VL_optional_args_t,
        dxpl_id: hid_t,
        req: *mut *mut c_void,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLnative_addr_to_token(
        loc_id: hid_t,
        addr: haddr_t,
        token: *mut H5O_token_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0.
    #[cfg(hdf5_ge_1_14)]
    pub fn H5VLnative_token_to_addr(
        loc_id: hid_t,
        token: H5O_token_t,
        addr: *mut haddr_t,
    ) -> herr_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VLpeek_connector_id_by_name(name: *const c_char) -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VLpeek_connector_id_by_value(value: H5VL_class_value_t) -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VLstart_lib_state() -> herr_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VLfinish_lib_state() -> herr_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VL_native_register() -> hid_t;
    /// Since HDF5 1.14.0, until before 2.0.0.
    #[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
    pub fn H5VL_pass_through_register() -> hid_t;
}

#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
/// Since HDF5 1.14.0, until before 2.0.0.
///
/// What the macro `H5VL_NATIVE` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5VL_NATIVE() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5VL_native_register() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5VL_NATIVE` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5VL_NATIVE() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5VL_NATIVE_g }
}

#[cfg(all(hdf5_ge_1_14, not(hdf5_ge_2_0)))]
/// Since HDF5 1.14.0, until before 2.0.0.
///
/// What the macro `H5VL_PASSTHRU` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5VL_PASSTHRU() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5VL_pass_through_register() }
}

#[cfg(hdf5_ge_2_0)]
/// Since HDF5 2.0.0.
///
/// What the macro `H5VL_PASSTHRU` stands for in C.
///
/// # Safety
///
/// The lock is held.
#[must_use]
#[inline]
pub unsafe fn H5VL_PASSTHRU() -> hid_t {
    // SAFETY: as the caller promises.
    unsafe { H5VL_PASSTHRU_g }
}
