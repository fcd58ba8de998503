//! The mappings that a virtual dataset has, and which of its elements are whose.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use hdf5_ffi::{H5S_SEL_ALL, H5S_SEL_NONE, H5S_UNLIMITED, hsize_t};

use super::{MissingSource, pattern};
use crate::dataset::elsewhere::Elsewhere;
use crate::error::{Error, ErrorKind, Result};
use crate::name::{Name, path_of};
use crate::raw::{Handle, OpenFile, h5p, h5s};

/// As many sources that one pattern names are looked at where nobody has said which elements are wanted.
const MOST_BLOCKS: hsize_t = 1 << 16;

/// The names of a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct SourceName {
    pub(super) file: Vec<u8>,
    pub(super) dataset: Vec<u8>,
}

impl SourceName {
    /// Whether it is in the file of the virtual dataset itself.
    pub(super) fn is_same_file(&self) -> bool {
        self.file == b"."
    }

    /// The source for a block.
    fn of_block(&self, block: u64) -> Self {
        let [file, dataset] = [&self.file, &self.dataset].map(|name| pattern::expand(name, block));
        Self { file, dataset }
    }

    pub(super) fn missing(&self, home: &Path) -> MissingSource {
        let file = if self.is_same_file() { home.to_owned() } else { path_of(&self.file) };
        MissingSource { file, dataset: Name::from(&*self.dataset) }
    }

    /// How it is called in messages.
    pub(super) fn label(&self, file: &Path) -> String {
        format!("\"{}\" in \"{}\"", String::from_utf8_lossy(&self.dataset), file.display())
    }
}

/// Sources, each with the numbers of the mappings that it is for.
pub(super) type Sources = BTreeMap<SourceName, Vec<usize>>;

/// What a virtual dataset consists of.
#[derive(Debug)]
pub(in crate::dataset) struct Mappings {
    list: Vec<Mapping>,
    /// Sources that were found and are not virtual, each with its file as it was then.
    plain: Mutex<HashMap<SourceName, (PathBuf, Stamp)>>,
}

/// What tells whether a file has changed.
type Stamp = (SystemTime, u64);

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = path.metadata().ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

#[derive(Debug)]
struct Mapping {
    /// As it is stored.
    source: SourceName,
    reach: Reach,
    needs: Needs,
}

/// What a source must have, which libhdf5 does not look at.
#[derive(Debug)]
pub(super) enum Needs {
    /// Whatever it has is taken.
    Nothing,
    /// Elements up to this position along each axis.
    Upto(Vec<hsize_t>),
    /// As many elements, of whatever shape.
    Count(hsize_t),
}

/// Where the elements lie that a source has.
#[derive(Debug)]
enum Reach {
    Nowhere,
    /// From the first of these positions to the last, along each axis.
    Within(Vec<hsize_t>, Vec<hsize_t>),
    /// Wherever the source goes.
    Growing,
    /// In one block for each source, along an axis of this length.
    Blocks {
        axis: usize,
        start: hsize_t,
        stride: hsize_t,
        length: hsize_t,
        /// The number of elements of a block.
        elements: hsize_t,
    },
}

/// Whether this process has looked at the mappings of a virtual dataset, without which none has been read.
static ANY: AtomicBool = AtomicBool::new(false);

impl Mappings {
    /// Whether there may be a virtual dataset with open sources.
    pub(super) fn may_be_in_use() -> bool {
        ANY.load(Ordering::Acquire)
    }

    /// The mappings of a dataset, if it is virtual.
    pub(super) fn of(dataset: &Handle) -> Result<Option<Self>> {
        Ok(match Elsewhere::of(dataset)? {
            Elsewhere::Sources(mappings) => Some(mappings),
            Elsewhere::Nowhere | Elsewhere::Files(_) => None,
        })
    }

    /// The mappings in the creation property list of a virtual dataset.
    pub(in crate::dataset) fn read(creation: &Handle) -> Result<Self> {
        ANY.store(true, Ordering::Release);
        let mappings = (0..h5p::virtual_count(creation)?).map(|index| {
            let space = h5p::virtual_space(creation, index)?;
            let source = SourceName {
                file: h5p::virtual_file(creation, index)?,
                dataset: h5p::virtual_dataset(creation, index)?,
            };
            let source_space = h5p::virtual_source_space(creation, index)?;
            let takes_all = h5s::select_type(&source_space)? == H5S_SEL_ALL;
            let selected = match takes_all {
                true => Reach::Nowhere,
                false => Reach::read(&source_space)?,
            };
            let reach = match Reach::read(&space)? {
                // Both sides grow, or there is a source for each block.
                Reach::Blocks { .. } if matches!(selected, Reach::Blocks { .. }) => Reach::Growing,
                reach => reach,
            };
            let elements = match reach {
                Reach::Nowhere => Some(0),
                Reach::Within(..) => Some(h5s::select_points(&space)? as hsize_t),
                Reach::Growing => None,
                Reach::Blocks { elements, .. } => Some(elements),
            };
            let needs = match elements {
                None => Needs::Nothing,
                Some(elements) if takes_all => Needs::Count(elements),
                Some(elements) if elements != h5s::select_points(&source_space)? as hsize_t => {
                    let reason = "a source of the virtual dataset has another number of elements";
                    return Err(Error::invalid_value(reason));
                }
                Some(_) => match selected {
                    Reach::Within(_, end) => Needs::Upto(end),
                    _ => Needs::Nothing,
                },
            };
            let source = match reach {
                Reach::Blocks { .. } => source,
                _ => source.of_block(0),
            };
            Ok(Mapping { source, reach, needs })
        });
        let list = mappings.collect::<Result<_>>()?;
        Ok(Self { list, plain: Mutex::default() })
    }

    /// Keeps those sources that must be looked at: which are virtual, or were not looked at since their
    /// files have changed, or may have.
    pub(super) fn retain_unknown(&self, sources: &mut Sources) {
        if OpenFile::any_is_writable() {
            return;
        }
        let plain = self.plain();
        sources.retain(|source, _| {
            plain.get(source).is_none_or(|(path, before)| stamp(path) != Some(*before))
        });
    }

    /// Remembers sources that are not virtual.
    pub(super) fn remember(&self, found: Vec<(SourceName, PathBuf)>) {
        let stamped = found.into_iter().filter_map(|(source, path)| {
            let stamp = stamp(&path)?;
            Some((source, (path, stamp)))
        });
        self.plain().extend(stamped);
    }

    fn plain(&self) -> MutexGuard<'_, HashMap<SourceName, (PathBuf, Stamp)>> {
        self.plain.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The sources that are opened to find out how long the dataset is.
    pub(super) fn growing(&self) -> Result<Sources> {
        self.collect(|mapping| match mapping.reach {
            Reach::Growing => Ok(Named::Once),
            _ => Ok(Named::Never),
        })
    }

    /// The sources that have elements between two positions along each axis, and those that tell how long
    /// the dataset is.
    pub(super) fn between(&self, first: &[hsize_t], last: &[hsize_t]) -> Result<Sources> {
        self.collect(|mapping| match &mapping.reach {
            Reach::Nowhere => Ok(Named::Never),
            Reach::Growing => Ok(Named::Once),
            Reach::Within(start, end) => {
                let before = end.iter().zip(first).any(|(end, first)| end < first);
                let behind = start.iter().zip(last).any(|(start, last)| start > last);
                Ok(if before || behind { Named::Never } else { Named::Once })
            }
            &Reach::Blocks { axis, start, stride, .. } => {
                let block = |position: hsize_t| position.checked_sub(start).map(|n| n / stride);
                let to = last.get(axis).and_then(|&last| block(last));
                let from = first.get(axis).and_then(|&first| block(first)).unwrap_or(0);
                Ok(to.map_or(Named::Never, |to| Named::Blocks(from..to.saturating_add(1))))
            }
        })
    }

    /// All sources, as long as the dataset is.
    pub(super) fn all(&self) -> Result<Sources> {
        self.collect(|mapping| match mapping.reach {
            Reach::Nowhere => Ok(Named::Never),
            Reach::Within(..) | Reach::Growing => Ok(Named::Once),
            Reach::Blocks { .. } => Ok(Named::Blocks(0..mapping.reach.blocks()?)),
        })
    }

    fn collect(&self, named: impl Fn(&Mapping) -> Result<Named>) -> Result<Sources> {
        let mut sources = Sources::new();
        for (index, mapping) in self.list.iter().enumerate() {
            let mut add = |source: SourceName| sources.entry(source).or_default().push(index);
            match named(mapping)? {
                Named::Never => {}
                Named::Once => add(mapping.source.clone()),
                Named::Blocks(blocks) => {
                    blocks.for_each(|block| add(mapping.source.of_block(block)));
                }
            }
        }
        Ok(sources)
    }

    /// Sources by one name, with the number of their mapping, that may have come since it was told how long
    /// the dataset is.
    pub(super) fn beyond(&self) -> Result<Vec<impl Iterator<Item = (SourceName, usize)>>> {
        let mappings = self.list.iter().enumerate();
        let patterns =
            mappings.filter(|(_, mapping)| matches!(mapping.reach, Reach::Blocks { .. }));
        let beyond = patterns.map(|(index, Mapping { source, reach, .. })| {
            let blocks = reach.blocks()?..MOST_BLOCKS;
            Ok(blocks.map(move |block| (source.of_block(block), index)))
        });
        beyond.collect()
    }

    /// What the source of some mappings must have.
    pub(super) fn needs(&self, mappings: &[usize]) -> impl Iterator<Item = &Needs> {
        mappings.iter().filter_map(|&index| self.list.get(index)).map(|mapping| &mapping.needs)
    }
}

/// How often a mapping has a source.
enum Named {
    Never,
    Once,
    Blocks(Range<hsize_t>),
}

impl Needs {
    /// Whether a source of that shape has it.
    pub(super) fn are_met_by(&self, shape: &[hsize_t]) -> bool {
        match self {
            Self::Nothing => true,
            Self::Upto(end) => {
                end.len() == shape.len() && end.iter().zip(shape).all(|(end, length)| end < length)
            }
            Self::Count(count) => {
                let product = shape.iter().try_fold(1, |count: hsize_t, n| count.checked_mul(*n));
                product == Some(*count)
            }
        }
    }
}

impl Reach {
    /// The number of blocks in the dataset, as long as it was when it was opened.
    fn blocks(&self) -> Result<hsize_t> {
        let Self::Blocks { start, stride, length, .. } = *self else {
            return Ok(0);
        };
        let blocks = length.saturating_sub(start).div_ceil(stride);
        if blocks > MOST_BLOCKS {
            let what = format!("a virtual dataset of {blocks} sources by one name");
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        Ok(blocks)
    }

    /// Where the elements lie that a dataspace selects.
    fn read(space: &Handle) -> Result<Self> {
        if h5s::select_type(space)? == H5S_SEL_NONE {
            return Ok(Self::Nowhere);
        }
        let lengths = h5s::dims(space)?.0;
        if lengths.is_empty() {
            return Ok(Self::Within(Vec::new(), Vec::new()));
        }
        if let Some([start, stride, count, block]) = h5s::selected_regularly(space)? {
            let endless =
                |axis: &usize| count[*axis] == H5S_UNLIMITED || block[*axis] == H5S_UNLIMITED;
            if let Some(axis) = (0..lengths.len()).find(endless) {
                // One block without an end is as many of one position each.
                let (stride, length) = match block[axis] {
                    H5S_UNLIMITED => (1, 1),
                    block => (stride[axis], block),
                };
                let others = (0..lengths.len()).filter(|&at| at != axis);
                let others = others.map(|at| count[at].saturating_mul(block[at]));
                return Ok(Self::Blocks {
                    axis,
                    start: start[axis],
                    stride: stride.max(1),
                    length: lengths[axis],
                    elements: others.fold(length, hsize_t::saturating_mul),
                });
            }
        }
        let (start, end) = h5s::select_bounds(space)?;
        Ok(Self::Within(start, end))
    }
}
