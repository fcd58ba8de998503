//! Conversions from and to the types of chrono.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

use super::tag::{Quantity, misfit};
use super::unit::{SECOND, convert, to_count};
use super::{DateTime64, TimeDelta64, TimeUnit};
use crate::error::{Error, ErrorKind, Result};

const PER_SECOND: i128 = 1_000_000_000;
const NANOSECOND: i128 = SECOND / PER_SECOND;

/// Fails with [`ErrorKind::ValueOutOfRange`] for what the unit has no whole number of, or too many, and
/// for leap seconds. To drop what is less than a unit, use chrono's `trunc_subsecs` before.
impl<U: TimeUnit> TryFrom<DateTime<Utc>> for DateTime64<U> {
    type Error = Error;

    fn try_from(time: DateTime<Utc>) -> Result<Self> {
        let nanoseconds = i128::from(time.timestamp_subsec_nanos());
        // A leap second is the same time as the second after it here.
        if nanoseconds >= PER_SECOND {
            return Err(misfit(time.to_string(), Quantity::Time, U::CODE));
        }
        let nanoseconds = i128::from(time.timestamp()) * PER_SECOND + nanoseconds;
        let count = convert(nanoseconds, NANOSECOND, U::ATTOSECONDS).and_then(to_count);
        let misfit = || misfit(time.to_string(), Quantity::Time, U::CODE);
        count.map(Self::new).ok_or_else(misfit)
    }
}

/// Takes it as UTC; fails as for `DateTime<Utc>`.
impl<U: TimeUnit> TryFrom<NaiveDateTime> for DateTime64<U> {
    type Error = Error;

    fn try_from(time: NaiveDateTime) -> Result<Self> {
        time.and_utc().try_into()
    }
}

/// Fails with [`ErrorKind::InvalidValue`] for "not a time", and with [`ErrorKind::ValueOutOfRange`] more
/// than about 262,000 years away.
impl<U: TimeUnit> TryFrom<DateTime64<U>> for DateTime<Utc> {
    type Error = Error;

    fn try_from(time: DateTime64<U>) -> Result<Self> {
        let parts = seconds::<U>(time.get())?;
        let found = parts.and_then(|(seconds, rest)| Self::from_timestamp(seconds, rest));
        found.ok_or_else(|| too_far(&time, "chrono::DateTime"))
    }
}

/// Gives the time in UTC; fails as for `DateTime<Utc>`.
impl<U: TimeUnit> TryFrom<DateTime64<U>> for NaiveDateTime {
    type Error = Error;

    fn try_from(time: DateTime64<U>) -> Result<Self> {
        DateTime::<Utc>::try_from(time).map(|time| time.naive_utc())
    }
}

/// Fails with [`ErrorKind::ValueOutOfRange`] for what the unit has no whole number of, or too many.
impl<U: TimeUnit> TryFrom<TimeDelta> for TimeDelta64<U> {
    type Error = Error;

    fn try_from(duration: TimeDelta) -> Result<Self> {
        let nanoseconds =
            i128::from(duration.num_seconds()) * PER_SECOND + i128::from(duration.subsec_nanos());
        let count = convert(nanoseconds, NANOSECOND, U::ATTOSECONDS).and_then(to_count);
        let misfit = || misfit(duration.to_string(), Quantity::Duration, U::CODE);
        count.map(Self::new).ok_or_else(misfit)
    }
}

/// Fails with [`ErrorKind::InvalidValue`] for "not a time", and with [`ErrorKind::ValueOutOfRange`] for
/// more than about 292 million years.
impl<U: TimeUnit> TryFrom<TimeDelta64<U>> for TimeDelta {
    type Error = Error;

    fn try_from(duration: TimeDelta64<U>) -> Result<Self> {
        let parts = seconds::<U>(duration.get())?;
        let found = parts.and_then(|(seconds, rest)| Self::new(seconds, rest));
        found.ok_or_else(|| too_far(&duration, "chrono::TimeDelta"))
    }
}

/// A count as whole seconds, rounded down, and nanoseconds; `None` for too many.
fn seconds<U: TimeUnit>(count: Option<i64>) -> Result<Option<(i64, u32)>> {
    let count = count.ok_or_else(|| Error::invalid_value("it is \"not a time\" (NaT)"))?;
    let nanoseconds = convert(count.into(), U::ATTOSECONDS, NANOSECOND);
    Ok(nanoseconds.and_then(|nanoseconds| {
        let seconds = to_count(nanoseconds.div_euclid(PER_SECOND))?;
        Some((seconds, nanoseconds.rem_euclid(PER_SECOND) as u32))
    }))
}

fn too_far(value: &dyn fmt::Display, target: &str) -> Error {
    let (value, target) = (Some(value.to_string()), Some(target.into()));
    ErrorKind::ValueOutOfRange { value, target }.into()
}
