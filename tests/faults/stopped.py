"""A program that works on the lock of a journal and is killed at an instant that can be named.

Whatever can change a disk is a call from Python into the system or the engine. Each of them is one
instant: killed at the n-th, all before it is done and nothing of it. What the engine writes inside
one of them is reached by another way: killed as soon as a file is to grow past so many bytes.

    python stopped.py WHAT < one JSON line a run: {"home": …, "path": …, "call": n}, or "bytes": n

It answers with one JSON line each: how many calls were made, and how it ended. A process of its own
does each run, forked from one that has read everything already.
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
from tests.faults.locked import AFTER, BEFORE
from tests.support import FakeClock
from tracejournal.journal.lock import Lock
from tracejournal.store import migrations  # noqa: F401 - read before there are many of us

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


def remove(lock: Lock) -> None:
    lock.unlock(BEFORE.passphrase)
    lock.remove()


WORK: dict[str, Callable[[Lock], None]] = {
    "lock": change_lock,
    "key": change_key,
    "key-alone": change_key_alone,
    "passphrase": change_passphrase,
    "remove": remove,
}


class Calls:
    """Counts calls, and ends this process at one of them."""

    def __init__(self, last: int) -> None:
        self.made = 0
        self._last = last

    def __call__(self, _frame: FrameType, event: str, called: Any) -> None:  # noqa: ANN401 - any function
        if event != "c_call" or not _is_work(called):
            return
        self.made += 1
        if self.made == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def _is_work(called: Any) -> bool:  # noqa: ANN401 - any function
    name = called.__name__
    if getattr(called, "__module__", None) in ("posix", "_io", "io"):
        return name in _OF_THE_SYSTEM
    owner = type(getattr(called, "__self__", None)).__module__
    return name in (_OF_THE_SYSTEM if owner == "_io" else _OF_THE_ENGINE)


def one_run(what: str, home: str, path: str, call: int = 0, bytes: int = 0) -> None:  # noqa: A002 - as it is asked for
    """Do the work, and say how many calls it took, unless killed before."""
    os.environ.update(TRACEJOURNAL_HOME=home, TMPDIR=str(Path(home).parent))
    if bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes, bytes))
    calls = Calls(call)
    sys.setprofile(calls)
    WORK[what](Lock(FakeClock(), path))
    sys.setprofile(None)
    print(json.dumps({"calls": calls.made}), flush=True)


def main() -> None:
    """Do one run for each line that is read."""
    pyrage.passphrase.encrypt = age.encrypt
    for line in sys.stdin:
        child = os.fork()
        if not child:
            one_run(sys.argv[1], **json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(json.dumps({"ended": os.waitstatus_to_exitcode(status)}), flush=True)


if __name__ == "__main__":
    main()
