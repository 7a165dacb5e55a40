"""Noting what came of a loop: who heard it, what came back, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tracejournal.model.draft import LOOP_NOTE
from tracejournal.model.errors import JournalError
from tracejournal.model.loop import NOTES
from tracejournal.tui.commands import EDITING, bindings
from tracejournal.tui.draft_keeper import DraftKeeper, fresh_slot
from tracejournal.tui.screens.drafted import DraftedDialog
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.prompt_form import LineRow
from tracejournal.tui.widgets.rows import ChoiceRow, Row
from tracejournal.tui.widgets.text_line import TextLine
from tracejournal.words import forms
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tracejournal.model.draft import SavedDraft
    from tracejournal.model.loop import Loop


class LoopNote(DraftedDialog["Loop | None"]):
    """A line, and who it was; none is needed. Answers with the loop once the note is kept."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EDITING))
    DEFAULT_CSS = """
    LoopNote {
        MomentLine { margin-bottom: 1; }
        IdentifierLine { margin-bottom: 1; }
        .below { min-height: 1; margin-top: 1; }
    }
    """

    def __init__(
        self, loop: Loop, begun: SavedDraft | None = None, *, names: Sequence[str] = ()
    ) -> None:
        """Take the loop, what was begun in an earlier sitting, and names that can be completed."""
        super().__init__()
        self._before = loop
        self._begun = begun
        self._names = names
        self._notes = NOTES[loop.content.kind]
        self._keeper = DraftKeeper(self, fresh_slot(LOOP_NOTE, loop.id), self._fields)

    def keepers(self) -> Iterable[DraftKeeper]:
        """Return what keeps the words safe."""
        return (self._keeper,)

    def compose(self) -> ComposeResult:
        """What it is, the words, who it was."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = Content(words.NOTE_TITLE)
            box.border_subtitle = Content(words.FORM_KEYS)
            yield MomentLine(words.NOTE_HINT)
            yield IdentifierLine()
            yield ChoiceRow("what", words.NOTE_WHAT, self._notes)
            line = TextLine(placeholder=words.WHO_HINT, compact=True)
            yield LineRow("people", words.NOTE_WHO, line)
            yield Static(markup=False, classes="below hint")

    async def on_mount(self) -> None:
        """Begin with the first that can be said of its kind."""
        self._line.people = self._names
        self._row.value = self._notes[0].key
        if self._begun:
            self.fill(self._begun.fields)
            await self._keeper.take_up(self._begun)
        self._line.focus()

    @property
    def _line(self) -> MomentLine:
        return self.query_one(MomentLine)

    @property
    def _row(self) -> ChoiceRow:
        return self.query_one(ChoiceRow)

    @property
    def _who(self) -> Input:
        return self.query_one(Input)

    def fill(self, fields: Mapping[str, object]) -> None:
        """Show what a draft held."""
        self._line.show_words(str(fields.get("text", "")))
        self._who.value = str(fields.get("people", ""))
        if fields.get("what") in [note.key for note in self._notes]:
            self._row.value = str(fields["what"])

    def _fields(self) -> dict[str, object]:
        held: dict[str, object] = {"text": self._line.text, "people": self._who.value}
        return held | {"what": self._row.value} if any(held.values()) else {}

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Row.Changed)
    def _on_changed(self) -> None:
        self._keeper.touch()
        self.query_one(IdentifierLine).follow(self._line)

    @on(MomentLine.MoreWanted)
    def _on_tab(self) -> None:
        self.focus_next()

    @on(MomentLine.CompletionsChanged)
    def _on_completions(self, event: MomentLine.CompletionsChanged) -> None:
        said = " · ".join((*event.names, forms.COMPLETE)) if event.names else ""
        self.query_one(".below", Static).update(Content(said))

    @on(MomentLine.Submitted)
    @on(Input.Submitted)
    @on(Row.Submitted)
    async def _on_submitted(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Keep it; the words stay where they are until they are on the disk."""
        seen, text, people = self._before, self._line.text, self._who.value.split(",")
        what = self._row.value or self._notes[0].key
        try:
            noted = await self._keeper.keep(
                lambda journal, slot: journal.loops.note(seen, what, text, people, clears=slot)
            )
        except JournalError as refusal:
            self.app.refuse(refusal)
        else:
            self.dismiss(noted)
