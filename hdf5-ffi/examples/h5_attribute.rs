//! Writes array, scalar and string attributes, and reads them by name, by index and by iteration,
//! as the HDF Group's `h5_attribute.c` does.

mod support;

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::zeroed;
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"Attributes.h5".as_ptr();
const DATASET: *const c_char = c"Dataset".as_ptr();
const ANAME: *const c_char = c"Float attribute".as_ptr();
const INAME: *const c_char = c"Integer attribute".as_ptr();
const ANAMES: *const c_char = c"Character attribute".as_ptr();

/// Prints the name of an attribute, its shape, and its values if they are floating-point numbers.
unsafe extern "C" fn attr_info(
    loc_id: hid_t,
    name: *const c_char,
    _ainfo: *const H5A_info_t,
    _opdata: *mut c_void,
) -> herr_t {
    let mut sdim: [hsize_t; 64] = [0; 64];
    // SAFETY: H5Aiterate calls this while its caller holds the lock, with a name that ends with a
    // zero byte; no dataspace has more than 32 dimensions.
    unsafe {
        let attr = ok(H5Aopen(loc_id, name, H5P_DEFAULT));
        println!("\nName : {}", CStr::from_ptr(name).to_string_lossy());
        let atype = ok(H5Aget_type(attr));
        let aspace = ok(H5Aget_space(attr));
        let rank = ok(H5Sget_simple_extent_ndims(aspace));
        ok(H5Sget_simple_extent_dims(aspace, sdim.as_mut_ptr(), null_mut()));
        if rank > 0 {
            print!("Rank : {rank} \nDimension sizes : ");
            sdim[..rank as usize].iter().for_each(|size| print!("{size} "));
            println!();
        }
        if H5T_FLOAT == ok(H5Tget_class(atype)) {
            println!("Type : FLOAT ");
            let npoints = ok(H5Sget_simple_extent_npoints(aspace)) as usize;
            let mut float_array = vec![0_f32; npoints];
            ok(H5Aread(attr, H5T_NATIVE_FLOAT, float_array.as_mut_ptr().cast()));
            print!("Values : ");
            float_array.iter().for_each(|value| print!("{value:.6} "));
            println!();
        }
        ok(H5Tclose(atype));
        ok(H5Sclose(aspace));
        ok(H5Aclose(attr));
    }
    0
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let (fdim, adim): ([hsize_t; 1], [hsize_t; 2]) = ([7], [2, 3]);
    let vector: [c_int; 7] = [1, 2, 3, 4, 5, 6, 7];
    let matrix = [[-1_f32; 3]; 2];
    let point: c_int = 1;
    let string = c"ABCD";
    let mut point_out: c_int = 0;
    let mut string_out = [0_u8; 80];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements it is
    // read or written with, and an all-zero H5O_info_t is a valid one.
    unsafe {
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let fid = ok(H5Screate(H5S_SIMPLE));
        ok(H5Sset_extent_simple(fid, 1, fdim.as_ptr(), null()));
        let (int, all, default) = (H5T_NATIVE_INT, H5S_ALL, H5P_DEFAULT);
        let dataset = ok(H5Dcreate(file, DATASET, int, fid, default, default, default));
        ok(H5Dwrite(dataset, int, all, all, default, vector.as_ptr().cast()));

        // An array, ...
        let aid1 = ok(H5Screate(H5S_SIMPLE));
        ok(H5Sset_extent_simple(aid1, 2, adim.as_ptr(), null()));
        let attr1 = ok(H5Acreate(dataset, ANAME, H5T_NATIVE_FLOAT, aid1, default, default));
        ok(H5Awrite(attr1, H5T_NATIVE_FLOAT, matrix.as_ptr().cast()));

        // ... a number ...
        let aid2 = ok(H5Screate(H5S_SCALAR));
        let attr2 = ok(H5Acreate(dataset, INAME, int, aid2, default, default));
        ok(H5Awrite(attr2, int, (&raw const point).cast()));

        // ... and a string.
        let aid3 = ok(H5Screate(H5S_SCALAR));
        let atype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(atype, 5));
        ok(H5Tset_strpad(atype, H5T_STR_NULLTERM));
        let attr3 = ok(H5Acreate(dataset, ANAMES, atype, aid3, default, default));
        ok(H5Awrite(attr3, atype, string.as_ptr().cast()));

        ok(H5Sclose(aid1));
        ok(H5Sclose(aid2));
        ok(H5Sclose(aid3));
        ok(H5Sclose(fid));
        ok(H5Tclose(atype));
        ok(H5Aclose(attr1));
        ok(H5Aclose(attr2));
        ok(H5Aclose(attr3));
        ok(H5Dclose(dataset));
        ok(H5Fclose(file));

        // The file is opened again: the number by its name.
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDONLY, default));
        let dataset = ok(H5Dopen(file, DATASET, default));
        let attr = ok(H5Aopen(dataset, INAME, default));
        ok(H5Aread(attr, int, (&raw mut point_out).cast()));
        println!("The value of the attribute \"Integer attribute\" is {point_out} ");
        ok(H5Aclose(attr));

        // The string by looking at each.
        let mut oinfo: H5O_info_t = zeroed();
        #[cfg(hdf5_ge_1_12)]
        ok(H5Oget_info(dataset, &mut oinfo, H5O_INFO_NUM_ATTRS));
        #[cfg(not(hdf5_ge_1_12))]
        ok(H5Oget_info(dataset, &mut oinfo));
        let (dot, index, order) = (c".".as_ptr(), H5_INDEX_CRT_ORDER, H5_ITER_INC);
        for i in 0..oinfo.num_attrs {
            let attr = ok(H5Aopen_by_idx(dataset, dot, index, order, i, default, default));
            let atype = ok(H5Aget_type(attr));
            if ok(H5Tget_class(atype)) == H5T_STRING {
                let atype_mem = ok(H5Tget_native_type(atype, H5T_DIR_ASCEND));
                assert!(H5Tget_size(atype_mem) < string_out.len());
                ok(H5Aread(attr, atype_mem, string_out.as_mut_ptr().cast()));
                let value = CStr::from_bytes_until_nul(&string_out).expect("it ends with a zero");
                let value = value.to_string_lossy();
                println!("Found string attribute; its index is {i} , value =   {value} ");
                ok(H5Tclose(atype_mem));
            }
            ok(H5Aclose(attr));
            ok(H5Tclose(atype));
        }

        // And all of them by iteration.
        let none = null_mut();
        ok(H5Aiterate(dataset, H5_INDEX_NAME, order, none, Some(attr_info), null_mut()));
        ok(H5Dclose(dataset));
        ok(H5Fclose(file));
    }
}
