//! Types whose elements lie in the dataset itself, all of one size.

use crate::types::{
    DateTime64, Decode, Encode, Encoding, FixedString, Opaque, Padding, Tag, TimeDelta64, TimeUnit,
};

/// Types of elements that have one size, and do not lead to other places of the file: what can be written while
/// others read it; see [`swmr`](crate::swmr).
///
/// Numbers, `bool`, `char`, [`FixedString`]s, [`Opaque`], times, arrays `[T; N]` of them, enums with
/// `#[derive(H5Type)]`, and structs with it whose fields all are. Not `String`, `Vec`, and references: use
/// [`FixedUtf8`](crate::FixedUtf8) and `[T; N]`.
#[diagnostic::on_unimplemented(
    message = "elements of `{Self}` do not have one size, or they lead elsewhere in the file",
    note = "a file that is written while others read it takes no `String`, `Vec` or references: use \
            `FixedUtf8<N>` and `[T; N]`"
)]
pub trait FixedSize: Encode + Decode {}

impl<T: FixedSize, const N: usize> FixedSize for [T; N] {}
impl<const N: usize, E: Encoding, P: Padding> FixedSize for FixedString<N, E, P> {}
impl<const N: usize, T: Tag> FixedSize for Opaque<N, T> {}
impl<U: TimeUnit> FixedSize for DateTime64<U> {}
impl<U: TimeUnit> FixedSize for TimeDelta64<U> {}

/// Types without parameters.
macro_rules! fixed_size {
    ($($ty:ty),*) => {$(
        impl FixedSize for $ty {}
    )*};
}

fixed_size!(bool, char, i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64);

#[cfg(feature = "half")]
fixed_size!(half::f16, half::bf16);

#[cfg(feature = "num-complex")]
impl<T> FixedSize for num_complex::Complex<T> where num_complex::Complex<T>: Encode + Decode {}
