//! By which means the bytes of a file are read and written.

pub(in crate::file) mod stored;

use std::ffi::CString;
use std::path::{Path, PathBuf};

use hdf5_ffi::*;

use crate::error::{Error, Result};
use crate::file::durable::place_of;
use crate::file::options::access::check_bytes;
use crate::file::watched::is_same;
use crate::name::{path_of, path_to_c};
use crate::raw::{Handle, h5p};

/// By which means libhdf5 reads and writes the bytes of a file: for [`FileOptions::driver`](crate::FileOptions::driver).
///
/// ```
/// # let dir = tempfile::tempdir()?;
/// use hdf5::{Driver, File};
///
/// // As files of a megabyte: run-0.h5, run-1.h5 ...
/// let family = File::options().driver(Driver::Family { member_size: 1 << 20 });
/// let file = family.create(dir.path().join("run-%d.h5"))?;
/// file.create_dataset("x", vec![0.5; 300_000])?;
/// file.close()?;
/// assert!(dir.path().join("run-2.h5").exists());
///
/// let file = family.open(dir.path().join("run-%d.h5"))?;
/// assert_eq!(file.dataset("x")?.shape()?, [300_000]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// External links lead from files of several to whole files on the disk, and virtual datasets in them are
/// [`Unsupported`](crate::ErrorKind::Unsupported): libhdf5 would take the names in the file for paths of the same driver.
///
/// A file in any Rust value that reads, writes and seeks is another way: see
/// [`File::create_stream`](crate::File::create_stream).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Driver {
    /// The calls of POSIX (`'sec2'`): the usual one.
    #[default]
    Sec2,
    /// The buffered streams of C (`'stdio'`).
    Stdio,
    /// In memory (`'core'`): a file that exists is read whole when it is opened.
    Core {
        /// By how many bytes the memory grows. h5py takes 65,536.
        increment: usize,
        /// Whether changes are written to the file when it is closed or flushed.
        backing_store: bool,
        /// With a backing store, the bytes of a page: only pages that have changed are written.
        /// `None`: all of the file is.
        write_tracking: Option<usize>,
    },
    /// Many files of one size (`'family'`). The path has `%d`, or for example `%05d`, which becomes 0, 1, 2 ...;
    /// another percent sign in it is written `%%`.
    Family {
        /// The bytes of each file but the last. h5py takes 2^31 - 1. The files of one that exists know it:
        /// then 0 stands for it, and another size is an error.
        member_size: u64,
    },
    /// Metadata in one file and raw data in another (`'split'`). h5py takes `-m.h5` and `-r.h5`.
    Split {
        /// What is added to the path for the file of the metadata.
        metadata_extension: String,
        /// What is added to the path for the file of the raw data.
        raw_extension: String,
    },
    /// Each kind of data in a file of its own (`'multi'`).
    Multi(MultiFiles),
    /// Without the cache of the operating system (`'direct'`), on Linux. Zeros stand for libhdf5's defaults.
    Direct {
        /// At which addresses of memory blocks begin.
        alignment: usize,
        /// The bytes of a block of the file system.
        block_size: usize,
        /// The bytes of the buffer for what is not aligned: some blocks.
        copy_buffer_size: usize,
    },
    /// As [`Sec2`](Self::Sec2), with a log of what is done (`'log'`).
    Log {
        /// The file of the log.
        log_file: PathBuf,
        /// What is logged: the sum of `H5FD_LOG_...` of [`hdf5_ffi`], but for those that ask what becomes of
        /// each byte (`FILE_READ`, `FILE_WRITE` and `FLAVOR`): libhdf5 would write beyond its memory.
        flags: u64,
    },
}

/// Which data is in which file of [`Driver::Multi`]: each kind is in a file whose path is that of the whole with an
/// extension. Kinds with one extension share a file.
///
/// The default is that of libhdf5: `-s.h5`, `-b.h5`, `-r.h5`, `-g.h5`, `-l.h5` and `-o.h5`, in the order of the
/// fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MultiFiles {
    /// Of the superblock.
    pub superblock: String,
    /// Of the B-trees, which find members and chunks.
    pub b_tree: String,
    /// Of the elements of datasets.
    pub raw: String,
    /// Of elements of variable length.
    pub global_heap: String,
    /// Of the names in groups.
    pub local_heap: String,
    /// Of the headers of objects, with their attributes.
    pub object_header: String,
}

impl Default for MultiFiles {
    fn default() -> Self {
        let of = |letter: char| format!("-{letter}.h5");
        Self {
            superblock: of('s'),
            b_tree: of('b'),
            raw: of('r'),
            global_heap: of('g'),
            local_heap: of('l'),
            object_header: of('o'),
        }
    }
}

impl MultiFiles {
    /// In the order of `H5FD_MEM_SUPER` to `H5FD_MEM_OHDR`.
    fn extensions(&self) -> [&str; 6] {
        [
            &self.superblock,
            &self.b_tree,
            &self.raw,
            &self.global_heap,
            &self.local_heap,
            &self.object_header,
        ]
    }

    /// Each kind of data, with the first that has its extension, which stands for all.
    fn firsts(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        let extensions = self.extensions();
        let first =
            move |kind: usize| extensions.iter().position(|other| *other == extensions[kind]);
        (0..extensions.len()).map(move |kind| (kind, first(kind).unwrap_or(kind), extensions[kind]))
    }
}

impl Driver {
    /// Puts the driver into a file access property list. Said explicitly, so that no environment variable
    /// chooses another.
    pub(super) fn put_into(&self, plist: &Handle) -> Result<()> {
        match self {
            Self::Sec2 => h5p::set_fapl_sec2(plist),
            Self::Stdio => h5p::set_fapl_stdio(plist),
            Self::Core { increment, backing_store, write_tracking } => {
                check_bytes("the memory by which a file grows", *increment as u64)?;
                h5p::set_fapl_core(plist, *increment, *backing_store)?;
                match write_tracking {
                    Some(0) => Err(Error::invalid_argument("a page has at least one byte")),
                    Some(page) => h5p::set_core_write_tracking(plist, true, *page),
                    None => Ok(()),
                }
            }
            Self::Family { member_size } => {
                let members = h5p::create_file_access()?;
                h5p::set_fapl_sec2(&members)?;
                h5p::set_fapl_family(plist, *member_size, &members)
            }
            Self::Split { metadata_extension, raw_extension } => {
                let extensions = [metadata_extension, raw_extension];
                let [metadata, raw] = extensions.map(|extension| check_extension(extension));
                let (metadata, raw) = (metadata?, raw?);
                if metadata == raw {
                    let reason = "metadata and raw data need files of their own";
                    return Err(Error::invalid_argument(reason));
                }
                let members = h5p::create_file_access()?;
                h5p::set_fapl_sec2(&members)?;
                h5p::set_fapl_split(plist, &metadata, &members, &raw, &members)
            }
            Self::Multi(files) => set_multi(plist, files),
            Self::Direct { alignment, block_size, copy_buffer_size } => {
                h5p::set_fapl_direct(plist, *alignment, *block_size, *copy_buffer_size)
            }
            Self::Log { log_file, flags } => {
                let of_each_byte = H5FD_LOG_FILE_READ | H5FD_LOG_FILE_WRITE | H5FD_LOG_FLAVOR;
                if flags & u64::from(of_each_byte) != 0 {
                    // It counts in a buffer of fixed size, whose end it does not look for.
                    let reason = "the log does not tell what becomes of each byte of the file";
                    return Err(Error::invalid_argument(reason));
                }
                h5p::set_fapl_log(plist, &path_to_c(log_file)?, *flags)
            }
        }
    }

    /// Checks that a new file can be made, with its superblock in one of the newer formats or not.
    pub(super) fn check_creation(&self, newer: bool) -> Result<()> {
        match self {
            Self::Family { member_size: 0 } => {
                Err(Error::invalid_argument("the files of a new family have at least one byte"))
            }
            Self::Multi(files) if newer && files.object_header != files.superblock => {
                let reason = "in the newer formats, the superblock and the headers of objects are in one file";
                Err(Error::invalid_argument(reason))
            }
            _ => Ok(()),
        }
    }

    /// Checks that the driver can have a file of that path. Of a family it makes names of files: libhdf5 gives it to
    /// `printf`. A log would take the place of what is in the file.
    pub(super) fn check_path(&self, path: &Path) -> Result<()> {
        match self {
            Self::Family { .. } => FamilyPath::parse(path_to_c(path)?.as_bytes()).map(drop),
            Self::Log { log_file, .. } if is_one(log_file, path)? => {
                Err(Error::invalid_argument("the log of a file cannot be the file itself"))
            }
            _ => Ok(()),
        }
    }

    /// The files that the whole consists of, the first of which says whether it exists. Of a family, which may have
    /// any number, those that exist, and the first.
    pub(crate) fn files(&self, path: &Path) -> Vec<PathBuf> {
        let with = |extension: &str| {
            let mut file = path.as_os_str().to_owned();
            file.push(extension);
            PathBuf::from(file)
        };
        match self {
            Self::Split { metadata_extension, raw_extension } => {
                vec![with(metadata_extension), with(raw_extension)]
            }
            Self::Multi(files) => {
                let mut paths = Vec::new();
                for (kind, first, extension) in files.firsts() {
                    if kind == first {
                        paths.push(with(extension));
                    }
                }
                paths
            }
            Self::Family { .. } => {
                let parse = |path: CString| FamilyPath::parse(path.as_bytes());
                let Ok(family) = path_to_c(path).and_then(parse) else { return Vec::new() };
                let more = (1..).map(|number| family.member(number));
                let more = more.take_while(|member| member.symlink_metadata().is_ok());
                [family.member(0)].into_iter().chain(more).collect()
            }
            _ => vec![path.to_owned()],
        }
    }

    /// Checks that a file which exists is divided as the driver says. What it notes itself, libhdf5 would believe.
    pub(super) fn check_stored(&self, path: &Path) -> Result<()> {
        let files = self.files(path);
        let expected = match self {
            Self::Family { .. } => stored::Expected::Family,
            // The global heap goes with the raw data.
            Self::Split { metadata_extension, raw_extension } => stored::Expected::Multi {
                map: [1, 1, 3, 3, 1, 1],
                extensions: vec![metadata_extension.clone(), raw_extension.clone()],
            },
            Self::Multi(files) => {
                let (mut map, mut extensions) = ([0; 6], Vec::new());
                for (kind, first, extension) in files.firsts() {
                    map[kind] = first as u8 + 1;
                    if kind == first {
                        extensions.push(extension.to_owned());
                    }
                }
                stored::Expected::Multi { map, extensions }
            }
            _ => return Ok(()),
        };
        let parts = files.iter().filter(|file| file.exists()).count();
        files.first().map_or(Ok(()), |first| stored::check(first, parts, &expected))
    }

    /// Whether the file consists of several, whose names the driver makes.
    pub(crate) fn is_divided(&self) -> bool {
        matches!(self, Self::Family { .. } | Self::Split { .. } | Self::Multi(_))
    }

    /// Whether nothing of the file comes to a disk.
    pub(super) fn is_in_memory(&self) -> bool {
        matches!(self, Self::Core { backing_store: false, .. })
    }
}

/// Whether two paths lead, or would lead, to one file.
fn is_one(one: &Path, other: &Path) -> Result<bool> {
    if let (Ok(one), Ok(other)) = (one.metadata(), other.metadata()) {
        // Where the system does not tell, their paths do.
        if cfg!(unix) {
            return Ok(is_same(&one, &other));
        }
    }
    Ok(place_of(one).map_err(Error::io)? == place_of(other).map_err(Error::io)?)
}

/// In bytes: libhdf5 puts the names of up to six files into 1,024 bytes, whose end it does not look for.
const LONGEST_EXTENSION: usize = 100;

/// An extension as libhdf5 takes it, which gives it to `printf`.
fn check_extension(extension: &str) -> Result<CString> {
    if extension.contains('%') {
        return Err(Error::invalid_argument("the extension of a file's name has no `%`"));
    }
    if extension.len() > LONGEST_EXTENSION {
        let (length, most) = (extension.len(), LONGEST_EXTENSION);
        let reason = format!("the extension of a file's name has up to {most} bytes: not {length}");
        return Err(Error::invalid_argument(reason));
    }
    path_to_c(Path::new(extension))
}

fn set_multi(plist: &Handle, files: &MultiFiles) -> Result<()> {
    let mut map = [H5FD_MEM_DEFAULT; H5FD_MEM_NTYPES as usize];
    let mut names = Vec::with_capacity(map.len());
    // The first kind, `H5FD_MEM_DEFAULT`, stands for no data.
    names.push(CString::from(c"%s-X.h5"));
    for (kind, first, extension) in files.firsts() {
        map[kind + 1] = H5FD_MEM_SUPER + first as H5FD_mem_t;
        let name = [b"%s", check_extension(extension)?.as_bytes()].concat();
        names.push(CString::new(name).expect("neither half has a NUL"));
    }
    let members = h5p::create_file_access()?;
    h5p::set_fapl_sec2(&members)?;
    h5p::set_fapl_multi(plist, &map, &members, &names)
}

/// The path of a family: what is before and after the number of a file, and how the number is written.
struct FamilyPath {
    before: Vec<u8>,
    after: Vec<u8>,
    width: usize,
    zeros: bool,
}

impl FamilyPath {
    fn parse(pattern: &[u8]) -> Result<Self> {
        let mut number = None;
        // What is before the number, and then what is after it.
        let mut parts = [Vec::new(), Vec::new()];
        let mut rest = pattern;
        while let Some((&byte, after)) = rest.split_first() {
            rest = after;
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            match (byte, rest.get(digits)) {
                (b'%', Some(b'%')) if digits == 0 => {
                    parts[usize::from(number.is_some())].push(b'%')
                }
                // More digits would not fit into a name.
                (b'%', Some(b'd' | b'u')) if digits <= 3 => {
                    let digits = std::str::from_utf8(&rest[..digits]).unwrap_or("");
                    let format = (digits.parse().unwrap_or(0), digits.starts_with('0'));
                    if number.replace(format).is_some() {
                        return Err(Error::invalid_argument("the path of a family has one number"));
                    }
                }
                (b'%', _) => {
                    let reason = "in the path of a family, `%` begins `%d` or a kin like `%05d`, or is \
                                  written `%%`";
                    return Err(Error::invalid_argument(reason));
                }
                _ => {
                    parts[usize::from(number.is_some())].push(byte);
                    continue;
                }
            }
            rest = &rest[digits + 1..];
        }
        let (width, zeros) = number.ok_or_else(|| {
            let reason = "the path of a family has `%d`, or a kin like `%05d`, where the number of a \
                          file goes";
            Error::invalid_argument(reason)
        })?;
        let [before, after] = parts;
        Ok(Self { before, after, width, zeros })
    }

    /// The path of one file.
    fn member(&self, number: usize) -> PathBuf {
        let width = self.width;
        let number = match self.zeros {
            true => format!("{number:0width$}"),
            false => format!("{number:width$}"),
        };
        path_of(&[&self.before, number.as_bytes(), &self.after].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_a_family_are_those_that_printf_makes() {
        for (pattern, number, name) in [
            ("a-%d.h5", 0, "a-0.h5"),
            ("a-%d.h5", 12, "a-12.h5"),
            ("a-%05d.h5", 12, "a-00012.h5"),
            ("a-%3u", 7, "a-  7"),
            ("100%%-%d%%", 3, "100%-3%"),
        ] {
            let family = FamilyPath::parse(pattern.as_bytes()).unwrap();
            assert_eq!(family.member(number), Path::new(name), "{pattern}");
        }
    }

    #[test]
    fn paths_that_are_no_patterns_never_reach_printf() {
        let family = Driver::Family { member_size: 1000 };
        for path in
            ["a.h5", "%", "%s", "%n", "%d%d", "%5", "%%", "%d-%s", "%ld", "%*d", "%9999d", "%-3d"]
        {
            assert!(family.check_path(Path::new(path)).is_err(), "{path}");
        }
        for path in ["%d", "a%%b-%06d.h5", "%3u"] {
            family.check_path(Path::new(path)).unwrap();
        }
        Driver::Sec2.check_path(Path::new("%n")).unwrap();
    }
}
