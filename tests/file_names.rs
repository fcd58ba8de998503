//! Names of files: of any bytes, of any length, links to files, and paths that are relative.

use std::fs;
use std::path::{Path, PathBuf};

use hdf5::{ErrorKind, File};
use judges::H5py;

/// Each side writes a file of that name, which the other reads.
fn both_directions(h5py: H5py, path: &Path) {
    let file = File::create(path).unwrap();
    file.create_dataset("x", [1, 2, 3]).unwrap();
    assert_eq!(file.file_path(), path);
    file.close().unwrap();
    h5py.file(path).expect("f['x'][:].tolist()", "[1, 2, 3]");
    h5py.edit(path, "f['y'] = 'theirs'");
    let file = File::append(path).unwrap();
    assert_eq!(file.dataset("y").unwrap().read::<String>().unwrap(), "theirs");
    file.close().unwrap();
    assert!(File::is_hdf5(path).unwrap());

    let draft = File::create_atomic(path).unwrap();
    draft.file().create_dataset("z", 4).unwrap();
    draft.commit().unwrap();
    h5py.file(path).expect("list(f)", "['z']");
    fs::remove_file(path).unwrap();
    let entries = fs::read_dir(path.parent().unwrap()).unwrap();
    let left: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn names_have_spaces_and_letters_of_all_scripts() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for name in [
        "two words.h5",
        " ",
        "данные.h5",
        "データ.h5",
        "é.h5",
        "e\u{301}.h5",
        "🧪.h5",
        "%d.h5",
        "no dot",
    ] {
        both_directions(h5py, &dir.file(name));
    }
    #[cfg(unix)]
    for name in ["a\nline.h5", "back\\slash.h5", "\"quoted\".h5", "star*?.h5", "-r.h5", "a:b.h5"] {
        both_directions(h5py, &dir.file(name));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_are_bytes_that_need_not_be_utf_8() {
    use std::os::unix::ffi::OsStrExt;

    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for name in [b"caf\xe9.h5".as_slice(), b"\xff\xfe", b"half \xe2\x82.h5"] {
        let name = std::ffi::OsStr::from_bytes(name);
        both_directions(h5py, &dir.path().join(name));
        let error = File::open(dir.path().join(name)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
        assert_eq!(error.file_path().unwrap().file_name(), Some(name));
    }
}

#[cfg(unix)]
#[test]
fn names_and_paths_are_as_long_as_the_system_has_them() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    // The longest name that there can be, and paths of more than 260 and than 1000 bytes.
    let longest = format!("{}.h5", "n".repeat(252));
    both_directions(h5py, &dir.file(&longest));
    let mut folder = dir.path().to_owned();
    for _ in 0..6 {
        folder = folder.join("f".repeat(200));
        fs::create_dir(&folder).unwrap();
        both_directions_beside(h5py, &folder);
    }
    assert!(folder.as_os_str().len() > 1200);
    for create in [
        |path: PathBuf| File::create(path).map(drop),
        |path: PathBuf| File::create_atomic(path).map(drop),
    ] {
        let error = create(dir.file(&format!("n{longest}"))).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Io(std::io::ErrorKind::InvalidFilename), "{error:#}");
    }
}

/// In a folder of its own below this one, which it leaves empty.
#[cfg(unix)]
fn both_directions_beside(h5py: H5py, folder: &Path) {
    let own = folder.join("own");
    fs::create_dir(&own).unwrap();
    both_directions(h5py, &own.join("x.h5"));
    fs::remove_dir(own).unwrap();
}

#[test]
fn names_that_are_none_are_refused() {
    for open in [
        |path: &str| File::open(path).map(drop),
        |path: &str| File::open_rw(path).map(drop),
        |path: &str| File::create(path).map(drop),
        |path: &str| File::create_new(path).map(drop),
        |path: &str| File::append(path).map(drop),
        |path: &str| File::create_atomic(path).map(drop),
    ] {
        for (name, why) in [("", "is empty"), ("cut\0short.h5", "has a NUL byte")] {
            let error = open(name).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::InvalidName { reason: why }, "{name:?}: {error}");
        }
    }
    assert!(!Path::new("cut").exists());
    for path in ["..", "/"] {
        let error = File::create_atomic(path).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Io(std::io::ErrorKind::IsADirectory), "{error}");
    }
}

/// In a process of its own, whose working directory it changes.
#[test]
fn relative_paths_are_those_of_when_a_file_is_opened() {
    const FOLDER: &str = "A_FOLDER_TO_WORK_IN";
    if let Some(folder) = std::env::var_os(FOLDER) {
        std::env::set_current_dir(&folder).unwrap();
        let file = File::create("plain.h5").unwrap();
        assert_eq!(file.file_path(), Path::new("plain.h5"));
        let draft = File::create_atomic("atomic.h5").unwrap();
        draft.file().create_dataset("x", 1).unwrap();
        fs::create_dir("below").unwrap();
        std::env::set_current_dir("below").unwrap();
        file.create_dataset("x", 1).unwrap();
        file.sync_all().unwrap();
        file.close().unwrap();
        draft.commit().unwrap();
        let file = File::create("../below/../third.h5").unwrap();
        file.create_dataset("x", 1).unwrap();
        file.close().unwrap();
        assert!(fs::read_dir(".").unwrap().next().is_none());
        let error = File::open("plain.h5").unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotFound { missing } if missing == "plain.h5"));
        return;
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    judges::Process::again(judges::again().env(FOLDER, dir.path())).finish();
    for name in ["plain.h5", "atomic.h5", "third.h5"] {
        h5py.file(dir.file(name)).expect("int(f['x'][()])", "1");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_is_that_file() {
    use std::os::unix::fs::symlink;

    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (target, link) = (dir.file("target.h5"), dir.file("link.h5"));
    fs::create_dir(dir.file("folder")).unwrap();
    symlink("folder/../target.h5", &link).unwrap();
    // The file that it leads to is created, changed and replaced; the link stays.
    let file = File::create(&link).unwrap();
    file.create_dataset("x", 1).unwrap();
    // One file by two names is one file.
    assert_eq!(File::open(&target).unwrap().dataset("x").unwrap().read::<i32>().unwrap(), 1);
    assert_eq!(*File::create(&target).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    file.close().unwrap();
    h5py.edit(&link, "f['y'] = 2");
    let file = File::append(&link).unwrap();
    file.create_dataset("z", 3).unwrap();
    file.close().unwrap();
    h5py.file(&target).expect("list(f)", "['x', 'y', 'z']");
    let draft = File::create_atomic(&link).unwrap();
    draft.file().create_dataset("new", 4).unwrap();
    draft.commit().unwrap();
    h5py.file(&target).expect("list(f)", "['new']");
    assert!(link.symlink_metadata().unwrap().is_symlink() && !target.is_symlink());

    let circle = dir.file("circle.h5");
    symlink(&circle, &circle).unwrap();
    let error = File::open(&circle).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error:#}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_says_where() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (target, link) = (dir.file("none.h5"), dir.file("link.h5"));
    std::os::unix::fs::symlink(&target, &link).unwrap();
    for open in [
        |path: &Path| File::open(path).map(drop),
        |path: &Path| File::open_rw(path).map(drop),
        // h5py calls it a file that exists, which is as much of a refusal.
        |path: &Path| File::append(path).map(drop),
    ] {
        let error = open(&link).unwrap_err();
        let missing = target.display().to_string();
        assert_eq!(*error.kind(), ErrorKind::NotFound { missing }, "{error:#}");
    }
    assert_eq!(h5py.file(&link).opened("'a'").error_of("f"), "FileExistsError");
    assert_eq!(*File::create_new(&link).unwrap_err().kind(), ErrorKind::AlreadyExists);
    assert!(!target.exists());
    // Who creates a file by it creates what it leads to.
    File::create(&link).unwrap().close().unwrap();
    assert!(link.is_symlink() && target.is_file());
    fs::remove_file(&target).unwrap();
    File::create_atomic(&link).unwrap().commit().unwrap();
    h5py.file(&target).expect("list(f)", "[]");
    assert!(link.is_symlink());
}
