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
            fn elem_dtype() -> ::hdf5::Result<::hdf5::TypeDescriptor> {
                ::core::result::Result::Ok(<Self as ::hdf5::Encode>::dtype())
            }

            fn encode_for(
                &self,
                target: ::hdf5::derived::Target<'_>,
            ) -> ::hdf5::Result<::hdf5::derived::Encoded<'_>> {
                ::hdf5::derived::encode_one(self, target)
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::Nested for #ident #arguments #bounds {
            type Elem = Self;

            fn axes(stored: &::hdf5::TypeDescriptor) -> ::core::option::Option<usize> {
                ::hdf5::derived::fits::<Self>(stored).then_some(0)
            }

            fn common_shape(
                _parts: &[Self],
                _axes: usize,
            ) -> ::hdf5::Result<::std::vec::Vec<usize>> {
                ::core::result::Result::Ok(::std::vec::Vec::new())
            }

            fn encode_items<'h5bytes>(
                _axes: usize,
                shape: &[usize],
                bytes: ::core::option::Option<&'h5bytes [u8]>,
                target: ::hdf5::derived::Target<'_>,
                each: &dyn ::core::ops::Fn(
                    &mut ::hdf5::derived::Encoder,
                ) -> ::hdf5::Result<()>,
            ) -> ::hdf5::Result<::hdf5::derived::Encoded<'h5bytes>> {
                ::hdf5::derived::encode_items::<Self>(shape, bytes, target, each)
            }

            fn push(
                &self,
                _axes: usize,
                encoder: &mut ::hdf5::derived::Encoder,
            ) -> ::hdf5::Result<()> {
                ::hdf5::derived::push(self, encoder)
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::swmr::RowsOf<Self> for #ident #arguments #bounds {}

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
