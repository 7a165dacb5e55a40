"""The line over Patterns: which view it is, and from which day on it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.words import calendar as signs
from tracejournal.words import patterns as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import RenderResult

_GAP = "  "


class ViewBar(Widget):
    """One line that never takes the focus: every view and the period can be clicked."""

    DEFAULT_CSS = """
    ViewBar { height: 1; width: 1fr; padding: 0 2; color: $ink-soft; }
    """

    @dataclass
    class Chosen(Message):
        """Something in it was clicked.

        Attributes:
            action: what it does, an action of the screen.
        """

        view_bar: ViewBar
        action: str

    def __init__(self, views: Sequence[tuple[str, str]]) -> None:
        """Begin with the first of some views, each a key and its label, of everything."""
        super().__init__()
        self._views = views
        self._view = views[0][0]
        self._period = words.PERIODS[0][1]
        self._spans: list[tuple[int, int, str]] = []

    def show(self, view: str, period: str) -> None:
        """Show which view it is, a key of `words.VIEWS`, and what the period is called."""
        self._view, self._period = view, period
        self.refresh()

    def render(self) -> RenderResult:
        """Draw it in one line, and note where each choice is; what does not fit has its key."""
        self._spans = []
        pieces: list[Content] = []
        x = 0
        for key, label in self._views:
            is_chosen = key == self._view
            text = f"{signs.CHOSEN if is_chosen else signs.OTHER} {label}"
            pieces.append(Content.styled(text, "bold $ink" if is_chosen else "$ink-soft"))
            self._spans.append((x, x + len(text), f"show_view('{key}')"))
            x += len(text) + len(_GAP)
        views = Content(_GAP).join(pieces)
        room = self.content_size.width - views.cell_length
        if room < len(self._period) + len(_GAP):
            return views
        self._spans.append((x, x + room, "period"))
        return Content.assemble(views, (self._period.rjust(room), "$lead"))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        offset = event.get_content_offset(self)
        for start, end, action in self._spans:
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Chosen(self, action))
