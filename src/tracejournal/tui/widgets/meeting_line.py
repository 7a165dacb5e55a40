"""One quiet line on Today: a meeting that is planned for today, or one that may be asked after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tracejournal.model.text import one_line
from tracejournal.words import meetings as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.binding import BindingType

    from tracejournal.model.meeting import Occurrence


class MeetingLine(Static, can_focus=True):
    """Takes no room where there is nothing to say. Enter opens the meetings, x lets it be."""

    DEFAULT_CSS = """
    MeetingLine { height: 1; padding: 0 2; color: $ink-soft; display: none;
        text-wrap: nowrap; text-overflow: ellipsis; }
    MeetingLine:focus { background: $marked; color: $ink; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", words.TITLE, show=False),
        Binding("x", "let_be", words.LET_BE, show=False),
    ]

    @dataclass
    class Opened(Message):
        """The meetings are wanted."""

    @dataclass
    class LetBe(Message):
        """Nothing more is to be asked."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__("", markup=False)

    def show_meetings(
        self, today: Sequence[Occurrence], asked: Occurrence | None, day: date
    ) -> None:
        """Show what is planned for today, else what may be asked after, else nothing.

        Args:
            today: what is planned for today.
            asked: the one that may be asked after, since the person wished so, or None.
            day: the day it is.
        """
        said = ""
        if today:
            said = words.ON_TODAY.format(what="; ".join(map(_named, today)))
        elif asked is not None:
            what = one_line(asked.meeting.title)
            said = words.ASKED_AFTER.format(day=words.since(asked.on, day), what=what)
        self.update(Content(said))
        self.tooltip = Content(said) if said else None
        self.display = bool(said)

    def action_open(self) -> None:
        """Ask for the meetings."""
        self.post_message(self.Opened())

    def action_let_be(self) -> None:
        """Say that it is fine as it is."""
        self.post_message(self.LetBe())

    def on_click(self) -> None:
        """Ask for the meetings."""
        self.action_open()


def _named(each: Occurrence) -> str:
    at = f", {each.meeting.at:%H:%M}" if each.meeting.at else ""
    return f"{one_line(each.meeting.title)}{at}"
