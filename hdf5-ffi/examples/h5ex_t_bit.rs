//! Packs four numbers of two bits into each byte of a dataset of bit fields, as the HDF Group's
//! `h5ex_t_bit.c` does.

mod support;

use std::array::from_fn;
use std::ffi::c_char;
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILE: *const c_char = c"h5ex_t_bit.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;

/// The four fields of the byte in row i and column j.
fn pack(i: usize, j: usize) -> u8 {
    let a = (i * j).wrapping_sub(j) & 0x03;
    let b = (i & 0x03) << 2;
    let c = (j & 0x03) << 4;
    let d = ((i + j) & 0x03) << 6;
    (a | b | c | d) as u8
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let wdata: [[u8; DIM1]; DIM0] = from_fn(|i| from_fn(|j| pack(i, j)));

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataset.
    unsafe {
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, H5T_STD_B8BE, space, lcpl, dcpl, dapl));
        let buf = wdata.as_ptr().cast();
        ok(H5Dwrite(dset, H5T_NATIVE_B8, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again; the dataset tells how large a buffer it takes.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0_u8; (dims[0] * dims[1]) as usize];
        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_B8, H5S_ALL, H5S_ALL, H5P_DEFAULT, buf));

        println!("DS1:");
        for row in rdata.chunks(dims[1] as usize) {
            print!(" [");
            for byte in row {
                let [a, b, c, d] = [0, 2, 4, 6].map(|shift| (byte >> shift) & 0x03);
                print!(" {{{a}, {b}, {c}, {d}}}");
            }
            println!(" ]");
        }

        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Fclose(file));
    }
}
