//! A case: the same task for each peer.

use std::path::PathBuf;

/// Who takes part. Ours is the first, to which the others are compared.
pub(crate) const PEERS: [&str; 3] = ["hdf5", "C calls", "h5py"];

/// The files of one round.
pub(crate) struct Files {
    /// A file for all rounds and peers, which is only read.
    pub(crate) shared: PathBuf,
    /// The path of a file that does not exist yet, for this round of this peer alone.
    pub(crate) fresh: PathBuf,
}

/// What is timed: the call of this number in its round.
pub(crate) type Call = Box<dyn FnMut(usize) -> hdf5::Result<()>>;

/// How a peer does it.
pub(crate) enum Run {
    /// Here: what prepares a round, which is not timed, gives the call.
    Here(fn(&Files) -> hdf5::Result<Call>),
    /// In Python, where both see the paths `shared` and `fresh`, and the call its number as `i`.
    Python { prepare: &'static str, call: &'static str },
}

/// A task that is measured.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// What the time is for, `units` of which make up a call.
    pub(crate) unit: &'static str,
    pub(crate) units: usize,
    /// How many calls a round times.
    pub(crate) calls: usize,
    pub(crate) rounds: usize,
    /// How each of [`PEERS`] does it, if it takes part.
    pub(crate) runs: [Option<Run>; PEERS.len()],
}

impl Case {
    pub(crate) fn new(name: &'static str, calls: usize) -> Self {
        let runs = [const { None }; PEERS.len()];
        Self { name, unit: "call", units: 1, calls, rounds: 15, runs }
    }

    /// The time is told for each of the units that make up a call.
    pub(crate) fn per(self, unit: &'static str, units: usize) -> Self {
        Self { unit, units, ..self }
    }

    pub(crate) fn ours(self, prepare: fn(&Files) -> hdf5::Result<Call>) -> Self {
        self.with(0, Run::Here(prepare))
    }

    pub(crate) fn c(self, prepare: fn(&Files) -> hdf5::Result<Call>) -> Self {
        self.with(1, Run::Here(prepare))
    }

    pub(crate) fn h5py(self, prepare: &'static str, call: &'static str) -> Self {
        self.with(2, Run::Python { prepare, call })
    }

    fn with(mut self, peer: usize, run: Run) -> Self {
        self.runs[peer] = Some(run);
        self
    }
}
