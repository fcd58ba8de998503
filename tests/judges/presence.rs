//! What happens where a judge is missing: a skip that is seen, or a failure in CI.

use std::ffi::OsStr;
use std::fmt::Display;
use std::io::Write;

/// What the environment says of missing judges.
pub(crate) struct Rules {
    ci: bool,
    without: String,
}

impl Rules {
    pub(crate) fn of_environment() -> Self {
        Self::new(std::env::var_os("CI").as_deref(), std::env::var_os("JUDGES_WITHOUT").as_deref())
    }

    fn new(ci: Option<&OsStr>, without: Option<&OsStr>) -> Self {
        Self {
            ci: ci.is_some_and(|value| !value.is_empty() && value != "false"),
            without: without.unwrap_or_default().to_string_lossy().into_owned(),
        }
    }

    /// The judge, or `None` where the test is to be skipped, which is told to `reader`: standard
    /// error itself, since the test harness keeps what eprintln! prints when the test passes.
    ///
    /// Panics where a skip counts as a failure.
    #[track_caller]
    pub(crate) fn apply<T, E: Display>(
        &self,
        judge: &str,
        found: Result<T, E>,
        mut reader: impl Write,
    ) -> Option<T> {
        let absence = match found {
            Ok(found) => return Some(found),
            Err(absence) => absence,
        };
        let expected = self.without.split(',').any(|name| name.trim() == judge);
        assert!(expected || !self.ci, "no {judge}, and under CI a skipped test fails: {absence}");
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("a test");
        let _ = writeln!(reader, "skipped {test}: no {judge} ({absence})");
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MISSING: Result<(), &str> = Err("not here");

    fn rules(ci: Option<&str>, without: Option<&str>) -> Rules {
        Rules::new(ci.map(OsStr::new), without.map(OsStr::new))
    }

    /// The judge that the rules allow, and what a reader of the tests' output sees.
    fn applied<T>(rules: &Rules, judge: &str, found: Result<T, &str>) -> (Option<T>, String) {
        let mut seen = Vec::new();
        let judge = rules.apply(judge, found, &mut seen);
        (judge, String::from_utf8(seen).unwrap())
    }

    #[test]
    fn a_judge_that_is_there_is_used() {
        let (judge, seen) = applied(&rules(Some("true"), None), "h5py", Ok(7));
        assert_eq!((judge, seen.as_str()), (Some(7), ""));
    }

    #[test]
    fn a_missing_judge_skips_the_test_on_a_desk_and_says_so() {
        for ci in [None, Some(""), Some("false")] {
            let (judge, seen) = applied(&rules(ci, None), "h5py", MISSING);
            assert_eq!(judge, None);
            assert!(seen.starts_with("skipped "), "{seen}");
            assert!(seen.ends_with(": no h5py (not here)\n"), "{seen}");
        }
    }

    #[test]
    #[should_panic(expected = "no h5py, and under CI a skipped test fails: not here")]
    fn a_missing_judge_fails_the_test_in_ci() {
        applied(&rules(Some("true"), None), "h5py", MISSING);
    }

    #[test]
    fn a_judge_that_ci_is_known_to_lack_skips_the_test() {
        let (judge, seen) = applied(&rules(Some("true"), Some("x, h5dump")), "h5dump", MISSING);
        assert_eq!(judge, None);
        assert!(seen.contains("no h5dump"), "{seen}");
    }

    #[test]
    #[should_panic(expected = "no h5py")]
    fn lacking_one_judge_does_not_excuse_another() {
        applied(&rules(Some("true"), Some("h5dump")), "h5py", MISSING);
    }
}
