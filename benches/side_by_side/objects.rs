//! Datasets as objects: opened and created.

use std::path::Path;

use hdf5::File;

use crate::c_calls as c;
use crate::case::Case;

/// Puts what is opened into the shared file: groups with a few datasets each.
pub(crate) fn prepare(shared: &Path) -> hdf5::Result<()> {
    let file = File::open_rw(shared)?;
    for group in 0..10 {
        for dataset in 0..10 {
            file.create_dataset(format!("groups/{group}/{dataset}"), [f64::from(dataset); 100])?;
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
    ]
}

fn names() -> Vec<String> {
    (0..100).map(|i| format!("groups/{}/{}", i / 10, i % 10)).collect()
}
