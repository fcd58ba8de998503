//! The global heap, where regions are kept: what a region reference says of its place there is not trusted.
//!
//! A libhdf5 before 1.14.4 takes it for true: an index beyond the objects of a collection reads past the
//! end of an array (CVE-2024-29157). A collection is at least 4096 bytes long, and the array has room for
//! as many objects as there could be headers in it. And every version up to 2.2 reads the address at the
//! start of an object that may be shorter than one.

use hdf5_ffi::*;

use crate::error::{ErrorKind, Result};
use crate::raw::Handle;
use crate::raw::call::{Herr, Hid, call};
use crate::raw::h5f::{file_of, flush, read_bytes};
use crate::raw::h5o::Token;

/// The indices for which every collection has room: its header, and those of objects, have 16 bytes.
const ALWAYS_THERE: u32 = 4096 / 16;

/// How the numbers of a file are stored.
pub(super) struct Sizes {
    pub(super) address: usize,
    pub(super) length: usize,
    /// The byte of the file at which addresses start.
    pub(super) base: u64,
}

/// Checks that libhdf5 can be asked for the object that a region reference names.
pub(crate) fn check(location: &Handle, reference: &[u8; H5R_DSET_REG_REF_BUF_SIZE]) -> Result<()> {
    let _lock = lock();
    let Some(place) = Place::of(location, reference)? else {
        return Err(ErrorKind::Unsupported { what: "addresses of this size".into() }.into());
    };
    let is_long = |found: Found| match found.size >= place.sizes.address as u64 {
        true => Ok(()),
        false => Err(ErrorKind::DanglingReference.into()),
    };
    // What is not in the file yet was made by the library, and the array has room for its index or the
    // library looks.
    let is_safe = cfg!(hdf5_ge_1_14_4) || place.index <= ALWAYS_THERE.into();
    match place.find() {
        Ok(Some(found)) => is_long(found),
        Ok(None) if is_safe => Ok(()),
        Ok(None) => {
            flush(&place.file)?;
            place.find()?.map_or_else(|| Err(ErrorKind::DanglingReference.into()), is_long)
        }
        // Where there is no look into the file, the library's own must do, if it has one.
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported { .. }) && is_safe => Ok(()),
        Err(error) => Err(error),
    }
}

/// Where the dataset lies that a region reference, which has been checked, leads to; `None` if the file cannot be
/// looked into.
pub(crate) fn dataset(
    location: &Handle,
    reference: &[u8; H5R_DSET_REG_REF_BUF_SIZE],
) -> Result<Option<Token>> {
    let _lock = lock();
    let Some(place) = Place::of(location, reference)? else {
        return Ok(None);
    };
    flush(&place.file)?;
    match place.find() {
        Ok(found) => Ok(found.and_then(|found| found.starts_with).map(Token::of_address)),
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// An object of the heap.
struct Found {
    size: u64,
    /// The address at its start: that of the dataset, if it is a region.
    starts_with: Option<u64>,
}

/// Where a region reference says that its region is.
struct Place {
    file: Handle,
    sizes: Sizes,
    /// That of a collection.
    address: u64,
    /// That of an object in it.
    index: u64,
}

impl Place {
    /// What a reference says; `None` if the file has addresses of a size that is none here.
    fn of(location: &Handle, reference: &[u8; H5R_DSET_REG_REF_BUF_SIZE]) -> Result<Option<Self>> {
        let file = file_of(location)?;
        let sizes = sizes(&file)?;
        let address = number(reference, 0, sizes.address);
        let index = number(reference, sizes.address, 4);
        let place = address.zip(index);
        Ok(place.map(|(address, index)| Self { file, sizes, address, index }))
    }

    /// The object that is there; `None` if there is none.
    fn find(&self) -> Result<Option<Found>> {
        let Self { file, sizes, index, .. } = self;
        let Some(start) = sizes.base.checked_add(self.address) else {
            return Ok(None);
        };
        let header = read_bytes(file, start, 16)?;
        // What is no collection, libhdf5 finds out itself.
        if !header.starts_with(b"GCOL\x01") {
            return Ok(None);
        }
        let Some(size) =
            number(&header, 8, sizes.length).and_then(|size| usize::try_from(size).ok())
        else {
            return Ok(None);
        };
        let collection = read_bytes(file, start, size)?;
        let mut position = 16;
        loop {
            let found = number(&collection, position, 2);
            let size = number(&collection, position + 8, sizes.length);
            let (Some(found), Some(size)) = (found, size) else {
                return Ok(None);
            };
            // The object of index 0 is the free space at the end.
            if found == 0 || found == *index {
                let starts_with = number(&collection, position + 16, sizes.address);
                return Ok((found == *index).then_some(Found { size, starts_with }));
            }
            let next = usize::try_from(size).ok().and_then(|size| size.checked_next_multiple_of(8));
            let Some(next) = next.and_then(|size| position.checked_add(16)?.checked_add(size))
            else {
                return Ok(None);
            };
            position = next;
        }
    }
}

/// A number of so many bytes, which the file stores in little-endian order.
pub(super) fn number(bytes: &[u8], position: usize, size: usize) -> Option<u64> {
    let stored = bytes.get(position..position.checked_add(size)?)?;
    let mut wide = [0; 8];
    wide.get_mut(..size)?.copy_from_slice(stored);
    Some(u64::from_le_bytes(wide))
}

pub(super) fn sizes(file: &Handle) -> Result<Sizes> {
    let id = file.id()?;
    // SAFETY: no pointers.
    let creation = call(|| Hid(unsafe { H5Fget_create_plist(id) })).map(Handle::new)?;
    let id = creation.id()?;
    let (mut address, mut length, mut base) = (0, 0, 0);
    // SAFETY: the pointers are valid for writes.
    call(|| Herr(unsafe { H5Pget_sizes(id, &mut address, &mut length) }))?;
    // SAFETY: the pointer is valid for writes.
    call(|| Herr(unsafe { H5Pget_userblock(id, &mut base) }))?;
    Ok(Sizes { address, length, base })
}
