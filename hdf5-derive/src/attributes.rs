//! `#[hdf5(...)]` on types, fields and variants.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, Expr, Generics, Ident, LitStr, Result, Token, parenthesized};

/// Where a field's value comes from if not from the file.
pub(crate) enum FieldDefault {
    /// `default`: from its type.
    OfType,
    /// `default = expression`.
    Value(Expr),
}

/// The attributes of a field.
#[derive(Default)]
pub(crate) struct FieldAttributes {
    pub(crate) name: Option<String>,
    pub(crate) default: Option<FieldDefault>,
    /// It is not stored.
    pub(crate) skip: bool,
}

impl FieldAttributes {
    pub(crate) fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut parsed = Self::default();
        for_each(attributes, |meta| {
            if meta.path.is_ident("rename") {
                set_once(&mut parsed.name, new_name(meta)?, meta)
            } else if meta.path.is_ident("default") {
                let default = if meta.input.peek(Token![=]) {
                    FieldDefault::Value(meta.value()?.parse()?)
                } else {
                    FieldDefault::OfType
                };
                set_once(&mut parsed.default, default, meta)
            } else if meta.path.is_ident("skip") {
                let mut skip = parsed.skip.then_some(());
                parsed.skip = true;
                set_once(&mut skip, (), meta)
            } else {
                Err(meta.error(
                    "unknown attribute: a field can have `rename = \"name\"`, `default`, \
                     `default = value` and `skip`",
                ))
            }
        })?;
        if parsed.skip && parsed.name.is_some() {
            let ours = attributes.iter().filter(|&attribute| is_ours(attribute));
            let ours: TokenStream = ours.map(ToTokens::to_token_stream).collect();
            let reason = "`rename` is of no use beside `skip`: \
                          a field that is not stored has no name in the file";
            return Err(Error::new_spanned(ours, reason));
        }
        Ok(parsed)
    }
}

/// The name that `rename` gives to a variant.
pub(crate) fn variant_name(attributes: &[Attribute]) -> Result<Option<String>> {
    let mut name = None;
    for_each(attributes, |meta| {
        if !meta.path.is_ident("rename") {
            return Err(meta.error("unknown attribute: a variant can have `rename = \"name\"`"));
        }
        set_once(&mut name, new_name(meta)?, meta)
    })?;
    Ok(name)
}

/// Where the fields of a struct lie in a new dataset.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// `repr(packed)`, or nothing: one after the other.
    Packed,
    /// `repr(C)`.
    C,
}

/// The layout that `repr` on a struct chooses.
pub(crate) fn layout(attributes: &[Attribute]) -> Result<Layout> {
    let mut layout = None;
    for_each(attributes, |meta| {
        if !meta.path.is_ident("repr") {
            return Err(meta.error(
                "unknown attribute: a struct can have `repr(C)` and `repr(packed)`; \
                 `rename`, `default` and `skip` are for its fields",
            ));
        }
        let content;
        parenthesized!(content in meta.input);
        let word: Ident = content.parse()?;
        let chosen = match word.to_string().as_str() {
            "C" => Layout::C,
            "packed" => Layout::Packed,
            _ => return Err(Error::new(word.span(), "the layout is `C` or `packed`")),
        };
        if !content.is_empty() {
            return Err(content.error("the layout is one word, `C` or `packed`"));
        }
        set_once(&mut layout, chosen, meta)
    })?;
    Ok(layout.unwrap_or(Layout::Packed))
}

/// There are no attributes for whole enums, so one is a mistake.
pub(crate) fn refuse_on_enum(attributes: &[Attribute]) -> Result<()> {
    for_each(attributes, |meta| {
        Err(meta.error(
            "unknown attribute: an enum has none in `hdf5`; its variants can have `rename = \"name\"`",
        ))
    })
}

/// There are none for parameters either.
pub(crate) fn refuse_on_parameters(generics: &Generics) -> Result<()> {
    for parameter in &generics.params {
        let attributes = match parameter {
            syn::GenericParam::Lifetime(parameter) => &parameter.attrs,
            syn::GenericParam::Type(parameter) => &parameter.attrs,
            syn::GenericParam::Const(parameter) => &parameter.attrs,
        };
        for_each(attributes, |meta| {
            Err(meta.error("unknown attribute: `hdf5` has none for parameters"))
        })?;
    }
    Ok(())
}

fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident("hdf5")
}

/// Calls `each` with everything that is said in `#[hdf5(...)]`.
pub(crate) fn for_each(
    attributes: &[Attribute],
    mut each: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    let mut ours = attributes.iter().filter(|&attribute| is_ours(attribute));
    ours.try_for_each(|attribute| attribute.parse_nested_meta(|meta| each(&meta)))
}

pub(crate) fn set_once<T>(
    place: &mut Option<T>,
    value: T,
    meta: &ParseNestedMeta<'_>,
) -> Result<()> {
    match place.replace(value) {
        None => Ok(()),
        Some(_) => Err(meta.error("the attribute is there twice")),
    }
}

pub(crate) fn new_name(meta: &ParseNestedMeta<'_>) -> Result<String> {
    let literal: LitStr = meta.value()?.parse()?;
    let name = literal.value();
    if name.is_empty() || name.contains('\0') {
        return Err(Error::new(literal.span(), "an HDF5 name is not empty and has no NUL byte"));
    }
    Ok(name)
}
