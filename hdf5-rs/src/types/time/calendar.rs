//! Days as dates of the Gregorian calendar, and times as text.

use std::fmt;

use super::unit::{DAY, HOUR, MINUTE, SECOND};
use super::{DateTime64, TimeDelta64, TimeUnit};

/// The days before each month, in years that begin with March, so that a leap day is their last.
const MONTHS: [i128; 12] = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];
/// The days from 1 March of the year 0 to 1 January 1970.
const EPOCH: i128 = 719_468;
/// The months from March of the year 0 to January 1970.
const EPOCH_MONTHS: i128 = 12 * 1970 - 2;

/// The first day of a month; both are counted from the start of 1970.
pub(super) fn day(month: i128) -> i128 {
    let month = month + EPOCH_MONTHS;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leap_days + MONTHS[month as usize] - EPOCH
}

/// The month in which a day is, and the number of days in the month before it.
pub(super) fn date(day: i128) -> (i128, i128) {
    let day = day + EPOCH;
    let (cycle, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    // The last of each four centuries and of each four years may be a day longer than the others.
    let century = (day / 36_524).min(3);
    let day = day - 36_524 * century;
    let (leap, day) = (day / 1461, day % 1461);
    let year = (day / 365).min(3);
    let day = day - 365 * year;
    let month = MONTHS.partition_point(|&start| start <= day) - 1;
    let years = 400 * cycle + 100 * century + 4 * leap + year;
    (12 * years + month as i128 - EPOCH_MONTHS, day - MONTHS[month])
}

/// As ISO 8601 has it, to the precision of the unit: `2024-02-29T12:30:00.250`, or `NaT`.
impl<U: TimeUnit> fmt::Display for DateTime64<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(count) = self.get().map(i128::from) else {
            return f.write_str("NaT");
        };
        let unit = U::ATTOSECONDS;
        let (day, rest) = if unit >= DAY {
            (unit / DAY * count, 0)
        } else {
            (count.div_euclid(DAY / unit), unit * count.rem_euclid(DAY / unit))
        };
        let (month, day) = date(day);
        let (year, month) = (1970 + month.div_euclid(12), month.rem_euclid(12));
        let sign = match year {
            0..=9999 => "",
            10_000.. => "+",
            _ => "-",
        };
        write!(f, "{sign}{:04}-{:02}-{:02}", year.abs(), month + 1, day + 1)?;
        for (separator, length, modulus) in [('T', HOUR, 24), (':', MINUTE, 60), (':', SECOND, 60)]
        {
            if unit <= length && unit < DAY {
                write!(f, "{separator}{:02}", rest / length % modulus)?;
            }
        }
        write_fraction(f, unit, rest)
    }
}

/// As ISO 8601 has it, in its own unit: `P2D`, `-PT2.500S`, or `NaT`.
impl<U: TimeUnit> fmt::Display for TimeDelta64<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(count) = self.get() else {
            return f.write_str("NaT");
        };
        let sign = if count < 0 { "-" } else { "" };
        let count = i128::from(count).abs();
        match U::CODE {
            "W" | "D" => write!(f, "{sign}P{count}{}", U::CODE),
            "h" => write!(f, "{sign}PT{count}H"),
            "m" => write!(f, "{sign}PT{count}M"),
            _ => {
                let rest = U::ATTOSECONDS * count;
                write!(f, "{sign}PT{}", rest / SECOND)?;
                write_fraction(f, U::ATTOSECONDS, rest)?;
                f.write_str("S")
            }
        }
    }
}

/// The decimal places of seconds that a unit has.
fn write_fraction(f: &mut fmt::Formatter<'_>, unit: i128, rest: i128) -> fmt::Result {
    if unit >= SECOND {
        return Ok(());
    }
    let places = (SECOND / unit).ilog10() as usize;
    write!(f, ".{:0places$}", rest % SECOND / unit)
}

/// As text is more use than the bare count.
macro_rules! debug_as_display {
    ($($ty:ident)*) => {$(
        impl<U: TimeUnit> fmt::Debug for $ty<U> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}

debug_as_display! { DateTime64 TimeDelta64 }

#[cfg(test)]
mod tests {
    use super::{date, day};

    #[test]
    fn dates_follow_each_other_as_in_the_calendar() {
        assert_eq!(day(0), 0);
        assert_eq!(date(0), (0, 0));
        let leap = |year: i128| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let mut first = day(-12_000);
        for month in -12_000..12_000_i128 {
            let year = 1970 + month.div_euclid(12);
            let length = match month.rem_euclid(12) + 1 {
                2 => 28 + i128::from(leap(year)),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            assert_eq!(day(month), first);
            assert_eq!([date(first), date(first + length - 1)], [(month, 0), (month, length - 1)]);
            first += length;
        }
        for month in [i64::MIN, i64::MAX].map(|month| 12 * i128::from(month)) {
            assert_eq!(date(day(month)), (month, 0));
        }
    }
}
