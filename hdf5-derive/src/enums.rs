//! Enums without fields: enumerations over the integer of their `repr`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{Attribute, DataEnum, DeriveInput, Error, Ident, Meta, Result, Token, Variant};

use crate::attributes;
use crate::element::{check_distinct, data_impls};

/// The integers that an enum can be stored as: name, bytes, and whether it has a sign.
const REPRS: [(&str, usize, bool); 8] = [
    ("i8", 1, true),
    ("i16", 2, true),
    ("i32", 4, true),
    ("i64", 8, true),
    ("u8", 1, false),
    ("u16", 2, false),
    ("u32", 4, false),
    ("u64", 8, false),
];

/// The integer that `#[repr]` chooses, as in [`REPRS`].
struct Repr {
    ident: Ident,
    size: usize,
    signed: bool,
}

impl Repr {
    fn find(attributes: &[Attribute]) -> Result<Option<Self>> {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("repr")) {
            let words =
                attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
            for ident in words.iter().filter_map(|word| word.path().get_ident()) {
                let found = REPRS.into_iter().find(|(name, ..)| ident == name);
                if let Some((_, size, signed)) = found {
                    return Ok(Some(Self { ident: ident.clone(), size, signed }));
                }
            }
        }
        Ok(None)
    }
}

fn check_without_fields(variant: &Variant) -> Result<()> {
    if variant.fields.is_empty() {
        return Ok(());
    }
    let reason = "an enum with fields cannot be stored: an HDF5 enumeration has values only";
    Err(Error::new_spanned(variant, reason))
}

pub(crate) fn expand(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let ident = &input.ident;
    attributes::refuse_on_enum(&input.attrs)?;
    if data.variants.is_empty() {
        return Err(Error::new(ident.span(), "an enum without variants has no value to store"));
    }
    data.variants.iter().try_for_each(check_without_fields)?;
    let Some(Repr { ident: integer, size, signed }) = Repr::find(&input.attrs)? else {
        return Err(Error::new(
            ident.span(),
            "an enum is stored as the integer of its `#[repr(...)]`, \
             which must be one of i8, i16, i32, i64, u8, u16, u32 and u64",
        ));
    };
    let names = data.variants.iter().map(|variant| {
        let renamed = attributes::variant_name(&variant.attrs)?;
        Ok(renamed.unwrap_or_else(|| variant.ident.unraw().to_string()))
    });
    let names = names.collect::<Result<Vec<_>>>()?;
    check_distinct(names.iter().map(String::as_str).zip(&data.variants))?;

    // With braces, `Variant`, `Variant()` and `Variant {}` are all written alike.
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let byte_names = names.iter().map(|name| proc_macro2::Literal::byte_string(name.as_bytes()));
    let (params, arguments, bounds) = input.generics.split_for_impl();
    let data_impls = data_impls(ident, &input.generics);
    Ok(quote! {
        #[automatically_derived]
        impl #params ::hdf5::FixedSize for #ident #arguments #bounds {}

        #[automatically_derived]
        impl #params ::hdf5::derived::Enum for #ident #arguments #bounds {
            const BASE: ::hdf5::IntegerType = ::hdf5::IntegerType::native(#size, #signed);
            const MEMBERS: &'static [(&'static str, i128)] =
                &[#((#names, Self::#variants {} as #integer as i128)),*];
        }

        #[automatically_derived]
        impl #params ::hdf5::Encode for #ident #arguments #bounds {
            fn dtype() -> ::hdf5::TypeDescriptor {
                ::hdf5::derived::enum_dtype::<Self>()
            }

            fn write_form(
                stored: &::hdf5::TypeDescriptor,
            ) -> ::core::option::Option<::hdf5::TypeDescriptor> {
                ::hdf5::derived::enum_form::<Self>(stored)
            }

            fn encode(&self, element: &mut ::hdf5::ElementMut<'_>) -> ::hdf5::Result<()> {
                element.put_member(match self {
                    #(Self::#variants {} => #names),*
                })
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::Decode for #ident #arguments #bounds {
            fn read_form(
                stored: &::hdf5::TypeDescriptor,
            ) -> ::core::option::Option<::hdf5::TypeDescriptor> {
                ::hdf5::derived::enum_form::<Self>(stored)
            }

            fn decode(element: ::hdf5::Element<'_>) -> ::hdf5::Result<Self> {
                let name = ::hdf5::derived::member_name::<Self>(element)?;
                match name.as_bytes() {
                    #(#byte_names => ::core::result::Result::Ok(Self::#variants {}),)*
                    _ => ::core::result::Result::Err(
                        ::hdf5::derived::no_variant::<Self>(element),
                    ),
                }
            }
        }

        #data_impls
    })
}
