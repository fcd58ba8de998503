//! What the headers of one release declare, as Rust items.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use quote::ToTokens;
use syn::visit_mut::{self, VisitMut};

use crate::macros::{self, Macro};
use crate::releases::{Release, Version, is_public, write};

/// The abilities of a library that guard declarations: the cfg, and the macro in the headers.
pub const ABILITIES: [(&str, &str); 7] = [
    ("parallel", "H5_HAVE_PARALLEL"),
    ("direct", "H5_HAVE_DIRECT"),
    ("hdfs", "H5_HAVE_LIBHDFS"),
    ("mirror", "H5_HAVE_MIRROR_VFD"),
    ("ros3", "H5_HAVE_ROS3_VFD"),
    ("subfiling", "H5_HAVE_SUBFILING_VFD"),
    ("map_api", "H5_HAVE_MAP_API"),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Const,
    Type,
    Struct,
    Static,
    Fn,
    /// Another name, by macro, of a function, type or predefined id.
    Alias,
    /// A macro that stands for an expression.
    Inline,
}

#[derive(Clone, Debug)]
pub struct Item {
    pub name: String,
    pub kind: Kind,
    /// The declaration in Rust.
    pub text: String,
    /// The same without the names of parameters: equal in releases that differ in those alone.
    pub key: String,
    pub since: Option<Version>,
    /// The configurations that have it: 0 has no ability, the others that of `ABILITIES[n - 1]` alone.
    pub configs: BTreeSet<usize>,
}

#[derive(Debug)]
pub struct Interface {
    pub version: Version,
    pub items: Vec<Item>,
}

pub fn interface(release: &Release, include: &Path) -> Result<Interface, String> {
    let mut items: Vec<Item> = Vec::new();
    for config in 0..=ABILITIES.len() {
        let defines: Vec<String> =
            config.checked_sub(1).map(|n| format!("-D{}=1", ABILITIES[n].1)).into_iter().collect();
        for item in configuration(include, &defines)
            .map_err(|error| format!("{}: {error}", release.version))?
        {
            match items.iter_mut().find(|known| known.name == item.name && known.key == item.key) {
                Some(known) => {
                    known.configs.insert(config);
                }
                None => items.push(Item { configs: BTreeSet::from([config]), ..item }),
            }
        }
    }
    eprintln!("HDF5 {}: {} items", release.version, items.len());
    Ok(Interface { version: release.version, items })
}

fn configuration(include: &Path, defines: &[String]) -> Result<Vec<Item>, String> {
    let wrapper = include.join("all.h");
    write(&wrapper, &all_headers(include)?)?;
    let bindings = bindgen::builder()
        .header(wrapper.to_string_lossy())
        .clang_arg(format!("-I{}", include.display()))
        .clang_args(gcc_include())
        .clang_args(defines)
        .allowlist_file(format!("{}/[hH].*", include.display()))
        // Plugins define these.
        .blocklist_function("H5PLget_plugin_.*")
        .blocklist_item("FILE|_IO_.*|time_t|off_t|MPI_.*")
        .parse_callbacks(Box::new(PlainTypes))
        .use_core()
        .layout_tests(false)
        .derive_debug(true)
        .prepend_enum_name(false)
        .default_enum_style(bindgen::EnumVariation::Consts)
        .formatter(bindgen::Formatter::None)
        .generate()
        .map_err(|error| error.to_string())?;
    let file = syn::parse_file(&bindings.to_string()).map_err(|error| error.to_string())?;
    let mut declared = Declared::read(file);
    let macros = macros::active(include, &wrapper, defines)?;
    declared.add_macros(macros);
    Ok(declared.items)
}

/// The types that are declared elsewhere (time_t, MPI's handles) are plain ones: structs of them can be copied.
#[derive(Debug)]
struct PlainTypes;

impl bindgen::callbacks::ParseCallbacks for PlainTypes {
    fn blocklisted_type_implements_trait(
        &self,
        _name: &str,
        _derive: bindgen::callbacks::DeriveTrait,
    ) -> Option<bindgen::callbacks::ImplementsTrait> {
        Some(bindgen::callbacks::ImplementsTrait::Yes)
    }
}

/// A header that includes every public one.
fn all_headers(include: &Path) -> Result<String, String> {
    let mut names: Vec<String> = std::fs::read_dir(include)
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| is_public(name) && name != "hdf5.h" && name != "hdf5_hl.h")
        .collect();
    names.sort();
    names.insert(0, "hdf5.h".to_owned());
    names.push("hdf5_hl.h".to_owned());
    Ok(names.iter().map(|name| format!("#include \"{name}\"\n")).collect())
}

/// The folder of GCC's own headers, as a libclang without Clang has none.
fn gcc_include() -> Vec<String> {
    let output = std::process::Command::new("cc").arg("-print-file-name=include").output();
    let folder =
        output.ok().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    folder.map(|folder| vec!["-isystem".to_owned(), folder]).unwrap_or_default()
}

struct Declared {
    items: Vec<Item>,
    /// The variables and their types.
    statics: BTreeMap<String, String>,
}

impl Declared {
    fn read(file: syn::File) -> Self {
        let mut declared = Self { items: Vec::new(), statics: BTreeMap::new() };
        let renames = anonymous_types(&file);
        let enums = enum_types(&file);
        for mut item in file.items {
            Tidy { renames: &renames }.visit_item_mut(&mut item);
            match item {
                syn::Item::Const(item) => declared.constant(&item),
                syn::Item::Type(mut item) => {
                    let name = item.ident.to_string();
                    if name.starts_with('_') {
                        continue;
                    }
                    if enums.contains(&name) {
                        *item.ty = syn::parse_quote!(c_int);
                    }
                    item.attrs.clear();
                    declared.push(name, Kind::Type, syn::Item::Type(item), None);
                }
                syn::Item::Struct(mut item) => {
                    strip(&mut item.attrs);
                    item.fields.iter_mut().for_each(|field| strip(&mut field.attrs));
                    declared.push(
                        item.ident.to_string(),
                        Kind::Struct,
                        syn::Item::Struct(item),
                        None,
                    );
                }
                syn::Item::Union(mut item) => {
                    strip(&mut item.attrs);
                    item.fields.named.iter_mut().for_each(|field| strip(&mut field.attrs));
                    declared.push(
                        item.ident.to_string(),
                        Kind::Struct,
                        syn::Item::Union(item),
                        None,
                    );
                }
                // C: `#define H5FD_mem_t H5F_mem_t`, or a typedef of an enum to another name.
                syn::Item::Use(item) => declared.renamed(&item.tree),
                syn::Item::ForeignMod(block) => {
                    block.items.into_iter().for_each(|item| declared.foreign(item));
                }
                _ => {}
            }
        }
        declared
    }

    /// The constants of enums; those of macros are evaluated by the C compiler, which knows them all.
    fn constant(&mut self, item: &syn::ItemConst) {
        let syn::Type::Path(path) = &*item.ty else { return };
        let Some(ty) = path.path.get_ident().map(ToString::to_string) else { return };
        let ty = match ty.as_str() {
            "u8" | "u16" | "u32" | "u64" | "i8" | "i16" | "i32" | "i64" | "f64" | "usize" => return,
            name if name.starts_with("_bindgen") => "c_int".to_owned(),
            _ => ty,
        };
        let value = item.expr.to_token_stream().to_string().replace(' ', "");
        self.push_text(item.ident.to_string(), Kind::Const, |name| {
            format!("pub const {name}: {ty} = {value};")
        });
    }

    /// `pub use self::A as B`.
    fn renamed(&mut self, tree: &syn::UseTree) {
        let syn::UseTree::Path(path) = tree else { return };
        let syn::UseTree::Rename(names) = &*path.tree else { return };
        let target = names.ident.to_string();
        self.push_text(names.rename.to_string(), Kind::Alias, |name| {
            format!("pub use super::{target} as {name};")
        });
    }

    fn foreign(&mut self, item: syn::ForeignItem) {
        match item {
            syn::ForeignItem::Fn(mut item) => {
                let since = since(&item.attrs);
                item.attrs.clear();
                let name = item.sig.ident.to_string();
                let text = item.to_token_stream().to_string();
                for argument in &mut item.sig.inputs {
                    if let syn::FnArg::Typed(argument) = argument {
                        *argument.pat = syn::parse_quote!(_);
                    }
                }
                NoNames.visit_signature_mut(&mut item.sig);
                let key = item.to_token_stream().to_string();
                self.items.push(Item {
                    name,
                    kind: Kind::Fn,
                    text,
                    key,
                    since,
                    configs: BTreeSet::new(),
                });
            }
            syn::ForeignItem::Static(item) => {
                self.statics.insert(item.ident.to_string(), item.ty.to_token_stream().to_string());
            }
            _ => {}
        }
    }

    fn push(&mut self, name: String, kind: Kind, mut item: syn::Item, since: Option<Version>) {
        let text = item.to_token_stream().to_string();
        NoNames.visit_item_mut(&mut item);
        let key = item.to_token_stream().to_string();
        self.items.push(Item { name, kind, text, key, since, configs: BTreeSet::new() });
    }

    fn push_text(&mut self, name: String, kind: Kind, text: impl Fn(&str) -> String) {
        let text = text(&name);
        let key = text.clone();
        self.items.push(Item { name, kind, text, key, since: None, configs: BTreeSet::new() });
    }

    fn kind_of(&self, name: &str) -> Option<Kind> {
        self.items.iter().find(|item| item.name == name).map(|item| item.kind)
    }

    /// The type of a constant that is known already.
    fn type_of(&self, name: &str) -> Option<String> {
        let item = self.items.iter().find(|item| item.name == name && item.kind == Kind::Const)?;
        let (_, rest) = item.text.split_once(": ")?;
        Some(rest.split_once(" = ")?.0.to_owned())
    }

    fn add_macros(&mut self, macros: Vec<Macro>) {
        let mut named = BTreeSet::new();
        for Macro { name, body, value } in macros {
            let inner = body.trim_matches(['(', ')', ' ']);
            if self.kind_of(&name).is_some() {
                continue; // `#define X X`, for an enum constant that can be asked for by #ifdef
            }
            if let Some(variable) = inner.strip_prefix("H5OPEN").map(str::trim) {
                let driver = name.starts_with("H5FD_") || name.starts_with("H5VL_");
                if let Some(ty) = self.statics.get(variable).cloned() {
                    if driver {
                        self.inline(&name, variable);
                    } else {
                        named.insert(variable.to_owned());
                        self.push_text(name, Kind::Static, |name| {
                            format!("#[link_name = \"{variable}\"] pub static mut {name}: {ty};")
                        });
                    }
                    continue;
                }
            }
            if let Some(call) = initialiser(&body) {
                self.inline(&name, &format!("{call}()"));
                continue;
            }
            if inner == "H5I_INVALID_HID" || inner == "H5I_INAVLID_HID" {
                self.inline(&name, "H5I_INVALID_HID");
                continue;
            }
            let of_other = matches!(
                self.kind_of(inner),
                Some(Kind::Fn | Kind::Type | Kind::Struct | Kind::Static | Kind::Alias)
            );
            if of_other {
                let target = inner.to_owned();
                self.push_text(name, Kind::Alias, |name| {
                    format!("pub use super::{target} as {name};")
                });
                continue;
            }
            if let Some(list) = body.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                let values: Vec<&str> =
                    list.split(',').map(str::trim).filter(|v| !v.is_empty()).collect();
                if let Some(ty) = values.first().and_then(|first| self.type_of(first)) {
                    let length = values.len();
                    let values = values.join(", ");
                    self.push_text(name, Kind::Const, |name| {
                        format!("pub const {name}: [{ty}; {length}] = [{values}];")
                    });
                }
                continue;
            }
            if let Some((ty, value)) = value {
                // Another name of an enum's constant has the type of the enum.
                let ty = self.type_of(inner).unwrap_or(ty);
                self.push_text(name, Kind::Const, |name| {
                    format!("pub const {name}: {ty} = {value};")
                });
            }
        }
        for (name, ty) in std::mem::take(&mut self.statics) {
            // H5OPEN reads these two; lock() has opened the library.
            let opened = name == "H5_libinit_g" || name == "H5_libterm_g";
            if !named.contains(&name) && !opened {
                self.push_text(name, Kind::Static, |name| format!("pub static mut {name}: {ty};"));
            }
        }
    }

    fn inline(&mut self, name: &str, expression: &str) {
        self.push_text(name.to_owned(), Kind::Inline, |_| expression.to_owned());
    }
}

/// The function in `(H5FD_core_init())` or `(H5FDperform_init(H5FD_core_init))`.
fn initialiser(body: &str) -> Option<&str> {
    let inner = body.strip_prefix('(')?.strip_suffix(')')?;
    let call = match inner.strip_prefix("H5FDperform_init(") {
        Some(function) => function.strip_suffix(')')?,
        None => inner.strip_suffix("()")?,
    };
    call.chars().all(|c| c.is_ascii_alphanumeric() || c == '_').then_some(call)
}

/// The version in the last `\since` of a comment.
fn since(attrs: &[syn::Attribute]) -> Option<Version> {
    let docs: String = attrs.iter().map(|attr| attr.to_token_stream().to_string()).collect();
    let (_, rest) = docs.rsplit_once("since ")?;
    Version::parse(
        rest.split(|c: char| !c.is_ascii_digit() && c != '.').next()?.trim_end_matches('.'),
    )
}

fn strip(attrs: &mut Vec<syn::Attribute>) {
    attrs.retain(|attr| !attr.path().is_ident("doc"));
}

/// The types that constants have: those are C's enums.
fn enum_types(file: &syn::File) -> BTreeSet<String> {
    let types = file.items.iter().filter_map(|item| match item {
        syn::Item::Const(item) => Some(item.ty.to_token_stream().to_string()),
        _ => None,
    });
    types.collect()
}

/// Names for C's unnamed structs and unions: that of the outer one, and of the field.
fn anonymous_types(file: &syn::File) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for item in &file.items {
        let (outer, fields) = match item {
            syn::Item::Struct(item) => (&item.ident, item.fields.iter().collect::<Vec<_>>()),
            syn::Item::Union(item) => (&item.ident, item.fields.named.iter().collect()),
            _ => continue,
        };
        let outer = outer.to_string();
        let outer = names.get(&outer).cloned().unwrap_or(outer);
        for field in fields {
            let ty = field.ty.to_token_stream().to_string();
            if let (true, Some(name)) = (ty.contains("__bindgen_ty_"), &field.ident) {
                let inner = ty.rsplit(' ').next().unwrap_or(&ty).to_owned();
                names.insert(inner, format!("{}_{name}_t", outer.trim_end_matches("_t")));
            }
        }
    }
    names
}

/// Shortens paths, and names what C leaves unnamed.
struct Tidy<'a> {
    renames: &'a BTreeMap<String, String>,
}

impl VisitMut for Tidy<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let names: Vec<String> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let known = matches!(names[..], ["core", "ffi", _] | ["core", "option", "Option"]);
        if path.leading_colon.is_some() && known {
            let last = path.segments.last().cloned();
            path.leading_colon = None;
            path.segments = last.into_iter().collect();
        }
    }

    fn visit_ident_mut(&mut self, ident: &mut syn::Ident) {
        let name = ident.to_string();
        if let Some(better) = self.renames.get(&name) {
            *ident = syn::Ident::new(better, ident.span());
        } else if name == "FILE" || name == "time_t" || name == "off_t" {
            *ident = syn::Ident::new(&format!("libc_{name}"), ident.span());
        }
    }

    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        visit_mut::visit_type_mut(self, ty);
        if ty.to_token_stream().to_string() == "hbool_t" {
            *ty = syn::parse_quote!(bool);
        }
    }
}

/// Drops the names of parameters of function pointers.
struct NoNames;

impl VisitMut for NoNames {
    fn visit_bare_fn_arg_mut(&mut self, argument: &mut syn::BareFnArg) {
        argument.name = None;
        visit_mut::visit_bare_fn_arg_mut(self, argument);
    }
}

/// Before 1.12, `H5Literate` is a function of its own that later versions call `H5Literate1`. It gets the
/// later name everywhere, so that a program can use one name with all versions, and keeps the older as C has it.
pub fn unify_names(interfaces: &mut [Interface]) {
    for n in 0..interfaces.len() {
        let (before, after) = interfaces.split_at_mut(n + 1);
        let release = &mut before[n];
        let names: BTreeMap<String, String> = release
            .items
            .iter()
            .filter(|item| matches!(item.kind, Kind::Fn | Kind::Type | Kind::Struct))
            .filter_map(|item| {
                let first = match item.name.strip_suffix("_t") {
                    Some(stem) => format!("{stem}1_t"),
                    None => format!("{}1", item.name),
                };
                let here = release.items.iter().any(|other| other.name == first);
                let later = after.iter().any(|release| {
                    release
                        .items
                        .iter()
                        .any(|other| other.name == first && other.kind != Kind::Alias)
                        && release
                            .items
                            .iter()
                            .any(|other| other.name == item.name && other.kind == Kind::Alias)
                });
                (!here && later).then(|| (item.name.clone(), first))
            })
            .collect();
        let mut aliases = Vec::new();
        for item in &mut release.items {
            item.text = rename(&item.text, &names);
            item.key = rename(&item.key, &names);
            if let Some(first) = names.get(&item.name) {
                let old = std::mem::replace(&mut item.name, first.clone());
                if item.kind == Kind::Fn {
                    item.text = format!("#[link_name = \"{old}\"] {}", item.text);
                    item.key = format!("#[link_name = \"{old}\"] {}", item.key);
                    item.since = None;
                }
                let text = format!("pub use super::{first} as {old};");
                aliases.push(Item {
                    name: old,
                    kind: Kind::Alias,
                    key: text.clone(),
                    text,
                    since: None,
                    configs: item.configs.clone(),
                });
            }
        }
        release.items.extend(aliases);
    }
}

fn rename(text: &str, names: &BTreeMap<String, String>) -> String {
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words
        .map(|word| {
            let name = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            match names.get(name) {
                Some(better) => format!("{better}{}", &word[name.len()..]),
                None => word.to_owned(),
            }
        })
        .collect()
}
