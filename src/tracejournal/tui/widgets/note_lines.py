"""A few quiet lines, each of which leads somewhere. They take no room where there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.tui.commands import NOTE, bindings
from tracejournal.words import today as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult
    from textual.binding import BindingType

    from tracejournal.tui.notes import Note


class NoteLine(Widget, can_focus=True):
    """One line, with its keys while it has the focus."""

    DEFAULT_CSS = """
    NoteLine { height: 1; width: 1fr; padding: 0 2; color: $ink-soft; }
    NoteLine:focus { background: $marked; color: $ink; }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(NOTE))

    @dataclass
    class Opened(Message):
        """What it is about is wanted."""

        note: Note

    @dataclass
    class LetBe(Message):
        """It is to be said no more for a while."""

        note: Note

    def __init__(self, note: Note, door: str) -> None:
        """Take what is said, and the key that leads to these lines."""
        super().__init__()
        self.note = note
        self._door = door

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to let it be where that is possible."""
        if action == "let_note_be":
            return self.note.let_be is not None
        return super().check_action(action, parameters)

    def render(self) -> RenderResult:
        """Draw what is said, cut where it must be, and the keys behind it."""
        keys = self._door
        if self.has_focus:
            keys = words.NOTE_KEYS if self.note.let_be else words.NOTE_KEYS_OPEN
        room = self.content_size.width - len(words.NOTE_SIGN) - len(keys) - 2
        said = Content(self.note.said).truncate(room, ellipsis=True)
        return Content.assemble(
            (words.NOTE_SIGN, "$lead"), said, "  ", (keys, "" if self.has_focus else "$ink-faint")
        )

    def action_open_note(self) -> None:
        """Ask for what it is about."""
        self.post_message(self.Opened(self.note))

    def action_let_note_be(self) -> None:
        """Ask that it is said no more for a while."""
        self.post_message(self.LetBe(self.note))

    def action_step(self, by: int) -> None:
        """Go to the line above or below."""
        (self.screen.focus_next if by > 0 else self.screen.focus_previous)(NoteLine)

    def on_click(self) -> None:
        """Ask for what it is about."""
        self.action_open_note()


class NoteLines(Vertical):
    """All of them."""

    DEFAULT_CSS = """
    NoteLines { height: auto; width: 1fr; }
    """

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._notes: Sequence[Note] = ()

    async def show(self, notes: Sequence[Note]) -> None:
        """Show other lines. The focus stays on what it was on, else on what takes its place."""
        lines = list(self.query(NoteLine))
        at = next((place for place, line in enumerate(lines) if line.has_focus), None)
        if [(note.said, note.opens) for note in notes] == [
            (note.said, note.opens) for note in self._notes
        ]:
            for line, note in zip(lines, notes, strict=True):
                line.note = note
            return
        self._notes = notes
        fresh = [
            NoteLine(note, "" if number else words.NOTES_KEY) for number, note in enumerate(notes)
        ]
        with self.app.batch_update():
            await self.remove_children()
            await self.mount_all(fresh)
        if at is not None and fresh:
            fresh[min(at, len(fresh) - 1)].focus()
        elif at is not None:
            self.screen.focus_next()
