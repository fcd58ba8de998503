//! The tags of opaque types that say which time or duration they are.

use super::calendar;
use super::unit::{DAY, HOUR, MINUTE, SECOND, TimeUnit, convert, to_count};
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::types::{ByteOrder, TypeDescriptor};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    /// Since the start of 1970.
    Time,
    /// From one time to another.
    Duration,
}

/// The length of what a stored count counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Attoseconds(i128),
    /// Of the calendar, only for times.
    Months(i128),
}

/// How a time or duration is stored: the tag is `NUMPY:` and numpy's name of the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) order: ByteOrder,
    quantity: Quantity,
    code: &'static str,
    step: Step,
}

/// The units of numpy.
const UNITS: [(&str, Step); 13] = [
    ("Y", Step::Months(12)),
    ("M", Step::Months(1)),
    ("W", Step::Attoseconds(7 * DAY)),
    ("D", Step::Attoseconds(DAY)),
    ("h", Step::Attoseconds(HOUR)),
    ("m", Step::Attoseconds(MINUTE)),
    ("s", Step::Attoseconds(SECOND)),
    ("ms", Step::Attoseconds(SECOND / 1_000)),
    ("us", Step::Attoseconds(SECOND / 1_000_000)),
    ("ns", Step::Attoseconds(SECOND / 1_000_000_000)),
    ("ps", Step::Attoseconds(1_000_000)),
    ("fs", Step::Attoseconds(1_000)),
    ("as", Step::Attoseconds(1)),
];

/// That a time or duration is not one of a unit, as numpy names its types.
pub(super) fn misfit(value: String, quantity: Quantity, unit: &str) -> Error {
    let quantity = match quantity {
        Quantity::Time => "datetime64",
        Quantity::Duration => "timedelta64",
    };
    let target = Some(format!("{quantity}[{unit}]"));
    ErrorKind::ValueOutOfRange { value: Some(value), target }.into()
}

impl Tag {
    /// How a new dataset stores it: in numpy, the order of the bytes is part of the type.
    pub(super) fn of<U: TimeUnit>(quantity: Quantity) -> Self {
        let (order, code) = (ByteOrder::LittleEndian, U::CODE);
        Self { order, quantity, code, step: Step::Attoseconds(U::ATTOSECONDS) }
    }

    /// The type with this tag.
    pub(super) fn descriptor(&self) -> TypeDescriptor {
        let letter = match self.quantity {
            Quantity::Time => 'M',
            Quantity::Duration => 'm',
        };
        let order = if self.order == ByteOrder::BigEndian { '>' } else { '<' };
        let tag = format!("NUMPY:{order}{letter}8[{}]", self.code);
        TypeDescriptor::Opaque { size: 8, tag: Name::from(tag.as_str()) }
    }

    /// How a type stores a quantity; `None` if it is another type.
    ///
    /// A unit may have a factor, such as in `[25s]`.
    pub(super) fn parse(stored: &TypeDescriptor, quantity: Quantity) -> Option<Self> {
        let TypeDescriptor::Opaque { size: 8, tag } = stored else {
            return None;
        };
        let tag = tag.as_bytes().strip_prefix(b"NUMPY:")?;
        let (order, tag) = match tag.split_first()? {
            (b'<', tag) => (ByteOrder::LittleEndian, tag),
            (b'>', tag) => (ByteOrder::BigEndian, tag),
            _ => return None,
        };
        let letter: &[u8] = match quantity {
            Quantity::Time => b"M8[",
            Quantity::Duration => b"m8[",
        };
        let unit = tag.strip_prefix(letter)?.strip_suffix(b"]")?;
        let unit = std::str::from_utf8(unit).ok()?;
        let name = unit.trim_start_matches(|c: char| c.is_ascii_digit());
        let factor = match &unit[..unit.len() - name.len()] {
            "" => 1,
            factor => i128::from(factor.parse::<u32>().ok().filter(|&factor| factor > 0)?),
        };
        let &(code, step) = UNITS.iter().find(|(code, _)| *code == name)?;
        let step = match (step, quantity) {
            (Step::Attoseconds(length), _) => Step::Attoseconds(factor * length),
            (Step::Months(length), Quantity::Time) => Step::Months(factor * length),
            (Step::Months(_), Quantity::Duration) => return None,
        };
        Some(Self { order, quantity, code, step })
    }

    /// What a stored count is in a unit.
    pub(super) fn value<U: TimeUnit>(&self, count: i64) -> Result<i64> {
        let value = match self.step {
            Step::Attoseconds(step) => convert(count.into(), step, U::ATTOSECONDS),
            Step::Months(step) => {
                convert(calendar::day(step * i128::from(count)), DAY, U::ATTOSECONDS)
            }
        };
        let misfit = || self.misfit(count, &self.unit(), U::CODE);
        value.and_then(to_count).ok_or_else(misfit)
    }

    /// The count that stores so many of a unit.
    pub(super) fn count<U: TimeUnit>(&self, value: i64) -> Result<i64> {
        let count = match self.step {
            Step::Attoseconds(step) => convert(value.into(), U::ATTOSECONDS, step),
            Step::Months(step) => convert(value.into(), U::ATTOSECONDS, DAY).and_then(|day| {
                match calendar::date(day) {
                    (month, 0) => convert(month, 1, step),
                    _ => None,
                }
            }),
        };
        let misfit = || self.misfit(value, U::CODE, &self.unit());
        count.and_then(to_count).ok_or_else(misfit)
    }

    /// The unit as numpy writes it, with its factor.
    fn unit(&self) -> String {
        let one = UNITS.iter().find(|(code, _)| *code == self.code).map(|(_, step)| *step);
        match (self.step, one) {
            (Step::Attoseconds(step), Some(Step::Attoseconds(one)))
            | (Step::Months(step), Some(Step::Months(one)))
                if step != one =>
            {
                format!("{}{}", step / one, self.code)
            }
            _ => self.code.into(),
        }
    }

    /// So many of a unit are not so many of another.
    fn misfit(&self, count: i64, from: &str, to: &str) -> Error {
        misfit(format!("{count} [{from}]"), self.quantity, to)
    }
}
