//! What becomes of handles when their file is closed, and of files when their handles go, in any order and from any
//! thread.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hdf5::{
    Attribute, Dataset, Datatype, ErrorKind, File, Group, ObjectReference, Order, RegionReference,
    Result, TypeDescriptor,
};

/// The tests count what is open in the whole process: one at a time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How many files and objects libhdf5 itself has open.
fn open_in_libhdf5() -> usize {
    use hdf5_ffi::{H5F_OBJ_ATTR, H5F_OBJ_DATASET, H5F_OBJ_FILE, H5F_OBJ_GROUP};

    let _lock = hdf5_ffi::lock();
    // SAFETY: the lock is held; no pointers.
    let is_committed = |id: &&hdf5_ffi::hid_t| unsafe { hdf5_ffi::H5Tcommitted(**id) } > 0;
    ids(H5F_OBJ_FILE | H5F_OBJ_DATASET | H5F_OBJ_GROUP | H5F_OBJ_ATTR).len()
        + datatypes().iter().filter(is_committed).count()
}

/// The datatypes, most of which are of no file: some are kept for as long as the process lives.
fn datatypes() -> Vec<hdf5_ffi::hid_t> {
    ids(hdf5_ffi::H5F_OBJ_DATATYPE)
}

fn ids(kinds: std::ffi::c_uint) -> Vec<hdf5_ffi::hid_t> {
    let all = hdf5_ffi::hid_t::from(hdf5_ffi::H5F_OBJ_ALL);
    let _lock = hdf5_ffi::lock();
    // SAFETY: the lock is held; no pointers.
    let count = unsafe { hdf5_ffi::H5Fget_obj_count(all, kinds) } as usize;
    let mut ids = vec![0; count];
    // SAFETY: there is room for `count` identifiers, and the lock is held since they were counted.
    let found = unsafe { hdf5_ffi::H5Fget_obj_ids(all, kinds, count, ids.as_mut_ptr()) };
    assert_eq!(found as usize, count);
    ids
}

/// A file with an object of each kind.
fn fill(file: &File) -> Result<()> {
    let group = file.create_group("g")?;
    group.attrs().set("a", 1)?;
    let x = group.new_dataset::<f64>().shape((0.., 4)).chunk((2, 4)).deflate(1).create("x")?;
    x.append([[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]])?;
    x.attrs().set("units", "K")?;
    let scale = file.create_dataset("scale", [1, 2, 3, 4])?;
    scale.make_scale("of columns")?;
    x.dim(1)?.attach_scale(&scale)?;
    file.commit_datatype("type", &TypeDescriptor::boolean())?;
    Ok(())
}

type Use = Box<dyn FnOnce() -> Result<()> + Send>;

/// What can be asked of the handles, or the next thing of iterators, to which the answer is `Closed` once the file is.
fn uses(file: &File) -> Result<Vec<(&'static str, Use)>> {
    let mut uses: Vec<(&'static str, Use)> = Vec::new();
    macro_rules! uses {
        ($($use:expr),+ $(,)?) => {
            $(uses.push((stringify!($use), Box::new(move || $use.map(drop))));)+
        };
    }
    let next = |item: Option<Result<()>>| item.unwrap_or(Ok(()));
    macro_rules! nexts {
        ($($iter:expr),+ $(,)?) => {
            $({
                let mut iter = $iter;
                let name = stringify!($iter);
                uses.push((name, Box::new(move || next(iter.next().map(|item| item.map(drop))))));
            })+
        };
    }
    let (g, g1, g2, g3, g4, g5, g6) = (
        file.group("g")?,
        file.group("g")?,
        file.group("g")?,
        file.group("g")?,
        file.group("g")?,
        file.group("/")?,
        file.group("/")?,
    );
    uses![
        g.names(),
        g1.create_group("new"),
        g2.attrs().get::<i32>("a"),
        g3.attrs().set("a", 2),
        g4.remove("x"),
        g5.dataset("g/x"),
        g6.walk(),
    ];
    let (g, g1, g2, g3, g4) =
        (file.group("g")?, file.group("g")?, file.group("g")?, file.group("/")?, file.group("/")?);
    uses![
        g.new_group().create("new"),
        g1.new_dataset::<i32>().shape(3).create("new"),
        g2.info(),
        g3.save("new", &1),
        g4.load::<Vec<i32>>("scale"),
    ];
    let x = || file.dataset("g/x");
    let (a, b, c, d, e, f) = (x()?, x()?, x()?, x()?, x()?, x()?);
    uses![
        a.read::<Vec<f64>>(),
        b.write([[0.0; 4]; 2]),
        c.shape(),
        d.resize((4, 4)),
        e.append([[0.0; 4]]),
        f.flush(),
    ];
    let (a, b, c, d, e) = (x()?, x()?, x()?, x()?, x()?);
    uses![a.refresh(), b.reference(), c.region_reference(0..1), d.select(0), e.dtype()];
    let (a, b, c) = (x()?.select(0)?, x()?.select(0)?, x()?.clip());
    uses![a.read::<Vec<f64>>(), b.write([0.0; 4]), c.read::<Vec<i32>>()];
    let (a, b, c) = (x()?.chunks()?, x()?.chunks()?, x()?.chunks()?);
    uses![a.count(), b.iter(), c.read_raw((0, 0))];
    let (a, b) = (x()?.dim(1)?, x()?.dim(1)?);
    uses![a.scales(), b.set_label("columns")];
    let (a, b, c) = (
        file.group("g")?.attrs().open("a")?,
        file.group("g")?.attrs().open("a")?,
        file.group("g")?.attrs().open("a")?,
    );
    uses![a.read::<i32>(), b.write(3), c.dtype()];
    let (a, b) = (file.datatype("type")?, file.datatype("type")?);
    uses![a.descriptor(), b.attrs().set("a", 1)];
    let (node, object) = (file.open("g/x")?, x()?.reference()?);
    let (region, root) = (x()?.region_reference((0..1, ..))?, file.group("/")?);
    let (of_reference, of_region) = (root.dereference(object)?, root.region(region)?);
    uses![node.reference(), of_reference.reference(), of_region.read::<Vec<f64>>()];
    let (a, b) = (root.clone(), root);
    uses![a.dereference(object), b.region(region)];
    let root = file.group("/")?;
    nexts![
        root.walk()?,
        root.walk_entries()?.map(|entry| entry?.open()),
        root.nodes()?,
        root.datasets()?,
        x()?.rows::<Vec<f64>>()?,
        x()?.blocks::<Vec<f64>>()?,
    ];
    Ok(uses)
}

#[test]
fn every_kind_of_handle_is_closed_with_its_file() {
    let _alone = alone();
    let dir = judges::scratch();
    for on_another_thread in [false, true] {
        let path = dir.file("closed.h5");
        let file = File::create(&path).unwrap();
        fill(&file).unwrap();
        // While it is open, all of them work.
        for (what, ask) in uses(&file).unwrap() {
            if !what.starts_with("g4.remove") {
                ask().unwrap_or_else(|error| panic!("{what}: {error:#}"));
            }
            // Some have added what others would add.
            for new in ["new", "g/new"] {
                if file.contains(new).unwrap() {
                    file.remove(new).unwrap();
                }
            }
        }
        let uses = uses(&file).unwrap();
        assert!(uses.len() > 40, "{}", uses.len());
        if on_another_thread {
            std::thread::spawn(|| file.close()).join().unwrap().unwrap();
        } else {
            file.close().unwrap();
        }
        let before = std::fs::read(&path).unwrap();
        assert_eq!(open_in_libhdf5(), 0);
        for (what, ask) in uses {
            let error = ask().expect_err(what);
            assert_eq!(*error.kind(), ErrorKind::Closed, "{what}: {error:#}");
        }
        assert_eq!(open_in_libhdf5(), 0);
        assert!(std::fs::read(&path).unwrap() == before, "a closed file has been changed");
    }
}

#[test]
fn closing_one_of_two_openings_leaves_the_other() {
    let _alone = alone();
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("twice.h5");
    let first = File::create(&path).unwrap();
    fill(&first).unwrap();
    let second = File::open_rw(&path).unwrap();
    let (of_first, of_second) = (first.dataset("scale").unwrap(), second.dataset("scale").unwrap());
    first.close().unwrap();
    let closed = of_first.read::<Vec<i32>>().unwrap_err();
    assert_eq!(*closed.kind(), ErrorKind::Closed);
    assert_eq!(closed.object_path(), Some("(closed)"));
    of_second.write([5, 6, 7, 8]).unwrap();
    // It is still locked.
    assert_eq!(h5py.file(&path).error_of("f"), "BlockingIOError");
    second.close().unwrap();
    h5py.file(&path).expect("f['scale'][:].tolist()", "[5, 6, 7, 8]");
    drop((of_first, of_second));
    assert_eq!(open_in_libhdf5(), 0);
}

/// Takes something of a file that keeps it open.
type Keep = fn(&File) -> Box<dyn Send>;

#[test]
fn a_file_is_open_to_others_as_soon_as_the_last_handle_is_dropped() {
    let _alone = alone();
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let path = dir.file("weak.h5");
    let keepers: [Keep; 8] = [
        |file| Box::new(file.group("g").unwrap()),
        |file| Box::new(file.dataset("g/x").unwrap()),
        |file| Box::new(file.group("g").unwrap().attrs().open("a").unwrap()),
        |file| Box::new(file.datatype("type").unwrap()),
        |file| Box::new(file.dataset("g/x").unwrap().select(0).unwrap()),
        |file| Box::new(file.dataset("g/x").unwrap().chunks().unwrap()),
        |file| Box::new(file.dataset("g/x").unwrap().dim(0).unwrap()),
        |file| Box::new(file.walk().unwrap()),
    ];
    for (number, keep) in keepers.into_iter().enumerate() {
        let file = File::create(&path).unwrap();
        fill(&file).unwrap();
        let kept = keep(&file);
        drop(file);
        assert_eq!(h5py.file(&path).error_of("f"), "BlockingIOError", "{number}");
        std::thread::spawn(move || drop(kept)).join().unwrap();
        h5py.edit(&path, "f['g/x'][0, 0] = 9; assert f['g/x'][1, 3] == 8");
        assert_eq!(open_in_libhdf5(), 0, "{number}");
    }
    // References are values: they keep nothing open, and lead nowhere without the file.
    let file = File::open_rw(&path).unwrap();
    let kept: (ObjectReference, RegionReference) = {
        let x = file.dataset("g/x").unwrap();
        (x.reference().unwrap(), x.region_reference(0..1).unwrap())
    };
    drop(file);
    h5py.edit(&path, "f['more'] = 1");
    let file = File::open(&path).unwrap();
    assert_eq!(file.dereference(kept.0).unwrap().path().as_deref(), Some("/g/x"));
}

#[test]
fn what_is_in_an_atomic_file_is_closed_when_it_is_committed_or_given_up() {
    let _alone = alone();
    let dir = judges::scratch();
    let path = dir.file("atomic.h5");
    for commit in [true, false] {
        let draft = File::create_atomic(&path).unwrap();
        fill(draft.file()).unwrap();
        let (group, x) = (draft.file().group("g").unwrap(), draft.file().dataset("g/x").unwrap());
        if commit {
            draft.commit().unwrap();
        } else {
            drop(draft);
        }
        assert_eq!(*group.names().unwrap_err().kind(), ErrorKind::Closed);
        assert_eq!(*x.read::<Vec<f64>>().unwrap_err().kind(), ErrorKind::Closed);
        assert_eq!(open_in_libhdf5(), 0);
    }
}

/// One handle of each kind, in a file of their own.
enum Held {
    File(File),
    Group(Group),
    Dataset(Dataset),
    Attribute(Attribute),
    Datatype(Datatype),
    Other(#[expect(dead_code, reason = "it is there to be dropped")] Box<dyn Send>),
}

fn six(file: File) -> Vec<Option<Held>> {
    let x = file.dataset("g/x").unwrap();
    vec![
        Some(Held::Group(file.group("g").unwrap())),
        Some(Held::Attribute(x.attrs().open("units").unwrap())),
        Some(Held::Datatype(file.datatype("type").unwrap())),
        Some(Held::Other(Box::new((x.rows::<Vec<f64>>().unwrap(), file.walk().unwrap())))),
        Some(Held::Dataset(x)),
        Some(Held::File(file)),
    ]
}

/// All orders of the numbers below `n`.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for order in orders(n - 1) {
        for place in 0..n {
            let mut order = order.clone();
            order.insert(place, n - 1);
            all.push(order);
        }
    }
    all
}

#[test]
fn six_handles_are_dropped_in_every_order_by_two_threads() {
    let _alone = alone();
    let image = {
        let file = File::in_memory().unwrap();
        fill(&file).unwrap();
        file.to_bytes().unwrap()
    };
    let orders = orders(6);
    assert_eq!(orders.len(), 720);
    for (number, order) in orders.into_iter().enumerate() {
        let mut held = six(File::from_bytes(&image).unwrap());
        // An attribute is its object and its name.
        assert_eq!(open_in_libhdf5(), 5);
        let mut of_threads = [Vec::new(), Vec::new()];
        for (place, which) in order.into_iter().enumerate() {
            // Other threads for each order, also the same one for all.
            let thread = ((number * 37) >> place) & 1;
            of_threads[thread].push(held[which].take().unwrap());
        }
        std::thread::scope(|scope| {
            for held in of_threads {
                scope.spawn(move || {
                    for held in held {
                        match held {
                            // Half of the files are closed, half of them dropped.
                            Held::File(file) if number % 2 == 0 => file.close().unwrap(),
                            held => drop(held),
                        }
                    }
                });
            }
        });
        assert_eq!(open_in_libhdf5(), 0, "order {number}");
    }
}

/// Numbers that are the same each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// Does something with what it holds, or opens or drops something.
fn play(chance: &mut Chance, paths: &[std::path::PathBuf], held: &mut Vec<Held>) -> Result<()> {
    if held.is_empty() || chance.below(8) == 0 {
        let path: &Path = &paths[chance.below(paths.len())];
        held.push(Held::File(File::open_rw(path)?));
        return Ok(());
    }
    let which = chance.below(held.len());
    let opened = match &held[which] {
        _ if held.len() > 30 || chance.below(3) == 0 => {
            match held.swap_remove(which) {
                Held::File(file) if chance.below(2) == 0 => file.close()?,
                gone => drop(gone),
            }
            return Ok(());
        }
        Held::File(file) => match chance.below(4) {
            0 => Held::Group(file.group("g")?),
            1 => Held::Dataset(file.dataset("g/x")?),
            2 => Held::Datatype(file.datatype("type")?),
            _ => Held::Other(Box::new(file.walk()?)),
        },
        Held::Group(group) => match chance.below(3) {
            0 => Held::Dataset(group.dataset("x")?),
            1 => Held::Attribute(group.attrs().open("a")?),
            _ => Held::Group(group.clone()),
        },
        Held::Dataset(x) => match chance.below(5) {
            0 => Held::Attribute(x.attrs().open("units")?),
            1 => Held::Other(Box::new(x.select(0)?)),
            2 => Held::Other(Box::new(x.rows::<Vec<f64>>()?)),
            3 => Held::Other(Box::new(x.dim(1)?.scales()?)),
            _ => {
                assert!(x.read::<Vec<f64>>()?.len() == 8);
                Held::Dataset(x.clone())
            }
        },
        Held::Attribute(attribute) => {
            attribute.dtype()?;
            return Ok(());
        }
        Held::Datatype(datatype) => Held::Other(Box::new(datatype.attrs().names_by(Order::Name)?)),
        Held::Other(_) => return Ok(()),
    };
    held.push(opened);
    Ok(())
}

#[test]
fn thousands_of_openings_and_closings_in_any_order_leave_nothing_open() {
    let _alone = alone();
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let paths: Vec<_> = (0..3).map(|number| dir.file(&format!("{number}.h5"))).collect();
    for path in &paths {
        let file = File::create(path).unwrap();
        fill(&file).unwrap();
        file.close().unwrap();
    }
    let run = |turns: usize, first: u64| {
        std::thread::scope(|scope| {
            for thread in 0..3 {
                let paths = &paths;
                scope.spawn(move || {
                    let mut chance = Chance(first + thread);
                    let mut held = Vec::new();
                    let mut done = 0;
                    for _ in 0..turns {
                        match play(&mut chance, paths, &mut held) {
                            Ok(()) => done += 1,
                            // Its file has been closed.
                            Err(error) => assert_eq!(*error.kind(), ErrorKind::Closed, "{error:#}"),
                        }
                    }
                    assert!(done > turns / 2, "{done}");
                });
            }
        })
    };
    run(200, 1);
    let kept = datatypes().len();
    run(6000, 7);
    assert_eq!(datatypes().len(), kept);
    assert_eq!(open_in_libhdf5(), 0);
    for path in &paths {
        h5py.file(path).expect("f['g/x'][1].tolist()", "[5.0, 6.0, 7.0, 8.0]");
    }
}
