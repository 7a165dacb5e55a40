"""What a huddle leaves behind, shown before it is kept: people, minutes, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from tracejournal.model.huddle import Kept
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.tui.widgets.words_area import WordsArea
from tracejournal.words import forms
from tracejournal.words import huddle as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget


class HuddleKept(Vertical):
    """Three fields. Enter in one of the first two keeps; in the words it begins a line."""

    DEFAULT_CSS = """
    HuddleKept {
        height: 1fr;
        .place { color: $support; height: 1; margin-bottom: 1; }
        .row { height: auto; max-height: 3; margin-bottom: 1; }
        .row.-words { height: 1fr; max-height: 1fr; margin: 0; }
        .label { width: 10; color: $ink-soft; }
        .row.-words WordsArea { height: 1fr; }
    }
    """

    @dataclass
    class Changed(Message):
        """Something in it is another."""

    @dataclass
    class Submitted(Message):
        """It is to be kept."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._people = MomentLine(words.WITH_HINT)
        self._minutes = MomentLine(words.MINUTES_HINT)
        self._words = WordsArea(hint=forms.REFLECTION_HINT)
        self._said = Static("", markup=False, classes="hint")

    def compose(self) -> ComposeResult:
        """A label beside each field."""
        yield Static(Content(words.AT_THE_END), markup=False, classes="place")
        yield self._said
        yield Static("", markup=False)
        yield _row(words.WITH, self._people)
        yield _row(words.MINUTES, self._minutes)
        yield _row(words.WORDS, self._words, "-words")

    @property
    def kept(self) -> Kept:
        """What stands there."""
        return Kept(self._people.text, self._minutes.text, self._words.text)

    def show(self, kept: Kept, people: Sequence[str]) -> None:
        """Show what would be kept; `people` can be completed."""
        is_empty = kept == Kept()
        self._said.update(Content(words.NOTHING_WRITTEN if is_empty else words.KEPT_TITLE))
        self._people.people = people
        for area, text in zip(self._areas, (kept.people, kept.minutes, kept.text), strict=True):
            with area.prevent(TextArea.Changed):
                area.show_words(text)
        self._people.focus()

    @property
    def _areas(self) -> tuple[WordsArea, ...]:
        return (self._people, self._minutes, self._words)

    @property
    def is_at_first(self) -> bool:
        """Whether the cursor is in the first field."""
        return self._people.has_focus

    @on(TextArea.Changed)
    def _on_typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(self.Changed())

    @on(MomentLine.Submitted)
    def _on_submitted(self, event: MomentLine.Submitted) -> None:
        event.stop()
        self.post_message(self.Submitted())

    @on(MomentLine.MoreWanted)
    def _on_tab(self, event: MomentLine.MoreWanted) -> None:
        event.stop()
        self.screen.focus_next()


def _row(label: str, area: Widget, kind: str = "") -> Horizontal:
    return Horizontal(
        Static(Content(label), markup=False, classes="label"), area, classes=f"row {kind}".strip()
    )
