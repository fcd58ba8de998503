//! Strings of a fixed number of bytes.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::str::FromStr;

use crate::data::scalars;
use crate::error::{Error, Result};
use crate::types::element::{Decode, Element, Encode};
use crate::types::element_mut::{ElementMut, cut};
use crate::types::{CharSet, StringLength, StringPadding, StringType, TypeDescriptor};

mod sealed {
    pub trait Sealed {}
}

/// How a [`FixedString`] fills its bytes: [`NullPad`], [`NullTerm`] or [`SpacePad`].
pub trait Padding: sealed::Sealed {
    /// The padding in the file.
    const PADDING: StringPadding;
}

/// The characters of a [`FixedString`]: [`Ascii`] or [`Utf8`].
pub trait Encoding: sealed::Sealed {
    /// The character set in the file.
    const CHARSET: CharSet;
}

/// Implements a sealed trait for types without values.
macro_rules! markers {
    ($($(#[$doc:meta])* $name:ident: $kind:ident { $constant:ident: $ty:ty = $value:expr })*) => {$(
        $(#[$doc])*
        pub enum $name {}

        impl sealed::Sealed for $name {}

        impl $kind for $name {
            const $constant: $ty = $value;
        }
    )*};
}

markers! {
    /// Filled up with NUL bytes, as numpy does (`H5T_STR_NULLPAD`).
    NullPad: Padding { PADDING: StringPadding = StringPadding::NullPadded }
    /// Ended by a NUL byte, as in C (`H5T_STR_NULLTERM`): `N` bytes hold one byte of text less.
    NullTerm: Padding { PADDING: StringPadding = StringPadding::NullTerminated }
    /// Filled up with spaces, as in Fortran (`H5T_STR_SPACEPAD`): spaces at the end are no text.
    SpacePad: Padding { PADDING: StringPadding = StringPadding::SpacePadded }
    /// ASCII (`H5T_CSET_ASCII`).
    Ascii: Encoding { CHARSET: CharSet = CharSet::Ascii }
    /// UTF-8 (`H5T_CSET_UTF8`).
    Utf8: Encoding { CHARSET: CharSet = CharSet::Utf8 }
}

/// ASCII text of up to `N` bytes, stored in exactly `N` (numpy's `S`): see [`FixedString`].
pub type FixedAscii<const N: usize, P = NullPad> = FixedString<N, Ascii, P>;

/// UTF-8 text of up to `N` bytes, stored in exactly `N`: see [`FixedString`].
pub type FixedUtf8<const N: usize, P = NullPad> = FixedString<N, Utf8, P>;

/// Text of up to `N` bytes that is stored in exactly `N`: [`FixedAscii`] or [`FixedUtf8`].
///
/// In memory it is `N` bytes without a pointer, and `Copy`. It derefs to `str`. In a file it is a fixed
/// string of HDF5, of the padding `P`; h5py reads it as `bytes` of numpy's type `S`. For text without a
/// limit, use `String`.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("stations.h5");
/// use hdf5::{File, FixedAscii, FixedUtf8, SpacePad};
///
/// let file = File::create(&path)?;
/// let codes = [FixedAscii::<4>::new("CPH")?, FixedAscii::new("OSL")?];
/// file.create_dataset("codes", codes)?;
/// assert_eq!(file.dataset("codes")?.read::<Vec<FixedAscii<4>>>()?, codes);
///
/// let city: FixedUtf8<12, SpacePad> = "København".parse()?;
/// file.attrs().set("city", city)?;
/// assert_eq!(file.attrs().get::<String>("city")?, "København");
///
/// assert!(FixedAscii::<4>::new("five!").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It is made by [`new`](FixedString::new), `parse` or `try_into`. All of them fail with
/// [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) if the text is longer, has characters that
/// the character set lacks, or a NUL byte, which ends strings in HDF5.
///
/// It is read from any string, of fixed or variable length, of either character set and any padding. Text
/// that would not make one is the same error.
#[doc(alias("H5T_C_S1", "H5Tset_strpad", "H5Tset_cset"))]
pub struct FixedString<const N: usize, E, P = NullPad> {
    /// The text, without a NUL byte, and NUL bytes up to the end.
    bytes: [u8; N],
    kind: PhantomData<fn() -> (E, P)>,
}

impl<const N: usize, E: Encoding> FixedString<N, E> {
    /// Text that is padded with NUL bytes; [`parse`](str::parse) makes text of any padding.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidValue`](crate::ErrorKind::InvalidValue) if it is too long, has characters
    /// outside the character set, or a NUL byte.
    pub fn new(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl<const N: usize, E: Encoding, P: Padding> FixedString<N, E, P> {
    /// The bytes of text that it holds: `N`, or one less where a NUL byte must end it.
    pub const CAPACITY: usize = {
        assert!(N > 0, "a string of HDF5 has at least one byte");
        match P::PADDING {
            StringPadding::NullTerminated => N - 1,
            StringPadding::NullPadded | StringPadding::SpacePadded => N,
        }
    };

    fn from_text(text: &str) -> Result<Self> {
        let text = match P::PADDING {
            StringPadding::SpacePadded => text.trim_end_matches(' '),
            StringPadding::NullPadded | StringPadding::NullTerminated => text,
        };
        if text.contains('\0') {
            return Err(Error::invalid_value(format!(
                "{text:?} has a NUL byte, which ends a string in HDF5"
            )));
        }
        if E::CHARSET == CharSet::Ascii && !text.is_ascii() {
            return Err(Error::invalid_value(format!("{text:?} has characters outside ASCII")));
        }
        let mut bytes = [0; N];
        match bytes[..Self::CAPACITY].get_mut(..text.len()) {
            Some(place) => place.copy_from_slice(text.as_bytes()),
            None => {
                return Err(Error::invalid_value(format!(
                    "{text:?} has {} bytes, more than the {} that fit",
                    text.len(),
                    Self::CAPACITY
                )));
            }
        }
        Ok(Self { bytes, kind: PhantomData })
    }
}

impl<const N: usize, E, P> FixedString<N, E, P> {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.bytes.iter().position(|&byte| byte == 0).unwrap_or(N);
        std::str::from_utf8(&self.bytes[..end]).expect("it was made of text")
    }
}

impl<const N: usize, E: Encoding, P: Padding> FromStr for FixedString<N, E, P> {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::from_text(text)
    }
}

impl<const N: usize, E: Encoding, P: Padding> TryFrom<&str> for FixedString<N, E, P> {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        Self::from_text(text)
    }
}

impl<const N: usize, E, P> From<FixedString<N, E, P>> for String {
    fn from(text: FixedString<N, E, P>) -> Self {
        text.as_str().to_owned()
    }
}

impl<const N: usize, E, P> Deref for FixedString<N, E, P> {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize, E, P> AsRef<str> for FixedString<N, E, P> {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl<const N: usize, E, P> Borrow<str> for FixedString<N, E, P> {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

// Derived, these would ask the same of the markers, which have no values.

impl<const N: usize, E, P> Clone for FixedString<N, E, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<const N: usize, E, P> Copy for FixedString<N, E, P> {}

/// No text.
impl<const N: usize, E, P> Default for FixedString<N, E, P> {
    fn default() -> Self {
        Self { bytes: [0; N], kind: PhantomData }
    }
}

impl<const N: usize, E, P> PartialEq for FixedString<N, E, P> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<const N: usize, E, P> Eq for FixedString<N, E, P> {}

impl<const N: usize, E, P> PartialEq<str> for FixedString<N, E, P> {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl<const N: usize, E, P> PartialEq<&str> for FixedString<N, E, P> {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<const N: usize, E, P> PartialOrd for FixedString<N, E, P> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<const N: usize, E, P> Ord for FixedString<N, E, P> {
    fn cmp(&self, other: &Self) -> Ordering {
        // The order of text: the NUL bytes after it come before every other byte.
        self.bytes.cmp(&other.bytes)
    }
}

/// As `str`, so that a map can be asked for a `str`.
impl<const N: usize, E, P> Hash for FixedString<N, E, P> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl<const N: usize, E, P> fmt::Debug for FixedString<N, E, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl<const N: usize, E, P> fmt::Display for FixedString<N, E, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl<const N: usize, E: Encoding, P: Padding> Encode for FixedString<N, E, P> {
    fn dtype() -> TypeDescriptor {
        let (charset, padding) = (E::CHARSET, P::PADDING);
        TypeDescriptor::String(StringType { length: StringLength::Fixed(N), charset, padding })
    }

    fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        str::write_form(stored)
    }

    fn encode(&self, element: &mut ElementMut<'_>) -> Result<()> {
        element.put_string(self)
    }
}

impl<const N: usize, E: Encoding, P: Padding> Decode for FixedString<N, E, P> {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        str::write_form(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        let text = element.text()?;
        let kept = if element.conversion().truncate {
            cut(text.as_bytes(), Self::CAPACITY).len()
        } else {
            text.len()
        };
        Self::from_text(&text[..kept])
    }
}

scalars! { [const N: usize, E: Encoding, P: Padding] FixedString<N, E, P>; }

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    #[test]
    fn text_that_does_not_fit_is_refused() {
        let refused = |made: Result<FixedAscii<4>>| made.unwrap_err().kind().to_string();
        assert_eq!(
            refused(FixedAscii::new("five!")),
            r#""five!" has 5 bytes, more than the 4 that fit"#
        );
        assert_eq!(refused(FixedAscii::new("é")), r#""é" has characters outside ASCII"#);
        assert!(refused(FixedAscii::new("a\0b")).contains("has a NUL byte"));
        assert!(refused(FixedAscii::new("a\0")).contains("has a NUL byte"));
        assert_eq!(FixedAscii::<4>::new("four").unwrap(), "four");
        assert!("four".parse::<FixedAscii<4, NullTerm>>().is_err());
        assert_eq!("thr".parse::<FixedAscii<4, NullTerm>>().unwrap(), "thr");
        assert_eq!("".parse::<FixedAscii<1, NullTerm>>().unwrap(), "");
        assert!("ééé".parse::<FixedUtf8<5>>().is_err());
        assert_eq!("éé".parse::<FixedUtf8<5>>().unwrap().as_str(), "éé");
    }

    #[test]
    fn spaces_at_the_end_are_no_text_where_they_are_the_padding() {
        let made = FixedAscii::<4, SpacePad>::try_from(" a        ").unwrap();
        assert_eq!(made, " a");
        assert_eq!(FixedAscii::<4>::new(" a ").unwrap(), " a ");
    }

    #[test]
    fn it_is_compared_hashed_and_shown_as_text() {
        let texts = ["b", "", "ab", "a", "a!", "é"];
        let fixed = texts.map(|text| FixedUtf8::<3>::new(text).unwrap());
        let sorted: Vec<String> = BTreeSet::from(fixed).into_iter().map(String::from).collect();
        assert_eq!(sorted, BTreeSet::from(texts).into_iter().collect::<Vec<_>>());
        let numbers: HashMap<_, _> = fixed.into_iter().zip(0..).collect();
        assert_eq!(numbers.get("ab"), Some(&2));
        assert_eq!(numbers.get("abc"), None);
        assert_eq!(format!("{:>3} {:?}", fixed[0], fixed[2]), "  b \"ab\"");
        assert_eq!(FixedUtf8::<3>::default(), "");
        assert_eq!(fixed[2].len(), 2);
    }
}
