//! What the programs about filters share: is a filter there, and what is it called?

use std::ffi::c_uint;
use std::ptr::null_mut;

use hdf5_ffi::*;

use crate::support::ok;

const BOTH: c_uint = H5Z_FILTER_CONFIG_ENCODE_ENABLED | H5Z_FILTER_CONFIG_DECODE_ENABLED;

/// Ends the program unless the filter can be used in both directions: filters are optional parts of
/// the library.
///
/// # Safety
///
/// The lock is held.
pub(crate) unsafe fn need(filter: H5Z_filter_t, name: &str) {
    let mut filter_info = 0;
    // SAFETY: the caller holds the lock, and the pointer outlives its call.
    unsafe {
        if ok(H5Zfilter_avail(filter)) == 0 {
            println!("{name} filter not available.");
            std::process::exit(1);
        }
        ok(H5Zget_filter_info(filter, &mut filter_info));
    }
    if filter_info & BOTH != BOTH {
        println!("{name} filter not available for encoding and decoding.");
        std::process::exit(1);
    }
}

/// The name of the filter at this place of the list.
///
/// # Safety
///
/// The lock is held.
pub(crate) unsafe fn filter_name(dcpl: hid_t, index: c_uint) -> &'static str {
    let (mut flags, mut nelmts, mut filter_info) = (0, 0, 0);
    let (flags, nelmts, filter_info) = (&mut flags, &mut nelmts, &mut filter_info);
    // SAFETY: the caller holds the lock, and the pointers outlive their call; neither values nor a
    // name are asked for.
    let filter_type = ok(unsafe {
        H5Pget_filter(dcpl, index, flags, nelmts, null_mut(), 0, null_mut(), filter_info)
    });
    match filter_type {
        H5Z_FILTER_DEFLATE => "H5Z_FILTER_DEFLATE",
        H5Z_FILTER_SHUFFLE => "H5Z_FILTER_SHUFFLE",
        H5Z_FILTER_FLETCHER32 => "H5Z_FILTER_FLETCHER32",
        H5Z_FILTER_SZIP => "H5Z_FILTER_SZIP",
        H5Z_FILTER_NBIT => "H5Z_FILTER_NBIT",
        H5Z_FILTER_SCALEOFFSET => "H5Z_FILTER_SCALEOFFSET",
        _ => "unknown",
    }
}
