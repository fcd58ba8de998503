//! `#[derive(H5Type)]`, `#[derive(SaveTree)]` and `#[derive(LoadTree)]` for hdf5-rs, which re-exports and
//! documents them.
//!
//! The generated code is safe Rust: it calls what `hdf5` has for it, and converts every field and
//! variant by a checked conversion.

#![forbid(unsafe_code)]

mod attributes;
mod element;
mod enums;
mod structs;
mod trees;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, Result, parse_macro_input};
use trees::Way;

// The documentation is where people read it: at the re-export in hdf5-rs.
#[expect(missing_docs)]
#[proc_macro_derive(H5Type, attributes(hdf5))]
pub fn derive_h5type(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

#[expect(missing_docs)]
#[proc_macro_derive(SaveTree, attributes(hdf5))]
pub fn derive_save_tree(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    trees::expand(&input, Way::Save).unwrap_or_else(Error::into_compile_error).into()
}

#[expect(missing_docs)]
#[proc_macro_derive(LoadTree, attributes(hdf5))]
pub fn derive_load_tree(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    trees::expand(&input, Way::Load).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> Result<proc_macro2::TokenStream> {
    attributes::refuse_on_parameters(&input.generics)?;
    match &input.data {
        Data::Struct(data) => structs::expand(input, data),
        Data::Enum(data) => enums::expand(input, data),
        Data::Union(data) => Err(Error::new(
            data.union_token.span,
            "H5Type cannot be derived for a union: nothing says which of its fields is the one",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::expand;

    /// What the compiler says where the derive is put on this.
    fn refusal(item: &str) -> String {
        let input = syn::parse_str(item).expect("the item is Rust");
        expand(&input).map(|code| code.to_string()).expect_err("it cannot be derived").to_string()
    }

    #[test]
    fn what_cannot_be_stored_is_refused_with_the_reason() {
        for (item, reason) in [
            ("union U { a: u8, b: i8 }", "cannot be derived for a union"),
            ("struct S;", "HDF5 has no empty compound"),
            ("struct S { #[hdf5(skip)] a: u8 }", "HDF5 has no empty compound"),
            ("enum E { A }", "the integer of its `#[repr(...)]`"),
            ("#[repr(C)] enum E { A }", "the integer of its `#[repr(...)]`"),
            ("#[repr(u8)] enum E { A(u8) }", "an enum with fields cannot be stored"),
            ("#[repr(u8)] enum E {}", "an enum without variants"),
            ("struct S<'a> { a: &'a str }", "a reference cannot be read from a file"),
            ("struct S { a: u8, b: Vec<S> }", "a struct that holds itself"),
            ("struct S { a: u8, b: [Vec<Self>; 2] }", "a struct that holds itself"),
        ] {
            let message = refusal(item);
            assert!(message.contains(reason), "{item}: {message}");
        }
    }

    #[test]
    fn what_only_looks_like_a_mistake_is_derived() {
        for item in [
            "struct S<'a> { #[hdf5(skip)] a: &'a str, b: u8 }",
            "struct S { a: Id<S>, b: [u8; Self::N], c: other::S }",
            "struct S { #[hdf5(skip)] parents: Vec<S>, b: u8 }",
            "struct S { #[hdf5(skip, default = 7)] a: u8, #[hdf5(default = f(1, 2), rename = \"x\")] b: u8 }",
            "#[hdf5(repr(C))] #[repr(C)] struct S(u8);",
        ] {
            let input = syn::parse_str(item).expect("the item is Rust");
            assert!(expand(&input).is_ok(), "{item}");
        }
    }

    #[test]
    fn attributes_that_mean_nothing_are_refused() {
        for (item, reason) in [
            ("#[hdf5(packed)] struct S { a: u8 }", "can have `repr(C)` and `repr(packed)`"),
            ("#[hdf5(rename = \"x\")] struct S { a: u8 }", "are for its fields"),
            ("#[hdf5(repr(Rust))] struct S { a: u8 }", "the layout is `C` or `packed`"),
            ("#[hdf5(repr(C, packed))] struct S { a: u8 }", "the layout is one word"),
            ("#[hdf5(repr(C), repr(C))] struct S { a: u8 }", "there twice"),
            ("struct S { #[hdf5(default = 1, default)] a: u8 }", "there twice"),
            ("struct S { #[hdf5(skip)] #[hdf5(skip)] a: u8, b: u8 }", "there twice"),
            ("struct S<#[hdf5(skip)] T> { a: T }", "none for parameters"),
            ("#[repr(u8)] #[hdf5(repr(C))] enum E { A }", "an enum has none"),
            ("struct S { #[hdf5(nmae = \"x\")] a: u8 }", "a field can have `rename"),
            ("struct S { #[hdf5(rename = \"\")] a: u8 }", "not empty"),
            ("struct S { #[hdf5(rename = \"x\", skip)] a: u8, b: u8 }", "has no name in the file"),
            ("struct S { #[hdf5(rename = \"b\")] a: u8, b: u8 }", "\"b\" is there twice"),
            ("#[repr(u8)] enum E { #[hdf5(skip)] A }", "a variant can have `rename"),
        ] {
            let message = refusal(item);
            assert!(message.contains(reason), "{item}: {message}");
        }
    }
}
