"""Leaving with all words safe, whatever it is that ends the sitting or may end it soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracejournal.model.errors import JournalError
from tracejournal.tui.screens.base import Room
from tracejournal.words import drafts as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.draft_keeper import DraftKeeper


_SIGNALLED = 128
"""To which a shell adds the number of the signal that ended a program."""


def keepers_on(screens: Iterable[object]) -> list[DraftKeeper]:
    """Return what keeps the words of every form on these screens safe."""
    rooms = {screen for screen in screens if isinstance(screen, Room)}
    return [keeper for room in rooms for keeper in room.keepers()]


async def leave(app: TracejournalApp, number: int = 0) -> None:
    """Save what is unfinished and end the app.

    What the journal does not take goes into a file. Where no place takes it, the app stays, with
    the words in it.

    Args:
        app: the app.
        number: of the signal for which to end at any rate, since the system is about to; else 0.
    """
    async with app.locking.turn:  # a lock that is closing just now saves all words first
        await _leave(app, number)


async def _leave(app: TracejournalApp, number: int) -> None:
    told = ""
    for keeper in app.keepers:
        try:
            await keeper.save()
        except JournalError as refusal:
            told = _put_aside(keeper, refusal)
            if not told and not number:
                app.refuse(JournalError(words.STAYS_OPEN.format(refusal=refusal)))
                return
    code = _SIGNALLED + number if number else int(bool(told))
    if told:
        app.exit(code, return_code=code, message=Text(told))
    else:
        app.exit(code, return_code=code)


def _put_aside(keeper: DraftKeeper, refusal: JournalError) -> str:
    """Write what a form holds into a file; return a sentence that says where, or ""."""
    from tracejournal.journal.leftovers import put_draft_aside  # noqa: PLC0415 - hardly ever needed

    path = put_draft_aside(keeper.slot, keeper.held)
    return words.NOT_WRITTEN.format(refusal=refusal, path=path) if path else ""
