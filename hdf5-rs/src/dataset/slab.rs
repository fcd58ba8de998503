//! Transfers between memory and a selection of a dataset.

use std::sync::Arc;

use hdf5_ffi::H5S_SELECT_SET;

use crate::convert::Transfer;
use crate::dataset::known::FileSpace;
use crate::dataset::pieces::{self, Pieces, Segment};
use crate::dataset::selected::Access;
use crate::dataset::{Dataset, Dataspace, Layout, combine, locate};
use crate::error::{Error, ErrorKind, Result};
use crate::filter;
use crate::name::Name;
use crate::raw::arena::Arena;
use crate::raw::conversion::{checked_transfer, clipping_transfer};
use crate::raw::h5d::Elements;
use crate::raw::{Handle, h5d, h5p, h5s, lock};
use crate::reference;
use crate::select::{Hyperslab, Lists, Mask, Place, Resolution, Resolved, Selection, reverse};
use crate::shape::{element_count, stretches};
use crate::transfer::Source;
use crate::types::TypeDescriptor;
use crate::types::buffer::{Allocator, Buffer, Encoded, Memory, zeros};

/// The fill value in a creation property list.
pub(super) struct FillValue {
    pub(super) creation: Handle,
}

impl Source for FillValue {
    const ALLOCATOR: Allocator = Allocator::Library;

    fn read(&self, memory: &Memory, buffer: &mut [u8], _arena: &mut Arena) -> Result<()> {
        h5p::fill_value(&self.creation, &memory.handle, buffer)
    }
}

/// A selection of a dataset, found in its current shape. Made, and used, under one lock.
pub(super) struct Slab<'a> {
    dataset: &'a Dataset,
    file_space: FileSpace<'a>,
    pub(super) resolved: Resolved,
    transfer: Transfer,
    /// Whether the sources of a virtual dataset must be there when it is read.
    pub(super) require_sources: bool,
}

impl<'a> Slab<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        selection: &Selection,
        transfer: Transfer,
    ) -> Result<Self> {
        let (file_space, space) = dataset.file_space()?;
        let dataspace = |shape, count| Resolved { shape, count, place: Place::Dataspace };
        let (file_space, resolved) = match resolve(selection, &space)? {
            Resolution::Placed(resolved) => (file_space, resolved),
            Resolution::Combined(first, rest) => {
                let count = combine::combine(file_space.handle(), &first, &rest)?;
                (file_space, dataspace(vec![count], count))
            }
            Resolution::Region(region) => {
                let (handle, shape) = reference::locate(dataset, &region)?;
                let count = element_count(&shape)?;
                (FileSpace::new(handle), dataspace(shape, count))
            }
        };
        Ok(Self { dataset, file_space, resolved, transfer, require_sources: false })
    }

    /// The shape of the elements as data.
    pub(super) fn shape(&self) -> &[usize] {
        &self.resolved.shape
    }

    /// The number of elements.
    pub(super) fn count(&self) -> usize {
        self.resolved.count
    }

    /// The elements of the selection, in the order of the file. Lists and masks have none of their own.
    fn located(&self) -> Result<Elements<'_>> {
        let space = self.file_space.handle();
        if matches!(self.resolved.place, Place::All) && self.file_space.is_fixed() {
            return Ok(Elements::All(space));
        }
        locate::select(space, &self.resolved)?;
        Ok(Elements::Selected(space))
    }

    /// Reads elements in the order of the file.
    fn read_elements(
        &self,
        elements: Elements<'_>,
        memory: &Memory,
        count: usize,
        buffer: &mut [u8],
        arena: &mut Arena,
    ) -> Result<()> {
        let dataset = self.dataset.object.handle();
        let sources = self.dataset.check_sources(self.file_space.handle(), self.require_sources)?;
        let read = self.transfer(memory, arena, |transfer| {
            h5d::read(dataset, &memory.handle, count, elements, transfer, buffer)
        });
        // libhdf5 fails where a group on the way to a source is missing, not where only the source is.
        self.dataset.explain_transfer(read).map_err(|error| match error.kind() {
            ErrorKind::Library if !sources.missing.is_empty() => {
                error.refine(ErrorKind::MissingSources { sources: sources.missing })
            }
            _ => error,
        })
    }

    /// Reads positions of lists: all that lies near to each other in one piece, of which those that are
    /// wanted are picked.
    fn read_lists(
        &self,
        lists: &Lists,
        memory: &Memory,
        buffer: &mut [u8],
        arena: &mut Arena,
    ) -> Result<()> {
        let (size, lengths) = (memory.size(), lists.lengths());
        let pieces = Pieces::new(&lists.axes, size, self.chunk()?.as_deref());
        let mut bytes = Vec::new();
        pieces.each(|piece| {
            let bytes = self.read_piece(piece, memory, &mut bytes, arena)?;
            pieces::each_run(piece, &lengths, &mut |from, to, length| {
                let (from, to, length) = (from * size, to * size, length * size);
                buffer[to..to + length].copy_from_slice(&bytes[from..from + length]);
            });
            Ok(())
        })?;
        for axis in lists.reversed() {
            reverse(buffer, &lengths, axis, size);
        }
        Ok(())
    }

    /// Reads where a mask of the whole shape is true: all that lies near to it, of which those elements
    /// are picked.
    fn read_mask(
        &self,
        mask: &Mask,
        memory: &Memory,
        buffer: &mut [u8],
        arena: &mut Arena,
    ) -> Result<()> {
        let size = memory.size();
        let axes = locate::whole(&mask.shape).axes();
        let mut places = buffer.chunks_exact_mut(size);
        let mut mask = mask.selected.as_slice();
        let mut bytes = Vec::new();
        // Without lists, pieces are one after the other.
        Pieces::new(&axes, size, self.chunk()?.as_deref()).each(|piece| {
            let (here, rest) = mask.split_at(pieces::count(piece)?);
            mask = rest;
            if !here.contains(&true) {
                return Ok(());
            }
            let elements = self.read_piece(piece, memory, &mut bytes, arena)?.chunks_exact(size);
            let selected = elements.zip(here).filter(|&(_, &selected)| selected);
            selected.zip(places.by_ref()).for_each(|((element, _), place)| {
                place.copy_from_slice(element);
            });
            Ok(())
        })
    }

    /// Reads a piece into a buffer that grows as it must.
    fn read_piece<'b>(
        &self,
        piece: &[&Segment],
        memory: &Memory,
        buffer: &'b mut Vec<u8>,
        arena: &mut Arena,
    ) -> Result<&'b [u8]> {
        let count = pieces::count(piece)?;
        let needed = memory.bytes(count)?;
        if buffer.len() < needed {
            *buffer = zeros(needed)?;
        } else {
            // So that nothing of another piece can be taken for this one's.
            buffer[..needed].fill(0);
        }
        let buffer = &mut buffer[..needed];
        let space = self.file_space.handle();
        locate::select_slab(space, H5S_SELECT_SET, &pieces::hyperslab(piece))?;
        self.read_elements(Elements::Selected(space), memory, count, buffer, arena)?;
        Ok(buffer)
    }

    /// The shape of a chunk, if there are any.
    fn chunk(&self) -> Result<Option<Vec<usize>>> {
        Ok(match self.dataset.read_layout()? {
            Layout::Chunked(chunk) => Some(chunk),
            _ => None,
        })
    }

    /// Writes data to all elements. If it does not have their shape it is stretched to it, as numpy does.
    pub(super) fn write(&self, encoded: &Encoded<'_>) -> Result<()> {
        let found = encoded.shape();
        if !stretches(found, self.shape()) {
            let (expected, found) = (self.shape().to_vec(), found.to_vec());
            return Err(ErrorKind::ShapeMismatch { expected, found }.into());
        }
        if self.count() == 0 {
            return Ok(());
        }
        // Data that stretches to as many elements as it has is in the same order.
        let same = element_count(found)? == self.count();
        match &self.resolved.place {
            Place::Hyperslab(slab) if !same || !slab.reversed.is_empty() => {
                self.write_pieces(slab, encoded)
            }
            Place::All if !same => self.write_pieces(&locate::whole(self.shape()), encoded),
            Place::Lists(lists) => {
                let mut order = lists.in_file_order();
                pieces::stretch(&mut order, &lists.lengths(), self.shape(), found);
                self.write_located(&encoded.rearranged(&order)?)
            }
            _ if same => self.write_located(encoded),
            _ => {
                let mut order: Vec<Vec<_>> =
                    self.shape().iter().map(|&n| (0..n).collect()).collect();
                pieces::stretch(&mut order, self.shape(), self.shape(), found);
                self.write_located(&encoded.rearranged(&order)?)
            }
        }
    }

    /// Writes as many elements as are selected, whatever their shape.
    pub(super) fn write_all(&self, encoded: &Encoded<'_>) -> Result<()> {
        let found = encoded.shape();
        if element_count(found)? != self.count() {
            let (expected, found) = (self.shape().to_vec(), found.to_vec());
            return Err(ErrorKind::ShapeMismatch { expected, found }.into());
        }
        if self.count() == 0 { Ok(()) } else { self.write_located(encoded) }
    }

    /// Writes data that is stretched, or runs backwards, piece by piece.
    fn write_pieces(&self, slab: &Hyperslab, encoded: &Encoded<'_>) -> Result<()> {
        let (lengths, size) = (slab.lengths(), encoded.memory().size());
        if self.dataset.mappings()?.is_some() {
            // Before the first piece is written.
            locate::select_blocks(self.file_space.handle(), &self.resolved)?;
            self.dataset.check_sources(self.file_space.handle(), true)?;
        }
        Pieces::new(&slab.axes(), size, self.chunk()?.as_deref()).each(|piece| {
            let mut order = pieces::in_data(piece, &lengths, &slab.reversed);
            pieces::stretch(&mut order, &lengths, self.shape(), encoded.shape());
            let space = self.file_space.handle();
            locate::select_slab(space, H5S_SELECT_SET, &pieces::hyperslab(piece))?;
            self.write_elements(Elements::Selected(space), &encoded.rearranged(&order)?)
        })
    }

    /// Writes elements that are in the order of the file.
    fn write_located(&self, encoded: &Encoded<'_>) -> Result<()> {
        self.write_elements(self.located()?, encoded)
    }

    /// Writes as many elements as there are to be.
    fn write_elements(&self, elements: Elements<'_>, encoded: &Encoded<'_>) -> Result<()> {
        let dataset = self.dataset.object.handle();
        let count = element_count(encoded.shape())?;
        let _sources = self.dataset.check_sources(self.file_space.handle(), true)?;
        if self.dataset.mappings()?.is_none() {
            return self.dataset.write_elements(elements, count, encoded);
        }
        if encoded.memory().ty != self.dataset.stored_memory()?.ty {
            return Err(Error::invalid_argument("the values are not elements as they are stored"));
        }
        // The type of a source may be another.
        let written = checked_transfer(&mut Arena::default(), |transfer| {
            encoded.write_to_dataset(dataset, count, elements, transfer)
        });
        self.dataset.explain_transfer(written)
    }

    /// Writes some fields of the elements: reads them, changes the fields and writes them back, because
    /// libhdf5 may lose members that are not written.
    ///
    /// The elements are packed values of the fields, as they are stored.
    pub(super) fn write_fields(&self, access: &Access, encoded: &Encoded<'_>) -> Result<()> {
        let (found, shape) = (encoded.shape(), self.shape());
        if !stretches(found, shape) {
            let (expected, found) = (shape.to_vec(), found.to_vec());
            return Err(ErrorKind::ShapeMismatch { expected, found }.into());
        }
        if self.count() == 0 {
            return Ok(());
        }
        if found != shape {
            let mut order: Vec<Vec<_>> =
                shape.iter().map(|&length| (0..length).collect()).collect();
            pieces::stretch(&mut order, shape, shape, found);
            let stretched = encoded.rearranged(&order)?;
            return self.write_fields(access, &stretched);
        }
        let memory = self.dataset.stored_memory()?.clone();
        if encoded.memory().ty != *access.part(&memory.ty)? {
            return Err(Error::invalid_argument("the values are not fields as they are stored"));
        }
        let offsets = offsets(access, &memory.ty)?;
        let (whole, part) = (memory.size(), encoded.memory().size());
        let read =
            |memory: &Memory, bytes: &mut [u8], arena: &mut Arena| self.read(memory, bytes, arena);
        let mut elements = Buffer::read(memory, self.count(), Allocator::Arena, read)?;
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
        self.write(&Encoded::of_buffer(&elements, self.shape().to_vec()))
    }

    /// Runs a transfer: with a check of numbers that do not fit where elements are converted.
    fn transfer(
        &self,
        memory: &Memory,
        arena: &mut Arena,
        transfer: impl FnOnce(&Handle) -> Result<()>,
    ) -> Result<()> {
        let stored = self.dataset.stored_memory()?;
        // What lies in another dataset may be of another type.
        let as_stored = self.dataset.mappings()?.is_none();
        let as_stored =
            as_stored && (Arc::ptr_eq(&stored.handle, &memory.handle) || stored.ty == memory.ty);
        if as_stored && !memory.ty.holds_pointers() && !memory.ty.holds_resources() {
            // Any other property list costs libhdf5 as much again as a small transfer.
            transfer(&h5p::default())
        } else if as_stored || self.transfer == Transfer::Clipping {
            clipping_transfer(arena, transfer)
        } else {
            checked_transfer(arena, transfer)
        }
    }
}

impl Source for Slab<'_> {
    const ALLOCATOR: Allocator = Allocator::Arena;

    fn read(&self, memory: &Memory, buffer: &mut [u8], arena: &mut Arena) -> Result<()> {
        match &self.resolved.place {
            Place::Lists(lists) => self.read_lists(lists, memory, buffer, arena),
            Place::Mask(mask) => self.read_mask(mask, memory, buffer, arena),
            place => {
                self.read_elements(self.located()?, memory, self.count(), buffer, arena)?;
                if let Place::Hyperslab(slab) = place {
                    let lengths = slab.lengths();
                    for &axis in &slab.reversed {
                        reverse(buffer, &lengths, axis, memory.size());
                    }
                }
                Ok(())
            }
        }
    }
}

impl Dataset {
    /// Writes all elements of a new dataset, of which that is the dataspace. The lock is held since it was made.
    pub(super) fn write_everything(&self, encoded: &Encoded<'_>, space: &Handle) -> Result<()> {
        if self.mappings()?.is_some() {
            return Slab::new(self, &Selection::default(), Transfer::Checked)?.write_all(encoded);
        }
        let count = element_count(encoded.shape())?;
        if count != h5s::extent_points(space)? {
            let expected = Dataspace::read(space)?.shape().to_vec();
            return Err(
                ErrorKind::ShapeMismatch { expected, found: encoded.shape().to_vec() }.into()
            );
        }
        if count == 0 { Ok(()) } else { self.write_elements(Elements::All(space), count, encoded) }
    }

    /// Writes as many elements as they are stored, of a dataset that is not virtual.
    fn write_elements(
        &self,
        elements: Elements<'_>,
        count: usize,
        encoded: &Encoded<'_>,
    ) -> Result<()> {
        self.check_external()?;
        let write = |transfer: &Handle| {
            encoded.write_to_dataset(self.object.handle(), count, elements, transfer)
        };
        // What is written has been converted already, or fits.
        self.explain_transfer(match encoded.memory().ty.holds_pointers() {
            true => clipping_transfer(&mut Arena::default(), write),
            false => write(&h5p::default()),
        })
    }

    /// Says which filter is missing if that is why a transfer failed.
    fn explain_transfer(&self, done: Result<()>) -> Result<()> {
        done.map_err(|error| match error.kind() {
            ErrorKind::Library => match self.missing_filter() {
                Some(kind) => error.refine(kind),
                None => error,
            },
            _ => error,
        })
    }

    fn missing_filter(&self) -> Option<ErrorKind> {
        let creation = h5d::create_plist(self.object.handle()).ok()?;
        filter::missing(&creation)
    }

    /// Runs something, under the lock, with a dataspace of the dataset in which elements are selected.
    pub(crate) fn with_selected<R>(
        &self,
        selection: &Selection,
        run: impl FnOnce(&Handle) -> Result<R>,
    ) -> Result<R> {
        let _lock = lock();
        let slab = Slab::new(self, selection, Transfer::Checked)?;
        let space = slab.file_space.handle();
        locate::select_blocks(space, &slab.resolved)?;
        run(space)
    }
}

/// Finds a selection in the shape that a dataset has.
pub(super) fn resolve(selection: &Selection, space: &Dataspace) -> Result<Resolution> {
    match space {
        Dataspace::Null => Err(ErrorKind::NullDataspace.into()),
        Dataspace::Scalar => selection.resolve(&[]),
        Dataspace::Simple { shape, .. } => selection.resolve(shape),
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
