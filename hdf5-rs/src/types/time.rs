//! Times and durations as numpy has them: counts of a unit, which h5py stores as opaque bytes.

mod calendar;
mod tag;
mod unit;
#[cfg(feature = "chrono")]
mod with_chrono;

use std::marker::PhantomData;

use crate::data::scalars;
use crate::error::{Error, ErrorKind, Result};
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::ElementMut;
use crate::types::{ByteOrder, TypeDescriptor};

use tag::{Quantity, Tag};
pub use unit::{
    Days, Hours, Microseconds, Milliseconds, Minutes, Nanoseconds, Seconds, TimeUnit, Weeks,
};

/// What an `i64` stands for where there is no time, as in numpy.
const NAT: i64 = i64::MIN;

/// A time: a count of a [unit](TimeUnit) since the start of 1970, in UTC (`numpy.datetime64`).
///
/// HDF5 itself has no time that libraries read. This is how h5py stores numpy's: 8 opaque bytes, whose
/// tag names the unit, such as `NUMPY:<M8[us]`. It is stored in its own unit, and read and written where
/// the file has any other, as long as nothing is lost: a count that does not fit, or is no whole number
/// of the unit, is [`ErrorKind::ValueOutOfRange`]. The value [`NAT`](Self::NAT), "not a time", stays what
/// it is; it is less than all times, and equal to itself.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("log.h5");
/// use hdf5::{DateTime64, File, Microseconds, Seconds};
///
/// let file = File::create(&path)?;
/// let times = [DateTime64::<Seconds>::new(1_700_000_000), DateTime64::NAT];
/// file.create_dataset("times", times)?;
///
/// let read: Vec<DateTime64<Microseconds>> = file.dataset("times")?.read()?;
/// assert_eq!(read[0].get(), Some(1_700_000_000_000_000));
/// assert_eq!(read[0].to_string(), "2023-11-14T22:13:20.000000");
/// assert!(read[1].is_nat());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// With the feature `chrono`, `try_from` and `try_into` convert it from and to `chrono::DateTime<Utc>` and
/// `chrono::NaiveDateTime`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct DateTime64<U>(i64, PhantomData<U>);

/// A duration: a count of a [unit](TimeUnit), positive or negative (`numpy.timedelta64`).
///
/// It is stored and converted as [`DateTime64`] is, with the tag `NUMPY:<m8[us]` and the like.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("log.h5");
/// use hdf5::{File, Milliseconds, Seconds, TimeDelta64};
///
/// let file = File::create(&path)?;
/// file.attrs().set("exposure", TimeDelta64::<Milliseconds>::new(2500))?;
/// let exposure: TimeDelta64<Milliseconds> = file.attrs().get("exposure")?;
/// assert_eq!(exposure.to_string(), "PT2.500S");
/// // Half a second would be lost.
/// assert!(file.attrs().get::<TimeDelta64<Seconds>>("exposure").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// With the feature `chrono`, `try_from` and `try_into` convert it from and to `chrono::TimeDelta`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeDelta64<U>(i64, PhantomData<U>);

/// What times and durations have in common.
macro_rules! counts_of_a_unit {
    ($($ty:ident is $what:literal, $quantity:expr;)*) => {$(
        impl<U: TimeUnit> $ty<U> {
            /// "Not a time": there is no value.
            pub const NAT: Self = Self(NAT, PhantomData);

            #[doc = concat!("The ", $what, " of that count; `i64::MIN` is [`NAT`](Self::NAT).")]
            #[must_use]
            pub const fn new(count: i64) -> Self {
                Self(count, PhantomData)
            }

            /// The count; `None` for [`NAT`](Self::NAT).
            #[must_use]
            pub const fn get(self) -> Option<i64> {
                if self.is_nat() { None } else { Some(self.0) }
            }

            /// Whether there is no value.
            #[must_use]
            pub const fn is_nat(self) -> bool {
                self.0 == NAT
            }

            #[doc = concat!("The same ", $what, " in another unit.")]
            ///
            /// # Errors
            ///
            /// [`ErrorKind::ValueOutOfRange`] if it is no whole number of that unit, or too many.
            pub fn to_unit<V: TimeUnit>(self) -> Result<$ty<V>> {
                let count = self.get().map(|count| Tag::of::<V>($quantity).count::<U>(count));
                count.unwrap_or(Ok(NAT)).map($ty::new)
            }
        }

        /// The count; `i64::MIN` is "not a time".
        impl<U: TimeUnit> From<i64> for $ty<U> {
            fn from(count: i64) -> Self {
                Self::new(count)
            }
        }

        /// The count; "not a time" is `i64::MIN`.
        impl<U: TimeUnit> From<$ty<U>> for i64 {
            fn from(value: $ty<U>) -> Self {
                value.0
            }
        }

        impl<U: TimeUnit> Encode for $ty<U> {
            fn dtype() -> TypeDescriptor {
                Tag::of::<U>($quantity).descriptor()
            }

            fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                // libhdf5 converts nothing between tags, so it is written and read as it is stored.
                Tag::parse(stored, $quantity).map(|_| stored.clone())
            }

            fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
                let tag = Tag::parse(element.descriptor(), $quantity);
                let tag = tag.ok_or_else(|| ErrorKind::type_mismatch::<Self>(element.descriptor()))?;
                let count = self.get().map_or(Ok(NAT), |count| tag.count::<U>(count))?;
                element.put_bytes(&match tag.order {
                    ByteOrder::BigEndian => count.to_be_bytes(),
                    _ => count.to_le_bytes(),
                })
            }
        }

        impl<U: TimeUnit> Decode for $ty<U> {
            fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
                Self::write_form(stored)
            }

            fn decode(element: Element<'_>) -> Result<Self> {
                let tag = Tag::parse(element.descriptor(), $quantity);
                let tag = tag.ok_or_else(|| ErrorKind::type_mismatch::<Self>(element.descriptor()))?;
                let bytes = element.bytes().try_into();
                let bytes = bytes.map_err(|_| Error::invalid_value("a time has 8 bytes"))?;
                let count = match tag.order {
                    ByteOrder::BigEndian => i64::from_be_bytes(bytes),
                    _ => i64::from_le_bytes(bytes),
                };
                if count == NAT { Ok(Self::NAT) } else { tag.value::<U>(count).map(Self::new) }
            }
        }

        scalars! { [U: TimeUnit] $ty<U>; }
    )*};
}

counts_of_a_unit! {
    DateTime64 is "time", Quantity::Time;
    TimeDelta64 is "duration", Quantity::Duration;
}
