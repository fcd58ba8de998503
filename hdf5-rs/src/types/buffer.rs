//! Elements in memory, with all that their pointers point to.

mod references;

use core::ffi::{CStr, c_char};
use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::convert::Conversion;
use crate::error::{Error, ErrorKind, Result};
use crate::raw::arena::Arena;
use crate::raw::conversion::clipping_plist;
use crate::raw::{Handle, h5a, h5d, h5p, h5s, h5t, lock};
use crate::shape::element_count;
use crate::transfer::Target;
use crate::types::value::encode_values;
use crate::types::{
    Decode, Element, ElementMut, Encode, FloatType, IntegerType, StringType, TypeDescriptor, Value,
};

/// A type in memory: its layout, and the library's handle of it.
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    pub(crate) ty: TypeDescriptor,
    pub(crate) handle: Arc<Handle>,
    size: usize,
}

impl Memory {
    pub(crate) fn new(ty: TypeDescriptor) -> Result<Self> {
        match Self::common()?.iter().find(|common| common.ty == ty) {
            Some(common) => Ok(common.clone()),
            None => Self::build(ty),
        }
    }

    /// The types that most data has, whose handles are kept.
    fn common() -> Result<&'static [Self]> {
        static COMMON: OnceLock<Vec<Memory>> = OnceLock::new();
        if let Some(common) = COMMON.get() {
            return Ok(common);
        }
        let integers = [4, 8, 1, 2].into_iter().flat_map(|size| {
            [true, false].map(|signed| TypeDescriptor::Integer(IntegerType::native(size, signed)))
        });
        let floats = [8, 4].map(|size| TypeDescriptor::Float(FloatType::native(size)));
        let text = TypeDescriptor::String(StringType::VARIABLE_UTF8);
        let types = floats.into_iter().chain([text, TypeDescriptor::boolean()]).chain(integers);
        let common = types.map(Self::build).collect::<Result<_>>()?;
        Ok(COMMON.get_or_init(|| common))
    }

    fn build(ty: TypeDescriptor) -> Result<Self> {
        let handle = crate::datatype::build(&ty)?;
        let size = ty.size().filter(|&size| size > 0);
        let size = size.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        Ok(Self { ty, handle, size })
    }

    /// The type of a dataset or attribute, with the handle that the file gave, which may have details
    /// that a description lacks.
    pub(crate) fn of_file(handle: Handle) -> Result<Self> {
        let _lock = lock();
        let size = h5t::size(&handle)?;
        for common in Self::common()?.iter().filter(|common| common.size == size) {
            // To libhdf5 all text of any length is of the same type, whatever its character set.
            if common.ty.is_number() && h5t::equal(&handle, &common.handle)? {
                return Ok(common.clone());
            }
        }
        let ty = crate::datatype::describe(&handle)?;
        if let Some(common) = Self::common()?.iter().find(|common| common.ty == ty) {
            return Ok(common.clone());
        }
        // A copy does not keep the file open, as a committed type would.
        let handle = if h5t::committed(&handle)? { h5t::copy(&handle)? } else { handle };
        // Offsets into elements, and which of them hold pointers, are concluded from descriptions.
        if ty.size() != Some(size) || ty.holds_pointers() != h5t::holds_pointers(&handle)? {
            let what = format!("the layout of {ty} in memory");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        Ok(Self { ty, handle: Arc::new(handle), size })
    }

    /// The bytes of one element.
    pub(crate) fn size(&self) -> usize {
        self.size
    }

    /// The bytes of `count` elements.
    pub(crate) fn bytes(&self, count: usize) -> Result<usize> {
        count.checked_mul(self.size).ok_or_else(|| ErrorKind::OutOfMemory { bytes: None }.into())
    }
}

/// Who allocates what the pointers of elements point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Allocator {
    /// The arena of the buffer: a transfer property list says so.
    Arena,
    /// libhdf5, with functions of its own: the call takes no property list.
    Library,
    /// Others, to whom it belongs: another buffer, of whose elements these are parts, or the arena alone.
    Other,
}

/// Elements that libhdf5 has read, and what it allocated for them.
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    memory: Memory,
    allocator: Allocator,
    /// Only pointers into it are used.
    _arena: Arena,
    /// What pointers of [`Allocator::Other`] belong to.
    _other: Option<Arc<Buffer>>,
}

impl Buffer {
    /// Copies a part of each element of a buffer, which stays the owner of what pointers point to.
    pub(crate) fn part(buffer: &Arc<Self>, offset: usize, memory: Memory) -> Result<Self> {
        let mut bytes = Vec::new();
        let elements = buffer.bytes.chunks_exact(buffer.memory.size());
        bytes
            .try_reserve_exact(memory.bytes(elements.len())?)
            .map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        let end =
            offset.checked_add(memory.size()).ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        for element in elements {
            let part = element.get(offset..end);
            bytes.extend_from_slice(
                part.ok_or_else(|| Error::invalid_argument("a part outside its element"))?,
            );
        }
        let (allocator, other) = (Allocator::Other, Some(Arc::clone(buffer)));
        let arena = Arena::default();
        Ok(Self { bytes, memory, allocator, _arena: arena, _other: other })
    }

    /// Copies one of the `count` rows of a buffer, which stays the owner of what pointers point to.
    pub(crate) fn row(buffer: &Arc<Self>, index: usize, count: usize) -> Result<Self> {
        let beyond = || Error::invalid_argument("a row beyond the end of its buffer");
        let length = buffer.bytes.len().checked_div(count).ok_or_else(beyond)?;
        if index >= count || length % buffer.memory.size() != 0 {
            return Err(beyond());
        }
        let bytes = buffer.bytes[index * length..][..length].to_vec();
        let memory = buffer.memory.clone();
        let (allocator, other) = (Allocator::Other, Some(Arc::clone(buffer)));
        let arena = Arena::default();
        Ok(Self { bytes, memory, allocator, _arena: arena, _other: other })
    }

    /// As many elements, which `read` puts into zeros.
    pub(crate) fn read(
        memory: Memory,
        count: usize,
        allocator: Allocator,
        read: impl FnOnce(&Memory, &mut [u8], &mut Arena) -> Result<()>,
    ) -> Result<Self> {
        let mut bytes = zeros(memory.bytes(count)?)?;
        let mut arena = Arena::default();
        // If it fails there is no buffer, because libhdf5 converts in place where there is room: what
        // it leaves behind may be bytes of the file instead of pointers. What it allocated goes with
        // the arena; without one it is lost, and nothing else is.
        read(&memory, &mut bytes, &mut arena)?;
        Ok(Self { bytes, memory, allocator, _arena: arena, _other: None })
    }

    /// One element of `ty` among the bytes, or `None` beyond their end.
    ///
    /// # Safety
    ///
    /// The buffer must have an element of that type at `offset`: a whole one of its memory type, or a
    /// part.
    pub(crate) unsafe fn element<'a>(
        &'a self,
        offset: usize,
        ty: &'a TypeDescriptor,
        conversion: Conversion,
    ) -> Option<Element<'a>> {
        let end = offset.checked_add(ty.size()?)?;
        let bytes = self.bytes.get(offset..end)?;
        // SAFETY: pointers in the buffer are null or were put there by a read of libhdf5 that
        // succeeded, and what they point to lives as long as the buffer, which is borrowed.
        Some(unsafe { Element::new(bytes, ty, conversion) })
    }

    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The bytes of all elements, of which pointers mean nothing outside this process.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Changes the bytes of elements.
    ///
    /// # Safety
    ///
    /// Pointers must stay as they are, or be replaced by valid ones that live as long as the buffer is
    /// used, where the arena is the allocator.
    pub(crate) unsafe fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let default = h5p::default();
        let plist = match self.allocator {
            Allocator::Library if self.memory.ty.holds_pointers() => Ok(&default),
            // References of HDF5 1.12 hold more than memory.
            Allocator::Arena if self.memory.ty.holds_resources() => clipping_plist(),
            Allocator::Library | Allocator::Arena | Allocator::Other => return,
        };
        let Self { bytes, memory, .. } = self;
        let count = bytes.len() / memory.size();
        let reclaim = |plist| {
            h5s::with_row(count, |space| {
                // SAFETY: every pointer is null or was put there by the one read that filled the
                // buffer, which succeeded, and nothing borrows from it any more.
                unsafe { h5d::reclaim(&memory.handle, space, plist, bytes) }
            })
        };
        let reclaimed = plist.and_then(reclaim);
        // A failure leaves memory allocated, and nothing can be done about it here. References refer to their
        // file, which may have been closed.
        debug_assert!(reclaimed.is_ok() || memory.ty.holds_resources(), "{reclaimed:?}");
    }
}

/// As many zeros as that.
pub(crate) fn zeros(size: usize) -> Result<Vec<u8>> {
    bytemuck::allocation::try_zeroed_slice_box(size)
        .map(Vec::from)
        .map_err(|()| ErrorKind::OutOfMemory { bytes: Some(size) }.into())
}

/// Elements ready to be written, with everything that their pointers point to.
pub struct Encoded<'a> {
    memory: Memory,
    bytes: Cow<'a, [u8]>,
    /// How the elements are arranged.
    shape: Vec<usize>,
    pointers: Pointers,
}

/// What the pointers in the bytes of encoded elements are.
enum Pointers {
    /// There may be none: the bytes are not ours.
    None,
    /// They point into the arena.
    Own(Arena),
    /// They belong to a buffer, which is borrowed as the bytes are.
    Borrowed,
}

impl<'a> Encoded<'a> {
    /// Values that lie in memory as HDF5 wants them. They have no pointers.
    pub(crate) fn in_place(bytes: &'a [u8], memory: Memory, shape: Vec<usize>) -> Self {
        Self { memory, bytes: Cow::Borrowed(bytes), shape, pointers: Pointers::None }
    }

    /// The elements of a buffer, as they are.
    pub(crate) fn of_buffer(buffer: &'a Buffer, shape: Vec<usize>) -> Self {
        let (memory, bytes) = (buffer.memory.clone(), Cow::Borrowed(&buffer.bytes[..]));
        Self { memory, bytes, shape, pointers: Pointers::Borrowed }
    }

    /// The same elements, as often as they are wanted.
    pub(crate) fn borrowed(&self) -> Encoded<'_> {
        let pointers = match self.pointers {
            Pointers::None => Pointers::None,
            Pointers::Own(_) | Pointers::Borrowed => Pointers::Borrowed,
        };
        let (memory, bytes) = (self.memory.clone(), Cow::Borrowed(&self.bytes[..]));
        Encoded { memory, bytes, shape: self.shape.clone(), pointers }
    }

    /// The elements in a buffer of their own.
    pub(crate) fn into_buffer(self) -> Result<Buffer> {
        let Self { memory, bytes, pointers, .. } = self;
        let arena = match pointers {
            Pointers::Own(arena) => arena,
            _ if !memory.ty.holds_pointers() => Arena::default(),
            _ => return Err(Error::invalid_argument("the elements belong to others")),
        };
        let bytes = bytes.into_owned();
        // References are the arena's too: nothing of them is the library's to give back.
        let allocator = Allocator::Other;
        Ok(Buffer { bytes, memory, allocator, _arena: arena, _other: None })
    }

    /// The same elements exactly as a type has them, in which fields may lie at other places.
    pub(crate) fn in_type(self, ty: &TypeDescriptor, conversion: Conversion) -> Result<Self> {
        if self.memory.ty == *ty {
            return Ok(self);
        }
        if matches!(self.pointers, Pointers::None) && self.memory.ty.holds_pointers() {
            return Err(Error::invalid_argument("the elements hold pointers of their own"));
        }
        let elements = self.bytes.chunks_exact(self.memory.size());
        // SAFETY: each chunk is one element of the memory type; every pointer is valid for as long as
        // `self` lives, or is null; without them the type has none (checked above).
        let element = |bytes| unsafe { Element::new(bytes, &self.memory.ty, conversion) };
        let values =
            elements.map(|bytes| Value::decode(element(bytes))).collect::<Result<Vec<_>>>()?;
        encode_values(&self.shape, values.iter(), Target::exact(ty, conversion))
    }

    /// The type of the elements in memory.
    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// How the elements are arranged.
    pub(crate) fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// The bytes of the elements, of which pointers mean nothing outside this process.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Elements of these, some perhaps more than once: along each axis, at which distance from the first
    /// they are. The distances along all axes add up.
    pub(crate) fn rearranged(&self, axes: &[Vec<usize>]) -> Result<Encoded<'_>> {
        let shape: Vec<_> = axes.iter().map(Vec::len).collect();
        let size = self.memory.size();
        let mut bytes = Vec::new();
        bytes
            .try_reserve_exact(self.memory.bytes(element_count(&shape)?)?)
            .map_err(|_| ErrorKind::OutOfMemory { bytes: None })?;
        // Elements that lie one after the other here and there are copied together.
        let (outer, inner) = match axes.split_last() {
            Some((last, outer)) => (outer, last.as_slice()),
            None => (axes, &[0][..]),
        };
        let runs: Vec<_> = inner.chunk_by(|one, next| *next == one + 1).collect();
        each_sum(outer, 0, &mut |base| {
            for run in &runs {
                let start = (base + run[0]) * size;
                let run = self.bytes.get(start..start + run.len() * size);
                bytes.extend_from_slice(run.ok_or_else(wrong_count)?);
            }
            Ok(())
        })?;
        Ok(Encoded { bytes: Cow::Owned(bytes), shape, ..self.borrowed() })
    }

    /// Writes all elements, `count` of them, to as many of a dataset.
    pub(crate) fn write_to_dataset(
        &self,
        dataset: &Handle,
        count: usize,
        elements: h5d::Elements<'_>,
        transfer: &Handle,
    ) -> Result<()> {
        let Self { memory: Memory { handle, .. }, bytes, .. } = self;
        if matches!(self.pointers, Pointers::None) {
            return h5d::write(dataset, handle, count, elements, transfer, bytes);
        }
        // SAFETY: every pointer is valid for as long as `self` lives, or is null.
        unsafe { h5d::write_pointers(dataset, handle, count, elements, transfer, bytes) }
    }

    /// Makes the one element the fill value of a creation property list.
    pub(crate) fn set_fill_value(&self, creation: &Handle) -> Result<()> {
        if matches!(self.pointers, Pointers::None) && self.memory.ty.holds_pointers() {
            return Err(Error::invalid_argument("the fill value holds pointers of its own"));
        }
        // SAFETY: every pointer is valid for as long as `self` lives, or is null; without them the type
        // has none (checked above).
        unsafe { h5p::set_fill_value(creation, &self.memory.handle, &self.bytes) }
    }

    /// Writes all elements of an attribute.
    pub(crate) fn write_to_attribute(&self, attribute: &Handle) -> Result<()> {
        if matches!(self.pointers, Pointers::None) {
            return h5a::write(attribute, &self.memory.handle, &self.bytes);
        }
        // SAFETY: as in `write_to_dataset`.
        unsafe { h5a::write_pointers(attribute, &self.memory.handle, &self.bytes) }
    }
}

/// Calls `each` with every sum of one number for each axis, the last axis varying fastest.
fn each_sum(
    axes: &[Vec<usize>],
    base: usize,
    each: &mut impl FnMut(usize) -> Result<()>,
) -> Result<()> {
    match axes.split_first() {
        Some((first, rest)) => first.iter().try_for_each(|at| each_sum(rest, base + at, each)),
        None => each(base),
    }
}

/// Encodes one value after the other.
pub struct Encoder {
    memory: Memory,
    /// The type that each value is encoded as: the memory type, or that of its parts.
    item: TypeDescriptor,
    item_size: usize,
    conversion: Conversion,
    bytes: Vec<u8>,
    next: usize,
    arena: Arena,
}

impl Encoder {
    /// Room for `count` elements of the memory type, which are encoded as elements of `item`.
    pub(crate) fn new(
        memory: Memory,
        item: TypeDescriptor,
        count: usize,
        conversion: Conversion,
    ) -> Result<Self> {
        let bytes = zeros(memory.bytes(count)?)?;
        let item_size = item.size().ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        let arena = Arena::default();
        Ok(Self { memory, item, item_size, conversion, bytes, next: 0, arena })
    }

    /// Encodes the next value.
    pub(crate) fn push<T: Encode + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.push_with(|element| value.encode(element))
    }

    /// Lets the next value be encoded.
    pub(crate) fn push_with(
        &mut self,
        encode: impl FnOnce(&mut ElementMut<'_>) -> Result<()>,
    ) -> Result<()> {
        let end = self.next + self.item_size;
        let place = self.bytes.get_mut(self.next..end).ok_or_else(wrong_count)?;
        self.next = end;
        encode(&mut ElementMut::new(place, &self.item, &mut self.arena, self.conversion))
    }

    /// The elements, of which there must have been as many as there is room for.
    pub(crate) fn finish(self, shape: Vec<usize>) -> Result<Encoded<'static>> {
        if self.next != self.bytes.len() {
            return Err(wrong_count());
        }
        let (memory, bytes) = (self.memory, Cow::Owned(self.bytes));
        // Every pointer was put there by an `ElementMut`, and points into the arena.
        Ok(Encoded { memory, bytes, shape, pointers: Pointers::Own(self.arena) })
    }
}

fn wrong_count() -> Error {
    Error::invalid_argument("the data has not as many elements as its shape says")
}

/// The text that the pointer of a variable-length string points to; null is empty.
///
/// # Safety
///
/// The bytes must be a pointer that is null or points to a NUL-terminated string that lives for `'a`.
pub(crate) unsafe fn vlen_string<'a>(bytes: &[u8]) -> &'a [u8] {
    let address = usize::from_ne_bytes(bytes.try_into().expect("one pointer"));
    let pointer = core::ptr::with_exposed_provenance::<c_char>(address);
    if pointer.is_null() {
        return &[];
    }
    // SAFETY: not null, so it points to a NUL-terminated string, as the caller promises.
    unsafe { CStr::from_ptr(pointer) }.to_bytes()
}

/// The bytes that a variable-length sequence points to; null or no elements is empty.
///
/// # Safety
///
/// The bytes must be a length and a pointer that is null or points to as many elements of `size`
/// bytes, which live for `'a`.
pub(crate) unsafe fn vlen_bytes<'a>(bytes: &[u8], size: usize) -> Result<&'a [u8]> {
    let (length, pointer) = bytes.split_at(size_of::<usize>());
    let length = usize::from_ne_bytes(length.try_into().expect("half of a sequence"));
    let address = usize::from_ne_bytes(pointer.try_into().expect("half of a sequence"));
    let pointer = core::ptr::with_exposed_provenance::<u8>(address);
    if pointer.is_null() || length == 0 {
        return Ok(&[]);
    }
    let total = length.checked_mul(size).filter(|&total| isize::try_from(total).is_ok());
    let total = total.ok_or_else(|| Error::invalid_value("an impossibly long sequence"))?;
    // SAFETY: not null, so it points to `length` elements of `size` bytes, as the caller promises.
    Ok(unsafe { core::slice::from_raw_parts(pointer, total) })
}

/// The bytes of a variable-length sequence: its length and the address of its elements.
pub(crate) fn sequence(length: usize, address: usize) -> [u8; 2 * size_of::<usize>()] {
    let mut bytes = [0; 2 * size_of::<usize>()];
    let (first, second) = bytes.split_at_mut(size_of::<usize>());
    first.copy_from_slice(&length.to_ne_bytes());
    second.copy_from_slice(&address.to_ne_bytes());
    bytes
}
