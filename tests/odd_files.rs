//! What is no HDF5 file, or no longer one.

use std::fs;
use std::path::{Path, PathBuf};

use hdf5::{ErrorKind, File, LibVer};

/// One of the ways to open a file, or to make one.
type Open = fn(&Path) -> hdf5::Result<()>;
const OPENINGS: [(&str, Open); 4] = [
    ("open", |path| File::open(path).map(drop)),
    ("open_rw", |path| File::open_rw(path).map(drop)),
    ("append", |path| File::append(path).map(drop)),
    ("core", |path| File::options().core(true).open(path).map(drop)),
];
const CREATIONS: [(&str, Open); 3] = [
    ("create", |path| File::create(path).map(drop)),
    ("create_new", |path| File::create_new(path).map(drop)),
    ("create_atomic", |path| File::create_atomic(path).map(drop)),
];

/// Refuses to wait for what may never end.
fn within_seconds<T: Send + 'static>(what: &str, f: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || sender.send(f()));
    let waited = receiver.recv_timeout(std::time::Duration::from_secs(30));
    waited.unwrap_or_else(|_| panic!("{what} hangs, or panics"))
}

fn refused(name: &'static str, open: Open, path: &Path) -> hdf5::Error {
    let at = path.to_owned();
    let opened = within_seconds(name, move || open(&at));
    let error = opened.expect_err(name);
    assert!(error.to_string().contains(path.file_name().unwrap().to_str().unwrap()), "{error}");
    assert_eq!(error.file_path().and_then(Path::file_name), path.file_name(), "{name}: {error}");
    error
}

#[test]
fn a_directory_is_told_as_such() {
    let dir = judges::scratch();
    let path = dir.file("folder.h5");
    fs::create_dir(&path).unwrap();
    for (name, open) in OPENINGS.into_iter().chain(CREATIONS) {
        let kind = refused(name, open, &path).kind().clone();
        match name {
            "create_new" => assert_eq!(kind, ErrorKind::AlreadyExists, "{name}"),
            _ => assert_eq!(kind, ErrorKind::Io(std::io::ErrorKind::IsADirectory), "{name}"),
        }
    }
    assert!(!File::is_hdf5(&path).unwrap());
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "a draft is left");
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_refused_and_nobody_waits() {
    use std::os::unix::ffi::OsStrExt;

    let dir = judges::scratch();
    let (fifo, socket) = (dir.file("pipe.h5"), dir.file("socket.h5"));
    let c_path = std::ffi::CString::new(fifo.as_os_str().as_bytes()).unwrap();
    // SAFETY: the path is NUL-terminated.
    assert_eq!(unsafe { libc::mkfifo(c_path.as_ptr(), 0o600) }, 0);
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let null = PathBuf::from("/dev/null");
    for (path, word) in [(&fifo, "pipe"), (&socket, "socket"), (&null, "/dev/null")] {
        for (name, open) in OPENINGS.into_iter().chain(CREATIONS) {
            // Nothing is put beside /dev/null.
            if name == "create_new" {
                assert_eq!(*refused(name, open, path).kind(), ErrorKind::AlreadyExists);
                continue;
            }
            let error = refused(name, open, path);
            assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{name}: {error:#}");
            assert!(error.to_string().contains(word), "{name}: {error}");
        }
        let at = path.clone();
        assert!(!within_seconds("is_hdf5", move || File::is_hdf5(at)).unwrap(), "{path:?}");
    }
}

#[test]
fn an_empty_file_is_no_hdf5_file_and_stays_empty() {
    let dir = judges::scratch();
    let path = dir.file("empty.h5");
    fs::write(&path, "").unwrap();
    for (name, open) in OPENINGS {
        assert_eq!(*refused(name, open, &path).kind(), ErrorKind::NotHdf5, "{name}");
    }
    assert_eq!(path.metadata().unwrap().len(), 0);
    assert!(!File::is_hdf5(&path).unwrap());
    // Who creates a file may replace it.
    File::create(&path).unwrap().close().unwrap();
    assert!(File::is_hdf5(&path).unwrap());
}

/// Root may read everything: then the test is another user's, in a process of its own.
#[cfg(unix)]
#[test]
fn a_file_without_permission_is_told_as_such() {
    use std::os::unix::fs::PermissionsExt;

    const FOLDER: &str = "A_FOLDER_OF_SOMEBODY_ELSE";
    let permit = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    let check = |folder: &Path| {
        let denied = ErrorKind::Io(std::io::ErrorKind::PermissionDenied);
        let (hidden, read_only) = (folder.join("hidden.h5"), folder.join("read_only.h5"));
        for (name, open) in OPENINGS {
            assert_eq!(*refused(name, open, &hidden).kind(), denied, "{name}");
        }
        assert_eq!(
            File::is_hdf5(&hidden).unwrap_err().kind(),
            &denied,
            "it is not said that it is none",
        );
        assert_eq!(File::open(&read_only).unwrap().dataset("x").unwrap().read::<i32>().unwrap(), 1);
        for name in ["open_rw", "append", "create", "create_atomic"] {
            let mut all = OPENINGS.into_iter().chain(CREATIONS);
            let (name, open) = all.find(|(found, _)| *found == name).unwrap();
            assert_eq!(*refused(name, open, &read_only).kind(), denied, "{name}");
        }
        let new = folder.join("new.h5");
        for (name, open) in CREATIONS {
            assert_eq!(*refused(name, open, &new).kind(), denied, "{name}");
        }
    };
    if let Some(folder) = std::env::var_os(FOLDER) {
        // SAFETY: no pointers; the process is this test's alone.
        assert_eq!(unsafe { libc::setuid(65_534) }, 0);
        return check(Path::new(&folder));
    }
    let dir = judges::scratch();
    for name in ["hidden.h5", "read_only.h5"] {
        let file = File::create(dir.file(name)).unwrap();
        file.create_dataset("x", 1).unwrap();
        file.close().unwrap();
    }
    permit(&dir.file("hidden.h5"), 0o000);
    permit(&dir.file("read_only.h5"), 0o444);
    permit(dir.path(), 0o555);
    // SAFETY: no pointers.
    if unsafe { libc::geteuid() } == 0 {
        judges::Process::again(judges::again().env(FOLDER, dir.path())).finish();
    } else {
        check(dir.path());
        permit(dir.path(), 0o755);
    }
}

#[test]
fn a_file_that_is_cut_anywhere_is_told_as_such_and_stays_as_it_is() {
    let dir = judges::scratch();
    let options = [
        ("default", File::options()),
        ("newest", File::options().libver(LibVer::V110, LibVer::Latest)),
        ("user block", File::options().userblock(1024)),
    ];
    for (name, options) in options {
        let path = dir.file("whole.h5");
        let file = options.create(&path).unwrap();
        let packed =
            file.new_dataset::<f64>().shape(500).chunk(50).deflate(1).create("g/x").unwrap();
        packed.write((0..500).map(f64::from).collect::<Vec<_>>()).unwrap();
        packed.attrs().set("words", vec!["some", "words"]).unwrap();
        file.create_dataset("words", vec!["a word"; 20]).unwrap();
        file.close().unwrap();
        let whole = fs::read(&path).unwrap();
        assert!(whole.len() > 3000);
        for length in (0..whole.len()).step_by(64) {
            let cut = dir.file("cut.h5");
            fs::write(&cut, &whole[..length]).unwrap();
            let start = if name == "user block" { 1024 } else { 0 };
            for (how, open) in OPENINGS {
                let error = refused(how, open, &cut);
                let expected = match length {
                    _ if length <= start => ErrorKind::NotHdf5,
                    _ => ErrorKind::Truncated,
                };
                assert_eq!(*error.kind(), expected, "{name}, {length} bytes, {how}: {error:#}");
            }
            assert!(fs::read(&cut).unwrap() == whole[..length], "{name}, {length} bytes: changed");
        }
        // The last byte counts as well.
        let cut = dir.file("cut.h5");
        fs::write(&cut, &whole[..whole.len() - 1]).unwrap();
        assert_eq!(*File::open(&cut).unwrap_err().kind(), ErrorKind::Truncated, "{name}");
    }
}
