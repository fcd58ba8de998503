//! Many strings in one buffer.

use std::fmt;
use std::ops::{Index, Range};

use crate::data::{FromData, ToData};
use crate::error::{ErrorKind, Result};
use crate::transfer::{Fetched, Target};
use crate::types::buffer::Encoded;
use crate::types::{Decode, Element, Encode, TypeDescriptor};

/// Strings one after the other in one buffer, with their offsets and shape: a million of them without a
/// million allocations, in the layout that Apache Arrow has for strings.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("strings.h5"))?;
/// use hdf5::StringArray;
///
/// file.create_dataset("names", ["Ada", "", "Grace"])?;
/// let names: StringArray = file.dataset("names")?.read()?;
/// assert_eq!(&names[2], "Grace");
/// assert_eq!(names.iter().map(str::len).sum::<usize>(), 8);
/// assert_eq!((names.as_str(), names.offsets()), ("AdaGrace", &[0, 3, 3, 8][..]));
///
/// let upper: StringArray = names.iter().map(str::to_uppercase).collect();
/// file.create_dataset("upper", &upper)?;
/// # assert_eq!(file.dataset("upper")?.read::<Vec<String>>()?, ["ADA", "", "GRACE"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It is read from strings of every kind, and written as `String`s are.
#[derive(Clone, PartialEq, Eq)]
pub struct StringArray {
    text: String,
    /// Where each string starts, and where the last one ends.
    offsets: Vec<usize>,
    shape: Vec<usize>,
}

impl StringArray {
    /// No strings.
    #[must_use]
    pub fn new() -> Self {
        Self { text: String::new(), offsets: vec![0], shape: vec![0] }
    }

    /// The length along each axis.
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The number of strings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there are no strings.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One string, counted in C order.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        let (&start, &end) = (self.offsets.get(index)?, self.offsets.get(index + 1)?);
        self.text.get(start..end)
    }

    /// The strings in C order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        self.offsets.windows(2).map(|ends| &self.text[ends[0]..ends[1]])
    }

    /// All text without anything in between.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where in the text each string starts, and as one more where the last one ends.
    #[must_use]
    pub fn offsets(&self) -> &[usize] {
        &self.offsets
    }

    fn push(&mut self, text: &str) -> Result<()> {
        let no_memory = |_| ErrorKind::OutOfMemory { bytes: None };
        self.text.try_reserve(text.len()).map_err(no_memory)?;
        self.offsets.try_reserve(1).map_err(no_memory)?;
        self.text.push_str(text);
        self.offsets.push(self.text.len());
        Ok(())
    }
}

impl Default for StringArray {
    fn default() -> Self {
        Self::new()
    }
}

/// One string, counted in C order.
impl Index<usize> for StringArray {
    type Output = str;

    fn index(&self, index: usize) -> &str {
        let Range { start, end } = self.offsets[index]..self.offsets[index + 1];
        &self.text[start..end]
    }
}

/// Strings along one axis.
impl<S: AsRef<str>> FromIterator<S> for StringArray {
    fn from_iter<I: IntoIterator<Item = S>>(strings: I) -> Self {
        let mut array = Self::new();
        for string in strings {
            array.text.push_str(string.as_ref());
            array.offsets.push(array.text.len());
        }
        array.shape = vec![array.len()];
        array
    }
}

impl fmt::Debug for StringArray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

/// A string that is looked at and copied into a [`StringArray`] at once, and never made on its own.
#[derive(Debug)]
pub struct Text(());

impl Decode for Text {
    fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
        str::write_form(stored)
    }

    fn read_error(stored: &TypeDescriptor) -> ErrorKind {
        ErrorKind::type_mismatch::<StringArray>(stored)
    }

    fn decode(element: Element<'_>) -> Result<Self> {
        element.text().map(|_| Self(()))
    }
}

impl FromData for StringArray {
    type Elem = Text;

    fn from_data(shape: &[usize], elements: Vec<Text>) -> Result<Self> {
        let (expected, found) = (shape.to_vec(), vec![elements.len()]);
        Err(ErrorKind::ShapeMismatch { expected, found }.into())
    }

    fn from_fetched(fetched: Fetched<Text>) -> Result<Self> {
        let mut array = Self::new();
        array.shape = fetched.decode_each(|element| array.push(&element.text()?))?;
        Ok(array)
    }
}

impl ToData for StringArray {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Ok(str::dtype())
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        target.encode::<str>(&self.shape, None, |encoder| {
            self.iter().try_for_each(|text| encoder.push(text))
        })
    }
}
