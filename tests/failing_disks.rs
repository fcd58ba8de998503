//! Disks that fail while a program works on a file: every fault is told, and nothing crashes, hangs or is
//! written after it.

use std::error::Error as _;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use hdf5::{Dataset, Error, ErrorKind, File, FileOptions, LibVer, Node, StreamFile};

/// A disk in memory that fails at one write or read, or at all from that on.
#[derive(Debug, Default)]
struct Disk {
    bytes: Cursor<Vec<u8>>,
    writes: Counter,
    reads: Counter,
}

#[derive(Debug, Default)]
struct Counter {
    calls: usize,
    fails_at: Option<usize>,
    for_ever: bool,
    /// How often it was called after it had failed.
    after: usize,
}

impl Counter {
    fn count(&mut self, what: &str) -> io::Result<()> {
        self.calls += 1;
        let Some(fails_at) = self.fails_at else {
            return Ok(());
        };
        self.after += usize::from(self.calls > fails_at);
        if self.calls == fails_at || (self.for_ever && self.calls > fails_at) {
            return Err(io::Error::new(io::ErrorKind::StorageFull, format!("{what} {fails_at}")));
        }
        Ok(())
    }
}

impl Read for Disk {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reads.count("read")?;
        self.bytes.read(buffer)
    }
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writes.count("write")?;
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writes.count("write")
    }
}

impl Seek for Disk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

/// What the program has open.
#[derive(Default)]
struct Open {
    datasets: Vec<Dataset>,
    packed: bool,
}

impl Open {
    /// Keeps a dataset open until the end.
    fn keep(&mut self, dataset: Result<Dataset, Error>) -> Result<(), Error> {
        self.datasets.push(dataset?);
        Ok(())
    }
}

type Step = fn(&File, &mut Open) -> Result<(), Error>;

/// What the program does between the creation of its file, which is the first step, and its closing, the last.
const STEPS: [Step; 28] = [
    |file, _| file.create_group("a/b").map(drop),
    |file, open| open.keep(file.create_dataset("a/contiguous", vec![1.5; 500])),
    |file, open| open.keep(file.new_dataset::<i32>().shape(9).compact().create("compact")),
    |file, _| file.dataset("compact")?.write([7; 9]),
    |file, open| {
        let rows = file.new_dataset::<f64>().shape((0.., 16)).chunk((8, 16));
        let rows = if open.packed { rows.shuffle().deflate(4) } else { rows };
        open.keep(rows.create("rows"))
    },
    |file, _| file.dataset("rows")?.append(ndarray::Array2::from_elem((40, 16), 2.5)),
    |file, _| file.attrs().set("title", "a disk that fails"),
    |file, _| file.dataset("rows")?.attrs().set("units", vec![0.5; 300]),
    |file, _| file.flush(),
    |file, open| open.keep(file.create_dataset("names", ["one", "two", "three"])),
    |file, _| file.dataset("names")?.write(["four", "five", "a longer name that moves"]),
    |file, _| {
        file.dataset("rows")?.select((3..20, ..))?.write(ndarray::Array2::from_elem((17, 16), 0.0))
    },
    |file, _| (0..40).try_for_each(|i| file.create_group(format!("many/{i}")).map(drop)),
    |file, _| file.dataset("rows")?.resize((100, 16)),
    |file, _| file.dataset("rows")?.flush(),
    |file, _| file.dataset("rows")?.select(99)?.write([9.0; 16]),
    |file, _| file.dataset("rows")?.resize((30, 16)),
    |file, _| file.link_soft("soft", "/rows"),
    |file, _| file.link("hard", &file.dataset("rows")?),
    |file, _| file.remove("many/7"),
    |file, _| file.rename("many/8", "many/eight"),
    |file, _| (0..20).try_for_each(|i| file.group("a")?.attrs().set(format!("n{i}"), i)),
    |file, _| file.group("a")?.attrs().remove("n3"),
    |file, _| {
        // Closes what it writes at once.
        let chunked = file.new_dataset::<i64>().chunk(100);
        chunked.create_with("brief", vec![7_i64; 1000]).map(drop)
    },
    |file, _| file.sync_all(),
    |file, _| file.remove("compact"),
    |file, _| file.dataset("a/contiguous")?.write(vec![3.5; 500]),
    |file, _| file.dataset("rows")?.append(ndarray::Array2::from_elem((2, 16), 4.5)),
];

/// What h5py finds at the end.
const FOUND: &str = "
    import io, sys
    with h5py.File(io.BytesIO(open(args[0], 'rb').read()), 'r') as f:
        assert sorted(f) == ['a', 'brief', 'hard', 'many', 'names', 'rows', 'soft'], sorted(f)
        assert (f['a/contiguous'][:] == 3.5).all()
        rows = f['rows']
        assert rows.shape == (32, 16) and (rows[:3] == 2.5).all() and (rows[3:20] == 0).all()
        assert (rows[20:30] == 2.5).all() and (rows[30:] == 4.5).all()
        assert f['soft'] == rows and f['hard'] == rows
        assert (rows.attrs['units'] == 0.5).all() and f.attrs['title'] == 'a disk that fails'
        assert f['names'].asstr()[:].tolist() == ['four', 'five', 'a longer name that moves']
        assert len(f['many']) == 39 and 'eight' in f['many'] and len(f['a'].attrs) == 19
        assert (f['brief'][:] == 7).all() and f['brief'].shape == (1000,)
";

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ending {
    /// The file is closed, then what it held is dropped.
    Close,
    DatasetsFirst,
    FileFirst,
}

fn options(oldest: LibVer) -> FileOptions {
    File::options().libver(oldest, LibVer::Latest)
}

/// What has been told to the program, step by step, and the disk if it came back.
fn run(disk: Disk, oldest: LibVer, packed: bool, ending: Ending) -> (Vec<Error>, Option<Disk>) {
    let mut told = Vec::new();
    let stream = match options(oldest).create_stream(disk) {
        Ok(stream) => stream,
        Err(error) => {
            let (error, disk) = error.into_parts();
            return (vec![error], disk);
        }
    };
    let mut open = Open { packed, ..Open::default() };
    for step in STEPS {
        told.extend(step(stream.file(), &mut open).err());
    }
    let disk = match ending {
        Ending::Close => {
            let closed = stream.close();
            // They are left over.
            assert!(open.datasets.iter().all(|dataset| dataset.shape().is_err()));
            match closed {
                Ok(disk) => Some(disk),
                Err(error) => {
                    let (error, disk) = error.into_parts();
                    told.push(error);
                    disk
                }
            }
        }
        Ending::DatasetsFirst => {
            drop(open);
            drop::<StreamFile<Disk>>(stream);
            None
        }
        Ending::FileFirst => {
            drop::<StreamFile<Disk>>(stream);
            drop(open);
            None
        }
    };
    (told, disk)
}

/// What the disk has said, in the sources of an error.
fn fault(error: &Error) -> Option<String> {
    let mut source = error.source();
    while let Some(error) = source {
        if let Some(error) = error.downcast_ref::<io::Error>() {
            return Some(error.to_string());
        }
        source = error.source();
    }
    None
}

/// Lets each write fail, one after the other, until the program gets through.
fn fail_each_write(oldest: LibVer, packed: bool) {
    let h5py = judges::h5py!();
    let mut last = 0;
    let endings = match packed {
        false => [(Ending::Close, false), (Ending::DatasetsFirst, true)],
        true => [(Ending::Close, true), (Ending::FileFirst, false)],
    };
    for (ending, for_ever) in endings {
        let mut told_of = 0;
        for fails_at in 1.. {
            let writes = Counter { fails_at: Some(fails_at), for_ever, ..Counter::default() };
            let disk = Disk { writes, ..Disk::default() };
            let (told, disk) = run(disk, oldest, packed, ending);
            let case = format!("{oldest:?} {packed} {ending:?} {for_ever} write {fails_at}");
            told_of += usize::from(!told.is_empty());
            if let Some(first) = told.first() {
                assert_eq!(fault(first), Some(format!("write {fails_at}")), "{case}: {first}");
                assert!(first.to_string().ends_with(&format!(": write {fails_at}")), "{first}");
                for error in &told[1..] {
                    assert_eq!(*error.kind(), ErrorKind::Poisoned, "{case}: {error:#}");
                    assert_eq!(fault(error), fault(first), "{case}: {error:#}");
                }
            }
            let Some(disk) = disk else {
                // Nobody is left to be told of what fails in the end.
                if fails_at < last {
                    continue;
                }
                break;
            };
            assert_eq!(disk.writes.after, 0, "{case}: it is written after the fault");
            if told.is_empty() {
                assert!(disk.writes.calls < fails_at, "{case}: the fault is not told");
                let dir = judges::scratch();
                let path = dir.file("whole.h5");
                std::fs::write(&path, disk.bytes.into_inner()).unwrap();
                h5py.script(FOUND, &[&path]);
                last = fails_at;
                break;
            }
        }
        assert!(told_of > 50, "only {told_of} faults were told");
    }
}

#[test]
fn each_failing_write_to_a_file_of_the_oldest_format_is_told() {
    fail_each_write(LibVer::Earliest, false);
    fail_each_write(LibVer::Earliest, true);
}

#[test]
fn each_failing_write_to_a_file_of_the_format_of_1_8_is_told() {
    fail_each_write(LibVer::V18, false);
    fail_each_write(LibVer::V18, true);
}

#[test]
fn each_failing_write_to_a_file_of_the_newest_format_is_told() {
    fail_each_write(LibVer::Latest, false);
    fail_each_write(LibVer::Latest, true);
}

/// The bytes of the file that the program makes on a disk that does not fail.
fn whole(oldest: LibVer, packed: bool) -> Vec<u8> {
    let (told, disk) = run(Disk::default(), oldest, packed, Ending::Close);
    assert!(told.is_empty(), "{told:?}");
    disk.unwrap().bytes.into_inner()
}

/// Reads all that the program has written, and keeps it open.
fn read_all(file: &File, open: &mut Vec<Dataset>) -> Result<Vec<String>, Error> {
    let mut found = vec![file.attrs().get::<String>("title")?];
    for entry in file.walk()? {
        let (name, node) = entry?;
        let value = match node {
            Node::Dataset(dataset) => {
                open.push(dataset);
                let dataset = open.last().expect("it has just been put there");
                match name.as_str() {
                    "names" => dataset.read::<Vec<String>>()?.join(" "),
                    _ => format!("{:?}", dataset.read::<Vec<f64>>()?),
                }
            }
            Node::Group(group) => format!("{:?}", group.attrs().names()?),
            _ => String::new(),
        };
        found.push(format!("{name}: {value}"));
    }
    Ok(found)
}

#[test]
fn each_failing_read_is_told_and_may_be_tried_again() {
    let formats = [(LibVer::Earliest, false), (LibVer::V18, true), (LibVer::Latest, false)];
    // Releases like 1.10 free what they have not set when listing a group of the new formats fails.
    let formats = if cfg!(hdf5_ge_2_0) { &formats[..] } else { &formats[..1] };
    for &(oldest, packed) in formats {
        let bytes = whole(oldest, packed);
        let expected = read_all(&File::from_bytes(&bytes).unwrap(), &mut Vec::new()).unwrap();
        for for_ever in [false, true] {
            let mut fails_at = 0;
            loop {
                fails_at += 1;
                let case = format!("{oldest:?} {packed} {for_ever} read {fails_at}");
                let reads = Counter { fails_at: Some(fails_at), for_ever, ..Counter::default() };
                let bytes = Cursor::new(bytes.clone());
                let disk = Disk { bytes, reads, ..Disk::default() };
                let stream = match options(oldest).open_stream(disk) {
                    Ok(stream) => stream,
                    Err(error) => {
                        assert_eq!(
                            fault(error.error()),
                            Some(format!("read {fails_at}")),
                            "{case}"
                        );
                        assert_eq!(error.into_parts().1.unwrap().writes.calls, 0);
                        continue;
                    }
                };
                let mut open = Vec::new();
                match read_all(stream.file(), &mut open) {
                    Ok(found) => {
                        assert!(found == expected, "{case}");
                        assert!(stream.close().unwrap().reads.calls < fails_at, "{case}");
                        break;
                    }
                    Err(error) => {
                        assert_eq!(fault(&error), Some(format!("read {fails_at}")), "{error:#}");
                        if cfg!(hdf5_ge_2_0) {
                            let full = ErrorKind::Io(io::ErrorKind::StorageFull);
                            assert_eq!(*error.kind(), full, "{case}");
                        }
                        let again = read_all(stream.file(), &mut open);
                        match for_ever {
                            true => {
                                let error = again.unwrap_err();
                                assert!(
                                    fault(&error).is_some() || cfg!(not(hdf5_ge_2_0)),
                                    "{case}"
                                );
                            }
                            false => match again {
                                Ok(found) => assert!(found == expected, "{case}"),
                                Err(error) if cfg!(hdf5_ge_2_0) => panic!("{case}: {error:#}"),
                                // Old releases do not get over it.
                                Err(_) => {}
                            },
                        }
                        let closed = stream.close();
                        assert!(closed.is_ok() || cfg!(not(hdf5_ge_2_0)), "{case}");
                    }
                }
            }
            assert!(fails_at > 20, "only {fails_at} reads");
        }
    }
}

/// What a program does with the file that is there.
const CHANGES: [Step; 11] = [
    |file, _| file.dataset("rows")?.append(ndarray::Array2::from_elem((30, 16), 1.0)),
    |file, _| {
        file.dataset("rows")?.select((3..20, ..))?.write(ndarray::Array2::from_elem((17, 16), 1.0))
    },
    |file, _| file.dataset("names")?.write(["six", "seven", "eight"]),
    |file, _| file.remove("brief"),
    |file, _| file.rename("many/1", "a/one"),
    |file, _| file.flush(),
    |file, _| file.group("a")?.attrs().set("n5", "five"),
    |file, _| file.dataset("rows")?.resize((5, 16)),
    |file, open| open.keep(file.create_dataset("more/data", vec![1; 100])),
    |file, _| file.remove("many"),
    |file, _| file.dataset("a/contiguous")?.read::<Vec<f64>>().map(drop),
];

/// Changes a file whose disk fails at a read: what is told, and the disk if it was opened.
fn change(bytes: &[u8], oldest: LibVer, reads: Counter) -> (Vec<Error>, Option<Disk>) {
    let disk = Disk { bytes: Cursor::new(bytes.to_vec()), reads, ..Disk::default() };
    let stream = match options(oldest).open_rw_stream(disk) {
        Ok(stream) => stream,
        Err(error) => return (vec![error.into()], None),
    };
    let (mut open, mut told) = (Open::default(), Vec::new());
    for step in CHANGES {
        told.extend(step(stream.file(), &mut open).err());
    }
    drop(open);
    match stream.close() {
        Ok(disk) => (told, Some(disk)),
        Err(error) => {
            let (error, disk) = error.into_parts();
            told.push(error);
            (told, disk)
        }
    }
}

#[test]
fn each_failing_read_of_a_file_that_is_changed_is_told_or_made_good() {
    for (oldest, packed) in [(LibVer::Earliest, true), (LibVer::V18, false), (LibVer::Latest, true)]
    {
        let bytes = whole(oldest, packed);
        let (told, disk) = change(&bytes, oldest, Counter::default());
        assert!(told.is_empty(), "{told:?}");
        let disk = disk.unwrap();
        let (count, expected) = (disk.reads.calls, disk.bytes.into_inner());
        assert!(count > 20, "only {count} reads");
        for (fails_at, for_ever) in (1..=count).flat_map(|k| [(k, false), (k, true)]) {
            let case = format!("{oldest:?} {packed} {for_ever} read {fails_at} of {count}");
            let reads = Counter { fails_at: Some(fails_at), for_ever, ..Counter::default() };
            let (told, disk) = change(&bytes, oldest, reads);
            let fault_is_told =
                told.iter().any(|error| fault(error) == Some(format!("read {fails_at}")));
            // A second look, at what could not be read once, may tell what the first should have.
            let made_good = !for_ever
                && told.is_empty()
                && disk.is_some_and(|disk| disk.bytes.into_inner() == expected);
            assert!(fault_is_told || made_good, "{case}: {told:?}");
        }
    }
}

/// Says in a process that is this test that its files may not grow beyond a limit.
#[cfg(unix)]
const FULL: &str = "DISK_IS_FULL";

/// A file on a disk that becomes full at a size, for all sizes up to that of the whole file.
#[cfg(unix)]
fn fill_the_disk(dir: &std::path::Path) {
    let limit = |bytes: u64| {
        let limit = libc::rlimit { rlim_cur: bytes as _, rlim_max: libc::RLIM_INFINITY };
        // SAFETY: the pointer is valid for reads.
        assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_FSIZE, &limit) }, 0);
    };
    // SAFETY: the signal is ignored, so that writing fails as on a disk that is full.
    unsafe { libc::signal(libc::SIGXFSZ, libc::SIG_IGN) };
    // A dataset that has no room leaves the file as it was, and room makes it go on.
    let path = dir.join("flushed.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("a", vec![1.5; 1000]).unwrap();
    file.flush().unwrap();
    limit(path.metadata().unwrap().len() + 1000);
    let full = file.create_dataset("b", vec![2.5; 100_000]).unwrap_err();
    limit(libc::RLIM_INFINITY);
    assert_eq!(*full.kind(), ErrorKind::Io(io::ErrorKind::FileTooLarge));
    file.create_dataset("c", vec![3.5; 100_000]).unwrap();
    file.close().unwrap();

    let mut number = 0;
    for (oldest, packed) in
        [(LibVer::Earliest, false), (LibVer::V18, true), (LibVer::Latest, false)]
    {
        for ending in [Ending::Close, Ending::DatasetsFirst, Ending::FileFirst] {
            for size in (0..).step_by(4000) {
                number += 1;
                let path = dir.join(format!("{number}.h5"));
                let case = format!("{oldest:?} {packed} {ending:?} {size} bytes");
                limit(size);
                let told = run_on_disk(&path, oldest, packed, ending);
                limit(libc::RLIM_INFINITY);
                if let Some(first) = told.first() {
                    let full = ErrorKind::Io(io::ErrorKind::FileTooLarge);
                    let (first, others) = match first.kind() {
                        // A dataset that was dropped had it first.
                        ErrorKind::Poisoned => (first.source().unwrap(), &told[..]),
                        _ => (first as _, &told[1..]),
                    };
                    let first = first.downcast_ref::<Error>().unwrap();
                    assert_eq!(*first.kind(), full, "{case}: {first:#}");
                    for error in others {
                        assert_eq!(*error.kind(), ErrorKind::Poisoned, "{case}: {error:#}");
                    }
                } else {
                    assert!(size > 10_000, "{case}: nothing was told");
                    std::fs::rename(&path, dir.join(format!("whole {number}.h5"))).unwrap();
                    break;
                }
            }
        }
    }
}

#[cfg(unix)]
fn run_on_disk(path: &std::path::Path, oldest: LibVer, packed: bool, ending: Ending) -> Vec<Error> {
    let mut told = Vec::new();
    let file = match options(oldest).create(path) {
        Ok(file) => file,
        Err(error) => return vec![error],
    };
    let mut open = Open { packed, ..Open::default() };
    for step in STEPS {
        told.extend(step(&file, &mut open).err());
    }
    match ending {
        Ending::Close => told.extend(file.close().err()),
        Ending::DatasetsFirst => {
            drop(open);
            told.extend(file.flush().err());
            drop(file);
        }
        Ending::FileFirst => {
            drop(file);
            drop(open);
        }
    }
    told
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_told_and_ends_no_program() {
    if let Some(dir) = std::env::var_os(FULL) {
        return fill_the_disk(dir.as_ref());
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let this = "a_full_disk_is_told_and_ends_no_program";
    let mut program = std::process::Command::new(std::env::current_exe().unwrap());
    program.args(["--exact", this]).env(FULL, dir.path());
    let output = judges::output(&mut program).unwrap();
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{text}", output.status);
    let entries = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().path());
    let whole: Vec<_> = entries
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("whole"))
        .collect();
    assert_eq!(whole.len(), 9);
    h5py.file(dir.file("flushed.h5")).expect(
        "list(f), bool((f['a'][:] == 1.5).all() and (f['c'][:] == 3.5).all())",
        "(['a', 'c'], True)",
    );
    for path in whole {
        h5py.script(FOUND, &[&path]);
    }
}
