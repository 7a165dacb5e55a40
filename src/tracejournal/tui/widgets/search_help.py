"""The line under the search: what could be typed on, else one quiet hint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.model.text import one_line
from tracejournal.words import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import RenderResult

    from tracejournal.model.completion import Completion


class SearchHelp(Widget):
    """One line that never takes the focus: Tab in the search takes the first, a click any."""

    DEFAULT_CSS = """
    SearchHelp {
        height: 1;
        width: 1fr;
        padding: 0 1;
        color: $ink-faint;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    @dataclass
    class Chosen(Message):
        """A completion was clicked."""

        search_help: SearchHelp
        completion: Completion

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._offered: tuple[Completion, ...] = ()
        self._hint = ""
        self._spans: list[tuple[int, int, Completion]] = []

    def offer(self, completions: Sequence[Completion]) -> None:
        """Show what could be typed on; none leaves the place to the hint."""
        self._offered = tuple(completions)
        self.refresh()

    def say(self, hint: str) -> None:
        """Say one quiet sentence; with "" nothing."""
        if hint != self._hint:
            self._hint = hint
            self.set_class(bool(hint), "-says")
            self.refresh()

    def render(self) -> RenderResult:
        """Draw as many completions as fit, the first marked, and note where each is."""
        self._spans = []
        if not self._offered:
            return Content(one_line(self._hint))
        pieces: list[Content] = []
        keys = Content.styled(f"  {forms.COMPLETE}", "$ink-faint")
        x, room = 0, self.size.width - keys.cell_length
        for completion in self._offered:
            label = one_line(completion.label)
            first = not pieces
            piece = Content.styled(f" {label} ", "$on-lead on $lead" if first else "$ink-soft")
            if not first and x + piece.cell_length > room:
                break
            self._spans.append((x, x + piece.cell_length, completion))
            pieces.append(piece)
            x += piece.cell_length
        return Content.assemble(*pieces, keys)

    def on_click(self, event: events.Click) -> None:
        """Take what was clicked."""
        offset = event.get_content_offset(self)
        for start, end, completion in self._spans:
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Chosen(self, completion))
