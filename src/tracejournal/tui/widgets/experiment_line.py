"""The one quiet line Today has of an experiment. Where there is nothing to say it takes no room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tracejournal.model.text import one_line
from tracejournal.words import experiment as words

if TYPE_CHECKING:
    from textual.app import RenderResult

    from tracejournal.journal.experiments import ExperimentNote


class ExperimentLine(Widget):
    """This week is one with it; or the result can be seen. A click opens it."""

    DEFAULT_CSS = """
    ExperimentLine {
        display: none;
        height: 1;
        width: 1fr;
        padding: 0 2;
        color: $ink-soft;
    }
    """

    @dataclass
    class Opened(Message):
        """It was clicked."""

        line: ExperimentLine

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self.note: ExperimentNote | None = None

    def show(self, note: ExperimentNote | None) -> None:
        """Say what there is to say."""
        self.note = note
        self.display = note is not None
        self.refresh()

    def render(self) -> RenderResult:
        """Draw what is said, and the keys to its right."""
        if self.note is None:
            return ""
        said, keys = words.RESULT_READY, words.RESULT_READY_KEYS
        if not self.note.is_over:
            action = one_line(self.note.experiment.action)
            said, keys = words.THIS_WEEK.format(action=action), words.THIS_WEEK_KEYS
        text = Content(said).truncate(self.size.width - len(keys) - 1, ellipsis=True, pad=True)
        return Content.assemble(text, " ", (keys, "$ink-faint"))

    def on_click(self) -> None:
        """Ask that it is opened."""
        self.post_message(self.Opened(self))
