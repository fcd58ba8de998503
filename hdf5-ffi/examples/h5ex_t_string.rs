//! Writes strings of a fixed size, padded with spaces as Fortran pads them, as the HDF Group's
//! `h5ex_t_string.c` does.

mod support;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_string.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const SDIM: usize = 8;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t];
    let wdata: [[u8; SDIM]; DIM0] = [*b"Parting\0", *b"is such\0", *b"sweet\0\0\0", *b"sorrow.\0"];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The file needs no room for the zero byte that ends a string in C.
        let filetype = ok(H5Tcopy(H5T_FORTRAN_S1));
        ok(H5Tset_size(filetype, SDIM - 1));
        let memtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(memtype, SDIM));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, filetype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));

        // The file is opened again; it tells the size of a string and how many there are.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let filetype = ok(H5Dget_type(dset));
        let sdim = H5Tget_size(filetype) + 1; // with room for the zero byte
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0_u8; dims[0] as usize * sdim];
        let memtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(memtype, sdim));
        ok(H5Dread(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        for (i, string) in rdata.chunks(sdim).enumerate() {
            let string = CStr::from_bytes_until_nul(string).expect("it ends with a zero");
            println!("DS1[{i}]: {}", string.to_string_lossy());
        }

        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));
    }
}
