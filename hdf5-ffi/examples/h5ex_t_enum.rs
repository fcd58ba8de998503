//! Writes a dataset of an enumerated type, as the HDF Group's `h5ex_t_enum.c` does.

mod support;

use std::array::from_fn;
use std::ffi::{CStr, c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_enum.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const DIM0: usize = 4;
const DIM1: usize = 7;
const NAME_BUF_SIZE: usize = 16;

/// The members of the type, each at the place of its value.
const NAMES: [&CStr; 4] = [c"SOLID", c"LIQUID", c"GAS", c"PLASMA"];

fn main() {
    support::enter_folder();
    let _lock = lock();
    let mut dims = [DIM0 as hsize_t, DIM1 as hsize_t];
    let wdata: [[c_int; DIM1]; DIM0] =
        from_fn(|i| from_fn(|j| (((i + 1) * j - j) % NAMES.len()) as c_int));

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // dataset, a value is never larger in the file than in memory, and the name has the room that is
    // told.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // The type of the file has the values in the file's integers, so they are converted.
        let (f_baset, m_baset) = (H5T_STD_I16BE, H5T_NATIVE_INT);
        let filetype = ok(H5Tenum_create(f_baset));
        let memtype = ok(H5Tenum_create(m_baset));
        for (i, name) in NAMES.iter().enumerate() {
            let mut val = i as c_int;
            ok(H5Tenum_insert(memtype, name.as_ptr(), (&raw const val).cast()));
            let buf = (&raw mut val).cast();
            ok(H5Tconvert(m_baset, f_baset, 1, buf, null_mut(), H5P_DEFAULT));
            ok(H5Tenum_insert(filetype, name.as_ptr(), (&raw const val).cast()));
        }

        let space = ok(H5Screate_simple(2, dims.as_ptr(), null()));
        let (lcpl, dcpl, dapl) = (H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        let dset = ok(H5Dcreate(file, DATASET, filetype, space, lcpl, dcpl, dapl));
        ok(H5Dwrite(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, wdata.as_ptr().cast()));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Fclose(file));

        // The file is opened again; the dataset tells how large a buffer it takes.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let dset = ok(H5Dopen(file, DATASET, H5P_DEFAULT));
        let space = ok(H5Dget_space(dset));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![0 as c_int; (dims[0] * dims[1]) as usize];
        ok(H5Dread(dset, memtype, H5S_ALL, H5S_ALL, H5P_DEFAULT, rdata.as_mut_ptr().cast()));

        println!("DS1:");
        for row in rdata.chunks(dims[1] as usize) {
            print!(" [");
            for value in row {
                let mut name = [0_u8; NAME_BUF_SIZE];
                let buf = name.as_mut_ptr().cast();
                ok(H5Tenum_nameof(memtype, (&raw const *value).cast(), buf, NAME_BUF_SIZE));
                let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");
                print!(" {:6}", name.to_string_lossy());
            }
            println!("]");
        }

        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(memtype));
        ok(H5Fclose(file));
    }
}
