//! Structs: compounds of their fields.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    DataStruct, DeriveInput, Error, Field, GenericArgument, Generics, Ident, Index, Member,
    PathArguments, Result, Type, WherePredicate, parse_quote,
};

use crate::attributes::{self, FieldAttributes, FieldDefault, Layout};
use crate::element::{check_distinct, data_impls};

/// A field, and what is stored of it.
struct StructField<'a> {
    member: Member,
    ty: &'a Type,
    name: String,
    is_stored: bool,
    default: Option<FieldDefault>,
    field: &'a Field,
}

impl<'a> StructField<'a> {
    fn parse((index, field): (usize, &'a Field)) -> Result<Self> {
        let attributes = FieldAttributes::parse(&field.attrs)?;
        let (member, name) = match &field.ident {
            Some(ident) => (Member::Named(ident.clone()), ident.unraw().to_string()),
            None => (Member::Unnamed(Index::from(index)), index.to_string()),
        };
        Ok(Self {
            member,
            ty: &field.ty,
            name: attributes.name.unwrap_or(name),
            is_stored: !attributes.skip,
            default: match attributes.default {
                None if attributes.skip => Some(FieldDefault::OfType),
                default => default,
            },
            field,
        })
    }

    /// Refuses types of which the compiler would say less, or nothing before the program overflows its
    /// stack.
    fn check_type(&self, owner: &Ident) -> Result<()> {
        if !self.is_stored {
            return Ok(());
        }
        if let Type::Reference(reference) = self.ty {
            let reason = "a reference cannot be read from a file: the field must own its value, \
                          as `String` and `Vec<T>` do, or have `#[hdf5(skip)]`";
            return Err(Error::new_spanned(reference, reason));
        }
        if holds(self.ty, owner) {
            let reason = "a struct that holds itself has no HDF5 type: \
                          give the field `#[hdf5(skip)]`, or store indices";
            return Err(Error::new_spanned(self.ty, reason));
        }
        Ok(())
    }

    /// What stores it, at the one place of the code where the compiler asks whether its type can be.
    fn of_type(&self) -> TokenStream {
        let ty = self.ty;
        quote_spanned!(ty.span()=> ::hdf5::derived::field_of::<#ty>())
    }

    /// Its line in the table of fields.
    fn entry(&self) -> TokenStream {
        let (name, of_type) = (&self.name, self.of_type());
        let entry = quote!(::hdf5::derived::StructField::new(#name, &#of_type));
        if self.default.is_some() { quote!(#entry.or_default()) } else { entry }
    }

    /// The statement that puts it into an element.
    fn put(&self, index: usize) -> TokenStream {
        let (member, of_type) = (&self.member, self.of_type());
        quote!(#of_type.put(element, #index, &self.#member)?;)
    }

    /// Its line in the expression that makes the struct of `fields`.
    fn value(&self, fields: &Ident) -> TokenStream {
        let (member, name, of_type) = (&self.member, &self.name, self.of_type());
        let default = self.default.as_ref().map(|default| default_of(self.ty, default));
        match (self.is_stored, default) {
            (true, None) => quote!(#member: #of_type.required(&mut #fields, #name)?),
            (true, Some(default)) => quote! {
                #member: match #of_type.optional(&mut #fields, #name)? {
                    ::core::option::Option::Some(value) => value,
                    ::core::option::Option::None => #default,
                }
            },
            (false, default) => quote!(#member: #default),
        }
    }
}

pub(crate) fn default_of(ty: &Type, default: &FieldDefault) -> TokenStream {
    match default {
        FieldDefault::OfType => {
            quote_spanned!(ty.span()=> <#ty as ::core::default::Default>::default())
        }
        // The type is said so that the compiler blames the expression, and nothing around it.
        FieldDefault::Value(value) => quote!({
            let value: #ty = #value;
            value
        }),
    }
}

/// Whether a type has values of the struct itself in it, as far as its tokens tell.
fn holds(ty: &Type, owner: &Ident) -> bool {
    match ty {
        Type::Array(array) => holds(&array.elem, owner),
        Type::Paren(inner) => holds(&inner.elem, owner),
        Type::Group(inner) => holds(&inner.elem, owner),
        Type::Path(path) if path.qself.is_none() => {
            let Some(last) = path.path.segments.last() else { return false };
            match &last.arguments {
                PathArguments::AngleBracketed(arguments) if last.ident == "Vec" => {
                    let mut arguments = arguments.args.iter();
                    arguments.any(|argument| {
                        matches!(argument, GenericArgument::Type(ty) if holds(ty, owner))
                    })
                }
                _ => {
                    let is_alone = path.path.segments.len() == 1;
                    is_alone && (last.ident == *owner || last.ident == "Self")
                }
            }
        }
        _ => false,
    }
}

/// Whether a type depends on a type parameter.
pub(crate) fn depends(ty: &Type, generics: &Generics) -> bool {
    fn any(tokens: TokenStream, generics: &Generics) -> bool {
        let mut after_colon = false;
        tokens.into_iter().any(|token| {
            // Behind `::` it is another thing of that name.
            let is_part = std::mem::take(&mut after_colon);
            match token {
                TokenTree::Ident(ident) => {
                    !is_part && generics.type_params().any(|param| param.ident == ident)
                }
                TokenTree::Group(group) => any(group.stream(), generics),
                TokenTree::Punct(punct) => {
                    after_colon = punct.as_char() == ':';
                    false
                }
                TokenTree::Literal(_) => false,
            }
        })
    }
    any(ty.to_token_stream(), generics)
}

/// The generics with what the fields must be for the struct to be stored. Where a type does not depend on
/// a parameter the compiler checks it where it is used.
fn with_bounds(generics: &Generics, fields: &[StructField<'_>]) -> Generics {
    let mut bounded = generics.clone();
    let mut predicates = Vec::<WherePredicate>::new();
    for StructField { ty, is_stored, default, .. } in fields {
        if !depends(ty, generics) {
            continue;
        }
        if *is_stored {
            predicates.push(parse_quote!(#ty: ::hdf5::Encode + ::hdf5::Decode));
        }
        if matches!(default, Some(FieldDefault::OfType)) {
            predicates.push(parse_quote!(#ty: ::core::default::Default));
        }
    }
    if !predicates.is_empty() {
        bounded.make_where_clause().predicates.extend(predicates);
    }
    bounded
}

pub(crate) fn expand(input: &DeriveInput, data: &DataStruct) -> Result<TokenStream> {
    let ident = &input.ident;
    let dtype = match attributes::layout(&input.attrs)? {
        Layout::Packed => quote!(packed_dtype),
        Layout::C => quote!(c_dtype),
    };
    let fields = data.fields.iter().enumerate().map(StructField::parse);
    let fields = fields.collect::<Result<Vec<_>>>()?;
    let stored: Vec<_> = fields.iter().filter(|field| field.is_stored).collect();
    if stored.is_empty() {
        return Err(Error::new(
            ident.span(),
            "H5Type needs a field that is stored: HDF5 has no empty compound",
        ));
    }
    fields.iter().try_for_each(|field| field.check_type(ident))?;
    check_distinct(stored.iter().map(|field| (field.name.as_str(), field.field)))?;

    let generics = with_bounds(&input.generics, &fields);
    let (params, arguments, bounds) = generics.split_for_impl();
    let entries = stored.iter().map(|field| field.entry());
    let puts = stored.iter().enumerate().map(|(index, field)| field.put(index));
    // A name that no `default = ...` can see.
    let fields_ident = Ident::new("fields", Span::mixed_site());
    let values = fields.iter().map(|field| field.value(&fields_ident));
    let data_impls = data_impls(ident, &generics);
    // The lifetime is of no use but that the compiler asks for the bounds only where the trait is needed.
    let mut fixed = generics.clone();
    fixed.make_where_clause().predicates.extend(stored.iter().map(|field| -> WherePredicate {
        let ty = field.ty;
        parse_quote!(for<'__hdf5_fixed_size> #ty: ::hdf5::FixedSize)
    }));
    let (_, _, fixed_bounds) = fixed.split_for_impl();
    Ok(quote! {
        #[automatically_derived]
        impl #params ::hdf5::FixedSize for #ident #arguments #fixed_bounds {}

        #[automatically_derived]
        impl #params ::hdf5::derived::Struct for #ident #arguments #bounds {
            const FIELDS: &'static [::hdf5::derived::StructField] = &[#(#entries),*];
        }

        #[automatically_derived]
        impl #params ::hdf5::Encode for #ident #arguments #bounds {
            fn dtype() -> ::hdf5::TypeDescriptor {
                ::hdf5::derived::#dtype::<Self>()
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
                let mut #fields_ident = ::hdf5::derived::Fields::of(element)?;
                ::core::result::Result::Ok(Self { #(#values),* })
            }
        }

        #data_impls
    })
}
