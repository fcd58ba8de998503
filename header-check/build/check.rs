//! The two sides of the comparison: one table in C, one in Rust.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::declarations::{Kind, Record, Type};
use super::interface::{DEFAULT_INTERFACES, Interface};
use super::preprocess::CONFIGURATION;
use super::rust;

/// The generated sources.
#[derive(Debug, Default)]
pub(crate) struct Check {
    /// Functions of C that fill the table with what C says.
    pub(crate) c: String,
    /// The same in Rust, and the proofs that need no run.
    pub(crate) rust: String,
    /// How many names of each kind are compared.
    pub(crate) counts: BTreeMap<&'static str, usize>,
    /// The statements of the table that is being written.
    rows_c: String,
    rows_rust: String,
    tables: Vec<(&'static str, String)>,
}

/// Writes the comparison of an interface with hdf5-ffi.
pub(crate) fn write(interface: &Interface) -> Result<Check, String> {
    let mut check = Check::default();
    check.includes(interface);
    check.functions(interface)?;
    check.constants(interface)?;
    check.ids(interface)?;
    check.types(interface)?;
    check.records(interface)?;
    check.names(interface);
    check.finish();
    let absent: Vec<_> = interface.absent.iter().collect();
    let _ = writeln!(check.rust, "const ABSENT: &[(&str, usize)] = &{absent:?};");
    let _ = writeln!(check.rust, "const LEFT_OUT: usize = {};", interface.excluded.len());
    Ok(check)
}

impl Check {
    fn includes(&mut self, interface: &Interface) {
        let _ = writeln!(self.c, "#include \"{CONFIGURATION}\"");
        for name in DEFAULT_INTERFACES {
            let _ = writeln!(self.c, "#undef {name}");
        }
        // What unversioned names mean is decided here, and not again.
        self.c += "#include \"H5version.h\"\n";
        for header in &interface.entries {
            let _ = writeln!(self.c, "#include \"{header}\"");
        }
        self.c += "#include \"table.c\"\n\n";
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_insert(0) += 1;
    }

    /// A statement of Rust that compiles only if hdf5-ffi is right.
    fn proof(&mut self, text: &str) {
        let _ = writeln!(self.rust, "const _: {text};");
    }

    /// One row of both tables: a call in C, and the value in Rust.
    fn row(&mut self, name: &str, c: &str, rust: &str) {
        let _ = writeln!(self.rows_c, "    {c};");
        let _ = writeln!(self.rows_rust, "    rows.push(Row::new(c\"{name}\", {rust}));");
    }

    /// Ends a table: a function in C and one in Rust with the rows so far.
    fn table(&mut self, what: &'static str) {
        let _ = writeln!(
            self.c,
            "static void {what}(void) {{\n{}}}\n",
            std::mem::take(&mut self.rows_c)
        );
        self.tables.push((what, std::mem::take(&mut self.rows_rust)));
    }

    fn functions(&mut self, interface: &Interface) -> Result<(), String> {
        let declared = &interface.declarations.functions;
        let renamed = interface.renamed_functions.iter().map(|(name, to)| (name, &declared[to]));
        for (name, signature) in declared.iter().chain(renamed) {
            let pointer = rust::function(signature).map_err(|error| format!("{name}: {error}"))?;
            let path = rust::path(name);
            if let Some(reason) = interface.undefined.get(name.as_str()) {
                let _ = writeln!(self.rust, "// {reason}");
                self.proof(&format!("{pointer} = {path}"));
                self.count("functions without a definition");
                continue;
            }
            // The address is the proof that the Rust name is linked to this very function.
            self.row(
                &format!("address of {name}"),
                &format!("ADDRESS(\"address of {name}\", {name})"),
                &format!("{{ const F: {pointer} = {path}; Value::address(F as *const ()) }}"),
            );
            let renamed = interface.renamed_functions.contains_key(name);
            self.count(if renamed { "unversioned function names" } else { "functions" });
        }
        self.table("functions");
        Ok(())
    }

    fn constants(&mut self, interface: &Interface) -> Result<(), String> {
        for (name, cast) in &interface.constants {
            let path = rust::path(name);
            if let Some(cast) = cast {
                let kind = rust::kind(cast).map_err(|error| format!("{name}: {error}"))?;
                self.proof(&format!("{kind} = {path}"));
            }
            self.row(name, &format!("VALUE(\"{name}\", {name})"), &format!("Value::from({path})"));
            self.count("constants");
        }
        for (name, kind) in &interface.enumerators {
            let path = rust::path(name);
            if let Some(kind) = kind {
                self.proof(&format!("{} = {path}", rust::path(kind)));
            }
            self.row(name, &format!("VALUE(\"{name}\", {name})"), &format!("Value::from({path})"));
            self.count("constants of enums");
        }
        for name in &interface.arrays {
            let path = rust::path(name);
            let _ = writeln!(
                self.rows_c,
                "    {{ static const int values[] = {name};\n      size_t at;\n      \
                 for (at = 0; at < sizeof values / sizeof *values; ++at) VALUE(\"{name}\", values[at]); }}"
            );
            let _ = writeln!(
                self.rows_rust,
                "    rows.extend({path}.iter().map(|value| Row::new(c\"{name}\", Value::from(*value))));"
            );
            self.count("constants");
        }
        self.table("constants");
        Ok(())
    }

    fn ids(&mut self, interface: &Interface) -> Result<(), String> {
        for (name, id) in &interface.ids {
            let path = rust::path(name);
            let kind = rust::kind(&id.kind).map_err(|error| format!("{name}: {error}"))?;
            self.count("predefined ids");
            // Drivers and connectors register themselves when they are asked for their id.
            if name.starts_with("H5FD_") || name.starts_with("H5VL_") {
                self.proof(&format!("unsafe fn() -> {kind} = {path}"));
                if id.readable {
                    let value = format!("Value::from(unsafe {{ {path}() }})");
                    self.row(name, &format!("VALUE(\"{name}\", {name})"), &value);
                }
                continue;
            }
            self.proof(&format!("fn() -> *const {kind} = || &raw const {path}"));
            let is_id = kind == "hdf5_ffi::hid_t";
            if is_id {
                let value = format!("Value::from(unsafe {{ {path} }})");
                self.row(name, &format!("VALUE(\"{name}\", {name})"), &value);
            }
            if let Some(variable) = &id.variable {
                self.row(
                    &format!("address of {variable} for {name}"),
                    &format!("ADDRESS(\"address of {variable} for {name}\", &{variable})"),
                    &format!("Value::address((&raw const {path}).cast())"),
                );
            } else if !is_id {
                return Err(format!("{name}: nothing of it can be compared"));
            }
        }
        for (name, kind) in interface.plain_variables() {
            let path = rust::path(name);
            let kind = rust::kind(kind).map_err(|error| format!("{name}: {error}"))?;
            self.proof(&format!("fn() -> *const {kind} = || &raw const {path}"));
            self.row(
                &format!("address of {name}"),
                &format!("ADDRESS(\"address of {name}\", &{name})"),
                &format!("Value::address((&raw const {path}).cast())"),
            );
            self.count("variables");
        }
        self.table("ids");
        Ok(())
    }

    fn types(&mut self, interface: &Interface) -> Result<(), String> {
        let found = &interface.declarations;
        for (name, kind) in &found.typedefs {
            self.count("types");
            let path = rust::path(name);
            match kind {
                Type::Record(_) => self.proof(&format!("Option<&{path}> = None")),
                Type::Tagged { tag, .. } if tag == name => {
                    self.proof(&format!("Option<&{path}> = None"));
                }
                kind => {
                    let same = rust::kind(kind).map_err(|error| format!("{name}: {error}"))?;
                    self.proof(&format!("fn(&{path}) -> &{same} = |same| same"));
                }
            }
            if !found.is_opaque(kind) {
                self.size(name, &path);
            }
        }
        for (kind, tag) in &found.tags {
            // A typedef of the same name stands for it above.
            if !found.typedefs.contains_key(tag) {
                self.count("types");
                let path = rust::path(tag);
                if *kind == Kind::Enum {
                    self.proof(&format!("fn(&{path}) -> &core::ffi::c_int = |same| same"));
                } else {
                    self.proof(&format!("Option<&{path}> = None"));
                }
            }
        }
        for (name, to) in &interface.renamed_types {
            self.count("unversioned type names");
            let (path, to) = (rust::path(name), rust::path(to));
            self.proof(&format!("fn(&{path}) -> &{to} = |same| same"));
        }
        Ok(())
    }

    fn size(&mut self, c: &str, rust: &str) {
        self.row(
            &format!("size of {c}"),
            &format!("VALUE(\"size of {c}\", sizeof({c}))"),
            &format!("Value::from(size_of::<{rust}>())"),
        );
        self.row(
            &format!("alignment of {c}"),
            &format!("VALUE(\"alignment of {c}\", ALIGNMENT({c}))"),
            &format!("Value::from(align_of::<{rust}>())"),
        );
    }

    fn records(&mut self, interface: &Interface) -> Result<(), String> {
        let found = &interface.declarations;
        for (name, kind) in &found.typedefs {
            if let Type::Record(record) = kind {
                self.count("structs and unions");
                self.fields(name, &rust::path(name), record, "", record.union)?;
            }
        }
        for (tag, record) in &found.records {
            self.count("structs and unions");
            let c = format!("{} {tag}", if record.union { "union" } else { "struct" });
            let path = rust::path(tag);
            if !found.typedefs.contains_key(tag) {
                self.size(&c, &path);
            }
            self.fields(&c, &path, record, "", record.union)?;
        }
        self.table("layouts");
        Ok(())
    }

    /// Compares the fields at `prefix` in the struct `c`: their offsets, and their types.
    fn fields(
        &mut self,
        c: &str,
        rust: &str,
        record: &Record,
        prefix: &str,
        union: bool,
    ) -> Result<(), String> {
        for (name, kind) in &record.fields {
            self.count("fields");
            let path = format!("{prefix}{name}");
            let rust_path: Vec<_> = path.split('.').map(rust::field).collect();
            let rust_path = rust_path.join(".");
            let label = format!("offset of {path} in {c}");
            self.row(
                &label,
                &format!("VALUE(\"{label}\", offsetof({c}, {path}))"),
                &format!("Value::from(core::mem::offset_of!({rust}, {rust_path}))"),
            );
            if let Type::Record(inner) = kind {
                self.fields(c, rust, inner, &format!("{path}."), union || inner.union)?;
                continue;
            }
            let same = rust::kind(kind).map_err(|error| format!("{path} in {c}: {error}"))?;
            let field = format!("&all.{rust_path}");
            let field = if union { format!("unsafe {{ {field} }}") } else { field };
            self.proof(&format!("fn(&{rust}) -> &{same} = |all| {field}"));
        }
        Ok(())
    }

    /// Macros with parameters, which only have to be there but for a few, and names that must not be.
    fn names(&mut self, interface: &Interface) {
        for call in calls(interface.version) {
            let (name, _) = call.split_once('(').unwrap_or_default();
            if interface.macros.contains(name) {
                let value = format!("Value::from({})", rust::path(&call));
                self.row(&call, &format!("VALUE(\"{call}\", {call})"), &value);
            }
        }
        self.table("calls");
        for name in &interface.macros {
            self.count("macros with parameters");
            let _ = writeln!(self.rust, "use {} as _;", rust::path(name));
        }
        // Two imports of one name are ambiguous where it is used: this compiles only if hdf5-ffi has
        // none of these: no type, no value, no macro.
        let mut absent = String::from("macro_rules! nothing { () => {} }\n");
        let mut uses = String::new();
        for (name, reason) in &interface.excluded {
            let _ =
                writeln!(absent, "pub(super) struct {name};\npub(super) use nothing as {name};");
            let _ = writeln!(uses, "// {reason}\nconst _: {name} = {name};\n{name}! {{}}");
        }
        let _ = writeln!(
            self.rust,
            "mod left_out {{\nmod absent {{\n{absent}}}\nuse absent::*;\nuse hdf5_ffi::*;\n{uses}}}"
        );
    }

    fn finish(&mut self) {
        self.c += "void hdf5_header_check(void (*to_tell)(void *, const struct row *), void *to)\n{\n    tell = to_tell;\n    listener = to;\n";
        for (what, rows) in &self.tables {
            let _ = writeln!(self.c, "    {what}();");
            let _ = writeln!(self.rust, "fn {what}(rows: &mut Vec<Row>) {{\n{rows}}}");
        }
        self.c += "}\n";
        self.rust += "fn all(rows: &mut Vec<Row>) {\n";
        for (what, _) in &self.tables {
            let _ = writeln!(self.rust, "    {what}(rows);");
        }
        self.rust += "}\n";
        let _ = writeln!(
            self.rust,
            "const COUNTS: &[(&str, usize)] = &{:?};",
            self.counts.iter().collect::<Vec<_>>()
        );
    }
}

/// Uses of macros with parameters whose values are compared, with the versions around this one.
fn calls(version: u32) -> Vec<String> {
    let (major, minor, release) = (version / 10_000, version / 100 % 100, version % 100);
    let mut calls: Vec<_> = [0, 7].map(|number| format!("H5G_USERTYPE({number})")).into();
    for name in ["H5_VERSION_GE", "H5_VERSION_LE"] {
        for major in major - 1..=major + 1 {
            for minor in minor.saturating_sub(1)..=minor + 1 {
                for release in release.saturating_sub(1)..=release + 1 {
                    calls.push(format!("{name}({major}, {minor}, {release})"));
                }
            }
        }
    }
    calls
}
