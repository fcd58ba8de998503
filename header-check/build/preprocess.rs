//! The part of C's preprocessor that the headers need: which lines count, and which macros there are.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::conditions::{Macro, Macros, holds};
use super::tokens::{Token, logical_lines, tokens};

/// The header that describes the machine and the build. It is no part of the interface, and only the
/// compiler can read it: what it defines is asked from the compiler.
pub(crate) const CONFIGURATION: &str = "H5pubconf.h";

/// What is left of the headers once the conditions are decided.
#[derive(Debug, Default)]
pub(crate) struct Preprocessed {
    /// The lines of declarations, each with its file and line.
    pub(crate) code: Vec<(String, String)>,
    /// The macros that HDF5 defines.
    pub(crate) macros: Macros,
    /// Every body that any branch of the headers gives a macro.
    pub(crate) bodies: BTreeMap<String, Vec<Vec<Token>>>,
    /// Declarations in branches that this build of the library has not chosen, with the conditions.
    pub(crate) inactive: Vec<(String, String)>,
    /// The headers that were read.
    pub(crate) files: BTreeSet<String>,
}

/// Reads headers as a program that includes them in this order.
///
/// `known` are the macros that exist before: the compiler's and the configuration's.
pub(crate) fn preprocess(
    include: &Path,
    entries: &[String],
    known: &Macros,
) -> Result<Preprocessed, String> {
    let output = Preprocessed { macros: known.clone(), ..Preprocessed::default() };
    let mut reader = Reader { include, output, conditions: Vec::new() };
    for entry in entries {
        reader.file(entry)?;
    }
    let mut output = reader.output;
    output.macros.retain(|_, definition| !definition.place.is_empty());
    Ok(output)
}

/// The names in the conditions of the headers that these entries include: what to ask the compiler.
pub(crate) fn names_in_conditions(
    include: &Path,
    entries: &[String],
) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut pending = entries.to_vec();
    while let Some(file) = pending.pop() {
        if !seen.insert(file.clone()) {
            continue;
        }
        for (_, line) in logical_lines(&read(&include.join(&file))?) {
            match directive(&line) {
                Some(("if" | "elif" | "ifdef" | "ifndef", condition)) => {
                    let words = tokens(condition)?;
                    names.extend(words.iter().filter_map(Token::word).map(str::to_owned));
                }
                Some(("include", argument)) => pending.extend(own_header(include, argument)),
                _ => {}
            }
        }
    }
    names.remove("defined");
    names.retain(|name| !name.starts_with("__has_"));
    Ok(names)
}

struct Reader<'a> {
    include: &'a Path,
    /// Its macros include those of others, which have no place.
    output: Preprocessed,
    conditions: Vec<Condition>,
}

/// One `#if` ... `#endif` that is open.
struct Condition {
    /// Whether the text around it counts.
    around: bool,
    /// Whether the branch counts.
    active: bool,
    /// Whether a branch has been chosen.
    decided: bool,
    /// The condition of the branch, for messages.
    text: String,
}

impl Reader<'_> {
    fn file(&mut self, name: &str) -> Result<(), String> {
        let first = self.output.files.insert(name.to_owned());
        let depth = self.conditions.len();
        for (number, line) in logical_lines(&read(&self.include.join(name))?) {
            let place = format!("{name}:{number}");
            match directive(&line) {
                Some((word, argument)) => self
                    .directive(word, argument, &place)
                    .map_err(|error| format!("{place}: {error}"))?,
                None if line.trim().is_empty() => {}
                None if self.active() => self.output.code.push((place, line)),
                // A header that is included again has nothing new.
                None if first => self.output.inactive.push((self.reason(), line)),
                None => {}
            }
        }
        if self.conditions.len() == depth {
            Ok(())
        } else {
            Err(format!("{name}: an #if has no #endif"))
        }
    }

    fn active(&self) -> bool {
        self.conditions.iter().all(|condition| condition.active)
    }

    /// The outermost condition that is not met here.
    fn reason(&self) -> String {
        let unmet = self.conditions.iter().find(|condition| !condition.active);
        unmet.map(|condition| condition.text.clone()).unwrap_or_default()
    }

    fn directive(&mut self, word: &str, argument: &str, place: &str) -> Result<(), String> {
        match word {
            "ifdef" => self.open(format!("defined({argument})")),
            "ifndef" => self.open(format!("!defined({argument})")),
            "if" => self.open(argument.to_owned()),
            "elif" => self.branch(argument),
            "else" => self.branch("1"),
            "endif" => match self.conditions.pop() {
                Some(_) => Ok(()),
                None => Err("#endif without #if".to_owned()),
            },
            "define" => self.define(argument, place),
            _ if !self.active() => Ok(()),
            "undef" => {
                self.output.macros.remove(argument.trim());
                Ok(())
            }
            "include" => match own_header(self.include, argument) {
                Some(file) => self.file(&file),
                None => Ok(()),
            },
            "pragma" => Ok(()),
            "error" => Err(format!("#error {argument}")),
            _ => Err(format!("#{word} is not understood")),
        }
    }

    fn open(&mut self, text: String) -> Result<(), String> {
        let around = self.active();
        let active = around && holds(&text, &self.output.macros)?;
        self.conditions.push(Condition { around, active, decided: active, text });
        Ok(())
    }

    fn branch(&mut self, condition: &str) -> Result<(), String> {
        let last = self.conditions.last().ok_or("a branch without #if")?;
        let active = last.around && !last.decided && holds(condition, &self.output.macros)?;
        if let Some(last) = self.conditions.last_mut() {
            last.active = active;
            last.decided |= active;
            last.text = format!("not {}, {condition}", last.text);
        }
        Ok(())
    }

    fn define(&mut self, argument: &str, place: &str) -> Result<(), String> {
        let end = argument
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(argument.len());
        let (name, rest) = argument.split_at(end);
        let (parameters, body) = match rest.strip_prefix('(') {
            None => (None, rest),
            Some(rest) => {
                let (list, body) = rest.split_once(')').ok_or("parameters without an end")?;
                (Some(list.split(',').map(|name| name.trim().to_owned()).collect()), body)
            }
        };
        let body = tokens(body)?;
        self.output.bodies.entry(name.to_owned()).or_default().push(body.clone());
        if self.active() {
            let place = place.to_owned();
            self.output.macros.insert(name.to_owned(), Macro { parameters, body, place });
        }
        Ok(())
    }
}

/// The word and the rest of a line that starts with `#`.
fn directive(line: &str) -> Option<(&str, &str)> {
    let rest = line.trim_start().strip_prefix('#')?.trim();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let (word, argument) = rest.split_at(end);
    Some((word, argument.trim()))
}

/// The file of an `#include`, if it is a header of HDF5 to be read.
fn own_header(include: &Path, argument: &str) -> Option<String> {
    let name = argument.strip_prefix('"')?.split('"').next()?;
    (name != CONFIGURATION && include.join(name).is_file()).then(|| name.to_owned())
}

fn read(path: &PathBuf) -> Result<String, String> {
    // Comments may have names of people in any encoding.
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
