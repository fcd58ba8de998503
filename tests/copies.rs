//! Objects copied with everything that belongs to them, beside h5py's own copies.

use std::path::Path;

use hdf5::{CopyOptions, ErrorKind, File, LibVer, Link, Node};

/// A file with something for every option of copying, and one that its external link leads to.
fn make_source(h5py: judges::H5py, folder: &judges::Scratch, name: &str) -> std::path::PathBuf {
    h5py.create(folder.file("outside.h5"), "f['deep/y'] = [7, 8]; f['deep'].attrs['o'] = 1");
    let path = folder.file(name);
    h5py.create(
        &path,
        "
        g = f.create_group('g')
        g.attrs['units'] = 'K'
        x = g.create_dataset('x', data=np.arange(100), chunks=(10,), compression='gzip')
        x.attrs['scale'] = 2.5
        g['again'] = x
        g['inner/y'] = ['a', 'b']
        g['inner/deeper/z'] = 1.5
        g['soft'] = h5py.SoftLink('/elsewhere')
        g['dangling'] = h5py.SoftLink('/nowhere')
        g['external'] = h5py.ExternalLink('outside.h5', '/deep')
        g['external dangling'] = h5py.ExternalLink('missing.h5', '/deep')
        f['elsewhere'] = [3, 4]
        f['elsewhere'].attrs['note'] = 'soft'
        f['target'] = np.arange(5)
        ref = h5py.ref_dtype
        g.create_dataset('refs', data=np.array([f['target'].ref, g['x'].ref, h5py.Reference()], dtype=ref))
        g.attrs['ref'] = f['target'].ref
        g['regions'] = np.array([f['target'].regionref[1:3]], dtype=h5py.regionref_dtype)
        g['type'] = np.dtype([('a', '<i4'), ('b', '<f8')])
        g.create_dataset('typed', (2,), dtype=g['type'])
        ",
    );
    path
}

/// A Python function that tells all about what is in a group.
const TELL: &str = "
    def value(file, data):
        if isinstance(data, np.ndarray) and data.dtype == object:
            return [value(file, item) for item in data.ravel()]
        if isinstance(data, h5py.RegionReference):
            return ('region', bool(data) and file[data].size)
        if isinstance(data, h5py.Reference):
            if not data: return 'null'
            # The number in the name that expanding gives is an address.
            try: name = file[data].name
            except Exception as e: return 'nothing'
            return 'anonymous' if name is None else name.split('_by_')[0]
        return data.tolist() if hasattr(data, 'tolist') else data

    def tell(file, name, depth=0):
        link = file.get(name, getlink=True) if name != '/' else h5py.HardLink()
        indent = '  ' * depth
        print(indent + name.split('_by_')[0], type(link).__name__, sorted(vars(link).items()))
        if not isinstance(link, h5py.HardLink): return
        item = file[name]
        attrs = {key: value(file, item.attrs[key]) for key in item.attrs}
        print(indent + ' ', type(item).__name__, attrs)
        if isinstance(item, h5py.Dataset):
            print(indent + ' ', item.dtype, item.chunks, item.compression, value(file, item[()]))
            committed = item.id.get_type().committed()
            print(indent + ' ', 'committed' if committed else 'not committed')
        elif isinstance(item, h5py.Group):
            for inner in sorted(item):
                tell(file, name.rstrip('/') + '/' + inner, depth + 1)
    ";

fn told(h5py: judges::H5py, path: &Path) -> String {
    h5py.file(path).run(&format!("{TELL}\n    tell(f, '/')\n"))
}

#[test]
fn copies_with_each_option_are_those_of_h5py() {
    let h5py = judges::h5py!();
    let new = CopyOptions::new;
    for (flags, options) in [
        ("", new()),
        ("shallow=True", new().shallow(true)),
        ("expand_soft=True", new().expand_soft(true)),
        ("expand_external=True", new().expand_external(true)),
        ("expand_refs=True", new().expand_references(true)),
        ("without_attrs=True", new().without_attributes(true)),
        (
            "shallow=True, expand_soft=True, without_attrs=True",
            new().shallow(true).expand_soft(true).without_attributes(true),
        ),
        (
            "expand_soft=True, expand_external=True, expand_refs=True",
            new().expand_soft(true).expand_external(true).expand_references(true),
        ),
    ] {
        // Into the same file.
        let dir = judges::scratch();
        let ours = make_source(h5py, &dir, "ours.h5");
        let theirs = make_source(h5py, &dir, "theirs.h5");
        let file = File::open_rw(&ours).unwrap();
        file.copy_with("g", "new/copy", &options).unwrap();
        file.close().unwrap();
        h5py.edit(&theirs, &format!("f.copy('g', 'new/copy', {flags})"));
        assert_eq!(told(h5py, &ours), told(h5py, &theirs), "{flags}, same file");

        // Into another file, of which the source is told as an object.
        let (ours_to, theirs_to) = (dir.file("ours to.h5"), dir.file("theirs to.h5"));
        let to = File::create(&ours_to).unwrap();
        let file = File::open(&ours).unwrap();
        to.copy_with(file.group("g").unwrap(), "new/copy", &options).unwrap();
        to.close().unwrap();
        let copy = format!(
            "h5py.File(args[0], 'r').copy('g', h5py.File(args[1], 'w'), 'new/copy', {flags})"
        );
        h5py.script(&copy, &[&ours, &theirs_to]);
        let told = (told(h5py, &ours_to), told(h5py, &theirs_to));
        assert_eq!(told.0, told.1, "{flags}, other file");
        assert!(told.0.contains("new/copy"), "{}", told.0);
    }
}

#[test]
fn what_is_copied_is_a_path_or_any_object() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let source = File::open(make_source(h5py, &dir, "source.h5")).unwrap();
    let path = dir.file("to.h5");
    let file = File::create(&path).unwrap();
    let group = source.group("g").unwrap();
    file.copy(&group, "group").unwrap();
    file.copy(source.dataset("g/x").unwrap(), "dataset").unwrap();
    let (dataset, datatype) = (source.dataset("g/x").unwrap(), source.datatype("g/type").unwrap());
    file.copy(&dataset, "a/b/dataset").unwrap();
    file.copy(&datatype, "a/b/type").unwrap();
    file.copy(source.datatype("g/type").unwrap(), "type").unwrap();
    let node = source.open("elsewhere").unwrap();
    file.copy(&node, "node").unwrap();
    file.copy(&source, "all").unwrap();
    let a = file.group("a").unwrap();
    a.copy("b/dataset", "/from the root").unwrap();
    a.copy("/dataset", "beside").unwrap();
    a.copy("/a/b", "b again").unwrap();
    // A path to a link copies what it leads to.
    file.link_soft("soft", "dataset").unwrap();
    file.copy("soft", "hard").unwrap();
    assert_eq!(file.read_link("hard").unwrap(), Link::Hard);
    // What no link leads to any more can be copied, too.
    let unlinked = file.create_dataset("unlinked", 9).unwrap();
    file.remove("unlinked").unwrap();
    file.copy(Node::from(&unlinked), "linked").unwrap();
    file.close().unwrap();
    for name in ["dataset", "a/b/dataset", "from the root", "a/beside", "a/b again/dataset", "hard"]
    {
        h5py.file(&path)
            .assert(&format!("(f[{name:?}][()] == np.arange(100)).all()"))
            .assert(&format!("f[{name:?}].attrs['scale'] == 2.5"));
    }
    h5py.file(&path)
        .assert("f['type'].dtype == np.dtype([('a', '<i4'), ('b', '<f8')])")
        .expect("f['node'][()].tolist(), int(f['linked'][()])", "([3, 4], 9)")
        .assert("f['all/g/x'].shape == (100,) and f['all/target'].shape == (5,)");
}

#[test]
fn a_copy_is_made_where_nothing_is() {
    let dir = judges::scratch();
    let file = File::create(dir.file("vacant.h5")).unwrap();
    let x = file.create_dataset("x", [1, 2]).unwrap();
    file.create_dataset("g/y", 1).unwrap();
    file.link_soft("dangling", "/nowhere").unwrap();
    for taken in ["x", "g/y", "dangling", "/"] {
        let error = file.copy("g", taken).unwrap_err();
        let path = format!("/{}", taken.trim_start_matches('/'));
        assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{error}");
        assert_eq!(error.object_path(), Some(path.as_str()));
    }
    for nameless in ["", "new/", "new\0"] {
        let error = file.copy("g", nameless).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
        let error = file.copy(nameless, "new").unwrap_err();
        let kind = error.kind();
        assert!(
            matches!(kind, ErrorKind::InvalidName { .. } | ErrorKind::NotFound { .. }),
            "{error}"
        );
    }
    let error = file.copy("g", "x/copy").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { path, .. } if path == "/x"), "{error}");
    let error = file.copy("x", "dangling/copy").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/nowhere".into() });
    let error = file.copy("g/nope", "new/copy").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/g/nope".into() });
    assert_eq!(error.object_path(), Some("/g/nope"));
    let error = file.copy("dangling", "new/copy").unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/nowhere".into() });
    assert_eq!(file.names().unwrap(), ["dangling", "g", "x"]);

    let other = File::create(dir.file("other.h5")).unwrap();
    file.close().unwrap();
    assert_eq!(*other.copy(&x, "new/x").unwrap_err().kind(), ErrorKind::Closed);
    assert!(other.is_empty().unwrap());
}

#[test]
fn a_group_is_copied_into_itself_and_the_root_too() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("itself.h5");
    let file = File::create(&path).unwrap();
    file.create_dataset("a/b/x", [1, 2]).unwrap();
    file.attrs().set("title", "all").unwrap();
    file.copy("a", "a/b/copy").unwrap();
    file.copy("a/b", "a/b/c/d/copy").unwrap();
    file.copy("/", "root").unwrap();
    file.copy(".", "a/root").unwrap();
    // A group that contains itself, and one with a way back.
    let a = file.group("a").unwrap();
    file.link("a/self", &a).unwrap();
    file.link_soft("a/back", "/").unwrap();
    file.copy("a", "a again").unwrap();
    file.copy_with("a", "expanded", &CopyOptions::new().expand_soft(true)).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("sorted(f['a/b/copy'])", "['b']")
        .expect("f['a/b/copy/b/x'][()].tolist()", "[1, 2]")
        .expect("sorted(f['a/b/c/d/copy'])", "['copy', 'x']")
        .expect("sorted(f['root'])", "['a']")
        .expect("f['root'].attrs['title'], f['a/root'].attrs['title']", "('all', 'all')")
        .assert("f['a again/self'] == f['a again'] and f['a again'] != f['a']")
        .expect("sorted(f['expanded/back'])", "['a', 'a again', 'root']");
}

#[test]
fn a_copy_goes_where_an_external_link_leads() {
    let dir = judges::scratch();
    let other = File::create(dir.file("other.h5")).unwrap();
    other.create_group("g").unwrap();
    let file = File::create(dir.file("here.h5")).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    file.link_external("out", "other.h5", "/g").unwrap();
    file.copy("x", "out/x").unwrap();
    file.copy("x", "/out/new/x").unwrap();
    file.copy("out/x", "back").unwrap();
    assert_eq!(other.dataset("g/new/x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    assert_eq!(other.dataset("g/x").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
    assert_eq!(file.names().unwrap(), ["back", "out", "x"]);
}

#[test]
fn committed_types_are_merged() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let source = dir.file("source.h5");
    h5py.create(
        &source,
        "
        f['types/pair'] = np.dtype([('a', '<i4'), ('b', '<f8')])
        for name in ['x', 'y']:
            f.create_dataset(name, (2,), dtype=f['types/pair'])
        f['x'].attrs.create('first', np.zeros((), f['types/pair'].dtype), dtype=f['types/pair'])
        ",
    );
    let make = |name: &str| {
        let path = dir.file(name);
        h5py.create(
            &path,
            "
            f['a/pair'] = np.dtype([('a', '<i4'), ('b', '<f8')])
            f['b/pair'] = np.dtype([('a', '<i4'), ('b', '<f8')])
            ",
        );
        path
    };
    let from = File::open(&source).unwrap();
    let copies = |path: &Path, options: &CopyOptions| {
        let file = File::open_rw(path).unwrap();
        file.copy_with(from.dataset("x").unwrap(), "x", options).unwrap();
        file.copy_with(from.dataset("y").unwrap(), "y", options).unwrap();
        file.close().unwrap();
        let addresses = "
            from h5py import h5o
            where = {}
            f.visititems(lambda name, item: where.update({name: h5o.get_info(item.id).addr}))
            used = [h5o.get_info(f[name].id.get_type()).addr for name in ['x', 'y']]
            print(['a' if at == where['a/pair'] else 'b' if at == where['b/pair'] else 'new' for at in used])
            print(used[0] == used[1])
            ";
        h5py.file(path).run(addresses)
    };
    let new = CopyOptions::new;
    let without = copies(&make("without.h5"), &new());
    assert_eq!(without, "['new', 'new']\nFalse\n");
    let merged = copies(&make("merged.h5"), &new().merge_datatypes(true));
    assert!(merged.ends_with("True\n") && !merged.contains("new"), "{merged}");
    for which in ["a", "b"] {
        let path = format!("/{which}/pair");
        let suggested = copies(&make(&format!("{which}.h5")), &new().suggest_datatype(&path));
        assert_eq!(suggested, format!("['{which}', '{which}']\nTrue\n"));
    }
    let file = File::create(dir.file("bad.h5")).unwrap();
    let error = file.copy_with(&from, "all", &new().suggest_datatype("")).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    let error = file.copy_with(&from, "all", &new().suggest_datatype("no/pair")).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound { missing: "/no".into() });
    assert_eq!(error.object_path(), Some("/no/pair"));
    assert!(file.is_empty().unwrap());
}

#[test]
fn a_copy_that_fails_leaves_nothing_behind() {
    let dir = judges::scratch();
    let source = File::options()
        .libver(LibVer::Latest, LibVer::Latest)
        .create(dir.file("source.h5"))
        .unwrap();
    let old = source.create_dataset("g/a", [1, 2]).unwrap();
    source.create_dataset("g/refs", [old.reference().unwrap()]).unwrap();
    source.create_dataset("target", 1).unwrap();
    let target = source.dataset("target").unwrap().reference().unwrap();
    source.create_dataset("g/b refs", [target]).unwrap();
    // Chunks indexed in a way that came with 1.10.
    let chunked = source.new_dataset::<i32>().shape((0.., 4)).chunk((2, 4));
    chunked.create("g/z").unwrap();

    let path = dir.file("old.h5");
    let file = File::options().libver(LibVer::Earliest, LibVer::V18).create(&path).unwrap();
    file.create_dataset("x", [1, 2]).unwrap();
    let group = source.group("g").unwrap();
    for options in [CopyOptions::new(), CopyOptions::new().expand_references(true)] {
        let error = file.copy_with(&group, "new/deep/g", &options).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Library, "{error:#}");
        assert_eq!(file.names().unwrap(), ["x"]);
    }
    let error = file.copy(source.dataset("g/z").unwrap(), "z").unwrap_err();
    assert_eq!(error.object_path(), Some("/z"));
    file.copy("x", "a").unwrap();
    file.close().unwrap();
    let file = File::open(&path).unwrap();
    assert_eq!(file.names().unwrap(), ["a", "x"]);
    assert_eq!(file.dataset("a").unwrap().read::<Vec<i32>>().unwrap(), [1, 2]);
}

#[test]
fn options_meet_links_and_references_that_lead_nowhere() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("odd.h5");
    h5py.create(
        &path,
        "
        g = f.create_group('g')
        g['x'] = [1, 2]
        gone = f.create_group('gone')
        g.create_dataset('refs', data=np.array([gone.ref, h5py.Reference()], dtype=h5py.ref_dtype))
        del f['gone']
        g['a'] = h5py.SoftLink('/g/b')
        g['b'] = h5py.SoftLink('/g/a')
        g['self'] = h5py.ExternalLink('odd.h5', '/g/self')
        g['text'] = h5py.ExternalLink('text.txt', '/x')
        ",
    );
    std::fs::write(dir.file("text.txt"), "no HDF5").unwrap();
    let file = File::open_rw(&path).unwrap();
    let new = CopyOptions::new;
    for (to, options) in [
        ("plain", new()),
        ("external", new().expand_external(true)),
        ("references", new().expand_references(true)),
    ] {
        file.copy_with("g", to, &options).unwrap();
        assert_eq!(file.read_link(format!("{to}/a")).unwrap(), Link::Soft { path: "/g/b".into() });
        assert!(matches!(file.read_link(format!("{to}/self")).unwrap(), Link::External { .. }));
    }
    let all = new().expand_soft(true).expand_external(true).expand_references(true);
    for options in [new().expand_soft(true), all] {
        let error = file.copy_with("g", "new/copy", &options).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::TooManyLinks, "{error:#}");
    }
    assert_eq!(file.names().unwrap(), ["external", "g", "plain", "references"]);
    file.close().unwrap();
    h5py.file(&path).assert("not f['references/refs'][1]");
}

#[test]
fn references_of_data_stay_in_the_same_file_and_others_become_null_or_lead_to_copies() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let source = make_source(h5py, &dir, "source.h5");
    let file = File::open_rw(&source).unwrap();
    let expand = CopyOptions::new().expand_references(true);
    file.copy("/", "all").unwrap();
    // libhdf5 would change the root while it copies it.
    let error = file.copy_with("/", "expanded", &expand).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    for (name, options) in [("null", &CopyOptions::new()), ("expanded", &expand)] {
        let to = File::create(dir.file(name)).unwrap();
        to.copy_with(file.group("g").unwrap(), "g", options).unwrap();
    }
    file.close().unwrap();
    h5py.file(&source)
        .assert("f[f['all/g/refs'][0]] == f['target'] and f[f['all/g/refs'][1]] == f['g/x']")
        .assert("f['all/g/regions'][0] and not f['all/g'].attrs['ref']");
    h5py.file(dir.file("null"))
        .expect("list(f)", "['g']")
        .assert("not any(f['g/refs']) and not f['g'].attrs['ref']");
    h5py.file(dir.file("expanded"))
        .assert("len(f) == 2 and any(name.startswith('~obj_pointed_by_') for name in f)")
        .expect("f[f['g/refs'][0]][()].tolist()", "[0, 1, 2, 3, 4]")
        .assert("f[f['g/refs'][1]] == f['g/x'] and not f['g/refs'][2]")
        .assert("f[f['g'].attrs['ref']] == f[f['g/refs'][0]]");
}
