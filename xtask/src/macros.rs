//! The object-like macros of the headers, and their values as the C compiler sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use crate::releases::{read, write};

pub struct Macro {
    pub name: String,
    pub body: String,
    /// The type and value in Rust, if the macro is a constant.
    pub value: Option<(String, String)>,
}

/// Macros that are no constants of the interface.
fn is_left_out(name: &str) -> bool {
    // version.rs has those of the library that is linked.
    // C's own words (`bool`), formats of printf, and what an MPI is told.
    !name.starts_with(|c: char| c.is_ascii_uppercase())
        || name.starts_with("PRI")
        || name.ends_with("_SKIP_MPICXX")
        || name.starts_with("H5_VERS_")
        // The choice of versioned names, attributes of the compiler, guards against double inclusion.
        || name.ends_with("_vers")
        || name.ends_with("_H")
        || name.starts_with("H5_ATTR_")
        || name.starts_with("H5_GCC_")
        || name.ends_with("_FRIEND")
        || name.ends_with("_wrap")
        // Another format, what the C compiler can do, and handles of an MPI.
        || name.starts_with("H5_PRINTF_")
        || name == "H5_HAVE_BUILTIN_EXPECT"
        || name == "H5_SIZEOF_SSIZE_T"
        || name.ends_with("_AS_MPI_TYPE")
}

/// The macros that the public headers define in this configuration.
pub fn active(include: &Path, wrapper: &Path, defines: &[String]) -> Result<Vec<Macro>, String> {
    let public = defined_in(include)?;
    let output = Command::new("cc")
        .args(["-std=gnu11", "-E", "-dM", "-I"])
        .arg(include)
        .args(defines)
        .arg(wrapper)
        .output()
        .map_err(|error| format!("cc: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut bodies: BTreeMap<String, String> = BTreeMap::new();
    for line in text.lines() {
        let Some((name, body)) =
            line.strip_prefix("#define ").and_then(|rest| rest.split_once(' '))
        else {
            continue;
        };
        if public.contains_key(name) && !body.trim().is_empty() && !is_left_out(name) {
            bodies.insert(name.to_owned(), body.trim().to_owned());
        }
    }
    let values = evaluate(include, wrapper, defines, bodies.keys().cloned().collect())?;
    let mut macros: Vec<Macro> = bodies
        .iter()
        .map(|(name, body)| {
            let value = values.get(name).map(|(kind, value)| {
                let ty = rust_type(name, body, kind, value, &bodies);
                (ty.clone(), rust_value(&ty, value))
            });
            Macro { name: name.clone(), body: body.clone(), value }
        })
        .collect();
    macros.sort_by_key(|item| public[&item.name]);
    // An alias of an alias needs that first.
    macros.sort_by_key(|item| bodies.contains_key(item.body.trim_matches(['(', ')', ' '])));
    Ok(macros)
}

/// The names that `#define` introduces in the public headers, and their order.
fn defined_in(include: &Path) -> Result<BTreeMap<String, usize>, String> {
    let mut names = BTreeMap::new();
    let mut files: Vec<_> = std::fs::read_dir(include)
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            !["H5pubconf.h", "H5api_adpt.h", "mpi.h", "mpio.h", "all.h"].contains(&name.as_str())
                && name.ends_with(".h")
        })
        .collect();
    files.sort();
    for file in files {
        for line in read(&file)?.lines() {
            let Some(rest) = line.trim_start().strip_prefix('#') else { continue };
            let mut words = rest.split_whitespace();
            if let (Some("define"), Some(name)) = (words.next(), words.next()) {
                let order = names.len();
                names.entry(name.to_owned()).or_insert(order);
            }
        }
    }
    Ok(names)
}

/// The C type and value of each macro that is an expression of a number or a string.
fn evaluate(
    include: &Path,
    wrapper: &Path,
    defines: &[String],
    mut names: BTreeSet<String>,
) -> Result<BTreeMap<String, (String, String)>, String> {
    // 1.10 opens the library wherever a flag of H5Fopen is used: `(H5CHECK H5OPEN 0x0000u)`.
    const HEAD: &str = r#"
#undef H5OPEN
#define H5OPEN
#undef H5CHECK
#define H5CHECK
#define KIND(x) _Generic((x), int: "c_int", unsigned: "c_uint", long: "c_long", unsigned long: "c_ulong", \
    long long: "c_longlong", unsigned long long: "c_ulonglong", float: "f64", double: "f64", \
    char *: "string", const char *: "string", _Bool: "bool")
#define SHOW(x) _Generic((x), int: show_i, unsigned: show_u, long: show_i, unsigned long: show_u, \
    long long: show_i, unsigned long long: show_u, float: show_f, double: show_f, char *: show_s, \
    const char *: show_s, _Bool: show_u)(x)
static void show_i(long long x) { printf("%lld", x); }
static void show_u(unsigned long long x) { printf("%llu", x); }
static void show_f(double x) { printf("%.17g", x); }
static void show_s(const char *x) { printf("%s", x); }
"#;
    let program = include.join("evaluate");
    loop {
        let mut text = format!(
            "#include <stdio.h>\n#include <limits.h>\n#include <stdint.h>\n#include \"{}\"\n{HEAD}",
            wrapper.display()
        );
        let first = text.lines().count() + 1;
        let list: Vec<String> = names.iter().cloned().collect();
        for name in &list {
            // The name is text of its own: `#x` would show what the macro stands for.
            text += &format!(
                "static void e_{first}_{name}(void) {{ printf(\"\\001%s\\002%s\\002\", \"{name}\", KIND({name})); SHOW({name}); }}\n"
            );
        }
        text += "int main(void) {\n";
        for name in &list {
            text += &format!("    e_{first}_{name}();\n");
        }
        text += "    return 0;\n}\n";
        let source = program.with_extension("c");
        write(&source, &text)?;
        let output = Command::new("cc")
            .args(["-std=gnu11", "-w", "-fmax-errors=0", "-I"])
            .arg(include)
            .args(defines)
            .arg(&source)
            .arg("-o")
            .arg(&program)
            .output()
            .map_err(|error| format!("cc: {error}"))?;
        if output.status.success() {
            break;
        }
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let before = names.len();
        for line in errors.lines() {
            let prefix = format!("{}:", source.display());
            let number = line
                .strip_prefix(&prefix)
                .and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
            if let Some(name) = number.and_then(|n| n.checked_sub(first)).and_then(|n| list.get(n))
            {
                names.remove(name);
            }
            // The linker names the function that uses what is nowhere.
            if let Some((_, rest)) = line.split_once(&format!("in function `e_{first}_")) {
                names.remove(rest.split('\'').next().unwrap_or_default());
            }
        }
        if names.len() == before {
            return Err(errors);
        }
    }
    let output = Command::new(&program).output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    Ok(text
        .split('\u{1}')
        .filter_map(|record| {
            let mut parts = record.split('\u{2}').map(str::to_owned);
            Some((parts.next()?, (parts.next()?, parts.next()?)))
        })
        .collect())
}

/// The type for Rust: the one that C code names in a cast, or else the one of the places where it is used.
fn rust_type(
    name: &str,
    body: &str,
    kind: &str,
    value: &str,
    bodies: &BTreeMap<String, String>,
) -> String {
    // What a call takes where C converts a literal to it.
    const PASSED_AS: [(&str, &str); 11] = [
        ("H5E_DEFAULT", "hid_t"),
        ("H5ES_WAIT_NONE", "u64"),
        ("H5F_FAMILY_DEFAULT", "hsize_t"),
        ("H5ES_NONE", "hid_t"),
        ("H5G_SAME_LOC", "hid_t"),
        ("H5I_INVALID_HID", "hid_t"),
        ("H5L_SAME_LOC", "hid_t"),
        ("H5P_DEFAULT", "hid_t"),
        ("H5S_ALL", "hid_t"),
        ("H5S_BLOCK", "hid_t"),
        ("H5S_PLIST", "hid_t"),
    ];
    if let Some((_, ty)) = PASSED_AS.iter().find(|(other, _)| *other == name) {
        return (*ty).to_owned();
    }
    const CASTS: [&str; 12] = [
        "hid_t",
        "hsize_t",
        "hssize_t",
        "haddr_t",
        "herr_t",
        "size_t",
        "unsigned",
        "H5FD_class_value_t",
        "H5VL_class_value_t",
        "H5Z_filter_t",
        "H5F_mem_t",
        "H5I_type_t",
    ];
    if kind == "string" {
        return "&CStr".to_owned();
    }
    let inner = body.trim_matches(['(', ' ']);
    if let Some(cast) = CASTS.iter().find(|cast| inner.starts_with(&format!("{cast})"))) {
        return match *cast {
            "size_t" => "usize",
            "unsigned" => "c_uint",
            other => other,
        }
        .to_owned();
    }
    let inner = body.trim_matches(['(', ')', ' ']);
    match inner {
        "SIZE_MAX" => return "usize".to_owned(),
        "UINT64_MAX" | "UINT64_MAX " => {
            return (if name == "HADDR_UNDEF" {
                "haddr_t"
            } else if name == "HSIZE_UNDEF" {
                "hsize_t"
            } else {
                "u64"
            })
            .to_owned();
        }
        _ => {}
    }
    if let Some(next) = bodies.get(inner) {
        return rust_type(inner, next, kind, value, bodies);
    }
    if inner.contains("sizeof") {
        return "usize".to_owned();
    }
    match (name, kind) {
        (name, _) if name.starts_with("H5Z_FILTER_") && !name.contains("_CONFIG_") => {
            "H5Z_filter_t".to_owned()
        }
        ("H5S_MAX_RANK" | "H5Z_SO_INT_MINBITS_DEFAULT", _) => "c_int".to_owned(),
        ("HADDR_MAX", _) => "haddr_t".to_owned(),
        // C converts a literal to what a call asks for. Where that is an integer, it is mostly `unsigned`.
        (_, "c_int") if !value.starts_with('-') => "c_uint".to_owned(),
        (_, kind) => kind.to_owned(),
    }
}

fn rust_value(ty: &str, value: &str) -> String {
    match ty {
        "&CStr" => format!("c{value:?}"),
        "f64" if !value.contains('.') => format!("{value}.0"),
        "usize" | "u64" | "hsize_t" | "haddr_t" if value == "18446744073709551615" => {
            format!("{}::MAX", ty)
        }
        _ => value.to_owned(),
    }
}
