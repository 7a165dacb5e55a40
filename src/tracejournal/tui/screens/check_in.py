"""The check-in: three gauges of one's own and a note, none of them required."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea

from tracejournal.model import draft as forms_of
from tracejournal.model.entry import CheckIn, Draft, rating
from tracejournal.model.errors import JournalError
from tracejournal.tui.commands import CHECK_IN, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.undo import Change
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.rows import GaugeRow, Row
from tracejournal.words import drafts, forms, house

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft
    from tracejournal.tui.app import TracejournalApp

_GAUGES = (("energy", forms.ENERGY), ("load", forms.LOAD), ("supported", forms.SUPPORTED))


class CheckInDialog(Dialog[CheckIn | None]):
    """Asks for a check-in, or lets one be changed; answers with it.

    Words that were typed and not kept stay as a draft; numbers alone go with the dialog.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(CHECK_IN))

    def __init__(
        self, check_in: CheckIn | None = None, slot: str = "", begun: SavedDraft | None = None
    ) -> None:
        """Begin empty, with an earlier check-in, or with what was begun and never kept."""
        super().__init__()
        self._shown = check_in or CheckIn()
        self._begun = begun
        self._keeper = DraftKeeper(self, slot or fresh_slot(forms_of.CHECK_IN), self._fields)

    @property
    def slot(self) -> str:
        """The draft that goes when the answer is kept."""
        return self._keeper.slot

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the note safe."""
        return (self._keeper,)

    def _fields(self) -> dict[str, object]:
        said = self._said()
        return {} if said == self._shown else forms_of.fields_of(said)

    def _said(self) -> CheckIn:
        gauges = {row.field: row.value for row in self.query(GaugeRow)}
        return self._shown.reworded(text=self.query_one(MomentLine).text).replace(**gauges)

    def compose(self) -> ComposeResult:
        """The gauges and the note."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(forms.CHECK_IN_TITLE)
            box.border_subtitle = Content(
                forms.CHECK_IN_KEYS if self.app.config.ratings else forms.NOTE_KEYS
            )
            for name, title in _GAUGES:
                yield GaugeRow(name, title)
            yield MomentLine(forms.CHECK_IN_NOTE)

    async def on_mount(self) -> None:
        """Show what there is."""
        self._show(forms_of.fields_of(self._shown))
        self.query_one(MomentLine).styles.margin = (1, 0, 0, 2)
        if self._begun:
            self._show(self._begun.fields)
            await self._keeper.take_up(self._begun)
        asked = [row for row in self.query(GaugeRow) if row.display]
        (asked[0] if asked else self.query_one(MomentLine)).focus()

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    def _show(self, fields: Mapping[str, object]) -> None:
        for row in self.query(GaugeRow):
            row.value = rating(fields.get(row.field), row.field)
        self.query_one(MomentLine).show_words(str(fields.get("text", "")))

    @on(TextArea.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    @on(Row.Submitted)
    @on(MomentLine.Submitted)
    async def _on_submitted(self) -> None:
        await self._keeper.flush()  # until whoever asked has kept it
        said = self._said()
        self._keeper.kept()
        self.dismiss(said)

    async def action_close(self) -> None:  # type: ignore[override]
        """Go back without an answer; a note stays as a draft."""
        if self.query_one(MomentLine).text.strip():
            await self._keeper.flush()
        else:
            await self._keeper.discard()
        self.dismiss(None)

    @work
    async def action_earlier_words(self) -> None:
        """Read what stood here before, and bring it back."""
        from tracejournal.tui.screens.earlier import earlier_fields  # noqa: PLC0415 - on first use

        fields = await earlier_fields(self.app, self._keeper)
        if fields is not None:
            self._show(fields)
            await self._keeper.flush()
            self.app.say(drafts.TAKEN_BACK)


async def check_in(app: TracejournalApp, begun: SavedDraft | None = None) -> None:
    """Ask how it is right now and keep what was said; nothing said keeps nothing."""
    dialog = CheckInDialog(begun=begun)
    said = await app.push_screen_wait(dialog)
    if said is None or said.is_empty:
        return
    slot = dialog.slot
    try:
        kept = await app.journal.ask(lambda journal: journal.entries.keep(Draft(said), clears=slot))
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
