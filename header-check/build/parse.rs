//! A reader of C declarations.
//!
//! It reads what the headers of HDF5 are written in, and stops with an error at anything else: what it
//! does not understand cannot go unchecked.

use super::declarations::{Declarations, Kind, Record, Signature, Type};
use super::tokens::{Token, tokens};

/// How HDF5 marks what the library exports: `H5_DLL`, `H5_HLDLL`, `H5_DLLVAR` and their like.
pub(crate) fn is_export(word: &str) -> bool {
    word.starts_with("H5") && ["DLL", "DLLVAR", "DLLCPP"].iter().any(|end| word.ends_with(end))
}

/// Reads lines of C, each with the place where it stands.
pub(crate) fn declarations(code: &[(String, String)]) -> Result<Declarations, String> {
    let mut all = Vec::new();
    let mut places = Vec::new();
    for (place, line) in code {
        let found = tokens(line).map_err(|error| format!("{place}: {error}"))?;
        places.resize(places.len() + found.len(), place.as_str());
        all.extend(found);
    }
    let mut parser = Parser { tokens: &all, at: 0, found: Declarations::default() };
    while parser.at < all.len() {
        let start = parser.at;
        parser.declaration().map_err(|error| {
            let end = parser.at.clamp(start + 1, all.len());
            let text: Vec<_> = all[start..end].iter().map(Token::to_string).collect();
            format!("{}: {error} after: {}", places[end - 1], text.join(" "))
        })?;
    }
    Ok(parser.found)
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    found: Declarations,
}

/// What stands before the names of a declaration.
struct Specifiers {
    base: Type,
    typedef: bool,
    export: Option<String>,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn sees(&self, text: &str) -> bool {
        self.peek().is_some_and(|token| token.is(text))
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.sees(text);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, text: &str) -> Result<(), String> {
        if self.take(text) { Ok(()) } else { Err(format!("{text} is expected")) }
    }

    fn word(&mut self) -> Option<&'a str> {
        let word = self.peek()?.word()?;
        self.at += 1;
        Some(word)
    }

    /// Goes behind the bracket that closes the one just taken, and gives what is between.
    fn balanced(&mut self, open: &str, close: &str) -> Result<&'a [Token], String> {
        let start = self.at;
        let mut depth = 1;
        while let Some(token) = self.peek() {
            self.at += 1;
            if token.is(open) {
                depth += 1;
            } else if token.is(close) {
                depth -= 1;
                if depth == 0 {
                    return Ok(&self.tokens[start..self.at - 1]);
                }
            }
        }
        Err(format!("{open} is never closed"))
    }

    fn declaration(&mut self) -> Result<(), String> {
        if self.take(";") {
            return Ok(());
        }
        // Warnings of the compiler are turned off and on between declarations.
        if self.peek().and_then(Token::word).is_some_and(|word| word.starts_with("H5_GCC_DIAG_")) {
            self.at += 1;
            self.expect("(")?;
            self.balanced("(", ")")?;
            return Ok(());
        }
        let Specifiers { base, typedef, export } = self.specifiers()?;
        if self.take(";") {
            return self.type_alone(base);
        }
        loop {
            let (name, found) = self.declarator(base.clone())?;
            let name = name.ok_or("a name is expected")?;
            self.declare(name, found, typedef, export.as_deref())?;
            if self.take(";") {
                return Ok(());
            }
            self.expect(",")?;
        }
    }

    /// A declaration of a type alone, such as `enum { A, B };`.
    fn type_alone(&mut self, base: Type) -> Result<(), String> {
        match base {
            Type::Enum(constants) => self.found.loose_constants.extend(constants),
            Type::Tagged { .. } => {}
            _ => return Err("a declaration that declares nothing".to_owned()),
        }
        Ok(())
    }

    fn declare(
        &mut self,
        name: String,
        found: Type,
        typedef: bool,
        export: Option<&str>,
    ) -> Result<(), String> {
        if typedef {
            let before = self.found.typedefs.insert(name.clone(), found.clone());
            return match before {
                Some(before) if before != found => Err(format!("{name} is defined in two ways")),
                _ => Ok(()),
            };
        }
        let export =
            export.ok_or_else(|| format!("{name} is declared without a mark of export"))?;
        match found {
            Type::Function(_) if export == "H5PLUGIN_DLL" => {
                self.found.plugin_functions.insert(name);
            }
            Type::Function(signature) => {
                let before = self.found.functions.insert(name.clone(), (*signature).clone());
                if before.is_some_and(|before| before != *signature) {
                    return Err(format!("{name} is declared in two ways"));
                }
            }
            variable => {
                self.found.variables.insert(name, variable);
            }
        }
        Ok(())
    }

    fn specifiers(&mut self) -> Result<Specifiers, String> {
        let mut words: Vec<&str> = Vec::new();
        let mut base = None;
        let (mut constant, mut typedef, mut export) = (false, false, None);
        while let Some(word) = self.peek().and_then(Token::word) {
            match word {
                "const" => constant = true,
                "typedef" => typedef = true,
                "extern" | "volatile" => {}
                "signed" | "unsigned" | "short" | "long" | "int" | "char" | "void" | "float"
                | "double" | "_Bool" | "bool"
                    if base.is_none() =>
                {
                    words.push(word);
                }
                "struct" | "union" | "enum" if base.is_none() && words.is_empty() => {
                    self.at += 1;
                    base = Some(self.tagged(word)?);
                    continue;
                }
                "static" | "inline" => return Err(format!("{word} is not understood")),
                _ if is_export(word) => {
                    self.found.exports += 1;
                    export = Some(word.to_owned());
                }
                _ if base.is_none() && words.is_empty() => {
                    base = Some(Type::Named { name: word.to_owned(), constant: false });
                }
                _ => break,
            }
            self.at += 1;
        }
        let base = match base {
            Some(base) => base,
            None => Type::Named { name: built_in(&words)?.to_owned(), constant: false },
        };
        Ok(Specifiers { base: base.with_const(constant), typedef, export })
    }

    /// What follows `struct`, `union` or `enum`.
    fn tagged(&mut self, word: &str) -> Result<Type, String> {
        let kind = match word {
            "struct" => Kind::Struct,
            "union" => Kind::Union,
            _ => Kind::Enum,
        };
        let tag = self.word().map(str::to_owned);
        if self.take("{") {
            if kind == Kind::Enum {
                let constants = self.enumerators()?;
                let Some(tag) = &tag else { return Ok(Type::Enum(constants)) };
                self.found.enums.insert(tag.clone(), constants);
            } else {
                let record = Record { union: kind == Kind::Union, fields: self.fields()? };
                let Some(tag) = &tag else { return Ok(Type::Record(record)) };
                self.found.records.insert(tag.clone(), record);
            }
        }
        let tag = tag.ok_or_else(|| format!("{word} without tag and fields"))?;
        self.found.tags.insert((kind, tag.clone()));
        Ok(Type::Tagged { kind, tag, constant: false })
    }

    fn enumerators(&mut self) -> Result<Vec<String>, String> {
        let mut names = Vec::new();
        while !self.take("}") {
            names.push(self.word().ok_or("the name of a constant is expected")?.to_owned());
            // Whatever the value is, C tells it.
            while !self.sees(",") && !self.sees("}") {
                self.at += 1;
                if self.take("(") {
                    self.balanced("(", ")")?;
                }
                self.peek().ok_or("an enum has no end")?;
            }
            self.take(",");
        }
        Ok(names)
    }

    fn fields(&mut self) -> Result<Vec<(String, Type)>, String> {
        let mut fields = Vec::new();
        while !self.take("}") {
            let Specifiers { base, typedef, export } = self.specifiers()?;
            if typedef || export.is_some() {
                return Err("a field that is none".to_owned());
            }
            loop {
                let (name, found) = self.declarator(base.clone())?;
                fields.push((name.ok_or("a field without a name")?, found));
                if self.take(";") {
                    break;
                }
                self.expect(",")?;
            }
        }
        Ok(fields)
    }

    /// A name with what makes it a pointer, an array or a function of the type `base`.
    fn declarator(&mut self, mut base: Type) -> Result<(Option<String>, Type), String> {
        while self.take("*") {
            base = Type::Pointer { to: Box::new(base), constant: false };
            while let Some(word) = self.peek().and_then(Token::word) {
                match word {
                    "const" => base = base.with_const(true),
                    "volatile" | "restrict" | "__restrict" => {}
                    _ => break,
                }
                self.at += 1;
            }
        }
        if self.sees("(") && self.nested() {
            // What follows the parenthesis belongs to the type, and comes first.
            self.at += 1;
            let inner = self.at;
            self.balanced("(", ")")?;
            let outer = self.suffixes(base)?;
            let end = std::mem::replace(&mut self.at, inner);
            let result = self.declarator(outer)?;
            self.expect(")")?;
            self.at = end;
            return Ok(result);
        }
        let name = self.word().map(str::to_owned);
        Ok((name, self.suffixes(base)?))
    }

    /// Whether the parenthesis here is around a declarator, as in `(*f)(int)`, and no parameter list.
    fn nested(&self) -> bool {
        self.tokens.get(self.at + 1).is_some_and(|token| token.is("*") || token.is("("))
            || self.tokens.get(self.at + 2).is_some_and(|token| token.is(")"))
                && self.tokens.get(self.at + 3).is_some_and(|token| token.is("("))
    }

    fn suffixes(&mut self, base: Type) -> Result<Type, String> {
        if self.take("[") {
            let length = self.balanced("[", "]")?.to_vec();
            return Ok(Type::Array { of: Box::new(self.suffixes(base)?), length });
        }
        if self.take("(") {
            let (parameters, variadic) = self.parameters()?;
            let returns = self.suffixes(base)?;
            return Ok(Type::Function(Box::new(Signature { returns, parameters, variadic })));
        }
        Ok(base)
    }

    fn parameters(&mut self) -> Result<(Vec<Type>, bool), String> {
        let mut parameters = Vec::new();
        if self.take(")") {
            return Ok((parameters, false));
        }
        loop {
            if self.take("...") {
                self.expect(")")?;
                return Ok((parameters, true));
            }
            let Specifiers { base, typedef, export } = self.specifiers()?;
            if typedef || export.is_some() {
                return Err("a parameter that is none".to_owned());
            }
            parameters.push(self.declarator(base)?.1.into_parameter());
            if self.take(")") {
                let nothing = Type::Named { name: "void".to_owned(), constant: false };
                parameters.retain(|parameter| *parameter != nothing);
                return Ok((parameters, false));
            }
            self.expect(",")?;
        }
    }
}

/// The one spelling of a built-in type that C lets one write in many ways.
pub(crate) fn built_in(words: &[&str]) -> Result<&'static str, String> {
    let count = |word| words.iter().filter(|found| **found == word).count();
    let unsigned = count("unsigned") > 0;
    Ok(match (words, count("long")) {
        ([], _) => return Err("a type is expected".to_owned()),
        (["void"], _) => "void",
        (["float"], _) => "float",
        (["bool" | "_Bool"], _) => "bool",
        _ if count("double") > 0 => {
            if count("long") > 0 {
                "long double"
            } else {
                "double"
            }
        }
        _ if count("char") > 0 => match (unsigned, count("signed") > 0) {
            (true, _) => "unsigned char",
            (_, true) => "signed char",
            _ => "char",
        },
        _ if count("short") > 0 => {
            if unsigned {
                "unsigned short"
            } else {
                "short"
            }
        }
        (_, 0) => {
            if unsigned {
                "unsigned int"
            } else {
                "int"
            }
        }
        (_, 1) => {
            if unsigned {
                "unsigned long"
            } else {
                "long"
            }
        }
        _ => {
            if unsigned {
                "unsigned long long"
            } else {
                "long long"
            }
        }
    })
}
