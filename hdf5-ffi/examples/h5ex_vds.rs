//! Three datasets of three files become rows of one virtual dataset, as in the HDF Group's
//! `h5ex_vds.c`.

#[path = "support/rows.rs"]
mod rows;
mod support;

use std::ffi::{CStr, c_char, c_int};
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use rows::print_rows;
use support::ok;

const FILE: *const c_char = c"h5ex_vds.h5".as_ptr();
const DATASET: *const c_char = c"VDS".as_ptr();
const SRC_FILE: [&CStr; 3] = [c"h5ex_vds_a.h5", c"h5ex_vds_b.h5", c"h5ex_vds_c.h5"];
const SRC_DATASET: [&CStr; 3] = [c"A", c"B", c"C"];
const VDSDIM0: usize = 4;
const VDSDIM1: usize = 6;
const DIM0: usize = 6;

/// Calls a function that writes a name into a buffer: for the length first, then for the name.
fn name(mut get: impl FnMut(*mut c_char, usize) -> isize) -> String {
    let len = ok(get(null_mut(), 0)) as usize;
    let mut name = vec![0_u8; len + 1];
    ok(get(name.as_mut_ptr().cast(), len + 1));
    CStr::from_bytes_until_nul(&name).expect("it ends with a zero").to_string_lossy().into_owned()
}

/// Prints what is selected of a virtual dataset: its blocks, and the numbers that make them.
///
/// # Safety
///
/// The lock is held, and the dataspace has two dimensions.
unsafe fn print_selection(vspace: hid_t) {
    let (mut start, mut stride, mut count, mut block) = ([0; 2], [0; 2], [0; 2], [0; 2]);
    // SAFETY: the caller holds the lock, every pointer outlives its call, and the buffers have room
    // for two dimensions and for two corners of each block.
    unsafe {
        if ok(H5Sget_select_type(vspace)) != H5S_SEL_HYPERSLABS {
            return;
        }
        let nblocks = ok(H5Sget_select_hyper_nblocks(vspace));
        let mut buf: Vec<[hsize_t; 4]> = vec![[0; 4]; nblocks as usize];
        ok(H5Sget_select_hyper_blocklist(vspace, 0, nblocks as hsize_t, buf.as_mut_ptr().cast()));
        for [row, column, last_row, last_column] in buf {
            println!("({row},{column}) - ({last_row},{last_column})");
        }
        if ok(H5Sis_regular_hyperslab(vspace)) > 0 {
            let (start, stride) = (start.as_mut_ptr(), stride.as_mut_ptr());
            let (count, block) = (count.as_mut_ptr(), block.as_mut_ptr());
            ok(H5Sget_regular_hyperslab(vspace, start, stride, count, block));
        }
    }
    println!("         start  = {start:?} ");
    println!("         stride = {stride:?} ");
    println!("         count  = {count:?} ");
    println!("         block  = {block:?} ");
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let vdsdims = [VDSDIM0 as hsize_t, VDSDIM1 as hsize_t];
    let dims = [DIM0 as hsize_t];
    let fill_value: c_int = -1;
    let mut rdata = [[0 as c_int; VDSDIM1]; VDSDIM0];

    // SAFETY: the lock is held, every pointer outlives its call, and each buffer has the elements of
    // its dataset.
    unsafe {
        let (default, le) = (H5P_DEFAULT, H5T_STD_I32LE);
        for i in 0..3 {
            let wdata = [i as c_int + 1; DIM0];
            let file = ok(H5Fcreate(SRC_FILE[i].as_ptr(), H5F_ACC_TRUNC, default, default));
            let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
            let src_dataset = SRC_DATASET[i].as_ptr();
            let dset = ok(H5Dcreate(file, src_dataset, le, space, default, default, default));
            let buf = wdata.as_ptr().cast();
            ok(H5Dwrite(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, default, buf));
            ok(H5Sclose(space));
            ok(H5Dclose(dset));
            ok(H5Fclose(file));
        }

        // The virtual dataset has four rows; the last has no source, so it reads as -1.
        let file = ok(H5Fcreate(FILE, H5F_ACC_TRUNC, default, default));
        let space = ok(H5Screate_simple(2, vdsdims.as_ptr(), null()));
        let dcpl = ok(H5Pcreate(H5P_DATASET_CREATE));
        ok(H5Pset_fill_value(dcpl, H5T_NATIVE_INT, (&raw const fill_value).cast()));
        let (count, block): ([hsize_t; 2], [hsize_t; 2]) = ([1, 1], [1, VDSDIM1 as hsize_t]);
        let src_space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        for i in 0..3 {
            let start = [i as hsize_t, 0];
            let (start, count, block) = (start.as_ptr(), count.as_ptr(), block.as_ptr());
            ok(H5Sselect_hyperslab(space, H5S_SELECT_SET, start, null(), count, block));
            let (src_file, src_dataset) = (SRC_FILE[i].as_ptr(), SRC_DATASET[i].as_ptr());
            ok(H5Pset_virtual(dcpl, space, src_file, src_dataset, src_space));
        }
        let dset = ok(H5Dcreate(file, DATASET, le, space, default, dcpl, default));
        ok(H5Sclose(space));
        ok(H5Sclose(src_space));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));

        // The file is opened again, and asked where the rows come from.
        let file = ok(H5Fopen(FILE, H5F_ACC_RDONLY, default));
        let dset = ok(H5Dopen(file, DATASET, default));
        let dcpl = ok(H5Dget_create_plist(dset));
        assert_eq!(ok(H5Pget_layout(dcpl)), H5D_VIRTUAL);
        println!(" Dataset has a virtual layout ");
        let mut num_map = 0;
        ok(H5Pget_virtual_count(dcpl, &mut num_map));
        println!(" Number of mappings is {num_map}");
        for i in 0..num_map {
            print!(" Mapping {i} \n         Selection in the virtual dataset ");
            let vspace = ok(H5Pget_virtual_vspace(dcpl, i));
            print_selection(vspace);
            let filename = name(|buf, size| H5Pget_virtual_filename(dcpl, i, buf, size));
            println!("         Source filename {filename}");
            let dsetname = name(|buf, size| H5Pget_virtual_dsetname(dcpl, i, buf, size));
            println!("         Source dataset name {dsetname}");
            print!("         Selection in the source dataset ");
            let src_space = ok(H5Pget_virtual_srcspace(dcpl, i));
            if ok(H5Sget_select_type(src_space)) == H5S_SEL_ALL {
                println!("(0) - ({}) ", DIM0 - 1);
            }
            ok(H5Sclose(vspace));
            ok(H5Sclose(src_space));
        }

        let buf = rdata.as_mut_ptr().cast();
        ok(H5Dread(dset, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, default, buf));
        println!(" VDS Data:");
        print_rows(rdata);
        ok(H5Pclose(dcpl));
        ok(H5Dclose(dset));
        ok(H5Fclose(file));
    }
}
