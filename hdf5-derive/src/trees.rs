//! Structs as trees: groups with a member for each field.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Data, DataStruct, DeriveInput, Error, Expr, Field, GenericArgument, Generics, Ident, Index,
    Member, PathArguments, Result, Token, Type, WherePredicate, parse_quote,
};

use crate::attributes::{self, FieldDefault, for_each, new_name, set_once};
use crate::element::check_distinct;
use crate::structs::{default_of, depends};

/// Which of the two traits is derived.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Save,
    Load,
}

impl Way {
    fn name(self) -> &'static str {
        match self {
            Self::Save => "SaveTree",
            Self::Load => "LoadTree",
        }
    }

    /// What a member must be.
    fn member_bound(self) -> TokenStream {
        match self {
            Self::Save => quote!(::hdf5::SaveTree),
            Self::Load => quote!(::hdf5::LoadTree),
        }
    }

    /// What an attribute or a dataset with options must be.
    fn data_bound(self) -> TokenStream {
        match self {
            Self::Save => quote!(::hdf5::ToData),
            Self::Load => quote!(::hdf5::FromData),
        }
    }
}

/// Where a field is stored.
enum Place {
    /// A member of the group, whatever it is.
    Member,
    /// A member of the group that is a dataset, created with these options: method calls of the builder.
    Dataset(Vec<TokenStream>),
    /// A group with a member for each item.
    List,
    /// An attribute of the group.
    Attribute,
    Nowhere,
}

/// A field, and where it is stored.
struct TreeField<'a> {
    member: Member,
    name: String,
    place: Place,
    default: Option<FieldDefault>,
    /// The type as it is written.
    ty: &'a Type,
    /// Whether it is an `Option`, and left out where it is `None`.
    is_optional: bool,
    /// How many boxes or references there are around what is stored.
    boxes: usize,
    /// The type of what is stored.
    stored: &'a Type,
    field: &'a Field,
}

const UNKNOWN: &str = "unknown attribute: a field of a tree can have `rename = \"name\"`, `default`, \
                       `default = value`, `skip`, `attr`, `list`, and, as a dataset, `chunk = ...`, \
                       `max_shape = ...`, `deflate = level`, `compression = \"name\"`, `shuffle` and \
                       `fletcher32`";

impl<'a> TreeField<'a> {
    fn parse((index, field): (usize, &'a Field)) -> Result<Self> {
        let (member, own_name) = match &field.ident {
            Some(ident) => (Member::Named(ident.clone()), ident.unraw().to_string()),
            None => (Member::Unnamed(Index::from(index)), index.to_string()),
        };
        let (mut name, mut default) = (None, None);
        let [mut skip, mut attr, mut list] = [None; 3];
        let mut options: Vec<(Ident, TokenStream)> = Vec::new();
        for_each(&field.attrs, |meta| {
            let Some(word) = meta.path.get_ident().cloned() else {
                return Err(meta.error(UNKNOWN));
            };
            match word.to_string().as_str() {
                "rename" => set_once(&mut name, new_name(meta)?, meta),
                "default" if meta.input.peek(Token![=]) => {
                    set_once(&mut default, FieldDefault::Value(meta.value()?.parse()?), meta)
                }
                "default" => set_once(&mut default, FieldDefault::OfType, meta),
                "skip" => set_once(&mut skip, (), meta),
                "attr" => set_once(&mut attr, (), meta),
                "list" => set_once(&mut list, (), meta),
                option => {
                    let call = match option {
                        "chunk" | "max_shape" | "deflate" | "compression" => {
                            let value: Expr = meta.value()?.parse()?;
                            quote_spanned!(word.span()=> .#word(#value))
                        }
                        "shuffle" | "fletcher32" => quote_spanned!(word.span()=> .#word()),
                        _ => return Err(meta.error(UNKNOWN)),
                    };
                    if options.iter().any(|(other, _)| *other == word) {
                        return Err(meta.error("the attribute is there twice"));
                    }
                    options.push((word, call));
                    Ok(())
                }
            }
        })?;
        let said = [
            (attr.is_some(), "attr"),
            (list.is_some(), "list"),
            (skip.is_some(), "skip"),
            (!options.is_empty(), "the options of a dataset"),
        ];
        let said: Vec<_> = said.into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
        if let [first, second, ..] = said[..] {
            let reason = format!("a field is one thing: {first} and {second} exclude each other");
            return Err(Error::new_spanned(field, reason));
        }
        if skip.is_some() && name.is_some() {
            let reason = "`rename` is of no use beside `skip`: \
                          a field that is not stored has no name in the file";
            return Err(Error::new_spanned(field, reason));
        }
        let place = match (skip, attr, list) {
            (Some(()), ..) => Place::Nowhere,
            (_, Some(()), _) => Place::Attribute,
            (_, _, Some(())) => Place::List,
            _ if options.is_empty() => Place::Member,
            _ => Place::Dataset(options.into_iter().map(|(_, call)| call).collect()),
        };
        let default = match (&place, default) {
            (Place::Nowhere, None) => Some(FieldDefault::OfType),
            (_, default) => default,
        };
        let (is_optional, ty) = match argument_of(&field.ty, "Option") {
            Some(inner) => (true, inner),
            None => (false, &field.ty),
        };
        let (boxes, stored) = unboxed(ty);
        let name = name.unwrap_or(own_name);
        let ty = &field.ty;
        Ok(Self { member, name, place, default, ty, is_optional, boxes, stored, field })
    }

    /// Refuses what the compiler or the file would refuse with less to say.
    fn check(&self, way: Way) -> Result<()> {
        let is_member = !matches!(self.place, Place::Attribute | Place::Nowhere);
        if is_member && (self.name == "." || self.name.contains('/')) {
            let reason = "the name of a member of a group is no dot, and has no slash: \
                          a struct inside the struct is a group inside the group";
            return Err(Error::new_spanned(self.field, reason));
        }
        if matches!(self.place, Place::List) && self.item().is_none() {
            let reason = "`list` is for a `Vec` of trees: each item is a member of a group";
            return Err(Error::new(self.ty.span(), reason));
        }
        if way == Way::Load && !matches!(self.place, Place::Nowhere) {
            if let Some(reference) = reference_in(self.ty) {
                let reason = "a reference cannot be loaded from a file: the field must own its \
                              value, as `String` and `Vec<T>` do, or have `#[hdf5(skip)]`";
                return Err(Error::new_spanned(reference, reason));
            }
        }
        Ok(())
    }

    /// The type of the items of a list.
    fn item(&self) -> Option<&Type> {
        match self.stored {
            Type::Array(array) => Some(&array.elem),
            Type::Slice(slice) => Some(&slice.elem),
            ty => argument_of(ty, "Vec"),
        }
    }

    /// The statement that says to a draft what the field is.
    fn save(&self, draft: &Ident) -> TokenStream {
        let (member, name, span) = (&self.member, &self.name, self.ty.span());
        let stars = |count| std::iter::repeat_n(quote!(*), count);
        let (value, of) = if self.is_optional {
            let stars = stars(self.boxes + 1);
            (quote_spanned!(span=> &#(#stars)*value), Some(quote!(&self.#member)))
        } else {
            let stars = stars(self.boxes);
            (quote_spanned!(span=> &#(#stars)*self.#member), None)
        };
        let say = match &self.place {
            Place::Nowhere => return TokenStream::new(),
            Place::Member => quote_spanned!(span=> #draft.member(#name, #value)?;),
            Place::List => quote_spanned!(span=> #draft.list(#name, #value)?;),
            Place::Attribute => quote_spanned!(span=> #draft.attr(#name, #value)?;),
            Place::Dataset(calls) => quote_spanned! {span=>
                #draft.dataset_with(#name, #value, |new| new #(#calls)*)?;
            },
        };
        match of {
            None => say,
            Some(of) => quote!(if let ::core::option::Option::Some(value) = #of { #say }),
        }
    }

    /// Its line in the expression that makes the struct of a branch.
    fn load(&self, branch: &Ident) -> TokenStream {
        let (member, name, span) = (&self.member, &self.name, self.ty.span());
        let default = self.default.as_ref().map(|default| default_of(self.ty, default));
        let (required, optional) = match self.place {
            Place::Nowhere => return quote!(#member: #default),
            Place::Member | Place::Dataset(_) => ("member", "optional"),
            Place::List => ("list", "optional_list"),
            Place::Attribute => ("attr", "optional_attr"),
        };
        let (required, optional) = (Ident::new(required, span), Ident::new(optional, span));
        let ty = match self.place {
            Place::List => self.item().unwrap_or(self.stored),
            _ => self.stored,
        };
        let boxed = |value: TokenStream| {
            (0..self.boxes).fold(value, |value, _| quote!(::std::boxed::Box::new(#value)))
        };
        let boxed_value = boxed(quote!(value));
        let found = if self.is_optional {
            quote!(::core::option::Option::Some(#boxed_value))
        } else {
            boxed_value
        };
        let missing = match (default, self.is_optional) {
            (Some(default), _) => default,
            (None, true) => quote!(::core::option::Option::None),
            (None, false) => {
                let value = boxed(quote_spanned!(span=> #branch.#required::<#ty>(#name)?));
                return quote!(#member: #value);
            }
        };
        quote_spanned! {span=>
            #member: match #branch.#optional::<#ty>(#name)? {
                ::core::option::Option::Some(value) => #found,
                ::core::option::Option::None => #missing,
            }
        }
    }

    /// What the type parameters in its type must be.
    fn bounds(&self, way: Way, owner: &Ident, generics: &Generics) -> Vec<WherePredicate> {
        let mut bounds = Vec::new();
        let needs_default = way == Way::Load && matches!(self.default, Some(FieldDefault::OfType));
        if needs_default && depends(self.ty, generics) {
            let ty = self.ty;
            bounds.push(parse_quote!(#ty: ::core::default::Default));
        }
        let (ty, bound) = match self.place {
            Place::Nowhere => return bounds,
            Place::Member => (self.stored, way.member_bound()),
            Place::List => (self.item().unwrap_or(self.stored), way.member_bound()),
            Place::Attribute | Place::Dataset(_) => (self.stored, way.data_bound()),
        };
        // That a struct in itself is a tree if it is a tree says nothing.
        if depends(ty, generics) && !names(ty.to_token_stream(), owner) {
            bounds.push(parse_quote!(#ty: #bound));
        }
        bounds
    }
}

/// What is in the brackets of a type of that name.
fn argument_of<'t>(ty: &'t Type, name: &str) -> Option<&'t Type> {
    match ty {
        Type::Paren(inner) => argument_of(&inner.elem, name),
        Type::Group(inner) => argument_of(&inner.elem, name),
        Type::Path(path) if path.qself.is_none() => {
            let last = path.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            match (last.ident == name, arguments.args.first()) {
                (true, Some(GenericArgument::Type(inner))) => Some(inner),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The type in boxes and references, and how many there are. A boxed text is data as it is.
fn unboxed(ty: &Type) -> (usize, &Type) {
    let inner = match ty {
        Type::Reference(reference) => Some(&*reference.elem),
        ty => argument_of(ty, "Box").filter(|inner| !is_text(inner)),
    };
    match inner {
        Some(inner) => {
            let (boxes, stored) = unboxed(inner);
            (boxes + 1, stored)
        }
        None => (0, ty),
    }
}

fn is_text(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("str"))
}

/// A reference that is, or is in a box or an option that is, the type.
fn reference_in(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Reference(_) => Some(ty),
        ty => argument_of(ty, "Option").or_else(|| argument_of(ty, "Box")).and_then(reference_in),
    }
}

/// Whether a type's tokens name the struct itself.
fn names(tokens: TokenStream, owner: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *owner || ident == "Self",
        TokenTree::Group(group) => names(group.stream(), owner),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

pub(crate) fn expand(input: &DeriveInput, way: Way) -> Result<TokenStream> {
    attributes::refuse_on_parameters(&input.generics)?;
    let trait_name = way.name();
    match &input.data {
        Data::Struct(data) => expand_struct(input, data, way),
        Data::Enum(data) => Err(Error::new(
            data.enum_token.span,
            format!(
                "{trait_name} cannot be derived for an enum; one without fields is data, with \
                 `#[derive(H5Type)]`"
            ),
        )),
        Data::Union(data) => Err(Error::new(
            data.union_token.span,
            format!("{trait_name} cannot be derived for a union"),
        )),
    }
}

fn expand_struct(input: &DeriveInput, data: &DataStruct, way: Way) -> Result<TokenStream> {
    for_each(&input.attrs, |meta| {
        Err(meta
            .error("unknown attribute: a struct that is a tree has none; its fields can have some"))
    })?;
    let ident = &input.ident;
    let fields = data.fields.iter().enumerate().map(TreeField::parse);
    let fields = fields.collect::<Result<Vec<_>>>()?;
    fields.iter().try_for_each(|field| field.check(way))?;
    let named = |is_attribute: bool| {
        let fields = fields.iter().filter(move |field| match field.place {
            Place::Nowhere => false,
            Place::Attribute => is_attribute,
            _ => !is_attribute,
        });
        fields.map(|field| (field.name.as_str(), field.field))
    };
    check_distinct(named(false))?;
    check_distinct(named(true))?;

    let mut generics = input.generics.clone();
    let bounds = fields.iter().flat_map(|field| field.bounds(way, ident, &input.generics));
    let bounds: Vec<_> = bounds.collect();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    let (params, arguments, bounds) = generics.split_for_impl();
    // Names that no `default = ...` can see.
    let draft = Ident::new("draft", Span::mixed_site());
    let branch = Ident::new("branch", Span::mixed_site());
    Ok(match way {
        Way::Save => {
            let members = fields.iter().map(|field| field.save(&draft));
            quote! {
                #[automatically_derived]
                impl #params ::hdf5::SaveTree for #ident #arguments #bounds {
                    fn save_tree<'h5draft>(
                        &'h5draft self,
                        #draft: &mut ::hdf5::Draft<'h5draft>,
                    ) -> ::hdf5::Result<()> {
                        #(#members)*
                        ::core::result::Result::Ok(())
                    }
                }
            }
        }
        Way::Load => {
            let values = fields.iter().map(|field| field.load(&branch));
            quote! {
                #[automatically_derived]
                impl #params ::hdf5::LoadTree for #ident #arguments #bounds {
                    fn load_tree(#branch: &::hdf5::Branch<'_>) -> ::hdf5::Result<Self> {
                        // Also of a struct without fields.
                        #branch.group()?;
                        ::core::result::Result::Ok(Self { #(#values),* })
                    }
                }
            }
        }
    })
}
