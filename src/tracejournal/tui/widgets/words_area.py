"""Room to write: every text area of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import TextArea

from tracejournal.model.text import clean
from tracejournal.words import forms

if TYPE_CHECKING:
    from textual import events


class WordsArea(TextArea):
    """A text area without ornaments. What is pasted is cleaned of control characters first."""

    def __init__(self, text: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Begin with some words, or with a hint in their place."""
        super().__init__(
            text,
            id=id,
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(hint),
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take all of what is pasted, line breaks included."""
        event.prevent_default()
        event.stop()
        pasted = clean(event.text)
        self.replace(pasted, *self.selection)
        if len(pasted) < len(event.text.replace("\r\n", "\n")):
            self.notify(forms.CLEANED, timeout=4, markup=False)

    def show_words(self, text: str) -> None:
        """Show other words, with the cursor behind them."""
        self.load_text(text)
        self.move_cursor(self.document.end)
