//! What safety costs: reading through `hdf5` beside the bare C calls, on the same file in one run.
//!
//! `cargo bench --bench raw_calls` prints the median of each and their ratio. The two alternate, so
//! that a busy machine slows both.

use std::hint::black_box;
use std::time::{Duration, Instant};

use hdf5::{Dataset, File};
use hdf5_ffi::*;

fn main() -> hdf5::Result<()> {
    let dir = tempfile::tempdir().expect("a folder for the file");
    let path = dir.path().join("bench.h5");
    let file = File::create(&path)?;
    let numbers: Vec<f64> = (0..1_000_000).map(f64::from).collect();
    file.create_dataset("numbers", &numbers)?;
    file.create_dataset("scalar", 1.5)?;
    file.close()?;

    let file = File::open(&path)?;
    let (numbers, scalar) = (file.dataset("numbers")?, file.dataset("scalar")?);
    let raw = Raw::open(&path);
    println!("{:<34} {:>12} {:>12} {:>8}", "", "hdf5", "C calls", "ratio");

    let mut ten = [0.0; 10];
    report(
        "10 of a million, contiguous",
        20_000,
        || select(&numbers, &mut ten),
        || raw.read_slab(raw.numbers, 500_000, black_box(&mut [0.0; 10])),
    );
    report(
        "scalar",
        20_000,
        || scalar.read::<f64>().map(drop),
        || {
            black_box(raw.read_scalar());
        },
    );
    let (mut all, mut all_raw) = (vec![0.0; 1_000_000], vec![0.0; 1_000_000]);
    report(
        "a million, contiguous",
        60,
        || numbers.read_into(&mut all),
        || raw.read_slab(raw.numbers, 0, &mut all_raw),
    );
    Ok(())
}

fn select(numbers: &Dataset, ten: &mut [f64; 10]) -> hdf5::Result<()> {
    numbers.select(500_000..500_010)?.read_into(&mut ten[..])
}

/// Runs both in turn and prints the medians.
fn report(
    what: &str,
    rounds: usize,
    mut ours: impl FnMut() -> hdf5::Result<()>,
    mut theirs: impl FnMut(),
) {
    let (mut safe, mut bare) = (Vec::with_capacity(rounds), Vec::with_capacity(rounds));
    for _ in 0..rounds {
        let start = Instant::now();
        ours().expect("the file can be read");
        safe.push(start.elapsed());
        let start = Instant::now();
        theirs();
        bare.push(start.elapsed());
    }
    let median = |times: &mut Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    let (safe, bare) = (median(&mut safe), median(&mut bare));
    let ratio = safe.as_secs_f64() / bare.as_secs_f64();
    println!("{what:<34} {safe:>12.2?} {bare:>12.2?} {ratio:>8.2}");
}

/// The same file, opened and read as a C program does.
struct Raw {
    file: hid_t,
    numbers: hid_t,
    scalar: hid_t,
}

impl Raw {
    fn open(path: &std::path::Path) -> Self {
        let path = std::ffi::CString::new(path.to_str().expect("a path in UTF-8")).expect("no NUL");
        let _lock = lock();
        // SAFETY: the lock is held, and names are NUL-terminated.
        unsafe {
            let file = H5Fopen(path.as_ptr(), H5F_ACC_RDONLY, H5P_DEFAULT);
            let numbers = H5Dopen(file, c"numbers".as_ptr(), H5P_DEFAULT);
            let scalar = H5Dopen(file, c"scalar".as_ptr(), H5P_DEFAULT);
            assert!(file >= 0 && numbers >= 0 && scalar >= 0);
            Self { file, numbers, scalar }
        }
    }

    fn read_slab(&self, dataset: hid_t, start: hsize_t, buffer: &mut [f64]) {
        let count = buffer.len() as hsize_t;
        let _lock = lock();
        // SAFETY: the lock is held, the memory dataspace has as many elements as the buffer, and the
        // arrays have one element for the one dimension.
        unsafe {
            let file_space = H5Dget_space(dataset);
            let none = std::ptr::null();
            H5Sselect_hyperslab(file_space, H5S_SELECT_SET, &start, none, &count, none);
            let memory = H5Screate_simple(1, &count, none);
            let (ty, data) = (H5T_NATIVE_DOUBLE, buffer.as_mut_ptr().cast());
            assert!(H5Dread(dataset, ty, memory, file_space, H5P_DEFAULT, data) >= 0);
            H5Sclose(memory);
            H5Sclose(file_space);
        }
    }

    fn read_scalar(&self) -> f64 {
        let mut value = 0.0_f64;
        let _lock = lock();
        // SAFETY: the lock is held, and the dataset has one element, for which there is room.
        unsafe {
            let (ty, data) = (H5T_NATIVE_DOUBLE, (&raw mut value).cast());
            assert!(H5Dread(self.scalar, ty, H5S_ALL, H5S_ALL, H5P_DEFAULT, data) >= 0);
        }
        value
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        let _lock = lock();
        // SAFETY: the lock is held, and each identifier is closed once.
        unsafe {
            H5Dclose(self.scalar);
            H5Dclose(self.numbers);
            H5Fclose(self.file);
        }
    }
}
