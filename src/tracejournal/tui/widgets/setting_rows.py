"""Rows of Settings: one choice always holds, and Backspace makes it as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from tracejournal.tui.widgets.rows import ChoiceRow, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

_FEW = 2
_MARK = Content.styled("●", "$on-lead on $lead")
"""Before what holds, so that it can be told without colours."""


class SettledRow(ChoiceRow):
    """One of several terms: arrows go round, Space lists all, or turns to the other of two."""

    @property
    def is_switch(self) -> bool:
        """Whether there are two choices, which need no list."""
        return len(self.terms) <= _FEW

    def turn(self) -> None:
        """Take the next choice."""
        self._step(1)

    def _parts(self, room: int) -> list[tuple[Content, object]]:
        parts = [
            (_MARK + content[1:] if meaning == self.value else content, meaning)
            for content, meaning in super()._parts(room)
        ]
        return parts[:-1] if self.is_switch else parts  # both are in sight

    def _pressed(self, event: events.Key) -> bool:
        if event.key == "space" and self.is_switch:
            self.turn()
            return True
        return super()._pressed(event)

    def _clicked(self, meaning: object) -> None:
        if meaning != self.value:  # a click on what holds already does not let it go
            super()._clicked(meaning)

    def _step(self, by: int) -> None:
        keys = [term.key for term in self.terms]
        place = keys.index(self.value) if self.value in keys else 0
        self.value = keys[(place + by) % len(keys)]


class DoorRow(Row):
    """Whether something is on; Space, Enter and a click on it lead to what can be done about it.

    Args:
        name: the row's name.
        title: its label.
        says: what is said where it is on, and where it is off: the state, and what Space does.

    Attributes:
        is_on: whether it is.
    """

    is_on: reactive[bool] = reactive(default=False, init=False)

    def __init__(self, name: str, title: str, says: Mapping[bool, tuple[str, str]]) -> None:
        """Take what it says."""
        super().__init__(name, title)
        self._says = says

    def _parts(self, _room: int) -> list[tuple[Content, object]]:
        state, does = self._says[self.is_on]
        shown = Content.assemble(_MARK, (f"{state} ", "$on-lead on $lead"))
        return [(shown, self), (Content.styled(f" {does}", "$ink-faint"), self)]

    def _clicked(self, _meaning: object) -> None:
        self.post_message(self.Submitted(self))

    def _pressed(self, event: events.Key) -> bool:
        if event.key == "space":
            self.post_message(self.Submitted(self))
        return event.key == "space"
