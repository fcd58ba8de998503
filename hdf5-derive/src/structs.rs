//! Structs: compounds of their fields.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{DataStruct, DeriveInput, Error, Field, Index, Member, Result, Type, parse_quote};

use crate::attributes::{FieldAttributes, Presence};
use crate::element::{check_distinct, data_impls, with_bounds};

/// A field, and what is stored of it.
struct StructField<'a> {
    member: Member,
    ty: &'a Type,
    name: String,
    presence: Presence,
    span: Span,
}

impl<'a> StructField<'a> {
    fn parse((index, field): (usize, &'a Field)) -> Result<Self> {
        let attributes = FieldAttributes::parse(&field.attrs)?;
        let (member, name) = match &field.ident {
            Some(ident) => (Member::Named(ident.clone()), ident.unraw().to_string()),
            None => (Member::Unnamed(Index::from(index)), index.to_string()),
        };
        if attributes.name.is_some() && attributes.presence == Presence::Skipped {
            return Err(Error::new(field.span(), "a field that is not stored has no name there"));
        }
        Ok(Self {
            member,
            ty: &field.ty,
            name: attributes.name.unwrap_or(name),
            presence: attributes.presence,
            span: field.span(),
        })
    }

    fn is_stored(&self) -> bool {
        self.presence != Presence::Skipped
    }

    /// Its line in the table of fields.
    fn entry(&self) -> TokenStream {
        let Self { ty, name, .. } = self;
        let entry = quote_spanned!(ty.span()=> ::hdf5::derived::StructField::new::<#ty>(#name));
        if self.presence == Presence::OrDefault { quote!(#entry.or_default()) } else { entry }
    }

    /// Its line in the expression that makes the struct.
    fn value(&self) -> TokenStream {
        let Self { member, ty, name, .. } = self;
        match self.presence {
            Presence::Required => quote!(#member: fields.required(#name)?),
            Presence::OrDefault => {
                let default = default_of(ty);
                quote! {
                    #member: match fields.optional(#name)? {
                        ::core::option::Option::Some(value) => value,
                        ::core::option::Option::None => #default,
                    }
                }
            }
            Presence::Skipped => {
                let default = default_of(ty);
                quote!(#member: #default)
            }
        }
    }
}

fn default_of(ty: &Type) -> TokenStream {
    quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default())
}

pub(crate) fn expand(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    let fields = data.fields.iter().enumerate().map(StructField::parse);
    let fields = fields.collect::<Result<Vec<_>>>()?;
    let stored: Vec<_> = fields.iter().filter(|field| field.is_stored()).collect();
    if stored.is_empty() {
        return Err(Error::new(
            input.ident.span(),
            "H5Type needs a field that is stored: HDF5 has no empty compound",
        ));
    }
    check_distinct(stored.iter().map(|field| (field.name.as_str(), field.span)))?;

    let ident = &input.ident;
    let mut generics = with_bounds(&input.generics);
    if generics.type_params().next().is_some() {
        // Without a type parameter the compiler checks this where the default is made.
        let defaults = fields.iter().filter(|field| field.presence != Presence::Required);
        let defaults =
            defaults.map(|StructField { ty, .. }| parse_quote!(#ty: ::core::default::Default));
        let defaults: Vec<syn::WherePredicate> = defaults.collect();
        generics.make_where_clause().predicates.extend(defaults);
    }
    let (params, arguments, bounds) = generics.split_for_impl();
    let entries = stored.iter().map(|field| field.entry());
    let puts = stored.iter().enumerate().map(
        |(index, StructField { member, .. })| quote!(element.put_field(#index, &self.#member)?;),
    );
    let values = fields.iter().map(StructField::value);
    let data_impls = data_impls(ident, &generics);
    Ok(quote! {
        #[automatically_derived]
        impl #params ::hdf5::derived::Struct for #ident #arguments #bounds {
            const FIELDS: &'static [::hdf5::derived::StructField] = &[#(#entries),*];
        }

        #[automatically_derived]
        impl #params ::hdf5::Encode for #ident #arguments #bounds {
            fn dtype() -> ::hdf5::TypeDescriptor {
                ::hdf5::derived::struct_dtype::<Self>()
            }

            fn write_form(
                stored: &::hdf5::TypeDescriptor,
            ) -> ::core::option::Option<::hdf5::TypeDescriptor> {
                ::hdf5::derived::struct_write_form::<Self>(stored)
            }

            fn write_error(stored: &::hdf5::TypeDescriptor) -> ::hdf5::ErrorKind {
                ::hdf5::derived::struct_write_error::<Self>(stored)
            }

            fn encode(&self, element: &mut ::hdf5::ElementMut<'_>) -> ::hdf5::Result<()> {
                #(#puts)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        impl #params ::hdf5::Decode for #ident #arguments #bounds {
            fn read_form(
                stored: &::hdf5::TypeDescriptor,
            ) -> ::core::option::Option<::hdf5::TypeDescriptor> {
                ::hdf5::derived::struct_read_form::<Self>(stored)
            }

            fn read_error(stored: &::hdf5::TypeDescriptor) -> ::hdf5::ErrorKind {
                ::hdf5::derived::struct_read_error::<Self>(stored)
            }

            fn decode(element: ::hdf5::Element<'_>) -> ::hdf5::Result<Self> {
                let mut fields = ::hdf5::derived::Fields::of(element)?;
                ::core::result::Result::Ok(Self { #(#values),* })
            }
        }

        #data_impls
    })
}
