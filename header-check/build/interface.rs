//! What the headers of a libhdf5 offer to a program, sorted into kinds.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::conditions::Macros;
use super::declarations::{Declarations, Type};
use super::exclusions::{Exclusion, UNDEFINED, UNREADABLE};
use super::parse::{built_in, declarations, is_export};
use super::preprocess::{Preprocessed, names_in_conditions, preprocess};
use super::tokens::{Token, tokens};

/// Every name of the headers that a program can use.
#[derive(Debug, Default)]
pub(crate) struct Interface {
    /// The version of the library, as one number.
    pub(crate) version: u32,
    /// The headers to include, in this order.
    pub(crate) entries: Vec<String>,
    /// Every header that was read.
    pub(crate) files: BTreeSet<String>,
    pub(crate) declarations: Declarations,
    /// Macros that stand for a number or a text, with the type that they are cast to.
    pub(crate) constants: BTreeMap<String, Option<Type>>,
    /// Constants of enums, with the enum's name.
    pub(crate) enumerators: BTreeMap<String, Option<String>>,
    /// Macros that stand for the initial values of an array.
    pub(crate) arrays: BTreeSet<String>,
    pub(crate) ids: BTreeMap<String, Id>,
    /// Other names of functions, such as `H5Dcreate` for `H5Dcreate2`.
    pub(crate) renamed_functions: BTreeMap<String, String>,
    /// Other names of types, such as `H5O_info_t` for `H5O_info2_t`.
    pub(crate) renamed_types: BTreeMap<String, String>,
    /// Macros with parameters.
    pub(crate) macros: BTreeSet<String>,
    /// Names that are left out, and why.
    pub(crate) excluded: BTreeMap<String, &'static str>,
    /// Functions that only the headers have, and why.
    pub(crate) undefined: BTreeMap<&'static str, &'static str>,
    /// What this build of the library lacks: the condition, and how many functions stand under it.
    pub(crate) absent: BTreeMap<String, usize>,
}

/// A predefined id, such as `H5T_NATIVE_INT`: a value that exists once the library runs.
#[derive(Debug)]
pub(crate) struct Id {
    /// The variable of the library that the macro names.
    pub(crate) variable: Option<String>,
    /// The type of the variable.
    pub(crate) kind: Type,
    /// Whether C's compiler can read the macro.
    pub(crate) readable: bool,
}

/// The headers that a program may include by itself.
pub(crate) fn entries(include: &Path, hl: bool) -> Result<Vec<String>, String> {
    let mut entries = vec!["hdf5.h".to_owned()];
    if hl {
        entries.push("hdf5_hl.h".to_owned());
    }
    let missing = entries.iter().find(|name| !include.join(name).is_file());
    if let Some(name) = missing {
        return Err(format!("{} has no {name}", include.display()));
    }
    let listing =
        fs::read_dir(include).map_err(|error| format!("{}: {error}", include.display()))?;
    let mut others = BTreeSet::new();
    for entry in listing {
        let entry = entry.map_err(|error| format!("{}: {error}", include.display()))?;
        others.extend(entry.file_name().into_string());
    }
    others.retain(|name| {
        let named = ["public.h", "develop.h"].iter().any(|end| name.ends_with(end))
            || ["H5FD", "H5VL"].iter().any(|start| name.starts_with(start))
            || name == "H5PLextern.h";
        name.starts_with("H5") && name.ends_with(".h") && named
            // The high-level library's are read with hdf5_hl.h, if at all; Windows' only there.
            && !HIGH_LEVEL.contains(&name.as_str())
            && name != "H5FDwindows.h"
    });
    entries.extend(others);
    Ok(entries)
}

/// The headers of the high-level library, whose names are like those of the library.
const HIGH_LEVEL: [&str; 7] = [
    "H5DOpublic.h",
    "H5DSpublic.h",
    "H5IMpublic.h",
    "H5LDpublic.h",
    "H5LTpublic.h",
    "H5PTpublic.h",
    "H5TBpublic.h",
];

/// The configuration's choice of what unversioned names mean.
pub(crate) const DEFAULT_INTERFACES: [&str; 6] = [
    "H5_USE_16_API_DEFAULT",
    "H5_USE_18_API_DEFAULT",
    "H5_USE_110_API_DEFAULT",
    "H5_USE_112_API_DEFAULT",
    "H5_USE_114_API_DEFAULT",
    "H5_USE_200_API_DEFAULT",
];

/// Reads the headers in a folder. `ask` tells what the names in conditions are for the compiler and
/// the configuration.
pub(crate) fn read(
    include: &Path,
    hl: bool,
    version: u32,
    exclusions: &[Exclusion],
    ask: impl FnOnce(&BTreeSet<String>) -> Result<Macros, String>,
) -> Result<Interface, String> {
    let entries = entries(include, hl)?;
    let mut names = names_in_conditions(include, &entries)?;
    names.extend(UNDEFINED.iter().flat_map(|row| row.unless).map(|name| (*name).to_owned()));
    let mut known = ask(&names)?;
    // Which version of a call an unversioned name means is chosen by whoever builds the library, for C
    // (Debian's chooses that of 1.8). In Rust it is the newest, as the headers have it by themselves.
    known.retain(|name, _| !DEFAULT_INTERFACES.contains(&name.as_str()));
    let preprocessed = preprocess(include, &entries, &known)?;
    let declarations = declarations(&preprocessed.code)?;
    let absent = account(&preprocessed, &declarations)?;
    let files = preprocessed.files.clone();
    let mut interface =
        Interface { version, entries, files, declarations, absent, ..Interface::default() };
    interface.enumerators();
    interface.sort_macros(&preprocessed, exclusions)?;
    interface.exclude(version, exclusions)?;
    for row in UNDEFINED {
        let defined = row.unless.iter().any(|name| known.contains_key(*name));
        if row.versions.contains(&version) && !defined {
            interface.undefined.extend(row.names.iter().map(|name| (*name, row.reason)));
        }
    }
    Ok(interface)
}

/// Makes sure that each mark of export in the text has become a declaration or stands in a branch that
/// is not chosen; gives the number of the latter for each condition.
fn account(
    preprocessed: &Preprocessed,
    found: &Declarations,
) -> Result<BTreeMap<String, usize>, String> {
    let marks = |line: &str| -> Result<usize, String> {
        let tokens = tokens(line)?;
        Ok(tokens.iter().filter_map(Token::word).filter(|word| is_export(word)).count())
    };
    let mut active = 0;
    for (place, line) in &preprocessed.code {
        active += marks(line).map_err(|error| format!("{place}: {error}"))?;
    }
    let read = found.exports;
    if active != read {
        return Err(format!("{active} declarations are exported, but {read} were read"));
    }
    let mut absent = BTreeMap::new();
    for (condition, line) in &preprocessed.inactive {
        // What is declared once more for Doxygen is no other function.
        let marks = if condition.contains("H5_DOXYGEN") { 0 } else { marks(line)? };
        if marks > 0 && !condition.contains("H5_HAVE_") {
            return Err(format!("functions are declared only if {condition}: {line}"));
        }
        if marks > 0 {
            *absent.entry(condition.clone()).or_insert(0) += marks;
        }
    }
    Ok(absent)
}

impl Interface {
    /// The variables of the library that a program uses without a macro.
    pub(crate) fn plain_variables(&self) -> impl Iterator<Item = (&String, &Type)> {
        let by_macro: BTreeSet<_> =
            self.ids.values().filter_map(|id| id.variable.as_ref()).collect();
        self.declarations.variables.iter().filter(move |(name, _)| !by_macro.contains(name))
    }

    fn enumerators(&mut self) {
        let found = &self.declarations;
        for (tag, constants) in &found.enums {
            self.enumerators.extend(constants.iter().map(|name| (name.clone(), Some(tag.clone()))));
        }
        for (typedef, kind) in &found.typedefs {
            if let Type::Enum(constants) = kind {
                let named = constants.iter().map(|name| (name.clone(), Some(typedef.clone())));
                self.enumerators.extend(named);
            }
        }
        self.enumerators.extend(found.loose_constants.iter().map(|name| (name.clone(), None)));
        for record in found.all_records() {
            for (_, kind) in &record.fields {
                if let Type::Enum(constants) = kind {
                    self.enumerators.extend(constants.iter().map(|name| (name.clone(), None)));
                }
            }
        }
    }

    /// Decides what each macro is.
    fn sort_macros(
        &mut self,
        preprocessed: &Preprocessed,
        exclusions: &[Exclusion],
    ) -> Result<(), String> {
        let excluded: BTreeMap<_, _> =
            exclusions.iter().flat_map(|row| row.names.iter().map(|n| (*n, row.reason))).collect();
        for (name, definition) in &preprocessed.macros {
            if let Some(reason) = excluded.get(name.as_str()) {
                self.excluded.insert(name.clone(), reason);
            } else if definition.parameters.is_some() {
                self.macros.insert(name.clone());
            } else if !definition.body.is_empty() {
                // The guards of headers are empty, and so are other flags for the preprocessor alone.
                self.object_like(name, &definition.body, preprocessed)
                    .map_err(|error| format!("{}: {name}: {error}", definition.place))?;
            }
        }
        Ok(())
    }

    fn object_like(
        &mut self,
        name: &str,
        body: &[Token],
        preprocessed: &Preprocessed,
    ) -> Result<(), String> {
        let bare = without_parentheses(body);
        if bare.first().is_some_and(|token| token.is("{")) {
            self.arrays.insert(name.to_owned());
            return Ok(());
        }
        if let Some(target) = sole_word(bare) {
            let target = resolve(target, &preprocessed.macros);
            if self.declarations.functions.contains_key(target) {
                self.renamed_functions.insert(name.to_owned(), target.to_owned());
                return Ok(());
            }
            if self.declarations.is_type(target) {
                self.renamed_types.insert(name.to_owned(), target.to_owned());
                return Ok(());
            }
        }
        match self.id(name, bare, preprocessed) {
            Some(id) => {
                self.ids.insert(name.to_owned(), id);
            }
            None => {
                let kind = self.kind_of_constant(name, bare, &preprocessed.macros)?;
                self.constants.insert(name.to_owned(), kind);
            }
        }
        Ok(())
    }

    /// The predefined id that a macro stands for. In a library that lacks a driver, its macro is a mere
    /// -1; it is the id of a driver nevertheless, as the branch that is not chosen shows.
    fn id(&self, name: &str, body: &[Token], preprocessed: &Preprocessed) -> Option<Id> {
        let here = self.id_in(body, &preprocessed.macros);
        let elsewhere = || {
            let bodies = preprocessed.bodies.get(name)?;
            bodies.iter().find_map(|body| self.id_anywhere(body, preprocessed))
        };
        let mut id = here.or_else(elsewhere)?;
        id.readable = !UNREADABLE.iter().any(|(word, _)| body.iter().any(|token| token.is(word)));
        Some(id)
    }

    /// The id in the body of a macro: a variable, a call, or another such macro.
    fn id_in(&self, body: &[Token], macros: &Macros) -> Option<Id> {
        let bare = without_calls(without_parentheses(body));
        let direct = match bare {
            [Token::Word(variable)] => Some(variable),
            _ => None,
        };
        if let Some(kind) = direct.and_then(|name| self.declarations.variables.get(name)) {
            return Some(Id { variable: direct.cloned(), kind: kind.clone(), readable: true });
        }
        let words = || bare.iter().filter_map(Token::word);
        if sole_word(bare).is_none() {
            let called = words().find(|word| self.declarations.functions.contains_key(*word));
            let used = words().find(|word| self.declarations.variables.contains_key(*word));
            if called.is_some() || used.is_some() {
                return Some(Id { variable: None, kind: named("hid_t"), readable: true });
            }
        }
        words().filter_map(|word| macros.get(word)).find_map(|inner| {
            let inner = if inner.parameters.is_none() { inner.body.as_slice() } else { &[] };
            let id = self.id_in(inner, macros)?;
            let variable = id.variable.filter(|_| sole_word(bare).is_some());
            Some(Id { variable, ..id })
        })
    }

    /// The same for a branch that is not chosen, whose variable or function is not declared.
    fn id_anywhere(&self, body: &[Token], preprocessed: &Preprocessed) -> Option<Id> {
        let bare = without_parentheses(body);
        let opened =
            matches!(bare, [open, Token::Word(name)] if open.is("H5OPEN") && name.ends_with("_g"));
        let called = matches!(bare, [Token::Word(name), open, close]
            if name.ends_with("_init") && open.is("(") && close.is(")"));
        if opened || called {
            return Some(Id { variable: None, kind: named("hid_t"), readable: true });
        }
        self.id_in(bare, &preprocessed.macros)
    }

    /// The type of a constant, where the headers tell: by a cast, or as another name of such a constant.
    fn kind_of_constant(
        &self,
        name: &str,
        bare: &[Token],
        macros: &Macros,
    ) -> Result<Option<Type>, String> {
        if let Some((_, kind)) = PASSED_AS.iter().find(|(names, _)| names.contains(&name)) {
            return Ok(Some(named(kind)));
        }
        let Some(word) = sole_word(bare) else { return self.cast(bare) };
        let target = resolve(word, macros);
        if let Some(kind) = self.enumerators.get(target) {
            return Ok(kind.as_deref().map(named));
        }
        match macros.get(target) {
            Some(target) => self.cast(without_parentheses(&target.body)),
            None => Ok(None),
        }
    }

    /// The type that a macro casts its value to, if it does.
    fn cast(&self, bare: &[Token]) -> Result<Option<Type>, String> {
        let Some(close) = closing(bare) else { return Ok(None) };
        let (words, rest) = (&bare[1..close], &bare[close + 1..]);
        let Some(words) = words.iter().map(Token::word).collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let name = match words.as_slice() {
            [] => return Ok(None),
            [name] if self.declarations.is_type(name) || OTHER_TYPES.contains(name) => name,
            words if words.iter().all(|word| BUILT_IN_WORDS.contains(word)) => built_in(words)?,
            _ => return Ok(None),
        };
        // In `(unsigned)1 << 3` the cast is that of an operand.
        let operand =
            rest.iter().skip_while(|token| token.is("-") || token.is("~") || token.is("("));
        let single =
            operand.clone().filter(|token| !token.is(")")).count() == 1 || closing(rest).is_some();
        Ok(single.then(|| named(name)))
    }

    /// Leaves out what the table of exclusions names, and makes sure that the table is up to date.
    fn exclude(&mut self, version: u32, exclusions: &[Exclusion]) -> Result<(), String> {
        let mut stale = Vec::new();
        for row in exclusions {
            for name in row.names {
                let here = row.versions.contains(&version);
                let mut found = self.excluded.contains_key(*name);
                found |= self.declarations.functions.remove(*name).is_some();
                found |= self.declarations.variables.remove(*name).is_some();
                found |= self.declarations.plugin_functions.remove(*name);
                found |= self.declarations.typedefs.remove(*name).is_some();
                found |= self.enumerators.remove(*name).is_some();
                if found {
                    self.excluded.insert((*name).to_owned(), row.reason);
                }
                if found != here && !row.only_sometimes {
                    let state = if found { "is there" } else { "is not there" };
                    let reason = row.reason;
                    stale.push(format!(
                        "{name} {state} in {version}, unlike exclusions.rs says: {reason}"
                    ));
                }
            }
        }
        // What plugins define is nothing to call.
        let others = &self.declarations.plugin_functions;
        stale.extend(others.iter().map(|name| format!("what is {name}?")));
        if stale.is_empty() { Ok(()) } else { Err(stale.join("\n")) }
    }
}

/// Types of C's library that HDF5 casts to.
const OTHER_TYPES: [&str; 3] = ["size_t", "uint64_t", "int64_t"];

const BUILT_IN_WORDS: [&str; 6] = ["signed", "unsigned", "short", "long", "int", "char"];

/// The types that constants are passed as. Older headers tell them by casts, newer ones leave them out;
/// a line of C is the same in Rust only if the constant has the type of the parameter.
const PASSED_AS: [(&[&str], &str); 5] = [
    (
        &[
            "H5E_DEFAULT",
            "H5ES_NONE",
            "H5G_SAME_LOC",
            "H5I_INVALID_HID",
            "H5L_SAME_LOC",
            "H5P_DEFAULT",
            "H5S_ALL",
            "H5S_BLOCK",
            "H5S_PLIST",
        ],
        "hid_t",
    ),
    (&["H5F_FAMILY_DEFAULT", "H5F_UNLIMITED", "H5S_UNLIMITED", "HSIZE_UNDEF"], "hsize_t"),
    (&["HADDR_MAX", "HADDR_UNDEF"], "haddr_t"),
    (
        &[
            "H5D_CHUNK_CACHE_NBYTES_DEFAULT",
            "H5D_CHUNK_CACHE_NSLOTS_DEFAULT",
            "H5F_PAGE_BUFFER_SIZE_DEFAULT",
            "H5T_VARIABLE",
        ],
        "size_t",
    ),
    (&["H5ES_WAIT_FOREVER", "H5ES_WAIT_NONE"], "uint64_t"),
];

fn named(name: &str) -> Type {
    Type::Named { name: name.to_owned(), constant: false }
}

/// The one name that a body consists of, or that it keeps from being a macro.
fn sole_word(bare: &[Token]) -> Option<&str> {
    match bare {
        [Token::Word(word)] => Some(word),
        [keep, open, Token::Word(word), close]
            if keep.is("H5_NO_EXPAND") && open.is("(") && close.is(")") =>
        {
            Some(word)
        }
        _ => None,
    }
}

/// What follows the macros that start the library and check its version.
fn without_calls(mut bare: &[Token]) -> &[Token] {
    while let [first, rest @ ..] = bare {
        if !first.is("H5OPEN") && !first.is("H5CHECK") {
            break;
        }
        bare = rest;
    }
    bare
}

/// Follows macros that are nothing but another name.
fn resolve<'a>(mut name: &'a str, macros: &'a Macros) -> &'a str {
    for _ in 0..8 {
        let Some(definition) = macros.get(name) else { break };
        let Some(next) = sole_word(without_parentheses(&definition.body)) else { break };
        if definition.parameters.is_some() {
            break;
        }
        name = next;
    }
    name
}

/// The position of the parenthesis that closes the one at the start.
fn closing(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is("(") {
            depth += 1;
        } else if token.is(")") {
            depth -= 1;
        }
        if depth == 0 {
            return token.is(")").then_some(at);
        }
    }
    None
}

/// The tokens without parentheses around all of them.
fn without_parentheses(mut tokens: &[Token]) -> &[Token] {
    while closing(tokens).is_some_and(|at| at + 1 == tokens.len()) {
        tokens = &tokens[1..tokens.len() - 1];
    }
    tokens
}
