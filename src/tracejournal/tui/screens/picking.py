"""Answering a row that asks for all its choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracejournal.model.when import parse_when
from tracejournal.tui.screens.dialogs import AskDialog, PickDialog
from tracejournal.tui.widgets.rows import ChoiceRow, Row, SeveralRow, TextRow
from tracejournal.words import forms

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp


async def pick_for_row(app: TracejournalApp, row: Row) -> None:
    """Show all choices of a row and put in it what was picked; Escape leaves it as it was."""
    title = forms.LIST_TITLES.get(row.field, "")
    if isinstance(row, ChoiceRow):
        chosen = (row.value,) if row.value else ()
        picked = await app.push_screen_wait(PickDialog(title, row.terms, chosen))
        if picked:
            row.value = picked[0]
    elif isinstance(row, SeveralRow):
        several = PickDialog(title, row.terms, row.value, several=True)
        picked = await app.push_screen_wait(several)
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
