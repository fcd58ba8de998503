//! Elements in memory whose types hold pointers: who owns what they point to.

use core::ffi::{CStr, c_char};
use std::borrow::Cow;
use std::sync::Arc;

use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5a, h5d, h5p};
use crate::types::{Element, ElementMut, Encode, TypeDescriptor};

/// A type in memory: its layout, and the library's handle of it.
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    pub(crate) ty: TypeDescriptor,
    pub(crate) handle: Arc<Handle>,
    size: usize,
}

impl Memory {
    pub(crate) fn new(ty: TypeDescriptor) -> Result<Self> {
        let handle = crate::datatype::build(&ty)?;
        let size = ty.size().filter(|&size| size > 0);
        let size = size.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        Ok(Self { ty, handle, size })
    }

    /// The bytes of one element.
    pub(crate) fn size(&self) -> usize {
        self.size
    }
}

/// Elements that libhdf5 reads into, and what it allocates for them.
///
/// The bytes are zero, and pointers null, until a read fills them. Dropping the buffer gives back what
/// the pointers in it point to.
pub(crate) struct ReadBuffer {
    bytes: Vec<u8>,
    memory: Memory,
    space: Handle,
}

impl ReadBuffer {
    /// A buffer for all elements of a memory dataspace.
    pub(crate) fn new(memory: Memory, space: Handle, count: usize) -> Result<Self> {
        let size = count.checked_mul(memory.size());
        let size = size.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        let bytes = bytemuck::allocation::try_zeroed_slice_box(size)
            .map_err(|()| ErrorKind::OutOfMemory { bytes: Some(size) })?;
        Ok(Self { bytes: Vec::from(bytes), memory, space })
    }

    /// Lets `read` fill the buffer: once, because it would overwrite the pointers of a second time.
    pub(crate) fn fill(
        mut self,
        read: impl FnOnce(&Memory, &Handle, &mut [u8]) -> Result<()>,
    ) -> Result<Self> {
        let result = read(&self.memory, &self.space, &mut self.bytes);
        if result.is_err() {
            // libhdf5 converts in place where there is room, so that what it leaves behind may be
            // bytes of the file instead of pointers. What it allocated is lost, and nothing else is.
            self.bytes.fill(0);
        }
        result.map(|()| self)
    }

    pub(crate) fn elements(&self) -> impl ExactSizeIterator<Item = Element<'_>> {
        self.bytes.chunks_exact(self.memory.size()).map(|bytes| {
            // SAFETY: pointers in the buffer are null or were put there by a read of libhdf5 that
            // succeeded, and what they point to lives as long as the buffer, which is borrowed.
            unsafe { Element::new(bytes, &self.memory.ty) }
        })
    }
}

impl Drop for ReadBuffer {
    fn drop(&mut self) {
        if self.memory.ty.holds_pointers() {
            let Self { bytes, memory, space } = self;
            // SAFETY: every pointer is null or was put there by the one read that filled the buffer,
            // which succeeded, and nothing borrows from it any more.
            let reclaimed = unsafe { h5d::reclaim(&memory.handle, space, bytes) };
            // A failure leaves memory allocated, and nothing can be done about it here.
            debug_assert!(reclaimed.is_ok(), "{reclaimed:?}");
        }
    }
}

/// Elements ready to be written, with everything that their pointers point to.
pub(crate) struct Encoded<'a> {
    memory: Memory,
    bytes: Cow<'a, [u8]>,
    /// Pointers in the bytes point into it; values that lie in place have none.
    arena: Option<Arena>,
}

impl<'a> Encoded<'a> {
    /// Values that lie in memory as HDF5 wants them.
    pub(crate) fn in_place(bytes: &'a [u8], memory: Memory) -> Self {
        Self { memory, bytes: Cow::Borrowed(bytes), arena: None }
    }

    /// Encodes all values; fails if one of them cannot be.
    pub(crate) fn encode<T: Encode + ?Sized>(values: &[&T], memory: Memory) -> Result<Self> {
        let size = values.len().checked_mul(memory.size());
        let size = size.ok_or(ErrorKind::OutOfMemory { bytes: None })?;
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(size).map_err(|_| ErrorKind::OutOfMemory { bytes: Some(size) })?;
        bytes.resize(size, 0);
        let mut arena = Arena::default();
        for (value, bytes) in values.iter().zip(bytes.chunks_exact_mut(memory.size())) {
            value.encode(&mut ElementMut { bytes, ty: &memory.ty, arena: &mut arena })?;
        }
        Ok(Self { memory, bytes: Cow::Owned(bytes), arena: Some(arena) })
    }

    /// The type of the elements in memory.
    pub(crate) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// Writes all elements, which fill a memory dataspace, to what `file_space` selects.
    pub(crate) fn write_to_dataset(
        &self,
        dataset: &Handle,
        memory_space: &Handle,
        file_space: &Handle,
        transfer: &Handle,
    ) -> Result<()> {
        let Self { memory: Memory { handle, .. }, bytes, .. } = self;
        if self.arena.is_none() {
            return h5d::write(dataset, handle, memory_space, file_space, transfer, bytes);
        }
        // SAFETY: every pointer was put there by `encode` and points into the arena, which lives as
        // long as `self`, or is null.
        unsafe { h5d::write_pointers(dataset, handle, memory_space, file_space, transfer, bytes) }
    }

    /// The bytes of the elements, of which pointers mean nothing outside this process.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Makes the one element the fill value of a creation property list.
    pub(crate) fn set_fill_value(&self, creation: &Handle) -> Result<()> {
        if self.arena.is_none() && self.memory.ty.holds_pointers() {
            return Err(Error::invalid_argument("the fill value holds pointers of its own"));
        }
        // SAFETY: pointers were put there by `encode` and point into the arena, which lives as long
        // as `self`; bytes that are not ours have none (checked above).
        unsafe { h5p::set_fill_value(creation, &self.memory.handle, &self.bytes) }
    }

    /// Writes all elements of an attribute.
    pub(crate) fn write_to_attribute(&self, attribute: &Handle) -> Result<()> {
        if self.arena.is_none() {
            return h5a::write(attribute, &self.memory.handle, &self.bytes);
        }
        // SAFETY: as in `write_to_dataset`.
        unsafe { h5a::write_pointers(attribute, &self.memory.handle, &self.bytes) }
    }
}

/// Memory that the pointers of a [`Encoded`] point to; what is in it does not move.
#[derive(Default)]
pub(crate) struct Arena {
    blocks: Vec<Vec<u8>>,
}

impl Arena {
    const BLOCK: usize = 64 * 1024;

    /// Copies text, with a NUL byte at its end, and returns its address.
    pub(crate) fn push_c_string(&mut self, text: &[u8]) -> Result<usize> {
        let needed = text.len() + 1;
        let room = |block: &Vec<u8>| block.capacity() - block.len();
        if self.blocks.last().is_none_or(|block| room(block) < needed) {
            let mut block = Vec::new();
            block
                .try_reserve_exact(needed.max(Self::BLOCK))
                .map_err(|_| ErrorKind::OutOfMemory { bytes: Some(needed) })?;
            self.blocks.push(block);
        }
        let block = self.blocks.last_mut().expect("a block was pushed if there was none");
        let start = block.len();
        // There is room, so the block does not reallocate.
        block.extend_from_slice(text);
        block.push(0);
        Ok(block[start..].as_ptr().expose_provenance())
    }
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
