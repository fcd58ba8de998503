//! Writes references to points and to blocks of a dataset, and reads what they refer to, as the HDF
//! Group's `h5ex_t_regref.c` does with the references that every version of the library has.

mod support;

use std::ffi::{CStr, c_char};
use std::mem::zeroed;
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_regref.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DATASET2: *const c_char = c"DS2".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims: [hsize_t; 1] = [2];
    let dims2: [hsize_t; 2] = [3, 16];
    let coords: [[hsize_t; 2]; 4] = [[0, 1], [2, 11], [1, 0], [2, 4]];
    let (start, stride): ([hsize_t; 2], [hsize_t; 2]) = ([0, 0], [2, 11]);
    let (count, block): ([hsize_t; 2], [hsize_t; 2]) = ([2, 2], [1, 3]);
    let wdata2 = [*b"The quick brown\0", *b"fox jumps over \0", *b"the 5 lazy dogs\0"];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataspace it is read or written with, and all zeros are a valid reference to nothing.
    unsafe {
        let (default, set, all) = (H5P_DEFAULT, H5S_SELECT_SET, H5S_ALL);
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));

        // What is referred to: three lines of text.
        let space = ok(H5Screate_simple(2, dims2.as_ptr(), null()));
        let dset2 = ok(H5Dcreate(file, DATASET2, H5T_STD_I8LE, space, default, default, default));
        ok(H5Dwrite(dset2, H5T_NATIVE_CHAR, all, all, default, wdata2.as_ptr().cast()));

        // A reference to four points, and one to four blocks.
        let mut wdata: [hdset_reg_ref_t; 2] = zeroed();
        ok(H5Sselect_elements(space, set, 4, coords.as_ptr().cast()));
        ok(H5Rcreate((&raw mut wdata[0]).cast(), file, DATASET2, H5R_DATASET_REGION, space));
        let (start, stride) = (start.as_ptr(), stride.as_ptr());
        ok(H5Sselect_hyperslab(space, set, start, stride, count.as_ptr(), block.as_ptr()));
        ok(H5Rcreate((&raw mut wdata[1]).cast(), file, DATASET2, H5R_DATASET_REGION, space));
        ok(H5Sclose(space));

        let (space, regref) = (ok(H5Screate_simple(1, dims.as_ptr(), null())), H5T_STD_REF_DSETREG);
        let dset = ok(H5Dcreate(file, DATASET, regref, space, default, default, default));
        ok(H5Dwrite(dset, regref, all, all, default, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Dclose(dset2));
        ok(H5Sclose(space));
        ok(H5Fclose(file));

        // The file is opened again, and the references in it followed.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, default));
        let dset = ok(H5Dopen(file, DATASET, default));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata: Vec<hdset_reg_ref_t> = vec![zeroed(); dims[0] as usize];
        ok(H5Sclose(space));
        ok(H5Dread(dset, regref, all, all, default, rdata.as_mut_ptr().cast()));
        for (i, reference) in rdata.iter().enumerate() {
            print!("DS1[{i}]:\n  ->");

            // The dataset, and what is selected in it.
            let reference = (&raw const *reference).cast();
            let dset2 = ok(H5Rdereference(dset, default, H5R_DATASET_REGION, reference));
            let space = ok(H5Rget_region(dset, H5R_DATASET_REGION, reference));
            let size = 1 + ok(H5Iget_name(dset2, null_mut(), 0)) as usize;
            let mut name = vec![0_u8; size];
            ok(H5Iget_name(dset2, name.as_mut_ptr().cast(), size));
            let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");

            // It is read into one row.
            let npoints = ok(H5Sget_select_npoints(space));
            let mut rdata2 = vec![0_u8; npoints as usize];
            let memspace = ok(H5Screate_simple(1, &(npoints as hsize_t), null()));
            let buf = rdata2.as_mut_ptr().cast();
            ok(H5Dread(dset2, H5T_NATIVE_CHAR, memspace, space, default, buf));
            println!(" {}: {}", name.to_string_lossy(), String::from_utf8_lossy(&rdata2));
            ok(H5Sclose(space));
            ok(H5Sclose(memspace));
            ok(H5Dclose(dset2));
        }

        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
