//! What can be written and read in one call: arrays, vectors, slices, scalars and text.

use crate::error::{ErrorKind, Result};
use crate::types::{Decode, Encode, Value};

/// The elements of some data, as a reader in C order finds them.
#[derive(Debug)]
#[non_exhaustive]
pub enum Elements<'a, T: ?Sized> {
    /// The bytes of elements that lie in memory as HDF5 wants them.
    Bytes(&'a [u8]),
    /// One reference for each element.
    Each(Vec<&'a T>),
}

/// Data that can be written: it has a shape and elements.
///
/// Provided for scalars, text, arrays `[T; N]`, slices, `Vec`, nested arrays and vectors of equal
/// lengths, ndarray's arrays and views of any order, `Option` of them, and references to all.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not data that can be written",
    note = "data are numbers, `bool`, text, what has `#[derive(hdf5::H5Type)]`, lists and arrays of \
            them, and `Option` for empty data"
)]
pub trait ToData {
    /// The type of an element.
    type Elem: Encode + ?Sized;

    /// The length along each axis; empty for a scalar.
    ///
    /// # Errors
    ///
    /// Fails if the data is nested and its parts differ in shape.
    fn shape(&self) -> Result<Vec<usize>>;

    /// All elements, in C order: the last axis varies fastest.
    fn elements(&self) -> Elements<'_, Self::Elem>;

    /// Whether there is no data: it is stored with a null dataspace, as `h5py.Empty`.
    fn is_null(&self) -> bool {
        false
    }
}

impl<D: ToData + ?Sized> ToData for &D {
    type Elem = D::Elem;

    fn shape(&self) -> Result<Vec<usize>> {
        D::shape(self)
    }

    fn elements(&self) -> Elements<'_, Self::Elem> {
        D::elements(self)
    }

    fn is_null(&self) -> bool {
        D::is_null(self)
    }
}

/// Data, or none: `None` is stored with a null dataspace, as `h5py.Empty`.
impl<D: ToData> ToData for Option<D> {
    type Elem = D::Elem;

    fn shape(&self) -> Result<Vec<usize>> {
        self.as_ref().map_or(Ok(Vec::new()), D::shape)
    }

    fn elements(&self) -> Elements<'_, Self::Elem> {
        self.as_ref().map_or(Elements::Each(Vec::new()), D::elements)
    }

    fn is_null(&self) -> bool {
        self.as_ref().is_none_or(D::is_null)
    }
}

/// A type that holds data of which several in a row are data with one more axis.
///
/// Implemented by elements and by lists of them; this is what lets `Vec<Vec<f64>>` be two-dimensional.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a type of elements nor a list of them",
    note = "elements are integers, floats, `bool`, text, and what has `#[derive(hdf5::H5Type)]`",
    note = "a range is collected into a `Vec`, and arrays are stacked with `ndarray::stack`"
)]
pub trait Nested {
    /// The type of an element.
    type Elem: Encode + ?Sized;

    /// The shape of the parts, which must all be alike.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] if they differ.
    fn common_shape(parts: &[Self]) -> Result<Vec<usize>>
    where
        Self: Sized;

    /// The elements of several parts.
    fn bytes_of(parts: &[Self]) -> Option<&[u8]>
    where
        Self: Sized;

    /// Adds references to the elements of this part.
    fn push_each<'a>(&'a self, elements: &mut Vec<&'a Self::Elem>);
}

/// Implements [`ToData`], [`Nested`] and [`FromData`] for types that are a single element:
/// `scalars! { [generics] Type; }`.
macro_rules! scalars {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> $crate::data::ToData for $ty {
            type Elem = $ty;

            fn shape(&self) -> $crate::Result<Vec<usize>> {
                Ok(Vec::new())
            }

            fn elements(&self) -> $crate::data::Elements<'_, $ty> {
                $crate::data::Elements::Each(vec![self])
            }
        }

        impl<$($generics)*> $crate::data::Nested for $ty {
            type Elem = $ty;

            fn common_shape(_parts: &[Self]) -> $crate::Result<Vec<usize>> {
                Ok(Vec::new())
            }

            fn bytes_of(parts: &[Self]) -> Option<&[u8]> {
                <$ty as $crate::types::Encode>::as_bytes(parts)
            }

            fn push_each<'elements>(&'elements self, elements: &mut Vec<&'elements $ty>) {
                elements.push(self);
            }
        }

        impl<$($generics)*> $crate::data::FromData for $ty {
            type Elem = $ty;

            fn from_data(shape: &[usize], elements: Vec<$ty>) -> $crate::Result<Self> {
                $crate::data::only(shape, elements)
            }
        }
    )*};
}
pub(crate) use scalars;

/// The one element of data that is read as a scalar.
///
/// # Errors
///
/// [`ErrorKind::ShapeMismatch`] if there are more, or none.
pub fn only<T>(shape: &[usize], mut elements: Vec<T>) -> Result<T> {
    match (elements.pop(), elements.is_empty()) {
        (Some(only), true) => Ok(only),
        _ => {
            let (expected, found) = (shape.to_vec(), Vec::new());
            Err(ErrorKind::ShapeMismatch { expected, found }.into())
        }
    }
}

impl ToData for str {
    type Elem = str;

    fn shape(&self) -> Result<Vec<usize>> {
        Ok(Vec::new())
    }

    fn elements(&self) -> Elements<'_, str> {
        Elements::Each(vec![self])
    }
}

impl Nested for &str {
    type Elem = str;

    fn common_shape(_parts: &[Self]) -> Result<Vec<usize>> {
        Ok(Vec::new())
    }

    fn bytes_of(_parts: &[Self]) -> Option<&[u8]> {
        None
    }

    fn push_each<'a>(&'a self, elements: &mut Vec<&'a str>) {
        elements.push(self);
    }
}

impl<N: Nested> ToData for [N] {
    type Elem = N::Elem;

    fn shape(&self) -> Result<Vec<usize>> {
        let mut shape = vec![self.len()];
        shape.extend(N::common_shape(self)?);
        Ok(shape)
    }

    fn elements(&self) -> Elements<'_, N::Elem> {
        if let Some(bytes) = N::bytes_of(self) {
            return Elements::Bytes(bytes);
        }
        let mut elements = Vec::with_capacity(self.len());
        self.iter().for_each(|part| part.push_each(&mut elements));
        Elements::Each(elements)
    }
}

/// Implements the traits for lists, which are data as the slice of their parts is.
macro_rules! lists {
    ($([$($generics:tt)*] $list:ty = $length_of_none:expr;)*) => {$(
        impl<N: Nested, $($generics)*> ToData for $list {
            type Elem = N::Elem;

            fn shape(&self) -> Result<Vec<usize>> {
                self.as_slice().shape()
            }

            fn elements(&self) -> Elements<'_, N::Elem> {
                self.as_slice().elements()
            }
        }

        impl<N: Nested, $($generics)*> Nested for $list {
            type Elem = N::Elem;

            fn common_shape(parts: &[Self]) -> Result<Vec<usize>> {
                let Some((first, rest)) = parts.split_first() else {
                    // No part says how long it is, but the type may, and it says how nested.
                    let mut shape = vec![$length_of_none];
                    shape.extend(N::common_shape(&[])?);
                    return Ok(shape);
                };
                let expected = first.as_slice().shape()?;
                for part in rest {
                    let found = part.as_slice().shape()?;
                    if found != expected {
                        return Err(ErrorKind::ShapeMismatch { expected, found }.into());
                    }
                }
                Ok(expected)
            }

            fn bytes_of(_parts: &[Self]) -> Option<&[u8]> {
                None
            }

            fn push_each<'a>(&'a self, elements: &mut Vec<&'a N::Elem>) {
                self.iter().for_each(|part| part.push_each(elements));
            }
        }
    )*};
}

lists! {
    [] Vec<N> = 0;
    [const LEN: usize] [N; LEN] = LEN;
}

/// What data can be read as.
///
/// Provided for scalars, `Vec` (all elements in C order, whatever the shape), ndarray's `Array` of
/// fixed and dynamic rank, and `Option` of them, which is `None` for empty (null) data.
pub trait FromData: Sized {
    /// The type of an element.
    type Elem: Decode;

    /// Makes the value from the elements in C order.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] or [`ErrorKind::RankMismatch`] if data of that shape is not a
    /// value of this type.
    fn from_data(shape: &[usize], elements: Vec<Self::Elem>) -> Result<Self>;

    /// Makes the value where there is no data: the dataspace is null, as for `h5py.Empty`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullDataspace`] for types other than `Option`.
    fn from_null() -> Result<Self> {
        Err(ErrorKind::NullDataspace.into())
    }
}

/// Data, or `None` where the dataspace is null.
impl<R: FromData> FromData for Option<R> {
    type Elem = R::Elem;

    fn from_data(shape: &[usize], elements: Vec<R::Elem>) -> Result<Self> {
        R::from_data(shape, elements).map(Some)
    }

    fn from_null() -> Result<Self> {
        Ok(None)
    }
}

impl FromData for Value {
    type Elem = Value;

    /// One element is itself; several are a sequence, nested as the shape says.
    fn from_data(shape: &[usize], elements: Vec<Value>) -> Result<Self> {
        fn nest(shape: &[usize], elements: &mut impl Iterator<Item = Value>) -> Option<Value> {
            match shape.split_first() {
                None => elements.next(),
                Some((&length, inner)) => (0..length)
                    .map(|_| nest(inner, elements))
                    .collect::<Option<_>>()
                    .map(Value::Sequence),
            }
        }
        // A shape may be long along one axis and empty along another.
        if elements.is_empty() {
            return Ok(Value::Sequence(Vec::new()));
        }
        nest(shape, &mut elements.into_iter()).ok_or_else(|| {
            ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: Vec::new() }.into()
        })
    }

    fn from_null() -> Result<Self> {
        Ok(Value::Empty)
    }
}

impl<T: Decode> FromData for Vec<T> {
    type Elem = T;

    fn from_data(_shape: &[usize], elements: Vec<T>) -> Result<Self> {
        Ok(elements)
    }
}

/// A buffer of one's own that data can be read into.
///
/// Provided for slices, arrays and `Vec`, which take as many elements as they have, and for ndarray's
/// arrays and mutable views, which take data of their shape.
pub trait DataMut {
    /// The type of an element.
    type Elem: Decode;

    /// Whether data of that shape fits exactly.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::ShapeMismatch`] if it does not.
    fn check_shape(&self, shape: &[usize]) -> Result<()>;

    /// The elements in C order, if they lie one after the other.
    fn as_mut_slice(&mut self) -> Option<&mut [Self::Elem]>;

    /// Takes the elements in C order.
    fn assign(&mut self, elements: Vec<Self::Elem>);
}

impl<B: DataMut + ?Sized> DataMut for &mut B {
    type Elem = B::Elem;

    fn check_shape(&self, shape: &[usize]) -> Result<()> {
        B::check_shape(self, shape)
    }

    fn as_mut_slice(&mut self) -> Option<&mut [B::Elem]> {
        B::as_mut_slice(self)
    }

    fn assign(&mut self, elements: Vec<B::Elem>) {
        B::assign(self, elements);
    }
}

impl<T: Decode> DataMut for [T] {
    type Elem = T;

    fn check_shape(&self, shape: &[usize]) -> Result<()> {
        if crate::shape::element_count(shape)? == self.len() {
            return Ok(());
        }
        Err(ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: vec![self.len()] }.into())
    }

    fn as_mut_slice(&mut self) -> Option<&mut [T]> {
        Some(self)
    }

    fn assign(&mut self, elements: Vec<T>) {
        self.iter_mut().zip(elements).for_each(|(place, element)| *place = element);
    }
}

/// Buffers that are read into as the slice of their elements is.
macro_rules! slices {
    ($([$($generics:tt)*] $list:ty;)*) => {$(
        impl<T: Decode, $($generics)*> DataMut for $list {
            type Elem = T;

            fn check_shape(&self, shape: &[usize]) -> Result<()> {
                self.as_slice().check_shape(shape)
            }

            fn as_mut_slice(&mut self) -> Option<&mut [T]> {
                Some(self)
            }

            fn assign(&mut self, elements: Vec<T>) {
                DataMut::assign(&mut self[..], elements);
            }
        }
    )*};
}

slices! {
    [] Vec<T>;
    [const LEN: usize] [T; LEN];
}

#[cfg(feature = "ndarray")]
mod with_ndarray {
    use ndarray::{Array, ArrayBase, Data, DataMut as ArrayDataMut, Dimension, IxDyn};

    use super::{DataMut, Elements, FromData, ToData};
    use crate::error::{ErrorKind, Result};
    use crate::types::{Decode, Encode};

    impl<T: Encode, S: Data<Elem = T>, D: Dimension> ToData for ArrayBase<S, D> {
        type Elem = T;

        fn shape(&self) -> Result<Vec<usize>> {
            Ok(ArrayBase::shape(self).to_vec())
        }

        fn elements(&self) -> Elements<'_, T> {
            // Fortran order and other strides are read element by element, in C order.
            match self.as_slice().and_then(T::as_bytes) {
                Some(bytes) => Elements::Bytes(bytes),
                None => Elements::Each(self.iter().collect()),
            }
        }
    }

    impl<T: Decode, D: Dimension> FromData for Array<T, D> {
        type Elem = T;

        fn from_data(shape: &[usize], elements: Vec<T>) -> Result<Self> {
            if let Some(expected) = D::NDIM.filter(|&rank| rank != shape.len()) {
                return Err(
                    ErrorKind::RankMismatch { expected: shape.len(), found: expected }.into()
                );
            }
            Array::from_shape_vec(IxDyn(shape), elements)
                .and_then(Array::into_dimensionality)
                .map_err(|_| {
                    ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: Vec::new() }.into()
                })
        }
    }

    impl<T: Decode, S: ArrayDataMut<Elem = T>, D: Dimension> DataMut for ArrayBase<S, D> {
        type Elem = T;

        fn check_shape(&self, shape: &[usize]) -> Result<()> {
            let found = ArrayBase::shape(self);
            if found == shape {
                return Ok(());
            }
            Err(ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: found.to_vec() }.into())
        }

        fn as_mut_slice(&mut self) -> Option<&mut [T]> {
            ArrayBase::as_slice_mut(self)
        }

        fn assign(&mut self, elements: Vec<T>) {
            self.iter_mut().zip(elements).for_each(|(place, element)| *place = element);
        }
    }
}
