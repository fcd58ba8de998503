//! Mistakes with `derive(H5Type)`, and with files that others read, and what the compiler says about each.
//!
//! A mistake is a file in `tests/compile_errors/`, with the messages beside it. They are almost only our
//! own, in the frame that the stable compiler of CI gives them; another compiler may draw it differently.
//! After a change, `TRYBUILD=overwrite cargo test --test compile_errors` writes them anew, to be read.

#![forbid(unsafe_code)]

use std::env;
use std::process::Command;

#[test]
fn each_mistake_is_told_with_what_to_do() {
    // The mistakes are only checked, for which no C need be compiled: with that variable none is. This
    // process cannot set it for itself without unsafe code, but for a second run of itself.
    if env::var_os("DOCS_RS").is_none() {
        let program = env::current_exe().expect("this program has a path");
        let arguments = ["--exact", "each_mistake_is_told_with_what_to_do", "--nocapture"];
        let status = Command::new(program).args(arguments).env("DOCS_RS", "1").status();
        assert!(status.expect("this program runs again").success(), "see the messages above");
        return;
    }
    trybuild::TestCases::new().compile_fail("tests/compile_errors/*.rs");
}
