//! The high-level library: `cargo test -p hdf5-ffi --features hl`.

#![cfg(feature = "hl")]

use std::ffi::{CString, c_char, c_int};
use std::ptr::null;

use hdf5_ffi::*;

#[test]
fn a_dataset_made_by_the_high_level_library_has_its_values_and_its_scale() {
    let dir = tempfile::tempdir().expect("a folder for the test's files");
    let path = dir.path().join("hl.h5");
    let path = CString::new(path.to_str().expect("a path in UTF-8")).expect("no zero in it");
    let written: [c_int; 6] = [1, 2, 3, 4, 5, 6];
    let mut read = [0; 6];
    let _lock = lock();
    // SAFETY: the lock is held; strings end in a zero; the buffers have as many elements as the dimensions say;
    // every id is closed once.
    unsafe {
        let file = H5Fcreate(path.as_ptr(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT);
        let (data, scale) = (c"data".as_ptr(), c"x".as_ptr());
        assert!(H5LTmake_dataset_int(file, data, 2, [2, 3].as_ptr(), written.as_ptr()) >= 0);
        assert!(H5LTmake_dataset_int(file, scale, 1, [3].as_ptr(), written.as_ptr()) >= 0);
        assert!(H5LTread_dataset_int(file, data, read.as_mut_ptr()) >= 0);

        let data = H5Dopen2(file, data, H5P_DEFAULT);
        let scale = H5Dopen2(file, scale, H5P_DEFAULT);
        assert!(H5DSset_scale(scale, null::<c_char>()) >= 0);
        assert!(H5DSattach_scale(data, scale, 1) >= 0);
        assert_eq!(H5DSis_attached(data, scale, 1), 1);
        assert_eq!(H5DSis_attached(data, scale, 0), 0);
        assert!(H5Dclose(scale) >= 0 && H5Dclose(data) >= 0 && H5Fclose(file) >= 0);
    }
    assert_eq!(read, written);
}

#[test]
fn a_datatype_is_parsed_from_the_text_that_h5dump_prints() {
    let _lock = lock();
    let text = c"H5T_COMPOUND { H5T_STD_I16BE \"a\"; H5T_ARRAY { [4] H5T_IEEE_F32LE } \"b\"; }";
    // SAFETY: the lock is held; the text ends in a zero; the type is closed once.
    unsafe {
        let parsed = H5LTtext_to_dtype(text.as_ptr(), H5LT_DDL);
        assert!(parsed >= 0);
        assert_eq!(H5Tget_nmembers(parsed), 2);
        assert_eq!(H5Tget_size(parsed), 2 + 4 * 4);
        assert!(H5Tclose(parsed) >= 0);
    }
}
