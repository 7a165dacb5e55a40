"""Why a meeting was dropped: one question, in a word or in one's own; unsaid is as good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tracejournal.model.draft import DROPPED
from tracejournal.model.meeting import REASONS
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.meeting import Occurrence


class DroppedDialog(Dialog[tuple[str | None, str, str | None] | None]):
    """Answers with the key of a reason, own words, and the draft that goes once they are kept."""

    DEFAULT_CSS = """
    DroppedDialog {
        OptionList { margin: 1 0; }
    }
    """

    def __init__(self, dropped: Occurrence, begun: SavedDraft | None = None) -> None:
        """Take which one, and words that were begun and never kept."""
        super().__init__()
        self._dropped = dropped
        self._begun = begun
        subject = f"{dropped.meeting.id}@{dropped.due}"
        self._keeper = DraftKeeper(self, fresh_slot(DROPPED, subject), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def _fields(self) -> dict[str, object]:
        typed = self._line.value
        return {"text": typed} if typed else {}

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def compose(self) -> ComposeResult:
        """The reasons, alike, and a line for others."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(words.DROP_ASK)
            box.border_subtitle = Content(words.DROP_KEYS)
            day = words.day(self._dropped.on, self.app.clock.today())
            yield Static(Content(f"{self._dropped.meeting.title}, {day}"), markup=False)
            yield OptionList(
                *(
                    Option(Content.assemble((f" {number}  ", "$support"), each.label), id=each.key)
                    for number, each in enumerate(REASONS, start=1)
                ),
            )
            yield TextLine(placeholder=words.DROP_HINT, compact=True)

    async def on_mount(self) -> None:
        """Stand on the first reason, or behind the words that were begun."""
        self._line.styles.margin = 0
        self.query_one(OptionList).highlighted = 0
        if self._begun:
            self._line.value = self._begun.words
            await self._keeper.take_up(self._begun)
            self._line.focus()
        else:
            self.query_one(OptionList).focus()

    def on_key(self, event: events.Key) -> None:
        """Take a reason by its digit."""
        digit = event.character or ""
        if digit.isdigit() and not self._line.has_focus and 1 <= int(digit) <= len(REASONS):
            event.stop()
            self._choose(REASONS[int(digit) - 1].key)

    @on(Input.Changed)
    def _on_typed(self) -> None:
        self._keeper.touch()

    @on(OptionList.OptionSelected)
    def _on_chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(str(event.option.id))

    def _choose(self, reason: str) -> None:
        self.run_worker(self._answer(reason), name="answer")

    @on(Input.Submitted)
    async def _on_submitted(self) -> None:
        await self._answer(None)

    async def _answer(self, reason: str | None) -> None:
        await self._keeper.flush()  # until whoever asked has kept it
        self._keeper.kept()
        self.dismiss((reason, self._line.value, self._keeper.slot))

    async def action_close(self) -> None:  # type: ignore[override]
        """Leave it unsaid; what was typed stays as a draft."""
        await self._keeper.flush()
        self.dismiss(None)
