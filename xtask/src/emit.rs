//! Writing the declarations as the modules of hdf5-ffi.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::extract::Kind;
use crate::merge::Declaration;
use crate::releases::{self, RELEASES, Version};

/// The modules: the prefix of the names, and what they are about.
const MODULES: [(&str, &str); 29] = [
    ("H5", "The library itself"),
    ("H5A", "Attributes"),
    ("H5AC", "The metadata cache's configuration"),
    ("H5C", "The metadata cache"),
    ("H5D", "Datasets"),
    ("H5E", "Errors"),
    ("H5ES", "Event sets of asynchronous calls"),
    ("H5F", "Files"),
    ("H5FD", "File drivers"),
    ("H5G", "Groups"),
    ("H5I", "Identifiers"),
    ("H5L", "Links"),
    ("H5M", "Maps"),
    ("H5MM", "Memory management"),
    ("H5O", "Objects"),
    ("H5P", "Property lists"),
    ("H5PL", "Plugins"),
    ("H5R", "References"),
    ("H5S", "Dataspaces"),
    ("H5T", "Datatypes"),
    ("H5TS", "Threads"),
    ("H5VL", "The virtual object layer"),
    ("H5Z", "Filters"),
    ("H5DO", "High level: optimised datasets"),
    ("H5DS", "High level: dimension scales"),
    ("H5IM", "High level: images"),
    ("H5LD", "High level: watching datasets"),
    ("H5LT", "High level: datasets and attributes in one call"),
    ("H5TB", "High level: tables"),
];
const PACKET_TABLES: (&str, &str) = ("H5PT", "High level: packet tables");

fn modules() -> impl Iterator<Item = (&'static str, &'static str)> {
    MODULES.into_iter().chain([PACKET_TABLES])
}

/// The module of a name: that of the longest prefix which ends where a word does.
fn module(name: &str) -> &'static str {
    match name {
        "hvl_t" => return "H5T",
        "hobj_ref_t" | "hdset_reg_ref_t" => return "H5R",
        "hid_t" => return "H5I",
        name if name.starts_with("H5TBA") => return "H5TB",
        _ => {}
    }
    modules()
        .map(|(prefix, _)| prefix)
        .filter(|prefix| {
            let rest = name.strip_prefix(prefix).unwrap_or_default();
            rest.starts_with(|c: char| c == '_' || c.is_ascii_lowercase())
        })
        .max_by_key(|prefix| prefix.len())
        .unwrap_or("H5")
}

pub fn write(root: &Path, all: &[Declaration], check: bool) -> Result<(), String> {
    let ffi = root.join("hdf5-ffi");
    let mut files: Vec<(String, String)> = Vec::new();
    for (prefix, title) in modules() {
        let items: Vec<&Declaration> =
            all.iter().filter(|item| module(&item.name) == prefix).collect();
        files.push((format!("src/{}.rs", prefix.to_lowercase()), render(title, prefix, &items)));
    }
    files.push(("build/milestones.rs".to_owned(), milestones(all)));
    let mut changed = Vec::new();
    for (name, text) in files {
        let text = rustfmt(root, &text).map_err(|error| format!("{name}: {error}"))?;
        let path = ffi.join(&name);
        if releases::read(&path).unwrap_or_default() != text {
            changed.push(name);
            if !check {
                releases::write(&path, &text)?;
            }
        }
    }
    match &changed[..] {
        [] => Ok(()),
        _ if check => Err(format!(
            "`cargo xtask bindings` would change hdf5-ffi/{}",
            changed.join(", hdf5-ffi/")
        )),
        _ => {
            eprintln!("changed: {}", changed.join(" "));
            Ok(())
        }
    }
}

fn render(title: &str, prefix: &str, items: &[&Declaration]) -> String {
    let of = |kind: Kind| items.iter().filter(move |item| item.kind == kind);
    let mut body = String::new();
    for item in of(Kind::Const) {
        body += &format!("{}{}\n", conditions(item), item.text);
    }
    for kind in [Kind::Type, Kind::Struct] {
        for item in of(kind) {
            body += &format!("\n{}{}\n", conditions(item), item.text);
        }
    }
    let foreign: Vec<_> = of(Kind::Static).chain(of(Kind::Fn)).collect();
    if !foreign.is_empty() {
        body += "\nunsafe extern \"C\" {\n";
        for item in foreign {
            body += &format!("{}{}\n", conditions(item), item.text);
        }
        body += "}\n\n";
    }
    for item in of(Kind::Alias) {
        body += &format!("{}{}\n", conditions(item), item.text);
    }
    for item in of(Kind::Inline) {
        body += &inline(item);
    }
    let body = body.replace("libc_", "libc::");
    let header = match prefix {
        "H5" => "H5public.h".to_owned(),
        "H5FD" => "H5FDpublic.h` and the headers of the drivers, `H5FD*.h".to_owned(),
        "H5VL" => "H5VLpublic.h` and `H5VLconnector.h".to_owned(),
        _ => format!("{prefix}public.h"),
    };
    let mut text = format!(
        "//! {title}: `{header}`.\n//!\n//! Written by `cargo xtask bindings`; not to be edited.\n\n"
    );
    text += "#![allow(missing_docs, reason = \"documented in the HDF5 reference manual\")]\n";
    text += "#![allow(unused_imports, reason = \"depends on the version and abilities\")]\n\n";
    text += "use core::ffi::*;\n\nuse super::*;\n\n";
    text + &body
}

/// `#[cfg]` and a sentence for readers of the documentation.
fn conditions(item: &Declaration) -> String {
    let mut text = String::new();
    match (item.from, item.until) {
        (Some(from), Some(until)) => {
            text += &format!("/// Since HDF5 {from}, until before {until}.\n")
        }
        (Some(from), None) => text += &format!("/// Since HDF5 {from}.\n"),
        (None, Some(until)) => text += &format!("/// Before HDF5 {until}.\n"),
        (None, None) => {}
    }
    let mut all: Vec<String> = Vec::new();
    all.extend(item.from.map(Version::cfg));
    all.extend(item.until.map(|until| format!("not({})", until.cfg())));
    all.extend(item.abilities.clone());
    match &all[..] {
        [] => {}
        [one] => text += &format!("#[cfg({one})]\n"),
        _ => text += &format!("#[cfg(all({}))]\n", all.join(", ")),
    }
    text
}

fn inline(item: &Declaration) -> String {
    let Declaration { name, text, .. } = item;
    let body = if text.ends_with("()") || text.ends_with("_g") {
        format!("    // SAFETY: as the caller promises.\n    unsafe {{ {text} }}\n")
    } else {
        format!("    {text}\n")
    };
    format!(
        "\n{}///\n/// What the macro `{name}` stands for in C.\n///\n/// # Safety\n///\n/// The lock is held.\n#[must_use]\n\
         #[inline]\npub unsafe fn {name}() -> hid_t {{\n{body}}}\n",
        match conditions(item) {
            text if text.starts_with("///") => {
                let (sentence, cfg) = text.split_once('\n').unwrap_or((&text, ""));
                format!("{cfg}{sentence}\n")
            }
            text => format!("{text}/// An id that the library registers at its first use.\n"),
        }
    )
}

fn milestones(all: &[Declaration]) -> String {
    let versions: BTreeSet<Version> = all
        .iter()
        .flat_map(|item| [item.from, item.until])
        .flatten()
        // These mark lines of releases, and are there whether a declaration asks for them or not.
        .chain([Version(1, 12, 0), Version(1, 14, 0), Version(2, 0, 0), Version(2, 2, 0)])
        .chain(
            RELEASES
                .iter()
                .map(|release| release.version)
                .filter(|version| *version > Version(2, 0, 0)),
        )
        .collect();
    let list: Vec<String> =
        versions.iter().map(|v| format!("({}, {}, {})", v.0, v.1, v.2)).collect();
    format!(
        "//! The versions of HDF5 in which declarations come or go. Written by `cargo xtask bindings`.\n\n\
         pub(crate) const MILESTONES: &[(u32, u32, u32)] = &[{}];\n",
        list.join(", ")
    )
}

fn rustfmt(root: &Path, text: &str) -> Result<String, String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(root.join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt: {error}"))?;
    let mut stdin = child.stdin.take().ok_or("rustfmt has no input")?;
    let input = text.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    writer.join().map_err(|_| "rustfmt was not fed")?.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err("rustfmt refuses it".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
