//! Files in streams: in memory, in containers, in whatever can be read, written and sought in.

use std::error::Error as _;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use hdf5::{
    Dataset, Error, ErrorKind, File, LibVer, LinkClass, Locking, RegionReference, StreamError,
    VirtualSource,
};

/// Bytes that a test can look at while they are a stream.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>, u64);

impl Shared {
    fn copy(&self) -> Vec<u8> {
        self.0.lock().unwrap().clone()
    }

    fn cursor<R>(&mut self, use_it: impl FnOnce(&mut Cursor<&mut Vec<u8>>) -> R) -> R {
        let mut bytes = self.0.lock().unwrap();
        let mut cursor = Cursor::new(&mut *bytes);
        cursor.set_position(self.1);
        let result = use_it(&mut cursor);
        self.1 = cursor.position();
        result
    }
}

impl Read for Shared {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.cursor(|cursor| cursor.read(buffer))
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.cursor(|cursor| cursor.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.cursor(|cursor| cursor.seek(to))
    }
}

/// A stream whose methods a test replaces.
struct Odd<F> {
    inner: Cursor<Vec<u8>>,
    /// Is told which method is called, with how many bytes; may say how many the method is to see.
    before: F,
}

impl<F: FnMut(&str, usize) -> io::Result<usize>> Read for Odd<F> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = (self.before)("read", buffer.len())?;
        self.inner.read(&mut buffer[..count])
    }
}

impl<F: FnMut(&str, usize) -> io::Result<usize>> Write for Odd<F> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = (self.before)("write", bytes.len())?;
        self.inner.write(&bytes[..count])
    }

    fn flush(&mut self) -> io::Result<()> {
        (self.before)("flush", 0).map(drop)
    }
}

impl<F: FnMut(&str, usize) -> io::Result<usize>> Seek for Odd<F> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// A part of a file, from a position on.
struct Part {
    file: std::fs::File,
    start: u64,
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Part {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(position) => SeekFrom::Start(self.start + position),
            other => other,
        };
        Ok(self.file.seek(to)? - self.start)
    }
}

fn empty() -> Cursor<Vec<u8>> {
    Cursor::new(Vec::new())
}

/// The bytes of a file with `x` in it.
fn small() -> Vec<u8> {
    let file = File::in_memory().unwrap();
    file.create_dataset("x", [1.5, 2.5]).unwrap();
    file.to_bytes().unwrap()
}

/// The bytes of a file, without what it had grown to before.
fn cut(stream: Cursor<Vec<u8>>) -> Vec<u8> {
    let end = stream.position() as usize;
    let mut bytes = stream.into_inner();
    assert!(end <= bytes.len());
    bytes.truncate(end);
    bytes
}

fn kind<T, E: Into<Error>>(result: Result<T, E>) -> ErrorKind {
    result.err().expect("it fails").into().kind().clone()
}

#[test]
fn h5py_opens_the_bytes_of_a_stream_and_we_open_its() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs, changed) = (dir.file("ours"), dir.file("theirs"), dir.file("changed"));
    let stream = File::create_stream(empty()).unwrap();
    let file = stream.file();
    file.create_dataset("g/x", [[1.5, 2.5], [3.5, 4.5]]).unwrap();
    file.attrs().set("title", "in a stream").unwrap();
    let packed = file.new_dataset::<i32>().shape((0.., 10)).chunk((7, 10)).shuffle().deflate(4);
    let packed = packed.create("packed").unwrap();
    packed.append(ndarray::Array2::from_elem((50, 10), 3)).unwrap();
    packed.resize((20, 10)).unwrap();
    file.create_dataset("names", ["one", "two"]).unwrap();
    std::fs::write(&ours, stream.close().unwrap().into_inner()).unwrap();
    h5py.script(
        "
        import io
        with h5py.File(io.BytesIO(open(args[0], 'rb').read()), 'r') as f:
            assert f['g/x'][()].tolist() == [[1.5, 2.5], [3.5, 4.5]]
            assert f.attrs['title'] == 'in a stream'
            assert f['packed'].shape == (20, 10) and (f['packed'][:] == 3).all()
            assert f['names'].asstr()[:].tolist() == ['one', 'two']
        stream = io.BytesIO()
        with h5py.File(stream, 'w') as f:
            f['more'] = [7, 8]
            f.create_dataset('chunks', data=np.arange(1000.0), chunks=(100,), compression='gzip')
        open(args[1], 'wb').write(stream.getvalue())
        ",
        &[&ours, &theirs],
    );
    let bytes = std::fs::read(&theirs).unwrap();
    let stream = File::open_stream(Cursor::new(bytes.clone())).unwrap();
    let chunks = stream.file().dataset("chunks").unwrap();
    assert_eq!(chunks.read::<Vec<f64>>().unwrap()[999], 999.0);
    assert!(stream.close().unwrap().into_inner() == bytes);

    let stream = File::open_rw_stream(Cursor::new(bytes)).unwrap();
    stream.file().dataset("more").unwrap().write([9, 10]).unwrap();
    stream.file().create_group("new").unwrap();
    std::fs::write(&changed, stream.close().unwrap().into_inner()).unwrap();
    h5py.file(&changed)
        .expect("f['more'][:].tolist(), list(f)", "([9, 10], ['chunks', 'more', 'new'])");
}

#[test]
fn a_file_in_a_stream_has_the_bytes_of_one_on_the_disk() {
    let dir = judges::scratch();
    let fill = |file: &File| {
        for i in 0..200 {
            file.create_dataset(format!("g/{i}"), vec![i; 100]).unwrap();
        }
        let packed = file.new_dataset::<f64>().chunk(100).deflate(1);
        packed.create_with("packed", vec![0.5; 10_000]).unwrap();
        file.remove("g/7").unwrap();
    };
    for oldest in [LibVer::Earliest, LibVer::V18, LibVer::Latest] {
        let options = File::options().libver(oldest, LibVer::Latest).userblock(1024);
        let (path, stream_path) = (dir.file("disk.h5"), dir.file("stream.h5"));
        let file = options.create(&path).unwrap();
        fill(&file);
        let size = file.to_bytes().unwrap().len();
        file.close().unwrap();
        let stream = options.create_stream(empty()).unwrap();
        fill(stream.file());
        assert_eq!(stream.file().to_bytes().unwrap().len(), size);
        let bytes = cut(stream.close().unwrap());
        // `std::fs::File` is a stream as well.
        let mut file = std::fs::File::options();
        file.read(true).write(true).create_new(true);
        let stream = options.create_stream(file.open(&stream_path).unwrap()).unwrap();
        fill(stream.file());
        stream.file().sync_all().unwrap();
        assert!(std::fs::read(&stream_path).unwrap().len() >= size);
        let mut file = stream.close().unwrap();
        let end = file.stream_position().unwrap();
        file.set_len(end).unwrap();
        assert!(std::fs::read(&stream_path).unwrap() == bytes);
        std::fs::remove_file(&stream_path).unwrap();
        assert!(std::fs::read(&path).unwrap() == bytes, "{oldest:?}");
    }
}

#[test]
fn a_container_holds_a_file_at_an_offset_and_goes_on_after_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("container");
    let mut file = std::fs::File::create_new(&path).unwrap();
    file.write_all(b"container 1\n").unwrap();
    drop(file);
    let file = std::fs::File::options().read(true).write(true).open(&path).unwrap();
    let stream = File::create_stream(Part { file, start: 12 }).unwrap();
    let x = stream.file().create_dataset("x", vec![1; 1000]).unwrap();
    x.attrs().set("unit", "m").unwrap();
    let stream = File::open_rw_stream(stream.close().unwrap()).unwrap();
    stream.file().create_dataset("gone", vec![2; 100_000]).unwrap();
    stream.file().flush().unwrap();
    stream.file().remove("gone").unwrap();
    // It is left where the file ends, which has become shorter.
    let mut part = stream.close().unwrap();
    let end = part.stream_position().unwrap();
    assert!(end < 50_000);
    part.file.set_len(part.start + end).unwrap();
    part.write_all(b"the end").unwrap();
    drop(part);
    h5py.script(
        "
        import io
        data = open(args[0], 'rb').read()
        assert data.startswith(b'container 1\\n') and data.endswith(b'the end')
        with h5py.File(io.BytesIO(data[12:-7]), 'r') as f:
            assert list(f) == ['x'] and (f['x'][:] == 1).all() and f['x'].attrs['unit'] == 'm'
        ",
        &[&path],
    );
    let file = std::fs::File::open(&path).unwrap();
    let stream = File::open_stream(Part { file, start: 12 }).unwrap();
    assert_eq!(stream.file().dataset("x").unwrap().read::<Vec<i32>>().unwrap(), [1; 1000]);
}

#[test]
fn what_has_room_in_the_user_block_stays_and_nothing_else_is_replaced() {
    let header = b"a header of its own".to_vec();
    let options = File::options().userblock(512);
    let stream = options.create_stream(Cursor::new(header.clone())).unwrap();
    stream.file().create_dataset("x", 1).unwrap();
    let bytes = stream.close().unwrap().into_inner();
    assert!(bytes.starts_with(&header));
    let stream = File::open_stream(Cursor::new(bytes)).unwrap();
    assert_eq!(stream.file().dataset("x").unwrap().read::<i32>().unwrap(), 1);

    let (error, cursor) =
        File::create_stream(Cursor::new(header.clone())).unwrap_err().into_parts();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }));
    assert!(error.to_string().contains("holds 19 bytes"), "{error}");
    assert_eq!(cursor.unwrap().into_inner(), header);
    assert!(options.create_stream(Cursor::new(vec![0; 513])).is_err());
}

#[test]
fn streams_that_hold_no_file_come_back_with_the_error() {
    let whole = small();
    for (bytes, expected) in [
        (Vec::new(), ErrorKind::NotHdf5),
        (b"# notes".to_vec(), ErrorKind::NotHdf5),
        (whole[..whole.len() - 8].to_vec(), ErrorKind::Truncated),
    ] {
        let failed: [StreamError<Cursor<Vec<u8>>>; 2] = [
            File::open_stream(Cursor::new(bytes.clone())).unwrap_err(),
            File::open_rw_stream(Cursor::new(bytes.clone())).unwrap_err(),
        ];
        for error in failed {
            assert_eq!(*error.error().kind(), expected, "{error}");
            assert!(error.to_string().contains("\"(stream "), "{error}");
            assert_eq!(error.into_parts().1.unwrap().into_inner(), bytes);
        }
    }
    let invalid = |result| matches!(kind(result), ErrorKind::InvalidArgument { .. });
    assert!(invalid(File::options().core(true).create_stream(empty())));
    assert!(invalid(File::options().core(false).open_stream(Cursor::new(whole.clone()))));
    assert!(invalid(File::options().locking(Locking::Enforce).open_rw_stream(Cursor::new(whole))));
}

#[test]
fn a_stream_that_is_only_read_needs_no_way_to_write() {
    let bytes: Arc<[u8]> = small().into();
    let stream = File::open_stream(Cursor::new(Arc::clone(&bytes))).unwrap();
    let x = stream.file().dataset("x").unwrap();
    assert_eq!(x.read::<Vec<f64>>().unwrap(), [1.5, 2.5]);
    assert_eq!(kind(x.write([0.0, 0.0])), ErrorKind::ReadOnly);
    assert_eq!(kind(stream.file().create_group("g")), ErrorKind::ReadOnly);
    assert!(!stream.file().is_writable());
    stream.file().flush().unwrap();
    stream.file().sync_all().unwrap();
    assert_eq!(stream.file().to_bytes().unwrap(), *bytes);
    assert_eq!(stream.file().size().unwrap(), bytes.len() as u64);
    assert!(stream.file().file_path().to_string_lossy().starts_with("(stream "));
    stream.close().unwrap();
    assert_eq!(kind(x.read::<Vec<f64>>()), ErrorKind::Closed);
}

#[test]
fn streams_that_read_and_write_little_at_a_time_or_are_interrupted_do() {
    let mut calls = 0;
    let before = move |_: &str, bytes: usize| {
        calls += 1;
        match calls % 3 {
            0 => Err(io::ErrorKind::Interrupted.into()),
            _ => Ok(bytes.min(7)),
        }
    };
    // A flush that is interrupted has failed.
    let before = {
        let mut before = before;
        move |method: &str, bytes: usize| {
            if method == "flush" { Ok(0) } else { before(method, bytes) }
        }
    };
    let stream = File::create_stream(Odd { inner: empty(), before }).unwrap();
    let values: Vec<f64> = (0..1000).map(f64::from).collect();
    stream.file().create_dataset("x", &values).unwrap();
    let odd = stream.close().unwrap();
    let stream = File::open_rw_stream(odd).unwrap();
    assert_eq!(stream.file().dataset("x").unwrap().read::<Vec<f64>>().unwrap(), values);
    let bytes = stream.close().unwrap().inner.into_inner();
    let file = File::from_bytes(bytes).unwrap();
    assert_eq!(file.dataset("x").unwrap().read::<Vec<f64>>().unwrap(), values);
}

#[test]
fn what_a_stream_says_is_in_the_error() {
    let failing = Arc::new(Mutex::new(""));
    let fails = Arc::clone(&failing);
    let before = move |method: &str, bytes| match *fails.lock().unwrap() == method {
        true => Err(io::Error::other("the line is cut")),
        false => Ok(bytes),
    };
    let inner = Cursor::new(small());
    let stream = File::open_rw_stream(Odd { inner, before }).unwrap();
    let x = stream.file().dataset("x").unwrap();
    *failing.lock().unwrap() = "read";
    let error = x.read::<Vec<f64>>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Io(io::ErrorKind::Other));
    assert_eq!(error.source().unwrap().to_string(), "the line is cut");
    let text = error.to_string();
    assert!(text.starts_with("cannot read dataset \"/x\" in \"(stream "), "{text}");
    assert!(text.ends_with(")\": the line is cut"), "{text}");
    *failing.lock().unwrap() = "";
    if cfg!(not(hdf5_ge_2_0)) {
        // Old releases do not get over it.
        assert_eq!(kind(x.read::<Vec<f64>>()), ErrorKind::Poisoned);
        return;
    }
    // An error of reading concerns that call alone.
    assert_eq!(x.read::<Vec<f64>>().unwrap(), [1.5, 2.5]);

    *failing.lock().unwrap() = "write";
    stream.file().create_group("g").unwrap();
    let error = stream.file().flush().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Io(io::ErrorKind::Other));
    assert!(error.to_string().starts_with("cannot flush file \"(stream "), "{error}");
    assert!(error.to_string().ends_with(": the line is cut"), "{error}");
    *failing.lock().unwrap() = "";
    let error = x.read::<Vec<f64>>().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Poisoned);
    let expected = "an earlier write to the file failed: the line is cut";
    assert!(error.to_string().ends_with(expected), "{error}");
    let (error, stream) = stream.close().err().unwrap().into_parts();
    assert_eq!(*error.kind(), ErrorKind::Poisoned);
    assert_eq!(stream.unwrap().inner.into_inner().len(), small().len());
}

#[test]
fn panics_of_a_stream_go_on_after_the_call() {
    let panicking = Arc::new(Mutex::new(""));
    let panics = Arc::clone(&panicking);
    let before = move |method: &str, bytes| {
        assert!(
            *panics.lock().unwrap_or_else(|error| error.into_inner()) != method,
            "cannot {method}"
        );
        Ok(bytes)
    };
    let set = |method| *panicking.lock().unwrap_or_else(|error| error.into_inner()) = method;
    let message =
        |result: thread::Result<()>| result.unwrap_err().downcast_ref::<String>().unwrap().clone();
    let stream = File::open_rw_stream(Odd { inner: Cursor::new(small()), before }).unwrap();
    let x = stream.file().dataset("x").unwrap();
    set("read");
    let read = || drop(x.read::<Vec<f64>>());
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read));
    assert_eq!(message(panic), "cannot read");
    set("");
    assert_eq!(x.read::<Vec<f64>>().unwrap(), [1.5, 2.5]);
    stream.file().create_group("g").unwrap();
    set("write");
    let flush = || drop(stream.file().flush());
    let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(flush));
    assert_eq!(message(panic), "cannot write");
    // What it has written of it is not certain.
    set("");
    let error = x.read::<Vec<f64>>().unwrap_err();
    assert!(error.to_string().contains("the stream panicked: cannot write"), "{error}");
    assert_eq!(kind(stream.file().flush()), ErrorKind::Poisoned);
    assert!(stream.close().is_err());

    // No handle panics when it is dropped, and other files are what they were.
    let panics = Arc::clone(&panicking);
    let before = move |method: &str, bytes| {
        assert!(*panics.lock().unwrap_or_else(|error| error.into_inner()) != method);
        Ok(bytes)
    };
    let stream = File::open_rw_stream(Odd { inner: Cursor::new(small()), before }).unwrap();
    let x = stream.file().dataset("x").unwrap();
    stream.file().create_group("g").unwrap();
    set("write");
    drop(stream);
    drop(x);
    set("");
    let stream = File::open_stream(Cursor::new(small())).unwrap();
    assert_eq!(stream.file().names().unwrap(), ["x"]);
}

#[test]
fn two_streams_are_two_files() {
    let (one, other) =
        (File::create_stream(empty()).unwrap(), File::create_stream(empty()).unwrap());
    assert_ne!(one.file().file_path(), other.file().file_path());
    one.file().create_dataset("x", 1).unwrap();
    assert!(other.file().is_empty().unwrap());
    let bytes = small();
    let copies: Vec<_> =
        (0..2).map(|_| File::open_rw_stream(Cursor::new(bytes.clone())).unwrap()).collect();
    copies[0].file().dataset("x").unwrap().write([7.0, 8.0]).unwrap();
    assert_eq!(copies[1].file().dataset("x").unwrap().read::<Vec<f64>>().unwrap(), [1.5, 2.5]);
}

#[test]
fn a_stream_is_whole_and_dropped_when_the_last_handle_is() {
    for dataset_first in [false, true] {
        let bytes = Shared::default();
        let stream = File::create_stream(bytes.clone()).unwrap();
        let packed = stream.file().new_dataset::<i32>().shape(1000).chunk(100).deflate(1);
        let packed = packed.create("packed").unwrap();
        if dataset_first {
            packed.write(vec![5; 1000]).unwrap();
            drop(packed);
            assert_eq!(Arc::strong_count(&bytes.0), 2);
            drop(stream);
        } else {
            drop(stream);
            assert_eq!(Arc::strong_count(&bytes.0), 2);
            packed.write(vec![5; 1000]).unwrap();
            drop(packed);
        }
        assert_eq!(Arc::strong_count(&bytes.0), 1, "the stream has gone");
        let file = File::from_bytes(bytes.copy()).unwrap();
        assert_eq!(file.dataset("packed").unwrap().read::<Vec<i32>>().unwrap(), [5; 1000]);
    }
}

#[test]
fn eight_threads_use_one_stream_of_20_megabytes() {
    let h5py = judges::h5py!();
    let stream = File::create_stream(empty()).unwrap();
    let file = stream.file();
    let rows = file.new_dataset::<f64>().shape((8, 0.., 1000)).chunk((1, 50, 1000)).deflate(1);
    let rows = rows.create("rows").unwrap();
    rows.resize((8, 312, 1000)).unwrap();
    thread::scope(|scope| {
        for index in 0..8 {
            let rows = &rows;
            scope.spawn(move || {
                for start in (0..312).step_by(52) {
                    let values = ndarray::Array2::from_elem((52, 1000), f64::from(index as u32));
                    let part = rows.select((index, start..start + 52, ..)).unwrap();
                    part.write(&values).unwrap();
                    assert_eq!(part.read::<ndarray::Array2<f64>>().unwrap(), values);
                }
                rows.attrs().set(format!("thread {index}"), index as i64).unwrap();
            });
        }
    });
    let plain = vec![1.5; 2_500_000];
    file.create_dataset("plain", &plain).unwrap();
    let bytes = stream.close().unwrap().into_inner();
    assert!(bytes.len() > 20_000_000);
    let dir = judges::scratch();
    let path = dir.file("large");
    std::fs::write(&path, &bytes).unwrap();
    h5py.file(&path)
        .assert("all((f['rows'][i] == i).all() for i in range(8))")
        .assert("len(f['rows'].attrs) == 8 and (f['plain'][:] == 1.5).all()");
    // Eight files at once.
    thread::scope(|scope| {
        for _ in 0..8 {
            let bytes = bytes.clone();
            scope.spawn(move || {
                let stream = File::open_stream(Cursor::new(bytes)).unwrap();
                let plain = stream.file().dataset("plain").unwrap();
                assert_eq!(plain.select(2_499_999).unwrap().read::<f64>().unwrap(), 1.5);
            });
        }
    });
}

#[test]
fn links_and_virtual_datasets_lead_from_a_stream_to_the_disk() {
    let dir = judges::scratch();
    let path = dir.file("target.h5");
    let name = path.to_str().unwrap();
    File::create(&path).unwrap().create_dataset("y", [7, 8]).unwrap();
    let stream = File::create_stream(empty()).unwrap();
    let file = stream.file();
    file.link_external("outside", name, "/y").unwrap();
    file.link_external("nowhere", dir.file("none.h5").to_str().unwrap(), "/y").unwrap();
    let source = VirtualSource::new(name, "y", 2);
    file.new_dataset::<i32>().shape(2).virtual_source(.., source).create("virtual").unwrap();
    let bytes = stream.close().unwrap().into_inner();

    let stream = File::open_rw_stream(Cursor::new(bytes)).unwrap();
    let outside = stream.file().dataset("outside").unwrap();
    assert_eq!(outside.read::<Vec<i32>>().unwrap(), [7, 8]);
    let virtual_dataset = stream.file().dataset("virtual").unwrap();
    assert_eq!(virtual_dataset.read::<Vec<i32>>().unwrap(), [7, 8]);
    assert!(matches!(
        kind(stream.file().dataset("nowhere")),
        ErrorKind::ExternalFile { .. } | ErrorKind::NotFound { .. }
    ));
    // It is the same file that others here have open, by the driver for files on the disk.
    let direct = File::open_rw(&path).unwrap();
    direct.dataset("y").unwrap().write([9, 10]).unwrap();
    assert_eq!(outside.read::<Vec<i32>>().unwrap(), [9, 10]);
    assert_eq!(virtual_dataset.read::<Vec<i32>>().unwrap(), [9, 10]);
    outside.write([11, 12]).unwrap();
    stream.close().unwrap();
    drop((outside, virtual_dataset));
    direct.close().unwrap();
    let again = File::open(&path).unwrap();
    assert_eq!(again.dataset("y").unwrap().read::<Vec<i32>>().unwrap(), [11, 12]);
}

#[test]
fn a_user_defined_link_does_not_lead_into_a_stream() {
    let stream = File::open_stream(Cursor::new(small())).unwrap();
    let class = LinkClass::register(201, move |_| stream.file().open("x")).unwrap();
    let file = File::in_memory().unwrap();
    file.link_user_defined("link", class.number(), b"").unwrap();
    assert!(matches!(kind(file.dataset("link")), ErrorKind::Unsupported { .. }));
    class.unregister().unwrap();
}

#[test]
fn region_references_are_read_from_a_stream() {
    let stream = File::create_stream(empty()).unwrap();
    let x = stream.file().create_dataset("x", [1, 2, 3, 4]).unwrap();
    let region = x.region_reference(1..3).unwrap();
    stream.file().create_dataset("regions", [region]).unwrap();
    let bytes = stream.close().unwrap().into_inner();
    let stream = File::open_stream(Cursor::new(bytes)).unwrap();
    let regions: Vec<RegionReference> = stream.file().dataset("regions").unwrap().read().unwrap();
    let selected = stream.file().region(regions[0]).unwrap();
    assert_eq!(selected.read::<Vec<i32>>().unwrap(), [2, 3]);
}

/// A file in a dataset of another file.
struct InDataset {
    dataset: Dataset,
    position: usize,
}

impl Read for InDataset {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let end = self.dataset.shape()?[0].min(self.position + buffer.len());
        if end <= self.position {
            return Ok(0);
        }
        let bytes: Vec<u8> = self.dataset.select(self.position..end)?.read()?;
        buffer[..bytes.len()].copy_from_slice(&bytes);
        self.position = end;
        Ok(bytes.len())
    }
}

impl Write for InDataset {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = self.position + bytes.len();
        if end > self.dataset.shape()?[0] {
            self.dataset.resize(end)?;
        }
        self.dataset.select(self.position..end)?.write(bytes)?;
        self.position = end;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(self.dataset.flush()?)
    }
}

impl Seek for InDataset {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => position as i64,
            SeekFrom::Current(by) => self.position as i64 + by,
            SeekFrom::End(by) => self.dataset.shape()?[0] as i64 + by,
        };
        self.position = position.try_into().map_err(|_| io::ErrorKind::InvalidInput)?;
        Ok(self.position as u64)
    }
}

#[test]
fn a_file_is_in_a_dataset_of_another_file() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("outer.h5");
    let outer = File::create(&path).unwrap();
    let dataset =
        outer.new_dataset::<u8>().shape(0..).chunk(512).deflate(4).create("inner").unwrap();
    let stream = File::create_stream(InDataset { dataset, position: 0 }).unwrap();
    stream.file().create_dataset("x", vec![2.5; 1000]).unwrap();
    assert_eq!(stream.file().dataset("x").unwrap().read::<Vec<f64>>().unwrap(), [2.5; 1000]);
    drop(stream.close().unwrap());
    outer.close().unwrap();
    h5py.file(&path).assert(
        "(h5py.File(__import__('io').BytesIO(f['inner'][:].tobytes()), 'r')['x'][:] == 2.5).all()",
    );
}

#[test]
fn a_stream_does_not_use_the_file_that_is_in_it() {
    let own: Arc<Mutex<Option<Dataset>>> = Arc::default();
    let found = Arc::new(Mutex::new(Vec::new()));
    let (dataset, kinds) = (Arc::clone(&own), Arc::clone(&found));
    let before = move |_: &str, bytes: usize| {
        if let Some(dataset) = &*dataset.lock().unwrap() {
            kinds.lock().unwrap().push(kind(dataset.read::<Vec<f64>>()));
            kinds.lock().unwrap().push(kind(dataset.write([0.0, 0.0])));
            // Another file it may use, but close none.
            let file = File::in_memory().map_err(io::Error::from)?;
            file.create_dataset("y", 1).map_err(io::Error::from)?;
            kinds.lock().unwrap().push(kind(file.close()));
        }
        Ok(bytes)
    };
    let stream = File::open_rw_stream(Odd { inner: Cursor::new(small()), before }).unwrap();
    let x = stream.file().dataset("x").unwrap();
    *own.lock().unwrap() = Some(stream.file().dataset("x").unwrap());
    x.write([3.5, 4.5]).unwrap();
    stream.file().flush().unwrap();
    *own.lock().unwrap() = None;
    let found = found.lock().unwrap();
    assert!(!found.is_empty());
    assert!(
        found.iter().all(|kind| matches!(kind, ErrorKind::InvalidArgument { .. })),
        "{found:?}"
    );
    let bytes = stream.close().unwrap().inner.into_inner();
    let file = File::from_bytes(bytes).unwrap();
    assert_eq!(file.dataset("x").unwrap().read::<Vec<f64>>().unwrap(), [3.5, 4.5]);
}

/// Runs a test again in a process of its own, which gets a path.
fn in_another_process(path: &Path, program: impl FnOnce(&Path)) {
    const PATH: &str = "STREAM_PATH";
    if let Some(path) = std::env::var_os(PATH) {
        return program(path.as_ref());
    }
    let this = thread::current().name().expect("tests have one").to_owned();
    let mut program = std::process::Command::new(std::env::current_exe().unwrap());
    program.args(["--exact", &this]).env(PATH, path);
    let output = judges::output(&mut program).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_program_that_exits_leaves_its_data_in_the_stream() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("left");
    in_another_process(&path, |path| {
        let mut file = std::fs::File::options();
        file.read(true).write(true).create_new(true);
        let stream = io::BufWriter::new(file.open(path).unwrap());
        let stream = File::create_stream(Buffered(stream)).unwrap();
        let packed = stream.file().new_dataset::<i32>().shape(1000).chunk(100).deflate(1);
        let packed = packed.create("packed").unwrap();
        packed.write(vec![5; 1000]).unwrap();
        // One that has failed is left alone.
        let before = |method: &str, bytes| match method {
            "write" => Err(io::ErrorKind::StorageFull.into()),
            _ => Ok(bytes),
        };
        let failing = File::open_rw_stream(Odd { inner: Cursor::new(small()), before }).unwrap();
        failing.file().create_group("g").unwrap();
        assert!(failing.file().flush().is_err());
        std::process::exit(0);
    });
    h5py.file(&path).assert("(f['packed'][:] == 5).all()");
}

/// Buffers what is written.
struct Buffered(io::BufWriter<std::fs::File>);

impl Read for Buffered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.flush()?;
        self.0.get_mut().read(buffer)
    }
}

impl Write for Buffered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Seek for Buffered {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[cfg(unix)]
#[test]
fn a_fork_does_not_use_the_stream_of_its_parent() {
    let dir = judges::scratch();
    let path = dir.file("forked");
    in_another_process(&path, |path| {
        std::fs::write(path, small()).unwrap();
        let stream = File::open_stream(std::fs::File::open(path).unwrap()).unwrap();
        let x = stream.file().dataset("x").unwrap();
        // SAFETY: the child makes calls that take no locks but those that a fork cares for.
        let child = unsafe { libc::fork() };
        if child == 0 {
            let refused = kind(x.read::<Vec<f64>>()) == ErrorKind::OtherProcess;
            drop(x);
            let refused = refused && kind(stream.close()) == ErrorKind::OtherProcess;
            // SAFETY: it ends the child, with all that is done at the end of a program.
            unsafe { libc::exit(i32::from(!refused)) };
        }
        let mut status = 0;
        // SAFETY: the pointer is valid for writes.
        assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
        assert_eq!(status, 0);
        assert_eq!(x.read::<Vec<f64>>().unwrap(), [1.5, 2.5]);
    });
}
