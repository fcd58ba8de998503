//! Writers that are killed while others read.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use hdf5::swmr::{Follower, SwmrReader};
use hdf5::{ErrorKind, File, H5Type, RecoverMode, recover};

const ROUNDS: usize = 100;
const READERS: usize = 3;
const PATIENCE: Duration = Duration::from_secs(30);

/// Says in a process that is this test what it is to do.
const ROLE: &str = "SWMR_ROLE";

/// A row that shows whether all of it is there.
#[derive(H5Type, Clone, Copy, PartialEq, Debug)]
struct Row {
    number: u64,
    noise: [u64; 5],
    sum: u64,
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }
}

impl Row {
    fn new(number: u64) -> Self {
        let mut random = Random(number);
        // Some of it is compressed well, and some is not.
        let noise = [1, u64::MAX, 10, u64::MAX, 3].map(|limit| random.below(limit));
        let sum = noise.iter().fold(number + 1, |sum, &noise| sum.rotate_left(7) ^ noise);
        Self { number, noise, sum }
    }
}

/// Checks that rows are those that have been written, from a number on.
fn check(rows: &[Row], first: usize) {
    for (row, number) in rows.iter().zip(first as u64..) {
        assert_eq!(*row, Row::new(number), "row {number}");
    }
}

/// Says something to the test, in one piece.
fn say(text: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("\n@{text}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Appends until it is killed, and says how many rows there are.
fn write(path: &str, seed: u64) {
    let builder = File::create_swmr(path).unwrap();
    let new = builder.file().new_dataset::<Row>().shape((0..,)).chunk(16);
    let new = if seed % 3 == 0 { new.deflate(1) } else { new };
    new.create("group/rows").unwrap();
    builder.file().create_dataset("table", [1, 2, 3]).unwrap();
    let writer = builder.start().unwrap();
    let rows = writer.dataset::<Row>("group/rows").unwrap();
    say("started");
    let mut random = Random(seed);
    let mut count = 0;
    loop {
        let more = 1 + random.below(20);
        rows.append(&(count..count + more).map(Row::new).collect::<Vec<_>>()).unwrap();
        count += more;
        say(&count.to_string());
    }
}

/// Follows one file after the other, each until the test says that it ends.
fn read() {
    let (sender, told) = channel();
    thread::spawn(move || {
        for line in std::io::stdin().lines() {
            sender.send(line.unwrap()).unwrap();
        }
    });
    while let Ok(path) = told.recv() {
        let reader = SwmrReader::open(&path).unwrap();
        let mut rows = reader.follow::<Row>("group/rows").unwrap();
        let (mut next, mut ended) = (0, false);
        loop {
            ended |= told.try_recv() != Err(TryRecvError::Empty);
            let wait = if ended { Duration::ZERO } else { Duration::from_millis(5) };
            let found = take(&mut rows, &mut next, wait);
            if ended && !found {
                break;
            }
        }
        // Where readers cannot be told from writers, they are in the way of repairs.
        drop((rows, reader));
        say(&next.to_string());
    }
}

/// Takes new rows, which must come after those that have been taken.
fn take(rows: &mut Follower<Row>, next: &mut usize, wait: Duration) -> bool {
    let Some(new) = rows.wait(wait).unwrap() else { return false };
    assert_eq!(new.first(), *next);
    check(new.elements(), *next);
    *next += new.len();
    true
}

/// A process that is this test in another role.
struct Actor {
    child: Child,
    stdin: ChildStdin,
    said: Receiver<String>,
}

impl Actor {
    fn start(role: &str) -> Self {
        let mut program = Command::new(std::env::current_exe().unwrap());
        program.args(["--exact", thread::current().name().unwrap(), "--nocapture"]);
        program.env(ROLE, role).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = judges::spawn(&mut program).unwrap();
        let stdin = child.stdin.take().unwrap();
        let (sender, said) = channel();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        thread::spawn(move || {
            let mut line = String::new();
            // What was not written whole is not said.
            while stdout.read_line(&mut line).is_ok_and(|bytes| bytes > 0) && line.ends_with('\n') {
                if let Some(text) = line.strip_prefix('@') {
                    if sender.send(text.trim_end().to_owned()).is_err() {
                        break;
                    }
                }
                line.clear();
            }
        });
        Self { child, stdin, said }
    }

    fn tell(&mut self, text: &str) {
        self.stdin.write_all(format!("{text}\n").as_bytes()).unwrap();
    }

    fn hear(&self) -> String {
        self.said.recv_timeout(PATIENCE).expect("the process goes on; its panic is above")
    }
}

impl Drop for Actor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn rows_of(path: &Path) -> usize {
    let file = File::open(path).unwrap();
    let rows: Vec<Row> = file.dataset("group/rows").unwrap().read().unwrap();
    check(&rows, 0);
    assert_eq!(file.dataset("table").unwrap().read::<Vec<i32>>().unwrap(), [1, 2, 3]);
    rows.len()
}

#[test]
fn no_row_is_lost_torn_or_given_twice_when_a_writer_is_killed() {
    if let Ok(role) = std::env::var(ROLE) {
        return match role.split_once(' ') {
            Some((seed, path)) => write(path, seed.parse().unwrap()),
            None => read(),
        };
    }
    let h5py = judges::h5py!();
    let dir = judges::scratch();
    let mut random = Random(57);
    let mut readers: Vec<_> = (0..READERS).map(|_| Actor::start("reader")).collect();
    let mut most = 0;
    for round in 0..ROUNDS {
        let path = dir.file(&format!("{round}.h5"));
        let name = path.to_str().unwrap();
        let mut writer = Actor::start(&format!("{round} {name}"));
        assert_eq!(writer.hear(), "started");
        readers.iter_mut().for_each(|reader| reader.tell(name));
        let start = Instant::now();
        let life = Duration::from_micros(5_000 + random.below(60_000));
        thread::sleep(life.saturating_sub(start.elapsed()));
        writer.child.kill().unwrap();
        writer.child.wait().unwrap();
        let flushed = writer.said.iter().last().map_or(0, |count| count.parse().unwrap());

        readers.iter_mut().for_each(|reader| reader.tell("end"));
        let seen: Vec<usize> =
            readers.iter().map(|reader| reader.hear().parse().unwrap()).collect();
        assert!(seen.iter().all(|&seen| seen >= flushed), "{round}: {seen:?} of {flushed}");
        assert!(seen.iter().all(|&row| row == seen[0]), "{round}: {seen:?}");

        assert_eq!(*File::open(&path).unwrap_err().kind(), ErrorKind::LeftOpen);
        let size = path.metadata().unwrap().len();
        let mode = if round % 2 == 0 { RecoverMode::CopyThenRepair } else { RecoverMode::InPlace };
        let repaired = recover(&path, &mode).unwrap();
        assert!(repaired.repaired && repaired.damaged.is_empty(), "{round}: {repaired}");
        assert!(path.metadata().unwrap().len() >= size, "{round}");
        assert_eq!(rows_of(&path), seen[0], "{round}: of {flushed}");
        most = most.max(seen[0]);
        if round % 20 < 2 {
            h5py.file(&path)
                .assert(&format!("len(f['group/rows']) == {}", seen[0]))
                .assert("(f['group/rows']['number'] == np.arange(len(f['group/rows']))).all()")
                .assert("len(f['group/rows']) == 0 or f['group/rows']['sum'].all()");
        }
        std::fs::remove_file(&path).unwrap();
    }
    assert!(most > 100, "the writers were too slow: at most {most} rows");
    for mut reader in readers {
        let Actor { child, .. } = &mut reader;
        assert!(child.try_wait().unwrap().is_none());
    }
}
