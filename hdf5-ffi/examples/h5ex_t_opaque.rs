//! Writes elements that the library takes as bytes and nothing more, as the HDF Group's
//! `h5ex_t_opaque.c` does.

mod support;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_opaque.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const LEN: usize = 7;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t];
    let wdata: [[u8; LEN]; DIM0] = [*b"OPAQUE0", *b"OPAQUE1", *b"OPAQUE2", *b"OPAQUE3"];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, and the tag ends with a zero byte and is used until it is freed.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The tag says to a reader what the bytes are.
        let dtype = ok(H5Tcreate(H5T_OPAQUE, LEN));
        ok(H5Tset_tag(dtype, c"Character array".as_ptr()));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, dtype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, dtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(dtype));
        ok(H5Fclose(file));

        // The file is opened again; it tells the size of an element and how many there are.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let dtype = ok(H5Dget_type(dset));
        let len = H5Tget_size(dtype);
        let tag = H5Tget_tag(dtype);
        assert!(len > 0 && !tag.is_null());
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0_u8; dims[0] as usize * len];
        ok(H5Dread(dset, dtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));

        println!("Datatype tag for DS1 is: \"{}\"", CStr::from_ptr(tag).to_string_lossy());
        for (i, element) in rdata.chunks(len).enumerate() {
            println!("DS1[{i}]: {}", String::from_utf8_lossy(element));
        }

        ok(H5free_memory(tag.cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(dtype));
        ok(H5Fclose(file));
    }
}
