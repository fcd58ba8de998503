//! Macros of the headers that take arguments, or that are no constant in C.

use core::ffi::c_uint;

/// `H5G_USERTYPE(X)`: the number of a type of object that a program defines.
#[must_use]
pub const fn H5G_USERTYPE(x: c_uint) -> c_uint {
    8 + x
}

/// `H5O_IS_TOKEN_UNDEF(token)`: whether an object token is the undefined one.
///
/// # Safety
///
/// The lock is held.
#[cfg(hdf5_ge_1_12)]
#[must_use]
pub unsafe fn H5O_IS_TOKEN_UNDEF(token: &super::H5O_token_t) -> bool {
    // SAFETY: the library is initialised, so the variable has its value; it is read as a copy.
    let undefined = unsafe { super::H5O_TOKEN_UNDEF };
    token.__data == undefined.__data
}

// C: `CHAR_MIN ? H5T_NATIVE_SCHAR : H5T_NATIVE_UCHAR`. `char` has no sign on these, as core::ffi::c_char says.
#[cfg(not(all(
    any(
        target_arch = "aarch64",
        target_arch = "arm",
        target_arch = "powerpc",
        target_arch = "powerpc64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "s390x",
    ),
    not(target_vendor = "apple"),
    not(windows),
)))]
pub use super::H5T_NATIVE_SCHAR as H5T_NATIVE_CHAR;
#[cfg(all(
    any(
        target_arch = "aarch64",
        target_arch = "arm",
        target_arch = "powerpc",
        target_arch = "powerpc64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "s390x",
    ),
    not(target_vendor = "apple"),
    not(windows),
))]
pub use super::H5T_NATIVE_UCHAR as H5T_NATIVE_CHAR;

#[cfg(test)]
mod tests {
    use core::ffi::c_char;

    use crate::*;

    #[test]
    fn the_native_char_has_a_sign_where_c_has_one() {
        let _lock = lock();
        // SAFETY: the lock is held.
        let signed = unsafe { H5Tget_sign(H5T_NATIVE_CHAR) } == H5T_SGN_2;
        assert_eq!(signed, c_char::MIN != 0);
    }
}
