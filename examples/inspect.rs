//! Prints the tree of any HDF5 file: links of every kind, shapes, types, chunks, filters, and
//! attributes with short values. What cannot be read shows as an error, and the rest goes on.
//!
//! `cargo run --release --example inspect -- FILE`

use std::collections::HashMap;
use std::fmt::{self, Display};
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use hdf5::{Dataset, Dataspace, Error, File, Group, Layout, Link, Name, Node, Order, Value};

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1) else {
        eprintln!("usage: inspect FILE");
        return ExitCode::from(2);
    };
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) => {
            eprintln!("inspect: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut tree = Tree { out: BufWriter::new(io::stdout().lock()), seen: HashMap::new() };
    match tree.print(&file).and_then(|()| tree.out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads our output has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("inspect: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Tree<W> {
    out: W,
    /// Where each object was shown first.
    seen: HashMap<hdf5::Identity, String>,
}

/// A link that is yet to be shown.
struct Pending {
    group: Group,
    name: Name,
    link: Link,
    path: String,
    depth: usize,
}

impl<W: Write> Tree<W> {
    fn print(&mut self, file: &File) -> io::Result<()> {
        writeln!(self.out, "{}", file.file_path().display())?;
        let root = Node::Group(Group::clone(file));
        self.attributes(&root, 1)?;
        let mut pending = Vec::new();
        self.enter(file, "", 1, &mut pending)?;
        // A stack of our own: a file may nest groups deeper than this thread's stack.
        while let Some(next) = pending.pop() {
            self.link(next, &mut pending)?;
        }
        Ok(())
    }

    /// Puts off the links of a group, the last of them deepest in the stack.
    fn enter(
        &mut self,
        group: &Group,
        path: &str,
        depth: usize,
        pending: &mut Vec<Pending>,
    ) -> io::Result<()> {
        let (links, errors) = match group.links_by(Order::Name) {
            Ok(links) => {
                let (links, errors): (Vec<_>, Vec<_>) = links.partition(Result::is_ok);
                (links, errors.into_iter().filter_map(Result::err).collect())
            }
            Err(error) => (Vec::new(), vec![error]),
        };
        for error in errors {
            self.line(depth, format_args!("error: {}", Reason(&error)))?;
        }
        for (name, link) in links.into_iter().rev().flatten() {
            let path = format!("{path}/{name}");
            pending.push(Pending { group: group.clone(), name, link, path, depth });
        }
        Ok(())
    }

    fn link(&mut self, next: Pending, pending: &mut Vec<Pending>) -> io::Result<()> {
        let Pending { group, name, link, path, depth } = next;
        match link {
            Link::Hard => {}
            Link::Soft { path } => return self.line(depth, format_args!("{name} -> {path}")),
            Link::External { file, path } => {
                return self.line(depth, format_args!("{name} -> {path} in {file}"));
            }
            other => return self.line(depth, format_args!("{name}: {other}")),
        }
        let node = match group.open(&name) {
            Ok(node) => node,
            Err(error) => {
                return self.line(depth, format_args!("{name}: error: {}", Reason(&error)));
            }
        };
        match node.identity() {
            Ok(identity) => {
                if let Some(first) = self.seen.get(&identity).cloned() {
                    return self.line(depth, format_args!("{name} = {first}"));
                }
                self.seen.insert(identity, path.clone());
            }
            Err(error) => {
                return self.line(depth, format_args!("{name}: error: {}", Reason(&error)));
            }
        }
        match &node {
            Node::Dataset(dataset) => self.dataset(&name, dataset, depth)?,
            node => self.line(depth, format_args!("{name}: {node}"))?,
        }
        self.attributes(&node, depth + 1)?;
        match &node {
            Node::Group(group) => self.enter(group, &path, depth + 1, pending),
            _ => Ok(()),
        }
    }

    fn dataset(&mut self, name: &Name, dataset: &Dataset, depth: usize) -> io::Result<()> {
        let dtype = Shown(dataset.dtype());
        let space = Shown(dataset.space());
        let layout = Shown(dataset.layout().map(LayoutText));
        let filters = Shown(dataset.filters().map(|filters| {
            let filters: Vec<String> = filters.iter().map(|filter| format!(", {filter}")).collect();
            filters.concat()
        }));
        self.line(depth, format_args!("{name}: {dtype} {space}, {layout}{filters}"))
    }

    fn attributes(&mut self, node: &Node, depth: usize) -> io::Result<()> {
        let attrs = node.attrs();
        let names = match attrs.raw_names() {
            Ok(names) => names,
            Err(error) => return self.line(depth, format_args!("@ error: {}", Reason(&error))),
        };
        for name in names {
            let value = match (attrs.space(&name), attrs.dtype(&name)) {
                (Err(error), _) | (_, Err(error)) => format!("error: {}", Reason(&error)),
                (Ok(Dataspace::Null), Ok(dtype)) => format!("empty {dtype}"),
                (Ok(space), Ok(dtype)) => match attrs.get::<Value>(&name) {
                    Ok(value) => short(&value.to_string(), &format!("{dtype} {space}")),
                    Err(error) => format!("{dtype} {space}, error: {}", Reason(&error)),
                },
            };
            self.line(depth, format_args!("@{name} = {value}"))?;
        }
        Ok(())
    }

    fn line(&mut self, depth: usize, text: fmt::Arguments<'_>) -> io::Result<()> {
        // A name may have line breaks in it; a line of ours has not.
        let text = text.to_string().replace('\n', "\\n").replace('\r', "\\r");
        writeln!(self.out, "{:1$}{text}", "", 2 * depth)
    }
}

/// A value, or what it would be if it were shorter.
fn short(value: &str, instead: &str) -> String {
    const LONGEST: usize = 60;
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    let start: String = value.chars().take(LONGEST - 10).collect();
    format!("{start}... ({instead})")
}

/// The reason of an error, without what was being done: that is clear from where it stands.
struct Reason<'a>(&'a Error);

impl Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.kind())?;
        match (self.0.kind(), self.0.frames().last()) {
            (hdf5::ErrorKind::Library, Some(frame)) => write!(f, ": {}", frame.description),
            _ => Ok(()),
        }
    }
}

/// A thing, or why it is not there.
struct Shown<T>(Result<T, Error>);

impl<T: Display> Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Ok(thing) => write!(f, "{thing}"),
            Err(error) => write!(f, "[error: {}]", Reason(error)),
        }
    }
}

struct LayoutText(Layout);

impl Display for LayoutText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Layout::Compact => f.write_str("compact"),
            Layout::Contiguous => f.write_str("contiguous"),
            Layout::External => f.write_str("in external files"),
            Layout::Virtual => f.write_str("virtual"),
            Layout::Chunked(chunk) => write!(f, "chunks of {chunk:?}"),
            other => write!(f, "{other:?}"),
        }
    }
}
