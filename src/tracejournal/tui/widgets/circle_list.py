"""The circle's list: everyone in its order, with a sign and words for how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tracejournal.model.text import one_line
from tracejournal.words import circle as words
from tracejournal.words import circle_screen as said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.binding import BindingType

    from tracejournal.model.circle import Member

_STATE = max(len(text) for _, text in words.STATES.values())
_AGO = len("13 months ago")
_ROOM_FOR_AGO = 46
"""Columns from which the last contact stands in the list, too."""

_STYLES = {"due": "$lead", "in-rhythm": "$support", "rest": "$felt", "leave": "$felt"}


class CircleList(OptionList):
    """Everyone in the circle; below them, names in the journal that are not in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor is on someone else."""

        name: str

    @dataclass
    class Opened(Message):
        """Someone was chosen to be looked at closer, or to be taken in."""

        name: str

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(compact=True, classes="card")
        self.border_title = Content(said.TITLE)
        self._members: Sequence[Member] = ()
        self._outside: Sequence[str] = ()
        self._today = date.min

    def show(self, members: Sequence[Member], outside: Sequence[str], today: date) -> None:
        """Show people; the cursor stays with the one it is on, or near where they were."""
        self._members, self._outside, self._today = members, outside, today
        self.border_subtitle = Content(said.KEYS)
        self._fill()

    def _fill(self) -> None:
        here, place = self.current, self.highlighted or 0
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(self._made())
        names = [option.id for option in self.options]
        if here in names:
            self.highlighted = names.index(here)
        elif self._members or self._outside:
            free = [number for number, name in enumerate(names) if name]
            self.highlighted = min(free, key=lambda number: abs(number - place))

    def on_resize(self) -> None:
        """Use the room there is now."""
        if self._members or self._outside:
            self._fill()

    @property
    def current(self) -> str:
        """The name of the one under the cursor; "" for nobody."""
        option = self.highlighted_option
        return option.id or "" if option else ""

    @property
    def member(self) -> Member | None:
        """The one under the cursor, where they are in the circle."""
        return next((each for each in self._members if each.name == self.current), None)

    def stand_on(self, name: str) -> None:
        """Put the cursor on someone, where they are listed."""
        names = [option.id for option in self.options]
        if name in names:
            self.highlighted = names.index(name)

    def _made(self) -> Iterator[Option]:
        width = max(24, self.scrollable_content_region.width)
        for member in self._members:
            yield Option(self._line(member, width), id=member.name)
        if not self._members:
            yield Option(Content.styled(said.EMPTY, "$ink-faint"), disabled=True)
        if self._outside:
            yield Option(Content.assemble("\n", (said.OUTSIDE, "$ink-faint")), disabled=True)
        for name in self._outside:
            yield Option(Content.styled(f"  {one_line(name)}", "$ink-soft"), id=name)

    def _line(self, member: Member, width: int) -> Content:
        state = member.state(self._today)
        sign, text = words.STATES[state]
        style = _STYLES.get(state, "$ink-faint")
        last = f" {words.ago(member.last.on if member.last else None, self._today):>{_AGO}}"
        if width < _ROOM_FOR_AGO:
            last = ""
        room = width - 2 - 1 - _STATE - len(last)
        return Content.assemble(
            (f"{sign} ", style),
            fitted(one_line(member.name), room),
            (f" {text:<{_STATE}}", "$ink-soft"),
            (last, "$ink-faint"),
        )

    @on(OptionList.OptionHighlighted)
    def _on_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Moved(event.option.id or ""))

    @on(OptionList.OptionSelected)
    def _on_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Opened(event.option.id or ""))


def fitted(text: str, width: int) -> str:
    """Return a text cut or filled to so many columns, with an ellipsis where it is cut."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(text, max(0, width - 1)) + "…"
