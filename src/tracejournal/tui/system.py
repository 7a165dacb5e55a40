"""What the system tells the app while it runs: signals, and failures nobody waited for.

Left alone, Python, asyncio and threads write a traceback over the screen for each of these.
"""

from __future__ import annotations

import asyncio
import faulthandler
import signal
import threading
from typing import TYPE_CHECKING, Any

from tracejournal.journal import crash_log

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")


def listen(app: TracejournalApp) -> None:
    """Let signals end the app in order, and failures of no one's go into the log."""
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        if hasattr(signal, name):
            number = getattr(signal, name)
            loop.add_signal_handler(number, app.leave, number)
    loop.set_exception_handler(_note_stray)
    threading.excepthook = _note_in_thread


def note_hard_crashes() -> None:
    """Let a fault of the engine itself leave its frames in the log: files and lines, no values.

    The terminal stays as it is then; nothing of ours runs any more that could put it right.
    """
    try:
        faulthandler.enable(crash_log.open_log())
    except OSError:
        return  # where no log can be written, none is missed


def _note_stray(_loop: asyncio.AbstractEventLoop, found: dict[str, Any]) -> None:
    error = found.get("exception")
    if isinstance(error, BaseException):
        crash_log.note(error)


def _note_in_thread(found: threading.ExceptHookArgs) -> None:
    if found.exc_value is not None:
        crash_log.note(found.exc_value)
