//! Asks whether groups exist, and creates one with all the groups above it, as the HDF Group's
//! `h5_interm_group.c` does.

mod support;

use std::ffi::{CStr, c_char};
use std::mem::zeroed;

use hdf5_ffi::*;
use support::ok;

const H5FILE_NAME: *const c_char = c"interm_group.h5".as_ptr();
const G1: *const c_char = c"/G1".as_ptr();
const G2: *const c_char = c"/G1/G2".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, every pointer outlives its call, the name has the room that is told,
    // and an all-zero H5G_info_t is a valid one.
    unsafe {
        let file = ok(H5Fcreate(H5FILE_NAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
        let g1_id = ok(H5Gcreate(file, G1, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        ok(H5Gclose(g1_id));
        ok(H5Fclose(file));

        // The file is opened again.
        let file = ok(H5Fopen(H5FILE_NAME, H5F_ACC_RDWR, H5P_DEFAULT));
        if ok(H5Lexists(file, G1, H5P_DEFAULT)) != 0 {
            println!("Group /G1 exists in the file");
        }

        // A name is asked for one link at a time: "G2/G3" would be an error without "G2".
        let g1_id = ok(H5Gopen(file, G1, H5P_DEFAULT));
        if ok(H5Lexists(g1_id, c"G2".as_ptr(), H5P_DEFAULT)) == 0 {
            let grp_crt_plist = ok(H5Pcreate(H5P_LINK_CREATE));
            ok(H5Pset_create_intermediate_group(grp_crt_plist, 1));
            let (gcpl, gapl) = (H5P_DEFAULT, H5P_DEFAULT);
            let g3_id = ok(H5Gcreate(g1_id, c"G2/G3".as_ptr(), grp_crt_plist, gcpl, gapl));
            ok(H5Gclose(g3_id));
            ok(H5Pclose(grp_crt_plist));
        }
        ok(H5Gclose(g1_id));

        // Now "G2" is there as well.
        if ok(H5Lexists(file, G2, H5P_DEFAULT)) != 0 {
            let g2_id = ok(H5Gopen(file, G2, H5P_DEFAULT));
            let mut g2_info: H5G_info_t = zeroed();
            ok(H5Gget_info(g2_id, &mut g2_info));
            println!("Group /G1/G2 has {} member(s)", g2_info.nlinks);
            for i in 0..g2_info.nlinks {
                let mut name = [0_u8; 3];
                ok(H5Lget_name_by_idx(
                    g2_id,
                    c".".as_ptr(),
                    H5_INDEX_NAME,
                    H5_ITER_NATIVE,
                    i,
                    name.as_mut_ptr().cast(),
                    name.len(),
                    H5P_DEFAULT,
                ));
                let name = CStr::from_bytes_until_nul(&name).expect("it ends with a zero");
                println!("Object's name is {}", name.to_string_lossy());
            }
            ok(H5Gclose(g2_id));
        }
        ok(H5Fclose(file));
    }
}
