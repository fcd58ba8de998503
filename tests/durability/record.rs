//! What a program did to its files, in order, and what of it a disk has at any moment.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use judges::Process;

use crate::program;

/// One thing that was done to a file.
pub(crate) struct Event {
    pub(crate) path: PathBuf,
    pub(crate) done: Done,
}

#[derive(Clone)]
pub(crate) enum Done {
    Write { at: usize, bytes: Vec<u8> },
    Truncate { length: usize },
    Sync,
    Rename { to: PathBuf },
}

/// Runs the program of a line below `folder`, and records what it does to its files.
///
/// None where there is no C compiler.
pub(crate) fn record(line: &str, folder: &Path) -> Option<Vec<Event>> {
    let tools = judges::scratch();
    let recorder = judges::cc(include_str!("recorder.c"), &tools.file("recorder.so"))?;
    let log = tools.file("log");
    let mut command = program::command(line, folder);
    command.env("LD_PRELOAD", recorder).env("RECORD_TO", &log).env("RECORD_BELOW", folder);
    let mut process = Process::again(&mut command);
    process.wait_for("end");
    process.kill();
    Some(parse(&fs::read(log).unwrap()))
}

fn parse(mut log: &[u8]) -> Vec<Event> {
    use std::os::unix::ffi::OsStrExt;

    let mut take = |length: usize| {
        let (taken, rest) = log.split_at(length);
        log = rest;
        (taken, rest.is_empty())
    };
    let path = |bytes: &[u8]| PathBuf::from(std::ffi::OsStr::from_bytes(bytes));
    let mut events = Vec::new();
    loop {
        let kind = take(1).0[0];
        let mut lengths = [0; 2];
        for length in &mut lengths {
            *length = u32::from_ne_bytes(take(4).0.try_into().unwrap()) as usize;
        }
        let at = u64::from_ne_bytes(take(8).0.try_into().unwrap()) as usize;
        let file = path(take(lengths[0]).0);
        let (bytes, end) = take(lengths[1]);
        let done = match kind {
            b'w' => Done::Write { at, bytes: bytes.to_vec() },
            b't' => Done::Truncate { length: at },
            b's' => Done::Sync,
            b'n' => Done::Rename { to: path(bytes) },
            other => panic!("no such kind: {other}"),
        };
        events.push(Event { path: file, done });
        if end {
            return events;
        }
    }
}

/// What a file holds.
fn apply(bytes: &mut Vec<u8>, done: &Done) {
    match done {
        Done::Write { at, bytes: written } => {
            let end = at + written.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[*at..end].copy_from_slice(written);
        }
        Done::Truncate { length } => bytes.resize(*length, 0),
        Done::Sync | Done::Rename { .. } => {}
    }
}

/// A disk, and what it has been given since and does not have yet.
#[derive(Default, Clone)]
pub(crate) struct Disk {
    files: BTreeMap<PathBuf, File>,
    /// Files that have taken another's name, and the directory has not been synced since.
    renamed: Vec<(PathBuf, PathBuf)>,
}

#[derive(Default, Clone)]
struct File {
    synced: Vec<u8>,
    since: Vec<Done>,
}

impl Disk {
    /// A file that has been there long since.
    pub(crate) fn put(&mut self, path: &Path, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), File { synced: bytes, since: Vec::new() });
    }

    pub(crate) fn happen(&mut self, event: &Event) {
        // The directory is that of all names.
        let is_directory = self.files.keys().any(|file| file.parent() == Some(&event.path));
        match &event.done {
            Done::Sync if is_directory => {
                for (from, to) in std::mem::take(&mut self.renamed) {
                    let file = self.files.remove(&from).expect("it has been renamed");
                    self.files.insert(to, file);
                }
            }
            Done::Sync => {
                let file = self.files.entry(self.original(&event.path)).or_default();
                let File { synced, since } = file;
                since.drain(..).for_each(|done| apply(synced, &done));
            }
            Done::Rename { to } => self.renamed.push((event.path.clone(), to.clone())),
            done => {
                let path = self.original(&event.path);
                self.files.entry(path).or_default().since.push(done.clone());
            }
        }
    }

    /// The name that the disk knows a file by.
    fn original(&self, path: &Path) -> PathBuf {
        let renamed = self.renamed.iter().find(|(_, to)| to == path);
        renamed.map_or_else(|| path.to_owned(), |(from, _)| from.clone())
    }

    /// What is in a file after an end: what has been synced, and of what has been done since, that which `kept`
    /// chooses. Of a program that is killed that is all.
    pub(crate) fn after(&self, path: &Path, mut kept: impl FnMut() -> bool) -> Option<Vec<u8>> {
        let path = if kept() { self.original(path) } else { path.to_owned() };
        let File { synced, since } = self.files.get(&path)?;
        let mut bytes = synced.clone();
        since.iter().filter(|_| kept()).for_each(|done| apply(&mut bytes, done));
        Some(bytes)
    }
}
