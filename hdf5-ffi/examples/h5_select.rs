//! Writes blocks and single points of a dataset and reads the union of two rectangles, as the HDF
//! Group's `h5_select.c` does.

mod support;

use std::array::from_fn;
use std::ffi::{c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"Select.h5".as_ptr();
const DATASET: *const c_char = c"Matrix in file".as_ptr();
const MSPACE1_DIM: usize = 50;
const MSPACE_DIM1: usize = 8;
const MSPACE_DIM2: usize = 9;
const NPOINTS: usize = 4;

/// `H5Sselect_hyperslab`, with arrays in place of pointers to them.
///
/// # Safety
///
/// The lock is held, and the dataspace has N dimensions.
unsafe fn select<const N: usize>(space: hid_t, op: H5S_seloper_t, slab: [[hsize_t; N]; 4]) {
    let [start, stride, count, block] = slab.each_ref().map(|numbers| numbers.as_ptr());
    // SAFETY: the caller holds the lock, and each array has an element for each dimension.
    ok(unsafe { H5Sselect_hyperslab(space, op, start, stride, count, block) });
}

fn main() {
    support::enter_folder();
    let _lock = lock();

    let dim1: [hsize_t; 1] = [MSPACE1_DIM as hsize_t];
    let dim2: [hsize_t; 1] = [NPOINTS as hsize_t];
    let fdim: [hsize_t; 2] = [8, 12];
    let mdim: [hsize_t; 2] = [MSPACE_DIM1 as hsize_t, MSPACE_DIM2 as hsize_t];
    let fillvalue: c_int = 0;
    let mut matrix_out = [[0 as c_int; MSPACE_DIM2]; MSPACE_DIM1];
    let mut vector: [c_int; MSPACE1_DIM] = from_fn(|i| i as c_int);
    (vector[0], vector[MSPACE1_DIM - 1]) = (-1, -1);
    let values: [c_int; NPOINTS] = [53, 59, 61, 67];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // the dataspace it is read or written with.
    unsafe {
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let plist = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_fill_value(plist, H5T_NATIVE_INT, (&raw const fillvalue).cast()));
        let fid = ok(H5Screate_simple(2, fdim.as_ptr(), null()));
        let (lcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT);
        let dataset = ok(H5Dcreate(file, DATASET, H5T_NATIVE_INT, fid, lcpl, plist, dapl));

        // 2 x 4 blocks of 3 x 2 elements in the file, 4 x 3 apart, starting at (0, 1) ...
        select(fid, H5S_SELECT_SET, [[0, 1], [4, 3], [2, 4], [3, 2]]);

        // ... get the 48 elements of the vector that follow its first: 1, 2, .. 48.
        let mid1 = ok(H5Screate_simple(1, dim1.as_ptr(), null()));
        select(mid1, H5S_SELECT_SET, [[1], [1], [48], [1]]);
        let buf = vector.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, mid1, fid, H5P_DEFAULT, buf));

        // Then four points are overwritten, in this order.
        ok(H5Sselect_none(fid));
        let mid2 = ok(H5Screate_simple(1, dim2.as_ptr(), null()));
        let coord: [[hsize_t; 2]; NPOINTS] = [[0, 0], [3, 3], [3, 5], [5, 6]];
        ok(H5Sselect_elements(fid, H5S_SELECT_SET, NPOINTS, coord.as_ptr().cast()));
        let buf = values.as_ptr().cast();
        ok(H5Dwrite(dataset, H5T_NATIVE_INT, mid2, fid, H5P_DEFAULT, buf));

        ok(H5Sclose(mid1));
        ok(H5Sclose(mid2));
        ok(H5Sclose(fid));
        ok(H5Dclose(dataset));
        ok(H5Fclose(file));

        // The file is opened again, and two rectangles that overlap are selected in the dataset.
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dataset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let fid = ok(H5Dget_space(dataset));
        select(fid, H5S_SELECT_SET, [[1, 2], [1, 1], [3, 4], [1, 1]]);
        select(fid, H5S_SELECT_OR, [[2, 4], [1, 1], [6, 5], [1, 1]]);

        // In memory the same figure is selected, further up and to the left.
        let mid = ok(H5Screate_simple(2, mdim.as_ptr(), null()));
        select(mid, H5S_SELECT_SET, [[0, 0], [1, 1], [3, 4], [1, 1]]);
        select(mid, H5S_SELECT_OR, [[1, 2], [1, 1], [6, 5], [1, 1]]);
        let buf = matrix_out.as_mut_ptr().cast();
        ok(H5Dread(dataset, H5T_NATIVE_INT, mid, fid, H5P_DEFAULT, buf));
        for row in matrix_out {
            row.iter().for_each(|value| print!("{value:3}  "));
            println!();
        }

        ok(H5Sclose(mid));
        ok(H5Sclose(fid));
        ok(H5Dclose(dataset));
        ok(H5Pclose(plist));
        ok(H5Fclose(file));
    }
}
