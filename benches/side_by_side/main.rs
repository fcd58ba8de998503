//! What users wait for, beside the C calls that a C program would make and beside h5py.
//!
//! `cargo bench --bench side_by_side` prints for each case the median time of each peer, and how many
//! times as long as theirs ours is. Peers take turns: a round of ours, one of C, one of h5py, and again,
//! so that a busy machine slows all of them. Each times a loop of calls inside its own process.
//!
//! `cargo bench --bench side_by_side -- [--quick] [WORD]...` runs the cases whose names contain one of
//! the words, with fewer rounds where it is to be quick. The h5py is the one that judges the scenario
//! tests; a peer that is missing or cannot do a case has `-`.

mod attributes;
mod c_calls;
mod case;
mod elements;
mod objects;
mod python;
mod strings;

use std::path::Path;
use std::time::{Duration, Instant};

use case::{Case, Files, PEERS, Run};
use judges::Scratch;
use python::Python;

fn main() -> hdf5::Result<()> {
    let mut quick = false;
    let mut words = Vec::new();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--bench" => {} // as cargo says
            "--quick" => quick = true,
            option if option.starts_with('-') => panic!("{option}: the only option is --quick"),
            _ => words.push(argument),
        }
    }
    let dir = judges::scratch();
    let shared = dir.file("shared.h5");
    hdf5::File::create(&shared)?.close()?;
    attributes::prepare(&shared)?;
    elements::prepare(&shared)?;
    objects::prepare(&shared)?;
    strings::prepare(&shared)?;
    let mut python = judges::H5py::find().map(Python::start);

    print!("{:<40}", "");
    PEERS.iter().for_each(|peer| print!(" {peer:>10}"));
    PEERS[1..].iter().for_each(|peer| print!(" {:>10}", format!("/ {peer}")));
    println!();
    let cases = [elements::cases(), objects::cases(), attributes::cases(), strings::cases()];
    for case in cases.into_iter().flatten() {
        if words.is_empty() || words.iter().any(|word| case.name.contains(word)) {
            print_row(&case, &measure(&case, quick, &dir, &shared, python.as_mut())?);
        }
    }
    Ok(())
}

/// The median of each peer's rounds, in seconds for a unit.
fn measure(
    case: &Case,
    quick: bool,
    dir: &Scratch,
    shared: &Path,
    mut python: Option<&mut Python>,
) -> hdf5::Result<[Option<f64>; PEERS.len()]> {
    let rounds = if quick { case.rounds.div_ceil(5) } else { case.rounds };
    let mut seconds: [Vec<f64>; PEERS.len()] = Default::default();
    let files = Files { shared: shared.to_owned(), fresh: dir.file("fresh.h5") };
    // The first round warms up and does not count.
    for round in 0..=rounds {
        for (run, seconds) in case.runs.iter().zip(&mut seconds) {
            let elapsed = match (run, &mut python) {
                (Some(Run::Here(prepare)), _) => {
                    let mut call = prepare(&files)?;
                    let start = Instant::now();
                    for i in 0..case.calls {
                        call(i)?;
                    }
                    start.elapsed().as_secs_f64()
                }
                (Some(Run::Python { prepare, call }), Some(python)) => {
                    python.round(prepare, call, &files, case.calls)
                }
                (Some(Run::Python { .. }), None) | (None, _) => continue,
            };
            if round > 0 {
                seconds.push(elapsed);
            }
            // Only some cases make it.
            let _ = std::fs::remove_file(&files.fresh);
        }
    }
    Ok(seconds.map(|mut seconds| {
        seconds.sort_by(f64::total_cmp);
        let median = seconds.get(seconds.len() / 2)?;
        Some(median / (case.calls * case.units) as f64)
    }))
}

fn print_row(case: &Case, medians: &[Option<f64>; PEERS.len()]) {
    let name = match case.unit {
        "call" => case.name.to_owned(),
        unit => format!("{} (a {unit})", case.name),
    };
    print!("{name:<40}");
    let dash = || "-".to_owned();
    for median in medians {
        let time = median.map_or_else(dash, |s| format!("{:.2?}", Duration::from_secs_f64(s)));
        print!(" {time:>10}");
    }
    for theirs in &medians[1..] {
        let ratio = medians[0].zip(*theirs).map(|(ours, theirs)| format!("{:.2}", ours / theirs));
        print!(" {:>10}", ratio.unwrap_or_else(dash));
    }
    println!();
}
