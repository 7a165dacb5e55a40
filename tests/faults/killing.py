"""Processes of ours, killed at any instant."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from tests.terminal.terminal import PATIENCE, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.faults.tally import Fault

WRITER = Path(__file__).with_name("writer.py")

_DOOR = (
    "import fcntl, runpy, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
    "runpy.run_module('tracejournal', run_name='__main__', alter_sys=True)\n"
)


class Said(NamedTuple):
    """What a killed writer had told.

    Attributes:
        acknowledged: the words of all that was told to be done.
        announced: the words there are if what it was doing is done as well.
        done: how many things were acknowledged.
    """

    acknowledged: frozenset[str]
    announced: frozenset[str]
    done: int


def kill_writer(fault: Fault, what: str, *more: str, after: int, within: float) -> Said:
    """Start a writer, kill it some instant after so many acknowledgements; return what it said."""
    command = [sys.executable, str(WRITER), what, str(fault.random.random()), *more]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=fault.environment, text=True)
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if sum('"done"' in said for said in lines) >= after:
            break
    _kill(process, after=fault.random.uniform(0, within))
    lines += process.stdout  # what it said before it died
    process.stdout.close()
    assert process.wait(PATIENCE) in (0, -signal.SIGKILL)
    return _said(lines)


def _kill(process: subprocess.Popen[Any], *, after: float) -> None:
    """Kill a process some seconds on, unless it ends before."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(after)
    process.kill()


def _said(lines: Sequence[str]) -> Said:
    announced = acknowledged = frozenset[str]()
    done = 0
    for line in lines:
        if not line.endswith("\n"):  # killed while it spoke
            continue
        said = json.loads(line)
        if "will" in said:
            announced = frozenset(said["will"])
        else:
            acknowledged, done = announced, said["done"]
    return Said(acknowledged, announced, done)


@contextmanager
def writing(fault: Fault, what: str) -> Iterator[Callable[[], Said]]:
    """Let a writer work while something else happens; yield what returns what it said so far."""
    told = fault.home.parent / "told"
    command = [sys.executable, str(WRITER), what, str(fault.random.random())]
    with told.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, env=fault.environment)
    try:
        yield lambda: _said(told.read_text().splitlines(keepends=True))
    finally:
        process.kill()
        process.wait(PATIENCE)


class Ended(NamedTuple):
    """How a command of ours came to its end.

    Attributes:
        is_done: whether it ended by itself, with all done, before it was to be killed.
        said: all that it said, to a person and to a script.
    """

    is_done: bool
    said: str


def kill_command(fault: Fault, *typed: str, within: float) -> Ended:
    """Start a command and kill it some instant after it began to work among the backups."""
    folder = fault.path.with_name("backups")
    before = set(folder.iterdir())
    process = subprocess.Popen(
        [sys.executable, "-m", "tracejournal", *typed],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=fault.environment,
    )
    while process.poll() is None and set(folder.iterdir()) == before:
        pass  # it is a matter of milliseconds, and the instant counts
    _kill(process, after=fault.random.uniform(0, within))
    said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, -signal.SIGKILL), said
    return Ended(process.returncode == 0, said.decode())


class Window(Terminal):
    """A terminal that is the program's own, as a window of a desktop is: closing it hangs up."""

    DOOR: ClassVar[tuple[str, ...]] = ("-c", _DOOR)

    def close_window(self) -> None:
        """Close it under the program."""
        os.close(self._ours)
        self._ours = os.open(os.devnull, os.O_RDWR)

    def drain(self, seconds: float) -> None:
        """Take in what is written for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)

    def wait_until_stopped(self) -> bool:
        """Wait until a signal put the program to sleep; return whether it did."""
        end = time.monotonic() + PATIENCE
        flags = os.WSTOPPED | os.WEXITED | os.WNOHANG | os.WNOWAIT
        while time.monotonic() < end:
            self.read(0.02)
            state = os.waitid(os.P_PID, self.process.pid, flags)
            if state is not None:
                return state.si_code == os.CLD_STOPPED
        return False


class Typist:
    """Types on and on into a window, until it is killed.

    Attributes:
        typed: everything that was typed.
        killed_at: when the program was killed, on the clock of `time.monotonic`.
    """

    def __init__(self, fault: Fault, seconds: float) -> None:
        self.window = Window(environment=fault.environment)
        self._chance = fault.random
        self._seconds = seconds
        self.typed = ""
        self._times: list[float] = []
        self.killed_at = 0.0
        self._next = 0.0
        self._end = 0.0

    def begin(self, first: str) -> None:
        """Wait until there is a line to type into."""
        self.window.wait_for(first)
        self._next = time.monotonic()
        self._end = self._next + self._seconds

    def go_on(self) -> bool:
        """Type the next letter when it is time for it; return whether there is more to come."""
        now = time.monotonic()
        if self.killed_at:
            return False
        if now >= self._end:
            self.window.process.kill()
            self.killed_at = time.monotonic()
            return False
        if now >= self._next:
            letter = " " if self._chance.random() < 0.2 and self.typed[-1:] != " " else "e"
            letter = self._chance.choice("abcdefgh") if letter != " " else letter
            self.window.type(letter)
            self.typed += letter
            self._times.append(time.monotonic())
            self._next = now + self._chance.uniform(0.03, 0.16)
        return True

    def lost(self, kept: str) -> float:
        """Return the seconds of typing that are lost where so much of it is kept."""
        if len(kept) >= len(self.typed):
            return 0.0
        return self.killed_at - self._times[len(kept)]


def type_in_all(typists: Sequence[Typist]) -> None:
    """Let all of them type at once, until each is killed."""
    descriptors = {typist.window._ours: typist for typist in typists}
    going = list(typists)
    while going:
        ready, _, _ = select.select(list(descriptors), [], [], 0.01)
        for descriptor in ready:
            try:
                descriptors[descriptor].window.read(0)
            except OSError:
                del descriptors[descriptor]
        going = [typist for typist in going if typist.go_on()]
