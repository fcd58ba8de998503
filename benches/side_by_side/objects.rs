//! Objects: opened, created, listed and walked through.

use std::path::Path;

use hdf5::{File, Link, ObjectKind};

use crate::c_calls as c;
use crate::case::Case;

/// The links of the group `many`.
const LINKS: usize = 20_000;
/// The objects below the group `tree`: a group, 19 datasets in it, the next group.
const OBJECTS: usize = 2_000;

/// Puts what is opened into the shared file: groups with a few datasets each.
pub(crate) fn prepare(shared: &Path) -> hdf5::Result<()> {
    let file = File::open_rw(shared)?;
    for group in 0..10 {
        for dataset in 0..10 {
            file.create_dataset(format!("groups/{group}/{dataset}"), [f64::from(dataset); 100])?;
        }
    }
    let many = file.create_group("many")?;
    for i in 0..LINKS {
        many.link(format!("link {i}"), &many)?;
    }
    for i in 0..OBJECTS {
        let (group, dataset) = (i / 20, i % 20);
        match dataset {
            0 => drop(file.create_group(format!("tree/{group}"))?),
            _ => drop(file.create_dataset(format!("tree/{group}/{dataset}"), [0.5; 10])?),
        }
    }
    file.close()
}

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new("open a dataset", 1_000)
            .ours(|files| {
                let (file, names) = (File::open(&files.shared)?, names());
                Ok(Box::new(move |i| file.dataset(&names[i % names.len()]).map(drop)))
            })
            .c(|files| {
                let (file, names) = (c::open_file(&files.shared), names());
                Ok(Box::new(move |i| {
                    c::open_dataset(&file, &names[i % names.len()]);
                    Ok(())
                }))
            })
            .h5py(
                "f = h5py.File(shared)\n\
                 names = [f'groups/{a}/{b}' for a in range(10) for b in range(10)]",
                "f[names[i % 100]]",
            ),
        Case::new("create a dataset of 100 f64", 200)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                let values = [1.5; 100];
                Ok(Box::new(move |i| file.create_dataset(format!("d{i}"), values).map(drop)))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                let values = [1.5; 100];
                Ok(Box::new(move |i| {
                    let dataset = c::create_dataset(&file, &format!("d{i}"), &[100], None);
                    c::write_all(&dataset, &values);
                    Ok(())
                }))
            })
            .h5py(
                "f = h5py.File(fresh, 'w')\nvalues = np.full(100, 1.5)",
                "f.create_dataset(f'd{i}', data=values)",
            ),
        Case::new("create a group", 1_000)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                Ok(Box::new(move |i| file.create_group(format!("g{i}")).map(drop)))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                Ok(Box::new(move |i| {
                    c::create_group(&file, &format!("g{i}"));
                    Ok(())
                }))
            })
            .h5py("f = h5py.File(fresh, 'w')", "f.create_group(f'g{i}')"),
        Case::new("look for a dataset by its path", 1_000)
            .ours(|files| {
                let (file, names) = (File::open(&files.shared)?, names());
                Ok(Box::new(move |i| {
                    assert!(file.contains(&names[i % names.len()])?);
                    Ok(())
                }))
            })
            .c(|files| {
                let (file, names) = (c::open_file(&files.shared), names());
                Ok(Box::new(move |i| {
                    assert!(c::exists(&file, &names[i % names.len()]));
                    Ok(())
                }))
            })
            .h5py(
                "f = h5py.File(shared)\n\
                 names = [f'groups/{a}/{b}' for a in range(10) for b in range(10)]",
                "assert names[i % 100] in f",
            ),
        Case::new("list the names of 20,000 links", 5)
            .ours(|files| {
                let many = File::open(&files.shared)?.group("many")?;
                Ok(Box::new(move |_| {
                    assert_eq!(many.names()?.len(), LINKS);
                    Ok(())
                }))
            })
            .c(|files| {
                let many = c::open_group(&c::open_file(&files.shared), "many");
                Ok(Box::new(move |_| {
                    assert_eq!(c::links(&many).len(), LINKS);
                    Ok(())
                }))
            })
            .h5py("g = h5py.File(shared)['many']", "assert len(list(g)) == 20_000"),
        Case::new("list 20,000 links and their kinds", 5)
            .ours(|files| {
                let many = File::open(&files.shared)?.group("many")?;
                Ok(Box::new(move |_| {
                    let links = many.links()?.collect::<hdf5::Result<Vec<_>>>()?;
                    assert_eq!(links.iter().filter(|link| link.1 == Link::Hard).count(), LINKS);
                    Ok(())
                }))
            })
            .c(|files| {
                let many = c::open_group(&c::open_file(&files.shared), "many");
                Ok(Box::new(move |_| {
                    assert_eq!(c::links(&many).iter().filter(|link| link.1).count(), LINKS);
                    Ok(())
                }))
            })
            .h5py(
                "g = h5py.File(shared)['many']",
                "kinds = [g.get(n, getclass=True, getlink=True) for n in g]\n\
                 assert kinds.count(h5py.HardLink) == 20_000",
            ),
        Case::new("walk 2,000 objects, with kinds", 5)
            .per("object", OBJECTS)
            .ours(|files| {
                let tree = File::open(&files.shared)?.group("tree")?;
                Ok(Box::new(move |_| {
                    let entries = tree.walk_entries()?.collect::<hdf5::Result<Vec<_>>>()?;
                    let datasets = |kind| kind == ObjectKind::Dataset;
                    let datasets = entries.iter().filter(|entry| datasets(entry.kind())).count();
                    assert_eq!((entries.len(), datasets), (OBJECTS, OBJECTS / 20 * 19));
                    Ok(())
                }))
            })
            .c(|files| {
                let tree = c::open_group(&c::open_file(&files.shared), "tree");
                Ok(Box::new(move |_| {
                    assert_eq!(c::objects(&tree).len(), OBJECTS);
                    Ok(())
                }))
            })
            .h5py(VISIT.0, VISIT.1),
        Case::new("walk 2,000 objects, opened", 5)
            .per("object", OBJECTS)
            .ours(|files| {
                let tree = File::open(&files.shared)?.group("tree")?;
                Ok(Box::new(move |_| {
                    let kinds = tree.walk()?.map(|item| item.map(|(_, node)| node.kind()));
                    let kinds = kinds.collect::<hdf5::Result<Vec<_>>>()?;
                    assert_eq!(kinds.len(), OBJECTS);
                    Ok(())
                }))
            })
            .c(|files| {
                let tree = c::open_group(&c::open_file(&files.shared), "tree");
                Ok(Box::new(move |_| {
                    for (path, _) in c::objects(&tree) {
                        c::open_object(&tree, &path);
                    }
                    Ok(())
                }))
            })
            .h5py(VISIT.0, VISIT.1),
    ]
}

/// h5py opens each object to tell its type.
const VISIT: (&str, &str) = (
    "g = h5py.File(shared)['tree']",
    "found = []\n\
     g.visititems(lambda name, node: found.append((name, type(node))))\n\
     assert len(found) == 2_000",
);

fn names() -> Vec<String> {
    (0..100).map(|i| format!("groups/{}/{}", i / 10, i % 10)).collect()
}
