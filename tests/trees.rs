//! Whole trees: nested maps and structs as groups and datasets, beside the recipes that users of h5py write.

use std::collections::{BTreeMap, HashMap};

use hdf5::{
    Branch, Draft, ErrorKind, File, H5Type, LoadTree, MAX_TREE_DEPTH, Name, SaveTree, Tree,
};

/// How people save a dict, and load it again.
const RECIPE: &str = "
    def save(group, tree):
        for key, value in tree.items():
            if isinstance(value, dict):
                save(group.create_group(key), value)
            else:
                group[key] = value
    def load(group):
        tree = {}
        for key, item in group.items():
            if isinstance(item, h5py.Group):
                tree[key] = load(item)
            elif h5py.check_string_dtype(item.dtype):
                value = item.asstr()[()]
                tree[key] = value if isinstance(value, str) else value.tolist()
            else:
                tree[key] = item[()].tolist()
        return tree
    ";

#[derive(SaveTree, LoadTree, Debug, PartialEq)]
struct Experiment {
    #[hdf5(attr)]
    title: String,
    #[hdf5(attr, rename = "run/number")]
    number: u32,
    energies: Vec<f64>,
    #[hdf5(rename = "detector 1")]
    detector: Detector,
    fits: BTreeMap<String, BTreeMap<String, f64>>,
    #[hdf5(list)]
    steps: Vec<Step>,
    events: Vec<Event>,
    note: Option<String>,
    previous: Option<Box<Experiment>>,
}

#[derive(SaveTree, LoadTree, Debug, PartialEq)]
struct Detector {
    gain: f32,
    grid: Vec<[u16; 2]>,
    #[hdf5(default = 7)]
    threshold: i32,
    #[hdf5(skip)]
    cache: Vec<u8>,
}

#[derive(SaveTree, LoadTree, Debug, PartialEq)]
struct Step(u8, String);

/// Data: a compound.
#[derive(H5Type, Debug, PartialEq)]
struct Event {
    time: f64,
    channel: u8,
}

fn experiment(title: &str) -> Experiment {
    Experiment {
        title: title.to_owned(),
        number: 12,
        energies: vec![0.5, 1.5, -3.0],
        detector: Detector {
            gain: 1.5,
            grid: vec![[1, 2], [3, 4], [5, 6]],
            threshold: -1,
            cache: vec![],
        },
        fits: BTreeMap::from([
            ("wärm".to_owned(), BTreeMap::from([("slope".to_owned(), 0.25)])),
            ("..".to_owned(), BTreeMap::new()),
        ]),
        steps: vec![Step(1, "heat".to_owned()), Step(2, "cool".to_owned())],
        events: vec![Event { time: 0.125, channel: 3 }, Event { time: 0.5, channel: 255 }],
        note: None,
        previous: None,
    }
}

#[test]
fn a_recipe_of_h5py_loads_the_same_values_from_what_we_save() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("ours.h5");
    let mut saved = experiment("second");
    saved.note = Some("with a note".to_owned());
    saved.previous = Some(Box::new(experiment("first")));
    let file = File::create(&path).unwrap();
    file.save("runs/2", &saved).unwrap();
    assert_eq!(file.load::<Experiment>("runs/2").unwrap(), saved);
    file.close().unwrap();
    let h5py = h5py.file(&path);
    let loaded = h5py.run(&format!(
        "{RECIPE}
    tree = load(f['runs/2'])
    previous = tree.pop('previous')
    assert tree.pop('note') == 'with a note' and 'note' not in previous
    assert tree == previous, (tree, previous)
    print(tree)
    "
    ));
    assert_eq!(
        loaded.trim(),
        "{'detector 1': {'gain': 1.5, 'grid': [[1, 2], [3, 4], [5, 6]], 'threshold': -1}, \
         'energies': [0.5, 1.5, -3.0], 'events': [(0.125, 3), (0.5, 255)], \
         'fits': {'..': {}, 'wärm': {'slope': 0.25}}, \
         'steps': {'0': {'0': 1, '1': 'heat'}, '1': {'0': 2, '1': 'cool'}}}"
    );
    h5py.expect("dict(f['runs/2'].attrs)", "{'run/number': np.uint32(12), 'title': 'second'}")
        .expect("f['runs/2/previous'].attrs['title']", "'first'")
        .expect("f['runs/2/detector 1/grid'].dtype.str", "'<u2'");
}

#[test]
fn what_a_recipe_of_h5py_saves_is_loaded_as_maps_structs_and_trees() {
    #[derive(LoadTree, Debug, PartialEq)]
    struct Model {
        name: String,
        layers: BTreeMap<String, Layer>,
        epochs: u64,
        optimizer: HashMap<String, f64>,
    }
    #[derive(LoadTree, Debug, PartialEq)]
    struct Layer {
        w: Vec<f32>,
        b: Option<Vec<f32>>,
        #[hdf5(default)]
        frozen: bool,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("theirs.h5");
    h5py.create(
        &path,
        &format!(
            "{RECIPE}
    save(f, {{
        'name': 'small', 'epochs': 20, 'ignored': {{'x': [1, 2]}},
        'optimizer': {{'rate': 0.125, 'decay': 0}},
        'layers': {{
            'dense': {{'w': np.ones((2, 3)), 'b': np.zeros(3, '>f4'), 'frozen': np.True_}},
            'out': {{'w': [0.5]}},
        }},
    }})
    f['layers/alias'] = h5py.SoftLink('/layers/out')
    f['name'].attrs['units'] = 'none'
    "
        ),
    );
    let file = File::open(&path).unwrap();
    let layer = |w: &[f32], b, frozen| Layer { w: w.to_vec(), b, frozen };
    let expected = Model {
        name: "small".to_owned(),
        layers: BTreeMap::from([
            ("alias".to_owned(), layer(&[0.5], None, false)),
            ("dense".to_owned(), layer(&[1.0; 6], Some(vec![0.0; 3]), true)),
            ("out".to_owned(), layer(&[0.5], None, false)),
        ]),
        epochs: 20,
        optimizer: HashMap::from([("rate".to_owned(), 0.125), ("decay".to_owned(), 0.0)]),
    };
    assert_eq!(file.load::<Model>("/").unwrap(), expected);
    let rates: HashMap<String, f32> = file.load("optimizer").unwrap();
    assert_eq!((rates.len(), rates["rate"]), (2, 0.125));
    assert_eq!(file.group("layers/dense").unwrap().load::<Layer>(".").unwrap().w, [1.0; 6]);
    assert_eq!(file.load::<u8>("epochs").unwrap(), 20);

    let tree: Tree = file.load("/").unwrap();
    assert_eq!(tree.get("layers/out/w").unwrap().to::<Vec<f64>>().unwrap(), [0.5]);
    assert_eq!(tree.get("layers/alias"), Some(&Tree::Soft { path: "/layers/out".into() }));
    assert_eq!(tree.get("layers/none"), None);
    let units = tree.get("name").unwrap().attr("units").unwrap();
    assert_eq!(units.to::<String>().unwrap(), "none");
}

/// What h5py tells of everything in a file.
const EVERYTHING: &str = "
    def attrs(item): return [(k, str(item.attrs.get_id(k).dtype), repr(v)) for k, v in item.attrs.items()]
    def tell(group, path):
        for key in group:
            link, name = group.get(key, getlink=True), path + '/' + key
            if isinstance(link, h5py.SoftLink): print(name, '->', link.path)
            elif isinstance(link, h5py.ExternalLink): print(name, '->', link.filename, link.path)
            else:
                item = group[key]
                first = seen.setdefault(h5py.h5o.get_info(item.id).addr, name)
                if first != name: print(name, '=', first)
                elif isinstance(item, h5py.Group): print(name, attrs(item)); tell(item, name)
                elif isinstance(item, h5py.Datatype): print(name, item.dtype, attrs(item))
                else: print(name, item.dtype, item.shape, repr(item[()]), attrs(item))
    seen = {h5py.h5o.get_info(f.id).addr: '/'}
    print(attrs(f)); tell(f, '')
    ";

#[test]
fn a_file_of_h5py_is_the_same_after_it_was_loaded_as_a_tree_and_saved() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let (path, copy) = (dir.file("theirs.h5"), dir.file("ours.h5"));
    h5py.create(
        &path,
        "
        f.attrs['title'] = 'everything'
        f.attrs['none'] = h5py.Empty('f4')
        f['numbers'] = np.arange(6, dtype='>i2').reshape(2, 3)
        f['numbers'].attrs['scale'] = np.float32(0.5)
        f['strings'] = np.array([b'ab', b'c'], 'S3')
        f['texts'] = ['hot', 'wärm', '']
        f['empty'] = h5py.Empty('i8')
        f['no rows'] = np.zeros((0, 3))
        f['rows'] = np.array([(1, 0.5), (2, 1.5)], [('id', 'u1'), ('v', '<f8')])
        f['flag'] = np.True_
        f['colours'] = np.array([0, 5], h5py.enum_dtype({'RED': 0, 'BLUE': 5}, basetype='i2'))
        ragged = f.create_dataset('ragged', (2,), h5py.vlen_dtype('i4'))
        ragged[0] = [1, 2, 3]
        f['type'] = np.dtype('f4')
        f['type'].attrs['x'] = [1, 2]
        f['a/b/c'] = 1.5
        f['a'].attrs['y'] = 'of a group'
        f['a/same'] = f['a/b']
        f['also c'] = f['a/b/c']
        f['a/b/up'] = f['a']
        f['a/top'] = f['/']
        f['soft'] = h5py.SoftLink('a/b')
        f['dangling'] = h5py.SoftLink('/nowhere')
        f['outside'] = h5py.ExternalLink('other.h5', '/x')
        ",
    );
    let tree: Tree = File::open(&path).unwrap().load("/").unwrap();
    let file = File::create(&copy).unwrap();
    file.save_members(&tree).unwrap();
    file.save("whole/of it", &tree).unwrap();
    assert_eq!(file.load::<Tree>("whole/of it").unwrap(), tree);
    file.save("twice", &BTreeMap::from([("1".to_owned(), &tree)].map(|(k, t)| (k, t.clone()))))
        .unwrap();
    assert_eq!(file.load::<Tree>("twice/1").unwrap(), tree);
    assert_eq!(tree.get("a/top/a/b/up/b/c"), tree.get("a/b/c"));
    file.remove("whole").unwrap();
    file.remove("twice").unwrap();
    file.close().unwrap();
    let (theirs, ours) = (h5py.file(&path).run(EVERYTHING), h5py.file(&copy).run(EVERYTHING));
    assert_eq!(ours, theirs);
    assert!(theirs.contains("/a/top = /\n"), "{theirs}");
}

#[test]
fn saving_over_something_is_refused_and_overwriting_replaces_all_of_it() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("over.h5");
    let file = File::create(&path).unwrap();
    let old = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
    file.overwrite("runs/x", &old).unwrap();
    for name in ["runs/x", "runs", "runs/x/a", "/"] {
        let error = file.save(name, &old).unwrap_err();
        assert_eq!(*error.kind(), ErrorKind::AlreadyExists, "{name}: {error}");
    }
    let error = file.save("runs/x/a/b", &old).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WrongObject { .. }), "{error}");
    for name in ["/", ".", "runs/x/", "runs/x/."] {
        let error = file.overwrite(name, &old).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{name}: {error}");
    }

    let long = vec![1_u8; 70_000];
    let tree = |attr: &[u8]| {
        let mut tree = Tree::group();
        let inner = Tree::data(2.5).unwrap().with_attr("note", attr).unwrap();
        tree.insert("inner/x", inner).unwrap();
        tree.insert("loop", Tree::Same { path: "/".into() }).unwrap();
        tree
    };
    // Only the file can refuse the attribute, after half of the tree has been made.
    let error = file.overwrite("runs/x", &tree(&long)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::AttributeTooLarge { .. }), "{error}");
    assert_eq!(error.object_path(), Some("/runs/x/inner/x"));
    let error = file.save("new/y", &tree(&long)).unwrap_err();
    assert_eq!(error.object_path(), Some("/new/y/inner/x"));
    let odd = BTreeMap::from([("a/b".to_owned(), 1)]);
    let error = file.overwrite("runs/x", &odd).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    let error = file.overwrite("runs/x", "a\0b").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }), "{error}");
    file.flush().unwrap();
    assert_eq!(file.load::<BTreeMap<String, i32>>("runs/x").unwrap(), old);
    assert_eq!(file.names().unwrap(), ["runs"]);

    file.overwrite("runs/x", &tree(&[1, 2])).unwrap();
    file.overwrite("runs/y", &tree(&[1, 2])).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("list(f['runs']), list(f['runs/x'])", "(['x', 'y'], ['inner', 'loop'])")
        .expect("f['runs/x/inner/x'].attrs['note'].tolist()", "[1, 2]")
        .assert("f['runs/x/loop'] == f['runs/x'] and f['runs/y/loop'] == f['runs/y']");
    let file = File::open(&path).unwrap();
    assert_eq!(*file.save("z", &old).unwrap_err().kind(), ErrorKind::ReadOnly);
}

#[test]
fn members_are_added_to_a_group_all_or_none() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("members.h5");
    let file = File::create(&path).unwrap();
    let group = file.create_group("g").unwrap();
    group.create_dataset("b", 1).unwrap();
    group.attrs().set("units", "K").unwrap();
    let error = group.save_members(&experiment("x").fits["wärm"]).map(|()| group.names().unwrap());
    assert_eq!(error.unwrap(), ["b", "slope"]);

    let mut tree = Tree::group().with_attr("title", "t").unwrap();
    tree.insert("a", Tree::data([1, 2]).unwrap()).unwrap();
    tree.insert("b", Tree::data(3).unwrap()).unwrap();
    let error = group.save_members(&tree).unwrap_err();
    assert_eq!((error.kind(), error.object_path()), (&ErrorKind::AlreadyExists, Some("/g/b")));
    group.remove("b").unwrap();
    let error = group.save_members(&tree.clone().with_attr("units", "m").unwrap()).unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::AlreadyExists);
    assert!(error.to_string().contains("attribute \"units\""), "{error}");
    // Only the file refuses this one, after the others.
    let long = tree.clone().with_attr("z", vec![1_u8; 70_000]).unwrap();
    group.save_members(&long).unwrap_err();
    assert_eq!(group.names().unwrap(), ["slope"]);
    assert_eq!(group.attrs().names().unwrap(), ["units"]);
    let error = group.save_members(&[1, 2]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidArgument { .. }), "{error}");

    tree.insert("up", Tree::Same { path: "/".into() }).unwrap();
    tree.insert("also a", Tree::Same { path: "a".into() }).unwrap();
    tree.insert("soft", Tree::Soft { path: "a".into() }).unwrap();
    group.save_members(&tree).unwrap();
    file.close().unwrap();
    h5py.file(&path)
        .expect("list(f['g'])", "['a', 'also a', 'b', 'slope', 'soft', 'up']")
        .assert("f['g/up'] == f['g'] and f['g/also a'] == f['g/a'] and f['g/soft'] == f['g/a']")
        .expect("dict(f['g'].attrs)", "{'title': 't', 'units': 'K'}");
}

#[test]
fn keys_that_cannot_be_names_are_refused_with_their_path() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("keys.h5");
    let file = File::create(&path).unwrap();
    let map = |key: &str| HashMap::from([("m".to_owned(), HashMap::from([(key.to_owned(), 1)]))]);
    for (key, shown) in
        [("", "/x/m"), (".", "/x/m/."), ("a/b", "/x/m/a/b"), ("/", "/x/m/"), ("a\0", "/x/m/a\0")]
    {
        let error = file.save("x", &map(key)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{key:?}: {error}");
        let path = error.object_path().unwrap().trim_end_matches('/');
        assert_eq!(path, shown.trim_end_matches('/'), "{key:?}");
        assert_eq!(error.action(), Some("save"));
    }
    assert!(file.is_empty().unwrap());
    let odd = ["..", " ", "...", "a.b", ".a", "näme", "\n", "0"];
    for (index, key) in odd.into_iter().enumerate() {
        file.save(format!("odd/{index}"), &map(key)).unwrap();
        let loaded: HashMap<String, HashMap<String, i32>> =
            file.load(format!("odd/{index}")).unwrap();
        assert_eq!(loaded, map(key));
    }
    file.close().unwrap();
    let expected = format!("[{}]", odd.map(|key| format!("'{}'", key.escape_default())).join(", "));
    h5py.file(&path).expect(
        "[next(iter(f['odd'][str(i)]['m'])) for i in range(8)]",
        &expected.replace("\\u{e4}", "ä"),
    );

    // A name that is not UTF-8 is no `String`, but a `Name` of a tree.
    let file = File::append(&path).unwrap();
    file.create_dataset(b"latin/caf\xe9", 1).unwrap();
    let error = file.load::<HashMap<String, i32>>("latin").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::InvalidName { .. }), "{error}");
    let tree: Tree = file.load("latin").unwrap();
    assert_eq!(tree.get(b"caf\xe9").unwrap().to::<i32>().unwrap(), 1);
    file.save("copy", &tree).unwrap();
    assert_eq!(file.group("copy").unwrap().raw_names().unwrap(), [Name::from(&b"caf\xe9"[..])]);
}

#[derive(SaveTree, LoadTree, Debug, Default, PartialEq)]
struct Node {
    value: Option<u8>,
    child: Option<Box<Node>>,
}

fn chain(depth: usize) -> Node {
    (0..depth).fold(Node::default(), |inner, _| Node { value: None, child: Some(Box::new(inner)) })
}

#[test]
fn ten_thousand_levels_are_refused_and_not_overflown() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("deep.h5");
    let file = File::create(&path).unwrap();
    let deepest = chain(MAX_TREE_DEPTH);
    file.save("deepest", &deepest).unwrap();
    assert_eq!(file.load::<Node>("deepest").unwrap(), deepest);
    let tree: Tree = file.load("deepest").unwrap();
    file.save("tree", &tree).unwrap();
    assert_eq!(file.load::<Node>("tree").unwrap(), deepest);
    for depth in [MAX_TREE_DEPTH + 1, 10_000] {
        let error = file.save("deeper", &chain(depth)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
        let path = error.object_path().unwrap();
        assert_eq!(path.matches("/child").count(), MAX_TREE_DEPTH + 1);
    }
    assert_eq!(file.names().unwrap(), ["deepest", "tree"]);
    file.close().unwrap();

    h5py.edit(
        &path,
        "
        g = f.create_group('deep')
        for i in range(10_000): g = g.create_group('child')
        ",
    );
    let file = File::open(&path).unwrap();
    for error in
        [file.load::<Node>("deep").map(drop).unwrap_err(), file.load::<Tree>("deep").unwrap_err()]
    {
        assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
        assert_eq!(error.object_path().unwrap().matches("/child").count(), MAX_TREE_DEPTH + 1);
    }
    let outline = file.group("deep").unwrap().outline().to_string();
    assert_eq!(outline.lines().count(), MAX_TREE_DEPTH + 2);
    assert!(outline.trim_end().ends_with("└── ... deeper"), "{outline}");
}

#[test]
fn groups_inside_themselves_are_told_from_groups_that_are_there_twice() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("cycle.h5");
    h5py.create(
        &path,
        "
        f['a/child/value'] = 1
        f['a/child/child'] = f['a']
        f['twice/value'] = 2
        f['twice/child'] = f.create_group('shared')
        f['maps/x'], f['maps/y'] = f['shared'], f['shared']
        ",
    );
    let file = File::open(&path).unwrap();
    let error = file.load::<Node>("a").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unsupported { .. }), "{error}");
    assert!(error.to_string().contains("inside itself"), "{error}");
    let twice: Node = file.load("twice").unwrap();
    assert_eq!(twice, Node { value: Some(2), child: Some(Box::default()) });
    assert_eq!(file.load::<BTreeMap<String, Node>>("maps").unwrap().len(), 2);
    assert_eq!(
        file.outline().to_string(),
        "\
/
├── a
│   └── child
│       ├── child = /a
│       └── value: i64 scalar
├── maps
│   ├── x
│   └── y = /maps/x
├── shared = /maps/x
└── twice
    ├── child = /maps/x
    └── value: i64 scalar
"
    );
}

#[test]
fn what_is_missing_or_of_another_type_is_an_error_with_its_path() {
    #[derive(LoadTree, Debug)]
    struct Outer {
        inner: Inner,
    }
    #[derive(LoadTree, Debug)]
    #[expect(dead_code, reason = "only whether it is loaded matters")]
    struct Inner {
        #[hdf5(attr)]
        units: String,
        values: Vec<u8>,
        #[hdf5(list)]
        steps: Vec<Step>,
        #[hdf5(list, default)]
        others: Vec<Step>,
        maybe: Option<f64>,
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("wrong.h5");
    h5py.create(
        &path,
        "
        def good(name):
            g = f.create_group(name + '/inner')
            g.attrs['units'] = 'K'
            g['values'] = [1, 2, 3]
            g.create_group('steps')
            g['maybe'] = h5py.Empty('f8')
            return g
        good('good')
        del good('no units').attrs['units']
        del good('no values')['values']
        g = good('group'); del g['values']; g.create_group('values')
        g = good('text'); del g['values']; g['values'] = ['a']
        g = good('large'); del g['values']; g['values'] = [1, 1000]
        g = good('list'); del g['steps']; g['steps'] = 3
        g = good('gap'); g.create_group('steps/2')
        g['steps/0/0'] = 1; g['steps/0/1'] = 'x'
        g = good('dangling'); g['others'] = h5py.SoftLink('/nowhere')
        f['data/inner'] = 1
        ",
    );
    let file = File::open(&path).unwrap();
    let inner = file.load::<Outer>("good").unwrap().inner;
    assert!(inner.maybe.is_none() && inner.others.is_empty());
    type Is = fn(&ErrorKind) -> bool;
    let cases: [(&str, &str, Is); 9] = [
        (
            "no units",
            "/no units/inner",
            |kind| matches!(kind, ErrorKind::NotFound { missing } if missing == "units"),
        ),
        (
            "no values",
            "/no values/inner/values",
            |kind| matches!(kind, ErrorKind::NotFound { missing } if missing == "/no values/inner/values"),
        ),
        ("group", "/group/inner/values", |kind| matches!(kind, ErrorKind::WrongObject { .. })),
        ("text", "/text/inner/values", |kind| matches!(kind, ErrorKind::TypeMismatch { .. })),
        ("large", "/large/inner/values", |kind| matches!(kind, ErrorKind::ValueOutOfRange { .. })),
        ("list", "/list/inner/steps", |kind| matches!(kind, ErrorKind::WrongObject { .. })),
        ("gap", "/gap/inner/steps/1", |kind| matches!(kind, ErrorKind::NotFound { .. })),
        ("dangling", "/dangling/inner/others", |kind| matches!(kind, ErrorKind::NotFound { .. })),
        ("data", "/data/inner", |kind| matches!(kind, ErrorKind::WrongObject { .. })),
    ];
    for (name, path, is) in cases {
        let error = file.load::<Outer>(name).unwrap_err();
        assert!(is(error.kind()), "{name}: {:?}: {error}", error.kind());
        assert_eq!(error.object_path(), Some(path), "{name}: {error}");
    }
    let error = file.load::<Outer>("nothing").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotFound { .. }), "{error}");
}

#[test]
fn options_of_datasets_generic_structs_and_borrowed_data_are_derived() {
    #[derive(SaveTree)]
    struct Borrowed<'a, T> {
        #[hdf5(chunk = (10, 2), max_shape = (None, 2), shuffle, deflate = 9, fletcher32)]
        table: &'a [[T; 2]],
        text: &'a str,
        next: Option<&'a Borrowed<'a, T>>,
        #[hdf5(list)]
        list: &'a [Generic<T>],
    }
    #[derive(SaveTree, LoadTree, Debug, PartialEq)]
    struct Generic<T> {
        value: T,
        #[hdf5(attr)]
        label: Option<Box<str>>,
        more: Option<Box<Generic<T>>>,
    }
    #[derive(SaveTree, LoadTree, Debug, PartialEq)]
    struct Nothing;
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("derived.h5");
    let file = File::create(&path).unwrap();
    let table: Vec<[i16; 2]> = (0..100).map(|i| [i, -i]).collect();
    let inner = Generic { value: 2, label: None, more: None };
    let list = [Generic { value: 1, label: Some("x".into()), more: Some(Box::new(inner)) }];
    let next = Borrowed { table: &table, text: "inner", next: None, list: &[] };
    let borrowed = Borrowed { table: &table, text: "outer", next: Some(&next), list: &list };
    file.save("b", &borrowed).unwrap();
    file.save("nothing", &Nothing).unwrap();
    assert_eq!(file.load::<Nothing>("nothing").unwrap(), Nothing);
    let [first] = &list;
    assert_eq!(file.load::<Generic<i16>>("b/list/0").unwrap(), *first);
    // A chunk that is no chunk is found before there is anything in the file.
    #[derive(SaveTree)]
    struct Odd {
        x: u8,
        #[hdf5(chunk = (0, 2))]
        y: Vec<[u8; 2]>,
    }
    let error = file.save("odd", &Odd { x: 1, y: vec![[1, 2]] }).unwrap_err();
    assert_eq!(error.object_path(), Some("/odd/y"), "{error}");
    assert!(!file.contains("odd").unwrap());
    file.close().unwrap();
    h5py.file(&path)
        .expect("f['b/table'].chunks, f['b/table'].maxshape", "((10, 2), (None, 2))")
        .assert("f['b/table'].shuffle and f['b/table'].fletcher32 and f['b/table'].compression_opts == 9")
        .assert("(f['b/table'][()] == [[i, -i] for i in range(100)]).all()")
        .expect("f['b/text'].asstr()[()], f['b/next/text'].asstr()[()]", "('outer', 'inner')")
        .expect("f['b/list/0'].attrs['label'], dict(f['b/list/0/more'].attrs)", "('x', {})")
        .expect("len(f['nothing']), f['b/list/0/value'].dtype.str", "(0, '<i2')");
}

#[test]
fn an_outline_shows_what_can_be_read_and_the_errors_of_the_rest() {
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("damaged.h5");
    h5py.create(
        &path,
        "
        f.attrs['title'] = 'a title'
        f['good'] = [1.0, 2.0]
        f['good'].attrs['long'] = np.arange(1000)
        f['good'].attrs['n'] = 3
        f['bad'] = [1, 2]
        f.create_group('worse')['x'] = 1
        f['soft'] = h5py.SoftLink('/nowhere')
        f['out'] = h5py.ExternalLink('other.h5', '/x')
        f['type'] = np.dtype('>i2')
        f['empty'] = h5py.Empty('f4')
        f['line\\nbreak'] = 1
        ",
    );
    let places =
        h5py.file(&path).eval("[h5py.h5o.get_info(f[n].id).addr for n in ('bad', 'worse')]");
    let mut bytes = std::fs::read(&path).unwrap();
    for place in places.trim_matches(['[', ']']).split(", ") {
        let place: usize = place.parse().unwrap();
        bytes[place..place + 16].fill(0xff);
    }
    std::fs::write(&path, bytes).unwrap();
    let file = File::open(&path).unwrap();
    let outline = format!("{:#}", file.outline());
    let mut lines: Vec<_> = outline.lines().collect();
    lines.retain(|line| !line.contains("bad [") && !line.contains("worse ["));
    assert_eq!(outline.lines().count(), lines.len() + 2, "{outline}");
    assert_eq!(
        lines,
        [
            "/",
            "│   @title = \"a title\"",
            "├── empty: f32 empty",
            "├── good: f64 (2)",
            "│       @long = i64 (1000)",
            "│       @n = 3",
            "├── line\\nbreak: i64 scalar",
            "├── out -> /x in other.h5",
            "├── soft -> /nowhere",
            "├── type: type i16 big-endian",
        ],
        "{outline}"
    );
    let short = file.outline().max_members(2).to_string();
    assert!(short.ends_with("└── ... 6 more\n"), "{short}");
    assert!(file.load::<Tree>("/").is_err());
}

#[test]
fn a_draft_is_one_thing_and_has_each_name_once() {
    type Say = fn(&mut Draft<'_>) -> hdf5::Result<()>;
    struct By(Say);
    impl SaveTree for By {
        fn save_tree<'a>(&'a self, draft: &mut Draft<'a>) -> hdf5::Result<()> {
            (self.0)(draft)
        }
    }
    struct Names(Vec<String>);
    impl LoadTree for Names {
        fn load_tree(branch: &Branch<'_>) -> hdf5::Result<Self> {
            branch.group()?.names().map(Self)
        }
    }
    let dir = judges::scratch();
    let file = File::create(dir.file("draft.h5")).unwrap();
    let refused: [(Say, &str); 5] = [
        (|draft| draft.member("a", &1).and_then(|()| draft.member("a", &2)), "exists already"),
        (|draft| draft.attr("a", &1).and_then(|()| draft.attr("a", &2)), "exists already"),
        (|draft| draft.member("a", &1).and_then(|()| draft.data(&2)), "one thing already"),
        (|draft| draft.data(&1).and_then(|()| draft.data(&2)), "one thing already"),
        (|draft| draft.data(&1).and_then(|()| draft.member("a", &2)), "only groups have members"),
    ];
    for (say, reason) in refused {
        let error = file.save("x", &By(say)).unwrap_err();
        assert!(error.to_string().contains(reason), "{error}");
    }
    assert!(file.is_empty().unwrap());
    let both = By(|draft| {
        draft.group("g", |inner| inner.member("x", &1)).and_then(|()| draft.attr("g", &2))
    });
    file.save("x", &both).unwrap();
    assert_eq!(file.load::<Names>("x").unwrap().0, ["g"]);
    for link in [
        Tree::Soft { path: "x".into() },
        Tree::Same { path: "z".into() },
        Tree::UserDefined { class: 70, data: vec![1, 2] },
    ] {
        file.save("link", &link).unwrap_err();
        let mut tree = Tree::group();
        tree.insert("x/y", link.clone()).unwrap();
        let saved = file.save("tree", &tree);
        assert_eq!(saved.is_ok(), !matches!(link, Tree::Same { .. }), "{link:?}");
        assert_eq!(file.contains("tree").unwrap(), saved.is_ok());
        if saved.is_ok() {
            file.remove("tree").unwrap();
        }
    }
}

#[test]
fn a_tree_is_json() {
    let dir = judges::scratch();
    let file = File::create(dir.file("json.h5")).unwrap();
    file.create_dataset("a/x", [[1, 2], [3, 4]]).unwrap().attrs().set("units", "K").unwrap();
    file.link("same", &file.group("a").unwrap()).unwrap();
    let json = serde_json::to_string(&file.load::<Tree>("/").unwrap()).unwrap();
    assert_eq!(
        json,
        r#"{"group":{"members":{"a":{"group":{"members":{"x":{"dataset":{"attrs":{"units":"K"},"data":[[1,2],[3,4]]}}}}},"same":{"same":{"path":"/a"}}}}}"#
    );
}
