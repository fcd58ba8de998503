//! A Python process that runs beside the test: the other side of a lock, or of a crash.

use std::io::{BufRead, BufReader, Read, Seek, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a judge may take over one answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// What every script of [`Process`] starts with.
const PRELUDE: &str = "\
import os, sys, textwrap
import h5py
import numpy as np

def say(line):
    print(line, flush=True)

def hear():
    line = sys.stdin.readline()
    if not line:
        sys.exit('the test said no more')
    return line.rstrip('\\n')

script = textwrap.dedent(sys.argv.pop(1))
args = sys.argv[1:]
exec(compile(script, '<script>', 'exec'))
";

/// A child process whose standard output is read by a thread of its own, so that waiting for it
/// can have an end, and whose standard error goes to a file that is shown when it fails.
#[derive(Debug)]
pub(crate) struct Running<T> {
    child: Child,
    stdin: Option<ChildStdin>,
    output: Receiver<T>,
    complaints: std::fs::File,
}

/// Starts a program while no other test opens a file.
///
/// A libhdf5 that is not vendored opens files so that programs inherit them, until hdf5-rs has marked the
/// descriptor. A program that is started in between would keep the file, and its lock, open; and any
/// program keeps it from its fork to its start, while the file may be closed and opened again here.
///
/// # Errors
///
/// Fails if the program cannot be started.
pub fn spawn(command: &mut Command) -> std::io::Result<Child> {
    let _lock = hdf5_ffi::lock();
    let child = command.spawn()?;
    // The kernel says that the program has started a moment before it closes what the program does not inherit.
    thread::sleep(Duration::from_millis(5));
    Ok(child)
}

/// What a program prints that is given nothing to read, and that is started while no other test opens a
/// file: between its fork and its start it holds the locks of all that are open.
///
/// # Errors
///
/// Fails if the program cannot be started.
pub fn output(command: &mut Command) -> std::io::Result<Output> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    spawn(command).and_then(Child::wait_with_output)
}

impl<T: Send + 'static> Running<T> {
    /// Starts the command; `next` takes one piece from its output, `None` at the end.
    pub(crate) fn start(
        command: &mut Command,
        next: impl Fn(&mut dyn BufRead) -> Option<T> + Send + 'static,
    ) -> std::io::Result<Self> {
        let complaints = tempfile::tempfile()?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(complaints.try_clone()?);
        let mut child = spawn(command)?;
        let (sender, output) = channel();
        let mut stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        thread::spawn(move || {
            while let Some(piece) = next(&mut stdout) {
                if sender.send(piece).is_err() {
                    break;
                }
            }
        });
        Ok(Self { stdin: child.stdin.take(), child, output, complaints })
    }

    /// Writes to the child; says why it ended if it did.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> Result<(), String> {
        let stdin = self.stdin.as_mut().expect("it is closed only to end the child");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).map_err(|_| self.end())
    }

    /// The next piece of output; says why there is none.
    pub(crate) fn receive(&mut self, patience: Duration) -> Result<T, String> {
        self.output.recv_timeout(patience).map_err(|error| match error {
            RecvTimeoutError::Disconnected => self.end(),
            RecvTimeoutError::Timeout => {
                let seconds = patience.as_secs();
                format!("no answer within {seconds} s; killed\n{}", self.kill())
            }
        })
    }

    /// Closes the child's standard input and waits for its end.
    pub(crate) fn finish(&mut self, patience: Duration) -> Result<ExitStatus, String> {
        drop(self.stdin.take());
        let start = Instant::now();
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) if start.elapsed() < patience => thread::sleep(Duration::from_millis(2)),
                Ok(None) => return Err(format!("it does not end; killed\n{}", self.kill())),
                Err(error) => return Err(error.to_string()),
            }
        }
    }

    /// Ends the child at once, as a crash would; what it had complained of.
    pub(crate) fn kill(&mut self) -> String {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.complaints()
    }

    /// What the child wrote to its standard error. It must have ended: they share one offset.
    pub(crate) fn complaints(&mut self) -> String {
        let mut bytes = Vec::new();
        let _ = self.complaints.rewind();
        let _ = self.complaints.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).trim_end().to_owned()
    }

    fn end(&mut self) -> String {
        match self.finish(Duration::from_secs(10)) {
            Ok(status) => format!("it ended with {status}\n{}", self.complaints()),
            Err(error) => error,
        }
    }
}

impl<T> Drop for Running<T> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The command that runs the test that calls this once more, alone in a process of its own: to be told by its
/// environment that it is the other one, and started by [`Process::again`].
///
/// # Panics
///
/// When the thread is not that of a test.
pub fn again() -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the system knows"));
    let thread = thread::current();
    let test = thread.name().expect("a test has a name");
    // With one thread the name of the test would be before its first line.
    command.args(["--exact", "--nocapture", "--test-threads=2", test]);
    command
}

/// Says a line to the test that started this one by [`Process::again`].
pub fn say(line: impl std::fmt::Display) {
    println!("{SAYS}{line}");
}

/// What the lines of a test begin with that are not those of its harness.
const SAYS: &str = "says: ";

/// A process of its own that the test talks to line by line: Python by [`H5py::spawn`](crate::H5py::spawn), or
/// the test itself once more by [`Process::again`]. Killed when dropped.
#[derive(Debug)]
pub struct Process(Running<String>);

impl Process {
    /// Starts a test once more; see [`again`]. What it says by [`say`] is heard.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    #[track_caller]
    pub fn again(command: &mut Command) -> Self {
        let next = |output: &mut dyn BufRead| loop {
            let mut line = String::new();
            if output.read_line(&mut line).unwrap_or(0) == 0 {
                return None;
            }
            if let Some(said) = line.strip_prefix(SAYS) {
                return Some(said.trim_end_matches(['\n', '\r']).to_owned());
            }
        };
        Self(Running::start(command, next).unwrap_or_else(|error| panic!("{command:?}: {error}")))
    }

    #[track_caller]
    pub(crate) fn start(python: &Path, script: &str, args: &[&Path]) -> Self {
        let mut command = Command::new(python);
        command.args(["-u", "-X", "faulthandler", "-c", PRELUDE, script]).args(args);
        let next = |output: &mut dyn BufRead| {
            let mut line = String::new();
            let read = output.read_line(&mut line).unwrap_or(0);
            (read > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned())
        };
        match Running::start(&mut command, next) {
            Ok(running) => Self(running),
            Err(error) => panic!("{}: {error}", python.display()),
        }
    }

    /// The operating system's number of the process.
    pub fn id(&self) -> u32 {
        self.0.child.id()
    }

    /// The next line that the script prints with `say(...)`.
    ///
    /// # Panics
    ///
    /// When the script ends first, with its traceback, or says nothing for two minutes.
    #[track_caller]
    pub fn hear(&mut self) -> String {
        self.0.receive(PATIENCE).unwrap_or_else(|why| panic!("waiting for the process: {why}"))
    }

    /// Waits until the script says this line.
    ///
    /// # Panics
    ///
    /// When the script says another line, or ends first.
    #[track_caller]
    pub fn wait_for(&mut self, line: &str) {
        let said = self.hear();
        assert_eq!(said, line, "what the process said");
    }

    /// Says a line to the script, which gets it from `hear()`.
    ///
    /// # Panics
    ///
    /// When the script has ended.
    #[track_caller]
    pub fn say(&mut self, line: &str) {
        let sent = self.0.send(format!("{line}\n").as_bytes());
        sent.unwrap_or_else(|why| panic!("talking to the process: {why}"));
    }

    /// Waits for the script's end; the lines it said that were not heard.
    ///
    /// # Panics
    ///
    /// When the script fails, with its traceback, or does not end within two minutes.
    #[track_caller]
    pub fn finish(mut self) -> Vec<String> {
        match self.0.finish(PATIENCE) {
            Ok(status) if status.success() => self.0.output.iter().collect(),
            Ok(status) => panic!("the process ended with {status}\n{}", self.0.complaints()),
            Err(why) => panic!("waiting for the end: {why}"),
        }
    }

    /// Kills the process at once: nothing in it gets a chance to close or flush.
    pub fn kill(mut self) {
        self.0.kill();
    }
}
