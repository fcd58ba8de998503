//! Memory and descriptors that are given back, also where something fails. One test: what others use would count.
#![cfg(target_os = "linux")]

use hdf5::{ErrorKind, File, Locking};

/// The memory of this process that is not shared, in bytes.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("RssAnon:")).unwrap();
    let kib: usize = line.split_ascii_whitespace().nth(1).unwrap().parse().unwrap();
    kib * 1024
}

fn descriptors() -> usize {
    std::fs::read_dir("/proc/self/fd").unwrap().count()
}

#[test]
fn thousands_of_files_are_opened_read_and_closed_in_the_same_memory() {
    let dir = judges::scratch();
    let (path, cut, none) = (dir.file("whole.h5"), dir.file("cut.h5"), dir.file("none.h5"));
    let file = File::create(&path).unwrap();
    file.create_dataset("words", vec!["a word of some length"; 200]).unwrap();
    file.new_dataset::<Vec<i32>>().shape(50).create_with("lists", vec![vec![1, 2, 3]; 50]).unwrap();
    let packed =
        file.new_dataset::<f64>().shape(2000).chunk(500).deflate(1).create("packed").unwrap();
    packed.write(vec![1.5; 2000]).unwrap();
    packed.attrs().set("units", "K").unwrap();
    file.close().unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&cut, &whole[..whole.len() / 2]).unwrap();

    let round = |turn: usize| {
        let file = File::open(&path).unwrap();
        assert_eq!(file.dataset("words").unwrap().read::<Vec<String>>().unwrap().len(), 200);
        assert_eq!(file.dataset("lists").unwrap().read::<Vec<Vec<i32>>>().unwrap()[49], [1, 2, 3]);
        let packed = file.dataset("packed").unwrap();
        assert_eq!(packed.select(700..703).unwrap().read::<Vec<f64>>().unwrap(), [1.5; 3]);
        assert_eq!(packed.attrs().get::<String>("units").unwrap(), "K");
        // What fails.
        assert!(file.dataset("nothing").is_err());
        assert!(packed.read::<Vec<String>>().is_err());
        assert!(packed.select(3000).is_err());
        assert!(packed.write([1.0]).is_err());
        let kept = file.walk().unwrap();
        if turn % 2 == 0 {
            file.close().unwrap();
        } else {
            drop(file);
        }
        drop((packed, kept));
        for (path, kind) in [(&cut, ErrorKind::Truncated), (&path, ErrorKind::AlreadyExists)] {
            let opened = if kind == ErrorKind::Truncated {
                File::open_rw(path)
            } else {
                File::create_new(path)
            };
            assert_eq!(*opened.unwrap_err().kind(), kind);
        }
        assert!(File::options().locking(Locking::Off).open(&none).is_err());
        assert!(File::from_bytes(&whole[..100]).is_err());
        let image = File::from_bytes(&whole).unwrap();
        assert_eq!(image.dataset("words").unwrap().shape().unwrap(), [200]);
    };
    (0..300).for_each(round);
    let (memory_before, descriptors_before) = (memory(), descriptors());
    (0..2000).for_each(round);
    // A leak of one list of words in each round would be more than 10 MB; allocators keep some.
    let grown = memory().saturating_sub(memory_before);
    assert!(grown < 3 << 20, "{grown} bytes more");
    assert_eq!(descriptors(), descriptors_before);
}
