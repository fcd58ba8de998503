//! Who may open a file while others have it open: in other programs, and in this one.

use std::fs;
use std::path::Path;

use hdf5::{ErrorKind, File, FileOptions, Locking};
use judges::Process;

/// One of the ways to open a file.
type Open = fn(&FileOptions, &Path) -> hdf5::Result<File>;
const MODES: [(&str, Open); 4] = [
    ("r", |options, path| options.open(path)),
    ("r+", |options, path| options.open_rw(path)),
    ("a", |options, path| options.append(path)),
    ("w", |options, path| options.create(path)),
];

fn open_as(mode: &str) -> Open {
    MODES.iter().find(|(name, _)| *name == mode).expect("it is a mode").1
}

/// What becomes of an opening, in the words of `BY_H5PY`.
fn outcome(opened: hdf5::Result<File>) -> &'static str {
    match opened.map_err(|error| error.kind().clone()) {
        Ok(_) => "opened",
        Err(ErrorKind::Locked) => "BlockingIOError",
        Err(ErrorKind::AlreadyOpen) => "already open",
        Err(other) => panic!("{other}"),
    }
}

/// Opens a file, in a mode and with a locking, in a process that has nothing else open.
const BY_H5PY: &str = "
    locking = {'': None, 'off': False}[args[2]]
    try:
        with h5py.File(args[0], args[1], locking=locking): print('opened', end='')
    except OSError as error: print(type(error).__name__, end='')
";

/// Holds a file in a mode until it is told to close it.
const HOLD: &str = "
    f = h5py.File(args[0], args[1], libver=('v110' if args[1] == 'w' else None))
    say('open'); hear(); f.close(); say('closed')
";

#[test]
fn others_may_read_what_is_read_and_nothing_of_what_is_written() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("held.h5");
    let by_h5py = |mode: &str, locking: &str| {
        h5py.script(BY_H5PY, &[&path, Path::new(mode), Path::new(locking)])
    };
    for (held, outcomes) in [
        ("r", ["opened", "BlockingIOError", "BlockingIOError", "BlockingIOError"]),
        ("r+", ["BlockingIOError"; 4]),
        ("a", ["BlockingIOError"; 4]),
        ("w", ["BlockingIOError"; 4]),
    ] {
        // They hold it, and we would like to have it.
        h5py.create(&path, "f['x'] = np.arange(100)");
        let mut holder = h5py.spawn(HOLD, &[&path, Path::new(held)]);
        holder.wait_for("open");
        let before = fs::read(&path).unwrap();
        for ((mode, open), expected) in MODES.iter().zip(outcomes) {
            let found = outcome(open(&File::options(), &path));
            assert_eq!(found, expected, "h5py has it {held}, we open it {mode}");
        }
        let in_memory = File::options().core(true);
        assert_eq!(outcome(in_memory.open_rw(&path)), "BlockingIOError", "h5py has it {held}");
        assert!(fs::read(&path).unwrap() == before, "a locked file stays as it is");
        // Without locks nothing is in the way, for reading.
        if held != "w" {
            let file = File::options().locking(Locking::Off).open(&path).unwrap();
            assert_eq!(file.dataset("x").unwrap().shape().unwrap(), [100]);
        }
        holder.say("close");
        holder.finish();

        // We hold it, and they would like to have it: all but `w`, with which h5py destroys the file.
        h5py.create(&path, "f['x'] = np.arange(100)");
        let file = open_as(held)(&File::options(), &path).unwrap();
        for ((mode, _), expected) in MODES.iter().zip(outcomes).take(3) {
            assert_eq!(by_h5py(mode, ""), expected, "we have it {held}, h5py opens it {mode}");
        }
        if held == "r" {
            assert_eq!(by_h5py("r", "off"), "opened");
        }
        file.close().unwrap();
        assert_eq!(by_h5py("r+", ""), "opened", "it was {held}, and is closed");
    }
}

#[test]
fn a_file_that_is_written_by_swmr_is_not_opened_as_any_other() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("swmr.h5");
    let mut writer = h5py.spawn(
        "
        f = h5py.File(args[0], 'w', libver='v110')
        f.create_dataset('x', (0,), maxshape=(None,), dtype='i4', chunks=(10,))
        f.swmr_mode = True
        say('open'); hear(); f.close()
        ",
        &[&path],
    );
    writer.wait_for("open");
    let before = fs::read(&path).unwrap();
    for (mode, open) in MODES {
        // Its writer has no lock any more: what tells is a flag in the file, but for `w`, which asks for neither.
        if mode != "w" {
            let error = open(&File::options(), &path).unwrap_err();
            assert!(!matches!(error.kind(), ErrorKind::Library), "{mode}: {error:#}");
            let theirs = h5py.script(BY_H5PY, &[&path, Path::new(mode), Path::new("")]);
            assert!(theirs.ends_with("Error"), "{mode}: {theirs}");
        }
    }
    assert!(fs::read(&path).unwrap() == before, "a file that is in use stays as it is");
    writer.say("close");
    writer.finish();
    assert_eq!(outcome(File::open_rw(&path)), "opened");
}

#[test]
fn one_process_may_have_a_file_open_more_than_once() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    // What h5py says of the same, in one process.
    let both = "
        with h5py.File(args[0], 'w') as f: f['x'] = 1
        with h5py.File(args[0], args[1]):
            try:
                with h5py.File(args[0], args[2]): print('opened', end='')
            except OSError as error: print('already open', end='')
    ";
    for (first, second, expected) in [
        ("r", "r", "opened"),
        ("r", "r+", "already open"),
        ("r", "a", "already open"),
        ("r", "w", "already open"),
        ("r+", "r", "opened"),
        ("r+", "r+", "opened"),
        ("r+", "a", "opened"),
        ("r+", "w", "already open"),
        ("w", "r", "opened"),
        ("w", "w", "already open"),
    ] {
        let (ours, theirs) = (dir.file("ours.h5"), dir.file("theirs.h5"));
        let modes = [Path::new(first), Path::new(second)];
        assert_eq!(h5py.script(both, &[&theirs, modes[0], modes[1]]), expected);
        h5py.create(&ours, "f['x'] = 1");
        for locking in [None, Some(Locking::Off)] {
            let options =
                locking.map_or(File::options(), |locking| File::options().locking(locking));
            let file = open_as(first)(&options, &ours).unwrap();
            let kept = file.create_group("kept").ok();
            let again = open_as(second)(&options, &ours);
            assert_eq!(outcome(again), expected, "{first}, then {second}, {locking:?}");
            // A group keeps it open as well.
            drop(file);
            if kept.is_some() {
                let again = open_as(second)(&options, &ours);
                assert_eq!(outcome(again), expected, "{first} by a group, then {second}");
            }
        }
    }
    let file = File::open_rw(dir.file("ours.h5")).unwrap();
    file.create_dataset("y", [1, 2]).unwrap();
    let again = File::open(dir.file("ours.h5")).unwrap();
    // It sees what has been written, not only what has been flushed; and may only read, unlike h5py's.
    assert_eq!(again.dataset("y").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    assert_eq!(*again.create_group("g").unwrap_err().kind(), ErrorKind::ReadOnly);
    assert_eq!(
        *File::create_new(dir.file("ours.h5")).unwrap_err().kind(),
        ErrorKind::AlreadyExists
    );
    let error = File::create(dir.file("ours.h5")).unwrap_err().to_string();
    assert!(error.ends_with("this process has the file open: close it first"), "{error}");
}

#[test]
fn one_process_opens_a_file_with_one_choice_of_locking() {
    let dir = judges::scratch();
    let path = dir.file("one.h5");
    let file = File::create(&path).unwrap();
    for locking in [Locking::Off, Locking::Enforce] {
        let opened = File::options().locking(locking).open_rw(&path);
        let error = match opened {
            // Some older releases do as for the first opening.
            Ok(_) if !cfg!(hdf5_ge_1_14) => continue,
            opened => opened.unwrap_err(),
        };
        assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
        assert!(error.to_string().contains("another choice of `Locking`"), "{error}");
    }
    file.close().unwrap();
    // Who only reads, and has not chosen, goes along.
    let file = File::options().locking(Locking::Off).open_rw(&path).unwrap();
    assert_eq!(outcome(File::open(&path)), "opened");
    file.close().unwrap();
}

/// Which file to open, in a process that the environment or the system makes different.
const HELD: &str = "A_FILE_THAT_IS_HELD";

#[test]
fn the_environment_has_the_last_word_on_locks() {
    let choices = [None, Some(Locking::Enforce), Some(Locking::BestEffort), Some(Locking::Off)];
    if let Some(path) = std::env::var_os(HELD) {
        for locking in choices {
            let options =
                locking.map_or(File::options(), |locking| File::options().locking(locking));
            judges::say(outcome(options.open(&path)));
        }
        return;
    }
    let dir = judges::scratch();
    let path = dir.file("held.h5");
    let held = File::create(&path).unwrap();
    held.flush().unwrap();
    for (value, outcomes) in [
        (None, ["BlockingIOError", "BlockingIOError", "BlockingIOError", "opened"]),
        (Some("TRUE"), ["BlockingIOError"; 4]),
        (Some("1"), ["BlockingIOError"; 4]),
        (Some("BEST_EFFORT"), ["BlockingIOError"; 4]),
        (Some("FALSE"), ["opened"; 4]),
        (Some("0"), ["opened"; 4]),
    ] {
        let mut command = judges::again();
        command.env(HELD, &path).env_remove("HDF5_USE_FILE_LOCKING");
        if let Some(value) = value {
            command.env("HDF5_USE_FILE_LOCKING", value);
        }
        assert_eq!(Process::again(&mut command).finish(), outcomes, "{value:?}");
    }
}

/// Lets the system answer every `flock` of this process with an error, as network file systems do.
#[cfg(target_os = "linux")]
fn refuse_locks(errno: i32) {
    let statement = |code: u32, jt, jf, k| libc::sock_filter { code: code as u16, jt, jf, k };
    let number = u32::try_from(libc::SYS_flock).unwrap();
    let mut filter = [
        // The number of the call is the first field of what a filter sees.
        statement(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0, 0, 0),
        statement(libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K, 0, 1, number),
        statement(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ERRNO | errno as u32),
        statement(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ALLOW),
    ];
    let program =
        libc::sock_fprog { len: filter.len().try_into().unwrap(), filter: filter.as_mut_ptr() };
    let (yes, no): (libc::c_ulong, libc::c_ulong) = (1, 0);
    // SAFETY: the filter lives until it has been copied; it forbids this thread one call and no more.
    unsafe {
        assert_eq!(libc::prctl(libc::PR_SET_NO_NEW_PRIVS, yes, no, no, no), 0);
        let mode = libc::c_ulong::from(libc::SECCOMP_MODE_FILTER);
        assert_eq!(libc::prctl(libc::PR_SET_SECCOMP, mode, &program), 0);
    }
}

/// What a system says that has no locks, no room for them, or no right to them; 524 is what NFS says.
#[cfg(target_os = "linux")]
const ERRNOS: [i32; 5] = [libc::ENOSYS, libc::ENOLCK, libc::EOPNOTSUPP, 524, libc::EROFS];

#[cfg(target_os = "linux")]
#[test]
fn where_there_are_no_locks_a_file_is_opened_as_one_has_chosen() {
    const ERRNO: &str = "WHAT_FLOCK_SAYS";
    if let Some(path) = std::env::var_os(HELD) {
        let errno: i32 = std::env::var(ERRNO).unwrap().parse().unwrap();
        let before = fs::read(&path).unwrap();
        refuse_locks(errno);
        for locking in [Locking::Enforce, Locking::BestEffort, Locking::Off] {
            for (mode, open) in MODES {
                let opened = match locking {
                    Locking::Enforce => false,
                    // libhdf5 knows of one kind of missing locks alone; we read in any case.
                    Locking::BestEffort => errno == libc::ENOSYS || mode == "r",
                    _ => true,
                };
                let case = format!("{locking:?}, {mode}, {errno}");
                let path = Path::new(&path);
                match open(&File::options().locking(locking), path) {
                    Ok(file) => {
                        assert!(opened, "{case}");
                        assert!(mode == "w" || file.contains("x").unwrap(), "{case}");
                        file.close().unwrap();
                        fs::write(path, &before).unwrap();
                    }
                    Err(error) => {
                        assert!(!opened, "{case}: {error:#}");
                        assert_eq!(*error.kind(), ErrorKind::CannotLock { errno }, "{error:#}");
                        let message = error.to_string();
                        for part in
                            [&format!("os error {errno}"), "Locking::Off", "HDF5_USE_FILE_LOCKING"]
                        {
                            assert!(message.contains(part), "{message}");
                        }
                    }
                }
                assert!(fs::read(path).unwrap() == before, "{case}: it is no more what it was");
            }
        }
        // What has been opened without a lock can be opened so once more.
        let (first, second) = (File::open(&path).unwrap(), File::open(&path).unwrap());
        assert!(first.contains("x").unwrap() && second.contains("x").unwrap());
        return;
    }
    let dir = judges::scratch();
    let path = dir.file("locked.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", 1).unwrap();
    file.close().unwrap();
    for errno in ERRNOS {
        let mut command = judges::again();
        command.env(HELD, &path).env(ERRNO, errno.to_string()).env_remove("HDF5_USE_FILE_LOCKING");
        Process::again(&mut command).finish();
    }
}
