"""Marking a day, or several, as rest or as leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.journal.days import check_range
from tracejournal.model.dates import parse_until
from tracejournal.model.errors import JournalError
from tracejournal.model.vocabulary import Term
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.words import rest as words

if TYPE_CHECKING:
    from datetime import date

    from tracejournal.journal.journal import Journal
    from tracejournal.tui.app import TracejournalApp

_CHOICES = tuple(Term(key, label, words.MARKS.get(key, "")) for key, label in words.CHOICES)


async def mark_days(app: TracejournalApp, day: date) -> None:
    """Ask for a mark from a day on, and put it there. Undo takes it back."""
    before = await app.journal.ask(lambda journal: journal.days.marks(day, day))
    dialog = PickDialog(words.days(day, day), _CHOICES, tuple(before.values()))
    picked = await app.push_screen_wait(dialog)
    if not picked:
        return
    mark, _, several = picked[0].partition("-")
    last = await _ask_until(app, day) if several else day
    if last is None:
        return
    try:
        await _put(app, day, last, "" if mark == "none" else mark)
    except JournalError as refusal:
        app.refuse(refusal)


async def _ask_until(app: TracejournalApp, day: date) -> date | None:
    today = app.clock.today()

    def check(typed: str) -> date:
        last = parse_until(typed, day, today)
        check_range(day, last)
        return last

    typed = await app.push_screen_wait(AskDialog(words.UNTIL, words.UNTIL_HINT, check=check))
    return None if typed is None else check(typed)


async def _put(app: TracejournalApp, first: date, last: date, mark: str) -> None:
    before = await app.journal.ask(lambda journal: journal.days.marks(first, last))

    def put(journal: Journal) -> None:
        journal.days.mark(first, last, mark)

    def put_back(journal: Journal) -> None:
        journal.days.put_marks(first, last, before)

    await app.change(words.MARKING, put, put_back)
    said = words.MARKED if mark else words.UNMARKED
    app.say(said.format(mark=mark, days=words.days(first, last)))
