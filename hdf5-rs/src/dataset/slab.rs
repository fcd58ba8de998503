//! Transfers between memory and a selection of a dataset.

use crate::convert::Transfer;
use crate::dataset::selected::Access;
use crate::dataset::{Dataset, Dataspace};
use crate::error::{Error, ErrorKind, Result};
use crate::filter;
use crate::name::Name;
use crate::raw::arena::Arena;
use crate::raw::conversion::{checked_transfer, clipping_transfer};
use crate::raw::{Handle, h5d, h5p, h5s};
use crate::select::{Hyperslab, Selection};
use crate::shape::element_count;
use crate::transfer::Source;
use crate::types::TypeDescriptor;
use crate::types::buffer::{Allocator, Buffer, Encoded, Memory};

/// The fill value in a creation property list.
pub(super) struct FillValue {
    pub(super) creation: Handle,
}

impl Source for FillValue {
    const ALLOCATOR: Allocator = Allocator::Library;

    fn read(
        &self,
        memory: &Memory,
        _space: &Handle,
        buffer: &mut [u8],
        _arena: &mut Arena,
    ) -> Result<()> {
        h5p::fill_value(&self.creation, &memory.handle, buffer)
    }
}

/// A selection of a dataset, found in its current shape. Made, and used, under one lock.
pub(super) struct Slab<'a> {
    dataset: &'a Dataset,
    file_space: Handle,
    pub(super) slab: Hyperslab,
    pub(super) count: usize,
    transfer: Transfer,
}

impl<'a> Slab<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        selection: &Selection,
        transfer: Transfer,
    ) -> Result<Self> {
        let file_space = h5d::space(dataset.object.handle())?;
        let space = Dataspace::read(&file_space)?;
        let slab = match &space {
            Dataspace::Null => return Err(ErrorKind::NullDataspace.into()),
            Dataspace::Scalar => selection.resolve(&[])?,
            Dataspace::Simple { shape, .. } => selection.resolve(shape)?,
        };
        let count = element_count(&slab.shape)?;
        if count == 0 {
            h5s::select_none(&file_space)?;
        } else if matches!(space, Dataspace::Simple { .. }) && !selection.axes().is_empty() {
            h5s::select_hyperslab(&file_space, &slab.start, &slab.stride, &slab.count)?;
        }
        Ok(Self { dataset, file_space, slab, count, transfer })
    }

    /// What a dataspace of the dataset selects, as data of that shape.
    pub(super) fn of_space(
        dataset: &'a Dataset,
        file_space: Handle,
        shape: Vec<usize>,
    ) -> Result<Self> {
        let count = element_count(&shape)?;
        let (slab, transfer) = (Hyperslab { shape, ..Hyperslab::default() }, Transfer::Checked);
        Ok(Self { dataset, file_space, slab, count, transfer })
    }

    /// A dataspace of exactly the elements selected, in the order of the selection.
    pub(super) fn memory_space(&self) -> Result<Handle> {
        h5s::create_simple(&[self.count as u64], None)
    }

    pub(super) fn write(&self, encoded: &Encoded<'_>) -> Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        let memory_space = self.memory_space()?;
        let dataset = self.dataset.object.handle();
        // What is written has been converted already, or fits.
        let write = |transfer: &Handle| {
            encoded.write_to_dataset(dataset, &memory_space, &self.file_space, transfer)
        };
        self.explain(clipping_transfer(&mut Arena::default(), write))
    }

    /// Writes some fields of the elements: reads them, changes the fields and writes them back, because
    /// libhdf5 may lose members that are not written.
    ///
    /// The elements are packed values of the fields, as they are stored.
    pub(super) fn write_fields(&self, access: &Access, encoded: &Encoded<'_>) -> Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        let memory = self.dataset.stored_memory()?.clone();
        if encoded.memory().ty != *access.part(&memory.ty)? {
            return Err(Error::invalid_argument("the values are not fields as they are stored"));
        }
        let offsets = offsets(access, &memory.ty)?;
        let (whole, part) = (memory.size(), encoded.memory().size());
        let mut elements = Buffer::read(
            memory,
            self.memory_space()?,
            self.count,
            Allocator::Arena,
            |memory, space, bytes, arena| self.read(memory, space, bytes, arena),
        )?;
        // SAFETY: the fields are of the same types as the values that replace them (checked above),
        // whose pointers are valid as long as `encoded` lives: beyond the write.
        let bytes = unsafe { elements.bytes_mut() };
        for (element, values) in
            bytes.chunks_exact_mut(whole).zip(encoded.bytes().chunks_exact(part))
        {
            let mut values = values;
            for &(offset, size) in &offsets {
                let place = element.get_mut(offset..offset + size).ok_or_else(outside)?;
                let (value, rest) = values.split_at_checked(size).ok_or_else(outside)?;
                place.copy_from_slice(value);
                values = rest;
            }
        }
        let shape = vec![self.count];
        self.write(&Encoded::of_buffer(&elements, shape))
    }

    /// Runs a transfer: with a check of numbers that do not fit where elements are converted.
    fn transfer(
        &self,
        memory: &Memory,
        arena: &mut Arena,
        transfer: impl FnOnce(&Handle) -> Result<()>,
    ) -> Result<()> {
        if self.transfer == Transfer::Clipping || memory.ty == *self.dataset.stored()? {
            clipping_transfer(arena, transfer)
        } else {
            checked_transfer(arena, transfer)
        }
    }

    /// Says which filter is missing if that is why a transfer failed.
    fn explain(&self, done: Result<()>) -> Result<()> {
        done.map_err(|error| match error.kind() {
            ErrorKind::Library => match self.missing_filter() {
                Some(kind) => error.refine(kind),
                None => error,
            },
            _ => error,
        })
    }

    fn missing_filter(&self) -> Option<ErrorKind> {
        let creation = h5d::create_plist(self.dataset.object.handle()).ok()?;
        filter::missing(&creation)
    }
}

impl Source for Slab<'_> {
    const ALLOCATOR: Allocator = Allocator::Arena;

    fn read(
        &self,
        memory: &Memory,
        space: &Handle,
        buffer: &mut [u8],
        arena: &mut Arena,
    ) -> Result<()> {
        let dataset = self.dataset.object.handle();
        self.explain(self.transfer(memory, arena, |transfer| {
            h5d::read(dataset, &memory.handle, space, &self.file_space, transfer, buffer)
        }))
    }
}

/// Where the fields that are accessed start in each element, and their sizes.
fn offsets(access: &Access, stored: &TypeDescriptor) -> Result<Vec<(usize, usize)>> {
    fn inner<'a>(ty: &'a TypeDescriptor, name: &Name) -> Result<(usize, &'a TypeDescriptor)> {
        let fields = match ty {
            TypeDescriptor::Compound(compound) => &compound.fields[..],
            _ => &[],
        };
        let field = fields.iter().find(|field| field.name == *name).ok_or_else(outside)?;
        Ok((field.offset, &field.ty))
    }
    let (mut start, mut part) = (0, stored);
    for name in &access.path {
        let (offset, ty) = inner(part, name)?;
        (start, part) = (start + offset, ty);
    }
    let sized = |(offset, ty): (usize, &TypeDescriptor)| {
        Ok((start + offset, ty.size().ok_or_else(outside)?))
    };
    match &access.subset {
        Some(names) => names.iter().map(|name| sized(inner(part, name)?)).collect(),
        None => Ok(vec![sized((0, part))?]),
    }
}

fn outside() -> Error {
    Error::invalid_argument("a field outside its compound")
}
