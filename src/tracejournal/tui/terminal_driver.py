"""The terminal under the app: taken over from the skeleton, listened to without waking.

Textual's own driver is right in nearly everything. It enters the alternate screen again, which
clears it in many terminals; it reads what is typed before any widget has the focus, and so loses
it; and it looks for keys ten times a second, for as long as the program is open.
"""

from __future__ import annotations

import os
import select
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from itertools import takewhile
from typing import IO, TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from tracejournal.tui.commands import MODIFIED

if TYPE_CHECKING:
    from textual.message import Message

    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.skeleton import Skeleton

_ALTERNATE_SCREEN = "\x1b[?1049h"
_GO, _END = b"g", b"e"
_TICK = 0.05
"""Seconds between looks at a key that may be the beginning of another, such as Escape."""
_MOST_BYTES = 4096


class _Outlet:
    """What is written to, and may be gone: its window was closed, its line was cut.

    A thread of Textual's writes. It ended when it could not, and the app then waited for it for
    ever, at the very moment at which there was a draft to save.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()


class TerminalDriver(LinuxDriver):
    """A driver that waits: until there is a line to type into, then for keys."""

    _app: TracejournalApp

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - Textual's own
        """Take over from the skeleton, where the app stands behind one."""
        super().__init__(*arguments, **options)
        self._skeleton: Skeleton | None = getattr(self._app, "skeleton", None)
        self._skeleton_stands = self._skeleton is not None
        self._may_read = False
        self._parser = XTermParser(self._debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._told = self._tell = -1
        self._file: Any = _Outlet(self._file)

    def let_keys_in(self) -> str:
        """Begin to listen; return the letters that were typed so far.

        All that comes after the first key that is no letter is passed on as keys.
        """
        if self._may_read:
            return ""
        self._may_read = True
        events: list[Message] = []
        while select.select([self.fileno], [], [], 0)[0]:
            events += self._typed()
        letters = list(takewhile(_is_letter, events))
        for event in events[len(letters) :]:
            self.process_message(event)
        os.write(self._tell, _GO)
        return "".join(event.character or "" for event in letters if isinstance(event, Key))

    def start_application_mode(self) -> None:
        """Go to the full screen, or take it over from the skeleton."""
        self._told, self._tell = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._skeleton and self._skeleton_stands:
            # Textual noted the skeleton's mode; an editor, and the shell, get the terminal's own.
            self.attrs_before = self._skeleton.attributes
            self._skeleton_stands = False

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        super().stop_application_mode()
        if self._skeleton:
            self._skeleton.let_go()

    def write(self, data: str) -> None:
        """Write to the terminal; the alternate screen is not entered, and cleared, twice."""
        if not (self._skeleton_stands and data == _ALTERNATE_SCREEN):
            super().write(data)

    def disable_input(self) -> None:
        """Stop listening."""
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._tell, _END)
        super().disable_input()

    def close(self) -> None:
        """Finish writing."""
        super().close()
        os.close(self._tell)
        os.close(self._told)

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as the shell asks: with the words saved and the terminal as it was."""
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._app.step_aside, _stop_until_in_front)
        else:  # an editor has the terminal, and stops, too
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: object) -> None:
        """Go on; whoever stepped aside comes back by itself."""

    def _run_input_thread(self) -> None:
        """Listen until the terminal is gone, and with it the person."""
        tell = self._loop.call_soon_threadsafe
        try:
            self.run_input_thread()
        except (OSError, EOFError):
            tell(self._app.leave, signal.SIGHUP)
        except Exception as error:  # noqa: BLE001 - Textual would write a traceback
            tell(self._app._handle_exception, error)  # noqa: SLF001 - as it does for all others

    def run_input_thread(self) -> None:
        """Pass on keys until told to end; while none is pressed, sleep."""
        if not self._may_read and os.read(self._told, 1) == _END:
            return
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._told, selectors.EVENT_READ)
            while True:
                # A key that may go on is decided on after a while; nothing else is due ever.
                wait = None if self._parser._timeout_time is None else _TICK  # noqa: SLF001 - there is no other way to know
                ready = {key.fd for key, _ in selector.select(wait)}
                if self._told in ready and os.read(self._told, 1) == _END:
                    return
                events = self._typed() if self.fileno in ready else []
                for event in (*events, *self._parser.tick()):
                    self.process_message(event)

    def _typed(self) -> list[Message]:
        """Return what the bytes that wait come to."""
        typed = os.read(self.fileno, _MOST_BYTES)
        if not typed:
            raise EOFError
        return list(self._parser.feed(self._decode(typed)))


def _stop_until_in_front() -> None:
    """Stop this process until the shell lets it go on where it has the terminal."""
    os.kill(os.getpid(), signal.SIGSTOP)
    with suppress(OSError):  # there is no terminal any more; going on finds out
        while os.tcgetpgrp(0) != os.getpgrp():
            os.kill(os.getpid(), signal.SIGSTOP)


def _is_letter(event: Message) -> bool:
    return isinstance(event, Key) and event.is_printable and not event.key.startswith(MODIFIED)
