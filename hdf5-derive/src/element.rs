//! What structs and enums have in common: both are single elements.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Error, Generics, Ident, Result};

/// The impls that make a type data: a scalar by itself, and lists of it lists of elements.
pub(crate) fn data_impls(ident: &Ident, generics: &Generics) -> TokenStream {
    let (params, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #params ::hdf5::ToData for #ident #arguments #bounds {
            type Elem = Self;

            fn shape(&self) -> ::hdf5::Result<::std::vec::Vec<usize>> {
                ::core::result::Result::Ok(::std::vec::Vec::new())
            }

            fn elements(&self) -> ::hdf5::Elements<'_, Self> {
                ::hdf5::Elements::Each(::std::vec![self])
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::Nested for #ident #arguments #bounds {
            type Elem = Self;

            fn common_shape(_parts: &[Self]) -> ::hdf5::Result<::std::vec::Vec<usize>> {
                ::core::result::Result::Ok(::std::vec::Vec::new())
            }

            fn bytes_of(_parts: &[Self]) -> ::core::option::Option<&[u8]> {
                ::core::option::Option::None
            }

            fn push_each<'h5elements>(
                &'h5elements self,
                elements: &mut ::std::vec::Vec<&'h5elements Self>,
            ) {
                elements.push(self);
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::FromData for #ident #arguments #bounds {
            type Elem = Self;

            fn from_data(
                shape: &[usize],
                elements: ::std::vec::Vec<Self>,
            ) -> ::hdf5::Result<Self> {
                ::hdf5::derived::only(shape, elements)
            }
        }
    }
}

/// Fails at the first field or variant whose name is there already: libhdf5 has no two members of one name.
pub(crate) fn check_distinct<'a, T: ToTokens>(
    names: impl IntoIterator<Item = (&'a str, T)>,
) -> Result<()> {
    let mut seen = HashSet::new();
    for (name, item) in names {
        if !seen.insert(name) {
            return Err(Error::new_spanned(item, format!("the name \"{name}\" is there twice")));
        }
    }
    Ok(())
}
