"""The line a moment is typed into, with people and tags completed while typing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tracejournal.model.mentions import name_key
from tracejournal.tui.widgets.words_area import WordsArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_FRAGMENT = re.compile(r"(?<![\w@#])([@#])([^\s@#]*)$")
MOST_COMPLETIONS = 5


class MomentLine(WordsArea):
    """One line that grows where it must. Enter keeps; Tab completes a name, else goes on."""

    DEFAULT_CSS = """
    MomentLine { height: auto; max-height: 4; }
    """

    @dataclass
    class Submitted(Message):
        """Enter was pressed.

        Attributes:
            text: the words as they stood then.
            sitting: which words they were the beginning of, see `MomentLine.sitting`.
        """

        line: MomentLine
        text: str
        sitting: int

    @dataclass
    class MoreWanted(Message):
        """Tab was pressed with nothing to complete: the details are wanted."""

        line: MomentLine

    @dataclass
    class CompletionsChanged(Message):
        """Other names fit what is being typed.

        Attributes:
            names: with their sign, best first; empty for none.
        """

        line: MomentLine
        names: tuple[str, ...]

    def __init__(self, hint: str) -> None:
        """Begin empty, with a hint."""
        super().__init__(hint=hint, id="moment-line")
        self.people: Sequence[str] = ()
        self.tags: Sequence[str] = ()
        self.sitting = 0  # counts how often other words were shown
        self._completions: tuple[str, ...] = ()

    def show_words(self, text: str) -> None:
        """Show other words, with the cursor behind them."""
        self.sitting += 1
        super().show_words(text)

    def on_key(self, event: events.Key) -> None:
        """Keep on Enter, complete or go on with Tab."""
        if event.key == "enter":
            self.post_message(self.Submitted(self, self.text, self.sitting))
        elif event.key == "tab" and self._completions:
            self._complete(self._completions[0])
        elif event.key == "tab":
            self.post_message(self.MoreWanted(self))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_text_area_changed(self) -> None:
        """Look for names that fit."""
        self._look()

    def on_text_area_selection_changed(self) -> None:
        """Look for names that fit."""
        self._look()

    def complete(self, name: str) -> None:
        """Put a name in place of the beginning that was typed."""
        self._complete(name)
        self.focus()

    def _look(self) -> None:
        found = self._fitting()
        if found != self._completions:
            self._completions = found
            self.post_message(self.CompletionsChanged(self, found))

    def _fragment(self) -> tuple[str, str] | None:
        row, column = self.cursor_location
        match = _FRAGMENT.search(self.document.get_line(row)[:column])
        return (match[1], match[2]) if match else None

    def _fitting(self) -> tuple[str, ...]:
        fragment = self._fragment()
        if fragment is None:
            return ()
        sign, typed = fragment
        key = name_key(typed.replace("_", " "))
        names = [name.replace(" ", "_") for name in (self.people if sign == "@" else self.tags)]
        keys = {name: name_key(name.replace("_", " ")) for name in names}
        fitting = [name for name in names if keys[name].startswith(key) and keys[name] != key]
        return tuple(f"{sign}{name}" for name in fitting[:MOST_COMPLETIONS])

    def _complete(self, name: str) -> None:
        fragment = self._fragment()
        if fragment is None:
            return
        row, column = self.cursor_location
        start = (row, column - len(fragment[1]) - 1)
        self.replace(f"{name} ", start, (row, column))
