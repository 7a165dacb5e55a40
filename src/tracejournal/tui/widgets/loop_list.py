"""Loops, one a line: the sign of its kind, its words, with whom, and for when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracejournal.model import loop_lines
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual import events
    from textual.binding import BindingType

    from tracejournal.model.loop import Loop

_MOST_WHO = 16
_GAP = 2
_SIGN = 2


class LoopList(OptionList):
    """A list of loops; the cursor stays with the one it is on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Enter was pressed on one."""

        loop: Loop

    @dataclass
    class Turned(Message):
        """The cursor is on another one; None where there is none."""

        loop: Loop | None

    def __init__(self, *, with_people: bool = True, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Begin empty; with_people says whether a column tells with whom each is."""
        super().__init__(compact=True, id=id)
        self._loops: dict[str, Loop] = {}
        self._today: date | None = None
        self._with_people = with_people

    def show(self, loops: Sequence[Loop], today: date, stand_on: str = "") -> None:
        """Show loops as they are given.

        Args:
            loops: in their order.
            today: the day it is, for days in plain words.
            stand_on: the id of the one to put the cursor on; "" for the one it is on.
        """
        here = stand_on or (self.current.id if self.current else "")
        place = self.highlighted or 0
        self._loops = {loop.id: loop for loop in loops}
        self._today = today
        self._write()
        if loops:
            ids = list(self._loops)
            self.highlighted = ids.index(here) if here in ids else min(place, len(ids) - 1)
        self.post_message(self.Turned(self.current))

    @property
    def current(self) -> Loop | None:
        """The one under the cursor."""
        option = self.highlighted_option
        return self._loops.get(str(option.id)) if option else None

    def on_resize(self, _event: events.Resize) -> None:
        """Use the room there is now."""
        place = self.highlighted
        self._write()
        self.highlighted = place

    def _write(self) -> None:
        self.clear_options()
        if self._today is None or not self._loops:
            return
        today = self._today
        rows = [self._cells(loop, today) for loop in self._loops.values()]
        who = min(_MOST_WHO, max(row[1].cell_length for row in rows))
        when = max(row[2].cell_length for row in rows)
        room = self.scrollable_content_region.width - _SIGN - who - when - 2 * _GAP
        for loop, row in zip(self._loops.values(), rows, strict=True):
            said, with_whom, day = row
            shown = Content.assemble(
                (f"{loop_lines.sign(loop.content)} ", "$support"),
                _fitted(said, room),
                "  ",
                _fitted(with_whom, who).stylize("$felt"),
                "  ",
                day.stylize("$ink-soft"),
            )
            self.add_option(Option(Content.assemble(shown), id=loop.id))

    def _cells(self, loop: Loop, today: date) -> tuple[Content, Content, Content]:
        content = loop.content
        people = loop_lines.with_whom(content.people) if self._with_people else ""
        day = words.day(content.due, today) if content.due else ""
        ending = words.STEPS.get(loop.ending or "", "")
        return Content(loop_lines.first_words(content)), Content(people), Content(ending or day)

    @on(OptionList.OptionSelected)
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.current:
            self.post_message(self.Chosen(self.current))

    @on(OptionList.OptionHighlighted)
    def _on_moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Turned(self.current))


def _fitted(said: Content, room: int) -> Content:
    """Return words cut or filled up to a room."""
    room = max(room, 1)
    if said.cell_length > room:
        said = said.truncate(room, ellipsis=True)
    return said.pad_right(room - said.cell_length)
