"""Answers the questions of the Rust tests (tests/judges/python.rs), one after another.

A request is a line of byte counts and then that many bytes each: the verb (`eval`, `check` or
`run`), the Python code, the path of a file to open as `f` (or nothing), the further arguments of
`h5py.File`, and any number of arguments for the code. The answer has the same framing: a status
(`ok`, `false` or `error`), the text, and for `error` the exception's class.
"""

import ast
import contextlib
import faulthandler
import gc
import io
import linecache
import os
import sys
import textwrap
import traceback

faulthandler.enable()
requests = os.fdopen(os.dup(0), "rb")
answers = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)  # whatever C code prints must not get between the answers
os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

import h5py
import numpy as np


def receive():
    line = requests.readline()
    return [requests.read(int(n)) for n in line.split()]


def send(fields):
    fields = [f.encode("utf-8", "backslashreplace") for f in fields]
    answers.write(" ".join(str(len(f)) for f in fields).encode() + b"\n" + b"".join(fields))
    answers.flush()


def compiled(code, name, mode):
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)  # for tracebacks
    return compile(code, name, mode)


def parts(node):
    """The parts of an expression whose values tell why it is false."""
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.UnaryOp):
        return [node.operand]
    if isinstance(node, ast.Call):
        return node.args
    return []


def why_false(code, value, names):
    lines = [f"{code}\n  is {value!r}"]
    for node in parts(ast.parse(code, mode="eval").body):
        if not isinstance(node, (ast.Constant, ast.Starred)):
            try:
                shown = repr(eval(compile(ast.Expression(node), "<part>", "eval"), names))
            except Exception as error:
                shown = f"{type(error).__name__}: {error}"
            lines.append(f"  {ast.unparse(node)} = {shown}")
    return "\n".join(lines)


def perform(verb, code, path, opening, args):
    names = {"h5py": h5py, "np": np, "os": os, "path": path, "args": args}
    code = textwrap.dedent(code).strip()
    with contextlib.ExitStack() as stack:
        if path:
            names["f"] = stack.enter_context(eval(f"h5py.File(path, {opening})", dict(names)))
        if verb == "run":
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compiled(code, "<script>", "exec"), names)
            return "ok", printed.getvalue()
        value = eval(compiled(code, "<expression>", "eval"), names)
        if verb == "check" and not value:
            return "false", why_false(code, value, names)
        return "ok", repr(value)


def answer(verb, code, path, opening, *args):
    try:
        args = [os.fsdecode(arg) for arg in args]
        status, text = perform(
            verb.decode(), code.decode(), os.fsdecode(path), opening.decode(), args
        )
        return [status, text]
    except BaseException as error:
        told = traceback.TracebackException.from_exception(error)
        ours = [i for i, frame in enumerate(told.stack) if frame.filename == "<string>"]
        del told.stack[: ours[-1] + 1 if ours else 0]
        return ["error", "".join(told.format()).rstrip(), type(error).__name__]


while fields := receive():
    reply = answer(*fields)
    gc.collect()
    for left_open in h5py.h5f.get_obj_ids(types=h5py.h5f.OBJ_FILE):
        left_open.close()
    send(reply)
