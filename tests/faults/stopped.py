"""A program that works on a journal and is killed, or stopped, at an instant that can be named.

Whatever can change a disk is a call from Python into the system or the engine. Each of them is one
instant: killed at the n-th, all before it is done and nothing of it. What the engine writes inside
one of them is reached by another way: killed as soon as a file is to grow past so many bytes.

    python stopped.py WHAT

It reads one JSON line a run: {"home": …, "path": …}, with "kill": n or "stop": n for a call, or
"bytes": n. It answers with one: "ended" has its exit code, or null where it is stopped; "calls" how
many there were, "told" what it said. Any other line lets one that is stopped go on. A process of
its own does each run, forked from one that has read everything already.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyrage

from tests import age
from tests.faults.locked import AFTER, BEFORE, LATER
from tests.support import FakeClock
from tracejournal.journal.journal import Journal
from tracejournal.journal.lock import Lock
from tracejournal.model.entry import Draft, Moment
from tracejournal.model.errors import JournalError
from tracejournal.store import engine, migrations  # noqa: F401 - read before there are many of us

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_OF_THE_SYSTEM = {
    "chmod",
    "fsync",
    "link",
    "mkdir",
    "open",
    "remove",
    "rename",
    "replace",
    "rmdir",
    "truncate",
    "unlink",
    "utime",
    "write",
}
_OF_THE_ENGINE = {"backup", "close", "execute", "executescript"}


def change_lock(lock: Lock) -> None:
    lock.lock(AFTER)


def change_key(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.lock(AFTER)


def change_key_alone(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.lock(BEFORE)


def change_passphrase(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.change_passphrase(AFTER.passphrase)


def lock_otherwise(lock: Lock) -> None:
    lock.lock(BEFORE)


def keep(lock: Lock) -> None:
    with Journal.open(lock.path, clock=FakeClock()) as journal:
        journal.entries.keep(Draft(Moment(LATER)))


def take_in(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.finish()
    with Journal.open(lock.path, clock=FakeClock()) as journal:
        journal.letters.take_in()


def keep_unlocked(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    keep(lock)


def remove(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.remove()


WORK: dict[str, Callable[[Lock], None]] = {
    "lock": change_lock,
    "key": change_key,
    "key-alone": change_key_alone,
    "passphrase": change_passphrase,
    "remove": remove,
    "lock-otherwise": lock_otherwise,
    "keep": keep,
    "keep-unlocked": keep_unlocked,
    "take-in": take_in,
}


class Calls:
    """Counts calls, and ends this process at one of them, or lets it wait there."""

    def __init__(self, kill: int, stop: int) -> None:
        self.made = 0
        self._signals = {kill: signal.SIGKILL, stop: signal.SIGSTOP}

    def __call__(self, _frame: FrameType, event: str, called: Any) -> None:  # noqa: ANN401 - any function
        if event != "c_call" or not _is_work(called):
            return
        self.made += 1
        if self.made in self._signals:
            os.kill(os.getpid(), self._signals[self.made])


def _is_work(called: Any) -> bool:  # noqa: ANN401 - any function
    name = called.__name__
    if getattr(called, "__module__", None) in ("posix", "_io", "io"):
        return name in _OF_THE_SYSTEM
    owner = type(getattr(called, "__self__", None)).__module__
    return name in (_OF_THE_SYSTEM if owner == "_io" else _OF_THE_ENGINE)


def one_run(what: str, asked: dict[str, Any]) -> dict[str, Any]:
    """Do the work; return how many calls it took and what it was told, unless killed before."""
    os.environ.update(TRACEJOURNAL_HOME=asked["home"], TMPDIR=str(Path(asked["home"]).parent))
    if most := asked.get("bytes"):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    calls, told = Calls(asked.get("kill", 0), asked.get("stop", 0)), ""
    sys.setprofile(calls)
    try:
        WORK[what](Lock(FakeClock(), asked["path"]))
    except JournalError as refusal:
        told = str(refusal)
    sys.setprofile(None)
    return {"calls": calls.made, "told": told}


def main() -> None:
    """Do one run for each line that is read."""
    pyrage.passphrase.encrypt = age.encrypt
    # Whoever is stopped keeps others waiting for good, so that waiting any longer is of no use.
    vars(engine)["_SETTINGS"] = engine._SETTINGS.replace(str(engine.BUSY_MS), "20")
    for line in sys.stdin:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.write(writing, json.dumps(one_run(sys.argv[1], json.loads(line))).encode())
            os._exit(0)
        os.close(writing)
        while os.WIFSTOPPED(status := os.waitpid(child, os.WUNTRACED)[1]):
            print(json.dumps({"ended": None}), flush=True)
            sys.stdin.readline()
            os.kill(child, signal.SIGCONT)
        with open(reading, encoding="utf-8") as pipe:  # noqa: PTH123 - a pipe
            said = json.loads(pipe.read() or "{}")
        print(json.dumps(said | {"ended": os.waitstatus_to_exitcode(status)}), flush=True)


if __name__ == "__main__":
    main()
