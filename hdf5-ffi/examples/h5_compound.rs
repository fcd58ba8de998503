//! Writes an array of structs and reads some of its fields, as the HDF Group's `h5_compound.c`
//! does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::mem::offset_of;
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"SDScompound.h5".as_ptr();
const DATASETNAME: *const c_char = c"ArrayOfStructures".as_ptr();
const LENGTH: usize = 10;

/// What is written.
#[repr(C)]
struct S1 {
    a: c_int,
    b: f32,
    c: f64,
}

/// What is read first: two of the fields, in another order.
#[repr(C)]
#[derive(Clone, Copy, Default)]
struct S2 {
    c: f64,
    a: c_int,
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let s1: [S1; LENGTH] =
        from_fn(|i| S1 { a: i as c_int, b: (i * i) as f32, c: 1.0 / (i + 1) as f64 });
    let mut s2 = [S2::default(); LENGTH];
    let mut s3 = [0_f32; LENGTH];
    let (a, b, c) = (c"a_name".as_ptr(), c"b_name".as_ptr(), c"c_name".as_ptr());

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, and the compound types say where the fields of the structs are.
    unsafe {
        let dim = [LENGTH as hsize_t];
        let space = ok(H5Screate_simple(1, dim.as_ptr(), null()));
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The struct as it is in memory is also what the file gets.
        let s1_tid = ok(H5Tcreate(H5T_COMPOUND, size_of::<S1>()));
        ok(H5Tinsert(s1_tid, a, offset_of!(S1, a), H5T_NATIVE_INT));
        ok(H5Tinsert(s1_tid, c, offset_of!(S1, c), H5T_NATIVE_DOUBLE));
        ok(H5Tinsert(s1_tid, b, offset_of!(S1, b), H5T_NATIVE_FLOAT));

        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dataset = ok(H5Dcreate(file, DATASETNAME, s1_tid, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dataset, s1_tid, H5S_ALL, H5S_ALL, H5P_DEFAULT, s1.as_ptr().cast()));

        ok(H5Tclose(s1_tid));
        ok(H5Sclose(space));
        ok(H5Dclose(dataset));
        ok(H5Fclose(file));

        // The file is opened again.
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dataset = ok(H5Dopen(file, DATASETNAME, H5P_DEFAULT));

        // Fields are found by their names.
        let s2_tid = ok(H5Tcreate(H5T_COMPOUND, size_of::<S2>()));
        ok(H5Tinsert(s2_tid, c, offset_of!(S2, c), H5T_NATIVE_DOUBLE));
        ok(H5Tinsert(s2_tid, a, offset_of!(S2, a), H5T_NATIVE_INT));
        ok(H5Dread(dataset, s2_tid, H5S_ALL, H5S_ALL, H5P_DEFAULT, s2.as_mut_ptr().cast()));

        println!("\nField c : ");
        s2.iter().for_each(|s| print!("{:.4} ", s.c));
        println!("\n\nField a : ");
        s2.iter().for_each(|s| print!("{} ", s.a));
        println!();

        // A single field fits into an array of numbers.
        let s3_tid = ok(H5Tcreate(H5T_COMPOUND, size_of::<f32>()));
        ok(H5Tinsert(s3_tid, b, 0, H5T_NATIVE_FLOAT));
        ok(H5Dread(dataset, s3_tid, H5S_ALL, H5S_ALL, H5P_DEFAULT, s3.as_mut_ptr().cast()));

        println!("\nField b : ");
        s3.iter().for_each(|b| print!("{b:.4} "));
        println!();

        ok(H5Tclose(s2_tid));
        ok(H5Tclose(s3_tid));
        ok(H5Dclose(dataset));
        ok(H5Fclose(file));
    }
}
