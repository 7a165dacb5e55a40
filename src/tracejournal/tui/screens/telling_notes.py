"""The quiet lines of Today: read when all else is shown, opened, let be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.screen import Screen
from textual.widget import MountError

from tracejournal.model.errors import JournalError
from tracejournal.tui.widgets.moment_form import MomentForm
from tracejournal.words import today as words

if TYPE_CHECKING:
    from tracejournal.tui.app import TracejournalApp
    from tracejournal.tui.widgets.note_lines import NoteLine


class TellsNotes(Screen[None]):
    """A screen with a line for a moment, and quiet lines at the end of its body."""

    app: TracejournalApp

    @work(group="notes", exclusive=True)
    async def tell_notes(self) -> None:
        """Show what there is to say today. What could not be read is told where it matters."""
        from tracejournal.tui.notes import read_notes  # noqa: PLC0415 - after the first paint
        from tracejournal.tui.widgets.note_lines import NoteLines  # noqa: PLC0415 - see above

        try:
            notes = await self.app.journal.ask(read_notes)
        except JournalError:
            notes = ()
        try:
            for lines in self.query(NoteLines):
                await lines.show(notes)
        except MountError:
            if self.is_attached:
                raise
            return  # whoever left meanwhile needs none of it
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the way to the lines while there are some."""
        if action == "to_notes":
            return bool(self.query("NoteLine"))
        return super().check_action(action, parameters)

    def action_to_notes(self) -> None:
        """Go to the first line."""
        self.query("NoteLine").first().focus()

    def action_begin_with(self, mention: str) -> None:
        """Put someone into the line for a moment, behind what stands there already."""
        line = self.query_one(MomentForm).line
        gap = "" if not line.text or line.text.endswith((" ", "\n")) else " "
        line.move_cursor(line.document.end)
        line.insert(f"{gap}{mention} ")
        line.focus()

    async def on_note_line_opened(self, event: NoteLine.Opened) -> None:
        """Go where it leads."""
        event.stop()
        await self.run_action(event.note.opens)

    async def on_note_line_let_be(self, event: NoteLine.LetBe) -> None:
        """Say it no more for a while; undo says it again, where that can be."""
        event.stop()
        note = event.note
        if note.let_be is None:
            return
        try:
            if note.speak_again is None:
                await self.app.journal.ask(note.let_be)
                self.tell_notes()
            else:
                await self.app.change(words.LETTING_BE, note.let_be, note.speak_again)
        except JournalError as refusal:
            self.app.refuse(refusal)
