//! What a disk would have of the file at the moments of a program, and what h5py says of that.

use std::fs;

use judges::H5py;

use crate::program::{DATA, MARK};
use crate::record::{Disk, Done, record};
use crate::recovery::{Recovered, recover_all};

/// How a program comes to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Kill,
    PowerCut,
}

/// At which moments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moments {
    /// When it has done what the line says, and no more.
    AtRest,
    /// When it has gone on.
    Working,
    All,
}

/// A file that a program may have left.
pub(crate) struct Image {
    /// The number of things that it had done.
    pub(crate) moment: usize,
    /// None where there is no file.
    pub(crate) bytes: Option<Vec<u8>>,
    /// The rows that must be there.
    pub(crate) rows: i64,
}

/// What is found in an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) state: State,
    /// It could not be opened before it was recovered.
    pub(crate) left_open: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// All rows are there and all else can be read.
    Whole,
    /// It can be read, but rows are missing.
    Older,
    /// It cannot be opened, or not be read, or what is read is wrong.
    Damaged,
    /// The file that was there before.
    Old,
    /// No file.
    Missing,
}

/// The file that an atomic one replaces.
const OLD: &[u8] = b"what was there before";

/// The images of the moments of a line's program. None where there is no C compiler.
pub(crate) fn images(line: &str, end: End, moments: Moments) -> Option<Vec<Image>> {
    let dir = judges::scratch();
    let path = dir.file(DATA);
    let mut disk = Disk::default();
    if line.starts_with("atomic") || line == "renamed" {
        fs::write(&path, OLD).unwrap();
        disk.put(&path, OLD.to_vec());
    }
    let mut images = Vec::new();
    let mut rows = 0;
    let mut chance = Chance(2026);
    for (moment, event) in record(line, dir.path())?.iter().enumerate() {
        let at_rest = event.path == dir.file(MARK);
        match &event.done {
            Done::Write { bytes, .. } if at_rest => {
                rows = std::str::from_utf8(bytes).unwrap().parse().unwrap();
            }
            _ => disk.happen(event),
        }
        let wanted = match moments {
            Moments::AtRest => at_rest,
            Moments::Working => !at_rest && rows > 0,
            Moments::All => true,
        };
        // Of a power cut anything may come: nothing, half and all of what the disk had not yet.
        let (times, many) =
            if end == End::Kill { (1, &[4_u32][..]) } else { (4, &[0, 2, 2, 3][..]) };
        for &many in many.iter().take(if wanted { times } else { 0 }) {
            let bytes = disk.after(&path, || chance.quarters() < many);
            images.push(Image { moment, bytes, rows });
        }
    }
    Some(images)
}

/// Numbers that are the same each time.
struct Chance(u64);

impl Chance {
    fn quarters(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 62) as u32
    }
}

/// What h5py finds in each image, after it has been recovered, if need be.
pub(crate) fn judge(h5py: H5py, images: &[Image]) -> Vec<Found> {
    let dir = judges::scratch();
    let mut paths = Vec::new();
    for (number, Image { bytes, rows, .. }) in images.iter().enumerate() {
        if let Some(bytes) = bytes.as_ref().filter(|bytes| *bytes != OLD) {
            let path = dir.file(&format!("{number}-{rows}"));
            fs::write(&path, bytes).unwrap();
            paths.push((number, path));
        }
    }
    let mut found: Vec<Found> = images
        .iter()
        .map(|image| {
            let state = if image.bytes.is_none() { State::Missing } else { State::Old };
            Found { state, left_open: false }
        })
        .collect();
    for ((number, path), recovered) in paths.iter().zip(recover_all(&paths)) {
        let length = images[*number].bytes.as_ref().map_or(0, Vec::len) as u64;
        match recovered {
            Recovered::NotNeeded => {}
            Recovered::WasLeftOpen => {
                found[*number].left_open = true;
                assert!(path.metadata().unwrap().len() >= length, "it is shorter");
            }
            Recovered::Crashed => {
                found[*number].state = State::Damaged;
                fs::remove_file(path).unwrap();
            }
        }
    }
    let said = h5py.script(
        "
        def state(path, rows):
            try:
                with h5py.File(path, 'r') as f:
                    if 'x' not in f:
                        return 'older'
                    x = f['x'][:]
                    for group in f.get('objects', {}).values():
                        if f'object {group.attrs[\"step\"]}' not in f['objects']:
                            return 'damaged'
                    if not (x == np.arange(len(x))).all():
                        return 'damaged'
                    return 'whole' if len(x) >= rows else 'older'
            except Exception:
                return 'damaged'
        for name in os.listdir(args[0]):
            number, rows = name.split('-')
            print(number, state(os.path.join(args[0], name), int(rows)))
        ",
        &[dir.path()],
    );
    for line in said.lines() {
        let (number, state) = line.split_once(' ').unwrap();
        found[number.parse::<usize>().unwrap()].state = match state {
            "whole" => State::Whole,
            "older" => State::Older,
            "damaged" => State::Damaged,
            other => panic!("h5py said {other}"),
        };
    }
    found
}
