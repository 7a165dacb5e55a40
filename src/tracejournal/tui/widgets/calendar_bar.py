"""The line over the calendar: which page, what is shown of each day, a year or a month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.words import calendar as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import RenderResult

    Choices = Sequence[tuple[str, str]]

_GAP, _BETWEEN = "  ", "   "
"""Between two choices, and between groups of them."""


class CalendarBar(Widget):
    """One line that never takes the focus: the arrows and every choice can be clicked."""

    DEFAULT_CSS = """
    CalendarBar { height: 1; width: 1fr; padding: 0 2; color: $ink-soft; }
    """

    @dataclass
    class Chosen(Message):
        """Something in it was clicked.

        Attributes:
            action: what it does, an action of the screen.
        """

        calendar_bar: CalendarBar
        action: str

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.measures: Choices = words.MEASURES
        """What can be shown of a day, as (key, label)."""
        self._title = ""
        self._measure = self._view = ""
        self._has_earlier = self._has_later = False
        self._spans: list[tuple[int, int, str]] = []

    def show(
        self, title: str, measure: str, view: str, *, has_earlier: bool, has_later: bool
    ) -> None:
        """Show what is chosen.

        Args:
            title: the page.
            measure: the key of one of `measures`.
            view: a key of `words.calendar.VIEWS`.
            has_earlier: there is a page before it.
            has_later: there is a page after it.
        """
        self._title, self._measure, self._view = title, measure, view
        self._has_earlier, self._has_later = has_earlier, has_later
        self.refresh()

    def render(self) -> RenderResult:
        """Draw it in one line, and note where each choice is; what does not fit has its key."""
        self._spans = []
        if not self._title:
            return Content("")
        page = Content.assemble(
            self._arrow(words.EARLIER, "earlier", 0, is_shown=self._has_earlier),
            (f" {self._title} ", "bold $ink"),
            self._arrow(words.LATER, "later", len(self._title) + 3, is_shown=self._has_later),
        )
        x = page.cell_length + len(_BETWEEN)
        measures = self._choices(self.measures, self._measure, "measure", x)
        x += measures.cell_length
        room = self.content_size.width - x - _width(words.VIEWS)
        if room < len(_BETWEEN):
            return Content.assemble(page, _BETWEEN, measures)
        views = self._choices(words.VIEWS, self._view, "view", x + room)
        return Content.assemble(page, _BETWEEN, measures, " " * room, views)

    def _arrow(self, sign: str, action: str, x: int, *, is_shown: bool) -> Content:
        if not is_shown:
            return Content(" ")
        self._spans.append((x - 1, x + 2, action))
        return Content.styled(sign, "bold $lead")

    def _choices(self, choices: Choices, chosen: str, action: str, x: int) -> Content:
        pieces: list[Content] = []
        for key, label in choices:
            is_chosen = key == chosen
            text = f"{words.CHOSEN if is_chosen else words.OTHER} {label}"
            pieces.append(Content.styled(text, "bold $ink" if is_chosen else "$ink-soft"))
            self._spans.append((x, x + len(text), f"{action}('{key}')"))
            x += len(text) + len(_GAP)
        return Content(_GAP).join(pieces)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        offset = event.get_content_offset(self)
        for start, end, action in self._spans:
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Chosen(self, action))


def _width(choices: Choices) -> int:
    return sum(len(label) + 2 for _, label in choices) + len(_GAP) * (len(choices) - 1)
