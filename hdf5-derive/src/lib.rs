//! `#[derive(H5Type)]` for hdf5-rs, which re-exports and documents it as `hdf5::H5Type`.
//!
//! The generated code is safe Rust: it calls what `hdf5` has for it, and converts every field and
//! variant by a checked conversion.

#![forbid(unsafe_code)]

mod attributes;
mod element;
mod enums;
mod structs;

use proc_macro::TokenStream;
use syn::{Data, DeriveInput, Error, Result, parse_macro_input};

// The documentation is where people read it: at the re-export in hdf5-rs.
#[expect(missing_docs)]
#[proc_macro_derive(H5Type, attributes(hdf5))]
pub fn derive_h5type(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

fn expand(input: &DeriveInput) -> Result<proc_macro2::TokenStream> {
    attributes::refuse_on_type(&input.attrs)?;
    match &input.data {
        Data::Struct(data) => structs::expand(input, data),
        Data::Enum(data) => enums::expand(input, data),
        Data::Union(data) => Err(Error::new(
            data.union_token.span,
            "H5Type cannot be derived for a union: nothing says which of its fields is the one",
        )),
    }
}
