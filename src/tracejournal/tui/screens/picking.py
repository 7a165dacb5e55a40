"""Answering a row that asks for all its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.vocabulary import VOCABULARIES
from tracejournal.model.when import parse_when
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.tui.screens.terms import TermDialog
from tracejournal.tui.widgets.rows import ChoiceRow, Row, SeveralRow, TermRow, TextRow
from tracejournal.words import forms

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp


async def pick_for_row(app: TracejournalApp, row: Row) -> None:
    """Show all choices of a row and put in it what was picked; Escape leaves it as it was."""
    await _answer(app, row)
    row.refresh()  # what it is called may be another


async def _answer(app: TracejournalApp, row: Row) -> None:
    title = forms.LIST_TITLES.get(row.field, "")
    if isinstance(row, ChoiceRow):
        chosen = (row.value,) if row.value else ()
        picked = await app.push_screen_wait(_dialog(row, title, chosen))
        if picked:
            row.value = picked[0]
    elif isinstance(row, SeveralRow):
        picked = await app.push_screen_wait(_dialog(row, title, row.value, several=True))
        if picked is not None:
            row.value = picked
    elif isinstance(row, TextRow):
        dialog = AskDialog(
            forms.WHEN_ASK,
            forms.WHEN_HINT,
            row.value,
            check=lambda typed: parse_when(typed, app.clock),
        )
        typed = await app.push_screen_wait(dialog)
        if typed is not None:
            row.value = typed


def _dialog(
    row: TermRow, title: str, chosen: tuple[str, ...], *, several: bool = False
) -> PickDialog:
    """Return the list of a row; kinds and conditions can be made one's own in it."""
    for name, vocabulary in VOCABULARIES.items():
        if row.terms is vocabulary:
            return TermDialog(name, title, chosen, several=several)
    return PickDialog(title, row.terms, chosen, several=several)
