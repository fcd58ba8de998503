//! What is left of a file when a program is killed, or when the machine loses its power: each line of the page
//! `hdf5::durability`.
//!
//! A program that writes is run once, and all that it asks of the system is recorded. From that comes what a disk
//! would have at each moment, which h5py judges.
#![cfg(target_os = "linux")]

mod images;
mod program;
mod record;
mod recovery;

use std::fs;
use std::path::Path;

use images::{End, Found, Image, Moments, State, images, judge};
use judges::Process;
use program::{ALL_ROWS, DATA, MARK, STEPS};
use record::{Done, record};

const PAGE: &str = include_str!("../../hdf5-rs/src/durability.md");

/// A cell without its code and links: `[text](target)` is `text`.
fn plain(cell: &str) -> String {
    let text = |part: &str| match part.split_once(')') {
        Some((_, rest)) => rest.to_owned(),
        None => part.to_owned(),
    };
    let parts = cell.split("](").enumerate();
    let parts: String =
        parts.map(|(n, part)| if n == 0 { part.to_owned() } else { text(part) }).collect();
    parts.replace(['`', '['], "").trim().to_owned()
}

/// The lines of the table in the page: what was done, and what is found after a kill and after a power cut.
fn page() -> Vec<[String; 3]> {
    let rows = PAGE.lines().filter(|line| line.starts_with('|'));
    let cells = rows.map(|row| {
        let mut cells = row.split('|').skip(1).map(plain);
        std::array::from_fn(|_| cells.next().expect("a line has three cells or more"))
    });
    // Below the header and the line under it.
    cells.skip(2).collect()
}

/// Checks what the page says of an end of a program that has come so far.
fn check(line: &str, end: End) {
    program::run_if_told();
    let h5py = judges::h5py!();
    let page = page();
    let [_, killed, cut] = page.iter().find(|[name, ..]| name == line).expect("it is on the page");
    let said = if end == End::Kill { killed } else { cut };
    let moments = match line {
        "SWMR, rows appended" => Moments::All,
        "atomic, until it is committed" => Moments::All,
        _ if line.ends_with("changed since") => Moments::Working,
        _ => Moments::AtRest,
    };
    let Some(mut images) = images(line, end, moments) else { return };
    if line == "SWMR, rows appended" {
        // Before the first row there is no promise.
        images.retain(|image| image.rows > 0);
    }
    assert!(images.len() >= if line == "atomic, committed" { 1 } else { STEPS as usize });
    let found = judge(h5py, &images);
    let all = |left_open: bool| {
        for (found, Image { moment, .. }) in found.iter().zip(&images) {
            let expected = Found { state: State::Whole, left_open };
            assert_eq!(*found, expected, "{line}, then {end:?}, at moment {moment}");
        }
    };
    let has = |state: State| found.iter().any(|found| found.state == state);
    match said.as_str() {
        "everything" => all(false),
        "everything, after recover" => all(true),
        "nothing" => assert!(!has(State::Whole), "{found:?}"),
        "may be damaged" => assert!(has(State::Damaged), "{found:?}"),
        "the old file or the new one" => {
            assert!(
                !has(State::Damaged) && !has(State::Older) && !has(State::Missing),
                "{found:?}"
            );
            assert!(has(State::Old) && has(State::Whole), "{found:?}");
        }
        other => panic!("the page says what it does not explain: {other}"),
    }
}

/// Two tests for each line, and the list of them.
macro_rules! lines {
    ($($name:ident: $line:literal,)+) => {
        const LINES: &[&str] = &[$($line),+];
        $(
            mod $name {
                #[test]
                fn then_a_kill() {
                    super::check($line, super::End::Kill);
                }

                #[test]
                fn then_a_power_cut() {
                    super::check($line, super::End::PowerCut);
                }
            }
        )+
    };
}

lines! {
    nothing_flushed: "nothing flushed",
    only_the_dataset_flushed: "only the dataset flushed",
    flushed: "flushed",
    flushed_and_changed_since: "flushed, and changed since",
    synced: "synced",
    synced_and_changed_since: "synced, and changed since",
    closed: "closed",
    synced_and_closed: "synced and closed",
    newer_format_flushed: "newer format, flushed",
    newer_format_flushed_and_changed_since: "newer format, flushed, and changed since",
    newer_format_synced: "newer format, synced",
    newer_format_closed: "newer format, closed",
    swmr_rows_appended: "SWMR, rows appended",
    swmr_synced: "SWMR, synced",
    atomic_until_it_is_committed: "atomic, until it is committed",
    atomic_committed: "atomic, committed",
    core_driver_flushed: "core driver, flushed",
    in_memory: "in memory",
}

#[test]
fn the_page_has_no_other_lines_than_are_tested() {
    let page = page();
    let lines: Vec<&str> = page.iter().map(|[line, ..]| line.as_str()).collect();
    assert_eq!(lines, LINES);
}

#[test]
fn what_a_killed_program_leaves_is_what_has_been_recorded() {
    program::run_if_told();
    for line in ["nothing flushed", "only the dataset flushed", "flushed", "synced", "closed"] {
        let Some(images) = images(line, End::Kill, Moments::AtRest) else { return };
        for step in [1, STEPS / 2, STEPS - 1] {
            let dir = judges::scratch();
            let mut command = program::command_that_waits(line, dir.path(), step);
            let mut process = Process::again(&mut command);
            process.hear();
            process.kill();
            let left = fs::read(dir.file(DATA)).unwrap();
            let recorded = images[step as usize - 1].bytes.as_deref();
            assert!(Some(left.as_slice()) == recorded, "{line}, step {step}");
        }
    }
}

#[test]
fn a_new_file_is_on_the_disk_with_its_name() {
    program::run_if_told();
    let dir = judges::scratch();
    let Some(events) = record("synced", dir.path()) else { return };
    let synced = |path: &Path| {
        let mut all = events.iter().enumerate();
        all.find(|(_, event)| event.path == path && matches!(event.done, Done::Sync))
    };
    let (first, _) = synced(&dir.file(DATA)).expect("the file is synced");
    let (name, _) = synced(dir.path()).expect("its directory is, too");
    let (mark, _) =
        events.iter().enumerate().find(|(_, event)| event.path == dir.file(MARK)).unwrap();
    assert!(first < mark && name < mark, "{first}, {name}, {mark}");
}

/// If a commit did not wait for the disk, the tests above would find that out.
#[test]
fn a_file_that_is_renamed_and_not_synced_would_be_found() {
    program::run_if_told();
    let h5py = judges::h5py!();
    let Some(images) = images("renamed", End::PowerCut, Moments::All) else { return };
    let found = judge(h5py, &images);
    assert!(found.iter().any(|found| found.state == State::Damaged), "{found:?}");
    assert_eq!(images.last().unwrap().rows, ALL_ROWS);
}
