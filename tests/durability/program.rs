//! The programs that do not come to their end. Each adds ten rows at a time to a dataset, and is at rest after that.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use hdf5::swmr::SwmrWriter;
use hdf5::{Dataset, File, LibVer};

use crate::recovery;

/// What the environment says to a test that is to be the program.
const PROGRAM: &str = "DURABILITY_PROGRAM";
const FOLDER: &str = "DURABILITY_FOLDER";
/// After how many steps it waits to be killed.
const WAITS: &str = "DURABILITY_WAITS";

/// The file, and the one in which the program notes how many rows must be there from now on.
pub(crate) const DATA: &str = "data.h5";
pub(crate) const MARK: &str = "mark";
pub(crate) const STEPS: i64 = 16;
const ROWS: i64 = 10;
pub(crate) const ALL_ROWS: i64 = STEPS * ROWS;

/// The command that runs the program of a line of the page.
pub(crate) fn command(line: &str, folder: &Path) -> Command {
    let mut command = judges::again();
    command.env(PROGRAM, line).env(FOLDER, folder);
    command
}

/// The same, of which the test can say when it has had enough.
pub(crate) fn command_that_waits(line: &str, folder: &Path, after: i64) -> Command {
    let mut command = command(line, folder);
    command.env(WAITS, after.to_string());
    command
}

/// Runs the program, and does not return, if this process is to be it.
pub(crate) fn run_if_told() {
    recovery::run_if_told();
    let Ok(line) = std::env::var(PROGRAM) else { return };
    run(&line, &PathBuf::from(std::env::var_os(FOLDER).expect("it comes with the program")));
    wait_for_the_end("end");
}

/// Says a line, and does nothing more: none of what is done at the end of a program.
fn wait_for_the_end(said: impl std::fmt::Display) -> ! {
    judges::say(said);
    loop {
        std::thread::park();
    }
}

fn run(line: &str, folder: &Path) {
    let path = folder.join(DATA);
    let newer = File::options().libver(LibVer::V110, LibVer::V110);
    match line {
        "nothing flushed" => write(File::create(&path), folder, |_, _| {}),
        "only the dataset flushed" => write(File::create(&path), folder, |_, x| x.flush().unwrap()),
        "flushed" => write(File::create(&path), folder, |file, _| file.flush().unwrap()),
        "flushed, and changed since" => {
            change(File::create(&path), folder, |file| file.flush().unwrap());
        }
        "synced" => write(File::create(&path), folder, |file, _| file.sync_all().unwrap()),
        "synced, and changed since" => {
            change(File::create(&path), folder, |file| file.sync_all().unwrap());
        }
        "closed" => append(&path, folder, false),
        "synced and closed" => append(&path, folder, true),
        "newer format, flushed" => {
            write(newer.create(&path), folder, |file, _| file.flush().unwrap());
        }
        "newer format, synced" => {
            write(newer.create(&path), folder, |file, _| file.sync_all().unwrap());
        }
        "newer format, flushed, and changed since" => {
            change(newer.create(&path), folder, |file| file.flush().unwrap());
        }
        "newer format, closed" => {
            newer.create(&path).unwrap().close().unwrap();
            append(&path, folder, false);
        }
        "SWMR, rows appended" => write_swmr(&path, folder, |_| {}),
        "SWMR, synced" => write_swmr(&path, folder, |writer| writer.sync_all().unwrap()),
        "core driver, flushed" => {
            let file = File::options().core(true).create(&path);
            write(file, folder, |file, _| file.flush().unwrap());
        }
        "in memory" => write(File::in_memory(), folder, |file, _| file.flush().unwrap()),
        "atomic, until it is committed" | "atomic, committed" => {
            let draft = File::create_atomic(&path).unwrap();
            fill(draft.file(), |_| draft.file().flush().unwrap());
            draft.commit().unwrap();
            mark(folder, ALL_ROWS);
        }
        // What the lines before would be if they did not sync.
        "renamed" => {
            let draft = folder.join("draft.h5");
            let file = File::create(&draft).unwrap();
            fill(&file, |_| file.flush().unwrap());
            file.close().unwrap();
            fs::rename(draft, &path).unwrap();
            mark(folder, ALL_ROWS);
        }
        other => panic!("no such program: {other}"),
    }
}

/// Says that so many rows are there, and that the program is at rest.
fn mark(folder: &Path, rows: i64) {
    fs::write(folder.join(MARK), rows.to_string()).unwrap();
    if std::env::var(WAITS).is_ok_and(|steps| steps == (rows / ROWS).to_string()) {
        wait_for_the_end(rows);
    }
}

/// A dataset to which rows are added.
fn create_x(file: &File) -> Dataset {
    file.new_dataset::<i64>().shape(0..).chunk(16).create("x").unwrap()
}

fn add_rows(x: &Dataset, step: i64) {
    x.append(rows_of(step)).unwrap();
}

fn rows_of(step: i64) -> Vec<i64> {
    (step * ROWS..(step + 1) * ROWS).collect()
}

fn fill(file: &File, each: impl Fn(&Dataset)) {
    let x = create_x(file);
    for step in 0..STEPS {
        add_rows(&x, step);
        each(&x);
    }
}

/// Adds rows.
fn write(file: hdf5::Result<File>, folder: &Path, keep: impl Fn(&File, &Dataset)) {
    let file = file.unwrap();
    let x = create_x(&file);
    for step in 0..STEPS {
        add_rows(&x, step);
        keep(&file, &x);
        mark(folder, (step + 1) * ROWS);
    }
    // Neither is closed.
    std::mem::forget((file, x));
}

/// Adds rows, and creates and removes groups.
fn change(file: hdf5::Result<File>, folder: &Path, keep: impl Fn(&File)) {
    let file = file.unwrap();
    let x = create_x(&file);
    let objects = file.create_group("objects").unwrap();
    for step in 0..STEPS {
        add_rows(&x, step);
        let object = objects.create_group(format!("object {step}")).unwrap();
        object.attrs().set("step", step).unwrap();
        if step % 2 == 1 {
            objects.remove(format!("object {}", step - 1)).unwrap();
        }
        keep(&file);
        mark(folder, (step + 1) * ROWS);
    }
    std::mem::forget((file, x, objects));
}

/// Adds rows while others may read.
fn write_swmr(path: &Path, folder: &Path, keep: impl Fn(&SwmrWriter)) {
    let builder = File::create_swmr(path).unwrap();
    drop(create_x(builder.file()));
    let writer = builder.start().unwrap();
    let x = writer.dataset::<i64>("x").unwrap();
    for step in 0..STEPS {
        x.append(&rows_of(step)).unwrap();
        keep(&writer);
        mark(folder, (step + 1) * ROWS);
    }
    std::mem::forget((writer, x));
}

/// Opens the file for each ten rows, and closes it.
fn append(path: &Path, folder: &Path, sync: bool) {
    for step in 0..STEPS {
        let file = File::append(path).unwrap();
        let x = if step == 0 { create_x(&file) } else { file.dataset("x").unwrap() };
        add_rows(&x, step);
        if sync {
            file.sync_all().unwrap();
        }
        drop(x);
        file.close().unwrap();
        mark(folder, (step + 1) * ROWS);
    }
}
