"""The line in which one searches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tracejournal.model.text import clean
from tracejournal.tui.commands import SEARCH, bindings
from tracejournal.words import history

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

MOST_TYPED = 500
"""Characters of a search; what is pasted beyond them is let go."""

_TYPE = re.compile(r"(?:^|\s)is:\S*", re.IGNORECASE)


class SearchBox(Input):
    """One line in the language of `model.query`, with the count of what it finds below it."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(SEARCH))

    @dataclass
    class Left(Message):
        """The person goes on to what was found."""

        search_box: SearchBox

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(placeholder=history.SEARCH_HINT, classes="card", select_on_focus=False)
        self.cursor_blink = False
        self.border_title = Content(history.SEARCH)

    @property
    def entry_type(self) -> str:
        """The type of entry the search asks for in the end, or ""."""
        found = _TYPE.findall(self.value)
        return found[-1].strip().lower().removeprefix("is:") if found else ""

    def put(self, typed: str) -> None:
        """Put a search in the line, without searching."""
        with self.prevent(Input.Changed):
            self.value = clean(typed)
        self.cursor_position = len(self.value)

    def with_type(self, entry_type: str) -> str:
        """Return the search for one type of entry, or for all of them with ""."""
        words = " ".join(_TYPE.sub(" ", self.value).split())
        return f"is:{entry_type} {words}" if entry_type else words

    def say_count(self, said: str) -> None:
        """Say how much was found."""
        self.border_subtitle = Content(said)

    def action_to_list(self) -> None:
        """Go on to what was found."""
        self.post_message(self.Left(self))

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted on one line, without control characters."""
        event.prevent_default()
        event.stop()
        pasted = " ".join(clean(event.text[: 4 * MOST_TYPED]).split())
        start, end = sorted(self.selection)
        self.replace(pasted[:MOST_TYPED], start, end)
