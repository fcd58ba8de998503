//! Files written anew, compared with what they were by h5py and h5diff.

use std::path::Path;
use std::process::Command;

use hdf5::{ErrorKind, File, Layout, LibVer, Link, LinkClass, RepackOptions, repack};

/// Statements that put everything there is into a file, given its name.
const EVERYTHING: &str = "
    import h5py.h5t as h5t
    def set_comment(name, text): f['/'].id.set_comment(name.encode(), text)
    g = f.create_group('g', track_order=True)
    g.attrs['z'] = 1; g.attrs['a'] = 'text'; g.attrs['m'] = np.arange(3)
    set_comment('g', b'a comment'); f.attrs['title'] = 'everything'
    x = g.create_dataset('x', data=np.arange(1000).reshape(10, 100), chunks=(3, 40), maxshape=(None, 100),
                         compression='gzip', shuffle=True, fletcher32=True, track_order=True)
    x.attrs['scale'] = 2.5; x.attrs['b'] = [1, 2]; x.attrs['a'] = b'bytes'
    set_comment('g/x', b'another')
    g['again'] = x
    g['aa'] = np.float32(1.5)
    g['loop'] = g
    f['g/inner/deeper/up'] = f['g']
    f['g/inner/root'] = f['/']
    g['soft'] = h5py.SoftLink('../elsewhere/./x'); g['dangling'] = h5py.SoftLink('/nowhere')
    g['external'] = h5py.ExternalLink('outside.h5', '/deep/x')
    f['naïve/µ'] = 'unicode'; f['naïve'].attrs['größe'] = 'ß'
    # Layouts and stages of allocation.
    s = f.create_group('storage')
    s.create_dataset('never written', (100,), 'i4'); s.create_dataset('no chunks', (100,), 'f8', chunks=(10,))
    s.create_dataset('some chunks', (100,), 'f8', chunks=(10,), fillvalue=7.5)[35:55] = 1
    s.create_dataset('empty', (0, 5), 'i2', chunks=(2, 5), maxshape=(None, 5))
    s.create_dataset('null', data=h5py.Empty('f4')); s.create_dataset('scalar', data=3)
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE); plist.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple((4,)); made = h5py.h5d.create(s.id, b'compact', h5t.STD_U16BE, space, plist)
    h5py.Dataset(made)[:] = [1, 2, 3, 4]
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE); plist.set_alloc_time(h5py.h5d.ALLOC_TIME_EARLY)
    plist.set_fill_time(h5py.h5d.FILL_TIME_ALLOC); plist.set_fill_value(np.array(9, 'i4'))
    h5py.h5d.create(s.id, b'early', h5t.STD_I32LE, space, plist)
    s.create_dataset('outside', (8,), 'i4', external=[(os.path.join(os.path.dirname(f.filename), 'raw.bin'), 4, 32)])
    s.create_dataset('lzf', data=np.zeros(500), chunks=(100,), compression='lzf')
    s.create_dataset('offset', data=np.arange(50), chunks=(50,), scaleoffset=0)
    s.create_dataset('dated', data=[1, 2], track_times=True)
    part = x.id.get_create_plist()
    layout = h5py.VirtualLayout((2, 100), 'i8')
    layout[0] = h5py.VirtualSource('.', 'g/x', (10, 100))[2]; layout[1] = h5py.VirtualSource('b.h5', 'y', (100,))
    s.create_virtual_dataset('virtual', layout, fillvalue=-1)
    y = s.create_dataset('shrunk', data=np.arange(60), chunks=(10,), maxshape=(60,)); y.resize((25,))
    # Types.
    t = f.create_group('types')
    t['strings'] = ['a', '', 'long ' * 100]; t['fixed'] = np.array([b'ab', b'c']); t['bool'] = [True, False]
    t.create_dataset('utf8', data=np.array(['é'.encode(), b'b'], dtype=h5py.string_dtype('utf-8', 4)))
    t.create_dataset('enum', data=[1, 0], dtype=h5py.enum_dtype({'OFF': 0, 'ON': 1}, 'u1'))
    ragged = t.create_dataset('ragged', (3,), h5py.vlen_dtype('i2')); ragged[0] = [1, 2]; ragged[2] = [3]
    deflated = t.create_dataset('deflated', (3,), h5py.vlen_dtype('f8'), chunks=(2,), compression='gzip')
    deflated[1] = [0.5] * 10
    t['opaque'] = np.array(['2024-01-01'], 'M8[s]').astype(h5py.opaque_dtype('M8[s]'))
    t['nested'] = np.zeros(2, [('a', '>i4', (2, 2)), ('b', [('c', 'f2'), ('d', 'S3')])])
    t['complex'] = [1 + 2j]
    t['named'] = np.dtype([('a', '<i4'), ('b', '<f8')]); t['named'].attrs['about'] = 'a type'
    t['same'] = np.dtype([('a', '<i4'), ('b', '<f8')])
    t['of named'] = np.zeros(2, [('a', '<i4'), ('b', '<f8')])
    del t['of named']
    t.create_dataset('of same', (2,), t['same']); t.create_dataset('of named', (2,), t['named'])
    t['of named'].attrs.create('same', np.zeros((), t['same'].dtype), dtype=t['same'])
    t['gone'] = np.dtype('<f8'); t['gone'].attrs['about'] = 'only used'
    t.create_dataset('of gone', (2,), t['gone'], compression='gzip', chunks=(2,)); t.create_dataset('also of gone', (3,), t['gone'])
    t.attrs.create('of gone', 1.5, dtype=t['gone'])
    del t['gone']
    t['attribute only'] = np.dtype('<i8'); t.attrs.create('of it', 5, dtype=t['attribute only']); del t['attribute only']
    # References of all kinds and depths.
    r = f.create_group('references')
    ref, regref = h5py.ref_dtype, h5py.regionref_dtype
    r.create_dataset('objects', data=np.array([f['g'].ref, x.ref, h5py.Reference(), f.ref, t['named'].ref], dtype=ref))
    r.create_dataset('regions', data=np.array([x.regionref[2:5, ::7], h5py.RegionReference()], dtype=regref))
    r.create_dataset('null', data=h5py.Empty(ref)); r.create_dataset('one', data=x.ref, dtype=ref)
    points = r.create_dataset('chunked', (10,), ref, chunks=(3,), maxshape=(None,), compression='gzip')
    points[4] = r['regions'].ref
    pair = np.dtype([('n', '<i4'), ('to', ref), ('at', regref), ('name', h5py.string_dtype())])
    pairs = r.create_dataset('pairs', (2,), pair)
    pairs[0] = (1, x.ref, x.regionref[0], 'first')
    lists = r.create_dataset('lists', (3,), h5py.vlen_dtype(ref))
    lists[1] = np.array([x.ref, f['types'].ref], dtype=object)
    r['pointer'] = pair; r.create_dataset('committed', (1,), r['pointer'])[0] = (7, r.ref, x.regionref[1, 1], 'c')
    r.create_dataset('grid', (2,), np.dtype((ref, (2,))))
    x.attrs['ref'] = r['objects'].ref; x.attrs['region'] = x.regionref[3]
    f.attrs['back'] = np.array([x.ref, r.ref], dtype=ref)
    f.attrs.create('pair', np.array((2, x.ref, x.regionref[4], 'in an attribute'), pair), dtype=pair)
    f['naïve'].attrs.create('lists', lists[1:2], dtype=h5py.vlen_dtype(ref))
    axis = f.create_dataset('axis', data=np.arange(10.)); axis.make_scale('length')
    x.dims[0].attach_scale(axis); x.dims[1].label = 'k'; f['axis'].dims[0].label = 'l'
    ";

/// Python functions that tell all about a file: `tell(f)` prints it.
const TELL: &str = "
    import hashlib
    h5o, h5a, h5r, h5t = h5py.h5o, h5py.h5a, h5py.h5r, h5py.h5t

    def tell(f):
        first = {}
        def name(o): return first.get(h5o.get_info(o).addr, 'unseen')
        def value(data):
            if isinstance(data, h5py.Empty): return ('empty', data.dtype)
            if isinstance(data, np.void) and data.dtype.names: return tuple(value(data[n]) for n in data.dtype.names)
            if isinstance(data, np.ndarray) and (data.dtype.hasobject or data.dtype.names):
                return (data.shape, [value(item) for item in data.ravel()])
            if isinstance(data, h5py.RegionReference):
                if not data: return 'null region'
                space = h5r.get_region(data, f.id)
                return ('region', name(f[data].id), space.get_select_type(), space.get_select_npoints(),
                        [a.tolist() if hasattr(a, 'tolist') else a for a in space.get_select_bounds()])
            if isinstance(data, h5py.Reference): return ('reference', name(h5r.dereference(data, f.id))) if data else 'null'
            return data.tolist() if hasattr(data, 'tolist') else data
        def type_of(t):
            text = (t.get_cset(), t.get_strpad()) if t.get_class() == h5t.STRING else ''
            return repr(t.dtype), text, t.get_size(), name(t) if t.committed() else ''
        def attributes(o):
            for n in [h5a.open(o, index=i).name for i in range(h5a.get_num_attrs(o))]:
                a, i = h5a.open(o, n), h5a.get_info(o, n)
                yield n, i.cset, i.corder if i.corder_valid else '', type_of(a.get_type()), a.shape, a.get_storage_size()
        def visit(group, path):
            plist = group.get_create_plist()
            print(path or '/', 'group', plist.get_link_creation_order(), plist.get_attr_creation_order(),
                  plist.get_attr_phase_change())
            links = [(n, group.links.get_info(n)) for n in group]
            if all(i.corder_valid for n, i in links): links.sort(key=lambda link: link[1].corder)
            for n, i in links:
                at = path + '/' + n.decode()
                print(at, 'link', i.type, i.cset, i.corder_valid)
                if i.type != h5py.h5l.TYPE_HARD:
                    print('   ', group.links.get_val(n))
                    continue
                o = h5o.open(group, n)
                address = h5o.get_info(o).addr
                if address in first: print('    same as', first[address]); continue
                first[address] = at
                print('    objects:', h5o.get_info(o).rc)
                if isinstance(o, h5py.h5g.GroupID): visit(o, at)
        first[h5o.get_info(f['/'].id).addr] = '/'
        visit(f['/'].id, '')
        for path in list(first.values()):
            item = f[path]
            print(path, f['/'].id.get_comment(path.encode()), sorted(attributes(item.id)), [(k, value(v)) for k, v in item.attrs.items()])
            if isinstance(item, h5py.Datatype): print('   ', item.dtype)
            if not isinstance(item, h5py.Dataset): continue
            d, p = item.id, item.id.get_create_plist()
            print('   ', type_of(d.get_type()), item.shape, item.maxshape, p.get_layout(), item.chunks, item.external,
                  item.is_virtual and [(s.file_name, s.dset_name, s.vspace.get_select_bounds(), s.src_space.get_select_npoints())
                                       for s in item.virtual_sources()], [p.get_filter(i) for i in range(p.get_nfilters())],
                  p.fill_value_defined(), p.get_fill_time(), p.get_alloc_time(), p.get_obj_track_times(),
                  p.get_attr_phase_change(), p.get_attr_creation_order(), d.get_space_status(),
                  item.dtype.hasobject or d.get_storage_size())
            print('   ', h5py.h5g.get_objinfo(f.id, path.encode()).mtime)
            if p.get_layout() == h5py.h5d.CHUNKED and item.size is not None:
                infos = [d.get_chunk_info(i) for i in range(d.get_num_chunks())]
                plain = not item.dtype.hasobject
                print('   ', [(i.chunk_offset, i.filter_mask,
                               plain and hashlib.md5(d.read_direct_chunk(i.chunk_offset)[1]).hexdigest()) for i in infos])
            print('   ', value(item[()]))
        p = f.id.get_create_plist()
        print(p.get_version(), p.get_userblock(), p.get_sizes(), p.get_file_space_strategy(), p.get_file_space_page_size())
        print(open(path_of(f), 'rb').read(p.get_userblock()))
    def path_of(f): return f.filename
    ";

fn told(h5py: judges::H5py, path: &Path) -> String {
    h5py.file(path).run(&format!("{TELL}\n    tell(f)\n"))
}

/// Asserts that h5py sees the same in both files.
#[track_caller]
fn assert_same(h5py: judges::H5py, old: &Path, new: &Path) {
    assert_alike(&told(h5py, old), &told(h5py, new));
}

#[track_caller]
fn assert_alike(old: &str, new: &str) {
    assert!(old.lines().count() > 3, "{old}");
    let difference = old.lines().zip(new.lines()).position(|(before, after)| before != after);
    if let Some(line) = difference {
        // With the line before it, which tells the object.
        let around =
            |text: &str| text.lines().skip(line - 1).take(2).collect::<Vec<_>>().join("\n");
        assert_eq!(around(old), around(new));
    }
    assert_eq!(old.lines().count(), new.lines().count());
}

/// Makes a file with everything, opened by h5py with some arguments, and what lies beside it.
fn make(
    h5py: judges::H5py,
    dir: &judges::Scratch,
    name: &str,
    arguments: &str,
) -> std::path::PathBuf {
    let path = dir.file(name);
    std::fs::write(dir.file("raw.bin"), (0_u8..36).collect::<Vec<_>>()).unwrap();
    h5py.create(dir.file("b.h5"), "f['y'] = np.arange(100)");
    h5py.file(&path).opened(arguments).run(EVERYTHING);
    path
}

#[test]
fn a_repacked_file_holds_everything_that_it_held() {
    let h5py = judges::h5py!();
    for (index, arguments) in [
        "'w'",
        "'w', libver=('v110', 'v110')",
        "'w', libver=('v108', 'v110'), track_order=True",
        "'w', userblock_size=1024",
        "'w', fs_strategy='page', fs_persist=True, fs_page_size=4096",
        "'w', libver=('v110', 'v110'), fs_strategy='fsm', fs_persist=True, fs_threshold=64",
    ]
    .into_iter()
    .enumerate()
    {
        let dir = judges::scratch();
        let path = make(h5py, &dir, "a.h5", arguments);
        if index == 3 {
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[..1024].fill(b'u');
            std::fs::write(&path, bytes).unwrap();
        }
        let copy = dir.file("copy.h5");
        let everything = told(h5py, &path);
        repack(&path, &copy).unwrap();
        assert_alike(&everything, &told(h5py, &copy));
        // And once more, in place.
        repack(&copy, &copy).unwrap();
        assert_alike(&everything, &told(h5py, &copy));
    }
}

#[test]
fn h5diff_finds_no_difference() {
    let (_h5dump, h5py) = (judges::h5dump!(), judges::h5py!());
    let dir = judges::scratch();
    let path = make(h5py, &dir, "a.h5", "'w'");
    // h5diff has no LZF.
    h5py.edit(&path, "del f['storage/lzf']");
    let copy = dir.file("copy.h5");
    File::open(&path).unwrap().repack_to(&copy).unwrap();
    let mut h5diff = Command::new("h5diff");
    h5diff.current_dir(dir.path()).args(["-r", "a.h5", "copy.h5"]);
    let output = judges::output(&mut h5diff).unwrap();
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}{complaints}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn repacking_gives_back_what_removed_data_took() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("a.h5");
    h5py.create(&path, "f['raw'] = np.random.rand(100_000); f['result'] = [1, 2]");
    h5py.edit(&path, "del f['raw']");
    let before = path.metadata().unwrap().len();
    assert!(before > 800_000);
    repack(&path, &path).unwrap();
    let after = path.metadata().unwrap().len();
    assert!(after < 5_000, "{after} bytes");
    h5py.file(&path).expect("list(f), f['result'][:].tolist()", "(['result'], [1, 2])");
    // Nothing is left beside it.
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn chunks_are_copied_without_their_filters() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    // LZF is h5py's, and no filter of libhdf5.
    h5py.create(
        &path,
        "f.create_dataset('x', data=np.arange(1000), chunks=(100,), compression='lzf')",
    );
    let file = File::open(&path).unwrap();
    let error = file.dataset("x").unwrap().read::<Vec<i64>>().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::FilterMissing { .. }), "{error:#}");
    file.repack_to(&copy).unwrap();
    h5py.file(&copy).assert("(f['x'][:] == np.arange(1000)).all() and f['x'].compression == 'lzf'");
    assert_same(h5py, &path, &copy);
}

#[test]
fn links_of_unknown_classes_keep_their_bytes() {
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    let class = LinkClass::register(200, |link| link.group.open(link.data)).unwrap();
    let file = File::create(&path).unwrap();
    file.link_user_defined("to", 200, [7, 0, 200]).unwrap();
    file.close().unwrap();
    class.unregister().unwrap();
    repack(&path, &copy).unwrap();
    let link = File::open(&copy).unwrap().read_link("to").unwrap();
    assert_eq!(link, Link::UserDefined { class: 200, data: vec![7, 0, 200] });
}

#[test]
fn references_that_lead_nowhere_are_errors_or_null() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    for (make, place, what) in [
        (
            "f.create_dataset('g/refs', data=np.array([f['x'].ref, f['y'].ref], dtype=h5py.ref_dtype))",
            "/g/refs",
            "the values of dataset",
        ),
        ("f['g/d'] = 1; f['g/d'].attrs['to'] = f['x'].ref", "/g/d/to", "attribute"),
    ] {
        h5py.create(&path, &format!("f['x'] = 1; f['y'] = 2; {make}\n"));
        h5py.edit(&path, "del f['x']");
        std::fs::write(&copy, "what was there").unwrap();
        let error = repack(&path, &copy).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::DanglingReference, "{error:#}");
        assert_eq!(error.object_path(), Some(place), "{error:#}");
        assert_eq!(error.file_path(), Some(&*path));
        let told = format!(
            "cannot repack {what} \"{place}\" in {path:?}: the reference leads to no object"
        );
        assert!(error.to_string().starts_with(&told), "{error}");
        assert_eq!(std::fs::read(&copy).unwrap(), b"what was there");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
        RepackOptions::new().drop_dangling(true).repack(&path, &copy).unwrap();
        if place == "/g/refs" {
            let refs = "[f[r].name if r else None for r in f['g/refs'][:]]";
            h5py.file(&copy).expect(refs, "[None, '/y']");
        } else {
            h5py.file(&copy).expect("bool(f['g/d'].attrs['to'])", "False");
        }
    }
}

#[test]
fn an_object_that_cannot_be_copied_is_named() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    h5py.create(&path, "f['ok'] = 1; f['g/x'] = 2; f['g/y'] = 3");
    let address = h5py.file(&path).eval("h5py.h5o.get_info(f['g/x'].id).addr");
    let mut bytes = std::fs::read(&path).unwrap();
    // The version of its header.
    bytes[address.parse::<usize>().unwrap()] = 77;
    std::fs::write(&path, bytes).unwrap();
    let error = repack(&path, &copy).unwrap_err();
    assert_eq!(error.object_path(), Some("/g/x"), "{error:#}");
    assert_eq!(error.action(), Some("repack object"));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_file_in_use_is_not_replaced() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, busy) = (dir.file("a.h5"), dir.file("busy.h5"));
    h5py.create(&path, "f['x'] = 1");
    h5py.create(&busy, "f['y'] = 1");
    let mut reader = h5py.spawn("f = h5py.File(args[0]); say('open'); hear()", &[&busy]);
    reader.wait_for("open");
    for (from, to) in [(&path, &busy), (&busy, &busy)] {
        let error = repack(from, to).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::Locked, "{error:#}");
    }
    reader.say("close");
    reader.finish();
    h5py.file(&busy).expect("list(f)", "['y']");
    // This process reads it itself.
    let file = File::open(&path).unwrap();
    assert_eq!(*file.repack_to(&path).unwrap_err().kind(), ErrorKind::AlreadyOpen);
    let error = repack(dir.file("missing.h5"), &path).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error:#}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 2);
}

#[test]
fn a_file_that_is_being_written_is_repacked_as_it_is() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    let file = File::create(&path).unwrap();
    let x = file.new_dataset::<i32>().shape(0..).chunk(4).create("x").unwrap();
    x.append([1, 2, 3]).unwrap();
    file.repack_to(&copy).unwrap();
    x.append([4]).unwrap();
    file.close().unwrap();
    h5py.file(&copy).expect("f['x'][:].tolist(), f['x'].maxshape", "([1, 2, 3], (None,))");
    h5py.file(&path).expect("f['x'][:].tolist()", "[1, 2, 3, 4]");
}

#[test]
fn groups_in_groups_in_groups_need_no_deeper_stack() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    let file = File::create(&path).unwrap();
    let mut group = file.create_group("g").unwrap();
    for _ in 0..3000 {
        group = group.create_group("g").unwrap();
    }
    group.create_dataset("x", [1, 2]).unwrap();
    drop(group);
    file.close().unwrap();
    let (from, to) = (path.clone(), copy.clone());
    let small = std::thread::Builder::new().stack_size(256 * 1024);
    small.spawn(move || repack(from, to)).unwrap().join().unwrap().unwrap();
    h5py.file(&copy).run(
        "
        g = f
        for _ in range(3001): g = g['g']
        assert g['x'][1] == 2
        ",
    );
}

#[test]
fn datasets_can_be_stored_in_another_way() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    h5py.create(
        &path,
        "
        f['large'] = np.arange(10_000); f['small'] = [1, 2]; f['again'] = f['large']
        f['large'].attrs['units'] = 'K'
        f.create_dataset('sparse', (1000,), 'f8', chunks=(10,), fillvalue=2.5, maxshape=(None,))[500:505] = 1
        f.create_dataset('lzf', data=np.arange(100.), chunks=(10,), compression='gzip')
        f['type'] = np.dtype([('a', '<i4'), ('b', '>f8')])
        f.create_dataset('typed', (3,), f['type'])[1] = (1, 2.5)
        f.create_dataset('refs', data=np.array([f['large'].ref] * 9, dtype=h5py.ref_dtype))
        f['texts'] = ['a', 'b']
        f.create_dataset('null', data=h5py.Empty('f4'))
        ",
    );
    let options = RepackOptions::new().storage(|dataset, new| match dataset.path()?.as_str() {
        "/small" => Some(new.compact()),
        "/sparse" => Some(new.chunk(100).shuffle().deflate(9)),
        "/lzf" => Some(new.contiguous()),
        "/texts" | "/null" => None,
        "/typed" => Some(new.chunk(2)),
        _ => Some(new.chunk(4).deflate(1).fletcher32()),
    });
    assert!(format!("{options:?}").contains("storage: true"));
    options.repack(&path, &copy).unwrap();
    h5py.file(&copy)
        .expect(
            "(f['large'].chunks, f['large'].compression, f['large'].fletcher32)",
            "((4,), 'gzip', True)",
        )
        .assert("(f['large'][:] == np.arange(10_000)).all() and f['large'].attrs['units'] == 'K'")
        .assert("f['again'] == f['large']")
        .expect("f['small'].id.get_create_plist().get_layout()", "0")
        .expect("f['small'][:].tolist()", "[1, 2]")
        .expect("(f['sparse'].chunks, f['sparse'].id.get_num_chunks())", "((100,), 1)")
        .expect(
            "(f['sparse'][500:506].tolist(), f['sparse'].maxshape)",
            "([1.0, 1.0, 1.0, 1.0, 1.0, 2.5], (None,))",
        )
        .expect("f['sparse'].fillvalue.item()", "2.5")
        .assert("f['lzf'].chunks is None and (f['lzf'][:] == np.arange(100.)).all()")
        .expect("(f['typed'].id.get_type().committed(), f['typed'].chunks)", "(True, (2,))")
        .expect("f['typed'][1].item()", "(1, 2.5)")
        .expect("[f[r] == f['large'] for r in f['refs'][::4]]", "[True, True, True]")
        .expect("(f['refs'].chunks, f['texts'].asstr()[1])", "((4,), 'b')");
    // What is not possible says of which dataset.
    let chunked = RepackOptions::new().storage(|_, new| Some(new.chunk((2, 2))));
    let error = chunked.repack(&path, &copy).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::RankMismatch { .. }), "{error:#}");
    assert_eq!(error.object_path(), Some("/again"), "{error:#}");
    let told = format!("cannot repack dataset \"/again\" in {path:?}: the rank is 1, not 2");
    assert_eq!(error.to_string(), told);
}

#[test]
fn there_can_be_more_room_before_the_file() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    h5py.file(&path).opened("'w', userblock_size=512").run("f['x'] = [1, 2]");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[..6].copy_from_slice(b"#!run\n");
    std::fs::write(&path, bytes).unwrap();
    RepackOptions::new().userblock(2048).repack(&path, &copy).unwrap();
    h5py.file(&copy).expect("(f.userblock_size, f['x'][:].tolist())", "(2048, [1, 2])");
    let bytes = std::fs::read(&copy).unwrap();
    assert!(bytes.starts_with(b"#!run\n") && bytes[2048..].starts_with(b"\x89HDF"));
    let error = RepackOptions::new().userblock(0).repack(&path, &copy).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error:#}");
    let told =
        format!("cannot repack file {path:?}: the user block of 512 bytes does not fit into 0");
    assert_eq!(error.to_string(), told);
}

#[test]
fn the_formats_of_the_copy_can_be_chosen() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    h5py.create(&path, "f['g/x'] = np.arange(10)");
    let newest = RepackOptions::new().libver(LibVer::V110, LibVer::Latest);
    newest.repack(&path, &copy).unwrap();
    let info = File::open(&copy).unwrap().file_info().unwrap();
    assert_eq!(info.superblock_version, 3);
    h5py.file(&copy).expect("f['g/x'][3].item()", "3");
    assert!(copy.metadata().unwrap().len() < path.metadata().unwrap().len());
}

#[cfg(hdf5_ge_1_12)]
#[test]
fn references_of_hdf5_1_12_lead_to_the_copies() {
    use hdf5::{ReferenceTarget, StdReference};

    let dir = judges::scratch();
    let (path, copy) = (dir.file("a.h5"), dir.file("copy.h5"));
    let file = File::create(&path).unwrap();
    file.create_dataset("removed", vec![0; 1000]).unwrap();
    let x = file.create_dataset("g/x", [0.5, 1.5, 2.5]).unwrap();
    x.attrs().set("units", "K").unwrap();
    let references = [
        x.std_reference().unwrap(),
        x.std_region_reference(1..).unwrap(),
        x.attrs().std_reference("units").unwrap(),
        StdReference::default(),
    ];
    file.create_dataset("refs", &references).unwrap();
    let lists = file.new_dataset::<Vec<StdReference>>().shape(2).create("lists").unwrap();
    lists.write([references.to_vec(), vec![]]).unwrap();
    x.attrs().set("refs", &references).unwrap();
    file.remove("removed").unwrap();
    drop((references, x, lists));
    file.close().unwrap();
    repack(&path, &copy).unwrap();

    let file = File::open(&copy).unwrap();
    let x = file.dataset("g/x").unwrap();
    let all: Vec<Vec<StdReference>> = file.dataset("lists").unwrap().read().unwrap();
    assert_eq!(all[1], []);
    let stored: [Vec<StdReference>; 3] = [
        file.dataset("refs").unwrap().read().unwrap(),
        x.attrs().get("refs").unwrap(),
        all[0].clone(),
    ];
    for references in stored {
        assert_eq!(file.reference_name(&references[0]).unwrap().as_deref(), Some("/g/x"));
        assert_eq!(file.region(&references[1]).unwrap().read::<Vec<f64>>().unwrap(), [1.5, 2.5]);
        let attribute = ReferenceTarget::Attribute("units".into());
        assert_eq!(references[2].target().unwrap(), attribute);
        assert!(references[3].is_null());
    }
}

/// Everything that hdf5-rs reads of a file, a line for each object and attribute.
fn digest(path: &Path) -> hdf5::Result<Vec<String>> {
    let file = File::open(path)?;
    let mut lines = Vec::new();
    for link in file.walk_links()? {
        lines.push(format!("{link:?}"));
    }
    for object in file.walk()? {
        let (path, node) = object?;
        lines.push(format!("{path} {}", node.kind()));
        for (name, attribute) in node.attrs().iter()? {
            let value =
                attribute.read::<hdf5::DynArray>().map(|value| match value.dtype().to_string() {
                    // Addresses.
                    ty if ty.contains("reference") => ty,
                    _ => value.to_string(),
                });
            lines.push(format!("{path} {name} {:?}", value.ok()));
        }
        if let hdf5::Node::Dataset(dataset) = node {
            let chunks = match dataset.layout()? {
                Layout::Chunked(_) => dataset.chunks()?.count()?,
                _ => 0,
            };
            let (dtype, filters) = (dataset.dtype()?.to_string(), dataset.filters()?);
            let value = dataset.read::<hdf5::DynArray>().map(|value| match &dtype {
                // Addresses.
                dtype if dtype.contains("reference") => dtype.clone(),
                _ => value.to_string(),
            });
            let value = value.ok();
            lines.push(format!("{path} {dtype} {filters:?} {chunks} {value:?}"));
        }
    }
    Ok(lines)
}

/// Files of other implementations, as far as they are not made to do harm.
#[test]
fn files_of_other_implementations_are_repacked() {
    let Some(corpus) = judges::corpus() else {
        println!("skipped: there is no corpus (HDF5_CORPUS)");
        return;
    };
    let mut folders: Vec<_> =
        ["h5py", "h5wasm", "hdf5-jl", "jhdf", "nexus", "netcdf", "npm-hdf5", "purehdf", "pyfive"]
            .into_iter()
            .map(|name| corpus.join(name))
            .filter(|folder| folder.is_dir())
            .collect();
    let (mut files, mut count, dir) = (0, 0, judges::scratch());
    while let Some(folder) = folders.pop() {
        let mut paths: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            // Some hundreds are enough here.
            files += 1;
            if files % 3 != 0 {
                continue;
            }
            // What cannot be read cannot be compared.
            let Ok(before) = digest(&path) else { continue };
            let copy = dir.file("copy.h5");
            match RepackOptions::new().drop_dangling(true).repack(&path, &copy) {
                Ok(()) => {
                    assert_eq!(digest(&copy).unwrap(), before, "{}", path.display());
                    count += 1;
                }
                // Data of variable length that no program reads.
                Err(error) => {
                    assert_eq!(*error.kind(), ErrorKind::Library, "{error:#}");
                    let unread = |line: &String| line.ends_with(" None");
                    assert!(before.iter().any(unread), "{}: {error:#}", path.display());
                }
            }
        }
    }
    assert!(count > 50, "{count} files");
}
