//! h5py, in one process that is told of each round.

use judges::{H5py, Process};

use crate::case::Files;

/// Answers a round, which is a line of JSON, with the seconds that its calls took. As `timeit` does, it
/// keeps the garbage collector from running in between.
const ROUNDS: &str = r#"
    import functools, gc, json, time

    @functools.cache
    def measuring(prepare, call):
        lines = ['def measure(shared, fresh, calls):']
        lines += [' ' + line for line in prepare.splitlines()]
        lines += [' start = time.perf_counter()', ' for i in range(calls):']
        lines += ['  ' + line for line in call.splitlines()]
        lines += [' return time.perf_counter() - start']
        names = {'h5py': h5py, 'np': np, 'time': time}
        exec('\n'.join(lines), names)
        return names['measure']

    for line in sys.stdin:
        code, files = json.loads(line)
        gc.collect()
        gc.disable()
        say(measuring(*code)(*files))
        gc.enable()
        for left_open in h5py.h5f.get_obj_ids(types=h5py.h5f.OBJ_FILE):
            left_open.close()
"#;

pub(crate) struct Python(Process);

impl Python {
    pub(crate) fn start(h5py: H5py) -> Self {
        Self(h5py.spawn(ROUNDS, &[]))
    }

    /// The seconds of a round.
    pub(crate) fn round(&mut self, prepare: &str, call: &str, files: &Files, calls: usize) -> f64 {
        let round = serde_json::json!([[prepare, call], [files.shared, files.fresh, calls]]);
        self.0.say(&round.to_string());
        self.0.hear().parse().expect("Python says seconds")
    }
}
