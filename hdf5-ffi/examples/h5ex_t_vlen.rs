//! Writes two sequences of different lengths as the elements of a dataset, as the HDF Group's
//! `h5ex_t_vlen.c` does.

mod support;

use std::ffi::{c_char, c_int};
use std::ptr::{null, null_mut};
use std::slice;

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_vlen.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims: [hsize_t; 1] = [2];

    // A countdown, and the start of the Fibonacci sequence. They stay this program's, so that the
    // library is not asked to free them as in C.
    let mut countdown: [c_int; 3] = [3, 2, 1];
    let mut fibonacci: [c_int; 12] = [1; 12];
    for i in 2..fibonacci.len() {
        fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
    }
    let wdata = [
        hvl_t { len: countdown.len(), p: countdown.as_mut_ptr().cast() },
        hvl_t { len: fibonacci.len(), p: fibonacci.as_mut_ptr().cast() },
    ];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, and what the library allocates is used until it is given back.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let filetype = ok(H5Tvlen_create(H5T_STD_I32LE));
        let memtype = ok(H5Tvlen_create(H5T_NATIVE_INT));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, filetype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));

        // The file is opened again. The library allocates the sequences, this program only the
        // places for their lengths and addresses.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![hvl_t { len: 0, p: null_mut() }; dims[0] as usize];
        let memtype = ok(H5Tvlen_create(H5T_NATIVE_INT));
        ok(H5Dread(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        for (i, sequence) in rdata.iter().enumerate() {
            assert!(!sequence.p.is_null(), "no sequence here is empty");
            let numbers = slice::from_raw_parts(sequence.p.cast::<c_int>(), sequence.len);
            let numbers: Vec<String> = numbers.iter().map(c_int::to_string).collect();
            println!("DS1[{i}]:\n  {{ {} }}", numbers.join(", "));
        }

        ok(H5Dvlen_reclaim(memtype, space, H5P_DEFAULT, rdata.as_mut_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));
    }
}
