//! Elements of numeric datasets, read and written.

use std::hint::black_box;
use std::path::Path;

use hdf5::{Dataset, File};

use crate::c_calls as c;
use crate::case::{Call, Case, Files};

const MILLION: usize = 1_000_000;
const MIDDLE: usize = MILLION / 2;
const TEN: std::ops::Range<usize> = MIDDLE..MIDDLE + 10;

/// Puts what is read into the shared file.
pub(crate) fn prepare(shared: &Path) -> hdf5::Result<()> {
    let file = File::open_rw(shared)?;
    let numbers: Vec<f64> = (0..MILLION as u32).map(f64::from).collect();
    file.create_dataset("numbers", &numbers)?;
    file.new_dataset::<f64>().chunk(10_000).create_with("chunked", &numbers)?;
    file.create_dataset("scalar", 1.5)?;
    file.close()
}

fn ours(files: &Files, name: &str) -> hdf5::Result<Dataset> {
    File::open(&files.shared)?.dataset(name)
}

fn raw(files: &Files, name: &str) -> c::Id {
    c::open_dataset(&c::open_file(&files.shared), name)
}

/// One index in fifty.
fn sorted() -> Vec<usize> {
    (0..MILLION).step_by(50).collect()
}

/// The same, in an order that jumps to and fro.
fn unordered() -> Vec<usize> {
    (0..20_000).map(|i| i * 7919 % 20_000 * 50).collect()
}

fn read_list(files: &Files, indices: Vec<usize>) -> hdf5::Result<Call> {
    let numbers = ours(files, "numbers")?;
    Ok(Box::new(move |_| {
        black_box(numbers.select(&indices)?.read::<Vec<f64>>()?);
        Ok(())
    }))
}

fn read_points(files: &Files, indices: Vec<usize>) -> Call {
    let numbers = raw(files, "numbers");
    let indices: Vec<u64> = indices.into_iter().map(|index| index as u64).collect();
    Box::new(move |_| {
        let mut values = vec![0.0; indices.len()];
        c::read_points(&numbers, &indices, &mut values);
        black_box(values);
        Ok(())
    })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = slices();
    cases.extend(lists());
    cases.extend(writes());
    cases
}

fn slices() -> Vec<Case> {
    vec![
        Case::new("10 of a million, into a buffer", 5_000)
            .ours(|files| {
                let numbers = ours(files, "numbers")?;
                let mut ten = [0.0; 10];
                Ok(Box::new(move |_| numbers.select(TEN)?.read_into(black_box(&mut ten[..]))))
            })
            .c(|files| {
                let numbers = raw(files, "numbers");
                let mut ten = [0.0; 10];
                Ok(Box::new(move |_| {
                    c::read_slab(&numbers, MIDDLE as u64, black_box(&mut ten));
                    Ok(())
                }))
            })
            .h5py(
                "numbers = h5py.File(shared)['numbers']\nten = np.empty(10)",
                "numbers.read_direct(ten, np.s_[500000:500010])",
            ),
        Case::new("10 of a million, new array", 5_000)
            .ours(|files| {
                let numbers = ours(files, "numbers")?;
                Ok(Box::new(move |_| {
                    black_box(numbers.select(TEN)?.read::<Vec<f64>>()?);
                    Ok(())
                }))
            })
            .c(|files| {
                let numbers = raw(files, "numbers");
                Ok(Box::new(move |_| {
                    let mut ten = vec![0.0; 10];
                    c::read_slab(&numbers, MIDDLE as u64, &mut ten);
                    black_box(ten);
                    Ok(())
                }))
            })
            .h5py("numbers = h5py.File(shared)['numbers']", "numbers[500000:500010]"),
        Case::new("10 of a million in chunks", 5_000)
            .ours(|files| {
                let numbers = ours(files, "chunked")?;
                Ok(Box::new(move |_| {
                    black_box(numbers.select(TEN)?.read::<Vec<f64>>()?);
                    Ok(())
                }))
            })
            .c(|files| {
                let numbers = raw(files, "chunked");
                Ok(Box::new(move |_| {
                    let mut ten = vec![0.0; 10];
                    c::read_slab(&numbers, MIDDLE as u64, &mut ten);
                    black_box(ten);
                    Ok(())
                }))
            })
            .h5py("numbers = h5py.File(shared)['chunked']", "numbers[500000:500010]"),
        Case::new("a scalar", 5_000)
            .ours(|files| {
                let scalar = ours(files, "scalar")?;
                Ok(Box::new(move |_| {
                    black_box(scalar.read::<f64>()?);
                    Ok(())
                }))
            })
            .c(|files| {
                let scalar = raw(files, "scalar");
                Ok(Box::new(move |_| {
                    black_box(c::read_scalar(&scalar));
                    Ok(())
                }))
            })
            .h5py("scalar = h5py.File(shared)['scalar']", "scalar[()]"),
        Case::new("a million, into a buffer", 5)
            .ours(|files| {
                let numbers = ours(files, "numbers")?;
                let mut all = vec![1.0; MILLION];
                Ok(Box::new(move |_| numbers.read_into(black_box(&mut all))))
            })
            .c(|files| {
                let numbers = raw(files, "numbers");
                let mut all = vec![1.0; MILLION];
                Ok(Box::new(move |_| {
                    c::read_slab(&numbers, 0, black_box(&mut all));
                    Ok(())
                }))
            })
            .h5py(
                "numbers = h5py.File(shared)['numbers']\nall = np.ones(1_000_000)",
                "numbers.read_direct(all)",
            ),
    ]
}

/// Lists of indices. The C calls select each as a point.
fn lists() -> Vec<Case> {
    vec![
        Case::new("20,000 indices of a million, sorted", 1)
            .ours(|files| read_list(files, sorted()))
            .c(|files| Ok(read_points(files, sorted())))
            .h5py(
                "numbers = h5py.File(shared)['numbers']\nindices = np.arange(0, 1_000_000, 50)",
                "numbers[indices]",
            ),
        Case::new("20,000 indices of a million, unordered", 1)
            .ours(|files| read_list(files, unordered()))
            .c(|files| Ok(read_points(files, unordered())))
            // h5py refuses them, so that its users sort and put back.
            .h5py(
                "numbers = h5py.File(shared)['numbers']\n\
                 indices = np.arange(20_000) * 7919 % 20_000 * 50",
                "order = np.argsort(indices)\n\
                 values = np.empty(len(indices))\n\
                 values[order] = numbers[indices[order]]",
            ),
    ]
}

fn writes() -> Vec<Case> {
    const ROOM: u64 = 100_000;
    vec![
        Case::new("write 10 of 100,000", 5_000)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                let numbers = file.create_dataset("numbers", vec![0.0; ROOM as usize])?;
                Ok(Box::new(move |i| numbers.select(i..i + 10)?.write([i as f64; 10])))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                let numbers = c::create_dataset(&file, "numbers", &[ROOM], None);
                c::write_all(&numbers, &[0.0; ROOM as usize]);
                Ok(Box::new(move |i| {
                    c::write_slab(&numbers, i as u64, &[i as f64; 10]);
                    Ok(())
                }))
            })
            .h5py(
                "numbers = h5py.File(fresh, 'w').create_dataset('numbers', data=np.zeros(100_000))\n\
                 ten = np.ones(10)",
                "numbers[i:i + 10] = ten",
            ),
        Case::new("append a row of 64", 2_000)
            .ours(|files| {
                let file = File::create(&files.fresh)?;
                let builder = file.new_dataset::<f64>().shape((0.., 64)).chunk((256, 64));
                let rows = builder.create("rows")?;
                Ok(Box::new(move |i| rows.append([[i as f64; 64]])))
            })
            .c(|files| {
                let file = c::create_file(&files.fresh);
                let rows = c::create_dataset(&file, "rows", &[0, 64], Some(&[256, 64]));
                Ok(Box::new(move |i| {
                    c::append_row(&rows, &[i as f64; 64]);
                    Ok(())
                }))
            })
            .h5py(
                "rows = h5py.File(fresh, 'w').create_dataset(\n\
                 'rows', (0, 64), 'f8', maxshape=(None, 64), chunks=(256, 64))\n\
                 row = np.ones(64)",
                "rows.resize(i + 1, axis=0)\nrows[i] = row",
            ),
    ]
}
