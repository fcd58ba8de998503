//! Virtual datasets: their elements are those of other datasets.

mod follow;
mod mapping;
mod pattern;
mod stored;

use std::collections::HashSet;
use std::fmt;
use std::path::{Path, PathBuf};

use follow::Walk;
use hdf5_ffi::H5F_ACC_RDWR;
pub(super) use mapping::NewMapping;
pub(super) use stored::Mappings;
use stored::Sources;

use crate::dataset::{Dataset, Dataspace};
use crate::error::{Error, ErrorKind, Result};
use crate::name::{Name, path_of};
use crate::raw::h5o::{self, Identity};
use crate::raw::{Handle, h5d, h5f, h5p, h5s, lock};
use crate::reference::Region;
use crate::select::Selection;
use crate::shape::{Extent, PerAxis};

/// Elements of a dataset, which are to be elements of a virtual one: for
/// [`DatasetBuilder::virtual_source`](crate::DatasetBuilder::virtual_source) (`h5py.VirtualSource`).
///
/// The dataset need not be there when the virtual one is made, nor its file.
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{File, VirtualSource};
///
/// let mut year = File::create(dir.path().join("year.h5"))?;
/// let mut days = year.new_dataset::<f32>().shape((4, 24)).fill_value(f32::NAN);
/// for day in 0..4 {
///     let name = format!("day-{day}.h5");
///     File::create(dir.path().join(&name))?.create_dataset("hours", [day as f32; 24])?;
///     days = days.virtual_source(day, VirtualSource::new(name, "hours", 24));
/// }
/// let days = days.create("days")?;
/// assert_eq!(days.select((.., 7))?.read::<Vec<f32>>()?, [0.0, 1.0, 2.0, 3.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Where the file is looked for
///
/// A file with a relative name is looked for in the folders of the environment variable
/// `HDF5_VDS_PREFIX`, in [`DatasetAccess::virtual_prefix`](crate::DatasetAccess::virtual_prefix), in the
/// folder of the file that the virtual dataset is in, and in the working directory. One with an absolute
/// name that is not there is looked for by its last part in the same way.
///
/// # One name for many sources
///
/// In the names of the file and the dataset, `%b` is the number of a block, from 0. The selection of the
/// virtual dataset is then one of blocks along an axis without a limit, of which each has a source of its
/// own; the dataset is as long as there are sources. A percent sign is written `%%`.
#[derive(Debug, Clone)]
pub struct VirtualSource {
    file: SourceFile,
    dataset: Vec<u8>,
    shape: Vec<Extent>,
    selection: Result<Selection>,
}

#[derive(Debug, Clone)]
enum SourceFile {
    /// That of the virtual dataset.
    Same,
    Pattern(PathBuf),
    /// Whose name is no pattern.
    Named(PathBuf),
}

impl VirtualSource {
    /// All elements of a dataset of that shape in a file, which may be the one that the virtual dataset is
    /// in. Both names may be patterns. An axis that is said to be without a limit, `0..`, can grow.
    #[must_use]
    pub fn new(
        file: impl AsRef<Path>,
        dataset: impl AsRef<[u8]>,
        shape: impl PerAxis<Extent>,
    ) -> Self {
        Self::with(
            SourceFile::Pattern(file.as_ref().to_owned()),
            dataset.as_ref(),
            shape.per_axis(),
        )
    }

    /// All elements of a dataset in the file that the virtual dataset is in. The name may be a pattern.
    #[must_use]
    pub fn in_same_file(dataset: impl AsRef<[u8]>, shape: impl PerAxis<Extent>) -> Self {
        Self::with(SourceFile::Same, dataset.as_ref(), shape.per_axis())
    }

    /// All elements of a dataset that is open, under the names by which it and its file were opened.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::NotFound`] if no link leads to the dataset, [`ErrorKind::NullDataspace`] if it has no
    /// elements. Fails if its file is closed.
    pub fn of(dataset: &Dataset) -> Result<Self> {
        let of = || {
            let _lock = lock();
            let shape = match dataset.read_space()?.into_owned() {
                Dataspace::Null => return Err(ErrorKind::NullDataspace.into()),
                Dataspace::Scalar => Vec::new(),
                Dataspace::Simple { shape, maximum } => {
                    let axes = shape.into_iter().zip(maximum);
                    axes.map(|(length, maximum)| Extent { length, maximum }).collect()
                }
            };
            let handle = dataset.object().handle();
            let file = SourceFile::Named(path_of(&h5f::name(handle)?));
            let name = crate::raw::h5i::name(handle)?;
            let missing = || ErrorKind::NotFound { missing: String::from("a link to it") };
            Ok(Self::with(file, &pattern::escape(&name.ok_or_else(missing)?), shape))
        };
        of().map_err(|error| dataset.explain(error, "make a source of dataset"))
    }

    fn with(file: SourceFile, dataset: &[u8], shape: Vec<Extent>) -> Self {
        Self { file, dataset: dataset.to_vec(), shape, selection: Ok(Selection::default()) }
    }

    /// Some of the elements, instead of all. What is selected is found when the virtual dataset is made,
    /// and so is what is wrong with it.
    #[must_use]
    pub fn select<S>(mut self, selection: S) -> Self
    where
        S: TryInto<Selection>,
        Error: From<S::Error>,
    {
        self.selection = selection.try_into().map_err(Error::from);
        self
    }
}

/// Elements of a virtual dataset, and those of a source that they are: see
/// [`Dataset::virtual_sources`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct VirtualMapping {
    /// Which elements of the virtual dataset.
    pub region: Region,
    /// The file of the source, as it is stored: `.` is the file itself, and `%b` the number of a block.
    pub file: PathBuf,
    /// The source in its file, as it is stored.
    pub dataset: Name,
    /// Which elements of the source, in the same order.
    pub source_region: Region,
}

impl VirtualMapping {
    fn read(creation: &Handle, index: usize) -> Result<Self> {
        Ok(Self {
            region: Region::read(&h5p::virtual_space(creation, index)?)?,
            file: path_of(&h5p::virtual_file(creation, index)?),
            dataset: Name::from(h5p::virtual_dataset(creation, index)?),
            source_region: Region::read(&h5p::virtual_source_space(creation, index)?)?,
        })
    }
}

/// A source of a virtual dataset that cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct MissingSource {
    /// The name of its file.
    pub file: PathBuf,
    /// The dataset in that file.
    pub dataset: Name,
}

impl fmt::Display for MissingSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\" in \"{}\"", self.dataset, self.file.display())
    }
}

/// Virtual datasets.
impl Dataset {
    /// The sources of a virtual dataset, in the order in which they were given; none of one that is not
    /// virtual, of which [`layout`](Self::layout) tells.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("mappings.h5"))?;
    /// use hdf5::VirtualSource;
    ///
    /// let tail = VirtualSource::new("raw.h5", "x", 100).select(90..);
    /// let last = file.new_dataset::<i32>().shape(10).virtual_source(.., tail).create("last")?;
    /// let [source] = &last.virtual_sources()?[..] else { panic!("one source was given") };
    /// assert_eq!((source.file.to_str(), source.dataset.to_str()?), (Some("raw.h5"), "x"));
    /// println!("{:?} are {:?}", source.region, source.source_region);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the file is damaged or closed.
    #[doc(alias("H5Pget_virtual_count", "H5Pget_virtual_vspace", "H5Pget_virtual_filename"))]
    pub fn virtual_sources(&self) -> Result<Vec<VirtualMapping>> {
        let sources = || {
            let _lock = lock();
            if self.mappings()?.is_none() {
                return Ok(Vec::new());
            }
            let creation = h5d::create_plist(self.object().handle())?;
            let count = h5p::virtual_count(&creation)?;
            (0..count).map(|index| VirtualMapping::read(&creation, index)).collect()
        };
        sources().map_err(|error| self.explain(error, "read the sources of dataset"))
    }

    /// The sources of a virtual dataset, and of virtual datasets among them, that cannot be opened at this
    /// moment: reading gives the fill value in their place. See [`require_sources`](Self::require_sources).
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("missing.h5"))?;
    /// use hdf5::VirtualSource;
    ///
    /// let x = VirtualSource::new("nowhere.h5", "x", 3);
    /// let data = file.new_dataset::<i32>().shape(3).fill_value(-5).virtual_source(.., x).create("x")?;
    /// assert_eq!(data.read::<Vec<i32>>()?, [-5; 3]);
    /// assert_eq!(data.missing_sources()?[0].file.to_str(), Some("nowhere.h5"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::VirtualCycle`] if the sources have this dataset for theirs. Fails if the file is
    /// damaged or closed.
    pub fn missing_sources(&self) -> Result<Vec<MissingSource>> {
        let missing = || {
            let _lock = lock();
            let Some(mappings) = self.mappings()? else {
                return Ok(Vec::new());
            };
            let lengths = match self.read_space()?.into_owned() {
                Dataspace::Simple { shape, .. } => shape,
                Dataspace::Null | Dataspace::Scalar => Vec::new(),
            };
            let sources = if lengths.contains(&0) {
                mappings.growing()?
            } else {
                let last: Vec<_> = lengths.iter().map(|&length| length as u64 - 1).collect();
                mappings.between(&vec![0; last.len()], &last)?
            };
            self.follow(mappings, sources).map(|followed| followed.missing)
        };
        missing().map_err(|error| self.explain(error, "look for the sources of dataset"))
    }

    /// Whether what is written must be elements exactly as they are stored, which is so where they are
    /// stored in other datasets: libhdf5 takes them for that whatever they are, beyond the end of the
    /// buffer if need be.
    pub(super) fn takes_exact_elements(&self) -> Result<bool> {
        if self.mappings()?.is_none() {
            return Ok(false);
        }
        if self.stored()?.holds_pointers() {
            let what = "writing data of variable length to a virtual dataset";
            return Err(ErrorKind::Unsupported { what: what.into() }.into());
        }
        Ok(true)
    }

    /// Checks that libhdf5 can find out how long the dataset is: it opens the sources that tell.
    pub(super) fn check_growing_sources(&self) -> Result<Followed> {
        match self.mappings()? {
            Some(mappings) => self.follow(mappings, mappings.growing()?),
            None => Ok(Followed::default()),
        }
    }

    /// Checks that libhdf5 can open the sources of what a dataspace selects, of which there must be some.
    /// What is returned should live until it has opened them.
    pub(super) fn check_sources(&self, space: &Handle, all: bool) -> Result<Followed> {
        let Some(mappings) = self.mappings()? else {
            return Ok(Followed::default());
        };
        let followed = self.follow(mappings, sources_of(mappings, space)?)?;
        if all && !followed.missing.is_empty() {
            return Err(ErrorKind::MissingSources { sources: followed.missing }.into());
        }
        Ok(followed)
    }

    /// Follows sources to the end.
    fn follow(&self, mappings: &Mappings, mut sources: Sources) -> Result<Followed> {
        mappings.retain_unknown(&mut sources);
        if sources.is_empty() {
            return Ok(Followed::default());
        }
        let handle = self.object().handle();
        let path = self.path().unwrap_or_else(|| String::from("(no name)"));
        let label = format!("\"{path}\" in \"{}\"", path_of(&h5f::name(handle)?).display());
        let mut walk = Walk::new(handle, self.access())?;
        walk.start(handle, label, mappings, &sources)?;
        mappings.remember(walk.plain);
        Ok(Followed { missing: walk.missing, _files: walk.files })
    }
}

/// Refreshing, where virtual datasets are in use.
impl Dataset {
    /// Checks that libhdf5 can refresh the dataset: a virtual dataset that has been read keeps its sources open, under
    /// no identifier, and refreshes them with itself. What is open twice is then freed while it is in use.
    pub(super) fn check_unshared(&self) -> Result<()> {
        let handle = self.object().handle();
        if !Mappings::may_be_in_use() || h5f::intent(&h5f::file_of(handle)?)? & H5F_ACC_RDWR != 0 {
            return Ok(());
        }
        let (own, id) = (held_by(handle)?, handle.id()?);
        for other in h5f::all_open_datasets().into_iter().filter(|&other| other != id) {
            if !own.is_disjoint(&held_by(&Handle::predefined(other))?) {
                let reason = "a dataset that is open twice in this process, also as the source of a virtual one, \
                              cannot be refreshed";
                return Err(Error::invalid_argument(reason));
            }
        }
        Ok(())
    }
}

/// The dataset, and the sources that it keeps open if it is virtual.
fn held_by(dataset: &Handle) -> Result<HashSet<Identity>> {
    let itself = h5o::info(dataset)?.identity;
    let mut held = HashSet::from([itself]);
    // What is damaged has not been read.
    if let Ok(Some(mappings)) = Mappings::of(dataset) {
        let access = h5d::access_plist(dataset)?;
        let mut walk = Walk::new(dataset, &access)?;
        walk.found = Some(HashSet::new());
        walk.start(dataset, String::from("the dataset"), &mappings, &mappings.all()?)?;
        held.extend(walk.found.into_iter().flatten());
    }
    Ok(held)
}

/// Sources that have been followed.
#[derive(Default)]
pub(super) struct Followed {
    pub(super) missing: Vec<MissingSource>,
    /// The files of those that were found.
    _files: Vec<Handle>,
}

/// The sources of what a dataspace selects.
fn sources_of(mappings: &Mappings, space: &Handle) -> Result<Sources> {
    let (first, last) = match h5s::dims(space)?.0.is_empty() {
        true => (Vec::new(), Vec::new()),
        false => h5s::select_bounds(space)?,
    };
    mappings.between(&first, &last)
}
