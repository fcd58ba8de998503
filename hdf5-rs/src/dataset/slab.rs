//! Transfers between memory and a selection of a dataset.

use crate::convert::{converted, read_converted, step};
use crate::dataset::{Dataset, Dataspace};
use crate::error::{ErrorKind, Result};
use crate::filter;
use crate::raw::conversion::{checked_transfer, scratch};
use crate::raw::{Handle, h5d, h5p, h5s};
use crate::select::{Hyperslab, Selection};
use crate::shape::element_count;
use crate::transfer::Source;
use crate::types::TypeDescriptor;
use crate::types::buffer::{Encoded, Memory};

/// The fill value in a creation property list.
pub(super) struct FillValue<'a> {
    pub(super) creation: Handle,
    pub(super) stored: &'a TypeDescriptor,
}

impl Source for FillValue<'_> {
    fn read(&self, memory: &Memory, _space: &Handle, buffer: &mut [u8]) -> Result<()> {
        read_converted(self.stored, memory, buffer, |ty, buffer| {
            h5p::fill_value(&self.creation, ty, buffer)
        })
    }
}

/// A selection of a dataset, found in its current shape. Made, and used, under one lock.
pub(super) struct Slab<'a> {
    dataset: &'a Dataset,
    file_space: Handle,
    pub(super) slab: Hyperslab,
    pub(super) count: usize,
}

impl<'a> Slab<'a> {
    pub(super) fn new(dataset: &'a Dataset, selection: &Selection) -> Result<Self> {
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
        Ok(Self { dataset, file_space, slab, count })
    }

    /// What a dataspace of the dataset selects, as data of that shape.
    pub(super) fn of_space(
        dataset: &'a Dataset,
        file_space: Handle,
        shape: Vec<usize>,
    ) -> Result<Self> {
        let count = element_count(&shape)?;
        Ok(Self { dataset, file_space, slab: Hyperslab { shape, ..Hyperslab::default() }, count })
    }

    /// A dataspace of exactly the elements selected, in the order of the selection.
    pub(super) fn memory_space(&self) -> Result<Handle> {
        h5s::create_simple(&[self.count as u64], None)
    }

    pub(super) fn write(&self, encoded: &Encoded<'_>) -> Result<()> {
        if self.count == 0 {
            return Ok(());
        }
        if let Some(step) = step(&encoded.memory().ty, self.dataset.stored()?)? {
            let step = Memory::new(step)?;
            let bytes = converted(encoded.memory(), &step, encoded.bytes(), self.count)?;
            return self.write(&Encoded::in_place(&bytes, step));
        }
        let memory_space = self.memory_space()?;
        let dataset = self.dataset.object.handle();
        let write = |transfer: &Handle| {
            encoded.write_to_dataset(dataset, &memory_space, &self.file_space, transfer)
        };
        self.transfer(encoded.memory(), write)
    }

    /// Runs a transfer: with a check of numbers that do not fit where elements are converted.
    fn transfer(
        &self,
        memory: &Memory,
        transfer: impl FnOnce(&Handle) -> Result<()>,
    ) -> Result<()> {
        let done = if memory.ty == *self.dataset.stored()? {
            transfer(&h5p::default())
        } else {
            checked_transfer(transfer)
        };
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
    fn read(&self, memory: &Memory, space: &Handle, buffer: &mut [u8]) -> Result<()> {
        if let Some(step) = step(self.dataset.stored()?, &memory.ty)? {
            let step = Memory::new(step)?;
            let mut bytes = scratch(self.count, &[step.size()])?;
            bytes.truncate(self.count * step.size());
            self.read(&step, space, &mut bytes)?;
            buffer.copy_from_slice(&converted(&step, memory, &bytes, self.count)?);
            return Ok(());
        }
        let dataset = self.dataset.object.handle();
        self.transfer(memory, |transfer| {
            h5d::read(dataset, &memory.handle, space, &self.file_space, transfer, buffer)
        })
    }
}
