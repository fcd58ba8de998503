//! Several threads at once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use hdf5::{Dataset, DynArray, Error, ErrorKind, File};

/// How long threads race: for as many seconds as `HDF5_RACE_SECONDS` says, for example under valgrind.
fn race_time() -> Duration {
    match std::env::var("HDF5_RACE_SECONDS") {
        Ok(seconds) => Duration::from_secs(seconds.parse().expect("a number of seconds")),
        Err(_) => Duration::from_secs(2),
    }
}

#[test]
fn a_reader_never_sees_a_dataset_half_resized() {
    let dir = judges::scratch();
    let file = File::create(dir.file("resize.h5")).unwrap();
    let numbers = file.new_dataset::<u64>().shape((0.., 8)).chunk((16, 8)).create("n").unwrap();
    let words = file.new_dataset::<String>().shape(0..).chunk(16).create("w").unwrap();
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let read: Vec<u64> = numbers.read().unwrap();
                    assert_eq!(read.len() % 8, 0);
                    assert!(read.iter().all(|&number| number == 0 || number == 7));
                    let read: Vec<String> = words.read().unwrap();
                    assert!(read.iter().all(|word| word.is_empty() || word == "seven"));
                    match numbers.select(..40) {
                        Ok(rows) => match rows.read_into(&mut [0_u64; 320]) {
                            Ok(()) => {}
                            // It shrank between the selection and the read.
                            Err(error) => {
                                assert!(matches!(error.kind(), ErrorKind::OutOfBounds { .. }))
                            }
                        },
                        Err(error) => {
                            assert!(matches!(error.kind(), ErrorKind::OutOfBounds { .. }))
                        }
                    }
                }
            });
        }
        let start = Instant::now();
        let mut length = 1;
        while start.elapsed() < Duration::from_millis(1500) {
            length = (length * 7 + 3) % 97;
            numbers.resize((length, 8)).unwrap();
            numbers.write(vec![[7_u64; 8]; length]).unwrap();
            words.resize(length).unwrap();
            words.write(vec!["seven"; length]).unwrap();
        }
        done.store(true, Ordering::Relaxed);
    });
}

/// Reads in every way, where nothing but a change of the shape may go wrong.
///
/// Every element is 7, or 0 where it was never written; a row has 8.
fn read_in_every_way(numbers: &Dataset, words: &Dataset, way: usize) {
    /// What came back, or nothing where the shape changed between two steps.
    fn unless_resized<T>(read: Result<T, Error>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(error) => match error.kind() {
                ErrorKind::OutOfBounds { .. } | ErrorKind::ShapeMismatch { .. } => None,
                _ => panic!("{error:?}"),
            },
        }
    }
    let check = |read: &[u64]| {
        assert_eq!(read.len() % 8, 0);
        assert!(read.iter().all(|&number| number == 0 || number == 7), "{read:?}");
    };
    let check_words =
        |read: &[String]| assert!(read.iter().all(|word| word.is_empty() || word == "seven"));
    match way % 7 {
        0 => {
            unless_resized(numbers.read::<Vec<u64>>()).iter().for_each(|read| check(read));
            unless_resized(words.read::<Vec<String>>()).iter().for_each(|read| check_words(read));
            unless_resized(numbers.read::<DynArray>());
        }
        1 => {
            // A buffer for what the shape was a moment ago.
            let mut buffer = vec![0; numbers.shape().unwrap()[0] * 8];
            if unless_resized(numbers.read_into(&mut buffer)).is_some() {
                check(&buffer);
            }
            let mut small = vec![0_u16; 40];
            unless_resized(numbers.select(..5).and_then(|rows| rows.read_into(&mut small)));
        }
        2 => {
            let selected = numbers.select((3..40, ..));
            unless_resized(selected.and_then(|rows| rows.read::<Vec<u64>>()))
                .iter()
                .for_each(|read| assert_eq!(read.len(), 37 * 8));
            unless_resized(words.select(-1).and_then(|last| last.read::<String>()));
        }
        3 => {
            for row in numbers.rows::<Vec<u64>>().unwrap() {
                unless_resized(row).iter().for_each(|row| {
                    check(row);
                    assert_eq!(row.len(), 8);
                });
            }
        }
        4 => {
            for block in numbers.blocks_of::<Vec<u64>>(16).unwrap() {
                unless_resized(block).iter().for_each(|block| check(block));
            }
            for block in words.blocks::<Vec<String>>().unwrap() {
                unless_resized(block).iter().for_each(|block| check_words(block));
            }
        }
        5 => {
            for part in numbers.iter_chunks().unwrap() {
                let part = numbers.select(&part).and_then(|part| part.read::<Vec<u64>>());
                unless_resized(part).iter().for_each(|part| check(part));
            }
        }
        _ => {
            let chunks = numbers.chunks().unwrap();
            for info in chunks.iter().unwrap() {
                if let Some(Some(raw)) = unless_resized(chunks.read_raw(&info.offset)) {
                    assert_eq!(raw.bytes.len(), 16 * 8 * 8);
                }
                unless_resized(chunks.info_at(&info.offset));
            }
        }
    }
}

#[test]
fn readers_of_every_kind_never_overrun_while_others_resize() {
    let dir = judges::scratch();
    let file = File::create(dir.file("race.h5")).unwrap();
    let numbers = file.new_dataset::<u64>().shape((0.., 8)).chunk((16, 8)).create("n").unwrap();
    let words = file.new_dataset::<String>().shape(0..).chunk(16).create("w").unwrap();
    let done = AtomicBool::new(false);
    let reads = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for thread in 0..3 {
            let (numbers, words, done, reads) = (&numbers, &words, &done, &reads);
            scope.spawn(move || {
                for turn in thread.. {
                    if done.load(Ordering::Relaxed) {
                        break;
                    }
                    read_in_every_way(numbers, words, turn);
                    reads.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        // Another handle of the same dataset, and one of another opening of the file.
        let again = file.dataset("n").unwrap();
        let reopened = File::open_rw(dir.file("race.h5")).unwrap();
        let more_words = reopened.dataset("w").unwrap();
        let done = &done;
        scope.spawn(move || {
            let mut length = 1;
            while !done.load(Ordering::Relaxed) {
                length = (length * 5 + 1) % 61;
                again.resize_axis(0, length).unwrap();
                more_words.resize(length).unwrap();
            }
        });
        let start = Instant::now();
        let mut length = 1;
        while start.elapsed() < race_time() {
            length = (length * 7 + 3) % 97;
            numbers.resize((length, 8)).unwrap();
            words.resize_axis(0, length).unwrap();
            // The other thread may have resized them since.
            for written in
                [numbers.write(vec![[7_u64; 8]; length]), words.write(vec!["seven"; length])]
            {
                if let Err(error) = written {
                    assert!(matches!(error.kind(), ErrorKind::ShapeMismatch { .. }), "{error:?}");
                }
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    assert!(reads.load(Ordering::Relaxed) > 3 * 7, "{reads:?}");
}

#[test]
fn handles_are_dropped_and_files_closed_on_any_thread() {
    let dir = judges::scratch();
    for round in 0..50 {
        let path = dir.file(&format!("{round}.h5"));
        let file = File::create(&path).unwrap();
        let dataset = file.create_dataset("a/x", vec!["word"; 100]).unwrap();
        let readers: Vec<_> = (0..3)
            .map(|_| {
                let dataset = dataset.clone();
                std::thread::spawn(move || {
                    loop {
                        match dataset.read::<Vec<String>>() {
                            Ok(words) => assert!(words.iter().all(|word| word == "word")),
                            Err(error) => return error.kind().clone(),
                        }
                    }
                })
            })
            .collect();
        drop(dataset);
        file.close().unwrap();
        for reader in readers {
            assert_eq!(reader.join().unwrap(), ErrorKind::Closed);
        }
        assert_eq!(File::open(&path).unwrap().dataset("a/x").unwrap().shape().unwrap(), [100]);
    }
}
