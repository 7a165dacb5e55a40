"""Writing a line of a brief; what is typed is safe in its draft all the while."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tracejournal.tui.screens.base import Dialog
from tracejournal.tui.widgets.identifier_line import IdentifierLine
from tracejournal.tui.widgets.moment_line import MomentLine
from tracejournal.words import brief as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult


class Typed(NamedTuple):
    """What was typed.

    Attributes:
        text: the words.
        taken: Enter took them.
    """

    text: str
    taken: bool


class BriefLineDialog(Dialog[Typed]):
    """Asks for a line; answers with what stands in it also where it is left."""

    DEFAULT_CSS = """
    BriefLineDialog {
        MomentLine { min-height: 3; margin-bottom: 1; }
    }
    """

    def __init__(self, title: str, text: str, changed: Callable[[str], None]) -> None:
        """Take the question, what the line begins with, and what is told of each change."""
        super().__init__()
        self._title = title
        self._text = text
        self._changed = changed

    def compose(self) -> ComposeResult:
        """A box with the line, and quiet hints under it."""
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(words.LINE_KEYS)
            yield MomentLine("")
            yield IdentifierLine()
            yield Static(words.LINE_HINT, markup=False, classes="hint")

    def on_mount(self) -> None:
        """Begin with what there is."""
        self._line.show_words(self._text)
        self._line.focus()

    @property
    def _line(self) -> MomentLine:
        return self.query_one(MomentLine)

    @on(TextArea.Changed)
    def _on_typed(self) -> None:
        self._changed(self._line.text)
        self.query_one(IdentifierLine).follow(self._line)

    @on(MomentLine.Submitted)
    def _on_submitted(self) -> None:
        self.dismiss(Typed(text := self._line.text.strip(), bool(text)))

    def action_close(self) -> None:
        """Go back; what was typed goes along."""
        self.dismiss(Typed(self._line.text.strip(), taken=False))
