//! What a file holds beside its objects, and what of it is open, as h5py's calls of libhdf5 tell.

use hdf5::{ErrorKind, File, LibVer, OpenObjects};

#[test]
fn removed_data_leaves_free_space() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("x", vec![0.5; 10_000]).unwrap();
    file.create_dataset("y", [1, 2]).unwrap();
    let before = file.free_space().unwrap();
    assert!(before < 10_000, "{before} bytes");
    file.remove("x").unwrap();
    file.flush().unwrap();
    let after = file.free_space().unwrap();
    assert!(after >= 80_000, "{after} bytes");
    let sections = file.free_sections().unwrap();
    assert_eq!(sections.iter().map(|section| section.size).sum::<u64>(), after);
    let longest = sections.iter().max_by_key(|section| section.size).unwrap();
    assert!(longest.size >= 80_000 && longest.address + longest.size <= file.size().unwrap());
    assert_eq!(file.file_info().unwrap().free_space, after);
    // New data takes its place.
    file.create_dataset("z", vec![1.5; 10_000]).unwrap();
    assert!(file.free_space().unwrap() + 80_000 <= after);
    file.remove("z").unwrap();
    file.close().unwrap();

    // Closed, the file has forgotten where it has room.
    let file = File::open_rw(&path).unwrap();
    let (size, free) = (file.size().unwrap(), file.free_space().unwrap());
    assert_eq!(file.free_sections().unwrap(), []);
    file.close().unwrap();
    h5py.file(&path)
        .opened("'r+'")
        .expect("(f.id.get_filesize(), f.id.get_freespace())", &format!("({size}, {free})"));
    assert_eq!(size, path.metadata().unwrap().len());
}

#[test]
fn a_file_that_keeps_its_free_space_tells_of_it_after_it_was_opened() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let keeping = "'w', fs_strategy='fsm', fs_persist=True";
    h5py.file(&path).opened(keeping).run(
        "
        f['x'] = np.zeros(10_000); f['y'] = 1
        del f['x']
        ",
    );
    let file = File::open(&path).unwrap();
    let free = file.free_space().unwrap();
    assert!(free >= 80_000, "{free} bytes");
    assert!(file.free_sections().unwrap().iter().any(|section| section.size >= 80_000));
    let info = file.file_info().unwrap();
    assert!(info.superblock_extension_size > 0 && info.free_space_metadata_size > 0, "{info:?}");
    assert_eq!(info.free_space, free);
    file.close().unwrap();
    h5py.file(&path).expect("f.id.get_freespace()", &free.to_string());
}

#[test]
fn the_superblock_is_that_of_the_format() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    for (arguments, version) in
        [("'w'", 0), ("'w', libver=('v108', 'v108')", 2), ("'w', libver='latest'", 3)]
    {
        let path = dir.file(&format!("{version}.h5"));
        h5py.file(&path).opened(arguments).run("f['x'] = 1");
        let info = File::open(&path).unwrap().file_info().unwrap();
        // The byte after the signature.
        assert_eq!(std::fs::read(&path).unwrap()[8], version);
        assert_eq!(info.superblock_version, u32::from(version));
        // The sizes of the format specification, II.A; the oldest is counted with the entry of the root group.
        assert_eq!(info.superblock_size, if version == 0 { 96 } else { 48 });
        assert_eq!((info.shared_message_table_size, info.shared_message_heap_size), (0, 0));
    }
    let path = dir.file("ours.h5");
    let newest = File::options().libver(LibVer::V110, LibVer::V110);
    let file = newest.create(&path).unwrap();
    assert_eq!(file.file_info().unwrap().superblock_version, 3);
}

#[test]
fn what_is_open_is_counted_by_kind() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(&path, "f['g/x'] = [1, 2]; f['t'] = np.dtype('f4'); f['g'].attrs['a'] = 1");
    let count = |file: &File| {
        let OpenObjects { files, groups, datasets, datatypes, attributes, .. } =
            file.open_objects().unwrap();
        [files, groups, datasets, datatypes, attributes]
    };
    let file = File::open(&path).unwrap();
    // h5py has no root group open beside its file.
    let kinds =
        "[h5py.h5f.get_obj_count(f.id, k) for k in (h5py.h5f.OBJ_FILE, h5py.h5f.OBJ_GROUP)]";
    h5py.file(&path).expect(kinds, "[1, 0]");
    assert_eq!(count(&file), [1, 1, 0, 0, 0]);
    let (group, x) = (file.group("g").unwrap(), file.dataset("g/x").unwrap());
    let (again, ty) = (x.clone(), file.datatype("t").unwrap());
    let attribute = group.attrs().open("a").unwrap();
    // A clone is the same identifier, and an attribute is opened when it is read.
    assert_eq!(count(&file), [1, 2, 1, 1, 0]);
    attribute.read::<i64>().unwrap();
    let twice = File::open(&path).unwrap();
    assert_eq!(count(&file), [2, 3, 1, 1, 0]);
    drop(x);
    assert_eq!(count(&twice), [2, 3, 1, 1, 0]);
    drop((again, ty, attribute, group));
    assert_eq!(count(&twice), [2, 2, 0, 0, 0]);
    twice.close().unwrap();
    assert_eq!(count(&file), [1, 1, 0, 0, 0]);
}

#[test]
fn a_closed_file_has_no_space_to_tell_of() {
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    let file = File::create(&path).unwrap();
    let other = File::open_rw(&path).unwrap();
    let root = hdf5::Group::clone(&other);
    other.close().unwrap();
    assert_eq!(*root.info().unwrap_err().kind(), ErrorKind::Closed);
    assert_eq!(file.open_objects().unwrap().files, 1);
    file.close().unwrap();
}
