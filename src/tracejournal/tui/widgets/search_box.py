"""The line in which one searches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from tracejournal.model.completion import completions, finished
from tracejournal.model.text import clean
from tracejournal.tui.commands import SEARCH, bindings
from tracejournal.words import history

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual import events
    from textual.binding import BindingType

    from tracejournal.model.completion import Completion

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

    @dataclass
    class CompletionsChanged(Message):
        """Something else fits what is being typed; the first is what Tab takes."""

        search_box: SearchBox
        completions: tuple[Completion, ...]

    @dataclass
    class Entered(Message):
        """The search is about to be typed."""

        search_box: SearchBox

    def __init__(self, today: Callable[[], date]) -> None:
        """Begin empty.

        Args:
            today: says which day it is; months are offered from this one back.
        """
        super().__init__(placeholder=history.SEARCH_HINT, classes="card", select_on_focus=False)
        self._today = today
        self._names: tuple[Sequence[str], Sequence[str]] = ((), ())
        self._completions: tuple[Completion, ...] = ()
        self._looked_at: tuple[object, ...] = ()
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

    @property
    def finished(self) -> str:
        """What is searched for: while something is offered, no filter that is still typed."""
        if not self._completions or self.cursor_position < len(self.value):
            return self.value
        return finished(self.value, *self._names, self._today())

    def know(self, people: Sequence[str], tags: Sequence[str]) -> None:
        """Learn the names that can be completed, latest first."""
        self._names = (people, tags)
        self._look()

    def complete(self, completion: Completion) -> None:
        """Put a completion in place of the beginning that was typed."""
        self.value, self.cursor_position = completion.put_in(self.value, self.cursor_position)
        self.focus()

    def on_focus(self) -> None:
        """Ask for the names there are now."""
        self.post_message(self.Entered(self))

    def on_blur(self) -> None:
        """Offer nothing elsewhere."""
        self._offer(())

    def watch_selection(self) -> None:
        """Look for what fits where the caret stands now."""
        self._look()

    def on_input_changed(self) -> None:
        """Look again where a letter behind the caret went."""
        self._look()

    def on_key(self, event: events.Key) -> None:
        """Complete with Tab, offer no more with Escape; without offers both go on as ever."""
        if not self._completions or event.key not in ("tab", "escape"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "tab":
            self.complete(self._completions[0])
        else:
            self._offer(())

    def _look(self) -> None:
        state = (self.value, self.selection, self.has_focus, self._names)
        if state == self._looked_at:
            return  # letters are told twice, as a text and as a move of the caret
        self._looked_at = state
        found: tuple[Completion, ...] = ()
        if self.has_focus and self.selection.is_empty:
            found = completions(self.value, self.cursor_position, *self._names, self._today())
        self._offer(found)

    def _offer(self, found: tuple[Completion, ...]) -> None:
        if found != self._completions:
            self._completions = found
            self.post_message(self.CompletionsChanged(self, found))

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
