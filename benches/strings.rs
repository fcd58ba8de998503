//! A million strings read and written, beside h5py in the same run.
//!
//! `cargo bench --bench strings` prints microseconds for one string: medians of rounds in which both take
//! turns. The h5py is the one that judges the scenario tests; without Python there is none.

use std::time::Instant;

use hdf5::{File, StringArray};

const STRINGS: usize = 1_000_000;
const ROUNDS: usize = 5;

/// What h5py does in one round; it prints seconds.
const THEIRS: &str = "
import time
f = h5py.File(args[0], 'w')
strings = [f'string number {i}' for i in range(1_000_000)]
def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
write = timed(lambda: f.create_dataset('strings', data=strings, dtype=h5py.string_dtype()))
f.flush()
bytes_ = timed(lambda: f['strings'][:])
text = timed(lambda: f['strings'].asstr()[:])
print(write, bytes_, text)
";

fn main() -> hdf5::Result<()> {
    let dir = judges::scratch();
    let strings: Vec<String> = (0..STRINGS).map(|i| format!("string number {i}")).collect();
    let h5py = judges::h5py!(Ok(()));
    let mut seconds: [Vec<f64>; 6] = Default::default();
    for round in 0..ROUNDS {
        let path = dir.file(&format!("{round}.h5"));
        let file = File::create(&path)?;
        seconds[0].push(timed(|| file.create_dataset("strings", &strings))?);
        file.flush()?;
        let dataset = file.dataset("strings")?;
        seconds[1].push(timed(|| dataset.read::<Vec<String>>())?);
        seconds[2].push(timed(|| dataset.read::<StringArray>())?);
        file.close()?;
        let theirs = h5py.script(THEIRS, &[&dir.file(&format!("h5py-{round}.h5"))]);
        let theirs = theirs.split_whitespace().map(|text| text.parse().expect("seconds"));
        seconds[3..].iter_mut().zip(theirs).for_each(|(all, one)| all.push(one));
    }
    let micros = seconds.map(|mut all| {
        all.sort_by(f64::total_cmp);
        all[ROUNDS / 2] * 1e6 / STRINGS as f64
    });
    let [write, read, flat, their_write, their_read, their_text] = micros;
    println!("{:<34} {:>8} {:>8} {:>8}", "microseconds a string", "hdf5", "h5py", "ratio");
    for (what, ours, theirs) in [
        ("written from Vec<String>", write, their_write),
        ("read to Vec<String>, as bytes", read, their_read),
        ("read to Vec<String>, as str", read, their_text),
        ("read to StringArray, as str", flat, their_text),
    ] {
        println!("{what:<34} {ours:>8.3} {theirs:>8.3} {:>8.2}", theirs / ours);
    }
    Ok(())
}

fn timed<R>(run: impl FnOnce() -> hdf5::Result<R>) -> hdf5::Result<f64> {
    let start = Instant::now();
    let result = run()?;
    let seconds = start.elapsed().as_secs_f64();
    drop(result);
    Ok(seconds)
}
