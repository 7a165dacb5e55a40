"""The steps of a guide beside the one at hand: where one is, and what is written already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import RenderResult

    from tracejournal.model.guided import Step

_HERE, _WRITTEN, _OPEN = "▸", "●", "◦"


class StepRail(Widget):
    """One line a step. A step that was left out looks like one that is still to come."""

    DEFAULT_CSS = "StepRail { width: 1fr; height: auto; color: $ink-soft; }"

    @dataclass
    class Wanted(Message):
        """A step was clicked."""

        number: int

    def __init__(self, steps: Sequence[Step]) -> None:
        """Take the steps."""
        super().__init__()
        self._steps = steps
        self._here = 0
        self._written: Sequence[bool] = ()

    def show(self, here: int, written: Sequence[bool]) -> None:
        """Show the step at hand, from 0, and which steps hold words."""
        if (here, written) != (self._here, self._written):
            self._here, self._written = here, written
            self.refresh()

    def render(self) -> RenderResult:
        """Draw a line a step; the sign of each says the same as its colour."""
        return Content("\n").join(map(self._line, range(len(self._steps))))

    def _line(self, number: int) -> Content:
        written = number < len(self._written) and self._written[number]
        sign, colour = (_WRITTEN, "$support") if written else (_OPEN, "$ink-faint")
        name, style = one_line(self._steps[number].name), "$ink-soft"
        if number == self._here:
            sign, colour, style = _HERE, "$lead", "bold $lead"
        return Content.assemble((f"{sign} ", colour), (name, style))

    def get_content_height(self, *_sizes: object) -> int:
        """Return a line a step."""
        return len(self._steps)

    def on_click(self, event: events.Click) -> None:
        """Go to what was clicked."""
        if event.y < len(self._steps):
            self.post_message(self.Wanted(event.y))
