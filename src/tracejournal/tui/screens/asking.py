"""What History asks: what to show, which day, more like what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.dates import parse_span
from tracejournal.model.text import one_line
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.words import history as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracejournal.journal.history import Likeness
    from tracejournal.tui.app import TracejournalApp

_FILTERS = tuple(Term(key, label, glyph) for key, label, glyph in words.FILTERS)


async def ask_filter(app: TracejournalApp, shown: str) -> str | None:
    """Ask what the list shows; answer with a key of `words.FILTERS`, or None to leave it."""
    picked = await app.push_screen_wait(PickDialog(words.FILTER_LIST, _FILTERS, (shown,)))
    return picked[0] if picked else None


async def ask_day(app: TracejournalApp) -> date | None:
    """Ask for a day to go to; of a month or a year it is the last one."""
    today = app.clock.today()
    dialog = AskDialog(words.DAY_ASK, words.DAY_HINT, check=lambda typed: parse_span(typed, today))
    typed = await app.push_screen_wait(dialog)
    return None if typed is None else parse_span(typed, today)[1]


async def ask_likeness(app: TracejournalApp, likenesses: Sequence[Likeness]) -> str | None:
    """Ask which person or tag to look for, where there are several; answer with a query."""
    if not likenesses:
        app.say(words.NOTHING_LIKE_IT)
        return None
    if len(likenesses) == 1:
        return likenesses[0].query
    terms = [
        Term(each.query, one_line(words.likeness(each.query, each.count))) for each in likenesses
    ]
    picked = await app.push_screen_wait(PickDialog(words.LIKE_LIST, terms))
    return picked[0] if picked else None
