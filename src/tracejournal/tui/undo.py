"""What can be taken back in this sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracejournal.model.errors import JournalError
from tracejournal.words import house

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracejournal.journal.journal import Journal
    from tracejournal.tui.app import TracejournalApp


class Change(NamedTuple):
    """A change that was made, and how to take it back and do it again.

    Attributes:
        what: what it was, in words: "put in the trash".
        undo: the use case that takes it back.
        redo: the use case that does it again.
    """

    what: str
    undo: Callable[[Journal], object]
    redo: Callable[[Journal], object]


class UndoStack:
    """Changes in the order they were made; a new one forgets what was taken back."""

    def __init__(self) -> None:
        """Begin with nothing to take back."""
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def __len__(self) -> int:
        """Return how many changes there are to take back."""
        return len(self._done)

    def push(self, change: Change) -> None:
        """Remember a change that was just made."""
        self._done.append(change)
        self._undone.clear()

    def forget(self) -> None:
        """Forget everything: what was erased for good cannot be taken back."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> Change | None:
        """Return the change to take back now, or None."""
        if not self._done:
            return None
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Change | None:
        """Return the change to do again now, or None."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]


async def take_back(app: TracejournalApp) -> None:
    """Take back the last change of this sitting, and say so."""
    change = app.undo_stack.undo()
    if change is None:
        app.say(house.NOTHING_TO_UNDO)
    else:
        await _make(app, change.undo, house.UNDONE.format(what=change.what))


async def do_again(app: TracejournalApp) -> None:
    """Do again what was taken back last, and say so."""
    change = app.undo_stack.redo()
    if change is None:
        app.say(house.NOTHING_TO_REDO)
    else:
        await _make(app, change.redo, house.REDONE.format(what=change.what))


async def _make(app: TracejournalApp, use_case: Callable[[Journal], object], said: str) -> None:
    try:
        await app.journal.ask(use_case)
    except JournalError as refusal:
        app.refuse(refusal)
        return
    app.say(said)
    await app.publish_change()
