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
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self

import pyte

from tracejournal import places
from tracejournal.journal import crash_log
from tracejournal.journal.news import news

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 30.0
"""Seconds after which a screen that never comes is a failure."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "f12": "\x1b[24~",
    "f4": "\x1bOS",
    "ctrl+g": "\x07",
    "ctrl+p": "\x10",
    "alt+2": "\x1b2",
    "alt+3": "\x1b3",
    "ctrl+o": "\x0f",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+y": "\x19",
    "ctrl+z": "\x1a",
}


_MODES = {
    "alternate screen": b"\x1b[?1049",
    "mouse clicks": b"\x1b[?1000",
    "mouse moves": b"\x1b[?1003",
    "mouse sgr": b"\x1b[?1006",
    "mouse urxvt": b"\x1b[?1015",
    "focus": b"\x1b[?1004",
    "bracketed paste": b"\x1b[?2004",
    "resize reports": b"\x1b[?2048",
    "held back": b"\x1b[?2026",
}
_MODES_OFF = {"cursor": b"\x1b[?25", "line wrap": b"\x1b[?7"}
_MOMENT = 0.4
_STOPPED = os.WSTOPPED | os.WNOHANG


def _as_in_a_window() -> None:
    """Make the pty the terminal of the program, and let it hear signals as it would in a window.

    What a shell runs in the background, such as these tests, may have inherited to ignore them.
    """
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


def _settle_in() -> None:
    path = Path(places.config_file())
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    news(())


def _crash_log() -> str:
    path = Path(crash_log.path())
    return path.read_text("utf-8") if path.exists() else ""


class Terminal:
    """A program in a pty.

    Args:
        arguments: what follows `tracejournal` on the command line.
        environment: added to the test's own environment.
        size: columns and lines.
        newcomer: leave the home as it is; else the full screen opens for someone who was asked
            before how they like it.
    """

    DOOR: ClassVar[tuple[str, ...]] = ("-m", "tracejournal")
    """What Python is told to run."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        environment: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
        *,
        newcomer: bool = False,
    ) -> None:
        if not (arguments or newcomer):
            _settle_in()
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.before = termios.tcgetattr(theirs)
        self._theirs = theirs
        self._hung_up = False
        self.process = subprocess.Popen(
            [sys.executable, *self.DOOR, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", **(environment or {})},
            start_new_session=True,
            preexec_fn=_as_in_a_window,  # noqa: PLW1509 - it asks the system for a few things, no more
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        if not self._hung_up:
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
                message = f"{failure}:\n{self.text}\n{_crash_log()}"
                raise AssertionError(message)

    def settle(self) -> None:
        """Take in what is written, until nothing more comes for a moment."""
        while self.read(_MOMENT):
            pass

    def forget_screen(self) -> None:
        """Show nothing until it is drawn again."""
        self.screen.reset()

    def type(self, text: str) -> None:
        """Type a text."""
        self.type_bytes(text.encode())

    def type_bytes(self, typed: bytes) -> None:
        """Type what a terminal in another encoding would send."""
        while typed:  # more than the line of the terminal has room for comes in pieces
            typed = typed[os.write(self._ours, typed) :]

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

    def hang_up(self) -> int:
        """Close the window; return the exit code of the program that was in it."""
        os.close(self._ours)
        self._hung_up = True
        return self.process.wait(PATIENCE)

    def wait_for_stop(self) -> None:
        """Take in everything until the program stands still, as the shell asked it to."""
        end = time.monotonic() + PATIENCE
        while not os.waitid(os.P_PID, self.process.pid, _STOPPED):
            assert time.monotonic() < end, "the program did not stop"
            self.read(0.05)
        while self.read(0.0):
            pass

    def waits_to_be_read(self) -> bool:
        """Return whether the next program in this terminal would get keys typed to this one."""
        return bool(select.select([self._theirs], [], [], 0)[0])

    @property
    def is_restored(self) -> bool:
        """The terminal is as it was: its attributes, and every mode that was switched."""
        return termios.tcgetattr(self._theirs) == self.before and not self.modes_left

    @property
    def modes_left(self) -> list[str]:
        """What the program switched on and never off, or off and never on."""
        on = [name for name, mode in _MODES.items() if self._is_last(mode + b"h", mode + b"l")]
        off = [name for name, mode in _MODES_OFF.items() if self._is_last(mode + b"l", mode + b"h")]
        kitty = self.raw.count(b"\x1b[<u") < self.raw.count(b"\x1b[>")
        return on + off + ["kitty keys"] * kitty

    def _is_last(self, this: bytes, other: bytes) -> bool:
        return self.raw.rfind(this) > self.raw.rfind(other)
