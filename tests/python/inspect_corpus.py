#!/usr/bin/env python3
"""Runs the example `inspect` on every file of the conformance corpus.

usage: inspect_corpus.py [--files TSV] [--jobs N] [--timeout SECONDS] PROGRAM CORPUS

TSV (by default ../conformance/files.tsv beside the corpus) has a line `KIND<tab>FILE` for each file:
  opens      PROGRAM FILE must exit with 0
  refused    it must exit with something else and say why in one line on standard error
  crash-N, hang   libhdf5 itself crashes or hangs on the file: that is counted, but no failure
A crash (a signal, or a panic's exit status 101) or a hang is a failure on all others.
The last line printed is `N passed, N failed`; the exit status is 0 when none failed.
"""

import argparse
import concurrent.futures
import os
import subprocess
import sys

GIB = 1 << 30
CRASHES = (101, 134, 139)

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--files")
parser.add_argument("--jobs", type=int, default=2)
parser.add_argument("--timeout", type=float, default=20)
parser.add_argument("program")
parser.add_argument("corpus")
args = parser.parse_args()
program = os.path.abspath(args.program)
listing = args.files or os.path.join(args.corpus, os.pardir, "conformance", "files.tsv")

try:  # some of the files make libhdf5 ask for all the memory there is
    import resource

    for limit, most in ((resource.RLIMIT_AS, 8 * GIB), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, resource.getrlimit(limit)[1]))
except (ImportError, ValueError, OSError) as error:
    print(f"no limit on memory: {error}")


def inspect(kind, name):
    """What is wrong, or None; and whether it is a crash or a hang."""
    try:
        done = subprocess.run(
            [program, name],
            cwd=args.corpus,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=args.timeout,
        )
    except subprocess.TimeoutExpired:
        return f"hangs: no end within {args.timeout:g} s", True
    said = done.stderr.decode(errors="replace").strip().splitlines()
    if done.returncode < 0 or done.returncode in CRASHES:
        return f"crashes with {done.returncode}: {' | '.join(said[:3])}", True
    if kind == "opens" and done.returncode != 0:
        return f"exits with {done.returncode}: {' | '.join(said[:3])}", False
    if kind == "refused" and done.returncode == 0:
        return "exits with 0, but the file cannot be opened", False
    if kind == "refused" and len(said) != 1:
        return f"says {len(said)} lines, not one: {' | '.join(said[:3])}", False
    return None, False


with open(listing, encoding="utf-8") as file:
    rows = [line.rstrip("\n").split("\t") for line in file if line.strip()]
unknown = {kind for kind, _ in rows if kind not in ("opens", "refused", "hang") and not kind.startswith("crash-")}
if unknown or not rows:
    sys.exit(f"{listing}: no files, or unknown kinds {sorted(unknown)}")

passed = failed = known = 0
with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
    for (kind, name), (wrong, fatal) in zip(rows, pool.map(inspect, *zip(*rows))):
        excused = kind not in ("opens", "refused") and fatal
        if wrong:
            print(f"{'known' if excused else 'FAILED'}  {name} ({kind}): {wrong}", flush=True)
        known += excused
        failed += bool(wrong) and not excused
        passed += not wrong
fragile = sum(kind not in ("opens", "refused") for kind, _ in rows)
print(f"of the {fragile} files on which libhdf5 itself crashes or hangs, {known} still crash or hang")
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
