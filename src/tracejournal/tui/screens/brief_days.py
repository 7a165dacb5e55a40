"""Asking which days a brief looks at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracejournal.model.dates import parse_span
from tracejournal.model.errors import Misuse
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.words import brief as words

if TYPE_CHECKING:
    from datetime import date

    from tracejournal.model.dates import Span
    from tracejournal.tui.app import TracejournalApp

_CHOICES = tuple(Term(key, label) for key, label in words.PERIODS)
_LENGTHS = {"2-weeks": 14, "4-weeks": 28, "3-months": 91, "year": 365}
"""Days back from today, today included."""


async def ask_days(app: TracejournalApp) -> Span | None:
    """Ask which days; answer None to leave them."""
    today = app.clock.today()
    picked = await app.push_screen_wait(PickDialog(words.PERIOD_LIST, _CHOICES))
    if not picked:
        return None
    if picked[0] in _LENGTHS:
        return today - timedelta(days=_LENGTHS[picked[0]] - 1), today
    dialog = AskDialog(
        words.PERIOD_ASK, words.PERIOD_HINT, check=lambda typed: parse_days(typed, today)
    )
    typed = await app.push_screen_wait(dialog)
    return None if typed is None else parse_days(typed, today)


def parse_days(typed: str, today: date) -> Span:
    """Return the days a person means by a day, a month, a year, or from one `to` another.

    Raises:
        Misuse: it is none of these, or it ends before it begins.
    """
    begin, between, end = typed.lower().partition(" to ")
    first, last = parse_span(begin, today)
    if between:
        last = parse_span(end, today)[1]
    if last < first:
        raise Misuse(words.DAYS_BACKWARDS)
    return first, last
