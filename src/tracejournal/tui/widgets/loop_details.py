"""A whole loop, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tracejournal.model import loop_lines
from tracejournal.model.text import display
from tracejournal.words import loops as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from tracejournal.model.clock import Clock
    from tracejournal.model.loop import Loop


class LoopDetails(VerticalScroll):
    """What it says, with whom, its options, and what came of it, day by day."""

    DEFAULT_CSS = """
    LoopDetails Static { height: auto; width: 1fr; }
    """

    def compose(self) -> ComposeResult:
        """The words."""
        yield Static(markup=False)

    def show(self, loop: Loop | None, clock: Clock) -> None:
        """Show one, or nothing."""
        said = Content("\n").join(_lines(loop, clock)) if loop else Content("")
        self.query_one(Static).update(said)
        self.scroll_home(animate=False)


def _lines(loop: Loop, clock: Clock) -> Iterator[Content]:
    content = loop.content
    yield Content.styled(display(content.text).strip() or words.NO_WORDS, "bold")
    for option in loop_lines.options(content):
        yield Content.styled(option, "$support")
    if content.people:
        with_whom = words.WITH.format(people=loop_lines.with_whom(content.people))
        yield Content.styled(with_whom, "$felt")
    yield Content.styled(loop_lines.about(loop, clock), "$ink-soft")
    if loop.steps:
        yield Content("")
    for day, what in loop_lines.history(loop, clock):
        yield Content.assemble((f"{day} · ", "$ink-soft"), what)
