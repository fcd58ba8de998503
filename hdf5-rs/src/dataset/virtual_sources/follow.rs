//! Following virtual datasets to their sources, before libhdf5 does: it never returns from a cycle.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::MissingSource;
use super::stored::{Mappings, Needs, SourceName, Sources};
use crate::error::{Error, ErrorKind, Result};
use crate::name::{c_path, path_of, path_to_c};
use crate::raw::h5o::{self, Identity};
use crate::raw::{Handle, h5d, h5f, h5p, h5s};

/// As deep as virtual datasets may lie in each other: for each level libhdf5 takes some kilobytes of the
/// stack, of which a thread has two megabytes.
const MOST_LEVELS: usize = 32;

/// How sources are opened: as the virtual dataset is, which they are sources of.
pub(super) struct Walk<'a> {
    file_access: Handle,
    flags: u32,
    dataset_access: &'a Handle,
    /// The virtual datasets on the way here.
    trail: Vec<(Identity, String)>,
    /// How many levels of virtual datasets there are from one on.
    levels: HashMap<(PathBuf, Vec<u8>), usize>,
    pub(super) missing: Vec<MissingSource>,
    /// Sources of the first dataset that are not virtual.
    pub(super) plain: Vec<(SourceName, PathBuf)>,
    /// The files of sources, which libhdf5 shares as long as they are open: it would not keep programs that
    /// are started from inheriting them.
    pub(super) files: Vec<Handle>,
    /// All sources that were found, if they are wanted.
    pub(super) found: Option<HashSet<Identity>>,
}

/// An open source.
struct Source {
    dataset: Handle,
    file: Option<Handle>,
    path: PathBuf,
}

impl<'a> Walk<'a> {
    pub(super) fn new(dataset: &Handle, dataset_access: &'a Handle) -> Result<Self> {
        if dataset.is_divided() {
            // The names of sources would be given to `printf`, as those of the file's parts are.
            let what = "a virtual dataset in a file that consists of several";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        let file = h5f::file_of(dataset)?;
        Ok(Self {
            file_access: h5f::access_plist(&file)?,
            flags: h5f::intent(&file)?,
            dataset_access,
            trail: Vec::new(),
            levels: HashMap::new(),
            missing: Vec::new(),
            plain: Vec::new(),
            files: Vec::new(),
            found: None,
        })
    }

    /// Follows some sources of a virtual dataset, and all of theirs.
    pub(super) fn start(
        &mut self,
        dataset: &Handle,
        name: String,
        mappings: &Mappings,
        sources: &Sources,
    ) -> Result<()> {
        self.enter(dataset, name)?;
        self.follow(dataset, mappings, sources).map(drop)
    }

    fn enter(&mut self, dataset: &Handle, name: String) -> Result<()> {
        let identity = h5o::info(dataset)?.identity;
        if let Some(start) = self.trail.iter().position(|(before, _)| *before == identity) {
            let datasets = self.trail.drain(start..).map(|(_, name)| name).collect();
            return Err(ErrorKind::VirtualCycle { datasets }.into());
        }
        self.trail.push((identity, name));
        self.check_levels(0)
    }

    /// Checks that it is not too far to the last of so many levels from here on.
    fn check_levels(&self, levels: usize) -> Result<()> {
        if self.trail.len() + levels <= MOST_LEVELS {
            return Ok(());
        }
        let what = format!("virtual datasets in each other at more than {MOST_LEVELS} levels");
        Err(ErrorKind::Unsupported { what: what.into() }.into())
    }

    /// Follows sources of the dataset that was entered last; returns the number of levels below it.
    fn follow(
        &mut self,
        dataset: &Handle,
        mappings: &Mappings,
        sources: &Sources,
    ) -> Result<usize> {
        let finder = Finder::new(dataset)?;
        let mut deepest = 0;
        for (source, needs) in sources {
            let needs = mappings.needs(needs);
            match self.levels_of(dataset, &finder, source, needs)? {
                Some(levels) => deepest = deepest.max(levels),
                None => self.missing.push(source.missing(&finder.home)),
            }
        }
        if self.trail.len() == 1 {
            return Ok(deepest);
        }
        for more in mappings.beyond()? {
            for (source, needs) in more {
                let needs = mappings.needs(std::slice::from_ref(&needs));
                match self.levels_of(dataset, &finder, &source, needs)? {
                    Some(levels) => deepest = deepest.max(levels),
                    None => break,
                }
            }
        }
        Ok(deepest)
    }

    /// The number of levels of virtual datasets from a source on; `None` if there is no such source.
    fn levels_of<'n>(
        &mut self,
        parent: &Handle,
        finder: &Finder,
        name: &SourceName,
        mut needs: impl Iterator<Item = &'n Needs>,
    ) -> Result<Option<usize>> {
        let Some(source) = self.open(parent, finder, name) else {
            return Ok(None);
        };
        if let Some(found) = &mut self.found {
            found.insert(h5o::info(&source.dataset)?.identity);
        }
        let label = name.label(&source.path);
        let Some(below) = Mappings::of(&source.dataset)? else {
            let (shape, _) = h5s::dims(&h5d::space(&source.dataset)?)?;
            if !needs.all(|needs| needs.are_met_by(&shape)) {
                let reason = format!(
                    "the source {label} has the shape {shape:?}, which is not what the virtual \
                     dataset says"
                );
                return Err(Error::invalid_value(reason));
            }
            self.files.extend(source.file);
            if self.trail.len() == 1 {
                self.plain.push((name.clone(), source.path));
            }
            return Ok(Some(0));
        };
        let key = (source.path, name.dataset.clone());
        if let Some(&levels) = self.levels.get(&key) {
            self.check_levels(levels)?;
            return Ok(Some(levels));
        }
        self.enter(&source.dataset, label)?;
        let levels = 1 + self.follow(&source.dataset, &below, &below.all()?)?;
        self.trail.pop();
        self.levels.insert(key, levels);
        Ok(Some(levels))
    }

    /// Opens a source where libhdf5 would find it.
    fn open(&self, parent: &Handle, finder: &Finder, name: &SourceName) -> Option<Source> {
        let in_file = |file: &Handle| {
            let id = h5d::open(file, &c_path(&name.dataset).ok()?, self.dataset_access).ok()?;
            Some(Handle::new(id))
        };
        if name.is_same_file() {
            let dataset = in_file(&h5f::file_of(parent).ok()?)?;
            return Some(Source { dataset, file: None, path: finder.home.clone() });
        }
        let (path, file) = finder.candidates(&name.file).into_iter().find_map(|path| {
            let id = h5f::open(&path_to_c(&path).ok()?, self.flags, &self.file_access).ok()?;
            Some((path, Handle::new(id)))
        })?;
        #[cfg(unix)]
        h5f::close_on_exec(&file, std::slice::from_ref(&path)).ok()?;
        Some(Source { dataset: in_file(&file)?, file: Some(file), path })
    }
}

/// Where the files of the sources of a virtual dataset are looked for.
struct Finder {
    /// The file of the virtual dataset.
    home: PathBuf,
    folders: Vec<PathBuf>,
}

impl Finder {
    fn new(dataset: &Handle) -> Result<Self> {
        let home = path_of(&h5f::name(dataset)?);
        let mut folders = Vec::new();
        if let Some(list) = std::env::var_os("HDF5_VDS_PREFIX") {
            folders
                .extend(std::env::split_paths(&list).filter(|path| !path.as_os_str().is_empty()));
        }
        let prefix = h5p::virtual_prefix(&h5d::access_plist(dataset)?)?;
        if !prefix.is_empty() {
            folders.push(path_of(&prefix));
        }
        let folder = |path: &Path| path.parent().map(Path::to_owned);
        folders.extend(std::path::absolute(&home).ok().as_deref().and_then(folder));
        folders.push(PathBuf::new());
        folders.extend(home.canonicalize().ok().as_deref().and_then(folder));
        Ok(Self { home, folders })
    }

    /// The paths at which libhdf5 looks for a file, in that order.
    fn candidates(&self, name: &[u8]) -> Vec<PathBuf> {
        let path = path_of(name);
        let mut candidates = Vec::new();
        let mut relative = path.as_path();
        if path.is_absolute() {
            relative = path.file_name().map_or(relative, Path::new);
            candidates.push(path.clone());
        }
        candidates.extend(self.folders.iter().map(|folder| folder.join(relative)));
        candidates
    }
}
