//! Where the corpus of files by other implementations lies.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder of the conformance corpus: `HDF5_CORPUS`, or `../shared/corpus` beside the checkout.
///
/// The corpus is no part of the repository: a test that needs it returns early on `None`.
pub fn corpus() -> Option<PathBuf> {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    choose(std::env::var_os("HDF5_CORPUS"), &checkout.join("../shared/corpus"))
}

fn choose(told: Option<OsString>, beside: &Path) -> Option<PathBuf> {
    let folder = told.filter(|t| !t.is_empty()).map_or_else(|| beside.to_owned(), PathBuf::from);
    folder.is_dir().then_some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_goes_before_the_folder_beside_the_checkout() {
        let (told, beside) = (crate::scratch(), crate::scratch());
        let found = choose(Some(told.path().into()), beside.path());
        assert_eq!(found.as_deref(), Some(told.path()));
        assert_eq!(choose(None, beside.path()).as_deref(), Some(beside.path()));
        assert_eq!(choose(Some("".into()), beside.path()).as_deref(), Some(beside.path()));
    }

    #[test]
    fn a_folder_that_does_not_exist_is_no_corpus() {
        let dir = crate::scratch();
        assert_eq!(choose(Some(dir.file("missing").into()), dir.path()), None);
        assert_eq!(choose(None, &dir.file("missing")), None);
    }
}
