"""The check-in: three gauges of one's own and a note, none of them required."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content

from tracejournal.model.entry import CheckIn, Draft
from tracejournal.model.errors import JournalError
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import GaugeRow, Row
from tracejournal.words import forms, house

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tracejournal.tui.app import TracejournalApp

_GAUGES = (("energy", forms.ENERGY), ("load", forms.LOAD), ("supported", forms.SUPPORTED))


class CheckInDialog(Dialog[CheckIn | None]):
    """Asks for a check-in, or lets one be changed; answers with it."""

    def __init__(self, check_in: CheckIn | None = None) -> None:
        """Begin empty, or with an earlier check-in."""
        super().__init__()
        self._shown = check_in or CheckIn()

    def compose(self) -> ComposeResult:
        """The gauges and the note."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(forms.CHECK_IN_TITLE)
            box.border_subtitle = Content(forms.CHECK_IN_KEYS)
            for name, title in _GAUGES:
                yield GaugeRow(name, title)
            yield MomentLine(forms.CHECK_IN_NOTE)

    def on_mount(self) -> None:
        """Show what there is."""
        for row in self.query(GaugeRow):
            row.value = getattr(self._shown, row.field)
        line = self.query_one(MomentLine)
        line.show_words(self._shown.text)
        line.styles.margin = (1, 0, 0, 2)
        self.query(GaugeRow).first().focus()

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(Row.Submitted)
    @on(MomentLine.Submitted)
    def _on_submitted(self) -> None:
        gauges = {row.field: row.value for row in self.query(GaugeRow)}
        self.dismiss(self._shown.replace(text=self.query_one(MomentLine).text, **gauges))


async def check_in(app: TracejournalApp) -> None:
    """Ask how it is right now and keep what was said; nothing said keeps nothing."""
    said = await app.push_screen_wait(CheckInDialog())
    if said is None or said.is_empty:
        return
    try:
        kept = await app.journal.ask(lambda journal: journal.entries.keep(Draft(said)))
    except JournalError as refusal:
        app.refuse(refusal)
        return
    app.undo_stack.push(
        Change(
            house.CHECKING_IN,
            undo=lambda journal: journal.entries.delete([kept.id]),
            redo=lambda journal: journal.entries.restore([kept.id]),
        )
    )
    app.say(house.CHECKED_IN)
    await app.publish_change()
