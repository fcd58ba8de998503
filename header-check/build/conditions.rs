//! The value of the expression after `#if`.

use std::collections::BTreeMap;

use super::tokens::{Token, tokens};

/// A macro as its definition says.
#[derive(Clone, Debug)]
pub(crate) struct Macro {
    /// The parameters of a function-like macro.
    pub(crate) parameters: Option<Vec<String>>,
    pub(crate) body: Vec<Token>,
    /// The file and line of the definition; empty for the macros of the compiler and the configuration.
    pub(crate) place: String,
}

pub(crate) type Macros = BTreeMap<String, Macro>;

/// Whether the condition holds, given what is defined.
pub(crate) fn holds(condition: &str, macros: &Macros) -> Result<bool, String> {
    Ok(evaluate(tokens(condition)?, macros, 0)? != 0)
}

fn evaluate(tokens: Vec<Token>, macros: &Macros, depth: usize) -> Result<i128, String> {
    if depth > 32 {
        return Err("macros that refer to each other".to_owned());
    }
    let mut expression = Expression { tokens, at: 0, macros, depth };
    let value = expression.binary(0)?;
    match expression.next() {
        None => Ok(value),
        Some(token) => Err(format!("{token} is not expected in a condition")),
    }
}

struct Expression<'a> {
    tokens: Vec<Token>,
    at: usize,
    macros: &'a Macros,
    depth: usize,
}

/// How tightly a binary operator binds.
fn strength(token: &Token) -> Option<u32> {
    let Token::Sign(sign) = token else { return None };
    Some(match *sign {
        "||" => 1,
        "&&" => 2,
        "|" => 3,
        "^" => 4,
        "&" => 5,
        "==" | "!=" => 6,
        "<" | ">" | "<=" | ">=" => 7,
        "<<" | ">>" => 8,
        "+" | "-" => 9,
        "*" | "/" | "%" => 10,
        _ => return None,
    })
}

impl Expression<'_> {
    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.tokens.get(self.at).is_some_and(|token| token.is(text));
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, text: &str) -> Result<(), String> {
        if self.take(text) { Ok(()) } else { Err(format!("{text} is missing in a condition")) }
    }

    fn binary(&mut self, weakest: u32) -> Result<i128, String> {
        let mut left = self.unary()?;
        while let Some(token) = self.tokens.get(self.at).cloned() {
            let Some(strength) = strength(&token).filter(|strength| *strength > weakest) else {
                break;
            };
            self.at += 1;
            let right = self.binary(strength)?;
            left = apply(&token, left, right)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<i128, String> {
        let token = self.next().ok_or("a condition ends too early")?;
        match token {
            Token::Sign("!") => Ok(i128::from(self.unary()? == 0)),
            Token::Sign("-") => Ok(-self.unary()?),
            Token::Sign("+") => self.unary(),
            Token::Sign("(") => {
                let value = self.binary(0)?;
                self.expect(")")?;
                Ok(value)
            }
            Token::Number(text) => integer(&text).ok_or(format!("{text} is no integer")),
            Token::Word(word) if word == "defined" => self.defined(),
            Token::Word(word) => self.named(&word),
            token => Err(format!("{token} is not understood in a condition")),
        }
    }

    fn defined(&mut self) -> Result<i128, String> {
        let parenthesis = self.take("(");
        let name = self.next();
        let name = name.as_ref().and_then(Token::word).ok_or("defined needs a name")?;
        let value = i128::from(self.macros.contains_key(name));
        if parenthesis {
            self.expect(")")?;
        }
        Ok(value)
    }

    fn named(&mut self, name: &str) -> Result<i128, String> {
        // Questions to the compiler, such as __has_builtin(__builtin_expect), decide about hints to
        // its optimiser and never about what is declared: "no" will do.
        if name.starts_with("__has_") {
            self.expect("(")?;
            while !self.take(")") {
                self.next().ok_or_else(|| format!("{name} has no end"))?;
            }
            return Ok(0);
        }
        match self.macros.get(name) {
            None => Ok(0),
            Some(found) if found.parameters.is_some() => {
                Err(format!("the macro {name} with parameters is not understood in a condition"))
            }
            Some(found) => evaluate(found.body.clone(), self.macros, self.depth + 1),
        }
    }
}

fn apply(operator: &Token, left: i128, right: i128) -> Result<i128, String> {
    let Token::Sign(sign) = operator else { return Err(format!("{operator} is no operator")) };
    let checked = match *sign {
        "||" => Some(i128::from(left != 0 || right != 0)),
        "&&" => Some(i128::from(left != 0 && right != 0)),
        "|" => Some(left | right),
        "^" => Some(left ^ right),
        "&" => Some(left & right),
        "==" => Some(i128::from(left == right)),
        "!=" => Some(i128::from(left != right)),
        "<" => Some(i128::from(left < right)),
        ">" => Some(i128::from(left > right)),
        "<=" => Some(i128::from(left <= right)),
        ">=" => Some(i128::from(left >= right)),
        "<<" => u32::try_from(right).ok().and_then(|bits| left.checked_shl(bits)),
        ">>" => u32::try_from(right).ok().and_then(|bits| left.checked_shr(bits)),
        "+" => left.checked_add(right),
        "-" => left.checked_sub(right),
        "*" => left.checked_mul(right),
        "/" => left.checked_div(right),
        _ => left.checked_rem(right),
    };
    checked.ok_or_else(|| format!("{left} {sign} {right} has no value"))
}

/// The value of a C integer such as `0x1Fu` or `10L`.
pub(crate) fn integer(text: &str) -> Option<i128> {
    let digits = digits(text);
    if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        return i128::from_str_radix(hex, 16).ok();
    }
    match digits.strip_prefix('0') {
        Some(octal) if !octal.is_empty() => i128::from_str_radix(octal, 8).ok(),
        _ => digits.parse().ok(),
    }
}

/// A C number without its suffix.
pub(crate) fn digits(text: &str) -> &str {
    text.trim_end_matches(['u', 'U', 'l', 'L'])
}
