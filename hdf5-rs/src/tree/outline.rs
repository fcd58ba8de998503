//! The tree of a file as text.

use std::collections::HashMap;
use std::fmt;

use crate::attribute::Attributes;
use crate::dataset::{Dataset, Dataspace};
use crate::error::{Error, ErrorKind, Result};
use crate::group::Group;
use crate::link::Link;
use crate::name::Name;
use crate::node::Node;
use crate::raw::h5o::Identity;
use crate::tree::MAX_TREE_DEPTH;
use crate::types::Value;

/// The longest value of an attribute, in characters.
const LONGEST_VALUE: usize = 60;

/// What is in a group, to be printed; see [`Group::outline`].
#[derive(Debug, Clone)]
#[must_use = "it does nothing before it is printed"]
pub struct Outline {
    group: Group,
    attributes: bool,
    depth: usize,
    members: usize,
}

impl Group {
    /// What is in the group, and in the groups in it, as an indented text with types and shapes.
    ///
    /// Each object is shown once: another link to it is shown as `= ` and the path from where the outline
    /// begins. Soft and external links are shown as `-> ` and where they lead, and not followed. What cannot
    /// be read is shown as the error, and the rest goes on. `{:#}` shows the attributes too.
    ///
    /// The file is read while the outline is formatted.
    ///
    /// ```
    /// # let dir = tempfile::tempdir()?;
    /// # let file = hdf5::File::create(dir.path().join("outline.h5"))?;
    /// let temps = file.new_dataset::<f32>().shape((0.., 64)).create("probe/temps")?;
    /// temps.attrs().set("units", "K")?;
    /// file.create_dataset("labels", ["hot", "cold"])?;
    /// file.link("latest", &temps)?;
    ///
    /// assert_eq!(
    ///     file.outline().to_string(),
    ///     "\
    /// /
    /// ├── labels: string (utf-8) (2)
    /// ├── latest: f32 (0.., 64)
    /// └── probe
    ///     └── temps = /latest
    /// ",
    /// );
    /// println!("{:#}", file.group("probe")?.outline().max_members(20));
    /// # assert!(format!("{:#}", file.outline()).contains("@units = \"K\""));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias("tree", "H5Ovisit"))]
    pub fn outline(&self) -> Outline {
        Outline { group: self.clone(), attributes: false, depth: MAX_TREE_DEPTH, members: 1000 }
    }
}

impl Outline {
    /// Whether attributes are shown, also by `{}`.
    pub fn attributes(mut self, show: bool) -> Self {
        self.attributes = show;
        self
    }

    /// How many levels of groups are shown, at most and without this [`MAX_TREE_DEPTH`]; with 1, only the
    /// group's own members.
    pub fn max_depth(mut self, levels: usize) -> Self {
        self.depth = levels.min(MAX_TREE_DEPTH);
        self
    }

    /// How many members of each group are shown, and as many attributes of each object; 1000 without this.
    pub fn max_members(mut self, count: usize) -> Self {
        self.members = count;
        self
    }
}

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let attributes = self.attributes || f.alternate();
        let mut printer = Printer { f, outline: self, attributes, seen: HashMap::new() };
        let path = self.group.path().unwrap_or_else(|| String::from("(no name)"));
        printer.line("", "", format_args!("{path}"))?;
        if let Ok(info) = self.group.object().info() {
            printer.seen.insert(info.identity, String::from("/"));
        }
        printer.inside(&Node::from(&self.group), "", "", 0)
    }
}

struct Printer<'p, 'f> {
    f: &'p mut fmt::Formatter<'f>,
    outline: &'p Outline,
    attributes: bool,
    /// Where each object is shown first.
    seen: HashMap<Identity, String>,
}

impl Printer<'_, '_> {
    /// The attributes and members of an object: `path` leads to it, `indent` is what its lines begin with.
    fn inside(&mut self, node: &Node, path: &str, indent: &str, depth: usize) -> fmt::Result {
        let below = match node {
            Node::Group(group) => Some(self.listed(group)),
            Node::Dataset(_) | Node::Datatype(_) => None,
        };
        if self.attributes {
            let has_members =
                below.as_ref().is_some_and(|(links, error)| !links.is_empty() || error.is_some());
            let bar = if has_members { "│   " } else { "    " };
            self.attributes_of(&node.attrs(), &format!("{indent}{bar}"))?;
        }
        let (Node::Group(group), Some((links, error))) = (node, below) else { return Ok(()) };
        if depth >= self.outline.depth && !(links.is_empty() && error.is_none()) {
            return self.line(indent, "└── ", format_args!("... deeper"));
        }
        let left = links.len().saturating_sub(self.outline.members);
        let mut lines_left =
            links.len() - left + usize::from(left > 0) + usize::from(error.is_some());
        let mut branch = || {
            lines_left -= 1;
            if lines_left == 0 { ("└── ", "    ") } else { ("├── ", "│   ") }
        };
        for (name, link) in links.iter().take(self.outline.members) {
            let (branch, bar) = branch();
            let path = format!("{path}/{name}");
            self.member(group, name, link, &path, [indent, branch, bar], depth)?;
        }
        if left > 0 {
            self.line(indent, branch().0, format_args!("... {left} more"))?;
        }
        match error {
            Some(error) => self.line(indent, branch().0, format_args!("[{}]", Reason(&error))),
            None => Ok(()),
        }
    }

    /// The links that can be listed, and why there are no more, if there should be.
    fn listed(&self, group: &Group) -> (Vec<(Name, Result<Link>)>, Option<Error>) {
        let (names, error) = crate::link::list(group.object().handle());
        // Of those that are not shown only the number is.
        let link = |(index, (name, _)): (usize, (Name, _))| {
            let link = match index < self.outline.members {
                true => crate::link::read(group.object().handle(), name.as_bytes()),
                false => Ok(Link::Hard),
            };
            (name, link)
        };
        (names.into_iter().enumerate().map(link).collect(), error)
    }

    fn member(
        &mut self,
        group: &Group,
        name: &Name,
        link: &Result<Link>,
        path: &str,
        [indent, branch, bar]: [&str; 3],
        depth: usize,
    ) -> fmt::Result {
        match link {
            Ok(Link::Hard) => {}
            Ok(Link::Soft { path }) => {
                return self.line(indent, branch, format_args!("{name} -> {path}"));
            }
            Ok(Link::External { file, path }) => {
                return self.line(indent, branch, format_args!("{name} -> {path} in {file}"));
            }
            Ok(other) => return self.line(indent, branch, format_args!("{name}: {other}")),
            Err(error) => {
                return self.line(indent, branch, format_args!("{name} [{}]", Reason(error)));
            }
        }
        let open = || -> Result<_> {
            let node = group.open(name)?;
            let identity = node.identity()?;
            Ok((node, identity))
        };
        let (node, identity) = match open() {
            Ok(opened) => opened,
            Err(error) => {
                return self.line(indent, branch, format_args!("{name} [{}]", Reason(&error)));
            }
        };
        if let Some(first) = self.seen.get(&identity).cloned() {
            return self.line(indent, branch, format_args!("{name} = {first}"));
        }
        self.seen.insert(identity, path.to_owned());
        match &node {
            Node::Group(_) => self.line(indent, branch, format_args!("{name}"))?,
            Node::Dataset(dataset) => {
                self.line(indent, branch, format_args!("{name}: {}", described(dataset)))?;
            }
            Node::Datatype(datatype) => match datatype.descriptor() {
                Ok(dtype) => self.line(indent, branch, format_args!("{name}: type {dtype}"))?,
                Err(error) => {
                    self.line(indent, branch, format_args!("{name}: type [{}]", Reason(&error)))?;
                }
            },
        }
        self.inside(&node, path, &format!("{indent}{bar}"), depth + 1)
    }

    fn attributes_of(&mut self, attrs: &Attributes<'_>, indent: &str) -> fmt::Result {
        let names = match attrs.raw_names() {
            Ok(names) => names,
            Err(error) => return self.line(indent, "", format_args!("@ [{}]", Reason(&error))),
        };
        for name in names.iter().take(self.outline.members) {
            match attribute(attrs, name) {
                Ok(value) => self.line(indent, "", format_args!("@{name} = {value}"))?,
                Err(error) => {
                    self.line(indent, "", format_args!("@{name} [{}]", Reason(&error)))?
                }
            }
        }
        match names.len().saturating_sub(self.outline.members) {
            0 => Ok(()),
            left => self.line(indent, "", format_args!("@... {left} more")),
        }
    }

    /// A line, whatever is in a name.
    fn line(&mut self, indent: &str, branch: &str, text: fmt::Arguments<'_>) -> fmt::Result {
        write!(self.f, "{indent}{branch}")?;
        for character in text.to_string().chars() {
            match character {
                character if character.is_control() => {
                    write!(self.f, "{}", character.escape_default())?;
                }
                character => write!(self.f, "{character}")?,
            }
        }
        writeln!(self.f)
    }
}

/// The type and shape of a dataset, as far as they can be read.
fn described(dataset: &Dataset) -> String {
    let (dtype, space) = (dataset.dtype(), dataset.space());
    let dtype = dtype.map_or_else(|error| format!("[{}]", Reason(&error)), |it| it.to_string());
    let space = space.map_or_else(|error| format!("[{}]", Reason(&error)), |it| it.to_string());
    format!("{dtype} {space}")
}

/// The value of an attribute, or what it is if that is long.
fn attribute(attrs: &Attributes<'_>, name: &Name) -> Result<String> {
    let (dtype, space) = (attrs.dtype(name)?, attrs.space(name)?);
    let count = match &space {
        Dataspace::Simple { shape, .. } => shape.iter().fold(1_usize, |a, &b| a.saturating_mul(b)),
        Dataspace::Null | Dataspace::Scalar => 1,
    };
    let whole = || format!("{dtype} {space}");
    if space == Dataspace::Null || count > LONGEST_VALUE {
        return Ok(whole());
    }
    let value = attrs.get::<Value>(name)?.to_string();
    Ok(if value.chars().count() > LONGEST_VALUE { whole() } else { value })
}

/// The reason of an error, without what was being done: that is clear from where it stands.
struct Reason<'a>(&'a Error);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.kind())?;
        match (self.0.kind(), self.0.frames().last()) {
            (ErrorKind::Library, Some(frame)) => write!(f, ": {}", frame.description),
            _ => Ok(()),
        }
    }
}
