"""What stands on the terminal from the first moment, while everything else is being read.

Entering the alternate screen and drawing Today's boxes takes a few milliseconds; importing what
draws the real ones takes two hundred. The terminal is put into the mode Textual will use at once,
so that nothing typed meanwhile is echoed or lost: it waits in the kernel until the line has the
focus. Imports nothing that is slow to import.
"""

from __future__ import annotations

import os
import sys

from tracejournal import places
from tracejournal.journal import shut
from tracejournal.tui.skeleton_colours import painter
from tracejournal.tui.skeleton_picture import picture, unlock_picture

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import FrameType
    from typing import Any

_OUT = "\x1b[?1049h\x1b[?25l\x1b[?2004h"
"""To the alternate screen, without the cursor, and with what is pasted marked as such."""
_BACK = (
    "\x1b[0m\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?7h"
    "\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""All of it back, and what Textual switches on besides, which it may have begun with."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_INPUT, _LOCAL, _KEYS = 0, 3, 6
"""Places in the attributes of a terminal, see `termios.tcgetattr`."""
DEFAULT_THEME = "dusk"
_STREAMS = (0, 1, 2)
_SCREEN = 2  # Textual draws there


class Skeleton:
    """The terminal while the app is not there yet.

    Whoever raised it takes it down, which does nothing once the app has taken over.

    Args:
        theme: the theme in whose colours it is drawn.

    Attributes:
        attributes: the terminal's own, from before.
    """

    def __init__(self, theme: str) -> None:
        """Draw it.

        Raises:
            Exception: the terminal is not one to draw on; it is as it was.
        """
        import termios  # noqa: PLC0415 - not on every system

        width, height = os.get_terminal_size(_SCREEN)
        width = int(os.environ.get("COLUMNS") or width)  # as Textual will ask
        height = int(os.environ.get("LINES") or height)
        draw = unlock_picture if shut.is_locked() else picture  # Today is not promised to everyone
        drawn = painter(theme)(draw(width, height))
        self.attributes: list[Any] = termios.tcgetattr(0)
        self._stands = True
        # What was typed already stays: the mode changes now, and nothing is flushed.
        self._end_in_order()
        termios.tcsetattr(0, termios.TCSANOW, _raw(self.attributes))
        _write(_OUT + drawn)

    def let_go(self) -> bool:
        """Leave the terminal to the app for good; return whether it was not left to it before."""
        stood, self._stands = self._stands, False
        return stood

    def take_down(self) -> None:
        """Give the terminal back as it was; what was typed is forgotten.

        It was meant for the journal. Left in the terminal, it would go to the shell, which would
        run it and write it into its history.
        """
        if not self.let_go():
            return
        import termios  # noqa: PLC0415 - not on every system

        try:
            _write(_BACK)
            termios.tcsetattr(0, termios.TCSAFLUSH, self.attributes)
        except (OSError, termios.error):
            return  # the terminal is gone, and with it whoever would have minded

    def _end_in_order(self) -> None:
        """Give the terminal back before a signal ends the process as it always did."""
        # The same as `signal`, which is slower to import than all of this is to draw.
        import _signal  # type: ignore[import-not-found] # noqa: PLC0415

        def end(number: int, _frame: FrameType | None) -> None:
            self.take_down()
            if number == _signal.SIGINT:
                raise KeyboardInterrupt
            _signal.signal(number, _signal.SIG_DFL)
            os.kill(os.getpid(), number)

        for name in _SIGNALS:
            _signal.signal(getattr(_signal, name), end)
        # Stopped now, it would leave the shell a terminal that shows nothing typed.
        _signal.signal(_signal.SIGTSTP, _signal.SIG_IGN)


def raise_skeleton(theme: str | None = None) -> Skeleton | None:
    """Draw the skeleton where there is a terminal that can show it; return it, or None.

    Args:
        theme: in whose colours; the one the settings name where not given.
    """
    if sys.platform == "win32" or os.environ.get("TERM", "dumb") in ("", "dumb", "unknown"):
        return None
    if sys.stderr is None or sys.stderr.encoding.lower() != "utf-8":
        return None
    try:
        return Skeleton(theme or _theme()) if all(map(os.isatty, _STREAMS)) else None
    except Exception:  # noqa: BLE001 - the journal opens without it as well
        return None


def _raw(attributes: list[Any]) -> list[Any]:
    """Return the attributes Textual will set: no echo, no lines, no keys that send signals."""
    import termios  # noqa: PLC0415 - not on every system

    raw = [*attributes[:_KEYS], [*attributes[_KEYS]]]
    raw[_LOCAL] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    raw[_INPUT] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    raw[_KEYS][termios.VMIN] = 1
    return raw


def _write(text: str) -> None:
    left = text.encode()
    while left:
        left = left[os.write(_SCREEN, left) :]


def _theme() -> str:
    """Return the theme the settings name, without reading them as what they are.

    A parser of TOML takes longer to import than all of this takes. A line it would read
    differently costs nothing but another colour for a moment.
    """
    try:
        with open(places.config_file(), encoding="utf-8") as file:
            return _theme_in(file)
    except (OSError, ValueError):  # what is wrong with the file is said when it is read as TOML
        return DEFAULT_THEME


def _theme_in(lines: Iterable[str]) -> str:
    for line in lines:
        name, _, value = line.partition("=")
        if name.lstrip().startswith("["):
            break
        if name.strip() == "theme":
            return value.partition("#")[0].strip().strip("\"'")
    return DEFAULT_THEME
