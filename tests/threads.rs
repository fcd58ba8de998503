//! Several threads at once.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use hdf5::{ErrorKind, File};

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
