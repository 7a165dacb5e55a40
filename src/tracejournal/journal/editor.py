"""Writing in a person's own editor, and a place for words that could not be kept.

The file lies in a folder only its owner can enter, in memory where the system offers that, and
goes with the folder, so that what the editor leaves beside it (swap, backup, undo) goes, too.
"""

from __future__ import annotations

import os
import select
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading

from tracejournal.journal import leftovers
from tracejournal.model.draft import MOMENT, slot_of
from tracejournal.model.errors import JournalError
from tracejournal.words import refusals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Self

    from tracejournal.model.draft import Belonging

_VARIABLES = ("VISUAL", "EDITOR")
_TYPED = ("SIGINT", "SIGQUIT")
"""Signals that keys send, to everything in the terminal at once."""
_ENDINGS = ("SIGTERM", "SIGHUP")
_NO_LOOP = -1
"""As `signal.set_wakeup_fd` has it."""
_LOOK_UP = 1.0


class EditorStopped(JournalError):  # noqa: N818 - says what is, reads well where it is caught
    """The editor did not end well. `words` is what the file held then, so that nothing is lost."""

    def __init__(self, sentence: str, words: str) -> None:
        """Take the sentence for the person and the words."""
        super().__init__(sentence)
        self.words = words


def edit_text(text: str, belonging: Belonging) -> str:
    """Let a person change a text in $VISUAL or $EDITOR, and return what they saved.

    The terminal must be free: the full screen suspends itself around this.

    Args:
        text: what the editor begins with.
        belonging: where the words belong; they are taken in there where nobody waits for them
            any more, since tracejournal was killed while the editor was open.

    Raises:
        JournalError: no editor is named, or it cannot be started.
        EditorStopped: it ended with an error; it carries the words.
    """
    command = _command()
    folder = _private_folder()
    path = os.path.join(folder, leftovers.EDITED)
    lock = None
    try:
        leftovers.write_privately(path, text)
        lock = leftovers.hold(folder, belonging)
        failed = _run([*command, path], lock)
        saved = _read(path, text)
    except OSError:
        raise JournalError(refusals.FOLDER_UNWRITABLE.format(path=folder)) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if lock is not None:
            os.close(lock)
    if failed:
        raise EditorStopped(refusals.EDITOR_FAILED.format(name=command[0]), saved)
    return saved


def put_aside(text: str) -> str | None:
    """Write words that could not be kept into a file only their owner can read.

    Where the journal is locked, they become a draft in its letterbox.

    Returns:
        its path, or None where no place takes it.
    """
    slot = slot_of(MOMENT, "", os.urandom(4).hex())
    return leftovers.seal_aside(slot, {"text": text}) or leftovers.put_aside(
        leftovers.NOT_KEPT, text
    )


def _command() -> list[str]:
    named = next(filter(None, (os.environ.get(name, "").strip() for name in _VARIABLES)), "")
    try:
        command = shlex.split(named, posix=os.name == "posix")
    except ValueError:  # a quote that is never closed
        command = []
    if not command or shutil.which(command[0]) is None:
        raise JournalError(refusals.EDITOR_MISSING)
    return command


def _private_folder() -> str:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    base = runtime if _is_private(runtime) else None
    try:
        return tempfile.mkdtemp(prefix=leftovers.EDITOR_FOLDER, dir=base)
    except OSError:
        raise JournalError(refusals.FOLDER_UNWRITABLE.format(path=base or "/tmp")) from None  # noqa: S108 - only named


def _is_private(folder: str) -> bool:
    try:
        found = os.stat(folder)
    except (OSError, ValueError):
        return False
    owned = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return owned and not found.st_mode & 0o077 and os.access(folder, os.W_OK | os.X_OK)


def _run(command: list[str], lock: int | None) -> bool:
    """Run the editor; return whether it failed."""
    passed = () if lock is None else (lock,)
    with _Signals() as signals:
        try:
            editor = subprocess.Popen(command, pass_fds=passed)  # noqa: S603 - the person's own choice
        except OSError:
            return True
        with editor:
            signals.go_to(editor)
            return _code_of(editor) != 0


def _code_of(editor: subprocess.Popen[bytes]) -> int:
    """Wait for the editor and return its exit code.

    A signal can go to another thread, which notes it and wakes nobody; it is acted on here alone.
    So this one looks up once a second, where the system lets it wait for so long and no longer.
    """
    try:
        ended = os.pidfd_open(editor.pid)
    except (AttributeError, OSError):
        return editor.wait()
    try:
        while not select.select([ended], [], [], _LOOK_UP)[0]:
            continue
    finally:
        os.close(ended)
    return editor.wait()


class _Signals:
    """Lets the editor have what is typed to it, and what ends us end it first.

    What it saved until then is taken in. A signal that ends us comes to us as well, later: the
    loop of the full screen has noted it, and the command line has nothing left to do.
    """

    def __init__(self) -> None:
        self._editor: subprocess.Popen[bytes] | None = None
        self._early: list[int] = []
        self._before: dict[int, Any] = {}
        self._loop = _NO_LOOP

    def __enter__(self) -> Self:
        # Before the editor begins, since it can be ended as soon as it has. What is typed is
        # ignored only once it has, since it would have inherited that; a function it does not
        # inherit, but the loop of the full screen would hear of what comes to one, and leave.
        self._loop = self._tell_loop(_NO_LOOP)
        self._take(_ENDINGS, self._pass_on)
        self._take(_TYPED, _let_be)
        return self

    def __exit__(self, *_error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._tell_loop(self._loop)

    def go_to(self, editor: subprocess.Popen[bytes]) -> None:
        """Pass signals on to the editor, those of the moment in which it began, too."""
        self._take(_TYPED, signal.SIG_IGN)
        self._tell_loop(self._loop)
        self._editor = editor
        for number in self._early:
            editor.send_signal(number)
            if self._loop != _NO_LOOP:
                os.write(self._loop, bytes([number]))

    def _tell_loop(self, loop: int) -> int:
        """Let what waits for signals hear of them, or nothing; return what did before."""
        if threading.current_thread() is not threading.main_thread():
            return _NO_LOOP
        return signal.set_wakeup_fd(loop, warn_on_full_buffer=False)

    def _take(self, names: Sequence[str], handler: Any) -> None:  # noqa: ANN401 - as `signal` takes it
        if threading.current_thread() is threading.main_thread():
            for name in names:
                if hasattr(signal, name):
                    number = getattr(signal, name)
                    before = signal.signal(number, handler)
                    self._before.setdefault(number, before)

    def _pass_on(self, number: int, _frame: object) -> None:
        if self._editor is None:
            self._early.append(number)
        else:
            self._editor.send_signal(number)


def _let_be(_number: int, _frame: object) -> None:
    """Do nothing: what is typed is the editor's."""


def _read(path: str, text: str) -> str:
    """Return what the file holds; the text it began with where it is gone."""
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return file.read().removesuffix("\n")
    except OSError:
        return text
