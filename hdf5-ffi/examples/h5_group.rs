//! Links and unlinks a group and iterates over its members, as the HDF Group's `h5_group.c` does.

mod support;

use std::ffi::{CStr, c_char, c_void};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"group.h5".as_ptr();
const DATA: *const c_char = c"Data".as_ptr();

/// Prints the name of a link.
unsafe extern "C" fn file_info(
    _loc_id: hid_t,
    name: *const c_char,
    _linfo: *const H5L_info_t,
    _opdata: *mut c_void,
) -> herr_t {
    // SAFETY: H5Literate gives a name that ends with a zero byte.
    println!("\nName : {}", unsafe { CStr::from_ptr(name) }.to_string_lossy());
    0
}

/// Prints the name of a dataset, and its chunks or else the class of its type.
unsafe extern "C" fn group_info(
    loc_id: hid_t,
    name: *const c_char,
    _linfo: *const H5L_info_t,
    _opdata: *mut c_void,
) -> herr_t {
    let mut chunk_dims_out: [hsize_t; 2] = [0; 2];
    // SAFETY: H5Literate_by_name calls this while its caller holds the lock, with a name that ends
    // with a zero byte; the library writes at most two dimensions.
    unsafe {
        let did = ok(H5Dopen(loc_id, name, H5P_DEFAULT));
        println!("\nName : {}", CStr::from_ptr(name).to_string_lossy());
        let tid = ok(H5Dget_type(did));
        let pid = ok(H5Dget_create_plist(did));
        if H5D_CHUNKED == ok(H5Pget_layout(pid)) {
            let rank_chunk = ok(H5Pget_chunk(pid, 2, chunk_dims_out.as_mut_ptr()));
            let [chunk0, chunk1] = chunk_dims_out;
            println!("chunk rank {rank_chunk}, dimensions {chunk0} x {chunk1}");
        } else {
            match ok(H5Tget_class(tid)) {
                H5T_INTEGER => println!(" Datatype is 'H5T_NATIVE_INTEGER'.\n"),
                H5T_FLOAT => println!(" Datatype is 'H5T_NATIVE_FLOAT'.\n"),
                H5T_STRING => println!(" Datatype is 'H5T_NATIVE_STRING'.\n"),
                H5T_BITFIELD => println!(" Datatype is 'H5T_NATIVE_BITFIELD'.\n"),
                H5T_OPAQUE => println!(" Datatype is 'H5T_NATIVE_OPAQUE'.\n"),
                H5T_COMPOUND => println!(" Datatype is 'H5T_NATIVE_COMPOUND'.\n"),
                _ => {}
            }
        }
        ok(H5Dclose(did));
        ok(H5Pclose(pid));
        ok(H5Tclose(tid));
    }
    0
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, and every pointer outlives its call.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, default, default));
        let grp = ok(H5Gcreate(file, c"/Data".as_ptr(), default, default, default));

        // A compressed dataset in the group, by its absolute name.
        let (dims, cdims): ([hsize_t; 2], [hsize_t; 2]) = ([1000, 20], [20, 20]);
        let dataspace = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let plist = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_chunk(plist, 2, cdims.as_ptr()));
        ok(H5Pset_deflate(plist, 6));
        let name = c"/Data/Compressed_Data".as_ptr();
        let dataset = ok(H5Dcreate(file, name, H5T_NATIVE_INT, dataspace, default, plist, default));
        ok(H5Sclose(dataspace));
        ok(H5Dclose(dataset));

        // And one that is not.
        let dims: [hsize_t; 2] = [500, 20];
        let dataspace = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let name = c"/Data/Float_Data".as_ptr();
        let dataset =
            ok(H5Dcreate(file, name, H5T_NATIVE_FLOAT, dataspace, default, default, default));
        ok(H5Sclose(dataspace));
        ok(H5Dclose(dataset));
        ok(H5Pclose(plist));
        ok(H5Gclose(grp));
        ok(H5Fclose(file));

        // The file is opened again, and the first dataset in it.
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDWR, default));
        let grp = ok(H5Gopen(file, DATA, default));
        let dataset = ok(H5Dopen(grp, c"Compressed_Data".as_ptr(), default));
        println!("\"/Data/Compressed_Data\" dataset is open ");
        ok(H5Dclose(dataset));

        // A second name for the group leads to the same dataset.
        let data_new = c"Data_new".as_ptr();
        ok(H5Lcreate_hard(file, DATA, H5L_SAME_LOC, data_new, default, default));
        let dataset = ok(H5Dopen(file, c"/Data_new/Compressed_Data".as_ptr(), default));
        println!("\"/Data_new/Compressed_Data\" dataset is open ");
        ok(H5Dclose(dataset));

        // Both names are there; then the first is unlinked, and only the second is left.
        let (index, order, none) = (H5_INDEX_NAME, H5_ITER_INC, null_mut());
        ok(H5Literate(file, index, order, none, Some(file_info), null_mut()));
        ok(H5Ldelete(file, DATA, default));
        println!("\"Data\" is unlinked ");
        ok(H5Literate(file, index, order, none, Some(file_info), null_mut()));

        // What is in the group.
        let (name, op) = (c"/Data_new".as_ptr(), Some(group_info as _));
        ok(H5Literate_by_name(grp, name, index, order, none, op, null_mut(), default));
        ok(H5Gclose(grp));
        ok(H5Fclose(file));
    }
}
