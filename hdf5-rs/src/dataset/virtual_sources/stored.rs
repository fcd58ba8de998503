//! The mappings that a virtual dataset has, and which of its elements are whose.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use hdf5_ffi::{H5D_VIRTUAL, H5S_SEL_NONE, H5S_UNLIMITED, hsize_t};

use super::{MissingSource, pattern};
use crate::error::{ErrorKind, Result};
use crate::name::{Name, path_of};
use crate::raw::{Handle, OpenFile, h5d, h5p, h5s};

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
    /// The last position along each axis of what is selected of the source, if that has an end.
    source_end: Option<Vec<hsize_t>>,
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
    },
}

impl Mappings {
    /// The mappings of a dataset, if it is virtual.
    pub(in crate::dataset) fn of(dataset: &Handle) -> Result<Option<Self>> {
        // What has an address lies in the file itself.
        if h5d::offset(dataset)?.is_some() {
            return Ok(None);
        }
        let creation = h5d::create_plist(dataset)?;
        if h5p::layout(&creation)? != H5D_VIRTUAL {
            return Ok(None);
        }
        let mappings = (0..h5p::virtual_count(&creation)?).map(|index| {
            let space = h5p::virtual_space(&creation, index)?;
            let source = SourceName {
                file: h5p::virtual_file(&creation, index)?,
                dataset: h5p::virtual_dataset(&creation, index)?,
            };
            let selected = Reach::read(&h5p::virtual_source_space(&creation, index)?)?;
            let reach = match Reach::read(&space)? {
                // Both sides grow, or there is a source for each block.
                Reach::Blocks { .. } if matches!(selected, Reach::Blocks { .. }) => Reach::Growing,
                reach => reach,
            };
            let source_end = match selected {
                Reach::Within(_, end) => Some(end),
                _ => None,
            };
            let source = match reach {
                Reach::Blocks { .. } => source,
                _ => source.of_block(0),
            };
            Ok(Mapping { source, reach, source_end })
        });
        let list = mappings.collect::<Result<_>>()?;
        Ok(Some(Self { list, plain: Mutex::default() }))
    }

    /// Keeps those sources that must be looked at: which are virtual, or were not looked at since their
    /// files have changed, or may have.
    pub(super) fn retain_unknown(&self, sources: &mut BTreeSet<SourceName>) {
        if OpenFile::any_is_writable() {
            return;
        }
        let plain = self.plain();
        sources.retain(|source| {
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
    pub(super) fn growing(&self) -> BTreeSet<SourceName> {
        let growing = self.list.iter().filter(|mapping| matches!(mapping.reach, Reach::Growing));
        growing.map(|mapping| mapping.source.clone()).collect()
    }

    /// The sources that have elements between two positions along each axis, and those that tell how long
    /// the dataset is.
    pub(super) fn between(&self, first: &[hsize_t], last: &[hsize_t]) -> BTreeSet<SourceName> {
        let mut sources = BTreeSet::new();
        for Mapping { source, reach, .. } in &self.list {
            match reach {
                Reach::Nowhere => {}
                Reach::Within(start, end) => {
                    let before = end.iter().zip(first).any(|(end, first)| end < first);
                    let behind = start.iter().zip(last).any(|(start, last)| start > last);
                    if !before && !behind {
                        sources.insert(source.clone());
                    }
                }
                Reach::Growing => {
                    sources.insert(source.clone());
                }
                &Reach::Blocks { axis, start, stride, .. } => {
                    let block = |position: hsize_t| position.checked_sub(start).map(|n| n / stride);
                    let Some(to) = last.get(axis).and_then(|&last| block(last)) else {
                        continue;
                    };
                    let from = first.get(axis).and_then(|&first| block(first)).unwrap_or(0);
                    sources.extend((from..=to).map(|block| source.of_block(block)));
                }
            }
        }
        sources
    }

    /// All sources, as long as the dataset is.
    pub(super) fn all(&self) -> Result<BTreeSet<SourceName>> {
        let mut sources = BTreeSet::new();
        for Mapping { source, reach, .. } in &self.list {
            match *reach {
                Reach::Nowhere => {}
                Reach::Within(..) | Reach::Growing => {
                    sources.insert(source.clone());
                }
                Reach::Blocks { start, stride, length, .. } => {
                    let blocks = length.saturating_sub(start).div_ceil(stride);
                    if blocks > MOST_BLOCKS {
                        let what = format!("a virtual dataset of {blocks} sources by one name");
                        return Err(ErrorKind::Unsupported { what: what.into() }.into());
                    }
                    sources.extend((0..blocks).map(|block| source.of_block(block)));
                }
            }
        }
        Ok(sources)
    }

    /// How far a source must reach along each axis, for each mapping to it with an end.
    pub(super) fn needed(&self, name: &SourceName) -> impl Iterator<Item = &[hsize_t]> {
        self.list.iter().filter_map(move |mapping| {
            let end = mapping.source_end.as_deref()?;
            let is_it = match mapping.reach {
                Reach::Blocks { .. } => true,
                _ => mapping.source == *name,
            };
            is_it.then_some(end)
        })
    }
}

impl Reach {
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
                let stride = if block[axis] == H5S_UNLIMITED { 1 } else { stride[axis] };
                return Ok(Self::Blocks {
                    axis,
                    start: start[axis],
                    stride: stride.max(1),
                    length: lengths[axis],
                });
            }
        }
        let (start, end) = h5s::select_bounds(space)?;
        Ok(Self::Within(start, end))
    }
}
