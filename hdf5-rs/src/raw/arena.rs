//! Memory for data of variable length, given back all at once.

use core::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use hdf5_ffi::lock;

use crate::error::{ErrorKind, Result};
use crate::raw::h5r::StdReference;

/// Memory that is handed out piece by piece, does not move, and is given back when the arena is
/// dropped, whatever became of the pointers into it.
///
/// libhdf5 allocates from one what it reads, so that nothing is lost where a read fails and leaves half
/// of its pointers behind. All of it is zero at first.
#[derive(Default)]
pub(crate) struct Arena {
    /// Vectors that are never touched as such: only pointers into them are used.
    blocks: Vec<Vec<u128>>,
    /// The units of the last block that are taken.
    used: usize,
    /// Whose parts are outside the arena.
    kept: Vec<StdReference>,
}

impl Arena {
    const UNIT: usize = size_of::<u128>();
    const FIRST: usize = 4 * 1024 / Self::UNIT;
    const LARGEST: usize = 4 * 1024 * 1024 / Self::UNIT;

    /// A piece of at least `size` bytes, aligned for everything; `None` if there is no memory.
    pub(crate) fn allocate(&mut self, size: usize) -> Option<*mut u8> {
        let units = size.div_ceil(Self::UNIT).max(1);
        let room = self.blocks.last().map_or(0, |block| block.len() - self.used);
        if room < units {
            let next = self.blocks.last().map_or(Self::FIRST, |block| 2 * block.len());
            let length = units.max(next.min(Self::LARGEST));
            let block = bytemuck::allocation::try_zeroed_slice_box(length).ok()?;
            self.blocks.push(Vec::from(block));
            self.used = 0;
        }
        let start = self.used;
        self.used += units;
        let block: *mut u128 = self.blocks.last_mut()?.as_mut_ptr();
        Some(block.wrapping_add(start).cast())
    }

    /// Lets a reference, of which the bytes have been copied, live as long as the arena.
    pub(crate) fn keep(&mut self, reference: StdReference) {
        self.kept.push(reference);
    }

    /// Copies bytes into the arena and returns their address.
    pub(crate) fn push(&mut self, parts: &[&[u8]]) -> Result<usize> {
        let size = parts.iter().map(|part| part.len()).sum();
        let place = self.allocate(size).ok_or(ErrorKind::OutOfMemory { bytes: Some(size) })?;
        let mut next = place;
        for part in parts {
            // SAFETY: the piece has room for all parts, one after the other, and nothing else
            // refers to it yet.
            unsafe { ptr::copy_nonoverlapping(part.as_ptr(), next, part.len()) };
            next = next.wrapping_add(part.len());
        }
        Ok(place.expose_provenance())
    }
}

/// The arena that libhdf5 allocates from, in the transfer that runs under the lock.
static CURRENT: AtomicPtr<Arena> = AtomicPtr::new(ptr::null_mut());

/// Runs a transfer, under the lock, in which libhdf5 allocates from the arena by [`allocate`].
pub(crate) fn lend<R>(arena: &mut Arena, transfer: impl FnOnce() -> R) -> R {
    struct Lent(*mut Arena);

    impl Drop for Lent {
        fn drop(&mut self) {
            CURRENT.store(self.0, Ordering::Relaxed);
        }
    }

    let _lock = lock();
    let _before = Lent(CURRENT.swap(arena, Ordering::Relaxed));
    transfer()
}

/// What libhdf5 calls for memory, as `H5Pset_vlen_mem_manager` says.
pub(crate) unsafe extern "C" fn allocate(size: usize, _info: *mut c_void) -> *mut c_void {
    let arena = CURRENT.load(Ordering::Relaxed);
    // SAFETY: null, or the arena that `lend` borrows for the time of the transfer; the lock is held, so
    // nobody else uses it.
    let arena = unsafe { arena.as_mut() };
    match arena.and_then(|arena| arena.allocate(size)) {
        Some(place) => {
            // Its address comes back among the bytes of elements.
            place.expose_provenance();
            place.cast()
        }
        None => ptr::null_mut(),
    }
}

/// What libhdf5 calls to give memory back: the arena does that, once and for all.
pub(crate) unsafe extern "C" fn keep(_memory: *mut c_void, _info: *mut c_void) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_an_arena_neither_move_nor_overlap() {
        let mut arena = Arena::default();
        // Larger than any block; Miri takes its time with every byte.
        let large = if cfg!(miri) { 1 << 14 } else { 1 << 23 };
        let sizes = [0, 1, 15, 16, 17, 5000, 3, large, 8];
        let pieces: Vec<_> = sizes.iter().map(|&size| arena.allocate(size).unwrap()).collect();
        for (index, (&size, &piece)) in sizes.iter().zip(&pieces).enumerate() {
            assert!(piece.addr().is_multiple_of(16));
            // SAFETY: the piece has `size` bytes, and nothing else refers to it.
            unsafe { piece.write_bytes(index as u8 + 1, size) };
        }
        for (index, (&size, &piece)) in sizes.iter().zip(&pieces).enumerate() {
            // SAFETY: as above; all its bytes have been written.
            let bytes = unsafe { std::slice::from_raw_parts(piece, size) };
            assert!(bytes.iter().all(|&byte| byte == index as u8 + 1), "piece {index}");
        }
    }
}
