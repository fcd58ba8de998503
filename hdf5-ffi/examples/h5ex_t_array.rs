//! Writes a dataset whose elements are arrays of 3 x 5 integers, as the HDF Group's
//! `h5ex_t_array.c` does.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILE: *const c_char = c"h5ex_t_array.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const ADIM0: usize = 3;
const ADIM1: usize = 5;

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t];
    let mut adims = [ADIM0 as hsize_t, ADIM1 as hsize_t];

    // i is the element of the dataset, j and k are the place in its array.
    let value = |i, j, k| i * j - j * k + i * k;
    let wdata: [[[c_int; ADIM1]; ADIM0]; DIM0] =
        from_fn(|i| from_fn(|j| from_fn(|k| value(i as c_int, j as c_int, k as c_int))));

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let filetype = ok(H5Tarray_create(H5T_STD_I64LE, 2, adims.as_ptr()));
        let memtype = ok(H5Tarray_create(H5T_NATIVE_INT, 2, adims.as_ptr()));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, filetype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));

        // The file is opened again; it tells the sizes of the arrays and of the dataset.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let filetype = ok(H5Dget_type(dset));
        ok(H5Tget_array_dims(filetype, adims.as_mut_ptr()));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0 as c_int; (dims[0] * adims[0] * adims[1]) as usize];

        let memtype = ok(H5Tarray_create(H5T_NATIVE_INT, 2, adims.as_ptr()));
        ok(H5Dread(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        for (i, element) in rdata.chunks((adims[0] * adims[1]) as usize).enumerate() {
            println!("DS1[{i}]:");
            print_rows(element.chunks(adims[1] as usize));
            println!();
        }

        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));
    }
}
