//! Unions and differences of selections, taken apart into blocks.
//!
//! libhdf5 puts some unions together wrongly, and writes elsewhere then: up to 2.2 at least those of a selection and
//! one that contains it, and in 1.10 many others. It is right where each block comes after all that are there.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use hdf5_ffi::{H5S_SELECT_OR, H5S_SELECT_SET, hsize_t};

use crate::dataset::locate::whole;
use crate::error::{Error, ErrorKind, Result};
use crate::raw::{Handle, h5s};
use crate::select::{Axis, Operation, Place, Resolved};

/// Positions one after the other along an axis.
type Run = Range<hsize_t>;

/// A run along each axis, from some axis on.
type Block = Vec<Run>;

/// As many runs are taken apart along an axis; more would fill the memory.
const MOST_RUNS: usize = 1 << 26;

/// As many blocks are made; they take some seconds, and more of them minutes and the memory.
const MOST_BLOCKS: usize = 1 << 22;

/// Selects what is in one selection, and what others add to it or take away; returns the number of
/// elements.
pub(super) fn combine(
    space: &Handle,
    first: &Resolved,
    rest: &[(Operation, Resolved)],
) -> Result<usize> {
    let first = std::iter::once((Operation::Union, first));
    let all = first.chain(rest.iter().map(|(operation, part)| (*operation, part)));
    let parts = all.filter(|(_, part)| part.count > 0);
    let parts = parts.map(|(operation, part)| Ok((operation, runs(part)?)));
    let parts: Vec<_> = parts.collect::<Result<_>>()?;
    let active: Vec<usize> = (0..parts.len()).collect();
    let Some((_, axes)) = parts.first() else {
        return h5s::select_none(space).map(|()| 0);
    };
    let mut search = Search { parts: &parts, rank: axes.len(), found: HashMap::new() };
    let blocks = search.blocks(0, active)?;
    if blocks.is_empty() {
        return h5s::select_none(space).map(|()| 0);
    }
    select_blocks(space, &blocks)?;
    h5s::select_points(space)
}

/// Selects blocks in C order. Halves are made by themselves and put together, because libhdf5 goes through
/// all blocks so far for each that is added.
fn select_blocks(space: &Handle, blocks: &[Block]) -> Result<()> {
    if blocks.len() > 16 && h5s::CAN_COMBINE {
        let (front, back) = blocks.split_at(blocks.len() / 2);
        // What was selected before would be copied each time.
        h5s::select_none(space)?;
        let operand = h5s::copy(space)?;
        select_blocks(space, front)?;
        select_blocks(&operand, back)?;
        return h5s::modify_select(space, H5S_SELECT_OR, &operand);
    }
    for (index, block) in blocks.iter().enumerate() {
        let operation = if index == 0 { H5S_SELECT_SET } else { H5S_SELECT_OR };
        let start: Vec<_> = block.iter().map(|run| run.start).collect();
        let lengths: Vec<_> = block.iter().map(|run| run.end - run.start).collect();
        let ones = vec![1; block.len()];
        h5s::select_hyperslab(space, operation, &start, &ones, &ones, &lengths)?;
    }
    Ok(())
}

/// Which blocks some parts make together.
struct Search<'a> {
    parts: &'a [(Operation, Vec<Vec<Run>>)],
    rank: usize,
    /// By axis and the parts that matter.
    found: HashMap<(usize, Vec<usize>), Rc<Vec<Block>>>,
}

impl Search<'_> {
    /// The blocks from an axis on, in C order, where some of the parts have a position along all axes before.
    fn blocks(&mut self, axis: usize, active: Vec<usize>) -> Result<Rc<Vec<Block>>> {
        if axis == self.rank {
            // The last that has a say: it adds the element or takes it away.
            let added = active.last().is_some_and(|&part| self.parts[part].0 == Operation::Union);
            return Ok(Rc::new(if added { vec![Vec::new()] } else { Vec::new() }));
        }
        if let Some(found) = self.found.get(&(axis, active.clone())) {
            return Ok(Rc::clone(found));
        }
        let parts = self.parts;
        let mut bounds: Vec<_> = active
            .iter()
            .flat_map(|&part| parts[part].1[axis].iter().flat_map(|run| [run.start, run.end]))
            .collect();
        bounds.sort_unstable();
        bounds.dedup();
        let mut next = vec![0; active.len()];
        let mut runs: Vec<(Run, Rc<Vec<Block>>)> = Vec::new();
        for pair in bounds.windows(2) {
            let run = pair[0]..pair[1];
            let mut here = Vec::new();
            for (&part, next) in active.iter().zip(&mut next) {
                let all = &parts[part].1[axis];
                while all.get(*next).is_some_and(|one| one.end <= run.start) {
                    *next += 1;
                }
                if all.get(*next).is_some_and(|one| one.start <= run.start) {
                    here.push(part);
                }
            }
            let inner = self.blocks(axis + 1, here)?;
            match runs.last_mut() {
                Some((last, same)) if last.end == run.start && *same == inner => {
                    last.end = run.end;
                }
                _ if inner.is_empty() => {}
                _ => runs.push((run, inner)),
            }
        }
        let count = runs.iter().map(|(_, inner)| inner.len()).try_fold(0, usize::checked_add);
        if count.is_none_or(|count| count > MOST_BLOCKS) {
            let what = format!("a union or difference of more than {MOST_BLOCKS} blocks");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        let blocks = runs.iter().flat_map(|(run, inner)| {
            inner.iter().map(|inner| std::iter::once(run.clone()).chain(inner.clone()).collect())
        });
        let blocks = Rc::new(blocks.collect());
        self.found.insert((axis, active), Rc::clone(&blocks));
        Ok(blocks)
    }
}

/// What is selected along each axis, in runs one after the other.
fn runs(part: &Resolved) -> Result<Vec<Vec<Run>>> {
    let of_all = |axes: &[Axis]| axes.iter().map(runs_along).collect();
    match &part.place {
        Place::All => of_all(&whole(&part.shape).axes()),
        Place::Hyperslab(slab) => of_all(&slab.axes()),
        Place::Lists(lists) => of_all(&lists.axes),
        Place::Mask(_) | Place::Points(_) | Place::Dataspace => Err(Error::invalid_argument(
            "a union or difference is one of selections along each axis, not of points, masks or regions",
        )),
    }
}

fn runs_along(axis: &Axis) -> Result<Vec<Run>> {
    let run = |start: usize, end: usize| start as hsize_t..end as hsize_t;
    Ok(match axis {
        Axis::Regular(regular) if regular.stride == regular.block || regular.count == 1 => {
            vec![run(regular.start, regular.start + regular.count * regular.block)]
        }
        Axis::Regular(regular) => {
            if regular.count > MOST_RUNS {
                return Err(ErrorKind::OutOfMemory { bytes: None }.into());
            }
            let starts = (0..regular.count).map(|count| regular.start + count * regular.stride);
            starts.map(|start| run(start, start + regular.block)).collect()
        }
        Axis::List(items) => {
            let follows = |one: &(usize, usize), next: &(usize, usize)| next.0 <= one.0 + 1;
            let runs = items.chunk_by(follows);
            runs.map(|items| run(items[0].0, items[items.len() - 1].0 + 1)).collect()
        }
    })
}
