//! Elements between memory and file, for datasets and attributes alike.

use std::sync::Arc;

use crate::convert::{Conversion, Transfer, settle_read, settle_write};
use crate::error::{Error, ErrorKind, Result};
use crate::name::Name;
use crate::raw::arena::Arena;
use crate::shape::element_count;
use crate::types::buffer::{Allocator, Buffer, Encoded, Encoder, Memory};
use crate::types::element::BYTE;
use crate::types::{CompoundType, Decode, Element, Encode, TypeDescriptor};

/// What elements can be read from, all of it at once.
pub(crate) trait Source {
    /// Who allocates what the pointers of elements point to.
    const ALLOCATOR: Allocator;

    /// Fills the buffer, which holds every element in the memory type.
    fn read(&self, memory: &Memory, buffer: &mut [u8], arena: &mut Arena) -> Result<()>;
}

/// How stored elements get to be `T`s.
pub(crate) struct ReadPlan {
    /// The type in which libhdf5 reads them.
    pub(crate) memory: Memory,
    /// The type of what each `T` is made of: the memory type, parts of it, or several of it.
    view: TypeDescriptor,
    /// The shape of the `T`s.
    pub(crate) shape: Vec<usize>,
    /// Whether the `T`s are the items of the one element, a sequence.
    sequence: bool,
    conversion: Conversion,
}

impl ReadPlan {
    /// Finds how elements of a stored type and shape are `T`s.
    ///
    /// What is an array type in the file can be more axes in memory, and the other way round: a table of
    /// floats is a list of `[f32; 3]` or of `Vec<f32>`, too.
    ///
    /// A type that is known as a memory type is not made again.
    pub(crate) fn new<T: Decode>(
        stored: &TypeDescriptor,
        known: Option<&Memory>,
        shape: Vec<usize>,
        transfer: Transfer,
        conversion: Conversion,
    ) -> Result<Self> {
        let settled = |form, stored: &TypeDescriptor| settle_read(stored, form, transfer);
        let plan = |ty, view, shape, sequence| -> Result<Self> {
            let memory = match known.filter(|known| known.ty == ty) {
                Some(known) => known.clone(),
                None => Memory::new(ty)?,
            };
            Ok(Self { memory, view, shape, sequence, conversion })
        };
        if let Some(form) = T::read_form(stored) {
            let form = settled(form, stored);
            return plan(form.clone(), form, shape, false);
        }
        if let Some(Unfolded { ty, part, dims }) =
            unfold(stored, T::IS_BYTE, &|base| Some(settled(T::read_form(base)?, base)))
        {
            return plan(ty, part, [shape, dims].concat(), false);
        }
        if T::IS_LIST {
            for axis in (0..shape.len()).rev() {
                let (outer, dims) = shape.split_at(axis);
                let array =
                    TypeDescriptor::Array { dims: dims.to_vec(), base: Box::new(stored.clone()) };
                if let Some(form) = T::read_form(&array) {
                    let view = settled(form, &array);
                    if let TypeDescriptor::Array { base, .. } = &view {
                        return plan(TypeDescriptor::clone(base), view, outer.to_vec(), false);
                    }
                }
            }
        }
        if let (TypeDescriptor::VarLen(base), []) = (stored, shape.as_slice()) {
            if let Some(form) = T::read_form(base) {
                let form = settled(form, base);
                let ty = TypeDescriptor::VarLen(Box::new(form.clone()));
                return plan(ty, form, shape, true);
            }
        }
        Err(T::read_error(stored).into())
    }

    /// The same, where the elements are one field of what is stored, and so on inward.
    pub(crate) fn in_fields(mut self, path: &[Name]) -> Result<Self> {
        for name in path.iter().rev() {
            let field = (name.clone(), self.memory.ty);
            let compound = TypeDescriptor::Compound(CompoundType::packed([field]));
            self.memory = Memory::new(compound)?;
        }
        Ok(self)
    }

    /// The number of `T`s.
    fn count(&self) -> Result<usize> {
        element_count(&self.shape)
    }

    /// The bytes in which `T`s that are read in place lie, if they can be.
    fn in_place<'a, T: Decode>(&self, values: &'a mut [T]) -> Result<Option<&'a mut [u8]>> {
        if self.sequence || T::plain().as_ref() != Some(&self.view) {
            return Ok(None);
        }
        let needed = self.view.size().and_then(|size| size.checked_mul(values.len()));
        match T::as_bytes_mut(values) {
            Some(bytes) if Some(bytes.len()) == needed => Ok(Some(bytes)),
            Some(_) => Err(Error::invalid_argument("the type's bytes are not its elements'")),
            None => Ok(None),
        }
    }

    /// Reads all elements of the source, `stored` of them, into values of one's own, if they lie in
    /// memory as the elements do; otherwise nothing is done.
    pub(crate) fn fetch_into<T: Decode>(
        &self,
        source: &impl Source,
        values: &mut [T],
    ) -> Result<bool> {
        let Some(bytes) = self.in_place(values)? else {
            return Ok(false);
        };
        // Types that are read in place have no pointers, so that nothing is allocated.
        source.read(&self.memory, bytes, &mut Arena::default())?;
        Ok(true)
    }

    /// Reads all elements of the source, which are `stored`. The lock may be held; it must not be while
    /// they are decoded.
    pub(crate) fn fetch<T: Decode, S: Source>(
        self,
        source: &S,
        stored: usize,
    ) -> Result<Fetched<T>> {
        let count = self.count()?;
        let Self { ref shape, sequence, conversion, .. } = self;
        if stored == 0 {
            // Without a buffer there are no elements to look at: lists of none have no bytes either.
            let shape = shape.clone();
            return Ok(Fetched { shape, kind: Kind::Empty(self.view, count) });
        }
        if let Some(values) = T::zeroed(count).filter(|_| !sequence) {
            let mut values = values?;
            if self.fetch_into(source, &mut values)? {
                return Ok(Fetched { shape: self.shape, kind: Kind::Values(values) });
            }
        }
        let read = |memory: &Memory, bytes: &mut [u8], arena: &mut Arena| {
            source.read(memory, bytes, arena)
        };
        let buffer = Buffer::read(self.memory, stored, S::ALLOCATOR, read)?;
        let raw = Raw { buffer, view: self.view, count, sequence, conversion };
        Ok(Fetched { shape: self.shape, kind: Kind::Raw(Box::new(raw)) })
    }

    /// Reads all elements of the source, which are `stored`, as `count` rows: the plan is of one of them.
    pub(crate) fn fetch_rows<T: Decode>(
        mut self,
        source: &impl Source,
        stored: usize,
        count: usize,
    ) -> Result<FetchedRows<T>> {
        let row = self.shape.clone();
        self.shape.insert(0, count);
        let fetched = self.fetch(source, stored)?;
        fetched.into_rows(count, row)
    }

    /// Elements that are in memory already, or none.
    pub(crate) fn fetched<T: Decode>(self, buffer: Option<Buffer>) -> Result<Fetched<T>> {
        let count = self.count()?;
        if let Some(buffer) = &buffer {
            if let Some(values) = T::zeroed(count).filter(|_| !self.sequence) {
                let mut values = values?;
                if let Some(bytes) = self.in_place(&mut values)? {
                    if bytes.len() != buffer.bytes().len() {
                        return Err(Error::invalid_argument("not as many elements as were read"));
                    }
                    bytes.copy_from_slice(buffer.bytes());
                    return Ok(Fetched { shape: self.shape, kind: Kind::Values(values) });
                }
            }
        }
        let Self { view, shape, sequence, conversion, .. } = self;
        let kind = match buffer {
            Some(buffer) => Kind::Raw(Box::new(Raw { buffer, view, count, sequence, conversion })),
            None => Kind::Empty(view, count),
        };
        Ok(Fetched { shape, kind })
    }
}

/// A type whose elements are arrays of parts that are elements themselves.
struct Unfolded {
    ty: TypeDescriptor,
    part: TypeDescriptor,
    dims: Vec<usize>,
}

/// Takes axes of an array type as axes of the data: all of them, or the outer ones, where the parts are
/// lists of the inner ones; an opaque value is an array of bytes.
fn unfold(
    stored: &TypeDescriptor,
    to_bytes: bool,
    form: &dyn Fn(&TypeDescriptor) -> Option<TypeDescriptor>,
) -> Option<Unfolded> {
    match stored {
        TypeDescriptor::Array { dims, base } => {
            let array = |dims: &[usize], base: &TypeDescriptor| TypeDescriptor::Array {
                dims: dims.to_vec(),
                base: Box::new(base.clone()),
            };
            if let Some(form) = form(base) {
                let ty = array(dims, &form);
                return Some(Unfolded { ty, part: form, dims: dims.clone() });
            }
            for axis in (1..dims.len()).rev() {
                let (outer, inner) = dims.split_at(axis);
                if let Some(part) = form(&array(inner, base)) {
                    if let TypeDescriptor::Array { base, .. } = &part {
                        let ty = array(dims, base);
                        return Some(Unfolded { ty, part, dims: outer.to_vec() });
                    }
                }
            }
            let inner = unfold(base, to_bytes, form)?;
            let (ty, dims) = (array(dims, &inner.ty), [&dims[..], &inner.dims].concat());
            Some(Unfolded { ty, part: inner.part, dims })
        }
        TypeDescriptor::Opaque { size, .. } if to_bytes => {
            Some(Unfolded { ty: stored.clone(), part: BYTE.clone(), dims: vec![*size] })
        }
        _ => None,
    }
}

/// Elements that have been read and not been checked yet.
pub struct Fetched<T> {
    shape: Vec<usize>,
    kind: Kind<T>,
}

enum Kind<T> {
    /// Nothing was read; the number of values is not zero only if none of them has any bytes.
    Empty(TypeDescriptor, usize),
    /// Every pattern of bits is a value: they are done.
    Values(Vec<T>),
    /// They need to be looked at.
    Raw(Box<Raw>),
}

/// Elements in a buffer.
pub(crate) struct Raw {
    pub(crate) buffer: Buffer,
    view: TypeDescriptor,
    count: usize,
    sequence: bool,
    conversion: Conversion,
}

impl Raw {
    /// Lets `each` see every element, in C order.
    fn for_each<'a>(&'a self, mut each: impl FnMut(Element<'a>) -> Result<()>) -> Result<()> {
        let beyond = || Error::invalid_argument("an element beyond the end of its buffer");
        if self.sequence {
            // SAFETY: the buffer has one element, of its memory type.
            let only = unsafe { self.buffer.element(0, &self.buffer.memory().ty, self.conversion) };
            return only.ok_or_else(beyond)?.elements()?.try_for_each(each);
        }
        let size = self.view.size().ok_or_else(beyond)?;
        for index in 0..self.count {
            // SAFETY: the plan has as many elements of this type, one after the other, as make up
            // those of the memory type.
            let element = unsafe { self.buffer.element(index * size, &self.view, self.conversion) };
            each(element.ok_or_else(beyond)?)?;
        }
        Ok(())
    }
}

impl<T: Decode> Fetched<T> {
    /// The shape and the values of the elements.
    pub(crate) fn decode(mut self) -> Result<(Vec<usize>, Vec<T>)> {
        if let Kind::Values(values) = self.kind {
            return Ok((self.shape, values));
        }
        let mut values = Vec::new();
        let room = self.len().ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        values.try_reserve_exact(room).map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        let shape = self.decode_each(|element| {
            values.push(T::decode(element)?);
            Ok(())
        })?;
        self.shape = shape;
        Ok((self.shape, values))
    }
}

impl<T> Fetched<T> {
    /// The number of elements; of a sequence it is told by the sequence.
    fn len(&self) -> Option<usize> {
        match &self.kind {
            Kind::Empty(_, count) => Some(*count),
            Kind::Values(values) => Some(values.len()),
            Kind::Raw(raw) if raw.sequence => Some(0),
            Kind::Raw(raw) => Some(raw.count),
        }
    }

    /// Lets `each` see every element that is not read in place, in C order, and returns their shape.
    pub(crate) fn decode_each(
        &self,
        mut each: impl FnMut(Element<'_>) -> Result<()>,
    ) -> Result<Vec<usize>> {
        let raw = match &self.kind {
            Kind::Raw(raw) => raw,
            Kind::Empty(view, count) if view.size() == Some(0) => {
                for _ in 0..*count {
                    // SAFETY: an element without bytes has no pointers.
                    each(unsafe { Element::new(&[], view, Conversion::default()) })?;
                }
                return Ok(self.shape.clone());
            }
            Kind::Empty(..) | Kind::Values(_) => return Ok(self.shape.clone()),
        };
        let mut count = 0;
        raw.for_each(|element| {
            count += 1;
            each(element)
        })?;
        Ok(if raw.sequence { vec![count] } else { self.shape.clone() })
    }

    /// Divides the elements into as many rows of a shape.
    fn into_rows(self, count: usize, shape: Vec<usize>) -> Result<FetchedRows<T>> {
        let length = element_count(&shape)?;
        let kind = match self.kind {
            Kind::Empty(view, _) => RowKind::Empty(view),
            Kind::Values(values) => RowKind::Values(values.into_iter()),
            Kind::Raw(raw) => {
                let Raw { buffer, view, sequence, conversion, .. } = *raw;
                RowKind::Raw { buffer: Arc::new(buffer), view, sequence, conversion }
            }
        };
        Ok(FetchedRows { next: 0, count, shape, length, kind })
    }

    /// The shape of the elements, their type, and the buffer with all of them as they were read.
    pub(crate) fn into_buffer(self) -> Result<(Vec<usize>, TypeDescriptor, Option<Buffer>)> {
        match self.kind {
            Kind::Raw(raw) => Ok((self.shape, raw.view, Some(raw.buffer))),
            Kind::Empty(view, _) => Ok((self.shape, view, None)),
            Kind::Values(_) => Err(Error::invalid_argument("the elements were read in place")),
        }
    }
}

/// Rows that have been read at once. Each takes more memory than its elements, and is made when it is asked for.
pub(crate) struct FetchedRows<T> {
    next: usize,
    count: usize,
    /// The shape of a row, and the number of its elements.
    shape: Vec<usize>,
    length: usize,
    kind: RowKind<T>,
}

enum RowKind<T> {
    Empty(TypeDescriptor),
    Values(std::vec::IntoIter<T>),
    Raw { buffer: Arc<Buffer>, view: TypeDescriptor, sequence: bool, conversion: Conversion },
}

impl<T> FetchedRows<T> {
    /// How many rows are left.
    pub(crate) fn len(&self) -> usize {
        self.count - self.next
    }
}

impl<T> Iterator for FetchedRows<T> {
    type Item = Result<Fetched<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next == self.count {
            return None;
        }
        let kind = match &mut self.kind {
            RowKind::Empty(view) => Ok(Kind::Empty(view.clone(), self.length)),
            RowKind::Values(values) => {
                Ok(Kind::Values(values.by_ref().take(self.length).collect()))
            }
            RowKind::Raw { buffer, view, sequence, conversion } => {
                let (sequence, conversion) = (*sequence, *conversion);
                Buffer::row(buffer, self.next, self.count).map(|buffer| {
                    let (view, count) = (view.clone(), self.length);
                    Kind::Raw(Box::new(Raw { buffer, view, count, sequence, conversion }))
                })
            }
        };
        self.next += 1;
        Some(kind.map(|kind| Fetched { shape: self.shape.clone(), kind }))
    }
}

/// Where data is to be written: what is stored there, and how it gets there.
#[derive(Debug, Clone, Copy)]
pub struct Target<'t> {
    pub(crate) stored: &'t TypeDescriptor,
    pub(crate) conversion: Conversion,
    /// Whether libhdf5 must not convert numbers.
    pub(crate) exact: bool,
    /// Whether they may be the data's own elements, and not a copy.
    pub(crate) lent: bool,
}

impl<'t> Target<'t> {
    /// Elements that libhdf5 may convert where all values fit.
    pub(crate) fn new(stored: &'t TypeDescriptor, conversion: Conversion) -> Self {
        Self { stored, conversion, exact: false, lent: true }
    }

    /// Elements that must be as they are stored.
    pub(crate) fn exact(stored: &'t TypeDescriptor, conversion: Conversion) -> Self {
        Self { stored, conversion, exact: true, lent: false }
    }

    /// Elements that must be as they are stored, and may be those of the data itself: whatever they hold, they
    /// are written as they are.
    pub(crate) fn as_stored(stored: &'t TypeDescriptor, conversion: Conversion) -> Self {
        Self { stored, conversion, exact: true, lent: true }
    }

    /// How `T`s of a shape are elements there: the memory type, the type of each `T` in it, and the
    /// shape of the elements. Axes that are an array type there are axes of the data.
    fn plan<T: Encode + ?Sized>(
        &self,
        shape: &[usize],
    ) -> Result<(TypeDescriptor, TypeDescriptor, Vec<usize>)> {
        let settled = |stored: &TypeDescriptor| {
            Some(settle_write(T::write_form(stored)?, stored, self.exact))
        };
        if let Some(form) = settled(self.stored) {
            return Ok((form.clone(), form, shape.to_vec()));
        }
        match unfold(self.stored, T::IS_BYTE, &settled) {
            Some(Unfolded { ty, part, dims }) => match shape.strip_suffix(&dims[..]) {
                Some(outer) => Ok((ty, part, outer.to_vec())),
                None => {
                    // The shape that as many elements would have.
                    let outer = shape.len().saturating_sub(dims.len());
                    let (expected, found) = ([&shape[..outer], &dims].concat(), shape.to_vec());
                    Err(ErrorKind::ShapeMismatch { expected, found }.into())
                }
            },
            None => Err(T::write_error(self.stored).into()),
        }
    }

    /// Room for elements of a shape, exactly as they are stored.
    pub(crate) fn encoder(&self, shape: &[usize]) -> Result<Encoder> {
        let (memory, item) = (Memory::new(self.stored.clone())?, self.stored.clone());
        Encoder::new(memory, item, element_count(shape)?, self.conversion)
    }

    /// Encodes the elements of data of a shape: as they lie in memory, if they do as they must, or one
    /// after the other.
    pub(crate) fn encode<'a, T: Encode + ?Sized>(
        &self,
        shape: &[usize],
        bytes: Option<&'a [u8]>,
        each: impl FnOnce(&mut Encoder) -> Result<()>,
    ) -> Result<Encoded<'a>> {
        let (form, item, shape) = self.plan::<T>(shape)?;
        let count = element_count(&shape)?;
        let memory = Memory::new(form)?;
        if let Some(bytes) = bytes {
            // Bytes that a type says are its elements are never taken for pointers.
            if item == T::dtype() && !item.holds_pointers() {
                if bytes.len() != memory.bytes(count)? {
                    return Err(Error::invalid_argument("the type's bytes are not its elements'"));
                }
                return Ok(Encoded::in_place(bytes, memory, shape));
            }
        }
        let mut encoder = Encoder::new(memory, item, count, self.conversion)?;
        each(&mut encoder)?;
        encoder.finish(shape)
    }
}

/// Checks that elements of a stored type can be written as `T`, of whatever shape.
pub(crate) fn check_writable<T: Encode + ?Sized>(stored: &TypeDescriptor) -> Result<()> {
    match T::write_form(stored).is_some() || unfold(stored, T::IS_BYTE, &T::write_form).is_some() {
        true => Ok(()),
        false => Err(T::write_error(stored).into()),
    }
}
