//! Writes strings of different lengths, as the HDF Group's `h5ex_t_vlstring.c` does.

mod support;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"h5ex_t_vlstring.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t];
    let wdata: [*const c_char; DIM0] =
        [c"Parting", c"is such", c"sweet", c"sorrow."].map(CStr::as_ptr);

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, and what the library allocates is used until it is given back.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let filetype = ok(H5Tcopy(H5T_FORTRAN_S1));
        ok(H5Tset_size(filetype, H5T_VARIABLE));
        let memtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(memtype, H5T_VARIABLE));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, filetype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));

        // The file is opened again. The library allocates the strings, this program only the places
        // for their addresses.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let filetype = ok(H5Dget_type(dset));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata: Vec<*mut c_char> = vec![null_mut(); dims[0] as usize];
        let memtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(memtype, H5T_VARIABLE));
        ok(H5Dread(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        for (i, string) in rdata.iter().enumerate() {
            assert!(!string.is_null(), "each string was written");
            println!("DS1[{i}]: {}", CStr::from_ptr(*string).to_string_lossy());
        }

        // This frees the strings, for they are of variable length like any other sequence.
        ok(H5Dvlen_reclaim(memtype, space, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));
    }
}
