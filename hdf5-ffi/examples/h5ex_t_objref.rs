//! Writes references to a group and a dataset, and follows them, as the HDF Group's
//! `h5ex_t_objref.c` does with the references that every version of the library has.

mod support;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_objref.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 2;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t];
    let mut wdata: [hobj_ref_t; DIM0] = [0; DIM0];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, and the name has the room that is told.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));

        // What is referred to: a dataset without elements, and a group.
        let space = ok(H5Screate(H5S_NULL));
        let (ds2, le) = (c"DS2".as_ptr(), H5T_STD_I32LE);
        let obj = ok(H5Dcreate(file, ds2, le, space, default, default, default));
        ok(H5Dclose(obj));
        ok(H5Sclose(space));
        let g1 = c"G1".as_ptr();
        let obj = ok(H5Gcreate(file, g1, default, default, default));
        ok(H5Gclose(obj));

        // References to them; no part of them is selected, so there is no dataspace.
        ok(H5Rcreate((&raw mut wdata[0]).cast(), file, g1, H5R_OBJECT, -1));
        ok(H5Rcreate((&raw mut wdata[1]).cast(), file, ds2, H5R_OBJECT, -1));
        let (space, objref) = (ok(H5Screate_simple(1, dims.as_ptr(), null())), H5T_STD_REF_OBJ);
        let dset = ok(H5Dcreate(file, DATASET, objref, space, default, default, default));
        ok(H5Dwrite(dset, objref, H5S_ALL, H5S_ALL, default, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and the references in it followed.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, default));
        let dset = ok(H5Dopen(file, DATASET, default));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata: Vec<hobj_ref_t> = vec![0; dims[0] as usize];
        ok(H5Dread(dset, objref, H5S_ALL, H5S_ALL, default, rdata.as_mut_ptr().cast()));
        for (i, reference) in rdata.iter().enumerate() {
            print!("DS1[{i}]:\n  ->");
            let reference = (&raw const *reference).cast();
            let obj = ok(H5Rdereference(dset, default, H5R_OBJECT, reference));
            let mut objtype = H5O_TYPE_UNKNOWN;
            ok(H5Rget_obj_type(dset, H5R_OBJECT, reference, &mut objtype));

            // The length of the name first, then the name.
            let size = 1 + ok(H5Iget_name(obj, null_mut(), 0)) as usize;
            let mut name = vec![0_u8; size];
            ok(H5Iget_name(obj, name.as_mut_ptr().cast(), size));
            match objtype {
                H5O_TYPE_GROUP => print!("Group"),
                H5O_TYPE_DATASET => print!("Dataset"),
                H5O_TYPE_NAMED_DATATYPE => print!("Named Datatype"),
                _ => print!("Unknown"),
            }
            ok(H5Oclose(obj));
            let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");
            println!(": {}", name.to_string_lossy());
        }

        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
