//! Readers that get each row once.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::dataset::{Chunks, Dataset, Layout};
use crate::error::{Error, ErrorKind, Result};
use crate::file::{File, FileOptions, Watched};
use crate::group::Group;
use crate::raw::lock;
use crate::select::{AxisSelection, Selection};
use crate::shape::element_count;
use crate::swmr::check::obstacle_of_dataset;
use crate::types::{FixedSize, H5Type};

/// How often something is read anew that the writer has just changed.
const ATTEMPTS: u32 = 8;
/// The longest pause between two looks at the file.
const PAUSE: Duration = Duration::from_millis(20);
/// The bytes of elements that are given at once.
const BATCH: usize = 16 << 20;

/// A file that another process writes meanwhile; see [`swmr`](crate::swmr).
pub struct SwmrReader {
    file: File,
    watched: Arc<Watched>,
}

impl SwmrReader {
    /// Opens the file.
    ///
    /// # Errors
    ///
    /// As [`File::open_swmr`].
    pub fn open(path: impl AsRef<std::path::Path>) -> Result<Self> {
        Self::open_with(path, &FileOptions::default())
    }

    /// Opens the file, with options.
    ///
    /// # Errors
    ///
    /// As [`File::open_swmr`].
    pub fn open_with(path: impl AsRef<std::path::Path>, options: &FileOptions) -> Result<Self> {
        let path = path.as_ref();
        let file = options.open_swmr(path)?;
        let watched =
            Watched::open(path).map_err(|error: Error| error.during("open file").file(path))?;
        Ok(Self { file, watched: Arc::new(watched) })
    }

    /// The file, for reading.
    #[must_use]
    pub fn file(&self) -> &File {
        &self.file
    }

    /// Whether a writer has the file open, or had and was killed.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn is_being_written(&self) -> Result<bool> {
        let watched = self.watched.is_marked();
        watched.map_err(|error| error.during("look into file").file(self.file.file_path()))
    }

    /// Follows a dataset that grows along its first axis, from its first row on.
    ///
    /// # Errors
    ///
    /// As [`Group::dataset`]; [`Unsupported`](ErrorKind::Unsupported) if it is not chunked,
    /// [`NotForSwmr`](ErrorKind::NotForSwmr) if its elements have a variable length or are references,
    /// [`TypeMismatch`](ErrorKind::TypeMismatch) if they cannot be read as `T`.
    pub fn follow<T: H5Type + FixedSize>(&self, name: impl AsRef<[u8]>) -> Result<Follower<T>> {
        let name = name.as_ref();
        let follow = || {
            let source = Source::open(&self.file, name)?;
            if let Some(reason) = obstacle_of_dataset(&source.dataset)? {
                let path = String::from_utf8_lossy(name).into_owned();
                return Err(ErrorKind::NotForSwmr { path, reason }.into());
            }
            let stored = source.dataset.dtype()?;
            if T::read_form(&stored).is_none() {
                return Err(T::read_error(&stored).into());
            }
            Ok(Follower {
                root: Group::clone(&self.file),
                name: name.to_vec(),
                watched: Arc::clone(&self.watched),
                source: Some(source),
                next: 0,
                seen: 0,
                complete: 0,
                settled: false,
                batch: None,
                of: PhantomData,
            })
        };
        follow().map_err(|error| self.file.object().explain_at(error, "follow dataset", name))
    }
}

/// The path of the file.
impl fmt::Debug for SwmrReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SwmrReader").field(&self.file.file_path()).finish()
    }
}

/// A dataset as it is open now.
struct Source {
    dataset: Dataset,
    chunks: Chunks,
}

impl Source {
    fn open(root: &Group, name: &[u8]) -> Result<Self> {
        let dataset = root.dataset(name)?;
        if !matches!(dataset.layout()?, Layout::Chunked(_)) {
            let path = String::from_utf8_lossy(name).into_owned();
            let reason = "is not chunked, so that it cannot grow";
            return Err(ErrorKind::NotForSwmr { path, reason }.into());
        }
        let chunks = dataset.chunks()?;
        Ok(Self { dataset, chunks })
    }

    /// Up to which row, from a row on, all chunks are in the file.
    fn stored_until(&self, first: usize, end: usize) -> Result<usize> {
        let chunk = self.chunks.shape();
        let mut start = first / chunk[0] * chunk[0];
        while start < end {
            for at in self.row_of_chunks(start)? {
                if self.chunks.stored_size(&at)?.is_none() {
                    return Ok(start.max(first));
                }
            }
            start = start.saturating_add(chunk[0]);
        }
        Ok(end)
    }

    /// The first elements of the chunks that hold a row with which they begin. A file may declare any number of them.
    fn row_of_chunks(&self, row: usize) -> Result<impl Iterator<Item = Vec<u64>>> {
        let mut axes = vec![AxisSelection::from(..); self.chunks.shape().len()];
        axes[0] = AxisSelection::from(row..row + 1);
        let parts = self.dataset.iter_chunks_in(Selection::new(axes))?;
        Ok(parts.map(|part| part.iter().map(|range| range.start as u64).collect()))
    }

    /// The bytes in the file of the chunks that the writer may be writing anew: those that are not yet full, and are
    /// compressed as a whole.
    fn unfinished(&self, end: usize) -> Result<Option<Vec<Vec<u8>>>> {
        let rows = self.chunks.shape()[0];
        if !self.chunks.are_filtered() || end % rows == 0 {
            return Ok(None);
        }
        let chunks = self.row_of_chunks(end / rows * rows)?;
        let read =
            chunks.map(|at| Ok(self.chunks.read_at(&at)?.map_or(Vec::new(), |raw| raw.bytes)));
        read.collect::<Result<_>>().map(Some)
    }
}

/// The rows of a dataset that another process appends, each of them once; see [`swmr`](crate::swmr).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// # let path = dir.path().join("follow.h5");
/// # let builder = hdf5::File::create_swmr(&path)?;
/// # builder.file().new_dataset::<i64>().shape((0..,)).create("ticks")?;
/// # let writer = builder.start()?;
/// # writer.dataset::<i64>("ticks")?.append(&[7, 8, 9])?;
/// # writer.close()?;
/// use std::time::Duration;
/// use hdf5::swmr::SwmrReader;
///
/// let mut ticks = SwmrReader::open(&path)?.follow::<i64>("ticks")?;
/// let mut sum = 0;
/// for rows in ticks.batches(Duration::from_secs(10)) {
///     sum += rows?.elements().iter().sum::<i64>();
/// }
/// assert_eq!(sum, 24);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Follower<T> {
    root: Group,
    name: Vec<u8>,
    watched: Arc<Watched>,
    /// None after a failure; it is opened anew.
    source: Option<Source>,
    next: usize,
    /// The most rows that the dataset was seen to have.
    seen: usize,
    /// How many it had before that.
    complete: usize,
    settled: bool,
    batch: Option<usize>,
    of: PhantomData<fn() -> T>,
}

/// What one look at the dataset found.
enum Look<T> {
    Rows(NewRows<T>),
    Nothing,
    /// The writer is just writing a chunk anew.
    Unfinished,
}

impl<T: H5Type + FixedSize> Follower<T> {
    /// Begins with another row than the first.
    #[must_use]
    pub fn from_row(mut self, row: usize) -> Self {
        self.next = row;
        self
    }

    /// Gives at most that many rows at once; without it, what takes 16 MiB.
    #[must_use]
    pub fn batch_rows(mut self, rows: usize) -> Self {
        self.batch = Some(rows.max(1));
        self
    }

    /// Whether rows are given only when the dataset has grown again since, or the writer has closed the file.
    ///
    /// For writers that are not of this crate: if they flush after each append, no row is then given before
    /// its data is there; see [`swmr`](crate::swmr#what-a-reader-sees).
    #[must_use]
    pub fn settled(mut self, settled: bool) -> Self {
        self.settled = settled;
        self
    }

    /// The number of the next row that will be given.
    #[must_use]
    pub fn position(&self) -> usize {
        self.next
    }

    /// The rows that are new since the last time, or some of them; `None` if there are none.
    ///
    /// # Errors
    ///
    /// [`Replaced`](ErrorKind::Replaced) if the file has been, [`Shrunk`](ErrorKind::Shrunk) if the dataset has
    /// become shorter; [`InvalidValue`](ErrorKind::InvalidValue) if an element is no `T`. The next call tries
    /// again.
    #[doc(alias("H5Drefresh", "refresh"))]
    pub fn poll(&mut self) -> Result<Option<NewRows<T>>> {
        let mut poll = || -> Result<Option<NewRows<T>>> {
            let mut attempt = 0;
            loop {
                attempt += 1;
                match self.look() {
                    Ok(Look::Rows(rows)) => {
                        self.next += rows.len();
                        return Ok(Some(rows));
                    }
                    Ok(Look::Nothing) => return Ok(None),
                    // It will be there the next time.
                    Ok(Look::Unfinished) if attempt == ATTEMPTS => return Ok(None),
                    Ok(Look::Unfinished) => {}
                    Err(error) => {
                        self.source = None;
                        self.root.object().file().check()?;
                        self.watched.check(true)?;
                        if attempt == ATTEMPTS || !may_pass(error.kind()) {
                            return Err(error);
                        }
                    }
                }
                thread::sleep(Duration::from_millis(1 << attempt.min(4)));
            }
        };
        let found = poll();
        found.map_err(|error| self.root.object().explain_at(error, "follow dataset", &self.name))
    }

    fn look(&mut self) -> Result<Look<T>> {
        // First of all: what a writer does before it closes the file is then seen.
        let marked = self.watched.is_marked()?;
        self.watched.check(false)?;
        let _lock = lock();
        let source = match self.source.take() {
            Some(source) => {
                source.dataset.refresh()?;
                source
            }
            None => Source::open(&self.root, &self.name)?,
        };
        let looked = self.look_at(&source, marked);
        self.source = Some(source);
        looked
    }

    fn look_at(&mut self, source: &Source, marked: bool) -> Result<Look<T>> {
        let mut shape = source.dataset.shape()?;
        let length = *shape.first().ok_or(ErrorKind::Replaced)?;
        if length < self.seen {
            return Err(ErrorKind::Shrunk { from: self.seen, to: length }.into());
        }
        if length > self.seen {
            (self.complete, self.seen) = (self.seen, length);
        }
        let end = if self.settled && marked { self.complete } else { length };
        let batch = match self.batch {
            Some(rows) => rows,
            None => {
                let row = element_count(&shape[1..])?.saturating_mul(size_of::<T>().max(1));
                (BATCH / row.max(1)).max(1)
            }
        };
        let end = end.min(self.next.saturating_add(batch));
        if end <= self.next {
            return Ok(Look::Nothing);
        }
        // In a file that nobody writes, what is not stored stays the fill value.
        let end = if marked { source.stored_until(self.next, end)? } else { end };
        if end == self.next {
            return Ok(Look::Nothing);
        }
        let before = if marked { source.unfinished(end)? } else { None };
        let read = source.dataset.select(self.next..end)?.read::<Vec<T>>();
        if before.is_some() {
            // What was read is forgotten, and looked at once more.
            source.dataset.refresh()?;
            if before != source.unfinished(end)? {
                return Ok(Look::Unfinished);
            }
        }
        shape[0] = end - self.next;
        Ok(Look::Rows(NewRows { first: self.next, shape, elements: read? }))
    }

    /// Waits for new rows, at most that long; `None` if none have come, or the writer has closed the file and
    /// none are left.
    ///
    /// # Errors
    ///
    /// As [`poll`](Self::poll).
    pub fn wait(&mut self, timeout: Duration) -> Result<Option<NewRows<T>>> {
        let start = Instant::now();
        let mut pause = Duration::from_millis(1);
        loop {
            let marked = self.watched.is_marked().map_err(|error| {
                self.root.object().explain_at(error, "follow dataset", &self.name)
            })?;
            let found = self.poll()?;
            let left = timeout.saturating_sub(start.elapsed());
            if found.is_some() || left.is_zero() || !marked {
                return Ok(found);
            }
            thread::sleep(pause.min(left));
            pause = (2 * pause).min(PAUSE);
        }
    }

    /// Goes through the rows as they come. It ends when the writer has closed the file and all rows have been
    /// given, or when none have come for so long.
    pub fn batches(&mut self, patience: Duration) -> impl Iterator<Item = Result<NewRows<T>>> + '_ {
        std::iter::from_fn(move || self.wait(patience).transpose())
    }
}

/// Whether another attempt may succeed: the writer has changed something meanwhile, or another thread has closed the
/// file through which it had opened the dataset, or is just doing so.
fn may_pass(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::Library | ErrorKind::Closed | ErrorKind::InvalidArgument { .. })
}

/// The dataset, and the next row.
impl<T> fmt::Debug for Follower<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = String::from_utf8_lossy(&self.name);
        f.debug_struct("Follower").field("dataset", &name).field("next", &self.next).finish()
    }
}

/// Rows that have been appended to a dataset, from a [`Follower`].
#[derive(Debug, Clone, PartialEq)]
pub struct NewRows<T> {
    first: usize,
    shape: Vec<usize>,
    elements: Vec<T>,
}

impl<T> NewRows<T> {
    /// The number that the first of them has in the dataset.
    #[must_use]
    pub fn first(&self) -> usize {
        self.first
    }

    /// The number of rows, which is at least 1.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "there is always a row")]
    pub fn len(&self) -> usize {
        self.shape[0]
    }

    /// The number of rows, and the dataset's lengths along the other axes.
    #[must_use]
    pub fn shape(&self) -> &[usize] {
        &self.shape
    }

    /// All elements in C order.
    #[must_use]
    pub fn elements(&self) -> &[T] {
        &self.elements
    }

    /// All elements in C order.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        self.elements
    }

    /// The rows, each as its elements in C order.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        let row = self.elements.len() / self.len();
        (0..self.len()).map(move |index| &self.elements[index * row..(index + 1) * row])
    }

    /// The rows as an array of the dataset's rank.
    #[cfg(feature = "ndarray")]
    #[must_use]
    pub fn into_array(self) -> ndarray::ArrayD<T> {
        ndarray::ArrayD::from_shape_vec(self.shape, self.elements)
            .expect("there are as many elements as the shape says")
    }
}
