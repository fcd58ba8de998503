//! C's text without comments, and its tokens.

use std::fmt;

/// A token of C. White space and comments have gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// An identifier or a keyword.
    Word(String),
    /// A number with its suffix.
    Number(String),
    /// A string or a character, with its quotes.
    Quoted(String),
    Sign(&'static str),
}

/// Longer signs before those that they start with.
const SIGNS: [&str; 36] = [
    "...", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||", "##", "->", "++", "--", "(", ")", "[",
    "]", "{", "}", ",", ";", ":", "*", "=", "<", ">", "+", "-", "/", "%", "&", "|", "^", "!", "~",
    "?",
];

/// Signs of no meaning in a declaration, which macros may have.
const RARE_SIGNS: [&str; 4] = ["#", ".", "\\", "@"];

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Self::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn is(&self, text: &str) -> bool {
        match self {
            Self::Word(word) => word == text,
            Self::Sign(sign) => *sign == text,
            _ => false,
        }
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(text) | Self::Number(text) | Self::Quoted(text) => f.write_str(text),
            Self::Sign(sign) => f.write_str(sign),
        }
    }
}

/// Splits text without comments into tokens.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_ascii_alphabetic() || first == '_' {
            rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
        } else if first.is_ascii_digit() || starts_fraction(rest) {
            number_length(rest)
        } else if first == '"' || first == '\'' {
            quoted_length(rest, first).ok_or_else(|| format!("a quote without an end: {rest}"))?
        } else {
            sign_length(rest)?
        };
        let (token, after) = rest.split_at(length);
        found.push(match first {
            '"' | '\'' => Token::Quoted(token.to_owned()),
            _ if first.is_ascii_digit() || starts_fraction(rest) => Token::Number(token.to_owned()),
            _ if is_word(first) => Token::Word(token.to_owned()),
            _ => Token::Sign(sign(token).unwrap_or_default()),
        });
        rest = after.trim_start();
    }
    Ok(found)
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn starts_fraction(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A number is what the C standard calls a preprocessing number: 0x1Fu, 1.5e-3.
fn number_length(text: &str) -> usize {
    let mut before = ' ';
    let exponent = !text.starts_with("0x") && !text.starts_with("0X");
    text.find(|c: char| {
        let sign = exponent && matches!(before, 'e' | 'E') && matches!(c, '+' | '-');
        let part = is_word(c) || c == '.' || sign;
        before = c;
        !part
    })
    .unwrap_or(text.len())
}

fn quoted_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return Some(at + 1);
        }
    }
    None
}

fn sign_length(text: &str) -> Result<usize, String> {
    let found = SIGNS.iter().chain(&RARE_SIGNS).find(|sign| text.starts_with(**sign));
    found.map(|sign| sign.len()).ok_or_else(|| format!("no token of C starts: {text}"))
}

fn sign(text: &str) -> Option<&'static str> {
    SIGNS.into_iter().chain(RARE_SIGNS).find(|sign| *sign == text)
}

/// The lines of C as the preprocessor sees them, each with the number of the line where it starts:
/// without comments, and with lines that end in a backslash joined to the next.
pub(crate) fn logical_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    let mut number = 1;
    let mut start = 1;
    let mut line = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if let Some(comment) = rest.strip_prefix("/*") {
            taken = comment.find("*/").map_or(rest.len(), |end| end + 4);
            number += rest[..taken].matches('\n').count();
            line.push(' ');
        } else if rest.starts_with("//") {
            taken = rest.find('\n').unwrap_or(rest.len());
        } else if let Some(ending) = ["\\\n", "\\\r\n"].into_iter().find(|e| rest.starts_with(e)) {
            taken = ending.len();
            number += 1;
        } else if c == '\n' {
            lines.push((start, std::mem::take(&mut line)));
            number += 1;
            start = number;
        } else if c == '"' {
            // What looks like a comment in a string is none.
            let within = rest.split('\n').next().unwrap_or(rest);
            taken = quoted_length(within, c).unwrap_or(1);
            line.push_str(&rest[..taken]);
        } else {
            line.push(c);
        }
        rest = &rest[taken..];
    }
    lines.push((start, line));
    lines
}
