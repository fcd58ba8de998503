//! Prints a digest of an HDF5 file: a line for each object and attribute, with type, shape, storage and a
//! checksum of all values.
//!
//! `cargo run --release --example digest -- FILE`
//!
//! Two programs that read a file alike print the same lines. Everything is read by what is known at run time
//! alone: [`hdf5::TypeDescriptor`], [`hdf5::DynArray`] and [`hdf5::Element`].

mod text;
mod values;

use std::collections::HashMap;
use std::fmt::Write;
use std::io::Write as _;
use std::process::ExitCode;

use hdf5::{
    Attributes, Dataset, Dataspace, DynArray, File, Group, Identity, Layout, Link, Links, Name,
    Node, Result,
};
use text::{escaped, joined, lengths, space_text, type_text};

/// Datasets and attributes that take more memory are not read.
const MOST_BYTES: usize = 128 << 20;
/// Groups that are nested deeper are not looked into.
const MOST_LEVELS: usize = 256;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: digest FILE");
        return ExitCode::FAILURE;
    };
    let mut digest = Digest::default();
    let done = File::open(path).map(|file| digest.visit(&Node::Group(Group::clone(&file)), "/", 0));
    let printed = std::io::stdout().write_all(digest.lines.as_bytes());
    match (done, printed) {
        (Ok(()), Ok(())) => ExitCode::SUCCESS,
        (Err(error), _) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        (_, Err(error)) => {
            eprintln!("cannot print: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The lines so far, and where each object was seen first.
#[derive(Default)]
struct Digest {
    lines: String,
    seen: HashMap<Identity, String>,
}

impl Digest {
    fn line(&mut self, path: &str, rest: impl std::fmt::Display) {
        writeln!(self.lines, "{path}\t{rest}").expect("a string takes everything");
    }

    /// The lines of an object that was reached by a path, and of all below it.
    fn visit(&mut self, node: &Node, path: &str, depth: usize) {
        let Ok(identity) = node.identity() else {
            return self.line(path, "unreadable");
        };
        if depth > MOST_LEVELS {
            return self.line(path, "unreadable");
        }
        if let Some(first) = self.seen.get(&identity) {
            let first = first.clone();
            return self.line(path, format_args!("same\t{first}"));
        }
        self.seen.insert(identity, path.to_owned());
        match node {
            Node::Group(group) => match group.links() {
                Ok(links) => self.group(group, links, path, depth),
                Err(_) => {
                    self.line(path, "group\tlinks=0\tunreadable");
                    self.attributes(node.attrs(), path);
                }
            },
            Node::Dataset(dataset) => {
                let line = dataset_line(dataset).unwrap_or_else(|_| "unreadable".to_owned());
                self.line(path, format_args!("dataset\t{line}"));
                self.attributes(node.attrs(), path);
            }
            Node::Datatype(datatype) => {
                match datatype.descriptor() {
                    Ok(ty) => self.line(path, format_args!("datatype\ttype={}", type_text(&ty))),
                    Err(_) => self.line(path, "datatype\tunreadable"),
                }
                self.attributes(node.attrs(), path);
            }
            _ => self.line(path, "unknown"),
        }
    }

    fn group(&mut self, group: &Group, links: Links, path: &str, depth: usize) {
        // Where the file is damaged, the names that can be listed are followed by an error.
        let names = links.names().to_vec();
        let links: Vec<_> = links.map(|link| link.map(|(_, link)| link)).collect();
        let rest = if links.len() > names.len() { "\tunreadable" } else { "" };
        self.line(path, format_args!("group\tlinks={}{rest}", names.len()));
        self.attributes(group.attrs(), path);
        let parent = if path == "/" { "" } else { path };
        for (name, link) in names.iter().zip(links) {
            let path = format!("{parent}/{}", escaped(name.as_bytes()));
            match link {
                Ok(link) => self.link(group, name, &link, &path, depth),
                Err(_) => self.line(&path, "unreadable"),
            }
        }
    }

    fn link(&mut self, group: &Group, name: &Name, link: &Link, path: &str, depth: usize) {
        match link {
            Link::Soft { path: target } => {
                self.line(path, format_args!("soft\t{}", escaped(target.as_bytes())));
            }
            Link::External { file, path: target } => {
                let (file, target) = (escaped(file.as_bytes()), escaped(target.as_bytes()));
                self.line(path, format_args!("external\t{file}\t{target}"));
            }
            Link::UserDefined { class, .. } => self.line(path, format_args!("user({class})")),
            _ => match group.open(name) {
                Ok(node) => self.visit(&node, path, depth + 1),
                Err(_) => self.line(path, "unreadable"),
            },
        }
    }

    fn attributes(&mut self, attrs: Attributes<'_>, path: &str) {
        for name in attrs.raw_names().unwrap_or_default() {
            let path = format!("{path}@{}", escaped(name.as_bytes()));
            match (attrs.dtype(&name), attrs.space(&name)) {
                (Ok(ty), Ok(space)) => {
                    let (text, shown) = (type_text(&ty), space_text(&space));
                    let crc = crc(&space, ty.size(), || attrs.get(&name));
                    self.line(&path, format_args!("attribute\ttype={text}\t{shown}\tcrc={crc}"));
                }
                _ => self.line(&path, "unreadable"),
            }
        }
    }
}

fn dataset_line(dataset: &Dataset) -> Result<String> {
    let (ty, space, filters) = (dataset.dtype()?, dataset.space()?, dataset.filters()?);
    let layout = match dataset.layout()? {
        Layout::Compact => "compact".to_owned(),
        Layout::Contiguous => "contiguous".to_owned(),
        Layout::External => "external".to_owned(),
        Layout::Virtual => "virtual".to_owned(),
        Layout::Chunked(chunk) => format!("chunked[{}]", lengths(&chunk)),
        _ => "unknown".to_owned(),
    };
    let filters = match &filters[..] {
        [] => String::new(),
        filters => format!("\tfilters={}", joined(filters.iter().map(|filter| filter.id))),
    };
    let crc = crc(&space, ty.size(), || dataset.read());
    Ok(format!("type={}\t{}\t{layout}{filters}\tcrc={crc}", type_text(&ty), space_text(&space)))
}

/// The checksum of all values, or why there is none.
fn crc(space: &Dataspace, size: Option<usize>, read: impl FnOnce() -> Result<DynArray>) -> String {
    let count = match space {
        Dataspace::Null => Some(0),
        Dataspace::Simple { shape, .. } => {
            shape.iter().try_fold(1_usize, |count, &length| count.checked_mul(length))
        }
        _ => Some(1),
    };
    let bytes = count.zip(size).and_then(|(count, size)| count.checked_mul(size));
    if bytes.is_none_or(|bytes| bytes > MOST_BYTES) {
        return "skipped".to_owned();
    }
    match read().and_then(|array| values::checksum(&array)) {
        Ok(crc) => format!("{crc:08x}"),
        Err(_) => "error".to_owned(),
    }
}
