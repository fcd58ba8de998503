//! The units of times and durations.

use std::fmt::Debug;
use std::hash::Hash;

pub(super) const SECOND: i128 = 1_000_000_000_000_000_000;
pub(super) const MINUTE: i128 = 60 * SECOND;
pub(super) const HOUR: i128 = 60 * MINUTE;
pub(super) const DAY: i128 = 24 * HOUR;

/// The unit of a [`DateTime64`](crate::DateTime64) or [`TimeDelta64`](crate::TimeDelta64): [`Weeks`],
/// [`Days`], [`Hours`], [`Minutes`], [`Seconds`], [`Milliseconds`], [`Microseconds`] or [`Nanoseconds`].
pub trait TimeUnit:
    sealed::Unit + Copy + Ord + Hash + Debug + Default + Send + Sync + 'static
{
    /// What numpy calls it, for example `us`.
    const CODE: &'static str;
}

mod sealed {
    /// What other crates cannot implement.
    pub trait Unit {
        /// Its length.
        const ATTOSECONDS: i128;
    }
}

/// Defines the units.
macro_rules! units {
    ($($name:ident = $code:literal, $attoseconds:expr;)*) => {$(
        #[doc = concat!("The [unit](TimeUnit) that numpy calls `", $code, "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name;

        impl TimeUnit for $name {
            const CODE: &'static str = $code;
        }

        impl sealed::Unit for $name {
            const ATTOSECONDS: i128 = $attoseconds;
        }
    )*};
}

units! {
    Weeks = "W", 7 * DAY;
    Days = "D", DAY;
    Hours = "h", HOUR;
    Minutes = "m", MINUTE;
    Seconds = "s", SECOND;
    Milliseconds = "ms", SECOND / 1_000;
    Microseconds = "us", SECOND / 1_000_000;
    Nanoseconds = "ns", SECOND / 1_000_000_000;
}

/// So many of one unit as a count of another, if they are a whole number.
pub(super) fn convert(count: i128, from: i128, to: i128) -> Option<i128> {
    let common = greatest_common_divisor(from, to);
    let (factor, divisor) = (from / common, to / common);
    if count % divisor == 0 { (count / divisor).checked_mul(factor) } else { None }
}

fn greatest_common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// A count that can be stored, and is not that of "not a time".
pub(super) fn to_count(count: i128) -> Option<i64> {
    i64::try_from(count).ok().filter(|&count| count != super::NAT)
}
