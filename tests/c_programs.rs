//! The C programs that `hdf5-ffi/examples` ports: each is run in a folder of its own, and h5dump
//! tells what it wrote.
//!
//! What is expected lies in `tests/c_programs`: `NAME.ddl` is what h5dump prints for the files of
//! the program, `NAME.out` what the program itself prints, if it does. The texts of `h5ex_*` are
//! those that the HDF Group publishes for the C programs, in the form that h5dump 1.10.8 gives to
//! references and to integers of odd precision.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A program and what it writes.
struct Program {
    name: &'static str,
    /// The programs that write what this one opens.
    after: &'static [&'static str],
    files: &'static [&'static str],
    /// What h5dump tells of the storage, which its plain text does not show.
    storage: &'static [&'static str],
}

/// A test for each program, under its name, and the list of them.
macro_rules! programs {
    ($($name:ident $(after $before:ident)* writes $($file:literal)+ $(stored as $storage:literal)*;)+) => {
        const PROGRAMS: &[Program] = &[$(Program {
            name: stringify!($name),
            after: &[$(stringify!($before)),*],
            files: &[$($file),+],
            storage: &[$($storage),*],
        }),+];
        $(
            #[test]
            fn $name() {
                judge(stringify!($name));
            }
        )+
    };
}

programs! {
    core_driver writes "core_driver.h5";
    direct_chunks writes "direct_chunks.h5" stored as "CHUNKED ( 4, 4 )";
    file_image writes "file_image.h5" "file_image_copy.h5";
    h5_attribute writes "Attributes.h5";
    h5_chunk_read after h5_extend_write writes "SDSextendible.h5";
    h5_cmprss writes "cmprss.h5" stored as "CHUNKED ( 20, 20 )"
        stored as "COMPRESSION DEFLATE { LEVEL 6 }";
    h5_compound writes "SDScompound.h5";
    h5_crtatt after h5_crtdat after h5_rdwt writes "dset.h5";
    h5_crtdat writes "dset.h5";
    h5_crtgrp writes "group.h5";
    h5_crtgrpar writes "groups.h5";
    h5_crtgrpd after h5_crtgrpar writes "groups.h5";
    h5_extend writes "extend.h5" stored as "CHUNKED ( 2, 5 )";
    h5_extend_write writes "SDSextendible.h5" stored as "CHUNKED ( 2, 5 )";
    h5_extlink writes "extlink_source.h5" "extlink_target.h5" "extlink_prefix_source.h5"
        "red/prefix_target.h5" "blue/prefix_target.h5";
    h5_group writes "group.h5" stored as "COMPRESSION DEFLATE { LEVEL 6 }";
    h5_interm_group writes "interm_group.h5";
    h5_mount writes "mount1.h5" "mount2.h5";
    h5_rdwt after h5_crtdat writes "dset.h5";
    h5_select writes "Select.h5";
    h5_subset writes "subset.h5";
    h5ex_d_alloc writes "h5ex_d_alloc.h5" stored as "H5D_ALLOC_TIME_LATE"
        stored as "H5D_ALLOC_TIME_EARLY";
    h5ex_d_checksum writes "h5ex_d_checksum.h5" stored as "CHECKSUM FLETCHER32";
    h5ex_d_chunk writes "h5ex_d_chunk.h5" stored as "CHUNKED ( 4, 4 )";
    h5ex_d_compact writes "h5ex_d_compact.h5" stored as "COMPACT";
    h5ex_d_extern writes "h5ex_d_extern.h5" stored as "FILENAME h5ex_d_extern.data";
    h5ex_d_fillval writes "h5ex_d_fillval.h5" stored as "VALUE 99";
    h5ex_d_hyper writes "h5ex_d_hyper.h5" stored as "CONTIGUOUS";
    h5ex_d_nbit writes "h5ex_d_nbit.h5" stored as "COMPRESSION NBIT";
    h5ex_d_shuffle writes "h5ex_d_shuffle.h5"
        stored as "PREPROCESSING SHUFFLE COMPRESSION DEFLATE { LEVEL 9 }";
    h5ex_d_soint writes "h5ex_d_soint.h5" stored as "COMPRESSION SCALEOFFSET";
    h5ex_d_transform writes "h5ex_d_transform.h5";
    h5ex_d_unlimgzip writes "h5ex_d_unlimgzip.h5" stored as "COMPRESSION DEFLATE { LEVEL 9 }";
    h5ex_g_corder writes "h5ex_g_corder.h5";
    h5ex_g_iterate writes "h5ex_g_iterate.h5";
    h5ex_g_visit writes "h5ex_g_visit.h5";
    h5ex_t_array writes "h5ex_t_array.h5";
    h5ex_t_bit writes "h5ex_t_bit.h5";
    h5ex_t_cmpdatt writes "h5ex_t_cmpdatt.h5";
    h5ex_t_commit writes "h5ex_t_commit.h5";
    h5ex_t_enum writes "h5ex_t_enum.h5";
    h5ex_t_objref writes "h5ex_t_objref.h5";
    h5ex_t_opaque writes "h5ex_t_opaque.h5";
    h5ex_t_regref writes "h5ex_t_regref.h5";
    h5ex_t_string writes "h5ex_t_string.h5";
    h5ex_t_vlen writes "h5ex_t_vlen.h5";
    h5ex_t_vlstring writes "h5ex_t_vlstring.h5";
    h5ex_vds writes "h5ex_vds.h5"
        stored as "SOURCE { FILE \"h5ex_vds_b.h5\" DATASET \"B\" SELECTION ALL }";
    links writes "links.h5";
    swmr_read after swmr_write writes "swmr.h5";
    swmr_write writes "swmr.h5" stored as "SUPERBLOCK_VERSION 3";
    userblock writes "userblock.h5" stored as "USERBLOCK_SIZE 512";
}

#[test]
fn every_program_is_judged() {
    let examples = fs::read_dir(root().join("hdf5-ffi/examples")).unwrap();
    let examples: BTreeSet<String> = examples
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let judged = PROGRAMS.iter().map(|program| program.name.to_owned()).collect();
    assert_eq!(examples, judged);
}

#[test]
fn a_reader_follows_the_writer_while_it_writes() {
    let dir = judges::scratch();
    let mut writer = Command::new(executable("swmr_write"));
    let mut writer = writer.arg(dir.path()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(writer.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "Readers may open the file\n");

    let read = run(&mut Command::new(executable("swmr_read")), dir.path());
    assert!(writer.wait().unwrap().success());
    assert_eq!(read, expected("swmr_read.out"));
}

/// Runs a program, and compares what it prints and what h5dump prints with what is expected.
#[track_caller]
fn judge(name: &str) {
    judges::h5dump!();
    let program = PROGRAMS.iter().find(|program| program.name == name).unwrap();
    let dir = judges::scratch();
    for before in program.after {
        run(&mut Command::new(executable(before)), dir.path());
    }
    let printed = run(&mut Command::new(executable(name)), dir.path());
    assert_same("the program", &printed, &expected(&format!("{name}.out")));

    // The datasets of this one are thousands of zeros.
    let headers: &[&str] = if name == "h5_group" { &["-H"] } else { &[] };
    let dump = without_addresses(&h5dump(headers, program.files, dir.path()));
    assert_same("h5dump", &dump, &expected(&format!("{name}.ddl")));

    if !program.storage.is_empty() {
        let storage = h5dump(&["-B", "-H", "-p"], program.files, dir.path());
        let storage = storage.split_whitespace().collect::<Vec<_>>().join(" ");
        for phrase in program.storage {
            assert!(storage.contains(phrase), "no `{phrase}` in {storage}");
        }
    }
}

/// Compares texts line by line, and shows the first lines that differ and all that was printed.
#[track_caller]
fn assert_same(who: &str, printed: &str, expected: &str) {
    let (mut ours, mut theirs) = (printed.lines(), expected.lines());
    for number in 1.. {
        match (ours.next(), theirs.next()) {
            (None, None) => break,
            (our, their) => {
                assert_eq!(our, their, "line {number} of what {who} printed:\n{printed}")
            }
        }
    }
}

/// What h5dump prints, run beside the files: it is told their names as the C programs give them, and
/// finds there what one file says of another.
#[track_caller]
fn h5dump(args: &[&str], files: &[&str], dir: &Path) -> String {
    let output = Command::new("h5dump").args(args).args(files).current_dir(dir).output();
    text("h5dump", output.unwrap())
}

/// What a program prints that works in the folder it is told.
#[track_caller]
fn run(program: &mut Command, dir: &Path) -> String {
    let output = program.arg(dir).output().unwrap();
    text(&program.get_program().to_string_lossy(), output)
}

#[track_caller]
fn text(program: &str, output: Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {}\n{errors}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// An expected text; where there is no such file, nothing is expected.
fn expected(name: &str) -> String {
    let path = root().join("tests/c_programs").join(name);
    if path.exists() { fs::read_to_string(path).unwrap() } else { String::new() }
}

/// The text with `ADDRESS` in place of the number that h5dump gives for the object of a reference:
/// where an object lies is up to the library that writes it.
fn without_addresses(dump: &str) -> String {
    let line = |line: &str| {
        let words: Vec<&str> = line.trim_start().splitn(3, ' ').collect();
        match words[..] {
            ["GROUP" | "DATASET", address, name] if address.parse::<u64>().is_ok() => {
                let indent = &line[..line.len() - line.trim_start().len()];
                format!("{indent}{} ADDRESS {name}\n", words[0])
            }
            _ => format!("{line}\n"),
        }
    };
    dump.lines().map(line).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A built example of hdf5-ffi.
///
/// `cargo test --workspace` builds them; where they are missing or older than their source, because
/// this test was asked for alone, Cargo is asked to.
fn executable(name: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        // target/PROFILE/deps/THIS
        let this = env::current_exe().unwrap();
        let profile = this.parent().and_then(Path::parent).unwrap();
        let folder = profile.join("examples");
        if PROGRAMS.iter().any(|program| !is_current(&folder, program.name)) {
            build(profile);
        }
        folder
    });
    executable_in(folder, name)
}

fn executable_in(folder: &Path, name: &str) -> PathBuf {
    folder.join(name).with_extension(env::consts::EXE_EXTENSION)
}

/// Whether an example is built, and its source not changed since.
fn is_current(folder: &Path, name: &str) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified());
    let source = root().join("hdf5-ffi/examples").join(name).with_extension("rs");
    let built = changed(&executable_in(folder, name));
    built.is_ok_and(|built| built >= changed(&source).unwrap())
}

fn build(profile: &Path) {
    let name = match profile.file_name().unwrap().to_str().unwrap() {
        "debug" => "dev",
        name => name,
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "-p", "hdf5-ffi", "--examples", "--profile", name, "--target-dir"])
        .arg(profile.parent().unwrap())
        .current_dir(root())
        .status();
    assert!(built.unwrap().success(), "the examples of hdf5-ffi do not build");
}
