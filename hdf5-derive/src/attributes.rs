//! `#[hdf5(...)]` on fields and variants.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, LitStr, Result};

/// What becomes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It is stored, and the file must have it.
    Required,
    /// `default`: it is stored, and has its default where the file lacks it.
    OrDefault,
    /// `skip`: it is not stored, and always has its default.
    Skipped,
}

/// The attributes of a field.
pub(crate) struct FieldAttributes {
    pub(crate) name: Option<String>,
    pub(crate) presence: Presence,
}

impl FieldAttributes {
    pub(crate) fn parse(attributes: &[Attribute]) -> Result<Self> {
        let mut parsed = Self { name: None, presence: Presence::Required };
        for_each(attributes, |meta| {
            if meta.path.is_ident("rename") {
                parsed.name = Some(new_name(meta)?);
            } else if meta.path.is_ident("default") {
                parsed.presence = Presence::OrDefault;
            } else if meta.path.is_ident("skip") {
                parsed.presence = Presence::Skipped;
            } else {
                let known = "a field can have `rename = \"name\"`, `default` or `skip`";
                return Err(meta.error(format!("unknown attribute: {known}")));
            }
            Ok(())
        })?;
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
        name = Some(new_name(meta)?);
        Ok(())
    })?;
    Ok(name)
}

/// There are no attributes for whole types, so one is a mistake.
pub(crate) fn refuse_on_type(attributes: &[Attribute]) -> Result<()> {
    for_each(attributes, |meta| {
        Err(meta.error("unknown attribute: `hdf5` has attributes for fields and variants only"))
    })
}

fn for_each(
    attributes: &[Attribute],
    mut each: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    let ours = attributes.iter().filter(|attribute| attribute.path().is_ident("hdf5"));
    ours.into_iter().try_for_each(|attribute| attribute.parse_nested_meta(|meta| each(&meta)))
}

fn new_name(meta: &ParseNestedMeta<'_>) -> Result<String> {
    let literal: LitStr = meta.value()?.parse()?;
    let name = literal.value();
    if name.is_empty() || name.contains('\0') {
        return Err(Error::new(literal.span(), "an HDF5 name is not empty and has no NUL byte"));
    }
    Ok(name)
}
