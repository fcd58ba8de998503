//! h5py, in Python processes that answer one question after another.

use crate::presence::Rules;
use crate::process::{PATIENCE, Process, Running, output};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, stderr};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

const REQUIREMENTS: &str = include_str!("../python/requirements.txt");
const MAKE_VENV: &str = include_str!("../python/venv.py");
const WORKER: &str = include_str!("../python/worker.py");

/// What every script of [`H5py::without_h5py`] starts with.
const ALONE: &str = "\
import sys, textwrap
script = textwrap.dedent(sys.argv.pop(1))
args = sys.argv[1:]
exec(compile(script, '<script>', 'exec'))
";

/// h5py in a virtual environment below `target/`; made by [`h5py!`](crate::h5py!).
///
/// Code sees `h5py`, `np`, `os`, `path` (of the file) and `args` (the strings that came along),
/// and what is left open in it is closed after it. Code may be indented as the Rust around it is.
/// NumPy's scalars print as `np.int64(3)`: ask for `int(x)` or `x.tolist()` to get `3`.
#[derive(Debug, Clone, Copy)]
pub struct H5py {
    python: &'static Path,
}

impl H5py {
    /// h5py where there is Python 3; prints that the test is skipped where not.
    ///
    /// The first call on a machine makes the virtual environment, which takes some seconds.
    ///
    /// # Panics
    ///
    /// Under `CI` when there is no Python or h5py cannot be installed.
    #[track_caller]
    pub fn find() -> Option<Self> {
        static FOUND: OnceLock<Result<PathBuf, String>> = OnceLock::new();
        let found = FOUND.get_or_init(|| look(&["python3", "python"])).as_deref();
        Rules::of_environment().apply("h5py", found, stderr()).map(|python| Self { python })
    }

    /// A file to be opened by `h5py.File(path, 'r')`, as `f`, for each question on it.
    pub fn file(self, path: impl AsRef<Path>) -> Judged {
        Judged { h5py: self, path: absolute(path.as_ref()), opening: "'r'".to_owned() }
    }

    /// Makes a file with statements on `f`: `h5py.create(&path, "f['x'] = [1, 2]")`.
    ///
    /// # Panics
    ///
    /// When the file cannot be created or a statement raises.
    #[track_caller]
    pub fn create(self, path: impl AsRef<Path>, statements: &str) {
        self.file(path).opened("'w'").run(statements);
    }

    /// Changes a file with statements on `f`, opened with `'r+'`.
    ///
    /// # Panics
    ///
    /// When the file cannot be opened or a statement raises.
    #[track_caller]
    pub fn edit(self, path: impl AsRef<Path>, statements: &str) {
        self.file(path).opened("'r+'").run(statements);
    }

    /// Runs statements that see no `f`, only `args`; what they print.
    ///
    /// # Panics
    ///
    /// When a statement raises.
    #[track_caller]
    pub fn script(self, statements: &str, args: &[&Path]) -> String {
        self.ask("run", statements, None, args).expect_text(statements, None)
    }

    /// The `repr` of an expression that needs no file.
    ///
    /// # Panics
    ///
    /// When it raises.
    #[track_caller]
    pub fn eval(self, expression: &str) -> String {
        self.ask("eval", expression, None, &[]).expect_text(expression, None)
    }

    /// Starts a Python process of its own that runs beside the test.
    ///
    /// The script has `h5py`, `np`, `args`, `say(line)` and `hear()`; the test has
    /// [`Process::hear`] and [`Process::say`].
    ///
    /// ```no_run
    /// # let h5py = judges::h5py!();
    /// # let path = std::path::PathBuf::new();
    /// let script = "
    ///     f = h5py.File(args[0], 'r+')
    ///     say('open')
    ///     hear()
    ///     f.close()
    /// ";
    /// let mut writer = h5py.spawn(script, &[&path]);
    /// writer.wait_for("open");
    /// // ... the file is locked here ...
    /// writer.say("close");
    /// writer.finish();
    /// ```
    ///
    /// # Panics
    ///
    /// When the process cannot be started.
    #[track_caller]
    pub fn spawn(self, script: &str, args: &[&Path]) -> Process {
        Process::start(self.python, script, args)
    }

    /// What a script prints in a new Python process, which has imported nothing but `sys`: for netCDF4,
    /// which brings a libhdf5 of its own, that does not go together with h5py's in one process.
    ///
    /// The script has `args`.
    ///
    /// # Panics
    ///
    /// When the process cannot be started, or fails, with its traceback.
    #[track_caller]
    pub fn without_h5py(self, script: &str, args: &[&Path]) -> String {
        let mut command = Command::new(self.python);
        let ran = output(command.args(["-c", ALONE, script]).args(args));
        let ran = ran.unwrap_or_else(|error| panic!("{}: {error}", self.python.display()));
        let complaints = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "Python ended with {}\n{complaints}", ran.status);
        String::from_utf8_lossy(&ran.stdout).into_owned()
    }

    #[track_caller]
    fn ask(self, verb: &str, code: &str, file: Option<&Judged>, args: &[&Path]) -> Answer {
        let mut fields = vec![verb.as_bytes(), code.as_bytes()];
        match file {
            Some(file) => {
                fields.extend([file.path.as_os_str().as_encoded_bytes(), file.opening.as_bytes()]);
            }
            None => fields.extend([b"".as_slice(), b""]),
        }
        fields.extend(args.iter().map(|arg| arg.as_os_str().as_encoded_bytes()));
        // A worker that dies of a question is not asked another.
        let mut worker = Worker::idle_or_new(self.python);
        let answer = worker.ask(&fields, PATIENCE);
        let answer = answer.unwrap_or_else(|why| panic!("{}", about(code, file, &why)));
        worker.now_idle();
        answer
    }
}

/// A file under judgement; made by [`H5py::file`]. Each question opens the file anew.
#[derive(Debug, Clone)]
pub struct Judged {
    h5py: H5py,
    path: PathBuf,
    opening: String,
}

impl Judged {
    /// The same file, opened with other Python arguments: `.opened("'r', swmr=True")`.
    pub fn opened(mut self, arguments: &str) -> Self {
        arguments.clone_into(&mut self.opening);
        self
    }

    /// The `repr` of an expression on `f`.
    ///
    /// # Panics
    ///
    /// When the file cannot be opened or the expression raises.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> String {
        self.ask("eval", expression).expect_text(expression, Some(self))
    }

    /// Asserts the `repr` of an expression on `f`.
    ///
    /// # Panics
    ///
    /// When it differs, the file cannot be opened or the expression raises.
    #[track_caller]
    pub fn expect(&self, expression: &str, repr: &str) -> &Self {
        let value = self.eval(expression);
        assert!(
            value == repr,
            "{}",
            about(expression, Some(self), &format!("     is {value}\nand not {repr}")),
        );
        self
    }

    /// Asserts that an expression on `f` is true; tells its parts' values where it is not.
    ///
    /// # Panics
    ///
    /// When it is false, the file cannot be opened or the expression raises.
    #[track_caller]
    pub fn assert(&self, expression: &str) -> &Self {
        self.ask("check", expression).expect_text(expression, Some(self));
        self
    }

    /// Runs statements on `f`; what they print. A statement may `assert`.
    ///
    /// # Panics
    ///
    /// When the file cannot be opened or a statement raises.
    #[track_caller]
    pub fn run(&self, statements: &str) -> String {
        self.ask("run", statements).expect_text(statements, Some(self))
    }

    /// The class of the exception that opening the file or the expression raises: `"KeyError"`.
    ///
    /// # Panics
    ///
    /// When nothing is raised.
    #[track_caller]
    pub fn error_of(&self, expression: &str) -> String {
        match self.ask("eval", expression) {
            Answer::Raised { class, .. } => class,
            Answer::Text(value) | Answer::False(value) => {
                panic!("{}", about(expression, Some(self), &format!("raises nothing: {value}")))
            }
        }
    }

    #[track_caller]
    fn ask(&self, verb: &str, code: &str) -> Answer {
        self.h5py.ask(verb, code, Some(self), &[])
    }
}

enum Answer {
    Text(String),
    False(String),
    Raised { class: String, traceback: String },
}

impl Answer {
    #[track_caller]
    fn expect_text(self, code: &str, file: Option<&Judged>) -> String {
        match self {
            Self::Text(text) => text,
            Self::False(parts) => panic!("{}", about(code, file, &parts)),
            Self::Raised { traceback, .. } => panic!("{}", about(code, file, &traceback)),
        }
    }
}

fn about(code: &str, file: Option<&Judged>, what: &str) -> String {
    let code = code.trim();
    let named = if code.contains('\n') { "a script" } else { code };
    match file {
        Some(Judged { path, opening, .. }) => {
            format!("h5py: {named}\n  in h5py.File({path:?}, {opening})\n{what}")
        }
        None => format!("h5py: {named}\n{what}"),
    }
}

/// A running `worker.py`.
struct Worker(Running<Vec<Vec<u8>>>);

/// The workers that wait for a question. They end when the test's process does: their standard
/// input closes.
static IDLE: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

impl Worker {
    #[track_caller]
    fn idle_or_new(python: &Path) -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.unwrap_or_else(|| {
            let started = Running::start(Command::new(python).args(["-c", WORKER]), answer_from);
            Self(started.unwrap_or_else(|error| panic!("{}: {error}", python.display())))
        })
    }

    fn now_idle(self) {
        IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(self);
    }

    fn ask(&mut self, fields: &[&[u8]], patience: Duration) -> Result<Answer, String> {
        let counts: Vec<_> = fields.iter().map(|field| field.len().to_string()).collect();
        let request = [counts.join(" ").as_bytes(), b"\n", &fields.concat()].concat();
        self.0.send(&request)?;
        let answer = self.0.receive(patience)?;
        let mut fields = answer.iter().map(|field| String::from_utf8_lossy(field).into_owned());
        match (fields.next().as_deref(), fields.next(), fields.next()) {
            (Some("ok"), Some(text), None) => Ok(Answer::Text(text)),
            (Some("false"), Some(text), None) => Ok(Answer::False(text)),
            (Some("error"), Some(traceback), Some(class)) => {
                Ok(Answer::Raised { class, traceback })
            }
            _ => Err(format!("worker.py answered {answer:?}")),
        }
    }
}

/// One answer from a worker's output: a line of byte counts, then the fields.
fn answer_from(output: &mut dyn BufRead) -> Option<Vec<Vec<u8>>> {
    let mut counts = String::new();
    output.read_line(&mut counts).ok().filter(|&read| read > 0)?;
    counts
        .split_ascii_whitespace()
        .map(|count| {
            let mut field = vec![0; count.parse().ok()?];
            output.read_exact(&mut field).ok()?;
            Some(field)
        })
        .collect()
}

/// The Python of the finished virtual environment, which the first caller makes.
fn look(interpreters: &[&str]) -> Result<PathBuf, String> {
    const VERSION: &str = "import sys; assert sys.version_info >= (3,); print(sys.version)";
    let (system, version) = interpreters
        .iter()
        .find_map(|name| {
            let output = output(Command::new(name).args(["-c", VERSION])).ok()?;
            output.status.success().then_some((name, output.stdout))
        })
        .ok_or("no Python 3 on the PATH")?;

    let mut key = DefaultHasher::new();
    (REQUIREMENTS, version).hash(&mut key);
    let folder = target_dir().join(format!("judges-venv-{:016x}", key.finish()));
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !folder.join("finished").exists() {
        let requirements = tempfile::NamedTempFile::new()
            .map_err(|error| format!("no temporary file: {error}"))?;
        std::fs::write(&requirements, REQUIREMENTS)
            .map_err(|error| format!("{}: {error}", requirements.path().display()))?;
        let mut make = Command::new(system);
        make.args(["-c", MAKE_VENV]).args([folder.as_path(), requirements.path()]);
        let made = output(&mut make).map_err(|error| format!("{system}: {error}"))?;
        if !made.status.success() {
            let complaints = String::from_utf8_lossy(&made.stderr);
            return Err(format!("no virtual environment: {}", complaints.trim_end()));
        }
    }
    Ok(python)
}

/// Cargo's target folder: the one that the running test was built into, where that can be told.
fn target_dir() -> PathBuf {
    let exe = std::env::current_exe().unwrap_or_default();
    let built = exe.ancestors().skip(1).find(|folder| folder.join("CACHEDIR.TAG").exists());
    let told = || std::env::var_os("CARGO_TARGET_DIR").map(|folder| absolute(Path::new(&folder)));
    built
        .map(Path::to_owned)
        .or_else(told)
        .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"))
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::panic::{AssertUnwindSafe, catch_unwind};

    /// What a failing question panics with.
    fn failure(question: impl FnOnce()) -> String {
        let panic = catch_unwind(AssertUnwindSafe(question)).expect_err("it does not fail");
        *panic.downcast::<String>().expect("a message with values in it")
    }

    #[test]
    fn a_missing_python_is_told() {
        assert_eq!(look(&["no-such-python"]).unwrap_err(), "no Python 3 on the PATH");
    }

    #[test]
    fn the_target_folder_is_the_one_the_test_was_built_into() {
        assert!(std::env::current_exe().unwrap().starts_with(target_dir()));
    }

    #[test]
    fn a_file_is_created_changed_and_judged() {
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("a file.h5");
        h5py.create(&path, "f['a'] = np.arange(12).reshape(3, 4)");
        h5py.edit(
            &path,
            "
            f['a'].attrs['units'] = 'K'
            for n in range(2):
                f.create_group(f'g{n}')
            ",
        );
        h5py.file(&path)
            .assert("f['a'].shape == (3, 4)")
            .assert("np.array_equal(f['a'][1], [4, 5, 6, 7])")
            .expect("f['a'][0].tolist()", "[0, 1, 2, 3]")
            .expect("sorted(f)", "['a', 'g0', 'g1']");
        assert_eq!(h5py.file(&path).run("print(f['a'].attrs['units'])"), "K\n");
        assert_eq!(h5py.file(&path).opened("'r', libver='latest'").eval("f.libver[0]"), "'v200'");
    }

    #[test]
    fn a_false_expression_fails_the_test_with_its_parts() {
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("a.h5");
        h5py.create(&path, "f['a'] = np.zeros((2, 3))");
        let told = failure(|| {
            h5py.file(&path).assert("f['a'].shape == (3, 4)");
        });
        assert!(told.contains("f['a'].shape == (3, 4)\n  is False"), "{told}");
        assert!(told.contains("f['a'].shape = (2, 3)"), "{told}");
        assert!(told.contains("a.h5"), "{told}");
        let told = failure(|| {
            h5py.file(&path).expect("f['a'].shape", "(3, 4)");
        });
        assert!(told.contains("is (2, 3)\nand not (3, 4)"), "{told}");
    }

    #[test]
    fn an_error_shows_the_traceback() {
        let h5py = crate::h5py!();
        let told = failure(|| {
            h5py.script("x = 1\n\nx += len(None)\n", &[]);
        });
        let want = "File \"<script>\", line 3, in <module>\n    x += len(None)";
        assert!(told.contains(want) && told.contains("TypeError"), "{told}");
        assert!(!told.contains("in perform"), "{told}");
        let told = failure(|| {
            h5py.eval("1 +");
        });
        assert!(told.contains("SyntaxError"), "{told}");
    }

    #[test]
    fn an_expected_error_is_named_and_a_missing_one_fails() {
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("a.h5");
        assert_eq!(h5py.file(&path).error_of("f"), "FileNotFoundError");
        h5py.create(&path, "");
        assert_eq!(h5py.file(&path).error_of("f['b']"), "KeyError");
        let told = failure(|| {
            h5py.file(&path).error_of("list(f)");
        });
        assert!(told.contains("raises nothing: []"), "{told}");
    }

    #[test]
    fn what_a_script_leaves_open_is_closed_after_it() {
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("left open.h5");
        h5py.script("import builtins; builtins.kept = h5py.File(args[0], 'w')", &[&path]);
        h5py.edit(&path, "f['a'] = 1");
        h5py.file(&path).expect("list(f)", "['a']");
    }

    #[test]
    fn a_python_that_crashes_fails_only_the_test_that_crashed_it() {
        let h5py = crate::h5py!();
        let told = failure(|| {
            h5py.script("import faulthandler; faulthandler._sigsegv()", &[]);
        });
        assert!(told.contains("it ended with"), "{told}");
        assert_eq!(h5py.eval("1 + 1"), "2");
    }

    #[test]
    fn an_endless_answer_is_given_up() {
        let h5py = crate::h5py!();
        let mut worker = Worker::idle_or_new(h5py.python);
        let ask = worker.ask(&[b"run", b"while True: pass", b"", b""], Duration::from_millis(200));
        assert!(ask.is_err_and(|why| why.contains("no answer within 0 s; killed")));
    }

    #[test]
    fn a_process_beside_the_test_holds_a_lock_until_told() {
        let h5py = crate::h5py!();
        let dir = crate::scratch();
        let path = dir.file("locked.h5");
        let script = "
            with h5py.File(args[0], 'w', locking=True) as f:
                f['a'] = 1
                say('open')
                assert hear() == 'close'
            say('closed')
        ";
        let mut writer = h5py.spawn(script, &[&path]);
        writer.wait_for("open");
        let refused = h5py.file(&path).error_of("f");
        assert!(refused == "BlockingIOError" || cfg!(windows), "{refused}");
        writer.say("close");
        writer.wait_for("closed");
        assert!(writer.finish().is_empty());
        h5py.file(&path).expect("int(f['a'][()])", "1");
    }

    #[test]
    fn a_process_that_fails_fails_the_test_and_a_killed_one_does_not() {
        let h5py = crate::h5py!();
        let mut failing = h5py.spawn("say('so far'); 1 / 0", &[]);
        failing.wait_for("so far");
        let told = failure(|| {
            failing.hear();
        });
        assert!(told.contains("ZeroDivisionError"), "{told}");
        let mut killed = h5py.spawn("say('up'); hear()", &[]);
        killed.wait_for("up");
        killed.kill();
    }
}
