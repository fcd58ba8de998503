"""Makes the virtual environment of the judges, once, however many test binaries ask at once.

usage: venv.py FOLDER REQUIREMENTS

The environment is finished when FOLDER/finished exists. A lock beside the folder is held while
it is made; the system drops the lock of a killed process, and the next one starts over.
"""

import os
import shutil
import subprocess
import sys
import venv

folder, requirements = sys.argv[1:]
finished = os.path.join(folder, "finished")


def lock(file):
    if os.name == "nt":
        import msvcrt
        import time

        while True:  # LK_LOCK gives up after ten tries, one second apart
            try:
                return msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:
                time.sleep(0.1)
    import fcntl

    return fcntl.flock(file, fcntl.LOCK_EX)


os.makedirs(os.path.dirname(folder), exist_ok=True)
with open(folder + ".lock", "a") as file:
    lock(file)
    if not os.path.exists(finished):
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        python = os.path.join(folder, *(["Scripts", "python.exe"] if os.name == "nt" else ["bin", "python"]))
        pip = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--quiet"]
        done = subprocess.run(
            pip + ["--retries", "2", "--only-binary", ":all:", "-r", requirements],
            stdout=sys.stderr,
        )
        if done.returncode != 0:
            sys.exit("pip could not install what tests/python/requirements.txt names")
        with open(finished, "w"):
            pass
