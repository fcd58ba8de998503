//! Disks that fail while a program works on a file: every fault is told, and nothing crashes, hangs or is
//! written after it.

use std::error::Error as _;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};

use hdf5::{Dataset, Error, ErrorKind, File, FileOptions, LibVer, StreamFile};

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

const FORMATS: [LibVer; 3] = [LibVer::Earliest, LibVer::V18, LibVer::Latest];

/// Lets each write fail, one after the other, until the program gets through.
fn fail_each_write(oldest: LibVer, packed: bool) {
    let h5py = judges::h5py!();
    for ending in [Ending::Close, Ending::DatasetsFirst, Ending::FileFirst] {
        for for_ever in [false, true] {
            let mut failed = 0;
            loop {
                let fails_at = failed + 1;
                let writes = Counter { fails_at: Some(fails_at), for_ever, ..Counter::default() };
                let disk = Disk { writes, ..Disk::default() };
                let (told, disk) = run(disk, oldest, packed, ending);
                let case = format!("{oldest:?} {packed} {ending:?} {for_ever} write {fails_at}");
                if let Some(first) = told.first() {
                    assert_eq!(fault(first), Some(format!("write {fails_at}")), "{case}: {first}");
                    assert!(first.to_string().contains(&format!(": write {fails_at}")), "{first}");
                    for error in &told[1..] {
                        assert_eq!(*error.kind(), ErrorKind::Poisoned, "{case}: {error:#}");
                        assert_eq!(fault(error), fault(first), "{case}: {error:#}");
                    }
                }
                if let Some(disk) = &disk {
                    assert_eq!(disk.writes.after, 0, "{case}: it is written after the fault");
                    if disk.writes.calls >= fails_at {
                        assert!(!told.is_empty(), "{case}: the fault is not told");
                    }
                }
                // Without `close`, nobody is left to be told of what fails in the end.
                match (ending, told.is_empty()) {
                    (_, false) => failed += 1,
                    (Ending::Close, true) => {
                        let dir = judges::scratch();
                        let path = dir.file("whole.h5");
                        std::fs::write(&path, disk.unwrap().bytes.into_inner()).unwrap();
                        h5py.script(FOUND, &[&path]);
                        break;
                    }
                    (_, true) => break,
                }
            }
            assert!(failed > 10, "only {failed} writes have failed");
            println!("{oldest:?} {packed} {ending:?}: {failed}");
        }
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
