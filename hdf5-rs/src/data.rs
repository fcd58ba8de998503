//! What can be written and read in one call: arrays, vectors, slices, scalars and text.

use crate::error::{Error, ErrorKind, Result};
use crate::transfer::{Fetched, Target, check_writable};
use crate::types::buffer::{Encoded, Encoder};
use crate::types::{Decode, Encode, TypeDescriptor};

/// Data that can be written: it has a shape and elements.
///
/// Provided for scalars, text, arrays `[T; N]`, slices, `Vec`, nested arrays and vectors, ndarray's
/// arrays and views of any order, [`Value`](crate::Value), [`DynArray`](crate::DynArray), `Option` of them, and
/// references to all.
///
/// Lists in lists are axes of the data, which must then be of equal lengths; where the type that is
/// written to is an array or a sequence of variable length, the innermost lists are its elements:
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let file = hdf5::File::create(dir.path().join("lists.h5"))?;
/// let table = file.create_dataset("table", vec![vec![1, 2], vec![3, 4]])?;
/// assert_eq!(table.shape()?, [2, 2]);
///
/// let ragged = vec![vec![1, 2, 3], vec![], vec![4]];
/// let lists = file.new_dataset::<Vec<i32>>().create_with("lists", &ragged)?;
/// assert_eq!(lists.shape()?, [3]);
/// assert_eq!(lists.read::<Vec<Vec<i32>>>()?, ragged);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not data that can be written",
    note = "data are numbers, `bool`, text, what has `#[derive(hdf5::H5Type)]`, lists and arrays of \
            them, and `Option` for empty data"
)]
pub trait ToData {
    /// The type of the elements, if there are none to tell.
    ///
    /// # Errors
    ///
    /// Fails for values whose type is only known at run time.
    #[doc(hidden)]
    fn elem_dtype() -> Result<TypeDescriptor>;

    /// The type that a new dataset or attribute of this data gets.
    ///
    /// # Errors
    ///
    /// Fails for values whose type is only known at run time, if nothing says which it is.
    fn new_dtype(&self) -> Result<TypeDescriptor> {
        Self::elem_dtype()
    }

    /// Encodes the data for what is stored; the shape comes with it.
    #[doc(hidden)]
    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>>;

    /// Whether there is no data: it is stored with a null dataspace, as `h5py.Empty`.
    fn is_null(&self) -> bool {
        false
    }
}

impl<D: ToData + ?Sized> ToData for &D {
    fn elem_dtype() -> Result<TypeDescriptor> {
        D::elem_dtype()
    }

    fn new_dtype(&self) -> Result<TypeDescriptor> {
        D::new_dtype(self)
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        D::encode_for(self, target)
    }

    fn is_null(&self) -> bool {
        D::is_null(self)
    }
}

/// Data, or none: `None` is stored with a null dataspace, as `h5py.Empty`.
impl<D: ToData> ToData for Option<D> {
    fn elem_dtype() -> Result<TypeDescriptor> {
        D::elem_dtype()
    }

    fn new_dtype(&self) -> Result<TypeDescriptor> {
        self.as_ref().map_or_else(D::elem_dtype, D::new_dtype)
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        match self {
            Some(data) => data.encode_for(target),
            None => Err(Error::invalid_argument("there is no data to write")),
        }
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
pub trait Nested: Encode {
    /// The type of an element.
    type Elem: Encode + ?Sized;

    /// How many axes the part has where its innermost items are elements of what is stored; `None` if
    /// they cannot be. The part itself may be such an element.
    #[doc(hidden)]
    fn axes(stored: &TypeDescriptor) -> Option<usize>;

    /// The lengths of the parts along as many axes, which must be alike.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnequalLists`] if they differ.
    #[doc(hidden)]
    fn common_shape(parts: &[Self], axes: usize) -> Result<Vec<usize>>
    where
        Self: Sized;

    /// Encodes what are elements where parts have as many axes: as they lie in memory, or as `each`
    /// pushes them.
    #[doc(hidden)]
    fn encode_items<'a>(
        axes: usize,
        shape: &[usize],
        bytes: Option<&'a [u8]>,
        target: Target<'_>,
        each: &dyn Fn(&mut Encoder) -> Result<()>,
    ) -> Result<Encoded<'a>>;

    /// Encodes the items of one part.
    #[doc(hidden)]
    fn push(&self, axes: usize, encoder: &mut Encoder) -> Result<()>;
}

/// Makes types that are [`Encode`] and [`Decode`] an [`H5Type`](crate::H5Type): each of their values is one
/// element.
///
/// It implements [`ToData`], [`Nested`] and [`FromData`], so that values, lists and arrays of them are
/// data that can be written and read. `#[derive(H5Type)]` does this by itself; the macro is for types whose
/// two traits are written by hand, such as this one, which is stored as an `f64` and checked when it is
/// read:
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{Decode, Element, ElementMut, Encode, ErrorKind, File, TypeDescriptor};
///
/// #[derive(Debug, Clone, Copy, PartialEq)]
/// struct Celsius(f64);
///
/// impl Encode for Celsius {
///     fn dtype() -> TypeDescriptor {
///         f64::dtype()
///     }
///
///     fn write_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
///         f64::write_form(stored)
///     }
///
///     fn encode(&self, element: &mut ElementMut<'_>) -> hdf5::Result<()> {
///         self.0.encode(element)
///     }
/// }
///
/// impl Decode for Celsius {
///     fn read_form(stored: &TypeDescriptor) -> Option<TypeDescriptor> {
///         f64::read_form(stored)
///     }
///
///     fn decode(element: Element<'_>) -> hdf5::Result<Self> {
///         let degrees = f64::decode(element)?;
///         if degrees < -273.15 {
///             let reason = format!("{degrees} °C is below absolute zero");
///             return Err(ErrorKind::InvalidValue { reason }.into());
///         }
///         Ok(Self(degrees))
///     }
/// }
///
/// hdf5::impl_h5type!(Celsius);
///
/// #[derive(hdf5::H5Type, Debug, PartialEq)]
/// struct Reading {
///     sensor: u8,
///     temperature: Celsius,
/// }
///
/// let file = File::create(dir.path().join("celsius.h5"))?;
/// file.attrs().set("limit", Celsius(120.0))?;
/// file.create_dataset("day", vec![vec![Celsius(21.5)], vec![Celsius(-3.0)]])?;
/// file.create_dataset("readings", [Reading { sensor: 1, temperature: Celsius(19.0) }])?;
///
/// let day: Vec<Celsius> = file.dataset("day")?.read()?;
/// assert_eq!(day, [Celsius(21.5), Celsius(-3.0)]);
/// file.create_dataset("cold", [-300.0])?;
/// assert!(file.dataset("cold")?.read::<Vec<Celsius>>().is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[macro_export]
macro_rules! impl_h5type {
    ($($ty:ty),+ $(,)?) => {
        $crate::scalars! { $([] $ty;)+ }
    };
}

/// Implements [`ToData`], [`Nested`] and [`FromData`] for types that are a single element:
/// `scalars! { [generics] Type; }`.
#[doc(hidden)]
#[macro_export]
macro_rules! scalars {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> $crate::ToData for $ty {
            fn elem_dtype() -> $crate::Result<$crate::TypeDescriptor> {
                Ok(<$ty as $crate::Encode>::dtype())
            }

            fn encode_for(
                &self,
                target: $crate::derived::Target<'_>,
            ) -> $crate::Result<$crate::derived::Encoded<'_>> {
                $crate::derived::encode_one(self, target)
            }
        }

        $crate::nested_scalars! { [$($generics)*] $ty; }

        impl<$($generics)*> $crate::swmr::RowsOf<Self> for $ty {}

        impl<$($generics)*> $crate::FromData for $ty {
            type Elem = $ty;

            fn from_data(shape: &[usize], elements: ::std::vec::Vec<$ty>) -> $crate::Result<Self> {
                $crate::derived::only(shape, elements)
            }
        }
    )*};
}
pub(crate) use scalars;

/// Implements [`Nested`] for types that are a single element.
#[doc(hidden)]
#[macro_export]
macro_rules! nested_scalars {
    ($([$($generics:tt)*] $ty:ty;)*) => {$(
        impl<$($generics)*> $crate::Nested for $ty {
            type Elem = Self;

            fn axes(stored: &$crate::TypeDescriptor) -> Option<usize> {
                $crate::derived::fits::<Self>(stored).then_some(0)
            }

            fn common_shape(_parts: &[Self], _axes: usize) -> $crate::Result<::std::vec::Vec<usize>> {
                Ok(::std::vec::Vec::new())
            }

            fn encode_items<'bytes>(
                _axes: usize,
                shape: &[usize],
                bytes: Option<&'bytes [u8]>,
                target: $crate::derived::Target<'_>,
                each: &dyn Fn(&mut $crate::derived::Encoder) -> $crate::Result<()>,
            ) -> $crate::Result<$crate::derived::Encoded<'bytes>> {
                $crate::derived::encode_items::<Self>(shape, bytes, target, each)
            }

            fn push(
                &self,
                _axes: usize,
                encoder: &mut $crate::derived::Encoder,
            ) -> $crate::Result<()> {
                $crate::derived::push(self, encoder)
            }
        }
    )*};
}

/// Encodes one element.
///
/// # Errors
///
/// Fails if it is no element of what is stored.
pub fn encode_one<'a, T: Encode>(value: &'a T, target: Target<'_>) -> Result<Encoded<'a>> {
    let bytes = T::as_bytes(std::slice::from_ref(value));
    target.encode::<T>(&[], bytes, |encoder| encoder.push(value))
}

/// Encodes elements of a shape: as they lie in memory, or as `each` pushes them.
///
/// # Errors
///
/// Fails if one of them is no element of what is stored.
pub fn encode_items<'a, T: Encode>(
    shape: &[usize],
    bytes: Option<&'a [u8]>,
    target: Target<'_>,
    each: &dyn Fn(&mut Encoder) -> Result<()>,
) -> Result<Encoded<'a>> {
    target.encode::<T>(shape, bytes, each)
}

/// Encodes the next element.
///
/// # Errors
///
/// Fails if it is no element of what is stored.
pub fn push<T: Encode>(value: &T, encoder: &mut Encoder) -> Result<()> {
    encoder.push(value)
}

/// Whether values are elements of what is stored, or parts of its elements.
pub fn fits<T: Encode + ?Sized>(stored: &TypeDescriptor) -> bool {
    check_writable::<T>(stored).is_ok()
}

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
    fn elem_dtype() -> Result<TypeDescriptor> {
        Ok(<str as Encode>::dtype())
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        target.encode::<str>(&[], None, |encoder| encoder.push(self))
    }
}

nested_scalars! { ['text] &'text str; }

impl<N: Nested> ToData for [N] {
    fn elem_dtype() -> Result<TypeDescriptor> {
        Ok(N::Elem::dtype())
    }

    fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
        let axes = N::axes(target.stored);
        let axes = axes.ok_or_else(|| N::Elem::write_error(target.stored))?;
        let shape = [vec![self.len()], N::common_shape(self, axes)?].concat();
        N::encode_items(axes, &shape, N::as_bytes(self), target, &|encoder| {
            self.iter().try_for_each(|part| part.push(axes, encoder))
        })
    }
}

/// Implements the traits for lists, which are data as the slice of their parts is.
macro_rules! lists {
    ($([$($generics:tt)*] $list:ty = $length_of_none:expr;)*) => {$(
        impl<N: Nested, $($generics)*> ToData for $list {
            fn elem_dtype() -> Result<TypeDescriptor> {
                Ok(N::Elem::dtype())
            }

            fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
                match N::axes(target.stored) {
                    // The whole list may be one element.
                    None if fits::<Self>(target.stored) => encode_one(self, target),
                    _ => self.as_slice().encode_for(target),
                }
            }
        }

        impl<N: Nested, $($generics)*> Nested for $list {
            type Elem = N::Elem;

            fn axes(stored: &TypeDescriptor) -> Option<usize> {
                match N::axes(stored) {
                    Some(axes) => Some(axes + 1),
                    None => fits::<Self>(stored).then_some(0),
                }
            }

            fn common_shape(parts: &[Self], axes: usize) -> Result<Vec<usize>> {
                let Some(inner) = axes.checked_sub(1) else {
                    return Ok(Vec::new());
                };
                let shape = |part: &Self| -> Result<Vec<usize>> {
                    Ok([vec![part.len()], N::common_shape(part, inner)?].concat())
                };
                let Some((first, rest)) = parts.split_first() else {
                    // No part says how long it is, but the type may, and it says how nested.
                    return Ok([vec![$length_of_none], N::common_shape(&[], inner)?].concat());
                };
                let first = shape(first)?;
                for part in rest {
                    let other = shape(part)?;
                    if other != first {
                        return Err(ErrorKind::UnequalLists { first, other }.into());
                    }
                }
                Ok(first)
            }

            fn encode_items<'a>(
                axes: usize,
                shape: &[usize],
                bytes: Option<&'a [u8]>,
                target: Target<'_>,
                each: &dyn Fn(&mut Encoder) -> Result<()>,
            ) -> Result<Encoded<'a>> {
                match axes.checked_sub(1) {
                    Some(inner) => N::encode_items(inner, shape, bytes, target, each),
                    None => target.encode::<Self>(shape, bytes, each),
                }
            }

            fn push(&self, axes: usize, encoder: &mut Encoder) -> Result<()> {
                match axes.checked_sub(1) {
                    Some(inner) => self.iter().try_for_each(|part| part.push(inner, encoder)),
                    None => encoder.push(self),
                }
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

    /// Makes the value from elements that have been read and not been looked at.
    #[doc(hidden)]
    fn from_fetched(fetched: Fetched<Self::Elem>) -> Result<Self> {
        let (shape, elements) = fetched.decode()?;
        Self::from_data(&shape, elements)
    }

    /// Makes the value where there is no data: the dataspace is null, as for `h5py.Empty`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NullDataspace`] for types other than `Option` and those of run-time values.
    fn from_null(stored: &TypeDescriptor) -> Result<Self> {
        let _ = stored;
        Err(ErrorKind::NullDataspace.into())
    }
}

/// Data, or `None` where the dataspace is null.
impl<R: FromData> FromData for Option<R> {
    type Elem = R::Elem;

    fn from_data(shape: &[usize], elements: Vec<R::Elem>) -> Result<Self> {
        R::from_data(shape, elements).map(Some)
    }

    fn from_fetched(fetched: Fetched<R::Elem>) -> Result<Self> {
        R::from_fetched(fetched).map(Some)
    }

    fn from_null(_stored: &TypeDescriptor) -> Result<Self> {
        Ok(None)
    }
}

impl<T: Decode> FromData for Vec<T> {
    type Elem = T;

    fn from_data(_shape: &[usize], elements: Vec<T>) -> Result<Self> {
        Ok(elements)
    }
}

/// As many elements as there are, in C order.
impl<T: Decode, const N: usize> FromData for [T; N] {
    type Elem = T;

    fn from_data(shape: &[usize], elements: Vec<T>) -> Result<Self> {
        elements.try_into().map_err(|_| {
            ErrorKind::ShapeMismatch { expected: shape.to_vec(), found: vec![N] }.into()
        })
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

    use super::{DataMut, FromData, ToData};
    use crate::error::{ErrorKind, Result};
    use crate::transfer::Target;
    use crate::types::buffer::Encoded;
    use crate::types::{Decode, Encode, TypeDescriptor};

    impl<T: Encode, S: Data<Elem = T>, D: Dimension> ToData for ArrayBase<S, D> {
        fn elem_dtype() -> Result<TypeDescriptor> {
            Ok(T::dtype())
        }

        fn encode_for(&self, target: Target<'_>) -> Result<Encoded<'_>> {
            // Fortran order and other strides are read element by element, in C order.
            let bytes = self.as_slice().and_then(T::as_bytes);
            target.encode::<T>(self.shape(), bytes, |encoder| {
                self.iter().try_for_each(|element| encoder.push(element))
            })
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
