//! Many strings of any length.

use std::hint::black_box;
use std::path::Path;

use hdf5::{File, StringArray};

use crate::case::Case;

const STRINGS: usize = 100_000;

/// Puts what is read into the shared file.
pub(crate) fn prepare(shared: &Path) -> hdf5::Result<()> {
    let file = File::open_rw(shared)?;
    file.create_dataset("strings", strings())?;
    file.close()
}

fn strings() -> Vec<String> {
    (0..STRINGS).map(|i| format!("string number {i}")).collect()
}

pub(crate) fn cases() -> Vec<Case> {
    let cases = vec![
        Case::new("strings, written", 1)
            .ours(|files| {
                let (file, strings) = (File::create(&files.fresh)?, strings());
                Ok(Box::new(move |i| file.create_dataset(format!("{i}"), &strings).map(drop)))
            })
            .h5py(
                "f = h5py.File(fresh, 'w')\n\
                 strings = [f'string number {i}' for i in range(100_000)]",
                "f.create_dataset(str(i), data=strings, dtype=h5py.string_dtype())",
            ),
        Case::new("strings, each its own", 1)
            .ours(|files| {
                let strings = File::open(&files.shared)?.dataset("strings")?;
                Ok(Box::new(move |_| {
                    black_box(strings.read::<Vec<String>>()?);
                    Ok(())
                }))
            })
            .h5py("strings = h5py.File(shared)['strings']", "strings.asstr()[:]"),
        Case::new("strings, in one buffer", 1)
            .ours(|files| {
                let strings = File::open(&files.shared)?.dataset("strings")?;
                Ok(Box::new(move |_| {
                    black_box(strings.read::<StringArray>()?);
                    Ok(())
                }))
            })
            // Bytes, each of them its own: h5py has nothing closer.
            .h5py("strings = h5py.File(shared)['strings']", "strings[:]"),
    ];
    cases.into_iter().map(|case| case.per("string", STRINGS)).collect()
}
