//! Asking the preprocessor of the C compiler which macros there are, its own and those of the library's
//! configuration, and what they stand for. Nothing is run on the target.

use std::fmt::Write as _;

use super::conditions::{Macro, Macros};
use super::preprocess::CONFIGURATION;
use super::tokens::tokens;

/// The word that starts an answer.
const ANSWER: &str = "hdf5_header_check_answer";

/// A file of C whose preprocessed text has the answers.
pub(crate) fn question<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    let mut text = format!("#include \"{CONFIGURATION}\"\n");
    // HDF5's headers define what C's own have not.
    text += "#include <inttypes.h>\n#include <limits.h>\n#include <stddef.h>\n";
    for name in names {
        // The name in quotes stays; the one without is replaced by what it stands for.
        let _ = writeln!(text, "#ifdef {name}\n{ANSWER} \"{name}\" {name}\n#endif");
    }
    text
}

/// Picks the answers out of the preprocessed text.
pub(crate) fn answers(output: &str) -> Result<Macros, String> {
    let mut macros = Macros::new();
    for line in output.lines().filter_map(|line| line.trim().strip_prefix(ANSWER)) {
        let (name, body) = line
            .trim_start()
            .strip_prefix('"')
            .and_then(|rest| rest.split_once('"'))
            .ok_or_else(|| format!("the compiler answers {line}"))?;
        let found = Macro { parameters: None, body: tokens(body)?, place: String::new() };
        macros.insert(name.to_owned(), found);
    }
    Ok(macros)
}
