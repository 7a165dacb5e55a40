"""A full-screen program in a real pty: when it paints, what it uses, how often it wakes.

The terminal here answers the question whether it shows frames whole (synchronized output, mode
2026), as most of today's do. So each frame has an end, and key to paint is the time from the
writing of the key to the reading of the end of the frame.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bench.timing import FailedError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 30.0
"""Seconds after which a paint that never comes is a failure."""

KEYS = {
    "down": b"\x1b[B",
    "page down": b"\x1b[6~",
    "end": b"\x1b[F",
    "home": b"\x1b[H",
    "escape": b"\x1b",
    "alt+1": b"\x1b1",
    "alt+2": b"\x1b2",
    "alt+3": b"\x1b3",
    "alt+4": b"\x1b4",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "ctrl+u": b"\x15",
}

_CONTROLS = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC
    rb"|\x1b[PX^_].*?\x1b\\"  # strings for devices
    rb"|\x1b[ -/]*[0-~]",  # the rest
    re.DOTALL,
)
_WORD = re.compile(rb"[A-Za-z]{3,}")
_ASKS_FOR_FRAMES = b"\x1b[?2026$p"
_FRAMES_ARE_WHOLE = b"\x1b[?2026;2$y"
_TYPED_EVERY = 0.05  # seconds
_END_OF_FRAME = b"\x1b[?2026l"
_USER_TIME, _SYSTEM_TIME = 11, 12  # places in /proc/PID/stat, counted from after the name


class Terminal:
    """A program in a pty of its own, which does not echo what is typed.

    Args:
        command: the program, by its path, and its arguments.
        environment: all of it; nothing is inherited.
        size: columns and lines.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        """Start it."""
        columns, lines = size
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        _without_echo(theirs)
        self.painted = b""
        words = [str(word) for word in command]
        actions = [  # opening it in a session of its own makes it the controlling terminal
            (os.POSIX_SPAWN_OPEN, 0, os.ttyname(theirs), os.O_RDWR, 0),
            (os.POSIX_SPAWN_DUP2, 0, 1),
            (os.POSIX_SPAWN_DUP2, 0, 2),
        ]
        self.started = time.perf_counter()
        self.pid = os.posix_spawn(
            words[0], words, dict(environment), file_actions=actions, setsid=True
        )
        os.close(theirs)  # so that the end of the program is noticed

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the program, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._ours)

    def press(self, key: str) -> float:
        """Press a named key, or type what is no name; return when, and forget what was painted."""
        self.painted = b""
        at = time.perf_counter()
        os.write(self._ours, KEYS.get(key, key.encode()))
        return at

    def read(self, patience: float) -> float | None:
        """Take in what is painted next and return when, or None after so many seconds."""
        if not select.select([self._ours], [], [], patience)[0]:
            return None
        try:
            piece = os.read(self._ours, 1 << 16)
        except OSError:  # how Linux says that the program has ended
            piece = b""
        at = time.perf_counter()
        if not piece:
            message = f"the program ended: {self.text()[-500:]}"
            raise FailedError(message)
        if _ASKS_FOR_FRAMES in piece:
            os.write(self._ours, _FRAMES_ARE_WHOLE)
        self.painted += piece
        return at

    def text(self) -> str:
        """Return the text painted since the last key, without what steers the terminal."""
        return _plain(self.painted).decode("utf-8", "replace")

    def wait_for_words(self) -> float:
        """Return when something a person can read was first painted, in seconds since the start."""
        return self._until(lambda: bool(_WORD.search(_plain(self.painted)))) - self.started

    def wait_for(self, text: str) -> float:
        """Return when a text was painted, by the clock that `press` uses."""
        wanted = text.encode()
        return self._until(lambda: wanted in _plain(self.painted))

    def wait_for_letter(self, letter: str) -> float:
        """Type a letter until it shows, and return when it did, in seconds since the start.

        What a skeleton shows before Textual does not count: only from there on are keys obeyed.
        Typed again and again, since some programs lose what is typed before they listen.
        """
        wanted = letter.encode()
        while wanted not in self.painted.partition(_ASKS_FOR_FRAMES)[2]:  # its first words
            os.write(self._ours, wanted)
            again = time.perf_counter() + _TYPED_EVERY
            while (left := again - time.perf_counter()) > 0:
                at = self.read(left)
                if at is not None and wanted in self.painted.partition(_ASKS_FOR_FRAMES)[2]:
                    return at - self.started
            self._give_up_after(self.started + PATIENCE)
        return time.perf_counter() - self.started

    def wait_for_frame(self, least: int = 0) -> float:
        """Return when a frame was complete, by the clock that `press` uses.

        Args:
            least: frames of fewer bytes do not count.
        """
        return self._until(
            lambda: (
                _END_OF_FRAME in self.painted
                and max(map(len, self.painted.split(_END_OF_FRAME)[:-1])) >= least
            )
        )

    def settle(self, quiet: float = 0.1) -> None:
        """Wait until nothing was painted for so many seconds."""
        end = time.perf_counter() + PATIENCE
        while self.read(quiet) is not None and time.perf_counter() < end:
            pass

    def _until(self, seen: Callable[[], bool]) -> float:
        end = time.perf_counter() + PATIENCE
        while True:
            at = self.read(PATIENCE)
            if at is not None and seen():
                return at
            self._give_up_after(end)

    def _give_up_after(self, end: float) -> None:
        if time.perf_counter() > end:
            message = f"what was waited for was not painted: {self.text()[-500:]!r}"
            raise FailedError(message)

    def memory(self) -> float:
        """Return the memory the program holds now, in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def activity(self) -> tuple[int, int]:
        """Return the ticks of CPU time it took so far, and how often its threads went to sleep."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        threads = Path(f"/proc/{self.pid}/task").glob("*/status")
        sleeps = sum(
            int(each.read_text("ascii").split("\nvoluntary_ctxt_switches:")[1].split()[0])
            for each in threads
        )
        return int(after_name[_USER_TIME]) + int(after_name[_SYSTEM_TIME]), sleeps


def _without_echo(terminal: int) -> None:
    """Let nothing be shown but what the program paints."""
    attributes = termios.tcgetattr(terminal)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, attributes)


def _plain(painted: bytes) -> bytes:
    return _CONTROLS.sub(b"", painted)
