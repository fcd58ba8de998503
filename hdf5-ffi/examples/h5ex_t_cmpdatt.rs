//! Writes an attribute of structs, with a string in each, as the HDF Group's `h5ex_t_cmpdatt.c`
//! does.

mod support;

use std::ffi::{CStr, c_char, c_int};
use std::mem::offset_of;
use std::ptr::{null, null_mut};

use hdf5_ffi::*;
use support::ok;

const FILENAME: *const c_char = c"h5ex_t_cmpdatt.h5".as_ptr();
const DATASET: *const c_char = c"DS1".as_ptr();
const ATTRIBUTE: *const c_char = c"A1".as_ptr();
const SERIAL: *const c_char = c"Serial number".as_ptr();
const LOCATION: *const c_char = c"Location".as_ptr();
const TEMPERATURE: *const c_char = c"Temperature (F)".as_ptr();
const PRESSURE: *const c_char = c"Pressure (inHg)".as_ptr();

#[repr(C)]
#[derive(Clone)]
struct Sensor {
    serial_no: c_int,
    location: *const c_char,
    temperature: f64,
    pressure: f64,
}

const fn sensor(
    serial_no: c_int,
    location: &'static CStr,
    temperature: f64,
    pressure: f64,
) -> Sensor {
    Sensor { serial_no, location: location.as_ptr(), temperature, pressure }
}

fn main() {
    support::enter_folder();
    let _lock = lock();
    let wdata = [
        sensor(1153, c"Exterior (static)", 53.23, 24.57),
        sensor(1184, c"Intake", 55.12, 22.95),
        sensor(1027, c"Intake manifold", 103.55, 31.23),
        sensor(1313, c"Exhaust manifold", 1252.89, 84.11),
    ];
    let mut dims = [wdata.len() as hsize_t];

    // SAFETY: the lock is held, every pointer outlives its call, each buffer has the elements of the
    // attribute, and the compound type says where the fields of the struct are.
    unsafe {
        let default = H5P_DEFAULT;
        let file = ok(H5Fcreate(FILENAME, H5F_ACC_TRUNC, default, default));
        let strtype = ok(H5Tcopy(H5T_C_S1));
        ok(H5Tset_size(strtype, H5T_VARIABLE));

        // The struct in memory ...
        let memtype = ok(H5Tcreate(H5T_COMPOUND, size_of::<Sensor>()));
        ok(H5Tinsert(memtype, SERIAL, offset_of!(Sensor, serial_no), H5T_NATIVE_INT));
        ok(H5Tinsert(memtype, LOCATION, offset_of!(Sensor, location), strtype));
        ok(H5Tinsert(memtype, TEMPERATURE, offset_of!(Sensor, temperature), H5T_NATIVE_DOUBLE));
        ok(H5Tinsert(memtype, PRESSURE, offset_of!(Sensor, pressure), H5T_NATIVE_DOUBLE));

        // ... and in the file, where its fields have other sizes.
        let vlen = size_of::<hvl_t>();
        let filetype = ok(H5Tcreate(H5T_COMPOUND, 8 + vlen + 8 + 8));
        ok(H5Tinsert(filetype, SERIAL, 0, H5T_STD_I64BE));
        ok(H5Tinsert(filetype, LOCATION, 8, strtype));
        ok(H5Tinsert(filetype, TEMPERATURE, 8 + vlen, H5T_IEEE_F64BE));
        ok(H5Tinsert(filetype, PRESSURE, 8 + vlen + 8, H5T_IEEE_F64BE));

        // The dataset has no elements, only the attribute.
        let space = ok(H5Screate(H5S_NULL));
        let le = H5T_STD_I32LE;
        let dset = ok(H5Dcreate(file, DATASET, le, space, default, default, default));
        ok(H5Sclose(space));
        let space = ok(H5Screate_simple(1, dims.as_ptr(), null()));
        let attr = ok(H5Acreate(dset, ATTRIBUTE, filetype, space, default, default));
        ok(H5Awrite(attr, memtype, wdata.as_ptr().cast()));
        ok(H5Aclose(attr));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(filetype));
        ok(H5Fclose(file));

        // The file is opened again.
        let file = ok(H5Fopen(FILENAME, H5F_ACC_RDONLY, default));
        let dset = ok(H5Dopen(file, DATASET, default));
        let attr = ok(H5Aopen(dset, ATTRIBUTE, default));
        let space = ok(H5Aget_space(attr));
        ok(H5Sget_simple_extent_dims(space, dims.as_mut_ptr(), null_mut()));
        let mut rdata = vec![sensor(0, c"", 0.0, 0.0); dims[0] as usize];
        ok(H5Aread(attr, memtype, rdata.as_mut_ptr().cast()));
        for (i, sensor) in rdata.iter().enumerate() {
            println!("A1[{i}]:");
            println!("Serial number   : {}", sensor.serial_no);
            println!("Location        : {}", CStr::from_ptr(sensor.location).to_string_lossy());
            println!("Temperature (F) : {:.6}", sensor.temperature);
            println!("Pressure (inHg) : {:.6}\n", sensor.pressure);
        }

        // The strings are the library's.
        ok(H5Dvlen_reclaim(memtype, space, default, rdata.as_mut_ptr().cast()));
        ok(H5Aclose(attr));
        ok(H5Dclose(dset));
        ok(H5Sclose(space));
        ok(H5Tclose(memtype));
        ok(H5Tclose(strtype));
        ok(H5Fclose(file));
    }
}
