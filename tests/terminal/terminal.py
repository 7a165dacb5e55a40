"""A real terminal for tests: a pty, a program in it, and the screen a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, ClassVar, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 30.0
"""Seconds after which a screen that never comes is a failure."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "f4": "\x1bOS",
    "alt+2": "\x1b2",
    "alt+3": "\x1b3",
    "ctrl+o": "\x0f",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+y": "\x19",
    "ctrl+z": "\x1a",
}


class Terminal:
    """A program in a pty.

    Args:
        arguments: what follows `tracejournal` on the command line.
        environment: added to the test's own environment.
        size: columns and lines.
    """

    DOOR: ClassVar[tuple[str, ...]] = ("-m", "tracejournal")
    """What Python is told to run."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self._theirs = theirs
        self.process = subprocess.Popen(
            [sys.executable, *self.DOOR, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._ours)
        os.close(self._theirs)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(self.screen.display)

    def read(self, patience: float) -> bool:
        """Take in what was written, waiting at most so many seconds; return whether any was."""
        ready, _, _ = select.select([self._ours], [], [], patience)
        if not ready:
            return False
        written = os.read(self._ours, 65536)
        self.raw += written
        self._stream.feed(written)
        return True

    def wait_for(self, wanted: str) -> str:
        """Wait until a text is on the screen; return the screen."""
        self._read_until(lambda: wanted in self.text, f"{wanted!r} did not come")
        return self.text

    def wait_until_gone(self, unwanted: str) -> None:
        """Wait until a text is on the screen no more."""
        self._read_until(lambda: unwanted not in self.text, f"{unwanted!r} did not go")

    def _read_until(self, seen: Callable[[], bool], failure: str) -> None:
        end = time.monotonic() + PATIENCE
        while not seen():
            left = end - time.monotonic()
            if left <= 0 or not self.read(left):
                message = f"{failure}:\n{self.text}"
                raise AssertionError(message)

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._ours, text.encode())

    def press(self, *keys: str) -> None:
        """Press named keys."""
        for key in keys:
            self.type(KEYS[key])

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self.screen.resize(lines, columns)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.killpg(self.process.pid, signal.SIGWINCH)

    def wait_for_end(self) -> int:
        """Take in everything until the program ends; return its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, "the program did not end"
            self.read(0.05)
        while self.read(0.0):
            pass
        return int(self.process.returncode)

    def waits_to_be_read(self) -> bool:
        """Return whether the next program in this terminal would get keys typed to this one."""
        return bool(select.select([self._theirs], [], [], 0)[0])

    @property
    def is_restored(self) -> bool:
        """The terminal is as it was: cooked mode, first screen, cursor shown."""
        mode = termios.tcgetattr(self._theirs)
        left_alternate = self.raw.rfind(b"\x1b[?1049l") > self.raw.rfind(b"\x1b[?1049h")
        cursor_shown = self.raw.rfind(b"\x1b[?25h") > self.raw.rfind(b"\x1b[?25l")
        return mode[3] == self.before[3] and left_alternate and cursor_shown
