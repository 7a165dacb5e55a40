"""Leaving with all words safe, whatever it is that ends the sitting or may end it soon."""

from __future__ import annotations

import asyncio
import signal
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from tracejournal.model.errors import JournalError
from tracejournal.tui.screens.base import Room
from tracejournal.words import drafts as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.draft_keeper import DraftKeeper


_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")


def keepers_on(screens: Iterable[object]) -> list[DraftKeeper]:
    """Return what keeps the words of every form on these screens safe."""
    rooms = {screen for screen in screens if isinstance(screen, Room)}
    return [keeper for room in rooms for keeper in room.keepers()]


async def leave(app: TracejournalApp, *, at_any_rate: bool = False) -> None:
    """Save what is unfinished and end the app.

    What the journal does not take goes into a file. Where no place takes it, the app stays, with
    the words in it.

    Args:
        app: the app.
        at_any_rate: end all the same, since the system is about to.
    """
    told = ""
    for keeper in app.keepers:
        try:
            await keeper.save()
        except JournalError as refusal:
            told = _put_aside(keeper, refusal)
            if not told and not at_any_rate:
                app.refuse(JournalError(words.STAYS_OPEN.format(refusal=refusal)))
                return
    app.exit(1 if told else 0, message=Text(told) if told else None)


def _put_aside(keeper: DraftKeeper, refusal: JournalError) -> str:
    """Write what a form holds into a file; return a sentence that says where, or ""."""
    from tracejournal.journal.leftovers import put_draft_aside  # noqa: PLC0415 - hardly ever needed

    path = put_draft_aside(keeper.slot, keeper.held)
    return words.NOT_WRITTEN.format(refusal=refusal, path=path) if path else ""


def watch_signals(app: TracejournalApp) -> None:
    """Let words be saved whatever the system does to the process."""
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        if hasattr(signal, name):
            end = partial(app.call_next, partial(leave, app, at_any_rate=True))
            loop.add_signal_handler(getattr(signal, name), end)
    if hasattr(signal, "SIGTSTP"):
        pause = partial(_save_and_stop, app, signal.getsignal(signal.SIGTSTP))
        loop.add_signal_handler(signal.SIGTSTP, partial(app.call_next, pause))


async def _save_and_stop(app: TracejournalApp, stop: object) -> None:
    """Save all words, then let Textual hand the terminal back and stop the process."""
    for keeper in app.keepers:
        await keeper.flush()
    if callable(stop):
        stop(signal.SIGTSTP, None)
