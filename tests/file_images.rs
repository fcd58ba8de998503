//! Files in memory: as bytes, exchanged with h5py.

use hdf5::{ErrorKind, File};

#[test]
fn h5py_opens_the_bytes_of_a_file_in_memory_and_we_open_its() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (ours, theirs) = (dir.file("ours.bin"), dir.file("theirs.bin"));
    let file = File::in_memory().unwrap();
    file.create_dataset("g/x", [[1.5, 2.5], [3.5, 4.5]]).unwrap();
    file.attrs().set("title", "in memory").unwrap();
    std::fs::write(&ours, file.to_bytes().unwrap()).unwrap();
    h5py.script(
        "
        with h5py.File.in_memory(open(args[0], 'rb').read()) as f:
            assert f['g/x'][()].tolist() == [[1.5, 2.5], [3.5, 4.5]]
            assert f.attrs['title'] == 'in memory'
            f['more'] = [7, 8]
            f.flush()
            open(args[1], 'wb').write(f.id.get_file_image())
        ",
        &[&ours, &theirs],
    );
    let file = File::from_bytes(std::fs::read(&theirs).unwrap()).unwrap();
    assert_eq!(file.dataset("more").unwrap().read::<Vec<i64>>().unwrap(), [7, 8]);
    // What is written stays in memory, and the bytes follow.
    file.dataset("more").unwrap().write([9, 10]).unwrap();
    let changed = File::from_bytes(file.to_bytes().unwrap()).unwrap();
    assert_eq!(changed.dataset("more").unwrap().read::<Vec<i64>>().unwrap(), [9, 10]);
    h5py.file(&theirs).expect("f['more'][:].tolist()", "[7, 8]");
}

#[test]
fn two_files_in_memory_are_two_files() {
    let (one, other) = (File::in_memory().unwrap(), File::in_memory().unwrap());
    one.create_dataset("x", 1).unwrap();
    assert!(other.is_empty().unwrap());
    let bytes = one.to_bytes().unwrap();
    let copies = [File::from_bytes(&bytes).unwrap(), File::from_bytes(&bytes).unwrap()];
    copies[0].dataset("x").unwrap().write(2).unwrap();
    assert_eq!(copies[1].dataset("x").unwrap().read::<i32>().unwrap(), 1);
}

#[test]
fn the_bytes_of_a_file_on_the_disk_are_its_bytes() {
    let dir = judges::scratch();
    let path = dir.file("disk.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", [1, 2, 3]).unwrap();
    let bytes = file.to_bytes().unwrap();
    file.close().unwrap();
    assert!(bytes == std::fs::read(&path).unwrap());
    assert!(File::is_hdf5(&path).unwrap());
}

#[test]
fn bytes_that_are_no_file_are_refused() {
    let whole = {
        let file = File::in_memory().unwrap();
        file.create_dataset("x", vec![1; 1000]).unwrap();
        file.to_bytes().unwrap()
    };
    let kind = |bytes: &[u8]| File::from_bytes(bytes).unwrap_err().kind().clone();
    assert_eq!(kind(b""), ErrorKind::NotHdf5);
    assert_eq!(kind(b"# notes"), ErrorKind::NotHdf5);
    assert_eq!(kind(&whole[1..]), ErrorKind::NotHdf5);
    assert_eq!(kind(&whole[..whole.len() - 100]), ErrorKind::Truncated);
    let error = File::from_bytes(&whole[..20]).unwrap_err();
    assert!(error.to_string().contains("in memory"), "{error}");
}
