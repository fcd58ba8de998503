//! Stores a compound type in a file under a name, as the HDF Group's `h5ex_t_commit.c` does.

mod support;

use std::ffi::{CStr, c_char, c_uint};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_commit.h5".as_ptr();
const DATATYPE: *const c_char = c"Sensor_Type".as_ptr();

fn main() {
    support::enter_folder();
    let _lock = lock();
    // SAFETY: the lock is held, every pointer outlives its call, and the names that the library
    // allocates end with a zero byte and are used until they are freed.
    unsafe {
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));

        // In memory a string of variable length is a pointer.
        let strtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(strtype, H5T_VARIABLE));
        let string = size_of::<*mut c_char>();
        let filetype = ok(H5Tcreate(H5T_COMPOUND, 8 + string + 8 + 8));
        ok(H5Tinsert(filetype, c"Serial number".as_ptr(), 0, H5T_STD_I64BE));
        ok(H5Tinsert(filetype, c"Location".as_ptr(), 8, strtype));
        ok(H5Tinsert(filetype, c"Temperature (F)".as_ptr(), 8 + string, H5T_IEEE_F64BE));
        ok(H5Tinsert(filetype, c"Pressure (inHg)".as_ptr(), 8 + string + 8, H5T_IEEE_F64BE));
        ok(H5Tcommit(file, DATATYPE, filetype, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));

        ok(H5Tclose(filetype));
        ok(H5Tclose(strtype));
        ok(H5Fclose(file));

        // The file is opened again, and the type in it.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, H5P_DEFAULT));
        let filetype = ok(H5Topen(file, DATATYPE, H5P_DEFAULT));
        println!("Named datatype: Sensor_Type:");
        if ok(H5Tget_class(filetype)) == H5T_COMPOUND {
            println!("   Class: H5T_COMPOUND");
            let nmembs = ok(H5Tget_nmembers(filetype));
            for i in 0..nmembs as c_uint {
                let name = H5Tget_member_name(filetype, i);
                assert!(!name.is_null());
                println!("   {}", CStr::from_ptr(name).to_string_lossy());
                ok(H5free_memory(name.cast()));
            }
        }

        ok(H5Tclose(filetype));
        ok(H5Fclose(file));
    }
}
