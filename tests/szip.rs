//! The szip filter, in a libhdf5 that has it: Debian's, or the vendored one with `hdf5-ffi/szip`.

#![cfg(hdf5_have_szip)]

use std::ffi::CString;
use std::ptr::null;

use hdf5_ffi::*;

#[test]
fn h5dump_reads_what_szip_compressed_here() {
    let h5dump = judges::h5dump!();
    let dir = judges::scratch();
    let path = dir.file("szip.h5");
    let name = CString::new(path.to_str().expect("a path in UTF-8")).expect("no zero in it");
    let values: Vec<i32> = (0..1000).map(|i| i * 3 - 500).collect();
    {
        let _lock = lock();
        let (dims, chunk) = ([values.len() as hsize_t], [256 as hsize_t]);
        // SAFETY: the lock is held; strings end in a zero; the buffer holds as many native integers as the
        // dataset; every id is closed once.
        unsafe {
            let file = H5Fcreate(name.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
            let space = H5Screate_simple(1, dims.as_ptr(), null());
            let list = H5Pcreate(H5P_DATASET_CREATE);
            assert!(H5Pset_chunk(list, 1, chunk.as_ptr()) >= 0);
            assert!(H5Pset_szip(list, H5_SZIP_NN_OPTION_MASK, 16) >= 0);
            let int = H5T_NATIVE_INT;
            let data =
                H5Dcreate2(file, c"data".as_ptr(), int, space, H5P_DEFAULT, list, H5P_DEFAULT);
            let from = values.as_ptr().cast();
            assert!(H5Dwrite(data, int, H5S_ALL, H5S_ALL, H5P_DEFAULT, from) >= 0);
            for closed in [H5Dclose(data), H5Pclose(list), H5Sclose(space), H5Fclose(file)] {
                assert!(closed >= 0);
            }
        }
    }
    let printed = h5dump.dump(&path, &["-p", "-y", "-w", "0", "-d", "data"]);
    assert!(printed.contains("COMPRESSION SZIP"), "{printed}");
    let all: Vec<String> = values.iter().map(i32::to_string).collect();
    assert!(printed.contains(&all.join(", ")), "{printed}");
}
