"""The lock: whatever happens to it, its owner gets in, and nobody else reads a word."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.locked import AFTER, BEFORE, begin, look
from tests.faults.tally import Fault, Tally, row

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPPED = Path(__file__).with_name("stopped.py")
_WITHIN = 5  # one of so many kills is in the middle of what the engine writes
_LARGEST = 600_000  # bytes; no file of these journals grows any larger


class Worker:
    """A program that does one piece of work on as many journals as it is asked to."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, fault: Fault, **until: int) -> tuple[int, int]:
        """Let it work until it is killed; return how it ended, and how many calls it made."""
        assert self._process.stdin
        assert self._process.stdout
        asked = {"home": str(fault.home), "path": str(fault.path), **until}
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        calls = 0
        while "ended" not in (said := json.loads(self._process.stdout.readline())):
            calls = said["calls"]
        return said["ended"], calls


@contextmanager
def working(what: str, fault: Fault) -> Iterator[Worker]:
    command = [sys.executable, str(STOPPED), what]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=fault.environment, text=True
    ) as process:
        try:
            yield Worker(process)
        finally:
            process.kill()


def kill_while(tally: Tally, what: str, *, locked: bool) -> None:
    """Kill it at every call, or evenly at as many as there are kills; each in a fresh home."""
    with working(what, tally.fault()) as worker:
        whole = tally.fault(-1)
        begin(whole, locked=locked)
        ended, calls = worker.run(whole)
        assert ended == 0
        tally.note("calls of it", calls)
        look(tally, whole, (BEFORE, AFTER))
        at_calls = tally.most - tally.most // _WITHIN
        for fault in tally.faults():
            begin(fault, locked=locked)
            if fault.number < at_calls:
                ended, _ = worker.run(fault, call=1 + fault.number * calls // at_calls)
                assert ended == -signal.SIGKILL
            else:
                ended, _ = worker.run(fault, bytes=fault.random.randrange(1, _LARGEST))
                tally.note("killed while the engine wrote", int(ended != 0))
            look(tally, fault, (BEFORE, AFTER))


@row("killed while it is locked", short=50, long=400)
def test_row_10_kill_while_locking(tally: Tally) -> None:
    kill_while(tally, "lock", locked=False)


@row("killed while it gets another data key, passphrase and recovery key", short=50, long=400)
def test_row_10_kill_during_another_key(tally: Tally) -> None:
    kill_while(tally, "key", locked=True)


@row("killed while it gets another data key for the same passphrase", short=10, long=400)
def test_row_10_kill_during_another_key_alone(tally: Tally) -> None:
    kill_while(tally, "key-alone", locked=True)


@row("killed while the passphrase changes", short=50, long=150)
def test_row_10_kill_while_the_passphrase_changes(tally: Tally) -> None:
    kill_while(tally, "passphrase", locked=True)


@row("killed while the lock is removed", short=10, long=400)
def test_row_10_kill_while_unlocking_for_good(tally: Tally) -> None:
    kill_while(tally, "remove", locked=True)
